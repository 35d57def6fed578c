//! Tells the line that is a report's title from the menus, headlines and crumbs that also speak of a 政府工作报告.

use std::ops::Range;

use super::dates::year;
use super::kind::{ReportKind, bare};
use super::layout::{compact, width};
use super::parts::Piece;
use super::place::has_government;
use super::words::lists;
use crate::text::is_digit;

/// The rows of `front` that are the title: the first that names a year or a place beside what it is, otherwise the first.
/// A title may stand on two lines (`2023年` / `政府工作报告`).
pub(super) fn title_rows(front: &[Piece]) -> Option<Range<usize>> {
    let texts: Vec<String> = front.iter().map(|row| compact(&row.text)).collect();
    let first = |fits: &dyn Fn(&String) -> bool| texts.iter().position(fits);
    let broken = || (1..texts.len()).find(|at| is_broken(&texts[at - 1], &texts[*at])).map(|at| at - 1..at + 1);
    let proper = first(&|text| is_proper(text) && says_more(text)).map(|at| at..at + 1);
    let plain = || {
        let government = |text: &String| !is_of_another_kind(text);
        let own = first(&|text| is_proper(text) && government(text));
        let own = own.or_else(|| first(&|text| is_title(text) && government(text)));
        own.or_else(|| first(&|text| is_title(text))).map(|at| at..at + 1)
    };
    long_title(&texts).or(proper).or_else(broken).or_else(plain)
}

/// Whether a title names a year, a place or an organ beside what it is: the columns of a website (`统计公报`) do not.
fn says_more(title: &str) -> bool {
    if !is_of_another_kind(title) {
        return before(title).is_some_and(|before| !before.is_empty());
    }
    let subject = lists().title_subject.iter().any(|words| title.contains(words));
    let dated = title.contains(is_digit) || title.char_indices().any(|(at, _)| year(&title[at..]).is_some());
    subject || dated || place_of(title).is_some_and(has_government)
}

/// How wide the title of another official report may be, over all its lines.
const LONGEST: usize = 90;

/// A title of another kind that is broken over two or three rows, of which the first says what it is about and ends nothing:
/// `关于淄川区2023年计划执行情况与` / `2024年计划草案的报告`.
fn long_title(texts: &[String]) -> Option<Range<usize>> {
    let begins = |at: &usize| {
        let (text, next) = (texts[*at].as_str(), texts.get(at + 1).map_or("", String::as_str));
        let goes_on = !is_title(text) || lists().title_joins.iter().any(|word| next.starts_with(word));
        lists().title_opens.iter().any(|words| text.contains(words))
            && goes_on
            && !text.contains(['在', '。', '：', ':', '>'])
    };
    let rows = |at: usize| (2..=3).map(move |count| at..at + count).find(|rows| whole(texts, rows));
    (0..texts.len()).filter(begins).find_map(rows)
}

/// Whether some rows are one title of another kind.
fn whole(texts: &[String], rows: &Range<usize>) -> bool {
    texts.get(rows.clone()).is_some_and(|rows| {
        let title = rows.concat();
        is_of_another_kind(&title) && is_title(&title)
    })
}

/// `政府工作报告`, with year and place before it or without, in quotes or not, and with `（全文）` behind it or without.
pub(super) fn is_title(text: &str) -> bool {
    let plain = !bare(text).contains(['。', '，', '>', '：', ':']) && !text.contains("作政府") && !is_crumb(bare(text));
    let other = is_of_another_kind(text);
    (other || before(text).is_some()) && width(text) <= if other { LONGEST } else { 30 } && plain
}

/// Whether a title is that of an official report other than a government's work report. The line of a party's congress that
/// says so is no title: the title is the watchword above it.
fn is_of_another_kind(title: &str) -> bool {
    ReportKind::of_title(title).is_some_and(|kind| !matches!(kind, ReportKind::Government | ReportKind::Party))
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
    let before = match before(title) {
        Some(before) => before,
        None if is_of_another_kind(title) => bare(title),
        None => return None,
    };
    let before = before.trim_start_matches("关于").trim_end_matches("人民");
    let place = match year(before) {
        Some((_, place)) => place.trim_start_matches('度'),
        None => before.trim_start_matches(|c: char| c.is_ascii_digit()),
    };
    // `陕西省2026年`, `淄川区国民经济和社会发展…`
    let ends = place.char_indices().map(|(at, _)| at).filter(|at| {
        let rest = &place[*at..];
        rest.starts_with(|c: char| c.is_ascii_digit())
            || year(rest).is_some()
            || lists().title_topic.iter().any(|t| rest.starts_with(t))
    });
    // A title of another kind in which nothing follows the place names none: `关于2025年度工作情况的报告`.
    let whole = if is_of_another_kind(title) { "" } else { place };
    Some(ends.min().map_or(whole, |at| &place[..at]))
}

/// Whether two rows are one title.
fn is_broken(first: &str, second: &str) -> bool {
    let organ = lists().title_organ.iter().any(|organ| first.ends_with(organ));
    let halves = organ && second == "工作报告";
    let year_alone = year(first).is_some_and(|(_, place)| place.is_empty() || has_government(place));
    halves && width(first) <= 40 || lists().title_ends.contains(&second) && year_alone
}

/// What the title of a government's work report says before it says what it is.
fn before(text: &str) -> Option<&str> {
    lists().title_ends.iter().find_map(|end| bare(text).strip_suffix(end))
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
    fn a_long_title_stands_on_several_lines() {
        let plan = ["关于淄川区2023年国民经济和社会发展计划执行情况与", "2024年国民经济和社会发展计划草案的报告"];
        check(&[&["网站首页"], plan.as_slice(), &["来源：区发改局"]].concat(), &plan.concat());
        check(&["淄川区人民法院", "工 作 报 告", "院长 张三"], "淄川区人民法院工作报告");
        let outline = ["淄川区国民经济和社会发展", "第十四个五年规划和", "2035年远景目标纲要"];
        check(&outline, &outline.concat());
        let outline = ["淄川区国民经济和社会发展第十四个五年规划", "和2035年远景目标纲要"];
        check(&outline, &outline.concat());
    }

    #[test]
    fn a_title_names_its_place_once_and_nothing_else_for_it() {
        for (title, place) in [
            ("2025年广西政府工作报告", "广西"),
            ("陕西省2026年政府工作报告", "陕西省"),
            ("关于临川县2023年财政预算执行情况和2024年财政预算草案的报告", "临川县"),
            ("淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要", "淄川区"),
            ("行政长官2024年施政报告", ""),
            ("2024年施政报告", ""),
            ("关于2025年度工作情况的报告", ""),
            ("立法院第11届第2会期行政院施政报告", ""),
            ("淄博市中级人民法院工作报告", "淄博市"),
        ] {
            assert_eq!(place_of(title), Some(place), "{title}");
        }
        assert_eq!(place_of("各位代表"), None);
    }

    #[test]
    fn a_title_that_names_year_or_place_goes_before_one_that_does_not() {
        check(&["政府工作报告", "2026年上海市政府工作报告", "政府工作报告"], "2026年上海市政府工作报告");
        check(&["2025年湖南省政府工作报告", "政府工作报告"], "2025年湖南省政府工作报告");
    }

    #[test]
    fn headlines_crumbs_and_news_are_no_titles() {
        check(&["一图读懂政府工作报告", "政府工作报告"], "政府工作报告");
        check(&["统计公报", "规划纲要", "政府工作报告"], "政府工作报告");
        check(&["省政府工作报告", "市长作政府工作报告", "政府信息公开>政府工作报告"], "");
    }
}
