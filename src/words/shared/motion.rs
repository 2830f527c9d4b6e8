//! How measures and markets move: "rose", "a drop", "higher".

use super::SharedRows;

/// Their subject is the measure.
pub(crate) const VERB: u16 = 1 << 0;
/// A name in their subject stands for its price.
pub(crate) const MARKET: u16 = 1 << 1;
/// What a market does.
pub(crate) const MOVE: u16 = 1 << 2;
/// They stand between a measure and its level.
pub(crate) const LEVEL: u16 = 1 << 3;
/// What changes is the measure.
pub(crate) const NOUN: u16 = 1 << 4;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (
        VERB | MARKET | MOVE | LEVEL,
        words!(
            "rose|risen|rising|fell|fallen|falling|dropped|declined|jumped|surged|soared|climbed|gained|slid|slipped|plunged|tumbled|advanced|\
        up|down"
        ),
    ),
    (VERB | MARKET | LEVEL | NOUN, words!("rise|fall")),
    (VERB | MARKET | MOVE | LEVEL | NOUN, words!("rises|falls")),
    (VERB | LEVEL, words!("grew|grow|grows|grown|growing|increased|increasing|decreased|lifted")),
    (VERB | LEVEL | NOUN, words!("increase|increases|decrease|decreases|drop|decline|declines|jump|climb|gain")),
    (
        VERB | MOVE,
        words!(
            "decreasing|surges|soars|slides|slips|dips|plunges|tumbles|advances|ticked|recovered|skyrocketed|spiked|crashed|sagged|inched|\
        leapt"
        ),
    ),
    (VERB | MOVE | LEVEL | NOUN, words!("drops|jumps")),
    (
        VERB | MARKET | MOVE,
        words!(
            "dropping|jumping|surging|soaring|climbing|gaining|sliding|slipping|dipped|tumbling|slumped|sank|added|shed|eased|easing|edged|\
        rebounded|rallied|retreated|plummeted|higher|lower"
        ),
    ),
    (
        VERB | MARKET,
        words!("declining|plunging|advancing|adding|shedding|rebounding|rallying|drifted|plummeting|tanked|bounced|zoomed|popped"),
    ),
    (VERB | NOUN, words!("surge|slide|dip|plunge|tumble|slump|advance|rebound|rally")),
    (VERB | MOVE | LEVEL, words!("climbs")),
    (VERB | MARKET | MOVE | NOUN, words!("gains")),
    (MARKET | MOVE | LEVEL, words!("lost")),
    (MARKET | MOVE, words!("crossed|surpassed")),
    (MOVE | NOUN, words!("rallies")),
];
