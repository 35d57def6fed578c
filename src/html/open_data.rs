//! The page that says what data there is, what each column means, and how to read it with a program.

use serde::Serialize;

use super::dataset::site_dataset;
use super::frame::{Page, data_route, frame};
use super::samples::samples;
use super::view::{Download, Frame, Sample};
use super::{Fault, Out};
use crate::site::{Card, Column, FIGURES, Holds, OUTLINE, REPORTS, Route, TERMS, Table, site_data_file};
use crate::words::Words;

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

pub(super) fn page(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = data_route();
    let words = &out.shelf.words;
    let page = Page {
        route: &here,
        title: words.get("data.title"),
        description: words.get("data.description").to_owned(),
        crumbs: vec![(words.get("data.title").into(), here.clone())],
        json_ld: Some(site_dataset(cards, &here, out.shelf)),
        charts: false,
        canonical: None,
        preview: Route::root().preview(),
        citation: String::new(),
    };
    let listed = || cards.iter().map(|card| report_files(card, words, &here));
    let view = Data {
        license: out.shelf.settings.data_license.clone().unwrap_or_default(),
        pictures: out.shelf.pictures,
        files: site_files(cards, words, &here),
        reports: if cards.len() <= MOST_LISTED { listed().collect() } else { Vec::new() },
        tables: [&FIGURES, &TERMS, &OUTLINE, &REPORTS].map(|own| table(own, words)).into(),
        samples: samples(cards, words, out.shelf.settings.base_url.as_deref()),
        page: frame(out.shelf, None, page),
    };
    out.page("data.html", &view, &here)
}

fn site_files(cards: &[Card], words: &Words, here: &Route) -> Vec<Download> {
    let table = |table: &Table| file(table.title(words), &site_data_file(&table.file()), &table.file(), here);
    let mut files = Vec::new();
    if cards.iter().any(|card| card.figures > 0) {
        files.push(table(&FIGURES));
    }
    if cards.iter().any(|card| card.terms > 0) {
        files.push(table(&TERMS));
    }
    files.extend([&OUTLINE, &REPORTS].map(table).into_iter().take(if cards.is_empty() { 0 } else { 2 }));
    files.push(file(words.get("files.package"), &site_data_file("datapackage.json"), "datapackage.json", here));
    files
}

fn report_files(card: &Card, words: &Words, here: &Route) -> ReportFiles {
    let mut files = Vec::new();
    let mut add = |text: &str, name: &str| files.push(file(text, &card.data_file(name), "", here));
    if card.figures > 0 {
        add(words.get("files.short_figures_csv"), "figures.csv");
        add(words.get("files.short_figures_json"), "figures.json");
    }
    if card.terms > 0 {
        add(words.get("files.short_terms_csv"), "terms.csv");
        add(words.get("files.short_terms_json"), "terms.json");
    }
    add(words.get("files.short_outline_csv"), "outline.csv");
    add(words.get("files.package"), "datapackage.json");
    ReportFiles { title: card.title.clone(), files }
}

fn file(text: &str, route: &Route, note: &str, here: &Route) -> Download {
    Download { text: text.into(), href: here.link(route, ""), note: note.into() }
}

fn table(table: &Table, words: &Words) -> TableView {
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

fn holds(holds: Holds, words: &Words) -> &str {
    match holds {
        Holds::Words | Holds::WordList => words.get("data.holds_words"),
        Holds::Count => words.get("data.holds_count"),
        Holds::Number => words.get("data.holds_number"),
        Holds::Year => words.get("data.holds_year"),
        Holds::Day => words.get("data.holds_day"),
        Holds::OneOf(_) => words.get("data.holds_option"),
        Holds::Address | Holds::Addresses => words.get("data.holds_address"),
    }
}
