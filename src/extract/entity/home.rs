//! The country of a central bank, where the text names it in the bank's name only: "Central Bank of Chile".

use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;
use crate::words::WordList;
use crate::words::central_bank::CENTRAL_BANKS;
use crate::words::country::COUNTRIES;

/// How many bytes of a text tell whose it is.
pub(crate) const HEAD: usize = 600;

/// Words of which each name of a central bank has one: most articles are told by these alone.
static TELLING: WordList = WordList::new(words!("bank|banco|bangko|riksbank|bcrp|federal|monetary"));

/// The begin of the text, without marks of bold type and line ends; `None` where no word of it tells of a central bank.
fn head(text: &str) -> Option<String> {
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].split(|c: char| !c.is_alphanumeric()).find(|word| TELLING.has(word))?;
    let plain = text[..end].split(|c: char| c.is_whitespace() || c == '*');
    Some(plain.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Whether the text begins with monetary policy: "Minutes of the Monetary Policy Committee".
pub(crate) fn is_of_policy(text: &str) -> bool {
    head(text).is_some_and(|head| ["Monetary", "MONETARY"].iter().any(|word| head.contains(word)))
}

/// The central bank that the text begins with, and its country.
pub(crate) fn central_bank(text: &str) -> Option<(&'static str, &'static str)> {
    let head = head(text)?;
    let shouted = |bank: &str| head.as_bytes().windows(bank.len()).any(|part| part.eq_ignore_ascii_case(bank.as_bytes()));
    let is_shouted = head.contains("BANK OF");
    CENTRAL_BANKS.iter().find(|(bank, _)| head.contains(bank) || is_shouted && shouted(bank)).copied()
}

/// Adds the country whose central bank the text begins with, where the text names it, but only within other names.
pub(super) fn add(text: &str, entities: &mut Vec<NamedEntity>) {
    let Some((_, code)) = central_bank(text) else { return };
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
    use crate::{Article, Options, analyze};

    fn owners(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let name = |id: &Option<String>| {
            sheet.entities.iter().find(|entity| Some(&entity.id) == id.as_ref()).map_or("", |entity| entity.name.as_str())
        };
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, name(&fact.entity))).collect()
    }

    #[test]
    fn a_central_bank_tells_of_its_country() {
        let chile = "The Central Bank of Chile met in May.\n\nInflation was 5%. Core prices rose 4%.";
        assert_eq!(owners(chile), ["5%: Chile", "4%: Chile"]);
        assert_eq!(owners("The Bank of Chile sells loans in towns.\n\nInflation was 5%."), ["5%: "]);
    }
}
