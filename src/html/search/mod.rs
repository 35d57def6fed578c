//! The search pages, of one report and of all. Without script the page is an index of terms and one of figures.

mod initials;
mod keys;
mod sentences;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use super::assets::with_digest;
use super::lists;
use super::page_view::{PageMeta, report_view, search_route, simple_page};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{Link, PageView};
use crate::artifact::Artifact;
use crate::site::{FigureIndex, ReportSite, ReportSummary, Route, SearchedText, Seat};
use crate::text;
use crate::topics::{TopicTable, Wording};

#[derive(Serialize)]
struct Search {
    page: PageView,
    script: String,
    /// The script that knows which reports are worth fetching; none where a report is alone.
    holders: String,
    /// The script that finds otherwise what the words themselves do not; fetched when it is needed, as is the next.
    otherwise: String,
    /// The file that says what reports write for everyday words; fetched when the words themselves are nowhere.
    everyday: String,
    /// The file with the traditional characters; fetched with that one when some may be asked for.
    traditional: String,
    /// The files that tell which report can hold which words, `{n}` for the number of each, and how many there are; none
    /// where a report is alone.
    keys: String,
    shards: usize,
    /// The traditional characters that reports have, each with its simplified form behind it: keys are in these.
    characters: String,
    /// The places and the years that can be chosen.
    places: Vec<PlaceChoice>,
    years: Vec<u64>,
    /// What can be searched, what is looked at first before others.
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
    /// The file with the sentences, and its thousands of bytes.
    data: String,
    weight: usize,
    /// What its place lies in and is, and its year.
    place: String,
    year: Option<u64>,
}

/// A place whose reports may be searched alone: its own, and those of what lies in it.
#[derive(Serialize)]
struct PlaceChoice {
    /// What the places of its reports begin with.
    value: String,
    name: String,
}

/// The search page of one report, and its data.
pub(super) fn report(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<SearchedText> {
    let searched = sentences::put(report, out)?;
    page(report, &searched, out)?;
    Ok(searched)
}

/// The search page of the whole site; each report's own has its indexes. The newest report is looked at first.
pub(super) fn library(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = search_route();
    let words = &out.site_info.words;
    let mut placed: Vec<(Seat<'_>, &ReportSummary)> = reports.iter().map(|report| (report.seat(), report)).collect();
    placed.sort_by(|a, b| (b.1.year, a.0, &a.1.id).cmp(&(a.1.year, b.0, &b.1.id)));
    let newest: Vec<&ReportSummary> = placed.iter().map(|(_, report)| *report).collect();
    let keys = if reports.len() > 1 { keys::put(&newest, out)? } else { None };
    let (everyday, traditional) = (everyday_file(&out.site_info.topics), traditional_file());
    let mut years: Vec<u64> = newest.iter().filter_map(|report| report.year).collect();
    years.dedup();
    let characters: String = newest.iter().map(|report| report.searched.script.as_str()).collect();
    let view = Search {
        page: simple_page(words.get("search.title"), words.get("search.site_description"), &here, out.site_info),
        script: script("assets/search.js", &here, out),
        holders: if reports.len() > 1 { script("assets/holders.js", &here, out) } else { String::new() },
        otherwise: script("assets/otherwise.js", &here, out),
        everyday: here.link(&Route::file(everyday.path.as_str()), ""),
        traditional: here.link(&Route::file(traditional.path.as_str()), ""),
        shards: keys.as_ref().map_or(0, |keys| keys.count),
        keys: keys.map_or(String::new(), |keys| here.link(&keys.pattern, "")),
        characters: text::script_pairs(&characters),
        places: place_choices(&placed),
        years,
        books: placed.iter().map(|(seat, report)| book(*seat, report, &here)).collect(),
        terms: Vec::new(),
        figures: Vec::new(),
    };
    out.put(everyday)?;
    out.put(traditional)?;
    out.page("search.html", &view, &here)
}

/// The provinces and places of the reports, in the order of the lists.
fn place_choices(placed: &[(Seat<'_>, &ReportSummary)]) -> Vec<PlaceChoice> {
    let mut choices = BTreeMap::new();
    for (seat, report) in placed {
        let lineage = seat.lineage();
        if let Some(province) = lineage.first() {
            choices.insert((Seat::of(province), (*province).to_owned()), (*province).to_owned());
        }
        if !report.place.is_empty() {
            let name = lineage.last().map_or(report.place.as_str(), |name| name);
            choices.insert((*seat, lineage_of(*seat, report)), name.to_owned());
        }
    }
    choices.into_iter().map(|((_, value), name)| PlaceChoice { value, name }).collect()
}

/// What the place of a report lies in and is, in one word.
fn lineage_of(seat: Seat<'_>, report: &ReportSummary) -> String {
    let lineage = seat.lineage().concat();
    if lineage.is_empty() { report.place.clone() } else { lineage }
}

fn page(report: &ReportSite<'_>, searched: &SearchedText, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.search_route();
    let words = report.words;
    let title = report.manuscript.title_page.full_title();
    let view = Search {
        script: script("assets/search.js", here, out),
        holders: String::new(),
        otherwise: script("assets/otherwise.js", here, out),
        everyday: here.link(&Route::file(everyday_file(&out.site_info.topics).path), ""),
        traditional: here.link(&Route::file(traditional_file().path), ""),
        keys: String::new(),
        shards: 0,
        characters: String::new(),
        places: Vec::new(),
        years: Vec::new(),
        books: vec![SearchedReport {
            id: report.manuscript.id.clone(),
            href: here.link(&report.route, ""),
            root: root(&report.manuscript.id, here),
            data: here.link(&searched.data, ""),
            weight: 0,
            place: String::new(),
            year: None,
            title: title.clone(),
        }],
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

fn script(name: &str, here: &Route, out: &PageWriter<'_>) -> String {
    here.link(&out.site_info.asset(name), "")
}

/// What reports write for the words that people type: the queries of the table, and its topics by their names. A script, as the
/// sentences are, so that it works from a disk.
fn everyday_file(table: &TopicTable) -> Artifact {
    let row = |wording: &Wording| json!([wording.words, wording.not]);
    let mut rows = serde_json::Map::new();
    rows.extend(table.topics.iter().map(|topic| (topic.name.clone(), row(&topic.wording))));
    rows.extend(table.queries.iter().map(|query| (query.name.clone(), row(&table.wording_of(query)))));
    rows.retain(|_, row| row[0].as_array().is_some_and(|words| !words.is_empty()));
    let all = json!({"left_out": table.left_out, "endings": table.place_endings, "rows": rows});
    script_file("search/everyday.js", format!("gongdu.everyday({all});\n"))
}

/// All traditional characters: who writes in the other script finds nothing either.
fn traditional_file() -> Artifact {
    script_file("search/traditional.js", format!("gongdu.traditional({});\n", json!(text::all_script_pairs())))
}

fn script_file(path: &str, script: String) -> Artifact {
    Artifact::text(with_digest(path, script.as_bytes()), script)
}

fn book(seat: Seat<'_>, report: &ReportSummary, here: &Route) -> SearchedReport {
    SearchedReport {
        id: report.id.clone(),
        title: report.title.clone(),
        href: here.link(&report.search_route(), ""),
        root: root(&report.id, here),
        data: here.link(&report.searched.data, ""),
        weight: report.searched.bytes.div_ceil(1000),
        place: lineage_of(seat, report),
        year: report.year,
    }
}

/// The folder of a report, which the addresses in its data are relative to.
fn root(id: &str, here: &Route) -> String {
    here.link(&Route::page(&[id]), "").trim_end_matches("index.html").into()
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
