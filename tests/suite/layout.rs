//! What lays a text out says nothing: the same figures, measures and verdicts come of the text however its blanks, lines and quotes stand.

use std::fs;
use std::path::Path;

use newsfacts::{Article, FactSheet, Options, analyze};

/// An article in paragraphs of one line each, as the fixtures are, with what is read most carefully: lists, quotes, tables.
const MIXED: &str = "Garden tools maker Halden opens 12 shops\n\nOSLO, March 3, 2025 - Halden ASA's sales rose 12.5% to $45 million in the \
    three months to January from $40 million a year earlier, the company said on Monday.\n\n\"We've opened 6 shops and hired 120 people, \
    two-thirds of them in the north,\" chief executive Kari Moen said. \"It's our best first quarter since 2019.\"\n\n\"They've \
    sold 300 boats in the north, and we'll open 4 more yards there,\" Ms Moen said. In fact they're up 7% in a year.\n\n- Operating costs fell \
    3% to NOK 97 million from NOK 100 million\n- Net debt was 1.2 times earnings at the end of January\n\nThe company has 84 stores and \
    1.5 million square feet of space. Its share of the market is 25%, or 30 of the 120 million kroner that Norwegians spend on spades. \
    Online sales, which were 20 percent of the total, grew by half.\n";

fn articles() -> Vec<String> {
    articles_but(&[])
}

/// The articles without some fixtures: rows of figures are lines of their own, and cut ones are other rows.
fn articles_but(names: &[&str]) -> Vec<String> {
    let fixtures = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")).expect("fixtures");
    let mut paths: Vec<_> = fixtures.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.retain(|path| !path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| names.contains(&stem)));
    paths.sort();
    let texts = paths.iter().map(|path| fs::read_to_string(path).expect("a text").replace("\r\n", "\n"));
    texts.chain([MIXED.to_string()]).collect()
}

/// Cuts each line to a width, at blanks only.
fn wrap(text: &str, width: usize) -> String {
    let mut out = String::new();
    for line in text.split_inclusive('\n') {
        if line.contains(" | ") {
            out.push_str(line);
            continue;
        }
        let mut column = 0;
        for word in line.split_inclusive([' ', '\n']) {
            let length = word.trim_end().chars().count();
            if column > 0 && column + length > width {
                out.truncate(out.trim_end_matches(' ').len());
                out.push('\n');
                column = 0;
            }
            column += word.chars().count();
            out.push_str(word);
        }
    }
    out
}

/// Puts `sign` into each word of six letters and more.
fn inside_words(text: &str, sign: char) -> String {
    let (mut out, mut letters) = (String::new(), 0);
    for character in text.chars() {
        letters = if character.is_ascii_lowercase() { letters + 1 } else { 0 };
        out.push(character);
        if letters == 4 {
            out.push(sign);
        }
    }
    out
}

/// Puts `blank` in the place of the blanks between a number and a word.
fn after_numbers(text: &str, blank: &str) -> String {
    let bytes = text.as_bytes();
    let parts = |at: usize| at > 0 && bytes[at - 1].is_ascii_digit() && bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
    text.char_indices().map(|(at, sign)| if sign == ' ' && parts(at) { blank.to_string() } else { sign.to_string() }).collect()
}

fn curly(text: &str) -> String {
    let mut open = false;
    let quotes = text.chars().map(|sign| match sign {
        '\'' => '’',
        '"' => {
            open = !open;
            if open { '“' } else { '”' }
        }
        other => other,
    });
    quotes.collect()
}

/// What must be the same: each figure with its meaning and its verdicts, in words without their layout.
fn meaning(sheet: &FactSheet) -> Vec<String> {
    let plain = |text: &str| -> String {
        let text: String = text.chars().filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}' | '\u{2060}')).collect();
        text.split_whitespace().collect::<Vec<_>>().join(" ").replace(['’', '“', '”'], "'").replace('"', "'")
    };
    let entity = |id: &Option<String>| id.as_ref().and_then(|id| sheet.entity(id)).map(|entity| plain(&entity.name));
    let facts = sheet.facts.iter().map(|fact| {
        let verdicts: Vec<_> =
            sheet.checks.iter().filter(|check| check.stated == fact.id).map(|check| (&check.rule, check.verdict, check.severity)).collect();
        let period = fact.period.as_ref().and_then(|id| sheet.period(id)).map(|period| (&period.from, &period.to));
        let measure = fact.measure.as_deref().map(plain);
        format!(
            "{:?} {:?} {:?} {} {:?} {measure:?} {:?} {period:?} {:?} {:?} {verdicts:?}",
            fact.value,
            fact.low,
            fact.high,
            plain(&fact.unit),
            fact.qualifier,
            entity(&fact.entity),
            fact.modality,
            entity(&fact.attribution)
        )
    });
    facts.collect()
}

fn read(text: &str) -> FactSheet {
    let sheet = analyze(&Article::from_text(text), &Options::default());
    let characters: Vec<char> = text.chars().collect();
    let words = |start: usize, end: usize| characters[start..end].iter().collect::<String>();
    for fact in &sheet.facts {
        assert_eq!(words(fact.span.start, fact.span.end), fact.text);
    }
    for mention in sheet.entities.iter().flat_map(|entity| &entity.mentions) {
        assert_eq!(words(mention.place.start, mention.place.end), mention.text);
    }
    sheet
}

fn assert_same(text: &str, name: &str, changed: &str) {
    let (expected, found) = (meaning(&read(text)), meaning(&read(changed)));
    let first = text.lines().next().unwrap_or_default();
    for (expected, found) in expected.iter().zip(&found) {
        assert_eq!(expected, found, "{name}: {first}");
    }
    assert_eq!(expected.len(), found.len(), "{name}: {first}");
}

#[test]
fn blanks_and_signs_without_width_say_nothing() {
    for text in articles() {
        assert_same(&text, "fixed spaces", &text.replace(' ', "\u{a0}"));
        assert_same(&text, "thin spaces after numbers", &after_numbers(&text, "\u{202f}"));
        assert_same(&text, "doubled blanks", &text.replace(' ', "  "));
        assert_same(&text, "doubled blanks after sentences", &text.replace(". ", ".  "));
        assert_same(&text, "soft hyphens", &inside_words(&text, '\u{ad}'));
        assert_same(&text, "zero-width spaces", &inside_words(&text, '\u{200b}'));
        assert_same(&text, "word joiners", &inside_words(&text, '\u{2060}'));
        assert_same(&text, "a byte order mark", &format!("\u{feff}{text}"));
    }
}

#[test]
fn line_ends_say_nothing() {
    for text in articles_but(&["wire-1987"]) {
        assert_same(&text, "carriage returns", &text.replace('\n', "\r\n"));
        assert_same(&text, "carriage returns alone", &text.replace('\n', "\r"));
        assert_same(&text, "blanks at line ends", &text.replace('\n', " \n"));
        assert_same(&text, "line ends after numbers", &after_numbers(&text, "\n"));
        for width in 30..=80 {
            assert_same(&text, &format!("{width} columns"), &wrap(&text, width));
        }
    }
}

#[test]
fn quotes_are_quotes() {
    for text in articles() {
        assert_same(&text, "curly quotes", &curly(&text));
        assert_same(&text, "straight quotes", &text.replace(['’', '‘'], "'").replace(['“', '”'], "\""));
    }
}
