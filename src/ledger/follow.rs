//! From the ledger and the text as it stands now to the ids of its places and the ledger that tells of them.

use std::collections::BTreeMap;

use super::address::{Address, Anchor, AnchorKind, Ledger, Standing};
use super::matching::Matching;
use super::{ids, renewed};

/// What came of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    /// The id of each anchor, in their order.
    pub ids: Vec<String>,
    /// Every address there was and is.
    pub ledger: Ledger,
    /// What the text did to the addresses.
    pub changes: AddressChanges,
}

/// What a changed text does to the addresses that were published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddressChanges {
    /// How many are where they were.
    pub kept: usize,
    /// How many places have an address for the first time.
    pub new: usize,
    /// Those that lead to another page now.
    pub moved: Vec<MovedAddress>,
    /// Those whose words are gone.
    pub gone: Vec<Address>,
}

/// An address that leads to another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedAddress {
    /// As it was.
    pub address: Address,
    /// The page it leads to now.
    pub page: String,
}

impl Ledger {
    /// Follows the text from what the ledger has to what stands there now: what is unchanged, retyped, moved, cut or put together
    /// keeps its id, what is new gets one that nothing ever had, what is gone stays in the ledger.
    pub fn follow(&self, anchors: &[Anchor]) -> Followed {
        let matching = Matching::of(&self.addresses, anchors);
        let ids = ids::ids(&matching);
        let ledger = renewed::ledger(&matching, &ids);
        let changes = changes(self, &ledger);
        Followed { ids, ledger, changes }
    }
}

/// What is otherwise in the new ledger.
fn changes(old: &Ledger, new: &Ledger) -> AddressChanges {
    let before: BTreeMap<&str, &Address> = old.addresses.iter().map(|own| (own.id.as_str(), own)).collect();
    let after: BTreeMap<&str, &Address> = new.addresses.iter().map(|own| (own.id.as_str(), own)).collect();
    let mut changes = AddressChanges {
        new: new.addresses.iter().filter(|own| !before.contains_key(own.id.as_str())).count(),
        ..AddressChanges::default()
    };
    for own in old.addresses.iter().filter(|own| own.is_here()) {
        let is = after.get(own.id.as_str());
        match is {
            // A figure is more than the sentence that stated it.
            Some(now) if now.standing == Standing::Gone || own.kind == AnchorKind::Figure && !now.is_here() => {
                changes.gone.push(own.clone());
            }
            Some(now) if now.page() != own.page() => {
                changes.moved.push(MovedAddress { address: own.clone(), page: now.page().to_owned() });
            }
            _ => changes.kept += 1,
        }
    }
    changes
}
