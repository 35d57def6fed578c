//! Proposes charts for a new report: its headline targets, what was done beside what is planned, its key statistics, the largest groups
//! of like figures, places in one field, what it gives for several years. Each is a Markdown file that a person may edit, add
//! to or delete.

mod draft;
mod groups;
mod key;
#[cfg(test)]
mod tests;

use super::file::NewFile;
use super::quote::QuotedFigure;
use crate::figures::key_statistics::OwnPlace;
use crate::text::PrintedYears;
use draft::ChartDraft;

/// The chart files for these figures, below the report's folder. No year stands in them that the report does not print.
pub(super) fn propose_charts(found: &[QuotedFigure<'_>], printed: &PrintedYears, own: OwnPlace<'_>) -> Vec<NewFile> {
    let mut drafts: Vec<ChartDraft<'_>> = Vec::new();
    drafts.extend(groups::targets(found));
    drafts.extend(groups::target_amounts(found));
    drafts.extend(groups::pairs(found));
    let key = key::changes(found, own);
    let others = groups::changes(found).filter(|other| !key.as_ref().is_some_and(|key| key::says_most_of(key, other)));
    drafts.extend(key);
    drafts.extend(key::amounts(found, own));
    drafts.extend(others);
    drafts.extend(groups::amounts(found));
    drafts.extend(groups::shares(found));
    drafts.extend(groups::ranks(found));
    drafts.extend(groups::courses(found, printed));
    let levels = key::levels(found, own, &drafts);
    let planned = key::planned(found, own, &drafts);
    drafts.extend(levels.into_iter().chain(planned));
    drafts.iter().zip(1..).map(|(draft, order)| draft.file(order, printed)).collect()
}
