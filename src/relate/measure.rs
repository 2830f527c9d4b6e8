//! What a figure measures: "IT exports", "net profit", "Series B round".
//!
//! Each construction looks at the items around the figure, and the first that fits tells: a share's part, the noun that the figure
//! stands before, the noun phrase before "of", the label before a colon, what is raised or spent "in" or "on", the subject of a verb of
//! change or of a level. A figure that only compares, converts or goes on has the measure of the figure it goes with.

use super::class::Class;
use super::fact::FigureFact;
use super::key::MeasureKey;
use super::phrase::{ItemKind, Subject, View};
use crate::mention::{FigureKind, Unit};
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    BORNE, CHANGE_NOUNS, CHANGE_VERBS, CONTAINERS, EXPECTATIONS, HEADLINE_VERBS, JUDGING, LEVEL_VERBS, MADE_NOUNS, MARKET_VERBS,
    MEASURE_ACRONYMS, NO_MEASURES, OWN_VERBS, PART_VERBS, SEEING,
};
use std::ops::Range;

/// How many sentences apart figures may stand that go on with one measure.
const NEAR: usize = 4;

/// What a construction says of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Construed {
    /// The noun phrase of these items.
    Phrase(Range<usize>),
    /// The things that the figure at this item counts.
    Counted(usize),
    /// A noun that the text says as a verb, with the verb's item.
    Made(&'static str, usize),
    /// What the figure at this item measures.
    Like(usize),
    /// What the figure before, in this sentence or the one before, measures.
    Before,
    /// Nothing that can be told.
    Nothing,
}

use Construed::{Before, Counted, Like, Made, Nothing, Phrase};

/// Gives the facts of a sentence, which are read from these items, their measures. `last` is the last fact of the sentence before.
pub(super) fn assign(view: View, facts: &mut [FigureFact], last: Option<usize>) -> Vec<(usize, Construed)> {
    let mut out = Vec::new();
    for at in 0..view.items.len() {
        let ItemKind::Figure(fact) = view.items[at].kind else { continue };
        let reader = MeasureReader { view, facts };
        let found = reader.measure(at);
        let like = |item: usize| match view.items[item].kind {
            ItemKind::Figure(fact) => Some(fact),
            _ => None,
        };
        let source = match &found {
            Like(item) => like(*item),
            Before => (0..at).rev().find_map(like).or_else(|| {
                let is_share = |last: usize| {
                    let end = facts[last].measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
                    end.is_some_and(|end| ["share", "stake", "rate", "margin"].contains(&end))
                };
                last.filter(|&last| facts[fact].sentence - facts[last].sentence <= NEAR && !is_share(last))
            }),
            _ => None,
        };
        match (&found, source) {
            (Phrase(items), _) => {
                if let Some((measure, key)) = reader.published(items.clone()) {
                    let loss = reader.is_loss(at, &measure);
                    facts[fact].measure_key = MeasureKey::new(&key);
                    facts[fact].measure = Some(measure);
                    facts[fact].loss = loss;
                }
            }
            (Counted(item), _) => {
                let noun = reader.counted_noun(*item);
                if !noun.is_empty() {
                    facts[fact].measure_key = MeasureKey::new(&noun);
                    facts[fact].measure = Some(noun);
                }
            }
            (Made(noun, _), _) => {
                facts[fact].measure_key = MeasureKey::new(noun);
                facts[fact].measure = Some((*noun).to_owned());
                facts[fact].loss = *noun == "loss";
            }
            (_, Some(source)) if reader.is_count_of_another(source, fact) => {}
            (_, Some(source)) => {
                let (measure, key) = (facts[source].measure.clone(), facts[source].measure_key.clone());
                let loss = facts[source].loss && facts[source].figure.kind == facts[fact].figure.kind;
                facts[fact].measure = measure;
                facts[fact].measure_key = key;
                facts[fact].loss = loss;
            }
            _ => {}
        }
        out.push((at, found));
    }
    out
}

struct MeasureReader<'a> {
    view: View<'a>,
    facts: &'a [FigureFact],
}

impl MeasureReader<'_> {
    fn fact(&self, at: usize) -> Option<&FigureFact> {
        match self.view.items.get(at)?.kind {
            ItemKind::Figure(fact) => self.facts.get(fact),
            _ => None,
        }
    }

    /// Whether a sum of money would take the measure of a number of things: "(300 pages, $20)".
    fn is_count_of_another(&self, source: usize, fact: usize) -> bool {
        let kind = |fact: usize| self.facts.get(fact).map(|fact| fact.figure.kind);
        kind(source) == Some(FigureKind::Quantity) && kind(fact) == Some(FigureKind::Amount)
    }

    fn measure(&self, at: usize) -> Construed {
        let Some(fact) = self.fact(at) else { return Nothing };
        let kind = fact.figure.kind;
        let after = self.after(at);
        if kind == FigureKind::Percent && self.view.is_word(after, "of") || kind == FigureKind::Ratio && self.view.is_word(after, "of") {
            return self.share(at, after);
        }
        if kind == FigureKind::Quantity {
            return self.counted(at);
        }
        if kind == FigureKind::Ratio && self.view.is(at, &CHANGE_VERBS) {
            return self.of_subject(at);
        }
        if let Some(found) = self.as_subject(at, after) {
            return found;
        }
        if let Some(found) = self.modified(at, kind, self.after(self.range_end(at))) {
            return found;
        }
        // "$5 million of revenue"
        if kind == FigureKind::Amount
            && fact.figure.per.is_none()
            && self.view.is_word(after, "of")
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        let left = self.left(at);
        let weak = match &left {
            Nothing | Made(..) | Before => true,
            _ if self.is_of_list(at) && self.view.is_word(after, "in") && self.view.class(after + 1) != Some(Class::Determiner) => true,
            Phrase(phrase) => !self.is_measure(phrase.clone()),
            _ => false,
        };
        if weak
            && kind == FigureKind::Amount
            && let Some(phrase) = self.behind(at, after)
        {
            return Phrase(phrase);
        }
        left
    }

    /// Whether "and", a comma or "with" stands before the figure: what goes before may be of something else.
    fn is_of_list(&self, at: usize) -> bool {
        let view = self.view;
        at.checked_sub(1).is_some_and(|before| {
            view.class(before) == Some(Class::Conjunction) || view.is_sign(before, ',') || view.is_word(before, "with")
        })
    }

    /// The last figure of "10%-15%", "five to 10 pct".
    fn range_end(&self, at: usize) -> usize {
        let view = self.view;
        let next = view.forth(at + 1);
        let joined = view.is_sign(next, '-') || view.is_sign(next, '–') || view.is_word(next, "to") || view.is_word(next, "or");
        if joined && view.class(next + 1) == Some(Class::Figure) { next + 1 } else { at }
    }

    /// "20% will come from exports", "59% are from the north", "the remaining $5m comprises instalments".
    fn as_subject(&self, at: usize, after: usize) -> Option<Construed> {
        let view = self.view;
        let opens = match view.back(at) {
            None => true,
            Some(before) => {
                matches!(view.class(before), Some(Class::Sign | Class::Conjunction | Class::Adjective | Class::Adverb | Class::Ing))
            }
        };
        if !opens || !view.is_verb(after) {
            return None;
        }
        let verb =
            (after..view.items.len().min(after + 4)).take_while(|&i| view.is_verb(i) || view.class(i) == Some(Class::Adverb)).last()?;
        let from = view.is_word(verb + 1, "from") || view.is_word(verb + 1, "of");
        let tells = view.class(verb) == Some(Class::Auxiliary)
            || ["come", "comes", "came", "comprises", "comprise", "consists", "represents", "goes", "went"]
                .iter()
                .any(|word| view.is_word(verb, word));
        let start = if from { verb + 2 } else { verb + 1 };
        let Some(part) = view.phrase_at(start).filter(|_| tells) else {
            // "half will die before two and 75% will die before five"
            let before = (0..at).rev().find(|&i| view.class(i) == Some(Class::Figure));
            let share = |figure: usize| self.fact(figure).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
            let alone =
                self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent) && view.class(verb) == Some(Class::Participle);
            return alone.then(|| before.filter(|&figure| share(figure)).map_or(Nothing, Like));
        };
        self.is_measure(part.clone()).then(|| Phrase(self.with_of(part)))
    }

    /// The item behind a figure, over "a share", "per barrel" and brackets.
    fn after(&self, at: usize) -> usize {
        let view = self.view;
        let mut next = view.forth(at + 1);
        let per = self.fact(at).is_some_and(|fact| fact.figure.per.is_some());
        if per && (view.is_word(next, "per") || view.class(next) == Some(Class::Determiner)) && view.is_noun(next + 1) {
            next += 2;
        }
        if view.is_sign(next, '-') && view.joins(next) {
            next += 1;
        }
        // "$5m or more in revenue"
        if view.is_word(next, "or") && ["more", "less", "higher", "so"].iter().any(|word| view.is_word(next + 1, word)) {
            next += 2;
        }
        view.forth(next)
    }

    /// "raised $3m in seed funding", "spent $5m on repairs", "$41 million for schools".
    fn behind(&self, at: usize, after: usize) -> Option<Range<usize>> {
        let view = self.view;
        let mut next = after;
        // "spends $8 million annually on repairs"
        if matches!(view.class(next), Some(Class::Period | Class::Adverb)) {
            next += 1;
        }
        let verb = (0..at).rev().take(6).take_while(|&i| !view.is_sign(i, ',')).find(|&i| view.is_verb(i));
        let gives = verb.is_some() || at == 0;
        // "paid $5m in cash" tells how; "ended with $5m in cash" tells what
        let held = at > 0 && ["with", "has", "had", "have", "having", "holds", "held"].iter().any(|word| view.is_word(at - 1, word));
        let how: &[&str] = if held { &["total", "all"] } else { &["cash", "stock", "total", "all"] };
        let joined = view.is_word(next, "in") && !how.iter().any(|word| view.is_word(next + 1, word))
            || gives && (view.is_word(next, "on") || view.is_word(next, "worth"))
            || verb.is_some_and(|verb| ["raise", "raised", "raises", "raising"].iter().any(|word| view.is_word(verb, word)))
                && (view.is_word(next, "through") || view.is_word(next, "via"));
        if !joined {
            return None;
        }
        if view.is_word(next, "worth") && view.is_word(next + 1, "of") {
            next += 1;
        }
        self.named(next + 1)
    }

    /// The noun phrase at `start` where it can be a measure.
    fn named(&self, start: usize) -> Option<Range<usize>> {
        let phrase = self.view.phrase_at(start)?;
        self.is_measure(phrase.clone()).then(|| self.with_of(phrase))
    }

    /// The phrase with "of" and what follows it, where that is no name or time.
    fn with_of(&self, phrase: Range<usize>) -> Range<usize> {
        let view = self.view;
        let next = view.forth(phrase.end);
        if (view.is_word(next, "of") || view.is_word(next, "per"))
            && let Some(more) = view.phrase_at(next + 1).filter(|more| more.clone().any(|at| view.class(at) == Some(Class::Noun)))
        {
            return phrase.start..more.end;
        }
        phrase
    }

    /// The head: the last noun of the first phrase, before any preposition.
    fn head(&self, phrase: &Range<usize>) -> Option<usize> {
        let view = self.view;
        let prep = |at: &usize| view.class(*at) == Some(Class::Preposition) && !(*at > 0 && view.joins(*at - 1));
        let end = phrase.clone().find(prep).unwrap_or(phrase.end);
        (phrase.start..end).rev().find(|&at| view.is_noun(at))
    }

    /// Whether the phrase can be a measure: its head is a common noun, not a company, a time or a mere container.
    fn is_measure(&self, phrase: Range<usize>) -> bool {
        let view = self.view;
        let Some(head) = self.head(&phrase) else { return false };
        let word = view.word(head);
        if self.is_nobody(head) || phrase.start == head && view.class(head) == Some(Class::Ing) && word.starts_with(char::is_lowercase) {
            return false;
        }
        let common = match view.items[head].kind {
            _ if self.is_known_index(head) => true,
            ItemKind::Name(_) => MEASURE_ACRONYMS.has(word) || self.is_index(head) || self.is_scheme(head) || word == "Net",
            _ => view.class(head) != Some(Class::Name) || !word.starts_with(char::is_uppercase) || self.capital_measure(&phrase, head),
        };
        let bare = view.is(head, &CONTAINERS)
            || view.is(head, &EXPECTATIONS)
            || view.is(head, &CHANGE_NOUNS) && !self.is_growth(&(phrase.start..head + 1));
        common && (!bare || self.told_apart(phrase.start..head + 1) || self.counts(head, phrase.end) || self.is_set(head))
    }

    /// "the 2% target", "a 30% ceiling": a vague noun right behind the figure that it names.
    fn is_set(&self, head: usize) -> bool {
        const SET: &[&str] = &["target", "limit", "threshold", "ceiling", "tariff", "share"];
        let view = self.view;
        head > 0 && view.class(head - 1) == Some(Class::Figure) && SET.iter().any(|word| view.is_word(head, word))
    }

    /// Whether the noun is of those who have figures, or of a time: no measure.
    fn is_nobody(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.word(at);
        let one = word.strip_suffix('s').filter(|one| !matches!(*one, "fund" | "trust"));
        let market = (view.is_word(at, "market") || view.is_word(at, "dollar")) && self.is_own_market(at);
        // "a CNY 20 billion fund"
        let scheme = SCHEMES.has(word) && (at.saturating_sub(4)..at).any(|i| view.class(i) == Some(Class::Figure));
        view.items[at].kind == ItemKind::Word
            && !market
            && !scheme
            && (NO_MEASURES.has(word) || one.is_some_and(|one| NO_MEASURES.has(one)))
    }

    /// "the global AI market will reach": a market that is itself measured.
    fn is_own_market(&self, at: usize) -> bool {
        let view = self.view;
        let kind = at > 0
            && match view.class(at - 1) {
                Some(Class::Noun | Class::Name) => true,
                Some(Class::Adjective) => !view.is(at - 1, &JUDGING),
                _ => false,
            };
        if view.is_word(at, "dollar") {
            return view.is(at + 1, &MARKET_VERBS);
        }
        let is_of = view.is_word(at, "market") && view.is_word(at + 1, "for") && view.phrase_at(at + 2).is_some();
        is_of || kind && (view.class(at + 1) == Some(Class::Auxiliary) || view.is(at + 1, &CHANGE_VERBS) || view.is(at + 1, &LEVEL_VERBS))
    }

    /// "number of holdings", "share of passengers": a vague noun with what it is of.
    fn counts(&self, head: usize, end: usize) -> bool {
        let view = self.view;
        let more = view.phrase_at(head + 2).filter(|more| view.is(head, &COUNTING) && view.is_word(head + 1, "of") && more.end <= end);
        more.is_some_and(|more| {
            let last = more.end - 1;
            view.class(last) == Some(Class::Noun) && !view.is(last, &CONTAINERS)
        })
    }

    /// Whether a word before the head of a vague phrase says what it is of: "sales growth", "52-week high".
    fn told_apart(&self, phrase: Range<usize>) -> bool {
        let view = self.view;
        let head = phrase.end - 1;
        let dated = ["high", "low", "close"].iter().any(|word| view.is_word(head, word));
        let vague = view.is(head, &CHANGE_NOUNS) || view.is(head, &EXPECTATIONS);
        let short = self.trimmed(phrase);
        dated && short.start > 0 && view.class(short.start - 1) == Some(Class::Period)
            || (short.start..head).any(|at| match view.class(at) {
                Some(Class::Noun | Class::Name) => {
                    !view.is(at, &CONTAINERS)
                        && (!view.is(at, &NO_MEASURES)
                            || view.is_word(at, "market") && ["share", "value", "price"].iter().any(|word| view.is_word(head, word)))
                        && !view.is(at, &EXPECTATIONS)
                        && !matches!(view.items[at].kind, ItemKind::Name(_))
                }
                Some(Class::Ing) => view.is_noun(at),
                Some(Class::Adjective) => !vague && !view.is(at, &JUDGING) && !view.is(at, &CONTAINERS),
                _ => false,
            })
    }

    /// Whether the word is of the name of a stock index: "S&P", "FTSE".
    fn is_known_index(&self, at: usize) -> bool {
        static INDEXES: WordList =
            WordList::new(words!("ftse|dax|cac|nikkei|sensex|nifty|russell|stoxx|kospi|topix|ibovespa|bovespa|dow|nasdaq|seng|csi"));
        let document = self.view.document;
        let last = self.view.items[at].tokens.end - 1;
        let last = if document.tokens[last].kind == TokenKind::Number { last.saturating_sub(1) } else { last };
        let word = document.word(last);
        let spoken = self.view.is_verb(at + 1) || self.view.is_verb(at + 2);
        word.starts_with(char::is_uppercase)
            && spoken
            && (INDEXES.has(word) || word == "P" && last > 0 && document.tokens[last - 1].is_sign('&'))
    }

    /// Whether a name ends as an index does.
    fn is_index(&self, at: usize) -> bool {
        let last = self.view.document.word(self.view.items[at].tokens.end - 1);
        ["index", "average", "futures", "etf"].iter().any(|word| last.eq_ignore_ascii_case(word))
    }

    /// Whether a capitalised noun is a measure as headlines and bullets write it, or an acronym of one.
    fn capital_measure(&self, phrase: &Range<usize>, head: usize) -> bool {
        let view = self.view;
        let word = view.word(head);
        let shouted = |at: usize| view.word(at).len() >= 2 && view.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let acronym = shouted(head) && !(word.len() > 5 && (phrase.start..head).any(shouted));
        acronym && MEASURE_ACRONYMS.has(word)
            || !acronym && (phrase.start == 0 || view.is_word(head, "shr") || phrase.len() >= 2 || word.to_lowercase().ends_with('s'))
    }

    /// The phrase without what only judges, owns or dates it.
    fn trimmed(&self, mut phrase: Range<usize>) -> Range<usize> {
        let view = self.view;
        if let Some(possessive) = phrase.clone().rev().find(|&at| view.class(at) == Some(Class::Possessive) && self.owned(at, &phrase)) {
            phrase.start = possessive + 1;
        }
        if let Some(verb) = phrase.clone().rev().skip(1).find(|&at| view.is(at, &HEADLINE_VERBS)) {
            phrase.start = verb + 1;
        }
        while phrase.len() > 1 {
            let first = phrase.start;
            let named = |at: usize| matches!(view.items[at].kind, ItemKind::Name(_));
            let drop = matches!(
                view.class(first),
                Some(
                    Class::Determiner
                        | Class::Period
                        | Class::Adverb
                        | Class::Sign
                        | Class::Figure
                        | Class::Possessive
                        | Class::Pronoun
                        | Class::Preposition
                )
            ) || view.class(first) == Some(Class::Number)
                || view.is(first, &JUDGING) && !view.joins(first + 1)
                || named(first) && !named(first + 1) && view.class(first + 1) != Some(Class::Sign) && self.owns(first + 1);
            if !drop {
                break;
            }
            // "five-year capital plan"
            let counted = view.class(first) == Some(Class::Number) && phrase.len() > 3 && view.joins(first + 1);
            phrase.start += if counted { 3 } else { 1 };
        }
        while phrase.len() > 1 && matches!(view.class(phrase.end - 1), Some(Class::Period | Class::Sign)) {
            phrase.end -= 1;
        }
        phrase
    }

    /// Whether the possessive is of a name or of a noun that has the measure.
    fn owned(&self, at: usize, phrase: &Range<usize>) -> bool {
        at > phrase.start && at + 1 < phrase.end
    }

    /// "BP shares": a name before these words is whose they are.
    fn owns(&self, at: usize) -> bool {
        ["share", "shares", "stock", "price", "revenue", "sales", "profit"].iter().any(|word| self.view.is_word(at, word))
    }

    /// The measure as it is published, and the words of its key.
    fn published(&self, phrase: Range<usize>) -> Option<(String, String)> {
        if !self.is_measure(phrase.clone()) {
            return None;
        }
        let view = self.view;
        let head = self.head(&phrase)?;
        let mut short = self.trimmed(phrase.start..head + 1);
        if short.len() == 1
            && ["high", "low", "close"].iter().any(|word| view.is_word(head, word))
            && head > phrase.start
            && view.class(head - 1) == Some(Class::Period)
        {
            short.start -= 1;
        }
        // A noun of what is expected or of change is not what is measured: "sales growth".
        while short.len() > 1 {
            let last = short.end - 1;
            let changes = view.is(last, &CHANGE_NOUNS) && !self.is_growth(&short) && !self.is_gain(&short);
            if (changes || view.is(last, &EXPECTATIONS) && !view.is_word(last, "guidance")) && view.is_noun(last - 1) {
                short.end -= 1;
            } else {
                break;
            }
        }
        let mut end = short.end;
        if end == head + 1 {
            let next = view.forth(end);
            let on = view.is_word(next, "on") && ["impact", "effect", "return", "returns"].iter().any(|word| view.is_word(head, word))
                || view.is_word(next, "for") && view.is_word(head, "market");
            let of = (on || ["of", "per", "from"].iter().any(|word| view.is_word(next, word))) && next < phrase.end;
            if let Some(more) = view.phrase_at(next + 1).filter(|_| of) {
                let common = more.clone().any(|at| view.class(at) == Some(Class::Noun))
                    && (view.is(head, &COUNTING)
                        || !more.clone().any(|at| matches!(view.items[at].kind, ItemKind::Name(_)))
                            && !view.is(more.end - 1, &NO_MEASURES));
                if common && more.end <= phrase.end {
                    end = more.end;
                }
            } else if let Some(more) = self.made_by(next).filter(|more| more.end <= phrase.end) {
                end = more.end;
            }
        }
        if self.is_known_index(head) && end == head + 1 && view.class(end) == Some(Class::Number) {
            end += 1;
        }
        let text = self.text(short.start..end);
        let key = self.text(short.start..phrase.end.max(end));
        (text.chars().nth(1).is_some()).then_some((text, key))
    }

    /// "(cash) provided by operating activities", "(cash) used in financing".
    fn made_by(&self, participle: usize) -> Option<Range<usize>> {
        let view = self.view;
        let made = view.class(participle) == Some(Class::Participle) && view.class(participle + 1) == Some(Class::Preposition);
        let more = view.phrase_at(participle + 2).filter(|_| made)?;
        let common =
            more.clone().all(|at| !matches!(view.items[at].kind, ItemKind::Name(_))) && view.class(more.end - 1) == Some(Class::Noun);
        (common && !self.is_nobody(more.end - 1)).then_some(participle..more.end)
    }

    /// The words of the items, without brackets.
    fn text(&self, items: Range<usize>) -> String {
        let document = self.view.document;
        let mut out = String::new();
        let mut last: Option<usize> = None;
        let mut depth = 0usize;
        for item in &self.view.items[items] {
            match item.kind {
                ItemKind::Sign('(' | '[') => depth += 1,
                ItemKind::Sign(')' | ']') => {
                    depth = depth.saturating_sub(1);
                    last = None;
                }
                _ if depth > 0 => {}
                ItemKind::Sign('"' | '“' | '”' | ',') => last = None,
                _ => {
                    let touches = last.is_some_and(|last| document.tokens[last].touches(&document.tokens[item.tokens.start]));
                    if !out.is_empty() && !touches {
                        out.push(' ');
                    }
                    let span = document.span(item.tokens.clone());
                    out.extend(
                        span.of(document.text).split_whitespace().enumerate().flat_map(|(i, word)| [if i > 0 { " " } else { "" }, word]),
                    );
                    last = Some(item.tokens.end - 1);
                }
            }
        }
        out
    }

    /// "57% of car sales are NEVs", "exports account for a fifth of sales", "80% of pregnant women".
    fn share(&self, at: usize, of: usize) -> Construed {
        let view = self.view;
        let Some(whole) = view.phrase_at(of + 1) else { return self.left(at) };
        // "Exports accounted for 57% of sales", "the stake represents 5% of the shares"
        let mut before = at;
        while let Some(prev) =
            before.checked_sub(1).filter(|&i| matches!(view.class(i), Some(Class::Preposition | Class::Adverb | Class::Particle)))
        {
            before = prev;
        }
        if let Some(verb) = before.checked_sub(1).filter(|&i| view.is_verb(i)) {
            let level = view.is(verb, &PART_VERBS)
                || view.class(verb) == Some(Class::Auxiliary)
                || view.is(verb, &LEVEL_VERBS)
                || view.is(verb, &CHANGE_VERBS);
            let subject = if level { self.of_subject(verb) } else { Nothing };
            if subject != Nothing {
                return subject;
            }
            if view.is(verb, &OWN_VERBS) && whole.clone().all(|i| view.class(i) != Some(Class::Noun)) {
                return Made("stake", verb);
            }
        }
        if before.checked_sub(1).is_some_and(|i| {
            view.is_sign(i, '(') || view.is_word(i, "or") || view.is_word(i, "and") && view.class(at + 1) != Some(Class::Preposition)
        }) {
            return self.left(at);
        }
        let end = (of + 1..view.items.len())
            .find(|&i| view.is_verb(i) || view.is_sign(i, ',') || matches!(view.class(i), Some(Class::Figure | Class::Subordinator)))
            .unwrap_or(view.items.len());
        if view.class(end) == Some(Class::Auxiliary) && ["is", "are", "was", "were"].iter().any(|word| view.is_word(end, word)) {
            let part = if view.is_word(end + 1, "from") { end + 2 } else { end + 1 };
            if let Some(part) = view.phrase_at(part).filter(|part| self.is_measure(part.clone())) {
                return Phrase(part);
            }
        }
        let comes =
            (end..view.items.len().min(end + 4)).find(|&i| view.is_word(i, "come") || view.is_word(i, "comes") || view.is_word(i, "came"));
        if let Some(from) = comes.map(|comes| comes + 1).filter(|&from| view.is_word(from, "from"))
            && let Some(part) = view.phrase_at(from + 1).filter(|part| self.is_measure(part.clone()))
        {
            return Phrase(part);
        }
        // "expenditure rose from 3% to 5% of GDP", "a low of 5% of capacity"
        let leads = |i: usize| ["of", "at", "to", "from"].iter().any(|word| view.is_word(i, word));
        if (before..at).any(leads) || before.checked_sub(1).is_some_and(leads) {
            let left = self.left(at);
            if left != Nothing {
                return left;
            }
        }
        if self.is_measure(whole.clone()) { Phrase(whole) } else { self.left(at) }
    }

    /// A number of things: the subject of a level or a change, else what is counted.
    fn counted(&self, at: usize) -> Construed {
        let view = self.view;
        let left = self.left(at);
        let mut before = at;
        while let Some(prev) =
            before.checked_sub(1).filter(|&i| matches!(view.class(i), Some(Class::Preposition | Class::Adverb | Class::Particle)))
        {
            before = prev;
        }
        let verb = before.checked_sub(1).filter(|&i| view.is(i, &CHANGE_VERBS) || view.is(i, &LEVEL_VERBS));
        let of = at > 0 && view.is_word(at - 1, "of");
        if (verb.is_some() || of) && matches!(&left, Phrase(phrase) if self.is_measure(phrase.clone())) {
            return left;
        }
        let Some(fact) = self.fact(at) else { return Nothing };
        if view.is_word(self.after(at), "of")
            && let Some(phrase) = self.named(self.after(at) + 1)
        {
            return Phrase(phrase);
        }
        // The counted noun stands in the figure's own tokens: nothing else is as sure.
        if let Unit::Noun(noun) = &fact.figure.unit {
            let last = view.document.word(view.items[at].tokens.end - 1);
            if noun.to_lowercase().ends_with(&last.to_lowercase()) && !PHYSICAL.has(last) {
                return Counted(at);
            }
            if let Some(phrase) = view.phrase_at(at + 1).filter(|phrase| self.is_measure(phrase.clone())) {
                return Phrase(phrase);
            }
        }
        left
    }

    /// "a $2bn fine", "record $85 million Series B round", "a 5% rise in exports".
    fn modified(&self, at: usize, kind: FigureKind, mut after: usize) -> Option<Construed> {
        let view = self.view;
        // "a 34% quarter-over-quarter decline"
        if view.is_rate(after) && (view.is_noun(after + 1) || view.class(after + 1) == Some(Class::Adjective)) {
            after += 1;
        }
        let judged = matches!(view.class(after), Some(Class::Adjective)) && view.is(after, &CHANGE_VERBS);
        if judged || matches!(view.class(after), Some(Class::Determiner | Class::Pronoun | Class::Period | Class::Possessive) | None) {
            return None;
        }
        let phrase = view.phrase_at(after)?;
        let head = phrase.end - 1;
        if view.is(head, &CHANGE_NOUNS) || self.is_pace(&phrase) {
            return Some(self.changed(at, phrase));
        }
        // "the $1 billion Relief and Recovery Fund"
        let and = view.is_word(phrase.end, "and") && view.word(head).starts_with(char::is_uppercase);
        if let Some(more) = view.phrase_at(phrase.end + 1).filter(|more| and && self.is_scheme(more.end - 1))
            && kind == FigureKind::Amount
            && view.word(more.start).starts_with(char::is_uppercase)
        {
            return Some(Phrase(phrase.start..more.end));
        }
        let is_name = phrase.clone().all(|i| matches!(view.items[i].kind, ItemKind::Name(_)));
        if kind == FigureKind::Amount && self.is_scheme(head) {
            return Some(Phrase(phrase));
        }
        // "a $1 billion maker of drones", "its $695 million City Campus"
        let of_another = is_name || kind == FigureKind::Amount && view.class(head) == Some(Class::Noun) && self.is_nobody(head);
        if of_another && self.follows_article(at) {
            return Some(Nothing);
        }
        if is_name || !self.is_measure(phrase.clone()) || view.is(phrase.start, &NOT_MODIFIED) {
            return None;
        }
        Some(Phrase(self.with_of(phrase)))
    }

    /// "the $1 billion JobTrainer Fund": a name that ends with what the money is.
    fn is_scheme(&self, at: usize) -> bool {
        let item = &self.view.items[at];
        SCHEMES.has(self.view.document.word(item.tokens.end - 1))
    }

    fn follows_article(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.view.class(before) == Some(Class::Determiner))
    }

    /// What changes by the noun of change that ends the phrase: "5% rise in exports", "3% price increase", "saw a 1% gain".
    fn changed(&self, at: usize, phrase: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        let named = self.trimmed(phrase.start..head);
        let own = !named.is_empty() && view.is_noun(head - 1) && self.is_measure(named.clone()) && !self.is_pace(&phrase);
        if own && (view.is_word(next, "for") || view.is_word(next, "on")) {
            return Phrase(named);
        }
        if ["in", "of", "for", "to", "on"].iter().any(|word| view.is_word(next, word))
            && !(view.is_word(next, "of") && view.class(next + 1) == Some(Class::Figure))
            && let Some(what) = view.phrase_at(next + 1)
            && self.is_measure(what.clone())
            && !view.is_word(next, "to")
        {
            return Phrase(self.with_of(what));
        }
        if own && named.end == head {
            return Phrase(named);
        }
        if self.is_growth(&phrase) && !self.is_pace(&phrase) {
            return Phrase(phrase);
        }
        let start = at.min(phrase.start);
        self.before_change(start)
    }

    /// "economic growth", "organic growth": a rate that has its own name.
    fn is_growth(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let Some(before) = phrase.end.checked_sub(2).filter(|before| *before >= phrase.start) else { return false };
        view.is_word(phrase.end - 1, "growth") && view.class(before) == Some(Class::Adjective) && !view.is(before, &JUDGING)
    }

    /// "capital gains", "a net realized investment gain": a kind of income.
    fn is_gain(&self, phrase: &Range<usize>) -> bool {
        const KINDS: &[&str] =
            &["capital", "investment", "realized", "realised", "unrealized", "unrealised", "trading", "exchange", "securities"];
        let view = self.view;
        let last = phrase.end - 1;
        (view.is_word(last, "gain") || view.is_word(last, "gains"))
            && last > phrase.start
            && KINDS.iter().any(|word| view.is_word(last - 1, word))
    }

    /// Whether the phrase only names the pace of a growth: "CAGR", "a compound annual growth rate".
    fn is_pace(&self, phrase: &Range<usize>) -> bool {
        let view = self.view;
        let last = phrase.end - 1;
        let rate = view.is_word(last, "rate") && last > phrase.start && view.is_word(last - 1, "growth");
        view.word(last).eq_ignore_ascii_case("cagr")
            || rate && (phrase.start..last - 1).any(|i| ["compound", "compounded"].iter().any(|word| view.is_word(i, word)))
    }

    /// What "saw a 1% gain" and "representing a rise of 5%" are about.
    fn before_change(&self, start: usize) -> Construed {
        let view = self.view;
        let mut at = start;
        while let Some(before) = view.back(at) {
            match view.class(before) {
                Some(Class::Determiner | Class::Adjective | Class::Adverb | Class::Preposition) if !view.is(before, &CHANGE_VERBS) => {
                    at = before
                }
                Some(Class::Sign) if view.is_sign(before, ',') => return Before,
                Some(Class::Figure) => return Like(before),
                _ if view.is_verb(before) && !view.is(before, &SEEING) && !view.is(before, &CHANGE_VERBS) => return Before,
                _ if view.is_verb(before) => {
                    return match self.of_subject(before) {
                        Nothing => Before,
                        found => found,
                    };
                }
                _ => return Before,
            }
        }
        Before
    }

    /// What stands to the left of the figure: a label, an object, or the subject of its verb.
    fn left(&self, at: usize) -> Construed {
        let view = self.view;
        let mut here = at;
        let mut prep = None;
        let mut moved = false;
        for _ in 0..60 {
            let Some(before) = view.back(here) else {
                return if moved { Before } else { Nothing };
            };
            if view.is_sign(before, '(') || view.is_sign(before, '[') {
                return self.in_brackets(before);
            }
            if view.is(before, &UP_DOWN) && (before == 0 || !view.is_noun(before)) {
                return match self.of_subject(before) {
                    Nothing => Before,
                    found => found,
                };
            }
            match view.class(before) {
                Some(Class::Figure) => return Like(before),
                // "a position worth $5m"
                _ if view.is_word(before, "worth") => prep = Some(before),
                Some(Class::Preposition) if here == at && self.sets_apart(before) => return Nothing,
                Some(Class::Preposition) => {
                    prep = Some(before);
                    moved |= view.is(before, &COMPARING);
                }
                Some(Class::Period | Class::Adverb | Class::Particle | Class::Number | Class::Conjunction | Class::Determiner) => {}
                Some(Class::Subordinator) if view.is_word(before, "than") || view.is_word(before, "as") => moved = true,
                Some(Class::Subordinator) if view.is_word(before, "which") && before > 0 && view.is_word(before - 1, "of") => {
                    return Before;
                }
                Some(Class::Adjective) if !view.is_noun(before) => {}
                Some(Class::Participle | Class::Finite) if view.is_word(before, "compared") => moved = true,
                Some(Class::Sign) => match view.items[before].kind {
                    ItemKind::Sign(':') => return self.label(before),
                    ItemKind::Sign(';') => return if moved { Before } else { Nothing },
                    _ => {}
                },
                Some(Class::Noun | Class::Name) => match self.noun_before(before, prep) {
                    Some(found) => return found,
                    None => {
                        // A phrase of time or place: over it.
                        let Some(phrase) = view.phrase_before(before + 1) else { return Nothing };
                        here = phrase.start;
                        prep = None;
                        continue;
                    }
                },
                Some(Class::Ing | Class::Adjective) if view.is_noun(before) => return self.noun_before(before, prep).unwrap_or(Nothing),
                _ if view.is_verb(before) => return self.governed(before, at),
                _ => return Nothing,
            }
            here = before;
        }
        Nothing
    }

    /// "including $5m", "along with $5m": another sum.
    fn sets_apart(&self, at: usize) -> bool {
        let view = self.view;
        let with = view.is_word(at, "with") && at > 0 && ["along", "together"].iter().any(|word| view.is_word(at - 1, word));
        with || view.is_word(at, "including") || view.is_word(at, "excluding")
    }

    /// "Revenue (5.2%)", "sales of $5m (2,174)".
    fn in_brackets(&self, open: usize) -> Construed {
        let view = self.view;
        match view.back(open) {
            Some(before) if view.class(before) == Some(Class::Figure) => Like(before),
            Some(before) if view.is(before, &CHANGE_VERBS) && view.is_verb(before) => self.of_subject(before),
            Some(before) if view.is_noun(before) => match view.chain(before, true) {
                Subject::Phrase(phrase) if self.is_measure(phrase.clone()) => Phrase(phrase),
                _ => Before,
            },
            _ => Before,
        }
    }

    /// "Revenue: $5m"
    fn label(&self, colon: usize) -> Construed {
        match self.view.back(colon).map(|last| self.view.chain(last, true)) {
            Some(Subject::Phrase(phrase)) if self.is_measure(phrase.clone()) => Phrase(phrase),
            _ => Nothing,
        }
    }

    /// What the noun phrase that ends at `last`, before the preposition `prep` if there is one, says; `None` where it is a time or place.
    fn noun_before(&self, last: usize, prep: Option<usize>) -> Option<Construed> {
        let view = self.view;
        let phrase = view.phrase_before(last + 1)?;
        let of = prep.is_some_and(|prep| view.is_word(prep, "of") || view.is_word(prep, "worth"));
        let vague = view.is(last, &CHANGE_NOUNS) || view.is(last, &EXPECTATIONS);
        let chain = match view.chain(last, false) {
            Subject::Phrase(chain) => chain,
            Subject::Figure(_) if of && !vague && self.is_measure(phrase.clone()) => return Some(Phrase(phrase)),
            Subject::Figure(figure) => return Some(if vague { Before } else { Like(figure) }),
            _ => return Some(Nothing),
        };
        let mut start = phrase.start;
        while start > 0 && view.class(start - 1) == Some(Class::Determiner) {
            start -= 1;
        }
        let before = view.back(start);
        let after_prep = before.is_some_and(|before| view.class(before) == Some(Class::Preposition));
        // "buys all classes of stock for $5m"
        let whole = (0..chain.start).rev().take_while(|&at| view.class(at) == Some(Class::Determiner)).last().unwrap_or(chain.start);
        if prep.is_some_and(|prep| view.is_word(prep, "for")) && view.back(whole).is_some_and(|verb| view.is(verb, &TRADING)) {
            return Some(Nothing);
        }
        if let Some(said) = self.noun_behind_verb(phrase.clone(), last, before, prep) {
            return Some(said);
        }
        if view.is(last, &EXPECTATIONS) && (of || prep.is_some() || after_prep) && !self.told_apart(phrase.clone()) {
            let figure = (0..phrase.start).any(|i| view.class(i) == Some(Class::Figure));
            // "expects profit to fall below an estimate of $2"
            let verb = before.filter(|_| after_prep).and_then(|prep| view.back(prep)).filter(|&verb| view.is(verb, &CHANGE_VERBS));
            return Some(verb.filter(|_| !figure).map_or(Before, |verb| self.of_subject(verb)));
        }
        if self.is_pace(&phrase) && (view.is_word(start, "a") || after_prep) {
            return Some(self.before_change(start));
        }
        if view.is(last, &CHANGE_NOUNS) && !self.is_gain(&phrase) {
            return Some(self.rise(phrase, chain));
        }
        if (of && !after_prep || chain.start != phrase.start)
            && let Some(said) = self.of_chain(chain.clone(), last)
        {
            return Some(said);
        }
        if of && self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        if after_prep && !of && (chain.start == phrase.start) {
            return None;
        }
        if self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        let container = view.is(last, &CONTAINERS);
        let verb = before.filter(|&before| view.is_verb(before));
        match verb {
            Some(verb) if container => Some(self.of_subject(verb)),
            Some(verb) if !of && prep.is_none() && (view.is(verb, &CHANGE_VERBS) || view.is(verb, &LEVEL_VERBS)) => {
                Some(self.of_subject(verb))
            }
            Some(_) if !of => Some(Nothing),
            _ if container || view.is(last, &NO_MEASURES) && after_prep => None,
            _ => Some(Nothing),
        }
    }

    /// What the verb before a noun phrase that ends at `last` says of it, or the phrase's own first word.
    fn noun_behind_verb(&self, phrase: Range<usize>, last: usize, before: Option<usize>, prep: Option<usize>) -> Option<Construed> {
        let view = self.view;
        let is_prep = |word: &str| prep.is_some_and(|prep| view.is_word(prep, word));
        let beats = |verb: &usize| view.is(*verb, &BEATING) || view.is(last, &EXPECTATIONS) && view.is(*verb, &LEVEL_VERBS);
        if let Some(verb) = before.filter(|verb| is_prep("by") && beats(verb)) {
            return Some(self.of_subject(verb));
        }
        // "cost the lender $5m", "pays its workers $2 an hour": they bear it, and are not measured
        if let Some(verb) = before.filter(|&verb| prep.is_none() && (view.is(verb, &BORNE) || view.is(verb, &PAYING))) {
            return Some(match MADE_NOUNS.iter().find(|(word, _)| view.is_word(verb, word)) {
                Some(made) => Made(made.1, verb),
                None if view.word(verb).to_ascii_lowercase().starts_with("cost") => Made("cost", verb),
                None => Nothing,
            });
        }
        // "projects for total capital of $5m", "bought the chain for $5m"
        let summed = is_prep("of") && ["total", "gross", "aggregate", "combined"].iter().any(|word| view.is_word(phrase.start, word));
        if summed && self.is_measure(phrase.clone()) {
            return Some(Phrase(phrase));
        }
        if is_prep("for") && before.is_some_and(|verb| view.is(verb, &TRADING)) {
            return Some(Nothing);
        }
        None
    }

    /// What a chain of noun phrases says whose head is a measure or a change: "growth in sales of the unit".
    fn of_chain(&self, chain: Range<usize>, last: usize) -> Option<Construed> {
        let is_measure = self.is_measure(chain.clone());
        let head = self.head(&chain).unwrap_or(last);
        let rise = chain.start..head + 1;
        if self.view.is(head, &CHANGE_NOUNS) && !(is_measure && self.is_gain(&rise)) {
            return Some(self.rise(rise, chain));
        }
        is_measure.then_some(Phrase(chain))
    }

    /// "a rise in exports of 5%", "sales growth of 5%", "an increase of 15%".
    fn rise(&self, phrase: Range<usize>, chain: Range<usize>) -> Construed {
        let view = self.view;
        let head = phrase.end - 1;
        let next = view.forth(phrase.end);
        let joined = ["in", "of", "for"].iter().any(|word| view.is_word(next, word));
        if joined
            && view.class(next + 1) != Some(Class::Figure)
            && let Some(what) = view.phrase_at(next + 1).filter(|what| self.is_measure(what.clone()))
        {
            return Phrase(what);
        }
        let nouns = self.trimmed(phrase.start..head);
        if !nouns.is_empty() && view.is_noun(head - 1) && self.is_measure(nouns.clone()) {
            return Phrase(nouns);
        }
        if self.is_growth(&phrase) {
            return Phrase(phrase);
        }
        // "an increase of 15% in exports"
        if let Some(figure) = (next..view.items.len().min(next + 4)).find(|&i| view.class(i) == Some(Class::Figure)) {
            let after = self.after(figure);
            if view.is_word(after, "in")
                && let Some(what) = view.phrase_at(after + 1).filter(|what| self.is_measure(what.clone()))
            {
                return Phrase(what);
            }
        }
        self.before_change(chain.start.min(phrase.start))
    }

    /// What the verb at `verb` makes of the figure at `at` behind it.
    fn governed(&self, verb: usize, at: usize) -> Construed {
        let view = self.view;
        if let Some(made) = self.is_paid(verb, at) {
            return Made(made, verb);
        }
        let level = view.is(verb, &CHANGE_VERBS) || view.is(verb, &LEVEL_VERBS) || view.class(verb) == Some(Class::Auxiliary);
        let passive =
            view.class(verb) == Some(Class::Participle) && (verb.saturating_sub(3)..verb).any(|i| view.class(i) == Some(Class::Auxiliary));
        if level || passive {
            let found = self.of_subject(verb);
            let at_price = found == Nothing && view.class(verb) == Some(Class::Auxiliary) && at > 0 && view.is_word(at - 1, "at");
            if at_price
                && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount)
                && let Subject::Phrase(subject) = view.subject(verb)
                && view.class(subject.end - 1) == Some(Class::Name)
            {
                return Made("price", subject.end - 1);
            }
            return if found == Nothing && verb == 0 { Before } else { found };
        }
        // "lost 5%", "spends 5% more": what changes is not the loss
        let sum = self.fact(at).is_some_and(|fact| fact.figure.kind != FigureKind::Percent);
        if let Some(made) = MADE_NOUNS.iter().find(|(word, _)| sum && view.is_word(verb, word)) {
            return Made(made.1, verb);
        }
        if !sum && view.is_word(verb, "lost") {
            return self.of_subject(verb);
        }
        let after = self.after(at);
        if (view.is_word(after, "in") || view.is_word(after, "on") || view.is_word(after, "for"))
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        Nothing
    }

    /// "will cost $5m", "sells for $5", "homes priced from $800,000".
    fn is_paid(&self, verb: usize, at: usize) -> Option<&'static str> {
        let view = self.view;
        if self.fact(at)?.figure.kind != FigureKind::Amount {
            return None;
        }
        if ["cost", "costs", "costing"].iter().any(|word| view.is_word(verb, word)) {
            return Some("cost");
        }
        let priced =
            view.is_word(verb, "priced") || ["for", "at"].iter().any(|word| view.is_word(verb + 1, word)) && view.is(verb, &SELLING);
        priced.then_some("price")
    }

    /// The subject of a verb, where it can be a measure.
    fn of_subject(&self, verb: usize) -> Construed {
        let view = self.view;
        match view.subject(verb) {
            Subject::Phrase(phrase) => {
                if view.is(verb, &MARKET_VERBS)
                    && phrase.clone().any(|at| view.is(at, &COINS))
                    && !phrase.clone().any(|at| view.is_word(at, "of"))
                {
                    return Made("price", phrase.end - 1);
                }
                if self.is_measure(phrase.clone()) {
                    return Phrase(phrase);
                }
                let head = self.head(&phrase);
                if let Some(head) = head.filter(|&head| view.is(head, &CHANGE_NOUNS)) {
                    return self.rise(phrase.start..head + 1, phrase);
                }
                let market = view.is(verb, &MARKET_VERBS);
                match head {
                    Some(head) if market && view.class(head) == Some(Class::Name) => Made("price", head),
                    // "that figure was 5% a year ago"
                    Some(head) if ["figure", "number", "reading", "target"].iter().any(|word| view.is_word(head, word)) => Before,
                    _ => Nothing,
                }
            }
            Subject::Pronoun(_) => Before,
            Subject::Figure(figure) => Like(figure),
            Subject::None => Nothing,
        }
    }

    /// The counted noun in the text's words.
    fn counted_noun(&self, at: usize) -> String {
        const NUMBERS: Classes = Classes::NUMBER_WORD.union(Classes::MAGNITUDE);
        let document = self.view.document;
        let tokens = self.view.items[at].tokens.clone();
        let is_word = |&token: &usize| {
            document.tokens[token].kind == TokenKind::Word
                && !(document.tokens[token].classes.any(NUMBERS) && document.word(token) != "units")
        };
        let first = tokens.clone().find(is_word);
        first.map_or_else(String::new, |first| {
            document.span(first..tokens.end).of(document.text).split_whitespace().collect::<Vec<_>>().join(" ")
        })
    }

    /// Whether the figure is the size of a loss, not of its change.
    fn is_loss(&self, at: usize, measure: &str) -> bool {
        let last = measure.rsplit(' ').next().unwrap_or_default();
        let is_loss = ["loss", "losses", "deficit", "shortfall"].iter().any(|word| last.eq_ignore_ascii_case(word));
        let view = self.view;
        let direct = view.back(at).is_some_and(|before| {
            ["of", "at", "to", "was", "were", "is"].iter().any(|word| view.is_word(before, word))
                || view.is_sign(before, ':')
                || view.is_noun(before)
        });
        is_loss && (direct || self.view.is_noun(at + 1))
    }
}

/// What has a price and nothing else that goes up and down.
static COINS: WordList = WordList::new(words!("cryptocurrency|crypto|token|coin|memecoin|altcoin|stablecoin"));
/// What names of sums of money end with.
static SCHEMES: WordList = WordList::new(words!("fund|program|programme|package|plan|project|initiative|grant|scheme|facility|bill"));
/// Verbs that set their subject above or below their object.
static BEATING: WordList = WordList::new(picked!(
    standing,
    BEATS,
    "beating|surpasses|outperformed|outperforms|outpaces|outstripped|trailed|trails|lags|underperformed|misses"
));
/// Verbs of being sold.
static SELLING: WordList = WordList::new(words!("sell|sells|sold|selling|retail|retails|retailing|retailed|auctioned"));
/// Verbs that give a sum to their first object.
static PAYING: WordList = WordList::new(words!(
    "pay|pays|paid|paying|charge|charges|charged|charging|owe|owes|owed|award|awarded|awards|offer|offers|offered|fine|fined|fines|lend|lent|\
    loan|loaned|grant|granted|send|sent|refund|refunded|reimburse|reimbursed"
));
/// Verbs of trade: what they take is had for the figure behind "for", which does not measure it.
static TRADING: WordList = WordList::new(picked!(standing, TRADES));
/// Vague nouns that measure what stands behind their "of".
static COUNTING: WordList =
    WordList::new(words!("number|numbers|share|proportion|percentage|rate|level|levels|amount|value|volume|average|total|likelihood"));
/// Words before a figure that say which way its subject went.
static UP_DOWN: WordList = WordList::new(words!("up|down|higher|lower|off"));
/// Words before a figure that is compared with.
static COMPARING: WordList = WordList::new(words!("from|against|versus|vs|than|compared|with|above|below|over|under"));
/// Words behind a figure at which nothing begins that it could measure.
static NOT_MODIFIED: WordList = WordList::new(words!(
    "higher|lower|more|less|each|apiece|annually|above|below|compared|respectively|year-on-year|later|earlier|ago|now"
));
/// Units that measure instead of counting.
static PHYSICAL: WordList =
    WordList::new(picked!(counted, PHYSICAL, "liters|bushels|megawatts|gigawatts|years|months|weeks|minutes|bags|carats"));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Each fact's text with its measure.
    fn measures(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, fact.measure.as_deref().unwrap_or("-"))).collect()
    }

    #[test]
    fn subjects_of_change_and_level() {
        assert_eq!(
            measures("Net profit rose 5% to $10 million from $9.5 million."),
            ["5%: Net profit", "$10 million: Net profit", "$9.5 million: Net profit"]
        );
        assert_eq!(measures("The price of copper in London was $9,000 a tonne."), ["$9,000: price of copper"]);
    }

    #[test]
    fn objects_and_modified_nouns() {
        assert_eq!(measures("The start-up Zumbo raised $8 million in seed funding."), ["$8 million: seed funding"]);
        assert_eq!(measures("The regulator imposed a $2 billion fine on the bank."), ["$2 billion: fine"]);
        assert_eq!(measures("Inflation will come down to the bank's 2% target."), ["2%: target"]);
        assert_eq!(measures("Shipments brought a 7% rise in exports."), ["7%: exports"]);
    }

    #[test]
    fn never_a_verb_or_a_holder() {
        assert_eq!(measures("The average price target of $29 implies 24% downside."), ["$29: average price target", "24%: downside"]);
        assert_eq!(measures("The unemployment rate also rose slightly to 6.9%."), ["6.9%: unemployment rate"]);
        assert_eq!(measures("Ardent bought the Zumbo chain for $5 million."), ["$5 million: -"]);
        assert_eq!(measures("A new mine will cost $90 million."), ["$90 million: cost"]);
    }

    #[test]
    fn phrases_are_kept_whole() {
        assert_eq!(
            measures("Cash provided by operating activities was $9 million."),
            ["$9 million: Cash provided by operating activities"]
        );
        assert_eq!(measures("Net profit attributable to owners of $33 million was paid out."), ["$33 million: Net profit"]);
        assert_eq!(measures("The increase in tariffs for soya and wheat was 5%."), ["5%: tariffs"]);
        assert_eq!(measures("Economic growth of 2% is likely."), ["2%: Economic growth"]);
        assert_eq!(measures("The $80 billion five-year capital plan stands."), ["$80 billion: capital plan"]);
    }

    #[test]
    fn changes_are_of_what_changes() {
        for (text, measure) in [
            ("The lender told of a 34% quarter-over-quarter decline in mortgage income.", "34%: mortgage income"),
            ("Sales of ovens are growing at a 15% CAGR.", "15%: Sales of ovens"),
            ("Brask Foods told of a 7% price increase for rolls.", "7%: price"),
            ("Net advanced to $9 million.", "$9 million: Net"),
            ("Shares of Brask Foods lost 5%.", "5%: Shares"),
            ("The county spends 50% more than it did.", "50%: -"),
            ("The market for these coatings will grow at a 15% CAGR.", "15%: market for these coatings"),
            ("China will set up a $20 billion fund to buy homes.", "$20 billion: fund"),
            ("The institute spends $8 million annually on repairs.", "$8 million: repairs"),
            ("Brask Foods ended the year with $5 million in cash.", "$5 million: cash"),
            ("The trust has a position worth about $5 million.", "$5 million: position"),
            ("The lab seeks profits from sales, estimated at $5 million.", "$5 million: profits from sales"),
            ("Brask Foods will invest $5 million in research and development.", "$5 million: research and development"),
            ("The count of white cells decreased (16%).", "16%: count of white cells"),
            ("Brask Foods raised $9 million through a private placement.", "$9 million: private placement"),
            ("Tourism has help from the $1 billion Relief and Recovery Fund.", "$1 billion: Relief and Recovery Fund"),
            ("It will acquire all classes of stock for $9 million.", "$9 million: -"),
            ("The EBITDA margin has plummeted to 5%.", "5%: EBITDA margin"),
            ("The bakery has a capital gain of $3 million.", "$3 million: capital gain"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
        assert_eq!(measures("The outlay for rail rose from 3% to 5% of GDP."), ["3%: outlay", "5%: outlay"]);
    }

    #[test]
    fn who_bears_a_sum_is_not_measured() {
        assert_eq!(measures("The bakery pays its bakers $20."), ["$20: -"]);
        assert_eq!(measures("The fire has cost many families $2 million."), ["$2 million: cost"]);
        assert_eq!(measures("The global oven market will reach $9 billion."), ["$9 billion: global oven market"]);
        assert_eq!(measures("Assets of the 40 funds grew by $5 million.").last().map(String::as_str), Some("$5 million: Assets"));
    }

    #[test]
    fn labels_and_parts() {
        assert_eq!(measures("- Revenue: $5 million"), ["$5 million: Revenue"]);
        assert_eq!(measures("Exports accounted for 40% of sales."), ["40%: Exports"]);
    }
}
