//! What printed forms of currencies mean.

/// A name that several countries' currencies share.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Family {
    /// The code when nothing says which country; `None` where the word alone is no money ("pounds" of weight).
    pub default: Option<&'static str>,
    /// Code by ISO 3166 country.
    pub homes: &'static [(&'static str, &'static str)],
    /// How it is printed.
    pub forms: &'static [CurrencyForm],
}

/// A printed form of a currency.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum CurrencyForm {
    /// Names in lower case that stand after a number, with how many make one major unit: "5 crore rupees", "30 pence".
    Name(u32, &'static [&'static str]),
    /// Signs before or after a number, likewise.
    Sign(u32, &'static str),
    /// Words before a number, as they are printed: "Rs 5 crore", "RM5".
    Before(Certainty, &'static [&'static str]),
}

impl Family {
    /// The codes of all its currencies.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.homes.iter().map(|&(_, code)| code)
    }

    /// The code in a country.
    pub(crate) fn home(&self, country: &str) -> Option<&'static str> {
        self.homes.iter().find(|(home, _)| *home == country).map(|&(_, code)| code)
    }
}

impl CurrencyForm {
    /// The names among its forms, with what they mean.
    pub(super) fn names(&self, family: &'static Family) -> impl Iterator<Item = (&'static str, CurrencyMeaning)> + use<> {
        let (parts, names): (u32, &[&str]) = if let CurrencyForm::Name(parts, names) = *self { (parts, names) } else { (1, &[]) };
        names.iter().map(move |&name| (name, CurrencyMeaning { family, parts }))
    }

    /// The signs among its forms, with what they mean.
    pub(super) fn signs(&self, family: &'static Family) -> impl Iterator<Item = (char, CurrencyMeaning)> + use<> {
        let (parts, signs) = if let CurrencyForm::Sign(parts, signs) = *self { (parts, signs) } else { (1, "") };
        signs.chars().map(move |sign| (sign, CurrencyMeaning { family, parts }))
    }
}

/// What a printed form means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CurrencyMeaning {
    /// The currency or the currencies of that name.
    pub family: &'static Family,
    /// How many of it make one major unit: 1 for dollars, 100 for cents.
    pub parts: u32,
}
/// When a word before a number is a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// Whatever number follows: "Rs 5", "EUR 5".
    Always,
    /// The word is also something else: only before a number with magnitude, groups or two decimals: "TRY 5.2 billion", not "TOP 10".
    LargeOnly,
    /// A lone letter: only glued to such a number, and in its country or with a magnitude: "R120bn", "P5 billion".
    Letter,
}

/// What a word before a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Prefix {
    /// The currency, or the family whose country the article tells.
    pub currency: CurrencyCode,
    /// What else the number needs.
    pub certainty: Certainty,
    /// The magnitude that is part of the word: "m" of "SEKm".
    pub magnitude: Option<&'static str>,
}

/// A currency, known or to be told by the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CurrencyCode {
    /// ISO 4217.
    Known(&'static str),
    /// One of a family.
    Of(&'static Family),
}
