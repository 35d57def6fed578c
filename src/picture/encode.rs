//! A picture as a file: few colours, four bits a point.

use std::collections::BTreeMap;

use resvg::tiny_skia::Pixmap;

/// As many colours as four bits tell apart. A drawing has half a dozen, and shades of these where its edges are.
const MOST: usize = 16;

/// The colours of a picture, each once, and how many points have it; nothing shines through.
fn counted(points: &Pixmap) -> BTreeMap<[u8; 3], usize> {
    let mut counts = BTreeMap::new();
    let mut run = ([0; 3], 0);
    for point in points.data().chunks_exact(4) {
        let colour = [point[0], point[1], point[2]];
        if colour != run.0 {
            *counts.entry(run.0).or_default() += run.1;
            run = (colour, 0);
        }
        run.1 += 1;
    }
    *counts.entry(run.0).or_default() += run.1;
    counts.retain(|_, count| *count > 0);
    counts
}

/// The palette of a picture, the most frequent colours first, and for each colour the number of the nearest in it.
fn palette(points: &Pixmap) -> (Vec<[u8; 3]>, BTreeMap<[u8; 3], u8>) {
    let counts = counted(points);
    let mut colours: Vec<([u8; 3], usize)> = counts.into_iter().collect();
    // Among equals the order of the colours holds: the same picture has the same palette.
    colours.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let palette: Vec<[u8; 3]> = colours.iter().take(MOST).map(|(colour, _)| *colour).collect();
    let far = |a: [u8; 3], b: [u8; 3]| -> u32 { a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum() };
    let nearest =
        |colour: [u8; 3]| (0..).zip(&palette).min_by_key(|(_, own)| far(**own, colour)).map_or(0, |(at, _)| at);
    let numbers = colours.iter().map(|(colour, _)| (*colour, nearest(*colour))).collect();
    (palette, numbers)
}

/// The file, with a text chunk of this keyword. Numbers of colours are a fraction of the work and of the file that colours are.
pub(super) fn encode(points: &Pixmap, keyword: &str, text: &str) -> anyhow::Result<Vec<u8>> {
    let (palette, numbers) = palette(points);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, points.width(), points.height());
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_compression(png::Compression::Balanced);
    encoder.add_text_chunk(keyword.to_owned(), text.to_owned())?;
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&packed(points, &numbers))?;
    writer.finish()?;
    Ok(file)
}

/// The numbers of the points, two in a byte, each row in bytes of its own.
fn packed(points: &Pixmap, numbers: &BTreeMap<[u8; 3], u8>) -> Vec<u8> {
    let width = points.width() as usize;
    let mut data = Vec::with_capacity(width.div_ceil(2) * points.height() as usize);
    let mut last = ([0; 3], numbers.get(&[0; 3]).copied().unwrap_or_default());
    for row in points.data().chunks_exact(4 * width) {
        for pair in row.chunks(8) {
            let mut byte = 0;
            for (point, shift) in pair.chunks_exact(4).zip([4, 0]) {
                let colour = [point[0], point[1], point[2]];
                if colour != last.0 {
                    last = (colour, numbers.get(&colour).copied().unwrap_or_default());
                }
                byte |= last.1 << shift;
            }
            data.push(byte);
        }
    }
    data
}
