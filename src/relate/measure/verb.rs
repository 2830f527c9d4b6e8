//! What a verb makes of the figure behind it: the measure of its subject, or a noun that it says.

use super::Construed::{Before, Like, Made, Nothing, Phrase};
use super::lists::{BEING, VALUING};
use super::{Construed, MeasureReader};
use crate::mention::FigureKind;
use crate::relate::class::Class;
use crate::relate::phrase::{ItemKind, Subject};
use crate::words::WordList;
use crate::words::relating::{CHANGE_NOUNS, CHANGE_VERBS, LEVEL_VERBS, MADE_NOUNS, MARKET_VERBS};

impl MeasureReader<'_> {
    /// What the verb at `verb` makes of the figure at `at` behind it.
    pub(super) fn governed(&self, verb: usize, at: usize) -> Construed {
        let view = self.view;
        if let Some(made) = self.is_paid(verb, at) {
            return Made(made, verb);
        }
        // "the funds yield 4%"
        let yields = view.is(verb, list!("yield|yields|yielding|yielded"));
        if yields && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent) {
            return Made("yield", verb);
        }
        // "the start-up raised $5m"
        let raises = view.is(verb, list!("raise|raised|raises|raising"));
        if raises && verb + 1 == at && self.is_large(at) {
            return Made("funding", verb);
        }
        // "the maker is valued at $5m", "a stake valued at $5m"
        if view.is(verb, &VALUING) && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount) {
            return match self.of_subject(verb) {
                Phrase(phrase) if self.head(&phrase).is_some_and(|head| view.word(head).starts_with(char::is_lowercase)) => Phrase(phrase),
                _ => Made("valuation", verb),
            };
        }
        let level = view.is(verb, &CHANGE_VERBS) || view.is(verb, &LEVEL_VERBS) || view.class(verb) == Some(Class::Auxiliary);
        let passive = view.class(verb) == Some(Class::Participle) && (verb.saturating_sub(3)..verb).any(|i| view.is(i, &BEING));
        // "steps to put $5m into a subsidy": who puts it there is not measured
        let placed = view.is(verb, list!("put|puts|putting|bring|brings|get|got")) && verb + 1 == at && self.is_large(at);
        if passive || level && !placed {
            let found = match self.of_subject(verb) {
                // "Meade added $3 million to the bill"
                Made("price", _) if self.is_large(at) => Nothing,
                // "the Brask rate rose to 1.5%": a percent that is a level is no price
                Made("price", _) if self.is_level_in_percent(at) => Nothing,
                found => found,
            };
            if found == Nothing && verb + 1 == at && view.is(verb, &EXPECTING) && self.is_of_forecasters(verb) {
                return Before;
            }
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
        if verb + 1 == at && view.is(verb, &EXPECTING) && self.is_of_forecasters(verb) {
            return Before;
        }
        // "raising it to $35"
        let after = self.after(at);
        if (view.is_word(after, "in") || view.is_word(after, "on") || view.is_word(after, "for"))
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        Nothing
    }

    /// Whether analysts or the market are the subject of the verb, who forecast what was told of before.
    fn is_of_forecasters(&self, verb: usize) -> bool {
        let view = self.view;
        (verb.saturating_sub(6)..verb).any(|at| view.is(at, &FORECASTERS))
    }

    /// "will cost $5m", "sells for $5", "homes priced from $800,000".
    fn is_paid(&self, verb: usize, at: usize) -> Option<&'static str> {
        let view = self.view;
        let kind = self.fact(at)?.figure.kind;
        // "a bond priced at 101 pct"
        if kind == FigureKind::Percent && view.is_word(verb, "priced") {
            return Some("price");
        }
        if kind != FigureKind::Amount {
            return None;
        }
        if view.is(verb, list!("cost|costs|costing")) {
            return Some("cost");
        }
        let priced = view.is_word(verb, "priced") || view.is(verb + 1, list!("for|at")) && view.is(verb, &SELLING);
        priced.then_some("price")
    }

    /// Whether no other noun stands between a name and its verb.
    fn is_beside(&self, name: usize, verb: usize) -> bool {
        (name + 1..verb).all(|at| !matches!(self.view.class(at), Some(Class::Noun | Class::Period | Class::Figure)))
    }

    /// The subject of a verb, where it can be a measure.
    pub(super) fn of_subject(&self, verb: usize) -> Construed {
        let view = self.view;
        // "growth in output (projected at 6%)"
        if verb > 0 && view.is_sign(verb - 1, '(') {
            return self.in_brackets(verb - 1);
        }
        // "the best was the maker Brask, gaining 3%"
        if view.class(verb) == Some(Class::Ing)
            && view.is(verb, &MARKET_VERBS)
            && verb >= 2
            && view.is_sign(verb - 1, ',')
            && matches!(view.items[verb - 2].kind, ItemKind::Name(_))
            && !self.is_index(verb - 2)
        {
            return Made("price", verb - 2);
        }
        match view.subject(verb) {
            Subject::Phrase(phrase) => {
                if view.is(verb, &MARKET_VERBS)
                    && phrase.clone().any(|at| view.is(at, &COINS))
                    && !phrase.clone().any(|at| view.class(at) == Some(Class::Preposition))
                {
                    return Made("price", phrase.end - 1);
                }
                if self.is_measure(phrase.clone()) {
                    return Phrase(phrase);
                }
                let head = self.head(&phrase);
                if let Some(head) = head.filter(|&head| view.is(head, &CHANGE_NOUNS)) {
                    let first = !(0..verb).any(|at| view.class(at) == Some(Class::Figure));
                    return match self.rise(phrase.start..head + 1, phrase) {
                        // "with growth expected to average 3%"
                        Before | Nothing if first && view.is_word(head, "growth") => Made("growth", verb),
                        Before | Nothing if view.is_word(head, "gains") && view.is(verb, &LEVEL_VERBS) => Made("gains", verb),
                        rise => rise,
                    };
                }
                let market = view.is(verb, &MARKET_VERBS);
                match head {
                    Some(head) if market && view.class(head) == Some(Class::Name) && self.is_beside(head, verb) => Made("price", head),
                    // "that figure was 5% a year ago"
                    Some(head) if view.is(head, list!("figure|number|reading|target")) => Before,
                    _ => Nothing,
                }
            }
            Subject::Pronoun(_) => Before,
            Subject::Figure(figure) => Like(figure),
            Subject::None => Nothing,
        }
    }
}

/// What has a price and nothing else that goes up and down.
static COINS: WordList = WordList::new(words!("cryptocurrency|crypto|token|coin|memecoin|altcoin|stablecoin"));
/// Verbs of expecting, before their figure.
static EXPECTING: WordList =
    WordList::new(words!("expecting|modeling|modelling|expected|expect|forecast|forecasted|estimated|anticipated|predicted|projected"));
/// Those who expect figures of others.
static FORECASTERS: WordList = WordList::new(words!("analysts|economists|factset|consensus|forecasters"));
/// Verbs of being sold.
static SELLING: WordList = WordList::new(words!("sell|sells|sold|selling|retail|retails|retailing|retailed|auctioned"));
