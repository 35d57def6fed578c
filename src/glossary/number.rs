//! Reads the numbers that entries are marked with: `8.` `８．` `8、` `［8］` `（8）` `⑧` `八、` `（八）` `8　`.

use crate::text::{circled, digit, is_digit, read_numeral};

/// How entries are marked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EntryNumbering {
    /// Not at all.
    None,
    /// `1.` or `1、`
    Plain,
    /// `［1］`
    Square,
    /// `（1）`
    Round,
    /// `①`
    Circle,
    /// `一、`
    Han,
    /// `（一）`
    HanRound,
    /// `1` before a blank or alone on its line, as in a table.
    Blank,
}

impl EntryNumbering {
    /// How an entry with this mark is marked.
    pub fn of(mark: &str) -> EntryNumbering {
        let han = |text: &str| read_numeral(text).is_some();
        match mark.chars().next() {
            None => EntryNumbering::None,
            Some('［' | '[' | '〔' | '【') => EntryNumbering::Square,
            Some(open @ ('（' | '(')) if han(&mark[open.len_utf8()..]) => EntryNumbering::HanRound,
            Some('（' | '(') => EntryNumbering::Round,
            Some(c) if circled(c).is_some() => EntryNumbering::Circle,
            Some(_) if han(mark) => EntryNumbering::Han,
            Some(_) if mark.trim_end().ends_with(is_digit) => EntryNumbering::Blank,
            Some(_) => EntryNumbering::Plain,
        }
    }
}

/// The mark with this number that `text` begins with, blanks after it included.
pub(super) fn mark_of(text: &str, number: u32) -> Option<&str> {
    mark(text, Some(number)).map(|(_, mark)| mark)
}

/// The number and the mark that `text` begins with, whatever the number is.
pub(super) fn any_mark(text: &str) -> Option<(u32, &str)> {
    mark(text, None)
}

fn mark(text: &str, wanted: Option<u32>) -> Option<(u32, &str)> {
    let first = text.chars().next()?;
    let open = matches!(first, '［' | '[' | '〔' | '【' | '（' | '(');
    let inner = &text[if open { first.len_utf8() } else { 0 }..];
    let (number, rest, han) = match circled(first) {
        Some(number) => (number, &text[first.len_utf8()..], false),
        None => printed(inner, wanted)?,
    };
    let sign = rest.chars().next();
    let closes = match sign {
        _ if circled(first).is_some() => return Some((number, upto(text, rest))).filter(|_| is(wanted, number)),
        Some(sign) if open => matches!(sign, '］' | ']' | '〕' | '】' | '）' | ')'),
        Some(sign) if han => matches!(sign, '、' | '.' | '．'),
        Some(sign) => matches!(sign, '.' | '．' | '、' | '）' | ')' | '·' | '｡') || sign.is_whitespace(),
        None => !open && !han,
    };
    let rest = &rest[sign.map_or(0, char::len_utf8)..];
    (closes && is(wanted, number)).then(|| (number, upto(text, rest)))
}

fn is(wanted: Option<u32>, number: u32) -> bool {
    wanted.is_none_or(|wanted| wanted == number)
}

/// `text` up to `rest`, which it ends with, and the blanks that `rest` begins with.
fn upto<'t>(text: &'t str, rest: &str) -> &'t str {
    &text[..text.len() - rest.trim_start().len()]
}

/// The number that `text` begins with, what follows it, and whether it is Chinese. The wanted number is seen in a longer row
/// of digits, since terms may begin with digits themselves.
fn printed(text: &str, wanted: Option<u32>) -> Option<(u32, &str, bool)> {
    if let Some((length, value)) = read_numeral(text) {
        return Some((u32::try_from(value).ok().filter(|value| (1..100).contains(value))?, &text[length..], true));
    }
    let digits: Vec<(char, usize)> =
        text.chars().map_while(|c| Some((char::from_digit(digit(c)?, 10)?, c.len_utf8()))).take(4).collect();
    let wanted = wanted.map(|wanted| wanted.to_string());
    let row: String = digits.iter().map(|(digit, _)| digit).collect();
    let count = wanted.filter(|wanted| row.starts_with(wanted.as_str())).map_or(row.len(), |wanted| wanted.len());
    let length: usize = digits[..count].iter().map(|(_, length)| length).sum();
    row[..count].parse().ok().map(|number| (number, &text[length..], false))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, number: u32, expect: Option<(&str, EntryNumbering)>) {
        assert_eq!(mark_of(text, number).map(|mark| (mark, EntryNumbering::of(mark))), expect, "{text}");
    }

    #[test]
    fn every_form_of_a_number_is_a_mark() {
        check("8.6个重大专项", 8, Some(("8.", EntryNumbering::Plain)));
        check("３．10种有色金属", 3, Some(("３．", EntryNumbering::Plain)));
        check("[12] 两新", 12, Some(("[12] ", EntryNumbering::Square)));
        check("（3）两新", 3, Some(("（3）", EntryNumbering::Round)));
        check("㉑两新", 21, Some(("㉑", EntryNumbering::Circle)));
        check("㊿两新", 50, Some(("㊿", EntryNumbering::Circle)));
        check("十二、两新", 12, Some(("十二、", EntryNumbering::Han)));
        check("（二）两新", 2, Some(("（二）", EntryNumbering::HanRound)));
        check("4\t两新\t是指更新", 4, Some(("4\t", EntryNumbering::Blank)));
        check("4", 4, Some(("4", EntryNumbering::Blank)));
    }

    #[test]
    fn what_only_begins_with_a_number_has_no_mark() {
        check("8个重大专项", 8, None);
        check("两新", 2, None);
        check("一单制、一箱制", 1, None);
        check("1+3政策体系", 1, None);
        check("9.两新", 8, None);
        assert_eq!(any_mark("86.两新"), Some((86, "86.")));
    }
}
