//! Tells the line that is a report's title from the menus, headlines and crumbs that also speak of a 政府工作报告.

use std::ops::Range;

use super::dates::year;
use super::layout::{compact, width};
use super::parts::Piece;
use super::place::has_government;

/// What a title may end with.
const ENDS: &[&str] = &["政府工作报告", "政府工作的报告"];

/// What the titles of other official reports end with; what stands before it belongs to the title too.
const OTHER_ENDS: &[&str] = &[
    "检察院工作报告",
    "法院工作报告",
    "委员会工作报告",
    "常委会工作报告",
    "统计公报",
    "计划草案的报告",
    "预算草案的报告",
    "决算的报告",
    "决算草案的报告",
    "施政报告",
    "规划纲要",
];

/// The rows of `front` that are the title: the first that names a year or a place beside what it is, otherwise the first.
/// A title may stand on two lines (`2023年` / `政府工作报告`).
pub(super) fn title_rows(front: &[Piece]) -> Option<Range<usize>> {
    let texts: Vec<String> = front.iter().map(|row| compact(&row.text)).collect();
    let says_more = |text: &String| before(text).is_some_and(|before| !before.is_empty());
    let first = |fits: &dyn Fn(&String) -> bool| texts.iter().position(fits);
    let broken = || (1..texts.len()).find(|at| is_broken(&texts[at - 1], &texts[*at])).map(|at| at - 1..at + 1);
    let proper = first(&|text| is_proper(text) && says_more(text)).map(|at| at..at + 1);
    let plain = || first(&|text| is_proper(text)).or_else(|| first(&|text| is_title(text))).map(|at| at..at + 1);
    proper.or_else(broken).or_else(plain)
}

/// `政府工作报告`, with year and place before it or without, in quotes or not, and with `（全文）` behind it or without.
pub(super) fn is_title(text: &str) -> bool {
    let plain = !bare(text).contains(['。', '，', '>', '：', ':']) && !text.contains("作政府") && !is_crumb(bare(text));
    let other = is_of_another_kind(text);
    before(text).is_some() && width(text) <= if other { 60 } else { 30 } && plain
}

/// Whether a title is that of an official report other than a government's work report.
pub(super) fn is_of_another_kind(title: &str) -> bool {
    OTHER_ENDS.iter().any(|end| bare(title).ends_with(end))
}

/// Whether nothing stands before `政府工作报告` but a year and a place. A headline (`一图读懂政府工作报告`) is no title.
fn is_proper(text: &str) -> bool {
    let place = place_of(text).unwrap_or_default();
    // `2025年新疆`
    let dated = before(text).is_some_and(|before| year(before).is_some()) && width(place) <= 4;
    is_title(text) && (is_of_another_kind(text) || place.is_empty() || dated || has_government(place))
}

/// The place that a title names beside the year, empty where it names none.
pub(super) fn place_of(title: &str) -> Option<&str> {
    let before = before(title)?.trim_start_matches("关于").trim_end_matches("人民");
    let place = match year(before) {
        Some((_, place)) => place.trim_start_matches('度'),
        None => before.trim_start_matches(|c: char| c.is_ascii_digit()),
    };
    // `陕西省2026年`
    Some(place.find(|c: char| c.is_ascii_digit()).map_or(place, |at| &place[..at]))
}

/// Whether two rows are one title.
fn is_broken(first: &str, second: &str) -> bool {
    let halves = first.ends_with("政府") && second == "工作报告";
    let year_alone = year(first).is_some_and(|(_, place)| place.is_empty() || has_government(place));
    halves && width(first) <= 20 || ENDS.contains(&second) && year_alone
}

/// What a title says before it says what it is.
fn before(text: &str) -> Option<&str> {
    ENDS.iter().chain(OTHER_ENDS).find_map(|end| bare(text).strip_suffix(end))
}

/// A title without quotes and without what follows it in brackets.
fn bare(text: &str) -> &str {
    let text = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    text.trim_start_matches('《').trim_end_matches("全文").trim_end_matches('》')
}

/// `省政府工作报告`: the name of a section of a website.
fn is_crumb(text: &str) -> bool {
    let place = text.strip_suffix("政府工作报告").map(|before| before.trim_start_matches('我'));
    place.is_some_and(|place| place.len() == '省'.len_utf8() && has_government(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(rows: &[&str], expect: &str) {
        let row = |text: &&str| Piece { line: 1, span: crate::text::Span::default(), text: (*text).to_owned() };
        let rows: Vec<Piece> = rows.iter().map(row).collect();
        let found = title_rows(&rows).unwrap_or_default();
        assert_eq!(rows[found].iter().map(|row| compact(&row.text)).collect::<String>(), expect, "{rows:?}");
    }

    #[test]
    fn a_title_is_found_in_its_many_forms() {
        for title in [
            "政 府 工 作 报 告",
            "《政府工作报告》",
            "政府工作报告（全文）",
            "2023年政府工作报告全文",
            "2016政府工作报告",
            "2025年新疆政府工作报告",
            "陕西省2026年政府工作报告",
            "淄川区人民政府工作报告",
            "关于政府工作的报告",
            "2023年度政府工作报告",
        ] {
            check(&["首页", title, "区长 冯炳涛"], &compact(title));
        }
        check(&["淄川区人民政府", "工作报告"], "淄川区人民政府工作报告");
        check(&["2023年淄川区", "政府工作报告"], "2023年淄川区政府工作报告");
    }

    #[test]
    fn a_title_that_names_year_or_place_goes_before_one_that_does_not() {
        check(&["政府工作报告", "2026年上海市政府工作报告", "政府工作报告"], "2026年上海市政府工作报告");
        check(&["2025年湖南省政府工作报告", "政府工作报告"], "2025年湖南省政府工作报告");
    }

    #[test]
    fn headlines_crumbs_and_news_are_no_titles() {
        check(&["一图读懂政府工作报告", "政府工作报告"], "政府工作报告");
        check(&["省政府工作报告", "市长作政府工作报告", "政府信息公开>政府工作报告"], "");
    }
}
