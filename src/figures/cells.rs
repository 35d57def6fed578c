//! Reads the cells of a table: each is what its row measures, at the time and of the status that its column names.

use super::explained::{Explained, Reading};
use super::figure::{Doubt, Status};
use super::paragraph::explain;
use super::setting::Setting;
use super::why::{Because, StatusRule};
use super::word_lists::lists;
use crate::text::{Span, is_bare_number};

/// The figures of a row, whose cells stand apart by tabs, under the row `head`. A number alone has the unit that the head of its column
/// or of its row names in brackets (`增长（%）`, `粮食产量（万吨）`); where neither does it is left alone.
pub(super) fn row(head: &str, row: &str, setting: Setting<'_>) -> Reading {
    let heads: Vec<ColumnHead<'_>> = head.split('\t').map(ColumnHead::of).collect();
    let mut reading = Reading::default();
    let first = row.split('\t').next().unwrap_or_default();
    let (name, own_unit) = without_unit(first.trim());
    let mut start = first.len();
    for (cell, column) in row.split('\t').zip(heads).skip(1) {
        let cell_start = start + '\t'.len_utf8();
        start = cell_start + cell.len();
        // Said in one sentence, the rules of sentences read it.
        let unit = column.unit_of(cell, own_unit);
        let sentence = format!("{}{unit}", column.say(name, cell));
        let before = sentence.len() - unit.len() - cell.len();
        // A direction or a unit that a head names has no place in the cell.
        let within = |span: Span| {
            let end = span.end.checked_sub(before)?.min(cell.len());
            let start = span.start.saturating_sub(before);
            (start < end).then(|| Span::new(start, end).shifted(cell_start))
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

/// What the head of a column says: the year, whether it is planned, what else (比上年增长), and the unit of its numbers.
struct ColumnHead<'h> {
    year: &'h str,
    planned: bool,
    rest: &'h str,
    unit: &'h str,
}

/// What a head says, and the unit that it names in brackets at its end (`（单位：亿元）`).
fn without_unit(head: &str) -> (&str, &str) {
    let bracketed = head.strip_suffix(['）', ')']).and_then(|inner| inner.rsplit_once(['（', '(']));
    let Some((said, unit)) = bracketed else { return (head, "") };
    let unit = unit.strip_prefix("单位").map_or(unit, |unit| unit.trim_start_matches(['：', ':'])).trim();
    if is_unit(unit) { (said.trim_end(), unit) } else { (head, "") }
}

/// Whether a number before these words would have them for its unit, and no other words.
fn is_unit(words: &str) -> bool {
    let said = format!("完成1{words}");
    let found = explain(&said, Setting { report_year: None, headings: &[], ..Setting::default() }).figures;
    let whole = Span::new("完成".len(), said.len());
    matches!(&found[..], [only] if !words.is_empty() && only.figure.span.end == whole.end && !only.figure.unit.is_empty())
}

impl<'h> ColumnHead<'h> {
    fn of(head: &'h str) -> ColumnHead<'h> {
        let (head, unit) = without_unit(head.trim());
        let bytes = head.as_bytes();
        let year = head.find('年').filter(|at| *at >= 4 && bytes[at - 4..*at].iter().all(u8::is_ascii_digit));
        let (year, rest) = match year {
            Some(at) => (&head[at - 4..at + '年'.len_utf8()], &head[at + '年'.len_utf8()..]),
            None => ("", head),
        };
        let planned = lists().cells_planned.iter().any(|word| rest.contains(word));
        // 完成 and 目标 alone say only the status.
        let said = rest.trim_end_matches("情况").trim_end_matches(['数', '值']);
        let only_status = planned || matches!(said, "完成" | "实际" | "实际完成" | "执行" | "决算");
        ColumnHead { year, planned, rest: if only_status { "" } else { rest }, unit }
    }

    /// The unit of a cell that is a number alone: that of its column; that of its row where the column says nothing of its own, since
    /// a column of growth is in another unit than the amounts beside it.
    fn unit_of(&self, cell: &str, row: &'h str) -> &'h str {
        match (is_bare_number(cell.trim()), self.unit) {
            (true, "") if self.rest.is_empty() => row,
            (true, unit) => unit,
            (false, _) => "",
        }
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
    use crate::figures::Figure;

    #[track_caller]
    fn check(head: &str, expect: (&str, bool, &str, &str)) {
        let ColumnHead { year, planned, rest, unit } = ColumnHead::of(head);
        assert_eq!((year, planned, rest, unit), expect, "{head}");
    }

    #[test]
    fn a_head_says_its_year_and_whether_it_is_planned() {
        check("2023年完成", ("2023年", false, "", ""));
        check("2024年预期目标", ("2024年", true, "", ""));
        check("2023年比上年增长", ("2023年", false, "比上年增长", ""));
        // 年 with no year of four digits before it is a word like others.
        check("比上年增长（%）", ("", false, "比上年增长", "%"));
        check("2023年（单位：亿元）", ("2023年", false, "", "亿元"));
        check("上年", ("", false, "上年", ""));
        check("元年", ("", false, "元年", ""));
        // What stands in brackets is not always a unit.
        check("2023年（初步核算）", ("2023年", false, "（初步核算）", ""));
    }

    /// Value, unit, kind, period and printed words of each figure of a row.
    fn read(head: &str, words: &str) -> Vec<String> {
        let read = row(head, words, Setting { report_year: Some(2024), headings: &[], ..Setting::default() });
        let told = read.figures.iter().map(|own| {
            let Figure { value, unit, indicator, period, span, .. } = &own.figure;
            format!("{indicator} {value} {unit} {period} {}", span.of(words))
        });
        told.collect()
    }

    #[test]
    fn a_number_alone_has_the_unit_of_its_head() {
        let head = "指标\t2023年\t比上年增长（%）";
        assert_eq!(
            read(head, "地区生产总值（亿元）\t1260.5\t-5.2"),
            ["地区生产总值 1260.5 亿元 2023 1260.5", "地区生产总值 -5.2 % 2023 -5.2",]
        );
        // The unit of the row is not that of a column which says more than a year.
        assert_eq!(read("指标\t2023年\t比上年增长", "粮食产量（万吨）\t45.1\t3.2"), ["粮食产量 45.1 万吨 2023 45.1"]);
        assert_eq!(read("指标\t2023年", "粮食产量\t45.1"), Vec::<String>::new());
        assert_eq!(read("指标\t2023年", "粮食产量\t45.1万吨"), ["粮食产量 45.1 万吨 2023 45.1万吨"]);
    }
}
