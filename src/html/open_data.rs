//! The page that says what data there is, what each column means, and how to read it with a program.

use serde::Serialize;

use super::dataset::site_dataset;
use super::page_view::{PageMeta, data_route, page_view};
use super::page_writer::PageWriter;
use super::samples::samples;
use super::view::{Download, PageView, Sample};
use crate::site::{
    COMMITMENTS, Column, ColumnType, FIGURES, OUTLINE, REPORTS, ReportSummary, Route, STATISTICS, SiteInfo, TERMS,
    TableSchema, YEARS, compares, llms_route, site_data_file,
};
use crate::words::Words;

/// Of more reports than this the page does not list the files one by one: the table of reports does.
const MOST_LISTED: usize = 200;

#[derive(Serialize)]
struct Data {
    page: PageView,
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
    title: String,
    columns: Vec<ColumnView>,
}

#[derive(Serialize)]
struct ColumnView {
    name: &'static str,
    title: String,
    holds: String,
    means: String,
}

pub(super) fn page(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = data_route();
    let words = &out.site_info.words;
    let page = PageMeta {
        route: &here,
        title: words.get("data.title"),
        description: words.get("data.description").to_owned(),
        crumbs: vec![(words.get("data.title").into(), here.clone())],
        json_ld: Some(site_dataset(reports, &here, out.site_info)),
        charts: false,
        canonical: None,
        share_image: Route::root().share_image(),
        citation: String::new(),
    };
    let listed = || reports.iter().map(|report| report_files(report, out.site_info, &here));
    let view = Data {
        license: out.site_info.settings.data_license.clone().unwrap_or_default(),
        pictures: out.site_info.pictures,
        files: site_files(reports, words, &here),
        reports: if reports.len() <= MOST_LISTED { listed().collect() } else { Vec::new() },
        tables: schemas(reports).map(|own| table(own, words)).collect(),
        samples: samples(reports, words, out.site_info.settings.base_url.as_deref()),
        page: page_view(out.site_info, None, page),
    };
    out.page("data.html", &view, &here)
}

/// The tables that are described: those of several reports only where there is something to set side by side.
fn schemas(reports: &[ReportSummary]) -> impl Iterator<Item = &'static TableSchema> {
    let (years, statistics) = (reports.iter().any(|report| report.tells_of_last_year), compares(reports));
    let schemas = [&FIGURES, &COMMITMENTS, &YEARS, &STATISTICS, &TERMS, &OUTLINE, &REPORTS];
    let is_made = move |own: &&TableSchema| match own.name {
        name if name == YEARS.name => years,
        name if name == STATISTICS.name => statistics,
        _ => true,
    };
    schemas.into_iter().filter(is_made)
}

/// The files of what several reports print of key statistics.
pub(super) fn statistics_files(words: &Words, here: &Route) -> Vec<Download> {
    let own = |text, name: &str, note| file(text, &site_data_file(name), note, here);
    vec![
        own(words.get("files.statistics_csv"), "statistics.csv", words.get("files.for_excel")),
        own(words.get("files.statistics_json"), "statistics.json", words.get("files.for_programs")),
    ]
}

fn site_files(reports: &[ReportSummary], words: &Words, here: &Route) -> Vec<Download> {
    let table = |table: &TableSchema| file(table.title(words), &site_data_file(&table.file()), &table.file(), here);
    let mut files = Vec::new();
    if reports.iter().any(|report| report.figures > 0) {
        files.push(table(&FIGURES));
    }
    if reports.iter().any(|report| report.commitments > 0) {
        files.push(table(&COMMITMENTS));
    }
    if reports.iter().any(|report| report.tells_of_last_year) {
        files.push(table(&YEARS));
    }
    if compares(reports) {
        files.push(table(&STATISTICS));
        files.extend(statistics_files(words, here).into_iter().skip(1));
    }
    if reports.iter().any(|report| report.terms > 0) {
        files.push(table(&TERMS));
    }
    files.extend([&OUTLINE, &REPORTS].map(table).into_iter().take(if reports.is_empty() { 0 } else { 2 }));
    files.push(file(words.get("files.package"), &site_data_file("datapackage.json"), "datapackage.json", here));
    files.push(file(words.get("files.llms"), &llms_route(), "llms.txt", here));
    files
}

fn report_files(report: &ReportSummary, site_info: &SiteInfo, here: &Route) -> ReportFiles {
    let words = &site_info.words;
    let mut files = Vec::new();
    let mut add = |text: &str, name: &str| files.push(file(text, &report.data_file(name), "", here));
    if site_info.has_one_file() {
        add(words.get("files.one"), "report.html");
    }
    if site_info.has_epub() {
        add(words.get("files.epub"), "report.epub");
    }
    add(words.get("files.short_text"), "report.txt");
    add(words.get("files.short_markdown"), "report.md");
    if report.figures > 0 {
        add(words.get("files.short_figures_csv"), "figures.csv");
        add(words.get("files.short_figures_json"), "figures.json");
    }
    if report.commitments > 0 {
        add(words.get("files.short_commitments_csv"), "commitments.csv");
        add(words.get("files.short_commitments_json"), "commitments.json");
    }
    if report.tells_of_last_year {
        add(words.get("files.short_years_csv"), "years.csv");
        add(words.get("files.short_years_json"), "years.json");
    }
    if report.terms > 0 {
        add(words.get("files.short_terms_csv"), "terms.csv");
        add(words.get("files.short_terms_json"), "terms.json");
    }
    if report.topics > 0 {
        add(words.get("files.short_topics_json"), "topics.json");
    }
    add(words.get("files.short_outline_csv"), "outline.csv");
    add(words.get("files.package"), "datapackage.json");
    ReportFiles { title: report.title.clone(), files }
}

fn file(text: &str, route: &Route, note: &str, here: &Route) -> Download {
    Download { text: text.into(), href: here.link(route, ""), note: note.into() }
}

fn table(table: &TableSchema, words: &Words) -> TableView {
    let view = |column: &Column| ColumnView {
        name: column.name,
        title: table.column_title(column, words).to_owned(),
        means: table.column_words(column, words).to_owned(),
        holds: holds(column.holds, words).to_owned(),
    };
    TableView {
        name: table.name,
        title: table.title(words).to_owned(),
        columns: table.columns.iter().map(view).collect(),
    }
}

fn holds(holds: ColumnType, words: &Words) -> &str {
    match holds {
        ColumnType::Words | ColumnType::WordList => words.get("data.holds_words"),
        ColumnType::Count => words.get("data.holds_count"),
        ColumnType::Number => words.get("data.holds_number"),
        ColumnType::Year => words.get("data.holds_year"),
        ColumnType::Day => words.get("data.holds_day"),
        ColumnType::OneOf(_) => words.get("data.holds_option"),
        ColumnType::Address | ColumnType::Addresses => words.get("data.holds_address"),
    }
}
