//! Every word table, as data: the rules look words up here, and adding a word touches one table.
//!
//! Nothing here knows of texts or rules. Lists have one form, `words!("said|says|added")`; what a word means beside its class stands
//! in the same row of its table.

#[macro_use]
mod list;
mod change;
mod classes;
pub mod country;
pub mod currency;
pub mod gazetteer;
pub mod link;
pub mod lower;
pub mod name;
pub mod number;
mod percent;
pub mod period;
pub mod qualifier;
pub mod quantity;
pub mod ratio;
pub mod relating;
pub mod sign;

pub use classes::Classes;
pub use list::{WordList, count, split};

/// Every word that a rule is anchored to, with its class; a word stands once for each of its classes.
pub fn all() -> impl Iterator<Item = (&'static str, Classes)> {
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
