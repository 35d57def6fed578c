//! Reads numbers that are written in several magnitudes, whole or not at all: `2亿3千万`, `1万5千`, 三万九千八百. Knows no units.

use std::ops::Range;

use super::decimal::{Form, Number, decimal};
use super::stream::Stream;
use crate::text::read_numeral;

/// Magnitudes that a number may begin with, each with what its whole is counted in: 兆 of Taiwan is 万亿.
const FIRST: &[(&str, f64, &str, f64)] =
    &[("万亿", 1e12, "亿", 1e8), ("兆", 1e12, "亿", 1e8), ("亿", 1e8, "亿", 1e8), ("万", 1e4, "万", 1e4)];

/// Magnitudes that it may go on with.
const NEXT: &[(&str, f64)] =
    &[("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("十万", 1e5), ("万", 1e4), ("千", 1e3), ("百", 1e2)];

/// The number that goes on behind the digits at `first`, whose value is `value`: `2亿3千万`, `3万3,883`.
pub(super) fn in_digits(stream: &Stream<'_>, first: Range<usize>, value: f64) -> Option<Number> {
    let (word, magnitude, scale, counted) = *FIRST.iter().find(|(word, ..)| stream.has(first.end, word))?;
    let (mut end, mut sum, mut below) = (first.end + word.chars().count(), value * magnitude, magnitude);
    let (mut parts, mut more) = (1, false);
    while let Some((next, part, magnitude)) = part(stream, end, below) {
        more = (end..next).any(|at| matches!(stream.at(at), '多' | '余'));
        (end, sum, below, parts) = (next, sum + part, magnitude, parts + 1);
    }
    let value = sum / counted;
    // What sums of products lose in the last places.
    let value = (value * 1e8).round() / 1e8;
    (parts > 1).then(|| Number { at: first.start..end, value, scale, more, ..Number::default() })
}

/// The part of a number at `start` that is less than `below`: where it ends, its value and its magnitude.
fn part(stream: &Stream<'_>, start: usize, below: f64) -> Option<(usize, f64, f64)> {
    if !stream.at(start).is_ascii_digit() {
        return None;
    }
    let (end, value) = decimal(stream, start);
    let (length, magnitude) = loosely(stream, end).unwrap_or_else(|| {
        let next = NEXT.iter().find(|(word, _)| stream.has(end, word));
        next.map_or((0, 1.0), |(word, magnitude)| (word.chars().count(), *magnitude))
    });
    // `3亿2021年`, `5万2.4%` and `390万65岁以上老人` are two numbers: what goes on without a magnitude fills all places below.
    let digits = (start..end).filter(|at| stream.at(*at).is_ascii_digit()).count();
    #[allow(clippy::cast_precision_loss)] // a few places
    let full = (10.0_f64.powi(i32::try_from(digits).unwrap_or(i32::MAX)) - below).abs() < f64::EPSILON;
    let ends = length > 0 || full && !matches!(stream.at(end), '年' | '月' | '日' | '号' | '%' | '‰' | '点');
    (ends && value.fract() == 0.0 && value * magnitude < below && below > 1.0)
        .then(|| (end + length, value * magnitude, magnitude))
}

/// A magnitude at `start` that 多 parts in two (`千多万`): how long it is, and how much.
fn loosely(stream: &Stream<'_>, start: usize) -> Option<(usize, f64)> {
    let (sign, magnitude) =
        [("千", 1e3), ("百", 1e2), ("十", 1e1), ("", 1e0)].into_iter().find(|(sign, _)| stream.has(start, sign))?;
    let more = start + sign.chars().count();
    let parted = matches!(stream.at(more), '多' | '余') && stream.at(more + 1) == '万';
    parted.then_some((more + 2 - start, magnitude * 1e4))
}

/// The numeral in several magnitudes at `at`: 三万九千八百 is 39,800, 一亿四千万 is 1.4亿. `None` where one magnitude stands
/// behind a plain numeral (十二万), which is for the unit.
pub(super) fn in_words(stream: &Stream<'_>, at: usize) -> Option<Number> {
    const LONGEST: usize = 24;
    let text = stream.text(at..(at + LONGEST).min(stream.len()));
    let (length, value) = read_numeral(&text)?;
    let words = &text[..length];
    let great = words.find(['万', '亿'])?;
    if words[great..].trim_start_matches(['万', '亿']).is_empty() {
        return None;
    }
    #[allow(clippy::cast_precision_loss)] // sums of reports lie far below 2^53
    let value = value as f64;
    let (value, scale) = if value >= 1e8 { (value / 1e8, "亿") } else { (value, "") };
    Some(Number { at: at..at + words.chars().count(), value, scale, form: Form::Words, ..Number::default() })
}
