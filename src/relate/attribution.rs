//! Who says so: the speaker of a quote, the subject of "said", the source after "according to".
//!
//! `Jane Doe said`, `said analyst Jane Doe`, `he added` (the last speaker), `the minister hoped` (the one person with that office),
//! `according to Acme data`. A figure belongs to the nearest such cue of its sentence; inside a quote without one, to the speaker
//! before it or, where the quote comes first, after it in the same paragraph.

use super::fact::Fact;
use crate::document::Document;
use crate::mention::{Entity, EntityKind};
use crate::text::{Classes, Span, TokenKind};

/// How far a speaker may stand from the verb, in tokens.
const FARTHEST: usize = 24;

/// A place of the text that says who is speaking.
struct Cue {
    at: usize,
    sentence: usize,
    speaker: usize,
}

/// Gives each fact the entity that states it where the text names one. `places` are where the entities are named.
pub fn assign(document: &Document, facts: &mut [Fact], entities: &[Entity], places: &[(Span, usize)]) {
    let cues = Reader { document, entities, places }.cues();
    let quotes = quotes(document);
    for fact in facts {
        let at = fact.figure.span.start;
        let own = of_sentence(&cues, fact.sentence).iter().min_by_key(|cue| cue.at.abs_diff(at));
        let quoted = quotes.get(quotes.partition_point(|quote| quote.end <= at)).is_some_and(|quote| quote.start <= at);
        fact.attribution = own.map(|cue| cue.speaker).or_else(|| if quoted { around(document, &cues, fact.sentence) } else { None });
    }
}

/// The cues of one sentence.
fn of_sentence(cues: &[Cue], sentence: usize) -> &[Cue] {
    let first = cues.partition_point(|cue| cue.sentence < sentence);
    let count = cues[first..].iter().take_while(|cue| cue.sentence == sentence).count();
    &cues[first..first + count]
}

/// The speaker of the nearest cue in the paragraph, those before the sentence first.
fn around(document: &Document, cues: &[Cue], sentence: usize) -> Option<usize> {
    let paragraph = document.sentences.get(sentence)?.paragraph;
    let same = |cue: &&Cue| document.sentences[cue.sentence].paragraph == paragraph;
    let before = cues[..cues.partition_point(|cue| cue.sentence < sentence)].last().filter(same);
    let after = || cues.get(cues.partition_point(|cue| cue.sentence <= sentence)).filter(same);
    before.or_else(after).map(|cue| cue.speaker)
}

/// The stretches between quotation marks, each within its paragraph.
fn quotes(document: &Document) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open: Option<usize> = None;
    for token in &document.tokens {
        match (token.kind, open) {
            (TokenKind::Sign('“' | '"'), None) => open = Some(token.span.end),
            (TokenKind::Sign('”' | '"') | TokenKind::Newline { .. }, Some(start)) => {
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
    places: &'d [(Span, usize)],
}

impl Reader<'_> {
    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.document.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is_word(self.document.text, word)))
    }

    /// The cues of the article, in order.
    fn cues(&self) -> Vec<Cue> {
        let document = self.document;
        let mut out: Vec<Cue> = Vec::new();
        for (sentence, range) in document.sentences.iter().map(|sentence| &sentence.tokens).enumerate() {
            let of_source = |at: &usize| document.tokens[*at].classes.any(Classes::SOURCE);
            for at in range.clone().filter(of_source) {
                let token = &document.tokens[at];
                let word = token.text(document.text);
                let speaker = if word.eq_ignore_ascii_case("according") {
                    if self.word_is(at + 1, &["to"]) { self.named_after(at + 2, range, 8) } else { None }
                } else if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    None
                } else {
                    self.speaker(at, range, out.last().map(|cue| cue.speaker))
                };
                out.extend(speaker.map(|speaker| Cue { at: token.span.start, sentence, speaker }));
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
