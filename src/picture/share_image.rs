//! The picture beside a link as a drawing: paper, ink, one red. All that matters stands in the middle square, to which some
//! messengers cut it.

use std::fmt::Write as _;

use crate::markup;
use crate::site::{Headline, ShareImage};
use crate::text::{Binding, THROUGH_A_WORD, compose, width};

/// The size that messengers ask for.
const SIZE: [f64; 2] = [1200.0, 630.0];
/// How wide words may be: the middle square less a margin.
const MEASURE: f64 = 576.0;
/// The baselines of the words above and below.
const OVER: f64 = 96.0;
const SITE: f64 = 597.0;
/// Between these stands the headline with what belongs to it.
const BODY: [f64; 2] = [132.0, 518.0];

const PAPER: &str = "#faf8f3";
const INK: &str = "#1c1a17";
const MUTED: &str = "#5f584e";
const ACCENT: &str = "#8f1d14";
const RULE: &str = "#d9d2c5";

/// Sizes of a title, the largest first, and how many lines of each there may be.
const TITLES: [(f64, usize); 8] =
    [(92.0, 1), (80.0, 2), (72.0, 3), (68.0, 3), (62.0, 3), (56.0, 4), (48.0, 5), (40.0, 7)];
/// The size of all other words.
const SMALL: f64 = 29.0;
/// By how many units a title may be smaller for a cut that costs one less.
const SMALLER: f64 = 3.0;
/// By how many units it may be smaller for each clause that ends with its line instead of inside it.
const CLAUSE: f64 = 12.0;
/// How far Chinese characters reach below the baseline, in their size.
const SINK: f64 = 0.11;

/// A line of words, centred.
#[derive(Clone, Debug)]
struct TextLine {
    /// Runs of words with the size of each.
    runs: Vec<(String, f64)>,
    colour: &'static str,
    bold: bool,
    /// Space between characters, in em.
    spaced: f64,
    /// Space above, in units.
    above: f64,
}

impl TextLine {
    fn new(words: &str, size: f64) -> TextLine {
        TextLine { runs: vec![(words.to_owned(), size)], colour: INK, bold: false, spaced: 0.0, above: 0.0 }
    }

    fn size(&self) -> f64 {
        self.runs.iter().map(|(_, size)| *size).fold(0.0, f64::max)
    }
}

/// Draws the picture of a page as SVG; `binding` says where a title may be cut.
pub(super) fn draw(image: &ShareImage, binding: &Binding) -> String {
    let [width, height] = SIZE;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">"
    );
    // Paper, and on it a thick and a fine rule as under the head of an official document.
    for (y, high, colour) in [(0.0, height, PAPER), (0.0, 12.0, ACCENT), (18.0, 2.0, ACCENT), (548.0, 1.5, RULE)] {
        let _ = write!(svg, "<rect y=\"{y}\" width=\"{width}\" height=\"{high}\" fill=\"{colour}\"/>");
    }
    write(&mut svg, &TextLine { colour: MUTED, ..fitted(&image.over, SMALL, 0.1) }, OVER);
    write(&mut svg, &TextLine { colour: ACCENT, bold: true, ..fitted(&image.site, 26.0, 0.2) }, SITE);
    let under = under(&image.under, binding);
    let room = BODY[1] - BODY[0] - height_of(&under);
    let mut lines = match &image.headline {
        Headline::Masthead(title) => masthead(title, room, binding),
        Headline::Title { number, title } => titled(number, title, room, binding),
    };
    lines.extend(under);
    stack(&mut svg, &lines);
    svg + "</svg>"
}

/// One line, made smaller when it is too wide.
fn fitted(words: &str, size: f64, spaced: f64) -> TextLine {
    let wide = width(words) + spaced * words.chars().count() as f64;
    TextLine { spaced, ..TextLine::new(words, size.min(MEASURE / wide.max(1.0))) }
}

/// What stands below the headline.
fn under(words: &[String], binding: &Binding) -> Vec<TextLine> {
    let lines = words.iter().flat_map(|words| {
        let costs = binding.costs(words);
        let cut = compose(words, MEASURE / SMALL, |at| costs.at(at));
        cut.into_iter().enumerate().map(|(part, line)| {
            let above = if part == 0 { 34.0 } else { 12.0 };
            TextLine { colour: MUTED, above, ..TextLine::new(&line, SMALL) }
        })
    });
    lines.collect()
}

/// The title of a document, its characters wide apart as on a title page.
fn masthead(title: &str, room: f64, binding: &Binding) -> Vec<TextLine> {
    if width(title) <= 8.0 {
        return vec![TextLine { bold: true, ..fitted(title, 88.0, 0.14) }];
    }
    titled("", title, room, binding)
}

/// A title with its number above it.
fn titled(number: &str, title: &str, room: f64, binding: &Binding) -> Vec<TextLine> {
    if number.is_empty() {
        return composed(title, &TITLES, room, binding);
    }
    let number = TextLine { colour: ACCENT, bold: true, ..TextLine::new(number, 44.0) };
    let mut lines = composed(title, &TITLES, room - 70.0, binding);
    lines[0].above = 26.0;
    lines.insert(0, number);
    lines
}

/// Words as large as they fit into the room. A cut through a word is worse than a smaller size.
fn composed(words: &str, sizes: &[(f64, usize)], room: f64, binding: &Binding) -> Vec<TextLine> {
    let set = |size: f64, lines: &[String]| -> Vec<TextLine> {
        let above = |at: usize| if at == 0 { 0.0 } else { size * 0.32 };
        let line =
            |(at, line): (usize, &String)| TextLine { bold: true, above: above(at), ..TextLine::new(line, size) };
        lines.iter().enumerate().map(line).collect()
    };
    let costs = binding.costs(words);
    let mut best = (f64::NEG_INFINITY, Vec::new());
    for (size, most) in sizes {
        let lines = compose(words, MEASURE / size, |at| costs.at(at));
        let set = set(*size, &lines);
        let wide = lines.iter().map(|line| width(line) * size).fold(0.0, f64::max);
        // Pushed to the right by the mark at its end, a line still stands in the square that messengers cut out.
        let pushed = lines.iter().map(|line| width(line) * size + 2.0 * hang(line, *size)).fold(0.0, f64::max);
        let fits = lines.len() <= *most && wide <= MEASURE && pushed <= SIZE[1] && height_of(&set) <= room;
        let worst = (costs.worst(words, &lines) - THROUGH_A_WORD).max(0.0);
        let worth = size - SMALLER * worst - CLAUSE * costs.clauses_inside(words, &lines) as f64;
        // What fits nowhere stands in the least size.
        let worth = if fits { worth } else { -1e6 - size };
        if worth > best.0 {
            best = (worth, set);
        }
    }
    best.1
}

fn height_of(lines: &[TextLine]) -> f64 {
    lines.iter().map(|line| line.above + line.size()).sum()
}

/// Sets lines under one another, in the middle of the body.
fn stack(svg: &mut String, lines: &[TextLine]) {
    let mut y = (BODY[0] + BODY[1] - height_of(lines)) / 2.0;
    for line in lines {
        y += line.above + line.size();
        write(svg, line, y - line.size() * SINK);
    }
}

/// How far a line stands to the right of the middle: a mark at its end fills a third of its square, and the words are centred
/// without the rest of it.
fn hang(words: &str, size: f64) -> f64 {
    if words.ends_with(['，', '。', '、', '；', '：', '！', '？']) { size / 3.0 } else { 0.0 }
}

/// Writes a line on the baseline `y`.
fn write(svg: &mut String, line: &TextLine, y: f64) {
    let words: String = line.runs.iter().map(|(run, _)| run.as_str()).collect();
    let size = line.size();
    // Space after the last character would push the others to the left.
    let x = SIZE[0] / 2.0 + hang(&words, size) + line.spaced * size / 2.0;
    let weight = if line.bold { "700" } else { "400" };
    let _ = write!(
        svg,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" font-weight=\"{weight}\" fill=\"{}\" letter-spacing=\"{:.1}\">",
        line.colour,
        line.spaced * size
    );
    let mut raised = 0.0;
    for (run, own) in &line.runs {
        // Beside large digits, which stand on the baseline, characters that reach below it seem to sink.
        let wanted = if *own < size { own * SINK } else { 0.0 };
        let up = raised - wanted;
        let _ = write!(svg, "<tspan dy=\"{up:.1}\" font-size=\"{own:.1}\">{}</tspan>", markup::svg(run));
        raised = wanted;
    }
    svg.push_str("</text>");
}
