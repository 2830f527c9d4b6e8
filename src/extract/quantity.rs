//! Quantities: a number and the noun that it counts or the measure that it is in.
//!
//! "464,000 subscribers" has the span of "464,000" and the unit "subscribers"; adjectives may stand between ("1,200 new jobs").
//! The other level of a change takes its unit from the quantity before it ("to 1,350 jobs from 1,200"), or from the word that
//! the change is of ("circulation rose 20% to 260,000"). "2.2x" has the unit times.
//! Years, times of day, scores, ages, lengths of time, telephone, page and model numbers and numbers in names are none.

use once_cell::sync::Lazy;
use rust_decimal::dec;
use rustc_hash::FxHashSet;

use super::figure::{Found, Reader};
use super::numeral::Numeral;
use crate::mention::{Figure, FigureKind, Unit, Value};
use crate::number::Decimal;
use crate::rule::{Rule, RuleKind};
use crate::sheet::FactKind;
use crate::text::{Classes, TokenKind};

/// The rule.
pub static RULE: Rule = Rule {
    name: "quantity",
    kind: RuleKind::Figure(FactKind::Quantity),
    source: include_str!("quantity.rs"),
    examples: &[
        ("The network won 464,000 subscribers.", "464,000 = 464000 subscribers"),
        ("It will create about 1,200 new jobs.", "1,200 = 1200 jobs (about)"),
        ("Mills shipped 3.5 million tonnes, up from 3.1 million.", "3.5 million = 3500000 tonnes; 3.1 million = 3100000 tonnes"),
        ("Circulation rose 20% to 260,000 last year.", "260,000 = 260000 circulation"),
        ("Output fell to 42 mmbpd.", "42 = 42 mmbpd"),
        ("Leverage went from 1.7x to 2.2x.", "1.7x = 1.7 times; 2.2x = 2.2 times"),
        ("Between 200 and 300 people came.", "200 and 300 = 200..300 people"),
    ],
    counterexamples: &[
        "Flight 815 left at 10:30 for the G20, as Section 12 of COVID-19 rules says.",
        "The S&P 500 rose and the team won 3-2.",
        "Call 555-0123 any of the 24 hours, 24/7.",
        "He is 45 years old and has a 12-year-old son.",
        "Sales grew in 1984 and 1985.",
    ],
};

/// The words that this rule is anchored to.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    std::iter::empty()
}

/// Units of measure and counted nouns that do not look like plurals.
const UNITS: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "staff",
    "personnel",
    "police",
    "cattle",
    "sheep",
    "aircraft",
    "feet",
    "species",
    "bpd",
    "mmbpd",
    "mbpd",
    "kbpd",
    "boepd",
    "boe",
    "mmboe",
    "mboe",
    "bbl",
    "kg",
    "km",
    "kms",
    "mw",
    "gw",
    "kw",
    "mwh",
    "gwh",
    "twh",
    "kwh",
    "mtpa",
    "mmt",
    "oz",
    "koz",
    "moz",
    "sqm",
    "sqft",
    "sf",
    "ft",
    "lb",
    "lbs",
    "mph",
    "kph",
    "gb",
    "tb",
    "mb",
    "teu",
    "bcf",
    "tcf",
    "mcf",
    "mmcf",
    "mmbtu",
    "dwt",
    "head",
    "crew",
    "tons",
    "hectares",
    "youth",
    "offspring",
    "folk",
    "fish",
    "salmon",
    "mm",
    "cm",
];

/// Words that end the search for the noun.
const STOPS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "to",
    "from",
    "for",
    "by",
    "with",
    "and",
    "or",
    "but",
    "as",
    "than",
    "that",
    "which",
    "who",
    "when",
    "while",
    "where",
    "if",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "may",
    "might",
    "should",
    "says",
    "said",
    "does",
    "did",
    "do",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "this",
    "these",
    "those",
    "not",
    "no",
    "after",
    "before",
    "since",
    "until",
    "during",
    "under",
    "over",
    "about",
    "against",
    "between",
    "into",
    "per",
    "versus",
    "vs",
    "because",
    "so",
    "then",
    "also",
    "only",
    "just",
    "even",
    "still",
    "already",
    "each",
    "wants",
    "means",
    "makes",
    "takes",
    "gives",
    "shows",
    "includes",
    "remains",
    "becomes",
    "needs",
    "plans",
    "expects",
    "hopes",
    "rose",
    "fell",
    "am",
    "pm",
    "a.m.",
    "p.m.",
    "gmt",
    "est",
    "et",
    "cet",
    "th",
    "st",
    "nd",
    "rd",
    "percent",
    "yesterday",
    "today",
    "times",
    "years",
    "months",
    "days",
    "weeks",
    "hours",
    "minutes",
    "seconds",
    "quarters",
    "decades",
    "year",
    "month",
    "day",
    "week",
    "hour",
    "minute",
    "second",
    "quarter",
    "decade",
    "centuries",
    "others",
    "thus",
    "across",
    "without",
    "within",
    "among",
    "around",
    "toward",
    "towards",
    "through",
    "throughout",
    "near",
    "above",
    "below",
    "behind",
    "beyond",
    "out",
    "off",
    "up",
    "down",
    "along",
    "inside",
    "outside",
    "like",
    "such",
    "including",
    "excluding",
    "based",
    "compared",
    "according",
    "due",
    "owned",
    "there",
    "here",
    "now",
    "again",
    "ago",
    "later",
    "earlier",
    "amid",
    "despite",
    "whose",
    "what",
    "how",
    "why",
    "upon",
    "onto",
    "reflects",
    "provides",
    "plus",
    "minus",
    "less",
    "unless",
    "whereas",
    "perhaps",
    "always",
    "years'",
    "us",
    "nights",
    "via",
];

/// Plurals that modify the plural after them: "500 sales jobs".
const MODIFIERS: &[&str] = &[
    "sales",
    "goods",
    "sports",
    "arms",
    "news",
    "customs",
    "savings",
    "communications",
    "securities",
    "operations",
    "systems",
    "services",
];

/// Words before a number that make it a name or a label.
const LABELS: &[&str] = &[
    "no",
    "nos",
    "number",
    "section",
    "sections",
    "article",
    "chapter",
    "page",
    "pages",
    "title",
    "rule",
    "form",
    "room",
    "route",
    "highway",
    "flight",
    "model",
    "version",
    "phase",
    "part",
    "item",
    "note",
    "table",
    "figure",
    "exhibit",
    "class",
    "box",
    "tel",
    "phone",
    "fax",
    "aged",
    "age",
    "ages",
    "level",
    "grade",
    "type",
    "size",
    "channel",
    "episode",
    "season",
    "day",
    "week",
    "step",
    "lot",
    "unit",
    "gate",
    "platform",
    "paragraph",
    "clause",
    "volume",
    "vol",
    "issue",
    "question",
    "appendix",
    "schedule",
    "act",
    "scene",
    "verse",
    "psalm",
    "interstate",
    "exit",
    "apartment",
    "suite",
    "floor",
    "ranked",
    "rank",
    "seed",
    "bill",
    "resolution",
    "proposition",
    "amendment",
    "serial",
    "id",
    "code",
    "zip",
    "line",
    "area",
    "district",
    "ward",
];

/// What a bare number between 1900 and 2100 before it counts: everything else after it makes it a year.
const COUNTED_IN_THOUSANDS: &[&str] = &[
    "people",
    "jobs",
    "workers",
    "employees",
    "staff",
    "shares",
    "units",
    "homes",
    "students",
    "troops",
    "soldiers",
    "miles",
    "km",
    "tonnes",
    "tons",
    "feet",
];

fn set(words: &'static [&'static str]) -> FxHashSet<&'static str> {
    words.iter().copied().collect()
}

static UNIT_SET: Lazy<FxHashSet<&str>> = Lazy::new(|| set(UNITS));
static STOP_SET: Lazy<FxHashSet<&str>> = Lazy::new(|| set(STOPS));
static LABEL_SET: Lazy<FxHashSet<&str>> = Lazy::new(|| set(LABELS));

/// The quantity that starts at token `at`.
pub(crate) fn read(reader: &Reader, at: usize, before: Option<&Figure>) -> Option<Found> {
    let numeral = reader.numerals.read(at, false).filter(|numeral| !numeral.is_article && !numeral.signed)?;
    let is_fraction = numeral.in_words && numeral.magnitude.is_none() && !numeral.value.value.fract().is_zero();
    if is_fraction || reader.is_in_table(&numeral) || reader.is_label_or_name(at, &numeral) || reader.is_address(&numeral) {
        return None;
    }
    let end = numeral.tokens.end;
    if reader.is_word(end, "x") && reader.touches_before(end) {
        let goes_on = reader.touches_before(end + 1)
            && reader.token(end + 1).is_some_and(|next| matches!(next.kind, TokenKind::Number | TokenKind::Word));
        return (!goes_on && !numeral.in_words).then(|| found(at..end + 1, numeral.one(), Unit::Times));
    }
    if let Some(noun) = reader.counted_noun(end, &numeral) {
        return Some(found(at..end, numeral.one(), Unit::Noun(noun)));
    }
    if let Some((value, range_end)) = reader.range_after_with(&numeral, at, true) {
        let noun = reader.counted_noun(range_end, &numeral)?;
        return Some(found(at..range_end, value, Unit::Noun(noun)));
    }
    reader.level_without_noun(at, &numeral, before).map(|noun| found(at..end, numeral.one(), Unit::Noun(noun)))
}

fn found(tokens: std::ops::Range<usize>, value: Value, unit: Unit) -> Found {
    Found { tokens, kind: FigureKind::Quantity, value, unit, per: None }
}

impl Reader<'_, '_> {
    /// Whether the number is part of a name, a label, a time, a score or the like, by the tokens around it.
    fn is_label_or_name(&self, at: usize, numeral: &Numeral) -> bool {
        let tokens = &self.document.tokens;
        let end = numeral.tokens.end;
        if self.touches_before(at) {
            let glued = match tokens[at - 1].kind {
                TokenKind::Sign('(' | '[' | '"' | '“' | '‘' | '—' | '~' | '≈') => false,
                TokenKind::Sign('-' | '–') => at >= 2 && tokens[at - 2].touches(&tokens[at - 1]),
                TokenKind::Newline { .. } => false,
                _ => true,
            };
            if glued {
                return true;
            }
        }
        if let Some(next) = self.token(end).filter(|_| self.touches_before(end)) {
            let goes_on = match next.kind {
                TokenKind::Word => !self.is_unit_glued(end),
                TokenKind::Sign(':' | '/' | '-' | '–' | '@' | '&' | '°' | '’' | '\'') => {
                    self.touches_before(end + 1) && !self.is_range_sign(end) || next.is_sign('°')
                }
                _ => false,
            };
            if goes_on {
                return true;
            }
        }
        at.checked_sub(1).is_some_and(|before| self.is_label(before, numeral))
    }

    /// Whether the number stands in a column: two blanks or more set it apart.
    fn is_in_table(&self, numeral: &Numeral) -> bool {
        let tokens = &self.document.tokens;
        let apart = |left: usize| {
            let (Some(left), Some(right)) = (tokens.get(left), tokens.get(left + 1)) else { return false };
            right.span.start - left.span.end >= 2
                && !matches!(left.kind, TokenKind::Newline { .. })
                && !matches!(right.kind, TokenKind::Newline { .. })
        };
        let sign = |at: usize| self.token(at).is_some_and(|token| token.is_sign('|'));
        let (start, end) = (numeral.tokens.start, numeral.tokens.end);
        apart(end - 1)
            || start.checked_sub(1).is_some_and(|before| sign(before) || apart(before) && !tokens[before].is_sign('.'))
            || sign(end)
    }

    /// Whether a street or a town's code is numbered: "370 Queens Quay", "CA 92122".
    fn is_address(&self, numeral: &Numeral) -> bool {
        const STREETS: &[&str] = &[
            "street",
            "st",
            "avenue",
            "ave",
            "road",
            "rd",
            "drive",
            "dr",
            "lane",
            "boulevard",
            "blvd",
            "quay",
            "court",
            "parkway",
            "plaza",
            "place",
            "broadway",
            "highway",
            "hwy",
            "terrace",
            "crescent",
            "suite",
            "floor",
        ];
        let (start, end) = (numeral.tokens.start, numeral.tokens.end);
        let text = self.document.text;
        let is_capital = |at: usize| {
            self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase))
        };
        if is_capital(end) && (end..end + 4).take_while(|&i| is_capital(i)).any(|i| self.is_one_of(i, STREETS)) {
            return true;
        }
        let digits = self.document.span(numeral.tokens.clone()).of(text);
        let state = start.checked_sub(1).and_then(|before| self.token(before)).map_or("", |token| token.text(text));
        digits.len() == 5 && !digits.contains(',') && state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    fn is_unit_glued(&self, at: usize) -> bool {
        let word = self.document.word(at).to_ascii_lowercase();
        word == "x" || UNIT_SET.contains(word.as_str()) && word != "people"
    }

    fn is_range_sign(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Sign('-' | '–'))
            && self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
    }

    /// Whether the word before the number names it: "Section 12", "S&P 500", "Boeing 737".
    fn is_label(&self, before: usize, numeral: &Numeral) -> bool {
        let token = &self.document.tokens[before];
        if token.is_sign('#') || token.is_sign('.') && before >= 1 && self.is_one_of(before - 1, &["no", "nos"]) {
            return true;
        }
        if token.kind != TokenKind::Word {
            return false;
        }
        let word = token.text(self.document.text);
        let is_large = numeral.magnitude.is_some() || numeral.value.value >= Decimal::ONE_THOUSAND;
        if !is_large && LABEL_SET.contains(word.to_ascii_lowercase().as_str()) {
            return true;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let starts_sentence = || {
            let sentence = self.document.sentence_at(token.span.start);
            self.document.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == before)
        };
        let common = token.classes.any(Classes::QUALIFIER) || STOP_SET.contains(word.to_ascii_lowercase().as_str());
        capital && !common && !is_large && !starts_sentence()
    }

    /// The noun that a number counts which ends before token `at`, in lower case.
    fn counted_noun(&self, at: usize, numeral: &Numeral) -> Option<String> {
        let wrapped = at;
        let mut at = self.skip_line_end(at);
        let text = self.document.text;
        if at != wrapped && self.token(at).is_some_and(|next| next.text(text).starts_with(char::is_uppercase)) {
            return None;
        }
        if self.is_word(at, "of") && self.is_one_of(at + 1, &["our", "its", "the", "their", "these", "those", "his", "her", "all"]) {
            at += 2;
        }
        let year_like = numeral.magnitude.is_none() && !numeral.in_words && {
            let digits = self.document.span(numeral.tokens.clone()).of(text);
            digits.len() == 4 && numeral.value.value >= dec!(1900) && numeral.value.value < dec!(2100)
        };
        if numeral.value.value == Decimal::ONE {
            return None;
        }
        for i in at..at + 5 {
            let token = self.token(i).filter(|token| token.kind == TokenKind::Word)?;
            let word = token.text(text);
            let lower = word.to_lowercase();
            if STOP_SET.contains(lower.as_str())
                || token.classes.any(Classes::MONTH.union(Classes::WEEKDAY))
                || word.starts_with(['\'', '’'])
            {
                return None;
            }
            let is_unit = UNIT_SET.contains(lower.as_str());
            if is_unit || is_plural(&lower) {
                let next_is_plural =
                    || self.token(i + 1).is_some_and(|next| next.kind == TokenKind::Word && is_plural(&next.text(text).to_lowercase()));
                if MODIFIERS.contains(&lower.as_str()) && next_is_plural() {
                    continue;
                }
                let measure = i
                    .checked_sub(1)
                    .filter(|&before| before >= at && self.is_one_of(before, &["square", "cubic", "metric", "troy", "nautical"]));
                let noun = measure.map_or(lower.clone(), |before| format!("{} {lower}", self.document.word(before).to_lowercase()));
                return (!year_like || COUNTED_IN_THOUSANDS.contains(&lower.as_str())).then_some(noun);
            }
            // "737 MAX", "2004 Olympic": a year or a name's number takes no adjective
            if year_like {
                return None;
            }
        }
        None
    }

    /// The unit of a level that no noun follows: of the quantity before it, or of what the sentence says to change.
    fn level_without_noun(&self, at: usize, numeral: &Numeral, before: Option<&Figure>) -> Option<String> {
        let end = numeral.tokens.end;
        let text = self.document.text;
        let open_ended = self.token(end).is_none_or(|next| match next.kind {
            TokenKind::Word => self.is_one_of(end, AFTER_LEVEL) || next.classes.any(Classes::MONTH),
            TokenKind::Sign(sign) => matches!(sign, ',' | '.' | ';' | ')' | '—' | '–' | '"' | '”'),
            TokenKind::Newline { .. } => true,
            TokenKind::Number => false,
        });
        let cue = at.checked_sub(1).filter(|&cue| {
            self.is_one_of(
                cue,
                &["from", "to", "at", "against", "versus", "vs", "with", "than", "was", "were", "totalled", "totaled", "reached"],
            )
        })?;
        let digits = self.document.span(numeral.tokens.clone()).of(text);
        let is_large = numeral.magnitude.is_some() || digits.contains(',') && numeral.value.value >= Decimal::ONE_THOUSAND;
        if !open_ended || numeral.in_words {
            return None;
        }
        let sentence = self.document.sentence_at(self.document.tokens[at].span.start);
        let before = before.filter(|figure| self.document.sentence_at(figure.span.start) == sentence);
        if let Some(Figure { kind: FigureKind::Quantity, unit: Unit::Noun(noun), .. }) = before
            && self.is_one_of(cue, &["from", "to", "against", "versus", "vs", "with"])
            && (is_large || digits.len() >= 2 && !digits.starts_with("20") && !digits.starts_with("19"))
        {
            return Some(noun.clone());
        }
        let start = self.document.sentences.get(sentence)?.tokens.start.max(cue.saturating_sub(14));
        is_large.then(|| self.changed_noun(start, cue)).flatten()
    }

    /// What changes or stands at a level, by the words before its cue: "circulation rose 20% to", "unit sales in 2004 were".
    fn changed_noun(&self, start: usize, cue: usize) -> Option<String> {
        let text = self.document.text;
        let word = |i: usize| self.token(i).filter(|token| token.kind == TokenKind::Word).map(|token| token.text(text).to_lowercase());
        let is_noun = |word: &str| word.len() > 3 && !STOP_SET.contains(word) && !word.ends_with("ly") && !word.ends_with("ed");
        let change = (start..cue).rev().find(|&i| self.is_change(i));
        let noun_at = match change {
            Some(change) => (start..change).rev().find(|&i| word(i).is_some_and(|word| is_noun(&word) && !self.is_change(i)))?,
            None if self.is_one_of(cue, &["was", "were", "totalled", "totaled", "reached"]) => {
                (start..cue).rev().find(|&i| word(i).is_some_and(|word| is_plural(&word) && is_noun(&word)))?
            }
            None => return None,
        };
        word(noun_at)
    }

    fn is_change(&self, at: usize) -> bool {
        const CHANGES: &[&str] = &[
            "rose",
            "rise",
            "rises",
            "risen",
            "rising",
            "fell",
            "fall",
            "falls",
            "fallen",
            "falling",
            "grew",
            "grow",
            "grows",
            "grown",
            "growing",
            "up",
            "down",
            "increased",
            "increase",
            "increases",
            "increasing",
            "decreased",
            "decrease",
            "decreases",
            "dropped",
            "drop",
            "drops",
            "jumped",
            "jump",
            "jumps",
            "climbed",
            "climb",
            "climbs",
            "slipped",
            "slid",
            "declined",
            "decline",
            "declines",
            "gained",
            "gain",
            "lost",
            "advanced",
            "soared",
            "surged",
            "plunged",
            "tumbled",
            "cut",
            "reduced",
            "raised",
            "bringing",
            "brought",
            "lifted",
        ];
        self.token(at).is_some_and(|token| token.classes.any(Classes::CHANGE)) || self.is_one_of(at, CHANGES)
    }
}

/// Words that can follow a level without being its noun.
const AFTER_LEVEL: &[&str] = &[
    "in",
    "from",
    "to",
    "for",
    "last",
    "this",
    "on",
    "and",
    "or",
    "but",
    "as",
    "while",
    "after",
    "compared",
    "versus",
    "against",
    "a",
    "an",
    "by",
    "at",
    "with",
    "when",
    "during",
    "previously",
    "earlier",
    "since",
    "the",
    "over",
];

/// Whether a word in lower case has the look of a plural noun.
fn is_plural(word: &str) -> bool {
    const SINGULAR_ENDINGS: &[&str] = &["ss", "us", "is", "'s", "’s", "ous"];
    word.len() >= 4
        && word.ends_with('s')
        && !SINGULAR_ENDINGS.iter().any(|ending| word.ends_with(ending))
        && !STOP_SET.contains(word)
        && word != "series"
}
