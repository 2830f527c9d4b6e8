//! Clubs in tables and results: a line of a name and its numbers, or of two names with a number each.
//!
//! `Northfield 4 2 1 1 7 5 7`, `Northfield 2 Westbrook 1`, `NORTHFIELD AT WESTBROOK` (the guest, then the place): a list by itself
//! says that its names are clubs, whatever town they are called after. A country stays a place.

use super::tagger::TaggedName;
use super::word::{NameWord, flag, hash_lower};
use crate::text::Span;
use crate::words::country;
use std::ops::Range;

const ORGANIZATION: usize = 1;
const PLACE: usize = 2;

/// The clubs of a sentence that is a line of a table or a result, in order; none for any other sentence.
pub(crate) fn clubs(text: &str, words: &[NameWord], sentence: Range<usize>) -> Vec<TaggedName> {
    const LONGEST: usize = 16;
    let line = &words[sentence.clone()];
    if !(3..=LONGEST).contains(&line.len()) {
        return Vec::new();
    }
    let mut names: Vec<TaggedName> = Vec::new();
    let mut numbers = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let start = at;
        while at < line.len() && is_name_word(&line[at]) {
            at += 1;
        }
        if at > start {
            names.push(TaggedName { words: sentence.start + start..sentence.start + at, kind: ORGANIZATION, sure: false });
        } else if is_number(&line[at]) {
            numbers.push(names.len());
            at += 1;
        } else if line[at].sign.is_some_and(|sign| matches!(sign, '-' | '.' | '/')) && !names.is_empty() {
            at += 1;
        } else if line[at].lower == hash_lower("at") && line[at].is(flag::ALL_CAPITALS) && names.len() == 1 {
            return fixture(line, at, sentence);
        } else {
            return Vec::new();
        }
    }
    let is_table = names.len() == 1 && numbers.len() >= 4 && numbers.iter().all(|&before| before == 1);
    let is_result = names.len() == 2 && numbers == [1, 2];
    if !is_table && !is_result {
        return Vec::new();
    }
    for name in &mut names {
        let span = Span::new(words[name.words.start].span.start, words[name.words.end - 1].span.end);
        if country::code(span.of(text)).is_some() {
            name.kind = PLACE;
        }
    }
    names
}

/// "NORTHFIELD AT WESTBROOK" and nothing else.
fn fixture(line: &[NameWord], at: usize, sentence: Range<usize>) -> Vec<TaggedName> {
    let after = at + 1..line.len();
    if after.is_empty() || after.len() > 3 || !line[after.clone()].iter().all(|word| is_name_word(word) && word.is(flag::ALL_CAPITALS)) {
        return Vec::new();
    }
    vec![
        TaggedName { words: sentence.start..sentence.start + at, kind: ORGANIZATION, sure: false },
        TaggedName { words: sentence.start + after.start..sentence.start + after.end, kind: PLACE, sure: false },
    ]
}

fn is_name_word(word: &NameWord) -> bool {
    word.is_candidate() && word.is(flag::LETTER) && word.lower != hash_lower("at")
}

/// A short number: goals, points or places, no amount.
fn is_number(word: &NameWord) -> bool {
    word.is(flag::DIGIT) && !word.is(flag::LETTER) && word.span.end - word.span.start <= 4
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    fn names(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        sheet.entities.iter().map(|entity| format!("{} {:?}", entity.name, entity.kind)).collect()
    }

    #[test]
    fn tables_and_results_name_clubs() {
        assert_eq!(names("Brighton 4 2 1 1 7 5 7"), ["Brighton Organization"]);
        assert_eq!(names("Denmark 2 Portugal 1"), ["Denmark Place", "Portugal Place"]);
    }

    proptest::proptest! {
        #[test]
        fn mentions_stand_on_character_borders_and_never_overlap(text in "([A-Z][a-zé]{1,6}|[A-Z]{2,4}|[0-9]{1,3}|said|Mr\\.|Inc\\.|“|”|’s|,|\\(|\\)|\\.|-|:|&|of|the|\n|ß|İ| ){0,60}") {
            let sheet = analyze(&Article::from_text(text.clone()), &Options::default());
            let length = text.chars().count();
            let mut spans: Vec<(usize, usize)> =
                sheet.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| (mention.place.start, mention.place.end))).collect();
            spans.sort_unstable();
            proptest::prop_assert!(spans.iter().all(|&(start, end)| start < end && end <= length));
            proptest::prop_assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0));
        }
    }
}
