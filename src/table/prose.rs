//! Prose held against cells: a figure that a cell states too takes measure and period from it, and a change finds its levels in a row.

use rustc_hash::{FxHashMap, FxHashSet};

use super::head::{ColumnKind, HeadDates};
use super::parsed::{Slot, Table, Tables};
use super::relation::{Relation, Trust};
use crate::document::Document;
use crate::link::{ClaimKind, OperandSet};
use crate::mention::{FigureKind, TimeSpan, Unit};
use crate::number::{Decimal, Interval};
use crate::relate::{FigureFact, MeasureKey};
use crate::text::TokenKind;
use crate::words::WordList;

/// The most rows of figures in which levels are looked for.
const MOST_ROWS: usize = 4_000;
/// Words of labels that say nothing.
static SMALL: WordList = WordList::new(words!("a|an|the|of|in|on|for|to|by|at|from|and|or|per|total|less|plus|other"));

/// The words that tell a label from others, in singular.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 1).map(singular);
    words.filter(|word| !SMALL.has(word)).collect()
}

fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.into(),
        _ => lower,
    }
}

/// The words of an article's sentences, each collected once.
struct Sentences<'a> {
    document: &'a Document<'a>,
    known: FxHashMap<usize, FxHashSet<String>>,
}

impl Sentences<'_> {
    fn of(&mut self, sentence: usize) -> &FxHashSet<String> {
        let document = self.document;
        self.known.entry(sentence).or_insert_with(|| {
            let Some(sentence) = document.sentences.get(sentence) else { return FxHashSet::default() };
            let tokens = sentence.tokens.clone().filter(|&token| document.tokens[token].kind == TokenKind::Word);
            tokens.map(|token| singular(document.word(token))).collect()
        })
    }
}

/// Takes from cells what the prose before them leaves unsaid: `prose` facts come first. Returns which cell each stands in.
pub(super) fn confirm(document: &Document, facts: &mut [FigureFact], prose: usize, periods: &[TimeSpan]) -> Vec<Relation> {
    let mut cells: Vec<(Decimal, usize)> =
        (prose..facts.len()).filter_map(|fact| Some((facts[fact].figure.value()?.abs(), fact))).collect();
    cells.sort_unstable();
    let mut labels: FxHashMap<usize, Vec<String>> = FxHashMap::default();
    let mut sentences = Sentences { document, known: FxHashMap::default() };
    let mut out = Vec::new();
    for stated in 0..prose.min(facts.len()) {
        let figure = &facts[stated].figure;
        let Some(value) =
            figure.value().filter(|value| !value.is_zero() && matches!(figure.kind, FigureKind::Amount | FigureKind::Quantity))
        else {
            continue;
        };
        let rounding = figure.value.rounding();
        let size = if value.is_sign_negative() { rounding.negate() } else { rounding };
        let from = cells.partition_point(|&(value, _)| value < size.low);
        let to = cells.partition_point(|&(value, _)| value <= size.high);
        // So coarse a figure would be found in any table.
        if to - from > 64 {
            continue;
        }
        let own = sentences.of(facts[stated].sentence);
        let mut best: Option<usize> = None;
        let mut agree = true;
        for &(_, cell) in &cells[from..to] {
            let (fact, other) = (&facts[stated], &facts[cell]);
            let label = labels
                .entry(cell)
                .or_insert_with(|| words(other.cell.as_ref().and_then(|place| place.row_label.as_deref()).unwrap_or_default()));
            let told = !label.is_empty() && label.iter().all(|word| own.contains(word));
            if !told || other.figure.unit != fact.figure.unit || !same_per(fact, other) || !fits(fact, other, periods) {
                continue;
            }
            match best {
                None => best = Some(cell),
                Some(known) => agree &= same_period(&facts[known], other, periods),
            }
        }
        let Some(cell) = best.filter(|_| agree) else { continue };
        fill(facts, stated, cell);
        // A cost may stand in brackets in one place and not in the other.
        if !figure_agrees(facts, stated, cell) {
            continue;
        }
        let operands = OperandSet { of: Some(cell), ..OperandSet::default() };
        let because = vec!["the same figure in a table".into()];
        out.push(Relation { kind: ClaimKind::Restatement, stated, operands, trust: Trust::Confirms, because, reason: None });
    }
    out
}

fn figure_agrees(facts: &[FigureFact], stated: usize, cell: usize) -> bool {
    let (own, other) = (&facts[stated].figure.value, &facts[cell].figure.value);
    own.rounding().meets(&other.rounding())
}

fn fill(facts: &mut [FigureFact], stated: usize, cell: usize) {
    let label = facts[cell].cell.as_ref().and_then(|place| place.row_label.clone());
    let period = facts[cell].period;
    let fact = &mut facts[stated];
    if fact.measure.is_none()
        && let Some(label) = label
    {
        fact.measure_key = MeasureKey::new(&label);
        fact.measure = Some(label);
    }
    fact.period = fact.period.or(period);
}

fn dates(fact: &FigureFact, periods: &[TimeSpan]) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    let period = periods.get(fact.period?)?;
    period.from.zip(period.to)
}

/// Whether the periods may be the same: an unknown one may be any.
fn fits(fact: &FigureFact, cell: &FigureFact, periods: &[TimeSpan]) -> bool {
    match (dates(fact, periods), dates(cell, periods)) {
        (Some(own), Some(other)) => near(own, other) || other.0 == other.1 && own.1 == other.1,
        _ => fact.period.is_none(),
    }
}

/// Whether two periods are the same, or that of weeks and that of months: "the fourth quarter" that ends on December 27.
fn near(own: (jiff::civil::Date, jiff::civil::Date), other: (jiff::civil::Date, jiff::civil::Date)) -> bool {
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(i32::MAX, |span| span.get_days().abs());
    own == other || own.0 != own.1 && other.0 != other.1 && days(own.1, other.1) <= 7 && days(own.0, other.0) <= 7
}

/// Whether both are for the same thing: the words of the measure may say it too, "earnings per share were $2.07".
fn same_per(fact: &FigureFact, cell: &FigureFact) -> bool {
    let said = || {
        let measure = fact.measure.as_deref().unwrap_or_default().to_lowercase();
        let noun = cell.figure.per.as_deref().unwrap_or_default();
        measure.split_once("per ").is_some_and(|(_, rest)| rest.split(' ').any(|word| singular(word) == noun))
    };
    fact.figure.per == cell.figure.per || fact.figure.per.is_none() && said()
}

fn same_period(a: &FigureFact, b: &FigureFact, periods: &[TimeSpan]) -> bool {
    dates(a, periods) == dates(b, periods)
}

/// The levels of changes that the prose states without them, from the row that its sentence names.
pub(super) fn levels(document: &Document, tables: &Tables, facts: &[FigureFact], periods: &[TimeSpan], wanted: &[usize]) -> Vec<Relation> {
    let mut sentences = Sentences { document, known: FxHashMap::default() };
    let mut rows: Vec<(Vec<String>, usize, usize)> = Vec::new();
    for (number, table) in tables.0.iter().enumerate() {
        for (row, data) in table.block.rows.iter().enumerate().take(MOST_ROWS.saturating_sub(rows.len())) {
            let label = words(data.label.map_or("", |label| label.of(document.text)));
            if !label.is_empty() {
                rows.push((label, number, row));
            }
        }
    }
    let mut out = Vec::new();
    for &stated in wanted {
        let fact = &facts[stated];
        if fact.figure.unit != Unit::Percent || fact.figure.value().is_none() {
            continue;
        }
        let own = sentences.of(fact.sentence);
        let named = rows.iter().filter(|(label, ..)| label.iter().all(|word| own.contains(word)));
        let found = named.filter_map(|(label, number, row)| Some((label.len(), pair(&tables.0[*number], *row, fact, facts, periods)?)));
        let Some((_, (current, base))) = found.max_by_key(|&(length, _)| length) else { continue };
        let operands = OperandSet { current: Some(current), base: Some(base), ..OperandSet::default() };
        let because = vec!["both levels in a row of a table".into()];
        out.push(Relation { kind: ClaimKind::Growth, stated, operands, trust: Trust::Confirms, because, reason: None });
    }
    out
}

/// Two cells of a row, a year apart, that give the change: of its period where it has one.
fn pair(table: &Table, row: usize, fact: &FigureFact, facts: &[FigureFact], periods: &[TimeSpan]) -> Option<(usize, usize)> {
    let own = dates(fact, periods);
    let cell = |column: usize| match table.slots[row][column] {
        Slot::Fact(cell) if table.columns[column].kind == ColumnKind::Level && facts[cell].figure.kind != FigureKind::Percent => Some(cell),
        _ => None,
    };
    let dated = |column: usize| table.columns[column].dates;
    for now in 0..table.columns.len() {
        let (Some(current), Some(at)) = (cell(now), dated(now)) else { continue };
        if own.is_some_and(|own| own != (at.from, at.to)) {
            continue;
        }
        for before in 0..table.columns.len() {
            let (Some(base), Some(then)) = (cell(before), dated(before)) else { continue };
            if is_year_before(&then, &at) && table.columns[before].name == table.columns[now].name && gives(facts, fact, current, base) {
                return Some((current, base));
            }
        }
    }
    None
}

/// Whether one period lies a year before the other, give or take a week.
fn is_year_before(before: &HeadDates, after: &HeadDates) -> bool {
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(0, |span| span.get_days());
    let near = |days: i32| (358..=372).contains(&days);
    near(days(before.to, after.to)) && near(days(before.from, after.from))
}

fn gives(facts: &[FigureFact], stated: &FigureFact, current: usize, base: usize) -> bool {
    let (now, then) = (facts[current].figure.value.rounding(), facts[base].figure.value.rounding());
    let ratio = (now.low >= Decimal::ZERO && then.low > Decimal::ZERO).then(|| now.div(&then)).flatten();
    let change = ratio.and_then(|ratio| ratio.sub(&Interval::point(Decimal::ONE))).and_then(|change| change.scale(Decimal::ONE_HUNDRED));
    let own = stated.figure.value.rounding();
    change.is_some_and(|change| own.meets(&change) || own.meets(&change.negate()))
}
