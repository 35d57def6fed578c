//! What a fragment is read in, and where in that a reference leads.

use super::fragment::RenderContext;
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
        return Some(("glossary.xhtml".into(), "glossary".into()));
    }
    if let Some(page) = site.pages.iter().find(|page| page.route == *route) {
        let name = page.page.id.to_string();
        let part = name.split('-').next().unwrap_or_default();
        return Some((format!("part-{part}.xhtml"), page.id.clone()));
    }
    let chart = site.charts.iter().find(|chart| chart.route == *route)?;
    Some(("charts.xhtml".into(), chart.chart.id.clone()))
}

impl RenderContext<'_> {
    /// The link to the place `fragment` of the page at `route` (its top when empty), as the medium has it; `None` when it has no such
    /// place.
    pub fn link(self, route: &Route, fragment: &str) -> Option<String> {
        if self.medium == Medium::Page {
            return Some(self.here.link(route, fragment));
        }
        let (file, top) = chapter(self.site, route)?;
        let id = if fragment.is_empty() { &top } else { fragment };
        let is_here = self.medium == Medium::File || chapter(self.site, self.here).is_some_and(|(own, _)| own == file);
        Some(if is_here { format!("#{id}") } else { format!("{file}#{id}") })
    }

    /// Whether a term is a note here: in the text of a book, whose glossary has entries.
    pub(super) fn has_notes(self) -> bool {
        self.medium == Medium::Book && *self.here != self.site.glossary_route()
    }
}
