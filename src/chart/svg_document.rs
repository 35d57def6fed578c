//! What stands around the body: the SVG element with its name and description, and the standalone picture.

use super::Chart;
use super::describe::description;
use super::rows;
use super::svg_writer::{EM, SvgWriter, number};
use crate::markup;
use crate::text::Binding;
use crate::words::Words;

/// Width and margin of a standalone picture in units.
const WIDTH: f64 = 640.0;
const MARGIN: f64 = 24.0;
/// Size of its title and of the line with its source.
const TITLE: f64 = 20.0;
const SMALL: f64 = 12.0;

/// Colours and faces of a standalone picture: no variables and no media queries, which many programs do not know.
const STYLE: &str = include_str!("standalone.css");

/// For which type a chart is laid out, and so how many em of it are sure to fit beside one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeSize {
    /// A phone of 320 px leaves 288, which is 18 em of 16 px.
    Usual,
    /// The same phone has 11 em of 24 px beside its margins.
    Large,
}

impl TypeSize {
    fn measure(self) -> f64 {
        match self {
            TypeSize::Usual => 18.0,
            TypeSize::Large => 11.0,
        }
    }
}

/// Draws the chart for a page: well-formed SVG that follows the width of its column and takes its colours from
/// `chart.css`. Each mark is a link to its sentence. The title is the SVG's accessible name and is not visible: the page
/// shows it as a heading, and tells beside it what the chart shows, folded. The ids of the two layouts differ, so that both may
/// stand on a page. `binding` says where names may be cut.
pub fn draw(chart: &Chart, words: &Words, binding: &Binding, layout: TypeSize) -> String {
    let id = match layout {
        TypeSize::Usual => chart.id.clone(),
        TypeSize::Large => format!("{}-large", chart.id),
    };
    let mut writer = SvgWriter::fluid(&id, layout.measure(), words, binding);
    let height = rows::draw(&mut writer, chart);
    let title = writer.id("title");
    let height = format!("{}em", number(height));
    let mut outer = SvgWriter::fluid(&id, layout.measure(), words, binding);
    outer.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "c-chart"),
            ("width", "100%"),
            ("height", &height),
            ("role", "group"),
            ("aria-labelledby", &title),
        ],
    );
    outer.element("title", &[("id", &title)], &chart.title);
    hatch(&mut outer);
    outer.finish() + &writer.finish() + "</svg>\n"
}

/// Draws the chart as a file of its own, 640 units wide, on white, with title and source and without links.
pub fn draw_standalone(chart: &Chart, words: &Words, binding: &Binding) -> String {
    let mut writer = SvgWriter::fixed(&chart.id, WIDTH - 2.0 * MARGIN, words, binding);
    let title = writer.wrap(&chart.title, (WIDTH - 2.0 * MARGIN) / TITLE);
    let source = if chart.source.is_empty() { Vec::new() } else { source_lines(&writer, &chart.source) };
    let top = MARGIN + title.len() as f64 * TITLE * 1.35 + 14.0;
    writer.open("g", &[("transform", &format!("translate({} {})", number(MARGIN), number(top)))]);
    let bottom = top + rows::draw(&mut writer, chart) * EM;
    writer.close("g");
    lines(&mut writer, "c-title", &title, [MARGIN + TITLE, TITLE * 1.35]);
    lines(&mut writer, "c-source", &source, [bottom + 14.0 + SMALL, SMALL * 1.4]);
    let end = bottom + source.len() as f64 * SMALL * 1.4 + 14.0 + MARGIN;

    let mut outer = SvgWriter::fixed(&chart.id, WIDTH, words, binding);
    let [title, desc] = [outer.id("title"), outer.id("desc")];
    let [width, height, view] = [number(WIDTH), number(end), format!("0 0 {} {}", number(WIDTH), number(end))];
    outer.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "c-chart"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
            ("role", "img"),
            ("aria-labelledby", &title),
            ("aria-describedby", &desc),
        ],
    );
    outer.element("title", &[("id", &title)], &chart.title);
    outer.element("desc", &[("id", &desc)], &description(chart, words));
    hatch(&mut outer);
    let style = format!("<style>\n{}</style>\n", markup::svg(STYLE));
    let paper = format!("<rect class=\"c-paper\" width=\"{width}\" height=\"{height}\"/>\n");
    outer.finish() + &style + &paper + &writer.finish() + "</svg>\n"
}

/// The pattern that hatched areas are filled with.
fn hatch(writer: &mut SvgWriter<'_>) {
    let hatch = writer.id("hatch");
    writer.open("defs", &[]);
    writer.open(
        "pattern",
        &[
            ("id", &hatch),
            ("patternUnits", "userSpaceOnUse"),
            ("width", "5"),
            ("height", "5"),
            ("patternTransform", "rotate(45)"),
        ],
    );
    writer.empty("line", &[("class", "c-hatch"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "5")]);
    writer.close("pattern");
    writer.close("defs");
}

fn source_lines(writer: &SvgWriter<'_>, source: &str) -> Vec<String> {
    writer.wrap(&writer.words().fill("drawing.source", &[("source", &source)]), (WIDTH - 2.0 * MARGIN) / SMALL)
}

fn lines(writer: &mut SvgWriter<'_>, class: &str, lines: &[String], [first, leading]: [f64; 2]) {
    for (number_of, line) in lines.iter().enumerate() {
        let [x, y] = [MARGIN, first + leading * number_of as f64].map(number);
        writer.element("text", &[("class", class), ("x", &x), ("y", &y)], line);
    }
}
