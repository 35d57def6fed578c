//! One bar: its length is the number, its form says done or planned, its end says what the number claims.

use super::scale::Scale;
use super::svg_writer::SvgWriter;
use super::{Bound, Mark, Role};

/// Half the width in em of the blurred end of a number that is only about right.
const BLUR: f64 = 0.65;
/// How far in em the arrow of an open end reaches.
const REACH: f64 = 1.5;
/// Half the width in em of its head.
const HEAD: f64 = 0.32;
/// How far in em a stop line stands out above and below its bar.
const OVERHANG: f64 = 0.2;
/// Below this fraction of the width a bar has no room for marks on its body.
const SHORT: f64 = 0.06;

/// A bar between fractions of the width.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bar {
    pub(super) zero: f64,
    pub(super) end: f64,
    /// The upper end of a range.
    pub(super) high: Option<f64>,
    /// Where an open end stops all the same: the whole of a share.
    pub(super) limit: Option<f64>,
    pub(super) bound: Bound,
    pub(super) role: Role,
}

impl Bar {
    pub(super) fn of(mark: &Mark, scale: Scale) -> Bar {
        Bar {
            zero: scale.at(0.0),
            end: scale.at(scale.value(mark)),
            high: scale.high(mark).map(|high| scale.at(high)),
            limit: None,
            bound: mark.bound,
            role: mark.role,
        }
    }

    /// The same bar on a part of the width that begins at the left.
    pub(super) fn within(self, part: f64) -> Bar {
        let [high, limit] = [self.high, self.limit].map(|end| end.map(|end| end * part));
        Bar { zero: self.zero * part, end: self.end * part, high, limit, ..self }
    }

    /// Draws the bar with its upper edge at `y`, `height` thick, both in em.
    pub(super) fn draw(self, svg: &mut SvgWriter<'_>, y: f64, height: f64) {
        self.body(svg, y, height);
        if let Some(high) = self.high {
            let hatch = svg.hatch();
            svg.rect("c-soft", [self.end, high], y, height, Some(&hatch));
            svg.vertical_line(&self.class("c-tick"), high, [y, y + height]);
        }
        if let (Some(limit), Bound::AtLeast | Bound::MoreThan) = (self.limit, self.bound) {
            let line = self.class("c-on");
            svg.horizontal_line(&line, [self.end, limit], y + height / 2.0);
            svg.origin(limit, y + height / 2.0, |svg| head(svg, &line, (0.0, 0.0), 1.0));
        }
        let side = if self.end < self.zero { -1.0 } else { 1.0 };
        svg.origin(self.end, y, |svg| self.finish(svg, height, side));
    }

    fn body(self, svg: &mut SvgWriter<'_>, y: f64, height: f64) {
        let ends = [self.zero, self.end];
        match (self.bound, self.role) {
            (Bound::AtMost | Bound::LessThan, _) => {
                let hatch = svg.hatch();
                svg.rect("c-bar c-allowed", ends, y, height, Some(&hatch));
            }
            (_, Role::Done) => svg.rect("c-bar c-done", ends, y, height, None),
            (_, Role::Foreseen) => svg.rect("c-bar c-foreseen", ends, y, height, None),
            (_, Role::Planned) => svg.rect("c-bar c-planned", ends, y, height, None),
        }
    }

    /// The end of the bar, drawn around the value; `forth` is 1 to the right and -1 to the left.
    fn finish(self, svg: &mut SvgWriter<'_>, height: f64, forth: f64) {
        let middle = height / 2.0;
        let tick = self.class("c-tick");
        let inward = if (self.end - self.zero).abs() < SHORT { 0.0 } else { -BLUR * forth };
        let outward = if self.limit.is_some_and(|limit| limit - self.end < SHORT) { 0.0 } else { BLUR * forth };
        match self.bound {
            Bound::Exact if self.role != Role::Planned => {}
            Bound::Exact | Bound::Range => svg.line_between(&tick, (0.0, 0.0), (0.0, height)),
            Bound::AtLeast => {
                self.arrow(svg, middle, forth);
                svg.line_between(&tick, (0.0, 0.0), (0.0, height));
            }
            Bound::MoreThan => {
                self.arrow(svg, middle, forth);
                self.ring(svg, middle);
            }
            Bound::AtMost => svg.line_between(&self.class("c-stop"), (0.0, -OVERHANG), (0.0, height + OVERHANG)),
            Bound::LessThan => self.ring(svg, middle),
            Bound::About => {
                blur(svg, height, inward, outward);
                svg.line_between(&tick, (0.0, 0.0), (0.0, height));
            }
            Bound::Near => blur(svg, height, 2.0 * inward, 0.0),
        }
    }

    /// What is aimed at has the accent.
    fn class(self, class: &str) -> String {
        match self.role {
            Role::Done | Role::Foreseen => class.into(),
            Role::Planned => format!("{class} c-aim"),
        }
    }

    /// Onward, without an end: an open arrow. (With a limit, the arrow is drawn up to that.)
    fn arrow(self, svg: &mut SvgWriter<'_>, middle: f64, forth: f64) {
        if self.limit.is_some() {
            return;
        }
        let class = self.class("c-on");
        let point = (REACH * forth, middle);
        svg.line_between(&class, (0.0, middle), point);
        head(svg, &class, point, forth);
    }

    /// The number itself does not count: a hollow dot, as on a number line.
    fn ring(self, svg: &mut SvgWriter<'_>, middle: f64) {
        let class = self.class("c-ring");
        let [y, r] = [svg.em(middle), svg.em(0.3)];
        svg.empty("circle", &[("class", &class), ("cx", "0"), ("cy", &y), ("r", &r)]);
    }
}

/// The head of an arrow that points `forth`.
fn head(svg: &mut SvgWriter<'_>, class: &str, point: (f64, f64), forth: f64) {
    for side in [-HEAD, HEAD] {
        svg.line_between(class, (point.0 - 1.2 * HEAD * forth, point.1 + side), point);
    }
}

/// Takes the edge off a bar between two places in em: paper over it, hatching over that.
fn blur(svg: &mut SvgWriter<'_>, height: f64, from: f64, to: f64) {
    let [x, width, height] = [from.min(to), (to - from).abs(), height].map(|em| svg.em(em));
    let hatch = svg.hatch();
    let place = [("x", x.as_str()), ("y", "0"), ("width", &width), ("height", &height)];
    for (class, fill) in [("c-paper", None), ("c-soft", Some(("fill", hatch.as_str())))] {
        svg.empty("rect", &[("class", class)].into_iter().chain(place).chain(fill).collect::<Vec<_>>());
    }
}
