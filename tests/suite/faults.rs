//! Inputs that once broke the program, and their kind.

use newsfacts::{Article, FactSheet, Options, try_analyze};

fn sheet(text: &str) -> FactSheet {
    try_analyze(&Article::from_text(text), &Options::default()).unwrap_or_else(|problem| panic!("{problem}: {text}"))
}

fn figures(text: &str) -> Vec<String> {
    sheet(text).facts.into_iter().map(|fact| fact.text).collect()
}

#[test]
fn changes_that_overlap_are_read() {
    for text in ["rise 8%,C 5%and jump.9%", "rise 8%, C 5% and up.9%", "Rents rise 8%, fares 5% and tolls jump .9% a year"] {
        assert_eq!(figures(text).len(), 3, "{text}");
    }
}

#[test]
fn figures_too_large_to_reckon_with_cost_only_themselves() {
    for large in [
        "79228162514264 quadrillion",
        "99999999999999999999999999999 trillion",
        "7922816251426433759354395033",
        "0.0000000000000000000000000001 quadrillion",
    ] {
        let text = format!("Some {large} people came, ${large} or {large}% more. Sales rose 5% to $105 from $100.");
        let figures = figures(&text);
        assert!(figures.iter().any(|figure| figure == "$105"), "{figures:?}");
    }
}
