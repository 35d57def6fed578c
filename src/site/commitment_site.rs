//! A commitment of a report with its place in the text.

use crate::commitments::Commitment;

/// A commitment of the report's year with its place.
#[derive(Debug)]
pub struct CommitmentSite {
    /// Index into [`ReportSite::pages`](super::ReportSite::pages).
    pub page: usize,
    /// Index into [`PageSite::leaves`](super::PageSite::leaves).
    pub leaf: usize,
    /// The id of its sentence.
    pub sentence: String,
    /// What was read; its spans are bytes of the leaf.
    pub read: Commitment,
}
