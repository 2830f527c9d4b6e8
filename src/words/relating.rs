//! The words that tell what is measured, whose it is, who says so and whether it is expected.

use super::Classes;
use super::WordList;

/// Verbs that give their subject's word for what they govern, in lower case.
pub const SAYING: &[&str] = words!(
    "said|says|added|adds|noted|notes|stated|states|explained|commented|announced|revealed|replied|argued|insisted|warned|claimed|\
    concluded|wrote|testified|predicted|disclosed|confirmed|acknowledged|estimated|estimates|expects|expected|believes|hoped|hopes|told|\
    forecasts|forecast|projected|observed|remarked|emphasised|emphasized|stressed|declared|reckons|reckoned"
);

/// Words that stand for the company spoken of.
pub const COMPANY: &[&str] = words!("company|firm|group|bank|we|our");
/// Words before a figure, in its clause, that say it is expected.
pub static EXPECTED: WordList = WordList::new(words!(
    "expects|expect|expected|expecting|forecast|forecasts|forecasting|projects|projected|projecting|anticipates|anticipate|anticipated|\
    predicts|predicted|predicting|estimates|estimate|estimated|guidance|outlook|consensus|expectations|expectation|seen|sees|tipped|\
    projection|projections|views"
));
/// Words after a figure that say it is expected, where they follow within a few words.
pub static EXPECTED_AFTER: WordList =
    WordList::new(words!("consensus|estimate|estimates|forecast|forecasts|expected|expectations|guidance"));
/// Words before a figure, in its clause, that say it is aimed at.
pub static AIMED: WordList = WordList::new(words!("target|targets|targeting|targeted|aims|aim|aiming|goal|goals|plans|plan|hopes"));

/// Words that open another clause.
pub static OUTLOOK_CLAUSES: WordList = WordList::new(words!("while|but|whereas"));
/// Words that lead from a figure to another.
pub static OUTLOOK_LINKS: WordList = WordList::new(words!("and|from|to|compared"));

/// Words that open a new clause.
pub static CLAUSES: WordList = WordList::new(words!("while|whereas|but|although|though"));

/// Words that open a comparison.
pub static COMPARISONS: WordList = WordList::new(words!("compared|compares|versus|vs|than|against|comparison"));

/// Words that open a comparison before some figures and periods, and the one that may close it.
pub const MAY_OPEN: &[&str] = words!("from|on|over|to|above|below|beating|exceeding|topping|following");

/// Words at which a noun phrase cannot go on: what stands before them is not part of the measure.
pub const BREAKS: &[&str] = words!(
    "said|says|say|the|its|their|his|her|our|a|an|this|that|these|those|we|it|they|he|she|have|has|had|will|would|also|saw|sees|seen|\
    showed|shows|announced|revealed|added|noted|where|company|firm|group|there|what|how|who|not|to|generated|reported|posted|recorded|\
    delivered|achieved|attributed|benefited|supported|resulted|strong|higher|lower|all-time|high|including|saying|another|more"
);
/// Words that end a noun phrase without belonging to it.
pub const TAILS: &[&str] = words!(
    "would|will|should|could|during|under|over|also|have|has|had|alone|for|in|of|from|to|by|at|and|hit|even|is|was|far|exceed|exceeds|\
    exceeded|beat|beats|topped|missed|surpassed|crossed|met"
);

/// These words with their classes, for the lexicon.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let of = |words: &'static [&str], class: Classes| words.iter().map(move |&word| (word, class));
    let outlook = [&EXPECTED, &EXPECTED_AFTER, &AIMED, &OUTLOOK_CLAUSES, &OUTLOOK_LINKS];
    of(SAYING, Classes::SOURCE)
        .chain(of(&["according"], Classes::SOURCE))
        .chain(of(COMPANY, Classes::COMPANY))
        .chain(CLAUSES.words().chain(COMPARISONS.words()).chain(MAY_OPEN.iter().copied()).map(|word| (word, Classes::CLAUSE_BORDER)))
        .chain(outlook.into_iter().flat_map(WordList::words).map(|word| (word, Classes::OUTLOOK)))
        .chain(of(BREAKS, Classes::PHRASE_BREAK))
        .chain(of(TAILS, Classes::PHRASE_TAIL))
}
