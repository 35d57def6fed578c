//! The parts and sections of a report as a table: what the column `place` of the figures refers to.

use super::addresses::Addresses;
use crate::site::ReportSite;

/// The rows of the table `outline`.
pub(super) fn rows(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Vec<[String; 6]> {
    let pages = report.pages.iter().map(|own| {
        let characters = own.page.text.words().chars().filter(|c| !c.is_whitespace()).count();
        [
            report.manuscript.id.clone(),
            own.page.id.to_string(),
            own.page.number.clone(),
            own.page.title.clone(),
            characters.to_string(),
            addresses.to(&own.route, ""),
        ]
    });
    pages.collect()
}
