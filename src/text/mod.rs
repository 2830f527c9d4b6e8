//! The text of an article: spans, tokens, sentences, and the conversion to lines and columns.

pub mod grid;
mod language;
mod layout;
mod lines;
mod plain;
mod sentence;
mod span;
mod table;
pub mod token;

pub use crate::words::Classes;
pub use grid::Grid;
pub use language::foreign;
pub use lines::{CodePoints, LineIndex, Place};
pub use plain::Plain;
pub use sentence::{Block, Sentence, sentences};
pub use span::Span;
pub use table::grids;
pub use token::{Token, TokenKind, tokens};
