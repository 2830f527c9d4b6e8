//! Tickers in brackets after a company's name: "(NYSE: ABC)", "(NASDAQ:ABC, TSX: AB.C)", "(Reuters: ABC.N)".

use super::word::{NameWord, flag, hashes};
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;

/// A ticker in brackets, as places in the words read: counted from the opening bracket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InBrackets {
    /// The words of the exchange.
    pub exchange: std::ops::Range<usize>,
    /// The words of the symbol.
    pub symbol: std::ops::Range<usize>,
    /// The word after the closing bracket.
    pub end: usize,
}

/// Exchanges and markets before a ticker, in lower case.
static EXCHANGES: [u32; 78] = hashes(*picked!(
    exchange,
    TICKER,
    "otcbb|otcmkts|tsx-v|cse|neo|aim|lon|nzx|sehk|hkg|tse|tyo|tpe|krx|kosdaq|euronext|epa|ams|ebr|xetra|etr|fra|fse|frankfurt|six|swx|bme|\
    bit|omx|sto|hel|cph|osl|oslo|jse|b3|bmv|bcba|psx|pse|idx|set|klse|tadawul|adx|dfm|qse|egx|tasenasdaq|tase|wse|bvb|bist|moex|sse|szse|\
    shse|cboe|nysearca|arca|ticker|symbol|reuters|bloomberg"
));

/// Reads a ticker from words of which the first is the opening bracket.
pub(crate) fn in_brackets(words: &[NameWord]) -> Option<InBrackets> {
    const LONGEST: usize = 24;
    let close = words.iter().take(LONGEST).position(|word| word.sign == Some(')'))?;
    let colon = words[..close].iter().position(|word| word.sign == Some(':'))?;
    let is_exchange = |word: &NameWord| EXCHANGES.contains(&word.lower);
    if !(2..=6).contains(&colon) || !words[1..colon].iter().any(is_exchange) {
        return None;
    }
    let symbol = colon + 1;
    let mut end = symbol;
    let is_symbol = |word: &NameWord| word.is(flag::CAPITAL | flag::ALL_CAPITALS | flag::DIGIT | flag::MIXED) || word.sign == Some('.');
    while end < close && is_symbol(&words[end]) && (end == symbol || words[end].is(flag::TOUCHES)) {
        end += 1;
    }
    (end > symbol).then_some(InBrackets { exchange: 1..colon, symbol: symbol..end, end: close + 1 })
}

/// Gives each organisation the ticker that stands in brackets after one of its mentions, other short forms in between left aside.
pub(crate) fn assign(text: &str, words: &[NameWord], entities: &mut [NamedEntity]) {
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Organization) {
        for span in &entity.mentions {
            let after = words.partition_point(|word| word.span.start < span.end);
            let Some(found) = brackets_after(&words[after..]) else { continue };
            let printed = |range: &std::ops::Range<usize>| {
                let words = &found.0[range.clone()];
                Span::new(words[0].span.start, words[words.len() - 1].span.end).of(text).to_string()
            };
            entity.exchange = Some(printed(&found.1.exchange));
            entity.ticker = Some(printed(&found.1.symbol));
            break;
        }
    }
}

/// The ticker after a name: in the first brackets or, after a short form in brackets, in the second ones.
pub(crate) fn brackets_after(words: &[NameWord]) -> Option<(&[NameWord], InBrackets)> {
    let mut words = words;
    for _ in 0..2 {
        if words.first()?.sign != Some('(') {
            return None;
        }
        if let Some(found) = in_brackets(words) {
            return Some((words, found));
        }
        let close = words.iter().take(16).position(|word| word.sign == Some(')'))?;
        words = &words[close + 1..];
    }
    None
}
