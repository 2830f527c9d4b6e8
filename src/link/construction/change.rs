//! Changes: "rose 39% to $830 million from $596 million", "$5m, a rise of 9%", "from 400 to 100, a 75% drop".
//!
//! A change has a head, the figure with its word of change, and levels behind it or before it. The rows below are phrases
//! (`pattern.rs` says how they are read); of the rows of a table the first that fits counts.

use once_cell::sync::Lazy;

#[cfg(test)]
use super::example::{Example, Fires};
use super::pattern::{LinkScene, Pattern, Roles};
use crate::link::cue::{Cue, direction};
use crate::link::reading::{Element, SentenceReading, is_level, is_percent, is_points};
use crate::mention::{FigureKind, Unit};
use crate::number::Decimal;

/// How a head states its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChangeForm {
    /// "rose 39%"
    Verb,
    /// "a 39% rise", "a rise of 39%"
    Noun,
    /// "39% higher", "39% above"
    Comparative,
    /// "+39%", "doubled": the figure alone.
    Bare,
}

/// What stands before the stated change.
const BEFORE_CHANGE: &[(ChangeForm, &str)] = &[
    (ChangeForm::Verb, "rose = by ="),
    (ChangeForm::Verb, "rose ="),
    (ChangeForm::Noun, "rise = of ="),
    (ChangeForm::Noun, "rise : ="),
    (ChangeForm::Noun, "rise in … of ="),
    (ChangeForm::Verb, "rose in … by ="),
    (ChangeForm::Verb, "rose … by ="),
    (ChangeForm::Verb, "rose ~"),
    (ChangeForm::Comparative, "higher = by ="),
    (ChangeForm::Verb, "rose by ~ of ="),
];

/// What stands behind it.
const BEHIND_CHANGE: &[(ChangeForm, &str)] =
    &[(ChangeForm::Noun, "~ rise"), (ChangeForm::Comparative, "= higher"), (ChangeForm::Comparative, "= rose")];

/// The word of change of a stated figure, looked for in this order.
const HEADS: &[Side] = &[Side::Before(0..2), Side::Behind(0..2), Side::Before(2..LOOSE), Side::Before(LOOSE..10), Side::Behind(LAST)];

/// The first row with words in between: an amount there is seldom the change.
const LOOSE: usize = 4;

/// "42.6 pct down on the 73 million": only where a preposition goes on.
const LAST: std::ops::Range<usize> = 2..3;

enum Side {
    Before(std::ops::Range<usize>),
    Behind(std::ops::Range<usize>),
}

/// The levels first, then the percent of the change between them.
const LEVELS_THEN_CHANGE: &[&str] = &[
    "rose from BASE to CURRENT or =",
    "rose to CURRENT from BASE or =",
    "rose from BASE to CURRENT or by =",
    "rose to CURRENT from BASE or by =",
    "rose to CURRENT against BASE or =",
    "CURRENT was rose from BASE or =",
    "rose from BASE to CURRENT ( =",
    "rose to CURRENT from BASE ( =",
    "rose = DELTA to CURRENT or =",
    "rose = by DELTA to CURRENT or =",
];

/// Levels behind the head.
pub(crate) const LEVELS_BEHIND: &[&str] = &[
    "_ rose = DELTA to CURRENT",
    "= ( from BASE to CURRENT )",
    "= ( to CURRENT from BASE )",
    "= ( rose from BASE to CURRENT )",
    "to CURRENT ( BASE )",
    "to CURRENT ( ~ : BASE )",
    "to CURRENT [rose] from BASE",
    "to CURRENT [rose] against BASE",
    "from BASE [was] to CURRENT",
    "at CURRENT [rose] from BASE",
    "at CURRENT [rose] against BASE",
    "to ~ at CURRENT",
    "to CURRENT after rose [FIGURE] to BASE",
    "to CURRENT after rose by FIGURE to BASE",
    "[and] _ was CURRENT ( BASE )",
    "[and] _ was CURRENT ( ~ : BASE )",
    "[and] _ was CURRENT [rose] from BASE",
    "[and] _ was CURRENT [rose] against BASE",
    ", _ was CURRENT [rose] from BASE",
    ", _ was CURRENT [rose] against BASE",
    "= : CURRENT against BASE",
    "to CURRENT over BASE",
    "over BASE _ at = CURRENT",
    "from BASE _ at = CURRENT",
    "to CURRENT",
    "at CURRENT",
    "and _ was CURRENT",
    ", _ was CURRENT",
    "from when … at BASE",
    "from when _ was BASE",
    "= ( = : BASE )",
    "over ~ ( = BASE = )",
    "from ~ ( = BASE = )",
    "against ~ ( = BASE = )",
    "= ( CURRENT against BASE )",
    "from BASE",
    "against BASE",
    "over BASE",
];

/// Levels behind "39% above" and "39% more".
pub(crate) const LEVELS_BEHIND_COMPARATIVE: &[&str] = &[
    "= than BASE",
    "than … of BASE",
    "than ~ close at BASE",
    "than when _ was BASE",
    "than ~ ( = BASE = )",
    "= BASE",
    "of BASE",
    "at CURRENT [rose] against BASE",
    "at CURRENT [rose] from BASE",
    "at CURRENT",
    "against BASE",
    "from BASE",
];

/// Levels behind "a 25% premium", where "to" leads to the base.
pub(crate) const LEVELS_BEHIND_PREMIUM: &[&str] = &["to … BASE", "over … BASE", "from … BASE", "against … BASE"];

/// Levels behind "2.5 times".
pub(crate) const LEVELS_BEHIND_TIMES: &[&str] = &["= BASE", "= of BASE", "= than BASE", "= as ~ as ~ BASE"];

/// The level before the change, where the words before the verb name it and the one after the change stands behind: "a staff of 4,000
/// will shrink by 5% to 3,800", "the fee, now $1.00, will rise". They need not be of one measure.
pub(crate) const BASE_BEFORE: &[&str] = &[", BASE _ , =", "of BASE =", "when was BASE _ ,", "when at BASE _ ,"];

/// Levels before the head.
pub(crate) const LEVELS_BEFORE: &[&str] = &[
    "( from BASE to CURRENT ) [which] _",
    "( to CURRENT from BASE ) [which] _",
    "CURRENT from FIGURE against BASE [which] _",
    "from BASE to CURRENT [which] _",
    "from BASE rose to CURRENT [which] _",
    "CURRENT ( BASE ) [which] _",
    "CURRENT ( ~ : BASE ) [which] _",
    "rose = DELTA to CURRENT [which] _",
    CHANGED_BY,
    "rise of DELTA to CURRENT [which] _",
    "rise of DELTA from BASE to CURRENT [which] _",
    "rose from BASE … was CURRENT [which] _",
    "CURRENT higher than FIGURE but _",
    "CURRENT higher than FIGURE and _",
    "CURRENT rose from BASE [which] _",
    "CURRENT from BASE [which] _",
    "CURRENT against BASE [which] _",
    "CURRENT after BASE [which] _",
    "was BASE and CURRENT [which] _",
    "was BASE _ rose to CURRENT [which] _",
    "CURRENT [which] _",
    "CURRENT = after",
    "at CURRENT _ was _",
];

/// The percent behind the change as an amount may be of a longer time: "rose by 2.8 billion to 121.5 billion, up 8.3% on the year".
pub(crate) const CHANGED_BY: &str = "rose = by DELTA to CURRENT [which] _";

/// Sentences that the rows must read, with what they must find, and sentences in which they must find nothing.
#[cfg(test)]
pub(crate) const EXAMPLES: &[Example] = &[
    Example("Exports rose 39% to $830 million from $596 million.", Fires("39%", &["current $830 million", "base $596 million"])),
    Example("It reached $21.4m (30.1% of sales), a rise of 12% compared to $19.1m.", Fires("12%", &["current $21.4m", "base $19.1m"])),
    Example("Sales edged up 2% in May to a record $51m, against $50m.", Fires("2%", &["current $51m", "base $50m"])),
    Example("Fees were NOK 310m (NOK 262m), an increase by 18.3%.", Fires("18.3%", &["current NOK 310m", "base NOK 262m"])),
    Example(
        "Sales rose to 433 units in 2022 from 414 units in 2021 and 342 units in 2015 (an increase of 26.6 percent since 2015).",
        Fires("26.6 percent", &["current 433", "base 342"]),
    ),
    Example("Costs went from $400m to $100m, a drop of 75%.", Fires("75%", &["base $400m", "current $100m"])),
    Example("Profit was €4.4 million, down €0.6 million or 12%.", Fires("12%", &["current €4.4 million", "delta €0.6 million"])),
    Example("There was a 50 percent increase in arrests, to 1,200 from 1,000.", Fires("50 percent", &["current 1,200", "base 1,000"])),
    Example("The offer of £60.0m is 40% below the asking price of £80.0m.", Fires("40%", &["current £60.0m", "base £80.0m"])),
    Example("Costs were $15,000 this month vs $5,000 last month (a 300% increase).", Fires("300%", &["current $15,000", "base $5,000"])),
    Example(
        "Sales grew by 23% and amounted to EUR 2,480 thousand (1-6/2023: EUR 2,016 thousand).",
        Fires("23%", &["current EUR 2,480 thousand", "base EUR 2,016 thousand"]),
    ),
    Example(
        "Cash flow was $79 million, which was $1.3 million or 1.7% higher than in 2023.",
        Fires("1.7%", &["current $79 million", "delta $1.3 million"]),
    ),
    Example(
        "By noon the gauge stood 154.54 points, or 0.20 per cent, higher at 76,293.51 points.",
        Fires("0.20 per cent", &["delta 154.54", "current 76,293.51"]),
    ),
    Example("The index shed 10.77 points to end 0.67% lower at 1,592.28.", Fires("0.67%", &["delta 10.77", "current 1,592.28"])),
    Example("The index fell 0.7%, or 73.62 points, to end the day at 10,557.62.", Fires("0.7%", &["delta 73.62", "current 10,557.62"])),
    Example("Net debt rose $5.4m to $60.5m, an increase of 9.8 per cent.", Fires("9.8 per cent", &["delta $5.4m", "current $60.5m"])),
    Example(
        "The index fell 1.32 percent, losing 309.8 points to end at 23,071.80.",
        Fires("1.32 percent", &["delta 309.8", "current 23,071.80"]),
    ),
    Example(
        "Income was 41.89 billion yen in 1986, 42.6 pct down on the 73.02 billion yen of 1985.",
        Fires("42.6 pct", &["current 41.89 billion yen", "base 73.02 billion yen"]),
    ),
    Example("Backlog of $105.7m marks a $14.3m, or 12%, decrease from $120.0m.", Fires("$14.3m", &["current $105.7m", "base $120.0m"])),
    Example(
        "Her gain was to fall over 76%, from $20.09 a share on Monday to $4.65 on Friday.",
        Fires("76%", &["current $4.65", "base $20.09"]),
    ),
    Example(
        "The mill made $24 million or $0.02 diluted earnings per share, against a loss of $412 million or $0.31 diluted loss per share, \
         which is a gain of $436 million or 105.8%.",
        Fires("105.8%", &["current $24 million", "base $412 million", "delta $436 million"]),
    ),
    Example("The gauge closed 67 points higher, or 0.8%, to 8,767 points.", Fires("0.8%", &["delta 67", "current 8,767"])),
    Example("Rubber ended 6 yen lower, or 1.63%, at 362.7 yen a kilo.", Fires("1.63%", &["delta 6 yen", "current 362.7 yen"])),
    Example(
        "The ranks of the jobless fell by 30,100 (or 3.2 per cent) to 912,000.",
        Fires("3.2 per cent", &["delta 30,100", "current 912,000"]),
    ),
    Example(
        "Costs were cut by $379 million – a full 8 percent – to $4.1 billion.",
        Fires("8 percent", &["delta $379 million", "current $4.1 billion"]),
    ),
    Example(
        "Imports rose to $24.12bn, up 2.6% from January's $23.52bn and 42% above the $16.98bn of a year ago.",
        Fires("42%", &["current $24.12bn", "base $16.98bn"]),
    ),
    Example(
        "Costs were $341.5m, compared to $397.3m for 2023, which included a $25.4m charge, representing a decrease of 14%.",
        Fires("14%", &["current $341.5m", "base $397.3m"]),
    ),
    Example(
        "Prices fell to $154.5 in May from $154.6 in April, against $147.4 in May 1986, giving a rise on the year of 4.8 pct.",
        Fires("4.8 pct", &["current $154.5", "base $147.4"]),
    ),
    Example("Output rose 14.21 pct to $162.19 in March from a revised $142.01.", Fires("14.21 pct", &["current $162.19", "base $142.01"])),
    Example("Daily turnover was $1.55bn after $1.33bn in January, an increase of 17%.", Fires("17%", &["current $1.55bn", "base $1.33bn"])),
    Example("Aid will be $2.133bn, up 13% over the budget of 2003 ($1.894bn).", Fires("13%", &["current $2.133bn", "base $1.894bn"])),
    Example(
        "Gold stood at $1,446.6, 0.17% higher than its previous close at $1,444.1.",
        Fires("0.17%", &["current $1,446.6", "base $1,444.1"]),
    ),
    Example(
        "Visits to the park dropped from 50,400 in 2023 to 44,100 last year, or 12.5%.",
        Fires("12.5%", &["base 50,400", "current 44,100"]),
    ),
    Example("Rents rose from $50.4m to $56.7m (12.5%).", Fires("12.5%", &["base $50.4m", "current $56.7m"])),
    Example("Rents rose to $56.7m from $50.4m, or 12.5 per cent.", Fires("12.5 per cent", &["base $50.4m", "current $56.7m"])),
    Example(
        "Up from $50.4m in 2023, rents reached $56.7m last year, an increase of 12.5%.",
        Fires("12.5%", &["base $50.4m", "current $56.7m"]),
    ),
    Example(
        "Turnover was $116.7m, slightly higher than the $116.6m of January but 129 pct more than the $50.9m of 2024.",
        Fires("129 pct", &["current $116.7m", "base $50.9m"]),
    ),
    Example(
        "The fund reported an increase of $6.3m to $56.7m, reflecting a 12.5% gain.",
        Fires("12.5%", &["delta $6.3m", "current $56.7m"]),
    ),
    Example(
        "The shares jumped by their daily limit of 150 yen, or 16.1%, to 1,080 yen.",
        Fires("16.1%", &["delta 150 yen", "current 1,080 yen"]),
    ),
    Example(
        "The insurer lost $85.9m after dividends to policyholders, up 21% from $71.0m in 1985.",
        Fires("21%", &["current $85.9m", "base $71.0m"]),
    ),
    Example("Burglaries rose by 650 percent: from 16 a year to 120 each year.", Fires("650 percent", &["current 120", "base 16"])),
    Example(
        "Orders fell 1.4% to $3.58bn in May from $3.63bn in April, but rose 43% from $2.51bn a year before.",
        Fires("43%", &["current $3.58bn", "base $2.51bn"]),
    ),
    Example(
        "Fees were $40,000 in 2023 and $42,200 in 2024, a gain of 5.5 percent.",
        Fires("5.5 percent", &["base $40,000", "current $42,200"]),
    ),
    Example("A staff of 4,000 will shrink by 12.5 percent to 3,500.", Fires("12.5 percent", &["base 4,000", "current 3,500"])),
    Example("The fee, now $1.00, will rise 25 percent to $1.25.", Fires("25 percent", &["base $1.00", "current $1.25"])),
    Example("Output: 380 tonnes (2023: 400 tonnes), down 5%.", Fires("5%", &["current 380", "base 400"])),
    Example("The margin widened from 11.0% to 12.5%, or 150 basis points.", Fires("150 basis points", &["base 11.0%", "current 12.5%"])),
    Example("Fees were $5.0m, 2.5 times the $2.0m of a year ago.", Fires("2.5 times", &["current $5.0m", "base $2.0m"])),
    Example(
        "The fund has $5.0m, two and a half times as much as the $2.0m of 2010.",
        Fires("two and a half times", &["current $5.0m", "base $2.0m"]),
    ),
    Example("Fees came to $5.0m, $1.0m more than the year before, when it was $4.0m.", Fires("$1.0m", &["current $5.0m", "base $4.0m"])),
    Example(
        "Fares were up 25 per cent on last year's $400,000, at $500,000.",
        Fires("25 per cent", &["current $500,000", "base $400,000"]),
    ),
    Example("Riders increased by 100,000 to 500,000, up 25 per cent.", Fires("25 per cent", &["delta 100,000", "current 500,000"])),
    Example(
        "Assets were $374.2m, a fall of $0.8m from $375.0m at the end of June, due to the decrease in loans, net, of $2.8m.",
        Fires("$0.8m", &["current $374.2m", "base $375.0m"]),
    ),
    Example("Fees of $42.0m were up from $40.0m, or 5.0%.", Fires("5.0%", &["current $42.0m", "base $40.0m"])),
    Example(
        "The fee rose to $42.0m in May compared to $40.0m in April, or 5 percent.",
        Fires("5 percent", &["current $42.0m", "base $40.0m"]),
    ),
    Example("Fees were $42.0m, up 5.0% (May 2023: $40.0m).", Fires("5.0%", &["current $42.0m", "base $40.0m"])),
    Example("The bill would cut grants from $410m to $369m, or by 10 percent.", Fires("10 percent", &["base $410m", "current $369m"])),
    Example("Crude fell $1.50 to $73.50 a barrel, or 2%.", Fires("2%", &["delta $1.50", "current $73.50"])),
    Example(
        "The grant, which was $41,000 in 2019, has dropped to $36,900, a fall of 10 percent.",
        Fires("10 percent", &["base $41,000", "current $36,900"]),
    ),
    Example("Fees were $57m, an 8% fall from the year before, while rents were $58m.", Fires("8%", &["current $57m"])),
    Example("Fares doubled to $4.0m from $2.0m.", Fires("doubled", &["current $4.0m", "base $2.0m"])),
    Example("Homes for the old: $118 million cut (50%).", Fires("50%", &["delta $118 million"])),
    Example("Fares rose from $50.4m to $56.7m, or 12.5% of all sales.", Fires("12.5%", &[])),
    Example("Orders were $5m, up 5% from last year (helped by $3m from Asia).", Fires("5%", &["current $5m"])),
    Example("Sales were $5m, up 5% from $4.8m and costs were 9% below the $6m of May.", Fires("9%", &["base $6m"])),
    Example("The budget of $5m is 50 percent up to now.", Fires("50 percent", &[])),
    Example("Revenue was $5m and profit rose 9%.", Fires("9%", &[])),
    Example("The limit of the 20 per cent tax bracket is to rise from $40,000 to $50,000.", Fires("20 per cent", &[])),
];

static BEFORE: Lazy<Vec<(ChangeForm, Pattern)>> =
    Lazy::new(|| BEFORE_CHANGE.iter().map(|&(form, phrase)| (form, Pattern::new(phrase))).collect());
static BEHIND: Lazy<Vec<(ChangeForm, Pattern)>> =
    Lazy::new(|| BEHIND_CHANGE.iter().map(|&(form, phrase)| (form, Pattern::new(phrase))).collect());
static THEN_CHANGE: Lazy<Vec<(&str, Pattern)>> =
    Lazy::new(|| LEVELS_THEN_CHANGE.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static AFTER: Lazy<Vec<(&str, Pattern)>> = Lazy::new(|| LEVELS_BEHIND.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static AFTER_COMPARATIVE: Lazy<Vec<(&str, Pattern)>> =
    Lazy::new(|| LEVELS_BEHIND_COMPARATIVE.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static AFTER_TIMES: Lazy<Vec<(&str, Pattern)>> =
    Lazy::new(|| LEVELS_BEHIND_TIMES.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static BASES: Lazy<Vec<(&str, Pattern)>> = Lazy::new(|| BASE_BEFORE.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static AFTER_PREMIUM: Lazy<Vec<(&str, Pattern)>> =
    Lazy::new(|| LEVELS_BEHIND_PREMIUM.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());
static FORE: Lazy<Vec<(&str, Pattern)>> = Lazy::new(|| LEVELS_BEFORE.iter().map(|&phrase| (phrase, Pattern::new(phrase))).collect());

/// A change that a sentence states.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    /// How it is stated.
    pub form: ChangeForm,
    /// Its nodes: the figures of the change and the word of change.
    pub nodes: std::ops::Range<usize>,
    /// What was found.
    pub roles: Roles,
    /// The rows that found the levels.
    pub rows: [Option<&'static str>; 2],
}

/// The change that a stated figure is, with its levels; `None` where no word of change belongs to it.
pub(crate) fn find(scene: &LinkScene) -> Option<Change> {
    let at = scene.reading.node_of(scene.stated)?;
    if let Some(found) = levels_then_change(scene, at) {
        return Some(found);
    }
    let (group, delta) = group(scene, at);
    let (form, nodes, change) = head(scene, group)?;
    if form == ChangeForm::Comparative && is_expected(scene, nodes.end) {
        return None;
    }
    let mut found = Change { form, nodes, roles: Roles { delta, change, ..Roles::default() }, rows: [None; 2] };
    // "from a rise of 0.8 percent to 1.1 percent": the change is a level itself.
    let lead = found.nodes.start.checked_sub(1).and_then(|node| scene.reading.cue(node));
    if found.form == ChangeForm::Noun && matches!(lead, Some(Cue::From | Cue::Against | Cue::Than | Cue::To)) {
        return None;
    }
    // "up 400 tonnes from a revised 33,500 tonnes": a level
    let before = scene.reading.nodes[..found.nodes.start].iter().rposition(|node| !matches!(node.element, Element::Words(..=2)));
    // "loss from operations increased $2m" is none; "loss 20 cts vs profit 96 cts" and the next line's "net loss" is one
    let is_verb = found.form == ChangeForm::Verb && matches!(change, Some(Cue::Rose | Cue::Fell));
    let lead = if is_verb { lead } else { before.and_then(|node| scene.reading.cue(node)) };
    if matches!(lead, Some(Cue::From | Cue::Against | Cue::Than)) && is_level(&scene.facts[scene.stated].figure) {
        return None;
    }
    take_bracket(scene, &mut found);
    take_fore(scene, &mut found);
    levels_behind(scene, &mut found);
    if found.roles.delta.is_some() && found.roles.current.is_none() && found.rows[0] == Some("against BASE") {
        // "had risen by €4bn (0.5%), compared with €9bn": changes are compared
        found.roles.base = None;
    }
    if found.roles.current.is_none() {
        levels_before(scene, &mut found);
    } else {
        base_before(scene, &mut found);
    }
    Some(found)
}

/// "dropped from 50,400 to 44,100, or 12.5%"
fn levels_then_change(scene: &LinkScene, at: usize) -> Option<Change> {
    let of = scene.reading.cue(at + 1) == Some(Cue::Of);
    let figure = &scene.facts[scene.stated].figure;
    if of || !is_percent(figure) && !is_points(figure) {
        return None;
    }
    THEN_CHANGE.iter().find_map(|(name, pattern)| {
        let mut roles = Roles::default();
        let start = pattern.before(scene, at, &mut roles)?;
        Some(Change { form: ChangeForm::Verb, nodes: start..at + 1, roles, rows: [Some(name), None] })
    })
}

/// "34 percent less than the previous year"
fn than_period(scene: &LinkScene, node: usize) -> bool {
    scene.reading.cue(node) == Some(Cue::Than) && matches!(scene.reading.at(node + 1), Some(Element::Period(_)))
}

/// "halved"
fn is_halved(scene: &LinkScene, node: usize) -> bool {
    scene.reading.cue(node).is_some_and(Cue::is_verb_of_change) || scene.halved
}

/// A change without a word of its own that goes on with the one before it.
pub(crate) fn go_on(scene: &LinkScene, at: usize, change: Option<Cue>) -> Change {
    let (group, delta) = group(scene, at);
    let mut found = Change { form: ChangeForm::Verb, nodes: group, roles: Roles { delta, change, ..Roles::default() }, rows: [None; 2] };
    levels_behind(scene, &mut found);
    found
}

/// "3 cents above expectations"
fn is_expected(scene: &LinkScene, end: usize) -> bool {
    let nodes = &scene.reading.nodes;
    let next = (end..nodes.len()).find(|&node| !matches!(nodes[node].element, Element::Words(..=3)));
    next.is_some_and(|node| {
        scene.reading.cue(node) == Some(Cue::Expectation) && !matches!(scene.reading.at(node + 1), Some(Element::Cue(Cue::Of)))
    })
}

/// "an increase of 134% ($10.78 trillion)", "a 134% increase ($10.78 trillion)"
fn take_bracket(scene: &LinkScene, found: &mut Change) {
    let Some(Element::Open(close)) = scene.reading.at(found.nodes.end) else { return };
    let inside = scene.reading.fact(found.nodes.end + 1).filter(|&fact| fact != scene.stated && is_level(&scene.facts[fact].figure));
    if found.roles.delta.is_none() && close == found.nodes.end + 2 && inside.is_some() {
        found.roles.delta = inside;
        found.nodes.end = close + 1;
    }
}

/// "shed 10.77 points to end 0.67% lower": the change said twice.
fn take_fore(scene: &LinkScene, found: &mut Change) {
    let start = found.nodes.start;
    if start < 3 || found.roles.delta.is_some() || found.form != ChangeForm::Comparative || scene.reading.cue(start - 1) != Some(Cue::To) {
        return;
    }
    let verb = scene.reading.cue(start - 3).is_some_and(Cue::is_verb_of_change);
    let delta = scene.reading.fact(start - 2).filter(|&fact| verb && is_level(&scene.facts[fact].figure));
    if delta.is_some() {
        found.roles.delta = delta;
        found.nodes.start = start - 3;
    }
}

/// The nodes of a change, and the amount among them that states it as well.
type Group = (std::ops::Range<usize>, Option<usize>);

/// The nodes of the change itself with the amount that states it as well: "$5m, or 6%", "6% ($5m)".
fn group(scene: &LinkScene, at: usize) -> Group {
    let reading = scene.reading;
    let level = |node: usize| reading.fact(node).filter(|&fact| fact != scene.stated && is_level(&scene.facts[fact].figure));
    let or = |node: usize| reading.cue(node) == Some(Cue::Or);
    if is_level(&scene.facts[scene.stated].figure) {
        return (at..end_of_percent(scene, at).unwrap_or(at + 1), None);
    }
    if at >= 2
        && or(at - 1)
        && let Some(group) = behind_or(scene, at, &level)
    {
        return group;
    }
    if at >= 2
        && matches!(reading.at(at - 1), Some(Element::Open(close)) if close == at + 1)
        && let Some(delta) = level(at - 2)
    {
        return (at - 2..at + 2, Some(delta));
    }
    // "a $5m increase (6%)"
    if at >= 3
        && matches!(reading.at(at - 1), Some(Element::Open(close)) if close == at + 1)
        && reading.cue(at - 2).is_some_and(Cue::is_noun_of_change)
        && let Some(delta) = level(at - 3)
    {
        return (at - 3..at + 2, Some(delta));
    }
    if let Some(Element::Open(close)) = reading.at(at + 1) {
        let inside = if or(at + 2) { at + 3 } else { at + 2 };
        if close <= inside + 2
            && let Some(delta) = level(inside)
        {
            return (at..close + 1, Some(delta));
        }
    }
    let comma = usize::from(reading.at(at + 1) == Some(Element::Comma));
    if or(at + 1 + comma)
        && let Some(delta) = level(at + 2 + comma)
    {
        return (at..at + 3 + comma, Some(delta));
    }
    if let Some(group) = between_dashes(reading, at, &level) {
        return group;
    }
    // "fell 2p, 3 per cent,": the amount and the percent in apposition
    if comma == 1
        && reading.cue(at + 2) == Some(Cue::By)
        && let Some(delta) = level(at + 3)
    {
        return (at..at + 4, Some(delta));
    }
    (at..at + 1, None)
}

/// "$5m, or 6%": the amount before "or" is the change too.
fn behind_or(scene: &LinkScene, at: usize, level: &impl Fn(usize) -> Option<usize>) -> Option<Group> {
    let reading = scene.reading;
    let skip_words = |mut node: usize| {
        while matches!(reading.at(node), Some(Element::Words(..=5) | Element::Comma | Element::Period(_))) && node > 0 {
            node -= 1;
        }
        node
    };
    let before = skip_words(at - 2);
    // "67 points higher, or 0.8%,"
    if matches!(reading.cue(before), Some(Cue::Higher | Cue::Lower))
        && let Some(delta) = before.checked_sub(1).and_then(level)
    {
        return Some((before - 1..at + 1 + usize::from(reading.at(at + 1) == Some(Element::Comma)), Some(delta)));
    }
    // "30,100 (or 3.2 per cent)"
    if at >= 3
        && matches!(reading.at(at - 2), Some(Element::Open(close)) if close == at + 1)
        && let Some(delta) = level(at - 3)
    {
        return Some((at - 3..at + 2, Some(delta)));
    }
    // "was 318 billion, or 6% more than the 300 billion": a level, not the change
    let is_level = before > 0
        && reading.cue(before - 1) == Some(Cue::Was)
        && reading.cue(at + 1) == Some(Cue::Higher)
        && reading.cue(at + 2) == Some(Cue::Than)
        && scene.leads_to_figure(at + 2).is_some();
    // "154.54 points, or 0.20 per cent, higher"
    let closing = usize::from(reading.at(at - 2) == Some(Element::Comma) && reading.at(at + 1) == Some(Element::Comma));
    if let Some(delta) = level(before).filter(|_| !is_level) {
        return Some((before..at + 1 + closing, Some(delta)));
    }
    None
}

/// "$379 million – a full 8 percent – from": the amount and the percent between dashes.
fn between_dashes(reading: &SentenceReading, at: usize, level: &impl Fn(usize) -> Option<usize>) -> Option<Group> {
    let dash = |node: usize| reading.at(node) == Some(Element::Dash);
    let end = (at + 1..at + 4).take_while(|&node| dash(node)).last()? + 1;
    let mut start = if matches!(reading.at(at.checked_sub(1)?), Some(Element::Words(1))) { at - 1 } else { at };
    let words = start;
    while start > 0 && dash(start - 1) {
        start -= 1;
    }
    let delta = level(start.checked_sub(1)?).filter(|_| start < words)?;
    Some((start - 1..end, Some(delta)))
}

/// The end of the percent that tells the stated amount once more: "$5m, or 6%,", "$5m (6%)".
fn end_of_percent(scene: &LinkScene, at: usize) -> Option<usize> {
    let reading = scene.reading;
    let percent = |node: usize| reading.fact(node).is_some_and(|fact| is_percent(&scene.facts[fact].figure));
    let comma = |node: usize| usize::from(reading.at(node) == Some(Element::Comma));
    let or = at + 1 + comma(at + 1);
    if reading.cue(or) == Some(Cue::Or) && percent(or + 1) {
        return Some(or + 2 + comma(or + 2));
    }
    match reading.at(at + 1)? {
        Element::Open(close) if close == at + 3 && percent(at + 2) => Some(close + 1),
        _ => None,
    }
}

/// The word of change that belongs to the figures.
fn head(scene: &LinkScene, group: std::ops::Range<usize>) -> Option<(ChangeForm, std::ops::Range<usize>, Option<Cue>)> {
    let of_amount = is_level(&scene.facts[scene.stated].figure);
    let inside = group.clone().find_map(|node| scene.reading.cue(node).filter(|cue| matches!(cue, Cue::Higher | Cue::Lower)));
    if inside.is_some() {
        return Some((ChangeForm::Verb, group, inside));
    }
    let noun = group.clone().find_map(|node| scene.reading.cue(node).filter(|cue| cue.is_noun_of_change()));
    if noun.is_some() {
        return Some((ChangeForm::Noun, group, noun));
    }
    for side in HEADS {
        match side {
            Side::Before(rows) => {
                for (form, pattern) in
                    BEFORE[rows.clone()].iter().filter(|(form, _)| !(of_amount && rows.start >= LOOSE && *form == ChangeForm::Noun))
                {
                    let mut roles = Roles::default();
                    // "a loss of $1.05" is a level
                    let is_level = |roles: &Roles| of_amount && roles.change == Some(Cue::Loss);
                    if let Some(start) = pattern.before(scene, group.start, &mut roles)
                        && !is_level(&roles)
                    {
                        let change = roles.change.filter(|&cue| rows.start < LOOSE || !is_crossed(scene, start, cue));
                        return Some((*form, start..group.end, change));
                    }
                }
            }
            Side::Behind(rows) => {
                for (form, pattern) in &BEHIND[rows.clone()] {
                    let mut roles = Roles::default();
                    let words = |end: usize| scene.reading.nodes[group.end..end].iter().map(|node| node.words()).sum::<usize>();
                    let goes_on = |end: usize| {
                        let next = scene.reading.cue(end);
                        *rows != LAST || matches!(next, Some(Cue::Over | Cue::From | Cue::Against | Cue::Than | Cue::In)) && !of_amount
                    };
                    let fits = |end: &usize| (!of_amount || words(*end) <= 1) && goes_on(*end);
                    if let Some(end) = pattern.after(scene, group.end, &mut roles).filter(fits) {
                        return Some((*form, group.start..end, roles.change));
                    }
                }
            }
        }
    }
    let fact = &scene.facts[scene.stated];
    // "half" and "a third" alone are no changes.
    let is_ratio = fact.figure.kind == FigureKind::Ratio
        && (fact.figure.value().is_some_and(|value| value > Decimal::ONE) || is_halved(scene, group.start));
    (fact.printed_sign.is_some() || is_ratio).then_some((ChangeForm::Bare, group, None))
}

/// "fell, as a result of the rising dollar, by 8 pct": the verb near the figure may belong to another thing.
fn is_crossed(scene: &LinkScene, start: usize, cue: Cue) -> bool {
    let before = (start.saturating_sub(8)..start).rev().take_while(|&node| scene.reading.fact(node).is_none());
    let ways = before.filter_map(|node| direction(scene.reading.cue(node)));
    direction(Some(cue)).is_some_and(|way| ways.into_iter().any(|other| other != way))
}

fn levels_behind(scene: &LinkScene, found: &mut Change) {
    let rows = match found.roles.change {
        Some(Cue::Premium | Cue::Discount) => &*AFTER_PREMIUM,
        _ if found.form == ChangeForm::Comparative => &*AFTER_COMPARATIVE,
        _ => &*AFTER,
    };
    let times = AFTER_TIMES.iter().filter(|_| found.form == ChangeForm::Bare && is_multiple(scene));
    for (name, pattern) in times.chain(rows) {
        let mut roles = found.roles;
        if pattern.after(scene, found.nodes.end, &mut roles).is_some() {
            found.roles = Roles { change: found.roles.change, ..roles };
            found.rows[0] = Some(name);
            return;
        }
    }
}

/// "2.5 times", not "doubled".
fn is_multiple(scene: &LinkScene) -> bool {
    let figure = &scene.facts[scene.stated].figure;
    figure.unit == Unit::Times && !scene.halved && figure.value().is_some_and(|value| value > Decimal::ONE)
}

/// The level before the change among the words before its verb.
fn base_before(scene: &LinkScene, found: &mut Change) {
    if found.form != ChangeForm::Verb || found.roles.base.is_some() || found.roles.delta.is_some() || found.roles.current.is_none() {
        return;
    }
    // "will shrink"
    let start = (0..found.nodes.start).rev().find(|&node| scene.reading.cue(node) != Some(Cue::Auxiliary)).map_or(0, |node| node + 1);
    for (name, pattern) in BASES.iter() {
        let mut roles = found.roles;
        if pattern.before(scene, start, &mut roles).is_some() {
            found.roles.base = roles.base;
            found.rows[1] = Some(name);
            return;
        }
    }
}

/// A level before the head counts where a comma, a tie or nothing at all stands between: else the head has a subject of its own.
fn levels_before(scene: &LinkScene, found: &mut Change) {
    // "fell by 3 million to 248 million, and were 1% below the average": a comparison has a base of its own.
    let compares = found.form == ChangeForm::Comparative;
    for (name, pattern) in FORE.iter().filter(|(name, _)| !(compares && *name == CHANGED_BY)) {
        let mut roles = found.roles;
        let Some(start) = pattern.before(scene, found.nodes.start, &mut roles) else { continue };
        let lead = start.checked_sub(1).and_then(|node| scene.reading.cue(node));
        let alone = roles.base == found.roles.base;
        let is_base = alone && matches!(lead, Some(Cue::From | Cue::Against | Cue::Than));
        // "fell by $2m, a drop of 5%": the amount is the change, not the level.
        // "lost $8m, up 21% from $6m": what is lost is the level.
        let turned = direction(lead).zip(direction(found.roles.change)).is_some_and(|(verb, change)| verb != change);
        let is_change = alone && (lead == Some(Cue::By) || lead.is_some_and(Cue::is_verb_of_change) && !turned);
        if is_change && found.roles.delta.is_none() {
            // What stands before that change is its level.
            found.roles.delta = roles.current;
            let verb = (0..start).rev().take(3).find(|&node| scene.reading.cue(node).is_some_and(Cue::is_verb_of_change));
            let mut before = Change { nodes: verb.unwrap_or(start)..found.nodes.end, ..found.clone() };
            levels_before(scene, &mut before);
            found.roles.current = before.roles.current;
            found.rows = before.rows;
            // "declined by $1.8m, an improvement of 5%": the verb says which way.
            if direction(found.roles.change).is_none() {
                found.roles.change = verb.and_then(|verb| scene.reading.cue(verb));
            }
            return;
        }
        // "0.6 points below the rate of May 2011" names its own base.
        let own_base = found.form == ChangeForm::Comparative
            && !alone
            && !matches!(scene.reading.at(found.nodes.end), None | Some(Element::Comma | Element::Close(_) | Element::Period(_)))
            && !than_period(scene, found.nodes.end);
        if own_base {
            roles.base = None;
        }
        if !is_base && !is_change && (roles.base == found.roles.base || found.roles.base.is_none()) {
            found.roles = Roles { change: found.roles.change, ..roles };
            found.rows[1] = Some(name);
            return;
        }
    }
}
