//! What the names of an article are: which of them are one, and by which words one stands for another.

use super::Owners;
use super::nature::Nature;
use crate::mention::{EntityKind, NamedEntity};
use crate::words::WordList;

impl<'d> Owners<'d> {
    /// Makes one of the names that are alike, and of those in brackets behind another: "Velora Ltd. (VLR)". An acronym in brackets
    /// behind common words names nobody.
    pub(super) fn unite(&mut self) {
        self.same.extend(0..self.entities.len());
        let mut first: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
        for (i, entity) in self.entities.iter().enumerate() {
            self.same[i] = *first.entry(entity.name.as_str()).or_insert(i);
        }
        let text = self.document.text;
        for (k, &(span, i)) in self.places.iter().enumerate() {
            let before = text[..span.start].trim_end_matches(['"', '“']);
            let Some(open) = before.strip_suffix('(').map(str::trim_end) else { continue };
            if !text[span.end..].starts_with([')', '"', '”', ';', ',']) || span.of(text).contains(' ') {
                continue;
            }
            let named = k.checked_sub(1).map(|before| self.places[before]).filter(|(other, _)| {
                other.end <= open.len() && open.len() - other.end <= 3 && !open[other.end..].contains([',', '.', ';'])
            });
            match named {
                Some((_, other)) if self.natures[self.same[other]] != Nature::Nobody => {
                    let united = self.same[other];
                    if united != self.same[i] && self.natures[united] != Nature::Person {
                        self.same[i] = united;
                    }
                }
                _ => {
                    let word = open.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
                    if word.starts_with(char::is_lowercase) {
                        self.natures[i] = Nature::Nobody;
                    }
                }
            }
        }
        for i in 0..self.same.len() {
            self.same[i] = self.same[self.same[i]];
        }
    }

    /// Learns what else the companies are called: the ticker, and the first word of a longer name where only one begins with it.
    pub(super) fn shorten(&mut self) {
        let mut put = |word: &'d str, entity: usize| {
            self.short.entry(word).and_modify(|known| *known = if *known == entity { entity } else { usize::MAX }).or_insert(entity);
        };
        for (i, entity) in self.entities.iter().enumerate() {
            if self.natures[i] != Nature::Company || self.natures[self.same[i]] != Nature::Company {
                continue;
            }
            let own = self.same[i];
            let first = entity.name.split(' ').next().unwrap_or_default();
            put(&entity.name, own);
            entity.ticker.as_deref().into_iter().for_each(|ticker| put(ticker, own));
            if first.len() > 4 && first.len() < entity.name.len() && first.starts_with(char::is_uppercase) && !COMMON_FIRST.has(first) {
                put(first, own);
            }
        }
        self.short.retain(|_, entity| *entity != usize::MAX);
    }

    /// Learns the bodies that a noun alone may mean: "the university" of "Brask University" or "the University of Bergen".
    pub(super) fn found(&mut self) {
        for (i, entity) in self.entities.iter().enumerate() {
            if entity.kind != EntityKind::Organization || !matches!(self.natures[i], Nature::Company | Nature::Body) {
                continue;
            }
            let (own, at) = (self.same[i], entity.mentions.first().map_or(usize::MAX, |mention| mention.start));
            let mut words = entity.name.split(' ');
            let first = words.next().filter(|_| words.next() == Some("of"));
            let last = entity.name.rsplit_once(' ').map(|(_, last)| last);
            for noun in first.into_iter().chain(last).filter(|noun| INSTITUTIONS.has(noun)) {
                let known = self.institutions.entry(noun.to_ascii_lowercase()).or_insert((own, at));
                *known = (if known.0 == own { own } else { usize::MAX }, known.1.min(at));
            }
        }
    }

    /// The adjectives of the places whose names end so that "n" makes one: "Alaska", "Alaskan".
    pub(super) fn adjectives(entities: &[NamedEntity]) -> rustc_hash::FxHashMap<String, usize> {
        let places = entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Place && entity.name.ends_with('a'));
        places.map(|(i, entity)| (format!("{}n", entity.name), i)).collect()
    }
}

/// Words with which many names begin, and which tell none alone.
pub(super) static COMMON_FIRST: WordList = WordList::new(picked!(
    common,
    FIRST,
    "australian|canadian|indian|chinese|japanese|german|french|public|social|standard|energy|digital|capital|advanced|applied|health|\
    medical|financial|insurance|investment|technology|group|under|after|with|western|eastern|southern|northern|pacific|atlantic|union|\
    trust|economic|climate|green|press|news|investor|market|markets|total|price|annual|premium"
));

/// Nouns with which bodies are named, and which stand for the one that was named.
pub(super) static INSTITUTIONS: WordList = WordList::new(words!(
    "bank|fund|trust|university|college|hospital|commission|ministry|department|agency|council|committee|authority|foundation|institute|\
    association|federation|union|airline|airlines|railway|railroad|government|museum|bureau|laboratory|academy|society|partnership|\
    administration|clinic|district|service"
));
