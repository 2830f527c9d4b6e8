//! The forms of one name, merged: full name and surname, spellings, acronyms, short forms in brackets, countries.
//!
//! One entity for all forms, the fullest as its name. People: `Syed Amin Ul Haque`, `Aminul Haque` and `Haque` are one, but two full
//! names with one surname stay two, and the bare surname then belongs to the one named last. Organisations: `Acme Holdings Inc.`,
//! `Acme`, `International Widget Corp. (IWC)`, `the Federal Reserve` and `the Fed`. Places: all names of a country are one.

mod index;

use super::vocabulary::class;
use super::word::{NameWord, flag, hashes};
use crate::mention::{Entity, EntityKind};
use crate::rule::{Rule, RuleKind};
use crate::text::Span;
use crate::words::{WordList, country};
use index::Index;
use std::ops::Range;

/// The rule as `newsfacts explain merge` shows it.
pub static RULE: Rule = Rule {
    name: "merge",
    kind: RuleKind::Entity,
    source: include_str!("merge.rs"),
    examples: &[
        ("Mr. Tomas Adeyemi-Brandt spoke first. Adeyemi-Brandt then left.", "Tomas Adeyemi-Brandt = person"),
        ("The United States signed. The U.S. will pay.", "United States = place"),
    ],
    counterexamples: &["The committee said that it will pay."],
};

/// A name in the text, with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it names.
    pub kind: EntityKind,
    /// Its words in the article's reading.
    pub words: Range<usize>,
    /// Which name of the stylebook it is.
    pub known: Option<usize>,
}

/// A name as it is printed, with its words as they are compared: made once however often it is printed so.
struct Form<'t> {
    text: &'t str,
    /// Its mentions, in order.
    mentions: Vec<usize>,
    /// The letters of all its words, in lower case without accents, signs and periods.
    letters: String,
    /// Where in the letters each word ends.
    ends: Vec<usize>,
    /// Of an organisation, its words without its legal ending and a leading article.
    core: Vec<CoreWord>,
    /// Of an organisation, the full name, where it is a well-known short form.
    full: Option<&'static str>,
    /// The organisation's name is one word of capitals.
    is_acronym: bool,
    /// Several words, all in capitals.
    shouted: bool,
    /// Its length in characters.
    length: usize,
    code: Option<&'static str>,
    /// A single word that any organisation of its sort could be called: "Ministry".
    generic: bool,
    /// Which name of the stylebook it is.
    known: Option<usize>,
}

/// A word of an organisation's core.
struct CoreWord {
    /// Which of the form's words it is.
    part: usize,
    /// Its first character as printed, where an acronym has it: where the word has a capital.
    initial: Option<char>,
}

/// Well-known short forms that share no letters in order with the full one, in lower case.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("fed", "federal reserve"),
    ("federal reserve board", "federal reserve"),
    ("us federal reserve", "federal reserve"),
    ("u s federal reserve", "federal reserve"),
    ("pentagon", "department of defense"),
    ("justice department", "department of justice"),
    ("treasury department", "department of the treasury"),
    ("us treasury", "department of the treasury"),
    ("treasury", "department of the treasury"),
    ("state department", "department of state"),
    ("commerce department", "department of commerce"),
    ("labor department", "department of labor"),
    ("energy department", "department of energy"),
    ("agriculture department", "department of agriculture"),
    ("usda", "department of agriculture"),
    ("boe", "bank of england"),
    ("boj", "bank of japan"),
    ("bofa", "bank of america"),
    ("rbi", "reserve bank of india"),
    ("u s", "united states"),
    ("un", "united nations"),
    ("eu", "european union"),
];

/// Given names and what they are called, in lower case.
const NICKNAMES: &[(&str, &str)] = &[
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

/// Adds a word's letters as they are compared: lower case, without the accents of Latin letters.
fn push_letters(word: &str, letters: &mut String) {
    if word.is_ascii() {
        let plain = word.bytes().filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'&');
        letters.extend(plain.map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    let plain =
        word.chars().filter(|character| character.is_alphanumeric() || *character == '&').flat_map(char::to_lowercase).map(|character| {
            match character {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
                'ç' | 'ć' | 'č' => 'c',
                'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' | 'ė' => 'e',
                'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
                'ñ' | 'ń' | 'ň' => 'n',
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
                'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
                'ý' | 'ÿ' => 'y',
                'š' | 'ś' | 'ş' => 's',
                'ž' | 'ź' | 'ż' => 'z',
                'ğ' => 'g',
                'ł' => 'l',
                'ď' | 'đ' => 'd',
                'ť' | 'ţ' => 't',
                'ř' => 'r',
                other => other,
            }
        });
    letters.extend(plain);
}

impl<'t> Form<'t> {
    fn new(text: &'t str, mention: &Mention, words: &[NameWord]) -> Self {
        let words = &words[mention.words.clone()];
        let is_organization = mention.kind == EntityKind::Organization;
        let printed = mention.span.of(text);
        let has_small = printed.chars().any(char::is_lowercase);
        let mut form = Form {
            text: printed,
            mentions: Vec::new(),
            letters: String::with_capacity(printed.len()),
            ends: Vec::with_capacity(words.len()),
            core: Vec::new(),
            full: None,
            is_acronym: is_organization
                && words.len() == 1
                && !has_small
                && printed.chars().filter(|character| character.is_uppercase()).count() >= 2,
            shouted: false,
            length: printed.chars().count(),
            code: country::code(printed),
            generic: words.len() == 1 && words[0].has(class::ORGANIZATION_WORD),
            known: mention.known,
        };
        let core = if is_organization { core(words) } else { 0..0 };
        for (i, word) in words.iter().enumerate() {
            let start = form.letters.len();
            push_letters(word.span.of(text), &mut form.letters);
            if form.letters.len() == start {
                continue;
            }
            if core.contains(&i) && is_core(word) {
                let initial = word.span.of(text).chars().next().filter(|_| word.is_candidate());
                form.core.push(CoreWord { part: form.ends.len(), initial });
            }
            form.ends.push(form.letters.len());
        }
        form.shouted = form.ends.len() > 1 && !has_small;
        // The longest short form has five words.
        if let Some(first) = form.core.first().filter(|_| form.core.len() <= 5).map(|word| form.part(word.part)) {
            let mut starting = SHORT_FORMS.iter().filter(|(short, _)| short.starts_with(first));
            form.full = starting.find(|(short, _)| short.split(' ').eq(form.core_words())).map(|(_, full)| *full);
        }
        form
    }

    /// A word, by its number.
    fn part(&self, i: usize) -> &str {
        &self.letters[i.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[i]]
    }

    /// All words.
    fn parts(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        (0..self.ends.len()).map(|i| self.part(i))
    }

    /// The words of the core.
    fn core_words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.core.iter().map(|word| self.part(word.part))
    }

    /// The words of the name in full: those of the core, where it is no well-known short form.
    fn full_name(&self) -> impl Iterator<Item = &str> {
        let core = if self.full.is_some() { &[] } else { &self.core[..] };
        self.full.into_iter().flat_map(|full| full.split(' ')).chain(core.iter().map(|word| self.part(word.part)))
    }

    /// Whether the acronym `short` is made of the name's capitals, or of the first letters of all its words.
    fn is_abbreviated(&self, short: &Form) -> bool {
        let acronym = || short.text.chars().filter(|character| character.is_alphanumeric());
        let capitals = self.core.iter().filter_map(|word| word.initial).flat_map(char::to_uppercase);
        let all = self.core_words().filter_map(|word| word.chars().next());
        self.core.len() > 1 && (capitals.eq(acronym()) || all.eq(acronym().flat_map(char::to_lowercase)))
    }
}

fn is_core(word: &NameWord) -> bool {
    word.is(flag::LETTER | flag::DIGIT)
}

/// The words of an organisation's name without its legal ending and a leading article, of which at least one is left.
fn core(words: &[NameWord]) -> Range<usize> {
    const THE: u32 = hashes(["the"])[0];
    let mut core = 0..words.len();
    let mut left = words.iter().filter(|word| is_core(word)).count();
    while left > 1 && (!is_core(&words[core.end - 1]) || words[core.end - 1].has(class::COMPANY_SUFFIX)) {
        core.end -= 1;
        left -= usize::from(is_core(&words[core.end]));
    }
    let first = words.iter().position(is_core);
    core.start = first.filter(|&first| left > 1 && words[first].lower == THE).map_or(0, |first| first + 1);
    core
}

/// One entity in the making.
struct Cluster {
    kind: EntityKind,
    /// Its forms, as indices.
    forms: Vec<usize>,
    /// Its mentions, as indices.
    members: Vec<usize>,
}

/// Merges mentions, which must be in order, into entities in the order of their first mention.
pub fn merge(text: &str, words: &[NameWord], mentions: &[Mention]) -> Vec<Entity> {
    let mut forms: Vec<Form> = Vec::new();
    let mut form_of: Vec<usize> = Vec::with_capacity(mentions.len());
    let mut seen: rustc_hash::FxHashMap<(EntityKind, &str), usize> = rustc_hash::FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        let form = *seen.entry((mention.kind, mention.span.of(text))).or_insert_with(|| {
            forms.push(Form::new(text, mention, words));
            forms.len() - 1
        });
        forms[form].mentions.push(i);
        form_of.push(form);
    }
    // Long forms first, so that short ones find them wherever they stand.
    let mut order: Vec<usize> = (0..forms.len()).collect();
    order.sort_by_key(|&form| (std::cmp::Reverse(forms[form].ends.len()), form));
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index = Index::default();
    for form in order {
        place(&forms, mentions[forms[form].mentions[0]].kind, &mut clusters, &mut index, form);
    }
    for cluster in &mut clusters {
        cluster.members.sort_unstable();
    }
    clusters.sort_by_key(|cluster| cluster.members[0]);
    let mut printed_in = vec![usize::MAX; forms.len()];
    let entities = clusters.iter().enumerate().map(|(number, cluster)| {
        // The forms in the order of their first mention in the cluster.
        let of_members = cluster.members.iter().map(|&mention| form_of[mention]);
        let printed: Vec<usize> = of_members.filter(|&form| std::mem::replace(&mut printed_in[form], number) != number).collect();
        entity(cluster, &forms, &printed, mentions)
    });
    entities.collect()
}

/// Puts all mentions of one form into the cluster that it belongs to, or into one of its own.
fn place(forms: &[Form], kind: EntityKind, clusters: &mut Vec<Cluster>, index: &mut Index, form: usize) {
    let all = &forms[form].mentions;
    let fitting = index.clusters(kind, forms, form);
    match fitting[..] {
        [] => {
            index.add(kind, &forms[form], form, clusters.len());
            clusters.push(Cluster { kind, forms: vec![form], members: all.clone() });
        }
        [only] => {
            index.add(kind, &forms[form], form, only);
            clusters[only].forms.push(form);
            clusters[only].members.extend_from_slice(all);
        }
        // Several of one surname: each mention belongs to the one named last before it, the first ones to the fullest name.
        _ => {
            let mut known: Vec<(usize, usize)> =
                fitting.iter().flat_map(|&i| clusters[i].members.iter().map(move |&member| (member, i))).collect();
            known.sort_unstable();
            let mut known = known.into_iter().peekable();
            let Some(mut nearest) = fitting.into_iter().min_by_key(|&i| clusters[i].members[0]) else { return };
            for &mention in all {
                while let Some((_, cluster)) = known.next_if(|&(member, _)| member < mention) {
                    nearest = cluster;
                }
                clusters[nearest].members.push(mention);
                if clusters[nearest].forms.last() != Some(&form) {
                    index.add(kind, &forms[form], form, nearest);
                    clusters[nearest].forms.push(form);
                }
            }
        }
    }
}

/// Whether the shorter form `short` names what `long` names.
fn is_same(kind: EntityKind, long: &Form, short: &Form) -> bool {
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
fn is_part_of_britain(long: &Form, short: &Form) -> bool {
    let part = |form: &Form| matches!(form.text, "England" | "Scotland" | "Wales" | "Northern Ireland");
    long.code == Some("GB") && (part(long) || part(short))
}

fn is_same_person(long: &Form, short: &Form) -> bool {
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
fn is_suffixed(long: &Form, short: &Form) -> bool {
    let mut without = long.parts();
    without.next_back().is_some_and(|last| matches!(last, "jr" | "sr" | "ii" | "iii" | "iv")) && without.eq(short.parts())
}

fn is_plural(plural: &str, name: &str) -> bool {
    plural.strip_suffix('s') == Some(name) || plural.strip_suffix("es") == Some(name)
}

fn is_same_given(long: &str, short: &str) -> bool {
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let nick = |a: &str, b: &str| NICKNAMES.iter().any(|(nick, given)| *nick == a && *given == b);
    long == short || initial(long, short) || initial(short, long) || nick(long, short) || nick(short, long)
}

/// Every middle name of the shorter form stands in the longer one, as an initial or whole.
fn middle_fits<'f>(mut long: impl Iterator<Item = &'f str>, mut short: impl Iterator<Item = &'f str>) -> bool {
    short.all(|part| long.any(|other| is_same_given(other, part)))
}

fn is_same_organization(long: &Form, short: &Form) -> bool {
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
fn is_telling(form: &Form) -> bool {
    static WEAK: WordList = WordList::new(words!(
        "first|second|national|american|united|general|international|bank|university|department|ministry|new|north|south|east|west|\
        central|federal|royal|the|of|and|&|great|old|state|city|san|los|saint|st|us|u|british|european|global|world|house|office|\
        committee|commission|council|board|institute|association|party"
    ));
    form.core_words().any(|word| !WEAK.has(word))
}

/// The entity of a cluster in which these forms are printed, in order.
fn entity(cluster: &Cluster, forms: &[Form], printed: &[usize], mentions: &[Mention]) -> Entity {
    let fullest = printed
        .iter()
        .map(|&form| &forms[form])
        .min_by_key(|form| (form.shouted, std::cmp::Reverse(form.ends.len()), std::cmp::Reverse(form.length)));
    let name = fullest.map_or("", |form| form.text);
    let mut aliases: Vec<&str> = printed.iter().map(|&form| forms[form].text).filter(|&text| text != name).collect();
    // Longer forms first, as a reader would list them.
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.split_whitespace().count()));
    Entity {
        kind: cluster.kind,
        name: one_line(name),
        aliases: aliases.iter().map(|alias| one_line(alias)).collect(),
        country: if cluster.kind == EntityKind::Place { printed.iter().find_map(|&form| forms[form].code) } else { None },
        mentions: cluster.members.iter().map(|&i| mentions[i].span).collect(),
        roles: Vec::new(),
        organization: None,
        ticker: None,
        exchange: None,
        location: None,
    }
}

/// A name without the line ends and runs of blanks that stand in the text.
fn one_line(name: &str) -> String {
    let mut line = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
