//! A character in one size as points: how much of each it covers. It stands on whole points wherever it is set, so that one stamp serves
//! every drawing.

use resvg::tiny_skia::{ColorU8, FillRule, Mask, Path, PixmapMut, Transform};

/// An edge has so many steps between paper and ink: more are not seen at the sizes of our words, and cost work and bytes.
const SHADE: u8 = 255 / 5;

/// A character in points.
pub(super) struct Stamp {
    /// Where its left upper corner is, seen from where the character stands.
    left: i32,
    top: i32,
    width: usize,
    /// How much of each point it covers, row by row.
    cover: Vec<u8>,
}

impl Stamp {
    /// A character whose outline is enlarged by `size`.
    pub fn of(outline: &Path, size: f32) -> Option<Stamp> {
        let bounds = outline.bounds();
        let [left, top] = [bounds.left(), bounds.top()].map(|edge| (edge * size).floor());
        let [right, bottom] = [bounds.right(), bounds.bottom()].map(|edge| (edge * size).ceil());
        let mut mask = Mask::new((right - left) as u32, (bottom - top) as u32)?;
        let place = Transform::from_row(size, 0.0, 0.0, size, -left, -top);
        mask.fill_path(outline, FillRule::Winding, true, place);
        let width = mask.width() as usize;
        let cover = mask.take().into_iter().map(|cover| cover.saturating_add(SHADE / 2) / SHADE * SHADE).collect();
        Some(Stamp { left: left as i32, top: top as i32, width, cover })
    }

    /// How many bytes it holds.
    pub fn length(&self) -> usize {
        self.cover.len()
    }

    /// Sets the character at the point that is nearest to `place`; what stands beyond the edges is left out.
    pub fn set(&self, [x, y]: [f32; 2], colour: ColorU8, points: &mut PixmapMut<'_>) {
        let (x, y) = (x.round() as i32 + self.left, y.round() as i32 + self.top);
        let width = points.width() as usize;
        let skipped = usize::try_from(-x).unwrap_or(0);
        let (rows, _) = points.data_mut().as_chunks_mut::<4>();
        for (y, row) in (y..).zip(self.cover.chunks_exact(self.width)) {
            let Some(below) = usize::try_from(y).ok().and_then(|y| rows.get_mut(y * width..(y + 1) * width)) else {
                continue;
            };
            let from = usize::try_from(x).unwrap_or(0).min(width);
            for (point, cover) in below[from..].iter_mut().zip(row.iter().skip(skipped)) {
                blend(point, colour, *cover);
            }
        }
    }
}

/// Lays a colour over a point that nothing shines through.
fn blend(point: &mut [u8; 4], colour: ColorU8, cover: u8) {
    if cover == 0 {
        return;
    }
    if cover == 255 {
        *point = [colour.red(), colour.green(), colour.blue(), 255];
        return;
    }
    let cover = u32::from(cover);
    for (own, other) in point.iter_mut().zip([colour.red(), colour.green(), colour.blue(), 255]) {
        *own = ((u32::from(*own) * (255 - cover) + u32::from(other) * cover + 127) / 255) as u8;
    }
}
