//! How a sentence is laid out in time: its figures and periods, each with the clause, comparison and bracket that it stands in.

use std::ops::Range;

use super::market;
use crate::document::Document;
use crate::mention::{Grain, TimeSpan};
use crate::relate::FigureFact;
use crate::text::{Classes, Sentence, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{CLAUSES, COMPARISONS};

/// Where a token stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Stand {
    /// Number of the clause.
    pub(super) clause: u16,
    /// Number of the comparison, from 1; 0 outside.
    pub(super) comparison: u16,
    /// Number of the bracket, from 1; 0 outside.
    pub(super) bracket: u16,
}

impl Stand {
    pub(super) fn is_main(self) -> bool {
        self.comparison == 0 && self.bracket == 0
    }
}

/// A figure of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct FigureMention {
    pub(super) tokens: (usize, usize),
    pub(super) stand: Stand,
}

/// A period of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct PeriodMention {
    /// Index into the periods of the article.
    pub(super) index: usize,
    pub(super) tokens: (usize, usize),
    pub(super) stand: Stand,
    pub(super) grain: Grain,
    /// Whether a figure can be about it.
    pub(super) about: bool,
    /// Whether it looks a year or less back: "the same quarter last year".
    pub(super) looks_back: bool,
    /// Whether it is of what went before: "after a loss in 2023, it earned $5m".
    pub(super) led_in: bool,
}

/// A sentence with its figures and periods.
pub(super) struct TimedSentence<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) range: Range<usize>,
    pub(super) figures: Vec<FigureMention>,
    pub(super) periods: Vec<PeriodMention>,
    /// The tokens that open its comparisons, in order.
    pub(super) comparisons: Vec<usize>,
}

/// How many periods to either side of a figure it may take: enough for any sentence, and long tables stay linear.
pub(super) const NEAR: usize = 8;

impl<'a> TimedSentence<'a> {
    pub(super) fn new(
        document: &'a Document<'a>,
        sentence: &Sentence,
        facts: &[FigureFact],
        periods: &[TimeSpan],
        here: impl Iterator<Item = usize>,
    ) -> Self {
        let range = sentence.tokens.clone();
        let tokens_of = |span: Span| (document.token_at(span.start), document.token_at(span.end.saturating_sub(1)) + 1);
        let figures = facts.iter().map(|fact| FigureMention { tokens: tokens_of(fact.figure.span), stand: Stand::default() }).collect();
        let period = |index: usize| PeriodMention {
            index,
            tokens: tokens_of(periods[index].span),
            stand: Stand::default(),
            grain: periods[index].grain,
            about: false,
            looks_back: periods[index].shift.is_some_and(|shift| shift.anaphoric && shift.months < 0),
            led_in: false,
        };
        let periods = here.map(period).collect();
        let mut scene = TimedSentence { document, range, figures, periods, comparisons: Vec::new() };
        scene.place();
        for period in 0..scene.periods.len() {
            scene.periods[period].about = scene.is_about(&scene.periods[period]);
            scene.periods[period].led_in = scene.is_led_in(&scene.periods[period]);
        }
        scene
    }

    pub(super) fn word_is(&self, at: usize, words: &[&str]) -> bool {
        self.range.contains(&at) && words.iter().any(|word| self.document.word(at).eq_ignore_ascii_case(word))
    }

    fn word(&self, at: usize) -> &str {
        if self.range.contains(&at) { self.document.word(at) } else { "" }
    }

    /// Whether a period can be what a figure is about: not "since 2002", not the day on which something was said.
    fn is_about(&self, period: &PeriodMention) -> bool {
        let (start, end) = period.tokens;
        let before = start.wrapping_sub(1);
        // "since 2002", but "since 13 May, when it rose 4%"
        if self.word_is(before, &["since"]) {
            return self.word_is(end, &["when"])
                || self.range.contains(&end) && self.document.tokens[end].is_sign(',') && self.word_is(end + 1, &["when"]);
        }
        // "grew 10% on the year": the year before is what it is held against
        if self.word_is(before, &["on"]) && end <= start + 2 && self.word_is(end - 1, &["year", "month", "quarter", "week"]) {
            return false;
        }
        // "holders of record on March 14", not "a record $5m last year"
        let of_record = |at: usize| self.word_is(at, &["record"]) && self.word_is(at.wrapping_sub(1), &["of"]);
        let pays = |at: usize| PAYING.has(self.document.word(at)) || of_record(at);
        // "payable on the last day of June and December", "of record after the bell on March 14"
        let pays_far = |at: usize| self.word_is(at, &["payable"]) || of_record(at);
        if (start.saturating_sub(4).max(self.range.start)..start).any(pays)
            || (start.saturating_sub(9).max(self.range.start)..start).any(pays_far)
        {
            return false;
        }
        // "the best of the 21st century"
        if self.word_is(end - 1, &["century", "centuries"]) {
            return false;
        }
        if self.is_mark(period) {
            return false;
        }
        if period.grain == Grain::Month && market::is_contract(self.document, &self.range, end) {
            return false;
        }
        if self.is_of_an_event(start)
            || self.is_in_a_name(start)
            || self.names_an_event(period)
            || self.is_in_a_title(period)
            || self.is_announced(start, end)
        {
            return false;
        }
        if period.grain != Grain::Day && !self.document.tokens[start].classes.any(Classes::WEEKDAY) {
            return true;
        }
        let said = |at: usize| self.range.contains(&at) && SAID.has(self.document.word(at));
        !self.word_is(start, &["today"]) && !(start.saturating_sub(4)..start).chain(end..end + 3).any(said)
    }

    /// "before March 24", "a report dated May 17", "below 2014 levels", "our 2014 baseline": a mark that a figure is set against.
    fn is_mark(&self, period: &PeriodMention) -> bool {
        let (start, end) = period.tokens;
        let before = start.wrapping_sub(1);
        let as_of = if self.word_is(before, &["of"]) { start.wrapping_sub(3) } else { before };
        let ends = period.grain == Grain::Day
            && !self.word_is(start, &["the", "end"])
            && (self.word_is(before, &["before", "until", "till"]) || self.word_is(as_of, &["dated"]));
        // "won't reach pockets until late April"
        let until = self.word_is(before, &["until", "till"]);
        ends || until
            || period.grain == Grain::Year && self.word_is(end, &["baseline", "levels", "level"]) && !self.word_is(end + 1, &["of"])
    }

    /// "the 2021 National Bread Survey": the year in the title of a work.
    fn is_in_a_title(&self, period: &PeriodMention) -> bool {
        let (start, end) = period.tokens;
        let named = |at: &usize| self.range.contains(at) && self.document.word(*at).starts_with(char::is_uppercase);
        self.word_is(start.wrapping_sub(1), &["the", "its", "our", "their"])
            && (end..end + 5).take_while(named).any(|at| self.word_is(at, &["survey", "study", "report", "review"]))
    }

    /// "founded in 2018", "a tax introduced in October", "a ban that began in 1967": of that event and of no figure.
    fn is_of_an_event(&self, start: usize) -> bool {
        let mut at = start.wrapping_sub(1);
        // "a plan that was announced last year"
        if self.word_is(start, &["last", "this", "earlier"])
            && BEGUN.has(self.word(at))
            && self.word_is(at.wrapping_sub(1), &["was", "were", "been"])
        {
            return true;
        }
        at = at.wrapping_sub(usize::from(self.word_is(at, &["early", "late", "back"])));
        if !self.word_is(at, &["in", "on", "around", "during"]) {
            return false;
        }
        at = at.wrapping_sub(1);
        at = at.wrapping_sub(usize::from(self.word_is(at, &["back", "first"])));
        self.range.contains(&at) && EVENTS.has(self.document.word(at))
    }

    /// Whether the phrase of the period opens with "after" or the like and closes with a comma behind it.
    fn is_led_in(&self, period: &PeriodMention) -> bool {
        let (start, end) = period.tokens;
        if !(self.range.contains(&end) && self.document.tokens[end].is_sign(',')) {
            return false;
        }
        let mut before = (start.saturating_sub(14).max(self.range.start)..start.saturating_sub(1)).rev();
        let opens =
            before.find(|&at| self.document.tokens[at].is_sign(',') || self.word_is(at, &["after", "following", "despite", "before"]));
        opens.is_some_and(|at| !self.document.tokens[at].is_sign(','))
    }

    /// "the Securities Act of 1934", "Class of 2024".
    fn is_in_a_name(&self, start: usize) -> bool {
        let name = start.wrapping_sub(2);
        self.word_is(start.wrapping_sub(1), &["of"])
            && self.word_is(name, &["act", "acts", "law", "code", "class", "summer"])
            && self.document.word(name).starts_with(char::is_uppercase)
    }

    /// "In early 2024, Acme launched …": the sentence tells of an event, and what follows is of another time.
    pub(super) fn opens_event(&self, period: &PeriodMention) -> bool {
        let (start, end) = period.tokens;
        start <= self.range.start + 1
            && self.figures.is_empty()
            && (end..end + 8).any(|at| self.range.contains(&at) && EVENTS.has(self.document.word(at)))
    }

    /// "the 2017 tax cuts", "the 2008 crisis": a year that tells an event from others.
    fn names_an_event(&self, period: &PeriodMention) -> bool {
        let end = period.tokens.1;
        if period.grain == Grain::Month && end == period.tokens.0 + 1 && HELD.has(self.word(end)) {
            return true;
        }
        period.grain == Grain::Year
            && (end..end + 2).any(|at| self.range.contains(&at) && ONCE.has(self.document.word(at)))
            && self.document.tokens[end].kind == TokenKind::Word
    }

    /// "announced last year that it would": the day of saying, however long.
    fn is_announced(&self, start: usize, end: usize) -> bool {
        let verb = start.wrapping_sub(1 + usize::from(self.word_is(start.wrapping_sub(1), &["in", "earlier"])));
        self.range.contains(&verb)
            && SAID.has(self.document.word(verb))
            && self.word_is(end, &["that", "it", "they", "we", "he", "she", "plans", "to"])
    }

    /// The periods that figures outside comparisons and brackets may take.
    pub(super) fn main(&self) -> impl Iterator<Item = &PeriodMention> {
        self.periods.iter().filter(|period| period.about && period.stand.is_main())
    }

    /// The periods around a figure that it can be about.
    pub(super) fn near(&self, figure: &FigureMention) -> impl DoubleEndedIterator<Item = &PeriodMention> + Clone {
        self.around(figure).filter(|period| period.about)
    }

    pub(super) fn around(&self, figure: &FigureMention) -> impl DoubleEndedIterator<Item = &PeriodMention> + Clone {
        let middle = self.periods.partition_point(|period| period.tokens.0 < figure.tokens.0);
        let last = (middle + NEAR).min(self.periods.len());
        self.periods[middle.saturating_sub(NEAR)..last].iter()
    }

    pub(super) fn opens_bracket(&self, figure: &FigureMention) -> bool {
        figure.tokens.0 > self.range.start && self.document.tokens[figure.tokens.0 - 1].is_sign('(')
    }

    /// A figure alone in brackets behind one of the same unit is that of the year before.
    pub(super) fn is_prior_in_brackets(&self, at: usize, facts: &[FigureFact]) -> bool {
        let figure = &self.figures[at];
        let Some(before) = at.checked_sub(1) else { return false };
        let closes = self.range.contains(&figure.tokens.1) && self.document.tokens[figure.tokens.1].is_sign(')');
        let same = facts[before].figure.unit == facts[at].figure.unit && facts[before].figure.kind == facts[at].figure.kind;
        same && closes && self.opens_bracket(figure) && self.figures[before].tokens.1 + 1 == figure.tokens.0
    }

    /// Tells each figure and period where it stands, in one pass over the tokens.
    fn place(&mut self) {
        let document = self.document;
        let mut stand = Stand::default();
        let (mut comparisons, mut brackets) = (0u16, 0u16);
        let (mut next_figure, mut next_period) = (0, 0);
        let mut alternative = false;
        let mut opened_by_from = false;
        let mut compared_with_time = false;
        let mut of_row = false;
        let last = self.figures.last().map(|figure| figure.tokens.0).max(self.periods.last().map(|period| period.tokens.0));
        for at in self.range.start..self.range.end.min(last.map_or(0, |last| last + 1)) {
            let token = &document.tokens[at];
            let is = |word: &str| token.is_word(document.text, word);
            match token.kind {
                TokenKind::Sign('(' | '[') => {
                    brackets = brackets.saturating_add(1);
                    stand.bracket = brackets;
                }
                // rows of results: "Net 313,000 vs loss 860,000" and another line
                TokenKind::Newline { .. } if of_row && self.starts_high(at + 1) => stand.comparison = 0,
                // "better off than those of 2022: the yield is above 4%"
                TokenKind::Sign(':') if stand.comparison > 0 && stand.bracket == 0 => stand.comparison = 0,
                TokenKind::Sign(';') => stand = Stand { clause: stand.clause.saturating_add(1), comparison: 0, ..stand },
                TokenKind::Sign(',') if stand.comparison > 0 && stand.bracket == 0 => {
                    // "compared to $4m, or 5 cents per share, in 2003"
                    let continues = self.word_is(at + 1, &["or"]) || alternative && self.times(at + 1);
                    alternative = self.word_is(at + 1, &["or"]);
                    if !continues {
                        stand.comparison = 0;
                    }
                }
                // "against $4m and for the year to date $15m against $12m": a level with a base of its own
                TokenKind::Word if stand.comparison > 0 && stand.bracket == 0 && is("and") && self.opens_pair(at) => stand.comparison = 0,
                TokenKind::Word if !token.classes.any(Classes::CLAUSE_BORDER) => {}
                TokenKind::Word if CLAUSES.has(document.word(at)) => {
                    stand = Stand { clause: stand.clause.saturating_add(1), comparison: 0, ..stand }
                }
                TokenKind::Word if self.opens_comparison(at) => {
                    comparisons = comparisons.saturating_add(1);
                    self.comparisons.push(at);
                    stand.comparison = comparisons;
                    alternative = false;
                    opened_by_from = is("from");
                    compared_with_time = false;
                    of_row = is("vs");
                }
                TokenKind::Word if stand.comparison > 0 && opened_by_from && is("to") && self.figure_starts(at + 1) => {
                    stand.comparison = 0;
                }
                _ => {}
            }
            // "the rise in 2019 compared to 2014 was 9%"
            stand.comparison *= u16::from(!(compared_with_time && BEING.has(document.word(at))));
            self.place_figures(&mut next_figure, at, stand);
            while let Some(period) = self.periods.get_mut(next_period).filter(|period| period.tokens.0 <= at) {
                period.stand = stand;
                compared_with_time |= period.tokens.0 == at && period.tokens.1 <= at + 4;
                next_period += 1;
            }
            if matches!(token.kind, TokenKind::Sign(')' | ']')) {
                stand.bracket = 0;
            }
        }
    }

    /// Tells the figures that begin by token `at` where they stand.
    fn place_figures(&mut self, next: &mut usize, at: usize, stand: Stand) {
        while let Some(figure) = self.figures.get_mut(*next).filter(|figure| figure.tokens.0 <= at) {
            figure.stand = stand;
            *next += 1;
        }
    }

    /// Whether a line begins with a capital.
    fn starts_high(&self, at: usize) -> bool {
        self.range.contains(&at) && self.document.word(at).starts_with(char::is_uppercase)
    }

    /// Whether a time stands at the token, alone or behind "in" or "for".
    fn times(&self, at: usize) -> bool {
        self.periods.binary_search_by_key(&at, |period| period.tokens.0).is_ok() || self.word_is(at, &["in", "for", "during"])
    }

    fn figure_starts(&self, at: usize) -> bool {
        self.figures.binary_search_by_key(&at, |figure| figure.tokens.0).is_ok()
    }

    /// Whether behind "and" a figure with a period of its own follows that is set against another: "and for the year $15m against $12m".
    fn opens_pair(&self, and: usize) -> bool {
        const FAR: usize = 9;
        let next = self.figures.get(self.figures.partition_point(|figure| figure.tokens.0 <= and));
        let Some(figure) = next.filter(|figure| figure.tokens.0 <= and + FAR) else { return false };
        let period = self.periods.get(self.periods.partition_point(|period| period.tokens.0 <= and));
        let end = match period {
            Some(period) if period.tokens.1 <= figure.tokens.0 => figure.tokens.1,
            Some(period) if (figure.tokens.1..=figure.tokens.1 + 1).contains(&period.tokens.0) => period.tokens.1,
            _ => return false,
        };
        let opens = |at: usize| self.range.contains(&at) && self.document.tokens[at].kind == TokenKind::Word && self.opens_comparison(at);
        opens(end) || opens(end + 1)
    }

    /// Whether the word at `at` opens a comparison: "compared with"; "from" before a figure; "on" and "over" before a year gone by.
    fn opens_comparison(&self, at: usize) -> bool {
        let document = self.document;
        let is = |word: &str| document.tokens[at].is_word(document.text, word);
        if COMPARISONS.has(document.word(at)) {
            // "more than $5m" and "less than 3%" compare nothing, "$4m, lower than $5m a year earlier" does
            let bare = is("than") && self.figure_starts(at + 1);
            let compares =
                at > self.range.start && UNLIKE.has(document.word(at - 1)) && self.figures.first().is_some_and(|first| first.tokens.0 < at);
            return !bare || compares;
        }
        let next_figure = || self.figures.get(self.figures.partition_point(|figure| figure.tokens.0 <= at)).map(|figure| figure.tokens.0);
        // ", above $4m in December", "following a decrease of 4%"
        if is("above") || is("below") || is("beating") || is("exceeding") || is("topping") {
            let aside = at > self.range.start && document.tokens[at - 1].is_sign(',');
            return aside && next_figure().is_some_and(|start| start <= at + 4);
        }
        if is("following") {
            return self.word_is(at + 1, &["a", "an", "the"]) && next_figure().is_some_and(|start| start <= at + 9);
        }
        let period = self.periods.binary_search_by_key(&(at + 1), |period| period.tokens.0).ok().map(|period| &self.periods[period]);
        if is("from") {
            // "from January to October" is one stretch
            let spans = |period: &PeriodMention| {
                let text = document.span(period.tokens.0..period.tokens.1).of(document.text).to_ascii_lowercase();
                [" to ", " through ", " until "].iter().any(|word| text.contains(word))
            };
            if period.is_some_and(spans) {
                return false;
            }
            let reach = if self.word_is(at + 1, &["its", "a", "an", "the", "their"]) { 11 } else { 6 };
            // "down $5 from the sale last Friday"
            if self.word_is(at + 1, &["the", "its", "a"]) && self.word_is(at + 2, &["previous", "prior", "last"]) {
                return true;
            }
            // "to 3.60 pct from 3.75/85 yesterday"
            let number = document.tokens.get(at + 1).is_some_and(|next| next.kind == TokenKind::Number);
            return period.is_some() || number || next_figure().is_some_and(|start| start <= at + reach && start < self.range.end);
        }
        let Some(period) = period.filter(|_| is("on") || is("over")) else { return false };
        let text = document.span(period.tokens.0..period.tokens.1).of(document.text).to_ascii_lowercase();
        let stretch_up_to_now = text.contains("past ") || text.contains("the last ") || text.contains("next ");
        // "over the year to May", "over the quarter ended in June": the time of the change itself
        let stretch_to = is("over") && [" to ", " ended ", " ending ", " through "].iter().any(|word| text.contains(word));
        !stretch_up_to_now && !stretch_to && matches!(period.grain, Grain::Year | Grain::Quarter | Grain::Half | Grain::Span)
    }
}

/// The first of the periods behind a figure.
pub(super) fn first_after<'p>(figure: &FigureMention, mut periods: impl Iterator<Item = &'p PeriodMention>) -> Option<&'p PeriodMention> {
    periods.find(|period| period.tokens.0 >= figure.tokens.1)
}

/// The last of the periods before a figure.
pub(super) fn last_before<'p>(
    figure: &FigureMention,
    periods: impl DoubleEndedIterator<Item = &'p PeriodMention>,
) -> Option<&'p PeriodMention> {
    periods.rev().find(|period| period.tokens.1 <= figure.tokens.0)
}

/// Words that tell of a saying, not of what figures are about.
static SAID: WordList =
    WordList::new(picked!(saying, DATED, "today|filed|according|interview|showed|shows|promised|pledged|vowed|posted|recalled|testified"));

/// Verbs with which a clause goes on that has compared two times.
static BEING: WordList = WordList::new(words!("was|were|is|are"));

/// Words that set one figure against another where "than" follows.
static UNLIKE: WordList = WordList::new(words!("lower|higher|smaller|larger|better|worse|faster|slower|weaker|stronger|bigger"));

/// What begins or came into being at a time: the figures beside it are of another one.
static EVENTS: WordList = WordList::new(words!(
    "founded|established|launched|created|formed|incorporated|introduced|enacted|passed|published|released|born|elected|appointed|built|\
     discovered|unveiled|started|began|begun|starting|beginning|commenced|commencing|inaugurated|listed|debuted|premiered|invented|died|\
     installed|ratified|adopted|approved|signed|disbanded|founding|announced|effect|force"
));

/// What is held or happens in a month that tells it from others: "the January inauguration".
static HELD: WordList = WordList::new(words!(
    "inauguration|summit|meeting|election|elections|conference|attack|attacks|coup|vote|ballot|referendum|raid|ruling|deal|agreement|\
     ceasefire|earthquake|floods|wildfires|crash|speech|interview"
));
/// What was begun at a time, told with "was".
static BEGUN: WordList = WordList::new(words!("announced|launched|introduced|signed|approved|unveiled|enacted|passed|adopted|created"));

/// Nouns of what happened once.
static ONCE: WordList = WordList::new(words!(
    "law|act|election|elections|deal|agreement|accord|treaty|crisis|pandemic|recession|crash|acquisition|merger|takeover|ipo|listing|\
     flotation|referendum|campaign|war|invasion|attack|attacks|scandal|reform|reforms|legislation|ruling|settlement|lawsuit|convention|\
     constitution|census|edition|cup|olympics|summit|cuts|coup|bailout|split"
));

/// Words of the day on which something is paid or runs out: no figure is of that day.
static PAYING: WordList = WordList::new(words!("payable|payment|maturing|matures|mature|maturity|due|expires|expiring|expire"));
