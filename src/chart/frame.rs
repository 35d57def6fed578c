//! What stands around the body: the SVG element with its name and description, and the standalone picture.

use super::Chart;
use super::describe::description;
use super::draw::body;
use super::pen::{EM, Pen, escape, number};
use crate::text::wrap;
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
pub enum Type {
    /// A phone of 320 px leaves 288, which is 18 em of 16 px.
    Usual,
    /// The same phone has 11 em of 24 px beside its margins.
    Large,
}

impl Type {
    fn measure(self) -> f64 {
        match self {
            Type::Usual => 18.0,
            Type::Large => 11.0,
        }
    }
}

/// Draws the chart for a page: well-formed SVG that follows the width of its column and takes its colours from
/// `chart.css`. Each mark is a link to its sentence. The title is the SVG's accessible name and is not visible: the page
/// shows it as a caption. The ids of the two layouts differ, so that both may stand on a page.
pub fn draw(chart: &Chart, words: &Words, layout: Type) -> String {
    let id = match layout {
        Type::Usual => chart.id.clone(),
        Type::Large => format!("{}-large", chart.id),
    };
    let mut pen = Pen::fluid(&id, layout.measure(), words);
    let height = body(&mut pen, chart);
    let [title, desc] = [pen.id("title"), pen.id("desc")];
    let height = format!("{}em", number(height));
    let mut frame = Pen::fluid(&id, layout.measure(), words);
    frame.open(
        "svg",
        &[
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "c-chart"),
            ("width", "100%"),
            ("height", &height),
            ("role", "group"),
            ("aria-labelledby", &title),
            ("aria-describedby", &desc),
        ],
    );
    told(&mut frame, chart, [&title, &desc]);
    frame.finish() + &pen.finish() + "</svg>\n"
}

/// Draws the chart as a file of its own, 640 units wide, on white, with title and source and without links.
pub fn draw_standalone(chart: &Chart, words: &Words) -> String {
    let title = wrap(&chart.title, (WIDTH - 2.0 * MARGIN) / TITLE);
    let source = if chart.source.is_empty() { Vec::new() } else { source_lines(&chart.source, words) };
    let mut pen = Pen::fixed(&chart.id, WIDTH - 2.0 * MARGIN, words);
    let top = MARGIN + title.len() as f64 * TITLE * 1.35 + 14.0;
    pen.open("g", &[("transform", &format!("translate({} {})", number(MARGIN), number(top)))]);
    let bottom = top + body(&mut pen, chart) * EM;
    pen.close("g");
    lines(&mut pen, "c-title", &title, [MARGIN + TITLE, TITLE * 1.35]);
    lines(&mut pen, "c-source", &source, [bottom + 14.0 + SMALL, SMALL * 1.4]);
    let end = bottom + source.len() as f64 * SMALL * 1.4 + 14.0 + MARGIN;

    let mut frame = Pen::fixed(&chart.id, WIDTH, words);
    let [title, desc] = [frame.id("title"), frame.id("desc")];
    let [width, height, view] = [number(WIDTH), number(end), format!("0 0 {} {}", number(WIDTH), number(end))];
    frame.open(
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
    told(&mut frame, chart, [&title, &desc]);
    let style = format!("<style>\n{}</style>\n", escape(STYLE));
    let paper = format!("<rect class=\"c-paper\" width=\"{width}\" height=\"{height}\"/>\n");
    frame.finish() + &style + &paper + &pen.finish() + "</svg>\n"
}

/// Title, description and the pattern that hatched areas are filled with.
fn told(pen: &mut Pen<'_>, chart: &Chart, [title, desc]: [&str; 2]) {
    pen.leaf("title", &[("id", title)], &chart.title);
    pen.leaf("desc", &[("id", desc)], &description(chart, pen.words()));
    let hatch = pen.id("hatch");
    pen.open("defs", &[]);
    pen.open(
        "pattern",
        &[
            ("id", &hatch),
            ("patternUnits", "userSpaceOnUse"),
            ("width", "5"),
            ("height", "5"),
            ("patternTransform", "rotate(45)"),
        ],
    );
    pen.empty("line", &[("class", "c-hatch"), ("x1", "0"), ("y1", "0"), ("x2", "0"), ("y2", "5")]);
    pen.close("pattern");
    pen.close("defs");
}

fn source_lines(source: &str, words: &Words) -> Vec<String> {
    wrap(&words.fill("drawing.source", &[("source", &source)]), (WIDTH - 2.0 * MARGIN) / SMALL)
}

fn lines(pen: &mut Pen<'_>, class: &str, lines: &[String], [first, leading]: [f64; 2]) {
    for (number_of, line) in lines.iter().enumerate() {
        let [x, y] = [MARGIN, first + leading * number_of as f64].map(number);
        pen.leaf("text", &[("class", class), ("x", &x), ("y", &y)], line);
    }
}
