//! Words that stand before "$", "£" or "¥": "US$5", "E£5", "CN¥5".

/// Words before "$" that name the dollar or peso, in upper case.
pub(super) const DOLLAR_PREFIXES: &[(&str, &str)] = &[
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

/// Words before "¥" that tell yen from yuan.
pub(super) const YEN_PREFIXES: &[(&str, &str)] = &[("JP", "JPY"), ("JPY", "JPY"), ("CN", "CNY"), ("CNY", "CNY"), ("RMB", "CNY")];

/// Words before "£" that name the pound.
pub(super) const POUND_PREFIXES: &[(&str, &str)] =
    &[("E", "EGP"), ("IR", "IEP"), ("I", "IEP"), ("C", "CYP"), ("LE", "EGP"), ("L", "LBP"), ("S", "SYP"), ("UK", "GBP")];
