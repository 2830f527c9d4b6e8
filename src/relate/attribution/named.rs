//! Whom the names around a word are.

use super::SpeakerReader;
use crate::mention::EntityKind;
use crate::text::{Span, TokenKind};
use crate::words::relating::{BODIES, EXCHANGES, PEOPLE};
use std::ops::Range;

impl SpeakerReader<'_> {
    /// The organisation or person whose name begins at the token, over an article.
    pub(super) fn named_at(&self, at: usize) -> Option<usize> {
        let at = if self.word_is(at, &["the"]) { at + 1 } else { at };
        let start = self.document.tokens.get(at)?.span.start;
        let place = self.places.partition_point(|(place, _)| place.start < start);
        let &(span, entity) = self.places.get(place).filter(|(place, _)| place.start == start)?;
        if self.entities[entity].country.is_some() {
            // "by Norway's Trade Ministry"
            let mark = self.document.token_at(span.end);
            let possessive = self.document.tokens.get(mark)?.text(self.document.text).starts_with(['\'', '’']);
            let start = self.document.tokens.get(mark + usize::from(possessive))?.span.start;
            let &(_, body) = self.places.get(place + 1).filter(|(next, _)| next.start == start)?;
            return (self.entities[body].kind == EntityKind::Organization).then_some(body);
        }
        (!EXCHANGES.has(&self.entities[entity].name)).then_some(entity)
    }

    /// The person named within `reach` tokens from `start` before a comma, else the organisation.
    pub(super) fn named_after(&self, start: usize, sentence: &Range<usize>, reach: usize) -> Option<usize> {
        let last = sentence.end.min(start + reach);
        let stop = (start..last)
            .find(|&i| {
                matches!(self.document.tokens[i].kind, TokenKind::Sign(',' | ';' | '”' | '"' | '“' | '(')) || self.word_is(i, &["with"])
            })
            .unwrap_or(last);
        if stop <= start {
            return None;
        }
        let span = self.document.span(start..stop);
        let first = self.places.partition_point(|(place, _)| place.start < span.start);
        let named = self.places[first..].iter().take_while(|(place, _)| place.start < span.end).map(|&(_, i)| i);
        let mut other = None;
        for i in named {
            match self.entities[i].kind {
                EntityKind::Person => return Some(i),
                EntityKind::Organization => other = other.or(Some(i)),
                EntityKind::Place if self.entities[i].country.is_none() => other = other.or(Some(i)),
                EntityKind::Place => {}
            }
        }
        other
    }

    /// The subject of the verb: the nearest person before it, over an apposition, or the organisation right before it, over "analysts".
    pub(super) fn named_before(&self, verb: usize, sentence: &Range<usize>, reach: usize) -> Option<usize> {
        let start = sentence.start.max(verb.saturating_sub(FARTHEST));
        let from = self.document.tokens[start].span.start;
        let to = self.document.tokens[verb].span.start;
        let sentence_start = self.document.tokens[sentence.start].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= to);
        let mut organization = None;
        for &(place, i) in self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from) {
            let after = self.document.token_at(place.end);
            let between = verb - after.min(verb);
            // "Jane Doe, a trader,", "Jane Doe – a trader at Acme –"
            let aside = |sign| self.document.tokens[after].is_sign(sign) && self.document.tokens[verb - 1].is_sign(sign);
            let apposition = after + 1 < verb && [',', '–', '—'].into_iter().any(aside);
            let people = (after..verb).any(|at| self.word_in(at, &PEOPLE));
            let possessive = after < verb && self.document.word(after).starts_with(['\'', '’']);
            match self.entities[i].kind {
                EntityKind::Person if between <= 1 + reach && !possessive || apposition => return Some(i),
                EntityKind::Person | EntityKind::Organization if organization.is_none() && people && between <= 2 => organization = Some(i),
                EntityKind::Organization if organization.is_none() && between <= 2 && (!possessive || people) => organization = Some(i),
                // "a spokesman in Bergen said"
                EntityKind::Place if self.is_located(place) => {}
                EntityKind::Place if self.entities[i].country.is_none() && organization.is_none() && between == 0 => organization = Some(i),
                // "Norway said it has"
                EntityKind::Place if between == 0 && self.word_is(verb, &["said", "says"]) && place.start == sentence_start => {
                    organization = organization.or(Some(i));
                }
                _ => {}
            }
            if between > 1 + reach && !apposition && !self.document.tokens[verb - 1].is_sign(',') && organization.is_none() {
                break;
            }
        }
        organization
    }

    /// Whether the place only tells where who speaks is.
    pub(super) fn is_located(&self, place: Span) -> bool {
        let before = self.document.token_at(place.start).checked_sub(1);
        before.is_some_and(|before| self.word_is(before, &["in", "at", "near", "from"]))
    }

    /// The first organisation that the sentence names before the token, no authority and no exchange.
    pub(super) fn firm_before(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        let span = self.document.span(sentence.start..at);
        let first = self.places.partition_point(|(place, _)| place.start < span.start);
        let mut named = self.places[first..].iter().take_while(|(place, _)| place.end <= span.end).map(|&(_, i)| i);
        let is_firm = |i: &usize| {
            let name = &self.entities[*i].name;
            self.entities[*i].kind == EntityKind::Organization
                && !name.ends_with("Exchange")
                && !name.split(' ').any(|word| BODIES.has(word) || EXCHANGES.has(word))
        };
        named.find(is_firm)
    }
}

/// How far a speaker may stand from the verb, in tokens.
pub(super) const FARTHEST: usize = 24;
