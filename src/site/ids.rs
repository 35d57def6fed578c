//! Ids that stand already: a figure's id is an anchor on the page that states it and the address of a page of its own, so it
//! may be neither that of another place nor that of another page.

use std::collections::BTreeSet;

use super::report_site::{PageSite, TermSite};
use crate::content::{FigureRow, FigureTable};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;

/// Ids that the theme's own elements have.
const THEME_IDS: [&str; 18] = [
    "main",
    "contents",
    "topics",
    "planned",
    "done",
    "glossary",
    "figures",
    "charts",
    "downloads",
    "table",
    "sentences",
    "large",
    "terms",
    "books",
    "f-card",
    "f-card-name",
    "share",
    "share-title",
];

/// How the ids of definitions that open in place begin, and those of the reading tools: `d-t7`, `to-large`.
const BEGINNINGS: [&str; 3] = ["d-t", "dt-t", "to-"];

/// Folders of a report that hold no page of its text.
const FOLDERS: [&str; 9] =
    ["full", "glossary", "charts", "figures", "topics", "promises", "last-year", "data", "search"];

/// The ids of paragraphs, sentences, terms and pages of a report.
pub(super) struct TakenIds(BTreeSet<String>);

impl TakenIds {
    pub(super) fn by(pages: &[PageSite<'_>], terms: &[TermSite]) -> TakenIds {
        let leaves = pages.iter().flat_map(|page| &page.leaves);
        let places = leaves.flat_map(|leaf| std::iter::once(&leaf.id).chain(leaf.sentences.iter().map(|(_, id)| id)));
        let mut ids: BTreeSet<String> = places.chain(terms.iter().map(|term| &term.id)).cloned().collect();
        ids.extend(pages.iter().map(|page| page.page.id.to_string()));
        TakenIds(ids)
    }

    /// Whether the figure of a row may have its id; if not, this is reported. That no other row has it was checked when the
    /// table was read.
    pub(super) fn allows(&self, row: &FigureRow, table: &FigureTable, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let id = row.id.as_str();
        let reserved = THEME_IDS.contains(&id) || FOLDERS.contains(&id);
        let taken = self.0.contains(id) || reserved || BEGINNINGS.iter().any(|begin| id.starts_with(begin));
        if taken {
            let fault = Diagnostic::error(
                Code::DUPLICATE_ID,
                message!("the id `{id}` is that of another place", "编号 `{id}` 和网站上别的地方相同"),
            );
            let help = message!("give the figure another id, such as f12", "给这个数字换一个编号，如 f12");
            diagnostics.push(fault.at(&table.file, row.cell("id")).with_help(help));
        }
        !taken
    }
}
