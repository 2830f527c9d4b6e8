//! Who says so: the speaker of a quote, the subject of "said", the source after "according to".
//!
//! `Jane Doe said`, `said analyst Jane Doe`, `he added` (the last speaker), `the company said` (the company spoken of), `the minister
//! hoped` (the one person with that office), `according to Acme data`, `data from Acme showed`, `a survey by Acme`, `(per Acme)`. A
//! figure belongs to the nearest such cue of its sentence; inside a quote without one, to the speaker before it or, where the quote
//! comes first, after it, over the paragraphs that the quote goes on. An estimate without one goes on with the source of the sentence
//! before. A transcript's labels (`DOE:`) and a last line `Source: Acme` speak for what stands between or above. What a company says in
//! its own release is the release's own voice.

use super::fact::{FigureFact, Modality};
use super::holders::Holders;
use super::whose::Spoken;
use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::{Classes, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{BODIES, COMPANY_NOUNS, EXCHANGES, EXPECTING, PEOPLE, READINGS, REPORTING};
use once_cell::unsync::OnceCell;
use std::ops::Range;

/// How far a speaker may stand from the verb, in tokens.
const FARTHEST: usize = 24;
/// How many paragraphs a quote may go on over.
const PARAGRAPHS: usize = 8;
/// What somebody gives out that is quoted from there on.
static STATEMENTS: WordList = WordList::new(words!("statement|comment|comments|remarks|statements"));
/// How many sentences a source's estimates go on over.
const CARRIED: usize = 3;
/// How many sentences may stand between two of the same speaker and be his.
const BETWEEN: usize = 3;
/// How far the noun of what is read may stand from its verb, in tokens.
const READ: usize = 16;

/// A place of the text that says who is speaking.
struct SpeechCue {
    at: usize,
    sentence: usize,
    speaker: usize,
    /// How it names the speaker.
    how: How,
}

/// How a cue names who is speaking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As the subject of a verb.
    Says,
    /// As the source of the sentence: "according to".
    Source,
    /// As the source of the figure before it: "a survey by".
    Near,
    /// As the one whose statement begins.
    States,
}

/// Gives each fact the entity that states it where the text names one. `places` are where the entities are named.
pub(super) fn assign(document: &Document, facts: &mut [FigureFact], entities: &[NamedEntity], places: &[(Span, usize)], spoken: &Spoken) {
    let reader = SpeakerReader { document, entities, places, spoken, holders: OnceCell::new() };
    let cues = reader.cues();
    let labels = reader.labels();
    let source = reader.source_line();
    let quotes = quotes(document);
    let own = spoken.main.filter(|_| is_release(document.text));
    let own_news = |speaker: usize| spoken.main == Some(speaker) && entities[speaker].kind == EntityKind::Organization;
    for i in 0..facts.len() {
        let next = facts.get(i + 1).map(|next| (next.sentence, next.figure.span.start));
        let fact = &mut facts[i];
        let at = fact.figure.span.start;
        let nearest = |cue: &SpeechCue| cue.at > at && next.is_none_or(|(sentence, next)| sentence != fact.sentence || next > cue.at);
        let reaches = |cue: &&SpeechCue| cue.how != How::Near || nearest(cue);
        let cue = of_sentence(&cues, fact.sentence).iter().filter(reaches).min_by_key(|cue| cue.at.abs_diff(at));
        let quote = quotes.partition_point(|quote| quote.span.end <= at);
        let quoted = quotes.get(quote).is_some_and(|quote| quote.span.start <= at);
        let label = labels.partition_point(|(start, _)| *start <= at).checked_sub(1).map(|label| labels[label].1);
        let carried = || {
            let last = cues[..cues.partition_point(|cue| cue.sentence < fact.sentence)].last()?;
            let near = fact.sentence - last.sentence <= CARRIED;
            let person = entities[last.speaker].kind == EntityKind::Person;
            let goes_on = last.how == How::Source || matches!(last.how, How::Says | How::States) && person;
            (near && fact.modality == Modality::Forecast && goes_on).then_some(last.speaker)
        };
        let between = || {
            let split = cues.partition_point(|cue| cue.sentence < fact.sentence);
            let (before, after) = (cues[..split].last()?, cues.get(split)?);
            let farthest = if entities[before.speaker].kind == EntityKind::Person { 1 } else { BETWEEN };
            let near = fact.sentence - before.sentence <= farthest && after.sentence - fact.sentence <= farthest;
            let told = before.speaker == after.speaker && before.how != How::Near && !is_market(fact);
            (near && told && !own_news(before.speaker)).then_some(before.speaker)
        };
        let said = label
            .or(fact.attribution)
            .or(cue.map(|cue| cue.speaker))
            .or_else(|| if quoted { around(document, &cues, &quotes, quote, fact.sentence) } else { None })
            .or_else(carried)
            .or_else(between)
            .or(source.filter(|(start, _)| *start > at).map(|(_, source)| source));
        fact.attribution = said.filter(|&speaker| own.is_none_or(|own| !is_alike(&entities[own], &entities[speaker])));
    }
}

/// Whether the figure is of a market, of which nobody has to tell.
fn is_market(fact: &FigureFact) -> bool {
    static MARKET: WordList = WordList::new(words!("share|shares|stock|stocks|price|index|futures|yield"));
    fact.measure.as_deref().is_some_and(|measure| measure.split(' ').any(|word| MARKET.has(word)))
}

/// Whether both names begin with the same word.
fn is_alike(own: &NamedEntity, other: &NamedEntity) -> bool {
    other.kind != EntityKind::Person && own.name.split(' ').next() == other.name.split(' ').next()
}

/// Whether the text begins as a company's release does.
fn is_release(text: &str) -> bool {
    const HEAD: usize = 1_500;
    const MARKS: [&str; 12] = [
        "NEWSWIRE",
        "Newswire",
        "NewsWire",
        "BUSINESS WIRE",
        "Business Wire",
        "ACCESSWIRE",
        "NewMediaWire",
        "/CNW/",
        "EQS-News",
        "RNS Number",
        "PRESS RELEASE",
        "(the \"Company\")",
    ];
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    MARKS.iter().any(|mark| text[..end].contains(mark))
}

/// The cues of one sentence.
fn of_sentence(cues: &[SpeechCue], sentence: usize) -> &[SpeechCue] {
    let first = cues.partition_point(|cue| cue.sentence < sentence);
    let count = cues[first..].iter().take_while(|cue| cue.sentence == sentence).count();
    &cues[first..first + count]
}

/// The speaker of a quote without a cue in its sentence: the nearest cue in the paragraph, those before the sentence first, else that of
/// the paragraphs over which the quote goes on.
fn around(document: &Document, cues: &[SpeechCue], quotes: &[Quote], quote: usize, sentence: usize) -> Option<usize> {
    let paragraph = document.sentences.get(sentence)?.paragraph;
    let paragraph_of = |cue: &SpeechCue| document.sentences[cue.sentence].paragraph;
    let before = cues[..cues.partition_point(|cue| cue.sentence < sentence)].last();
    let states = |last: &'_ SpeechCue| of_sentence(cues, last.sentence).iter().find(|cue| cue.how == How::States);
    let before = before.map(|last| states(last).unwrap_or(last));
    let after = cues.get(cues.partition_point(|cue| cue.sentence <= sentence));
    if let Some(same) = before.filter(|cue| paragraph_of(cue) == paragraph).or(after.filter(|cue| paragraph_of(cue) == paragraph)) {
        return Some(same.speaker);
    }
    let begins = quotes[quote].begins;
    let goes_on = quotes[quote].open;
    let before = before.filter(|cue| begins && paragraph - paragraph_of(cue) <= PARAGRAPHS);
    let after = after.filter(|cue| goes_on && paragraph_of(cue) - paragraph <= PARAGRAPHS);
    let unclosed = quote.checked_sub(1).is_some_and(|last| quotes[last].open);
    let cue = if unclosed {
        before.or(after)
    } else if goes_on {
        after.or(before)
    } else {
        before
    };
    cue.map(|cue| cue.speaker)
}

/// A stretch between quotation marks, within its paragraph.
struct Quote {
    span: Span,
    /// Whether its paragraph begins with it.
    begins: bool,
    /// Whether nothing closes it in its paragraph.
    open: bool,
}

fn quotes(document: &Document) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    let mut begins = true;
    for (i, token) in document.tokens.iter().enumerate() {
        match (token.kind, open) {
            (TokenKind::Sign('“' | '"'), None) => open = Some((token.span.end, begins)),
            (TokenKind::Sign('”' | '"'), Some((start, begins))) => {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: false });
                open = None;
            }
            (TokenKind::Newline { .. }, Some((start, begins))) if document.skip_line_end(i) == i => {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: true });
                open = None;
            }
            _ => {}
        }
        begins = matches!(token.kind, TokenKind::Newline { .. });
    }
    out
}

/// Who was heard so far.
#[derive(Default)]
struct Heard {
    last: Option<usize>,
    person: Option<usize>,
    /// Whose report or data were read.
    reading: Option<usize>,
}

impl Heard {
    fn hear(&mut self, speaker: usize, entity: &NamedEntity, read: bool) {
        self.last = Some(speaker);
        if read {
            self.reading = Some(speaker);
        } else if entity.kind == EntityKind::Person {
            self.person = Some(speaker);
        }
    }
}

struct SpeakerReader<'d> {
    document: &'d Document<'d>,
    entities: &'d [NamedEntity],
    places: &'d [(Span, usize)],
    spoken: &'d Spoken,
    holders: OnceCell<Holders>,
}

impl SpeakerReader<'_> {
    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.document.tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is_word(self.document.text, word)))
    }

    fn word_in(&self, at: usize, words: &WordList) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && words.has(token.text(self.document.text)))
    }

    /// The cues of the article, in order.
    fn cues(&self) -> Vec<SpeechCue> {
        let document = self.document;
        let text = document.text.as_bytes();
        let mut out: Vec<SpeechCue> = Vec::new();
        let mut heard = Heard::default();
        for (sentence, range) in document.sentences.iter().map(|sentence| &sentence.tokens).enumerate() {
            for at in range.clone() {
                let token = &document.tokens[at];
                // Most words say nothing of a source: "per", "following", "by" and "from" begin so.
                let may_tell = token.classes.any(Classes::SOURCE) || matches!(text[token.span.start], b'p' | b'P' | b'f' | b'b');
                if token.kind != TokenKind::Word || !may_tell {
                    continue;
                }
                let word = token.text(document.text);
                let found = if token.classes.any(Classes::SOURCE) {
                    if word.eq_ignore_ascii_case("according") {
                        let named = if self.word_is(at + 1, &["to"]) { self.named_after(at + 2, range, 8) } else { None };
                        named.map(|speaker| (speaker, How::Source))
                    } else if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
                        None
                    } else {
                        self.speaker(at, range, &heard).map(|speaker| (speaker, How::Says))
                    }
                } else if matches!(word, "per" | "Per") {
                    self.named_at(at + 1).map(|speaker| (speaker, How::Source))
                } else if word == "following" && self.word_in(at + 1, &STATEMENTS) {
                    let verb = (range.start..at).rev().take(3).find(|&i| self.word_is(i, &["made", "issued", "released", "gave"]));
                    verb.and_then(|verb| self.named_before(verb, range, 12)).map(|speaker| (speaker, How::States))
                } else if matches!(word, "by" | "from") && (range.start..at).rev().take(3).any(|i| self.word_in(i, &READINGS)) {
                    self.named_at(at + 1).map(|speaker| (speaker, How::Near))
                } else {
                    None
                };
                // "according to a Tokyo Stock Exchange filing": the exchange says nothing
                let is_exchange = |speaker: usize| self.entities[speaker].name.ends_with("Exchange");
                let Some((speaker, how)) = found.filter(|&(speaker, _)| !is_exchange(speaker)) else { continue };
                heard.hear(speaker, &self.entities[speaker], how == How::Near || self.reads_out(at, range));
                out.push(SpeechCue { at: token.span.start, sentence, speaker, how });
            }
        }
        out
    }

    /// The organisation or person whose name begins at the token, over an article.
    fn named_at(&self, at: usize) -> Option<usize> {
        let at = if self.word_is(at, &["the"]) { at + 1 } else { at };
        let start = self.document.tokens.get(at)?.span.start;
        let place = self.places.partition_point(|(place, _)| place.start < start);
        let &(span, entity) = self.places.get(place).filter(|(place, _)| place.start == start)?;
        if self.entities[entity].country.is_some() {
            // "by Norway's Trade Ministry"
            let mark = self.document.token_at(span.end);
            let body = mark + usize::from(self.document.word(mark).starts_with(['\'', '’']));
            let start = self.document.tokens.get(body)?.span.start;
            let &(_, body) = self.places.get(place + 1).filter(|(next, _)| next.start == start)?;
            return (self.entities[body].kind == EntityKind::Organization).then_some(body);
        }
        (!EXCHANGES.has(&self.entities[entity].name)).then_some(entity)
    }

    /// The speaker of the verb at `verb`.
    fn speaker(&self, verb: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        let last = heard.last;
        if verb == sentence.start {
            return None;
        }
        let after_comma = matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–'));
        let that = self.word_is(verb + 1, &["that"]);
        let pronoun = self.word_is(verb - 1, &["he", "she", "it", "they", "we", "i", "who", "which"]);
        let reading = self.document.word(verb);
        let showing = matches!(reading, "showed" | "shows" | "show" | "suggests" | "indicated");
        if showing {
            return self.reading(verb, sentence).or_else(|| heard.reading.filter(|_| self.is_reading(verb, sentence)));
        }
        if self.is_reading(verb, sentence) {
            return self.reading(verb, sentence).or(heard.reading).or(last);
        }
        let quoted = matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign('”' | '"'))
            || verb >= 2 && matches!(self.document.tokens[verb - 2].kind, TokenKind::Sign('”' | '"' | ','));
        if reading == "sees" && !pronoun {
            let person = self.named_before(verb, sentence, 0).filter(|&named| self.entities[named].kind == EntityKind::Person);
            return person.or_else(|| self.by_office(verb, sentence, last));
        }
        if REPORTING.has(reading) && !that && !quoted && (reading != "sees" || pronoun) {
            return None;
        }
        let passive = self.word_is(verb - 1, &["is", "are", "was", "were", "be", "been", "being"]) || self.word_is(verb + 1, &["at", "by"]);
        if EXPECTING.has(reading) && (passive || self.word_is(verb + 1, &["to"]) && (reading.ends_with("ed") || reading == "forecast")) {
            return None;
        }
        // "the dilution it expects from the purchase": a clause of a noun says nothing of its figure
        let of_noun = self.word_is(verb - 1, &["it", "he", "she", "they"]) && self.word_is(verb + 1, &["from", "in", "for", "on", "by"]);
        if EXPECTING.has(reading) && of_noun {
            return None;
        }
        if self.word_is(verb - 1, &["he", "she"]) {
            return heard.person.or_else(|| self.holders().only_person);
        }
        if self.word_is(verb - 1, &["they", "who", "which"]) {
            return last;
        }
        if self.word_is(verb - 1, &["it"]) {
            return last.or_else(|| self.spoken.company(self.document.sentence_at(self.document.tokens[verb].span.start)));
        }
        if self.word_is(verb - 1, &["we", "i"]) {
            return None;
        }
        if after_comma
            && !that
            && !EXPECTING.has(reading)
            && let Some(inverted) = self.named_after(verb + 1, sentence, 14)
        {
            return Some(inverted);
        }
        self.by_office(verb, sentence, last).or_else(|| self.named_before(verb, sentence, 0))
    }

    /// "The report said", "the data showed": what was read before goes on.
    fn is_reading(&self, verb: usize, sentence: &Range<usize>) -> bool {
        verb >= sentence.start + 2 && self.word_in(verb - 1, &READINGS) && self.word_is(verb - 2, &["the", "that", "this"])
    }

    /// Whether a noun of what is read stands closely before the verb: "a report by Acme said".
    fn reads_out(&self, verb: usize, sentence: &Range<usize>) -> bool {
        (sentence.start.max(verb.saturating_sub(READ))..verb).any(|at| self.word_in(at, &READINGS))
    }

    /// "Data from Acme showed", "the Acme survey suggests".
    fn reading(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
        if !self.reads_out(verb, sentence) {
            return None;
        }
        let start = sentence.start.max(verb.saturating_sub(READ));
        let from = self.document.tokens[start].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[verb].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        let is_body = |i: &usize| self.entities[*i].kind == EntityKind::Organization;
        named.clone().find(is_body).or_else(|| named.into_iter().find(|&i| self.entities[i].country.is_none()))
    }

    fn holders(&self) -> &Holders {
        self.holders.get_or_init(|| Holders::of(self.entities))
    }

    /// The person named within `reach` tokens from `start` before a comma, else the organisation.
    fn named_after(&self, start: usize, sentence: &Range<usize>, reach: usize) -> Option<usize> {
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
    fn named_before(&self, verb: usize, sentence: &Range<usize>, reach: usize) -> Option<usize> {
        let start = sentence.start.max(verb.saturating_sub(FARTHEST));
        let from = self.document.tokens[start].span.start;
        let to = self.document.tokens[verb].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= to);
        let mut organization = None;
        for &(place, i) in self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from) {
            let after = self.document.token_at(place.end);
            let between = verb - after.min(verb);
            let apposition = after < verb && self.document.tokens[after].is_sign(',') && self.document.tokens[verb - 1].is_sign(',');
            let people = (after..verb).any(|at| self.word_in(at, &PEOPLE));
            let possessive = after < verb && self.document.word(after).starts_with(['\'', '’']);
            match self.entities[i].kind {
                EntityKind::Person if between <= 1 + reach && !possessive || apposition => return Some(i),
                EntityKind::Person | EntityKind::Organization if organization.is_none() && people && between <= 2 => organization = Some(i),
                EntityKind::Organization if organization.is_none() && between <= 2 && (!possessive || people) => organization = Some(i),
                EntityKind::Place if self.entities[i].country.is_none() && organization.is_none() && between == 0 => organization = Some(i),
                _ => {}
            }
            if between > 1 + reach && !apposition && !self.document.tokens[verb - 1].is_sign(',') && organization.is_none() {
                break;
            }
        }
        organization
    }

    /// "the minister hoped", "the ministry said", "the company said": the one person of the article with that office, the authority of
    /// that sort, the company spoken of.
    fn by_office(&self, verb: usize, sentence: &Range<usize>, last: Option<usize>) -> Option<usize> {
        let noun = self.document.tokens[verb - 1];
        if noun.kind != TokenKind::Word || verb < sentence.start + 2 {
            return None;
        }
        let noun = noun.text(self.document.text);
        let definite = (sentence.start.max(verb.saturating_sub(5))..verb - 1).any(|i| self.word_is(i, &["the", "this"]));
        if !definite {
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
        if COMPANY_NOUNS.has(noun) || noun == "exchange" {
            return self.spoken.company(self.document.sentence_at(self.document.tokens[verb].span.start));
        }
        None
    }

    /// Where a transcript's labels are, with who speaks from there on: "DOE:".
    fn labels(&self) -> Vec<(usize, usize)> {
        let document = self.document;
        let mut labels = Vec::new();
        for (i, pair) in document.tokens.windows(2).enumerate() {
            if !pair[1].is_sign(':') {
                continue;
            }
            let name = pair[0].text(document.text);
            let shouted = name.len() > 2 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-');
            if !shouted || i > 0 && matches!(document.tokens[i - 1].kind, TokenKind::Number) {
                continue;
            }
            let speaker = self.holders().last_name(name);
            labels.extend(speaker.map(|speaker| (pair[1].span.end, speaker)));
        }
        if labels.len() >= 3 { labels } else { Vec::new() }
    }

    /// The source that the last lines of the article name for all of it.
    fn source_line(&self) -> Option<(usize, usize)> {
        const LAST: usize = 9;
        let sentences = &self.document.sentences;
        let last = &sentences[sentences.len().saturating_sub(LAST)..];
        last.iter().map(|sentence| &sentence.tokens).find_map(|tokens| {
            let start = tokens.start;
            let names = self.word_is(start, &["source", "sources"]) && self.document.tokens.get(start + 1)?.is_sign(':');
            let span = self.document.span(tokens.clone());
            let place = self.places.partition_point(|(place, _)| place.start < span.start);
            let &(_, entity) = self.places.get(place).filter(|(place, _)| names && place.end <= span.end)?;
            Some((span.start, entity))
        })
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
    fn what_stands_between_two_of_one_source() {
        let report = "A report by Norway’s Trade Ministry showed that exports rose 5%. Imports fell 3%. The report said that debt fell 2%.";
        assert_eq!(said(report), ["5%: Trade Ministry", "3%: Trade Ministry", "2%: Trade Ministry"]);
        let survey = "Data from Gartner showed that sales rose 5%. Costs fell 3%. The data showed that rents rose 2%.";
        assert_eq!(said(survey), ["5%: Gartner", "3%: Gartner", "2%: Gartner"]);
        let market = "Maria Keller said that sales rose 5%. Shares fell 3%. Maria Keller said that rents rose 2%.";
        assert_eq!(said(market), ["5%: Maria Keller", "3%: ", "2%: Maria Keller"]);
        let he = "Maria Keller said that sales rose 5%. Brask Foods Inc. said that costs fell 3%. Rents rose 2%, she added.";
        assert_eq!(said(he).last().map(String::as_str), Some("2%: Maria Keller"));
    }

    #[test]
    fn pronouns_and_offices() {
        assert_eq!(said("Maria Keller said sales rose 5%. Costs fell 3%, she added."), ["5%: Maria Keller", "3%: Maria Keller"]);
        assert_eq!(
            said("Trade Minister Maria Keller opened the fair. The minister hoped that exports would rise 9%."),
            ["9%: Maria Keller"]
        );
    }

    #[test]
    fn companies_brokers_and_surveys() {
        for (text, source) in [
            ("Maria Keller sees sales growth of 5%.", "5%: Maria Keller"),
            ("Brask Foods Inc. bakes bread. The company said sales rose 5%.", "5%: Brask Foods Inc."),
            ("Sales rose 5%, a survey by Gartner found.", "5%: Gartner"),
            ("Sales rose 5%, according to a Tokyo Stock Exchange filing.", "5%: "),
            ("Brask Foods shares added 5%.", "5%: "),
        ] {
            assert_eq!(said(text), [source]);
        }
    }
}
