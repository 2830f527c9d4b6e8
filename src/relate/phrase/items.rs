//! The items of a sentence: its words with their classes; figures, periods and names as one item each.

use crate::document::Document;
use crate::mention::{Figure, TimeSpan};
use crate::relate::class::{Class, ClassModel, ItemLook};
use crate::text::{Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::CHANGE_VERBS;
use std::ops::Range;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A word.
    Word,
    /// A sign.
    Sign(char),
    /// A figure, by its number.
    Figure(usize),
    /// A period, by its number.
    Period(usize),
    /// A name, by the number of its entity.
    Name(usize),
}

/// A word, a sign, a figure, a period or a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhraseItem {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: ItemKind,
    /// Its word class.
    pub class: Class,
}

/// What the items of sentences are read from.
pub struct ItemReader<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Its figures, in order, each with its qualifier.
    pub figures: &'a [(Span, Option<Span>)],
    /// Its periods, in order.
    pub periods: &'a [TimeSpan],
    /// Where its entities are named, in order.
    pub places: &'a [(Span, usize)],
}

/// The figures as a reader of items takes them.
pub fn spans<'f>(figures: impl IntoIterator<Item = &'f Figure>) -> Vec<(Span, Option<Span>)> {
    figures.into_iter().map(|figure| (figure.span, figure.qualifier_span)).collect()
}

/// The items of one sentence, and room for the next one's.
#[derive(Default)]
pub struct Items {
    /// The items, in order.
    pub items: Vec<PhraseItem>,
    looks: Vec<ItemLook>,
    classes: Vec<Option<Class>>,
}

impl ItemReader<'_> {
    /// Reads a sentence's items with their classes, if it has a figure.
    pub fn read(&self, sentence: Range<usize>, model: &ClassModel, out: &mut Items) -> bool {
        if !self.cut(sentence, out) {
            return false;
        }
        model.tag(&out.looks, &mut out.classes);
        for (item, class) in out.items.iter_mut().zip(&out.classes) {
            item.class = class.unwrap_or(Class::Noun);
        }
        true
    }

    /// Cuts a sentence into items that have no classes yet, if it has a figure.
    pub fn cut(&self, sentence: Range<usize>, out: &mut Items) -> bool {
        let document = self.document;
        let span = document.span(sentence.clone());
        let mut figure = self.figures.partition_point(|(figure, _)| figure.start < span.start);
        out.items.clear();
        out.looks.clear();
        out.classes.clear();
        if self.figures.get(figure).is_none_or(|(figure, _)| figure.start >= span.end) {
            return false;
        }
        let mut period = self.periods.partition_point(|period| period.span.end <= span.start);
        let mut place = self.places.partition_point(|(place, _)| place.end <= span.start);
        let mut at = sentence.start;
        while at < sentence.end {
            let token = &document.tokens[at];
            let start = token.span.start;
            while self.figures.get(figure).is_some_and(|(figure, _)| figure.end <= start) {
                figure += 1;
            }
            while self.periods.get(period).is_some_and(|period| period.span.end <= start) {
                period += 1;
            }
            while self.places.get(place).is_some_and(|(place, _)| place.end <= start) {
                place += 1;
            }
            let (kind, end) = if let Some((found, _)) = self.figures.get(figure).filter(|(figure, _)| figure.start <= start) {
                (ItemKind::Figure(figure), found.end)
            } else if let Some(qualifier) =
                self.figures.get(figure).and_then(|(_, qualifier)| *qualifier).filter(|span| span.start <= start && start < span.end)
                && !BOUNDING_VERBS.has(document.word(at))
            {
                at = self.end(at, sentence.end, qualifier.end);
                continue;
            } else if let Some(found) = self.periods.get(period).filter(|period| period.span.start <= start) {
                (ItemKind::Period(period), found.span.end)
            } else if let Some(&(span, entity)) = self.places.get(place).filter(|(place, _)| place.start <= start) {
                (ItemKind::Name(entity), span.end)
            } else {
                match token.kind {
                    TokenKind::Newline { .. } => {
                        at += 1;
                        continue;
                    }
                    // "Sunway Bhd. rose", "EPS excl. fair valuations"
                    TokenKind::Sign('.') if self.is_short(at, sentence.clone()) => {
                        at += 1;
                        continue;
                    }
                    TokenKind::Sign(sign) => (ItemKind::Sign(sign), start + 1),
                    TokenKind::Word if self.is_rate(at, sentence.end) => {
                        (ItemKind::Word, document.tokens[at + self.rate_length(at) - 1].span.end)
                    }
                    TokenKind::Word | TokenKind::Number => (ItemKind::Word, start + 1),
                }
            };
            let end = self.end(at, sentence.end, end);
            self.push(at..end, kind, out);
            at = end;
        }
        true
    }

    /// Whether a period cuts a word short and ends nothing: behind a capitalised word and before a small one, or behind "excl".
    fn is_short(&self, at: usize, sentence: Range<usize>) -> bool {
        let document = self.document;
        let inside = at > sentence.start && at + 1 < sentence.end;
        inside
            && (SHORT.has(document.word(at - 1))
                || document.tokens[at - 1].kind == TokenKind::Word
                    && document.word(at - 1).starts_with(char::is_uppercase)
                    && document.tokens[at + 1].kind == TokenKind::Word
                    && document.word(at + 1).starts_with(char::is_lowercase))
    }

    /// Whether "year-on-year", "month to date" or the like stands at the token.
    fn is_rate(&self, at: usize, end: usize) -> bool {
        static UNITS: WordList = WordList::new(words!("year|month|quarter|week|day|half"));
        let document = self.document;
        let word = document.word(at);
        // "Y/Y", "Y-o-Y"
        if list!("y|q|m").has(word) && at + 3 <= end {
            let long = document.tokens[at + 1].is_sign('-') && at + 5 <= end && document.word(at + 2).eq_ignore_ascii_case("o");
            return document.tokens[at + 1].is_sign('/') && document.word(at + 2).eq_ignore_ascii_case(word)
                || long && document.word(at + 4).eq_ignore_ascii_case(word);
        }
        if !UNITS.has(document.word(at)) {
            return false;
        }
        let length = self.rate_length(at);
        at + length <= end && {
            let (link, last) = if length == 5 { (at + 2, at + 4) } else { (at + 1, at + 2) };
            matches!(document.word(link), "on" | "over" | "to")
                && (UNITS.has(document.word(last)) && document.word(last).eq_ignore_ascii_case(document.word(at))
                    || document.word(last) == "date")
        }
    }

    /// How many tokens such an expression takes.
    fn rate_length(&self, at: usize) -> usize {
        if self.document.tokens.get(at + 1).is_some_and(|token| token.is_sign('-')) { 5 } else { 3 }
    }

    fn push(&self, tokens: Range<usize>, kind: ItemKind, out: &mut Items) {
        let document = self.document;
        let word = document.word(tokens.start);
        let fixed = match kind {
            ItemKind::Figure(_) => Some(Class::Figure),
            ItemKind::Period(_) => Some(Class::Period),
            ItemKind::Name(_) => Some(Class::Name),
            ItemKind::Sign(_) => Some(Class::Sign),
            ItemKind::Word if word.starts_with(['\'', '’']) => Some(Class::Possessive),
            ItemKind::Word if tokens.len() > 1 || RATES.has(word) => Some(Class::Adverb),
            ItemKind::Word if PREPOSITIONS.has(word) => Some(Class::Preposition),
            // "profit before tax"
            ItemKind::Word
                if word == "before" && document.tokens.get(tokens.end).is_some_and(|next| TAKEN_OFF.has(next.text(document.text))) =>
            {
                Some(Class::Preposition)
            }
            // "food aid to Malta", not "to aid Malta"
            ItemKind::Word if word == "aid" && at_noun(document, tokens.start) => Some(Class::Noun),
            ItemKind::Word if NOUNS.has(word) => Some(Class::Noun),
            ItemKind::Word
                if OF_NOUNS.has(word) && document.tokens.get(tokens.end).is_some_and(|next| next.text(document.text) == "of") =>
            {
                Some(Class::Noun)
            }
            ItemKind::Word if DOINGS.has(word) && opens_as_noun(document, tokens.start) => Some(Class::Noun),
            ItemKind::Word if VERBS.has(word) => Some(Class::Ing),
            ItemKind::Word if NEGATED.has(word) || joins_verb(word) => Some(Class::Auxiliary),
            ItemKind::Word => None,
        };
        let at = tokens.start;
        let joined = at > 0 && document.tokens[at - 1].touches(&document.tokens[at]) && !matches!(kind, ItemKind::Sign(_));
        out.looks.push(match kind {
            ItemKind::Word | ItemKind::Sign(_) => ItemLook::of_word(word, joined),
            ItemKind::Figure(_) | ItemKind::Period(_) | ItemKind::Name(_) => ItemLook::of_class(fixed.unwrap_or(Class::Noun)),
        });
        out.classes.push(fixed);
        out.items.push(PhraseItem { tokens, kind, class: fixed.unwrap_or(Class::Noun) });
    }

    /// The first token at or behind `at + 1` that starts at byte `byte` or later.
    fn end(&self, at: usize, end: usize, byte: usize) -> usize {
        (at + 1..end).find(|&token| self.document.tokens[token].span.start >= byte).unwrap_or(end)
    }
}

/// "they've", "we’re": a pronoun and its verb in one.
fn joins_verb(word: &str) -> bool {
    const VERBS: &[&str] = words!("ve|re|ll|d|m");
    word.ends_with(['e', 'l', 'd', 'm'])
        && word.rsplit_once(['\'', '’']).is_some_and(|(pronoun, verb)| !pronoun.is_empty() && VERBS.contains(&verb))
}

/// Whether no word that a verb follows stands before the token.
fn at_noun(document: &Document, at: usize) -> bool {
    static BEFORE_VERB: WordList =
        WordList::new(words!("to|will|would|can|could|may|might|must|should|shall|and|or|also|not|that|which|they|we|you|i"));
    at > 0 && document.tokens[at - 1].kind == TokenKind::Word && !BEFORE_VERB.has(document.word(at - 1))
}

/// "Spending on roads rose 5%", not "Spending on roads, it lost 5%": whether a doing that opens its sentence is what a verb of change is about.
fn opens_as_noun(document: &Document, at: usize) -> bool {
    const REACH: usize = 12;
    static HUNG: WordList = WordList::new(words!("on|by|to|for|in|at|from|with|across|among"));
    let opens = at.checked_sub(1).is_none_or(|before| document.tokens[before].kind != TokenKind::Word);
    let text = |at: usize| document.tokens.get(at).map_or("", |token| token.text(document.text));
    let verb = (at + 1..at + REACH).find(|&at| text(at) == "," || CHANGE_VERBS.has(text(at)));
    opens && text(at).starts_with(char::is_uppercase) && HUNG.has(text(at + 1)) && verb.is_some_and(|verb| text(verb) != ",")
}

/// Words that say how a change is counted.
pub(super) static RATES: WordList = WordList::new(words!("yoy|qoq|mom|ytd|annualized|annualised"));
/// Verbs that bound a figure and have a subject: "research costs exceeded $5m".
static BOUNDING_VERBS: WordList =
    WordList::new(words!("exceeded|exceeds|exceeding|topped|topping|surpassed|surpassing|approaching|nearing"));
/// Words that hang a phrase on what is before them, whatever else they could be.
static PREPOSITIONS: WordList = WordList::new(words!(
    "amongst|among|versus|vs|amid|amidst|per|including|excluding|excl|incl|via|despite|against|during|of|with|from|by|at|into|upon|\
        beneath|towards|toward|across|throughout|alongside|besides"
));
/// Words that are nouns before "of", though they look like verbs.
static OF_NOUNS: WordList = WordList::new(words!(
    "needs|costs|claims|results|returns|uses|calls|plans|demands|supplies|exports|imports|estimates|forecasts|reports|values|rates|prices|\
    increases|declines|falls|rises|drops|gains|sales|yields|volumes|levels|orders|leases|loans|profits|averages|flows|charges|changes|\
    purchases|transfers|issues|shipments|stores|stocks|deposits|balances|spreads|releases|awards|grants|funds|high|low|highs|lows|release|\
    purchase|transfer|charge|award|grant|loan|lease|balance|deposit|claim|order|yield|budget|surplus|spread"
));
/// Words in -ing that are verbs, whatever stands around them.
static VERBS: WordList = WordList::new(words!(
    "approaching|ascending|averaging|totaling|totalling|amounting|exceeding|surpassing|representing|comprising|\
     jumping|expanding|contracting|surging|soaring|plunging|climbing|slumping|tumbling|edging|reaching|hitting|topping|nearing|dropping|heading|beating|\
     doubling|tripling|shrinking"
));
/// Words in -ing that are also what is counted: "Hiring by shops rose 5%".
static DOINGS: WordList = WordList::new(words!(
    "spending|lending|hiring|borrowing|shipping|funding|farming|mining|fishing|advertising|gambling|poaching|recycling|smuggling|trafficking|crowdfunding|fundraising"
));
/// What profit is counted before.
static TAKEN_OFF: WordList = WordList::new(words!(
    "tax|taxes|taxation|interest|depreciation|exceptional|exceptionals|extraordinary|provisions|provisioning|zakat|minorities|minority|amortisation|amortization|impairments|finance|income"
));
/// Auxiliaries with their "not".
static NEGATED: WordList = WordList::new(words!(
    "cannot|can't|can’t|won't|won’t|don't|don’t|doesn't|doesn’t|didn't|didn’t|isn't|isn’t|aren't|aren’t|wasn't|wasn’t|weren't|weren’t|\
    hasn't|hasn’t|haven't|haven’t|hadn't|hadn’t|wouldn't|wouldn’t|couldn't|couldn’t|shouldn't|shouldn’t"
));
/// Words cut short, whose period ends nothing.
static SHORT: WordList = WordList::new(words!("excl|incl|adj|avg|approx"));
/// Words that are nouns, though they look like adverbs.
static NOUNS: WordList = WordList::new(words!(
    "upside|downside|headwind|tailwind|ebitda|ebit|ffo|affo|eps|capex|crude|revenue|revenues|earnings|income|turnover|inflation|\
     unemployment|div|dividend|dividends|writedown|slowdown|markdown|\
     gearing|breakdown|drawdown|lockdown|shutdown|crackdown"
));
