//! A place in an order: a row of ticks, one a place, the first at the left, and a dot on the place that was won.

use super::svg_writer::SvgWriter;
use super::{Bound, Chart, Mark, Role};

/// With more places than this the ticks would run together on a phone.
const TICKS: usize = 45;
/// The ends of the line as fractions of the width, so that a dot at an end keeps inside.
const ENDS: [f64; 2] = [0.02, 0.96];

/// How many places the line has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct RankScale {
    last: f64,
    /// Nobody said which place is the last: the line goes on.
    open: bool,
}

impl RankScale {
    /// The places of one mark: as many as it says itself, otherwise enough for every rank of the chart.
    pub(super) fn of(chart: &Chart, mark: &Mark) -> RankScale {
        if let Some(last) = mark.high.filter(|last| last.is_finite() && *last >= mark.value) {
            return RankScale { last: last.max(2.0), open: false };
        }
        let lowest = chart.rows.iter().flat_map(|row| &row.marks).map(place).fold(5.0, f64::max);
        RankScale { last: (lowest * 1.15).ceil(), open: true }
    }

    fn at(self, place: f64) -> f64 {
        let along = ((place - 1.0) / (self.last - 1.0)).clamp(0.0, 1.0);
        ENDS[0] + along * (ENDS[1] - ENDS[0])
    }

    /// Draws the line with its middle at `y` em and the dot of `mark`.
    pub(super) fn draw(self, svg: &mut SvgWriter<'_>, y: f64, mark: &Mark) {
        svg.horizontal_line("c-order", [ENDS[0], if self.open { 1.0 } else { ENDS[1] }], y);
        if self.open {
            svg.origin(1.0, y, |svg| {
                for side in [-0.25, 0.25] {
                    svg.line_between("c-order", (-0.3, side), (0.0, 0.0));
                }
            });
        }
        let places = self.last.min(1e6) as usize;
        for place in (1..=places).filter(|place| places <= TICKS || *place == 1 || *place == places) {
            svg.vertical_line("c-place", self.at(place as f64), [y - 0.25, y + 0.25]);
        }
        let [x, y, r] = [svg.across(self.at(place(mark))), svg.em(y), svg.em(0.45)];
        let class = if mark.role == Role::Planned || mark.bound != Bound::Exact { "c-dot c-aim" } else { "c-dot" };
        svg.empty("circle", &[("class", class), ("cx", &x), ("cy", &y), ("r", &r)]);
    }
}

/// The place of a mark: the first at best.
fn place(mark: &Mark) -> f64 {
    if mark.value.is_finite() { mark.value.max(1.0) } else { 1.0 }
}
