//! Places that tell an article's country: countries with their peoples, capitals and large cities, states and provinces.
//!
//! Country codes are ISO 3166-1 alpha-2. Names shared by two countries ("Birmingham", "Georgia") stand under the one that news
//! datelines mean most; a state or country printed after the town decides before the town does.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::Classes;

/// The names of one country: its own, its people's, its cities'.
struct Country {
    code: &'static str,
    /// Names of the country and of its people, each followed by a comma.
    names: &'static [&'static str],
    /// Cities, and states or provinces that a dateline prints.
    places: &'static [&'static str],
}

const fn country(code: &'static str, names: &'static [&'static str], places: &'static [&'static str]) -> Country {
    Country { code, names, places }
}

static COUNTRIES: &[Country] = &[
    country(
        "US",
        &["united states", "u.s.", "us", "usa", "u.s.a.", "america", "american", "americans"],
        &[
            "washington",
            "new york",
            "los angeles",
            "chicago",
            "houston",
            "dallas",
            "austin",
            "boston",
            "atlanta",
            "miami",
            "seattle",
            "denver",
            "detroit",
            "philadelphia",
            "pittsburgh",
            "cleveland",
            "cincinnati",
            "columbus",
            "indianapolis",
            "minneapolis",
            "milwaukee",
            "st. louis",
            "kansas city",
            "nashville",
            "charlotte",
            "raleigh",
            "richmond",
            "baltimore",
            "tampa",
            "orlando",
            "phoenix",
            "las vegas",
            "salt lake city",
            "portland",
            "san francisco",
            "san diego",
            "san jose",
            "sacramento",
            "oakland",
            "palo alto",
            "san antonio",
            "new orleans",
            "louisville",
            "memphis",
            "omaha",
            "des moines",
            "hartford",
            "stamford",
            "wilmington",
            "princeton",
            "newark",
            "irvine",
            "redwood city",
            "mountain view",
            "santa clara",
            "sunnyvale",
            "cupertino",
            "carlsbad",
            "tulsa",
            "oklahoma city",
            "honolulu",
            "alabama",
            "ala.",
            "alaska",
            "arizona",
            "ariz.",
            "arkansas",
            "ark.",
            "california",
            "calif.",
            "colorado",
            "colo.",
            "connecticut",
            "conn.",
            "delaware",
            "del.",
            "florida",
            "fla.",
            "ga.",
            "hawaii",
            "idaho",
            "illinois",
            "ill.",
            "indiana",
            "ind.",
            "iowa",
            "kansas",
            "kan.",
            "kentucky",
            "ky.",
            "louisiana",
            "la.",
            "maine",
            "maryland",
            "md.",
            "massachusetts",
            "mass.",
            "michigan",
            "mich.",
            "minnesota",
            "minn.",
            "mississippi",
            "miss.",
            "missouri",
            "mo.",
            "montana",
            "mont.",
            "nebraska",
            "neb.",
            "nevada",
            "nev.",
            "new hampshire",
            "n.h.",
            "new jersey",
            "n.j.",
            "new mexico",
            "n.m.",
            "n.y.",
            "north carolina",
            "n.c.",
            "north dakota",
            "n.d.",
            "ohio",
            "oklahoma",
            "okla.",
            "oregon",
            "ore.",
            "pennsylvania",
            "pa.",
            "rhode island",
            "r.i.",
            "south carolina",
            "s.c.",
            "south dakota",
            "s.d.",
            "tennessee",
            "tenn.",
            "texas",
            "tex.",
            "utah",
            "vermont",
            "vt.",
            "virginia",
            "va.",
            "washington, d.c.",
            "wash.",
            "west virginia",
            "w.va.",
            "wisconsin",
            "wis.",
            "wyoming",
            "wyo.",
            "d.c.",
            "puerto rico",
            "ny",
            "ca",
            "tx",
            "fl",
            "nj",
            "il",
            "pa",
            "oh",
            "mi",
            "nc",
            "va",
            "wa",
            "az",
            "tn",
            "md",
            "wi",
            "mn",
            "mo",
            "ct",
            "ut",
            "nv",
            "ky",
        ],
    ),
    country(
        "GB",
        &["united kingdom", "u.k.", "uk", "britain", "british", "england", "scotland", "scottish", "wales", "welsh", "northern ireland"],
        &[
            "london",
            "manchester",
            "birmingham",
            "leeds",
            "glasgow",
            "edinburgh",
            "liverpool",
            "bristol",
            "cardiff",
            "belfast",
            "aberdeen",
            "cambridge",
            "oxford",
            "reading",
            "sheffield",
            "newcastle",
            "nottingham",
            "leicester",
            "southampton",
        ],
    ),
    country(
        "CA",
        &["canada", "canadian", "canadians"],
        &[
            "toronto",
            "montreal",
            "montréal",
            "vancouver",
            "calgary",
            "ottawa",
            "edmonton",
            "winnipeg",
            "halifax",
            "quebec",
            "québec",
            "quebec city",
            "mississauga",
            "oakville",
            "kelowna",
            "ontario",
            "british columbia",
            "alberta",
            "manitoba",
            "nova scotia",
            "saskatchewan",
            "new brunswick",
            "newfoundland",
            "ont.",
            "que.",
            "b.c.",
            "bc",
            "alta.",
            "ns",
            "on",
            "qc",
            "ab",
            "mb",
            "sk",
        ],
    ),
    country(
        "IN",
        &["india", "indian", "indians"],
        &[
            "mumbai",
            "new delhi",
            "delhi",
            "bengaluru",
            "bangalore",
            "chennai",
            "hyderabad",
            "kolkata",
            "pune",
            "ahmedabad",
            "gurugram",
            "gurgaon",
            "noida",
            "kochi",
            "jaipur",
            "lucknow",
            "chandigarh",
            "bhubaneswar",
        ],
    ),
    country(
        "PK",
        &["pakistan", "pakistani", "pakistanis"],
        &["islamabad", "karachi", "lahore", "rawalpindi", "peshawar", "faisalabad", "quetta", "multan"],
    ),
    country("BD", &["bangladesh", "bangladeshi"], &["dhaka", "chittagong", "chattogram"]),
    country("LK", &["sri lanka", "sri lankan"], &["colombo"]),
    country("NP", &["nepal", "nepali", "nepalese"], &["kathmandu"]),
    country("JP", &["japan", "japanese"], &["tokyo", "osaka", "kyoto", "yokohama", "nagoya", "kobe", "fukuoka"]),
    country(
        "CN",
        &["china", "chinese"],
        &["beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "nanjing", "wuhan", "chengdu", "tianjin", "suzhou", "xiamen"],
    ),
    country("HK", &[], &["hong kong"]),
    country("TW", &["taiwan", "taiwanese"], &["taipei", "hsinchu", "tainan"]),
    country("KR", &["south korea", "south korean", "korea", "korean"], &["seoul", "busan", "incheon"]),
    country("SG", &["singapore", "singaporean"], &[]),
    country("MY", &["malaysia", "malaysian"], &["kuala lumpur", "penang", "johor bahru"]),
    country("ID", &["indonesia", "indonesian"], &["jakarta", "surabaya"]),
    country("TH", &["thailand", "thai"], &["bangkok"]),
    country("VN", &["vietnam", "vietnamese"], &["hanoi", "ho chi minh city"]),
    country("PH", &["philippines", "philippine", "filipino"], &["manila", "makati", "quezon city", "cebu"]),
    country("AU", &["australia", "australian", "australians"], &["sydney", "melbourne", "brisbane", "perth", "adelaide", "canberra"]),
    country("NZ", &["new zealand"], &["auckland", "wellington", "christchurch"]),
    country(
        "DE",
        &["germany", "german", "germans"],
        &["berlin", "frankfurt", "munich", "hamburg", "cologne", "düsseldorf", "duesseldorf", "stuttgart", "leverkusen"],
    ),
    country("FR", &["france", "french"], &["paris", "lyon", "toulouse", "marseille"]),
    country("IT", &["italy", "italian"], &["rome", "milan", "turin"]),
    country("ES", &["spain", "spanish"], &["madrid", "barcelona"]),
    country("PT", &["portugal", "portuguese"], &["lisbon"]),
    country("NL", &["netherlands", "dutch"], &["amsterdam", "rotterdam", "the hague", "eindhoven", "veldhoven"]),
    country("BE", &["belgium", "belgian"], &["brussels", "antwerp"]),
    country("LU", &[], &["luxembourg"]),
    country("CH", &["switzerland", "swiss"], &["zurich", "zürich", "geneva", "basel", "zug", "bern"]),
    country("AT", &["austria", "austrian"], &["vienna"]),
    country("IE", &["ireland", "irish"], &["dublin", "cork"]),
    country("SE", &["sweden", "swedish"], &["stockholm", "gothenburg", "malmö"]),
    country("NO", &["norway", "norwegian"], &["oslo", "bergen", "stavanger"]),
    country("DK", &["denmark", "danish"], &["copenhagen", "aarhus"]),
    country("FI", &["finland", "finnish"], &["helsinki", "espoo", "tampere"]),
    country("IS", &["iceland", "icelandic"], &["reykjavik"]),
    country("PL", &["poland", "polish"], &["warsaw", "krakow"]),
    country("CZ", &["czech republic", "czech"], &["prague"]),
    country("HU", &["hungary", "hungarian"], &["budapest"]),
    country("RO", &["romania", "romanian"], &["bucharest"]),
    country("BG", &["bulgaria", "bulgarian"], &["sofia"]),
    country("GR", &["greece", "greek"], &["athens", "piraeus"]),
    country("CY", &["cyprus", "cypriot"], &["nicosia", "limassol"]),
    country("TR", &["turkey", "turkish", "türkiye"], &["istanbul", "ankara"]),
    country("RU", &["russia", "russian", "russians"], &["moscow", "st. petersburg"]),
    country("UA", &["ukraine", "ukrainian"], &["kyiv", "kiev"]),
    country("GE", &["georgian"], &["tbilisi"]),
    country("KZ", &["kazakhstan"], &["almaty", "astana"]),
    country("IL", &["israel", "israeli"], &["tel aviv", "jerusalem", "haifa"]),
    country("AE", &["united arab emirates", "uae", "emirati"], &["dubai", "abu dhabi"]),
    country("SA", &["saudi arabia", "saudi"], &["riyadh", "jeddah", "dhahran"]),
    country("QA", &["qatar", "qatari"], &["doha"]),
    country("KW", &["kuwait", "kuwaiti"], &[]),
    country("BH", &["bahrain", "bahraini"], &["manama"]),
    country("OM", &["oman", "omani"], &["muscat"]),
    country("JO", &["jordanian"], &["amman"]),
    country("LB", &["lebanon", "lebanese"], &["beirut"]),
    country("IQ", &["iraq", "iraqi"], &["baghdad"]),
    country("IR", &["iran", "iranian"], &["tehran"]),
    country("EG", &["egypt", "egyptian"], &["cairo", "alexandria"]),
    country("MA", &["morocco", "moroccan"], &["casablanca", "rabat"]),
    country("TN", &["tunisia", "tunisian"], &["tunis"]),
    country("DZ", &["algeria", "algerian"], &["algiers"]),
    country("ZA", &["south africa", "south african"], &["johannesburg", "cape town", "pretoria", "durban"]),
    country("NG", &["nigeria", "nigerian"], &["lagos", "abuja"]),
    country("GH", &["ghana", "ghanaian"], &["accra"]),
    country("KE", &["kenya", "kenyan"], &["nairobi", "mombasa"]),
    country("UG", &["uganda", "ugandan"], &["kampala"]),
    country("TZ", &["tanzania", "tanzanian"], &["dar es salaam", "dodoma"]),
    country("ET", &["ethiopia", "ethiopian"], &["addis ababa"]),
    country("RW", &["rwanda", "rwandan"], &["kigali"]),
    country("ZM", &["zambia", "zambian"], &["lusaka"]),
    country("ZW", &["zimbabwe", "zimbabwean"], &["harare"]),
    country("MX", &["mexico", "mexican"], &["mexico city", "monterrey", "guadalajara"]),
    country("BR", &["brazil", "brazilian"], &["são paulo", "sao paulo", "rio de janeiro", "brasilia"]),
    country("AR", &["argentina", "argentine", "argentinian"], &["buenos aires"]),
    country("CL", &["chile", "chilean"], &["santiago"]),
    country("CO", &["colombia", "colombian"], &["bogota", "bogotá", "medellin"]),
    country("PE", &["peru", "peruvian"], &["lima"]),
    country("VE", &["venezuela", "venezuelan"], &["caracas"]),
    country("PA", &["panama"], &["panama city"]),
    country("BM", &["bermuda"], &["hamilton"]),
    country("UY", &["uruguay", "uruguayan"], &["montevideo"]),
    country("PY", &["paraguay", "paraguayan"], &["asuncion"]),
    country("BO", &["bolivia", "bolivian"], &["la paz"]),
    country("CU", &["cuba", "cuban"], &["havana"]),
    country("DO", &["dominican republic"], &["santo domingo"]),
    country("HT", &["haiti", "haitian"], &["port-au-prince"]),
    country("JM", &["jamaica", "jamaican"], &["montego bay"]),
    country("TT", &["trinidad and tobago", "trinidad"], &["port of spain"]),
    country("BB", &["barbados", "barbadian"], &["bridgetown"]),
    country("BS", &["bahamas", "bahamian"], &["nassau"]),
    country("GY", &["guyana", "guyanese"], &[]),
    country("SN", &["senegal", "senegalese"], &["dakar"]),
    country("CI", &["ivory coast", "ivorian", "côte d’ivoire"], &["abidjan"]),
    country("ML", &["malian"], &["bamako"]),
    country("BF", &["burkina faso"], &["ouagadougou"]),
    country("BJ", &["benin"], &["cotonou"]),
    country("TG", &["togo", "togolese"], &["lome"]),
    country("NE", &[], &["niamey"]),
    country("CM", &["cameroon", "cameroonian"], &["yaounde", "douala"]),
    country("GA", &["gabon", "gabonese"], &["libreville"]),
    country("TD", &["chadian"], &["n'djamena"]),
    country("CG", &[], &["brazzaville"]),
    country("CD", &["congolese"], &["kinshasa"]),
    country("MW", &["malawi", "malawian"], &["lilongwe", "blantyre"]),
    country("MZ", &["mozambique", "mozambican"], &["maputo"]),
    country("AO", &["angola", "angolan"], &["luanda"]),
    country("BW", &["botswana"], &["gaborone"]),
    country("NA", &["namibia", "namibian"], &["windhoek"]),
    country("MU", &["mauritius", "mauritian"], &["port louis"]),
    country("SD", &["sudan", "sudanese"], &["khartoum"]),
    country("LY", &["libya", "libyan"], &["tripoli", "benghazi"]),
    country("SY", &["syria", "syrian"], &["damascus"]),
    country("YE", &["yemen", "yemeni"], &["sanaa", "aden"]),
    country("AF", &["afghanistan", "afghan"], &["kabul"]),
    country("UZ", &["uzbekistan", "uzbek"], &["tashkent"]),
    country("KG", &["kyrgyzstan", "kyrgyz"], &["bishkek"]),
    country("TJ", &["tajikistan", "tajik"], &["dushanbe"]),
    country("AZ", &["azerbaijan", "azerbaijani"], &["baku"]),
    country("AM", &["armenia", "armenian"], &["yerevan"]),
    country("MD", &["moldova", "moldovan"], &["chisinau"]),
    country("BY", &["belarus", "belarusian"], &["minsk"]),
    country("RS", &["serbia", "serbian"], &["belgrade"]),
    country("HR", &["croatia", "croatian"], &["zagreb"]),
    country("BA", &["bosnia", "bosnian"], &["sarajevo"]),
    country("MK", &["north macedonia", "macedonian"], &["skopje"]),
    country("AL", &["albania", "albanian"], &["tirana"]),
    country("SK", &["slovakia", "slovak"], &["bratislava"]),
    country("SI", &["slovenia", "slovenian"], &["ljubljana"]),
    country("EE", &["estonia", "estonian"], &["tallinn"]),
    country("LV", &["latvia", "latvian"], &["riga"]),
    country("LT", &["lithuania", "lithuanian"], &["vilnius"]),
    country("MT", &["malta", "maltese"], &["valletta"]),
    country("MM", &["myanmar", "burmese"], &["yangon", "naypyitaw"]),
    country("KH", &["cambodia", "cambodian"], &["phnom penh"]),
    country("LA", &["laos"], &["vientiane"]),
    country("MN", &["mongolia", "mongolian"], &["ulaanbaatar"]),
    country("MO", &[], &["macau", "macao"]),
    country("PG", &["papua new guinea"], &["port moresby"]),
    country("FJ", &["fiji", "fijian"], &["suva"]),
];

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Whether the name is the country's or its people's, not that of a place in it.
    pub is_country: bool,
}

/// The words that names of countries and peoples begin with.
pub(crate) fn country_words() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().flat_map(|country| country.names).filter_map(|name| name.split(' ').next())
}

fn places() -> &'static FxHashMap<&'static [u8], Place> {
    static PLACES: Lazy<FxHashMap<&'static [u8], Place>> = Lazy::new(|| {
        let mut places = FxHashMap::default();
        for country in COUNTRIES {
            let all = country.names.iter().map(|&name| (name, true)).chain(country.places.iter().map(|&name| (name, false)));
            for (name, is_country) in all {
                places.entry(name.as_bytes()).or_insert(Place { country: country.code, is_country });
            }
        }
        places
    });
    &PLACES
}

/// The longest name that is looked up, in bytes.
const LONGEST: usize = 24;

/// For each length of a place's name, a bit for each sum of its first and last letters.
static MARKS: [u64; LONGEST + 1] = {
    let mut marks = [0; LONGEST + 1];
    let mut country = 0;
    while country < COUNTRIES.len() {
        let mut kind = 0;
        while kind < 2 {
            let names = if kind == 0 { COUNTRIES[country].names } else { COUNTRIES[country].places };
            let mut at = 0;
            while at < names.len() {
                marks[names[at].len()] |= mark(names[at].as_bytes());
                at += 1;
            }
            kind += 1;
        }
        country += 1;
    }
    marks
};

/// The bit of a name, which must not be empty, whatever the case of its letters.
const fn mark(name: &[u8]) -> u64 {
    let (first, last) = (name[0].to_ascii_lowercase(), name[name.len() - 1].to_ascii_lowercase());
    1 << (first.wrapping_mul(5).wrapping_add(last) & 63)
}

/// The place of that name, whatever its case. Most strangers are turned away by their length and letters.
#[inline]
pub(crate) fn place(name: &str) -> Option<Place> {
    let may_be_place = (1..=LONGEST).contains(&name.len()) && MARKS[name.len()] & mark(name.as_bytes()) != 0;
    may_be_place.then(|| look_up(name)).flatten()
}

fn look_up(name: &str) -> Option<Place> {
    let mut buffer = [0u8; LONGEST];
    let lower = buffer.get_mut(..name.len())?;
    lower.copy_from_slice(name.as_bytes());
    lower.make_ascii_lowercase();
    places().get(&*lower).copied()
}

/// The ISO 3166 alpha-2 code of a country by its name or of a town's: "Pakistan" and "Lahore" are both PK.
pub fn country_named(text: &str) -> Option<&'static str> {
    country_of_place(text)
}

/// The country of a dateline's place: of the state or country after the town, else of the town.
pub(crate) fn country_of_place(text: &str) -> Option<&'static str> {
    let mut parts: Vec<&str> =
        text.split([',', '/']).flat_map(|part| part.split(" and ")).map(str::trim).filter(|part| !part.is_empty()).collect();
    let whole = place(text).map(|place| place.country);
    let first = if parts.is_empty() { None } else { Some(parts.remove(0)) };
    whole
        .or_else(|| parts.first().and_then(|part| place(part)).map(|place| place.country))
        .or_else(|| place(first?).map(|place| place.country))
}

/// Words that only one country's news prints: its exchanges and its scale words.
pub(crate) static TELLING: &[(&str, &str)] = &[
    ("crore", "IN"),
    ("lakh", "IN"),
    ("RBI", "IN"),
    ("SEBI", "IN"),
    ("BSE", "IN"),
    ("NSE", "IN"),
    ("Sensex", "IN"),
    ("Nifty", "IN"),
    ("ASX", "AU"),
    ("NSW", "AU"),
    ("Canberra", "AU"),
    ("Queensland", "AU"),
    ("Tasmania", "AU"),
    ("Ottawa", "CA"),
    ("Ontario", "CA"),
    ("Alberta", "CA"),
    ("TSX", "CA"),
    ("FTSE", "GB"),
    ("NYSE", "US"),
    ("NASDAQ", "US"),
    ("Nasdaq", "US"),
    ("Medicaid", "US"),
    ("FEMA", "US"),
    ("USDA", "US"),
    ("Pentagon", "US"),
];

/// The words by which an article may name its country.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let telling = TELLING.iter().map(|&(word, _)| word);
    telling.chain(country_words()).map(|word| (word, Classes::COUNTRY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_countries_peoples_and_cities() {
        assert_eq!(place("Islamabad"), Some(Place { country: "PK", is_country: false }));
        assert_eq!(place("PAKISTANI").map(|place| place.country), Some("PK"));
        assert_eq!(place("Ky.").map(|place| place.country), Some("US"));
        assert_eq!(place("Nowhere"), None);
    }
}
