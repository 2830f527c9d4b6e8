//! The characters of a page with their places: runs the operators of its content (PDF 1.7, sections 8.4 and 9.4).

use std::collections::HashMap;
use std::time::Instant;

use lopdf::{Dictionary, Document, Object, ObjectId};
use once_cell::sync::Lazy;

use super::content::{ContentStream, Operand};
use super::font::{Font, array, dictionary, number, unpack};

/// Drawings in drawings.
const DEEPEST: usize = 24;
/// Saved states.
const MOST_STATES: usize = 256;

/// A character and its place as a reader of the page sees it: from the top left, the text running to the right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// The character.
    pub character: char,
    /// Where it starts, in points from the left.
    pub x: f64,
    /// Its baseline, in points from the top.
    pub y: f64,
    /// How wide it is, in points.
    pub width: f64,
    /// The size of its type, in points.
    pub size: f64,
    /// How many right angles the text is turned against the page, clockwise.
    pub turn: u8,
}

/// What may be spent on a document.
pub(super) struct Budget {
    /// Characters that may still come.
    pub characters: usize,
    /// Drawings that may still be drawn.
    pub drawings: usize,
    /// When to stop.
    pub deadline: Instant,
    /// Why it has been stopped.
    pub stopped: Option<&'static str>,
}

/// The resources of a page that has none.
static NOTHING: Lazy<Dictionary> = Lazy::new(Dictionary::new);

/// A matrix as PDF writes it: [a b c d e f].
type Matrix = [f64; 6];

const UNIT: Matrix = [1., 0., 0., 1., 0., 0.];

/// First `a`, then `b`.
fn multiply(a: &Matrix, b: &Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

#[derive(Clone)]
struct GraphicsState {
    matrix: Matrix,
    font: Option<ObjectKey>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// By what a font is known again: its object, or its name in this dictionary of resources.
type ObjectKey = (ObjectId, Vec<u8>);

/// Reads the pages of a document.
pub(super) struct PageReader<'a> {
    document: &'a Document,
    fonts: HashMap<ObjectKey, Font>,
}

/// A page while its content runs.
struct PageRun<'r, 'a> {
    reader: &'r mut PageReader<'a>,
    budget: &'r mut Budget,
    glyphs: Vec<Glyph>,
    /// From the page's coordinates to the reader's.
    view: Matrix,
    state: GraphicsState,
    saved: Vec<GraphicsState>,
    text: Matrix,
    line: Matrix,
    /// Marked content that is open, and whether it says what text it stands for.
    marked: Vec<Option<String>>,
    /// What is drawn within a drawing, so that none draws itself.
    above: Vec<ObjectId>,
    /// Distinguishes resources that have no number of their own.
    scope: u32,
}

impl<'a> PageReader<'a> {
    /// A reader of this document.
    pub(super) fn new(document: &'a Document) -> Self {
        PageReader { document, fonts: HashMap::new() }
    }

    /// The characters of a page, in the order of its content.
    pub(super) fn glyphs(&mut self, id: ObjectId, budget: &mut Budget) -> Vec<Glyph> {
        let document = self.document;
        let Ok(page) = document.get_dictionary(id) else { return Vec::new() };
        let resources = inherited(document, page, b"Resources").and_then(|object| object.as_dict().ok());
        let bounds = |key: &[u8]| -> Option<[f64; 4]> {
            let items = inherited(document, page, key)?.as_array().ok()?;
            let numbers: Vec<f64> = items.iter().filter_map(|item| number(document, item)).collect();
            numbers.try_into().ok()
        };
        let [left, bottom, right, top] = bounds(b"CropBox").or_else(|| bounds(b"MediaBox")).unwrap_or([0., 0., 612., 792.]);
        let turn = inherited(document, page, b"Rotate").and_then(|turn| number(document, turn)).unwrap_or(0.);
        let view = match (turn / 90.).round().rem_euclid(4.) as u8 {
            1 => [0., 1., 1., 0., -bottom.min(top), -left.min(right)],
            2 => [-1., 0., 0., 1., right.max(left), -bottom.min(top)],
            3 => [0., -1., -1., 0., top.max(bottom), right.max(left)],
            _ => [1., 0., 0., -1., -left.min(right), top.max(bottom)],
        };
        let state = GraphicsState {
            matrix: UNIT,
            font: None,
            size: 0.,
            character_spacing: 0.,
            word_spacing: 0.,
            stretch: 1.,
            leading: 0.,
            rise: 0.,
        };
        let mut content = Vec::new();
        for part in document.get_page_contents(id) {
            if let Ok(stream) = document.get_object(part).and_then(Object::as_stream) {
                content.extend(unpack(stream));
                content.push(b'\n');
            }
        }
        // The fonts of a page without a number of its own are its own.
        self.fonts.retain(|(id, _), _| *id != (0, 0));
        let mut run = PageRun {
            reader: self,
            budget,
            glyphs: Vec::new(),
            view,
            state,
            saved: Vec::new(),
            text: UNIT,
            line: UNIT,
            marked: Vec::new(),
            above: Vec::new(),
            scope: 0,
        };
        run.content(&content, resources.unwrap_or(&NOTHING));
        run.glyphs
    }
}

/// An entry of a page or of one of its parents.
fn inherited<'a>(document: &'a Document, page: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    let mut dictionary = page;
    for _ in 0..DEEPEST {
        if let Ok(found) = dictionary.get_deref(key, document) {
            return Some(found);
        }
        dictionary = dictionary.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

impl<'a> PageRun<'_, 'a> {
    fn content(&mut self, bytes: &[u8], resources: &'a Dictionary) {
        let mut content = ContentStream::new(bytes);
        let mut operands = Vec::new();
        let mut count = 0u32;
        while let Some(operator) = content.next(&mut operands) {
            count += 1;
            if count.is_multiple_of(4096) && Instant::now() > self.budget.deadline {
                self.budget.stopped = Some("reading the PDF took too long");
            }
            if self.budget.stopped.is_some() {
                return;
            }
            self.operator(operator, &operands, resources);
        }
    }

    fn operator(&mut self, operator: &[u8], operands: &[Operand], resources: &'a Dictionary) {
        let number = |at: usize| operands.get(at).and_then(Operand::number).unwrap_or(0.);
        let matrix = || -> Matrix { std::array::from_fn(number) };
        match operator {
            b"q" if self.saved.len() < MOST_STATES => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => self.state.matrix = multiply(&matrix(), &self.state.matrix),
            b"BT" => (self.text, self.line) = (UNIT, UNIT),
            b"Tf" => {
                self.state.size = number(1);
                if let Some(Operand::Name(name)) = operands.first() {
                    self.font(name, resources);
                }
            }
            b"Tc" => self.state.character_spacing = number(0),
            b"Tw" => self.state.word_spacing = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => (self.text, self.line) = (matrix(), matrix()),
            b"T*" => self.next_line(0., -self.state.leading),
            b"Tj" => operands.iter().for_each(|operand| self.shown(operand)),
            b"TJ" => {
                if let Some(Operand::Array(items)) = operands.first() {
                    items.iter().for_each(|item| self.shown(item));
                }
            }
            b"'" | b"\"" => {
                if operator == b"\"" {
                    (self.state.word_spacing, self.state.character_spacing) = (number(0), number(1));
                }
                self.next_line(0., -self.state.leading);
                operands.iter().filter(|operand| matches!(operand, Operand::Text(_))).for_each(|operand| self.shown(operand));
            }
            b"BMC" => self.marked.push(None),
            b"BDC" => self.marked.push(self.actual_text(operands.get(1), resources)),
            b"EMC" => self.end_marked(),
            b"Do" => {
                if let Some(Operand::Name(name)) = operands.first() {
                    self.drawing(name, resources);
                }
            }
            b"gs" => {
                if let Some(Operand::Name(name)) = operands.first() {
                    self.settings(name, resources);
                }
            }
            _ => {}
        }
        self.marked.truncate(MOST_STATES);
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = multiply(&[1., 0., 0., 1., x, y], &self.line);
        self.text = self.line;
    }

    fn font(&mut self, name: &[u8], resources: &'a Dictionary) {
        let document = self.reader.document;
        let entry = dictionary(document, resources, b"Font").and_then(|fonts| fonts.get(name).ok());
        let id = entry.and_then(|entry| entry.as_reference().ok());
        let key = match id {
            Some(id) => (id, Vec::new()),
            None => ((0, 0), [name, &self.scope.to_be_bytes()].concat()),
        };
        let font = entry.and_then(|entry| document.dereference(entry).ok()?.1.as_dict().ok());
        self.use_font(key, font);
    }

    fn use_font(&mut self, key: ObjectKey, font: Option<&Dictionary>) {
        let document = self.reader.document;
        // Of a font that is not there, the bytes are read as they are.
        self.reader.fonts.entry(key.clone()).or_insert_with(|| Font::read(document, font.unwrap_or(&NOTHING)));
        self.state.font = Some(key);
    }

    /// A dictionary of settings may name a font.
    fn settings(&mut self, name: &[u8], resources: &'a Dictionary) {
        let document = self.reader.document;
        let settings = dictionary(document, resources, b"ExtGState").and_then(|settings| dictionary(document, settings, name));
        let Some(items) = settings.map(|settings| array(document, settings, b"Font")).filter(|items| items.len() == 2) else { return };
        if let (Ok(id), Some(size)) = (items[0].as_reference(), number(document, &items[1])) {
            self.state.size = size;
            self.use_font((id, Vec::new()), document.get_dictionary(id).ok());
        }
    }

    /// A string, or how far to step back, in thousandths of the size.
    fn shown(&mut self, operand: &Operand) {
        match operand {
            Operand::Number(back) => {
                let step = -back / 1000. * self.state.size * self.state.stretch;
                self.text = multiply(&[1., 0., 0., 1., step, 0.], &self.text);
            }
            Operand::Text(bytes) => self.string(bytes),
            _ => {}
        }
    }

    fn string(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.as_ref().and_then(|key| self.reader.fonts.get_mut(key)) else { return };
        let state = &self.state;
        let to_view = multiply(&state.matrix, &self.view);
        let height = font.height;
        let (text, glyphs, budget) = (&mut self.text, &mut self.glyphs, &mut *self.budget);
        let hidden = self.marked.iter().any(Option::is_some);
        font.each(bytes, |code| {
            let step =
                (code.width * state.size + state.character_spacing + if code.is_blank { state.word_spacing } else { 0. }) * state.stretch;
            let matrix = multiply(&multiply(&[state.size * state.stretch, 0., 0., state.size, 0., state.rise], text), &to_view);
            *text = multiply(&[1., 0., 0., 1., step, 0.], text);
            // What has been said to be another text leaves only its place.
            let shown = if hidden { HIDDEN } else { code.text };
            place(&matrix, code.width, height, shown, glyphs);
            budget.characters = budget.characters.saturating_sub(1);
        });
        if self.budget.characters == 0 {
            self.budget.stopped = Some("the PDF has more than 4 MB of text, which no article has");
        }
    }

    /// The text that marked content says it stands for.
    fn actual_text(&self, properties: Option<&Operand>, resources: &Dictionary) -> Option<String> {
        let document = self.reader.document;
        let bytes = match properties? {
            Operand::Dictionary(items) => {
                let at = items.iter().position(|item| *item == Operand::Name(b"ActualText".to_vec()))?;
                let Operand::Text(bytes) = items.get(at + 1)? else { return None };
                bytes.clone()
            }
            Operand::Name(name) => {
                let properties = dictionary(document, dictionary(document, resources, b"Properties")?, name)?;
                properties.get_deref(b"ActualText", document).ok()?.as_str().ok()?.to_vec()
            }
            _ => return None,
        };
        lopdf::decode_text_string(&Object::String(bytes, lopdf::StringFormat::Literal)).ok()
    }

    /// Puts the text of marked content where its characters were drawn.
    fn end_marked(&mut self) {
        let Some(Some(text)) = self.marked.pop() else { return };
        if self.marked.iter().any(Option::is_some) {
            return;
        }
        let start = self.glyphs.iter().rposition(|glyph| glyph.character != '\0').map_or(0, |last| last + 1);
        let places: Vec<Glyph> = self.glyphs.drain(start..).collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
        let characters: Vec<char> = text.chars().filter(|c| !c.is_control()).collect();
        let width = (last.x + last.width - first.x).max(first.width) / characters.len().max(1) as f64;
        let place = |(at, character)| Glyph { character, x: first.x + width * at as f64, width, ..*first };
        self.glyphs.extend(characters.into_iter().enumerate().map(place));
    }

    fn drawing(&mut self, name: &[u8], resources: &'a Dictionary) {
        let document = self.reader.document;
        let Some(id) = dictionary(document, resources, b"XObject").and_then(|drawings| drawings.get(name).ok()?.as_reference().ok()) else {
            return;
        };
        let Ok(stream) = document.get_object(id).and_then(Object::as_stream) else { return };
        let is_form = stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form");
        if !is_form || self.above.len() >= DEEPEST || self.above.contains(&id) {
            return;
        }
        self.budget.drawings = self.budget.drawings.saturating_sub(1);
        if self.budget.drawings == 0 {
            self.budget.stopped = Some("the PDF has too many drawings in drawings");
        }
        let numbers: Vec<f64> = array(document, &stream.dict, b"Matrix").iter().filter_map(|item| number(document, item)).collect();
        let matrix: Matrix = numbers.try_into().unwrap_or(UNIT);
        let (state, text, line, saved) = (self.state.clone(), self.text, self.line, std::mem::take(&mut self.saved));
        self.state.matrix = multiply(&matrix, &self.state.matrix);
        self.above.push(id);
        let scope = std::mem::replace(&mut self.scope, id.0);
        let own = dictionary(document, &stream.dict, b"Resources").unwrap_or(resources);
        self.content(&unpack(stream), own);
        self.scope = scope;
        self.above.pop();
        (self.state, self.text, self.line, self.saved) = (state, text, line, saved);
    }
}

/// Stands for characters that are drawn but stand for another text.
const HIDDEN: &str = "\0";
/// Likewise, as a character.
pub(super) const HIDDEN_SIGN: char = '\0';

/// Adds the characters of a code, each with its part of the width.
fn place(matrix: &Matrix, width: f64, height: f64, text: &str, glyphs: &mut Vec<Glyph>) {
    let along = matrix[0].hypot(matrix[1]);
    let size = matrix[2].hypot(matrix[3]) * height;
    if !(along * width).is_finite() || !size.is_finite() || size == 0. {
        return;
    }
    // A right angle is told by where the baseline runs; the axis of y points down.
    let turn = if matrix[0].abs() >= matrix[1].abs() {
        if matrix[0] >= 0. { 0 } else { 2 }
    } else if matrix[1] >= 0. {
        1
    } else {
        3
    };
    let (x, y) = match turn {
        0 => (matrix[4], matrix[5]),
        1 => (matrix[5], -matrix[4]),
        2 => (-matrix[4], -matrix[5]),
        _ => (-matrix[5], matrix[4]),
    };
    let count = text.chars().count().max(1) as f64;
    let part = along * width / count;
    for (at, character) in text.chars().enumerate() {
        glyphs.push(Glyph { character, x: x + part * at as f64, y, width: part, size, turn });
    }
}
