//! Splits the heading of an entry into number, term and separator.

use super::Entry;

/// Reads `3．义务教育“双减”：` into an entry without definition; together its parts are all of `heading`.
///
/// A term may begin with digits: `8.6个重大科技专项` is number 8 when 8 is `expected`.
pub fn split_heading(heading: &str, expected: u32) -> Entry {
    let heading = heading.trim();
    let (mark, number) = mark_of(heading, expected);
    let rest = &heading[mark.len()..];
    let separator = rest.chars().next_back().filter(|last| matches!(last, '：' | ':')).map_or(0, char::len_utf8);
    let (term, separator) = rest.split_at(rest.len() - separator);
    Entry {
        number: number.unwrap_or(expected),
        mark: mark.to_owned(),
        term: term.trim().to_owned(),
        separator: separator.to_owned(),
        definition: Vec::new(),
        aliases: Vec::new(),
        not: Vec::new(),
        line: 0,
    }
}

/// The printed number with its mark (`1．`, `[1]`, `１、`), and what it counts.
fn mark_of(heading: &str, expected: u32) -> (&str, Option<u32>) {
    let open = heading.chars().next().filter(|c| matches!(c, '[' | '［' | '〔' | '（' | '(')).map_or(0, char::len_utf8);
    let digits: String = heading[open..].chars().map_while(digit).collect();
    let wanted = expected.to_string();
    // `21.5+2就业之家`: take the expected number when it stands there, else all digits.
    let count = if digits.starts_with(&wanted) { wanted.len() } else { digits.len() };
    let length: usize = heading[open..].chars().take(count).map(char::len_utf8).sum();
    let end = open + length;
    let close = heading[end..].chars().next();
    match close {
        Some(']' | '］' | '〕' | '）' | ')') if open > 0 && count > 0 => {}
        Some('.' | '．' | '、') if open == 0 && count > 0 => {}
        _ => return ("", None),
    }
    let mut end = end + close.map_or(0, char::len_utf8);
    end += heading[end..].len() - heading[end..].trim_start().len();
    (&heading[..end], digits[..count].parse().ok())
}

fn digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::split_heading;

    #[track_caller]
    fn check(heading: &str, expected: u32, parts: (u32, &str, &str, &str)) {
        let entry = split_heading(heading, expected);
        assert_eq!((entry.number, &*entry.mark, &*entry.term, &*entry.separator), parts);
    }

    #[test]
    fn every_printed_form_is_split() {
        check("1．“431”现代产业体系：", 1, (1, "1．", "“431”现代产业体系", "："));
        check("8.6个重大科技专项：", 8, (8, "8.", "6个重大科技专项", "："));
        check("21.5+2就业之家：", 21, (21, "21.", "5+2就业之家", "："));
        check("［１２］“45432”发展架构：", 12, (12, "［１２］", "“45432”发展架构", "："));
        check("１、政策性住房：", 1, (1, "１、", "政策性住房", "："));
        check("6. 一表同享", 5, (6, "6. ", "一表同享", ""));
        check("飞地经济：", 4, (4, "", "飞地经济", "："));
    }
}
