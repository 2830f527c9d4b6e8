//! The words that make a number hundredths.

/// In lower case.
pub(super) const WORDS: &[&str] = words!(
    "percent|percents|pct|pc|per|percentage|percentages|pp|pps|ppt|ppts|percentagepoint|percentagepoints|p.c.|p.p.|bp|bps|bips|basis|\
    points|point|pts|minus"
);
