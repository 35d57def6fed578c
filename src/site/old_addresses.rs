//! What stands at addresses where words stood once: which page holds which pointer, and which pages are but pointers.

use std::collections::{BTreeMap, BTreeSet};

use crate::ledger::{Address, AnchorKind, Lead, Ledger, Pointer};

/// The pointers of a report by where they stand.
#[derive(Clone, Debug, Default)]
pub struct OldAddresses {
    /// The old ids that stand inside a place, by its id.
    pub(super) inside: BTreeMap<String, Vec<String>>,
    /// What is gone, by page and id of the place before it.
    pub(super) gone: BTreeMap<(String, String), Vec<Pointer>>,
    /// What moved away, by the page where it was.
    pub(super) moved: BTreeMap<String, Vec<Pointer>>,
    /// The addresses of pages that are none any more, with what stood on them.
    pub(super) pages: Vec<OldPage>,
}

/// A page that is none any more.
#[derive(Clone, Debug)]
pub struct OldPage {
    /// Its address below the report.
    pub id: String,
    /// Whether it was of a page of the text or of a figure.
    pub kind: AnchorKind,
    /// What its heading was, or the words of the figure that it was of.
    pub title: String,
    /// The page where its words are, or stand nearest, and the place on it.
    pub to: (String, String),
    /// Whether its words are gone.
    pub is_gone: bool,
    /// Whether there was a page at this address; a figure may have had none.
    pub was_page: bool,
    /// The places that it had.
    pub places: Vec<Pointer>,
}

impl OldAddresses {
    /// Those of a ledger, where these figures have pages.
    pub(super) fn of(ledger: &Ledger, with_page: &BTreeSet<&str>) -> OldAddresses {
        let pointers = ledger.pointers();
        let mut found = OldAddresses::default();
        let here = ledger.addresses().iter().filter(|own| own.kind == AnchorKind::Page && own.is_here());
        let here: Vec<&str> = here.map(|own| own.id.as_str()).collect();
        for pointer in &pointers {
            match &pointer.lead {
                Lead::Inside { id } => found.inside.entry(id.clone()).or_default().push(pointer.id.clone()),
                Lead::Gone { page, id } => {
                    found.gone.entry((page.clone(), id.clone())).or_default().push(pointer.clone());
                }
                Lead::Moved { .. } => found.moved.entry(pointer.page.clone()).or_default().push(pointer.clone()),
            }
        }
        let lost = ledger.addresses().iter().filter(|own| match own.kind {
            AnchorKind::Page => !own.is_here(),
            AnchorKind::Figure => !own.is_here() || own.had_own_page() && !with_page.contains(own.id.as_str()),
            _ => false,
        });
        found.pages = lost.filter_map(|own| OldPage::of(own, ledger, &pointers)).collect();
        found.pages.retain(|page| !here.contains(&page.id.as_str()));
        found
    }
}

impl OldPage {
    /// Whether it was of a figure that stands where it stood.
    pub fn stands(&self) -> bool {
        self.kind == AnchorKind::Figure && !self.is_gone
    }

    fn of(own: &Address, ledger: &Ledger, pointers: &[Pointer]) -> Option<OldPage> {
        let now = ledger.leads_to(&own.id);
        let nearest = || {
            pointers.iter().find_map(|pointer| match &pointer.lead {
                Lead::Gone { page, id } if pointer.id == own.id => Some((page.clone(), id.clone())),
                _ => None,
            })
        };
        let to = now.map(|now| (now.page().to_owned(), now.id.clone())).or_else(nearest)?;
        let is_page = own.kind == AnchorKind::Page;
        let places = pointers.iter().filter(|pointer| is_page && pointer.page == own.id);
        Some(OldPage {
            id: own.id.clone(),
            kind: own.kind,
            title: own.words.clone(),
            to,
            is_gone: if is_page { now.is_none() } else { !own.is_here() },
            was_page: own.had_own_page(),
            places: places.cloned().collect(),
        })
    }
}
