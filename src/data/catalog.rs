//! The tables over all reports: the list of the reports, made from their cards, and which tables of theirs are joined.

use super::addresses::Addresses;
use super::describe::Resource;
use crate::content::write_csv;
use crate::site::{Card, FIGURES, OUTLINE, REPORTS, TERMS, Table};

/// Whether a report has a table.
type Has = fn(&Card) -> bool;

/// Tables that each report has of its own, and which reports have them.
pub(super) const JOINED: [(&Table, Has); 3] =
    [(&FIGURES, |card| card.figures > 0), (&TERMS, |card| card.terms > 0), (&OUTLINE, |_| true)];

/// The list of reports.
pub(super) fn reports(cards: &[Card], addresses: Addresses<'_>) -> Resource {
    let rows = cards.iter().map(|card| {
        [
            card.id.clone(),
            card.title.clone(),
            card.place.clone(),
            card.year.map_or(String::new(), |year| format!("{year:04}")),
            card.date.clone().unwrap_or_default(),
            card.figures.to_string(),
            card.terms.to_string(),
            card.charts.to_string(),
            card.source_url.clone(),
            card.sha256.clone().unwrap_or_default(),
            addresses.to(&card.route(), ""),
        ]
    });
    Resource { table: &REPORTS, bytes: Some(write_csv(&REPORTS.heads(), rows)) }
}
