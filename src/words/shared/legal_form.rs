//! The forms of companies by law and by habit: "Inc.", "GmbH", "Holdings".

use super::SharedRows;

/// They end a company's name.
pub(crate) const SUFFIX: u32 = 1 << 0;
/// They end a company's name by law, and no other name.
pub(crate) const LEGAL: u32 = 1 << 1;
/// A comma may stand before them.
pub(crate) const ENDING: u32 = 1 << 2;
/// They tell that a name is surely of a company.
pub(crate) const FIRM: u32 = 1 << 3;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (SUFFIX | LEGAL | ENDING | FIRM, words!("inc|corp|ltd|plc|llc|llp")),
    (SUFFIX | LEGAL | ENDING, words!("inc.|corp.|ltd.|l.p.|s.a.|n.v.")),
    (SUFFIX | LEGAL | FIRM, words!("corporation|limited|ag|spa|nv|gmbh|oyj|asa|bancorp")),
    (SUFFIX | FIRM, words!("co|company|lp|sa|se|ab|holdings|group|trust")),
    (SUFFIX | LEGAL, words!("l.l.c.|s.p.a.|bv|b.v.|kgaa|pty|bhd|berhad|tbk|bancshares|sab|jsc|pjsc|ojsc")),
];
