//! The rows in which wires of the 1980s printed results: "Net 6,781,000 vs 2,576,000", with the dollars left out.

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::TokenKind;
use crate::words::WordList;

/// What a row may begin with, in front of "net", "loss" and the like.
static LABELS: WordList = WordList::new(words!("net|revs|rev|sales|oper|turnover|pretax|revenues|assets|loans|deposits"));

/// What may stand between the label and its figures.
static BETWEEN: WordList = WordList::new(words!("net|loss|profit|profits|income|vs|mln|billion|bln|nil|revs"));

/// How far back the start of the row is looked for, in tokens.
const ROW: usize = 8;

/// Words of the rows beside it.
static ROWS: WordList = WordList::new(words!("shr|shrs|net|oper|revs|rev|qtly|cts|loss|profit|avg|assets|loans|deposits|turnover|pretax"));

/// How many tokens a row may have.
const LINE: usize = 24;

impl FigureReader<'_, '_> {
    /// The dollar that a row of results leaves out.
    pub(super) fn wire_row(&self, numeral: &Numeral) -> Option<&'static str> {
        let large = numeral.magnitude.is_some() || numeral.value.value >= Decimal::ONE_THOUSAND && numeral.value.step >= Decimal::ONE;
        if !large || numeral.in_words || self.house.names_others {
            return None;
        }
        let (start, end) = (numeral.tokens.start, numeral.tokens.end);
        let is_line_end = |at: usize| self.token(at).is_none_or(|token| matches!(token.kind, TokenKind::Newline { .. }));
        if !is_line_end(end) && !self.is_word(end, "vs") {
            return None;
        }
        let mut versus = self.is_word(end, "vs");
        let mut at = start;
        while start - at < ROW {
            let before = at.checked_sub(1)?;
            let token = self.token(before)?;
            match token.kind {
                TokenKind::Newline { .. } => break,
                TokenKind::Number => {}
                TokenKind::Word if BETWEEN.has(self.document.word(before)) || LABELS.has(self.document.word(before)) => {}
                // "HOUSTON, April 17 - Net loss 5,855,000 vs"
                TokenKind::Sign('-') if LABELS.has(self.document.word(at)) => break,
                _ => return None,
            }
            versus |= self.is_word(before, "vs");
            at = before;
        }
        let row = versus && at < start && LABELS.has(self.document.word(at)) && self.has_row_beside(at, end);
        row.then_some(self.house.spelled_dollar)
    }

    /// Whether the line before or after the row of these tokens is another row of results: "Shr 43 cts vs 37 cts".
    fn has_row_beside(&self, start: usize, end: usize) -> bool {
        let is_line_end = |at: usize| self.token(at).is_none_or(|token| matches!(token.kind, TokenKind::Newline { .. }));
        let told = |at: usize| ROWS.has(self.document.word(at));
        let first = start.saturating_sub(1);
        let before = (start.saturating_sub(LINE)..first).rev().take_while(|&at| !is_line_end(at)).any(told);
        let Some(line_end) = (end..end + LINE).find(|&at| is_line_end(at)) else { return before };
        before || (line_end + 1..line_end + LINE).take_while(|&at| !is_line_end(at)).any(told)
    }
}
