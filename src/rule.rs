//! A rule: one kind of mention or one check, with its documentation and its examples.
//!
//! Each rule is one file. Its module comment is what `newsfacts explain` prints; its examples run as tests.

use crate::sheet::FactKind;

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RuleKind {
    /// It finds figures.
    Figure(FactKind),
    /// It finds periods.
    Period,
    /// It finds names.
    Entity,
    /// It checks a stated figure.
    Check,
}

/// One rule, as its file declares it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// Its name; that of a figure or a check is the one in the fact sheet: "amount", "growth".
    pub name: &'static str,
    /// Whether it finds or checks, and what.
    pub kind: RuleKind,
    /// The source of its file (`include_str!`): the module comment at its head is its documentation.
    pub source: &'static str,
    /// Texts and what comes of each, in the notation of [`Rule::outcome`].
    pub examples: &'static [(&'static str, &'static str)],
    /// Texts in which it must find nothing.
    pub counterexamples: &'static [&'static str],
}

impl Rule {
    /// The module comment of the rule's file.
    pub fn documentation(&self) -> String {
        let lines: Vec<&str> = self
            .source
            .lines()
            .take_while(|line| line.starts_with("//!"))
            .map(|line| line.trim_start_matches("//!").trim_start_matches(' '))
            .collect();
        lines.join("\n")
    }

    /// The first paragraph of the documentation, as one line.
    pub fn summary(&self) -> String {
        let documentation = self.documentation();
        documentation.split("\n\n").next().unwrap_or_default().replace('\n', " ")
    }
}
