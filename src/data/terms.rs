//! The glossary of a report as a table and for programs, each term with the addresses of all sentences that use it.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::figures::head;
use crate::content::Term;
use crate::site::{BETWEEN_WORDS, ReportSite, TermSite};

/// The terms with what is known of each on the site.
fn terms<'r>(report: &'r ReportSite<'_>) -> impl Iterator<Item = (&'r Term, &'r TermSite)> {
    report.manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).zip(&report.terms)
}

/// The rows of the table `terms`.
pub(super) fn rows(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Vec<[String; 7]> {
    let rows = terms(report).map(|(term, own)| {
        [
            report.manuscript.id.clone(),
            term.entry.number.to_string(),
            term.entry.term.clone(),
            term.entry.aliases.join(BETWEEN_WORDS),
            term.entry.definition.join("\n"),
            addresses.to(&report.glossary_route(), &own.id),
            uses(report, own, addresses).join(" "),
        ]
    });
    rows.collect()
}

/// The terms with the report they are from.
pub(super) fn json(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let terms = terms(report).map(|(term, own)| {
        json!({
            "number": term.entry.number, "term": term.entry.term, "aliases": term.entry.aliases,
            "definition": term.entry.definition, "link": addresses.to(&report.glossary_route(), &own.id),
            "uses": uses(report, own, addresses),
        })
    });
    json!({ "report": head(report, addresses), "terms": terms.collect::<Vec<Value>>() })
}

/// The address of each sentence that uses a term, in reading order, each once.
fn uses(report: &ReportSite<'_>, term: &TermSite, addresses: Addresses<'_>) -> Vec<String> {
    let all = term.uses.iter().map(|used| addresses.to(&report.pages[used.page].route, &used.sentence));
    let mut uses: Vec<String> = all.collect();
    uses.dedup();
    uses
}
