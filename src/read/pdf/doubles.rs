//! Text that is drawn twice: for a shadow, to look bold, or since the font of one drawing lacks signs of the other.

use rustc_hash::FxHashMap;

use super::page::{Glyph, HIDDEN_SIGN};
use super::words::goes_on;

/// A character and nearly its place, in parts of its size.
type PlaceKey = (char, i64, i64, u8);

fn place_key(glyph: &Glyph) -> PlaceKey {
    let unit = (glyph.size * 0.05).max(0.02);
    (glyph.character, (glyph.x / unit).round() as i64, (glyph.y / unit).round() as i64, glyph.turn)
}

/// The lines that have been drawn: their characters by place, and how many each has.
#[derive(Default)]
struct DrawnLines {
    seen: FxHashMap<PlaceKey, DrawnGlyph>,
    lengths: Vec<usize>,
}

/// A character that has been drawn: its place in the text, and its line.
#[derive(Clone, Copy)]
struct DrawnGlyph {
    place: usize,
    line: usize,
}

impl DrawnLines {
    fn at(&self, glyph: &Glyph) -> Option<DrawnGlyph> {
        let (character, column, row, turn) = place_key(glyph);
        let near = |dx: i64| (-1..=1).find_map(|dy| self.seen.get(&(character, column + dx, row + dy, turn)).copied());
        if character == ' ' { None } else { (-1..=1).find_map(near) }
    }

    /// Whether a line draws another one again: half of its characters or of the other's, or several in a row. A few letters of a line that
    /// runs through another may stand in the place of the same ones by chance.
    fn are_again(&self, found: &[Option<DrawnGlyph>], length: usize) -> bool {
        let hits = found.iter().flatten().count();
        if hits < length.min(2) {
            return false;
        }
        let mut of_lines: Vec<usize> = found.iter().flatten().map(|drawn| drawn.line).collect();
        of_lines.sort_unstable();
        let is_whole = |same: &[usize]| same.len() >= 2 && same.len() * 2 >= self.lengths[same[0]];
        hits * 2 >= length
            || found.windows(3).any(|three| three.iter().all(Option::is_some))
            || of_lines.chunk_by(|a, b| a == b).any(is_whole)
    }
}

/// Without characters drawn twice in one place, for a shadow or to look bold. What of a line drawn twice stands there once, since its font
/// lacks a sign, goes where the line is: "1 9" and then "1.9" are "1.9".
pub(super) fn without_doubles(mut glyphs: Vec<Glyph>) -> Vec<Glyph> {
    glyphs.retain(|glyph| glyph.character != HIDDEN_SIGN);
    let mut drawn = DrawnLines::default();
    // The place of each character: the one of the first line that it belongs to, and how far it stands from that.
    let mut kept: Vec<((usize, isize), Glyph)> = Vec::with_capacity(glyphs.len());
    for line in glyphs.chunk_by(goes_on) {
        let length = line.iter().filter(|glyph| glyph.character != ' ').count();
        let mut found: Vec<Option<DrawnGlyph>> = line.iter().map(|glyph| drawn.at(glyph)).collect();
        if !drawn.are_again(&found, length) {
            found.fill(None);
        }
        let ahead = found.iter().position(Option::is_some).unwrap_or(0);
        let number = drawn.lengths.len();
        drawn.lengths.push(length);
        let (mut anchor, mut beyond) = (found.get(ahead).copied().flatten().map(|first| first.place), -1 - ahead as isize);
        for (glyph, found) in line.iter().zip(found) {
            if let Some(first) = found {
                (anchor, beyond) = (Some(first.place), 0);
                continue;
            }
            // A letter that is drawn twice at once.
            if drawn.at(glyph).is_some_and(|own| own.line == number) {
                continue;
            }
            beyond += 1;
            let place = anchor.map_or((kept.len(), 0), |anchor| (anchor, beyond));
            drawn.seen.insert(place_key(glyph), DrawnGlyph { place: place.0, line: number });
            kept.push((place, *glyph));
        }
    }
    kept.sort_by_key(|(place, _)| *place);
    kept.into_iter().map(|(_, glyph)| glyph).collect()
}
