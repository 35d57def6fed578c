//! The sentences that say what a chart shows. Every number in them is a label, character for character; nothing is
//! counted or computed.

use std::collections::BTreeSet;

use super::scale::Scale;
use super::{Bound, Chart, Kind, Mark, Role, Row};
use crate::words::Words;

/// With more rows than this the names of the first [`NAMED`] stand for the rest.
const LISTED: usize = 5;
const NAMED: usize = 3;

/// One to three sentences: what is shown, the largest and the smallest, what the forms mean. Empty for a chart without
/// marks.
pub fn description(chart: &Chart, words: &Words) -> String {
    let sentences = [shown(chart, words), extremes(chart, words), forms(chart, words)];
    let stop = words.get("description.stop");
    let told: String =
        sentences.into_iter().filter(|sentence| !sentence.is_empty()).map(|sentence| sentence + stop).collect();
    told.trim_end().to_owned()
}

/// What the chart shows: all of it when that is short.
fn shown(chart: &Chart, words: &Words) -> String {
    let rows: Vec<&Row> = chart.rows.iter().filter(|row| !row.marks.is_empty()).collect();
    if rows.is_empty() {
        return String::new();
    }
    let subject = match (chart.subject.as_str(), chart.kind) {
        ("", Kind::Targets) => words.get("description.targets"),
        ("", Kind::Pairs) => words.get("description.pairs"),
        ("", Kind::Change) => words.get("description.changes"),
        ("", Kind::Shares) => words.get("description.shares"),
        ("", Kind::Rank) => words.get("description.ranks"),
        ("", Kind::Series) => words.get("description.years"),
        ("", Kind::Bars | Kind::Multiples) => words.get("description.values"),
        (subject, _) => subject,
    };
    if rows.len() > LISTED {
        let names: Vec<_> = rows.iter().take(NAMED).map(|row| row.label.as_str()).collect();
        let names = names.join(words.get("description.and"));
        return words.fill("description.many", &[("subject", &subject), ("names", &names)]);
    }
    if let [row] = rows[..] {
        return words.fill("description.one", &[("row", &told(row, words))]);
    }
    let rows: Vec<_> = rows.iter().map(|row| told(row, words)).collect();
    let comma = words.get("description.comma");
    let between = if rows.iter().any(|row| row.contains(comma)) { words.get("description.semicolon") } else { comma };
    words.fill("description.few", &[("subject", &subject), ("rows", &rows.join(between))])
}

/// A row in words.
fn told(row: &Row, words: &Words) -> String {
    let name = &row.label;
    match &row.marks[..] {
        [mark] if ends_like_a_number(name) => {
            words.fill("description.told_number", &[("name", name), ("label", &mark.label)])
        }
        [mark] => words.fill("description.told", &[("name", name), ("label", &mark.label)]),
        marks => {
            let marks: Vec<_> = marks.iter().map(|mark| said(mark, words)).collect();
            let marks = marks.join(words.get("description.comma"));
            words.fill("description.told_marks", &[("name", name), ("marks", &marks)])
        }
    }
}

/// `PM2.5` and `12.5%` must not become one number.
fn ends_like_a_number(name: &str) -> bool {
    name.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '%' | '-'))
}

/// A mark among others of its row: `2022年完成60.3亿元`. A bare period needs a word before the number.
fn said(mark: &Mark, words: &Words) -> String {
    let role = mark.role.word(words);
    let series = mark.series.as_deref().unwrap_or(role);
    let key = if series.ends_with(role) { "description.said" } else { "description.said_bare" };
    words.fill(key, &[("series", &series), ("label", &mark.label)])
}

/// The largest and the smallest, where rows may be compared at all.
fn extremes(chart: &Chart, words: &Words) -> String {
    let Some(row) = chart.rows.get(1) else { return String::new() };
    match chart.kind {
        // A place in the city and a place in the province are of different orders.
        Kind::Rank => return String::new(),
        Kind::Multiples if chart.has_bars_among_numbers() => return words.get("description.one_unit").to_owned(),
        Kind::Multiples if chart.rows.iter().all(|row| row.marks.len() < 2) => return String::new(),
        kind if !kind.shares_scale() => return words.get("description.units_differ").to_owned(),
        _ => {}
    }
    let scale = Scale::of(chart, row);
    let marks: Vec<RowMark<'_>> =
        chart.rows.iter().flat_map(|row| row.marks.iter().map(move |mark| (row, mark))).collect();
    let [most, least] = [1.0, -1.0].map(|sign| top(&marks, |mark| scale.value(mark) * sign));
    if most.len() == marks.len() {
        return String::new();
    }
    let rising = most.iter().all(|(_, mark)| scale.value(mark) > 0.0);
    let falling = least.iter().all(|(_, mark)| scale.value(mark) < 0.0);
    let key = match (rising, falling) {
        (true, true) => "description.extremes_both_ways",
        (false, true) => "description.extremes_falling",
        _ => "description.extremes",
    };
    words.fill(key, &[("most", &names(&most, words)), ("least", &names(&least, words))])
}

type RowMark<'a> = (&'a Row, &'a Mark);

/// The marks of the greatest value.
fn top<'a>(marks: &[RowMark<'a>], value: impl Fn(&Mark) -> f64) -> Vec<RowMark<'a>> {
    let best = marks.iter().map(|(_, mark)| value(mark)).fold(f64::NEG_INFINITY, f64::max);
    marks.iter().filter(|(_, mark)| value(mark) == best).copied().collect()
}

fn names(marks: &[RowMark<'_>], words: &Words) -> String {
    let named = |(row, mark): &RowMark<'_>| {
        let label = if row.marks.len() == 1 { mark.label.clone() } else { said(mark, words) };
        words.fill("description.named", &[("name", &row.label), ("label", &label)])
    };
    let names = marks.iter().take(NAMED).map(named).collect::<Vec<_>>().join(words.get("description.and"));
    if marks.len() > NAMED { words.fill("description.and_others", &[("names", &names)]) } else { names }
}

/// What the forms mean that the chart uses.
fn forms(chart: &Chart, words: &Words) -> String {
    let roles: BTreeSet<Role> = chart.drawn().map(|mark| mark.role).collect();
    let bounds: BTreeSet<Bound> = chart.drawn().map(|mark| mark.bound).collect();
    if chart.kind == Kind::Rank {
        return String::new();
    }
    let both = match roles.contains(&Role::Planned) && roles.len() > 1 {
        true if roles.contains(&Role::Foreseen) => Some(words.get("description.form_roles_foreseen")),
        true => Some(words.get("description.form_roles")),
        false => None,
    };
    let ends = bounds.into_iter().filter_map(|bound| match bound {
        Bound::Exact => None,
        Bound::AtLeast => Some(words.get("description.form_at_least")),
        Bound::MoreThan => Some(words.get("description.form_more_than")),
        Bound::AtMost => Some(words.get("description.form_at_most")),
        Bound::LessThan => Some(words.get("description.form_less_than")),
        Bound::About => Some(words.get("description.form_about")),
        Bound::Near => Some(words.get("description.form_near")),
        Bound::Range => Some(words.get("description.form_range")),
    });
    let forms: Vec<&str> = both.into_iter().chain(ends).collect();
    if forms.is_empty() {
        return String::new();
    }
    words.fill("description.forms", &[("forms", &forms.join(words.get("description.comma")))])
}

#[cfg(test)]
mod tests {
    use super::super::tests::chart;
    use super::*;
    use crate::words::Language;

    #[track_caller]
    fn check(kind: Kind, subject: &str, rows: &str, expect: &str) {
        let chart = Chart { subject: subject.into(), ..chart(kind, rows) };
        assert_eq!(description(&chart, &Words::of(Language::Chinese)), expect);
    }

    #[test]
    fn few_rows_are_told_in_full_with_their_extremes_and_forms() {
        check(
            Kind::Targets,
            "2023年主要预期目标",
            "地区生产总值 | 目标 +~6.5 增长6.5%左右
             一般公共预算收入 | 目标 +>=5 增长5%以上
             固定资产投资 | 目标 +>=10 增长10%以上",
            "本图列出2023年主要预期目标：地区生产总值增长6.5%左右，一般公共预算收入增长5%以上，固定资产投资增长10%以上。\
             数值最大的是固定资产投资（增长10%以上），最小的是一般公共预算收入（增长5%以上）。\
             箭头表示不低于，虚化的末端表示约数。",
        );
    }

    #[test]
    fn english_says_the_same_round_the_words_of_the_report() {
        let chart = chart(
            Kind::Pairs,
            "省外到位资金 | 2022年完成 60.3 60.3亿元 | 2023年目标 >=65 65亿元以上
             教育集团 | 2022年完成 7 7家 | 2023年目标 2 2个",
        );
        assert_eq!(
            description(&chart, &Words::of(Language::English)),
            "This chart shows results and targets: 省外到位资金: 2022年完成 60.3亿元, 2023年目标 65亿元以上; 教育集团: \
             2022年完成 7家, 2023年目标 2个. The units differ, so each row has its own scale and lengths are not to be \
             compared from row to row. Signs: a solid bar is a result, an outlined bar a target, an arrow means at least.",
        );
    }

    #[test]
    fn many_rows_are_named_by_the_first_and_never_counted() {
        let rows = ["甲", "乙", "丙", "丁", "戊", "己"].map(|name| format!("{name} | 完成 3 3个")).join("\n");
        check(Kind::Bars, "", &rows, "本图列出数值，包括甲、乙、丙等。");
    }

    #[test]
    fn rows_of_different_units_are_not_compared() {
        check(
            Kind::Pairs,
            "",
            "省外到位资金 | 2022年完成 60.3 60.3亿元 | 2023年目标 65 65亿元
             教育集团 | 2022年完成 7 7家 | 2023年目标 2 2个",
            "本图列出完成与目标：省外到位资金：2022年完成60.3亿元，2023年目标65亿元；教育集团：2022年完成7家，2023年目标2个。\
             各项单位不同，各按自己的比例画，项与项之间不比长短。实心条表示完成，空心条表示目标。",
        );
        check(
            Kind::Rank,
            "",
            "甲 | 完成 14 全省第十四\n乙 | 完成 2 全市第二",
            "本图列出名次：甲全省第十四，乙全市第二。",
        );
    }

    #[test]
    fn growth_and_decline_have_their_own_extremes() {
        check(
            Kind::Change,
            "",
            "工业 | 完成 +8.2 增长8.2%\n投资 | 完成 -15.5 下降15.5%\n外贸 | 完成 -4 下降4%",
            "本图列出升降：工业增长8.2%，投资下降15.5%，外贸下降4%。增幅最大的是工业（增长8.2%），降幅最大的是投资（下降15.5%）。",
        );
        check(
            Kind::Change,
            "",
            "投资 | 完成 -15.5 下降15.5%\n外贸 | 完成 -4 下降4%",
            "本图列出升降：投资下降15.5%，外贸下降4%。降幅最小的是外贸（下降4%），降幅最大的是投资（下降15.5%）。",
        );
    }

    #[test]
    fn equals_share_their_place() {
        check(
            Kind::Bars,
            "",
            "甲 | 完成 3 3个\n乙 | 完成 3 3个\n丙 | 完成 1 1个",
            "本图列出数值：甲3个，乙3个，丙1个。数值最大的是甲（3个）、乙（3个），最小的是丙（1个）。",
        );
    }

    #[test]
    fn a_period_and_its_number_do_not_run_together() {
        check(
            Kind::Series,
            "",
            "粮食总产量 | 2022年 13695 13695亿斤 | 2023年 13908 13908亿斤",
            "本图列出粮食总产量：2022年为13695亿斤，2023年为13908亿斤。",
        );
    }

    #[test]
    fn a_name_that_ends_with_a_number_does_not_run_into_the_next() {
        check(Kind::Bars, "", "PM2.5 | 完成 12.5 12.5%", "本图列出PM2.5为12.5%。");
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        check(Kind::Pairs, "目标", "", "");
    }
}
