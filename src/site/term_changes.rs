//! What became of the terms that the report of the year before explained.

use super::report_site::ReportSite;
use crate::glossary::{Entry, EntryChanges, entry_changes};

/// The glossary of a report beside that of the report of the year before.
#[derive(Debug)]
pub struct TermChanges<'s> {
    /// The report of the year before.
    pub older: &'s ReportSite<'s>,
    /// What changed, as indices into the terms of both.
    pub changes: EntryChanges,
}

/// What changed from `older` to `newer`; `None` unless both explain terms, and the years follow one another.
pub(super) fn term_changes<'s>(older: &'s ReportSite<'s>, newer: &ReportSite<'_>) -> Option<TermChanges<'s>> {
    let [before, after] = [older, newer].map(entries);
    let follows = newer.manuscript.title_page.year == older.manuscript.title_page.year.map(|year| year + 1);
    let both = follows && !before.is_empty() && !after.is_empty();
    both.then(|| TermChanges { older, changes: entry_changes(&before, &after) })
}

fn entries<'r>(report: &'r ReportSite<'_>) -> Vec<&'r Entry> {
    report.manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).map(|term| &term.entry).collect()
}
