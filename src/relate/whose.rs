//! Whose figure it is: possessive, subject, apposition, "of Acme", "at Acme", bracket, heading, or the release's own company.
//!
//! The owner stands in the clause that gives the figure its measure: in the measure's own phrase (`Acme's profit`, `Acme shares`,
//! `shares of Acme`), as the subject of the verb that governs it (`Acme raised`), or behind the figure (`at Acme`). "The company", "it"
//! and "we" are the company spoken of. A measure that nobody owns in its clause goes on about the owner before it, as long as no other
//! name or noun took its place; the company that an article is about owns what is left. "The graphics division" and "most banks" are
//! somebody else, who has no name: such a figure belongs to nobody that can be told.

mod nature;
mod said;

use self::nature::{Nature, nature};
use super::class::Class;
use super::fact::FigureFact;
use super::measure::Construed;
use super::phrase::{ItemKind, Subject, View};
use crate::document::Document;
use crate::mention::{EntityKind, FigureKind, NamedEntity};
use crate::text::{BlockKind, Sentence, Span, TokenKind};
use crate::words::WordList;
use crate::words::relating::{
    AGENTS, COMPANY_NOUNS, EXPECTATIONS, EXPECTING, PEOPLE, RATING_VERBS, READINGS, REPORTING, SAYING_VERBS, UNITS,
};
use std::ops::Range;

/// How many bytes of a text tell whose it is.
const HEAD: usize = 600;
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
    /// For a noun like "university", the only body with it in its name, and where it is named first; `usize::MAX` for several.
    institutions: rustc_hash::FxHashMap<String, (usize, usize)>,
    main: Option<usize>,
    /// Whether the article is about a company that a release or a market names as such.
    firm: bool,
    /// The country that it is about or from, where it names it.
    home: Option<usize>,
    /// Whether a central bank speaks.
    central: bool,
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
            adjectives: adjectives(entities),
            institutions: rustc_hash::FxHashMap::default(),
            main: None,
            firm: false,
            home: None,
            bank: None,
            setter: None,
            itself_as: None,
            central: false,
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
        let bank = central_bank(document.text);
        owners.central = bank.is_some();
        let home = document.context.country.or(bank.map(|(_, country)| country));
        owners.home = (0..entities.len()).find(|&i| home.is_some() && owners.is_country(i) && entities[i].country == home);
        owners.setter = bank.and_then(|(bank, _)| {
            let named = |i: usize| entities[i].aliases.iter().chain([&entities[i].name]).any(|name| name.contains(bank));
            (0..entities.len()).find(|&i| matches!(owners.natures[i], Nature::Company | Nature::Body) && named(i))
        });
        owners.bank = owners.setter.filter(|_| owners.home.is_none());
        owners.itself_as = (0..entities.len()).find(|&i| {
            entities[i].kind == EntityKind::Organization && owners.natures[i] == Nature::Board && COMPANY_NOUNS.has(&entities[i].name)
        });
        owners.home = owners.home.or_else(|| owners.only_country().filter(|_| bank.is_none()));
        owners
    }

    /// The company that a spin-off or a merger makes: "to be called Acme", "will be known as Acme".
    fn coming(&self) -> Option<usize> {
        let document = self.document;
        let called = |&&(place, entity): &&(Span, usize)| {
            let begin = document.token_at(place.start);
            let word = |back: usize| begin.checked_sub(back).map_or("", |at| document.word(at));
            let named = ["called", "named"].contains(&word(1)) && word(2) == "be";
            let known = word(1) == "as" && word(2) == "known" && word(3) == "be";
            (named || known) && self.entities[entity].kind == EntityKind::Organization
        };
        self.places.iter().find(called).map(|&(_, entity)| self.same[entity])
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

    /// Learns the bodies that a noun alone may mean: "the university" of "Brask University" or "the University of Bergen".
    fn found(&mut self) {
        for (i, entity) in self.entities.iter().enumerate() {
            if entity.kind != EntityKind::Organization || !matches!(self.natures[i], Nature::Company | Nature::Body) {
                continue;
            }
            let (own, at) = (self.same[i], entity.mentions.first().map_or(usize::MAX, |mention| mention.start));
            let mut words = entity.name.split(' ');
            let first = words.next().filter(|_| words.next() == Some("of"));
            let last = entity.name.rsplit_once(' ').map(|(_, last)| last);
            for noun in first.into_iter().chain(last).filter(|noun| INSTITUTIONS.has(noun)) {
                let known = self.institutions.entry(noun.to_ascii_lowercase()).or_insert((own, at));
                *known = (if known.0 == own { own } else { usize::MAX }, known.1.min(at));
            }
        }
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
        // a country that is only mentioned on the way is not what it is about
        let early = |entity: usize| self.places.iter().any(|&(span, i)| self.same[i] == entity && span.start < head);
        if self.natures[best] == Nature::Place && !early(best) {
            return None;
        }
        let second = (0..weight.len()).filter(|&i| i != best).map(|i| weight[i]).max().unwrap_or(0);
        let known = count[best] >= 2 || weight[best] >= 10;
        (known && weight[best] >= 4 && weight[best] * 2 >= second * 3).then_some(best)
    }

    /// Whether the name is surely of a company: by its form, its ticker, or as a release calls itself.
    fn is_firm(&self, entity: usize) -> bool {
        static FORMS: WordList = WordList::new(picked!(legal_form, FIRM, "fund"));
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
            if let Some(name) = self.lead(at).filter(|&name| !self.is_term(name)) {
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
        if let Some(rated) = self.rated(near.clone().copied(), &tokens) {
            return Some(rated);
        }
        let named = near.copied().find(|&(place, i)| self.leads(place, i, tokens.clone())).map(|(_, i)| self.same[i]);
        named.or_else(|| self.short.get(document.word(tokens.start)).copied())
    }

    /// "Acme cut its target on Velora": the company whose share another one rates.
    fn rated(&self, named: impl Iterator<Item = (Span, usize)>, sentence: &Range<usize>) -> Option<usize> {
        let document = self.document;
        let mut named = named.skip_while(|(place, _)| !is_rating(document, document.token_at(place.end), sentence));
        named.next()?;
        let on = |&(place, entity): &(Span, usize)| {
            let begin = document.token_at(place.start);
            let firm = self.natures[self.same[entity]] == Nature::Company;
            firm && begin > sentence.start
                && (["on", "of", "for", "to"].contains(&document.word(begin - 1))
                    || document
                        .tokens
                        .get(document.token_at(place.end))
                        .is_some_and(|mark| mark.text(document.text).starts_with(['\'', '’'])))
        };
        named.find(on).map(|(_, entity)| self.same[entity])
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
        let such_as = word(before) == "as" && before > sentence.start && word(before - 1) == "such";
        // a name within a list, or behind another subject, is not what the sentence begins with
        let behind_subject = begin > sentence.start
            && (document.tokens[before].is_sign(',') || word(before) == "and")
            && !is_introduction(document, sentence.start)
            && !(sentence.start..before).all(|at| document.word(at).starts_with(char::is_uppercase));
        let begins = begin == sentence.start
            || opens(before) && !such_as && (!word(before).eq_ignore_ascii_case("the") || before == sentence.start || opens(before - 1));
        let possessive = word(next).starts_with(['\'', '’']);
        let behind = if possessive { next + 1 } else { next };
        let own = self.same[entity];
        let mut verb = next;
        while ["also", "has", "had", "recently", "now", "further", "however"].contains(&word(verb)) || word(verb).ends_with("ly") {
            verb += 1;
        }
        let source = PEOPLE.has(word(next))
            || !possessive && (READINGS.has(word(next)) || EXPECTATIONS.has(word(next))) && !CHANGED.has(word(next))
            || !possessive && PEOPLE.has(word(next + 1)) && !SAYING_VERBS.has(word(next))
            || speaks(word(verb)) && self.main.is_some_and(|main| main != own)
            || word(next + 1) == "that" && SAYING_VERBS.has(word(next)) && self.main.is_none_or(|main| main != own);
        let rates = is_rating(document, next, &sentence);
        let part = UNITS.has(word(behind)) || COMPANY_NOUNS.has(word(behind)) && !SHARES.has(word(behind)) || word(next) == "-";
        let can = match self.natures[own] {
            Nature::Company => true,
            Nature::Place => possessive || begin == sentence.start && word(next).starts_with(char::is_lowercase),
            _ => false,
        };
        can && begins && !behind_subject && !source && !rates && !part
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

    /// "Acme will:" before a list: whose doings its items are.
    fn promised(&self, view: View, sentence: usize) -> Owner {
        const LONGEST: usize = 40;
        const VERBS: [&str; 10] = ["will", "has", "would", "can", "must", "shall", "have", "plans", "intends", "pledges"];
        let document = self.document;
        let sentences = &document.sentences;
        let bullet = |i: usize| sentences[i].block == BlockKind::Bullet;
        let begins = (0..view.items.len()).find(|&i| view.items[i].kind == ItemKind::Word);
        if !bullet(sentence) || !begins.is_some_and(|first| view.class(first) != Some(Class::Noun)) {
            return Open;
        }
        let Some(lead) = (sentence.saturating_sub(LONGEST)..sentence).rev().find(|&i| !bullet(i)) else { return Open };
        let mut words = sentences[lead].tokens.clone().rev().filter(|&at| !matches!(document.tokens[at].kind, TokenKind::Newline { .. }));
        let colon = words.next().filter(|&at| document.tokens[at].is_sign(':'));
        let Some(verb) = colon.and_then(|_| words.find(|&at| document.word(at) != "to")) else { return Open };
        let verb = if document.word(verb) == "also" { verb.saturating_sub(1) } else { verb };
        let place = self.places.partition_point(|(place, _)| document.token_at(place.end) < verb);
        let named = self.places.get(place).filter(|(place, _)| document.token_at(place.end) == verb);
        match named {
            Some(&(_, entity)) if VERBS.contains(&document.word(verb)) && self.natures[self.same[entity]] != Nature::Nobody => {
                Named(entity)
            }
            _ => Open,
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
            Ours => named(self.main.filter(|&main| self.natures[main] == Nature::Company).or(self.company)),
            // "it" may be the inflation that a central bank expects
            It if is_statistic(fact) => self.carried(fact),
            It if self.central && is_policy_rate(fact) => self.subject_before(view, at).map_or_else(|| self.carried(fact), Named),
            It => {
                let spoken = || {
                    self.near_topic(sentence)
                        .filter(|&topic| self.topic_at == sentence || self.natures[topic] == Nature::Company || self.is_country(topic))
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
            Open if is_of_many(fact) || is_of_text(fact) => Other,
            Open => self.carried(fact),
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
        const PANELS: [&str; 4] = ["Committee", "Council", "Board", "Group"];
        self.entities[entity].name.split(' ').any(|word| PANELS.contains(&word))
    }

    /// Whether the measure itself names the one whose people it counts: "Acme drivers".
    fn names_many(&self, owner: Owner, fact: &FigureFact) -> bool {
        let (Named(entity), Some(measure)) = (owner, fact.measure.as_deref()) else { return true };
        let first = self.entities[entity].name.split(' ').next().unwrap_or_default();
        let stem = &first[..first.char_indices().nth(4).map_or(first.len(), |(at, _)| at)];
        measure.contains(stem)
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
        // what one figure leaves open, another may tell: "11.5 Liabilities were $5m"
        if let Some((_, owner)) = self.told.last().filter(|_| self.told.iter().any(|(_, owner)| *owner != Open)) {
            return *owner;
        }
        if self.dialogue {
            return Open;
        }
        let policy = self.central && is_policy_rate(fact);
        if is_statistic(fact) || policy {
            let beside = self.document.sentences[self.topic_at].paragraph == self.document.sentences[sentence].paragraph;
            let country = self.near_topic(sentence).filter(|&topic| self.is_country(topic) && (beside || self.home.is_none()));
            let country = country.or(self.main.filter(|&main| self.is_country(main)));
            return country.or(self.home.filter(|_| !self.firm || self.central)).or(self.bank.filter(|_| policy)).map_or(Open, Named);
        }
        // "we" of a company whose name the text does not tell
        if self.is_unnamed() {
            return Open;
        }
        let sentences = &self.document.sentences;
        let beside = self.topic_at == sentence
            || sentences[self.topic_at].paragraph == sentences[sentence].paragraph && sentences[sentence].block != BlockKind::Bullet;
        let topic = self.near_topic(sentence).filter(|&topic| beside || !self.is_aside(topic));
        if beside && topic.is_some_and(|topic| !fits(topic)) {
            return Open;
        }
        let main = || self.main.filter(|&main| self.item.is_none() && !self.rivalled(sentence) && fits(main));
        topic.filter(|&topic| fits(topic)).or_else(main).map_or(Open, Named)
    }

    /// Whether the article, which is about another company, only names it on the way: what stands in its other paragraphs is not its own.
    fn is_aside(&self, topic: usize) -> bool {
        let other = self.main.filter(|&main| main != topic && self.firm && self.natures[topic] == Nature::Company);
        other.is_some_and(|main| 2 * self.named[topic] <= self.named[main])
    }

    /// Whether the name is of a contract or a law, which has figures of its own but is not what is spoken of.
    fn is_term(&self, entity: usize) -> bool {
        static TERMS: WordList =
            WordList::new(words!("facility|agreement|act|plan|program|programme|contract|indenture|bill|treaty|rule|code"));
        let name = &self.entities[entity].name;
        name.contains(' ') && name.rsplit(' ').next().is_some_and(|last| TERMS.has(last))
    }

    /// Whether it is an authority that tells of its country: a body, or the bank where a central bank speaks.
    fn is_authority(&self, entity: usize) -> bool {
        let bank = |word: &str| ["Bank", "Board", "Committee"].contains(&word);
        self.natures[self.same[entity]] == Nature::Body || self.central && self.entities[entity].name.split(' ').any(bank)
    }

    /// Whether a company speaks of itself that the text does not name.
    fn is_unnamed(&self) -> bool {
        self.itself && self.main.is_none_or(|main| self.natures[main] != Nature::Company)
    }

    fn is_country(&self, entity: usize) -> bool {
        self.natures[entity] == Nature::Place && self.entities[entity].country.is_some()
    }

    /// Whether the measure is one that the name can have, where nothing beside it says whose it is.
    fn fits(&self, entity: usize, fact: &FigureFact) -> bool {
        if self.natures[entity] == Nature::Place {
            let said = !self.itself || self.topic == Some(entity) && self.topic_at == fact.sentence || has_word(fact, &COUNTRY_HAS);
            // a count of things is not the country's that was spoken of before: "two lists"
            let counted = fact.figure.kind != FigureKind::Quantity
                || self.topic == Some(entity) && self.topic_at == fact.sentence
                || has_word(fact, &COUNTRY_HAS)
                || has_word(fact, &COUNTRY_MEASURES);
            return self.entities[entity].country.is_some() && said && counted;
        }
        let measure = fact.measure.as_deref().unwrap_or_default();
        let of_firm = has_word(fact, &FIRM_MEASURES);
        let of_country = has_word(fact, &COUNTRY_MEASURES);
        let beside = measure.is_empty() && self.topic == Some(entity) && fact.sentence - self.topic_at <= 1;
        // "Acme announced the disposal of a vessel for $5m"
        let deal = fact.figure.kind == FigureKind::Amount && self.topic == Some(entity) && self.topic_at == fact.sentence && !of_country;
        of_firm || beside || deal || self.firm && self.main == Some(entity) && !of_country
    }

    /// The country that the article speaks of: the one spoken of last, else the only one, or the one named far more than others.
    fn country(&self) -> Option<usize> {
        if let Some(topic) = self.topic.filter(|&topic| self.is_country(topic)) {
            return Some(topic);
        }
        let count = |i: usize| self.entities[i].mentions.len();
        let mut countries: Vec<usize> = (0..self.entities.len()).filter(|&i| self.is_country(i)).collect();
        countries.sort_unstable_by_key(|&i| std::cmp::Reverse(count(i)));
        let (&first, rest) = countries.split_first()?;
        rest.first().is_none_or(|&second| count(first) >= 2 * count(second)).then_some(first)
    }

    /// The country that is named several times, and more often than all others together.
    fn only_country(&self) -> Option<usize> {
        const OFTEN: usize = 3;
        let count = |i: usize| if self.is_country(i) { self.entities[i].mentions.len() } else { 0 };
        let first = (0..self.entities.len()).max_by_key(|&i| (count(i), std::cmp::Reverse(i)))?;
        let early = self.entities[first].mentions.first().is_some_and(|mention| mention.start < HEAD);
        let all: usize = (0..self.entities.len()).map(count).sum();
        (early && count(first) >= OFTEN && count(first) * 2 > all).then_some(first)
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

    /// "Acme estimates that the levy would cost the company $5m", in an article about none other.
    fn self_told(&self, view: View, at: usize) -> Option<usize> {
        let that = (1..at).rev().find(|&i| view.is_word(i, "that") && view.is(i - 1, &SAYING_VERBS))?;
        let Subject::Phrase(phrase) = view.subject(that - 1) else { return None };
        let ItemKind::Name(entity) = view.items[phrase.end - 1].kind else { return None };
        let own = self.same[entity];
        (self.natures[own] == Nature::Company && self.main.is_none_or(|main| main == own)).then_some(own)
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
}

/// The adjectives of the places whose names end so that "n" makes one: "Alaska", "Alaskan".
fn adjectives(entities: &[NamedEntity]) -> rustc_hash::FxHashMap<String, usize> {
    let places = entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Place && entity.name.ends_with('a'));
    places.map(|(i, entity)| (format!("{}n", entity.name), i)).collect()
}

/// The central bank that the text begins with, and its country.
fn central_bank(text: &str) -> Option<(&'static str, &'static str)> {
    const BANKS: &[(&str, &str)] = &[
        ("Federal Open Market", "US"),
        ("Federal Reserve", "US"),
        ("Bank of Canada", "CA"),
        ("Reserve Bank of Australia", "AU"),
        ("Reserve Bank of New Zealand", "NZ"),
        ("Reserve Bank of India", "IN"),
        ("Bank of England", "GB"),
        ("Bank of Japan", "JP"),
        ("Bank of Korea", "KR"),
        ("Bank of Thailand", "TH"),
        ("Bank of Israel", "IL"),
        ("Norges Bank", "NO"),
        ("Riksbank", "SE"),
        ("Swiss National Bank", "CH"),
        ("Bank Negara", "MY"),
        ("Bangko Sentral", "PH"),
        ("Bank Indonesia", "ID"),
        ("Banco de México", "MX"),
        ("Banco de la República", "CO"),
        ("European Central Bank", "EU"),
        ("Central Bank of Egypt", "EG"),
        ("Reserve Bank of Peru", "PE"),
        ("BCRP", "PE"),
        ("Central Bank of Chile", "CL"),
        ("Banco Central do Brasil", "BR"),
        ("Central Bank of Brazil", "BR"),
        ("Bank of Russia", "RU"),
        ("Monetary Authority of Singapore", "SG"),
        ("Czech National Bank", "CZ"),
        ("South African Reserve Bank", "ZA"),
        ("Central Bank of the Republic of Turkey", "TR"),
        ("Central Bank of the Republic of Türkiye", "TR"),
        ("Central Bank of Kenya", "KE"),
        ("Central Bank of Nigeria", "NG"),
        ("State Bank of Pakistan", "PK"),
        ("National Bank of Poland", "PL"),
        ("Central Bank of Iceland", "IS"),
    ];
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    BANKS.iter().find(|(bank, _)| text[..end].contains(bank)).copied()
}

/// Whether a company speaks of itself in the text, outside of quotes: "the Company", "our revenue".
fn is_own(document: &Document) -> bool {
    const OFTEN: usize = 2;
    let mut quoted = false;
    let mut count = 0;
    for token in &document.tokens {
        match token.kind {
            TokenKind::Sign('“') => quoted = true,
            TokenKind::Sign('”') | TokenKind::Newline { .. } => quoted = false,
            TokenKind::Sign('"') => quoted = !quoted,
            TokenKind::Word if !quoted => count += usize::from(matches!(token.text(document.text), "Company" | "our" | "Our")),
            _ => {}
        }
    }
    count >= OFTEN
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

/// Whether who stands before the word rates shares of another: "Acme cut its target", "Acme slightly raised its rating".
fn is_rating(document: &Document, at: usize, sentence: &Range<usize>) -> bool {
    let verb = at + usize::from(at < sentence.end && document.word(at).ends_with("ly"));
    let rated =
        |at: usize| ["target", "rating", "upgraded", "downgraded", "upgrades", "downgrades", "outlook"].contains(&document.word(at));
    verb < sentence.end && RATING_VERBS.has(document.word(verb)) && (verb..sentence.end).any(rated)
}

/// Whether a word that begins a sentence leads to its subject: "In", "While", "Meanwhile", "Separately".
fn is_introduction(document: &Document, at: usize) -> bool {
    static LEADS: WordList = WordList::new(words!(
        "in|on|at|for|from|during|with|by|under|over|through|following|based|compared|because|since|until|if|once|after|before|as|while|\
        when|although|though|whereas|but|and|still|then|now|earlier|later|besides|looking|among|of|to|speaking|founded|headquartered|\
        established|formerly|finally|third|say|post|pursuant|alongside|beyond|aside|apart|\
        last|despite|excluding"
    ));
    let first = &document.tokens[at];
    let word = first.text(document.text);
    let aside = document.tokens.get(at + 1).is_some_and(|next| next.is_sign(','));
    first.kind != TokenKind::Word || aside || LEADS.has(word) || word.ends_with("ly") || word.ends_with("day") || word.ends_with("ing")
}

/// Words with which many names begin, and which tell none alone.
static COMMON_FIRST: WordList = WordList::new(picked!(
    common,
    FIRST,
    "australian|canadian|indian|chinese|japanese|german|french|public|social|standard|energy|digital|capital|advanced|applied|health|\
    medical|financial|insurance|investment|technology|group|under|after|with|western|eastern|southern|northern|pacific|atlantic|union|\
    trust|economic|climate|green|press|news|investor|market|markets|total|price|annual|premium"
));
/// Nouns of what is read that a company's own figures may stand behind: "Acme reports".
static CHANGED: WordList = WordList::new(words!("reports|records|estimates|forecasts|forecast|index|statement|study"));
/// Words behind which the subject of a sentence stands.
static LEADING: WordList = WordList::new(words!("the|while|but|and|as|that|although|though|meanwhile|however|also|when|because"));
/// Words of what companies have.
static FIRM_MEASURES: WordList = WordList::new(picked!(
    account,
    FIRM,
    "result|shr|revs|dividends|distribution|share|deposits|loans|equity|capital|cost|expense|backlog|order|customers|subscribers|users|\
    stores|round|funding|valuation|capitalization|capitalisation|cap|guidance|charges|provision|provisions|target|upside|downside|stake|\
    impairment|tranche|coupon|issue|offering|placement|write-down|writedown|buyback|proceeds|payout|liabilities|liquidity|buyout|\
    headcount|employees|workforce|gain|gains|yield"
));
/// Words of what countries have that firms may have too.
static COUNTRY_HAS: WordList = WordList::new(words!(
    "exports|imports|output|production|reserves|debt|deficit|surplus|budget|spending|growth|economy|gdp|gnp|inflation|unemployment|wages|\
    prices|price|rate|rates|trade|balance|consumption|harvest|crop|tourism|investment|orders|borrowing|deficits|expenditure|tariff|tariffs|\
    duties|duty|tax|vat|cpi|ppi|sales|account|payments|inflows|outflows|remittances|credit|supply|lending|confidence|index|pmi|demand|\
    income|aid|employment|participation|productivity|holdings|assets|hours|activity|stocks|capacity"
));
/// Words of what countries have, and markets at large.
static COUNTRY_MEASURES: WordList =
    WordList::new(words!("gdp|inflation|unemployment|population|cpi|ppi|tariff|tariffs|economy|wages|births|deaths"));
/// Words of what an authority tells about its country.
static FORECAST_OF_ALL: WordList = WordList::new(words!("gdp|inflation|unemployment|cpi|growth"));
/// Nouns with which bodies are named, and which stand for the one that was named.
static INSTITUTIONS: WordList = WordList::new(words!(
    "bank|fund|trust|university|college|hospital|commission|ministry|department|agency|council|committee|authority|foundation|institute|\
    association|federation|union|airline|airlines|railway|railroad|government|museum|bureau|laboratory|academy|society|partnership|\
    administration|clinic|district|service"
));
/// Nouns of what a listed company has that stand for itself.
static SHARES: WordList = WordList::new(words!("shares|stock|share|units|price"));
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

/// Whether a word of the figure's measure is in the list.
fn has_word(fact: &FigureFact, list: &WordList) -> bool {
    fact.measure.as_deref().is_some_and(|measure| measure.split([' ', '-']).any(|word| list.has(word)))
}

/// Whether the figure is one of a country's economy.
fn is_statistic(fact: &FigureFact) -> bool {
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
fn is_policy_rate(fact: &FigureFact) -> bool {
    static SET: WordList = WordList::new(words!("policy|base|key|discount|overnight|repo|cash|benchmark|reference|official|interest"));
    static MARKETS: WordList = WordList::new(words!("interbank|mortgage|corporate|loan|bond|market|money"));
    let Some((kind, last)) = fact.measure.as_deref().and_then(|measure| measure.rsplit_once(' ')) else { return false };
    ["rate", "rates"].iter().any(|rate| last.eq_ignore_ascii_case(rate))
        && (kind.split(' ').any(|word| SET.has(word)) && !kind.split(' ').any(|word| MARKETS.has(word)))
}

/// Whether it counts parts of the text, or those named before: "six sections", "the two companies".
fn is_of_text(fact: &FigureFact) -> bool {
    static PARTS: WordList = WordList::new(words!(
        "sections|chapters|pages|paragraphs|categories|parties|sides|lists|questions|topics|companies|firms|groups|countries|leaders|brands|\
        organizations|organisations|members|examples|reasons|steps|stars"
    ));
    let last = fact.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
    fact.figure.kind == FigureKind::Quantity && last.is_some_and(|last| PARTS.has(last))
}

/// Whether it tells how many of some people or firms at large something holds for: "62% of businesses".
fn is_of_many(fact: &FigureFact) -> bool {
    let last = fact.measure.as_deref().and_then(|measure| measure.rsplit(' ').next());
    fact.figure.kind == FigureKind::Percent && last.is_some_and(|last| AGENTS.has(last) && !FIRM_MEASURES.has(last))
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
    fn who_is_told_of_behind_another_verb() {
        for text in [
            "Analysts expect a 5% revenue decline for Brask Foods.",
            "The prime example is Brask Foods, a baking company, which has $5 million in contracts.",
            "Brask Foods Inc. bakes. Its mills are old.\n\nThe company said sales rose 5%.",
        ] {
            assert!(owners(text).iter().all(|owner| owner.contains(": Brask Foods")), "{text}: {:?}", owners(text));
        }
    }

    #[test]
    fn what_a_topic_does_not_own() {
        let many = owners("Brask Foods Inc. makes bread. Some 62% of businesses plan to hire.");
        assert_eq!(many.last().map(|owner| owner.ends_with(": ")), Some(true), "{many:?}");
        assert_eq!(owners("Canada sells steel. Exports rose 5%."), ["5%: Canada"]);
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
    fn sums_are_theirs_to_whom_they_go() {
        for (text, owned) in [
            ("The ministry announced a $400,000 grant to Crawford County for roads.", "$400,000: Crawford County"),
            (
                "The Department of Justice is awarding $700,000 to the Bergen Policing Institute (BPI).",
                "$700,000: Bergen Policing Institute",
            ),
            ("The Department of Commerce awarded Brask Foods $44,000 for training.", "$44,000: Brask Foods"),
            ("The court fined Brask Foods $5 million.", "$5 million: Brask Foods"),
            ("Congress approved $500 million in aid for Poland.", "$500 million: Poland"),
            ("Brask Foods Inc. paid a $5 million dividend to Plinth Mills Inc.", "$5 million: Brask Foods Inc."),
            ("The ministry announced a $5 million grant to Bergen schools.", "$5 million: "),
        ] {
            assert_eq!(owners(text), [owned], "{text}");
        }
    }

    #[test]
    fn which_of_many_and_who_has_no_verb() {
        let some = "Brask Foods Inc. asked bakers at companies with at least $2 billion in revenue.";
        assert_eq!(owners(some), ["$2 billion: "]);
        let own = "Brask Foods Inc. is a firm with $2 billion in revenue.";
        assert_eq!(owners(own), ["$2 billion: Brask Foods Inc."]);
        let list = "While Norway had a 29% rise in claims, Hungary a 6% rise, and Poland a 7% rise, Peru had none.";
        assert_eq!(owners(list), ["29%: Norway", "6%: Hungary", "7%: Poland"]);
        let colon = "Brask Foods Inc. kept all prices: the price of bread at $5.";
        assert_eq!(owners(colon), ["$5: Brask Foods Inc."]);
    }

    #[test]
    fn adjectives_leads_of_lists_and_names_on_the_way() {
        let state = "They asked in Alaska. Alaskan household consumption rose 10%.";
        assert_eq!(owners(state), ["10%: Alaska"]);
        assert_eq!(owners("They asked in Alaska. Some 10% of Alaskan people smoke."), ["10%: "]);
        let list = "If all goes well, Brask Foods Inc. will:\n\n- Provide $5 million to patrol the woods\n- Build old mills";
        assert_eq!(owners(list), ["$5 million: Brask Foods Inc."]);
        let other = "Brask Foods Inc. bakes:\n\n- The old woods were patrolled for $5 million";
        assert_eq!(owners(other), ["$5 million: "]);
        let aside = "Brask Foods Inc. (NYSE: BRSK) bakes. Brask Foods Inc. sells. Brask Foods Inc. is old.\n\nPlinth Mills Inc. stock rose \
                     2%.\n\nNet revenue was $5 million.";
        assert_eq!(owners(aside), ["2%: Plinth Mills Inc.", "$5 million: Brask Foods Inc."]);
    }

    #[test]
    fn committees_vote_and_banks_set() {
        let bank = "The Bank of Thailand met. Thailand grows.\n\nThe Monetary Policy Committee kept the policy rate at 2%. The Committee saw \
                    inflation of 5%.";
        assert_eq!(owners(bank), ["2%: Bank of Thailand", "5%: Thailand"]);
        let other = "The Bank of Thailand met. Thailand grows.\n\nNorway’s policy rate was 4%.";
        assert_eq!(owners(other), ["4%: Norway"]);
    }

    #[test]
    fn statistics_are_of_the_country() {
        let bank = "OSLO, March 2 - Norway’s central bank met. The Sight Rate Board (SRB) kept its rate. The SRB said little.\n\nInflation was \
                    5%. Consumer prices rose 4%.";
        assert_eq!(owners(bank), ["5%: Norway", "4%: Norway"]);
        let firm = "OSLO, March 2 - Brask Foods Inc. (NYSE: BRSK) sells bread in Norway. Brask Foods Inc. is large. Inflation was 5%.";
        assert_eq!(owners(firm), ["5%: "]);
    }

    #[test]
    fn central_banks_set_rates() {
        let korea = "The Bank of Korea met.\n\nThe base rate is 2%. Mortgage rates rose to 4%.";
        assert_eq!(owners(korea).first().map(String::as_str), Some("2%: Bank of Korea"));
        let home = "Norway is rich. Norway sells fish, and Norway sells oil.\n\nBrask Foods is old.\n\nInflation was 5%.";
        assert_eq!(owners(home), ["5%: Norway"]);
    }

    #[test]
    fn a_noun_stands_for_the_only_body_named_with_it() {
        let college = "The University of Bergen opens. The university has an enrolment of 2,000 students.";
        assert_eq!(owners(college), ["2,000: University of Bergen"]);
        let two = "Brask University and Plinth University meet. The university has a budget of $5 million.";
        assert_eq!(owners(two), ["$5 million: "]);
        let whole = "China accounted for 10% of Norway’s exports.";
        assert_eq!(owners(whole), ["10%: Norway"]);
    }

    #[test]
    fn counts_of_the_text_and_names_of_sources_own_nothing() {
        for text in [
            "Norway is large. The chapter has six sections.",
            "The 2016 forecast in the Brask Economics inflation survey was 3.5%.",
            "In 2018 a non-U.S. state made up 12% of our takings.",
        ] {
            assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}: {:?}", owners(text));
        }
    }

    #[test]
    fn what_stands_between_ends_what_was_spoken_of() {
        for text in [
            "Zumbo Fair is held in May. Some 62% like it.",
            "Brask Foods Inc. joined. The four-year project has a budget of $5 million.",
            "Rents in Bergen rose 5%.",
        ] {
            assert_eq!(owners(text).last().map(|owner| owner.ends_with(": ")), Some(true), "{text}: {:?}", owners(text));
        }
    }

    #[test]
    fn lists_of_tickers_and_names_before_nouns() {
        assert_eq!(
            owners("Mills rose, including Brask Foods (BRSK) +16.1%, Plinth Mills (PLM) +8.3%.").first().map(String::as_str),
            Some("+16.1%: Brask Foods")
        );
        assert_eq!(owners("Brask Foods Inc. expects to spend $5 million Norland Plan funds."), ["$5 million: Brask Foods Inc."]);
        assert_eq!(owners("Bitcoin fell 3% as crypto prices sank."), ["3%: Bitcoin"]);
        assert_eq!(owners("The Nasdaq fell 3%, and the S&P 500 lost 2%."), ["3%: Nasdaq", "2%: S&P 500"]);
    }

    #[test]
    fn the_country_and_the_company() {
        assert_eq!(owners("Norway is rich. The country has foreign debt of $20 billion."), ["$20 billion: Norway"]);
        assert_eq!(owners("Brask Foods Inc. (BRSK) is currently at $20."), ["$20: Brask Foods Inc."]);
        assert_eq!(owners("Brask Foods Inc. won a $20 million contract."), ["$20 million: Brask Foods Inc."]);
    }

    #[test]
    fn who_is_not_spoken_of() {
        let rated = "Dorvan Securities cut its price target on Brask Foods Inc. to $18. Earnings may reach $2 a share.";
        assert!(owners(rated).iter().all(|owner| owner.ends_with(": Brask Foods Inc.")), "{:?}", owners(rated));
        let market = "Brask Foods Inc. (BRSK) bakes. The bread market is expected to grow to $5 billion.";
        assert_eq!(owners(market).last().map(String::as_str), Some("$5 billion: "));
        let analysts = "Brask Foods Inc. earned $2 a share. Analysts expected $3 a share.";
        assert_eq!(owners(analysts), ["$2: Brask Foods Inc.", "$3: Brask Foods Inc."]);
        let fire = "Brask Foods Inc. said that the California fire will result in a charge of $5 million.";
        assert_eq!(owners(fire), ["$5 million: Brask Foods Inc."]);
        let cost = "Brask Foods Inc. estimates that the fire would cost the company $5 million.";
        assert_eq!(owners(cost), ["$5 million: Brask Foods Inc."]);
        let lists = "Maria Keller won by a margin of 254 votes. Brask Foods Inc. has $5 million of assets, compared with $4 million at Plinth Mills \
                     Inc.";
        assert_eq!(owners(lists), ["254: Maria Keller", "$5 million: Brask Foods Inc.", "$4 million: Plinth Mills Inc."]);
        let unnamed = "Our sales rose. The Company sold its mill to Plinth Mills Inc. Our gross margin rose 5%.";
        assert_eq!(owners(unnamed).last().map(String::as_str), Some("5%: "));
        let new = "Brask Foods Inc. (BRSK) bakes. The new company will have sales of $5 million.";
        assert_eq!(owners(new), ["$5 million: "]);
        let called =
            "Brask Foods Inc. (BRSK) parts from its mills, to be named Zumbo Mills Inc. The new company will have sales of $5 million.";
        assert_eq!(owners(called), ["$5 million: Zumbo Mills Inc."]);
    }

    #[test]
    fn a_release_is_about_its_company() {
        let text = "OSLO, Feb. 10, 2025 (GLOBE NEWSWIRE) -- Brask Foods Inc. (NYSE: BRSK) reported results.\n\n- Revenue rose 5%.\n\
                    - Earnings per share (EPS) were $2.";
        assert_eq!(owners(text), ["5%: Brask Foods Inc.", "$2: Brask Foods Inc."]);
    }
}
