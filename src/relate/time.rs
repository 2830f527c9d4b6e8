//! The period that a figure is about: the nearest one that the grammar allows, else one inherited from the sentence before or the heading.
//!
//! A sentence falls into clauses (at "while", "but" and semicolons), comparisons ("compared with $4m in 2003", "from $4m") and
//! brackets. A figure takes a period of its own comparison or bracket first; the figure that is compared never takes the one that
//! it is compared with. "$5m and $4m in 2004 and 2003, respectively" goes pair by pair. A bullet or paragraph without a period
//! takes that of the heading above it, a sentence that of the sentence before in its paragraph.

use std::ops::Range;

use super::Fact;
use crate::document::Document;
use crate::lexicon::WordList;
use crate::mention::{Grain, Period};
use crate::text::{Block, Sentence, Span, TokenKind};

/// Gives each fact its period where the text names one.
pub fn assign(document: &Document, facts: &mut [Fact], periods: &[Period]) {
    let mut topic = Topic::default();
    let (mut next_fact, mut next_period) = (0, 0);
    let dateline = document.context.dateline.as_ref().map(|dateline| dateline.span);
    for sentence in &document.sentences {
        let end = document.span(sentence.tokens.clone()).end;
        let first_fact = next_fact;
        next_fact += facts[next_fact..].partition_point(|fact| fact.figure.span.start < end);
        let first_period = next_period;
        next_period += periods[next_period..].partition_point(|period| period.span.start < end);
        if first_fact == next_fact && first_period == next_period {
            topic.enter(sentence, None, 0);
            continue;
        }
        let in_dateline = |index: &usize| dateline.is_some_and(|dateline| dateline.contains(periods[*index].span));
        let here: Vec<usize> = (first_period..next_period).filter(|index| !in_dateline(index)).collect();
        let scene = Scene::new(document, sentence, &facts[first_fact..next_fact], periods, &here);
        let own = scene.topic();
        let inherited = topic.enter(sentence, own, scene.main_periods());
        scene.assign(&mut facts[first_fact..next_fact], inherited);
    }
}

/// What the article has been speaking of at the start of a sentence.
#[derive(Default)]
struct Topic {
    heading: Option<usize>,
    /// Whether the heading is the article's own title, and the paragraph that stands right below it.
    is_title: bool,
    headings: usize,
    below_title: Option<usize>,
    sentence: Option<usize>,
    paragraph: usize,
}

impl Topic {
    /// The period that the sentence inherits; takes in what the sentence itself speaks of.
    fn enter(&mut self, sentence: &Sentence, own: Option<usize>, periods: usize) -> Option<usize> {
        if sentence.block == Block::Heading {
            self.headings += 1;
            if periods > 0 {
                self.heading = own.filter(|_| periods == 1);
                self.is_title = self.headings <= 1;
                self.below_title = None;
            }
            self.sentence = None;
            self.paragraph = sentence.paragraph;
            return self.heading.filter(|_| periods == 0);
        }
        if sentence.paragraph != self.paragraph {
            self.paragraph = sentence.paragraph;
            self.sentence = None;
        }
        if self.is_title && self.below_title.is_none() {
            self.below_title = Some(sentence.paragraph);
        }
        let heading =
            self.heading.filter(|_| !self.is_title || sentence.block == Block::Bullet || self.below_title == Some(sentence.paragraph));
        let inherited = self.sentence.or(heading);
        if own.is_some() {
            self.sentence = own;
        }
        inherited
    }
}

/// Where a token stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
struct Stand {
    /// Number of the clause.
    clause: u16,
    /// Number of the comparison, from 1; 0 outside.
    comparison: u16,
    /// Number of the bracket, from 1; 0 outside.
    bracket: u16,
}

/// A figure or a period in its sentence.
#[derive(Clone, Copy, Debug)]
struct Item {
    /// Index into the facts of the sentence or the periods of the article.
    index: usize,
    tokens: (usize, usize),
    stand: Stand,
}

/// A sentence with its figures and periods.
struct Scene<'a> {
    document: &'a Document<'a>,
    range: Range<usize>,
    figures: Vec<Item>,
    periods: Vec<Item>,
    grains: Vec<Grain>,
    /// Which periods a figure can be about.
    about: Vec<bool>,
}

/// How many periods to either side of a figure it may take: enough for any sentence, and long tables stay linear.
const NEAR: usize = 8;

impl<'a> Scene<'a> {
    fn new(document: &'a Document<'a>, sentence: &Sentence, facts: &[Fact], periods: &[Period], here: &[usize]) -> Self {
        let range = sentence.tokens.clone();
        let tokens_of = |span: Span| (document.token_at(span.start), document.token_at(span.end.saturating_sub(1)) + 1);
        let figures: Vec<(usize, usize)> = facts.iter().map(|fact| tokens_of(fact.figure.span)).collect();
        let spans: Vec<(usize, usize)> = here.iter().map(|&index| tokens_of(periods[index].span)).collect();
        let grains: Vec<Grain> = here.iter().map(|&index| periods[index].grain).collect();
        let stands = stands(document, range.clone(), &figures, &spans, &grains);
        let item = |index: usize, tokens: (usize, usize)| Item {
            index,
            tokens,
            stand: tokens.0.checked_sub(range.start).and_then(|at| stands.get(at)).copied().unwrap_or_default(),
        };
        let figures = figures.iter().enumerate().map(|(index, &tokens)| item(index, tokens)).collect();
        let periods = here.iter().zip(&spans).map(|(&index, &tokens)| item(index, tokens)).collect();
        let mut scene = Scene { document, range, figures, periods, grains, about: Vec::new() };
        scene.about = (0..scene.periods.len()).map(|period| scene.is_about(period)).collect();
        scene
    }

    fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.range.contains(&at) && words.iter().any(|word| self.document.word(at).eq_ignore_ascii_case(word))
    }

    /// Whether a period can be what a figure is about: not "since 2002", not the day on which something was said.
    fn is_about(&self, period: usize) -> bool {
        let (start, end) = self.periods[period].tokens;
        let before = start.wrapping_sub(1);
        if self.word_is(before, &["since"]) {
            return false;
        }
        if self.grains[period] != Grain::Day && self.document.tokens[start].classes.0 & crate::text::Classes::WEEKDAY.0 == 0 {
            return true;
        }
        let said = ["said", "told", "announced", "reported", "says", "today", "unveiled", "released", "published", "posted"];
        !self.word_is(start, &["today"]) && !(start.saturating_sub(4)..start).chain(end..end + 3).any(|at| self.word_is(at, &said))
    }

    /// The periods that figures outside comparisons and brackets may take.
    fn main(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.periods.len()).filter(|&period| {
            let stand = self.periods[period].stand;
            stand.comparison == 0 && stand.bracket == 0 && self.about[period]
        })
    }

    /// The periods around a figure that it can be about.
    fn near(&self, figure: &Item) -> Vec<usize> {
        let middle = self.periods.partition_point(|period| period.tokens.0 < figure.tokens.0);
        let last = (middle + NEAR).min(self.periods.len());
        (middle.saturating_sub(NEAR)..last).filter(|&period| self.about[period]).collect()
    }

    fn main_periods(&self) -> usize {
        self.main().count()
    }

    /// What the sentence speaks of: its first period of more than a day, else its first day.
    fn topic(&self) -> Option<usize> {
        let longer = self.main().find(|&period| self.grains[period] != Grain::Day);
        longer.map(|period| self.periods[period].index)
    }

    fn assign(&self, facts: &mut [Fact], inherited: Option<usize>) {
        for (at, figure) in self.figures.iter().enumerate() {
            facts[at].period = self.period_of(figure).map(|period| self.periods[period].index);
        }
        self.assign_pairs(facts);
        let inherited = inherited.filter(|_| self.main().next().is_none());
        for at in 0..self.figures.len() {
            if facts[at].period.is_none() {
                facts[at].period = self.period_of_converted(at, facts).or(inherited.filter(|_| self.figures[at].stand.comparison == 0));
            }
        }
    }

    /// The period that the grammar of the sentence gives a figure.
    fn period_of(&self, figure: &Item) -> Option<usize> {
        let about = self.near(figure);
        let stand = figure.stand;
        if stand.bracket > 0 {
            let inside = |&&period: &&usize| self.periods[period].stand.bracket == stand.bracket;
            let found = self.closest(figure, about.iter().filter(inside).copied(), true);
            if found.is_some() || self.opens_bracket(figure) {
                return found;
            }
        }
        if stand.comparison > 0 {
            let inside = |&&period: &&usize| self.periods[period].stand.comparison == stand.comparison;
            return self.closest(figure, about.iter().filter(inside).copied(), false);
        }
        let is_main = |&period: &usize| {
            let Stand { comparison, bracket, .. } = self.periods[period].stand;
            comparison == 0 && bracket == 0
        };
        let main: Vec<usize> = about.into_iter().filter(is_main).collect();
        let same_clause = main.iter().copied().filter(|&period| self.periods[period].stand.clause == stand.clause);
        self.attached(figure, same_clause).or_else(|| self.attached(figure, main.iter().copied()))
    }

    /// The closest period of a comparison or bracket: the one after the figure, or before it where `before` is preferred.
    fn closest(&self, figure: &Item, periods: impl Iterator<Item = usize>, before: bool) -> Option<usize> {
        let periods: Vec<usize> = periods.collect();
        let after = periods.iter().copied().find(|&period| self.periods[period].tokens.0 >= figure.tokens.1);
        let ahead = periods.iter().copied().rev().find(|&period| self.periods[period].tokens.1 <= figure.tokens.0);
        if before { ahead.or(after) } else { after.or(ahead) }
    }

    /// Of the periods of a clause: the one that follows the figure and belongs to it, else the last before it, else the next.
    fn attached(&self, figure: &Item, periods: impl Iterator<Item = usize>) -> Option<usize> {
        let periods: Vec<usize> = periods.collect();
        let longer: Vec<usize> =
            periods.iter().copied().filter(|&period| self.grains[period] != Grain::Day || self.is_balance(period)).collect();
        let periods = if longer.is_empty() { periods } else { longer };
        let after = periods.iter().copied().find(|&period| self.periods[period].tokens.0 >= figure.tokens.1);
        let before = periods.iter().copied().rev().find(|&period| self.periods[period].tokens.1 <= figure.tokens.0);
        match (before, after) {
            (Some(before), Some(after)) if !self.belongs(figure, after) => Some(before),
            (before, after) => after.or(before),
        }
    }

    /// A day on which something stood: "at December 31", "as of June 30".
    fn is_balance(&self, period: usize) -> bool {
        self.word_is(self.periods[period].tokens.0.wrapping_sub(1), &["at", "of"])
    }

    /// Whether a period after a figure belongs to it: bound by a preposition, with no other statement between.
    fn belongs(&self, figure: &Item, period: usize) -> bool {
        let start = self.periods[period].tokens.0;
        let bound = self.word_is(
            start.wrapping_sub(1),
            &["in", "for", "during", "at", "of", "over", "by", "through", "throughout", "on", "within", "until"],
        ) || start <= figure.tokens.1 + 1;
        let first = self.figures.partition_point(|other| other.tokens.0 < figure.tokens.1);
        let last = self.figures.partition_point(|other| other.tokens.1 <= start).clamp(first, (first + NEAR).min(self.figures.len()));
        let others = &self.figures[first..last];
        let linked = others.iter().all(|other| self.word_is(other.tokens.0.wrapping_sub(1), &["to", "or", "by", "of"]));
        let verbs = ["and", "with", "which", "who"];
        let subjects = ["it", "he", "she", "they", "we", "has", "have", "is", "was"];
        let between = || figure.tokens.1..start;
        let statement = between().any(|at| self.word_is(at, &verbs)) && !others.is_empty()
            || between().any(|at| self.word_is(at, &["and"]) && self.word_is(at + 1, &subjects));
        bound && linked && !statement
    }

    /// "$5m and $4m in 2004 and 2003, respectively".
    fn assign_pairs(&self, facts: &mut [Fact]) {
        let period_runs = runs(self.document, &self.periods);
        if period_runs.iter().all(|run| run.len() < 2) || !self.range.clone().any(|at| self.word_is(at, &["respectively"])) {
            return;
        }
        for figures in runs(self.document, &self.figures).into_iter().filter(|run| run.len() > 1) {
            let end = self.figures[figures.end - 1].tokens.1;
            let fits = |run: &&Range<usize>| run.len() == figures.len();
            let after = period_runs.iter().filter(fits).find(|run| self.periods[run.start].tokens.0 >= end);
            let before = period_runs.iter().rev().filter(fits).find(|run| self.periods[run.start].tokens.0 < end);
            if let Some(run) = after.or(before) {
                for (figure, period) in figures.zip(run.clone()) {
                    facts[figure].period = Some(self.periods[period].index);
                }
            }
        }
    }

    fn opens_bracket(&self, figure: &Item) -> bool {
        figure.tokens.0 > self.range.start && self.document.tokens[figure.tokens.0 - 1].is_sign('(')
    }

    /// A figure in brackets right behind another is the same in another unit: it takes that one's period.
    fn period_of_converted(&self, at: usize, facts: &[Fact]) -> Option<usize> {
        let figure = &self.figures[at];
        let before = at.checked_sub(1)?;
        let adjacent = self.opens_bracket(figure) && self.figures[before].tokens.1 + 1 == figure.tokens.0
            || figure.stand.bracket > 0 && self.figures[before].stand.bracket == figure.stand.bracket;
        if adjacent { facts[before].period } else { None }
    }
}

/// Runs of items with nothing but "and", "or" and commas between them.
fn runs(document: &Document, items: &[Item]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let joined = index > 0 && (items[index - 1].tokens.1..item.tokens.0).all(|at| is_joiner(document, at));
        match out.last_mut() {
            Some(run) if joined => run.end = index + 1,
            _ => out.push(index..index + 1),
        }
    }
    out
}

fn is_joiner(document: &Document, at: usize) -> bool {
    let token = &document.tokens[at];
    matches!(token.kind, TokenKind::Sign(',' | '&')) || ["and", "or"].iter().any(|word| token.is_word(document.text, word))
}

/// Words that open a new clause.
static CLAUSES: WordList = WordList::new(&["while", "whereas", "but", "although", "though"]);

/// Words that open a comparison.
static COMPARISONS: WordList = WordList::new(&["compared", "versus", "vs", "than", "against", "comparison"]);

/// Words that may open one: these, and those that do so before some figures and periods.
static OPENING: WordList = WordList::new(&["compared", "versus", "vs", "than", "against", "comparison", "from", "on", "over"]);

/// Where every token of a sentence stands, in one pass.
fn stands(
    document: &Document,
    range: Range<usize>,
    figures: &[(usize, usize)],
    periods: &[(usize, usize)],
    grains: &[Grain],
) -> Vec<Stand> {
    let mut out = Vec::with_capacity(range.len());
    let mut stand = Stand::default();
    let (mut comparisons, mut brackets) = (0u16, 0u16);
    let mut alternative = false;
    let mut opened_by_from = false;
    let listed = |list: &[&str], at: usize| list.iter().any(|word| document.tokens[at].is_word(document.text, word));
    let starts = |list: &[(usize, usize)], at: usize| list.binary_search_by_key(&at, |&(start, _)| start).is_ok();
    for at in range.clone() {
        let token = &document.tokens[at];
        let word_after = |words: &[&str]| at + 1 < range.end && listed(words, at + 1);
        match token.kind {
            TokenKind::Sign('(' | '[') => {
                brackets = brackets.saturating_add(1);
                stand.bracket = brackets;
            }
            TokenKind::Sign(';') => stand = Stand { clause: stand.clause.saturating_add(1), comparison: 0, ..stand },
            TokenKind::Sign(',') if stand.comparison > 0 && stand.bracket == 0 => {
                // "compared to $4m, or 5 cents per share, in 2003"
                let continues = word_after(&["or"]) || alternative && word_after(&["in", "for", "during"]);
                alternative = word_after(&["or"]);
                if !continues {
                    stand.comparison = 0;
                }
            }
            TokenKind::Word if CLAUSES.has(document.word(at)) => {
                stand = Stand { clause: stand.clause.saturating_add(1), comparison: 0, ..stand }
            }
            TokenKind::Word if opens_comparison(document, range.clone(), at, figures, periods, grains) => {
                comparisons = comparisons.saturating_add(1);
                stand.comparison = comparisons;
                alternative = false;
                opened_by_from = token.is_word(document.text, "from");
            }
            TokenKind::Word if stand.comparison > 0 && opened_by_from && token.is_word(document.text, "to") && starts(figures, at + 1) => {
                stand.comparison = 0;
            }
            _ => {}
        }
        out.push(stand);
        if matches!(token.kind, TokenKind::Sign(')' | ']')) {
            stand.bracket = 0;
        }
    }
    out
}

/// Whether the word at `at` opens a comparison: "compared with"; "from" before a figure; "on" and "over" before a year gone by.
fn opens_comparison(
    document: &Document,
    range: Range<usize>,
    at: usize,
    figures: &[(usize, usize)],
    periods: &[(usize, usize)],
    grains: &[Grain],
) -> bool {
    if !OPENING.has(document.word(at)) {
        return false;
    }
    let starts = |list: &[(usize, usize)], at: usize| list.binary_search_by_key(&at, |&(start, _)| start).ok();
    let is = |word: &str| document.tokens[at].is_word(document.text, word);
    if COMPARISONS.has(document.word(at)) {
        // "more than $5m" and "less than 3%" compare nothing
        return !(is("than") && starts(figures, at + 1).is_some());
    }
    let period = starts(periods, at + 1);
    if is("from") {
        let next = figures.get(figures.partition_point(|&(start, _)| start <= at));
        return period.is_some() || next.is_some_and(|&(start, _)| start <= at + 6 && start < range.end);
    }
    let Some(period) = period.filter(|_| is("on") || is("over")) else { return false };
    let text = document.span(periods[period].0..periods[period].1).of(document.text).to_ascii_lowercase();
    let stretch_up_to_now = text.contains("past ") || text.contains("the last ") || text.contains("next ");
    !stretch_up_to_now
        && matches!(grains[period], Grain::Year | Grain::Quarter | Grain::Half | Grain::Span)
        && !text.starts_with(|c: char| c.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    /// Figures with the text of their periods.
    fn periods(text: &str) -> Vec<(String, Option<String>)> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let text_of = |id: &String| sheet.periods.iter().find(|period| &period.id == id).map(|period| period.text.clone());
        sheet.facts.iter().map(|fact| (fact.text.clone(), fact.period.as_ref().and_then(text_of))).collect()
    }

    fn expect(text: &str, expected: &[(&str, Option<&str>)]) {
        let expected: Vec<(String, Option<String>)> =
            expected.iter().map(|(figure, period)| (figure.to_string(), period.map(String::from))).collect();
        assert_eq!(periods(text), expected, "{text}");
    }

    #[test]
    fn a_figure_takes_the_period_of_its_clause() {
        expect("Exports rose 39% to $830 million in 2004.", &[("39%", Some("2004")), ("$830 million", Some("2004"))]);
        expect("In 2003, sales were $4m, and $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
        expect("Sales were $4m in 2003 while profit was $1m in 2002.", &[("$4m", Some("2003")), ("$1m", Some("2002"))]);
    }

    #[test]
    fn a_comparison_keeps_its_period_to_itself() {
        expect("Revenue was $5m in 2004, compared with $4m in 2003.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
        expect("Sales in 2004 rose from $4m to $5m.", &[("$4m", None), ("$5m", Some("2004"))]);
        expect("Income grew from $4m in 2003 to $5m in 2004.", &[("$4m", Some("2003")), ("$5m", Some("2004"))]);
        expect("Profit rose 9% on the previous year.", &[("9%", None)]);
    }

    #[test]
    fn brackets_and_pairs() {
        expect("Fees were $186 million in 2004 (2003 - $95 million).", &[("$186 million", Some("2004")), ("$95 million", Some("2003"))]);
        expect("It paid $6 million (RM24.94mil) in 2021.", &[("$6 million", Some("2021")), ("RM24.94mil", Some("2021"))]);
        expect("Sales were $5m and $4m in 2004 and 2003, respectively.", &[("$5m", Some("2004")), ("$4m", Some("2003"))]);
    }

    #[test]
    fn headings_and_sentences_before() {
        expect(
            "Acme grows\n\nSecond Quarter 2004 Highlights\n\n- Sales of $5m\n- Profit of $1m in the first half of 2004\n",
            &[("$5m", Some("Second Quarter 2004")), ("$1m", Some("the first half of 2004"))],
        );
        expect("Sales fell in 2004. They came to $5m.", &[("$5m", Some("2004"))]);
    }
}
