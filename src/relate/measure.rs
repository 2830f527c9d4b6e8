//! What a figure measures: "IT exports", "net profit", "Series B round".
//!
//! Each construction looks at the items around the figure, and the first that fits tells: a share's part, the noun that the figure
//! stands before, the noun phrase before "of", the label before a colon, what is raised or spent "in" or "on", the subject of a verb of
//! change or of a level. A figure that only compares, converts or goes on has the measure of the figure it goes with.

mod nameable;
mod rise;
mod things;

use super::class::Class;
use super::fact::FigureFact;
use super::key::MeasureKey;
use super::phrase::{ItemKind, Subject, View};
use crate::mention::FigureKind;
use crate::text::BlockKind;
use crate::words::WordList;
use crate::words::relating::{
    AGENTS, CHANGE_NOUNS, CHANGE_VERBS, COMPANY_NOUNS, LEVEL_VERBS, MADE_NOUNS, MARKET_VERBS, MEASURE_ACRONYMS, OWN_VERBS, PART_VERBS,
};
use std::ops::Range;

/// How many sentences apart figures may stand that go on with one measure.
const NEAR: usize = 1;
/// How many lines of a list may lie between them.
const LIST_NEAR: usize = 4;

/// What a construction says of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Construed {
    /// The noun phrase of these items.
    Phrase(Range<usize>),
    /// The things that the figure at this item counts.
    Counted(usize),
    /// The things of these items, which a figure counts: any noun will do.
    Things(Range<usize>),
    /// A noun that the text says as a verb, with the verb's item.
    Made(&'static str, usize),
    /// What the figure at this item measures.
    Like(usize),
    /// What the figure before, in this sentence or the one before, measures.
    Before,
    /// Nothing that can be told.
    Nothing,
}

use Construed::{Before, Counted, Like, Made, Nothing, Phrase, Things};

/// Gives the facts of a sentence, which are read from these items, their measures. `last` is the last fact of the sentence before.
pub(super) fn assign(view: View, facts: &mut [FigureFact], last: Option<usize>) -> Vec<(usize, Construed)> {
    let mut out = Vec::new();
    for at in 0..view.items.len() {
        let ItemKind::Figure(fact) = view.items[at].kind else { continue };
        let reader = MeasureReader { view, facts };
        let found = reader.measure(at);
        let like = |item: usize| match view.items[item].kind {
            ItemKind::Figure(fact) => Some(fact),
            _ => None,
        };
        let source = match &found {
            Like(item) => like(*item),
            Before => (0..at).rev().find_map(like).or_else(|| last.filter(|&last| reader.goes_on_from(last, fact))),
            _ => None,
        };
        let source = source.map(|source| reader.total_beside(source, fact));
        match (&found, source) {
            (Phrase(items), _) => {
                if let Some((measure, key)) = reader.published(items.clone()) {
                    let loss = reader.is_loss(at, &measure);
                    facts[fact].measure_key = MeasureKey::new(&key);
                    facts[fact].measure = Some(measure);
                    facts[fact].loss = loss;
                } else if reader.is_price_target(items, fact) {
                    facts[fact].measure_key = MeasureKey::new("price target");
                    facts[fact].measure = Some("price target".to_owned());
                }
            }
            (Counted(_) | Things(_), _) => {
                let noun = match &found {
                    Things(items) => reader.things_text(items.clone()),
                    _ => reader.counted_noun(at),
                };
                if !noun.is_empty() {
                    facts[fact].measure_key = MeasureKey::new(&noun);
                    facts[fact].measure = Some(noun);
                }
            }
            (Made(noun, _), _) => {
                facts[fact].measure_key = MeasureKey::new(noun);
                facts[fact].measure = Some((*noun).to_owned());
                facts[fact].loss = *noun == "loss";
            }
            (_, Some(source)) if reader.is_count_of_another(source, fact) => {}
            (_, Some(source)) => {
                let (measure, key) = (facts[source].measure.clone(), facts[source].measure_key.clone());
                let loss = facts[source].loss && facts[source].figure.kind == facts[fact].figure.kind;
                facts[fact].measure = measure;
                facts[fact].measure_key = key;
                facts[fact].loss = loss;
            }
            _ => {}
        }
        out.push((at, found));
    }
    out
}

struct MeasureReader<'a> {
    view: View<'a>,
    facts: &'a [FigureFact],
}

impl MeasureReader<'_> {
    /// "to $5 million, or $0.10 diluted earnings per share, a rise of $2 million": the rise is of the total, not of what a share has.
    fn total_beside(&self, source: usize, fact: usize) -> usize {
        let figure = |fact: usize| &self.facts[fact].figure;
        let is_total = |fact: usize| figure(fact).kind == FigureKind::Amount && figure(fact).per.is_none();
        let is_or = |total: usize| {
            let between = self.view.document.text.get(figure(total).span.end..figure(source).span.start).unwrap_or_default();
            between.trim_start_matches(',').trim() == "or"
        };
        let total = source.checked_sub(1).filter(|&total| is_total(fact) && is_total(total) && !is_total(source) && is_or(total));
        total.unwrap_or(source)
    }

    fn fact(&self, at: usize) -> Option<&FigureFact> {
        match self.view.items.get(at)?.kind {
            ItemKind::Figure(fact) => self.facts.get(fact),
            _ => None,
        }
    }

    /// Whether a sum of money would take the measure of a number of things: "(300 pages, $20)".
    fn is_count_of_another(&self, source: usize, fact: usize) -> bool {
        let kind = |fact: usize| self.facts.get(fact).map(|fact| fact.figure.kind);
        kind(source) == Some(FigureKind::Quantity) && kind(fact) == Some(FigureKind::Amount)
    }

    /// Whether a figure can go on with the measure of the last fact of the sentence before.
    fn goes_on_from(&self, last: usize, fact: usize) -> bool {
        let (last, fact) = (&self.facts[last], &self.facts[fact]);
        let end = last.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
        let is_share = end.is_some_and(|end| ["share", "stake", "rate", "margin"].contains(&end));
        let block = self.view.document.sentences[fact.sentence].block;
        let near = if block == BlockKind::Bullet { LIST_NEAR } else { NEAR };
        fact.sentence - last.sentence <= near && !is_share
    }

    /// Whether a bare "target" or "PT" with a small sum behind it is that of a share's price.
    fn is_price_target(&self, phrase: &Range<usize>, fact: usize) -> bool {
        let view = self.view;
        let bare = phrase.len() == 1 && (view.is_word(phrase.start, "target") || view.word(phrase.start) == "PT");
        let small = self.facts.get(fact).is_some_and(|fact| fact.figure.kind == FigureKind::Amount && !self.has_scale(fact));
        bare && small
    }

    fn measure(&self, at: usize) -> Construed {
        let Some(fact) = self.fact(at) else { return Nothing };
        let kind = fact.figure.kind;
        let after = self.after(at);
        if let Some(first) = self.range_start(at).or_else(|| self.listed_before(at, after)) {
            return Like(first);
        }
        let of = self.after(self.range_end(at));
        if kind == FigureKind::Percent
            && self.view.is_verb(after)
            && let Some(people) = self.among(at)
        {
            return Things(people);
        }
        if kind == FigureKind::Percent && self.view.is_word(of, "of") {
            return self.share(at, of);
        }
        if kind == FigureKind::Ratio && self.view.is_word(after, "of") {
            return self.share(at, after);
        }
        if kind == FigureKind::Quantity {
            return self.counted(at);
        }
        if kind == FigureKind::Ratio && self.view.is(at, &CHANGE_VERBS) {
            return self.of_subject(at);
        }
        // "Net debt was 5 times core profit"
        if kind == FigureKind::Ratio
            && let Phrase(phrase) = self.left(at)
            && self.is_measure(phrase.clone())
        {
            return Phrase(phrase);
        }
        if let Some(found) = self.as_subject(at, after) {
            return found;
        }
        // "Nucor (NUE) +5.9%"
        if let Some(before) = self.view.back(at).filter(|&before| self.is_move_of_name(at, before)) {
            return Made("price", before);
        }
        if let Some(found) = self.modified(at, kind, self.after(self.range_end(at))) {
            return found;
        }
        // "$5 million of revenue"
        if kind == FigureKind::Amount
            && fact.figure.per.is_none()
            && self.view.is_word(after, "of")
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        let left = match self.left(at) {
            // "a placement with institutions for $5m"
            Phrase(phrase) if kind == FigureKind::Amount && self.is_of_agents(&phrase) => Nothing,
            left => left,
        };
        if kind == FigureKind::Amount
            && self.is_weak(&left, at, after)
            && let Some(phrase) = self.behind(at, after)
        {
            return Phrase(phrase);
        }
        left
    }

    /// Whether what stands behind a sum tells more of it than what stands before.
    fn is_weak(&self, left: &Construed, at: usize, after: usize) -> bool {
        let listed = || self.is_brought(at) || self.is_of_list(at) && self.view.class(after + 1) != Some(Class::Determiner);
        match left {
            Nothing | Made(..) | Before => true,
            _ if self.view.is_word(after, "in") && (listed() || self.is_put_on(at)) => true,
            Phrase(phrase) => !self.is_measure(phrase.clone()),
            _ => false,
        }
    }

    /// "the shops added $5m in sales": the verb gives what stands behind "in".
    fn is_brought(&self, at: usize) -> bool {
        let verb = (at.saturating_sub(3)..at).rev().find(|&i| self.view.is_verb(i) || self.view.is_sign(i, ','));
        verb.is_some_and(|verb| self.view.is(verb, &BRINGING))
    }

    /// "tariffs on as much as $5m in exports": what stands before "on" is put on what the sum measures.
    fn is_put_on(&self, at: usize) -> bool {
        let view = self.view;
        let hangs = |i: &usize| !view.is_noun(*i) && !view.is_verb(*i) && !view.is_sign(*i, ',');
        (at.saturating_sub(5)..at).rev().take_while(hangs).any(|i| view.is_word(i, "on"))
    }

    /// Whether a phrase only names people or companies, who have money and are not it.
    fn is_of_agents(&self, phrase: &Range<usize>) -> bool {
        self.head(phrase).is_some_and(|head| self.view.is(head, &AGENTS) && !self.view.is_word(head, "funds"))
    }

    /// Whether "and", a comma or "with" stands before the figure: what goes before may be of something else.
    fn is_of_list(&self, at: usize) -> bool {
        let view = self.view;
        at.checked_sub(1).is_some_and(|before| {
            view.class(before) == Some(Class::Conjunction) || view.is_sign(before, ',') || view.is_word(before, "with")
        })
    }

    /// The last figure of "10%-15%", "five to 10 pct".
    fn range_end(&self, at: usize) -> usize {
        let view = self.view;
        let next = view.forth(at + 1);
        let joined = view.is_sign(next, '-') || view.is_sign(next, '–') || view.is_word(next, "to") || view.is_word(next, "or");
        // "$5 million, or $0.10 diluted earnings per share": one figure in two ways.
        let per = |at: usize| self.fact(at).map(|fact| fact.figure.per.is_some());
        if joined && view.class(next + 1) == Some(Class::Figure) && per(at) == per(next + 1) { next + 1 } else { at }
    }

    /// The first figure of a range that ends at `at`: "30%-50% of revenue".
    fn range_start(&self, at: usize) -> Option<usize> {
        let view = self.view;
        let sign = at.checked_sub(1).filter(|&sign| view.is_sign(sign, '-') || view.is_sign(sign, '–'))?;
        sign.checked_sub(1).filter(|&first| view.class(first) == Some(Class::Figure))
    }

    /// The figure before in a list of shares of one whole: "made up 53%, 57% and 51% of revenue".
    fn listed_before(&self, at: usize, after: usize) -> Option<usize> {
        let view = self.view;
        let and = at.checked_sub(1).filter(|&and| view.is_word(and, "and") && view.is_word(after, "of"))?;
        let before = and.checked_sub(1)?;
        let before = if view.is_sign(before, ',') { before.checked_sub(1)? } else { before };
        let kind = |at: usize| self.fact(at).map(|fact| fact.figure.kind);
        (view.class(before) == Some(Class::Figure) && kind(before) == Some(FigureKind::Percent) && kind(at) == kind(before))
            .then_some(before)
    }

    /// "20% will come from exports", "59% are from the north", "the remaining $5m comprises instalments".
    fn as_subject(&self, at: usize, after: usize) -> Option<Construed> {
        let view = self.view;
        let opens = match view.back(at) {
            None => true,
            Some(before) => {
                matches!(view.class(before), Some(Class::Sign | Class::Conjunction | Class::Adjective | Class::Adverb | Class::Ing))
            }
        };
        if view.is_verb(after)
            && (opens || self.opens_with_sum(at))
            && let Some(found) = self.is_put(at, after)
        {
            return Some(found);
        }
        if !opens || !view.is_verb(after) {
            return None;
        }
        let verb =
            (after..view.items.len().min(after + 4)).take_while(|&i| view.is_verb(i) || view.class(i) == Some(Class::Adverb)).last()?;
        let from = view.is_word(verb + 1, "from") || view.is_word(verb + 1, "of");
        let tells = view.class(verb) == Some(Class::Auxiliary)
            || ["come", "comes", "came", "comprises", "comprise", "consists", "represents", "goes", "went"]
                .iter()
                .any(|word| view.is_word(verb, word));
        let start = if from { verb + 2 } else { verb + 1 };
        let Some(part) = view.phrase_at(start).filter(|_| tells) else {
            // "half will die before two and 75% will die before five"
            let before = (0..at).rev().find(|&i| view.class(i) == Some(Class::Figure));
            let share = |figure: usize| self.fact(figure).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
            let alone = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent)
                && view.class(verb) == Some(Class::Participle)
                && verb > after;
            return alone.then(|| before.filter(|&figure| share(figure)).map_or(Nothing, Like));
        };
        self.is_measure(part.clone()).then(|| Phrase(self.with_of(part)))
    }

    /// Whether only words of size stand between the sum and the start of its sentence: "Up to $5m", "Some $5m", "An extra $5m".
    fn opens_with_sum(&self, at: usize) -> bool {
        const SIZE: &[&str] =
            &["up", "to", "some", "about", "around", "over", "more", "than", "an", "a", "the", "extra", "additional", "further"];
        let view = self.view;
        let first = (0..at).rev().find(|&i| !SIZE.iter().any(|word| view.is_word(i, word)));
        first.is_none_or(|before| matches!(view.items[before].kind, ItemKind::Sign(_)))
    }

    /// "$5m was spent on it": what is done with a sum that is the subject.
    fn is_put(&self, at: usize, auxiliary: usize) -> Option<Construed> {
        let view = self.view;
        let sum = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount);
        // "was spent", "has been spent", "will be provided"
        let is_put = |i: &usize| view.class(*i) == Some(Class::Participle) && !view.is(*i, &BEING);
        let participle = (auxiliary + 1..auxiliary + 4).find(is_put)?;
        if !sum || !(auxiliary..participle).any(|i| view.is(i, &BEING)) {
            return None;
        }
        // "$65 million has been earmarked for care"
        let aside = participle + 1 + usize::from(view.is_word(participle + 1, "aside"));
        if view.is_word(aside, "for")
            && (view.is(participle, &GIVING) || aside > participle + 1)
            && let Some(purpose) = self.named(aside + 1)
        {
            return Some(Phrase(purpose));
        }
        MADE_NOUNS.iter().find(|(word, _)| view.is_word(participle, word)).map(|made| Made(made.1, participle))
    }

    /// The item behind a figure, over "a share", "per barrel" and brackets.
    fn after(&self, at: usize) -> usize {
        let view = self.view;
        let mut next = view.forth(at + 1);
        let per = self.fact(at).is_some_and(|fact| fact.figure.per.is_some());
        if per && (view.is_word(next, "per") || view.class(next) == Some(Class::Determiner)) && view.is_noun(next + 1) {
            next += 2;
        }
        if view.is_sign(next, '-') && view.joins(next) {
            next += 1;
        }
        // "a $55-a-share bid"
        if per && (view.is_word(next, "per") || view.is_word(next, "a")) && view.is_sign(next + 1, '-') && view.is_noun(next + 2) {
            next += 3;
        }
        // "$72/bbl"
        if view.is_sign(next, '/') && view.joins(next) {
            next += 2;
        }
        // "$5m or more in revenue"
        if view.is_word(next, "or") && ["more", "less", "higher", "so"].iter().any(|word| view.is_word(next + 1, word)) {
            next += 2;
        }
        view.forth(next)
    }

    /// "raised $3m in seed funding", "spent $5m on repairs", "$41 million for schools".
    fn behind(&self, at: usize, after: usize) -> Option<Range<usize>> {
        let view = self.view;
        let mut next = after;
        // "spends $8 million annually on repairs"
        if matches!(view.class(next), Some(Class::Period | Class::Adverb)) {
            next += 1;
        }
        let verb = (0..at).rev().take(6).take_while(|&i| !view.is_sign(i, ',')).find(|&i| view.is_verb(i));
        let gives = verb.is_some() || at == 0;
        // "paid $5m in cash" tells how; "ended with $5m in cash" tells what
        let held = at > 0 && ["with", "has", "had", "have", "having", "holds", "held"].iter().any(|word| view.is_word(at - 1, word));
        let how: &[&str] = if held { &["total", "all"] } else { &["cash", "stock", "total", "all"] };
        let aside = view.is_word(next, "for")
            && verb.is_some_and(|verb| view.is(verb, &GIVING) || view.is_word(verb, "set") && (verb..at).any(|i| view.is_word(i, "aside")));
        let joined = aside
            || view.is_word(next, "in") && !how.iter().any(|word| view.is_word(next + 1, word))
            || gives && (view.is_word(next, "on") || view.is_word(next, "worth"))
            || verb.is_some_and(|verb| ["raise", "raised", "raises", "raising"].iter().any(|word| view.is_word(verb, word)))
                && (view.is_word(next, "through") || view.is_word(next, "via"));
        if !joined {
            return None;
        }
        if view.is_word(next, "worth") && view.is_word(next + 1, "of") {
            next += 1;
        }
        self.named(next + 1)
    }

    /// "57% of car sales are NEVs", "exports account for a fifth of sales", "80% of pregnant women".
    fn share(&self, at: usize, of: usize) -> Construed {
        let view = self.view;
        let Some(whole) = view.phrase_at(of + 1) else { return self.left(at) };
        // "Exports accounted for 57% of sales", "the stake represents 5% of the shares"
        let mut before = at;
        while let Some(prev) =
            before.checked_sub(1).filter(|&i| matches!(view.class(i), Some(Class::Preposition | Class::Adverb | Class::Particle)))
        {
            before = prev;
        }
        // "representing an estimated 15% of the total"
        if before >= 2 && view.is_word(before - 1, "estimated") && view.class(before - 2) == Some(Class::Determiner) {
            before -= 2;
        }
        if before.checked_sub(1).is_some_and(|i| view.is_word(i, "responsible")) {
            before -= 1;
        }
        if let Some(verb) = before.checked_sub(1).filter(|&i| view.is_verb(i)) {
            let level = view.is(verb, &PART_VERBS)
                || view.class(verb) == Some(Class::Auxiliary)
                || view.is(verb, &LEVEL_VERBS)
                || view.is(verb, &CHANGE_VERBS);
            let subject = if level { self.of_subject(verb) } else { Nothing };
            if subject != Nothing || view.is(verb, &PART_VERBS) {
                return subject;
            }
            if view.is(verb, &OWN_VERBS) && self.is_owned_company(&whole) {
                return Made("stake", verb);
            }
        }
        if before.checked_sub(1).is_some_and(|i| {
            view.is_sign(i, '(') || view.is_word(i, "or") || view.is_word(i, "and") && view.class(at + 1) != Some(Class::Preposition)
        }) {
            return self.left(at);
        }
        let end = (of + 1..view.items.len())
            .find(|&i| view.is_verb(i) || view.is_sign(i, ',') || matches!(view.class(i), Some(Class::Figure | Class::Subordinator)))
            .unwrap_or(view.items.len());
        if view.class(end) == Some(Class::Auxiliary) && ["is", "are", "was", "were"].iter().any(|word| view.is_word(end, word)) {
            let part = if view.is_word(end + 1, "from") { end + 2 } else { end + 1 };
            if let Some(part) = view.phrase_at(part).filter(|part| self.is_measure(part.clone())) {
                return Phrase(part);
            }
        }
        let comes =
            (end..view.items.len().min(end + 4)).find(|&i| view.is_word(i, "come") || view.is_word(i, "comes") || view.is_word(i, "came"));
        if let Some(from) = comes.map(|comes| comes + 1).filter(|&from| view.is_word(from, "from"))
            && let Some(part) = view.phrase_at(from + 1).filter(|part| self.is_measure(part.clone()))
        {
            return Phrase(part);
        }
        // "expenditure rose from 3% to 5% of GDP", "a low of 5% of capacity"
        let leads = |i: usize| ["of", "at", "to", "from"].iter().any(|word| view.is_word(i, word));
        if (before..at).any(leads) || before.checked_sub(1).is_some_and(leads) {
            let left = self.left(at);
            if left != Nothing {
                return left;
            }
        }
        match self.people(&whole) {
            Some(people) => Things(people),
            None if self.is_measure(whole.clone()) => Phrase(whole),
            None => self.left(at),
        }
    }

    /// Whether a share is of a company: of a name, "the company", "the baker's parent".
    fn is_owned_company(&self, whole: &Range<usize>) -> bool {
        let view = self.view;
        let last = whole.end - 1;
        view.is(last, &COMPANY_NOUNS) && whole.len() == 1
            || ["parent", "maker", "owner", "operator"].iter().any(|word| view.is_word(last, word))
            || whole.clone().all(|i| view.class(i) != Some(Class::Noun))
    }

    /// What stands to the left of the figure: a label, an object, or the subject of its verb.
    fn left(&self, at: usize) -> Construed {
        let view = self.view;
        let mut here = at;
        let mut prep = None;
        let mut moved = false;
        for _ in 0..60 {
            let Some(before) = view.back(here) else {
                return if moved { Before } else { Nothing };
            };
            if view.is_sign(before, '(') || view.is_sign(before, '[') {
                return self.in_brackets(before);
            }
            if view.is(before, &UP_DOWN) && (before == 0 || !view.is_noun(before)) {
                return match self.of_subject(before) {
                    Nothing => Before,
                    found => found,
                };
            }
            match view.class(before) {
                Some(Class::Figure) => return Like(before),
                // "rose 2 cents a pound to $1.14"
                Some(Class::Noun) if self.is_per_unit(before) => return Like(before - 2),
                // "an estimated 5%" is no verb; ", following an estimated 3%"
                Some(Class::Participle) if self.is_guess(before) => {}
                _ if view.is_word(before, "following") && before > 0 && view.is_sign(before - 1, ',') => return Before,
                // "fell by 0.3 points to 10.9%"
                Some(Class::Noun) if view.is(before, &POINTS) && before > 0 && view.class(before - 1) == Some(Class::Figure) => {
                    return Like(before - 1);
                }
                // "a position worth $5m"
                _ if view.is_word(before, "worth") => prep = Some(before),
                Some(Class::Preposition) if here == at && self.sets_apart(before) => return Nothing,
                Some(Class::Preposition) => {
                    prep = Some(before);
                    moved |= view.is(before, &COMPARING);
                }
                Some(Class::Period | Class::Adverb | Class::Particle | Class::Number | Class::Conjunction | Class::Determiner) => {}
                Some(Class::Subordinator) if view.is_word(before, "than") || view.is_word(before, "as") => moved = true,
                Some(Class::Subordinator) if self.is_of_which(before) => return Before,
                Some(Class::Adjective) if !view.is_noun(before) && !self.is_closing(before) => {}
                Some(Class::Participle | Class::Finite) if view.is_word(before, "compared") => moved = true,
                Some(Class::Sign) => match view.items[before].kind {
                    ItemKind::Sign(':') => return self.label(before),
                    ItemKind::Sign(';') => return if moved { Before } else { Nothing },
                    _ => {}
                },
                // "fell 2% to close at 12,000"
                Some(_) if self.is_closing(before) => return self.closed(before, at),
                Some(Class::Noun | Class::Name) => match self.noun_before(before, prep) {
                    Some(found) => return found,
                    None => {
                        // A phrase of time or place: over it.
                        let Some(phrase) = view.phrase_before(before + 1) else { return Nothing };
                        here = phrase.start;
                        prep = None;
                        continue;
                    }
                },
                Some(Class::Ing | Class::Adjective) if view.is_noun(before) => return self.noun_before(before, prep).unwrap_or(Nothing),
                // "raising it to $35"
                Some(Class::Pronoun) if prep.is_some() && self.is_moved_it(before) => return Before,
                _ if view.is_verb(before) => return self.governed(before, at),
                _ => return Nothing,
            }
            here = before;
        }
        Nothing
    }

    /// Whether a percent with a sign stands right behind a name, or in brackets behind it.
    fn is_move_of_name(&self, at: usize, before: usize) -> bool {
        let view = self.view;
        let name = if view.is_sign(before, '(') { view.back(before) } else { Some(before) };
        let Some(fact) = self.fact(at) else { return false };
        fact.figure.kind == FigureKind::Percent
            && fact.printed_sign.is_some()
            && !fact.figure.span.of(view.document.text).starts_with('(')
            && name.is_some_and(|name| matches!(view.items[name].kind, ItemKind::Name(_)) && !MEASURE_ACRONYMS.has(view.word(name)))
    }

    /// "an estimated 5%": how sure a figure is.
    fn is_guess(&self, at: usize) -> bool {
        self.view.is(at, &GUESSED) && at > 0 && self.view.class(at - 1) == Some(Class::Determiner)
    }

    /// "of which"
    fn is_of_which(&self, at: usize) -> bool {
        self.view.is_word(at, "which") && at > 0 && self.view.is_word(at - 1, "of")
    }

    /// "raising it"
    fn is_moved_it(&self, at: usize) -> bool {
        self.view.is_word(at, "it") && at > 0 && self.view.is(at - 1, &MOVING)
    }

    /// What something closed at: that of the move before, else of the verb's subject.
    fn closed(&self, verb: usize, at: usize) -> Construed {
        let moved = (verb.saturating_sub(10)..verb).rev().find(|&i| self.view.class(i) == Some(Class::Figure));
        moved.map_or_else(|| self.governed(verb, at), Like)
    }

    /// "to close", "to finish": verbs that look like nouns.
    fn is_closing(&self, at: usize) -> bool {
        let view = self.view;
        at > 0 && view.is_word(at - 1, "to") && ["close", "settle", "finish", "end"].iter().any(|word| view.is_word(at, word))
    }

    /// Whether "a pound" stands right behind a figure.
    fn is_per_unit(&self, noun: usize) -> bool {
        let view = self.view;
        noun >= 2
            && view.class(noun - 2) == Some(Class::Figure)
            && ["a", "an", "per"].iter().any(|word| view.is_word(noun - 1, word))
            && self.fact(noun - 2).is_some_and(|fact| fact.figure.per.is_some())
    }

    /// "including $5m", "along with $5m": another sum.
    fn sets_apart(&self, at: usize) -> bool {
        let view = self.view;
        let with = view.is_word(at, "with") && at > 0 && ["along", "together"].iter().any(|word| view.is_word(at - 1, word));
        with || view.is_word(at, "including") || view.is_word(at, "excluding")
    }

    /// "Revenue (5.2%)", "sales of $5m (2,174)".
    fn in_brackets(&self, open: usize) -> Construed {
        let view = self.view;
        match view.back(open) {
            Some(before) if view.class(before) == Some(Class::Figure) => Like(before),
            Some(before) if view.is(before, &CHANGE_VERBS) && view.is_verb(before) => self.of_subject(before),
            Some(before) if self.is_of_listed_name(open, before) => Before,
            Some(before) if view.is_noun(before) => match view.chain(before, true) {
                Subject::Phrase(phrase) if self.is_measure(phrase.clone()) => Phrase(phrase),
                _ => Before,
            },
            // "inflation in May (3.3%)"
            Some(period) if view.class(period) == Some(Class::Period) => {
                let prep = view.back(period).filter(|&prep| view.class(prep) == Some(Class::Preposition));
                match prep.and_then(|prep| view.back(prep)).filter(|&noun| view.is_noun(noun)).map(|noun| view.chain(noun, true)) {
                    Some(Subject::Phrase(phrase)) if self.is_measure(phrase.clone()) => Phrase(phrase),
                    _ => Before,
                }
            }
            _ => Before,
        }
    }

    /// Whether a percent stands in brackets behind a name in a list of names: "electors rose most in Zumbo (20%), Brask (19%)".
    fn is_of_listed_name(&self, open: usize, name: usize) -> bool {
        let view = self.view;
        let percent = |at: usize| self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
        let capital = view.word(name).starts_with(char::is_uppercase) && !MEASURE_ACRONYMS.has(view.word(name));
        let inside = name > 0 && !view.is_sign(name - 1, ':') && !view.breaks_line(name - 1, name);
        capital
            && inside
            && view.class(name) == Some(Class::Name)
            && percent(open + 1)
            && (0..name).rev().take(40).any(|at| view.class(at) == Some(Class::Figure) && percent(at))
    }

    /// "Revenue: $5m"
    fn label(&self, colon: usize) -> Construed {
        match self.view.back(colon).map(|last| self.view.chain(last, true)) {
            Some(Subject::Phrase(phrase)) if self.is_measure(phrase.clone()) => Phrase(phrase),
            // "the loss was $7m: $4m of the north and $3m of the south"
            _ => match self.view.back(colon) {
                Some(whole) if self.fact(whole).is_some_and(|fact| fact.figure.kind == FigureKind::Amount) => Like(whole),
                _ => Nothing,
            },
        }
    }

    /// What the verb at `verb` makes of the figure at `at` behind it.
    fn governed(&self, verb: usize, at: usize) -> Construed {
        let view = self.view;
        if let Some(made) = self.is_paid(verb, at) {
            return Made(made, verb);
        }
        // "the funds yield 4%"
        let yields = ["yield", "yields", "yielding", "yielded"].iter().any(|word| view.is_word(verb, word));
        if yields && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent) {
            return Made("yield", verb);
        }
        // "the start-up raised $5m"
        let raises = ["raise", "raised", "raises", "raising"].iter().any(|word| view.is_word(verb, word));
        if raises && verb + 1 == at && self.is_large(at) {
            return Made("funding", verb);
        }
        // "the maker is valued at $5m", "a stake valued at $5m"
        if view.is(verb, &VALUING) && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount) {
            return match self.of_subject(verb) {
                Phrase(phrase) if self.head(&phrase).is_some_and(|head| view.word(head).starts_with(char::is_lowercase)) => Phrase(phrase),
                _ => Made("valuation", verb),
            };
        }
        let level = view.is(verb, &CHANGE_VERBS) || view.is(verb, &LEVEL_VERBS) || view.class(verb) == Some(Class::Auxiliary);
        let passive = view.class(verb) == Some(Class::Participle) && (verb.saturating_sub(3)..verb).any(|i| view.is(i, &BEING));
        if level || passive {
            let found = match self.of_subject(verb) {
                // "Meade added $3 million to the bill"
                Made("price", _) if self.is_large(at) => Nothing,
                // "the Brask rate rose to 1.5%": a percent that is a level is no price
                Made("price", _) if self.is_level_in_percent(at) => Nothing,
                found => found,
            };
            if found == Nothing && verb + 1 == at && view.is(verb, &EXPECTING) && self.is_of_forecasters(verb) {
                return Before;
            }
            let at_price = found == Nothing && view.class(verb) == Some(Class::Auxiliary) && at > 0 && view.is_word(at - 1, "at");
            if at_price
                && self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount)
                && let Subject::Phrase(subject) = view.subject(verb)
                && view.class(subject.end - 1) == Some(Class::Name)
            {
                return Made("price", subject.end - 1);
            }
            return if found == Nothing && verb == 0 { Before } else { found };
        }
        // "lost 5%", "spends 5% more": what changes is not the loss
        let sum = self.fact(at).is_some_and(|fact| fact.figure.kind != FigureKind::Percent);
        if let Some(made) = MADE_NOUNS.iter().find(|(word, _)| sum && view.is_word(verb, word)) {
            return Made(made.1, verb);
        }
        if !sum && view.is_word(verb, "lost") {
            return self.of_subject(verb);
        }
        if verb + 1 == at && view.is(verb, &EXPECTING) && self.is_of_forecasters(verb) {
            return Before;
        }
        // "raising it to $35"
        let after = self.after(at);
        if (view.is_word(after, "in") || view.is_word(after, "on") || view.is_word(after, "for"))
            && let Some(phrase) = self.named(after + 1)
        {
            return Phrase(phrase);
        }
        Nothing
    }

    fn is_level_in_percent(&self, at: usize) -> bool {
        let percent = self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Percent);
        percent && at > 0 && ["to", "from", "at"].iter().any(|word| self.view.is_word(at - 1, word))
    }

    /// Whether a sum is one of millions: no price.
    fn is_large(&self, at: usize) -> bool {
        self.fact(at).is_some_and(|fact| fact.figure.kind == FigureKind::Amount && self.has_scale(fact))
    }

    fn has_scale(&self, fact: &FigureFact) -> bool {
        let text = fact.figure.span.of(self.view.document.text).to_ascii_lowercase();
        ["illion", "mln", "bln", "crore"].iter().any(|scale| text.contains(scale))
    }

    /// Whether analysts or the market are the subject of the verb, who forecast what was told of before.
    fn is_of_forecasters(&self, verb: usize) -> bool {
        let view = self.view;
        (verb.saturating_sub(6)..verb).any(|at| view.is(at, &FORECASTERS))
    }

    /// "will cost $5m", "sells for $5", "homes priced from $800,000".
    fn is_paid(&self, verb: usize, at: usize) -> Option<&'static str> {
        let view = self.view;
        let kind = self.fact(at)?.figure.kind;
        // "a bond priced at 101 pct"
        if kind == FigureKind::Percent && view.is_word(verb, "priced") {
            return Some("price");
        }
        if kind != FigureKind::Amount {
            return None;
        }
        if ["cost", "costs", "costing"].iter().any(|word| view.is_word(verb, word)) {
            return Some("cost");
        }
        let priced =
            view.is_word(verb, "priced") || ["for", "at"].iter().any(|word| view.is_word(verb + 1, word)) && view.is(verb, &SELLING);
        priced.then_some("price")
    }

    /// Whether no other noun stands between a name and its verb.
    fn is_beside(&self, name: usize, verb: usize) -> bool {
        (name + 1..verb).all(|at| !matches!(self.view.class(at), Some(Class::Noun | Class::Period | Class::Figure)))
    }

    /// The subject of a verb, where it can be a measure.
    fn of_subject(&self, verb: usize) -> Construed {
        let view = self.view;
        // "growth in output (projected at 6%)"
        if verb > 0 && view.is_sign(verb - 1, '(') {
            return self.in_brackets(verb - 1);
        }
        // "the best was the maker Brask, gaining 3%"
        if view.class(verb) == Some(Class::Ing)
            && view.is(verb, &MARKET_VERBS)
            && verb >= 2
            && view.is_sign(verb - 1, ',')
            && matches!(view.items[verb - 2].kind, ItemKind::Name(_))
            && !self.is_index(verb - 2)
        {
            return Made("price", verb - 2);
        }
        match view.subject(verb) {
            Subject::Phrase(phrase) => {
                if view.is(verb, &MARKET_VERBS)
                    && phrase.clone().any(|at| view.is(at, &COINS))
                    && !phrase.clone().any(|at| view.class(at) == Some(Class::Preposition))
                {
                    return Made("price", phrase.end - 1);
                }
                if self.is_measure(phrase.clone()) {
                    return Phrase(phrase);
                }
                let head = self.head(&phrase);
                if let Some(head) = head.filter(|&head| view.is(head, &CHANGE_NOUNS)) {
                    let first = !(0..verb).any(|at| view.class(at) == Some(Class::Figure));
                    return match self.rise(phrase.start..head + 1, phrase) {
                        // "with growth expected to average 3%"
                        Before | Nothing if first && view.is_word(head, "growth") => Made("growth", verb),
                        Before | Nothing if view.is_word(head, "gains") && view.is(verb, &LEVEL_VERBS) => Made("gains", verb),
                        rise => rise,
                    };
                }
                let market = view.is(verb, &MARKET_VERBS);
                match head {
                    Some(head) if market && view.class(head) == Some(Class::Name) && self.is_beside(head, verb) => Made("price", head),
                    // "that figure was 5% a year ago"
                    Some(head) if ["figure", "number", "reading", "target"].iter().any(|word| view.is_word(head, word)) => Before,
                    _ => Nothing,
                }
            }
            Subject::Pronoun(_) => Before,
            Subject::Figure(figure) => Like(figure),
            Subject::None => Nothing,
        }
    }
}

/// What has a price and nothing else that goes up and down.
static COINS: WordList = WordList::new(words!("cryptocurrency|crypto|token|coin|memecoin|altcoin|stablecoin"));
/// What names of sums of money end with.
static SCHEMES: WordList =
    WordList::new(words!("fund|program|programme|package|plan|project|initiative|grant|scheme|facility|bill|reserve"));
/// Verbs that put a sum by for something.
static GIVING: WordList = WordList::new(words!("earmarked|earmarks|allocated|allocates|allocate|budgeted|provisioned|reserved"));
/// Verbs of valuing a company.
static VALUING: WordList = WordList::new(words!("valued|values|value|valuing"));
/// Verbs that give their object to their subject: "generated $5m in sales".
static BRINGING: WordList = WordList::new(words!(
    "added|adds|add|adding|generated|generates|generate|generating|contributed|contributes|contribute|contributing|produced|produces|produce|\
     delivered|delivers|brings|brought|bringing|netted|nets|attracted|attracts|posted|reported|recorded|saw|booked|booking|secured|yielded|\
     received|receives|raked|drew|drawn|took|takes"
));
/// Verbs that move their object.
static MOVING: WordList = WordList::new(words!(
    "raise|raised|raising|raises|bring|brings|bringing|brought|lift|lifted|lifting|lifts|cut|cuts|cutting|push|pushed|pushing|takes|taking|took|lowering|sending"
));
/// Participles before a figure that say how sure it is.
static GUESSED: WordList = WordList::new(words!("estimated|expected|projected|implied|reported|revised|anticipated|forecast"));
/// Units of what moves in small steps.
static POINTS: WordList = WordList::new(words!("point|points|bps|pips"));
/// Verbs of expecting, before their figure.
static EXPECTING: WordList =
    WordList::new(words!("expecting|modeling|modelling|expected|expect|forecast|forecasted|estimated|anticipated|predicted|projected"));
/// Those who expect figures of others.
static FORECASTERS: WordList = WordList::new(words!("analysts|economists|factset|consensus|forecasters"));
/// Auxiliaries of the passive.
static BEING: WordList = WordList::new(words!("is|are|was|were|be|been|being"));
/// Verbs of being sold.
static SELLING: WordList = WordList::new(words!("sell|sells|sold|selling|retail|retails|retailing|retailed|auctioned"));
/// Words before a figure that say which way its subject went.
static UP_DOWN: WordList = WordList::new(words!("up|down|higher|lower|off"));
/// Words before a figure that is compared with.
static COMPARING: WordList = WordList::new(words!("from|against|versus|vs|than|compared|with|above|below|over|under"));
/// Units that measure instead of counting.
static PHYSICAL: WordList =
    WordList::new(picked!(counted, PHYSICAL, "liters|bushels|megawatts|gigawatts|years|months|weeks|minutes|bags|carats"));

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Each fact's text with its measure.
    fn measures(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, fact.measure.as_deref().unwrap_or("-"))).collect()
    }

    #[test]
    fn subjects_of_change_and_level() {
        assert_eq!(
            measures("Net profit rose 5% to $10 million from $9.5 million."),
            ["5%: Net profit", "$10 million: Net profit", "$9.5 million: Net profit"]
        );
        assert_eq!(measures("The price of copper in London was $9,000 a tonne."), ["$9,000: price of copper"]);
    }

    #[test]
    fn objects_and_modified_nouns() {
        assert_eq!(measures("The start-up Zumbo raised $8 million in seed funding."), ["$8 million: seed funding"]);
        assert_eq!(measures("The regulator imposed a $2 billion fine on the bank."), ["$2 billion: fine"]);
        assert_eq!(measures("Inflation will come down to the bank's 2% target."), ["2%: target"]);
        assert_eq!(measures("Shipments brought a 7% rise in exports."), ["7%: exports"]);
    }

    #[test]
    fn never_a_verb_or_a_holder() {
        assert_eq!(measures("The average price target of $29 implies 24% downside."), ["$29: average price target", "24%: downside"]);
        assert_eq!(measures("The unemployment rate also rose slightly to 6.9%."), ["6.9%: unemployment rate"]);
        assert_eq!(measures("Ardent bought the Zumbo chain for $5 million."), ["$5 million: price"]);
        assert_eq!(measures("A new mine will cost $90 million."), ["$90 million: cost"]);
    }

    #[test]
    fn phrases_are_kept_whole() {
        assert_eq!(
            measures("Cash provided by operating activities was $9 million."),
            ["$9 million: Cash provided by operating activities"]
        );
        assert_eq!(measures("Net profit attributable to owners of $33 million was paid out."), ["$33 million: Net profit"]);
        assert_eq!(measures("The increase in tariffs for soya and wheat was 5%."), ["5%: tariffs"]);
        assert_eq!(measures("Economic growth of 2% is likely."), ["2%: Economic growth"]);
        assert_eq!(measures("The $80 billion five-year capital plan stands."), ["$80 billion: capital plan"]);
    }

    #[test]
    fn kinds_bases_and_what_is_put_on_something() {
        for (text, measure) in [
            ("The charge for impairment of long-lived assets was $5 million.", "$5 million: charge"),
            ("Hiring by shops rose 5%.", "5%: Hiring"),
            ("Hiring by shops, it said, rose 5%.", "5%: -"),
            ("Brask Q1 adjusted earnings per share $1.10.", "$1.10: adjusted earnings per share"),
            ("A downward trend in prices of 5% is clear.", "5%: prices"),
            ("A trend of headline and core inflation towards 3% is clear.", "3%: headline and core inflation"),
            ("The chain offered two types of bread contracts.", "two: types of bread contracts"),
            ("He will raise tariffs on as much as $3 million in rye exports.", "$3 million: rye exports"),
            ("Some $6 million has been earmarked for residential care.", "$6 million: residential care"),
            ("Up to $6 million will be provided by the state.", "$6 million: funding"),
            ("Core inflation would remain above trend at 3%.", "3%: Core inflation"),
            ("The state will provide $6 million to the mill.", "$6 million: funding"),
            ("The mill is said to be losing about $2 million a year.", "$2 million: loss"),
            ("The bank kept the Overnight Policy Rate (OPR) at 2.75%.", "2.75%: Overnight Policy Rate"),
            ("The notes bear interest at an annual rate of 6%.", "6%: interest"),
            ("The rate averaged a little above the level of 5%.", "5%: -"),
        ] {
            assert_eq!(measures(text).first().map(String::as_str), Some(measure), "{text}");
        }
    }

    #[test]
    fn changes_are_of_what_changes() {
        for (text, measure) in [
            ("The lender told of a 34% quarter-over-quarter decline in mortgage income.", "34%: mortgage income"),
            ("Sales of ovens are growing at a 15% CAGR.", "15%: Sales of ovens"),
            ("Brask Foods told of a 7% price increase for rolls.", "7%: price"),
            ("Net advanced to $9 million.", "$9 million: Net"),
            ("Shares of Brask Foods lost 5%.", "5%: Shares"),
            ("The county spends 50% more than it did.", "50%: -"),
            ("The market for these coatings will grow at a 15% CAGR.", "15%: market for these coatings"),
            ("China will set up a $20 billion fund to buy homes.", "$20 billion: fund"),
            ("The institute spends $8 million annually on repairs.", "$8 million: repairs"),
            ("The minister told of a $4 billion road and rail support package.", "$4 billion: road and rail support package"),
            ("Reduced net bank debt by $30 million.", "$30 million: net bank debt"),
            ("Turnover hit a local high of $7 million.", "$7 million: Turnover"),
            ("Brask Foods ended the year with $5 million in cash.", "$5 million: cash"),
            ("The trust has a position worth about $5 million.", "$5 million: position"),
            ("The lab seeks profits from sales, estimated at $5 million.", "$5 million: profits from sales"),
            ("Brask Foods will invest $5 million in research and development.", "$5 million: research and development"),
            ("The count of white cells decreased (16%).", "16%: count of white cells"),
            ("Brask Foods raised $9 million through a private placement.", "$9 million: private placement"),
            ("Tourism has help from the $1 billion Relief and Recovery Fund.", "$1 billion: Relief and Recovery Fund"),
            ("It will acquire all classes of stock for $9 million.", "$9 million: price"),
            ("The EBITDA margin has plummeted to 5%.", "5%: EBITDA margin"),
            ("The bakery has a capital gain of $3 million.", "$3 million: capital gain"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
        assert_eq!(measures("The outlay for rail rose from 3% to 5% of GDP."), ["3%: outlay", "5%: outlay"]);
    }

    #[test]
    fn who_bears_a_sum_is_not_measured() {
        assert_eq!(measures("The bakery pays its bakers $20."), ["$20: -"]);
        assert_eq!(measures("The fire has cost many families $2 million."), ["$2 million: cost"]);
        assert_eq!(measures("The global oven market will reach $9 billion."), ["$9 billion: global oven market"]);
        assert_eq!(measures("Assets of the 40 funds grew by $5 million.").last().map(String::as_str), Some("$5 million: Assets"));
    }

    #[test]
    fn rates_marks_and_bounds() {
        for (text, measure) in [
            ("The central bank raised its rate to 4%.", "4%: rate"),
            ("The economy grew at an annual rate of 5%.", "5%: economy"),
            ("A large order of $9 million was received.", "$9 million: order"),
            ("Sales were of the order of $9 million.", "$9 million: Sales"),
            ("The plan sets a $4 billion floor for rail spending.", "$4 billion: floor for rail spending"),
            ("The bakery opened a $9 million state of the art training programme.", "$9 million: training programme"),
            ("The fall in costs brought a 3% decrease to the bakery's bottom line.", "3%: bottom line"),
            ("The yield is far off its all-time closing high of 9%.", "9%: all-time closing high"),
            ("Brask Foods told of earnings per share (EPS) growth of 24%.", "24%: earnings per share"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
    }

    #[test]
    fn ranges_lists_and_units() {
        assert_eq!(
            measures("Analysts expect 13% earnings growth for bakers this year and 16% next year."),
            ["13%: earnings", "16%: earnings"]
        );
        assert_eq!(measures("It guided for sales between $2 million and $3 million."), ["$2 million: sales", "$3 million: sales"]);
        assert_eq!(measures("Sales of ovens, mixers and forks rose 18%."), ["18%: Sales of ovens"]);
        assert_eq!(measures("Revenue surged 46% Y/Y to $9 million."), ["46%: Revenue", "$9 million: Revenue"]);
        assert_eq!(measures("It plans 5% sales growth and 9% adjusted EPS growth."), ["5%: sales", "9%: adjusted EPS"]);
        assert_eq!(measures("Profit before tax fell 12%."), ["12%: Profit"]);
        assert_eq!(measures("It raised $5 million and more than $9 million was spent on ovens.")[1], "$9 million: spending");
    }

    #[test]
    fn what_was_expected_and_who_trades() {
        assert_eq!(measures("Sales rose to $9 million. Analysts had expected $8 million.")[1], "$8 million: Sales");
        assert_eq!(measures("Brask amended its $27 offer, raising it to $35."), ["$27: offer", "$35: offer"]);
        assert_eq!(measures("It sold a stake to a group of European institutions for $9 million."), ["$9 million: -"]);
        assert_eq!(measures("The bill needs a portion of this $9 million."), ["$9 million: -"]);
        assert_eq!(measures("The stock peaked at $5 before retreating to $4."), ["$5: stock", "$4: stock"]);
        assert_eq!(measures("Ransomware stays, accounting for 66% of attacks."), ["66%: -"]);
        assert_eq!(measures("It was a good year, with oven sales doubling to $9 million.")[1], "$9 million: oven sales");
    }

    #[test]
    fn subjects_over_asides_and_set_phrases() {
        for (text, measure) in [
            ("Shares of Brask have in fact risen 22%.", "22%: Shares"),
            ("The stock, a symbol of the craze, spiked 7%.", "7%: stock"),
            ("It had a rough year with its share price down 19%.", "19%: share price"),
            ("Unit costs were expected to return to $6 million.", "$6 million: Unit costs"),
            ("In spring oven fraud cases surged by nearly 300%.", "300%: fraud cases"),
            ("The bond is priced at 101 pct.", "101 pct: price"),
            ("The bakery reports revenue up 4%.", "4%: revenue"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
    }

    #[test]
    fn prices_valuations_and_targets() {
        for (text, measure) in [
            ("Brask lifts its target to $52.", "$52: price target"),
            ("Brask lifts its target to $52 million.", "$52 million: -"),
            ("The deal values the company at $9 million.", "$9 million: valuation"),
            ("The stake in the bakery was valued at $9 million.", "$9 million: stake"),
            ("The bakery offered nearly $9 million.", "$9 million: offer"),
            ("The shops added $9 million in sales.", "$9 million: sales"),
            ("It sold a unit with a $9 million gain on the sale.", "$9 million: gain"),
            ("The start-up has raised $9 million.", "$9 million: funding"),
            ("The funds yield 4%.", "4%: yield"),
            ("It sought to buy more than 15% of the baker's parent.", "15%: stake"),
            ("Costs related to ovens and mixers were $9 million.", "$9 million: Costs related to ovens"),
            ("Brask slashed entry prices for ovens with glass doors to $900.", "$900: entry prices"),
            ("Net cash provided by operating activities $9 million.", "$9 million: Net cash provided by operating activities"),
            ("It booked a non-cash gain of $9 million.", "$9 million: gain"),
            ("Among the wins was a $9 million order for ovens.", "$9 million: order"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
        assert_eq!(
            measures("On the news, the bakery's share price fell $1.50, or 9%, to close at $7."),
            ["$1.50: share price", "9%: share price", "$7: share price"]
        );
        assert_eq!(measures("The best was the maker Ovenex Technology, gaining 3%."), ["3%: price"]);
    }

    #[test]
    fn numbers_of_things() {
        for (text, measure) in [
            ("The new site will house more than 100 local and regional teams.", "100: local and regional teams"),
            ("It hires 125 pastry makers.", "125: pastry makers"),
            ("It is laying off about 300 people.", "300: people"),
            ("It shipped 50 tonnes of rice.", "50: rice"),
            ("It had an annual output of 50 tonnes of rice.", "50: annual output"),
            ("The bakery has 3,000 sq ft of floor space.", "3,000: floor space"),
            ("The bakery has a growing network of 40 shops.", "40: shops"),
            ("The 90 MW solar farm opened.", "90: solar farm"),
            ("Growth fell on account of three factors.", "three: factors"),
            ("Net debt was 5x core profit.", "5x: Net debt"),
            ("The prize is a 50 kW solar farm.", "50: solar farm"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
        assert_eq!(measures("Sales rose to 433 ovens from 414 ovens and 342 ovens.")[2], "342: Sales");
        assert_eq!(measures("Stocks climbed to 60 mln barrels of oil against 50 mln."), ["60 mln: Stocks", "50 mln: Stocks"]);
    }

    #[test]
    fn shares_of_people_and_of_listed_names() {
        for (text, measure) in [
            ("It is laying off 25% of the staff.", "25%: staff"),
            ("A study says 85% of bakers approve of her.", "85%: bakers"),
            ("Some 23% of respondents planning a trip bake.", "23%: respondents"),
            ("Among pastry cooks, 60% have a good view of her.", "60%: pastry cooks"),
            ("The board approved raising the dividend by 5%.", "5%: dividend"),
            ("The year was good, with growth expected to average 3 per cent.", "3 per cent: growth"),
            ("The industrial sector grew by 6%.", "6%: industrial sector"),
            ("In fact we've already got 540 soldiers on the ground.", "540: soldiers"),
            ("In fact we’ve already got 540 soldiers on the ground.", "540: soldiers"),
        ] {
            assert_eq!(measures(text), [measure]);
        }
        assert_eq!(
            measures("The town saw a 21% rise in voters, followed by Zumbo’s Brask (20%) and Selby (19%)."),
            ["21%: voters", "20%: voters", "19%: voters"]
        );
        assert_eq!(measures("Shr loss 1.93 dlrs vs profit 16 cts."), ["1.93 dlrs: Shr loss", "16 cts: profit"]);
    }

    #[test]
    fn labels_and_parts() {
        assert_eq!(measures("- Revenue: $5 million"), ["$5 million: Revenue"]);
        assert_eq!(measures("Exports accounted for 40% of sales."), ["40%: Exports"]);
    }
}
