//! Tables as facts, and what holds between their cells.

use newsfacts::sheet::{Fact, Verdict};
use newsfacts::{Article, FactSheet, Options, analyze};

fn sheet(text: &str) -> FactSheet {
    analyze(&Article::from_text(text), &Options::default())
}

/// A cell in one line: measure, value, unit, period.
fn told(sheet: &FactSheet, fact: &Fact) -> String {
    let period = fact.period.as_deref().and_then(|id| sheet.period(id));
    let dates = period.and_then(|period| Some(format!("{}..{}", period.from?, period.to?)));
    let unit = fact.per.as_ref().map_or(fact.unit.clone(), |per| format!("{}/{per}", fact.unit));
    let value = fact.value.map_or(String::from("range"), |value| value.to_string());
    format!("{}: {value} {unit} {}", fact.measure.as_deref().unwrap_or("?"), dates.unwrap_or_else(|| "?".into()))
}

fn cells(text: &str) -> Vec<String> {
    let sheet = sheet(text);
    sheet.facts.iter().filter(|fact| fact.cell.is_some()).map(|fact| told(&sheet, fact)).collect()
}

/// What came of the checks of cells: text and verdict.
fn verdicts(text: &str) -> Vec<(String, Verdict)> {
    let sheet = sheet(text);
    let of = |id: &str| sheet.fact(id).map(|fact| fact.text.clone()).unwrap_or_default();
    sheet.checks.iter().map(|check| (of(&check.stated), check.verdict)).collect()
}

const STATEMENT: &str = "Harbour Tools Inc.\nStatement of income\n(in thousands, but not per share data)\n\n\
|  |  | **Three months ended** |  |  | **Year ended** |\n\
|  |  | **June 30,** |  |  | **June 30,** |\n\
|  |  | **2024** |  | **2023** |  | **2024** |  | **2023** |\n\
| Sales of tools | $ | 1,204 |  | $ | 1,100 |  | $ | 4,510 |  | $ | 4,002 |\n\
| Operating expenses: |  |  |\n\
| Wages |  | 402 |  |  | 380 |  |  | 1,500 |  |  | 1,440 |\n\
| Rent |  | 98 |  |  | 90 |  |  | 380 |  |  | 350 |\n\
| Total operating expenses |  | 500 |  |  | 470 |  |  | 1,880 |  |  | 1,790 |\n\
| Interest |  | (12 | ) |  | - |  |  | (40 | ) |  | (38 | ) |\n\
| Earnings per share | $ | 0.52 |  | $ | 0.47 |  | $ | 2.01 |  | $ | 1.80 |\n\
| Weighted average shares |  | 1,310 |  |  | 1,300 |  |  | 1,305 |  |  | 1,299 |\n";

#[test]
fn heads_over_several_rows_that_lost_their_colspan() {
    let cells = cells(STATEMENT);
    assert_eq!(
        cells[..5],
        [
            "Sales of tools: 1204000 USD 2024-04-01..2024-06-30",
            "Sales of tools: 1100000 USD 2023-04-01..2023-06-30",
            "Sales of tools: 4510000 USD 2023-07-01..2024-06-30",
            "Sales of tools: 4002000 USD 2022-07-01..2023-06-30",
            "Operating expenses: Wages: 402000 USD 2024-04-01..2024-06-30",
        ]
    );
    assert!(cells.contains(&"Interest: -40000 USD 2023-07-01..2024-06-30".into()), "{cells:#?}");
    assert!(cells.contains(&"Earnings per share: 0.52 USD/share 2024-04-01..2024-06-30".into()), "{cells:#?}");
    assert!(cells.contains(&"Weighted average shares: 1310000 shares 2024-04-01..2024-06-30".into()), "{cells:#?}");
}

#[test]
fn totals_hold_and_a_slip_is_seen() {
    let totals = |text: &str| -> Vec<(String, Verdict)> {
        verdicts(text).into_iter().filter(|(figure, _)| ["500", "470", "1,880", "1,790", "1,970"].contains(&figure.as_str())).collect()
    };
    let right = Verdict::Consistent;
    assert_eq!(totals(STATEMENT), [("500".into(), right), ("470".into(), right), ("1,880".into(), right), ("1,790".into(), right)]);
    let wrong = totals(&STATEMENT.replace("1,790", "1,970"));
    assert_eq!(wrong.last(), Some(&("1,970".into(), Verdict::Inconsistent)));
    assert_eq!(wrong.len(), 4);
}

const CHANGES: &str = "| (€ millions) | 2023 | 2024 | Change |\n|---|---|---|---|\n| Sales | 8,416.0 | 8,648.0 | +2.8% |\n\
| Operating profit | 1,770.2 | 1,776.0 | +0.3% |\n| Net profit | 1,148.5 | 1,166.4 | +1.6% |\n| Cash flow | 1,584.8 | 1,290.5 | -18.6% |\n\
| Debt at December 31 | 2,005.9 | 3,005.5 | +49.8% |\n";

#[test]
fn changes_by_column() {
    assert!(verdicts(CHANGES).iter().all(|(_, verdict)| *verdict == Verdict::Consistent), "{:?}", verdicts(CHANGES));
    let wrong = verdicts(&CHANGES.replace("-18.6%", "-16.8%"));
    assert_eq!(
        wrong.iter().filter(|(_, verdict)| *verdict == Verdict::Inconsistent).map(|(text, _)| text.as_str()).collect::<Vec<_>>(),
        ["-16.8%"]
    );
    assert!(cells(CHANGES).contains(&"Debt at December 31: 3005500000.0 EUR 2024-12-31..2024-12-31".replace(".0 ", " ")));
}

#[test]
fn other_bases_notes_and_glued_cells_accuse_nobody() {
    let text = "| EUR m | Note | Q4 2024 | Q4 2023 | Change at constant currency |\n|---|---|---|---|---|\n| North | 4 | 200.0 | 180.0 | 15% |\n\
| South | 5 | 300.0 | 290.0 | 9% |\n| East | 5 | 11,5 12,4 | 90.0 | 2% |\n| Sum | 6 | 500.0 | 470.0 | 11% |\n";
    assert!(verdicts(text).iter().all(|(_, verdict)| *verdict != Verdict::Inconsistent));
    assert!(cells(text).iter().all(|cell| !cell.contains(": 4 ") && !cell.contains("115")), "{:?}", cells(text));
}

#[test]
fn prose_takes_measure_and_period_from_a_cell() {
    let text = format!("Sales of tools came to $1.204 million.\n\n{STATEMENT}");
    let sheet = sheet(&text);
    let prose = sheet.facts.iter().find(|fact| fact.text == "$1.204 million").expect("the figure");
    assert_eq!(told(&sheet, prose), "Sales of tools: 1204000 USD 2024-04-01..2024-06-30");
}

#[test]
fn many_cells_take_linear_time() {
    let row = "| Sales of a region | 1,204 | 1,100 | 4,510 | 4,002 |\n";
    let text = format!("(in thousands of dollars)\n\n|  | 2024 | 2023 | 2022 | 2021 |\n|---|---|---|---|---|\n{}", row.repeat(5_000));
    let start = std::time::Instant::now();
    assert_eq!(cells(&text).len(), 20_000);
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

/// The cells of the first article of a file of this format.
#[cfg(feature = "documents")]
fn cells_of(format: &'static newsfacts::read::Format, content: &str) -> Vec<String> {
    let raw = newsfacts::read::Raw { source: "table".into(), line: None, bytes: content.into(), format };
    let sheet = analyze(&raw.read().expect("a reading").articles[0], &Options::default());
    sheet.facts.iter().filter(|fact| fact.cell.is_some()).map(|fact| told(&sheet, fact)).collect()
}

#[cfg(feature = "documents")]
#[test]
fn tables_of_every_format() {
    use newsfacts::read::{csv, feed, html, mail};
    let prose =
        "<p>The board of Harbour Tools was content with how the quarter went, and with its people.</p><p>(in thousands of dollars)</p>";
    let table = "<table><tr><td></td><th colspan=2>Three months ended June 30,</th></tr><tr><td></td><td>2024</td><td>2023</td></tr>\
        <tr><td>Sales</td><td>$1,204</td><td>$1,100</td></tr><tr><td>Wages</td><td>402</td><td>380</td></tr></table>";
    let head = "From: a@example.org\nSubject: Figures\nDate: Tue, 11 Feb 2025 08:00:00 +0000\nContent-Type:";
    let plain = "Sales were fine, the board of Harbour Tools says.\n\n(in thousands of dollars)\n                Three months ended\n                     June 30,\n\
        \x20                 2024      2023\nSales           $ 1,204   $ 1,100\nWages               402       380\n";
    let item = format!(
        "<rss version=\"2.0\"><channel><item><title>Figures</title><description><![CDATA[{prose}{table}]]></description></item></channel></rss>"
    );
    let layout = format!(
        "<html><body><table><tr><td>{prose}{table}<p>There is more to be said of the quarter and of those to come.</p></td><td>Menu</td></tr></table></body></html>"
    );
    let separated = "In thousands of dollars,Three months ended June 30 2024,Three months ended June 30 2023\nSales,\"1,204\",\"1,100\"\nWages,402,380\n";
    let expected = [
        "Sales: 1204000 USD 2024-04-01..2024-06-30",
        "Sales: 1100000 USD 2023-04-01..2023-06-30",
        "Wages: 402000 USD 2024-04-01..2024-06-30",
        "Wages: 380000 USD 2023-04-01..2023-06-30",
    ];
    for (format, content) in [
        (&mail::FORMAT, format!("{head} text/html\n\n<html><body>{prose}{table}</body></html>")),
        (&mail::FORMAT, format!("{head} text/plain\n\n{plain}")),
        (&feed::FORMAT, item),
        (&html::FORMAT, layout),
        (&csv::FORMAT, separated.to_string()),
        (&csv::FORMAT, separated.replace("\"1,204\"", "1204").replace("\"1,100\"", "1100").replace(',', "\t")),
    ] {
        assert_eq!(cells_of(format, &content), expected, "{content}");
    }
    let hostile = "<tr><td colspan=1000000000 rowspan=65000>Sales</td><td rowspan=65000 colspan=9999>5</td><td>6</td></tr>".repeat(300);
    cells_of(&html::FORMAT, &format!("<html><body>{prose}<table>{hostile}</table></body></html>"));
}

const LOST_BLANKS: &str = "Harbour Tools Inc.\n(in thousands of dollars)\n\nThree Months Ended                 Year Ended\nJune 30,                      June 30,\n\
----------------------------  ----------------------------\n2024           2023           2024           2023\n-------------  -------------  -------------  -------------\n\
Sales of tools           $     1,204    $     1,100    $     4,510    $     4,002\nWages and\nsalaries                       402            380          1,500          1,440\n\
=============  =============  =============  =============\nWeighted average\nshares outstanding:\nBasic                        1,310          1,300          1,305          1,299\n\
=============  =============  =============  =============\nDiluted                      1,330          1,320          1,325          1,319\n";

#[test]
fn text_tables_that_lost_their_blanks() {
    let cells = cells(LOST_BLANKS);
    for expected in [
        "Sales of tools: 1204000 USD 2024-04-01..2024-06-30",
        "Sales of tools: 4002000 USD 2022-07-01..2023-06-30",
        "Wages and salaries: 380000 USD 2023-04-01..2023-06-30",
        "Weighted average shares outstanding: Diluted: 1325000 shares 2023-07-01..2024-06-30",
    ] {
        assert!(cells.iter().any(|cell| cell == expected), "{expected}: {cells:#?}");
    }
}

#[test]
fn a_note_stands_above_all_columns() {
    let text = "|  | Three Months Ended June 30, 2024 | | | |  | Year Ended June 30, 2024 | | | |\n|---|---|---|---|---|---|---|---|---|---|---|\n\
        |  | Low | |  | High | |  | Low | | High |  |\n|  | (in thousands) | | | | | | | | | |\n| Interest |  | 16 |  |  | 18 |  |  | 64 |  | 68 |\n\
        | Rent |  | 26 |  |  | 28 |  |  | 74 |  | 78 |\n| Sales | $ | 96 |  | $ | 98 |  | $ | 94 | $ | 98 |\n";
    let cells = cells(text);
    assert!(cells.iter().all(|cell| cell.contains("000 ")), "{cells:#?}");
}

const HALF_HEADS: &str = "Harbour Tools Inc.\n\nEUR million          Q2 2024  Q2 2025        Change\n-------------------  -------  -------  --------------------\nReported  Like-for-like\n\
-------------------  -------  -------  --------  ----------\nTools                  140.2    144.4     3.0 %       2.1 %\nNet debt to EBITDA\nratio                    3.0      3.2\n\
Staff\n(average number\nof employees)          1,310    1,299    -0.8 %\n";

#[test]
fn heads_stand_where_their_line_fits() {
    let cells = cells(HALF_HEADS);
    for expected in [
        "Tools: 144400000 EUR 2025-04-01..2025-06-30",
        "Tools: 3 percent 2025-04-01..2025-06-30",
        "Net debt to EBITDA ratio: 3  2024-04-01..2024-06-30",
        "Net debt to EBITDA ratio: 3.2  2025-04-01..2025-06-30",
    ] {
        assert!(cells.iter().any(|cell| cell == expected), "{expected}: {cells:#?}");
    }
}

#[test]
fn units_belong_to_the_columns_that_name_them() {
    let fleet = "| Name | Tonnage | Built | Rate ($/day) | |\n|---|---|---|---|---|\n| Kestrel | 22,262 | 2014 | $ | 22,000 |\n| Plover | 22,300 | 2016 | $ | 16,000 |\n";
    assert!(cells(fleet).iter().any(|cell| cell.starts_with("Kestrel, Tonnage: 22262  ")), "{:?}", cells(fleet));
    let holdings = "A barrel went for $17 at the exchange on Monday, traders said, and they bought more of it.\n\n| Share | Last | Volume |\n|---|---|---|\n| Kestrel | 4.20 | 1,300 |\n| Plover | 5.10 | 2,400 |\n";
    assert!(cells(holdings).iter().all(|cell| !cell.contains("USD")), "{:?}", cells(holdings));
    let funds =
        "| Fund | Net flow ($, mm) | Change |\n|---|---|---|\n| Kestrel (5.1% interest) | 57.5 | 0.1% |\n| Plover | 62.8 | 0.2% |\n";
    assert!(cells(funds).contains(&"Kestrel (5.1% interest), Net flow: 57500000 USD ?".into()), "{:?}", cells(funds));
}

mod annotated {
    //! The relations that people found in annotated tables, where those tables are at hand.

    use std::collections::HashMap;
    use std::path::Path;

    use newsfacts::sheet::{FactSheet, Verdict};
    use newsfacts::{Options, analyze, read};
    use rust_decimal::Decimal;
    use serde_json::Value;

    type Interval = (Decimal, Decimal);

    /// What the digits of an annotated cell allow, as the sheet has it; a dash is nothing.
    fn cell(sheet: &FactSheet, cell: &Value) -> Option<Interval> {
        if cell["nil"] == true {
            return Some((Decimal::ZERO, Decimal::ZERO));
        }
        let value: Decimal =
            cell["value"].to_string().parse().ok().or_else(|| Decimal::from_scientific(&cell["value"].to_string()).ok())?;
        let words = |text: &str| -> Vec<String> {
            text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
        };
        let label = words(cell["row_label"].as_str()?);
        let own = |label_of_fact: &str| label.iter().filter(|word| words(label_of_fact).contains(word)).count() * 2 >= label.len();
        let fact = sheet.facts.iter().find(|fact| {
            fact.value.is_some_and(|own| own == value)
                && fact.cell.as_ref().is_some_and(|cell| own(cell.row_label.as_deref().unwrap_or_default()))
        })?;
        Some((fact.rounding.low, fact.rounding.high))
    }

    fn of_ends(ends: [Decimal; 4]) -> Interval {
        (ends.into_iter().min().expect("four"), ends.into_iter().max().expect("four"))
    }

    fn ratio(a: Interval, b: Interval) -> Interval {
        of_ends([a.0 / b.0, a.0 / b.1, a.1 / b.0, a.1 / b.1])
    }

    /// The value of an expression: "r3+r4-r5", "pct(c0,c1)", "ratio(r1,r0)*100", "100*r1.c1/r0.c1".
    fn value(expression: &str, of: &dyn Fn(&str) -> Option<Interval>) -> Option<Interval> {
        let hundred = Decimal::ONE_HUNDRED;
        let pair = |inner: &str| {
            let (a, b) = inner.split_once([',', '/'])?;
            Some(ratio(of(a)?, of(b)?))
        };
        if let Some(inner) = expression.strip_prefix("pct(").and_then(|rest| rest.strip_suffix(')')) {
            return pair(inner).map(|(low, high)| ((low - Decimal::ONE) * hundred, (high - Decimal::ONE) * hundred));
        }
        if let Some(inner) = expression.strip_prefix("ratio(") {
            let (low, high) = pair(inner.trim_end_matches("*100").trim_end_matches(')'))?;
            let times = if expression.ends_with("*100") { hundred } else { Decimal::ONE };
            return Some((low * times, high * times));
        }
        if let Some(inner) = expression.strip_prefix("100*") {
            return pair(inner).map(|(low, high)| (low * hundred, high * hundred));
        }
        let mut sum = (Decimal::ZERO, Decimal::ZERO);
        for (at, term) in expression.split_inclusive(['+', '-']).scan('+', |sign, term| {
            let own = *sign;
            *sign = term.chars().last().unwrap_or('+');
            Some((own, term.trim_end_matches(['+', '-'])))
        }) {
            let (low, high) = of(term)?;
            sum = if at == '-' { (sum.0 - high, sum.1 - low) } else { (sum.0 + low, sum.1 + high) };
        }
        Some(sum)
    }

    /// How often a constraint was held against cells; each time it must hold.
    fn holds(document: &Value, sheet: &FactSheet, constraint: &Value) -> usize {
        let cells: HashMap<(i64, i64), &Value> = document["cells"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|cell| Some(((cell["row"].as_i64()?, cell["col"].as_i64()?), cell)))
            .collect();
        let (stated, expression) = constraint["expr"].as_str().and_then(|text| text.split_once(" = ")).expect("an equation");
        let by_row = constraint["axis"] == "row";
        let mut held = 0;
        for at in constraint["at"].as_array().into_iter().flatten().filter_map(Value::as_i64) {
            let of = |name: &str| {
                let number = |name: &str| name[1..].parse::<i64>().ok();
                let place = match name.split_once('.') {
                    Some((row, column)) => (number(row)?, number(column)?),
                    None if by_row => (at, number(name)?),
                    None => (number(name)?, at),
                };
                cell(sheet, cells.get(&place)?)
            };
            if let (Some(stated), Some(computed)) = (of(stated), value(expression, &of)) {
                assert!(
                    stated.0 <= computed.1 && computed.0 <= stated.1,
                    "{} {constraint} at {at}: {stated:?} {computed:?}",
                    document["doc"]
                );
                held += 1;
            }
        }
        held
    }

    #[test]
    fn relations_of_annotated_tables_hold() {
        let shared = Path::new("../shared");
        let Ok(gold) = std::fs::read_to_string(shared.join("eval/tables.jsonl")) else { return };
        let (mut constraints, mut held) = (0, 0);
        for line in gold.lines() {
            let document: Value = serde_json::from_str(line).expect("an annotated table");
            let path = shared.join("tables").join(document["file"].as_str().expect("a file"));
            let format = match path.extension().and_then(|ending| ending.to_str()) {
                Some("md") => &read::markdown::FORMAT,
                Some("html") => &read::html::FORMAT,
                #[cfg(feature = "pdf")]
                Some("pdf") => &read::pdf::FORMAT,
                _ => continue,
            };
            let bytes = std::fs::read(&path).expect("the document");
            let raw = read::Raw { source: path.display().to_string(), line: None, bytes, format };
            let sheet = analyze(&raw.read().expect("a reading").articles[0], &Options::default());
            for constraint in document["constraints"].as_array().into_iter().flatten().filter(|constraint| constraint["holds"] == true) {
                constraints += 1;
                held += usize::from(holds(&document, &sheet, constraint) > 0);
            }
            let wrong = sheet.checks.iter().filter(|check| check.verdict == Verdict::Inconsistent).count();
            assert!(wrong <= 1, "{}: {wrong} cells said to be wrong", document["doc"]);
        }
        assert!(held + 1 >= constraints && constraints >= 50, "{held} of {constraints} relations were read");
    }
}

/// A table of parts, changes of margins in points, and shares of a whole.
const PARTS: &str = "| EUR m | 2023 | 2024 | Change | % of sales |\n|---|---|---|---|---|\n| Pumps | 120.0 | 150.0 | +25.0% | 50.0% |\n\
| of which exports | 70.0 | 84.0 | +20.0% | 28.0% |\n| Valves | 64.0 | 80.0 | +25.0% | 26.7% |\n| Service | 64.0 | 70.0 | +9.4% | 23.3% |\n\
| Total sales | 248.0 | 300.0 | +21.0% | 100.0% |\n| Margin of pumps | 10.1% | 12.4% | +2.3 pp |  |\n| Margin of valves | 8.0% | 7.5% | -50 bps |  |\n";

#[test]
fn parts_points_and_shares_are_checked() {
    let told = verdicts(PARTS);
    for stated in ["248.0", "300.0", "+25.0%", "+2.3 pp", "-50 bps", "50.0%", "28.0%", "26.7%"] {
        assert!(told.contains(&(stated.into(), Verdict::Consistent)), "{stated}: {told:?}");
    }
    assert!(told.iter().all(|(_, verdict)| *verdict != Verdict::Inconsistent), "{told:?}");
    assert!(cells(PARTS).iter().any(|cell| cell.starts_with("Pumps: of which exports: 84000000")), "{:#?}", cells(PARTS));
}

#[test]
fn a_share_with_swapped_digits_is_seen() {
    let wrong = verdicts(&PARTS.replace("26.7%", "62.7%"));
    assert!(wrong.contains(&("62.7%".into(), Verdict::Inconsistent)), "{wrong:?}");
    assert_eq!(wrong.iter().filter(|(_, verdict)| *verdict == Verdict::Inconsistent).count(), 1);
}

#[test]
fn headings_give_units_and_the_total_of_periods_has_none() {
    let text = "| Period | Shares bought | Price paid |\n|---|---|---|\n| April 2024 |\n| Open market | 1,200 | $14.10 |\n| May 2024 |\n\
| Open market | 900 | $15.30 |\n| Total | 2,100 | $14.61 |\n";
    let told = cells(text);
    assert!(told.iter().any(|cell| cell.contains("900") && cell.ends_with("2024-05-01..2024-05-31")), "{told:#?}");
    assert!(told.iter().any(|cell| cell.contains("2100") && cell.ends_with('?')), "{told:#?}");
    let text = "|  | FY2023 | FY2024 |\n|---|---|---|\n| Output |\n| Zinc (million lbs) | 1.1 | 2.4 |\n\
| Results (in 000's, except per share amounts) |\n| Mining costs | $14,701 | $17,694 |\n| Gross margin | $4,469 | $7,969 |\n";
    let told = cells(text);
    assert!(told.iter().any(|cell| cell.contains("Zinc") && cell.contains(": 2400000 lbs ")), "{told:#?}");
    assert!(told.iter().any(|cell| cell.contains("Mining costs: 17694000 USD ")), "{told:#?}");
    assert!(told.iter().any(|cell| cell.contains("Gross margin: 7969000 USD ")), "{told:#?}");
}

#[test]
fn heads_of_two_years_are_no_figures_and_captions_name_the_year() {
    let text = "Growth rates by sector, 2005 to 2008\n\n| Sector | 06-07 | 07-08 |\n|---|---|---|\n| Mining | 2.3 | 4.1 |\n| Trade | 1.2 | 3.3 |\n";
    assert_eq!(cells(text).len(), 4, "{:#?}", cells(text));
    let text = "Births by region, 2008 (in percent)\n\n| Region | Early | Late |\n|---|---|---|\n| North | 26.2 | 27.9 |\n| South | 20.2 | 18.9 |\n";
    assert!(cells(text).iter().all(|cell| cell.contains(" percent 2008-01-01")), "{:#?}", cells(text));
}

const RELEASE: &str = "| (in thousands of dollars) | Q4 2024 | Q4 2023 |\n|---|---|---|\n| Revenue | 45,312 | 40,130 |\n| Cost of revenue | 30,100 | 27,400 |\n\
| Gross profit | 15,212 | 12,730 |\n| Net income (loss) | 4,120 | (1,180) |\n";

#[test]
fn a_percent_in_prose_finds_its_levels_in_the_table() {
    let text = format!("Harbour Tools said revenue rose 12.9% in Q4 2024. Its gross margin in Q4 2024 was 33.6%.\n\n{RELEASE}");
    let told = verdicts(&text);
    assert!(told.contains(&("12.9%".into(), Verdict::Consistent)), "{told:?}");
    assert!(told.contains(&("33.6%".into(), Verdict::Consistent)), "{told:?}");
}

#[test]
fn prose_with_swapped_digits_contradicts_its_cell() {
    let of = |prose: &str| verdicts(&format!("{prose}\n\n{RELEASE}"));
    let wrong = of("Revenue in Q4 2024 was $43.5 million.");
    assert!(wrong.contains(&("$43.5 million".into(), Verdict::Inconsistent)), "{wrong:?}");
    let others = [
        "Revenue in Q4 2024 was $45.3 million.",
        "Revenue in Q3 2024 was $43.5 million.",
        "Rental revenue in Q4 2024 was $43.5 million.",
        "Revenue in Q4 2024 was about $43.5 million.",
        "Revenue in Q4 2024 was $44.1 million.",
    ];
    for right in others {
        assert!(of(right).iter().all(|(_, verdict)| *verdict != Verdict::Inconsistent), "{right}: {:?}", of(right));
    }
}

#[test]
fn a_currency_is_that_of_the_rows_which_print_it() {
    // Each row says what it is in, and some say nothing.
    let text = "|  | 2025E |\n|---|---|\n| Oil production (barrels per day) | 75,100 |\n| Wells drilled | 87 |\n\
        | Capital spending ($ in millions) | $1,050 |\n| Wells completed | 97 |\n";
    let told = cells(text);
    assert!(told.contains(&"Oil production (barrels per day): 75100 barrels per day 2025-01-01..2025-12-31".into()), "{told:#?}");
    assert!(told.contains(&"Capital spending ($ in millions): 1050000000 USD 2025-01-01..2025-12-31".into()), "{told:#?}");
    assert!(told.iter().all(|cell| !cell.starts_with("Wells") || !cell.contains("USD")), "{told:#?}");
    // The sign in the first row is that of all below it, and of none above.
    let text = "|  | Q2 2024 | Q2 2023 |\n|---|---|---|\n| Shops | 41 | 39 |\n| Sales | $1,204 | $1,100 |\n| Wages | 402 | 380 |\n";
    let told = cells(text);
    assert!(told[0].starts_with("Shops: 41  ") && told[4].starts_with("Wages: 402 USD"), "{told:#?}");
    let text = "|  | FY2024 | FY2023 |\n|---|---|---|\n| Profit after tax ₹ crores | 75 | 46 |\n| Loans given ($500 million facility) | 12 | 13 |\n";
    let told = cells(text);
    assert!(told[0].contains(": 750000000 INR ") && told[2].contains(": 12 "), "{told:#?}");
}

#[test]
fn rows_of_the_same_names_and_figures_have_the_same_scale() {
    let first = "(in millions of dollars)\n\n|  | Q2 2024 | Q2 2023 |\n|---|---|---|\n| Writing off of tools | $21 | $20 |\n\
        | Closing of shops | 86 | 40 |\n| Fees of lawyers | 35 | 33 |\n";
    let note = "The board looks at profit before such costs, which it does not count among those of its trade, and says that others do so too; \
        what they are is told in the notes to the accounts of the year, which can be had at the seat of the company, and in the report of its auditors.";
    let second = "|  | Before tax | Per share |\n|---|---|---|\n| Writing off of tools | $21 | $0.08 |\n| Closing of shops | 86 | 0.30 |\n| Fees of lawyers | 35 | 0.12 |\n";
    let told = cells(&format!("{first}\n{note}\n\n{second}"));
    assert!(told.iter().any(|cell| cell.starts_with("Closing of shops, Before tax: 86000000 USD")), "{told:#?}");
    let told = cells(&format!("{first}\n{note}\n\n{}", second.replace("86", "87").replace("35", "36")));
    assert!(told.iter().any(|cell| cell.starts_with("Closing of shops, Before tax: 87 USD")), "{told:#?}");
}

#[test]
fn a_heading_that_names_a_period_holds_until_the_next_one() {
    let text = "| (square feet in thousands) | Offices | Shops |\n|---|---|---|\n| Three Months Ended June 30, 2024 |\n| Square feet let | 583 | 50 |\n\
        | Second letting: |\n| Square feet | 400 | 21 |\n| Six Months Ended June 30, 2024 |\n| Square feet let | 900 | 71 |\n";
    let told = cells(text);
    for expected in [
        "Square feet let, Offices: 583000 square feet 2024-04-01..2024-06-30",
        "Second letting: Square feet, Shops: 21000 square feet 2024-04-01..2024-06-30",
        "Square feet let, Shops: 71000 square feet 2024-01-01..2024-06-30",
    ] {
        assert!(told.iter().any(|cell| cell == expected), "{expected}: {told:#?}");
    }
}

#[test]
fn figures_in_the_first_column_have_its_head() {
    let text = "| For | Against | Abstained |\n|---|---|---|\n| 1,204,000 | 31,500 | 12,000 |\n";
    assert_eq!(cells(text), ["For: 1204000  ?", "Against: 31500  ?", "Abstained: 12000  ?"]);
    let text = "| Size | Sold 2024 | Sold 2023 |\n|---|---|---|\n| 1,000 ml | 31,500 bottles | 12,000 |\n";
    assert_eq!(cells(text).len(), 1, "{:?}", cells(text));
}

#[test]
fn a_change_is_of_the_later_period_that_its_head_names() {
    let text = "| EUR m | Q4/24 | Q4/23 | Change % Q4/24--Q4/23 | Q3/24 | Change % Q4/24--Q3/24 |\n|---|---|---|---|---|---|\n\
        | Sales | 2,322 | 2,174 | 6.8% | 2,261 | 2.7% |\n| Costs | 1,204 | 1,100 | 9.5% | 1,190 | 1.2% |\n";
    let told = cells(text);
    assert!(told.contains(&"Sales: 2.7 percent 2024-10-01..2024-12-31".into()), "{told:#?}");
    assert!(told.contains(&"Sales: 2261000000 EUR 2024-07-01..2024-09-30".into()), "{told:#?}");
    assert!(verdicts(text).iter().all(|(_, verdict)| *verdict != Verdict::Inconsistent), "{:?}", verdicts(text));
}

const LOST_LABELS: &str = "Harbour Tools Inc.\n(in thousands of dollars)\n\nThree Months Ended                 Year Ended\nJune 30,                      June 30,\n\
----------------------------  ----------------------------\n2024           2023           2024           2023\n-------------  -------------  -------------  -------------\n\
Sales of tools           $     1,204    $     1,100    $     4,510    $     4,002\nWages                          402            380          1,500          1,440\n\
Writing off of tools\n(1)                             98             90            380            350\n=============  =============  =============  =============\n\
500            470          1,880          1,790\n=============  =============  =============  =============\nProfit                         704            630          2,630          2,212\n";

#[test]
fn rows_without_labels_move_no_columns() {
    let told = cells(LOST_LABELS);
    for expected in [
        "Sales of tools: 4510000 USD 2023-07-01..2024-06-30",
        "Profit: 704000 USD 2024-04-01..2024-06-30",
        "Writing off of tools: 98000 USD 2024-04-01..2024-06-30",
    ] {
        assert!(told.iter().any(|cell| cell == expected), "{expected}: {told:#?}");
    }
    assert!(told.iter().all(|cell| !cell.contains("-1000 ")), "{told:#?}");
}

#[test]
fn rates_of_growth_are_percents() {
    let text = "(in thousands of dollars)\n\n|  | 2023 | 2024 | Growth rate 2023-2024 |\n|---|---|---|---|\n| Tools | 1,204 | 1,300 | 8.0 |\n| Pumps | 980 | 1,010 | 3.1 |\n";
    let told = cells(text);
    assert!(told.iter().filter(|cell| cell.contains(" percent ")).count() == 2, "{told:#?}");
}

#[test]
fn days_below_their_months_are_no_figures() {
    let text = "Harbour Tools Ltd.\n\nThree months\nYear ended December                           ended December\n\
        31           % Increase/(Decrease)         31          % Increase/(Decrease)\n\
        --------------------  ---------------------  -----------------  ---------------------\n2024       2023                             2024      2023\n\
        ---------  ---------  ---------------------  -------  --------  ---------------------\nThousands of Dollars\n\
        Sales             2,045,666  1,857,682           10%           599,227   508,603           18%\n\
        Cost of sales     1,189,374  1,097,084                         349,099   289,468\n\
        Gross profit        856,292    760,598           13%           250,128   219,135           14%\n";
    let told = cells(text);
    assert!(told[0].starts_with("Sales: 2045666000 USD 2024-01-01..2024-12-31"), "{told:#?}");
    assert!(told.iter().all(|cell| !cell.contains(": 31 ")), "{told:#?}");
    // What ended with the second December stands where nobody knows.
    assert!(told.iter().filter(|cell| cell.contains("599227000")).all(|cell| !cell.contains("2024-01-01")), "{told:#?}");
}

#[test]
fn numbers_of_a_list_are_no_figures() {
    let text = "| Exhibit | Description of the exhibit |\n|---|---|\n| 4.6 | Form of the notes that fall due in 2031 |\n| 4.7 | Deed of the trustee |\n| 99.1 | Release of the board |\n";
    assert!(cells(text).is_empty(), "{:?}", cells(text));
}

#[test]
fn a_share_of_sales_in_prose_finds_both_rows() {
    let release = "| (in thousands of dollars) | Q4 2024 | Q4 2023 |\n|---|---|---|\n| Harbour pumps | 15,212 | 12,730 |\n| Valves | 30,100 | 27,400 |\n\
        | Total revenue | 45,312 | 40,130 |\n";
    let text = format!("Harbour pumps made up 33.6% of total revenue in Q4 2024. Valves made up 60.1% of revenue in Q4 2024.\n\n{release}");
    let told = verdicts(&text);
    assert!(told.contains(&("33.6%".into(), Verdict::Consistent)), "{told:?}");
    // No row gives it, so nothing is said.
    assert!(told.iter().all(|(figure, verdict)| figure != "60.1%" || *verdict != Verdict::Inconsistent), "{told:?}");
}

#[cfg(feature = "documents")]
#[test]
fn periods_and_scales_below_their_figures_are_those_of_the_rows_above() {
    let row = |cells: &[&str]| format!("<tr>{}</tr>", cells.iter().map(|cell| format!("<td>{cell}</td>")).collect::<String>());
    let rows = [
        row(&["Tax collected", "106.5", "103.8"]),
        row(&["Fees collected", "17.8", "16.6"]),
        row(&["(in million pesos)", "(May 2010)", "(Apr 2010)"]),
        row(&["Cars registered", "7,563", "8,872"]),
        row(&["Buses registered", "561", "272"]),
        row(&["", "(May 2008)", "(Apr 2008)"]),
        row(&["Source: the town", "sheet 3"]),
    ];
    let prose = "<p>The town told its figures, and was content with how the month went for its people.</p>";
    let told = cells_of(&newsfacts::read::html::FORMAT, &format!("<html><body>{prose}<table>{}</table></body></html>", rows.concat()));
    for expected in ["Tax collected: 106500000  2010-05-01..2010-05-31", "Cars registered: 7563  2008-05-01..2008-05-31"] {
        assert!(told.iter().any(|cell| cell == expected), "{expected}: {told:#?}");
    }
}

#[test]
fn rows_by_year_are_of_their_years() {
    let text = "| | Pupils | Teachers |\n|---|---|---|\n| 2003–04 | 520 | 31 |\n| 2004–05 | 530 | 33 |\n";
    assert!(cells(text).iter().all(|cell| !cell.contains("range")), "{:#?}", cells(text));
    let text = "|  | 2003–04 | 2004–05 |\n|---|---|---|\n| Pupils | 5,200 | 5,310 |\n| Teachers | 310 | 330 |\n";
    assert_eq!(cells(text).len(), 4, "{:#?}", cells(text));
}

#[test]
fn columns_that_a_converter_numbered_have_no_name() {
    let text = "| Survey of shops: what was sold | Col2 | Col3 |\n|---|---|---|\n|  | % of all shops | Value (£ billions) |\n\
                | Bread sold | 20 | 7.5 |\n| Cake sold | 4 | 1.6 |\n";
    let told = cells(text);
    assert!(told.iter().any(|cell| cell.starts_with("Bread sold, Value: 7500000000 GBP")), "{told:#?}");
    assert!(told.iter().all(|cell| !cell.contains("Col")), "{told:#?}");
}

#[test]
fn two_heads_in_the_middle_of_uneven_groups() {
    let cells = cells(
        "Numbers of pupils by county\n\n\
                              Actual                    Projected\n\
         County         2019    2020    2021    2022    2023    2024\n\
         Clare         4,210   4,260   4,320   4,380   4,400   4,420\n\
         Mayo          5,110   5,160   5,220   5,280   5,300   5,320\n",
    );
    assert_eq!(cells.len(), 12, "{cells:#?}");
    assert!(cells.iter().all(|cell| !cell.contains("USD")), "{cells:#?}");
}

#[test]
fn a_scale_of_counts_is_no_money() {
    let text = |title: &str| {
        format!(
            "Shops paid $5 million for wood.\n\n{title}\n\n|  | 2024 | 2023 |\n|---|---|---|\n| Cork | 1,204 | 1,100 |\n| Sligo | 402 | 380 |\n"
        )
    };
    let counted = cells(&text("Number of teachers by county (in thousands)"));
    assert_eq!(counted.first().map(String::as_str), Some("Cork: 1204000  2024-01-01..2024-12-31"), "{counted:#?}");
    let money = cells(&text("Sales by county (in thousands)"));
    assert_eq!(money.first().map(String::as_str), Some("Cork: 1204000 USD 2024-01-01..2024-12-31"), "{money:#?}");
}

#[test]
fn a_rise_or_fall_is_no_month() {
    let cells = cells(
        "Incomes by county (%)\n\n| County | 2023 | 2024 | Inc/(Dec) |\n|---|---|---|---|\n| Cork | 12.4 | 14.1 | 1.7 |\n| Sligo | 10.2 | 9.9 | (0.3) |\n",
    );
    assert!(cells.iter().all(|cell| !cell.contains("12-01..")), "{cells:#?}");
    assert!(cells.iter().any(|cell| cell.contains("1.7") && cell.ends_with("2024-01-01..2024-12-31")), "{cells:#?}");
}

#[test]
fn dialling_codes_are_no_figures() {
    let cells = cells(
        "Offices (in thousands of dollars)\n\n| Office | Sales | Code |\n|---|---|---|\n| Cork | 1,204 | 021 |\n| Sligo | 402 | 071 |\n",
    );
    assert_eq!(cells.len(), 2, "{cells:#?}");
}

#[test]
fn an_acronym_in_brackets_is_no_currency() {
    let text = |heading: &str| {
        format!("The town's figures\n\n| {heading} | 2024 | 2023 |\n|---|---|---|\n| Births | 21.7 | 21.6 |\n| Deaths | 9.1 | 9.4 |\n")
    };
    assert!(cells(&text("Health (BHD)")).iter().all(|cell| !cell.contains("BHD")));
    assert!(cells(&text("Outlays (EUR)")).iter().all(|cell| cell.contains(" EUR ")), "{:#?}", cells(&text("Outlays (EUR)")));
}

#[test]
fn a_scale_at_the_start_of_a_long_note() {
    let note = "For the year ending December 31. Based on what the towns told, each in its own way, and on what was found out by those who asked \
        them again. Counts those who were told of, not those who were found, by twelve towns of the county, as far as they have kept books; \
        of the other towns nothing is known, and so they are left out here as they were in the years before]";
    let told = cells(&format!(
        "Table 4. Thefts by age: 2009\n\n[In thousands (62.6 represents 62,600). {note}\n\n| Age | All | Men |\n|---|---|---|\n| Young | 62.6 | 40.1 |\n| Old | 12.2 | 8.4 |\n"
    ));
    assert!(told.first().is_some_and(|cell| cell.contains(": 62600 ")), "{told:#?}");
}
