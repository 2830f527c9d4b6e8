//! What stands between quotation marks, and who says it where its sentence does not tell.

use super::speech::{How, SpeechCue};
use crate::document::Document;
use crate::text::{Span, TokenKind};

/// A stretch between quotation marks, within its paragraph.
pub(super) struct Quote {
    pub span: Span,
    /// Whether its paragraph begins with it.
    pub begins: bool,
    /// Whether nothing closes it in its paragraph.
    pub open: bool,
}

pub(super) fn quotes(document: &Document) -> Vec<Quote> {
    let mut out: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    let mut begins = true;
    for (i, token) in document.tokens.iter().enumerate() {
        match (token.kind, open) {
            (TokenKind::Sign('“' | '"'), None) => open = Some((token.span.end, begins)),
            (TokenKind::Sign('‘'), None) if begins => open = Some((token.span.end, begins)),
            (TokenKind::Sign('’'), Some((start, begins)))
                if document.text[..start].ends_with('‘') && ends_saying(document.text, token.span) =>
            {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: false });
                open = None;
            }
            (TokenKind::Sign('”' | '"'), Some((start, begins))) => {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: false });
                open = None;
            }
            (TokenKind::Newline { .. }, Some((start, begins))) if document.skip_line_end(i) == i => {
                out.push(Quote { span: Span::new(start, token.span.start), begins, open: true });
                open = None;
            }
            _ => {}
        }
        begins = matches!(token.kind, TokenKind::Newline { .. });
    }
    out
}

/// Whether the single mark at this place closes a quote, behind a stop: it is no apostrophe.
pub(super) fn ends_saying(text: &str, mark: Span) -> bool {
    text[..mark.start].ends_with(['.', ',', '?', '!'])
}

/// The speaker of a quote without a cue in its sentence: the nearest cue in the paragraph, those before the sentence first, else that of
/// the paragraphs over which the quote goes on.
pub(super) fn around(document: &Document, cues: &[SpeechCue], quotes: &[Quote], quote: usize, sentence: usize) -> Option<usize> {
    let paragraph = document.sentences.get(sentence)?.paragraph;
    let paragraph_of = |cue: &SpeechCue| document.sentences[cue.sentence].paragraph;
    let told = &cues[..cues.partition_point(|cue| cue.sentence < sentence)];
    let states = |last: &SpeechCue| {
        let mut same = told.iter().rev().take_while(|cue| paragraph_of(cue) == paragraph_of(last));
        same.find(|cue| cue.how == How::States)
    };
    let before = told.last().map(|last| states(last).unwrap_or(last));
    let after = cues.get(cues.partition_point(|cue| cue.sentence <= sentence));
    if let Some(same) = before.filter(|cue| paragraph_of(cue) == paragraph).or(after.filter(|cue| paragraph_of(cue) == paragraph)) {
        return Some(same.speaker);
    }
    let begins = quotes[quote].begins;
    let goes_on = quotes[quote].open;
    let before = before.filter(|cue| begins && paragraph - paragraph_of(cue) <= PARAGRAPHS);
    let after = after.filter(|cue| goes_on && paragraph_of(cue) - paragraph <= PARAGRAPHS);
    let unclosed = quote.checked_sub(1).is_some_and(|last| quotes[last].open);
    let cue = if unclosed {
        before.or(after)
    } else if goes_on {
        after.or(before)
    } else {
        before
    };
    cue.map(|cue| cue.speaker)
}

/// How many paragraphs a quote may go on over.
pub(super) const PARAGRAPHS: usize = 8;
