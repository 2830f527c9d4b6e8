//! A sentence as the links read it: figures, periods, cues and words, with what stands in brackets hung aside.

use std::cell::OnceCell;
use std::ops::Range;

use super::cue::{self, Cue};
use crate::document::Document;
use crate::mention::{Figure, FigureKind, TimeSpan, Unit, Value};
use crate::text::{BlockKind, Span, TokenKind};
use crate::words::WordList;

/// What stands at one place of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// A figure, as index of a fact.
    Figure(usize),
    /// A period, as index.
    Period(usize),
    /// A word that relates figures.
    Cue(Cue),
    /// Other words: how many.
    Words(usize),
    /// A comma.
    Comma,
    /// A semicolon, or a sign that stands for one.
    Semicolon,
    /// A colon.
    Colon,
    /// A dash between words.
    Dash,
    /// An opening bracket, with the node of the closing one.
    Open(usize),
    /// A closing bracket, with the node of the opening one.
    Close(usize),
}

/// One place of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// What stands there.
    pub element: Element,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Node {
    /// How many words stand there that link nothing.
    pub(crate) fn words(&self) -> usize {
        match self.element {
            Element::Words(words) => words,
            _ => 0,
        }
    }
}

/// Kinds of elements, as bits: a phrase is turned away at once where one of its items stands nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u64);

impl Kinds {
    pub(crate) const FIGURE: Kinds = Kinds(1 << 48);
    pub(crate) const LEVEL: Kinds = Kinds(1 << 49);
    pub(crate) const PERCENT: Kinds = Kinds(1 << 50);
    pub(crate) const VERB: Kinds = Kinds(1 << 51);
    pub(crate) const NOUN: Kinds = Kinds(1 << 52);
    pub(crate) const COMPARATIVE: Kinds = Kinds(1 << 53);
    pub(crate) const TIE: Kinds = Kinds(1 << 54);

    /// The kind of a cue.
    pub(crate) fn of_cue(cue: Cue) -> Kinds {
        Kinds(1 << cue as u64)
    }

    /// The kind of a sign.
    pub(crate) fn of_sign(sign: Element) -> Kinds {
        Kinds(match sign {
            Element::Comma => 1 << 55,
            Element::Colon => 1 << 56,
            Element::Dash => 1 << 57,
            Element::Open(_) => 1 << 58,
            Element::Close(_) => 1 << 59,
            _ => 0,
        })
    }

    /// All that an item of a phrase may take an element for.
    fn of(element: Element, figures: &[&Figure]) -> Kinds {
        let when = |holds: bool, kind: Kinds| if holds { kind } else { Kinds::default() };
        match element {
            Element::Figure(fact) => {
                Kinds::FIGURE.and(when(is_level(figures[fact]), Kinds::LEVEL)).and(when(is_percent(figures[fact]), Kinds::PERCENT))
            }
            Element::Cue(cue) => Kinds::of_cue(cue)
                .and(when(cue == Cue::Than, Kinds::of_cue(Cue::Against)))
                .and(when(cue.is_verb_of_change(), Kinds::VERB))
                .and(when(cue.is_noun_of_change(), Kinds::NOUN))
                .and(when(matches!(cue, Cue::Higher | Cue::Lower), Kinds::COMPARATIVE))
                .and(when(matches!(cue, Cue::Tie | Cue::Share | Cue::Was), Kinds::TIE)),
            sign => Kinds::of_sign(sign),
        }
    }

    /// Both.
    pub(crate) fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether all of the others are among them.
    pub(crate) fn has(self, others: Kinds) -> bool {
        others.0 & !self.0 == 0
    }
}

/// A sentence, read.
#[derive(Clone, Debug)]
pub(crate) struct SentenceReading {
    /// Index of the sentence.
    pub sentence: usize,
    /// What kind of block it stands in.
    pub block: BlockKind,
    /// Its nodes, in order.
    pub nodes: Vec<Node>,
    /// The facts of the sentence.
    pub facts: Range<usize>,
    /// For each node the kinds that stand before it, and those that stand there or behind it.
    kinds: Vec<(Kinds, Kinds)>,
    /// The node of each of its facts.
    places: Vec<Option<usize>>,
    /// Whether the text takes its figures back, and one of them in brackets, once that was asked: a long sentence has many claims.
    pub taken_back: OnceCell<(bool, bool)>,
}

impl SentenceReading {
    fn new(sentence: usize, block: BlockKind, nodes: Vec<Node>, facts: Range<usize>, figures: &[&Figure]) -> Self {
        let mut kinds = vec![(Kinds::default(), Kinds::default()); nodes.len() + 1];
        for at in 0..nodes.len() {
            let own = Kinds::of(nodes[at].element, figures);
            kinds[at].1 = own;
            kinds[at + 1].0 = kinds[at].0.and(own);
        }
        for at in (0..nodes.len()).rev() {
            kinds[at].1 = kinds[at].1.and(kinds[at + 1].1);
        }
        let mut places = vec![None; facts.len()];
        for (at, node) in nodes.iter().enumerate().rev() {
            if let Element::Figure(fact) = node.element
                && let Some(place) = fact.checked_sub(facts.start).and_then(|fact| places.get_mut(fact))
            {
                *place = Some(at);
            }
        }
        SentenceReading { sentence, block, nodes, facts, kinds, places, taken_back: OnceCell::new() }
    }

    /// The kinds that stand before a node.
    pub(crate) fn kinds_before(&self, node: usize) -> Kinds {
        self.kinds.get(node).or(self.kinds.last()).map_or(Kinds::default(), |kinds| kinds.0)
    }

    /// The kinds that stand from a node on.
    pub(crate) fn kinds_from(&self, node: usize) -> Kinds {
        self.kinds.get(node).map_or(Kinds::default(), |kinds| kinds.1)
    }

    /// What stands at a node; nothing lies outside.
    pub(crate) fn at(&self, node: usize) -> Option<Element> {
        self.nodes.get(node).map(|node| node.element)
    }

    /// The cue at a node.
    pub(crate) fn cue(&self, node: usize) -> Option<Cue> {
        match self.at(node) {
            Some(Element::Cue(cue)) => Some(cue),
            _ => None,
        }
    }

    /// The fact at a node.
    pub(crate) fn fact(&self, node: usize) -> Option<usize> {
        match self.at(node) {
            Some(Element::Figure(fact)) => Some(fact),
            _ => None,
        }
    }

    /// The node of a fact.
    pub(crate) fn node_of(&self, fact: usize) -> Option<usize> {
        *self.places.get(fact.checked_sub(self.facts.start)?)?
    }

    /// Whether a cue stands among the nodes.
    pub(crate) fn says(&self, nodes: Range<usize>, cue: Cue) -> bool {
        self.nodes.get(nodes).is_some_and(|nodes| nodes.iter().any(|node| node.element == Element::Cue(cue)))
    }
}

/// Reads the sentences that have a figure, in order.
pub(crate) fn readings(document: &Document, figures: &[&Figure], periods: &[TimeSpan]) -> Vec<SentenceReading> {
    let reader = SentenceReader { document, figures, periods };
    let (mut first_figure, mut first_period) = (0, 0);
    let mut out = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let end = document.tokens[sentence.tokens.end - 1].span.end;
        let figures_here = figures[first_figure..].iter().take_while(|figure| figure.span.start < end).count();
        let periods_here = periods[first_period..].iter().take_while(|period| period.span.start < end).count();
        let facts = first_figure..first_figure + figures_here;
        let periods_of = first_period..first_period + periods_here;
        (first_figure, first_period) = (facts.end, periods_of.end);
        if !facts.is_empty() && sentence.block != BlockKind::Table {
            let nodes = reader.read(sentence.tokens.clone(), facts.clone(), periods_of);
            out.push(SentenceReading::new(index, sentence.block, nodes, facts, figures));
        }
    }
    out
}

static PER: WordList = WordList::new(words!("per"));
static ARTICLES: WordList = WordList::new(words!("a|an"));
/// First words of units that have two: "a square foot".
static FIRST_OF_TWO: WordList =
    WordList::new(words!("square|kilowatt|metric|megawatt|troy|million|thousand|cubic|diluted|common|basic|hundred|short|long"));

struct SentenceReader<'a> {
    document: &'a Document<'a>,
    figures: &'a [&'a Figure],
    periods: &'a [TimeSpan],
}

impl SentenceReader<'_> {
    fn read(&self, tokens: Range<usize>, facts: Range<usize>, periods: Range<usize>) -> Vec<Node> {
        let document = self.document;
        let mut nodes: Vec<Node> = Vec::with_capacity(tokens.len() / 2 + 4);
        let (mut fact, mut period) = (facts.start, periods.start);
        let mut at = tokens.start;
        while at < tokens.end {
            let start = document.tokens[at].span.start;
            while fact < facts.end && self.figures[fact].span.end <= start {
                fact += 1;
            }
            while period < periods.end && self.periods[period].span.end <= start {
                period += 1;
            }
            let figure = (fact < facts.end).then(|| self.figures[fact]);
            if figure.is_some_and(|figure| figure.span.start <= start) {
                let figure = self.figures[fact];
                let end = self.token_end(at, tokens.end, figure.span);
                nodes.push(Node { element: Element::Figure(fact), tokens: at..end });
                fact += 1;
                at = end + self.unit_words(figure, end, tokens.end);
                continue;
            }
            if figure.and_then(|figure| figure.qualifier_span).is_some_and(|span| span.start <= start && start < span.end) {
                // "an increase over $5m": from there, not more than it
                let compares = is_level(self.figures[fact])
                    && nodes.last().is_some_and(|node| matches!(node.element, Element::Cue(cue) if cue.is_noun_of_change()));
                if compares && cue::cue_at(document, at, tokens.end).is_some_and(|(cue, _)| cue == Cue::Over) {
                    nodes.push(Node { element: Element::Cue(Cue::Over), tokens: at..at + 1 });
                }
                at += 1;
                continue;
            }
            if period < periods.end && self.periods[period].span.start <= start {
                let end = self.token_end(at, tokens.end, self.periods[period].span);
                nodes.push(Node { element: Element::Period(period), tokens: at..end });
                period += 1;
                at = end;
                continue;
            }
            at += self.word(&mut nodes, at, tokens.clone());
        }
        close_brackets(&mut nodes);
        nodes
    }

    /// How many tokens "per share", "diluted earnings per share", "a kilowatt hour" take behind a figure.
    fn unit_words(&self, figure: &Figure, behind: usize, end: usize) -> usize {
        let has = |token: usize, words: &WordList| token < end && words.has(self.document.word(token));
        let per = figure.per.as_ref().and_then(|_| (behind..end.min(behind + 6)).find(|&token| has(token, &PER)));
        let at = per.unwrap_or(behind);
        let article = has(at, &ARTICLES);
        let two = has(at + 1, &FIRST_OF_TWO);
        let counted = self.noun_end(figure, at, end);
        if let Some(noun) = counted {
            return noun + 1 - behind;
        }
        if has(at, &PER) || article && (figure.per.is_some() || two) { (at + 2 + usize::from(two)).min(end) - behind } else { 0 }
    }

    /// The token of the counted noun, where it stands within the next words: "1,696,000 short tons".
    fn noun_end(&self, figure: &Figure, at: usize, end: usize) -> Option<usize> {
        let Unit::Noun(noun) = &figure.unit else { return None };
        let last = noun.rsplit([' ', '-']).next()?;
        let is_word = |token: &usize| self.document.tokens[*token].kind == TokenKind::Word;
        (at..end.min(at + 4))
            .take_while(|token| is_word(token) || self.inside_word(*token))
            .find(|&token| self.document.word(token).eq_ignore_ascii_case(last))
    }

    fn token_end(&self, at: usize, end: usize, span: Span) -> usize {
        (at + 1..end).find(|&token| self.document.tokens[token].span.start >= span.end).unwrap_or(end)
    }

    /// Reads what stands at `at` and tells how many tokens it took.
    fn word(&self, nodes: &mut Vec<Node>, at: usize, sentence: Range<usize>) -> usize {
        let token = &self.document.tokens[at];
        let doubled = nodes.last().is_some_and(|node| node.element == Element::Cue(Cue::To) && node.tokens.end == at);
        let last = nodes.last().filter(|node| node.tokens.end == at).and_then(|node| match node.element {
            Element::Figure(fact) => Some(self.figures[fact].kind),
            _ => None,
        });
        let next = || self.document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
        let over = token.kind == TokenKind::Sign('÷') && last.is_some() || last == Some(FigureKind::Quantity) && next();
        let mut push = |element: Element, count: usize| {
            if let (Element::Words(more), Some(Node { element: Element::Words(words), tokens })) = (element, nodes.last_mut()) {
                *words += more;
                tokens.end = at + count;
            } else {
                nodes.push(Node { element, tokens: at..at + count });
            }
            count
        };
        match token.kind {
            TokenKind::Sign(',') => push(Element::Comma, 1),
            TokenKind::Sign(';' | '·' | '•' | '|') => push(Element::Semicolon, 1),
            TokenKind::Sign(':') => push(Element::Colon, 1),
            TokenKind::Sign('(' | '[') => push(Element::Open(usize::MAX), 1),
            TokenKind::Sign(')' | ']') => push(Element::Close(usize::MAX), 1),
            TokenKind::Sign('-' | '–' | '—' | '…') if at > sentence.start && !self.inside_word(at) => push(Element::Dash, 1),
            // "150/600", "50 ÷ 2,000 = 2.5%"
            TokenKind::Sign('/' | '÷') if over => push(Element::Cue(Cue::Of), 1),
            TokenKind::Sign('=') if last.is_some() => push(Element::Colon, 1),
            TokenKind::Sign('&') => push(Element::Cue(Cue::And), 1),
            TokenKind::Sign(_) | TokenKind::Newline { .. } => 1,
            TokenKind::Word | TokenKind::Number => match cue::cue_at(self.document, at, sentence.end) {
                Some((Cue::Nothing, count)) => count,
                // "to to"
                Some((Cue::To, count)) if doubled => count,
                Some((cue, count)) => push(Element::Cue(cue), count),
                None if self.document.word(at).starts_with(['\'', '’']) => 1,
                None => push(Element::Words(1), 1),
            },
        }
    }

    fn inside_word(&self, at: usize) -> bool {
        let tokens = &self.document.tokens;
        at > 0 && at + 1 < tokens.len() && tokens[at - 1].touches(&tokens[at]) && tokens[at].touches(&tokens[at + 1])
    }
}

/// Tells each bracket its other half; a half without one becomes a comma.
fn close_brackets(nodes: &mut [Node]) {
    let mut open: Vec<usize> = Vec::new();
    for at in 0..nodes.len() {
        match nodes[at].element {
            Element::Open(_) => open.push(at),
            Element::Close(_) => match open.pop() {
                Some(start) => {
                    nodes[start].element = Element::Open(at);
                    nodes[at].element = Element::Close(start);
                }
                None => nodes[at].element = Element::Comma,
            },
            _ => {}
        }
    }
    for at in open {
        nodes[at].element = Element::Comma;
    }
}

/// Whether the figure may be a level: a single amount or count.
pub(crate) fn is_level(figure: &Figure) -> bool {
    matches!(figure.kind, FigureKind::Amount | FigureKind::Quantity) && matches!(figure.value, Value::One(_))
}

/// Whether the figure is a percent, not points.
pub(crate) fn is_percent(figure: &Figure) -> bool {
    figure.kind == FigureKind::Percent && figure.unit == Unit::Percent
}

/// Whether the figure is a distance of two percents.
pub(crate) fn is_points(figure: &Figure) -> bool {
    figure.kind == FigureKind::Percent && figure.unit != Unit::Percent
}
