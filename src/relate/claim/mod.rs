//! Claims: which figures a stated percent, multiple, change or sum is about.

mod balance;
mod change;
mod counterpart;
mod premium;
mod restatement;
mod share;
mod stake;
mod sum;
mod upside;

use std::ops::Range;

use super::Fact;
use super::cue::symbol;
use super::skeleton::{Skeleton, SymbolSet};
use crate::document::Document;
use crate::mention::{FigureKind, Period, Unit};
use crate::words::WordList;

/// How the operands of a claim were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// By the grammar of one sentence.
    Sentence,
    /// By measure, unit and period over sentences close by.
    Nearby,
    /// By arithmetic: it may confirm, never accuse.
    Inferred,
}

/// Which period a change is said to be from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Not said.
    Open,
    /// From the same period a year before.
    YearOnYear,
    /// From the period just before.
    Sequential,
}

/// What a stated figure says of its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimKind {
    /// A percent change between two levels.
    Growth,
    /// A part of a whole in percent.
    Share,
    /// An amount that is the change between two levels.
    Difference,
    /// Percentage or basis points between two percents.
    Points,
    /// The total of its parts.
    Sum,
    /// A factor between two levels.
    Multiple,
    /// The same amount in another currency.
    Conversion,
    /// The same measure of the same period given twice.
    Restatement,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// A rise.
    Up,
    /// A fall.
    Down,
}

/// The facts that a claim names, as indices, by their part in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operands {
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

/// A stated figure and what it is said to follow from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it says.
    pub kind: ClaimKind,
    /// Index of the stated fact.
    pub stated: usize,
    /// The facts it is about; those that the text does not state are missing.
    pub operands: Operands,
    /// Which way the text says it went.
    pub direction: Option<Direction>,
    /// How the operands were found.
    pub link: Link,
    /// Which period the change is said to be from, beside the base's own words.
    pub comparison: Comparison,
    /// Whether the link is only likely: it accuses only where a known slip explains the figure.
    pub tentative: bool,
    /// Why it cannot be checked, where the language tells: "a forecast", "a level, not a change".
    pub reason: Option<&'static str>,
}

impl Claim {
    /// A claim of the text's own grammar.
    fn new(kind: ClaimKind, stated: usize) -> Self {
        Claim {
            kind,
            stated,
            operands: Operands::default(),
            direction: None,
            link: Link::Sentence,
            comparison: Comparison::Open,
            tentative: false,
            reason: None,
        }
    }
}

/// What the claim finders read.
struct Source<'a> {
    document: &'a Document<'a>,
    skeletons: &'a [Skeleton],
    facts: &'a [Fact],
    periods: &'a [Period],
}

impl Source<'_> {
    /// Whether one of the words stands among the tokens; what lies behind the article's last token counts for nothing.
    fn says(&self, tokens: Range<usize>, words: &WordList) -> bool {
        let end = tokens.end.min(self.document.tokens.len());
        (tokens.start..end).any(|token| words.has(self.document.word(token)))
    }

    /// Adds a claim of the sentence whose claims are being found, or puts it in the place of one that has no operands.
    fn add_or_complete(&self, claims: &mut Vec<Claim>, claim: Claim) {
        let sentence = self.facts[claim.stated].sentence;
        let of_sentence = claims.iter_mut().rev().take_while(|other| self.facts[other.stated].sentence == sentence);
        match of_sentence.into_iter().find(|other| other.stated == claim.stated) {
            Some(other) if other.operands == Operands::default() => *other = claim,
            Some(_) => {}
            None => claims.push(claim),
        }
    }
}

/// The claims of the article, in the order of their stated figures. Every percent has one at least.
pub fn claims(document: &Document, skeletons: &[Skeleton], facts: &[Fact], periods: &[Period]) -> Vec<Claim> {
    const FIGURES: SymbolSet = SymbolSet::of(&symbol::FIGURES);
    let source = Source { document, skeletons, facts, periods };
    let bare = counterpart::bare_series(&source);
    let bases = counterpart::bases(&source);
    let mut claims = Vec::new();
    for skeleton in skeletons {
        claims.extend(skeleton.conversions.iter().map(|&(stated, of)| Claim {
            operands: Operands { of: Some(of), ..Operands::default() },
            ..Claim::new(ClaimKind::Conversion, stated)
        }));
        if skeleton.set.any(FIGURES) {
            change::find(&source, skeleton, &mut claims);
            sum::find(&source, skeleton, &mut claims);
            upside::find(&source, skeleton, &mut claims);
            premium::find(&source, skeleton, &mut claims);
            balance::find(&source, skeleton, &mut claims);
            stake::find(&source, skeleton, &mut claims);
        }
    }
    counterpart::complete(&source, &mut claims, &bare);
    share::find(&source, &mut claims, &bare, &bases);
    restatement::find(&source, &mut claims, &bases);
    levels(&source, &mut claims);
    claims.sort_by_key(|claim| (claim.stated, claim.kind as u8));
    claims
}

/// A percent without a claim is a level: a rate, a stake, a return.
fn levels(source: &Source, claims: &mut Vec<Claim>) {
    let mut claimed = vec![false; source.facts.len()];
    claims.iter().for_each(|claim| claimed[claim.stated] = true);
    for (fact, _) in source.facts.iter().enumerate().filter(|&(fact, f)| f.figure.kind == FigureKind::Percent && !claimed[fact]) {
        let kind = if source.facts[fact].figure.unit == Unit::Percent { ClaimKind::Share } else { ClaimKind::Points };
        claims.push(Claim { reason: Some("the text does not say what it was computed from"), ..Claim::new(kind, fact) });
    }
}
