//! From the analysis to the fact sheet: indices become ids, byte offsets become code points, lines and columns.

use sha2::{Digest, Sha256};

use crate::article::{Article, Origin};
use crate::check::Answer;
use crate::document::Document;
use crate::headline::Headed;
use crate::link::OperandSet;
use crate::mention::{NamedEntity, TimeSpan, Unit, Value};
use crate::read::places;
use crate::relate::FigureFact;
use crate::sheet::{self, FactSheet, Part};
use crate::text::{LineIndex, Plain, Span};

/// What was found in an article.
pub(crate) struct Found {
    /// Its names.
    pub entities: Vec<NamedEntity>,
    /// Its periods.
    pub periods: Vec<TimeSpan>,
    /// Its figures with what is said of them.
    pub facts: Vec<FigureFact>,
    /// What came of the stated ones.
    pub checks: Vec<Answer>,
}

/// Makes the fact sheet of one article.
pub(crate) fn publish(article: &Article, headed: &Headed, plain: &Plain, document: &Document, found: Found) -> FactSheet {
    let places = Places { text: &article.text, headed, plain, origin: &article.origin, index: LineIndex::new(&article.text) };
    let Found { entities, mut periods, mut facts, mut checks } = found;
    sort(&mut facts, &mut periods, &mut checks);
    FactSheet {
        format: sheet::FORMAT.into(),
        document: head(article, document, &places),
        entities: entities.into_iter().enumerate().map(|(i, entity)| publish_entity(i, entity, &places)).collect(),
        periods: periods.into_iter().enumerate().map(|(i, period)| publish_period(i, period, &places)).collect(),
        facts: facts.into_iter().enumerate().map(|(i, fact)| publish_fact(i, fact, &places)).collect(),
        checks: checks.into_iter().enumerate().map(|(i, check)| publish_check(i, check)).collect(),
    }
}

/// Puts facts and periods, those of tables among those of prose, in the order of the text.
fn sort(facts: &mut Vec<FigureFact>, periods: &mut Vec<TimeSpan>, checks: &mut [Answer]) {
    if facts.iter().all(|fact| fact.cell.is_none()) {
        return;
    }
    let period_order = put_in_order(periods, |period| period.span);
    let fact_order = put_in_order(facts, |fact| fact.figure.span);
    for fact in facts {
        fact.period = fact.period.map(|period| period_order[period]);
    }
    for check in &mut *checks {
        let operands = &mut check.claim.operands;
        let single =
            [&mut operands.current, &mut operands.base, &mut operands.delta, &mut operands.part, &mut operands.whole, &mut operands.of];
        for operand in single.into_iter().flatten().chain(&mut operands.parts) {
            *operand = fact_order[*operand];
        }
        check.claim.stated = fact_order[check.claim.stated];
    }
    checks.sort_by_key(|check| check.claim.stated);
}

/// Sorts a list by where its items stand; returns the new place of each.
fn put_in_order<T>(list: &mut Vec<T>, span: impl Fn(&T) -> Span) -> Vec<usize> {
    let mut items: Vec<(usize, T)> = std::mem::take(list).into_iter().enumerate().collect();
    items.sort_by_key(|(_, item)| span(item));
    let mut order = vec![0; items.len()];
    for (new, (old, item)) in items.into_iter().enumerate() {
        order[old] = new;
        list.push(item);
    }
    order
}

fn id(letter: char, index: usize) -> String {
    // What `format!` makes of it, without its machinery: there are some ten for each figure.
    let mut digits = [0; 20];
    let (mut first, mut rest) = (digits.len(), index + 1);
    while rest > 0 {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let mut id = String::with_capacity(1 + digits.len() - first);
    id.push(letter);
    id.extend(digits[first..].iter().map(|&digit| char::from(digit)));
    id
}

/// Where the parts of the text that was read stand in the article's text.
struct Places<'a> {
    /// The article's text.
    text: &'a str,
    headed: &'a Headed<'a>,
    plain: &'a Plain<'a>,
    origin: &'a Origin,
    index: LineIndex<'a>,
}

impl Places<'_> {
    /// The place of a stretch, the part that it counts in, and its words as the article has them.
    fn of(&self, span: Span) -> (sheet::Place, Part, String) {
        let (part, span) = self.headed.part(self.plain.original(span));
        if part == Part::Title {
            return (self.in_title(span), part, span.of(self.headed.title()).into());
        }
        let at = self.index.place(span.start);
        let end = self.index.code_points_before(span.end);
        let (mut record, mut page) = (None, None);
        let found = match self.origin {
            Origin::Text => Some((at.line, at.column)),
            Origin::Record(number) => {
                record = Some(*number);
                Some((at.line, at.column))
            }
            Origin::Lines(anchors) => places::place(anchors, self.text, span.start).or(Some((at.line, at.column))),
            Origin::Words(anchors) => places::place(anchors, self.text, span.start),
            Origin::Pages(starts) => {
                page = Some(starts.partition_point(|&start| start <= span.start).max(1));
                None
            }
            Origin::Unknown => None,
        };
        let (line, column) = found.unzip();
        (sheet::Place { start: at.offset, end, line, column, record, page }, part, span.of(self.text).into())
    }

    /// The place of a stretch of the title, which has no lines.
    fn in_title(&self, span: Span) -> sheet::Place {
        let code_points = |byte: usize| self.headed.title()[..byte].chars().count();
        let record = match self.origin {
            Origin::Record(number) => Some(*number),
            _ => None,
        };
        sheet::Place { start: code_points(span.start), end: code_points(span.end), line: None, column: None, record, page: None }
    }
}

fn head(article: &Article, document: &Document, places: &Places) -> sheet::Head {
    let context = &document.context;
    sheet::Head {
        source: article.source.clone(),
        read_as: article.format.map(String::from),
        id: article.id.clone(),
        sha256: hexadecimal(&Sha256::digest(article.text.as_bytes())),
        language: None,
        title: article.title.clone(),
        dateline: context.dateline.as_ref().map(|dateline| sheet::Dateline {
            place: dateline.place.clone(),
            date: dateline.date,
            span: places.of(dateline.span).0,
        }),
        reference_date: context.reference_date,
        fiscal_year_start: context.fiscal_year_start,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

fn publish_entity(i: usize, entity: NamedEntity, places: &Places) -> sheet::Entity {
    sheet::Entity {
        id: id('e', i),
        kind: entity.kind,
        name: entity.name,
        aliases: entity.aliases,
        roles: entity.roles,
        organization: entity.organization.map(|i| id('e', i)),
        ticker: entity.ticker,
        exchange: entity.exchange,
        location: entity.location.map(|i| id('e', i)),
        country: entity.country.map(String::from),
        mentions: entity
            .mentions
            .into_iter()
            .map(|span| {
                let (place, part, text) = places.of(span);
                sheet::EntityMention { place, part, text }
            })
            .collect(),
    }
}

fn publish_period(i: usize, period: TimeSpan, places: &Places) -> sheet::Period {
    let (span, part, text) = places.of(period.span);
    sheet::Period { id: id('t', i), span, part, text, from: period.from, to: period.to, grain: period.grain, fiscal: period.fiscal }
}

fn publish_fact(i: usize, fact: FigureFact, places: &Places) -> sheet::Fact {
    let figure = fact.figure;
    let (value, low, high) = match figure.value {
        Value::One(printed) => (Some(printed.value.normalize()), None, None),
        Value::Range(low, high) => (None, Some(low.value.normalize()), Some(high.value.normalize())),
    };
    let rounding = figure.value.rounding();
    let (span, part, text) = places.of(figure.span);
    sheet::Fact {
        id: id('f', i),
        kind: figure.kind,
        span,
        part,
        text,
        value,
        low,
        high,
        unit: match figure.unit {
            Unit::Currency(code) => code.into(),
            Unit::Percent => "percent".into(),
            Unit::PercentagePoint => "percentage_point".into(),
            Unit::BasisPoint => "basis_point".into(),
            Unit::Noun(noun) => noun,
            Unit::Times => "times".into(),
        },
        per: figure.per,
        rounding: sheet::Bounds { low: rounding.low.normalize(), high: rounding.high.normalize() },
        qualifier: figure.qualifier,
        measure: fact.measure,
        entity: fact.entity.map(|i| id('e', i)),
        period: fact.period.map(|i| id('t', i)),
        modality: fact.modality,
        attribution: fact.attribution.map(|i| id('e', i)),
        cell: fact.cell.map(|place| sheet::Cell {
            table: place.table,
            row: place.row,
            column: (place.column > 0).then_some(place.column),
            row_label: place.row_label,
            column_label: place.column_label,
        }),
    }
}

fn publish_check(i: usize, check: Answer) -> sheet::Check {
    let operands = publish_operands(&check.claim.operands);
    sheet::Check {
        id: id('c', i),
        rule: check.claim.kind,
        stated: id('f', check.claim.stated),
        link: (operands != sheet::Operands::default()).then_some(check.claim.link),
        operands,
        computed: check.computed.map(|(value, interval)| sheet::Computed {
            value: value.round_dp(4).normalize(),
            low: interval.low.round_dp(4).normalize(),
            high: interval.high.round_dp(4).normalize(),
        }),
        verdict: check.verdict,
        severity: check.severity,
        because: check.claim.because,
        exactness: check.exactness,
        formula: check.formula,
        cause: check.cause,
        suggestion: check.suggestion,
        reason: check.reason,
    }
}

fn publish_operands(operands: &OperandSet) -> sheet::Operands {
    let fact = |operand: Option<usize>| operand.map(|i| id('f', i));
    sheet::Operands {
        current: fact(operands.current),
        base: fact(operands.base),
        delta: fact(operands.delta),
        part: fact(operands.part),
        whole: fact(operands.whole),
        parts: operands.parts.iter().map(|&i| id('f', i)).collect(),
        of: fact(operands.of),
    }
}
