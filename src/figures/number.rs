//! Finds numbers written in Arabic digits: decimals, thousands, ranges and ratios. Knows no units.

use std::ops::Range;

use super::compound;
use super::decimal::{Form, Number, decimal};
use super::stream::Stream;
use crate::text::{is_dash, is_han};

/// The numbers of a stream in order. Digits that belong to a name (PM2.5, 5G, C919, 16+16) are left out.
pub(super) fn all(stream: &Stream<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        if !stream.at(at).is_ascii_digit() {
            at += 1;
            continue;
        }
        let (end, value) = decimal(stream, at);
        let group = group_end(stream, end);
        if glued(stream, at, group) || !is_exact(stream, at..end) {
            at = group;
            continue;
        }
        if let Some(fraction) = fraction(stream, at) {
            at = fraction.at.end;
            found.push(fraction);
            continue;
        }
        if below_zero(stream, at) {
            found.push(Number { at: at - 1..end, value: -value, ..Number::default() });
            at = end;
            continue;
        }
        if let Some(number) = compound::in_digits(stream, at..end, value) {
            at = number.at.end;
            found.push(number);
            continue;
        }
        let mut number = Number { at: at..end, value, ..Number::default() };
        if let Some((end, high)) = range(stream, &number) {
            number.at.end = end;
            number.high = Some(high);
        }
        at = number.at.end;
        found.push(number);
    }
    mark_ratios(stream, &mut found);
    found
}

/// Whether the dash before the digits at `start` is a minus (`增长4.2%、-1.2%`): it follows a mark, a comparison or a word of
/// change. The sign that is a minus and no hyphen may follow what is measured (`利润总额−3.2亿元`).
fn below_zero(stream: &Stream<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(2).map(|before| stream.at(before)) else { return false };
    match stream.before(start) {
        '−' | '－' if is_han(before) && !matches!(before, '年' | '月' | '日' | '万' | '亿') => true,
        '-' | '－' | '−' => "、，和长降比为达到至".contains(before),
        _ => false,
    }
}

/// Whether the number that is written at `at` can be held as it is written: a float of 64 bits keeps fifteen decimal digits.
fn is_exact(stream: &Stream<'_>, at: Range<usize>) -> bool {
    at.filter(|index| stream.at(*index).is_ascii_digit()).count() <= f64::DIGITS as usize
}

/// Where the run of letters, digits and `+` that goes on after a number ends.
fn group_end(stream: &Stream<'_>, end: usize) -> usize {
    let goes_on = |index: &usize| {
        let c = stream.at(*index);
        c.is_ascii_digit() || (matches!(c, '+' | '×' | '.') && stream.at(index + 1).is_ascii_alphanumeric())
    };
    (end..stream.len()).find(|index| !goes_on(index)).unwrap_or(stream.len())
}

/// Whether the digits are part of a name: PM2.5, SO2, G60, 5G, 3D, 16+16, 2×35, 1.0.2.
fn glued(stream: &Stream<'_>, start: usize, end: usize) -> bool {
    let joins = |c: char| matches!(c, '+' | '×' | '_' | '±' | '*' | '#');
    let before = stream.before(start);
    // `I—Ⅲ类` and `CO2-3`: a dash binds to a letter before it.
    let dashed = is_dash(before) && start >= 2 && stream.at(start - 2).is_ascii_alphabetic();
    let after = stream.at(end);
    before.is_ascii_alphabetic()
        || joins(before)
        || joins(after)
        || dashed
        || (before == '.' && start >= 2 && stream.at(start - 2).is_ascii_alphanumeric())
        || (before == '·' && !stream.at(start.saturating_sub(2)).is_ascii_digit())
}

/// `1/3`: two small whole numbers with a stroke between, followed by no digit, letter or stroke.
fn fraction(stream: &Stream<'_>, start: usize) -> Option<Number> {
    let (middle, above) = decimal(stream, start);
    let stroke = stream.at(middle) == '/' && stream.at(middle + 1).is_ascii_digit();
    let (end, below) = stroke.then(|| decimal(stream, middle + 1))?;
    let whole = above.fract() == 0.0 && below.fract() == 0.0 && above < below && below <= 20.0;
    let alone = !stream.at(end).is_ascii_alphanumeric() && stream.at(end) != '/' && stream.before(start) != '/';
    (whole && alone).then(|| Number { at: start..end, value: above / below, form: Form::Fraction, ..Number::default() })
}

/// The end and the high value when a range goes on from `low`: `2—3家`, `6.5%-7%`, `50—60万`.
fn range(stream: &Stream<'_>, low: &Number) -> Option<(usize, f64)> {
    let mut dash = low.at.end;
    if matches!(stream.at(dash), '%' | '‰' | '万' | '亿') {
        dash += 1;
    }
    let mut start = dash;
    while is_dash(stream.at(start)) {
        start += 1;
    }
    let word = start == dash && matches!(stream.at(dash), '至');
    if word {
        start += 1;
    }
    if start == dash || start > dash + 2 || !stream.at(start).is_ascii_digit() {
        return None;
    }
    let (end, high) = decimal(stream, start);
    (high > low.value && is_exact(stream, start..end) && !(word && leaves(stream, low.at.start))).then_some((end, high))
}

/// Whether 由 or 从 stands before the number, so that 至 leads from one value to another.
fn leaves(stream: &Stream<'_>, start: usize) -> bool {
    (start.saturating_sub(6)..start).any(|index| matches!(stream.at(index), '由' | '从'))
}

/// Marks the members of ratios. In `2.21:1` the 1 is only what the number is compared with, so that the
/// two are one number.
fn mark_ratios(stream: &Stream<'_>, numbers: &mut Vec<Number>) {
    let mut index = 0;
    while index < numbers.len() {
        let joined = |at: usize| {
            let (end, start) = (numbers[at - 1].at.end, numbers[at].at.start);
            start == end + 1 && matches!(stream.at(end), ':' | '：')
        };
        let end = (index + 1..numbers.len()).find(|at| !joined(*at)).unwrap_or(numbers.len());
        let mut run = end - index;
        if run > 1 {
            numbers[index..end].iter_mut().for_each(|number| number.form = Form::Ratio);
        }
        let base = |at: usize| (numbers[at].value - 1.0).abs() < f64::EPSILON;
        if let Some(one) = (index..end).rev().find(|at| run == 2 && base(*at)) {
            let at = numbers[index].at.start..numbers[index + 1].at.end;
            numbers.remove(one);
            numbers[index].at = at;
            numbers[index].form = Form::ToOne;
            run = 1;
        }
        index += run;
    }
}
