//! One row of `figures.csv`, cell by cell: all its faults are told at once, each at its cell.

use super::super::cells::PlacedCell;
use super::super::fields::one_of;
use super::super::page_id::PageId;
use super::saved;
use super::table::{COLUMNS, FigureRow, OPTIONAL};
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{Direction, Doubt, Kind, Manner, Qualifier, Status};
use crate::message::{Message, message};
use crate::text::{Source, Span, unguard_formula};

/// A record on its way to a [`FigureRow`].
pub(super) struct RecordReader<'a> {
    pub source: &'a Source,
    pub record: &'a [PlacedCell<'a>],
    /// For each of [`COLUMNS`], which cell holds it, if the table has it.
    pub order: &'a [Option<usize>],
    /// How many cells the head has.
    pub head: usize,
    pub faults: Vec<Diagnostic>,
}

impl RecordReader<'_> {
    /// The row, unless it has faults; those go to `diagnostics`. The places of cells that Excel changed go to `undone`.
    pub(super) fn read(mut self, diagnostics: &mut Vec<Diagnostic>, undone: &mut Vec<Span>) -> Option<FigureRow> {
        if !self.is_whole() {
            diagnostics.push(self.uneven());
            return None;
        }
        let id = self.id();
        let page = self.page(undone);
        let (quote, words) = self.quote(undone);
        let value = self.value();
        let row = FigureRow {
            high: self.number("high"),
            unit: self.words("unit"),
            qualifier: self.one_of("qualifier", Qualifier::from_name, Qualifier::NAMES).unwrap_or(Qualifier::Eq),
            kind: self.one_of("kind", Kind::from_name, Kind::NAMES).unwrap_or(Kind::Level),
            direction: self.direction(),
            indicator: self.indicator(),
            period: self.period(),
            status: self.one_of("status", Status::from_name, Status::NAMES).unwrap_or(Status::Actual),
            manner: self.manner(),
            scope: self.words("scope"),
            doubts: self.doubts(),
            cells: COLUMNS.iter().map(|column| self.place(column)).collect(),
            value: value.unwrap_or_default(),
            page: page.unwrap_or(PageId::of(0, None)),
            id,
            quote,
            words,
        };
        let good = self.faults.is_empty();
        diagnostics.extend(self.faults);
        good.then_some(row)
    }

    /// Whether the row has a cell for each column that it needs, and none besides.
    fn is_whole(&self) -> bool {
        let needed = COLUMNS.iter().zip(self.order).filter(|(column, _)| !OPTIONAL.contains(column));
        let last = needed.filter_map(|(_, at)| *at).max().unwrap_or(0);
        (last + 1..=self.head).contains(&self.record.len())
    }

    /// The fault of a row that has not as many cells as the head.
    fn uneven(&self) -> Diagnostic {
        let end = self.record.last().map_or(0, |(span, _)| span.end);
        let message = message!(
            "this row has {cells} cells, the head has {head}",
            "这一行有 {cells} 格，第一行有 {head} 格",
            cells = self.record.len(),
            head = self.head
        );
        let start = self.record.first().map_or(0, |(span, _)| span.start);
        let fault = Diagnostic::error(Code::CSV_SYNTAX, message).at(self.source, Span::new(start, end));
        fault
            .with_help(message!("put a cell that holds a comma in quotation marks", "格里有逗号的，整格加上英文双引号"))
    }

    fn id(&mut self) -> String {
        let id = self.words("id");
        let plain = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if id.is_empty() || id.starts_with('-') || !plain {
            self.fault(
                "id",
                message!("`{id}` cannot be an id", "`{id}` 不能做编号"),
                message!(
                    "use lower-case letters, digits and hyphens: f12, gdp-2023",
                    "只用小写字母、数字和连字符：f12、gdp-2023"
                ),
            );
        }
        id
    }

    fn page(&mut self, undone: &mut Vec<Span>) -> Option<PageId> {
        let place = self.words("place");
        let found = saved::place(&place);
        if found.as_ref().is_some_and(|found| found.is_date) {
            undone.push(self.place("place"));
        }
        if found.is_none() {
            self.fault(
                "place",
                message!("`{place}` is no page", "`{place}` 不是页的名字"),
                message!("name the file that has the words: 2.md, 2-1.md", "写出这句话所在的文件：2.md、2-1.md"),
            );
        }
        found.map(|found| found.page)
    }

    /// The quote, and the words in it that are the figure itself.
    fn quote(&mut self, undone: &mut Vec<Span>) -> (String, String) {
        let (quote, mut words) = (self.words("quote"), self.words("words"));
        if !quote.contains(&words)
            && let Some(printed) = saved::printed(&quote, &words)
        {
            undone.push(self.place("words"));
            words = printed.to_owned();
        }
        if words.is_empty() || !quote.contains(&words) {
            self.fault(
                "words",
                message!("「{words}」 is no part of the quote", "`quote` 里没有「{words}」"),
                message!("copy the figure itself out of the quote", "从 `quote` 里照抄数字本身"),
            );
        }
        (quote, words)
    }

    fn value(&mut self) -> Option<f64> {
        let value = self.number("value");
        if value.is_none() {
            self.fault(
                "value",
                message!("there is no number", "这里没有数"),
                message!("write the number as the report has it: 712 for 712亿元", "照报告写出数来：712亿元就写 712"),
            );
        }
        value
    }

    fn direction(&mut self) -> Option<Direction> {
        let said = !self.words("direction").is_empty();
        said.then(|| self.one_of("direction", Direction::from_name, Direction::NAMES)).flatten()
    }

    fn indicator(&mut self) -> String {
        let indicator = self.words("indicator");
        if indicator.is_empty() {
            self.fault(
                "indicator",
                message!("the row does not say what is measured", "这一行没有说是什么数"),
                message!("name it in the report's words", "照报告的说法写出指标"),
            );
        }
        indicator
    }

    /// `2022`, `2018-2022`, `2020-`, or nothing.
    fn period(&mut self) -> String {
        let period = self.words("period");
        let year = |words: &str| words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
        let good = match period.split_once('-') {
            None => period.is_empty() || year(&period),
            Some((first, last)) => year(first) && (last.is_empty() || year(last) && first < last),
        };
        if !good {
            self.fault(
                "period",
                message!("`{period}` is no period", "`{period}` 不是年份"),
                message!(
                    "write a year, two years with a hyphen, or nothing: 2022, 2018-2022",
                    "写一年、用短横连起的两年，或者留空：2022、2018-2022"
                ),
            );
        }
        period
    }

    fn manner(&mut self) -> Manner {
        let said = !self.words("manner").is_empty();
        let found = said.then(|| self.one_of("manner", Manner::from_name, Manner::NAMES)).flatten();
        found.unwrap_or(Manner::Plain)
    }

    /// `name period`: in the order of the list, each once.
    fn doubts(&mut self) -> Vec<Doubt> {
        let cell = self.words("doubt");
        let mut doubts = Vec::new();
        for word in cell.split_whitespace() {
            match Doubt::from_name(word) {
                Some(doubt) => doubts.push(doubt),
                None => self.fault(
                    "doubt",
                    message!("`doubt` cannot be `{word}`", "`doubt` 不能是 `{word}`"),
                    message!(
                        "write what is not sure, with spaces between, or nothing: {names}",
                        "写没有把握的几样，用空格隔开；都核对过了就留空：{names}",
                        names = Doubt::NAMES.join(" ")
                    ),
                ),
            }
        }
        doubts.sort_unstable();
        doubts.dedup();
        doubts
    }

    /// The cell under a column, if the table has it.
    fn cell(&self, column: &str) -> Option<&PlacedCell<'_>> {
        let at = COLUMNS.iter().position(|known| *known == column).and_then(|at| self.order[at]);
        at.and_then(|at| self.record.get(at))
    }

    fn place(&self, column: &str) -> Span {
        self.cell(column).map_or(Span::default(), |(place, _)| *place)
    }

    fn words(&self, column: &str) -> String {
        self.cell(column).map_or(String::new(), |(_, cell)| unguard_formula(cell.trim()).to_owned())
    }

    fn fault(&mut self, column: &str, message: Message, help: Message) {
        let span = self.place(column);
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
