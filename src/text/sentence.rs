//! Sentences, and what kind of block each stands in.

use crate::words::WordList;

use super::{Classes, Grid, Token, TokenKind};
use std::ops::Range;

/// What kind of block of the article a sentence stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A line without a full stop, such as a headline or a section heading.
    Heading,
    /// An item of a list.
    Bullet,
    /// Running text.
    Paragraph,
    /// A row of a table, whose figures mean nothing without the heads of their columns.
    Table,
}

/// A sentence: a range of tokens without its line ends.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Indices into the article's tokens.
    pub tokens: Range<usize>,
    /// The block it stands in.
    pub block: BlockKind,
    /// Number of its block, from 0: sentences of one paragraph share it.
    pub paragraph: usize,
}

/// Words before a period that does not end a sentence.
static ABBREVIATIONS: WordList = WordList::new(picked!(
    abbreviation,
    SENTENCE,
    "vs|v|no|nos|fig|approx|est|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|rs|re|fr|calif|mass|conn|ore|wash|minn|wis|ill|ind|tenn|\
    ala|ariz|colo|fla|ga|va|pa|tex"
));

/// Abbreviations that may end a sentence: they do when a capitalised word follows that is not part of the name.
static MAY_END: WordList = WordList::new(picked!(abbreviation, ENDING));

/// Tokens after which a sentence is cut: no writer's sentence is as long, and what reads sentences may take time in their square.
const LONGEST: usize = 2_000;

/// Cuts tokens into sentences in one pass. Line ends close a sentence except where a line is only wrapped. Each row of `grids`, which are
/// in order, is one of its own.
pub fn sentences(text: &str, tokens: &[Token], grids: &[Grid]) -> Vec<Sentence> {
    let rows = grids;
    let mut out = Vec::new();
    let mut paragraph = 0;
    let mut start = 0;
    let mut line_start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        match token.kind {
            TokenKind::Newline { blank } => {
                let ends = if blank { !is_torn(text, tokens, at) } else { !is_wrapped(text, tokens, at, line_start) };
                if ends || in_rows(rows, token.span.start) {
                    push(&mut out, text, tokens, start..at, paragraph);
                    paragraph += 1;
                    start = at + 1;
                }
                line_start = token.span.end;
                at += 1;
            }
            TokenKind::Sign('.' | '!' | '?' | '…') if ends_sentence(text, tokens, at) => {
                at += 1;
                while at < tokens.len() && matches!(tokens[at].kind, TokenKind::Sign(c) if closes(c)) && tokens[at - 1].touches(&tokens[at])
                {
                    at += 1;
                }
                push(&mut out, text, tokens, start..at, paragraph);
                start = at;
            }
            _ => {
                // Initials can end a sentence: "in the U.S. The bank".
                if text.as_bytes()[token.span.end - 1] == b'.' && token.kind == TokenKind::Word && starts_new(text, tokens, at + 1) {
                    push(&mut out, text, tokens, start..at + 1, paragraph);
                    start = at + 1;
                } else if at - start >= LONGEST {
                    push(&mut out, text, tokens, start..at, paragraph);
                    start = at;
                }
                at += 1;
            }
        }
    }
    push(&mut out, text, tokens, start..tokens.len(), paragraph);
    mark_blocks(text, tokens, &mut out);
    for sentence in &mut out {
        if in_rows(rows, tokens[sentence.tokens.start].span.start) {
            sentence.block = BlockKind::Table;
        }
    }
    out
}

/// Whether byte `at` stands in a row of a table or ends one.
fn in_rows(grids: &[Grid], at: usize) -> bool {
    !grids.is_empty() && grids.get(grids.partition_point(|grid| grid.span.end <= at)).is_some_and(|grid| grid.span.start <= at)
}

fn push(out: &mut Vec<Sentence>, _text: &str, tokens: &[Token], range: Range<usize>, paragraph: usize) {
    let mut range = range;
    while range.start < range.end && matches!(tokens[range.start].kind, TokenKind::Newline { .. }) {
        range.start += 1;
    }
    while range.start < range.end && matches!(tokens[range.end - 1].kind, TokenKind::Newline { .. }) {
        range.end -= 1;
    }
    if !range.is_empty() {
        out.push(Sentence { tokens: range, block: BlockKind::Paragraph, paragraph });
    }
}

fn closes(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '.' | '!' | '?')
}

fn opens(sign: char) -> bool {
    matches!(sign, '"' | '\'' | '“' | '‘' | '(' | '[' | '«')
}

/// A line that breaks off inside a sentence: no end sign before, a lower-case word after, and the line is of wrapping length.
fn is_wrapped(text: &str, tokens: &[Token], newline: usize, line_start: usize) -> bool {
    let (Some(before), Some(after)) = (newline.checked_sub(1).map(|i| &tokens[i]), tokens.get(newline + 1)) else { return false };
    if matches!(before.kind, TokenKind::Sign('.' | '!' | '?' | ':' | ';' | '…') | TokenKind::Newline { .. }) {
        return false;
    }
    // "(20:32 GMT) *Revenue": wires date each line of a list
    let is_time = |at: usize| {
        tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number) && tokens.get(at + 1).is_some_and(|token| token.is_sign(':'))
    };
    if after.is_sign('(') && is_time(newline + 2) {
        return false;
    }
    // narrow columns: "$5" and "million", "mil-" and "lion"
    let small = after.kind == TokenKind::Word && after.text(text).starts_with(char::is_lowercase);
    let cut = before.is_sign('-') && newline >= 2 && tokens[newline - 2].kind == TokenKind::Word && tokens[newline - 2].touches(before);
    if small && (before.kind == TokenKind::Number && after.classes.any(Classes::MAGNITUDE.union(Classes::PERCENT_WORD)) || cut) {
        return true;
    }
    let length = before.span.end - line_start;
    // "the" and "150 mln" end no sentence: "issuing 150 mln" and "Australian dlrs"
    let capital = after.kind == TokenKind::Word && after.text(text).starts_with(char::is_uppercase);
    if capital && length >= 45 && before.kind == TokenKind::Word && UNENDING.has(before.text(text)) {
        return true;
    }
    (50..=120).contains(&length)
        && match after.kind {
            TokenKind::Word => after.text(text).chars().next().is_some_and(char::is_lowercase) || length >= 60,
            TokenKind::Number => true,
            TokenKind::Sign(sign) => !is_bullet(sign),
            TokenKind::Newline { .. } => false,
        }
}

/// "compared with", a blank line, "6,775 in the last quarter": pages that were scanned part their lines so.
fn is_torn(text: &str, tokens: &[Token], newline: usize) -> bool {
    let word = newline.checked_sub(1).map(|i| &tokens[i]).filter(|token| token.kind == TokenKind::Word);
    let is_line = |at: usize| tokens.get(at).is_none_or(|token| matches!(token.kind, TokenKind::Newline { .. }));
    let goes_on = || {
        tokens.get(newline + 1).is_some_and(|next| match next.kind {
            TokenKind::Word => next.text(text).starts_with(char::is_lowercase),
            TokenKind::Number => !is_line(newline + 2),
            _ => false,
        })
    };
    word.is_some_and(|word| OPEN.has(word.text(text))) && goes_on()
}

/// Words behind which a sentence must go on.
static OPEN: WordList =
    WordList::new(words!("the|of|a|an|to|with|from|by|for|in|and|or|than|at|its|their|per|between|compared|against|were|was|which"));

/// Words that no sentence and no heading ends with.
static UNENDING: WordList = WordList::new(words!("the|of|an|mln|bln|its|their|and|or|that|was|has|had|by"));

fn is_bullet(sign: char) -> bool {
    matches!(sign, '•' | '-' | '–' | '—' | '*' | '·' | '●' | '▪' | '◦' | '►' | '▶' | '■' | '+' | '>' | '#' | '|')
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    if !tokens[at].is_sign('.') {
        return starts_new(text, tokens, at + 1);
    }
    if let Some(before) = at.checked_sub(1).map(|i| &tokens[i]).filter(|before| before.touches(&tokens[at])) {
        let word = before.text(text);
        if before.kind == TokenKind::Word {
            if word.chars().count() == 1 && word.chars().all(char::is_uppercase) {
                return false; // an initial: "John F. Kennedy"
            }
            // "May. 9, 2019"
            let dated = before.classes.any(Classes::MONTH) && tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
            if dated
                && tokens.get(at + 2).is_none_or(|next| matches!(next.kind, TokenKind::Sign(',' | '.' | ')') | TokenKind::Newline { .. }))
            {
                return false;
            }
            // "Acme Inc. (NYSE: ACM) said"
            if ABBREVIATIONS.has(word) && tokens.get(at + 1).is_some_and(|next| next.is_sign('(')) {
                return false;
            }
            if ABBREVIATIONS.has(word) && !(MAY_END.has(word) && starts_new(text, tokens, at + 1)) {
                return false;
            }
        }
    }
    starts_new(text, tokens, at + 1)
}

/// Whether a sentence can start at token `at`: after white space or glued to the period by a lost blank, with a capital, digit or quote.
fn starts_new(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut at = at;
    while tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Sign(sign) if closes(sign))) {
        at += 1;
    }
    let Some(token) = tokens.get(at) else { return true };
    match token.kind {
        TokenKind::Newline { .. } => true,
        TokenKind::Word => token.text(text).chars().next().is_some_and(char::is_uppercase),
        TokenKind::Number => at > 0 && !tokens[at - 1].touches(token),
        TokenKind::Sign(sign) => opens(sign) || is_bullet(sign) || matches!(sign, '$' | '£' | '€' | '₹' | '¥'),
    }
}

fn mark_blocks(text: &str, tokens: &[Token], sentences: &mut [Sentence]) {
    for i in 0..sentences.len() {
        let alone = (i == 0 || sentences[i - 1].paragraph != sentences[i].paragraph)
            && (i + 1 == sentences.len() || sentences[i + 1].paragraph != sentences[i].paragraph);
        let range = sentences[i].tokens.clone();
        let first_of_block = i == 0 || sentences[i - 1].paragraph != sentences[i].paragraph;
        let first = &tokens[range.start];
        sentences[i].block = if first_of_block && matches!(first.kind, TokenKind::Sign(sign) if is_bullet(sign)) {
            BlockKind::Bullet
        } else if !first_of_block {
            sentences[i - 1].block
        } else if alone && !ends_like_prose(text, &tokens[range.end - 1]) && range.len() <= 40 {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        };
    }
}

fn ends_like_prose(text: &str, last: &Token) -> bool {
    match last.kind {
        TokenKind::Sign(sign) => matches!(sign, '.' | '!' | '?' | '…' | '"' | '”' | ';' | ','),
        _ => last.text(text).ends_with('.'),
    }
}

#[cfg(test)]
mod tests {
    use super::super::grids;
    use super::*;
    use crate::text::tokens;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = tokens(text);
        sentences(text, &tokens, &grids(text, &[]))
            .iter()
            .map(|s| &text[tokens[s.tokens.start].span.start..tokens[s.tokens.end - 1].span.end])
            .collect()
    }

    #[test]
    fn abbreviations_and_decimals_do_not_end_a_sentence() {
        assert_eq!(
            cut("Mr. Smith of Acme Inc. sold 3.5 million shares. The U.S. firm rose."),
            ["Mr. Smith of Acme Inc. sold 3.5 million shares.", "The U.S. firm rose."]
        );
        assert_eq!(cut("It grew in the U.S. The rest fell."), ["It grew in the U.S.", "The rest fell."]);
    }

    #[test]
    fn quotes_close_with_their_sentence() {
        assert_eq!(cut("“We grew 5%.” He left."), ["“We grew 5%.”", "He left."]);
    }

    #[test]
    fn lines_end_sentences_unless_wrapped() {
        assert_eq!(cut("Profit up\n\nProfit rose."), ["Profit up", "Profit rose."]);
        assert_eq!(cut("- Sales rose 5%\n- Costs fell 3%"), ["- Sales rose 5%", "- Costs fell 3%"]);
        let wrapped = "The company said on Monday that its revenue in the first\nquarter rose by five percent.";
        assert_eq!(cut(wrapped), [wrapped]);
        let torn = "Some 4,765 people came, compared with\n\n6,775 in the\n\nlast quarter.";
        assert_eq!(cut(torn), [torn]);
        assert_eq!(cut("What it stands for\n\nThe firm grew.").len(), 2);
        let timed = "(20:31 GMT) *Example 1H Net Profit A$5.2 Million, More Than Doubles\n(20:32 GMT) *Example 1H Revenue A$51 Million";
        assert_eq!(cut(timed).len(), 2);
    }

    #[test]
    fn blocks() {
        let text = "Profit up\n\n- Sales rose\n\nProfit rose. It fell.";
        let tokens = tokens(text);
        let blocks: Vec<_> = sentences(text, &tokens, &grids(text, &[])).iter().map(|s| (s.block, s.paragraph)).collect();
        assert_eq!(blocks, [(BlockKind::Heading, 0), (BlockKind::Bullet, 1), (BlockKind::Paragraph, 2), (BlockKind::Paragraph, 2)]);
    }

    #[test]
    fn rows_of_a_table() {
        let text = "In millions of dollars, other than the figures for each share of the company\n\nSales of garden tools and all of their parts and repairs | 5.1 | 4.8\nTotal | 6 | 5\n\nProfit rose.";
        let tokens = tokens(text);
        let blocks: Vec<_> = sentences(text, &tokens, &grids(text, &[])).iter().map(|s| s.block).collect();
        assert_eq!(blocks, [BlockKind::Heading, BlockKind::Table, BlockKind::Table, BlockKind::Paragraph]);
    }
}
