//! The forms of one name, merged: full name and surname, spellings, acronyms, short forms in brackets, countries.
//!
//! One entity for all forms, the fullest as its name. People: `Syed Amin Ul Haque`, `Aminul Haque` and `Haque` are one, but two full
//! names with one surname stay two, and the bare surname then belongs to the one named last. Organisations: `Acme Holdings Inc.`,
//! `Acme`, `International Widget Corp. (IWC)`, `the Federal Reserve` and `the Fed`. Places: all names of a country are one.

use super::country;
use super::vocabulary::class;
use super::word::{NameWord, flag, hashes};
use crate::mention::{Entity, EntityKind};
use crate::rule::{Rule, RuleKind};
use crate::text::Span;
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
    /// Words in lower case without accents, signs and periods.
    parts: Vec<String>,
    /// Of an organisation, its words without its legal ending and a leading article.
    core: Vec<String>,
    /// Of an organisation, the core in full, where it is a well-known short form.
    known_as: String,
    /// Of a person or a place, the letters of all words together.
    joined: String,
    /// Of an organisation, the first letters of the words, as an acronym would have them.
    initials: String,
    /// Of an organisation, the first letters of all words of the core, in lower case.
    all_initials: String,
    /// The organisation's name is one word of capitals, and the same in lower case.
    acronym: Option<(String, String)>,
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

/// Letters as they are compared: lower case, without the accents of Latin letters.
fn plain(word: &str) -> String {
    if word.is_ascii() {
        let letters = word.bytes().filter(|byte| byte.is_ascii_alphanumeric() || *byte == b'&');
        return letters.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    }
    word.chars()
        .filter(|character| character.is_alphanumeric() || *character == '&')
        .flat_map(char::to_lowercase)
        .map(|character| match character {
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
        })
        .collect()
}

impl<'t> Form<'t> {
    fn new(text: &'t str, mention: &Mention, words: &[NameWord]) -> Self {
        let words = &words[mention.words.clone()];
        let is_organization = mention.kind == EntityKind::Organization;
        let plains: Vec<String> = words.iter().map(|word| plain(word.span.of(text))).collect();
        const THE: u32 = hashes(["the"])[0];
        let mut core_words: Vec<usize> = (0..words.len()).filter(|&i| words[i].is(flag::LETTER | flag::DIGIT)).collect();
        while core_words.len() > 1 && core_words.last().is_some_and(|&i| words[i].has(class::COMPANY_SUFFIX)) {
            core_words.pop();
        }
        if core_words.len() > 1 && words[core_words[0]].lower == THE {
            core_words.remove(0);
        }
        let initials = core_words
            .iter()
            .map(|&i| &words[i])
            .filter(|word| is_organization && word.is_candidate())
            .filter_map(|word| word.span.of(text).chars().next())
            .flat_map(char::to_uppercase)
            .collect();
        let core: Vec<String> = core_words.iter().filter(|_| is_organization).map(|&i| plains[i].clone()).collect();
        let parts: Vec<String> = plains.into_iter().filter(|part| !part.is_empty()).collect();
        let printed = mention.span.of(text);
        let is_acronym = is_organization
            && words.len() == 1
            && printed.chars().filter(|c| c.is_uppercase()).count() >= 2
            && !printed.chars().any(char::is_lowercase);
        let acronym = is_acronym.then(|| {
            let letters: String = printed.chars().filter(|c| c.is_alphanumeric()).collect();
            let lower = letters.to_lowercase();
            (letters, lower)
        });
        Form {
            text: printed,
            mentions: Vec::new(),
            known_as: known_as(&core),
            joined: if is_organization { String::new() } else { parts.concat() },
            initials,
            all_initials: core.iter().filter_map(|word| word.chars().next()).collect(),
            acronym,
            shouted: parts.len() > 1 && !printed.chars().any(char::is_lowercase),
            length: printed.chars().count(),
            parts,
            core,
            code: country::code(printed),
            generic: words.len() == 1 && words[0].has(class::ORGANIZATION_WORD),
            known: mention.known,
        }
    }
}

fn known_as(core: &[String]) -> String {
    let name = core.join(" ");
    SHORT_FORMS.iter().find(|(short, _)| *short == name).map_or(name, |(_, full)| (*full).to_string())
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
    order.sort_by_key(|&form| (std::cmp::Reverse(forms[form].parts.len()), form));
    let mut clusters: Vec<Cluster> = Vec::new();
    for form in order {
        place(&forms, mentions[forms[form].mentions[0]].kind, &mut clusters, form);
    }
    for cluster in &mut clusters {
        cluster.members.sort_unstable();
    }
    clusters.sort_by_key(|cluster| cluster.members[0]);
    clusters.iter().map(|cluster| entity(cluster, &forms, &form_of, mentions)).collect()
}

/// Puts all mentions of one form into the cluster that it belongs to, or into one of its own.
fn place(forms: &[Form], kind: EntityKind, clusters: &mut Vec<Cluster>, form: usize) {
    let all = &forms[form].mentions;
    let fitting: Vec<usize> = (0..clusters.len())
        .filter(|&i| clusters[i].kind == kind && clusters[i].forms.iter().any(|&other| is_same(kind, &forms[other], &forms[form])))
        .collect();
    match fitting[..] {
        [] => clusters.push(Cluster { kind, forms: vec![form], members: all.clone() }),
        [only] => {
            clusters[only].forms.push(form);
            clusters[only].members.extend_from_slice(all);
        }
        // Several of one surname: each mention belongs to the one named last before it.
        _ => {
            for &mention in all {
                let nearest = fitting.iter().copied().max_by_key(|&i| {
                    let before = clusters[i].members.iter().filter(|&&member| member < mention).max();
                    before.map_or((0, std::cmp::Reverse(clusters[i].members[0])), |&member| (member + 1, std::cmp::Reverse(0)))
                });
                if let Some(nearest) = nearest {
                    clusters[nearest].members.push(mention);
                    if clusters[nearest].forms.last() != Some(&form) {
                        clusters[nearest].forms.push(form);
                    }
                }
            }
        }
    }
}

/// Whether the shorter form `short` names what `long` names.
fn is_same(kind: EntityKind, long: &Form, short: &Form) -> bool {
    if long.parts.is_empty() || short.parts.is_empty() {
        return false;
    }
    match (long.known, short.known) {
        (Some(one), Some(other)) => return one == other,
        // What the stylebook knows is not the short form of a name that it does not know.
        (None, Some(_)) => return long.core == short.core,
        _ => {}
    }
    if long.parts == short.parts {
        return true;
    }
    match kind {
        EntityKind::Person => is_same_person(long, short),
        EntityKind::Organization => is_same_organization(long, short),
        EntityKind::Place => {
            (long.code.is_some() && long.code == short.code && !is_part_of_britain(long, short)) || long.joined == short.joined
        }
    }
}

/// England and Scotland share a code but are two places.
fn is_part_of_britain(long: &Form, short: &Form) -> bool {
    let part = |form: &Form| matches!(form.text, "England" | "Scotland" | "Wales" | "Northern Ireland");
    long.code == Some("GB") && (part(long) || part(short))
}

fn is_same_person(long: &Form, short: &Form) -> bool {
    let (long_last, short_last) = (&long.parts[long.parts.len() - 1], &short.parts[short.parts.len() - 1]);
    if short.parts.len() == 1 {
        return long.parts.len() > 1
            && (long_last == short_last
                || is_plural(short_last, long_last)
                || (long.parts[0] == short.parts[0] && short.parts[0].len() > 2));
    }
    if long.joined == short.joined {
        return true;
    }
    if long_last != short_last {
        return is_suffixed(long, short);
    }
    // "Aminul Haque" is the end of "Syed Amin Ul Haque".
    if short.joined.len() > short_last.len() + 3 && long.joined.ends_with(&short.joined) {
        return true;
    }
    is_same_given(&long.parts[0], &short.parts[0]) && middle_fits(&long.parts[1..], &short.parts[1..])
}

/// "John Smith Jr." and "John Smith".
fn is_suffixed(long: &Form, short: &Form) -> bool {
    matches!(long.parts[long.parts.len() - 1].as_str(), "jr" | "sr" | "ii" | "iii" | "iv")
        && long.parts[..long.parts.len() - 1] == short.parts[..]
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
fn middle_fits(long: &[String], short: &[String]) -> bool {
    let mut long = long.iter();
    short.iter().all(|part| long.any(|other| is_same_given(other, part)))
}

fn is_same_organization(long: &Form, short: &Form) -> bool {
    if long.core == short.core || long.known_as == short.known_as {
        return true;
    }
    if let Some((acronym, lower)) = &short.acronym {
        if long.core.len() > 1 && (long.initials == *acronym || long.all_initials == *lower) {
            return true;
        }
        if long.parts[0] == short.parts[0] {
            return long.parts.len() > 1;
        }
    }
    // "the Ministry" after the Ministry of Trade.
    if let ([word], true) = (&short.core[..], long.core.len() > 1) {
        return short.generic && (long.core[0] == *word || long.core[long.core.len() - 1] == *word)
            || long.core[0] == *word && is_telling(&short.core);
    }
    // "Acme Brands" and "Acme" of "Acme Brands International": the beginning, not only words that any name could begin with.
    short.core.len() < long.core.len() && long.core[..short.core.len()] == short.core[..] && is_telling(&short.core)
}

/// Whether the words alone can stand for a longer name: not "Bank", "First National", "University".
fn is_telling(core: &[String]) -> bool {
    const WEAK: &[&str] = &[
        "first",
        "second",
        "national",
        "american",
        "united",
        "general",
        "international",
        "bank",
        "university",
        "department",
        "ministry",
        "new",
        "north",
        "south",
        "east",
        "west",
        "central",
        "federal",
        "royal",
        "the",
        "of",
        "and",
        "&",
        "great",
        "old",
        "state",
        "city",
        "san",
        "los",
        "saint",
        "st",
        "us",
        "u",
        "british",
        "european",
        "global",
        "world",
        "house",
        "office",
        "committee",
        "commission",
        "council",
        "board",
        "institute",
        "association",
        "party",
    ];
    core.iter().any(|word| !WEAK.contains(&word.as_str()))
}

fn entity(cluster: &Cluster, forms: &[Form], form_of: &[usize], mentions: &[Mention]) -> Entity {
    // The forms in the order of their first mention in the cluster.
    let mut printed: Vec<usize> = Vec::new();
    for &mention in &cluster.members {
        if !printed.contains(&form_of[mention]) {
            printed.push(form_of[mention]);
        }
    }
    let fullest = printed
        .iter()
        .map(|&form| &forms[form])
        .min_by_key(|form| (form.shouted, std::cmp::Reverse(form.parts.len()), std::cmp::Reverse(form.length)));
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
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
