//! What a table says twice: totals of its rows, changes between its columns, shares in a column.
//!
//! Print is nearly always right, so arithmetic alone never accuses. A relation is looked for in a whole row or column and counts only where
//! it holds there; a total is accused where its label says that it is one and the same parts make it up in all other columns, a
//! change where its head names it and all other rows of the column hold.

use rust_decimal::Decimal;

use super::head::{self, ColumnKind};
use super::parsed::{Slot, Table, Tables};
use super::ratios;
use super::relation::{Relation, Trust, agrees, percent, rounding, share};
use crate::link::{ClaimKind, OperandSet};
use crate::mention::{FigureKind, Unit};
use crate::number::Interval;
use crate::relate::FigureFact;
use crate::text::Span;

/// The most columns without a date between which a change is looked for.
const MOST_LEVELS: usize = 6;
/// The most columns that may be the base of a change.
const MOST_BASES: usize = 16;
/// What tells that a figure is money.
const CURRENCY_SIGNS: [char; 4] = ['$', '€', '£', '¥'];
/// The most rows that a total may have as parts.
const MOST_PARTS: usize = 40;

/// The relations of all tables, each stated cell once; a percent that follows from nothing says why.
pub(super) fn relations(tables: &Tables, facts: &mut [FigureFact], text: &str) -> Vec<Relation> {
    let mut out = Vec::new();
    let from = facts.iter().position(|fact| fact.cell.is_some()).unwrap_or(facts.len());
    for table in &tables.0 {
        changes(table, facts, text, &mut out);
        totals(table, facts, text, &mut out);
        ratios::rows(table, facts, text, &mut out);
        shares_of_column(table, facts, text, &mut out);
    }
    let mut claimed = vec![false; facts.len()];
    out.retain(|relation| !std::mem::replace(&mut claimed[relation.stated], true));
    for stated in from..facts.len() {
        if facts[stated].figure.kind == FigureKind::Percent && !claimed[stated] {
            let kind = if facts[stated].figure.unit == Unit::Percent { ClaimKind::Share } else { ClaimKind::Points };
            let reason = Some("the table does not say what it was computed from");
            out.push(Relation { kind, stated, operands: OperandSet::default(), trust: Trust::Confirms, because: Vec::new(), reason });
        }
    }
    out
}

/// A change between two levels, as it would be printed.
fn change(facts: &[FigureFact], kind: ClaimKind, current: usize, base: usize) -> Option<Interval> {
    let (now, before) = (rounding(facts, current), rounding(facts, base));
    match kind {
        ClaimKind::Growth => {
            let positive = now.low >= Decimal::ZERO && before.low > Decimal::ZERO;
            let ratio = positive.then(|| now.div(&before)).flatten()?;
            ratio.sub(&Interval::point(Decimal::ONE))?.scale(Decimal::ONE_HUNDRED)
        }
        _ => now.sub(&before),
    }
}

/// Columns of changes: between the latest level to their left and another one, the same in all rows.
fn changes(table: &Table, facts: &mut [FigureFact], text: &str, out: &mut Vec<Relation>) {
    let mut levels: Vec<usize> = Vec::new();
    let mut after_change = false;
    for (at, column) in table.columns.iter().enumerate() {
        match column.kind {
            ColumnKind::Level
                if column.dates.is_some()
                    || column.label.as_deref().is_some_and(head::is_of_other_day)
                    || levels.iter().all(|&level| table.columns[level].dates.is_none()) =>
            {
                if std::mem::take(&mut after_change) {
                    levels.clear();
                }
                levels.push(at);
            }
            ColumnKind::Change | ColumnKind::Points => {
                after_change = true;
                let _ = changes_of(table, at, &levels, facts, text, out)
                    || around(table, at, &levels, facts, text, out)
                    || of_delta(table, at, &levels, facts, out);
            }
            // "$ | $ | %": what the percents are of is not said.
            ColumnKind::Share if column.label.as_deref().is_some_and(|label| label.trim() == "%") => {
                after_change = true;
                changes_of(table, at, &levels, facts, text, out);
            }
            ColumnKind::Level => {}
            _ => after_change = true,
        }
    }
}

/// "2019 | Change | 2018": the change stands between its levels.
fn around(table: &Table, column: usize, levels: &[usize], facts: &mut [FigureFact], text: &str, out: &mut Vec<Relation>) -> bool {
    let kind = |at: &usize| table.columns[*at].kind;
    let ahead = (column + 1..table.columns.len()).find(|at| !matches!(kind(at), ColumnKind::Change | ColumnKind::OtherChange));
    let Some((&before, ahead)) = levels.last().zip(ahead.filter(|at| kind(at) == ColumnKind::Level)) else { return false };
    changes_of(table, column, &[before, ahead], facts, text, out)
}

/// "Price | Change | % change": the change in percent follows from the level and the change beside it.
fn of_delta(table: &Table, column: usize, levels: &[usize], facts: &[FigureFact], out: &mut Vec<Relation>) -> bool {
    let delta = column.checked_sub(1).filter(|&delta| table.columns[delta].kind == ColumnKind::Change);
    let Some((&level, delta)) = levels.last().zip(delta) else { return false };
    let (mut relations, mut held) = (Vec::new(), 0);
    for slots in &table.slots {
        let (Slot::Fact(stated), Slot::Fact(now), Slot::Fact(change)) = (slots[column], slots[level], slots[delta]) else { continue };
        let (own, printed) = (&facts[stated].figure, rounding(facts, change));
        let alike = facts[now].figure.unit == facts[change].figure.unit && facts[now].figure.kind != FigureKind::Percent;
        if own.unit != Unit::Percent || own.kind != FigureKind::Percent || !alike {
            continue;
        }
        let base = rounding(facts, now).sub(&printed).filter(|base| base.low > Decimal::ZERO);
        let computed = base.and_then(|base| printed.div(&base)).and_then(|ratio| ratio.scale(Decimal::ONE_HUNDRED));
        held += usize::from(computed.is_some_and(|computed| agrees(facts, stated, &computed)));
        let operands = OperandSet { current: Some(now), delta: Some(change), ..OperandSet::default() };
        let because = vec![format!("column \"{}\"", table.columns[column].label.as_deref().unwrap_or_default())];
        relations.push(Relation { kind: ClaimKind::Growth, stated, operands, trust: Trust::Confirms, because, reason: None });
    }
    let failed = relations.len() - held;
    // The heads name level, change and percent: one row alone is enough.
    let holds = (held >= 2 || failed == 0) && held >= 1 && held >= 3 * failed;
    if holds {
        out.extend(relations);
    }
    holds
}

fn changes_of(table: &Table, column: usize, levels: &[usize], facts: &mut [FigureFact], text: &str, out: &mut Vec<Relation>) -> bool {
    let dates = |level: usize| table.columns[level].dates.map(|dates| (dates.to, dates.from));
    // "Latest | Previous day": one date among heads without any orders nothing.
    let latest = levels.iter().copied().filter(|&level| dates(level).is_some());
    let latest = latest.clone().nth(1).and_then(|_| latest.max_by_key(|&level| dates(level)));
    // Where no head has a date, the column itself tells between which two it is.
    let near = &levels[levels.len().saturating_sub(MOST_LEVELS)..];
    let currents = latest.map_or_else(|| near.to_vec(), |latest| vec![latest]);
    let pairs = currents.iter().flat_map(|&current| {
        let bases = levels.iter().copied().filter(move |&base| base != current && dates(base).is_some() == latest.is_some());
        bases.rev().take(MOST_BASES).map(move |base| (current, base))
    });
    let mut best: Option<(usize, usize, usize, Vec<Relation>)> = None;
    for (current, base) in pairs {
        for as_percent in [true, false] {
            let relations = rows_of_change(table, column, (current, base), as_percent, facts, text);
            let held = relations.iter().filter(|(_, holds)| *holds).count();
            let failed = relations.len() - held;
            // Of heads with dates one row is enough.
            let told = latest.is_some() && failed == 0 && levels.len() == 2;
            let named = table.columns[column].kind == ColumnKind::Change;
            // Of two levels only the way is open, so a row or two tell it.
            let one_off = named && levels.len() == 2 && failed == 1 && (latest.is_some() && held >= 1 || held >= 2);
            let holds = (held >= 2 || held == 1 && told) && held >= 3 * failed;
            if (holds || one_off) && best.as_ref().is_none_or(|(most, ..)| held > *most) {
                let few_fail = failed <= 1 || failed == 2 && held >= 8;
                let trust = match () {
                    () if latest.is_some() && held >= 4 && few_fail && named => Trust::Proven,
                    () if one_off || named && held >= 4 && few_fail => Trust::Stated,
                    () => Trust::Confirms,
                };
                let relations = relations.into_iter().map(|(relation, _)| Relation { trust, ..relation }).collect();
                best = Some((held, base, usize::from(as_percent), relations));
            }
        }
    }
    let Some((_, _, as_percent, relations)) = best else { return false };
    for relation in &relations {
        let figure = &mut facts[relation.stated].figure;
        if as_percent == 1 && matches!(figure.kind, FigureKind::Amount | FigureKind::Quantity) {
            unscale(table, relation.stated, facts);
        }
    }
    out.extend(relations);
    true
}

/// For each row the relation of its change, and whether it holds.
fn rows_of_change(
    table: &Table,
    column: usize,
    (current, base): (usize, usize),
    as_percent: bool,
    facts: &[FigureFact],
    text: &str,
) -> Vec<(Relation, bool)> {
    let mut out = Vec::new();
    for (number, slots) in table.slots.iter().enumerate() {
        let (Slot::Fact(stated), Slot::Fact(now), Slot::Fact(before)) = (slots[column], slots[current], slots[base]) else { continue };
        let levels_alike = facts[now].figure.unit == facts[before].figure.unit && facts[now].figure.per == facts[before].figure.per;
        let in_percent = facts[now].figure.kind == FigureKind::Percent;
        let own = &facts[stated].figure;
        let marked = own.kind == FigureKind::Percent;
        // In a column of growth rates the rows of margins change by points.
        let in_points = matches!(own.unit, Unit::PercentagePoint | Unit::BasisPoint);
        let kind = match (as_percent, in_percent) {
            (_, true) if in_points => ClaimKind::Points,
            (true, false) if own.unit == Unit::Percent || !marked => ClaimKind::Growth,
            (false, false) if !marked => ClaimKind::Difference,
            (false, true) if marked => ClaimKind::Points,
            _ => continue,
        };
        // "$ (1.44)" in a column of percents is the change itself.
        let is_amount = as_percent && own.span.of(text).contains(CURRENCY_SIGNS);
        if !levels_alike || is_amount {
            continue;
        }
        let to_basis = own.unit == Unit::BasisPoint && kind == ClaimKind::Points;
        let scaled = |change: Interval| if to_basis { change.scale(Decimal::ONE_HUNDRED) } else { Some(change) };
        let Some(computed) = change(facts, kind, now, before).and_then(scaled) else { continue };
        let printed = if as_percent && !marked { table.printed_value(number, column) } else { None };
        let holds = match printed {
            Some(printed) => printed.meets(&computed) || printed.meets(&computed.negate()),
            None => agrees(facts, stated, &computed),
        };
        let operands = OperandSet { current: Some(now), base: Some(before), ..OperandSet::default() };
        let because = vec![format!("column \"{}\"", table.columns[column].label.as_deref().unwrap_or_default())];
        out.push((Relation { kind, stated, operands, trust: Trust::Confirms, because, reason: None }, holds));
    }
    out
}

/// A change that turned out to be a percent was read as an amount of the table's scale.
fn unscale(table: &Table, stated: usize, facts: &mut [FigureFact]) {
    let Some((row, column)) = table.place_of(stated) else { return };
    let Some(value) = table.printed_at(row, column) else { return };
    let figure = &mut facts[stated].figure;
    figure.kind = FigureKind::Percent;
    figure.unit = Unit::Percent;
    figure.per = None;
    figure.value = value;
}

/// What still stands alone above a row: a row of its own, or the total of some.
struct Subtotal {
    row: usize,
    section: Option<Span>,
    addends: Vec<Addend>,
}

/// Totals of the rows above them.
fn totals(table: &Table, facts: &[FigureFact], text: &str, out: &mut Vec<Relation>) {
    let columns: Vec<usize> = (0..table.columns.len()).filter(|&column| table.columns[column].kind == ColumnKind::Level).collect();
    let mut stack: Vec<Subtotal> = Vec::new();
    for (row, data) in table.block.rows.iter().enumerate() {
        let facts_of = |slots: &[Slot]| slots.iter().filter_map(|slot| if let Slot::Fact(fact) = slot { Some(*fact) } else { None }).next();
        let Some(first) = facts_of(&table.slots[row]) else { continue };
        let alike = |part: &Subtotal| {
            facts_of(&table.slots[part.row]).is_some_and(|fact| {
                facts[fact].figure.unit == facts[first].figure.unit && facts[fact].figure.per == facts[first].figure.per
            })
        };
        let label = data.label.map_or("", |label| label.of(text)).to_lowercase();
        // What is part of another row adds nothing to a total.
        if super::row::is_part(&label) || data.section.is_some_and(|section| super::row::is_part(section.of(text))) {
            continue;
        }
        let says_total = label.trim_start_matches(|sign: char| !sign.is_alphabetic()).starts_with("total") || label.starts_with("net cash");
        let most = stack.iter().rev().take(MOST_PARTS).take_while(|part| alike(part)).count();
        let addends: Vec<Addend> = columns.iter().map(|&column| Addend::of(table.slots[row][column], facts)).collect();
        let mut sums = Sums::new(&columns, &addends);
        let mut taken = None;
        let (mut held, mut failed) = (Vec::new(), Vec::new());
        for count in 1..=most {
            sums.add(&stack[stack.len() - count].addends);
            if count < 2 {
                continue;
            }
            sums.outcome(&mut held, &mut failed);
            if held.is_empty() && failed.is_empty() && count > 2 {
                continue;
            }
            let parts = || -> Vec<usize> { stack[stack.len() - count..].iter().map(|part| part.row).collect() };
            let enough = held.len() >= 2 || held.len() == 1 && count >= 3 && says_total;
            if failed.is_empty() && enough {
                taken = Some(count);
                let parts = parts();
                out.extend(held.iter().filter_map(|&column| sum(table, row, column, &parts, Trust::Confirms, text)));
                break;
            }
            let in_section = data.section.is_some() && stack[stack.len() - count].section == data.section;
            if failed.len() == 1 && held.len() >= 2 && says_total && (in_section || held.len() >= 3) && taken.is_none() {
                let parts = parts();
                out.extend(sum(table, row, failed[0], &parts, Trust::Likely, text));
                out.extend(held.iter().filter_map(|&column| sum(table, row, column, &parts, Trust::Confirms, text)));
                taken = Some(count);
                break;
            }
            let parts = if count == 2 { parts() } else { Vec::new() };
            if count == 2 && differs(table, facts, &columns, row, &parts) {
                for &column in &columns {
                    out.extend(difference(table, row, column, &parts));
                }
                taken = Some(count);
                break;
            }
        }
        if let Some(count) = taken {
            stack.truncate(stack.len() - count);
        }
        stack.push(Subtotal { row, section: data.section, addends });
    }
}

/// What a cell adds to a total.
#[derive(Clone, Copy)]
enum Addend {
    Blank,
    Nil,
    Filled(Interval),
}

impl Addend {
    fn of(slot: Slot, facts: &[FigureFact]) -> Self {
        match slot {
            Slot::Fact(fact) => Addend::Filled(rounding(facts, fact)),
            Slot::Nil => Addend::Nil,
            Slot::Blank => Addend::Blank,
        }
    }
}

/// The sums of the rows above a total, from the last of them upwards, a column each.
struct Sums {
    /// Column, what the total prints there, the sum so far, and of how many figures it is.
    columns: Vec<(usize, Interval, Option<Interval>, usize)>,
}

impl Sums {
    fn new(columns: &[usize], total: &[Addend]) -> Self {
        let filled = columns.iter().zip(total).map(|(&column, own)| match own {
            Addend::Filled(own) => (column, *own, Some(Interval::point(Decimal::ZERO)), 0),
            _ => (column, Interval::point(Decimal::ZERO), None, 0),
        });
        Sums { columns: filled.collect() }
    }

    fn add(&mut self, row: &[Addend]) {
        for ((_, _, sum, filled), addend) in self.columns.iter_mut().zip(row) {
            match addend {
                Addend::Blank => *sum = None,
                Addend::Nil => {}
                Addend::Filled(interval) => {
                    *sum = sum.and_then(|sum| sum.add(interval));
                    *filled += 1;
                }
            }
        }
    }

    /// The columns in which the rows add up to the total, and those in which they do not.
    fn outcome(&self, held: &mut Vec<usize>, failed: &mut Vec<usize>) {
        held.clear();
        failed.clear();
        for (column, own, sum, _) in self.columns.iter().filter(|(.., filled)| *filled >= 2) {
            match sum {
                Some(sum) if own.meets(sum) => held.push(*column),
                Some(_) => failed.push(*column),
                None => {}
            }
        }
    }
}

fn sum(table: &Table, total: usize, column: usize, parts: &[usize], trust: Trust, text: &str) -> Option<Relation> {
    let Slot::Fact(stated) = table.slots[total][column] else { return None };
    let parts: Vec<usize> =
        parts.iter().filter_map(|&part| if let Slot::Fact(fact) = table.slots[part][column] { Some(fact) } else { None }).collect();
    if parts.len() < 2 {
        return None;
    }
    let label = table.block.rows[total].label.map_or("", |label| label.of(text));
    let because = vec![format!("row \"{}\" adds up in the other columns", super::row::clean(label))];
    Some(Relation { kind: ClaimKind::Sum, stated, operands: OperandSet { parts, ..OperandSet::default() }, trust, because, reason: None })
}

/// Whether the row is the first of the two above it less the second in every column: gross profit.
fn differs(table: &Table, facts: &[FigureFact], columns: &[usize], row: usize, parts: &[usize]) -> bool {
    let (mut held, mut failed) = (0, 0);
    for &column in columns {
        let slots = [table.slots[row][column], table.slots[parts[0]][column], table.slots[parts[1]][column]];
        let [Slot::Fact(stated), Slot::Fact(first), Slot::Fact(second)] = slots else { continue };
        let holds = rounding(facts, first).sub(&rounding(facts, second)).is_some_and(|interval| rounding(facts, stated).meets(&interval));
        if holds { held += 1 } else { failed += 1 }
    }
    held >= 2 && failed == 0
}

fn difference(table: &Table, row: usize, column: usize, parts: &[usize]) -> Option<Relation> {
    let slots = [table.slots[row][column], table.slots[parts[0]][column], table.slots[parts[1]][column]];
    let [Slot::Fact(stated), Slot::Fact(first), Slot::Fact(second)] = slots else { return None };
    let operands = OperandSet { current: Some(first), base: Some(second), ..OperandSet::default() };
    Some(Relation {
        kind: ClaimKind::Difference,
        stated,
        operands,
        trust: Trust::Confirms,
        because: vec!["the two rows above".into()],
        reason: None,
    })
}

/// Columns of shares: of the row that is all of it, in the column of levels beside them.
fn shares_of_column(table: &Table, facts: &[FigureFact], text: &str, out: &mut Vec<Relation>) {
    let fact_at = |row: usize, column: usize| if let Slot::Fact(fact) = table.slots[row][column] { Some(fact) } else { None };
    let is_level = |&column: &usize| table.columns[column].kind == ColumnKind::Level;
    for column in (0..table.columns.len()).filter(|&column| table.columns[column].kind == ColumnKind::Share) {
        let Some(levels) = (0..column).rev().find(is_level).or_else(|| (column + 1..table.columns.len()).find(is_level)) else { continue };
        let is_all = |row: &usize| {
            let whole = fact_at(*row, column).and_then(|fact| facts[fact].figure.value());
            let label = table.block.rows[*row].label.map_or("", |label| label.of(text));
            let named = ["total", "revenue", "revenues", "net sales", "sales", "net revenue", "net revenues"];
            fact_at(*row, levels).is_some()
                && (whole == Some(Decimal::ONE_HUNDRED)
                    || whole.is_none() && named.iter().any(|word| super::head::starts_with_word(label, word)))
        };
        let mut best: Option<(usize, Vec<Relation>)> = None;
        for whole_row in (0..table.block.rows.len()).filter(is_all).take(MOST_BASES) {
            let Some(whole) = fact_at(whole_row, levels) else { continue };
            let (mut relations, mut failed) = (Vec::new(), 0);
            for row in (0..table.block.rows.len()).filter(|&row| row != whole_row) {
                let (Some(stated), Some(part)) = (fact_at(row, column), fact_at(row, levels)) else { continue };
                if facts[stated].figure.unit != Unit::Percent || facts[part].figure.unit != facts[whole].figure.unit {
                    continue;
                }
                let holds = percent(facts, part, whole).is_some_and(|ratio| agrees(facts, stated, &ratio));
                failed += usize::from(!holds);
                let trust = if holds { Trust::Confirms } else { Trust::Likely };
                relations.push(share(stated, (part, whole), trust, "holds in the other rows"));
            }
            let held = relations.len() - failed;
            // Several parts of their own whole stand in one column: those that do not hold are not of this one.
            if failed > 1 || held < 3 {
                relations.retain(|relation| relation.trust == Trust::Confirms);
            }
            if held >= 3 && held >= failed && best.as_ref().is_none_or(|(most, _)| held > *most) {
                best = Some((held, relations));
            }
        }
        out.extend(best.into_iter().flat_map(|(_, relations)| relations));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// A table, and the cells that are called wrong.
    const TABLES: &[(&str, &[&str])] = &[
        // Two heads with years and a change: of two rows one tells what the other should say.
        ("|  | 2019 | 2018 | % Change |\n|---|---|---|---|\n| Rents | 660 | 600 | 10% |\n| Fees | 230 | 200 | 51% |\n", &["51%"]),
        ("|  | 2019 | 2018 | % Change |\n|---|---|---|---|\n| Rents | 660 | 600 | 10% |\n| Fees | 230 | 200 | 15% |\n", &[]),
        // Heads without dates: four rows tell.
        (
            "| Town | Now | Then | Change |\n|---|---|---|---|\n| Arl | 660 | 600 | 10% |\n| Bell | 230 | 200 | 15% |\n\
             | Cade | 480 | 400 | 20% |\n| Dorn | 750 | 600 | 25% |\n| Esk | 780 | 600 | 70% |\n",
            &["70%"],
        ),
        // The change of another basis follows from no levels.
        (
            "|  |  |  | Percent Change |  |\n|---|---|---|---|---|\n| $ million | 2019 | Actual | Constant | 2018 |\n\
             | Rents | 660 | 10% | 13% | 600 |\n| Fees | 230 | 15% | 17% | 200 |\n| Tolls | 480 | 20% | 20% | 400 |\n",
            &[],
        ),
        // An amount among percents is the change itself.
        (
            "|  | 2019 | 2018 | Change |\n|---|---|---|---|\n| Rents | 660 | 600 | 10% |\n| Fees | 230 | 200 | 15% |\n\
             | Per share | $ 0.90 | $ 0.60 | $ 0.30 |\n",
            &[],
        ),
    ];

    #[test]
    fn a_change_that_its_column_belies_is_called_wrong() {
        for (table, wanted) in TABLES {
            let sheet = analyze(&Article::from_text(*table), &Options::default());
            let text = |id: &str| sheet.fact(id).map_or("", |fact| fact.text.as_str());
            let wrong: Vec<&str> = sheet.checks.iter().filter(|check| check.severity.is_some()).map(|check| text(&check.stated)).collect();
            assert_eq!(wrong, wanted.to_vec(), "{table}");
        }
    }
}
