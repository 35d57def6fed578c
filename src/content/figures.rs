//! `figures.csv`: one quantity a row, each with the words of the report that state it.

use std::borrow::Cow;

use super::fields::one_of;
use super::file::RawFile;
use super::manuscript::PageId;
use super::table::write_csv;
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{Direction, Figure, Kind, Qualifier, Status};
use crate::message::{Message, message};
use crate::text::{Source, Span, nearest};

/// The columns, in order.
pub const COLUMNS: [&str; 13] = [
    "id",
    "place",
    "quote",
    "words",
    "value",
    "high",
    "unit",
    "qualifier",
    "kind",
    "direction",
    "indicator",
    "period",
    "status",
];

/// The figures of a report.
#[derive(Debug)]
pub struct FigureTable {
    /// The rows in the order of the file.
    pub rows: Vec<FigureRow>,
    /// The file, for messages.
    pub file: Source,
}

/// One row.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// Short ASCII name, unique in the report; the address of the figure.
    pub id: String,
    /// The page whose text states it.
    pub page: PageId,
    /// Words of that page that stand there once.
    pub quote: String,
    /// The part of the quote that is the figure itself: `增长6.5%左右`.
    pub words: String,
    /// The number as written (712 for 712亿元).
    pub value: f64,
    /// The high end of a range.
    pub high: Option<f64>,
    /// The unit as written.
    pub unit: String,
    /// 左右, 以上 …
    pub qualifier: Qualifier,
    /// What kind of quantity.
    pub kind: Kind,
    /// For changes.
    pub direction: Option<Direction>,
    /// What is measured.
    pub indicator: String,
    /// The year or years it is about.
    pub period: String,
    /// Done or planned.
    pub status: Status,
    /// Places of the cells in the file, in the order of [`COLUMNS`].
    pub cells: Vec<Span>,
}

impl FigureRow {
    /// Gives a figure what the row says of it.
    pub(super) fn correct(&self, figure: &mut Figure) {
        figure.value = self.value;
        figure.high = self.high;
        figure.unit.clone_from(&self.unit);
        figure.qualifier = self.qualifier;
        figure.kind = self.kind;
        figure.direction = self.direction;
        figure.indicator.clone_from(&self.indicator);
        figure.period.clone_from(&self.period);
        figure.status = self.status;
    }

    /// The place of the cell under `column` in the file.
    pub fn cell(&self, column: &str) -> Span {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
        self.cells.get(at).copied().unwrap_or_default()
    }
}

/// Reads the table. A row with a fault is reported, all its faults at once, and left out.
pub(super) fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureTable> {
    let source = file.source(diagnostics)?;
    let mut rows: Vec<FigureRow> = Vec::new();
    let records = records(&source);
    let mut records = records.into_iter().filter(|record| !(record.len() == 1 && record[0].1.trim().is_empty()));
    let head = records.next().unwrap_or_default();
    let order = columns(&head, &source, diagnostics)?;
    for record in records {
        let row = Row { source: &source, record: &record, order: &order, faults: Vec::new(), head: head.len() };
        let Some(row) = row.read(diagnostics) else { continue };
        let Some(first) = rows.iter().find(|first| first.id == row.id) else {
            rows.push(row);
            continue;
        };
        let line = source.place(first.cell("id").start).line;
        let fault = Diagnostic::error(
            Code::DUPLICATE_ID,
            message!("the id `{id}` stands twice", "编号 `{id}` 用了两次", id = row.id),
        );
        let fault = fault.at(&source, row.cell("id")).with_note(message!("first: line {line}", "第一次：第 {line} 行"));
        diagnostics.push(fault.with_help(message!("give each figure an id of its own", "给后来的换一个编号")));
    }
    Some(FigureTable { rows, file: source })
}

/// The byte of `quote` at which `words` begin, when they stand there exactly once. Words inside a longer number do not
/// count: `6.3%、3%` holds `3%` once.
pub fn words_in_quote(quote: &str, words: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let inside_number = |at: usize| {
        let rest = &quote[at + words.len()..];
        let goes_on = rest.starts_with(digit) || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(digit));
        let came_before = quote[..at].ends_with(|c: char| digit(c) || c == '.');
        words.starts_with(digit) && came_before || words.ends_with(digit) && goes_on
    };
    let mut places = quote.match_indices(words).map(|(at, _)| at).filter(|at| !inside_number(*at));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}

type Cell<'a> = (Span, Cow<'a, str>);

/// Cuts the text into records and cells by RFC 4180, with the place of each cell, which the csv crate does not tell.
fn records(source: &Source) -> Vec<Vec<Cell<'_>>> {
    let text = source.text();
    let mut records = Vec::new();
    let mut record: Vec<Cell<'_>> = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (length, cell) = match rest.strip_prefix('"') {
            Some(inner) => quoted_cell(inner),
            None => {
                let length = rest.find([',', '\n']).unwrap_or(rest.len());
                (length, Cow::Borrowed(rest[..length].trim_end_matches('\r')))
            }
        };
        record.push((Span::new(at, at + length), cell));
        at += length;
        match text[at..].chars().next() {
            Some(',') => at += 1,
            Some(_) => {
                // A line end; after a quoted cell also stray characters, which belong to it.
                at += text[at..].find('\n').map_or(text.len() - at, |end| end + 1);
                records.push(std::mem::take(&mut record));
            }
            None => {}
        }
        if at >= text.len() {
            if !record.is_empty() {
                records.push(record);
            }
            return records;
        }
    }
}

/// A cell in quotation marks: how many bytes it takes with both of them, and what it says.
fn quoted_cell(inner: &str) -> (usize, Cow<'_, str>) {
    let mut end = 0;
    let mut doubled = false;
    while let Some(quote) = inner[end..].find('"') {
        end += quote;
        if !inner[end + 1..].starts_with('"') {
            let cell = &inner[..end];
            let cell = if doubled { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) };
            return (end + 2, cell);
        }
        doubled = true;
        end += 2;
    }
    (inner.len() + 1, Cow::Borrowed(inner))
}

/// For each of [`COLUMNS`], which cell of a record holds it.
fn columns(head: &[Cell<'_>], source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<usize>> {
    let before = diagnostics.len();
    for (span, name) in head {
        if !COLUMNS.contains(&name.trim()) {
            let fault =
                Diagnostic::error(Code::UNKNOWN_KEY, message!("there is no column `{name}`", "没有 `{name}` 这一列"))
                    .at(source, *span);
            diagnostics.push(fault.with_help(match nearest(name, &COLUMNS) {
                Some(near) => message!("did you mean `{near}`?", "是不是想写 `{near}`？"),
                None => message!("the columns are: {columns}", "各列是：{columns}", columns = COLUMNS.join(",")),
            }));
        }
    }
    let mut order = Vec::new();
    for column in COLUMNS {
        match head.iter().position(|(_, name)| name.trim() == column) {
            Some(at) => order.push(at),
            None => diagnostics.push(
                Diagnostic::error(
                    Code::MISSING_KEY,
                    message!("the column `{column}` is missing", "缺少 `{column}` 这一列"),
                )
                .at(source, Span::new(0, source.line(1).span.end))
                .with_help(message!(
                    "the first line must be: {columns}",
                    "第一行应当是：{columns}",
                    columns = COLUMNS.join(",")
                )),
            ),
        }
    }
    (diagnostics.len() == before).then_some(order)
}

struct Row<'a> {
    source: &'a Source,
    record: &'a [Cell<'a>],
    order: &'a [usize],
    faults: Vec<Diagnostic>,
    head: usize,
}

impl Row<'_> {
    fn read(mut self, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureRow> {
        if self.record.len() != self.head {
            let end = self.record.last().map_or(0, |(span, _)| span.end);
            let message = message!(
                "this row has {cells} cells, the head has {head}",
                "这一行有 {cells} 格，第一行有 {head} 格",
                cells = self.record.len(),
                head = self.head
            );
            let fault =
                Diagnostic::error(Code::CSV_SYNTAX, message).at(self.source, Span::new(self.record[0].0.start, end));
            diagnostics.push(fault.with_help(message!(
                "put a cell that holds a comma in quotation marks",
                "格里有逗号的，整格加上英文双引号"
            )));
            return None;
        }
        let id = self.words("id");
        if id.is_empty()
            || id.starts_with('-')
            || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        {
            self.fault(
                "id",
                message!("`{id}` cannot be an id", "`{id}` 不能做编号"),
                message!(
                    "use lower-case letters, digits and hyphens: f12, gdp-2023",
                    "只用小写字母、数字和连字符：f12、gdp-2023"
                ),
            );
        }
        let place = self.words("place");
        let page = PageId::parse(&place);
        if page.is_none() {
            self.fault(
                "place",
                message!("`{place}` is no page", "`{place}` 不是页的名字"),
                message!("name the page that has the words: 2, 2-1", "写出这句话所在的页：2、2-1"),
            );
        }
        let (quote, words) = (self.words("quote"), self.words("words"));
        if words.is_empty() || !quote.contains(&words) {
            self.fault(
                "words",
                message!("「{words}」 is no part of the quote", "`quote` 里没有「{words}」"),
                message!("copy the figure itself out of the quote", "从 `quote` 里照抄数字本身"),
            );
        }
        let value = self.number("value");
        if value.is_none() {
            self.fault(
                "value",
                message!("there is no number", "这里没有数"),
                message!("write the number as the report has it: 712 for 712亿元", "照报告写出数来：712亿元就写 712"),
            );
        }
        let row = FigureRow {
            high: self.number("high"),
            unit: self.words("unit"),
            qualifier: self.one_of("qualifier", Qualifier::from_name, Qualifier::NAMES).unwrap_or(Qualifier::Eq),
            kind: self.one_of("kind", Kind::from_name, Kind::NAMES).unwrap_or(Kind::Level),
            direction: if self.words("direction").is_empty() {
                None
            } else {
                self.one_of("direction", Direction::from_name, Direction::NAMES)
            },
            indicator: self.words("indicator"),
            period: self.words("period"),
            status: self.one_of("status", Status::from_name, Status::NAMES).unwrap_or(Status::Actual),
            cells: self.order.iter().map(|at| self.record[*at].0).collect(),
            value: value.unwrap_or_default(),
            page: page.clone().unwrap_or(PageId::of(0, None)),
            id,
            quote,
            words,
        };
        if row.indicator.is_empty() {
            self.fault(
                "indicator",
                message!("the row does not say what is measured", "这一行没有说是什么数"),
                message!("name it in the report's words", "照报告的说法写出指标"),
            );
        }
        let good = self.faults.is_empty();
        diagnostics.extend(self.faults);
        good.then_some(row)
    }

    fn cell(&self, column: &str) -> &Cell<'_> {
        let at = COLUMNS.iter().position(|known| *known == column).unwrap_or(0);
        &self.record[self.order[at]]
    }

    fn words(&self, column: &str) -> String {
        self.cell(column).1.trim().to_owned()
    }

    fn fault(&mut self, column: &str, message: Message, help: Message) {
        let span = self.cell(column).0;
        self.faults.push(Diagnostic::error(Code::BAD_VALUE, message).at(self.source, span).with_help(help));
    }

    fn number(&mut self, column: &str) -> Option<f64> {
        let words = self.words(column);
        if words.is_empty() {
            return None;
        }
        let number = words.parse().ok().filter(|number: &f64| number.is_finite());
        if number.is_none() {
            self.fault(
                column,
                message!("`{words}` is not a number", "`{words}` 不是数"),
                message!("write it with digits and a point: 6.5", "用阿拉伯数字和小数点写：6.5"),
            );
        }
        number
    }

    fn one_of<T>(&mut self, column: &str, from_name: fn(&str) -> Option<T>, names: &[&str]) -> Option<T> {
        let words = self.words(column);
        let found = from_name(&words);
        if found.is_none() {
            self.fault(
                column,
                message!("`{column}` cannot be `{words}`", "`{column}` 不能是 `{words}`"),
                one_of(names),
            );
        }
        found
    }
}

/// The table as a file that Excel opens.
pub fn write<'r>(rows: impl IntoIterator<Item = [Cow<'r, str>; 13]>) -> Vec<u8> {
    write_csv(&COLUMNS, rows.into_iter().map(|row| row.map(|cell| cell.into_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    fn check(text: &str) -> (Option<FigureTable>, Vec<String>) {
        let mut diagnostics = Vec::new();
        let file = RawFile { path: "figures.csv", name: "figures.csv", bytes: text.as_bytes() };
        let table = read(file, &mut diagnostics);
        let shown = diagnostics
            .iter()
            .map(|found| {
                let place = found.location.as_ref().map(|at| at.place.to_string()).unwrap_or_default();
                format!("{place} {} {}", found.code, found.message.said_in(Language::English))
            })
            .collect();
        (table, shown)
    }

    const HEAD: &str = "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\r\n";

    #[test]
    fn rows_are_read_with_the_place_of_each_cell() {
        let (table, faults) = check(&format!(
            "{HEAD}f1,2,\"产值\"\"高\"\",增长6.5%左右\",增长6.5%左右,6.5,,%,approx,change,up,产值,2023,target\r\n"
        ));
        assert_eq!(faults, Vec::<String>::new());
        let table = table.unwrap();
        let row = &table.rows[0];
        assert_eq!(row.quote, "产值\"高\",增长6.5%左右");
        assert_eq!(row.cell("words").of(table.file.text()), "增长6.5%左右");
        assert_eq!(table.file.place(row.cell("id").start).to_string(), "2:1");
    }

    #[test]
    fn all_faults_of_all_rows_are_told_at_once() {
        // The place of every fault is that of its cell.
        let text = format!("{HEAD}F 1,x,引文,文字,a,,%,abot,change,,,2023,target\nf2,2,引文\n");
        let (table, faults) = check(&text);
        assert!(table.is_some_and(|table| table.rows.is_empty()));
        assert_eq!(
            faults,
            [
                "2:1 bad-value `F 1` cannot be an id",
                "2:5 bad-value `x` is no page",
                "2:10 bad-value 「文字」 is no part of the quote",
                "2:13 bad-value `a` is not a number",
                "2:13 bad-value there is no number",
                "2:18 bad-value `qualifier` cannot be `abot`",
                "2:31 bad-value the row does not say what is measured",
                "3:1 csv-syntax this row has 3 cells, the head has 13",
            ]
        );
    }

    #[test]
    fn a_table_without_its_columns_says_which() {
        let (table, faults) = check("id,place,qoute\n");
        assert!(table.is_none());
        assert_eq!(faults[0], "1:10 unknown-key there is no column `qoute`");
        assert_eq!(faults.len(), 12);
    }

    #[test]
    fn words_inside_a_longer_number_do_not_count() {
        assert_eq!(words_in_quote("改善6.3%、3%", "3%"), Some("改善6.3%、".len()));
        assert_eq!(words_in_quote("3.6 : 48 : 48.4", "48"), Some("3.6 : ".len()));
        assert_eq!(words_in_quote("10个和10个", "10个"), None);
        assert_eq!(words_in_quote("有5条。", "5条"), Some("有".len()));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let cells =
            ["f1", "2", "a,\"b\"\n增长1%", "增长1%", "1", "", "%", "eq", "change", "up", "甲", "2023", "target"];
        let bytes = write([cells.map(Cow::Borrowed)]);
        let (table, faults) = check(std::str::from_utf8(&bytes[3..]).unwrap());
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(table.unwrap().rows[0].quote, cells[2]);
    }
}
