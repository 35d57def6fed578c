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
    let growth = groups::headline_targets(found, key::is_growth);
    drafts.extend(key::growth_targets(found, own, &growth));
    drafts.extend(groups::pairs(found, own));
    let amounts = groups::headline_targets(found, key::is_level);
    let amounts = key::amount_targets(found, own, &amounts, &drafts);
    drafts.extend(amounts);
    let key = key::changes(found, own);
    let others = groups::changes(found, own).filter(|other| !key::say_most_of(&key, other));
    drafts.extend(key);
    drafts.extend(key::levels(found, own));
    drafts.extend(others);
    drafts.extend(groups::amounts(found));
    // What a course shows with its beginning is not shown once more without.
    let courses = groups::courses(found, printed);
    drafts.extend(groups::shares(found).filter(|shares| !key::say_most_of(courses.as_slice(), shares)));
    drafts.extend(groups::ranks(found));
    drafts.extend(courses);
    drafts.iter().zip(1..).map(|(draft, order)| draft.file(order, printed)).collect()
}
