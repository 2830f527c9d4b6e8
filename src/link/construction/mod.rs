//! Constructions: how English says which figures a stated change, share or sum is about. One family a file, each with sentences that
//! must and must not match.

pub(crate) mod change;
#[cfg(test)]
pub(crate) mod example;
pub(crate) mod pattern;
pub(crate) mod share;
pub(crate) mod upside;
