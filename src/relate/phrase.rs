//! The items of a sentence, the phrases that they make, and the subjects of its verbs.

mod clause;
mod items;
mod subject;
mod view;

pub(crate) use items::PhraseItem;
pub use items::{ItemKind, ItemReader, Items, spans};
pub(crate) use subject::Subject;
pub(crate) use view::View;
