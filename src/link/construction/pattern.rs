//! Constructions are phrases: each word that relates figures stands for all words of its kind, a word in capitals for a figure.
//!
//! "rose STATED to CURRENT from BASE" reads "climbed 39% in May to a record $830 million, up from $596 million" and its like: words, periods,
//! brackets and asides between the items are passed over. Before an item `=` allows nothing but periods, `_` signs but no words, `~` words
//! but no signs, `…` many words; `[x y]` may be missing.

use crate::link::cue::{self, Cue};
use crate::link::reading::{Element, Kinds, SentenceReading, is_level, is_percent};
use crate::number::Decimal;
use crate::relate::FigureFact;

/// The part that a figure has in a construction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// The figure that is checked.
    Stated,
    /// The level after a change.
    Current,
    /// The level before it.
    Base,
    /// The change as an amount.
    Delta,
    /// The part of a whole.
    Part,
    /// The whole.
    Whole,
    /// A figure that counts for nothing here.
    Other,
}

/// One item of a phrase.
#[derive(Clone, Debug)]
enum PhraseStep {
    /// A figure.
    Figure(Role),
    /// A verb or particle of change.
    Verb,
    /// A noun of change.
    Noun,
    /// higher, below
    Comparative,
    /// Representing, which is.
    Tie,
    /// Another cue.
    Cue(Cue),
    /// A sign.
    Sign(Element),
}

/// What may stand before an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Gap {
    /// How many words.
    words: usize,
    /// Whether commas, dashes and brackets may.
    signs: bool,
    /// Whether prepositional phrases and "and" may.
    phrases: bool,
}

impl Gap {
    /// Words and phrases of the same statement.
    const FEW: Gap = Gap { words: FEW, signs: true, phrases: true };
    const MANY: Gap = Gap { words: MANY, signs: true, phrases: true };
    /// Nothing but periods and the like.
    const NONE: Gap = Gap { words: 0, signs: false, phrases: false };
    /// Signs and phrases, but no words of another statement.
    const SIGNS: Gap = Gap { words: 0, signs: true, phrases: true };
    /// Words of one noun phrase.
    const PHRASE: Gap = Gap { words: 4, signs: false, phrases: false };

    /// What a sign of the notation allows.
    fn of(word: &str) -> Option<Gap> {
        Some(match word {
            "=" => Gap::NONE,
            "_" => Gap::SIGNS,
            "~" => Gap::PHRASE,
            "…" => Gap::MANY,
            _ => return None,
        })
    }
}

/// An item and what may stand before it.
#[derive(Clone, Debug)]
struct Step {
    item: PhraseStep,
    gap: Gap,
}

/// A phrase, ready to be looked for.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// The phrase with and without what may be missing, the fullest first.
    variants: Vec<Variant>,
    /// What may stand behind the last item, where the phrase is read back.
    tail: Gap,
}

/// A phrase without anything that may be missing.
#[derive(Clone, Debug)]
struct Variant {
    steps: Vec<Step>,
    /// The kinds of its items.
    needs: Kinds,
    /// Whether it needs a level.
    level: bool,
}

impl Variant {
    fn new(steps: Vec<Step>) -> Self {
        let is_level = |step: &Step| matches!(step.item, PhraseStep::Figure(role) if !matches!(role, Role::Stated | Role::Other));
        let needs = steps.iter().fold(Kinds::default(), |needs, step| needs.and(step.item.kind()));
        Variant { level: steps.iter().any(is_level), needs, steps }
    }

    /// Whether all that it needs is there.
    fn may_stand(&self, scene: &LinkScene, there: Kinds) -> bool {
        let level = if scene.of_percents { Kinds::PERCENT } else { Kinds::LEVEL };
        there.has(self.needs) && (!self.level || there.has(level))
    }
}

impl PhraseStep {
    fn kind(&self) -> Kinds {
        match self {
            PhraseStep::Figure(_) => Kinds::FIGURE,
            PhraseStep::Verb => Kinds::VERB,
            PhraseStep::Noun => Kinds::NOUN,
            PhraseStep::Comparative => Kinds::COMPARATIVE,
            PhraseStep::Tie => Kinds::TIE,
            PhraseStep::Cue(cue) => Kinds::of_cue(*cue),
            PhraseStep::Sign(sign) => Kinds::of_sign(*sign),
        }
    }
}

/// Words that may stand before an item.
const FEW: usize = 5;
const MANY: usize = 16;

impl Pattern {
    /// Reads a phrase. Panics on words that relate no figures: the phrases are constants, and a test reads them all.
    pub(crate) fn new(phrase: &str) -> Self {
        let mut variants = vec![Vec::new()];
        let mut gap = Gap::FEW;
        let mut optional: Option<Vec<Vec<Step>>> = None;
        for word in phrase.split_whitespace() {
            match Gap::of(word) {
                Some(marked) => gap = marked,
                None => {
                    if word.starts_with('[') {
                        optional = Some(variants.clone());
                    }
                    let step = Step { item: item(word.trim_matches(['[', ']'])), gap: std::mem::replace(&mut gap, Gap::FEW) };
                    variants.iter_mut().for_each(|steps| steps.push(step.clone()));
                    if word.ends_with(']') {
                        variants.extend(optional.take().into_iter().flatten());
                    }
                }
            }
        }
        Pattern { variants: variants.into_iter().map(Variant::new).collect(), tail: gap }
    }

    /// Where the phrase, read from node `at` on, ends.
    pub(crate) fn after(&self, scene: &LinkScene, at: usize, roles: &mut Roles) -> Option<usize> {
        let there = scene.reading.kinds_from(at);
        self.variants.iter().filter(|variant| variant.may_stand(scene, there)).find_map(|variant| {
            let mut found = *roles;
            let end = forward(&variant.steps, scene, at, false, &mut found)?;
            *roles = found;
            Some(end)
        })
    }

    /// Where the phrase, read back from before node `at`, begins.
    pub(crate) fn before(&self, scene: &LinkScene, at: usize, roles: &mut Roles) -> Option<usize> {
        let there = scene.reading.kinds_before(at);
        self.variants.iter().filter(|variant| variant.may_stand(scene, there)).find_map(|variant| {
            let mut found = *roles;
            let start = backward(&variant.steps, scene, at, self.tail, &mut found)?;
            *roles = found;
            Some(start)
        })
    }
}

fn item(word: &str) -> PhraseStep {
    match word {
        "STATED" => PhraseStep::Figure(Role::Stated),
        "CURRENT" => PhraseStep::Figure(Role::Current),
        "BASE" => PhraseStep::Figure(Role::Base),
        "DELTA" => PhraseStep::Figure(Role::Delta),
        "PART" => PhraseStep::Figure(Role::Part),
        "WHOLE" => PhraseStep::Figure(Role::Whole),
        "FIGURE" => PhraseStep::Figure(Role::Other),
        "," => PhraseStep::Sign(Element::Comma),
        ":" => PhraseStep::Sign(Element::Colon),
        "–" => PhraseStep::Sign(Element::Dash),
        "(" => PhraseStep::Sign(Element::Open(0)),
        ")" => PhraseStep::Sign(Element::Close(0)),
        _ => match cue::cue_of(word).unwrap_or_else(|| panic!("{word} relates no figures")) {
            Cue::Rose | Cue::Fell | Cue::Moved => PhraseStep::Verb,
            Cue::Rise | Cue::Fall | Cue::Growth | Cue::Reduction | Cue::Change | Cue::Loss => PhraseStep::Noun,
            Cue::Higher | Cue::Lower => PhraseStep::Comparative,
            Cue::Tie => PhraseStep::Tie,
            cue => PhraseStep::Cue(cue),
        },
    }
}

/// What a construction is looked for in.
pub(crate) struct LinkScene<'a> {
    /// The sentence.
    pub reading: &'a SentenceReading,
    /// All facts of the article.
    pub facts: &'a [FigureFact],
    /// The figure that is checked.
    pub stated: usize,
    /// Whether the levels are percents.
    pub of_percents: bool,
    /// Whether the stated figure is the verb "halved".
    pub halved: bool,
}

/// The figures that a construction found, and the cue of the change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles {
    /// The level after the change.
    pub current: Option<usize>,
    /// The level before it.
    pub base: Option<usize>,
    /// The change as an amount.
    pub delta: Option<usize>,
    /// The part.
    pub part: Option<usize>,
    /// The whole.
    pub whole: Option<usize>,
    /// The word of change.
    pub change: Option<Cue>,
}

impl Roles {
    fn set(&mut self, role: Role, fact: usize) {
        match role {
            Role::Stated | Role::Other => {}
            Role::Current => self.current = Some(fact),
            Role::Base => self.base = Some(fact),
            Role::Delta => self.delta = Some(fact),
            Role::Part => self.part = Some(fact),
            Role::Whole => self.whole = Some(fact),
        }
    }
}

impl LinkScene<'_> {
    /// Whether a figure may have a role.
    fn may_be(&self, role: Role, fact: usize) -> bool {
        match role {
            Role::Stated => fact == self.stated,
            _ if fact == self.stated => false,
            Role::Other => true,
            _ if self.of_percents => is_percent(&self.facts[fact].figure),
            _ => is_level(&self.facts[fact].figure),
        }
    }

    /// Whether the figure can be of one measure with those found so far.
    fn goes_with(&self, roles: &Roles, fact: usize) -> bool {
        let figure = &self.facts[fact].figure;
        let found = [roles.current, roles.base, roles.delta, roles.part, roles.whole];
        found.into_iter().flatten().all(|other| figure.is_like(&self.facts[other].figure))
    }

    /// "2,008,000 dlrs, or 2.22 dlrs a share": the second stands beside the total.
    fn stands_beside_total(&self, at: usize, fact: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|node| self.reading.at(node));
        let or = before(1) == Some(Element::Cue(Cue::Or));
        let total = if before(2) == Some(Element::Comma) { before(3) } else { before(2) };
        let Some(Element::Figure(total)) = total else { return false };
        let (own, total) = (&self.facts[fact].figure, &self.facts[total].figure);
        // Where no unit is said, a figure that is much smaller is one per share.
        let much_smaller = || {
            let sizes =
                own.value().zip(total.value()).and_then(|(own, total)| Some((own.abs().checked_mul(Decimal::ONE_HUNDRED)?, total.abs())));
            own.unit == total.unit && sizes.is_some_and(|(own, total)| own < total)
        };
        or && total.per.is_none() && (own.per.is_some() || much_smaller())
    }

    /// Whether the fact is a figure per unit, said beside the total.
    pub(crate) fn is_per_unit_beside_total(&self, fact: usize) -> bool {
        self.reading.node_of(fact).is_some_and(|at| self.stands_beside_total(at, fact))
    }

    /// Takes the item at the node; gives the node behind it.
    fn take(&self, item: &PhraseStep, at: usize, roles: &mut Roles) -> Option<usize> {
        let element = self.reading.at(at)?;
        let fits = match (item, element) {
            (PhraseStep::Figure(role), Element::Figure(fact)) => {
                let is_level = matches!(role, Role::Current | Role::Base);
                let fits = !(is_level && (self.stands_beside_total(at, fact) || self.is_included(at)))
                    && self.may_be(*role, fact)
                    && (*role == Role::Other || self.goes_with(roles, fact));
                if fits {
                    roles.set(*role, fact);
                }
                fits
            }
            (PhraseStep::Verb, Element::Cue(cue)) if cue.is_verb_of_change() => note(roles, cue),
            (PhraseStep::Noun, Element::Cue(cue)) if cue.is_noun_of_change() && !self.is_verb_here(at, cue) => note(roles, cue),
            (PhraseStep::Comparative, Element::Cue(cue @ (Cue::Higher | Cue::Lower))) => note(roles, cue),
            (PhraseStep::Tie, Element::Cue(Cue::Tie | Cue::Share | Cue::Was)) => true,
            (PhraseStep::Cue(wanted), Element::Cue(cue)) => *wanted == cue || *wanted == Cue::Against && cue == Cue::Than,
            (PhraseStep::Sign(Element::Open(_)), Element::Open(_)) | (PhraseStep::Sign(Element::Close(_)), Element::Close(_)) => true,
            (PhraseStep::Sign(wanted), found) => *wanted == found,
            _ => false,
        };
        fits.then_some(at + 1)
    }

    /// "will increase": a word that is verb and noun is a verb behind an auxiliary or "to".
    fn is_verb_here(&self, at: usize, cue: Cue) -> bool {
        matches!(cue, Cue::Rise | Cue::Fall)
            && at > 0
            && (self.reading.cue(at - 1) == Some(Cue::Auxiliary)
                || self.reading.cue(at - 1) == Some(Cue::To)
                    && self.reading.nodes[at - 1].tokens.end == self.reading.nodes[at].tokens.start)
    }

    /// Passes over what does not count between two items, going on; the words that it costs. `None` where it counts.
    /// `in_phrase`: behind a preposition, where "of" and nouns of change belong to the noun phrase that leads to the figure.
    fn pass(&self, at: usize, gap: Gap, in_phrase: bool) -> Option<(usize, usize)> {
        let reading = self.reading;
        Some(match reading.at(at)? {
            Element::Comma | Element::Dash | Element::Open(_) | Element::Close(_) if !gap.signs => return None,
            Element::Cue(cue)
                if !gap.phrases
                    && (cue.is_preposition() && !self.leads_to_period(at)
                        || matches!(cue, Cue::And | Cue::Or | Cue::Border | Cue::After))
                    && !in_phrase =>
            {
                return None;
            }
            Element::Words(words) => (at + 1, words),
            Element::Period(_) | Element::Comma | Element::Dash => (at + 1, 0),
            Element::Open(close) => (close + 1, 0),
            // What began inside brackets goes on behind them with a preposition only.
            Element::Close(_) if matches!(reading.cue(at + 1), Some(Cue::To | Cue::From | Cue::Against)) => (at + 1, 0),
            Element::Cue(cue) => match cue {
                Cue::Sequential | Cue::YearOnYear | Cue::OtherBasis | Cue::Mark | Cue::Expectation | Cue::Each | Cue::Auxiliary => {
                    (at + 1, 0)
                }
                Cue::Of | Cue::Loss if in_phrase => (at + 1, 0),
                // "76% of those (1,349 of 1,774)"
                Cue::Parts if matches!(reading.at(at + 1), Some(Element::Open(_))) => (at + 1, 0),
                // "from a revised 142.1"
                Cue::Moved if in_phrase && reading.fact(at + 1).is_some() => (at + 1, 0),
                Cue::Reduction | Cue::Growth | Cue::Change
                    if in_phrase && !matches!(reading.at(at + 1), Some(Element::Cue(Cue::Of) | Element::Figure(_))) =>
                {
                    (at + 1, 0)
                }
                Cue::Or if self.is_other_unit(at + 1) => (at + 2, 0),
                Cue::Margin => (self.margin_end(at)?, 0),
                Cue::In if reading.fact(at + 1).is_some() => (at + 2, 0),
                Cue::And | Cue::Or if self.leads_to_figure(at).is_none() => (at + 1, 1),
                _ if cue.is_preposition() && self.leads_to_figure(at).is_none() => (at + 1, 0),
                Cue::Border | Cue::After => (self.aside_end(at)?, 0),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// Passes over what does not count, going back from before node `at`.
    fn pass_back(&self, at: usize, gap: Gap) -> Option<(usize, usize)> {
        let reading = self.reading;
        let node = at.checked_sub(1)?;
        Some(match reading.at(node)? {
            Element::Comma | Element::Dash | Element::Open(_) | Element::Close(_) if !gap.signs => return None,
            Element::Cue(cue) if !gap.phrases && cue.is_preposition() && !self.leads_to_period(node) => return None,
            Element::Figure(_) if !gap.phrases => return None,
            Element::Words(words) => match node.checked_sub(1).and_then(|before| reading.cue(before)) {
                // "in Europe" says where
                Some(cue) if cue.is_preposition() && words <= FEW && gap.phrases => (node - 1, 0),
                _ => (node, words),
            },
            Element::Period(_) | Element::Comma | Element::Dash => (node, 0),
            Element::Close(open) => (open, 0),
            Element::Open(_) => (node, 0),
            Element::Cue(cue) => match cue {
                Cue::Sequential | Cue::YearOnYear | Cue::OtherBasis | Cue::Mark | Cue::Expectation | Cue::Each => (node, 0),
                // "from a closing price of $5"
                Cue::Of if gap.phrases && reading.fact(node + 1).is_some() => (node, 0),
                Cue::Loss if gap.phrases && reading.cue(node + 1) == Some(Cue::Of) => (node, 0),
                // "aged 65 or older"
                Cue::And | Cue::Or
                    if gap.phrases && self.leads_to_figure(node).is_none() && reading.fact(node.wrapping_sub(1)).is_none() =>
                {
                    (node, 1)
                }
                _ if cue.is_preposition() && self.leads_to_figure(node).is_none() => (node, 0),
                _ => return None,
            },
            Element::Figure(fact) => {
                // "or $0.46 per share", "in 20 countries"
                let lead = node.checked_sub(1)?;
                match reading.cue(lead) {
                    Some(Cue::Or) if self.stands_beside_total(node, fact) => (lead, 0),
                    Some(Cue::In) if fact != self.stated => (lead, 0),
                    _ => (self.aside_start(node)?, 0),
                }
            }
            _ => return None,
        })
    }

    /// Whether the figure at the node is one per unit, or on another basis, beside the total before it.
    fn is_other_unit(&self, node: usize) -> bool {
        self.reading.fact(node).is_some_and(|fact| {
            self.stands_beside_total(node, fact)
                || self.facts[fact].figure.per.is_some()
                || self.reading.says(node + 1..(node + 4).min(self.reading.nodes.len()), Cue::OtherBasis)
        })
    }

    /// The figure that a preposition leads to, past its own words.
    pub(crate) fn leads_to_figure(&self, preposition: usize) -> Option<usize> {
        let reading = self.reading;
        let mut at = preposition + 1;
        loop {
            at = match reading.at(at)? {
                Element::Figure(fact) => return Some(fact),
                Element::Words(words) if words <= 6 => at + 1,
                Element::Cue(Cue::Mark | Cue::Expectation | Cue::Of | Cue::At | Cue::Tie | Cue::Reduction | Cue::Growth | Cue::Loss) => {
                    at + 1
                }
                Element::Cue(Cue::Moved) if reading.fact(at + 1).is_some() => at + 1,
                Element::Period(_) if at == preposition + 1 && self.goes_on_to_figure(at + 1) => at + 1,
                _ => return None,
            };
        }
    }

    /// Whether a preposition leads to a period: "in May".
    fn leads_to_period(&self, preposition: usize) -> bool {
        matches!(self.reading.at(preposition + 1), Some(Element::Period(_)))
    }

    /// "last year's 48,000", "2023's volume of $8.05 trillion"
    fn goes_on_to_figure(&self, at: usize) -> bool {
        let of = |at: usize| self.reading.cue(at) == Some(Cue::Of) && self.reading.fact(at + 1).is_some();
        self.reading.fact(at).is_some()
            || matches!(self.reading.at(at), Some(Element::Words(..=4))) && (of(at + 1) || self.reading.fact(at + 1).is_some())
            || of(at)
    }

    /// The comma before an aside that ends with the figure at the node: ", which included a charge of $25 million".
    fn aside_start(&self, node: usize) -> Option<usize> {
        let reading = self.reading;
        let opens =
            |at: usize| matches!(reading.cue(at), Some(Cue::Tie | Cue::Parts)) && reading.at(at.wrapping_sub(1)) == Some(Element::Comma);
        let start = (node.saturating_sub(8)..node).rev().find(|&at| opens(at))?;
        let stated = reading.nodes[start..node]
            .iter()
            .any(|node| matches!(node.element, Element::Figure(_)) || matches!(node.element, Element::Cue(cue) if cue.is_change()));
        (!stated && matches!(reading.at(node + 1), Some(Element::Comma | Element::Words(_)))).then_some(start - 1)
    }

    /// ", which included a charge of $25 million": a part of what stands before.
    fn is_included(&self, node: usize) -> bool {
        let reading = self.reading;
        let plain = |at: &usize| matches!(reading.at(*at), Some(Element::Words(..=4) | Element::Cue(Cue::Of | Cue::Loss | Cue::Parts)));
        let parts = (node.saturating_sub(4)..node).rev().take_while(plain).find(|&at| reading.cue(at) == Some(Cue::Parts));
        parts.is_some_and(|parts| {
            let before = |back: usize| parts.checked_sub(back).and_then(|at| reading.at(at));
            let tied = before(1) == Some(Element::Cue(Cue::Tie)) && before(2) == Some(Element::Comma);
            tied || before(1) == Some(Element::Comma)
        })
    }

    /// The end of a margin beside a level: "to $10.3 million, for a margin of 8.9% of revenues,".
    fn margin_end(&self, margin: usize) -> Option<usize> {
        let reading = self.reading;
        let percent = (margin + 1..margin + 4).find(|&node| reading.fact(node).is_some_and(|fact| is_percent(&self.facts[fact].figure)))?;
        let of_words = reading.cue(percent + 1) == Some(Cue::Of) && matches!(reading.at(percent + 2), Some(Element::Words(..=3)));
        Some(if of_words { percent + 3 } else { percent + 1 })
    }

    /// The end of an aside without figures, "driven by higher demand,".
    fn aside_end(&self, at: usize) -> Option<usize> {
        let nodes = &self.reading.nodes;
        let end = (at..nodes.len().min(at.saturating_add(13)))
            .find(|&node| matches!(nodes[node].element, Element::Comma | Element::Dash | Element::Figure(_)))?;
        (!matches!(nodes[end].element, Element::Figure(_))).then_some(end + 1)
    }
}

fn note(roles: &mut Roles, cue: Cue) -> bool {
    roles.change = roles.change.or(Some(cue));
    true
}

/// How many asides may stand between two items; a chain of brackets is no phrase.
const MOST_PASSED: usize = 40;

fn forward(steps: &[Step], scene: &LinkScene, at: usize, in_phrase: bool, roles: &mut Roles) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    let (mut node, mut words) = (at, step.gap.words);
    for _ in 0..MOST_PASSED {
        let mut taken = *roles;
        if let Some(next) = scene.take(&step.item, node, &mut taken) {
            // Ties follow each other: "which was".
            let next = if matches!(step.item, PhraseStep::Tie | PhraseStep::Cue(Cue::Was)) { skip_ties(scene, next) } else { next };
            let leads = matches!(&step.item, PhraseStep::Comparative | PhraseStep::Tie)
                || matches!(&step.item, PhraseStep::Cue(cue) if cue.is_preposition() || *cue == Cue::Was);
            if let Some(end) = forward(rest, scene, next, leads, &mut taken) {
                *roles = taken;
                return Some(end);
            }
            if !matches!(step.item, PhraseStep::Sign(_)) {
                return None;
            }
        }
        let (next, cost) = scene.pass(node, step.gap, in_phrase)?;
        words = words.checked_sub(cost)?;
        node = next;
    }
    None
}

fn skip_ties(scene: &LinkScene, mut at: usize) -> usize {
    while matches!(scene.reading.cue(at), Some(Cue::Tie | Cue::Was | Cue::Share | Cue::Auxiliary | Cue::Expectation)) {
        at += 1;
    }
    at
}

/// `gap` may stand between the last item and node `at`.
fn backward(steps: &[Step], scene: &LinkScene, at: usize, gap: Gap, roles: &mut Roles) -> Option<usize> {
    let Some((step, rest)) = steps.split_last() else { return Some(at) };
    let (mut node, mut words) = (at, gap.words);
    for _ in 0..MOST_PASSED {
        let before = node.checked_sub(1)?;
        let mut taken = *roles;
        if scene.take(&step.item, before, &mut taken).is_some() {
            let is_tie = |node: usize| matches!(scene.reading.cue(node), Some(Cue::Tie | Cue::Was));
            let mut start = before;
            while matches!(step.item, PhraseStep::Tie) && start > 0 && is_tie(start - 1) {
                start -= 1;
            }
            if let Some(start) = backward(rest, scene, start, step.gap, &mut taken) {
                *roles = taken;
                return Some(start);
            }
            if !matches!(step.item, PhraseStep::Sign(_)) {
                return None;
            }
        }
        let (next, cost) = match scene.reading.at(before)? {
            // "41 of the county's 452": the preposition that is looked for stands before the words.
            Element::Words(words) if is_led_by(scene, before, &step.item) => (before, words),
            _ => scene.pass_back(node, gap)?,
        };
        words = words.checked_sub(cost)?;
        node = next;
    }
    None
}

fn is_led_by(scene: &LinkScene, words: usize, item: &PhraseStep) -> bool {
    let lead = words.checked_sub(1).and_then(|node| scene.reading.cue(node));
    matches!(item, PhraseStep::Cue(cue) if cue.is_preposition() && lead == Some(*cue))
}

/// A phrase around the stated figure.
#[derive(Clone, Debug)]
pub(crate) struct PhraseRow {
    before: Pattern,
    behind: Pattern,
}

impl PhraseRow {
    /// Reads a phrase that names the stated figure once. Panics as [`Pattern::new`] does.
    pub(crate) fn new(phrase: &str) -> Self {
        let (before, behind) = phrase.split_once("STATED").expect("a phrase around the stated figure");
        PhraseRow { before: Pattern::new(before), behind: Pattern::new(behind) }
    }

    /// The nodes of the phrase around the stated figure at node `at`.
    pub(crate) fn find(&self, scene: &LinkScene, at: usize, roles: &mut Roles) -> Option<std::ops::Range<usize>> {
        let mut found = *roles;
        let end = self.behind.after(scene, at + 1, &mut found)?;
        let start = self.before.before(scene, at, &mut found)?;
        *roles = found;
        Some(start..end)
    }
}
