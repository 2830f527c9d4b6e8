//! Years that take the shape of the time beside them: "the years ended June 30, 2019 and 2018", "fell from 2018 to 2019".

use super::base::KnownDates;
use super::scene::{FigureMention, TimedSentence};
use crate::mention::{Grain, TimeSpan};
use crate::text::TokenKind;
use crate::words::WordList;

impl TimedSentence<'_> {
    /// The bare year at `at` of a list whose first time at `first` is no calendar year, as long and as placed as that one.
    pub(super) fn shaped_year(&self, first: usize, at: usize, periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) -> usize {
        let (first, own) = (self.periods[first].index, self.periods[at].index);
        let bare = self.periods[at].tokens.1 == self.periods[at].tokens.0 + 1 && is_calendar_year(&periods[own]);
        if first == own || !bare || is_calendar_year(&periods[first]) {
            return own;
        }
        dates.in_year_of(first, own, periods).unwrap_or(own)
    }

    /// "rose $5m compared to 2018", "an 8% increase from 2023": of the year after, where nothing else tells the time of a change.
    pub(super) fn after_base_year(&self, figure: &FigureMention, periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) -> Option<usize> {
        let mut dated = self.periods.iter().take(MOST).filter(|period| periods[period.index].from.is_some());
        let base = dated.next().filter(|base| base.tokens.0 >= figure.tokens.1 && base.tokens.0 <= figure.tokens.1 + NEAR)?;
        // "sales of $5m, a 7% increase from 2023": told of the change only
        let other = self.figures.iter().any(|other| (figure.tokens.1..base.tokens.0).contains(&other.tokens.0));
        if other || dated.next().is_some() || self.periods.len() > MOST {
            return None;
        }
        let start = base.tokens.0;
        let compared = self.word_is(start.wrapping_sub(1), &["from", "over", "on", "versus", "vs"])
            || self.word_is(start.wrapping_sub(1), &["to", "with"]) && self.word_is(start.wrapping_sub(2), &["compared"]);
        let around = (figure.tokens.0.saturating_sub(4).max(self.range.start)..figure.tokens.0).chain(figure.tokens.1..start);
        let changes =
            |at: usize| CHANGED.has(self.document.word(at)) || self.word_is(at, &["increase", "decrease", "rise", "drop", "up", "down"]);
        // "versus the prior year" goes back from what is reported
        let named = base.tokens.1 == start + 1 && self.document.tokens[start].kind == TokenKind::Number;
        let yearly = named && base.grain == Grain::Year && is_calendar_year(&periods[base.index]);
        if yearly && compared && around.into_iter().any(changes) { dates.year_after(base.index, periods) } else { None }
    }

    /// "€9m as at 30 June 2019 (2018: €8m)": a bare year in brackets has the shape of what stands before it.
    pub(super) fn year_in_brackets(
        &self,
        at: usize,
        before: Option<usize>,
        periods: &mut Vec<TimeSpan>,
        dates: &mut KnownDates,
    ) -> Option<usize> {
        let figure = &self.figures[at];
        let own = self.near(figure).find(|own| figure.stand.bracket > 0 && own.stand.bracket == figure.stand.bracket)?;
        let (start, end) = own.tokens;
        let signed =
            |at: usize, signs: &[char]| self.range.contains(&at) && signs.iter().any(|&sign| self.document.tokens[at].is_sign(sign));
        let labels = end == start + 1 && signed(start.wrapping_sub(1), &['(', '[', ';']) && signed(end, &[':', '-', '–']);
        let before = before.filter(|&before| before != own.index && !is_calendar_year(&periods[before]))?;
        let bare = is_calendar_year(&periods[own.index]) && periods[before].grain != Grain::Span;
        if labels && bare { dates.in_year_of(before, own.index, periods) } else { None }
    }

    /// "fell 5% from 2018 to 2019": the change is that of the second year.
    pub(super) fn later_year(&self, figure: &FigureMention, period: usize, periods: &mut Vec<TimeSpan>, dates: &mut KnownDates) -> usize {
        let Some(own) = self.near(figure).find(|own| own.index == period) else { return period };
        let (start, end) = own.tokens;
        let from = self.word_is(start, &["from", "between"]) || self.word_is(start.wrapping_sub(1), &["from", "between"]);
        let to = (start..end).any(|at| self.word_is(at, &["to", "and"]));
        let changed =
            (figure.tokens.0.saturating_sub(4).max(self.range.start)..figure.tokens.0).any(|at| CHANGED.has(self.document.word(at)));
        if from && to && changed && own.grain != Grain::Year { dates.second_year(period, periods).unwrap_or(period) } else { period }
    }
}

/// Whether a period is from 1 January to 31 December.
fn is_calendar_year(period: &TimeSpan) -> bool {
    let (Some(from), Some(to)) = (period.from, period.to) else { return false };
    from.year() == to.year() && (from.month(), from.day(), to.month(), to.day()) == (1, 1, 12, 31)
}

/// How many times a sentence may name, and how far behind a figure its base may stand, in tokens.
const MOST: usize = 3;
const NEAR: usize = 14;

/// Verbs of a change from one year to the next.
static CHANGED: WordList = WordList::new(words!("increased|decreased|rose|fell|grew|declined|dropped|climbed|improved|jumped"));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Dates of the last figure's period in an article of 1 March 2020.
    fn last(text: &str) -> Option<String> {
        let article = Article { date: "2020-03-01".parse().ok(), ..Article::from_text(text) };
        let sheet = analyze(&article, &Options::default());
        let id = sheet.facts.last()?.period.clone()?;
        let period = sheet.periods.iter().find(|period| period.id == id)?;
        Some(format!("{}..{}", period.from.as_ref()?, period.to.as_ref()?))
    }

    #[test]
    fn years_of_a_list_have_the_shape_of_the_first() {
        for (text, dates) in [
            ("For the years ended June 30, 2019 and 2018, costs were $5m and $4m, respectively.", "2017-07-01..2018-06-30"),
            ("As of April 30, 2019, and 2018, Brask had cash of $5m and $4m, respectively.", "2018-04-30..2018-04-30"),
            ("Brask had cash of $5m at 30 June 2019 (2018: $4m).", "2018-06-30..2018-06-30"),
            ("Brask paid $5m in 2019 (2018: $4m).", "2018-01-01..2018-12-31"),
            ("Costs increased $5m compared to 2018.", "2019-01-01..2019-12-31"),
            ("In 2019 and 2018, costs were $5m and $4m, respectively.", "2018-01-01..2018-12-31"),
            ("Costs decreased $5m from 2018 to 2019.", "2019-01-01..2019-12-31"),
            ("From 2018 to 2019 it paid $5m.", "2018-01-01..2019-12-31"),
            ("Costs fell 5% from 2015 to 2019.", "2015-01-01..2019-12-31"),
        ] {
            assert_eq!(last(text).as_deref(), Some(dates), "{text}");
        }
    }

    #[test]
    fn times_that_are_of_no_figure() {
        for text in [
            "Emissions are 29% below 2014 levels.",
            "We cut emissions by 29% since our 2014 baseline.",
            "Bids for the $5m job should come in before March 24.",
            "A report dated May 17, 2019 puts the cost at $5m.",
            "Congress in 2014 approved the hall, which is expected to cost $5m.",
            "It spoke in May 2019 with firms with $5m or more in sales.",
            "Last month it halted payments on its $5m debt.",
            "The 2018 National Bread Survey found that 5% of bakers left.",
        ] {
            assert_eq!(last(text), None, "{text}");
        }
        assert_eq!(last("Congress in 2014 approved the hall and spent $5m.").as_deref(), Some("2014-01-01..2014-12-31"));
        assert_eq!(last("Sales rose from 2014 levels of $5m.").as_deref(), Some("2014-01-01..2014-12-31"));
    }
}
