//! What `newsfacts explain` lists: every rule, and what comes of its examples.

use jiff::civil::{Date, date};

use crate::article::Article;
use crate::options::Options;
use crate::rule::{Rule, RuleKind};
use crate::sheet::{Check, Fact, FactSheet, Period, Verdict};

/// The reference date of all examples: a Monday.
pub const EXAMPLE_DATE: Date = date(2025, 2, 10);

impl Rule {
    /// What comes of the text, as an example states it: every mention or check of this rule's kind, joined by "; ".
    ///
    /// - figure: `$12 million = 12000000 USD per share (more_than)`, a range as `5000000..7000000`
    /// - period: `July-October = 2024-07-01..2024-10-31 (fiscal)`, unresolved as `?`
    /// - name: `Sohail Rajput = person`
    /// - check: `39% = consistent by rounding (39.26)`, `93% = inconsistent (39.26), 39%`, `39% = unchecked: no base is stated`
    pub fn outcome(&self, text: &str) -> String {
        let options = Options { date: Some(EXAMPLE_DATE), ..Options::default() };
        let sheet = crate::analyze(&Article::from_text(text), &options);
        let lines: Vec<String> = match self.kind {
            RuleKind::Figure(kind) => sheet.facts.iter().filter(|fact| fact.kind == kind).map(figure_outcome).collect(),
            RuleKind::Period => sheet.periods.iter().filter(|period| !period.text.is_empty()).map(period_outcome).collect(),
            RuleKind::Entity => sheet.entities.iter().map(|entity| format!("{} = {}", entity.name, snake_case(&entity.kind))).collect(),
            RuleKind::Check => {
                sheet.checks.iter().filter(|check| check.rule.as_str() == self.name).map(|check| check_outcome(check, &sheet)).collect()
            }
        };
        lines.join("; ")
    }
}

fn snake_case(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(String::from)).unwrap_or_default()
}

fn figure_outcome(fact: &Fact) -> String {
    let value = match (fact.value, fact.low, fact.high) {
        (Some(value), _, _) => value.to_string(),
        (_, Some(low), Some(high)) => format!("{low}..{high}"),
        _ => "?".into(),
    };
    let per = fact.per.as_ref().map(|per| format!(" per {per}")).unwrap_or_default();
    let qualifier = snake_case(&fact.qualifier);
    let qualifier = if qualifier == "exact" { String::new() } else { format!(" ({qualifier})") };
    format!("{} = {value} {}{per}{qualifier}", fact.text, fact.unit)
}

fn period_outcome(period: &Period) -> String {
    let text = &period.text;
    let fiscal = if period.fiscal { " (fiscal)" } else { "" };
    match (period.from, period.to) {
        (None, None) => format!("{text} = ?"),
        (from, to) => {
            let [from, to] = [from, to].map(|date| date.map(|date| date.to_string()).unwrap_or_default());
            format!("{text} = {from}..{to}{fiscal}")
        }
    }
}

fn check_outcome(check: &Check, sheet: &FactSheet) -> String {
    let stated = sheet.facts.iter().find(|fact| fact.id == check.stated).map_or("?", |fact| fact.text.as_str());
    let computed = check.computed.map(|computed| format!(" ({})", computed.value.round_dp(2).normalize())).unwrap_or_default();
    match check.verdict {
        Verdict::Consistent => {
            let exactness = check.exactness.map(|exactness| snake_case(&exactness)).filter(|exactness| exactness != "exact");
            let exactness = exactness.map(|exactness| format!(" by {exactness}")).unwrap_or_default();
            format!("{stated} = consistent{exactness}{computed}")
        }
        Verdict::Inconsistent => {
            let suggestion = check.suggestion.as_ref().map(|suggestion| format!(", {suggestion}")).unwrap_or_default();
            format!("{stated} = inconsistent{computed}{suggestion}")
        }
        Verdict::Unchecked => format!("{stated} = unchecked: {}", check.reason.as_deref().unwrap_or("?")),
    }
}

/// Every rule, mentions first.
///
/// ```
/// let growth = newsfacts::rules().find(|rule| rule.name == "growth").expect("a check");
/// assert_eq!(growth.outcome("Exports rose 39% to $830 million from $596 million."), "39% = consistent (39.26)");
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    crate::extract::RULES.iter().copied().chain(crate::check::CHECKS.iter().map(|check| &check.rule))
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_documentation_and_examples() {
        for rule in rules() {
            assert!(rule.documentation().len() > 40, "{} has no documentation", rule.name);
            assert!(rule.examples.len() >= 2, "{} has too few examples", rule.name);
            assert!(!rule.counterexamples.is_empty(), "{} has no counterexample", rule.name);
        }
    }

    #[test]
    fn every_example_comes_out_as_it_says() {
        let wrong: Vec<String> = rules()
            .flat_map(|rule| {
                let examples = rule.examples.iter().map(move |&(text, expected)| (rule, text, expected));
                examples.chain(rule.counterexamples.iter().map(move |&text| (rule, text, "")))
            })
            .filter_map(|(rule, text, expected)| {
                let outcome = rule.outcome(text);
                (outcome != expected).then(|| format!("{}: {text:?}\n  expected {expected}\n  got      {outcome}", rule.name))
            })
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
