//! The words that are multiples and fractions by themselves.

use super::Classes;

/// Words that are a multiple wherever they stand.
pub(crate) const MULTIPLES: &[(&str, u32)] = &[
    ("doubled", 2),
    ("doubling", 2),
    ("tripled", 3),
    ("tripling", 3),
    ("trebled", 3),
    ("trebling", 3),
    ("quadrupled", 4),
    ("quadrupling", 4),
    ("quintupled", 5),
    ("twofold", 2),
    ("threefold", 3),
    ("fourfold", 4),
    ("fivefold", 5),
    ("sixfold", 6),
    ("sevenfold", 7),
    ("eightfold", 8),
    ("ninefold", 9),
    ("tenfold", 10),
    ("hundredfold", 100),
];

/// Words that are a multiple only beside a verb's helper or before what they multiply.
pub(crate) const DOUBTFUL_MULTIPLES: &[(&str, u32)] = &[
    ("double", 2),
    ("doubles", 2),
    ("triple", 3),
    ("triples", 3),
    ("treble", 3),
    ("trebles", 3),
    ("quadruple", 4),
    ("quadruples", 4),
    ("twice", 2),
    ("thrice", 3),
];

/// Verbs that halve.
pub(crate) const HALVINGS: &[&str] = words!("halved|halving|halve|halves");

/// The words that ratios are anchored to.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let multiples = MULTIPLES.iter().chain(DOUBTFUL_MULTIPLES).map(|&(word, _)| word);
    multiples.chain(HALVINGS.iter().copied()).map(|word| (word, Classes::RATIO_WORD))
}
