//! Character maps of a font: from codes to Unicode (ToUnicode) or to the glyphs of a CID font (PDF 1.7, sections 9.7.5 and 9.10.3).

use std::collections::HashMap;

use super::content::{ContentStream, Operand};

/// The most codes that a map may list one by one, and ranges that it may have.
const MOST: usize = 70_000;

/// A character map.
#[derive(Debug, Default)]
pub(super) struct CharacterMap {
    /// Lengths of codes in bytes, with first and last code.
    spaces: Vec<(usize, u32, u32)>,
    /// Codes that stand for a text or a glyph each.
    single: HashMap<u32, Vec<u8>>,
    /// First and last code, and what the first stands for.
    ranges: Vec<(u32, u32, Vec<u8>)>,
}

impl CharacterMap {
    /// Reads the operators that build a map; others are passed over.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut map = CharacterMap::default();
        let mut content = ContentStream::new(bytes);
        let mut operands = Vec::new();
        // A section may have a hundred entries of three operands, more than an operator has.
        while let Some(operator) = content.next_of_many(&mut operands) {
            let listed: Vec<&Operand> = operands.iter().filter(|operand| !matches!(operand, Operand::Name(_))).collect();
            match operator {
                b"endcodespacerange" => listed.chunks_exact(2).for_each(|pair| map.space(pair[0], pair[1])),
                b"endbfchar" | b"endcidchar" => listed.chunks_exact(2).for_each(|pair| map.single(pair[0], pair[1])),
                b"endbfrange" | b"endcidrange" => listed.chunks_exact(3).for_each(|range| map.range(range[0], range[1], range[2])),
                _ => {}
            }
        }
        map.ranges.sort();
        map
    }

    /// Whether it maps nothing, such as one that cannot be read.
    pub(super) fn is_empty(&self) -> bool {
        self.single.is_empty() && self.ranges.is_empty()
    }

    fn space(&mut self, first: &Operand, last: &Operand) {
        if let (Operand::Text(low), Operand::Text(high)) = (first, last)
            && (1..=4).contains(&low.len())
            && self.spaces.len() < 64
        {
            self.spaces.push((low.len(), number(low), number(high)));
        }
    }

    fn single(&mut self, code: &Operand, target: &Operand) {
        if let (Operand::Text(code), Some(target)) = (code, target_of(target))
            && self.single.len() < MOST
        {
            self.single.insert(number(code), target);
        }
    }

    fn range(&mut self, first: &Operand, last: &Operand, target: &Operand) {
        let (Operand::Text(low), Operand::Text(high)) = (first, last) else { return };
        let (low, high) = (number(low), number(high));
        if let Operand::Array(targets) = target {
            for (code, target) in (low..=high).zip(targets) {
                self.single(&Operand::Text(code.to_be_bytes().to_vec()), target);
            }
        } else if let Some(target) = target_of(target).filter(|_| low <= high && self.ranges.len() < MOST) {
            self.ranges.push((low, high, target));
        }
    }

    /// What a code stands for, as bytes.
    fn target(&self, code: u32) -> Option<Vec<u8>> {
        if let Some(target) = self.single.get(&code) {
            return Some(target.clone());
        }
        let at = self.ranges.partition_point(|(low, _, _)| *low <= code).checked_sub(1)?;
        let (low, high, target) = &self.ranges[at];
        if code > *high {
            return None;
        }
        // The last two bytes count on.
        let mut target = target.clone();
        let length = target.len();
        let last = target.get(length.saturating_sub(2)..).map(number).unwrap_or_default().wrapping_add(code - low);
        let bytes = last.to_be_bytes();
        let kept = length.min(2);
        target.truncate(length - kept);
        target.extend(&bytes[4 - kept..]);
        Some(target)
    }

    /// The text that a code stands for.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let target = self.target(code)?;
        let units: Vec<u16> = if let [byte] = target[..] {
            vec![u16::from(byte)]
        } else {
            target.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
        };
        let text: String = char::decode_utf16(units).filter_map(Result::ok).filter(|&c| !c.is_control() && c != '\u{FFFD}').collect();
        (!text.is_empty()).then_some(text)
    }

    /// The glyph that a code stands for.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        self.target(code).map(|target| number(&target))
    }

    /// The code that starts the bytes, and how many it takes.
    pub(super) fn code(&self, bytes: &[u8]) -> (u32, usize) {
        for length in 1..=bytes.len().min(4) {
            let code = number(&bytes[..length]);
            if self.spaces.iter().any(|&(of, low, high)| of == length && (low..=high).contains(&code)) {
                return (code, length);
            }
        }
        let shortest = self.spaces.iter().map(|space| space.0).min().unwrap_or(2).min(bytes.len());
        (number(&bytes[..shortest]), shortest)
    }
}

fn target_of(operand: &Operand) -> Option<Vec<u8>> {
    match operand {
        Operand::Text(text) => Some(text.clone()),
        Operand::Number(glyph) if (0. ..=65_535.).contains(glyph) => Some((*glyph as u32).to_be_bytes().to_vec()),
        _ => None,
    }
}

/// Up to four bytes as a number.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().take(4).rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_ranges_and_lists() {
        let map = CharacterMap::read(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
              2 beginbfchar <0003> <0020> <0005> <00660069> endbfchar\n\
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0058> <D83DDE00>] endbfrange end",
        );
        let text = |code| map.text(code);
        assert_eq!(text(5).as_deref(), Some("fi"));
        assert_eq!(text(0x12).as_deref(), Some("C"));
        assert_eq!((text(0x20).as_deref(), text(0x21).as_deref()), (Some("X"), Some("\u{1F600}")));
        assert_eq!((text(0x13), text(4)), (None, None));
        assert_eq!(map.code(&[0, 5, 0]), (5, 2));
    }

    #[test]
    fn a_range_of_everything_takes_no_room() {
        let map = CharacterMap::read(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 begincidrange <00> <ff> 7 endcidrange");
        assert_eq!(map.text(1).as_deref(), Some("B"));
    }
}
