//! Dates of publication as files state them beside the text: in meta tags, mail headers, feeds and front matter.

use jiff::civil::Date;

/// Months by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that a written date names, as it is written: a time of day and its zone do not shift it. `None` where the order of day
/// and month is open ("02/03/2025") or nothing is a date. Reads ISO 8601 ("2021-12-16T08:00:00Z"), mail ("Thu, 16 Dec 2021 08:00:00
/// +0500", RFC 5322) and the forms people write ("December 16, 2021").
pub fn read(written: &str) -> Option<Date> {
    let written = written.trim();
    if let Some(day) = written.get(..10).and_then(|day| day.parse().ok()) {
        return Some(day);
    }
    if let Some(digits) = written.get(..8).filter(|digits| written.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit())) {
        return digits.parse().ok();
    }
    let words = written.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).take(8);
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        let digits = word.trim_end_matches(|character: char| character.is_alphabetic());
        if let Some(found) = word.get(..3).and_then(|head| MONTHS.iter().position(|month| month.eq_ignore_ascii_case(head))) {
            month = month.or(i8::try_from(found + 1).ok());
        } else if digits.len() == 4 {
            year = year.or(digits.parse::<i16>().ok());
        } else if matches!(digits.len(), 1 | 2) && day.is_none() {
            day = digits.parse::<i8>().ok();
        }
        if year.is_some() && day.is_some() && month.is_some() {
            break;
        }
    }
    Date::new(year?, month?, day?).ok().filter(|date| (1900..=2200).contains(&date.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_of_files() {
        let day = Some(jiff::civil::date(2021, 12, 16));
        for written in [
            "2021-12-16",
            "2021-12-16T23:30:00-05:00",
            " 20211216",
            "Thu, 16 Dec 2021 23:30:00 -0500",
            "16 Dec 2021",
            "December 16, 2021",
            "Thursday, 16th December 2021 at 8:00",
            "Dec. 16, 2021 08:00 ET",
        ] {
            assert_eq!(read(written), day, "{written}");
        }
        for written in ["", "yesterday", "12/16/2021", "2021", "December 2021", "2021-13-40", "99 Dec 2021", "€€€€€"] {
            assert_eq!(read(written), None, "{written}");
        }
    }
}
