//! Exchanges: "NYSE".

use super::SharedRows;

/// A ticker follows them.
pub(crate) const TICKER: u32 = 1 << 0;
/// They own no figure.
pub(crate) const NOBODY: u32 = 1 << 1;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[(TICKER | NOBODY, words!("nyse|nasdaq|amex|otc|otcqx|otcqb|tsx|tsxv|lse|asx|nse|bse|hkex|sgx"))];
