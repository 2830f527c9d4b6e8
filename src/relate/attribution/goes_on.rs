//! How far what somebody says goes on.

use super::speech::{How, SpeechCue};
use super::{SpeakerReader, is_market};
use crate::mention::EntityKind;
use crate::relate::fact::{FigureFact, Modality};
use crate::text::TokenKind;
use crate::words::WordList;
use crate::words::relating::{EXPECTED, EXPECTED_NOUNS};
use std::ops::Range;

impl SpeakerReader<'_> {
    /// The speaker before, of whose estimates this is one. `went_on` is who went on last so, with the sentence.
    pub(super) fn carried(&self, cues: &[SpeechCue], fact: &FigureFact, went_on: Option<(usize, usize)>) -> Option<usize> {
        let last = cues[..cues.partition_point(|cue| cue.sentence < fact.sentence)].last()?;
        let since = went_on.filter(|&(speaker, _)| speaker == last.speaker).map_or(last.sentence, |(_, at)| at.max(last.sentence));
        // what is simply said to come is his for a sentence, what is expected goes on
        let expected = || last.how == How::Source || self.expects(fact.sentence);
        let paragraph = |sentence: usize| self.document.sentences[sentence].paragraph;
        // what stands behind a paragraph that quotes somebody is the text's own
        let is_mark = |at: usize| matches!(self.document.tokens[at].kind, TokenKind::Sign('“' | '”' | '"'));
        let quoted = last.how == How::Says && self.document.sentences[last.sentence].tokens.clone().any(is_mark);
        if quoted && paragraph(last.sentence) != paragraph(fact.sentence) {
            return None;
        }
        let near = fact.sentence - last.sentence <= 1 || fact.sentence - since <= CARRIED && expected();
        let person = self.entities[last.speaker].kind == EntityKind::Person;
        let beside = last.how == How::Rates || paragraph(last.sentence) == paragraph(fact.sentence);
        let target =
            beside && fact.modality == Modality::Target && fact.measure.as_deref().is_some_and(|measure| measure.contains("target"));
        let goes_on = match last.how {
            How::Source => true,
            How::Says | How::States => person || target,
            How::Rates => target,
            How::Near | How::Ahead => false,
        };
        let own = self.spoken.main == Some(last.speaker);
        (near && goes_on && !own && (fact.modality == Modality::Forecast || target)).then_some(last.speaker)
    }

    /// The speaker before and behind, between whose words it stands.
    pub(super) fn between(&self, cues: &[SpeechCue], fact: &FigureFact) -> Option<usize> {
        let split = cues.partition_point(|cue| cue.sentence < fact.sentence);
        let (before, after) = (cues[..split].last()?, cues.get(split)?);
        let organization = self.entities[before.speaker].kind == EntityKind::Organization;
        let cited = before.how == How::Source && after.how == How::Source;
        let farthest = if cited || self.entities[before.speaker].kind == EntityKind::Person { 1 } else { BETWEEN };
        let near = fact.sentence - before.sentence <= farthest && after.sentence - fact.sentence <= farthest;
        let told = before.speaker == after.speaker && !matches!(before.how, How::Near | How::Ahead | How::Rates) && !is_market(fact);
        let own_news = organization && self.spoken.main == Some(before.speaker);
        (near && told && !own_news).then_some(before.speaker)
    }

    /// Whether a word of expecting stands in the sentence.
    pub(super) fn expects(&self, sentence: usize) -> bool {
        let tokens = self.document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        tokens.into_iter().any(|at| self.word_in(at, &EXPECTED) || self.word_in(at, &EXPECTED_NOUNS) || self.word_is(at, &["target"]))
    }

    /// Whether what stands between a figure and who says something parts them: "rose 5%, while Acme expects"; "rose 5% after Acme
    /// said", where no comma ends the clause before the speaker.
    pub(super) fn is_parted(&self, between: Range<usize>, market: bool) -> bool {
        static BECAUSE: WordList = WordList::new(words!("after|as|because|since|when|although|though|before|once|amid"));
        let first = self.document.token_at(between.start);
        let tokens = (first..self.document.tokens.len()).take_while(|&at| self.document.tokens[at].span.end <= between.end);
        let (mut because, mut ended) = (false, false);
        for at in tokens {
            if self.word_is(at, &["while", "whereas"]) || market && self.word_is(at, &["after"]) {
                return true;
            }
            let opens = self.word_in(at, &BECAUSE) && !self.word_is(at + 1, &["of", "per"]) && !self.word_is(at + 1, &["well"]);
            because |= opens;
            ended = !opens && (ended || because && self.is_clause_end(at));
        }
        because && !ended
    }

    pub(super) fn is_clause_end(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–' | ';' | ')'))
    }
}

/// How many sentences a source's estimates go on over.
pub(super) const CARRIED: usize = 3;

/// How many sentences may stand between two of the same speaker and be his.
pub(super) const BETWEEN: usize = 3;
