//! From characters to words, and from words to lines.

use super::page::Glyph;

/// A word and its place on the page as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageWord {
    /// Its characters.
    pub text: String,
    /// The page, from 1.
    pub page: usize,
    /// Where it starts, in points from the left.
    pub x: f64,
    /// Its baseline, in points from the top.
    pub y: f64,
    /// How wide it is, in points.
    pub width: f64,
    /// The size of its type, in points.
    pub size: f64,
    /// How many right angles it is turned against the page, clockwise; `x` and `y` are of the page turned back.
    pub turn: u8,
    /// Where it stands in the text of the article, in bytes; `None` where it was left out, such as a page number.
    pub span: Option<std::ops::Range<usize>>,
}

impl PageWord {
    /// Where it ends, in points from the left.
    pub fn end(&self) -> f64 {
        self.x + self.width
    }
}

/// Words on one baseline, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PageLine {
    /// The words; never none.
    pub words: Vec<PageWord>,
}

impl PageLine {
    /// Where it starts, in points from the left.
    pub(super) fn start(&self) -> f64 {
        self.words.first().map_or(0., |word| word.x)
    }

    /// Where it ends, in points from the left.
    pub(super) fn end(&self) -> f64 {
        self.words.last().map_or(0., PageWord::end)
    }

    /// Its baseline, in points from the top.
    pub(super) fn y(&self) -> f64 {
        self.words.first().map_or(0., |word| word.y)
    }

    /// The size of its type: that of its first word.
    pub(super) fn size(&self) -> f64 {
        self.words.first().map_or(0., |word| word.size)
    }
}

/// The least gap between words, in sizes of the type, as poppler has it.
const WORD_GAP: f64 = 0.1;
/// How far a character may stand left of the end of the one before and still go on with the line, in sizes.
const BACK: f64 = 1.5;
/// The least gap between columns, in sizes of the type: a blank is about a quarter, stretched in justified text under one.
pub(super) const COLUMN_GAP: f64 = 1.1;

/// The lines of a page, in the order in which they were set.
pub(super) fn lines(page: usize, glyphs: &[Glyph]) -> Vec<PageLine> {
    let mut lines: Vec<PageLine> = Vec::new();
    let mut start = 0;
    for at in 1..=glyphs.len() {
        if at < glyphs.len() && goes_on(&glyphs[at - 1], &glyphs[at]) {
            continue;
        }
        let words = words(page, &glyphs[start..at]);
        start = at;
        if !words.is_empty() {
            add(&mut lines, PageLine { words });
        }
    }
    lines
}

/// Whether a character goes on with the line of the one before it.
pub(super) fn goes_on(before: &Glyph, glyph: &Glyph) -> bool {
    let size = before.size.max(glyph.size);
    let end = before.x + before.width;
    before.turn == glyph.turn && (before.y - glyph.y).abs() < size * 0.5 && glyph.x > end - before.size.min(glyph.size) * BACK
}

/// Adds a line, or the words of one that stands beside the last on its baseline.
fn add(lines: &mut Vec<PageLine>, line: PageLine) {
    if let Some(last) = lines.last_mut() {
        let (a, b) = (&last.words[0], &line.words[0]);
        let beside = last.start() >= line.end() || line.start() >= last.end() - last.size() * 0.2;
        if a.turn == b.turn && beside && (a.y - b.y).abs() < a.size.min(b.size) * 0.3 {
            last.words.extend(line.words);
            last.words.sort_by(|a, b| a.x.total_cmp(&b.x));
            return;
        }
    }
    lines.push(line);
}

/// The words of a line's characters.
fn words(page: usize, glyphs: &[Glyph]) -> Vec<PageWord> {
    let spread = spread(glyphs);
    let mut words: Vec<PageWord> = Vec::new();
    let mut open = false;
    let mut before: Option<&Glyph> = None;
    for glyph in glyphs {
        let gap = before.map_or(0., |before| glyph.x - before.x - before.width);
        before = Some(glyph);
        if glyph.character.is_whitespace() || glyph.character == '\u{200B}' {
            open = false;
            continue;
        }
        if glyph.character.is_control() {
            continue;
        }
        let word = words.last_mut().filter(|word| open && gap <= word.size.max(glyph.size) * (WORD_GAP + spread) && !raises(word, glyph));
        match word {
            Some(word) => {
                push(&mut word.text, glyph.character);
                word.width = (glyph.x + glyph.width - word.x).max(word.width);
            }
            None => {
                let mut text = String::new();
                push(&mut text, glyph.character);
                words.push(PageWord {
                    text,
                    page,
                    x: glyph.x,
                    y: glyph.y,
                    width: glyph.width,
                    size: glyph.size,
                    turn: glyph.turn,
                    span: None,
                });
            }
        }
        open = true;
    }
    words
}

/// A small character above or below the baseline is a word of its own: a mark of a footnote.
fn raises(word: &PageWord, glyph: &Glyph) -> bool {
    (word.y - glyph.y).abs() > word.size.max(glyph.size) * 0.15 && (word.size - glyph.size).abs() > word.size.max(glyph.size) * 0.2
}

/// How far the letters of a line stand apart, in sizes, where it is letter-spaced: "Q U A R T E R". Nearly all its gaps are wide then.
fn spread(glyphs: &[Glyph]) -> f64 {
    let inner = |pair: &[Glyph]| {
        let both = pair.iter().all(|glyph| glyph.character.is_alphanumeric());
        both.then(|| (pair[1].x - pair[0].x - pair[0].width) / pair[1].size.max(0.01))
    };
    let mut gaps: Vec<f64> = glyphs.windows(2).filter_map(inner).collect();
    if gaps.len() < 4 {
        return 0.;
    }
    gaps.sort_by(f64::total_cmp);
    let usual = gaps[gaps.len() / 2];
    if gaps[gaps.len() / 5] > WORD_GAP * 0.6 && usual < 1. { usual } else { usual.clamp(0., WORD_GAP * 0.5) }
}

/// Ligatures are letters.
fn push(text: &mut String, character: char) {
    match character {
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        character => text.push(character),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of half their size, at these gaps.
    fn set(text: &str, gap: f64) -> Vec<Glyph> {
        let mut x = 0.;
        text.chars()
            .map(|character| {
                let glyph = Glyph { character, x, y: 10., width: 5., size: 10., turn: 0 };
                x += 5. + gap;
                glyph
            })
            .collect()
    }

    fn texts(lines: &[PageLine]) -> Vec<Vec<&str>> {
        lines.iter().map(|line| line.words.iter().map(|word| word.text.as_str()).collect()).collect()
    }

    #[test]
    fn letters_that_are_spaced_out_are_a_word() {
        assert_eq!(texts(&lines(1, &set("SALES OF ﬁve", 0.))), [["SALES", "OF", "five"]]);
        assert_eq!(texts(&lines(1, &set("SALES OF", 3.))), [["SALES", "OF"]]);
        let mut without_blank = set("SALES", 2.5);
        without_blank.extend(set("ROSE", 2.5).into_iter().map(|glyph| Glyph { x: glyph.x + 42., ..glyph }));
        assert_eq!(texts(&lines(1, &without_blank)), [["SALES", "ROSE"]]);
    }

    #[test]
    fn what_stands_beside_is_on_the_line() {
        let mut glyphs = set("North", 0.);
        let bullet = Glyph { character: '•', x: -20., y: 10., width: 4., size: 10., turn: 0 };
        glyphs.push(bullet);
        assert_eq!(texts(&lines(1, &glyphs)), [["•", "North"]]);
        let below = Glyph { y: 24., ..bullet };
        glyphs.push(below);
        assert_eq!(lines(1, &glyphs).len(), 2);
    }
}
