//! Who says so: the speaker of a quote, the subject of "said", the source after "according to".
//!
//! `Jane Doe said`, `said analyst Jane Doe`, `he added` (the last speaker), `the company said` (the company spoken of), `the minister
//! hoped` (the one person with that office), `according to Acme data`, `data from Acme showed`, `a survey by Acme`, `(per Acme)`. A
//! figure belongs to the nearest such cue of its sentence; inside a quote without one, to the speaker before it or, where the quote
//! comes first, after it, over the paragraphs that the quote goes on. An estimate without one goes on with the source of the sentence
//! before, and what an article retells of one report is all of its source. A transcript's labels (`DOE:`) and a last line `Source: Acme`
//! speak for what stands between or above. What a company says in its own release is the release's own voice.

use super::fact::{FigureFact, Modality};
use super::holders::Holders;
use super::whose::Spoken;
use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::{BlockKind, Classes, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    BODIES, COMPANY_NOUNS, EXCHANGES, EXPECTED, EXPECTED_NOUNS, EXPECTING, PEOPLE, RATING_VERBS, READINGS, REPORTING,
};
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
/// How many tokens may stand before the last word of a transcript's label.
const LONGEST_LABEL: usize = 6;
/// Who asks in a transcript without a name.
static ASKING: WordList =
    WordList::new(words!("journalist|question|reporter|interviewer|host|presenter|compere|speaker|caller|moderator|operator|q"));
/// How far the noun of what is read may stand from its verb, in tokens.
const READ: usize = 16;

/// A place of the text that says who is speaking.
struct SpeechCue {
    at: usize,
    sentence: usize,
    speaker: usize,
    /// How it names the speaker.
    how: How,
    /// Whether the speaker tells of itself: "said it".
    own: bool,
    /// Whether the sentence ends with it: "..., Jane Doe says."
    closing: bool,
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
    /// As the source of the figure behind it: "Acme's forecast of".
    Ahead,
    /// As the one who rates a share: "Acme raised its target to".
    Rates,
}

/// Whose turn a label of a transcript begins.
enum Turn {
    /// It is no label.
    None,
    /// Of somebody without a name.
    Unnamed,
    /// Of this person.
    Of(usize),
}

/// Gives each fact the entity that states it where the text names one. `places` are where the entities are named.
pub(super) fn assign(document: &Document, facts: &mut [FigureFact], entities: &[NamedEntity], places: &[(Span, usize)], spoken: &Spoken) {
    let reader = SpeakerReader { document, entities, places, spoken, holders: OnceCell::new() };
    let cues = reader.cues();
    let labels = reader.labels();
    let headed = reader.headed();
    let release = is_release(document.text);
    let stated = reader.stated();
    let source = reader.source_line().filter(|_| !release);
    let quotes = quotes(document);
    let first = places.iter().map(|&(_, i)| i).find(|&i| entities[i].kind == EntityKind::Organization);
    let issuers = [spoken.main, first].map(|issuer| issuer.filter(|_| release));
    let sole = reader.sole(&cues).filter(|_| !release);
    // an estimate goes on over the next ones
    let mut went_on: Option<(usize, usize)> = None;
    for i in 0..facts.len() {
        let next = facts.get(i + 1).map(|next| (next.sentence, next.figure.span.start));
        let last = i.checked_sub(1).map_or(0, |last| facts[last].figure.span.end);
        let fact = &mut facts[i];
        let at = fact.figure.span.start;
        let nearest = |cue: &SpeechCue| cue.at > at && next.is_none_or(|(sentence, next)| sentence != fact.sentence || next > cue.at);
        let reaches = |cue: &&SpeechCue| match cue.how {
            How::Near => nearest(cue),
            How::Ahead => cue.at < at && last < cue.at,
            How::Rates => cue.at < at,
            _ => true,
        };
        let market = is_market(fact);
        let splits = |cue: &&SpeechCue| cue.at < at || cue.how != How::Says || !reader.is_parted(fact.figure.span.end..cue.at, market);
        let near = of_sentence(&cues, fact.sentence).iter().filter(reaches).filter(splits);
        // who closes the sentence tells what another one told before
        let cue = near.min_by_key(|cue| if cue.closing && cue.at > at { 0 } else { cue.at.abs_diff(at) });
        let quote = quotes.partition_point(|quote| quote.span.end <= at);
        let quoted = quotes.get(quote).is_some_and(|quote| quote.span.start <= at);
        let turn = labels.partition_point(|(start, _)| *start <= at).checked_sub(1).map(|label| labels[label].1);
        let sole = || sole.filter(|&(first, _)| fact.sentence > first && !is_market(fact)).map(|(_, speaker)| speaker);
        // what somebody unnamed says is nobody's that is named elsewhere
        let sole = || sole().filter(|_| turn.is_none());
        // whom somebody cites in a talk
        let cited = cue.filter(|cue| cue.how == How::Source && turn.is_some()).map(|cue| cue.speaker);
        let said = cited
            .or(turn.flatten())
            .or(fact.attribution)
            .or(cue.map(|cue| cue.speaker))
            .or_else(|| if quoted { around(document, &cues, &quotes, quote, fact.sentence) } else { None })
            .or_else(|| {
                let speaker = reader.carried(&cues, fact, went_on)?;
                went_on = Some((speaker, fact.sentence));
                Some(speaker)
            })
            .or_else(|| reader.between(&cues, fact))
            .or_else(|| headed.partition_point(|(at, _)| *at < fact.sentence).checked_sub(1).and_then(|at| headed[at].1))
            .or_else(sole)
            .or(stated.filter(|&(from, _)| fact.sentence > from && !release).map(|(_, speaker)| speaker))
            .or(source.filter(|(start, _)| *start > at).map(|(_, source)| source));
        let is_own = |speaker: usize| {
            is_itself(&entities[speaker]) || issuers.into_iter().flatten().any(|own| is_alike(&entities[own], &entities[speaker]))
        };
        fact.attribution = said.filter(|&speaker| !is_own(speaker));
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

/// Whether the name is only what a company calls itself: "the Company", "the Group".
fn is_itself(speaker: &NamedEntity) -> bool {
    speaker.ticker.is_none() && !speaker.name.contains(' ') && COMPANY_NOUNS.has(&speaker.name)
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
    let told = &cues[..cues.partition_point(|cue| cue.sentence < sentence)];
    let states = |last: &SpeechCue| {
        let mut same = told.iter().rev().take_while(|cue| paragraph_of(cue) == paragraph_of(last));
        same.find(|cue| cue.how == How::States)
    };
    let before = told.last().map(|last| states(last).unwrap_or(last));
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

/// Whether the word is in capitals only: "DOE", "O'DOE", "DOE-ROE".
fn is_shouted(name: &str) -> bool {
    name.len() > 2 && !name.contains(char::is_lowercase) && name.starts_with(|first: char| first.is_ascii_uppercase())
}

fn quotes(document: &Document) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    let mut begins = true;
    for (i, token) in document.tokens.iter().enumerate() {
        match (token.kind, open) {
            (TokenKind::Sign('“' | '"'), None) => open = Some((token.span.end, begins)),
            (TokenKind::Sign('‘'), None) if begins => open = Some((token.span.end, begins)),
            (TokenKind::Sign('’'), Some((start, begins)))
                if document.text[..start].ends_with('‘') && ends_saying(document.text, token.span) =>
            {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: false });
                open = None;
            }
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

/// Whether the single mark at this place closes a quote, behind a stop: it is no apostrophe.
fn ends_saying(text: &str, mark: Span) -> bool {
    text[..mark.start].ends_with(['.', ',', '?', '!'])
}

/// Who was heard so far.
#[derive(Default)]
struct Heard {
    last: Option<usize>,
    person: Option<usize>,
    /// Whose report or data were read.
    reading: Option<usize>,
    /// Whether the last one was only cited: "according to".
    cited: bool,
    /// Whose analysts were heard.
    house: Option<usize>,
    /// The sentence of the last one.
    at: usize,
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

    /// Whether what stands between a figure and who says something parts them: "rose 5%, while Acme expects"; "rose 5% after Acme
    /// said", where no comma ends the clause before the speaker.
    fn is_parted(&self, between: Range<usize>, market: bool) -> bool {
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

    fn is_clause_end(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–' | ';' | ')'))
    }

    /// The speaker before, of whose estimates this is one. `went_on` is who went on last so, with the sentence.
    fn carried(&self, cues: &[SpeechCue], fact: &FigureFact, went_on: Option<(usize, usize)>) -> Option<usize> {
        let last = cues[..cues.partition_point(|cue| cue.sentence < fact.sentence)].last()?;
        let since = went_on.filter(|&(speaker, _)| speaker == last.speaker).map_or(last.sentence, |(_, at)| at.max(last.sentence));
        // what is simply said to come is his for a sentence, what is expected goes on
        let expected = || last.how == How::Source || self.expects(fact.sentence);
        let near = fact.sentence - last.sentence <= 1 || fact.sentence - since <= CARRIED && expected();
        let person = self.entities[last.speaker].kind == EntityKind::Person;
        let target = fact.modality == Modality::Target && fact.measure.as_deref().is_some_and(|measure| measure.contains("target"));
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
    fn between(&self, cues: &[SpeechCue], fact: &FigureFact) -> Option<usize> {
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
    fn expects(&self, sentence: usize) -> bool {
        let tokens = self.document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        tokens.into_iter().any(|at| self.word_in(at, &EXPECTED) || self.word_in(at, &EXPECTED_NOUNS) || self.word_is(at, &["target"]))
    }

    /// The cues of the article, in order.
    fn cues(&self) -> Vec<SpeechCue> {
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
    fn cue(&self, at: usize, range: &Range<usize>, heard: &Heard) -> Option<(usize, How)> {
        let token = &self.document.tokens[at];
        // Most words say nothing of a source: "per", "following", "by" and "from" begin so.
        let first = self.document.text.as_bytes()[token.span.start];
        let may_tell = token.classes.any(Classes::SOURCE) || matches!(first, b'p' | b'P' | b'f' | b'b');
        if token.kind != TokenKind::Word || !may_tell {
            return None;
        }
        let word = token.text(self.document.text);
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

    /// "Acme slightly lowered its price target", "the brokerage kept its rating": who rates a share, with the place of the verb.
    fn rater(&self, sentence: &Range<usize>, number: usize, heard: &Heard) -> Option<(usize, usize)> {
        const HOUSES: [&str; 6] = ["brokerage", "broker", "firm", "bank", "analyst", "analysts"];
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
            None => heard.last.filter(|_| number - heard.at <= CARRIED && self.word_is(end - 1, &HOUSES)),
        };
        let other = |speaker: &usize| self.spoken.main != Some(*speaker) && self.entities[*speaker].kind != EntityKind::Place;
        speaker.filter(other).map(|speaker| (self.document.tokens[verb].span.start, speaker))
    }

    /// "Acme's forecast of", "the Acme estimate for": whose it is.
    fn whose_estimate(&self, at: usize) -> Option<usize> {
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
    fn tells(&self, at: usize, sentence: &Range<usize>) -> bool {
        static TELLING: WordList = WordList::new(words!(
            "showing|projecting|finding|suggesting|indicating|estimating|forecasting|predicting|revealing|saying|putting|warning"
        ));
        (at..sentence.end.min(at + 8))
            .take_while(|&i| !matches!(self.document.tokens[i].kind, TokenKind::Sign(',' | ';')))
            .any(|i| self.word_in(i, &TELLING))
    }

    /// "per a poll from Acme", "per research firm Acme".
    fn named_by_noun(&self, start: usize, sentence: &Range<usize>) -> Option<usize> {
        static GIVERS: WordList = WordList::new(words!("database|platform|tracker|provider|researcher|website|analyst|pollster|firm"));
        let nouns = start..sentence.end.min(start + 6);
        let given = nouns.clone().any(|at| self.word_in(at, &READINGS) || self.word_in(at, &GIVERS));
        if given { self.named_after(start, sentence, 9) } else { None }
    }

    /// "according to the company", "to a spokesman for the ministry", "to the report": whom the noun stands for.
    fn source_noun(&self, start: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
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

    /// "Acme: raised its target to": the broker before the colon that a line about a target or a rating begins with.
    fn broker_label(&self, sentence: &Range<usize>) -> Option<(usize, usize)> {
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

    /// The organisation or person whose name begins at the token, over an article.
    fn named_at(&self, at: usize) -> Option<usize> {
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

    /// The speaker of the verb at `verb`.
    fn speaker(&self, verb: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        let last = heard.last;
        let subject = self.subject_end(verb, sentence);
        if subject == sentence.start {
            return None;
        }
        if self.word_is(subject - 1, &["to"]) {
            return None;
        }
        let after_comma = matches!(self.document.tokens[verb - 1].kind, TokenKind::Sign(',' | '”' | '"' | '—' | '–'));
        let that = self.word_is(verb + 1, &["that"]);
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

    /// Whom the pronoun before the verb stands for.
    fn by_pronoun(&self, verb: usize, pronoun: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
        if self.word_is(pronoun, &["he", "she"]) {
            let named = || self.only_person_near(sentence.start, pronoun);
            return heard.person.or_else(|| self.holders().only_person).or_else(named);
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
    fn is_postposed(&self, verb: usize, subject: usize, sentence: &Range<usize>) -> bool {
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
    fn is_expected(&self, verb: usize, subject: usize) -> bool {
        let reading = self.document.word(verb);
        let being = self.word_is(subject - 1, &["is", "are", "was", "were", "be", "been", "being"]);
        let passive = being || self.word_is(verb + 1, &["at", "by"]);
        let participle = self.word_is(verb + 1, &["to"]) && (reading.ends_with("ed") || reading == "forecast");
        // a clause of a noun says nothing of its figure
        let of_noun = self.word_is(verb - 1, &["it", "he", "she", "they"]) && self.word_is(verb + 1, &["from", "in", "for", "on", "by"]);
        passive || participle || of_noun
    }

    /// The one person whom the text names before "he", in its sentence or in the one before.
    fn only_person_near(&self, start: usize, he: usize) -> Option<usize> {
        let here = self.document.sentence_at(self.document.tokens[start].span.start);
        let before = &self.document.sentences[here.saturating_sub(1)];
        let from = self.document.tokens[before.tokens.start].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[he].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        let mut persons = named.filter(|&i| self.entities[i].kind == EntityKind::Person);
        let last = persons.next()?;
        persons.all(|other| other == last).then_some(last)
    }

    /// Whether the place only tells where who speaks is.
    fn is_located(&self, place: Span) -> bool {
        let before = self.document.token_at(place.start).checked_sub(1);
        before.is_some_and(|before| self.word_is(before, &["in", "at", "near", "from"]))
    }

    /// The organisation that one of the sentences before begins with.
    fn subject_near(&self, start: usize) -> Option<usize> {
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
    fn person_before(&self, who: usize, sentence: &Range<usize>) -> Option<usize> {
        const REACH: usize = 12;
        let from = self.document.tokens[sentence.start.max(who.saturating_sub(REACH))].span.start;
        let end = self.places.partition_point(|(place, _)| place.end <= self.document.tokens[who].span.start);
        let named = self.places[..end].iter().rev().take_while(|(place, _)| place.start >= from).map(|&(_, i)| i);
        named.into_iter().find(|&i| self.entities[i].kind == EntityKind::Person)
    }

    /// The end of the subject of the verb: before "also", "has earlier" and a ticker in brackets.
    fn subject_end(&self, verb: usize, sentence: &Range<usize>) -> usize {
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
    fn apposed(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
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
        };
        let &(place, entity) =
            named.filter(|&&(_, i)| self.entities[i].kind != EntityKind::Place).find(|(place, _)| opens(document.token_at(place.start)))?;
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

    fn is_bracket(&self, at: usize) -> bool {
        matches!(self.document.tokens.get(at).map(|token| token.kind), Some(TokenKind::Sign('(' | '<')))
    }

    /// Whether a comma or "and" stands before a word in "-ed" or "-ing", which then hangs on the name.
    fn is_participle(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let hangs = at > 0 && (self.document.tokens[at - 1].is_sign(',') || self.word_is(at - 1, &["and", "as", "of"]));
        hangs && (word.ends_with("ed") || word.ends_with("ing"))
    }

    /// The speaker behind the verb: "said Jane Doe, a trader", "said an analyst at Acme".
    fn inverted(&self, verb: usize, sentence: &Range<usize>) -> Option<usize> {
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

    /// "the minister hoped", "the ministry said", "the company said": the one person of the article with that office, the authority of
    /// that sort, the company spoken of.
    fn by_office(&self, verb: usize, sentence: &Range<usize>, heard: &Heard) -> Option<usize> {
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
            // "the firm pointed out", where none is spoken of but who spoke last
            let near = || last.filter(|&last| number - heard.at.min(number) <= 2 && self.entities[last].kind == EntityKind::Organization);
            return spoken.or_else(near).or_else(|| self.firm_before(verb, sentence));
        }
        None
    }

    /// The first organisation that the sentence names before the token, no authority and no exchange.
    fn firm_before(&self, at: usize, sentence: &Range<usize>) -> Option<usize> {
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

    fn is_upper(&self, at: usize) -> bool {
        self.document.word(at).starts_with(char::is_uppercase)
    }

    /// Where a transcript's turns begin, with who speaks from there on where the text names him: "DOE:", "Jane Doe:", "Mr Doe:",
    /// "JANE DOE, HOST:", and "JOURNALIST:".
    fn labels(&self) -> Vec<(usize, Option<usize>)> {
        const TURNS: usize = 3;
        let document = self.document;
        let mut labels = Vec::new();
        for (i, pair) in document.tokens.windows(2).enumerate() {
            if !pair[1].is_sign(':') || pair[0].kind != TokenKind::Word {
                continue;
            }
            let name = pair[0].text(document.text);
            let opens = |at: usize| at == 0 || matches!(document.tokens[at - 1].kind, TokenKind::Newline { .. });
            let first = (i.saturating_sub(LONGEST_LABEL)..=i).rev().find(|&at| opens(at));
            if i > 0 && matches!(document.tokens[i - 1].kind, TokenKind::Number) {
                continue;
            }
            let Some(first) = first else {
                // lines that a page broke elsewhere
                let speaker = self.holders().last_name(name).filter(|_| is_shouted(name));
                labels.extend(speaker.map(|speaker| (pair[1].span.end, Some(speaker))));
                continue;
            };
            match self.turn(first, i) {
                Turn::None => {}
                Turn::Unnamed => labels.push((pair[1].span.end, None)),
                Turn::Of(speaker) => labels.push((pair[1].span.end, Some(speaker))),
            }
        }
        let named = labels.iter().any(|(_, speaker)| speaker.is_some());
        if labels.len() >= TURNS && named { labels } else { Vec::new() }
    }

    /// Whose turn begins on the line that starts at `first` and has a colon behind the word `last`.
    fn turn(&self, first: usize, last: usize) -> Turn {
        let document = self.document;
        // "JANE DOE, HOST"
        let comma = (first..last).find(|&at| document.tokens[at].is_sign(','));
        let end = comma.map_or(last, |comma| comma.saturating_sub(1));
        let (name, shouted) = (document.word(end), is_shouted(document.word(end)));
        let words = || (first..=end).filter(|&at| document.tokens[at].kind == TokenKind::Word);
        if end < first || comma.is_some() && !shouted || !words().all(|at| self.is_upper(at)) {
            return Turn::None;
        }
        let named = self.holders().last_name(name).filter(|_| shouted || words().count() <= 3);
        match named {
            Some(speaker) => Turn::Of(speaker),
            None if ASKING.has(name) => Turn::Unnamed,
            None if comma.is_some() => Turn::Unnamed,
            None => Turn::None,
        }
    }

    /// Who speaks in a headline: "SEN. DOE ANNOUNCES $5M GRANT", "Doe Says Rents Rose 5%".
    fn headline(&self, sentence: &crate::text::Sentence, range: &Range<usize>) -> Option<(usize, usize)> {
        const LONGEST: usize = 10;
        const VERBS: [&str; 4] = ["announces", "announce", "says", "say"];
        let document = self.document;
        let told = |&at: &usize| VERBS.iter().any(|verb| document.word(at).eq_ignore_ascii_case(verb));
        let verb = (range.start + 1..range.end.min(range.start + LONGEST)).find(told)?;
        let heads = is_shouted(document.word(verb)) && is_shouted(document.word(verb - 1))
            || sentence.block == BlockKind::Heading && self.is_upper(verb) && self.is_upper(verb - 1);
        let speaker = self.named_before(verb, range, 0).or_else(|| self.holders().last_name(document.word(verb - 1)))?;
        let person = heads && self.entities[speaker].kind == EntityKind::Person;
        person.then_some((document.tokens[verb].span.start, speaker))
    }

    /// "Statement of Senator Doe on the budget" as a line of its own: who is quoted below.
    fn statement_of(&self, range: &Range<usize>) -> Option<(usize, usize)> {
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
    fn stated(&self) -> Option<(usize, usize)> {
        const SPOKEN: [&str; 8] = ["statement", "remarks", "speech", "testimony", "comments", "address", "letter", "message"];
        const END: usize = 4;
        let document = self.document;
        let told = |tokens: &Range<usize>| {
            let mut end = tokens.clone().rev().filter(|&at| !matches!(document.tokens[at].kind, TokenKind::Newline { .. }));
            if !end.next().is_some_and(|last| matches!(document.tokens[last].kind, TokenKind::Sign(':' | ']'))) {
                return false;
            }
            let (mut said, mut follows) = (false, false);
            for at in tokens.clone() {
                follows |= self.word_is(at, &["following"]) && self.word_is(at + 1, &SPOKEN);
                said |= self.word_is(at, &SPOKEN);
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
    fn sole(&self, cues: &[SpeechCue]) -> Option<(usize, usize)> {
        const LEAD: usize = 5;
        if let Some(broker) = self.reporting_broker() {
            return Some((0, broker));
        }
        let mut told = cues.iter().filter(|cue| !matches!(cue.how, How::Near | How::Ahead | How::Rates));
        let first = told.next().filter(|cue| cue.sentence <= LEAD && !cue.own && self.spoken.main != Some(cue.speaker))?;
        let source = &self.entities[first.speaker];
        let begins = |name: &str| source.name.split(' ').next() == Some(name);
        let alone = told.all(|cue| {
            let other = &self.entities[cue.speaker];
            cue.speaker == first.speaker || is_alike(source, other) || begins(&other.name)
        });
        (alone && source.kind != EntityKind::Person).then_some((first.sentence, first.speaker))
    }

    /// "Acme's research report on Velora": whose report the article is.
    fn reporting_broker(&self) -> Option<usize> {
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
    fn headed(&self) -> Vec<(usize, Option<usize>)> {
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
    fn source_line(&self) -> Option<(usize, usize)> {
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
    fn what_stands_between_a_speaker_and_his_verb() {
        for (text, source) in [
            ("Brask Foods Inc., a maker of bread and rolls in the south, said 40 bakers will leave a plant in Shelby.", "Brask Foods Inc."),
            ("Brask Foods Inc. (NYSE: BRSK) said sales rose 5%.", "Brask Foods Inc."),
            ("Brask Foods Inc. also said that sales rose 5%.", "Brask Foods Inc."),
            ("Brask Foods Inc. bakes bread. It also said sales rose 5%.", "Brask Foods Inc."),
            ("Brask Foods Inc. bakes bread. The Bergen, Norway-based company said sales rose 5%.", "Brask Foods Inc."),
            ("Brask Foods Inc. bakes bread. Sales rose 5%, according to a spokesman for the company.", "Brask Foods Inc."),
            ("The baking group Brask Foods Inc. is planning to sell 25% of a mill, the company said.", "Brask Foods Inc."),
            ("Brask Foods Inc. runs 40 shops, according to its website.", "Brask Foods Inc."),
            ("Rents rose 5%, per a poll from research firm Gartner.", "Gartner"),
            ("Maria Keller of Brask Foods Inc., who expects sales to rise 5%, is leaving.", "Maria Keller"),
        ] {
            assert!(said(text).iter().all(|said| said.ends_with(source)), "{text}: {:?}", said(text));
        }
        assert_eq!(said("Brask Foods Inc. (NYSE: BRSK) is also expected to sell 5% more."), ["5%: "]);
    }

    #[test]
    fn whose_estimate_it_is() {
        assert_eq!(said("Sales rose 5%, against Gartner's forecast of 6%."), ["5%: ", "6%: Gartner"]);
        let poll = "Maria Keller cited a report by Gartner projecting a 5% rise in rents.";
        assert_eq!(said(poll), ["5%: Gartner"]);
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

    #[test]
    fn what_parts_a_figure_from_who_speaks_behind_it() {
        assert_eq!(
            said("The loss was $2.16, while Dorvan Institute analysts said that $2.21 was likely."),
            ["$2.16: ", "$2.21: Dorvan Institute"]
        );
        assert_eq!(said("Brask stock rose 6.4% after Dorvan Institute said that the firm is for sale."), ["6.4%: "]);
        assert_eq!(said("Brask Foods Inc. wrote off $5 million."), ["$5 million: "]);
        assert_eq!(said("Costs rose 5% after a fire, Maria Keller said."), ["5%: Maria Keller"]);
    }

    #[test]
    fn one_report_retold() {
        let report = "OSLO, March 2 - Retail sales rose 5 pct in May, the Norwegian Trade Office said.\n\nFood sales rose 3 pct. Sales of \
                      cars fell 2 pct.";
        assert!(said(report).iter().all(|fact| fact.ends_with(": Norwegian Trade Office")), "{:?}", said(report));
        let two = "Retail sales rose 5 pct in May, the Norwegian Trade Office said. Banks lend more, the Dorvan Institute said.\n\nFood \
                   is dear. Prices rose in all towns. Sales of cars fell 2 pct.";
        assert_eq!(said(two).last().map(String::as_str), Some("2 pct: "));
        let own = "Brask Foods Inc. said that sales rose 5%. It bakes bread.\n\nBrask Foods Inc. is old. Costs fell 2%.";
        assert_eq!(said(own).last().map(String::as_str), Some("2%: "));
    }

    #[test]
    fn brokers_and_their_analysts() {
        let note = "Dorvan Securities slightly lowered its price target on Brask Foods. Analysts wrote that “costs rose 5%.” The research firm \
                    cut the target to $18.";
        assert!(said(note).iter().all(|fact| fact.ends_with(": Dorvan Securities")), "{:?}", said(note));
        let bank =
            "According to analyst Maria Keller at Dorvan Securities, Brask Foods Inc. sells more. Volumes rose 5%, the brokerage noted.";
        assert_eq!(said(bank), ["5%: Maria Keller"]);
        assert_eq!(said("Traders sold. Sales fell 5%, analysts said."), ["5%: "]);
    }

    #[test]
    fn who_closes_a_sentence_and_who_stands_between_dashes() {
        assert_eq!(said("Maria Keller – an analyst at Dorvan Institute – said that sales rose 5%."), ["5%: Maria Keller"]);
        assert_eq!(
            said("Brask Foods Inc. told investors that sales rose 5% in the north, Dorvan Institute analyst Maria Keller says."),
            ["5%: Maria Keller"]
        );
    }

    #[test]
    fn what_a_report_and_it_are() {
        let report = "A report by Norway’s Trade Ministry showed that exports rose 5%. By data of the office Statbank, debt fell 3%, the \
                      report said.";
        assert_eq!(said(report).last().map(String::as_str), Some("3%: Trade Ministry"));
        let cited = "Brask Foods Inc. bakes. Brask Foods Inc. earned $5, against $6 according to Gartner data. It said costs rose 3%.";
        assert_eq!(said(cited).last().map(String::as_str), Some("3%: Brask Foods Inc."));
        let chain = "Finance Minister Maria Keller said the deficit will be $5 million. Spending is seen at $9 million. Tax is forecast at \
                     $2 million. Duties are expected to be $1 million. Fees are seen at $3 million.";
        assert!(said(chain).iter().all(|fact| fact.ends_with(": Maria Keller")), "{:?}", said(chain));
        assert_eq!(said("Brask shares fell 5% as Dorvan Institute said that the firm is for sale."), ["5%: "]);
    }

    #[test]
    fn turns_of_a_talk() {
        let shouted = "JOHN DOE, HOST: Is it true?\n\nKELLER: It is. Rents rose 5% last year.\n\nJOURNALIST: And a loss of 4%?\n\nMARIA \
                       KELLER: Costs fell 3%.";
        assert_eq!(said(shouted), ["5%: KELLER", "4%: ", "3%: KELLER"]);
        let titled = "Question: Is it true, Maria Keller?\n\nMs Keller: It is a loss of 5%.\n\nQuestion: Is it 4%?\n\nMaria Keller: Costs \
                      fell 3%.";
        assert_eq!(said(titled), ["5%: Maria Keller", "4%: ", "3%: Maria Keller"]);
        let cites = "KELLER: Rents rose 5%.\n\nJOURNALIST: Why?\n\nKELLER: Costs fell 3%, according to Gartner. Maria Keller.";
        assert_eq!(said(cites), ["5%: Maria Keller", "3%: Gartner"]);
        let no_talk = "Maria Keller bakes.\n\nPrices: up 5%\n\nCosts: down 3%\n\nRents: up 4%";
        assert_eq!(said(no_talk), ["5%: ", "3%: ", "4%: "]);
    }

    #[test]
    fn who_announces_today_and_whose_statement_follows() {
        assert_eq!(said("Sen. Maria Keller (R-OH) today announced that the town will get $5 million."), ["$5 million: Maria Keller"]);
        let headline = "SEN. KELLER ANNOUNCES $5 MILLION GRANT\n\nSen. Maria Keller bakes.";
        assert_eq!(said(headline), ["$5 MILLION: Maria Keller"]);
        let text =
            "The Senate met.\n\nSen. Maria Keller (D-OR) today issued the following statement:\n\nI saw the town. I will seek $5 million.";
        assert_eq!(said(text), ["$5 million: Maria Keller"]);
        let bare = "Sen. Maria Keller came following a vote.\n\nThe town will get $5 million.";
        assert_eq!(said(bare), ["$5 million: "]);
        let quoted = "Statement of Senator Maria Keller on the budget\n\n\"I saw the town. It lost $5 million.\"";
        assert_eq!(said(quoted), ["$5 million: Maria Keller"]);
    }

    #[test]
    fn charts_have_sources_of_their_own_and_companies_none() {
        let chart = "Rents rose 5%.\n\nSource: Gartner\n\nCosts fell 3%.\n\nSource: Statbank Office";
        assert_eq!(said(chart), ["5%: ", "3%: "]);
        assert_eq!(said("Rents rose 5%.\n\nSource: Gartner"), ["5%: Gartner"]);
        assert_eq!(said("The Company estimates its rate. The Company says that the price of options was $8."), ["$8: "]);
    }

    #[test]
    fn who_announces_what_stands_before() {
        assert_eq!(
            said("Exports rose 4.4% in 2024, up from 1.8% in 2023, the Norwegian Trade Office announced."),
            ["4.4%: Norwegian Trade Office", "1.8%: Norwegian Trade Office"]
        );
        assert_eq!(said("Brask Foods Inc. announced sales of $5 million."), ["$5 million: "]);
        assert_eq!(said("Maria Keller confirmed a margin of 5%."), ["5%: Maria Keller"]);
        assert_eq!(said("The agency rates the Dorvan Bank notes 5% above par."), ["5%: "]);
        assert_eq!(said("Maria Keller spoke at noon. At the meeting, he remarked, “Sales rose 5%.”"), ["5%: Maria Keller"]);
    }
}
