//! Whose figure it is: possessive, subject, apposition, "of Acme", "at Acme", bracket, heading, or the release's own company.
//!
//! The owner stands in the clause that gives the figure its measure: in the measure's own phrase (`Acme's profit`, `Acme shares`,
//! `shares of Acme`), as the subject of the verb that governs it (`Acme raised`), or behind the figure (`at Acme`). "The company", "it"
//! and "we" are the company spoken of. A measure that nobody owns in its clause goes on about the owner before it, as long as no other
//! name or noun took its place; the company that an article is about owns what is left. "The graphics division" and "most banks" are
//! somebody else, who has no name: such a figure belongs to nobody that can be told.

mod about;
mod carry;
mod kinds;
mod names;
mod nature;
mod pronoun;
mod said;
mod topic;
mod voice;

use self::kinds::{FIRM_MEASURES, FORECAST_OF_ALL, WORLD, has_word, is_of_many, is_of_rate, is_of_text, is_policy_rate, is_statistic};
use self::nature::{Nature, nature};
use self::voice::{is_dialogue, is_own};
use super::class::Class;
use super::fact::FigureFact;
use super::measure::Construed;
use super::phrase::{ItemKind, View};
use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::Span;
use crate::words::WordList;
use crate::words::relating::{COMPANY_NOUNS, EXPECTING, REPORTING, SAYING_VERBS};

/// How many sentences an owner is carried on beyond its paragraph.
const CARRIED: usize = 3;

/// Whose a figure is, before pronouns are resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    /// This entity.
    Named(usize),
    /// This place, if nobody else is.
    Within(usize),
    /// The company spoken of.
    Company,
    /// The company that speaks.
    Ours,
    /// What is spoken of.
    It,
    /// The country spoken of.
    Country,
    /// The clause does not tell.
    Open,
    /// Somebody who has no name.
    Other,
}

use Owner::{Company, Country, It, Named, Open, Other, Ours, Within};

/// Gives the facts of an article their owners, sentence by sentence.
pub(super) struct Owners<'d> {
    document: &'d Document<'d>,
    entities: &'d [NamedEntity],
    places: &'d [(Span, usize)],
    natures: Vec<Nature>,
    /// For each entity, the first one that is named alike or that it stands in brackets behind.
    same: Vec<usize>,
    /// How often each is named, by the first one.
    named: Vec<usize>,
    /// The companies by ticker and by the first word of their names.
    short: rustc_hash::FxHashMap<&'d str, usize>,
    /// The places by what is theirs: "Victorian".
    adjectives: rustc_hash::FxHashMap<String, usize>,
    /// The countries by code.
    countries: rustc_hash::FxHashMap<&'static str, usize>,
    /// For a noun like "university", the only body with it in its name, and where it is named first; `usize::MAX` for several.
    institutions: rustc_hash::FxHashMap<String, (usize, usize)>,
    main: Option<usize>,
    /// Whether the article is about a company that a release or a market names as such.
    firm: bool,
    /// The country that it is about or from, where it names it.
    home: Option<usize>,
    /// Whether a central bank speaks.
    central: bool,
    /// Whether the text is its own: of its policy from the head on.
    minutes: bool,
    /// The central bank that the text begins with, where it names no country.
    bank: Option<usize>,
    /// The central bank that sets the rates of the text.
    setter: Option<usize>,
    /// "the Group" or "the Company", where that is all that the text calls its company.
    itself_as: Option<usize>,
    /// The company that is yet to come: "to be called Acme".
    coming: Option<usize>,
    /// Whether it is a company's own text: "we", "the Company".
    itself: bool,
    /// Whether the article is a talk of several: what one speaks of is not what the next one does.
    dialogue: bool,
    next: usize,
    topic: Option<usize>,
    topic_at: usize,
    company: Option<usize>,
    /// The sentence that spoke of it last.
    company_at: usize,
    /// What was spoken of before the list, with its sentence.
    before_list: Option<(Option<usize>, usize)>,
    /// The paragraph of the last item of news that begins with its hour.
    item: Option<usize>,
    /// The figures of the sentence with their owners.
    told: Vec<(usize, Owner)>,
    spoken: Spoken,
}

/// Which company an article speaks of, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Spoken {
    /// The company that the article is about.
    pub main: Option<usize>,
    /// Sentences with the company that is spoken of from there on, in order.
    companies: Vec<(usize, usize)>,
}

impl Spoken {
    /// The company that "the company" is in a sentence.
    pub(super) fn company(&self, sentence: usize) -> Option<usize> {
        let before = self.companies.partition_point(|(at, _)| *at <= sentence).checked_sub(1);
        before.map(|before| self.companies[before].1).or(self.main)
    }
}

impl<'d> Owners<'d> {
    /// Reads what the article's names are. `places` are where they stand.
    pub(super) fn new(document: &'d Document<'d>, entities: &'d [NamedEntity], places: &'d [(Span, usize)]) -> Self {
        let mut owners = Owners {
            document,
            entities,
            places,
            natures: entities.iter().map(|entity| nature(document, entity)).collect(),
            same: Vec::new(),
            named: vec![0; entities.len()],
            short: rustc_hash::FxHashMap::default(),
            adjectives: Self::adjectives(entities),
            countries: entities.iter().enumerate().filter_map(|(i, entity)| Some((entity.country?, i))).collect(),
            institutions: rustc_hash::FxHashMap::default(),
            main: None,
            firm: false,
            home: None,
            bank: None,
            setter: None,
            itself_as: None,
            central: false,
            minutes: false,
            coming: None,
            itself: is_own(document),
            dialogue: is_dialogue(document),
            next: 0,
            topic: None,
            topic_at: 0,
            company: None,
            company_at: 0,
            before_list: None,
            item: None,
            told: Vec::new(),
            spoken: Spoken::default(),
        };
        owners.unite();
        places.iter().for_each(|&(_, entity)| owners.named[owners.same[entity]] += 1);
        owners.shorten();
        owners.main = owners.main();
        owners.firm = owners.main.is_some_and(|main| owners.is_firm(main));
        owners.spoken.main = owners.main;
        owners.coming = owners.coming();
        owners.found();
        let bank = document.context.central_bank;
        owners.central = bank.is_some();
        owners.minutes = bank.is_some_and(|bank| bank.of_policy);
        let home = bank.map(|bank| bank.country).or(document.context.country);
        owners.home = (0..entities.len()).find(|&i| home.is_some() && owners.is_country(i) && entities[i].country == home);
        owners.setter = bank.and_then(|bank| {
            let named = |i: usize| entities[i].aliases.iter().chain([&entities[i].name]).any(|name| name.contains(bank.name));
            (0..entities.len()).find(|&i| matches!(owners.natures[i], Nature::Company | Nature::Body) && named(i))
        });
        owners.bank = owners.setter.filter(|_| owners.home.is_none());
        owners.itself_as = (0..entities.len()).find(|&i| {
            entities[i].kind == EntityKind::Organization && owners.natures[i] == Nature::Board && COMPANY_NOUNS.has(&entities[i].name)
        });
        owners.home = owners.home.or_else(|| owners.only_country().filter(|_| bank.is_none()));
        owners
    }

    /// Which company the article speaks of, to its end.
    pub(super) fn spoken(mut self) -> Spoken {
        if let Some(last) = self.document.sentences.len().checked_sub(1) {
            self.pass(last);
        }
        self.spoken
    }

    /// Gives the facts of a sentence, read from these items, their owners. `found` says how each got its measure.
    pub(super) fn assign(&mut self, view: View, facts: &mut [FigureFact], found: &[(usize, Construed)]) {
        let Some(sentence) = found.iter().find_map(|(at, _)| fact_at(view, *at)).and_then(|fact| facts.get(fact)).map(|fact| fact.sentence)
        else {
            return;
        };
        self.pass(sentence);
        self.told.clear();
        for (at, found) in found {
            let Some(fact) = fact_at(view, *at) else { continue };
            let own = match self.own(view, *at, found) {
                Open => self.promised(view, sentence),
                own => own,
            };
            let owner = self.resolve(own, view, *at, &facts[fact]);
            self.told.push((*at, owner));
            facts[fact].entity = match owner {
                Named(entity) => Some(entity),
                _ => None,
            };
            facts[fact].attribution = self.broker(view, *at, found).filter(|&broker| owner != Named(broker));
        }
        let last = self.told.iter().rev().find_map(|(_, owner)| match owner {
            Named(entity) => Some(*entity),
            _ => None,
        });
        match last {
            Some(entity) if self.is_term(entity) => {}
            // a town or a state is not what an article goes on about
            Some(entity) if self.natures[entity] == Nature::Place && self.entities[entity].country.is_none() => {}
            Some(entity) => self.speak_of(entity, sentence),
            None if self.told.iter().any(|(_, owner)| *owner == Other) => self.topic = None,
            None => {}
        }
    }

    /// The entity that an owner stands for, or [`Other`] or [`Open`].
    fn resolve(&self, owner: Owner, view: View, at: usize, fact: &FigureFact) -> Owner {
        let sentence = fact.sentence;
        let named = |entity: Option<usize>| entity.map_or(Open, Named);
        if let Some(setter) = self.setter.filter(|_| is_policy_rate(fact) && self.is_home_rate(owner)) {
            return Named(setter);
        }
        match owner {
            // who votes on rates has no growth of his own
            Named(entity) if self.central && is_statistic(fact) && self.is_panel(entity) => self.carried(fact),
            // who counts what a country makes
            Named(entity) if is_statistic(fact) && self.is_statistician(entity) => self.carried(fact),
            Named(_) if is_of_many(fact) && !self.names_many(owner, fact) => Other,
            Named(entity) => match self.natures[self.same[entity]] {
                Nature::Nobody => self.carried(fact),
                Nature::Board => {
                    let firm = self.main.filter(|_| self.firm);
                    let own = firm.or_else(|| self.spoken_company(sentence).filter(|&company| self.is_firm(company)));
                    own.or(self.itself_as.filter(|&own| own == self.same[entity])).map_or(Other, Named)
                }
                // "the committee revised its growth forecast": growth is the country's
                Nature::Body | Nature::Company if has_word(fact, &FORECAST_OF_ALL) && self.is_authority(entity) => self.carried(fact),
                _ => Named(self.same[entity]),
            },
            Company => named(self.self_told(view, at).or_else(|| self.spoken_company(sentence)).or(self.itself_as)),
            Ours if self.is_unnamed() => named(self.itself_as),
            // "our electricity" in a speech about a company
            Ours if !self.firm && !self.itself && !has_word(fact, &FIRM_MEASURES) => Open,
            Ours => named(self.main.filter(|&main| self.natures[main] == Nature::Company).or(self.company)),
            // "it" may be the inflation that a central bank expects
            It if is_statistic(fact) => self.carried(fact),
            It if self.central && is_policy_rate(fact) => self.subject_before(view, at).map_or_else(|| self.carried(fact), Named),
            It => {
                let spoken = || {
                    self.near_topic(sentence).filter(|&topic| {
                        self.topic_at == sentence
                            || self.natures[topic] == Nature::Company
                            || self.is_country(topic)
                            || self.itself_as == Some(topic)
                    })
                };
                named(self.subject_before(view, at).or_else(spoken))
            }
            Country => named(self.country()),
            Within(place) => match self.goes_on(fact, |_| true) {
                Named(carried) if self.natures[carried] == Nature::Company => Named(carried),
                // a town has what is sold in it no more than a market has
                _ if self.is_country(place) => Named(self.same[place]),
                _ => Other,
            },
            Open if is_of_many(fact) || is_of_text(fact) || is_of_rate(self.document.text, fact) => Other,
            Open => self.carried(fact),
            // "the staff revised its growth forecast"
            Other if self.central && is_statistic(fact) && !has_word(fact, &WORLD) => self.carried(fact),
            Other => Other,
        }
    }

    /// Whether whom the clause names leaves the rate to the central bank that the text is of: nobody, its country, its committee.
    fn is_home_rate(&self, owner: Owner) -> bool {
        match owner {
            Named(entity) => self.home == Some(self.same[entity]) || self.is_panel(entity),
            Within(place) => self.home == Some(self.same[place]),
            Open | It | Country | Company | Ours => true,
            Other => false,
        }
    }

    /// Whether the name is of those who vote: "Monetary Policy Committee".
    fn is_panel(&self, entity: usize) -> bool {
        static PANELS: WordList = WordList::new(words!("committee|council|board|group"));
        self.entities[entity].name.split(' ').any(|word| PANELS.has(word))
    }

    /// Whether the measure itself names the one whose people it counts: "Acme drivers".
    fn names_many(&self, owner: Owner, fact: &FigureFact) -> bool {
        let (Named(entity), Some(measure)) = (owner, fact.measure.as_deref()) else { return true };
        let first = self.entities[entity].name.split(' ').next().unwrap_or_default();
        let stem = &first[..first.char_indices().nth(4).map_or(first.len(), |(at, _)| at)];
        measure.contains(stem)
    }

    /// Whether the name is of a statistical office: "Census Bureau", "Statistics Norway".
    fn is_statistician(&self, entity: usize) -> bool {
        static OFFICES: WordList = WordList::new(words!("census|statistics|statistical|eurostat|istat|insee|destatis"));
        self.entities[self.same[entity]].name.split(' ').any(|word| OFFICES.has(word))
    }

    /// Whether it is an authority that tells of its country: a body, or the bank where a central bank speaks.
    fn is_authority(&self, entity: usize) -> bool {
        let bank = |word: &str| ["Bank", "Board", "Committee"].contains(&word);
        self.natures[self.same[entity]] == Nature::Body || self.central && self.entities[entity].name.split(' ').any(bank)
    }
}

/// Nouns of what a listed company has that stand for itself.
static SHARES: WordList = WordList::new(words!("shares|stock|share|units|price"));

/// Whether the noun is of a person by trade: "oilman", "financier".
fn is_agent(noun: &str) -> bool {
    static TRADES: WordList = WordList::new(words!(
        "billionaire|millionaire|tycoon|magnate|financier|entrepreneur|investor|raider|heiress|heir|native|lawyer|attorney|farmer|politician|\
        senator|lawmaker|lawmakers|congressman|plaintiff|defendant|founder|widow|couple|resident|author|professor|banker|trader|broker"
    ));
    let lower = noun.starts_with(char::is_lowercase);
    lower && (TRADES.has(noun) || noun.len() > 4 && (noun.ends_with("man") || noun.ends_with("woman") || noun.ends_with("men")))
}

/// Whether the verb only gives its subject's word.
fn speaks(verb: &str) -> bool {
    SAYING_VERBS.has(verb) && !REPORTING.has(verb) && !EXPECTING.has(verb)
}

fn fact_at(view: View, at: usize) -> Option<usize> {
    match view.items.get(at)?.kind {
        ItemKind::Figure(fact) => Some(fact),
        _ => None,
    }
}

fn is_preposition(view: View, at: usize) -> bool {
    view.class(at) == Some(Class::Preposition) && !(at > 0 && view.joins(at - 1))
}

/// ’s, or the apostrophe of a plural.
fn is_possessive(view: View, at: usize) -> bool {
    view.class(at) == Some(Class::Possessive)
        || matches!(view.items[at].kind, ItemKind::Sign('\'' | '’')) && at > 0 && view.word(at - 1).ends_with('s')
}

#[cfg(test)]
mod tests;
