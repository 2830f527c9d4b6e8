//! A table with what its heads and captions say, and what stands where.

use super::alignment::Layout;
use super::block::{DataRow, TableBlock};
use super::head::{ColumnKind, HeadDates};
use super::money::Basis;
use super::row;
use crate::mention::{CellPlace, Value};
use crate::number::Interval;
use crate::text::Span;

/// A block with what its heads and captions say.
pub(super) struct Table {
    pub(super) number: usize,
    pub(super) block: TableBlock,
    pub(super) layout: Layout,
    pub(super) columns: Vec<TableColumn>,
    pub(super) basis: Basis,
    /// The currency that its cells print.
    pub(super) printed: Option<&'static str>,
    /// For each row, a text that may name its own period.
    pub(super) row_periods: Vec<Option<usize>>,
    /// For each row, the text of the last heading above it that names a period.
    pub(super) headed: Vec<Option<usize>>,
    /// For each column, whether all its numbers look like years.
    pub(super) years: Vec<bool>,
    /// What stands in each row's columns.
    pub(super) slots: Vec<Vec<Slot>>,
    /// Whether rows count things, so that a currency printed in some cells is not that of all.
    pub(super) counts: bool,
    /// Whether a title says that it counts things.
    pub(super) numbers: bool,
}

/// A column of figures.
#[derive(Clone)]
pub(super) struct TableColumn {
    pub(super) kind: ColumnKind,
    /// Whether its head names the two periods that it compares.
    pub(super) compares: bool,
    /// Texts that may name its period, best first.
    pub(super) periods: Vec<usize>,
    /// Where its period stands.
    pub(super) span: Option<Span>,
    /// What tells it from other columns of its period.
    pub(super) name: Option<String>,
    /// All its heads.
    pub(super) label: Option<String>,
    pub(super) basis: Basis,
    pub(super) forecast: bool,
    /// Whether a head says that its figures count things.
    pub(super) numbers: bool,
    /// Whether its figures are rates of growth, which are percents.
    pub(super) rate: bool,
    pub(super) dates: Option<HeadDates>,
    /// The unit that its name gives.
    pub(super) unit: row::RowUnit,
    /// Whether one of its cells prints a currency.
    pub(super) prints: bool,
}

/// What stands in a row's column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Slot {
    /// Nothing.
    #[default]
    Blank,
    /// A dash.
    Nil,
    /// A figure, by index of its fact.
    Fact(usize),
}

/// The tables of an article, read.
#[derive(Default)]
pub(crate) struct Tables(pub(super) Vec<Table>);

impl Table {
    /// Where a figure stands, for people.
    pub(super) fn place(&self, row: &DataRow, label: &str, column: Option<usize>) -> CellPlace {
        CellPlace {
            table: self.number,
            row: row.row + 1,
            column: column.map_or(0, |column| column + 1),
            row_label: Some(row::clean(label)).filter(|label| !label.is_empty()),
            column_label: column.filter(|_| !row.is_parted).and_then(|column| self.columns[column].label.clone()),
        }
    }

    /// The row and column of a fact.
    pub(super) fn place_of(&self, fact: usize) -> Option<(usize, usize)> {
        let of_row = |slots: &Vec<Slot>| slots.iter().position(|slot| *slot == Slot::Fact(fact));
        self.slots.iter().enumerate().find_map(|(row, slots)| Some((row, of_row(slots)?)))
    }

    /// The value in a column as it is printed, without scale.
    pub(super) fn printed_at(&self, row: usize, column: usize) -> Option<Value> {
        let item = self.layout.items[row].iter().position(|own| *own == Some(column))?;
        self.block.rows[row].items[item].figure.map(|figure| figure.value)
    }

    /// What the printed digits in a column allow, without scale.
    pub(super) fn printed_value(&self, row: usize, column: usize) -> Option<Interval> {
        self.printed_at(row, column).map(|value| value.rounding())
    }
}
