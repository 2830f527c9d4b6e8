//! Shares and margins: "A, which is 75.9% of B", "accounted for 30% of B", "an EBITDA margin of 8.9%".
//!
//! A margin names its part ("EBITDA") and means the revenue of the same period; both are looked up among the levels that stand nearby.

use once_cell::sync::Lazy;
use regex::Regex;

use super::counterpart::{self, AllSeries, Series, period_fits};
use super::{Claim, ClaimKind, Link, Operands, Source};
use crate::mention::FigureKind;
use crate::relate::MeasureKey;
use crate::relate::modality::Modality;
use crate::relate::skeleton::Skeleton;
use crate::words::WordList;

/// A part, a percent, "of", and the whole as a figure or in words. The second group takes the comparison in brackets along.
const OF_WHOLE: &str = r"(?:(?<part>A|Q[_=]?)(?:\((?<part_before>[AQ])\))?(?:[,zwrs_T]|i[_=T]|[UD]b?P(?:f[T_])?){0,6}?)?(?<stated>P)(?:\((?<before>P)\))?,?o(?:(?:_o?)?(?<whole>[AQ])|(?<words>[_=]))";
/// "3,265 filings, of which 59 percent (1,924)".
const OF_WHICH: &str = r"(?<whole>A|Q[_=]?),?p(?<stated>P)\((?<part>[AQ])[_=]?\)";
/// A subject in words that has a share: "online sales accounted for 23.9% (23.3%) of net sales".
const SUBJECT_SHARE: &str = r"(?<subject>[_=])s(?<stated>P)(?:\((?<before>P)\))?o(?<words>[_=])";
/// A margin after its name, and the one it is compared with.
const MARGIN: &str = r"m(?:_|=)?(?:[oUDVJKtwa:iTb]|,T,){0,6}(?<stated>P)(?:\((?<before>P)\)|[_=Ti,]{0,6}(?:[fc][_=To]{0,2}(?<earlier>P)))?";
/// A margin in brackets behind its part: "to JPY 25.2 billion (55.3% margin)".
const MARGIN_BEHIND: &str = r"(?<part>A)\((?<stated>P)_?m";

static PATTERNS: Lazy<[Regex; 5]> =
    Lazy::new(|| [OF_WHOLE, OF_WHICH, SUBJECT_SHARE, MARGIN, MARGIN_BEHIND].map(|pattern| Regex::new(pattern).expect("a valid pattern")));

/// An amount that only a comma and the margin's name hold apart from "margin".
static BESIDE: Lazy<Regex> = Lazy::new(|| Regex::new(r"A(?:,|i|k|z|T|w|\(){0,4}[_=]?$").expect("a valid pattern"));

/// Words that narrow a margin to a part of the company.
static SCOPES: WordList = WordList::new(&[
    "segment", "segments", "division", "business", "unit", "products", "services", "brand", "category", "product", "region",
]);

/// How far back a part or a whole is looked for, in sentences.
const REACH: usize = 30;
/// How far ahead.
const AHEAD: usize = 2;
/// How far the two levels of a series stand apart, in sentences, at most.
const SPREAD: usize = 8;
/// Within how many sentences another amount of the same measure makes a level doubtful.
const RIVALS: usize = 200;

/// Finds the shares that are not already claimed to be changes.
///
/// `bare` are the series that sentences tell without a percent; `bases` says which facts stand where a base stands.
pub fn find(source: &Source, claims: &mut Vec<Claim>, bare: &[Series], bases: &[bool]) {
    if !source.skeletons.iter().any(|skeleton| skeleton.set.has(b'P')) {
        return;
    }
    let series = counterpart::series(source, claims, bare);
    let mut claimed = vec![false; source.facts.len()];
    claims.iter().for_each(|claim| claimed[claim.stated] = true);
    let finder = Finder { source, series: &series, bases };
    let [of_whole, of_which, subject_share, margin, margin_behind] = &*PATTERNS;
    for skeleton in source.skeletons.iter().filter(|skeleton| skeleton.set.has(b'P')) {
        let mut found = Vec::new();
        if skeleton.set.has(b'm') {
            for captures in margin_behind.captures_iter(&skeleton.symbols) {
                finder.margin_behind(skeleton, &captures, &mut found);
            }
            for captures in margin.captures_iter(&skeleton.symbols) {
                finder.margin(skeleton, &captures, &mut found);
            }
        }
        if skeleton.set.has(b'o') {
            if skeleton.set.has(b's') {
                for captures in subject_share.captures_iter(&skeleton.symbols) {
                    finder.subject_share(skeleton, &captures, &mut found);
                }
            }
            for captures in of_whole.captures_iter(&skeleton.symbols) {
                finder.of_whole(skeleton, &captures, &mut found);
            }
        }
        if skeleton.set.has(b'p') {
            for captures in of_which.captures_iter(&skeleton.symbols) {
                finder.of_whole(skeleton, &captures, &mut found);
            }
        }
        for claim in found {
            if !std::mem::replace(&mut claimed[claim.stated], true) {
                claims.push(claim);
            }
        }
    }
}

/// Which of a measure's two levels is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Current,
    Base,
}

struct Finder<'a> {
    source: &'a Source<'a>,
    series: &'a AllSeries,
    /// For each fact whether it stands where a base stands: after "from" or "compared with", or in brackets.
    bases: &'a [bool],
}

impl Finder<'_> {
    fn fact(&self, skeleton: &Skeleton, captures: &regex::Captures, name: &str) -> Option<usize> {
        captures.name(name).and_then(|found| skeleton.fact(found.start()))
    }

    fn share(&self, stated: usize, part: Option<usize>, whole: Option<usize>, link: Link, tentative: bool) -> Claim {
        let facts = self.source.facts;
        let other_period = |a: usize, b: usize| !period_fits(self.source.periods, &facts[a], &facts[b]);
        let contradict =
            part.zip(whole).is_some_and(|(part, whole)| other_period(part, whole)) || part.is_some_and(|part| other_period(stated, part));
        let tentative = tentative || link == Link::Nearby && contradict;
        Claim { operands: Operands { part, whole, ..Operands::default() }, link, tentative, ..Claim::new(ClaimKind::Share, stated) }
    }

    fn of_whole(&self, skeleton: &Skeleton, captures: &regex::Captures, found: &mut Vec<Claim>) {
        let Some(stated) = self.fact(skeleton, captures, "stated") else { return };
        let part = self.fact(skeleton, captures, "part");
        if let Some(whole) = self.fact(skeleton, captures, "whole") {
            let counts = |part: usize| {
                self.source.facts[part].figure.kind == FigureKind::Quantity && self.source.facts[whole].figure.kind == FigureKind::Quantity
            };
            let part = part.filter(|&part| self.same_unit(part, whole) || counts(part));
            // "4.5 billion pennies, 40% of the 11.4 billion coins": counts under two names may be of two things.
            let link = if part.is_none_or(|part| self.same_unit(part, whole)) { Link::Sentence } else { Link::Inferred };
            found.push(self.share(stated, part, Some(whole), link, false));
            return;
        }
        let Some(words) = captures.name("words") else { return };
        let key = self.key_of_words(skeleton, words.start());
        for (role, percent, part) in [
            (Role::Current, Some(stated), part),
            (Role::Base, self.fact(skeleton, captures, "before"), self.fact(skeleton, captures, "part_before")),
        ] {
            let (Some(percent), Some(part)) = (percent, part) else { continue };
            let whole = self.level(&key, role, percent, Some(part)).or_else(|| self.level_before(&key, part));
            found.push(self.share(percent, Some(part), whole, Link::Nearby, !self.beside(part, whole)));
        }
    }

    /// The level in the sentence before that the words name in short: "total business premiums for health" for "health premiums".
    fn level_before(&self, key: &MeasureKey, part: usize) -> Option<usize> {
        let facts = self.source.facts;
        let mut named = (0..part).rev().take_while(|&fact| facts[fact].sentence + 1 >= facts[part].sentence).filter(|&fact| {
            facts[fact].figure.kind == FigureKind::Amount
                && facts[fact].sentence != facts[part].sentence
                && self.same_unit(fact, part)
                && key.words() >= 3
                && facts[fact].measure_key.refines(key)
                && facts[part].figure.value() < facts[fact].figure.value()
        });
        named.next().filter(|_| named.next().is_none())
    }

    /// Whether part and whole stand in neighbouring sentences.
    fn beside(&self, part: usize, whole: Option<usize>) -> bool {
        whole.is_some_and(|whole| self.source.facts[part].sentence.abs_diff(self.source.facts[whole].sentence) <= 1)
    }

    fn subject_share(&self, skeleton: &Skeleton, captures: &regex::Captures, found: &mut Vec<Claim>) {
        let (Some(stated), Some(subject), Some(words)) =
            (self.fact(skeleton, captures, "stated"), captures.name("subject"), captures.name("words"))
        else {
            return;
        };
        let subject = self.key_of_words(skeleton, subject.start());
        let whole = self.key_of_words(skeleton, words.start());
        for (role, percent) in [(Role::Current, Some(stated)), (Role::Base, self.fact(skeleton, captures, "before"))] {
            let Some(percent) = percent else { continue };
            let part = self.level(&subject, role, percent, None);
            let whole = self.level(&whole, role, percent, part);
            if let (Some(part), Some(_)) = (part, whole) {
                found.push(self.share(percent, Some(part), whole, Link::Nearby, !self.beside(part, whole)));
            }
        }
    }

    fn margin_behind(&self, skeleton: &Skeleton, captures: &regex::Captures, found: &mut Vec<Claim>) {
        let (Some(stated), Some(part)) = (self.fact(skeleton, captures, "stated"), self.fact(skeleton, captures, "part")) else { return };
        if self.source.facts[part].measure_key.has("organic") {
            return; // its whole would be organic revenue, which is seldom stated
        }
        let whole = self.level(&MeasureKey::new("revenue"), Role::Current, stated, Some(part));
        found.push(self.share(stated, Some(part), whole, Link::Nearby, !self.beside(part, whole) && self.has_rivals(whole)));
    }

    fn margin(&self, skeleton: &Skeleton, captures: &regex::Captures, found: &mut Vec<Claim>) {
        let Some(stated) = self.fact(skeleton, captures, "stated") else { return };
        let at = captures.get(0).map_or(0, |found| found.start());
        let name =
            if at > 0 && matches!(skeleton.symbols.as_bytes()[at - 1], b'_' | b'=') { self.words(skeleton, at - 1) } else { String::new() };
        let earlier = self.fact(skeleton, captures, "before").or_else(|| self.fact(skeleton, captures, "earlier"));
        if name.contains("incremental") {
            return;
        }
        let parts = part_keys(&name);
        if let Some((part, role)) = self.amount_beside(skeleton, at, &parts) {
            let whole = self.level(&MeasureKey::new("revenue"), role, stated, Some(part));
            let sure = (self.beside(part, whole) || !self.has_rivals(whole)) && !self.is_scoped(skeleton);
            found.push(self.share(stated, Some(part), whole, Link::Nearby, !sure));
            return;
        }
        for (role, percent) in [(Role::Current, Some(stated)), (Role::Base, earlier)] {
            let Some(percent) = percent else { continue };
            let found_part = parts.iter().find_map(|key| self.level(key, role, percent, None));
            let Some(part) = found_part else { continue };
            let whole = self.level(&MeasureKey::new("revenue"), role, percent, Some(part));
            if whole.is_some() {
                let sure = !name.is_empty() && !self.is_scoped(skeleton) && !self.has_rivals(Some(part)) && !self.has_rivals(whole);
                found.push(self.share(percent, Some(part), whole, Link::Nearby, !sure));
            }
        }
    }

    /// Whether the article gives the level's measure in other amounts that may be meant: of segments, or of periods not told.
    fn has_rivals(&self, level: Option<usize>) -> bool {
        let Some(level) = level else { return true };
        let facts = self.source.facts;
        let of = |fact: usize| self.series.of(fact);
        let counterpart = of(level);
        let same_series = |fact: usize| {
            counterpart.is_some_and(|series| {
                [series.current, series.base].iter().any(|&own| facts[own].figure.value() == facts[fact].figure.value())
            })
        };
        // "Margin fell to $37m, on lower revenues, compared to $38m": the change tells better than the nearest words.
        let is_of_other_measure = |fact: usize| of(fact).is_some_and(|series| !series.key.is(&facts[level].measure_key));
        self.within(facts[level].sentence, RIVALS, RIVALS).any(|fact| {
            facts[fact].figure.kind == FigureKind::Amount
                && facts[fact].measure_key.is(&facts[level].measure_key)
                && facts[fact].figure.value() != facts[level].figure.value()
                && facts[fact].modality == facts[level].modality
                && period_fits(self.source.periods, &facts[fact], &facts[level])
                && !same_series(fact)
                && !is_of_other_measure(fact)
        })
    }

    /// The facts of the sentences around one.
    fn within(&self, sentence: usize, back: usize, ahead: usize) -> std::ops::Range<usize> {
        let facts = self.source.facts;
        let from = facts.partition_point(|fact| fact.sentence + back < sentence);
        from..facts.partition_point(|fact| fact.sentence <= sentence + ahead)
    }

    /// Whether the sentence speaks of a part of the company.
    fn is_scoped(&self, skeleton: &Skeleton) -> bool {
        let sentences = &self.source.document.sentences;
        let own = &sentences[skeleton.sentence];
        let first =
            sentences[..skeleton.sentence].iter().rev().take_while(|sentence| sentence.paragraph == own.paragraph).last().unwrap_or(own);
        self.source.says(first.tokens.start..own.tokens.end, &SCOPES)
    }

    /// The amount that a margin stands beside, if it is of the margin's part: "EBITDA of $9.5 million, for a margin of 7.8%".
    fn amount_beside(&self, skeleton: &Skeleton, margin: usize, parts: &[MeasureKey]) -> Option<(usize, Role)> {
        let before = &skeleton.symbols[..margin];
        let found = BESIDE.find(before)?;
        let part = skeleton.fact(found.start())?;
        let key = &self.source.facts[part].measure_key;
        let is_base = self.series.of(part).is_some_and(|series| series.base == part && !series.by_delta);
        if is_base && found.as_str().contains('k') {
            return None; // "compared to $1.82 million, while the margin rose": the margin is of the new level
        }
        (is_base || parts.iter().any(|wanted| wanted.is(key))).then_some((part, if is_base { Role::Base } else { Role::Current }))
    }

    fn words(&self, skeleton: &Skeleton, at: usize) -> String {
        let tokens = skeleton.elements[at].tokens.clone();
        let start = tokens.start.saturating_sub(usize::from(
            tokens.start > 0 && ["net", "gross"].iter().any(|word| self.source.document.word(tokens.start - 1).eq_ignore_ascii_case(word)),
        ));
        let span = self.source.document.span(start.max(tokens.end.saturating_sub(3))..tokens.end);
        span.of(self.source.document.text).to_lowercase()
    }

    fn key_of_words(&self, skeleton: &Skeleton, at: usize) -> MeasureKey {
        let tokens = skeleton.elements[at].tokens.clone();
        MeasureKey::new(self.source.document.span(tokens).of(self.source.document.text))
    }

    fn same_unit(&self, a: usize, b: usize) -> bool {
        self.source.facts[a].figure.unit == self.source.facts[b].figure.unit
    }

    /// The nearest level of that measure before the percent, or in the next sentences, whose unit is the part's and whose period fits.
    fn level(&self, key: &MeasureKey, role: Role, percent: usize, part: Option<usize>) -> Option<usize> {
        self.level_of(key, role, percent, part, true).or_else(|| self.level_of(key, role, percent, part, false))
    }

    /// The same, where `strict` asks that the periods of part and whole do not contradict each other.
    fn level_of(&self, key: &MeasureKey, role: Role, percent: usize, part: Option<usize>, strict: bool) -> Option<usize> {
        let facts = self.source.facts;
        let sentence = facts[percent].sentence;
        let fits = |fact: usize| {
            let level = &facts[fact];
            let unit = part.is_none_or(|part| self.same_unit(fact, part));
            let other = part != Some(fact)
                && part.is_none_or(|part| facts[part].figure.value() <= level.figure.value())
                && (level.modality == Modality::Actual) == (facts[percent].modality == Modality::Actual);
            let period = part.is_none_or(|part| period_fits(self.source.periods, level, &facts[part]));
            level.figure.kind == FigureKind::Amount
                && level.figure.value().is_some()
                && level.figure.per.is_none()
                && unit
                && other
                && (period || !strict || role == Role::Base)
        };
        let of_series = self
            .series
            .within(sentence, REACH + SPREAD)
            .iter()
            .filter(|series| series.key.is(key) && !(role == Role::Base && series.by_delta))
            .map(|series| if role == Role::Current { series.current } else { series.base })
            .filter(|&fact| fits(fact) && near(facts[fact].sentence, sentence))
            .min_by_key(|&fact| (facts[fact].sentence > sentence, facts[fact].sentence.abs_diff(sentence)));
        if role == Role::Base {
            return of_series;
        }
        let is_base = |fact: usize| self.bases[fact];
        let plain = self
            .within(sentence, REACH, AHEAD)
            .filter(|&fact| facts[fact].measure_key.is(key) && !is_base(fact) && fits(fact) && near(facts[fact].sentence, sentence))
            .min_by_key(|&fact| (facts[fact].sentence > sentence, facts[fact].sentence.abs_diff(sentence), fact.abs_diff(percent)));
        match (of_series, plain) {
            (Some(a), Some(b)) if facts[b].sentence.abs_diff(sentence) < facts[a].sentence.abs_diff(sentence) => Some(b),
            (a, b) => a.or(b),
        }
    }
}

fn near(level: usize, percent: usize) -> bool {
    if level <= percent { percent - level <= REACH } else { level - percent <= AHEAD }
}

/// The measures that a margin's name may mean, the plainest first.
fn part_keys(name: &str) -> Vec<MeasureKey> {
    let guesses: &[&str] = match name {
        _ if name.contains("gross") => &["gross profit", "gross margin"],
        _ if name.contains("ebitda") || name.contains("ebit") || name.contains("cash flow") || name.contains("noi") => &[],
        _ if name.contains("operating") => &["operating profit", "operating income", "ebitda", "ebit"],
        _ if name.contains("net") || name.contains("profit") => &["net profit", "net income", "profit"],
        "" => &["ebitda", "operating profit", "net profit"],
        _ => &[],
    };
    if guesses.is_empty() {
        vec![MeasureKey::new(name), MeasureKey::new(&format!("{name} income"))]
    } else {
        guesses.iter().map(|guess| MeasureKey::new(guess)).collect()
    }
}
