//! Numbers over tokens: digits or words, with fraction, magnitude and the other end of a range.

use std::ops::Range;

use rust_decimal::dec;

use crate::document::Document;
use crate::mention::Value;
use crate::number::{Decimal, Printed, Separators};
use crate::text::{Classes, Span, TokenKind};
use crate::words::number::{Magnitude, NumberWord, Strength, magnitude, number_word};
use crate::words::quantity::UNITS;

/// The longest number in words, in tokens.
const LONGEST_IN_WORDS: usize = 24;

/// A number in the text.
#[derive(Clone, Debug)]
pub(crate) struct Numeral {
    /// Its tokens, with sign and magnitude.
    pub tokens: Range<usize>,
    /// Its value, magnitude applied.
    pub value: Printed,
    /// The magnitude, where one is printed.
    pub magnitude: Option<Magnitude>,
    /// Whether it is in words.
    pub in_words: bool,
    /// Whether it is nothing but "a" before a magnitude or a unit.
    pub is_article: bool,
    /// Whether a plus or minus is printed before it.
    pub signed: bool,
}

impl Numeral {
    /// The same number times a magnitude that is printed elsewhere.
    pub(crate) fn scaled(mut self, by: Magnitude) -> Option<Numeral> {
        self.value = self.value.scale(by.factor)?;
        self.magnitude = Some(by);
        Some(self)
    }

    /// The other end of a range that leaves out the digits that both ends share: "6.20/35", "0.8410-25".
    pub(crate) fn completed(&self, second: &Numeral) -> Option<Printed> {
        let whole = second.magnitude.is_none() && !second.signed && !second.in_words && second.value.step == Decimal::ONE;
        let places = self.value.step.scale();
        let digits = second.value.value.to_string().len();
        if !whole || self.magnitude.is_some() || self.signed || digits < 2 || usize::try_from(places).ok()? < digits {
            return None;
        }
        let tail = second.value.value.checked_mul(self.value.step)?;
        let unit = (0..digits).try_fold(self.value.step, |unit, _| unit.checked_mul(Decimal::TEN))?;
        let value = (self.value.value - self.value.value.checked_rem(unit)?).checked_add(tail)?;
        (value > self.value.value).then_some(Printed { value, step: self.value.step })
    }

    /// A dash before a range that goes up is no minus: the number without it, and where it starts.
    pub(crate) fn without_dash(self, start: usize, second: &Numeral) -> (usize, Numeral) {
        if self.signed && !second.signed && self.value.value.is_sign_negative() && -self.value.value < second.value.value {
            return (start + 1, Numeral { value: self.value.negate(), signed: false, ..self });
        }
        (start, self)
    }

    /// Its value as a figure's.
    pub(crate) fn one(&self) -> Value {
        Value::One(self.value)
    }
}

/// Reads numbers from the tokens of a document.
#[derive(Clone, Copy)]
pub(crate) struct Numerals<'d, 'a> {
    /// The document.
    pub document: &'d Document<'a>,
}

impl<'d> Numerals<'d, '_> {
    /// The number that starts at token `at`, with its sign and magnitude.
    ///
    /// `of_money` lets a lone letter after a blank be a magnitude: "$5 m".
    pub(crate) fn read(&self, at: usize, of_money: bool) -> Option<Numeral> {
        let (start, at, negative) = match self.sign(at) {
            Some(negative) => (at, at + 1, Some(negative)),
            None => (at, at, None),
        };
        let mut numeral = self.unsigned(at)?;
        if let Some((magnitude, end)) = self.magnitude(numeral.tokens.end, of_money) {
            numeral = self.apply(numeral, magnitude, end)?;
        } else if numeral.is_article && numeral.value.value == Decimal::ZERO {
            return None;
        }
        numeral.tokens.start = start;
        numeral.signed = negative.is_some();
        if negative == Some(true) {
            numeral.value = numeral.value.negate();
        }
        Some(numeral)
    }

    fn apply(&self, numeral: Numeral, magnitude: Magnitude, end: usize) -> Option<Numeral> {
        let mut numeral = numeral.scaled(magnitude)?;
        numeral.tokens.end = end;
        numeral.is_article &= magnitude.strength != Strength::Word;
        // "five million two hundred thousand and one"
        let mut last = magnitude.factor;
        while numeral.in_words && last > Decimal::ONE {
            let end = numeral.tokens.end;
            let joined = self.document.tokens.get(end).is_some_and(|and| and.is_word(self.document.text, "and"));
            let small = |more: &Numeral| !joined || more.value.value < Decimal::ONE_HUNDRED && self.ends_number(more.tokens.end);
            let more = self.words(end + usize::from(joined)).filter(|more| !more.is_article && more.value.value >= Decimal::ONE);
            let Some(more) = more.filter(small) else { break };
            let (more, more_end) = match self.magnitude(more.tokens.end, false) {
                Some((smaller, end)) if smaller.factor < last => (more.scaled(smaller)?, end),
                Some(_) => break,
                None => {
                    let end = more.tokens.end;
                    (more, end)
                }
            };
            if more.value.value >= last {
                break;
            }
            numeral.value.value = numeral.value.value.checked_add(more.value.value)?;
            numeral.value.step = more.value.step;
            numeral.tokens.end = more_end;
            last = more.magnitude.map_or(Decimal::ONE, |by| by.factor);
        }
        Some(numeral)
    }

    /// Whether a number in words can end before token `at`: "two thousand and five", not "a million and two others".
    fn ends_number(&self, at: usize) -> bool {
        const OTHERS: &[&str] = words!("other|others|more|of|were|are|was|is|had|have|in|on|at|from|to|by|additional|further");
        self.document
            .tokens
            .get(at)
            .is_none_or(|next| !next.classes.any(Classes::MAGNITUDE) && !OTHERS.iter().any(|word| next.is_word(self.document.text, word)))
    }

    /// A plus or minus sign that belongs to the number after it: `Some(true)` for minus.
    pub(crate) fn sign(&self, at: usize) -> Option<bool> {
        let tokens = &self.document.tokens;
        let (sign, next) = (tokens.get(at)?, tokens.get(at + 1)?);
        if sign.kind == TokenKind::Word {
            return (sign.is_word(self.document.text, "minus")).then_some(true);
        }
        let negative = match sign.kind {
            TokenKind::Sign('+' | '＋') => false,
            TokenKind::Sign('-' | '−' | '–' | '‑' | '－') => true,
            _ => return None,
        };
        let glued_before = at > 0
            && tokens[at - 1].touches(sign)
            && !matches!(tokens[at - 1].kind, TokenKind::Sign('(' | '[' | '/' | ':' | '~' | '"' | '“') | TokenKind::Newline { .. })
            && tokens[at - 1].classes.any(Classes::CURRENCY_CODE) == matches!(tokens[at - 1].kind, TokenKind::Sign(_));
        // "Washingtonians--13 percent": two hyphens are a dash
        let in_dash = at > 0 && tokens[at - 1].touches(sign) && matches!(tokens[at - 1].kind, TokenKind::Sign('-' | '–' | '—'));
        (sign.touches(next) && !glued_before && !in_dash).then_some(negative)
    }

    /// The magnitude at token `at`, with the token after it: "million", "-bn", "lakh crore".
    pub(crate) fn magnitude(&self, at: usize, of_money: bool) -> Option<(Magnitude, usize)> {
        let tokens = &self.document.tokens;
        let mut at = self.document.skip_line_end(at);
        let before = tokens.get(at.checked_sub(1)?)?;
        let mut token = tokens.get(at)?;
        let hyphen = matches!(token.kind, TokenKind::Sign('-' | '‑')) && before.touches(token);
        if hyphen {
            let next = tokens.get(at + 1)?;
            if !token.touches(next) {
                return None;
            }
            token = next;
            at += 1;
        }
        // "10+ million users"
        if token.is_sign('+') && before.touches(token) {
            let scale = tokens.get(at + 1).filter(|next| next.classes.any(Classes::MAGNITUDE))?;
            let by = magnitude(scale.text(self.document.text)).filter(|by| by.strength == Strength::Word)?;
            return Some((by, at + 2));
        }
        if !token.classes.any(Classes::MAGNITUDE) {
            return self.broken_magnitude(at);
        }
        if let Some(whole) = self.broken_magnitude(at) {
            return Some(whole);
        }
        let word = self.document.word(at);
        let mut found = magnitude(word)?;
        let glued = !hyphen && before.touches(token) && before.kind == TokenKind::Number;
        let fits = match found.strength {
            Strength::Word | Strength::Abbreviation => true,
            Strength::Letter if word == "l" || word == "L" => of_money && glued && word == "L",
            Strength::Letter => of_money && !hyphen || glued,
        };
        let fits = fits && (found.strength != Strength::Letter || !matches!(before.kind, TokenKind::Newline { .. }));
        // "5 B.C.", "5 m/s", "5 M&A deals"
        let goes_on = found.strength == Strength::Letter
            && tokens.get(at + 1).is_some_and(|next| token.touches(next) && matches!(next.kind, TokenKind::Sign('&' | '²' | '³')));
        // "a $30.50 T-shirt"
        let begins = found.strength == Strength::Letter
            && !glued
            && tokens.get(at + 1).is_some_and(|next| next.is_sign('-') && token.touches(next))
            && tokens.get(at + 2).is_some_and(|last| last.kind == TokenKind::Word && tokens[at + 1].touches(last));
        if !fits || goes_on || begins {
            return None;
        }
        let mut end = at + 1;
        // "lakh crore", "hundred million" is one number
        if let Some(second) =
            tokens.get(end).filter(|token| token.classes.any(Classes::MAGNITUDE)).and_then(|_| magnitude(self.document.word(end)))
            && second.strength == Strength::Word
            && found.strength == Strength::Word
        {
            found.factor = found.factor.checked_mul(second.factor)?;
            end += 1;
        }
        Some((found, end))
    }

    /// A magnitude that the end of a line or a soft hyphen cuts in two: "mil-" and "lion".
    fn broken_magnitude(&self, at: usize) -> Option<(Magnitude, usize)> {
        let tokens = &self.document.tokens;
        let second = tokens.get(at + 1)?;
        let soft = &self.document.text[tokens[at].span.end..second.span.start] == "\u{ad}";
        let (next, cut) = if soft {
            (at + 1, true)
        } else {
            let next = self.document.skip_line_end(at + 2);
            (next, second.is_sign('-') && next > at + 2)
        };
        let rest = tokens.get(next).filter(|rest| cut && rest.kind == TokenKind::Word)?;
        let head = tokens[at].text(self.document.text);
        const WHOLE: &[&str] = words!("thousand|million|billion|trillion|milliard|crore|lakh");
        let is_whole = |whole: &&&str| {
            let tail = rest.text(self.document.text);
            whole.len() == head.len() + tail.len()
                && whole.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head))
                && whole.get(head.len()..).is_some_and(|end| end.eq_ignore_ascii_case(tail))
        };
        WHOLE.iter().find(is_whole).and_then(|whole| magnitude(whole)).map(|found| (found, next + 1))
    }

    fn unsigned(&self, at: usize) -> Option<Numeral> {
        let token = self.document.tokens.get(at)?;
        match token.kind {
            TokenKind::Number => self.digits(at),
            TokenKind::Sign('.') => self.leading_point(at),
            TokenKind::Sign(sign) => fraction_sign(sign).map(|(value, step)| self.numeral(at..at + 1, Printed { value, step }, false)),
            TokenKind::Word if token.classes.any(Classes::NUMBER_WORD) => self.words(at),
            TokenKind::Word if token.classes.any(Classes::MAGNITUDE) => None,
            _ => None,
        }
    }

    fn numeral(&self, tokens: Range<usize>, value: Printed, in_words: bool) -> Numeral {
        Numeral { tokens, value, magnitude: None, in_words, is_article: false, signed: false }
    }

    /// ".50"
    fn leading_point(&self, at: usize) -> Option<Numeral> {
        let tokens = &self.document.tokens;
        let next = tokens.get(at + 1)?;
        let glued_before = at > 0 && tokens[at - 1].touches(&tokens[at]) && tokens[at - 1].kind == TokenKind::Word;
        if next.kind != TokenKind::Number || !tokens[at].touches(next) || glued_before {
            return None;
        }
        let digits = next.text(self.document.text);
        let places = u32::try_from(digits.len()).ok().filter(|&places| places <= 6)?;
        let value = Decimal::try_from_i128_with_scale(digits.parse().ok()?, places).ok()?;
        let step = Decimal::try_from_i128_with_scale(1, places).ok()?;
        Some(self.numeral(at..at + 2, Printed { value, step }, false))
    }

    fn digits(&self, at: usize) -> Option<Numeral> {
        let tokens = &self.document.tokens;
        let separators = self.document.context.separators;
        let end = self.spaced_groups_end(at);
        let text = Span::new(tokens[at].span.start, tokens[end - 1].span.end).of(self.document.text);
        let mut numeral = self.numeral(at..end, Printed::read(text, separators)?, false);
        if end == at + 1 {
            self.add_fraction(&mut numeral);
        }
        Some(numeral)
    }

    /// The token after a number whose groups of three digits are set apart by blanks: "1 234 567,8".
    /// Fixed blanks always do; a plain one only before groups without another separator, where the whole cannot be two numbers.
    fn spaced_groups_end(&self, at: usize) -> usize {
        let tokens = &self.document.tokens;
        let text = self.document.text;
        let first = tokens[at].text(text);
        if first.len() > 3 || first.starts_with('0') || !first.bytes().all(|byte| byte.is_ascii_digit()) {
            return at + 1;
        }
        let mut end = at + 1;
        while let Some(next) = tokens.get(end).filter(|next| next.kind == TokenKind::Number) {
            let digits = next.text(text);
            let groups = digits.bytes().take_while(u8::is_ascii_digit).count();
            let blank = &text[tokens[end - 1].span.end..next.span.start];
            let fixed = matches!(blank, "\u{a0}" | "\u{202f}" | "\u{2009}");
            let comma = digits.len() > 3 && digits.as_bytes()[3] == b',';
            if groups != 3 || !(fixed || blank == " " && (comma || self.is_one_number(at, end))) {
                break;
            }
            end += 1;
            if digits.len() > 3 {
                break;
            }
        }
        end
    }

    /// Whether a currency stands directly before the first or after the last group, or brackets around them.
    fn is_one_number(&self, at: usize, group: usize) -> bool {
        let tokens = &self.document.tokens;
        let marks =
            |index: usize| tokens.get(index).is_some_and(|token| token.classes.any(Classes::CURRENCY_CODE.union(Classes::CURRENCY_NAME)));
        let last =
            (group..tokens.len().min(group + 4)).take_while(|&index| tokens[index].kind == TokenKind::Number).last().unwrap_or(group);
        let Some(before) = at.checked_sub(1) else { return marks(last + 1) };
        // The period of "Rs."
        let before = if tokens[before].is_sign('.') { before.saturating_sub(1) } else { before };
        let of_money = tokens[before].classes.any(Classes::CURRENCY_SIGN);
        marks(before)
            || of_money
            || marks(last + 1)
            || self.counts_things(before, at, last)
            || tokens[before].is_sign('(') && tokens.get(last + 1).is_some_and(|next| next.is_sign(')'))
    }

    /// "816 000 tonnes": between words in lower case, before what is counted, or round thousands.
    fn counts_things(&self, before: usize, at: usize, last: usize) -> bool {
        let tokens = &self.document.tokens;
        let text = self.document.text;
        let is_small = |at: usize| {
            tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.text(text).starts_with(char::is_lowercase))
        };
        let thousands = tokens[last].text(text) == "000";
        let next = tokens.get(last + 1);
        let things = next.is_some_and(|noun| noun.text(text).ends_with('s') || UNITS.has(noun.text(text)));
        let ends = next.is_none_or(|next| !matches!(next.kind, TokenKind::Number)) && thousands;
        is_small(before) && (ends || things && is_small(last + 1)) && !tokens[before].touches(&tokens[at])
    }

    /// "5 3/4", "5½", "2 and a half", "3/4"
    fn add_fraction(&self, numeral: &mut Numeral) {
        let tokens = &self.document.tokens;
        let text = self.document.text;
        let end = numeral.tokens.end;
        let whole = numeral.value;
        // "$10.26-1/4": a quarter of a cent, as grain is quoted
        let of_cents = whole.step == dec!(0.01) && tokens.get(end).is_some_and(|token| token.is_sign('-'));
        if whole.step != Decimal::ONE && !of_cents {
            return;
        }
        if let Some(TokenKind::Sign(sign)) = tokens.get(end).map(|token| token.kind)
            && let Some((part, step)) = fraction_sign(sign)
            && let Some(value) = whole.value.checked_add(part)
        {
            numeral.value = Printed { value, step };
            numeral.tokens.end = end + 1;
            return;
        }
        let hyphen = usize::from(tokens.get(end).is_some_and(|token| token.is_sign('-')));
        if let [top, slash, bottom] = tokens.get(end + hyphen..end + hyphen + 3).unwrap_or_default()
            && top.kind == TokenKind::Number
            && slash.is_sign('/')
            && bottom.kind == TokenKind::Number
            && top.touches(slash)
            && slash.touches(bottom)
            && let (Ok(top), Ok(bottom)) = (top.text(text).parse::<u32>(), bottom.text(text).parse::<u32>())
            && top < bottom
            && matches!(bottom, 2 | 3 | 4 | 5 | 8 | 16 | 32 | 64)
            && let Some(part) = Decimal::from(top).checked_div(Decimal::from(bottom)).and_then(|part| part.checked_mul(whole.step))
            && let Some(value) = whole.value.checked_add(part)
        {
            numeral.value = Printed { value, step: step_of(value) };
            numeral.tokens.end = end + hyphen + 3;
            return;
        }
        if let Some((part, end)) = self.and_a_fraction(end)
            && let Some(value) = whole.value.checked_add(part)
        {
            numeral.value = Printed { value, step: step_of(value) };
            numeral.tokens.end = end;
        }
    }

    /// "and a half", "and three quarters", with the token after it.
    fn and_a_fraction(&self, at: usize) -> Option<(Decimal, usize)> {
        let tokens = &self.document.tokens;
        let text = self.document.text;
        let and = tokens.get(at)?;
        let mut at = at;
        let hyphen = |index: usize| tokens.get(index).is_some_and(|token| token.is_sign('-'));
        if hyphen(at) {
            at += 1;
        }
        if !and.is_word(text, "and") && !tokens.get(at)?.is_word(text, "and") {
            return None;
        }
        at += 1;
        if hyphen(at) {
            at += 1;
        }
        let top = match self.number_word(at)? {
            NumberWord::Article => 1,
            NumberWord::Ones(top @ 1..=9) => top,
            _ => return None,
        };
        at += 1;
        if hyphen(at) {
            at += 1;
        }
        match self.number_word(at)? {
            NumberWord::Fraction(bottom) if top < bottom => Some((Decimal::from(top).checked_div(Decimal::from(bottom))?, at + 1)),
            _ => None,
        }
    }

    fn number_word(&self, at: usize) -> Option<NumberWord> {
        let token = self.document.tokens.get(at)?;
        token.classes.any(Classes::NUMBER_WORD).then(|| number_word(token.text(self.document.text))).flatten()
    }

    /// A number in words, without its magnitude: "twenty-five", "a hundred and one", "half a", "three and a half".
    fn words(&self, at: usize) -> Option<Numeral> {
        let tokens = &self.document.tokens;
        if let Some(fraction) = self.fraction_in_words(at) {
            return Some(fraction);
        }
        let mut sum = 0u32;
        let mut end = at;
        let mut last = None;
        let mut cursor = at;
        while cursor < at + LONGEST_IN_WORDS {
            let Some(word) = self.number_word(cursor) else { break };
            let fits = match (last, word) {
                (None, NumberWord::Article | NumberWord::Ones(_) | NumberWord::Tens(_)) => true,
                (Some(NumberWord::Tens(_)), NumberWord::Ones(ones)) => (1..10).contains(&ones),
                (Some(NumberWord::Hundred), NumberWord::Ones(_) | NumberWord::Tens(_)) => true,
                (Some(NumberWord::Article | NumberWord::Ones(_) | NumberWord::Tens(_)), NumberWord::Hundred) => sum < 100,
                (Some(NumberWord::Article | NumberWord::Ones(_) | NumberWord::Tens(_)), NumberWord::Dozen) => sum < 100,
                _ => false,
            };
            if !fits {
                break;
            }
            sum = match word {
                NumberWord::Ones(value) | NumberWord::Tens(value) => sum + value,
                NumberWord::Hundred => sum.max(1) * 100,
                NumberWord::Dozen => sum.max(1) * 12,
                _ => sum,
            };
            last = Some(word);
            end = cursor + 1;
            cursor = end;
            let is_hyphen = tokens.get(cursor).is_some_and(|token| token.is_sign('-'));
            let is_and =
                matches!(word, NumberWord::Hundred) && tokens.get(cursor).is_some_and(|token| token.is_word(self.document.text, "and"));
            if is_hyphen || is_and {
                cursor += 1;
            }
        }
        let last = last?;
        let is_article = last == NumberWord::Article;
        let mut numeral = self.numeral(at..end, Printed::whole(Decimal::from(sum)), true);
        numeral.is_article = is_article;
        if is_article {
            numeral.value = Printed::whole(Decimal::ONE);
        } else if let Some((part, end)) = self.and_a_fraction(end) {
            let value = numeral.value.value.checked_add(part)?;
            numeral.value = Printed { value, step: step_of(value) };
            numeral.tokens.end = end;
        } else if let Some((value, end)) = self.point_in_words(numeral.value.value, end) {
            numeral.value = value;
            numeral.tokens.end = end;
        }
        Some(numeral)
    }

    /// The decimals of "one point two five million", with the token after them; nothing where no unit of a figure follows.
    fn point_in_words(&self, whole: Decimal, at: usize) -> Option<(Printed, usize)> {
        let tokens = &self.document.tokens;
        tokens.get(at).filter(|point| point.is_word(self.document.text, "point"))?;
        let mut value = Printed { value: whole, step: Decimal::ONE };
        let mut end = at + 1;
        while let Some(NumberWord::Ones(digit @ 0..=9)) = self.number_word(end).filter(|_| end < at + 7) {
            value.step = value.step.checked_mul(dec!(0.1))?;
            value.value = value.value.checked_add(value.step.checked_mul(Decimal::from(digit))?)?;
            end += 1;
        }
        let unit = Classes::MAGNITUDE.union(Classes::PERCENT_WORD).union(Classes::CURRENCY_NAME).union(Classes::CURRENCY_ADJECTIVE);
        let followed = tokens.get(end).is_some_and(|next| next.classes.any(unit) || next.is_word(self.document.text, "times"));
        (end > at + 1 && followed).then_some((value, end))
    }

    /// "half a", "a quarter of a", "three quarters of a", "half", "three-quarters"
    fn fraction_in_words(&self, at: usize) -> Option<Numeral> {
        let tokens = &self.document.tokens;
        let text = self.document.text;
        let mut cursor = at;
        let top = match self.number_word(at)? {
            NumberWord::Fraction(2 | 4) if !self.document.word(at).starts_with(['f', 'F']) => 1,
            NumberWord::Article => {
                cursor += 1;
                1
            }
            NumberWord::Ones(top @ 1..=9) => {
                cursor += 1;
                if tokens.get(cursor)?.is_sign('-') {
                    cursor += 1;
                }
                top
            }
            _ => return None,
        };
        let NumberWord::Fraction(bottom) = self.number_word(cursor)? else { return None };
        // "three quarter-point cuts" are three
        let counts = top > 1 && !tokens[cursor - 1].is_sign('-') && !self.document.word(cursor).ends_with(['s', 'S']);
        if top >= bottom || counts {
            return None;
        }
        cursor += 1;
        let value = Decimal::from(top).checked_div(Decimal::from(bottom))?;
        let of = usize::from(tokens.get(cursor).is_some_and(|token| token.is_word(text, "of")));
        let hyphen = usize::from(tokens.get(cursor).is_some_and(|token| token.is_sign('-')));
        // Only "half a million" and "half a point" go on: "half a dozen" is for the magnitude to say.
        let one = match self.number_word(cursor + of + hyphen) {
            Some(NumberWord::Article | NumberWord::Ones(1)) => 1,
            None if of == 1 && tokens.get(cursor + 1).is_some_and(|token| token.text(text) == "1") => 1,
            _ => 0,
        };
        let end = if one == 1 { cursor + of + hyphen + 1 } else { cursor };
        if of == 0 && self.number_word(end) == Some(NumberWord::Dozen) {
            let value = value.checked_mul(Decimal::from(12))?;
            return Some(self.numeral(at..end + 1, Printed::whole(value), true));
        }
        Some(self.numeral(at..end, Printed { value, step: step_of(value) }, true))
    }
}

/// Which sign separates decimals in the article: the comma where its numbers show that and none shows the point.
pub(super) fn separators(document: &Document) -> Separators {
    let (mut commas, mut points, mut grouping_commas, mut grouping_points) = (0, 0, 0, 0);
    for token in document.tokens.iter().filter(|token| token.kind == TokenKind::Number) {
        let text = token.text(document.text);
        let Some(last) = text.rfind([',', '.']) else { continue };
        let comma = text.as_bytes()[last] == b',';
        let mixed = text[..last].contains(if comma { '.' } else { ',' });
        let is_decimal = mixed || text.len() - last - 1 != 3 && !text[..last].contains([',', '.']);
        match (is_decimal, comma) {
            (true, true) => commas += 1,
            (true, false) => points += 1,
            (false, true) => grouping_commas += 1,
            (false, false) => grouping_points += 1,
        }
    }
    let is_comma = commas >= 2 && points == 0 && grouping_points >= grouping_commas;
    if is_comma { Separators::DecimalComma } else { Separators::DecimalPoint }
}

/// One unit in the last place that a fraction fills: 0.01 for 0.25, a hundredth of a third as well.
fn step_of(value: Decimal) -> Decimal {
    match value.normalize().scale() {
        0 => Decimal::ONE,
        1 => dec!(0.1),
        2 => dec!(0.01),
        3 => dec!(0.001),
        _ => dec!(0.0001),
    }
}

/// The value of a fraction that is one character.
fn fraction_sign(sign: char) -> Option<(Decimal, Decimal)> {
    let value = match sign {
        '½' => dec!(0.5),
        '¼' => dec!(0.25),
        '¾' => dec!(0.75),
        '⅛' => dec!(0.125),
        '⅜' => dec!(0.375),
        '⅝' => dec!(0.625),
        '⅞' => dec!(0.875),
        '⅕' => dec!(0.2),
        '⅖' => dec!(0.4),
        '⅗' => dec!(0.6),
        '⅘' => dec!(0.8),
        _ => return None,
    };
    Some((value, step_of(value)))
}
