//! The shape of one number, and the link that it is.

use super::bar::Bar;
use super::rank::RankScale;
use super::scale::Scale;
use super::svg_writer::SvgWriter;
use super::{Chart, Kind, Mark, Row};

/// Thickness of a bar in em.
pub(super) const BAR: f64 = 0.75;
/// Space in em between a line of text and its bar.
pub(super) const UNDER: f64 = 0.2;

/// The picture of one number under its text.
pub(super) fn shape(svg: &mut SvgWriter<'_>, chart: &Chart, row: &Row, mark: &Mark, top: f64) {
    let middle = top + BAR / 2.0;
    let mut bar = Bar::of(mark, Scale::of(chart, row));
    match chart.kind {
        Kind::Rank => return RankScale::of(chart, mark).draw(svg, middle, mark),
        Kind::Shares => {
            bar.limit = Some(1.0);
            svg.horizontal_line("c-whole", [bar.end, 1.0], middle);
            svg.vertical_line("c-whole", 1.0, [top - 0.2, top + BAR + 0.2]);
        }
        _ => {}
    }
    bar.draw(svg, top, BAR);
    svg.vertical_line("c-zero", bar.zero, [top - 0.2, top + BAR + 0.2]);
}

/// Makes what is drawn inside a link to the sentence of `mark`, as high as `y` says in em and as wide as the chart.
pub(super) fn link(svg: &mut SvgWriter<'_>, mark: &Mark, y: [f64; 2], inside: impl FnOnce(&mut SvgWriter<'_>)) {
    if !svg.links() || mark.href.is_empty() {
        return inside(svg);
    }
    svg.open("a", &[("href", &mark.href), ("aria-label", &mark.spoken)]);
    svg.rect("c-hit", [0.0, 1.0], y[0], y[1] - y[0], None);
    inside(svg);
    svg.close("a");
}
