//! Reads the cells of a table: each is what its row measures, at the time and of the status that its column names.

use super::explained::{Explained, Reading};
use super::figure::{Doubt, Status};
use super::paragraph::explain;
use super::setting::Setting;
use super::why::{Because, StatusRule};
use crate::text::Span;

/// The figures of a row, whose cells stand apart by tabs, under the row `head`. A number with its unit stands in one cell; one
/// whose unit only a head has is left alone.
pub(super) fn row(head: &str, row: &str, setting: Setting<'_>) -> Reading {
    let heads: Vec<ColumnHead<'_>> = head.split('\t').map(ColumnHead::of).collect();
    let mut reading = Reading::default();
    let name = row.split('\t').next().unwrap_or_default();
    let mut start = name.len();
    for (cell, column) in row.split('\t').zip(heads).skip(1) {
        let cell_start = start + '\t'.len_utf8();
        start = cell_start + cell.len();
        // Said in one sentence, the rules of sentences read it.
        let sentence = column.say(name.trim(), cell);
        let before = sentence.len() - cell.len();
        let within = |span: Span| {
            (span.start >= before).then(|| Span::new(span.start - before, span.end - before).shifted(cell_start))
        };
        let whole = Span::new(0, row.len());
        let read = explain(&sentence, setting).figures.into_iter();
        let read = read.filter_map(|explained| placed(explained, within, whole));
        reading.figures.extend(read.map(|explained| if column.planned { planned(explained) } else { explained }));
    }
    reading
}

/// A figure whose column says that it is planned.
fn planned(mut explained: Explained) -> Explained {
    explained.figure.status = Status::Target;
    explained.status = Because::unsaid(StatusRule::Column);
    explained.heading = None;
    explained.doubts.retain(|because| because.rule.doubt() != Doubt::Status);
    explained.figure.doubts.retain(|doubt| *doubt != Doubt::Status);
    explained
}

/// What the head of a column says: the year, whether it is planned, and what else (比上年增长).
struct ColumnHead<'h> {
    year: &'h str,
    planned: bool,
    rest: &'h str,
}

impl<'h> ColumnHead<'h> {
    fn of(head: &'h str) -> ColumnHead<'h> {
        const PLANNED: &[&str] = &["预期", "目标", "计划", "预算", "任务"];
        let head = head.trim();
        let bytes = head.as_bytes();
        let year = head.find('年').filter(|at| *at >= 4 && bytes[at - 4..*at].iter().all(u8::is_ascii_digit));
        let (year, rest) = match year {
            Some(at) => (&head[at - 4..at + '年'.len_utf8()], &head[at + '年'.len_utf8()..]),
            None => ("", head),
        };
        let planned = PLANNED.iter().any(|word| rest.contains(word));
        // 完成 and 目标 alone say only the status.
        let said = rest.trim_end_matches("情况").trim_end_matches(['数', '值']);
        let only_status = planned || matches!(said, "完成" | "实际" | "实际完成" | "执行" | "决算");
        ColumnHead { year, planned, rest: if only_status { "" } else { rest } }
    }

    fn say(&self, name: &str, cell: &str) -> String {
        let goal = if self.planned { "预期目标：" } else { "" };
        format!("{}{goal}{name}{}{cell}", self.year, self.rest)
    }
}

/// A figure of the sentence that a cell makes, with its places in the row; what a head said has none there.
fn placed(explained: Explained, within: impl Fn(Span) -> Option<Span>, row: Span) -> Option<Explained> {
    let mut placed = explained;
    placed.figure.span = within(placed.figure.span)?;
    placed.figure.number = within(placed.figure.number)?;
    placed.figure.sentence = row;
    let or_nowhere = |span: &mut Span| *span = within(*span).unwrap_or_default();
    placed.name_words.retain_mut(|span| within(*span).map(|moved| *span = moved).is_some());
    or_nowhere(&mut placed.base);
    or_nowhere(&mut placed.period.words);
    or_nowhere(&mut placed.status.words);
    or_nowhere(&mut placed.qualifier.words);
    or_nowhere(&mut placed.kind.words);
    or_nowhere(&mut placed.direction.words);
    or_nowhere(&mut placed.manner.words);
    placed.doubts.iter_mut().for_each(|because| or_nowhere(&mut because.words));
    Some(placed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(head: &str, expect: (&str, bool, &str)) {
        let ColumnHead { year, planned, rest } = ColumnHead::of(head);
        assert_eq!((year, planned, rest), expect, "{head}");
    }

    #[test]
    fn a_head_says_its_year_and_whether_it_is_planned() {
        check("2023年完成", ("2023年", false, ""));
        check("2024年预期目标", ("2024年", true, ""));
        check("2023年比上年增长", ("2023年", false, "比上年增长"));
        // 年 with no year of four digits before it is a word like others.
        check("比上年增长（%）", ("", false, "比上年增长（%）"));
        check("上年", ("", false, "上年"));
        check("元年", ("", false, "元年"));
    }
}
