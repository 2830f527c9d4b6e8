//! Words of change as figures are looked for by: "rose", "a drop of". How they link figures, and the words that only do that, stand in `link.rs`.

use super::Classes;
use super::list::pieces;

/// Verbs and particles of a rise.
pub(super) const UP_VERBS: &str = "up|rose|risen|rising|rises|increased|increases|increasing|grew|grown|growing|grow|grows|climbed|climbs|climbing|jumped|jumps|jumping|\
surged|surges|surging|soared|soars|soaring|gained|gaining|advanced|advances|advancing|rallied|rallies|rallying|swelled|expanded|\
expanding|expands|shot up|went up|edged up|ticked up|leapt|leaped|rocketed|spiked|skyrocketed|accelerated|raised|lifted|boosted|hiked|\
added|picked up|edged higher|moved higher|mounted|ballooned|zoomed|bounced|nudged up|inched up|vaulted";
/// Verbs and particles of a fall.
pub(super) const DOWN_VERBS: &str = "down|fell|fallen|falling|falls|decreased|decreases|decreasing|declined|declines|declining|dropped|dropping|drops|slid|sliding|slipped|\
slips|slipping|sank|sunk|sinking|sinks|plunged|plunging|plunges|tumbled|tumbling|tumbles|dipped|dipping|shrank|shrunk|shrinking|shrinks|\
contracted|contracting|contracts|lost|shed|slumped|slumping|slumps|plummeted|plummeting|eased|easing|retreated|dived|crashed|reduced|\
reducing|lowered|went down|edged down|ticked down|edged lower|nosedived|receded|tanked|nudged down|drifted down";
/// Verbs of a change whose sign depends on what changes: a margin improves upwards, a loss ratio downwards.
pub(super) const NEUTRAL_VERBS: &str =
    "changed|moved|improved|improving|improves|worsened|worsening|narrow|narrowed|narrowing|widen|widened|widening|deteriorated";
/// Words that are verb and noun of a rise.
pub(super) const UP_BOTH: &str = "increase|rise|gain|jump|climb|surge|advance|rally|spike|leap|uptick|boost|hike|upswing|gains";
/// Words that are verb and noun of a fall.
pub(super) const DOWN_BOTH: &str = "decrease|decline|drop|fall|dip|slide|plunge|slump|cut|cuts|cutting|slip|tumble|downturn|retreat";
/// Nouns of a rise.
pub(super) const UP_NOUNS: &str = "growth|expansion|uplift|increment";
/// Nouns of a fall.
pub(super) const DOWN_NOUNS: &str = "reduction|contraction|shrinkage|fall-off|erosion";
/// Nouns of a change whose sign is open.
pub(super) const NEUTRAL_NOUNS: &str = "change|improvement|deterioration|difference|movement|swing|variance|turnaround";
/// What a price is above another.
pub(super) const PREMIUM: &str = "premium";
/// What a price is below another.
pub(super) const DISCOUNT: &str = "discount";
/// Comparatives of a rise.
pub(super) const HIGHER: &str = "higher|more|greater|above|better|ahead|larger|stronger";
/// Comparatives of a fall.
pub(super) const LOWER: &str = "lower|less|below|fewer|smaller|weaker|worse";

/// Words of change that link figures otherwise.
const OTHERS: &str = "strengthened|appreciated|went from|contract|weakened|depreciated|halved|rises|appreciation|depreciation";

const TABLES: &[&str] = &[
    UP_VERBS,
    DOWN_VERBS,
    NEUTRAL_VERBS,
    UP_BOTH,
    DOWN_BOTH,
    UP_NOUNS,
    DOWN_NOUNS,
    NEUTRAL_NOUNS,
    PREMIUM,
    DISCOUNT,
    HIGHER,
    LOWER,
    OTHERS,
];

/// The first words of all phrases, for the lexicon.
pub(super) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    TABLES.iter().flat_map(|table| table.split('|').filter_map(|phrase| pieces(phrase).next().map(|word| (word, Classes::CHANGE))))
}
