//! The words that periods are made of: each with its part in their grammar.

use super::Classes;

/// A unit of calendar time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
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
pub(crate) enum Term {
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
    Unit(TimeUnit),
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
    Word(PeriodWord),
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
pub(crate) enum PeriodWord {
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

use PeriodWord::*;
use Term::{Cardinal, Month, Ordinal, Season, Weekday};

const fn unit(unit: TimeUnit) -> Term {
    Term::Unit(unit)
}

const fn word(word: PeriodWord) -> Term {
    Term::Word(word)
}

/// The number of the month that a word names, in any case, 1 to 12.
pub(crate) fn month(word: &str) -> Option<i8> {
    TABLE
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(word))
        .and_then(|&(_, term)| if let Month(month) = term { Some(month) } else { None })
}

/// Every word of the grammar, in lower case.
pub(crate) static TABLE: &[(&str, Term)] = &[
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
    ("day", unit(TimeUnit::Day)),
    ("days", unit(TimeUnit::Day)),
    ("week", unit(TimeUnit::Week)),
    ("weeks", unit(TimeUnit::Week)),
    ("weekend", unit(TimeUnit::Weekend)),
    ("month", unit(TimeUnit::Month)),
    ("months", unit(TimeUnit::Month)),
    ("quarter", unit(TimeUnit::Quarter)),
    ("quarters", unit(TimeUnit::Quarter)),
    ("qtr", unit(TimeUnit::Quarter)),
    ("half", unit(TimeUnit::Half)),
    ("semester", unit(TimeUnit::Half)),
    ("year", unit(TimeUnit::Year)),
    ("years", unit(TimeUnit::Year)),
    ("yr", unit(TimeUnit::Year)),
    ("decade", unit(TimeUnit::Decade)),
    ("decades", unit(TimeUnit::Decade)),
    ("century", unit(TimeUnit::Century)),
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
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
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
