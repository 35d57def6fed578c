//! The key to the forms: who is solid and who is outlined above the rows, what the ends mean below them. Only forms
//! that the chart uses are explained.

use std::collections::BTreeSet;

use super::bar::Bar;
use super::svg_writer::{BASELINE, LEADING, SvgWriter, TextPosition};
use super::{Bound, Chart, Kind, Mark, Role};
use crate::text::width;
use crate::words::Words;

/// Width in em of a sample.
const SAMPLE: f64 = 2.4;
/// Space in em behind a sample and behind its word.
const SPACE: [f64; 2] = [0.5, 1.2];
/// Thickness in em of a sample.
const THICK: f64 = 0.65;

/// Explains done and planned where a chart has both; gives where the rows begin, in em.
pub(super) fn series(svg: &mut SvgWriter<'_>, chart: &Chart, y: f64) -> f64 {
    let roles: BTreeSet<Role> = marks(chart).map(|mark| mark.role).collect();
    if chart.kind == Kind::Rank || roles.len() < 2 {
        return y;
    }
    let items: Vec<_> = roles.into_iter().map(|role| (role, Bound::Exact, name(svg.words(), chart, role))).collect();
    flow(svg, &items, y) + 0.9
}

/// Explains the ends of bars that are not plain numbers; gives where the chart ends, in em.
pub(super) fn bounds(svg: &mut SvgWriter<'_>, chart: &Chart, y: f64) -> f64 {
    if chart.kind == Kind::Rank {
        let line = TextPosition { class: "c-word", x: 0.0, indent: 0.0, y: y + BASELINE, ends: false };
        svg.text(line, &[svg.words().get("drawing.rank").into()]);
        return y + LEADING;
    }
    let used: BTreeSet<(Bound, Role)> =
        chart.drawn().filter(|mark| mark.bound != Bound::Exact).map(|mark| (mark.bound, mark.role)).collect();
    let mut items: Vec<_> = used.into_iter().map(|(bound, role)| (role, bound, bound.word(svg.words()))).collect();
    items.dedup_by_key(|(_, bound, _)| *bound);
    // Clear of the line under a number that stands alone.
    let y = if chart.has_bars_among_numbers() && chart.rows.last().is_some_and(|row| chart.is_alone(row)) {
        y + 0.6
    } else {
        y
    };
    let y = if items.is_empty() { y } else { flow(svg, &items, y + 0.2) };
    if chart.has_bars_among_numbers() { compared(svg, y) } else { y }
}

/// Says between which rows lengths are compared, where not all have bars.
fn compared(svg: &mut SvgWriter<'_>, y: f64) -> f64 {
    let lines = svg.wrap(svg.words().get("drawing.one_unit"), svg.measure());
    svg.text(TextPosition { class: "c-word", x: 0.0, indent: 0.0, y: y + 0.2 + BASELINE, ends: false }, &lines);
    y + 0.2 + LEADING * lines.len() as f64
}

fn marks(chart: &Chart) -> impl Iterator<Item = &Mark> {
    chart.rows.iter().flat_map(|row| &row.marks)
}

/// The words of the report where all marks of the role share them, otherwise the plain word.
fn name<'a>(words: &'a Words, chart: &'a Chart, role: Role) -> &'a str {
    let mut series = marks(chart).filter(|mark| mark.role == role).map(|mark| mark.series.as_deref());
    match series.next().flatten() {
        Some(first) if series.all(|other| other == Some(first)) => first,
        _ => role.word(words),
    }
}

/// Samples with their words, side by side as long as a narrow page has room. Hidden from screen readers: there, each
/// mark says in words what its form shows.
fn flow(svg: &mut SvgWriter<'_>, items: &[(Role, Bound, &str)], y: f64) -> f64 {
    let [space, after] = SPACE;
    let (mut x, mut line) = (0.0, 0.0);
    svg.open("g", &[("class", "c-key"), ("aria-hidden", "true")]);
    for (role, bound, word) in items {
        let end = x + SAMPLE + space + width(word);
        if x > 0.0 && end > svg.measure() {
            (x, line) = (0.0, line + 1.0);
        }
        let top = y + line * LEADING;
        svg.strip(x, top + (LEADING - THICK) / 2.0, SAMPLE, |svg| sample(*role, *bound).draw(svg, 0.0, THICK));
        svg.strip(x + SAMPLE + space, top + BASELINE, width(word), |svg| {
            svg.text(TextPosition { class: "c-word", x: 0.0, indent: 0.0, y: 0.0, ends: false }, &[(*word).into()]);
        });
        x += SAMPLE + space + width(word) + after;
    }
    svg.close("g");
    y + (line + 1.0) * LEADING
}

/// A bar that shows its end within the width of a sample, whatever the number.
fn sample(role: Role, bound: Bound) -> Bar {
    let (end, high) = match bound {
        Bound::AtLeast | Bound::MoreThan => (0.4, None),
        Bound::About => (0.7, None),
        Bound::Range => (0.5, Some(0.95)),
        _ => (0.95, None),
    };
    Bar { zero: 0.0, end, high, limit: None, bound, role }
}
