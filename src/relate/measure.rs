//! What a figure measures: "IT exports", "net profit", "Series B round".
//!
//! Each construction looks at the items around the figure, and the first that fits tells: a share's part, the noun that the figure
//! stands before, the noun phrase before "of", the label before a colon, what is raised or spent "in" or "on", the subject of a verb of
//! change or of a level. A figure that only compares, converts or goes on has the measure of the figure it goes with.

mod behind;
mod beside;
mod left;
mod lists;
mod nameable;
mod noun;
mod opening;
mod purpose;
mod rise;
mod share;
#[cfg(test)]
mod tests;
mod things;
mod verb;

use super::class::Class;
use super::fact::FigureFact;
use super::key::MeasureKey;
use super::phrase::{ItemKind, View};
use crate::mention::{FigureKind, Unit};
use crate::text::BlockKind;
use crate::words::relating::CHANGE_VERBS;
use std::ops::Range;

/// How many sentences apart figures may stand that go on with one measure.
const NEAR: usize = 1;
/// How many lines of a list may lie between them.
const LIST_NEAR: usize = 4;

/// What a construction says of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Construed {
    /// The noun phrase of these items.
    Phrase(Range<usize>),
    /// The things that the figure at this item counts.
    Counted(usize),
    /// The things of these items, which a figure counts: any noun will do.
    Things(Range<usize>),
    /// A noun that the text says as a verb, with the verb's item.
    Made(&'static str, usize),
    /// What the figure at this item measures.
    Like(usize),
    /// What the figure before, in this sentence or the one before, measures.
    Before,
    /// Nothing that can be told.
    Nothing,
}

use Construed::{Before, Counted, Like, Made, Nothing, Phrase, Things};

/// Gives the facts of a sentence, which are read from these items, their measures. `last` is the last fact of the sentence before.
pub(super) fn assign(view: View, facts: &mut [FigureFact], last: Option<usize>) -> Vec<(usize, Construed)> {
    let mut out = Vec::new();
    for at in 0..view.items.len() {
        let ItemKind::Figure(fact) = view.items[at].kind else { continue };
        let reader = MeasureReader { view, facts };
        let found = reader.measure(at);
        let like = |item: usize| match view.items[item].kind {
            ItemKind::Figure(fact) => Some(fact),
            _ => None,
        };
        let source = match &found {
            Like(item) => like(*item),
            Before => (0..at).rev().find_map(like).or_else(|| last.filter(|&last| reader.goes_on_from(last, fact))),
            _ => None,
        };
        let source = source.map(|source| reader.total_beside(source, fact));
        match (&found, source) {
            (Phrase(items), _) => {
                if let Some((measure, key)) = reader.published(items.clone()) {
                    let loss = reader.is_loss(at, &measure);
                    facts[fact].measure_key = MeasureKey::new(&key);
                    facts[fact].measure = Some(measure);
                    facts[fact].loss = loss;
                } else if reader.is_price_target(items, fact) {
                    facts[fact].measure_key = MeasureKey::new("price target");
                    facts[fact].measure = Some("price target".to_owned());
                }
            }
            (Counted(_) | Things(_), _) => {
                let noun = match &found {
                    Things(items) => reader.things_text(items.clone()),
                    _ => reader.counted_noun(at),
                };
                if !noun.is_empty() {
                    facts[fact].measure_key = MeasureKey::new(&noun);
                    facts[fact].measure = Some(noun);
                }
            }
            (Made(noun, _), _) => {
                facts[fact].measure_key = MeasureKey::new(noun);
                facts[fact].measure = Some((*noun).to_owned());
                facts[fact].loss = *noun == "loss";
            }
            (_, Some(source)) if reader.is_count_of_another(source, fact) || reader.is_share_behind_count(source, fact) => {}
            (_, Some(source)) => {
                let (measure, key) = (facts[source].measure.clone(), facts[source].measure_key.clone());
                let loss = facts[source].loss && facts[source].figure.kind == facts[fact].figure.kind;
                facts[fact].measure = measure;
                facts[fact].measure_key = key;
                facts[fact].loss = loss;
            }
            _ => {}
        }
        out.push((at, found));
    }
    out
}

struct MeasureReader<'a> {
    view: View<'a>,
    facts: &'a [FigureFact],
}

impl MeasureReader<'_> {
    /// "to $5 million, or $0.10 diluted earnings per share, a rise of $2 million": the rise is of the total, not of what a share has.
    fn total_beside(&self, source: usize, fact: usize) -> usize {
        let figure = |fact: usize| &self.facts[fact].figure;
        let is_total = |fact: usize| figure(fact).kind == FigureKind::Amount && figure(fact).per.is_none();
        let is_or = |total: usize| {
            let between = self.view.document.text.get(figure(total).span.end..figure(source).span.start).unwrap_or_default();
            between.trim_start_matches(',').trim() == "or"
        };
        let total = source.checked_sub(1).filter(|&total| is_total(fact) && is_total(total) && !is_total(source) && is_or(total));
        total.unwrap_or(source)
    }

    fn fact(&self, at: usize) -> Option<&FigureFact> {
        match self.view.items.get(at)?.kind {
            ItemKind::Figure(fact) => self.facts.get(fact),
            _ => None,
        }
    }

    /// Whether a sum of money would take the measure of a number of things: "(300 pages, $20)".
    fn is_count_of_another(&self, source: usize, fact: usize) -> bool {
        let kind = |fact: usize| self.facts.get(fact).map(|fact| fact.figure.kind);
        kind(source) == Some(FigureKind::Quantity) && kind(fact) == Some(FigureKind::Amount)
    }

    /// Whether a percent would take the measure of a number of things in another sentence: "It has 20 shops. It is 50% more likely to pay".
    fn is_share_behind_count(&self, source: usize, fact: usize) -> bool {
        let (source, fact) = (&self.facts[source], &self.facts[fact]);
        let last = |words: &str| words.rsplit([' ', '-']).next().map(str::to_lowercase);
        let counted = match &source.figure.unit {
            Unit::Noun(noun) => source.measure.as_deref().and_then(last) == last(noun),
            _ => false,
        };
        counted && fact.figure.kind == FigureKind::Percent && source.sentence != fact.sentence
    }

    /// Whether a figure can go on with the measure of the last fact of the sentence before.
    fn goes_on_from(&self, last: usize, fact: usize) -> bool {
        let (last, fact) = (&self.facts[last], &self.facts[fact]);
        let end = last.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
        let is_share = matches!(end, Some("share" | "stake" | "rate" | "margin"));
        let block = self.view.document.sentences[fact.sentence].block;
        let near = if block == BlockKind::Bullet { LIST_NEAR } else { NEAR };
        fact.sentence - last.sentence <= near && !is_share
    }

    /// Whether a bare "target" or "PT" with a small sum behind it is that of a share's price.
    fn is_price_target(&self, phrase: &Range<usize>, fact: usize) -> bool {
        let view = self.view;
        let bare = phrase.len() == 1 && (view.is_word(phrase.start, "target") || view.word(phrase.start) == "PT");
        let small = self.facts.get(fact).is_some_and(|fact| fact.figure.kind == FigureKind::Amount && !self.has_scale(fact));
        bare && small
    }

    fn measure(&self, at: usize) -> Construed {
        let Some(fact) = self.fact(at) else { return Nothing };
        let kind = fact.figure.kind;
        let after = self.after(at);
        if let Some(first) = self.range_start(at).or_else(|| self.listed_before(at, after)) {
            return Like(first);
        }
        let of = self.after(self.range_end(at));
        if kind == FigureKind::Percent
            && (self.view.is_verb(after) || self.view.is_noun(after) && self.view.class(after + 1) == Some(Class::Preposition))
            && let Some(people) = self.among(at)
        {
            return Things(people);
        }
        if kind == FigureKind::Percent
            && let Some(found) = self.compared_or_taken_off(at, after)
        {
            return found;
        }
        if kind == FigureKind::Percent && self.view.is_word(of, "of") {
            return self.share(at, of);
        }
        if kind == FigureKind::Ratio && self.view.is_word(after, "of") {
            return self.share(at, after);
        }
        if kind == FigureKind::Quantity {
            return self.counted(at);
        }
        if kind == FigureKind::Ratio && self.view.is(at, &CHANGE_VERBS) {
            return self.of_subject(at);
        }
        // "Net debt was 5 times core profit"
        if kind == FigureKind::Ratio
            && let Phrase(phrase) = self.left(at)
            && self.is_measure(phrase.clone())
        {
            return Phrase(phrase);
        }
        if let Some(found) = self.as_subject(at, after) {
            return found;
        }
        // "Nucor (NUE) +5.9%"
        if let Some(before) = self.view.back(at).filter(|&before| self.is_move_of_name(at, before)) {
            return Made("price", before);
        }
        if let Some(found) = self.modified(at, kind, self.after(self.range_end(at))) {
            return found;
        }
        // "$5 million of revenue"
        if kind == FigureKind::Amount
            && fact.figure.per.is_none()
            && self.view.is_word(after, "of")
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        let left = match self.left(at) {
            // "a placement with institutions for $5m"
            Phrase(phrase) if kind == FigureKind::Amount && self.is_of_agents(&phrase) => Nothing,
            left => left,
        };
        if kind == FigureKind::Amount && self.is_weak(&left, at, after) {
            return self.behind(at, after).map(Phrase).or_else(|| self.purpose(at, after)).unwrap_or(left);
        }
        left
    }
}
