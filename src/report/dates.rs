//! Reads the dates that mastheads and headings print, in digits of either width or in Chinese numerals.

use super::layout::{is_blank, is_dash_or_line, width};
use crate::text::{digit, han_digit, is_digit, numeral, read_below_hundred, read_digits};

/// The first date in `text` as `YYYY-MM-DD`, with the bytes where it begins and ends.
pub(super) fn date_in(text: &str) -> Option<(String, usize, usize)> {
    for (at, _) in text.char_indices() {
        if let Some((year, rest)) = year(&text[at..])
            && let Some((month, rest)) = month(rest)
            && let Some((day, rest)) = small(rest, '日')
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
        {
            return Some((format!("{year:04}-{month:02}-{day:02}"), at, text.len() - rest.len()));
        }
    }
    None
}

/// A line that is a date and nothing else, in brackets or without.
pub(super) fn is_date(text: &str) -> bool {
    let bare = text.trim_matches(|c| is_dash_or_line(c) || matches!(c, '（' | '）' | '(' | ')'));
    // `2025年2月26日，星期三`
    let weekday = |rest: &str| rest.trim_start_matches(['，', ',']).starts_with("星期") && width(rest) <= 4;
    date_in(bare).is_some_and(|(_, start, end)| start == 0 && (end == bare.len() || weekday(&bare[end..])))
}

/// A line that is a month and nothing else, in brackets or without: `（2022年11月）`.
pub(super) fn names_month(text: &str) -> bool {
    let bare = text.trim_matches(|c| matches!(c, '（' | '）' | '(' | ')'));
    year(bare).and_then(|(_, rest)| month(rest)).is_some_and(|(_, rest)| rest.is_empty())
}

/// The year of four digits, Chinese or other, with its `年`, that `text` begins with, and what follows. One of the calendar
/// that counts from 1912 (中华民国113年, 民国一一三年) is told as the others are.
pub(super) fn year(text: &str) -> Option<(u16, &str)> {
    if let Some(rest) = text.strip_prefix("中华民国").or_else(|| text.strip_prefix("民国")) {
        let end = rest.find('年')?;
        let count = read_digits(rest).filter(|(_, after)| after.starts_with('年')).map(|(count, _)| u64::from(count));
        let count = count.or_else(|| numeral(&rest[..end])).filter(|count| (1..=188).contains(count))?;
        return Some((1911 + u16::try_from(count).ok()?, &rest[end + '年'.len_utf8()..]));
    }
    let mut value = 0;
    let mut chars = text.chars();
    for _ in 0..4 {
        let c = chars.next()?;
        value = value * 10 + digit(c).or_else(|| han_digit(c))? as u16;
    }
    let rest = chars.as_str().trim_start_matches(is_blank).strip_prefix('年')?;
    (1900..2100).contains(&value).then_some((value, rest))
}

/// `1月`, `一月`, `元月`.
fn month(text: &str) -> Option<(u32, &str)> {
    let first = text.trim_start_matches(is_blank).strip_prefix("元月").map(|rest| (1, rest));
    first.or_else(|| small(text, '月'))
}

fn small(text: &str, unit: char) -> Option<(u32, &str)> {
    let text = text.trim_start_matches(is_blank);
    let (value, rest) = if text.starts_with(is_digit) { read_digits(text)? } else { read_below_hundred(text)? };
    Some((value, rest.trim_start_matches(is_blank).strip_prefix(unit)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_digits_and_numerals() {
        for text in
            ["——2023年1月5日在", "二〇二三年一月五日", "二○二三年元月五日", "２０２３年１月５日", "2023 年 1 月 5 日"]
        {
            assert_eq!(date_in(text).map(|(date, ..)| date).as_deref(), Some("2023-01-05"), "{text}");
        }
        for text in ["中华民国113年9月20日", "中华民国一百一十三年九月二十日", "民国一一三年九月二十日"]
        {
            assert_eq!(date_in(text).map(|(date, ..)| date).as_deref(), Some("2024-09-20"), "{text}");
        }
        assert_eq!(date_in("2023年13月5日"), None);
        assert!(is_date("（二〇二三年一月五日）") && is_date("2025年2月26日，星期三"));
        assert!(names_month("（2022年11月）") && !names_month("2022年11月5日"));
        assert!(!is_date("2023年1月5日在淄川"));
    }
}
