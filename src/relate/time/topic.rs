//! What an article has been speaking of: the periods that a sentence without one takes over.
//!
//! A paragraph keeps the period of the sentence before, a list that of its lead-in, a section that of its heading. A report keeps the
//! stretch that it reports on from paragraph to paragraph, for flows such as sales and profit only. What is expected takes a period
//! that is not over yet, and a market move the day of the report.

use std::ops::Range;

use jiff::civil::Date;

use crate::document::Document;
use crate::mention::{FigureKind, Grain, TimeSpan};
use crate::relate::{FigureFact, Modality};
use crate::text::{BlockKind, Classes, Sentence, TokenKind};
use crate::words::WordList;

/// What the article has been speaking of at the start of a sentence.
#[derive(Default)]
pub(super) struct Topic {
    reference: Option<Date>,
    heading: Option<usize>,
    /// Whether the heading is the article's own title, and the paragraph that stands right below it.
    is_title: bool,
    headings: usize,
    below_title: Option<usize>,
    /// That of the sentence before in this paragraph.
    sentence: Option<usize>,
    paragraph: usize,
    /// That of the line that leads in a list.
    lead: Option<usize>,
    leads: bool,
    /// The stretch that is reported on, and the last one that is not over.
    reported: Option<usize>,
    reported_at: usize,
    coming: Option<usize>,
    /// The paragraph that named it.
    coming_at: usize,
    /// The first quarter that is named: that of "quarterly revenue".
    quarter: Option<usize>,
    day: Option<usize>,
    of_market: bool,
}

/// The periods, as indices, that a sentence takes over.
#[derive(Clone, Copy, Default)]
pub(super) struct Inherited {
    near: Option<usize>,
    near_is_over: bool,
    near_is_to_come: bool,
    /// Whether the sentence is a line of a list.
    is_line: bool,
    /// Whether it is a quarter or a half.
    near_is_short: bool,
    reported: Option<usize>,
    /// Whether another part of a long text named it.
    reported_afar: bool,
    coming: Option<usize>,
    quarter: Option<usize>,
    /// The day of market moves.
    pub day: Option<usize>,
    /// Whether it is the line of a list in an article that has told of a market.
    pub(super) of_market: bool,
}

impl Topic {
    /// At the start of the article.
    pub(super) fn new(document: &Document, periods: &[TimeSpan]) -> Self {
        let reference = document.context.reference_date;
        let is_today = |period: &TimeSpan| period.from.is_some() && period.from == reference && period.to == reference;
        Topic { reference, day: periods.iter().position(is_today), ..Topic::default() }
    }

    /// The periods that the sentence inherits; takes in what the sentence itself speaks of, and how many periods it names.
    pub(super) fn enter(
        &mut self,
        document: &Document,
        sentence: &Sentence,
        own: Option<usize>,
        named: usize,
        periods: &[TimeSpan],
    ) -> Inherited {
        let near = self.near(document, sentence, own, named);
        let near_is_over = near.is_some_and(|near| self.is_over(&periods[near]));
        let near_is_to_come = near.and_then(|near| periods[near].from).zip(self.reference).is_some_and(|(from, today)| from > today);
        let near_is_short = near.is_some_and(|near| matches!(periods[near].grain, Grain::Quarter | Grain::Half));
        let of_market = self.of_market && sentence.block == BlockKind::Bullet;
        let coming = self.coming.filter(|_| sentence.paragraph <= self.coming_at + FAR);
        let (reported, quarter, day) = (self.reported, self.quarter, self.day);
        let inherited = Inherited {
            near,
            near_is_over,
            near_is_to_come,
            is_line: sentence.block == BlockKind::Bullet,
            near_is_short,
            reported,
            reported_afar: sentence.paragraph > self.reported_at + AFAR,
            coming,
            quarter,
            day,
            of_market,
        };
        if let Some(own) = own {
            let period = &periods[own];
            if self.quarter.is_none() && names_quarter(document, period) {
                self.quarter = Some(own);
            }
            if !self.is_over(period) {
                (self.coming, self.coming_at) = (Some(own), sentence.paragraph);
            } else if is_stretch(period) && self.is_recent(period) && self.reported.is_none() {
                (self.reported, self.reported_at) = (Some(own), sentence.paragraph);
            }
        }
        inherited
    }

    fn near(&mut self, document: &Document, sentence: &Sentence, own: Option<usize>, named: usize) -> Option<usize> {
        if sentence.block == BlockKind::Heading && !ends_with_colon(document, sentence) {
            self.headings += 1;
            if named > 0 {
                self.heading = own.filter(|_| named == 1);
                self.is_title = self.headings <= 1;
                self.below_title = None;
            }
            (self.sentence, self.lead, self.leads) = (None, None, false);
            self.paragraph = sentence.paragraph;
            return self.heading.filter(|_| named == 0);
        }
        if sentence.paragraph != self.paragraph || follows_long_line(document, sentence) {
            self.paragraph = sentence.paragraph;
            self.sentence = None;
            if sentence.block != BlockKind::Bullet {
                self.lead = None;
            }
        }
        if self.is_title && self.below_title.is_none() {
            self.below_title = Some(sentence.paragraph);
        }
        let below = !self.is_title || sentence.block == BlockKind::Bullet || self.below_title == Some(sentence.paragraph);
        let inherited = self.sentence.or(self.lead).or(self.heading.filter(|_| below));
        if own.is_some() {
            self.sentence = own;
        }
        if sentence.block != BlockKind::Bullet && ends_with_colon(document, sentence) {
            self.lead = own.or(inherited);
        }
        inherited
    }

    /// Takes in a market move and the day that its sentence gives it: those after it are of that day, if it is not long gone.
    pub(super) fn market_moved(&mut self, day: Option<usize>, periods: &[TimeSpan]) {
        self.of_market = true;
        let Some((day, date)) = day.and_then(|day| Some((day, periods[day].from?))) else { return };
        let Some(reference) = self.reference else { return };
        if date <= reference && date.until(reference).is_ok_and(|span| span.get_days() <= 4) {
            self.day = Some(day);
        }
    }

    fn is_over(&self, period: &TimeSpan) -> bool {
        match (period.to, self.reference) {
            (Some(to), Some(reference)) => to < reference,
            _ => true,
        }
    }

    /// Whether it ended in the last fifteen months, or nothing is known of that.
    fn is_recent(&self, period: &TimeSpan) -> bool {
        let (Some(to), Some(reference)) = (period.to, self.reference) else { return true };
        i32::from(reference.year() - to.year()) * 12 + i32::from(reference.month()) - i32::from(to.month()) <= 15
    }
}

impl Inherited {
    /// What a level that the sentence does not name is of: "That compares with $4m a year earlier."
    pub(super) fn level(&self) -> Option<usize> {
        self.near.or(self.reported)
    }

    /// What a figure takes over: what is expected only a period that is not over, a figure in running text only where it is a
    /// flow.
    pub(super) fn of(&self, document: &Document, sentence: &Range<usize>, figure: (usize, usize), fact: &FigureFact) -> Option<usize> {
        let modality = fact.modality;
        // A flow goes on through a section and a paragraph, anything else only down a list: "It was $5m in 2024. Rates are 4%."
        let expected = modality == Modality::Forecast && fact.figure.kind != FigureKind::Quantity;
        // a number of things is a flow only by its own noun: "with output up, 40 new ovens"
        let counts = fact.figure.kind == FigureKind::Quantity && fact.measure.is_some();
        let flows = !counts && is_flow(document, sentence, figure) || fact.measure.as_deref().is_some_and(is_flow_measure);
        if !self.is_line && !expected && !flows && (counts || !goes_on(document, sentence)) {
            return None;
        }
        if has_no_time(document, sentence, figure) || has_own_length(document, sentence, figure) {
            return None;
        }
        if is_of_now(document, sentence, figure) || opens_anew(document, sentence) {
            return None;
        }
        match modality {
            Modality::Target => return None,
            Modality::Forecast if is_by_analysts(document, sentence) => return self.near.or(self.coming),
            Modality::Forecast => return self.near.filter(|_| !self.near_is_over).or(self.coming),
            Modality::Actual => {}
        }
        if is_quarterly(document, sentence, figure) {
            return self.quarter;
        }
        // "annual sales were $5m" in a report on a quarter
        if self.near_is_short && is_annual(document, sentence, figure) {
            return None;
        }
        let near = self.near.filter(|_| !(self.near_is_to_come || self.near_is_over && is_standing(document, sentence, figure)));
        // from afar only what is itself of a stretch: no "market share of 60%" beside "production"
        let of_report = !self.reported_afar || fact.measure.as_deref().is_none_or(is_flow_measure);
        near.or_else(|| self.reported.filter(|_| flows && of_report))
    }
}

/// A stretch that reports are on: from a month to a year.
fn is_stretch(period: &TimeSpan) -> bool {
    let days = period.from.zip(period.to).and_then(|(from, to)| from.until(to).ok()).map(|span| span.get_days());
    matches!(period.grain, Grain::Month | Grain::Quarter | Grain::Half | Grain::Year)
        || period.grain == Grain::Span && days.is_some_and(|days| (27..=371).contains(&days))
}

/// Whether a period is a quarter, by its dates or, where nothing dates it, by its words.
fn names_quarter(document: &Document, period: &TimeSpan) -> bool {
    let text = period.span.of(document.text);
    period.grain == Grain::Quarter
        || period.from.is_none()
            && (text.to_ascii_lowercase().contains("quarter") || matches!(text.as_bytes(), [b'q' | b'Q', b'1'..=b'4', ..]))
}

/// Whether a figure is said to be that of a quarter: "quarterly revenue was $5m", not "a quarterly dividend of $1".
fn is_quarterly(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].is_word(document.text, word));
    (figure.0.saturating_sub(BEFORE).max(sentence.start)..figure.0).any(|at| {
        is(at, &["qtrly", "quarterly"])
            && !is(at + 1, &["dividend", "dividends", "distribution", "distributions", "payout", "cash", "rate"])
    })
}

/// Whether a sentence begins a line behind one that is longer than any wrapped line: another paragraph.
fn follows_long_line(document: &Document, sentence: &Sentence) -> bool {
    let Some(before) = sentence.tokens.start.checked_sub(1) else { return false };
    if !matches!(document.tokens[before].kind, TokenKind::Newline { .. }) {
        return false;
    }
    let end = document.tokens[before].span.start;
    let line = end.checked_sub(LONG).and_then(|start| document.text.as_bytes().get(start..end));
    line.is_some_and(|line| !line.contains(&b'\n'))
}

/// How many paragraphs on what is expected is still of the time to come that one names.
const FAR: usize = 4;
/// How many paragraphs on only what is named as a flow is still of the stretch that is reported on.
const AFAR: usize = 8;

/// No wrapped line is so long, in bytes.
const LONG: usize = 110;

/// Whether a figure is said to be that of a year: "annual revenue was $5m", not "annual growth".
fn is_annual(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].is_word(document.text, word));
    let short = |at: usize| document.tokens[at].kind == TokenKind::Sign('-') && is(at + 1, &["year"]) && at > 0 && is(at - 1, &["full"]);
    (figure.0.saturating_sub(AFTER).max(sentence.start)..figure.0).any(|at| {
        is(at, &["annual", "yearly"]) && !is(at + 1, &["rate", "growth", "basis", "dividend", "meeting", "report", "review"]) || short(at)
    })
}

fn ends_with_colon(document: &Document, sentence: &Sentence) -> bool {
    document.tokens[sentence.tokens.clone()].last().is_some_and(|token| token.is_sign(':'))
}

/// How far around a figure its nouns are looked for, in tokens.
const BEFORE: usize = 16;
const AFTER: usize = 6;

/// What is counted over a stretch of time.
static FLOWS: WordList =
    WordList::new(picked!(account, FLOW, "production|output|exports|imports|spending|expenditure|receipts|inflows|shr|revs|rev"));

/// Words of measures that are told of the stretch that is reported on, beside those of flows.
static REPORTED: WordList = WordList::new(words!(
    "supply|lending|inflation|unemployment|gdp|deficit|surplus|payrolls|prices|items|result|charges|gain|gains|\
     intake|traffic|passengers|cpi|growth|demand|consumption|writedown|impairment|impairments"
));

/// Whether a sentence goes on about what the one before told: "They came to $5m", "This is a rise of 15%".
fn goes_on(document: &Document, sentence: &Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].is_word(document.text, word));
    sentence.len() > 3 && is(sentence.start, &["this", "that", "these", "they"])
}

/// Whether a measure is counted over a stretch of time.
fn is_flow_measure(measure: &str) -> bool {
    measure.split_whitespace().any(|word| FLOWS.has(word) || REPORTED.has(word))
}

/// What holds at any time: terms of a paper, shares in a company, tax rates.
static TIMELESS: WordList = WordList::new(words!(
    "stake|coupon|stakes|tariff|tariffs|tax|taxes|vat|interest|par|duty|duties|levy|levies|denominations|units|surcharge|surcharges|voucher|vouchers|\
     rebate|rebates|supplement|supplements|deductible|copayment|target|goal|objective|threshold|ceiling"
));

/// What is booked over a time, with the word of a term before it: "a tax charge".
static BOOKED: WordList = WordList::new(words!(
    "charge|charges|benefit|benefits|expense|expenses|income|provision|provisions|payment|payments|paid|revenue|revenues|receipts|credit|\
     collections|loss|losses"
));

/// Those who forecast what others report: their figures are of the quarter just over as well as of one to come.
static ANALYSTS: WordList = WordList::new(words!("analysts|consensus|estimated|estimates|polled|economists|surveyed"));

fn is_by_analysts(document: &Document, sentence: &Range<usize>) -> bool {
    sentence.clone().any(|at| document.tokens[at].kind == TokenKind::Word && ANALYSTS.has(document.word(at)))
}

/// What is so today, or under a condition.
static NOW: WordList = WordList::new(words!("currently|current|now|must|could|may|might|every|typically|normally|forthcoming"));

/// Whether a sentence sets out from a time gone by: "Since then it has grown to $3bn."
fn opens_anew(document: &Document, sentence: &Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].is_word(document.text, word));
    sentence.len() > 3
        && is(sentence.start, &["since", "today", "now"])
        && (!is(sentence.start, &["since"]) || is(sentence.start + 1, &["then", "that", "its", "inception"]))
}

fn is_of_now(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    (figure.0.saturating_sub(AFTER).max(sentence.start)..figure.0)
        .any(|at| document.tokens[at].kind == TokenKind::Word && NOW.has(document.word(at)))
}

/// How a present state is told: with a figure right behind, what was reported of a time gone by is left.
static STATES: WordList = WordList::new(words!(
    "owns|holds|employs|serves|operates|manages|offers|provides|includes|supports|contains|covers|spans|boasts|features|serve|employ|\
     operate|own|hold|offer|makes|supplies|runs"
));
static BEING: WordList = WordList::new(words!("have|has|is|are"));
static AMOUNTING: WordList = WordList::new(picked!(hedge, AMOUNTING, "a|an|total|of|as|available|in|the|well"));

/// Whether a figure is told in the present: "it serves over 8 million users", "has about $5m of debt".
fn is_standing(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let word = |at: usize| if document.tokens[at].kind == TokenKind::Word { document.word(at) } else { "" };
    let is_amount =
        |at: usize| matches!(document.tokens[at].kind, TokenKind::Number | TokenKind::Sign('$' | '£' | '€')) || AMOUNTING.has(word(at));
    (figure.0.saturating_sub(BEFORE).max(sentence.start)..figure.0)
        .any(|at| STATES.has(word(at)) || BEING.has(word(at)) && at + 8 >= figure.0 && is_amount(at + 1))
}

/// Whether a figure tells itself how long it is for: "a grant of $5m over seven years".
fn has_own_length(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let is = |at: usize, words: &[&str]| words.iter().any(|word| document.tokens[at].is_word(document.text, word));
    let over = (figure.1..(figure.1 + 3).min(sentence.end)).find(|&at| is(at, &["over", "for", "across"]));
    let counted = |at: usize| document.tokens[at].kind == TokenKind::Number || document.tokens[at].classes.any(Classes::NUMBER_WORD);
    over.is_some_and(|over| {
        let mut length = over + 1..(over + 5).min(sentence.end);
        length.clone().any(counted) && length.any(|at| is(at, &["years"]))
    })
}

/// Whether the noun right behind a figure, or before its "of", is of terms that no period belongs to: "a 25% stake", "a coupon of 8 pct".
pub(super) fn has_no_time(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let is_word = |at: usize, word: &str| document.tokens[at].is_word(document.text, word);
    if figure.0 >= sentence.start + 2 && is_word(figure.0 - 1, "of") && TIMELESS.has(document.word(figure.0 - 2)) {
        return true;
    }
    let is = |at: usize, words: &[&str]| sentence.contains(&at) && words.iter().any(|word| is_word(at, word));
    // "with $5m or more in sales", "payments on its $5m debt"
    if is(figure.1, &["or", "and"]) && is(figure.1 + 1, &["more", "less", "greater", "above", "fewer"])
        || is(figure.0.wrapping_sub(1), &["its", "their", "his", "her"]) && is(figure.1, &["debt", "debts", "loan", "loans"])
    {
        return true;
    }
    let after = figure.1..(figure.1 + AFTER).min(sentence.end);
    // "a tax charge of", "interest expense": what is booked over a time
    let booked = |at: usize| sentence.contains(&(at + 1)) && BOOKED.has(document.word(at + 1));
    after.clone().take_while(|&at| document.tokens[at].kind == TokenKind::Word).any(|at| TIMELESS.has(document.word(at)) && !booked(at))
}

/// Whether the words before a figure, or those right after it, name a flow.
fn is_flow(document: &Document, sentence: &Range<usize>, figure: (usize, usize)) -> bool {
    let before = figure.0.saturating_sub(BEFORE).max(sentence.start)..figure.0;
    let after = figure.1..(figure.1 + AFTER).min(sentence.end);
    before.chain(after).any(|at| document.tokens[at].kind == TokenKind::Word && FLOWS.has(document.word(at)))
}
