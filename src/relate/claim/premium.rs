//! Premiums and discounts: "$10 a share, a 35% premium to the closing price of $7.41", "a premium of Rs 16, or 2.5%, over Rs 629".
//!
//! The price that is offered or asked is the new level, the one that it is compared with the old one. Behind a premium, "to" leads to
//! the old level, not to the new one as behind a rise.

use once_cell::sync::Lazy;
use regex::Regex;

use super::{Claim, ClaimKind, Direction, Operands, Source};
use crate::number::Decimal;
use crate::relate::skeleton::{Skeleton, SymbolSet};

/// `H` is a premium, `L` a discount.
static PATTERNS: Lazy<[Regex; 3]> = Lazy::new(|| {
    const LEVEL: &str = r"[jt](?:[_=T]{0,2}|T_T)o?T?(?<base>A)";
    [
        format!(r"(?:(?<current>A)[_=Ti,za]{{0,6}})?(?<stated>P)_?(?<way>[HL]){LEVEL}"),
        format!(r"(?<way>[HL])o(?<delta>A)_?,?(?:r|\()(?<stated>P)[,)]?{LEVEL}"),
        format!(r"(?:(?<current>A)[_=Ti,za]{{0,6}})?(?<way>[HL])o(?<stated>P){LEVEL}"),
    ]
    .map(|pattern| Regex::new(&pattern).expect("a valid pattern"))
});

/// Finds the premiums of one sentence, and gives levels to a claim that has none yet.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    if !skeleton.set.any(SymbolSet::of(b"HL")) {
        return;
    }
    for captures in PATTERNS.iter().filter_map(|pattern| pattern.captures(&skeleton.symbols)) {
        let fact = |name: &str| captures.name(name).and_then(|found| skeleton.fact(found.start()));
        let (Some(stated), Some(base)) = (fact("stated"), fact("base")) else { continue };
        let comparable = |&level: &usize| is_comparable(source, level, base);
        let operands = Operands {
            current: fact("current").filter(comparable),
            base: Some(base),
            delta: fact("delta").filter(|&delta| source.facts[delta].figure.unit == source.facts[base].figure.unit),
            ..Operands::default()
        };
        let direction = if &captures["way"] == "H" { Direction::Up } else { Direction::Down };
        let claim = Claim { operands, direction: Some(direction), ..Claim::new(ClaimKind::Growth, stated) };
        source.add_or_complete(claims, claim);
    }
}

/// Whether both are prices of one thing: not a deal's whole value beside a share's price.
fn is_comparable(source: &Source, level: usize, base: usize) -> bool {
    let (level, base) = (&source.facts[level].figure, &source.facts[base].figure);
    let size = |figure: &crate::mention::Figure| figure.value().filter(|value| *value > Decimal::ZERO);
    let ratio = size(level).zip(size(base)).and_then(|(level, base)| level.checked_div(base));
    let alike = ratio.is_some_and(|ratio| ratio < Decimal::TEN && ratio > rust_decimal::dec!(0.1));
    level.unit == base.unit && alike
}
