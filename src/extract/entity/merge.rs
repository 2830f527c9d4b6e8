//! The forms of one name, merged: full name and surname, spellings, acronyms, short forms in brackets, countries.
//!
//! One entity for all forms, the fullest as its name. People: `Syed Amin Ul Haque`, `Aminul Haque` and `Haque` are one, but two full
//! names with one surname stay two, and the bare surname then belongs to the one named last. Organisations: `Acme Holdings Inc.`,
//! `Acme`, `International Widget Corp. (IWC)`, `the Federal Reserve` and `the Fed`. Places: all names of a country are one.

mod declared;
mod form;
mod same;
mod shorter;

pub(crate) use form::Mention;

use super::word::NameWord;
use crate::mention::{EntityKind, NamedEntity};
use crate::rule::{Rule, RuleKind};
use form::NameForm;
use shorter::Index;

/// The rule as `newsfacts explain merge` shows it.
pub(crate) static RULE: Rule = Rule {
    name: "merge",
    kind: RuleKind::Entity,
    source: include_str!("merge.rs"),
    examples: &[
        ("Mr. Tomas Adeyemi-Brandt spoke first. Adeyemi-Brandt then left.", "Tomas Adeyemi-Brandt = person"),
        ("The United States signed. The U.S. will pay.", "United States = place"),
        ("The Department of Health and Human Services (HHS) paid. HHS said so.", "Department of Health and Human Services = organization"),
    ],
    counterexamples: &["The committee said that it will pay."],
};

/// One entity in the making.
struct Cluster {
    kind: EntityKind,
    /// Its forms, as indices.
    forms: Vec<usize>,
    /// Its mentions, as indices.
    members: Vec<usize>,
}

/// Merges mentions, which must be in order, into entities in the order of their first mention.
pub(crate) fn merge(text: &str, words: &[NameWord], mentions: &[Mention]) -> Vec<NamedEntity> {
    let mut forms: Vec<NameForm> = Vec::new();
    let mut form_of: Vec<usize> = Vec::with_capacity(mentions.len());
    let mut seen: rustc_hash::FxHashMap<(EntityKind, &str), usize> = rustc_hash::FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate() {
        let form = *seen.entry((mention.kind, mention.span.of(text))).or_insert_with(|| {
            forms.push(NameForm::new(text, mention, words));
            forms.len() - 1
        });
        forms[form].mentions.push(i);
        form_of.push(form);
    }
    // Long forms first, so that short ones find them wherever they stand.
    let mut order: Vec<usize> = (0..forms.len()).collect();
    order.sort_by_key(|&form| (std::cmp::Reverse(forms[form].ends.len()), form));
    let declared = declared::declared(text, words, mentions, &form_of, &forms);
    let mut home: Vec<Option<usize>> = vec![None; forms.len()];
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut index = Index::with_room(forms.len());
    for form in order {
        let of_brackets = declared[form].and_then(|long| home[long]);
        home[form] = place(&forms, mentions[forms[form].mentions[0]].kind, &mut clusters, &mut index, form, of_brackets);
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

/// Puts all mentions of one form into the cluster that it belongs to, `declared` or found, or into one of its own,
/// which it gives.
fn place(
    forms: &[NameForm],
    kind: EntityKind,
    clusters: &mut Vec<Cluster>,
    index: &mut Index,
    form: usize,
    declared: Option<usize>,
) -> Option<usize> {
    let all = &forms[form].mentions;
    let fitting = declared.map_or_else(|| index.clusters(kind, forms, form), |cluster| vec![cluster]);
    match fitting[..] {
        [] => {
            index.add(kind, &forms[form], form, clusters.len());
            clusters.push(Cluster { kind, forms: vec![form], members: all.clone() });
            Some(clusters.len() - 1)
        }
        [only] => {
            index.add(kind, &forms[form], form, only);
            clusters[only].forms.push(form);
            clusters[only].members.extend_from_slice(all);
            Some(only)
        }
        // Several of one surname: each mention belongs to the one named last before it, the first ones to the fullest name.
        _ => {
            let mut known: Vec<(usize, usize)> =
                fitting.iter().flat_map(|&i| clusters[i].members.iter().map(move |&member| (member, i))).collect();
            known.sort_unstable();
            let mut known = known.into_iter().peekable();
            let mut nearest = fitting.into_iter().min_by_key(|&i| clusters[i].members[0])?;
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
            Some(nearest)
        }
    }
}

/// The entity of a cluster in which these forms are printed, in order.
fn entity(cluster: &Cluster, forms: &[NameForm], printed: &[usize], mentions: &[Mention]) -> NamedEntity {
    let fullest = printed
        .iter()
        .map(|&form| &forms[form])
        .min_by_key(|form| (form.shouted, std::cmp::Reverse(form.ends.len()), std::cmp::Reverse(form.length)));
    let name = fullest.map_or("", |form| form.text);
    let mut aliases: Vec<&str> = printed.iter().map(|&form| forms[form].text).filter(|&text| text != name).collect();
    // Longer forms first, as a reader would list them.
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.split_whitespace().count()));
    NamedEntity {
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
