//! xBRL-JSON: every figure as a fact of a report, with a taxonomy that defines the concepts used.
//!
//! A concept is a measure with what it is counted in, and target or forecast where the figure is one: `ExportsOfSoftwareAmount`,
//! `ExportsOfSoftwareAmountTarget`. The two ends of a range are two facts. Where in which article a fact stands is its `nf:provenance`.
//! Source: XBRL International, "Open Information Model 1.0" and "xBRL-JSON 1.0".

use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::{Decimal, dec};
use serde_json::{Map, Value, json};

use super::{Analysis, Render, Totals};
use crate::sheet::{Fact, Modality};

/// The namespace of the generated concepts.
const CONCEPTS: &str = "urn:x-newsfacts:concepts";

/// One report of all articles.
pub struct XbrlJson {
    /// The taxonomy's file name, as the report refers to it.
    schema: String,
    /// The concepts used so far, by name, each with its label and item type.
    concepts: Mutex<BTreeMap<String, (String, &'static str)>>,
    /// How often each text has come.
    articles: Mutex<HashMap<String, usize>>,
}

impl XbrlJson {
    /// A report whose taxonomy lies beside it under the name `schema`.
    pub fn new(schema: impl Into<String>) -> Self {
        XbrlJson { schema: schema.into(), concepts: Mutex::default(), articles: Mutex::default() }
    }

    /// The taxonomy, once all parts have been made: an XML Schema with one element for each concept used.
    pub fn taxonomy(&self) -> String {
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" \
             xmlns:xbrli=\"http://www.xbrl.org/2003/instance\" xmlns:nf=\"{CONCEPTS}\" targetNamespace=\"{CONCEPTS}\" \
             elementFormDefault=\"qualified\">\n  <xs:import namespace=\"http://www.xbrl.org/2003/instance\" \
             schemaLocation=\"http://www.xbrl.org/2003/xbrl-instance-2003-12-31.xsd\"/>\n"
        );
        for (name, (label, item_type)) in &*self.concepts() {
            xml.push_str(&format!(
                "  <xs:element name=\"{name}\" id=\"nf_{name}\" type=\"xbrli:{item_type}\" substitutionGroup=\"xbrli:item\" \
                 xbrli:periodType=\"duration\" nillable=\"true\">\n    <xs:annotation><xs:documentation>{}</xs:documentation></xs:annotation>\n  \
                 </xs:element>\n",
                escape(label)
            ));
        }
        xml.push_str("</xs:schema>\n");
        xml
    }

    fn concepts(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, (String, &'static str)>> {
        self.concepts.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// A name for the article that no other has. Its text makes the name, so that it is the same whatever the order of the work.
    fn article_name(&self, analysis: &Analysis) -> String {
        let name = format!("a{}", analysis.sheet.document.sha256.get(..16).unwrap_or_default());
        let mut articles = self.articles.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let times = articles.entry(name.clone()).and_modify(|times| *times += 1).or_insert(1);
        if *times == 1 { name } else { format!("{name}.{times}") }
    }

    /// The name of the fact's concept, which is defined by naming it.
    fn concept(&self, fact: &Fact, counted: &XbrlUnit, end: &str) -> String {
        let measure = fact.measure.as_deref().unwrap_or_default();
        let modality = match fact.modality {
            Modality::Actual => "",
            Modality::Target => "Target",
            Modality::Forecast => "Forecast",
        };
        let name = format!("{}{}{modality}{end}", pascal_case(measure), counted.name);
        let label = [measure, counted.name, modality, end].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
        self.concepts().entry(name.clone()).or_insert((label, counted.item_type));
        name
    }

    fn fact(&self, analysis: &Analysis, fact: &Fact, value: Decimal, end: &str) -> Value {
        let sheet = &analysis.sheet;
        let counted = XbrlUnit::of(fact);
        let mut dimensions = Map::new();
        dimensions.insert("concept".into(), format!("nf:{}", self.concept(fact, &counted, end)).into());
        let entity = fact.entity.as_deref().and_then(|id| sheet.entity(id)).map_or("unknown".into(), |entity| token(&entity.name));
        dimensions.insert("entity".into(), format!("entity:{entity}").into());
        if let Some(unit) = counted.unit {
            dimensions.insert("unit".into(), unit.into());
        }
        let period = fact.period.as_deref().and_then(|id| sheet.period(id));
        if let Some(period) = period.and_then(|period| interval(period.from?, period.to?)) {
            dimensions.insert("period".into(), period.into());
        }
        let scaled = value.checked_mul(counted.scale).unwrap_or(value).normalize();
        let mut out = json!({
            "value": scaled.to_string(),
            "dimensions": dimensions,
            "nf:provenance": {
                "source": analysis.article.source,
                "article": analysis.article.id,
                "fact": fact.id,
                "text": fact.text,
                "start": fact.span.start,
                "end": fact.span.end,
                "line": fact.span.line,
                "column": fact.span.column,
            },
        });
        if let Some(cell) = &fact.cell {
            out["nf:provenance"]["cell"] = serde_json::to_value(cell).unwrap_or_default();
        }
        let step =
            fact.rounding.high.checked_sub(fact.rounding.low).filter(|_| end.is_empty()).and_then(|step| step.checked_mul(counted.scale));
        if let Some(decimals) = step.and_then(decimals) {
            out["decimals"] = decimals.into();
        }
        out
    }
}

impl Render for XbrlJson {
    fn part(&self, analysis: &Analysis) -> String {
        let article = self.article_name(analysis);
        let facts = analysis.sheet.facts.iter().flat_map(|fact| {
            let ends = [(fact.value, ""), (fact.low, "Low"), (fact.high, "High")];
            let article = article.clone();
            ends.into_iter().filter_map(move |(value, end)| {
                let name = format!("{article}.{}{end}", fact.id);
                value.map(|value| format!("{}: {}", Value::from(name), self.fact(analysis, fact, value, end)))
            })
        });
        facts.collect::<Vec<String>>().join(",\n")
    }

    fn head(&self, _several: bool) -> String {
        let info = json!({
            "documentType": "https://xbrl.org/2021/xbrl-json",
            "namespaces": {
                "nf": CONCEPTS,
                "entity": "urn:x-newsfacts:entities",
                "counted": "urn:x-newsfacts:units",
                "iso4217": "http://www.xbrl.org/2003/iso4217",
                "xbrli": "http://www.xbrl.org/2003/instance",
            },
            "taxonomy": [self.schema],
        });
        format!("{{\"documentInfo\": {info},\n\"facts\": {{\n")
    }

    fn separator(&self) -> &str {
        ",\n"
    }

    fn tail(&self, _several: bool, _totals: &Totals) -> String {
        "\n}}\n".into()
    }
}

/// What a figure is counted in, as XBRL puts it.
struct XbrlUnit {
    name: &'static str,
    item_type: &'static str,
    unit: Option<String>,
    /// What the value is multiplied by: hundredths become parts of one.
    scale: Decimal,
}

impl XbrlUnit {
    fn of(fact: &Fact) -> Self {
        let pure = |name, scale| XbrlUnit { name, item_type: "pureItemType", unit: None, scale };
        match (fact.unit.as_str(), fact.kind) {
            ("percent", _) => pure("Percent", dec!(0.01)),
            ("percentage_point", _) => pure("PercentagePoints", dec!(0.01)),
            ("basis_point", _) => pure("BasisPoints", dec!(0.0001)),
            ("times", _) => pure("Ratio", Decimal::ONE),
            (currency, crate::sheet::FactKind::Amount) => match &fact.per {
                None => XbrlUnit {
                    name: "Amount",
                    item_type: "monetaryItemType",
                    unit: Some(format!("iso4217:{currency}")),
                    scale: Decimal::ONE,
                },
                Some(per) => XbrlUnit {
                    name: "AmountPer",
                    item_type: "decimalItemType",
                    unit: Some(match per.as_str() {
                        "share" => format!("iso4217:{currency}/xbrli:shares"),
                        per => format!("iso4217:{currency}/counted:{}", token(per)),
                    }),
                    scale: Decimal::ONE,
                },
            },
            ("", _) => pure("Number", Decimal::ONE),
            (noun, _) => XbrlUnit {
                name: "Quantity",
                item_type: "decimalItemType",
                unit: Some(format!("counted:{}", token(noun))),
                scale: Decimal::ONE,
            },
        }
    }
}

/// Closed dates as the half-open interval of instants that XBRL counts in.
fn interval(from: Date, to: Date) -> Option<String> {
    let to = to.checked_add(1.day()).ok()?;
    (from < to).then(|| format!("{from}T00:00:00/{to}T00:00:00"))
}

/// The number of decimal places that a step in the last printed place stands for: 1000000 is −6. `None` for a step of zero.
fn decimals(step: Decimal) -> Option<i64> {
    let step = step.normalize();
    if step.is_zero() {
        return None;
    }
    let mantissa = step.mantissa().unsigned_abs();
    let magnitude = i64::from(mantissa.ilog10());
    let coarser = i64::from(mantissa != 10u128.pow(mantissa.ilog10()));
    Some(i64::from(step.scale()) - magnitude - coarser)
}

/// "IT exports" as part of an XML name: "ITExports".
fn pascal_case(words: &str) -> String {
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String =
        words.flat_map(|word| word[..1].to_ascii_uppercase().chars().chain(word[1..].chars()).collect::<Vec<_>>()).take(80).collect();
    if name.starts_with(|c: char| c.is_ascii_digit()) { format!("N{name}") } else { name }
}

/// A name without blanks and signs: "Mr. Rahman" is "Mr_Rahman".
fn token(name: &str) -> String {
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let token = words.join("_");
    if token.is_empty() {
        "unknown".into()
    } else if token.starts_with(char::is_numeric) {
        format!("_{token}")
    } else {
        token
    }
}

fn escape(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::sample;

    #[test]
    fn a_report_with_its_taxonomy() {
        let format = XbrlJson::new("report.xsd");
        let text = format!("{}{}{}", format.head(false), format.part(&sample::analysis()), format.tail(false, &Totals::default()));
        let report: Value = serde_json::from_str(&text).expect("JSON");
        let facts: Vec<&Value> = report["facts"].as_object().expect("facts").values().collect();
        assert_eq!(facts[0]["value"], "0.93");
        assert_eq!(facts[0]["decimals"], 2);
        assert_eq!(facts[0]["dimensions"]["unit"], Value::Null);
        assert_eq!(facts[1]["value"], "830000000");
        assert_eq!(facts[1]["decimals"], -6);
        assert_eq!(facts[1]["dimensions"]["unit"], "iso4217:USD");
        assert_eq!(facts[1]["dimensions"]["concept"], "nf:ExportsOfSoftwareAmount");
        assert_eq!(facts[1]["dimensions"]["period"], "2021-07-01T00:00:00/2021-11-01T00:00:00");
        assert_eq!(facts[5]["dimensions"]["concept"], "nf:AmountForecast");
        for concept in ["ExportsOfSoftwareAmount", "ExportsOfSoftwarePercent", "AmountForecast"] {
            assert!(format.taxonomy().contains(&format!("name=\"{concept}\"")), "{concept}");
        }
    }

    #[test]
    fn decimals_come_from_the_printed_place() {
        assert_eq!(
            [dec!(1000000), dec!(1), dec!(0.01), dec!(0.1), dec!(500)].map(decimals),
            [Some(-6), Some(0), Some(2), Some(1), Some(-3)]
        );
        assert_eq!(decimals(dec!(0)), None);
    }

    #[test]
    fn names_fit_xml() {
        assert_eq!(pascal_case("IT exports"), "ITExports");
        assert_eq!(pascal_case("5G users’ revenue"), "N5GUsersRevenue");
        assert_eq!(token("AT&T Inc."), "AT_T_Inc");
    }
}
