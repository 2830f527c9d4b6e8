//! The period that the article is speaking of, for everything that points back at it.

use jiff::civil::Date;

use super::calendar::Days;
use super::expression::Expression;
use super::meaning::{Meaning, Stretch};
use super::terms::TimeUnit;
use crate::mention::Grain;

/// How many different stretches are remembered.
const REMEMBERED: usize = 64;

/// What the article has spoken of so far. Periods that are only compared with do not count.
#[derive(Default)]
pub(super) struct Focus {
    /// The last period longer than a day, with the stretch it names.
    pub latest: Option<(Option<Stretch>, Days)>,
    /// The first quarter, half or year: what a report reports on.
    pub reported: Option<Days>,
    /// The last period of each unit.
    units: [Option<Days>; 5],
    /// Stretches with their dates, the latest last.
    stretches: Vec<(Stretch, Days)>,
}

impl Focus {
    /// Takes an expression in.
    pub(super) fn note(&mut self, expression: &Expression, dates: Option<Days>) {
        let Some(dates) = dates else { return };
        if dates.grain == Grain::Day {
            self.units[0] = Some(dates);
            return;
        }
        let back = matches!(
            expression.meaning,
            Meaning::Same(..) | Meaning::SameStretch(..) | Meaning::Decade(_) | Meaning::Century(_) | Meaning::Span(..)
        );
        if expression.compared || back || is_year_back(&expression.meaning) {
            return;
        }
        let stretch = match expression.meaning {
            Meaning::In(stretch, _) => Some(stretch),
            Meaning::Stated(stretch, ..) => Some(stretch),
            _ => None,
        };
        if let Some(stretch) = stretch {
            self.stretches.retain(|(known, _)| *known != stretch);
            if self.stretches.len() == REMEMBERED {
                self.stretches.remove(0);
            }
            self.stretches.push((stretch, dates));
        }
        let grain = dates.months().map_or(dates.grain, super::calendar::grain_of_months);
        if let Some(slot) = slot_of_grain(grain) {
            self.units[slot] = Some(dates);
        }
        if matches!(dates.grain, Grain::Quarter | Grain::Half | Grain::Year) && self.reported.is_none() {
            self.reported = Some(dates);
        }
        if matches!(expression.meaning, Meaning::Part(..)) {
            return;
        }
        self.latest = Some((stretch.or_else(|| self.stretch_of(dates)), dates));
    }

    /// The last period of a unit.
    pub(super) fn of_unit(&self, unit: TimeUnit) -> Option<Days> {
        self.units[slot_of_unit(unit)?]
    }

    /// The dates that the stretch had when the article last named it.
    pub(super) fn same_stretch(&self, stretch: Stretch) -> Option<Days> {
        self.stretches.iter().rev().find(|(known, _)| *known == stretch).map(|&(_, dates)| dates)
    }

    /// The stretch by which the article named these dates.
    pub(super) fn stretch_of(&self, dates: Days) -> Option<Stretch> {
        self.stretches.iter().rev().find(|(_, known)| known.from == dates.from && known.to == dates.to).map(|&(stretch, _)| stretch)
    }

    /// The last period that ends on this day.
    pub(super) fn ending_on(&self, end: Date) -> Option<Days> {
        let stretches = self.stretches.iter().rev().map(|&(_, dates)| dates);
        self.latest.map(|(_, dates)| dates).into_iter().chain(stretches).find(|dates| dates.to == end)
    }
}

/// "last year", "the previous year": a look back, not the subject.
fn is_year_back(meaning: &Meaning) -> bool {
    use super::meaning::Year;
    matches!(
        meaning,
        Meaning::In(_, Year::Relative(..0) | Year::RelativeFiscal(..0) | Year::Anaphoric(..0) | Year::AnaphoricFiscal(..0))
            | Meaning::Unit(TimeUnit::Year | TimeUnit::Quarter, ..0, _)
    )
}

fn slot_of_unit(unit: TimeUnit) -> Option<usize> {
    match unit {
        TimeUnit::Day | TimeUnit::Week | TimeUnit::Weekend => Some(0),
        TimeUnit::Month => Some(1),
        TimeUnit::Quarter => Some(2),
        TimeUnit::Half => Some(3),
        TimeUnit::Year => Some(4),
        TimeUnit::Decade | TimeUnit::Century => None,
    }
}

fn slot_of_grain(grain: Grain) -> Option<usize> {
    match grain {
        Grain::Month => Some(1),
        Grain::Quarter => Some(2),
        Grain::Half => Some(3),
        Grain::Year => Some(4),
        _ => None,
    }
}
