//! A small picture of a check with two levels: a bar for each, as long as it is large.

use maud::{Markup, html};
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::lookup::{SheetLookup, State};
use super::spelled;
use crate::sheet::{Check, Fact};

/// Length of the longer bar, in units of the picture.
const FULL: u32 = 200;

/// Two bars and the stated beside the computed figure; nothing where there are no two levels above zero.
pub(super) fn picture(check: &Check, lookup: &SheetLookup) -> Option<Markup> {
    let operands = &check.operands;
    let pair = |first: &Option<String>, second: &Option<String>| {
        Some((lookup.sheet.fact(first.as_deref()?)?, lookup.sheet.fact(second.as_deref()?)?))
    };
    let (labels, (upper, lower)) = None
        .or_else(|| Some((["before", "after"], pair(&operands.base, &operands.current)?)))
        .or_else(|| Some((["whole", "part"], pair(&operands.whole, &operands.part)?)))
        .or_else(|| Some((["change", "after"], pair(&operands.delta, &operands.current)?)))
        .or_else(|| Some((["before", "change"], pair(&operands.base, &operands.delta)?)))?;
    if upper.unit != lower.unit {
        return None;
    }
    let stated = lookup.sheet.fact(&check.stated)?;
    let computed = check.computed?;
    let (first, second) = lengths(upper.value?, lower.value?)?;
    let wrong = matches!(lookup.state(check), State::Wrong | State::Doubtful);
    let computed = spelled::computed(computed.value, stated);
    let label =
        format!("Two bars: {} {}, {} {}. Stated {}, computed {computed}.", labels[0], upper.text, labels[1], lower.text, stated.text);
    Some(html! {
        figure.picture {
            svg role="img" aria-label=(label) viewBox="0 0 200 64" width="200" height="64" {
                (bar(0, labels[0], upper, first, "first"))
                (bar(32, labels[1], lower, second, "second"))
            }
            figcaption {
                span { "stated " b.wrong[wrong] { bdi { (stated.text) } } }
                span { "computed " b { (computed) } }
            }
        }
    })
}

fn bar(y: u32, label: &str, fact: &Fact, length: u32, class: &str) -> Markup {
    html! {
        text x="0" y=(y + 11) { (label) }
        text.figure x="200" y=(y + 11) text-anchor="end" { (fact.text) }
        rect.track x="0" y=(y + 17) width=(FULL) height="8" rx="2" {}
        rect class=(class) x="0" y=(y + 17) width=(length) height="8" rx="2" {}
    }
}

/// The lengths of two bars; none for levels that are not above zero, which no bar shows.
fn lengths(first: Decimal, second: Decimal) -> Option<(u32, u32)> {
    let longest = first.max(second);
    if first <= Decimal::ZERO || second <= Decimal::ZERO {
        return None;
    }
    let length = |value: Decimal| value.checked_div(longest)?.checked_mul(Decimal::from(FULL))?.round().to_u32();
    // A level that is small beside the other still shows.
    Some((length(first)?.max(1), length(second)?.max(1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn bars_are_in_proportion() {
        assert_eq!(lengths(dec!(596000000), dec!(830000000)), Some((144, 200)));
        assert_eq!(lengths(dec!(1), dec!(1000000)), Some((1, 200)));
        assert_eq!(lengths(Decimal::MAX, dec!(0.0000000001)), Some((200, 1)));
        assert_eq!(lengths(dec!(-5), dec!(5)), None);
        assert_eq!(lengths(dec!(0), dec!(0)), None);
    }
}
