//! The words that tell what is measured, whose it is, who says so and whether it is expected.

use super::Classes;
use super::WordList;

/// Verbs that give their subject's word for what they govern, in lower case.
pub(crate) const SAYING: &[&str] = words!(
    "said|says|say|added|adds|add|noted|notes|stated|states|explained|explains|commented|announced|revealed|replied|argued|argues|insisted|\
    warned|warns|claimed|concluded|wrote|writes|testified|predicted|predicts|disclosed|confirmed|acknowledged|estimated|estimates|estimate|\
    expects|expected|expect|believes|believe|hoped|hopes|told|tells|forecasts|forecast|projected|projects|observed|remarked|emphasised|\
    emphasized|stressed|declared|reckons|reckoned|sees|anticipates|reported|reports|suggests|indicated|pointed|showed|shows|show|saying"
);
/// Verbs that report a fact of their subject's own unless "that" follows.
pub(crate) static REPORTING: WordList = WordList::new(words!(
    "added|adds|add|announced|revealed|disclosed|declared|reported|reports|indicated|showed|shows|show|suggests|confirmed|pointed|sees|claimed|\
    saying|states"
));
/// Verbs of expecting, of which a participle says who nobody is.
pub(crate) static EXPECTING: WordList = WordList::new(words!(
    "expected|estimated|forecast|projected|predicted|expects|expect|estimates|estimate|forecasts|projects|predicts|anticipates|sees|hopes|hoped"
));
/// Nouns of what is read: "data from Acme", "a survey by Acme".
pub(crate) static READINGS: WordList = WordList::new(words!(
    "data|figures|report|survey|poll|statistics|estimates|study|research|records|numbers|census|analysis|projections|forecasts|forecast|\
    estimate|reports|index|tracker|filing|filings|statement|note"
));

/// Words that stand for the company spoken of.
pub(crate) const COMPANY: &[&str] = words!("company|firm|group|bank|we|our");
/// Verbs before a figure, in its clause, that say it is expected.
pub(crate) static EXPECTED: WordList = WordList::new(words!(
    "expects|expect|expected|expecting|forecast|forecasts|forecasting|projects|projected|projecting|anticipates|anticipate|anticipated|\
    predicts|predicted|predicting|estimates|estimate|estimated|seen|sees|tipped|intends|intend|proposes|envisages|foresees|budgets"
));
/// Nouns before a figure that say it is expected.
pub(crate) static EXPECTED_NOUNS: WordList = WordList::new(words!(
    "guidance|outlook|consensus|expectation|expectations|estimate|estimates|forecast|forecasts|projection|projections|views|prediction|\
    predictions|likelihood|chance|chances|probability|odds"
));
/// Words behind a figure that say it is expected, where they follow within a few words.
pub(crate) static EXPECTED_AFTER: WordList = WordList::new(words!(
    "consensus|estimate|estimates|forecast|forecasts|expected|expectations|guidance|chance|probability|likelihood|predicted|projected"
));
/// Verbs before a figure, in its clause, that say it is aimed at.
pub(crate) static AIMED: WordList = WordList::new(words!("targeting|targeted|aims|aim|aiming|aimed|hopes|hoped|hoping|seeks|seeking"));
/// Nouns before a figure that say it is aimed at.
pub(crate) static AIMED_NOUNS: WordList = WordList::new(words!("target|targets|goal|goals|objective|objectives|ambition"));
/// Verbs that put what follows into the time to come.
pub(crate) static MODALS: WordList = WordList::new(words!("will|would|could|may|might|should|shall|'ll|’ll|won't|won’t|wouldn't|wouldn’t"));
/// Words that do so with "to" behind them.
pub(crate) static BEFORE_TO: WordList = WordList::new(words!(
    "plans|plan|planned|planning|agreed|agrees|agree|due|set|scheduled|poised|likely|unlikely|about|going|proposed|ready|committed|pledged|\
    promised|wants|want|slated|bound|prepared"
));
/// Words before a figure that another one is compared with.
pub(crate) static COMPARED_WITH: WordList = WordList::new(words!("from|against|versus|vs|than|compared|following|after|since"));

/// Words that open another clause.
pub(crate) static OUTLOOK_CLAUSES: WordList = WordList::new(words!("while|but|whereas|which|who|where|when|because|although|though|if"));
/// Words that lead from a figure to another.
pub(crate) static OUTLOOK_LINKS: WordList = WordList::new(words!("and|from|to|compared"));

/// Words that open a new clause.
pub(crate) static CLAUSES: WordList = WordList::new(words!("while|whereas|but|although|though"));

/// Words that open a comparison.
pub(crate) static COMPARISONS: WordList = WordList::new(words!("compared|compares|versus|vs|than|against|comparison"));

/// Words that open a comparison before some figures and periods, and the one that may close it.
pub(crate) const MAY_OPEN: &[&str] = words!("from|on|over|to|above|below|beating|exceeding|topping|following");

/// Words at which a noun phrase cannot go on: what stands before them is not part of the measure.
pub(crate) const BREAKS: &[&str] = words!(
    "said|says|say|the|its|their|his|her|our|a|an|this|that|these|those|we|it|they|he|she|have|has|had|will|would|also|saw|sees|seen|\
    showed|shows|announced|revealed|added|noted|where|company|firm|group|there|what|how|who|not|to|generated|reported|posted|recorded|\
    delivered|achieved|attributed|benefited|supported|resulted|strong|higher|lower|all-time|high|including|saying|another|more"
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
pub(crate) static CHANGE_NOUNS: WordList = WordList::new(words!(
    "increase|increases|rise|rises|gain|gains|jump|decline|declines|drop|drops|fall|falls|growth|uptick|surge|decrease|decreases|reduction|\
    improvement|hike|advance|slump|plunge|dip|slide|expansion|contraction|rebound|climb|change|upturn|downturn|spike|pullback|rally|rallies|\
    jumps|leap|tumble|swing|uplift|appreciation|depreciation|slowdown|acceleration|move|boost|increment|retreat|\
    reductions|changes|variation|fluctuation|recovery|upgrade|downgrade|hikes|step-up|drawdown|underperformance|outperformance"
));
/// Verbs, and words like verbs, of change: their subject is the measure.
pub(crate) static CHANGE_VERBS: WordList = WordList::new(words!(
    "rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|grew|grow|grows|grown|growing|increased|increase|increases|increasing|\
    decreased|decrease|decreases|decreasing|dropped|drop|drops|dropping|declined|decline|declines|declining|jumped|jump|jumps|jumping|\
    surged|surge|surges|surging|soared|soar|soars|soaring|climbed|climb|climbs|climbing|gained|gain|gains|gaining|slid|slide|slides|sliding|\
    slipped|slip|slips|slipping|dipped|dip|dips|plunged|plunge|plunges|plunging|tumbled|tumble|tumbles|tumbling|slumped|slump|sank|sunk|\
    shrank|shrink|shrunk|shrinking|advanced|advance|advances|advancing|added|adding|shed|shedding|eased|ease|easing|edged|edging|ticked|\
    doubled|double|doubling|tripled|triple|tripling|trebled|quadrupled|narrowed|narrow|narrowing|widened|widen|widening|expanded|expand|\
    expanding|contracted|contract|contracting|improved|improve|improves|improving|rebounded|rebound|rebounding|recovered|recover|\
    skyrocketed|spiked|rallied|rally|rallying|crashed|retreated|weakened|strengthened|appreciated|depreciated|swelled|sagged|cooled|\
    accelerated|accelerate|slowed|slow|slowing|moderated|dwindled|halved|inched|leapt|leaped|leaping|lifted|dived|dove|collapsed|\
    deteriorated|worsened|firmed|softened|lowered|multiplied|eroded|eroding|ballooned|crept|creeping|nudged|drifted|plummeted|plummeting|plummet|tanked|bounced|\
    zoomed|popped|decelerated|decelerating|rocketed|nosedived|swung|trended|heading|up|down|higher|lower|off|above|below|short|ahead|flat|unchanged"
));
/// Words of change after which a name in the subject stands for its price.
pub(crate) static MARKET_VERBS: WordList = WordList::new(words!(
    "rose|rise|rises|risen|rising|fell|fall|falls|fallen|falling|dropped|dropping|declined|declining|jumped|jumping|surged|surging|soared|\
    soaring|climbed|climbing|gained|gaining|gains|slid|sliding|slipped|slipping|dipped|plunged|plunging|tumbled|tumbling|slumped|sank|\
    advanced|advancing|added|adding|shed|shedding|eased|easing|edged|rallied|rallying|retreated|lost|losing|up|down|higher|lower|traded|\
    trading|trades|closed|closing|opened|hovered|hovering|steadied|crossed|surpassed|rebounded|rebounding|tanked|plummeted|plummeting|popped|bounced|zoomed|drifted"
));
/// Verbs of a level: their subject is the measure.
pub(crate) static LEVEL_VERBS: WordList = WordList::new(words!(
    "is|are|was|were|be|been|being|stood|stand|stands|standing|reached|reach|reaches|reaching|totaled|totalled|totals|total|totaling|\
    totalling|amounted|amounts|amount|amounting|hit|hits|hitting|came|come|comes|coming|averaged|averages|average|averaging|exceeded|\
    exceeds|exceed|exceeding|topped|topping|surpassed|surpassing|crossed|settled|settle|settling|closed|close|closing|traded|trading|\
    trade|trades|hovered|hovering|hovers|remained|remains|remain|remaining|held|steadied|opened|ended|ending|finished|peaked|ranged|range|\
    ranges|ranging|valued|priced|estimated|seen|expected|forecast|projected|pegged|set|fixed|measured|measures|cost|costs|costing|worth|\
    equal|equals|equalled|quoted|stayed|stays|stay|landed|land|stabilize|stabilise|stabilized|moved|move|put|calculated|recorded|reported|\
    stipulated|capped|kept|went|goes|go|going|compares|compared|account|accounts|accounted|accounting|represent|represents|represented|\
    representing|comprise|comprises|comprised|comprising|constitute|constitutes|constituted|constituting|made|make|makes|making|guided|\
    targeted|budgeted|booked|assessed|bring|brings|brought|beat|beats|missed|contributed|contribute|contributes|contributing|got|yields|\
    yielded|returned|printed|registered|logged|sits|sat|hold|tops|outpaced|lagged|collected|changed|revised|consists|consisted|counts|carries|approached|approaches|approaching|nears|neared|nearing"
));
/// Verbs whose subject is part of a whole.
pub(crate) static PART_VERBS: WordList = WordList::new(words!(
    "account|accounts|accounted|accounting|represent|represents|represented|representing|comprise|comprises|comprised|comprising|constitute|\
    constitutes|constituted|constituting|make|makes|made|making|contribute|contributes|contributed|contributing|form|forms|formed|is|are|\
    was|were|be|been|equal|equals|reached|exceeded|rose|fell|totaled|totalled|stood"
));
/// Verbs of having a share of something.
pub(crate) static OWN_VERBS: WordList = WordList::new(words!(
    "own|owns|owned|owning|hold|holds|held|holding|buy|buys|bought|buying|acquire|acquires|acquired|acquiring|sell|sells|sold|selling|control|\
    controls|controlled|controlling|purchased|purchase|purchases|has|have|had"
));
/// Nouns that only say how a figure is meant.
pub(crate) static CONTAINERS: WordList = WordList::new(words!(
    "total|totals|sum|record|level|levels|range|average|maximum|minimum|amount|amounts|figure|figures|excess|high|low|highs|lows|peak|pace|\
    majority|mean|median|equivalent|basis|rate|tune|value|estimate|consensus|addition|order|reading|mark|worth|additional|combined|top|area|\
    region|vicinity|number|numbers|estimates|share|proportion|percentage|base|target|limit|threshold|ceiling"
));
/// Nouns of what is expected.
pub(crate) static EXPECTATIONS: WordList = WordList::new(words!(
    "estimate|estimates|forecast|forecasts|expectation|expectations|consensus|projection|projections|guidance|view|views|outlook|prediction|\
    predictions|assumption|assumptions|poll|survey|guide"
));
/// Nouns of those who have figures, and of times: none of them is a measure.
pub(crate) static NO_MEASURES: WordList = WordList::new(words!(
    "company|companies|firm|firms|group|bank|insurer|retailer|carmaker|automaker|maker|lender|lenders|government|ministry|authority|authorities|\
    giant|carrier|airline|fund|we|department|agency|commission|board|administration|council|association|corporation|operator|developer|producer|\
    startup|start-up|manufacturer|supplier|provider|brewer|miner|utility|telco|chipmaker|drugmaker|conglomerate|trust|issuer|exchange|brokerage|\
    analyst|analysts|economist|economists|president|chairman|minister|senator|chief|officer|executive|ceo|cfo|spokesman|spokeswoman|spokesperson|\
    director|secretary|governor|treasurer|man|woman|people|investor|investors|year|years|quarter|quarters|month|months|week|weeks|day|days|hour|hours|\
    half|period|today|yesterday|tomorrow|time|annum|decade|session|sessions|morning|afternoon|report|statement|data|release|announcement|\
    percent|pct|percentage|point|points|dollar|dollars|cents|cent|end|place|way|part|case|addition|comparison|contrast|term|terms|\
    thing|things|lot|line|major|platform|business|unit|subsidiary|country|state|city|nation|world|region|town|market|markets|industry|sector|\
    million|billion|trillion|mln|bln|crore|lakh|thousand|hundred|hand|tonnes|tons|barrels|close|article|note|interview|bulls|bears|traders|\
    cts|dlrs|dlr|bps|story|author|video|example|instance|regard|fact|reason|reasons|question|spokespeople|team|teams|list|table|chart|figure|version"
));
/// Acronyms that name measures, not those who have them.
pub(crate) static MEASURE_ACRONYMS: WordList = WordList::new(words!(
    "eps|gdp|gnp|cpi|ppi|ebitda|ebit|ebita|aum|gmv|ffo|affo|noi|nav|roe|roce|roic|arpu|fcf|pat|pbt|nii|nim|gst|vat|arr|cagr|pmi|fdi|mpce|nev|\
    nevs|npa|gnpa|nnpa|capex|opex|wpi|iip|gva|gsdp|casa|irr|tvl|fdv|msrp|hicp|pce|dps|rd|sga|cet"
));
/// Adjectives that judge a figure instead of telling measures apart.
pub(crate) static JUDGING: WordList = WordList::new(words!(
    "increased|decreased|record|strong|stronger|weak|weaker|modest|sharp|slight|huge|massive|impressive|staggering|whopping|mere|robust|solid|further|additional|\
    another|such|same|new|previous|prior|higher|lower|rising|falling|fresh|recent|current|currently|latest|estimated|expected|significant|\
    projected|small|smaller|large|larger|largest|big|bigger|biggest|major|approximate|similar|own|whole|more|less|many|few|much|very|only|\
    just|other|possible|potential|anticipated|planned|proposed|reported|healthy|hefty|double-digit|single-digit|better|worse|good|nearly|\
    almost|approximately|roughly|about|respective|corresponding|first-ever|steady|stable|sequential|year-on-year|earlier|initial|original|\
    rapid|steep|substantial|considerable|tremendous|remarkable|compared|full|actual|meanwhile|overall|comparable-quarter|so-called|even|\
    cumulative|consistent|continued|unchanged|flat|lowest|highest|best|worst|minimum|tasty|certain|some|any|all|both|each|every|no|most|last|next"
));
/// What an amount can be earned, lost or spent as, where the text has no noun for it.
pub(crate) static MADE_NOUNS: &[(&str, &str)] = &[
    ("earned", "earnings"),
    ("earn", "earnings"),
    ("earns", "earnings"),
    ("lost", "loss"),
    ("invested", "investment"),
    ("invest", "investment"),
    ("borrowed", "borrowing"),
    ("donated", "donation"),
    ("fined", "fine"),
];
/// Verbs of headlines, which look like names there.
pub(crate) static HEADLINE_VERBS: WordList = WordList::new(words!(
    "reports|announces|declares|posts|sees|reported|announced|declared|posted|delivers|delivered|achieves|achieved|records|raises|raised|\
    secures|completes|closes|launches|prices|wins|awarded|receives|comprises|comprise|generates|generated|exceeds|hits|reaches|tops|beats|called|puts|put"
));
/// Verbs that give a change to their subject: "saw a gain of".
pub(crate) static SEEING: WordList = WordList::new(words!(
    "saw|see|sees|seeing|posted|posting|posts|recorded|recording|records|reported|reporting|reports|registered|logged|showed|showing|shows|\
    experienced|enjoyed|suffered|represent|represents|represented|representing|marked|marking|marks|is|was|were|are|be|been|had|has|have|\
    reflecting|reflects|reflected|made|notched|delivered|achieved|booked|extended|followed|following|witnessed"
));

/// Nouns that stand for the company spoken of, behind "the".
pub(crate) static COMPANY_NOUNS: WordList = WordList::new(words!(
    "company|firm|group|bank|insurer|retailer|carmaker|automaker|maker|lender|giant|carrier|airline|fund|operator|developer|producer|\
    startup|start-up|manufacturer|supplier|provider|brewer|miner|utility|telco|chipmaker|drugmaker|conglomerate|trust|issuer|brokerage|\
    corporation|partnership|bancorp|concern|app|platform|chain|major|business|management|stock|shares"
));
/// Nouns of a part of a company, which owns its own figures.
pub(crate) static UNITS: WordList = WordList::new(words!(
    "segment|segments|division|divisions|unit|units|subsidiary|subsidiaries|arm|affiliate|affiliates|branch|branches|department|venture|\
    businesses|sector|sectors|industry|cryptocurrency|cryptocurrencies|token|tokens|coin|coins|memecoin|altcoin|altcoins|asset|commodity|\
    metal|currency|contract"
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
pub(crate) static PEOPLE: WordList = WordList::new(words!(
    "analyst|analysts|economist|economists|strategist|strategists|trader|traders|dealer|dealers|investor|investors|spokesman|spokeswoman|\
    spokesperson|official|officials|source|sources|expert|experts|researcher|researchers|observers|forecasters|pollsters|reporter|\
    correspondent|bulls|bears|brokerages|executives|scientists"
));
/// What is bought or held of somebody else: "a stake in Acme" is not Acme's.
pub(crate) static DEALS: WordList = WordList::new(words!(
    "stake|stakes|tariffs|levies|surcharge|acquisition|acquisitions|purchase|takeover|investment|interest|holding|holdings|bid|offer|exposure|tariff|tariffs|\
    sanctions|fine|penalty|order|contract|contracts|deal|aid|grant|grants|loan|tax|duty|duties|levy|position"
));
/// Words of the names of authorities.
pub(crate) static BODIES: WordList = WordList::new(words!(
    "ministry|department|bureau|commission|senate|congress|parliament|council|office|government|agency|authority|reserve|treasury|court|\
    house|committee|administration|board|statistics|institute|university|party|union|association|federation|census|police|army|sec|fda|ftc|\
    fcc|epa|irs|doj|cftc|usda|nasa|imf|opec|nhtsa|faa|cfpb|fdic|cdc|nih|sebi|ec"
));
/// Who distributes news, and platforms: they own no figure of an article.
pub(crate) static WIRES: WordList = WordList::new(words!(
    "reuters|bloomberg|pr newswire|prnewswire|globe newswire|globenewswire|business wire|businesswire|access newswire|accesswire|\
    dow jones newswires|dow jones|marketwatch|wall street journal|investing.com|cnbc|associated press|ap|afp|newsfile|cision|factset|lseg|\
    wall street|getty images|zacks|benzinga|seeking alpha|morningstar|refinitiv|trading economics|barron|tradingview"
));
/// Exchanges, as one word.
pub(crate) static EXCHANGES: WordList =
    WordList::new(words!("nyse|nasdaq|amex|otc|otcqx|otcqb|tsx|tsxv|lse|asx|nse|bse|hkex|sgx|nymex|comex|cme|ice"));
/// Words of which a capitalised term of accounting consists, which is no name: "Net Profit".
pub(crate) static COMPANY_TERMS: WordList = WordList::new(words!(
    "net|profit|loss|revenue|sales|income|earnings|adjusted|gross|margin|cash|flow|dividend|tax|assets|debt|shares|stock|budget|price|\
    series|class|vision|results|board"
));
/// Verbs with which somebody speaks.
pub(crate) static SAYING_VERBS: WordList = WordList::new(SAYING);
/// Goods of the market: their price is nobody's.
pub(crate) static COMMODITIES: WordList = WordList::new(words!(
    "crude|oil|gold|silver|copper|aluminium|aluminum|nickel|zinc|platinum|palladium|wheat|corn|soybeans|soybean|coffee|cocoa|sugar|cotton|\
    futures|gas|gasoline|diesel|coal|ore|steel|bond|bonds|yield|yields|treasuries|dollar|euro|yen|pound|franc|sterling|note|notes|contract|\
    rubber|tin|lead|lumber|hogs|cattle|quicksilver|uranium|lithium|naphtha|rice|palm|rupee|yuan|peso|real|lira|rand|rouble|ruble"
));
/// Names of such goods.
pub(crate) static BENCHMARKS: WordList =
    WordList::new(words!("brent|wti|west texas intermediate|henry hub|nymex|urals|dubai crude|bitcoin futures"));
/// Verbs whose object bears what follows: "cost Acme $5m".
pub(crate) static BORNE: WordList =
    WordList::new(words!("cost|costs|costing|save|saves|saved|saving|earn|earns|earned|earning|give|gives|gave|giving|net|netted|fetch"));
