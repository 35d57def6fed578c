//! A picture as a file: few colours, four bits a point.

use std::collections::BTreeMap;

use resvg::tiny_skia::Pixmap;

/// As many colours as four bits tell apart. A drawing has half a dozen, and shades of these where its edges are.
const MOST: usize = 16;

/// The points of a picture as numbers of its colours; nothing shines through.
#[derive(Default)]
struct NumberedPoints {
    /// Each colour once, with how many points have it.
    colours: Vec<([u8; 3], usize)>,
    /// The number of each point's colour, row by row.
    numbers: Vec<u32>,
    /// By the colours as one number each, which are found faster than three.
    by_colour: BTreeMap<u32, u32>,
}

impl NumberedPoints {
    /// Reads a picture by runs of one colour: most of it is paper, and most rows are like the one before.
    fn of(points: &Pixmap) -> NumberedPoints {
        let width = points.width() as usize;
        let mut own = NumberedPoints::default();
        own.numbers.reserve(width * points.height() as usize);
        let (all, _) = points.data().as_chunks::<4>();
        let (mut before, mut runs): (&[[u8; 4]], Vec<(u32, usize)>) = (&[], Vec::new());
        for row in all.chunks_exact(width) {
            if row != before {
                runs.clear();
                let mut rest = row;
                while let Some(first) = rest.first() {
                    let length = rest.iter().take_while(|point| *point == first).count();
                    runs.push((own.number(*first), length));
                    rest = &rest[length..];
                }
                before = row;
            }
            for (number, length) in &runs {
                own.colours[*number as usize].1 += length;
                own.numbers.resize(own.numbers.len() + length, *number);
            }
        }
        own
    }

    /// The number of a colour, a new one if it comes for the first time.
    fn number(&mut self, [red, green, blue, _]: [u8; 4]) -> u32 {
        *self.by_colour.entry(u32::from_be_bytes([0, red, green, blue])).or_insert_with(|| {
            self.colours.push(([red, green, blue], 0));
            self.colours.len() as u32 - 1
        })
    }

    /// The palette, the most frequent colours first, and for each number the place in it of the nearest.
    fn palette(&self) -> (Vec<[u8; 3]>, Vec<u8>) {
        let mut colours = self.colours.clone();
        // Among equals the order of the colours holds: the same picture has the same palette.
        colours.sort_by_key(|(colour, count)| (std::cmp::Reverse(*count), *colour));
        let palette: Vec<[u8; 3]> = colours.iter().take(MOST).map(|(colour, _)| *colour).collect();
        let far =
            |a: [u8; 3], b: [u8; 3]| -> u32 { a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
        let nearest =
            |colour: [u8; 3]| (0..).zip(&palette).min_by_key(|(_, own)| far(**own, colour)).map_or(0, |(at, _)| at);
        let places = self.colours.iter().map(|(colour, _)| nearest(*colour)).collect();
        (palette, places)
    }

    /// The places of the points' colours in the palette, two in a byte, each row of `width` in bytes of its own.
    fn packed(&self, width: usize, places: &[u8]) -> Vec<u8> {
        let place = |number: &u32| places[*number as usize];
        let pair = |pair: &[u32]| place(&pair[0]) << 4 | pair.get(1).map_or(0, place);
        let mut data = Vec::with_capacity(self.numbers.len().div_ceil(2));
        for row in self.numbers.chunks_exact(width) {
            data.extend(row.chunks(2).map(pair));
        }
        data
    }
}

/// The file, with a text chunk of this keyword. Numbers of colours are a fraction of the work and of the file that colours are.
pub(super) fn encode(points: &Pixmap, keyword: &str, text: &str) -> anyhow::Result<Vec<u8>> {
    let numbered = NumberedPoints::of(points);
    let (palette, places) = numbered.palette();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, points.width(), points.height());
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(keyword.to_owned(), text.to_owned())?;
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&numbered.packed(points.width() as usize, &places))?;
    writer.finish()?;
    Ok(file)
}
