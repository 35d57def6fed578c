//! Links that a person wrote in the content: to another file of the content, to an address inside the page, to the web.

use super::page_routes::address_route;
use super::report_site::{PageSite, ReportSite};
use super::route::Route;
use crate::content::PageId;

/// What a written address means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page of this report and a fragment on it (empty for its top).
    Inside(Route, String),
    /// Somewhere else; the address as written.
    Outside(String),
    /// An address of a kind that is never passed through (`javascript:`).
    Refused,
    /// Not an address that content can have.
    Unknown,
}

/// Reads an address written in a file of the report `id`. Content links to content: `2-1.md#2-1p3`, `glossary.md#t7`,
/// `charts/targets.md`, `#2p1`. `here` is the page that the file becomes.
fn destination(address: &str, id: &str, here: &Route) -> Destination {
    if let Some(scheme) = scheme_of(address) {
        let known = ["http", "https", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
        return if known { Destination::Outside(address.to_owned()) } else { Destination::Refused };
    }
    if address.starts_with("//") {
        return Destination::Outside(address.to_owned());
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = path.strip_prefix("./").unwrap_or(path);
    let path = path.strip_prefix("../").unwrap_or(path);
    let route = match path.strip_suffix(".md") {
        _ if path.is_empty() => here.clone(),
        Some("glossary") => Route::page(&[id, "glossary"]),
        Some(name) => match (name.strip_prefix("charts/"), PageId::parse(name)) {
            (Some(chart), _) => Route::page(&[id, "charts", chart]),
            (None, Some(page)) if page.is_opening() => Route::page(&[id]),
            (None, Some(page)) => Route::page(&[id, &page.to_string()]),
            (None, None) => return Destination::Unknown,
        },
        None => return Destination::Unknown,
    };
    Destination::Inside(route, fragment.to_owned())
}

impl ReportSite<'_> {
    /// What an address written in a file of the report means, as [`destination`] reads it: a file is the page that it became, and
    /// words are where they stand now.
    pub fn destination(&self, address: &str, here: &Route) -> Destination {
        let (route, fragment) = match destination(address, &self.manuscript.id, here) {
            Destination::Inside(route, fragment) => (route, fragment),
            other => return other,
        };
        let is_its = |page: &&PageSite<'_>| route == address_route(&self.manuscript.id, &page.page.id.to_string());
        // An address without a file is of the page that it stands on.
        let file = self.pages.iter().find(is_its).filter(|_| !address.starts_with('#'));
        let route = file.map_or(route, |page| page.route.clone());
        match self.ledger.leads_to(&fragment) {
            Some(now) => Destination::Inside(self.address_route(now.page()), now.id.clone()),
            None => Destination::Inside(route, fragment),
        }
    }
}

/// The scheme of an address, also when blanks or control characters are put in to hide it.
fn scheme_of(address: &str) -> Option<String> {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let (scheme, _) = plain.split_once(':')?;
    let good = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (!scheme.is_empty() && scheme.chars().all(good)).then(|| scheme.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, expect: &str) {
        let here = Route::page(&["a", "2"]);
        let shown = match destination(address, "a", &here) {
            Destination::Inside(route, fragment) => format!("{} {fragment}", route.path()),
            Destination::Outside(address) => format!("outside {address}"),
            Destination::Refused => "refused".into(),
            Destination::Unknown => "unknown".into(),
        };
        assert_eq!(shown.trim_end(), expect);
    }

    #[test]
    fn content_links_to_content() {
        check("2-1.md#2-1p3", "a/2-1/index.html 2-1p3");
        check("glossary.md#t7", "a/glossary/index.html t7");
        check("charts/targets.md", "a/charts/targets/index.html");
        check("../2.md", "a/2/index.html");
        check("#2p1", "a/2/index.html 2p1");
        check("0.md", "a/index.html");
        check("https://example.org/x", "outside https://example.org/x");
    }

    #[test]
    fn scripts_are_refused_however_written() {
        check("javascript:alert(1)", "refused");
        check("JaVa\tScript:alert(1)", "refused");
        check("data:text/html,x", "refused");
        check("notes.txt", "unknown");
    }
}
