//! Placeholder.

use super::figure::{Found, Reader};
use crate::mention::Figure;
use crate::text::Classes;

/// The words that this rule is anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    std::iter::empty()
}

/// The quantity that starts at token `at`.
pub(crate) fn read(_reader: &Reader, _at: usize, _before: Option<&Figure>) -> Option<Found> {
    None
}
