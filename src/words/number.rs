//! Numbers in words and the magnitudes that follow numbers: "twenty-five", "half", "million", "bn", "crore".

use once_cell::sync::Lazy;
use rust_decimal::{Decimal, dec};
use rustc_hash::FxHashMap;

use super::Classes;
use super::lower::lower_case;

/// What a word contributes to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberWord {
    /// zero to nineteen
    Ones(u32),
    /// twenty to ninety
    Tens(u32),
    /// hundred
    Hundred,
    /// dozen: counts like a magnitude, of things only
    Dozen,
    /// half, a quarter, a third: numerator 1 over this
    Fraction(u32),
    /// a, an
    Article,
}

/// How much a magnitude's form needs of its surroundings to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// million: never anything else
    Word,
    /// bn, mln: an abbreviation that means nothing else after a number
    Abbreviation,
    /// m, b, mil: also a unit of measure; needs a currency or a count of things
    Letter,
}

/// A power of ten after a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Magnitude {
    /// What the number is multiplied by.
    pub factor: Decimal,
    /// How sure the form is.
    pub strength: Strength,
}

const THOUSAND: Decimal = dec!(1_000);
const LAKH: Decimal = dec!(100_000);
const MILLION: Decimal = dec!(1_000_000);
const CRORE: Decimal = dec!(10_000_000);
const BILLION: Decimal = dec!(1_000_000_000);
const TRILLION: Decimal = dec!(1_000_000_000_000);
const QUADRILLION: Decimal = dec!(1_000_000_000_000_000);

/// Magnitudes in lower case.
const MAGNITUDES: &[(Strength, Decimal, &[&str])] = &[
    (Strength::Word, THOUSAND, &["thousand", "thousands"]),
    (Strength::Word, LAKH, &["lakh", "lakhs", "lac", "lacs"]),
    (Strength::Word, MILLION, &["million", "millions"]),
    (Strength::Word, CRORE, &["crore", "crores"]),
    (Strength::Word, BILLION, &["billion", "billions", "milliard", "milliards"]),
    (Strength::Word, TRILLION, &["trillion", "trillions"]),
    (Strength::Word, QUADRILLION, &["quadrillion"]),
    (Strength::Abbreviation, MILLION, &["mn", "mln", "mio", "mill"]),
    (Strength::Abbreviation, BILLION, &["bn", "bln", "bil", "bio", "mrd", "mlrd"]),
    (Strength::Abbreviation, TRILLION, &["tn", "trn", "tln"]),
    (Strength::Letter, THOUSAND, &["k", "tsd"]),
    (Strength::Letter, MILLION, &["m", "mm", "mil"]),
    (Strength::Letter, CRORE, &["cr"]),
    (Strength::Letter, LAKH, &["l"]),
    (Strength::Letter, BILLION, &["b", "bi"]),
    (Strength::Letter, TRILLION, &["t"]),
];

/// Number words in lower case.
const NUMBER_WORDS: &[(&str, NumberWord)] = &[
    ("zero", NumberWord::Ones(0)),
    ("one", NumberWord::Ones(1)),
    ("two", NumberWord::Ones(2)),
    ("three", NumberWord::Ones(3)),
    ("four", NumberWord::Ones(4)),
    ("five", NumberWord::Ones(5)),
    ("six", NumberWord::Ones(6)),
    ("seven", NumberWord::Ones(7)),
    ("eight", NumberWord::Ones(8)),
    ("nine", NumberWord::Ones(9)),
    ("ten", NumberWord::Ones(10)),
    ("eleven", NumberWord::Ones(11)),
    ("twelve", NumberWord::Ones(12)),
    ("thirteen", NumberWord::Ones(13)),
    ("fourteen", NumberWord::Ones(14)),
    ("fifteen", NumberWord::Ones(15)),
    ("sixteen", NumberWord::Ones(16)),
    ("seventeen", NumberWord::Ones(17)),
    ("eighteen", NumberWord::Ones(18)),
    ("nineteen", NumberWord::Ones(19)),
    ("twenty", NumberWord::Tens(20)),
    ("thirty", NumberWord::Tens(30)),
    ("forty", NumberWord::Tens(40)),
    ("fifty", NumberWord::Tens(50)),
    ("sixty", NumberWord::Tens(60)),
    ("seventy", NumberWord::Tens(70)),
    ("eighty", NumberWord::Tens(80)),
    ("ninety", NumberWord::Tens(90)),
    ("hundred", NumberWord::Hundred),
    ("dozen", NumberWord::Dozen),
    ("half", NumberWord::Fraction(2)),
    ("third", NumberWord::Fraction(3)),
    ("thirds", NumberWord::Fraction(3)),
    ("quarter", NumberWord::Fraction(4)),
    ("quarters", NumberWord::Fraction(4)),
    ("fourths", NumberWord::Fraction(4)),
    ("fifth", NumberWord::Fraction(5)),
    ("fifths", NumberWord::Fraction(5)),
    ("sixth", NumberWord::Fraction(6)),
    ("sixths", NumberWord::Fraction(6)),
    ("seventh", NumberWord::Fraction(7)),
    ("sevenths", NumberWord::Fraction(7)),
    ("eighth", NumberWord::Fraction(8)),
    ("eighths", NumberWord::Fraction(8)),
    ("ninth", NumberWord::Fraction(9)),
    ("ninths", NumberWord::Fraction(9)),
    ("tenth", NumberWord::Fraction(10)),
    ("tenths", NumberWord::Fraction(10)),
    ("hundredth", NumberWord::Fraction(100)),
    ("hundredths", NumberWord::Fraction(100)),
    ("a", NumberWord::Article),
    ("an", NumberWord::Article),
];

/// The words of this file with their classes.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let magnitudes = MAGNITUDES.iter().flat_map(|(_, _, words)| words.iter().map(|&word| (word, Classes::MAGNITUDE)));
    NUMBER_WORDS.iter().map(|&(word, _)| (word, Classes::NUMBER_WORD)).chain(magnitudes)
}

/// The magnitude that a word means, whatever its case.
pub(crate) fn magnitude(word: &str) -> Option<Magnitude> {
    static TABLE: Lazy<FxHashMap<&str, Magnitude>> = Lazy::new(|| {
        let entries = MAGNITUDES.iter();
        entries.flat_map(|&(strength, factor, words)| words.iter().map(move |&word| (word, Magnitude { factor, strength }))).collect()
    });
    lower_case(word).and_then(|word| TABLE.get(word.as_str()).copied())
}

/// The number word that a word is, whatever its case.
pub(crate) fn number_word(word: &str) -> Option<NumberWord> {
    static TABLE: Lazy<FxHashMap<&str, NumberWord>> = Lazy::new(|| NUMBER_WORDS.iter().copied().collect());
    lower_case(word).and_then(|word| TABLE.get(word.as_str()).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_any_case() {
        assert_eq!(number_word("Twenty"), Some(NumberWord::Tens(20)));
        assert_eq!(magnitude("Crore").map(|m| m.factor), Some(CRORE));
        assert_eq!(magnitude("BN").map(|m| m.strength), Some(Strength::Abbreviation));
        assert_eq!(magnitude("metres"), None);
        assert_eq!(number_word("a word longer than any in the table"), None);
    }
}
