//! Blanks and line ends that only lay a text out: doubled blanks, lines cut to a width, words cut at their ends.
//!
//! A text is taken for one that was cut to a width where most lines could not have held the first word of the next one, and most of
//! these ends stand inside a sentence. Elsewhere a line end stays, unless the words on both sides cannot be parted.

use crate::lexicon;
use crate::words::{Classes, WordList};

use super::scan::has_twice;
use super::{Grid, Span};

/// The widest column that text is cut to, and the narrowest, in characters.
const WIDEST: usize = 120;
const NARROWEST: usize = 20;
/// Characters of a line that is no item of a list.
const LONG: usize = 50;
/// A shorter line of prose has more words.
const WORDS: usize = 2;
/// The most words of a row that ends with its figure.
const LONGEST_ROW: usize = 3;

/// Words behind which nothing ends.
static LEADING_ON: WordList = WordList::new(words!("of|the|a|an|to|and|or|in|for|with|by|at|from|on|than|its|their"));

/// A line of the text without blanks around it.
#[derive(Clone, Copy)]
struct LaidLine {
    span: Span,
    /// Blanks before it.
    indent: usize,
    /// Characters up to its end.
    width: usize,
    /// Whether it is a row of a table.
    in_grid: bool,
}

/// What to put in the place of which stretches, in order. Nothing changes inside `grids`.
pub(super) fn edits(text: &str, grids: &[Grid]) -> Vec<(Span, &'static str)> {
    let mut edits = Vec::new();
    let doubled = has_twice(text, b' ');
    if !doubled && !text.contains('\n') {
        return edits;
    }
    let lines = lines(text, grids);
    let width = column(text, &lines);
    let mut goes_on = false;
    for (i, line) in lines.iter().enumerate() {
        if doubled && !line.in_grid {
            blanks(text, line.span, &mut edits);
        }
        let edit = lines.get(i + 1).and_then(|next| line_end(text, line, next, width, goes_on));
        goes_on = edit.is_some();
        edits.extend(edit);
    }
    edits
}

fn lines(text: &str, grids: &[Grid]) -> Vec<LaidLine> {
    let mut lines = Vec::new();
    let (mut start, mut grid) = (0, 0);
    for line in text.split('\n') {
        let end = start + line.len();
        while grids.get(grid).is_some_and(|grid| grid.span.end <= start) {
            grid += 1;
        }
        let in_grid = grids.get(grid).is_some_and(|grid| grid.span.start <= end);
        let content = line.trim_ascii_start();
        let indent = line.len() - content.len();
        let content = content.trim_ascii_end();
        let span = Span::new(start + indent, start + indent + content.len());
        lines.push(LaidLine { span, indent, width: indent + characters(content), in_grid });
        start = end + 1;
    }
    lines
}

fn characters(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

/// Runs of blanks become one.
fn blanks(text: &str, line: Span, edits: &mut Vec<(Span, &'static str)>) {
    let bytes = line.of(text).as_bytes();
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(2).position(|pair| pair == b"  ") {
        let start = at + found;
        let length = bytes[start..].iter().take_while(|&&byte| byte == b' ').count();
        at = start + length;
        edits.push((Span::new(line.start + start, line.start + at), " "));
    }
}

/// Whether `next` may go on with what `line` says.
fn may_go_on(text: &str, line: &LaidLine, next: &LaidLine) -> bool {
    let is_prose = |line: &LaidLine| !line.in_grid && line.span.start < line.span.end;
    is_prose(line) && is_prose(next) && !starts_item(text, line, next) && (next.indent < line.indent + 2 || is_bulleted(line.span.of(text)))
}

fn is_bulleted(line: &str) -> bool {
    // "**bold**" marks words, not an item.
    line.strip_prefix("**").is_none_or(|rest| rest.starts_with([' ', '*']))
        && line.starts_with(['•', '·', '●', '▪', '◦', '►', '▶', '■', '*', '+', '>', '#', '|', '-', '–', '—'])
}

/// Whether the line is an item of a list. A dash may also go on with a sentence, and a number end one.
fn starts_item(text: &str, line: &LaidLine, next: &LaidLine) -> bool {
    let (above, content) = (line.span.of(text), next.span.of(text));
    if let Some(rest) = content.strip_prefix(['-', '–', '—', '+']) {
        // "-7,149" and "+1%" are numbers, also behind a bracket that is open: "(February:".
        let is_signed = rest.starts_with(|first: char| first.is_ascii_digit());
        let in_brackets = is_signed && above.rfind('(') > above.rfind(')');
        let rest = rest.trim_start_matches('-');
        let goes_on = rest.trim_start().starts_with(char::is_lowercase) || is_range(above, rest) || is_dateline(above);
        let may_go_on = is_signed || goes_on && !content.starts_with('+');
        return !may_go_on || !in_brackets && (ends_sentence(above) || is_bulleted(above));
    }
    // "by the end of May" and "15. It said"
    let ends_with_day = |number: &str| number.starts_with('.') && leads_on(above) && !starts_number(above);
    let number = content.trim_start_matches(|sign: char| sign.is_ascii_digit());
    is_bulleted(content)
        || number.len() < content.len()
            && number.len() + 3 > content.len()
            && number.starts_with([')', '.'])
            && number[1..].starts_with([' ', '\t'])
            && !ends_with_day(number)
}

/// "at 0.75%" and "– 1.75%": from one figure to another.
fn is_range(above: &str, rest: &str) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit();
    above.trim_end_matches('%').ends_with(is_digit) && rest.trim_start_matches([' ', '$', '€', '£']).starts_with(is_digit)
}

/// Whether the line's last word is one behind which nothing ends, or a month that may have its day on the next.
fn leads_on(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    LEADING_ON.has(last) || lexicon::lexicon().entry(last.trim_end_matches('.')).classes.any(Classes::MONTH)
}

/// "ZURICH, March 14 (Alpen Wire)", "Cork, Ireland, May 3, 2025 (CORK NEWSWIRE)": a dash behind it opens the article.
fn is_dateline(line: &str) -> bool {
    let city = line.split([',', ' ']).next().unwrap_or_default();
    let shouted = city.len() > 2 && city.bytes().all(|byte| byte.is_ascii_uppercase());
    let by_wire = line.strip_suffix(')').and_then(|line| line.rsplit_once('(')).is_some_and(|(place, wire)| {
        place.contains(',') && place.trim_end().ends_with(|sign: char| sign.is_ascii_digit()) && !wire.contains(char::is_lowercase)
    });
    by_wire || shouted && line.ends_with(|sign: char| sign == ')' || sign.is_ascii_digit())
}

/// A line without the marks of bold type at its start.
fn unmarked(line: &str) -> &str {
    line.strip_prefix("**").map_or(line, |rest| rest.trim_start_matches('_'))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*', '_']).ends_with(['.', '!', '?', '…', ':', ';'])
}

/// Whether the line could not have held the first word of the next one.
fn is_full(text: &str, line: &LaidLine, next: &LaidLine, width: usize) -> bool {
    let word = next.span.of(text).split_ascii_whitespace().next().unwrap_or_default();
    // An address may be longer than the column.
    let held = line.width <= width || !line.span.of(text).contains(' ');
    held && line.width + 1 + characters(word) > width
}

/// The width of the column that the text was cut to, in characters; 0 where it was not.
fn column(text: &str, lines: &[LaidLine]) -> usize {
    let pairs = || lines.windows(2).filter(|pair| may_go_on(text, &pair[0], &pair[1]));
    let (mut narrow, mut wide, mut width) = (0usize, 0usize, 0);
    for pair in pairs() {
        if pair[0].width <= WIDEST {
            narrow += 1;
            if pair[0].span.of(text).contains(' ') {
                width = width.max(pair[0].width);
            }
        } else {
            wide += 1;
        }
    }
    if width < NARROWEST || wide > narrow {
        return 0;
    }
    // Ends that stand inside a sentence, for sure or in all likelihood.
    let (mut full, mut sure, mut likely) = (0, 0, 0);
    for pair in pairs().filter(|pair| is_full(text, &pair[0], &pair[1], width)) {
        let (above, below) = (pair[0].span.of(text), unmarked(pair[1].span.of(text)));
        full += 1;
        if let Some(first) = below.chars().next().filter(|_| !ends_sentence(above)) {
            let is_sure = first.is_lowercase() || above.rsplit(' ').next().is_some_and(|last| LEADING_ON.has(last));
            sure += usize::from(is_sure);
            likely += usize::from(is_sure || first.is_ascii_digit() || matches!(first, '$' | '£' | '€' | '₹' | '¥' | '(' | '“' | '"'));
        }
    }
    let is_cut = match full {
        0 => false,
        1 | 2 => full == narrow && sure == full,
        _ => sure > 0 && (full == narrow || full * 2 >= narrow && likely * 5 >= full * 2),
    };
    if is_cut { width } else { 0 }
}

/// The stretch between two lines and what it is read as, where the line end only lays out. `is_inside`: the line goes on with another.
fn line_end(text: &str, line: &LaidLine, next: &LaidLine, width: usize, is_inside: bool) -> Option<(Span, &'static str)> {
    if !may_go_on(text, line, next) {
        return None;
    }
    let (above, below) = (line.span.of(text), next.span.of(text));
    let between = Span::new(line.span.end, next.span.start);
    let is_cut = width > 0 && is_full(text, line, next, width);
    if let Some(before) = above.strip_suffix('-')
        && before.ends_with(char::is_alphanumeric)
        && below.starts_with(|first: char| if is_cut { first.is_alphanumeric() } else { first.is_lowercase() })
    {
        return Some(hyphen(before, below, between));
    }
    (is_cut || goes_on(above, below, line.width, is_inside)).then_some((between, " "))
}

/// A line that ends with a hyphen: of a word that is cut, of a compound, or one that stands for a part ("two- and three-year").
fn hyphen(before: &str, below: &str, between: Span) -> (Span, &'static str) {
    let tail = &below[..below.find(|sign: char| !sign.is_alphabetic()).unwrap_or(below.len())];
    if ["and", "or", "to"].contains(&tail) {
        return (between, " ");
    }
    let head = before.rsplit(|sign: char| !sign.is_alphabetic()).next().unwrap_or_default();
    let is_word = !head.is_empty() && lexicon::lexicon().entry(&format!("{head}{tail}")).number > 0;
    if is_word { (Span::new(between.start - 1, between.end), "") } else { (between, "") }
}

/// Whether the words on both sides of a line end belong together wherever it stands.
fn goes_on(above: &str, below: &str, width: usize, is_inside: bool) -> bool {
    let below = unmarked(below);
    // "84 mln dlrs at the end of" and "1986"
    if width >= LONG && above.rsplit(' ').next().is_some_and(|last| LEADING_ON.has(last)) {
        return true;
    }
    if cuts_number(above, below) || leads_to_figure(above, below) || cuts_range(above, below) {
        return true;
    }
    if !below.starts_with(|first: char| first.is_lowercase()) || ends_sentence(above) {
        return false;
    }
    if width >= LONG {
        return true;
    }
    let words = |line: &str| line.split_ascii_whitespace().count();
    let is_sentence = below.ends_with('.') && words(below) > 2 * WORDS;
    if first_is_label(below) || !is_inside && words(above) <= WORDS && !is_sentence {
        return false;
    }
    // "It sold 5,000" and "cars in May"; not rows such as "net sales 5,000" and "gross profit 3,000"
    let ends_with_number = |line: &str| line.trim_end_matches('%').ends_with(|last: char| last.is_ascii_digit());
    let are_rows = || !is_inside && ends_with_number(below) && words(above).max(words(below)) <= LONGEST_ROW;
    ends_with_number(above) && !are_rows() || below.ends_with('.')
}

/// "Acme sees its earnings per share" and "$1.90 to $2.05.": a sentence that ends with its figures.
fn leads_to_figure(above: &str, below: &str) -> bool {
    const FEWEST: usize = 4;
    let is_figure = below.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '$' | '€' | '£'));
    is_figure
        && below.ends_with('.')
        && above.ends_with(|last: char| last.is_lowercase())
        && above.split_ascii_whitespace().count() >= FEWEST
        && !starts_number(below)
}

/// "it sees earnings of $7.32 -" and "$7.47 a share": the ends of a range in a sentence, not the empty cell of a row.
fn cuts_range(above: &str, below: &str) -> bool {
    let low = above.strip_suffix(['-', '–', '—']).map(str::trim_end);
    let is_sentence = |line: &str| line.split_ascii_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() > 1;
    low.is_some_and(|low| is_range(low, below) && is_sentence(low)) && !starts_number(below)
}

/// "3. Costs": an item of a list.
fn starts_number(line: &str) -> bool {
    let behind = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    behind.strip_prefix([')', '.']).is_some_and(|rest| !rest.starts_with(|next: char| next.is_ascii_digit()))
}

/// "EUR 217" and "300 000 of bids": the groups of one amount.
fn cuts_number(above: &str, below: &str) -> bool {
    let is_group = |word: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut words = above.rsplit(' ').skip_while(|word| is_group(word, 3..=3));
    let groups = above.rsplit(' ').take_while(|word| is_group(word, 3..=3)).count();
    let first = words.next().unwrap_or_default();
    let (first, before) = if is_group(first, 1..=2) { (first, words.next()) } else { ("", Some(first)) };
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let of_money = before.is_some_and(|word| is_code(word) || word.ends_with(['€', '$', '£']));
    let next = below.split([' ', ',', '.', ';', ')']).next().unwrap_or_default();
    of_money && (groups > 0 || !first.is_empty()) && is_group(next, 3..=3)
}

/// "customers: 6"
fn first_is_label(line: &str) -> bool {
    line.split_ascii_whitespace().take(3).any(|word| word.ends_with(':'))
}

#[cfg(test)]
mod tests {
    use super::super::plain::Plain;

    fn plain(text: &str) -> String {
        Plain::new(text, &[]).text.into_owned()
    }

    #[test]
    fn lines_cut_to_a_width_go_on() {
        for (text, expected) in [
            (
                "Profit up\n\nAcme Corp sold 6 shops in the\nfirst quarter, and its revenue\nrose to $5 million. Costs of\nsales fell.",
                "Profit up\n\nAcme Corp sold 6 shops in the first quarter, and its revenue rose to $5 million. Costs of sales fell.",
            ),
            ("Its revenue rose in the three-\nmonth period to $5 mil-\nlion.", "Its revenue rose in the three-month period to $5 million."),
            ("It has two-\nand three-year notes.", "It has two- and three-year notes."),
            (
                "Acme has 6  shops. It sold 5,000\ncars and 100,000 square\nfeet.",
                "Acme has 6 shops. It sold 5,000 cars and 100,000 square feet.",
            ),
            (
                "The maker of boats said that in the\nquarter its net result had been SEK\n-7,149 thousand, as the costs of all\nof its yards had risen by a third.",
                "The maker of boats said that in the quarter its net result had been SEK -7,149 thousand, as the costs of all of its yards had risen by a third.",
            ),
            (
                "Acme sees its sales rise in 2021 by\nmore than its rivals do, or by 3.5%\n- 6.5% of the sum of all yards, as\nit said.",
                "Acme sees its sales rise in 2021 by more than its rivals do, or by 3.5% - 6.5% of the sum of all yards, as it said.",
            ),
            (
                "Acme sees earnings of $7.32 -\n$7.47 a share.\n\nIts fees are 5 –\n7 percent of all that buyers pay.",
                "Acme sees earnings of $7.32 - $7.47 a share.\n\nIts fees are 5 – 7 percent of all that buyers pay.",
            ),
            ("Other income 12 -\n7 Costs of sales", "Other income 12 -\n7 Costs of sales"),
            (
                "Prices rose by 0.2% in March (February:\n-0.4%), as the maker of boats said on\nMonday of its sales in all the markets\nthat it had.",
                "Prices rose by 0.2% in March (February: -0.4%), as the maker of boats said on Monday of its sales in all the markets that it had.",
            ),
            (
                "Its sales rose up to the end of Dec.\n31. It sold 6 shops, and is to sell\ntwo or three in the next one, or it\nwill do.",
                "Its sales rose up to the end of Dec. 31. It sold 6 shops, and is to sell two or three in the next one, or it will do.",
            ),
            (
                "Cork, May 3, 2025 (CORK NEWSWIRE)\n-- Acme has sold the last shops\nthat it had in the old port and\nwill go on without them all.",
                "Cork, May 3, 2025 (CORK NEWSWIRE) -- Acme has sold the last shops that it had in the old port and will go on without them all.",
            ),
            (
                "At the bank its rate on deposits was\n–0.75%, and growth of all lending is\nat +1% now, or a bit more than in May\nas it said.",
                "At the bank its rate on deposits was –0.75%, and growth of all lending is at +1% now, or a bit more than in May as it said.",
            ),
            (
                "Its sales rose from March to May\n15. It sold 6 shops, and is to sell\ntwo or three in the next one, or it\nwill do.",
                "Its sales rose from March to May 15. It sold 6 shops, and is to sell two or three in the next one, or it will do.",
            ),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn lines_go_on_with_figures_names_and_marks() {
        for (text, expected) in [
            (
                "A yard in the old port was sold for\n$350,000, down from its price last\nFriday.\n\nYards are now quoted at $331,000, and\n$350,000 is asked. The record is\n$550,000, set in May.",
                "A yard in the old port was sold for $350,000, down from its price last Friday.\n\nYards are now quoted at $331,000, and $350,000 is asked. The record is $550,000, set in May.",
            ),
            (
                "The yard in the old port is of Hill\nResearch Corp, which had it from the\nNavy in 1998, when it had it no more\nto itself.",
                "The yard in the old port is of Hill Research Corp, which had it from the Navy in 1998, when it had it no more to itself.",
            ),
            ("acme sees 2021 earnings per share\n$1.90 to $2.05.", "acme sees 2021 earnings per share $1.90 to $2.05."),
            (
                "Nearly one in four of all\nthe shops that it runs by\nnow are listed at\nwww.a.example/of-its-shops\nand in all of its papers.",
                "Nearly one in four of all the shops that it runs by now are listed at www.a.example/of-its-shops and in all of its papers.",
            ),
            (
                "Total of all bids: EUR 217\n300 000\nTotal of others: EUR 6 100\n000",
                "Total of all bids: EUR 217 300 000\nTotal of others: EUR 6 100 000",
            ),
            (
                "**_Acme said that it sold 6 shops in the_**\n**_first quarter, and that its revenue_**\n**_rose by 5% in all._**",
                "**_Acme said that it sold 6 shops in the_** **_first quarter, and that its revenue_** **_rose by 5% in all._**",
            ),
            (
                "    Acme sold 6 shops in its first\nquarter, and it is to sell two or\nthree in the next one.\n    Its rival did not.",
                "    Acme sold 6 shops in its first quarter, and it is to sell two or three in the next one.\n    Its rival did not.",
            ),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    #[test]
    fn other_lines_stay() {
        for text in [
            "Profit up\nBy Ann Smith\nAcme sold 6 shops in its first quarter, and its revenue rose to $5 million, it said on Monday. Costs fell.",
            "- Sales rose 5%\n- Costs fell 3%\n- Net profit rose 2%",
            "net sales 5,000\ngross profit 3,000",
            "shops open: 6\nshops closed: 3",
            "Sales of the year in millions\n3. Costs and the rest.",
            "Sales of the year in millions\n$5.2\n$4.8.",
            "Bids in EUR: 217\n300 000 shares",
            "Dues in EUR 1999\n300 members",
            "Sales | 5  | 4\nCosts |  3 | 2",
            "Sales fell 3.5% in the year\n- 6.5% in Norway\n- 4.5% in Peru",
            "Sales by market in 2021:\n+5% in Norway\n+3% in Peru",
            "Changes of sales in the markets:\n-5% in Norway\n-3% in Peru",
            "1. Sold in May\n2. Sold in June\n3. Not sold",
            "1. Acme sold 6 shops in its first\n2. Its rival did not sell any at\n3. Costs",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
