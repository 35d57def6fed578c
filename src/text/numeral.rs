//! Chinese numerals: 十二, 两千三百, 一万零五十, 二〇二六.

/// The value of a text that is one Chinese numeral and nothing else, `None` when it is anything else or too great for `u64`.
///
/// Reads places (`两千三百`, `一万零五十`) as well as plain rows of digits (`二〇二六`).
pub fn numeral(text: &str) -> Option<u64> {
    let (length, value) = read_numeral(text)?;
    (length == text.len()).then_some(value)
}

/// The longest Chinese numeral that `text` begins with: its length in bytes and its value.
pub fn read_numeral(text: &str) -> Option<(usize, u64)> {
    read_row(text).or_else(|| read_places(text, true))
}

/// The same below ten thousand, so that the 万 of `十二万吨` is left for the unit.
pub fn read_thousands(text: &str) -> Option<(usize, u64)> {
    read_places(text, false)
}

/// The number up to 99 that `text` begins with, as lists and dates count, and what follows it: `二十一、` is 21 before `、`.
/// What else there is of a longer numeral is left: of `一百` the 百.
pub fn read_below_hundred(text: &str) -> Option<(u32, &str)> {
    let (mut tens, mut ones, mut ten, mut len) = (None, None, false, 0);
    for c in text.chars() {
        match (c, ten) {
            ('十', false) => (ten, tens, ones) = (true, ones, None),
            _ => match han_digit(c) {
                Some(digit) if digit > 0 && ones.is_none() => ones = Some(digit),
                _ => break,
            },
        }
        len += c.len_utf8();
    }
    let number = if ten { tens.unwrap_or(1) * 10 + ones.unwrap_or(0) } else { ones? };
    Some((number, &text[len..]))
}

/// The value of a Chinese digit as dates and lists print it, the several signs that stand for its zero too (二○二三年).
pub fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' | 'Ｏ' | 'О' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a number in a circle, from ① to ㊿.
pub fn circled(c: char) -> Option<u32> {
    let from = |first: char, value: u32| c as u32 - first as u32 + value;
    Some(match c {
        '①'..='⑳' => from('①', 1),
        '㉑'..='㉟' => from('㉑', 21),
        '㊱'..='㊿' => from('㊱', 36),
        _ => return None,
    })
}

/// `二〇二六`: two or more digits in a row, with no place between them or after.
fn read_row(text: &str) -> Option<(usize, u64)> {
    let row: Vec<(char, u64)> = text.chars().map_while(|c| digit(c).map(|value| (c, value))).collect();
    let length: usize = row.iter().map(|(c, _)| c.len_utf8()).sum();
    let placed = text[length..].chars().next().is_some_and(|c| place(c).is_some());
    if row.len() < 2 || placed {
        return None;
    }
    let value = row.iter().try_fold(0u64, |sum, (_, digit)| sum.checked_mul(10)?.checked_add(*digit))?;
    Some((length, value))
}

fn read_places(text: &str, great: bool) -> Option<(usize, u64)> {
    // What stands before 亿, before 万, and below; and the digit that waits for its place.
    let (mut high, mut middle, mut low, mut pending) = (0u64, 0u64, 0u64, None);
    let mut length = 0;
    for c in text.chars() {
        if let Some(value) = digit(c) {
            if pending.is_some_and(|before| before != 0) {
                break;
            }
            pending = Some(value);
        } else if let Some(value) = place(c).filter(|value| great || *value < 10_000) {
            if value < 10_000 {
                // 十 alone is ten, 百 alone is a vague hundred.
                let times = pending.take().filter(|times| *times > 0).or((c == '十').then_some(1));
                let Some(times) = times else { break };
                low += times * value;
            } else {
                low += pending.take().unwrap_or(0);
                if high == 0 && middle == 0 && low == 0 {
                    break;
                }
                if value == 10_000 {
                    middle = middle.checked_add(low)?.checked_mul(value)?;
                } else {
                    high = high.checked_add(middle)?.checked_add(low)?.checked_mul(value)?;
                    middle = 0;
                }
                low = 0;
            }
        } else {
            break;
        }
        length += c.len_utf8();
    }
    let value = high.checked_add(middle)?.checked_add(low)?.checked_add(pending.unwrap_or(0))?;
    (length > 0).then_some((length, value))
}

/// Whether a character is a sign of a Chinese numeral below ten thousand.
pub fn is_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千')
}

/// The value of a digit as numerals are written: that of dates and lists, and 两 for two before a place.
fn digit(c: char) -> Option<u64> {
    match c {
        '两' => Some(2),
        'Ｏ' | 'О' => None,
        _ => han_digit(c).map(u64::from),
    }
}

fn place(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<u64>) {
        assert_eq!(numeral(text), expect, "{text}");
    }

    #[test]
    fn places_are_added_up() {
        check("三", Some(3));
        check("十", Some(10));
        check("十二", Some(12));
        check("二十", Some(20));
        check("两千三百", Some(2300));
        check("一百零八", Some(108));
        check("一万零五十", Some(10_050));
        check("十二亿三千万", Some(1_230_000_000));
        check("一万亿", Some(1_000_000_000_000));
    }

    #[test]
    fn a_row_of_digits_is_read_digit_by_digit() {
        check("二〇二六", Some(2026));
        check("二○二二", Some(2022));
    }

    #[test]
    fn what_is_no_numeral_has_no_value() {
        check("", None);
        check("百", None);
        check("万", None);
        check("几十", None);
        check("三家", None);
        check(&"九".repeat(40), None);
    }

    #[test]
    fn no_row_of_numerals_overflows() {
        check(&"九千万亿".repeat(9), None);
        check(&"十".repeat(400), Some(4000));
    }

    #[test]
    fn numbers_of_lists_end_below_a_hundred() {
        assert_eq!(read_below_hundred("二十一、"), Some((21, "、")));
        assert_eq!(read_below_hundred("十"), Some((10, "")));
        assert_eq!(read_below_hundred("一百"), Some((1, "百")));
        assert_eq!(read_below_hundred("〇一"), None);
        assert_eq!(read_below_hundred("两项"), None);
    }

    #[test]
    fn the_unit_is_left_where_it_stands() {
        assert_eq!(read_thousands("十二万吨"), Some(("十二".len(), 12)));
        assert_eq!(read_numeral("十二万吨"), Some(("十二万".len(), 120_000)));
    }
}
