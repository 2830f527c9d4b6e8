//! A name as it is printed, made ready to be compared.

use std::ops::Range;

use crate::extract::entity::vocabulary::class;
use crate::extract::entity::word::{NameWord, flag, hashes};
use crate::mention::EntityKind;
use crate::text::Span;
use crate::words::country;

/// A name in the text, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// Its words in the article's reading.
    pub words: Range<usize>,
    /// Which name of the stylebook it is.
    pub known: Option<usize>,
}

/// A name as it is printed, with its words as they are compared: made once however often it is printed so.
pub(super) struct NameForm<'t> {
    pub(super) text: &'t str,
    /// Its mentions, in order.
    pub(super) mentions: Vec<usize>,
    /// The letters of all its words, in lower case without accents, signs and periods.
    pub(super) letters: String,
    /// Where in the letters each word ends.
    pub(super) ends: Vec<usize>,
    /// Of an organisation, its words without its legal ending and a leading article.
    pub(super) core: Vec<CoreWord>,
    /// Of an organisation, the full name, where it is a well-known short form.
    pub(super) full: Option<&'static str>,
    /// The organisation's name is one word of capitals.
    pub(super) is_acronym: bool,
    /// Several words, all in capitals.
    pub(super) shouted: bool,
    /// Its length in characters.
    pub(super) length: usize,
    pub(super) code: Option<&'static str>,
    /// A single word that any organisation of its sort could be called: "Ministry".
    pub(super) generic: bool,
    /// Which name of the stylebook it is.
    pub(super) known: Option<usize>,
}

/// A word of an organisation's core.
pub(super) struct CoreWord {
    /// Which of the form's words it is.
    part: usize,
    /// Its first character as printed, where an acronym has it: where the word has a capital.
    pub(super) initial: Option<char>,
}

/// Well-known short forms that share no letters in order with the full one, in lower case.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("fed", "federal reserve"),
    ("federal reserve board", "federal reserve"),
    ("us federal reserve", "federal reserve"),
    ("u s federal reserve", "federal reserve"),
    ("pentagon", "department of defense"),
    ("justice department", "department of justice"),
    ("treasury department", "department of the treasury"),
    ("us treasury", "department of the treasury"),
    ("treasury", "department of the treasury"),
    ("state department", "department of state"),
    ("commerce department", "department of commerce"),
    ("labor department", "department of labor"),
    ("energy department", "department of energy"),
    ("agriculture department", "department of agriculture"),
    ("usda", "department of agriculture"),
    ("boe", "bank of england"),
    ("boj", "bank of japan"),
    ("bofa", "bank of america"),
    ("rbi", "reserve bank of india"),
    ("u s", "united states"),
    ("un", "united nations"),
    ("eu", "european union"),
];

/// Adds a word's letters as they are compared: lower case, without the accents of Latin letters.
fn push_letters(word: &str, letters: &mut String) {
    if word.is_ascii() {
        let plain = word.bytes().filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'&');
        letters.extend(plain.map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    let plain =
        word.chars().filter(|character| character.is_alphanumeric() || *character == '&').flat_map(char::to_lowercase).map(|character| {
            match character {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
                'ç' | 'ć' | 'č' => 'c',
                'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => 'e',
                'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
                'ñ' | 'ń' | 'ň' => 'n',
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
                'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
                'ý' | 'ÿ' => 'y',
                'š' | 'ś' | 'ş' => 's',
                'ž' | 'ź' | 'ż' => 'z',
                'ğ' => 'g',
                'ł' => 'l',
                'ď' | 'đ' => 'd',
                'ť' | 'ţ' => 't',
                'ř' => 'r',
                other => other,
            }
        });
    letters.extend(plain);
}

impl<'t> NameForm<'t> {
    pub(super) fn new(text: &'t str, mention: &Mention, words: &[NameWord]) -> Self {
        let words = &words[mention.words.clone()];
        let is_organization = mention.kind == EntityKind::Organization;
        let printed = mention.span.of(text);
        let has_small = printed.chars().any(char::is_lowercase);
        let mut form = NameForm {
            text: printed,
            mentions: Vec::new(),
            letters: String::with_capacity(printed.len()),
            ends: Vec::with_capacity(words.len()),
            core: Vec::new(),
            full: None,
            is_acronym: is_organization
                && words.len() == 1
                && !has_small
                && printed.chars().filter(|character| character.is_uppercase()).count() >= 2,
            shouted: false,
            length: printed.chars().count(),
            code: country::code(printed),
            generic: words.len() == 1 && words[0].has(class::ORGANIZATION_WORD),
            known: mention.known,
        };
        let core = if is_organization { core(words) } else { 0..0 };
        for (i, word) in words.iter().enumerate() {
            let start = form.letters.len();
            push_letters(word.span.of(text), &mut form.letters);
            if form.letters.len() == start {
                continue;
            }
            if core.contains(&i) && is_core(word) {
                let initial = word.span.of(text).chars().next().filter(|_| word.is_candidate());
                form.core.push(CoreWord { part: form.ends.len(), initial });
            }
            form.ends.push(form.letters.len());
        }
        form.shouted = form.ends.len() > 1 && !has_small;
        // The longest short form has five words.
        if let Some(first) = form.core.first().filter(|_| form.core.len() <= 5).map(|word| form.part(word.part)) {
            let mut starting = SHORT_FORMS.iter().filter(|(short, _)| short.starts_with(first));
            form.full = starting.find(|(short, _)| short.split(' ').eq(form.core_words())).map(|(_, full)| *full);
        }
        form
    }

    /// A word, by its number.
    pub(super) fn part(&self, i: usize) -> &str {
        &self.letters[i.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[i]]
    }

    /// All words.
    pub(super) fn parts(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        (0..self.ends.len()).map(|i| self.part(i))
    }

    /// The words of the core.
    pub(super) fn core_words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.core.iter().map(|word| self.part(word.part))
    }

    /// The words of the name in full: those of the core, where it is no well-known short form.
    pub(super) fn full_name(&self) -> impl Iterator<Item = &str> {
        let core = if self.full.is_some() { &[] } else { &self.core[..] };
        self.full.into_iter().flat_map(|full| full.split(' ')).chain(core.iter().map(|word| self.part(word.part)))
    }

    /// Whether the acronym `short` is made of the name's capitals, or of the first letters of all its words.
    pub(super) fn is_abbreviated(&self, short: &NameForm) -> bool {
        let acronym = || short.text.chars().filter(|character| character.is_alphanumeric());
        let capitals = self.core.iter().filter_map(|word| word.initial).flat_map(char::to_uppercase);
        let all = self.core_words().filter_map(|word| word.chars().next());
        self.core.len() > 1 && (capitals.eq(acronym()) || all.eq(acronym().flat_map(char::to_lowercase)))
    }
}

fn is_core(word: &NameWord) -> bool {
    word.is(flag::LETTER | flag::DIGIT)
}

/// The words of an organisation's name without its legal ending and a leading article, of which at least one is left.
fn core(words: &[NameWord]) -> Range<usize> {
    const THE: u32 = hashes(["the"])[0];
    let mut core = 0..words.len();
    let mut left = words.iter().filter(|word| is_core(word)).count();
    while left > 1 && (!is_core(&words[core.end - 1]) || words[core.end - 1].has(class::COMPANY_SUFFIX)) {
        core.end -= 1;
        left -= usize::from(is_core(&words[core.end]));
    }
    let first = words.iter().position(is_core);
    core.start = first.filter(|&first| left > 1 && words[first].lower == THE).map_or(0, |first| first + 1);
    core
}
