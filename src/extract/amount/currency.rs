//! The printed forms of currencies: signs, codes, prefixes, names, and the countries that tell the many dollars apart.
//!
//! Codes are ISO 4217, with the historic ones that news archives hold (mark, franc, lira); XBT stands for bitcoin.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::number::words::lower_case;
use crate::text::Classes;

/// A name that several countries' currencies share.
#[derive(Debug, PartialEq, Eq)]
pub struct Family {
    /// The code when nothing says which country; `None` where the word alone is no money ("pounds" of weight).
    pub default: Option<&'static str>,
    /// Code by ISO 3166 country.
    pub homes: &'static [(&'static str, &'static str)],
}

impl Family {
    /// The code in a country.
    pub fn home(&self, country: &str) -> Option<&'static str> {
        self.homes.iter().find(|(home, _)| *home == country).map(|&(_, code)| code)
    }
}

/// What a printed form means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The currency or the currencies of that name.
    pub family: &'static Family,
    /// How many of it make one major unit: 1 for dollars, 100 for cents.
    pub parts: u32,
}

macro_rules! families {
    ($($name:ident = $default:expr, [$($country:literal $code:literal),* $(,)?];)*) => {
        $(static $name: Family = Family { default: $default, homes: &[$(($country, $code)),*] };)*
    };
}

families! {
    DOLLAR = Some("USD"), ["US" "USD", "CA" "CAD", "AU" "AUD", "NZ" "NZD", "SG" "SGD", "HK" "HKD", "TW" "TWD", "JM" "JMD", "TT" "TTD",
        "BB" "BBD", "BS" "BSD", "BZ" "BZD", "GY" "GYD", "NA" "NAD", "FJ" "FJD", "LR" "LRD", "ZW" "ZWL", "BN" "BND", "BM" "BMD",
        "KY" "KYD", "SR" "SRD", "SB" "SBD"];
    EURO = Some("EUR"), ["EU" "EUR"];
    POUND = None, ["GB" "GBP", "EG" "EGP", "LB" "LBP", "SY" "SYP", "SD" "SDG", "SS" "SSP", "IE" "IEP", "CY" "CYP", "FK" "FKP", "GI" "GIP"];
    STERLING = Some("GBP"), ["GB" "GBP"];
    YEN = Some("JPY"), ["JP" "JPY"];
    YEN_SIGN = Some("JPY"), ["JP" "JPY", "CN" "CNY"];
    YUAN = Some("CNY"), ["CN" "CNY"];
    RUPEE = Some("INR"), ["IN" "INR", "PK" "PKR", "LK" "LKR", "NP" "NPR", "MU" "MUR", "SC" "SCR"];
    RUPIAH = Some("IDR"), ["ID" "IDR"];
    RINGGIT = Some("MYR"), ["MY" "MYR"];
    BAHT = Some("THB"), ["TH" "THB"];
    WON = Some("KRW"), ["KR" "KRW", "KP" "KPW"];
    DONG = Some("VND"), ["VN" "VND"];
    TAKA = Some("BDT"), ["BD" "BDT"];
    PESO = Some("MXN"), ["MX" "MXN", "AR" "ARS", "PH" "PHP", "CL" "CLP", "CO" "COP", "UY" "UYU", "DO" "DOP", "CU" "CUP", "BO" "BOB"];
    REAL = Some("BRL"), ["BR" "BRL"];
    REAL_WORD = None, ["BR" "BRL"];
    SOL = Some("PEN"), ["PE" "PEN"];
    BOLIVAR = Some("VES"), ["VE" "VES"];
    BOLIVIANO = Some("BOB"), ["BO" "BOB"];
    GUARANI = Some("PYG"), ["PY" "PYG"];
    QUETZAL = Some("GTQ"), ["GT" "GTQ"];
    LEMPIRA = Some("HNL"), ["HN" "HNL"];
    CORDOBA = Some("NIO"), ["NI" "NIO"];
    COLON = Some("CRC"), ["CR" "CRC", "SV" "SVC"];
    BALBOA = Some("PAB"), ["PA" "PAB"];
    GOURDE = Some("HTG"), ["HT" "HTG"];
    FRANC = Some("CHF"), ["CH" "CHF", "FR" "FRF", "BE" "BEF", "LU" "LUF", "RW" "RWF", "BI" "BIF", "CD" "CDF", "DJ" "DJF", "GN" "GNF", "KM" "KMF",
        "SN" "XOF", "CI" "XOF", "ML" "XOF", "BF" "XOF", "BJ" "XOF", "TG" "XOF", "NE" "XOF", "CM" "XAF", "GA" "XAF", "TD" "XAF"];
    CROWN = None, ["SE" "SEK", "NO" "NOK", "DK" "DKK", "IS" "ISK", "CZ" "CZK", "SK" "SKK", "EE" "EEK"];
    KORUNA = Some("CZK"), ["CZ" "CZK", "SK" "SKK"];
    KRONA = Some("SEK"), ["SE" "SEK", "IS" "ISK"];
    KRONE = Some("NOK"), ["NO" "NOK", "DK" "DKK"];
    ZLOTY = Some("PLN"), ["PL" "PLN"];
    FORINT = Some("HUF"), ["HU" "HUF"];
    LEU = Some("RON"), ["RO" "RON", "MD" "MDL"];
    LEV = Some("BGN"), ["BG" "BGN"];
    KUNA = Some("HRK"), ["HR" "HRK"];
    RUBLE = Some("RUB"), ["RU" "RUB", "BY" "BYN"];
    HRYVNIA = Some("UAH"), ["UA" "UAH"];
    TENGE = Some("KZT"), ["KZ" "KZT"];
    SOM = Some("UZS"), ["UZ" "UZS", "KG" "KGS"];
    MANAT = Some("AZN"), ["AZ" "AZN", "TM" "TMT"];
    LARI = Some("GEL"), ["GE" "GEL"];
    DRAM = Some("AMD"), ["AM" "AMD"];
    TUGRIK = Some("MNT"), ["MN" "MNT"];
    LIRA = Some("TRY"), ["TR" "TRY", "IT" "ITL", "MT" "MTL", "SY" "SYP", "LB" "LBP"];
    LIRE = Some("ITL"), ["IT" "ITL"];
    MARK = None, ["DE" "DEM", "FI" "FIM", "BA" "BAM"];
    DEUTSCHMARK = Some("DEM"), ["DE" "DEM"];
    GUILDER = Some("NLG"), ["NL" "NLG", "AN" "ANG", "AW" "AWG"];
    PESETA = Some("ESP"), ["ES" "ESP"];
    ESCUDO = Some("PTE"), ["PT" "PTE", "CV" "CVE"];
    DRACHMA = Some("GRD"), ["GR" "GRD"];
    SCHILLING = Some("ATS"), ["AT" "ATS"];
    MARKKA = Some("FIM"), ["FI" "FIM"];
    RAND = Some("ZAR"), ["ZA" "ZAR"];
    NAIRA = Some("NGN"), ["NG" "NGN"];
    CEDI = Some("GHS"), ["GH" "GHS"];
    SHILLING = None, ["KE" "KES", "UG" "UGX", "TZ" "TZS", "SO" "SOS"];
    KENYAN_SHILLING = Some("KES"), ["KE" "KES"];
    UGANDAN_SHILLING = Some("UGX"), ["UG" "UGX"];
    TANZANIAN_SHILLING = Some("TZS"), ["TZ" "TZS"];
    BIRR = Some("ETB"), ["ET" "ETB"];
    KWACHA = Some("ZMW"), ["ZM" "ZMW", "MW" "MWK"];
    KWANZA = Some("AOA"), ["AO" "AOA"];
    METICAL = Some("MZN"), ["MZ" "MZN"];
    PULA = Some("BWP"), ["BW" "BWP"];
    DIRHAM = Some("AED"), ["AE" "AED", "MA" "MAD"];
    RIYAL = Some("SAR"), ["SA" "SAR", "QA" "QAR", "OM" "OMR", "YE" "YER", "IR" "IRR"];
    QATARI_RIYAL = Some("QAR"), ["QA" "QAR"];
    RIAL = Some("IRR"), ["IR" "IRR", "OM" "OMR", "YE" "YER", "QA" "QAR", "SA" "SAR"];
    DINAR = None, ["KW" "KWD", "BH" "BHD", "JO" "JOD", "IQ" "IQD", "DZ" "DZD", "TN" "TND", "LY" "LYD", "RS" "RSD", "MK" "MKD"];
    KUWAITI_DINAR = Some("KWD"), ["KW" "KWD"];
    BAHRAINI_DINAR = Some("BHD"), ["BH" "BHD"];
    JORDANIAN_DINAR = Some("JOD"), ["JO" "JOD"];
    SHEKEL = Some("ILS"), ["IL" "ILS"];
    AFGHANI = Some("AFN"), ["AF" "AFN"];
    KYAT = Some("MMK"), ["MM" "MMK"];
    KIP = Some("LAK"), ["LA" "LAK"];
    RIEL = Some("KHR"), ["KH" "KHR"];
    RUFIYAA = Some("MVR"), ["MV" "MVR"];
    NGULTRUM = Some("BTN"), ["BT" "BTN"];
    PATACA = Some("MOP"), ["MO" "MOP"];
    KINA = Some("PGK"), ["PG" "PGK"];
    BITCOIN = Some("XBT"), [];
    // Minor units with a major of their own.
    CENT = Some("USD"), ["US" "USD", "CA" "CAD", "AU" "AUD", "NZ" "NZD", "SG" "SGD", "HK" "HKD", "ZA" "ZAR", "EU" "EUR", "IE" "EUR", "DE" "EUR",
        "FR" "EUR", "JM" "JMD", "TT" "TTD", "FJ" "FJD"];
    PENNY = Some("GBP"), ["GB" "GBP", "IE" "IEP"];
    SEN = Some("MYR"), ["MY" "MYR", "JP" "JPY", "ID" "IDR"];
    ORE = None, ["SE" "SEK", "NO" "NOK", "DK" "DKK"];
    CENTAVO = Some("MXN"), ["MX" "MXN", "PH" "PHP", "BR" "BRL", "AR" "ARS", "CO" "COP"];
    PIASTRE = Some("EGP"), ["EG" "EGP", "LB" "LBP"];
    FILS = Some("AED"), ["AE" "AED", "KW" "KWD", "BH" "BHD", "JO" "JOD", "IQ" "IQD"];
}

/// Signs before or after a number.
const SIGNS: &[(char, &Family, u32)] = &[
    ('$', &DOLLAR, 1),
    ('＄', &DOLLAR, 1),
    ('£', &STERLING, 1),
    ('￡', &STERLING, 1),
    ('€', &EURO, 1),
    ('¥', &YEN_SIGN, 1),
    ('￥', &YEN_SIGN, 1),
    ('₹', &RUPEE, 1),
    ('₨', &RUPEE, 1),
    ('₩', &WON, 1),
    ('₽', &RUBLE, 1),
    ('₺', &LIRA, 1),
    ('₤', &LIRE, 1),
    ('₴', &HRYVNIA, 1),
    ('₦', &NAIRA, 1),
    ('₱', &PHILIPPINE_PESO, 1),
    ('₫', &DONG, 1),
    ('₪', &SHEKEL, 1),
    ('฿', &BAHT, 1),
    ('₡', &COLON, 1),
    ('₭', &KIP, 1),
    ('₲', &GUARANI, 1),
    ('₵', &CEDI, 1),
    ('₸', &TENGE, 1),
    ('₮', &TUGRIK, 1),
    ('₼', &MANAT, 1),
    ('₾', &LARI, 1),
    ('৳', &TAKA, 1),
    ('៛', &RIEL, 1),
    ('﷼', &RIYAL, 1),
    ('₿', &BITCOIN, 1),
    ('¢', &CENT, 100),
];

static PHILIPPINE_PESO: Family = Family { default: Some("PHP"), homes: &[("PH", "PHP")] };

/// Words before "$" that name the dollar or peso, in upper case.
const DOLLAR_PREFIXES: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("CAN", "CAD"),
    ("CDN", "CAD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("NZ", "NZD"),
    ("S", "SGD"),
    ("SG", "SGD"),
    ("HK", "HKD"),
    ("NT", "TWD"),
    ("TW", "TWD"),
    ("R", "BRL"),
    ("BRL", "BRL"),
    ("MX", "MXN"),
    ("MEX", "MXN"),
    ("COL", "COP"),
    ("CLP", "CLP"),
    ("ARS", "ARS"),
    ("AR", "ARS"),
    ("CH", "CLP"),
    ("J", "JMD"),
    ("JA", "JMD"),
    ("TT", "TTD"),
    ("BZ", "BZD"),
    ("BDS", "BBD"),
    ("B", "BSD"),
    ("N", "NAD"),
    ("FJ", "FJD"),
    ("G", "GYD"),
    ("GY", "GYD"),
    ("L", "LRD"),
    ("Z", "ZWL"),
    ("ZW", "ZWL"),
    ("EC", "XCD"),
    ("SI", "SBD"),
    ("RD", "DOP"),
    ("MOP", "MOP"),
    ("DOP", "DOP"),
];

/// When a word before a number is a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Whatever number follows: "Rs 5", "EUR 5".
    Always,
    /// The word is also something else: only before a number with magnitude, groups or two decimals: "TRY 5.2 billion", not "TOP 10".
    LargeOnly,
    /// A lone letter: only glued to such a number, and in its country or with a magnitude: "R120bn", "P5 billion".
    Letter,
}

/// Words before a number, as they are printed.
const PREFIXES: &[(&str, &Family, Certainty)] = &[
    ("Rs", &RUPEE, Certainty::Always),
    ("RS", &RUPEE, Certainty::Always),
    ("rs", &RUPEE, Certainty::Always),
    ("Re", &RUPEE, Certainty::LargeOnly),
    ("RM", &RINGGIT, Certainty::Always),
    ("Rp", &RUPIAH, Certainty::Always),
    ("Rp.", &RUPIAH, Certainty::Always),
    ("kr", &CROWN, Certainty::Always),
    ("Kr", &CROWN, Certainty::Always),
    ("SKr", &KRONA, Certainty::Always),
    ("NKr", &KRONE, Certainty::Always),
    ("DKr", &DANISH_KRONE, Certainty::Always),
    ("DKK", &DANISH_KRONE, Certainty::Always),
    ("Fr", &FRANC, Certainty::LargeOnly),
    ("SFr", &FRANC, Certainty::Always),
    ("sFr", &FRANC, Certainty::Always),
    ("SFR", &FRANC, Certainty::Always),
    ("FFr", &FRENCH_FRANC, Certainty::Always),
    ("FF", &FRENCH_FRANC, Certainty::LargeOnly),
    ("BFr", &BELGIAN_FRANC, Certainty::Always),
    ("DM", &DEUTSCHMARK, Certainty::LargeOnly),
    ("Pta", &PESETA, Certainty::Always),
    ("zł", &ZLOTY, Certainty::Always),
    ("Kč", &KORUNA, Certainty::Always),
    ("Ft", &FORINT, Certainty::LargeOnly),
    ("Tk", &TAKA, Certainty::Always),
    ("TK", &TAKA, Certainty::Always),
    ("KSh", &KENYAN_SHILLING, Certainty::Always),
    ("Ksh", &KENYAN_SHILLING, Certainty::Always),
    ("KSh.", &KENYAN_SHILLING, Certainty::Always),
    ("KES", &KENYAN_SHILLING, Certainty::Always),
    ("Sh", &KENYAN_SHILLING, Certainty::LargeOnly),
    ("Shs", &UGANDAN_SHILLING, Certainty::LargeOnly),
    ("USh", &UGANDAN_SHILLING, Certainty::Always),
    ("Ush", &UGANDAN_SHILLING, Certainty::Always),
    ("TSh", &TANZANIAN_SHILLING, Certainty::Always),
    ("Tsh", &TANZANIAN_SHILLING, Certainty::Always),
    ("Php", &PHILIPPINE_PESO, Certainty::Always),
    ("PhP", &PHILIPPINE_PESO, Certainty::Always),
    ("Dh", &DIRHAM, Certainty::Always),
    ("Dhs", &DIRHAM, Certainty::Always),
    ("DH", &DIRHAM, Certainty::LargeOnly),
    ("SR", &RIYAL, Certainty::LargeOnly),
    ("QR", &QATARI_RIYAL, Certainty::LargeOnly),
    ("KD", &KUWAITI_DINAR, Certainty::LargeOnly),
    ("BD", &BAHRAINI_DINAR, Certainty::LargeOnly),
    ("JD", &JORDANIAN_DINAR, Certainty::LargeOnly),
    ("RMB", &YUAN, Certainty::Always),
    ("Rmb", &YUAN, Certainty::Always),
    ("NIS", &SHEKEL, Certainty::Always),
    ("Bs", &BOLIVIANO, Certainty::LargeOnly),
    ("GH", &CEDI, Certainty::LargeOnly),
    ("Birr", &BIRR, Certainty::Always),
    ("Nu", &NGULTRUM, Certainty::LargeOnly),
    ("Q", &QUETZAL, Certainty::Letter),
    ("R", &RAND, Certainty::Letter),
    ("N", &NAIRA, Certainty::Letter),
    ("P", &PHILIPPINE_PESO, Certainty::Letter),
    ("K", &KWACHA, Certainty::Letter),
];

static DANISH_KRONE: Family = Family { default: Some("DKK"), homes: &[("DK", "DKK")] };
static FRENCH_FRANC: Family = Family { default: Some("FRF"), homes: &[("FR", "FRF")] };
static BELGIAN_FRANC: Family = Family { default: Some("BEF"), homes: &[("BE", "BEF")] };

/// Names after a number, in lower case, with how many make one major unit.
const NAMES: &[(&str, &Family, u32)] = &[
    ("dollar", &DOLLAR, 1),
    ("dollars", &DOLLAR, 1),
    ("dlr", &DOLLAR, 1),
    ("dlrs", &DOLLAR, 1),
    ("greenbacks", &DOLLAR, 1),
    ("euro", &EURO, 1),
    ("euros", &EURO, 1),
    ("pound", &POUND, 1),
    ("pounds", &POUND, 1),
    ("sterling", &STERLING, 1),
    ("quid", &STERLING, 1),
    ("yen", &YEN, 1),
    ("yuan", &YUAN, 1),
    ("renminbi", &YUAN, 1),
    ("rmb", &YUAN, 1),
    ("kuai", &YUAN, 1),
    ("jiao", &YUAN, 10),
    ("mao", &YUAN, 10),
    ("fen", &YUAN, 100),
    ("rupee", &RUPEE, 1),
    ("rupees", &RUPEE, 1),
    ("paise", &RUPEE, 100),
    ("paisa", &RUPEE, 100),
    ("rupiah", &RUPIAH, 1),
    ("rupiahs", &RUPIAH, 1),
    ("ringgit", &RINGGIT, 1),
    ("ringgits", &RINGGIT, 1),
    ("baht", &BAHT, 1),
    ("satang", &BAHT, 100),
    ("won", &WON, 1),
    ("dong", &DONG, 1),
    ("taka", &TAKA, 1),
    ("peso", &PESO, 1),
    ("pesos", &PESO, 1),
    ("centavo", &CENTAVO, 100),
    ("centavos", &CENTAVO, 100),
    ("real", &REAL_WORD, 1),
    ("reais", &REAL, 1),
    ("reals", &REAL_WORD, 1),
    ("soles", &SOL, 1),
    ("bolivar", &BOLIVAR, 1),
    ("bolivars", &BOLIVAR, 1),
    ("bolivares", &BOLIVAR, 1),
    ("bolivianos", &BOLIVIANO, 1),
    ("guaranies", &GUARANI, 1),
    ("guarani", &GUARANI, 1),
    ("quetzales", &QUETZAL, 1),
    ("quetzals", &QUETZAL, 1),
    ("lempiras", &LEMPIRA, 1),
    ("cordobas", &CORDOBA, 1),
    ("colones", &COLON, 1),
    ("balboas", &BALBOA, 1),
    ("gourdes", &GOURDE, 1),
    ("franc", &FRANC, 1),
    ("francs", &FRANC, 1),
    ("rappen", &FRANC, 100),
    ("centimes", &FRANC, 100),
    ("crown", &CROWN, 1),
    ("crowns", &CROWN, 1),
    ("krona", &KRONA, 1),
    ("kronas", &KRONA, 1),
    ("kronor", &KRONA, 1),
    ("kronur", &ICELANDIC_KRONA, 1),
    ("krone", &KRONE, 1),
    ("kroner", &KRONE, 1),
    ("kroners", &KRONE, 1),
    ("kr", &CROWN, 1),
    ("öre", &ORE, 100),
    ("øre", &ORE, 100),
    ("ore", &ORE, 100),
    ("koruna", &KORUNA, 1),
    ("korunas", &KORUNA, 1),
    ("korun", &KORUNA, 1),
    ("koruny", &KORUNA, 1),
    ("kč", &KORUNA, 1),
    ("zloty", &ZLOTY, 1),
    ("zlotys", &ZLOTY, 1),
    ("zloties", &ZLOTY, 1),
    ("zlotych", &ZLOTY, 1),
    ("zł", &ZLOTY, 1),
    ("grosz", &ZLOTY, 100),
    ("groszy", &ZLOTY, 100),
    ("forint", &FORINT, 1),
    ("forints", &FORINT, 1),
    ("leu", &LEU, 1),
    ("lei", &LEU, 1),
    ("lev", &LEV, 1),
    ("leva", &LEV, 1),
    ("levs", &LEV, 1),
    ("kuna", &KUNA, 1),
    ("kunas", &KUNA, 1),
    ("ruble", &RUBLE, 1),
    ("rubles", &RUBLE, 1),
    ("rouble", &RUBLE, 1),
    ("roubles", &RUBLE, 1),
    ("kopeck", &RUBLE, 100),
    ("kopecks", &RUBLE, 100),
    ("kopeks", &RUBLE, 100),
    ("hryvnia", &HRYVNIA, 1),
    ("hryvnias", &HRYVNIA, 1),
    ("hryvnya", &HRYVNIA, 1),
    ("tenge", &TENGE, 1),
    ("soum", &SOM, 1),
    ("soums", &SOM, 1),
    ("soms", &SOM, 1),
    ("manat", &MANAT, 1),
    ("manats", &MANAT, 1),
    ("lari", &LARI, 1),
    ("laris", &LARI, 1),
    ("drams", &DRAM, 1),
    ("tugrik", &TUGRIK, 1),
    ("tugriks", &TUGRIK, 1),
    ("lira", &LIRA, 1),
    ("liras", &LIRA, 1),
    ("lire", &LIRE, 1),
    ("kurus", &LIRA, 100),
    ("mark", &MARK, 1),
    ("marks", &MARK, 1),
    ("deutschmarks", &DEUTSCHMARK, 1),
    ("deutschemarks", &DEUTSCHMARK, 1),
    ("pfennigs", &DEUTSCHMARK, 100),
    ("guilders", &GUILDER, 1),
    ("guilder", &GUILDER, 1),
    ("pesetas", &PESETA, 1),
    ("escudos", &ESCUDO, 1),
    ("drachmas", &DRACHMA, 1),
    ("schillings", &SCHILLING, 1),
    ("markka", &MARKKA, 1),
    ("rand", &RAND, 1),
    ("rands", &RAND, 1),
    ("naira", &NAIRA, 1),
    ("nairas", &NAIRA, 1),
    ("kobo", &NAIRA, 100),
    ("cedi", &CEDI, 1),
    ("cedis", &CEDI, 1),
    ("pesewas", &CEDI, 100),
    ("shilling", &SHILLING, 1),
    ("shillings", &SHILLING, 1),
    ("birr", &BIRR, 1),
    ("kwacha", &KWACHA, 1),
    ("kwachas", &KWACHA, 1),
    ("kwanza", &KWANZA, 1),
    ("kwanzas", &KWANZA, 1),
    ("meticais", &METICAL, 1),
    ("pula", &PULA, 1),
    ("dirham", &DIRHAM, 1),
    ("dirhams", &DIRHAM, 1),
    ("dhs", &DIRHAM, 1),
    ("fils", &FILS, 100),
    ("riyal", &RIYAL, 1),
    ("riyals", &RIYAL, 1),
    ("halalas", &RIYAL, 100),
    ("rial", &RIAL, 1),
    ("rials", &RIAL, 1),
    ("tomans", &RIAL, 1),
    ("dinar", &DINAR, 1),
    ("dinars", &DINAR, 1),
    ("shekel", &SHEKEL, 1),
    ("shekels", &SHEKEL, 1),
    ("agorot", &SHEKEL, 100),
    ("piastres", &PIASTRE, 100),
    ("afghanis", &AFGHANI, 1),
    ("kyat", &KYAT, 1),
    ("kyats", &KYAT, 1),
    ("kip", &KIP, 1),
    ("riel", &RIEL, 1),
    ("riels", &RIEL, 1),
    ("rufiyaa", &RUFIYAA, 1),
    ("ngultrum", &NGULTRUM, 1),
    ("ngultrums", &NGULTRUM, 1),
    ("pataca", &PATACA, 1),
    ("patacas", &PATACA, 1),
    ("kina", &KINA, 1),
    ("cent", &CENT, 100),
    ("cents", &CENT, 100),
    ("penny", &PENNY, 100),
    ("pence", &PENNY, 100),
    ("p", &PENNY, 100),
    ("c", &CENT, 100),
    ("sen", &SEN, 100),
    ("bitcoin", &BITCOIN, 1),
    ("bitcoins", &BITCOIN, 1),
    ("satoshi", &BITCOIN, 100_000_000),
    ("satoshis", &BITCOIN, 100_000_000),
];

static ICELANDIC_KRONA: Family = Family { default: Some("ISK"), homes: &[("IS", "ISK")] };

/// Adjectives before a name: "Canadian dollars", with the country. Two words are joined by a blank.
const ADJECTIVES: &[(&str, &str)] = &[
    ("us", "US"),
    ("u.s.", "US"),
    ("american", "US"),
    ("united states", "US"),
    ("canadian", "CA"),
    ("australian", "AU"),
    ("aussie", "AU"),
    ("new zealand", "NZ"),
    ("singapore", "SG"),
    ("singaporean", "SG"),
    ("hong kong", "HK"),
    ("taiwan", "TW"),
    ("taiwanese", "TW"),
    ("new taiwan", "TW"),
    ("jamaican", "JM"),
    ("namibian", "NA"),
    ("zimbabwe", "ZW"),
    ("zimbabwean", "ZW"),
    ("fijian", "FJ"),
    ("bahamian", "BS"),
    ("barbadian", "BB"),
    ("liberian", "LR"),
    ("brunei", "BN"),
    ("british", "GB"),
    ("uk", "GB"),
    ("egyptian", "EG"),
    ("lebanese", "LB"),
    ("syrian", "SY"),
    ("sudanese", "SD"),
    ("irish", "IE"),
    ("cyprus", "CY"),
    ("euro", "EU"),
    ("japanese", "JP"),
    ("chinese", "CN"),
    ("indian", "IN"),
    ("pakistani", "PK"),
    ("pakistan", "PK"),
    ("lankan", "LK"),
    ("sri lankan", "LK"),
    ("sri lanka", "LK"),
    ("nepalese", "NP"),
    ("nepali", "NP"),
    ("mauritian", "MU"),
    ("indonesian", "ID"),
    ("malaysian", "MY"),
    ("thai", "TH"),
    ("korean", "KR"),
    ("south korean", "KR"),
    ("vietnamese", "VN"),
    ("bangladeshi", "BD"),
    ("mexican", "MX"),
    ("argentine", "AR"),
    ("argentinian", "AR"),
    ("philippine", "PH"),
    ("chilean", "CL"),
    ("colombian", "CO"),
    ("uruguayan", "UY"),
    ("dominican", "DO"),
    ("cuban", "CU"),
    ("brazilian", "BR"),
    ("swiss", "CH"),
    ("french", "FR"),
    ("belgian", "BE"),
    ("luxembourg", "LU"),
    ("rwandan", "RW"),
    ("congolese", "CD"),
    ("swedish", "SE"),
    ("norwegian", "NO"),
    ("danish", "DK"),
    ("icelandic", "IS"),
    ("czech", "CZ"),
    ("slovak", "SK"),
    ("estonian", "EE"),
    ("polish", "PL"),
    ("hungarian", "HU"),
    ("romanian", "RO"),
    ("bulgarian", "BG"),
    ("croatian", "HR"),
    ("russian", "RU"),
    ("belarusian", "BY"),
    ("ukrainian", "UA"),
    ("kazakh", "KZ"),
    ("uzbek", "UZ"),
    ("azerbaijani", "AZ"),
    ("turkish", "TR"),
    ("italian", "IT"),
    ("maltese", "MT"),
    ("german", "DE"),
    ("finnish", "FI"),
    ("dutch", "NL"),
    ("south african", "ZA"),
    ("nigerian", "NG"),
    ("ghanaian", "GH"),
    ("ghana", "GH"),
    ("kenyan", "KE"),
    ("kenya", "KE"),
    ("ugandan", "UG"),
    ("uganda", "UG"),
    ("tanzanian", "TZ"),
    ("somali", "SO"),
    ("ethiopian", "ET"),
    ("zambian", "ZM"),
    ("malawian", "MW"),
    ("emirati", "AE"),
    ("uae", "AE"),
    ("moroccan", "MA"),
    ("saudi", "SA"),
    ("qatari", "QA"),
    ("qatar", "QA"),
    ("omani", "OM"),
    ("yemeni", "YE"),
    ("iranian", "IR"),
    ("kuwaiti", "KW"),
    ("kuwait", "KW"),
    ("bahraini", "BH"),
    ("bahrain", "BH"),
    ("jordanian", "JO"),
    ("iraqi", "IQ"),
    ("algerian", "DZ"),
    ("tunisian", "TN"),
    ("libyan", "LY"),
    ("serbian", "RS"),
    ("macedonian", "MK"),
    ("israeli", "IL"),
    ("cfa", "SN"),
];

/// ISO 4217 codes and historic ones.
const CODES: &str = "AED AFN AMD ANG AOA ARS ATS AUD AWG AZN BBD BDT BEF BGN BHD BIF BMD BND BRL BSD BTN BWP BYN BYR BZD CAD CDF CHF \
    CLF CLP CNH CNY COP CRC CYP CZK DEM DJF DKK DZD EEK EGP ESP ETB EUR FIM FJD FKP FRF GBP GHS GIP GMD GNF GRD GTQ GYD HKD HNL HRK HTG HUF IDR \
    IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LBP LKR LRD LSL LTL LUF LVL LYD MDL MGA MKD MMK MNT \
    MRO MRU MTL MUR MVR MWK MXN MYR MZN NGN NIO NLG NOK NPR NZD OMR PAB PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD \
    SIT SKK SLE SRD SSP SVC SYP SZL THB TJS TMT TND TTD TWD TZS UAH UGX USD UYU UZS VED VEF VES VND VUV WST XAF XCD XDR XOF XPF YER \
    ZAR ZMK ZMW ZWL XBT";

/// Codes that are also words, names or abbreviations.
const DOUBTFUL_CODES: &str = "ALL AMD BAM BOB COP CUC CUP CVE DOP ERN GEL LAK MAD MOP NAD PEN SHP SLL SOS STN TOP TRY";

/// Codes that are printed in lower case after a number as well.
const LOWER_CASE_CODES: &str =
    "aud cad chf cny dkk eur gbp hkd idr inr jpy krw mxn myr nok nzd php pkr pln rub sek sgd thb twd usd vnd zar";

/// A code with a magnitude glued on, as accounts print it: "MEUR 12", "SEKm".
const CODES_WITH_MAGNITUDE: &[&str] =
    &["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "AUD", "CAD", "PLN", "CZK", "JPY", "INR", "ZAR", "NZD", "SGD", "HKD"];

/// What a word before a number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prefix {
    /// The currency, or the family whose country the article tells.
    pub currency: Code,
    /// What else the number needs.
    pub certainty: Certainty,
    /// The magnitude that is part of the word: "m" of "SEKm".
    pub magnitude: Option<&'static str>,
}

/// A currency, known or to be told by the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// ISO 4217.
    Known(&'static str),
    /// One of a family.
    Of(&'static Family),
}

struct Tables {
    signs: FxHashMap<char, Meaning>,
    dollar_prefixes: FxHashMap<&'static str, &'static str>,
    prefixes: FxHashMap<&'static str, Prefix>,
    names: FxHashMap<&'static str, Meaning>,
    adjectives: FxHashMap<&'static str, &'static str>,
    lower_codes: FxHashMap<&'static str, &'static str>,
}

static MAGNITUDE_CODES: Lazy<Vec<(String, &'static str, &'static str)>> = Lazy::new(|| {
    let mut forms = Vec::new();
    for &code in CODES_WITH_MAGNITUDE {
        for (before, magnitude) in
            [("M", "million"), ("T", "thousand"), ("K", "thousand"), ("k", "thousand"), ("m", "million"), ("mn", "million")]
        {
            forms.push((format!("{before}{code}"), code, magnitude));
        }
        for (after, magnitude) in [("m", "million"), ("mn", "million"), ("bn", "billion"), ("k", "thousand"), ("M", "million")] {
            forms.push((format!("{code}{after}"), code, magnitude));
        }
    }
    forms
});

static TABLES: Lazy<Tables> = Lazy::new(|| {
    let known = |code: &'static str, certainty| (code, Prefix { currency: Code::Known(code), certainty, magnitude: None });
    let mut prefixes: FxHashMap<&str, Prefix> = FxHashMap::default();
    prefixes.extend(CODES.split_whitespace().map(|code| known(code, Certainty::Always)));
    prefixes.extend(DOUBTFUL_CODES.split_whitespace().map(|code| known(code, Certainty::LargeOnly)));
    let of = |family| Code::Of(family);
    prefixes.extend(PREFIXES.iter().map(|&(word, family, certainty)| (word, Prefix { currency: of(family), certainty, magnitude: None })));
    prefixes.extend(MAGNITUDE_CODES.iter().map(|(form, code, magnitude)| {
        (form.as_str(), Prefix { currency: Code::Known(code), certainty: Certainty::Always, magnitude: Some(magnitude) })
    }));
    let code_of = |lower: &'static str| CODES.split_whitespace().find(|code| code.eq_ignore_ascii_case(lower)).map(|code| (lower, code));
    Tables {
        signs: SIGNS.iter().map(|&(sign, family, parts)| (sign, Meaning { family, parts })).collect(),
        dollar_prefixes: DOLLAR_PREFIXES.iter().copied().collect(),
        prefixes,
        names: NAMES.iter().map(|&(name, family, parts)| (name, Meaning { family, parts })).collect(),
        adjectives: ADJECTIVES.iter().copied().collect(),
        lower_codes: LOWER_CASE_CODES.split_whitespace().filter_map(code_of).collect(),
    }
});

/// What a currency sign means.
pub fn sign(sign: char) -> Option<Meaning> {
    TABLES.signs.get(&sign).copied()
}

/// Whether the character is a currency sign.
pub fn is_sign(sign: char) -> bool {
    matches!(sign, '$' | '£' | '€' | '¥' | '¢' | '฿' | '৳' | '៛' | '﷼' | '＄' | '￡' | '￥' | '₠'..='⃀')
}

/// The currency of a word before "$": "US", "HK", or an ISO code.
pub fn dollar_prefix(word: &str) -> Option<&'static str> {
    let mut upper = [0; 4];
    let upper = upper.get_mut(..word.len())?;
    upper.copy_from_slice(word.as_bytes());
    upper.make_ascii_uppercase();
    let upper = std::str::from_utf8(upper).ok()?;
    let code = || match TABLES.prefixes.get(upper)?.currency {
        Code::Known(code) => Some(code),
        Code::Of(_) => None,
    };
    TABLES.dollar_prefixes.get(upper).copied().or_else(code)
}

/// What a word before a number means, as it is printed.
pub fn prefix(word: &str) -> Option<Prefix> {
    TABLES.prefixes.get(word).copied()
}

/// What a word after a number means: a name in any case, or a code.
pub fn name(word: &str) -> Option<Meaning> {
    lower_case_name(word).and_then(|word| TABLES.names.get(word.as_str()).copied())
}

/// The currency of a code after a number; the common ones in lower case too.
pub fn code(word: &str) -> Option<Prefix> {
    if let Some(prefix) = TABLES.prefixes.get(word).filter(|prefix| prefix.certainty == Certainty::Always) {
        return Some(*prefix);
    }
    let known = TABLES.lower_codes.get(word)?;
    Some(Prefix { currency: Code::Known(known), certainty: Certainty::Always, magnitude: None })
}

/// The country of an adjective: "Canadian", "Hong Kong".
pub fn country(adjective: &str) -> Option<&'static str> {
    lower_case(adjective).and_then(|adjective| TABLES.adjectives.get(adjective.as_str()).copied())
}

/// The many dollars.
pub fn dollar() -> &'static Family {
    &DOLLAR
}

/// The many pounds.
pub fn pound() -> &'static Family {
    &POUND
}

/// How many minor units make a major one.
pub fn parts(meaning: Meaning, code: &str) -> u32 {
    // fils and the like: a thousand make a dinar
    let thousandths = meaning.family == &FILS && matches!(code, "KWD" | "BHD" | "JOD" | "IQD");
    if thousandths { 1000 } else { meaning.parts }
}

fn lower_case_name(word: &str) -> Option<crate::number::words::LowerCase> {
    match word {
        "Öre" | "ÖRE" => lower_case("öre"),
        _ => lower_case(word),
    }
}

/// The words of these tables with their classes.
pub fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let tables = &*TABLES;
    let codes = tables.prefixes.keys().chain(tables.dollar_prefixes.keys()).chain(tables.lower_codes.keys());
    let adjectives = tables.adjectives.keys().flat_map(|adjective| adjective.split(' '));
    codes
        .map(|&word| (word, Classes::CURRENCY_CODE))
        .chain(tables.names.keys().map(|&word| (word, Classes::CURRENCY_NAME)))
        .chain(adjectives.map(|word| (word, Classes::CURRENCY_ADJECTIVE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard_or_historic() {
        let historic = "ANG ATS BEF BYR CYP DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MRO MTL NLG PTE SIT SKK VEF ZMK ZWL XBT CNH";
        for code in CODES.split_whitespace() {
            let known = iso_currency::Currency::from_code(code).is_some() || historic.split_whitespace().any(|historic| historic == code);
            assert!(known, "{code}");
        }
    }

    #[test]
    fn families_know_their_homes() {
        assert_eq!(name("Rupees").and_then(|meaning| meaning.family.home("PK")), Some("PKR"));
        assert_eq!(name("rupees").and_then(|meaning| meaning.family.default), Some("INR"));
        assert_eq!(country("Canadian"), Some("CA"));
        assert_eq!(dollar_prefix("Mex"), Some("MXN"));
        assert_eq!(prefix("SEKm").map(|prefix| (prefix.currency, prefix.magnitude)), Some((Code::Known("SEK"), Some("million"))));
    }
}
