//! Codes of currencies: ISO 4217, with the historic ones that news archives hold (mark, franc, lira); XBT stands for bitcoin.

/// ISO 4217 codes and historic ones.
pub(super) const CODES: &str = "AED|AFN|AMD|ANG|AOA|ARS|ATS|AUD|AWG|AZN|BBD|BDT|BEF|BGN|BHD|BIF|BMD|BND|BRL|BSD|BTN|BWP|BYN|BYR|BZD|CAD|CDF|CHF|CLF|CLP|CNH|CNY|COP|CRC|\
CYP|CZK|DEM|DJF|DKK|DZD|EEK|EGP|ESP|ETB|EUR|FIM|FJD|FKP|FRF|GBP|GHS|GIP|GMD|GNF|GRD|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|IEP|ILS|INR|IQD|IRR|\
ISK|ITL|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LBP|LKR|LRD|LSL|LTL|LUF|LVL|LYD|MDL|MGA|MKD|MMK|MNT|MRO|MRU|MTL|MUR|MVR|MWK|MXN|\
MYR|MZN|NGN|NIO|NLG|NOK|NPR|NZD|OMR|PAB|PGK|PHP|PKR|PLN|PTE|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SIT|SKK|SLE|SRD|SSP|SVC|SYP|\
SZL|THB|TJS|TMT|TND|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VED|VEF|VES|VND|VUV|WST|XAF|XCD|XDR|XOF|XPF|YER|ZAR|ZMK|ZMW|ZWL|XBT";

/// Codes that are also words, names or abbreviations.
pub(super) const DOUBTFUL_CODES: &str =
    "ALL|AMD|BAM|BOB|COP|CUC|CUP|CVE|DOP|ERN|GEL|IRR|KGS|LAK|MAD|MOP|NAD|PEN|SDG|SHP|SLL|SOS|STN|TOP|TRY";

/// Codes that are printed in lower case after a number as well.
pub(super) const LOWER_CASE_CODES: &str =
    "aud|cad|chf|cny|dkk|eur|gbp|hkd|idr|inr|jpy|krw|mxn|myr|nok|nzd|php|pkr|pln|rub|sek|sgd|thb|twd|usd|vnd|zar";

/// A code with a magnitude glued on, as accounts print it: "MEUR 12", "SEKm".
pub(super) const CODES_WITH_MAGNITUDE: &[&str] = words!("EUR|USD|GBP|CHF|SEK|NOK|DKK|AUD|CAD|PLN|CZK|JPY|INR|ZAR|NZD|SGD|HKD");
