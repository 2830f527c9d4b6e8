//! A place of a text that says who is speaking, and who was heard before it.

use crate::mention::{EntityKind, NamedEntity};

/// A place of the text that says who is speaking.
pub(super) struct SpeechCue {
    pub at: usize,
    pub sentence: usize,
    pub speaker: usize,
    /// How it names the speaker.
    pub how: How,
    /// Whether the speaker tells of itself: "said it".
    pub own: bool,
    /// Whether the sentence ends with it: "..., Jane Doe says."
    pub closing: bool,
}

/// How a cue names who is speaking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// As the subject of a verb.
    Says,
    /// As the source of the sentence: "according to".
    Source,
    /// As the source of the figure before it: "a survey by".
    Near,
    /// As the one whose statement begins.
    States,
    /// As the source of the figure behind it: "Acme's forecast of".
    Ahead,
    /// As the one who rates a share: "Acme raised its target to".
    Rates,
}

/// Who was heard so far.
#[derive(Default)]
pub(super) struct Heard {
    pub last: Option<usize>,
    pub person: Option<usize>,
    /// Whose report or data were read.
    pub reading: Option<usize>,
    /// Whether the last one was only cited: "according to".
    pub cited: bool,
    /// For whom somebody without a name spoke last: "a spokesman for Acme".
    pub voice: Option<usize>,
    /// Whose analysts were heard.
    pub house: Option<usize>,
    /// The sentence of the last one.
    pub at: usize,
}

impl Heard {
    pub(super) fn hear(&mut self, speaker: usize, entity: &NamedEntity, read: bool) {
        self.last = Some(speaker);
        if read {
            self.reading = Some(speaker);
        } else if entity.kind == EntityKind::Person {
            (self.person, self.voice) = (Some(speaker), None);
        }
    }
}

/// The cues of one sentence.
pub(super) fn of_sentence(cues: &[SpeechCue], sentence: usize) -> &[SpeechCue] {
    let first = cues.partition_point(|cue| cue.sentence < sentence);
    let count = cues[first..].iter().take_while(|cue| cue.sentence == sentence).count();
    &cues[first..first + count]
}
