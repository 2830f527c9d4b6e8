//! A corrected figure in the article's own style: its sign, decimals, grouping and unit words.

use once_cell::sync::Lazy;
use regex::Regex;
use rust_decimal::{Decimal, RoundingStrategy, dec};

use crate::mention::{FigureKind, Unit};
use crate::relate::FigureFact;

static NUMBER: Lazy<Regex> = Lazy::new(|| Regex::new(r"\d(?:[\d.,'’]*\d)?").expect("a valid pattern"));

/// The fact's text with its number replaced by one of this value in the fact's unit; a printed minus or plus is the text's own.
pub(super) fn print(text: &str, facts: &[FigureFact], fact: usize, value: Decimal) -> Option<String> {
    let figure = &facts[fact].figure;
    let printed = figure.span.of(text);
    let size = value.abs();
    let Some(number) = NUMBER.find(printed) else { return in_digits(&figure.unit, figure.kind, size) };
    let old = figure.value.one()?;
    let places = fraction_digits(number.as_str(), old.step, old.value);
    let unit_step = old.step.checked_mul(Decimal::from_i128_with_scale(10i128.checked_pow(places)?, 0))?;
    let scaled = size.checked_div(unit_step)?;
    let after = &printed[number.end()..];
    // "$1,420 million" counts in millions, whatever their number.
    let keeps = number.as_str().starts_with('0') || old.value.abs().checked_div(unit_step)? >= Decimal::ONE_THOUSAND;
    let (scaled, after, places) = if keeps {
        (scaled, after.into(), places)
    } else {
        let digits = number.as_str().bytes().filter(u8::is_ascii_digit).count();
        in_fitting_magnitude(scaled, after, places, digits)
    };
    let rounded = scaled.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let comma = number.as_str().rfind(',').is_some_and(|at| places > 0 && number.as_str().len() - at - 1 == places as usize);
    let new = group(&format!("{rounded:.*}", places as usize), number.as_str(), comma);
    let after = if new == "1" { after.strip_suffix("points").map_or(after.clone(), |unit| format!("{unit}point")) } else { after };
    Some(format!("{}{new}{after}", &printed[..number.start()]))
}

/// Each magnitude with the one a thousand times smaller.
const MAGNITUDES: &[(&str, &str)] = &[("trillion", "billion"), ("billion", "million"), ("tn", "bn"), ("bn", "m"), ("t", "b"), ("b", "m")];

/// The number, the words behind it and its decimals: what is less than one billion is printed in millions, a thousand millions in billions.
fn in_fitting_magnitude(scaled: Decimal, after: &str, places: u32, digits: usize) -> (Decimal, String, u32) {
    let word = after.trim_start();
    let letters = word.find(|c: char| !c.is_alphabetic()).unwrap_or(word.len());
    let is = |magnitude: &str| word[..letters].eq_ignore_ascii_case(magnitude);
    let with = |magnitude: &str| format!("{}{magnitude}{}", &after[..after.len() - word.len()], &word[letters..]);
    let thousand = Decimal::ONE_THOUSAND;
    let smaller = MAGNITUDES.iter().find(|(large, _)| is(large)).map(|(_, small)| small);
    let larger = MAGNITUDES.iter().find(|(_, small)| is(small)).map(|(large, _)| large);
    match (smaller, larger) {
        (Some(small), _) if scaled < Decimal::ONE => {
            // As many digits as were printed: of "$4.42bn" three, so "$442m".
            let scaled = scaled.checked_mul(thousand).unwrap_or(scaled);
            let more_digits = u32::try_from(scaled.trunc().to_string().len()).unwrap_or(places).saturating_sub(1);
            (scaled, with(small), places.saturating_sub(more_digits))
        }
        (_, Some(large)) if scaled >= thousand => {
            // Of "$990 million" three digits too, so "$1.24 billion".
            let scaled = scaled.checked_div(thousand).unwrap_or(scaled);
            let whole = scaled.trunc().to_string().len();
            (scaled, with(large), places.max(u32::try_from(digits.saturating_sub(whole)).unwrap_or(places)))
        }
        _ => (scaled, after.into(), places),
    }
}

/// How many digits of the printed number stand after the decimal sign.
fn fraction_digits(number: &str, step: Decimal, value: Decimal) -> u32 {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let Some(at) = number.rfind(['.', ',']) else { return 0 };
    let after = number.len() - at - 1;
    // A last group of three digits is a fraction only where the step says that all digits count that way.
    let whole_steps = value.abs().checked_div(step).unwrap_or_default();
    let grouped = after == 3 && number.as_bytes()[at] == b',' && digits > 3 && whole_steps >= dec!(1000);
    if grouped { 0 } else { u32::try_from(after).unwrap_or(0) }
}

/// Writes thousands as the printed number does; a new number without a model is grouped from 10,000 on.
fn group(number: &str, model: &str, comma_decimals: bool) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let model_whole =
        model.bytes().filter(u8::is_ascii_digit).count() - if fraction.is_empty() { 0 } else { fraction.len().min(model.len()) };
    let grouped = if model_whole > 3 {
        model.contains([',', '.', '\'', '’']) && model.find([',', '.', '\'', '’']).is_some_and(|at| at <= 3)
    } else {
        true
    };
    let separator = if comma_decimals { '.' } else { ',' };
    let mut out = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if grouped && position > 0 && (whole.len() - position) % 3 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(if comma_decimals { ',' } else { '.' });
        out.push_str(fraction);
    }
    out
}

/// For a figure that was printed in words.
fn in_digits(unit: &Unit, kind: FigureKind, size: Decimal) -> Option<String> {
    let number = size.round_dp(1).normalize();
    match (kind, unit) {
        (FigureKind::Ratio, _) => Some(format!("{number} times")),
        (FigureKind::Percent, Unit::Percent) => Some(format!("{number} per cent")),
        (FigureKind::Percent, Unit::BasisPoint) => Some(format!("{number} basis points")),
        (FigureKind::Percent, _) => Some(format!("{number} percentage {}", if number == Decimal::ONE { "point" } else { "points" })),
        _ => None,
    }
}
