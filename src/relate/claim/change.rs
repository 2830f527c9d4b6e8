//! Changes: the grammar of "rose 39% to A from B".
//!
//! A change has a head ("rose 39%", "a 22% decline", "$5m or 1.7% higher"), and levels after it ("to A from B") or before it
//! ("A compared with B,"). Heads, what follows and what precedes are three small tables of patterns over the skeleton's symbols;
//! the levels that a claim takes are those of the first pattern that fits on each side.

use once_cell::sync::Lazy;
use regex::{Captures, Regex};

use super::counterpart::is_year_before;
use super::{Claim, ClaimKind, Comparison, Direction, Source};
use crate::mention::{FigureKind, Unit};
use crate::relate::modality::Modality;
use crate::relate::skeleton::{Element, Skeleton, SymbolSet};
use crate::relate::{Fact, Operands};
use crate::words::WordList;

/// How a head states its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HeadForm {
    /// "rose 39%": its subject may be a new one, so a level before it counts only where nothing but a comma stands between.
    Verb,
    /// "a 22% decline", "an increase of 7%", "1.7% higher": the level before it is what changed.
    Noun,
}

/// `~` stands for the change itself: a percent, points or a ratio, an amount, or both ("$5m, or 6%").
const CHANGE: &str =
    r"(?<change>[AQ][xq]?,?rb?[PO]|[AQ],[_]?[udvJK]o[PO]|[PO],?rb?[AQ]|[PO],b?[AQ],|[PO]\(r?[AQ]\)|[AQ]\(r?[PO]\)|[PO]|R|[AQ])";

/// The heads, each with the symbols of which it has one. Examples: `_U~` "exports rose 39%", `~_u` "39% revenue growth".
const HEADS: &[(HeadForm, &str, &str)] = &[
    (HeadForm::Verb, "UDVJK", r"(?<way>[UDVJK])(?:i?T|[xq])?b?[xq]?~[xq]*"),
    (HeadForm::Verb, "UDVJK", r"(?<way>[UDVJK])(?:[_=]e?|[io][_=]){1,2}(?:,?&)?b~[xq]*"),
    (HeadForm::Noun, "udvJK", r"~[xq_]?[xq]?(?<way>[udvJK])(?<aside>\([AQ]\))?"),
    (HeadForm::Noun, "udvJK", r"(?<way>[udvJK])(?:i[_=])?_?(?:o|b|:)[xq]?~[xq]*"),
    (HeadForm::Noun, "hl", r"~[xq]?(?<way>[hl])"),
    (HeadForm::Verb, BARE, r"(?<way>)~"),
];

/// What a head without a word of change states.
const BARE: &str = "POR";

/// Words, periods and asides between a head and its levels.
const GAP: &str = r"(?:[_=Tixqj,]|aT|i?_?m[_=]?oP(?:o[_=])?|o[_T]){0,7}";
/// What may stand between "from" or "compared with" and the base.
const LEAD: &str = r"T?(?:z|_o?|=o|o)?(?:_o)?T?:?";

/// "To", and "to a 25-year low of".
const TO: &str = r"ta?(?:[_=]oi?)?";

/// Levels after the head, in order of preference, each with what it needs: of every group of symbols one. `L` stands for a level, `~` for a gap, `@` for "to", `%` for what leads to a base.
const AFTER: &[(&str, &str)] = &[
    ("t (", r"^~@(?<current>L)\([_=T:]*(?<base>L)\)"),                    // to A (B)
    ("t fcn", r"^~@(?<current>L)~(?:i[hl]_?,?)?[UDJK]?[fcn]%(?<base>L)"), // to A from B; to A, up from B
    ("t ij", r"^~@(?<current>L)~[ij]T_?(?<base>L)"),                      // to A over last year's B
    ("f t", r"^~(?:[fhl]T[_=]?)?[,(-]?[UDVJK]?f%(?<base>L)(?:~|k[_=]?(?:iT)?)@(?<current>L)"), // from B to A; jumping from B to A; – from B to A
    ("k t f", r"^~,?k_?[UDVJK]@(?<current>L)~f%(?<base>L)"),                                   // with earnings slipping to A from B
    ("( &,", r"^~[&,][_]?[wet]{1,5}_?(?<current>L)\([_=T:]*(?<base>L)\)"),                     // and amounted to A (B)
    ("fc &,", r"^~[&,][_]?[wet]{1,5}_?(?<current>L)~[UD]?[fc]%(?<base>L)"),                    // and amounted to A, compared to B
    ("w &,", r"^~[&,][_]?w[et]{0,3}_?(?<current>L)"),                                          // and amounted to A
    ("t", r"^~@(?<current>L)"),                                                                // to A
    ("a fcn", r"^~a(?<current>L)~[UD]?[fcn]%(?<base>L)"),                                      // at A, compared with B
    ("a", r"^~a(?<current>L)"),                                                                // at A
    ("fcn", r"^[UD]?~[fcn]%(?<base>L)"),                                                       // from B, compared with B, than B
    ("ij T", r"^~[ij]T_?(?<base>L)"),                                                          // over last year's B
    ("j o", r"^jx?[_=]?o(?<base>L)"),                                                          // over the amount of B
];

/// Levels before a head that is a noun. `$` is where the head starts.
const BEFORE: &[(&str, &str)] = &[
    ("f t", r"f%(?<base>L)[_=Ti,]{0,4}@(?<current>L)\)?~$"), // from B to A, a gain of; (from B to A), a gain of
    ("f t", r"f%(?<base>L)[_=Tiz,]{0,5}[UDVJK]@(?<current>L)~$"), // from B on Monday, the price fell to A, a decline of
    ("c", r"(?<current>L)[_=Ti,w]{0,5}c%(?<base>L)~$"),      // A compared with B, an increase of
    ("f", r"(?<current>L)[_=Ti]{0,3},?[UD]?f%(?<base>L)~$"), // A from B, an increase of
    ("(", r"(?<current>L)\([_=T:]*(?<base>L)\)~$"),          // A (B), an increase of
    ("", r"(?<current>L)~$"),                                // A, an increase of
];

/// Between a level and a head that is a noun or a particle: commas, ties, periods, "in Europe", an aside with a figure of its own
/// ("which included a charge of $25 million"), but no new subject.
const TIE: &str = r"(?:,z[_=wpk]*o?A[_=]?|[,zTxqw-]|[ioj][_=T]|z_|_,z){0,7}";

struct Patterns {
    after: Levels,
    before: Levels,
}

/// The heads, each with the symbols of which it has one.
static HEAD_PATTERNS: Lazy<Vec<(HeadForm, SymbolSet, Regex)>> = Lazy::new(|| {
    HEADS.iter().map(|&(form, needs, pattern)| (form, SymbolSet::of(needs.as_bytes()), build(pattern, CHANGE, "A|Q[_=]?"))).collect()
});

/// Patterns of which the first that fits counts.
struct Levels {
    /// The symbol of a level.
    level: SymbolSet,
    /// Each with the groups of symbols of which it needs one.
    patterns: Vec<(Vec<SymbolSet>, Regex)>,
}

impl Levels {
    /// The first pattern that fits. Most do not, and the symbols alone tell of most.
    fn first<'t>(&self, text: &'t str) -> Option<Captures<'t>> {
        let set = SymbolSet::of(text.as_bytes());
        if !set.any(self.level) {
            return None;
        }
        let may_fit = |needs: &[SymbolSet]| needs.iter().all(|&group| set.any(group));
        debug_assert!(self.patterns.iter().all(|(needs, pattern)| may_fit(needs) || !pattern.is_match(text)), "{text} needs less");
        let fitting = self.patterns.iter().find(|(needs, pattern)| may_fit(needs) && pattern.is_match(text));
        fitting.and_then(|(_, pattern)| pattern.captures(text))
    }
}

/// Patterns for levels that are amounts, or counts with the noun they count, and for levels that are percents.
static OF_AMOUNTS: Lazy<Patterns> = Lazy::new(|| Patterns::new("A|Q[_=]?"));
static OF_PERCENTS: Lazy<Patterns> = Lazy::new(|| Patterns::new("P"));

impl Patterns {
    fn new(level: &str) -> Self {
        let group = |symbols: &str| SymbolSet::of(symbols.as_bytes());
        let levels = |patterns: &[(&str, &str)], gap: &str| {
            let patterns =
                patterns.iter().map(|&(needs, pattern)| (needs.split_whitespace().map(group).collect(), build(pattern, gap, level)));
            Levels { level: group(level).and(group("AQP")), patterns: patterns.collect() }
        };
        Patterns { after: levels(AFTER, GAP), before: levels(BEFORE, TIE) }
    }
}

fn build(pattern: &str, gap: &str, level: &str) -> Regex {
    let pattern = pattern.replace('~', gap).replace('%', LEAD).replace('@', TO).replace(">L)", &format!(">{level})"));
    Regex::new(&pattern).expect("a valid pattern")
}

/// A change found in a sentence.
struct Head {
    form: HeadForm,
    start: usize,
    end: usize,
    /// The percent, points or ratio.
    stated: Option<usize>,
    /// The change as an amount or count.
    delta: Option<usize>,
    direction: Option<Direction>,
    comparison: Comparison,
    other_basis: bool,
}

/// The furthest that levels are looked for from a head, in symbols.
const REACH: usize = 48;

/// Finds the changes of one sentence.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    if !skeleton.set.any(SymbolSet::of(b"UDVJKudvhlPR")) {
        return;
    }
    let heads = heads(source.facts, skeleton);
    if respectively(source, skeleton, &heads, claims) {
        return;
    }
    let mut before: Option<usize> = None;
    for (i, head) in heads.iter().enumerate() {
        let from = if i == 0 { 0 } else { heads[i - 1].end };
        let to = heads.get(i + 1).map_or(skeleton.symbols.len(), |next| next.start);
        let mut operands = operands(source, skeleton, head, from, to);
        // "$120m, up 4% sequentially and up 20% from $100m": both are changes to the same level.
        let gap = &skeleton.symbols[from.min(head.start)..head.start];
        let joined = i > 0 && !gap.is_empty() && gap.bytes().all(|symbol| b"&,qxT".contains(&symbol));
        if joined && operands.current.is_none() && operands.base.is_some() {
            let base = operands.base;
            operands = fitting(source, skeleton, head, Operands { current: before, ..operands });
            operands.base = operands.base.or(base.filter(|_| operands.current.is_none()));
        }
        before = operands.current;
        push(source, head, operands, claims);
    }
}

fn heads(facts: &[Fact], skeleton: &Skeleton) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    // Without a word of change, only a printed sign or a ratio makes a head: "(+10%)", "doubled".
    let is_bare = |element: &Element| {
        element.fact.is_some_and(|fact| facts[fact].printed_sign.is_some() || facts[fact].figure.kind == FigureKind::Ratio)
    };
    let may_fit =
        |needs: SymbolSet| skeleton.set.any(needs) && (needs != SymbolSet::of(BARE.as_bytes()) || skeleton.elements.iter().any(is_bare));
    let patterns = HEAD_PATTERNS.iter().filter(|(_, needs, _)| may_fit(*needs));
    for (form, _, pattern) in patterns.filter(|(_, _, pattern)| pattern.is_match(&skeleton.symbols)) {
        for captures in pattern.captures_iter(&skeleton.symbols) {
            if let Some(head) = head(facts, skeleton, *form, &captures)
                && !heads.iter().any(|other| head.start < other.end && other.start < head.end)
            {
                heads.push(head);
            }
        }
    }
    heads.sort_by_key(|head| head.start);
    if skeleton.heading {
        add_elliptic(skeleton, &mut heads);
    }
    heads
}

/// "Profit up 22%, revenue 36%": in a headline the second subject shares the first one's verb.
fn add_elliptic(skeleton: &Skeleton, heads: &mut Vec<Head>) {
    for captures in ELLIPTIC.captures_iter(&skeleton.symbols) {
        let (Some(whole), Some(percent)) = (captures.get(0), captures.name("stated")) else { continue };
        let before = heads.iter().find(|head| head.end == whole.start());
        let taken = heads.iter().any(|head| (head.start..head.end).contains(&percent.start()));
        if let Some(direction) = before.map(|head| head.direction).filter(|_| !taken) {
            heads.push(Head {
                form: HeadForm::Verb,
                start: percent.start(),
                end: percent.end(),
                stated: skeleton.fact(percent.start()),
                delta: None,
                direction,
                comparison: Comparison::Open,
                other_basis: false,
            });
        }
    }
}

static ELLIPTIC: Lazy<Regex> = Lazy::new(|| Regex::new(r"[,;&]+[_=](?<stated>P)(?:[,;&T]|$)").expect("a valid pattern"));

fn head(facts: &[Fact], skeleton: &Skeleton, form: HeadForm, captures: &Captures) -> Option<Head> {
    let whole = captures.get(0)?;
    let change = captures.name("change")?;
    let way = captures.name("way").map_or("", |way| way.as_str());
    let mut stated = None;
    let mut delta = None;
    let aside = captures.name("aside").map_or(0..0, |aside| aside.range());
    for at in change.range().chain(aside) {
        match skeleton.symbols.as_bytes()[at] {
            b'P' | b'O' | b'R' => stated = stated.or(skeleton.fact(at)),
            b'A' | b'Q' => delta = delta.or(skeleton.fact(at)),
            _ => {}
        }
    }
    let printed_sign = stated.and_then(|fact| facts[fact].printed_sign);
    let direction = way.chars().next().and_then(self::way).or(printed_sign);
    let ratio = stated.is_some_and(|fact| facts[fact].figure.kind == FigureKind::Ratio);
    if way.is_empty() && printed_sign.is_none() && !(ratio && is_change_ratio(&facts[stated?])) {
        return None;
    }
    let has = |symbol: char| {
        whole.as_str().contains(symbol)
            || skeleton.symbols[whole.end()..].starts_with(symbol)
            || skeleton.symbols[..whole.start()].ends_with(symbol)
    };
    let comparison = match () {
        _ if has('q') => Comparison::Sequential,
        _ if says_year_on_year(skeleton, whole.start(), whole.end()) => Comparison::YearOnYear,
        _ => Comparison::Open,
    };
    Some(Head { form, start: whole.start(), end: whole.end(), stated, delta, direction, comparison, other_basis: has('x') })
}

/// Up or down, where the symbol of a change says so.
fn way(symbol: char) -> Option<Direction> {
    match symbol {
        'U' | 'J' | 'u' | 'h' => Some(Direction::Up),
        'D' | 'K' | 'd' | 'l' => Some(Direction::Down),
        _ => None,
    }
}

/// Whether "year on year" stands within the head or beside it.
fn says_year_on_year(skeleton: &Skeleton, start: usize, end: usize) -> bool {
    let from = skeleton.elements[start].tokens.start.saturating_sub(1);
    let to = skeleton.elements.get(end).map_or(usize::MAX, |next| next.tokens.start);
    skeleton.year_on_year.iter().any(|token| (from..to).contains(token))
}

/// Whether the ratio is a multiple, not a fraction.
fn is_change_ratio(fact: &Fact) -> bool {
    fact.figure.value().is_some_and(|value| value > rust_decimal::Decimal::ONE)
}

/// The levels of a head, looked for between the heads beside it.
fn operands(source: &Source, skeleton: &Skeleton, head: &Head, from: usize, to: usize) -> Operands {
    let facts = source.facts;
    let points = head.stated.is_some_and(|fact| matches!(facts[fact].figure.unit, Unit::PercentagePoint | Unit::BasisPoint));
    let patterns = if points { &*OF_PERCENTS } else { &*OF_AMOUNTS };
    // Heads may overlap ("rise 8%, costs 5% and prices jump .9%"): between those nothing is left.
    let after_text = &skeleton.symbols[head.end..to.min(head.end + REACH).max(head.end)];
    let before_text = &skeleton.symbols[from.max(head.start.saturating_sub(REACH)).min(head.start)..head.start];
    let before_offset = head.start - before_text.len();
    let level = |captures: &Captures, name: &str, offset: usize| captures.name(name).and_then(|m| skeleton.fact(m.start() + offset));
    let after = patterns.after.first(after_text);
    let before = patterns.before.first(before_text);
    let mut operands = Operands { delta: head.delta, ..Operands::default() };
    if let Some(captures) = &after {
        operands.current = level(captures, "current", head.end);
        operands.base = level(captures, "base", head.end);
    }
    if let Some(captures) = before.filter(|_| operands.current.is_none()) {
        let gap = &before_text[captures.name("current").map_or(0, |current| current.end())..];
        // A verb has a subject of its own unless it follows as a particle: "A, up 9%".
        let own_subject = head.form == HeadForm::Verb
            && (gap.bytes().any(|symbol| b"_=&".contains(&symbol)) && !gap.ends_with(',') || is_perfect(source, skeleton, head));
        // A figure behind "from" or "compared with" is a base, whatever stands after it.
        let current_is_base = captures.name("base").is_none()
            && captures.name("current").is_some_and(|current| AS_BASE.is_match(&before_text[..current.start()]));
        if !own_subject && !current_is_base {
            operands.current = level(&captures, "current", before_offset);
            operands.base = operands.base.or(level(&captures, "base", before_offset));
        }
    }
    let beside_new_level = after.as_ref().is_some_and(|captures| captures.name("current").is_some());
    if operands.base.is_some_and(|base| is_mark(source, skeleton, head, base, beside_new_level)) {
        operands.base = None;
    }
    fitting(source, skeleton, head, operands)
}

/// "The fund, at $4.4bn, has shrunk by 15%": the level before a perfect verb may be the old one.
fn is_perfect(source: &Source, skeleton: &Skeleton, head: &Head) -> bool {
    let first = skeleton.elements[head.start].tokens.start;
    source.says(first.saturating_sub(1)..first, &PERFECT)
}

/// The verbs of a perfect.
static PERFECT: WordList = WordList::new(&["has", "have", "had"]);
/// Words that take something out before the change is told.
static EXCLUDING: WordList = WordList::new(&["excluding", "adjusting"]);

/// What stands before a base.
static AS_BASE: Lazy<Regex> = Lazy::new(|| Regex::new(&format!("[fcn](?:{LEAD})$")).expect("a valid pattern"));

/// Words between "from" and a figure that make it a mark on the way, not the base of a change to a new level.
static MARKS: WordList = WordList::new(&["high", "low", "record", "peak", "close", "best", "worst", "trough", "bottom"]);
/// Words between "from" and a figure that make it no level.
static NO_LEVELS: WordList = WordList::new(&["target", "excluding", "estimate", "impact", "effect"]);
/// Words before "from" that take it away from the change: "not far from", "the impact from".
static OTHER_FROM: WordList = WordList::new(&[
    "far",
    "away",
    "short",
    "impact",
    "effect",
    "effects",
    "contribution",
    "contributions",
    "benefit",
    "headwind",
    "headwinds",
    "proceeds",
    "tailwind",
    "tailwinds",
    "excluding",
    "support",
    "including",
]);

/// Whether the words that lead to the base say that the change is not from there: "3% to $50 from a low of $40", but "80% from its peak".
fn is_mark(source: &Source, skeleton: &Skeleton, head: &Head, base: usize, beside_new_level: bool) -> bool {
    let Some(at) = skeleton.elements.iter().position(|element| element.fact == Some(base)) else { return false };
    let is_lead = |element: &&Element| b"fcn".contains(&element.symbol);
    let Some(lead) = skeleton.elements[..at].iter().rev().take(5).find(is_lead) else { return false };
    let between = lead.tokens.end..skeleton.elements[at].tokens.start;
    let on_the_way = source.says(between.clone(), &NO_LEVELS) || beside_new_level && source.says(between, &MARKS);
    let other_from = lead.symbol == b'f' && source.says(lead.tokens.start.saturating_sub(1)..lead.tokens.start, &OTHER_FROM);
    let after_head = skeleton.elements.get(head.end).map_or(lead.tokens.start, |element| element.tokens.start);
    let excluding = source.says(after_head..lead.tokens.start, &EXCLUDING);
    on_the_way || other_from || excluding
}

/// Drops levels that the change cannot be about.
fn fitting(source: &Source, skeleton: &Skeleton, head: &Head, mut operands: Operands) -> Operands {
    let facts = source.facts;
    let counts_without_noun = |fact: usize| {
        let at = skeleton.elements.iter().position(|element| element.fact == Some(fact));
        let next = at.and_then(|at| skeleton.elements.get(at + 1));
        facts[fact].figure.kind == FigureKind::Quantity && !next.is_some_and(|next| matches!(next.symbol, b'_' | b'='))
    };
    let comparable = |a: usize, b: usize| {
        let unit = facts[a].figure.unit == facts[b].figure.unit || counts_without_noun(a) || counts_without_noun(b);
        let (a, b) = (&facts[a], &facts[b]);
        let per = a.figure.per.is_none() || b.figure.per.is_none() || a.figure.per == b.figure.per;
        unit && a.figure.kind == b.figure.kind && per
    };
    let (current, base, delta) = (operands.current, operands.base, operands.delta);
    if let (Some(current), Some(base)) = (current, base) {
        let expected_base = facts[base].modality == Modality::Forecast && facts[current].modality != Modality::Forecast;
        let period = |fact: usize| facts[fact].period.map(|period| &source.periods[period]).filter(|period| period.from.is_some());
        let periods = period(current).zip(period(base));
        let other_year = match head.comparison {
            Comparison::YearOnYear => periods.is_some_and(|(current, base)| !is_year_before(base, current) && base.from != current.from),
            Comparison::Sequential => periods.is_some_and(|(current, base)| is_year_before(base, current)),
            Comparison::Open => false,
        };
        if !comparable(current, base) || expected_base || other_year {
            operands.base = None;
        }
    }
    if let (Some(level), Some(delta)) = (current.or(base), delta)
        && !comparable(level, delta)
    {
        operands.delta = None;
    }
    if head.stated.is_some() && operands.delta == operands.current && operands.delta.is_some() {
        operands.delta = None;
    }
    operands
}

fn push(source: &Source, head: &Head, operands: Operands, claims: &mut Vec<Claim>) {
    let facts = source.facts;
    if let Some(stated) = head.stated {
        let unit = &facts[stated].figure.unit;
        let kind = match unit {
            Unit::PercentagePoint | Unit::BasisPoint => ClaimKind::Points,
            Unit::Times => ClaimKind::Multiple,
            _ => ClaimKind::Growth,
        };
        let reason = head.other_basis.then_some("the change is on another basis than the reported levels");
        claims.push(Claim {
            operands: Operands { delta: if kind == ClaimKind::Growth { operands.delta } else { None }, ..operands.clone() },
            direction: head.direction,
            comparison: head.comparison,
            reason,
            ..Claim::new(kind, stated)
        });
    }
    if let (Some(delta), Some(current), Some(base)) = (operands.delta, operands.current, operands.base)
        && !head.other_basis
        && delta != current
        && delta != base
    {
        claims.push(Claim {
            operands: Operands { current: Some(current), base: Some(base), ..Operands::default() },
            direction: head.direction,
            ..Claim::new(ClaimKind::Difference, delta)
        });
    }
}

/// "X and Y rose 3% and 4%, respectively, to A and B": as many levels as changes, paired in order.
fn respectively(source: &Source, skeleton: &Skeleton, heads: &[Head], claims: &mut Vec<Claim>) -> bool {
    let bytes = skeleton.symbols.as_bytes();
    if !skeleton.set.has(b'y') {
        return false;
    }
    // The changes: percents with an amount tied to them by "or".
    let mut changes: Vec<(usize, Option<usize>)> = Vec::new();
    let mut levels: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &skeleton.symbols[at..];
        if let Some(found) = CHANGE_PAIR.find(rest) {
            changes.push((at + found.end() - 1, Some(at)));
            at += found.end();
            continue;
        }
        match bytes[at] {
            b'P' => changes.push((at, None)),
            b'A' | b'Q' => levels.push(at),
            _ => {}
        }
        at += 1;
    }
    if changes.len() < 2 || levels.len() != changes.len() {
        return true;
    }
    let direction = heads.iter().find_map(|head| head.direction).or_else(|| bytes.iter().find_map(|&symbol| way(char::from(symbol))));
    for (&(stated, delta), &level) in changes.iter().zip(&levels) {
        let (Some(stated), Some(level)) = (skeleton.fact(stated), skeleton.fact(level)) else { continue };
        let delta = delta
            .and_then(|delta| skeleton.fact(delta))
            .filter(|&delta| source.facts[delta].figure.unit == source.facts[level].figure.unit);
        claims.push(Claim {
            operands: Operands { current: Some(level), delta, ..Operands::default() },
            direction,
            ..Claim::new(ClaimKind::Growth, stated)
        });
    }
    true
}

static CHANGE_PAIR: Lazy<Regex> = Lazy::new(|| Regex::new(r"^[AQ],?rP").expect("a valid pattern"));
