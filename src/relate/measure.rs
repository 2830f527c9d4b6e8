//! What a figure measures: "IT exports", "net profit", "book value per share".
//!
//! The measure is the noun phrase before "of", the one after "in", or the subject of the verb that the figure depends on:
//! in the skeleton, the nearest run of words to the figure's left in its clause, unless one stands right behind it.

use super::Fact;
use super::skeleton::{Element, Skeleton};
use crate::document::Document;
use crate::mention::FigureKind;
use crate::text::{Classes, Span, TokenKind};
use crate::words::WordList;

/// Adjectives that skeletons pass over but that tell measures apart.
static ADJECTIVES: WordList =
    WordList::new(&["total", "net", "annual", "quarterly", "overall", "gross", "adjusted", "small", "large", "monthly"]);
/// Prepositions at which the published measure ends; what follows says where or when, and still tells measures apart.
static WHERE: WordList = WordList::new(&["for", "in", "during", "at", "on", "under", "between", "across", "with", "among"]);
/// The longest measure, in words.
const LONGEST: usize = 9;

/// A measure reduced to the words that tell it from others, with synonyms made one: in order, with blanks between. Empty where the
/// text names none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureKey(String);

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
static GENERIC: WordList = WordList::new(&[
    "total",
    "overall",
    "consolidated",
    "group",
    "company",
    "reported",
    "annual",
    "quarterly",
    "of",
    "the",
    "from",
    "in",
    "and",
    "for",
    "s",
    "a",
    "per",
    "to",
    "its",
    "record",
    "our",
    "new",
    "attributable",
    "shareholders",
    "continuing",
    "operations",
    "figure",
    "figures",
    "year",
    "quarter",
    "period",
    "month",
    "half",
    "during",
]);

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
        MeasureKey(words.join(" "))
    }

    fn each(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ').filter(|word| !word.is_empty())
    }

    /// Whether the text names no measure.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words name it.
    pub fn words(&self) -> usize {
        self.each().count()
    }

    /// Whether both name the same measure.
    pub fn is(&self, other: &MeasureKey) -> bool {
        !self.is_empty() && self == other
    }

    /// Whether one names the other with further words: "IT exports" and "IT-related exports".
    pub fn refines(&self, other: &MeasureKey) -> bool {
        let (short, long) = if self.words() <= other.words() { (self, other) } else { (other, self) };
        let told_apart = || long.each().any(|word| !short.has(word) && APART.contains(&word));
        !short.is_empty() && long.words() <= short.words() + 2 && short.each().all(|word| long.has(word)) && !told_apart()
    }

    /// Whether the word, in its synonym form, is among the measure's.
    pub fn has(&self, word: &str) -> bool {
        self.each().any(|own| own == word)
    }
}

/// Gives each fact its measure where the text names one, and marks losses.
pub fn assign(document: &Document, skeletons: &[Skeleton], facts: &mut [Fact]) {
    for skeleton in skeletons {
        let reader = Reader { document, skeleton };
        for (at, element) in skeleton.elements.iter().enumerate() {
            let Some(fact) = element.fact else { continue };
            let Some(span) = reader.measure(at, facts[fact].figure.kind) else { continue };
            let words = span.of(document.text);
            facts[fact].loss = reader.is_loss(at, words);
            facts[fact].measure_key = MeasureKey::new(words);
            facts[fact].measure = Some(published(words));
        }
    }
}

/// The measure as it is published: without where and when.
fn published(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            if WHERE.has(word) {
                break;
            }
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

struct Reader<'a> {
    document: &'a Document<'a>,
    skeleton: &'a Skeleton,
}

impl Reader<'_> {
    fn symbol(&self, at: usize) -> u8 {
        self.skeleton.symbols.as_bytes().get(at).copied().unwrap_or(b' ')
    }

    fn is_words(&self, at: usize) -> bool {
        matches!(self.symbol(at), b'_' | b'=')
    }

    fn measure(&self, at: usize, kind: FigureKind) -> Option<Span> {
        let elements = &self.skeleton.elements;
        // "a 39% rise in exports", "growth of 5% in revenue"
        if kind == FigureKind::Percent {
            let noun = (at + 1..(at + 3).min(elements.len())).find(|&i| b"udvJK".contains(&self.symbol(i)));
            let after = noun.map_or(at + 1, |noun| noun + 1);
            if b"io".contains(&self.symbol(after)) && self.is_words(after + 1) {
                return self.phrase_start(&elements[after + 1]);
            }
            if noun == Some(at + 2) && self.is_words(at + 1) {
                return self.phrase_end(&elements[at + 1]);
            }
        }
        // "a $9 million increase in revenues", where no verb of change has another subject.
        if kind != FigureKind::Percent
            && b"udJK".contains(&self.symbol(at + 1))
            && b"io".contains(&self.symbol(at + 2))
            && self.is_words(at + 3)
        {
            return self.phrase_start(&elements[at + 3]);
        }
        // "$12 billion of spend" is spend, whatever stands before.
        let whole = at >= 2 && self.symbol(at - 1) == b'o' && self.symbol(at - 2) == b'P' && self.symbol(at + 1) == b'i';
        let of = kind != FigureKind::Percent && (self.symbol(at + 1) == b'o' || whole);
        if of { self.right(at).or_else(|| self.left(at)) } else { self.left(at).or_else(|| self.right(at)) }
    }

    /// The subject: the nearest run of words to the left in the clause; past an aside that starts with "including", the run before it.
    fn left(&self, at: usize) -> Option<Span> {
        let mut i = at;
        while i > 0 {
            i -= 1;
            if self.is_words(i) {
                // "in Europe," behind another figure is where, not what.
                // So is "of sales" behind a percent.
                let where_only = i >= 2 && b"ioj".contains(&self.symbol(i - 1)) && b"AQPO".contains(&self.symbol(i - 2));
                if where_only {
                    continue;
                }
                let aside = if self.skeleton.set.has(b'p') { self.skeleton.symbols[..i].rfind(",p") } else { None };
                let before_aside = aside.filter(|&aside| {
                    aside > 0
                        && self.is_words(aside - 1)
                        && self.skeleton.symbols[aside + 2..i].bytes().all(|symbol| b"_=,&".contains(&symbol))
                });
                // "Shares in Acme, a brewer, have fallen": the apposition is not the subject.
                let apposition = i >= 2 && self.symbol(i - 1) == b',' && self.symbol(i + 1) == b',' && self.is_words(i - 2);
                let words = before_aside.map_or(if apposition { i - 2 } else { i }, |aside| aside - 1);
                // A margin is part of the name: "gross margin decreased to $37 million".
                let mut phrase = self.skeleton.elements[words].clone();
                if self.symbol(words + 1) == b'm' {
                    phrase.tokens.end = self.skeleton.elements[words + 1].tokens.end;
                }
                if let Some(span) = self.phrase_end(&phrase) {
                    return Some(span);
                }
            }
            if b"k;".contains(&self.symbol(i)) {
                return None;
            }
        }
        None
    }

    /// "$830 million in exports", "$5 million of revenue".
    fn right(&self, at: usize) -> Option<Span> {
        let after = at + 1;
        if b"io".contains(&self.symbol(after)) && self.is_words(after + 1) {
            return self.phrase_start(&self.skeleton.elements[after + 1]);
        }
        None
    }

    /// The noun phrase that ends a run of words.
    fn phrase_end(&self, words: &Element) -> Option<Span> {
        let mut start = words.tokens.start;
        let mut end = words.tokens.end;
        while start > 0 && end - start < LONGEST && ADJECTIVES.has(self.document.word(start - 1)) {
            start -= 1;
        }
        while end > start && self.is_tail(end - 1) {
            end -= 1;
        }
        let cut = (start..end).rev().find(|&token| self.breaks(token)).map_or(start, |token| token + 1);
        self.trimmed(cut.max(end.saturating_sub(LONGEST)), end)
    }

    /// The noun phrase that starts a run of words.
    fn phrase_start(&self, words: &Element) -> Option<Span> {
        let mut start = words.tokens.start;
        while start > 0 && ADJECTIVES.has(self.document.word(start - 1)) {
            start -= 1;
        }
        let end = (words.tokens.start..words.tokens.end).find(|&token| self.breaks(token)).unwrap_or(words.tokens.end);
        self.trimmed(start, end.min(start + LONGEST))
    }

    fn trimmed(&self, mut start: usize, mut end: usize) -> Option<Span> {
        while start < end && self.is_tail(start) {
            start += 1;
        }
        while start < end && self.is_tail(end - 1) {
            end -= 1;
        }
        (start < end).then(|| self.document.span(start..end))
    }

    fn is_one_of(&self, token: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.document.word(token).eq_ignore_ascii_case(word))
    }

    /// Whether the token is a sign, or a word that does not belong to a noun phrase that it ends or begins.
    fn is_tail(&self, token: usize) -> bool {
        let token = &self.document.tokens[token];
        token.classes.any(Classes::PHRASE_TAIL) || !matches!(token.kind, TokenKind::Word | TokenKind::Number)
    }

    /// "Exports for the period": an article behind a preposition does not start another phrase.
    fn inside_phrase(&self, token: usize) -> bool {
        token > 0 && self.is_one_of(token, &["the", "a", "an", "its", "this"]) && self.is_one_of(token - 1, &["for", "in", "of", "during"])
    }

    fn breaks(&self, at: usize) -> bool {
        let token = &self.document.tokens[at];
        match token.kind {
            TokenKind::Sign('"' | '“' | '”' | ',' | '\'' | '’') => true,
            TokenKind::Word if token.classes.any(Classes::PHRASE_BREAK) => !self.is_acronym(at) && !self.inside_phrase(at),
            TokenKind::Word => token.text(self.document.text).starts_with(['\'', '’']),
            _ => false,
        }
    }

    fn is_acronym(&self, token: usize) -> bool {
        let word = self.document.word(token);
        (2..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Whether the figure is the size of a loss: "a net loss of $5m", "a deficit of", with no change word between.
    fn is_loss(&self, at: usize, measure: &str) -> bool {
        let last = measure.rsplit(' ').next().unwrap_or_default();
        let is_loss = ["loss", "losses", "deficit", "shortfall"].iter().any(|word| last.eq_ignore_ascii_case(word));
        let direct = at > 0 && b"owt_=:".contains(&self.symbol(at - 1));
        is_loss && direct
    }
}
