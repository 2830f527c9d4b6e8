//! A stated figure and what it may follow from.

pub(crate) use crate::sheet::{CheckRule as ClaimKind, Link};

use super::doubt::DoubtKind;
use crate::relate::Direction;

/// The facts that a claim names, as indices, by their part in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperandSet {
    /// The level after the change.
    pub current: Option<usize>,
    /// The level before it.
    pub base: Option<usize>,
    /// The change as an amount.
    pub delta: Option<usize>,
    /// The part of a share.
    pub part: Option<usize>,
    /// The whole of a share.
    pub whole: Option<usize>,
    /// The parts of a sum.
    pub parts: Vec<usize>,
    /// The amount that is converted.
    pub of: Option<usize>,
}

impl OperandSet {
    /// All facts that have a part.
    pub fn all(&self) -> impl Iterator<Item = usize> {
        let single = [self.current, self.base, self.delta, self.part, self.whole, self.of];
        single.into_iter().flatten().chain(self.parts.iter().copied())
    }
}

/// How sure the link is, by what the language says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// It may only confirm.
    Weak,
    /// It may only confirm, but where a known slip explains the figure.
    Possible,
    /// The likeliest reading by far, but something is not proven.
    Likely,
    /// Proven: it may accuse.
    Proven,
}

/// A stated figure and what it is said to follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it says.
    pub kind: ClaimKind,
    /// Index of the stated fact.
    pub stated: usize,
    /// The facts it is about; those that the text does not state are missing.
    pub operands: OperandSet,
    /// Which way the text says it went.
    pub direction: Option<Direction>,
    /// How the operands were found.
    pub link: Link,
    /// How sure the link is.
    pub proof: Proof,
    /// The evidence, in words.
    pub because: Vec<String>,
    /// What keeps the link from being proven.
    pub doubt: Option<DoubtKind>,
    /// Why it cannot be checked, where the language tells: "the change is on another basis".
    pub reason: Option<&'static str>,
}

impl Claim {
    /// A claim of the sentence's own grammar, not yet proven.
    pub(crate) fn new(kind: ClaimKind, stated: usize) -> Self {
        Claim {
            kind,
            stated,
            operands: OperandSet::default(),
            direction: None,
            link: Link::Sentence,
            proof: Proof::Weak,
            because: Vec::new(),
            doubt: None,
            reason: None,
        }
    }

    /// Whether it names enough to be computed.
    pub(crate) fn is_complete(&self) -> bool {
        let OperandSet { current, base, delta, part, whole, parts, of } = &self.operands;
        match self.kind {
            ClaimKind::Growth => current.is_some() as u8 + base.is_some() as u8 + delta.is_some() as u8 >= 2,
            ClaimKind::Difference | ClaimKind::Points | ClaimKind::Multiple => current.is_some() && base.is_some(),
            ClaimKind::Share => part.is_some() && whole.is_some(),
            ClaimKind::Sum => parts.len() > 1,
            ClaimKind::Conversion | ClaimKind::Restatement => of.is_some(),
        }
    }
}

/// A stated figure with everything that it may follow from, the likeliest first.
#[derive(Clone, Debug)]
pub struct Question {
    /// Index of the stated fact.
    pub stated: usize,
    /// The readings, of which at most one is meant. Never empty.
    pub readings: Vec<Claim>,
}
