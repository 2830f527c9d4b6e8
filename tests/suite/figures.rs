//! Properties of the figures: what is printed in a supported style is read back exactly, and no input makes the reader panic.

use newsfacts::sheet::{Fact, FactKind};
use newsfacts::{Article, Options, analyze};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn facts(text: &str, kind: FactKind) -> Vec<Fact> {
    let sheet = analyze(&Article::from_text(text), &Options::default());
    sheet.facts.into_iter().filter(|fact| fact.kind == kind).collect()
}

/// The one amount of a sentence about `printed`: text, value and currency.
fn amount(printed: &str) -> Result<Fact, TestCaseError> {
    let mut found = facts(&format!("The board paid {printed} for it."), FactKind::Amount);
    prop_assert_eq!(found.len(), 1, "{}: {:?}", printed, found);
    Ok(found.remove(0))
}

/// How digits are grouped: the separator, and the sizes of the groups from the right; the last size repeats.
const GROUPINGS: &[(&str, &[usize])] =
    &[("", &[20]), (",", &[3]), ("'", &[3]), ("’", &[3]), ("\u{a0}", &[3]), ("\u{202f}", &[3]), (" ", &[3]), (",", &[3, 2])];

/// The digits of a number in groups.
fn grouped(whole: u64, (separator, sizes): (&str, &[usize])) -> String {
    let digits = whole.to_string();
    let (mut groups, mut end, mut at) = (Vec::new(), digits.len(), 0);
    while end > 0 {
        let start = end.saturating_sub(sizes[at.min(sizes.len() - 1)]);
        groups.push(&digits[start..end]);
        (end, at) = (start, at + 1);
    }
    groups.reverse();
    groups.join(separator)
}

/// A number below a billion in words.
fn in_words(number: u32) -> String {
    const ONES: &[&str] = &[
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: &[&str] = &["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let below_hundred = |number: u32| match (number / 10, number % 10) {
        (0 | 1, _) => ONES[number as usize].to_owned(),
        (tens, 0) => TENS[tens as usize].to_owned(),
        (tens, ones) => format!("{}-{}", TENS[tens as usize], ONES[ones as usize]),
    };
    let joined = |large: u32, name: &str, rest: u32, link: &str| match rest {
        0 => format!("{} {name}", in_words(large)),
        _ => format!("{} {name} {link}{}", in_words(large), in_words(rest)),
    };
    match number {
        0..100 => below_hundred(number),
        100..1_000 => joined(number / 100, "hundred", number % 100, "and "),
        1_000..1_000_000 => joined(number / 1_000, "thousand", number % 1_000, ""),
        _ => joined(number / 1_000_000, "million", number % 1_000_000, ""),
    }
}

/// Magnitudes as printed after a number, and their power of ten.
const MAGNITUDES: &[(&str, u32)] = &[
    ("", 0),
    ("k", 3),
    ("K", 3),
    (" thousand", 3),
    (" lakh", 5),
    ("m", 6),
    ("M", 6),
    ("mm", 6),
    ("mn", 6),
    (" mn", 6),
    ("mln", 6),
    (" mln", 6),
    ("mil", 6),
    (" million", 6),
    (" MILLION", 6),
    (" crore", 7),
    (" cr", 7),
    ("b", 9),
    ("B", 9),
    ("bn", 9),
    (" bn", 9),
    ("bln", 9),
    (" billion", 9),
    (" milliard", 9),
    ("tn", 12),
    ("trn", 12),
    (" trillion", 12),
    (" lakh crore", 12),
];

/// What stands before and after the number, and the code.
const STYLES: &[(&str, &str, &str)] = &[
    ("$", "", "USD"),
    ("US$", "", "USD"),
    ("$US", "", "USD"),
    ("A$", "", "AUD"),
    ("C$", "", "CAD"),
    ("S$", "", "SGD"),
    ("HK$", "", "HKD"),
    ("NZ$", "", "NZD"),
    ("NT$", "", "TWD"),
    ("R$", "", "BRL"),
    ("£", "", "GBP"),
    ("€", "", "EUR"),
    ("€ ", "", "EUR"),
    ("¥", "", "JPY"),
    ("₹", "", "INR"),
    ("₩", "", "KRW"),
    ("₦", "", "NGN"),
    ("₱", "", "PHP"),
    ("EUR ", "", "EUR"),
    ("EUR", "", "EUR"),
    ("CHF ", "", "CHF"),
    ("SEK ", "", "SEK"),
    ("SEK", "", "SEK"),
    ("Rs ", "", "INR"),
    ("Rs. ", "", "INR"),
    ("RM", "", "MYR"),
    ("Rp ", "", "IDR"),
    ("Yen", "", "JPY"),
    ("", " euros", "EUR"),
    ("", " yen", "JPY"),
    ("", " rupees", "INR"),
    ("", " Canadian dollars", "CAD"),
    ("", " Hong Kong dollars", "HKD"),
    ("", " Swiss francs", "CHF"),
    ("", " Norwegian crowns", "NOK"),
    ("", " kronor", "SEK"),
    ("", " pesos", "MXN"),
    ("", " deutschmarks", "DEM"),
    ("", " USD", "USD"),
    ("", " EUR", "EUR"),
    ("", " €", "EUR"),
];

/// Minor units as printed after a number, with the currency and how many make one of it.
const MINOR_UNITS: &[(&str, &str, u32)] = &[
    ("p", "GBP", 100),
    (" pence", "GBP", 100),
    (" cents", "USD", 100),
    ("¢", "USD", 100),
    (" euro cents", "EUR", 100),
    (" Australian cents", "AUD", 100),
    (" paise", "INR", 100),
    (" sen", "MYR", 100),
    (" kopecks", "RUB", 100),
];

/// Units of percentages as printed after a number, and as the fact sheet names them.
const PERCENT_UNITS: &[(&str, &str)] = &[
    ("%", "percent"),
    (" %", "percent"),
    (" per cent", "percent"),
    (" percent", "percent"),
    ("pct", "percent"),
    (" pct", "percent"),
    ("pc", "percent"),
    (" percentage points", "percentage_point"),
    ("-percentage-point", "percentage_point"),
    ("pp", "percentage_point"),
    (" pp", "percentage_point"),
    (" ppts", "percentage_point"),
    (" %-points", "percentage_point"),
    ("% points", "percentage_point"),
    (" basis points", "basis_point"),
    ("-basis-point", "basis_point"),
    ("bps", "basis_point"),
    (" bp", "basis_point"),
];

/// Articles that use many of the rules.
const ARTICLES: &[&str] = &[
    include_str!("../../fixtures/broker-note.txt"),
    include_str!("../../fixtures/carton-maker.txt"),
    include_str!("../../fixtures/central-bank.txt"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn amounts_are_read_back_exactly(
        whole in 0u64..10_000_000,
        cents in 0u32..100,
        decimals in any::<bool>(),
        grouping in 0..GROUPINGS.len(),
        magnitude in 0..MAGNITUDES.len(),
        style in 0..STYLES.len(),
    ) {
        let (before, after, code) = STYLES[style];
        let (scale, power) = MAGNITUDES[magnitude];
        // "1 234" is one number only beside its currency
        let grouping = if GROUPINGS[grouping].0 == " " && (!scale.is_empty() || before.trim() == before) { GROUPINGS[1] } else { GROUPINGS[grouping] };
        let fraction = if decimals { format!(".{cents:02}") } else { String::new() };
        let printed = format!("{before}{}{fraction}{scale}{after}", grouped(whole, grouping));
        let found = amount(&printed)?;
        let unscaled: Decimal = format!("{whole}{fraction}").parse().unwrap();
        let step = Decimal::from(10u64.pow(power)) * if decimals { Decimal::new(1, 2) } else { Decimal::ONE };
        let value = unscaled * Decimal::from(10u64.pow(power));
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.value, Some(value.normalize()));
        prop_assert_eq!(&found.unit, code);
        prop_assert_eq!(found.rounding.high - found.rounding.low, step);
    }

    #[test]
    fn amounts_with_a_decimal_comma_are_read_back_exactly(whole in 0u64..10_000_000, cents in 0u32..100, after in any::<bool>()) {
        let number = format!("{},{cents:02}", grouped(whole, (".", &[3])));
        let printed = if after { format!("{number} euros") } else { format!("EUR {number}") };
        let found = amount(&printed)?;
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.value, Some(Decimal::new((whole * 100 + u64::from(cents)) as i64, 2).normalize()));
    }

    #[test]
    fn amounts_in_words_are_read_back_exactly(number in 2u32..1_000_000_000, capital in any::<bool>()) {
        let mut printed = format!("{} dollars", in_words(number));
        if capital {
            printed = printed.to_uppercase();
        }
        let found = amount(&printed)?;
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.value, Some(Decimal::from(number)));
    }

    #[test]
    fn minor_units_are_read_back_in_major_ones(number in 1u32..1_000, half in any::<bool>(), unit in 0..MINOR_UNITS.len()) {
        let (printed_unit, code, parts) = MINOR_UNITS[unit];
        let value = Decimal::from(number) + if half { Decimal::new(5, 1) } else { Decimal::ZERO };
        let printed = format!("{value}{printed_unit}");
        // "720p" is a video format
        prop_assume!(!(printed_unit == "p" && !half && [360, 480, 720].contains(&number)));
        let found = amount(&printed)?;
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.value, Some((value / Decimal::from(parts)).normalize()));
        prop_assert_eq!(&found.unit, code);
    }

    #[test]
    fn signs_are_read_back(number in 1i64..10_000, style in 0usize..6) {
        let (printed, negative) = match style {
            0 => (format!("-${number} million"), true),
            1 => (format!("−£{number} million"), true),
            2 => (format!("$({number}) million"), true),
            3 => (format!("EUR -{number} million"), true),
            4 => (format!("minus {number} million euros"), true),
            _ => (format!("+${number} million"), false),
        };
        let found = amount(&printed)?;
        let value = Decimal::from(number * 1_000_000);
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.value, Some(if negative { -value } else { value }));
    }

    #[test]
    fn ranges_are_read_back_with_their_scale(low in 1i64..500, more in 1i64..500, style in 0usize..7) {
        let high = low + more;
        let printed = match style {
            0 => format!("${low}-{high}m"),
            1 => format!("${low} million-{high} million"),
            2 => format!("EUR {low}–{high} million"),
            3 => format!("{low}-{high} million yen"),
            4 => format!("{low} to {high} million euros"),
            5 => format!("Rs {low} - {high} crore"),
            _ => format!("US${low}-{high} million"),
        };
        let found = amount(&printed)?;
        let scale = if style == 5 { 10_000_000 } else { 1_000_000 };
        prop_assert_eq!(&found.text, &printed);
        prop_assert_eq!(found.low, Some(Decimal::from(low * scale)));
        prop_assert_eq!(found.high, Some(Decimal::from(high * scale)));
    }

    #[test]
    fn two_ends_with_their_own_currency_share_the_scale(low in 1i64..500, more in 1i64..500, style in 0usize..3) {
        let high = low + more;
        prop_assume!(high <= low * 50);
        let printed = match style {
            0 => format!("${low} to ${high} million"),
            1 => format!("${low}-${high} million"),
            _ => format!("between ${low} and ${high} million"),
        };
        let found = facts(&format!("They expect {printed} of sales."), FactKind::Amount);
        let values: Vec<_> = found.iter().filter_map(|fact| fact.value).collect();
        prop_assert_eq!(values, [low, high].map(|end| Decimal::from(end * 1_000_000)), "{}", printed);
    }

    #[test]
    fn percentages_are_read_back_exactly(
        tenths in -999i64..2000,
        unit in prop::sample::select(PERCENT_UNITS),
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
            "quarter", "point", "dozen", "every", "plus", "minus", "or", "square", "foot", "kSEK", "mile", ":", "/", "$US", "CAD", "MT", "points", "such",
            "said", "by", "according", "the", "The", "Norway", "Acme", "Corp", "Mr", "Smith", "“", "”", "\"", ";", "|", "profit", "sales", "it", "its", "year", "first", "Q3",
            "March", "2010", "ended", "months", "earlier", "rose", "fell", "was", "will", "compared", "with", "versus", "up", "down",
        ]), 0..40),
        blank in prop::sample::select(vec!["", " "]),
    ) {
        analyze(&Article::from_text(parts.join(blank)), &Options::default());
    }

    #[test]
    fn no_piece_of_an_article_panics(article in prop::sample::select(ARTICLES), from in any::<prop::sample::Index>(), length in 1usize..60) {
        let words: Vec<&str> = article.split_inclusive(|sign: char| !sign.is_alphanumeric()).collect();
        let from = from.index(words.len());
        let piece = words[from..words.len().min(from + length)].concat();
        analyze(&Article::from_text(piece.trim_end()), &Options::default());
    }
}

#[test]
fn an_article_may_end_with_any_name() {
    // once a panic: a country behind the dollar's "per"
    for text in ["$ $ 5 bn per US", "Exports rose 5%, according to Norway", "It was 5%, said the US"] {
        analyze(&Article::from_text(text), &Options::default());
    }
}

#[test]
fn long_runs_of_one_kind_are_read_in_time_that_grows_with_their_length() {
    for part in ["$5m-", "one hundred and ", "a half of ", "5 points and 3% ", "(5) ", "up to ", "between 5 and ", "minus "] {
        let seconds = |count: usize| {
            let article = Article::from_text(part.repeat(count));
            let start = std::time::Instant::now();
            let (document, _) = newsfacts::rooms::document(&article, &Options::default());
            newsfacts::rooms::figures(&document, &[]);
            start.elapsed().as_secs_f64()
        };
        // Ten times the text in far less than a hundred times the time; the floor keeps the clock's noise out.
        let (short, long) = (seconds(2_000), seconds(20_000));
        assert!(long < 0.2 || long < short * 50.0, "{part:?}: {short} s, then {long} s");
    }
}
