//! What the head of a column says: what kind of figures stand below, and of which period.

use std::borrow::Cow;

use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;

use crate::context::Context;
use crate::document::Document;
use crate::extract::period;
use crate::mention::Grain;
use crate::text::{Span, sentences, tokens};
use crate::words::WordList;

/// What kind of figures a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnKind {
    /// Levels: of a period, or on a day.
    Level,
    /// The change between two of the other columns.
    Change,
    /// A change on another basis than the reported one: at constant currency, organic.
    OtherChange,
    /// A change in percentage points.
    Points,
    /// Shares of a whole.
    Share,
    /// Numbers of notes.
    Note,
}

/// Words of heads, in lower case, that are part of a period or say nothing.
static PERIOD_WORDS: WordList = WordList::new(picked!(
    calendar,
    PERIOD,
    "for|the|as|of|at|on|and|to|in|end|period|periods|through|until|month|week|weeks|half|year|years|day|days|fiscal|ye|financial|\
    calendar|date|full|first|second|third|fourth|one|two|three|four|six|nine|twelve|thirteen|thirty|twenty|fifty|unaudited|audited|cy|m|\
    e|a|f|st|nd|rd|th|estimate|estimated|forecast|actual|twelvemonths|w"
));

/// Words of changes that tell none from another.
static CHANGE_WORDS: WordList = WordList::new(picked!(
    difference, SAME;
    saying, BASIS,
    "dec|yo|qo|y|o|percent|pct|prior|previous|same|total|from|over|absolute|amount|favorable|unfavorable|favourable|unfavourable|\
    better|worse|fav|unfav|bps|bp|pp|points|ppt|pts|basis"
));

/// Words that only stand in periods.
static DATED_WORDS: WordList = WordList::new(picked!(calendar, DATED));

/// The runs of letters and of digits, in lower case.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let (mut kind, mut lower) = (0, false);
    for sign in text.chars() {
        let next = if sign.is_alphabetic() { 1 } else { 2 * u8::from(sign.is_ascii_digit()) };
        if next > 0 {
            // "endedDecember" is two words.
            if next != kind || lower && sign.is_uppercase() {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                if sign.is_ascii() { last.push(sign.to_ascii_lowercase()) } else { last.extend(sign.to_lowercase()) }
            }
        }
        (kind, lower) = (next, sign.is_lowercase());
    }
    // "Inc/(Dec)" is no month.
    for at in 1..out.len() {
        if out[at] == "dec" && matches!(out[at - 1].as_str(), "inc" | "increase" | "incr") {
            out[at] = "decrease".into();
        }
    }
    out
}

fn is_year(piece: &str) -> bool {
    piece.len() == 4 && piece.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

/// Whether the words name a period or part of one.
pub(super) fn is_dated(text: &str) -> bool {
    text.len() <= 120 && are_dated(&pieces(text))
}

fn are_dated(pieces: &[String]) -> bool {
    pieces.iter().any(|piece| is_year(piece) || DATED_WORDS.has(piece))
}

/// A caption without the base of an index: "Prices as of May 2015 (2006=100)".
pub(super) fn without_base(title: &str) -> Cow<'_, str> {
    let bracket = title.find('(').and_then(|from| Some((from, from + title[from..].find(')')? + 1)));
    match bracket.filter(|&(from, to)| title[from..to].contains('=')) {
        Some((from, to)) => Cow::Owned(format!("{} {}", &title[..from], &title[to..])),
        None => Cow::Borrowed(title),
    }
}

/// The year at the end of a caption that names no other: "Births by region, 2008 (in percent)".
pub(super) fn closing_year(title: &str) -> Option<&str> {
    if title.len() > 160 {
        return None;
    }
    let title = title.split('(').next().unwrap_or_default().trim_end_matches([' ', '*', ':']);
    let year = title.get(title.len().checked_sub(4)?..).filter(|year| is_year(year))?;
    let before = title[..title.len() - 4].trim_end();
    let placed = before.ends_with(',') || [" in", " for", " of"].iter().any(|word| before.ends_with(word));
    (placed && !before.bytes().any(|byte| byte.is_ascii_digit()) && before.contains(' ')).then_some(year)
}

/// The only year in the title of a table, where its figures are of it: "Table A.1: 1980 census by age", not "at 1985 prices".
pub(super) fn only_year(title: &str) -> Option<&str> {
    static BEFORE: WordList =
        WordList::new(words!("since|from|constant|at|base|before|after|until|through|to|by|and|between|over|than|with|projected|circa"));
    static AFTER: WordList = WordList::new(words!("prices|dollars|pesos|terms|euros|rules|act|and|to|through|level|levels|base"));
    static PARTS: WordList = WordList::new(words!(
        "quarter|quarters|half|semester|month|months|week|weeks|day|fall|spring|summer|winter|autumn|season|q1|q2|q3|q4"
    ));
    if title.len() > 300 || title.contains('=') {
        return None;
    }
    let bare = |word: &str| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = title.split_whitespace().skip(2).collect();
    let mut years = (0..words.len()).filter(|&at| words[at].bytes().filter(u8::is_ascii_digit).count() >= 4);
    let at = years.next().filter(|_| years.next().is_none())?;
    let year = words[at].trim_matches(|sign: char| !sign.is_ascii_digit());
    let year = year.split('—').next().filter(|year| is_year(year))?;
    let stands = |word: Option<&&str>, list: &WordList| word.is_some_and(|word| list.has(&bare(word)));
    // "April 2015", "first half of 2015": less than a year.
    if words.iter().any(|word| is_month(&bare(word)) || PARTS.has(&bare(word))) {
        return None;
    }
    (!stands(at.checked_sub(1).and_then(|before| words.get(before)), &BEFORE) && !stands(words.get(at + 1), &AFTER)).then_some(year)
}

/// Whether the words are this day and nothing else: "May 25, 2023".
pub(super) fn is_day(text: &str, day: Date) -> bool {
    let pieces = pieces(text);
    let numbers: Vec<i16> = pieces.iter().filter_map(|piece| piece.parse().ok()).collect();
    let [a, b] = numbers.as_slice() else { return false };
    let (of_month, year) = (i16::from(day.day()), day.year());
    pieces.len() <= 4 && ([*a, *b] == [of_month, year] || [*b, *a] == [of_month, year])
}

/// Whether a caption names an hour: "as of 0309 GMT".
pub(super) fn names_hour(text: &str) -> bool {
    static ZONES: WordList = WordList::new(words!("gmt|cet|est|edt|et|bst|ist"));
    let pieces = pieces(text);
    pieces.windows(2).any(|pair| matches!(pair[0].len(), 2..=4) && is_numbered(&pair[0]) && ZONES.has(&pair[1]))
}

/// Whether a head says that its figures are not those of the latest day.
pub(super) fn is_of_other_day(text: &str) -> bool {
    static WORDS: WordList =
        WordList::new(words!("previous|prev|prior|ago|last|forecast|week|month|year|end|old|before|ytd|wk|mth|yr|high|low"));
    let pieces = pieces(text);
    pieces.iter().any(|piece| WORDS.has(piece)) && pieces.len() > 1
}

/// Whether the words name a year.
pub(super) fn has_year(text: &str) -> bool {
    pieces(text).iter().any(|piece| is_year(piece)) || plain(text).split(' ').any(is_year)
}

/// What the words say of how long a period is, and nothing of when: "Six Months Ended" of "For the Six Months Ended September 30,".
pub(super) fn duration(text: &str) -> Option<&str> {
    let lower = text.to_ascii_lowercase();
    let (at, word) = ["ended", "ending"].iter().find_map(|word| Some((lower.find(word)?, word)))?;
    let before = pieces(&text[..at]);
    let is_long = before.iter().any(|piece| matches!(piece.as_str(), "months" | "month" | "weeks" | "year" | "years" | "quarter" | "half"));
    is_long.then(|| &text[..at + word.len()])
}

/// The periods that the head of a change compares, where it names both: "Q4/24--Q3/24", "Q4 2024 vs. Q3 2024".
pub(super) fn compared(text: &str) -> Option<(&str, &str)> {
    const JOINTS: [&str; 9] = [" versus ", " vs. ", " vs ", " v. ", " v ", " over ", "--", " – ", " / "];
    if text.len() > 80 {
        return None;
    }
    let (first, second) = JOINTS.iter().find_map(|joint| text.split_once(joint)).or_else(|| text.split_once('–'))?;
    let start = first.char_indices().rev().take_while(|(_, sign)| !matches!(sign, '%' | '\n')).last().map_or(0, |(at, _)| at);
    let first = first[start..].trim().trim_start_matches(|sign: char| !sign.is_alphanumeric());
    // "Change Q4 2024"
    let first = first.split_once(' ').filter(|(word, _)| kind(word) == ColumnKind::Change).map_or(first, |(_, rest)| rest);
    let second = second.trim().trim_end_matches(['%', ')', ' ', '(']);
    let is_whole = |part: &str| is_period(part) && (has_year(part) || plain(part).split(' ').any(is_year));
    (is_whole(first) && is_whole(second)).then_some((first, second))
}

/// Whether the words name a day and a year, and no month: "30, 2024".
pub(super) fn lacks_month(text: &str) -> bool {
    let pieces = pieces(text);
    let day = pieces.first().is_some_and(|first| first.len() <= 2 && first.parse().is_ok_and(|day: u8| (1..=31).contains(&day)));
    day && pieces.iter().any(|piece| is_year(piece))
        && text.trim_start_matches(|sign: char| sign.is_ascii_digit()).starts_with([',', ' '])
        && pieces.iter().all(|piece| is_numbered(piece))
}

/// Whether the words say nothing but a period.
pub(super) fn is_period(text: &str) -> bool {
    let pieces = if text.len() <= 120 { pieces(text) } else { Vec::new() };
    are_dated(&pieces) && pieces.iter().all(|piece| piece.starts_with(|first: char| first.is_ascii_digit()) || PERIOD_WORDS.has(piece))
}

/// The period in a corner, which may also hold a note: "(in thousands) | Years ended June 30".
pub(super) fn period_of_corner(corner: Span, text: &str) -> Option<Span> {
    let words = corner.of(text);
    if is_period(words) {
        return Some(corner);
    }
    let mut found = None;
    let mut at = corner.start;
    for part in words.split_inclusive(['(', ')', '\n', '|', ';']).flat_map(|part| part.split_inclusive(", ")) {
        let end = at + part.len();
        let bare = part.trim_matches(|sign: char| !sign.is_alphanumeric());
        if is_period(bare) && pieces(bare).len() > 1 {
            if found.is_some() {
                return None;
            }
            let from = at + part.find(bare).unwrap_or(0);
            found = Some(Span::new(from, from + bare.len()));
        }
        at = end;
    }
    found
}

/// Whether the words say nothing that tells a column from others but its period.
pub(super) fn says_nothing_else(text: &str) -> bool {
    pieces(text).iter().all(|piece| piece.starts_with(|first: char| first.is_ascii_digit()) || piece.len() < 2 || PERIOD_WORDS.has(piece))
}

/// What the words of a head say beside its period: "FY24 Results" says "Results", "% Change" nothing.
pub(super) fn name(text: &str) -> Option<String> {
    let changes = kind(text) != ColumnKind::Level;
    // "W", "D", "L" of a league.
    if let [letter] = text.trim().as_bytes() {
        return (letter.is_ascii_uppercase() && !matches!(letter, b'A' | b'E' | b'F')).then(|| text.trim().to_string());
    }
    // Votes, not the start of a period.
    if text.trim().eq_ignore_ascii_case("for") {
        return Some(text.trim().to_string());
    }
    if says_nothing_else(text)
        || changes && pieces(text).iter().all(|piece| is_numbered(piece) || CHANGE_WORDS.has(piece) || PERIOD_WORDS.has(piece))
    {
        return None;
    }
    // "Shares that may yet be purchased" names no month.
    let own = pieces(text);
    let is_verb = |piece: &String| piece == "may" && own.len() > 2 && !own.iter().any(|piece| is_numbered(piece));
    if changes || !(has_year(text) || own.iter().any(|piece| is_month(piece) && !is_verb(piece))) {
        return Some(text.trim().to_string());
    }
    let spaced = plain(text);
    let says = |word: &&str| !says_nothing_else(word) && kind(word) == ColumnKind::Level;
    let words: Vec<&str> = spaced.split(' ').filter(says).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Whether a piece begins with a digit.
fn is_numbered(piece: &str) -> bool {
    piece.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether the text starts with this word, in any case.
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)) && !text[word.len()..].starts_with(char::is_alphanumeric)
}

/// What kind of figures the words of a head announce.
pub(super) fn kind(text: &str) -> ColumnKind {
    static CHANGES: WordList = WordList::new(picked!(difference, KIND, "dec)"));
    static OTHER: WordList =
        WordList::new(words!("constant|organic|cer|cc|lfl|comp|comparable|underlying|neutral|normalised|normalized|local|like|same"));
    static NOTES: WordList = WordList::new(words!("note|notes|ref|page|footnote"));
    static POINTS: WordList = WordList::new(words!("pp|bps|bp|points|ppt|pts"));
    if text.len() > 120 {
        return ColumnKind::Level;
    }
    let words = pieces(text);
    let has = |list: &WordList| words.iter().any(|word| list.has(word));
    if words.len() == 1 && has(&NOTES) {
        return ColumnKind::Note;
    }
    let lower = text.to_lowercase();
    // Numbers on the cover of a filing are names.
    if ["identification no", "file number", "identification number"].iter().any(|name| lower.contains(name)) {
        return ColumnKind::Note;
    }
    let among = |word: &str| lower.split(|sign: char| !sign.is_alphanumeric()).any(|own| own == word);
    let slashed = ["yoy", "qoq"].into_iter().any(among)
        || ["y/y", "fy/fy", "q/q", "y-o-y", "q-o-q", "m/m", "year-on-year", "year-over-year"].iter().any(|form| lower.contains(form));
    if has(&CHANGES) || slashed {
        return match () {
            () if has(&POINTS) => ColumnKind::Points,
            () if has(&OTHER) => ColumnKind::OtherChange,
            () => ColumnKind::Change,
        };
    }
    if words.iter().any(|word| word == "organic") {
        return ColumnKind::OtherChange;
    }
    if has(&POINTS) {
        return ColumnKind::Points;
    }
    let of_whole = ["% of", "percent of", "as a %", "as %", "share of", "percentage of"].iter().any(|form| lower.contains(form));
    if of_whole || text.trim() == "%" || words.iter().any(|word| matches!(word.as_str(), "mix" | "weight")) {
        return ColumnKind::Share;
    }
    ColumnKind::Level
}

/// Whether the words mark figures that are still to come.
pub(super) fn is_forecast(text: &str) -> bool {
    static FORECASTS: WordList = WordList::new(words!(
        "forecast|forecasts|guidance|outlook|estimate|estimated|estimates|projected|projection|budget|target|expected"
    ));
    let words = pieces(text);
    let estimate = words.windows(2).any(|pair| pair[0].len() >= 2 && pair[0].bytes().all(|byte| byte.is_ascii_digit()) && pair[1] == "e");
    estimate || words.iter().any(|word| FORECASTS.has(word))
}

/// The dates that the words of a head name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct HeadDates {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// How long it is.
    pub grain: Grain,
    /// On a fiscal calendar.
    pub fiscal: bool,
}

/// Texts that may name a period, read all at once.
#[derive(Default)]
pub(super) struct Texts {
    /// The article's own date.
    pub today: Option<Date>,
    texts: Vec<String>,
    numbers: FxHashMap<String, usize>,
}

impl Texts {
    /// None yet, of an article of this date.
    pub(super) fn new(today: Option<Date>) -> Self {
        Texts { today, ..Texts::default() }
    }

    /// The number of a text.
    pub(super) fn add(&mut self, text: &str) -> usize {
        let text = plain(text);
        if let Some(&number) = self.numbers.get(&text) {
            return number;
        }
        self.texts.push(text.clone());
        self.numbers.insert(text, self.texts.len() - 1);
        self.texts.len() - 1
    }

    /// The dates of every text; `None` where it names none, or several.
    pub(super) fn read(&self, document: &Document) -> Vec<Option<HeadDates>> {
        let mut joined = String::new();
        let mut ends = Vec::with_capacity(self.texts.len());
        for text in &self.texts {
            joined.push_str(&with_days(text, &document.context));
            joined.push_str(".\n\n");
            ends.push(joined.len());
        }
        let tokens = tokens(&joined);
        let sentences = sentences(&joined, &tokens, &[]);
        let context = Context { dateline: None, ..document.context.clone() };
        let stylebook = document.stylebook.clone();
        let heads = Document { text: &joined, tokens, sentences, grids: Vec::new(), context, stylebook };
        let expressions = period::expressions(&heads);
        let mut out = vec![None; self.texts.len()];
        let mut several = vec![false; self.texts.len()];
        for period in period::periods(&heads, &expressions) {
            let number = ends.partition_point(|&end| end <= period.span.start);
            let Some((from, to)) = period.from.zip(period.to).filter(|_| number < out.len()) else {
                several[number.min(out.len() - 1)] = true;
                continue;
            };
            let dates = weekly(HeadDates { from, to, grain: period.grain, fiscal: period.fiscal });
            several[number] |= out[number].is_some_and(|other: HeadDates| (other.from, other.to) != (dates.from, dates.to));
            out[number] = Some(dates);
        }
        let whole = |text: &str, dates: &HeadDates| {
            let mut years = pieces(text).into_iter().filter(|piece| is_year(piece)).filter_map(|year| year.parse::<i16>().ok());
            years.all(|year| (dates.from.year()..=dates.to.year()).contains(&year) || dates.fiscal)
        };
        let read = out.into_iter().zip(several).zip(&self.texts);
        // "12 weeks" alone says only how long.
        // "Three Months Ended 2022" has lost its month.
        let is_whole = |text: &str| {
            let pieces = pieces(text);
            let counted = pieces.iter().any(|piece| matches!(piece.as_str(), "months" | "weeks"));
            // "ended December 31" does not say what ended.
            if pieces.first().is_some_and(|first| matches!(first.as_str(), "ended" | "ending")) {
                return false;
            }
            !counted
                || !pieces.iter().any(|piece| piece == "ended")
                || pieces.iter().any(|piece| is_month(piece) || piece.len() == 2 && is_numbered(piece))
        };
        let is_placed = |text: &str| {
            let placed =
                |piece: &String| is_year(piece) || is_month(piece) || matches!(piece.as_str(), "q" | "h" | "fy" | "quarter" | "half");
            pieces(text).iter().any(placed)
        };
        read.map(|((dates, several), text)| dates.filter(|dates| !several && whole(text, dates) && is_placed(text) && is_whole(text)))
            .collect()
    }
}

/// Days with slashes in full: "05/02/2025" is of the country's order, but where that lies ahead and the other one does not, of the other.
fn with_days<'a>(text: &'a str, context: &Context) -> Cow<'a, str> {
    if !text.contains('/') {
        return Cow::Borrowed(text);
    }
    let month_first = matches!(context.country, Some("US" | "CA" | "PH") | None);
    let day = |word: &str| {
        let parts: Vec<&str> = word.split('/').collect();
        let [first, second, year] = parts.as_slice() else { return None };
        let (first, second, year): (i8, i8, i16) =
            (first.parse().ok()?, second.parse().ok()?, year.parse().ok().filter(|year| *year >= 1900)?);
        let (by_month, by_day) = (Date::new(year, first, second).ok(), Date::new(year, second, first).ok());
        let (usual, other) = if month_first { (by_month, by_day) } else { (by_day, by_month) };
        let ahead = |date: &Date| context.reference_date.is_some_and(|today| *date > today);
        usual.filter(|date| !ahead(date)).or(other.filter(|date| !ahead(date))).or(usual).or(other)
    };
    Cow::Owned(text.split(' ').map(|word| day(word).map_or(word.to_string(), |date| date.to_string())).collect::<Vec<_>>().join(" "))
}

/// A head as its period is written in prose: "endedDecember", "10–12/2024", "2024E", "4Q24".
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for sign in text.chars() {
        let sign = match sign {
            '*' | '|' | '\n' | '(' | ')' | '[' | ']' | ':' => ' ',
            '\u{a0}' | '\\' => ' ',
            sign => sign,
        };
        if before.is_lowercase() && sign.is_uppercase() || before == ',' && sign.is_ascii_digit() {
            out.push(' ');
        }
        if !(before == ' ' && sign == ' ') {
            out.push(sign);
        }
        before = sign;
    }
    let mut words: Vec<String> = out.split(' ').filter(|word| !word.is_empty()).map(plain_word).filter(|word| !word.is_empty()).collect();
    drop_change(&mut words);
    // "Quarter Ended" without its number is as long as any.
    if let Some(at) = words.windows(2).position(|pair| pair[0].eq_ignore_ascii_case("quarter") && pair[1].eq_ignore_ascii_case("ended"))
        && (at == 0 || matches!(words[at - 1].to_ascii_lowercase().as_str(), "for" | "the"))
    {
        words.splice(at..=at, ["Three".to_string(), "Months".to_string()]);
    }
    // "Three Months December 31"
    let counted =
        |pair: &[String]| matches!(pair[0].to_ascii_lowercase().as_str(), "months" | "weeks") && is_month(pair[1].trim_end_matches('.'));
    if let Some(at) = words.windows(2).position(counted) {
        words.insert(at + 1, "Ended".into());
    }
    // "Three-month period ended"
    if let Some(at) = words.windows(2).position(|pair| pair[0].eq_ignore_ascii_case("period") && pair[1].eq_ignore_ascii_case("ended"))
        && at > 0
        && let Some((count, unit)) =
            words[at - 1].split_once('-').filter(|(_, unit)| matches!(unit.to_lowercase().as_str(), "month" | "week"))
    {
        let counted = [count.to_string(), format!("{unit}s")];
        words.splice(at - 1..=at, counted);
    }
    // "monthsended"
    words = words.into_iter().flat_map(unglued).collect();
    // "Dec 31, 23", "FY 24"
    for at in 1..words.len() {
        let short = words[at].trim_start_matches(['\'', '’']);
        let day = words[at - 1].ends_with(',') && words[at - 1].trim_end_matches(',').parse().is_ok_and(|day: u8| day <= 31);
        if (day || is_part(&words[at - 1])) && is_short_year(short) {
            words[at] = format!("20{short}");
        }
    }
    // "December 31, 2024 2024"
    let same = words.len() >= 2 && is_year(&words[words.len() - 1]) && words[words.len() - 2] == words[words.len() - 1];
    words.truncate(words.len() - usize::from(same));
    words.join(" ").trim_end_matches([',', '.', ':']).to_string()
}

/// Takes out "Inc/Dec" and "Inc. (Dec.)", in which no month stands.
fn drop_change(words: &mut Vec<String>) {
    let bare = |word: &String| word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_ascii_lowercase();
    let is_rise = |word: &str| matches!(word, "inc" | "incr" | "increase");
    words.retain(|word| {
        let bare = bare(word);
        !(bare.ends_with("dec") && bare[..bare.len() - 3].split(|sign: char| !sign.is_alphanumeric()).any(is_rise))
    });
    if let Some(at) = words.windows(2).position(|pair| is_rise(&bare(&pair[0])) && bare(&pair[1]) == "dec") {
        words.drain(at..at + 2);
    }
}

/// "monthsended" in two words.
fn unglued(word: String) -> Vec<String> {
    let units = ["months", "weeks", "quarter", "year"];
    match word.strip_suffix("ended").filter(|unit| units.iter().any(|own| unit.eq_ignore_ascii_case(own))) {
        Some(unit) => vec![unit.to_string(), "ended".into()],
        None => vec![word],
    }
}

/// Two digits that can be a year of this century.
fn is_short_year(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a year follows: "FY", "Q4", "H1".
fn is_part(word: &str) -> bool {
    matches!(word, "FY" | "CY" | "Q1" | "Q2" | "Q3" | "Q4" | "H1" | "H2" | "1Q" | "2Q" | "3Q" | "4Q" | "1H" | "2H")
}

/// A year in full: "24" is 2024.
fn full_year(year: &str) -> String {
    if is_short_year(year) { format!("20{year}") } else { year.to_string() }
}

fn plain_word(word: &str) -> String {
    let word = word.trim_end_matches(['†', '‡', '¹', '²', '³']);
    // "2024E", "FY24A"
    if let Some(year) = word.strip_suffix(['E', 'A', 'F', 'e']).filter(|year| year.ends_with(|last: char| last.is_ascii_digit())) {
        return year.to_string();
    }
    // "E" on its own
    if matches!(word, "E" | "A" | "F" | "unaudited" | "Unaudited" | "audited" | "Audited" | "(unaudited)") {
        return String::new();
    }
    if let Some(range) = months(word) {
        return range;
    }
    // "1996/7" is of two years, not of July.
    if let Some((year, next)) = word.split_once('/').filter(|(year, next)| is_year(year) && next.len() == 1)
        && year.parse::<u16>().is_ok_and(|year| next.parse() == Ok((year + 1) % 10))
    {
        return format!("{year}/{}", next_year(year).get(2..).unwrap_or(next));
    }
    // "4Q24"
    let bytes = word.as_bytes();
    if bytes.len() >= 4
        && matches!(bytes[0], b'1'..=b'4')
        && matches!(bytes[1], b'Q' | b'H')
        && bytes[2..].iter().all(|byte| byte.is_ascii_digit() || *byte == b'\'')
    {
        return format!("{}{} {}", char::from(bytes[1]), char::from(bytes[0]), full_year(word[2..].trim_start_matches('\'')));
    }
    if let Some((quarter, year)) = word.split_once('/').filter(|(quarter, year)| {
        matches!(quarter, &"Q1" | &"Q2" | &"Q3" | &"Q4" | &"H1" | &"H2") && year.bytes().all(|byte| byte.is_ascii_digit())
    }) {
        return format!("{quarter} {}", full_year(year));
    }
    // "Q4-24", "Q4'24", "Dec-24", "FY24"
    if let Some((part, year)) =
        word.rsplit_once(['-', '\'', '’']).filter(|(part, year)| is_short_year(year) && (is_part(part) || is_month(part)))
    {
        return format!("{part} 20{year}");
    }
    if let Some((part, year)) = word.split_at_checked(2).filter(|(part, year)| is_part(part) && (is_short_year(year) || is_year(year))) {
        return format!("{part} {}", full_year(year));
    }
    // "Year2024"
    if let Some((unit, year)) = word
        .len()
        .checked_sub(4)
        .and_then(|at| word.split_at_checked(at))
        .filter(|(unit, year)| is_year(year) && unit.len() >= 3 && unit.bytes().all(|byte| byte.is_ascii_alphabetic()))
    {
        return format!("{unit} {year}");
    }
    word.to_string()
}

/// The year after this one.
fn next_year(year: &str) -> String {
    year.parse::<u16>().map_or(String::new(), |year| (year + 1).to_string())
}

/// Whether a word is a month.
pub(super) fn is_month(word: &str) -> bool {
    static MONTHS: WordList = WordList::new(picked!(calendar, MONTH));
    MONTHS.has(word)
}

/// "10–12/2024", "10/2023–12/2024" in words.
fn months(word: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let (first, last) = word.split_once(['–', '-', '—'])?;
    let part = |part: &str| {
        let (month, year) = part.split_once('/').map_or((part, None), |(month, year)| (month, Some(year)));
        let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        if year.is_some_and(|year| !is_year(year)) {
            return None;
        }
        Some((*name, year.map(String::from)))
    };
    let ((first, first_year), (last, last_year)) = (part(first)?, part(last)?);
    let last_year = last_year?;
    Some(match first_year {
        Some(year) => format!("{first} {year} to {last} {last_year}"),
        None => format!("{first} to {last} {last_year}"),
    })
}

/// A period of whole months that ends on a weekend beside the month's end is one of whole weeks: 13 to a quarter.
fn weekly(dates: HeadDates) -> HeadDates {
    let months = |dates: &HeadDates| {
        let next = dates.to.tomorrow().ok()?;
        let months = (i32::from(next.year()) - i32::from(dates.from.year())) * 12 + i32::from(next.month()) - i32::from(dates.from.month());
        (next.day() == dates.from.day()).then_some(months)
    };
    let to = dates.to;
    let beside = to.day() <= 7 || to.day() + 7 >= to.last_of_month().day();
    let weekend = matches!(to.weekday(), Weekday::Friday | Weekday::Saturday | Weekday::Sunday);
    let is_month_end = to == to.last_of_month();
    let Some(quarters) = months(&dates).filter(|months| months % 3 == 0 && *months <= 12).map(|months| months / 3) else { return dates };
    if is_month_end || !beside || !weekend || quarters == 0 {
        return dates;
    }
    let days = i64::from(quarters) * 91 - 1;
    let from = to.checked_sub(jiff::Span::new().days(days));
    from.map_or(dates, |from| HeadDates { from, ..dates })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options};

    #[test]
    fn kinds_of_columns() {
        for (text, expected) in [
            ("% Change", ColumnKind::Change),
            ("YoY change", ColumnKind::Change),
            ("YoY", ColumnKind::Change),
            ("Change at constant currency", ColumnKind::OtherChange),
            ("Change normalised", ColumnKind::OtherChange),
            ("Percent change Constant", ColumnKind::OtherChange),
            ("Pct Move", ColumnKind::Change),
            ("Change (bps)", ColumnKind::Points),
            ("% of sales", ColumnKind::Share),
            ("Note", ColumnKind::Note),
            ("(Employer Identification No.)", ColumnKind::Note),
            ("Q4 2024", ColumnKind::Level),
            ("Three Months Ended December 31, 2024", ColumnKind::Level),
        ] {
            assert_eq!(kind(text), expected, "{text}");
        }
        for change in ["Inc/Dec", "Inc/(Dec)", "Increase/Dec.", "Inc. (Dec.)"] {
            assert!(!is_period(change) && !is_dated(change) && plain(change).is_empty(), "{change}: {}", plain(change));
        }
        assert_eq!(kind("Inc/(Dec)"), ColumnKind::Change);
        assert_eq!(plain("2024 Inc/Dec"), "2024");
        assert_eq!((plain("1996/7"), plain("2009/0"), plain("2024/7")), ("1996/97".into(), "2009/10".into(), "2024/7".into()));
        assert!(is_period("Three Months Ended December 31,") && !is_period("Sales in 2024") && is_dated("Sales in 2024"));
        for (text, expected) in [
            ("FY24 Results", Some("Results")),
            ("Guidance for the year ended September 30, 2025", Some("Guidance")),
            ("Sep. 30 2024(Retrospectively Adjusted)", Some("Retrospectively Adjusted")),
            ("Revenue Growth", Some("Revenue Growth")),
            ("% Change", None),
            ("YoY change", None),
            ("YoY", None),
            ("Three Months Ended December 31, 2024 (unaudited)", None),
            ("W", Some("W")),
            ("For", Some("For")),
            ("Shares That May Yet Be Bought Back", Some("Shares That May Yet Be Bought Back")),
            ("Sales May 2024", Some("Sales")),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn years_and_lengths_of_titles_and_corners() {
        for (corner, expected) in [
            ("Three months ended June 30 (in thousands)", Some("Three months ended June 30")),
            ("(Dollars in millions) Years ended March 31,", Some("Years ended March 31")),
            ("Quarter ended, in millions", Some("Quarter ended")),
            ("Assets (in thousands)", None),
        ] {
            let period = period_of_corner(Span::new(0, corner.len()), corner).map(|span| span.of(corner));
            assert_eq!(period, expected, "{corner}");
        }
        assert_eq!(closing_year("Births by region, 2008 (in percent)"), Some("2008"));
        for (title, expected) in [
            ("Table A.1: 1980 census of towns by age", Some("1980")),
            ("Table A-2. Schools and pupils, by county: 2011—Continued", Some("2011")),
            ("Table 3. Output of mines at constant 1985 prices", None),
            ("Table 3. Change in rents since 1990", None),
            ("Table 3. Rents in 1990 and 2008", None),
            ("Table 2. Pupils by grade", None),
            ("Table 2. Pupils by grade: Fall 1996", None),
            ("Table 2. Prices by town, April 2015", None),
        ] {
            assert_eq!(only_year(title), expected, "{title}");
        }
        assert!(closing_year("Tables 1990 and 2008").is_none() && closing_year("2008").is_none());
        assert_eq!(without_base("Prices as of May 2015 (2006=100)"), "Prices as of May 2015  ");
        assert_eq!(duration("For the Six Months Ended September 30,"), Some("For the Six Months Ended"));
        assert!(duration("September 30,").is_none() && duration("Ended June 30").is_none());
        for (text, expected) in [
            ("Change % Q4/24--Q3/24", Some(("Q4/24", "Q3/24"))),
            ("Q2 2025 vs. Q1 2025", Some(("Q2 2025", "Q1 2025"))),
            ("% change 2025 vs 2024", Some(("2025", "2024"))),
            ("Change vs prior year", None),
            ("Plan vs. actual", None),
            ("2023--2024 season", None),
        ] {
            assert_eq!(compared(text), expected, "{text}");
        }
        assert!(is_forecast("FY2024 E") && is_forecast("2025E") && !is_forecast("2024"));
    }

    #[test]
    fn periods_of_heads() {
        let article = Article::from_text("Sales rose.");
        let document = Document::new(&article, &Options::default());
        let cases = [
            ("Three Months Ended December 31, 2024", "2024-10-01", "2024-12-31"),
            ("Three months endedDecember 31 2024", "2024-10-01", "2024-12-31"),
            ("For the three months ended Dec. 31 2024", "2024-10-01", "2024-12-31"),
            ("Year Ended December 31, 2023 (unaudited)", "2023-01-01", "2023-12-31"),
            ("As of December 31, 2024", "2024-12-31", "2024-12-31"),
            ("Fourth Quarter Ended December 31, 2024", "2024-10-01", "2024-12-31"),
            ("Six Months Ended Jul 27, 2025", "2025-01-27", "2025-07-27"),
            ("Three Months Ended Jul 28, 2024", "2024-04-29", "2024-07-28"),
            ("Q4 2024", "2024-10-01", "2024-12-31"),
            ("4Q24", "2024-10-01", "2024-12-31"),
            ("FY 2024", "2024-01-01", "2024-12-31"),
            ("10–12/2024", "2024-10-01", "2024-12-31"),
            ("10/2023–12/2024", "2023-10-01", "2024-12-31"),
            ("Dec 31, 23", "2023-12-31", "2023-12-31"),
            ("Dec-24", "2024-12-01", "2024-12-31"),
            ("Q4'24", "2024-10-01", "2024-12-31"),
            ("2025E", "2025-01-01", "2025-12-31"),
            ("2024", "2024-01-01", "2024-12-31"),
            ("Three-month period ended June 30, 2024", "2024-04-01", "2024-06-30"),
            ("Six Months June 30, 2024", "2024-01-01", "2024-06-30"),
            ("Quarter Ended December 31, 2024", "2024-10-01", "2024-12-31"),
            ("Q42024", "2024-10-01", "2024-12-31"),
            ("Three monthsended December 31, 2024", "2024-10-01", "2024-12-31"),
            ("05/02/2025", "2025-05-02", "2025-05-02"),
            ("Quarter ended Dec 31: 2024", "2024-10-01", "2024-12-31"),
        ];
        let mut texts = Texts::default();
        let numbers: Vec<usize> = cases.iter().map(|(text, ..)| texts.add(text)).collect();
        let read = texts.read(&document);
        for ((text, from, to), number) in cases.iter().zip(numbers) {
            let dates = read[number].map(|dates| (dates.from.to_string(), dates.to.to_string()));
            assert_eq!(dates, Some((from.to_string(), to.to_string())), "{text}");
        }
        let mut texts = Texts::default();
        let silent = ["ended December 31, 2024", "Three Months Ended 2024", "12 weeks"];
        let numbers: Vec<usize> = silent.iter().map(|text| texts.add(text)).collect();
        let read = texts.read(&document);
        assert!(numbers.iter().all(|&number| read[number].is_none()), "{read:?}");
    }
}
