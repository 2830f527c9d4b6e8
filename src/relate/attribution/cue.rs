//! The places of a text that say who is speaking.

use super::SpeakerReader;
use super::goes_on::CARRIED;
use super::speech::{Heard, How, SpeechCue};
use crate::mention::EntityKind;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::relating::{PEOPLE, RATING_VERBS, READINGS, REPORTING};
use std::ops::Range;

impl SpeakerReader<'_> {
    /// The cues of the article, in order.
    pub(super) fn cues(&self) -> Vec<SpeechCue> {
        let document = self.document;
        let mut out: Vec<SpeechCue> = Vec::new();
        let mut heard = Heard::default();
        for (sentence, range) in document.sentences.iter().map(|sentence| &sentence.tokens).enumerate() {
            if let Some((at, speaker)) = self.broker_label(range) {
                heard.hear(speaker, &self.entities[speaker], false);
                out.push(SpeechCue { at, sentence, speaker, how: How::Source, own: false, closing: false });
            }
            if let Some((at, speaker)) = self.headline(&document.sentences[sentence], range) {
                heard.hear(speaker, &self.entities[speaker], false);
                out.push(SpeechCue { at, sentence, speaker, how: How::Says, own: false, closing: false });
            }
            if let Some((at, speaker)) = self.statement_of(range) {
                heard.hear(speaker, &self.entities[speaker], false);
                out.push(SpeechCue { at, sentence, speaker, how: How::States, own: false, closing: false });
            }
            if let Some((at, speaker)) = self.rater(range, sentence, &heard) {
                heard.hear(speaker, &self.entities[speaker], false);
                (heard.house, heard.at, heard.cited) = (Some(speaker), sentence, false);
                out.push(SpeechCue { at, sentence, speaker, how: How::Rates, own: false, closing: false });
            }
            for at in range.clone() {
                let found = self.cue(at, range, &heard);
                // "according to a Tokyo Stock Exchange filing": the exchange says nothing
                let is_exchange = |speaker: usize| self.entities[speaker].name.ends_with("Exchange");
                let Some((speaker, how)) = found.filter(|&(speaker, _)| !is_exchange(speaker)) else { continue };
                if how != How::Ahead {
                    heard.hear(speaker, &self.entities[speaker], how == How::Near || self.reads_out(at, range));
                    heard.cited = matches!(how, How::Source | How::Near);
                    heard.at = sentence;
                    if how == How::Says && self.is_voice(at, range) && self.entities[speaker].kind == EntityKind::Organization {
                        heard.voice = Some(speaker);
                    }
                    let analysts = at > 0 && self.word_in(at - 1, &PEOPLE);
                    if analysts && self.entities[speaker].kind == EntityKind::Organization {
                        heard.house = Some(speaker);
                    }
                }
                let itself = at + 1 + usize::from(self.word_is(at + 1, &["that"]));
                let ends =
                    self.document.tokens.get(at + 1).is_none_or(|next| next.is_sign('.') || matches!(next.kind, TokenKind::Newline { .. }));
                let closing = how == How::Says && ends && !REPORTING.has(document.word(at));
                let own = how == How::Says && self.word_is(itself, &["it", "its"]);
                out.push(SpeechCue { at: document.tokens[at].span.start, sentence, speaker, how, own, closing });
            }
        }
        out
    }

    /// Whom the word names as a speaker, and how.
    pub(super) fn cue(&self, at: usize, range: &Range<usize>, heard: &Heard) -> Option<(usize, How)> {
        let token = &self.document.tokens[at];
        // Most words say nothing of a source: "per", "following", "by" and "from" begin so.
        let first = self.document.text.as_bytes()[token.span.start];
        let may_tell = token.classes.any(Classes::SOURCE) || matches!(first, b'p' | b'P' | b'f' | b'b');
        if token.kind != TokenKind::Word || !may_tell {
            return None;
        }
        let word = token.text(self.document.text);
        if let Some(speaker) = self.whose_finding(at, range) {
            return Some((speaker, How::Says));
        }
        if let Some(speaker) = self.who_puts(at, range) {
            return Some((speaker, How::Ahead));
        }
        if token.classes.any(Classes::SOURCE) {
            if word.eq_ignore_ascii_case("according") {
                let to = self.word_is(at + 1, &["to"]);
                let named = if to { self.named_after(at + 2, range, 8) } else { None };
                let noun = || if to { self.source_noun(at + 2, range, heard) } else { None };
                return named.or_else(noun).map(|speaker| (speaker, How::Source));
            }
            if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                return None;
            }
            let ahead = self.whose_estimate(at).map(|speaker| (speaker, How::Ahead));
            return ahead.or_else(|| self.speaker(at, range, heard).map(|speaker| (speaker, How::Says)));
        }
        if matches!(word, "per" | "Per") {
            return self.named_at(at + 1).or_else(|| self.named_by_noun(at + 1, range)).map(|speaker| (speaker, How::Source));
        }
        if word == "following" && self.word_in(at + 1, &STATEMENTS) {
            let verb = (range.start..at).rev().take(3).find(|&i| self.word_is(i, &["made", "issued", "released", "gave"]))?;
            return self.named_before(verb, range, 12).map(|speaker| (speaker, How::States));
        }
        let read = matches!(word, "by" | "from") && (range.start..at).rev().take(3).any(|i| self.word_in(i, &READINGS));
        let named = if read { self.named_at(at + 1) } else { None };
        named.map(|speaker| (speaker, if self.tells(at + 1, range) { How::Source } else { How::Near }))
    }

    /// "A spokesman for Acme said", "an Acme official said": whether somebody without a name speaks before the verb.
    fn is_voice(&self, verb: usize, sentence: &Range<usize>) -> bool {
        static VOICES: WordList = WordList::new(words!("spokesman|spokeswoman|spokesperson|official|executive|analyst|economist|trader"));
        const REACH: usize = 10;
        (sentence.start.max(verb.saturating_sub(REACH))..verb).any(|at| self.word_in(at, &VOICES))
    }

    /// "Acme's recent finding that", "Acme's estimate that": whose it is.
    fn whose_finding(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
        static FINDINGS: WordList = WordList::new(words!("finding|findings|forecast|estimate|claim|claims|projection|prediction"));
        const REACH: usize = 3;
        if !self.word_in(at, &FINDINGS) || !self.word_is(at + 1, &["that"]) {
            return None;
        }
        let mark = (sentence.start.max(at.saturating_sub(REACH))..at).rev().find(|&i| self.document.word(i).starts_with(['\'', '’']))?;
        let end = self.document.tokens[mark].span.start;
        let place = self.places.partition_point(|(place, _)| place.end < end);
        let &(span, entity) = self.places.get(place)?;
        (span.end == end && self.entities[entity].kind != EntityKind::Place).then_some(entity)
    }

    /// "Acme puts the loss at $5m": who does.
    fn who_puts(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
        const REACH: usize = 10;
        const QUALIFIED: usize = 4;
        if !self.word_is(verb, &["put", "puts", "pegged", "pegs"]) || verb == sentence.start {
            return None;
        }
        let at = (verb + 2..sentence.end.min(verb + REACH)).find(|&i| self.word_is(i, &["at"]))?;
        let is_number = |i: usize| matches!(self.document.tokens[i].kind, TokenKind::Number);
        let figure = (at + 1..sentence.end.min(at + QUALIFIED)).any(is_number);
        if figure { self.named_before(self.subject_end(verb, sentence), sentence, 0) } else { None }
    }

    /// "Acme slightly lowered its price target", "the brokerage kept its rating": who rates a share, with the place of the verb.
    pub(super) fn rater(&self, sentence: &Range<usize>, number: usize, heard: &Heard) -> Option<(usize, usize)> {
        static HOUSES: WordList = WordList::new(words!("brokerage|broker|firm|bank|analyst|analysts"));
        let rated = |at: &usize| self.word_is(*at, &["target", "targets", "rating", "ratings"]);
        let noun = sentence.clone().find(rated)?;
        let verb = (sentence.start + 1..noun).rev().find(|&at| self.word_in(at, &RATING_VERBS))?;
        let mut end = verb;
        while end > sentence.start + 1
            && (self.document.word(end - 1).ends_with("ly") || self.word_is(end - 1, &["also", "has", "have", "had"]))
        {
            end -= 1;
        }
        let place = self.places.partition_point(|(place, _)| place.end < self.document.tokens[end - 1].span.end);
        let named = self.places.get(place).filter(|(place, _)| place.end == self.document.tokens[end - 1].span.end);
        let speaker = match named {
            Some(&(_, speaker)) => Some(speaker),
            None => heard.last.filter(|_| number - heard.at <= CARRIED && self.word_in(end - 1, &HOUSES)),
        };
        let other = |speaker: &usize| self.spoken.main != Some(*speaker) && self.entities[*speaker].kind != EntityKind::Place;
        speaker.filter(other).map(|speaker| (self.document.tokens[verb].span.start, speaker))
    }

    /// "Acme's forecast of", "the Acme estimate for": whose it is.
    pub(super) fn whose_estimate(&self, at: usize) -> Option<usize> {
        let estimates = self.word_is(at, &["estimate", "estimates", "forecast", "forecasts"]);
        if !estimates || at < 2 || !self.word_is(at + 1, &["of", "for", "at"]) {
            return None;
        }
        let consensus = self.word_is(at - 1, &["consensus", "average", "median", "mean"]);
        let mark = if consensus { at - 1 } else { at };
        let possessive = self.document.word(mark - 1).starts_with(['\'', '’']);
        let end = self.document.tokens[mark - 1 - usize::from(possessive)].span.end;
        let place = self.places.partition_point(|(place, _)| place.end < end);
        let &(span, entity) = self.places.get(place)?;
        (span.end == end && self.entities[entity].kind != EntityKind::Place).then_some(entity)
    }

    /// Whether what is told follows closely: "by Acme projecting", "from Acme that shows".
    pub(super) fn tells(&self, at: usize, sentence: &Range<usize>) -> bool {
        static TELLING: WordList = WordList::new(words!(
            "showing|projecting|finding|suggesting|indicating|estimating|forecasting|predicting|revealing|saying|putting|warning|found|finds|showed|\
             shows|suggests|suggested|revealed|reveals|indicated|indicates"
        ));
        (at..sentence.end.min(at + 8))
            .take_while(|&i| !matches!(self.document.tokens[i].kind, TokenKind::Sign(',' | ';')))
            .any(|i| self.word_in(i, &TELLING))
    }

    /// "Acme: raised its target to": the broker before the colon that a line about a target or a rating begins with.
    pub(super) fn broker_label(&self, sentence: &Range<usize>) -> Option<(usize, usize)> {
        const LONGEST: usize = 6;
        let document = self.document;
        let last = sentence.end.min(sentence.start + LONGEST);
        let colon = (sentence.start + 1..last).find(|&at| document.tokens[at].is_sign(':'))?;
        let rates = (colon..sentence.end).any(|at| self.word_is(at, &["target", "targets", "rating", "upgraded", "downgraded"]));
        let name = document.span(sentence.start..colon);
        let place = self.places.partition_point(|(place, _)| place.start < name.start);
        let &(span, entity) = self.places.get(place).filter(|_| rates)?;
        (span.end == name.end && self.entities[entity].kind != EntityKind::Place).then_some((name.start, entity))
    }
}

/// What somebody gives out that is quoted from there on.
pub(super) static STATEMENTS: WordList = WordList::new(words!("statement|comment|comments|remarks|statements"));
