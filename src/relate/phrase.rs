//! The items of a sentence: its words with their classes; figures, periods and names as one item each.

use super::class::{Class, ClassModel, ItemLook};
use crate::document::Document;
use crate::mention::{Figure, TimeSpan};
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
        if ["y", "q", "m"].iter().any(|unit| word.eq_ignore_ascii_case(unit)) && at + 3 <= end {
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
static RATES: WordList = WordList::new(words!("yoy|qoq|mom|ytd|annualized|annualised"));
/// Words that hang a phrase on what is before them, whatever else they could be.
static PREPOSITIONS: WordList = WordList::new(words!(
    "amongst|among|versus|vs|amid|amidst|per|including|excluding|excl|incl|via|despite|against|during|of|with|from|by|at|into|upon|\
        beneath|towards|toward|across|throughout|alongside|besides"
));
/// Words that are nouns before "of", though they look like verbs.
static OF_NOUNS: WordList = WordList::new(words!(
    "needs|costs|claims|results|returns|uses|calls|plans|demands|supplies|exports|imports|estimates|forecasts|reports|values|rates|prices|\
    increases|declines|falls|rises|drops|gains|sales|yields|volumes|levels|orders|leases|loans|profits|averages|flows|charges|changes|\
    purchases|transfers|issues|shipments|stores|stocks|deposits|balances|spreads|releases|awards|grants|funds|high|low|highs|lows"
));
/// Words in -ing that are verbs, whatever stands around them.
static VERBS: WordList = WordList::new(words!(
    "averaging|totaling|totalling|amounting|exceeding|surpassing|representing|comprising|\
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
/// Words that are never nouns, whatever stands around them.
static NOT_NOUNS: WordList = WordList::new(words!(
    "up|down|off|thanks|fallen|risen|grown|shrunk|sunk|being|having|been|gone|taken|given|seen|made|done|paid|spent|sold|bought|lost|earned|\
    bringing|starting|beginning|according|compared|currently|clearly|effective|directly|respectively|approximately|implies|imply|implying|upward|upwards|downward|downwards|\
    also|until|however|little|meanwhile|instead|already|again|still|just|even|almost|mid|s|away|since|i.e|e.g|p.a|i.e.|e.g.|p.a.|thereafter|hereafter|afterwards|afterward|show|showed|shown|extra|apiece|cool|\
    refers|lies|requires|seems|appears|becomes|contains|consists"
));

/// A sentence's items with their document.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// The items.
    pub items: &'a [PhraseItem],
}

/// Prepositions that hang a phrase on the noun before them.
static CLOSE: WordList = WordList::new(words!("of|for|in|from|on|per|between|among|excluding|including|excl|before|after"));
/// Participles that give the worth of the noun right before them, over a comma.
static VALUED: WordList = WordList::new(words!("estimated|valued|worth|priced"));
/// Pronouns of those who have figures: none of them stands for a measure.
static AGENTS: WordList = WordList::new(words!("i|we|he|she|you|who"));
/// What something is on, or how it is told, between a subject and its verb.
static ON_WAY: WordList = WordList::new(words!("track|course|pace"));
static IN_FACT: WordList = WordList::new(words!("fact|turn|total|general|particular"));
/// Words of a way that something went, also with a capital.
static WAYS: WordList = WordList::new(words!("up|down|off|rose|fell"));
/// Nouns whose verb behind "to" has no subject beside it: "the decision to bring forward $5m".
static INTENTS: WordList = WordList::new(words!(
    "decision|option|ability|right|proposal|effort|efforts|agreement|attempt|bid|need|chance|commitment|pledge|intention|promise|\
     opportunity|failure|authority|permission|power|willingness|vote|desire"
));
/// Words before a verb in -ing whose subject is that of the clause before.
static BEFORE_ING: WordList = WordList::new(words!("before|after|while|since|when|upon|by|without|despite"));
/// Words before a preposition on which nothing hangs.
static NO_HEADS: WordList = WordList::new(words!("subject|thanks|due|addition|response|compared|according|relative|contrast|line"));

/// Participles of the basis on which a result is told: "Q1 adjusted earnings".
static BASES: WordList = WordList::new(words!("adjusted|diluted|consolidated|combined|unaudited|restated|normalized|normalised"));

/// Words in -ing that stand before nouns as adjectives do.
static NOUNISH: WordList = WordList::new(words!(
    "operating|underlying|existing|continuing|remaining|housing|advertising|manufacturing|financing|marketing|mining|building|banking|trading|\
    borrowing|lending|spending|pricing|outstanding|recurring|growing|closing|opening|processing|shipping|refining|funding|holding|holdings|\
    starting|selling|earning|saving|savings|learning|gaming|voting|leading|pending|engineering|accounting|consulting|wholesale|booking|bookings"
));

impl<'a> View<'a> {
    /// The class of an item, where there is one.
    pub(crate) fn class(&self, at: usize) -> Option<Class> {
        self.items.get(at).map(|item| item.class)
    }

    /// The first word of an item.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| self.document.word(item.tokens.start))
    }

    /// Whether the item is a word of the list.
    pub(crate) fn is(&self, at: usize, list: &WordList) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Word) && list.has(self.word(at))
    }

    /// Whether the item is this word, in any case.
    pub(crate) fn is_word(&self, at: usize, word: &str) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Word) && self.word(at).eq_ignore_ascii_case(word)
    }

    /// Whether the item is this sign.
    pub(crate) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.items.get(at).is_some_and(|item| item.kind == ItemKind::Sign(sign))
    }

    /// Whether the item is a noun or a name.
    pub(crate) fn is_noun(&self, at: usize) -> bool {
        match self.class(at) {
            Some(Class::Noun) => !self.is(at, &NOT_NOUNS),
            // "--Down 10% from its high"
            Some(Class::Name) => !(self.items[at].kind == ItemKind::Word && self.is(at, &WAYS)),
            Some(Class::Ing) => self.is_nounish(at),
            Some(Class::Adjective) => {
                self.is_word(at, "net")
                    && !at.checked_sub(1).is_some_and(|before| matches!(self.class(before), Some(Class::Particle | Class::Determiner)))
                    && (self.is_verb_class(at + 1) || self.is(at + 1, &CHANGE_VERBS) || self.class(at + 1) == Some(Class::Figure))
                    || self.is_word(at + 1, "of") && (self.is_word(at, "high") || self.is_word(at, "low"))
            }
            _ => false,
        }
    }

    /// Whether the item says how a change is counted: "year-on-year", "YoY".
    pub(crate) fn is_rate(&self, at: usize) -> bool {
        self.class(at) == Some(Class::Adverb)
            && self.items[at].kind == ItemKind::Word
            && (self.items[at].tokens.len() > 1 || self.is(at, &RATES))
    }

    fn is_verb_class(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Finite | Class::Participle | Class::Auxiliary))
    }

    /// Whether a word in -ing stands as a noun or before one.
    fn is_nounish(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.class(before));
        // "the remaining 40%"
        if self.is_word(at, "remaining") && self.class(at + 1) == Some(Class::Figure) {
            return false;
        }
        let inside = matches!(self.class(at + 1), Some(Class::Noun | Class::Name))
            || matches!(before, Some(Class::Determiner | Class::Adjective | Class::Noun | Class::Possessive))
                && !self.is_word(at + 1, "at");
        let capital = at > 0 && self.word(at).starts_with(char::is_uppercase);
        inside && (capital || self.is(at, &NOUNISH))
    }

    /// Whether the item is a verb or an auxiliary.
    pub(crate) fn is_verb(&self, at: usize) -> bool {
        matches!(self.class(at), Some(Class::Finite | Class::Base | Class::Participle | Class::Ing | Class::Auxiliary)) && !self.is_noun(at)
    }

    /// Whether a sign at `at` joins the words beside it: "year-on-year", "property/casualty".
    pub(crate) fn joins(&self, at: usize) -> bool {
        let is_sign = self.items.get(at).is_some_and(|item| matches!(item.kind, ItemKind::Sign('-' | '–' | '/' | '&')));
        if !is_sign || at == 0 || at + 1 >= self.items.len() {
            return false;
        }
        let tokens = &self.document.tokens;
        let (first, last) = (self.items[at].tokens.start, self.items[at].tokens.end);
        self.is_sign(at, '&')
            || first > 0 && last < tokens.len() && tokens[first - 1].touches(&tokens[first]) && tokens[last - 1].touches(&tokens[last])
    }

    /// The item before `at`, over a group in brackets; `None` at the sentence's start.
    pub(crate) fn back(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        while self.is_sign(before, ')') || self.is_sign(before, ']') {
            let open = (0..before).rev().find(|&i| self.is_sign(i, '(') || self.is_sign(i, '['))?;
            before = open.checked_sub(1)?;
        }
        Some(before)
    }

    /// The item at `at`, or the one behind the group in brackets that opens there.
    pub(crate) fn forth(&self, mut at: usize) -> usize {
        while self.is_sign(at, '(') {
            match (at..self.items.len()).find(|&i| self.is_sign(i, ')')) {
                Some(close) => at = close + 1,
                None => return self.items.len(),
            }
        }
        at
    }

    /// Whether the item can stand inside a noun phrase before its last noun.
    fn modifies(&self, at: usize) -> bool {
        match self.class(at) {
            Some(Class::Noun | Class::Name | Class::Adjective | Class::Number | Class::Period | Class::Possessive) => true,
            Some(Class::Participle) => true,
            Some(Class::Ing) => self.is_nounish(at),
            // "most valued", "long-lived"
            Some(Class::Adverb) => {
                self.joins(at + 1) && !self.is_word(at, "so") || matches!(self.class(at + 1), Some(Class::Adjective | Class::Participle))
            }
            // "plug-in hybrids"
            Some(Class::Base | Class::Finite) => {
                self.joins(at + 1) && matches!(self.class(at + 2), Some(Class::Preposition | Class::Particle))
            }
            Some(Class::Sign) => {
                self.joins(at) || self.is_apostrophe(at) || matches!(self.items[at].kind, ItemKind::Sign('®' | '™' | '℠')) && at > 0
            }
            Some(Class::Conjunction) if at > 0 => {
                let adjective = |at: usize| matches!(self.class(at), Some(Class::Adjective | Class::Participle));
                self.joins(at - 1)
                    || adjective(at - 1) && (adjective(at + 1) || self.class(at + 1) == Some(Class::Noun) && self.joins(at + 2))
            }
            Some(Class::Determiner | Class::Preposition | Class::Particle | Class::Conjunction) => {
                // "year-to-date", "day-to-day"
                at > 0 && self.joins(at - 1)
            }
            _ => false,
        }
    }

    /// "shareholders' equity"
    fn is_apostrophe(&self, at: usize) -> bool {
        matches!(self.items[at].kind, ItemKind::Sign('\'' | '’'))
            && at > 0
            && self.is_noun(at - 1)
            && self.word(at - 1).ends_with('s')
            && (self.is_noun(at + 1) || self.owns_described(at))
    }

    /// Whether the item is the apostrophe of an owner whose thing is described: "analysts' projected growth", "consumers' five-year view".
    pub(crate) fn is_described_owner(&self, at: usize) -> bool {
        matches!(self.items[at].kind, ItemKind::Sign('\'' | '’'))
            && at > 0
            && self.is_noun(at - 1)
            && self.word(at - 1).ends_with('s')
            && self.owns_described(at)
    }

    fn owns_described(&self, apostrophe: usize) -> bool {
        let tokens = &self.document.tokens;
        let (first, last) = (self.items[apostrophe].tokens.start, self.items[apostrophe].tokens.end);
        matches!(self.class(apostrophe + 1), Some(Class::Adjective | Class::Participle | Class::Number))
            && first > 0
            && last < tokens.len()
            && tokens[first - 1].touches(&tokens[first])
            && !tokens[first].touches(&tokens[last])
    }

    /// Whether a line ends between two items and the second stands with a capital: another line of a list.
    pub(crate) fn breaks_line(&self, first: usize, second: usize) -> bool {
        let (Some(from), Some(to)) = (self.items.get(first), self.items.get(second)) else { return false };
        self.word(second).starts_with(char::is_uppercase)
            && (from.tokens.end..to.tokens.start).any(|at| matches!(self.document.tokens[at].kind, TokenKind::Newline { .. }))
    }

    /// Whether two nouns with "and" between them are one thing: "research and development".
    fn is_pair(&self, first: usize, second: usize) -> bool {
        const PAIRS: &[(&str, &str)] = &[
            ("research", "development"),
            ("goods", "services"),
            ("oil", "gas"),
            ("wages", "salaries"),
            ("mergers", "acquisitions"),
            ("profit", "loss"),
            ("property", "equipment"),
            ("plant", "equipment"),
            ("interest", "taxes"),
            ("sales", "marketing"),
            ("exploration", "production"),
            ("depreciation", "amortization"),
            ("depreciation", "amortisation"),
        ];
        PAIRS.iter().any(|(one, other)| self.is_word(first, one) && self.is_word(second, other))
    }

    /// The noun phrase that starts at `start`, without a determiner before it.
    pub(crate) fn phrase_at(&self, mut start: usize) -> Option<Range<usize>> {
        while matches!(self.class(start), Some(Class::Determiner)) {
            start += 1;
        }
        let mut end = start;
        let mut last = None;
        while end < self.items.len() && self.modifies(end) {
            if self.class(end) == Some(Class::Participle)
                && last.is_some()
                && self.word(end).starts_with(char::is_lowercase)
                && !self.joins(end.saturating_sub(1))
            {
                break;
            }
            if self.is_noun(end) {
                last = Some(end);
            }
            // "cash and cash equivalents"
            let repeats = self.is_noun(end)
                && self.class(end + 1) == Some(Class::Conjunction)
                && self.is_noun(end + 2)
                && (self.word(end + 2).eq_ignore_ascii_case(self.word(end)) || self.is_pair(end, end + 2));
            end += if repeats { 2 } else { 1 };
        }
        last.map(|last| start..last + 1)
    }

    /// The noun phrase whose last item stands before `end`, with its determiner outside.
    pub(crate) fn phrase_before(&self, end: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1)?;
        if !self.is_noun(last) {
            return None;
        }
        let mut start = last;
        while start > 0 && self.modifies(start - 1) {
            let before = start - 1;
            let is_verb = match self.class(before) {
                Some(Class::Participle) => before == 0 || !self.opens_modifier(before),
                _ => false,
            };
            // "Brask Q3 adjusted earnings"
            let dates = self.class(before) == Some(Class::Period) && self.is(start, &BASES);
            if is_verb || dates {
                break;
            }
            start = before;
        }
        let repeats = start >= 2
            && matches!(self.class(start - 1), Some(Class::Conjunction))
            && self.is_noun(start - 2)
            && (self.word(start - 2).eq_ignore_ascii_case(self.word(start)) || start + 1 == end && self.is_pair(start - 2, start));
        Some(if repeats { start - 2..end } else { start..end })
    }

    /// Whether a participle behind this item stands before a noun as an adjective does: "a reduced rate".
    fn opens_modifier(&self, participle: usize) -> bool {
        let Some(before) = participle.checked_sub(1) else { return true };
        // "This reduced margins by 2 points."
        if before == 0 && (self.is_word(before, "this") || self.is_word(before, "that")) {
            return false;
        }
        matches!(
            self.class(before),
            Some(
                Class::Determiner | Class::Adjective | Class::Preposition | Class::Possessive | Class::Figure | Class::Adverb | Class::Sign
            )
        ) || self.joins(before)
            || self.class(before) == Some(Class::Period) && self.is(participle, &BASES)
    }

    /// The subject of the verb at `verb`: its noun phrase with the phrases that hang on it, from the first noun on.
    pub(crate) fn subject(&self, verb: usize) -> Subject {
        let mut at = verb;
        let mut steps = 0;
        loop {
            let Some(before) = self.back(at) else { return Subject::None };
            steps += 1;
            if steps > 60 {
                return Subject::None;
            }
            at = match self.class(before) {
                _ if self.has_no_subject(before) => return Subject::None,
                Some(Class::Auxiliary | Class::Adverb | Class::Particle) => before,
                _ if self.class(at) == Some(Class::Ing) && self.is(before, &BEFORE_ING) => match self.main_verb(before) {
                    Some(verb) => verb,
                    None => return Subject::None,
                },
                Some(Class::Finite | Class::Base | Class::Participle | Class::Ing) if !self.is_noun(before) => before,
                Some(Class::Adjective) if before > 0 && self.is_verb(before - 1) => before,
                Some(Class::Period) => match self.back(before) {
                    Some(prep) if self.class(prep) == Some(Class::Preposition) => prep,
                    _ => before,
                },
                Some(Class::Conjunction) if at != verb || self.is_verb(at) => {
                    // "rose to $5m and reached $6m": the subject of the verb before.
                    match (0..before).rev().take(14).find(|&i| self.is_verb(i)) {
                        Some(verb) => verb,
                        None => return Subject::None,
                    }
                }
                Some(Class::Figure) => return Subject::Figure(before),
                Some(Class::Pronoun) if self.is(before, &AGENTS) => return Subject::None,
                Some(Class::Pronoun) => return Subject::Pronoun(before),
                Some(Class::Determiner) if ["each", "both", "all"].iter().any(|word| self.is_word(before, word)) => before,
                Some(Class::Determiner) => return Subject::Pronoun(before),
                Some(Class::Subordinator) => return self.of_relative(before),
                Some(Class::Sign)
                    if self.is_sign(before, ',') && at == verb && !matches!(self.class(verb), Some(Class::Finite | Class::Auxiliary)) =>
                {
                    // "profits from sales, estimated at $5m"
                    return match self.back(before) {
                        Some(noun) if self.is(verb, &VALUED) && self.class(noun) == Some(Class::Noun) && self.is_noun(noun) => {
                            self.chain(noun, true)
                        }
                        _ => self.before_comma(before),
                    };
                }
                Some(Class::Sign) if self.is_sign(before, ',') || self.is_sign(before, '–') || self.is_sign(before, '—') => {
                    match self.aside_start(before) {
                        Some(start) => start,
                        None => return self.before_comma(before),
                    }
                }
                // "the S&P 500 rose"
                Some(Class::Number) if before > 0 && self.class(before - 1) == Some(Class::Name) => {
                    return self.chain(before - 1, true);
                }
                Some(Class::Noun) if self.is_per_unit(before) => return Subject::Figure(before - 2),
                Some(Class::Noun) if self.is_set_phrase(before) => before - 1,
                Some(Class::Noun | Class::Name | Class::Ing) => return self.chain(before, true),
                // "Net rose"
                Some(Class::Adjective) if self.is_noun(before) => return self.chain(before, true),
                _ => return Subject::None,
            };
        }
    }

    /// Whether "to" behind a noun of intent stands here: "the decision to bring forward $5m".
    fn has_no_subject(&self, to: usize) -> bool {
        self.class(to) == Some(Class::Particle) && to > 0 && self.is(to - 1, &INTENTS)
    }

    /// The verb of the clause before "before" and the like: "peaked at $5 before retreating to $4".
    fn main_verb(&self, before: usize) -> Option<usize> {
        (0..before).rev().take(20).find(|&i| matches!(self.class(i), Some(Class::Finite | Class::Auxiliary)))
    }

    /// Whether the noun is of a figure's unit: "rose 13 cents a barrel to settle at $20".
    fn is_per_unit(&self, noun: usize) -> bool {
        noun >= 2 && self.class(noun - 2) == Some(Class::Figure) && ["a", "an", "per"].iter().any(|word| self.is_word(noun - 1, word))
    }

    /// "is on track to", "has in fact".
    fn is_set_phrase(&self, noun: usize) -> bool {
        noun > 0 && (self.is_word(noun - 1, "on") && self.is(noun, &ON_WAY) || self.is_word(noun - 1, "in") && self.is(noun, &IN_FACT))
    }

    /// What "which" or "that" at `relative` stands for.
    fn of_relative(&self, relative: usize) -> Subject {
        let is_relative = ["which", "that", "who"].iter().any(|word| self.is_word(relative, word));
        let comma = relative.checked_sub(1).filter(|&i| self.is_sign(i, ',')).unwrap_or(relative);
        match self.back(comma) {
            Some(noun) if is_relative && self.is_noun(noun) => self.chain(noun, false),
            Some(figure) if is_relative && self.class(figure) == Some(Class::Figure) => Subject::Figure(figure),
            _ => Subject::None,
        }
    }

    /// The sign that opens the aside which the sign at `close` closes.
    fn aside_start(&self, close: usize) -> Option<usize> {
        let sign = self.items[close].kind;
        let open = (0..close).rev().take(40).find(|&i| self.items[i].kind == sign)?;
        let first = open + 1;
        let opens = matches!(
            self.class(first),
            Some(
                Class::Subordinator | Class::Determiner | Class::Participle | Class::Ing | Class::Preposition | Class::Name | Class::Adverb
            )
        );
        (opens && open > 0).then_some(open)
    }

    /// What a participle or "up" behind a comma is about: the figure before it, else the subject of the sentence.
    fn before_comma(&self, comma: usize) -> Subject {
        if let Some(figure) = (0..comma).rev().take(24).find(|&i| self.class(i) == Some(Class::Figure)) {
            return Subject::Figure(figure);
        }
        match (0..comma).find(|&i| matches!(self.class(i), Some(Class::Finite | Class::Auxiliary))) {
            Some(verb) if verb > 0 => self.subject(verb),
            // "The stock, a symbol of the craze, spiked 7%"
            None => match self.aside_start(comma).and_then(|open| self.back(open)).filter(|&noun| self.is_noun(noun)) {
                Some(noun) => self.chain(noun, true),
                None => Subject::None,
            },
            _ => Subject::None,
        }
    }

    /// Whether "attributable to", "related to" ends here.
    fn belongs_to(&self, to: usize) -> bool {
        const BELONGING: &[&str] = &["attributable", "available", "related", "payable", "owed"];
        to > 0 && self.is_word(to, "to") && BELONGING.iter().any(|word| self.is_word(to - 1, word))
    }

    /// "prices for soya and wheat": where the phrase before "and" starts, if it hangs on a preposition as the one at `start` does.
    fn joined_to(&self, start: usize) -> Option<usize> {
        let and = start.checked_sub(1).filter(|&and| self.is_word(and, "and") && !self.joins(and.saturating_sub(1)))?;
        // "a week of losses and Brent rose"
        let is_name = |at: usize| self.class(at) == Some(Class::Name);
        if is_name(and + 1) && !is_name(and.checked_sub(1)?) {
            return None;
        }
        let and = if self.is_sign(and.saturating_sub(1), ',') { and - 1 } else { and };
        let mut first = self.phrase_before(and)?.start;
        // "sales of cars, trucks and buses"
        for _ in 0..4 {
            let Some(before) = first.checked_sub(1).filter(|&comma| self.is_sign(comma, ',')).and_then(|comma| self.phrase_before(comma))
            else {
                break;
            };
            first = before.start;
        }
        while first > 0 && self.class(first - 1) == Some(Class::Determiner) {
            first -= 1;
        }
        let prep = first.checked_sub(1).filter(|&prep| {
            ["of", "for", "in", "on", "at", "excluding"].iter().any(|word| self.is_word(prep, word)) || self.belongs_to(prep)
        })?;
        let hangs = prep > 0
            && (self.is_noun(prep - 1)
                || prep > 1 && (self.is_word(prep - 1, "available") || self.belongs_to(prep)) && self.is_noun(prep - 2));
        hangs.then_some(first)
    }

    /// The noun phrase that ends at `last`, with those it hangs on by prepositions; `wide`: also by "at", "with" and the like.
    pub(crate) fn chain(&self, last: usize, wide: bool) -> Subject {
        let mut end = last + 1;
        let Some(mut phrase) = self.phrase_before(end) else { return Subject::None };
        for _ in 0..6 {
            let mut at = phrase.start;
            while at > 0 && matches!(self.class(at - 1), Some(Class::Determiner)) {
                at -= 1;
            }
            if let Some(first) = self.joined_to(at).filter(|_| phrase.end == last + 1) {
                at = first;
            }
            // "assets of the 400 taxable funds"
            if at > 1 && self.class(at - 1) == Some(Class::Figure) {
                let before = if self.class(at - 2) == Some(Class::Determiner) { at - 2 } else { at - 1 };
                if before > 0 && self.is_word(before - 1, "of") {
                    at = before;
                }
            }
            let is_prep = |prep: usize| self.class(prep) == Some(Class::Preposition) || self.belongs_to(prep);
            let Some(prep) = self.back(at).filter(|&prep| is_prep(prep)) else { break };
            if !wide && !self.is(prep, &CLOSE) && !self.belongs_to(prep) || self.is_word(prep, "with") {
                break;
            }
            let Some(mut before) = self.back(prep) else { break };
            if self.is(before, &NO_HEADS) {
                break;
            }
            if matches!(self.class(before), Some(Class::Participle | Class::Adjective | Class::Ing))
                && before > 0
                && self.is_noun(before - 1)
            {
                before -= 1;
            }
            if self.class(before) == Some(Class::Period) {
                match self.back(before) {
                    Some(at) if self.class(at) == Some(Class::Preposition) => before = self.back(at).unwrap_or(before),
                    Some(at) if self.is_noun(at) => before = at,
                    _ => break,
                }
            }
            if self.class(before) == Some(Class::Figure) {
                return Subject::Figure(before);
            }
            match self.phrase_before(before + 1) {
                Some(next) => {
                    phrase = next;
                    end = last + 1;
                }
                None => break,
            }
        }
        Subject::Phrase(phrase.start..end)
    }
}

/// What the subject of a verb is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A noun phrase with what hangs on it.
    Phrase(Range<usize>),
    /// A pronoun.
    Pronoun(usize),
    /// A figure.
    Figure(usize),
    /// Nothing that can be told.
    None,
}
