//! The words that link figures: verbs and nouns of change, prepositions, comparisons, shares, borders of clauses.
//!
//! Adding a word touches one of the tables below. A phrase may have several words; the longest that stands in the text counts.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::list::pieces;
use super::{Classes, change};

/// What a word or phrase does between figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Cue {
    /// A verb or particle of a rise: rose, up.
    Rose,
    /// A verb or particle of a fall: fell, down.
    Fell,
    /// A verb of a change whose sign is open: changed, widened.
    Moved,
    /// Verb and noun of a rise: increase, gain.
    Rise,
    /// Verb and noun of a fall: drop, cut.
    Fall,
    /// A noun of a rise: growth.
    Growth,
    /// A noun of a fall: reduction, discount.
    Reduction,
    /// loss, shortfall: a fall where a percent follows, else the name of a level.
    Loss,
    /// What a price is above another.
    Premium,
    /// What a price is below another.
    Discount,
    /// A noun of a change whose sign is open: change, swing.
    Change,
    /// higher, more, above
    Higher,
    /// lower, less, below
    Lower,
    /// compared with, versus, against
    Against,
    /// than
    Than,
    /// A verb that states a level: was, reached, totalled.
    Was,
    /// What ties an apposition to what stands before it: representing, which is.
    Tie,
    /// A verb of a share: accounts for, makes up.
    Share,
    /// margin, ratio, rate: the noun of a share in a whole that it does not name.
    Margin,
    /// What parts of a total follow: consisting of, including.
    Parts,
    /// A border behind which another subject starts: while, but, driven by.
    Border,
    /// after, following: what went before.
    After,
    /// A change that the reported levels do not give: organic, in real terms.
    OtherBasis,
    /// From the period just before: sequentially.
    Sequential,
    /// From the year before: year on year.
    YearOnYear,
    /// What is only expected: consensus, forecast.
    Expectation,
    /// A mark on the way, no base: a high of, a peak.
    Mark,
    /// to
    To,
    /// from
    From,
    /// by
    By,
    /// of
    Of,
    /// at
    At,
    /// over, on: a comparison before a period or a level.
    Over,
    /// in, for, during
    In,
    /// or
    Or,
    /// and
    And,
    /// respectively
    Respectively,
    /// both, each
    Each,
    /// will, to be: a verb follows, no noun.
    Auxiliary,
    /// A word that is passed over: articles, adverbs of degree.
    Nothing,
}

/// Which way a change goes.
impl Cue {
    /// Whether it is a verb or a particle of change.
    pub(crate) fn is_verb_of_change(self) -> bool {
        matches!(self, Cue::Rose | Cue::Fell | Cue::Moved | Cue::Rise | Cue::Fall)
    }

    /// Whether it is a noun of change.
    pub(crate) fn is_noun_of_change(self) -> bool {
        matches!(self, Cue::Rise | Cue::Fall | Cue::Growth | Cue::Reduction | Cue::Loss | Cue::Premium | Cue::Discount | Cue::Change)
    }

    /// Whether it may say that something changed.
    pub(crate) fn is_change(self) -> bool {
        self.is_verb_of_change() || self.is_noun_of_change() || matches!(self, Cue::Higher | Cue::Lower)
    }

    /// Whether it is a preposition or comparison that leads to a figure or a period.
    pub(crate) fn is_preposition(self) -> bool {
        matches!(self, Cue::To | Cue::From | Cue::By | Cue::Of | Cue::At | Cue::Over | Cue::In | Cue::Against | Cue::Than)
    }
}

const ROSE: &str = "swelling|go up|goes up|going up|gone up|raising|raises|lifts|hikes|adding|adds|zooms|bounces|topped up|firmed|firms|ramped up|stepped up|\
escalated|rebounded|rebounds|recovered|multiplied|outpaced|exceeded|exceeds|spurted|snowballed|popped|elevated|doubling|build up|\
built up|crept up|creep up|moved up|put up|raise|lift|expand|soar|rebound|recover|swell|accelerate|escalate|\
galloped|catapulted|mushroomed|mushrooms|burgeoned|sprang|bolstered|bumped up|bumped|jacked up|ratcheted up|marked up|scaled up|beefed up|ramped|pushed up|drove up|driven up|outgrew|upped|trended up|trending up|ticks up|edges up|edging up|ticking up|inches up|inching up|creeping up|creeps up|racked up|tacked on|heightened|intensified|enlarged|augmented|hoisted|exploded|swells|balloons|multiplies|escalates|ratchets up|shoots up|shooting up|goes higher|crept higher|inched higher|ticked higher|edges higher|edging higher|moves higher|climbed back|bounced back|perked up|notched up|spurts|blossomed|leapfrogged|quickened|picks up|picking up";
const FELL: &str = "slides|dips|losing|loses|sheds|shedding|plummets|eases|reduces|lowers|lowering|go down|goes down|tanks|trimmed|trims|trimming|slashed|\
slashes|slashing|off|pared|tapered|dwindled|eroded|halving|moderated|cooled|softened|subsided|scaled back|cut back|marked down|\
written down|diminished|collapsed|collapses|backed off|came down|come down|brought down|reduce|shrink|sink|lose|ease|plummet|\
sags|sagging|slackened|withered|waned|ebbed|abated|nosedives|cratered|craters|skids|skidding|stumbled|stumbles|wilted|dwindles|dwindling|subsides|trended down|trending down|edges down|edging down|inched down|inching down|ticking down|ticks down|crept down|scaled down|pulled back|gave up|gives up|giving up|pared back|whittled|whittled down|curtailed|clipped|chopped|lopped|knocked off|knocking|softens|drifted lower|drifts lower|moved lower|moves lower|edges lower|edging lower|inched lower|ticked lower|inches lower|dives|diving|shaved|shaves|shaving|faded|fades|cools|cooling|retreats|retreating|crashes|crashing|tapers|cascaded|swooned|plumbed|erodes|lightened|lessened|depleted|brings down|bringing down|coming down|comes down";
const MOVED: &str = "went|goes|strengthen|weaken|improve|worsen|strengthened|strengthens|strengthening|weakened|weakens|weakening|appreciated|depreciated|\
changes|changing|moves|swung|varied|differed|shifted|adjusted by|revised";
const RISE: &str = "upside|mark-up|markup";
const FALL: &str = "downside|slash|trim|lower by";
const GROWTH: &str = "increases|return|acceleration|gain";
const REDUCTION: &str = "reductions|saving|savings|markdown|mark-down|dropoff|drop-off|fall-back|decreases";
const CHANGE: &str = "appreciation|depreciation|adjustment";
const HIGHER: &str = "bigger|faster|over budget|over its budget|over their budget|over the budget";
const LOWER: &str = "cheaper|short of|under its|under the|under budget|under its budget|under the budget";
const AGAINST: &str = "compared with|compared to|compared against|as compared with|as compared to|when compared with|when compared to|in comparison with|in comparison to|in comparison|versus|vs.|vs|v.|\
against|as against|as opposed to|relative to|compared|compares with|compares to|comparing with|comparing to|up on|set against|over against";
const WAS: &str = "was|were|is|are|be|been|being|totaled|totalled|totaling|totalling|totals|amounted to|amount to|amounts to|amounting to|reached|reaching|reaches|reach|stood at|stands at|standing at|came in at|coming in at|came to|comes to|\
came in|hit|hits|hitting|posting|reporting|recorded|recording|earned|generated|delivered|achieved|registered|registering|booked|logged|fetched|settled at|closed at|ended at|averaged|averaging|bringing|taking|yielded|numbered|priced at|trades at|trading at|valued at|incurred|remained at|remain at";
const TIES: &str = "which|that|representing|represents|representing as|reflecting|reflects|marking|marks|marked|reflected|represented|showing|indicating|translating into|translating to|translates to|translates into|this|meaning|equating to|resulting in|corresponding to|corresponds to|corresponded to|equates to|implying|implies|imply|giving|for a|with a|with an|a total|registering a|recording a|posting a|thus|namely|i.e.|that is|viz|or a|or an|equal to|equivalent to|equals|equivalent";
const SHARE: &str = "accounted for|accounting for|accounts for|account for|made up|makes up|make up|making up|comprised|comprises|comprising|constituted|constitutes|constituting|constitute|contributed|contributes|contributing|contribute|representing|represents|represented|represent";
const MARGIN: &str = "margin|margins|load factor|ratio|payout ratio|tax rate|yield|occupancy";
const PARTS: &str = "comprising of|comprised of|consisting of|consists of|consisted of|consist of|composed of|made up of|of this|of these|of which|of whom|of that|of those|among them|including|includes|included|divided|divided between|divided among|divided into|split|split between|split into|broken down into|namely|comprises|comprising|comprised|consists|made up";
const BORDER: &str = "while|whereas|whilst|but|although|though|because|when|as|since|if|driven by|due to|owing to|helped by|thanks to|despite|amid|offset by|partially offset by|primarily|mainly|largely|led by|even|where|who|whose|before|unless|so that|because of|with|until";
const OTHER_BASIS: &str = "organic|organically|constant currency|constant-currency|constant currencies|constant exchange rates|constant exchange|currency-neutral|currency neutral|fx-neutral|fx neutral|local currency|local currencies|\
like-for-like|like for like|comparable basis|comparable store|comparable stores|comparable sales|same-store|same store|underlying|pro forma|pro-forma|cagr|compound annual|compound annual growth rate|compound annual rate|compound|compounded|annualized|annualised|annual rate|annual pace|excluding|ex-fx|ex fx|on average|each year|a year|per year|per annum|every year|yearly|a month|every month|\
real terms|in real terms|inflation-adjusted|adjusted for|adjusting for|seasonally adjusted|seasonally|deseasonalized|net of|before currency|exclusive of|not including|leaving out|stripping out|ex-items|an annual|volume terms|dollar terms|in dollar terms|in value terms|at constant prices|constant prices|on a comparable|reported basis|excludes|exclude|excluded|ignoring";
const SEQUENTIAL: &str = "sequentially|sequential|quarter-on-quarter|quarter-over-quarter|quarter on quarter|quarter over quarter|qoq|q-o-q|q/q|month-on-month|month-over-month|month on month|mom|m/m|half-on-half|m-o-m|week-on-week|day-on-day";
const YEAR_ON_YEAR: &str = "year-on-year|year-over-year|year on year|year over year|yoy|y-o-y|y/y|on-year|on year|on the year|on-the-year|annual|annually|on an annual basis|from a year earlier|from a year ago";
const EXPECTATION: &str = "consensus|estimate|estimates|expectation|expectations|expected|forecast|forecasts|analysts|guidance|target|targets|outlook|views|projected|projection|projections|street|polled|predicted|budgeted|program|planned|range from|ranging from|ranges from|ranged from|range between|between|range of";
const MARK: &str = "high of|low of|peak of|record of|close of|highs of|lows of|high|low|peak|close|best|worst|trough|bottom|closing";
const AUXILIARY: &str =
    "will|would|should|could|may|might|did|does|do|can|expects to|expected to|plans to|set to|likely to|going to|to be|could be|will be";
const NOTHING: &str = "however|as a percentage of revenues|as a percentage of revenue|as a percentage of sales|as a percentage of net sales|as a percent of sales|as a percent of revenue|a|an|the|not|its|their|his|her|our|slightly|sharply|significantly|substantially|modestly|marginally|strongly|steadily|\
approximately|roughly|nearly|almost|about|around|just|some|further|another|also|only|overall|significant|slight|sharp|robust|strong|solid|healthy|modest|substantial|massive|whopping|hefty|steep|record|impressive|remarkable|\
notable|considerable|respectable|dramatic|huge|big|small|large|mere|net|quarterly|monthly|respective|then|still|now|again|already|meanwhile|in total|in aggregate|in the aggregate|together|by far|gone by|itself|well|trade|trading|traded|settle|settled|finish|finished|end|ended|closed|currently|it|having|estimated|figure|level|levels|have|has|had|total|worth";

/// Every table with what its words are.
pub(crate) const TABLES: &[(Cue, &[&str])] = &[
    (Cue::Rose, words!(change::UP_VERBS)),
    (Cue::Rose, words!(ROSE)),
    (Cue::Fell, words!(change::DOWN_VERBS)),
    (Cue::Fell, words!(FELL)),
    (Cue::Moved, words!(change::NEUTRAL_VERBS)),
    (Cue::Moved, words!(MOVED)),
    (Cue::Rise, words!(change::UP_BOTH)),
    (Cue::Rise, words!(RISE)),
    (Cue::Fall, words!(change::DOWN_BOTH)),
    (Cue::Fall, words!(FALL)),
    (Cue::Growth, words!(change::UP_NOUNS)),
    (Cue::Growth, words!(GROWTH)),
    (Cue::Reduction, words!(change::DOWN_NOUNS)),
    (Cue::Reduction, words!(REDUCTION)),
    (Cue::Premium, words!(change::PREMIUM)),
    (Cue::Discount, words!(change::DISCOUNT)),
    (Cue::Loss, words!("loss|losses|shortfall|deficit")),
    (Cue::Change, words!(change::NEUTRAL_NOUNS)),
    (Cue::Change, words!(CHANGE)),
    (Cue::Higher, words!(change::HIGHER)),
    (Cue::Higher, words!(HIGHER)),
    (Cue::Lower, words!(change::LOWER)),
    (Cue::Lower, words!(LOWER)),
    (Cue::Against, words!(AGAINST)),
    (Cue::Than, words!("than")),
    (Cue::Share, words!(SHARE)),
    (Cue::Was, picked!(saying, RESULT, WAS)),
    (Cue::Tie, words!(TIES)),
    (Cue::Margin, words!(MARGIN)),
    (Cue::Parts, words!(PARTS)),
    (Cue::OtherBasis, words!(OTHER_BASIS)),
    (Cue::After, words!("after|following")),
    (Cue::Border, words!(BORDER)),
    (Cue::Sequential, words!(SEQUENTIAL)),
    (Cue::YearOnYear, words!(YEAR_ON_YEAR)),
    (Cue::Expectation, words!(EXPECTATION)),
    (Cue::Mark, words!(MARK)),
    (Cue::Auxiliary, words!(AUXILIARY)),
    (Cue::Nothing, words!(NOTHING)),
    (
        Cue::To,
        words!("to|till|ot|to close at|to end at|to finish at|to settle at|to trade at|to stand at|to come in at|to reach|to total|to hit"),
    ),
    (Cue::From, words!("from")),
    (Cue::By, words!("by")),
    (Cue::Of, words!("of")),
    (Cue::At, words!("at")),
    (Cue::Over, words!("over|on")),
    (Cue::In, words!("in|for|during|within|through|throughout|as of|at the end of|under")),
    (Cue::Or, words!("or")),
    (Cue::And, words!("and|&|as well as")),
    (Cue::Respectively, words!("respectively")),
    (Cue::Each, words!("both|each")),
];

/// The first words of all cues, for the lexicon; single words of change have a class of their own.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLES.iter().flat_map(|&(cue, table)| {
        table.iter().filter_map(move |phrase| {
            let changing = if cue.is_change() && !phrase.contains([' ', '-', '.']) { Classes::CHANGING } else { Classes::NONE };
            pieces(phrase).next().map(|word| (word, Classes::LINKING.union(changing)))
        })
    })
}

/// What a single word is in a pattern, where it is a cue; of a word in several tables, what the first says.
pub(crate) fn cue_of(word: &str) -> Option<Cue> {
    static CUES: Lazy<FxHashMap<&str, Cue>> = Lazy::new(|| {
        let last_first = TABLES.iter().rev();
        last_first.flat_map(|&(cue, table)| table.iter().map(move |&phrase| (phrase, cue))).collect()
    });
    CUES.get(word).copied()
}
