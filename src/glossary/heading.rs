//! Splits the heading of an entry into number, term and separator.

use super::entry::Entry;
use super::number::{any_mark, mark_of};

/// Reads `3．义务教育“双减”：` into an entry without definition; together its parts are all of `heading`.
///
/// A term may begin with digits: `8.6个重大科技专项` is number 8 when 8 is `expected`.
pub fn split_heading(heading: &str, expected: u32) -> Entry {
    let heading = heading.trim();
    let numbered = mark_of(heading, expected).map(|mark| (expected, mark)).or_else(|| any_mark(heading));
    let (number, mark) = numbered.unwrap_or((expected, ""));
    let rest = &heading[mark.len()..];
    let separator = rest.chars().next_back().filter(|last| matches!(last, '：' | ':')).map_or(0, char::len_utf8);
    let (term, separator) = rest.split_at(rest.len() - separator);
    Entry {
        number,
        mark: mark.to_owned(),
        term: term.trim().to_owned(),
        separator: separator.to_owned(),
        definition: Vec::new(),
        aliases: Vec::new(),
        not: Vec::new(),
        line: 0,
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
        check("③两新：", 3, (3, "③", "两新", "："));
        check("【３】两新：", 3, (3, "【３】", "两新", "："));
        check("二、两新：", 2, (2, "二、", "两新", "："));
        check("飞地经济：", 4, (4, "", "飞地经济", "："));
    }
}
