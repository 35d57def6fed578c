//! Finds the quantities that are written in Chinese numerals, where they are clearly that. Knows no units but the ones it needs.

use super::decimal::{Form, Number};
use super::stream::Stream;
use super::word_lists::lists;
use super::{compound, unit};
use crate::text::{han_digit, is_han, is_numeral, read_thousands};

/// The numbers in Chinese numerals, in order: fractions, multiples, ranks, shares in tenths, and counts of eleven or more before a
/// strong unit. 三大, 十条, 百强 and the like are names more often than counts and are left out.
pub(super) fn all(stream: &Stream<'_>) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < stream.len() {
        match read(stream, at) {
            Some(number) => {
                at = number.at.end;
                found.push(number);
            }
            // A numeral that counts nothing is passed whole: a part of it is no number.
            None => {
                let compound = compound::in_words(stream, at).map(|number| number.at.end);
                at = compound.or(numeral(stream, at).map(|(end, _)| end)).unwrap_or(at + 1);
            }
        }
    }
    found
}

fn read(stream: &Stream<'_>, at: usize) -> Option<Number> {
    let begins = !is_numeral(stream.before(at));
    if !begins || stream.before(at) == '几' || stream.before(at) == '数' {
        return None;
    }
    let several = || compound::in_words(stream, at).map(|number| counted_whole(stream, number));
    let one = || round(stream, at).or_else(|| counted(stream, at));
    fraction(stream, at).or_else(|| doubling(stream, at)).or_else(|| several().unwrap_or_else(one))
}

/// The numeral below ten thousand at `at`, with its decimals (九点七): where it ends and its value.
fn numeral(stream: &Stream<'_>, at: usize) -> Option<(usize, f64)> {
    if !is_numeral(stream.at(at)) {
        return None;
    }
    let text = stream.text(at..(at + 12).min(stream.len()));
    let (length, value) = if stream.has(at, "零点") { ('零'.len_utf8(), 0) } else { read_thousands(&text)? };
    let end = at + text[..length].chars().count();
    #[allow(clippy::cast_precision_loss)] // below ten thousand
    let whole = value as f64;
    Some(decimals(stream, end).map_or((end, whole), |(end, part)| (end, whole + part)))
}

/// What follows the point at `at`, and where it ends: 点七 is .7. 两点一刻 and 三点十分 are times.
fn decimals(stream: &Stream<'_>, at: usize) -> Option<(usize, f64)> {
    if stream.at(at) != '点' {
        return None;
    }
    let digits: String = (at + 1..stream.len())
        .map_while(|index| han_digit(stream.at(index)))
        .filter_map(|digit| char::from_digit(digit, 10))
        .collect();
    let end = at + 1 + digits.len();
    let goes_on = matches!(stream.at(end), '十' | '百' | '千' | '刻' | '线');
    (!digits.is_empty() && !goes_on).then(|| Some((end, format!("0.{digits}").parse().ok()?)))?
}

fn words(at: std::ops::Range<usize>, value: f64) -> Option<Number> {
    Some(Number { at, value, form: Form::Words, ..Number::default() })
}

/// 三分之一; 百分之五 is 5 with the unit %.
fn fraction(stream: &Stream<'_>, at: usize) -> Option<Number> {
    let hundred = ["百分之", "千分之"].iter().find(|word| stream.has(at, word));
    if let Some(word) = hundred {
        let (end, value) = numeral(stream, at + word.chars().count())?;
        let form = if *word == "百分之" { Form::Percent } else { Form::Permille };
        return Some(Number { at: at..end, value, form, ..Number::default() });
    }
    let (middle, below) = numeral(stream, at)?;
    let (end, above) = stream.has(middle, "分之").then(|| numeral(stream, middle + 2))??;
    (below > 0.0).then(|| Number { at: at..end, value: above / below, form: Form::Fraction, ..Number::default() })
}

/// 翻番, 翻一番, 翻两番.
fn doubling(stream: &Stream<'_>, at: usize) -> Option<Number> {
    if stream.before(at) != '翻' {
        return None;
    }
    if stream.at(at) == '番' {
        return Some(Number { at: at..at + 1, value: 1.0, form: Form::Doubling, ..Number::default() });
    }
    let (end, value) = numeral(stream, at)?;
    (stream.at(end) == '番').then(|| words(at..end, value))?
}

/// 突破百亿元, 超千亿元, 近万亿元: a round sum reached.
fn round(stream: &Stream<'_>, at: usize) -> Option<Number> {
    let value = match stream.at(at) {
        '百' => 100.0,
        '千' => 1000.0,
        '万' => 10000.0,
        _ => return None,
    };
    let reached = lists().chinese_reached.iter().any(|word| stream.ends(0, at, word));
    let sum = ["亿元", "亿美元"].iter().find(|word| stream.has(at + 1, word))?;
    let closed = closes(stream, at + 1 + sum.chars().count());
    (reached && closed).then(|| words(at..at + 1, value))?
}

/// A numeral in several magnitudes, which is no name, if a unit follows it.
fn counted_whole(stream: &Stream<'_>, number: Number) -> Option<Number> {
    let unit = unit::read(stream, number.at.end);
    (stream.before(number.at.start) != '第' && !unit.name.is_empty()).then_some(number)
}

/// Multiples, ranks, tenths and counts.
fn counted(stream: &Stream<'_>, at: usize) -> Option<Number> {
    let (end, value) = numeral(stream, at)?;
    let before = stream.before(at);
    let more = if matches!(stream.at(end), '多' | '余') { 1 } else { 0 };
    let scale = stream.longest_at(end + more, &["万", "亿", "万亿"]).unwrap_or(0);
    let unit = end + more + scale;
    let counts = before != '第'
        && !matches!(before, '前' | '后' | '“' | '星' | '月')
        && (value > 10.0 || scale > 0 && value >= 1.0 && end > at || value.fract() > 0.0)
        && stream.longest_at(unit, &lists().chinese_strong_units).is_some_and(|length| !is_name(stream, unit + length));
    let point = value > 0.0 && more == 0 && (stream.has(end, "个百分点") || (stream.at(end) == '倍' && before != '成'));
    let tenths = value < 10.0
        && stream.at(end) == '成'
        && (closes(stream, end + 1) || stream.has(end + 1, "以") || matches!(stream.at(end + 1), '的' | '多' | '左'))
        && matches!(before, '近' | '超' | '过' | '约' | '逾' | '达' | '到' | '占' | '长' | '降' | '至');
    (counts || point || tenths || placed(stream, at, end)).then(|| words(at..end, value))?
}

/// Whether `第…` or `前…` before a numeral is a place in an order and the place ends the phrase (`全省第十四、`, not `第一产业`).
fn placed(stream: &Stream<'_>, at: usize, end: usize) -> bool {
    let word = stream.longest_at(end, &["位", "名"]).unwrap_or(0);
    let ends = closes(stream, end + word) || (word > 0 && stream.before(at) == '第');
    // `全球第一、全国第一的企业`: a scope without a verb places nothing when the phrase goes on.
    let goes_on = stream.at(end + word) == '、' && !super::rank::verb_before(stream, at);
    // `实现全国“双第一”` counts two first places.
    let counted = at >= 2 && stream.at(at - 2) == '双';
    matches!(stream.before(at), '第' | '前') && !counted && ends && !goes_on && super::rank::placed(stream, 0, at)
}

/// Whether a phrase ends at `at`.
fn closes(stream: &Stream<'_>, at: usize) -> bool {
    !is_han(stream.at(at)) && !stream.at(at).is_ascii_alphanumeric() && !matches!(stream.at(at), '“' | '《')
}

/// Whether a noun follows that makes a name of the count: 千人计划.
fn is_name(stream: &Stream<'_>, at: usize) -> bool {
    lists().chinese_ventures.iter().any(|word| stream.has(at, word))
}
