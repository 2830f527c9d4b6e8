//! Moves and levels of markets: "shares rose 4% to $12", "the index is at 5,000". They are of one day unless the text says otherwise.

use std::ops::Range;

use crate::document::Document;
use crate::text::TokenKind;
use crate::words::WordList;

/// What is traded.
static TRADED: WordList = WordList::new(picked!(
    goods,
    TRADED,
    "benchmark|ether|ethereum|token|tokens|nasdaq|dow|ftse|dax|cac|nikkei|sensex|nifty|coin|altcoin|dogecoin|solana|xrp|litecoin|\
    cryptocurrency|adrs|adr|gauge|capitalization|capitalisation"
));

/// How a market moves.
static MOVES: WordList = WordList::new(picked!(motion, MOVE, "sinking|sheds|loses|eases|sinks|edges|slumps|rebounds"));

/// How papers move in the present tense, right behind their name.
static RISING: WordList = WordList::new(words!("rise|fall|drop|gain|slip|climb|jump|slide|ease|edge|tumble|plunge|surge|soar|dip|slump"));
static PAPERS: WordList = WordList::new(words!("shares|stocks|futures"));

/// How a market stands.
static LEVELS: WordList = WordList::new(picked!(standing, STANDS, "currently|touched"));

/// Words at which what was said of a market ends.
static ENDS: WordList =
    WordList::new(words!("while|but|before|initially|once|when|previously|as|because|although|whereas|after|expected|could|would|target"));

/// Earnings per share and prices per unit are of no market's day.
static NOT_TRADED: WordList = WordList::new(words!(
    "per|a|each|of|in|earnings|market|buyback|repurchase|current|share|price|prices|managers|sentiment|confidence|production|cost|costs|expectations|optimism|activity|output|wage"
));

/// What only markets do, with the words behind it, and whose price is a market's.
static STANDS: WordList = WordList::new(words!("trading|traded|trades|hovering|closed|close|settled|settle"));
static PLACES: WordList = WordList::new(words!("at|around|near|above|below|up|down|higher|lower|as"));
static OF_TRADED: WordList = WordList::new(words!("its|'s|’s|share|stock|spot|bitcoin|token"));

/// How far before a figure its verb and its noun are looked for, in tokens.
const REACH: usize = 22;

/// Whether the figure at `figure` tells how something traded moved or stands.
pub(super) fn is_move(document: &Document, sentence: &Range<usize>, figure: usize) -> bool {
    let mut verb = false;
    for at in (figure.saturating_sub(REACH).max(sentence.start)..figure).rev() {
        let token = &document.tokens[at];
        match token.kind {
            TokenKind::Sign(';' | ':') => return false,
            TokenKind::Word => {}
            _ => continue,
        }
        let word = document.word(at);
        if ENDS.has(word) {
            return false;
        }
        if STANDS.has(word) && PLACES.has(document.word(at + 1)) {
            return true;
        }
        if word.eq_ignore_ascii_case("currently") && document.word(at + 1) == "at" && names_ticker(document, sentence.start..at) {
            return true;
        }
        if verb && is_pair(document, at, sentence.start) {
            return true;
        }
        // "natural gas for March delivery gained 8 cents", not "gas output gained 8%"
        if verb && RAW.has(word) && (word_is_for(document, at + 1) || MOVES.has(document.word(at + 1))) {
            return true;
        }
        if verb && TRADED.has(word) {
            let before = at.checked_sub(1).filter(|before| *before >= sentence.start).map(|before| document.word(before));
            return match word {
                "price" => before.is_some_and(|before| OF_TRADED.has(before)),
                "capitalization" | "capitalisation" => true,
                _ => before.is_none_or(|before| !NOT_TRADED.has(before)),
            };
        }
        // "Fenn shares rise 5%", "shares are off 5%"
        let of_shares = |at: usize| at > sentence.start && PAPERS.has(document.word(at - 1));
        let off = word == "off" && at > sentence.start + 1 && matches!(document.word(at - 1), "is" | "are") && of_shares(at - 1);
        let present = off || RISING.has(word) && of_shares(at);
        verb |= present || MOVES.has(word) || LEVELS.has(word);
    }
    false
}

fn word_is_for(document: &Document, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.is_word(document.text, "for"))
}

/// Whether a ticker stands in brackets: "Acme Inc. (ACM) is currently at $5".
fn names_ticker(document: &Document, range: Range<usize>) -> bool {
    let is_ticker = |at: usize| {
        let word = document.word(at);
        word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    range.clone().skip(1).any(|at| {
        document.tokens[at].kind == TokenKind::Word
            && is_ticker(at)
            && document.tokens[at - 1].is_sign('(')
            && document.tokens.get(at + 1).is_some_and(|next| next.is_sign(')'))
    })
}

/// Whether the word ends a pair of currencies: "USD/TRY".
fn is_pair(document: &Document, at: usize, start: usize) -> bool {
    let is_code = |at: usize| {
        let word = document.word(at);
        word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    at >= start + 2 && is_code(at) && document.tokens[at - 1].is_sign('/') && is_code(at - 2)
}

/// How many tokens at the head of a text tell whether it is about coins.
const HEAD: usize = 150;
/// What is traded on weekends too.
static COINS: WordList = WordList::new(words!(
    "bitcoin|btc|ethereum|eth|ether|crypto|cryptocurrency|cryptocurrencies|xrp|solana|dogecoin|litecoin|token|tokens|altcoin|altcoins|memecoin"
));

/// Whether the text is about coins, by its head.
pub(super) fn is_of_coins(document: &Document) -> bool {
    document.tokens.iter().take(HEAD).any(|token| token.kind == TokenKind::Word && COINS.has(token.text(document.text)))
}

/// How a line of a list goes on about a market: "- Up 4.68% month-to-date", "- Traded as high as $267".
static GOES_ON: WordList = WordList::new(words!("up|down|off|rose|fell|gained|lost|traded|settled|closed|rises|falls"));

/// Whether the line starts with a move whose subject the article gave before, right before the figure.
pub(super) fn goes_on(document: &Document, sentence: &Range<usize>, figure: usize) -> bool {
    let first = sentence.clone().find(|&at| document.tokens[at].kind == TokenKind::Word);
    first.is_some_and(|first| first < figure && figure - first <= 12 && GOES_ON.has(document.word(first)))
}

/// Whether the words right before the figure tell a level: "currently trading at".
pub(super) fn is_level(document: &Document, sentence: &Range<usize>, figure: usize) -> bool {
    let words = figure.saturating_sub(4).max(sentence.start)..figure;
    words.into_iter().any(|at| document.tokens[at].kind == TokenKind::Word && LEVELS.has(document.word(at)))
}

/// Goods whose name alone stands for their price.
static RAW: WordList =
    WordList::new(words!("gas|oil|wheat|corn|soybeans|coffee|cocoa|sugar|cotton|nickel|zinc|aluminium|aluminum|tin|palladium|platinum"));
/// What names the month in which a contract falls due, and what such contracts are about.
static CONTRACT: WordList =
    WordList::new(words!("delivery|deliveries|contract|contracts|futures|settlement|expiry|expiration|shipment|loading|arrival"));
static COMMODITY: WordList = WordList::new(picked!(goods, RAW, "iron|oats|natural|heating|comex|nymex|feeder|live|lean|hogs"));
static TRADE: WordList = WordList::new(words!("imports|exports|output|production|sales|shipments|demand|consumption|prices"));

/// Whether the month that ends before `end` is that of a contract: "March delivery", "April Brent crude".
pub(super) fn is_contract(document: &Document, sentence: &Range<usize>, end: usize) -> bool {
    let word = |at: usize| if sentence.contains(&at) { document.word(at) } else { "" };
    CONTRACT.has(word(end)) || COMMODITY.has(word(end)) && !(end + 1..end + 4).any(|at| TRADE.has(word(at)))
}
