//! A small analysed article, made by hand, for the tests of renderers.

use jiff::civil::Date;
use rust_decimal::{Decimal, dec};

use super::Analysis;
use crate::article::Article;
use crate::finding::findings;
use crate::sheet::{
    Bounds, Cause, Check, CheckRule, Computed, Entity, EntityKind, EntityMention, Exactness, FORMAT, Fact, FactKind, FactSheet,
    FiscalYearStart, Grain, Head, Link, Modality, Operands, Part, Period, Place, Qualifier, Severity, Verdict,
};

/// Two figures are wrong: the growth and the share.
pub const TEXT: &str = "Software exports up\n\nThe country’s exports of software rose 93% to $830 million in July–October 2021 from \
$596 million, the ministry said. Services made up $630 million of that, or 57.9%. Next year they should exceed €1 <billion>, or =2% & more, said Mr. Rahman.\n";

/// Builds a sheet fact by fact.
#[derive(Default)]
pub struct SheetBuilder {
    facts: Vec<Fact>,
    checks: Vec<Check>,
}

impl SheetBuilder {
    /// Adds a figure that stands in [`TEXT`].
    pub fn fact(mut self, kind: FactKind, text: &str, value: Decimal, step: Decimal, unit: &str) -> Self {
        let half = step / Decimal::TWO;
        self.facts.push(Fact {
            id: format!("f{}", self.facts.len() + 1),
            kind,
            span: place(text),
            part: Part::Text,
            text: text.into(),
            value: Some(value),
            low: None,
            high: None,
            unit: unit.into(),
            per: None,
            rounding: Bounds { low: (value - half).normalize(), high: (value + half).normalize() },
            qualifier: Qualifier::Exact,
            measure: Some("exports of software".into()),
            entity: Some("e1".into()),
            period: Some("t1".into()),
            modality: Modality::Actual,
            attribution: None,
            cell: None,
        });
        self
    }

    /// Changes the last figure.
    pub fn with(mut self, change: impl FnOnce(&mut Fact)) -> Self {
        self.facts.last_mut().map(change);
        self
    }

    /// Adds a check; an inconsistent one where there is a suggestion.
    pub fn check(
        mut self,
        rule: CheckRule,
        stated: &str,
        operands: Operands,
        computed: Decimal,
        formula: &str,
        suggestion: Option<&str>,
    ) -> Self {
        self.checks.push(Check {
            id: format!("c{}", self.checks.len() + 1),
            rule,
            stated: stated.into(),
            operands,
            link: Some(Link::Sentence),
            computed: Some(Computed { value: computed, low: computed - dec!(0.1), high: computed + dec!(0.1) }),
            verdict: if suggestion.is_some() { Verdict::Inconsistent } else { Verdict::Consistent },
            severity: suggestion.is_some().then_some(Severity::Error),
            because: Vec::new(),
            exactness: suggestion.is_none().then_some(Exactness::Exact),
            formula: Some(formula.into()),
            cause: suggestion.map(|_| Cause::DigitsSwapped),
            suggestion: suggestion.map(String::from),
            reason: None,
        });
        self
    }

    /// The sheet of [`TEXT`].
    pub fn build(self) -> FactSheet {
        let mention = |text: &str| EntityMention { place: place(text), part: Part::Text, text: text.into() };
        FactSheet {
            format: FORMAT.into(),
            document: Head {
                source: "desk/exports, draft.txt".into(),
                read_as: None,
                id: None,
                sha256: "00".into(),
                language: None,
                title: None,
                dateline: None,
                reference_date: Some(Date::constant(2021, 12, 16)),
                fiscal_year_start: Some(FiscalYearStart { month: 7, day: 1 }),
            },
            entities: vec![Entity {
                id: "e1".into(),
                kind: EntityKind::Person,
                name: "Mr. Rahman".into(),
                aliases: Vec::new(),
                roles: Vec::new(),
                organization: None,
                ticker: None,
                exchange: None,
                location: None,
                country: None,
                mentions: vec![mention("Mr. Rahman")],
            }],
            periods: vec![Period {
                id: "t1".into(),
                span: place("July–October 2021"),
                part: Part::Text,
                text: "July–October 2021".into(),
                from: Some(Date::constant(2021, 7, 1)),
                to: Some(Date::constant(2021, 10, 31)),
                grain: Grain::Month,
                fiscal: false,
            }],
            facts: self.facts,
            checks: self.checks,
        }
    }
}

fn place(text: &str) -> Place {
    let byte = TEXT.find(text).expect("the sample has it");
    let start = TEXT[..byte].chars().count();
    let line_start = TEXT[..byte].rfind('\n').map_or(0, |at| at + 1);
    let column = TEXT[line_start..byte].chars().count() + 1;
    Place {
        start,
        end: start + text.chars().count(),
        line: Some(TEXT[..byte].matches('\n').count() + 1),
        column: Some(column),
        record: None,
        page: None,
    }
}

/// The sample's sheet.
pub fn sheet() -> FactSheet {
    let million = dec!(1000000);
    let id = |id: &str| Some(id.to_string());
    SheetBuilder::default()
        .fact(FactKind::Percent, "93%", dec!(93), dec!(1), "percent")
        .fact(FactKind::Amount, "$830 million", dec!(830000000), million, "USD")
        .fact(FactKind::Amount, "$596 million", dec!(596000000), million, "USD")
        .fact(FactKind::Amount, "$630 million", dec!(630000000), million, "USD")
        .fact(FactKind::Percent, "57.9%", dec!(57.9), dec!(0.1), "percent")
        .fact(FactKind::Amount, "€1 <billion>", dec!(1000000000), dec!(1000000000), "EUR")
        .with(|fact| {
            fact.qualifier = Qualifier::MoreThan;
            fact.modality = Modality::Forecast;
            fact.measure = None;
            fact.entity = None;
            fact.period = None;
            fact.attribution = Some("e1".into());
        })
        .fact(FactKind::Percent, "=2%", dec!(2), dec!(1), "percent")
        .check(
            CheckRule::Growth,
            "f1",
            Operands { current: id("f2"), base: id("f3"), ..Operands::default() },
            dec!(39.26),
            "(830 − 596) / 596 = 39.26 %",
            Some("39%"),
        )
        .check(
            CheckRule::Share,
            "f5",
            Operands { part: id("f4"), whole: id("f2"), ..Operands::default() },
            dec!(75.9),
            "630 / 830 = 75.9 %",
            Some("75.9%"),
        )
        .build()
}

/// The sample, with a share that is only a warning.
pub fn doubtful() -> Analysis {
    let mut analysis = analysis();
    let check = &mut analysis.sheet.checks[1];
    check.severity = Some(Severity::Warning);
    check.because = vec!["same measure: exports".into(), "the ministry's figures".into()];
    check.reason = Some("the figures stand apart".into());
    analysis.findings = findings(&analysis.article, &analysis.sheet);
    analysis
}

/// The sample with its sheet and findings.
pub fn analysis() -> Analysis {
    let article = Article { source: "desk/exports, draft.txt".into(), ..Article::from_text(TEXT) };
    let sheet = sheet();
    let findings = findings(&article, &sheet);
    Analysis { article, sheet, findings, silenced: 0 }
}
