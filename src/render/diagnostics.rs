//! Findings for people, like a compiler's: the sentence, the stated figure underlined, its operands labelled, the arithmetic, the likely slip.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str};

use super::{Analysis, Render, Totals, wording};
use crate::finding::{Finding, SentenceIndex};
use crate::headline::Headed;
use crate::sheet::{Fact, Part, Place};
use crate::text::{LineIndex, Span};

/// A terminal width at which nothing is cut off.
const UNLIMITED: usize = 1 << 20;

/// Columns that the gutter takes.
const GUTTER: usize = 3;

/// Diagnostics and a summary line.
pub struct Diagnostics {
    /// Whether to write ANSI colours.
    pub color: bool,
    /// Columns at which sentences are broken.
    pub width: usize,
    /// Whether to show fingerprints.
    pub verbose: bool,
    /// Whether to list the figures that could not be checked.
    pub unchecked: bool,
}

impl Render for Diagnostics {
    fn part(&self, analysis: &Analysis) -> String {
        let mut part = String::new();
        if !analysis.findings.is_empty() || self.unchecked {
            let headed = Headed::new(&analysis.article);
            let text = CutText { sentences: SentenceIndex::new(&headed.text), headed, lines: LineIndex::new(&analysis.article.text) };
            part.extend(analysis.findings.iter().map(|finding| self.finding(analysis, finding, &text)));
            if self.unchecked {
                part.push_str(&unchecked(analysis, &text));
            }
        }
        part
    }

    fn tail(&self, _several: bool, totals: &Totals) -> String {
        format!("{}\n", summary(totals))
    }
}

/// "3 articles, 57 figures: 12 checked, 2 wrong, 1 doubtful, 4 unchecked".
pub fn summary(totals: &Totals) -> String {
    let plural = |count: usize, noun: &str| format!("{count} {noun}{}", if count == 1 { "" } else { "s" });
    let mut rest = String::new();
    for (count, what) in [
        (totals.left_out, "left out by newsfacts.toml"),
        (totals.operands, "used to check others"),
        (totals.alone, "with nothing to check"),
    ] {
        if count > 0 {
            rest.push_str(&format!(", {count} {what}"));
        }
    }
    let silenced = if totals.silenced > 0 { format!(", {} silenced", totals.silenced) } else { String::new() };
    format!(
        "{}, {}: {} checked, {} wrong, {} doubtful, {} unchecked{silenced}{rest}",
        plural(totals.articles, "article"),
        plural(totals.figures, "figure"),
        totals.checked,
        totals.wrong,
        totals.doubtful,
        totals.unchecked,
    )
}

/// A line for each figure that could not be checked: where it stands and why.
fn unchecked(analysis: &Analysis, within: &CutText) -> String {
    let mut lines = String::new();
    let mut listed = super::checked(&analysis.sheet);
    for check in analysis.sheet.checks.iter().filter(|check| listed.insert(check.stated.as_str())) {
        let Some(fact) = analysis.sheet.fact(&check.stated) else { continue };
        let reason = check.reason.as_deref().unwrap_or("no reason is known");
        let text: Vec<&str> = fact.text.split_whitespace().collect();
        let line = format!("{}: unchecked[{}]: {}: {reason}", place(analysis, fact, within), check.rule, text.join(" "));
        lines.push_str(&wording::harmless(&line));
        lines.push('\n');
    }
    lines
}

/// The article's title and text, cut up.
struct CutText<'a> {
    headed: Headed<'a>,
    sentences: SentenceIndex,
    /// Of the text alone.
    lines: LineIndex<'a>,
}

impl CutText<'_> {
    /// Where a figure stands in title and text, in bytes.
    fn bytes(&self, fact: &Fact) -> Span {
        let place = self.headed.code_points(fact.part, &fact.span);
        self.sentences.bytes(place.start, place.end)
    }
}

/// "a.txt:3:14"; "a.jsonl:7: #id, line 1, column 14 of its text"; "a.pdf, page 3"; "a.docx, line 3, column 14 of its text".
fn place(analysis: &Analysis, fact: &Fact, text: &CutText) -> String {
    let (path, id) = (path(analysis), id(analysis));
    match fact.span {
        Place { record, .. } if fact.part == Part::Title => {
            let record = record.map(|record| format!(":{record}")).unwrap_or_default();
            format!("{path}{record}: {}its title", id.map(|id| format!("{id}, ")).unwrap_or_default())
        }
        Place { record: Some(record), line: Some(line), column: Some(column), .. } => {
            format!("{path}:{record}: {}line {line}, column {column} of its text", id.map(|id| format!("{id}, ")).unwrap_or_default())
        }
        Place { line: Some(line), column: Some(column), .. } => format!("{path}{}:{line}:{column}", id.unwrap_or_default()),
        Place { page: Some(page), .. } => format!("{path}, page {page}"),
        _ => {
            let (_, span) = text.headed.part(text.bytes(fact));
            let at = text.lines.place(span.start);
            format!("{path}{}, line {}, column {} of its text", id.unwrap_or_default(), at.line, at.column)
        }
    }
}

impl Diagnostics {
    fn finding(&self, analysis: &Analysis, finding: &Finding, text: &CutText) -> String {
        let sentences = &text.sentences;
        let check = &finding.check;
        let operands: Vec<(&Fact, &str)> = check
            .operands
            .named()
            .filter_map(|(name, id)| Some((analysis.sheet.fact(id)?, wording::operand(name, check.rule))))
            .filter(|(fact, _)| fact.id != check.stated)
            .collect();
        let bytes = |fact: &Fact| text.bytes(fact);
        let spans: Vec<Span> = std::iter::once(&finding.stated).chain(operands.iter().map(|&(fact, _)| fact)).map(bytes).collect();
        let mut shown: Vec<Span> = spans.iter().map(|span| sentences.at_byte(span.start)).collect();
        shown.sort();
        shown.dedup();
        let excerpt = Excerpt::new(&text.headed.text, &shown, &spans, self.width.saturating_sub(GUTTER));

        let stated = AnnotationKind::Primary.span(excerpt.range(spans[0]));
        let labelled =
            operands.iter().zip(&spans[1..]).map(|(&(_, label), &span)| AnnotationKind::Context.span(excerpt.range(span)).label(label));
        let snippet = Snippet::source(excerpt.text.as_str()).line_numbering(false).fold(false).annotation(stated).annotations(labelled);
        let level = if check.is_warning() { Level::WARNING } else { Level::ERROR };
        let mut body = Group::with_level(level.clone()).element(snippet);
        if let Some(formula) = &check.formula {
            body = body.element(Level::NOTE.message(normalize_untrusted_str(formula)));
        }
        if let Some(doubt) = wording::doubt(check) {
            body = body.element(Level::NOTE.message(normalize_untrusted_str(&doubt)));
        }
        if let Some(cause) = check.cause {
            body = body.element(Level::NOTE.message(format!("likely slip: {}", wording::cause(cause))));
        }
        if let Some(suggestion) = &check.suggestion {
            body = body.element(Level::HELP.message(normalize_untrusted_str(suggestion)));
        }
        if self.verbose {
            body = body.element(Level::NOTE.message(format!("fingerprint {}", finding.fingerprint)));
        }
        let title = level.primary_title(normalize_untrusted_str(&wording::message(check, &analysis.sheet))).id(check.rule.as_str());
        let origin = Origin::path(place(analysis, &finding.stated, text));
        let renderer = if self.color { Renderer::styled() } else { Renderer::plain() };
        // Breaking lines is done above, so that nothing is cut off.
        let rendered = renderer.term_width(UNLIMITED).render(&[title.element(origin), body]);
        let mut out = String::new();
        let mut previous = "";
        for line in rendered.lines().filter(|&line| std::mem::replace(&mut previous, line) != line) {
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out.push('\n');
        out
    }
}

/// Where an article comes from, for people.
fn path(analysis: &Analysis) -> String {
    let source = match analysis.article.source.as_str() {
        "-" => "standard input",
        source => source,
    };
    normalize_untrusted_str(&wording::harmless(source))
}

/// What names the article in its file: "#12".
fn id(analysis: &Analysis) -> Option<String> {
    analysis.article.id.as_ref().map(|id| normalize_untrusted_str(&wording::harmless(&format!("#{id}"))))
}

/// Sentences of an article, broken into lines.
struct Excerpt {
    text: String,
    /// Where each word of the article came to stand: its bytes in the article and its start in the excerpt.
    words: Vec<(Span, usize)>,
}

impl Excerpt {
    /// Lays out sentences at `width` columns; no line breaks inside one of the `whole` spans.
    fn new(article: &str, sentences: &[Span], whole: &[Span], width: usize) -> Self {
        let mut excerpt = Excerpt { text: String::new(), words: Vec::new() };
        for (i, sentence) in sentences.iter().enumerate() {
            if i > 0 {
                let skipped = !article[sentences[i - 1].end..sentence.start].trim().is_empty();
                excerpt.text.push_str(if skipped { "\n…\n" } else { "\n" });
            }
            excerpt.lay_out(article, *sentence, whole, width);
        }
        excerpt
    }

    fn lay_out(&mut self, article: &str, sentence: Span, whole: &[Span], width: usize) {
        let words: Vec<Span> = sentence
            .of(article)
            .split_whitespace()
            .map(|word| {
                let start = word.as_ptr() as usize - article.as_ptr() as usize;
                Span::new(start, start + word.len())
            })
            .collect();
        let glued = |a: Span, b: Span| whole.iter().any(|span| span.overlaps(a) && span.overlaps(b));
        let columns = |word: Span| word.of(article).chars().count();
        let mut column = 0;
        let mut at = 0;
        while at < words.len() {
            let mut end = at + 1;
            while end < words.len() && glued(words[end - 1], words[end]) {
                end += 1;
            }
            let length = words[at..end].iter().map(|&word| columns(word) + 1).sum::<usize>() - 1;
            if column > 0 {
                let fits = column + 1 + length <= width;
                self.text.push(if fits { ' ' } else { '\n' });
                column = if fits { column + 1 } else { 0 };
            }
            for (i, &word) in words[at..end].iter().enumerate() {
                if i > 0 {
                    self.text.push(' ');
                }
                self.words.push((word, self.text.len()));
                // Signs that would steer the terminal are shown as replaced ones of the same length in bytes.
                for sign in word.of(article).chars() {
                    let steers = sign.is_control() || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
                    (0..if steers { sign.len_utf8() } else { 1 }).for_each(|_| self.text.push(if steers { '?' } else { sign }));
                }
            }
            column += length;
            at = end;
        }
    }

    /// Where a stretch of the article came to stand.
    fn range(&self, span: Span) -> std::ops::Range<usize> {
        let place = |byte: usize| {
            let after = self.words.partition_point(|(word, _)| word.start <= byte);
            self.words
                .get(after.saturating_sub(1))
                .map_or(0, |&(word, start)| start + byte.saturating_sub(word.start).min(word.end - word.start))
        };
        place(span.start)..place(span.end).max(place(span.start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn shows_the_sentences_the_arithmetic_and_the_suggestion() {
        let analysis = sample::analysis();
        let text = Diagnostics { color: false, width: 90, verbose: false, unchecked: false }.part(&analysis);
        insta::assert_snapshot!(text);
    }

    #[test]
    fn colour_only_where_it_is_asked_for() {
        let analysis = sample::analysis();
        assert!(!Diagnostics { color: false, width: 90, verbose: false, unchecked: false }.part(&analysis).contains('\u{1B}'));
        assert!(Diagnostics { color: true, width: 90, verbose: false, unchecked: false }.part(&analysis).contains('\u{1B}'));
    }

    #[test]
    fn a_warning_says_so_and_why() {
        let text = Diagnostics { color: false, width: 90, verbose: false, unchecked: false }.part(&sample::doubtful());
        assert!(text.contains("warning[share]: 57.9%") && text.contains("error[growth]: 93%"), "{text}");
        assert!(text.contains("note: not sure: the figures stand apart; because same measure: exports; the ministry's figures"), "{text}");
        let colored = Diagnostics { color: true, width: 90, verbose: false, unchecked: false }.part(&sample::doubtful());
        let colour = |word: &str| colored.split(word).next().and_then(|before| before.rsplit('\u{1B}').next()).map(str::to_string);
        assert_ne!(colour("warning"), colour("error"));
    }

    #[test]
    fn counts() {
        let totals = Totals { articles: 1, figures: 7, checked: 2, wrong: 2, doubtful: 1, unchecked: 1, ..Totals::default() };
        assert_eq!(summary(&totals), "1 article, 7 figures: 2 checked, 2 wrong, 1 doubtful, 1 unchecked");
    }

    #[test]
    fn a_long_word_and_a_steering_sign_keep_the_places_right() {
        let article = "\u{1B}[31mred € 5 million\u{202E} and then more";
        let stated = Span::new(article.find('5').expect("5"), article.find('\u{202E}').expect("sign"));
        let excerpt = Excerpt::new(article, &[Span::new(0, article.len())], &[stated], 8);
        assert_eq!(&excerpt.text[excerpt.range(stated)], "5 million");
        assert!(!excerpt.text.contains('\u{1B}'));
    }
}
