//! Whose a figure is by what stands around it: a possessive, a subject, an apposition, a label.

use super::Owner::{Company, Country, It, Named, Open, Other, Ours, Within};
use super::kinds::{COUNTRY_HAS, COUNTRY_MEASURES};
use super::nature::Nature;
use super::{Owner, Owners, SHARES, is_agent, is_possessive, is_preposition, speaks};
use crate::mention::EntityKind;
use crate::relate::class::Class;
use crate::relate::measure::Construed;
use crate::relate::phrase::{ItemKind, PhraseItem, Subject, View};
use crate::words::WordList;
use crate::words::currency;
use crate::words::relating::{
    AGENTS, BORNE, CHANGE_VERBS, COMMODITIES, COMPANY_NOUNS, DEALS, EXPECTED, EXPECTING, OWN_VERBS, PART_VERBS, PEOPLE, READINGS,
    SAYING_VERBS, UNITS,
};
use std::ops::Range;

impl Owners<'_> {
    /// Whose the figure at the item is by its clause.
    pub(super) fn own(&self, view: View, at: usize, found: &Construed) -> Owner {
        if is_of_agents(view, at) {
            return Other;
        }
        if let Some(owner) = self.beside(view, at).or_else(|| self.of_whole(view, at)) {
            return owner;
        }
        let told = |item: usize| self.told.iter().find(|(at, _)| *at == item).map(|(_, owner)| *owner);
        let owner = match found {
            Construed::Phrase(phrase) | Construed::Things(phrase) => self.of_measure(view, at, phrase.clone()),
            Construed::Like(figure) => {
                let owner = self.new_subject(view, *figure, at).or_else(|| told(*figure));
                owner.unwrap_or_else(|| self.governing(view, at))
            }
            Construed::Made(_, item) if view.class(*item) == Some(Class::Name) => self.named(view, *item),
            // "would cost the company $5m": it bears the cost
            Construed::Made(_, verb) => self.bearer(view, *verb, at).unwrap_or_else(|| self.of_subject(view, *verb)),
            Construed::Before if !self.told.is_empty() => {
                self.told.last().and_then(|(last, _)| self.new_subject(view, *last, at)).unwrap_or(Open)
            }
            Construed::Before | Construed::Nothing | Construed::Counted(_) => self.governing(view, at),
        };
        if !matches!(found, Construed::Like(_))
            && let Some(receiver) = self.receiver(view, at)
        {
            return Named(receiver);
        }
        match (owner, self.behind(view, at)) {
            (Open, behind) => behind,
            // "has $5m of assets, compared with $4m at Velora"
            (Named(_), Named(behind)) if matches!(found, Construed::Like(_)) => Named(behind),
            // "analysts expect a 5% decline for Acme"
            (Other, Named(behind)) => Named(behind),
            (owner, _) => owner,
        }
    }

    /// "Acme had a 5% rise, and Velora saw a 6% rise": who is named anew as the subject of what stands between two figures.
    fn new_subject(&self, view: View, last: usize, at: usize) -> Option<Owner> {
        let verb = (last + 1..at).rev().find(|&i| view.is_verb(i))?;
        let anew = matches!(view.subject(verb), Subject::Phrase(phrase) if phrase.start > last);
        match self.of_subject(view, verb) {
            Named(entity) if anew => Some(Named(entity)),
            _ => None,
        }
    }

    /// Who stands right before the figure: "Acme (5%)", "Acme’s 5% rise", "its 5% rise", "Acme, a $5m maker of pens".
    pub(super) fn beside(&self, view: View, at: usize) -> Option<Owner> {
        let mut before = at.checked_sub(1)?;
        // "Acme’s record $5m round"
        while before > 0 && view.class(before) == Some(Class::Adjective) && !view.is(before, &CHANGE_VERBS) {
            before -= 1;
        }
        let name = |at: usize| match view.items[at].kind {
            ItemKind::Name(entity) => Some(Named(entity)),
            _ => None,
        };
        if before > 0 && view.is_sign(before, '(') {
            return name(before - 1);
        }
        // "Acme (ACM) +5%, Velora (VLR) 3%"
        if before > 2 && view.is_sign(before, ')') && view.is_sign(before - 2, '(') && name(before - 3).is_some() {
            return name(before - 3);
        }
        if before > 0 && is_possessive(view, before) && view.class(before - 1) != Some(Class::Period) {
            let start = view.phrase_before(before).map_or(before - 1, |phrase| phrase.start);
            return Some(self.possessor(view, start, before));
        }
        if view.is_word(before, "its") || view.is_word(before, "their") {
            return Some(self.antecedent(view, before));
        }
        // "the $5m maker of pens said"
        if view.is_word(before, "the")
            && let Some(phrase) = view.phrase_at(at + 1)
            && phrase.start == at + 1
            && COMPANY_NOUNS.has(view.word(phrase.end - 1))
            && !SHARES.has(view.word(phrase.end - 1))
        {
            return Some(Company);
        }
        // "Norway had a 5% rise, Denmark a 6% rise"
        let article = before > 1 && (view.is_word(before, "a") || view.is_word(before, "an"));
        let parted = article && before > 2 && (view.is_sign(before - 2, ',') || view.is_word(before - 2, "and"));
        if parted && !self.told.is_empty() && name(before - 1).is_some() {
            return name(before - 1);
        }
        let apposition = before > 1 && (view.is_word(before, "a") || view.is_word(before, "an")) && view.is_sign(before - 1, ',');
        // "a $5m mill in Spain, a $3m mill in Peru"
        let is_country = |owner: &Owner| matches!(owner, Named(name) if self.is_country(*name));
        if apposition { name(before - 2).filter(|owner| !is_country(owner)) } else { None }
    }

    /// What "its" at the item stands for: the subject of its clause, else what is spoken of.
    pub(super) fn antecedent(&self, view: View, at: usize) -> Owner {
        match self.governing(view, at) {
            Open | Within(_) => It,
            owner => owner,
        }
    }

    /// The name at the item: an entity, or a name that is not known.
    pub(super) fn named(&self, view: View, at: usize) -> Owner {
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
            _ if COMPANY_NOUNS.has(view.word(at)) || self.institution(view, at).is_some() => Open,
            _ if view.class(at) == Some(Class::Name) && view.word(at).starts_with(char::is_uppercase) => Other,
            _ => Open,
        }
    }

    /// Whose the measure of this phrase is.
    pub(super) fn of_measure(&self, view: View, at: usize, phrase: Range<usize>) -> Owner {
        let target = phrase.clone().any(|i| view.is_word(i, "target") || view.is_word(i, "rating"));
        if target {
            return self.target(view, at);
        }
        let behind = phrase.start > at;
        if self.is_of_market(view, &phrase) {
            return Other;
        }
        let owner = self.of_phrase(view, phrase.clone());
        // "Acme expects to lose 5,000 Fairhold Plan members"
        if behind && matches!(owner, Named(_)) && !phrase.clone().any(|i| is_possessive(view, i)) {
            let bearer = self.governing(view, at);
            if matches!(bearer, Named(_) | Company | It | Ours) {
                return bearer;
            }
        }
        if !matches!(owner, Open | Within(_)) {
            return owner;
        }
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

    /// Whether the phrase is a market as a whole, which is no company's: "the software market".
    fn is_of_market(&self, view: View, phrase: &Range<usize>) -> bool {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let head = (phrase.start..first_end).rev().find(|&i| view.is_noun(i));
        let is = |i: usize, words: &[&str]| words.iter().any(|word| view.is_word(i, word));
        let market = head.is_some_and(|head| is(head, &["market", "markets", "industry", "sector"]));
        // "the global economy"
        let world = head.is_some_and(|head| is(head, &["economy", "growth", "trade", "gdp", "demand", "oil", "prices"]))
            && phrase.clone().any(|i| is(i, &["global", "world"]));
        (market || world) && !phrase.clone().any(|i| is_possessive(view, i))
    }

    /// Whether the phrase is the price of goods, or the goods themselves: "crude oil", "the price of copper".
    pub(super) fn is_price(&self, view: View, phrase: &Range<usize>) -> bool {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let head = (phrase.start..first_end).rev().find(|&i| view.is_noun(i));
        head.is_some_and(|head| ["price", "prices"].iter().any(|word| view.is_word(head, word)) || COMMODITIES.has(view.word(head)))
    }

    /// A price target is of the shares that it is "on" or "for", or of what is spoken of; never of the broker.
    pub(super) fn target(&self, view: View, at: usize) -> Owner {
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
    pub(super) fn broker(&self, view: View, at: usize, found: &Construed) -> Option<usize> {
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
    pub(super) fn of_phrase(&self, view: View, phrase: Range<usize>) -> Owner {
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
            // "Victorian consumption", not "Victorian households"
            if view.items[i].kind == ItemKind::Word
                && i < head
                && !AGENTS.has(view.word(head))
                && let Some(&place) = self.adjectives.get(view.word(i))
            {
                return Named(place);
            }
            // "German exports"
            if view.items[i].kind == ItemKind::Word
                && i < head
                && let Some(nation) = self.nation(view.word(i), view.word(head))
            {
                return Named(nation);
            }
            // "U.S. small businesses" are not the country
            if let ItemKind::Name(entity) = view.items[i].kind
                && i < head
                && self.natures[self.same[entity]] == Nature::Place
                && (AGENTS.has(view.word(head)) || self.entities[entity].country.is_none() && is_behind_count(view, phrase.start))
            {
                return Other;
            }
            if let ItemKind::Name(entity) = view.items[i].kind
                && !matches!(self.natures[self.same[entity]], Nature::Nobody | Nature::Person)
                && !UNITS.has(view.word(i + 1))
                && !view.is_word(i + 1, "related")
                && !is_source(view, i)
                && !(i > 1 && view.is_sign(i - 1, '-') && view.is_word(i - 2, "non"))
                && !(view.is_sign(i + 1, '-') && view.joins(i + 1))
            {
                return Named(entity);
            }
        }
        if DEALS.has(view.word(head)) { Open } else { self.of_tail(view, head + 1) }
    }

    /// "German" before "exports": the country that the text names elsewhere. In an article about a company they may be its own.
    fn nation(&self, adjective: &str, measured: &str) -> Option<usize> {
        static MARKETS: WordList = WordList::new(words!("stocks|index|assets|holdings|price|prices"));
        let company = self.main.is_some_and(|main| self.natures[main] == Nature::Company);
        let has = COUNTRY_MEASURES.has(measured) || !company && COUNTRY_HAS.has(measured) && !MARKETS.has(measured);
        let capital = adjective.starts_with(|first: char| first.is_ascii_uppercase());
        let code = if has && capital { currency::country(adjective) } else { None };
        code.and_then(|code| self.countries.get(code).copied())
    }

    /// Who stands before the possessive mark.
    pub(super) fn possessor(&self, view: View, start: usize, mark: usize) -> Owner {
        match self.named(view, mark - 1) {
            // "United’s loss", where no such name is known
            Open => match self.noun(view, start, mark - 1) {
                Open if (start > 0 || start + 1 < mark) && view.word(mark - 1).starts_with(char::is_uppercase) => Other,
                owner => owner,
            },
            owner => owner,
        }
    }

    /// What a common noun stands for, whose phrase starts at `start`.
    pub(super) fn noun(&self, view: View, start: usize, head: usize) -> Owner {
        let word = view.word(head);
        let definite = start
            .checked_sub(1)
            .into_iter()
            .chain([start])
            .any(|i| view.is_word(i, "the") || view.is_word(i, "this") || view.is_word(i, "our"))
            || word.starts_with(char::is_uppercase);
        let new = start
            .checked_sub(1)
            .into_iter()
            .chain(start..head)
            .any(|i| ["new", "combined", "merged", "resulting"].iter().any(|word| view.is_word(i, word)));
        if new && COMPANY_NOUNS.has(word) {
            return self.coming.map_or(Other, Named);
        }
        if ["country", "nation", "economy", "kingdom", "republic"].contains(&word) && definite {
            return Country;
        }
        let bare = head == start || head == start + 1 && ["the", "this", "our"].iter().any(|own| view.is_word(start, own));
        if let Some(institution) = self.institution(view, head).filter(|_| definite && bare) {
            return Named(institution);
        }
        if UNITS.has(word) || AGENTS.has(word) || PEOPLE.has(word) {
            Other
        } else if COMPANY_NOUNS.has(word) {
            if definite || is_after_and(view, start) { Company } else { Other }
        } else {
            Open
        }
    }

    /// "the university", where one was named before: "Brask University", "the University of Bergen".
    fn institution(&self, view: View, head: usize) -> Option<usize> {
        let word = view.word(head);
        let known = if word.contains(char::is_uppercase) {
            self.institutions.get(word.to_ascii_lowercase().as_str())
        } else {
            self.institutions.get(word)
        };
        let &(entity, first) = known?;
        (entity != usize::MAX && first < view.document.tokens[view.items[head].tokens.start].span.start).then_some(entity)
    }

    /// "accounted for 10% of our revenue", "10% of Acme’s revenue": a part is of him whose the whole is.
    fn of_whole(&self, view: View, at: usize) -> Option<Owner> {
        if !view.is_word(at + 1, "of") {
            return None;
        }
        if view.is_word(at + 2, "our") {
            return Some(Ours);
        }
        let shared = (at.saturating_sub(5)..at).any(|i| PART_VERBS.has(view.word(i)));
        let ItemKind::Name(entity) = view.items.get(at + 2)?.kind else { return None };
        (shared && view.class(at + 3) == Some(Class::Possessive)).then_some(Named(entity))
    }

    /// "of Acme", "at the company", "in Spain" from an item on.
    pub(super) fn of_tail(&self, view: View, mut at: usize) -> Owner {
        let mut within = Open;
        for _ in 0..3 {
            at = view.forth(at);
            if matches!(view.class(at), Some(Class::Period | Class::Adverb)) {
                at += 1;
            }
            let close = ["of", "at", "by", "from", "for"].iter().any(|word| view.is_word(at, word));
            let place = view.is_word(at, "in") || view.is_word(at, "across");
            if !close && !place {
                break;
            }
            let start = if view.class(at + 1) == Some(Class::Determiner) { at + 2 } else { at + 1 };
            // "the cost of feeding sheep for Acme"
            let doing = view.is_word(at, "of") && view.class(start) == Some(Class::Ing) && view.is_verb(start);
            let Some(phrase) = view.phrase_at(start + usize::from(doing)) else { break };
            let named = phrase.clone().find_map(|i| match view.items[i].kind {
                ItemKind::Name(entity)
                    if !matches!(self.natures[self.same[entity]], Nature::Nobody | Nature::Person) && !is_source(view, i) =>
                {
                    Some(entity)
                }
                _ => None,
            });
            match named {
                Some(entity) if self.natures[entity] == Nature::Place && !view.is_word(at, "of") => within = Within(entity),
                Some(entity) if close => return Named(entity),
                Some(_) => {}
                // "the mean estimate of analysts" is of nobody named there
                None if PEOPLE.has(view.word(phrase.end - 1)) => {}
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
    pub(super) fn governing(&self, view: View, figure: usize) -> Owner {
        let mut at = figure;
        for _ in 0..40 {
            let Some(before) = view.back(at) else { return Open };
            if view.is_verb(before) {
                return self.bearer(view, before, figure).unwrap_or_else(|| self.of_subject(view, before));
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
    pub(super) fn bearer(&self, view: View, verb: usize, at: usize) -> Option<Owner> {
        // "Acme was awarded $5m": it is the subject that has it
        let passive = ["been", "was", "were", "is", "are", "be"].iter().any(|be| verb > 0 && view.is_word(verb - 1, be));
        let awarded = view.is(verb, &AWARDED) && !passive;
        if !view.is(verb, &BORNE) && !awarded {
            return None;
        }
        let phrase = view.phrase_at(verb + 1).filter(|phrase| phrase.start < at)?;
        let end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end).min(at);
        let owner = match self.named(view, end - 1) {
            // "awarded the Oslo and Bergen schools $5m"
            _ if view.is_word(end, "and") => Open,
            Open => self.noun(view, phrase.start, end - 1),
            owner => owner,
        };
        // who awards it has it no more
        let owner = if awarded && owner == Open { Other } else { owner };
        (owner != Open).then_some(owner)
    }

    /// "Acme: revenue of $5m"
    pub(super) fn label(&self, view: View, colon: usize) -> Owner {
        match colon.checked_sub(1).map(|last| view.items[last].kind) {
            // who speaks in a talk owns nothing of what follows
            Some(ItemKind::Name(entity)) if self.dialogue && self.natures[self.same[entity]] == Nature::Person => Open,
            Some(ItemKind::Name(entity)) => Named(entity),
            // "Acme kept its rates: the base rate at 5%"
            _ => match self.governing(view, colon) {
                owner @ (Named(_) | Company | Ours) => owner,
                _ => Open,
            },
        }
    }

    pub(super) fn of_subject(&self, view: View, verb: usize) -> Owner {
        match view.subject(verb) {
            Subject::Phrase(phrase) => match self.describe(view, phrase.clone()) {
                // "analysts expected $5m": of whom is spoken of
                _ if self.is_forecaster(view, phrase.clone(), verb) => Open,
                // "the project has a budget of $5m": it is the project's
                Open if view.is(verb, &OWN_VERBS) && phrase.into_iter().any(|i| view.class(i) == Some(Class::Noun)) => Other,
                Named(entity) => {
                    let own = self.same[entity];
                    let person = self.natures[own] == Nature::Person && !view.is(verb, &OWN_VERBS) && !view.is(verb, &BORNE);
                    let speaking = SAYING_VERBS.has(view.word(verb)) || speaks(view.word(verb));
                    // what a person pays and wins is his, what he says is of another
                    if person && !speaking && view.class(verb) == Some(Class::Finite) && PERSONAL.has(view.word(verb)) {
                        return Named(entity);
                    }
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

    /// Whether the subject only expects what is another's: "analysts", "Wall Street", "the market".
    fn is_forecaster(&self, view: View, phrase: Range<usize>, verb: usize) -> bool {
        let expects = EXPECTED.has(view.word(verb)) || EXPECTING.has(view.word(verb)) || view.is_word(verb, "looking");
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let head = (phrase.start..first_end).rev().find(|&i| view.is_noun(i));
        let street = |i: usize| matches!(view.items[i].kind, ItemKind::Name(entity) if self.entities[entity].name == "Wall Street");
        expects && head.is_some_and(|head| PEOPLE.has(view.word(head)) || street(head) || view.is_word(head, "consensus"))
    }

    /// Who the subject of a verb is.
    pub(super) fn describe(&self, view: View, phrase: Range<usize>) -> Owner {
        let first_end = phrase.clone().find(|&i| is_preposition(view, i)).unwrap_or(phrase.end);
        let Some(head) = (phrase.start..first_end).rev().find(|&i| view.is_noun(i)) else { return Open };
        match self.named(view, head) {
            Open => {}
            owner => return owner,
        }
        // "a survey by Acme found": what it tells is not Acme's
        let read = READINGS.has(view.word(head)) && (view.is_word(head + 1, "by") || view.is_word(head + 1, "from"));
        if is_agent(view.word(head)) || read {
            return Other;
        }
        if let Some(name) = self.apposed(view, &phrase, head) {
            return Named(name);
        }
        if SHARES.has(view.word(head)) {
            return match self.of_phrase(view, phrase.clone()) {
                Open => self.noun(view, phrase.start, head),
                owner => owner,
            };
        }
        match self.noun(view, phrase.start, head) {
            Open => match self.of_phrase(view, phrase.clone()) {
                // "the California fire will cost": it is not the state's
                Named(place) if self.is_town_before(view, &phrase, head, place) => Open,
                owner => owner,
            },
            owner => owner,
        }
    }

    /// Whether a town or a state only tells where what the noun names is.
    fn is_town_before(&self, view: View, phrase: &Range<usize>, head: usize, place: usize) -> bool {
        let own = self.same[place];
        let before = |i: usize| matches!(view.items[i].kind, ItemKind::Name(name) if self.same[name] == own);
        self.natures[own] == Nature::Place
            && self.entities[own].country.is_none()
            && !(phrase.start..=head).any(|i| is_possessive(view, i))
            && (phrase.start..head).any(before)
    }

    /// "Acme, a maker of pens, which has": the company that a phrase behind a comma describes.
    fn apposed(&self, view: View, phrase: &Range<usize>, head: usize) -> Option<usize> {
        if !COMPANY_NOUNS.has(view.word(head)) {
            return None;
        }
        let start = (0..phrase.start).rev().find(|&i| view.class(i) != Some(Class::Determiner)).filter(|&i| view.is_sign(i, ','))?;
        match view.items.get(start.checked_sub(1)?)?.kind {
            ItemKind::Name(entity)
                if self.natures[self.same[entity]] == Nature::Company && self.entities[entity].kind != EntityKind::Place =>
            {
                Some(entity)
            }
            _ => None,
        }
    }

    /// "at Acme", "in Spain" behind the figure.
    pub(super) fn behind(&self, view: View, at: usize) -> Owner {
        const REACH: usize = 6;
        const CLOSE: usize = 3;
        // an item of a list: "$5m for Bergen Fire Department"
        let given = at <= 1 && (view.is_word(at + 1, "for") || view.is_word(at + 1, "to"));
        if given && view.class(at + 2) == Some(Class::Name) && view.word(at + 2).starts_with(char::is_uppercase) {
            return match self.named(view, at + 2) {
                Named(entity) if matches!(self.natures[self.same[entity]], Nature::Company | Nature::Body) => Named(entity),
                _ => Other,
            };
        }
        if let Some(receiver) = self.receiver(view, at) {
            return Named(receiver);
        }
        for next in at + 1..view.items.len().min(at + REACH) {
            if view.is_verb(next) || matches!(view.items[next].kind, ItemKind::Sign(',' | ';' | ':') | ItemKind::Figure(_)) {
                break;
            }
            if let Some(doer) = self.doer(view, next).filter(|_| next <= at + CLOSE) {
                return doer;
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

impl Owners<'_> {
    /// "$5m in aid that Acme paid", "$5m which the Acme group will spend": who does what the clause behind the item tells.
    fn doer(&self, view: View, that: usize) -> Option<Owner> {
        let opens = view.is_word(that, "that") || view.is_word(that, "which");
        let name = if view.class(that + 1) == Some(Class::Determiner) { that + 2 } else { that + 1 };
        let ItemKind::Name(entity) = view.items.get(name).filter(|_| opens)?.kind else { return None };
        // "a 5% chance that Acme will": that is no relative clause
        let told = CONTENT.has(view.word(that - 1));
        let nature = self.natures[self.same[entity]];
        let can = !told && (matches!(nature, Nature::Company | Nature::Body) || self.is_country(self.same[entity]));
        (can && view.is_verb(name + 1) && !view.is(name + 1, &SAYING_VERBS)).then_some(Named(entity))
    }

    /// To whom a sum goes: "a $5m grant to Acme", "$5m in aid for Poland", "awarding $5m to Acme".
    fn receiver(&self, view: View, at: usize) -> Option<usize> {
        const REACH: usize = 7;
        let awarded = (at.saturating_sub(2)..at).any(|i| view.is(i, &AWARDED));
        let mut given = awarded;
        for next in at + 1..view.items.len().min(at + REACH) {
            let hangs = view.is_word(next, "to") || !awarded && view.is_word(next, "for");
            if hangs && given {
                let name = if view.class(next + 1) == Some(Class::Determiner) { next + 2 } else { next + 1 };
                let ItemKind::Name(entity) = view.items.get(name)?.kind else { return None };
                let can = !matches!(self.natures[self.same[entity]], Nature::Nobody | Nature::Person | Nature::Board);
                // "a grant to Bergen schools"
                let whole = !view.is_noun(name + 1) && !(view.class(name + 1) == Some(Class::Possessive));
                return (can && whole).then_some(entity);
            }
            if view.is_verb(next) || matches!(view.items[next].kind, ItemKind::Sign(_) | ItemKind::Figure(_)) || hangs {
                return None;
            }
            given = awarded || GIVEN.has(view.word(next));
        }
        None
    }
}

/// "the oil and gas company": whether "and" joins the phrase to one with "the".
fn is_after_and(view: View, start: usize) -> bool {
    let and = start.checked_sub(1).filter(|&and| view.is_word(and, "and"));
    let before = and.and_then(|and| view.phrase_before(and)).map(|phrase| phrase.start);
    before.is_some_and(|first| view.is_word(first, "the") || first > 0 && view.is_word(first - 1, "the"))
}

/// Whether a number of things stands right before the phrase: "two Oslo engineers".
fn is_behind_count(view: View, start: usize) -> bool {
    start > 0 && matches!(view.items[start - 1].kind, ItemKind::Figure(_))
}

/// "companies with at least $2bn in revenue", "families earning $500,000": whether it tells which ones of many are meant.
fn is_of_agents(view: View, at: usize) -> bool {
    const REACH: usize = 5;
    let which = |i: &usize| ["with", "earning", "making", "having"].iter().any(|word| view.is_word(*i, word));
    let with = (at.saturating_sub(REACH)..at).rev().find(which);
    let names = |with: usize| (with..at).any(|i| matches!(view.items[i].kind, ItemKind::Name(_) | ItemKind::Sign(_)));
    with.is_some_and(|with| with > 0 && AGENTS.has(view.word(with - 1)) && !names(with))
}

/// "the Brask Economics inflation survey": whether the name is only of who asks.
fn is_source(view: View, name: usize) -> bool {
    const LONGEST: usize = 4;
    let nouns = (name + 1..view.items.len()).take_while(|&i| matches!(view.class(i), Some(Class::Noun | Class::Adjective)));
    nouns.take(LONGEST).any(|i| ["survey", "poll", "surveys", "polls"].iter().any(|asked| view.is_word(i, asked)))
}

/// What people do with money, shares and votes of their own.
static PERSONAL: WordList = WordList::new(words!(
    "paid|pays|bought|buys|sold|sells|won|wins|lost|loses|led|leads|leading|trailed|trails|donated|donates|spent|spends|received|receives|\
    invested|pledged|borrowed|owed|owes|scored|polled|acquired|earned|earns|inherited|contributed|withdrew|offered|bid|purchased"
));
/// Verbs whose object bears the sum behind it, and whose subject has no part of it: "awarded Acme $5m", "fined Acme $5m".
static AWARDED: WordList = WordList::new(words!("awarded|awards|awarding|granted|grants|granting|fined|fines|fining"));
/// Nouns with a clause of what they say behind them.
static CONTENT: WordList = WordList::new(words!(
    "chance|chances|probability|likelihood|odds|risk|possibility|view|belief|hope|fear|sign|signs|fact|forecast|estimate"
));
/// Sums that are theirs to whom they go: "a grant to Acme".
static GIVEN: WordList = WordList::new(words!("grant|grants|award|awards|funding|aid|assistance|subsidy|subsidies|donation|donations"));
/// Sums of money that names stand before as what they are for.
static SCHEMES: WordList = WordList::new(words!("fund|program|programme|package|initiative|scheme|facility|grant"));
