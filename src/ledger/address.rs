//! What the ledger is made of: anchors, places of the text as it stands now; addresses, what such places were ever called.

use std::collections::{BTreeMap, BTreeSet};

/// Of which kind a place is that readers can link to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnchorKind {
    /// A page of the text by its heading; one without words is known by its name.
    Page,
    /// A heading on a page.
    Heading,
    /// A cell of a table.
    Cell,
    /// A paragraph: the sentences that follow are its.
    #[default]
    Paragraph,
    /// A sentence.
    Sentence,
    /// An entry of the glossary.
    Term,
    /// A figure; its id is its row's, which no alignment changes.
    Figure,
}

impl AnchorKind {
    /// Every kind with the name that the ledger gives it and the letter that ids of it have.
    pub(super) const NAMES: [(AnchorKind, &'static str, &'static str); 7] = [
        (AnchorKind::Page, "page", ""),
        (AnchorKind::Heading, "heading", "h"),
        (AnchorKind::Cell, "cell", "c"),
        (AnchorKind::Paragraph, "paragraph", "p"),
        (AnchorKind::Sentence, "sentence", "s"),
        (AnchorKind::Term, "term", "t"),
        (AnchorKind::Figure, "figure", "f"),
    ];

    pub(super) fn name(self) -> &'static str {
        Self::NAMES.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    pub(super) fn letter(self) -> &'static str {
        Self::NAMES.iter().find(|row| row.0 == self).map_or("", |row| row.2)
    }

    pub(super) fn from_name(name: &str) -> Option<AnchorKind> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Whether a place of this kind stands directly on a page; the others stand in one that does.
    pub(super) fn is_leaf(self) -> bool {
        matches!(self, AnchorKind::Heading | AnchorKind::Cell | AnchorKind::Paragraph | AnchorKind::Term)
    }
}

/// A place of the text as it stands now. Anchors stand in reading order: a page, its leaves, in a paragraph its sentences,
/// behind what states them the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Of which kind it is.
    pub kind: AnchorKind,
    /// Its words; those of a paragraph are its sentences'.
    pub words: String,
    /// What it is called while nothing else ever was: `2-1` for a page, `t7` for a term, `f12` for a figure; for others what
    /// comes behind the id of the page: `p3s2`.
    pub counted: String,
}

/// Where an address leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its place is in the text.
    Here,
    /// Its words are part of what stands under another address.
    In(String),
    /// Its words are gone.
    Gone,
}

/// An address that was published: a line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The id, on its page and in the full text.
    pub id: String,
    /// Of what.
    pub kind: AnchorKind,
    /// The pages where it was published, by their ids, at least one; where it stands, or stood last, comes last. A figure that had a
    /// page of its own has its id among them.
    pub pages: Vec<String>,
    /// Where it leads.
    pub standing: Standing,
    /// The words that stand there, or stood there last.
    pub words: String,
}

impl Address {
    /// The page where it stands, or stood last.
    pub fn page(&self) -> &str {
        self.pages.last().map_or("", String::as_str)
    }

    /// Whether its place is in the text.
    pub fn is_here(&self) -> bool {
        self.standing == Standing::Here
    }

    /// Whether there is, or was, a page of its own at its address.
    pub fn had_own_page(&self) -> bool {
        self.kind == AnchorKind::Page || self.pages.contains(&self.id)
    }

    /// Of a figure: that there is a page of its own.
    pub(super) fn add_own_page(&mut self) {
        if self.kind == AnchorKind::Figure && !self.had_own_page() {
            self.pages.insert(0, self.id.clone());
        }
    }
}

/// Every address that a report ever had, in the order of the text; what is gone stands behind what it stood behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    pub(super) addresses: Vec<Address>,
}

impl Ledger {
    /// The file of a report's folder that holds it.
    pub const FILE: &'static str = "anchors.lock";

    /// The addresses, in their order.
    pub fn addresses(&self) -> &[Address] {
        &self.addresses
    }

    /// Whether no address was ever published.
    pub fn is_empty(&self) -> bool {
        self.addresses.is_empty()
    }

    /// The address under which the words of `id` stand now; `None` when they are gone, or were never there.
    pub fn leads_to(&self, id: &str) -> Option<&Address> {
        let by_id = self.by_id();
        by_id.get(id).and_then(|own| led(&by_id, own))
    }

    /// Notes that these figures have pages of their own.
    pub fn add_own_pages(&mut self, figures: &BTreeSet<&str>) {
        let with_page = self.addresses.iter_mut().filter(|own| figures.contains(own.id.as_str()));
        with_page.for_each(Address::add_own_page);
    }

    pub(super) fn by_id(&self) -> BTreeMap<&str, &Address> {
        self.addresses.iter().map(|own| (own.id.as_str(), own)).collect()
    }
}

/// The address that has the words of `own` now.
pub(super) fn led<'l>(by_id: &BTreeMap<&str, &'l Address>, own: &'l Address) -> Option<&'l Address> {
    let mut at = own;
    // A chain that leads round in a circle ends: it has no more links than there are addresses.
    for _ in 0..=by_id.len() {
        match &at.standing {
            Standing::Here => return Some(at),
            Standing::In(other) => at = by_id.get(other.as_str())?,
            Standing::Gone => return None,
        }
    }
    None
}

/// Words without white space, by which places are compared.
pub(super) fn plain(words: &str) -> String {
    words.split_whitespace().collect()
}
