//! What a fragment is read in, and where in that a reference leads.

use crate::site::{ReportSite, Route};

/// What a fragment is part of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Medium {
    /// A page of the site: what it refers to stands on another.
    #[default]
    Page,
    /// One file that holds the whole report: what it refers to stands in it.
    File,
    /// A book, with a file for each part of the report: what it refers to stands in one of them, and terms are notes.
    Book,
}

/// The file of a book that holds what the site has at `route`, and the id of its beginning there; `None` for a page that no book has.
pub fn chapter(site: &ReportSite<'_>, route: &Route) -> Option<(String, String)> {
    if *route == site.glossary_route() {
        return Some(("part-glossary.xhtml".into(), "glossary".into()));
    }
    if let Some(page) = site.pages.iter().find(|page| page.route == *route) {
        let name = page.page.id.to_string();
        let part = name.split('-').next().unwrap_or_default();
        return Some((format!("part-{part}.xhtml"), page.id.clone()));
    }
    let chart = site.charts.iter().find(|chart| chart.route == *route)?;
    Some(("part-charts.xhtml".into(), chart.chart.id.clone()))
}
