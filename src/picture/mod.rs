//! Charts as pictures in points (PNG), for programs that know no SVG: the standalone picture, its words set in a Chinese
//! font of this machine. Knows no pages, and no disk: it is given the font.

mod faces;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

pub use faces::{FACES, Face, choose};

use crate::chart;
use crate::message::message;
use crate::site::ChartSite;
use crate::text::sha256_hex;
use crate::words::Words;

/// Points for each unit of the drawing: sharp on screens of double density, 1280 across.
const SCALE: f32 = 2.0;
/// Changes whenever the same drawing and font would give other points.
const MANNER: &str = "gongdu picture 1";
/// The text chunk of a picture that says what it was made from.
const KEYWORD: &str = "Source";

/// What a picture is made from, as a digest: the drawing and the font. A picture that says the same need not be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key(String);

/// The drawing of a chart, its legend in `words`, and the key of its picture in the font that `font` names.
pub fn drawing(own: &ChartSite, words: &Words, font: &str) -> (String, Key) {
    let svg = chart::draw_standalone(&own.chart, words);
    let key = Key(sha256_hex(format!("{MANNER}\n{font}\n{svg}").as_bytes()));
    (svg, key)
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
    options: usvg::Options<'static>,
}

impl Painter {
    /// With the bytes of the files of `face`.
    pub fn new(face: &Face, files: Vec<Vec<u8>>) -> Painter {
        let mut fonts = usvg::fontdb::Database::new();
        for bytes in files {
            fonts.load_font_data(bytes);
        }
        // Whatever face a drawing asks for, this is the one there is.
        fonts.set_sans_serif_family(face.family);
        fonts.set_serif_family(face.family);
        let options =
            usvg::Options { fontdb: Arc::new(fonts), font_family: face.family.to_owned(), ..usvg::Options::default() };
        Painter { options }
    }

    /// The picture of a drawing, with its key inside. The same bytes for the same drawing and font.
    ///
    /// # Errors
    /// When the drawing is no SVG or has no size, which the drawings of [`chart`] never are.
    pub fn paint(&self, svg: &str, key: &Key) -> anyhow::Result<Vec<u8>> {
        let tree = usvg::Tree::from_str(svg, &self.options)?;
        let [width, height] = [tree.size().width(), tree.size().height()].map(|length| (length * SCALE).ceil() as u32);
        let points = tiny_skia::Pixmap::new(width, height);
        let mut points =
            points.ok_or_else(|| message!("a drawing without a size cannot be painted", "没有尺寸的图画不出来"))?;
        // The last row of points may be covered by the paper in part.
        points.fill(tiny_skia::Color::WHITE);
        resvg::render(&tree, tiny_skia::Transform::from_scale(SCALE, SCALE), &mut points.as_mut());
        encode(&points, key)
    }
}

/// The points as a file. The drawing lies on white paper, so nothing shines through and there is no need of a fourth channel.
fn encode(points: &tiny_skia::Pixmap, key: &Key) -> anyhow::Result<Vec<u8>> {
    let colours: Vec<u8> = points.data().chunks_exact(4).flat_map(|point| &point[..3]).copied().collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, points.width(), points.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(KEYWORD.to_owned(), key.0.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colours)?;
    writer.finish()?;
    Ok(file)
}
