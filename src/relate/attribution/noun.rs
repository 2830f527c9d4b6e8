//! Whom a noun stands for: "the report", "the ministry", "the bank".

use super::SpeakerReader;
use super::goes_on::CARRIED;
use super::speech::Heard;
use crate::mention::EntityKind;
use crate::text::TokenKind;
use crate::words::WordList;
use crate::words::relating::{BODIES, COMPANY_NOUNS, EXPECTING, PEOPLE, READINGS};
use std::ops::Range;

impl SpeakerReader<'_> {
    /// "per a poll from Acme", "per research firm Acme".
    pub(super) fn named_by_noun(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        static GIVERS: WordList = WordList::new(words!("database|platform|tracker|provider|researcher|website|analyst|pollster|firm"));
        let nouns = start..sentence.end.min(start + 6);
        let given = nouns.clone().any(|at| self.word_in(at, &READINGS) || self.word_in(at, &GIVERS));
        if given { self.named_after(start, sentence, 9) } else { None }
    }

    /// "according to the company", "to a spokesman for the ministry", "to the report": whom the noun stands for.
    pub(super) fn source_noun(&self, start: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        const REACH: usize = 9;
        let last = sentence.end.min(start + REACH);
        if self.word_is(start, &["its", "their"]) {
            return self.firm_before(start, sentence);
        }
        for at in start..last {
            if matches!(self.document.tokens[at].kind, TokenKind::Sign(_)) || self.word_is(at, &["which", "that", "who", "with"]) {
                break;
            }
            let definite = at > start && self.word_is(at - 1, &["the"]) || at > start + 1 && self.word_is(at - 2, &["the"]);
            if !definite {
                continue;
            }
            if self.word_in(at, &READINGS) {
                return heard.reading;
            }
            if let Some(named) = self.by_office(at + 1, sentence, heard) {
                return Some(named);
            }
        }
        None
    }

    /// "The report said", "the data showed": what was read before goes on.
    pub(super) fn is_reading(&self, verb: usize, sentence: &Range<usize>) -> bool {
        verb >= sentence.start + 2 && self.word_in(verb - 1, &READINGS) && self.word_is(verb - 2, &["the", "that", "this"])
    }

    /// Whether a noun of what is read stands closely before the verb: "a report by Acme said".
    pub(super) fn reads_out(&self, verb: usize, sentence: &Range<usize>) -> bool {
        (sentence.start.max(verb.saturating_sub(READ))..verb).any(|at| self.word_in(at, &READINGS))
    }

    /// "Data from Acme showed", "the Acme survey suggests".
    pub(super) fn reading(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
        if !self.reads_out(verb, sentence) {
            return None;
        }
        let start = sentence.start.max(verb.saturating_sub(READ));
        let from = self.document.tokens[start].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[verb].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        // "bought the home for $5m, records show": nobody's that is named before the comma
        let bare = (start..verb).rev().take_while(|&at| self.document.tokens[at].kind == TokenKind::Word && !self.is_upper(at)).count();
        if bare < verb - start && self.document.tokens[verb - 1 - bare].is_sign(',') {
            return None;
        }
        let is_body = |i: &usize| self.entities[*i].kind == EntityKind::Organization;
        named
            .clone()
            .find(is_body)
            .or_else(|| named.into_iter().find(|&i| self.entities[i].country.is_none() && self.entities[i].kind != EntityKind::Person))
    }

    /// "the minister hoped", "the ministry said", "the company said": the one person of the article with that office, the authority of
    /// that sort, the company spoken of.
    pub(super) fn by_office(&self, verb: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        let last = heard.last;
        let noun = self.document.tokens[verb - 1];
        let number = self.document.sentence_at(noun.span.start);
        let house = heard.house.filter(|_| number - heard.at.min(number) <= CARRIED);
        if noun.kind == TokenKind::Word && self.word_is(verb - 1, &["analysts", "economists", "strategists"]) {
            let bare = verb == sentence.start + 1 || self.document.tokens[verb - 2].kind != TokenKind::Word;
            let tells = !self.document.tokens.get(verb).is_some_and(|verb| EXPECTING.has(verb.text(self.document.text)));
            if bare && tells {
                return house;
            }
        }
        if noun.kind != TokenKind::Word || verb < sentence.start + 2 {
            return None;
        }
        let noun = noun.text(self.document.text);
        let definite = (sentence.start.max(verb.saturating_sub(5))..verb - 1).any(|i| self.word_is(i, &["the", "this"]));
        // "The Bergen, Norway-based company"
        let based = || {
            let far = sentence.start.max(verb.saturating_sub(10))..verb - 1;
            let the = far.clone().rev().find(|&i| self.word_is(i, &["the"]));
            the.is_some_and(|the| {
                (the + 1..verb - 1)
                    .all(|i| self.document.tokens[i].kind != TokenKind::Word || self.is_upper(i) || self.word_is(i, &["based"]))
            })
        };
        if !definite && !based() {
            return None;
        }
        if PEOPLE.has(noun) {
            return last.filter(|_| self.word_is(verb - 2, &["the"]));
        }
        if self.word_is(verb - 2, &["the"]) {
            if let Some(holder) = self.holders().office(noun) {
                return holder;
            }
            let body = self.holders().body(noun).filter(|_| BODIES.has(noun) || noun == "bank");
            if body.is_some() {
                return body;
            }
        }
        if matches!(noun, "bank" | "brokerage" | "broker" | "firm") && number - heard.at.min(number) <= 2 {
            // "the bank noted", behind what an analyst of it said
            let person = last.filter(|&last| self.entities[last].kind == EntityKind::Person && heard.person == Some(last));
            if let Some(said) = house.or(person.filter(|_| self.word_is(verb - 2, &["the"]))) {
                return Some(said);
            }
        }
        if COMPANY_NOUNS.has(noun) || noun == "exchange" {
            let spoken = self.spoken.company(self.document.sentence_at(self.document.tokens[verb].span.start));
            let spoken = spoken.filter(|&spoken| self.entities[spoken].kind != EntityKind::Person);
            // "the firm pointed out", where none is spoken of but who spoke last
            let near = || last.filter(|&last| number - heard.at.min(number) <= 2 && self.entities[last].kind == EntityKind::Organization);
            return spoken.or_else(near).or_else(|| self.firm_before(verb, sentence));
        }
        None
    }
}

/// How far the noun of what is read may stand from its verb, in tokens.
pub(super) const READ: usize = 16;
