//! What a page shows that checks a draft while it is typed: the report's words and tables, without its page.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use super::lookup::{SheetLookup, State};
use super::{spelled, tables, verdict};
use crate::render::Analysis;
use crate::sheet::Check;

/// The verdict, the counts, and every check with its words, its place and its operands' places.
///
/// `{"verdict", "counts", "reasons", "checks", "facts"}`: `verdict` and each check's `words` are HTML, escaped; places are code
/// points; `facts` has those of the figures that a check names.
pub fn live(analysis: &Analysis) -> Value {
    let lookup = SheetLookup::new(analysis);
    let fingerprints: HashMap<&str, &str> =
        analysis.findings.iter().map(|finding| (finding.check.id.as_str(), finding.fingerprint.as_str())).collect();
    let described = |check: &Check| describe(check, fingerprints.get(check.id.as_str()).copied(), &lookup);
    let checks: Vec<Value> = analysis.sheet.checks.iter().filter_map(described).collect();
    let mut facts = serde_json::Map::new();
    for check in &analysis.sheet.checks {
        let named = check.operands.named().map(|(_, id)| id).chain([check.stated.as_str()]);
        for fact in named.filter_map(|id| analysis.sheet.fact(id)) {
            facts.insert(fact.id.clone(), json!([fact.span.start, fact.span.end]));
        }
    }
    json!({
        "verdict": verdict(&lookup).into_string(),
        "counts": {
            "figures": analysis.sheet.facts.len(),
            "wrong": lookup.count(State::Wrong),
            "doubtful": lookup.count(State::Doubtful),
            "right": lookup.count(State::Right),
            "open": lookup.count(State::Open),
            "silenced": analysis.silenced,
        },
        "reasons": reasons(analysis, &lookup),
        "checks": checks,
        "facts": facts,
    })
}

/// The table of figures of the report.
pub fn figures(analysis: &Analysis) -> String {
    tables::facts(&SheetLookup::new(analysis)).into_string()
}

fn describe(check: &Check, fingerprint: Option<&str>, lookup: &SheetLookup) -> Option<Value> {
    let stated = lookup.sheet.fact(&check.stated)?;
    let state = lookup.state(check);
    Some(json!({
        "id": check.id,
        "state": state.class(),
        "sign": state.sign(),
        "result": state.words(),
        "rule": check.rule,
        "check": crate::check::definition(check.rule).title,
        "stated": check.stated,
        "text": stated.text,
        "line": stated.span.line,
        "words": spelled::explanation(check, lookup).into_string(),
        "operands": check.operands.named().map(|(_, id)| id).collect::<Vec<_>>(),
        "formula": check.formula,
        "suggestion": check.suggestion,
        "reason": check.reason,
        "because": check.because,
        "fingerprint": fingerprint,
    }))
}

/// Why figures could not be checked, with how many each, the commonest first.
fn reasons(analysis: &Analysis, lookup: &SheetLookup) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for check in analysis.sheet.checks.iter().filter(|check| lookup.state(check) == State::Open) {
        *counts.entry(check.reason.as_deref().unwrap_or("no reason is known")).or_default() += 1;
    }
    let mut reasons: Vec<(String, usize)> = counts.into_iter().map(|(reason, count)| (reason.to_string(), count)).collect();
    reasons.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    reasons
}
