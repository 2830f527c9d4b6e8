//! From characters with their places to lines, and from lines to paragraphs and table rows.

/// Marks that start an item of a list.
const BULLETS: &[char] = &['•', '●', '▪', '■', '◦', '–', '·', '►', '➢', '\u{f0b7}'];
/// Parts of words that keep their hyphen when a line ends after it.
const PREFIXES: &[&str] = &[
    "self", "non", "co", "short", "long", "year", "month", "quarter", "week", "high", "low", "well", "full", "half", "mid", "first",
    "second", "third", "fourth", "constant", "double", "single", "same", "like", "cross", "multi", "all", "ex", "vice", "pre", "post",
    "so", "one", "two", "three", "four", "five", "six", "nine", "twelve", "tax", "market", "record", "new", "ever", "best",
];
/// The least gap between columns, in sizes of the type: a blank is about a quarter, stretched in justified text under one.
const COLUMN_GAP: f64 = 1.1;
/// Between the cells of a row.
const CELL: &str = " | ";

/// A line of a page.
#[derive(Debug, Default)]
pub struct Line {
    text: String,
    /// Place of its baseline from the top of the page, in points.
    y: f64,
    /// Where it ends, in points from the left.
    end: f64,
    /// Size of its first character, in points.
    size: f64,
    /// Whether a wide gap cuts it into cells.
    is_row: bool,
}

/// A page under construction.
#[derive(Debug, Default)]
pub struct Page {
    lines: Vec<Line>,
}

impl Page {
    /// Adds characters that stand at `x`, `y` from the top left and are `width` wide.
    pub fn add(&mut self, x: f64, y: f64, width: f64, size: f64, text: &str) {
        let blank = text.trim().is_empty();
        let Some(line) =
            self.lines.last_mut().filter(|line| (line.y - y).abs() < line.size.max(size) * 0.5 && x > line.end - line.size * 1.5)
        else {
            if !blank {
                self.lines.push(Line { text: plain(text), y, end: x + width, size, is_row: false });
            }
            return;
        };
        // A small raised digit marks a footnote; as a digit of the figure before it, it would change that.
        let raised = size < line.size * 0.8 && line.y - y > line.size * 0.15;
        if raised && text.chars().all(|character| character.is_ascii_digit() || matches!(character, '*' | '(' | ')' | ',')) {
            return;
        }
        let gap = x - line.end;
        if gap > line.size * COLUMN_GAP && !blank {
            line.text.truncate(line.text.trim_end().len());
            // A currency sign in a column of its own goes to its figure.
            if !line.text.ends_with(['$', '£', '€']) {
                line.text.push_str(CELL);
                line.is_row = true;
            }
        } else if (gap > line.size * 0.12 || blank) && !line.text.ends_with(' ') {
            line.text.push(' ');
        }
        if !blank {
            line.text.push_str(&plain(text));
            line.end = x + width;
        }
    }
}

/// Ligatures are letters, and other white space is a blank.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            character if character.is_control() => {}
            character => out.push(character),
        }
    }
    out
}

/// The text of the pages: an empty line between paragraphs, wrapped lines joined, rows of tables on lines of their own.
pub fn text(mut pages: Vec<Page>) -> String {
    for page in &mut pages {
        page.lines.retain(|line| !line.text.trim().is_empty());
        while page.lines.first().is_some_and(|line| is_page_number(&line.text)) {
            page.lines.remove(0);
        }
        while page.lines.last().is_some_and(|line| is_page_number(&line.text)) {
            page.lines.pop();
        }
    }
    let repeated = repeated_lines(&pages);
    let mut out = String::new();
    let mut before: Option<&Line> = None;
    for page in &pages {
        let (width, leading) = (page.lines.iter().map(|line| line.end).fold(0., f64::max), leading(&page.lines));
        let mut first = true;
        for line in &page.lines {
            if repeated.contains(&shape(&line.text)) {
                continue;
            }
            let text = line.text.trim();
            match before {
                Some(above) if first && continues_page(above, line) || !first && wraps(above, line, width, leading) => join(&mut out, text),
                Some(above) => {
                    let tight = (above.is_row && line.is_row || starts_item(text) && starts_item(above.text.trim())) && !first;
                    out.push_str(if tight { "\n" } else { "\n\n" });
                    out.push_str(text);
                }
                None => out.push_str(text),
            }
            (before, first) = (Some(line), false);
        }
    }
    out
}

/// "3", "- 3 -", "Page 3 of 5".
fn is_page_number(text: &str) -> bool {
    let mut words = text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    words.clone().count() <= 4
        && words.clone().any(number)
        && words.all(|word| number(word) || matches!(word.to_lowercase().as_str(), "page" | "of"))
}

/// The text with every digit alike, to know running heads by.
fn shape(text: &str) -> String {
    text.trim().chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect()
}

/// First and last lines that most of three or more pages share.
fn repeated_lines(pages: &[Page]) -> Vec<String> {
    if pages.len() < 3 {
        return Vec::new();
    }
    let mut edges: Vec<String> = Vec::new();
    for page in pages {
        let mut own: Vec<String> = page.lines.iter().take(2).chain(page.lines.iter().rev().take(2)).map(|line| shape(&line.text)).collect();
        own.sort();
        own.dedup();
        edges.append(&mut own);
    }
    edges.sort();
    edges.chunk_by(|a, b| a == b).filter(|same| same.len() * 2 > pages.len()).map(|same| same[0].clone()).collect()
}

/// The usual distance of baselines; 0 where there is none.
fn leading(lines: &[Line]) -> f64 {
    let mut gaps: Vec<f64> = lines.windows(2).map(|pair| pair[1].y - pair[0].y).filter(|&gap| gap > 0.).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(0.)
}

/// Whether `line` goes on where `above` was only wrapped.
fn wraps(above: &Line, line: &Line, width: f64, leading: f64) -> bool {
    let gap = line.y - above.y;
    let alike = (above.size - line.size).abs() <= above.size * 0.1;
    let near = gap > 0. && gap <= (above.size * 1.8).max(leading * 1.2).min(above.size * 2.5) && (leading == 0. || gap <= leading * 1.3);
    let lower = line.text.trim_start().starts_with(char::is_lowercase);
    let full = above.end >= width * 0.8 || lower;
    alike && near && full && !above.is_row && !line.is_row && !starts_item(line.text.trim())
}

/// Whether the first line of a page goes on with the last of the page before.
fn continues_page(above: &Line, line: &Line) -> bool {
    let ended = above.text.trim_end().ends_with(['.', '!', '?', ':', '”', '"']);
    !ended && !above.is_row && !line.is_row && line.text.trim_start().starts_with(char::is_lowercase)
}

fn starts_item(text: &str) -> bool {
    text.starts_with(BULLETS) || text.starts_with("- ")
}

/// Appends a wrapped line; a hyphen that only divides a word goes.
fn join(out: &mut String, line: &str) {
    if out.ends_with('\u{ad}') {
        out.pop();
    } else if let Some(word) = out.strip_suffix('-').filter(|word| word.ends_with(char::is_alphanumeric)) {
        let word = word.rsplit(char::is_whitespace).next().unwrap_or_default();
        let divides = word.chars().all(char::is_alphabetic)
            && line.starts_with(char::is_lowercase)
            && !PREFIXES.contains(&word.to_lowercase().as_str());
        if divides {
            out.pop();
        }
    } else {
        out.push(' ');
    }
    out.push_str(line);
}
