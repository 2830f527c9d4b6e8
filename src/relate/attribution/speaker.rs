//! Who the subject of a verb of saying is.

use super::SpeakerReader;
use super::goes_on::CARRIED;
use super::speech::Heard;
use crate::mention::EntityKind;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::relating::{EXPECTING, PEOPLE, REPORTING};
use std::ops::Range;

impl SpeakerReader<'_> {
    /// The speaker of the verb at `verb`.
    pub(super) fn speaker(&self, verb: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        let last = heard.last;
        let subject = self.subject_end(verb, sentence);
        if subject == sentence.start {
            return None;
        }
        if self.word_is(subject - 1, &["to"]) {
            return None;
        }
        let after_comma = matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–'));
        let that = self.word_is(self.behind_day(verb + 1), &["that"]);
        let pronoun = self.word_is(subject - 1, &["he", "she", "it", "they", "we", "i", "who", "which"]);
        let reading = self.document.word(verb);
        let showing = matches!(reading, "showed" | "shows" | "show" | "suggests" | "indicated");
        if showing {
            let read = heard.reading.filter(|_| self.is_reading(subject, sentence));
            return read.or_else(|| self.reading(verb, sentence));
        }
        if self.is_reading(subject, sentence) {
            // a name farther away is of another
            return heard.reading.or_else(|| self.reading(verb, sentence)).or(last);
        }
        // "wrote off $5m", "the Acme notes due 2030"
        let settles = matches!(reading, "wrote" | "writes" | "write") && self.word_is(verb + 1, &["off", "down"]);
        let noun = reading == "notes" && !after_comma && !that && !self.word_is(verb + 1, &["the", "a", "an", "in", "how", "its", "this"]);
        if settles || noun {
            return None;
        }
        let quoted = matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign('”' | '"'))
            || verb >= 2 && matches!(self.document.tokens[verb - 2].kind, TokenKind::Sign('”' | '"' | ','));
        if reading == "sees" && !pronoun {
            let person = self.named_before(verb, sentence, 0).filter(|&named| self.entities[named].kind == EntityKind::Person);
            return person.or_else(|| self.by_office(subject, sentence, heard));
        }
        if REPORTING.has(reading) && !that && !quoted && (reading != "sees" || pronoun) {
            // what a chief reports is not his own
            let person = self.named_before(subject, sentence, 0).filter(|_| !pronoun);
            if self.is_postposed(verb, subject, sentence) {
                return self.by_office(subject, sentence, heard).or_else(|| self.named_before(subject, sentence, 0));
            }
            return person.filter(|&named| self.entities[named].kind == EntityKind::Person);
        }
        if EXPECTING.has(reading) && self.is_expected(verb, subject) {
            return None;
        }
        if pronoun {
            return self.by_pronoun(verb, subject - 1, sentence, heard);
        }
        let apposed = self.apposed(subject, sentence);
        if after_comma
            && !that
            && !EXPECTING.has(reading)
            && let Some(inverted) = self.inverted(verb, sentence).filter(|_| apposed.is_none())
        {
            return Some(inverted);
        }
        self.by_office(subject, sentence, heard).or_else(|| self.named_before(subject, sentence, 0)).or(apposed)
    }

    /// The token behind a day: "announced today that", "said on Monday that".
    fn behind_day(&self, at: usize) -> usize {
        static DAYS: WordList =
            WordList::new(words!("today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|earlier|late"));
        let day = at + usize::from(self.word_is(at, &["on", "earlier", "late"]));
        if self.word_in(day, &DAYS) { day + 1 } else { at }
    }

    /// Whom the pronoun before the verb stands for.
    pub(super) fn by_pronoun(&self, verb: usize, pronoun: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        if self.word_is(pronoun, &["he", "she"]) {
            let named = || self.only_person_near(sentence.start, pronoun);
            return heard.voice.or(heard.person).or_else(|| self.holders().only_person).or_else(named);
        }
        if self.word_is(pronoun, &["who"]) {
            return self.person_before(pronoun, sentence).or(heard.last);
        }
        if self.word_is(pronoun, &["it"]) {
            let spoken = || self.spoken.company(self.document.sentence_at(self.document.tokens[verb].span.start));
            // a source that was only cited is not it
            let said = if heard.cited { spoken().or(heard.last) } else { heard.last.or_else(spoken) };
            return said.or_else(|| self.subject_near(sentence.start));
        }
        heard.last.filter(|_| self.word_is(pronoun, &["they", "which"]))
    }

    /// "Sales rose 5%, the ministry announced.": whether the clause of the verb only says who tells what stands before it.
    pub(super) fn is_postposed(&self, verb: usize, subject: usize, sentence: &Range<usize>) -> bool {
        const LONGEST: usize = 12;
        static WHEN: WordList = WordList::new(words!(
            "on|in|late|earlier|today|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this|last|at"
        ));
        let ends = verb + 1 >= sentence.end
            || matches!(self.document.tokens[verb + 1].kind, TokenKind::Sign('.') | TokenKind::Newline { .. })
            || self.word_in(verb + 1, &WHEN);
        let first = sentence.start.max(subject.saturating_sub(LONGEST));
        let comma = (first..subject).rev().find(|&at| self.document.tokens[at].is_sign(','));
        let figure = |comma: usize| (sentence.start..comma).any(|at| matches!(self.document.tokens[at].kind, TokenKind::Number));
        ends && comma.is_some_and(|comma| figure(comma) && comma + 1 < subject)
    }

    /// Whether the verb of expecting says nothing of who expects: "is expected to", "the dilution it expects from the purchase".
    pub(super) fn is_expected(&self, verb: usize, subject: usize) -> bool {
        let reading = self.document.word(verb);
        let being = self.word_is(subject - 1, &["is", "are", "was", "were", "be", "been", "being"]);
        let passive = being || self.word_is(verb + 1, &["at", "by"]);
        let participle = self.word_is(verb + 1, &["to"]) && (reading.ends_with("ed") || reading == "forecast");
        // a clause of a noun says nothing of its figure
        let of_noun = self.word_is(verb - 1, &["it", "he", "she", "they"]) && self.word_is(verb + 1, &["from", "in", "for", "on", "by"]);
        passive || participle || of_noun
    }

    /// The one person whom the text names before "he", in its sentence or in the one before.
    pub(super) fn only_person_near(&self, start: usize, he: usize) -> Option<usize> {
        let here = self.document.sentence_at(self.document.tokens[start].span.start);
        let before = &self.document.sentences[here.saturating_sub(1)];
        let from = self.document.tokens[before.tokens.start].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[he].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        let mut persons = named.filter(|&i| self.entities[i].kind == EntityKind::Person);
        let last = persons.next()?;
        persons.all(|other| other == last).then_some(last)
    }

    /// The organisation that one of the sentences before begins with.
    pub(super) fn subject_near(&self, start: usize) -> Option<usize> {
        let here = self.document.sentence_at(self.document.tokens[start].span.start);
        let begins = |sentence: usize| {
            let mut at = self.document.sentences[sentence].tokens.start;
            at += usize::from(self.word_is(at, &["the"]));
            let start = self.document.tokens.get(at)?.span.start;
            let place = self.places.partition_point(|(place, _)| place.start < start);
            let &(_, entity) = self.places.get(place).filter(|(place, _)| place.start == start)?;
            (self.entities[entity].kind == EntityKind::Organization).then_some(entity)
        };
        (here.saturating_sub(CARRIED)..=here).rev().find_map(begins)
    }

    /// The person whom "who" is: "Jane Doe of Acme, who expects".
    pub(super) fn person_before(&self, who: usize, sentence: &Range<usize>) -> Option<usize> {
        const REACH: usize = 12;
        let from = self.document.tokens[sentence.start.max(who.saturating_sub(REACH))].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[who].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        named.into_iter().find(|&i| self.entities[i].kind == EntityKind::Person)
    }

    /// The end of the subject of the verb: before "also", "has earlier" and a ticker in brackets.
    pub(super) fn subject_end(&self, verb: usize, sentence: &Range<usize>) -> usize {
        static BESIDE: WordList = WordList::new(words!(
            "today|yesterday|formally|proudly|also|further|later|earlier|previously|separately|recently|already|still|then|had|has|have|however|additionally|currently|now"
        ));
        const LONGEST: usize = 10;
        let mut end = verb;
        while end > sentence.start + 1 {
            let before = &self.document.tokens[end - 1];
            let opener = match before.kind {
                TokenKind::Sign(')') => '(',
                TokenKind::Sign('>') => '<',
                TokenKind::Word if BESIDE.has(before.text(self.document.text)) => {
                    end -= 1;
                    continue;
                }
                _ => break,
            };
            let first = sentence.start.max(end.saturating_sub(LONGEST));
            match (first..end - 1).rev().find(|&at| self.document.tokens[at].is_sign(opener)) {
                Some(open) if open > sentence.start => end = open,
                _ => break,
            }
        }
        end
    }

    /// "Acme Inc., a maker of pens, said": the name that the sentence begins with, where an apposition ends before the verb.
    pub(super) fn apposed(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
        const LONGEST: usize = 48;
        let document = self.document;
        if !document.tokens[verb - 1].is_sign(',') || verb - sentence.start > LONGEST {
            return None;
        }
        let text = self.document.span(sentence.start..verb);
        let first = self.places.partition_point(|(place, _)| place.start < text.start);
        let named = self.places[first..].iter().take_while(|(place, _)| place.end <= text.end);
        let opens = |at: usize| {
            at == sentence.start
                || matches!(document.tokens[at - 1].kind, TokenKind::Sign('-' | '–' | '—' | '<'))
                || self.word_is(at - 1, &["the"]) && at == sentence.start + 1
                || self.is_titled(at, sentence)
        };
        let hung = |at: usize| document.tokens[at].is_sign(',') || self.is_bracket(at);
        let &(place, entity) = named
            .filter(|&&(_, i)| self.entities[i].kind != EntityKind::Place)
            .find(|(place, _)| opens(document.token_at(place.start)) && hung(document.token_at(place.end)))?;
        let after = document.token_at(place.end);
        let after = if self.is_bracket(after) {
            (after..verb).find(|&at| matches!(document.tokens[at].kind, TokenKind::Sign(')' | '>')))? + 1
        } else {
            after
        };
        // nothing else speaks before the verb
        let quiet = !(after..verb).any(|at| document.tokens[at].classes.any(Classes::SOURCE) && !self.is_participle(at));
        (document.tokens[after].is_sign(',') && quiet).then_some(entity)
    }

    /// "House Speaker Jane Doe, D-Texas,": whether only capitals stand between the begin of the sentence, or a dash, and the name.
    fn is_titled(&self, name: usize, sentence: &Range<usize>) -> bool {
        let before = (sentence.start..name).rev();
        let mut title = before.take_while(|&at| !matches!(self.document.tokens[at].kind, TokenKind::Sign('-' | '–' | '—')));
        title.all(|at| self.is_upper(at) || self.document.tokens[at].is_sign('.'))
    }

    pub(super) fn is_bracket(&self, at: usize) -> bool {
        matches!(self.document.tokens.get(at).map(|token| token.kind), Some(TokenKind::Sign('(' | '<')))
    }

    /// Whether a comma or "and" stands before a word in "-ed" or "-ing", which then hangs on the name.
    pub(super) fn is_participle(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let hangs = at > 0 && (self.document.tokens[at - 1].is_sign(',') || self.word_is(at - 1, &["and", "as", "of"]));
        hangs && (word.ends_with("ed") || word.ends_with("ing"))
    }

    /// The speaker behind the verb: "said Jane Doe, a trader", "said an analyst at Acme".
    pub(super) fn inverted(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
        let speaker = self.named_after(verb + 1, sentence, 14)?;
        let document = self.document;
        let place = self.places.partition_point(|(place, _)| place.start < document.tokens[verb].span.end);
        let place = self.places[place..].iter().find(|(_, entity)| *entity == speaker)?.0;
        let name = document.token_at(place.start);
        let people = (verb + 1..name).any(|at| self.word_in(at, &PEOPLE));
        let told = |at: usize| {
            matches!(document.tokens[at].kind, TokenKind::Number)
                || !people && self.word_is(at, &["in", "to", "from", "on", "with", "at", "by", "would", "will", "is", "was", "are", "were"])
        };
        let is_place = self.entities[speaker].kind == EntityKind::Place;
        (!(verb + 1..name).any(told) && (!is_place || name == verb + 1)).then_some(speaker)
    }
}
