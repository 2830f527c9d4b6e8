//! The words that tell what a number counts, and where it counts nothing.

use super::WordList;

/// Units of measure and counted nouns that do not look like plurals.
pub(crate) static UNITS: WordList = WordList::new(picked!(
    counted,
    UNIT,
    "mmbpd|mbpd|kbpd|boe|bbl|kms|kw|mtpa|mmt|moz|sqft|sf|lb|mph|kph|gb|tb|mb|bcf|\
    tcf|mmbtu|dwt|btc|kv|kva|mva|ghz|mhz|khz|rpm|ppm|ppb|mlb|mlbs|rb|mah|mbps|gbps|kbps|mm|cm"
));

/// Those of them that are counted one by one and are no units of measure.
pub(crate) static ONE_BY_ONE: WordList = WordList::new(picked!(counted, ONE_BY_ONE));

/// Measures that a hyphen joins to their number: "a 240-bed clinic", each with its plural.
pub(crate) const MEASURES: &[(&str, &str)] = &[
    ("acre", "acres"),
    ("hectare", "hectares"),
    ("mile", "miles"),
    ("metre", "metres"),
    ("meter", "meters"),
    ("kilometre", "kilometres"),
    ("kilometer", "kilometers"),
    ("foot", "feet"),
    ("tonne", "tonnes"),
    ("ton", "tons"),
    ("barrel", "barrels"),
    ("gallon", "gallons"),
    ("litre", "litres"),
    ("megawatt", "megawatts"),
    ("gigawatt", "gigawatts"),
    ("kilowatt", "kilowatts"),
    ("bed", "beds"),
    ("room", "rooms"),
    ("seat", "seats"),
    ("unit", "units"),
    ("member", "members"),
    ("store", "stores"),
    ("share", "shares"),
];

/// Words that end the search for the noun.
pub(crate) static STOPS: WordList = WordList::new(words!(
    "a|an|the|of|in|on|at|to|from|for|by|with|and|or|but|as|than|that|which|who|when|while|where|if|is|was|are|were|be|been|has|have|\
    had|will|would|can|could|may|might|should|says|said|does|did|do|he|she|it|they|we|i|you|his|her|its|their|our|this|these|those|not|\
    no|after|before|since|until|during|under|over|about|against|between|into|per|versus|vs|because|so|then|also|only|just|even|still|\
    already|each|wants|means|makes|takes|gives|shows|includes|remains|becomes|needs|plans|expects|hopes|rose|fell|am|pm|a.m.|p.m.|gmt|\
    est|et|cet|th|st|nd|rd|percent|yesterday|today|times|years|months|days|weeks|hours|minutes|seconds|quarters|decades|year|month|day|\
    week|hour|minute|second|quarter|decade|centuries|others|thus|across|without|within|among|around|toward|towards|through|throughout|\
    near|above|below|behind|beyond|out|off|up|down|along|inside|outside|like|such|including|excluding|based|compared|according|due|\
    owned|there|here|now|again|ago|later|earlier|amid|despite|whose|what|how|why|upon|onto|reflects|provides|plus|minus|bucks|comes|\
    less|unless|whereas|perhaps|always|years'|nights|via|ages|mths|mth|yrs|qtrs|raises|manages|allows|suggests|indicates|implies|\
    represents|requires|seems|appears|brings|keeps|puts|goes|gets|grows|exceeds|contains|consists|comprises|involves|aims"
));

/// Plurals that modify the plural after them: "500 sales jobs".
pub(crate) static MODIFIERS: WordList =
    WordList::new(words!("sales|goods|sports|arms|news|customs|savings|communications|securities|operations|systems|services|corps"));

/// Names of people without a plural ending that also stand before another noun: "police officers", "crew members".
pub(crate) static PEOPLE: WordList = WordList::new(words!("police|staff|crew"));

/// Words before a number that make it a name or a label.
pub(crate) static LABELS: WordList = WordList::new(picked!(
    label,
    LABEL,
    "nos|sections|chapter|pages|title|version|phase|part|item|note|table|figure|exhibit|class|tel|phone|fax|aged|age|ages|level|grade|\
    type|size|channel|episode|season|day|week|step|lot|unit|gate|platform|paragraph|clause|volume|vol|issue|question|appendix|schedule|\
    scene|verse|psalm|interstate|exit|apartment|floor|ranked|rank|seed|bill|proposition|amendment|serial|id|zip|area|district|ward"
));

/// What a bare number between 1900 and 2100 before it counts: everything else after it makes it a year.
pub(crate) static COUNTED_IN_THOUSANDS: WordList = WordList::new(picked!(counted, THOUSANDS, "troops|soldiers"));

/// The last words of the names of streets.
pub(crate) static STREETS: WordList =
    WordList::new(picked!(place, STREET, "st|dr|quay|court|place|broadway|hwy|terrace|crescent|suite|floor"));

/// Words of change that stand between a measure and its level.
pub(crate) static CHANGES: WordList = WordList::new(picked!(motion, LEVEL, "cut|reduced|raised|bringing|brought"));

/// Words that can follow a level without being what it counts.
pub(crate) static AFTER_LEVEL: WordList = WordList::new(picked!(
    saying,
    LEVEL,
    "a|an|the|in|from|to|for|last|this|on|and|or|but|as|while|after|before|compared|versus|against|year|due|respectively|by|at|up|down|\
    with|when|which|over|during|previously|earlier|following|thanks|despite|because|since|one|is|was|it|though|although|per"
));
