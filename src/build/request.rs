//! What is asked of a build, and what it answers.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::ledgers::UnsavedLedger;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::message::{Message, message};
use crate::site::{InSeries, ReportSite, ReportSummary};

/// What to build.
#[derive(Clone, Debug)]
pub struct Request {
    /// The folder with `site.toml` and a folder for each report.
    pub content: PathBuf,
    /// A folder whose files replace those of the default theme.
    pub theme: Option<PathBuf>,
    /// Overrides `base_url` of `site.toml`.
    pub base_url: Option<String>,
    /// Whether a report that has a source and no Markdown yet gets its Markdown written. Otherwise it is converted in
    /// memory only.
    pub write_content: bool,
    /// Whether reports that are drafts are built too. Otherwise they are left out.
    pub drafts: bool,
    /// Whether the pages are for the preview server, which writes a script of its own into them.
    pub preview: bool,
    /// Whether everything is made anew. Otherwise what the last build made of what is not changed since is taken over.
    pub full: bool,
    /// Of which part of the reports pages are made; of all, and then the pages of the whole site too, when nothing is said.
    pub shard: Option<Shard>,
}

/// One of so many parts of the reports, counted from one. Those of one place and kind are in one part: they lead to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    /// Which part.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl Shard {
    /// Reads `2/4`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(words: &str) -> Result<Shard, Message> {
        let read = || {
            let (part, of) = words.split_once('/')?;
            Some(Shard { part: part.parse().ok()?, of: of.parse().ok()? })
        };
        read()
            .filter(|own| 0 < own.part && own.part <= own.of)
            .ok_or_else(|| message!("a part is written 2/4: the second of four", "部分写作 2/4：四份里的第二份"))
    }

    /// Whether the series counted `at`, from nothing, is in it.
    pub(super) fn has(self, at: usize) -> bool {
        at % self.of == self.part - 1
    }
}

/// What a build found and made.
#[derive(Debug, Default)]
pub struct Built {
    /// The reports, by id.
    pub reports: Vec<ReportSummary>,
    /// The ids of those that are drafts, whether they were built or left out.
    pub drafts: Vec<String>,
    /// How many there are of each thing, over all reports.
    pub counts: Counts,
    /// The files that were written below the content folder.
    pub converted: Vec<String>,
    /// The ledgers of addresses that are not saved yet, by the ids of their reports; the caller saves them before it publishes.
    pub ledgers: Vec<UnsavedLedger>,
    /// Everything wrong or doubtful.
    pub diagnostics: Vec<Diagnostic>,
}

/// How many there are of each thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Counts {
    pub pages: usize,
    pub terms: usize,
    pub mentions: usize,
    pub figures: usize,
    pub charts: usize,
}

impl Built {
    /// Whether the site may be published.
    pub fn is_good(&self) -> bool {
        !has_errors(&self.diagnostics)
    }
}

impl Counts {
    pub(super) fn of(site: &ReportSite<'_>, series: &InSeries<'_>) -> Counts {
        let mentions = site.pages.iter().flat_map(|page| &page.leaves).map(|leaf| leaf.mentions.len()).sum();
        Counts {
            pages: site.routes(series.last_year.is_some()).len(),
            terms: site.terms.len(),
            mentions,
            figures: site.figures.len(),
            charts: site.charts.len(),
        }
    }

    pub(super) fn add(&mut self, other: Counts) {
        let Counts { pages, terms, mentions, figures, charts } = other;
        self.pages += pages;
        self.terms += terms;
        self.mentions += mentions;
        self.figures += figures;
        self.charts += charts;
    }
}
