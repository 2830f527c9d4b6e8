//! Who is spoken of from sentence to sentence.

use super::nature::Nature;
use super::{CARRIED, Owners, SHARES, speaks};
use crate::document::Document;
use crate::text::{BlockKind, Sentence, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{COMPANY_NOUNS, EXPECTATIONS, PEOPLE, RATING_VERBS, READINGS, SAYING_VERBS, UNITS};
use std::ops::Range;

impl Owners<'_> {
    /// Goes on to a sentence: the name that each one on the way begins with is spoken of.
    pub(super) fn pass(&mut self, sentence: usize) {
        for at in self.next..=sentence {
            self.enter(at);
            if let Some(name) = self.lead(at).filter(|&name| !self.is_term(name)) {
                self.speak_of(name, at);
            }
        }
        self.next = self.next.max(sentence + 1);
    }

    /// Begins a sentence: an item of a list says nothing of whom the next one is about, and behind the hour of a new item of news
    /// nobody is spoken of yet.
    pub(super) fn enter(&mut self, sentence: usize) {
        let Some(here) = self.document.sentences.get(sentence) else { return };
        if here.block == BlockKind::Bullet {
            match self.before_list {
                None => self.before_list = Some((self.topic, self.topic_at)),
                Some((topic, _)) => (self.topic, self.topic_at) = (topic, sentence),
            }
        } else if self.before_list.is_some_and(|_| here.block != BlockKind::Bullet) {
            let in_item = sentence > 0 && self.document.sentences[sentence - 1].paragraph == here.paragraph;
            if !in_item && let Some((topic, at)) = self.before_list.take() {
                (self.topic, self.topic_at) = (topic, at.max(sentence.saturating_sub(1)));
            }
        }
        if self.is_timed(here) {
            (self.topic, self.company) = (None, None);
            self.item = Some(here.paragraph);
        }
    }

    /// "0734 GMT - ": whether another item of a page of news begins.
    pub(super) fn is_timed(&self, sentence: &Sentence) -> bool {
        let tokens = &self.document.tokens[sentence.tokens.clone()];
        let [hour, zone, dash, ..] = tokens else { return false };
        let zoned = ["GMT", "ET", "CET", "EST", "EDT"].contains(&zone.text(self.document.text));
        matches!(hour.kind, TokenKind::Number) && zoned && matches!(dash.kind, TokenKind::Sign('-' | '–' | '—'))
    }

    pub(super) fn speak_of(&mut self, entity: usize, sentence: usize) {
        self.topic = Some(entity);
        self.topic_at = sentence;
        if self.natures[entity] == Nature::Company {
            if self.company != Some(entity) {
                self.spoken.companies.push((sentence, entity));
            }
            self.company = Some(entity);
            self.company_at = sentence;
        }
    }

    /// The name that the sentence begins with, if it is what the sentence is about: no source, no person, not behind a preposition.
    pub(super) fn lead(&self, sentence: usize) -> Option<usize> {
        const FARTHEST: usize = 24;
        let document = self.document;
        let tokens = document.sentences.get(sentence)?.tokens.clone();
        let start = document.tokens[tokens.start].span.start;
        let last = document.tokens[tokens.end.min(tokens.start + FARTHEST) - 1].span.end;
        let first = self.places.partition_point(|(place, _)| place.start < start);
        let near = self.places[first..].iter().take_while(|(place, _)| place.end <= last);
        if let Some(rated) = self.rated(near.clone().copied(), &tokens) {
            return Some(rated);
        }
        let named = near.copied().find(|&(place, i)| self.leads(place, i, tokens.clone())).map(|(_, i)| self.same[i]);
        named.or_else(|| self.short.get(document.word(tokens.start)).copied())
    }

    /// "Acme cut its target on Velora": the company whose share another one rates.
    pub(super) fn rated(&self, named: impl Iterator<Item = (Span, usize)>, sentence: &Range<usize>) -> Option<usize> {
        let document = self.document;
        let mut named = named.skip_while(|(place, _)| !is_rating(document, document.token_at(place.end), sentence));
        named.next()?;
        let on = |&(place, entity): &(Span, usize)| {
            let begin = document.token_at(place.start);
            let firm = self.natures[self.same[entity]] == Nature::Company;
            firm && begin > sentence.start
                && (["on", "of", "for", "to"].contains(&document.word(begin - 1))
                    || document
                        .tokens
                        .get(document.token_at(place.end))
                        .is_some_and(|mark| mark.text(document.text).starts_with(['\'', '’'])))
        };
        named.find(on).map(|(_, entity)| self.same[entity])
    }

    /// Whether the name is what its sentence is about.
    pub(super) fn leads(&self, place: Span, entity: usize, sentence: Range<usize>) -> bool {
        let document = self.document;
        let (begin, next) = (document.token_at(place.start), document.token_at(place.end));
        let word = |at: usize| if sentence.contains(&at) { document.word(at) } else { "" };
        let opens = |at: usize| {
            at < sentence.start
                || document.tokens[at].kind != TokenKind::Word
                || LEADING.has(document.word(at))
                || COMPANY_NOUNS.has(document.word(at))
                || document.word(at).starts_with(char::is_uppercase) && !HANGING.has(document.word(at))
                || document.word(at) == "of" && at > sentence.start && SHARES.has(document.word(at - 1))
        };
        let before = begin.wrapping_sub(1);
        let such_as = word(before) == "as" && before > sentence.start && word(before - 1) == "such";
        // a name within a list, or behind another subject, is not what the sentence begins with
        let behind_subject = begin > sentence.start
            && (document.tokens[before].is_sign(',') || word(before) == "and")
            && !is_introduction(document, sentence.start)
            && !(sentence.start..before).all(|at| document.word(at).starts_with(char::is_uppercase));
        let begins = begin == sentence.start
            || opens(before) && !such_as && (!word(before).eq_ignore_ascii_case("the") || before == sentence.start || opens(before - 1));
        let possessive = word(next).starts_with(['\'', '’']);
        let behind = if possessive { next + 1 } else { next };
        let own = self.same[entity];
        let mut verb = next;
        while ["also", "has", "had", "recently", "now", "further", "however"].contains(&word(verb)) || word(verb).ends_with("ly") {
            verb += 1;
        }
        let source = PEOPLE.has(word(next))
            || !possessive && (READINGS.has(word(next)) || EXPECTATIONS.has(word(next))) && !CHANGED.has(word(next))
            || !possessive && PEOPLE.has(word(next + 1)) && !SAYING_VERBS.has(word(next))
            || speaks(word(verb)) && self.main.is_some_and(|main| main != own)
            || word(next + 1) == "that" && SAYING_VERBS.has(word(next)) && self.main.is_none_or(|main| main != own);
        let rates = is_rating(document, next, &sentence);
        let part = UNITS.has(word(behind)) || COMPANY_NOUNS.has(word(behind)) && !SHARES.has(word(behind)) || word(next) == "-";
        let can = match self.natures[own] {
            Nature::Company => true,
            Nature::Place => possessive || begin == sentence.start && word(next).starts_with(char::is_lowercase),
            _ => false,
        };
        can && begins && !behind_subject && !source && !rates && !part
    }

    /// What is spoken of, where it was named not long ago.
    pub(super) fn near_topic(&self, sentence: usize) -> Option<usize> {
        let sentences = &self.document.sentences;
        let near = sentence.saturating_sub(self.topic_at) <= CARRIED
            || sentences.get(sentence).zip(sentences.get(self.topic_at)).is_some_and(|(a, b)| a.paragraph == b.paragraph);
        self.topic.filter(|_| near)
    }

    /// The company named last, or the one that the article is about where that was long ago.
    pub(super) fn spoken_company(&self, sentence: usize) -> Option<usize> {
        let main = self.main.filter(|&main| self.natures[main] == Nature::Company);
        let sentences = &self.document.sentences;
        let near = sentence.saturating_sub(self.company_at) <= CARRIED
            || sentences.get(sentence).zip(sentences.get(self.company_at)).is_some_and(|(a, b)| a.paragraph == b.paragraph);
        self.company.filter(|_| near || !self.firm).or(main)
    }

    /// Whether the article, which is about another company, only names it on the way: what stands in its other paragraphs is not its own.
    pub(super) fn is_aside(&self, topic: usize) -> bool {
        let other = self.main.filter(|&main| main != topic && self.firm && self.natures[topic] == Nature::Company);
        other.is_some_and(|main| 2 * self.named[topic] <= self.named[main])
    }

    /// Whether the name is of a contract or a law, which has figures of its own but is not what is spoken of.
    pub(super) fn is_term(&self, entity: usize) -> bool {
        static TERMS: WordList =
            WordList::new(words!("facility|agreement|act|plan|program|programme|contract|indenture|bill|treaty|rule|code"));
        let name = &self.entities[entity].name;
        name.contains(' ') && name.rsplit(' ').next().is_some_and(|last| TERMS.has(last))
    }
}

/// Whether who stands before the word rates shares of another: "Acme cut its target", "Acme slightly raised its rating".
pub(super) fn is_rating(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let verb = at + usize::from(at < sentence.end && document.word(at).ends_with("ly"));
    let rated =
        |at: usize| ["target", "rating", "upgraded", "downgraded", "upgrades", "downgrades", "outlook"].contains(&document.word(at));
    verb < sentence.end && RATING_VERBS.has(document.word(verb)) && (verb..sentence.end).any(rated)
}

/// Whether a word that begins a sentence leads to its subject: "In", "While", "Meanwhile", "Separately".
pub(super) fn is_introduction(document: &Document, at: usize) -> bool {
    static LEADS: WordList = WordList::new(words!(
        "in|on|at|for|from|during|with|by|under|over|through|following|based|compared|because|since|until|if|once|after|before|as|while|\
        when|although|though|whereas|but|and|still|then|now|earlier|later|besides|looking|among|of|to|speaking|founded|headquartered|\
        established|formerly|finally|third|say|post|pursuant|alongside|beyond|aside|apart|\
        last|despite|excluding"
    ));
    let first = &document.tokens[at];
    let word = first.text(document.text);
    let aside = document.tokens.get(at + 1).is_some_and(|next| next.is_sign(','));
    first.kind != TokenKind::Word || aside || LEADS.has(word) || word.ends_with("ly") || word.ends_with("day") || word.ends_with("ing")
}

/// Nouns of what is read that a company's own figures may stand behind: "Acme reports".
pub(super) static CHANGED: WordList = WordList::new(words!("reports|records|estimates|forecasts|forecast|index|statement|study"));

/// Words behind which the subject of a sentence stands.
pub(super) static LEADING: WordList =
    WordList::new(words!("the|while|but|and|as|that|although|though|meanwhile|however|also|when|because"));

/// Words after which a name is not what a sentence is about.
pub(super) static HANGING: WordList =
    WordList::new(words!("in|at|from|for|by|to|of|with|than|against|into|among|on|over|across|via|like|after|before|under|and|or|as|per"));
