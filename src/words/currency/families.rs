//! The currencies by name, and the countries that tell the many of one name apart.

use super::kind::Family;

macro_rules! families {
    ($($name:ident = $default:expr, [$($country:literal $code:literal),* $(,)?];)*) => {
        $(pub static $name: Family = Family { default: $default, homes: &[$(($country, $code)),*] };)*
    };
}

families! {
    DOLLAR = Some("USD"), ["US" "USD", "CA" "CAD", "AU" "AUD", "NZ" "NZD", "SG" "SGD", "HK" "HKD", "TW" "TWD", "JM" "JMD", "TT" "TTD",
        "BB" "BBD", "BS" "BSD", "BZ" "BZD", "GY" "GYD", "NA" "NAD", "FJ" "FJD", "LR" "LRD", "ZW" "ZWL", "BN" "BND", "BM" "BMD",
        "KY" "KYD", "SR" "SRD", "SB" "SBD", "AG" "XCD", "GD" "XCD", "LC" "XCD", "VC" "XCD", "KN" "XCD", "DM" "XCD"];
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
        "SN" "XOF", "CI" "XOF", "ML" "XOF", "BF" "XOF", "BJ" "XOF", "TG" "XOF", "NE" "XOF", "CM" "XAF", "GA" "XAF", "TD" "XAF", "CG" "XAF", "CF" "XAF", "GQ" "XAF", "GW" "XOF"];
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
    PHILIPPINE_PESO = Some("PHP"), ["PH" "PHP"];
    DANISH_KRONE = Some("DKK"), ["DK" "DKK"];
    FRENCH_FRANC = Some("FRF"), ["FR" "FRF"];
    BELGIAN_FRANC = Some("BEF"), ["BE" "BEF"];
    ICELANDIC_KRONA = Some("ISK"), ["IS" "ISK"];
    EGYPTIAN_POUND = Some("EGP"), ["EG" "EGP"];
    OMANI_RIAL = Some("OMR"), ["OM" "OMR"];
    MALAWIAN_KWACHA = Some("MWK"), ["MW" "MWK"];
    LEONE = Some("SLE"), ["SL" "SLE"];
    MALTESE_LIRA = Some("MTL"), ["MT" "MTL"];
    LEK = Some("ALL"), ["AL" "ALL"];
    DALASI = Some("GMD"), ["GM" "GMD"];
    SOMONI = Some("TJS"), ["TJ" "TJS"];
    ARIARY = Some("MGA"), ["MG" "MGA"];
    OUGUIYA = Some("MRU"), ["MR" "MRU"];
    TOLAR = Some("SIT"), ["SI" "SIT"];
    KROON = Some("EEK"), ["EE" "EEK"];
    LITAS = Some("LTL"), ["LT" "LTL"];
    LATS = Some("LVL"), ["LV" "LVL"];
    VATU = Some("VUV"), ["VU" "VUV"];
    TALA = Some("WST"), ["WS" "WST"];
    LOTI = Some("LSL"), ["LS" "LSL"];
    LILANGENI = Some("SZL"), ["SZ" "SZL"];
    NAKFA = Some("ERN"), ["ER" "ERN"];
    FLORIN = None, ["AW" "AWG", "HU" "HUF"];
}
