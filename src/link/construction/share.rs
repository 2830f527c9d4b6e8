//! Shares: "$630 million, which was 75.9% of $830 million", "of its 4,000 employees, 1,000, or 25 percent", "61% or 21 million of 35 million".

use once_cell::sync::Lazy;

#[cfg(test)]
use super::example::{Example, Fires};
use super::pattern::{LinkScene, PhraseRow, Roles};

/// The rows; the first that fits counts.
pub(crate) const ROWS: &[&str] = &[
    "WHOLE … including STATED ( PART",
    "WHOLE … including PART ( [or] STATED",
    "WHOLE … including PART _ or STATED",
    "of WHOLE _ PART or STATED",
    "of WHOLE … PART _ or STATED",
    "of WHOLE … PART ( STATED )",
    "of WHOLE … STATED ( PART )",
    "of WHOLE … STATED or PART",
    "PART _ or STATED of WHOLE",
    "PART or STATED of WHOLE",
    "PART ( [which] STATED of WHOLE )",
    "PART ( [which] STATED ) of WHOLE",
    "PART which STATED of … ( WHOLE )",
    "PART which STATED of WHOLE",
    "PART = , STATED of WHOLE",
    "PART , STATED of WHOLE",
    "PART of WHOLE _ or STATED",
    "PART of WHOLE or STATED",
    "PART of WHOLE ( STATED )",
    "STATED or PART of WHOLE",
    "STATED ( PART ) of WHOLE",
    "STATED ( PART of WHOLE )",
    "STATED … ( PART of WHOLE",
    WITH_COUNTS,
];

/// What follows "with" need not be what the percent is of.
pub(crate) const WITH_COUNTS: &str = "STATED with PART of WHOLE";

/// Sentences that the rows must read, with what they must find, and sentences in which they must find nothing.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example(
        "Net exports were $630 million, which was 75.9% of $830 million in exports.",
        Fires("75.9%", &["part $630 million", "whole $830 million"]),
    ),
    Example("Of its 4,000 employees, 1,000, or 25 percent, work abroad.", Fires("25 percent", &["whole 4,000", "part 1,000"])),
    Example(
        "The city spent 60 percent, or $21 million of $35 million, on roads.",
        Fires("60 percent", &["part $21 million", "whole $35 million"]),
    ),
    Example(
        "It sold 300,000 cars, 20 percent of the 1,500,000 cars sold nationwide.",
        Fires("20 percent", &["part 300,000", "whole 1,500,000"]),
    ),
    Example(
        "Of the estimated 35 million patients age 65 or older, 61 percent or 21 million, have it.",
        Fires("61 percent", &["whole 35 million", "part 21 million"]),
    ),
    Example("Some 76% of those (1,349 of 1,774) were men.", Fires("76%", &["part 1,349", "whole 1,774"])),
    Example("Rig use stayed at 41.3 pct in the week with 64 of 155 rigs hired.", Fires("41.3 pct", &["part 64", "whole 155"])),
    Example("Net exports rose 5% to $630 million.", Fires("5%", &[])),
];

static PATTERNS: Lazy<Vec<(&str, PhraseRow)>> = Lazy::new(|| ROWS.iter().map(|&phrase| (phrase, PhraseRow::new(phrase))).collect());

/// The part and the whole of a stated percent, and the row that says so.
pub(crate) fn find(scene: &LinkScene) -> Option<(Roles, &'static str)> {
    let at = scene.reading.node_of(scene.stated)?;
    PATTERNS.iter().find_map(|(name, row)| {
        let mut roles = Roles::default();
        row.find(scene, at, &mut roles)?;
        Some((roles, *name))
    })
}
