//! What the finders of claims share: the article as they see it, and what they have found so far.

use super::claim::{Claim, ClaimKind, OperandSet, Question};
use super::construction::change::Change;
use super::policy::Case;
use super::reading::SentenceReading;
use crate::document::Document;
use crate::mention::{Figure, FigureKind, TimeSpan, Unit};
use crate::number::Decimal;
use crate::relate::FigureFact;

/// Why a percent that nothing was found for is not checked.
pub(crate) const NOT_SAID: &str = "the text does not say what it was computed from";

/// What the finders of claims share.
pub(super) struct ClaimSource<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) facts: &'a [FigureFact],
    pub(super) periods: &'a [TimeSpan],
    pub(super) readings: &'a [SentenceReading],
}

impl ClaimSource<'_> {
    pub(super) fn case(&self) -> Case<'_> {
        Case { document: self.document, facts: self.facts, periods: self.periods }
    }

    /// The reading of a fact's sentence.
    pub(super) fn reading_of(&self, fact: usize) -> Option<&SentenceReading> {
        let at = self.readings.partition_point(|reading| reading.facts.end <= fact);
        self.readings.get(at).filter(|reading| reading.facts.contains(&fact))
    }

    /// The reading of the sentence right before.
    pub(super) fn reading_before(&self, reading: &SentenceReading) -> Option<&SentenceReading> {
        let at = self.readings.binary_search_by_key(&reading.sentence, |other| other.sentence).ok()?;
        self.readings.get(at.checked_sub(1)?).filter(|last| last.sentence + 1 == reading.sentence)
    }

    /// "halved" is figure and word of change at once.
    pub(super) fn is_halving(&self, fact: usize) -> bool {
        let figure = &self.facts[fact].figure;
        let text = figure.span.of(self.document.text);
        figure.kind == FigureKind::Ratio && text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("halv"))
    }
}

/// A stated figure with what its sentence says of it.
pub(super) struct StatedFigure {
    pub(super) stated: usize,
    /// The change that it is.
    pub(super) change: Option<Change>,
    /// The readings, the likeliest first.
    pub(super) readings: Vec<Claim>,
}

impl StatedFigure {
    pub(super) fn question(mut self, facts: &[FigureFact]) -> Option<Question> {
        let stated = self.stated;
        let is_percent = facts[stated].figure.kind == FigureKind::Percent;
        self.readings.retain(|claim| claim.is_complete() || is_percent);
        self.readings.sort_by_key(|claim| !claim.is_complete());
        if self.readings.is_empty() && is_percent {
            let kind = if facts[stated].figure.unit == Unit::Percent { ClaimKind::Share } else { ClaimKind::Points };
            let reason = Some(NOT_SAID);
            self.readings.push(Claim { reason, ..Claim::new(kind, stated) });
        }
        (!self.readings.is_empty()).then_some(Question { stated, readings: self.readings })
    }
}

/// Whether one level is not a thousandfold of the other, as a total is of what it is per share.
pub(super) fn of_like_size(a: &Figure, b: &Figure) -> bool {
    let larger = |a: Decimal, b: Decimal| a.abs().checked_mul(Decimal::ONE_THOUSAND).is_none_or(|many| many >= b.abs());
    a.value().zip(b.value()).is_none_or(|(a, b)| larger(a, b) && larger(b, a))
}

/// "by $10 million – nearly 17% – to less than $2 an acre": no change is a thousand times its level.
fn is_of_another_kind(level: &Figure, delta: &Figure) -> bool {
    let many = |level: Decimal| level.abs().checked_mul(Decimal::ONE_THOUSAND);
    level.value().zip(delta.value()).is_some_and(|(level, delta)| many(level).is_some_and(|many| many < delta.abs()))
}

/// Drops operands that cannot be of one measure.
pub(super) fn fit(facts: &[FigureFact], operands: &mut OperandSet) {
    let comparable = |a: usize, b: usize| {
        let (a, b) = (&facts[a].figure, &facts[b].figure);
        let per = a.per.is_none() || b.per.is_none() || a.per == b.per;
        a.is_like(b) && per
    };
    if let (Some(current), Some(base)) = (operands.current, operands.base)
        && !(comparable(current, base) && of_like_size(&facts[current].figure, &facts[base].figure))
    {
        operands.base = None;
    }
    if let (Some(level), Some(delta)) = (operands.current.or(operands.base), operands.delta)
        && (!comparable(level, delta) || level == delta || is_of_another_kind(&facts[level].figure, &facts[delta].figure))
    {
        operands.delta = None;
    }
}
