//! The central bank that speaks in a text, told by the text's head.

use crate::context::CentralBank;
use crate::text::up_to;
use crate::words::WordList;
use crate::words::central_bank::CENTRAL_BANKS;

/// How many bytes of a text tell whose it is.
const HEAD: usize = 600;

/// Words of which each name of a central bank has one: most articles are told by these alone.
static TELLING: WordList = WordList::new(words!("bank|banco|bangko|riksbank|bcrp|federal|monetary"));

/// The central bank that the text begins with.
pub(super) fn central_bank(text: &str) -> Option<CentralBank> {
    let head = up_to(text, HEAD);
    head.split(|c: char| !c.is_alphanumeric()).find(|word| TELLING.has(word))?;
    // without marks of bold type and line ends
    let plain = head.split(|c: char| c.is_whitespace() || c == '*');
    let head = plain.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let shouted = |bank: &str| head.as_bytes().windows(bank.len()).any(|part| part.eq_ignore_ascii_case(bank.as_bytes()));
    let is_shouted = head.contains("BANK OF");
    let &(name, country) = CENTRAL_BANKS.iter().find(|(bank, _)| head.contains(bank) || is_shouted && shouted(bank))?;
    let of_policy = ["Monetary", "MONETARY"].iter().any(|word| head.contains(word));
    Some(CentralBank { name, country, of_policy })
}
