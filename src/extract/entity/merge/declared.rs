//! Short forms that brackets behind a name declare: "Department of Health and Human Services (HHS)", "Vestra Holdings Inc. (NYSE: VSTH)".

use rustc_hash::FxHashMap;

use super::form::{Mention, NameForm};
use crate::extract::entity::ticker;
use crate::extract::entity::word::NameWord;
use crate::mention::EntityKind;

/// For each form the one that declares it.
pub(super) fn declared(text: &str, words: &[NameWord], mentions: &[Mention], form_of: &[usize], forms: &[NameForm]) -> Vec<Option<usize>> {
    let mut declared = vec![None; forms.len()];
    let mut symbols: FxHashMap<&str, usize> = FxHashMap::default();
    for (i, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.kind == EntityKind::Organization) {
        let after = &words[mention.words.end..];
        if after.first().is_none_or(|word| word.sign != Some('(')) {
            continue;
        }
        let long = form_of[i];
        if let Some((words, found)) = ticker::brackets_after(after) {
            let symbol = words[found.symbol.start].span.cover(words[found.symbol.end - 1].span);
            symbols.entry(symbol.of(text)).or_insert(long);
        }
        let in_brackets = |next: &&Mention| {
            let opens = mention.words.end + 1;
            let quoted = usize::from(words[opens..].first().is_some_and(|word| matches!(word.sign, Some('"' | '“'))));
            next.kind == EntityKind::Organization
                && next.words.start == opens + quoted
                && words.get(next.words.end + quoted).is_some_and(|word| word.sign == Some(')'))
        };
        if mentions.get(i + 1).filter(in_brackets).is_some() && is_made_of(&forms[form_of[i + 1]], &forms[long]) {
            declared[form_of[i + 1]] = Some(long);
        }
    }
    if !symbols.is_empty() {
        for (form, declared) in forms.iter().zip(&mut declared).filter(|(form, _)| form.is_acronym) {
            *declared = declared.or_else(|| symbols.get(form.text).copied());
        }
    }
    declared
}

/// Whether the letters of an acronym stand in the name in order, the first one at the start of a word.
fn is_made_of(short: &NameForm, long: &NameForm) -> bool {
    let mut letters = short.letters.chars();
    let Some(first) = letters.next().filter(|_| short.is_acronym && short.ends.len() == 1) else { return false };
    let Some(start) = long.parts().position(|part| part.starts_with(first)) else { return false };
    let rest: String = long.parts().skip(start).collect();
    let mut rest = rest.chars().skip(1);
    long.ends.len() > 1 && letters.all(|letter| rest.any(|other| other == letter))
}

#[cfg(test)]
mod tests {
    use crate::{Article, Options, analyze};

    #[test]
    fn brackets_declare_short_forms() {
        let names = |text: &str| -> Vec<(String, Vec<String>)> {
            let sheet = analyze(&Article::from_text(text), &Options::default());
            sheet.entities.into_iter().map(|entity| (entity.name, entity.aliases)).collect()
        };
        let one = |name: &str, alias: &str| vec![(name.to_string(), vec![alias.to_string()])];
        assert_eq!(
            names("The Department of Health and Human Services (HHS) spent $5 million. HHS said 40% went to hospitals."),
            one("Department of Health and Human Services", "HHS")
        );
        let shares = names("Vestra Holdings Inc. (NYSE: VSTH) sold $5 million of goods. VSTH shares gained 2%.");
        assert_eq!(shares, one("Vestra Holdings Inc.", "VSTH"));
        let others = names("Vestra Holdings Inc. (NYSE: VSTH) and Brask Foods Corp. sold goods. BRSK shares gained 2%.");
        assert!(others.iter().all(|(_, aliases)| !aliases.contains(&"BRSK".to_string())), "{others:?}");
    }
}
