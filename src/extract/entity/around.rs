//! Names by what news says around them, where the model missed a name or its kind.
//!
//! A name of which the text itself says what it is needs no model: `the start-up Airlift`, `Tag, a one-year-old lender`,
//! `Oraan raised $3 million`, `Acme (NYSE: ACM)`, `Foo Bar Ltd`, `Mr Smith`, `analyst Jane Doe`, `Northtown, a city in`.
//! Titles, honorifics and the article stand outside the name; job titles, months, weekdays, tickers and words with a capital
//! only because they begin a sentence are no names. What one place of the article makes certain holds for the same words elsewhere.

use super::evidence::seen;
use super::hash_table::list;
use super::tagger::{TaggedName, TaggerReading};
use super::vocabulary::{self, class};
use super::word::{NameWord, flag, hash_lower, hashes};
use crate::rule::{Rule, RuleKind};
use crate::text::Span;
use std::ops::Range;

/// The rule as `newsfacts explain name` shows it.
pub(crate) static RULE: Rule = Rule {
    name: "name",
    kind: RuleKind::Entity,
    source: include_str!("around.rs"),
    examples: &[
        ("The quick-delivery start-up Zumbo raised $85 million last month.", "Zumbo = organization"),
        ("Plinth, a two-year-old lender that serves farmers, raised $12 million.", "Plinth = organization"),
        ("Quorra raised $3 million in seed funding.", "Quorra = organization"),
        ("Vindelor announced a plan.", "Vindelor = organization"),
        ("Shares of Dunmore Foods Inc. (NYSE: DMF) rose 5%.", "Dunmore Foods Inc. = organization"),
        ("Revenue will fall, said Mr. Feldgrau.", "Feldgrau = person"),
        ("Petra Lindqvist LLP advised the buyer, and Petra Lindqvist was paid $5 million.", "Petra Lindqvist LLP = organization"),
        ("Orban Calder shares slid 5%.", "Orban Calder = organization"),
        ("The plan was shown by analyst Petra Lindqvist on Monday.", "Petra Lindqvist = person"),
    ],
    counterexamples: &[
        "The Chief Executive Officer said in March that sales rose on Tuesday.",
        "However, profit fell in the fourth quarter.",
        "Researchers reported a result and ministers announced a plan.",
    ],
};

static ARTICLES: [u32; 3] = hashes(["the", "a", "an"]);
static PERCENTS: [u32; 5] = hashes(["percent", "per", "pct", "points", "cents"]);
static ENDINGS_OF_PEOPLE: [u32; 6] = hashes(["esq", "esq.", "jr", "jr.", "sr", "sr."]);
/// Countries that stand before the name of their authorities.
static STATES: [u32; 6] = hashes(["u.s.", "u.s", "us", "u.s .", "u.k.", "uk"]);

const PERSON: usize = 0;
const ORGANIZATION: usize = 1;
const PLACE: usize = 2;
const OTHER: usize = 3;

/// The words of an article and the names in them, as the rules change them.
pub(crate) struct Names<'r> {
    text: &'r str,
    reading: &'r TaggerReading,
    names: Vec<TaggedName>,
}

/// How many sentences are read at once.
const STRETCH: usize = 512;

/// Corrects and completes the names that the model found.
pub(crate) fn apply(text: &str, reading: &TaggerReading, names: Vec<TaggedName>) -> Vec<TaggedName> {
    let mut page = Names { text, reading, names };
    page.trim();
    page.read_countries();
    page.join();
    page.read_forms();
    page.by_stretches(|page, sentence| page.read_sentence(sentence.clone()));
    page.drop_non_names();
    page.spread();
    page.by_stretches(Names::read_results);
    page.by_stretches(Names::read_source);
    page.names
}

impl<'r> Names<'r> {
    fn words(&self) -> &'r [NameWord] {
        &self.reading.words
    }

    /// Cuts titles, honorifics, articles and signs off the ends of names.
    fn trim(&mut self) {
        let words = &self.reading.words;
        for name in &mut self.names {
            let range = &mut name.words;
            while range.len() > 1 {
                let first = &words[range.start];
                let honorific = name.kind == PERSON && first.has(class::HONORIFIC);
                let article = first.has(class::CLOSED) && ARTICLES[..2].contains(&first.lower);
                if honorific || (article && name.kind != OTHER) || first.sign.is_some_and(|sign| sign != '@' && sign != '#') {
                    range.start += 1;
                } else {
                    break;
                }
            }
            while range.len() > 1 {
                let last = &words[range.end - 1];
                // "West Virginia-based"
                let compound = last.is(flag::LETTER) && !last.is_candidate() && range.len() > 2 && words[range.end - 2].sign == Some('-');
                if compound || last.is(flag::POSSESSIVE) || last.sign.is_some_and(|sign| !matches!(sign, '.' | '!' | ')')) {
                    range.end -= 1;
                } else {
                    break;
                }
            }
        }
    }

    /// "the U.S. Army": a country alone is a place, whatever stands behind it.
    fn read_countries(&mut self) {
        let words = &self.reading.words;
        for name in self.names.iter_mut().filter(|name| name.words.len() == 1 && name.kind == ORGANIZATION) {
            let word = &words[name.words.start];
            if word.lists & u32::from(list::COUNTRY) != 0 && crate::words::country::code(word.span.of(self.text)).is_some() {
                name.kind = PLACE;
            }
        }
    }

    /// Joins what belongs to an organisation's name: ", Inc" behind it, "U.S." before it, "of" a place after a court or a bank.
    fn join(&mut self) {
        let words = &self.reading.words;
        let mut i = 0;
        while i < self.names.len() {
            if self.names[i].kind != ORGANIZATION {
                i += 1;
                continue;
            }
            let end = self.names[i].words.end;
            let suffix = words.get(end).is_some_and(|word| word.sign == Some(','))
                && words.get(end + 1).is_some_and(|word| is_legal_ending(word) && word.is(flag::CAPITAL))
                && self.names.get(i + 1).is_none_or(|next| next.words.start > end + 1);
            if suffix {
                self.names[i].words.end = end + 2;
            } else if words.get(end).is_some_and(|word| word.sign == Some('!')) && words[end - 1].lower == hash_lower("yahoo") {
                self.names[i].words.end = end + 1; // the one company whose name news prints with its mark
            }
            let start = self.names[i].words.start;
            let before = i.checked_sub(1).filter(|&before| self.names[before].words.end == start && self.names[before].kind == PLACE);
            let is_us = |word: &NameWord| STATES.contains(&word.lower);
            if let Some(before) = before
                && self.names[before].words.len() == 1
                && is_us(&words[start - 1])
                && words[self.names[i].words.end - 1].has(class::ORGANIZATION_WORD)
            {
                self.names[i].words.start = start - 1;
                self.names[before].words.end = start - 1; // empty
            }
            i += 1;
        }
        self.names.retain(|name| !name.words.is_empty());
    }

    /// Reads the sentences, each time with the names of some hundred of them: a name that comes or goes moves all that stand behind it.
    fn by_stretches(&mut self, read: impl Fn(&mut Self, &Range<usize>)) {
        let reading = self.reading;
        let mut done = Vec::with_capacity(self.names.len());
        let mut rest = std::mem::take(&mut self.names).into_iter().peekable();
        for stretch in reading.sentences.chunks(STRETCH) {
            let end = stretch.last().map_or(0, |sentence| sentence.end);
            self.names.extend(std::iter::from_fn(|| rest.next_if(|name| name.words.start < end)));
            stretch.iter().for_each(|sentence| read(self, sentence));
            done.append(&mut self.names);
        }
        done.extend(rest);
        self.names = done;
    }

    /// The clubs of tables and results, over whatever the model made of their lines.
    fn read_results(&mut self, sentence: &Range<usize>) {
        let clubs = super::score::clubs(self.text, &self.reading.words, sentence.clone());
        if !clubs.is_empty() {
            let first = self.names.partition_point(|name| name.words.end <= sentence.start);
            let last = self.names.partition_point(|name| name.words.start < sentence.end);
            self.names.splice(first..last, clubs);
        }
    }

    /// "Source: Acme Market Data": who gave the figures, where nothing found a name in the line.
    fn read_source(&mut self, sentence: &Range<usize>) {
        const LONGEST: usize = 7;
        let words = self.words();
        let [first, colon, ..] = &words[sentence.clone()] else { return };
        let source = ["Source", "SOURCE", "Sources"].contains(&first.span.of(self.text)) && colon.sign == Some(':');
        let start = sentence.start + 2;
        if !source || sentence.len() > LONGEST + 2 || start >= sentence.end || self.holding(start).is_some() {
            return;
        }
        let end = self.run_from(start, sentence.end);
        let whole = end == sentence.end || words[end].sign.is_some_and(|sign| matches!(sign, ',' | '.' | ';'));
        if end > start + 1 && whole {
            self.set(start, end, ORGANIZATION);
        }
    }

    /// Index into the names of the one that holds word `at`.
    fn holding(&self, at: usize) -> Option<usize> {
        let i = self.names.partition_point(|name| name.words.end <= at);
        self.names.get(i).filter(|name| name.words.start <= at).map(|_| i)
    }

    /// The kind for the words from `start` to `end` is certain: names inside are replaced or corrected.
    fn set(&mut self, start: usize, end: usize, kind: usize) {
        let first = self.names.partition_point(|name| name.words.end <= start);
        let last = self.names.partition_point(|name| name.words.start < end);
        if first < last {
            let outer = self.names[first].words.start < start || self.names[last - 1].words.end > end;
            if outer {
                return;
            }
        }
        self.names.splice(first..last, [TaggedName { words: start..end, kind, sure: true }]);
    }

    /// The run of capitalised words that starts at `start`, a whole name by itself.
    fn run_from(&self, start: usize, end_of_sentence: usize) -> usize {
        let words = self.words();
        if let Some(i) = self.holding(start)
            && self.names[i].words.start == start
        {
            return self.names[i].words.end;
        }
        let mut end = start;
        while end < end_of_sentence && words[end].is_candidate() && !words[end].has(class::CALENDAR | class::CLOSED | class::PEOPLE) {
            end += 1;
        }
        end
    }

    /// The start of the run of capitalised words that ends at `end`.
    fn run_to(&self, end: usize, start_of_sentence: usize) -> usize {
        let words = self.words();
        if end == 0 {
            return end;
        }
        if let Some(i) = self.holding(end - 1)
            && self.names[i].words.end == end
        {
            return self.names[i].words.start;
        }
        let mut start = end;
        while start > start_of_sentence
            && words[start - 1].is_candidate()
            && !words[start - 1].has(class::CALENDAR | class::CLOSED | class::PEOPLE)
        {
            start -= 1;
        }
        start
    }

    /// Classes of a word, of the whole word where hyphens join it: "start-up".
    fn classes_to(&self, at: usize) -> u32 {
        let words = self.words();
        let mut start = at;
        while start >= 2 && words[start - 1].sign == Some('-') && words[start].is(flag::TOUCHES) && words[start - 1].is(flag::TOUCHES) {
            start -= 2;
        }
        if start == at {
            return words[at].classes;
        }
        let word = Span::new(words[start].span.start, words[at].span.end).of(self.text);
        vocabulary::classes(word) | (words[at].classes & !class::CLOSED)
    }

    fn is_person_noun(classes: u32) -> bool {
        classes & (class::OFFICE | class::PERSON_NOUN) != 0
    }

    fn read_sentence(&mut self, sentence: std::ops::Range<usize>) {
        for at in sentence.clone() {
            let word = &self.words()[at];
            if word.sign == Some('(') {
                self.read_brackets(at, &sentence);
            } else if word.has(class::HONORIFIC) && word.is(flag::CAPITAL) {
                let end = self.run_from(at + 1, sentence.end);
                if at + 1 < end {
                    self.set(at + 1, end.min(at + 5), PERSON);
                }
            } else if word.is_candidate() && self.starts_name(at, &sentence) {
                let end = self.run_from(at, sentence.end);
                if end > at {
                    self.read_noun_before(at, end, &sentence);
                    self.read_apposition(at, end, &sentence);
                    self.read_verb_after(at, end, &sentence);
                    self.read_stranger(at, end, &sentence);
                    self.read_goods_after(at, end, &sentence);
                    self.read_company_around(at, end, &sentence);
                }
            }
        }
    }

    /// Whether a name can start at the word: no capitalised word of the same run stands before it.
    fn starts_name(&self, at: usize, sentence: &std::ops::Range<usize>) -> bool {
        let words = self.words();
        if words[at].has(class::CLOSED | class::CALENDAR | class::PEOPLE) || words[at].is(flag::SHOUTED | flag::TITLE_CASE) {
            return false;
        }
        match self.holding(at) {
            Some(i) => self.names[i].words.start == at,
            None => at == sentence.start || !words[at - 1].is_candidate() || words[at - 1].has(class::CLOSED),
        }
    }

    /// The kind of the name that the model gave to exactly these words, if any.
    fn kind_at(&self, start: usize) -> Option<usize> {
        self.holding(start).map(|i| self.names[i].kind)
    }

    /// "the start-up Airlift", "analyst Jane Doe", "the city of" is left to the model.
    fn read_noun_before(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        if start == sentence.start {
            return;
        }
        let before = self.words()[start - 1];
        if before.is_candidate() || !before.is(flag::LETTER) {
            return;
        }
        let classes = self.classes_to(start - 1);
        let kind = self.kind_at(start);
        let long = end - start >= 2;
        if classes & class::COMPANY_NOUN != 0 && matches!(kind, None | Some(PERSON | OTHER)) && !self.is_product(start, end) {
            // "the fund manager Jane Doe" ends with an office; "the company Ford Focus" cannot be told from a company.
            self.set(start, end, ORGANIZATION);
        } else if Self::is_person_noun(classes) && long && end - start <= 4 && kind.is_none() && !self.has_organization_word(start, end) {
            self.set(start, end, PERSON);
        }
    }

    fn has_organization_word(&self, start: usize, end: usize) -> bool {
        self.words()[start..end].iter().any(|word| word.has(class::ORGANIZATION_WORD | class::COMPANY_SUFFIX | class::OFFICE))
    }

    fn is_product(&self, start: usize, end: usize) -> bool {
        self.words()[start..end].iter().all(|word| word.lists & u32::from(list::OTHER) != 0)
    }

    /// "Tag, a one-year-old start-up that …", "Northtown, a city in …", "Jane Doe, an analyst at …".
    fn read_apposition(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        let words = self.words();
        if end + 2 >= sentence.end || words[end].sign != Some(',') {
            return;
        }
        let article = words[end + 1].lower;
        if !ARTICLES.contains(&article) || words[end + 1].is_candidate() {
            return;
        }
        let Some(noun) = self.head_noun(end + 2, sentence.end) else { return };
        let classes = self.classes_to(noun);
        let kind = self.kind_at(start);
        let known_place = kind == Some(PLACE) && words[start].lists & u32::from(list::COUNTRY | list::CITY) != 0;
        if classes & class::COMPANY_NOUN != 0 && !Self::is_person_noun(classes) && !known_place {
            self.set(start, end, ORGANIZATION);
        } else if classes & class::PLACE_NOUN != 0 && kind != Some(ORGANIZATION) {
            self.set(start, end, PLACE);
        } else if Self::is_person_noun(classes)
            && end - start <= 4
            && kind.is_none_or(|kind| kind == OTHER)
            && !self.has_organization_word(start, end)
        {
            self.set(start, end, PERSON);
        }
    }

    /// The last word of the noun phrase that starts at `start`: the word before a preposition, a relative pronoun or a sign.
    fn head_noun(&self, start: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 10;
        let words = self.words();
        let mut last = None;
        for (at, word) in words.iter().enumerate().take(end.min(start + LONGEST)).skip(start) {
            let hyphen = word.sign == Some('-');
            if (word.sign.is_some() && !hyphen) || (word.has(class::PHRASE_END) && !word.is(flag::TOUCHES)) {
                return last;
            }
            if !hyphen && !word.is(flag::POSSESSIVE) {
                last = Some(at);
            }
        }
        if start + LONGEST >= end { last } else { None }
    }

    /// "Oraan raised $3 million": only companies do that, unless the model knows better.
    fn read_verb_after(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        let words = self.words();
        let Some(verb) = words.get(end).filter(|_| end + 1 < sentence.end) else { return };
        if !verb.has(class::COMPANY_VERB) || verb.is_candidate() || end - start > 3 {
            return;
        }
        let mut money = end + 1;
        while money < sentence.end && money < end + 4 && words[money].is(flag::LETTER) && !words[money].is_candidate() {
            money += 1;
        }
        let is_money = words.get(money).is_some_and(|word| matches!(word.sign, Some('$' | '£' | '€' | '₹' | '¥')));
        let known = |bits: u16| words[start].lists & u32::from(bits) != 0;
        let person = known(list::GIVEN) && end - start >= 2;
        if is_money
            && matches!(self.kind_at(start), None | Some(PERSON | OTHER))
            && !person
            && !words[start].has(class::TITLE | class::OFFICE)
        {
            self.set(start, end, ORGANIZATION);
        }
    }

    /// "Zumbo announced results.": at the start of a sentence, a single word that no list and no text knew, before what companies do.
    fn read_stranger(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        let words = self.words();
        let word = words[start];
        if start != sentence.start || end - start != 1 || !word.is(flag::LETTER) || word.lists != 0 {
            return;
        }
        let does = words.get(end).is_some_and(|verb| end < sentence.end && verb.has(class::COMPANY_VERB) && !verb.is_candidate());
        let evidence = self.reading.evidence.of(word.lower);
        let is_known =
            evidence & (seen::SMALL | seen::AFTER_GIVEN | seen::AFTER_TITLE) != 0 || super::hash_table::clusters().get(word.lower) != 0;
        let plain = word.classes & (class::OFFICE | class::PERSON_NOUN | class::TITLE | class::COMPANY_NOUN | class::CLOSED) == 0;
        if does && !is_known && plain && matches!(self.kind_at(start), None | Some(PERSON | OTHER)) {
            self.set(start, end, ORGANIZATION);
        }
    }

    /// "Crunchbase and Invest2Innovate data": a single word that has data or shares is a company, and so is the one joined to it by "and".
    fn read_goods_after(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        let words = self.words();
        let is_goods = words.get(end).is_some_and(|word| end < sentence.end && word.has(class::COMPANY_GOODS) && !word.is_candidate());
        if !is_goods || end - start > 1 || !self.may_be_company(start) {
            return;
        }
        let other = start.checked_sub(2).filter(|&other| other >= sentence.start && words[start - 1].lower == hash_lower("and"));
        let other = other
            .filter(|&other| words[other].is_candidate() && self.run_to(other + 1, sentence.start) == other && self.may_be_company(other));
        self.set(start, end, ORGANIZATION);
        if let Some(other) = other {
            self.set(other, other + 1, ORGANIZATION);
        }
    }

    /// What the model took for a person does what only companies do: "Brask Lomond shares", "Brask Lomond's revenue", "Brask Lomond slid
    /// 5%", "Brask Lomond chairman Jane Doe".
    fn read_company_around(&mut self, start: usize, end: usize, sentence: &std::ops::Range<usize>) {
        let words = &self.words()[..sentence.end];
        if self.kind_at(start) != Some(PERSON) || end - start > 4 || end >= sentence.end || words[end].is_candidate() {
            return;
        }
        let next = &words[end];
        let after = words.get(end + 1);
        let holds = |word: Option<&NameWord>, class: u32| word.is_some_and(|word| word.has(class) && !word.is_candidate());
        let owns = next.is(flag::POSSESSIVE) && (1..=3).any(|ahead| holds(words.get(end + ahead), class::COMPANY_POSSESSION));
        let moves = next.has(class::MOVE) && self.is_move(end + 1, sentence.end);
        let has = next.has(class::COMPANY_GOODS);
        let employs = next.has(class::OFFICE) && !next.has(class::OFFICE_MODIFIER) && {
            let comma = after.is_some_and(|word| word.sign == Some(','));
            words.get(end + 1 + usize::from(comma)).is_some_and(|word| word.is_candidate() && !word.has(class::CLOSED))
        };
        if (owns || moves || has || employs) && !self.is_known_person(start, end) {
            self.set(start, end, ORGANIZATION);
        }
    }

    /// Whether a move's size stands at `at`: "over 8 per cent", "$1.90", "1.2%".
    fn is_move(&self, at: usize, end: usize) -> bool {
        let words = &self.words()[..end];
        let Some(number) = (at..end.min(at + 4)).find(|&at| words[at].is(flag::DIGIT)) else { return false };
        let money = matches!(words[number.saturating_sub(1)].sign, Some('$' | '£' | '€' | '₹' | '¥'));
        let unit = |word: &NameWord| word.sign == Some('%') || PERCENTS.contains(&word.lower);
        money || words[number + 1..].iter().take(2).any(unit)
    }

    /// Whether title, given name or a full name elsewhere says that it is a person.
    fn is_known_person(&self, start: usize, end: usize) -> bool {
        let words = &self.words()[start..end];
        let told = |word: &NameWord| self.reading.evidence.of(word.lower) & (seen::AFTER_GIVEN | seen::AFTER_TITLE) != 0;
        words.iter().any(told) || words[0].lists & u32::from(list::GIVEN) != 0
    }

    /// A name that ends with a company's legal form is the company's, whatever it sounds like, and so is that of a company that all know.
    fn read_forms(&mut self) {
        let words = &self.reading.words;
        for name in &mut self.names {
            let first = &words[name.words.start];
            let full = self.reading.evidence.of(first.lower) & (seen::AFTER_GIVEN | seen::AFTER_TITLE) != 0;
            if name.words.len() == 1 && matches!(name.kind, PERSON | PLACE) && first.has(class::COMPANY) && !full {
                name.kind = ORGANIZATION;
            }
            let last = &words[name.words.end - 1];
            let legal = last.has(class::LEGAL_FORM) && last.is(flag::CAPITAL | flag::ALL_CAPITALS);
            if name.words.len() > 1 && (legal || name.kind == PERSON && last.has(class::COMPANY_SUFFIX) && last.is(flag::CAPITAL)) {
                name.kind = ORGANIZATION;
                name.sure |= legal;
            }
        }
    }

    /// Whether nothing but the model's guess of a person speaks against a company.
    fn may_be_company(&self, at: usize) -> bool {
        let word = &self.words()[at];
        let listed = word.lists & u32::from(list::GIVEN | list::COUNTRY | list::CITY | list::OTHER) != 0;
        let surname = self.reading.evidence.of(word.lower) & (super::evidence::seen::AFTER_GIVEN | super::evidence::seen::AFTER_TITLE) != 0;
        let kind = self.kind_at(at);
        let starts_unnamed = kind.is_none() && word.is(flag::FIRST);
        (kind.is_none() || kind == Some(PERSON))
            && !listed
            && !surname
            && !word.has(class::CLOSED | class::CALENDAR | class::PEOPLE)
            && word.is(flag::LETTER)
            && !starts_unnamed
    }

    /// "Acme (NYSE: ACM)": the name before is a company; what stands in the brackets is none.
    fn read_brackets(&mut self, open: usize, sentence: &std::ops::Range<usize>) {
        let words = self.words();
        let Some(symbol) = super::ticker::in_brackets(&words[open..sentence.end]) else { return };
        let close = open + symbol.end;
        let first = self.names.partition_point(|name| name.words.end <= open);
        let last = self.names.partition_point(|name| name.words.start < close);
        self.names.drain(first..last);
        let mut start = self.run_to(open, sentence.start);
        // "Just Eat": inside a sentence, a capital makes any word part of a listed company's name.
        while start > sentence.start
            && start < open
            && self.words()[start - 1].is(flag::CAPITAL)
            && !self.words()[start - 1].is(flag::FIRST)
            && self.holding(start - 1).is_none()
        {
            start -= 1;
        }
        if start < open && (open - start > 1 || !self.words()[start].has(class::CLOSED)) {
            self.set(start, open, ORGANIZATION);
        }
    }

    /// Job titles, months, weekdays, closed-class words, measures and bare numbers are no names.
    fn drop_non_names(&mut self) {
        let words = &self.reading.words;
        self.names.retain(|name| {
            let all = &words[name.words.clone()];
            if !name.sure && name.kind == ORGANIZATION && is_portfolio(words, &name.words) {
                return false;
            }
            let empty = |word: &NameWord| {
                word.sign.is_some()
                    || word.is(flag::POSSESSIVE)
                    || word.has(class::CALENDAR) && word.lists & u32::from(list::GIVEN) == 0
                    || word.has(class::OFFICE | class::TITLE | class::HONORIFIC)
                        && word.lists & u32::from(list::COMPANY | list::ORGANIZATION) == 0
                    || word.has(class::CLOSED) && word.lists == 0
                    || word.has(class::MEASURE | class::LEGAL_FORM)
                    || word.has(class::NO_NAME) && (word.is(flag::ALL_CAPITALS) || word.span.end - word.span.start > 3)
                    || ENDINGS_OF_PEOPLE.contains(&word.lower)
                    || !word.is(flag::LETTER)
            };
            name.sure || !all.iter().all(empty)
        });
    }

    /// Gives a name that the article makes certain once the same kind wherever the same words stand.
    fn spread(&mut self) {
        let mut known: rustc_hash::FxHashMap<u32, Option<usize>> = rustc_hash::FxHashMap::default();
        let words = &self.reading.words;
        let phrase =
            |range: std::ops::Range<usize>| words[range].iter().fold(0, |hash, word| super::hash_table::phrase_step(hash, word.form));
        for name in self.names.iter().filter(|name| name.sure) {
            let entry = known.entry(phrase(name.words.clone())).or_insert(Some(name.kind));
            if *entry != Some(name.kind) {
                *entry = None;
            }
        }
        if known.is_empty() {
            return;
        }
        for name in self.names.iter().filter(|name| name.sure && name.kind == ORGANIZATION) {
            for end in self.short_forms(&name.words) {
                known.entry(phrase(name.words.start..end)).or_insert(Some(ORGANIZATION));
            }
        }
        for name in &mut self.names {
            if let Some(Some(kind)) = known.get(&phrase(name.words.clone())) {
                name.kind = *kind;
            }
        }
        self.by_stretches(|page, sentence| page.spread_to_untagged(&known, sentence));
    }

    /// Where shorter forms of a company's name end: "Brask Lomond Foods" and "Brask Lomond" of "Brask Lomond Foods Inc".
    fn short_forms(&self, name: &Range<usize>) -> impl Iterator<Item = usize> + use<'r> {
        let words = self.words();
        let mut core = name.end;
        while core > name.start + 1 && (words[core - 1].sign.is_some() || words[core - 1].has(class::COMPANY_SUFFIX | class::LEGAL_FORM)) {
            core -= 1;
        }
        let cut = core < name.end;
        let first = &words[name.start];
        let said = self.reading.evidence.of(first.lower) & (seen::AFTER_TITLE | seen::AFTER_GIVEN | seen::SMALL) != 0;
        let listed = first.lists & u32::from(list::GIVEN | list::SURNAME | list::COUNTRY | list::CITY | list::TOWN) != 0;
        let alone = cut && !said && !listed && !first.has(class::PEOPLE | class::CLOSED | class::ORGANIZATION_WORD | class::PLACE_WORD);
        // "New York" of "New York Foods Inc" stays a place.
        let of_place = first.lists >> 8 & u32::from(list::COUNTRY | list::CITY | list::TOWN) != 0;
        let (start, shortest) = (name.start, if of_place { core } else { name.start + 2 });
        let ends = |last: &NameWord| last.is_candidate() && !last.is(flag::PERIOD) && !last.has(class::PEOPLE);
        let whole = move |&end: &usize| end > start + 1 && ends(&words[end - 1]) && (cut || end < core);
        (shortest..core + 1).filter(whole).chain(alone.then_some(start + 1))
    }

    fn spread_to_untagged(&mut self, known: &rustc_hash::FxHashMap<u32, Option<usize>>, sentence: &Range<usize>) {
        const LONGEST: usize = 6;
        let words = self.words();
        for at in sentence.clone() {
            let inside = at > sentence.start && words[at - 1].is_candidate() && !words[at - 1].has(class::CLOSED | class::TITLE);
            if !words[at].is_candidate() || inside || self.holding(at).is_some() {
                continue;
            }
            let (mut hash, mut best) = (0, None);
            for end in at + 1..=sentence.end.min(at + LONGEST) {
                hash = super::hash_table::phrase_step(hash, words[end - 1].form);
                let whole = end == sentence.end || !words[end].is_candidate();
                if let (true, Some(Some(kind))) = (whole, known.get(&hash)) {
                    best = Some((end, *kind));
                }
            }
            if let Some((end, kind)) = best {
                self.set(at, end, kind);
            }
        }
    }
}

/// What a comma may stand before: "Acme, Inc".
pub(super) fn is_legal_ending(word: &NameWord) -> bool {
    static ENDINGS: [u32; 12] = hashes(*picked!(legal_form, ENDING));
    ENDINGS.contains(&word.lower)
}

/// "Minister for Information Technology": what an office is for is no name, unless it calls itself an organisation.
fn is_portfolio(words: &[NameWord], name: &std::ops::Range<usize>) -> bool {
    let Some(office) = name.start.checked_sub(2) else { return false };
    let joins = |word: &str| words[office + 1].lower == hash_lower(word);
    if !words[office].has(class::TITLE) || !words[office].is_candidate() {
        return false;
    }
    let of_government = ["minister", "secretary", "undersecretary", "commissioner"]
        .iter()
        .any(|office_word| hash_lower(office_word) == words[office].lower);
    of_government && joins("for")
        || (joins("of") || joins("for"))
            && !words[name.clone()]
                .iter()
                .any(|word| word.has(class::ORGANIZATION_WORD | class::COMPANY_SUFFIX) || word.lists & u32::from(list::ORGANIZATION) != 0)
}

#[cfg(test)]
mod tests {
    use crate::{Article, NameKind, Options, analyze};

    fn kind(text: &str, name: &str) -> Option<NameKind> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let named = sheet.entities.iter().find(|entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name));
        named.map(|entity| match entity.kind {
            crate::sheet::EntityKind::Person => NameKind::Person,
            crate::sheet::EntityKind::Organization => NameKind::Organization,
            crate::sheet::EntityKind::Place => NameKind::Place,
        })
    }

    #[test]
    fn what_a_company_does_makes_it_one() {
        for (text, name) in [
            ("Profit fell 3%, Calder Brandt's quarterly report showed.", "Calder Brandt"),
            ("Costs will fall, said Feld Lomond partner Petra Lindqvist.", "Feld Lomond"),
            ("The deal was led by Adler Voss LLP. A client of Adler Voss lost $5 million.", "Adler Voss"),
            ("Vale Corrin Foods Inc sold a plant. Vale Corrin had bought it in 2019.", "Vale Corrin"),
        ] {
            assert_eq!(kind(text, name), Some(NameKind::Organization), "{text}");
        }
    }

    #[test]
    fn who_gave_the_figures_has_a_name() {
        assert_eq!(kind("Shares rose 5%.\n\nSource: Brask Market Data\n", "Brask Market Data"), Some(NameKind::Organization));
        assert_eq!(kind("Shares rose 5%.\n\nSource: Weather and Rain of Norway are told\n", "Weather"), None);
    }

    #[test]
    fn people_and_places_stay_what_they_are() {
        assert_eq!(kind("Mr. Owen Feldgrau spoke. Feldgrau's shareholders rose.", "Owen Feldgrau"), Some(NameKind::Person));
        assert_eq!(kind("James Calder gained 5% of the vote.", "James Calder"), Some(NameKind::Person));
        assert_eq!(kind("New York Foods Inc opened a shop in New York in May.", "New York"), Some(NameKind::Place));
    }
}
