//! What the article as a whole says about its currencies: whose dollar "$" is, whether "pounds" are money.

use std::sync::Arc;

use crate::document::Document;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::stylebook::Stylebook;
use crate::text::{Classes, TokenKind};
use crate::words::WordList;
use crate::words::currency::{self, Family};

/// The currencies of an article.
#[derive(Clone, Debug)]
pub(crate) struct House {
    /// The dollar of a bare "$".
    pub dollar: &'static str,
    /// The dollar of bare "cents" and "a dollar": the named one where the article names one in full.
    pub spelled_dollar: &'static str,
    /// The dollar, peso or real that the article prints with its country: "R$".
    pub named_dollar: Option<&'static str>,
    /// The article's country.
    pub country: Option<&'static str>,
    /// Whether the article prints pounds sterling with their sign.
    pub prints_sterling: bool,
    /// Whether the article prints dollars with their sign.
    pub prints_dollars: bool,
    /// Whether the article prints euros with their sign.
    pub prints_euros: bool,
    /// Whether the article names money that is no dollar: "yen", "stg".
    pub names_others: bool,
    /// What the words of the house mean.
    stylebook: Arc<Stylebook>,
}

/// How often a dollar with and without its country is printed.
#[derive(Default)]
struct Dollars {
    bare: usize,
    of_us: usize,
    named: Option<&'static str>,
    named_count: usize,
    /// A bare one stands beside a named one as its conversion.
    converted: bool,
    /// The article says in words in which dollars it reports.
    declared: Option<&'static str>,
    /// The country of the one exchange that a code names: "MRG-UN.TO", "(TSX: CRT)".
    listed: Option<&'static str>,
    /// A code of an American exchange is printed.
    listed_in_us: bool,
}

/// Countries whose own press and companies print their dollar as a bare "$".
const PRINTED_BARE: &[&str] = words!("CA|AU|NZ|JM|TT|BB|BS|BZ|GY|FJ|NA");

/// Exchanges of countries whose currency is a dollar, as they stand before a colon.
const EXCHANGES: &[(&str, &str)] = &[("TSX", "CA"), ("TSXV", "CA"), ("CSE", "CA"), ("ASX", "AU"), ("NZX", "NZ")];

/// Reuters' suffixes of those exchanges after a symbol.
const SUFFIXES: &[(&str, &str)] = &[("TO", "CA"), ("AX", "AU"), ("NZ", "NZ")];

impl House {
    /// Reads the signs of the whole article once.
    pub(crate) fn new(document: &Document) -> Self {
        let mut dollars = Dollars::default();
        let (mut prints_sterling, mut prints_euros, mut names_others) = (false, false, false);
        const TELLING: Classes = Classes::CURRENCY_SIGN.union(Classes::FIGURE_SIGN).union(Classes::CURRENCY_NAME);
        for (at, token) in document.tokens.iter().enumerate().filter(|(_, token)| token.classes.any(TELLING)) {
            match token.kind {
                TokenKind::Sign('£' | '￡') => prints_sterling = true,
                TokenKind::Sign('€') => prints_euros = true,
                TokenKind::Sign('$') => dollars.count(document, at),
                TokenKind::Sign('.' | ':') => dollars.list(document, at),
                TokenKind::Word if token.classes.any(Classes::CURRENCY_NAME) => {
                    dollars.declare(document, at);
                    names_others |= !OF_DOLLARS.has(token.text(document.text));
                }
                _ => {}
            }
        }
        let country = document.context.country;
        let stylebook = Arc::clone(&document.stylebook);
        let of_house = stylebook.family(currency::dollar());
        let dollar = of_house.unwrap_or_else(|| dollars.home(dollars.country(document)));
        let prints_dollars = dollars.bare + dollars.named_count + dollars.of_us > 0;
        let spelled_dollar = dollars.named.filter(|_| dollars.named_count > 0 && dollar == "USD" && dollars.of_us == 0).unwrap_or(dollar);
        let spelled_dollar = of_house.unwrap_or(spelled_dollar);
        let named_dollar = dollars.named;
        House { dollar, spelled_dollar, named_dollar, country, prints_sterling, prints_dollars, prints_euros, names_others, stylebook }
    }

    /// The currency of bare cents.
    pub(crate) fn cents(&self) -> &'static str {
        if self.prints_euros && !self.prints_dollars { "EUR" } else { self.spelled_dollar }
    }

    /// The currency of pounds, where they are money and not weight: in a country of pounds, beside "£", or `surely`.
    pub(crate) fn pounds(&self, numeral: &Numeral, of_something: bool, surely: bool) -> Option<&'static str> {
        let home = self.stylebook.family(currency::pound()).or_else(|| self.country.and_then(|country| currency::pound().home(country)));
        let weighs = of_something && numeral.value.value < Decimal::ONE_THOUSAND;
        match home {
            Some(code) if !weighs => Some(code),
            _ if surely || self.prints_sterling && !weighs => Some("GBP"),
            _ => None,
        }
    }

    /// The code of a family in this article.
    pub(crate) fn code(&self, family: &'static Family) -> Option<&'static str> {
        if std::ptr::eq(family, currency::dollar()) {
            return Some(self.dollar);
        }
        self.stylebook.family(family).or_else(|| self.country.and_then(|country| family.home(country))).or(family.default)
    }
}

/// Dollars and their parts, and words that are rarely money.
static OF_DOLLARS: WordList =
    WordList::new(words!("dollar|dollars|dlr|dlrs|cent|cents|cts|c|p|real|won|mark|pound|sterling|penny|lev|rand"));

/// Whether the article is of a government or a parliament, by its words.
fn speaks_for_state(document: &Document) -> bool {
    let words = document.tokens.iter().take(STATE_TOKENS).filter(|token| token.kind == TokenKind::Word);
    words.filter(|token| OF_STATE.has(token.text(document.text))).take(2).count() == 2
}

/// Words by which those who speak for a state name it, its people and its offices; the United States for comparison.
static NAMED_BY: [(&str, WordList); 5] = [
    (
        "AU",
        WordList::new(words!(
            "australia|australian|australians|canberra|nsw|queensland|tasmania|jobkeeper|jobseeker|centrelink|ndis|asic|accc|apra|acoss|csiro"
        )),
    ),
    ("CA", WordList::new(words!("canada|canadian|canadians|ottawa|ontario|quebec|alberta|manitoba|saskatchewan|rcmp"))),
    ("NZ", WordList::new(words!("zealand|zealanders|auckland|christchurch|dunedin|aotearoa|maori|māori|kiwisaver|kiwirail|beehive"))),
    ("FJ", WordList::new(words!("fiji|fijian|fijians|suva"))),
    ("US", WordList::new(words!("us|u.s|u.s.|usa|america|american|americans|washington|congress|pentagon|medicaid"))),
];

/// The country of bare dollars for which ministers and members speak, where it is named more often than any other.
fn spoken_for(document: &Document) -> Option<&'static str> {
    if !speaks_for_state(document) {
        return None;
    }
    let mut counts = [0usize; NAMED_BY.len()];
    for token in document.tokens.iter().take(STATE_TOKENS).filter(|token| token.kind == TokenKind::Word) {
        let word = token.text(document.text);
        let is_name = word.starts_with(char::is_uppercase);
        for (count, (_, words)) in counts.iter_mut().zip(&NAMED_BY) {
            *count += usize::from(is_name && words.has(word));
        }
    }
    let most = *counts.iter().max()?;
    let single = counts.iter().filter(|&&count| count == most).count() == 1;
    let at = counts.iter().position(|&count| count == most)?;
    (most > 0 && single && NAMED_BY[at].0 != "US").then_some(NAMED_BY[at].0)
}

/// How many tokens are searched for those words.
const STATE_TOKENS: usize = 3000;
/// Words of those who speak for a state of the Commonwealth.
static OF_STATE: WordList = WordList::new(words!(
    "minister|ministers|treasurer|senator|senators|parliament|commonwealth|mp|mps|premier|electorate|hon|ministerial|labor|coalition|greens"
));

impl Dollars {
    fn count(&mut self, document: &Document, at: usize) {
        let tokens = &document.tokens;
        let before = at.checked_sub(1).map(|i| &tokens[i]).filter(|before| before.touches(&tokens[at]) && before.kind == TokenKind::Word);
        match before.and_then(|before| currency::dollar_prefix(before.text(document.text))) {
            Some("USD") => self.of_us += 1,
            Some(code) => {
                self.named = Some(code);
                self.named_count += 1;
                // "¥1 = S$0.0088" says which dollars the article converts to.
                let equals = at.checked_sub(2).filter(|&i| tokens[i].is_sign('='));
                let of_other = |i: usize| tokens[i.saturating_sub(5)..i].iter().all(|token| !token.is_sign('$'));
                if equals.is_some_and(of_other) {
                    self.declared = self.declared.or(Some(code));
                }
                // "$462.4m (S$624.8m)": the bare one is the other's conversion, or the other way round
                let bracket = at.checked_sub(2).is_some_and(|i| tokens[i].is_sign('('));
                let before_bracket = at.saturating_sub(7)..at.saturating_sub(2);
                self.converted |= bracket && tokens[before_bracket].iter().any(|token| token.is_sign('$'));
            }
            None => {
                self.bare += 1;
                let bracket = at.checked_sub(1).is_some_and(|i| tokens[i].is_sign('('));
                let window = at.saturating_sub(6)..at.saturating_sub(1);
                self.converted |= bracket && self.named.is_some() && tokens[window].iter().any(|token| token.is_sign('$'));
            }
        }
    }

    /// The exchange of a code: ".TO" after a symbol, "TSX:" before one.
    fn list(&mut self, document: &Document, at: usize) {
        let tokens = &document.tokens;
        let word = |at: usize| tokens.get(at).filter(|token| token.kind == TokenKind::Word).map(|token| token.text(document.text));
        let Some(before) = at.checked_sub(1).and_then(word) else { return };
        if tokens[at].is_sign(':') && ["NYSE", "Nasdaq", "AMEX"].iter().any(|exchange| before.eq_ignore_ascii_case(exchange)) {
            self.listed_in_us = true;
            return;
        }
        if !before.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return;
        }
        if tokens[at].is_sign(':') {
            let exchange = EXCHANGES.iter().find(|(name, _)| *name == before);
            self.listed = self.listed.or(exchange.map(|&(_, country)| country));
            return;
        }
        let Some(after) = word(at + 1).filter(|_| tokens[at - 1].touches(&tokens[at]) && tokens[at].touches(&tokens[at + 1])) else {
            return;
        };
        // Dow Jones prints ">CSW.A.T" for Toronto; elsewhere ".T" is Tokyo
        let dow_jones = after == "T" && tokens[at.saturating_sub(5)..at].iter().any(|token| token.is_sign('>'));
        let suffix = SUFFIXES.iter().find(|(suffix, _)| *suffix == after).map(|&(_, country)| country);
        self.listed = self.listed.or(suffix).or(dow_jones.then_some("CA"));
    }

    /// "All amounts are in Canadian dollars", "(in thousands of United States dollars)".
    fn declare(&mut self, document: &Document, at: usize) {
        if self.declared.is_some() || !document.tokens[at].is_word(document.text, "dollars") {
            return;
        }
        let is_adjective = |i: usize| document.tokens[i].classes.any(Classes::CURRENCY_ADJECTIVE);
        let Some(last) = at.checked_sub(1).filter(|&i| is_adjective(i)) else { return };
        let first = last.checked_sub(1).filter(|&i| is_adjective(i)).unwrap_or(last);
        let Some(country) = currency::country(document.span(first..last + 1).of(document.text)) else { return };
        let is = |back: usize, words: &[&str]| {
            first.checked_sub(back).is_some_and(|i| words.iter().any(|word| document.tokens[i].is_word(document.text, word)))
        };
        const CUES: &[&str] = picked!(saying, DECLARES, "amounts|figures|expressed|stated|presented|otherwise|values|noted|indicated");
        let said = || {
            let mut window = first.saturating_sub(14)..(at + 8).min(document.tokens.len());
            window.any(|i| CUES.iter().any(|cue| document.tokens[i].is_word(document.text, cue)))
        };
        let in_bracket = || first.checked_sub(2).is_some_and(|i| document.tokens[i].is_sign('('));
        let declares = is(1, &["in"]) && (said() || in_bracket()) || is(1, &["of"]) && is(2, &["thousands", "millions"]) && is(3, &["in"]);
        if declares {
            self.declared = currency::dollar().home(country);
        }
    }

    /// The country whose dollar a bare "$" may be: one where it is printed so at home, and that the article comes from.
    fn country(&self, document: &Document) -> Option<&'static str> {
        let context = &document.context;
        let at_home = |country: &&'static str| PRINTED_BARE.contains(country);
        if context.country_given {
            return context.country;
        }
        let from_dateline = context.country.filter(|_| context.dateline.as_ref().is_some_and(|dateline| dateline.place.is_some()));
        let only_in_us = self.listed_in_us && self.listed.is_none();
        let named = match from_dateline {
            Some(_) if only_in_us => None,
            Some(country) => Some(country).filter(at_home),
            None if self.listed.is_some() && !self.listed_in_us => self.listed,
            // Named in the text only: the article must set the American dollar apart
            // or a minister or parliament of that country speak
            None => context.country.filter(at_home).filter(|_| !only_in_us && (self.of_us > 0 || speaks_for_state(document))),
        };
        let placed = from_dateline.is_some() || only_in_us || self.bare == 0;
        named.or_else(|| if placed { None } else { spoken_for(document) })
    }

    fn home(&self, country: Option<&'static str>) -> &'static str {
        if let Some(code) = self.declared {
            return code;
        }
        let home = country.and_then(|country| currency::dollar().home(country)).unwrap_or("USD");
        let named_is_minor = self.named_count * 3 < self.bare;
        if home == "USD" || self.converted || (self.named_count > 0 && !named_is_minor) { "USD" } else { home }
    }
}
