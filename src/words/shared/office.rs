//! What people are called before their names, and the offices that they hold: "Mr", "chairman".

use super::SharedRows;

/// They stand before a person's name.
pub(crate) const TITLE: u32 = 1 << 0;
/// They are part of an office.
pub(crate) const OFFICE: u32 = 1 << 1;
/// They say which office it is.
pub(crate) const MODIFIER: u32 = 1 << 2;
/// They are titles of no office.
pub(crate) const HONORIFIC: u32 = 1 << 3;
/// People by what they do.
pub(crate) const PERSON: u32 = 1 << 4;
/// What stands behind them is no company.
pub(crate) const TITLED: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (TITLE | HONORIFIC | TITLED, words!("mr|mrs|ms|miss|dr|prof|sir|hon")),
    (TITLE | HONORIFIC, words!("mr.|mrs.|ms.|dr.|prof.|dame|shri|smt|hon.|herr|frau")),
    (TITLE | OFFICE | TITLED, words!("professor|senator|minister|treasurer")),
    (TITLE | TITLED, words!("sen|rep|congressman|congresswoman")),
    (
        TITLE | OFFICE,
        words!(
            "representative|governor|premier|chancellor|secretary|ambassador|mayor|commissioner|chairwoman|chairperson|director|ceo|cfo|coo|\
        cto|spokesman|spokeswoman|spokesperson|analyst|economist|strategist|attorney|manager|officer|undersecretary|envoy"
        ),
    ),
    (TITLE | OFFICE | MODIFIER, words!("general|president|chairman|chair|founder|co-founder|deputy")),
    (TITLE | PERSON, words!("captain|judge|father|sister|coach|striker|midfielder|defender|goalkeeper|detective")),
    (TITLE | MODIFIER, words!("vice-president")),
    (OFFICE | MODIFIER | PERSON, words!("chief|executive|head")),
    (
        OFFICE | MODIFIER,
        words!(
            "vice|managing|principal|operating|financial|technology|marketing|commercial|federal|prime|foreign|finance|interior|defence|\
        defense|trade|home|state|senior"
        ),
    ),
    (OFFICE | PERSON, words!("scientist")),
];
