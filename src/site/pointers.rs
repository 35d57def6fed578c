//! What a page of a report has to show at old addresses.

use super::old_addresses::OldPage;
use super::page_routes::address_route;
use super::report_site::ReportSite;
use super::route::Route;
use crate::ledger::{AnchorKind, Lead, Pointer};

impl ReportSite<'_> {
    /// The old ids whose words are part of what stands under `id` now.
    pub fn old_ids_inside(&self, id: &str) -> &[String] {
        self.old_addresses.inside.get(id).map_or(&[], Vec::as_slice)
    }

    /// What is gone behind the place `id` of the page `page`: of that page, or `of_all` of those too that are no page any more.
    pub fn gone_behind(&self, page: &str, id: &str, of_all: bool) -> Vec<&Pointer> {
        let gone = self.old_addresses.gone.get(&(page.to_owned(), id.to_owned())).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<&Pointer> = Vec::new();
        for pointer in gone.iter().filter(|pointer| of_all || pointer.page == page) {
            // Words that stood on two pages are gone once.
            if found.iter().all(|other| other.id != pointer.id) {
                found.push(pointer);
            }
        }
        found
    }

    /// What stood on a page and stands on another now, with that page.
    pub fn moved_from(&self, page: &str) -> &[Pointer] {
        self.old_addresses.moved.get(page).map_or(&[], Vec::as_slice)
    }

    /// The addresses that were pages and are none any more.
    pub fn old_pages(&self) -> &[OldPage] {
        &self.old_addresses.pages
    }

    /// Everything that stood at addresses of `page` and does not now, in the order of the text.
    pub fn pointers_on(&self, page: &str) -> Vec<Pointer> {
        self.ledger.pointers().into_iter().filter(|pointer| pointer.page == page).collect()
    }

    /// The figures that are gone, each with the place that stated it or stands nearest.
    pub fn old_figures(&self) -> Vec<Pointer> {
        let figures = self.old_pages().iter().filter(|page| page.kind == AnchorKind::Figure && page.is_gone);
        let pointer = |page: &OldPage| Pointer {
            id: page.id.clone(),
            kind: page.kind,
            page: page.to.0.clone(),
            words: page.title.clone(),
            lead: Lead::Gone { page: page.to.0.clone(), id: page.to.1.clone() },
        };
        figures.map(pointer).collect()
    }

    /// The page of an address below the report.
    pub fn address_route(&self, page: &str) -> Route {
        address_route(&self.manuscript.id, page)
    }
}
