//! Finds the headings of a speech, by the document's own sequence of marks; `levels` says how they nest.

use std::collections::BTreeMap;

use super::layout::{compact, ends_sentence, width};
use super::lead::{is_marked, is_torn_off, opens_topic};
use super::levels::levels;
use super::mark::{NumberMark, NumberStyle, number_mark};
use super::passage::Passage;
use super::shape::Shape;
use super::speech::{is_heading, is_salutation, is_short_heading};
use super::tables::is_caption;
use crate::text::{is_digit, read_below_hundred, sentences};

/// The longest heading, in characters.
const LONGEST: usize = 60;

/// The shape of each passage, and the level of those that are headings (0 for paragraphs).
pub(super) fn outline(passages: &[Passage], styled: &BTreeMap<usize, u8>) -> Vec<(Shape, u8)> {
    let mut shapes: Vec<_> = passages.iter().map(|passage| numbered(&passage.text)).collect();
    drop_counted_paragraphs(passages, &mut shapes);
    drop_strays(&mut shapes);
    drop_items(passages, &mut shapes);
    let styles: Vec<_> = passages.iter().map(|passage| style_of(passage, styled)).collect();
    for (shape, style) in shapes.iter_mut().zip(&styles) {
        if let (Shape::Plain, Some(level)) = (*shape, *style) {
            *shape = Shape::Styled(level);
        }
    }
    mark_counted(passages, &mut shapes);
    mark_bare(passages, &mut shapes);
    let levels = levels(passages, &shapes, &styles);
    shapes.into_iter().zip(levels).collect()
}

/// The level of the style that calls a whole passage a heading. A long one is a paragraph that was given the wrong style,
/// and an address to the deputies is never a heading.
fn style_of(passage: &Passage, styled: &BTreeMap<usize, u8>) -> Option<u8> {
    let level = passage.pieces.iter().map(|piece| styled.get(&piece.line).copied()).collect::<Option<Vec<_>>>()?;
    let address = passage.text.starts_with("各位代表") || is_salutation(&compact(&passage.text));
    let whole = passage.text.ends_with(['：', ':']) || sentences(&passage.text).len() > 1;
    level.first().copied().filter(|_| width(&passage.text) <= LONGEST && !address && !whole)
}

/// Reads a passage as a numbered heading, alone or opening a paragraph.
fn numbered(text: &str) -> Shape {
    let Some(mark) = number_mark(text) else { return Shape::Plain };
    let spans = sentences(text);
    let first = spans[0];
    let heading = first.of(text).trim_end();
    let rest = text[first.end..].trim();
    let run_in = !rest.is_empty();
    let listed = !is_heading(mark.style);
    // An item of a list that is one whole sentence has no heading of its own.
    let item = listed && (!run_in && (ends_sentence(heading) || width(heading) > 30) || run_in && width(heading) > 32);
    // `一、` alone names nothing.
    let nameless = heading.get(mark.len..).is_none_or(|name| name.trim().is_empty());
    if item || nameless || width(heading) > LONGEST || heading.ends_with(['：', ':', '；', '，']) {
        return Shape::Plain;
    }
    Shape::Numbered { mark, end: heading.len(), run_in }
}

/// Makes paragraphs of the passages that a whole text numbers from first to last, through all its headings (`1.`, `2.` … `186.`): there
/// the number is the paragraph's, and the sentence behind it heads nothing.
fn drop_counted_paragraphs(passages: &[Passage], shapes: &mut [Shape]) {
    const FEWEST: usize = 6;
    let digit = |passage: &Passage| number_mark(&passage.text).filter(|mark| mark.style == NumberStyle::Digit);
    let numbers: Vec<u32> = passages.iter().filter_map(digit).map(|mark| mark.number).collect();
    let counted = numbers.len() >= FEWEST && (1..).zip(&numbers).all(|(due, number)| due == *number);
    let long = passages.iter().filter(|passage| width(&passage.text) > LONGEST_BARE).count();
    if counted && 3 * numbers.len() >= 2 * long {
        for (passage, shape) in passages.iter().zip(shapes) {
            if digit(passage).is_some() && ends_sentence(&passage.text) {
                *shape = Shape::Plain;
            }
        }
    }
}

/// Makes paragraphs of those numbered passages that are not of a series: a series begins with 1 and goes on without
/// leaps (one missing number is forgiven), and lists of lower marks have two items at least.
fn drop_strays(shapes: &mut [Shape]) {
    let mut last: [Option<u32>; NumberStyle::COUNT] = [None; NumberStyle::COUNT];
    for at in 0..shapes.len() {
        let Shape::Numbered { mark, .. } = shapes[at] else { continue };
        let rank = mark.style as usize;
        let follows = last[rank].is_some_and(|last| mark.number == last + 1 || mark.number == last + 2);
        let listed = mark.style >= NumberStyle::Digit;
        let continued = || {
            shapes[at + 1..].iter().any(|shape| matches!(shape, Shape::Numbered { mark: next, .. } if next.style == mark.style && next.number == mark.number + 1))
        };
        let starts = mark.number == 1 && (!listed || continued());
        if starts || follows || !listed && last[rank].is_none() {
            last[rank] = Some(mark.number);
            last[rank + 1..].fill(None);
        } else {
            shapes[at] = Shape::Plain;
        }
    }
}

/// Makes paragraphs of those numbered passages that are whole sentences, or count something behind the mark of a list, with
/// nothing under them: they say what they have to say themselves, as items do (`（三）改造老旧小区30个。`, `2.改造老旧小区25个`).
/// What follows the last item of a list is not under it either.
fn drop_items(passages: &[Passage], shapes: &mut [Shape]) {
    let sentence = |at: usize| match shapes[at] {
        Shape::Numbered { mark, run_in: false, .. } if says_all(&passages[at].text, mark) => Some(mark),
        _ => None,
    };
    let next = |at: usize, style: NumberStyle| {
        shapes[at + 1..].iter().find_map(|shape| match shape {
            Shape::Numbered { mark, .. } if mark.style <= style => Some(*mark),
            _ => None,
        })
    };
    let mut items: Vec<usize> = Vec::new();
    for at in 0..shapes.len() {
        let Some(mark) = sentence(at) else { continue };
        let bare = match shapes.get(at + 1) {
            Some(Shape::Numbered { mark: next, .. }) => next.style <= mark.style,
            Some(_) => false,
            None => true,
        };
        let follows_item = items.last().is_some_and(|item| item + 1 == at)
            && sentence(at - 1).is_some_and(|before| before.style == mark.style);
        let last = next(at, mark.style).is_none_or(|next| next.style != mark.style || next.number != mark.number + 1);
        if bare || follows_item && last {
            items.push(at);
        }
    }
    for at in items {
        shapes[at] = Shape::Plain;
    }
}

/// Whether a numbered passage is a sentence, or counts something as an item of a list.
fn says_all(text: &str, mark: NumberMark) -> bool {
    ends_sentence(text) || mark.style >= NumberStyle::Digit && text[mark.len..].contains(is_digit)
}

/// Makes headings of the counted sentences (`——…。`, `一是…。`) on lines of their own under which several paragraphs stand, each with a
/// topic sentence of its own; and of those beside one of them that have a single such paragraph. Any other counted sentence is the
/// topic of the paragraph behind it.
fn mark_counted(passages: &[Passage], shapes: &mut [Shape]) {
    let plain = |at: usize| shapes.get(at) == Some(&Shape::Plain);
    let topical = |at: usize| plain(at) && opens_topic(&passages[at].text) && !is_marked(&passages[at].text);
    let alone =
        |at: usize| plain(at) && is_counted(&passages[at].text) && is_torn_off(&passages[at].text) == Some(true);
    let mut headings = Vec::new();
    for series in (0..passages.len()).collect::<Vec<_>>().split(|at| !plain(*at)) {
        let counted = || series.iter().copied().filter(|at| alone(*at));
        if counted().any(|at| topical(at + 1) && topical(at + 2)) {
            headings.extend(counted().filter(|at| topical(at + 1)));
        }
    }
    for at in headings {
        shapes[at] = Shape::Bare { counted: true };
    }
}

/// The longest bare heading, in characters.
const LONGEST_BARE: usize = 40;

/// As many bare headings as may follow one another; more are a list of something else.
const LONGEST_RUN: usize = 3;

/// Makes headings of the passages that could be bare ones and stand between a paragraph's end and a beginning.
fn mark_bare(passages: &[Passage], shapes: &mut [Shape]) {
    let could = |at: usize| shapes[at] == Shape::Plain && could_be_bare(&passages[at].text);
    let whole = |text: &str| ends_sentence(text) || text.ends_with(['：', ':']);
    let mut found = Vec::new();
    let mut at = 0;
    while at < passages.len() {
        let run = (at..passages.len()).take_while(|at| could(*at)).count();
        let next = at + run;
        let first = || is_short_heading(&compact(&passages[at].text));
        let before = at.checked_sub(1).map_or_else(first, |at| whole(&passages[at].text) || shapes[at] != Shape::Plain);
        let after = passages.get(next).is_some_and(|passage| whole(&passage.text) || shapes[next] != Shape::Plain);
        if before && after && run <= LONGEST_RUN {
            found.extend(at..next);
        }
        at = next + 1;
    }
    for at in found {
        shapes[at] = Shape::Bare { counted: is_counted(&passages[at].text) };
    }
}

/// Whether a text without a number reads as a heading: short, and no sentence.
fn could_be_bare(text: &str) -> bool {
    let length = width(text);
    let sentence =
        text.contains(['。', '！', '？', '；', '!', '?', ';']) || text.ends_with(['：', ':', '，', '、', ',']);
    let counted = is_counted(text);
    let opens = counted || text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '《' | '‘'));
    let commas = text.matches(['，', ',']).count();
    let calm = if counted { commas <= 2 } else { commas == 0 || commas == 1 && length <= 30 };
    ((4..=LONGEST_BARE).contains(&length) || is_short_heading(&compact(text)))
        && !sentence
        && opens
        && calm
        // Cells of a table are no words of a heading, and what names a picture heads nothing.
        && !text.contains('\t')
        && !is_caption(text)
        && !is_salutation(&compact(text))
        && number_mark(text).is_none()
}

/// Whether a text begins as an item of a spoken list does: `一是…`, `二要…`, `——…`.
fn is_counted(text: &str) -> bool {
    text.starts_with("——") || read_below_hundred(text).is_some_and(|(_, rest)| rest.starts_with(['是', '要']))
}
