//! Sums that somebody undertakes to pay, asks for or writes into a law to come: aimed at, not foretold.
//!
//! "The state will invest $5m", "the bill provides $5m", "the union asks for a 5% raise", "a $5m commitment". What a bill does
//! stands in the present tense; it is no law yet. What a plant will earn is foretold.

use crate::relate::class::Class;
use crate::relate::fact::Modality;
use crate::relate::phrase::{Subject, View};
use crate::text::TokenKind;
use crate::words::WordList;

/// What words that put a verb into the time to come say of it: `verb` is where that verb starts, at the latest behind "be" and adverbs.
pub(super) fn of_what_is_to_come(view: View, cue: usize, verb: usize, figure: usize, money: bool) -> Modality {
    let mut verb = past_adverbs(view, verb);
    if view.is_word(verb, "be") || view.is_word(verb, "to") {
        verb = past_adverbs(view, verb + 1);
    }
    if verb < figure && view.is(verb, &ENABLING) {
        return Modality::Target;
    }
    let with = (verb..figure).any(|i| view.is_word(i, "with") || view.is_word(i, "by"));
    let gives = money && verb < figure && !with && view.is(verb, &GIVING);
    if gives && gives_of_its_own(view, cue) { Modality::Target } else { Modality::Forecast }
}

/// The item behind adverbs, with "be" as a verb.
pub(super) fn past_adverbs(view: View, mut at: usize) -> usize {
    while view.class(at) == Some(Class::Adverb) || view.is_word(at, "still") {
        at += 1;
    }
    at
}

/// Whether the subject of a verb can undertake something: a name, a pronoun, a government, but no "sale" or "plant".
fn gives_of_its_own(view: View, verb: usize) -> bool {
    match view.subject(verb) {
        Subject::Phrase(phrase) => {
            let end = phrase.clone().find(|&i| view.class(i) == Some(Class::Preposition)).unwrap_or(phrase.end);
            let head = end.saturating_sub(1);
            view.class(head) == Some(Class::Name) || view.is(head, &GIVERS) || view.is(head, &BILLS)
        }
        Subject::Pronoun(at) => !["it", "that", "this", "which", "these", "those"].iter().any(|word| view.is_word(at, word)),
        Subject::Figure(_) => true,
        Subject::None => false,
    }
}

/// Whether a verb asks for or proposes what follows: "has asked for a 5% raise", "proposed $5m in fines", "looking to cut 5%".
pub(super) fn asks(view: View, at: usize) -> bool {
    let next = |word: &str| view.is_word(at + 1, word);
    let object = || matches!(view.class(at + 1), Some(Class::Determiner | Class::Figure));
    view.is(at, &ASKING) && next("for")
        || view.is_word(at, "looking") && next("to") && view.class(at + 2) == Some(Class::Base)
        || view.is(at, &PROPOSING) && object()
}

/// "a commitment to raise aid to 5%", "a bill to cut spending by $5m"
pub(super) fn is_intent(view: View, at: usize) -> bool {
    (view.is(at, &BILLS) || view.is_word(at, "commitment")) && view.is_word(at + 1, "to") && view.class(at + 2) == Some(Class::Base)
}

/// "agreed to reduce the rate by 25 basis points": a rate is reduced by being so decided.
pub(super) fn is_decided(view: View, at: usize, figure: usize) -> bool {
    ["agreed", "voted"].iter().any(|word| view.is_word(at, word))
        && view.is_word(at + 1, "to")
        && view.is(at + 2, &DECIDED)
        && (at + 3..figure).any(|i| ["rate", "rates"].iter().any(|word| view.is_word(i, word)))
}

/// Whether the verb is what a bill does: "the bill provides $5m", "the amendment also raises the levy by 5%".
pub(super) fn is_of_bill(view: View, verb: usize) -> bool {
    if !view.is(verb, &ENACTING) {
        return false;
    }
    let beside = (0..verb).rev().find(|&i| !(view.class(i) == Some(Class::Adverb) || view.is_word(i, "also")));
    if beside.is_some_and(|beside| view.is(beside, &BILLS)) {
        return true;
    }
    let Subject::Phrase(phrase) = view.subject(verb) else { return false };
    let end = phrase.clone().find(|&i| view.class(i) == Some(Class::Preposition)).unwrap_or(phrase.end);
    view.is(end.saturating_sub(1), &BILLS)
}

/// Whether "to" and a verb at `to` follow "is", or a subject that opens the sentence as headlines do: "is to fund", "Brask to cut 5%".
pub(super) fn is_to(view: View, to: usize) -> bool {
    const SUBJECT: usize = 8;
    if !view.is_word(to, "to") || view.class(to + 1) != Some(Class::Base) || to == 0 {
        return false;
    }
    if ["is", "are"].iter().any(|word| view.is_word(to - 1, word)) {
        let noun = |i: &usize| view.class(*i) == Some(Class::Noun);
        return !(to.saturating_sub(SUBJECT)..to - 1).rev().find(noun).is_some_and(|noun| view.is(noun, &TASKS));
    }
    let names = |i: usize| matches!(view.class(i), Some(Class::Name | Class::Determiner | Class::Adjective | Class::Possessive));
    to <= SUBJECT && view.class(to - 1) == Some(Class::Name) && (0..to).all(names)
}

/// Whether the figure is the size of something promised: "a $5m commitment".
pub(super) fn is_commitment(view: View, figure: usize) -> bool {
    let article = figure > 0 && view.class(figure - 1) == Some(Class::Determiner);
    let mut noun = figure + 1;
    while view.class(noun) == Some(Class::Adjective) {
        noun += 1;
    }
    article && ["commitment", "pledge"].iter().any(|word| view.is_word(noun, word))
}

/// Whether the figure is the size of an offering that is yet to close: "an offering of up to $5m".
pub(super) fn is_offering(view: View, figure: usize) -> bool {
    let up_to = figure > 2 && view.is_word(figure - 1, "to") && view.is_word(figure - 2, "up");
    let of = if up_to { figure - 3 } else { figure.wrapping_sub(1) };
    let sized = view.is_word(of, "of") && of > 0 && view.is(of - 1, &OFFERINGS);
    sized && !(0..view.items.len()).any(|i| view.is(i, &CLOSING))
}

/// Whether a headline opens with a sum for something: "$5 MILLION TO FUND A MILL".
pub(super) fn opens_headline(view: View, figure: usize) -> bool {
    figure == 0 && view.is_word(1, "to") && view.class(2) == Some(Class::Base)
}

/// Whether a line with a colon leads to what a bill holds: "The bill includes:".
pub(super) fn is_of_a_bill(document: &crate::document::Document, tokens: std::ops::Range<usize>) -> bool {
    const LONGEST: usize = 30;
    let mut words = tokens.take(LONGEST).filter(|&at| document.tokens[at].kind == TokenKind::Word).map(|at| document.word(at));
    words.any(|word| BILLS.has(word))
}

/// Whether a line ends in "will:", "would:" or the like: its list says what somebody undertakes.
pub(super) fn leads(document: &crate::document::Document, colon: usize) -> bool {
    let before = colon.checked_sub(1).filter(|&at| document.tokens[at].kind == TokenKind::Word);
    before.is_some_and(|at| LEADING.has(document.word(at)))
}

/// Sales of shares and notes, and words of one that is over.
static OFFERINGS: WordList = WordList::new(words!("offering|offerings|placement"));
static CLOSING: WordList = WordList::new(words!(
    "completed|completes|closed|closes|closing|completion|completing|raised|followed|priced|prices|pricing|received|after"
));
/// Verbs of giving.
static GIVING: WordList = WordList::new(picked!(giving, PLEDGE, "funded"));
/// Verbs of a law that allows for spending.
static ENABLING: WordList = WordList::new(words!("authorize|authorise|appropriate"));
/// What boards do to rates.
static DECIDED: WordList = WordList::new(words!("reduce|raise|lower|keep|maintain|increase|cut|hold|leave"));
/// Nouns of those who give.
static GIVERS: WordList = WordList::new(words!(
    "government|governments|administration|commonwealth|coalition|ministry|department|council|commission|agency|foundation|parliament|\
    senate|congress|fund|state|city|budget|package|program|programme|scheme|company|bank"
));
/// Nouns of laws to come.
static BILLS: WordList = WordList::new(words!("bill|legislation|amendment|proposal"));
/// What they do.
static ENACTING: WordList = WordList::new(words!(
    "provides|includes|contains|increases|raises|improves|cuts|extends|creates|establishes|requires|allows|sets|doubles|funds|allocates|\
    authorizes|authorises|gives|adds|reduces|lowers|imposes|limits|caps"
));
/// Verbs with "for" behind them.
static ASKING: WordList = WordList::new(words!("asked|asks|asking|called|calls|calling|push|pushing|pushed|applied"));
/// Verbs of proposing.
static PROPOSING: WordList = WordList::new(words!("proposed|proposes|proposing|requested|requests|requesting|demanded|demands|demanding"));
/// What "is to" says nothing of: "his job is to manage $5m".
static TASKS: WordList = WordList::new(words!("job|role|task|way|purpose|function|duty|mission"));
/// Words before the colon of a list.
static LEADING: WordList = WordList::new(words!("will|would|to"));

#[cfg(test)]
mod tests {
    use crate::sheet::Modality::{self, Actual, Forecast, Target};
    use crate::{Article, Options, analyze};

    fn expect(modality: Modality, texts: &[&str]) {
        for text in texts {
            let facts = analyze(&Article::from_text(*text), &Options::default()).facts;
            assert_eq!(facts.last().map(|fact| fact.modality), Some(modality), "{text}");
        }
    }

    #[test]
    fn what_is_undertaken() {
        let undertaken = [
            "Malta will provide $5 million for the mill.",
            "The government will also invest $5 million in ovens.",
            "The budget will allocate $5 million to the mills.",
            "If elected, the party will:\n\n- Provide $5 million for the mill",
            "Bakers will share a $5 million commitment.",
            "The bill would authorize $5 million for ovens.",
            "He kept his commitment to raise aid to 5% of output.",
            "Brask Foods began an offering of up to $5 million of notes.",
            "$5 million to fund a mill",
            "The bill includes:\n\n- $5 million for mills",
        ];
        expect(Target, &undertaken);
        expect(
            Forecast,
            &[
                "The sale will provide $5 million in cash.",
                "The plant will earn $5 million.",
                "The bakers will receive $5 million.",
                "Wind will provide 40% of the power.",
            ],
        );
        expect(Actual, &["Brask Foods closed its offering of $5 million of notes."]);
        expect(Actual, &["Malta provided $5 million for the mill.", "A commitment of the town was kept with $5 million."]);
    }

    #[test]
    fn what_is_proposed_and_asked_for() {
        let proposed = [
            "The bill provides $5 million for ovens.",
            "The bill authorizes $5 million for ovens.",
            "The bill also raises the levy by 5%.",
            "The mayor proposed $5 million in fines.",
            "The union has asked for a 5% raise.",
            "The town is looking to cut the levy by 5%.",
            "The lender sought to save $5 million.",
        ];
        expect(Target, &proposed);
        let actual = ["The bill was $5 million.", "The law provides $5 million for ovens.", "The proposal was made 5% of the time."];
        expect(Actual, &actual);
    }

    #[test]
    fn is_to_and_headlines() {
        expect(
            Forecast,
            &["The mill is to cut its staff by 5%.", "Malta to cut 5% of staff", "Brask agreed in principle to pay $5 million."],
        );
        expect(Forecast, &["The projected cost of caring for the poor in the coming year is $5 million."]);
        expect(Actual, &["The board agreed to reduce the rate by 25 basis points.", "It took an after-tax charge of $5 million."]);
        expect(Forecast, &["The sale would lead to an after-tax charge of less than $5 million."]);
        expect(Actual, &["His job is to manage $5 million.", "The mill was open thanks to a gift of $5 million."]);
    }
}
