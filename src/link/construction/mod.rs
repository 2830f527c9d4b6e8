//! Constructions: how English says which figures a stated change, share or sum is about. One family a file, each with sentences that
//! must and must not match.

pub(crate) mod change;
pub(crate) mod pattern;
pub(crate) mod share;
pub(crate) mod upside;

/// A sentence, and what a family must find in it.
pub(crate) struct Example(pub &'static str, pub Fires);

/// The stated figure, and its operands as "part figure".
pub(crate) struct Fires(pub &'static str, pub &'static [&'static str]);
