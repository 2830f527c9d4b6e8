//! Whose figure it is: possessive, subject, apposition, "of Acme", "at Acme", bracket, heading, or the release's own company.
//!
//! The owner stands in the clause that gives the figure its measure: in the measure's own phrase (`Acme's profit`, `Acme shares`,
//! `shares of Acme`), as the subject of the verb that governs it (`Acme raised`), or behind the figure (`at Acme`). "The company", "it"
//! and "we" are the company spoken of. A measure that nobody owns in its clause goes on about the owner before it, as long as no other
//! name or noun took its place; the company that an article is about owns what is left. "The graphics division" and "most banks" are
//! somebody else, who has no name: such a figure belongs to nobody that can be told.

use super::class::Class;
use super::fact::FigureFact;
use super::measure::Construed;
use super::phrase::{ItemKind, PhraseItem, Subject, View};
use crate::document::Document;
use crate::mention::{EntityKind, NamedEntity};
use crate::text::{BlockKind, Sentence, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    AGENTS, BENCHMARKS, BODIES, BORNE, COMMODITIES, COMPANY_NOUNS, COMPANY_TERMS, DEALS, EXCHANGES, EXPECTING, MEASURE_ACRONYMS, OWN_VERBS,
    PEOPLE, REPORTING, SAYING_VERBS, UNITS, WIRES,
};
use std::ops::Range;

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

/// What an entity can own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    /// A company, or anything else that a market or a release speaks of.
    Company,
    /// A ministry, a court, a central bank.
    Body,
    /// A place.
    Place,
    /// A person by full name or with an office.
    Person,
    /// The board of the company spoken of.
    Board,
    /// A wire, an exchange, the acronym of a measure.
    Nobody,
}

/// Gives the facts of an article their owners, sentence by sentence.
pub(super) struct Owners<'d> {
    document: &'d Document<'d>,
    entities: &'d [NamedEntity],
    places: &'d [(Span, usize)],
    natures: Vec<Nature>,
    /// For each entity, the first one that is named alike or that it stands in brackets behind.
    same: Vec<usize>,
    /// The companies by ticker and by the first word of their names.
    short: rustc_hash::FxHashMap<&'d str, usize>,
    main: Option<usize>,
    /// Whether the article is about a company that a release or a market names as such.
    firm: bool,
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
            short: rustc_hash::FxHashMap::default(),
            main: None,
            firm: false,
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
        owners.shorten();
        owners.main = owners.main();
        owners.firm = owners.main.is_some_and(|main| owners.is_firm(main));
        owners.spoken.main = owners.main;
        owners
    }

    /// Which company the article speaks of, to its end.
    pub(super) fn spoken(mut self) -> Spoken {
        if let Some(last) = self.document.sentences.len().checked_sub(1) {
            self.pass(last);
        }
        self.spoken
    }

    /// Makes one of the names that are alike, and of those in brackets behind another: "Velora Ltd. (VLR)". An acronym in brackets
    /// behind common words names nobody.
    fn unite(&mut self) {
        self.same.extend(0..self.entities.len());
        let mut first: rustc_hash::FxHashMap<&str, usize> = rustc_hash::FxHashMap::default();
        for (i, entity) in self.entities.iter().enumerate() {
            self.same[i] = *first.entry(entity.name.as_str()).or_insert(i);
        }
        let text = self.document.text;
        for (k, &(span, i)) in self.places.iter().enumerate() {
            let before = text[..span.start].trim_end_matches(['"', '“']);
            let Some(open) = before.strip_suffix('(').map(str::trim_end) else { continue };
            if !text[span.end..].starts_with([')', '"', '”', ';', ',']) || span.of(text).contains(' ') {
                continue;
            }
            let named = k.checked_sub(1).map(|before| self.places[before]).filter(|(other, _)| {
                other.end <= open.len() && open.len() - other.end <= 3 && !open[other.end..].contains([',', '.', ';'])
            });
            match named {
                Some((_, other)) if self.natures[self.same[other]] != Nature::Nobody => {
                    let united = self.same[other];
                    if united != self.same[i] && self.natures[united] != Nature::Person {
                        self.same[i] = united;
                    }
                }
                _ => {
                    let word = open.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
                    if word.starts_with(char::is_lowercase) {
                        self.natures[i] = Nature::Nobody;
                    }
                }
            }
        }
        for i in 0..self.same.len() {
            self.same[i] = self.same[self.same[i]];
        }
    }

    /// Learns what else the companies are called: the ticker, and the first word of a longer name where only one begins with it.
    fn shorten(&mut self) {
        let mut put = |word: &'d str, entity: usize| {
            self.short.entry(word).and_modify(|known| *known = if *known == entity { entity } else { usize::MAX }).or_insert(entity);
        };
        for (i, entity) in self.entities.iter().enumerate() {
            if self.natures[i] != Nature::Company || self.natures[self.same[i]] != Nature::Company {
                continue;
            }
            let own = self.same[i];
            let first = entity.name.split(' ').next().unwrap_or_default();
            put(&entity.name, own);
            entity.ticker.as_deref().into_iter().for_each(|ticker| put(ticker, own));
            if first.len() > 4 && first.len() < entity.name.len() && first.starts_with(char::is_uppercase) && !COMMON_FIRST.has(first) {
                put(first, own);
            }
        }
        self.short.retain(|_, entity| *entity != usize::MAX);
    }

    /// The company, or other thing, that the article is about: the one named most, with a ticker, as "the Company", behind "About".
    fn main(&self) -> Option<usize> {
        let mut weight = vec![0usize; self.entities.len()];
        let mut count = vec![0usize; self.entities.len()];
        let mut lead = None;
        let first = self.document.sentences.get(2).or(self.document.sentences.last());
        let head = first.map_or(0, |sentence| self.document.span(sentence.tokens.clone()).end);
        for &(span, i) in self.places {
            let own = self.same[i];
            let points = match self.natures[i] {
                Nature::Company => 2,
                Nature::Place if self.entities[i].country.is_some() => 2,
                _ => continue,
            };
            weight[own] += points;
            count[own] += 1;
            if self.natures[i] == Nature::Company {
                if lead.is_none() && span.end <= head {
                    lead = Some(own);
                    weight[own] += 4;
                }
                if self.is_defined(span) {
                    weight[own] += 12;
                }
                if self.document.text[..span.start].ends_with("About ") {
                    weight[own] += 8;
                }
            }
        }
        for (i, entity) in self.entities.iter().enumerate() {
            if entity.ticker.is_some() && self.natures[i] == Nature::Company {
                weight[self.same[i]] += 4;
            }
        }
        let best = (0..weight.len()).max_by_key(|&i| (weight[i], std::cmp::Reverse(i)))?;
        let second = (0..weight.len()).filter(|&i| i != best).map(|i| weight[i]).max().unwrap_or(0);
        let known = count[best] >= 2 || weight[best] >= 10;
        (known && weight[best] >= 4 && weight[best] * 2 >= second * 3).then_some(best)
    }

    /// Whether the name is surely of a company: by its form, its ticker, or as a release calls itself.
    fn is_firm(&self, entity: usize) -> bool {
        static FORMS: WordList = WordList::new(words!(
            "inc|corp|corporation|ltd|limited|plc|llc|llp|lp|co|company|ag|sa|se|nv|asa|ab|oyj|spa|gmbh|holdings|group|bancorp|trust|fund"
        ));
        let own = (0..self.entities.len()).filter(|&i| self.same[i] == entity);
        self.natures[entity] == Nature::Company
            && own.into_iter().any(|i| {
                let named = &self.entities[i];
                let last = named.name.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
                named.ticker.is_some()
                    || FORMS.has(last) && named.name.contains(' ')
                    || named.mentions.iter().any(|&span| self.is_defined(span))
            })
    }

    /// Whether "(the “Company”)" follows the name.
    fn is_defined(&self, name: Span) -> bool {
        let tokens = &self.document.tokens;
        let first = self.document.token_at(name.end);
        let near = &tokens[first.min(tokens.len())..tokens.len().min(first + 16)];
        near.windows(2).any(|pair| {
            (pair[0].is_sign('“') || pair[0].is_sign('"'))
                && COMPANY_NOUNS.has(pair[1].text(self.document.text))
                && pair[1].text(self.document.text).starts_with(char::is_uppercase)
        })
    }

    /// Goes on to a sentence: the name that each one on the way begins with is spoken of.
    fn pass(&mut self, sentence: usize) {
        for at in self.next..=sentence {
            self.enter(at);
            if let Some(name) = self.lead(at) {
                self.speak_of(name, at);
            }
        }
        self.next = self.next.max(sentence + 1);
    }

    /// Begins a sentence: an item of a list says nothing of whom the next one is about, and behind the hour of a new item of news
    /// nobody is spoken of yet.
    fn enter(&mut self, sentence: usize) {
        let Some(here) = self.document.sentences.get(sentence) else { return };
        if here.block == BlockKind::Bullet {
            match self.before_list {
                None => self.before_list = Some((self.topic, self.topic_at)),
                Some((topic, _)) => (self.topic, self.topic_at) = (topic, sentence),
            }
        } else if self.before_list.is_some_and(|_| here.block != BlockKind::Bullet) {
            let in_item = sentence > 0 && self.document.sentences[sentence - 1].paragraph == here.paragraph;
            if !in_item && let Some((topic, at)) = self.before_list.take() {
                (self.topic, self.topic_at) = (topic, at.max(sentence.saturating_sub(1)));
            }
        }
        if self.is_timed(here) {
            (self.topic, self.company) = (None, None);
            self.item = Some(here.paragraph);
        }
    }

    /// "0734 GMT - ": whether another item of a page of news begins.
    fn is_timed(&self, sentence: &Sentence) -> bool {
        let tokens = &self.document.tokens[sentence.tokens.clone()];
        let [hour, zone, dash, ..] = tokens else { return false };
        let zoned = ["GMT", "ET", "CET", "EST", "EDT"].contains(&zone.text(self.document.text));
        matches!(hour.kind, TokenKind::Number) && zoned && matches!(dash.kind, TokenKind::Sign('-' | '–' | '—'))
    }

    fn speak_of(&mut self, entity: usize, sentence: usize) {
        self.topic = Some(entity);
        self.topic_at = sentence;
        if self.natures[entity] == Nature::Company {
            if self.company != Some(entity) {
                self.spoken.companies.push((sentence, entity));
            }
            self.company = Some(entity);
            self.company_at = sentence;
        }
    }

    /// The name that the sentence begins with, if it is what the sentence is about: no source, no person, not behind a preposition.
    fn lead(&self, sentence: usize) -> Option<usize> {
        const FARTHEST: usize = 24;
        let document = self.document;
        let tokens = document.sentences.get(sentence)?.tokens.clone();
        let start = document.tokens[tokens.start].span.start;
        let last = document.tokens[tokens.end.min(tokens.start + FARTHEST) - 1].span.end;
        let first = self.places.partition_point(|(place, _)| place.start < start);
        let near = self.places[first..].iter().take_while(|(place, _)| place.end <= last);
        let named = near.copied().find(|&(place, i)| self.leads(place, i, tokens.clone())).map(|(_, i)| self.same[i]);
        named.or_else(|| self.short.get(document.word(tokens.start)).copied())
    }

    /// Whether the name is what its sentence is about.
    fn leads(&self, place: Span, entity: usize, sentence: Range<usize>) -> bool {
        let document = self.document;
        let (begin, next) = (document.token_at(place.start), document.token_at(place.end));
        let word = |at: usize| if sentence.contains(&at) { document.word(at) } else { "" };
        let opens = |at: usize| {
            at < sentence.start
                || document.tokens[at].kind != TokenKind::Word
                || LEADING.has(document.word(at))
                || COMPANY_NOUNS.has(document.word(at))
                || document.word(at).starts_with(char::is_uppercase) && !HANGING.has(document.word(at))
                || document.word(at) == "of" && at > sentence.start && SHARES.has(document.word(at - 1))
        };
        let before = begin.wrapping_sub(1);
        let begins = begin == sentence.start
            || opens(before) && (!word(before).eq_ignore_ascii_case("the") || before == sentence.start || opens(before - 1));
        let possessive = word(next).starts_with(['\'', '’']);
        let behind = if possessive { next + 1 } else { next };
        let own = self.same[entity];
        let source = PEOPLE.has(word(next))
            || !possessive && PEOPLE.has(word(next + 1)) && !SAYING_VERBS.has(word(next))
            || speaks(word(next)) && self.main.is_some_and(|main| main != own)
            || word(next + 1) == "that" && SAYING_VERBS.has(word(next)) && self.main.is_none_or(|main| main != own);
        let part = UNITS.has(word(behind)) || COMPANY_NOUNS.has(word(behind)) && !SHARES.has(word(behind)) || word(next) == "-";
        let can = match self.natures[own] {
            Nature::Company => true,
            Nature::Place => possessive || begin == sentence.start && word(next).starts_with(char::is_lowercase),
            _ => false,
        };
        can && begins && !source && !part
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
            let own = self.own(view, *at, found);
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
        match owner {
            Named(entity) => match self.natures[self.same[entity]] {
                Nature::Nobody => self.carried(fact),
                Nature::Board => {
                    let firm = self.main.filter(|_| self.firm);
                    let own = firm.or_else(|| self.spoken_company(sentence).filter(|&company| self.is_firm(company)));
                    Named(own.unwrap_or(self.same[entity]))
                }
                _ => Named(self.same[entity]),
            },
            Company => named(self.spoken_company(sentence)),
            Ours => named(self.main.filter(|&main| self.natures[main] == Nature::Company).or(self.company)),
            It => named(self.subject_before(view, at).or_else(|| self.near_topic(sentence)).or(self.main.filter(|_| self.item.is_none()))),
            Country => named(self.country()),
            Within(place) => match self.goes_on(fact, |_| true) {
                Named(carried) if self.natures[carried] == Nature::Company => Named(carried),
                _ => Named(self.same[place]),
            },
            Open => self.carried(fact),
            Other => Other,
        }
    }

    /// The company named last, or the one that the article is about where that was long ago.
    fn spoken_company(&self, sentence: usize) -> Option<usize> {
        let main = self.main.filter(|&main| self.natures[main] == Nature::Company);
        let sentences = &self.document.sentences;
        let near = sentence.saturating_sub(self.company_at) <= CARRIED
            || sentences.get(sentence).zip(sentences.get(self.company_at)).is_some_and(|(a, b)| a.paragraph == b.paragraph);
        self.company.filter(|_| near || !self.firm).or(main)
    }

    /// What is spoken of, where it was named not long ago.
    fn near_topic(&self, sentence: usize) -> Option<usize> {
        let sentences = &self.document.sentences;
        let near = sentence.saturating_sub(self.topic_at) <= CARRIED
            || sentences.get(sentence).zip(sentences.get(self.topic_at)).is_some_and(|(a, b)| a.paragraph == b.paragraph);
        self.topic.filter(|_| near)
    }

    /// The owner that goes on.
    fn carried(&self, fact: &FigureFact) -> Owner {
        self.goes_on(fact, |entity| self.fits(entity, fact))
    }

    fn goes_on(&self, fact: &FigureFact, fits: impl Fn(usize) -> bool) -> Owner {
        let sentence = fact.sentence;
        if let Some((_, owner)) = self.told.last() {
            return *owner;
        }
        if self.dialogue {
            return Open;
        }
        let same = |topic: &usize| {
            let sentences = &self.document.sentences;
            let beside = self.topic_at == sentence || sentences[self.topic_at].paragraph == sentences[sentence].paragraph;
            (beside && sentences[sentence].block != BlockKind::Bullet || self.topic_at == sentence) || fits(*topic)
        };
        let main = || self.main.filter(|&main| self.item.is_none() && !self.rivalled(sentence) && fits(main));
        self.near_topic(sentence).filter(same).or_else(main).map_or(Open, Named)
    }

    /// Whether the measure is one that the name can have, where nothing beside it says whose it is.
    fn fits(&self, entity: usize, fact: &FigureFact) -> bool {
        if self.natures[entity] == Nature::Place {
            return self.entities[entity].country.is_some();
        }
        let measure = fact.measure.as_deref().unwrap_or_default();
        let of_firm = measure.split([' ', '-']).any(|word| FIRM_MEASURES.has(word));
        let of_country = measure.split([' ', '-']).any(|word| COUNTRY_MEASURES.has(word));
        let beside = measure.is_empty() && self.topic == Some(entity) && fact.sentence - self.topic_at <= 1;
        of_firm || beside || self.firm && self.main == Some(entity) && !of_country
    }

    /// The country that the article speaks of: the one spoken of last, else the only one, or the one named far more than others.
    fn country(&self) -> Option<usize> {
        let is_country = |i: usize| self.natures[i] == Nature::Place && self.entities[i].country.is_some();
        if let Some(topic) = self.topic.filter(|&topic| is_country(topic)) {
            return Some(topic);
        }
        let count = |i: usize| self.entities[i].mentions.len();
        let mut countries: Vec<usize> = (0..self.entities.len()).filter(|&i| is_country(i)).collect();
        countries.sort_unstable_by_key(|&i| std::cmp::Reverse(count(i)));
        let (&first, rest) = countries.split_first()?;
        rest.first().is_none_or(|&second| count(first) >= 2 * count(second)).then_some(first)
    }

    /// Whether the paragraph so far names another company than the one that the article is about.
    fn rivalled(&self, sentence: usize) -> bool {
        const FARTHEST: usize = 12;
        let sentences = &self.document.sentences;
        let Some(last) = sentences.get(sentence) else { return true };
        let far = sentence.saturating_sub(FARTHEST);
        let first =
            sentences[far..sentence].iter().rposition(|other| other.paragraph != last.paragraph).map_or(far, |before| far + before + 1);
        let span = self.document.span(sentences[first].tokens.start..last.tokens.end);
        let from = self.places.partition_point(|(place, _)| place.start < span.start);
        self.places[from..]
            .iter()
            .take_while(|(place, _)| place.start < span.end)
            .any(|&(_, i)| self.natures[self.same[i]] == Nature::Company && self.main != Some(self.same[i]))
    }

    /// The name before the item that can be what "it" stands for: the last one that is no part of another phrase.
    fn subject_before(&self, view: View, at: usize) -> Option<usize> {
        if let Some(speaker) = self.who_says_it(view, at) {
            return Some(speaker);
        }
        (0..at).rev().find_map(|i| {
            let ItemKind::Name(entity) = view.items[i].kind else { return None };
            let before = if i > 0 && view.class(i - 1) == Some(Class::Determiner) { i.checked_sub(2) } else { i.checked_sub(1) };
            let hangs = before.is_some_and(|before| view.class(before) == Some(Class::Preposition) || view.is_sign(before, '('));
            let own = self.same[entity];
            // "Acme Corp., Houston, said": the town is not it
            let aside = view.is_sign(i + 1, ',') && self.natures[own] != Nature::Place;
            let subject = view.is_verb(i + 1) || aside || view.class(i + 1) == Some(Class::Adverb);
            let hangs = hangs || self.natures[own] == Nature::Place && before.is_some_and(|before| view.is_sign(before, ','));
            let town = self.natures[own] == Nature::Place && self.entities[own].country.is_none();
            (!hangs && !town && subject && matches!(self.natures[own], Nature::Company | Nature::Place | Nature::Body)).then_some(own)
        })
    }

    /// Who says of itself what follows: "Acme, based in Oslo, said it".
    fn who_says_it(&self, view: View, at: usize) -> Option<usize> {
        let it = (0..at).rev().find(|&i| view.is_word(i, "it"))?;
        let that = it > 0 && view.is_word(it - 1, "that");
        let reach = if that { 6 } else { 1 };
        let verb = (it.saturating_sub(reach)..it).rev().find(|&i| view.is(i, &SAYING_VERBS) && view.is_verb(i))?;
        let Subject::Phrase(phrase) = view.subject(verb) else { return None };
        match view.items[phrase.end - 1].kind {
            ItemKind::Name(entity) if self.natures[self.same[entity]] == Nature::Company => Some(self.same[entity]),
            _ => None,
        }
    }

    /// Whose the figure at the item is by its clause.
    fn own(&self, view: View, at: usize, found: &Construed) -> Owner {
        if let Some(owner) = self.beside(view, at) {
            return owner;
        }
        let told = |item: usize| self.told.iter().find(|(at, _)| *at == item).map(|(_, owner)| *owner);
        let owner = match found {
            Construed::Phrase(phrase) => self.of_measure(view, at, phrase.clone()),
            Construed::Like(figure) => told(*figure).unwrap_or_else(|| self.governing(view, at)),
            Construed::Made(_, item) if view.class(*item) == Some(Class::Name) => self.named(view, *item),
            Construed::Made(_, verb) => self.of_subject(view, *verb),
            Construed::Before if !self.told.is_empty() => Open,
            Construed::Before | Construed::Nothing | Construed::Counted(_) => self.governing(view, at),
        };
        if owner == Open { self.behind(view, at) } else { owner }
    }

    /// Who stands right before the figure: "Acme (5%)", "Acme’s 5% rise", "its 5% rise", "Acme, a $5m maker of pens".
    fn beside(&self, view: View, at: usize) -> Option<Owner> {
        let before = at.checked_sub(1)?;
        let name = |at: usize| match view.items[at].kind {
            ItemKind::Name(entity) => Some(Named(entity)),
            _ => None,
        };
        if before > 0 && view.is_sign(before, '(') {
            return name(before - 1);
        }
        if before > 0 && is_possessive(view, before) {
            let start = view.phrase_before(before).map_or(before - 1, |phrase| phrase.start);
            return Some(self.possessor(view, start, before));
        }
        if view.is_word(before, "its") || view.is_word(before, "their") {
            return Some(self.antecedent(view, before));
        }
        let apposition = before > 1 && (view.is_word(before, "a") || view.is_word(before, "an")) && view.is_sign(before - 1, ',');
        if apposition { name(before - 2) } else { None }
    }

    /// What "its" at the item stands for: the subject of its clause, else what is spoken of.
    fn antecedent(&self, view: View, at: usize) -> Owner {
        match self.governing(view, at) {
            Open | Within(_) => It,
            owner => owner,
        }
    }

    /// The name at the item: an entity, or a name that is not known.
    fn named(&self, view: View, at: usize) -> Owner {
        match view.items[at].kind {
            ItemKind::Name(entity) => Named(entity),
            _ if self.short.contains_key(view.word(at)) => Named(self.short[view.word(at)]),
            // "Velora (VLR)", where only the ticker is known
            _ if view.class(at) == Some(Class::Name)
                && view.is_sign(at + 1, '(')
                && matches!(view.items.get(at + 2), Some(PhraseItem { kind: ItemKind::Name(_), .. })) =>
            {
                self.named(view, at + 2)
            }
            _ if COMMODITIES.has(view.word(at)) => Other,
            _ if COMPANY_NOUNS.has(view.word(at)) => Open,
            _ if view.class(at) == Some(Class::Name) && view.word(at).starts_with(char::is_uppercase) => Other,
            _ => Open,
        }
    }

    /// Whose the measure of this phrase is.
    fn of_measure(&self, view: View, at: usize, phrase: Range<usize>) -> Owner {
        let target = phrase.clone().any(|i| view.is_word(i, "target") || view.is_word(i, "rating"));
        if target {
            return self.target(view, at);
        }
        let owner = self.of_phrase(view, phrase.clone());
        if !matches!(owner, Open | Within(_)) {
            return owner;
        }
        let behind = phrase.start > at;
        if !behind
            && phrase.clone().any(|i| COMMODITIES.has(view.word(i)) && view.class(i) == Some(Class::Noun))
            && self.is_price(view, &phrase)
        {
            return Other;
        }
        let subject = phrase.end <= at && (phrase.end..at).any(|i| view.is_verb(i));
        if subject {
            return owner;
        }
        match self.governing(view, phrase.start.min(at)) {
            Open => owner,
            other => other,
        }
    }

    /// Whether the phrase is the price of goods, or the goods themselves: "crude oil", "the price of copper".
    fn is_price(&self, view: View, phrase: &Range<usize>) -> bool {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let head = (phrase.start..first_end).rev().find(|&i| view.is_noun(i));
        head.is_some_and(|head| ["price", "prices"].iter().any(|word| view.is_word(head, word)) || COMMODITIES.has(view.word(head)))
    }

    /// A price target is of the shares that it is "on" or "for", or of what is spoken of; never of the broker.
    fn target(&self, view: View, at: usize) -> Owner {
        let hung = |i: &usize| *i > 0 && (view.is_word(*i - 1, "on") || view.is_word(*i - 1, "for") || view.is_word(*i - 1, "of"));
        let names = (0..view.items.len()).filter(hung).find_map(|i| match view.items[i].kind {
            ItemKind::Name(entity) if self.natures[entity] == Nature::Company => Some(entity),
            _ => None,
        });
        let owned = (0..at).rev().find_map(|i| match view.items[i].kind {
            ItemKind::Name(entity) if view.class(i + 1) == Some(Class::Possessive) && self.natures[entity] == Nature::Company => {
                Some(entity)
            }
            _ => None,
        });
        names.or(owned).map_or(Company, Named)
    }

    /// Who raises or lowers a price target.
    fn broker(&self, view: View, at: usize, found: &Construed) -> Option<usize> {
        let target = match found {
            Construed::Phrase(phrase) => phrase.clone().any(|i| view.is_word(i, "target")),
            Construed::Like(_) => (0..at).any(|i| view.is_word(i, "target")),
            _ => false,
        };
        match self.governing(view, at) {
            Named(entity) if target => Some(self.same[entity]),
            _ => None,
        }
    }

    /// The owner that the phrase itself names.
    fn of_phrase(&self, view: View, phrase: Range<usize>) -> Owner {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let Some(head) = (phrase.start..first_end).rev().find(|&i| view.is_noun(i)) else { return Open };
        let start = view.phrase_before(head + 1).map_or(phrase.start, |whole| whole.start.min(phrase.start));
        if let Some(mark) = (start + 1..head).rev().find(|&i| is_possessive(view, i))
            && view.class(mark - 1) != Some(Class::Period)
        {
            return self.possessor(view, start, mark);
        }
        if let Some(before) = start.checked_sub(1).or(Some(start)) {
            let word = view.word(before);
            if ["its", "their"].iter().any(|own| word.eq_ignore_ascii_case(own)) {
                return self.antecedent(view, before);
            }
            if ["our", "my"].iter().any(|own| word.eq_ignore_ascii_case(own)) {
                return Ours;
            }
            if ["his", "her", "your"].iter().any(|own| word.eq_ignore_ascii_case(own)) {
                return Other;
            }
        }
        // "the $1 billion Grid fund" is not the grid's, and "Treasury yields" are nobody's
        if SCHEMES.has(view.word(head)) {
            return self.of_tail(view, head + 1);
        }
        for i in start..=head {
            let last = view.document.word(view.items[i].tokens.end - 1);
            if (last == "Treasury" || last == "Treasurys") && view.is(i + 1, &COMMODITIES) {
                return Other;
            }
            if let ItemKind::Name(entity) = view.items[i].kind
                && !matches!(self.natures[self.same[entity]], Nature::Nobody | Nature::Person)
                && !UNITS.has(view.word(i + 1))
                && !(view.is_sign(i + 1, '-') && view.joins(i + 1))
            {
                return Named(entity);
            }
        }
        if DEALS.has(view.word(head)) { Open } else { self.of_tail(view, head + 1) }
    }

    /// Who stands before the possessive mark.
    fn possessor(&self, view: View, start: usize, mark: usize) -> Owner {
        match self.named(view, mark - 1) {
            Open => self.noun(view, start, mark - 1),
            owner => owner,
        }
    }

    /// What a common noun stands for, whose phrase starts at `start`.
    fn noun(&self, view: View, start: usize, head: usize) -> Owner {
        let word = view.word(head);
        let definite = start
            .checked_sub(1)
            .into_iter()
            .chain([start])
            .any(|i| view.is_word(i, "the") || view.is_word(i, "this") || view.is_word(i, "our"))
            || word.starts_with(char::is_uppercase);
        if ["country", "nation", "economy", "kingdom", "republic"].contains(&word) && definite {
            return Country;
        }
        if UNITS.has(word) || AGENTS.has(word) || PEOPLE.has(word) {
            Other
        } else if COMPANY_NOUNS.has(word) {
            if definite { Company } else { Other }
        } else {
            Open
        }
    }

    /// "of Acme", "at the company", "in Spain" from an item on.
    fn of_tail(&self, view: View, mut at: usize) -> Owner {
        let mut within = Open;
        for _ in 0..3 {
            at = view.forth(at);
            if view.class(at) == Some(Class::Period) {
                at += 1;
            }
            let close = ["of", "at", "by", "from", "for"].iter().any(|word| view.is_word(at, word));
            let place = view.is_word(at, "in") || view.is_word(at, "across");
            if !close && !place {
                break;
            }
            let start = if view.class(at + 1) == Some(Class::Determiner) { at + 2 } else { at + 1 };
            let Some(phrase) = view.phrase_at(start) else { break };
            let named = phrase.clone().find_map(|i| match view.items[i].kind {
                ItemKind::Name(entity) if !matches!(self.natures[self.same[entity]], Nature::Nobody | Nature::Person) => Some(entity),
                _ => None,
            });
            match named {
                Some(entity) if self.natures[entity] == Nature::Place && !view.is_word(at, "of") => within = Within(entity),
                Some(entity) if close => return Named(entity),
                Some(_) => {}
                None if view.is_word(at, "of") || view.is_word(at, "at") => match self.noun(view, phrase.start, phrase.end - 1) {
                    Open => {}
                    owner => return owner,
                },
                None => {}
            }
            at = phrase.end;
        }
        within
    }

    /// The subject of the verb that governs the item.
    fn governing(&self, view: View, mut at: usize) -> Owner {
        for _ in 0..40 {
            let Some(before) = view.back(at) else { return Open };
            if view.is_verb(before) {
                return self.bearer(view, before, at).unwrap_or_else(|| self.of_subject(view, before));
            }
            match view.items[before].kind {
                ItemKind::Sign(':') => return self.label(view, before),
                ItemKind::Sign(';') => return Open,
                _ => at = before,
            }
        }
        Open
    }

    /// Who bears what the verb says: "cost Acme $5m".
    fn bearer(&self, view: View, verb: usize, at: usize) -> Option<Owner> {
        if !view.is(verb, &BORNE) {
            return None;
        }
        let phrase = view.phrase_at(verb + 1).filter(|phrase| phrase.end <= at + 1 && phrase.start < at)?;
        let owner = match self.named(view, phrase.end - 1) {
            Open => self.noun(view, phrase.start, phrase.end - 1),
            owner => owner,
        };
        (owner != Open).then_some(owner)
    }

    /// "Acme: revenue of $5m"
    fn label(&self, view: View, colon: usize) -> Owner {
        match colon.checked_sub(1).map(|last| view.items[last].kind) {
            Some(ItemKind::Name(entity)) => Named(entity),
            _ => Open,
        }
    }

    fn of_subject(&self, view: View, verb: usize) -> Owner {
        match view.subject(verb) {
            Subject::Phrase(phrase) => match self.describe(view, phrase) {
                Named(entity) => {
                    let own = self.same[entity];
                    let person = self.natures[own] == Nature::Person && !view.is(verb, &OWN_VERBS) && !view.is(verb, &BORNE);
                    let that = view.is_word(verb + 1, "that") && SAYING_VERBS.has(view.word(verb));
                    let source = (speaks(view.word(verb)) || that) && self.main != Some(own);
                    if person || source { Open } else { Named(entity) }
                }
                owner => owner,
            },
            Subject::Pronoun(at) => match view.word(at) {
                "it" | "It" | "they" | "They" => It,
                "we" | "We" | "I" => Ours,
                "he" | "He" | "she" | "She" | "you" | "You" if !speaks(view.word(verb)) => Other,
                _ => Open,
            },
            Subject::Figure(_) | Subject::None => Open,
        }
    }

    /// Who the subject of a verb is.
    fn describe(&self, view: View, phrase: Range<usize>) -> Owner {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let Some(head) = (phrase.start..first_end).rev().find(|&i| view.is_noun(i)) else { return Open };
        match self.named(view, head) {
            Open => {}
            owner => return owner,
        }
        if is_agent(view.word(head)) {
            return Other;
        }
        if SHARES.has(view.word(head)) {
            return match self.of_phrase(view, phrase.clone()) {
                Open => self.noun(view, phrase.start, head),
                owner => owner,
            };
        }
        match self.noun(view, phrase.start, head) {
            Open => self.of_phrase(view, phrase),
            owner => owner,
        }
    }

    /// "at Acme", "in Spain" behind the figure.
    fn behind(&self, view: View, at: usize) -> Owner {
        const REACH: usize = 6;
        for next in at + 1..view.items.len().min(at + REACH) {
            if view.is_verb(next) || matches!(view.items[next].kind, ItemKind::Sign(',' | ';' | ':') | ItemKind::Figure(_)) {
                break;
            }
            if AGENTS.has(view.word(next)) && (at + 1..next).any(|i| view.is_word(i, "for") || view.is_word(i, "of")) {
                return Other;
            }
            let ItemKind::Name(entity) = view.items[next].kind else { continue };
            let prep = if view.class(next - 1) == Some(Class::Determiner) { next - 2 } else { next - 1 };
            let nature = self.natures[self.same[entity]];
            if ["at", "by", "for"].iter().any(|word| view.is_word(prep, word)) && nature == Nature::Company {
                return Named(entity);
            }
            if view.is_word(prep, "in") && nature == Nature::Place {
                return Within(entity);
            }
        }
        Open
    }
}

/// What the entity's name and kind, and how it stands in the text, say that it is.
fn nature(document: &Document, entity: &NamedEntity) -> Nature {
    let name = entity.name.as_str();
    let (first, last) = (name.split(' ').next().unwrap_or_default(), name.rsplit(' ').next().unwrap_or_default());
    let one = !name.contains(' ');
    let market =
        one && (MEASURE_ACRONYMS.has(name) || EXCHANGES.has(name)) || BENCHMARKS.has(name) || last.eq_ignore_ascii_case("exchange");
    if market || WIRES.has(name) || last.eq_ignore_ascii_case("newswire") || last.eq_ignore_ascii_case("newswires") {
        return Nature::Nobody;
    }
    // "the Company", "Management", where the word alone was taken for a name
    if one && COMPANY_NOUNS.has(name) && entity.ticker.is_none() {
        return Nature::Board;
    }
    if SHORT_TERMS.has(name) || !one && MEASURE_ACRONYMS.has(first) || is_party(name) {
        return Nature::Nobody;
    }
    if COMPANY_TERMS.has(first) && (one || COMPANY_TERMS.has(last) || last.len() == 1) {
        return Nature::Nobody;
    }
    match entity.kind {
        EntityKind::Place if STATES.has(name) => Nature::Place,
        EntityKind::Place if entity.country.is_none() && entity.mentions.iter().all(|&mention| !is_located(document, mention)) => {
            Nature::Company
        }
        EntityKind::Place => Nature::Place,
        EntityKind::Person if entity.roles.is_empty() && !is_titled(document, entity) && (one || is_repeated(document, entity)) => {
            Nature::Company
        }
        EntityKind::Person => Nature::Person,
        EntityKind::Organization if name.starts_with("Board of ") || name == "Board" => Nature::Board,
        EntityKind::Organization if entity.ticker.is_none() && name.split(' ').any(|word| BODIES.has(word)) => Nature::Body,
        EntityKind::Organization => Nature::Company,
    }
}

/// States that stand before nouns as companies do: "the California earthquake".
static STATES: WordList = WordList::new(words!(
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|\
    louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|\
    new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|\
    texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|ontario|quebec|alberta|queensland|victoria|tasmania|new south wales"
));
/// Short names of costs and the like.
static SHORT_TERMS: WordList = WordList::new(words!("sg&a|r&d|g&a|d&a|p&l|m&a|o&m|q&a|yoy|qoq|ytd|ceo|cfo|coo|ipo"));

/// "D-MA", "R-Texas": a party and a state, which stand behind a politician's name.
fn is_party(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.len() >= 4 && matches!(bytes[0], b'D' | b'R' | b'I') && bytes[1] == b'-' && !name.contains(' ')
}

/// Whether the name stands as a person's does: "Jane Doe MP", "Senator Doe", "By Jane Doe".
fn is_titled(document: &Document, entity: &NamedEntity) -> bool {
    static TITLES: WordList =
        WordList::new(words!("senator|sen|mr|mrs|ms|miss|dr|hon|minister|sir|professor|prof|by|rep|congressman|congresswoman|treasurer"));
    let titled = |mention: &Span| {
        let first = document.token_at(mention.start);
        let before = if first > 1 && document.tokens[first - 1].is_sign('.') { first - 2 } else { first.wrapping_sub(1) };
        let byline = before < first && document.word(before).eq_ignore_ascii_case("by");
        let opens = before == 0 || before < first && matches!(document.tokens[before - 1].kind, TokenKind::Newline { .. });
        before < first && TITLES.has(document.word(before)) && (!byline || opens)
            || document.tokens.get(document.token_at(mention.end)).is_some_and(|next| {
                next.text(document.text) == "MP" || next.is_sign(':') && !mention.of(document.text).contains(char::is_lowercase)
            })
    };
    entity.name.ends_with(" MP") || entity.mentions.iter().any(titled)
}

/// Whether a name of two words is repeated in full and never speaks, as no person's is.
fn is_repeated(document: &Document, entity: &NamedEntity) -> bool {
    let last = entity.name.rsplit(' ').next().unwrap_or_default();
    let speaks_beside = |mention: &Span| {
        let (first, next) = (document.token_at(mention.start), document.token_at(mention.end));
        [first.wrapping_sub(1), next, next + 1].iter().any(|&at| at < document.tokens.len() && SAYING_VERBS.has(document.word(at)))
            || first > 0 && document.tokens[first - 1].is_sign('.')
    };
    entity.mentions.len() >= 2
        && !entity.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(last))
        && !entity.mentions.iter().any(speaks_beside)
}

/// Whether the name stands as a place does: in a dateline, behind "in", beside the name of a state.
fn is_located(document: &Document, mention: Span) -> bool {
    static BEFORE: WordList = WordList::new(words!("in|at|from|near|to|across|of|into|outside|around|and|for|the|southern|northern"));
    let text = document.text;
    let begin = document.token_at(mention.start);
    let starts_line = begin == 0 || matches!(document.tokens[begin - 1].kind, TokenKind::Newline { .. });
    let shouted = !mention.of(text).contains(char::is_lowercase);
    let beside = text[mention.end..].trim_start().starts_with([',', '-', '–', '—', '(']) && (starts_line || shouted)
        || text[mention.end..].starts_with(", ") && text[mention.end + 2..].starts_with(char::is_uppercase);
    beside || begin > 0 && (BEFORE.has(document.word(begin - 1)) || document.tokens[begin - 1].is_sign(',') && !starts_line && shouted)
}

/// Whether speakers take turns: "DOE:" at the begin of several lines.
fn is_dialogue(document: &Document) -> bool {
    const TURNS: usize = 4;
    const LONGEST: usize = 4;
    let tokens = &document.tokens;
    let label = |colon: usize| {
        let first = colon.saturating_sub(LONGEST);
        let name = tokens[first..colon].iter().rev().take_while(|token| !matches!(token.kind, TokenKind::Newline { .. }));
        let mut shouted = name.map(|token| token.kind != TokenKind::Word || !token.text(document.text).contains(char::is_lowercase));
        let begins = tokens[first..colon].iter().any(|token| matches!(token.kind, TokenKind::Newline { .. }));
        colon > 0 && begins && tokens[colon - 1].kind == TokenKind::Word && shouted.all(|shouted| shouted)
    };
    let colons = (0..tokens.len()).filter(|&at| tokens[at].is_sign(':'));
    colons.filter(|&colon| label(colon)).take(TURNS).count() == TURNS
}

/// Words with which many names begin, and which tell none alone.
static COMMON_FIRST: WordList = WordList::new(picked!(
    common,
    FIRST,
    "australian|canadian|indian|chinese|japanese|german|french|public|social|standard|energy|digital|capital|advanced|applied|health|\
    medical|financial|insurance|investment|technology|group|under|after|with|western|eastern|southern|northern|pacific|atlantic|union|\
    trust|economic|climate|green|press|news|investor|market|markets|total|price|annual|premium"
));
/// Words behind which the subject of a sentence stands.
static LEADING: WordList = WordList::new(words!("the|while|but|and|as|that|although|though|meanwhile|however|also|when|because"));
/// Words of what companies have.
static FIRM_MEASURES: WordList = WordList::new(picked!(
    account,
    FIRM,
    "result|shr|revs|dividends|distribution|share|deposits|loans|equity|capital|cost|expense|backlog|order|customers|subscribers|users|\
    stores|round|funding|valuation|capitalization|capitalisation|cap|guidance|charges|provision|provisions|target|upside|downside|stake|\
    impairment|tranche|coupon|issue|offering|placement|write-down|writedown|buyback|proceeds|payout|liabilities|liquidity|buyout|headcount|employees|workforce|gain|gains|yield"
));
/// Words of what countries have, and markets at large.
static COUNTRY_MEASURES: WordList =
    WordList::new(words!("gdp|inflation|unemployment|population|cpi|ppi|tariff|tariffs|economy|wages|births|deaths"));
/// Nouns of what a listed company has that stand for itself.
static SHARES: WordList = WordList::new(words!("shares|stock|share|units|price"));
/// Sums of money that names stand before as what they are for.
static SCHEMES: WordList = WordList::new(words!("fund|program|programme|package|initiative|scheme|facility|grant"));
/// Words after which a name is not what a sentence is about.
static HANGING: WordList =
    WordList::new(words!("in|at|from|for|by|to|of|with|than|against|into|among|on|over|across|via|like|after|before|under|and|or|as|per"));

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
mod tests {
    use crate::{Article, Options, analyze};

    fn owners(text: &str) -> Vec<String> {
        let sheet = analyze(&Article::from_text(text), &Options::default());
        let name = |id: &Option<String>| {
            sheet.entities.iter().find(|entity| Some(&entity.id) == id.as_ref()).map_or("", |entity| entity.name.as_str())
        };
        sheet.facts.iter().map(|fact| format!("{}: {}", fact.text, name(&fact.entity))).collect()
    }

    #[test]
    fn possessives_subjects_and_carried_owners() {
        assert_eq!(
            owners("Norway’s exports rose 4% to $20 billion. Imports fell 2%."),
            ["4%: Norway", "$20 billion: Norway", "2%: Norway"]
        );
        assert_eq!(
            owners("The start-up Zumbo raised $8 million, and the lender Plinth raised $3 million."),
            ["$8 million: Zumbo", "$3 million: Plinth"]
        );
    }

    #[test]
    fn phrases_pronouns_and_places() {
        for (text, owned) in [
            ("Shares of Brask Foods fell 4%.", "4%: Brask Foods"),
            ("Unemployment in Norway rose to 5%.", "5%: Norway"),
            ("Brask Foods Inc. opened a plant. The company had sales of $20 million.", "$20 million: Brask Foods Inc."),
            ("Brask Foods Inc. opened a plant. Its revenue was $20 million.", "$20 million: Brask Foods Inc."),
            ("The broker Loop Capital raised its price target on Brask Foods to $50.", "$50: Brask Foods"),
        ] {
            assert_eq!(owners(text), [owned]);
        }
    }

    #[test]
    fn somebody_else_owns_nothing_that_has_a_name() {
        for text in [
            "The market grew 4%, according to Gartner.",
            "Brask Foods Inc. bakes bread. The frozen goods division posted a profit of 4%.",
            "Maria Keller said that sales rose 4%.",
        ] {
            assert_eq!(owners(text), ["4%: "], "{text}");
        }
        assert_eq!(owners("The price of copper in London was $9,000 a tonne."), ["$9,000: "]);
    }

    #[test]
    fn nobody_owns_what_is_not_said_of_him() {
        for text in [
            "The Texas oilman has bought a 26% stake.",
            "The Cancer Society estimates that 5% of smokers will quit.",
            "By Maria Keller\n\nMaria Keller bakes. Maria Keller sells.\n\nGold rose 4%.",
            "Zumbo Fair is a fair. Zumbo Fair is held in May.\n\nRain is likely, and wages growth is 4%.",
        ] {
            assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}");
        }
        let list = "Grants were made.\n\n- $3 million for training at Brask College\n- $5 million for bridges";
        assert_eq!(owners(list).last().map(String::as_str), Some("$5 million: "));
    }

    #[test]
    fn who_says_it_and_whose_turn_it_is() {
        let it = "OSLO, March 2 - Brask Foods Inc. said in a statement that it has bought a bakery for $5 million.";
        assert_eq!(owners(it), ["$5 million: Brask Foods Inc."]);
        let town = "Brask Foods Inc., based in Bergen, Norway, said it expects sales of $5 million.";
        assert_eq!(owners(town), ["$5 million: Brask Foods Inc."]);
        let talk = "DOE: Brask Foods Inc. has cut its sales.\n\nROE: And now?\n\nDOE: Sales were low.\n\nROE: By how much?\n\nDOE: The sales fell 5%.";
        assert_eq!(owners(talk), ["5%: "]);
        assert_eq!(owners("The $5 million Oslo Culture fund is new."), ["$5 million: "]);
        assert_eq!(owners("The California fire will cost a lot. A charge of $5 million is likely."), ["$5 million: "]);
    }

    #[test]
    fn the_country_and_the_company() {
        assert_eq!(owners("Norway is rich. The country has foreign debt of $20 billion."), ["$20 billion: Norway"]);
        assert_eq!(owners("Brask Foods Inc. (BRSK) is currently at $20."), ["$20: Brask Foods Inc."]);
        assert_eq!(owners("Brask Foods Inc. won a $20 million contract."), ["$20 million: Brask Foods Inc."]);
    }

    #[test]
    fn a_release_is_about_its_company() {
        let text = "OSLO, Feb. 10, 2025 (GLOBE NEWSWIRE) -- Brask Foods Inc. (NYSE: BRSK) reported results.\n\n- Revenue rose 5%.\n\
                    - Earnings per share (EPS) were $2.";
        assert_eq!(owners(text), ["5%: Brask Foods Inc.", "$2: Brask Foods Inc."]);
    }
}
