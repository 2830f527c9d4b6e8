//! newsfacts.toml: the settings of a newsroom, found upwards from each article.
//!
//! ```toml
//! country = "Pakistan"                # whose dollar "$" is, whose fiscal year it is
//! fiscal_year_start = "07-01"
//! leave_out = ["sum"]                 # checks that are not made
//! silence = ["3f6c0a9b12d4e578"]      # fingerprints of findings that are known and right
//! ```

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use newsfacts::article::FiscalYearStart;
use serde::Deserialize;

use super::Failure;
use super::arguments::fiscal_year_start;

/// The name of the file.
const NAME: &str = "newsfacts.toml";

/// Settings.
#[derive(Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// The country that the articles are from, as its code.
    pub country: Option<Country>,
    /// The first day of the fiscal year, where the command line gives none.
    #[serde(deserialize_with = "month_and_day")]
    pub fiscal_year_start: Option<FiscalYearStart>,
    /// Names of checks that are not made.
    pub leave_out: Vec<String>,
    /// Fingerprints of findings that are not reported.
    pub silence: Vec<String>,
}

/// A country's ISO 3166 alpha-2 code; the file names the country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(pub &'static str);

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let code = newsfacts::extract::dateline::country_named(&name);
        code.map(Country).ok_or_else(|| serde::de::Error::custom(format!("{name:?} is no country known here; give its name in English")))
    }
}

fn month_and_day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<FiscalYearStart>, D::Error> {
    let text = String::deserialize(deserializer)?;
    fiscal_year_start(&text).map(Some).map_err(serde::de::Error::custom)
}

impl Config {
    fn read(path: &Path) -> Result<Config, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| Failure::new(format!("{}: cannot be read: {error}", path.display())))?;
        let config: Config = toml::from_str(&text).map_err(|error| {
            let line = error.span().map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            let place = line.map(|line| format!(":{line}")).unwrap_or_default();
            Failure::new(format!("{}{place}: {}", path.display(), error.message()))
        })?;
        let known = |name: &&String| newsfacts::check::RULES.iter().any(|rule| rule.name == **name);
        if let Some(unknown) = config.leave_out.iter().find(|name| !known(name)) {
            let names: Vec<&str> = newsfacts::check::RULES.iter().map(|rule| rule.name).collect();
            return Err(Failure::new(format!("{}: there is no check {unknown:?}; there are {}", path.display(), names.join(", "))));
        }
        Ok(config)
    }
}

/// Finds the settings of each article, reading each file once.
pub struct Configs {
    given: Option<Arc<Config>>,
    by_directory: Mutex<HashMap<PathBuf, Arc<Config>>>,
}

impl Configs {
    /// With the file given on the command line, which is read at once and holds for every article.
    pub fn new(given: Option<&Path>) -> Result<Self, Failure> {
        Ok(Configs { given: given.map(Config::read).transpose()?.map(Arc::new), by_directory: Mutex::default() })
    }

    /// The settings for an article of that source.
    pub fn of(&self, source: &str) -> Result<Arc<Config>, Failure> {
        if let Some(given) = &self.given {
            return Ok(Arc::clone(given));
        }
        let directory = if source == "-" { Path::new("") } else { Path::new(source).parent().unwrap_or(Path::new("")) };
        let mut known = self.by_directory.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(config) = known.get(directory) {
            return Ok(Arc::clone(config));
        }
        let start = std::path::absolute(directory).or_else(|_| std::env::current_dir()).unwrap_or_default();
        let file = start.ancestors().map(|directory| directory.join(NAME)).find(|file| file.is_file());
        let config = Arc::new(file.map(|file| Config::read(&file)).transpose()?.unwrap_or_default());
        known.insert(directory.to_path_buf(), Arc::clone(&config));
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_settings() {
        let config: Config =
            toml::from_str("country = \"Pakistan\"\nfiscal_year_start = \"04-01\"\nsilence = [\"00\"]\n").expect("settings");
        assert_eq!(config.country, Some(Country("PK")));
        assert_eq!(config.fiscal_year_start, Some(FiscalYearStart { month: 4, day: 1 }));
        assert!(toml::from_str::<Config>("fiscal_year_start = \"April\"").is_err());
        assert!(toml::from_str::<Config>("country = \"Atlantis\"").is_err());
        assert!(toml::from_str::<Config>("fiscal_year = \"04-01\"").is_err());
    }
}
