//! Classes of words: what the rules ask of a word, known since it was cut.

/// Sets of word classes, as bits: a word such as "second" or "may" has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes(pub u32);

impl Classes {
    /// No class.
    pub const NONE: Classes = Classes(0);
    /// A magnitude after a number: million, bn, crore, k.
    pub const MAGNITUDE: Classes = Classes(1);
    /// The name of a currency or of its minor unit: dollars, pence.
    pub const CURRENCY_NAME: Classes = Classes(1 << 1);
    /// A currency code or prefix: USD, Rs, RM, US (before $).
    pub const CURRENCY_CODE: Classes = Classes(1 << 2);
    /// A number in words: one, half, twenty, hundred.
    pub const NUMBER_WORD: Classes = Classes(1 << 3);
    /// A percent word: percent, pct, percentage, basis.
    pub const PERCENT_WORD: Classes = Classes(1 << 4);
    /// A ratio word: doubled, twice, third, threefold.
    pub const RATIO_WORD: Classes = Classes(1 << 5);
    /// A month's name or abbreviation.
    pub const MONTH: Classes = Classes(1 << 6);
    /// A weekday's name or abbreviation.
    pub const WEEKDAY: Classes = Classes(1 << 7);
    /// A unit of calendar time: day, quarter, half, year.
    pub const PERIOD_UNIT: Classes = Classes(1 << 8);
    /// Any other word at which a period can start: today, last, fiscal, Q, FY, mid.
    pub const PERIOD_CUE: Classes = Classes(1 << 9);
    /// A qualifier of a figure: about, over, nearly.
    pub const QUALIFIER: Classes = Classes(1 << 10);
    /// A verb or noun of change: rose, fell, increase, decline.
    pub const CHANGE: Classes = Classes(1 << 11);

    /// A currency sign: $, £.
    pub const CURRENCY_SIGN: Classes = Classes(1 << 13);
    /// An adjective or country before a currency's name: Canadian, Hong, Kong.
    pub const CURRENCY_ADJECTIVE: Classes = Classes(1 << 14);
    /// A word that names a source: said, according.
    pub const SOURCE: Classes = Classes(1 << 15);
    /// A word that stands for the company spoken of: firm, we.
    pub const COMPANY: Classes = Classes(1 << 16);
    /// A word that opens a clause or a comparison, or may close one: while, than, from, to.
    pub const CLAUSE_BORDER: Classes = Classes(1 << 17);
    /// A word at which a noun phrase cannot go on: the, said, higher.
    pub const PHRASE_BREAK: Classes = Classes(1 << 19);
    /// A word that ends a noun phrase without belonging to it: of, was, would.
    pub const PHRASE_TAIL: Classes = Classes(1 << 20);
    /// A word that links figures to each other: rose, from, compared.
    pub const LINKING: Classes = Classes(1 << 28);
    /// A word that says by itself that something changes: rose, drop, higher.
    pub const CHANGING: Classes = Classes(1 << 27);
    /// Digits, and the signs at which figures and their currencies are looked for.
    pub const FIGURE_SIGN: Classes = Classes(1 << 29);
    /// A word that may tell an article's country: the name of a country or a people or its first word, crore, Nasdaq.
    pub const COUNTRY: Classes = Classes(1 << 30);
    /// Any word with a part in the grammar of periods: ordinals, "the", "ended".
    pub const PERIOD_WORD: Classes = Classes(1 << 31);
    /// The classes of words that only relate figures to what stands around them.
    pub const RELATING: Classes =
        Self::SOURCE.union(Self::COMPANY).union(Self::CLAUSE_BORDER).union(Self::PHRASE_BREAK).union(Self::PHRASE_TAIL);

    /// The classes of both.
    pub const fn union(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }

    /// The classes that the other set does not have.
    pub const fn without(self, other: Classes) -> Classes {
        Classes(self.0 & !other.0)
    }

    /// Whether the sets share a class.
    pub const fn any(self, of: Classes) -> bool {
        self.0 & of.0 != 0
    }
}
