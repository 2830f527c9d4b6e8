//! Tagged sentences, made into articles as they could have been printed.

use std::io::BufRead;

use newsfacts::rooms::entity::model::{self, Tag};

/// A small deterministic generator (xorshift64*), so that training can be repeated to the byte.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True in `percent` of a hundred cases.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.below(i + 1));
        }
    }
}

/// A sentence as the data give it.
#[derive(Clone)]
pub(crate) struct Tagged {
    pub tokens: Vec<String>,
    /// Kind of name 0 to 3, and whether the token begins it.
    pub tags: Vec<Option<(usize, bool)>>,
}

/// Sentences of one document.
#[derive(Clone)]
pub(crate) struct Source {
    pub sentences: Vec<Tagged>,
    pub silver: bool,
    pub weight: u32,
}

fn kind(name: &str) -> Option<usize> {
    match name {
        "PER" | "PERSON" => Some(0),
        "ORG" => Some(1),
        "LOC" | "GPE" => Some(2),
        "MISC" => Some(3),
        _ => None,
    }
}

/// Reads tagged sentences, grouped into documents (of 30 sentences where no document is named).
pub(crate) fn read(path: &str) -> Vec<Source> {
    let silver = path.rsplit('/').next().is_some_and(|name| name.starts_with("silver"));
    let mut out: Vec<Source> = Vec::new();
    let mut last: Option<String> = None;
    for (i, line) in crate::texts::open(path).lines().enumerate() {
        let line = line.expect("readable");
        let record: serde_json::Value = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{path}:{}: {error}", i + 1));
        let key = record["doc"].as_str().map_or_else(|| (i / 30).to_string(), String::from);
        let strings = |name: &str| -> Vec<String> {
            record[name].as_array().map(|all| all.iter().filter_map(|item| item.as_str().map(String::from)).collect()).unwrap_or_default()
        };
        let tags =
            strings("tags").iter().map(|tag| tag.split_once('-').and_then(|(border, name)| Some((kind(name)?, border == "B")))).collect();
        if last.as_ref() != Some(&key) {
            out.push(Source { sentences: Vec::new(), silver, weight: if silver { 1 } else { 3 } });
            last = Some(key);
        }
        out.last_mut().expect("just pushed").sentences.push(Tagged { tokens: strings("tokens"), tags });
    }
    out
}

/// A document as text, with the byte spans of its names.
#[derive(Default)]
pub(crate) struct Printed {
    pub text: String,
    pub names: Vec<(std::ops::Range<usize>, usize)>,
}

/// How tokens are put together again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// One blank between all tokens, an empty line between sentences.
    Tokens,
    /// As a newspaper prints it, sentences one after the other.
    Natural,
}

/// Prints the sentences as one text.
pub(crate) fn print(sentences: &[Tagged], spacing: Spacing) -> Printed {
    let mut out = Printed::default();
    for sentence in sentences {
        if !out.text.is_empty() {
            out.text.push_str(if spacing == Spacing::Tokens { "\n\n" } else { " " });
        }
        print_sentence(sentence, spacing, &mut out);
    }
    out
}

fn print_sentence(sentence: &Tagged, spacing: Spacing, out: &mut Printed) {
    let mut quote_open = false;
    let mut glue = true;
    for (i, (token, tag)) in sentence.tokens.iter().zip(&sentence.tags).enumerate() {
        let is_quote = token == "\"" || token == "``" || token == "''";
        let opens = is_quote && !quote_open;
        let attached = spacing == Spacing::Natural && i > 0 && attaches(token, is_quote && quote_open);
        if !glue && !attached {
            out.text.push(' ');
        }
        let start = out.text.len();
        out.text.push_str(if spacing == Spacing::Natural { natural(token) } else { token });
        glue = i + 1 == sentence.tokens.len()
            || spacing == Spacing::Natural && (opens || matches!(token.as_str(), "(" | "[" | "$" | "£" | "“" | "‘" | "#" | "-" | "/"));
        if is_quote {
            quote_open = !quote_open;
        }
        match tag {
            Some((kind, false)) if out.names.last().is_some_and(|(_, last)| last == kind) && i > 0 && sentence.tags[i - 1].is_some() => {
                out.names.last_mut().expect("there is one").0.end = out.text.len();
            }
            Some((kind, _)) => out.names.push((start..out.text.len(), *kind)),
            None => {}
        }
    }
}

fn attaches(token: &str, closes: bool) -> bool {
    closes
        || matches!(
            token,
            "," | "."
                | ";"
                | ":"
                | "!"
                | "?"
                | ")"
                | "]"
                | "%"
                | "’s"
                | "'s"
                | "n't"
                | "n’t"
                | "'re"
                | "'ve"
                | "'ll"
                | "'d"
                | "'m"
                | "'"
                | "’"
                | "”"
                | "-"
                | "/"
                | "..."
        )
}

fn natural(token: &str) -> &str {
    match token {
        "``" | "''" => "\"",
        "-LRB-" => "(",
        "-RRB-" => ")",
        other => other,
    }
}

/// The tag of each word, from the spans of the names.
pub(crate) fn tags(words: &[newsfacts::rooms::entity::word::NameWord], names: &[(std::ops::Range<usize>, usize)]) -> Vec<Tag> {
    let mut at = 0;
    words
        .iter()
        .map(|word| {
            while at < names.len() && names[at].0.end <= word.span.start {
                at += 1;
            }
            match names.get(at) {
                Some((span, kind)) if span.start < word.span.end => {
                    if span.start >= word.span.start {
                        model::begin(*kind)
                    } else {
                        model::inside(*kind)
                    }
                }
                _ => model::OUTSIDE,
            }
        })
        .collect()
}
