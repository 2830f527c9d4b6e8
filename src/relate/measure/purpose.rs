//! What a sum is given for: "announced $8m for repairs", "will receive $5m to build a bridge", "put $3m into a subsidy".

use super::lists::SCHEMES;
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::ItemKind;
use crate::words::WordList;
use std::ops::Range;

/// How far before a sum its verb is looked for, in items.
const REACH: usize = 8;

impl MeasureReader<'_> {
    /// What a sum is for, behind a verb of giving or at the start of its line.
    pub(super) fn purpose(&self, at: usize, after: usize) -> Option<Construed> {
        let fact = self.fact(at)?;
        let given = self.is_given(at) || self.opens_with_sum(at);
        if fact.figure.kind != FigureKind::Amount || fact.figure.per.is_some() || !given {
            return None;
        }
        let view = self.view;
        let next = self.past_when(after);
        let phrase = if view.is_word(next, "to") && view.class(next + 1) == Some(Class::Base) {
            self.object_of(next + 1)
        } else if view.is(next, list!("for|towards|toward|into")) {
            // "for 11 projects", "for rebuilding the pier"
            let ing = view.class(next + 1) == Some(Class::Ing) && !view.is_noun(next + 1);
            let figure = view.class(next + 1) == Some(Class::Figure);
            self.given_for(next + 1 + usize::from(ing || figure))
        } else {
            None
        };
        phrase.map(Construed::Things)
    }

    /// Whether a verb or a noun of giving stands before the sum in its clause: "will provide", "authorization of".
    fn is_given(&self, at: usize) -> bool {
        let view = self.view;
        // "includes $5m for boats and $3m for ropes"
        let lists = |i: usize| view.class(i) == Some(Class::Conjunction) || view.is_sign(i, ',') || view.is_word(i, "plus");
        let listed = at > 0 && lists(at - 1) && (at.saturating_sub(REACH)..at).any(|i| view.is_word(i, "for"));
        let first = at.saturating_sub(if listed { 3 * REACH } else { REACH });
        let breaks = |i: usize| !listed && (view.class(i) == Some(Class::Figure) || view.is_sign(i, ','));
        let inside = |i: &usize| {
            let sign = view.class(*i) == Some(Class::Sign) && !view.is_sign(*i, ',') && !view.joins(*i);
            !sign && !breaks(*i) && view.class(*i) != Some(Class::Subordinator)
        };
        let gift = |i: usize| view.is(i, &GIFTS) && (!view.is_word(i, "including") || i + 1 == at || listed);
        (first..at).rev().take_while(inside).find(|&i| view.is_verb(i) || gift(i)).is_some_and(gift)
    }

    /// Over "over four years", "each year", "in 2020" behind a sum.
    fn past_when(&self, after: usize) -> usize {
        let view = self.view;
        let mut next = after;
        while matches!(view.class(next), Some(Class::Period | Class::Adverb)) {
            next += 1;
        }
        if view.is(next, list!("over|in|during|across|each|every|a|per|through|until|from")) {
            let told = |i: &usize| {
                matches!(
                    view.class(*i),
                    Some(Class::Determiner | Class::Adjective | Class::Number | Class::Period | Class::Figure | Class::Adverb)
                ) || view.is(*i, &TIMES)
            };
            let end = (next + 1..view.items.len().min(next + 6)).take_while(told).last().map_or(next, |last| last + 1);
            if (next + 1..end).any(|i| view.class(i) == Some(Class::Period) || view.is(i, &TIMES) || self.is_of_time(i)) {
                return end;
            }
        }
        next
    }

    /// "four years" as a figure.
    fn is_of_time(&self, at: usize) -> bool {
        let tokens = &self.view.items[at].tokens;
        self.view.class(at) == Some(Class::Figure) && TIMES.has(self.view.document.word(tokens.end - 1))
    }

    /// The object of an infinitive: "to provide and install lights" → lights.
    fn object_of(&self, verb: usize) -> Option<Range<usize>> {
        let view = self.view;
        let and = view.is_word(verb + 1, "and") && view.class(verb + 2) == Some(Class::Base);
        self.given_for(if and { verb + 3 } else { verb + 1 })
    }

    /// The phrase at `start` where money can be for it: a measure that is nobody's name, or a programme by its name.
    fn given_for(&self, start: usize) -> Option<Range<usize>> {
        let view = self.view;
        let phrase = view.phrase_at(start)?;
        let last = phrase.end - 1;
        if self.is_of_agents(&phrase) || view.is(last, &VAGUE) {
            return None;
        }
        let is_name = matches!(view.items[last].kind, ItemKind::Name(_)) || view.class(last) == Some(Class::Name);
        let named = view.document.word(view.items[last].tokens.end - 1);
        if is_name && (SCHEMES.has(named) || list!("act|projects|programs|programmes").has(named)) {
            return Some(phrase);
        }
        if !self.is_measure(phrase.clone()) {
            return None;
        }
        // "fitness and safety courses"
        let joined = view.phrase_at(phrase.end + 1).filter(|more| view.is_word(phrase.end, "and") && phrase.len() == 1 && more.len() > 1);
        let whole = joined.map_or_else(|| self.with_of(phrase.clone()), |more| phrase.start..more.end);
        let owned = (phrase.end..whole.end).any(|at| view.class(at) == Some(Class::Possessive));
        Some(if owned { phrase } else { whole })
    }
}

/// Verbs and nouns of giving, getting and setting aside a sum.
static GIFTS: WordList = WordList::new(picked!(
    giving,
    PURPOSE,
    "provides|providing|commits|committing|announce|announces|announced|announcing|allocates|allocating|receive|receives|received|\
    receiving|authorize|authorizes|authorized|authorizing|authorise|authorises|authorised|authorization|award|awards|awarded|\
    awarding|invests|investing|contributes|contributing|secure|secures|secured|securing|includes|include|included|including|\
    contains|approve|approves|approved|pledge|pledges|pledged|pledging|grant|grants|granted|deliver|delivers|delivered|delivering|\
    earmark|earmarked|appropriate|appropriates|appropriated|spends|spending|dedicate|dedicates|dedicated|devoted|budget|budgeted|\
    request|requested|requests|seek|seeking|seeks|sought|funds|inject|injected|adds|add|added|put|puts|putting|give|gives|gave|\
    get|got|obtained|obtain|donates|won|win|wins|directs|restores"
));
/// Units of time.
static TIMES: WordList = WordList::new(words!("year|years|month|months|week|weeks|decade|quarter"));
/// Nouns that do not say what a sum is for.
static VAGUE: WordList = WordList::new(words!("purposes|reasons|use|example|cash|profit|help|work|others|everything"));
