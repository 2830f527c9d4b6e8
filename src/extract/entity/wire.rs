//! Names in wires that are printed without capitals: "zumbo foods sees q2 sales", "zumbo foods inc - sales", "versus refinitiv estimate".
//!
//! Nothing but its place tells such a name: it begins a line before what a wire says companies do, before a quarter, a legal form or a
//! dash. A title that is a ticker alone is the company's name, or that of the one that the lines name first.

use super::merge::Mention;
use super::word::{NameWord, flag};
use crate::mention::{EntityKind, NamedEntity};
use crate::words::WordList;

/// The most words of a name.
const LONGEST: usize = 4;
/// What companies do in a wire.
static VERBS: WordList = WordList::new(words!(
    "sees|says|reports|posts|announces|declares|expects|withdraws|reaffirms|raises|cuts|increases|lowers|declared|announced|reported"
));
/// What stands before the first figure of a company.
static QUARTERS: WordList = WordList::new(words!("q1|q2|q3|q4|qtrly"));
/// Endings of names.
static FORMS: WordList = WordList::new(words!("inc|corp|ltd|plc|llc|corporation|holdings"));
/// Words that no name holds: what is measured, and what begins other lines.
static NO_NAMES: WordList = WordList::new(picked!(
    account,
    FIRM,
    "compname|co|company|companies|board|management|adjusted|adj|gross|operating|diluted|gaap|guidance|outlook|forecast|cost|expenditures|\
    expenditure|expense|book|comparable|comp|organic|backlog|qtrly|quarterly|quarter|fy|full|year|years|sees|says|expects|expect|also|now|\
    and|for|in|of|the|with|from|to|on|by|as|at|due|including|excluding|we|our|it|its|an|will|be|is|was|were|are|has|have|average|loans|\
    deposits|allowance|provision|liabilities|interest|segment|based|versus|vs|up|down|than|increased|growth|basic|unaudited|ceo|cfo|that|\
    which|but|while|note|rate|ratio|share|unit|units|yield|value|charge-offs|offs|results|record|demand|production|capital"
));

/// Whether the text behind a title of one line has no word with capitals.
pub(super) fn is_wire(text: &str) -> bool {
    const SHORTEST: usize = 20;
    let body = text.split_once("\n\n").map_or(text, |(_, body)| body);
    body.len() >= SHORTEST && body.contains(|c: char| c.is_ascii_lowercase()) && !body.contains(char::is_uppercase)
}

/// Adds the names that begin lines of the wire, and those whose estimates it cites, in order.
pub(super) fn add(text: &str, words: &[NameWord], sentences: &[std::ops::Range<usize>], mut mentions: Vec<Mention>) -> Vec<Mention> {
    let mut named: Vec<Mention> = Vec::new();
    let mut put = |range: std::ops::Range<usize>| {
        let span = words[range.start].span.cover(words[range.end - 1].span);
        named.push(Mention { span, kind: EntityKind::Organization, words: range, known: None });
    };
    if let Some(title) = ticker(text).and_then(|title| words.iter().position(|word| word.span.of(text) == title)) {
        put(title..title + 1);
    }
    for sentence in sentences {
        if let Some(end) = name_end(text, words, sentence) {
            put(sentence.start..end);
        }
        if let Some(cited) = cited(text, words, sentence) {
            put(cited);
        }
    }
    named.sort_by_key(|mention| mention.span);
    // the title "A" is also the name with which its line begins; the longer one stays
    named.dedup_by(|next, kept| {
        let is_same = next.span.start < kept.span.end;
        if is_same {
            std::mem::swap(next, kept);
        }
        is_same
    });
    mentions.retain(|mention| {
        let before = named.partition_point(|named| named.span.start < mention.span.end).checked_sub(1);
        before.is_none_or(|before| named[before].span.end <= mention.span.start)
    });
    mentions.extend(named);
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

/// The title, where it is a ticker and nothing else.
fn ticker(text: &str) -> Option<&str> {
    let title = text.split_once("\n\n")?.0;
    let letters = |title: &str| title.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.');
    ((1..=5).contains(&title.len()) && letters(title)).then_some(title)
}

/// Where the name that the line begins with ends.
fn name_end(text: &str, words: &[NameWord], sentence: &std::ops::Range<usize>) -> Option<usize> {
    let word = |at: usize| words[at].span.of(text);
    let (mut count, mut at) = (0, sentence.start);
    while at < sentence.end {
        let here = word(at);
        let named = at > sentence.start;
        match words[at].sign {
            Some('&' | '\'' | '’' | '.') if named => {}
            Some('-') if named && words[at].is(flag::TOUCHES) => {}
            Some('-' | '–' | '—' | '(') if named => return Some(at),
            Some(_) => return None,
            None if named && (VERBS.has(here) || QUARTERS.has(here)) => return Some(at),
            None if named && FORMS.has(here) => return Some(at + 1),
            None => {
                count += 1;
                if NO_NAMES.has(here) || QUARTERS.has(here) || VERBS.has(here) || count > LONGEST || words[at].is(flag::DIGIT) {
                    return None;
                }
            }
        }
        at += 1;
    }
    None
}

/// "versus zumbo data estimate of": who estimates.
fn cited(text: &str, words: &[NameWord], sentence: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    const REACH: usize = 3;
    let is = |at: usize, known: &[&str]| at < sentence.end && known.contains(&words[at].span.of(text));
    let versus = sentence.clone().find(|&at| is(at, &["versus", "vs"]))?;
    let estimate = (versus + 2..sentence.end.min(versus + 2 + REACH)).find(|&at| is(at, &["estimate", "estimates"]))?;
    let name = versus + 1..estimate;
    let named = name.clone().all(|at| words[at].sign.is_none() && !words[at].is(flag::DIGIT) && !NO_NAMES.has(words[at].span.of(text)));
    (named && !is(name.start, &["consensus", "analyst", "analysts", "street", "previous", "prior"])).then_some(name)
}

/// Makes one of the title's ticker and of the company that the first line with a name names.
pub(super) fn unite(text: &str, entities: &mut Vec<NamedEntity>) {
    let Some(title) = ticker(text) else { return };
    let Some(listed) = entities.iter().position(|entity| entity.mentions[0].start == 0) else { return };
    entities[listed].ticker = Some(title.to_string());
    if entities[listed].name != title {
        return;
    }
    let begins = |entity: &NamedEntity| {
        entity.name != title && entity.kind == EntityKind::Organization && text[..entity.mentions[0].start].ends_with('\n')
    };
    // names of several companies: nobody can tell whose ticker it is
    let mut named = (0..entities.len()).filter(|&i| begins(&entities[i]));
    let (Some(only), None) = (named.next(), named.next()) else { return };
    let mut company = entities.remove(only);
    let listed = listed - usize::from(only < listed);
    company.aliases.push(title.to_string());
    company.ticker = entities[listed].ticker.take();
    company.mentions.splice(0..0, entities[listed].mentions.drain(..));
    entities[listed] = company;
}

#[cfg(test)]
mod tests {
    use crate::fact_lines::{lines, name, titled};

    fn owners(title: &str, text: &str) -> Vec<String> {
        lines(&titled(title, text), |sheet, fact| format!("{} {}", name(sheet, &fact.entity), name(sheet, &fact.attribution)))
    }

    #[test]
    fn a_line_without_capitals_begins_with_its_company() {
        let zumbo = owners("ZMB", "zumbo foods sees q2 sales $5 million.\nsees q3 sales $6 million.");
        assert_eq!(zumbo, ["$5 million: zumbo foods ", "$6 million: zumbo foods "]);
        assert_eq!(owners("ZMB", "zumbo & sons inc - q2 sales $5 million."), ["$5 million: zumbo & sons inc "]);
        assert_eq!(owners("ZMB", "compname reports q2 sales of $5 million."), ["$5 million: ZMB "]);
        let cited = owners("ZMB", "q2 sales $5 million versus plinth data estimate of $6 million.");
        assert_eq!(cited, ["$5 million: ZMB ", "$6 million: ZMB plinth data"]);
    }

    #[test]
    fn what_is_measured_is_no_company() {
        assert_eq!(owners("Mills", "net sales - q2 up 5%.\ngross margin for q4 was 3%."), ["5%:  ", "3%:  "]);
        assert_eq!(owners("Mills", "Sales rose 5%.\nzumbo foods sees q2 sales $5 million."), ["5%:  ", "$5 million:  "]);
    }
}
