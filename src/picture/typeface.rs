//! The font in which drawings are lettered: outlines of characters, each read once and kept. Knows no drawing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use resvg::tiny_skia::{Path, PathBuilder};
use skrifa::instance::{Location, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::{FileRef, FontRef};
use skrifa::string::StringId;
use skrifa::{MetadataProvider, Tag};

use super::faces::Face;
use super::stamp::Stamp;

/// The size in which outlines are kept.
pub(super) const KEPT_SIZE: f32 = 1000.0;

/// How many bytes of stamps are kept at most. Titles stand in many sizes; most characters come back within a report.
const KEPT_LENGTH: usize = 8 << 20;

/// A character at [`KEPT_SIZE`], its origin on the baseline, downwards positive.
pub(super) struct Glyph {
    /// `None` for a space, and for what the font does not have.
    pub outline: Option<Path>,
    /// How far on the next one stands.
    pub advance: f32,
}

/// A font in two weights, with the glyphs that were wanted so far.
pub(super) struct Typeface {
    files: Vec<Vec<u8>>,
    /// Where each weight is, the regular one first; none without files.
    weights: [Option<Weight>; 2],
    glyphs: Mutex<HashMap<(char, bool), Arc<Glyph>>>,
    stamps: Mutex<KeptStamps>,
}

/// The stamps that were wanted so far, by character, weight, and size in bits; `None` for what leaves no ink.
#[derive(Default)]
struct KeptStamps {
    stamps: HashMap<(char, bool, u32), Option<Arc<Stamp>>>,
    /// In bytes, all together.
    length: usize,
}

/// One weight of the font.
#[derive(Clone)]
struct Weight {
    file: usize,
    /// Which of the fonts in the file.
    index: u32,
    /// Where a variable font has this weight.
    location: Location,
}

impl Typeface {
    /// With the bytes of the files of `face`.
    pub fn new(face: &Face, files: Vec<Vec<u8>>) -> Typeface {
        let weights = [400.0, 700.0].map(|wanted| weight(face, &files, wanted));
        Typeface { files, weights, glyphs: Mutex::default(), stamps: Mutex::default() }
    }

    /// A character in one of the weights.
    pub fn glyph(&self, character: char, bold: bool) -> Arc<Glyph> {
        let mut glyphs = self.glyphs.lock().unwrap_or_else(PoisonError::into_inner);
        glyphs.entry((character, bold)).or_insert_with(|| Arc::new(self.read(character, bold))).clone()
    }

    /// A character in one of the weights, in points; `size` is that of the square it stands in.
    pub fn stamp(&self, character: char, bold: bool, size: f32) -> Option<Arc<Stamp>> {
        let key = (character, bold, size.to_bits());
        if let Some(kept) = self.stamps.lock().unwrap_or_else(PoisonError::into_inner).stamps.get(&key) {
            return kept.clone();
        }
        let glyph = self.glyph(character, bold);
        let stamp = glyph.outline.as_ref().and_then(|outline| Stamp::of(outline, size / KEPT_SIZE)).map(Arc::new);
        let mut kept = self.stamps.lock().unwrap_or_else(PoisonError::into_inner);
        kept.length += stamp.as_ref().map_or(0, |stamp| stamp.length());
        if kept.length > KEPT_LENGTH {
            *kept = KeptStamps::default();
        }
        kept.stamps.insert(key, stamp.clone());
        stamp
    }

    fn read(&self, character: char, bold: bool) -> Glyph {
        let missing = Glyph { outline: None, advance: KEPT_SIZE };
        let Some(weight) = &self.weights[usize::from(bold)] else { return missing };
        let Ok(font) = FontRef::from_index(&self.files[weight.file], weight.index) else { return missing };
        let Some(id) = font.charmap().map(character) else { return missing };
        let size = Size::new(KEPT_SIZE);
        let advance = font.glyph_metrics(size, &weight.location).advance_width(id).unwrap_or(KEPT_SIZE);
        let mut pen = PathPen(PathBuilder::new());
        let drawn = font
            .outline_glyphs()
            .get(id)
            .map(|glyph| glyph.draw(DrawSettings::unhinted(size, &weight.location), &mut pen));
        let outline = drawn.and_then(Result::ok).and_then(|_| pen.0.finish());
        Glyph { outline, advance }
    }
}

/// The font of the family of `face` whose weight is nearest to the wanted one; of a family that no file names the first there is.
fn weight(face: &Face, files: &[Vec<u8>], wanted: f32) -> Option<Weight> {
    let mut best: Option<((bool, i32), Weight)> = None;
    for (file, bytes) in files.iter().enumerate() {
        let fonts = FileRef::new(bytes).into_iter().flat_map(|file| file.fonts());
        for (index, font) in (0..).zip(fonts) {
            let Ok(font) = font else { continue };
            let axis = font.axes().get_by_tag(Tag::new(b"wght"));
            let own =
                axis.map_or(font.attributes().weight.value(), |axis| wanted.clamp(axis.min_value(), axis.max_value()));
            let rank = (!is_of(&font, face.family), (own - wanted).abs() as i32);
            if best.as_ref().is_none_or(|(before, _)| rank < *before) {
                let location = font.axes().location([("wght", own)]);
                best = Some((rank, Weight { file, index, location }));
            }
        }
    }
    best.map(|(_, weight)| weight)
}

/// Whether a font calls itself by this name of a family.
fn is_of(font: &FontRef<'_>, family: &str) -> bool {
    let names = [StringId::FAMILY_NAME, StringId::TYPOGRAPHIC_FAMILY_NAME];
    names.into_iter().flat_map(|id| font.localized_strings(id)).any(|name| name.chars().eq(family.chars()))
}

/// Draws a glyph upside down: in fonts upwards is positive.
struct PathPen(PathBuilder);

impl OutlinePen for PathPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, -y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, -y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, -y1, x, -y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, -y1, x2, -y2, x, -y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}
