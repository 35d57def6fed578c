//! What stands at the addresses where words stood once.

use std::collections::BTreeMap;

use super::address::{Address, AnchorKind, Ledger, led};

/// What a page holds at an id that has no place of its own there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointer {
    /// The id.
    pub id: String,
    /// What stood there.
    pub kind: AnchorKind,
    /// The page where it was published; there may be no such page any more.
    pub page: String,
    /// The words that stood there last.
    pub words: String,
    /// Where it leads.
    pub lead: Lead,
}

/// Where a pointer leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// To the same id on another page.
    Moved {
        /// That page.
        page: String,
    },
    /// To the place that has its words, on the same page.
    Inside {
        /// The id of that place.
        id: String,
    },
    /// Nowhere: the words are gone. The nearest place of the text before it is told.
    Gone {
        /// The page of that place.
        page: String,
        /// Its id: a leaf, or the page itself.
        id: String,
    },
}

impl Ledger {
    /// The pointers of all pages, in the order of the ledger.
    pub fn pointers(&self) -> Vec<Pointer> {
        let here = || self.addresses.iter().filter(|own| own.is_here());
        let by_id = self.by_id();
        let mut nearest: BTreeMap<&str, &str> =
            here().filter(|own| own.kind == AnchorKind::Page).map(|own| (&*own.id, &*own.id)).collect();
        let Some(mut last) = here().find(|own| own.kind == AnchorKind::Page).map(|own| (&*own.id, &*own.id)) else {
            return Vec::new();
        };
        let mut pointers = Vec::new();
        for own in &self.addresses {
            if own.is_here() && (own.kind.is_leaf() || own.kind == AnchorKind::Page) {
                nearest.insert(own.page(), &own.id);
                last = (own.page(), &own.id);
            }
            let now = led(&by_id, own);
            // The page of a figure is a pointer as a whole.
            for page in own.pages.iter().filter(|page| **page != own.id || own.kind != AnchorKind::Figure) {
                let (place, id) = nearest.get(page.as_str()).map_or(last, |id| (page.as_str(), *id));
                let lead = match now {
                    Some(now) if now.id == own.id && now.page() == page => continue,
                    Some(now) if now.page() == page => Lead::Inside { id: now.id.clone() },
                    Some(now) => Lead::Moved { page: now.page().to_owned() },
                    None => Lead::Gone { page: place.to_owned(), id: id.to_owned() },
                };
                let Address { id, kind, words, .. } = own.clone();
                pointers.push(Pointer { id, kind, page: page.clone(), words, lead });
            }
        }
        pointers
    }
}
