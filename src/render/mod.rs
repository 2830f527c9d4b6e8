//! Ways of showing fact sheets: one file per output format. A renderer only shows; it computes nothing.
//!
//! ```
//! use newsfacts::finding::findings;
//! use newsfacts::render::{Analysis, Render, csv::Csv};
//! use newsfacts::{Article, Options, analyze};
//!
//! let article = Article::from_text("Exports rose 93% to $830 million from $596 million.");
//! let sheet = analyze(&article, &Options::default());
//! let findings = findings(&article, &sheet);
//! let lines = Csv.part(&Analysis { article, sheet, findings, silenced: 0 });
//! assert_eq!(lines.lines().count(), 3);
//! ```

pub mod columns;
pub mod csv;
#[cfg(feature = "cli")]
pub mod diagnostics;
pub mod findings;
pub mod github;
pub mod html;
pub mod json;
pub mod original;
pub mod parquet;
pub mod sarif;
pub mod wording;
pub mod xbrl_json;

#[cfg(test)]
pub mod sample;

use std::collections::HashSet;

use crate::article::Article;
use crate::finding::Finding;
use crate::sheet::{FactSheet, Verdict};

/// An article with everything that a renderer may show of it.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The article.
    pub article: Article,
    /// Its fact sheet.
    pub sheet: FactSheet,
    /// The figures that do not add up, without the silenced ones.
    pub findings: Vec<Finding>,
    /// How many findings were silenced.
    pub silenced: usize,
}

/// Counts over all articles of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Articles read.
    pub articles: usize,
    /// Figures found.
    pub figures: usize,
    /// Figures that were recomputed, right or wrong.
    pub checked: usize,
    /// Findings that are errors.
    pub wrong: usize,
    /// Findings that are warnings.
    pub doubtful: usize,
    /// Stated figures that could not be recomputed.
    pub unchecked: usize,
    /// Findings that were silenced.
    pub silenced: usize,
    /// Figures whose checks the settings leave out, among the unchecked.
    pub left_out: usize,
    /// Figures that others were checked with, and that no check is about.
    pub operands: usize,
    /// Figures that state nothing of others: nothing to check.
    pub alone: usize,
}

impl Totals {
    /// The counts of one article.
    pub fn of(analysis: &Analysis) -> Totals {
        let checks = &analysis.sheet.checks;
        let stated: HashSet<&str> = checks.iter().map(|check| check.stated.as_str()).collect();
        // A cell may be held against its total and against the one beside it: figures are counted, each once.
        let checked = checked(&analysis.sheet);
        let left_out = checks.iter().filter(|check| check.reason.as_deref() == Some(crate::silence::LEFT_OUT));
        let left_out: HashSet<&str> = left_out.map(|check| check.stated.as_str()).filter(|id| !checked.contains(id)).collect();
        let named = checks.iter().flat_map(|check| check.operands.named()).map(|(_, id)| id);
        let operands: HashSet<&str> = named.filter(|id| !stated.contains(id)).collect();
        let doubtful = analysis.findings.iter().filter(|finding| finding.check.is_warning()).count();
        Totals {
            articles: 1,
            figures: analysis.sheet.facts.len(),
            checked: checked.len(),
            wrong: analysis.findings.len() - doubtful,
            doubtful,
            unchecked: stated.len() - checked.len(),
            silenced: analysis.silenced,
            left_out: left_out.len(),
            operands: operands.len(),
            alone: analysis.sheet.facts.len().saturating_sub(operands.len() + stated.len()),
        }
    }

    /// Adds the counts of other articles.
    pub fn add(&mut self, other: Totals) {
        self.articles += other.articles;
        self.figures += other.figures;
        self.checked += other.checked;
        self.wrong += other.wrong;
        self.doubtful += other.doubtful;
        self.unchecked += other.unchecked;
        self.silenced += other.silenced;
        self.left_out += other.left_out;
        self.operands += other.operands;
        self.alone += other.alone;
    }
}

/// The figures that a check recomputed.
fn checked(sheet: &FactSheet) -> HashSet<&str> {
    sheet.checks.iter().filter(|check| check.verdict != Verdict::Unchecked).map(|check| check.stated.as_str()).collect()
}

/// An output format: a part for each article, made in parallel, and what stands around and between the parts.
pub trait Render: Sync {
    /// What is shown of one article; an empty part is left out.
    fn part(&self, analysis: &Analysis) -> String;

    /// What stands before the first part; `several` tells whether more than one follows.
    fn head(&self, _several: bool) -> String {
        String::new()
    }

    /// What stands between two parts.
    fn separator(&self) -> &str {
        ""
    }

    /// What stands after the last part.
    fn tail(&self, _several: bool, _totals: &Totals) -> String {
        String::new()
    }
}
