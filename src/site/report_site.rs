//! A report with every reference resolved: what its parts are.

use super::anchors::LeafBlock;
use super::commitment_site::CommitmentSite;
use super::figure_site::{FigureIndex, FigureSite};
use super::old_addresses::OldAddresses;
use super::route::Route;
use super::topic_site::SentencesByTopic;
use crate::chart::Chart;
use crate::content::{Manuscript, Page};
use crate::ledger::{AddressChanges, Ledger};
use crate::text::{Binding, Span};
use crate::words::Words;

/// One report, all its references resolved.
#[derive(Debug)]
pub struct ReportSite<'m> {
    /// What lies under `content/`.
    pub manuscript: &'m Manuscript,
    /// The SHA-256 of the source as published, in hexadecimal; `None` without a source.
    pub source_digest: Option<String>,
    /// What the site says round it.
    pub words: &'m Words,
    /// Its overview.
    pub route: Route,
    /// The pages of the text, in reading order.
    pub pages: Vec<PageSite<'m>>,
    /// The terms, in the order of the glossary's entries.
    pub terms: Vec<TermSite>,
    /// The figures whose words were found, in the order of `figures.csv`.
    pub figures: Vec<FigureSite>,
    /// What it undertakes for its year, in the order of the text.
    pub commitments: Vec<CommitmentSite>,
    /// The charts.
    pub charts: Vec<ChartSite>,
    /// The sentences of the body by topic.
    pub by_topic: SentencesByTopic<'m>,
    /// What its text and definitions teach of its words.
    pub binding: Binding,
    /// The addresses that it has and ever had.
    pub ledger: Ledger,
    /// What its text did to the addresses that were published.
    pub changes: AddressChanges,
    /// What stands at old addresses.
    pub old_addresses: OldAddresses,
}

impl ReportSite<'_> {
    /// Index of the page whose heading a leaf stands under: its own, or that of the part where the text on the page of a section
    /// has taken up the part again.
    pub fn under(&self, page: usize, leaf: usize) -> usize {
        let own = self.pages[page].page;
        let resumed = own.id.is_section() && own.text.leaves_before_resuming().is_some_and(|before| leaf >= before);
        let part = || self.pages.iter().position(|part| own.id.is_section_of(&part.page.id));
        if resumed { part().unwrap_or(page) } else { page }
    }
}

/// One page of the text.
#[derive(Debug)]
pub struct PageSite<'m> {
    /// The Markdown file.
    pub page: &'m Page,
    /// Its address below the report, also the id of its heading: the name of its file, unless the ledger knows the page by another.
    pub id: String,
    /// Where it stands on the site; the opening stands on the overview.
    pub route: Route,
    /// What is known of each leaf of its text.
    pub leaves: Vec<LeafBlock>,
}

/// One term of the glossary.
#[derive(Debug)]
pub struct TermSite {
    /// Its id on the glossary page: `t7`, `t-4f09ac` for one that came later.
    pub id: String,
    /// Every sentence that uses it, in reading order.
    pub uses: Vec<Use>,
    /// What is known of each leaf of its definition: the mentions of other terms.
    pub definition: Vec<LeafBlock>,
}

/// A sentence that uses a term.
#[derive(Debug)]
pub struct Use {
    /// Index into [`ReportSite::pages`].
    pub page: usize,
    /// Index into [`PageSite::leaves`].
    pub leaf: usize,
    /// The sentence's id.
    pub sentence: String,
    /// The term's words in the leaf.
    pub at: Span,
}

/// A chart that can be drawn.
#[derive(Debug)]
pub struct ChartSite {
    /// Index into [`Manuscript::charts`].
    pub page: usize,
    /// Where it stands.
    pub route: Route,
    /// What is drawn.
    pub chart: Chart,
    /// The figures of each row.
    pub rows: Vec<Vec<FigureIndex>>,
}
