//! Findings: the stated figures that do not add up, each with a fingerprint that survives edits elsewhere in the article.

use sha2::{Digest, Sha256};

use crate::article::Article;
use crate::headline::Headed;
use crate::sheet::{Check, Fact, FactSheet, Verdict};
use crate::text::{CodePoints, Plain, Span, sentences, tokens};

/// A figure that does not add up.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The check that failed.
    pub check: Check,
    /// The figure that it checked.
    pub stated: Fact,
    /// Its sentence.
    pub sentence: String,
    /// Sixteen hexadecimal digits made of the rule, the figure and its sentence: the same in every run and after edits elsewhere.
    pub fingerprint: String,
}

/// The findings of an analysed article, in the order of its checks.
///
/// ```
/// use newsfacts::{Article, Options, analyze, finding::findings};
///
/// let article = Article::from_text("Exports rose 93% to $830 million from $596 million.");
/// let findings = findings(&article, &analyze(&article, &Options::default()));
/// assert_eq!(findings[0].stated.text, "93%");
/// ```
pub fn findings(article: &Article, sheet: &FactSheet) -> Vec<Finding> {
    let wrong: Vec<&Check> = sheet.checks.iter().filter(|check| check.verdict == Verdict::Inconsistent).collect();
    if wrong.is_empty() {
        return Vec::new();
    }
    let headed = Headed::new(article);
    let sentences = SentenceIndex::new(&headed.text);
    let mut findings: Vec<Finding> = Vec::new();
    let mut places: Vec<Span> = Vec::new();
    for check in wrong {
        let Some(stated) = sheet.fact(&check.stated) else { continue };
        let place = sentences.at(headed.code_points(stated.part, &stated.span).start);
        let sentence = place.of(&headed.text).to_string();
        let words: Vec<&str> = sentence.split_whitespace().collect();
        let key = format!("{}\n{}\n{}", check.rule, stated.text, words.join(" "));
        // The same figure checked twice by one rule in one sentence is two findings.
        let again = findings.iter().zip(&places).filter(|(other, at)| **at == place && other.check.rule == check.rule).count();
        let digest = Sha256::digest(format!("{key}\n{again}"));
        let fingerprint = digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        places.push(place);
        findings.push(Finding { check: check.clone(), stated: stated.clone(), sentence, fingerprint });
    }
    findings
}

/// The sentences of a text, found by code point.
pub struct SentenceIndex {
    code_points: CodePoints,
    /// In order.
    sentences: Vec<Span>,
}

impl SentenceIndex {
    /// Cuts the text into sentences.
    pub fn new(text: &str) -> Self {
        let plain = Plain::new(text, &[]);
        let tokens = tokens(&plain.text);
        let spans = sentences(&plain.text, &tokens, &plain.grids).into_iter().map(|sentence| {
            let range = sentence.tokens;
            plain.original(Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end))
        });
        SentenceIndex { code_points: CodePoints::new(text), sentences: spans.collect() }
    }

    /// The sentence that holds a code point, or the last one before it, in bytes.
    pub fn at(&self, code_point: usize) -> Span {
        self.at_byte(self.code_points.byte(code_point))
    }

    /// The sentence that holds a byte, or the last one before it.
    pub fn at_byte(&self, byte: usize) -> Span {
        let after = self.sentences.partition_point(|sentence| sentence.start <= byte);
        self.sentences.get(after.saturating_sub(1)).copied().unwrap_or(Span::new(0, 0))
    }

    /// A stretch given in code points, in bytes.
    pub fn bytes(&self, start: usize, end: usize) -> Span {
        Span::new(self.code_points.byte(start), self.code_points.byte(end))
    }
}
