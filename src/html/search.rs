//! The search page and its data: every sentence of a report with its id, in one file that a script searches word for word.
//! Without script the page is an index of terms and one of figures.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::lists;
use super::page_view::{PageMeta, report_view, search_route, simple_page};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{Link, PageView};
use crate::artifact::Artifact;
use crate::site::{FigureIndex, LeafBlock, PageSite, ReportSite, ReportSummary, Route};
use crate::text::{self, Span};
use crate::topics::{TopicTable, Wording};

#[derive(Serialize)]
struct Search {
    page: PageView,
    script: String,
    /// The file that says what reports write for everyday words; fetched when the words themselves are nowhere.
    everyday: String,
    /// What can be searched.
    books: Vec<SearchedReport>,
    /// The terms with their entries in the glossary.
    terms: Vec<Link>,
    /// What the figures measure, each once, with its row in the table of figures.
    figures: Vec<Link>,
}

/// A report that can be searched.
#[derive(Serialize)]
struct SearchedReport {
    id: String,
    title: String,
    /// Where its title leads, and the folder that the addresses in the data are relative to.
    href: String,
    root: String,
    /// The file with the sentences.
    data: String,
}

/// The search page of one report, and its data.
pub(super) fn report(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let data = Artifact::text(sentences_route(&report.manuscript.id).path(), data(report));
    out.put(data)?;
    page(report, &report.search_route(), out)
}

/// The search page of the whole site; each report's own has its indexes.
pub(super) fn library(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = search_route();
    let words = &out.site_info.words;
    let books = reports.iter().map(|report| book(&report.id, &report.title, &report.search_route(), &here)).collect();
    let page = simple_page(words.get("search.title"), words.get("search.site_description"), &here, out.site_info);
    let (script, everyday) = (script(&here), here.link(&everyday_route(), ""));
    out.put(Artifact::text(everyday_route().path(), everyday_words(&out.site_info.topics)))?;
    let view = Search { page, script, everyday, books, terms: Vec::new(), figures: Vec::new() };
    out.page("search.html", &view, &here)
}

fn page(report: &ReportSite<'_>, here: &Route, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let words = report.words;
    let title = report.manuscript.title_page.full_title();
    let view = Search {
        script: script(here),
        everyday: here.link(&everyday_route(), ""),
        books: vec![book(&report.manuscript.id, &title, &report.route, here)],
        terms: term_index(report, here),
        figures: figure_index(report, here),
        page: report_view(
            report,
            out,
            PageMeta {
                route: here,
                title: words.get("search.title"),
                description: words.fill("search.description", &[("report", &title)]),
                crumbs: vec![(words.get("search.title").into(), here.clone())],
                json_ld: None,
                charts: false,
                canonical: None,
                share_image: report.route.share_image(),
                citation: String::new(),
            },
        ),
    };
    let text = |link: &Link| link.text.clone();
    let words = ReportWords::default().block(view.terms.iter().map(text)).block(view.figures.iter().map(text));
    out.report_page("search.html", &view, here, &words)
}

fn script(here: &Route) -> String {
    here.link(&Route::file("assets/search.js"), "")
}

fn everyday_route() -> Route {
    Route::file("search/everyday.js")
}

/// What reports write for the words that people type: the queries of the table, and its topics by their names. A script, as the
/// sentences are, so that it works from a disk.
fn everyday_words(table: &TopicTable) -> String {
    let row = |wording: &Wording| json!([wording.words, wording.not]);
    let mut rows = serde_json::Map::new();
    rows.extend(table.topics.iter().map(|topic| (topic.name.clone(), row(&topic.wording))));
    rows.extend(table.queries.iter().map(|query| (query.name.clone(), row(&table.wording_of(query)))));
    rows.retain(|_, row| row[0].as_array().is_some_and(|words| !words.is_empty()));
    let script = text::script_pairs(&rows.keys().map(String::as_str).collect::<String>());
    let all = json!({"left_out": table.left_out, "endings": table.place_endings, "rows": rows, "script": script});
    format!("gongdu.everyday({all});\n")
}

fn sentences_route(id: &str) -> Route {
    Route::file(format!("{id}/search/data.js"))
}

fn book(id: &str, title: &str, leads_to: &Route, here: &Route) -> SearchedReport {
    SearchedReport {
        id: id.into(),
        title: title.into(),
        href: here.link(leads_to, ""),
        root: here.link(&Route::page(&[id]), "").trim_end_matches("index.html").into(),
        data: here.link(&sentences_route(id), ""),
    }
}

fn term_index(report: &ReportSite<'_>, here: &Route) -> Vec<Link> {
    let Some(glossary) = &report.manuscript.glossary else { return Vec::new() };
    let route = report.glossary_route();
    let link = |(id, term): (&String, &String)| Link::away(term, here.link(&route, id));
    report.terms.iter().map(|term| &term.id).zip(glossary.terms.iter().map(|term| &term.entry.term)).map(link).collect()
}

fn figure_index(report: &ReportSite<'_>, here: &Route) -> Vec<Link> {
    let mut seen = BTreeSet::new();
    let figures = (0..report.figures.len()).map(|index| lists::figure(report, FigureIndex(index), here));
    let route = report.figures_route();
    figures
        .filter(|figure| seen.insert(figure.indicator.clone()))
        .map(|figure| Link::away(figure.indicator, here.link(&route, &figure.id)))
        .collect()
}

/// The sentences as a call of the search script, so that they can be read from a disk too: for each page its address from
/// the report's folder, its title, and its leaves, each the id and its sentences. The id of the third sentence of the
/// paragraph `2-1p4` is `2-1p4s3`, unless a list of the paragraph's id and those of its sentences stands in place of the
/// id; other leaves are one sentence with the leaf's own id. Last come the traditional forms of
/// its characters, so that no table of all of them is fetched, and the sentences that set targets.
fn data(report: &ReportSite<'_>) -> String {
    let mut pages: Vec<Value> = vec![json!([
        report.route.link(&report.route, ""),
        report.manuscript.title_page.full_title(),
        lists::masthead(&report.manuscript.title_page, &report.binding)
            .lines
            .iter()
            .map(|line| json!(["main", line.text]))
            .collect::<Vec<_>>()
    ])];
    for page in &report.pages {
        pages.push(json!([report.route.link(&page.route, ""), lists::title(page.page, report.words), leaves(page)]));
    }
    if let Some(glossary) = &report.manuscript.glossary {
        let entries: Vec<Value> = glossary
            .terms
            .iter()
            .zip(&report.terms)
            .map(|(term, own)| {
                json!([
                    own.id,
                    format!("{}{}{}", term.entry.term, term.entry.separator, term.entry.definition.concat())
                ])
            })
            .collect();
        let route = report.glossary_route();
        pages.push(json!([report.route.link(&route, ""), report.words.get("glossary.title"), entries]));
    }
    let pages = json!(pages).to_string();
    let script = text::script_pairs(&pages);
    let own = [json!(report.manuscript.id), json!(script), json!(targets(report))];
    format!("gongdu.search({}, {pages}, {}, {});\n", own[0], own[1], own[2])
}

/// The sentences that set a target for the report's year: among those that say a thing in other words they come first.
fn targets<'a>(report: &'a ReportSite<'_>) -> BTreeSet<&'a str> {
    let Some(year) = report.manuscript.title_page.year else { return BTreeSet::new() };
    report.figures.iter().filter(|own| own.is_target_of(year)).map(|own| own.sentence.as_str()).collect()
}

/// A page's heading and its leaves.
fn leaves(page: &PageSite<'_>) -> Vec<Value> {
    let mut leaves = Vec::new();
    if !page.page.id.is_opening() {
        leaves.push(json!([page.id, format!("{}{}", page.page.number, page.page.title)]));
    }
    for (leaf, text) in page.leaves.iter().zip(page.page.text.leaves()) {
        leaves.push(json!(sentences(leaf, &text.text)));
    }
    leaves
}

fn sentences(leaf: &LeafBlock, text: &str) -> Vec<Value> {
    let counted = |(at, (_, id)): (usize, &(Span, String))| *id == format!("{}s{}", leaf.id, at + 1);
    let mut row = vec![match leaf.sentences.iter().enumerate().all(counted) {
        true => json!(leaf.id),
        // A person's changes left the sentences with ids that nobody can count.
        false => std::iter::once(&leaf.id).chain(leaf.sentences.iter().map(|(_, id)| id)).map(String::as_str).collect(),
    }];
    match leaf.sentences.as_slice() {
        [] => row.push(json!(text)),
        // What stands between two sentences goes with the first of them: nothing of a paragraph is out of reach.
        sentences => {
            let starts = sentences.iter().map(|(span, _)| span.start).skip(1).chain([text.len()]);
            let mut from = 0;
            for end in starts {
                row.push(json!(text[from..end].replace('\n', "")));
                from = end;
            }
        }
    }
    row
}
