//! Addresses that lead to pages of a report because a person says so.

use serde::{Deserialize, Serialize};

use super::report_site::ReportSite;
use super::route::Route;
use crate::content::PageAlias;
use crate::diagnostic::Diagnostic;

/// An address that leads to a page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AliasSite {
    /// Where it stands.
    pub route: Route,
    /// The page, and what it is called.
    pub to: Route,
    #[allow(missing_docs)]
    pub title: String,
    /// The fault when something else stands there.
    pub taken: Diagnostic,
}

impl ReportSite<'_> {
    /// The addresses that lead to its pages.
    pub fn aliases(&self) -> Vec<AliasSite> {
        let manuscript = self.manuscript;
        let title = manuscript.title_page.full_title();
        let mut found = leading(&manuscript.title_page.aliases, &self.route, &title);
        for own in &self.pages {
            let name = own.page.name();
            let name = if own.page.id.is_opening() { &title } else { &name };
            found.extend(leading(&own.page.aliases, &own.route, name));
        }
        if let Some(glossary) = &manuscript.glossary {
            found.extend(leading(&glossary.aliases, &self.glossary_route(), self.words.get("glossary.title")));
        }
        for own in &self.charts {
            found.extend(leading(&manuscript.charts[own.page].aliases, &own.route, &own.chart.title));
        }
        found
    }
}

fn leading(aliases: &[PageAlias], to: &Route, title: &str) -> Vec<AliasSite> {
    let site = |alias: &PageAlias| AliasSite {
        route: if is_file(&alias.path) { Route::file(&alias.path) } else { Route::page(&[&alias.path]) },
        to: to.clone(),
        title: title.to_owned(),
        taken: alias.taken.clone(),
    };
    aliases.iter().map(site).collect()
}

/// Whether a path is that of a page as other sites have them: a file, no folder.
fn is_file(path: &str) -> bool {
    [".html", ".htm", ".shtml"].iter().any(|ending| path.to_ascii_lowercase().ends_with(ending))
}
