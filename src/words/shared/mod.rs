//! Words that stand in several lists: each once, in a row with the lists that have it. A list takes its own with `picked!`.

pub(crate) mod abbreviation;
pub(crate) mod account;
pub(crate) mod calendar;
pub(crate) mod common;
pub(crate) mod counted;
pub(crate) mod difference;
pub(crate) mod exchange;
pub(crate) mod giving;
pub(crate) mod goods;
pub(crate) mod hedge;
pub(crate) mod holder;
pub(crate) mod label;
pub(crate) mod legal_form;
pub(crate) mod motion;
pub(crate) mod office;
pub(crate) mod place;
pub(crate) mod priced;
pub(crate) mod saying;
pub(crate) mod standing;

/// Words with the lists that have them, as bits.
pub(crate) type SharedRows = &'static [(u32, &'static [&'static str])];
