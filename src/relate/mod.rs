//! From mentions to facts, and from facts to the claims that link a stated change to its operands.

mod attribution;
pub(crate) mod class;
mod fact;
mod holders;
mod key;
mod measure;
mod modality;
pub(crate) mod phrase;
mod time;
mod whose;

pub use fact::FigureFact;
pub(crate) use fact::{Direction, Modality};
pub(crate) use key::MeasureKey;

use crate::document::Document;
use crate::mention::{Figure, NamedEntity, TimeSpan};
use crate::text::Span;

/// Turns every figure into a fact, in order.
pub fn facts(document: &Document, figures: Vec<Figure>, periods: &mut Vec<TimeSpan>, entities: &[NamedEntity]) -> Vec<FigureFact> {
    let mut sentence = 0;
    let mut facts: Vec<FigureFact> = figures
        .into_iter()
        .map(|figure| FigureFact {
            sentence: {
                sentence = sentence_from(document, sentence, figure.span.start);
                sentence
            },
            measure: None,
            measure_key: MeasureKey::default(),
            loss: false,
            printed_sign: printed_sign(figure.span.of(document.text)),
            entity: None,
            period: None,
            modality: Modality::Actual,
            attribution: None,
            cell: None,
            figure,
        })
        .collect();
    let mentions = periods.len();
    let places = places(entities);
    let spoken = meaning(document, &mut facts, periods, entities, &places);
    // what is expected takes other periods than what was
    time::assign(document, &mut facts, periods);
    time::market_days(document, &mut facts, periods, mentions);
    time::balances(document, &mut facts, periods);
    if !facts.is_empty() && !entities.is_empty() {
        attribution::assign(document, &mut facts, entities, &places, &spoken);
    }
    facts
}

/// The sentence that holds byte `at`, looked for from one that does not begin behind it.
fn sentence_from(document: &Document, mut sentence: usize, at: usize) -> usize {
    let begins = |sentence: usize| document.sentences.get(sentence).map(|sentence| document.tokens[sentence.tokens.start].span.start);
    while begins(sentence + 1).is_some_and(|start| start <= at) {
        sentence += 1;
    }
    sentence
}

/// Reads the sentences with figures item by item, and gives each figure its measure and its owner.
fn meaning(
    document: &Document,
    facts: &mut [FigureFact],
    periods: &[TimeSpan],
    entities: &[NamedEntity],
    places: &[(Span, usize)],
) -> whose::Spoken {
    let figures = phrase::spans(facts.iter().map(|fact| &fact.figure));
    let reader = phrase::ItemReader { document, figures: &figures, periods, places };
    let model = class::ClassModel::embedded();
    let mut items = phrase::Items::default();
    let mut owners = whose::Owners::new(document, entities, places);
    let mut next = 0;
    let mut last = None;
    while next < facts.len() {
        let sentence = facts[next].sentence;
        let count = facts[next..].iter().take_while(|fact| fact.sentence == sentence).count();
        let tokens = document.sentences.get(sentence).map_or(0..0, |sentence| sentence.tokens.clone());
        if !tokens.is_empty() && reader.read(tokens, &model, &mut items) {
            let view = phrase::View { document, items: &items.items };
            let bullet = document.sentences.get(sentence).is_some_and(|sentence| sentence.block == crate::text::BlockKind::Bullet);
            let lead = if bullet { modality::lead_in(document, sentence) } else { None };
            modality::assign(view, facts, lead);
            let found = measure::assign(view, facts, last);
            owners.assign(view, facts, &found);
        }
        last = Some(next);
        next += count;
    }
    owners.spoken()
}

/// Where the entities are named, in order.
pub fn places(entities: &[NamedEntity]) -> Vec<(Span, usize)> {
    let mut places: Vec<(Span, usize)> =
        entities.iter().enumerate().flat_map(|(i, entity)| entity.mentions.iter().map(move |&span| (span, i))).collect();
    places.sort_unstable();
    // the country within the name of its central bank is not named there
    places.dedup_by(|next, place| next.0.start < place.0.end);
    places
}

fn printed_sign(text: &str) -> Option<Direction> {
    match text.chars().next() {
        Some('+' | '▲' | '↑') => Some(Direction::Up),
        Some('-' | '−' | '–' | '▼' | '↓' | '(') => Some(Direction::Down),
        _ => None,
    }
}
