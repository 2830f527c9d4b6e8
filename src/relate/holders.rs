//! Whom a word alone may mean: the only person of an article, the one who holds an office, the body with a noun in its name.

use rustc_hash::FxHashMap;

use crate::mention::{EntityKind, NamedEntity};

/// The names of an article by the words that may stand for them, in lower case.
pub(super) struct Holders {
    /// The person, where the article names one only.
    pub only_person: Option<usize>,
    offices: FxHashMap<String, Option<usize>>,
    last_names: FxHashMap<String, usize>,
    bodies: FxHashMap<String, usize>,
}

impl Holders {
    /// Reads the names once, so that looking one up takes no longer in an article of many.
    pub(super) fn of(entities: &[NamedEntity]) -> Self {
        let mut persons = (0..entities.len()).filter(|&i| entities[i].kind == EntityKind::Person);
        let only_person = persons.next().filter(|_| persons.next().is_none());
        let mut holders =
            Holders { only_person, offices: FxHashMap::default(), last_names: FxHashMap::default(), bodies: FxHashMap::default() };
        for (i, entity) in entities.iter().enumerate() {
            match entity.kind {
                EntityKind::Person => holders.add_person(i, entity),
                EntityKind::Organization => {
                    for word in entity.name.split(' ') {
                        holders.bodies.entry(word.to_ascii_lowercase()).or_insert(i);
                    }
                }
                EntityKind::Place => {}
            }
        }
        holders
    }

    fn add_person(&mut self, i: usize, person: &NamedEntity) {
        for word in person.roles.iter().flat_map(|role| role.split_whitespace()) {
            let holder = self.offices.entry(word.to_ascii_lowercase()).or_insert(Some(i));
            if *holder != Some(i) {
                *holder = None;
            }
        }
        for name in person.aliases.iter().chain([&person.name]) {
            let last = name.rsplit(' ').next().unwrap_or_default();
            self.last_names.entry(last.to_ascii_lowercase()).or_insert(i);
        }
    }

    /// Who holds the office: `Some(None)` where several do.
    pub(super) fn office(&self, noun: &str) -> Option<Option<usize>> {
        self.offices.get(&noun.to_ascii_lowercase()).copied()
    }

    /// The first person of that last name.
    pub(super) fn last_name(&self, name: &str) -> Option<usize> {
        self.last_names.get(&name.to_ascii_lowercase()).copied()
    }

    /// The first organisation with the noun in its name.
    pub(super) fn body(&self, noun: &str) -> Option<usize> {
        self.bodies.get(&noun.to_ascii_lowercase()).copied()
    }
}
