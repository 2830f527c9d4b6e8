//! Prose held against cells: a figure that a cell states too takes measure and period from it, and a change finds its levels in a row.

use rustc_hash::{FxHashMap, FxHashSet};

use super::head::{ColumnKind, HeadDates};
use super::parsed::{Slot, Table, Tables};
use super::relation::{Relation, Trust};
use super::row::{singular, words};
use crate::document::Document;
use crate::link::{ClaimKind, OperandSet};
use crate::mention::{FigureKind, Qualifier, TimeSpan, Unit, Value};
use crate::number::{Decimal, Interval};
use crate::relate::{FigureFact, MeasureKey, Modality};
use crate::text::TokenKind;
use crate::words::WordList;

/// The most rows of figures in which levels are looked for.
const MOST_ROWS: usize = 4_000;
/// The most rows that a sentence may name as part of sales, and the most rows of sales of one table.
const MOST_NAMED: usize = 24;
const MOST_SALES: usize = 4;
/// What a row is called in sentences: "Net income (loss)" is net income there, or a net loss.
struct Label {
    words: Vec<String>,
    /// Whether one of the words for a result is enough.
    result: bool,
    /// Whether sentences may leave out some of its words.
    is_loose: bool,
}

/// Words for what is left over, one of which stands for another.
static RESULTS: WordList = WordList::new(words!("income|profit|earning|loss"));
/// Words of labels that sentences leave out.
static UNSAID: WordList = WordList::new(words!("gaap|basic|diluted|net"));

impl Label {
    fn new(label: &str) -> Self {
        let outside: String = label
            .split('(')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split_once(')').map_or("", |(_, rest)| rest) })
            .collect();
        let is_result = |word: &String| RESULTS.has(word);
        let inside = outside.len() < label.len();
        let mut own = words(if inside { &outside } else { label });
        let all = words(label).len();
        let result = label.to_lowercase().contains("(loss") || label.to_lowercase().contains("/loss") || label.contains("(income)");
        if result {
            own.retain(|word| !is_result(word));
        }
        // "Non-GAAP net income" is not net income, "GAAP net income" is.
        let is_other = own.iter().any(|word| word == "non");
        if own.len() > 2 && !is_other {
            own.retain(|word| !UNSAID.has(word) || word == "net");
        }
        Label { is_loose: own.len() < all, words: own, result }
    }

    /// Whether it names all sales: "Total revenues", "Net sales".
    fn is_sales(&self) -> bool {
        matches!(self.words.as_slice(), [word] | [_, word] if matches!(word.as_str(), "revenue" | "sale" | "turnover"))
    }

    /// Whether it names all sales and nothing but them: "Total revenues", "Net sales".
    fn is_all_sales(&self) -> bool {
        self.is_sales() && (self.words.len() == 1 || self.words[0] == "net")
    }

    fn is_told(&self, sentence: &FxHashSet<String>) -> bool {
        let result = || RESULTS.words().any(|word| sentence.contains(word));
        let adjusts = |word: &str| sentence.contains(word) && self.words.iter().all(|own| own != word);
        (self.result || !self.words.is_empty())
            && self.words.iter().all(|word| sentence.contains(word))
            && (!self.result || result() && !adjusts("adjusted"))
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
    let mut labels = RowLabels::default();
    let mut sentences = Sentences { document, known: FxHashMap::default() };
    let mut out = Vec::new();
    let mut owners = TableOwners::default();
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
        let Some(cell) = cell_of(stated, &cells[from..to], own, &mut labels, facts, periods) else { continue };
        fill(facts, stated, cell);
        // A cost may stand in brackets in one place and not in the other.
        if !figure_agrees(facts, stated, cell) {
            continue;
        }
        owners.confirmed(stated, facts, cell);
        let operands = OperandSet { of: Some(cell), ..OperandSet::default() };
        let because = vec!["the same figure in a table".into()];
        out.push(Relation { kind: ClaimKind::Restatement, stated, operands, trust: Trust::Confirms, because, reason: None });
    }
    owners.give(facts);
    out.extend(contradictions(&mut sentences, facts, prose, periods, &mut labels, &out));
    out
}

/// The labels of rows, each read once, by table and row.
#[derive(Default)]
struct RowLabels(FxHashMap<(usize, usize), RowLabel>);

/// The label of a row as sentences say it, and as a measure.
struct RowLabel {
    told: Label,
    measure: MeasureKey,
}

impl RowLabels {
    fn of(&mut self, cell: &FigureFact) -> &RowLabel {
        let place = cell.cell.as_ref();
        self.0.entry(place.map_or((0, 0), |place| (place.table, place.row))).or_insert_with(|| {
            let label = place.and_then(|place| place.row_label.as_deref()).unwrap_or_default();
            RowLabel { told: Label::new(label), measure: MeasureKey::new(label) }
        })
    }
}

/// The cell among those of this size that a figure of a sentence states: where several do, they are of one period.
fn cell_of(
    stated: usize,
    cells: &[(Decimal, usize)],
    own: &FxHashSet<String>,
    labels: &mut RowLabels,
    facts: &[FigureFact],
    periods: &[TimeSpan],
) -> Option<usize> {
    // Cells whose rows the sentence names word for word, and those whose rows it names in its own way.
    let mut best = [(None::<usize>, true); 2];
    for &(_, cell) in cells {
        let (fact, other) = (&facts[stated], &facts[cell]);
        let label = &labels.of(other).told;
        if !label.is_told(own) || other.figure.unit != fact.figure.unit || !same_per(fact, other) || !fits(fact, other, periods) {
            continue;
        }
        let best = &mut best[usize::from(label.is_loose)];
        match best.0 {
            None => best.0 = Some(cell),
            Some(known) => best.1 &= same_period(&facts[known], other, periods),
        }
    }
    best.into_iter().find(|(cell, _)| cell.is_some()).and_then(|(cell, agree)| cell.filter(|_| agree))
}

/// Whose the tables are: the owner of all figures in prose that they confirm.
#[derive(Default)]
struct TableOwners {
    of: FxHashMap<usize, (Option<usize>, usize, bool)>,
    open: Vec<(usize, usize)>,
}

impl TableOwners {
    fn confirmed(&mut self, stated: usize, facts: &[FigureFact], cell: usize) {
        let Some(table) = facts[cell].cell.as_ref().map(|place| place.table) else { return };
        match facts[stated].entity {
            None => self.open.push((stated, table)),
            Some(own) => {
                let (owner, count, alike) = self.of.entry(table).or_insert((Some(own), 0, true));
                *alike &= *owner == Some(own);
                *count += 1;
            }
        }
    }

    /// A confirmed figure without an owner is of whom the others of its table are.
    fn give(self, facts: &mut [FigureFact]) {
        for (stated, table) in self.open {
            if let Some(&(owner, count, true)) = self.of.get(&table)
                && count >= 2
            {
                facts[stated].entity = owner;
            }
        }
    }
}

/// Figures that are a cell's with two digits swapped, where row, period and duration are the same and no other cell explains them.
fn contradictions(
    sentences: &mut Sentences,
    facts: &[FigureFact],
    prose: usize,
    periods: &[TimeSpan],
    labels: &mut RowLabels,
    confirmed: &[Relation],
) -> Vec<Relation> {
    let mut rows: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (cell, fact) in facts.iter().enumerate().skip(prose) {
        if let Some(digits) = digits(fact, 4).filter(|_| dates(fact, periods).is_some()) {
            rows.entry(key(&digits)).or_default().push(cell);
        }
    }
    let confirmed: FxHashSet<usize> = confirmed.iter().map(|relation| relation.stated).collect();
    let mut out = Vec::new();
    for stated in 0..prose.min(facts.len()) {
        let fact = &facts[stated];
        let open = fact.figure.kind == FigureKind::Amount && fact.modality == Modality::Actual && fact.figure.qualifier == Qualifier::Exact;
        let Some(own) = digits(fact, 0).filter(|own| own.len() >= 3 && open && dates(fact, periods).is_some()) else { continue };
        if confirmed.contains(&stated) {
            continue;
        }
        let words = sentences.of(fact.sentence);
        let (mut found, mut alone) = (None, true);
        for cell in rows.get(&key(&own)).into_iter().flatten().copied().take(64) {
            let other = &facts[cell];
            let label = labels.of(other);
            let same_row = fact.measure_key.is(&other.measure_key) || fact.measure_key.is(&label.measure);
            let same =
                same_row && label.told.is_told(words) && other.figure.unit == fact.figure.unit && fact.figure.per == other.figure.per;
            if same && dates(fact, periods) == dates(other, periods) && is_swapped(fact, other) {
                alone &= found.is_none_or(|known: usize| facts[known].figure.value() == other.figure.value());
                found = Some(cell);
            }
        }
        let explained = |fact: &FigureFact| {
            (prose..facts.len()).any(|cell| {
                let (own, other) = (fact.figure.value.rounding(), facts[cell].figure.value.rounding());
                own.meets(&other) || own.meets(&other.negate())
            })
        };
        if let Some(cell) = found.filter(|_| alone && !explained(fact)) {
            let operands = OperandSet { of: Some(cell), ..OperandSet::default() };
            let because = vec!["the row of a table and its period".into()];
            out.push(Relation { kind: ClaimKind::Restatement, stated, operands, trust: Trust::Stated, because, reason: None });
        }
    }
    out
}

/// The digits that a figure prints, without zeros at its ends; of a cell the first `most` at least.
fn digits(fact: &FigureFact, least: usize) -> Option<Vec<u8>> {
    let value = fact.figure.value()?.abs().normalize();
    let digits: Vec<u8> = value.mantissa().unsigned_abs().to_string().trim_end_matches('0').bytes().collect();
    (digits.len() >= least.min(3)).then_some(digits)
}

/// The same for all orders of the first three digits.
fn key(digits: &[u8]) -> u64 {
    let mut first: Vec<u8> = digits.iter().take(3).copied().collect();
    first.sort_unstable();
    first.iter().fold(0, |key, &digit| key * 256 + u64::from(digit))
}

/// Whether two neighbours among the digits of a figure changed places: 54.3 for 45.312.
fn is_swapped(stated: &FigureFact, cell: &FigureFact) -> bool {
    let (Some(own), Some(other), Value::One(printed)) = (stated.figure.value(), cell.figure.value(), stated.figure.value) else {
        return false;
    };
    let places = |value: Decimal| value.abs().checked_div(printed.step).map(|value| value.round().normalize().to_string());
    let (Some(own), Some(other)) = (places(own), places(other)) else { return false };
    let differing: Vec<usize> = (0..own.len().min(other.len())).filter(|&at| own.as_bytes()[at] != other.as_bytes()[at]).collect();
    let [first, second] = differing.as_slice() else { return false };
    let (own, other) = (own.as_bytes(), other.as_bytes());
    own.len() == other.len() && *second == first + 1 && own[*first] == other[*second] && own[*second] == other[*first]
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
    let mut rows: Vec<(Label, usize, usize)> = Vec::new();
    for (number, table) in tables.0.iter().enumerate() {
        for (row, data) in table.block.rows.iter().enumerate().take(MOST_ROWS.saturating_sub(rows.len())) {
            let label = Label::new(data.label.map_or("", |label| label.of(document.text)));
            if !label.words.is_empty() || label.result {
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
        let share = || share_of_sales(document, tables, &rows, stated, facts, periods, own);
        if let Some(relation) = margin(tables, &rows, stated, facts, periods).or_else(share) {
            out.push(relation);
            continue;
        }
        let named = rows.iter().filter(|(label, ..)| label.is_told(own));
        let before = ["previous", "prior", "sequentially", "sequential", "last", "preceding"].iter().any(|word| own.contains(*word));
        let sequential = before && own.contains("quarter") && !own.contains("year");
        let asked = Asked { fact, sequential };
        let found =
            named.filter_map(|(label, number, row)| Some((label.words.len(), pair(&tables.0[*number], *row, &asked, facts, periods)?)));
        let Some((_, (current, base))) = found.max_by_key(|&(length, _)| length) else { continue };
        let operands = OperandSet { current: Some(current), base: Some(base), ..OperandSet::default() };
        let because = vec!["both levels in a row of a table".into()];
        out.push(Relation { kind: ClaimKind::Growth, stated, operands, trust: Trust::Confirms, because, reason: None });
    }
    out
}

/// A change in prose whose levels are looked for.
struct Asked<'a> {
    fact: &'a FigureFact,
    /// Whether its sentence compares with the quarter before.
    sequential: bool,
}

/// A margin in prose: the row of its profit over that of sales, in the column of its period.
fn margin(tables: &Tables, rows: &[(Label, usize, usize)], stated: usize, facts: &[FigureFact], periods: &[TimeSpan]) -> Option<Relation> {
    let fact = &facts[stated];
    let own = words(fact.measure.as_deref()?);
    let (last, part) = own.split_last().filter(|(last, part)| last.as_str() == "margin" && !part.is_empty())?;
    let at = dates(fact, periods)?;
    let is_profit = |word: &str| RESULTS.has(word) || matches!(word, "ebitda" | "ebit" | "ebita" | "margin");
    let of_profit = |label: &Label| {
        part.iter().all(|word| label.words.contains(word))
            && label.words.iter().all(|word| part.contains(word) || is_profit(word) || word == last)
            && (label.result || label.words.iter().any(|word| is_profit(word)))
    };
    for (_, number, row) in rows.iter().filter(|(label, ..)| of_profit(label)) {
        let columns = tables.0[*number].columns.iter().enumerate();
        let of_period =
            columns.filter(|(_, column)| column.kind == ColumnKind::Level && column.dates.is_some_and(|own| near(at, (own.from, own.to))));
        for (column, _) in of_period {
            let sales = rows.iter().filter(|(label, other, sales)| other == number && sales < row && label.is_sales());
            if let Some(relation) = sales.filter_map(|&(.., sales)| ratio(&tables.0[*number], column, (*row, sales), stated, facts)).next()
            {
                return Some(relation);
            }
        }
    }
    None
}

/// What is printed as a share of sales: the row that its sentence names over that of sales, in the column of its period.
fn share_of_sales(
    document: &Document,
    tables: &Tables,
    rows: &[(Label, usize, usize)],
    stated: usize,
    facts: &[FigureFact],
    periods: &[TimeSpan],
    sentence: &FxHashSet<String>,
) -> Option<Relation> {
    let fact = &facts[stated];
    if !is_of_sales(document.text.get(fact.figure.span.end..)?) {
        return None;
    }
    let at = dates(fact, periods)?;
    // The words of sales are those of the whole, so the part must have others.
    let named = rows.iter().filter(|(label, ..)| !label.is_all_sales() && !label.result && label.is_told(sentence));
    for (_, number, row) in named.take(MOST_NAMED) {
        let table = &tables.0[*number];
        let sales = || rows.iter().filter(|(label, other, sales)| other == number && sales != row && label.is_all_sales()).take(MOST_SALES);
        for (column, own) in table.columns.iter().enumerate() {
            if own.kind != ColumnKind::Level || !own.dates.is_some_and(|own| near(at, (own.from, own.to))) {
                continue;
            }
            if let Some(relation) = sales().filter_map(|&(.., sales)| ratio(table, column, (*row, sales), stated, facts)).next() {
                return Some(relation);
            }
        }
    }
    None
}

/// Whether what stands behind a percent makes it one of sales: "of total revenue".
fn is_of_sales(behind: &str) -> bool {
    let mut words = behind.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty()).take(5);
    let starts = behind.starts_with(" of ");
    let of = words.next() == Some("of");
    let mut words = words.skip_while(|word| ["total", "net", "our", "its", "the", "group", "company", "s"].contains(word));
    starts && of && words.next().is_some_and(|word| matches!(word, "revenue" | "revenues" | "sales" | "turnover"))
}

/// The share of one row in another in a column, where it gives the stated percent.
fn ratio(table: &Table, column: usize, rows: (usize, usize), stated: usize, facts: &[FigureFact]) -> Option<Relation> {
    let cell = |row: usize| match table.slots[row][column] {
        Slot::Fact(cell) if facts[cell].figure.kind == FigureKind::Amount && facts[cell].figure.per.is_none() => Some(cell),
        _ => None,
    };
    let (part, whole) = (cell(rows.0)?, cell(rows.1)?);
    if facts[whole].figure.unit != facts[part].figure.unit {
        return None;
    }
    let (part_of, all) = (facts[part].figure.value.rounding(), facts[whole].figure.value.rounding());
    let percent = part_of.div(&all).and_then(|ratio| ratio.scale(Decimal::ONE_HUNDRED))?;
    let operands = OperandSet { part: Some(part), whole: Some(whole), ..OperandSet::default() };
    let because = vec!["both rows in a table".into()];
    let relation = Relation { kind: ClaimKind::Share, stated, operands, trust: Trust::Confirms, because, reason: None };
    Some(relation).filter(|_| facts[stated].figure.value.rounding().meets(&percent))
}

/// Two cells of a row, a year apart, that give the change: of its period where it has one.
fn pair(table: &Table, row: usize, asked: &Asked, facts: &[FigureFact], periods: &[TimeSpan]) -> Option<(usize, usize)> {
    let fact = asked.fact;
    let own = dates(fact, periods);
    let cell = |column: usize| match table.slots[row][column] {
        Slot::Fact(cell) if table.columns[column].kind == ColumnKind::Level && facts[cell].figure.kind != FigureKind::Percent => Some(cell),
        _ => None,
    };
    let dated = |column: usize| table.columns[column].dates;
    for now in 0..table.columns.len() {
        let (Some(current), Some(at)) = (cell(now), dated(now)) else { continue };
        if own.is_some_and(|own| !near(own, (at.from, at.to)) && own != (at.from, at.to)) {
            continue;
        }
        for before in 0..table.columns.len() {
            let (Some(base), Some(then)) = (cell(before), dated(before)) else { continue };
            let earlier = is_year_before(&then, &at) || asked.sequential && is_right_before(&then, &at);
            if earlier && table.columns[before].name == table.columns[now].name && gives(facts, fact, current, base) {
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

/// Whether one period ends where the other begins, and is as long.
fn is_right_before(before: &HeadDates, after: &HeadDates) -> bool {
    let days = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).map_or(0, |span| span.get_days());
    let (first, second) = (days(before.from, before.to), days(after.from, after.to));
    days(before.to, after.from) == 1 && (first - second).abs() <= 7
}

fn gives(facts: &[FigureFact], stated: &FigureFact, current: usize, base: usize) -> bool {
    let (now, then) = (facts[current].figure.value.rounding(), facts[base].figure.value.rounding());
    let ratio = (now.low >= Decimal::ZERO && then.low > Decimal::ZERO).then(|| now.div(&then)).flatten();
    let change = ratio.and_then(|ratio| ratio.sub(&Interval::point(Decimal::ONE))).and_then(|change| change.scale(Decimal::ONE_HUNDRED));
    let own = stated.figure.value.rounding();
    change.is_some_and(|change| own.meets(&change) || own.meets(&change.negate()))
}
