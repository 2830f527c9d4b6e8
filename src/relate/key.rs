//! A measure as words that can be compared.

use crate::words::WordList;

/// The longest key, in words.
const LONGEST: usize = 9;

/// A measure reduced to the words that tell it from others, with synonyms made one: in order, with blanks between. Empty where the
/// text names none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureKey {
    words: String,
    count: usize,
    /// The bit of each word: most keys are told apart by these alone.
    bits: u64,
}

/// The bit of a word, by its ends and its length.
fn bit(word: &str) -> u64 {
    let ends = word.bytes().next().zip(word.bytes().next_back());
    ends.map_or(0, |(first, last)| 1 << ((first.wrapping_mul(7) ^ last.wrapping_mul(3)).wrapping_add(word.len() as u8) % 64))
}

/// One word for several of the same meaning.
fn synonym(word: &str) -> Option<&'static str> {
    Some(match word {
        "sales" | "sale" | "revenues" | "turnover" | "topline" => "revenue",
        "earnings" | "income" | "profits" => "profit",
        "pat" => "net profit",
        "losses" => "loss",
        "stock" | "shares" => "share",
        "exports" => "export",
        "imports" => "import",
        "eps" => "profit per share",
        "noi" => "net operating profit",
        "ffo" => "funds operations",
        "gmv" => "gross merchandise volume",
        "fcf" => "free cash flow",
        "opex" => "operating expense",
        "expenses" => "expense",
        "aum" => "assets management",
        "premiums" => "premium",
        "costs" => "cost",
        "margins" => "margin",
        "prices" => "price",
        "receipts" => "receipt",
        "volumes" => "volume",
        "orders" => "order",
        "units" => "unit",
        _ => return None,
    })
}

/// Words that do not tell one measure from another.
static GENERIC: WordList = WordList::new(picked!(
    saying,
    BASIS,
    "total|overall|consolidated|group|company|annual|quarterly|of|the|from|in|and|for|s|a|per|to|its|record|our|new|\
     attributable|shareholders|continuing|operations|figure|figures|year|quarter|period|month|half|during"
));

/// Words that make another measure of the same noun.
const APART: &[&str] = &["net", "gross", "adjusted", "core", "operating", "organic", "pretax", "pre", "before", "after", "tax", "share"];

impl MeasureKey {
    /// The key of a measure's words.
    pub fn new(measure: &str) -> Self {
        let lower = measure.to_lowercase();
        let mut words: Vec<&str> = Vec::with_capacity(LONGEST);
        for word in lower.split(|c: char| !c.is_alphanumeric() && c != '&').filter(|word| !word.is_empty()) {
            match synonym(word) {
                Some(synonym) => words.extend(synonym.split(' ').filter(|word| !GENERIC.has(word))),
                None if GENERIC.has(word) => {}
                None => words.push(word),
            }
        }
        // "Net sales" are sales; "net profit" is not profit before tax, so "net" stays there.
        if words.contains(&"revenue") {
            words.retain(|word| *word != "net");
        }
        words.sort_unstable();
        words.dedup();
        MeasureKey { words: words.join(" "), count: words.len(), bits: words.iter().fold(0, |bits, word| bits | bit(word)) }
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.words.split(' ').filter(|word| !word.is_empty())
    }

    /// Whether the text names no measure.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// Whether both name the same measure.
    pub fn is(&self, other: &MeasureKey) -> bool {
        !self.is_empty() && self.bits == other.bits && self.words == other.words
    }

    /// Whether one names the other with further words: "IT exports" and "IT-related exports".
    pub fn refines(&self, other: &MeasureKey) -> bool {
        let (short, long) = if self.count <= other.count { (self, other) } else { (other, self) };
        if short.is_empty() || long.count > short.count + 2 || short.bits & !long.bits != 0 {
            return false;
        }
        short.each().all(|word| long.has(word)) && !long.each().any(|word| !short.has(word) && APART.contains(&word))
    }

    /// Whether one of the list's words, in its synonym form, is among the measure's.
    pub(crate) fn has_one_of(&self, list: &WordList) -> bool {
        self.each().any(|own| list.has(own))
    }

    /// Whether the word, in its synonym form, is among the measure's.
    pub fn has(&self, word: &str) -> bool {
        self.bits & bit(word) != 0 && self.each().any(|own| own == word)
    }
}
