//! Trade balances: "exported £16.9bn of goods but imported £21.5bn", and the deficit beside it.
//!
//! A deficit or gap is imports less exports, a surplus exports less imports. Exports, imports and balance may be of other goods or
//! months than they seem, so the link is only likely unless they stand in one sentence.

use super::{Claim, ClaimKind, Link, Operands, Source};
use crate::mention::FigureKind;
use crate::relate::cue::symbol;
use crate::relate::skeleton::Skeleton;
use crate::words::WordList;

static EXPORTS: WordList = WordList::new(&["exports", "exported"]);
static IMPORTS: WordList = WordList::new(&["imports", "imported"]);
static DEFICITS: WordList = WordList::new(&["deficit", "gap", "shortfall", "difference"]);
static SURPLUSES: WordList = WordList::new(&["surplus"]);

/// How many tokens before an amount the word stands that names it.
const BEFORE: usize = 12;

/// Finds the balance of the exports and imports that one sentence gives.
pub fn find(source: &Source, skeleton: &Skeleton, claims: &mut Vec<Claim>) {
    if skeleton.symbols.bytes().filter(|&symbol| symbol == symbol::AMOUNT).nth(1).is_none() {
        return;
    }
    let Some(exports) = only(source, skeleton, &EXPORTS) else { return };
    let Some(imports) = only(source, skeleton, &IMPORTS) else { return };
    if exports == imports || source.facts[exports].figure.unit != source.facts[imports].figure.unit {
        return;
    }
    let own = skeleton.sentence;
    for sentence in [Some(own), own.checked_sub(1), Some(own + 1)].into_iter().flatten() {
        let Some(beside) = source.skeletons.get(sentence) else { continue };
        let deficit = named(source, beside, &DEFICITS).next().map(|stated| (stated, imports, exports));
        let surplus = named(source, beside, &SURPLUSES).next().map(|stated| (stated, exports, imports));
        let Some((stated, current, base)) = deficit.or(surplus) else { continue };
        if stated != exports && stated != imports && source.facts[stated].figure.unit == source.facts[exports].figure.unit {
            claims.push(Claim {
                operands: Operands { current: Some(current), base: Some(base), ..Operands::default() },
                link: if sentence == own { Link::Sentence } else { Link::Nearby },
                tentative: sentence != own,
                ..Claim::new(ClaimKind::Difference, stated)
            });
            return;
        }
    }
}

/// The sentence's amount that one of the words names, if there is just one.
fn only(source: &Source, skeleton: &Skeleton, words: &WordList) -> Option<usize> {
    let is_level = |fact: &usize| source.facts[*fact].figure.value().is_some();
    let mut levels = named(source, skeleton, words).filter(is_level);
    let found = levels.next()?;
    levels.next().is_none().then_some(found)
}

/// The sentence's amounts with one of the words between them and the figure before.
fn named<'a>(source: &'a Source, skeleton: &'a Skeleton, words: &'a WordList) -> impl Iterator<Item = usize> + 'a {
    let mut from = source.document.sentences[skeleton.sentence].tokens.start;
    skeleton.elements.iter().filter_map(move |element| {
        let fact = element.fact?;
        let start = from.max(element.tokens.start.saturating_sub(BEFORE));
        from = element.tokens.end;
        let is_amount = source.facts[fact].figure.kind == FigureKind::Amount;
        (is_amount && source.says(start..element.tokens.start, words)).then_some(fact)
    })
}
