//! What the extractors find: mentions of figures, periods and names, in the article's order.

use jiff::civil::Date;

use crate::number::{Decimal, Interval, Printed};
pub(crate) use crate::sheet::{EntityKind, FactKind as FigureKind, Grain};
use crate::text::Span;
pub(crate) use crate::words::qualifier::Qualifier;

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// ISO 4217 code.
    Currency(&'static str),
    /// Hundredths.
    Percent,
    /// Difference of two percentages.
    PercentagePoint,
    /// Hundredths of a percentage point.
    BasisPoint,
    /// The counted noun, as its words in lower case.
    Noun(String),
    /// A factor or a fraction.
    Times,
}

/// The number or the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One number.
    One(Printed),
    /// A range: "$5-7m".
    Range(Printed, Printed),
}

impl Value {
    /// The number, unless it is a range.
    pub fn one(&self) -> Option<Printed> {
        match self {
            Value::One(printed) => Some(*printed),
            Value::Range(..) => None,
        }
    }

    /// What the printed digits allow, over the whole range.
    pub fn rounding(&self) -> Interval {
        match self {
            Value::One(printed) => printed.rounding(),
            Value::Range(low, high) => Interval::new(low.rounding().low, high.rounding().high),
        }
    }
}

/// A figure in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What kind of figure.
    pub kind: FigureKind,
    /// Number and unit, without qualifier.
    pub span: Span,
    /// Its value in the unit: amounts in the major unit, percents as printed (39 for 39%), ratios as a factor.
    pub value: Value,
    /// What it counts.
    pub unit: Unit,
    /// How it is to be taken.
    pub qualifier: Qualifier,
    /// The words of the qualifier, where there are any: it stands before the figure.
    pub qualifier_span: Option<Span>,
    /// What an amount is charged for: "share", "barrel".
    pub per: Option<String>,
}

impl Figure {
    /// Whether both are amounts of one currency, or both counts of anything.
    pub fn is_like(&self, other: &Figure) -> bool {
        let units = self.unit == other.unit || matches!((&self.unit, &other.unit), (Unit::Noun(_), Unit::Noun(_)));
        self.kind == other.kind && units
    }

    /// The exact value, unless it is a range.
    pub fn value(&self) -> Option<Decimal> {
        self.value.one().map(|printed| printed.value)
    }
}

/// A period in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeSpan {
    /// The longest expression that names one stretch of time; empty, at a figure, for the day of writing that no words name.
    pub span: Span,
    /// First day; `None` where text and reference date do not fix it.
    pub from: Option<Date>,
    /// Last day, included.
    pub to: Option<Date>,
    /// How long it is.
    pub grain: Grain,
    /// Resolved on a fiscal calendar.
    pub fiscal: bool,
    /// How far it lies from the one that it is counted from: "a year earlier", "the previous quarter", "last month".
    pub shift: Option<Shift>,
}

/// How far a period lies from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// So many months later; negative for earlier ones.
    pub months: i32,
    /// So many days later; negative for earlier ones.
    pub days: i32,
    /// Whether it is counted from the period that the text speaks of, and takes its shape; else from the day of writing.
    pub anaphoric: bool,
}

/// One person, organisation or place with all its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedEntity {
    /// What kind of entity.
    pub kind: EntityKind,
    /// The fullest form in the article.
    pub name: String,
    /// Its other forms.
    pub aliases: Vec<String>,
    /// What the article says the person is: "Federal Minister for IT".
    pub roles: Vec<String>,
    /// Of a person: index of the organisation that the role is in, where the article says so.
    pub organization: Option<usize>,
    /// Of a listed company: its ticker, "ABC".
    pub ticker: Option<String>,
    /// The exchange of the ticker as printed: "NYSE".
    pub exchange: Option<String>,
    /// Of an organisation: index of the place where it is based, where the article says so.
    pub location: Option<usize>,
    /// Of a country: its ISO 3166-1 alpha-2 code.
    pub country: Option<&'static str>,
    /// Where it is named, in order; never overlapping another mention, unless it is the country in the name of its central bank.
    pub mentions: Vec<Span>,
}

/// Where in a table a figure stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellPlace {
    /// The number of its table, from 1.
    pub table: usize,
    /// The number of its row among all of the table, from 1.
    pub row: usize,
    /// The number of its column among those of figures, from 1; 0 where it is not sure.
    pub column: usize,
    /// The label of its row.
    pub row_label: Option<String>,
    /// The heads of its column.
    pub column_label: Option<String>,
}
