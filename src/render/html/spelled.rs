//! Values, dates and checks in words that a copy editor would use.

use jiff::civil::Date;
use maud::{Markup, html};
use rust_decimal::Decimal;

use super::lookup::SheetLookup;
use crate::check::definition;
use crate::check::template::{self, TemplatePiece};
use crate::render::wording;
use crate::sheet::{Check, CheckRule, Computed, Exactness, Fact, FactKind, Grain, Link, Modality, Period, Qualifier, Verdict};

/// A number with its digits in groups of three: "-1,234.5".
pub(super) fn grouped(value: Decimal) -> String {
    let printed = value.normalize().to_string();
    let (sign, digits) = printed.strip_prefix('-').map_or(("", printed.as_str()), |digits| ("\u{2212}", digits));
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut groups = String::new();
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            groups.push(',');
        }
        groups.push(digit);
    }
    format!("{sign}{groups}{}{}", if fraction.is_some() { "." } else { "" }, fraction.unwrap_or_default())
}

/// A computed value as it is shown: to hundredths, or to four places where it is below one.
fn shown(value: Decimal) -> Decimal {
    value.round_dp(if value.abs() < Decimal::ONE { 4 } else { 2 })
}

/// What a check computes, in the unit of the figure that it checks.
pub(super) fn computed(value: Decimal, stated: &Fact) -> String {
    with_unit(shown(value), stated)
}

/// A number with its unit, as prose has it: "39.26%", "USD 830,000,000", "1.5 percentage points".
fn with_unit(value: Decimal, fact: &Fact) -> String {
    let number = grouped(value);
    let one = value.abs() == Decimal::ONE;
    match (fact.kind, fact.unit.as_str()) {
        (_, "percent") => format!("{number}%"),
        (_, "percentage_point") => format!("{number} percentage point{}", if one { "" } else { "s" }),
        (_, "basis_point") => format!("{number} basis point{}", if one { "" } else { "s" }),
        (_, "times") => format!("{number} times"),
        (FactKind::Amount, currency) => format!("{currency} {number}"),
        (_, unit) => format!("{number} {unit}"),
    }
}

/// The unit in words.
pub(super) fn unit(fact: &Fact) -> String {
    let unit = match fact.unit.as_str() {
        "percentage_point" => "percentage points",
        "basis_point" => "basis points",
        "times" => "times (a factor)",
        unit => unit,
    };
    match &fact.per {
        Some(per) => format!("{unit} per {per}"),
        None => unit.into(),
    }
}

/// The value as digits: one number or the ends of a range.
pub(super) fn value(fact: &Fact) -> String {
    match (fact.value, fact.low, fact.high) {
        (Some(value), _, _) => grouped(value),
        (None, Some(low), Some(high)) => format!("{} to {}", grouped(low), grouped(high)),
        _ => "?".into(),
    }
}

/// What the printed digits allow.
pub(super) fn precision(fact: &Fact) -> String {
    match fact.rounding {
        bounds if bounds.low == bounds.high => "exact".into(),
        bounds => format!("{} to {}", grouped(bounds.low), grouped(bounds.high)),
    }
}

/// "about"; nothing for a figure that is to be taken as it stands.
pub(super) fn qualifier(qualifier: Qualifier) -> Option<&'static str> {
    match qualifier {
        Qualifier::Exact => None,
        Qualifier::About => Some("about"),
        Qualifier::MoreThan => Some("more than"),
        Qualifier::LessThan => Some("less than"),
        Qualifier::AtLeast => Some("at least"),
        Qualifier::AtMost => Some("at most"),
    }
}

/// "target"; nothing for what is said to be so.
pub(super) fn modality(modality: Modality) -> Option<&'static str> {
    match modality {
        Modality::Actual => None,
        Modality::Target => Some("target"),
        Modality::Forecast => Some("forecast"),
    }
}

/// "1 Jul 2021".
pub(super) fn date(date: Date) -> String {
    date.strftime("%-d %b %Y").to_string()
}

/// The days of a period: "1 Jul 2021 – 31 Oct 2021, fiscal"; "not dated" where text and reference date do not fix them.
pub(super) fn days(period: &Period) -> String {
    let days = match (period.from, period.to) {
        (Some(from), Some(to)) if from == to => date(from),
        (Some(from), Some(to)) => format!("{} – {}", date(from), date(to)),
        (Some(from), None) => format!("from {}", date(from)),
        (None, Some(to)) => format!("to {}", date(to)),
        (None, None) => "not dated".into(),
    };
    if period.fiscal { format!("{days}, fiscal") } else { days }
}

/// How long a period is, in words.
pub(super) fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "day",
        Grain::Week => "week",
        Grain::Month => "month or months",
        Grain::Quarter => "quarter",
        Grain::Half => "half year",
        Grain::Year => "year",
        Grain::Decade => "decade",
        Grain::Span => "stretch of time",
    }
}

/// What the arithmetic of a check is, what the article says, and what follows, in full sentences with its operands as links.
pub(super) fn explanation(check: &Check, lookup: &SheetLookup) -> Markup {
    let stated = lookup.sheet.fact(&check.stated);
    html! {
        @match (stated, check.computed) {
            (Some(fact), Some(computed)) => {
                (operands(check, lookup)) " "
                strong { (result(check, fact, computed.value)) }
                @if let Some((low, high)) = allowed(check, computed) {
                    ", or with the rounding of the printed figures anything from "
                    (self::computed(low, fact)) " to " (self::computed(high, fact))
                }
                ". The article says " (lookup.link(&check.stated, "stated")) ". " (outcome(check))
            }
            _ => {
                (lookup.link(&check.stated, "stated")) " could not be checked"
                @if let Some(reason) = &check.reason { ": " (reason) } "."
                @let named: Vec<_> = parts(check);
                @if !named.is_empty() {
                    " Found for it: "
                    (joined(named.iter().map(|(part, id)| html! { (part) " " (lookup.link(id, part)) }).collect()))
                    "."
                }
            }
        }
        @if check.link == Some(Link::Inferred) { " " span.unsure { "The figures were matched by their arithmetic, not by the wording." } }
        @if check.link == Some(Link::Nearby) { " The figures stand in different sentences." }
    }
}

/// The operands with their parts in words, in the order in which the arithmetic reads.
fn parts(check: &Check) -> Vec<(&'static str, &str)> {
    let operands = &check.operands;
    let single = [
        ("before", &operands.base),
        ("after", &operands.current),
        ("change", &operands.delta),
        ("part", &operands.part),
        ("whole", &operands.whole),
        ("same as", &operands.of),
    ];
    let single = single.into_iter().filter_map(|(part, id)| id.as_deref().map(|id| (part, id)));
    single.chain(operands.parts.iter().map(|id| ("part", id.as_str()))).collect()
}

/// "From $596 million to $830 million is".
fn operands(check: &Check, lookup: &SheetLookup) -> Markup {
    let Some(phrase) = definition(check.rule).lead.iter().find(|phrase| phrase.fits(&check.operands)) else {
        return html! { "The article's other figures give" };
    };
    let links = |name| {
        let part = part(name, check.rule);
        joined(template::ids(&check.operands, name).into_iter().map(|id| lookup.link(id, part)).collect())
    };
    html! {
        @for piece in phrase.pieces() {
            @match piece {
                TemplatePiece::Words(words) => (words),
                TemplatePiece::Operand(name) => (links(name)),
            }
        }
    }
}

/// What an operand is in the sentence around it.
fn part(name: &str, rule: CheckRule) -> &'static str {
    match (name, rule) {
        ("base", _) => "before",
        ("current", _) => "after",
        ("delta", _) => "change",
        ("whole", _) => "whole",
        ("of", CheckRule::Conversion) => "converted",
        ("of", _) => "same as",
        _ => "part",
    }
}

/// What the rounding of the operands allows, if that is more than one value. Of a fall its size: the word says which way it went.
fn allowed(check: &Check, computed: Computed) -> Option<(Decimal, Decimal)> {
    let Computed { value, low, high } = computed;
    let falls = definition(check.rule).signed && value.is_sign_negative() && high.is_sign_negative();
    (low != high).then_some(if falls { (high.abs(), low.abs()) } else { (low, high) })
}

/// "a rise of 39.26%".
fn result(check: &Check, stated: &Fact, value: Decimal) -> String {
    match (definition(check.rule).signed && stated.unit != "times", value) {
        (true, value) if value.is_zero() => "no change".into(),
        (true, value) if value.is_sign_negative() => format!("a fall of {}", computed(value.abs(), stated)),
        (true, value) => format!("a rise of {}", computed(value, stated)),
        (false, value) => computed(value, stated),
    }
}

/// What follows from stated and computed.
fn outcome(check: &Check) -> Markup {
    html! {
        @match check.verdict {
            Verdict::Consistent => @match check.exactness {
                Some(Exactness::Rounding) => "It adds up within the rounding of the figures.",
                Some(Exactness::Truncation) => "It adds up if digits were cut off instead of rounded.",
                Some(Exactness::Exact) | None => "It adds up.",
            },
            Verdict::Unchecked => {
                "It could not be checked" @if let Some(reason) = &check.reason { ": " (reason) } "."
            }
            Verdict::Inconsistent => {
                @if check.is_warning() {
                    strong.doubtful { "It may not add up" }
                    @if let Some(doubt) = wording::doubt(check) { ", " (doubt) } "."
                } @else {
                    strong.wrong { "It does not add up." }
                }
                @if let Some(cause) = check.cause { " Likeliest slip: " (wording::cause(cause)) "." }
                @if let Some(suggestion) = &check.suggestion { " The figure that would fit: " strong { bdi { (suggestion) } } "." }
            }
        }
    }
}

/// "a, b and c".
fn joined(items: Vec<Markup>) -> Markup {
    let last = items.len().saturating_sub(1);
    html! {
        @for (i, item) in items.iter().enumerate() {
            @if i > 0 { @if i == last { " and " } @else { ", " } }
            (item)
        }
    }
}

/// "1 figure", "2 figures".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn digits_stand_in_groups_of_three() {
        let printed = [dec!(0), dec!(999), dec!(1000), dec!(-1234567.50), dec!(0.0012)].map(grouped);
        assert_eq!(printed, ["0", "999", "1,000", "−1,234,567.5", "0.0012"]);
    }

    #[test]
    fn days_are_written_out() {
        let mut period = Period {
            id: "t1".into(),
            span: crate::sheet::Place { start: 0, end: 1, line: Some(1), column: Some(1), record: None, page: None },
            part: crate::sheet::Part::Text,
            text: "then".into(),
            from: Some(Date::constant(2021, 7, 1)),
            to: Some(Date::constant(2021, 10, 31)),
            grain: Grain::Month,
            fiscal: true,
        };
        assert_eq!(days(&period), "1 Jul 2021 – 31 Oct 2021, fiscal");
        period.from = None;
        period.to = None;
        period.fiscal = false;
        assert_eq!(days(&period), "not dated");
    }
}
