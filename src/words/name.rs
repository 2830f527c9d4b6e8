//! The words that tell names apart: titles, organisation words and suffixes, particles, closed-class words. One table each.

use super::Classes;

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

const TITLES: &str = "mr|mr.|mrs|mrs.|ms|ms.|miss|dr|dr.|prof|prof.|professor|sir|dame|lord|lady|rev|rev.|reverend|fr|sen|sen.|senator|rep|rep.|\
representative|congressman|congresswoman|gov|gov.|governor|gen|gen.|general|col|col.|colonel|lt|lt.|lieutenant|sgt|sgt.|sergeant|capt|capt.|captain|\
maj|maj.|major|admiral|president|premier|minister|chancellor|secretary|ambassador|king|queen|prince|princess|pope|judge|justice|mayor|commissioner|\
sheikh|shaikh|shri|smt|sri|imam|ayatollah|bishop|archbishop|cardinal|father|sister|chairman|chairwoman|chairperson|chair|director|ceo|cfo|coo|cto|\
spokesman|spokeswoman|spokesperson|analyst|economist|strategist|attorney|coach|manager|striker|midfielder|defender|goalkeeper|captain|founder|\
co-founder|vice-president|deputy|minister.|hon|hon.|herr|frau|monsieur|madame|mme|detective|inspector|constable|officer|undersecretary|envoy|\
treasurer|speaker|commander|marshal|brigadier";

const OFFICES: &str = "chief|executive|officer|officers|president|vice|chairman|chairwoman|chairperson|chair|director|directors|managing|head|partner|\
founder|co-founder|cofounder|minister|ministers|secretary|governor|mayor|senator|ambassador|commissioner|economist|economists|analyst|analysts|\
strategist|strategists|spokesman|spokeswoman|spokesperson|manager|trader|traders|treasurer|counsel|attorney|lawyer|professor|editor|ceo|cfo|coo|cto|\
owner|banker|adviser|advisor|consultant|member|leader|deputy|undersecretary|envoy|superintendent|principal|controller|administrator|general|\
operating|financial|technology|marketing|commercial|federal|prime|foreign|finance|interior|defence|defense|trade|home|state|senior|executive|\
lecturer|researcher|scientist|coordinator|representative|chancellor|premier";

const COMPANY_SUFFIXES: &str = "inc|inc.|corp|corp.|corporation|co|co.|company|companies|ltd|ltd.|limited|plc|llc|llp|lp|l.p.|l.l.c.|ag|sa|s.a.|s.p.a.|spa|\
nv|n.v.|bv|b.v.|gmbh|se|kg|kgaa|oyj|ab|asa|a/s|aps|sarl|srl|pte|pty|bhd|berhad|tbk|pt|holdings|holding|group|partners|&|incorporated|bancorp|\
bancshares|trust|kk|k.k.|sab|saic|jsc|pjsc|ojsc|cos|bros|bros.|brothers|sons|associates|ventures|capital";

const ORGANIZATION_WORDS: &str = "bank|banks|ministry|department|university|college|institute|institution|commission|committee|council|agency|authority|\
association|federation|union|party|congress|parliament|senate|court|board|bureau|fund|foundation|society|club|team|league|corps|army|navy|police|\
airlines|airways|motors|electric|energy|petroleum|oil|gas|steel|pharmaceuticals|pharma|therapeutics|biosciences|technologies|technology|systems|\
software|networks|communications|telecom|telecommunications|media|entertainment|studios|press|news|times|post|journal|herald|tribune|gazette|\
newspaper|broadcasting|television|radio|insurance|securities|exchange|financial|finance|investments|investment|management|advisors|services|solutions|\
industries|international|enterprises|labs|laboratories|hospital|hospitals|clinic|school|schools|museum|church|office|organization|organisation|\
administration|government|cabinet|central|reserve|treasury|airport|stores|markets|foods|brewing|hotels|resorts|realty|properties|logistics|shipping|\
rail|railways|railway|freight|mining|minerals|resources|metals|chemical|chemicals|plastics|paper|auto|automotive|aerospace|defense|semiconductor|\
devices|instruments|diagnostics|health|healthcare|medical|biotech|bio|genetics|sciences|science|research|center|centre|academy|alliance|coalition|\
consortium|network|forum|chamber|conference|front|movement|brigade|regiment|forces|force|guard|service|directorate|inspectorate|tribunal|assembly|\
house|secretariat|fc|f.c.|cf|rovers|city|athletic|wanderers|hotspur|rangers|celtic|sox|yankees|electronics|motor|entertainment|bancorp|ventures|\
records|pictures|games|athletics|dynamics|interactive|digital|labor|labour|commerce|justice|agriculture|transportation|education|veterans|homeland|\
firefighters|teamsters|workers|farmers|growers|brewery|winery|pharmacy|supermarkets|retail|outfitters|apparel|brands|boutique|interiors";

const PLACE_WORDS: &str = "river|lake|sea|ocean|bay|gulf|strait|island|islands|isle|mount|mountain|mountains|valley|desert|peninsula|cape|coast|beach|\
county|province|state|district|region|city|town|village|street|st.|avenue|ave|road|rd|boulevard|blvd|drive|lane|square|park|bridge|airport|port|\
harbor|harbour|canal|creek|falls|forest|hills|hill|heights|springs|shore|territory|republic|kingdom|north|south|east|west|northern|southern|eastern|\
western|central|upper|lower|new|san|santa|los|las|el|fort|port|mt|mt.|highway|route|parkway|plaza";

const PARTICLES: &str =
    "de|del|della|di|da|dos|das|do|du|van|von|der|den|ter|ten|la|le|el|al|bin|binti|ibn|ben|abu|abd|ul|ur|al-|y|e|zu|af|av|st|o'|mac|of";

const CLOSED: &str = "a|an|the|this|that|these|those|some|any|each|every|either|neither|both|all|many|much|more|most|few|several|such|no|not|other|\
another|same|one|two|three|four|five|six|seven|eight|nine|ten|i|you|he|she|it|we|they|me|him|her|us|them|my|your|his|its|our|their|mine|yours|ours|\
theirs|who|whom|whose|which|what|when|where|why|how|whether|if|because|although|though|while|since|until|unless|before|after|as|than|and|or|but|nor|\
so|yet|for|in|on|at|by|with|from|to|of|into|onto|over|under|above|below|between|among|through|during|against|about|around|across|along|within|without|\
toward|towards|upon|despite|per|via|amid|including|according|is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|done|will|would|shall|\
should|can|could|may|might|must|there|here|now|then|thus|hence|however|moreover|meanwhile|also|even|just|only|still|already|again|once|ever|never|\
very|too|quite|rather|really|perhaps|maybe|yes|no|let|don't|doesn't|didn't|isn't|aren't|wasn't|weren't|it's|that's|he's|she's|we're|they're|i'm|\
i've|we've|they've|you're|there's|what's|who's|can't|won't|couldn't|wouldn't|on|out|up|down|off|last|next|earlier|later|first|second|third|fourth|\
today|yesterday|tomorrow|tonight|additionally|overall|separately|elsewhere|instead|nevertheless|nonetheless|otherwise|therefore|furthermore|\
both|following|based|compared|excluding|despite|given|like|unlike|asked|under|our|its";

const SAYING: &str = "said|says|say|told|tells|added|adds|noted|notes|stated|states|explained|commented|announced|announces|revealed|reported|reports|\
replied|argued|insisted|warned|claimed|continued|concluded|wrote|testified|predicted|disclosed|confirmed|acknowledged|estimated|estimates|expects|\
declared|urged|quoted";

const WHERE: &str = "in|at|from|near|outside|inside|to|across|throughout|around|toward|towards|into";

const CALENDAR: &str = "january|february|march|april|may|june|july|august|september|october|november|december|jan|jan.|feb|feb.|mar|mar.|apr|apr.|jun|jun.|\
jul|jul.|aug|aug.|sep|sep.|sept|sept.|oct|oct.|nov|nov.|dec|dec.|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|mon.|tue|tue.|tues|wed|wed.|\
thu|thu.|thur|thurs|fri|fri.|sat|sat.|sun|sun.|christmas|easter|ramadan";

const PEOPLE: &str = "american|americans|british|briton|britons|chinese|japanese|german|germans|french|italian|italians|spanish|russian|russians|indian|\
indians|pakistani|pakistanis|canadian|canadians|australian|australians|mexican|mexicans|brazilian|brazilians|dutch|swiss|swedish|swede|swedes|norwegian|\
danish|dane|danes|finnish|finn|belgian|belgians|austrian|irish|scottish|welsh|english|polish|pole|poles|czech|czechs|slovak|hungarian|romanian|bulgarian|\
greek|greeks|turkish|turk|turks|israeli|israelis|palestinian|palestinians|arab|arabs|iranian|iranians|iraqi|iraqis|saudi|saudis|egyptian|egyptians|\
syrian|lebanese|kuwaiti|jordanian|korean|koreans|thai|thais|vietnamese|malaysian|malaysians|indonesian|indonesians|filipino|filipinos|singaporean|\
taiwanese|ukrainian|ukrainians|kazakh|african|africans|european|europeans|asian|asians|latin|hispanic|muslim|muslims|christian|christians|jewish|jew|jews|\
catholic|catholics|protestant|hindu|hindus|sikh|buddhist|nigerian|nigerians|kenyan|ghanaian|ethiopian|argentine|argentinian|chilean|colombian|peruvian|\
venezuelan|cuban|cubans|western|scandinavian|nordic|baltic|balkan|serb|serbs|serbian|croat|croatian|bosnian|albanian|slovenian|kurdish|kurd|kurds|\
chechen|chechens|afghan|afghans|bangladeshi|lankan|nepalese|emirati|qatari|moroccan|algerian|tunisian|libyan|sudanese|south-african|portuguese|\
republican|republicans|democrat|democrats|democratic";

const COMPANY_NOUNS: &str = "company|firm|start-up|startup|start-ups|startups|venture|maker|lender|retailer|bank|airline|carrier|carmaker|automaker|chipmaker|drugmaker|\
brewer|broker|brokerage|insurer|supplier|operator|developer|publisher|newspaper|agency|group|subsidiary|unit|conglomerate|manufacturer|provider|\
producer|miner|refiner|distributor|builder|housebuilder|homebuilder|grocer|chain|supermarket|utility|platform|consultancy|exchange|fund|marketplace|\
multinational|corporation|affiliate|contractor|shipbuilder|planemaker|steelmaker|tycoon's|watchdog|regulator|think-tank|thinktank|charity|nonprofit|\
non-profit|organization|organisation|association|university|college|union|party|broadcaster|network|magazine|website|fintech|unicorn|wholesaler|\
wholesaler|restaurateur|hotelier|landlord|trust|institute|foundation|business|enterprise|partnership|coalition|alliance|club|team";

const PLACE_NOUNS: &str = "city|town|village|province|state|region|country|island|county|district|suburb|capital|port|municipality|nation|republic|\
territory|borough|neighborhood|neighbourhood";

const PERSON_NOUNS: &str = "actor|actress|singer|author|writer|pilot|student|teacher|farmer|resident|businessman|businesswoman|entrepreneur|investor|\
tycoon|billionaire|politician|lawmaker|legislator|judge|prosecutor|detective|soldier|striker|midfielder|defender|goalkeeper|coach|captain|veteran|\
activist|dissident|journalist|reporter|photographer|historian|engineer|physician|doctor|nurse|scientist|biologist|specialist|expert|executive|\
boss|chief|head|mother|father|wife|husband|son|daughter|brother|sister|neighbour|neighbor|colleague|dealer|broker";

const PHRASE_ENDS: &str = "that|which|who|whose|where|of|for|in|at|from|to|with|by|on|based|headquartered|located|owned|operated|focused|offering|specializing|\
specialising|providing|making|using|serving|dedicated|listed|founded|known|called|and|or|whose|when|as|said|says|is|was|are|were|has|had|will|would|\
has|have";

const COMPANY_VERBS: &str = "raised|acquired|acquires|launched|launches|unveiled|listed|merged|reported|reports|posted|earned|employs|sells|manufactures|\
produces|announced|announces|issued|invested|bought|divested|operates|owns|recalled";

const COMPANY_GOODS: &str = "data|figures|shares|stock|analysts|executives|officials|spokesman|spokeswoman|survey|poll|estimates|researchers|shareholders|\
stockholders|investors|employees|customers|management";

const HONORIFICS: &str = "mr|mr.|mrs|mrs.|ms|ms.|miss|dr|dr.|prof|prof.|sir|dame|shri|smt|hon|hon.|messrs|messrs.|mx|mx.|herr|frau";

const OFFICE_MODIFIERS: &str = "federal|deputy|former|vice|chief|senior|junior|executive|managing|assistant|associate|acting|prime|foreign|finance|\
interior|defence|defense|trade|home|state|principal|general|group|global|regional|national|interim|incoming|outgoing|ex-president|non-executive|\
independent|lead|co-founder|founder|founding|chairman|president|vice-president|head|chair|honorary|special|permanent|operating|financial|technology|\
marketing|commercial|people|product|investment|revenue|information|legal|strategy|market|research|equity|equities|commodity|commodities|currency|\
fund|portfolio|political|press|media|board";

const MOVES: &str = "rose|fell|gained|lost|dropped|slid|sank|sunk|climbed|jumped|surged|tumbled|plunged|dipped|retreated|advanced|eased|slipped|added|\
shed|rallied|soared|slumped|inched|edged|skidded|sliding|falling|rising|gaining|losing|dropping|climbing|jumping|surging|tumbling|inching|edging|\
easing|shedding|adding|slipping|slumping|soaring";

const COMPANY_POSSESSIONS: &str = "revenue|revenues|profit|profits|earnings|output|production|subsidiary|subsidiaries|division|divisions|shareholders|\
stockholders|dividend|customers|factory|factories|plant|plants|quarterly|backlog|subscribers|deliveries|shipments|guidance";

const LEGAL_FORMS: &str = "inc|inc.|corp|corp.|corporation|ltd|ltd.|limited|plc|llc|llp|l.p.|l.l.c.|s.p.a.|spa|gmbh|ag|kgaa|oyj|asa|nv|n.v.|bv|b.v.|pty|\
bhd|berhad|tbk|bancorp|bancshares|jsc|pjsc|ojsc|s.a.|sab";

const NO_NAMES: &str = "ai|fx|ipo|ipos|ev|evs|etf|etfs|esg|lng|lpg|dei|ip|adr|adrs|agm|egm|isin|reit|reits|rsi|nav|utc|gmt|arr|sme|smes|ttm|nft|nfts|\
tm|sg&a|g&a|nda|ndas|hvac|jv|jvs|tvl|dex|dexs|pdf|roi|kpi|kpis|macd|b2b|b2c|saas|llm|llms|gpu|gpus|cpu|api|m&a|r&d|csr|gmp|oem|oems|vc|vcs|cfa|cpa|\
phd|mba|usd|eur|gbp|cny|ytd|yoy|qoq|faq|faqs|fii|fiis|dii|diis|hni|qip|gst|vat|edt|est|pst|bst|cet|bitcoin|bitcoins|btc|ethereum|ether|eth|xrp|\
dogecoin|litecoin|usdt|usdc|bnb|stablecoin|stablecoins|crypto|defi|web3|rna|dna|hr|it";

const COMPANIES: &str = "openai|palantir|cisco|nokia|robinhood|grayscale|barchart|coinbase|binance|anthropic|deepmind|deepseek|tiktok|whatsapp|\
snapchat|huawei|xiaomi|tencent|alibaba|baidu|softbank|sony|toyota|honda|nissan|mazda|hyundai|samsung|infosys|wipro|paytm|zomato|swiggy|flipkart|\
thyssenkrupp|siemens|basf|volkswagen|bmw|audi|airbus|renault|stellantis|carrefour|danone|lvmh|gucci|santander|bbva|telefonica|iberdrola|repsol|\
unicredit|pirelli|ericsson|volvo|ikea|spotify|klarna|maersk|carlsberg|heineken|philips|asml|unilever|novartis|roche|glencore|petrobras|embraer|\
gazprom|rosneft|lukoil|sberbank|aramco|barclays|lloyds|nestle|pfizer|moderna|biogen|intel|nvidia|tesla|boeing|microsoft|google|facebook|netflix|\
paypal|starbucks|walmart|pepsico|chevron|exxon|exxonmobil|texaco|microstrategy|nasdaq|reuters|bloomberg|jefferies|nomura|\
citigroup|jpmorgan|wedbush|oppenheimer|pepperstone|swissquote|bitget|telegram|reddit|youtube|linkedin|instagram|twitter|uber|lyft|airbnb|doordash";

const MEASURES: &str = "net|gross|adjusted|revenue|revenues|sales|profit|profits|earnings|income|margin|margins|ebitda|ebit|ebita|eps|gdp|gnp|cpi|ppi|\
aum|gmv|ffo|affo|noi|roe|roce|arpu|fcf|pbt|nii|nim|cagr|capex|opex|wpi|iip|gva|dps";

/// The lists with their classes.
static LISTS: [(&str, u32); 25] = [
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
    LISTS.iter().flat_map(|&(list, class)| list.split('|').map(move |word| (word, class)))
}

/// The words, for the lexicon.
pub(crate) fn words() -> impl Iterator<Item = (&'static str, Classes)> {
    entries().map(|(word, _)| (word, Classes::NONE))
}
