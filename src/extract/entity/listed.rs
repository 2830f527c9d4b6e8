//! "ZUMBO FOODS <ZMB.O> BUYS MILLS": the company that a wire's headline begins with, wherever the text names it.

use std::ops::Range;

use super::merge::Mention;
use super::word::{NameWord, flag};
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;

/// The most words of a name.
const LONGEST: usize = 5;

/// Adds the name before the ticker of the headline, and the same words in the text where they are no name yet.
pub(super) fn add(text: &str, words: &[NameWord], sentences: &[Range<usize>], mut mentions: Vec<Mention>) -> Vec<Mention> {
    let Some(name) = sentences.first().and_then(|headline| headed(text, words, headline)) else { return mentions };
    let whole = mentions.iter().any(|mention| mention.words == name && mention.kind == EntityKind::Organization);
    if !whole {
        mentions.retain(|mention| mention.words.start >= name.end || mention.words.end <= name.start);
        mentions.push(mention(words, name.clone()));
        mentions.sort_unstable_by_key(|mention| mention.span);
    }
    // in order and without overlaps
    let known = |range: &Range<usize>| {
        let before = mentions.partition_point(|mention| mention.words.start < range.end).checked_sub(1);
        before.is_some_and(|before| range.start < mentions[before].words.end)
    };
    let mut again = Vec::new();
    let count = name.len();
    let same = |at: usize| {
        (0..count)
            .all(|i| words[at + i].lower == words[name.start + i].lower && words[at + i].is_candidate() | words[at + i].sign.is_some())
    };
    let mut at = name.end;
    while at + count <= words.len() {
        let mut found = at..at + count;
        if words[at].lower != words[name.start].lower || !same(at) || known(&found) {
            at += 1;
            continue;
        }
        // "Zumbo Foods Group Inc"
        let ending = (found.end..words.len().min(found.end + 2)).find(|&end| super::around::is_legal_ending(&words[end]));
        if let Some(ending) = ending.filter(|&ending| words[found.end..=ending].iter().all(NameWord::is_candidate)) {
            found.end = ending + 1;
        }
        at = found.end;
        // one word alone may be a common one
        if (count > 1 || found.len() > 1) && !known(&found) {
            again.push(mention(words, found));
        }
    }
    mentions.extend(again);
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

fn mention(words: &[NameWord], range: Range<usize>) -> Mention {
    let span = words[range.start].span.cover(words[range.end - 1].span);
    Mention { span, kind: EntityKind::Organization, words: range, known: None }
}

/// The words of a headline in capitals before a ticker in angle brackets.
fn headed(text: &str, words: &[NameWord], headline: &Range<usize>) -> Option<Range<usize>> {
    let open = headline.clone().find(|&at| words[at].sign == Some('<'))?;
    let name = headline.start..open;
    let shouted = |word: &NameWord| match word.sign {
        Some(sign) => matches!(sign, '&' | '.' | '-' | '\''),
        None => word.is(flag::LETTER) && !word.is(flag::DIGIT) && !word.span.of(text).contains(char::is_lowercase),
    };
    symbol(&text[words[open].span.start..])?;
    ((1..=LONGEST).contains(&name.len()) && words[name.clone()].iter().all(shouted)).then_some(name)
}

/// "ZMB.O" of "<ZMB.O> BUYS".
fn symbol(text: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let symbol = text.strip_prefix('<')?.split_once('>')?.0;
    let is_symbol = symbol.len() <= LONGEST && symbol.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    (is_symbol && symbol.starts_with(|first: char| first.is_ascii_uppercase())).then_some(symbol)
}

/// Gives the company that the headline begins with its ticker.
pub(super) fn assign(text: &str, entities: &mut [NamedEntity]) {
    let Some(first) = entities.first_mut().filter(|first| first.kind == EntityKind::Organization && first.ticker.is_none()) else { return };
    let Some(Span { start: 0, end }) = first.mentions.first().copied() else { return };
    first.ticker = symbol(text[end..].trim_start_matches(' ')).map(str::to_string);
}

#[cfg(test)]
mod tests {
    use crate::fact_lines::{lines, name, titled};

    fn owners(title: &str, text: &str) -> Vec<String> {
        lines(&titled(title, text), |sheet, fact| name(sheet, &fact.entity))
    }

    #[test]
    fn a_headline_names_its_company() {
        let net = owners("STRATEGIC GREEN LAND <SGL.O> 4TH QTR NET", "OSLO, March 2 - Shr five cts vs two cts\n    Revs 6.1 mln dlrs");
        assert!(net.iter().all(|owner| owner.ends_with(": STRATEGIC GREEN LAND")), "{net:?}");
        let body =
            owners("STRATEGIC GREEN LAND <SGL.O> SETS PAYOUT", "OSLO, March 2 - Strategic Green Land declared a dividend of 30 cts.");
        assert_eq!(body, ["30 cts: Strategic Green Land"]);
        assert_eq!(owners("Prices <up> again", "OSLO, March 2 - Revs rose 5%."), ["5%: "]);
    }
}
