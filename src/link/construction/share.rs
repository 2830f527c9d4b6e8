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
    "STATED = of WHOLE or PART",
    "PART over WHOLE … margin [of] STATED",
    WITH_COUNTS,
];

/// Rows for a percent that is no change, and that chance may read: "April 2 to 5 of 1,008 adults, 29 percent".
pub(crate) const NO_CHANGE: &[&str] = &[
    "PART of WHOLE _ , STATED",
    "PART of WHOLE – STATED",
    "STATED : PART of WHOLE",
    "PART of WHOLE : STATED",
    "PART STATED = of WHOLE",
    "PART … STATED over WHOLE",
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
    Example("Of the fund, 25 percent of the $500m budget, or $125m, goes to schools.", Fires("25 percent", &["part $125m", "whole $500m"])),
    Example("Some 500 of 4,000 people asked, 12.5 percent, had no view.", Fires("12.5 percent", &["part 500", "whole 4,000"])),
    Example("Turnout was 57.5 percent: 2,300 of 4,000 people came.", Fires("57.5 percent", &["part 2,300", "whole 4,000"])),
    Example("It will shed 500 of its 4,000 jobs, or 12.5 percent of the staff.", Fires("12.5 percent", &["part 500", "whole 4,000"])),
    Example("Exports made up 25% of sales ($125m of $500m).", Fires("25%", &["part $125m", "whole $500m"])),
    Example("Only 41 of the county's 452 bridges, or 9.1 percent, stand.", Fires("9.1 percent", &["part 41", "whole 452"])),
    Example("The mill earned $5.0m on sales of $40.0m, a margin of 12.5%.", Fires("12.5%", &["part $5.0m", "whole $40.0m"])),
    Example("Just $41m of the $452m in rents -- 9.1 percent -- came.", Fires("9.1 percent", &["part $41m", "whole $452m"])),
    Example("The grant of $41m covers 9.1 percent of the $452m cost.", Fires("9.1 percent", &["part $41m", "whole $452m"])),
    Example(
        "He owns 41 million shares, a stake of 9.1 percent based on 452 million shares outstanding.",
        Fires("9.1 percent", &["part 41 million", "whole 452 million"]),
    ),
    Example("A survey of 600 pupils found that 150, or 25 percent, walk.", Fires("25 percent", &["part 150", "whole 600"])),
    Example("Lead was found in 150/600 wells (25.0%).", Fires("25.0%", &["part 150", "whole 600"])),
    Example("The rate is 2.5% = 50 ÷ 2,000.", Fires("2.5%", &["part 50", "whole 2,000"])),
    Example("The rate is 50 ÷ 2,000 = 2.5%.", Fires("2.5%", &["part 50", "whole 2,000"])),
    Example("Its seven mills run at up to 76% of their capacity of 1 million tonnes.", Fires("76%", &[])),
    Example("Schools get $125m of the $500m budget, up 9%.", Fires("9%", &[])),
    Example("Net exports rose 5% to $630 million.", Fires("5%", &[])),
];

static PATTERNS: Lazy<Vec<(&str, PhraseRow)>> = Lazy::new(|| rows(ROWS));
static PLAIN: Lazy<Vec<(&str, PhraseRow)>> = Lazy::new(|| rows(NO_CHANGE));

fn rows(phrases: &[&'static str]) -> Vec<(&'static str, PhraseRow)> {
    phrases.iter().map(|&phrase| (phrase, PhraseRow::new(phrase))).collect()
}

/// Whether the row itself states part and whole, whatever the percent is said to be of.
pub(crate) fn states_both(row: &str) -> bool {
    row.contains("PART of WHOLE") || row.contains("= of WHOLE")
}

/// The part and the whole of a stated percent, and the row that says so. `changes` tells whether the percent is a change.
pub(crate) fn find(scene: &LinkScene, changes: bool) -> Option<(Roles, &'static str)> {
    let at = scene.reading.node_of(scene.stated)?;
    PATTERNS.iter().chain(PLAIN.iter().filter(|_| !changes)).find_map(|(name, row)| {
        let mut roles = Roles::default();
        row.find(scene, at, &mut roles)?;
        Some((roles, *name))
    })
}
