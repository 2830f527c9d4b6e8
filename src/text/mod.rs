//! The text of an article: spans, tokens, sentences, and the conversion to lines and columns.

mod cell_rows;
pub(crate) mod grid;
mod language;
mod layout;
mod lines;
mod plain;
mod scan;
mod sentence;
mod span;
pub(crate) mod token;

pub(crate) use crate::words::Classes;
pub use cell_rows::grids;
pub use grid::Grid;
pub(crate) use language::foreign;
pub(crate) use lines::{CodePoints, LineIndex};
pub(crate) use plain::Plain;
pub use sentence::sentences;
pub(crate) use sentence::{BlockKind, Sentence};
pub(crate) use span::{Span, up_to};
pub use token::tokens;
pub(crate) use token::{Token, TokenKind};
