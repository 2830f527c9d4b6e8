//! Who says all that stands below or above: a headline, a statement, a line "Source:".

use super::speech::{How, SpeechCue};
use super::talk::is_shouted;
use super::{SpeakerReader, is_alike};
use crate::mention::EntityKind;
use crate::text::{BlockKind, TokenKind};
use crate::words::WordList;
use crate::words::relating::WIRES;
use std::ops::Range;

impl SpeakerReader<'_> {
    /// Who speaks in a headline: "SEN. DOE ANNOUNCES $5M GRANT", "Doe Says Rents Rose 5%".
    pub(super) fn headline(&self, sentence: &crate::text::Sentence, range: &Range<usize>) -> Option<(usize, usize)> {
        const LONGEST: usize = 10;
        static VERBS: WordList = WordList::new(words!("announces|announce|says|say"));
        let document = self.document;
        let told = |&at: &usize| VERBS.has(document.word(at));
        let verb = (range.start + 1..range.end.min(range.start + LONGEST)).find(told)?;
        let heads = is_shouted(document.word(verb)) && is_shouted(document.word(verb - 1))
            || sentence.block == BlockKind::Heading && self.is_upper(verb) && self.is_upper(verb - 1);
        let speaker = self.named_before(verb, range, 0).or_else(|| self.holders().last_name(document.word(verb - 1)))?;
        let person = heads && self.entities[speaker].kind == EntityKind::Person;
        person.then_some((document.tokens[verb].span.start, speaker))
    }

    /// "Statement of Senator Doe on the budget" as a line of its own: who is quoted below.
    pub(super) fn statement_of(&self, range: &Range<usize>) -> Option<(usize, usize)> {
        const LONGEST: usize = 20;
        let heads = ["statement", "remarks"].iter().any(|word| self.document.word(range.start).eq_ignore_ascii_case(word));
        let of = self.word_is(range.start + 1, &["of", "by", "from"]);
        if !heads || !of || range.len() > LONGEST || range.clone().any(|at| self.document.tokens[at].is_sign('.')) {
            return None;
        }
        let speaker = self.named_after(range.start + 2, range, 6)?;
        (self.entities[speaker].kind == EntityKind::Person).then_some((self.document.tokens[range.start].span.start, speaker))
    }

    /// "Doe issued the following statement:", "the text of Doe's speech follows:": the sentence, and who says all that stands below.
    pub(super) fn stated(&self) -> Option<(usize, usize)> {
        static SPOKEN: WordList = WordList::new(words!("statement|remarks|speech|testimony|comments|address|letter|message"));
        const END: usize = 4;
        let document = self.document;
        let told = |tokens: &Range<usize>| {
            let mut end = tokens.clone().rev().filter(|&at| !matches!(document.tokens[at].kind, TokenKind::Newline { .. }));
            if !end.next().is_some_and(|last| matches!(document.tokens[last].kind, TokenKind::Sign(':' | ']'))) {
                return false;
            }
            let (mut said, mut follows) = (false, false);
            for at in tokens.clone() {
                follows |= self.word_is(at, &["following"]) && self.word_in(at + 1, &SPOKEN);
                said |= self.word_in(at, &SPOKEN);
                follows |= said && tokens.end - at <= END && self.word_is(at, &["follows", "follow"]);
            }
            follows
        };
        let (number, sentence) = document.sentences.iter().enumerate().find(|(_, sentence)| told(&sentence.tokens))?;
        let span = document.span(sentence.tokens.clone());
        let place = self.places.partition_point(|(place, _)| place.start < span.start);
        let mut named = self.places[place..].iter().take_while(|(place, _)| place.end <= span.end).map(|&(_, i)| i);
        named.find(|&i| self.entities[i].kind == EntityKind::Person).map(|speaker| (number, speaker))
    }

    /// The organisation whose report the article retells: the only one that speaks in it, from its first sentences on, and not the one
    /// that the article is about.
    pub(super) fn sole(&self, cues: &[SpeechCue]) -> Option<(usize, usize)> {
        const MANAGED: usize = 4;
        const LEAD: usize = 5;
        // a text of more sentences is not told by who is cited once
        const SHORT: usize = 12;
        if let Some(broker) = self.reporting_broker() {
            return Some((0, broker));
        }
        let mut told = cues.iter().filter(|cue| !matches!(cue.how, How::Near | How::Ahead | How::Rates));
        let first = told.next().filter(|cue| cue.sentence <= LEAD && !cue.own && self.spoken.main != Some(cue.speaker))?;
        // who manages an issue tells of it once
        let verb = self.document.token_at(first.at);
        if (verb..(verb + MANAGED).min(self.document.tokens.len())).any(|at| self.word_is(at, &["manager", "managers", "bookrunner"])) {
            return None;
        }
        let source = &self.entities[first.speaker];
        let begins = |name: &str| source.name.split(' ').next() == Some(name);
        let mut cited = 1;
        let alone = told.all(|cue| {
            cited += 1;
            let other = &self.entities[cue.speaker];
            cue.speaker == first.speaker || is_alike(source, other) || begins(&other.name)
        });
        // a paper that reports one thing does not tell the rest
        (alone && source.kind != EntityKind::Person && !WIRES.has(&source.name) && (cited > 1 || self.document.sentences.len() <= SHORT))
            .then_some((first.sentence, first.speaker))
    }

    /// "Acme's research report on Velora": whose report the article is.
    pub(super) fn reporting_broker(&self) -> Option<usize> {
        const LEAD: usize = 3;
        let document = self.document;
        let end = document.sentences.get(LEAD).or(document.sentences.last())?.tokens.end;
        let report = (2..end.saturating_sub(2))
            .find(|&at| self.word_is(at, &["research"]) && self.word_is(at + 1, &["report"]) && self.word_is(at + 2, &["on"]))?;
        let mark = document.word(report - 1).starts_with(['\'', '’']);
        let end = document.tokens[report - 1 - usize::from(mark)].span.end;
        let place = self.places.partition_point(|(place, _)| place.end < end);
        let &(span, entity) = self.places.get(place)?;
        (span.end == end && self.entities[entity].kind != EntityKind::Place).then_some(entity)
    }

    /// "Jane Doe, Head of Research at Acme" as a line: who says the paragraphs below, to the next such line.
    pub(super) fn headed(&self) -> Vec<(usize, Option<usize>)> {
        static TRADES: WordList = WordList::new(words!("analyst|director|head|research|strategist|economist|manager|chief|partner|vp"));
        let mut out = Vec::new();
        for (number, sentence) in self.document.sentences.iter().enumerate() {
            if sentence.block != BlockKind::Heading {
                continue;
            }
            let start = self.document.tokens[sentence.tokens.start].span.start;
            let place = self.places.partition_point(|(place, _)| place.start < start);
            let named = self.places.get(place).filter(|(place, i)| place.start == start && self.entities[*i].kind == EntityKind::Person);
            let trade = sentence.tokens.clone().any(|at| self.word_in(at, &TRADES));
            let comma = named.is_some_and(|(place, _)| {
                self.document.tokens[self.document.token_at(place.end).min(sentence.tokens.end - 1)].is_sign(',')
            });
            let speaker = named.filter(|_| trade && comma).map(|&(_, entity)| entity);
            if speaker.is_some() || !out.is_empty() {
                out.push((number, speaker));
            }
        }
        out
    }

    /// The source that the last lines of the article name for all of it.
    pub(super) fn source_line(&self) -> Option<(usize, usize)> {
        const LAST: usize = 9;
        let sentences = &self.document.sentences;
        let names = |start: usize| {
            let colon = self.document.tokens.get(start + 1).is_some_and(|colon| colon.is_sign(':'));
            colon && ["source", "sources"].iter().any(|word| self.document.word(start).eq_ignore_ascii_case(word))
        };
        // each chart has its own
        if sentences.iter().filter(|sentence| names(sentence.tokens.start)).nth(1).is_some() {
            return None;
        }
        let last = &sentences[sentences.len().saturating_sub(LAST)..];
        last.iter().map(|sentence| &sentence.tokens).find_map(|tokens| {
            let names = names(tokens.start);
            let span = self.document.span(tokens.clone());
            let place = self.places.partition_point(|(place, _)| place.start < span.start);
            let &(_, entity) = self.places.get(place).filter(|(place, _)| names && place.end <= span.end)?;
            Some((span.start, entity))
        })
    }
}
