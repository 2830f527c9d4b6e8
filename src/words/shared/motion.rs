//! How measures and markets move: "rose", "a drop", "higher".

use super::SharedRows;

/// Their subject is the measure.
pub(crate) const VERB: u32 = 1 << 0;
/// A name in their subject stands for its price.
pub(crate) const MARKET: u32 = 1 << 1;
/// What a market does.
pub(crate) const MOVE: u32 = 1 << 2;
/// They stand between a measure and its level.
pub(crate) const LEVEL: u32 = 1 << 3;
/// What changes is the measure.
pub(crate) const NOUN: u32 = 1 << 4;
/// Their subject is a company whose shares move.
pub(crate) const TRADED: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (VERB | MARKET, words!("declining|plunging|advancing|rebounding|rallying|drifted|plummeting|tanked|bounced|zoomed|popped")),
    (VERB | MARKET | MOVE, words!("rebounded|plummeted|higher|lower")),
    (VERB | MARKET | MOVE | LEVEL, words!("risen|fallen|declined|up|down")),
    (VERB | MARKET | MOVE | LEVEL | NOUN, words!("rises|falls")),
    (
        VERB | MARKET | MOVE | LEVEL | TRADED,
        words!("rose|rising|fell|falling|dropped|jumped|surged|soared|climbed|gained|slid|slipped|plunged|tumbled|advanced"),
    ),
    (VERB | MARKET | MOVE | NOUN, words!("gains")),
    (
        VERB | MARKET | MOVE | TRADED,
        words!(
            "dropping|jumping|surging|soaring|climbing|gaining|sliding|slipping|dipped|tumbling|slumped|sank|added|shed|eased|easing|edged|\
        rallied|retreated"
        ),
    ),
    (VERB | MARKET | LEVEL | NOUN, words!("rise|fall")),
    (VERB | MARKET | TRADED, words!("adding|shedding")),
    (
        VERB | MOVE,
        words!(
            "decreasing|surges|soars|slides|slips|dips|plunges|tumbles|advances|ticked|recovered|skyrocketed|spiked|crashed|sagged|leapt"
        ),
    ),
    (VERB | MOVE | LEVEL, words!("climbs")),
    (VERB | MOVE | LEVEL | NOUN, words!("drops|jumps")),
    (VERB | MOVE | TRADED, words!("inched")),
    (VERB | LEVEL, words!("grew|grow|grows|grown|growing|increased|increasing|decreased|lifted")),
    (VERB | LEVEL | NOUN, words!("increase|increases|decrease|decreases|drop|decline|declines|jump|climb|gain")),
    (VERB | NOUN, words!("surge|slide|dip|plunge|tumble|slump|advance|rebound|rally")),
    (VERB | TRADED, words!("sunk|edging")),
    (MARKET | MOVE, words!("crossed|surpassed")),
    (MARKET | MOVE | LEVEL | TRADED, words!("lost")),
    (MARKET | TRADED, words!("losing")),
    (MOVE | NOUN, words!("rallies")),
];
