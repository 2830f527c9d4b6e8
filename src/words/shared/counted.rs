//! What numbers count: "tonnes", "employees".

use super::SharedRows;

/// Units, and counted nouns that do not look like plurals.
pub(crate) const UNIT: u32 = 1 << 0;
/// What a bare number between 1900 and 2100 before it counts.
pub(crate) const THOUSANDS: u32 = 1 << 1;
/// What a number that looks like a year counts.
pub(crate) const YEARLIKE: u32 = 1 << 2;
/// Units of a measure that stands elsewhere.
pub(crate) const PHYSICAL: u32 = 1 << 3;
/// What the figures of a table's row count.
pub(crate) const ROW: u32 = 1 << 4;
/// Of these, what is counted one by one and is no unit of measure.
pub(crate) const ONE_BY_ONE: u32 = 1 << 5;

/// The words that stand in several lists, with the lists.
pub(crate) const WORDS: SharedRows = &[
    (UNIT | THOUSANDS | YEARLIKE | ONE_BY_ONE, words!("people|staff")),
    (UNIT | YEARLIKE | ROW | ONE_BY_ONE, words!("aircraft")),
    (UNIT | ONE_BY_ONE, words!("men|women|children|personnel|police|cattle|sheep|species|head|crew|youth|offspring|folk|fish|salmon")),
    (UNIT | THOUSANDS | YEARLIKE | PHYSICAL, words!("feet")),
    (UNIT | PHYSICAL, words!("bpd")),
    (UNIT | ROW, words!("boepd|mmboe|mboe|twh|oz|koz|sqm|lbs|teu|mcf|mmcf|mt")),
    (UNIT | YEARLIKE | PHYSICAL, words!("kg|kwh")),
    (UNIT | THOUSANDS | YEARLIKE | ROW, words!("km")),
    (UNIT | YEARLIKE | PHYSICAL | ROW, words!("mw|gw|mwh|hectares")),
    (UNIT | PHYSICAL | ROW, words!("gwh")),
    (UNIT | YEARLIKE, words!("ft")),
    (UNIT | THOUSANDS | YEARLIKE | PHYSICAL | ROW, words!("tons")),
    (THOUSANDS | YEARLIKE, words!("jobs|workers|shares|homes|students")),
    (THOUSANDS | YEARLIKE | ROW, words!("employees")),
    (THOUSANDS | YEARLIKE | PHYSICAL | ROW, words!("units|miles|tonnes")),
    (YEARLIKE | PHYSICAL, words!("points|kilometres|kilometers|metres|meters|pounds|percent|times")),
    (YEARLIKE | PHYSICAL | ROW, words!("barrels|hours|acres|litres|gallons|ounces")),
    (YEARLIKE | ROW, words!("stores|patients|rooms|customers|members|branches")),
    (PHYSICAL | ROW, words!("days")),
];
