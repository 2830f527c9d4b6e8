//! Whether a figure is said to be so, aimed at or expected.
//!
//! The verb that governs the figure tells: "will pay", "expects", "is seen at", "plans to"; so does a noun before it, "guidance of", or a
//! few words behind it, "5% expected". What an expected figure is compared with ("up from $4m", "versus $3m") is told as a fact, unless
//! a noun says otherwise ("versus estimates of $3m"); a target that is raised was a target before.

mod pledge;

use super::class::Class;
use super::fact::{FigureFact, Modality};
use super::phrase::{ItemKind, Subject, View};
use crate::document::Document;
use crate::mention::FigureKind;
use crate::text::{BlockKind, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    AIMED, AIMED_NOUNS, BEFORE_TO, CHANGE_VERBS, COMPARED_WITH, EXPECTED, EXPECTED_AFTER, EXPECTED_NOUNS, MODALS,
    OUTLOOK_CLAUSES as CLAUSES, OUTLOOK_LINKS as LINKS, REPORTING, SAYING_VERBS,
};
use std::ops::Range;

/// How far a cue reaches, in items.
const BEFORE: usize = 60;
const AFTER: usize = 4;
const SUBJECT: usize = 14;
/// How far a verb of beating may stand before what it beats, in items.
const FARTHEST_BEATEN: usize = 4;

/// Gives the figures of a sentence, read from these items, their modality. `lead` is what the line says that leads to its list.
pub(super) fn assign(view: View, facts: &mut [FigureFact], lead: Option<Modality>) {
    let lead = lead.filter(|_| !(0..view.items.len()).any(|i| tells(view, i)));
    for at in 0..view.items.len() {
        let ItemKind::Figure(fact) = view.items[at].kind else { continue };
        if let Some(fact) = facts.get_mut(fact) {
            let money = fact.figure.kind == FigureKind::Amount;
            let (before, governed) = before(view, at, money);
            let counts = fact.figure.kind == FigureKind::Quantity;
            fact.modality = before.or_else(|| behind(view, at, governed, counts)).or(lead).unwrap_or_default();
        }
    }
}

/// Whether the item is a verb that tells what is or was.
fn tells(view: View, at: usize) -> bool {
    view.items[at].kind == ItemKind::Word
        && matches!(view.class(at), Some(Class::Finite | Class::Auxiliary))
        && view.is_verb(at)
        && !view.word(at).starts_with(char::is_uppercase)
}

/// What the line says that leads to the list in which the sentence stands: "For 2026 the chain expects:", "Outlook".
pub(super) fn lead_in(document: &Document, sentence: usize) -> Option<Modality> {
    const LONGEST: usize = 40;
    const HEADING: usize = 8;
    let sentences = &document.sentences;
    let first = sentence.saturating_sub(LONGEST);
    let leads = (first..sentence).rev().find(|&i| sentences[i].block != BlockKind::Bullet)?;
    let tokens = sentences[leads].tokens.clone();
    let words = tokens.clone().filter(|&at| document.tokens[at].kind == TokenKind::Word);
    let last = tokens.clone().rev().find(|&at| !matches!(document.tokens[at].kind, TokenKind::Newline { .. }))?;
    let colon = document.tokens[last].is_sign(':');
    let heading = words.clone().count() <= HEADING && document.tokens[last].kind == TokenKind::Word;
    if !colon && !heading {
        return None;
    }
    if colon && (pledge::leads(document, last) || pledge::is_of_a_bill(document, tokens.clone())) {
        return Some(Modality::Target);
    }
    let leads = words.clone().any(|at| OUTLOOKS.has(document.word(at)) || colon && EXPECTS.has(document.word(at)));
    leads.then_some(Modality::Forecast)
}

/// What the words before the figure say, and whether a verb governs it.
fn before(view: View, at: usize, money: bool) -> (Option<Modality>, bool) {
    if is_held(view, at) {
        return (None, true);
    }
    if pledge::is_commitment(view, at) || money && (pledge::is_offering(view, at) || pledge::opens_headline(view, at)) {
        return (Some(Modality::Target), true);
    }
    let (mut compared, mut comma, mut listed, mut governed, mut joined) = (false, false, false, false, false);
    for i in (at.saturating_sub(BEFORE)..at).rev() {
        match view.items[i].kind {
            ItemKind::Sign(';') => break,
            ItemKind::Sign(',') => comma = true,
            ItemKind::Figure(_) => listed = true,
            ItemKind::Word => {
                joined |= view.class(i) == Some(Class::Conjunction);
                if view.is(i, &CLAUSES) {
                    // "is likely to rise, but still be negative at 5%"
                    let next = pledge::past_adverbs(view, i + 1);
                    if view.is_word(i, "but") && (view.class(next) == Some(Class::Base) || view.is_word(next, "be")) {
                        continue;
                    }
                    // "would add jobs while cutting costs by 5%"
                    if view.is_word(i, "while") && view.class(i + 1) == Some(Class::Ing) {
                        continue;
                    }
                    break;
                }
                if !listed && !comma && !joined && compares(view, i) {
                    compared = true;
                    continue;
                }
                // "will open thanks to a grant of $5m"
                if is_cause(view, i) {
                    break;
                }
                // "beating estimates by 5%"
                let beaten = view.is(i, &EXPECTED_NOUNS) && view.is_word(i + 1, "by");
                if beaten && (i.saturating_sub(FARTHEST_BEATEN)..i).any(|verb| view.is(verb, &BEATING)) {
                    return (None, true);
                }
                let near = !comma || listed || view.is_word(i + 1, "that") || view.is_word(i + 1, "of");
                if let Some(noun) = noun(view, i).filter(|_| near) {
                    return (Some(noun), true);
                }
                match verb(view, i, at, money) {
                    Verb::Says(modality) if compared => return (None, modality != Modality::Actual),
                    Verb::Says(modality) => return (Some(modality), true),
                    // "data are forecast to show that prices rose 5%"
                    Verb::Ends if is_to_be_shown(view, i) => return (Some(Modality::Forecast), true),
                    // "the forecast for sales eased to $5m from $4m": both are forecasts
                    Verb::Ends if compared => {
                        let changes = view.is(i, &CHANGE_VERBS) || view.is(i + 1, &CHANGE_VERBS) && view.class(i) == Some(Class::Auxiliary);
                        let same = |said: &Modality| *said == Modality::Target || changes;
                        return (subject(view, i).filter(same), true);
                    }
                    Verb::Speaks => return (None, false),
                    Verb::Ends => return (subject(view, i), true),
                    // "to cover costs, 5% will be added": it does not govern
                    Verb::On => governed |= view.is_verb(i) && !(comma && i == 1 && view.is_word(0, "to")),
                    Verb::No => {}
                }
            }
            _ => {}
        }
    }
    (None, governed)
}

/// Whether a comparison opens: "from", "versus", but no "after-tax" and no "since 2024".
fn compares(view: View, at: usize) -> bool {
    let opens = view.is(at, &COMPARED_WITH) || contrasts(view, at);
    opens && !ranges(view, at) && !view.is_sign(at + 1, '-') && !starts_with_period(view, at + 1)
}

/// "to range from $4m"
fn ranges(view: View, from: usize) -> bool {
    from > 0 && ["range", "ranges", "ranged", "ranging", "vary", "anywhere"].iter().any(|word| view.is_word(from - 1, word))
}

/// "in contrast to $4m"
fn contrasts(view: View, at: usize) -> bool {
    view.is_word(at, "contrast") || view.is_word(at, "comparison")
}

fn starts_with_period(view: View, at: usize) -> bool {
    let at = if view.class(at) == Some(Class::Determiner) { at + 1 } else { at };
    view.class(at) == Some(Class::Period)
}

/// What a noun of expectation says.
fn noun(view: View, at: usize) -> Option<Modality> {
    if view.is(at, &AIMED_NOUNS) {
        return Some(Modality::Target);
    }
    // "the fund estimates that a rise of 1% costs $5m": what it says is so
    let says = view.is_word(at, "estimates") && view.is_word(at + 1, "that");
    (view.is(at, &EXPECTED_NOUNS) && !view.is_verb(at) && !says).then_some(Modality::Forecast)
}

/// What a word says as a verb.
enum Verb {
    /// This.
    Says(Modality),
    /// Nothing, and nothing before it does.
    Ends,
    /// Nothing: somebody is quoted from here on.
    Speaks,
    /// Nothing, but a verb before it may.
    On,
    /// It is no verb.
    No,
}

fn verb(view: View, at: usize, figure: usize, money: bool) -> Verb {
    to_come(view, at, figure, money).unwrap_or_else(|| told(view, at, figure))
}

/// What a word says that puts a verb behind it into the time to come, or asks for what follows.
fn to_come(view: View, at: usize, figure: usize, money: bool) -> Option<Verb> {
    // "can cut costs by 5%"
    let can = ["can", "cannot"].iter().any(|can| view.is_word(at, can)) && view.is(pledge::past_adverbs(view, at + 1), &CHANGING);
    if can || view.is(at, &MODALS) || view.word(at).ends_with("’ll") || view.word(at).ends_with("'ll") {
        let will = !["would", "could", "may", "might", "should"].iter().any(|word| view.is_word(at, word));
        return Some(Verb::Says(pledge::of_what_is_to_come(view, at, at + 1, figure, money && will)));
    }
    if pledge::asks(view, at) {
        return Some(Verb::Says(Modality::Target));
    }
    if pledge::is_to(view, at) {
        return Some(Verb::Says(pledge::of_what_is_to_come(view, at, at + 1, figure, money)));
    }
    // "set to fire 50", not "set to the equivalent of $5m"
    let no_verb = match view.class(at + 2) {
        Some(Class::Determiner) => !view.is_word(at + 2, "more"),
        Some(Class::Figure) => {
            let last = view.document.word(view.items[at + 2].tokens.end - 1);
            !["double", "triple", "quadruple", "halve"].contains(&last)
        }
        _ => false,
    };
    // "Wall Street was looking for $5m"
    if view.is_word(at, "looking") && view.is_word(at + 1, "for") {
        return Some(Verb::Says(Modality::Forecast));
    }
    // "due to strong demand"
    let cause = view.is_word(at, "due") && view.class(at + 2) != Some(Class::Base);
    let to_verb = view.is_word(at + 1, "to") && !no_verb && !cause;
    if pledge::is_decided(view, at, figure) {
        return Some(Verb::Ends);
    }
    if pledge::is_intent(view, at) {
        return Some(Verb::Says(Modality::Target));
    }
    if view.is(at, &BEFORE_TO) && to_verb {
        return Some(Verb::Says(pledge::of_what_is_to_come(view, at, at + 2, figure, money)));
    }
    // "agreed in principle to sell"
    if view.is(at, &BEFORE_TO) && view.is_word(at + 1, "in") && view.is_word(at + 2, "principle") && view.is_word(at + 3, "to") {
        return Some(Verb::Says(Modality::Forecast));
    }
    None
}

/// What a verb says by itself.
fn told(view: View, at: usize, figure: usize) -> Verb {
    // "we promised $5m", "has committed $5m to the port"
    if is_promised(view, at, figure) {
        return Verb::Says(Modality::Forecast);
    }
    // "took aim at"
    let took = view.is_word(at, "aim") && view.is_word(at + 1, "at");
    if view.is(at, &AIMED) && !took && !(view.is_word(at + 1, "to") && view.is(at + 2, &HINDERING)) {
        return Verb::Says(Modality::Target);
    }
    // "plans tax cuts of $5m", "plans for tariffs of 5%"
    let planned = view.is_word(at, "planned") && view.class(at) == Some(Class::Finite);
    let object = matches!(view.class(at + 1), Some(Class::Determiner | Class::Figure));
    let plans = view.is_word(at, "plans") && (view.class(at) == Some(Class::Finite) || view.is_word(at + 1, "for")) || planned && object;
    // "an estimated 49 million" is a rough figure.
    let rough = at + 1 == figure && view.is_word(at, "estimated");
    // "has seen its shares fall by 5%"
    let saw = view.is_word(at, "seen")
        && !view.is_word(figure - 1, "at")
        && view.back(at).is_some_and(|before| {
            ["has", "have", "had", "having"].iter().any(|word| view.is_word(before, word)) || view.word(before).ends_with("ve")
        });
    let noun = is_plan(view, at);
    // "it is estimated that 40 million people watched": a rough figure again
    if view.is_word(at, "estimated") && view.is_word(at + 1, "that") {
        return Verb::Speaks;
    }
    if plans || view.is(at, &EXPECTED) && !rough && !saw && !noun {
        return Verb::Says(Modality::Forecast);
    }
    if view.is(at, &SAYING_VERBS) && !view.is(at, &REPORTING) && view.is_verb(at) {
        return Verb::Speaks;
    }
    if pledge::is_of_bill(view, at) {
        return Verb::Says(Modality::Target);
    }
    match view.class(at) {
        // "will open a plant and carry a debt of $5m"
        Some(Class::Finite) if !view.word(at).ends_with(['s', 'd']) && view.class(at.wrapping_sub(1)) == Some(Class::Conjunction) => {
            Verb::On
        }
        // "is expected to range from $4m"
        Some(Class::Finite) if at > 0 && view.is_word(at - 1, "to") => Verb::On,
        // "he would on Monday impose tariffs of 5%"
        Some(Class::Finite) if follows_modal(view, at) => Verb::On,
        // "sees adjusted diluted earnings per share of $5"
        Some(Class::Finite) if view.is_word(at, "adjusted") && view.is(at + 1, &MEASURED) => Verb::No,
        Some(Class::Finite) => Verb::Ends,
        Some(Class::Auxiliary) => match view.back(at) {
            Some(before) if view.is(before, &MODALS) || view.class(before) == Some(Class::Particle) => Verb::On,
            Some(before) if matches!(view.class(before), Some(Class::Auxiliary | Class::Adverb)) => Verb::On,
            _ if ["be", "been", "being"].iter().any(|word| view.is_word(at, word)) => Verb::On,
            _ => Verb::Ends,
        },
        Some(Class::Base | Class::Participle | Class::Ing) => Verb::On,
        _ => Verb::No,
    }
}

/// "promised $5m", not "had promised $5m".
fn is_promised(view: View, at: usize, figure: usize) -> bool {
    let over = at > 0 && view.is_word(at - 1, "had");
    view.is(at, &PROMISING) && view.is_verb(at) && at + 1 == figure && !over
}

/// "any bid for its 20% stake": it is held, whatever may come of it.
fn is_held(view: View, figure: usize) -> bool {
    let owner = figure > 0
        && (view.class(figure - 1) == Some(Class::Possessive)
            || ["its", "their", "his", "her", "our", "my"].iter().any(|word| view.is_word(figure - 1, word)));
    owner && ["stake", "shareholding", "holding", "interest", "share"].iter().any(|word| view.is_word(figure + 1, word))
}

/// "thanks to", "because of": what follows is told as a fact.
fn is_cause(view: View, at: usize) -> bool {
    view.is_word(at, "thanks") && view.is_word(at + 1, "to") || view.is_word(at, "because") && view.is_word(at + 1, "of")
}

/// "paid for projects in 98 towns": no verb.
fn is_plan(view: View, at: usize) -> bool {
    ["projects", "budgets"].iter().any(|word| view.is_word(at, word))
        && matches!(view.class(at + 1), Some(Class::Preposition | Class::Conjunction | Class::Sign | Class::Auxiliary | Class::Finite))
}

/// Whether the verb stands in what is yet to be said: "is expected to say that payrolls grew by".
fn is_to_be_shown(view: View, verb: usize) -> bool {
    const FARTHEST: usize = 14;
    let shows = |i: &usize| ["show", "say", "report", "reveal"].iter().any(|word| view.is_word(*i, word));
    let show = (verb.saturating_sub(FARTHEST)..verb).rev().find(shows).filter(|&show| show > 1 && view.is_word(show - 1, "to"));
    show.is_some_and(|show| view.is(show - 2, &EXPECTED) || view.is(show - 2, &BEFORE_TO))
}

/// Whether nothing but an adverbial stands between a modal verb and this one.
fn follows_modal(view: View, verb: usize) -> bool {
    const LONGEST: usize = 4;
    let hangs = |i: usize| matches!(view.class(i), Some(Class::Period | Class::Preposition | Class::Adverb | Class::Determiner));
    (verb.saturating_sub(LONGEST)..verb).rev().find(|&i| !hangs(i)).is_some_and(|i| i + 1 < verb && view.is(i, &MODALS))
}

/// What the subject of the verb says: "the target is".
fn subject(view: View, verb: usize) -> Option<Modality> {
    let said = match view.subject(verb) {
        Subject::Phrase(phrase) => head(view, phrase),
        _ => None,
    };
    said.or_else(|| leader(view, verb)).or_else(|| opens_awaited(view, verb))
}

/// "The projected cost of feeding the town is": the sentence opens with what is awaited, and its first verb follows.
fn opens_awaited(view: View, verb: usize) -> Option<Modality> {
    let first = usize::from(view.class(0) == Some(Class::Determiner));
    let other = |i: usize| view.is_sign(i, ',') || matches!(view.class(i), Some(Class::Finite | Class::Auxiliary | Class::Figure));
    (view.is(first, &AWAITED) && !(first + 1..verb).any(other)).then_some(Modality::Forecast)
}

/// What the noun says that leads the phrases before the verb: "estimates for 2025 and 2026 were", "guidance for the year ended May is".
fn leader(view: View, verb: usize) -> Option<Modality> {
    const LONGEST: usize = 16;
    let stops =
        |i: usize| matches!(view.items[i].kind, ItemKind::Sign(',' | ';' | ':' | '(' | ')') | ItemKind::Figure(_)) || view.is_verb(i);
    let within = (verb.saturating_sub(LONGEST)..verb).rev().take_while(|&i| !stops(i));
    let hangs = |noun: usize| {
        let before =
            (0..noun).rev().find(|&i| !matches!(view.class(i), Some(Class::Noun | Class::Adjective | Class::Name | Class::Determiner)));
        before.is_some_and(|i| view.class(i) == Some(Class::Preposition) && !view.is_word(i, "per"))
    };
    within.into_iter().find_map(|i| noun(view, i).filter(|_| view.class(i + 1) == Some(Class::Preposition) && !hangs(i)))
}

fn head(view: View, phrase: Range<usize>) -> Option<Modality> {
    let end = phrase.clone().find(|&i| view.class(i) == Some(Class::Preposition)).unwrap_or(phrase.end);
    let before = phrase.start.saturating_sub(1);
    let said = (phrase.start..end).rev().find_map(|i| noun(view, i));
    said.or_else(|| (before..end).any(|i| view.is(i, &AWAITED)).then_some(Modality::Forecast))
}

/// What the words behind the figure say; `counts` where it is a number of things.
fn behind(view: View, at: usize, governed: bool, counts: bool) -> Option<Modality> {
    let end = view.items.len();
    if is_granted_ahead(view, at, counts) {
        return Some(Modality::Forecast);
    }
    // "1,800 sacks (46 kilos) were expected"
    let mut i = view.forth(at + 1);
    for _ in 0..AFTER {
        let ends = i >= end || matches!(view.items[i].kind, ItemKind::Sign(',' | ';' | ')'));
        if ends || view.is(i, &LINKS) || view.is(i, &BEATING) {
            break;
        }
        if view.is(i, &EXPECTED_AFTER) {
            return Some(Modality::Forecast);
        }
        i = view.forth(i + 1);
    }
    // "$2bn in sales, according to Acme estimates"
    if let Some(source) = (at + 1..end.min(at + 10)).find(|&i| view.is_word(i, "according"))
        && (source..end.min(source + 8)).any(|i| view.is(i, &EXPECTED_NOUNS))
        && !(at + 1..source).any(|i| matches!(view.items[i].kind, ItemKind::Figure(_)))
    {
        return Some(Modality::Forecast);
    }
    if governed {
        return None;
    }
    let verb = (at + 1..end.min(at + SUBJECT))
        .take_while(|&i| !matches!(view.items[i].kind, ItemKind::Sign(',' | ';' | '(')) && !view.is(i, &CLAUSES))
        .find(|&i| matches!(view.class(i), Some(Class::Auxiliary | Class::Finite)));
    // "5% was expected", "5% is set to go"
    let set = |at: usize| !counts && view.is(at, &BEFORE_TO) && view.is_word(at + 1, "to") && view.class(at + 2) == Some(Class::Base);
    let expected = |verb: usize| view.class(verb) == Some(Class::Auxiliary) && (view.is(verb + 1, &EXPECTED) || set(verb + 1));
    // "$5m is to fund the port"
    if !counts && verb.is_some_and(|verb| pledge::is_to(view, verb + 1)) {
        return Some(Modality::Target);
    }
    verb.filter(|&verb| view.is(verb, &MODALS) || expected(verb)).map(|_| Modality::Forecast)
}

/// Whether a sum is granted for years to come: "announced funding of $5m over four years", not "spent $5m over four years".
fn is_granted_ahead(view: View, at: usize, counts: bool) -> bool {
    const REACH: usize = 8;
    let stops = |i: &usize| matches!(view.items[*i].kind, ItemKind::Figure(_) | ItemKind::Sign(';'));
    let over = (at + 1..view.items.len().min(at + REACH)).take_while(|i| !stops(i)).find(|&i| view.is_word(i, "over"));
    let Some(over) = over.filter(|&over| over + 1 < view.items.len()) else { return false };
    let first = over + 1 + usize::from(view.class(over + 1) == Some(Class::Determiner));
    let span = (over + 1..view.items.len().min(over + 4)).map(|i| view.document.span(view.items[i].tokens.clone()));
    let mut words = span.flat_map(|span| span.of(view.document.text).split_whitespace()).take(5);
    let next = words.clone().any(|word| matches!(word, "next" | "coming"));
    let years = words.clone().any(|word| matches!(word.trim_end_matches([',', '.']), "years" | "decade"));
    let gone = words.any(|word| matches!(word, "past" | "last" | "previous" | "recent" | "preceding"));
    let grants = || (at.saturating_sub(REACH)..at).any(|i| view.is(i, &GRANTING));
    let counted = matches!(view.class(first), Some(Class::Number | Class::Figure | Class::Period));
    years && !gone && (next || !counts && counted && grants())
}

/// What is adjusted.
static MEASURED: WordList = WordList::new(words!("diluted|earnings|net|operating|gross|free|ebitda|ebit|eps|income|profit|basic|pretax"));
/// Adjectives of what is yet to be.
static AWAITED: WordList = WordList::new(words!("planned|expected|projected|proposed"));
/// Verbs whose sum is yet to be paid.
static PROMISING: WordList = WordList::new(words!("promised|pledged|committed|pledges|promises|pledging|committing"));
/// Words of what is given for a time to come.
static GRANTING: WordList = WordList::new(words!(
    "announced|announces|announcing|announce|funding|package|commitment|committing|providing|provides|provide|investing|delivering|includes|grants"
));
/// Verbs with "to" before them that nothing is aimed at by: "seeking to block a $5m bid".
static HINDERING: WordList = WordList::new(words!("block|stop|prevent|halt|overturn|fight|oppose|recover|enjoin|avoid|dismiss"));
/// Verbs by which something will be another figure than it is.
static CHANGING: WordList =
    WordList::new(words!("reduce|cut|lower|raise|boost|increase|save|add|lift|improve|generate|yield|grow|rise|fall|climb|reach"));
/// Nouns of a line that leads to a list of what is expected, and verbs that do so with a colon behind them.
static OUTLOOKS: WordList = WordList::new(words!("outlook|guidance|forecast|forecasts"));
static EXPECTS: WordList = WordList::new(words!("expects|expect|anticipates|anticipate|projects|guides|guided|sees|estimates|expecting"));
/// Verbs between a figure and what was expected of it.
static BEATING: WordList = WordList::new(words!(
    "beat|beats|topped|tops|missed|misses|exceeded|exceeds|surpassed|missing|surpassing|beating|topping|exceeding|outpacing|trailing|trailed|outpaced"
));

#[cfg(test)]
mod tests {
    use crate::sheet::Modality::{self, Actual, Forecast, Target};
    use crate::{Article, Options, analyze};

    fn modalities(text: &str) -> Vec<Modality> {
        analyze(&Article::from_text(text), &Options::default()).facts.iter().map(|fact| fact.modality).collect()
    }

    #[test]
    fn verbs_of_what_is_to_come() {
        for text in [
            "The chain will open a plant for $5 million.",
            "Brask Foods expects a profit of $5 million.",
            "Brask Foods plans to borrow $5 million.",
            "Sales are seen at $5 million.",
            "About 70% of the savings will come from lower rents.",
        ] {
            assert_eq!(modalities(text), [Forecast], "{text}");
        }
        assert_eq!(modalities("The lender aims to cut costs by 5%."), [Target]);
    }

    #[test]
    fn ranges_threats_and_what_is_planned() {
        for text in [
            "Analysts expected results to range from $4 million.",
            "The minister is threatening to impose tariffs of 5%.",
            "The planned deficit for next year was set at $5 million.",
            "The chain forecasted a profit of $5 million.",
            "The chain plans to more than double its shops.",
        ] {
            assert_eq!(modalities(text), [Forecast], "{text}");
        }
        for text in [
            "The lender sued, seeking to block a $5 million offer by Brask Foods.",
            "The minimum amount has been set to the equivalent of $5 million.",
            "The producer price index at 3.6% beat the estimate.",
        ] {
            assert_eq!(modalities(text), [Actual], "{text}");
        }
        assert_eq!(modalities("The forecast for sales eased to $4 million from $5 million."), [Forecast, Forecast]);
        assert_eq!(modalities("Exports are expected to total $6 million in contrast to shipments of $9 million."), [Forecast, Actual]);
    }

    #[test]
    fn subjects_over_phrases_and_verbs_over_adverbials() {
        for text in [
            "Estimates for 2025 and 2026 were cut to $5 million.",
            "The chain’s guidance for the year ended May 2026 is set at $5 million.",
            "The chain said it would on Monday impose fees of 5%.",
            "The chain plans savings of $5 million.",
            "Plans for tariffs of 5% are known.",
            "Losses of up to $5 million were expected.",
            "Brask Foods sees adjusted diluted earnings of $5 million.",
        ] {
            assert_eq!(modalities(text), [Forecast], "{text}");
        }
        for text in
            ["Margins fell 5% due to higher costs.", "He took aim at a levy of 5%.", "Costs fell due to mild weather in May, by 5%."]
        {
            assert_eq!(modalities(text), [Actual], "{text}");
        }
    }

    #[test]
    fn what_may_come_and_lists_of_it() {
        for text in [
            "Better ovens can cut costs by 5%.",
            "Sales are likely to fall, but still be ahead by 5%.",
            "Wall Street was looking for $5 million.",
            "Shipments of 40 sacks (60 kilos) were expected.",
            "For next year the chain expects:\n\n- Sales of $5 million",
            "2026 Outlook\n\n- Capital spending of $5 million",
        ] {
            assert_eq!(modalities(text).first(), Some(&Forecast), "{text}");
        }
        for text in [
            "The hall can hold 40 guests.",
            "Earnings were good, beating analysts' estimates by 5%.",
            "Profit missed the consensus by 5%.",
            "The chain, which has seen its shares climb by 5%, bakes.",
            "The chain will keep its old towns, where it has:\n\n- Sales of $5 million",
            "2026 Outlook\n\n- Sales rose to $5 million last year",
        ] {
            assert_eq!(modalities(text).last(), Some(&Actual), "{text}");
        }
    }

    #[test]
    fn what_is_promised_granted_and_under_way() {
        for text in [
            "The minister promised $5 million for the bakery.",
            "The state has committed $5 million to the mill.",
            "The town announced funding of $5 million over four years.",
            "The plan brings $5 million in fees over the next three years.",
            "The chain is on track to make $5 million.",
            "The $5 million in fees is set to go into effect.",
        ] {
            assert_eq!(modalities(text).first(), Some(&Forecast), "{text}");
        }
        for text in [
            "The town spent $5 million over the past four years.",
            "Within a month we had committed $5 million.",
            "It is estimated that 40 million people watched.",
            "The fund has paid for projects in 98 towns.",
            "We’ve seen sales of $5 million.",
            "Fees of $5 million are due to a new law.",
            "Some 40 bakers are set to share the prize.",
        ] {
            assert_eq!(modalities(text).first(), Some(&Actual), "{text}");
        }
    }

    #[test]
    fn what_is_told_as_a_fact() {
        for text in [
            "The fund estimates that a drought costs 5% of output.",
            "Sales rose 5%.",
            "The plant, which will close, cost $5 million.",
            "Brask Foods had sales of $5 million.",
        ] {
            assert_eq!(modalities(text), [Actual], "{text}");
        }
    }

    #[test]
    fn what_a_forecast_is_compared_with() {
        assert_eq!(modalities("Sales are expected to be $5 million versus $4 million."), [Forecast, Actual]);
        assert_eq!(modalities("Sales rose to $5 million, above estimates of $4 million."), [Actual, Forecast]);
        assert_eq!(modalities("The broker raised its price target to $50 from $40."), [Target, Target]);
    }
}
