//! The currencies by name: one row each, with the code where nothing tells the country, the countries that tell the many of one name
//! apart, and every form in which it is printed. Words before "$" and "£" are in `dollars.rs`, adjectives of countries in `countries.rs`.

use super::kind::Certainty::{Always, LargeOnly, Letter};
use super::kind::CurrencyForm::{Before, Name, Sign};
use super::kind::Family;

macro_rules! families {
    ($($name:ident = $default:expr, [$($country:literal $code:literal),* $(,)?], [$($form:expr),* $(,)?];)*) => {
        $(pub(super) static $name: Family = Family { default: $default, homes: &[$(($country, $code)),*], forms: &[$($form),*] };)*
        /// All of them.
        pub(super) static ALL: &[&Family] = &[$(&$name),*];
    };
}

families! {
    DOLLAR = Some("USD"), ["US" "USD", "CA" "CAD", "AU" "AUD", "NZ" "NZD", "SG" "SGD", "HK" "HKD", "TW" "TWD", "JM" "JMD", "TT" "TTD",
        "BB" "BBD", "BS" "BSD", "BZ" "BZD", "GY" "GYD", "NA" "NAD", "FJ" "FJD", "LR" "LRD", "ZW" "ZWL", "BN" "BND", "BM" "BMD",
        "KY" "KYD", "SR" "SRD", "SB" "SBD", "AG" "XCD", "GD" "XCD", "LC" "XCD", "VC" "XCD", "KN" "XCD", "DM" "XCD"], [
        Name(1, words!("dollar|dollars|dlr|dlrs|greenbacks")), Sign(1, "$＄")];
    EURO = Some("EUR"), ["EU" "EUR"], [Name(1, words!("euro|euros")), Sign(1, "€"), Before(Always, words!("Є"))];
    POUND = None, ["GB" "GBP", "EG" "EGP", "LB" "LBP", "SY" "SYP", "SD" "SDG", "SS" "SSP", "IE" "IEP", "CY" "CYP", "FK" "FKP",
        "GI" "GIP"], [Name(1, words!("pound|pounds"))];
    STERLING = Some("GBP"), ["GB" "GBP"], [Name(1, words!("sterling|quid|stg")), Sign(1, "£￡")];
    YEN = Some("JPY"), ["JP" "JPY"], [Name(1, words!("yen")), Before(Letter, words!("Y")), Before(Always, words!("Yen|YEN"))];
    YEN_SIGN = Some("JPY"), ["JP" "JPY", "CN" "CNY"], [Sign(1, "¥￥")];
    YUAN = Some("CNY"), ["CN" "CNY"], [Name(1, words!("yuan|renminbi|rmb|kuai")), Name(10, words!("jiao|mao")),
        Name(100, words!("fen")), Before(Always, words!("RMB|Rmb"))];
    RUPEE = Some("INR"), ["IN" "INR", "PK" "PKR", "LK" "LKR", "NP" "NPR", "MU" "MUR", "SC" "SCR"], [Name(1, words!("rupee|rupees")),
        Name(100, words!("paise|paisa")), Sign(1, "₹₨"), Before(Always, words!("Rs|RS|rs")), Before(LargeOnly, words!("Re"))];
    RUPIAH = Some("IDR"), ["ID" "IDR"], [Name(1, words!("rupiah|rupiahs")), Before(Always, words!("Rp|Rp."))];
    RINGGIT = Some("MYR"), ["MY" "MYR"], [Name(1, words!("ringgit|ringgits")), Before(Always, words!("RM"))];
    BAHT = Some("THB"), ["TH" "THB"], [Name(1, words!("baht")), Name(100, words!("satang")), Sign(1, "฿")];
    WON = Some("KRW"), ["KR" "KRW", "KP" "KPW"], [Name(1, words!("won")), Sign(1, "₩")];
    DONG = Some("VND"), ["VN" "VND"], [Name(1, words!("dong")), Sign(1, "₫")];
    TAKA = Some("BDT"), ["BD" "BDT"], [Name(1, words!("taka")), Sign(1, "৳"), Before(Always, words!("Tk|TK"))];
    PESO = Some("MXN"), ["MX" "MXN", "AR" "ARS", "PH" "PHP", "CL" "CLP", "CO" "COP", "UY" "UYU", "DO" "DOP", "CU" "CUP", "BO" "BOB"], [
        Name(1, words!("peso|pesos"))];
    REAL = Some("BRL"), ["BR" "BRL"], [Name(1, words!("reais|reals"))];
    REAL_WORD = None, ["BR" "BRL"], [Name(1, words!("real"))];
    SOL = Some("PEN"), ["PE" "PEN"], [Name(1, words!("soles"))];
    BOLIVAR = Some("VES"), ["VE" "VES"], [Name(1, words!("bolivar|bolivars|bolivares"))];
    BOLIVIANO = Some("BOB"), ["BO" "BOB"], [Name(1, words!("bolivianos")), Before(LargeOnly, words!("Bs"))];
    GUARANI = Some("PYG"), ["PY" "PYG"], [Name(1, words!("guaranies|guarani")), Sign(1, "₲"), Before(LargeOnly, words!("Gs"))];
    QUETZAL = Some("GTQ"), ["GT" "GTQ"], [Name(1, words!("quetzales|quetzals")), Before(Letter, words!("Q"))];
    LEMPIRA = Some("HNL"), ["HN" "HNL"], [Name(1, words!("lempiras"))];
    CORDOBA = Some("NIO"), ["NI" "NIO"], [Name(1, words!("cordobas"))];
    COLON = Some("CRC"), ["CR" "CRC", "SV" "SVC"], [Name(1, words!("colones")), Sign(1, "₡")];
    BALBOA = Some("PAB"), ["PA" "PAB"], [Name(1, words!("balboas"))];
    GOURDE = Some("HTG"), ["HT" "HTG"], [Name(1, words!("gourdes"))];
    FRANC = Some("CHF"), ["CH" "CHF", "FR" "FRF", "BE" "BEF", "LU" "LUF", "RW" "RWF", "BI" "BIF", "CD" "CDF", "DJ" "DJF", "GN" "GNF",
        "KM" "KMF", "SN" "XOF", "CI" "XOF", "ML" "XOF", "BF" "XOF", "BJ" "XOF", "TG" "XOF", "NE" "XOF", "CM" "XAF", "GA" "XAF",
        "TD" "XAF", "CG" "XAF", "CF" "XAF", "GQ" "XAF", "GW" "XOF"], [Name(1, words!("franc|francs")),
        Name(100, words!("rappen|centimes")), Before(LargeOnly, words!("Fr")), Before(Always, words!("SFr|sFr|SFR"))];
    CROWN = None, ["SE" "SEK", "NO" "NOK", "DK" "DKK", "IS" "ISK", "CZ" "CZK", "SK" "SKK", "EE" "EEK"], [
        Name(1, words!("crown|crowns|kr")), Before(Always, words!("kr|Kr"))];
    KORUNA = Some("CZK"), ["CZ" "CZK", "SK" "SKK"], [Name(1, words!("koruna|korunas|korun|koruny|kč")), Before(Always, words!("Kč"))];
    KRONA = Some("SEK"), ["SE" "SEK", "IS" "ISK"], [Name(1, words!("krona|kronas|kronor")), Before(Always, words!("SKr"))];
    KRONE = Some("NOK"), ["NO" "NOK", "DK" "DKK"], [Name(1, words!("krone|kroner|kroners")), Before(Always, words!("NKr"))];
    ZLOTY = Some("PLN"), ["PL" "PLN"], [Name(1, words!("zloty|zlotys|zloties|zlotych|zł")), Name(100, words!("grosz|groszy")),
        Before(Always, words!("zł"))];
    FORINT = Some("HUF"), ["HU" "HUF"], [Name(1, words!("forint|forints")), Before(LargeOnly, words!("Ft"))];
    LEU = Some("RON"), ["RO" "RON", "MD" "MDL"], [Name(1, words!("leu|lei"))];
    LEV = Some("BGN"), ["BG" "BGN"], [Name(1, words!("lev|leva|levs"))];
    KUNA = Some("HRK"), ["HR" "HRK"], [Name(1, words!("kuna|kunas"))];
    RUBLE = Some("RUB"), ["RU" "RUB", "BY" "BYN"], [Name(1, words!("ruble|rubles|rouble|roubles")),
        Name(100, words!("kopeck|kopecks|kopeks")), Sign(1, "₽")];
    HRYVNIA = Some("UAH"), ["UA" "UAH"], [Name(1, words!("hryvnia|hryvnias|hryvnya")), Sign(1, "₴")];
    TENGE = Some("KZT"), ["KZ" "KZT"], [Name(1, words!("tenge")), Sign(1, "₸")];
    SOM = Some("UZS"), ["UZ" "UZS", "KG" "KGS"], [Name(1, words!("soum|soums|soms"))];
    MANAT = Some("AZN"), ["AZ" "AZN", "TM" "TMT"], [Name(1, words!("manat|manats")), Sign(1, "₼")];
    LARI = Some("GEL"), ["GE" "GEL"], [Name(1, words!("lari|laris")), Sign(1, "₾")];
    DRAM = Some("AMD"), ["AM" "AMD"], [Name(1, words!("drams"))];
    TUGRIK = Some("MNT"), ["MN" "MNT"], [Name(1, words!("tugrik|tugriks")), Sign(1, "₮")];
    LIRA = Some("TRY"), ["TR" "TRY", "IT" "ITL", "MT" "MTL", "SY" "SYP", "LB" "LBP"], [Name(1, words!("lira|liras")),
        Name(100, words!("kurus")), Sign(1, "₺")];
    LIRE = Some("ITL"), ["IT" "ITL"], [Name(1, words!("lire")), Sign(1, "₤")];
    MARK = None, ["DE" "DEM", "FI" "FIM", "BA" "BAM"], [Name(1, words!("mark|marks"))];
    DEUTSCHMARK = Some("DEM"), ["DE" "DEM"], [Name(1, words!("deutschmark|deutschmarks|deutschemark|deutschemarks")),
        Name(100, words!("pfennigs")), Before(LargeOnly, words!("DM"))];
    GUILDER = Some("NLG"), ["NL" "NLG", "AN" "ANG", "AW" "AWG"], [Name(1, words!("guilders|guilder"))];
    PESETA = Some("ESP"), ["ES" "ESP"], [Name(1, words!("pesetas")), Before(Always, words!("Pta"))];
    ESCUDO = Some("PTE"), ["PT" "PTE", "CV" "CVE"], [Name(1, words!("escudos"))];
    DRACHMA = Some("GRD"), ["GR" "GRD"], [Name(1, words!("drachmas"))];
    SCHILLING = Some("ATS"), ["AT" "ATS"], [Name(1, words!("schillings"))];
    MARKKA = Some("FIM"), ["FI" "FIM"], [Name(1, words!("markka"))];
    RAND = Some("ZAR"), ["ZA" "ZAR"], [Name(1, words!("rand|rands")), Before(Letter, words!("R"))];
    NAIRA = Some("NGN"), ["NG" "NGN"], [Name(1, words!("naira|nairas")), Name(100, words!("kobo")), Sign(1, "₦"),
        Before(Letter, words!("N"))];
    CEDI = Some("GHS"), ["GH" "GHS"], [Name(1, words!("cedi|cedis")), Name(100, words!("pesewas")), Sign(1, "₵"),
        Before(LargeOnly, words!("GH"))];
    SHILLING = None, ["KE" "KES", "UG" "UGX", "TZ" "TZS", "SO" "SOS"], [Name(1, words!("shilling|shillings"))];
    KENYAN_SHILLING = Some("KES"), ["KE" "KES"], [Before(Always, words!("KSh|Ksh|KSh.|KES")), Before(LargeOnly, words!("Sh"))];
    UGANDAN_SHILLING = Some("UGX"), ["UG" "UGX"], [Before(LargeOnly, words!("Shs")), Before(Always, words!("USh|Ush"))];
    TANZANIAN_SHILLING = Some("TZS"), ["TZ" "TZS"], [Before(Always, words!("TSh|Tsh"))];
    BIRR = Some("ETB"), ["ET" "ETB"], [Name(1, words!("birr")), Before(Always, words!("Birr"))];
    KWACHA = Some("ZMW"), ["ZM" "ZMW", "MW" "MWK"], [Name(1, words!("kwacha|kwachas")), Before(Letter, words!("K"))];
    KWANZA = Some("AOA"), ["AO" "AOA"], [Name(1, words!("kwanza|kwanzas"))];
    METICAL = Some("MZN"), ["MZ" "MZN"], [Name(1, words!("meticais"))];
    PULA = Some("BWP"), ["BW" "BWP"], [Name(1, words!("pula"))];
    DIRHAM = Some("AED"), ["AE" "AED", "MA" "MAD"], [Name(1, words!("dirham|dirhams|dhs")), Before(Always, words!("Dh|Dhs")),
        Before(LargeOnly, words!("DH"))];
    RIYAL = Some("SAR"), ["SA" "SAR", "QA" "QAR", "OM" "OMR", "YE" "YER", "IR" "IRR"], [Name(1, words!("riyal|riyals")),
        Name(100, words!("halalas")), Sign(1, "﷼"), Before(LargeOnly, words!("SR"))];
    QATARI_RIYAL = Some("QAR"), ["QA" "QAR"], [Before(LargeOnly, words!("QR"))];
    RIAL = Some("IRR"), ["IR" "IRR", "OM" "OMR", "YE" "YER", "QA" "QAR", "SA" "SAR"], [Name(1, words!("rial|rials|tomans"))];
    DINAR = None, ["KW" "KWD", "BH" "BHD", "JO" "JOD", "IQ" "IQD", "DZ" "DZD", "TN" "TND", "LY" "LYD", "RS" "RSD", "MK" "MKD"], [
        Name(1, words!("dinar|dinars"))];
    KUWAITI_DINAR = Some("KWD"), ["KW" "KWD"], [Before(LargeOnly, words!("KD"))];
    BAHRAINI_DINAR = Some("BHD"), ["BH" "BHD"], [Before(LargeOnly, words!("BD"))];
    JORDANIAN_DINAR = Some("JOD"), ["JO" "JOD"], [Before(LargeOnly, words!("JD"))];
    SHEKEL = Some("ILS"), ["IL" "ILS"], [Name(1, words!("shekel|shekels")), Name(100, words!("agorot")), Sign(1, "₪"),
        Before(Always, words!("NIS"))];
    AFGHANI = Some("AFN"), ["AF" "AFN"], [Name(1, words!("afghanis")), Before(LargeOnly, words!("Afs"))];
    KYAT = Some("MMK"), ["MM" "MMK"], [Name(1, words!("kyat|kyats"))];
    KIP = Some("LAK"), ["LA" "LAK"], [Name(1, words!("kip")), Sign(1, "₭")];
    RIEL = Some("KHR"), ["KH" "KHR"], [Name(1, words!("riel|riels")), Sign(1, "៛")];
    RUFIYAA = Some("MVR"), ["MV" "MVR"], [Name(1, words!("rufiyaa"))];
    NGULTRUM = Some("BTN"), ["BT" "BTN"], [Name(1, words!("ngultrum|ngultrums")), Before(LargeOnly, words!("Nu"))];
    PATACA = Some("MOP"), ["MO" "MOP"], [Name(1, words!("pataca|patacas"))];
    KINA = Some("PGK"), ["PG" "PGK"], [Name(1, words!("kina"))];
    BITCOIN = Some("XBT"), [], [Name(1, words!("bitcoin|bitcoins")), Name(100_000_000, words!("satoshi|satoshis")), Sign(1, "₿")];
    // Minor units with a major of their own.
    CENT = Some("USD"), ["US" "USD", "CA" "CAD", "AU" "AUD", "NZ" "NZD", "SG" "SGD", "HK" "HKD", "ZA" "ZAR", "EU" "EUR", "IE" "EUR",
        "DE" "EUR", "FR" "EUR", "JM" "JMD", "TT" "TTD", "FJ" "FJD"], [Name(100, words!("cent|cents|cts|c")), Sign(100, "¢")];
    PENNY = Some("GBP"), ["GB" "GBP", "IE" "IEP"], [Name(100, words!("penny|pence|p"))];
    SEN = Some("MYR"), ["MY" "MYR", "JP" "JPY", "ID" "IDR"], [Name(100, words!("sen"))];
    ORE = None, ["SE" "SEK", "NO" "NOK", "DK" "DKK"], [Name(100, words!("öre|øre|ore"))];
    CENTAVO = Some("MXN"), ["MX" "MXN", "PH" "PHP", "BR" "BRL", "AR" "ARS", "CO" "COP"], [Name(100, words!("centavo|centavos"))];
    PIASTRE = Some("EGP"), ["EG" "EGP", "LB" "LBP"], [Name(100, words!("piastres"))];
    FILS = Some("AED"), ["AE" "AED", "KW" "KWD", "BH" "BHD", "JO" "JOD", "IQ" "IQD"], [Name(100, words!("fils"))];
    PHILIPPINE_PESO = Some("PHP"), ["PH" "PHP"], [Sign(1, "₱"), Before(Always, words!("Php|PhP")), Before(Letter, words!("P"))];
    DANISH_KRONE = Some("DKK"), ["DK" "DKK"], [Before(Always, words!("DKr|DKK"))];
    FRENCH_FRANC = Some("FRF"), ["FR" "FRF"], [Before(Always, words!("FFr")), Before(LargeOnly, words!("FF"))];
    BELGIAN_FRANC = Some("BEF"), ["BE" "BEF"], [Before(Always, words!("BFr"))];
    ICELANDIC_KRONA = Some("ISK"), ["IS" "ISK"], [Name(1, words!("kronur"))];
    EGYPTIAN_POUND = Some("EGP"), ["EG" "EGP"], [Before(LargeOnly, words!("LE"))];
    OMANI_RIAL = Some("OMR"), ["OM" "OMR"], [Before(LargeOnly, words!("RO"))];
    MALAWIAN_KWACHA = Some("MWK"), ["MW" "MWK"], [Before(LargeOnly, words!("MK"))];
    LEONE = Some("SLE"), ["SL" "SLE"], [Name(1, words!("leone|leones")), Before(LargeOnly, words!("Le"))];
    MALTESE_LIRA = Some("MTL"), ["MT" "MTL"], [Name(1, words!("liri")), Before(LargeOnly, words!("Lm"))];
    LEK = Some("ALL"), ["AL" "ALL"], [Name(1, words!("lek|leks"))];
    DALASI = Some("GMD"), ["GM" "GMD"], [Name(1, words!("dalasi|dalasis"))];
    SOMONI = Some("TJS"), ["TJ" "TJS"], [Name(1, words!("somoni|somonis"))];
    ARIARY = Some("MGA"), ["MG" "MGA"], [Name(1, words!("ariary"))];
    OUGUIYA = Some("MRU"), ["MR" "MRU"], [Name(1, words!("ouguiya|ouguiyas"))];
    TOLAR = Some("SIT"), ["SI" "SIT"], [Name(1, words!("tolar|tolars"))];
    KROON = Some("EEK"), ["EE" "EEK"], [Name(1, words!("kroon|kroons|krooni"))];
    LITAS = Some("LTL"), ["LT" "LTL"], [Name(1, words!("litas"))];
    LATS = Some("LVL"), ["LV" "LVL"], [Name(1, words!("lats"))];
    VATU = Some("VUV"), ["VU" "VUV"], [Name(1, words!("vatu"))];
    TALA = Some("WST"), ["WS" "WST"], [Name(1, words!("tala"))];
    LOTI = Some("LSL"), ["LS" "LSL"], [Name(1, words!("maloti"))];
    LILANGENI = Some("SZL"), ["SZ" "SZL"], [Name(1, words!("emalangeni"))];
    NAKFA = Some("ERN"), ["ER" "ERN"], [Name(1, words!("nakfa"))];
    FLORIN = None, ["AW" "AWG", "HU" "HUF"], [Name(1, words!("florins"))];
}
