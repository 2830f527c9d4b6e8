//! The words before a figure that make it rough or a bound.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Classes;

/// How a figure is to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum Qualifier {
    // As it stands.
    #[default]
    Exact,
    // about, some, roughly
    About,
    // over, more than
    MoreThan,
    // nearly, almost, under
    LessThan,
    // at least
    AtLeast,
    // up to, as much as
    AtMost,
}

/// Single words.
pub(crate) const WORDS: &[(&str, Qualifier)] = &[
    ("about", Qualifier::About),
    ("around", Qualifier::About),
    ("approximately", Qualifier::About),
    ("roughly", Qualifier::About),
    ("some", Qualifier::About),
    ("circa", Qualifier::About),
    ("approx", Qualifier::About),
    ("ca", Qualifier::About),
    ("maybe", Qualifier::About),
    ("virtually", Qualifier::LessThan),
    ("practically", Qualifier::LessThan),
    ("estimated", Qualifier::About),
    ("nearly", Qualifier::LessThan),
    ("almost", Qualifier::LessThan),
    ("under", Qualifier::LessThan),
    ("below", Qualifier::LessThan),
    ("approaching", Qualifier::LessThan),
    ("nearing", Qualifier::LessThan),
    ("over", Qualifier::MoreThan),
    ("above", Qualifier::MoreThan),
    ("exceeding", Qualifier::MoreThan),
    ("exceeds", Qualifier::MoreThan),
    ("exceeded", Qualifier::MoreThan),
    ("topping", Qualifier::MoreThan),
    ("topped", Qualifier::MoreThan),
    ("surpassing", Qualifier::MoreThan),
    ("surpassed", Qualifier::MoreThan),
    ("minimum", Qualifier::AtLeast),
    ("maximum", Qualifier::AtMost),
];

/// Phrases, longest first, as their words from the last to the first.
pub(crate) const PHRASES: &[(&[&str], Qualifier)] = &[
    (&["than", "more", "no"], Qualifier::AtMost),
    (&["than", "more", "not"], Qualifier::AtMost),
    (&["than", "less", "no"], Qualifier::AtLeast),
    (&["than", "less", "not"], Qualifier::AtLeast),
    (&["than", "fewer", "no"], Qualifier::AtLeast),
    (&["as", "little", "as"], Qualifier::AtLeast),
    (&["as", "low", "as"], Qualifier::AtLeast),
    (&["as", "few", "as"], Qualifier::AtLeast),
    (&["of", "north"], Qualifier::MoreThan),
    (&["of", "south"], Qualifier::LessThan),
    (&["of", "shy"], Qualifier::LessThan),
    (&["of", "short", "just"], Qualifier::LessThan),
    (&["of", "order", "the", "on"], Qualifier::About),
    (&["of", "order", "the", "in"], Qualifier::About),
    (&["than", "more"], Qualifier::MoreThan),
    (&["than", "greater"], Qualifier::MoreThan),
    (&["than", "less"], Qualifier::LessThan),
    (&["than", "fewer"], Qualifier::LessThan),
    (&["of", "excess", "in"], Qualifier::MoreThan),
    (&["of", "upwards"], Qualifier::MoreThan),
    (&["of", "upward"], Qualifier::MoreThan),
    (&["like", "something"], Qualifier::About),
    (&["like", "more"], Qualifier::About),
    (&["near", "somewhere"], Qualifier::About),
    (&["to", "nearer"], Qualifier::About),
    (&["of", "minimum", "a"], Qualifier::AtLeast),
    (&["of", "maximum", "a"], Qualifier::AtMost),
    (&["least", "at"], Qualifier::AtLeast),
    (&["most", "at"], Qualifier::AtMost),
    (&["to", "up"], Qualifier::AtMost),
    (&["as", "much", "as"], Qualifier::AtMost),
    (&["as", "many", "as"], Qualifier::AtMost),
    (&["as", "high", "as"], Qualifier::AtMost),
    (&["to", "close"], Qualifier::About),
    (&["of", "region", "the", "in"], Qualifier::About),
    (&["over", "just"], Qualifier::MoreThan),
    (&["under", "just"], Qualifier::LessThan),
    (&["less", "or", "more"], Qualifier::About),
];

/// The words that qualifiers are anchored to.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let last = PHRASES.iter().map(|(phrase, _)| phrase[0]);
    WORDS.iter().map(|&(word, _)| word).chain(last).map(|word| (word, Classes::QUALIFIER))
}
