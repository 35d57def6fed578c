//! Writes SVG. Knows the two kinds of canvas, and that lengths are fractions of the width or em; knows no chart.

use crate::markup;
use crate::text::{Binding, compose};
use crate::words::{Language, Words, chinese_runs};

/// One em of a standalone picture in its own units; a page sets its em by CSS.
pub(super) const EM: f64 = 15.0;

/// What is drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Canvas {
    /// A page of unknown width, on which so many em are sure to fit: across in percent, down in em, so that the picture
    /// follows the column and its type.
    Fluid(f64),
    /// A picture of a width in units, for programs that know neither percent nor em.
    Fixed(f64),
}

/// A growing piece of SVG.
#[derive(Clone, Debug)]
pub(super) struct SvgWriter<'w> {
    out: String,
    canvas: Canvas,
    /// Prefix of every id.
    id: String,
    words: &'w Words,
    /// Where a line of words may end.
    binding: &'w Binding,
}

/// Where and how a text stands. `x` is a fraction of the width, `indent` em to the right of it, `y` the first baseline in
/// em.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextPosition<'a> {
    pub(super) class: &'a str,
    pub(super) x: f64,
    pub(super) indent: f64,
    pub(super) y: f64,
    /// The text ends at `x` instead of beginning there.
    pub(super) ends: bool,
}

/// Distance of baselines in em.
pub(super) const LEADING: f64 = 1.4;
/// From the top of a line of text to its baseline, in em.
pub(super) const BASELINE: f64 = 1.05;

impl<'w> SvgWriter<'w> {
    pub(super) fn fluid(id: &str, measure: f64, words: &'w Words, binding: &'w Binding) -> SvgWriter<'w> {
        SvgWriter { out: String::new(), canvas: Canvas::Fluid(measure), id: id.into(), words, binding }
    }

    pub(super) fn fixed(id: &str, width: f64, words: &'w Words, binding: &'w Binding) -> SvgWriter<'w> {
        SvgWriter { out: String::new(), canvas: Canvas::Fixed(width), id: id.into(), words, binding }
    }

    /// The words of the legend.
    pub(super) fn words(&self) -> &'w Words {
        self.words
    }

    /// Lines of at most `limit` em, as few as possible, that end between words.
    pub(super) fn wrap(&self, text: &str, limit: f64) -> Vec<String> {
        let costs = self.binding.costs(text);
        compose(text, limit, |at| costs.at(at))
    }

    /// What has been written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// How many em of text are sure to fit beside one another.
    pub(super) fn measure(&self) -> f64 {
        match self.canvas {
            Canvas::Fluid(measure) => measure,
            Canvas::Fixed(width) => width / EM,
        }
    }

    /// Whether marks may be links: a picture of its own leads nowhere.
    pub(super) fn links(&self) -> bool {
        matches!(self.canvas, Canvas::Fluid(_))
    }

    /// An id inside this picture.
    pub(super) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    /// The `fill` of hatched areas.
    pub(super) fn hatch(&self) -> String {
        format!("url(#{})", self.id("hatch"))
    }

    /// A fraction of the width as an attribute.
    pub(super) fn across(&self, fraction: f64) -> String {
        match self.canvas {
            Canvas::Fluid(_) if fraction == 0.0 => "0".into(),
            Canvas::Fluid(_) => format!("{}%", number(fraction * 100.0)),
            Canvas::Fixed(width) => number(fraction * width),
        }
    }

    /// A length in em as an attribute.
    pub(super) fn em(&self, em: f64) -> String {
        match self.canvas {
            Canvas::Fluid(_) if em == 0.0 => "0".into(),
            Canvas::Fluid(_) => format!("{}em", number(em)),
            Canvas::Fixed(_) => number(em * EM),
        }
    }

    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str(">\n");
    }

    pub(super) fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>\n"));
    }

    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
    }

    pub(super) fn element(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.tag(name, attributes);
        self.language(text);
        self.out.push_str(&format!(">{}</{name}>\n", markup::svg(text)));
    }

    /// Marks a text that begins in Chinese among words of another language, as far as SVG lets one: whole.
    fn language(&mut self, text: &str) {
        let begins = chinese_runs(text).first().is_some_and(|run| run.start == 0);
        if self.words.are_foreign() && begins {
            self.out.push_str(&format!(" lang=\"{}\"", Language::REPORT));
        }
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push_str(&format!(" {key}=\"{}\"", markup::svg(value)));
        }
    }

    /// A rectangle; `x` holds its two ends as fractions in any order, `y` and `height` are em.
    pub(super) fn rect(&mut self, class: &str, x: [f64; 2], y: f64, height: f64, fill: Option<&str>) {
        let [left, right] = [x[0].min(x[1]), x[0].max(x[1])];
        let [x, width, y, height] = [self.across(left), self.across(right - left), self.em(y), self.em(height)];
        let mut attributes = vec![("class", class), ("x", &x), ("y", &y), ("width", &width), ("height", &height)];
        attributes.extend(fill.map(|fill| ("fill", fill)));
        self.empty("rect", &attributes);
    }

    /// A line between two points in em, for use at an [`SvgWriter::origin`].
    pub(super) fn line_between(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(|em| self.em(em));
        self.empty("line", &[("class", class), ("x1", &x1), ("y1", &y1), ("x2", &x2), ("y2", &y2)]);
    }

    /// A line across, its ends fractions of the width and `y` in em.
    pub(super) fn horizontal_line(&mut self, class: &str, x: [f64; 2], y: f64) {
        let [x1, x2, y] = [self.across(x[0]), self.across(x[1]), self.em(y)];
        self.empty("line", &[("class", class), ("x1", &x1), ("y1", &y), ("x2", &x2), ("y2", &y)]);
    }

    /// A line down at a fraction of the width, its ends in em.
    pub(super) fn vertical_line(&mut self, class: &str, x: f64, y: [f64; 2]) {
        let [x, y1, y2] = [self.across(x), self.em(y[0]), self.em(y[1])];
        self.empty("line", &[("class", class), ("x1", &x), ("y1", &y1), ("x2", &x), ("y2", &y2)]);
    }

    /// Lines of text under one another.
    pub(super) fn text(&mut self, text: TextPosition<'_>, lines: &[String]) {
        let [x, y, indent] = [self.across(text.x), self.em(text.y), self.em(text.indent)];
        let mut attributes = vec![("class", text.class), ("x", x.as_str()), ("y", &y)];
        if text.indent != 0.0 {
            attributes.push(("dx", &indent));
        }
        if text.ends {
            attributes.push(("text-anchor", "end"));
        }
        if let [line] = lines {
            return self.element("text", &attributes, line);
        }
        self.tag("text", &attributes);
        self.language(&lines.concat());
        self.out.push('>');
        for (number, line) in lines.iter().enumerate() {
            let y = self.em(text.y + LEADING * number as f64);
            self.tag("tspan", &[("x", &x), ("y", &y)]);
            self.out.push_str(&format!(">{}</tspan>", markup::svg(line)));
        }
        self.out.push_str("</text>\n");
    }

    /// Draws around a point: inside, em count from there.
    pub(super) fn origin(&mut self, x: f64, y: f64, inside: impl FnOnce(&mut SvgWriter<'_>)) {
        let x = self.across(x);
        self.nested(&x, y, 1.0, "1em", inside);
    }

    /// Draws on a strip `width` em wide that begins `x` em from the left: inside, fractions are fractions of the strip.
    pub(super) fn strip(&mut self, x: f64, y: f64, width: f64, inside: impl FnOnce(&mut SvgWriter<'_>)) {
        let [x, fluid] = [self.em(x), self.em(width)];
        self.nested(&x, y, width, &fluid, inside);
    }

    fn nested(&mut self, x: &str, y: f64, width: f64, fluid: &str, inside: impl FnOnce(&mut SvgWriter<'_>)) {
        let canvas = self.canvas;
        let y = self.em(y);
        let name = match canvas {
            Canvas::Fluid(_) => {
                let place = [("x", x), ("y", &y), ("width", fluid), ("height", "1em"), ("overflow", "visible")];
                self.open("svg", &place);
                "svg"
            }
            Canvas::Fixed(_) => {
                self.open("g", &[("transform", &format!("translate({x} {y})"))]);
                self.canvas = Canvas::Fixed(width * EM);
                "g"
            }
        };
        inside(self);
        self.close(name);
        self.canvas = canvas;
    }
}

/// At most three decimals, no trailing zeros, no minus zero: the same bytes on every machine.
pub(super) fn number(value: f64) -> String {
    let fixed = format!("{value:.3}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if matches!(short, "-0" | "") || !value.is_finite() { "0".into() } else { short.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_one_spelling() {
        let spelled = [0.0, -0.0001, 1.0, 12.5, 100.0 / 3.0, -7.25, f64::NAN].map(number);
        assert_eq!(spelled, ["0", "0", "1", "12.5", "33.333", "-7.25", "0"]);
    }
}
