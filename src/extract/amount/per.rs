//! What an amount is charged for: "a share", "per barrel", "/tonne".

use crate::extract::figure_reader::FigureReader;
use crate::text::TokenKind;
use crate::words::WordList;

/// What "a" makes a price of; after "per" any noun does.
const PRICED: &[&str] = picked!(
    priced,
    AMOUNT,
    "litre|liter|head|year|month|week|hour|night|person|bushel|kilo|kilogram|kilogramme|kg|mile|ticket|copy|piece|bottle|seat|vote|gram|\
    time|megawatt|bag|carat|acre|minute|pair|pop|pack|vehicle|household|quarter|metre|meter|yard|hectare|kilowatt|fortnight|pupil|\
    student|pint|sack|dozen|cup|therm|term|semester|meal|dose|visit|game|line|worker|child|family|patient"
);

/// Words between "per" and its noun.
const BEFORE_NOUN: &[&str] = words!(
    "diluted|basic|common|ordinary|fully|adjusted|troy|metric|square|cubic|million|thousand|hundred|american|depositary|long|short|\
    class|limited|each"
);

/// Words that say between an amount and "per share" what is earned: "$0.05 of diluted earnings per share".
static EARNED: WordList =
    WordList::new(words!("of|in|basic|diluted|and|fully|adjusted|core|operating|net|gaap|earnings|income|loss|losses|profit|profits"));

impl FigureReader<'_, '_> {
    /// What stands after an amount that ends before token `at`.
    pub(super) fn per(&self, at: usize) -> Option<String> {
        let earned = (at..at + 6)
            .take_while(|&word| {
                self.token(word).is_some_and(|token| token.kind == TokenKind::Word && EARNED.has(token.text(self.document.text)))
            })
            .count();
        if earned > 0 {
            return self.charged_for(at + earned).filter(|noun| noun == "share" && self.is_word(at + earned, "per"));
        }
        self.charged_for(at)
    }

    fn charged_for(&self, at: usize) -> Option<String> {
        let mut at = self.skip_line_end(at);
        if self.is_sign(at, '-') && self.touches_before(at) {
            at += 1;
        }
        let any_noun = self.is_word(at, "per") || self.is_sign(at, '/') && self.touches_before(at) && self.touches_before(at + 1);
        if !any_noun && !self.is_one_of(at, &["a", "an"]) {
            return None;
        }
        at += 1;
        if self.is_sign(at, '-') {
            at += 1;
        }
        let mut words: Vec<String> = Vec::new();
        for i in at..at + 4 {
            let Some(token) = self.token(i).filter(|token| token.kind == TokenKind::Word) else { break };
            let word = token.text(self.document.text).to_lowercase();
            let goes_on = BEFORE_NOUN.contains(&word.as_str()) && self.token(i + 1).is_some_and(|next| next.kind == TokenKind::Word);
            words.push(word);
            if !goes_on {
                // "a megawatt hour"
                let hour = self
                    .document
                    .tokens
                    .get(i + 1)
                    .filter(|_| ["megawatt", "kilowatt", "gigawatt"].contains(&words[words.len() - 1].as_str()));
                if hour.is_some_and(|next| next.is_word(self.document.text, "hour")) {
                    words.push("hour".into());
                }
                break;
            }
        }
        // "From $3,590 a year ago" is no yearly amount.
        if !any_noun && self.is_one_of(at + words.len(), &["ago", "earlier", "before", "previously", "prior", "later"]) {
            return None;
        }
        let noun = words.last()?.trim_end_matches("s");
        if matches!(noun, "share" | "sh" | "shr") || words.iter().any(|word| word == "share") {
            return Some("share".into());
        }
        // "$5 million a year ago" is dated, not priced
        let dates = ["year", "quarter", "month", "week", "day"].contains(&noun)
            && self.is_one_of(at + words.len(), &["ago", "earlier", "before", "prior", "previously", "later"]);
        (any_noun || PRICED.contains(&noun) && !dates).then(|| words.join(" "))
    }
}
