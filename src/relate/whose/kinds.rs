//! What kinds of figures countries, firms and central banks have.

use crate::mention::FigureKind;
use crate::relate::fact::FigureFact;
use crate::words::WordList;
use crate::words::relating::AGENTS;

/// Whether a word of the figure's measure is in the list.
pub(super) fn has_word(fact: &FigureFact, list: &WordList) -> bool {
    fact.measure.as_deref().is_some_and(|measure| measure.split([' ', '-']).any(|word| list.has(word)))
}

/// Whether the figure is one of a country's economy.
pub(super) fn is_statistic(fact: &FigureFact) -> bool {
    static STATISTICS: WordList = WordList::new(words!(
        "gdp|inflation|unemployment|cpi|ppi|economy|payrolls|jobless|joblessness|population|consumer price|consumer prices|producer price|\
        producer prices|wholesale price|wholesale prices|retail sales|industrial production|industrial output|factory output|money supply|\
        trade deficit|trade surplus|trade balance|current account|foreign exchange|foreign debt|budget deficit|housing starts|\
        gross domestic|gross national|national product|national debt|public debt|household spending|labour force|labor force|\
        interest rates|policy rate|hourly earnings|average hourly|wage inflation|wage growth|job growth|jobless claims|initial claims"
    ));
    let Some(measure) = fact.measure.as_deref() else { return false };
    let mut before = None;
    let mut start = 0;
    measure.split([' ', '-']).any(|word| {
        let end = start + word.len();
        let found = STATISTICS.has(word) || before.is_some_and(|before| STATISTICS.has(&measure[before..end]));
        before = Some(start);
        start = end + 1;
        found
    })
}

/// Whether the figure is a rate that a central bank sets.
pub(super) fn is_policy_rate(fact: &FigureFact) -> bool {
    static SET: WordList = WordList::new(words!(
        "policy|base|key|discount|overnight|repo|cash|benchmark|reference|official|interest|lombard|rediscount|funds"
    ));
    static MARKETS: WordList = WordList::new(words!("interbank|mortgage|corporate|loan|bond|market|money"));
    let Some((kind, last)) = fact.measure.as_deref().and_then(|measure| measure.rsplit_once(' ')) else { return false };
    ["rate", "rates"].iter().any(|rate| last.eq_ignore_ascii_case(rate))
        && (kind.split(' ').any(|word| SET.has(word)) && !kind.split(' ').any(|word| MARKETS.has(word)))
}

/// Whether it counts parts of the text, or those named before: "six sections", "the two companies".
pub(super) fn is_of_text(fact: &FigureFact) -> bool {
    static PARTS: WordList = WordList::new(words!(
        "sections|chapters|pages|paragraphs|categories|parties|sides|lists|questions|topics|companies|firms|groups|countries|leaders|brands|\
        organizations|organisations|members|examples|reasons|steps|stars"
    ));
    let last = fact.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
    fact.figure.kind == FigureKind::Quantity && last.is_some_and(|last| PARTS.has(last))
}

/// Whether it is a side of a rate at which an article converts: "($1 = 5.81 reais)".
pub(super) fn is_of_rate(text: &str, fact: &FigureFact) -> bool {
    let span = fact.figure.span;
    let before = text[..span.start].trim_end_matches(' ').ends_with('=');
    let behind = text[span.end..].trim_start_matches(' ').starts_with('=');
    fact.figure.kind == FigureKind::Amount && (before || behind)
}

/// Whether it tells how many of some people or firms at large something holds for: "62% of businesses".
pub(super) fn is_of_many(fact: &FigureFact) -> bool {
    let last = fact.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
    fact.figure.kind == FigureKind::Percent && last.is_some_and(|last| AGENTS.has(last) && !FIRM_MEASURES.has(last))
}

/// Words of what companies have.
pub(super) static FIRM_MEASURES: WordList = WordList::new(picked!(
    account,
    FIRM,
    "result|shr|revs|dividends|distribution|share|deposits|loans|equity|capital|cost|expense|backlog|order|customers|subscribers|users|\
    stores|round|funding|valuation|capitalization|capitalisation|cap|guidance|charges|provision|provisions|target|upside|downside|stake|\
    impairment|tranche|coupon|issue|offering|placement|write-down|writedown|buyback|proceeds|payout|liabilities|liquidity|buyout|\
    headcount|employees|workforce|gain|gains|yield"
));

/// Words of what countries have that firms may have too.
pub(super) static COUNTRY_HAS: WordList = WordList::new(words!(
    "exports|imports|output|production|reserves|debt|deficit|surplus|budget|spending|growth|economy|gdp|gnp|inflation|unemployment|wages|\
    prices|price|rate|rates|trade|balance|consumption|harvest|crop|tourism|investment|orders|borrowing|deficits|expenditure|tariff|tariffs|\
    duties|duty|tax|vat|cpi|ppi|sales|account|payments|inflows|outflows|remittances|credit|supply|lending|confidence|index|pmi|demand|\
    income|aid|employment|participation|productivity|holdings|assets|hours|activity|stocks|capacity"
));

/// Words of what countries have, and markets at large.
pub(super) static COUNTRY_MEASURES: WordList =
    WordList::new(words!("gdp|inflation|unemployment|population|cpi|ppi|tariff|tariffs|economy|wages|births|deaths"));

/// Words of what is of no country.
pub(super) static WORLD: WordList = WordList::new(words!("global|world|worldwide|partners"));
/// Words of what an authority tells about its country.
pub(super) static FORECAST_OF_ALL: WordList = WordList::new(words!("gdp|inflation|unemployment|cpi|growth"));
