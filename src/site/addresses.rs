//! The anchors of a report as its text stands now, and the ids that its ledger gives them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::anchors::counted_leaves;
use super::page_routes::address_route;
use super::quotes;
use super::report_site::PageSite;
use super::route::Route;
use crate::content::Manuscript;
use crate::ledger::{Anchor, AnchorKind, Followed, Ledger};
use crate::text::Span;

/// What the ledger of a report says of its text as it stands now; which figures have pages is not known here.
pub fn follow(manuscript: &Manuscript) -> Followed {
    let pages = counted_pages(manuscript);
    published(manuscript).follow(&anchors(manuscript, &pages))
}

/// The pages and leaves of a report with the ids that its ledger gives them, the ids of its terms, and what the ledger says.
pub(super) fn named_pages(manuscript: &Manuscript) -> (Vec<PageSite<'_>>, Vec<String>, Followed) {
    let mut pages = counted_pages(manuscript);
    let anchors = anchors(manuscript, &pages);
    let followed = published(manuscript).follow(&anchors);
    // Anchors stand in the order of the pages; figures have the ids of their rows.
    let named = anchors.iter().zip(&followed.ids).filter(|(anchor, _)| anchor.kind != AnchorKind::Figure);
    let mut ids = named.map(|(_, id)| id.clone());
    let mut next = || ids.next().unwrap_or_default();
    for page in &mut pages {
        page.id = next();
        page.route = address_route(&manuscript.id, &page.id);
        for leaf in &mut page.leaves {
            leaf.id = next();
            leaf.sentences.iter_mut().for_each(|(_, id)| *id = next());
        }
    }
    // The page of the glossary.
    next();
    let terms = manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).map(|_| next()).collect();
    (pages, terms, followed)
}

/// The addresses that were published; none of a report that has no ledger.
fn published(manuscript: &Manuscript) -> Cow<'_, Ledger> {
    manuscript.ledger.as_ref().map_or_else(|| Cow::Owned(Ledger::default()), Cow::Borrowed)
}

fn counted_pages(manuscript: &Manuscript) -> Vec<PageSite<'_>> {
    let page = |page| PageSite { page, id: String::new(), route: Route::root(), leaves: counted_leaves(&page.text) };
    manuscript.pages.iter().map(page).collect()
}

/// The anchors of a report in reading order, the glossary last.
fn anchors(manuscript: &Manuscript, pages: &[PageSite<'_>]) -> Vec<Anchor> {
    let anchor = |kind, words: &str, counted: &str| Anchor { kind, words: words.into(), counted: counted.into() };
    let figures = figures(manuscript, pages);
    let mut anchors = Vec::new();
    for (index, own) in pages.iter().enumerate() {
        anchors.push(anchor(AnchorKind::Page, &own.page.title, &own.page.id.to_string()));
        for (at, (leaf, inline)) in own.leaves.iter().zip(own.page.text.leaves()).enumerate() {
            let words = if leaf.kind == AnchorKind::Paragraph { "" } else { &inline.text };
            anchors.push(anchor(leaf.kind, words, &leaf.id));
            let mut stated = figures.get(&(index, at)).map_or(&[][..], Vec::as_slice).iter().peekable();
            for (span, id) in &leaf.sentences {
                anchors.push(anchor(AnchorKind::Sentence, span.of(&inline.text), id));
                while let Some((_, id, quote)) = stated.next_if(|(figure, ..)| figure.start < span.end) {
                    anchors.push(anchor(AnchorKind::Figure, quote, id));
                }
            }
            anchors.extend(stated.map(|(_, id, quote)| anchor(AnchorKind::Figure, quote, id)));
        }
    }
    if let Some(glossary) = &manuscript.glossary {
        anchors.push(anchor(AnchorKind::Page, "", "glossary"));
        let term = |number, words| anchor(AnchorKind::Term, words, &format!("t{number}"));
        anchors.extend(glossary.terms.iter().map(|own| term(own.entry.number, &own.entry.term)));
    }
    anchors
}

/// The figures of each leaf by page and leaf: their words in it, id and quote, in the order of the text.
type StatedFigures<'m> = BTreeMap<(usize, usize), Vec<(Span, &'m str, &'m str)>>;

fn figures<'m>(manuscript: &'m Manuscript, pages: &[PageSite<'_>]) -> StatedFigures<'m> {
    let mut found = StatedFigures::new();
    for row in manuscript.figures.iter().flat_map(|table| &table.rows) {
        if let Some((page, leaf, span)) = quotes::position(pages, row) {
            found.entry((page, leaf)).or_default().push((span, &row.id, &row.quote));
        }
    }
    found.values_mut().for_each(|figures| figures.sort());
    found
}
