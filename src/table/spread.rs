//! The heads of a row, and which stands above which column where nothing but their order tells.

use super::block::HeadRow;
use super::head;
use crate::text::Span;
use crate::text::grid::{Columns, GridCell};

/// Where columns start and end.
pub(super) type ColumnPlaces = Vec<(u32, u32)>;

/// The heads of a row; the corner is one where the blank cell above the labels got lost.
pub(super) fn cells_of(head: &HeadRow, count: usize, columns: Columns, text: &str) -> Vec<GridCell> {
    let mut cells = head.cells.clone();
    let divides = |length: usize| count.is_multiple_of(length) && length < count;
    let lost =
        !matches!(columns, Columns::Exact | Columns::Bars) && !head.over_labels && cells.len() < count && !divides(cells.len().max(1));
    let over_part = |corner: Span| {
        !matches!(columns, Columns::Exact | Columns::Bars)
            && cells.len() < count
            && divides(cells.len() + 1)
            && head::is_period(corner.of(text))
    };
    if let Some(corner) = head
        .corner
        .filter(|&corner| over_part(corner) || cells.len() + 1 == count && count > 1 && (lost || head::is_dated(corner.of(text))))
    {
        cells.insert(0, GridCell::new(corner, 0, 1));
    }
    cells
}

/// The head above each column by order: one to each, or each over as many as the others, or by the heads below that repeat.
pub(super) fn spread(cells: &[GridCell], places: &ColumnPlaces, below: &[HeadRow], columns: Columns, text: &str) -> Vec<Option<usize>> {
    let (heads, count) = (cells.len(), places.len());
    if heads == 0 || count == 0 {
        return vec![None; count];
    }
    if heads == count {
        return (0..count).map(Some).collect();
    }
    if heads > count {
        let skipped = heads - count;
        return (0..count).map(|column| Some(column + skipped)).collect();
    }
    if let Some(starts) = groups(heads, count, below, columns, text) {
        return (0..count).map(|column| Some(starts.iter().filter(|&&start| start <= column).count().saturating_sub(1))).collect();
    }
    if count % heads == 0 {
        return (0..count).map(|column| Some(column / (count / heads))).collect();
    }
    (0..count).map(|column| Some(cells.iter().filter(|cell| cell.col < places[column].1).count().saturating_sub(1))).collect()
}

/// Where the groups of columns start, by a row of heads below in which the first head comes again in each group.
pub(super) fn groups(heads: usize, count: usize, below: &[HeadRow], columns: Columns, text: &str) -> Option<Vec<usize>> {
    let leaf = below.iter().rev().map(|row| cells_of(row, count, columns, text)).find(|cells| cells.len() == count)?;
    let first = leaf.first()?.span.of(text);
    let starts: Vec<usize> = (0..count).filter(|&column| leaf[column].span.of(text) == first).collect();
    (starts.len() == heads).then_some(starts)
}
