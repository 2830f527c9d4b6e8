//! The words that periods are made of, and the article as a row of them.

use crate::document::Document;
use crate::lexicon::lexicon;
use crate::number::words::{LowerCase, lower_case};
use crate::text::{Classes, Sentence, Token, TokenKind};
use once_cell::sync::Lazy;

/// A unit of calendar time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// A week, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// A calendar month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Twelve months.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// What a word, number or sign is to a period expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// A word that takes no part in periods.
    Other,
    /// The end of a sentence.
    Break,
    /// A sign.
    Sign(char),
    /// A run of one to four digits.
    Number {
        /// Its value.
        value: u16,
        /// How many digits are printed.
        digits: u8,
    },
    /// Digits with separators inside, or more than four.
    Numeric,
    /// A month, 1 to 12.
    Month(i8),
    /// A weekday, 1 for Monday to 7 for Sunday.
    Weekday(i8),
    /// A unit of time, singular or plural.
    Unit(Unit),
    /// first, 1st, second …
    Ordinal(u8),
    /// one, two …
    Cardinal(u8),
    /// A season: 1 for spring to 4 for winter.
    Season(u8),
    /// Christmas, Easter, New Year.
    Holiday(Holiday),
    /// "70s", "1990s" and "nineties", as the years that they start in; below 100 without a century.
    Decade(u16),
    /// A word of the grammar.
    Word(Word),
}

/// A day or days of the year that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// 25 December.
    Christmas,
    /// Easter Sunday.
    Easter,
    /// 1 January.
    NewYear,
    /// 24 December.
    ChristmasEve,
    /// 31 December.
    NewYearsEve,
    /// The fourth Thursday of November.
    Thanksgiving,
}

/// A word with a part in the grammar of periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Word {
    The,
    A,
    Its,
    This,
    Last,
    Past,
    Trailing,
    Current,
    Previous,
    Next,
    Coming,
    Following,
    Same,
    Full,
    Whole,
    Ago,
    Earlier,
    Later,
    Before,
    After,
    Now,
    Today,
    Tonight,
    Yesterday,
    Tomorrow,
    Early,
    Mid,
    Late,
    End,
    Start,
    Middle,
    Rest,
    Of,
    In,
    On,
    To,
    Through,
    And,
    From,
    Between,
    Ended,
    Fiscal,
    Calendar,
    Period,
    Under,
    Review,
    Date,
    Ytd,
    Q,
    H,
    M,
    Fy,
    Cy,
    Possessive,
    Vague,
    As,
    Starting,
    Recently,
}

use Term::{Cardinal, Month, Ordinal, Season, Weekday};
use Word::*;

const fn unit(unit: Unit) -> Term {
    Term::Unit(unit)
}

const fn word(word: Word) -> Term {
    Term::Word(word)
}

/// Every word of the grammar, in lower case.
static TABLE: &[(&str, Term)] = &[
    ("january", Month(1)),
    ("february", Month(2)),
    ("march", Month(3)),
    ("april", Month(4)),
    ("may", Month(5)),
    ("june", Month(6)),
    ("july", Month(7)),
    ("august", Month(8)),
    ("september", Month(9)),
    ("october", Month(10)),
    ("november", Month(11)),
    ("december", Month(12)),
    ("jan", Month(1)),
    ("feb", Month(2)),
    ("mar", Month(3)),
    ("apr", Month(4)),
    ("jun", Month(6)),
    ("jul", Month(7)),
    ("aug", Month(8)),
    ("sep", Month(9)),
    ("sept", Month(9)),
    ("oct", Month(10)),
    ("nov", Month(11)),
    ("dec", Month(12)),
    ("monday", Weekday(1)),
    ("tuesday", Weekday(2)),
    ("wednesday", Weekday(3)),
    ("thursday", Weekday(4)),
    ("friday", Weekday(5)),
    ("saturday", Weekday(6)),
    ("sunday", Weekday(7)),
    ("mon", Weekday(1)),
    ("tue", Weekday(2)),
    ("tues", Weekday(2)),
    ("wed", Weekday(3)),
    ("thu", Weekday(4)),
    ("thur", Weekday(4)),
    ("thurs", Weekday(4)),
    ("fri", Weekday(5)),
    ("sat", Weekday(6)),
    ("sun", Weekday(7)),
    ("day", unit(Unit::Day)),
    ("days", unit(Unit::Day)),
    ("week", unit(Unit::Week)),
    ("weeks", unit(Unit::Week)),
    ("weekend", unit(Unit::Weekend)),
    ("month", unit(Unit::Month)),
    ("months", unit(Unit::Month)),
    ("quarter", unit(Unit::Quarter)),
    ("quarters", unit(Unit::Quarter)),
    ("half", unit(Unit::Half)),
    ("semester", unit(Unit::Half)),
    ("year", unit(Unit::Year)),
    ("years", unit(Unit::Year)),
    ("yr", unit(Unit::Year)),
    ("decade", unit(Unit::Decade)),
    ("decades", unit(Unit::Decade)),
    ("century", unit(Unit::Century)),
    ("first", Ordinal(1)),
    ("second", Ordinal(2)),
    ("third", Ordinal(3)),
    ("fourth", Ordinal(4)),
    ("fifth", Ordinal(5)),
    ("sixth", Ordinal(6)),
    ("seventh", Ordinal(7)),
    ("eighth", Ordinal(8)),
    ("ninth", Ordinal(9)),
    ("tenth", Ordinal(10)),
    ("eleventh", Ordinal(11)),
    ("twelfth", Ordinal(12)),
    ("fifteenth", Ordinal(15)),
    ("twentieth", Ordinal(20)),
    ("thirtieth", Ordinal(30)),
    ("one", Cardinal(1)),
    ("two", Cardinal(2)),
    ("three", Cardinal(3)),
    ("four", Cardinal(4)),
    ("five", Cardinal(5)),
    ("six", Cardinal(6)),
    ("seven", Cardinal(7)),
    ("eight", Cardinal(8)),
    ("nine", Cardinal(9)),
    ("ten", Cardinal(10)),
    ("eleven", Cardinal(11)),
    ("twelve", Cardinal(12)),
    ("thirteen", Cardinal(13)),
    ("fourteen", Cardinal(14)),
    ("fifteen", Cardinal(15)),
    ("sixteen", Cardinal(16)),
    ("seventeen", Cardinal(17)),
    ("eighteen", Cardinal(18)),
    ("nineteen", Cardinal(19)),
    ("twenty", Cardinal(20)),
    ("thirty", Cardinal(30)),
    ("forty", Cardinal(40)),
    ("fifty", Cardinal(50)),
    ("sixty", Cardinal(60)),
    ("seventy", Cardinal(70)),
    ("eighty", Cardinal(80)),
    ("ninety", Cardinal(90)),
    ("spring", Season(1)),
    ("summer", Season(2)),
    ("autumn", Season(3)),
    ("fall", Season(3)),
    ("winter", Season(4)),
    ("christmas", Term::Holiday(Holiday::Christmas)),
    ("easter", Term::Holiday(Holiday::Easter)),
    ("thanksgiving", Term::Holiday(Holiday::Thanksgiving)),
    ("twenties", Term::Decade(20)),
    ("thirties", Term::Decade(30)),
    ("forties", Term::Decade(40)),
    ("fifties", Term::Decade(50)),
    ("sixties", Term::Decade(60)),
    ("seventies", Term::Decade(70)),
    ("eighties", Term::Decade(80)),
    ("nineties", Term::Decade(90)),
    ("noughties", Term::Decade(2000)),
    ("the", word(The)),
    ("a", word(A)),
    ("an", word(A)),
    ("its", word(Its)),
    ("this", word(This)),
    ("last", word(Last)),
    ("latest", word(Last)),
    ("final", word(Last)),
    ("past", word(Past)),
    ("trailing", word(Trailing)),
    ("rolling", word(Trailing)),
    ("current", word(Current)),
    ("ongoing", word(Current)),
    ("previous", word(Previous)),
    ("prior", word(Previous)),
    ("preceding", word(Previous)),
    ("next", word(Next)),
    ("coming", word(Coming)),
    ("upcoming", word(Coming)),
    ("following", word(Following)),
    ("ensuing", word(Following)),
    ("subsequent", word(Following)),
    ("same", word(Same)),
    ("corresponding", word(Same)),
    ("comparable", word(Same)),
    ("equivalent", word(Same)),
    ("full", word(Full)),
    ("entire", word(Full)),
    ("whole", word(Whole)),
    ("ago", word(Ago)),
    ("earlier", word(Earlier)),
    ("later", word(Later)),
    ("before", word(Before)),
    ("after", word(After)),
    ("now", word(Now)),
    ("today", word(Today)),
    ("tonight", word(Tonight)),
    ("yesterday", word(Yesterday)),
    ("tomorrow", word(Tomorrow)),
    ("early", word(Early)),
    ("mid", word(Mid)),
    ("late", word(Late)),
    ("end", word(End)),
    ("close", word(End)),
    ("start", word(Start)),
    ("beginning", word(Start)),
    ("middle", word(Middle)),
    ("rest", word(Rest)),
    ("remainder", word(Rest)),
    ("of", word(Of)),
    ("in", word(In)),
    ("on", word(On)),
    ("to", word(To)),
    ("through", word(Through)),
    ("thru", word(Through)),
    ("until", word(Through)),
    ("till", word(Through)),
    ("and", word(And)),
    ("from", word(From)),
    ("between", word(Between)),
    ("ended", word(Ended)),
    ("ending", word(Ended)),
    ("fiscal", word(Fiscal)),
    ("financial", word(Fiscal)),
    ("calendar", word(Calendar)),
    ("period", word(Period)),
    ("periods", word(Period)),
    ("under", word(Under)),
    ("review", word(Review)),
    ("date", word(Date)),
    ("ytd", word(Ytd)),
    ("q", word(Q)),
    ("h", word(H)),
    ("hy", word(H)),
    ("m", word(M)),
    ("fy", word(Fy)),
    ("fye", word(Fy)),
    ("cy", word(Cy)),
    ("few", word(Vague)),
    ("several", word(Vague)),
    ("couple", word(Vague)),
    ("recent", word(Vague)),
    ("as", word(As)),
    ("starting", word(Starting)),
    ("commencing", word(Starting)),
    ("recently", word(Recently)),
    ("'s", word(Possessive)),
    ("’s", word(Possessive)),
];

/// The words with the classes that the lexicon gives them.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLE.iter().map(|&(word, term)| (word, classes(term).union(Classes::PERIOD_WORD)))
}

fn classes(term: Term) -> Classes {
    match term {
        Term::Month(_) => Classes::MONTH,
        Term::Weekday(_) => Classes::WEEKDAY,
        Term::Unit(_) => Classes::PERIOD_UNIT,
        Term::Season(_) | Term::Holiday(_) | Term::Decade(_) => Classes::PERIOD_CUE,
        Term::Word(
            This | Last | Past | Trailing | Previous | Next | Coming | Following | Same | Ago | Earlier | Today | Yesterday | Tomorrow
            | Early | Mid | Late | Fiscal | Calendar | Q | Fy | Cy | Ytd,
        ) => Classes::PERIOD_CUE,
        _ => Classes::NONE,
    }
}

/// Whether a sentence with this term may hold an expression: none is made of the other terms alone.
fn is_telling(term: Term) -> bool {
    !matches!(
        term,
        Term::Other
            | Ordinal(_)
            | Cardinal(1..=19)
            | Term::Word(
                The | A
                    | Its
                    | Of
                    | In
                    | On
                    | And
                    | To
                    | From
                    | Through
                    | Before
                    | After
                    | Between
                    | Under
                    | As
                    | Now
                    | Later
                    | Ended
                    | End
                    | Start
                    | Vague
                    | Possessive
                    | Review
                    | Date
                    | M
                    | Starting
                    | Full
                    | Whole
            )
    )
}

/// The terms of the lexicon's words, by their numbers.
static TERMS: Lazy<Box<[Term]>> = Lazy::new(|| lexicon().table(TABLE.iter().copied(), Term::Other));

/// Where a term stands.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its first token.
    pub first: usize,
    /// The token after its last one.
    pub end: usize,
    /// Whether a hyphen that joins two words was left out before it.
    pub joined: bool,
    /// Whether it touches the token before it.
    pub glued: bool,
}

/// What an article may say of periods as a row of terms: hyphens between words, points of abbreviations, endings of ordinals and wrapped line ends left out.
#[derive(Default)]
pub struct Terms {
    /// The terms.
    pub terms: Vec<Term>,
    /// Where each stands.
    pub places: Vec<Place>,
}

impl Terms {
    /// Reads the sentences of the article that can hold an expression.
    pub fn of(document: &Document) -> Self {
        let mut terms = Terms::default();
        // A break ends each sentence.
        let most = document.tokens.len() + document.sentences.len();
        terms.terms.reserve(most);
        terms.places.reserve(most);
        let known = &**TERMS;
        let tells = |token: &Token| token.kind == TokenKind::Number || is_telling(known[usize::from(token.number)]);
        for sentence in &document.sentences {
            if document.tokens[sentence.tokens.clone()].iter().any(tells) {
                terms.sentence(document, sentence, known);
            }
        }
        terms
    }

    /// Reads a sentence; `known` are the terms of the lexicon's words.
    fn sentence(&mut self, document: &Document, sentence: &Sentence, known: &[Term]) {
        let Sentence { tokens: range, .. } = sentence;
        let mut at = range.start;
        let mut joined = false;
        while at < range.end {
            let token = &document.tokens[at];
            let glued = at > range.start && document.tokens[at - 1].touches(token);
            let mut end = at + 1;
            let term = match token.kind {
                TokenKind::Word => known[usize::from(token.number)],
                TokenKind::Newline { .. } => {
                    at = end;
                    continue;
                }
                TokenKind::Sign('-' | '–' | '‑') if self.is_joint(document, at, range.end) => {
                    joined = true;
                    at = end;
                    continue;
                }
                TokenKind::Sign('.') if self.is_abbreviation(document, at, glued) && end < range.end => {
                    at = end;
                    continue;
                }
                TokenKind::Sign(sign) => Term::Sign(sign),
                TokenKind::Number => number(document, at, &mut end),
            };
            let end = end.min(range.end).max(at + 1);
            self.push(term, Place { first: at, end, joined, glued });
            joined = false;
            at = end;
        }
        self.push(Term::Break, Place { first: range.end, end: range.end, joined: false, glued: false });
    }

    fn push(&mut self, term: Term, place: Place) {
        self.terms.push(term);
        self.places.push(place);
    }

    /// A hyphen that joins two words of one expression: "year-ago", "12-month", "mid-2026"; not the one of "July-October".
    fn is_joint(&self, document: &Document, at: usize, end: usize) -> bool {
        let (Some(&before), Some(after)) = (self.terms.last(), document.tokens.get(at + 1).filter(|_| at + 1 < end)) else { return false };
        let hyphen = &document.tokens[at];
        if !hyphen.touches(after) || !document.tokens[at - 1].touches(hyphen) {
            return false;
        }
        let word = match before {
            Term::Unit(_) | Term::Ordinal(_) | Term::Cardinal(_) | Term::Word(_) | Term::Season(_) => true,
            Term::Number { .. } => after.classes.any(Classes::PERIOD_UNIT),
            Term::Month(_) => return after.classes.any(Classes::PERIOD_UNIT),
            _ => false,
        };
        let loose = matches!(before, Term::Word(Early | Mid | Late | Fiscal | Fy | Cy | End) | Term::Unit(_));
        word && (after.classes.any(Classes::PERIOD_WORD) && (!after.classes.any(Classes::MONTH) || loose)
            || after.kind == TokenKind::Number && loose)
    }

    /// The point of "Feb." and "Tues.".
    fn is_abbreviation(&self, document: &Document, at: usize, glued: bool) -> bool {
        glued
            && matches!(self.terms.last(), Some(Term::Month(_) | Term::Weekday(_)))
            && document.word(at - 1).len() <= 5
            && document.tokens.get(at + 1).is_some_and(|next| next.kind != TokenKind::Word || !document.tokens[at].touches(next))
    }
}

/// A number with what is glued to it: "12th", "1990s", "’70s".
fn number(document: &Document, at: usize, end: &mut usize) -> Term {
    let digits = document.word(at);
    let Some(value) = digits.parse::<u16>().ok().filter(|_| digits.len() <= 4) else { return Term::Numeric };
    let count = u8::try_from(digits.len()).unwrap_or(4);
    let next = document.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Word && document.tokens[at].touches(next));
    let Some(next) = next.map(|_| document.word(at + 1)) else { return Term::Number { value, digits: count } };
    match lower_case(next).as_ref().map(LowerCase::as_str) {
        Some("st" | "nd" | "rd" | "th") if value <= 31 => {
            *end += 1;
            Term::Ordinal(u8::try_from(value).unwrap_or_default())
        }
        Some("s" | "'s" | "’s") if value % 10 == 0 && (count == 4 && (1500..2100).contains(&value) || count == 2) => {
            let plain = next.len() == 1;
            let possessive_year = count == 4 && !plain && value >= 2000;
            if possessive_year {
                return Term::Number { value, digits: count };
            }
            *end += 1;
            Term::Decade(value)
        }
        _ => Term::Number { value, digits: count },
    }
}
