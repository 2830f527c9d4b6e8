//! What an article is about: its company or its country, and who speaks in it.

use super::Owners;
use super::nature::Nature;
use crate::mention::EntityKind;
use crate::text::Span;
use crate::words::WordList;
use crate::words::relating::COMPANY_NOUNS;

impl Owners<'_> {
    /// The company that a spin-off or a merger makes: "to be called Acme", "will be known as Acme".
    pub(super) fn coming(&self) -> Option<usize> {
        let document = self.document;
        let called = |&&(place, entity): &&(Span, usize)| {
            let begin = document.token_at(place.start);
            let word = |back: usize| begin.checked_sub(back).map_or("", |at| document.word(at));
            let named = ["called", "named"].contains(&word(1)) && word(2) == "be";
            let known = word(1) == "as" && word(2) == "known" && word(3) == "be";
            (named || known) && self.entities[entity].kind == EntityKind::Organization
        };
        self.places.iter().find(called).map(|&(_, entity)| self.same[entity])
    }

    /// The company, or other thing, that the article is about: the one named most, with a ticker, as "the Company", behind "About".
    pub(super) fn main(&self) -> Option<usize> {
        let mut weight = vec![0usize; self.entities.len()];
        let mut count = vec![0usize; self.entities.len()];
        let mut lead = None;
        let first = self.document.sentences.get(2).or(self.document.sentences.last());
        let head = first.map_or(0, |sentence| self.document.span(sentence.tokens.clone()).end);
        for &(span, i) in self.places {
            let own = self.same[i];
            let points = match self.natures[i] {
                Nature::Company => 2,
                Nature::Place if self.entities[i].country.is_some() => 2,
                _ => continue,
            };
            weight[own] += points;
            count[own] += 1;
            if self.natures[i] == Nature::Company {
                if lead.is_none() && span.end <= head {
                    lead = Some(own);
                    weight[own] += 4;
                }
                if self.is_defined(span) {
                    weight[own] += 12;
                }
                if self.document.text[..span.start].ends_with("About ") {
                    weight[own] += 8;
                }
            }
        }
        for (i, entity) in self.entities.iter().enumerate() {
            if entity.ticker.is_some() && self.natures[i] == Nature::Company {
                weight[self.same[i]] += 4;
            }
        }
        let best = (0..weight.len()).max_by_key(|&i| (weight[i], std::cmp::Reverse(i)))?;
        // a country that is only mentioned on the way is not what it is about
        let early = |entity: usize| self.places.iter().any(|&(span, i)| self.same[i] == entity && span.start < head);
        if self.natures[best] == Nature::Place && !early(best) {
            return None;
        }
        let second = (0..weight.len()).filter(|&i| i != best).map(|i| weight[i]).max().unwrap_or(0);
        let known = count[best] >= 2 || weight[best] >= 10;
        (known && weight[best] >= 4 && weight[best] * 2 >= second * 3).then_some(best)
    }

    /// Whether the name is surely of a company: by its form, its ticker, or as a release calls itself.
    pub(super) fn is_firm(&self, entity: usize) -> bool {
        static FORMS: WordList = WordList::new(picked!(legal_form, FIRM, "fund"));
        let own = (0..self.entities.len()).filter(|&i| self.same[i] == entity);
        self.natures[entity] == Nature::Company
            && own.into_iter().any(|i| {
                let named = &self.entities[i];
                let last = named.name.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
                named.ticker.is_some()
                    || FORMS.has(last) && named.name.contains(' ')
                    || named.mentions.iter().any(|&span| self.is_defined(span))
            })
    }

    /// Whether "(the “Company”)" follows the name.
    pub(super) fn is_defined(&self, name: Span) -> bool {
        let tokens = &self.document.tokens;
        let first = self.document.token_at(name.end);
        let near = &tokens[first.min(tokens.len())..tokens.len().min(first + 16)];
        near.windows(2).any(|pair| {
            (pair[0].is_sign('“') || pair[0].is_sign('"'))
                && COMPANY_NOUNS.has(pair[1].text(self.document.text))
                && pair[1].text(self.document.text).starts_with(char::is_uppercase)
        })
    }

    /// Whether a company speaks of itself that the text does not name.
    pub(super) fn is_unnamed(&self) -> bool {
        self.itself && self.main.is_none_or(|main| self.natures[main] != Nature::Company)
    }

    pub(super) fn is_country(&self, entity: usize) -> bool {
        self.natures[entity] == Nature::Place && self.entities[entity].country.is_some()
    }

    /// The country that the article speaks of: the one spoken of last, else the only one, or the one named far more than others.
    pub(super) fn country(&self) -> Option<usize> {
        if let Some(topic) = self.topic.filter(|&topic| self.is_country(topic)) {
            return Some(topic);
        }
        let count = |i: usize| self.entities[i].mentions.len();
        let mut countries: Vec<usize> = (0..self.entities.len()).filter(|&i| self.is_country(i)).collect();
        countries.sort_unstable_by_key(|&i| std::cmp::Reverse(count(i)));
        let (&first, rest) = countries.split_first()?;
        rest.first().is_none_or(|&second| count(first) >= 2 * count(second)).then_some(first)
    }

    /// The country that is named several times, and more often than all others together.
    pub(super) fn only_country(&self) -> Option<usize> {
        const OFTEN: usize = 3;
        // where an article says early on what it is about, in bytes
        const HEAD: usize = 600;
        let count = |i: usize| if self.is_country(i) { self.entities[i].mentions.len() } else { 0 };
        let first = (0..self.entities.len()).max_by_key(|&i| (count(i), std::cmp::Reverse(i)))?;
        let early = self.entities[first].mentions.first().is_some_and(|mention| mention.start < HEAD);
        let all: usize = (0..self.entities.len()).map(count).sum();
        (early && count(first) >= OFTEN && count(first) * 2 > all).then_some(first)
    }
}
