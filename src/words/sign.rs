//! The signs that figures are looked for by.

/// Whether figures or what tells their currency are looked for at the sign: the places that start a figure, house styles and addresses know more.
pub(crate) fn is_figure_sign(sign: char) -> bool {
    matches!(sign, '.' | ':' | '+' | '-' | '−' | '–' | '(' | '½' | '¼' | '¾' | '⅓' | '⅔' | '⅛' | '⅜' | '⅝' | '⅞')
}
