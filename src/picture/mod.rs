//! Pictures in points (PNG), their words set in a Chinese font of this machine: charts for programs that know no SVG, and
//! share images for messengers. Knows no templates, and no disk: it is given the font.

mod encode;
mod faces;
mod lettering;
mod share_image;
mod stamp;
#[cfg(test)]
mod tests;
mod typeface;

use std::sync::{Mutex, PoisonError};

use resvg::usvg::roxmltree;
use resvg::{tiny_skia, usvg};

pub use faces::{FACES, Face, choose};

use crate::chart;
use crate::message::message;
use crate::site::{ChartSite, ShareImage};
use crate::text::{Binding, sha256_hex};
use crate::words::Words;
use typeface::Typeface;

/// Changes whenever the same drawing and font would give other points.
const MANNER: &str = "gongdu picture 4";
/// The text chunk of a picture that says what it was made from.
const KEYWORD: &str = "Source";

/// What a picture is made from, as a digest: the drawing and the font. A picture that says the same need not be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

/// A picture before it is painted.
#[derive(Clone, Debug)]
pub struct Drawing {
    svg: String,
    /// Points for each unit of the drawing.
    scale: f32,
}

impl Drawing {
    /// A chart, its legend in `words`, sharp on screens of double density: 1280 points across.
    pub fn chart(own: &ChartSite, words: &Words, binding: &Binding) -> Drawing {
        Drawing { svg: chart::draw_standalone(&own.chart, words, binding), scale: 2.0 }
    }

    /// The picture that stands beside a link: 1200 by 630 points.
    pub fn share_image(own: &ShareImage, binding: &Binding) -> Drawing {
        Drawing { svg: share_image::draw(own, binding), scale: 1.0 }
    }

    /// The key of the picture in the font that `font` names.
    pub fn key(&self, font: &str) -> Key {
        Key(sha256_hex(format!("{MANNER}\n{font}\n{}", self.svg).as_bytes()))
    }
}

impl Key {
    /// Whether the picture `png` was made from this.
    pub fn fits(&self, png: &[u8]) -> bool {
        let read = png::Decoder::new(std::io::Cursor::new(png)).read_info();
        let says = |chunk: &png::text_metadata::TEXtChunk| chunk.keyword == KEYWORD && chunk.text == self.0;
        read.is_ok_and(|reader| reader.info().uncompressed_latin1_text.iter().any(says))
    }
}

/// Paints drawings. Making one reads the font, which costs more than a picture does.
pub struct Painter {
    typeface: Typeface,
    /// Where the points of pictures stood that are done, one for each thread: a system takes a while to give out as much.
    rooms: Mutex<Vec<Vec<u8>>>,
}

impl Painter {
    /// With the bytes of the files of `face`.
    pub fn new(face: &Face, files: Vec<Vec<u8>>) -> Painter {
        Painter { typeface: Typeface::new(face, files), rooms: Mutex::default() }
    }

    /// The picture of a drawing, with its key inside. The same bytes for the same drawing and font.
    ///
    /// # Errors
    /// When the drawing is no SVG or has no size, which drawings never are.
    pub fn paint(&self, drawing: &Drawing, key: &Key) -> anyhow::Result<Vec<u8>> {
        let Drawing { svg, scale } = drawing;
        let document = roxmltree::Document::parse(svg)?;
        // All but the words, which are set upon it.
        let tree = usvg::Tree::from_xmltree(&document, &usvg::Options::default())?;
        let [width, height] = [tree.size().width(), tree.size().height()].map(|length| (length * scale).ceil() as u32);
        let mut room = self.rooms.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
        room.resize(width as usize * height as usize * 4, 0);
        let mut points = tiny_skia::PixmapMut::from_bytes(&mut room, width, height)
            .ok_or_else(|| message!("a drawing without a size cannot be painted", "没有尺寸的图画不出来"))?;
        // The last row of points may be covered by the paper in part.
        points.fill(tiny_skia::Color::WHITE);
        resvg::render(&tree, tiny_skia::Transform::from_scale(*scale, *scale), &mut points);
        lettering::letter(&document, &self.typeface, *scale, &mut points);
        let file = encode::encode(points.as_ref(), KEYWORD, &key.0);
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner).push(room);
        file
    }
}
