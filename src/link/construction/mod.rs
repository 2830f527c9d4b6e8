//! Constructions: how English says which figures a stated change, share or sum is about. One family a file, each with sentences that
//! must and must not match.

pub(crate) mod change;
#[cfg(test)]
mod example;
pub(crate) mod pattern;
pub(crate) mod share;
pub(crate) mod upside;

#[cfg(test)]
mod tests {
    use super::example::{Example, Fires};
    use super::{change, share, upside};
    use crate::{Article, Options, analyze};

    /// The sentences of all families.
    const FAMILIES: [&[Example]; 3] = [change::EXAMPLES, share::EXAMPLES, upside::EXAMPLES];

    #[test]
    fn every_sentence_is_read_as_its_family_says() {
        let mut wrong = Vec::new();
        for (sentence, Fires(stated, operands)) in
            FAMILIES.iter().flat_map(|examples| examples.iter()).map(|example| (example.0, &example.1))
        {
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
}
