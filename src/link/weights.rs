//! What speaks for and against a pair of levels, and how much: the weights are written by `examples/train_links.rs`.

/// What speaks for or against a pair of levels. The names are those of the table of weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feature {
    /// The level after the change is led to by "to".
    CurrentTo,
    /// By "at".
    CurrentAt,
    /// By a verb that states a level.
    CurrentWas,
    /// By what leads to a base.
    CurrentFrom,
    /// By "by", or by a verb of change alone.
    CurrentBy,
    /// By another preposition.
    CurrentIn,
    /// By nothing that tells.
    CurrentOpen,
    /// The level before the change is led to by "from".
    BaseFrom,
    /// By "than", "compared with".
    BaseAgainst,
    /// By "over", "on".
    BaseOver,
    /// By "above", "below".
    BaseComparative,
    /// By what leads to a level after a change.
    BaseTo,
    /// By "by", or by a verb of change alone.
    BaseBy,
    /// By another preposition.
    BaseIn,
    /// By nothing that tells.
    BaseOpen,
    /// The level before the change stands behind "after".
    BaseAfter,
    /// "rose A to B after falling C to D": the level that another change led to before.
    BaseToAfter,
    /// No other pair of the sentence is of one kind.
    OnlyPair,
    /// The words beside the base say that it is earlier: a year ago, previous.
    BaseEarlier,
    /// The periods of the levels follow each other.
    PeriodsFollow,
    /// Both levels stand in one period.
    PeriodsSame,
    /// The base's period is the later one.
    PeriodsTurned,
    /// Both levels are of the measure of the change.
    MeasureSame,
    /// Two of the three name measures that have no word in common.
    MeasureOther,
    /// The level after the change stands before it.
    CurrentBefore,
    /// The level before the change stands before it.
    BaseBefore,
    /// The base stands before the current level.
    BaseFirst,
    /// For each other change between the change and the level after it.
    CurrentCrossed,
    /// For each other change between the change and the level before it.
    BaseCrossed,
    /// For each level of the same unit between the change and the level after it, but the base.
    CurrentPassed,
    /// For each level of the same unit between the change and the level before it, but the current one.
    BasePassed,
    /// A semicolon or another border stands between.
    Border,
    /// One of the two is the same figure of another change.
    Shared,
    /// The pair belongs to another change already.
    Taken,
}

/// How many features there are.
pub const FEATURES: usize = Feature::Taken as usize + 1;

/// How often each feature holds.
pub type Vector = [f32; FEATURES];

/// The sum from which on a pair is taken: that of "none of them" is zero.
pub(crate) const THRESHOLD: f32 = -0.5;

/// The weights, in the order of the features.
pub(crate) const WEIGHTS: [(Feature, f32); FEATURES] = [
    (Feature::CurrentTo, -0.01),
    (Feature::CurrentAt, 0.05),
    (Feature::CurrentWas, -0.26),
    (Feature::CurrentFrom, -1.73),
    (Feature::CurrentBy, -2.12),
    (Feature::CurrentIn, -0.28),
    (Feature::CurrentOpen, -0.89),
    (Feature::BaseFrom, 0.87),
    (Feature::BaseAgainst, 0.21),
    (Feature::BaseOver, 0.71),
    (Feature::BaseComparative, 0.03),
    (Feature::BaseTo, -2.16),
    (Feature::BaseBy, -2.92),
    (Feature::BaseIn, 0.06),
    (Feature::BaseOpen, -2.04),
    (Feature::BaseAfter, -1.10),
    (Feature::BaseToAfter, 1.07),
    (Feature::OnlyPair, 0.71),
    (Feature::BaseEarlier, 0.48),
    (Feature::PeriodsFollow, 1.19),
    (Feature::PeriodsSame, -0.14),
    (Feature::PeriodsTurned, 0.14),
    (Feature::MeasureSame, 0.81),
    (Feature::MeasureOther, 0.05),
    (Feature::CurrentBefore, 0.51),
    (Feature::BaseBefore, -0.69),
    (Feature::BaseFirst, -0.34),
    (Feature::CurrentCrossed, -0.84),
    (Feature::BaseCrossed, -1.01),
    (Feature::CurrentPassed, -0.05),
    (Feature::BasePassed, -1.60),
    (Feature::Border, -1.08),
    (Feature::Shared, -0.95),
    (Feature::Taken, -2.65),
];
