//! Whose figure it is: possessive, subject, heading, or the company of the release.

use super::Fact;
use crate::document::Document;
use crate::mention::Entity;

/// Gives each fact its entity where the text names one.
pub fn assign(_document: &Document, _facts: &mut [Fact], _entities: &[Entity]) {}
