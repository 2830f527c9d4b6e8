//! What a number of things measures: the subject of a level or a change, else the things.

use super::Construed::{Counted, Nothing, Phrase, Things};
use super::{Construed, MeasureReader};
use crate::mention::Unit;
use crate::relate::class::Class;
use crate::relate::phrase::ItemKind;
use crate::words::WordList;
use crate::words::quantity::{ONE_BY_ONE, UNITS};
use crate::words::relating::{AGENTS, CHANGE_NOUNS, CHANGE_VERBS, LEVEL_VERBS};
use std::ops::Range;

/// How far behind a number its noun is looked for, in items.
const REACH: usize = 10;

impl MeasureReader<'_> {
    /// A number of things: the subject of a level or a change, else what is counted.
    pub(super) fn counted(&self, at: usize) -> Construed {
        let view = self.view;
        let left = self.left(at);
        let mut before = at;
        while let Some(prev) =
            before.checked_sub(1).filter(|&i| matches!(view.class(i), Some(Class::Preposition | Class::Adverb | Class::Particle)))
        {
            before = prev;
        }
        let is_named = matches!(&left, Phrase(phrase) if self.is_measure(phrase.clone()));
        let tells = before.checked_sub(1).is_some_and(|i| {
            (view.is(i, &CHANGE_VERBS) || view.is(i, &LEVEL_VERBS)) && !(view.class(i) == Some(Class::Noun) && view.is_word(i + 1, "of"))
        });
        let of = at > 0 && view.is_word(at - 1, "of");
        // "the prize is a 50 kW power unit"
        let described = self.follows_article(at);
        // "pay rose 3% in a year to 231 crowns", "from 414 units and 342 units"
        let goes_on = match left {
            Construed::Like(other) => self.is_of_unit(other, at) || at > 0 && view.is(at - 1, list!("to|from")),
            _ => false,
        };
        if tells && is_named || goes_on {
            return left;
        }
        if let Some(things) = self.things(at) {
            // "to 433 ovens from 414 ovens and 342 ovens"
            let first = (at.saturating_sub(REACH)..at).rev().find(|&first| view.class(first) == Some(Class::Figure));
            if let Some(first) = first.filter(|&first| things == (at + 1..at + 2) && self.is_of_unit(first, at)) {
                return Construed::Like(first);
            }
            let held = of && matches!(&left, Phrase(phrase) if self.head(phrase).is_some_and(|head| view.is(head, &HELD)));
            let things = self.kinds_of(things);
            return match self.is_unit_of_measure(&things) {
                _ if held => left,
                true => self.measured_in(at, things, left, is_named && !described),
                false => Things(things),
            };
        }
        if of && is_named {
            return left;
        }
        let Some(fact) = self.fact(at) else { return Nothing };
        if view.is_word(self.after(at), "of")
            && let Some(phrase) = self.named(self.after(at) + 1)
        {
            return Phrase(phrase);
        }
        // The counted noun stands in the figure's own tokens: nothing else is as sure.
        if let Unit::Noun(noun) = &fact.figure.unit {
            let last = view.document.word(view.items[at].tokens.end - 1);
            if noun.to_lowercase().ends_with(&last.to_lowercase()) && !PHYSICAL.has(last) {
                return Counted(at);
            }
            if let Some(phrase) = view.phrase_at(at + 1).filter(|phrase| self.is_measure(phrase.clone())) {
                return Phrase(phrase);
            }
        }
        left
    }

    /// "two types of contracts": a kind with what it is of.
    fn kinds_of(&self, things: Range<usize>) -> Range<usize> {
        static KINDS: WordList = WordList::new(words!("types|kinds|sorts|forms|sets|pairs|copies|cases|pieces|batches|rounds"));
        let view = self.view;
        let kind = view.is(things.end - 1, &KINDS) && view.is_word(things.end, "of");
        match view.phrase_at(things.end + 1).filter(|more| kind && view.class(more.end - 1) == Some(Class::Noun)) {
            Some(more) => things.start..more.end,
            None => things,
        }
    }

    /// Whether two figures count the same things.
    fn is_of_unit(&self, first: usize, second: usize) -> bool {
        self.fact(first).zip(self.fact(second)).is_some_and(|(first, second)| first.figure.unit == second.figure.unit)
    }

    /// The words behind a number up to the noun that it counts: "local and regional teams", "of the 15 directors".
    fn things(&self, at: usize) -> Option<Range<usize>> {
        let view = self.view;
        let Unit::Noun(noun) = &self.fact(at)?.figure.unit else { return None };
        let last = noun.rsplit([' ', '-']).next().filter(|last| !last.is_empty())?;
        let is_side = noun.starts_with("square ") || noun == "feet";
        let mut start = at + 1;
        for i in at + 1..view.items.len().min(at + 1 + REACH) {
            match view.items[i].kind {
                ItemKind::Figure(_) if i <= at + 3 && view.is_word(at + 1, "of") => {
                    start = i + 1;
                    continue;
                }
                ItemKind::Figure(_) | ItemKind::Period(_) => return None,
                ItemKind::Sign(_) if i > at + 1 && !view.joins(i) && !view.is_sign(i, '.') => return None,
                ItemKind::Sign(_) => continue,
                // "0401 222 333 Tess Fielder": a name of several words is nothing that is counted
                ItemKind::Name(_) if view.items[i].tokens.len() > 1 && i == at + 1 && noun.contains(' ') => return None,
                ItemKind::Word | ItemKind::Name(_) => {}
            }
            let word = view.document.word(view.items[i].tokens.end - 1);
            if word.eq_ignore_ascii_case(last)
                || is_side && SIDES.has(word)
                || view.joins(i - 1) && last.strip_suffix('s').is_some_and(|one| word.eq_ignore_ascii_case(one))
            {
                return Some(start..i + 1);
            }
        }
        None
    }

    /// Whether a number is in the noun, and not of it: "50 tonnes", "360,000 sq ft".
    fn is_unit_of_measure(&self, things: &Range<usize>) -> bool {
        let word = self.view.document.word(self.view.items[things.end - 1].tokens.end - 1);
        PHYSICAL.has(word) && !word.eq_ignore_ascii_case("units")
            || MEASURED_IN.has(word)
            || SIDES.has(word)
            || UNITS.has(word) && !ONE_BY_ONE.has(word)
    }

    /// What is measured in a unit: "50 tonnes of rice", "output of 50 tonnes", "a 100 MW solar farm".
    fn measured_in(&self, at: usize, unit: Range<usize>, left: Construed, is_named: bool) -> Construed {
        let view = self.view;
        let next = view.forth(unit.end);
        if view.is_word(next, "of")
            && let Some(phrase) = view.phrase_at(next + 1)
            && matches!(view.class(phrase.end - 1), Some(Class::Noun | Class::Ing))
        {
            return Things(phrase);
        }
        if is_named {
            return left;
        }
        let start = next + usize::from(view.is_sign(next, '-'));
        // "a 7-million-ton cut in emissions"
        if let Some(phrase) = view.phrase_at(start).filter(|phrase| view.is(phrase.end - 1, &CHANGE_NOUNS)) {
            return self.changed(at, phrase);
        }
        match view.phrase_at(start).filter(|phrase| phrase.start == start && self.is_measure(phrase.clone())) {
            Some(phrase) if view.word(phrase.end - 1).starts_with(char::is_lowercase) && !view.is_verb(phrase.end - 1) => Things(phrase),
            _ => left,
        }
    }

    /// "25% of the staff", "half of black voters disapprove": the people of whom a share is told, without their verb.
    pub(super) fn people(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let view = self.view;
        let of_people = |at: usize| view.is(at, &AGENTS) || view.is(at, &MANY) || view.word(at).ends_with('s');
        let does = |at: usize| view.is(at, &HOLDING) || view.word(at).ends_with("ing") && view.word(at).starts_with(char::is_lowercase);
        let verb = (phrase.start + 1..phrase.end).find(|&at| does(at) && of_people(at - 1));
        let end = verb.unwrap_or(phrase.end);
        let people = verb.is_some() || view.is(end - 1, &AGENTS) || view.is(end - 1, &MANY);
        (people && end > phrase.start).then_some(phrase.start..end)
    }

    /// "Among bakers, 60% have a good view of her": those of whom a share is told that is the subject.
    pub(super) fn among(&self, at: usize) -> Option<Range<usize>> {
        let view = self.view;
        let comma = at.checked_sub(1).filter(|&comma| view.is_sign(comma, ','))?;
        let among = (comma.saturating_sub(6)..comma).rev().find(|&i| view.is_word(i, "among") || view.is_word(i, "of"))?;
        let opens = among == 0 || matches!(view.items[among - 1].kind, ItemKind::Sign(_));
        let phrase = view.phrase_at(among + 1).filter(|phrase| opens && phrase.end == comma)?;
        (view.class(phrase.end - 1) == Some(Class::Noun)).then_some(phrase)
    }

    /// The words of what is counted, without what only judges or owns it.
    pub(super) fn things_text(&self, mut things: Range<usize>) -> String {
        let view = self.view;
        while things.len() > 1
            && (matches!(view.class(things.start), Some(Class::Sign | Class::Preposition | Class::Conjunction))
                || view.is(things.start, &NOT_KIND))
        {
            things.start += 1;
        }
        self.text(self.trimmed(things))
    }
}

/// What a number of things tells the size of: "a population of 3 million people".
static HELD: WordList = WordList::new(words!(
    "population|workforce|headcount|payrolls|output|production|sales|deliveries|shipments|orders|exports|imports|capacity|backlog|attendance|\
    circulation|inventory|inventories|stocks|demand|supply|consumption|throughput|membership|target|average|record|total|volume|volumes|\
    enrolment|enrollment|turnout|increase|decrease|rise|decline|gain|loss|growth|reduction|forecast|forecasts|estimate|estimates"
));
/// Units of measure beside those of the shared lists.
static MEASURED_IN: WordList = WordList::new(words!(
    "acre|hectare|mile|tonne|ton|barrel|litre|megawatt|gigawatt|kilowatt|km|ft|sqm|lbs|oz|koz|twh|mt|teu|mcf|mmcf|boepd|mmboe|mboe|gallon|bushel|kilograms|kilogrammes|grams|pound|ounce|inches|watts|kilowatts|petabytes|\
    terabytes|gigabytes|megabytes|kilowatt-hours|percentage"
));
/// How the side of a square is named.
static SIDES: WordList =
    WordList::new(words!("foot|feet|ft|metre|metres|meter|meters|mtr|mtrs|kilometre|kilometres|mile|miles|yard|yards"));
/// Words behind a number that do not tell which things it counts.
static NOT_KIND: WordList =
    WordList::new(words!("or|more|of|the|its|their|our|these|those|such|all|additional|different|various|separate"));
/// Nouns for many people beside those who have figures.
static MANY: WordList = WordList::new(words!("staff|workforce|population|electorate|whites|blacks|liberals|conservatives|professionals"));
/// What people do of whom a share is told.
static HOLDING: WordList = WordList::new(words!(
    "approve|disapprove|believe|think|support|oppose|say|agree|disagree|want|own|use|expect|feel|prefer|favor|favour|have|live|work|trust|like|\
     see|hold|plan|intend|buy|pay|know|consider|choose|rate|view|are|were|do|did|had"
));
/// Units that measure instead of counting.
static PHYSICAL: WordList =
    WordList::new(picked!(counted, PHYSICAL, "liters|bushels|megawatts|gigawatts|years|months|weeks|minutes|bags|carats"));
