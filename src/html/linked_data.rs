//! The parts of a report as schema.org describes them: chapters in one another, terms with ids. With addresses when the base is known.

use serde_json::{Value, json};

use super::lists;
use super::page_view::report_json_ld;
use crate::site::{PageSite, ReportSite, Route, SiteInfo};

/// The report and every part of it.
pub(super) fn whole_report(report: &ReportSite<'_>, site_info: &SiteInfo) -> Value {
    let mut value = report_json_ld(report, site_info);
    let parts = report.pages.iter().filter(|own| !own.page.id.is_opening() && !own.page.id.is_section());
    let mut parts: Vec<Value> = parts.map(|part| with_sections(report, part, site_info)).collect();
    if report.manuscript.glossary.is_some() {
        parts.push(named("DefinedTermSet", report.words.get("glossary.title"), &report.glossary_route(), site_info));
    }
    value["hasPart"] = json!(parts);
    value
}

/// A page of the text, with its sections.
pub(super) fn chapter(report: &ReportSite<'_>, own: &PageSite<'_>, site_info: &SiteInfo) -> Value {
    let mut value = report_json_ld(report, site_info);
    let part = with_sections(report, own, site_info);
    let whole = named("Report", &report.manuscript.title_page.full_title(), &report.route, site_info);
    if let (Some(fields), Value::Object(own)) = (value.as_object_mut(), part) {
        fields.extend(own);
    }
    value["isPartOf"] = whole;
    value
}

fn with_sections(report: &ReportSite<'_>, own: &PageSite<'_>, site_info: &SiteInfo) -> Value {
    let chapter = |own: &PageSite<'_>| named("Chapter", &lists::title(own.page, report.words), &own.route, site_info);
    let sections = report.pages.iter().filter(|other| other.page.id.is_section_of(&own.page.id));
    let sections: Vec<Value> = sections.map(chapter).collect();
    let mut value = chapter(own);
    if !sections.is_empty() {
        value["hasPart"] = json!(sections);
    }
    value
}

/// The glossary, each of its terms with an id that other data can name.
pub(super) fn term_set(report: &ReportSite<'_>, name: &str, site_info: &SiteInfo) -> Value {
    let here = report.glossary_route();
    let entries = report.manuscript.glossary.iter().flat_map(|glossary| &glossary.terms);
    let terms = entries.zip(&report.terms).map(|(term, site)| {
        let mut value = json!({
            "@type": "DefinedTerm", "name": term.entry.term, "description": term.entry.definition.concat(),
        });
        if let Some(base) = &site_info.settings.base_url {
            value["@id"] = json!(format!("{}#{}", here.url(base), site.id));
            value["inDefinedTermSet"] = json!(here.url(base));
        }
        value
    });
    let mut value = named("DefinedTermSet", name, &here, site_info);
    value["@context"] = json!("https://schema.org");
    value["hasDefinedTerm"] = terms.collect();
    value["isPartOf"] = named("Report", &report.manuscript.title_page.full_title(), &report.route, site_info);
    value
}

/// A thing with its name and the page that it has.
pub(super) fn named(kind: &str, name: &str, route: &Route, site_info: &SiteInfo) -> Value {
    let mut value = json!({"@type": kind, "name": name});
    if let Some(base) = &site_info.settings.base_url {
        value["@id"] = json!(route.url(base));
        value["url"] = json!(route.url(base));
    }
    value
}
