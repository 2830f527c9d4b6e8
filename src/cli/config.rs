//! newsfacts.toml: the settings of a newsroom, found upwards from each article, or given by --config.
//!
//! ```toml
//! country = "Sweden"                # whose fiscal year and whose "$", where the text does not tell
//! fiscal_year_start = "07-01"       # where text and country do not tell
//! leave_out = ["sum"]               # checks that are not made
//! silence = ["3f6c0a9b12d4e578"]    # fingerprints of findings that are known and right (check --format json)
//!
//! # The words of the house. They come before what the text and the built-in lists say.
//! not_names = ["Markets Live"]      # words with capitals that name nobody
//! units = ["ktpa"]                  # what figures count, where it is no plain English plural
//!
//! [currencies]                      # what words and signs for money mean here (ISO 4217)
//! kr = "SEK"                        # "mln kr" is millions of Swedish kronor
//! "$" = "CAD"
//!
//! [[names]]                         # people, organisations and places of the beat, as often as needed
//! name = "Nordvik Shipping ASA"
//! kind = "organization"             # or person, or place
//! aliases = ["Nordvik", "the Line"]
//! ticker = "OSL: NVK"
//! ```

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use newsfacts::FiscalYearStart;
use newsfacts::read::Problem;
use newsfacts::{KnownName, NameKind, RuleKind, Stylebook, rules};
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use toml::Spanned;

use super::Failure;

/// The most bytes of the file: some 5,000 names.
const LARGEST: u64 = 1 << 20;

/// The name of the file.
pub(super) const NAME: &str = "newsfacts.toml";

/// Settings.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Config {
    /// The country that the articles are from, as its code.
    pub country: Option<&'static str>,
    /// The first day of the fiscal year, where the command line gives none.
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// Names of checks that are not made.
    pub leave_out: Vec<String>,
    /// Fingerprints of findings that are not reported.
    pub silence: Vec<String>,
    /// The words of the house.
    pub stylebook: Arc<Stylebook>,
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    country: Option<HomeCountry>,
    fiscal_year_start: Option<FiscalYearStart>,
    leave_out: Vec<Spanned<String>>,
    silence: Vec<String>,
    not_names: Vec<Spanned<String>>,
    units: Vec<Spanned<String>>,
    currencies: BTreeMap<Spanned<String>, String>,
    names: Vec<Spanned<BeatName>>,
}

/// A name of the beat.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BeatName {
    name: String,
    kind: BeatKind,
    #[serde(default)]
    aliases: Vec<String>,
    ticker: Option<String>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum BeatKind {
    Person,
    #[serde(alias = "organisation")]
    Organization,
    Place,
}

/// A country's ISO 3166 alpha-2 code; the file names the country.
struct HomeCountry(&'static str);

impl<'de> Deserialize<'de> for HomeCountry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let code = newsfacts::country_named(&name);
        code.map(HomeCountry).ok_or_else(|| D::Error::custom(format!("{name:?} is no country known here; give its name in English")))
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let names: Vec<&str> = rules().filter(|rule| rule.kind == RuleKind::Check).map(|rule| rule.name).collect();
    names.contains(&name).then_some(()).ok_or_else(|| format!("there is no check {name:?}; there are {}", names.join(", ")))
}

impl Config {
    fn read(path: &Path) -> Result<Config, Problem> {
        let source = path.to_string_lossy();
        let unread = |error: std::io::Error| Problem::unreadable(source.clone(), error);
        let mut bytes = Vec::new();
        std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(unread)?;
        if bytes.len() as u64 > LARGEST {
            let what = format!("is larger than {} MB, which no settings are", LARGEST >> 20);
            return Err(Problem::new(source, what).advise("check whether it is another file"));
        }
        let text = String::from_utf8(bytes).map_err(|error| unread(std::io::Error::other(error.utf8_error())))?;
        Config::parse(&text)
            .map_err(|(line, what)| Problem::new(source, what).at(line).advise("`newsfacts explain settings` shows what the file can hold"))
    }

    /// The settings of a file's text, or the line that is wrong and what is wrong with it.
    fn parse(text: &str) -> Result<Config, (Option<usize>, String)> {
        let line = |at: usize| text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1;
        let file: File = toml::from_str(text).map_err(|error| (error.span().map(|span| line(span.start)), error.message().to_string()))?;
        let mut stylebook = Stylebook::default();
        for check in &file.leave_out {
            check_name(check.get_ref()).map_err(|what| (Some(line(check.span().start)), what))?;
        }
        let at = |start: usize| move |refused: newsfacts::Error| (Some(line(start)), refused.to_string());
        for words in &file.not_names {
            stylebook.add_no_name(words.get_ref()).map_err(at(words.span().start))?;
        }
        for word in &file.units {
            stylebook.add_unit(word.get_ref()).map_err(at(word.span().start))?;
        }
        for (word, code) in &file.currencies {
            stylebook.add_currency(word.get_ref(), code).map_err(at(word.span().start))?;
        }
        for name in file.names {
            let start = name.span().start;
            stylebook.add_name(name.into_inner().into()).map_err(at(start))?;
        }
        Ok(Config {
            country: file.country.map(|country| country.0),
            fiscal_year_start: file.fiscal_year_start,
            leave_out: file.leave_out.into_iter().map(Spanned::into_inner).collect(),
            silence: file.silence,
            stylebook: Arc::new(stylebook),
        })
    }
}

impl From<BeatName> for KnownName {
    fn from(name: BeatName) -> Self {
        let kind = match name.kind {
            BeatKind::Person => NameKind::Person,
            BeatKind::Organization => NameKind::Organization,
            BeatKind::Place => NameKind::Place,
        };
        let (exchange, ticker) = match name.ticker.as_deref().map(|ticker| ticker.split_once(':').ok_or(ticker)) {
            Some(Ok((exchange, ticker))) => (Some(exchange.trim().to_string()), Some(ticker.trim().to_string())),
            Some(Err(ticker)) => (None, Some(ticker.trim().to_string())),
            None => (None, None),
        };
        KnownName { kind, name: name.name, aliases: name.aliases, ticker, exchange }
    }
}

/// What `newsfacts explain settings` prints: the comment of this file.
pub(super) fn documentation() -> String {
    let comment = include_str!("config.rs").lines().map_while(|line| line.strip_prefix("//!"));
    let lines = comment.map(|line| line.strip_prefix(' ').unwrap_or(line)).filter(|line| !line.starts_with("```"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The settings of a directory, or why they cannot be read.
pub(super) type Settings = Result<Arc<Config>, Problem>;

/// Finds the settings of each article, reading each file once.
pub(super) struct Configs {
    given: Option<Arc<Config>>,
    by_directory: Mutex<HashMap<PathBuf, Settings>>,
    /// What was found by walking upwards, by path.
    found: Mutex<BTreeMap<PathBuf, Settings>>,
    /// Fingerprints that silenced a finding.
    used: Mutex<BTreeSet<String>>,
}

impl Configs {
    /// With the file given on the command line, which is read at once and holds for every article.
    pub(super) fn new(given: Option<&Path>) -> Result<Self, Failure> {
        let given = given.map(|path| Config::read(path).map_err(|problem| Failure::new(problem.to_string()))).transpose()?;
        Ok(Configs { given: given.map(Arc::new), by_directory: Mutex::default(), found: Mutex::default(), used: Mutex::default() })
    }

    /// The settings for an article of that source. What is wrong with them costs the articles that they are for.
    pub(super) fn of(&self, source: &str) -> Settings {
        if let Some(given) = &self.given {
            return Ok(Arc::clone(given));
        }
        let directory = if source == "-" { Path::new("") } else { Path::new(source).parent().unwrap_or(Path::new("")) };
        let mut known = locked(&self.by_directory);
        if let Some(config) = known.get(directory) {
            return config.clone();
        }
        let start = std::path::absolute(directory).or_else(|_| std::env::current_dir()).unwrap_or_default();
        let file = start.ancestors().map(|directory| directory.join(NAME)).find(|file| file.is_file());
        let config = match file {
            None => Ok(Arc::default()),
            Some(file) => {
                let read = || Config::read(&file).map(Arc::new).map_err(|problem| beside(&problem));
                locked(&self.found).entry(file.clone()).or_insert_with(read).clone()
            }
        };
        known.insert(directory.to_path_buf(), config.clone());
        config
    }

    /// Remembers the fingerprints of findings that were silenced.
    pub(super) fn silenced(&self, fingerprints: impl IntoIterator<Item = String>) {
        locked(&self.used).extend(fingerprints);
    }

    /// What whoever started the run should know of the settings that were found, not named.
    pub(super) fn notes(&self) -> Vec<Problem> {
        let found = locked(&self.found);
        let left_out = found.iter().filter_map(|(path, config)| {
            let config = config.as_ref().ok().filter(|config| !config.leave_out.is_empty())?;
            Some(Problem::new(path.to_string_lossy(), format!("it leaves out: {}", config.leave_out.join(", "))))
        });
        left_out.collect()
    }

    /// The fingerprints under `silence` that no finding of the run has.
    pub(super) fn unused(&self) -> Vec<Problem> {
        let (found, used) = (locked(&self.found), locked(&self.used));
        let found = found.iter().filter_map(|(path, config)| Some((path.to_string_lossy().into_owned(), config.as_ref().ok()?)));
        let given = self.given.iter().map(|config| ("--config".to_string(), config));
        let unused = found.chain(given).filter_map(|(source, config)| {
            let unused: Vec<&str> = config.silence.iter().filter(|fingerprint| !used.contains(*fingerprint)).map(String::as_str).collect();
            let what = format!("silenced fingerprints that no finding of these articles has: {}", unused.join(", "));
            (!unused.is_empty()).then(|| Problem::new(source, what))
        });
        unused.collect()
    }
}

/// A problem with settings, for the articles that go without.
fn beside(problem: &Problem) -> Problem {
    let what = format!("{}; the articles below it are left out", problem.what);
    let again = Problem::new(&problem.source, what).at(problem.line);
    problem.advice.iter().fold(again, |again, advice| again.advise(advice))
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> String {
        let (line, what) = Config::parse(text).expect_err("a fault");
        format!("{}: {what}", line.unwrap_or_default())
    }

    #[test]
    fn reads_what_it_documents() {
        let documentation = documentation();
        let (_, settings) = documentation.split_once("\n\n").expect("an example");
        let config = Config::parse(settings).expect("settings");
        assert_eq!(config.country, Some("SE"));
        assert_eq!(config.fiscal_year_start, Some(FiscalYearStart { month: 7, day: 1 }));
        assert_eq!(config.leave_out, ["sum"]);
        assert_ne!(*config.stylebook, Stylebook::default());
        assert!(include_str!("../../README.md").contains(settings), "the README shows other settings");
    }

    #[test]
    fn a_file_that_is_no_settings_is_refused() {
        let path = std::env::temp_dir().join(format!("newsfacts-settings-{}", std::process::id()));
        std::fs::write(&path, "# all\n".repeat(200_000)).expect("a file");
        let problem = Config::read(&path);
        std::fs::remove_file(&path).expect("the file");
        assert!(problem.expect_err("too large").to_string().contains("larger than 1 MB"));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, what) in [
            ("fiscal_year_start = \"April\"", "1: give month and day, such as 07-01"),
            ("country = \"Atlantis\"", "1: \"Atlantis\" is no country known here; give its name in English"),
            ("\nfiscal_year = \"04-01\"", "2: unknown field `fiscal_year`, expected one of `country`"),
            ("leave_out = [\n  \"sums\"]", "2: there is no check \"sums\"; there are growth"),
            ("[currencies]\nkr = \"SWK\"", "2: \"SWK\" is no currency of ISO 4217; give a code such as \"SEK\""),
            ("[currencies]\n\"mln kr\" = \"SEK\"", "2: \"mln kr\" is not one word or one currency sign"),
            ("units = [\n\"20-foot box\"]", "2: \"20-foot box\" is not one word"),
            ("not_names = [\"\"]", "1: \"\" has no word"),
            ("[[names]]\nname = \"Nordvik\"\nkind = \"company\"", "3: unknown variant `company`, expected one of `person`"),
            ("[[names]]\nname = \"Nordvik\"", "1: missing field `kind`"),
            ("[[names]]\nname = \"Nordvik\"\nkind = \"place\"\nalias = []", "4: unknown field `alias`, expected one of `name`"),
        ] {
            assert!(fault(text).starts_with(what), "{}", fault(text));
        }
    }
}
