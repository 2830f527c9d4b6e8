//! Who says what, and what is expected: "reported", "forecasts", "consensus".

use super::SharedRows;

/// Their subject gives its word for what they govern.
pub(crate) const SAYS: u32 = 1 << 0;
/// They report a fact of their subject's own unless "that" follows.
pub(crate) const REPORTS: u32 = 1 << 1;
/// As participles they say who nobody is.
pub(crate) const EXPECTS: u32 = 1 << 2;
/// Before a figure they say that it is expected.
pub(crate) const EXPECTED: u32 = 1 << 3;
/// Nouns before a figure that say so.
pub(crate) const EXPECTED_NOUN: u32 = 1 << 4;
/// Behind a figure they say so.
pub(crate) const EXPECTED_AFTER: u32 = 1 << 5;
/// Nouns of what is expected.
pub(crate) const EXPECTATION: u32 = 1 << 6;
/// Nouns of what is read.
pub(crate) const READING: u32 = 1 << 7;
/// Verbs of headlines, which look like names there.
pub(crate) const HEADLINE: u32 = 1 << 8;
/// They give a change to their subject.
pub(crate) const SEES: u32 = 1 << 9;
/// They say that a base was expected.
pub(crate) const BASE: u32 = 1 << 10;
/// Before or behind a name they say that it is of who speaks.
pub(crate) const SPEECH: u32 = 1 << 11;
/// They tell of what happened on a day that they name.
pub(crate) const EVENT: u32 = 1 << 12;
/// They tell of a saying, not of what figures are about.
pub(crate) const DATED: u32 = 1 << 13;
/// What companies do: their subject is one.
pub(crate) const ACTS: u32 = 1 << 14;
/// A noun phrase ends before them.
pub(crate) const BREAK: u32 = 1 << 15;
/// Between a name and a figure they lead to a level.
pub(crate) const RESULT: u32 = 1 << 16;
/// Participles of a level, before it or behind it.
pub(crate) const LEVEL: u32 = 1 << 17;
/// As adjectives they name the basis of accounts and tell no measure from another.
pub(crate) const BASIS: u32 = 1 << 18;
/// A part of people is their subject: "two-thirds said".
pub(crate) const PART: u32 = 1 << 19;
/// They declare in which currency the amounts are.
pub(crate) const DECLARES: u32 = 1 << 20;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (SAYS | REPORTS, words!("add|suggests|indicated|pointed|show")),
    (SAYS | REPORTS | EXPECTS | EXPECTED | HEADLINE | SEES | BREAK, words!("sees")),
    (SAYS | REPORTS | READING | HEADLINE | SEES | SPEECH | ACTS | RESULT, words!("reports")),
    (
        SAYS | REPORTS | HEADLINE | SEES | SPEECH | EVENT | DATED | ACTS | BREAK | RESULT | LEVEL | BASIS | PART | DECLARES,
        words!("reported"),
    ),
    (SAYS | REPORTS | HEADLINE | SPEECH, words!("declared")),
    (SAYS | REPORTS | HEADLINE | SPEECH | EVENT | DATED | ACTS | BREAK, words!("announced")),
    (SAYS | REPORTS | SEES | BREAK, words!("showed|shows")),
    (SAYS | REPORTS | SPEECH, words!("adds|states|claimed|disclosed|confirmed")),
    (SAYS | REPORTS | SPEECH | EVENT | BREAK, words!("added")),
    (SAYS | REPORTS | SPEECH | BREAK, words!("revealed")),
    (SAYS | REPORTS | BREAK, words!("saying")),
    (SAYS | EXPECTS, words!("hoped|hopes")),
    (SAYS | EXPECTS | EXPECTED, words!("predicts|expect")),
    (SAYS | EXPECTS | EXPECTED | EXPECTED_NOUN | EXPECTED_AFTER | EXPECTATION | READING | BASE, words!("estimate|forecasts|forecast")),
    (SAYS | EXPECTS | EXPECTED | EXPECTED_NOUN | EXPECTED_AFTER | EXPECTATION | READING | BASE | SPEECH, words!("estimates")),
    (SAYS | EXPECTS | EXPECTED | EXPECTED_AFTER | BASE, words!("expected|projected")),
    (SAYS | EXPECTS | EXPECTED | EXPECTED_AFTER | BASE | SPEECH, words!("predicted")),
    (SAYS | EXPECTS | EXPECTED | HEADLINE, words!("projects|anticipates")),
    (SAYS | EXPECTS | EXPECTED | HEADLINE | SPEECH, words!("expects")),
    (SAYS | EXPECTS | EXPECTED | BASE | SPEECH, words!("estimated")),
    (SAYS | SPEECH, words!("notes|explained|commented|replied|argued|insisted|warned|concluded|wrote|testified|acknowledged|tells")),
    (SAYS | SPEECH | EVENT, words!("stated")),
    (SAYS | SPEECH | EVENT | DATED, words!("told")),
    (SAYS | SPEECH | EVENT | DATED | BREAK, words!("said|says")),
    (SAYS | SPEECH | BREAK, words!("say|noted")),
    (EXPECTED | EXPECTED_AFTER | BASE, words!("anticipated")),
    (EXPECTED | BREAK, words!("seen")),
    (EXPECTED_NOUN | EXPECTED_AFTER, words!("likelihood|chance|probability")),
    (EXPECTED_NOUN | EXPECTED_AFTER | EXPECTATION | BASE, words!("guidance|consensus|expectations")),
    (EXPECTED_NOUN | EXPECTATION, words!("outlook|projection|prediction|predictions|assumption|assumptions")),
    (EXPECTED_NOUN | EXPECTATION | READING | BASE, words!("projections")),
    (EXPECTED_NOUN | EXPECTATION | BASE, words!("expectation|views")),
    (EXPECTATION | READING, words!("poll|survey")),
    (READING | HEADLINE | SEES, words!("records")),
    (READING | DATED, words!("filing|statement")),
    (HEADLINE | SEES | RESULT, words!("posts")),
    (HEADLINE | SEES | DATED | ACTS | BREAK | RESULT, words!("posted")),
    (HEADLINE | SEES | BREAK, words!("delivered|achieved")),
    (HEADLINE | SPEECH | ACTS, words!("announces")),
    (HEADLINE | ACTS, words!("raised|launches")),
    (HEADLINE | BREAK, words!("generated")),
    (SEES | BREAK, words!("saw|recorded|had|has|have")),
    (EVENT | DATED, words!("released|published")),
    (DATED | ACTS, words!("unveiled")),
];
