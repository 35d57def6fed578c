//! The page that says what data there is, what each column means, and how to read it with a program.

use serde::Serialize;

use super::dataset::site_dataset;
use super::frame::{Page, data_route, frame};
use super::view::{Download, Frame, Sample};
use super::{Fault, Out};
use crate::body::highlight;
use crate::site::{Card, Column, FIGURES, Holds, OUTLINE, REPORTS, Route, TERMS, Table, data_file, site_data_file};

/// Of more reports than this the page does not list the files one by one: the table of reports does.
const MOST_LISTED: usize = 200;

#[derive(Serialize)]
struct Data {
    page: Frame,
    license: String,
    pictures: bool,
    /// The tables over all reports.
    files: Vec<Download>,
    reports: Vec<ReportFiles>,
    tables: Vec<TableView>,
    samples: Vec<Sample>,
}

#[derive(Serialize)]
struct ReportFiles {
    title: String,
    files: Vec<Download>,
}

#[derive(Serialize)]
struct TableView {
    name: &'static str,
    title: &'static str,
    columns: Vec<ColumnView>,
}

#[derive(Serialize)]
struct ColumnView {
    name: &'static str,
    title: &'static str,
    holds: &'static str,
    words: &'static str,
}

pub(super) fn page(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = data_route();
    let words = "报告里的数字、名词和篇章可以下载为表格，每个数字附原话和网址。这里说明有哪些文件、各列的意思和用法。";
    let page = Page {
        route: &here,
        title: "开放数据",
        description: words.into(),
        crumbs: vec![("开放数据".into(), here.clone())],
        json_ld: Some(site_dataset(cards, &here, out.shelf)),
        charts: false,
        canonical: None,
    };
    let listed = || cards.iter().map(|card| report_files(card, &here));
    let view = Data {
        license: out.shelf.settings.data_license.clone().unwrap_or_default(),
        pictures: out.shelf.pictures,
        files: site_files(cards, &here),
        reports: if cards.len() <= MOST_LISTED { listed().collect() } else { Vec::new() },
        tables: [&FIGURES, &TERMS, &OUTLINE, &REPORTS].map(table).into(),
        samples: samples(cards, out.shelf.settings.base_url.as_deref()),
        page: frame(out.shelf, None, page),
    };
    out.page("data.html", &view, &here)
}

fn site_files(cards: &[Card], here: &Route) -> Vec<Download> {
    let table = |table: &Table| file(table.title, &site_data_file(&table.file()), &table.file(), here);
    let mut files = Vec::new();
    if cards.iter().any(|card| card.figures > 0) {
        files.push(table(&FIGURES));
    }
    if cards.iter().any(|card| card.terms > 0) {
        files.push(table(&TERMS));
    }
    files.extend([&OUTLINE, &REPORTS].map(table).into_iter().take(if cards.is_empty() { 0 } else { 2 }));
    files.push(file("数据包说明", &site_data_file("datapackage.json"), "datapackage.json", here));
    files
}

fn report_files(card: &Card, here: &Route) -> ReportFiles {
    let mut files = Vec::new();
    let mut add = |text: &str, name: &str| files.push(file(text, &card.data_file(name), "", here));
    if card.figures > 0 {
        add("数字 CSV", "figures.csv");
        add("数字 JSON", "figures.json");
    }
    if card.terms > 0 {
        add("名词 CSV", "terms.csv");
        add("名词 JSON", "terms.json");
    }
    add("篇章 CSV", "outline.csv");
    add("数据包说明", "datapackage.json");
    ReportFiles { title: card.title.clone(), files }
}

fn file(text: &str, route: &Route, note: &str, here: &Route) -> Download {
    Download { text: text.into(), href: here.link(route, ""), note: note.into() }
}

fn table(table: &Table) -> TableView {
    let view = |column: &Column| ColumnView {
        name: column.name,
        title: column.title,
        words: column.words,
        holds: match column.holds {
            Holds::Words | Holds::WordList => "文字",
            Holds::Count => "整数",
            Holds::Number => "数",
            Holds::Year => "年",
            Holds::Day => "日期",
            Holds::OneOf(_) => "选项",
            Holds::Address | Holds::Addresses => "网址",
        },
    };
    TableView { name: table.name, title: table.title, columns: table.columns.iter().map(view).collect() }
}

/// Programs that run as they stand: from the web where the site's address is known, else on files that were downloaded.
fn samples(cards: &[Card], base: Option<&str>) -> Vec<Sample> {
    let address = |route: Route, name: &str| base.map_or_else(|| name.to_owned(), |base| route.url(base));
    let table = address(site_data_file("figures.csv"), "figures.csv");
    let first = cards.iter().find(|card| card.figures > 0).map_or("", |card| card.id.as_str());
    let one = address(data_file(first, "figures.json"), "figures.json");
    let open = if base.is_some() { PYTHON_OPEN_URL } else { PYTHON_OPEN_FILE };
    let sample = |name, language, code: &str, source: &str| Sample {
        name,
        html: highlight(language, &code.replace("SOURCE", source)),
    };
    vec![
        sample("Python", "python", &format!("{open}{PYTHON}"), &table),
        sample("R", "r", R, &table),
        sample("JavaScript", "js", JAVASCRIPT, &one),
    ]
}

const PYTHON_OPEN_URL: &str = r#"import csv, io
from urllib.request import urlopen

text = urlopen("SOURCE").read().decode("utf-8-sig")
"#;

const PYTHON_OPEN_FILE: &str = r#"import csv, io

text = open("SOURCE", encoding="utf-8-sig", newline="").read()
"#;

const PYTHON: &str = r#"
# 所有报告里的增长目标，从高到低
rows = csv.DictReader(io.StringIO(text, newline=""))
growth = {"kind": "change", "direction": "up", "status": "target", "unit": "%"}
targets = [row for row in rows if growth.items() <= row.items()]
for row in sorted(targets, key=lambda row: -float(row["value"])):
    print(row["report"], row["indicator"], row["words"], row["link"], sep="\t")
"#;

const R: &str = r##"figures <- read.csv("SOURCE", fileEncoding = "UTF-8-BOM")

# 名称、单位、类别都相同的：完成了多少，打算做多少
same <- c("report", "indicator", "unit", "kind")
done <- subset(figures, status == "actual", c(same, "words"))
planned <- subset(figures, status == "target", c(same, "words"))
both <- merge(done, planned, by = same, suffixes = c(".done", ".planned"))
print(both)
"##;

const JAVASCRIPT: &str = r#"// 一份报告的数字和名词解释都有 JSON
const reply = await fetch("SOURCE");
const { report, figures } = await reply.json();
for (const figure of figures.filter((figure) => figure.kind === "share")) {
  console.log(`${report.title}：${figure.indicator} ${figure.words} ${figure.link}`);
}
"#;
