//! Who says so: the speaker of a quote, the subject of "said", the source after "according to".
//!
//! `Jane Doe said`, `said analyst Jane Doe`, `he added` (the last speaker), `the minister hoped` (the one person with that office),
//! `according to Acme data`. A figure belongs to the nearest such cue of its sentence; inside a quote without one, to the speaker
//! before it or, where the quote comes first, after it in the same paragraph.

use super::Fact;
use crate::document::Document;
use crate::lexicon::WordList;
use crate::mention::{Entity, EntityKind};
use crate::text::{Span, TokenKind};

/// Verbs that give their subject's word for what they govern, in lower case.
static SAYING: WordList = WordList::new(&[
    "said",
    "says",
    "added",
    "adds",
    "noted",
    "notes",
    "stated",
    "states",
    "explained",
    "commented",
    "announced",
    "revealed",
    "replied",
    "argued",
    "insisted",
    "warned",
    "claimed",
    "concluded",
    "wrote",
    "testified",
    "predicted",
    "disclosed",
    "confirmed",
    "acknowledged",
    "estimated",
    "estimates",
    "expects",
    "expected",
    "believes",
    "hoped",
    "hopes",
    "told",
    "forecasts",
    "forecast",
    "projected",
    "observed",
    "remarked",
    "emphasised",
    "emphasized",
    "stressed",
    "declared",
    "reckons",
    "reckoned",
]);

/// How far a speaker may stand from the verb, in tokens.
const FARTHEST: usize = 24;

/// A place of the text that says who is speaking.
struct Cue {
    at: usize,
    speaker: usize,
}

/// The entities by where they are named, in order.
pub(super) fn places(entities: &[Entity]) -> Vec<(Span, usize)> {
    let mut places: Vec<(Span, usize)> =
        entities.iter().enumerate().flat_map(|(i, entity)| entity.mentions.iter().map(move |&span| (span, i))).collect();
    places.sort_unstable();
    places
}

/// Gives each fact the entity that states it where the text names one.
pub fn assign(document: &Document, facts: &mut [Fact], entities: &[Entity]) {
    if facts.is_empty() || entities.is_empty() {
        return;
    }
    let reader = Reader { document, entities, places: places(entities) };
    let mut last_speaker = None;
    let mut cues: Vec<Vec<Cue>> = Vec::with_capacity(document.sentences.len());
    for sentence in 0..document.sentences.len() {
        let found = reader.cues(sentence, last_speaker);
        last_speaker = found.last().map(|cue| cue.speaker).or(last_speaker);
        cues.push(found);
    }
    let quotes = quotes(document);
    for fact in facts {
        let at = fact.figure.span.start;
        let own = cues.get(fact.sentence).and_then(|cues| cues.iter().min_by_key(|cue| cue.at.abs_diff(at)));
        let quoted = quotes.get(quotes.partition_point(|quote| quote.end <= at)).is_some_and(|quote| quote.start <= at);
        fact.attribution = own.map(|cue| cue.speaker).or_else(|| if quoted { around(document, &cues, fact.sentence) } else { None });
    }
}

/// The speaker of the nearest cue in the paragraph, those before the sentence first.
fn around(document: &Document, cues: &[Vec<Cue>], sentence: usize) -> Option<usize> {
    let paragraph = document.sentences.get(sentence)?.paragraph;
    let same = |&i: &usize| document.sentences[i].paragraph == paragraph;
    let before = (0..sentence).rev().take_while(same).find_map(|i| cues[i].last());
    let after = || (sentence + 1..document.sentences.len()).take_while(same).find_map(|i| cues[i].first());
    before.or_else(after).map(|cue| cue.speaker)
}

/// The stretches between quotation marks, each within its paragraph.
fn quotes(document: &Document) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    for token in &document.tokens {
        match (token.kind, open) {
            (TokenKind::Sign('“' | '"'), None) => open = Some(token.span.end),
            (TokenKind::Sign('”' | '"'), Some(start)) => {
                out.push(Span::new(start, token.span.start));
                open = None;
            }
            (TokenKind::Newline { .. }, Some(start)) => {
                out.push(Span::new(start, token.span.start));
                open = None;
            }
            _ => {}
        }
    }
    out
}

struct Reader<'d> {
    document: &'d Document<'d>,
    entities: &'d [Entity],
    places: Vec<(Span, usize)>,
}

impl Reader<'_> {
    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.document.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is_word(self.document.text, word)))
    }

    fn cues(&self, sentence: usize, last_speaker: Option<usize>) -> Vec<Cue> {
        let tokens = self.document.sentences[sentence].tokens.clone();
        let mut out = Vec::new();
        let mut speaker_before = last_speaker;
        for at in tokens.clone() {
            let token = &self.document.tokens[at];
            if token.kind != TokenKind::Word {
                continue;
            }
            let word = token.text(self.document.text);
            let speaker = if SAYING.has(word) && !word.contains(|c: char| c.is_ascii_uppercase()) {
                self.speaker(at, &tokens, speaker_before)
            } else if token.is_word(self.document.text, "according") && self.word_is(at + 1, &["to"]) {
                self.named_after(at + 2, &tokens, 8)
            } else {
                None
            };
            if let Some(speaker) = speaker {
                out.push(Cue { at: token.span.start, speaker });
                speaker_before = Some(speaker);
            }
        }
        out
    }

    /// The speaker of the verb at `verb`.
    fn speaker(&self, verb: usize, sentence: &std::ops::Range<usize>, last: Option<usize>) -> Option<usize> {
        let after_comma =
            verb > sentence.start && matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–'));
        if verb == sentence.start {
            return None;
        }
        if self.word_is(verb - 1, &["he", "she"]) {
            return last.filter(|&i| self.entities[i].kind == EntityKind::Person).or_else(|| self.only_person());
        }
        if self.word_is(verb - 1, &["it", "they", "we", "i", "which", "who"]) {
            return last;
        }
        if after_comma
            && !self.word_is(verb + 1, &["that"])
            && let Some(inverted) = self.named_after(verb + 1, sentence, 14)
        {
            return Some(inverted);
        }
        self.by_office(verb, sentence).or_else(|| self.named_before(verb, sentence))
    }

    fn only_person(&self) -> Option<usize> {
        let mut persons = self.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
        let first = persons.next()?;
        persons.next().is_none().then_some(first.0)
    }

    /// The person named within `reach` tokens from `start` before a comma, else the organisation.
    fn named_after(&self, start: usize, sentence: &std::ops::Range<usize>, reach: usize) -> Option<usize> {
        let last = sentence.end.min(start + reach);
        let stop = (start..last)
            .find(|&i| matches!(self.document.tokens[i].kind, TokenKind::Sign(',' | ';' | '”' | '"' | '“' | '(')))
            .unwrap_or(last);
        if stop <= start {
            return None;
        }
        let span = self.document.span(start..stop);
        let first = self.places.partition_point(|(place, _)| place.start < span.start);
        let named = self.places[first..].iter().take_while(|(place, _)| place.start < span.end).map(|&(_, i)| i);
        let mut organization = None;
        for i in named {
            match self.entities[i].kind {
                EntityKind::Person => return Some(i),
                EntityKind::Organization => organization = organization.or(Some(i)),
                EntityKind::Place => {}
            }
        }
        organization
    }

    /// The subject of the verb: the nearest person before it, over an apposition, or the organisation right before it.
    fn named_before(&self, verb: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
        let start = sentence.start.max(verb.saturating_sub(FARTHEST));
        let from = self.document.tokens[start].span.start;
        let to = self.document.tokens[verb].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= to);
        let mut organization = None;
        for &(place, i) in self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from) {
            let after = self.document.token_at(place.end);
            let between = verb - after.min(verb);
            let apposition = after < verb && self.document.tokens[after].is_sign(',') && self.document.tokens[verb - 1].is_sign(',');
            match self.entities[i].kind {
                EntityKind::Person if between <= 1 || apposition => return Some(i),
                EntityKind::Organization if organization.is_none() && between <= 2 => organization = Some(i),
                _ => {}
            }
            if between > 1 && !apposition && !self.document.tokens[verb - 1].is_sign(',') && organization.is_none() {
                break;
            }
        }
        organization
    }

    /// "the minister hoped", "Ambassador of Japan said": the one person of the article with that office.
    fn by_office(&self, verb: usize, sentence: &std::ops::Range<usize>) -> Option<usize> {
        let noun = self.document.tokens[verb - 1];
        if noun.kind != TokenKind::Word || verb < sentence.start + 2 || !self.word_is(verb - 2, &["the"]) {
            return None;
        }
        let noun = noun.text(self.document.text);
        let holds = |entity: &&Entity| {
            entity.kind == EntityKind::Person
                && entity.roles.iter().any(|role| role.split_whitespace().any(|word| word.eq_ignore_ascii_case(noun)))
        };
        let mut holders = self.entities.iter().enumerate().filter(|(_, entity)| holds(entity));
        let first = holders.next()?;
        holders.next().is_none().then_some(first.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Each fact's text with the name of who says so.
    fn said(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let name = |id: &Option<String>| {
            sheet.entities.iter().find(|entity| Some(&entity.id) == id.as_ref()).map_or("", |entity| entity.name.as_str())
        };
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, name(&fact.attribution))).collect()
    }

    #[test]
    fn subjects_quotes_and_sources() {
        assert_eq!(said("Maria Keller said that sales rose 5%."), ["5%: Maria Keller"]);
        assert_eq!(said("“Sales rose 5%,” Maria Keller said. “Costs fell 3%.”"), ["5%: Maria Keller", "3%: Maria Keller"]);
        assert_eq!(said("Sales rose 5%, said Minister for Trade Maria Keller. He left."), ["5%: Maria Keller"]);
        assert_eq!(said("Sales rose 5%."), ["5%: "]);
    }

    #[test]
    fn pronouns_and_offices() {
        assert_eq!(said("Maria Keller said sales rose 5%. Costs fell 3%, she added."), ["5%: Maria Keller", "3%: Maria Keller"]);
        assert_eq!(
            said("Trade Minister Maria Keller opened the fair. The minister hoped that exports would rise 9%."),
            ["9%: Maria Keller"]
        );
    }
}
