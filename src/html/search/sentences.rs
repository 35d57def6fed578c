//! What is searched of a report: every sentence with its id, in a file that a script searches word for word, and the keys by
//! which a library knows that it is worth fetching.

use serde_json::{Map, Value, json};

use super::initials::Initials;
use crate::artifact::Artifact;
use crate::html::assets::with_digest;
use crate::html::lists;
use crate::html::page_writer::PageWriter;
use crate::site::{LeafBlock, PageSite, ReportSite, Route, SearchedText};
use crate::text::{self, SearchKeys, Span};

/// Writes what is searched of a report, and says where it lies.
pub(super) fn put(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<SearchedText> {
    let id = &report.manuscript.id;
    let pages = pages(report);
    let initials = named(report);
    let script = text::script_pairs(&json!(pages).to_string());
    let codes: Map<String, Value> = initials.iter().map(|(id, own)| (id.clone(), json!(own.code()))).collect();
    let own = [
        json!(id),
        json!(text::packed(&json!(pages).to_string())),
        json!(script),
        json!(codes),
        json!(report.sentences_with_targets()),
    ]
    .map(|own| own.to_string());
    let data = format!("gongdu.search({});\n", own.join(", "));
    let route = |path: String, text: &str| Route::file(with_digest(&path, text.as_bytes()));
    let keys = keys(&pages, &initials).print();
    let searched = SearchedText {
        data: route(format!("{id}/search/data.js"), &data),
        keys: route(format!("{id}/search/keys.txt"), &keys),
        bytes: data.len(),
        script,
    };
    out.put(Artifact::text(searched.data.path(), data))?;
    // A report that is alone is searched without asking whether it can hold the words.
    if out.site_info.reports > 1 {
        out.put(Artifact::text(searched.keys.path(), keys))?;
    }
    Ok(searched)
}

/// The characters and pairs of characters of the texts, as [`SearchKeys`] are.
fn keys(pages: &[Value], initials: &[(String, Initials)]) -> SearchKeys {
    let mut keys = SearchKeys::default();
    let leaves = pages.iter().filter_map(|page| page[2].as_array()).flatten().filter_map(Value::as_array);
    for leaf in leaves {
        let sentences: String = leaf[1..].iter().filter_map(Value::as_str).collect();
        keys.add(&sentences);
    }
    initials.iter().for_each(|(_, own)| keys.add_initials(own.letters()));
    keys
}

/// What is found by its initials: headings and terms, by the ids of their leaves.
fn named(report: &ReportSite<'_>) -> Vec<(String, Initials)> {
    let headings = report.pages.iter().filter(|page| !page.page.id.is_opening());
    let headings = headings.map(|page| (page.id.clone(), Initials::of(&heading(page))));
    let glossary = report.manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).zip(&report.terms);
    let terms = glossary.map(|(term, own)| (own.id.clone(), Initials::of(&term.entry.term)));
    headings.chain(terms).collect()
}

fn heading(page: &PageSite<'_>) -> String {
    format!("{}{}", page.page.number, page.page.title)
}

/// The sentences: for each page its address from the report's folder, its title, and its leaves, each the id and its
/// sentences. The id of the third sentence of the paragraph `2-1p4` is `2-1p4s3`, unless a list of the paragraph's id and
/// those of its sentences stands in place of the id; other leaves are one sentence with the leaf's own id.
fn pages(report: &ReportSite<'_>) -> Vec<Value> {
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
    pages
}

/// A page's heading and its leaves.
fn leaves(page: &PageSite<'_>) -> Vec<Value> {
    let mut leaves = Vec::new();
    if !page.page.id.is_opening() {
        leaves.push(json!([page.id, heading(page)]));
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
