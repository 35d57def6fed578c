//! The tables that the site gives away: their columns, what each holds and what it means. One list for the files, the
//! packages that describe them and the page that explains them.

use crate::figures::{Direction, Kind, Qualifier, Status};

/// A table as it stands in a CSV file.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The file's name without `.csv`.
    pub name: &'static str,
    /// What the rows are.
    pub title: &'static str,
    /// In the order of the file.
    pub columns: &'static [Column],
    /// The columns that name a row when the rows of all reports stand together.
    pub key: &'static [&'static str],
    /// Columns whose values are those of columns of another table: the columns, the table's name, its columns.
    pub refers: &'static [Reference],
}

/// Columns, the name of another table, and the columns of that which name the row meant.
pub type Reference = (&'static [&'static str], &'static str, &'static [&'static str]);

/// A column of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// The head of the column.
    pub name: &'static str,
    /// The same in Chinese.
    pub title: &'static str,
    /// What it means.
    pub words: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// Whether no cell is empty.
    pub required: bool,
}

/// Stands between two entries of a list of words in a cell.
pub const BETWEEN_WORDS: &str = "｜";

/// What the cells of a [`Column`] hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Any words.
    Words,
    /// Words with [`BETWEEN_WORDS`] between two.
    WordList,
    /// A whole number from 0.
    Count,
    /// A decimal number.
    Number,
    /// A year of four digits.
    Year,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// An address: absolute when that of the site is known, else counted from the root of the site.
    Address,
    /// Addresses with a space between two.
    Addresses,
}

const fn needed(name: &'static str, title: &'static str, words: &'static str, holds: Holds) -> Column {
    Column { name, title, words, holds, required: true }
}

const fn open(name: &'static str, title: &'static str, words: &'static str, holds: Holds) -> Column {
    Column { name, title, words, holds, required: false }
}

const REPORT: Column = needed("report", "报告", "报告的编号，也是它在网站上的路径", Holds::Words);

const OF_REPORT: Reference = (&["report"], "reports", &["id"]);

/// The quantities that the reports state.
pub const FIGURES: Table = Table {
    name: "figures",
    title: "报告里的数字",
    columns: &[
        REPORT,
        needed("id", "编号", "数字的编号，在一份报告里不重复，也是它在网页上的地址（#f12）", Holds::Words),
        needed("place", "页", "所在的页（2-1 是第二部分第一节），见 outline 表", Holds::Words),
        needed("quote", "原话", "报告中说出这个数的原话", Holds::Words),
        needed("words", "原文", "数字本身的原文，连同“左右”“以上”等限定", Holds::Words),
        needed("value", "数值", "按原文单位的数值（712亿元写作 712），不作换算", Holds::Number),
        open("high", "上限", "区间的上限", Holds::Number),
        open("unit", "单位", "原文的单位", Holds::Words),
        needed(
            "qualifier",
            "限定",
            "eq 等于，ge 不低于，gt 超过，le 不超过，lt 低于，approx 左右，near 接近，range 区间",
            Holds::OneOf(Qualifier::NAMES),
        ),
        needed(
            "kind",
            "类别",
            "level 数量，change 增减，share 占比，rank 位次，multiple 倍数",
            Holds::OneOf(Kind::NAMES),
        ),
        open("direction", "方向", "增减的方向：up 升，down 降", Holds::OneOf(Direction::NAMES)),
        needed("indicator", "指标", "这个数说的是什么", Holds::Words),
        open("period", "时间", "年份，或起止年份（2018-2022）", Holds::Words),
        needed("status", "状态", "actual 已完成，target 目标", Holds::OneOf(Status::NAMES)),
        needed("link", "网址", "说出这个数的地方", Holds::Address),
    ],
    key: &["report", "id"],
    refers: &[OF_REPORT, (&["report", "place"], "outline", &["report", "id"])],
};

/// The terms that the reports explain.
pub const TERMS: Table = Table {
    name: "terms",
    title: "名词解释",
    columns: &[
        REPORT,
        needed("number", "编号", "名词在名词解释里的序号", Holds::Count),
        needed("term", "名词", "名词，照原文", Holds::Words),
        open("aliases", "别称", "报告里的其他说法，以“｜”隔开", Holds::WordList),
        open("definition", "解释", "解释，照原文，一段一行", Holds::Words),
        needed("link", "网址", "这条解释的地方", Holds::Address),
        open("uses", "用处", "报告里用到它的每一句的网址，以空格隔开", Holds::Addresses),
    ],
    key: &["report", "number"],
    refers: &[OF_REPORT],
};

/// The parts and sections of the reports.
pub const OUTLINE: Table = Table {
    name: "outline",
    title: "报告的篇章",
    columns: &[
        REPORT,
        needed("id", "页", "页的编号：0 开篇，2 第二部分，2-1 其中第一节，a1 附件", Holds::Words),
        open("number", "序号", "标题的序号，照原文（一、）", Holds::Words),
        open("title", "标题", "标题，照原文", Holds::Words),
        needed("characters", "字数", "正文的字数，不计空白", Holds::Count),
        needed("link", "网址", "这一页的地方", Holds::Address),
    ],
    key: &["report", "id"],
    refers: &[OF_REPORT],
};

/// The reports of the site.
pub const REPORTS: Table = Table {
    name: "reports",
    title: "本站的报告",
    columns: &[
        needed("id", "编号", "报告的编号，也是它在网站上的路径", Holds::Words),
        needed("title", "名称", "地方、年份和名称", Holds::Words),
        open("place", "地方", "作报告的地方", Holds::Words),
        open("year", "年份", "报告部署任务的年份", Holds::Year),
        open("date", "日期", "作报告的日期", Holds::Day),
        needed("figures", "数字", "有多少个数字", Holds::Count),
        needed("terms", "名词", "有多少条名词解释", Holds::Count),
        needed("charts", "图表", "有多少张图表", Holds::Count),
        open("source_url", "原文网址", "原文发布的网址", Holds::Words),
        open("sha256", "摘要", "原文文件的 SHA-256", Holds::Words),
        needed("link", "网址", "报告的地方", Holds::Address),
    ],
    key: &["id"],
    refers: &[],
};

impl Table {
    /// The heads of the columns.
    pub fn heads(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.name).collect()
    }

    /// The name of the file.
    pub fn file(&self) -> String {
        format!("{}.csv", self.name)
    }
}
