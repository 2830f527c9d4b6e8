//! Heads of tables whose lines lost the blanks before them: between the heads of a line the blanks are left, so a line fits above the
//! columns with one shift only.

use super::block::{HeadRow, TableBlock};
use super::head;
use super::spread::{ColumnPlaces, groups, spread};
use crate::text::Span;
use crate::text::grid::{Columns, GridCell};

/// The most columns above which a shift is looked for.
const MOST_COLUMNS: usize = 16;
/// How far a head may stand from its place, in halves of a character.
const MOST_FAR: i64 = 8;
/// How much further away any other choice of columns must be.
const MARGIN: i64 = 3;
/// What a column without a head costs, where no line of dashes says which columns have one.
const UNCOVERED: i64 = 6;

/// A stretch of the page above which one head stands, and the columns in it.
#[derive(Clone, Copy)]
struct HeadStretch {
    from: i64,
    to: i64,
    first: usize,
    last: usize,
    /// Whether a line of dashes marks it.
    ruled: bool,
}

/// Which stretch each head stands above, and how far it stands from there.
#[derive(Clone, PartialEq, Eq)]
struct Fit {
    cost: i64,
    over: Vec<usize>,
}

/// The heads of the row of this number, whose blanks are lost, and the one above each column.
pub(super) fn over(block: &TableBlock, number: usize, places: &ColumnPlaces, text: &str) -> (Vec<GridCell>, Vec<Option<usize>>) {
    let rows = &block.heads[number..];
    let (row, count, ends) = (&rows[0], places.len(), ends(&block.rules, places));
    let cells = row.cells.clone();
    let all: Vec<GridCell> =
        row.corner.map(|corner| GridCell::new(corner, 0, width(corner, text))).into_iter().chain(cells.iter().copied()).collect();
    if cells.len() == count {
        return (cells, (0..count).map(Some).collect());
    }
    let ruled = ruled(rows, ends, places);
    // Heads of periods may stand above several lines of dashes, words of others above one only.
    let dated = all.iter().all(|cell| head::is_dated(cell.span.of(text)));
    let stretches = match &ruled {
        Some(ruled) if dated && ruled.len() == count => ranges(&ruled.iter().map(|stretch| (stretch.from, stretch.to)).collect::<Vec<_>>()),
        Some(ruled) => ruled.clone(),
        None => ranges(&places.iter().map(|&(from, to)| (i64::from(from), i64::from(to))).collect::<Vec<_>>()),
    };
    let may_fit = count <= MOST_COLUMNS && all.len() <= MOST_COLUMNS;
    let of_corner = || {
        let corner = row.corner.filter(|corner| !cells.is_empty() && width(*corner, text) <= places[0].0)?;
        let found = fit(&cells, &stretches, 0, count)?;
        let is_corner = !is_head(corner, text) && !head::says_nothing_else(corner.of(text));
        (is_corner && far(&found, &cells, &stretches) <= MOST_FAR * cells_in(&cells)).then_some(found)
    };
    let by_shift = if may_fit && all.len() > 1 { by_shift(&all, &stretches, count) } else { None };
    if may_fit && let Some(found) = of_corner() {
        let better = |shifted: &Fit| shifted.cost * cells_in(&cells) <= far(&found, &cells, &stretches) * cells_in(&all);
        if by_shift.as_ref().is_none_or(|shifted| !better(shifted)) {
            let over = columns_of(&found, &stretches, count);
            return (cells, over);
        }
    }
    if all.len() == count {
        return (all, (0..count).map(Some).collect());
    }
    if let Some((own, over)) = by_rules(rows, &all, ends, places, text) {
        return (own, over);
    }
    if let Some(found) = by_shift {
        let over = columns_of(&found, &stretches, count);
        return (all, over);
    }
    let takes_corner = row.corner.is_some_and(|corner| is_head(corner, text));
    let own = if takes_corner { all } else { cells };
    // A head of changes or shares stands above no more than their column.
    let of_some = own.iter().any(|cell| head::kind(cell.span.of(text)) != head::ColumnKind::Level);
    let even = own.len() > count
        || own.len() == 1
        || count % own.len().max(1) == 0
        || groups(own.len(), count, &rows[1..], Columns::Places, text).is_some();
    // A word of a head that goes on below stands nobody knows where.
    let alone = own.len() == 1 && (count == 1 || rows.len() == 1 || head::is_dated(own[0].span.of(text)) || is_note(own[0].span, text));
    let told = own.len() > count || alone || own.len() > 1 && (ruled.is_none() || dated);
    let over = match even && told && !(of_some && own.len() < count) {
        true => spread(&own, places, &rows[1..], Columns::Places, text),
        false => vec![None; count],
    };
    (own, over)
}

fn cells_in(cells: &[GridCell]) -> i64 {
    i64::try_from(cells.len()).unwrap_or(i64::MAX)
}

fn width(span: Span, text: &str) -> u32 {
    u32::try_from(span.of(text).chars().count()).unwrap_or(u32::MAX)
}

fn is_head(words: Span, text: &str) -> bool {
    head::is_dated(words.of(text)) || head::kind(words.of(text)) != head::ColumnKind::Level
}

/// Whether a head may be a note of scale or currency.
fn is_note(words: Span, text: &str) -> bool {
    let lower = words.of(text).to_lowercase();
    lower.contains(['(', '$', '€', '£', '%']) || ["million", "thousand", "billion", "000"].iter().any(|scale| lower.contains(scale))
}

/// The stretches of the next line of dashes: one for each head of the lines above it.
fn ruled(rows: &[HeadRow], ends: i64, places: &ColumnPlaces) -> Option<Vec<HeadStretch>> {
    let rules = rows.iter().map(|row| &row.rules).find(|rules| !rules.is_empty())?;
    let shift = shift(rules, ends, places)?;
    let moved = rules.iter().map(|&(from, to)| (i64::from(from) + shift, i64::from(to) + shift));
    let mut out: Vec<HeadStretch> = Vec::new();
    let mut next = 0;
    for (from, to) in moved {
        let middle = |place: &(u32, u32)| (i64::from(place.0) + i64::from(place.1)) / 2;
        let start = next + places[next..].iter().take_while(|place| middle(place) < from).count();
        let end = start + places[start..].iter().take_while(|place| middle(place) <= to).count();
        if end > start {
            out.push(HeadStretch { from, to, first: start, last: end - 1, ruled: true });
        } else if !out.is_empty() {
            return None;
        }
        next = end;
    }
    // A line of dashes below every column, or below groups that hold all of them but some of the first ones.
    (!out.is_empty() && out.last()?.last + 1 == places.len()).then_some(out)
}

/// Where a line of dashes stands at its place: one that has dashes below the labels too did not move.
fn shift(rules: &[(u32, u32)], ends: i64, places: &ColumnPlaces) -> Option<i64> {
    Some(if has_labels(rules, places) { 0 } else { ends - i64::from(rules.last()?.1) })
}

/// Whether the first dashes stand below the labels, and all columns below others.
fn has_labels(rules: &[(u32, u32)], places: &ColumnPlaces) -> bool {
    let Some((labels, others)) = rules.split_first() else { return false };
    let inside = |&(from, to): &(u32, u32)| {
        let middle = from / 2 + to / 2;
        others.iter().any(|other| other.0 <= middle && middle <= other.1)
    };
    labels.0 == 0 && labels.1 <= places.first().map_or(0, |first| first.0) && places.iter().all(inside)
}

/// Where lines of dashes end: where one that did not move ends, else with the last column.
fn ends(lines: &[Vec<(u32, u32)>], places: &ColumnPlaces) -> i64 {
    let whole = lines.iter().filter(|rules| has_labels(rules, places));
    let end = whole.filter_map(|rules| rules.last()).map(|last| last.1).max();
    if let Some(end) = end {
        return i64::from(end);
    }
    let fitted = lines.iter().filter_map(|rules| fitted(rules, places)).max();
    fitted.unwrap_or_else(|| places.last().map_or(0, |last| i64::from(last.1)))
}

/// Where dashes end of which each reaches over one column: figures in the middle of the last one leave blanks behind them.
fn fitted(rules: &[(u32, u32)], places: &ColumnPlaces) -> Option<i64> {
    if rules.len() != places.len() {
        return None;
    }
    let pairs = || rules.iter().zip(places).map(|(&rule, &place)| [rule, place].map(|(from, to)| (i64::from(from), i64::from(to))));
    let least = pairs().map(|[rule, place]| place.1 - rule.1).max()?;
    let most = pairs().map(|[rule, place]| place.0 - rule.0).min()?;
    (0 <= least && least <= most).then_some(least + i64::from(rules.last()?.1))
}

/// Each column, and the columns side by side that one head may stand above.
fn ranges(places: &[(i64, i64)]) -> Vec<HeadStretch> {
    let stretch = |first: usize, last: usize| HeadStretch { from: places[first].0, to: places[last].1, first, last, ruled: false };
    let most = if places.len() <= MOST_COLUMNS { places.len() } else { 0 };
    (0..most).flat_map(|first| (first..most).map(move |last| stretch(first, last))).collect()
}

/// How far a head stands from where it would stand above a stretch, in halves of a character.
fn distance(cell: &GridCell, shift: i64, stretch: &HeadStretch) -> i64 {
    let (from, to) = (2 * i64::from(cell.col) + shift, 2 * i64::from(cell.end()) + shift);
    let middle = ((from + to) - 2 * (stretch.from + stretch.to)).abs() / 2;
    // A wide head may reach over its column to both sides.
    let over = ((to - from) - 2 * (stretch.to - stretch.from)).max(0) / 4;
    if stretch.first == stretch.last || stretch.ruled {
        let right = (to - 2 * stretch.to).abs();
        let left = if stretch.ruled { (from - 2 * stretch.from).abs() } else { right };
        return middle.min(right).min(left) + over;
    }
    middle + over
}

fn far(found: &Fit, cells: &[GridCell], stretches: &[HeadStretch]) -> i64 {
    found.over.iter().zip(cells).map(|(&stretch, cell)| distance(cell, 0, &stretches[stretch])).sum()
}

/// The best stretch for each head, in order, at a shift.
fn fit(cells: &[GridCell], stretches: &[HeadStretch], shift: i64, count: usize) -> Option<Fit> {
    let uncovered = |columns: usize| {
        let of_rules = stretches.first().is_some_and(|first| first.ruled);
        if of_rules { 0 } else { UNCOVERED * i64::try_from(columns).unwrap_or(0) }
    };
    // The best choice for the heads so far, by the column after the last that they stand above.
    let mut best: Vec<Option<Fit>> = vec![None; count + 1];
    best[0] = Some(Fit { cost: 0, over: Vec::new() });
    for cell in cells {
        let mut next: Vec<Option<Fit>> = vec![None; count + 1];
        for (number, stretch) in stretches.iter().enumerate() {
            let own = distance(cell, shift, stretch);
            for (before, fit) in best.iter().enumerate().take(stretch.first + 1) {
                let Some(fit) = fit else { continue };
                let cost = fit.cost + own + uncovered(stretch.first - before);
                if next[stretch.last + 1].as_ref().is_none_or(|known| cost < known.cost) {
                    let over = fit.over.iter().copied().chain([number]).collect();
                    next[stretch.last + 1] = Some(Fit { cost, over });
                }
            }
        }
        best = next;
    }
    let ends = best.into_iter().enumerate().filter_map(|(end, fit)| fit.map(|fit| Fit { cost: fit.cost + uncovered(count - end), ..fit }));
    ends.min_by_key(|fit| fit.cost)
}

/// The shift at which the heads of a row stand above their columns, where it is the only one.
fn by_shift(cells: &[GridCell], stretches: &[HeadStretch], count: usize) -> Option<Fit> {
    let mut shifts: Vec<i64> = Vec::new();
    for cell in [cells.first()?, cells.last()?] {
        let (from, to) = (2 * i64::from(cell.col), 2 * i64::from(cell.end()));
        for stretch in stretches {
            shifts.push(stretch.from + stretch.to - (from + to) / 2);
            if stretch.ruled || stretch.first == stretch.last {
                shifts.push(2 * stretch.to - to);
            }
        }
    }
    shifts.retain(|shift| *shift >= 0);
    shifts.sort_unstable();
    shifts.dedup();
    let found: Vec<Fit> = shifts.into_iter().filter_map(|shift| fit(cells, stretches, shift, count)).collect();
    let best = found.iter().min_by_key(|fit| fit.cost)?;
    let rival = found.iter().filter(|fit| fit.over != best.over).map(|fit| fit.cost).min();
    let covered: usize = best.over.iter().map(|&stretch| stretches[stretch].last - stretches[stretch].first + 1).sum();
    let gaps = if stretches[0].ruled { 0 } else { UNCOVERED * i64::try_from(count - covered.min(count)).unwrap_or(0) };
    (best.cost - gaps <= MOST_FAR * cells_in(cells) && rival.is_none_or(|rival| rival - best.cost >= MARGIN)).then(|| best.clone())
}

fn columns_of(fit: &Fit, stretches: &[HeadStretch], count: usize) -> Vec<Option<usize>> {
    let mut over = vec![None; count];
    for (cell, &stretch) in fit.over.iter().enumerate() {
        over[stretches[stretch].first..=stretches[stretch].last].fill(Some(cell));
    }
    over
}

/// The heads by the lines of dashes below them, where there are as many.
fn by_rules(
    rows: &[HeadRow],
    all: &[GridCell],
    ends: i64,
    places: &ColumnPlaces,
    text: &str,
) -> Option<(Vec<GridCell>, Vec<Option<usize>>)> {
    let cells = &rows[0].cells;
    let takes_corner = rows[0].corner.is_some_and(|corner| is_head(corner, text));
    for rules in rows.iter().map(|row| &row.rules).filter(|rules| !rules.is_empty()) {
        let own = match rules.len() {
            length if length == all.len() && (takes_corner || cells.len() < 2) => all,
            length if length == cells.len() || length == cells.len() + 1 => cells,
            length if length == all.len() => all,
            _ => continue,
        };
        let (Some(from), Some(shift)) = (rules.len().checked_sub(own.len()), shift(rules, ends, places)) else { continue };
        if let Some(over) = over_rules(&rules[from..], shift, places) {
            return Some((own.to_vec(), over));
        }
    }
    None
}

/// The group of dashes below which each column stands, at its shift. `None` where one stands above none.
fn over_rules(groups: &[(u32, u32)], shift: i64, places: &ColumnPlaces) -> Option<Vec<Option<usize>>> {
    let middle = |range: (u32, u32)| i64::from(range.0) + i64::from(range.1);
    let far = |place: (u32, u32), group: (u32, u32)| {
        let inside = i64::from(group.0) + shift <= i64::from(place.0) && i64::from(place.1) <= i64::from(group.1) + shift;
        if inside { 0 } else { (middle(place) - middle(group) - 2 * shift).abs() }
    };
    let over: Vec<Option<usize>> = places.iter().map(|&place| (0..groups.len()).min_by_key(|&group| far(place, groups[group]))).collect();
    (0..groups.len()).all(|group| over.contains(&Some(group))).then_some(over)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The heads of the first line above columns at these places; `rules` stand below it.
    fn heads(line: &str, rules: &[(u32, u32)], places: &[(u32, u32)]) -> Vec<Option<String>> {
        let mut cells: Vec<GridCell> = Vec::new();
        let mut at = 0;
        for part in line.split("  ") {
            let words = part.trim();
            if !words.is_empty() {
                let start = at + part.find(words).unwrap_or(0);
                let column = u32::try_from(line[..start].chars().count()).unwrap();
                cells.push(GridCell::new(Span::new(start, start + words.len()), column, u32::try_from(words.chars().count()).unwrap()));
            }
            at += part.len() + 2;
        }
        let corner = (cells.first().is_some_and(|first| first.end() < places[0].0)).then(|| cells.remove(0).span);
        let row = HeadRow { corner, cells, rules: rules.to_vec(), ..HeadRow::default() };
        let block = TableBlock { rules: vec![rules.to_vec()], heads: vec![row], ..TableBlock::default() };
        let (own, over) = over(&block, 0, &places.to_vec(), line);
        over.into_iter().map(|cell| Some(own[cell?].span.of(line).to_string())).collect()
    }

    #[test]
    fn heads_by_the_blanks_between_them() {
        let four = [(30, 40), (42, 52), (54, 62), (64, 82)];
        let dashes = [(30, 40), (42, 52), (54, 62), (64, 82)];
        let own =
            |heads: &[&str]| -> Vec<Option<String>> { heads.iter().map(|head| (!head.is_empty()).then(|| head.to_string())).collect() };
        // The corner keeps its place, so all the others do.
        assert_eq!(
            heads("EUR million                    Q2 2024     Q2 2025           Change", &[], &four),
            own(&["Q2 2024", "Q2 2025", "Change", "Change"])
        );
        // Two heads as far from each other as the last two lines of dashes.
        assert_eq!(heads("Reported   As restated by us", &dashes, &four), own(&["", "", "Reported", "As restated by us"]));
        // The figures of the last column stand in the middle of its dashes.
        assert_eq!(fitted(&[(0, 9), (11, 20), (22, 43)], &vec![(18, 27), (29, 38), (49, 52)]), Some(61));
        assert_eq!(fitted(&[(0, 9), (11, 20)], &vec![(18, 29), (29, 38)]), None);
        // Two heads over two columns each.
        assert_eq!(
            heads("Three months             Year", &[], &[(30, 38), (42, 50), (54, 62), (66, 74)]),
            own(&["Three months", "Three months", "Year", "Year"])
        );
        // One word of a head that goes on below stands nowhere for sure.
        assert_eq!(heads("Percent", &dashes, &four), own(&[""; 4]));
        assert_eq!(heads("% change", &[], &four), own(&["", "", "", ""]));
    }
}
