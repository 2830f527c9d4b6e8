//! When a link may accuse: the one page that decides it.
//!
//! Of checkable figures in print about 2 in 100 are wrong, so a link that accuses must itself be wrong in at most 1 of 1,000. Hence:
//! - **error**: the language proves the link, or a known slip explains the figure on a link almost as good;
//! - **warning**: the likeliest reading by far, but one condition is not proven;
//! - otherwise the link only confirms. Arithmetic never proves a link, but it may acquit: where another reading that the language
//!   permits explains the figure, there is no error.

use super::claim::{Claim, ClaimKind, Link, Proof};
use super::construction::change::{BASE_BEFORE, CHANGED_BY, Change, ChangeForm};
use super::cue::Cue;
use super::doubt::DoubtKind;
use super::reading::{Element, SentenceReading};
use crate::document::Document;
use crate::mention::{FigureKind, Grain, TimeSpan, Unit, Value};
use crate::number::Decimal;
use crate::relate::{FigureFact, MeasureKey, Modality};
use crate::sheet::Severity;
use crate::text::Classes;
use crate::words::{self, WordList};

/// What an inconsistent figure counts as. `telling`: a known slip explains it that chance seldom makes fit.
pub(crate) fn severity(proof: Proof, telling: bool) -> Option<Severity> {
    match proof {
        Proof::Proven => Some(Severity::Error),
        Proof::Likely if telling => Some(Severity::Error),
        Proof::Likely => Some(Severity::Warning),
        Proof::Possible if telling => Some(Severity::Warning),
        Proof::Possible | Proof::Weak => None,
    }
}

/// Why a link may only confirm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Doubt {
    /// How sure the link may still be.
    pub at_most: Proof,
    /// Why.
    pub why: DoubtKind,
}

const fn weak(why: DoubtKind) -> Doubt {
    Doubt { at_most: Proof::Weak, why }
}

const fn likely(why: DoubtKind) -> Doubt {
    Doubt { at_most: Proof::Likely, why }
}

/// Words by which a text takes a figure back.
static DENIALS: WordList =
    WordList::new(words!("incorrectly|wrongly|mistakenly|corrected|correction|correcting|erroneously|falsely|misstated|untrue"));
/// What "in" follows where a change names what it is of.
static CHANGES: WordList =
    WordList::new(words!("increase|decrease|rise|fall|growth|decline|drop|gain|jump|reduction|improvement|surge|uptick|advance"));
/// The letters of the longest of these words, and the blank behind it.
const LONGEST_NOUN: usize = 12;
/// Words before a figure that belongs to another text or was taken back.
static EARLIER: WordList = WordList::new(words!("earlier|previous|original|prior"));
static VERSIONS: WordList = WordList::new(words!("version|story|article|report|headline|dispatch"));
/// What is quoted at a moment: its change is of a day, whatever it is compared with.
static QUOTED: WordList = WordList::new(picked!(goods, QUOTED, "prices|average|composite"));
/// What stands at a moment and is measured over months.
static STANDING: WordList =
    WordList::new(words!("reserves|deposits|debt|stocks|inventories|population|loans|assets|holdings|outstanding|backlog|headcount"));
/// What a profit may cross into.
static SIGNED: WordList =
    WordList::new(words!("loss|losses|deficit|deficits|provision|provisions|outflow|outflows|shortfall|release|recovery|benefit"));

/// Words that make a measure narrower, its level and its change alike.
static LEFT_OUT: WordList =
    WordList::new(words!("excluding|excludes|exclude|excluded|exclusive|underlying|same|like|comparable|not|leaving|stripping|net|before"));

/// What a loss is the opposite of.
static PROFITS: WordList = WordList::new(words!("profit|profits|income|earnings|surplus|gain|gains|inflow|inflows|result|eps"));

/// What is needed to judge a link.
pub(crate) struct Case<'a> {
    /// The article.
    pub document: &'a Document<'a>,
    /// Its facts.
    pub facts: &'a [FigureFact],
    /// Its periods.
    pub periods: &'a [TimeSpan],
}

impl Case<'_> {
    /// Judges a link that a construction of the sentence made.
    pub(crate) fn judge(&self, claim: &mut Claim, reading: &SentenceReading, change: Option<&Change>) {
        claim.because.extend(self.evidence(claim));
        let mut doubts: Vec<Doubt> = self.doubts_of_facts(claim, change).into_iter().flatten().collect();
        doubts.extend(self.doubts_of_sentence(claim, reading));
        if let Some(change) = change {
            doubts.extend(self.doubts_of_change(claim, reading, change));
        }
        if claim.link != Link::Sentence {
            doubts.push(Doubt { at_most: Proof::Possible, why: DoubtKind::Apart });
        }
        claim.proof = doubts.iter().map(|doubt| doubt.at_most).min().unwrap_or(Proof::Proven);
        claim.doubt = doubts.iter().min_by_key(|doubt| doubt.at_most).map(|doubt| doubt.why);
    }

    /// What speaks for the link, in words.
    fn evidence(&self, claim: &Claim) -> Vec<String> {
        let mut out = Vec::new();
        let operands = &claim.operands;
        let pair = operands.current.zip(operands.base).or(operands.part.zip(operands.whole));
        if let Some((a, b)) = pair {
            let (a, b) = (&self.facts[a], &self.facts[b]);
            if a.measure_key.is(&b.measure_key)
                && let Some(measure) = &a.measure
            {
                out.push(format!("same measure: {measure}"));
            }
            if let (Some(a), Some(b)) = (self.period(a), self.period(b))
                && claim.kind != ClaimKind::Share
            {
                out.push(format!("{} against {}", a.span.of(self.document.text), b.span.of(self.document.text)));
            }
        }
        out
    }

    fn period(&self, fact: &FigureFact) -> Option<&TimeSpan> {
        fact.period.map(|period| &self.periods[period])
    }

    /// What the operands themselves say against the link.
    fn doubts_of_facts(&self, claim: &Claim, change: Option<&Change>) -> [Option<Doubt>; 6] {
        let facts = self.facts;
        let operands = &claim.operands;
        let all = || operands.all();
        let expected = |fact: usize| facts[fact].modality != Modality::Actual;
        let mixed = all().any(expected) && !all().all(expected);
        // "$18 million less than the anticipated $146 million" says itself what it is compared with.
        let than_base = change.is_some_and(|change| change.form == ChangeForm::Comparative && change.rows[0].is_some());
        let is_base_expected = operands.base.is_some_and(expected) && mixed && !than_base;
        let signed = |fact: usize| {
            let fact = &facts[fact];
            fact.loss
                || fact.figure.value().is_some_and(|value| value < Decimal::ZERO)
                || fact.measure.as_deref().is_some_and(|measure| measure.split(' ').any(|word| SIGNED.has(word)))
        };
        let is_profit =
            |fact: usize| facts[fact].measure.as_deref().is_some_and(|measure| measure.split(' ').any(|word| PROFITS.has(word)));
        let crosses = all().any(signed) && all().any(is_profit);
        let negative = |fact: usize| facts[fact].figure.value().is_some_and(|value| value < Decimal::ZERO);
        let first = all().next();
        let same_unit = |fact: usize| first.is_none_or(|first| facts[first].figure.unit == facts[fact].figure.unit);
        let is_total = |fact: usize| facts[fact].figure.per.is_none();
        let range = matches!(facts[claim.stated].figure.value, Value::Range(..));
        let broken = all().any(|fact| self.is_broken(fact));
        let mixed_per = all().any(is_total) && !all().all(is_total) && claim.link != Link::Sentence && !self.are_of_one_size(claim);
        [
            if is_base_expected && claim.kind != ClaimKind::Growth {
                Some(weak(DoubtKind::Expected))
            } else {
                mixed.then_some(likely(DoubtKind::PartlyExpected))
            },
            (crosses || all().any(negative)).then_some(weak(DoubtKind::OverLoss)),
            (!all().all(same_unit)).then_some(if operands.delta.is_some() {
                Doubt { at_most: Proof::Possible, why: DoubtKind::OtherNames }
            } else {
                likely(DoubtKind::OtherNames)
            }),
            mixed_per.then_some(weak(DoubtKind::PerUnit)),
            range.then_some(weak(DoubtKind::Range)),
            broken.then_some(weak(DoubtKind::Broken)),
        ]
    }

    /// "A 3% increase in segment revenue" beside levels of total revenue: the words behind the change name what it is of.
    fn names_another(&self, claim: &Claim) -> bool {
        let stated = &self.facts[claim.stated];
        let Some(own) = stated.measure.as_deref() else { return false };
        let rest = self.document.text[stated.figure.span.end..].trim_start();
        // No further than a word is long: there are as many rests of the text as claims.
        let Some((end, _)) = rest.char_indices().take(LONGEST_NOUN).find(|&(_, sign)| sign == ' ') else { return false };
        let (noun, rest) = rest.split_at(end);
        let Some(rest) = rest.strip_prefix(" in ").filter(|_| CHANGES.has(noun)) else { return false };
        let rest = ["the ", "its ", "our ", "their "].iter().find_map(|article| rest.strip_prefix(article)).unwrap_or(rest);
        if !rest.starts_with(own) {
            return false;
        }
        let levels = || [claim.operands.current, claim.operands.base].into_iter().flatten();
        // "A 3% rise in sowings to 80,000 hectares": the words are those of the levels behind them.
        if levels().any(|fact| self.facts[fact].figure.span.start > stated.figure.span.start) {
            return false;
        }
        levels().filter_map(|fact| self.facts[fact].measure.as_deref()).any(|level| {
            let has = |word: &str| level.split(' ').any(|other| other.eq_ignore_ascii_case(word));
            !MeasureKey::new(own).is(&MeasureKey::new(level)) && own.split(' ').any(|word| !has(word))
        })
    }

    /// Whether no level is a multiple of another, as a total is of what it is per unit.
    fn are_of_one_size(&self, claim: &Claim) -> bool {
        let sizes = || claim.operands.all().filter_map(|fact| self.facts[fact].figure.value()).map(|value| value.abs());
        let (Some(least), Some(most)) = (sizes().min(), sizes().max()) else { return false };
        least.checked_mul(Decimal::from(20)).is_some_and(|many| many > most)
    }

    /// "$1»80 million": digits go on behind a sign that belongs to no number.
    fn is_broken(&self, fact: usize) -> bool {
        let rest = &self.document.text[self.facts[fact].figure.span.end..];
        let mut next = rest.chars();
        let sign = next.next().is_some_and(|sign| {
            !sign.is_alphanumeric()
                && !sign.is_whitespace()
                && !matches!(sign, '-' | '–' | '—' | '/' | '(' | ')' | '%' | ',' | '.' | '"' | '”' | ';' | ':' | '[' | '*' | '+')
        });
        sign && next.next().is_some_and(|digit| digit.is_ascii_digit())
    }

    /// What the words of the sentence say against the link.
    fn doubts_of_sentence(&self, claim: &Claim, reading: &SentenceReading) -> Vec<Doubt> {
        let mut out = Vec::new();
        let &(denied, put_right) = reading.taken_back.get_or_init(|| (self.is_denied(reading), self.is_put_right(reading)));
        if denied {
            out.push(weak(DoubtKind::TakenBack));
        }
        const BASIS: DoubtKind = DoubtKind::OtherBasis;
        if claim.kind == ClaimKind::Growth && self.names_another(claim) {
            out.push(weak(DoubtKind::OtherMeasure));
        }
        let is_change = matches!(claim.kind, ClaimKind::Growth | ClaimKind::Multiple | ClaimKind::Difference | ClaimKind::Points);
        let own = self.own_clause(claim, reading);
        // "from 16 each year to 322 each year": the words belong to the levels, not to the change.
        let of_level = |node: usize| {
            let level = node.checked_sub(1).and_then(|node| reading.fact(node));
            level.is_some_and(|level| claim.operands.all().any(|operand| operand == level && operand != claim.stated))
        };
        let basis = |node: &usize| reading.cue(*node) == Some(Cue::OtherBasis) && !of_level(*node);
        if is_change && own.clone().any(|node| basis(&node)) {
            // "Excluding sales of land in each year, earnings were": all of it is said of the levels.
            let first = own.clone().find(basis);
            let of_levels = first.is_some_and(|first| self.is_of_levels(claim, reading, first));
            let figure = claim.operands.all().chain([claim.stated]).filter_map(|fact| reading.node_of(fact)).min();
            let subject = own.filter(basis).all(|node| of_levels && Some(node) < figure || leads_to_level(claim, reading, node));
            out.push(if subject { likely(BASIS) } else { weak(BASIS) });
        }
        if put_right {
            out.push(weak(DoubtKind::PutRight));
        }
        out
    }

    /// "Sales, excluding leased departments, were $31m, up from": what is left out before the levels is left out of both.
    fn is_of_levels(&self, claim: &Claim, reading: &SentenceReading, basis: usize) -> bool {
        let word = self.document.word(reading.nodes[basis].tokens.start);
        let first = claim.operands.all().chain([claim.stated]).filter_map(|fact| reading.node_of(fact)).min();
        LEFT_OUT.has(word) && first.is_some_and(|first| basis < first)
    }

    /// "$18.2 billion (not $18.9 billion)"
    fn is_put_right(&self, reading: &SentenceReading) -> bool {
        reading.nodes.iter().any(|node| {
            matches!(node.element, Element::Open(_))
                && self.document.tokens.get(node.tokens.end).is_some_and(|token| token.is_word(self.document.text, "not"))
        })
    }

    /// Whether the text says that its figures are wrong: a correction, a denial.
    fn is_denied(&self, reading: &SentenceReading) -> bool {
        let paragraph = self.document.sentences[reading.sentence].paragraph;
        let sentences = &self.document.sentences;
        let from = reading.sentence.saturating_sub(2);
        let near = (from..=reading.sentence).filter(|&sentence| sentences[sentence].paragraph == paragraph);
        near.into_iter().any(|sentence| {
            let tokens = sentences[sentence].tokens.clone();
            let word = |token: usize| self.document.word(token);
            tokens.clone().any(|token| {
                let next = || token + 1 < tokens.end;
                DENIALS.has(word(token))
                    || next() && EARLIER.has(word(token)) && VERSIONS.has(word(token + 1))
                    || next() && word(token).eq_ignore_ascii_case("not") && word(token + 1).eq_ignore_ascii_case("true")
            })
        })
    }

    /// The nodes from the border before the first figure of the claim to the one behind the last.
    fn own_clause(&self, claim: &Claim, reading: &SentenceReading) -> std::ops::Range<usize> {
        let at = |fact: usize| reading.node_of(fact);
        let places = || claim.operands.all().chain([claim.stated]).filter_map(at);
        let (Some(first), Some(last)) = (places().min(), places().max()) else { return 0..0 };
        let stops = |node: &usize| {
            matches!(reading.at(*node), Some(Element::Semicolon))
                || reading.cue(*node) == Some(Cue::Border) && reading.says(0..*node, Cue::Rose)
        };
        let from = (0..first).rev().find(stops).map_or(0, |node| node + 1);
        let to = (last + 1..reading.nodes.len()).find(|node| stops(node) || reading.fact(*node).is_some()).unwrap_or(reading.nodes.len());
        from..to
    }

    /// What the rows that found the levels leave open.
    fn doubts_of_rows(&self, claim: &Claim, reading: &SentenceReading, change: &Change) -> Vec<Doubt> {
        let mut out = Vec::new();
        if change.form == ChangeForm::Bare && self.facts[claim.stated].figure.unit != Unit::Times {
            let points = claim.kind == ClaimKind::Points;
            out.push(Doubt { at_most: if points { Proof::Weak } else { Proof::Likely }, why: DoubtKind::NoChange });
        }
        let from_before = change.rows.iter().flatten().any(|row| {
            row.contains("after") && row.contains("BASE")
                || row.contains("FIGURE")
                || row.contains("BASE and")
                || row.starts_with("was BASE")
        });
        if change.rows[1] == Some(CHANGED_BY) {
            out.push(weak(DoubtKind::LongerTime));
        }
        if change.rows.iter().flatten().any(|row| BASE_BEFORE.contains(row)) {
            out.push(Doubt { at_most: Proof::Possible, why: DoubtKind::OtherSubject });
        }
        if from_before && !self.follow_each_other(claim, reading) {
            out.push(Doubt { at_most: Proof::Possible, why: DoubtKind::OtherBase });
        }
        out
    }

    /// What the change and its levels say against the link.
    fn doubts_of_change(&self, claim: &Claim, reading: &SentenceReading, change: &Change) -> Vec<Doubt> {
        let mut out = self.doubts_of_rows(claim, reading, change);
        let facts = self.facts;
        let Some(base) = claim.operands.base else { return out };
        let Some(at) = reading.node_of(base) else { return out };
        let mark = |fact: usize| {
            let text = facts[fact].figure.span.of(self.document.text);
            text.split(|sign: char| sign.is_ascii_digit()).next().unwrap_or("").trim().to_owned()
        };
        let is_change = |fact: usize| {
            let node = reading.node_of(fact).map_or(usize::MAX, |node| node.saturating_add(1));
            let behind = if matches!(reading.at(node), Some(Element::Words(1))) { node + 1 } else { node };
            reading.cue(behind).is_some_and(Cue::is_noun_of_change) && reading.cue(behind + 1) == Some(Cue::In)
        };
        if is_change(base) || claim.operands.current.is_some_and(is_change) {
            out.push(weak(DoubtKind::ChangeAsLevel));
        }
        let in_bracket = matches!(reading.at(at.wrapping_sub(1)), Some(Element::Open(_)));
        if let Some(current) = claim.operands.current.filter(|_| in_bracket)
            && !mark(current).is_empty()
            && !mark(base).is_empty()
            && mark(current) != mark(base)
        {
            out.push(weak(DoubtKind::Converted));
        }
        let lead = (0..at).rev().take(6).find(|&node| matches!(reading.cue(node), Some(Cue::From | Cue::Against | Cue::Than)));
        let over_base = change.form == ChangeForm::Comparative
            && claim.operands.current.is_some_and(|current| reading.node_of(current).is_some_and(|node| node < change.nodes.start));
        if let Some(lead) = lead.filter(|_| !over_base) {
            let between = lead..at;
            if reading.says(between.clone(), Cue::Expectation) {
                out.push(weak(DoubtKind::Expected));
            }
            // "from a close of $138 to $112" is a change from there, "rose 2% to $45 from a high of $47" is not.
            let led_from = claim.operands.current.and_then(|current| reading.node_of(current)).is_some_and(|current| at < current);
            if reading.says(between, Cue::Mark) && !led_from && change.rows[0].is_some_and(|row| row.contains("CURRENT")) {
                out.push(weak(DoubtKind::Mark));
            }
        }
        // "against 274,000, while field beans are forecast": another clause
        let ends = |node: &usize| matches!(reading.at(*node), Some(Element::Semicolon | Element::Cue(Cue::Border)));
        let behind = at + 1..(at + 6).min(reading.nodes.len());
        let behind = behind.start..behind.clone().find(ends).unwrap_or(behind.end);
        // "8% ahead of the $911m that was forecast" says itself that it is from the forecast.
        let from_forecast = over_base && change.rows[0].is_some_and(|row| row.contains("BASE"));
        if reading.says(behind, Cue::Expectation) && reading.cue(at.wrapping_sub(1)) != Some(Cue::From) && !from_forecast {
            out.push(weak(DoubtKind::Expected));
        }
        out.extend(self.doubt_of_periods(claim, reading, change));
        if self.is_since_another(claim, reading, base) {
            out.push(weak(DoubtKind::Since));
        }
        if let Some(rival) = self.rival(claim, reading, base, at) {
            out.push(doubt_of_rival(reading, at, rival));
        }
        out
    }

    /// "rose 4% in June to 491 after falling in May to 443": the base is that of the period just before.
    fn follow_each_other(&self, claim: &Claim, reading: &SentenceReading) -> bool {
        let period = |fact: usize| self.period(&self.facts[fact]).or_else(|| self.period_behind(reading, fact));
        let periods = claim.operands.current.and_then(period).zip(claim.operands.base.and_then(period));
        // Of a price the day before only a peak may be told.
        let is_long = |period: &TimeSpan| !matches!(period.grain, Grain::Day | Grain::Week);
        periods.is_some_and(|(now, before)| is_long(before) && (is_just_before(before, now) || self.is_month_before(before, now)))
    }

    /// "in May … in April" where no date is known.
    fn is_month_before(&self, before: &TimeSpan, now: &TimeSpan) -> bool {
        let month = |period: &TimeSpan| {
            let token = &self.document.tokens[self.document.token_at(period.span.start)];
            words::period::month(token.text(self.document.text))
        };
        month(before).zip(month(now)).is_some_and(|(before, now)| before % 12 + 1 == now)
    }

    /// Another figure, behind the base at that node, that the change may be from: its node.
    pub(super) fn rival(&self, claim: &Claim, reading: &SentenceReading, base: usize, at: usize) -> Option<usize> {
        let facts = self.facts;
        let is_rival = |&other: &usize| {
            other != base
                && facts[other].figure.unit == facts[base].figure.unit
                && facts[other].figure.per == facts[base].figure.per
                && claim.operands.all().all(|operand| operand != other)
                && other != claim.stated
                && reading.node_of(other).is_some_and(|node| node > at && node >= 1 && self.leads_base(reading, node))
                && !reading.nodes[at..].iter().take_while(|node| node.element != Element::Figure(other)).any(|node| {
                    matches!(node.element, Element::Cue(cue) if cue.is_verb_of_change())
                        || matches!(node.element, Element::Semicolon | Element::Cue(Cue::Border))
                        // "17 pct to 1.1 billion from 0.9 billion and 18 pct to 2.9 billion from 2.4 billion": the base of another change
                        || matches!(node.element, Element::Figure(fact) if facts[fact].figure.kind == FigureKind::Percent)
                })
        };
        reading.facts.clone().find(is_rival).and_then(|rival| reading.node_of(rival))
    }

    fn leads_base(&self, reading: &SentenceReading, node: usize) -> bool {
        (node.saturating_sub(4)..node).rev().find_map(|before| match reading.at(before)? {
            Element::Cue(Cue::From | Cue::Against | Cue::Than) => Some(true),
            Element::Words(_) | Element::Period(_) | Element::Cue(Cue::Mark | Cue::Expectation | Cue::Of) => None,
            _ => Some(false),
        }) == Some(true)
    }

    /// Whether the levels stand in the periods that the change compares.
    fn doubt_of_periods(&self, claim: &Claim, reading: &SentenceReading, change: &Change) -> Option<Doubt> {
        // A price and what it is a premium over stand at one time.
        let is_premium = matches!(change.roles.change, Some(Cue::Premium | Cue::Discount));
        const OTHER: Doubt = weak(DoubtKind::OtherPeriods);
        let (current, base) = claim.operands.current.zip(claim.operands.base).filter(|_| !is_premium)?;
        let measure = |fact: usize| self.facts[fact].measure.as_deref().unwrap_or("");
        let subject = self.subject_words(reading, change);
        let says = |list: &WordList| {
            [measure(claim.stated), measure(current)].iter().any(|measure| measure.split(' ').any(|word| list.has(word)))
                || subject.iter().any(|word| list.has(word))
        };
        let own = self.period(&self.facts[base]);
        let own = own.or_else(|| self.period_behind(reading, base));
        let now = self.period(&self.facts[current]);
        let is_points = matches!(&self.facts[current].figure.unit, Unit::Noun(noun) if noun == "points");
        let per_unit = self.facts[current].figure.per.as_deref().is_some_and(|per| per != "share");
        let far = own.is_some_and(|base| !self.adjacent(now, base));
        // Nothing is quoted in millions, and no price counts a thing.
        let is_price = match &self.facts[current].figure.unit {
            Unit::Noun(noun) => matches!(noun.as_str(), "points" | "units"),
            _ => self.facts[current].figure.value().is_none_or(|value| value < Decimal::from(1_000_000)),
        };
        let quoted = (says(&QUOTED) || is_points || per_unit) && is_price;
        // "doubled from $25 in January" is from there; "rose 2% to $43, against $13 in January" need not be.
        let current_first = change
            .rows
            .iter()
            .flatten()
            .any(|row| row.find("CURRENT") < row.find("BASE") && row.contains("CURRENT") && row.contains("BASE"));
        if far && quoted && current_first && !reading.says(change.nodes.clone(), Cue::YearOnYear) {
            return Some(OTHER);
        }
        let short = |node: usize| match reading.at(node) {
            Some(Element::Period(period)) => matches!(self.periods[period].grain, Grain::Day | Grain::Week | Grain::Month),
            _ => false,
        };
        let at = |fact: usize| reading.node_of(fact).unwrap_or(change.nodes.end);
        let between = change.nodes.start..at(current).max(change.nodes.end);
        if far && says(&STANDING) && between.clone().any(short) {
            return Some(OTHER);
        }
        // Sequential beside a base of the year before, and the other way round.
        let year_before = own.zip(now).is_some_and(|(base, now)| is_year_before(base, now))
            || own.is_some_and(|base| says_year_ago(base.span.of(self.document.text)));
        let near_head = change.nodes.start.saturating_sub(2)..(change.nodes.end + 2).min(reading.nodes.len());
        if year_before && reading.says(near_head.clone(), Cue::Sequential) {
            return Some(OTHER);
        }
        let sequential = own.zip(now).is_some_and(|(base, now)| is_just_before(base, now) && now.grain != Grain::Year);
        // The base of a change over a year is in the same month.
        let month = |period: &TimeSpan| {
            let token = &self.document.tokens[self.document.token_at(period.span.start)];
            token.classes.any(Classes::MONTH).then(|| token.text(self.document.text))
        };
        let months = own.and_then(month).zip(now.and_then(month));
        let other_month = months.is_some_and(|(base, now)| !base.eq_ignore_ascii_case(now));
        if (sequential || other_month) && (reading.says(near_head, Cue::YearOnYear) || reading.says(between, Cue::YearOnYear)) {
            return Some(OTHER);
        }
        match (now, own) {
            (Some(now), Some(base)) if now.from.is_some() && base.from.is_some() => {
                let fits = is_year_before(base, now) || is_just_before(base, now) || now.grain == base.grain && base.from < now.from;
                (!fits).then_some(likely(DoubtKind::PeriodsApart))
            }
            _ => None,
        }
    }

    /// The words before the word of change, up to a figure or a border: its subject.
    fn subject_words(&self, reading: &SentenceReading, change: &Change) -> Vec<&str> {
        let mut out = Vec::new();
        for node in reading.nodes[..change.nodes.start].iter().rev().take(8) {
            match node.element {
                Element::Words(_) => out.extend(node.tokens.clone().map(|token| self.document.word(token))),
                Element::Figure(_) | Element::Semicolon | Element::Cue(Cue::Border) => break,
                _ => {}
            }
        }
        out
    }

    /// The period right behind a figure, where it was not given one.
    fn period_behind(&self, reading: &SentenceReading, fact: usize) -> Option<&TimeSpan> {
        let at = reading.node_of(fact)?;
        (at + 1..(at + 4).min(reading.nodes.len())).find_map(|node| match reading.at(node)? {
            Element::Period(period) => Some(&self.periods[period]),
            _ => None,
        })
    }

    /// "rose to 433 from 414 in 2021 and 342 in 2015, up 27% since 2015": whether the base is of another time than the change says.
    fn is_since_another(&self, claim: &Claim, reading: &SentenceReading, base: usize) -> bool {
        let stated = self.facts[claim.stated].figure.span.end;
        let since = || self.period_behind(reading, claim.stated).and_then(|period| period.from);
        let then = self.period(&self.facts[base]).and_then(|period| period.from);
        self.document.text[stated..].starts_with(" since ") && since().zip(then).is_some_and(|(since, then)| since != then)
    }

    /// Whether the base's period is one step before the current one, as far as can be told.
    fn adjacent(&self, now: Option<&TimeSpan>, base: &TimeSpan) -> bool {
        let text = base.span.of(self.document.text).to_ascii_lowercase();
        if words!("previous|prior|yesterday|last session|earlier session|day before|month before|preceding|last week|last month")
            .iter()
            .any(|word| text.contains(word))
        {
            return !text.contains("year");
        }
        match (now, base.grain) {
            (Some(now), _) if now.from.is_some() && base.from.is_some() => is_just_before(base, now),
            (_, Grain::Day) => !text.contains("ago") && !text.contains("year"),
            _ => false,
        }
    }
}

/// "rose 3% to 91 from 88 in May compared with 84 a year before": what "from" leads to is the nearer one.
fn doubt_of_rival(reading: &SentenceReading, base: usize, rival: usize) -> Doubt {
    let is_nearer = leads_right(reading, base, Cue::From) && !leads_right(reading, rival, Cue::From);
    let at_most = if is_nearer { Proof::Likely } else { Proof::Weak };
    Doubt { at_most, why: DoubtKind::Rival }
}

/// Whether this word leads to the figure at that node, with nothing but words of its noun phrase between.
fn leads_right(reading: &SentenceReading, at: usize, lead: Cue) -> bool {
    (at.saturating_sub(3)..at).rev().find(|&node| !matches!(reading.at(node), Some(Element::Words(_)))).and_then(|node| reading.cue(node))
        == Some(lead)
}

/// "to a seasonally adjusted rate of 1.2 million from 1.1 million": the words are those of the levels.
fn leads_to_level(claim: &Claim, reading: &SentenceReading, basis: usize) -> bool {
    let passed = |node: &usize| matches!(reading.at(*node), Some(Element::Words(..=3) | Element::Cue(Cue::Of | Cue::OtherBasis)));
    let level = (basis + 1..reading.nodes.len()).find(|node| !passed(node)).and_then(|node| reading.fact(node));
    let lead = (0..basis).rev().find(|node| !passed(node)).and_then(|node| reading.cue(node));
    let is_level = |fact: usize| claim.operands.current == Some(fact) || claim.operands.base == Some(fact);
    level.is_some_and(is_level) && matches!(lead, Some(Cue::To | Cue::At | Cue::Was | Cue::From))
}

/// Whether the words name the year before.
pub(super) fn says_year_ago(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("year ago")
        || text.contains("year-ago")
        || text.contains("year earlier")
        || text.contains("year before")
        || text.contains("last year")
        || text.contains("year-earlier")
}

/// Whether `before` is `period` one year earlier, to a few days.
pub(crate) fn is_year_before(before: &TimeSpan, period: &TimeSpan) -> bool {
    use jiff::ToSpan;
    let (Some(from), Some(to), Some(before_from), Some(before_to)) = (period.from, period.to, before.from, before.to) else { return false };
    let (Ok(from), Ok(to)) = (from.checked_sub(1.year()), to.checked_sub(1.year())) else { return false };
    let close = |a: jiff::civil::Date, b: jiff::civil::Date| a.until(b).is_ok_and(|span| span.get_days().abs() <= 7);
    close(from, before_from) && close(to, before_to)
}

/// Whether `before` ends where `period` begins, to a few days.
pub(crate) fn is_just_before(before: &TimeSpan, period: &TimeSpan) -> bool {
    let (Some(from), Some(to)) = (period.from, before.to) else { return false };
    to.until(from).is_ok_and(|span| (-1..=5).contains(&span.get_days()))
}
