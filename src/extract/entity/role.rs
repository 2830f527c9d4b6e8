//! What the article says a person is: "Ambassador of Japan to Pakistan", "chief executive", "analyst at Jefferies".
//!
//! Before the name, the longest run of office words with their complements: `Deputy Minister for Trade Jane Doe`,
//! `Acme CEO Jane Doe`. After it, up to the next comma: `Jane Doe, chief executive of Acme, said`. An office stated twice in other
//! words is kept once, in its fuller form: `Minister for IT`, `Federal Minister for Information Technology`.

use super::merge::Mention;
use super::vocabulary::class;
use super::word::{NameWord, flag, hashes};
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;

/// The words that an office is made of, found before or after a name.
struct FoundRole {
    /// Its words.
    words: std::ops::Range<usize>,
    /// Index of the organisation's mention, where one is part of it or stands before it.
    organization: Option<usize>,
}

/// Gives each person the offices that stand beside its mentions, and their organisation.
pub(crate) fn assign(
    text: &str,
    words: &[NameWord],
    sentences: &[std::ops::Range<usize>],
    mentions: &[Mention],
    entities: &mut [NamedEntity],
) {
    let of_span: rustc_hash::FxHashMap<Span, usize> =
        entities.iter().enumerate().flat_map(|(i, entity)| entity.mentions.iter().map(move |&span| (span, i))).collect();
    for (i, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityKind::Person) {
        let Some(&entity) = of_span.get(&mention.span) else { continue };
        let at = sentences.partition_point(|sentence| sentence.end <= mention.words.start);
        let Some(sentence) = sentences.get(at) else { continue };
        let found = [before(words, sentence, mentions, i), after(words, sentence, mentions, i)];
        for role in found.into_iter().flatten() {
            let printed = printed(text, words, &role.words);
            add(&mut entities[entity].roles, printed);
            if entities[entity].organization.is_none() {
                entities[entity].organization = role.organization.and_then(|i| of_span.get(&mentions[i].span).copied());
            }
        }
    }
}

fn printed(text: &str, words: &[NameWord], role: &std::ops::Range<usize>) -> String {
    let span = Span::new(words[role.start].span.start, words[role.end - 1].span.end);
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

const AND: u32 = hashes(["and"])[0];
static ARTICLES: [u32; 3] = hashes(["a", "an", "the"]);

fn is_connector(word: &NameWord) -> bool {
    static CONNECTORS: [u32; 8] = hashes(["of", "for", "to", "and", "the", "&", "at", "in"]);
    CONNECTORS.contains(&word.lower)
}

fn is_office(word: &NameWord) -> bool {
    word.has(class::OFFICE) || word.has(class::TITLE) && !word.has(class::HONORIFIC)
}

/// The office right before the name.
fn before(words: &[NameWord], sentence: &std::ops::Range<usize>, mentions: &[Mention], person: usize) -> Option<FoundRole> {
    const LONGEST: usize = 14;
    let mut end = mentions[person].words.start;
    while end > sentence.start && words[end - 1].has(class::HONORIFIC) {
        end -= 1;
    }
    if end > sentence.start && words[end - 1].sign == Some(',') && words[end - 2.min(end)].has(class::OFFICE) {
        end -= 1; // "its chief executive, Jane Doe"
    }
    // Leftwards over capitals, office words and what joins them; the office starts at the leftmost office word of that stretch.
    let mut start = None;
    let mut at = end;
    while at > sentence.start && end - at < LONGEST {
        let word = &words[at - 1];
        let inner_mention = mentions[..person].iter().rev().take(4).position(|mention| mention.words.contains(&(at - 1)));
        if let Some(back) = inner_mention
            && mentions[person - 1 - back].kind != EntityKind::Place
        {
            // "Acme chief executive Jane Doe": the organisation stands before the office and is no part of it.
            let mention = &mentions[person - 1 - back];
            if mention.kind == EntityKind::Person {
                break;
            }
            let joined = mention.words.start > sentence.start && is_connector(&words[mention.words.start - 1]);
            if !joined && mention.words.start < at && start.is_some_and(|start| mention.words.end <= start) {
                break;
            }
            at = mention.words.start;
            continue;
        }
        let hyphen = word.sign == Some('-') && word.is(flag::TOUCHES);
        let allowed = word.is_candidate() && (word.is(flag::ALL_CAPITALS) || !word.has(class::CLOSED | class::CALENDAR))
            || is_connector(word)
            || hyphen
            || word.has(class::OFFICE | class::OFFICE_MODIFIER) && !word.is(flag::POSSESSIVE);
        if !allowed {
            break;
        }
        at -= 1;
        if is_office(word)
            || start.is_some() && word.has(class::OFFICE_MODIFIER) && start == Some(at + 1)
            || hyphen && start == Some(at + 1)
        {
            start = Some(at);
        }
    }
    let mut start = start?;
    while start < end && (is_connector(&words[start]) || words[start].sign.is_some()) {
        start += 1;
    }
    if start >= end || is_connector(&words[end - 1]) || words[start..end].iter().all(|word| !is_office(word)) {
        return None;
    }
    Some(FoundRole { words: start..end, organization: organization(words, mentions, person, start..end) })
}

/// The organisation of the office in those words, among the mentions before the person.
fn organization(words: &[NameWord], mentions: &[Mention], person: usize, office: std::ops::Range<usize>) -> Option<usize> {
    let near = mentions[..person].iter().enumerate().rev().take_while(|(_, mention)| mention.words.end + 1 >= office.start);
    let inside = near.into_iter().find(|(_, mention)| {
        mention.kind == EntityKind::Organization
            && (mention.words.start >= office.start && mention.words.end <= office.end || follows(words, mention.words.end, office.start))
    });
    inside.map(|(i, _)| i)
}

/// Whether the office at `start` follows the organisation that ends at `end`: directly, or after its possessive ending.
fn follows(words: &[NameWord], end: usize, start: usize) -> bool {
    end == start || (end + 1 == start && words[end].is(flag::POSSESSIVE))
}

/// The office after the name: ", chief executive of Acme," or ", an analyst at Acme".
fn after(words: &[NameWord], sentence: &std::ops::Range<usize>, mentions: &[Mention], person: usize) -> Option<FoundRole> {
    const LONGEST: usize = 16;
    let mut start = mentions[person].words.end;
    let opening = words.get(start).filter(|_| start < sentence.end)?;
    if !matches!(opening.sign, Some(',' | '(' | '–' | '—')) {
        return None;
    }
    start += 1;
    if start < sentence.end && ARTICLES.contains(&words[start].lower) {
        start += 1;
    }
    let mut end = start;
    let mut head = None;
    let mut organization = None;
    while end < sentence.end && end - start < LONGEST {
        let next = mentions.partition_point(|mention| mention.words.start < end);
        if let Some(i) = Some(next).filter(|&i| mentions.get(i).is_some_and(|mention| mention.words.start == end)) {
            if mentions[i].kind == EntityKind::Person {
                return None;
            }
            if mentions[i].kind == EntityKind::Organization && organization.is_none() {
                organization = Some(i);
            }
            end = mentions[i].words.end;
            continue;
        }
        let word = &words[end];
        let ends = word.sign.is_some_and(|sign| !matches!(sign, '-' | '&' | '/'))
            || word.has(class::SAYING) && !word.is_candidate()
            || is_verb(word);
        if ends {
            break;
        }
        if is_office(word)
            && head.is_none_or(|head| end == head + 1)
            && !words[start..end].iter().any(|word| is_connector(word) && word.lower != AND)
        {
            head = Some(end);
        }
        end += 1;
    }
    // The head must come before the complement, within a few words: ", the ministry that employs the chief" is no office.
    let head = head?;
    let before_head = &words[start..head];
    let plain = before_head.iter().all(|word| {
        word.has(class::OFFICE | class::OFFICE_MODIFIER | class::PEOPLE) || word.is_candidate() || word.sign.is_some() || is_connector(word)
    });
    if !plain || end <= head || end == sentence.end && words[end - 1].sign.is_some() {
        return None;
    }
    // Of an office with complement, "and" after the organisation begins something else.
    Some(FoundRole { words: start..end, organization })
}

fn is_verb(word: &NameWord) -> bool {
    static VERBS: [u32; 19] = hashes([
        "is", "was", "has", "had", "will", "would", "who", "which", "that", "and's", "are", "were", "as", "with", "when", "while", "but",
        "on", "by",
    ]);
    !word.is_candidate() && VERBS.contains(&word.lower)
}

/// Adds an office unless one in other words is there; the fuller form stays.
fn add(roles: &mut Vec<String>, role: String) {
    for known in roles.iter_mut() {
        if is_same_office(known, &role) {
            if words_in(&role) > words_in(known) && !expands(known, &role) {
                *known = role;
            }
            return;
        }
    }
    roles.push(role);
}

fn words_in(role: &str) -> usize {
    role.split_whitespace().count()
}

/// Whether the new form is longer only because it spells out an acronym of the known one and lacks words of it.
fn expands(known: &str, role: &str) -> bool {
    let first = |role: &str| role.split_whitespace().next().map(str::to_lowercase);
    first(known) != first(role)
}

/// Whether one office is the beginning or the end of the other, where an acronym may stand for its words.
fn is_same_office(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
    (0..a.len()).any(|skip| covers(&a[skip..], &b)) || (0..b.len()).any(|skip| covers(&b[skip..], &a))
}

/// Whether `a` begins with all words of `b`.
fn covers(a: &[&str], b: &[&str]) -> bool {
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].eq_ignore_ascii_case(b[j]) {
            i += 1;
            j += 1;
        } else if let Some(length) = spelled_out(a[i], &b[j..]) {
            i += 1;
            j += length;
        } else if let Some(length) = spelled_out(b[j], &a[i..]) {
            j += 1;
            i += length;
        } else {
            return false;
        }
    }
    j == b.len()
}

/// How many of the words the acronym stands for, if it does.
fn spelled_out(acronym: &str, words: &[&str]) -> Option<usize> {
    let length = acronym.chars().count();
    let is_acronym = length >= 2 && acronym.chars().all(char::is_uppercase);
    let fits = is_acronym && words.len() >= length && acronym.chars().zip(words).all(|(letter, word)| word.starts_with(letter));
    fits.then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_office_in_several_forms_is_kept_once() {
        let mut roles = Vec::new();
        for role in [
            "Federal Minister for IT and Telecommunication",
            "Federal Minister for IT",
            "Minister for Information Technology and Telecommunication",
        ] {
            add(&mut roles, role.into());
        }
        assert_eq!(roles, ["Federal Minister for IT and Telecommunication"]);
        add(&mut roles, "party leader".into());
        assert_eq!(roles.len(), 2);
    }
}
