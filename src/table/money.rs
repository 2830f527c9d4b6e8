//! Currency and scale from the words of heads, corners and captions: "(in thousands of Canadian dollars, except per share data)".

use rust_decimal::{Decimal, dec};

use crate::extract::amount::House;
use crate::words::currency::{self, Certainty, CurrencyCode};

/// The longest title of two lines, in bytes.
const LONGEST_TITLE: usize = 300;

/// What the words around figures say of their unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Basis {
    /// The currency, as ISO 4217 code.
    pub currency: Option<&'static str>,
    /// What the printed numbers are multiplied by.
    pub scale: Option<Decimal>,
    /// Whether the figures are percents.
    pub percent: bool,
    /// Whether counts of shares are printed in full: "except share data".
    pub full_shares: bool,
    /// What counts of other things are multiplied by: "square feet in thousands".
    pub counts: Option<Decimal>,
    /// What counts of shares are multiplied by: "except number of shares, which are in thousands".
    pub shares: Option<Decimal>,
}

impl Basis {
    /// This, and where it says nothing, the other.
    pub(super) fn or(self, other: Basis) -> Basis {
        Basis {
            currency: self.currency.or(other.currency),
            scale: self.scale.or(other.scale),
            percent: self.percent || other.percent,
            full_shares: self.full_shares || self.scale.is_none() && other.full_shares,
            counts: self.counts.or(other.counts),
            shares: self.shares.or(other.shares.filter(|_| self.scale.is_none())),
        }
    }
}

/// A piece of a note.
#[derive(Clone, Copy)]
struct NotePiece<'a> {
    text: &'a str,
    /// Whether no blank stands before it.
    glued: bool,
}

/// Cuts words, numbers and signs apart.
fn pieces(text: &str) -> Vec<NotePiece<'_>> {
    let mut out = Vec::new();
    let (mut at, mut glued) = (0, false);
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if first.is_alphabetic() {
            let mut end = 0;
            for (offset, sign) in rest.char_indices() {
                let dotted = sign == '.' && rest[offset + 1..].starts_with(char::is_alphabetic) && offset == 1
                    || sign == '.' && rest[..offset].contains('.') && offset == 3;
                if !sign.is_alphabetic() && !dotted {
                    break;
                }
                end = offset + sign.len_utf8();
            }
            end
        } else if first.is_ascii_digit() {
            rest.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.')).count()
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            out.push(NotePiece { text: &rest[..length], glued });
        }
        glued = !first.is_whitespace();
        at += length;
    }
    out
}

/// The currency at the start of a cell or a number's suffix, and how many bytes name it: "US$", "€", "EUR", "Rs.".
pub(super) fn at_start(text: &str, house: &House) -> Option<(&'static str, usize)> {
    let first = text.chars().next()?;
    if currency::is_sign(first) {
        let meaning = currency::sign(first).filter(|meaning| meaning.parts == 1)?;
        return Some((house.code(meaning.family)?, first.len_utf8()));
    }
    if !first.is_alphabetic() {
        return None;
    }
    let length = text.char_indices().find(|(_, sign)| !sign.is_alphabetic() && *sign != '.').map_or(text.len(), |(end, _)| end);
    let word = text[..length].trim_end_matches('.');
    if let Some(sign) = text[length..].chars().next().filter(|sign| matches!(sign, '$' | '£' | '¥')) {
        return Some((currency::sign_prefix(sign, word)?, length + sign.len_utf8()));
    }
    let prefix = currency::prefix(word).filter(|prefix| prefix.certainty == Certainty::Always && prefix.magnitude.is_none())?;
    Some((code(prefix.currency, house)?, length))
}

fn code(currency: CurrencyCode, house: &House) -> Option<&'static str> {
    match currency {
        CurrencyCode::Known(code) => Some(code),
        CurrencyCode::Of(family) => house.code(family),
    }
}

/// What a note says. A number before a magnitude makes it an amount, not a note.
pub(super) fn basis(text: &str, house: &House) -> Basis {
    let pieces = pieces(text);
    let mut basis = Basis::default();
    // Rates against a currency are not in it.
    let mut against = false;
    for at in 0..pieces.len() {
        let word = pieces[at].text;
        if matches!(word.to_ascii_lowercase().as_str(), "except" | "excluding" | "unless" | "other" if basis.scale.is_some()) {
            let rest = &pieces[at + 1..];
            basis.full_shares |= excepts_shares(rest);
            let reflected = rest.iter().position(|piece| piece.text.eq_ignore_ascii_case("shares"));
            basis.shares = reflected.and_then(|shares| (shares..rest.len().min(shares + 8)).find_map(|at| magnitude_at(rest, at, house)));
            if word.eq_ignore_ascii_case("except") {
                break;
            }
        }
        against |= matches!(word.to_ascii_lowercase().as_str(), "vs" | "versus" | "against");
        if let Some((found, magnitude)) = currency_at(&pieces, at, house).filter(|_| !against) {
            basis.currency = basis.currency.or(Some(found));
            basis.scale = basis.scale.or(magnitude);
        }
        if let Some(scale) = magnitude_at(&pieces, at, house) {
            let before = Some(at).filter(|&at| at >= 2 && pieces[at - 1].text.eq_ignore_ascii_case("in")).map(|at| pieces[at - 2].text);
            let shares =
                || before.filter(|_| at >= 3).is_some_and(|word| ["shares", "units"].iter().any(|noun| word.eq_ignore_ascii_case(noun)));
            // "net income in millions and shares in thousands", but not "dollars and shares in millions".
            let own_shares = basis.scale.is_some() && shares();
            let scaled = match () {
                () if own_shares => &mut basis.shares,
                () if before.is_some_and(is_counted) => &mut basis.counts,
                () => &mut basis.scale,
            };
            *scaled = scaled.or(Some(scale));
        }
        // "with 20% discount" says nothing of the figures below.
        let of_number = || pieces[at].glued && at > 0 && pieces[at - 1].text.ends_with(|last: char| last.is_ascii_digit());
        basis.percent |= (word == "%" || matches!(word.to_ascii_lowercase().as_str(), "percent" | "percentage" | "pct")) && !of_number();
    }
    basis
}

/// Whether a word is what is counted in "square feet in thousands".
fn is_counted(word: &str) -> bool {
    const COUNTED: &str = "feet|metres|meters|tonnes|tons|barrels|ounces|units|customers|subscribers|passengers|sqm|mwh|gwh|boe|volumes|\
        acres|hectares|gallons|pounds|employees";
    COUNTED.split('|').any(|noun| word.eq_ignore_ascii_case(noun.trim()))
}

/// "share and per share data", "shares", but not "per share data" alone.
fn excepts_shares(rest: &[NotePiece]) -> bool {
    let is = |at: usize, words: &[&str]| rest.get(at).is_some_and(|piece| words.iter().any(|word| piece.text.eq_ignore_ascii_case(word)));
    (0..rest.len().min(16)).any(|at| {
        let per =
            at.checked_sub(1).is_some_and(|before| is(before, &["per"])) || at.checked_sub(2).is_some_and(|before| is(before, &["per"]));
        is(at, &["share", "shares", "unit", "units"]) && !per
    })
}

/// The currency that the piece at `at` names, and the magnitude that is part of its word.
fn currency_at(pieces: &[NotePiece], at: usize, house: &House) -> Option<(&'static str, Option<Decimal>)> {
    let piece = pieces[at];
    let first = piece.text.chars().next()?;
    let before = |back: usize| at.checked_sub(back).map(|at| pieces[at]);
    let country = || {
        let one = before(1).and_then(|before| country(before.text));
        let two = before(2).zip(before(1)).and_then(|(first, second)| currency::country(&format!("{} {}", first.text, second.text)));
        two.or(one)
    };
    // "$17", "EUR 5", "400 million rupees": an amount.
    let numbered = |next: NotePiece| next.text.starts_with(|first: char| first.is_ascii_digit()) && !next.text.starts_with("000");
    let scaled = before(1).is_some_and(|before| crate::words::number::magnitude(before.text).is_some()) && before(2).is_some_and(numbered);
    if pieces.get(at + 1).copied().is_some_and(numbered) || before(1).is_some_and(numbered) || scaled {
        return None;
    }
    if currency::is_sign(first) {
        let meaning = currency::sign(first).filter(|meaning| meaning.parts == 1)?;
        if first == '$' {
            let prefix = before(1).filter(|_| piece.glued).and_then(|before| currency::dollar_prefix(before.text));
            return Some((prefix.or_else(|| currency::dollar().home(country()?)).or_else(|| house.code(meaning.family))?, None));
        }
        return Some((house.code(meaning.family)?, None));
    }
    if !first.is_alphabetic() || pieces.get(at + 1).is_some_and(|next| next.text == "$" && next.glued) {
        return None;
    }
    // "IRR" is a rate of return, "TOP" no currency of Tonga, unless a scale stands beside it.
    let lone = || {
        let scaled = |other: Option<NotePiece>| other.is_some_and(|other| crate::words::number::magnitude(other.text).is_some());
        !scaled(pieces.get(at + 1).copied()) && !before(1).is_some_and(|before| before.text.eq_ignore_ascii_case("in"))
    };
    // "Health (BHD)", "Party (DEM)": what stands alone in brackets is hardly a currency that few know.
    let acronym = || before(1).is_some_and(|before| before.text == "(") && lone() && !is_well_known(piece.text);
    // "BD" alone is hardly the dinar.
    let by_magnitude = || pieces.get(at + 1).is_none_or(|next| next.text.starts_with(['m', 'M', 'b', 'c', 'l', 't', '\'', '’', ')']));
    if (piece.text.len() >= 3 || piece.text.len() == 2 && by_magnitude() && pieces.len() <= 6)
        && let Some(prefix) = currency::prefix(piece.text)
            .filter(|prefix| prefix.certainty == Certainty::Always || prefix.certainty == Certainty::LargeOnly && !lone())
            .filter(|_| !acronym())
    {
        let magnitude = prefix.magnitude.and_then(crate::words::number::magnitude).map(|magnitude| magnitude.factor);
        return Some((code(prefix.currency, house)?, magnitude));
    }
    let meaning = currency::name(piece.text).filter(|meaning| meaning.parts == 1)?;
    if let Some(home) = country().and_then(|country| meaning.family.home(country)) {
        return Some((home, None));
    }
    // "pounds" may be weight, "real" an adjective.
    let plain = matches!(
        piece.text.to_ascii_lowercase().as_str(),
        "dollar" | "dollars" | "euro" | "euros" | "yen" | "rupees" | "renminbi" | "rmb" | "yuan"
    );
    plain.then(|| house.code(meaning.family)).flatten().map(|code| (code, None))
}

/// What a caption says: of a sentence only its brackets and what follows an "in".
pub(super) fn of_caption(line: &str, house: &House) -> Basis {
    let words = line.split_whitespace().count();
    if words <= 12 && !line.ends_with('.') {
        return basis(line, house);
    }
    let in_brackets = line.split('(').skip(1).filter_map(|inner| inner.split(')').next());
    let after_in = line.split(" in ").skip(1).map(|rest| {
        let end = rest.match_indices(' ').nth(5).map_or(rest.len(), |(end, _)| end);
        &rest[..end]
    });
    in_brackets.chain(after_in).fold(Basis::default(), |found, part| found.or(basis(part, house)))
}

/// Whether a caption says that all figures are percents: "Performance (%)", "Undernourished children (in percent)".
pub(super) fn says_percent(line: &str) -> bool {
    let lower = if line.len() <= 160 { line.to_lowercase() } else { return false };
    [
        "(%)",
        "(in %)",
        "(in percent)",
        "(percent)",
        "(per cent)",
        "(in per cent)",
        "(in percentage)",
        "(in percentages)",
        "(percentage)",
        "(percentages)",
    ]
    .iter()
    .any(|note| lower.contains(note))
}

/// Codes that stand alone in heads: "Sales (EUR)".
fn is_well_known(code: &str) -> bool {
    const CODES: &str = "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|RMB|HKD|SGD|SEK|NOK|DKK|ZAR|BRL|MXN|KRW|RUB|PLN|THB|IDR|MYR|PHP|US|RM|NT";
    !code.bytes().all(|byte| byte.is_ascii_uppercase()) || CODES.split('|').any(|known| known == code)
}

/// Whether the title of a numbered table says so of all: "Table 15. Percentage changes in pupils, by state".
pub(super) fn titles_percent(line: &str) -> bool {
    static SAID: &[&str] =
        words!("percentage change|percent change|percentage distribution|percent distribution|growth rates of|percentage of|percent of");
    static OTHERS: &[&str] = words!("number|amount|value| and percent|$|€|£|levels");
    let lower = if line.len() <= LONGEST_TITLE { line.to_lowercase() } else { return false };
    lower.starts_with("table ") && SAID.iter().any(|said| lower.contains(said)) && !OTHERS.iter().any(|other| lower.contains(other))
}

/// Whether a title or a head says that its figures count something, so that a scale alone makes no money of them.
pub(super) fn says_numbers(line: &str) -> bool {
    static COUNTED: &[&str] = words!(
        "number of|numbers of|numbers for|enrollment|enrolment|population|employment|employed|labor force|labour force|workforce|headcount|\
        passengers|visitors|arrivals|births|deaths|households|pupils|students|graduates|teachers|persons|inhabitants|employees|tonnes|\
        metric tons|barrels|vehicles"
    );
    static MONEY: &[&str] = words!(
        "dollar|peso|euro|$|€|£|revenue|sales|income|value|expen|cost|spending|price|earnings|wage|salar|debt|tax|loan|asset|fund|paid|pay |\
        benefit|compensation|amount|profit|cash"
    );
    let lower = if line.len() <= LONGEST_TITLE && !line.ends_with('.') { line.to_lowercase() } else { return false };
    COUNTED.iter().any(|counted| lower.contains(counted)) && !MONEY.iter().any(|money| lower.contains(money))
}

fn country(word: &str) -> Option<&'static str> {
    currency::country(word)
        .or_else(|| currency::country(word.trim_end_matches('.')))
        .or_else(|| matches!(word, "U.S" | "US" | "U.S.").then_some("US"))
}

/// The magnitude at `at`, where no number stands before it; a lone letter only beside a currency.
fn magnitude_at(pieces: &[NotePiece], at: usize, house: &House) -> Option<Decimal> {
    let piece = pieces[at];
    let before = at.checked_sub(1).map(|at| pieces[at]);
    let numbered = before.is_some_and(|before| before.text.starts_with(|first: char| first.is_ascii_digit()));
    let beside =
        |other: Option<usize>| other.filter(|&other| other < pieces.len()).is_some_and(|other| currency_at(pieces, other, house).is_some());
    let over_comma = || at.checked_sub(2).filter(|_| before.is_some_and(|before| before.text == ","));
    // "Mio. EUR"
    let over_point = || pieces.get(at + 1).filter(|next| next.text == ".").map(|_| at + 2);
    let by_currency = || beside(at.checked_sub(1)) || beside(Some(at + 1)) || beside(over_comma()) || beside(over_point());
    match piece.text {
        "000" | "000s" => {
            let apostrophe = before.is_some_and(|before| matches!(before.text, "'" | "’" | "‘" | "´" | "`"));
            return (apostrophe || by_currency() || before.is_some_and(|before| before.text.eq_ignore_ascii_case("in")))
                .then_some(dec!(1000));
        }
        "000,000" => return Some(dec!(1000000)),
        _ if numbered => return None,
        "m" | "M" | "MM" | "mm" | "mio" | "Mio" | "mill" => return by_currency().then_some(dec!(1000000)),
        "k" | "K" | "T" => return by_currency().then_some(dec!(1000)),
        "b" | "B" => return by_currency().then_some(dec!(1000000000)),
        "cr" | "Cr" => return by_currency().then_some(dec!(10000000)),
        _ => {}
    }
    let magnitude = crate::words::number::magnitude(piece.text)?;
    // "MRD" may be a name, "mrd" is none.
    let sure = match magnitude.strength {
        crate::words::number::Strength::Word => true,
        crate::words::number::Strength::Abbreviation => piece.text.starts_with(char::is_lowercase) || by_currency(),
        crate::words::number::Strength::Letter => false,
    };
    // "a billion", "several million people" are no notes.
    let counted =
        before.is_some_and(|before| matches!(before.text.to_ascii_lowercase().as_str(), "a" | "one" | "several" | "many" | "hundreds"));
    (sure && !counted).then_some(magnitude.factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, Options, document::Document};

    #[test]
    fn what_titles_say_of_their_figures() {
        for (line, percent, numbers) in [
            ("Table 4. Percentage changes in pupils, by county: 2010 to 2020", true, true),
            ("Table 4. Number and percentage distribution of pupils", false, true),
            ("Percentage change", false, false),
            ("Table 7. Percent change in the price of bread", true, false),
            ("Number of teachers", false, true),
            ("Table 16. Numbers for teachers and new hires, by county", false, true),
            ("Spending for pupils in public schools", false, false),
            ("Employee compensation and benefits (in thousands)", false, false),
            ("Total assets (in thousands)", false, false),
        ] {
            assert_eq!((titles_percent(line), says_numbers(line)), (percent, numbers), "{line}");
        }
    }

    #[test]
    fn notes_of_scale_and_currency() {
        let article = Article::from_text("Sales were $5.");
        let document = Document::new(&article, &Options::default());
        let house = House::new(&document);
        for (note, currency, scale, full_shares) in [
            ("(in millions, except share and per share data)", None, Some(1_000_000), true),
            ("(In thousands, except per share amounts)", None, Some(1_000), false),
            ("(Stated in thousands of Canadian dollars)", Some("CAD"), Some(1_000), false),
            ("UNAUDITED (thousands of Canadian $ except per share amounts)", Some("CAD"), Some(1_000), false),
            ("(In NT$ million)", Some("TWD"), Some(1_000_000), false),
            ("(U.S. Dollars in Thousands)", Some("USD"), Some(1_000), false),
            ("Consolidated data (€ millions)(1)", Some("EUR"), Some(1_000_000), false),
            ("Key figures (€m)", Some("EUR"), Some(1_000_000), false),
            ("(In millions, except the number of shares, given in thousands)", None, Some(1_000_000), true),
            ("US$'000", Some("USD"), Some(1_000), false),
            ("EUR million", Some("EUR"), Some(1_000_000), false),
            ("SEKm", Some("SEK"), Some(1_000_000), false),
            ("Sales of $5 million", None, None, false),
            ("(Square feet in thousands)", None, None, false),
            ("(Square feet and dollars in thousands)", Some("USD"), Some(1_000), false),
            ("Mio. EUR", Some("EUR"), Some(1_000_000), false),
            ("Net flows ($, mm)", Some("USD"), Some(1_000_000), false),
            ("Total assets", None, None, false),
            ("Net IRR", None, None, false),
            ("ALL REGIONS", None, None, false),
            ("TRY million", Some("TRY"), Some(1_000_000), false),
            ("(in MAD)", Some("MAD"), None, false),
            ("(profit in millions and shares in thousands)", None, Some(1_000_000), false),
            ("Thousands of Dollars", Some("USD"), Some(1_000), false),
        ] {
            let basis = basis(note, &house);
            assert_eq!((basis.currency, basis.scale, basis.full_shares), (currency, scale.map(Decimal::from), full_shares), "{note}");
        }
        assert_eq!(basis("(profit in millions and shares in thousands)", &house).shares, Some(dec!(1000)));
        assert_eq!(basis("(dollars and shares in millions)", &house).shares, None);
    }
}
