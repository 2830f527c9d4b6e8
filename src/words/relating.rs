//! The words that tell what is measured, whose it is, who says so and whether it is expected.

use super::Classes;
use super::WordList;

/// Verbs that give their subject's word for what they govern, in lower case.
pub(crate) const SAYING: &[&str] = picked!(
    saying,
    SAYS,
    "explains|argues|warns|writes|forecasted|guided|guides|write|argue|warn|believes|believe|observed|remarked|emphasised|emphasized|\
    stressed|reckons|reckoned|cautioned|cautions|contends|contended|asserts|asserted|asserting|alleged|alleges|admitted|conceded|\
    emphasizes|emphasises|stresses|underscored|cited|cites|highlighted|highlights|outlined|reiterated|reaffirmed|detailed"
);
/// Verbs that report a fact of their subject's own unless "that" follows.
pub(crate) static REPORTING: WordList =
    WordList::new(picked!(saying, REPORTS, "cited|cites|highlighted|highlights|outlined|reiterated|reaffirmed|detailed"));
/// Verbs of expecting, of which a participle says who nobody is.
pub(crate) static EXPECTING: WordList = WordList::new(picked!(saying, EXPECTS));
/// Nouns of what is read: "data from Acme", "a survey by Acme".
pub(crate) static READINGS: WordList = WordList::new(picked!(
    saying,
    READING,
    "data|figures|report|statistics|study|research|numbers|census|analysis|index|tracker|filings|note"
));

/// What is done to a target or a rating.
pub(crate) static RATING_VERBS: WordList = WordList::new(words!(
    "raised|raises|lowered|lowers|cut|cuts|trimmed|trims|upgraded|upgrades|downgraded|downgrades|maintained|maintains|keeps|kept|reiterated|\
    reiterates|lifted|lifts|boosted|boosts|hiked|slashed|nudged|edged|bumped|reaffirmed|reaffirms|initiated|retained|retains|assigned|\
    assigns|increased|increases|decreased|decreases|dropped|adjusted|adjusts|upped|revised|rates"
));

/// Words that stand for the company spoken of.
pub(crate) const COMPANY: &[&str] = words!("company|firm|group|bank|we|our");
/// Verbs before a figure, in its clause, that say it is expected.
pub(crate) static EXPECTED: WordList = WordList::new(picked!(
    saying,
    EXPECTED,
    "expecting|forecasting|projecting|anticipate|forecasted|guides|guiding|guided|predicting|tipped|intends|intend|envisages|\
    foresees|budgets"
));
/// Nouns before a figure that say it is expected.
pub(crate) static EXPECTED_NOUNS: WordList = WordList::new(picked!(saying, EXPECTED_NOUN, "chances|odds"));
/// Words behind a figure that say it is expected, where they follow within a few words.
pub(crate) static EXPECTED_AFTER: WordList = WordList::new(picked!(saying, EXPECTED_AFTER));
/// Verbs before a figure, in its clause, that say it is aimed at.
pub(crate) static AIMED: WordList = WordList::new(words!(
    "targeting|targeted|aims|aim|aiming|aimed|hopes|hoped|hoping|seeks|seeking|sought|authorizes|authorises|authorizing|authorising|\
    authorization"
));
/// Nouns before a figure that say it is aimed at.
pub(crate) static AIMED_NOUNS: WordList = WordList::new(words!("target|targets|goal|goals|objective|objectives|ambition"));
/// Verbs that put what follows into the time to come.
pub(crate) static MODALS: WordList = WordList::new(words!("will|would|could|may|might|should|shall|'ll|’ll|won't|won’t|wouldn't|wouldn’t"));
/// Words that do so with "to" behind them.
pub(crate) static BEFORE_TO: WordList = WordList::new(words!(
    "plans|plan|planned|planning|agreed|agrees|agree|due|set|scheduled|poised|likely|unlikely|about|going|proposed|ready|committed|pledged|\
    promised|wants|want|slated|bound|prepared|threatens|threatened|threatening|threat|threats|track|intention|intent|pledge|pledges|promise|promises|\
    promising|vowed|vows|commits|undertakes"
));
/// Words before a figure that another one is compared with.
pub(crate) static COMPARED_WITH: WordList = WordList::new(words!("from|against|versus|vs|than|compared|following|after|since"));

/// Words that open another clause.
pub(crate) static OUTLOOK_CLAUSES: WordList = WordList::new(words!("while|but|whereas|which|who|where|when|because|although|though|if"));
/// Words that lead from a figure to another.
pub(crate) static OUTLOOK_LINKS: WordList =
    WordList::new(words!("and|from|to|compared|versus|vs|against|than|above|below|beating|exceeding|topping"));

/// Words that open a new clause.
pub(crate) static CLAUSES: WordList = WordList::new(words!("while|whereas|but|although|though"));

/// Words that open a comparison.
pub(crate) static COMPARISONS: WordList = WordList::new(words!("compared|compares|versus|vs|than|against|comparison"));

/// Words that open a comparison before some figures and periods, and the one that may close it.
pub(crate) const MAY_OPEN: &[&str] = words!("from|on|over|to|above|below|beating|exceeding|topping|following");

/// Words at which a noun phrase cannot go on: what stands before them is not part of the measure.
pub(crate) const BREAKS: &[&str] = picked!(
    saying,
    BREAK,
    "the|its|their|his|her|our|a|an|this|that|these|those|we|it|they|he|she|will|would|also|where|company|firm|group|there|what|how|who|\
    not|to|attributed|benefited|supported|resulted|strong|higher|lower|all-time|high|including|another|more"
);
/// Words that end a noun phrase without belonging to it.
pub(crate) const TAILS: &[&str] = words!(
    "would|will|should|could|during|under|over|also|have|has|had|alone|for|in|of|from|to|by|at|and|hit|even|is|was|far|exceed|exceeds|\
    exceeded|beat|beats|topped|missed|surpassed|crossed|met"
);

/// These words with their classes, for the lexicon.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    let of = |words: &'static [&str], class: Classes| words.iter().map(move |&word| (word, class));
    of(SAYING, Classes::SOURCE)
        .chain(of(&["according"], Classes::SOURCE))
        .chain(of(COMPANY, Classes::COMPANY))
        .chain(CLAUSES.words().chain(COMPARISONS.words()).chain(MAY_OPEN.iter().copied()).map(|word| (word, Classes::CLAUSE_BORDER)))
        .chain(of(BREAKS, Classes::PHRASE_BREAK))
        .chain(of(TAILS, Classes::PHRASE_TAIL))
}

/// Nouns of change: what changes is the measure.
pub(crate) static CHANGE_NOUNS: WordList = WordList::new(picked!(
    motion,
    NOUN,
    "growth|uptick|reduction|improvement|hike|expansion|contraction|change|upturn|downturn|spike|pullback|leap|swing|uplift|appreciation|\
    depreciation|slowdown|acceleration|move|boost|increment|retreat|reductions|changes|variation|fluctuation|recovery|upgrade|downgrade|\
    hikes|step-up|drawdown|revision|underperformance|outperformance|trend|trends|diminution|upsurge"
));
/// Verbs, and words like verbs, of change: their subject is the measure.
pub(crate) static CHANGE_VERBS: WordList = WordList::new(picked!(
    motion,
    VERB,
    "soar|slip|shrank|shrink|shrunk|shrinking|ease|doubled|double|doubling|tripled|triple|tripling|trebled|quadrupled|narrowed|narrow|\
    narrowing|widened|widen|widening|expanded|expand|expanding|contracted|contract|contracting|improved|improve|improves|improving|\
    recover|weakened|strengthened|appreciated|depreciated|swelled|cooled|accelerated|accelerate|slowed|slow|slowing|moderated|dwindled|\
    halved|leaped|leaping|dived|dove|collapsed|deteriorated|worsened|firmed|softened|lowered|multiplied|eroded|eroding|ballooned|crept|\
    creeping|nudged|plummet|decelerated|decelerating|retreating|recovering|rocketed|nosedived|swung|trended|heading|off|above|below|short|ahead|flat|unchanged|moderate|moderates|moderating|ascending|\
    soften|softens|decelerate|cool|cools|cooling|weaken|weakens|strengthen|strengthens|normalize|normalise"
));
/// Words of change after which a name in the subject stands for its price.
pub(crate) static MARKET_VERBS: WordList =
    WordList::new(picked!(motion, MARKET, "traded|trading|trades|closed|closing|opened|hovered|hovering|steadied"));
/// Verbs of a level: their subject is the measure.
pub(crate) static LEVEL_VERBS: WordList = WordList::new(picked!(
    standing, LEVEL;
    saying, LEVEL,
    "being|stand|stands|standing|reach|reaches|reaching|totals|total|totaling|totalling|amounted|amounts|amount|amounting|hits|hitting|\
    came|come|comes|coming|passed|passes|averaged|averages|average|averaging|surpassing|crossed|settle|settling|close|closing|hovered|hovers|remained|\
    remains|remain|remaining|ending|peaked|ranged|range|ranges|ranging|estimated|seen|expected|forecast|projected|pegged|set|fixed|\
    measured|measures|cost|costs|costing|worth|equalled|stayed|stays|stay|landed|land|stabilize|stabilise|stabilized|moved|move|put|\
    calculated|recorded|stipulated|capped|kept|went|goes|go|going|compares|compared|guided|targeted|budgeted|booked|assessed|\
    bring|brings|brought|got|yields|yielded|returned|printed|registered|logged|sits|sat|collected|return|quoting|quoted|revised|consists|consisted|counts|\
    carries|approached|approaches|approaching|nears|neared|nearing|running|yield"
));
/// Verbs whose subject is part of a whole.
pub(crate) static PART_VERBS: WordList = WordList::new(picked!(standing, PART, "form|forms|formed|forming|rose|fell"));
/// Verbs of having a share of something.
pub(crate) static OWN_VERBS: WordList = WordList::new(picked!(
    standing,
    OWNS,
    "own|owns|owned|owning|holds|holding|control|controls|controlled|controlling|purchases|has|have|had"
));
/// Nouns that only say how a figure is meant.
pub(crate) static CONTAINERS: WordList = WordList::new(words!(
    "total|totals|sum|record|records|level|levels|range|average|maximum|minimum|amount|amounts|figure|figures|excess|high|low|highs|lows|peak|pace|\
    majority|mean|median|equivalent|basis|rate|tune|value|estimate|consensus|addition|order|reading|mark|worth|additional|combined|top|area|\
    region|vicinity|number|numbers|estimates|share|proportion|percentage|base|target|limit|threshold|ceiling|rest|remainder|portion|bulk|\
    handful|couple|band"
));
/// Nouns of what is expected.
pub(crate) static EXPECTATIONS: WordList = WordList::new(picked!(saying, EXPECTATION, "view|guide"));
/// Nouns of those who have figures, and of times: none of them is a measure.
pub(crate) static NO_MEASURES: WordList = WordList::new(picked!(
    holder,
    NO_MEASURE,
    "companies|firms|lenders|authorities|we|president|chairman|minister|senator|chief|officer|executive|ceo|cfo|director|secretary|\
    governor|treasurer|man|woman|people|year|years|quarter|quarters|month|months|week|weeks|day|days|hour|hours|half|period|today|\
    yesterday|tomorrow|time|annum|decade|session|sessions|morning|afternoon|report|statement|data|release|announcement|percent|pct|\
    percentage|point|points|dollar|dollars|cents|cent|end|place|way|part|case|addition|comparison|contrast|term|terms|thing|things|lot|\
    line|country|state|nation|world|region|town|market|industry|sector|million|billion|trillion|mln|bln|crore|lakh|thousand|hundred|\
    hand|tonnes|tons|barrels|close|article|note|interview|cts|dlrs|dlr|bps|story|author|video|example|instance|regard|fact|reason|\
    reasons|question|spokespeople|teams|list|table|chart|figure|version|span|course|matter|space|wake|kind|sort|type|option|ability|premarket|intraday|direction|husband|wife|father|mother|brother|sister|boss|purpose|fortnight|pips|pip|bbl|bpd|amp|nbsp|refinitiv|ibes|factset|lseg|zacks|authorization|\
    relating|forecasting|revises"
));
/// Acronyms that name measures, not those who have them.
pub(crate) static MEASURE_ACRONYMS: WordList = WordList::new(picked!(
    account,
    ACRONYM,
    "nav|roic|pat|gst|vat|pmi|fdi|mpce|nev|nevs|npa|gnpa|nnpa|gsdp|casa|irr|tvl|fdv|msrp|hicp|pce|rd|sga|cet|tsr|roi|rote|rotce|npat|rwa|ltv|tpv|gtv|npl|npls|gwp|nta|ebitdar|ebitdax"
));
/// Adjectives that judge a figure instead of telling measures apart.
pub(crate) static JUDGING: WordList = WordList::new(picked!(
    hedge, JUDGING;
    saying, BASIS,
    "increased|decreased|record|strong|stronger|weak|weaker|modest|sharp|slight|huge|massive|impressive|staggering|whopping|mere|robust|\
    solid|further|additional|another|such|same|new|previous|prior|higher|lower|rising|falling|fresh|recent|current|currently|latest|\
    estimated|expected|significant|projected|small|smaller|large|larger|largest|big|bigger|biggest|major|approximate|similar|own|whole|\
    few|very|other|possible|potential|anticipated|planned|proposed|healthy|hefty|double-digit|single-digit|better|worse|good|\
    respective|corresponding|first-ever|steady|stable|sequential|year-on-year|earlier|initial|original|rapid|steep|substantial|\
    considerable|tremendous|remarkable|compared|full|actual|meanwhile|overall|comparable-quarter|so-called|even|cumulative|consistent|\
    continued|unchanged|flat|lowest|highest|best|worst|minimum|tasty|vast|certain|any|all|both|each|every|no|most|last|next|qtrly"
));
/// What an amount can be earned, lost or spent as, where the text has no noun for it.
pub(crate) static MADE_NOUNS: &[(&str, &str)] = &[
    ("earned", "earnings"),
    ("earn", "earnings"),
    ("earns", "earnings"),
    ("lost", "loss"),
    ("losing", "loss"),
    ("provided", "funding"),
    ("provide", "funding"),
    ("provides", "funding"),
    ("promised", "pledge"),
    ("lose", "loss"),
    ("saves", "savings"),
    ("save", "savings"),
    ("saved", "savings"),
    ("saving", "savings"),
    ("spends", "spending"),
    ("spend", "spending"),
    ("spent", "spending"),
    ("invested", "investment"),
    ("invest", "investment"),
    ("borrowed", "borrowing"),
    ("donated", "donation"),
    ("fined", "fine"),
    ("contributed", "contribution"),
    ("contribute", "contribution"),
    ("commit", "commitment"),
    ("committed", "commitment"),
    ("pledged", "pledge"),
    ("offered", "offer"),
    ("allocated", "allocation"),
    ("appropriated", "appropriation"),
];
/// Verbs of headlines, which look like names there.
pub(crate) static HEADLINE_VERBS: WordList = WordList::new(picked!(
    saying,
    HEADLINE,
    "declares|delivers|achieves|raises|secures|completes|closes|prices|wins|awarded|receives|comprises|comprise|generates|exceeds|logs|hits|\
    reaches|tops|beats|called|puts|put|reaffirms|reiterates|maintains|lifts|cuts|trims|boosts|lowers"
));
/// Verbs that give a change to their subject: "saw a gain of".
pub(crate) static SEEING: WordList = WordList::new(picked!(
    saying,
    SEES,
    "see|seeing|posting|recording|reporting|registered|logged|showing|experienced|enjoyed|suffered|represent|represents|represented|\
    representing|marked|marking|marks|show|is|was|were|are|be|been|reflecting|reflects|reflected|made|notched|booked|extended|followed|\
    following|witnessed"
));

/// Nouns that stand for the company spoken of, behind "the".
pub(crate) static COMPANY_NOUNS: WordList = WordList::new(picked!(holder, COMPANY, "concern|app|stock|shares"));
/// Nouns of a part of a company, which owns its own figures.
pub(crate) static UNITS: WordList = WordList::new(words!(
    "segment|segments|division|divisions|unit|units|subsidiary|subsidiaries|arm|affiliate|affiliates|branch|branches|department|venture|\
    businesses|sector|sectors|industry|cryptocurrency|cryptocurrencies|token|tokens|coin|coins|memecoin|altcoin|altcoins|asset|commodity|\
    metal|currency|contract|channel|channels|region|regions"
));
/// Nouns of many who have no one name.
pub(crate) static AGENTS: WordList = WordList::new(words!(
    "companies|firms|banks|groups|lenders|insurers|producers|exporters|importers|consumers|households|retailers|manufacturers|farmers|\
    workers|students|residents|customers|users|buyers|sellers|institutions|hospitals|schools|universities|states|countries|nations|\
    cities|regions|individuals|taxpayers|taxpayer|recipients|people|women|men|children|families|couple|couples|patients|respondents|\
    employees|refiners|miners|airlines|automakers|carmakers|builders|developers|landlords|tenants|owners|funds|members|participants|\
    homeowners|borrowers|depositors|organizations|organisations|nonprofits|charities|adults|teens|parents|teachers|veterans|seniors|\
    everyone|anyone|makers|operators|brokers|businesses|millionaire|millionaires|person|persons|rivals|peers|\
    competitors|suppliers|providers|startups|start-ups|utilities|governments|americans|australians|voters|migrants|refugees"
));
/// Nouns of those who speak of figures that are not theirs.
pub(crate) static PEOPLE: WordList = WordList::new(picked!(
    holder,
    PERSON,
    "strategist|strategists|trader|dealer|dealers|official|officials|source|sources|expert|experts|researcher|researchers|observers|\
    forecasters|pollsters|reporter|correspondent|brokerages|executives|scientists"
));
/// What is bought or held of somebody else: "a stake in Acme" is not Acme's.
pub(crate) static DEALS: WordList = WordList::new(words!(
    "stake|stakes|tariffs|levies|surcharge|acquisition|acquisitions|purchase|takeover|investment|interest|holding|holdings|bid|offer|exposure|tariff|tariffs|\
    sanctions|fine|penalty|order|contract|contracts|deal|aid|grant|grants|loan|tax|duty|duties|levy|position"
));
/// Words of the names of authorities.
pub(crate) static BODIES: WordList = WordList::new(picked!(
    holder,
    BODY,
    "statistics|census|sec|fda|ftc|fcc|epa|irs|doj|cftc|usda|nasa|imf|opec|nhtsa|faa|cfpb|fdic|cdc|nih|sebi|ec"
));
/// Who distributes news, and platforms: they own no figure of an article.
pub(crate) static WIRES: WordList = WordList::new(words!(
    "reuters|bloomberg|pr newswire|prnewswire|globe newswire|globenewswire|business wire|businesswire|access newswire|accesswire|\
    dow jones newswires|dow jones|marketwatch|wall street journal|investing.com|cnbc|associated press|ap|afp|newsfile|cision|factset|lseg|\
    wall street|getty images|zacks|benzinga|seeking alpha|morningstar|refinitiv|trading economics|barron|tradingview|new york times|\
    washington post|financial times|abc|bbc|cnn|nbc|cbs|nbc news|abc news|cbs news|fox news|fox business|sky news|nikkei asia|politico|\
    axios|guardian|tipranks|stocktwits|motley fool|economic times|business standard|yahoo finance|usa today|coindesk|cointelegraph|npr|\
    simply wall st|marketbeat|accessnewswire|xinhua|yonhap|kyodo"
));
/// Exchanges, as one word.
pub(crate) static EXCHANGES: WordList = WordList::new(picked!(exchange, NOBODY, "nymex|comex|cme|ice"));
/// Words of which a capitalised term of accounting consists, which is no name: "Net Profit".
pub(crate) static COMPANY_TERMS: WordList = WordList::new(picked!(account, TERM, "flow|tax|budget|series|class|vision|board"));
/// Verbs with which somebody speaks.
pub(crate) static SAYING_VERBS: WordList = WordList::new(SAYING);
/// Goods of the market: their price is nobody's.
pub(crate) static COMMODITIES: WordList = WordList::new(picked!(
    goods,
    COMMODITY,
    "aluminium|aluminum|nickel|zinc|platinum|palladium|diesel|ore|steel|treasuries|franc|note|notes|tin|lead|quicksilver|uranium|lithium|\
    naphtha|rice|real|lira|rand|rouble|ruble"
));
/// Names of such goods.
pub(crate) static BENCHMARKS: WordList =
    WordList::new(words!("brent|wti|west texas intermediate|henry hub|nymex|urals|dubai crude|bitcoin futures"));
/// Verbs whose object bears what follows: "cost Acme $5m".
pub(crate) static BORNE: WordList =
    WordList::new(words!("cost|costs|costing|save|saves|saved|saving|earn|earns|earned|earning|give|gives|gave|giving|net|netted|fetch"));
