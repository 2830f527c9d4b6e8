//! "the Company", "the Group": what a report calls itself that nowhere gives its name.

use super::merge::Mention;
use super::word::NameWord;
use crate::mention::EntityKind;
use crate::words::WordList;

/// How often a company's own text names it.
const OFTEN: usize = 3;
/// What companies call themselves, with a capital.
static ITSELF: WordList = WordList::new(words!("company|group|corporation"));

/// Adds "Company" behind "the" as a name, where the text has no name of a company: none with a legal form, none that it defines so.
pub(super) fn add(text: &str, words: &[NameWord], mut mentions: Vec<Mention>) -> Vec<Mention> {
    let is_itself = |word: &NameWord| {
        let word = word.span.of(text);
        word.starts_with(|first: char| first.is_ascii_uppercase()) && ITSELF.has(word)
    };
    let is_the = |word: &NameWord| ["the", "The"].contains(&word.span.of(text));
    // shouted or defined words are no proof: "THE COMPANY", "(the “Company”)"
    let called = |at: usize| {
        let name = words[at].span.of(text);
        let alone = words.get(at + 1).is_none_or(|next| !next.is_candidate());
        is_itself(&words[at]) && name.contains(char::is_lowercase) && is_the(&words[at - 1]) && alone
    };
    let defined = |at: usize| is_itself(&words[at]) && matches!(words[at - 1].sign, Some('"' | '“'));
    let is_company = |mention: &Mention| {
        let last = &words[mention.words.end - 1];
        mention.kind == EntityKind::Organization && (super::around::is_legal_ending(last) || mention.words.len() == 1 && is_itself(last))
    };
    let Some(first) = (1..words.len()).find(|&at| called(at)) else { return mentions };
    // what is named again and again may be the company
    let mut often: rustc_hash::FxHashMap<u32, usize> = rustc_hash::FxHashMap::default();
    let organizations = mentions.iter().filter(|mention| mention.kind == EntityKind::Organization);
    organizations.for_each(|mention| *often.entry(words[mention.words.start].lower).or_default() += 1);
    let named = often.values().any(|&count| count >= OFTEN);
    if named || mentions.iter().any(is_company) || (1..words.len()).any(defined) {
        return mentions;
    }
    let noun = words[first].form;
    let free = |at: usize| {
        let next = mentions.partition_point(|mention| mention.span.end <= words[at].span.start);
        mentions.get(next).is_none_or(|mention| words[at].span.end <= mention.span.start)
    };
    let found: Vec<usize> = (first..words.len()).filter(|&at| words[at].form == noun && called(at) && free(at)).collect();
    let own = found.into_iter().map(|at| Mention { span: words[at].span, kind: EntityKind::Organization, words: at..at + 1, known: None });
    mentions.extend(own);
    mentions.sort_unstable_by_key(|mention| mention.span);
    mentions
}

#[cfg(test)]
mod tests {
    use crate::fact_lines::owners;

    #[test]
    fn a_report_without_a_name_is_of_the_company() {
        assert_eq!(owners("The Company recorded expenses of $5 million."), ["$5 million: Company"]);
        assert_eq!(owners("In May the Group had debt of $5 million. Its cash was $2 million."), ["$5 million: Group", "$2 million: Group"]);
    }

    #[test]
    fn a_name_is_better() {
        let named = "Brask Foods Inc. bakes bread. The Company recorded expenses of $5 million.";
        assert_eq!(owners(named), ["$5 million: Brask Foods Inc."]);
        assert_eq!(owners("The company recorded expenses of $5 million."), ["$5 million: "]);
    }
}
