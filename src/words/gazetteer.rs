//! Places that tell an article's country: countries with their peoples, capitals and large cities, states and provinces.
//!
//! Country codes are ISO 3166-1 alpha-2. Names shared by two countries ("Birmingham", "Georgia") stand under the one that news
//! datelines mean most; a state or country printed after the town decides before the town does.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::Classes;

/// The names of one country: its own, its people's, its cities'.
struct CountryNames {
    code: &'static str,
    /// Names of the country and of its people, each followed by a comma.
    names: &'static [&'static str],
    /// Cities, and states or provinces that a dateline prints.
    places: &'static [&'static str],
}

const fn country(code: &'static str, names: &'static [&'static str], places: &'static [&'static str]) -> CountryNames {
    CountryNames { code, names, places }
}

static COUNTRIES: &[CountryNames] = &[
    country(
        "US",
        words!("united states|u.s.|us|usa|u.s.a.|america|american|americans"),
        words!(
            "washington|new york|los angeles|chicago|houston|dallas|austin|boston|atlanta|miami|seattle|denver|detroit|philadelphia|\
            pittsburgh|cleveland|cincinnati|columbus|indianapolis|minneapolis|milwaukee|st. louis|kansas city|nashville|charlotte|raleigh|\
            richmond|baltimore|tampa|orlando|phoenix|las vegas|salt lake city|portland|san francisco|san diego|san jose|sacramento|\
            oakland|palo alto|san antonio|new orleans|louisville|memphis|omaha|des moines|hartford|stamford|wilmington|princeton|newark|\
            irvine|redwood city|mountain view|santa clara|sunnyvale|cupertino|carlsbad|tulsa|oklahoma city|honolulu|alabama|ala.|alaska|\
            arizona|ariz.|arkansas|ark.|california|calif.|colorado|colo.|connecticut|conn.|delaware|del.|florida|fla.|ga.|hawaii|idaho|\
            illinois|ill.|indiana|ind.|iowa|kansas|kan.|kentucky|ky.|louisiana|la.|maine|maryland|md.|massachusetts|mass.|michigan|mich.|\
            minnesota|minn.|mississippi|miss.|missouri|mo.|montana|mont.|nebraska|neb.|nevada|nev.|new hampshire|n.h.|new jersey|n.j.|\
            new mexico|n.m.|n.y.|north carolina|n.c.|north dakota|n.d.|ohio|oklahoma|okla.|oregon|ore.|pennsylvania|pa.|rhode island|r.i.|\
            south carolina|s.c.|south dakota|s.d.|tennessee|tenn.|texas|tex.|utah|vermont|vt.|virginia|va.|washington, d.c.|wash.|\
            west virginia|w.va.|wisconsin|wis.|wyoming|wyo.|d.c.|puerto rico|ny|ca|tx|fl|nj|il|pa|oh|mi|nc|va|wa|az|tn|md|wi|mn|mo|ct|ut|\
            nv|ky"
        ),
    ),
    country(
        "GB",
        words!("united kingdom|u.k.|uk|britain|british|england|scotland|scottish|wales|welsh|northern ireland"),
        words!(
            "london|manchester|birmingham|leeds|glasgow|edinburgh|liverpool|bristol|cardiff|belfast|aberdeen|cambridge|oxford|reading|\
            sheffield|newcastle|nottingham|leicester|southampton"
        ),
    ),
    country(
        "CA",
        words!("canada|canadian|canadians"),
        words!(
            "toronto|montreal|montréal|vancouver|calgary|ottawa|edmonton|winnipeg|halifax|quebec|québec|quebec city|mississauga|oakville|\
            kelowna|ontario|british columbia|alberta|manitoba|nova scotia|saskatchewan|new brunswick|newfoundland|ont.|que.|b.c.|bc|alta.|\
            ns|on|qc|ab|mb|sk"
        ),
    ),
    country(
        "IN",
        words!("india|indian|indians"),
        words!(
            "mumbai|new delhi|delhi|bengaluru|bangalore|chennai|hyderabad|kolkata|pune|ahmedabad|gurugram|gurgaon|noida|kochi|jaipur|\
            lucknow|chandigarh|bhubaneswar"
        ),
    ),
    country("PK", words!("pakistan|pakistani|pakistanis"), words!("islamabad|karachi|lahore|rawalpindi|peshawar|faisalabad|quetta|multan")),
    country("BD", words!("bangladesh|bangladeshi"), words!("dhaka|chittagong|chattogram")),
    country("LK", words!("sri lanka|sri lankan"), words!("colombo")),
    country("NP", words!("nepal|nepali|nepalese"), words!("kathmandu")),
    country("JP", words!("japan|japanese"), words!("tokyo|osaka|kyoto|yokohama|nagoya|kobe|fukuoka")),
    country(
        "CN",
        words!("china|chinese"),
        words!("beijing|shanghai|shenzhen|guangzhou|hangzhou|nanjing|wuhan|chengdu|tianjin|suzhou|xiamen"),
    ),
    country("HK", &[], words!("hong kong")),
    country("TW", words!("taiwan|taiwanese"), words!("taipei|hsinchu|tainan")),
    country("KR", words!("south korea|south korean|korea|korean"), words!("seoul|busan|incheon")),
    country("SG", words!("singapore|singaporean"), &[]),
    country("MY", words!("malaysia|malaysian"), words!("kuala lumpur|penang|johor bahru")),
    country("ID", words!("indonesia|indonesian"), words!("jakarta|surabaya")),
    country("TH", words!("thailand|thai"), words!("bangkok")),
    country("VN", words!("vietnam|vietnamese"), words!("hanoi|ho chi minh city")),
    country("PH", words!("philippines|philippine|filipino"), words!("manila|makati|quezon city|cebu")),
    country("AU", words!("australia|australian|australians"), words!("sydney|melbourne|brisbane|perth|adelaide|canberra")),
    country("NZ", words!("new zealand"), words!("auckland|wellington|christchurch")),
    country(
        "DE",
        words!("germany|german|germans"),
        words!("berlin|frankfurt|munich|hamburg|cologne|düsseldorf|duesseldorf|stuttgart|leverkusen"),
    ),
    country("FR", words!("france|french"), words!("paris|lyon|toulouse|marseille")),
    country("IT", words!("italy|italian"), words!("rome|milan|turin")),
    country("ES", words!("spain|spanish"), words!("madrid|barcelona")),
    country("PT", words!("portugal|portuguese"), words!("lisbon")),
    country("NL", words!("netherlands|dutch"), words!("amsterdam|rotterdam|the hague|eindhoven|veldhoven")),
    country("BE", words!("belgium|belgian"), words!("brussels|antwerp")),
    country("LU", &[], words!("luxembourg")),
    country("CH", words!("switzerland|swiss"), words!("zurich|zürich|geneva|basel|zug|bern")),
    country("AT", words!("austria|austrian"), words!("vienna")),
    country("IE", words!("ireland|irish"), words!("dublin|cork")),
    country("SE", words!("sweden|swedish"), words!("stockholm|gothenburg|malmö")),
    country("NO", words!("norway|norwegian"), words!("oslo|bergen|stavanger")),
    country("DK", words!("denmark|danish"), words!("copenhagen|aarhus")),
    country("FI", words!("finland|finnish"), words!("helsinki|espoo|tampere")),
    country("IS", words!("iceland|icelandic"), words!("reykjavik")),
    country("PL", words!("poland|polish"), words!("warsaw|krakow")),
    country("CZ", words!("czech republic|czech"), words!("prague")),
    country("HU", words!("hungary|hungarian"), words!("budapest")),
    country("RO", words!("romania|romanian"), words!("bucharest")),
    country("BG", words!("bulgaria|bulgarian"), words!("sofia")),
    country("GR", words!("greece|greek"), words!("athens|piraeus")),
    country("CY", words!("cyprus|cypriot"), words!("nicosia|limassol")),
    country("TR", words!("turkey|turkish|türkiye"), words!("istanbul|ankara")),
    country("RU", words!("russia|russian|russians"), words!("moscow|st. petersburg")),
    country("UA", words!("ukraine|ukrainian"), words!("kyiv|kiev")),
    country("GE", words!("georgian"), words!("tbilisi")),
    country("KZ", words!("kazakhstan"), words!("almaty|astana")),
    country("IL", words!("israel|israeli"), words!("tel aviv|jerusalem|haifa")),
    country("AE", words!("united arab emirates|uae|emirati"), words!("dubai|abu dhabi")),
    country("SA", words!("saudi arabia|saudi"), words!("riyadh|jeddah|dhahran")),
    country("QA", words!("qatar|qatari"), words!("doha")),
    country("KW", words!("kuwait|kuwaiti"), &[]),
    country("BH", words!("bahrain|bahraini"), words!("manama")),
    country("OM", words!("oman|omani"), words!("muscat")),
    country("JO", words!("jordanian"), words!("amman")),
    country("LB", words!("lebanon|lebanese"), words!("beirut")),
    country("IQ", words!("iraq|iraqi"), words!("baghdad")),
    country("IR", words!("iran|iranian"), words!("tehran")),
    country("EG", words!("egypt|egyptian"), words!("cairo|alexandria")),
    country("MA", words!("morocco|moroccan"), words!("casablanca|rabat")),
    country("TN", words!("tunisia|tunisian"), words!("tunis")),
    country("DZ", words!("algeria|algerian"), words!("algiers")),
    country("ZA", words!("south africa|south african"), words!("johannesburg|cape town|pretoria|durban")),
    country("NG", words!("nigeria|nigerian"), words!("lagos|abuja")),
    country("GH", words!("ghana|ghanaian"), words!("accra")),
    country("KE", words!("kenya|kenyan"), words!("nairobi|mombasa")),
    country("UG", words!("uganda|ugandan"), words!("kampala")),
    country("TZ", words!("tanzania|tanzanian"), words!("dar es salaam|dodoma")),
    country("ET", words!("ethiopia|ethiopian"), words!("addis ababa")),
    country("RW", words!("rwanda|rwandan"), words!("kigali")),
    country("ZM", words!("zambia|zambian"), words!("lusaka")),
    country("ZW", words!("zimbabwe|zimbabwean"), words!("harare")),
    country("MX", words!("mexico|mexican"), words!("mexico city|monterrey|guadalajara")),
    country("BR", words!("brazil|brazilian"), words!("são paulo|sao paulo|rio de janeiro|brasilia")),
    country("AR", words!("argentina|argentine|argentinian"), words!("buenos aires")),
    country("CL", words!("chile|chilean"), words!("santiago")),
    country("CO", words!("colombia|colombian"), words!("bogota|bogotá|medellin")),
    country("PE", words!("peru|peruvian"), words!("lima")),
    country("VE", words!("venezuela|venezuelan"), words!("caracas")),
    country("PA", words!("panama"), words!("panama city")),
    country("BM", words!("bermuda"), words!("hamilton")),
    country("UY", words!("uruguay|uruguayan"), words!("montevideo")),
    country("PY", words!("paraguay|paraguayan"), words!("asuncion")),
    country("BO", words!("bolivia|bolivian"), words!("la paz")),
    country("CU", words!("cuba|cuban"), words!("havana")),
    country("DO", words!("dominican republic"), words!("santo domingo")),
    country("HT", words!("haiti|haitian"), words!("port-au-prince")),
    country("JM", words!("jamaica|jamaican"), words!("montego bay")),
    country("TT", words!("trinidad and tobago|trinidad"), words!("port of spain")),
    country("BB", words!("barbados|barbadian"), words!("bridgetown")),
    country("BS", words!("bahamas|bahamian"), words!("nassau")),
    country("GY", words!("guyana|guyanese"), &[]),
    country("SN", words!("senegal|senegalese"), words!("dakar")),
    country("CI", words!("ivory coast|ivorian|côte d’ivoire"), words!("abidjan")),
    country("ML", words!("malian"), words!("bamako")),
    country("BF", words!("burkina faso"), words!("ouagadougou")),
    country("BJ", words!("benin"), words!("cotonou")),
    country("TG", words!("togo|togolese"), words!("lome")),
    country("NE", &[], words!("niamey")),
    country("CM", words!("cameroon|cameroonian"), words!("yaounde|douala")),
    country("GA", words!("gabon|gabonese"), words!("libreville")),
    country("TD", words!("chadian"), words!("n'djamena")),
    country("CG", &[], words!("brazzaville")),
    country("CD", words!("congolese"), words!("kinshasa")),
    country("MW", words!("malawi|malawian"), words!("lilongwe|blantyre")),
    country("MZ", words!("mozambique|mozambican"), words!("maputo")),
    country("AO", words!("angola|angolan"), words!("luanda")),
    country("BW", words!("botswana"), words!("gaborone")),
    country("NA", words!("namibia|namibian"), words!("windhoek")),
    country("MU", words!("mauritius|mauritian"), words!("port louis")),
    country("SD", words!("sudan|sudanese"), words!("khartoum")),
    country("LY", words!("libya|libyan"), words!("tripoli|benghazi")),
    country("SY", words!("syria|syrian"), words!("damascus")),
    country("YE", words!("yemen|yemeni"), words!("sanaa|aden")),
    country("AF", words!("afghanistan|afghan"), words!("kabul")),
    country("UZ", words!("uzbekistan|uzbek"), words!("tashkent")),
    country("KG", words!("kyrgyzstan|kyrgyz"), words!("bishkek")),
    country("TJ", words!("tajikistan|tajik"), words!("dushanbe")),
    country("AZ", words!("azerbaijan|azerbaijani"), words!("baku")),
    country("AM", words!("armenia|armenian"), words!("yerevan")),
    country("MD", words!("moldova|moldovan"), words!("chisinau")),
    country("BY", words!("belarus|belarusian"), words!("minsk")),
    country("RS", words!("serbia|serbian"), words!("belgrade")),
    country("HR", words!("croatia|croatian"), words!("zagreb")),
    country("BA", words!("bosnia|bosnian"), words!("sarajevo")),
    country("MK", words!("north macedonia|macedonian"), words!("skopje")),
    country("AL", words!("albania|albanian"), words!("tirana")),
    country("SK", words!("slovakia|slovak"), words!("bratislava")),
    country("SI", words!("slovenia|slovenian"), words!("ljubljana")),
    country("EE", words!("estonia|estonian"), words!("tallinn")),
    country("LV", words!("latvia|latvian"), words!("riga")),
    country("LT", words!("lithuania|lithuanian"), words!("vilnius")),
    country("MT", words!("malta|maltese"), words!("valletta")),
    country("MM", words!("myanmar|burmese"), words!("yangon|naypyitaw")),
    country("KH", words!("cambodia|cambodian"), words!("phnom penh")),
    country("LA", words!("laos"), words!("vientiane")),
    country("MN", words!("mongolia|mongolian"), words!("ulaanbaatar")),
    country("MO", &[], words!("macau|macao")),
    country("PG", words!("papua new guinea"), words!("port moresby")),
    country("FJ", words!("fiji|fijian"), words!("suva")),
];

/// What a name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Locality {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// Whether the name is the country's or its people's, not that of a place in it.
    pub is_country: bool,
}

/// The words that names of countries and peoples begin with.
pub(crate) fn country_words() -> impl Iterator<Item = &'static str> {
    COUNTRIES.iter().flat_map(|country| country.names).filter_map(|name| name.split(' ').next())
}

fn places() -> &'static FxHashMap<&'static [u8], Locality> {
    static PLACES: Lazy<FxHashMap<&'static [u8], Locality>> = Lazy::new(|| {
        let mut places = FxHashMap::default();
        for country in COUNTRIES {
            let all = country.names.iter().map(|&name| (name, true)).chain(country.places.iter().map(|&name| (name, false)));
            for (name, is_country) in all {
                places.entry(name.as_bytes()).or_insert(Locality { country: country.code, is_country });
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
pub(crate) fn place(name: &str) -> Option<Locality> {
    let may_be_place = (1..=LONGEST).contains(&name.len()) && MARKS[name.len()] & mark(name.as_bytes()) != 0;
    may_be_place.then(|| look_up(name)).flatten()
}

fn look_up(name: &str) -> Option<Locality> {
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
        assert_eq!(place("Islamabad"), Some(Locality { country: "PK", is_country: false }));
        assert_eq!(place("PAKISTANI").map(|place| place.country), Some("PK"));
        assert_eq!(place("Ky.").map(|place| place.country), Some("US"));
        assert_eq!(place("Nowhere"), None);
    }
}
