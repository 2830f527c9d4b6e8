//! The words that tell names apart: titles, organisation words and suffixes, particles, closed-class words. One table each.

use super::{Classes, WordList};

/// Coins, whose prices are told as those of shares are.
pub(crate) static COINS: WordList = WordList::new(words!(
    "bitcoin|btc|ether|eth|ethereum|xrp|solana|cardano|dogecoin|litecoin|ltc|bnb|stellar|polkadot|chainlink|monero|avax|usdt|usdc"
));
/// Indices of markets.
pub(crate) static INDICES: WordList =
    WordList::new(words!("s&p 500|nasdaq 100|nasdaq composite|nikkei|topix|sensex|nifty|kospi|russell 2000|ibovespa|straits times index"));

/// Classes of a word, as bits.
pub(crate) mod class {
    /// Before a person: Mr, Dr, Minister, President.
    pub(crate) const TITLE: u32 = 1;
    /// A job or office, alone no name: chief, officer, analyst, spokesman.
    pub(crate) const OFFICE: u32 = 1 << 1;
    /// The end of a company's name: Inc, Ltd, plc, AG.
    pub(crate) const COMPANY_SUFFIX: u32 = 1 << 2;
    /// A word by which an organisation calls itself: Bank, Ministry, University.
    pub(crate) const ORGANIZATION_WORD: u32 = 1 << 3;
    /// A word by which a place calls itself: River, County, Island.
    pub(crate) const PLACE_WORD: u32 = 1 << 4;
    /// A particle inside a person's name: de, van, bin, al.
    pub(crate) const PARTICLE: u32 = 1 << 5;
    /// Article, pronoun, preposition, conjunction, auxiliary: no name by itself.
    pub(crate) const CLOSED: u32 = 1 << 6;
    /// A month or weekday.
    pub(crate) const CALENDAR: u32 = 1 << 7;
    /// A verb of saying.
    pub(crate) const SAYING: u32 = 1 << 8;
    /// A preposition before places: in, at, from, near.
    pub(crate) const WHERE: u32 = 1 << 9;
    /// A nationality, a religion or a language: of a people, not a place.
    pub(crate) const PEOPLE: u32 = 1 << 10;
    /// What a company or an authority is, as a common noun: start-up, lender, newspaper.
    pub(crate) const COMPANY_NOUN: u32 = 1 << 11;
    /// What a place is, as a common noun: city, island.
    pub(crate) const PLACE_NOUN: u32 = 1 << 12;
    /// What a person is, as a common noun besides the offices: singer, pilot.
    pub(crate) const PERSON_NOUN: u32 = 1 << 13;
    /// What ends a noun phrase: a preposition, a relative pronoun, a participle after the noun.
    pub(crate) const PHRASE_END: u32 = 1 << 14;
    /// What money is raised, earned or paid with: verbs whose subject is a company.
    pub(crate) const COMPANY_VERB: u32 = 1 << 15;
    /// What a company has: data, shares, analysts; it follows the company's name.
    pub(crate) const COMPANY_GOODS: u32 = 1 << 18;
    /// What is measured, and the acronym of it: it has no owner's name by itself.
    pub(crate) const MEASURE: u32 = 1 << 19;
    /// An honorific that is part of no name: Mr, Dr, Sir.
    pub(crate) const HONORIFIC: u32 = 1 << 16;
    /// A word before an office that belongs to it: deputy, former, vice, federal.
    pub(crate) const OFFICE_MODIFIER: u32 = 1 << 17;
    /// All classes that the model of names was trained with; those behind them only serve rules.
    pub(crate) const MODELLED: u32 = (1 << 20) - 1;
    /// What a share price does: rose, slid, shed, gaining.
    pub(crate) const MOVE: u32 = 1 << 20;
    /// What a company has and hardly a person: revenue, subsidiary, dividend.
    pub(crate) const COMPANY_POSSESSION: u32 = 1 << 21;
    /// An acronym of a thing, a coin: it names nobody.
    pub(crate) const NO_NAME: u32 = 1 << 23;
    /// A company that everybody knows, and that hardly shares its name with a person or a place.
    pub(crate) const COMPANY: u32 = 1 << 24;
    /// The end of a company's name by law, which ends no other name.
    pub(crate) const LEGAL_FORM: u32 = 1 << 22;
}

const TITLES: &[&str] = picked!(
    office,
    TITLE,
    "lord|lady|rev|rev.|reverend|fr|sen.|rep.|gov|gov.|gen|gen.|col|col.|colonel|lt|lt.|lieutenant|sgt|sgt.|sergeant|capt|capt.|maj|maj.|\
    major|admiral|king|queen|prince|princess|pope|justice|sheikh|shaikh|sri|imam|ayatollah|bishop|archbishop|cardinal|minister.|\
    monsieur|madame|mme|inspector|constable|speaker|commander|marshal|brigadier"
);

const OFFICES: &[&str] = picked!(
    office,
    OFFICE,
    "officers|directors|partner|cofounder|ministers|economists|analysts|strategists|trader|traders|counsel|lawyer|editor|owner|banker|\
    adviser|advisor|consultant|member|leader|superintendent|controller|administrator|lecturer|researcher|coordinator"
);

const COMPANY_SUFFIXES: &[&str] = picked!(
    legal_form,
    SUFFIX,
    "co.|companies|kg|a/s|aps|sarl|srl|pte|pt|holding|partners|&|incorporated|kk|k.k.|saic|cos|bros|bros.|brothers|sons|associates|\
    ventures|capital"
);

const ORGANIZATION_WORDS: &[&str] = picked!(
    holder,
    NAME,
    "banks|institution|society|league|corps|navy|airlines|airways|motors|electric|energy|petroleum|oil|gas|steel|pharmaceuticals|pharma|\
    therapeutics|biosciences|technologies|technology|systems|software|networks|communications|telecom|telecommunications|media|\
    entertainment|studios|press|news|times|post|journal|herald|tribune|gazette|broadcasting|television|radio|insurance|securities|\
    financial|finance|investments|investment|advisors|services|solutions|industries|international|enterprises|labs|laboratories|\
    hospital|hospitals|clinic|school|schools|museum|church|cabinet|central|airport|stores|foods|brewing|hotels|resorts|realty|\
    properties|logistics|shipping|rail|railways|railway|freight|mining|minerals|resources|metals|chemical|chemicals|plastics|paper|auto|\
    automotive|aerospace|defense|semiconductor|devices|instruments|diagnostics|health|healthcare|medical|biotech|bio|genetics|sciences|\
    science|research|center|centre|academy|consortium|forum|chamber|conference|front|movement|brigade|regiment|forces|force|guard|\
    service|directorate|inspectorate|tribunal|assembly|secretariat|fc|f.c.|cf|rovers|athletic|wanderers|hotspur|rangers|celtic|sox|\
    yankees|electronics|motor|ventures|records|pictures|games|athletics|dynamics|interactive|digital|labor|labour|commerce|justice|\
    agriculture|transportation|education|veterans|homeland|firefighters|teamsters|workers|farmers|growers|brewery|winery|pharmacy|\
    supermarkets|retail|outfitters|apparel|brands|boutique|interiors"
);

const PLACE_WORDS: &[&str] = picked!(
    place,
    NAME,
    "river|lake|sea|ocean|bay|gulf|strait|islands|isle|mount|mountain|mountains|valley|desert|peninsula|cape|coast|beach|st.|square|park|\
    bridge|airport|harbor|harbour|canal|creek|falls|forest|hills|hill|heights|springs|shore|kingdom|north|south|east|west|northern|\
    southern|eastern|western|central|upper|lower|new|san|santa|los|las|el|fort|mt|mt.|route"
);

const PARTICLES: &[&str] = words!(
    "de|del|della|di|da|dos|das|do|du|van|von|der|den|ter|ten|la|le|el|al|bin|binti|ibn|ben|abu|abd|ul|ur|al-|y|e|zu|af|av|st|o'|mac|of"
);

const CLOSED: &[&str] = words!(
    "a|an|the|this|that|these|those|some|any|each|every|either|neither|both|all|many|much|more|most|few|several|such|no|not|other|\
    another|same|one|two|three|four|five|six|seven|eight|nine|ten|i|you|he|she|it|we|they|me|him|her|us|them|my|your|his|its|our|their|\
    mine|yours|ours|theirs|who|whom|whose|which|what|when|where|why|how|whether|if|because|although|though|while|since|until|unless|\
    before|after|as|than|and|or|but|nor|so|yet|for|in|on|at|by|with|from|to|of|into|onto|over|under|above|below|between|among|through|\
    during|against|about|around|across|along|within|without|toward|towards|upon|despite|per|via|amid|including|according|is|are|was|\
    were|be|been|being|am|has|have|had|having|do|does|did|done|will|would|shall|should|can|could|may|might|must|there|here|now|then|\
    thus|hence|however|moreover|meanwhile|also|even|just|only|still|already|again|once|ever|never|very|too|quite|rather|really|perhaps|\
    maybe|yes|no|let|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|it's|that's|he's|she's|we're|they're|i'm|i've|we've|they've|\
    you're|there's|what's|who's|can't|won't|couldn't|wouldn't|on|out|up|down|off|last|next|earlier|later|first|second|third|fourth|\
    today|yesterday|tomorrow|tonight|additionally|overall|separately|elsewhere|instead|nevertheless|nonetheless|otherwise|therefore|\
    furthermore|both|following|based|compared|excluding|despite|given|like|unlike|asked|under|our|its"
);

const SAYING: &[&str] = picked!(saying, SPEECH, "continued|urged|quoted");

const WHERE: &[&str] = words!("in|at|from|near|outside|inside|to|across|throughout|around|toward|towards|into");

const CALENDAR: &[&str] = picked!(
    calendar,
    NAMED,
    "jan.|feb.|mar.|apr.|jun.|jul.|aug.|sep.|sept.|oct.|nov.|dec.|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|mon.|tue|\
    tue.|tues|wed|wed.|thu|thu.|thur|thurs|fri|fri.|sat|sat.|sun|sun.|christmas|easter|ramadan"
);

const PEOPLE: &[&str] = words!(
    "american|americans|british|briton|britons|chinese|japanese|german|germans|french|italian|italians|spanish|russian|russians|indian|\
    indians|pakistani|pakistanis|canadian|canadians|australian|australians|mexican|mexicans|brazilian|brazilians|dutch|swiss|swedish|\
    swede|swedes|norwegian|danish|dane|danes|finnish|finn|belgian|belgians|austrian|irish|scottish|welsh|english|polish|pole|poles|\
    czech|czechs|slovak|hungarian|romanian|bulgarian|greek|greeks|turkish|turk|turks|israeli|israelis|palestinian|palestinians|arab|\
    arabs|iranian|iranians|iraqi|iraqis|saudi|saudis|egyptian|egyptians|syrian|lebanese|kuwaiti|jordanian|korean|koreans|thai|thais|\
    vietnamese|malaysian|malaysians|indonesian|indonesians|filipino|filipinos|singaporean|taiwanese|ukrainian|ukrainians|kazakh|african|\
    africans|european|europeans|asian|asians|latin|hispanic|muslim|muslims|christian|christians|jewish|jew|jews|catholic|catholics|\
    protestant|hindu|hindus|sikh|buddhist|nigerian|nigerians|kenyan|ghanaian|ethiopian|argentine|argentinian|chilean|colombian|peruvian|\
    venezuelan|cuban|cubans|western|scandinavian|nordic|baltic|balkan|serb|serbs|serbian|croat|croatian|bosnian|albanian|slovenian|\
    kurdish|kurd|kurds|chechen|chechens|afghan|afghans|bangladeshi|lankan|nepalese|emirati|qatari|moroccan|algerian|tunisian|libyan|\
    sudanese|south-african|portuguese|republican|republicans|democrat|democrats|democratic"
);

const COMPANY_NOUNS: &[&str] = picked!(
    holder,
    KIND,
    "start-ups|startups|venture|broker|publisher|refiner|distributor|builder|housebuilder|homebuilder|grocer|supermarket|consultancy|\
    marketplace|multinational|affiliate|contractor|shipbuilder|planemaker|steelmaker|tycoon's|watchdog|regulator|think-tank|thinktank|\
    charity|nonprofit|non-profit|broadcaster|magazine|website|fintech|unicorn|wholesaler|restaurateur|hotelier|landlord|enterprise"
);

const PLACE_NOUNS: &[&str] = picked!(place, KIND, "country|suburb|capital|municipality|nation|borough|neighborhood|neighbourhood");

const PERSON_NOUNS: &[&str] = picked!(
    office,
    PERSON,
    "actor|actress|singer|author|writer|pilot|student|teacher|farmer|resident|businessman|businesswoman|entrepreneur|investor|tycoon|\
    billionaire|politician|lawmaker|legislator|prosecutor|soldier|veteran|activist|dissident|journalist|reporter|photographer|historian|\
    engineer|physician|doctor|nurse|biologist|specialist|expert|boss|mother|wife|husband|son|daughter|brother|neighbour|neighbor|\
    colleague|dealer|broker"
);

const PHRASE_ENDS: &[&str] = words!(
    "that|which|who|whose|where|of|for|in|at|from|to|with|by|on|based|headquartered|located|owned|operated|focused|offering|specializing|\
    specialising|providing|making|using|serving|dedicated|listed|founded|known|called|and|or|whose|when|as|said|says|is|was|are|were|\
    has|had|will|would|has|have"
);

const COMPANY_VERBS: &[&str] = picked!(
    saying,
    ACTS,
    "acquired|acquires|launched|listed|merged|earned|employs|sells|manufactures|produces|issued|invested|bought|divested|operates|owns|\
    recalled"
);

const COMPANY_GOODS: &[&str] = words!(
    "data|figures|shares|stock|analysts|executives|officials|spokesman|spokeswoman|survey|poll|estimates|researchers|shareholders|\
    stockholders|investors|employees|customers|management"
);

const HONORIFICS: &[&str] = picked!(office, HONORIFIC, "messrs|messrs.|mx|mx.");

const OFFICE_MODIFIERS: &[&str] = picked!(
    office,
    MODIFIER,
    "former|junior|assistant|associate|acting|group|global|regional|national|interim|incoming|outgoing|ex-president|non-executive|\
    independent|lead|founding|honorary|special|permanent|people|product|investment|revenue|information|legal|strategy|market|research|\
    equity|equities|commodity|commodities|currency|fund|portfolio|political|press|media|board"
);

const MOVES: &[&str] = picked!(motion, TRADED, "skidded|inching|slumping");

const COMPANY_POSSESSIONS: &[&str] = words!(
    "revenue|revenues|profit|profits|earnings|output|production|subsidiary|subsidiaries|division|divisions|shareholders|stockholders|\
    dividend|customers|factory|factories|plant|plants|quarterly|backlog|subscribers|deliveries|shipments|guidance"
);

const LEGAL_FORMS: &[&str] = picked!(legal_form, LEGAL);

const NO_NAMES: &[&str] = words!(
    "ai|fx|ipo|ipos|ev|evs|etf|etfs|esg|lng|lpg|dei|ip|adr|adrs|agm|egm|isin|reit|reits|rsi|nav|utc|gmt|arr|sme|smes|ttm|nft|nfts|tm|\
    sg&a|g&a|nda|ndas|hvac|jv|jvs|tvl|dex|dexs|pdf|roi|kpi|kpis|macd|b2b|b2c|saas|llm|llms|gpu|gpus|cpu|api|m&a|r&d|csr|gmp|oem|oems|vc|\
    vcs|cfa|cpa|phd|mba|usd|eur|gbp|cny|ytd|yoy|qoq|faq|faqs|fii|fiis|dii|diis|hni|qip|gst|vat|edt|est|pst|bst|cet|bitcoin|bitcoins|btc|\
    ethereum|ether|eth|xrp|dogecoin|litecoin|usdt|usdc|bnb|stablecoin|stablecoins|crypto|defi|web3|rna|dna|hr|it"
);

const COMPANIES: &[&str] = words!(
    "openai|palantir|cisco|nokia|robinhood|grayscale|barchart|coinbase|binance|anthropic|deepmind|deepseek|tiktok|whatsapp|snapchat|\
    huawei|xiaomi|tencent|alibaba|baidu|softbank|sony|toyota|honda|nissan|mazda|hyundai|samsung|infosys|wipro|paytm|zomato|swiggy|\
    flipkart|thyssenkrupp|siemens|basf|volkswagen|bmw|audi|airbus|renault|stellantis|carrefour|danone|lvmh|gucci|santander|bbva|\
    telefonica|iberdrola|repsol|unicredit|pirelli|ericsson|volvo|ikea|spotify|klarna|maersk|carlsberg|heineken|philips|asml|unilever|\
    novartis|roche|glencore|petrobras|embraer|gazprom|rosneft|lukoil|sberbank|aramco|barclays|lloyds|nestle|pfizer|moderna|biogen|intel|\
    nvidia|tesla|boeing|microsoft|google|facebook|netflix|paypal|starbucks|walmart|pepsico|chevron|exxon|exxonmobil|texaco|\
    microstrategy|nasdaq|reuters|bloomberg|jefferies|nomura|citigroup|jpmorgan|wedbush|oppenheimer|pepperstone|swissquote|bitget|\
    telegram|reddit|youtube|linkedin|instagram|twitter|uber|lyft|airbnb|doordash"
);

const MEASURES: &[&str] = picked!(account, NOBODY);

/// The lists with their classes.
static LISTS: [(&[&str], u32); 25] = [
    (TITLES, class::TITLE),
    (OFFICES, class::OFFICE),
    (COMPANY_SUFFIXES, class::COMPANY_SUFFIX),
    (ORGANIZATION_WORDS, class::ORGANIZATION_WORD),
    (PLACE_WORDS, class::PLACE_WORD),
    (PARTICLES, class::PARTICLE),
    (CLOSED, class::CLOSED),
    (SAYING, class::SAYING),
    (WHERE, class::WHERE),
    (CALENDAR, class::CALENDAR),
    (PEOPLE, class::PEOPLE),
    (COMPANY_NOUNS, class::COMPANY_NOUN),
    (PLACE_NOUNS, class::PLACE_NOUN),
    (PERSON_NOUNS, class::PERSON_NOUN),
    (PHRASE_ENDS, class::PHRASE_END),
    (COMPANY_VERBS, class::COMPANY_VERB),
    (HONORIFICS, class::HONORIFIC),
    (COMPANY_GOODS, class::COMPANY_GOODS),
    (OFFICE_MODIFIERS, class::OFFICE_MODIFIER),
    (MEASURES, class::MEASURE),
    (MOVES, class::MOVE),
    (COMPANY_POSSESSIONS, class::COMPANY_POSSESSION),
    (LEGAL_FORMS, class::LEGAL_FORM),
    (NO_NAMES, class::NO_NAME),
    (COMPANIES, class::COMPANY),
];

/// The words with their classes; a word stands once for each of its lists.
pub(crate) fn entries() -> impl Iterator<Item = (&'static str, u32)> {
    LISTS.iter().flat_map(|&(list, class)| list.iter().map(move |&word| (word, class)))
}

/// The words, for the lexicon.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    entries().map(|(word, _)| (word, Classes::NONE))
}
