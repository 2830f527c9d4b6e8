//! The country of a central bank, where the text names it in the bank's name only: "Central Bank of Chile".

use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;
use crate::words::country::COUNTRIES;

/// Adds the country whose central bank the text begins with, where the text names it, but only within other names.
pub(super) fn add(document: &Document, entities: &mut Vec<NamedEntity>) {
    let Some(code) = document.context.central_bank.map(|bank| bank.country) else { return };
    let text = document.text;
    if entities.iter().any(|entity| entity.country == Some(code)) {
        return;
    }
    let names = COUNTRIES.iter().find(|(country, _)| *country == code).map_or(&[][..], |(_, names)| names);
    let whole = |span: &Span| {
        let beside = [text[..span.start].chars().next_back(), text[span.end..].chars().next()];
        !beside.into_iter().flatten().any(char::is_alphanumeric)
    };
    let find = |name: &str| text.find(name).map(|start| Span::new(start, start + name.len())).filter(whole);
    let Some(span) = names.iter().find_map(|name| find(name).or_else(|| find(&name.to_uppercase()))) else { return };
    let country = NamedEntity {
        kind: EntityKind::Place,
        name: names[0].to_string(),
        aliases: Vec::new(),
        roles: Vec::new(),
        organization: None,
        ticker: None,
        exchange: None,
        location: None,
        country: Some(code),
        mentions: vec![span],
    };
    let place = entities.partition_point(|entity| entity.mentions[0] <= span);
    entities.insert(place, country);
}

#[cfg(test)]
mod tests {
    use crate::fact_lines::owners;

    #[test]
    fn a_central_bank_tells_of_its_country() {
        let chile = "The Central Bank of Chile met in May.\n\nInflation was 5%. Core prices rose 4%.";
        assert_eq!(owners(chile), ["5%: Chile", "4%: Chile"]);
        assert_eq!(owners("The Bank of Chile sells loans in towns.\n\nInflation was 5%."), ["5%: "]);
    }
}
