//! Which noun phrases are measures, and how they are published.

use super::MeasureReader;
use super::lists::{BOUNDS, SCHEMES};
use crate::relate::class::Class;
use crate::relate::phrase::ItemKind;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    AGENTS, CHANGE_NOUNS, CHANGE_VERBS, CONTAINERS, EXPECTATIONS, HEADLINE_VERBS, JUDGING, LEVEL_VERBS, MARKET_VERBS, MEASURE_ACRONYMS,
    NO_MEASURES,
};
use std::ops::Range;

impl MeasureReader<'_> {
    /// The noun phrase at `start` where it can be a measure.
    pub(super) fn named(&self, start: usize) -> Option<Range<usize>> {
        let phrase = self.view.phrase_at(start)?;
        self.is_measure(phrase.clone()).then(|| self.with_of(phrase))
    }

    /// The phrase with "of" and what follows it, where that is no name or time.
    pub(super) fn with_of(&self, phrase: Range<usize>) -> Range<usize> {
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
    pub(super) fn head(&self, phrase: &Range<usize>) -> Option<usize> {
        let view = self.view;
        // "earnings per share guidance", "the per share fair value": "per share" stands before the head
        let inside = |at: usize| {
            view.is_word(at, "per")
                && view.is_word(at + 1, "share")
                && at + 2 < phrase.end
                && matches!(view.class(at + 2), Some(Class::Noun | Class::Name | Class::Adjective))
        };
        let prep = |at: &usize| view.class(*at) == Some(Class::Preposition) && !(*at > 0 && view.joins(*at - 1)) && !inside(*at);
        let end = phrase.clone().find(prep).unwrap_or(phrase.end);
        (phrase.start..end).rev().find(|&at| view.is_noun(at))
    }

    /// Whether the phrase can be a measure: its head is a common noun, not a company, a time or a mere container.
    pub(super) fn is_measure(&self, phrase: Range<usize>) -> bool {
        let view = self.view;
        let Some(head) = self.head(&phrase) else { return false };
        let word = view.word(head);
        // "MEADE SECURES $5 MILLION"
        if phrase.len() > 1
            && word.starts_with(char::is_uppercase)
            && view.is(head, list!("secures|raises|receives|completes|announces|closes|delivers|achieves|declares"))
        {
            return false;
        }
        if view.is(head, &HEADLINE_VERBS) && word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && phrase.len() > 1 {
            return false;
        }
        // "a result of the investment of $5m"
        if view.is_word(head, "result") && head == phrase.start && view.is_word(head + 1, "of") {
            return false;
        }
        if self.is_nobody(head) || phrase.start == head && view.class(head) == Some(Class::Ing) && word.starts_with(char::is_lowercase) {
            return false;
        }
        let common = match view.items[head].kind {
            _ if self.is_known_index(head) => true,
            ItemKind::Name(_) => {
                MEASURE_ACRONYMS.has(word) || self.is_index(head) || self.is_scheme(head) || self.is_rate_name(head) || word == "Net"
            }
            _ => view.class(head) != Some(Class::Name) || !word.starts_with(char::is_uppercase) || self.capital_measure(&phrase, head),
        };
        let bare = view.is(head, &CONTAINERS)
            || view.is(head, &EXPECTATIONS)
            || view.is(head, &CHANGE_NOUNS) && !self.is_growth(&(phrase.start..head + 1));
        common
            && (!bare
                || self.told_apart(phrase.start..head + 1)
                || self.counts(head, phrase.end)
                || self.is_set(head)
                || view.is_word(head, "range") && head > phrase.start && view.is_word(head - 1, "target")
                || self.is_own_rate(&phrase, head)
                || view.is_word(head, "order") && head > 0 && (view.is(head - 1, &SIZED) || view.class(head - 1) == Some(Class::Figure)))
    }

    /// "its rate", "the two-year rate", "the Bank Rate is": a rate that somebody sets or that is quoted.
    fn is_own_rate(&self, phrase: &Range<usize>, head: usize) -> bool {
        let view = self.view;
        if !(view.is_word(head, "rate") || view.is_word(head, "rates")) {
            return false;
        }
        let before = |at: usize| at.checked_sub(1);
        let owned = before(phrase.start).is_some_and(|at| view.is(at, &OWNERS)) || phrase.clone().any(|at| view.is(at, &OWNERS));
        let named = phrase.start < head
            && (view.class(head - 1) == Some(Class::Name)
                || view.is(head - 1, list!("base|key|policy|discount|prime|lending|overnight"))
                || phrase.clone().any(|at| view.class(at) == Some(Class::Number)) && view.joins(head - 2));
        owned || named
    }

    /// "the 2% target", "a 30% ceiling": a vague noun right behind the figure that it names.
    pub(super) fn is_set(&self, head: usize) -> bool {
        let view = self.view;
        head > 0 && view.class(head - 1) == Some(Class::Figure) && view.is(head, list!("target|limit|threshold|ceiling|tariff|share"))
    }

    /// Whether the noun is of those who have figures, or of a time: no measure.
    pub(super) fn is_nobody(&self, at: usize) -> bool {
        let view = self.view;
        let word = view.word(at);
        let one = word.strip_suffix('s').filter(|one| !matches!(*one, "fund" | "trust"));
        if view.is_word(at, "line") && at > 0 {
            let side = if view.joins(at - 1) { at.saturating_sub(2) } else { at - 1 };
            if view.is_word(side, "top") || view.is_word(side, "bottom") {
                return false;
            }
        }
        // "fraud cases"
        if view.is_word(at, "cases") && at > 0 && view.class(at - 1) == Some(Class::Noun) {
            return false;
        }
        let market = (view.is_word(at, "market") || view.is_word(at, "dollar")) && self.is_own_market(at);
        // "a CNY 20 billion fund"
        let scheme = SCHEMES.has(word) && (at.saturating_sub(4)..at).any(|i| view.class(i) == Some(Class::Figure));
        // "the industrial sector grew by 6%"
        let grows = view.is(at, list!("sector|industry"))
            && at > 0
            && matches!(view.class(at - 1), Some(Class::Adjective | Class::Noun))
            && view.is(at + 1, &GROWING);
        // "its $5m seven-year notes"
        let lent = view.is(at, list!("note|notes")) && (at.saturating_sub(6)..at).any(|i| view.class(i) == Some(Class::Figure));
        view.items[at].kind == ItemKind::Word
            && !lent
            && !market
            && !grows
            && !scheme
            && (NO_MEASURES.has(word) || one.is_some_and(|one| NO_MEASURES.has(one)))
    }

    /// "the global AI market will reach": a market that is itself measured.
    pub(super) fn is_own_market(&self, at: usize) -> bool {
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
    pub(super) fn counts(&self, head: usize, end: usize) -> bool {
        let view = self.view;
        let more = view.phrase_at(head + 2).filter(|more| view.is(head, &COUNTING) && view.is_word(head + 1, "of") && more.end <= end);
        more.is_some_and(|more| {
            let last = more.end - 1;
            // "the number of Australians"
            let people = view.class(last) == Some(Class::Name) && view.is(last, &AGENTS);
            (people || view.class(last) == Some(Class::Noun)) && (!view.is(last, &CONTAINERS) || more.len() > 1 && view.is_noun(last - 1))
        })
    }

    /// Whether a word before the head of a vague phrase says what it is of: "sales growth", "52-week high".
    pub(super) fn told_apart(&self, phrase: Range<usize>) -> bool {
        let view = self.view;
        let head = phrase.end - 1;
        let dated = view.is(head, list!("high|low|close"));
        let vague = dated || view.is(head, &CHANGE_NOUNS) || view.is(head, &EXPECTATIONS) || view.is(head, list!("highs|lows|peak"));
        let short = self.trimmed(phrase);
        dated && short.start > 0 && view.class(short.start - 1) == Some(Class::Period)
            || (short.start..head).any(|at| match view.class(at) {
                Some(Class::Noun | Class::Name) => {
                    // "the Visible Alpha consensus"
                    let whose = view.is(head, &EXPECTATIONS)
                        && view.word(at).starts_with(char::is_uppercase)
                        && view.word(at).bytes().any(|byte| byte.is_ascii_lowercase())
                        && at > 0;
                    !whose
                        && !view.is(at, &CONTAINERS)
                        && (!view.is(at, &NO_MEASURES) || view.is_word(at, "market") && view.is(head, list!("share|value|price")))
                        && !view.is(at, &EXPECTATIONS)
                        && !matches!(view.items[at].kind, ItemKind::Name(_))
                }
                Some(Class::Ing) => view.is_noun(at),
                Some(Class::Adjective) => !vague && !view.is(at, &JUDGING) && !view.is(at, &CONTAINERS),
                _ => false,
            })
    }

    /// Whether the word is of the name of a stock index: "S&P", "FTSE".
    pub(super) fn is_known_index(&self, at: usize) -> bool {
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
    pub(super) fn is_index(&self, at: usize) -> bool {
        let last = self.view.document.word(self.view.items[at].tokens.end - 1);
        list!("index|average|futures|etf|composite|indices").has(last)
    }

    /// Whether a name ends as a rate that a bank sets does: "the Overnight Policy Rate".
    fn is_rate_name(&self, at: usize) -> bool {
        let tokens = &self.view.items[at].tokens;
        let last = self.view.document.word(tokens.end - 1);
        tokens.len() > 1 && list!("rate|ratio").has(last)
    }

    /// Whether a capitalised noun is a measure as headlines and bullets write it, or an acronym of one.
    pub(super) fn capital_measure(&self, phrase: &Range<usize>, head: usize) -> bool {
        let view = self.view;
        let word = view.word(head);
        if LEGAL_FORMS.has(word) {
            return false;
        }
        let shouted = |at: usize| view.word(at).len() >= 2 && view.word(at).bytes().all(|byte| byte.is_ascii_uppercase());
        let acronym = shouted(head) && !(word.len() > 5 && (phrase.start..head).any(shouted));
        let basis =
            acronym && head > phrase.start && view.is(head - 1, list!("normalised|normalized|adjusted|underlying|gross|core|total"));
        acronym && MEASURE_ACRONYMS.has(word)
            || basis
            || !acronym && (phrase.start == 0 || view.is_word(head, "shr") || phrase.len() >= 2 || word.to_lowercase().ends_with('s'))
    }

    /// The phrase without what only judges, owns or dates it.
    pub(super) fn trimmed(&self, mut phrase: Range<usize>) -> Range<usize> {
        let view = self.view;
        if let Some(possessive) = phrase.clone().rev().find(|&at| view.class(at) == Some(Class::Possessive) && self.owned(at, &phrase)) {
            phrase.start = possessive + 1;
        }
        if let Some(apostrophe) = phrase.clone().rev().find(|&at| view.is_described_owner(at)) {
            phrase.start = apostrophe + 1;
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
                || view.is(first, &JUDGING) && !view.joins(first + 1) && !(view.is_word(first, "same") && view.is_word(first + 1, "store"))
                // a bullet that begins "Reduced net debt by"
                || first == 0 && view.is(first, &ACHIEVING) && view.is_noun(phrase.end - 1)
                // "a per share distribution"
                || first > 0 && view.is_word(first, "share") && view.is_word(first - 1, "per")
                || view.is(first, &SETTING) && !view.joins(first + 1) && view.is_noun(phrase.end - 1)
                || named(first) && !named(first + 1) && view.class(first + 1) != Some(Class::Sign) && self.owns(first + 1);
            // "long-lived assets"
            let bound = view.class(first) == Some(Class::Adverb) && view.is_sign(first + 1, '-') && view.joins(first + 1);
            if !drop || bound {
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
    pub(super) fn owned(&self, at: usize, phrase: &Range<usize>) -> bool {
        at > phrase.start && at + 1 < phrase.end
    }

    /// "BP shares": a name before these words is whose they are.
    pub(super) fn owns(&self, at: usize) -> bool {
        self.view.is(at, list!("share|shares|stock|price|revenue|sales|profit"))
    }

    /// The measure as it is published, and the words of its key.
    pub(super) fn published(&self, phrase: Range<usize>) -> Option<(String, String)> {
        if !self.is_measure(phrase.clone()) {
            return None;
        }
        let view = self.view;
        let head = self.head(&phrase)?;
        let mut short = self.trimmed(phrase.start..head + 1);
        if short.len() == 1 && view.is(head, list!("high|low|close")) && head > phrase.start && view.class(head - 1) == Some(Class::Period)
        {
            short.start -= 1;
        }
        // "all-time high"
        if short.start >= 2 && view.joins(short.start - 1) && view.is_word(short.start - 2, "all") {
            short.start -= 2;
        }
        // A noun of what is expected or of change is not what is measured: "sales growth".
        while short.len() > 1 {
            let last = short.end - 1;
            let mark = view.is(last, list!("high|low|peak|close"));
            let changes = !mark && view.is(last, &CHANGE_NOUNS) && !self.is_growth(&short) && !self.is_gain(&short);
            if (changes || view.is(last, &EXPECTATIONS) && !view.is_word(last, "guidance")) && view.is_noun(last - 1) {
                short.end -= 1;
            } else {
                break;
            }
        }
        let mut end = short.end;
        if end == head + 1 {
            let next = view.forth(end);
            let bound = view.is(head, &BOUNDS) && view.is(next, list!("on|for"));
            let on = bound
                || view.is_word(next, "on") && view.is(head, list!("impact|effect|return|returns"))
                || view.is_word(next, "for") && view.is(head, list!("market|range"));
            let of = (on || view.is(next, list!("of|per|from"))) && next < phrase.end;
            // "a fall from an average of 9,000"
            let mark = |more: &Range<usize>| view.is_word(next, "from") && view.is(more.end - 1, &CONTAINERS);
            if let Some(more) = view.phrase_at(next + 1).filter(|more| of && !mark(more)) {
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
    pub(super) fn made_by(&self, participle: usize) -> Option<Range<usize>> {
        let view = self.view;
        let made = view.class(participle) == Some(Class::Participle) && view.class(participle + 1) == Some(Class::Preposition);
        let more = view.phrase_at(participle + 2).filter(|_| made)?;
        let common =
            more.clone().all(|at| !matches!(view.items[at].kind, ItemKind::Name(_))) && view.class(more.end - 1) == Some(Class::Noun);
        (common && !self.is_nobody(more.end - 1)).then_some(participle..more.end)
    }

    /// The words of the items, without brackets.
    pub(super) fn text(&self, items: Range<usize>) -> String {
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

    /// The counted noun in the text's words.
    pub(super) fn counted_noun(&self, at: usize) -> String {
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
    pub(super) fn is_loss(&self, at: usize, measure: &str) -> bool {
        let last = measure.rsplit(' ').next().unwrap_or_default();
        let is_loss = list!("loss|losses|deficit|shortfall").has(last);
        let view = self.view;
        let direct = view
            .back(at)
            .is_some_and(|before| view.is(before, list!("of|at|to|was|were|is")) || view.is_sign(before, ':') || view.is_noun(before));
        is_loss && (direct || self.view.is_noun(at + 1))
    }
}

/// Verbs with which a bullet begins that tells what a company did.
static ACHIEVING: WordList =
    WordList::new(words!("reduced|increased|improved|raised|lowered|generated|achieved|delivered|recorded|grew|cut|strengthened"));
/// Verbs in -ing whose object is the measure: "approved raising the dividend".
static SETTING: WordList =
    WordList::new(words!("setting|raising|cutting|increasing|lowering|reducing|paying|keeping|leaving|boosting|lifting"));
/// Verbs of the growth of an economy or a part of it.
static GROWING: WordList = WordList::new(words!("grew|grows|grow|expanded|contracted|shrank|expands"));
/// Vague nouns that measure what stands behind their "of".
static COUNTING: WordList =
    WordList::new(words!("number|numbers|share|proportion|percentage|rate|level|levels|amount|value|volume|average|total|likelihood"));

/// Words that end the name of a company or another body.
static LEGAL_FORMS: WordList = WordList::new(words!(
    "limited|ltd|inc|corp|corporation|plc|llc|group|holdings|bank|party|university|association|institute|committee|council|department|\
    ministry|agency|club"
));

/// Words before a rate that somebody has.
static OWNERS: WordList = WordList::new(words!("its|their|his|our"));

/// Words before an order that somebody placed, not "in the order of".
static SIZED: WordList = WordList::new(words!("a|an|large|new|big|major|single|initial|firm|first|repeat|export|significant"));
