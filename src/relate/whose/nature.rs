//! What an entity is, for owning figures: a company, an authority, a place, a person.

use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::{Span, TokenKind};
use crate::words::WordList;
use crate::words::name::INDICES;
use crate::words::relating::{BENCHMARKS, BODIES, COMPANY_NOUNS, COMPANY_TERMS, EXCHANGES, MEASURE_ACRONYMS, SAYING_VERBS, WIRES};

/// What an entity can own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nature {
    /// A company, or anything else that a market or a release speaks of.
    Company,
    /// A ministry, a court, a central bank.
    Body,
    /// A place.
    Place,
    /// A person by full name or with an office.
    Person,
    /// The board of the company spoken of.
    Board,
    /// A wire, an exchange, the acronym of a measure.
    Nobody,
}

/// What the entity's name and kind, and how it stands in the text, say that it is.
pub(super) fn nature(document: &Document, entity: &NamedEntity) -> Nature {
    let name = entity.name.as_str();
    if INDICES.has(name) || name == "Nasdaq" {
        return Nature::Body;
    }
    let (first, last) = (name.split(' ').next().unwrap_or_default(), name.rsplit(' ').next().unwrap_or_default());
    let one = !name.contains(' ');
    let market =
        one && (MEASURE_ACRONYMS.has(name) || EXCHANGES.has(name)) || BENCHMARKS.has(name) || last.eq_ignore_ascii_case("exchange");
    let wire = WIRES.has(name.trim_end_matches(&['.', ','][..]).trim_end_matches(" Corp").trim_end_matches(" Inc"));
    if market || wire && entity.ticker.is_none() || last.eq_ignore_ascii_case("newswire") || last.eq_ignore_ascii_case("newswires") {
        return Nature::Nobody;
    }
    // "the Company", "Management", where the word alone was taken for a name
    if one && COMPANY_NOUNS.has(name) && entity.ticker.is_none() {
        return Nature::Board;
    }
    let named = ["index", "fund", "trust", "bank"].contains(&last);
    // "Acme effect", not "zumbo foods" in a wire without capitals
    let hung = !named && last.starts_with(|first: char| first.is_ascii_lowercase()) && first.starts_with(char::is_uppercase);
    let of_terms = !one && (NO_OWNERS.has(last) || hung);
    if SHORT_TERMS.has(name) || of_terms && entity.ticker.is_none() || !one && MEASURE_ACRONYMS.has(first) || is_party(name) {
        return Nature::Nobody;
    }
    if is_adverb(document, entity) || !one && last.bytes().all(|byte| byte.is_ascii_uppercase()) && MEASURE_ACRONYMS.has(last) {
        return Nature::Nobody;
    }
    if COMPANY_TERMS.has(first) && (one || COMPANY_TERMS.has(last) || last.len() == 1) {
        return Nature::Nobody;
    }
    match entity.kind {
        EntityKind::Place if STATES.has(name) => Nature::Place,
        EntityKind::Place if entity.country.is_none() && entity.mentions.iter().all(|&mention| !is_located(document, mention)) => {
            Nature::Company
        }
        EntityKind::Place => Nature::Place,
        EntityKind::Person if KNOWN_PERSONS.has(last) => Nature::Person,
        EntityKind::Person if entity.roles.is_empty() && !is_titled(document, entity) && (one || is_repeated(document, entity)) => {
            Nature::Company
        }
        EntityKind::Person => Nature::Person,
        EntityKind::Organization if name.starts_with("Board of ") || name == "Board" => Nature::Board,
        EntityKind::Organization if entity.ticker.is_none() && name.split(' ').any(|word| BODIES.has(word)) => Nature::Body,
        EntityKind::Organization => Nature::Company,
    }
}

/// Whether it is a word that sentences begin with: "Accordingly,".
fn is_adverb(document: &Document, entity: &NamedEntity) -> bool {
    let opens = |mention: &Span| {
        let first = document.token_at(mention.start);
        let begins = first == 0 || document.tokens[first - 1].kind != TokenKind::Word;
        begins && document.text[mention.end..].starts_with(',')
    };
    let one = !entity.name.contains(' ') && entity.kind != EntityKind::Place && entity.ticker.is_none();
    one && entity.name.ends_with("ly") && entity.mentions.iter().all(opens)
}

/// Whether the name stands as a person's does: "Jane Doe MP", "Senator Doe", "By Jane Doe".
pub(super) fn is_titled(document: &Document, entity: &NamedEntity) -> bool {
    static TITLES: WordList = WordList::new(picked!(office, TITLED, "by"));
    let titled = |mention: &Span| {
        let first = document.token_at(mention.start);
        let before = if first > 1 && document.tokens[first - 1].is_sign('.') { first - 2 } else { first.wrapping_sub(1) };
        let byline = before < first && document.word(before).eq_ignore_ascii_case("by");
        let opens = before == 0 || before < first && matches!(document.tokens[before - 1].kind, TokenKind::Newline { .. });
        before < first && TITLES.has(document.word(before)) && (!byline || opens)
            || document.tokens.get(document.token_at(mention.end)).is_some_and(|next| {
                next.text(document.text) == "MP" || next.is_sign(':') && !mention.of(document.text).contains(char::is_lowercase)
            })
    };
    entity.name.ends_with(" MP") || entity.mentions.iter().any(titled)
}

/// Whether a name of two words is repeated in full and never speaks, as no person's is.
pub(super) fn is_repeated(document: &Document, entity: &NamedEntity) -> bool {
    let last = entity.name.rsplit(' ').next().unwrap_or_default();
    let speaks_beside = |mention: &Span| {
        let (first, next) = (document.token_at(mention.start), document.token_at(mention.end));
        [first.wrapping_sub(1), next, next + 1].iter().any(|&at| at < document.tokens.len() && SAYING_VERBS.has(document.word(at)))
            || first > 0 && document.tokens[first - 1].is_sign('.')
    };
    entity.mentions.len() >= 2
        && !entity.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(last))
        && !entity.mentions.iter().any(speaks_beside)
}

/// Whether the name stands as a place does: in a dateline, behind "in", beside the name of a state.
pub(super) fn is_located(document: &Document, mention: Span) -> bool {
    static BEFORE: WordList = WordList::new(words!("in|at|from|near|to|across|of|into|outside|around|and|for|the|southern|northern"));
    let text = document.text;
    let begin = document.token_at(mention.start);
    let starts_line = begin == 0 || matches!(document.tokens[begin - 1].kind, TokenKind::Newline { .. });
    let shouted = !mention.of(text).contains(char::is_lowercase);
    let beside = text[mention.end..].trim_start().starts_with([',', '-', '–', '—', '(']) && (starts_line || shouted)
        || text[mention.end..].starts_with(", ") && text[mention.end + 2..].starts_with(char::is_uppercase);
    beside || begin > 0 && (BEFORE.has(document.word(begin - 1)) || document.tokens[begin - 1].is_sign(',') && !starts_line && shouted)
}

/// States that stand before nouns as companies do: "the California earthquake".
static STATES: WordList = WordList::new(words!(
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|\
    louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|\
    new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|\
    texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|ontario|quebec|alberta|queensland|victoria|tasmania|new south wales"
));

/// Last names of people of whom the news speaks so often that it needs no first name.
static KNOWN_PERSONS: WordList = WordList::new(words!(
    "trump|biden|obama|reagan|bush|clinton|putin|xi|modi|macron|merkel|scholz|merz|starmer|sunak|thatcher|trudeau|carney|zelensky|zelenskyy|\
    netanyahu|erdogan|lula|milei|powell|yellen|bernanke|greenspan|volcker|lagarde|draghi|bessent|musk|bezos|zuckerberg|altman|buffett|\
    icahn|ackman|boesky|pickens|gorbachev|albanese|turnbull|morrison|frydenberg|shorten|rudd|gillard|howard|kohl|nakasone|ishiba|vance|\
    harris|pelosi|mcconnell|warren"
));
/// Short names of costs and the like.
static SHORT_TERMS: WordList = WordList::new(words!(
    "buys|holds|sells|tp|fifo|lifo|evp|svp|avp|vp|cio|cto|cmo|ciso|chro|cpo|cso|md|sg&a|r&d|g&a|d&a|p&l|m&a|o&m|q&a|yoy|qoq|ytd|ceo|cfo|coo|ipo|healthcare|consumer|enterprise|industrials|financials|media centre|\
    media release|media center|press release|transcript|hansard|esop|espp|gaap|rsu|rsus|psu|psus|law|laws|act|section|note"
));
/// Last words of what is held, counted, written down or done once, which owns nothing: "the Zumbo Acquisition".
static NO_OWNERS: WordList = WordList::new(words!(
    "units|shares|notes|options|awards|warrants|debentures|statements|estimates|form|exhibit|ratio|margin|margins|income|revenue|revenues|\
    ebitda|earnings|profit|loss|dividend|dividends|expense|expenses|interest|distribution|gains|guidance|outlook|rate|rates|prospectus|filing|filings|report|reports|acquisition|\
    acquisitions|merger|transaction|transactions|offering|divestiture|law|laws|survey|poll|cuts|\
    improvements|fixtures|equipment|furniture|goodwill|inventories|market"
));

/// "D-MA", "R-Texas": a party and a state, which stand behind a politician's name.
fn is_party(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() >= 4 && matches!(bytes[0], b'D' | b'R' | b'I') && bytes[1] == b'-' && !name.contains(' ')
}
