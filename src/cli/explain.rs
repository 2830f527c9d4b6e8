//! `newsfacts explain`: the rules, from their own files.

use std::fmt::Write as _;

use newsfacts::{Rule, RuleKind, rule, rules};

use super::arguments::ExplainArguments;
use super::config::documentation;
use super::suggest::nearest;
use super::{End, Failure};

/// Lists every rule, or prints one's documentation and examples.
pub(super) fn run(arguments: &ExplainArguments) -> Result<End, Failure> {
    let text = match &arguments.rule {
        None => list(),
        Some(name) if name == "settings" => documentation(),
        Some(name) => {
            let rule = rule(name).ok_or_else(|| {
                let meant = nearest(name, rules().map(|rule| rule.name).chain(["settings"]));
                let meant = meant.map(|meant| format!("did you mean {meant}? ")).unwrap_or_default();
                Failure::new(format!("there is no rule {name:?}; {meant}`newsfacts explain` lists them"))
            })?;
            one(rule)
        }
    };
    super::print(text.as_bytes())?;
    Ok(End::Fine)
}

fn list() -> String {
    let width = rules().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (heading, checks) in [("What is read", false), ("What is checked", true)] {
        let _ = writeln!(text, "{heading}");
        for rule in rules().filter(|rule| (rule.kind == RuleKind::Check) == checks) {
            let _ = writeln!(text, "  {:width$}  {}", rule.name, rule.summary());
        }
        text.push('\n');
    }
    text.push_str("newsfacts explain NAME tells more about one of them, newsfacts explain settings what a newsfacts.toml can hold.\n");
    text
}

fn one(rule: &Rule) -> String {
    let mut text = format!("{}\n\nExamples\n", rule.documentation());
    for (example, outcome) in rule.examples {
        let _ = writeln!(text, "  {example}\n    → {outcome}");
    }
    text.push_str("\nNot matched\n");
    for example in rule.counterexamples {
        let _ = writeln!(text, "  {example}");
    }
    text
}
