//! The commitments of a report as a table and for programs.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::figures::head;
use crate::site::{BETWEEN_WORDS, CommitmentSite, ReportSite};

/// The rows of the table `commitments`, in the order of the report.
pub(super) fn rows(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Vec<[String; 11]> {
    let row = |(own, number): (&CommitmentSite, usize)| {
        let page = &report.pages[own.page];
        [
            report.manuscript.id.clone(),
            number.to_string(),
            page.page.id.to_string(),
            own.sentence.clone(),
            report.commitment_words(own, own.read.span).to_owned(),
            own.read.object.join(BETWEEN_WORDS),
            own.read.kind.name().to_owned(),
            measures(report, own).join(BETWEEN_WORDS),
            deadline(report, own).unwrap_or_default().to_owned(),
            own.read.strength.name().to_owned(),
            addresses.to(&page.route, &own.sentence),
        ]
    };
    report.commitments.iter().zip(1..).map(row).collect()
}

/// The commitments with the report they are from.
pub(super) fn json(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let commitment = |(own, number): (&CommitmentSite, usize)| {
        let page = &report.pages[own.page];
        json!({
            "number": number, "link": addresses.to(&page.route, &own.sentence), "place": page.page.id.to_string(),
            "sentence": own.sentence, "quote": report.commitment_words(own, own.read.sentence).trim(),
            "clause": report.commitment_words(own, own.read.span), "object": own.read.object,
            "kind": own.read.kind.name(), "measure": measures(report, own), "deadline": deadline(report, own),
            "strength": own.read.strength.name(),
        })
    };
    let commitments: Vec<Value> = report.commitments.iter().zip(1..).map(commitment).collect();
    json!({ "report": head(report, addresses), "commitments": commitments })
}

/// The numbers as printed.
fn measures<'r>(report: &'r ReportSite<'_>, own: &CommitmentSite) -> Vec<&'r str> {
    own.read.measures.iter().map(|span| report.commitment_words(own, *span)).collect()
}

/// By when, as printed.
fn deadline<'r>(report: &'r ReportSite<'_>, own: &CommitmentSite) -> Option<&'r str> {
    own.read.deadline.map(|span| report.commitment_words(own, span))
}
