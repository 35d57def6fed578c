//! A row with several numbers, or with one among such: the name on top, the bars under one another, each with its own words.

use super::bar::Bar;
use super::caption::Caption;
use super::scale::Scale;
use super::shape::{BAR, UNDER, link, shape};
use super::svg_writer::{BASELINE, LEADING, SvgWriter, TextPosition};
use super::{Chart, Kind, Mark, Row};
use crate::text::width;
use crate::words::Words;

/// Height in em of a bar with its words beside it. With the name above or the space below, 44 px for a finger.
const LINE: f64 = 1.5;
/// Height in em of the name when it takes one line.
const NAME: f64 = 1.5;
/// Space in em under the row.
const BELOW: f64 = 1.5;
/// Space in em between a bar and the words beside it, and the part of a narrow page that these may take.
const GAP: f64 = 0.8;
const WIDEST: f64 = 0.48;
/// Height in em of a bar with its words above it: 44 px for a finger.
const TALL: f64 = 3.15;

/// Draws the row from `y` on; gives where the next begins, in em.
pub(super) fn draw(svg: &mut SvgWriter<'_>, chart: &Chart, row: &Row, y: f64) -> f64 {
    let name = svg.wrap(&row.label, svg.measure());
    svg.text(TextPosition { class: "c-name c-head", x: 0.0, indent: 0.0, y: y + BASELINE, ends: false }, &name);
    let top = y + NAME + LEADING * (name.len() - 1) as f64;
    match (&row.marks[..], SideColumns::of(svg, chart)) {
        (marks @ [_] | marks @ [_, _], Some(side)) => {
            let (mut from, mut bar) = (y, top);
            for (mark, left) in marks.iter().zip((0..marks.len()).rev()) {
                let next = bar + LINE + if left == 0 { BELOW } else { 0.0 };
                link(svg, mark, [from, next], |svg| line(svg, chart, row, mark, side, bar));
                (from, bar) = (next, next);
            }
            from
        }
        (marks, _) => {
            let mut y = top;
            for mark in marks {
                let caption = Caption::new(svg, word(svg.words(), chart, mark), &mark.label);
                let next = y + caption.height() + TALL - LEADING;
                link(svg, mark, [y, next], |svg| {
                    caption.draw(svg, ["c-word", "c-value"], y);
                    shape(svg, chart, row, mark, y + caption.height() + UNDER);
                });
                y = next;
            }
            y + 0.6
        }
    }
}

/// A bar with its words beside it, at the right.
fn line(svg: &mut SvgWriter<'_>, chart: &Chart, row: &Row, mark: &Mark, side: SideColumns, y: f64) {
    let middle = y + LINE / 2.0;
    let part = 1.0 - (side.words + side.values + GAP) / svg.measure();
    let bar = Bar::of(mark, Scale::of(chart, row)).within(part);
    bar.draw(svg, middle - BAR / 2.0, BAR);
    svg.vertical_line("c-zero", bar.zero, [middle - BAR / 2.0 - 0.2, middle + BAR / 2.0 + 0.2]);
    for (class, indent, text) in
        [("c-word", GAP, word(svg.words(), chart, mark)), ("c-value", GAP + side.words, &mark.label)]
    {
        svg.text(TextPosition { class, x: part, indent, y: middle + 0.36, ends: false }, &[text.into()]);
    }
}

/// The widths in em of the two columns beside the bars: what the marks are called, and their numbers.
#[derive(Clone, Copy, Debug)]
struct SideColumns {
    words: f64,
    values: f64,
}

impl SideColumns {
    /// The columns that hold every mark of the chart, if that leaves the bars about half of a narrow page.
    fn of(svg: &SvgWriter<'_>, chart: &Chart) -> Option<SideColumns> {
        let least = if chart.kind.shares_scale() { 1 } else { 2 };
        let marks = || chart.rows.iter().filter(|row| row.marks.len() >= least).flat_map(|row| &row.marks);
        let words = marks().map(|mark| width(word(svg.words(), chart, mark))).fold(0.0, f64::max) + 0.45;
        let values = marks().map(|mark| width(&mark.label)).fold(0.0, f64::max);
        let bars = !matches!(chart.kind, Kind::Shares | Kind::Rank);
        (bars && words + values <= WIDEST * svg.measure().min(18.0)).then_some(SideColumns { words, values })
    }
}

/// What a mark is called beside its bar: done or planned where that tells the marks apart, otherwise its series.
fn word<'a>(words: &'a Words, chart: &Chart, mark: &'a Mark) -> &'a str {
    match &mark.series {
        Some(series) if chart.kind != Kind::Pairs => series,
        _ => mark.role.word(words),
    }
}
