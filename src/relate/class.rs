//! Word classes: which words of a sentence with figures are nouns, verbs, prepositions …
//!
//! A linear model over the word, its ending, its neighbours and the two classes before it, read left to right. Its rows carry a check
//! byte, so that a feature it does not know adds nothing. `examples/train_words` trains it.

/// The class of an item of a sentence. The first [`MODELLED`] are told by the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Class {
    /// profit, tonnes
    Noun,
    /// A capitalised name, or a word of one.
    Name,
    /// A finite verb: rose, has, expects
    Finite,
    /// An infinitive: rise, (to) raise
    Base,
    /// A past participle: raised, driven
    Participle,
    /// rising, totalling
    Ing,
    /// strong, higher
    Adjective,
    /// sharply, also, not
    Adverb,
    /// the, its, any
    Determiner,
    /// of, in, from
    Preposition,
    /// it, they, there
    Pronoun,
    /// and, or, but
    Conjunction,
    /// that, which, while, if
    Subordinator,
    /// two, 2024
    Number,
    /// "to" before a verb; "up" behind one
    Particle,
    /// was, has, will, would
    Auxiliary,
    /// ’s
    Possessive,
    /// A punctuation mark or another sign.
    Sign,
    /// A figure, with its unit.
    Figure,
    /// An expression of time.
    Period,
}

/// How many classes the model tells apart.
pub const MODELLED: usize = 16;

const CLASSES: [Class; MODELLED] = [
    Class::Noun,
    Class::Name,
    Class::Finite,
    Class::Base,
    Class::Participle,
    Class::Ing,
    Class::Adjective,
    Class::Adverb,
    Class::Determiner,
    Class::Preposition,
    Class::Pronoun,
    Class::Conjunction,
    Class::Subordinator,
    Class::Number,
    Class::Particle,
    Class::Auxiliary,
];

/// What the model sees of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ItemLook {
    word: u32,
    ending: u32,
    shape: u32,
}

const fn mix(kind: u32, value: u32) -> u32 {
    let mixed = (value ^ kind.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35)
}

fn hash(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The longest word whose quotes are looked at, in bytes.
const LONGEST_QUOTED: usize = 24;

/// The word with curly quotes and apostrophes as straight ones.
fn straight<'b>(word: &'b [u8], buffer: &'b mut [u8; LONGEST_QUOTED]) -> &'b [u8] {
    if word.is_ascii() || word.len() > LONGEST_QUOTED {
        return word;
    }
    let (mut at, mut length) = (0, 0);
    while let Some(&byte) = word.get(at) {
        let (plain, width) = match word.get(at..at + 3) {
            Some([0xE2, 0x80, 0x98 | 0x99]) => (b'\'', 3),
            Some([0xE2, 0x80, 0x9C | 0x9D]) => (b'"', 3),
            _ => (byte, 1),
        };
        buffer[length] = plain;
        (at, length) = (at + width, length + 1);
    }
    &buffer[..length]
}

impl ItemLook {
    /// The look of a word or a sign.
    pub fn of_word(word: &str, joined: bool) -> ItemLook {
        let mut buffer = [0; LONGEST_QUOTED];
        let bytes = straight(word.as_bytes(), &mut buffer);
        let capital = word.starts_with(char::is_uppercase);
        let all = capital && bytes.len() > 1 && !bytes.iter().any(u8::is_ascii_lowercase);
        let digit = bytes.iter().any(u8::is_ascii_digit);
        ItemLook {
            word: hash(bytes.iter().map(u8::to_ascii_lowercase)),
            ending: hash(bytes.iter().rev().take(3).map(u8::to_ascii_lowercase)),
            shape: u32::from(capital) | u32::from(all) << 1 | u32::from(digit) << 2 | u32::from(joined) << 3,
        }
    }

    /// The look of an item that is of this class whatever its words.
    pub fn of_class(class: Class) -> ItemLook {
        ItemLook { word: class as u32, ending: class as u32, shape: 16 }
    }
}

/// How many features an item has.
pub const FEATURES: usize = 13;

/// The features of the item at `at`, whose neighbours have these looks.
#[inline]
pub fn features(looks: &[ItemLook], at: usize, before: u8, second_before: u8) -> [u32; FEATURES] {
    const EDGE: ItemLook = ItemLook { word: 1 << 20, ending: 1 << 20, shape: 32 };
    let own = looks[at];
    let look = |at: Option<usize>| at.and_then(|at| looks.get(at)).copied().unwrap_or(EDGE);
    let (left, right, next) = (look(at.checked_sub(1)), look(Some(at + 1)), look(Some(at + 2)));
    let (before, pair) = (u32::from(before), u32::from(before) << 8 | u32::from(second_before));
    let shape = own.shape | u32::from(at == 0) << 5;
    [
        mix(1, own.word),
        mix(2, own.ending ^ shape << 7),
        mix(3, before),
        mix(4, pair),
        mix(5, left.word),
        mix(6, right.word),
        mix(7, mix(before, own.word)),
        mix(8, mix(before, right.ending)),
        mix(9, right.ending ^ right.shape << 7),
        mix(10, shape << 8 | before),
        mix(11, mix(own.word, right.word)),
        mix(12, next.word),
        mix(13, mix(own.ending, pair)),
    ]
}

/// Rows of the table; a power of two.
pub const ROWS: usize = 1 << 15;
const ROW: usize = MODELLED + 1;

/// The model in its bytes: rows of a check byte and a weight of eight bits for each class.
#[derive(Clone, Copy)]
pub struct ClassModel<'b> {
    rows: &'b [[u8; ROW]; ROWS],
}

/// The row of a feature and the check byte that tells it from others in the same row; never 0.
pub const fn place(feature: u32) -> (usize, u8) {
    (feature as usize & (ROWS - 1), (feature >> 24) as u8 | 1)
}

impl<'b> ClassModel<'b> {
    /// Reads the model; `None` where the bytes have another length.
    pub fn from_bytes(bytes: &'b [u8]) -> Option<Self> {
        let (rows, []) = bytes.as_chunks() else { return None };
        Some(ClassModel { rows: rows.try_into().ok()? })
    }

    /// The model that is part of the library.
    pub fn embedded() -> ClassModel<'static> {
        ClassModel::from_bytes(include_bytes!("class.bin")).expect("the embedded model has its length")
    }

    #[inline]
    fn best(&self, features: &[u32; FEATURES]) -> u8 {
        let mut scores = [0i16; MODELLED];
        for &feature in features {
            let (row, check) = place(feature);
            let row = &self.rows[row & (ROWS - 1)];
            if row[0] != check {
                continue;
            }
            for (score, &weight) in scores.iter_mut().zip(&row[1..]) {
                *score += i16::from(weight as i8);
            }
        }
        let mut best = 0;
        for class in 1..MODELLED {
            if scores[class] > scores[best] {
                best = class;
            }
        }
        best as u8
    }

    /// Classes for the items of a sentence: `classes` holds those that are fixed, and `None` where the model tells.
    pub fn tag(&self, looks: &[ItemLook], classes: &mut [Option<Class>]) {
        let (mut before, mut second_before) = (u8::MAX, u8::MAX);
        for at in 0..looks.len() {
            let class = *classes[at].get_or_insert_with(|| CLASSES[usize::from(self.best(&features(looks, at, before, second_before)))]);
            (before, second_before) = (class as u8, before);
        }
    }
}
