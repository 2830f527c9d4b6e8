//! Who says so: the speaker of a quote, the subject of "said", the source after "according to".
//!
//! `Jane Doe said`, `said analyst Jane Doe`, `he added` (the last speaker), `the company said` (the company spoken of), `the minister
//! hoped` (the one person with that office), `according to Acme data`, `data from Acme showed`, `a survey by Acme`, `(per Acme)`. A
//! figure belongs to the nearest such cue of its sentence; inside a quote without one, to the speaker before it or, where the quote
//! comes first, after it, over the paragraphs that the quote goes on. An estimate without one goes on with the source of the sentence
//! before, and what an article retells of one report is all of its source. A transcript's labels (`DOE:`) and a last line `Source: Acme`
//! speak for what stands between or above. What a company says in its own release is the release's own voice.

mod cue;
mod goes_on;
mod named;
mod noun;
mod quotes;
mod speaker;
mod speech;
mod talk;
mod whole;

use self::quotes::{around, quotes};
use self::speech::{How, SpeechCue, of_sentence};
use super::fact::FigureFact;
use super::holders::Holders;
use super::whose::Spoken;
use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::sheet::Modality;
use crate::text::{Span, TokenKind, up_to};
use crate::words::WordList;
use crate::words::relating::COMPANY_NOUNS;
use once_cell::unsync::OnceCell;

/// Gives each fact the entity that states it where the text names one. `places` are where the entities are named.
pub(super) fn assign(document: &Document, facts: &mut [FigureFact], entities: &[NamedEntity], places: &[(Span, usize)], spoken: &Spoken) {
    let reader = SpeakerReader { document, entities, places, spoken, holders: OnceCell::new() };
    let cues = reader.cues();
    let labels = reader.labels();
    let headed = reader.headed();
    // a wire without capitals speaks for its company
    let wire = spoken.main.is_some_and(|main| entities[main].ticker.is_some() && !entities[main].name.contains(char::is_uppercase));
    let release = wire || is_release(document.text);
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
        let is_forecast = fact.modality == Modality::Forecast;
        let nearest = |cue: &SpeechCue| cue.at > at && next.is_none_or(|(sentence, next)| sentence != fact.sentence || next > cue.at);
        let reaches = |cue: &&SpeechCue| match cue.how {
            How::Near => nearest(cue),
            How::Ahead => cue.at < at && last < cue.at,
            How::Rates => cue.at < at,
            // "beat the consensus of $5m, according to Acme Data": the estimate alone is the vendor's
            How::Source if cue.at > at && is_vendor(&entities[cue.speaker]) => nearest(cue) || is_forecast,
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
        // what somebody unnamed says is nobody's that is named elsewhere
        let sole = sole.filter(|&(first, _)| turn.is_none() && !market && fact.sentence > first).map(|(_, speaker)| speaker);
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
            .or(sole)
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

/// Whether it sells others' estimates.
fn is_vendor(speaker: &NamedEntity) -> bool {
    static VENDORS: WordList = WordList::new(words!("lseg|factset|refinitiv|ibes|zacks|capiq|tipranks|bloomberg|i/b/e/s"));
    speaker.name.split(' ').any(|word| VENDORS.has(word))
}

/// Whether both names begin with the same word.
fn is_alike(own: &NamedEntity, other: &NamedEntity) -> bool {
    other.kind != EntityKind::Person && own.name.split(' ').next() == other.name.split(' ').next()
}

/// Whether the name is only what a company calls itself: "the Company", "the Group".
fn is_itself(speaker: &NamedEntity) -> bool {
    speaker.ticker.is_none() && !speaker.name.contains(' ') && COMPANY_NOUNS.has(&speaker.name)
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

    fn holders(&self) -> &Holders {
        self.holders.get_or_init(|| Holders::of(self.entities))
    }

    fn is_upper(&self, at: usize) -> bool {
        self.document.word(at).starts_with(char::is_uppercase)
    }
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
    let head = up_to(text, HEAD);
    MARKS.iter().any(|mark| head.contains(mark))
}

#[cfg(test)]
mod tests;
