//! Which id each place has: the one that its words had, a counted one while nothing else was published, else one of its words.

use std::collections::BTreeSet;

use super::address::{Anchor, AnchorKind, plain};
use super::matching::Matching;
use crate::text::sha256_hex;

/// The id of each anchor.
pub(super) fn ids(matching: &Matching<'_>) -> Vec<String> {
    let mut used: BTreeSet<String> = matching.old.iter().map(|address| address.id.clone()).collect();
    let mut own: Vec<Option<String>> = vec![None; matching.new.len()];
    for (old, to) in matching.to.iter().enumerate() {
        if let Some(new) = to {
            own[*new] = Some(matching.old[old].id.clone());
        }
    }
    let mut ids: Vec<String> = Vec::with_capacity(matching.new.len());
    for (at, kept) in own.iter().enumerate() {
        let Anchor { kind, words, counted } = &matching.new[at];
        let page = matching.is.page[at];
        // On a page that is new, and in a report that is, places are counted.
        let is_counted = own[page].is_none();
        let id = match (kept, kind) {
            (Some(id), _) => id.clone(),
            (None, AnchorKind::Figure) => counted.clone(),
            (None, AnchorKind::Page) => free(&used, Some(counted.clone()), &format!("{counted}-"), words),
            (None, AnchorKind::Term) => free(&used, is_counted.then(|| counted.clone()), "t-", words),
            (None, _) => {
                let page = &ids[page];
                let counted = is_counted.then(|| format!("{page}{counted}"));
                let words = if *kind == AnchorKind::Paragraph { first_words(matching, at) } else { words };
                free(&used, counted, &format!("{page}{}-", kind.letter()), words)
            }
        };
        // An id that a person gave to a figure takes it from no place: that both have it is told.
        if *kind != AnchorKind::Figure {
            used.insert(id.clone());
        }
        ids.push(id);
    }
    ids
}

/// The words of the first sentence of a paragraph.
fn first_words<'f>(matching: &Matching<'f>, paragraph: usize) -> &'f str {
    let next = matching.new.get(paragraph + 1).filter(|next| next.kind == AnchorKind::Sentence);
    next.map_or("", |next| next.words.as_str())
}

/// An id that nothing ever had: the counted one, else one made of the words, so that two people who add different words at once
/// give different ids.
fn free(used: &BTreeSet<String>, counted: Option<String>, prefix: &str, words: &str) -> String {
    const SIGNS: usize = 6;
    let made = (0..).map(|again: usize| {
        let salted = if again == 0 { plain(words) } else { format!("{} {again}", plain(words)) };
        format!("{prefix}{}", &sha256_hex(salted.as_bytes())[..SIGNS])
    });
    let mut ids = counted.into_iter().chain(made).filter(|id| !used.contains(id));
    ids.next().unwrap_or_default()
}
