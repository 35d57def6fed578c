//! Which characters of a quantity's words stand on one line: a number and its unit, and nothing else. A line may end before
//! `左右` and between words, never inside `15%`.

use super::numeral::is_numeral;
use super::place::Span;

/// What stands between the digits of a number: 3.5, 1,200, 8·5.
const INSIDE: &str = ".,·．，";

/// What stands between the ends of a range, which is one number on the page: 2—3家, 6%～7%.
const BETWEEN: &str = "-—–~～至到";
/// The longest range that stands on one line, in characters.
const LONGEST: usize = 12;

/// The numbers in `words`, each with its unit where that follows; positions are those of `words`.
pub fn kept(words: &str, unit: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let number = number(&words[at..]);
        if number == 0 {
            at += words[at..].chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let own = Span::new(at, end(words, at + number, unit));
        at = own.end;
        match spans.last_mut() {
            Some(last) if is_range(words, *last, own) => last.end = own.end,
            _ => spans.push(own),
        }
    }
    spans
}

/// Whether two numbers are the ends of one range.
fn is_range(words: &str, low: Span, high: Span) -> bool {
    let between = &words[low.end..high.start];
    let whole = &words[low.start..high.end];
    !between.is_empty() && between.chars().all(|c| BETWEEN.contains(c)) && whole.chars().count() <= LONGEST
}

/// The length of the number that `words` begin with; 0 when they begin with none.
fn number(words: &str) -> usize {
    let is_digit = |c: char| c.is_numeric() || is_numeral(c) || "万萬亿億".contains(c);
    let mut length = 0;
    let mut signs = words.char_indices().peekable();
    while let Some((at, c)) = signs.next() {
        let goes_on = INSIDE.contains(c) && at > 0 && signs.peek().is_some_and(|(_, next)| next.is_numeric());
        if !is_digit(c) && !goes_on {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Where the unit of a number that ends at `number` ends. A unit may begin with what reads as part of the number: 万亩.
fn end(words: &str, number: usize, unit: &str) -> usize {
    let sign = words[number..].chars().next().filter(|c| "%‰％℃".contains(*c)).map_or(0, char::len_utf8);
    let units = words.match_indices(unit).map(|(start, unit)| Span::new(start, start + unit.len()));
    let own = units.filter(|unit| unit.start <= number && unit.end >= number).map(|unit| unit.end);
    own.last().unwrap_or(number).max(number + sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_with_its_unit_and_with_nothing_else() {
        let rows: &[(&str, &str, &[&str])] = &[
            ("提高到15%左右", "%", &["15%"]),
            ("141个", "个", &["141个"]),
            ("提高2.4个百分点", "个百分点", &["2.4个百分点"]),
            ("1.2万公里", "万公里", &["1.2万公里"]),
            ("超过3723.35亿元", "亿元", &["3723.35亿元"]),
            ("6%—7%", "%", &["6%—7%"]),
            ("从14.2%提高到15%左右", "%", &["14.2%", "15%"]),
            ("2—3家", "家", &["2—3家"]),
            ("12500.5亿元至13500.5亿元", "亿元", &["12500.5亿元", "13500.5亿元"]),
            ("三万九千八百元", "元", &["三万九千八百元"]),
            ("第三", "", &["三"]),
            ("1,200.5吨", "吨", &["1,200.5吨"]),
            ("全覆盖", "", &[]),
            ("", "", &[]),
        ];
        for (words, unit, due) in rows {
            let found: Vec<&str> = kept(words, unit).into_iter().map(|span| span.of(words)).collect();
            assert_eq!(found, *due, "{words}");
        }
    }
}
