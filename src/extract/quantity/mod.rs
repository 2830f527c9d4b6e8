//! Quantities: a number and the noun that it counts or the measure that it is in.
//!
//! "464,000 subscribers" has the span of "464,000" and the unit "subscribers"; adjectives may stand between ("1,200 new jobs").
//! The other level of a change takes its unit from the quantity before it ("to 1,350 jobs from 1,200"), or from the word that
//! the change is of ("circulation rose 20% to 260,000"). "2.2x" has the unit times.
//! Years, times of day, scores, ages, lengths of time, telephone, page and model numbers and numbers in names are none.

mod bare;
mod noun;
mod uncounted;
mod unnamed;

use super::figure_reader::{FigureReader, FoundFigure};
use super::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit, Value};
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::TokenKind;

/// The rule.
pub(crate) static RULE: Rule = Rule {
    name: "quantity",
    kind: RuleKind::Figure(FactKind::Quantity),
    source: include_str!("mod.rs"),
    examples: &[
        ("The network won 464,000 subscribers.", "464,000 = 464000 subscribers"),
        ("It will create about 1,200 new jobs.", "1,200 = 1200 jobs (about)"),
        ("Mills shipped 3.5 million tonnes, up from 3.1 million.", "3.5 million = 3500000 tonnes; 3.1 million = 3100000 tonnes"),
        ("Circulation rose 20% to 260,000 last year.", "260,000 = 260000 circulation"),
        ("Output fell to 42 mmbpd.", "42 = 42 mmbpd"),
        ("Payrolls rose by 143,000 after a 307,000 gain.", "143,000 = 143000 payrolls; 307,000 = 307000 payrolls"),
        (
            "Words fell to 26,000 from 30,000, while pages fell from 823 to 622.",
            "26,000 = 26000 words; 30,000 = 30000 words; 823 = 823 pages; 622 = 622 pages",
        ),
        ("It will cut 10 to 15 jobs at the 1,200-MW plant.", "10 to 15 = 10..15 jobs; 1,200 = 1200 mw"),
        ("It has 1,200 full-time employees and 4,000 retail and other sites.", "1,200 = 1200 employees; 4,000 = 4000 sites"),
        ("Rent rose at the 104,689 square foot office and the 12 sq. km port.", "104,689 = 104689 square feet; 12 = 12 square kilometres"),
        ("Some 12 non-profits run the 3,400 km-long line.", "12 = 12 non-profits (about); 3,400 = 3400 km"),
        (
            "It rents 464 GPUs for a 4,000-mile-long fence and bought 50 such data centers.",
            "464 = 464 gpus; 4,000 = 4000 miles; 50 = 50 centers",
        ),
        (
            "The index lost 26.55 points or 0.12% to 23,045.25, the average fell to 44,470.4.",
            "26.55 = 26.55 points; 23,045.25 = 23045.25 points; 44,470.4 = 44470.4 points",
        ),
        ("The rate ended 0.1 per cent lower at 23,045.25.", "23,045.25 = 23045.25 units"),
        ("Wheat sales fell to 53,000 MT.", "53,000 = 53000 mt"),
        ("The gauge fell 0.65 point.", "0.65 = 0.65 points"),
        ("Arrivals were 37 per cent more than the 764 of May.", "764 = 764 units"),
        ("It found that 150, or 25 percent, and later 40 (8%) had it.", "150 = 150 units; 40 = 40 units"),
        ("Lead was in 150/600 wells (25%).", "150 = 150 wells; 600 = 600 wells"),
        ("The rate is 2.5% = 50 ÷ 2,000.", "50 = 50 units; 2,000 = 2000 units"),
        ("The rupee rose 0.2% to 84.25 per dollar.", "84.25 = 84.25 units"),
        ("The lira fell 0.3% to 36.10 to the US dollar from 35.99 a dollar.", "36.10 = 36.1 units; 35.99 = 35.99 units"),
        ("Plants sold 50.1 billion kilowatt-hours.", "50.1 billion = 50100000000 kilowatt-hours"),
        ("- Sold 41 homes to 4,000 police officers in 20 US states", "41 = 41 homes; 4,000 = 4000 officers; 20 = 20 states"),
        (
            "Private payrolls increased 111,000, in 155+ projects for 10+ million users.",
            "111,000 = 111000 payrolls; 155 = 155 projects (at_least); 10+ million = 10000000 users (at_least)",
        ),
        ("The seam is 800 m wide.", "800 = 800 metres"),
        (
            "A workforce of about 8,000 and 12 of the 15 directors stay.",
            "8,000 = 8000 workforce (about); 12 = 12 directors; 15 = 15 directors",
        ),
        ("Half a dozen ships came.", "Half a dozen = 6 ships"),
        ("A 33kV line feeds the 240-bed clinic.", "33 = 33 kv; 240 = 240 beds"),
        ("Leverage went from 1.7x to 2.2x.", "1.7x = 1.7 times; 2.2x = 2.2 times"),
        ("Between 200 and 300 people came.", "200 and 300 = 200..300 people"),
    ],
    counterexamples: &[
        "Flight 815 left at 10:30 for the G20, as Section 12 of COVID-19 rules says.",
        "The S&P 500 rose and the team won 3-2.",
        "The 9/11 report rose 5% in the 2023/24 season (3%).",
        "Call 555-0123 any of the 24 hours, 24/7.",
        "He is 45 years old and has a 12-year-old son.",
        "Sales grew in 1984 and 1985 on zero coupon bonds.",
        "It bought two 777 freighters in the Four Corners region.",
        "It cut Scopes 1 & 2 emissions, and Scope 1 and 2 emissions.",
        "People over the age of 65 received benefits.",
    ],
};

/// The quantity of the number `numeral` at token `at`.
pub(crate) fn read(reader: &FigureReader, at: usize, numeral: &Numeral, before: Option<&Figure>) -> Option<FoundFigure> {
    if let Some(noun) = reader.part_over_whole(at, numeral) {
        return Some(found(at..numeral.tokens.end, numeral.one(), Unit::Noun(noun)));
    }
    let is_fraction = numeral.in_words && numeral.magnitude.is_none() && !numeral.value.value.fract().is_zero();
    if numeral.is_article
        || numeral.signed
        || is_fraction
        || reader.is_in_table(numeral)
        || reader.is_label_or_name(at, numeral)
        || reader.is_address(numeral)
    {
        return None;
    }
    let end = numeral.tokens.end;
    // "zero coupon bonds"
    if numeral.in_words && numeral.value.value.is_zero() && reader.is_one_of(end, &["coupon", "tolerance", "sum", "emission", "emissions"])
    {
        return None;
    }
    if reader.is_word(end, "x") && reader.touches_before(end) {
        let goes_on = reader.touches_before(end + 1)
            && reader.token(end + 1).is_some_and(|next| matches!(next.kind, TokenKind::Number | TokenKind::Word));
        return (!goes_on && !numeral.in_words).then(|| found(at..end + 1, numeral.one(), Unit::Times));
    }
    if let Some(noun) = reader.counted_noun(end, numeral) {
        return Some(found(at..end, numeral.one(), Unit::Noun(noun)));
    }
    if let Some((value, range_end)) = reader.range_after_with(numeral, at, true) {
        let noun = reader.counted_noun(range_end, numeral)?;
        return Some(found(at..range_end, value, Unit::Noun(noun)));
    }
    let noun = reader
        .level_without_noun(at, numeral, before)
        .or_else(|| reader.change_of(numeral, before))
        .or_else(|| reader.bare_level(at, numeral));
    noun.map(|noun| found(at..end, numeral.one(), Unit::Noun(noun)))
}

fn found(tokens: std::ops::Range<usize>, value: Value, unit: Unit) -> FoundFigure {
    FoundFigure { tokens, kind: FigureKind::Quantity, value, unit, per: None }
}
