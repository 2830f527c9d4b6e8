//! The arithmetic of a check in one line, as a copy editor would write it.

use rust_decimal::{Decimal, dec};

use super::Given;
use crate::link::ClaimKind;
use crate::mention::Unit;

/// "(830 − 596) / 596 = 39.26 %", all levels on the scale of the largest.
pub fn formula(given: &Given, computed: Decimal) -> String {
    let operands = &given.claim.operands;
    let facts = [operands.current, operands.base, operands.delta, operands.part, operands.whole, operands.of];
    let all: Vec<Decimal> =
        facts.into_iter().flatten().chain(operands.parts.iter().copied()).filter_map(|fact| value(given, fact)).collect();
    let scale = scale(&all);
    let print = |fact: Option<usize>| fact.and_then(|fact| value(given, fact)).map_or("?".into(), |value| plain(value, scale));
    let (current, base, delta) = (print(operands.current), print(operands.base), print(operands.delta));
    match given.claim.kind {
        ClaimKind::Growth => {
            let result = percent(computed);
            match (operands.current, operands.base) {
                (Some(_), Some(_)) if base.starts_with('−') => format!("({current} − ({base})) / {} = {result}", &base['−'.len_utf8()..]),
                (Some(_), Some(_)) => format!("({current} − {base}) / {base} = {result}"),
                (Some(_), None) if computed.is_sign_negative() => format!("−{delta} / ({current} + {delta}) = {result}"),
                (Some(_), None) => format!("{delta} / ({current} − {delta}) = {result}"),
                (None, _) => format!("{delta} / {base} = {result}"),
            }
        }
        ClaimKind::Share => format!("{} / {} = {}", print(operands.part), print(operands.whole), percent(computed)),
        ClaimKind::Difference => format!("{current} − {base} = {}", plain(computed, scale)),
        ClaimKind::Points if given.facts[given.claim.stated].figure.unit == Unit::BasisPoint => {
            format!("{current} % − {base} % = {} basis points", plain(computed, Decimal::ONE))
        }
        ClaimKind::Points => {
            let points = if computed.abs() == Decimal::ONE { "point" } else { "points" };
            format!("{current} % − {base} % = {} percentage {points}", plain(computed, Decimal::ONE))
        }
        ClaimKind::Sum => {
            let parts: Vec<String> = operands.parts.iter().map(|&part| print(Some(part))).collect();
            format!("{} = {}", parts.join(" + "), plain(computed, scale))
        }
        ClaimKind::Multiple => format!("{current} / {base} = {}", plain(computed.round_dp(2), Decimal::ONE)),
        ClaimKind::Conversion => {
            let stated = value(given, given.claim.stated).map_or("?".into(), |value| plain(value, scale));
            format!("{stated} / {} = {}", print(operands.of), plain(computed.round_dp(4), Decimal::ONE))
        }
        ClaimKind::Restatement => format!("stated before: {}", print(operands.of)),
    }
}

fn value(given: &Given, fact: usize) -> Option<Decimal> {
    let value = given.facts[fact].figure.value()?;
    Some(if given.facts[fact].loss && given.crosses_zero() && value > Decimal::ZERO { -value } else { value })
}

/// The largest of billion, million and one that the largest value reaches.
fn scale(values: &[Decimal]) -> Decimal {
    let largest = values.iter().map(|value| value.abs()).max().unwrap_or_default();
    [dec!(1000000000), dec!(1000000)].into_iter().find(|&scale| largest >= scale).unwrap_or(Decimal::ONE)
}

fn plain(value: Decimal, scale: Decimal) -> String {
    let value = value.checked_div(scale).unwrap_or(value).round_dp(6).normalize();
    if value.is_sign_negative() { format!("−{}", -value) } else { value.to_string() }
}

fn percent(value: Decimal) -> String {
    format!("{} %", plain(value.round_dp(2), Decimal::ONE))
}
