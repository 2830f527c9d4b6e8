//! Whose turn it is in a talk: the labels of a transcript.

use super::SpeakerReader;
use crate::text::TokenKind;
use crate::words::WordList;

/// Whose turn a label of a transcript begins.
pub(super) enum Turn {
    /// It is no label.
    None,
    /// Of somebody without a name.
    Unnamed,
    /// Of this person.
    Of(usize),
}

impl SpeakerReader<'_> {
    /// Where a transcript's turns begin, with who speaks from there on where the text names him: "DOE:", "Jane Doe:", "Mr Doe:",
    /// "JANE DOE, HOST:", and "JOURNALIST:".
    pub(super) fn labels(&self) -> Vec<(usize, Option<usize>)> {
        const TURNS: usize = 3;
        let document = self.document;
        let mut labels = Vec::new();
        for (i, pair) in document.tokens.windows(2).enumerate() {
            if !pair[1].is_sign(':') || pair[0].kind != TokenKind::Word {
                continue;
            }
            let name = pair[0].text(document.text);
            let opens = |at: usize| at == 0 || matches!(document.tokens[at - 1].kind, TokenKind::Newline { .. });
            let first = (i.saturating_sub(LONGEST_LABEL)..=i).rev().find(|&at| opens(at));
            if i > 0 && matches!(document.tokens[i - 1].kind, TokenKind::Number) {
                continue;
            }
            let Some(first) = first else {
                // lines that a page broke elsewhere
                let speaker = self.holders().last_name(name).filter(|_| is_shouted(name));
                labels.extend(speaker.map(|speaker| (pair[1].span.end, Some(speaker))));
                continue;
            };
            match self.turn(first, i) {
                Turn::None => {}
                Turn::Unnamed => labels.push((pair[1].span.end, None)),
                Turn::Of(speaker) => labels.push((pair[1].span.end, Some(speaker))),
            }
        }
        let named = labels.iter().any(|(_, speaker)| speaker.is_some());
        if labels.len() >= TURNS && named { labels } else { Vec::new() }
    }

    /// Whose turn begins on the line that starts at `first` and has a colon behind the word `last`.
    pub(super) fn turn(&self, first: usize, last: usize) -> Turn {
        let document = self.document;
        // "JANE DOE, HOST"
        let comma = (first..last).find(|&at| document.tokens[at].is_sign(','));
        let end = comma.map_or(last, |comma| comma.saturating_sub(1));
        let (name, shouted) = (document.word(end), is_shouted(document.word(end)));
        let words = || (first..=end).filter(|&at| document.tokens[at].kind == TokenKind::Word);
        if end < first || comma.is_some() && !shouted || !words().all(|at| self.is_upper(at)) {
            return Turn::None;
        }
        let named = self.holders().last_name(name).filter(|_| shouted || words().count() <= 3);
        match named {
            Some(speaker) => Turn::Of(speaker),
            None if ASKING.has(name) => Turn::Unnamed,
            None if comma.is_some() => Turn::Unnamed,
            None => Turn::None,
        }
    }
}

/// How many tokens may stand before the last word of a transcript's label.
pub(super) const LONGEST_LABEL: usize = 6;

/// Who asks in a transcript without a name.
pub(super) static ASKING: WordList =
    WordList::new(words!("journalist|question|reporter|interviewer|host|presenter|compere|speaker|caller|moderator|operator|q"));

/// Whether the word is in capitals only: "DOE", "O'DOE", "DOE-ROE".
pub(super) fn is_shouted(name: &str) -> bool {
    name.len() > 2 && !name.contains(char::is_lowercase) && name.starts_with(|first: char| first.is_ascii_uppercase())
}
