//! The levels of headings, by how they nest in one another: each document has its own order of marks.

use super::layout::compact;
use super::mark::NumberStyle;
use super::passage::Passage;
use super::shape::Shape;
use super::speech::is_short_heading;

/// The classes of headings that nest in one another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Bare,
    /// `一是…`, `——…`: always under what is open.
    Counted,
    /// Of a style's level.
    Styled(u8),
    Numbered(NumberStyle),
}

/// Levels by nesting: a class that is open closes what stands under it, a new one opens under the last. Each open level
/// holds the classes that stand beside one another on it.
pub(super) fn levels(passages: &[Passage], shapes: &[Shape], styles: &[Option<u8>]) -> Vec<u8> {
    let mut open: Vec<Vec<Class>> = Vec::new();
    let mut levels = Vec::with_capacity(shapes.len());
    let top = shapes.iter().filter_map(|shape| match shape {
        Shape::Numbered { mark, .. } => Some(mark.style),
        _ => None,
    });
    let top = top.min();
    for (at, shape) in shapes.iter().enumerate() {
        let class = match shape {
            Shape::Plain => {
                levels.push(0);
                continue;
            }
            // `前言` and `结束语` stand beside the numbered parts between them.
            Shape::Bare { counted: false } => match top.filter(|_| is_short_heading(&compact(&passages[at].text))) {
                Some(style) => Class::Numbered(style),
                None => Class::Bare,
            },
            Shape::Bare { counted: true } => Class::Counted,
            Shape::Styled(level) => Class::Styled(*level),
            Shape::Numbered { mark, .. } => Class::Numbered(mark.style),
        };
        let (depth, beside) = match class {
            Class::Styled(level) => {
                depth_of_styled(&open, level).unwrap_or_else(|| depth_of_bare(&open, passages, shapes, at))
            }
            Class::Bare => depth_of_bare(&open, passages, shapes, at),
            Class::Counted => {
                let depth = open.iter().position(|level| level.contains(&Class::Counted));
                (depth.unwrap_or(open.len()), depth.is_some())
            }
            Class::Numbered(style) => depth_of_numbered(&open, style),
        };
        open.truncate(if beside { depth + 1 } else { depth });
        match open.get_mut(depth) {
            Some(level) if !level.contains(&class) => level.push(class),
            Some(_) => {}
            None => open.push(vec![class]),
        }
        // A style goes with the depth at which its numbered headings stand.
        if let (Some(style), Some(level)) = (styles[at].map(Class::Styled), open.get_mut(depth))
            && !level.contains(&style)
        {
            level.push(style);
        }
        levels.push(u8::try_from(depth + 1).unwrap_or(u8::MAX));
    }
    levels
}

/// Where a heading by style stands, if headings by style are open, and whether beside classes that are open there.
fn depth_of_styled(open: &[Vec<Class>], level: u8) -> Option<(usize, bool)> {
    let find = |fits: &dyn Fn(u8) -> bool| {
        open.iter().rposition(|classes| classes.iter().any(|class| matches!(class, Class::Styled(own) if fits(*own))))
    };
    let beside = find(&|own| own == level).map(|depth| (depth, true));
    beside.or_else(|| find(&|own| own < level).map(|depth| (depth + 1, false)))
}

/// Where a numbered heading stands, and whether beside classes that are open there.
fn depth_of_numbered(open: &[Vec<Class>], style: NumberStyle) -> (usize, bool) {
    if let Some(depth) = open.iter().position(|level| level.contains(&Class::Numbered(style))) {
        return (depth, true);
    }
    let lower = |class: &Class| matches!(class, Class::Numbered(other) if style < *other);
    (open.iter().position(|level| level.iter().any(lower)).unwrap_or(open.len()), false)
}

/// Where a bare heading stands, and whether beside classes that are open there. A numbered heading above it whose next number
/// follows below it holds it, so it stands under that heading. But where both speak of what whole parts speak of, it is one
/// of that series that has lost its number, and stands beside it.
fn depth_of_bare(open: &[Vec<Class>], passages: &[Passage], shapes: &[Shape], at: usize) -> (usize, bool) {
    let style = |level: &Vec<Class>| {
        level.iter().find_map(|class| match class {
            Class::Numbered(style) => Some(*style),
            Class::Bare | Class::Counted | Class::Styled(_) => None,
        })
    };
    for (depth, level) in open.iter().enumerate() {
        let numbers = style(level);
        let above = numbers.and_then(|style| running(style, shapes, at));
        match (numbers, above) {
            (Some(_), Some(above)) if heads_part(&passages[at].text) && heads_part(&passages[above].text) => {
                return (depth, true);
            }
            (Some(_), Some(_)) => {}
            (Some(_), None) => return (depth, level.contains(&Class::Bare)),
            (None, _) => {
                let under = open.get(depth + 1).and_then(style).and_then(|style| running(style, shapes, at));
                if under.is_none() || heads_part(&passages[at].text) {
                    return (depth, true);
                }
            }
        }
    }
    (open.len(), false)
}

/// The last heading of a style before `at`, if the next of that style after `at` goes on counting from it.
fn running(style: NumberStyle, shapes: &[Shape], at: usize) -> Option<usize> {
    let number = |at: usize| match shapes[at] {
        Shape::Numbered { mark, .. } if mark.style == style => Some((at, mark.number)),
        _ => None,
    };
    let (above, before) = (0..at).rev().find_map(number)?;
    let (_, after) = (at..shapes.len()).find_map(number)?;
    (after == before + 1).then_some(above)
}

/// Whether a heading speaks of the past year or the next as a whole, or of the government itself.
fn heads_part(heading: &str) -> bool {
    const WORDS: &[&str] =
        &["回顾", "目标", "任务", "安排", "部署", "要求", "重点工作", "自身建设", "思路", "建议", "打算"];
    WORDS.iter().any(|word| heading.contains(word))
}
