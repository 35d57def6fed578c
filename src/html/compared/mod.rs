//! The pages that set the key statistics of several reports side by side: over the years of one place, over the places of one year,
//! and the list of both. Rates nothing.

mod compared_view;
mod over_years;
mod row;
mod year_places;

use serde::Serialize;

use super::page_writer::PageWriter;
use super::view::{Link, PageView};
use crate::site::{ReportSummary, Route, SiteInfo, YearPlaces, places_by_year, years_route};
use compared_view::compared_view;
use over_years::PlaceOverYears;

#[derive(Serialize)]
struct ComparedList {
    page: PageView,
    /// The places with a page over their years.
    places: Vec<Link>,
    /// The years with a page over all places.
    years: Vec<Link>,
}

/// What there is to compare on a site.
pub(super) struct ComparedPages<'s> {
    places: Vec<PlaceOverYears<'s>>,
    years: Vec<YearPlaces<'s>>,
}

impl<'s> ComparedPages<'s> {
    /// What these reports print of the same.
    pub fn of(reports: &'s [ReportSummary]) -> ComparedPages<'s> {
        ComparedPages { places: over_years::places(reports), years: places_by_year(reports) }
    }

    /// The pages, in the order in which the list leads to them.
    pub fn routes(&self) -> Vec<Route> {
        let pages = || self.places.iter().map(|own| &own.route).chain(self.years.iter().map(|own| &own.route));
        let list = pages().next().map(|_| years_route());
        list.into_iter().chain(pages().cloned()).collect()
    }

    /// The way from `here` to the list; none where nothing is compared.
    pub fn link(&self, here: &Route, site_info: &SiteInfo) -> Option<Link> {
        let list = self.routes().into_iter().next()?;
        Some(Link::away(site_info.words.get("compared.title"), here.link(&list, "")))
    }

    /// Renders all of them.
    pub fn pages(&self, out: &PageWriter<'_>) -> anyhow::Result<()> {
        if self.routes().is_empty() {
            return Ok(());
        }
        self.list(out)?;
        self.places.iter().try_for_each(|own| over_years::page(own, &self.years, out))?;
        self.years.iter().try_for_each(|own| year_places::page(own, out))
    }

    fn list(&self, out: &PageWriter<'_>) -> anyhow::Result<()> {
        let here = years_route();
        let words = &out.site_info.words;
        let place = |own: &PlaceOverYears<'_>| Link::away(own.span(words), here.link(&own.route, ""));
        let year = |own: &YearPlaces<'_>| {
            Link::away(words.fill("year_places.title", &[("year", &own.year)]), here.link(&own.route, ""))
        };
        let view = ComparedList {
            places: self.places.iter().map(place).collect(),
            years: self.years.iter().map(year).collect(),
            page: compared_view(words.get("compared.title"), words.get("compared.description"), &here, out.site_info),
        };
        out.page("compared.html", &view, &here)
    }
}
