//! Ids that stand already: a figure's id is an anchor on the page that states it and the address of a page of its own, so it
//! may be neither that of another place nor that of another page.

use std::collections::{BTreeMap, BTreeSet};

use super::report_site::{PageSite, TermSite};
use crate::content::{FigureRow, FigureTable};
use crate::diagnostic::{Code, Diagnostic};
use crate::ledger::{Address, AnchorKind, Ledger};
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

/// How the ids of definitions that open in place begin, those of the reading tools, of charts, of notes in a book: `d-t7`, `to-large`,
/// `c-targets`, `n-t7`.
const BEGINNINGS: [&str; 5] = ["d-t", "dt-t", "to-", "c-", "n-t"];

/// Folders of a report that hold no page of its text.
const FOLDERS: [&str; 9] =
    ["full", "glossary", "charts", "figures", "topics", "promises", "last-year", "data", "search"];

/// The ids of paragraphs, sentences, terms and pages of a report, and those that were.
pub(super) struct TakenIds {
    ids: BTreeSet<String>,
    /// The figures that are gone, with their words.
    gone: BTreeMap<String, String>,
}

impl TakenIds {
    pub(super) fn by(pages: &[PageSite<'_>], terms: &[TermSite], ledger: Option<&Ledger>) -> TakenIds {
        let leaves = pages.iter().flat_map(|page| &page.leaves);
        let places = leaves.flat_map(|leaf| std::iter::once(&leaf.id).chain(leaf.sentences.iter().map(|(_, id)| id)));
        let mut ids: BTreeSet<String> = places.chain(terms.iter().map(|term| &term.id)).cloned().collect();
        ids.extend(pages.iter().map(|page| page.id.clone()));
        let published = || ledger.map_or(&[][..], Ledger::addresses).iter();
        let is_figure = |own: &&Address| own.kind == AnchorKind::Figure;
        ids.extend(published().filter(|own| !is_figure(own)).map(|own| own.id.clone()));
        let gone = published().filter(is_figure).filter(|own| !own.is_here());
        TakenIds { ids, gone: gone.map(|own| (own.id.clone(), own.words.clone())).collect() }
    }

    /// Whether the figure of a row may have its id; if not, this is reported. That no other row has it was checked when the
    /// table was read.
    pub(super) fn allows(&self, row: &FigureRow, table: &FigureTable, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let id = row.id.as_str();
        let reserved = THEME_IDS.contains(&id) || FOLDERS.contains(&id);
        let plain = |words: &str| words.split_whitespace().collect::<String>();
        if self.gone.get(id).is_some_and(|words| plain(words) != plain(&row.quote)) {
            let fault = Diagnostic::error(
                Code::DUPLICATE_ID,
                message!(
                    "the id `{id}` was that of another figure, and links to that one still stand",
                    "编号 `{id}` 从前是另一个数字的，旧链接还通向那里"
                ),
            );
            let help = message!("give the figure an id that none ever had", "给这个数字换一个从没用过的编号");
            diagnostics.push(fault.at(&table.file, row.cell("id")).with_help(help));
            return false;
        }
        let taken = self.ids.contains(id) || reserved || BEGINNINGS.iter().any(|begin| id.starts_with(begin));
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
