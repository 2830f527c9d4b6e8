//! What a row's label says: the measure, and the unit of its figures where that is not the table's.

use super::head;
use crate::words::WordList;

/// The unit of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowUnit {
    /// As the table says: money where it names a currency.
    OfTable,
    /// Money for each of something, printed in full.
    Per(String),
    /// Counts of shares or units.
    Shares(&'static str),
    /// Counts of something else, printed in full.
    Count(String),
    /// Percents.
    Percent,
    /// Numbers without a unit: rates of exchange.
    Plain,
}

/// Things that amounts are stated for.
static PER: WordList = WordList::new(picked!(
    priced,
    ROW,
    "shares|units|ads|adss|adr|boe|bbl|oz|lb|mcf|mmbtu|square|subscriber|stock|rsu|psu|option|warrant|award"
));

/// Things that are counted, by the last words of a label or in brackets.
static COUNTED: WordList = WordList::new(picked!(
    counted,
    ROW,
    "headcount|properties|subscribers|restaurants|locations|vessels|visitors|passengers|square feet|sq ft|sq. ft.|sq. feet|square metres|\
    square meters|metric tons|kt|boe/d|bbl/d|bbls|number|#|in number"
));

/// What the label, with the heading above it, says of the unit.
pub(super) fn unit(section: &str, label: &str) -> RowUnit {
    let (label, section) = (label.to_lowercase(), section.to_lowercase());
    // "Results (in thousands, except per share amounts)" is no heading of amounts per share.
    let section = section.split(", except").next().unwrap_or_default();
    if is_rate_of_exchange(&label) || is_ratio(&label) {
        return RowUnit::Plain;
    }
    let of_stock = label.contains("par value") || section.contains("par value");
    // "Number of shares used in computing earnings: … per share"
    if let Some(noun) = is_of_shares(section).filter(|_| section.contains("used in") && !of_stock) {
        return RowUnit::Shares(noun);
    }
    for text in [label.as_str(), section] {
        let shares = is_of_shares(text).filter(|_| !of_stock);
        if let Some(noun) = shares {
            return RowUnit::Shares(noun);
        }
        if let Some(per) = per(text) {
            return RowUnit::Per(per);
        }
        if let Some(noun) = counted(text) {
            return RowUnit::Count(noun);
        }
        if is_percent(text) {
            return RowUnit::Percent;
        }
    }
    RowUnit::OfTable
}

/// "Net debt to EBITDA ratio", but not what is printed in percent: "loss ratio".
fn is_ratio(label: &str) -> bool {
    label.trim_end_matches(|sign: char| !sign.is_alphabetic() || sign == 'x').ends_with(" ratio")
        && [" to ", "/"].iter().any(|of| label.contains(of))
}

/// "EUR/USD exchange rate", but not what such rates do: "effect of exchange rates".
fn is_rate_of_exchange(label: &str) -> bool {
    let told = label.contains("exchange rate") && !label.contains("exchange rates");
    told && !["effect", "impact", "change", "gain", "loss", "difference", "adjust", "constant", "fluct"]
        .iter()
        .any(|word| label.replace("exchange", "").contains(word))
}

fn is_of_shares(text: &str) -> Option<&'static str> {
    const OF_SHARES: &[&str] = words!(
        "weighted average|weighted-average|shares outstanding|units outstanding|number of shares|number of units|shares used|average shares|average common shares|outstanding shares|shares issued|diluted shares|basic shares|number of ordinary shares|average number of"
    );
    let (mut of_shares, mut of_units) = (false, false);
    if ["share", "stock", "unit"].iter().any(|noun| text.contains(noun)) {
        for word in text.split(|sign: char| !sign.is_alphanumeric()) {
            of_shares |= matches!(word, "shares" | "share" | "stock");
            of_units |= matches!(word, "units" | "unit");
        }
    }
    if !of_shares && !of_units {
        return None;
    }
    if text.contains("par value")
        || text.contains("authorized")
        || text.contains("price")
        || text.contains("rate")
        || text.contains("fair value")
        || text.contains("cost")
    {
        return None;
    }
    let named = OF_SHARES.iter().any(|words| text.contains(words));
    named.then_some(if of_shares { "shares" } else { "units" })
}

/// What stands after "per", in the next words.
fn per(text: &str) -> Option<String> {
    if !["per", "eps", "dps"].iter().any(|word| text.contains(word)) {
        return None;
    }
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // "net income for diluted earnings per share calculation"
    if words.iter().any(|word| matches!(*word, "calculation" | "calculations" | "computation" | "computing" | "purposes")) {
        return None;
    }
    for at in (0..words.len()).filter(|&at| words[at] == "per" && !is_rate(&words, at)) {
        if let Some(noun) = words[at + 1..].iter().take(6).find(|word| PER.has(word)) {
            return Some(match *noun {
                "shares" | "stock" => "share".into(),
                "units" => "unit".into(),
                "square" => "square foot".into(),
                "adss" => "ads".into(),
                noun => noun.into(),
            });
        }
    }
    words.iter().any(|word| matches!(*word, "eps" | "dps")).then(|| "share".into())
}

/// Things that are produced, sold or carried: so many of them "per day" is no price.
static PRODUCED: WordList = WordList::new(words!(
    "boe|mboe|boepd|bbl|bbls|barrels|mcf|mmcf|mcfe|mmcfe|bcf|tonnes|tons|ounces|gallons|litres|liters|vehicles|passengers|customers|visitors|\
    orders|rooms|hours|users|calls|wells|kwh|mwh|gwh"
));

/// Whether "per" stands between what is counted and a time: "Oil production (barrels per day)".
fn is_rate(words: &[&str], per: usize) -> bool {
    let time = words.get(per + 1).is_some_and(|next| matches!(*next, "day" | "hour" | "week" | "month" | "year" | "annum"));
    time && per.checked_sub(1).is_some_and(|before| PRODUCED.has(words[before]))
}

/// What is counted by time: "boe per day".
fn rate(text: &str) -> Option<String> {
    if !text.contains(" per ") {
        return None;
    }
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let at = (0..words.len()).find(|&at| words[at] == "per" && is_rate(&words, at))?;
    Some(format!("{} per {}", words[at - 1], words[at + 1]))
}

/// Floor space in a longer label: "Total square feet leased", but not "Rent per square foot" or a price.
fn area(text: &str) -> Option<String> {
    let noun = ["square feet", "square metres", "square meters"].into_iter().find(|noun| text.contains(noun))?;
    let priced =
        text.contains("per ") || text.contains(['$', '€', '£', '/']) || ["rent", "price", "cost"].iter().any(|word| text.contains(word));
    (!priced && text.split_whitespace().count() <= 8).then(|| noun.to_string())
}

fn counted(text: &str) -> Option<String> {
    if let Some(counted) = rate(text).or_else(|| flown(text).map(String::from)) {
        return Some(counted);
    }
    const NUMBERS: [&str; 6] = ["number of ", "average number of ", "total number of ", "# of ", "no. of ", "nos. of "];
    if let Some(rest) = NUMBERS.iter().find_map(|start| text.strip_prefix(start)) {
        let noun = rest.split([',', '(', ':']).next().unwrap_or_default();
        let noun = [" at ", " as ", " in ", " on ", " during "].iter().fold(noun, |noun, word| noun.split(word).next().unwrap_or(noun));
        let noun = noun.split(" pursuant ").next().unwrap_or(noun);
        return Some(noun.trim_end_matches(|sign: char| !sign.is_alphabetic()).trim().to_string());
    }
    let in_brackets = text.rsplit_once('(').map(|(_, rest)| rest.split([')', ',']).next().unwrap_or_default().trim());
    // "Copper (million lbs)"
    let unscaled = |inner: &'_ str| -> Option<usize> {
        let (first, rest) = inner.split_once(' ')?;
        let scale = matches!(first, "000" | "'000" | "’000" | "000s") || crate::words::number::magnitude(first).is_some();
        scale.then_some(inner.len() - rest.len())
    };
    let in_brackets = in_brackets.map(|inner| inner.trim_start_matches("in ")).map(|inner| &inner[unscaled(inner).unwrap_or(0)..]);
    let bracketed = in_brackets.filter(|inner| COUNTED.has(inner));
    let short = text.split_whitespace().count() <= 4
        && !text.split_whitespace().any(|word| matches!(word, "from" | "to" | "of" | "by" | "with" | "in" | "for" | "due"));
    let last = || {
        let text = Some(text.trim_end_matches([')', ':', ' '])).filter(|_| short)?;
        COUNTED.words().filter(|noun| noun.len() > 4).find(|noun| text.ends_with(noun))
    };
    let noun = bracketed.map(str::to_string).or_else(|| last().map(String::from)).or_else(|| area(text))?;
    Some(if matches!(noun.as_str(), "number" | "#") { String::new() } else { noun })
}

/// Whether a label says that its figures are part of those above: "of which exports", "thereof current".
pub(super) fn is_part(label: &str) -> bool {
    let label = label.trim_start_matches(|sign: char| !sign.is_alphabetic());
    ["of which", "thereof", "of this", "of these"].iter().any(|words| head::starts_with_word(label, words))
}

/// Whether a label says only which kind of share its figures are for: "1. Basic", "Diluted".
pub(super) fn is_of_share(label: &str) -> bool {
    let lower = label.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 2);
    let mut any = false;
    words.into_iter().all(|word| {
        any |= matches!(word, "basic" | "diluted");
        matches!(word, "basic" | "diluted" | "and")
    }) && any
}

fn is_percent(text: &str) -> bool {
    let words = |word: &str| text.contains(word) && text.split(|sign: char| !sign.is_alphanumeric()).any(|own| own == word);
    let numbered = |at: usize| text[..at].trim_end().ends_with(|before: char| before.is_ascii_digit());
    let counts = ["n (%)", "no. (%)", "(n, %)", "n, %"].iter().any(|form| text.contains(form));
    // "Property A (45.1% interest)" has no percents.
    text.match_indices('%').any(|(at, _)| !numbered(at)) && !counts
        || words("percent")
        || words("percentage")
        || words("margin") && !words("contribution") && !words("gross")
        || text.contains("tax rate")
}

/// A label without marks of footnotes and emphasis: "NOI 1 2", "Adjusted EBITDA(1)", "Total (a)".
pub(super) fn clean(label: &str) -> String {
    let mut text: String = label
        .chars()
        .map(|sign| if sign.is_whitespace() || sign == '|' { ' ' } else { sign })
        .filter(|sign| !matches!(sign, '*' | '\\' | '†' | '‡' | '¹' | '²' | '³' | '⁴' | '⁵'))
        .collect();
    loop {
        let before = text.len();
        text.truncate(text.trim_end_matches([' ', ':', ',', ';', '.', '-', '–', '—']).len());
        if let Some((rest, last)) = text.rsplit_once(' ')
            && last.len() == 1
            && last.bytes().all(|byte| byte.is_ascii_digit())
            && !is_numbered(rest)
            && rest.ends_with(|end: char| end.is_alphabetic() || matches!(end, ')' | '"' | '”') || end.is_ascii_digit() && rest.len() > 2)
        {
            let length = rest.len();
            text.truncate(length);
        }
        if let Some((rest, last)) = text.rsplit_once(['(', '['])
            && matches!(last.len(), 2 | 3)
            && last.ends_with([')', ']'])
            && last[..last.len() - 1].bytes().all(|byte| byte.is_ascii_digit() || last.len() == 2 && byte.is_ascii_lowercase())
        {
            let length = rest.len();
            text.truncate(length);
        }
        if text.len() == before {
            break;
        }
    }
    // "(*)"
    let text = text.replace("()", " ");
    let bare = text.trim_start_matches([' ', '-', '–', '—', '•', '·']);
    let doubled = bare.contains("  ");
    if doubled { bare.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ") } else { bare.to_string() }
}

/// Whether what the text ends in has numbers: "Level 1".
fn is_numbered(text: &str) -> bool {
    static NUMBERED: WordList = WordList::new(words!(
        "level|tier|scope|phase|type|stage|class|series|group|zone|category|block|part|train|segment|grade|line|plant|unit|quarter|year|week|day|month|no|step|goal|target|indicator|objective"
    ));
    text.rsplit(' ').next().is_some_and(|last| NUMBERED.has(last))
}

/// The measure of a row: its section and its label. A label of a period or of nothing leaves the section.
pub(super) fn measure(section: &str, label: &str) -> Option<String> {
    let (section, label) = (clean(section), clean(label));
    let section = if head::is_period(&section) || head::says_nothing_else(&section) { String::new() } else { section };
    let has_letters = |text: &str| text.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
    match (has_letters(&section), has_letters(&label)) {
        (false, true) => Some(label),
        (true, false) => Some(section),
        (true, true) if label.to_lowercase().contains(&section.to_lowercase()) => Some(label),
        (true, true) => Some(format!("{section}: {label}")),
        (false, false) => None,
    }
}

/// What is flown, and what could be.
static FLOWN: WordList = WordList::new(words!("rpm|rpk|rtk"));
static OFFERED: WordList = WordList::new(words!("asm|ask|atk"));
static DISTANCES: WordList = WordList::new(words!("mile|kilometer|kilometre|km"));

/// Whether a label is of seats that were flown full: "Revenue passenger miles".
pub(super) fn is_flown(words: &[String]) -> bool {
    words.iter().any(|word| FLOWN.has(word)) || words.iter().any(|word| word == "passenger") && words.iter().any(|word| DISTANCES.has(word))
}

/// Whether a label is of seats that were flown: "ASMs (millions)".
pub(super) fn is_offered(words: &[String]) -> bool {
    words.iter().any(|word| OFFERED.has(word)) || words.iter().any(|word| word == "seat") && words.iter().any(|word| DISTANCES.has(word))
}

/// What an airline carries, in a label that is no price, cost or yield of it.
fn flown(text: &str) -> Option<&'static str> {
    let words = words(text);
    let priced = text.contains("per ") || words.iter().any(|word| matches!(word.as_str(), "cost" | "yield" | "cent" | "unit" | "expense"));
    let noun = if is_flown(&words) { "passenger" } else { "seat" };
    let kilometres = words.iter().any(|word| matches!(word.as_str(), "kilometre" | "kilometer" | "km" | "rpk" | "ask"));
    let miles = words.iter().any(|word| matches!(word.as_str(), "mile" | "rpm" | "asm"));
    let noun = match (noun, kilometres, miles) {
        ("passenger", true, false) => "passenger kilometres",
        ("passenger", false, true) => "passenger miles",
        (_, true, false) => "seat kilometres",
        (_, false, true) => "seat miles",
        _ => return None,
    };
    (!priced && (is_flown(&words) || is_offered(&words))).then_some(noun)
}

/// The day of a period on which a balance is struck.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BalanceDay {
    /// The day before it.
    Before,
    /// Its last day.
    Last,
}

/// On which day the balance of a label is struck: "Cash at beginning of period", "Ending balance".
pub(super) fn balance_day(words: &[&str]) -> Option<BalanceDay> {
    const SPANS: [&str; 6] = ["period", "year", "quarter", "month", "half", "week"];
    if words.iter().any(|word| matches!(*word, "since" | "from" | "change" | "changes" | "increase" | "decrease" | "growth")) {
        return None;
    }
    let struck = |word: &str| match word {
        "beginning" | "opening" | "start" => Some(BalanceDay::Before),
        "ending" | "closing" | "end" => Some(BalanceDay::Last),
        _ => None,
    };
    // "end of the year", "Ending balance", "Balances, beginning"
    let of_span = |at: usize| {
        let noun = at + 2 + usize::from(words.get(at + 2) == Some(&"the"));
        words.get(at + 1) == Some(&"of") && words.get(noun).is_some_and(|noun| SPANS.contains(noun))
    };
    let of_balance = |at: usize| {
        let is_balance = |word: Option<&&str>| word.is_some_and(|word| matches!(*word, "balance" | "balances"));
        is_balance(words.get(at + 1)) || at + 1 == words.len() && at > 0 && is_balance(words.get(at - 1))
    };
    (0..words.len()).find_map(|at| struck(words[at]).filter(|_| of_span(at) || of_balance(at)))
}

/// Words of labels that say nothing.
static SMALL: WordList = WordList::new(words!("a|an|the|of|in|on|for|to|by|at|from|and|or|per|total|less|plus|other"));

/// The words that tell a label from others, in singular.
pub(super) fn words(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| word.len() > 1).map(singular);
    words.filter(|word| !SMALL.has(word)).collect()
}

/// A word in small letters, without the sign of the plural.
pub(super) fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    match lower.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.into(),
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balances_are_struck_on_a_day() {
        let day = |label: &str| balance_day(&label.split(' ').collect::<Vec<_>>());
        for label in
            ["cash and cash equivalents beginning of period", "beginning balances", "balance at beginning of the year", "balance opening"]
        {
            assert_eq!(day(label), Some(BalanceDay::Before), "{label}");
        }
        for label in ["ending balance", "cash end of year", "number of stores at end of period", "balances ending"] {
            assert_eq!(day(label), Some(BalanceDay::Last), "{label}");
        }
        for label in
            ["closing price", "increase in cash to end of period", "beginning inventory costs", "year end bonus", "opening of stores"]
        {
            assert_eq!(day(label), None, "{label}");
        }
    }

    #[test]
    fn units_of_rows() {
        for (section, label, expected) in [
            ("", "Revenue", RowUnit::OfTable),
            ("Net income per share:", "Basic", RowUnit::Per("share".into())),
            ("Weighted average shares for earnings per share:", "Basic", RowUnit::Shares("shares")),
            ("", "FFO per WA units 1 2", RowUnit::Per("unit".into())),
            ("", "Weighted average number of units outstanding", RowUnit::Shares("units")),
            ("", "Diluted EPS", RowUnit::Per("share".into())),
            ("", "New leasing (square feet) 2", RowUnit::Count("square feet".into())),
            ("", "Number of properties 2", RowUnit::Count("properties".into())),
            ("", "No. of Mail Carriers", RowUnit::Count("mail carriers".into())),
            ("", "Visits (number)", RowUnit::Count(String::new())),
            ("", "Zinc (million lbs)", RowUnit::Count("lbs".into())),
            ("Results (in thousands, except per share amounts)", "Mining costs", RowUnit::OfTable),
            ("", "Operating margin", RowUnit::Percent),
            ("Number of shares used in computing:", "-basic earnings per share", RowUnit::Shares("shares")),
            ("", "EUR/USD exchange rate", RowUnit::Plain),
            ("", "Net debt to EBITDA ratio", RowUnit::Plain),
            ("", "Average number of employees (FTE)", RowUnit::Count("employees".into())),
            ("", "Combined ratio", RowUnit::OfTable),
            ("", "Effect of exchange rate changes on cash", RowUnit::OfTable),
            ("", "As % of sales", RowUnit::Percent),
            ("", "Hotel at the lake (45.1% interest)", RowUnit::OfTable),
            ("", "Number of employees at end of period", RowUnit::Count("employees".into())),
            ("", "Complete response, n (%)", RowUnit::OfTable),
            ("", "Oil production (barrels per day)", RowUnit::Count("barrels per day".into())),
            ("", "Fair value per RSU", RowUnit::Per("rsu".into())),
            ("", "Total square feet let", RowUnit::Count("square feet".into())),
            ("", "Rent per square foot", RowUnit::Per("square foot".into())),
        ] {
            assert_eq!(unit(section, label), expected, "{label}");
        }
    }

    #[test]
    fn measures_without_marks() {
        assert_eq!(measure("", "NOI 1 2").as_deref(), Some("NOI"));
        assert_eq!(measure("Revenue:", "").as_deref(), Some("Revenue"));
        assert_eq!(measure("Operating expenses:", "Adjusted costs(1)").as_deref(), Some("Operating expenses: Adjusted costs"));
        assert_eq!(measure("Assets", "Total assets").as_deref(), Some("Total assets"));
        assert_eq!(measure("(unaudited)", "Cash").as_deref(), Some("Cash"));
        assert_eq!(clean("Personal Care (2)"), "Personal Care");
        assert_eq!(clean("Level 1:"), "Level 1");
        assert!(is_of_share("1. Basic") && is_of_share("Basic and diluted") && !is_of_share("Basic materials") && !is_of_share("1."));
    }
}
