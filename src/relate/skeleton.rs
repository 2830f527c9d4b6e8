//! A sentence reduced to one symbol for each figure, period and cue: what claim patterns are matched against.
//!
//! "Exports rose 39% to $830 million from $596 million." is `_UPtAfA`. The symbols are those of [`super::cue`].

use std::ops::Range;

use super::cue::{Symbol, cue_at, symbol};
use crate::document::Document;
use crate::mention::{Figure, FigureKind, Period, Unit, Value};
use crate::number::Decimal;
use crate::text::{Block, Sentence, Span, TokenKind};

/// One symbol's stretch of the sentence.
#[derive(Clone, Debug)]
pub struct Element {
    /// The symbol.
    pub symbol: Symbol,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The figure, as index of a fact.
    pub fact: Option<usize>,
    /// The period, as index.
    pub period: Option<usize>,
}

/// Symbols, as one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SymbolSet(u128);

impl SymbolSet {
    /// The set of these symbols, which are ASCII.
    pub const fn of(symbols: &[Symbol]) -> Self {
        let mut set = 0;
        let mut at = 0;
        while at < symbols.len() {
            set |= 1 << (symbols[at] & 127);
            at += 1;
        }
        SymbolSet(set)
    }

    /// The symbols that both sets have.
    pub const fn and(self, other: SymbolSet) -> Self {
        SymbolSet(self.0 & other.0)
    }

    /// Whether the symbol is in it.
    pub const fn has(self, symbol: Symbol) -> bool {
        self.any(Self::of(&[symbol]))
    }

    /// Whether the sets share a symbol.
    pub const fn any(self, of: SymbolSet) -> bool {
        self.0 & of.0 != 0
    }
}

/// A sentence's skeleton.
#[derive(Clone, Debug)]
pub struct Skeleton {
    /// Index of the sentence.
    pub sentence: usize,
    /// Whether it is a headline or a section heading.
    pub heading: bool,
    /// Its elements, in order.
    pub elements: Vec<Element>,
    /// One symbol an element, so that a match's bytes are indices of elements.
    pub symbols: String,
    /// Which symbols there are.
    pub set: SymbolSet,
    /// An amount in brackets with the one it converts; a stated rate converts an amount of one.
    pub conversions: Vec<(usize, usize)>,
    /// Tokens at which the sentence says "year on year".
    pub year_on_year: Vec<usize>,
}

impl Skeleton {
    /// The fact at an element.
    pub fn fact(&self, element: usize) -> Option<usize> {
        self.elements[element].fact
    }
}

/// The skeletons of all sentences, in order; those of sentences without a figure are empty, for they state nothing.
pub fn skeletons(document: &Document, figures: &[Figure], periods: &[Period]) -> Vec<Skeleton> {
    let reader = Reader { document, figures, periods };
    let (mut figures_before, mut periods_before) = (0, 0);
    let mut elements = Vec::new();
    let skeleton = |(index, sentence): (usize, &Sentence)| {
        let end = document.tokens[sentence.tokens.end - 1].span.end;
        let starts_before = |span: Span| span.start < end;
        let figures_here = figures[figures_before..].iter().take_while(|figure| starts_before(figure.span)).count();
        let periods_here = periods[periods_before..].iter().take_while(|period| starts_before(period.span)).count();
        let (figures_end, periods_end) = (figures_before + figures_here, periods_before + periods_here);
        if figures_here > 0 {
            reader.read(&mut elements, sentence.tokens.clone(), figures_before..figures_end, periods_before..periods_end);
        }
        (figures_before, periods_before) = (figures_end, periods_end);
        skeleton(document, index, figures, &mut elements)
    };
    document.sentences.iter().enumerate().map(skeleton).collect()
}

/// The skeleton of a sentence, made of its elements as they follow each other in the text.
fn skeleton(document: &Document, sentence: usize, figures: &[Figure], elements: &mut Vec<Element>) -> Skeleton {
    let read = set_of(elements);
    let rates = if read.has(symbol::EQUALS) { rates(figures, elements) } else { Vec::new() };
    let mut conversions = if read.has(b'(') { fold_brackets(figures, elements) } else { Vec::new() };
    conversions.extend(rates);
    if read.has(b'r') {
        fold_appositives(document, figures, elements);
    }
    let mut year_on_year = Vec::new();
    if read.has(b'g') {
        year_on_year.extend(elements.iter().filter(|element| element.symbol == b'g').map(|element| element.tokens.start));
        elements.retain(|element| element.symbol != b'g');
    }
    if read.has(b'x') {
        basis_words(elements);
    }
    merge_words(elements);
    let symbols: String = elements.iter().map(|element| char::from(element.symbol)).collect();
    let heading = document.sentences[sentence].block == Block::Heading;
    // A sentence has many more words than its skeleton has elements.
    let mut kept = Vec::with_capacity(elements.len());
    kept.append(elements);
    Skeleton { sentence, heading, set: set_of(&kept), elements: kept, symbols, conversions, year_on_year }
}

fn set_of(elements: &[Element]) -> SymbolSet {
    elements.iter().fold(SymbolSet::default(), |set, element| SymbolSet(set.0 | SymbolSet::of(&[element.symbol]).0))
}

struct Reader<'a> {
    document: &'a Document<'a>,
    figures: &'a [Figure],
    periods: &'a [Period],
}

impl Reader<'_> {
    /// Reads the tokens of a sentence into elements.
    fn read(&self, elements: &mut Vec<Element>, tokens: Range<usize>, figures: Range<usize>, periods: Range<usize>) {
        let document = self.document;
        let (mut next_fact, mut next_period) = (figures.start, periods.start);
        let mut at = tokens.start;
        while at < tokens.end {
            let start = document.tokens[at].span.start;
            while next_fact < figures.end && self.figures[next_fact].span.end <= start {
                next_fact += 1;
            }
            while next_period < periods.end && self.periods[next_period].span.end <= start {
                next_period += 1;
            }
            let figure = self.figures[..figures.end].get(next_fact);
            let period = self.periods[..periods.end].get(next_period);
            if let Some(figure) = figure.filter(|figure| figure.span.start <= start) {
                let end = self.token_end(at, tokens.end, figure.span.end);
                elements.push(Element { symbol: figure_symbol(figure), tokens: at..end, fact: Some(next_fact), period: None });
                next_fact += 1;
                at = end + self.unit_words(figure, end, tokens.end);
                continue;
            }
            let qualifier = figure.and_then(|figure| figure.qualifier_span);
            if qualifier.is_some_and(|span| span.start <= start && start < span.end) {
                at += 1;
                continue;
            }
            if let Some(period) = period.filter(|period| period.span.start <= start) {
                let end = self.token_end(at, tokens.end, period.span.end);
                elements.push(Element { symbol: symbol::PERIOD, tokens: at..end, fact: None, period: Some(next_period) });
                next_period += 1;
                at = end;
                continue;
            }
            let next = [qualifier, figure.map(|figure| figure.span), period.map(|period| period.span)];
            // A qualifier that lies behind has been passed over.
            let next = next.into_iter().flatten().map(|span| span.start).filter(|&next| next > start).min().unwrap_or(usize::MAX);
            while at < tokens.end && document.tokens[at].span.start < next {
                at += self.push_word(elements, at, tokens.end, tokens.start);
            }
        }
    }

    /// How many tokens "per share" or "a share" takes behind a figure per unit.
    fn unit_words(&self, figure: &Figure, at: usize, end: usize) -> usize {
        let is =
            |token: usize, words: &[&str]| token < end && words.iter().any(|word| self.document.word(token).eq_ignore_ascii_case(word));
        if figure.per.is_some() && is(at, &["per", "a", "an"]) { 2.min(end - at) } else { 0 }
    }

    fn token_end(&self, at: usize, end: usize, byte: usize) -> usize {
        (at + 1..end).find(|&token| self.document.tokens[token].span.start >= byte).unwrap_or(end)
    }

    /// Pushes what stands at `at` and returns how many tokens it took.
    fn push_word(&self, elements: &mut Vec<Element>, at: usize, end: usize, start: usize) -> usize {
        let token = &self.document.tokens[at];
        let push = |elements: &mut Vec<Element>, symbol: Symbol, count: usize| {
            match elements.last_mut() {
                Some(last) if symbol == symbol::WORDS && last.symbol == symbol::WORDS => last.tokens.end = at + count,
                _ => elements.push(Element { symbol, tokens: at..at + count, fact: None, period: None }),
            }
            count
        };
        match token.kind {
            TokenKind::Sign(sign) => match sign {
                ',' | ';' | ':' => push(elements, sign as u8, 1),
                '·' | '•' => push(elements, b';', 1),
                '(' | '[' => push(elements, b'(', 1),
                ')' | ']' => push(elements, b')', 1),
                '-' | '–' | '—' if self.inside_word(at) => push(elements, symbol::WORDS, 1),
                '-' | '–' | '—' if at > start => push(elements, b'-', 1),
                '&' => push(elements, b'&', 1),
                '/' => push(elements, symbol::WORDS, 1),
                '=' => push(elements, symbol::EQUALS, 1),
                _ => 1,
            },
            TokenKind::Newline { .. } => 1,
            TokenKind::Word | TokenKind::Number => match cue_at(self.document, at, end) {
                Some((symbol::NOTHING, count)) => count,
                Some((symbol, count)) => push(elements, symbol, count),
                None if self.document.word(at).starts_with(['\'', '’']) => 1,
                None => push(elements, symbol::WORDS, 1),
            },
        }
    }

    fn inside_word(&self, at: usize) -> bool {
        let tokens = &self.document.tokens;
        at > 0 && at + 1 < tokens.len() && tokens[at - 1].touches(&tokens[at]) && tokens[at].touches(&tokens[at + 1])
    }
}

fn figure_symbol(figure: &Figure) -> u8 {
    match (figure.kind, &figure.unit, &figure.value) {
        (_, _, Value::Range(..)) => symbol::RANGE,
        (FigureKind::Amount, ..) => symbol::AMOUNT,
        (FigureKind::Percent, Unit::Percent, _) => symbol::PERCENT,
        (FigureKind::Percent, ..) => symbol::POINTS,
        (FigureKind::Quantity, ..) => symbol::QUANTITY,
        (FigureKind::Ratio, ..) => symbol::RATIO,
    }
}

/// "$1 = 0.96 euros": the second amount with the first, which it converts.
fn rates(figures: &[Figure], elements: &[Element]) -> Vec<(usize, usize)> {
    let amount = |element: &Element| element.fact.filter(|&fact| figures[fact].kind == FigureKind::Amount);
    let rate = |three: &[Element]| {
        let (of, stated) = (amount(&three[0])?, amount(&three[2])?);
        let one = figures[of].value() == Some(Decimal::ONE) && figures[of].unit != figures[stated].unit;
        (three[1].symbol == symbol::EQUALS && one).then_some((stated, of))
    };
    elements.windows(3).filter_map(rate).collect()
}

/// Takes brackets out: those with conversions, which it returns, and those without a figure, of which a period stays.
fn fold_brackets(figures: &[Figure], elements: &mut Vec<Element>) -> Vec<(usize, usize)> {
    let mut conversions = Vec::new();
    let mut out: Vec<Element> = Vec::with_capacity(elements.len());
    let mut at = 0;
    while at < elements.len() {
        let close = (elements[at].symbol == b'(').then(|| (at..elements.len()).find(|&i| elements[i].symbol == b')')).flatten();
        let Some(close) = close else {
            out.push(elements[at].clone());
            at += 1;
            continue;
        };
        let inner = &elements[at + 1..close];
        let of = out.last().and_then(|element| element.fact).filter(|&fact| figures[fact].kind == FigureKind::Amount);
        let amounts: Vec<usize> = inner.iter().filter_map(|element| element.fact).collect();
        let converts = of.is_some_and(|of| {
            !amounts.is_empty()
                && inner.iter().all(|element| element.symbol == symbol::AMOUNT || b",;:_r&".contains(&element.symbol))
                && amounts.iter().all(|&fact| figures[fact].unit != figures[of].unit)
        });
        if converts {
            conversions.extend(of.into_iter().flat_map(|of| amounts.iter().map(move |&stated| (stated, of))));
        } else if amounts.is_empty() {
            out.extend(inner.iter().filter(|element| element.symbol == symbol::PERIOD).cloned());
        } else {
            out.extend_from_slice(&elements[at..=close]);
        }
        at = close + 1;
    }
    *elements = out;
    conversions
}

/// Takes out the figure per share that stands beside a total: "$3.5 million, or $0.46 per share,".
fn fold_appositives(document: &Document, figures: &[Figure], elements: &mut Vec<Element>) {
    let mut at = 0;
    while at < elements.len() {
        let comma = usize::from(elements.get(at + 1).is_some_and(|element| element.symbol == b','));
        let or = at + 1 + comma;
        let (Some(total), Some(share)) = (elements[at].fact, elements.get(or + 1).and_then(|element| element.fact)) else {
            at += 1;
            continue;
        };
        let words_end =
            (or + 2..elements.len()).find(|&i| !matches!(elements[i].symbol, symbol::WORDS | symbol::MANY_WORDS)).unwrap_or(elements.len());
        let is_per = |fact: usize| figures[fact].per.is_some();
        let says_per = is_per(share) || (or + 2..words_end).any(|i| elements[i].tokens.clone().any(|token| document.word(token) == "per"));
        let same_unit = figures[total].unit == figures[share].unit && figures[total].kind == FigureKind::Amount;
        if elements[or].symbol == b'r' && same_unit && !is_per(total) && says_per {
            let closing = usize::from(comma == 1 && elements.get(words_end).is_some_and(|element| element.symbol == b','));
            elements.drain(at + 1..words_end + closing);
        }
        at += 1;
    }
}

/// Words of another basis ("organic") count only beside a change; elsewhere they name a measure.
fn basis_words(elements: &mut [Element]) {
    let beside_change = |element: Option<&Element>| element.is_some_and(|element| b"POUDVJKudvhl".contains(&element.symbol));
    for at in 0..elements.len() {
        if elements[at].symbol == b'x' && !beside_change(at.checked_sub(1).map(|i| &elements[i])) && !beside_change(elements.get(at + 1)) {
            elements[at].symbol = symbol::WORDS;
        }
    }
}

/// Joins neighbouring words, and words that only a preposition or "and" holds apart: "revenue from operations".
fn merge_words(elements: &mut Vec<Element>) {
    let is_words = |element: &Element| element.symbol == symbol::WORDS;
    let mut kept = 0;
    for at in 0..elements.len() {
        if is_words(&elements[at]) {
            let bridges = |bridge: Symbol| b"oibaj&".contains(&bridge) || b"ft".contains(&bridge) && !names_figure(elements, at);
            if kept >= 2 && is_words(&elements[kept - 2]) && bridges(elements[kept - 1].symbol) {
                kept -= 1;
            }
            if kept >= 1 && is_words(&elements[kept - 1]) {
                elements[kept - 1].tokens.end = elements[at].tokens.end;
                continue;
            }
        }
        elements.swap(kept, at);
        kept += 1;
    }
    elements.truncate(kept);
    for element in elements.iter_mut().filter(|element| is_words(element) && element.tokens.len() >= 3) {
        element.symbol = symbol::MANY_WORDS;
    }
}

/// Whether the words that start at an element lead to a figure: "from a net debt of $5.1bn".
fn names_figure(elements: &[Element], at: usize) -> bool {
    let mut rest = elements[at..].iter().skip_while(|element| element.symbol == symbol::WORDS);
    let next = rest.next();
    let figure = if next.is_some_and(|element| element.symbol == b'o') { rest.next() } else { next };
    figure.is_some_and(|element| element.fact.is_some())
}
