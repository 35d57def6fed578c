//! The same numbers as a table for the page and as CSV for spreadsheets.

use super::{Chart, Mark};
use crate::text::guard_formula;
use crate::words::Words;

/// A table: a row of heads, then rows whose first cell is their head.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Column heads; the first is that of the indicators.
    pub header: Vec<String>,
    /// As many cells in each row as there are heads.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a [`Table`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its words: the report's own characters, or `—` where a row has no such number.
    pub text: String,
    /// Address of the sentence that the number comes from.
    pub href: Option<String>,
}

/// The chart as a table for people: one column for the indicator and one for each series, in the order in which they
/// first appear. The cells hold labels as the report has them.
pub fn table(chart: &Chart, words: &Words) -> Table {
    let mut columns: Vec<&str> = Vec::new();
    for mark in chart.rows.iter().flat_map(|row| &row.marks) {
        if !columns.contains(&column(mark, words)) {
            columns.push(column(mark, words));
        }
    }
    let rows = chart.rows.iter().filter(|row| !row.marks.is_empty()).map(|row| {
        let head = Cell { text: row.label.clone(), href: None };
        let cells = columns.iter().map(|name| cell(row.marks.iter().find(|mark| column(mark, words) == *name)));
        std::iter::once(head).chain(cells).collect()
    });
    let rows = rows.collect();
    Table { header: std::iter::once(words.get("drawing.indicator")).chain(columns).map(String::from).collect(), rows }
}

fn column<'a>(mark: &'a Mark, words: &'a Words) -> &'a str {
    mark.series.as_deref().unwrap_or(mark.role.word(words))
}

fn cell(mark: Option<&Mark>) -> Cell {
    match mark {
        Some(mark) => {
            let href = Some(mark.href.clone()).filter(|href| !href.is_empty());
            Cell { text: mark.label.clone(), href }
        }
        None => Cell { text: "—".into(), href: None },
    }
}

/// The chart as CSV (RFC 4180: CRLF, quotes doubled) in UTF-8 with a byte order mark, without which Excel takes Chinese
/// for something else. One line a mark.
pub fn csv(chart: &Chart, words: &Words) -> String {
    let heads = [
        words.get("drawing.indicator"),
        words.get("drawing.series"),
        words.get("drawing.value"),
        words.get("drawing.high"),
        words.get("drawing.words"),
        words.get("drawing.bound"),
        words.get("drawing.direction"),
    ];
    let mut out = format!("\u{feff}{}\r\n", heads.map(field).join(","));
    for row in &chart.rows {
        for mark in &row.marks {
            let high = mark.high.map(plain).unwrap_or_default();
            let direction = mark.direction.map_or("", |direction| direction.word(words));
            let [name, series] = [&row.label, column(mark, words)].map(field);
            let label = field(&mark.label);
            let bound = field(mark.bound.word(words));
            let fields = [&name, &series, &plain(mark.value), &high, &label, &bound, direction].join(",");
            out.push_str(&fields);
            out.push_str("\r\n");
        }
    }
    out
}

/// A number for machines: as short as it can be and still be read back as the same.
fn plain(value: f64) -> String {
    if value.is_finite() { value.to_string() } else { String::new() }
}

/// A text as a field, which is no formula.
fn field(text: &str) -> String {
    let text = guard_formula(text);
    if text.contains([',', '"', '\r', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{chart, chinese};
    use super::super::{Kind, Row};
    use super::*;

    /// A table as lines; cells with an address are marked.
    #[track_caller]
    fn check(kind: Kind, rows: &str, expect: &[&str]) {
        let table = table(&chart(kind, rows), chinese());
        let cell = |cell: &Cell| cell.href.as_ref().map_or(cell.text.clone(), |href| format!("{}→{href}", cell.text));
        let line = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join(" | ");
        let lines: Vec<_> = std::iter::once(table.header.join(" | ")).chain(table.rows.iter().map(line)).collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn each_series_has_a_column() {
        check(
            Kind::Pairs,
            "公路 | 2022年完成 41 41公里 | 2023年目标 20 20公里\n学校 | 2023年目标 2 2个",
            &["指标 | 2022年完成 | 2023年目标", "公路 | 41公里→#s | 20公里→#s", "学校 | — | 2个→#s"],
        );
    }

    #[test]
    fn a_single_series_is_called_by_its_role() {
        check(Kind::Targets, "生产总值 | 目标 +~6.5 增长6.5%左右", &["指标 | 目标", "生产总值 | 增长6.5%左右→#s"]);
    }

    #[test]
    fn csv_holds_number_words_and_bound() {
        let chart = chart(Kind::Pairs, "能耗 | 完成 -3.2 下降3.2% | 2023年目标 -3..4 下降3%—4%");
        let expect = "\u{feff}指标,系列,数值,高值,原文,限定,升降\r\n\
                      能耗,完成,3.2,,下降3.2%,,降\r\n\
                      能耗,2023年目标,3,4,下降3%—4%,区间,降\r\n";
        assert_eq!(csv(&chart, chinese()), expect);
    }

    #[test]
    fn no_field_is_a_formula_and_none_breaks_the_line() {
        let spelled = ["=1+1", "-3", "@a", "甲,乙", "说“\"”", "一\n二", "+,"].map(field);
        assert_eq!(spelled, ["'=1+1", "-3", "'@a", "\"甲,乙\"", "\"说“\"\"”\"", "\"一\n二\"", "\"'+,\""]);
        let mark = Mark { value: -3.5, label: "-3.5%".into(), ..Mark::default() };
        let rows = vec![Row { label: "甲".into(), marks: vec![mark], ..Row::default() }];
        let written = csv(&Chart { rows, ..Chart::default() }, chinese());
        assert!(written.ends_with("\r\n甲,完成,-3.5,,'-3.5%,,\r\n"));
    }
}
