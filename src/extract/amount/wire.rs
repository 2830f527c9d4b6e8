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
        (versus && at < start && LABELS.has(self.document.word(at))).then_some(self.house.spelled_dollar)
    }
}
