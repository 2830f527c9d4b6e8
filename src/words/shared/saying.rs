//! Who says what, and what is expected: "reported", "forecasts", "consensus".

use super::SharedRows;

/// Their subject gives its word for what they govern.
pub(crate) const SAYS: u16 = 1 << 0;
/// They report a fact of their subject's own unless "that" follows.
pub(crate) const REPORTS: u16 = 1 << 1;
/// As participles they say who nobody is.
pub(crate) const EXPECTS: u16 = 1 << 2;
/// Before a figure they say that it is expected.
pub(crate) const EXPECTED: u16 = 1 << 3;
/// Nouns before a figure that say so.
pub(crate) const EXPECTED_NOUN: u16 = 1 << 4;
/// Behind a figure they say so.
pub(crate) const EXPECTED_AFTER: u16 = 1 << 5;
/// Nouns of what is expected.
pub(crate) const EXPECTATION: u16 = 1 << 6;
/// Nouns of what is read.
pub(crate) const READING: u16 = 1 << 7;
/// Verbs of headlines, which look like names there.
pub(crate) const HEADLINE: u16 = 1 << 8;
/// They give a change to their subject.
pub(crate) const SEES: u16 = 1 << 9;
/// They say that a base was expected.
pub(crate) const BASE: u16 = 1 << 10;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (SAYS | REPORTS, words!("added|adds|add|states|revealed|claimed|disclosed|confirmed|suggests|indicated|pointed|show|saying")),
    (SAYS | REPORTS | HEADLINE, words!("announced|declared")),
    (SAYS | EXPECTS | EXPECTED | EXPECTED_AFTER | BASE, words!("predicted|expected|projected")),
    (SAYS | EXPECTS | EXPECTED, words!("predicts|expects|expect|projects|anticipates")),
    (SAYS | EXPECTS | EXPECTED | BASE, words!("estimated")),
    (
        SAYS | EXPECTS | EXPECTED | EXPECTED_NOUN | EXPECTED_AFTER | EXPECTATION | READING | BASE,
        words!("estimates|estimate|forecasts|forecast"),
    ),
    (SAYS | EXPECTS, words!("hoped|hopes")),
    (SAYS | REPORTS | EXPECTS | EXPECTED | HEADLINE | SEES, words!("sees")),
    (SAYS | REPORTS | HEADLINE | SEES, words!("reported")),
    (SAYS | REPORTS | READING | HEADLINE | SEES, words!("reports")),
    (SAYS | REPORTS | SEES, words!("showed|shows")),
    (EXPECTED | BASE, words!("anticipated")),
    (EXPECTED_NOUN | EXPECTED_AFTER | EXPECTATION | BASE, words!("guidance|consensus|expectations")),
    (EXPECTED_NOUN | EXPECTATION, words!("outlook|projection|prediction|predictions")),
    (EXPECTED_NOUN | EXPECTATION | BASE, words!("expectation|views")),
    (EXPECTED_NOUN | EXPECTATION | READING | BASE, words!("projections")),
    (EXPECTED_NOUN | EXPECTED_AFTER, words!("likelihood|chance|probability")),
    (EXPECTATION | READING, words!("poll|survey")),
    (READING | HEADLINE | SEES, words!("records")),
    (HEADLINE | SEES, words!("posts|posted|delivered|achieved")),
];
