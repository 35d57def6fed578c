//! The ledger of the text as it stands now: its places in their order, and what is gone behind what it stood behind.

use super::address::{Address, Anchor, AnchorKind, Ledger, Standing, led};
use super::matching::Matching;

/// The new ledger: the anchors in their order, what is gone behind what it stood behind.
pub(super) fn ledger(matching: &Matching<'_>, ids: &[String]) -> Ledger {
    let mut gone: Vec<(Position, Address)> = Vec::new();
    for (at, position) in positions(matching).into_iter().enumerate() {
        if let Some(position) = position {
            gone.push((position, without_place(matching, at, ids)));
        }
    }
    gone.sort_by_key(|(position, _)| *position);
    let mut was: Vec<Option<usize>> = vec![None; matching.new.len()];
    for (old, to) in matching.to.iter().enumerate() {
        if let Some(new) = to {
            was[*new] = Some(old);
        }
    }
    let mut gone = gone.into_iter().peekable();
    let mut addresses = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        while let Some((_, address)) = gone.next_if(|(position, _)| position.behind <= at) {
            addresses.push(address);
        }
        let pages = was[at].map_or_else(Vec::new, |old| matching.old[old].pages.clone());
        let Anchor { kind, words, .. } = &matching.new[at];
        addresses.push(Address {
            id: id.clone(),
            kind: *kind,
            pages: with_page(pages, &ids[matching.is.page[at]]),
            standing: Standing::Here,
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
        });
    }
    addresses.extend(gone.map(|(_, address)| address));
    followed_on(Ledger { addresses })
}

/// An address that has no place in the text any more.
fn without_place(matching: &Matching<'_>, at: usize, ids: &[String]) -> Address {
    let mut address = matching.old[at].clone();
    if address.is_here() {
        address.standing = matching.into[at].map_or(Standing::Gone, |into| Standing::In(ids[into].clone()));
        if address.kind == AnchorKind::Paragraph {
            let own = matching.old[at + 1..].iter().zip(&matching.was.leaf[at + 1..]);
            let own = own.take_while(|(_, leaf)| **leaf == at).map(|(address, _)| address);
            let own = own.filter(|own| own.kind == AnchorKind::Sentence && own.is_here());
            address.words = own.map(|own| own.words.as_str()).collect();
        }
    }
    address
}

/// Where each address that has no place stands in the new ledger; `None` for those that have one.
fn positions(matching: &Matching<'_>) -> Vec<Option<Position>> {
    let ends = |of: &[usize]| {
        let mut ends = vec![0; of.len()];
        of.iter().enumerate().for_each(|(at, owner)| ends[*owner] = at + 1);
        ends
    };
    let (leaf_ends, page_ends) = (ends(&matching.is.leaf), ends(&matching.is.page));
    let mut found: Vec<Option<Position>> = vec![None; matching.old.len()];
    // Behind what the next address would stand that is gone: of the leaf, of the page, of the report.
    let (mut in_leaf, mut in_page, mut in_report) = (0, 0, 0);
    for at in 0..matching.old.len() {
        let (page, leaf) = (matching.was.page[at], matching.was.leaf[at]);
        let position = |behind, level| Some(Position { behind, level, old: at });
        if let Some(new) = matching.to[at] {
            if at == page {
                (in_leaf, in_page, in_report) = (new + 1, new + 1, page_ends[new]);
            } else if at == leaf {
                in_leaf = new + 1;
                in_page = if matching.to[page] == Some(matching.is.page[new]) { leaf_ends[new] } else { in_page };
            } else if matching.to[leaf] == Some(matching.is.leaf[new]) {
                in_leaf = new + 1;
            }
        } else if at == page {
            found[at] = position(in_report, 2);
        } else if at == leaf {
            found[at] = match found[page] {
                Some(own) => position(own.behind, own.level),
                None => position(in_page, 1),
            };
        } else {
            found[at] = match found[leaf] {
                Some(own) => position(own.behind, own.level),
                None => position(in_leaf, 0),
            };
        }
    }
    found
}

/// Where an address without a place stands in the ledger: behind so many anchors; what is gone of a paragraph first, then gone
/// paragraphs, then gone pages, each in their old order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    behind: usize,
    level: u8,
    old: usize,
}

/// The pages of an address that stands on `page` now.
fn with_page(mut pages: Vec<String>, page: &str) -> Vec<String> {
    pages.retain(|other| other != page);
    pages.push(page.to_owned());
    pages
}

/// The ledger with the page where they stand now for the addresses whose words are part of another's.
fn followed_on(mut ledger: Ledger) -> Ledger {
    let by_id = ledger.by_id();
    let pages = |own: &Address| match &own.standing {
        Standing::In(_) => led(&by_id, own).map(|now| with_page(own.pages.clone(), now.page())),
        Standing::Here | Standing::Gone => None,
    };
    let pages: Vec<Option<Vec<String>>> = ledger.addresses.iter().map(pages).collect();
    for (own, pages) in ledger.addresses.iter_mut().zip(pages) {
        own.pages = pages.unwrap_or_else(|| std::mem::take(&mut own.pages));
    }
    ledger
}
