//! Properties of the figures: what is printed in a supported style is read back exactly, and no input makes the reader panic.

use newsfacts::sheet::{Fact, FactKind};
use newsfacts::{Article, Options, analyze};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn facts(text: &str, kind: FactKind) -> Vec<Fact> {
    let sheet = analyze(&Article::from_text(text), &Options::default());
    sheet.facts.into_iter().filter(|fact| fact.kind == kind).collect()
}

/// The digits of a number with its groups of three set apart by a comma.
fn grouped(whole: u64) -> String {
    let digits = whole.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Magnitude as printed after a number, and its power of ten.
const MAGNITUDES: &[(&str, u32)] = &[
    ("", 0),
    ("m", 6),
    ("bn", 9),
    (" million", 6),
    (" billion", 9),
    ("k", 3),
    (" thousand", 3),
    (" crore", 7),
    ("mn", 6),
    (" trillion", 12),
];

/// What stands before and after the number, and the code.
const STYLES: &[(&str, &str, &str)] = &[
    ("$", "", "USD"),
    ("US$", "", "USD"),
    ("C$", "", "CAD"),
    ("HK$", "", "HKD"),
    ("£", "", "GBP"),
    ("€", "", "EUR"),
    ("EUR ", "", "EUR"),
    ("EUR", "", "EUR"),
    ("Rs ", "", "INR"),
    ("RM", "", "MYR"),
    ("₹", "", "INR"),
    ("SEK ", "", "SEK"),
    ("", " euros", "EUR"),
    ("", " yen", "JPY"),
    ("", " Canadian dollars", "CAD"),
    ("", " Swiss francs", "CHF"),
    ("", " USD", "USD"),
    ("", " pesos", "MXN"),
];

proptest! {
    #[test]
    fn amounts_are_read_back_exactly(
        whole in 0u64..10_000_000,
        cents in 0u32..100,
        decimals in any::<bool>(),
        magnitude in 0..MAGNITUDES.len(),
        style in 0..STYLES.len(),
    ) {
        let (before, after, code) = STYLES[style];
        let (scale, power) = MAGNITUDES[magnitude];
        let fraction = if decimals { format!(".{cents:02}") } else { String::new() };
        let printed = format!("{before}{}{fraction}{scale}{after}", grouped(whole));
        let found = facts(&format!("The board paid {printed} for it."), FactKind::Amount);
        prop_assert_eq!(found.len(), 1, "{}", printed);
        let unscaled: Decimal = format!("{whole}{fraction}").parse().unwrap();
        let step = Decimal::from(10u64.pow(power)) * if decimals { Decimal::new(1, 2) } else { Decimal::ONE };
        let value = unscaled * Decimal::from(10u64.pow(power));
        prop_assert_eq!(&found[0].text, &printed);
        prop_assert_eq!(found[0].value, Some(value.normalize()));
        prop_assert_eq!(&found[0].unit, code);
        prop_assert_eq!(found[0].rounding.high - found[0].rounding.low, step);
    }

    #[test]
    fn percentages_are_read_back_exactly(
        tenths in -999i64..2000,
        unit in prop::sample::select(vec![("%", "percent"), (" per cent", "percent"), (" percentage points", "percentage_point"), (" basis points", "basis_point")]),
    ) {
        let value = Decimal::new(tenths, 1);
        let printed = format!("{value}{}", unit.0);
        let found = facts(&format!("It moved {printed} then."), FactKind::Percent);
        prop_assert_eq!(found.len(), 1, "{}", printed);
        prop_assert_eq!(found[0].value, Some(value.normalize()));
        prop_assert_eq!(found[0].unit.as_str(), unit.1);
    }

    #[test]
    fn nothing_panics(text in any::<String>()) {
        analyze(&Article::from_text(text), &Options::default());
    }

    #[test]
    fn nothing_made_of_the_parts_of_figures_panics(
        parts in prop::collection::vec(prop::sample::select(vec![
            "$", "£", "(", ")", "-", "–", "+", "%", ".", ",", "5", "1,234.5", "1 234", "99999999999999999999999999999", "½", "million", "bn", "m", "euros", "EUR",
            "a", "half", "two", "hundred", "and", "of", "to", "from", "between", "per", "cent", "share", "US", "c", "p", "times", "x", "in", "one", "\n", " ", "’s", "jobs",
        ]), 0..40),
        blank in prop::sample::select(vec!["", " "]),
    ) {
        analyze(&Article::from_text(parts.join(blank)), &Options::default());
    }
}

#[test]
fn long_runs_of_one_kind_are_read_in_time_that_grows_with_their_length() {
    for part in ["$5m-", "one hundred and ", "a half of ", "5 points and 3% ", "(5) ", "up to ", "between 5 and ", "minus "] {
        let seconds = |count: usize| {
            let article = Article::from_text(part.repeat(count));
            let start = std::time::Instant::now();
            let document = newsfacts::document::Document::new(&article, &Options::default());
            newsfacts::extract::figures(&document, &[]);
            start.elapsed().as_secs_f64()
        };
        // Ten times the text in far less than a hundred times the time; the floor keeps the clock's noise out.
        let (short, long) = (seconds(2_000), seconds(20_000));
        assert!(long < 0.2 || long < short * 50.0, "{part:?}: {short} s, then {long} s");
    }
}
