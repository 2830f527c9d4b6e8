//! Which figures of a block stand in one column, and which heads stand above it.

use super::block::{DataRow, HeadRow, RowItem, TableBlock};
use super::spread::{ColumnPlaces, cells_of, spread};
use super::{head, stripped};
use crate::text::Span;
use crate::text::grid::{Columns, GridCell};

/// The columns of a block.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// How many columns of figures it has.
    pub count: usize,
    /// For each row of figures, the column of each item where it is sure.
    pub items: Vec<Vec<Option<usize>>>,
    /// For each column, the heads above it from top to bottom, with how many columns each covers.
    pub heads: Vec<Vec<(GridCell, usize)>>,
    /// Whether a head names a period and stands above nobody knows which columns.
    pub unsure: bool,
}

/// Lays a block out. `text` tells heads apart that repeat.
pub(super) fn lay(block: &TableBlock, columns: Columns, text: &str) -> Layout {
    let placed = (!matches!(columns, Columns::Order | Columns::Count)).then(|| by_place(block)).flatten();
    let placed = placed.filter(|(places, _)| !is_shifted(block, places.len()));
    let is_placed = placed.is_some();
    let (places, items) = placed.unwrap_or_else(|| by_order(block, columns == Columns::Order || block.stripped));
    let count = places.len();
    let mut heads: Vec<Vec<(GridCell, usize)>> = vec![Vec::new(); count];
    let mut unsure = false;
    for (number, head) in block.heads.iter().enumerate() {
        if block.stripped {
            let (cells, over) = stripped::over(block, number, &places, text);
            unsure |= over.iter().all(Option::is_none) && cells.iter().any(|cell| head::is_dated(cell.span.of(text)));
            let corner = head.corner.filter(|corner| cells.iter().all(|cell| cell.span != *corner));
            above_all(corner, text, &mut heads);
            add(&mut heads, &cells, &over);
            continue;
        }
        let mut cells = cells_of(head, count, columns, text);
        if let Some(words) = glued(&cells, count, columns, text) {
            add(&mut heads, &words, &(0..count).map(Some).collect::<Vec<_>>());
            continue;
        }
        let mut corner = head.corner.filter(|corner| cells.first().is_none_or(|first| first.span != *corner));
        // The labels' column has a blank one before it: its head is the corner.
        if corner.is_none() && is_placed && cells.len() > 1 && matches!(columns, Columns::Exact | Columns::Bars) {
            let of_labels = |cell: &&GridCell| cell.end() <= places[0].0 && !head::has_year(cell.span.of(text));
            corner = cells.first().filter(of_labels).map(|cell| cell.span);
            cells.drain(..usize::from(corner.is_some()));
        }
        // Where the first column has figures, what stands above it is its head.
        if let Some(first) = corner.filter(|_| matches!(columns, Columns::Exact | Columns::Bars) && is_placed && places[0].0 == 0) {
            cells.insert(0, GridCell::new(first, 0, 1));
            corner = None;
        }
        above_all(corner, text, &mut heads);
        let over = match is_placed {
            true => in_middle(&cells, &places, columns, text).or_else(|| over_places(&cells, &places, columns)),
            false => None,
        };
        let over = over.filter(|_| !stands_above_all(&cells, &block.heads, count, text));
        let mut over = over.unwrap_or_else(|| spread(&cells, &places, &block.heads[number + 1..], columns, text));
        off_periods(&cells, &block.heads[number + 1..], columns, text, &mut over);
        if columns == Columns::Bars {
            keep_to_groups(&cells, &places, &heads, &mut over);
        }
        add(&mut heads, &cells, &over);
    }
    Layout { count, items, heads, unsure }
}

/// Whether the only head of a row names a day or a month whose years stand in another row: it is one of all columns.
fn stands_above_all(cells: &[GridCell], heads: &[HeadRow], count: usize, text: &str) -> bool {
    let [cell] = cells else { return false };
    let words = cell.span.of(text);
    let years = |row: &HeadRow| row.cells.iter().filter(|cell| head::has_year(cell.span.of(text))).count();
    count > 1 && head::is_period(words) && !head::has_year(words) && heads.iter().any(|row| years(row) == count)
}

/// The heads of a page that were read as one cell: as many words as columns, the first ones again in each group.
fn glued(cells: &[GridCell], count: usize, columns: Columns, text: &str) -> Option<Vec<GridCell>> {
    let [cell] = cells else { return None };
    let words: Vec<&str> = cell.span.of(text).split_whitespace().collect();
    let repeats = || (1..count).any(|length| count.is_multiple_of(length) && words[length..] == words[..count - length]);
    if columns != Columns::Places || count < 4 || words.len() != count || !repeats() {
        return None;
    }
    let start = |word: &str| cell.span.start + (word.as_ptr() as usize - cell.span.of(text).as_ptr() as usize);
    Some(words.iter().map(|word| GridCell::new(Span::new(start(word), start(word) + word.len()), cell.col, 1)).collect())
}

/// Adds the period that a corner names to the heads of all columns: "Three months ended June 30 (in thousands)".
fn above_all(corner: Option<Span>, text: &str, heads: &mut [Vec<(GridCell, usize)>]) {
    let count = heads.len();
    if let Some(period) = corner.and_then(|corner| head::period_of_corner(corner, text)) {
        heads.iter_mut().for_each(|heads| heads.push((GridCell::new(period, 0, 1), count)));
    }
}

/// Adds a row of heads to those above the columns.
fn add(heads: &mut [Vec<(GridCell, usize)>], cells: &[GridCell], over: &[Option<usize>]) {
    for (column, cell) in over.iter().enumerate() {
        if let Some(cell) = *cell {
            let width = over.iter().filter(|other| **other == Some(cell)).count();
            heads[column].push((cells[cell], width));
        }
    }
}

/// "Percent Change" above "2019 | Actual | Constant | 2018": a lone head of change stands above no period, but above what has none.
fn off_periods(cells: &[GridCell], below: &[HeadRow], columns: Columns, text: &str, over: &mut [Option<usize>]) {
    let [cell] = cells else { return };
    let leaf = below.last().map(|row| cells_of(row, over.len(), columns, text)).filter(|leaf| leaf.len() == over.len());
    let Some(leaf) = leaf.filter(|_| head::kind(cell.span.of(text)) == head::ColumnKind::Change) else { return };
    let dated: Vec<bool> = leaf.iter().map(|cell| head::is_dated(cell.span.of(text))).collect();
    let covers_one = dated.iter().zip(&*over).any(|(dated, over)| *dated && over.is_some());
    if covers_one && dated.contains(&false) {
        over.iter_mut().zip(dated).for_each(|(over, dated)| *over = (!dated).then_some(0));
    }
}

/// A head that stands above columns after its own does so only below the same head as its own.
fn keep_to_groups(cells: &[GridCell], places: &ColumnPlaces, heads: &[Vec<(GridCell, usize)>], over: &mut [Option<usize>]) {
    // One alone is a note on all: "(in thousands)".
    if cells.len() < 2 {
        return;
    }
    let above = |column: usize| heads[column].last().map(|(cell, _)| cell.span);
    let home = |cell: usize| places.iter().position(|place| cells[cell].col < place.1 && place.0 < cells[cell].end());
    let is_own = |cell: usize, column: usize| cells[cell].col < places[column].1 && places[column].0 < cells[cell].end();
    for (column, slot) in over.iter_mut().enumerate() {
        if let Some(cell) = *slot
            && !is_own(cell, column)
            && let Some(home) = home(cell)
            && home != column
            && above(column).is_some()
            && above(home) != above(column)
        {
            *slot = None;
        }
    }
}

/// Columns as what stands above each other; `None` where two figures of a row would share one.
fn by_place(block: &TableBlock) -> Option<(ColumnPlaces, Vec<Vec<Option<usize>>>)> {
    let moved = moved(block);
    let kept = block.rows.iter().zip(&moved).filter(|(_, moved)| !**moved).map(|(row, _)| row);
    let figures = kept.flat_map(|row| &row.items).filter(|item| item.figure.is_some());
    let mut ranges: ColumnPlaces = figures.map(|item| (item.col, item.end)).collect();
    ranges.sort_unstable();
    let mut places: ColumnPlaces = Vec::new();
    for (start, end) in ranges {
        match places.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => places.push((start, end)),
        }
    }
    let mut items = Vec::with_capacity(block.rows.len());
    for (row, moved) in block.rows.iter().zip(moved) {
        if moved {
            let whole = row.items.len() == places.len();
            items.push((0..row.items.len()).map(|at| Some(at).filter(|_| whole)).collect());
            continue;
        }
        let mut before = None;
        let mut own = Vec::with_capacity(row.items.len());
        for item in &row.items {
            let column = column_at(&places, item);
            if item.figure.is_some() && column.is_some() && column == before {
                return None;
            }
            before = column.filter(|_| item.figure.is_some()).or(before);
            own.push(column);
        }
        items.push(own);
    }
    (!places.is_empty()).then_some((places, items))
}

/// For each row, whether it lost the blanks before it and does not stand in its place: one without a label among others with one.
fn moved(block: &TableBlock) -> Vec<bool> {
    let labelled = block.rows.iter().filter(|row| row.label.is_some()).count();
    let is_moved = |row: &DataRow| block.stripped && labelled > 0 && row.label.is_none();
    block.rows.iter().map(is_moved).collect()
}

/// Whether some rows lost the blanks before them: nearly all have a figure for each head, and yet stand in more places than there are heads.
fn is_shifted(block: &TableBlock, count: usize) -> bool {
    let Some(leaf) = block.heads.last().filter(|_| block.stripped) else { return false };
    let full = |length: usize| {
        let rows = block.rows.iter().filter(|row| row.items.len() == length).count();
        length > 1 && count > length && rows * 4 >= block.rows.len() * 3
    };
    full(leaf.cells.len()) || leaf.corner.is_some() && full(leaf.cells.len() + 1)
}

fn column_at(places: &ColumnPlaces, item: &RowItem) -> Option<usize> {
    let at = places.partition_point(|place| place.1 <= item.col);
    places.get(at).filter(|place| place.0 < item.end).map(|_| at)
}

/// Columns by the order of the figures: a full row gives each column one; of others, what stands at nearly the place of a column.
fn by_order(block: &TableBlock, placed: bool) -> (ColumnPlaces, Vec<Vec<Option<usize>>>) {
    let count = full(block);
    let mut places: ColumnPlaces = vec![(u32::MAX, 0); count];
    let moved = moved(block);
    let labelled = |count: usize| block.rows.iter().zip(&moved).any(|(row, moved)| !moved && row.items.len() == count);
    let all = !labelled(count);
    for (row, _) in block.rows.iter().zip(&moved).filter(|(row, moved)| row.items.len() == count && (all || !**moved)) {
        for (place, item) in places.iter_mut().zip(&row.items) {
            *place = (place.0.min(item.col), place.1.max(item.end));
        }
    }
    let items = block.rows.iter().map(|row| match row.items.len() {
        length if length == count => (0..count).map(Some).collect(),
        length if length < count && placed => nearest(&row.items, &places),
        length => vec![None; length],
    });
    let items = items.collect();
    (places, items)
}

/// How many figures a full row has.
fn full(block: &TableBlock) -> usize {
    let most = block.rows.iter().map(|row| row.items.len()).max().unwrap_or(0);
    let mut counts = vec![0usize; most + 1];
    block.rows.iter().for_each(|row| counts[row.items.len()] += 1);
    let leaf = block.heads.last().map_or(0, |head| head.cells.len());
    if leaf > 0 && counts.get(leaf).is_some_and(|&rows| rows > 0) && counts[leaf] * 4 >= block.rows.len() {
        return leaf;
    }
    let enough = (block.rows.len() / 5).max(2);
    (1..=most).rev().find(|&count| counts[count] >= enough).unwrap_or(most)
}

/// The columns of a row that lacks figures; `None` where a figure stands between two.
fn nearest(items: &[RowItem], places: &ColumnPlaces) -> Vec<Option<usize>> {
    let distance = |item: &RowItem, place: &(u32, u32)| {
        if item.end <= place.0 { place.0 - item.end + 1 } else { item.col.saturating_sub(place.1.saturating_sub(1)) }
    };
    let mut least = 0;
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        let mut found: Vec<(u32, usize)> = (least..places.len()).map(|at| (distance(item, &places[at]), at)).collect();
        found.sort_unstable();
        let sure = found.first().filter(|first| first.0 <= 1 && found.get(1).is_none_or(|second| second.0 > first.0)).map(|&(_, at)| at);
        least = sure.map_or(least, |at| at + 1);
        out.push(sure);
    }
    out
}

/// Heads in the middle of as many columns each: a note or a period on all of them, or several above groups of the same size.
fn in_middle(cells: &[GridCell], places: &ColumnPlaces, columns: Columns, text: &str) -> Option<Vec<Option<usize>>> {
    let (heads, count) = (cells.len(), places.len());
    if columns != Columns::Places || heads == 0 || heads >= count || !count.is_multiple_of(heads) {
        return None;
    }
    let words = |cell: &GridCell| cell.span.of(text);
    if heads == 1 && !cells.iter().all(|cell| head::is_period(words(cell)) || words(cell).starts_with('(') || words(cell).ends_with(')')) {
        return None;
    }
    let size = count / heads;
    let in_middle = |(group, cell): (usize, &GridCell)| {
        let (first, last) = (places[group * size], places[(group + 1) * size - 1]);
        let (from, to) = (u64::from(first.0), u64::from(last.1));
        let middle = (u64::from(cell.col) + u64::from(cell.end())) / 2;
        let margin = (to - from) / 4;
        // One head on the first columns of all may be followed by columns of changes.
        let nearest = |place: &(u32, u32)| (u64::from(place.0) + u64::from(place.1)).abs_diff(2 * middle);
        let (outer, inner) = (nearest(&first).min(nearest(&last)), (from + to).abs_diff(2 * middle));
        (from + margin..=to - margin).contains(&middle) && (heads > 1 || inner * 3 < outer)
    };
    if !cells.iter().enumerate().all(|(at, cell)| in_middle((at, cell))) {
        return None;
    }
    if let [first, second] = cells
        && let Some(border) = uneven_border(first, second, places)
    {
        return Some((0..count).map(|column| Some(usize::from(column >= border))).collect());
    }
    Some((0..count).map(|column| Some(column / size)).collect())
}

/// Where the second of two heads begins that stand in the middle of groups of columns, where these are clearly not of the same size:
/// "Actual" above six years, "Projected" above four.
fn uneven_border(first: &GridCell, second: &GridCell, places: &ColumnPlaces) -> Option<usize> {
    let middle = |from: u32, to: u32| i64::from(from) + i64::from(to);
    let far = |cell: &GridCell, group: &[(u32, u32)]| match group {
        [start, .., end] => (middle(start.0, end.1) - middle(cell.col, cell.end())).abs(),
        [only] => (middle(only.0, only.1) - middle(cell.col, cell.end())).abs(),
        [] => i64::MAX / 4,
    };
    let count = places.len();
    let miss = |border: usize| far(first, &places[..border]) + far(second, &places[border..]);
    let best = (1..count).min_by_key(|&border| miss(border))?;
    // Twice the width of a column, as `middle` doubles.
    let column = 2 * (i64::from(places[count - 1].1) - i64::from(places[0].0)) / i64::try_from(count).ok()?;
    (best != count / 2 && miss(best) * 4 <= column && miss(count / 2) * 3 >= column * 2).then_some(best)
}

/// The head above each column by place. Where no head tells how many columns it covers, the next columns without one are its too.
fn over_places(cells: &[GridCell], places: &ColumnPlaces, columns: Columns) -> Option<Vec<Option<usize>>> {
    let overlaps = |cell: &GridCell, place: &(u32, u32)| cell.col < place.1 && place.0 < cell.end();
    let mut over: Vec<Option<usize>> = places.iter().map(|place| cells.iter().position(|cell| overlaps(cell, place))).collect();
    let used = |over: &[Option<usize>]| (0..cells.len()).filter(|cell| over.contains(&Some(*cell))).count();
    if cells.len() == places.len() && used(&over) < cells.len() {
        return None;
    }
    // Where one head says how many columns it covers, all do.
    let says_width = columns == Columns::Bars && cells.iter().any(|cell| cell.colspan > 1);
    if columns == Columns::Exact || says_width {
        return Some(over);
    }
    if cells.len() < places.len() && over.iter().any(Option::is_none) {
        if columns == Columns::Places {
            balance(cells, places, &mut over);
            extend(cells, places, &mut over);
        } else if places.len().is_multiple_of(cells.len().max(1)) {
            return None;
        } else {
            let middle = |from: u32, to: u32| i64::from(from) + i64::from(to);
            for (column, place) in places.iter().enumerate().filter(|_| !cells.is_empty()) {
                if over[column].is_none() {
                    let far = |cell: &usize| (middle(cells[*cell].col, cells[*cell].end()) - middle(place.0, place.1)).abs();
                    over[column] = (0..cells.len()).min_by_key(far);
                }
            }
        }
    }
    Some(over)
}

/// A head that stands above the middle of more columns than it overlaps is theirs too: "Percent of all" above the first two of three.
fn balance(cells: &[GridCell], places: &ColumnPlaces, over: &mut [Option<usize>]) {
    let middle = |from: u32, to: u32| i64::from(from) + i64::from(to);
    for (number, cell) in cells.iter().enumerate() {
        let own = |slot: &Option<usize>| *slot == Some(number);
        let (Some(mut first), Some(mut last)) = (over.iter().position(own), over.iter().rposition(own)) else { continue };
        let far = |first: usize, last: usize| (middle(places[first].0, places[last].1) - middle(cell.col, cell.end())).abs();
        let start = far(first, last);
        let mut least = start;
        loop {
            let before = first.checked_sub(1).filter(|&before| over[before].is_none()).map(|before| (far(before, last), before, last));
            let after =
                Some(last + 1).filter(|&after| over.get(after).is_some_and(Option::is_none)).map(|after| (far(first, after), first, after));
            let Some((next, from, to)) = before.into_iter().chain(after).min() else { break };
            if next >= least {
                break;
            }
            (least, first, last) = (next, from, to);
        }
        // A head of one column may reach over its border.
        let width = middle(places[first].0, places[last].1) - 2 * i64::from(places[first].0);
        if start - least > width / 10 {
            over[first..=last].fill(Some(number));
        }
    }
}

/// Columns that no head overlaps are under the nearest of those whose middle lies above no single column.
fn extend(cells: &[GridCell], places: &ColumnPlaces, over: &mut [Option<usize>]) {
    let middle = |from: u32, to: u32| i64::from(from) + i64::from(to);
    let of_place = |at: usize| middle(places[at].0, places[at].1);
    let spans = |cell: &usize| {
        let own = middle(cells[*cell].col, cells[*cell].end());
        let Some(nearest) = (0..places.len()).min_by_key(|&at| (of_place(at) - own).abs()) else { return false };
        let beside = [nearest.checked_sub(1), Some(nearest + 1).filter(|&next| next < places.len())];
        let gap = beside.into_iter().flatten().map(|other| (of_place(other) - of_place(nearest)).abs()).min().unwrap_or(0);
        (of_place(nearest) - own).abs() * 3 > gap
    };
    let spanning: Vec<usize> = (0..cells.len()).filter(spans).collect();
    for (column, over) in over.iter_mut().enumerate().filter(|(_, over)| over.is_none()) {
        let middle_of = |cell: usize| middle(cells[cell].col, cells[cell].end());
        let after = (0..cells.len()).take_while(|&cell| middle_of(cell) < of_place(column)).count();
        // Another head between the two parts them.
        let beside = [after.checked_sub(1), Some(after).filter(|&after| after < cells.len())].into_iter().flatten();
        *over = beside.filter(|cell| spanning.contains(cell)).min_by_key(|&cell| (middle_of(cell) - of_place(column)).abs());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which head stands above each column.
    fn heads(cells: &[(u32, u32)], places: &[(u32, u32)]) -> Vec<Option<usize>> {
        let cells: Vec<GridCell> = cells.iter().map(|&(from, to)| GridCell::new(Span::new(0, 0), from, to - from)).collect();
        over_places(&cells, &places.to_vec(), Columns::Places).expect("heads")
    }

    #[test]
    fn heads_reach_over_the_columns_around_their_middle() {
        let eight = [(30, 40), (45, 55), (60, 70), (80, 85), (90, 95), (100, 105), (115, 120), (125, 130)];
        // "Thousands", "Percent of all" and "Growth" above three, three and two.
        let own = |heads: [usize; 8]| heads.map(Some).to_vec();
        assert_eq!(
            heads(&[(46, 54), (83, 102), (116, 129)], &eight),
            vec![None, Some(0), None, Some(1), Some(1), Some(1), Some(2), Some(2)]
        );
        assert_eq!(heads(&[(34, 66), (83, 99), (116, 129)], &eight), own([0, 0, 0, 1, 1, 1, 2, 2]));
        // A head of one column.
        assert_eq!(heads(&[(44, 56)], &eight[..3]), [None, Some(0), None]);
    }

    #[test]
    fn heads_in_the_middle_of_groups_of_the_same_size() {
        let six = [(30, 38), (42, 50), (54, 62), (70, 78), (82, 90), (94, 102)];
        let text = "May 3, 2025 May 4, 2024";
        let cells = [GridCell::new(Span::new(0, 11), 41, 11), GridCell::new(Span::new(12, 23), 81, 11)];
        let over = in_middle(&cells, &six.to_vec(), Columns::Places, text);
        assert_eq!(over, Some(vec![Some(0), Some(0), Some(0), Some(1), Some(1), Some(1)]));
        // A note in the middle of all; words there are the head of the column below.
        let text = "(in millions) Tools";
        let note = [GridCell::new(Span::new(0, 13), 60, 13)];
        assert_eq!(in_middle(&note, &six.to_vec(), Columns::Places, text), Some(vec![Some(0); 6]));
        assert_eq!(in_middle(&[GridCell::new(Span::new(14, 19), 64, 5)], &six.to_vec(), Columns::Places, text), None);
        // Above the first two columns of three, the third of which is a change.
        let text = "June 30,";
        assert_eq!(in_middle(&[GridCell::new(Span::new(0, 8), 31, 8)], &six[..3].to_vec(), Columns::Places, text), None);
        // Rather above the second of two.
        assert_eq!(in_middle(&[GridCell::new(Span::new(0, 8), 39, 8)], &six[..2].to_vec(), Columns::Places, text), None);
    }
}
