//! Coins and stock indices, which the model does not take for names: what is told of them is theirs.

use super::merge::Mention;
use super::word::NameWord;
use crate::mention::EntityKind;
use crate::words::WordList;
use crate::words::name::{COINS, INDICES};

/// Adds the coins and indices that stand outside the names found, in order. Where the text names no coin it has none either way.
pub(super) fn add(text: &str, words: &[NameWord], mentions: Vec<Mention>) -> Vec<Mention> {
    let coins = text.contains("itcoin") || text.contains("rypto");
    let mut out = Vec::with_capacity(mentions.len());
    let mut at = 0;
    for mut mention in mentions {
        find(text, words, at..mention.words.start, coins, &mut out);
        // "the Oslo Energy Sector index"
        let index = words.get(mention.words.end).filter(|word| {
            mention.kind == EntityKind::Organization && !mention.span.of(text).ends_with("Exchange") && word.span.of(text) == "index"
        });
        if let Some(word) = index.filter(|word| word.span.start == mention.span.end + 1) {
            mention.span = mention.span.cover(word.span);
            mention.words.end += 1;
        }
        at = at.max(mention.words.end);
        out.push(mention);
    }
    find(text, words, at..words.len(), coins, &mut out);
    out
}

fn find(text: &str, words: &[NameWord], within: std::ops::Range<usize>, coins: bool, out: &mut Vec<Mention>) {
    /// Words behind a coin or an index that make it part of another thing.
    static PARTS: WordList = WordList::new(words!(
        "etf|etfs|fund|funds|trust|trusts|mining|miner|miners|holdings|holding|companies|company|firms|network|ecosystem|blockchain|reserve|\
        treasury|investors|exchange|stocks|members|constituents|options|puts|calls|foundation|labs|product|products|token|wallet|wallets"
    ));
    let mut at = within.start;
    while at < within.end {
        let capital = words[at].is_candidate();
        let longest = if capital { 3 } else { usize::from(coins) };
        let named = (1..=longest.min(within.end - at)).rev().find(|&count| {
            let name = words[at].span.cover(words[at + count - 1].span).of(text);
            coins && count == 1 && COINS.has(name) && is_coin(name) || capital && INDICES.has(name)
        });
        let Some(count) = named else {
            at += 1;
            continue;
        };
        let next = words.get(at + count).map_or("", |word| word.span.of(text));
        if !PARTS.has(next) && next != "-" {
            let span = words[at].span.cover(words[at + count - 1].span);
            out.push(Mention { span, kind: EntityKind::Organization, words: at..at + count, known: None });
        }
        at += count;
    }
}

/// Symbols of coins are printed in capitals: "SOL" is one, "Sol" is none.
fn is_coin(name: &str) -> bool {
    name.len() > 4 || name.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    fn names(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        sheet.entities.iter().map(|entity| entity.name.clone()).collect()
    }

    #[test]
    fn coins_and_indices_are_names() {
        assert_eq!(names("On Tuesday bitcoin rose 3%, while XRP fell 2%."), ["bitcoin", "XRP"]);
        assert_eq!(names("In Tokyo the Nikkei fell 2%."), ["Tokyo", "Nikkei"]);
        assert!(names("The bitcoin mining fell.").is_empty());
        assert!(names("Ether is a gas. The sol is a coin.").is_empty());
    }
}
