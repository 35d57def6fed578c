//! The sentences that say what a chart shows. Every number in them is a label, character for character; nothing is
//! counted or computed.

use std::collections::BTreeSet;

use super::scale::Scale;
use super::{Bound, Chart, Kind, Mark, Role, Row};

/// With more rows than this the names of the first [`NAMED`] stand for the rest.
const LISTED: usize = 5;
const NAMED: usize = 3;

/// One to three Chinese sentences: what is shown, the largest and the smallest, what the forms mean. Empty for a chart
/// without marks.
pub fn description(chart: &Chart) -> String {
    let sentences = [shown(chart), extremes(chart), forms(chart)];
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).map(|sentence| sentence + "。").collect()
}

/// What the chart shows: all of it when that is short.
fn shown(chart: &Chart) -> String {
    let rows: Vec<&Row> = chart.rows.iter().filter(|row| !row.marks.is_empty()).collect();
    if rows.is_empty() {
        return String::new();
    }
    let subject = match (chart.subject.as_str(), chart.kind) {
        ("", Kind::Targets) => "目标",
        ("", Kind::Pairs) => "完成与目标",
        ("", Kind::Change) => "升降",
        ("", Kind::Shares) => "占比",
        ("", Kind::Rank) => "名次",
        ("", Kind::Series) => "历年数值",
        ("", Kind::Bars | Kind::Multiples) => "数值",
        (subject, _) => subject,
    };
    if rows.len() > LISTED {
        let names: Vec<_> = rows.iter().take(NAMED).map(|row| row.label.as_str()).collect();
        return format!("本图列出{subject}，包括{}等", names.join("、"));
    }
    if let [row] = rows[..] {
        return format!("本图列出{}", told(row));
    }
    let rows: Vec<_> = rows.iter().map(|row| told(row)).collect();
    let comma = if rows.iter().any(|row| row.contains('，')) { "；" } else { "，" };
    format!("本图列出{subject}：{}", rows.join(comma))
}

/// A row in words.
fn told(row: &Row) -> String {
    match &row.marks[..] {
        [mark] => format!("{}{}", row.label, mark.label),
        marks => {
            let marks: Vec<_> = marks.iter().map(said).collect();
            format!("{}：{}", row.label, marks.join("，"))
        }
    }
}

/// A mark among others of its row: `2022年完成60.3亿元`. A bare period needs a word before the number.
fn said(mark: &Mark) -> String {
    let series = mark.series.as_deref().unwrap_or(mark.role.word());
    let joint = if series.ends_with(mark.role.word()) { "" } else { "为" };
    format!("{series}{joint}{}", mark.label)
}

/// The largest and the smallest, where rows may be compared at all.
fn extremes(chart: &Chart) -> String {
    let Some(row) = chart.rows.get(1) else { return String::new() };
    match chart.kind {
        // A place in the city and a place in the province are of different orders.
        Kind::Rank => return String::new(),
        Kind::Multiples if chart.rows.iter().all(|row| row.marks.len() < 2) => return String::new(),
        kind if !kind.shares_scale() => return "各项单位不同，各按自己的比例画，项与项之间不比长短".into(),
        _ => {}
    }
    let scale = Scale::of(chart, row);
    let marks: Vec<Named<'_>> =
        chart.rows.iter().flat_map(|row| row.marks.iter().map(move |mark| (row, mark))).collect();
    let [most, least] = [1.0, -1.0].map(|sign| top(&marks, |mark| scale.value(mark) * sign));
    if most.len() == marks.len() {
        return String::new();
    }
    let rising = most.iter().all(|(_, mark)| scale.value(mark) > 0.0);
    let falling = least.iter().all(|(_, mark)| scale.value(mark) < 0.0);
    let [large, small] = match (rising, falling) {
        (true, true) => ["增幅最大的是", "降幅最大的是"],
        (false, true) => ["降幅最小的是", "降幅最大的是"],
        _ => ["数值最大的是", "最小的是"],
    };
    format!("{large}{}，{small}{}", names(&most), names(&least))
}

type Named<'a> = (&'a Row, &'a Mark);

/// The marks of the greatest value.
fn top<'a>(marks: &[Named<'a>], value: impl Fn(&Mark) -> f64) -> Vec<Named<'a>> {
    let best = marks.iter().map(|(_, mark)| value(mark)).fold(f64::NEG_INFINITY, f64::max);
    marks.iter().filter(|(_, mark)| value(mark) == best).copied().collect()
}

fn names(marks: &[Named<'_>]) -> String {
    let named = |(row, mark): &Named<'_>| match row.marks.len() {
        1 => format!("{}（{}）", row.label, mark.label),
        _ => format!("{}（{}）", row.label, said(mark)),
    };
    let more = if marks.len() > NAMED { "等" } else { "" };
    marks.iter().take(NAMED).map(named).collect::<Vec<_>>().join("、") + more
}

/// What the forms mean that the chart uses.
fn forms(chart: &Chart) -> String {
    let marks = || chart.rows.iter().flat_map(|row| &row.marks);
    let roles: BTreeSet<Role> = marks().map(|mark| mark.role).collect();
    let bounds: BTreeSet<Bound> = marks().map(|mark| mark.bound).collect();
    if chart.kind == Kind::Rank {
        return String::new();
    }
    let both = (roles.len() > 1).then_some("实心条表示完成，空心条表示目标");
    let ends = bounds.into_iter().filter_map(|bound| match bound {
        Bound::Exact => None,
        Bound::AtLeast => Some("箭头表示不低于"),
        Bound::MoreThan => Some("空心点加箭头表示超过"),
        Bound::AtMost => Some("斜线加竖线表示不超过"),
        Bound::LessThan => Some("斜线加空心点表示低于"),
        Bound::About => Some("虚化的末端表示约数"),
        Bound::Near => Some("虚化而不越过的末端表示接近"),
        Bound::Range => Some("斜线的末段表示区间"),
    });
    both.into_iter().chain(ends).collect::<Vec<_>>().join("，")
}
