//! Which names a name may be a shorter form of, found by the words that they share: a text is read in a time that grows with its
//! names, not with their square.

use super::form::NameForm;
use super::same::{NICKNAMES, is_same};
use crate::mention::EntityKind;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

/// With so many names in a row no reader could tell whom a short form means.
const MOST: usize = 256;
/// Of longer cores the beginning is compared.
const CORE: usize = 8;
const NONE: u32 = u32::MAX;

/// The forms placed so far, by what a shorter form would share with them.
#[derive(Default)]
pub(super) struct Index {
    /// The last entry of each key.
    last: FxHashMap<u64, u32>,
    entries: Vec<IndexEntry>,
    keys: Vec<u64>,
}

struct IndexEntry {
    form: u32,
    cluster: u32,
    /// The entry before with the same key.
    before: u32,
}

impl Index {
    /// With room for so many forms.
    pub(super) fn with_room(forms: usize) -> Self {
        const KEYS: usize = 6;
        let last = FxHashMap::with_capacity_and_hasher(KEYS * forms, Default::default());
        Index { last, entries: Vec::with_capacity(KEYS * forms), keys: Vec::new() }
    }

    /// The clusters that have a longer form of what `form` names, in order.
    pub(super) fn clusters(&mut self, kind: EntityKind, forms: &[NameForm], form: usize) -> Vec<usize> {
        self.keys.clear();
        Keys { kind, keys: &mut self.keys }.of_short(&forms[form]);
        let mut found: Vec<usize> = Vec::new();
        let mut left = MOST;
        for key in &self.keys {
            let mut next = self.last.get(key).copied().unwrap_or(NONE);
            while let Some(entry) = self.entries.get(next as usize).filter(|_| left > 0) {
                let cluster = entry.cluster as usize;
                if !found.contains(&cluster) && is_same(kind, &forms[entry.form as usize], &forms[form]) {
                    found.push(cluster);
                }
                next = entry.before;
                left -= 1;
            }
        }
        found.sort_unstable();
        found
    }

    /// Adds a form that now belongs to `cluster`.
    pub(super) fn add(&mut self, kind: EntityKind, form: &NameForm, number: usize, cluster: usize) {
        self.keys.clear();
        Keys { kind, keys: &mut self.keys }.of_long(form);
        for &key in &self.keys {
            let before = self.last.insert(key, self.entries.len() as u32).unwrap_or(NONE);
            self.entries.push(IndexEntry { form: number as u32, cluster: cluster as u32, before });
        }
    }
}

/// What a key tells of a form, so that a first word is not taken for a last one.
#[derive(Clone, Copy, Hash)]
enum Key {
    Letters,
    Known,
    Code,
    First,
    Last,
    Tail,
    Given,
    OnlyInitial,
    AnyInitial,
    Unsuffixed,
    CoreStart,
    CoreEnd,
    FullName,
    Acronym,
}

/// The keys of a form, in the making. Where [`is_same`] holds, a key of the shorter form is one of the longer form's.
struct Keys<'k> {
    kind: EntityKind,
    keys: &'k mut Vec<u64>,
}

impl Keys<'_> {
    fn add(&mut self, of: Key, parts: impl Iterator<Item = impl Hash>) {
        let mut hasher = FxHasher::default();
        (self.kind as u8, of).hash(&mut hasher);
        parts.for_each(|part| part.hash(&mut hasher));
        self.keys.push(hasher.finish());
    }

    fn add_one(&mut self, of: Key, part: impl Hash) {
        self.add(of, std::iter::once(part));
    }

    /// What forms of the same length share.
    fn of_both(&mut self, form: &NameForm) {
        self.add_one(Key::Letters, form.letters.as_str());
        if let Some(known) = form.known {
            self.add_one(Key::Known, known);
        }
        if let Some(code) = form.code {
            self.add_one(Key::Code, code);
        }
        if self.kind == EntityKind::Organization {
            self.add(Key::FullName, form.full_name());
        }
    }

    fn of_long(&mut self, form: &NameForm) {
        if form.ends.is_empty() {
            return;
        }
        self.of_both(form);
        match self.kind {
            EntityKind::Person if form.ends.len() > 1 => self.of_long_person(form),
            EntityKind::Organization => {
                self.add_one(Key::First, form.part(0));
                (1..=form.core.len().min(CORE)).for_each(|count| self.add(Key::CoreStart, form.core_words().take(count)));
                if form.core.len() > 1 {
                    form.core_words().next_back().into_iter().for_each(|last| self.add_one(Key::CoreEnd, last));
                    self.add(Key::Acronym, form.core.iter().filter_map(|word| word.initial).flat_map(char::to_lowercase));
                    self.add(Key::Acronym, form.core_words().filter_map(|word| word.chars().next()));
                }
            }
            EntityKind::Person | EntityKind::Place => {}
        }
    }

    fn of_short(&mut self, form: &NameForm) {
        if form.ends.is_empty() {
            return;
        }
        self.of_both(form);
        match self.kind {
            EntityKind::Person if form.ends.len() > 1 => self.of_short_person(form),
            EntityKind::Person => {
                let name = form.part(0);
                self.add_one(Key::Last, name);
                let singular = [name.strip_suffix('s'), name.strip_suffix("es")];
                singular.into_iter().flatten().for_each(|name| self.add_one(Key::Last, name));
                self.add_one(Key::First, name);
            }
            EntityKind::Organization => {
                self.add(Key::CoreStart, form.core_words().take(CORE));
                if form.core.len() == 1 {
                    form.core_words().for_each(|word| self.add_one(Key::CoreEnd, word));
                }
                if form.is_acronym {
                    self.add(Key::Acronym, form.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
                    self.add_one(Key::First, form.part(0));
                }
            }
            EntityKind::Place => {}
        }
    }

    /// A surname with what may be printed of the given name.
    fn of_long_person(&mut self, form: &NameForm) {
        let (given, last) = (form.part(0), form.part(form.ends.len() - 1));
        self.add_one(Key::Last, last);
        self.add_one(Key::First, given);
        self.add(Key::Unsuffixed, form.parts().take(form.ends.len() - 1));
        self.of_person(form);
        self.add(Key::AnyInitial, [given.chars().next().map_or("", |first| &given[..first.len_utf8()]), last].iter());
        if given.chars().count() == 1 {
            self.add(Key::OnlyInitial, [given, last].iter());
        }
    }

    fn of_short_person(&mut self, form: &NameForm) {
        let (given, last) = (form.part(0), form.part(form.ends.len() - 1));
        self.add(Key::Unsuffixed, form.parts());
        self.of_person(form);
        self.add(Key::OnlyInitial, [given.chars().next().map_or("", |first| &given[..first.len_utf8()]), last].iter());
        if given.chars().count() == 1 {
            self.add(Key::AnyInitial, [given, last].iter());
        }
        for (nick, full) in NICKNAMES {
            if *nick == given {
                self.add(Key::Given, [*full, last].iter());
            }
            if *full == given {
                self.add(Key::Given, [*nick, last].iter());
            }
        }
    }

    fn of_person(&mut self, form: &NameForm) {
        let (given, last) = (form.part(0), form.part(form.ends.len() - 1));
        self.add(Key::Given, [given, last].iter());
        // The end of a longer name, at least four letters before the surname.
        let letters = form.letters.as_bytes();
        if let Some(start) = letters.len().checked_sub(last.len() + 4) {
            self.add(Key::Tail, [&letters[start..]].iter());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::{Mention, NameForm};
    use super::super::same::is_same;
    use super::Keys;
    use crate::extract::{document, entity::tagger::TaggerReading};
    use crate::mention::EntityKind;
    use crate::text::Span;
    use crate::{Article, Options};
    use proptest::prelude::*;

    const WORDS: &str = "Bill William Will W. Ann Anna A. Smith Smiths Jr. III Mc Smithes Bank of the The Acme ACME Holdings Inc. Ltd. AB A.B. Abc \
                         Ministry Trade Fed Federal Reserve U.S. U.K. England US United States É. Émile Emile ß & & Co. 3 3M - O'Neill";

    proptest! {
        /// What the plain comparison of all names finds is found by a word in common too.
        #[test]
        fn names_of_one_share_a_key(names in prop::collection::vec((prop::collection::vec(any::<prop::sample::Index>(), 1..5), any::<[Option<u8>; 2]>()), 2..12)) {
            let pool: Vec<&str> = WORDS.split(' ').collect();
            let mut text = String::new();
            let mut spans = Vec::new();
            for (words, _) in &names {
                let start = text.len();
                text.push_str(&words.iter().map(|word| *word.get(&pool)).collect::<Vec<_>>().join(" "));
                spans.push(Span { start, end: text.len() });
                text.push_str(" ; ");
            }
            let article = Article::from_text(text.clone());
            let options = Options::default();
            let (document, _) = document(&article, &options);
            let words = TaggerReading::new(&document).words;
            for kind in [EntityKind::Person, EntityKind::Organization, EntityKind::Place] {
                let form = |(span, (_, known)): (&Span, &(_, [Option<u8>; 2]))| {
                    let inside = |start: usize| words.partition_point(|word| word.span.start < start);
                    let known = known[0].and(known[1]).map(|known| usize::from(known % 2));
                    NameForm::new(&text, &Mention { span: *span, kind, words: inside(span.start)..inside(span.end), known }, &words)
                };
                let forms: Vec<NameForm> = spans.iter().zip(&names).map(form).collect();
                for long in &forms {
                    let mut kept = Vec::new();
                    Keys { kind, keys: &mut kept }.of_long(long);
                    for short in forms.iter().filter(|short| short.ends.len() <= long.ends.len() && is_same(kind, long, short)) {
                        let mut sought = Vec::new();
                        Keys { kind, keys: &mut sought }.of_short(short);
                        prop_assert!(sought.iter().any(|key| kept.contains(key)), "{kind:?} {} {}", long.text, short.text);
                    }
                }
            }
        }
    }

    #[test]
    fn a_short_form_is_the_one_named_last() {
        let text = "Ms. Ruth Calder of Oslo spoke. Mr. Owen Calder answered. Mr. Calder left. Ms. Ruth Calder stayed. Ms. Calder paid $5.";
        let sheet = crate::analyze(&Article::from_text(text), &Options::default());
        let people: Vec<(&str, usize)> = sheet.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
        assert_eq!(people, [("Ruth Calder", 3), ("Oslo", 1), ("Owen Calder", 2)]);
    }
}
