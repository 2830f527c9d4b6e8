//! Phrases that name the operands of a check: "the change from {base} to {current}".

use crate::sheet::Operands;

/// A phrase with operands in braces, by their names in the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Template(pub &'static str);

/// A piece of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TemplatePiece {
    /// Words as they stand.
    Words(&'static str),
    /// The operand of that name.
    Operand(&'static str),
}

impl Template {
    /// Its words and operands, in order.
    pub(crate) fn pieces(self) -> impl Iterator<Item = TemplatePiece> {
        let piece = |(at, part)| if at % 2 == 0 { TemplatePiece::Words(part) } else { TemplatePiece::Operand(part) };
        self.0.split(['{', '}']).enumerate().map(piece).filter(|piece| *piece != TemplatePiece::Words(""))
    }

    /// Whether all operands that it names are there.
    pub(crate) fn fits(self, operands: &Operands) -> bool {
        self.pieces().all(|piece| match piece {
            TemplatePiece::Words(_) => true,
            TemplatePiece::Operand(name) => !ids(operands, name).is_empty(),
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
        let pieces: Vec<TemplatePiece> = Template("From {base} to {current} is").pieces().collect();
        let expected = [
            TemplatePiece::Words("From "),
            TemplatePiece::Operand("base"),
            TemplatePiece::Words(" to "),
            TemplatePiece::Operand("current"),
            TemplatePiece::Words(" is"),
        ];
        assert_eq!(pieces, expected);
        assert_eq!(Template("{of} comes to").pieces().next(), Some(TemplatePiece::Operand("of")));
    }
}
