//! Whether a shorter form names what a longer one names.

use super::form::NameForm;
use crate::mention::EntityKind;
use crate::words::WordList;

/// Whether the shorter form `short` names what `long` names.
pub(super) fn is_same(kind: EntityKind, long: &NameForm, short: &NameForm) -> bool {
    if long.ends.is_empty() || short.ends.is_empty() {
        return false;
    }
    match (long.known, short.known) {
        (Some(one), Some(other)) => return one == other,
        // What the stylebook knows is not the short form of a name that it does not know.
        (None, Some(_)) if kind == EntityKind::Organization => return long.core_words().eq(short.core_words()),
        (None, Some(_)) => return long.letters == short.letters,
        _ => {}
    }
    if long.ends == short.ends && long.letters == short.letters {
        return true;
    }
    match kind {
        EntityKind::Person => is_same_person(long, short),
        EntityKind::Organization => is_same_organization(long, short),
        EntityKind::Place => {
            (long.code.is_some() && long.code == short.code && !is_part_of_britain(long, short)) || long.letters == short.letters
        }
    }
}

/// England and Scotland share a code but are two places.
fn is_part_of_britain(long: &NameForm, short: &NameForm) -> bool {
    let part = |form: &NameForm| matches!(form.text, "England" | "Scotland" | "Wales" | "Northern Ireland");
    long.code == Some("GB") && (part(long) || part(short))
}

fn is_same_person(long: &NameForm, short: &NameForm) -> bool {
    let (long_last, short_last) = (long.part(long.ends.len() - 1), short.part(short.ends.len() - 1));
    if short.ends.len() == 1 {
        return long.ends.len() > 1
            && (long_last == short_last || is_plural(short_last, long_last) || (long.part(0) == short.part(0) && short.part(0).len() > 2));
    }
    if long.letters == short.letters {
        return true;
    }
    if long_last != short_last {
        return is_suffixed(long, short);
    }
    // "Aminul Haque" is the end of "Syed Amin Ul Haque".
    if short.letters.len() > short_last.len() + 3 && long.letters.ends_with(&short.letters) {
        return true;
    }
    is_same_given(long.part(0), short.part(0)) && middle_fits(long.parts().skip(1), short.parts().skip(1))
}

/// "John Smith Jr." and "John Smith".
fn is_suffixed(long: &NameForm, short: &NameForm) -> bool {
    let mut without = long.parts();
    without.next_back().is_some_and(|last| matches!(last, "jr" | "sr" | "ii" | "iii" | "iv")) && without.eq(short.parts())
}

fn is_plural(plural: &str, name: &str) -> bool {
    plural.strip_suffix('s') == Some(name) || plural.strip_suffix("es") == Some(name)
}

/// Given names and what they are called, in lower case.
pub(super) const NICKNAMES: &[(&str, &str)] = &[
    ("bill", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("jim", "james"),
    ("tom", "thomas"),
    ("tim", "timothy"),
    ("mike", "michael"),
    ("dave", "david"),
    ("dan", "daniel"),
    ("joe", "joseph"),
    ("tony", "anthony"),
    ("chris", "christopher"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("ben", "benjamin"),
    ("sam", "samuel"),
    ("ed", "edward"),
    ("ted", "edward"),
    ("ken", "kenneth"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("dick", "richard"),
    ("rick", "richard"),
    ("rich", "richard"),
    ("greg", "gregory"),
    ("jeff", "jeffrey"),
    ("matt", "matthew"),
    ("nick", "nicholas"),
    ("pat", "patrick"),
    ("kate", "katherine"),
    ("liz", "elizabeth"),
    ("beth", "elizabeth"),
    ("sue", "susan"),
    ("chuck", "charles"),
    ("charlie", "charles"),
    ("andy", "andrew"),
    ("alex", "alexander"),
    ("fred", "frederick"),
    ("larry", "lawrence"),
    ("jerry", "gerald"),
];

fn is_same_given(long: &str, short: &str) -> bool {
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let nick = |a: &str, b: &str| NICKNAMES.iter().any(|(nick, given)| *nick == a && *given == b);
    long == short || initial(long, short) || initial(short, long) || nick(long, short) || nick(short, long)
}

/// Every middle name of the shorter form stands in the longer one, as an initial or whole.
fn middle_fits<'f>(mut long: impl Iterator<Item = &'f str>, mut short: impl Iterator<Item = &'f str>) -> bool {
    short.all(|part| long.any(|other| is_same_given(other, part)))
}

fn is_same_organization(long: &NameForm, short: &NameForm) -> bool {
    let may_be_same = long.core.len() == short.core.len() || long.full.is_some() || short.full.is_some();
    if may_be_same && long.full_name().eq(short.full_name()) {
        return true;
    }
    if short.is_acronym {
        if long.is_abbreviated(short) {
            return true;
        }
        if long.part(0) == short.part(0) {
            return long.ends.len() > 1;
        }
    }
    let is_first = long.core_words().next() == short.core_words().next();
    // "the Ministry" after the Ministry of Trade.
    if short.core.len() == 1 && long.core.len() > 1 {
        let is_last = long.core_words().next_back() == short.core_words().next();
        return short.generic && (is_first || is_last) || is_first && is_telling(short);
    }
    // "Acme Brands" and "Acme" of "Acme Brands International": the beginning, not only words that any name could begin with.
    is_first
        && short.core.len() < long.core.len()
        && long.core_words().zip(short.core_words()).all(|(long, short)| long == short)
        && is_telling(short)
}

/// Whether the form alone can stand for a longer name: not "Bank", "First National", "University".
fn is_telling(form: &NameForm) -> bool {
    static WEAK: WordList = WordList::new(picked!(
        common,
        WEAK,
        "department|ministry|new|the|of|and|&|old|city|san|los|saint|st|us|u|office|committee|commission|council|institute|association|\
        party"
    ));
    form.core_words().any(|word| !WEAK.has(word))
}
