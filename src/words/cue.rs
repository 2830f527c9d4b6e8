//! The words that link figures: verbs and nouns of change, prepositions, comparisons, shares, clause borders.
//!
//! Each cue stands for one symbol of a sentence's skeleton. Adding a word touches one of the tables below.

use super::Classes;

/// One symbol of a skeleton: an ASCII letter or sign.
pub type Symbol = u8;

/// Symbols of figures, periods and words without a part in any claim.
pub mod symbol {
    use crate::words::cue::Symbol;
    /// An amount.
    pub const AMOUNT: Symbol = b'A';
    /// A quantity.
    pub const QUANTITY: Symbol = b'Q';
    /// A percentage.
    pub const PERCENT: Symbol = b'P';
    /// Percentage points or basis points.
    pub const POINTS: Symbol = b'O';
    /// A multiple or fraction.
    pub const RATIO: Symbol = b'R';
    /// A range, which is no operand.
    pub const RANGE: Symbol = b'N';
    /// The symbols of figures.
    pub const FIGURES: [Symbol; 6] = [AMOUNT, QUANTITY, PERCENT, POINTS, RATIO, RANGE];
    /// A period.
    pub const PERIOD: Symbol = b'T';
    /// One or two other words.
    pub const WORDS: Symbol = b'_';
    /// Three other words or more.
    pub const MANY_WORDS: Symbol = b'=';
    /// The sign of a stated rate: "$1 = 0.96 euros".
    pub const EQUALS: Symbol = b'E';
    /// A word that is passed over: articles, degrees, year on year.
    pub const NOTHING: Symbol = b' ';
}

/// Verbs and particles of a rise.
const UP_VERBS: &str = "up|rose|risen|rising|rises|increased|increases|increasing|grew|grown|growing|grow|grows|climbed|climbs|climbing|jumped|jumps|jumping|\
surged|surges|surging|soared|soars|soaring|gained|gaining|advanced|advances|advancing|rallied|rallies|rallying|swelled|expanded|expanding|expands|shot up|went up|edged up|ticked up|\
leapt|leaped|rocketed|spiked|skyrocketed|accelerated|strengthened|appreciated|raised|lifted|boosted|hiked|added|picked up|edged higher|moved higher|mounted|ballooned|zoomed|bounced|nudged up|inched up|went from|vaulted";
/// Verbs and particles of a fall.
const DOWN_VERBS: &str = "down|fell|fallen|falling|falls|decreased|decreases|decreasing|declined|declines|declining|dropped|dropping|drops|slid|sliding|\
slipped|slips|slipping|sank|sunk|sinking|sinks|plunged|plunging|plunges|tumbled|tumbling|tumbles|dipped|dipping|shrank|shrunk|shrinking|shrinks|contracted|contracting|contract|contracts|lost|shed|\
slumped|slumping|slumps|plummeted|plummeting|eased|easing|retreated|weakened|depreciated|dived|crashed|reduced|reducing|lowered|went down|edged down|ticked down|edged lower|nosedived|receded|tanked|halved|nudged down|drifted down";
/// Verbs of a change whose sign depends on what changes: a margin improves upwards, a loss ratio downwards.
const NEUTRAL_VERBS: &str =
    "changed|moved|improved|improving|improves|worsened|worsening|narrow|narrowed|narrowing|widen|widened|widening|deteriorated";
/// Words that are verb and noun of a rise.
const UP_BOTH: &str = "increase|rise|gain|jump|climb|surge|advance|rally|spike|leap|uptick|boost|hike|upswing|gains";
/// Words that are verb and noun of a fall.
const DOWN_BOTH: &str = "decrease|decline|drop|fall|dip|slide|plunge|slump|cut|cuts|cutting|slip|tumble|downturn|retreat";
/// Nouns of a rise.
const UP_NOUNS: &str = "growth|rises|expansion|appreciation|uplift|increment";
/// Nouns of a fall.
const DOWN_NOUNS: &str = "reduction|contraction|shrinkage|depreciation|fall-off|erosion";
/// Nouns of a change whose sign is open.
const NEUTRAL_NOUNS: &str = "change|improvement|deterioration|difference|movement|swing|variance|turnaround";
/// What a price is above another.
const PREMIUM: &str = "premium";
/// What a price is below another.
const DISCOUNT: &str = "discount";
/// Comparatives of a rise.
const HIGHER: &str = "higher|more|greater|above|better|ahead|larger|stronger";
/// Comparatives of a fall.
const LOWER: &str = "lower|less|below|fewer|smaller|weaker|worse";
/// Comparisons with a base.
const COMPARED: &str = "compared with|compared to|compared against|as compared with|as compared to|when compared with|when compared to|in comparison with|in comparison to|versus|vs.|vs|v.|\
against|as against|as opposed to|relative to|compared|compares with|compares to|comparing with|comparing to|up on";
/// Verbs that state a level.
const LEVEL_VERBS: &str = "was|were|is|are|be|been|being|totaled|totalled|totaling|totalling|totals|amounted to|amount to|amounts to|amounting to|reached|reaching|reaches|stood at|stands at|standing at|came in at|coming in at|came to|comes to|\
came in|hit|hitting|posted|posting|posts|reported|reporting|reports|recorded|recording|earned|earning|generated|generating|delivered|achieved|registered|booked|logged|fetched|settled at|closed at|ended at|averaged|averaging";
/// What ties an appositive change to the level before it: "A, representing an increase of 5%".
const TIES: &str = "which|that|representing|represents|representing as|reflecting|reflects|marking|marks|marked|reflected|represented|showing|indicating|translating into|translating to|this|it|meaning|having|equating to|or an|or a|resulting in|corresponding to|corresponds to|corresponded to|equates to|implying|implies";
/// Verbs and phrases of a share.
const SHARE_CUES: &str = "accounted for|accounting for|accounts for|account for|made up|makes up|make up|making up|comprised|comprises|comprising|constituted|constitutes|constituting|contributed|contributes|contributing|contribute";
/// The nouns of a share in revenue.
const MARGIN_NOUNS: &str = "margin|margins";
/// What parts of a total follow.
const PARTS_CUES: &str = "comprising of|comprised of|consisting of|consists of|consisted of|composed of|made up of|of this|of these|of which|of that|including|includes|included";
/// Borders of a clause behind which another subject starts.
const CLAUSE_CUES: &str = "while|whereas|whilst|but|although|because|when|as|with|since|if|driven by|due to|owing to|helped by|thanks to|despite|amid|following|offset by|partially offset by|primarily|mainly|largely|led by|even";
/// Changes that the reported levels do not give.
const OTHER_BASIS: &str = "organic|organically|constant currency|constant-currency|constant currencies|constant exchange rates|currency-neutral|currency neutral|fx-neutral|fx neutral|local currency|local currencies|\
like-for-like|like for like|comparable|same-store|same store|underlying|pro forma|cagr|compound annual|compound annual growth rate|compound annual rate|compound|compounded|annualized|annualised|annual rate|excluding|ex-fx|on average|each year|a year|per year|per annum|averaging|average";
/// Comparisons with the period just before, not with the year before.
const SEQUENTIAL: &str = "sequentially|sequential|quarter-on-quarter|quarter-over-quarter|quarter on quarter|quarter over quarter|qoq|q-o-q|q/q|month-on-month|month-over-month|month on month|mom|m/m|half-on-half";
/// Comparisons with the year before.
const YEAR_ON_YEAR: &str = "year-on-year|year-over-year|year on year|year over year|yoy|y-o-y|y/y|on-year|on year|on the year|on-the-year|annual|annually|yearly|on an annual basis";
/// What only experts or the company expect.
const EXPECTATIONS: &str = "consensus|estimate|estimates|expectation|expectations|expected|forecast|forecasts|analysts|guidance|target|targets|outlook|views|projected|projection|projections|street|polled|predicted|range from|ranging from|ranges from|ranged from|range between|between";
/// Words that a claim passes over.
const NOTHING: &str = "however|though|as a percentage of revenues|as a percentage of revenue|as a percentage of sales|as a percentage of net sales|as a percent of sales|as a percent of revenue|a|an|the|have|has|had|will|would|should|could|may|might|did|does|do|not|its|their|his|her|our|slightly|sharply|significantly|substantially|modestly|marginally|strongly|steadily|\
approximately|roughly|nearly|almost|about|around|just|some|further|another|also|only|overall|significant|slight|sharp|robust|strong|solid|healthy|modest|substantial|massive|whopping|hefty|steep|total|record|impressive|remarkable|\
notable|considerable|respectable|dramatic|huge|big|small|large|mere|net|quarterly|monthly|respective|then|still|now|again|already|meanwhile|in total|in aggregate|in the aggregate|together|by far|gone by|itself|well|equivalent to|equal to|equivalent|worth|close|trade|trading|traded|settle|settled|finish|finished|end|ended|closed";

/// Every table with the symbol of its words.
pub const TABLES: &[(Symbol, &str)] = &[
    (b'U', UP_VERBS),
    (b'D', DOWN_VERBS),
    (b'V', NEUTRAL_VERBS),
    (b'J', UP_BOTH),
    (b'K', DOWN_BOTH),
    (b'u', UP_NOUNS),
    (b'd', DOWN_NOUNS),
    (b'v', NEUTRAL_NOUNS),
    (b'H', PREMIUM),
    (b'L', DISCOUNT),
    (b'h', HIGHER),
    (b'l', LOWER),
    (b'c', COMPARED),
    (b'n', "than"),
    (b'w', LEVEL_VERBS),
    (b'z', TIES),
    (b's', SHARE_CUES),
    (b'm', MARGIN_NOUNS),
    (b'p', PARTS_CUES),
    (b'k', CLAUSE_CUES),
    (b'x', OTHER_BASIS),
    (b'q', SEQUENTIAL),
    (b'g', YEAR_ON_YEAR),
    (b'e', EXPECTATIONS),
    (symbol::NOTHING, NOTHING),
    (b't', "to"),
    (b'f', "from"),
    (b'b', "by"),
    (b'o', "of"),
    (b'a', "at"),
    (b'j', "over"),
    (b'i', "in|for|during|on|within|through|throughout|as of|at the end of|under"),
    (b'r', "or"),
    (b'&', "and|&|as well as"),
    (b'y', "respectively"),
    (b'B', "both|each"),
];

/// Cuts a phrase as the tokenizer cuts it: hyphens, slashes and periods are tokens of their own.
pub fn pieces(phrase: &'static str) -> impl Iterator<Item = &'static str> {
    phrase.split(' ').flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            let first = rest.chars().next()?;
            let end =
                if first.is_alphanumeric() { rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()) } else { first.len_utf8() };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    })
}

/// The first words of all cues, for the lexicon.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLES.iter().flat_map(|&(symbol, table)| {
        let class = if b"UDVJKudvhlHL".contains(&symbol) { Classes::CHANGE } else { Classes::CLAIM_CUE };
        table.split('|').filter_map(move |phrase| pieces(phrase).next().map(|word| (word, class)))
    })
}
