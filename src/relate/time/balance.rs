//! What stands at the end of a stretch, such as debt: of the last day of it.

use super::base::KnownDates;
use crate::document::Document;
use crate::mention::{Grain, TimeSpan};
use crate::relate::{FigureFact, Modality};
use crate::words::WordList;

/// Gives what stands at the end of a stretch, such as debt, the last day of that stretch, where the article names it.
pub(in crate::relate) fn balances(document: &Document, facts: &mut [FigureFact], periods: &[TimeSpan]) {
    let mut dates = None;
    for fact in facts {
        let Some(period) = fact.period else { continue };
        let long = matches!(periods[period].grain, Grain::Quarter | Grain::Half | Grain::Year);
        // "the fair value of shares vested in 2018"
        let sentence = document.sentences.get(fact.sentence).map(|sentence| sentence.tokens.clone());
        let moves = || sentence.into_iter().flatten().take(LONGEST_SENTENCE).any(|at| MOVED.has(document.word(at)));
        if long && fact.modality == Modality::Actual && fact.measure.as_deref().is_some_and(is_balance) && !moves() {
            let dates = dates.get_or_insert_with(|| KnownDates::of(periods, None));
            fact.period = dates.named_last_day(period, periods).or(fact.period);
        }
    }
}

/// Whether a measure is of a day: "net debt", "fair value of the forests", "cash and cash equivalents".
fn is_balance(measure: &str) -> bool {
    if measure.split_whitespace().any(|word| word.eq_ignore_ascii_case("average")) {
        return false;
    }
    let mut words = measure.split_whitespace().take_while(|word| !matches!(*word, "of" | "in" | "on" | "from" | "for" | "per" | "under"));
    let (mut before, mut last) = ("", words.next().unwrap_or_default());
    for word in words {
        (before, last) = (last, word);
    }
    BALANCES.has(last)
        || last.eq_ignore_ascii_case("value") && ["fair", "book"].iter().any(|kind| before.eq_ignore_ascii_case(kind))
        || last.eq_ignore_ascii_case("balance") && before.eq_ignore_ascii_case("cash")
        || last.eq_ignore_ascii_case("ratio") && before.to_ascii_lowercase().contains("debt")
}

/// How many tokens of a sentence are looked at for what happened to shares.
const LONGEST_SENTENCE: usize = 200;

/// What happens to shares over a year.
static MOVED: WordList = WordList::new(words!("vested|granted|exercised|forfeited"));
/// What stands at a day.
static BALANCES: WordList = WordList::new(words!(
    "debt|assets|liabilities|borrowings|backlog|equivalents|equity|indebtedness|receivables|deposits|loans|inventories|payables|aum"
));
