//! From lines to paragraphs and table rows.

use std::collections::HashSet;

use super::words::{COLUMN_GAP, PageLine, PageWord};

/// Marks that start an item of a list.
const BULLETS: &[char] = &['•', '●', '▪', '■', '◦', '–', '·', '►', '➢', '\u{f0b7}'];
/// Parts of words that keep their hyphen when a line ends after it.
const PREFIXES: &[&str] = &[
    "self", "non", "co", "short", "long", "year", "month", "quarter", "week", "high", "low", "well", "full", "half", "mid", "first",
    "second", "third", "fourth", "constant", "double", "single", "same", "like", "cross", "multi", "all", "ex", "vice", "pre", "post",
    "so", "one", "two", "three", "four", "five", "six", "nine", "twelve", "tax", "market", "record", "new", "ever", "best",
];
/// Between the cells of a row.
const CELL: &str = " | ";

/// A line with what its text is.
struct Set {
    line: PageLine,
    text: String,
    /// Where each word stands in the text; `None` for one that is left out.
    places: Vec<Option<std::ops::Range<usize>>>,
    /// Whether a wide gap cuts it into cells.
    is_row: bool,
}

impl Set {
    fn new(line: PageLine) -> Set {
        let mut set = Set { text: String::new(), places: Vec::with_capacity(line.words.len()), is_row: false, line: PageLine::default() };
        let mut before: Option<&PageWord> = None;
        for word in &line.words {
            // A small raised digit marks a footnote; as a digit of the figure before it, it would change that.
            let raised = before.is_some_and(|before| word.size < before.size * 0.8 && before.y - word.y > before.size * 0.15);
            if raised && word.text.chars().all(|character| character.is_ascii_digit() || matches!(character, '*' | '(' | ')' | ',')) {
                set.places.push(None);
                continue;
            }
            if let Some(before) = before {
                // A currency sign in a column of its own goes to its figure.
                if word.x - before.end() <= before.size * COLUMN_GAP {
                    set.text.push(' ');
                } else if !set.text.ends_with(['$', '£', '€']) {
                    set.text.push_str(CELL);
                    set.is_row = true;
                }
            }
            let start = set.text.len();
            set.text.push_str(&word.text);
            set.places.push(Some(start..set.text.len()));
            before = Some(word);
        }
        set.line = line;
        set
    }
}

/// What the pages of a document say.
#[derive(Debug, Default)]
pub struct PagesText {
    /// The text: an empty line between paragraphs, wrapped lines joined, rows of tables on lines of their own.
    pub text: String,
    /// The words of all pages with their places on the page and in the text.
    pub words: Vec<PageWord>,
    /// Where the text of each page starts, in bytes.
    pub pages: Vec<usize>,
}

/// The text of the pages.
pub(super) fn text(pages: Vec<Vec<PageLine>>) -> PagesText {
    let mut pages: Vec<Vec<Set>> = pages.into_iter().map(|lines| columns(lines, 2).into_iter().map(Set::new).collect()).collect();
    let furniture = furniture(&pages);
    let mut out = PagesText::default();
    let mut above: Option<Set> = None;
    for (page, furniture) in pages.iter_mut().zip(furniture) {
        let (edges, leading) = (edges(page), leading(page));
        out.pages.push(out.text.len());
        let mut first = true;
        for ((set, edge), is_furniture) in std::mem::take(page).into_iter().zip(edges).zip(furniture) {
            if is_furniture || set.text.trim().is_empty() {
                out.words.extend(set.line.words);
                continue;
            }
            let start = match &above {
                Some(above) if if first { continues_page(above, &set) } else { wraps(above, &set, edge, leading) } => {
                    join(&mut out, &set.text)
                }
                Some(above) => {
                    let tight = (above.is_row && set.is_row || starts_item(&set.text) && starts_item(&above.text)) && !first;
                    out.text.push_str(if tight { "\n" } else { "\n\n" });
                    out.text.len()
                }
                None => out.text.len(),
            };
            out.text.push_str(&set.text);
            let placed = set.places.iter().map(|place| place.as_ref().map(|place| start + place.start..start + place.end));
            let words = set.line.words.iter().cloned().zip(placed);
            out.words.extend(words.map(|(word, span)| PageWord { span, ..word }));
            if first {
                out.pages.last_mut().into_iter().for_each(|page| *page = start);
            }
            (above, first) = (Some(set), false);
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

/// Which lines of each page are no text of its article: page numbers at its edges, and first and last lines that most of three or more
/// pages share.
fn furniture(pages: &[Vec<Set>]) -> Vec<Vec<bool>> {
    let mut marks: Vec<Vec<bool>> = pages.iter().map(|page| page.iter().map(|set| is_page_number(&set.text)).collect()).collect();
    for marks in &mut marks {
        let from = marks.iter().position(|mark| !mark).unwrap_or(marks.len());
        let to = marks.iter().rposition(|mark| !mark).map_or(from, |last| last + 1);
        marks[from..to].fill(false);
    }
    if pages.len() < 3 {
        return marks;
    }
    let mut edges: Vec<String> = Vec::new();
    for page in pages {
        let mut own: Vec<String> = page.iter().take(2).chain(page.iter().rev().take(2)).map(|set| shape(&set.text)).collect();
        own.sort();
        own.dedup();
        edges.append(&mut own);
    }
    edges.sort();
    let repeated = edges.chunk_by(|a, b| a == b).filter(|same| same.len() * 2 > pages.len());
    let repeated: HashSet<&str> = repeated.map(|same| same[0].as_str()).collect();
    for (page, marks) in pages.iter().zip(&mut marks) {
        for (set, mark) in page.iter().zip(marks) {
            *mark |= repeated.contains(shape(&set.text).as_str());
        }
    }
    // Pages that say the same say something.
    if marks.iter().flatten().all(|mark| *mark) {
        marks.iter_mut().for_each(|marks| marks.fill(false));
    }
    marks
}

/// The usual distance of baselines; 0 where there is none.
fn leading(page: &[Set]) -> f64 {
    let mut gaps: Vec<f64> = page.windows(2).map(|pair| pair[1].line.y() - pair[0].line.y()).filter(|&gap| gap > 0.).collect();
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(0.)
}

/// How many lines to either side tell how far a line could have gone.
const NEAR: usize = 12;

/// For each line, how far those above it in its column go.
fn edges(page: &[Set]) -> Vec<f64> {
    let edge = |at: usize| {
        let own = &page[at].line;
        let near = &page[at.saturating_sub(NEAR)..page.len().min(at + NEAR)];
        let column = near.iter().map(|set| &set.line).filter(|line| (line.start() - own.start()).abs() < own.size() * 4.);
        column.map(PageLine::end).fold(own.end(), f64::max)
    };
    (0..page.len()).map(edge).collect()
}

/// Whether `set` goes on where `above` was only wrapped, in a column that ends at `edge`.
fn wraps(above: &Set, set: &Set, edge: f64, leading: f64) -> bool {
    let (size, start) = (above.line.size(), above.line.start());
    let gap = set.line.y() - above.line.y();
    let turned = above.line.words[0].turn != set.line.words[0].turn;
    let alike = (size - set.line.size()).abs() <= size * 0.1 && !turned;
    let near = gap > 0. && gap <= (size * 1.8).max(leading * 1.2).min(size * 2.5) && (leading == 0. || gap <= leading * 1.3);
    let lower = set.text.starts_with(char::is_lowercase);
    let full = above.line.end() - start >= (edge - start) * 0.8 || lower;
    alike && near && full && !above.is_row && !set.is_row && !starts_item(&set.text)
}

/// Whether the first line of a page goes on with the last of the page before.
fn continues_page(above: &Set, set: &Set) -> bool {
    let ended = above.text.ends_with(['.', '!', '?', ':', '”', '"']);
    !ended && !above.is_row && !set.is_row && set.text.starts_with(char::is_lowercase)
}

fn starts_item(text: &str) -> bool {
    text.starts_with(BULLETS) || text.starts_with("- ")
}

/// Makes the text ready for a wrapped line, and says where that starts; a hyphen that only divides a word goes.
fn join(out: &mut PagesText, line: &str) -> usize {
    let divided = if out.text.ends_with('\u{ad}') {
        true
    } else if let Some(word) = out.text.strip_suffix('-').filter(|word| word.ends_with(char::is_alphanumeric)) {
        let word = word.rsplit(char::is_whitespace).next().unwrap_or_default();
        let divides = word.chars().all(char::is_alphabetic)
            && line.starts_with(char::is_lowercase)
            && !PREFIXES.contains(&word.to_lowercase().as_str());
        if !divides {
            return out.text.len();
        }
        true
    } else {
        false
    };
    if divided {
        out.text.pop();
        let end = out.text.len();
        let last = out.words.iter_mut().rev().find_map(|word| word.span.as_mut());
        last.into_iter().for_each(|span| span.end = span.end.min(end));
    } else {
        out.text.push(' ');
    }
    out.text.len()
}

/// The fewest lines that two columns of prose stand side by side on, and the fewest characters that a side of them has on average.
const FEWEST_LINES: usize = 6;
const FEWEST_CHARACTERS: usize = 18;

/// The lines of a page in the order in which they are read: where lines run across two columns of prose, first the left column, then the
/// right.
fn columns(lines: Vec<PageLine>, depth: usize) -> Vec<PageLine> {
    let Some(gutter) = gutter(&lines).filter(|_| depth > 0) else { return lines };
    let (mut ordered, mut left, mut right) = (Vec::with_capacity(lines.len()), Vec::new(), Vec::new());
    let mut flush = |left: &mut Vec<PageLine>, right: &mut Vec<PageLine>| {
        ordered.append(left);
        ordered.append(&mut columns(std::mem::take(right), depth - 1));
    };
    for mut line in lines {
        let from = line.words.iter().position(|word| word.x > gutter).unwrap_or(line.words.len());
        let across = line.words[..from].last().is_some_and(|word| word.end() > gutter)
            || from > 0 && line.words.get(from).is_some_and(|word| word.x - line.words[from - 1].end() < word.size * 0.6);
        if across {
            flush(&mut left, &mut right);
            left.push(line);
            flush(&mut left, &mut right);
            continue;
        }
        let words = line.words.split_off(from);
        left.extend(Some(line).filter(|line| !line.words.is_empty()));
        right.extend(Some(PageLine { words }).filter(|line| !line.words.is_empty()));
    }
    flush(&mut left, &mut right);
    ordered
}

/// Where the blank column between two columns of prose is, in points from the left.
fn gutter(lines: &[PageLine]) -> Option<f64> {
    let gap_of = |line: &PageLine| -> Option<(f64, f64)> {
        let mut gaps = line.words.windows(2).filter(|pair| pair[1].x - pair[0].end() > pair[0].size * COLUMN_GAP * 0.8);
        let gap = gaps.next()?;
        gaps.next().is_none().then(|| (gap[0].end(), gap[1].x))
    };
    let gaps: Vec<(&PageLine, (f64, f64))> = lines.iter().filter_map(|line| Some((line, gap_of(line)?))).collect();
    let mut middles: Vec<f64> = gaps.iter().map(|(_, (end, _))| *end).collect();
    if middles.len() < FEWEST_LINES {
        return None;
    }
    // Nearly all left sides of the gap end before the column does: the gutter is where the right sides start.
    let mut starts: Vec<f64> = gaps.iter().map(|(_, (_, start))| *start).collect();
    starts.sort_by(f64::total_cmp);
    middles.sort_by(f64::total_cmp);
    let gutter = starts[starts.len() / 2] - 1.;
    let within: Vec<&PageLine> =
        gaps.iter().filter(|(_, (end, start))| *end <= gutter && gutter <= *start).map(|(line, _)| *line).collect();
    let characters = |side: fn(f64, f64) -> bool| -> usize {
        within.iter().flat_map(|line| &line.words).filter(|word| side(word.x, gutter)).map(|word| word.text.len()).sum()
    };
    let digits: usize = within.iter().flat_map(|line| &line.words).map(|word| word.text.bytes().filter(u8::is_ascii_digit).count()).sum();
    let (left, right) = (characters(|x, gutter| x < gutter), characters(|x, gutter| x >= gutter));
    let least = FEWEST_CHARACTERS * within.len();
    let enough = within.len() >= FEWEST_LINES && within.len() * 3 >= gaps.len() * 2;
    (enough && left >= least && right >= least && digits * 10 < left + right).then_some(gutter)
}
