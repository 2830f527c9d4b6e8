//! Who speaks in a text: a company of itself, several in turn, a central bank.

use crate::document::Document;
use crate::text::TokenKind;

/// Whether a company speaks of itself in the text, outside of quotes: "the Company", "our revenue".
pub(super) fn is_own(document: &Document) -> bool {
    const OFTEN: usize = 2;
    let mut quoted = false;
    let mut count = 0;
    for token in &document.tokens {
        match token.kind {
            TokenKind::Sign('“') => quoted = true,
            TokenKind::Sign('”') | TokenKind::Newline { .. } => quoted = false,
            TokenKind::Sign('"') => quoted = !quoted,
            TokenKind::Word if !quoted => count += usize::from(matches!(token.text(document.text), "Company" | "our" | "Our")),
            _ => {}
        }
    }
    count >= OFTEN
}

/// Whether speakers take turns: "DOE:" at the begin of several lines.
pub(super) fn is_dialogue(document: &Document) -> bool {
    const TURNS: usize = 4;
    const LONGEST: usize = 4;
    let tokens = &document.tokens;
    let label = |colon: usize| {
        let first = colon.saturating_sub(LONGEST);
        let name = tokens[first..colon].iter().rev().take_while(|token| !matches!(token.kind, TokenKind::Newline { .. }));
        let mut shouted = name.map(|token| token.kind != TokenKind::Word || !token.text(document.text).contains(char::is_lowercase));
        let begins = tokens[first..colon].iter().any(|token| matches!(token.kind, TokenKind::Newline { .. }));
        colon > 0 && begins && tokens[colon - 1].kind == TokenKind::Word && shouted.all(|shouted| shouted)
    };
    let colons = (0..tokens.len()).filter(|&at| tokens[at].is_sign(':'));
    colons.filter(|&colon| label(colon)).take(TURNS).count() == TURNS
}
