//! What an earlier import and a person left of a report: its table of figures, the pages that are a person's, the files that a
//! person removed.

use std::collections::BTreeSet;

use super::file::RawFile;
use super::manuscript::Page;
use super::merge::EarlierFigures;
use super::page_id::PageId;

/// What a report that is imported again already has. Nothing of it, for one that is new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The table of figures, where it is known what import wrote.
    pub figures: Option<EarlierFigures>,
    /// The pages that a person changed or added: they stay.
    pub pages: Vec<KeptPage>,
    /// The paths of the files that import wrote and a person removed since: they stay away.
    pub removed: BTreeSet<String>,
}

/// A page of the text that is a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPage {
    /// The name of its file.
    pub id: PageId,
    /// Its words, a line for each paragraph.
    pub words: String,
}

impl KeptPage {
    /// Reads a file of a report's folder; `None` when it is no page of the text or cannot be read.
    pub fn read(file: RawFile<'_>) -> Option<KeptPage> {
        let id = PageId::parse(file.path.strip_suffix(".md")?)?;
        let page = Page::read(id, file, &mut Vec::new())?;
        Some(KeptPage { words: page.text.words(), id: page.id })
    }
}

impl Earlier {
    /// Whether a person has taken the page `id` over, or away.
    pub(super) fn holds(&self, id: &PageId) -> bool {
        self.pages.iter().any(|page| page.id == *id) || self.removed.contains(&id.file())
    }

    /// The pages that may have the words of the page `id` now, itself first.
    pub(super) fn successors(&self, id: &PageId) -> impl Iterator<Item = &KeptPage> {
        let own = self.pages.iter().filter(move |page| page.id == *id);
        own.chain(self.pages.iter().filter(move |page| page.id != *id))
    }
}
