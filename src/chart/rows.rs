//! The body of a chart: legend and rows under one another. Each part gives back where the next begins, in em.

use super::caption::Caption;
use super::group;
use super::legend;
use super::shape::{BAR, UNDER, link, shape};
use super::svg_writer::SvgWriter;
use super::{Chart, Mark, Row};

/// Space in em under a row; with a line of text and a bar it makes the 44 px that a finger needs.
const BELOW: f64 = 0.9;
/// Space in em between rows of different scales, where some rows share one.
const BETWEEN_SCALES: f64 = 0.7;

/// Draws everything from `y = 0` on; gives the height in em.
pub(super) fn draw(svg: &mut SvgWriter<'_>, chart: &Chart) -> f64 {
    let mut y = legend::series(svg, chart, 0.0);
    svg.open("g", if svg.links() { &[("role", "list")] } else { &[] });
    // Rows with one number and rows with two are drawn alike where their lengths are compared.
    let grouped = chart.kind.shares_scale() && chart.rows.iter().any(|row| row.marks.len() > 1);
    for (at, row) in chart.rows.iter().enumerate() {
        if at > 0
            && chart.has_bars_among_numbers()
            && row.scale != chart.rows[at - 1].scale
            && !chart.is_alone(&chart.rows[at - 1])
        {
            y += BETWEEN_SCALES;
        }
        y = match &row.marks[..] {
            [] => y,
            [mark] if chart.is_alone(row) => listed(svg, |svg| number(svg, row, mark, y)),
            [mark] if !grouped => listed(svg, |svg| single(svg, chart, row, mark, y)),
            _ => listed(svg, |svg| group::draw(svg, chart, row, y)),
        };
    }
    svg.close("g");
    legend::bounds(svg, chart, y)
}

fn listed(svg: &mut SvgWriter<'_>, row: impl FnOnce(&mut SvgWriter<'_>) -> f64) -> f64 {
    svg.open("g", if svg.links() { &[("class", "c-row"), ("role", "listitem")] } else { &[("class", "c-row")] });
    let y = row(svg);
    svg.close("g");
    y
}

/// A row of a table: the name at the left, the number at the right, a fine line below.
fn number(svg: &mut SvgWriter<'_>, row: &Row, mark: &Mark, y: f64) -> f64 {
    let caption = Caption::new(svg, &row.label, &mark.label);
    let next = y + caption.height() + UNDER + BAR + BELOW;
    link(svg, mark, [y, next], |svg| {
        caption.draw(svg, ["c-name", "c-value"], y + (next - y - caption.height()) / 2.0);
        svg.horizontal_line("c-rule", [0.0, 1.0], next);
    });
    next
}

/// A row with one number: the name at the left, the number at the right, the bar beneath.
fn single(svg: &mut SvgWriter<'_>, chart: &Chart, row: &Row, mark: &Mark, y: f64) -> f64 {
    let caption = Caption::new(svg, &row.label, &mark.label);
    let top = y + caption.height() + UNDER;
    let next = top + BAR + BELOW;
    link(svg, mark, [y, next], |svg| {
        caption.draw(svg, ["c-name", "c-value"], y);
        shape(svg, chart, row, mark, top);
    });
    next
}
