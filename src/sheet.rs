//! The fact sheet: what newsfacts publishes of an article. Scripts depend on its names.
//!
//! Its parts name each other by id: "f1" is the first fact.
//!
//! ```
//! use newsfacts::{Article, Options, analyze};
//!
//! let sheet = analyze(&Article::from_text("Exports rose 39% to $830 million from $596 million."), &Options::default());
//! let check = &sheet.checks[0];
//! let base = check.operands.base.as_deref().and_then(|id| sheet.fact(id));
//! assert_eq!(base.map(|fact| fact.text.as_str()), Some("$596 million"));
//! ```

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Error;
pub use crate::words::qualifier::Qualifier;

/// The name and version of the format.
pub const FORMAT: &str = "newsfacts/1";

/// Everything found in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct FactSheet {
    /// Always "newsfacts/1".
    pub format: String,
    /// The article.
    pub document: Head,
    /// People, organisations and places.
    pub entities: Vec<Entity>,
    /// Dates and stretches of time.
    pub periods: Vec<Period>,
    /// Figures.
    pub facts: Vec<Fact>,
    /// What was recomputed.
    pub checks: Vec<Check>,
}

impl FactSheet {
    /// Takes back what rules for English said of a text in another language: figures keep their places and values.
    pub(crate) fn claim_nothing(&mut self, language: &str) {
        self.document.language = Some(language.into());
        self.entities.clear();
        self.periods.clear();
        for fact in &mut self.facts {
            (fact.measure, fact.entity, fact.period, fact.attribution, fact.cell) = (None, None, None, None, None);
            fact.modality = Modality::Actual;
        }
        self.checks.dedup_by(|next, before| next.stated == before.stated);
        for check in &mut self.checks {
            (check.operands, check.link, check.verdict) = (Operands::default(), None, Verdict::Unchecked);
            (check.computed, check.exactness, check.formula, check.cause, check.suggestion) = (None, None, None, None, None);
            (check.severity, check.reason) = (None, Some("the text is not English".into()));
            check.because.clear();
        }
    }

    /// The fact of that id.
    pub fn fact(&self, id: &str) -> Option<&Fact> {
        by_number(&self.facts, id).filter(|fact| fact.id == id)
    }

    /// The period of that id.
    pub fn period(&self, id: &str) -> Option<&Period> {
        by_number(&self.periods, id).filter(|period| period.id == id)
    }

    /// The entity of that id.
    pub fn entity(&self, id: &str) -> Option<&Entity> {
        by_number(&self.entities, id).filter(|entity| entity.id == id)
    }
}

/// Ids are numbered from 1 in the order of their list: "f3" is the third fact.
fn by_number<'a, T>(list: &'a [T], id: &str) -> Option<&'a T> {
    let number: usize = id.get(1..)?.parse().ok()?;
    list.get(number.checked_sub(1)?)
}

/// The article that a sheet describes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
#[schemars(rename = "Document")]
pub struct Head {
    /// The path as given; "-" for standard input.
    pub source: String,
    /// What kind of file it was read from: "text", "HTML", "PDF" …; null where no file was read.
    #[serde(default)]
    pub read_as: Option<String>,
    /// The identifier from a JSON Lines record.
    pub id: Option<String>,
    /// SHA-256 of the article's text as UTF-8, in hexadecimal.
    pub sha256: String,
    /// What language the text is in, where it is not English: an ISO 639-1 code, or "und" for other letters. Then nothing is claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The title, where it is known.
    pub title: Option<String>,
    /// Place and date at the article's head.
    pub dateline: Option<Dateline>,
    /// ISO date that relative periods count from.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub reference_date: Option<Date>,
    /// "MM-DD": --fiscal-year-start, else known from country and text.
    #[schemars(with = "Option<String>")]
    pub fiscal_year_start: Option<FiscalYearStart>,
}

/// The month and day on which a fiscal year starts: "07-01".
///
/// ```
/// use newsfacts::FiscalYearStart;
///
/// assert_eq!("07-01".parse(), Ok(FiscalYearStart { month: 7, day: 1 }));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalYearStart {
    /// Month, 1 to 12.
    pub month: i8,
    /// Day of the month, from 1.
    pub day: i8,
}

impl fmt::Display for FiscalYearStart {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl FromStr for FiscalYearStart {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        // Any leap year: the 29th of February is a day.
        let date: Option<Date> = (text.len() == 5).then(|| format!("2024-{text}").parse().ok()).flatten();
        let start = date.map(|date| FiscalYearStart { month: date.month(), day: date.day() });
        start.ok_or_else(|| Error::new("", "give month and day, such as 07-01"))
    }
}

impl Serialize for FiscalYearStart {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for FiscalYearStart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// Place and date at the article's head.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Dateline {
    /// The place as printed.
    pub place: Option<String>,
    /// ISO date.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub date: Option<Date>,
    /// Where it stands.
    pub span: Place,
}

/// The part of an article that something stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Part {
    /// The text.
    #[default]
    Text,
    /// The title: places count in `document.title`, and no line is known.
    Title,
}

/// A stretch of the article's text, or of its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Place {
    /// First code point, from 0.
    pub start: usize,
    /// First code point after it.
    pub end: usize,
    /// Line of the start in the file, from 1; in the text of a record; null where it cannot be told.
    pub line: Option<usize>,
    /// Column of the start in code points, from 1.
    pub column: Option<usize>,
    /// The record of a JSON Lines file: its line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<usize>,
    /// The page of a PDF, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct EntityMention {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Whether it stands in text or title.
    #[serde(default)]
    pub part: Part,
    /// The words.
    pub text: String,
}

/// A person, an organisation or a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Entity {
    /// "e1", "e2" …
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form in the article.
    pub name: String,
    /// Its other forms.
    pub aliases: Vec<String>,
    /// What the article says the person is.
    pub roles: Vec<String>,
    /// Of a person: id of the organisation that the role is in, where the article says so.
    pub organization: Option<String>,
    /// Of a listed company: its ticker, "ABC".
    pub ticker: Option<String>,
    /// The exchange of the ticker as printed: "NYSE".
    pub exchange: Option<String>,
    /// Of an organisation: id of the place where it is based, where the article says so.
    pub location: Option<String>,
    /// Of a country: its ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Where it is named.
    pub mentions: Vec<EntityMention>,
}

/// The kind of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EntityKind {
    /// A person.
    Person,
    /// A company, an authority, a party, a club.
    Organization,
    /// A country, a region, a town.
    Place,
}

/// A date or a stretch of time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Period {
    /// "t1", "t2" …
    pub id: String,
    /// Where it stands.
    pub span: Place,
    /// Whether it stands in text or title.
    #[serde(default)]
    pub part: Part,
    /// The words.
    pub text: String,
    /// First day as ISO date; null where text and reference date do not fix it.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub from: Option<Date>,
    /// Last day as ISO date, included.
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub to: Option<Date>,
    /// How long it is.
    pub grain: Grain,
    /// Resolved on a fiscal calendar.
    pub fiscal: bool,
}

/// How long the stretch of a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum Grain {
    Day,
    Week,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Span,
}

/// The kind of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FactKind {
    /// An amount of money, in the currency's major unit.
    Amount,
    /// A percentage, percentage points or basis points.
    Percent,
    /// A counted or measured number.
    Quantity,
    /// A multiple or a fraction.
    Ratio,
}

/// Whether a figure is said to be so, aimed at or expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum Modality {
    #[default]
    Actual,
    Target,
    Forecast,
}

/// Two ends of a closed interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Bounds {
    /// Lower end.
    #[schemars(with = "serde_json::Number")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub low: Decimal,
    /// Upper end.
    #[schemars(with = "serde_json::Number")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub high: Decimal,
}

/// A figure and what the article says of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Fact {
    /// "f1", "f2" …
    pub id: String,
    /// What kind of figure.
    pub kind: FactKind,
    /// Number and unit, without qualifier.
    pub span: Place,
    /// Whether it stands in text or title.
    #[serde(default)]
    pub part: Part,
    /// The words.
    pub text: String,
    /// The exact value in the unit; null for a range.
    #[schemars(with = "Option<serde_json::Number>")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub value: Option<Decimal>,
    /// Lower end of a range.
    #[schemars(with = "Option<serde_json::Number>")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub low: Option<Decimal>,
    /// Upper end of a range.
    #[schemars(with = "Option<serde_json::Number>")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    pub high: Option<Decimal>,
    /// ISO 4217 code, percent, percentage_point, basis_point, times, or the counted noun.
    pub unit: String,
    /// What an amount is charged for: share, barrel.
    pub per: Option<String>,
    /// What the printed digits allow.
    pub rounding: Bounds,
    /// How the figure is to be taken.
    pub qualifier: Qualifier,
    /// What is measured, from the text.
    pub measure: Option<String>,
    /// Id of the entity whose figure it is.
    pub entity: Option<String>,
    /// Id of the period that it is about.
    pub period: Option<String>,
    /// Said to be so, aimed at or expected.
    pub modality: Modality,
    /// Id of the entity that says so.
    pub attribution: Option<String>,
    /// Where in a table it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<Cell>,
}

/// The place of a table's figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Cell {
    /// The number of the table in the article, from 1.
    pub table: usize,
    /// The number of the row in the table, heads counted, from 1.
    pub row: usize,
    /// The number of the column among those of figures, from 1; null where it is not sure.
    pub column: Option<usize>,
    /// The label of the row.
    pub row_label: Option<String>,
    /// The heads of the column.
    pub column_label: Option<String>,
}

/// A stated figure, recomputed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Check {
    /// "c1", "c2" …
    pub id: String,
    /// Which check.
    pub rule: CheckRule,
    /// Id of the fact that is checked.
    pub stated: String,
    /// Ids of the facts that it was computed from.
    pub operands: Operands,
    /// How the operands were found; null where there are none.
    pub link: Option<Link>,
    /// What the operands give; null for an unchecked figure.
    pub computed: Option<Computed>,
    /// Whether stated and computed agree.
    pub verdict: Verdict,
    /// How sure an inconsistent figure is to be one; null for others.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// The evidence of the link, in words.
    #[serde(default)]
    pub because: Vec<String>,
    /// Why it is consistent.
    pub exactness: Option<Exactness>,
    /// The arithmetic in one line.
    pub formula: Option<String>,
    /// The likeliest slip of an inconsistent figure.
    pub cause: Option<Cause>,
    /// The figure that would fit, as it would be printed.
    pub suggestion: Option<String>,
    /// Why a figure is unchecked, or an inconsistent one only a warning.
    pub reason: Option<String>,
}

/// What a check recomputes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CheckRule {
    /// A percent change between two levels.
    Growth,
    /// A part of a whole in percent.
    Share,
    /// An amount that is the change between two levels.
    Difference,
    /// Percentage or basis points between two percents.
    Points,
    /// The total of its parts.
    Sum,
    /// A factor between two levels.
    Multiple,
    /// The same amount in another currency.
    Conversion,
    /// The same measure of the same period given twice.
    Restatement,
}

impl CheckRule {
    /// All of them.
    pub const ALL: &[CheckRule] = &[
        CheckRule::Growth,
        CheckRule::Share,
        CheckRule::Difference,
        CheckRule::Points,
        CheckRule::Sum,
        CheckRule::Multiple,
        CheckRule::Conversion,
        CheckRule::Restatement,
    ];

    /// Its name, as in the sheet's JSON and in `newsfacts explain`.
    pub const fn as_str(self) -> &'static str {
        match self {
            CheckRule::Growth => "growth",
            CheckRule::Share => "share",
            CheckRule::Difference => "difference",
            CheckRule::Points => "points",
            CheckRule::Sum => "sum",
            CheckRule::Multiple => "multiple",
            CheckRule::Conversion => "conversion",
            CheckRule::Restatement => "restatement",
        }
    }
}

impl fmt::Display for CheckRule {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The facts that a check computes from, by their part in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Operands {
    /// The level after a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<String>,
    /// The level before a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<String>,
    /// The change, stated as an amount.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta: Option<String>,
    /// The part of a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
    /// The whole of a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
    /// The parts of a sum.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub parts: Vec<String>,
    /// The amount that a conversion converts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
}

impl Check {
    /// Whether the figure is found wrong, but not for sure. An inconsistent one without a severity, as of an earlier version, is an error.
    pub fn is_warning(&self) -> bool {
        self.verdict == Verdict::Inconsistent && self.severity == Some(Severity::Warning)
    }
}

impl Operands {
    /// Every operand with its part: `("current", "f1")`, the parts of a sum one by one.
    pub fn named(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let single = [
            ("current", &self.current),
            ("base", &self.base),
            ("delta", &self.delta),
            ("part", &self.part),
            ("whole", &self.whole),
            ("of", &self.of),
        ];
        let single = single.into_iter().filter_map(|(name, id)| id.as_deref().map(|id| (name, id)));
        single.chain(self.parts.iter().map(|id| ("part", id.as_str())))
    }
}

/// How the operands of a check were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Link {
    /// By the grammar of one sentence.
    Sentence,
    /// By measure, unit and period over sentences close by.
    Nearby,
    /// By arithmetic: it may confirm, never accuse.
    Inferred,
}

/// What the operands give, in the unit of the stated figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[non_exhaustive]
pub struct Computed {
    /// From the operands as printed.
    #[schemars(with = "serde_json::Number")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub value: Decimal,
    /// The least that their rounding allows.
    #[schemars(with = "serde_json::Number")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub low: Decimal,
    /// The most that their rounding allows.
    #[schemars(with = "serde_json::Number")]
    #[serde(with = "rust_decimal::serde::arbitrary_precision")]
    pub high: Decimal,
}

/// Whether a stated figure agrees with the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Verdict {
    Consistent,
    Inconsistent,
    Unchecked,
}

/// How sure an inconsistent figure is to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The language proves which figures it was computed from, or a known slip explains it.
    Error,
    /// The likeliest reading by far, but one condition is not proven.
    Warning,
}

/// Why a figure is consistent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Exactness {
    /// The operands as printed give the stated figure.
    Exact,
    /// The operands' rounding allows it.
    Rounding,
    /// It does if the writer cut digits off instead of rounding.
    Truncation,
}

/// The likeliest slip behind an inconsistent figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Cause {
    /// Million for billion.
    Scale,
    /// Two digits changed places.
    DigitsSwapped,
    /// A digit was left out or doubled.
    DigitDropped,
    /// One digit is another.
    DigitWrong,
    /// The share or ratio was given as the change: 172% for +72%.
    MultipleForChange,
    /// The share was given as the change.
    ShareForChange,
    /// Percentage points were given as percent.
    PointsForPercent,
    /// The two levels changed places.
    BaseSwapped,
    /// The change was computed over the new level.
    ChangeOverCurrent,
    /// Up for down.
    Sign,
    /// The figure of another period.
    OtherPeriod,
    /// The figure of another measure.
    OtherMeasure,
}
