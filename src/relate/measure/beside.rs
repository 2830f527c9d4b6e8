//! What stands beside a figure: the rest of a range or a list, its unit, how large it is.

use super::MeasureReader;
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::fact::FigureFact;

impl MeasureReader<'_> {
    /// The item behind a figure, over "a share", "per barrel" and brackets.
    pub(super) fn after(&self, at: usize) -> usize {
        let view = self.view;
        let mut next = view.forth(at + 1);
        let per = self.fact(at).is_some_and(|fact| fact.figure.per.is_some());
        if per && (view.is_word(next, "per") || view.class(next) == Some(Class::Determiner)) && view.is_noun(next + 1) {
            next += 2;
        }
        if view.is_sign(next, '-') && view.joins(next) {
            next += 1;
        }
        // "a $55-a-share bid"
        if per && (view.is_word(next, "per") || view.is_word(next, "a")) && view.is_sign(next + 1, '-') && view.is_noun(next + 2) {
            next += 3;
        }
        // "$72/bbl"
        if view.is_sign(next, '/') && view.joins(next) {
            next += 2;
        }
        // "$5m or more in revenue"
        if view.is_word(next, "or") && view.is(next + 1, list!("more|less|higher|so")) {
            next += 2;
        }
        view.forth(next)
    }

    /// The last figure of "10%-15%", "five to 10 pct".
    pub(super) fn range_end(&self, at: usize) -> usize {
        let view = self.view;
        let next = view.forth(at + 1);
        let joined = view.is_sign(next, '-') || view.is_sign(next, '–') || view.is_word(next, "to") || view.is_word(next, "or");
        // "$5 million, or $0.10 diluted earnings per share": one figure in two ways.
        let per = |at: usize| self.fact(at).map(|fact| fact.figure.per.is_some());
        if joined && view.class(next + 1) == Some(Class::Figure) && per(at) == per(next + 1) { next + 1 } else { at }
    }

    /// The first figure of a range that ends at `at`: "30%-50% of revenue".
    pub(super) fn range_start(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let sign = at.checked_sub(1).filter(|&sign| view.is_sign(sign, '-') || view.is_sign(sign, '–'))?;
        sign.checked_sub(1).filter(|&first| view.class(first) == Some(Class::Figure))
    }

    /// The figure before in a list of shares of one whole: "made up 53%, 57% and 51% of revenue".
    pub(super) fn listed_before(&self, at: usize, after: usize) -> Option<usize> {
        let view = self.view;
        let and = at.checked_sub(1).filter(|&and| view.is_word(and, "and") && view.is_word(after, "of"))?;
        let before = and.checked_sub(1)?;
        let before = if view.is_sign(before, ',') { before.checked_sub(1)? } else { before };
        let kind = |at: usize| self.fact(at).map(|fact| fact.figure.kind);
        (view.class(before) == Some(Class::Figure) && kind(before) == Some(FigureKind::Percent) && kind(at) == kind(before))
            .then_some(before)
    }

    /// Whether a sum is one of millions: no price.
    pub(super) fn is_large(&self, at: usize) -> bool {
        self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount && self.has_scale(fact))
    }

    pub(super) fn has_scale(&self, fact: &FigureFact) -> bool {
        let text = fact.figure.span.of(self.view.document.text).to_ascii_lowercase();
        ["illion", "mln", "bln", "crore"].iter().any(|scale| text.contains(scale))
    }

    pub(super) fn is_level_in_percent(&self, at: usize) -> bool {
        let percent = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
        percent && at > 0 && self.view.is(at - 1, list!("to|from|at"))
    }

    /// Whether "and", a comma or "with" stands before the figure: what goes before may be of something else.
    pub(super) fn is_of_list(&self, at: usize) -> bool {
        let view = self.view;
        at.checked_sub(1).is_some_and(|before| {
            view.class(before) == Some(Class::Conjunction) || view.is_sign(before, ',') || view.is_word(before, "with")
        })
    }

    pub(super) fn follows_article(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.view.class(before) == Some(Class::Determiner))
    }
}
