//! Whether a text is English, told by its little words. Rules for English read nothing right in another language.

use super::{Token, TokenKind};
use crate::words::WordList;

/// Words that are looked at.
const LOOKED_AT: usize = 300;
/// Fewer words tell nothing.
const FEWEST: usize = 20;

/// The most frequent words of English.
static FREQUENT: WordList = WordList::new(words!("the|of|and|to"));

/// Little words of English that no other language here has.
static ENGLISH: WordList = WordList::new(words!("the|of|and|to|for|that|with|from|said|was|it|by|at|its|has|are|this"));

/// Little words of other languages, by ISO 639-1 code; none is an English word that an article often has.
static OTHERS: [(&str, WordList); 8] = [
    (
        "de",
        WordList::new(words!("der|und|das|nicht|mit|von|dem|den|ein|eine|einen|einem|auf|für|im|des|sich|zu|wurde|auch|ist|wie|nach|bei")),
    ),
    ("fr", WordList::new(words!("le|les|des|et|est|une|dans|du|pour|par|que|qui|sur|au|aux|avec|ses|ont|ce|pas"))),
    ("es", WordList::new(words!("el|los|las|del|en|que|una|por|para|su|es|más|sus|fue|y|como|este"))),
    ("it", WordList::new(words!("il|di|che|della|una|del|nel|sono|dei|alla|gli|è|delle|degli|anche|più"))),
    ("pt", WordList::new(words!("os|do|da|em|um|uma|que|com|para|não|dos|das|na|ao|por|é|foi|mais"))),
    ("nl", WordList::new(words!("het|een|van|op|voor|met|dat|zijn|te|niet|bij|ook|wordt|aan|naar"))),
    ("sv", WordList::new(words!("och|att|det|som|på|är|av|för|med|till|den|ett|inte|har"))),
    ("da", WordList::new(words!("og|at|det|som|på|er|af|til|med|den|et|ikke|har|fra"))),
];

/// The language of a text that is not English, where its words tell: an ISO 639-1 code, "und" for one in other letters.
pub(crate) fn foreign(text: &str, tokens: &[Token]) -> Option<&'static str> {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word).take(LOOKED_AT).map(|token| token.text(text));
    let count = |list: &WordList| words().filter(|word| list.has(word)).count();
    let (all, frequent) = words().fold((0, 0), |(all, frequent), word| (all + 1, frequent + usize::from(FREQUENT.has(word))));
    // Nearly every text is English, and says so with its most frequent words.
    if all < FEWEST || frequent * 12 >= all {
        return None;
    }
    let strange = words().filter(|word| word.chars().next().is_some_and(|first| first > '\u{24f}')).count();
    if strange * 2 > all {
        return Some("und");
    }
    let (most, code) = OTHERS.iter().map(|(code, list)| (count(list), *code)).max_by_key(|&(most, _)| most)?;
    (most * 8 >= all && most > 2 * count(&ENGLISH)).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn language(text: &str) -> Option<&'static str> {
        foreign(text, &tokens(text))
    }

    #[test]
    fn other_languages_are_told() {
        for (text, code) in [
            (
                "Der Umsatz des Unternehmens stieg im ersten Quartal um 5 Prozent auf 105 Millionen Euro, wie die Firma am Montag in Bonn mitteilte, und der Gewinn ist nicht gesunken.",
                Some("de"),
            ),
            (
                "Le chiffre d'affaires de la société a augmenté de 5 % pour atteindre 105 millions d'euros dans le premier trimestre, et les coûts ont baissé par rapport au mois dernier.",
                Some("fr"),
            ),
            (
                "Las ventas de la empresa subieron un 5 por ciento en el primer trimestre del año, y los costes se redujeron por la bajada de los precios que se esperaba.",
                Some("es"),
            ),
            (
                "Продажи компании выросли на 5 процентов в первом квартале года и достигли 105 миллионов рублей сообщила компания в понедельник утром на своем сайте",
                Some("und"),
            ),
            (
                "Sales of the company rose 5% to $105 million in the first quarter from $100 million a year earlier, and its costs fell, it said on Monday.",
                None,
            ),
            (
                "Revenue EUR 105.2m\nEBITDA EUR 12.1m\nNet profit EUR 5.0m\nNet debt EUR 20m\nDividend EUR 0.20\nOrders up 5%\nBacklog up 3%\nMargin up, costs down, guidance confirmed, buyback extended",
                None,
            ),
            ("Umsatz steigt", None),
        ] {
            assert_eq!(language(text), code, "{text}");
        }
    }
}
