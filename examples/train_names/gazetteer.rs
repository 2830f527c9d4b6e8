//! The gazetteer: public lists and our own, as one table of hashed phrases.

use std::collections::BTreeMap;
use std::path::Path;

use newsfacts::rooms::Document;
use newsfacts::rooms::country;
use newsfacts::rooms::entity::table::{self, list};
use newsfacts::rooms::entity::{known, word};
use newsfacts::{Article, Options};

/// Files of the lists' folder and the list that each fills. Only lists whose licence lets us ship them.
const FILES: &[(&str, u16)] = &[
    ("2.given.gaz", list::GIVEN),
    ("3.surname.gaz", list::SURNAME),
    ("4.city_big.gaz", list::CITY),
    ("5.city_small.gaz", list::TOWN),
    ("9.company.gaz", list::COMPANY),
];

pub(crate) fn build(arguments: &[String], out: &Path) {
    let folder = arguments.first().expect("the folder of the lists");
    let mut phrases: BTreeMap<u32, u16> = BTreeMap::new();
    for (file, bit) in FILES {
        let text = std::fs::read_to_string(Path::new(folder).join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        for line in text.lines().filter(|line| line.len() > 1 || *bit == list::COMPANY) {
            add(&mut phrases, line, *bit);
        }
    }
    for name in country::names().chain(known::names(known::PLACES)) {
        add(&mut phrases, name, list::COUNTRY);
    }
    for name in known::names(known::ORGANIZATIONS) {
        add(&mut phrases, name, list::ORGANIZATION);
    }
    for name in known::names(known::OTHERS) {
        add(&mut phrases, name, list::OTHER);
    }
    let entries: Vec<(u32, u16)> = phrases.into_iter().collect();
    let bytes = table::bytes_of(&entries);
    println!("{} phrases and beginnings, {} bytes", entries.len(), bytes.len());
    std::fs::write(out.join("gazetteer.bin"), bytes).expect("writable");
}

/// Adds a phrase with all its beginnings, cut into words as an article is.
fn add(phrases: &mut BTreeMap<u32, u16>, name: &str, bit: u16) {
    let article = Article::from_text(name);
    let document = Document::new(&article, &Options::default());
    let mut all = Vec::new();
    for sentence in &document.sentences {
        word::words(&document, sentence, &mut all);
    }
    if all.is_empty() || all.len() > 6 {
        return;
    }
    let mut phrase = 0;
    for (i, word) in all.iter().enumerate() {
        phrase = table::phrase_step(phrase, word.lower);
        *phrases.entry(phrase).or_default() |= if i + 1 == all.len() { bit } else { list::PREFIX };
    }
}
