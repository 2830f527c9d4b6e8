//! The words of the house: what a newsroom knows better than the text and the lists. They come before both.
//!
//! Words are compared in any case, but a word with a capital in the stylebook needs one in the article: "Line" is not "line".

use std::any::Any;
use std::fmt;
use std::sync::OnceLock;

use iso_currency::Currency;
use rustc_hash::FxHashMap;

use crate::error::{Error, ErrorKind};
use crate::mention::EntityKind;
use crate::words::currency::{self, CurrencyCode, Family};

/// A person, an organisation or a place that the newsroom writes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownName {
    /// What it is.
    pub kind: EntityKind,
    /// Its full name.
    pub name: String,
    /// What else it is called.
    pub aliases: Vec<String>,
    /// Of a listed company: its ticker, "ABC".
    pub ticker: Option<String>,
    /// The exchange of the ticker: "NYSE".
    pub exchange: Option<String>,
}

/// The words of the house.
///
/// ```
/// use newsfacts::{Article, Options, Stylebook, analyze};
///
/// let mut book = Stylebook::default();
/// book.add_currency("kr", "SEK")?;
/// let options = Options { stylebook: book.into(), ..Options::default() };
/// let sheet = analyze(&Article::from_text("It sold for 120 mln kr."), &options);
/// assert_eq!(sheet.facts[0].unit, "SEK");
/// # Ok::<(), newsfacts::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stylebook {
    names: Vec<KnownName>,
    /// Words that are no names.
    no_names: Vec<String>,
    families: Vec<(&'static Family, &'static str)>,
    /// Words in lower case.
    currencies: FxHashMap<String, &'static str>,
    /// Words in lower case.
    units: Vec<String>,
    made: CompiledNames,
}

/// What the reader of names makes of the names, once for all articles; only it knows the type.
#[derive(Default)]
struct CompiledNames(OnceLock<Box<dyn Any + Send + Sync>>);

impl Clone for CompiledNames {
    fn clone(&self) -> Self {
        CompiledNames::default()
    }
}

impl PartialEq for CompiledNames {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for CompiledNames {}

impl fmt::Debug for CompiledNames {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("Made")
    }
}

fn refused(what: String) -> Error {
    Error::new("", what).of(ErrorKind::Word)
}

impl Stylebook {
    /// A name of the beat: wherever one of its forms stands, it is this name, unless a longer name holds it.
    pub fn add_name(&mut self, name: KnownName) -> Result<(), Error> {
        std::iter::once(&name.name).chain(&name.aliases).try_for_each(|form| Self::check_form(form))?;
        self.names.push(name);
        self.made = CompiledNames::default();
        Ok(())
    }

    /// Words that name nobody, whatever their capitals: "Markets Live".
    pub fn add_no_name(&mut self, words: &str) -> Result<(), Error> {
        Self::check_form(words)?;
        self.no_names.push(words.into());
        self.made = CompiledNames::default();
        Ok(())
    }

    fn check_form(form: &str) -> Result<(), Error> {
        let has_word = form.contains(|c: char| !c.is_whitespace());
        has_word.then_some(()).ok_or_else(|| refused(format!("{form:?} has no word")))
    }

    /// What a word or a sign for money means here. Of a word that several currencies share, all its forms mean it:
    /// with "kr", "crowns" are Swedish too.
    pub fn add_currency(&mut self, word: &str, code: &str) -> Result<(), Error> {
        let known = Currency::from_code(code).map(|currency| currency.code());
        let code = known.ok_or_else(|| refused(format!("{code:?} is no currency of ISO 4217; give a code such as \"SEK\"")))?;
        let mut characters = word.chars();
        if let (Some(sign), None) = (characters.next(), characters.next())
            && currency::is_sign(sign)
        {
            let meaning = currency::sign(sign).ok_or_else(|| refused(format!("{sign:?} is no currency sign known here")))?;
            self.families.push((meaning.family, code));
            return Ok(());
        }
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return Err(refused(format!("{word:?} is not one word or one currency sign")));
        }
        let of_prefix = currency::prefix(word).and_then(|prefix| match prefix.currency {
            CurrencyCode::Of(family) => Some(family),
            CurrencyCode::Known(_) => None,
        });
        let of_name = currency::name(word).filter(|meaning| meaning.parts == 1).map(|meaning| meaning.family);
        match of_prefix.or(of_name) {
            Some(family) => self.families.push((family, code)),
            None => drop(self.currencies.insert(word.to_lowercase(), code)),
        }
        Ok(())
    }

    /// A noun or a measure that figures count and that has not the look of an English plural: "ktpa".
    pub fn add_unit(&mut self, word: &str) -> Result<(), Error> {
        if word.is_empty() || !word.chars().all(char::is_alphabetic) {
            return Err(refused(format!("{word:?} is not one word")));
        }
        self.units.push(word.to_lowercase());
        Ok(())
    }

    /// The currency that the word means only here.
    pub(crate) fn currency(&self, word: &str) -> Option<&'static str> {
        if self.currencies.is_empty() { None } else { self.currencies.get(&word.to_lowercase()).copied() }
    }

    /// Whether words mean currencies only here.
    pub(crate) fn has_currencies(&self) -> bool {
        !self.currencies.is_empty()
    }

    /// The currency that a family of names and signs means here.
    pub(crate) fn family(&self, family: &'static Family) -> Option<&'static str> {
        self.families.iter().rev().find(|(known, _)| std::ptr::eq(*known, family)).map(|&(_, code)| code)
    }

    /// Whether the word is a unit here.
    pub(crate) fn is_unit(&self, word: &str) -> bool {
        self.units.iter().any(|unit| unit == &word.to_lowercase())
    }

    /// Whether there are names or words that are none.
    pub(crate) fn has_names(&self) -> bool {
        !self.names.is_empty() || !self.no_names.is_empty()
    }

    /// The name of that index.
    pub(crate) fn name(&self, index: usize) -> Option<&KnownName> {
        self.names.get(index)
    }

    /// The forms of all names, with the index of the name; `None` for words that are no names.
    pub(crate) fn forms(&self) -> impl Iterator<Item = (&str, Option<usize>)> {
        let names = self
            .names
            .iter()
            .enumerate()
            .flat_map(|(index, name)| std::iter::once(&name.name).chain(&name.aliases).map(move |form| (form.as_str(), Some(index))));
        names.chain(self.no_names.iter().map(|words| (words.as_str(), None)))
    }

    /// What the reader of names makes of them: made at the first call, the same from then on. There is one such reader.
    pub(crate) fn made<T: Any + Send + Sync>(&self, make: impl FnOnce(&Self) -> T) -> Option<&T> {
        self.made.0.get_or_init(|| Box::new(make(self))).downcast_ref()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::article::Article;
    use crate::options::Options;
    use crate::sheet::{self, FactSheet};

    fn sheet(text: &str) -> FactSheet {
        let mut book = Stylebook::default();
        for (word, code) in [("kr", "SEK"), ("$", "CAD"), ("spesmilo", "NOK"), ("pounds", "EGP")] {
            book.add_currency(word, code).expect("a currency");
        }
        book.add_unit("ktpa").expect("a unit");
        book.add_no_name("Markets Live").expect("words");
        let name = |kind, name: &str, aliases: &[&str]| KnownName {
            kind,
            name: name.into(),
            aliases: aliases.iter().map(|alias| (*alias).to_string()).collect(),
            ticker: (kind == EntityKind::Organization).then(|| "NVK".into()),
            exchange: None,
        };
        book.add_name(name(EntityKind::Organization, "Nordvik Shipping ASA", &["Nordvik", "the Line"])).expect("a name");
        book.add_name(name(EntityKind::Place, "Wollaton", &[])).expect("a name");
        let options = Options { stylebook: Arc::new(book), ..Options::default() };
        crate::analyze(&Article::from_text(text), &options)
    }

    fn names(text: &str) -> Vec<(sheet::EntityKind, Vec<String>)> {
        let words = |entity: sheet::Entity| entity.mentions.into_iter().map(|mention| mention.text).collect();
        sheet(text).entities.into_iter().map(|entity| (entity.kind, words(entity))).collect()
    }

    #[test]
    fn the_house_knows_its_currencies_and_units() {
        let sheet = sheet("It sold 40 ktpa of pulp for 120 mln kr, or $5 million, kr 7, 30 spesmilo, Spesmilo 4, 9 crowns and 6 pounds.");
        let units: Vec<String> = sheet.facts.iter().map(|fact| format!("{} {}", fact.text, fact.unit)).collect();
        assert_eq!(
            units,
            [
                "40 ktpa",
                "120 mln kr SEK",
                "$5 million CAD",
                "kr 7 SEK",
                "30 spesmilo NOK",
                "Spesmilo 4 NOK",
                "9 crowns SEK",
                "6 pounds EGP"
            ]
        );
    }

    #[test]
    fn the_house_knows_its_names() {
        let text =
            "Markets Live: NORDVIK rises\n\nThe Line sank. Another line of Nordvik's did not, said Nordvik Shipping ASA in Wollaton.";
        let line = ["NORDVIK", "The Line", "Nordvik", "Nordvik Shipping ASA"].map(String::from).to_vec();
        assert_eq!(names(text), [(sheet::EntityKind::Organization, line), (sheet::EntityKind::Place, vec!["Wollaton".into()])]);
        let entity = sheet(text).entities.remove(0);
        assert_eq!((entity.name.as_str(), entity.ticker.as_deref()), ("Nordvik Shipping ASA", Some("NVK")));
    }

    #[test]
    fn a_longer_name_that_the_house_does_not_know_is_another() {
        let names = names("Nordvik Bank lent $5 million to Nordvik. Nordvik will repay.");
        assert_eq!(names.len(), 2, "{names:?}");
        assert_eq!(names[1].1, ["Nordvik", "Nordvik"]);
    }

    #[test]
    fn what_cannot_be_a_word_of_the_house_is_refused() {
        let mut book = Stylebook::default();
        let refused = [
            book.add_currency("kr", "SWK"),
            book.add_currency("mln kr", "SEK"),
            book.add_currency("", "SEK"),
            book.add_unit("20-foot box"),
            book.add_no_name(" "),
        ];
        assert!(refused.iter().all(Result::is_err), "{refused:?}");
        assert_eq!(book, Stylebook::default());
    }
}
