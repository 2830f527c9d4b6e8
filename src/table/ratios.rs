//! Rows of ratios: a margin, a share of sales, a rate of tax or a load factor is held against the rows that its label names.
//!
//! "Gross margin" is of "Gross profit" and the sales above it. One column may be called wrong where the others hold, no other row that the
//! label could mean explains it, and a known slip does.

use super::head::ColumnKind;
use super::parsed::{Slot, Table};
use super::relation::{Relation, Trust, agrees, percent, rounding, share};
use super::row;
use crate::mention::{FigureKind, Unit};
use crate::relate::FigureFact;
use crate::words::WordList;

/// How many rows above and below the row of a ratio its own may stand.
const REACH: usize = 40;
const REACH_DOWN: usize = 4;
/// The most rows that may be the part, and the whole.
const MOST: usize = 4;

/// Words that a margin and its profit need not share.
static OF_RESULTS: WordList = WordList::new(words!("margin|profit|income|earning|loss|percent|percentage|ratio|as|sale|revenue|turnover"));
/// Words that leave sales what they are.
static OF_SALES: WordList = WordList::new(words!("net|operating|operation|consolidated|group"));
/// What a row states in percent.
enum Ratio {
    /// A result of sales; these words tell which.
    Sales(Vec<String>),
    /// "% of sales": the row right above it.
    SalesAbove,
    /// Tax of the result before it.
    Tax,
    /// What is flown of what is offered.
    Seats,
}

impl Ratio {
    fn of(label: &str) -> Option<Self> {
        let words = row::words(label);
        let has = |word: &str| words.iter().any(|own| own == word);
        let changes = ["growth", "change", "increase", "decrease", "point"].into_iter().any(has);
        let of_sales = has("percent") || has("percentage") || label.contains('%');
        match () {
            () if changes => None,
            () if has("load") && has("factor") && !["cargo", "freight", "break", "breakeven"].into_iter().any(has) => Some(Ratio::Seats),
            () if has("effective") && has("tax") && has("rate") => Some(Ratio::Tax),
            () if has("margin") || of_sales => {
                let key = key(&words);
                let says_part = has("margin") || !key.is_empty();
                Some(if says_part { Ratio::Sales(key) } else { Ratio::SalesAbove })
            }
            () => None,
        }
    }

    fn is_of_sales(&self) -> bool {
        matches!(self, Ratio::Sales(_) | Ratio::SalesAbove)
    }

    /// Whether a row of this label may be the part.
    fn is_part(&self, label: &str) -> bool {
        let words = row::words(label);
        let has = |word: &str| words.iter().any(|own| own == word);
        match self {
            Ratio::Sales(own) => !is_sales(label) && key(&words) == *own,
            Ratio::SalesAbove => false,
            Ratio::Tax => is_of_tax(&words) && !has("before") && !has("rate") && ["provision", "expense", "income"].into_iter().any(has),
            Ratio::Seats => row::is_flown(&words),
        }
    }

    /// Whether a row of this label may be the whole.
    fn is_whole(&self, label: &str) -> bool {
        let words = row::words(label);
        let has = |word: &str| words.iter().any(|own| own == word);
        match self {
            Ratio::Sales(_) | Ratio::SalesAbove => is_sales(label),
            Ratio::Tax => is_of_tax(&words) && has("before") || has("pretax"),
            Ratio::Seats => row::is_offered(&words),
        }
    }
}

/// The words that tell one result from others: those of "Adjusted EBITDA margin" and "Adjusted EBITDA" are the same.
fn key(words: &[String]) -> Vec<String> {
    let told = words.iter().filter(|word| !OF_RESULTS.has(word));
    let mut key: Vec<String> = told.map(|word| if word == "operation" { "operating".into() } else { word.clone() }).collect();
    key.sort_unstable();
    key.dedup();
    key
}

fn is_of_tax(words: &[String]) -> bool {
    words.iter().any(|word| matches!(word.as_str(), "tax" | "taxe" | "taxation"))
}

/// Whether a row is all sales: "Total net revenues", "Revenue from operations".
fn is_sales(label: &str) -> bool {
    let words = row::words(label);
    let mut named = words.iter().filter(|word| !OF_SALES.has(word));
    named.next().is_some_and(|word| matches!(word.as_str(), "revenue" | "sale" | "turnover")) && named.next().is_none()
}

/// Two rows, and what the columns say of the ratio between them.
struct Tried {
    held: usize,
    failed: Vec<usize>,
    cells: Vec<(usize, (usize, usize))>,
}

/// The ratios of a table's rows.
pub(super) fn rows(table: &Table, facts: &[FigureFact], text: &str, out: &mut Vec<Relation>) {
    let label = |row: usize| table.block.rows[row].label.map_or("", |label| label.of(text));
    for row in 0..table.block.rows.len() {
        if !is_of(table, row, facts, |fact| fact.figure.unit == Unit::Percent) {
            continue;
        }
        let Some(ratio) = Ratio::of(label(row)) else { continue };
        let near = (row.saturating_sub(REACH)..row).rev().chain(row + 1..(row + 1 + REACH_DOWN).min(table.block.rows.len()));
        let near: Vec<usize> = near.filter(|&at| is_of(table, at, facts, is_level)).collect();
        let wholes: Vec<usize> = near.iter().copied().filter(|&at| ratio.is_whole(label(at))).take(MOST).collect();
        let of_seats = matches!(ratio, Ratio::Seats);
        let try_all = |parts: &mut dyn Iterator<Item = usize>| -> Vec<Tried> {
            let pairs = parts.flat_map(|part| wholes.iter().map(move |&whole| (part, whole)));
            pairs.map(|(part, whole)| try_rows(table, row, (part, whole), of_seats, facts)).collect()
        };
        let others = || near.iter().copied().filter(|at| !wholes.contains(at));
        let named = try_all(&mut others().filter(|&at| ratio.is_part(label(at))).take(MOST));
        let found = best(&named, true);
        if !found.is_empty() {
            out.extend(found);
        } else if ratio.is_of_sales() {
            // "Operating margin" right below "Segment operating profit", "% of sales" below a cost.
            let above = others().find(|&at| at < row);
            out.extend(best(&try_all(&mut above.into_iter()), false));
        }
    }
}

/// Whether the first figure of a row is of this kind.
fn is_of(table: &Table, row: usize, facts: &[FigureFact], is: impl Fn(&FigureFact) -> bool) -> bool {
    let mut own = table.slots[row].iter().filter_map(|slot| if let Slot::Fact(fact) = slot { Some(*fact) } else { None });
    own.next().is_some_and(|fact| is(&facts[fact]))
}

fn is_level(fact: &FigureFact) -> bool {
    matches!(fact.figure.kind, FigureKind::Amount | FigureKind::Quantity) && fact.figure.per.is_none()
}

/// What each column says of two rows.
fn try_rows(table: &Table, row: usize, (part, whole): (usize, usize), of_seats: bool, facts: &[FigureFact]) -> Tried {
    let mut tried = Tried { held: 0, failed: Vec::new(), cells: Vec::new() };
    for column in 0..table.columns.len() {
        let slots = [table.slots[row][column], table.slots[part][column], table.slots[whole][column]];
        let [Slot::Fact(stated), Slot::Fact(part), Slot::Fact(whole)] = slots else { continue };
        let [own, all] = [&facts[part].figure, &facts[whole].figure];
        // Passenger miles and seat miles.
        let alike = own.unit == all.unit || of_seats && own.kind == all.kind;
        let alike = alike && is_level(&facts[part]) && is_level(&facts[whole]);
        if facts[stated].figure.unit != Unit::Percent || !alike {
            continue;
        }
        let holds = percent(facts, part, whole).is_some_and(|ratio| agrees(facts, stated, &ratio));
        // The change of a margin is not the margin of the changes, and the signs of losses and costs are printed in several ways.
        let is_signed = [part, whole].into_iter().any(|fact| rounding(facts, fact).low.is_sign_negative());
        if !holds && (is_signed || table.columns[column].kind != ColumnKind::Level) {
            continue;
        }
        tried.cells.push((stated, (part, whole)));
        if holds {
            tried.held += 1;
        } else {
            tried.failed.push(stated);
        }
    }
    tried
}

/// The relations of the two rows that hold in the most columns; rows that no label names must hold twice, and everywhere.
fn best(tried: &[Tried], named: bool) -> Vec<Relation> {
    let holds = |tried: &&Tried| match named {
        true => tried.held >= 1 && tried.held >= tried.failed.len(),
        false => tried.held >= 2 && (tried.failed.is_empty() || tried.failed.len() == 1 && tried.held >= 3),
    };
    let Some(best) = tried.iter().rev().filter(holds).max_by_key(|tried| tried.held) else { return Vec::new() };
    let explained =
        |stated: usize| tried.iter().any(|other| other.cells.iter().any(|(own, _)| *own == stated) && !other.failed.contains(&stated));
    let trust = |stated: usize| match () {
        () if !best.failed.contains(&stated) => Some(Trust::Confirms),
        // Where two columns fail, or another row explains this one, it is of something else.
        () if best.failed.len() > 1 || explained(stated) => None,
        () if named && best.held >= 3 => Some(Trust::Stated),
        () => Some(Trust::Likely),
    };
    let relations = best.cells.iter().filter_map(|&(stated, rows)| Some(share(stated, rows, trust(stated)?, "holds in the other columns")));
    relations.collect()
}

#[cfg(test)]
mod tests {
    use crate::sheet::CheckRule;
    use crate::{Article, Options, analyze};

    /// Rows of a table, the ratios that are confirmed, and those that are called wrong.
    const TABLES: &[(&str, &[&str], &[&str])] = &[
        (
            "| Revenue passenger miles (RPMs, millions) | 10,540 | 9,912 |\n| Available seat miles (ASMs, millions) | 12,400 | 11,800 |\n\
             | Passenger load factor | 85.0% | 84.0% |\n",
            &["85.0%", "84.0%"],
            &[],
        ),
        (
            "| ASKs (millions) | 12,400 | 11,800 |\n| RPKs (millions) | 10,540 | 9,912 |\n| Load factor | 58.0% | 84.0% |\n",
            &["84.0%"],
            &["58.0%"],
        ),
        // The factor at which a flight pays is of something else.
        (
            "| ASMs (millions) | 12,400 | 11,800 |\n| RPMs (millions) | 10,540 | 9,912 |\n| Break-even load factor | 58.0% | 84.0% |\n",
            &[],
            &[],
        ),
        (
            "| Revenue | $ 1,240 | $ 1,180 |\n| Cost of revenue | 868 | 855 |\n| Gross profit | 372 | 325 |\n\
             | Operating income | 124 | 101 |\n| Gross margin | 30.0% | 25.7% |\n| Operating margin | 10.0% | 8.6% |\n",
            &["30.0%", "10.0%", "8.6%"],
            &["25.7%"],
        ),
        // What no slip explains is of another basis; an adjusted margin is not of the reported profit.
        (
            "| Revenue | $ 1,240 | $ 1,180 |\n| Operating income | 124 | 101 |\n| Operating margin | 10.0% | 11.4% |\n\
             | Adjusted operating margin | 12.0% | 10.6% |\n",
            &["10.0%"],
            &[],
        ),
        // Rounding explains nearly everything.
        ("| Net sales | $ 31 | $ 28 |\n| EBITDA | 4 | 3 |\n| EBITDA margin | 12.4% | 11.1% |\n", &["12.4%", "11.1%"], &[]),
        (
            "| Income before income taxes | $ 1,771 | $ 1,827 |\n| Provision for income taxes | 469 | 455 |\n\
             | Effective tax rate | 26.5% | 24.9% |\n",
            &["26.5%", "24.9%"],
            &[],
        ),
        ("| Net sales | $ 2,000 | $ 1,600 |\n| Freight out | 150 | 104 |\n| % of net sales | 7.5% | 6.5% |\n", &["7.5%", "6.5%"], &[]),
    ];

    #[test]
    fn ratios_are_held_against_the_rows_that_their_labels_name() {
        for (rows, confirmed, wrong) in TABLES {
            let table = format!("In millions\n\n|  | Q3 2024 | Q3 2023 |\n|---|---|---|\n{rows}");
            let sheet = analyze(&Article::from_text(table.as_str()), &Options::default());
            let text = |id: &str| sheet.fact(id).map_or("", |fact| fact.text.as_str());
            let of = |accused: bool| -> Vec<&str> {
                let shares = sheet.checks.iter().filter(|check| check.rule == CheckRule::Share && check.computed.is_some());
                shares.filter(|check| check.severity.is_some() == accused).map(|check| text(&check.stated)).collect()
            };
            assert_eq!(of(true), wrong.to_vec(), "{table}");
            let held: Vec<&str> = of(false).into_iter().filter(|held| confirmed.contains(held)).collect();
            assert_eq!(held, confirmed.to_vec(), "{table}");
        }
    }
}
