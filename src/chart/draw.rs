//! The body of a chart: legend and rows under one another. Each part gives back where the next begins, in em.

use super::bar::Bar;
use super::group;
use super::legend;
use super::pen::{LEADING, Pen, Text};
use super::rank::Places;
use super::scale::Scale;
use super::{Chart, Kind, Mark, Row};
use crate::text::{width, wrap};

/// Thickness of a bar in em.
pub(super) const BAR: f64 = 0.75;
/// Space in em between a line of text and its bar.
pub(super) const UNDER: f64 = 0.2;
/// Space in em under a row; with a line of text and a bar it makes the 44 px that a finger needs.
const BELOW: f64 = 0.9;
/// From the top of a line of text to its baseline, in em.
pub(super) const BASELINE: f64 = 1.05;
/// The least space in em between a name and its number on the same line.
const SPACE: f64 = 0.75;

/// Draws everything from `y = 0` on; gives the height in em.
pub(super) fn body(pen: &mut Pen<'_>, chart: &Chart) -> f64 {
    let mut y = legend::series(pen, chart, 0.0);
    pen.open("g", if pen.links() { &[("role", "list")] } else { &[] });
    for row in &chart.rows {
        y = match &row.marks[..] {
            [] => y,
            [mark] => listed(pen, |pen| single(pen, chart, row, mark, y)),
            _ => listed(pen, |pen| group::draw(pen, chart, row, y)),
        };
    }
    pen.close("g");
    legend::bounds(pen, chart, y)
}

fn listed(pen: &mut Pen<'_>, row: impl FnOnce(&mut Pen<'_>) -> f64) -> f64 {
    pen.open("g", if pen.links() { &[("class", "c-row"), ("role", "listitem")] } else { &[("class", "c-row")] });
    let y = row(pen);
    pen.close("g");
    y
}

/// A row with one number: the name at the left, the number at the right, the bar beneath.
fn single(pen: &mut Pen<'_>, chart: &Chart, row: &Row, mark: &Mark, y: f64) -> f64 {
    let caption = Caption::new(pen, &row.label, &mark.label);
    let top = y + caption.height() + UNDER;
    let next = top + BAR + BELOW;
    link(pen, mark, [y, next], |pen| {
        caption.draw(pen, ["c-name", "c-value"], y);
        shape(pen, chart, row, mark, top);
    });
    next
}

/// The picture of one number under its text.
pub(super) fn shape(pen: &mut Pen<'_>, chart: &Chart, row: &Row, mark: &Mark, top: f64) {
    let middle = top + BAR / 2.0;
    let mut bar = Bar::of(mark, Scale::of(chart, row));
    match chart.kind {
        Kind::Rank => return Places::of(chart, mark).draw(pen, middle, mark),
        // A number that nothing may be compared with has no length, only a claim.
        Kind::Multiples if row.marks.len() == 1 => {
            let y = middle - legend::THICK / 2.0;
            return pen.strip(0.0, y, legend::SAMPLE, |pen| {
                legend::sample(mark.role, mark.bound).draw(pen, 0.0, legend::THICK)
            });
        }
        Kind::Shares => {
            bar.limit = Some(1.0);
            pen.level("c-whole", [bar.end, 1.0], middle);
            pen.plumb("c-whole", 1.0, [top - 0.2, top + BAR + 0.2]);
        }
        _ => {}
    }
    bar.draw(pen, top, BAR);
    pen.plumb("c-zero", bar.zero, [top - 0.2, top + BAR + 0.2]);
}

/// Makes what is drawn inside a link to the sentence of `mark`, as high as `y` says in em and as wide as the chart.
pub(super) fn link(pen: &mut Pen<'_>, mark: &Mark, y: [f64; 2], inside: impl FnOnce(&mut Pen<'_>)) {
    if !pen.links() || mark.href.is_empty() {
        return inside(pen);
    }
    pen.open("a", &[("href", &mark.href), ("aria-label", &mark.spoken)]);
    pen.rect("c-hit", [0.0, 1.0], y[0], y[1] - y[0], None);
    inside(pen);
    pen.close("a");
}

/// A name at the left and a number at the right, on as many lines as they need to keep apart on a narrow page.
pub(super) struct Caption {
    name: Vec<String>,
    value: Vec<String>,
    /// The line on which the number begins.
    drop: usize,
}

impl Caption {
    pub(super) fn new(pen: &Pen<'_>, name: &str, value: &str) -> Caption {
        let beside = pen.measure() - SPACE - width(value);
        // Less than half the line would cut the name into shreds: then the number goes below.
        if beside >= pen.measure().min(18.0) * 0.45 || width(name) <= beside {
            return Caption { name: wrap(name, beside), value: vec![value.into()], drop: 0 };
        }
        let name = wrap(name, pen.measure());
        let drop = name.len();
        Caption { name, value: wrap(value, pen.measure()), drop }
    }

    /// Height in em.
    pub(super) fn height(&self) -> f64 {
        LEADING * self.name.len().max(self.drop + self.value.len()) as f64
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>, class: [&str; 2], y: f64) {
        let y = y + BASELINE;
        pen.text(Text { class: class[0], x: 0.0, indent: 0.0, y, ends: false }, &self.name);
        let y = y + LEADING * self.drop as f64;
        pen.text(Text { class: class[1], x: 1.0, indent: 0.0, y, ends: true }, &self.value);
    }
}
