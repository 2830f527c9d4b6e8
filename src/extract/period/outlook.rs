//! The year of a quarter that a report without any date names bare: told by the year of its outlook.
//!
//! A report on the first three quarters gives its outlook for the year that they are of ("q2 sales were $5m, we expect fy 2021 sales of
//! $21m": the second quarter of 2021), one on the fourth for the next ("q4 sales were $5m, we expect fy 2022 sales of $21m": the fourth
//! quarter of 2021). A quarter that is to come is of the year of the outlook itself.

use super::expression::Expression;
use super::meaning::{Meaning, Stretch, Year};

/// How many expressions of an article are looked at.
const LOOKED_AT: usize = 60;

/// The year of the quarter at `index`, where all that the article says of years to come begins with one of them.
pub(super) fn year(expressions: &[Expression], index: usize, quarter: u8) -> Option<i16> {
    let whole = |expression: &Expression| match expression.meaning {
        Meaning::In(Stretch::Whole, Year::Of(year) | Year::Fy(year) | Year::Fiscal(year)) if !expression.compared => Some(year),
        _ => None,
    };
    let looked_at = || expressions.iter().take(LOOKED_AT);
    let outlook = looked_at().filter(|expression| expression.ahead).filter_map(whole).min()?;
    let past = looked_at().filter(|expression| !expression.ahead).filter_map(whole).max();
    let to_come = expressions.get(index)?.ahead;
    match past {
        // a goal far ahead, or years that do not follow each other
        Some(past) if past != outlook && past + 1 != outlook => None,
        // "fy 2020 sales were $20m" in a report on its last quarter
        Some(past) if quarter == 4 && !to_come && past < outlook => Some(past),
        _ if to_come || quarter < 4 => Some(outlook),
        _ => Some(outlook - 1),
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Dates of the first figure's period in a text without a date.
    fn first(text: &str) -> Option<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let id = sheet.facts.first()?.period.clone()?;
        let period = sheet.periods.iter().find(|period| period.id == id)?;
        Some(format!("{}..{}", period.from.as_ref()?, period.to.as_ref()?))
    }

    #[test]
    fn an_outlook_tells_the_year_of_a_bare_quarter() {
        for (text, dates) in [
            ("q2 sales were $5m.\nsees fy 2021 sales of $21m.\n", Some("2021-04-01..2021-06-30")),
            ("q4 sales were $5m.\nsees fy 2021 sales of $21m.\n", Some("2020-10-01..2020-12-31")),
            ("q4 sales were $5m.\nfy 2020 sales were $20m.\nsees 2021 sales of $21m.\n", Some("2020-10-01..2020-12-31")),
            ("sees q4 sales of $5m.\nsees fy 2021 sales of $21m.\n", Some("2021-10-01..2021-12-31")),
            ("q4 sales were $5m.\nfy 2020 sales were $20m.\nsees 2028 sales of $40m.\n", None),
            ("q4 sales were $5m.\nprofit was $1m.\n", None),
        ] {
            assert_eq!(first(text).as_deref(), dates, "{text}");
        }
    }
}
