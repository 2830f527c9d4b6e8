//! Whose a figure is where its clause does not tell: the owner before it, or what the article is about.

use super::Owner::{Named, Open};
use super::kinds::{COUNTRY_HAS, COUNTRY_MEASURES, FIRM_MEASURES, has_word, is_policy_rate, is_statistic};
use super::nature::Nature;
use super::{Owner, Owners};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::fact::FigureFact;
use crate::relate::phrase::{ItemKind, View};
use crate::text::{BlockKind, TokenKind};
use crate::words::WordList;

impl Owners<'_> {
    /// The owner that goes on.
    pub(super) fn carried(&self, fact: &FigureFact) -> Owner {
        self.goes_on(fact, |entity| self.fits(entity, fact))
    }

    /// Whether the figure is one of the economy that a central bank speaks of, in a paragraph that names no other.
    fn is_of_economy(&self, fact: &FigureFact) -> bool {
        static ABROAD: WordList = WordList::new(words!(
            "global|world|worldwide|globally|abroad|foreign|international|oil|gold|advanced|emerging|partners|overseas"
        ));
        static ECONOMY: WordList = WordList::new(words!("economic|expectations|interest|monetary|sector|sectors|inflation|activity"));
        // "the bank leaves its target at 5%": the bank is spoken of
        if self.topic_at == fact.sentence && self.topic.is_some_and(|topic| !self.is_country(topic)) {
            return false;
        }
        let Some(home) = self.home.filter(|_| fact.figure.kind == FigureKind::Percent) else { return false };
        let paragraph = self.paragraph(fact.sentence);
        let span = self.document.span(paragraph.clone());
        let from = self.places.partition_point(|(place, _)| place.start < span.start);
        let mut named = self.places[from..].iter().take_while(|(place, _)| place.start < span.end).map(|&(_, i)| self.same[i]);
        !named.any(|i| i != home && self.natures[i] == Nature::Place && self.entities[i].country.is_some())
            && !paragraph.clone().any(|at| ABROAD.has(self.document.word(at)))
            && (self.minutes
                || paragraph.into_iter().map(|at| self.document.word(at)).any(|word| ECONOMY.has(word) || COUNTRY_MEASURES.has(word)))
    }

    /// The tokens of the paragraph up to the end of the sentence, a few sentences at most.
    fn paragraph(&self, sentence: usize) -> std::ops::Range<usize> {
        const FARTHEST: usize = 12;
        let sentences = &self.document.sentences;
        let Some(last) = sentences.get(sentence) else { return 0..0 };
        let far = sentence.saturating_sub(FARTHEST);
        let other = sentences[far..sentence].iter().rposition(|other| other.paragraph != last.paragraph);
        sentences[other.map_or(far, |before| far + before + 1)].tokens.start..last.tokens.end
    }

    pub(super) fn goes_on(&self, fact: &FigureFact, fits: impl Fn(usize) -> bool) -> Owner {
        let sentence = fact.sentence;
        // what one figure leaves open, another may tell: "11.5 Liabilities were $5m"
        if let Some((_, owner)) = self.told.last().filter(|_| self.told.iter().any(|(_, owner)| *owner != Open)) {
            return *owner;
        }
        if self.dialogue {
            return Open;
        }
        let policy = self.central && is_policy_rate(fact);
        if is_statistic(fact) || policy || self.central && self.is_of_economy(fact) {
            let beside = self.document.sentences[self.topic_at].paragraph == self.document.sentences[sentence].paragraph;
            let country = self.near_topic(sentence).filter(|&topic| self.is_country(topic) && (beside || self.home.is_none()));
            let country = country.or(self.main.filter(|&main| self.is_country(main)));
            return country.or(self.home.filter(|_| !self.firm || self.central)).or(self.bank.filter(|_| policy)).map_or(Open, Named);
        }
        // "we" of a company whose name the text does not tell
        if self.is_unnamed() {
            return Open;
        }
        let sentences = &self.document.sentences;
        let beside = self.topic_at == sentence
            || sentences[self.topic_at].paragraph == sentences[sentence].paragraph && sentences[sentence].block != BlockKind::Bullet;
        let topic = self.near_topic(sentence).filter(|&topic| beside || !self.is_aside(topic));
        if beside && topic.is_some_and(|topic| !fits(topic)) {
            return Open;
        }
        let main = || self.main.filter(|&main| self.item.is_none() && !self.rivalled(sentence) && fits(main));
        topic.filter(|&topic| fits(topic)).or_else(main).map_or(Open, Named)
    }

    /// Whether the measure is one that the name can have, where nothing beside it says whose it is.
    pub(super) fn fits(&self, entity: usize, fact: &FigureFact) -> bool {
        if self.natures[entity] == Nature::Place {
            let said = !self.itself || self.topic == Some(entity) && self.topic_at == fact.sentence || has_word(fact, &COUNTRY_HAS);
            // a count of things is not the country's that was spoken of before: "two lists"
            let counted = fact.figure.kind != FigureKind::Quantity
                || self.topic == Some(entity) && self.topic_at == fact.sentence
                || has_word(fact, &COUNTRY_HAS)
                || has_word(fact, &COUNTRY_MEASURES);
            return self.entities[entity].country.is_some() && said && counted;
        }
        let measure = fact.measure.as_deref().unwrap_or_default();
        let of_firm = has_word(fact, &FIRM_MEASURES);
        let of_country = has_word(fact, &COUNTRY_MEASURES);
        let beside = measure.is_empty() && self.topic == Some(entity) && fact.sentence - self.topic_at <= 1;
        // "Acme announced the disposal of a vessel for $5m"
        let deal = fact.figure.kind == FigureKind::Amount && self.topic == Some(entity) && self.topic_at == fact.sentence && !of_country;
        of_firm || beside || deal || self.firm && self.main == Some(entity) && !of_country
    }

    /// Whether the paragraph so far names another company than the one that the article is about.
    pub(super) fn rivalled(&self, sentence: usize) -> bool {
        if sentence >= self.document.sentences.len() {
            return true;
        }
        let span = self.document.span(self.paragraph(sentence));
        let from = self.places.partition_point(|(place, _)| place.start < span.start);
        self.places[from..]
            .iter()
            .take_while(|(place, _)| place.start < span.end)
            .any(|&(_, i)| self.natures[self.same[i]] == Nature::Company && self.main != Some(self.same[i]))
    }

    /// "Acme will:" before a list: whose doings its items are.
    pub(super) fn promised(&self, view: View, sentence: usize) -> Owner {
        const LONGEST: usize = 40;
        static VERBS: WordList = WordList::new(words!("will|has|would|can|must|shall|have|plans|intends|pledges"));
        let document = self.document;
        let sentences = &document.sentences;
        let bullet = |i: usize| sentences[i].block == BlockKind::Bullet;
        let begins = (0..view.items.len()).find(|&i| view.items[i].kind == ItemKind::Word);
        if !bullet(sentence) || !begins.is_some_and(|first| view.class(first) != Some(Class::Noun)) {
            return Open;
        }
        let Some(lead) = (sentence.saturating_sub(LONGEST)..sentence).rev().find(|&i| !bullet(i)) else { return Open };
        let mut words = sentences[lead].tokens.clone().rev().filter(|&at| !matches!(document.tokens[at].kind, TokenKind::Newline { .. }));
        let colon = words.next().filter(|&at| document.tokens[at].is_sign(':'));
        let Some(verb) = colon.and_then(|_| words.find(|&at| document.word(at) != "to")) else { return Open };
        let verb = if document.word(verb) == "also" { verb.saturating_sub(1) } else { verb };
        let place = self.places.partition_point(|(place, _)| document.token_at(place.end) < verb);
        let named = self.places.get(place).filter(|(place, _)| document.token_at(place.end) == verb);
        match named {
            Some(&(_, entity)) if VERBS.has(document.word(verb)) && self.natures[self.same[entity]] != Nature::Nobody => Named(entity),
            _ => Open,
        }
    }
}
