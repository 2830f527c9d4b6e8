//! The dateline, and what else the whole article says: reference date, country, fiscal year, decimal sign.
//!
//! Forms read: "Islamabad December 16 2021:", "MIAMI--(BUSINESS WIRE)--February 10, 2025--", "LONDON, Feb 10 (Reuters) -",
//! "NEW YORK, Feb. 13, 2025 (GLOBE NEWSWIRE) --", "NAIROBI, Kenya (AP) _", "MONTREAL and SAN FRANCISCO, Feb. 10, 2025". The place
//! is printed in capitals, or is one that the gazetteer knows.

use jiff::civil::Date;
use std::ops::Range;

use super::period::fiscal;
use super::period::{Expression, day_and_year};
use super::{head_date, monetary_text};
use crate::article::Article;
use crate::context::{Context, FiscalCalendar, PrintedDateline};
use crate::document::Document;
use crate::options::Options;
use crate::text::{Classes, Span, TokenKind};
use crate::words::WordList;
use crate::words::gazetteer::{self, TELLING};

/// How many sentences of the head are searched for a dateline.
const HEAD: usize = 40;

/// How many bytes may stand between the start of a line and the date of its dateline.
const LONGEST_PLACE: usize = 120;

/// How many tokens are searched for the country that the article names.
const COUNTRY_TOKENS: usize = 3000;

/// Reads the context of a segmented article. `expressions` are its periods.
pub(crate) fn context(document: &Document, expressions: &[Expression], article: &Article, options: &Options) -> Context {
    let known = options.date.or(article.date);
    let dateline = dateline(document, expressions, known);
    let stated = known.or(dateline.as_ref().and_then(|dateline| dateline.date));
    let reference_date = stated.or_else(|| head_date::day(document, expressions));
    let month_of_writing = if reference_date.is_none() { head_date::month(document, expressions) } else { None };
    let place = dateline.as_ref().and_then(|dateline| dateline.place.as_deref());
    let country = options.country.or_else(|| place.and_then(gazetteer::country_of_place)).or_else(|| named_country(document));
    let fiscal_calendar = fiscal_calendar(document, expressions, options, country);
    Context {
        dateline,
        reference_date,
        dated_by_head: stated.is_none() && (reference_date.is_some() || month_of_writing.is_some()),
        month_of_writing,
        country,
        central_bank: monetary_text::central_bank(document.text),
        country_given: options.country.is_some(),
        fiscal_year_start: fiscal_calendar.map(|calendar| calendar.start),
        fiscal_calendar,
        separators: super::numeral::separators(document),
    }
}

fn fiscal_calendar(
    document: &Document,
    expressions: &[Expression],
    options: &Options,
    country: Option<&'static str>,
) -> Option<FiscalCalendar> {
    let named_by_start = country.and_then(|country| fiscal::of_country(country, true)).is_some_and(|habit| habit.named_by_start);
    if let Some(start) = options.fiscal_year_start {
        return Some(FiscalCalendar { start, named_by_start, quarters: true });
    }
    fiscal::of_text(expressions).or_else(|| {
        let country = country.or_else(|| state_of_text(document))?;
        let of_state = fiscal::of_country(country, true)?;
        fiscal::of_country(country, false).or_else(|| is_about_state(document).then_some(of_state))
    })
}

/// The state whose years an article counts by that names none often: "Sen. Brask (R-Ohio)", "₹5 lakh crore".
fn state_of_text(document: &Document) -> Option<&'static str> {
    let mut crores = 0;
    for (at, token) in document.tokens.iter().enumerate().take(COUNTRY_TOKENS) {
        if token.kind != TokenKind::Word {
            continue;
        }
        let word = token.text(document.text);
        if matches!(word, "R" | "D") && at > 0 && document.tokens[at - 1].is_sign('(') && document.tokens.get(at + 1)?.is_sign('-') {
            return Some("US");
        }
        crores += usize::from(matches!(word, "crore" | "crores" | "lakh"));
        if crores == 2 {
            return Some("IN");
        }
    }
    None
}

/// Whether the article is about a state's money, by its words.
fn is_about_state(document: &Document) -> bool {
    static WORDS: WordList =
        WordList::new(words!("government|budget|treasury|ministry|minister|federal|congress|parliament|taxpayers|lawmakers"));
    document.tokens.iter().filter(|token| token.kind == TokenKind::Word && WORDS.has(token.text(document.text))).take(2).count() == 2
}

/// The dateline of the article; a year that it leaves out is the one nearest the date known from elsewhere.
fn dateline(document: &Document, expressions: &[Expression], known: Option<Date>) -> Option<PrintedDateline> {
    document.sentences.iter().take(HEAD).find_map(|sentence| {
        let range = sentence.tokens.clone();
        starts_line(document, range.start)
            .then(|| dated(document, expressions, range.clone(), known).or_else(|| undated(document, range)))
            .flatten()
    })
}

fn starts_line(document: &Document, token: usize) -> bool {
    token == 0 || matches!(document.tokens[token - 1].kind, TokenKind::Newline { .. })
}

/// A place and its date at the start of a line, or a line that is nothing but a date.
fn dated(document: &Document, expressions: &[Expression], range: Range<usize>, known: Option<Date>) -> Option<PrintedDateline> {
    let start = document.tokens[range.start].span.start;
    let first = expressions.partition_point(|expression| expression.span.start < start);
    let expression = expressions.get(first).filter(|expression| expression.span.start - start <= LONGEST_PLACE)?;
    let date_token = document.token_at(expression.span.start);
    let after = document.token_at(expression.span.end.saturating_sub(1)) + 1;
    let date = date_of(expression, known);
    if date_token == range.start {
        let whole_line = after >= range.end || matches!(document.tokens[after].kind, TokenKind::Newline { .. });
        let agency = agency(document, after).is_some();
        return (date.is_some() && (whole_line || agency)).then_some(PrintedDateline { place: None, date, span: expression.span });
    }
    let place_end = place_end(document, range.start..date_token)?;
    let place = place(document, range.start..place_end)?.to_owned();
    day_and_year(&expression.meaning)?;
    let rest = &document.tokens[place_end..date_token];
    let only_agency = rest.iter().all(|token| !matches!(token.kind, TokenKind::Number | TokenKind::Newline { .. }))
        && rest.iter().filter(|token| token.kind == TokenKind::Word).all(|token| token.text(document.text).chars().all(char::is_uppercase));
    let closed = match document.tokens.get(after).map(|token| token.kind) {
        None | Some(TokenKind::Newline { .. }) => true,
        Some(TokenKind::Sign(sign)) => matches!(sign, '(' | '/' | '-' | '–' | '—' | ':' | '_' | '.' | '|'),
        _ => false,
    };
    (only_agency && closed).then(|| PrintedDateline { place: Some(place), date, span: Span::new(start, expression.span.end) })
}

/// A place with an agency and a dash: "NAIROBI, Kenya (AP) _".
fn undated(document: &Document, range: Range<usize>) -> Option<PrintedDateline> {
    let start = document.tokens[range.start].span.start;
    let end = place_end(document, range.clone())?;
    let agency_end = agency(document, end)?;
    let place = place(document, range.start..end)?.to_owned();
    let dash = document.tokens.get(agency_end).is_some_and(|token| matches!(token.kind, TokenKind::Sign('-' | '–' | '—' | '_')));
    dash.then(|| PrintedDateline { place: Some(place), date: None, span: Span::new(start, document.tokens[end - 1].span.end) })
}

/// The token after "(Reuters)" or "/PRNewswire/" at `at`.
fn agency(document: &Document, at: usize) -> Option<usize> {
    let close = match document.tokens.get(at)?.kind {
        TokenKind::Sign('(') => ')',
        TokenKind::Sign('/') => '/',
        _ => return None,
    };
    (at + 2..at + 8).find(|&index| document.tokens.get(index).is_some_and(|token| token.is_sign(close))).map(|index| index + 1)
}

/// The token after the words at the start of a line that look like those of a place.
fn place_end(document: &Document, range: Range<usize>) -> Option<usize> {
    let mut end = range.start;
    let mut last_word = range.start;
    for index in range.clone() {
        let token = &document.tokens[index];
        let text = token.text(document.text);
        let fits = match token.kind {
            TokenKind::Word => text.starts_with(char::is_uppercase) || matches!(text, "and" | "de" | "of" | "la" | "del" | "es" | "do"),
            TokenKind::Sign(sign) => matches!(sign, ',' | '.' | '&' | '/' | '’' | '\'') || sign == '-' && is_inner_hyphen(document, index),
            _ => false,
        };
        if !fits || index - range.start > 24 {
            break;
        }
        end = index + 1;
        if token.kind == TokenKind::Word {
            last_word = end;
        }
    }
    // the point of "Ky."
    let end =
        if document.tokens.get(last_word).is_some_and(|token| last_word < end && token.is_sign('.')) { last_word + 1 } else { last_word };
    (range.start < end && end <= range.end).then_some(end)
}

/// The text of tokens that name a place.
fn place<'a>(document: &Document<'a>, tokens: Range<usize>) -> Option<&'a str> {
    let text = document.span(tokens.clone()).of(document.text);
    let first = document.word(tokens.start);
    let capitals = first.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && first.chars().count() > 1;
    let few_words = document.tokens[tokens].iter().filter(|token| token.kind == TokenKind::Word).count() <= 12;
    ((capitals || gazetteer::place(first_name(text)).is_some()) && few_words).then_some(text)
}

/// The hyphen of "AIX-EN-PROVENCE", not the first of "MIAMI--(BUSINESS WIRE)".
fn is_inner_hyphen(document: &Document, at: usize) -> bool {
    let word = |index: usize| document.tokens.get(index).is_some_and(|token| token.kind == TokenKind::Word);
    at > 0 && word(at - 1) && word(at + 1) && document.tokens[at - 1].touches(&document.tokens[at])
}

/// The part of a place before its comma or "and".
fn first_name(place: &str) -> &str {
    let end = [place.find(','), place.find(" and "), place.find('/')].into_iter().flatten().min().unwrap_or(place.len());
    place[..end].trim()
}

/// The date of a dateline.
fn date_of(expression: &Expression, known: Option<Date>) -> Option<Date> {
    let (month, day, year) = day_and_year(&expression.meaning)?;
    if let Some(year) = year {
        return Date::new(year, month, day).ok();
    }
    let known = known?;
    let distance = |date: &Date| date.until(known).map_or(i32::MAX, |span| span.get_days().abs());
    (known.year().saturating_sub(1)..=known.year().saturating_add(1))
        .filter_map(|year| Date::new(year, month, day).ok())
        .min_by_key(distance)
}

/// What "Indian" stands before where it is of no India.
static TRIBAL: WordList = WordList::new(words!(
    "tribe|tribes|tribal|affairs|country|health|housing|reservation|reservations|nation|nations|child|gaming|education|lands|land"
));

/// The country that the article names most, if it does so at least three times and more often than all others together.
fn named_country(document: &Document) -> Option<&'static str> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    let mut count = |country: &'static str| match counts.iter_mut().find(|(known, _)| *known == country) {
        Some((_, count)) => *count += 1,
        None => counts.push((country, 1)),
    };
    for (index, token) in document.tokens.iter().enumerate().take(COUNTRY_TOKENS) {
        if !token.classes.any(Classes::COUNTRY) {
            continue;
        }
        let word = token.text(document.text);
        let tribal = word == "Indian" && document.tokens.get(index + 1).is_some_and(|next| TRIBAL.has(next.text(document.text)));
        if tribal {
            continue;
        }
        if let Some(&(_, country)) = TELLING.iter().find(|(telling, _)| *telling == word) {
            count(country);
        } else if word.starts_with(char::is_uppercase) {
            let two = document.tokens.get(index + 1).filter(|next| next.kind == TokenKind::Word && next.span.start == token.span.end + 1);
            let pair = two.and_then(|next| gazetteer::place(&document.text[token.span.start..next.span.end]));
            let upper_only = word.len() <= 2 && !word.chars().all(char::is_uppercase);
            if let Some(place) = pair.or_else(|| gazetteer::place(word)).filter(|place| place.is_country && !upper_only) {
                count(place.country);
            }
        }
    }
    let total: usize = counts.iter().map(|&(_, count)| count).sum();
    let &(country, most) = counts.iter().max_by_key(|&&(_, count)| count)?;
    (most >= 3 && most * 2 > total).then_some(country)
}
