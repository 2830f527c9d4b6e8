//! Figures that are of the day of writing without a word of time: what a body decides, what a market holds something to be worth.

use super::base::KnownDates;
use super::scene::{FigureMention, TimedSentence};
use crate::mention::TimeSpan;
use crate::relate::{FigureFact, Modality};
use crate::text::TokenKind;
use crate::words::WordList;

/// How far before a figure its verb and its noun stand, in tokens.
const REACH: usize = 45;
/// How far before a figure the words of a worth stand.
const NEAR: usize = 6;

impl TimedSentence<'_> {
    /// The day, or the month, of writing for a figure of a sentence that names no time.
    pub(super) fn present(
        &self,
        figure: &FigureMention,
        fact: &FigureFact,
        periods: &mut Vec<TimeSpan>,
        dates: &mut KnownDates,
    ) -> Option<usize> {
        if fact.modality != Modality::Actual {
            return None;
        }
        let at = fact.figure.span.start;
        if self.document.context.dated_by_head && self.is_decided(figure) {
            return dates.today(at, periods).or_else(|| dates.month_of_writing(self.document.context.month_of_writing?, at, periods));
        }
        if self.is_worth(figure) || self.is_exchange_rate(figure) { dates.today(at, periods) } else { None }
    }

    /// "The Board decided to keep its rates unchanged: the reference rate at 5%": decided on the day of the minutes.
    fn is_decided(&self, figure: &FigureMention) -> bool {
        let before = || figure.tokens.0.saturating_sub(REACH).max(self.range.start)..figure.tokens.0;
        let decides = |at: &usize| self.document.tokens[*at].kind == TokenKind::Word && DECIDING.has(self.document.word(*at));
        let Some(verb) = before().find(decides) else { return false };
        let of_rate = (verb..figure.tokens.1 + 1).any(|at| self.word_is(at, &["rate", "rates", "opr", "mpr", "ratio"]));
        let sets = (verb + 1..verb + 7).any(|at| self.range.contains(&at) && SETTING.has(self.document.word(at)));
        // "had decided in March to keep", "if it decided": not of this day
        let earlier = (verb.saturating_sub(3)..verb).any(|at| self.word_is(at, &["had", "previously", "if", "would", "when", "after"]));
        of_rate && sets && !earlier
    }

    /// "Market cap: $41m", "which has a market value of $8bn", not "with a market cap of $8bn" in a list of another day.
    fn is_worth(&self, figure: &FigureMention) -> bool {
        let before = figure.tokens.0.saturating_sub(NEAR).max(self.range.start)..figure.tokens.0;
        before.into_iter().any(|at| {
            let labels = self.range.contains(&(at + 2)) && self.document.tokens[at + 2].is_sign(':');
            let has = self.word_is(at.wrapping_sub(1), &["a"]) && self.word_is(at.wrapping_sub(2), &["has"]);
            self.word_is(at, &["market"])
                && (labels || has)
                && self.word_is(at + 1, &["cap", "capitalization", "capitalisation", "value"])
                && !(at + 2..figure.tokens.0).any(|at| self.document.tokens[at].kind == TokenKind::Word && !OF.has(self.document.word(at)))
        })
    }

    /// "($1 = 86.88 rupees)".
    fn is_exchange_rate(&self, figure: &FigureMention) -> bool {
        let start = figure.tokens.0;
        let equals = |at: usize| self.range.contains(&at) && self.document.tokens[at].is_sign('=');
        figure.stand.bracket > 0 && (equals(start.wrapping_sub(1)) || equals(start.wrapping_sub(2)) || equals(figure.tokens.1))
    }
}

/// How a body decides, and what on.
static DECIDING: WordList = WordList::new(words!("decided|agreed|voted|approved|resolved"));
static SETTING: WordList = WordList::new(words!(
    "keep|keeping|maintain|maintaining|raise|raising|increase|increasing|cut|cutting|reduce|reducing|lower|lowering|hold|holding|leave|\
     leaving|set|setting"
));
/// What stands between a worth and its figure.
static OF: WordList = WordList::new(words!("of|is|about|around|nearly|roughly|approximately|over|some|at|us"));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// The day of the last figure in an article of 12 February 2025.
    fn day(text: &str) -> Option<String> {
        let article = Article { date: "2025-02-12".parse().ok(), ..Article::from_text(text) };
        let sheet = analyze(&article, &Options::default());
        let id = sheet.facts.last()?.period.clone()?;
        Some(sheet.periods.iter().find(|period| period.id == id)?.to?.to_string())
    }

    #[test]
    fn what_is_worth_so_much_today() {
        for (text, found) in [
            ("Current Market Cap: $41m", Some("2025-02-12")),
            ("Fenn, which has a market value of about $8bn, is for sale.", Some("2025-02-12")),
            ("($1 = 86.88 rupees)", Some("2025-02-12")),
            ("Firms whose market value would be $8bn are small.", None),
            ("The market cap rose after it sold a mill for $8bn.", None),
        ] {
            assert_eq!(day(text).as_deref(), found, "{text}");
        }
    }
}
