//! The words over a bar: a name at the left, a number at the right.

use super::svg_writer::{BASELINE, LEADING, SvgWriter, TextPosition};
use crate::text::width;

/// The least space in em between a name and its number on the same line.
const SPACE: f64 = 0.75;

/// A name at the left and a number at the right, on as many lines as they need to keep apart on a narrow page.
pub(super) struct Caption {
    name: Vec<String>,
    value: Vec<String>,
    /// The line on which the number begins.
    drop: usize,
}

impl Caption {
    pub(super) fn new(svg: &SvgWriter<'_>, name: &str, value: &str) -> Caption {
        let beside = svg.measure() - SPACE - width(value);
        // Less than half the line would cut the name into shreds: then the number goes below.
        if beside >= svg.measure().min(18.0) * 0.45 || width(name) <= beside {
            return Caption { name: svg.wrap(name, beside), value: vec![value.into()], drop: 0 };
        }
        let name = svg.wrap(name, svg.measure());
        let drop = name.len();
        Caption { name, value: svg.wrap(value, svg.measure()), drop }
    }

    /// Height in em.
    pub(super) fn height(&self) -> f64 {
        LEADING * self.name.len().max(self.drop + self.value.len()) as f64
    }

    pub(super) fn draw(&self, svg: &mut SvgWriter<'_>, class: [&str; 2], y: f64) {
        let y = y + BASELINE;
        svg.text(TextPosition { class: class[0], x: 0.0, indent: 0.0, y, ends: false }, &self.name);
        let y = y + LEADING * self.drop as f64;
        svg.text(TextPosition { class: class[1], x: 1.0, indent: 0.0, y, ends: true }, &self.value);
    }
}
