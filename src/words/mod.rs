//! Every word table, as data: the rules look words up here, and adding a word touches one table.
//!
//! Nothing here knows of texts or rules. Lists have one form, `words!("said|says|added")`; what a word means beside its class stands
//! in the same row of its table. A word of several lists stands in a table of `shared/`, once.

#[macro_use]
mod list;
pub(crate) mod central_bank;
mod change;
mod classes;
pub(crate) mod country;
pub(crate) mod currency;
pub(crate) mod gazetteer;
pub(crate) mod link;
pub(crate) mod lower;
pub(crate) mod name;
pub(crate) mod number;
mod percent;
pub(crate) mod period;
pub(crate) mod qualifier;
pub(crate) mod quantity;
pub(crate) mod ratio;
pub(crate) mod relating;
pub(crate) mod shared;
pub(crate) mod sign;

pub(crate) use classes::Classes;
pub(crate) use list::{WordList, count, count_picked, pick, pieces, split};

/// Every word that a rule is anchored to, with its class; a word stands once for each of its classes.
pub(crate) fn all() -> impl Iterator<Item = (&'static str, Classes)> {
    let percents = percent::WORDS.iter().map(|&word| (word, Classes::PERCENT_WORD));
    let figures = currency::words().chain(number::words()).chain(percents).chain(ratio::words()).chain(qualifier::words());
    figures
        .chain(period::words())
        .chain(gazetteer::words())
        .chain(name::words())
        .chain(change::words())
        .chain(relating::words())
        .chain(link::words())
}
