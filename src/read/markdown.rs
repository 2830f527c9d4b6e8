//! Markdown: one article, its marks taken out so that it reads as prose.
//!
//! Every line stays where it is, so that line numbers of the fact sheet are those of the file: headings and list items keep their
//! lines, a fence or a rule leaves an empty one. Cells of a table are joined by " | ". Front matter gives title and date; a comment
//! stays only if it is a remark to this program. The syntax is CommonMark's (<https://spec.commonmark.org>) with tables, strikethrough
//! and footnotes; what cannot be told apart without a full parser is left as it stands.

use std::ops::Range;

use super::{Format, LONGEST_ARTICLE, Problem, Raw, ReadFile, dates, places, text};
use crate::article::Origin;
use crate::text::up_to;

/// Markdown.
pub static FORMAT: Format = Format {
    name: "Markdown",
    extensions: &["md", "markdown", "mdown", "mkd"],
    recognises: |_| false,
    by_line: false,
    longest: LONGEST_ARTICLE,
    read,
};

/// Characters after which a bracket is no longer taken for a link; keeps reading linear.
const LONGEST_LINK: usize = 2_000;

fn read(raw: &Raw) -> Result<ReadFile, Problem> {
    let mut reading = text::read(raw)?;
    for article in &mut reading.articles {
        let source = std::mem::take(&mut article.text);
        let (front_matter, body) = split_front_matter(&source);
        article.title = front_matter_value(front_matter, "title");
        article.date = front_matter_value(front_matter, "date").and_then(|date| dates::read(&date));
        article.text = "\n".repeat(front_matter.matches('\n').count());
        article.text.push_str(&prose(body));
        article.origin = Origin::Lines(places::lines(&article.text, &source));
    }
    Ok(reading)
}

/// The front matter with its fences, and what follows.
fn split_front_matter(source: &str) -> (&str, &str) {
    let fenced = source.strip_prefix("---\n").or_else(|| source.strip_prefix("---\r\n"));
    let Some(rest) = fenced else { return ("", source) };
    let mut at = source.len() - rest.len();
    for line in rest.split_inclusive('\n').take(200) {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return source.split_at(at);
        }
        // Only keys, lists and comments: otherwise the first line was a rule.
        if !line.contains(':') && !line.trim().is_empty() && !line.starts_with([' ', '-', '#']) {
            break;
        }
    }
    ("", source)
}

fn front_matter_value(front_matter: &str, key: &str) -> Option<String> {
    let value = front_matter.lines().find_map(|line| line.strip_prefix(key)?.trim_start().strip_prefix(':'))?;
    let value = value.trim().trim_matches(['"', '\'']);
    (!value.is_empty()).then(|| value.to_string())
}

/// The text of Markdown, line for line.
pub fn prose(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    let mut block = String::new();
    let mut fence: Option<(char, usize)> = None;
    for line in source.lines() {
        let content = line.trim_end();
        let mark = fence_mark(content);
        if let Some(open) = fence {
            if mark.is_some_and(|(sign, length)| sign == open.0 && length >= open.1) {
                fence = None;
                out.push('\n');
            } else {
                out.push_str(content);
                out.push('\n');
            }
        } else if mark.is_some() {
            flush(&mut block, &mut out);
            fence = mark;
            out.push('\n');
        } else if content.is_empty() {
            flush(&mut block, &mut out);
            out.push('\n');
        } else {
            block.push_str(&line_text(content));
            block.push('\n');
        }
    }
    flush(&mut block, &mut out);
    if !source.ends_with('\n') {
        out.pop();
    }
    out
}

/// Takes the inline marks out of the lines between two empty ones: emphasis and links may run over a line's end.
fn flush(block: &mut String, out: &mut String) {
    inline(block, out);
    block.clear();
}

/// The sign and length of a line that opens or closes a block of code.
fn fence_mark(line: &str) -> Option<(char, usize)> {
    let line = line.trim_start();
    let sign = line.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = line.chars().take_while(|&character| character == sign).count();
    (length >= 3 && (sign == '~' || !line[length..].contains('`'))).then_some((sign, length))
}

/// A line without the marks at its start and end.
fn line_text(line: &str) -> String {
    let mut rest = line.trim_start();
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start();
    }
    if is_rule(rest) || is_link_definition(rest) {
        return String::new();
    }
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\t']) {
        let title = rest[hashes..].trim();
        let bare = title.trim_end_matches('#');
        return if bare.ends_with(' ') { bare.trim_end() } else { title }.to_string();
    }
    for mark in ["- ", "* ", "+ "] {
        if let Some(item) = rest.strip_prefix(mark) {
            let item = item.trim_start();
            let task = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| item.strip_prefix(mark));
            // Not a hyphen, which would read as a minus before a figure.
            return format!("• {}", task.unwrap_or(item));
        }
    }
    if rest.starts_with('|') {
        return cells(rest);
    }
    rest.to_string()
}

/// A row of a table without its outer bars; the row under the head, of dashes and colons, is empty.
fn cells(row: &str) -> String {
    let inner = row.trim().trim_matches('|');
    if inner.contains('-') && inner.chars().all(|character| matches!(character, '-' | ':' | '|' | ' ' | '\t')) {
        return String::new();
    }
    let mut out = String::with_capacity(inner.len());
    for (at, cell) in inner.split('|').enumerate() {
        if at > 0 {
            out.push_str(" |");
        }
        // A cell of one blank goes on from the one before, by the habit of converters; it stays so.
        if at > 0 && cell != " " {
            out.push(' ');
        }
        out.push_str(cell.trim());
    }
    out
}

/// A line across the page, or the line under a heading.
fn is_rule(line: &str) -> bool {
    let mut signs = line.chars().filter(|character| !character.is_whitespace());
    let Some(first) = signs.next().filter(|sign| matches!(sign, '-' | '*' | '_' | '=')) else { return false };
    line.len() >= 3 && signs.all(|sign| sign == first)
}

/// "[1]: https://example.com", which prints nothing.
fn is_link_definition(line: &str) -> bool {
    line.starts_with('[')
        && line
            .split_once("]:")
            .is_some_and(|(label, target)| !label[1..].contains(['[', ']']) && target.trim_start().contains(['/', '#', '@']))
}

/// Where an inline mark starts that may have an end.
#[derive(Default)]
struct InlineStart {
    stars: Vec<Range<usize>>,
    underscores: Vec<Range<usize>>,
    tildes: Vec<Range<usize>>,
    brackets: Vec<usize>,
}

/// Appends `block` without its inline marks.
fn inline(block: &str, out: &mut String) {
    let bytes = block.as_bytes();
    let mut cuts: Vec<Range<usize>> = Vec::new();
    let mut open = InlineStart::default();
    let mut at = 0;
    while at < bytes.len() {
        let end = match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                cuts.push(at..at + 1);
                at + 2
            }
            b'`' => code(bytes, at, &mut cuts),
            b'*' | b'_' | b'~' => emphasis(block, at, &mut open, &mut cuts),
            b'[' => {
                open.brackets.push(if at > 0 && bytes[at - 1] == b'!' { at - 1 } else { at });
                at + 1
            }
            b']' => link(block, at, &mut open, &mut cuts),
            b'<' => tag(block, at, &mut cuts),
            _ => at + 1,
        };
        at = end;
    }
    without(block, cuts, out);
}

/// A run of backticks and the run of equal length that closes it are cut; what is between stays as it is.
fn code(bytes: &[u8], at: usize, cuts: &mut Vec<Range<usize>>) -> usize {
    let run = |from: usize| bytes[from..].iter().take_while(|&&byte| byte == b'`').count();
    let length = run(at);
    let limit = bytes.len().min(at + LONGEST_LINK);
    let mut close = at + length;
    while close < limit {
        if bytes[close] == b'`' {
            let found = run(close);
            if found == length {
                cuts.push(at..at + length);
                cuts.push(close..close + length);
                return close + length;
            }
            close += found;
        } else {
            close += 1;
        }
    }
    at + length
}

/// A run of stars, underscores or tildes: it closes an open one, or opens one, by what stands on its sides.
fn emphasis(block: &str, at: usize, open: &mut InlineStart, cuts: &mut Vec<Range<usize>>) -> usize {
    let sign = block.as_bytes()[at];
    let length = block.as_bytes()[at..].iter().take_while(|&&byte| byte == sign).count();
    let end = at + length;
    let before = block[..at].chars().next_back().unwrap_or(' ');
    let after = block[end..].chars().next().unwrap_or(' ');
    // An underscore inside a word is part of it.
    let inside_word = sign == b'_' && before.is_alphanumeric() && after.is_alphanumeric();
    if length > 3 || inside_word || (sign == b'~' && length != 2) {
        return end;
    }
    let stack = match sign {
        b'*' => &mut open.stars,
        b'_' => &mut open.underscores,
        _ => &mut open.tildes,
    };
    if !before.is_whitespace()
        && let Some(opener) = stack.pop_if(|opener| opener.end < at)
    {
        if opener.len() > length {
            stack.push(opener.start..opener.end - length);
            cuts.push(opener.end - length..opener.end);
            cuts.push(at..end);
            return end;
        }
        let used = opener.len();
        cuts.push(opener);
        cuts.push(at..at + used);
        return at + used;
    }
    let multiplies = sign == b'*' && before.is_ascii_digit() && after.is_ascii_digit();
    if !after.is_whitespace() && !multiplies {
        stack.push(at..end);
    }
    end
}

/// A closing bracket: of a link, an image, a reference or a footnote.
fn link(block: &str, at: usize, open: &mut InlineStart, cuts: &mut Vec<Range<usize>>) -> usize {
    let Some(start) = open.brackets.pop() else { return at + 1 };
    let bytes = block.as_bytes();
    let image = bytes[start] == b'!';
    let text = if image { start + 2 } else { start + 1 };
    let limit = up_to(block, at + LONGEST_LINK).len();
    let closing = |from: usize, sign: char| block.get(from..limit).and_then(|rest| rest.find(sign)).map(|found| from + found + 1);
    let target_end = match bytes.get(at + 1) {
        Some(b'(') => balanced(&bytes[..limit], at + 1),
        Some(b'[') => closing(at + 2, ']'),
        _ => None,
    };
    if bytes.get(text) == Some(&b'^') {
        cuts.push(start..at + 1);
    } else if let Some(end) = target_end {
        if image {
            cuts.push(start..end);
        } else {
            cuts.push(start..text);
            cuts.push(at..end);
        }
        return end;
    }
    at + 1
}

/// The end of the brackets that open at `at`, which may hold others.
fn balanced(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (offset, byte) in bytes[at..].iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(at + offset + 1),
            b')' => depth = depth.saturating_sub(1),
            b'\n' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// A comment, a tag or an address in angle brackets: cut, but for the address and for remarks to this program.
fn tag(block: &str, at: usize, cuts: &mut Vec<Range<usize>>) -> usize {
    let rest = &block[at..];
    if let Some(remark) = rest.strip_prefix("<!--") {
        let end = rest.find("-->").map_or(block.len(), |found| at + found + 3);
        if !remark.trim_start().starts_with("newsfacts") {
            cuts.push(at..end);
        }
        return end;
    }
    let Some(end) = up_to(rest, LONGEST_LINK).find('>').map(|found| at + found + 1) else { return at + 1 };
    let inner = &block[at + 1..end - 1];
    if inner.starts_with("http") || inner.contains('@') && !inner.contains(' ') {
        cuts.push(at..at + 1);
        cuts.push(end - 1..end);
    } else if inner.trim_start_matches('/').starts_with(|first: char| first.is_ascii_alphabetic()) && !inner.contains('<') {
        cuts.push(at..end);
    } else {
        return at + 1;
    }
    end
}

/// Appends `block` without `cuts`, keeping its line ends.
fn without(block: &str, mut cuts: Vec<Range<usize>>, out: &mut String) {
    cuts.sort_by_key(|cut| cut.start);
    let mut at = 0;
    for cut in cuts {
        if cut.start > at {
            out.push_str(&block[at..cut.start]);
        }
        let from = cut.start.max(at);
        if from < cut.end {
            out.extend(block[from..cut.end].chars().filter(|&character| character == '\n'));
            at = cut.end;
        }
    }
    out.push_str(&block[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_marks_out_and_keeps_the_lines() {
        let cases = [
            ("# Profit up 5% #\n\nIt **rose** to *$5 million*.", "Profit up 5%\n\nIt rose to $5 million."),
            ("Results\n=======\n\n* Sales: **$5m**\n+ Costs: __$3m__", "Results\n\n\n• Sales: $5m\n• Costs: $3m"),
            ("See [the report](https://a.example/x_(y)) or [this][1].\n\n[1]: https://a.example", "See the report or this.\n\n"),
            ("![chart](a.png) Costs fell \\$5[^1] ~~gross~~ net.", " Costs fell $5 gross net."),
            ("> Quoted ***very* much** text", "Quoted very much text"),
            ("a_b_c and 2 * 3 * 4, 5%* of 2*3*4", "a_b_c and 2 * 3 * 4, 5%* of 2*3*4"),
            ("| Region | Sales |\n|---|---:|\n| North | $5m |", "Region | Sales\n\nNorth | $5m"),
            ("```\n**raw** $5\n```\nafter", "\n**raw** $5\n\nafter"),
            ("Sales <b>rose</b> 5 < 6 <!-- not this --> <!-- newsfacts: ignore -->", "Sales rose 5 < 6  <!-- newsfacts: ignore -->"),
            ("Use `rate_of_*x*` <https://a.example/>", "Use rate_of_*x* https://a.example/"),
        ];
        for (source, text) in cases {
            assert_eq!(prose(source), text, "{source}");
            assert_eq!(prose(source).matches('\n').count(), source.matches('\n').count(), "{source}");
        }
    }

    #[test]
    fn front_matter_gives_title_and_date() {
        let source = "---\ntitle: \"Profit: up\"\ndate: 2025-02-10\ntags:\n  - results\n---\n\n# Profit\n\nIt rose.\n";
        let raw = Raw { source: "a.md".into(), line: None, bytes: source.into(), format: &FORMAT };
        let article = raw.read().expect("text").articles.remove(0);
        assert_eq!((article.title.as_deref(), article.date), (Some("Profit: up"), Some(jiff::civil::date(2025, 2, 10))));
        assert_eq!(article.text, "\n\n\n\n\n\n\nProfit\n\nIt rose.\n");
        assert_eq!(split_front_matter("---\nProfit rose.\n---\n").0, "");
    }

    #[test]
    fn any_marks_read_in_linear_time() {
        for piece in ["*a ", "[a](", "`", "<a ", "~~a", "[", "_a_ *", "\\", "<!-- ", "![a](b"] {
            prose(&piece.repeat(50_000));
        }
    }
}
