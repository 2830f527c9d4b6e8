//! Why a link only confirms, as kinds; their words are made where a reader sees them.

/// What keeps a link from being proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtKind {
    /// The figures stand in different sentences.
    Apart,
    /// The sides of a balance stand apart.
    SidesApart,
    /// The base was only expected.
    Expected,
    /// One of the figures is a forecast, the others are not.
    PartlyExpected,
    /// A level is a loss.
    OverLoss,
    /// The units differ in name.
    OtherNames,
    /// A figure per unit meets a total.
    PerUnit,
    /// The stated figure is a range.
    Range,
    /// Digits go on behind a stray sign.
    Broken,
    /// A correction or denial.
    TakenBack,
    /// A figure in brackets puts another right.
    PutRight,
    /// Organic, in real terms and the like.
    OtherBasis,
    /// The words behind the change name another measure.
    OtherMeasure,
    /// Nothing but a sign tells of a change.
    NoChange,
    /// The level before may belong to another change.
    OtherBase,
    /// Percent and amount may be of different times.
    LongerTime,
    /// The level before stands among the words of the subject.
    OtherSubject,
    /// A change stands where a level should.
    ChangeAsLevel,
    /// Brackets may convert.
    Converted,
    /// A high or low on the way.
    Mark,
    /// The change is since another time.
    Since,
    /// The periods of change and levels differ.
    OtherPeriods,
    /// The periods do not follow each other.
    PeriodsApart,
    /// Another figure may be the base.
    Rival,
    /// A sum may have more parts.
    PartsLeftOut,
    /// A margin of a segment.
    Scoped,
}

impl DoubtKind {
    /// The kind, for a copy editor.
    pub(crate) fn words(self) -> &'static str {
        match self {
            DoubtKind::Apart => "the figures stand apart",
            DoubtKind::SidesApart => "the figures may be of different bases",
            DoubtKind::Expected => "it is compared with what was expected",
            DoubtKind::PartlyExpected => "one of the figures is only expected",
            DoubtKind::OverLoss => "a percentage over a loss says too little to be checked",
            DoubtKind::OtherNames => "the figures count things of different names",
            DoubtKind::PerUnit => "one figure is per unit, the other a total",
            DoubtKind::Range => "a range says too little to be checked",
            DoubtKind::Broken => "a figure is broken in the text",
            DoubtKind::TakenBack => "the text itself takes the figure back",
            DoubtKind::PutRight => "the text itself takes a figure back",
            DoubtKind::OtherBasis => "the change is on another basis than the reported levels",
            DoubtKind::OtherMeasure => "the change is of another measure than the levels",
            DoubtKind::NoChange => "no word says that the figure is a change",
            DoubtKind::OtherBase => "the level before may not be the one that the change is from",
            DoubtKind::LongerTime => "the percent may be of a longer time than the amount",
            DoubtKind::OtherSubject => "the level before may be of another measure",
            DoubtKind::ChangeAsLevel => "a change is no level",
            DoubtKind::Converted => "the amount in brackets may be the same in another currency",
            DoubtKind::Mark => "the change need not be from that mark",
            DoubtKind::Since => "the change is counted from another time",
            DoubtKind::OtherPeriods => "the change is between other periods than the figures",
            DoubtKind::PeriodsApart => "the periods of the figures do not follow each other",
            DoubtKind::Rival => "the text gives another figure that it may be compared with",
            DoubtKind::PartsLeftOut => "the list may leave parts out",
            DoubtKind::Scoped => "the margin may be of a part of the company",
        }
    }
}
