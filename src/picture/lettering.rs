//! The words of a drawing and where each of their characters stands: what our own drawings say of texts, and no more of SVG than that.
//! A library that sets text reads the tables of the font for every line; this is most of what painting cost.

use resvg::tiny_skia::{ColorU8, PixmapMut};
use resvg::usvg::roxmltree::{Document, Node};

use super::typeface::{KEPT_SIZE, Typeface};

/// What of a style holds for a text.
#[derive(Clone, Copy)]
struct LetterStyle {
    size: f32,
    bold: bool,
    colour: ColorU8,
    /// Space behind each character, in units.
    spaced: f32,
    /// How much of the line stands left of its place.
    anchor: f32,
}

/// A character of a line.
struct Letter {
    character: char,
    look: LetterStyle,
    /// Below the baseline of the line.
    lowered: f32,
}

/// Sets the words of a drawing into its picture, which has `scale` points for each unit.
pub(super) fn letter(document: &Document<'_>, typeface: &Typeface, scale: f32, points: &mut PixmapMut<'_>) {
    let style =
        document.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text()).unwrap_or("");
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let look = LetterStyle::default().with(text, style);
        // Groups are moved and nothing else.
        let (x, y) = text.ancestors().filter_map(moved).fold((0.0, 0.0), |(x, y), by| (x + by.0, y + by.1));
        let at = |node: Node<'_, '_>, name| number(node, name).unwrap_or(0.0);
        let mut start = (x + at(text, "x") + at(text, "dx"), y + at(text, "y"));
        let (mut line, mut lowered) = (Vec::new(), 0.0);
        for run in text.children() {
            if run.has_tag_name("tspan") && run.has_attribute("x") {
                set(std::mem::take(&mut line), start, typeface, scale, points);
                (start, lowered) = ((x + at(run, "x"), y + at(run, "y")), 0.0);
            }
            lowered += at(run, "dy");
            let look = look.with(run, style);
            line.extend(run.text().unwrap_or_default().chars().map(|character| Letter { character, look, lowered }));
        }
        set(line, start, typeface, scale, points);
    }
}

/// Sets a line on its place.
fn set(line: Vec<Letter>, start: (f32, f32), typeface: &Typeface, scale: f32, points: &mut PixmapMut<'_>) {
    let glyphs = line.iter().map(|letter| typeface.glyph(letter.character, letter.look.bold));
    let set: Vec<_> = line.iter().zip(glyphs).collect();
    let advance = |letter: &Letter, own: f32| own * letter.look.size / KEPT_SIZE + letter.look.spaced;
    let wide: f32 = set.iter().map(|(letter, glyph)| advance(letter, glyph.advance)).sum();
    let mut x = start.0 - wide * line.first().map_or(0.0, |first| first.look.anchor);
    for (letter, glyph) in set {
        if let Some(stamp) = typeface.stamp(letter.character, letter.look.bold, letter.look.size * scale) {
            stamp.set([x * scale, (start.1 + letter.lowered) * scale], letter.look.colour, points);
        }
        x += advance(letter, glyph.advance);
    }
}

impl Default for LetterStyle {
    fn default() -> LetterStyle {
        LetterStyle { size: 16.0, bold: false, colour: ColorU8::from_rgba(0, 0, 0, 255), spaced: 0.0, anchor: 0.0 }
    }
}

impl LetterStyle {
    /// The same with what an element says: its attributes, then the rules of the style for it.
    fn with(self, element: Node<'_, '_>, style: &str) -> LetterStyle {
        let mut look = self;
        for attribute in element.attributes() {
            look.take(attribute.name(), attribute.value());
        }
        let classes: Vec<&str> = element.attribute("class").unwrap_or_default().split(' ').collect();
        let is_own = |selector: &str| selector.strip_prefix('.').is_some_and(|class| classes.contains(&class));
        let rules = || style.split('}').filter_map(|rule| rule.split_once('{'));
        let of_name = rules().filter(|(selectors, _)| selectors.trim() == element.tag_name().name());
        let of_class = rules().filter(|(selectors, _)| selectors.split(',').any(|one| is_own(one.trim())));
        for (name, value) in
            of_name.chain(of_class).flat_map(|(_, rule)| rule.split(';')).filter_map(|own| own.split_once(':'))
        {
            look.take(name.trim(), value.trim());
        }
        look
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "font-size" => self.size = value.trim_end_matches("px").parse().unwrap_or(self.size),
            "font-weight" => self.bold = matches!(value, "600" | "700" | "bold"),
            "letter-spacing" => self.spaced = value.parse().unwrap_or(self.spaced),
            "fill" => self.colour = colour(value).unwrap_or(self.colour),
            "text-anchor" => self.anchor = if value == "middle" { 0.5 } else { f32::from(u8::from(value == "end")) },
            _ => {}
        }
    }
}

/// `#5f584e` or `#fff`.
fn colour(value: &str) -> Option<ColorU8> {
    let digits = value.strip_prefix('#')?;
    let whole =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit; 2]).collect() } else { digits.to_owned() };
    let part = |at: usize| u8::from_str_radix(whole.get(at..at + 2)?, 16).ok();
    Some(ColorU8::from_rgba(part(0)?, part(2)?, part(4)?, 255))
}

/// How far `transform="translate(24 92)"` moves what is in an element.
fn moved(element: Node<'_, '_>) -> Option<(f32, f32)> {
    let by = element.attribute("transform")?.strip_prefix("translate(")?.strip_suffix(')')?;
    let (x, y) = by.split_once(' ')?;
    Some((x.parse().ok()?, y.parse().ok()?))
}

fn number(element: Node<'_, '_>, name: &str) -> Option<f32> {
    element.attribute(name)?.parse().ok()
}
