//! A number as it is written, and the plain ones: decimals, with thousands set apart. Knows no units.

use std::ops::Range;

use super::stream::Stream;

/// A number as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Number {
    /// Where it stands.
    pub at: Range<usize>,
    /// Its value; the low end of a range.
    pub value: f64,
    /// The high end of a range.
    pub high: Option<f64>,
    /// The magnitude that the value counts, where the number is written in several: 亿 of `2亿3千万`, which is 2.3.
    pub scale: &'static str,
    /// How it is written.
    pub form: Form,
    /// 多 or 余 stands in it: `1亿3千多万`.
    pub more: bool,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Form {
    /// 12.5
    #[default]
    Digits,
    /// One member of `26:36:38`.
    Ratio,
    /// 2.21:1, one number: what the 1 is compared with.
    ToOne,
    /// 1/3, 三分之一
    Fraction,
    /// 百分之五
    Percent,
    /// 千分之五
    Permille,
    /// 番 of 翻番
    Doubling,
    /// 十二
    Words,
}

impl Form {
    /// Whether the form itself says what the number is, so that it needs no unit.
    pub fn needs_no_unit(self) -> bool {
        !matches!(self, Form::Digits)
    }
}

/// The end and the value of the decimal that begins at `start`.
pub(super) fn decimal(stream: &Stream<'_>, start: usize) -> (usize, f64) {
    let digit = |index: usize| stream.at(index).is_ascii_digit();
    let mut end = start;
    let mut digits = String::new();
    let mut fraction = false;
    loop {
        match stream.at(end) {
            c if c.is_ascii_digit() => digits.push(c),
            '.' if !fraction && digit(end + 1) => {
                fraction = true;
                digits.push('.');
            }
            '·' if !fraction && is_point(stream, end) => {
                fraction = true;
                digits.push('.');
            }
            ',' if !fraction && thousands(stream, start, end) => {}
            _ => break,
        }
        end += 1;
    }
    (end, digits.parse().unwrap_or(0.0))
}

/// Whether the dot at `dot` is a decimal point, as old typesetting has it (`1·8%`): what follows is measured. In `3·15` it is none.
fn is_point(stream: &Stream<'_>, dot: usize) -> bool {
    let end = (dot + 1..stream.len()).find(|index| !stream.at(*index).is_ascii_digit()).unwrap_or(stream.len());
    let measured = matches!(stream.at(end), '%' | '‰' | '万' | '亿' | '倍') || stream.has(end, "个百分点");
    end > dot + 1 && measured
}

/// Whether the comma at `comma` groups thousands: one to three digits before it, exactly three after.
fn thousands(stream: &Stream<'_>, start: usize, comma: usize) -> bool {
    let digit = |index: usize| stream.at(index).is_ascii_digit();
    let since = (start..comma).rev().take_while(|index| digit(*index)).count();
    (1..=3).contains(&since) && (1..=3).all(|offset| digit(comma + offset)) && !digit(comma + 4)
}
