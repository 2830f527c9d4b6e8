//! Every date of three centuries, in every printed style, is read back as itself.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use newsfacts::{Article, Options, analyze};
use proptest::prelude::*;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT: [&str; 12] = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

/// The printed styles of a date.
fn styles(day: Date) -> Vec<String> {
    let (year, month, number) = (day.year(), day.month(), day.day());
    let index = usize::try_from(month - 1).expect("a month");
    let (long, short) = (MONTHS[index], SHORT[index]);
    let ending = match number {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    vec![
        format!("{number} {long} {year}"),
        format!("{long} {number}, {year}"),
        format!("{short} {number}, {year}"),
        format!("{number}{ending} {long} {year}"),
        format!("{year:04}-{month:02}-{number:02}"),
        format!("{number:02}.{month:02}.{year}"),
    ]
}

/// The first and last days of the periods of a text without a reference date.
fn read(text: &str) -> Vec<(String, String)> {
    let sheet = analyze(&Article::from_text(text), &Options::default());
    sheet
        .periods
        .into_iter()
        .map(|period| [period.from, period.to].map(|day| day.map(|day| day.to_string()).unwrap_or_default()).into())
        .collect()
}

#[test]
fn every_date_from_1800_to_2100_is_read_back() {
    let mut day = date(1800, 1, 1);
    let mut turn = 0;
    while day <= date(2100, 12, 31) {
        let styles = styles(day);
        // one style per day: every style meets every month, day and decade
        let style = &styles[turn % styles.len()];
        let expected = vec![(day.to_string(), day.to_string())];
        assert_eq!(read(&format!("It was signed on {style} by both.")), expected, "{style}");
        day = day.checked_add(1.days()).expect("a date");
        turn += 1;
    }
}

#[test]
fn every_year_and_month_is_read_back() {
    for year in 1800..=2100i16 {
        assert_eq!(read(&format!("Sales fell in {year}.")), [(format!("{year}-01-01"), format!("{year}-12-31"))]);
        for (index, month) in MONTHS.iter().enumerate() {
            let first = Date::new(year, i8::try_from(index + 1).expect("a month"), 1).expect("a date");
            assert_eq!(read(&format!("Sales fell in {month} {year}.")), [(first.to_string(), first.last_of_month().to_string())]);
        }
    }
}

proptest! {
    #[test]
    fn any_text_of_period_words_is_read_without_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the", "first", "last", "two", "Q", "3", "FY", "25", "-", "–", "/", "of", "to", "year", "quarter", "months", "ended", "December",
                "31", ",", "2024", "2021-22", "fiscal", "week", "ago", "a", "Friday", "same", "period", "'", "’s", "1990s", "between", "and", "\n", ".",
                "from", "early", "end", "next", "(", ")", "99", "0", "2100", "January", "to", "date", "half", "week", "days", "9M", "Easter",
            ]),
            0..40,
        ),
        separator in prop::sample::select(vec!["", " "]),
    ) {
        for options in [Options::default(), Options { date: Some(date(2025, 2, 10)), ..Options::default() }] {
            let sheet = analyze(&Article::from_text(words.join(separator)), &options);
            for period in &sheet.periods {
                prop_assert!(period.from.is_none() || period.from <= period.to);
                prop_assert_eq!(period.from.is_none(), period.to.is_none());
            }
        }
    }
}
