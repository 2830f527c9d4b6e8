//! What the parts of a report look up in an analysis.

use std::collections::{HashMap, HashSet};

use maud::{Markup, html};

use crate::render::Analysis;
use crate::sheet::{Check, Fact, FactSheet, Verdict};

/// How a check is shown, gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// Stated and computed contradict each other.
    Wrong,
    /// They seem to, but it is not sure that they belong together.
    Doubtful,
    /// They agree.
    Right,
    /// Nothing was computed.
    Open,
    /// Wrong, but the newsroom does not want to hear of it.
    Silenced,
}

impl State {
    /// The states in which every list of checks is divided.
    pub(super) const ALL: [State; 5] = [State::Wrong, State::Doubtful, State::Right, State::Open, State::Silenced];

    /// Its class in the page.
    pub(super) fn class(self) -> &'static str {
        match self {
            State::Wrong => "wrong",
            State::Doubtful => "doubtful",
            State::Right => "right",
            State::Open => "open",
            State::Silenced => "silenced",
        }
    }

    /// The sign that stands wherever its colour does.
    pub(super) fn sign(self) -> &'static str {
        match self {
            State::Wrong => "✗",
            State::Doubtful => "?",
            State::Right => "✓",
            State::Open => "○",
            State::Silenced => "–",
        }
    }

    /// The state in words.
    pub(super) fn words(self) -> &'static str {
        match self {
            State::Wrong => "does not add up",
            State::Doubtful => "may not add up",
            State::Right => "adds up",
            State::Open => "could not be checked",
            State::Silenced => "does not add up, silenced",
        }
    }
}

/// An analysis with the check that decides on each figure.
pub(super) struct SheetLookup<'a> {
    /// The sheet.
    pub sheet: &'a FactSheet,
    /// Ids of the checks that are reported as wrong or doubtful.
    findings: HashSet<&'a str>,
    /// The check that decides how a figure is marked, by the figure's id.
    decisive: HashMap<&'a str, &'a Check>,
}

impl<'a> SheetLookup<'a> {
    /// Indexes an analysis.
    pub(super) fn new(analysis: &'a Analysis) -> Self {
        let sheet = &analysis.sheet;
        let findings = analysis.findings.iter().map(|finding| finding.check.id.as_str()).collect();
        let mut lookup = SheetLookup { sheet, findings, decisive: HashMap::new() };
        for check in &sheet.checks {
            let graver = lookup.check(&check.stated).is_none_or(|other| lookup.state(check) < lookup.state(other));
            if graver {
                lookup.decisive.insert(&check.stated, check);
            }
        }
        lookup
    }

    /// The check that decides how a figure is marked: the gravest of all that state it.
    pub(super) fn check(&self, fact: &str) -> Option<&'a Check> {
        self.decisive.get(fact).copied()
    }

    /// How a check is shown.
    pub(super) fn state(&self, check: &Check) -> State {
        match check.verdict {
            Verdict::Inconsistent if !self.findings.contains(check.id.as_str()) => State::Silenced,
            Verdict::Inconsistent if check.is_warning() => State::Doubtful,
            Verdict::Inconsistent => State::Wrong,
            Verdict::Consistent => State::Right,
            Verdict::Unchecked => State::Open,
        }
    }

    /// The states that an article's checks are listed in, with their counts: doubtful and silenced ones only where there are any.
    pub(super) fn states(&self) -> impl Iterator<Item = (State, usize)> {
        State::ALL
            .into_iter()
            .map(|state| (state, self.count(state)))
            .filter(|&(state, count)| !matches!(state, State::Doubtful | State::Silenced) || count > 0)
    }

    /// How many checks are in that state.
    pub(super) fn count(&self, state: State) -> usize {
        self.sheet.checks.iter().filter(|check| self.state(check) == state).count()
    }

    /// The figures whose gravest check is in that state, each once, with that check.
    pub(super) fn figures(&self, state: State) -> impl Iterator<Item = (&'a Fact, &'a Check)> {
        let decided = self.sheet.facts.iter().filter_map(|fact| Some((fact, self.check(&fact.id)?)));
        decided.filter(move |(_, check)| self.state(check) == state)
    }

    /// A figure's words, leading to where it stands; `part` says what it is in the sentence around the link.
    pub(super) fn link(&self, fact: &str, part: &str) -> Markup {
        match self.sheet.fact(fact) {
            Some(fact) => html! { a.ref href={ "#" (fact.id) } data-part=(part) { bdi { (fact.text) } } },
            None => html! { "a figure" },
        }
    }
}
