//! Every sentence that the finders of links bring along, run as a test.

use super::construction::example::{Example, Fires};
use super::construction::{change, share, upside};
use super::{balance, ledger, margin, of_these, pairs};
use crate::{Article, Options, analyze};

/// The sentences of all families.
const FAMILIES: [&[Example]; 8] = [
    change::EXAMPLES,
    share::EXAMPLES,
    upside::EXAMPLES,
    pairs::EXAMPLES,
    of_these::EXAMPLES,
    margin::EXAMPLES,
    ledger::EXAMPLES,
    balance::EXAMPLES,
];

#[test]
fn every_sentence_is_read_as_its_family_says() {
    let mut wrong = Vec::new();
    for (sentence, Fires(stated, operands)) in FAMILIES.iter().flat_map(|examples| examples.iter()).map(|example| (example.0, &example.1)) {
        let sheet = analyze(&Article::from_text(sentence), &Options::default());
        let text = |id: &str| sheet.fact(id).map_or("", |fact| fact.text.as_str());
        let check = sheet.checks.iter().find(|check| text(&check.stated) == *stated);
        let mut found: Vec<String> =
            check.into_iter().flat_map(|check| check.operands.named().map(|(part, id)| format!("{part} {}", text(id)))).collect();
        let mut wanted: Vec<String> = operands.iter().map(|operand| operand.to_string()).collect();
        found.sort();
        wanted.sort();
        if found != wanted && !(wanted.is_empty() && check.is_none_or(|check| check.computed.is_none())) {
            wrong.push(format!("{sentence}\n  expected {wanted:?}\n  got      {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
