//! A picture as a file: few colours, four bits a point.

use std::collections::BTreeMap;

use resvg::tiny_skia::PixmapRef;

/// As many colours as four bits tell apart. A drawing has half a dozen, and shades of these where its edges are.
const MOST: usize = 16;

/// So many points are looked at in one step: most of a picture is paper.
const STEP: usize = 16;

/// How many colours are found without a search.
const LATELY: usize = 1021;

/// The points of a picture as numbers of its colours; nothing shines through.
#[derive(Default)]
struct NumberedPoints {
    /// Each colour once, with how many points have it.
    colours: Vec<([u8; 3], usize)>,
    /// By the colours as one number each, which are found faster than three.
    by_colour: BTreeMap<u32, u32>,
    /// Colours that came lately with their numbers, each in the place that it alone may take: there are only a few at a time.
    lately: Vec<(u32, u32)>,
    /// The rows from above; of rows that are alike and stand one below the other the first.
    rows: Vec<AlikeRows>,
    /// The runs of one colour in these rows, one row after another: its number and how many points.
    runs: Vec<(u32, usize)>,
}

/// Rows that are alike.
struct AlikeRows {
    /// Where its runs end.
    end: usize,
    /// How many rows.
    times: usize,
}

impl NumberedPoints {
    /// Reads a picture by runs of one colour: most of it is paper, and most rows are like the one before.
    fn of(points: PixmapRef<'_>) -> NumberedPoints {
        let mut own = NumberedPoints { lately: vec![(u32::MAX, 0); LATELY], ..NumberedPoints::default() };
        let (all, _) = points.data().as_chunks::<4>();
        let mut before: &[[u8; 4]] = &[];
        for row in all.chunks_exact(points.width() as usize) {
            match own.rows.last_mut().filter(|_| row == before) {
                Some(alike) => alike.times += 1,
                None => own.read(row),
            }
            before = row;
        }
        let (mut from, rows) = (0, &own.rows);
        for row in rows {
            for (number, length) in &own.runs[std::mem::replace(&mut from, row.end)..row.end] {
                own.colours[*number as usize].1 += length * row.times;
            }
        }
        own
    }

    /// Reads a row that is not like the one before.
    fn read(&mut self, mut rest: &[[u8; 4]]) {
        while let Some(first) = rest.first() {
            let length = run(rest, *first);
            let number = self.number(*first);
            self.runs.push((number, length));
            rest = &rest[length..];
        }
        self.rows.push(AlikeRows { end: self.runs.len(), times: 1 });
    }

    /// The number of a colour, a new one if it comes for the first time.
    fn number(&mut self, [red, green, blue, _]: [u8; 4]) -> u32 {
        let colour = u32::from_be_bytes([0, red, green, blue]);
        let place = &mut self.lately[colour as usize * 31 % LATELY];
        if place.0 != colour {
            let number = *self.by_colour.entry(colour).or_insert_with(|| {
                self.colours.push(([red, green, blue], 0));
                self.colours.len() as u32 - 1
            });
            *place = (colour, number);
        }
        place.1
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

    /// The places of the points' colours in the palette, two in a byte, each row in bytes of its own.
    fn packed(&self, places: &[u8]) -> Vec<u8> {
        let points: usize = self.colours.iter().map(|(_, count)| count).sum();
        let (mut data, mut row, mut from) = (Vec::with_capacity(points / 2 + self.rows.len()), Vec::new(), 0);
        for AlikeRows { end, times } in &self.rows {
            row.clear();
            for (number, length) in &self.runs[std::mem::replace(&mut from, *end)..*end] {
                row.resize(row.len() + length, places[*number as usize]);
            }
            let (pairs, last) = row.as_chunks::<2>();
            let start = data.len();
            data.extend(pairs.iter().map(|[left, right]| left << 4 | right));
            data.extend(last.iter().map(|last| last << 4));
            let packed = start..data.len();
            (1..*times).for_each(|_| data.extend_from_within(packed.clone()));
        }
        data
    }
}

/// How many points at the beginning have the colour of the first.
fn run(points: &[[u8; 4]], first: [u8; 4]) -> usize {
    let alike = |points: &[[u8; 4]]| points.iter().take_while(|point| **point == first).count();
    // Runs are short in words, and long between them.
    let short = alike(&points[..points.len().min(STEP)]);
    if short < STEP {
        return short;
    }
    let (steps, _) = points.as_chunks::<STEP>();
    let whole = steps.iter().take_while(|step| **step == [first; STEP]).count() * STEP;
    whole + alike(&points[whole..])
}

/// The file, with a text chunk of this keyword. Numbers of colours are a fraction of the work and of the file that colours are.
pub(super) fn encode(points: PixmapRef<'_>, keyword: &str, text: &str) -> anyhow::Result<Vec<u8>> {
    let numbered = NumberedPoints::of(points);
    let (palette, places) = numbered.palette();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, points.width(), points.height());
    encoder.set_depth(png::BitDepth::Four);
    // A step more would take a quarter longer for a file smaller by less than a hundredth.
    encoder.set_deflate_compression(png::DeflateCompression::Level(5));
    encoder.add_text_chunk(keyword.to_owned(), text.to_owned())?;
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&numbered.packed(&places))?;
    writer.finish()?;
    Ok(file)
}
