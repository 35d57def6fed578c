//! Pictures in points (PNG), their words set in a Chinese font of this machine: charts for programs that know no SVG, and
//! share images for messengers. Knows no templates, and no disk: it is given the font.

mod faces;
mod share_image;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use resvg::{tiny_skia, usvg};

pub use faces::{FACES, Face, choose};

use crate::chart;
use crate::message::message;
use crate::site::{ChartSite, ShareImage};
use crate::text::{Binding, sha256_hex};
use crate::words::Words;

/// Changes whenever the same drawing and font would give other points.
const MANNER: &str = "gongdu picture 2";
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
    /// When the drawing is no SVG or has no size, which drawings never are.
    pub fn paint(&self, drawing: &Drawing, key: &Key) -> anyhow::Result<Vec<u8>> {
        let Drawing { svg, scale } = drawing;
        let tree = usvg::Tree::from_str(svg, &self.options)?;
        let [width, height] = [tree.size().width(), tree.size().height()].map(|length| (length * scale).ceil() as u32);
        let points = tiny_skia::Pixmap::new(width, height);
        let mut points =
            points.ok_or_else(|| message!("a drawing without a size cannot be painted", "没有尺寸的图画不出来"))?;
        // The last row of points may be covered by the paper in part.
        points.fill(tiny_skia::Color::WHITE);
        resvg::render(&tree, tiny_skia::Transform::from_scale(*scale, *scale), &mut points.as_mut());
        encode(&points, key)
    }
}

/// The points as a file. Nothing shines through, so there is no fourth channel; a drawing has few colours, and numbers of
/// colours are a third of the work and half of the file that colours are.
fn encode(points: &tiny_skia::Pixmap, key: &Key) -> anyhow::Result<Vec<u8>> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, points.width(), points.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(KEYWORD.to_owned(), key.0.clone())?;
    let data = match numbered(points) {
        Some((palette, numbers)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.concat());
            encoder.set_filter(png::Filter::NoFilter);
            numbers
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            points.data().chunks_exact(4).flat_map(|point| &point[..3]).copied().collect()
        }
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(file)
}

/// The colours in the order in which they come, and the number of each point's; `None` when there are more than 256.
fn numbered(points: &tiny_skia::Pixmap) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let mut palette: Vec<[u8; 3]> = Vec::new();
    let mut numbers: Vec<u8> = Vec::with_capacity(points.data().len() / 4);
    let mut last = 0;
    for point in points.data().chunks_exact(4) {
        let colour = [point[0], point[1], point[2]];
        if palette.get(last) != Some(&colour) {
            last = palette.iter().position(|known| *known == colour).unwrap_or(palette.len());
            if last == palette.len() {
                palette.push(colour);
            }
        }
        numbers.push(u8::try_from(last).ok()?);
    }
    Some((palette, numbers))
}
