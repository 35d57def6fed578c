//! What a reader must know of a report who has only a file of it: what became of it, whether it was proven, where it is from.

use crate::content::NoticeKind;
use crate::site::{ReportSite, Route};

/// A line of the site's own words, and the address that it ends with; empty where it has none.
pub(super) struct OriginLine {
    pub words: String,
    pub address: String,
}

/// The lines that stand over words of a report that the site has at `route`; its address is under `base`.
pub(super) fn lines(report: &ReportSite<'_>, route: &Route, base: Option<&str>) -> Vec<OriginLine> {
    let (page, words) = (&report.manuscript.title_page, report.words);
    let line = |words: String, address: &str| OriginLine { words, address: address.to_owned() };
    let mut lines = Vec::new();
    if page.draft {
        lines.push(line(words.get("notice.draft").to_owned(), ""));
    }
    for notice in &page.notices {
        let kind = match notice.kind {
            NoticeKind::Correction => words.get("notice.correction"),
            NoticeKind::Withdrawal => words.get("notice.withdrawal"),
        };
        let told = words.fill("notice.told", &[("kind", &kind), ("date", &notice.date), ("text", &notice.text)]);
        lines.push(line(told, &notice.link));
    }
    if page.is_withdrawn() {
        lines.push(line(words.get("notice.withdrawn").to_owned(), ""));
    }
    if !page.no_source.is_empty() {
        lines.push(line(words.fill("notice.unproven", &[("why", &page.no_source)]), ""));
    }
    if !page.source_url.is_empty() {
        lines.push(line(words.get("book.source").to_owned(), &page.source_url));
    }
    if let Some(base) = base {
        lines.push(line(words.get("book.address").to_owned(), &route.url(base)));
    }
    lines
}
