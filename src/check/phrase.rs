//! Phrases that name the operands of a check: "the change from {base} to {current}".

use crate::sheet::Operands;

/// A phrase with operands in braces, by their names in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Phrase(pub &'static str);

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Words as they stand.
    Words(&'static str),
    /// The operand of that name.
    Operand(&'static str),
}

impl Phrase {
    /// Its words and operands, in order.
    pub(crate) fn pieces(self) -> impl Iterator<Item = Piece> {
        let piece = |(at, part)| if at % 2 == 0 { Piece::Words(part) } else { Piece::Operand(part) };
        self.0.split(['{', '}']).enumerate().map(piece).filter(|piece| *piece != Piece::Words(""))
    }

    /// Whether all operands that it names are there.
    pub(crate) fn fits(self, operands: &Operands) -> bool {
        self.pieces().all(|piece| match piece {
            Piece::Words(_) => true,
            Piece::Operand(name) => !ids(operands, name).is_empty(),
        })
    }
}

/// The facts of an operand: one, or the parts of a sum.
pub(crate) fn ids<'a>(operands: &'a Operands, name: &str) -> Vec<&'a str> {
    match name {
        "parts" => operands.parts.iter().map(String::as_str).collect(),
        name => operands.named().filter(|&(own, _)| own == name).map(|(_, id)| id).take(1).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_operands_alternate() {
        let pieces: Vec<Piece> = Phrase("From {base} to {current} is").pieces().collect();
        let expected =
            [Piece::Words("From "), Piece::Operand("base"), Piece::Words(" to "), Piece::Operand("current"), Piece::Words(" is")];
        assert_eq!(pieces, expected);
        assert_eq!(Phrase("{of} comes to").pieces().next(), Some(Piece::Operand("of")));
    }
}
