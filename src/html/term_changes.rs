//! What became of the terms of the year before, as the page of the glossary tells it: in the words of both glossaries.

use serde::Serialize;

use super::view::Link;
use crate::content::Term;
use crate::site::{ReportSite, Route, TermChanges};

#[derive(Serialize)]
pub(super) struct TermChangesView {
    /// What the lists hold, in one sentence.
    summary: String,
    older_year: u64,
    newer_year: u64,
    new: Vec<Link>,
    gone: Vec<Link>,
    otherwise: Vec<OtherwiseView>,
}

/// A term with both explanations.
#[derive(Serialize)]
struct OtherwiseView {
    before: Link,
    before_words: String,
    after: Link,
    after_words: String,
}

/// The view of what changed for the page `here` of `report`; `None` where nothing did.
pub(super) fn view(told: &TermChanges<'_>, report: &ReportSite<'_>, here: &Route) -> Option<TermChangesView> {
    let (older, changes) = (told.older, &told.changes);
    let year = |report: &ReportSite<'_>| report.manuscript.title_page.year.unwrap_or_default();
    let [new, gone, otherwise] = [changes.new.len(), changes.gone.len(), changes.otherwise.len()];
    let places =
        [("year", &year(older) as &dyn std::fmt::Display), ("new", &new), ("gone", &gone), ("otherwise", &otherwise)];
    let both = |(before, after): &(usize, usize)| OtherwiseView {
        before: link(older, *before, here),
        before_words: definition(older, *before),
        after: link(report, *after, here),
        after_words: definition(report, *after),
    };
    (new + gone + otherwise > 0).then(|| TermChangesView {
        summary: report.words.fill("term_changes.summary", &places),
        older_year: year(older),
        newer_year: year(report),
        new: changes.new.iter().map(|at| link(report, *at, here)).collect(),
        gone: changes.gone.iter().map(|at| link(older, *at, here)).collect(),
        otherwise: changes.otherwise.iter().map(both).collect(),
    })
}

fn term<'r>(report: &'r ReportSite<'_>, at: usize) -> Option<&'r Term> {
    report.manuscript.glossary.as_ref().and_then(|glossary| glossary.terms.get(at))
}

fn link(report: &ReportSite<'_>, at: usize, here: &Route) -> Link {
    let name = term(report, at).map(|own| own.entry.term.as_str()).unwrap_or_default();
    Link::away(name, here.link(&report.glossary_route(), &report.terms[at].id))
}

fn definition(report: &ReportSite<'_>, at: usize) -> String {
    term(report, at).map(|own| own.entry.definition.concat()).unwrap_or_default()
}
