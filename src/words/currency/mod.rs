//! The printed forms of currencies, and how they are looked up. A currency is one row of `families.rs`.
//!
//! | printed | table |
//! |---|---|
//! | "$5", "5 €", "Rs 5", "RM5", "5 rupees", "30p" | `families.rs` |
//! | "US$5" | `dollars.rs` |
//! | "EUR 5", "5 EUR", "SEKm 5" | `codes.rs` |
//! | "5 Canadian dollars" | `countries.rs` |

mod codes;
mod countries;
mod families;
mod kind;
mod sign_prefixes;

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::Classes;
use super::lower::{LowerCase, lower_case};
use kind::CurrencyForm;
pub(crate) use kind::{Certainty, CurrencyCode, CurrencyMeaning, Family, Prefix};

struct CurrencyTables {
    signs: FxHashMap<char, CurrencyMeaning>,
    dollar_prefixes: FxHashMap<&'static str, &'static str>,
    prefixes: FxHashMap<&'static str, Prefix>,
    names: FxHashMap<&'static str, CurrencyMeaning>,
    adjectives: FxHashMap<&'static str, &'static str>,
    lower_codes: FxHashMap<&'static str, &'static str>,
}

static MAGNITUDE_CODES: Lazy<Vec<(String, &'static str, &'static str)>> = Lazy::new(|| {
    let mut forms = Vec::new();
    for &code in codes::CODES_WITH_MAGNITUDE {
        for (before, magnitude) in
            [("M", "million"), ("T", "thousand"), ("K", "thousand"), ("k", "thousand"), ("m", "million"), ("mn", "million")]
        {
            forms.push((format!("{before}{code}"), code, magnitude));
        }
        for (after, magnitude) in [("m", "million"), ("mn", "million"), ("bn", "billion"), ("k", "thousand"), ("M", "million")] {
            forms.push((format!("{code}{after}"), code, magnitude));
        }
    }
    forms
});

static TABLES: Lazy<CurrencyTables> = Lazy::new(|| {
    let known = |code: &'static str, certainty| (code, Prefix { currency: CurrencyCode::Known(code), certainty, magnitude: None });
    let mut prefixes: FxHashMap<&str, Prefix> = FxHashMap::default();
    prefixes.extend(codes::CODES.split('|').map(|code| known(code, Certainty::Always)));
    prefixes.extend(codes::DOUBTFUL_CODES.split('|').map(|code| known(code, Certainty::LargeOnly)));
    let forms = || families::ALL.iter().flat_map(|&family| family.forms.iter().map(move |form| (family, form)));
    for (family, form) in forms() {
        if let CurrencyForm::Before(certainty, words) = *form {
            let prefix = Prefix { currency: CurrencyCode::Of(family), certainty, magnitude: None };
            prefixes.extend(words.iter().map(|&word| (word, prefix)));
        }
    }
    prefixes.extend(MAGNITUDE_CODES.iter().map(|(form, code, magnitude)| {
        (form.as_str(), Prefix { currency: CurrencyCode::Known(code), certainty: Certainty::Always, magnitude: Some(magnitude) })
    }));
    let code_of = |lower: &'static str| codes::CODES.split('|').find(|code| code.eq_ignore_ascii_case(lower)).map(|code| (lower, code));
    CurrencyTables {
        signs: forms().flat_map(|(family, form)| form.signs(family)).collect(),
        dollar_prefixes: sign_prefixes::DOLLAR_PREFIXES.iter().copied().collect(),
        prefixes,
        names: forms().flat_map(|(family, form)| form.names(family)).collect(),
        adjectives: countries::ADJECTIVES.iter().flat_map(|&(country, words)| words.iter().map(move |&word| (word, country))).collect(),
        lower_codes: codes::LOWER_CASE_CODES.split('|').filter_map(code_of).collect(),
    }
});

/// Whether the character is a currency sign.
pub(crate) fn is_sign(sign: char) -> bool {
    matches!(sign, '$' | '£' | '€' | '¥' | '¢' | '฿' | '৳' | '៛' | '﷼' | '＄' | '￡' | '￥' | '₠'..='⃀')
}

/// What a currency sign means.
pub(crate) fn sign(sign: char) -> Option<CurrencyMeaning> {
    TABLES.signs.get(&sign).copied()
}
/// The currency of a word before "$": "US", "HK", or an ISO code.
pub(crate) fn dollar_prefix(word: &str) -> Option<&'static str> {
    let mut upper = [0; 4];
    let upper = upper.get_mut(..word.len())?;
    upper.copy_from_slice(word.as_bytes());
    upper.make_ascii_uppercase();
    let upper = std::str::from_utf8(upper).ok()?;
    // "cad$5", not the words of "TOP $5"
    let code = || match TABLES.prefixes.get(upper).filter(|prefix| prefix.certainty == Certainty::Always)?.currency {
        CurrencyCode::Known(code) => Some(code),
        CurrencyCode::Of(_) => None,
    };
    TABLES.dollar_prefixes.get(upper).copied().or_else(code)
}

/// The currency of a word before its sign: "US$", "UK£", "CN¥".
pub(crate) fn sign_prefix(sign: char, word: &str) -> Option<&'static str> {
    let prefixes = match sign {
        '$' => return dollar_prefix(word),
        '£' => sign_prefixes::POUND_PREFIXES,
        '¥' | '￥' => sign_prefixes::YEN_PREFIXES,
        _ => return None,
    };
    prefixes.iter().find(|(prefix, _)| *prefix == word).map(|&(_, code)| code)
}

/// What a word before a number means, as it is printed.
pub(crate) fn prefix(word: &str) -> Option<Prefix> {
    TABLES.prefixes.get(word).copied()
}

/// What a word after a number means: a name in any case, or a code.
pub(crate) fn name(word: &str) -> Option<CurrencyMeaning> {
    lower_case_name(word).and_then(|word| TABLES.names.get(word.as_str()).copied())
}

/// The currency of a code after a number; the common ones in lower case too.
pub(crate) fn code(word: &str) -> Option<Prefix> {
    if let Some(prefix) = TABLES.prefixes.get(word).filter(|prefix| prefix.certainty == Certainty::Always) {
        return Some(*prefix);
    }
    let known = TABLES.lower_codes.get(word)?;
    Some(Prefix { currency: CurrencyCode::Known(known), certainty: Certainty::Always, magnitude: None })
}

/// The country of an adjective: "Canadian", "Hong Kong".
pub(crate) fn country(adjective: &str) -> Option<&'static str> {
    lower_case(adjective).and_then(|adjective| TABLES.adjectives.get(adjective.as_str()).copied())
}

/// The many dollars.
pub(crate) fn dollar() -> &'static Family {
    &families::DOLLAR
}

/// The many pounds.
pub(crate) fn pound() -> &'static Family {
    &families::POUND
}

/// How many minor units make a major one.
pub(crate) fn parts(meaning: CurrencyMeaning, code: &str) -> u32 {
    // fils and the like: a thousand make a dinar
    let thousandths = meaning.family == &families::FILS && matches!(code, "KWD" | "BHD" | "JOD" | "IQD");
    if thousandths { 1000 } else { meaning.parts }
}

fn lower_case_name(word: &str) -> Option<LowerCase> {
    match word {
        "Öre" | "ÖRE" => lower_case("öre"),
        _ => lower_case(word),
    }
}

/// The words of these tables with their classes.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let tables = &*TABLES;
    let of_signs = sign_prefixes::POUND_PREFIXES.iter().chain(sign_prefixes::YEN_PREFIXES).map(|&(word, _)| word);
    let before_sign = tables.dollar_prefixes.keys().copied().chain(of_signs);
    let codes = tables.prefixes.keys().copied().chain(before_sign).chain(tables.lower_codes.keys().copied());
    let adjectives = tables.adjectives.keys().flat_map(|adjective| adjective.split(' ')).filter(|&word| word != "and");
    codes
        .map(|word| (word, Classes::CURRENCY_CODE))
        .chain(tables.names.keys().map(|&word| (word, Classes::CURRENCY_NAME)))
        .chain(adjectives.map(|word| (word, Classes::CURRENCY_ADJECTIVE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard_or_historic() {
        let historic = "ANG ATS BEF BYR CYP DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MRO MTL NLG PTE SIT SKK VEF ZMK ZWL XBT CNH";
        for code in codes::CODES.split('|') {
            let known = iso_currency::Currency::from_code(code).is_some() || historic.split_whitespace().any(|historic| historic == code);
            assert!(known, "{code}");
        }
    }

    #[test]
    fn families_know_their_homes() {
        assert_eq!(name("Rupees").and_then(|meaning| meaning.family.home("PK")), Some("PKR"));
        assert_eq!(name("rupees").and_then(|meaning| meaning.family.default), Some("INR"));
        assert_eq!(country("Canadian"), Some("CA"));
        assert_eq!(dollar_prefix("Mex"), Some("MXN"));
        assert_eq!(prefix("SEKm").map(|prefix| (prefix.currency, prefix.magnitude)), Some((CurrencyCode::Known("SEK"), Some("million"))));
    }
}
