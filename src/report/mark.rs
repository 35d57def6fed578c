//! The numbers that headings and list items begin with: `第一篇` `第一章` `第一节` `一、` `（一）` `1.` `（1）` `①`.

use super::layout::is_blank;
use crate::text::{circled, han_digit, is_digit, is_han, read_below_hundred, read_digits};

/// How a number is marked, from the mark that usually stands highest to the one that stands lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumberStyle {
    /// `第一篇`, `第一部分`, `壹、`
    Volume,
    /// `第一章`
    Chapter,
    /// `第一节`
    Article,
    /// `一、`
    Comma,
    /// `（一）`
    Bracket,
    /// `1.`
    Digit,
    /// `（1）`
    DigitBracket,
    /// `①`
    Circle,
}

impl NumberStyle {
    /// How many styles there are.
    pub const COUNT: usize = Self::Circle as usize + 1;
}

/// A number at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumberMark {
    pub style: NumberStyle,
    pub number: u32,
    /// Bytes of the mark itself (`（一）`).
    pub len: usize,
}

/// The mark that `text` begins with.
pub(super) fn number_mark(text: &str) -> Option<NumberMark> {
    let first = text.chars().next()?;
    if let Some(number) = circled(first) {
        return Some(NumberMark { style: NumberStyle::Circle, number, len: first.len_utf8() });
    }
    if matches!(first, '（' | '(') {
        return bracketed(text, first.len_utf8());
    }
    if let Some(rest) = text.strip_prefix('第') {
        return division(text, rest);
    }
    // 參 is written for 叁.
    let formal = if first == '参' { '叁' } else { first };
    if let Some(place) = FORMAL.chars().position(|c| c == formal)
        && text[first.len_utf8()..].starts_with('、')
    {
        let number = u32::try_from(place).ok()? + 1;
        return Some(NumberMark { style: NumberStyle::Volume, number, len: first.len_utf8() + '、'.len_utf8() });
    }
    let (number, rest) = read_below_hundred(text)
        .map(|(n, rest)| (n, rest, true))
        .or(read_digits(text).map(|(n, r)| (n, r, false)))
        .map(|(number, rest, han)| ((number, han), rest))?;
    let (number, han) = number;
    let after = rest.trim_start_matches(is_blank);
    // `一　关于经济建设`, as old reports print it.
    if han && rest.starts_with('\u{3000}') && after.starts_with(is_han) {
        return Some(NumberMark { style: NumberStyle::Comma, number, len: text.len() - after.len() });
    }
    let sign = after.chars().next()?;
    let next = after[sign.len_utf8()..].chars().next();
    let style = match (han, sign) {
        (true, '、' | '．' | '.') => NumberStyle::Comma,
        // `1.5亿元` is no first item.
        (false, '.' | '．' | '、') if !next.is_some_and(is_digit) => NumberStyle::Digit,
        _ => return None,
    };
    // `一、二、三产业` and `一、二季度` count things, not headings.
    if style == NumberStyle::Comma && next.is_some_and(|c| han_digit(c).is_some()) && counts(&after[sign.len_utf8()..])
    {
        return None;
    }
    Some(NumberMark { style, number, len: text.len() - after.len() + sign.len_utf8() })
}

/// Whether what follows `一、` goes on counting: `二、三产业`, `二季度`, `二是`.
fn counts(rest: &str) -> bool {
    let Some((_, after)) = read_below_hundred(rest) else { return false };
    after.starts_with(['、', '季', '产', '线', '级', '类']) || after.starts_with("次")
}

fn bracketed(text: &str, open: usize) -> Option<NumberMark> {
    let inner = &text[open..];
    let (number, rest, style) = match read_below_hundred(inner) {
        Some((number, rest)) => (number, rest, NumberStyle::Bracket),
        None => read_digits(inner).map(|(number, rest)| (number, rest, NumberStyle::DigitBracket))?,
    };
    let close = rest.chars().next().filter(|c| matches!(c, '）' | ')'))?;
    Some(NumberMark { style, number, len: text.len() - rest.len() + close.len_utf8() })
}

/// The numerals of official style, which count parts where `一、` counts what stands below them.
const FORMAL: &str = "壹贰叁肆伍陆柒捌玖拾";

/// `第一篇　`, `第三章：`: the blank behind it parts the number from the words, and goes with it.
fn division(text: &str, rest: &str) -> Option<NumberMark> {
    let (number, rest) = read_below_hundred(rest)?;
    let style = |unit: &&str| match *unit {
        "章" => NumberStyle::Chapter,
        "节" => NumberStyle::Article,
        _ => NumberStyle::Volume,
    };
    let units = ["部分", "篇", "编", "章", "节"];
    let (unit, rest) = units.iter().find_map(|unit| Some((unit, rest.strip_prefix(unit)?)))?;
    let after = rest.strip_prefix(['、', '：', ':']).unwrap_or(rest).trim_start_matches(is_blank);
    // `第一节课` counts hours.
    let parted = after.len() < rest.len() || !matches!(*unit, "编" | "节");
    parted.then(|| NumberMark { style: style(unit), number, len: text.len() - after.len() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<(NumberStyle, u32, &str)>) {
        assert_eq!(number_mark(text).map(|mark| (mark.style, mark.number, &text[..mark.len])), expect, "{text}");
    }

    #[test]
    fn marks_of_headings_are_read() {
        check("一、聚焦", Some((NumberStyle::Comma, 1, "一、")));
        check("二十一、聚焦", Some((NumberStyle::Comma, 21, "二十一、")));
        check("十、聚焦", Some((NumberStyle::Comma, 10, "十、")));
        check("一、 过去五年", Some((NumberStyle::Comma, 1, "一、")));
        check("（十二）全面", Some((NumberStyle::Bracket, 12, "（十二）")));
        check("(一)加快", Some((NumberStyle::Bracket, 1, "(一)")));
        check("1.医疗", Some((NumberStyle::Digit, 1, "1.")));
        check("１０、医疗", Some((NumberStyle::Digit, 10, "１０、")));
        check("（1）做好", Some((NumberStyle::DigitBracket, 1, "（1）")));
        check("②做好", Some((NumberStyle::Circle, 2, "②")));
        check("二　关于经济建设", Some((NumberStyle::Comma, 2, "二　")));
        check("第一部分 回顾", Some((NumberStyle::Volume, 1, "第一部分 ")));
        check("第一篇　开启新征程", Some((NumberStyle::Volume, 1, "第一篇　")));
        check("第三章推动发展", Some((NumberStyle::Chapter, 3, "第三章")));
        check("第二节 发展基础", Some((NumberStyle::Article, 2, "第二节 ")));
        check("贰、经济发展", Some((NumberStyle::Volume, 2, "贰、")));
    }

    #[test]
    fn counts_and_quantities_are_no_marks() {
        check("第一节课从家乡讲起", None);
        check("一、二、三产业增加值", None);
        check("一、二季度", None);
        check("1.5亿元", None);
        check("2022年工作回顾", None);
        check("一是经济增长", None);
        check("第一，解放思想", None);
        check("（预计数）", None);
    }
}
