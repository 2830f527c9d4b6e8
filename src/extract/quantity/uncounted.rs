//! Numbers that count nothing: parts of names, labels, times, scores, addresses and columns.

use crate::extract::figure_reader::FigureReader;
use crate::extract::numeral::Numeral;
use crate::number::Decimal;
use crate::text::{Classes, TokenKind};
use crate::words::quantity::{LABELS, STOPS, STREETS, UNITS};

impl FigureReader<'_, '_> {
    /// Whether the number is part of a name, a label, a time, a score or the like, by the tokens around it.
    pub(super) fn is_label_or_name(&self, at: usize, numeral: &Numeral) -> bool {
        let tokens = &self.document.tokens;
        let end = numeral.tokens.end;
        // the company
        if self.document.span(numeral.tokens.clone()).of(self.document.text) == "3M" {
            return true;
        }
        if self.touches_before(at) {
            let glued = match tokens[at - 1].kind {
                TokenKind::Sign('(' | '[' | '"' | '“' | '‘' | '—' | '~' | '≈') => false,
                TokenKind::Sign('-' | '–') => at >= 2 && tokens[at - 2].touches(&tokens[at - 1]),
                TokenKind::Newline { .. } => false,
                _ => true,
            };
            if glued {
                return true;
            }
        }
        if let Some(next) = self.token(end).filter(|_| self.touches_before(end)) {
            let goes_on = match next.kind {
                TokenKind::Word => !self.is_unit_glued(end),
                TokenKind::Sign(':' | '/' | '-' | '–' | '@' | '&' | '°' | '’' | '\'') => {
                    self.touches_before(end + 1)
                        && !self.is_range_sign(end)
                        && self.hyphened_measure(end).or_else(|| self.square_measure(end)).is_none()
                        || next.is_sign('°')
                }
                _ => false,
            };
            if goes_on {
                return true;
            }
        }
        if at == 0 {
            return numeral.in_words && self.is_name_at_start(numeral);
        }
        at.checked_sub(1).is_some_and(|before| {
            self.is_label(before, numeral) || self.counts_models(before, numeral) || self.is_name_in_words(before, numeral)
        })
    }

    /// Whether another number stands directly before: "two 777 freighters".
    fn counts_models(&self, before: usize, numeral: &Numeral) -> bool {
        let token = &self.document.tokens[before];
        let is_count = token.classes.any(Classes::NUMBER_WORD) && !self.is_one_of(before, &["a", "an"]);
        // "Scopes 1 & 2 emissions"
        let goes_on = token.is_sign('&') && before.checked_sub(1).is_some_and(|i| self.document.tokens[i].kind == TokenKind::Number);
        (is_count || goes_on) && !numeral.in_words && numeral.magnitude.is_none()
    }

    /// Whether a number in words is part of a name in running text: "the Four Corners region".
    fn is_name_in_words(&self, before: usize, numeral: &Numeral) -> bool {
        let text = self.document.text;
        let starts = |at: usize, is: fn(char) -> bool| self.token(at).is_some_and(|token| token.text(text).starts_with(is));
        // "Six Flags" where a sentence begins
        if numeral.in_words && self.is_name_at_start(numeral) {
            return true;
        }
        numeral.in_words
            && starts(before, char::is_lowercase)
            && starts(numeral.tokens.start, char::is_uppercase)
            && starts(numeral.tokens.end, char::is_uppercase)
    }

    /// Whether a sentence begins with a number in words that is a name with the capital behind it: "Six Flags rose".
    fn is_name_at_start(&self, numeral: &Numeral) -> bool {
        let text = self.document.text;
        let token = &self.document.tokens[numeral.tokens.start];
        let sentence = self.document.sentences.get(self.document.sentence_at(token.span.start));
        let starts = |at: usize, is: fn(char) -> bool| self.token(at).is_some_and(|token| token.text(text).starts_with(is));
        let noun = numeral.tokens.end;
        sentence.is_some_and(|sentence| sentence.tokens.start + 1 >= numeral.tokens.start)
            && numeral.magnitude.is_none()
            && starts(numeral.tokens.start, char::is_uppercase)
            && starts(noun, char::is_uppercase)
            && starts(noun + 1, char::is_lowercase)
            && !self.document.tokens[noun].classes.any(Classes::COUNTRY)
    }

    /// Whether the number stands in a column: two blanks or more set it apart.
    pub(super) fn is_in_table(&self, numeral: &Numeral) -> bool {
        let tokens = &self.document.tokens;
        let apart = |left: usize| {
            let (Some(left), Some(right)) = (tokens.get(left), tokens.get(left + 1)) else { return false };
            right.span.start - left.span.end >= 2
                && !matches!(left.kind, TokenKind::Newline { .. })
                && !matches!(right.kind, TokenKind::Newline { .. })
        };
        let sign = |at: usize| self.token(at).is_some_and(|token| token.is_sign('|'));
        let (start, end) = (numeral.tokens.start, numeral.tokens.end);
        apart(end - 1)
            || start.checked_sub(1).is_some_and(|before| sign(before) || apart(before) && !tokens[before].is_sign('.'))
            || sign(end)
    }

    /// Whether a street or a town's code is numbered: "370 Queens Quay", "CA 92122".
    pub(super) fn is_address(&self, numeral: &Numeral) -> bool {
        let (start, end) = (numeral.tokens.start, numeral.tokens.end);
        let text = self.document.text;
        let is_capital = |at: usize| {
            self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.text(text).starts_with(char::is_uppercase))
        };
        if is_capital(end) && (end..end + 4).take_while(|&i| is_capital(i)).any(|i| STREETS.has(self.document.word(i))) {
            return true;
        }
        let digits = self.document.span(numeral.tokens.clone()).of(text);
        let state = start.checked_sub(1).and_then(|before| self.token(before)).map_or("", |token| token.text(text));
        digits.len() == 5 && !digits.contains(',') && state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Whether the word is a unit or a counted noun without the look of a plural.
    pub(super) fn is_unit(&self, word: &str) -> bool {
        UNITS.has(word) || self.document.stylebook.is_unit(word)
    }

    fn is_unit_glued(&self, at: usize) -> bool {
        let word = self.document.word(at);
        word.eq_ignore_ascii_case("x") || self.is_unit(word) && !word.eq_ignore_ascii_case("people")
    }

    fn is_range_sign(&self, at: usize) -> bool {
        matches!(self.document.tokens[at].kind, TokenKind::Sign('-' | '–'))
            && self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number)
    }

    /// Whether the word before the number names it: "Section 12", "S&P 500", "Boeing 737".
    fn is_label(&self, before: usize, numeral: &Numeral) -> bool {
        let token = &self.document.tokens[before];
        if token.is_sign('#') || token.is_sign('.') && before >= 1 && self.is_one_of(before - 1, &["no", "nos"]) {
            return true;
        }
        if token.kind != TokenKind::Word {
            return false;
        }
        // "the age of 65", "Scope 1 and 2 emissions"
        if self.is_word(before, "of") && before >= 1 && self.is_one_of(before - 1, &["age", "ages"])
            || self.is_word(before, "and")
                && before >= 2
                && self.is_one_of(before - 2, &["scope", "scopes", "phases", "phase", "grade", "type", "types"])
        {
            return true;
        }
        let word = token.text(self.document.text);
        let is_large = numeral.magnitude.is_some() || numeral.value.value >= Decimal::ONE_THOUSAND;
        if !is_large && LABELS.has(word) {
            return true;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let starts_sentence = || {
            let sentence = self.document.sentence_at(token.span.start);
            let first = self.document.sentences.get(sentence).map_or(before, |sentence| sentence.tokens.start);
            (first..before).all(|i| matches!(self.document.tokens[i].kind, TokenKind::Sign(_)))
        };
        let common = token.classes.any(Classes::QUALIFIER) || STOPS.has(word);
        capital && !common && !is_large && !starts_sentence()
    }
}
