//! The home page of a library: its reports by province and place. A few are a shelf with what each is after; many are a line a
//! place with its years beside one another, so that forty take little of a phone.

use serde::Serialize;

use super::cards::cards;
use super::compared::ComparedPages;
use super::kinds;
use super::page_view::{search_route, simple_page};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{CardView, Link, PageView};
use crate::report::ReportKind;
use crate::site::{ReportSummary, Route, Seat};
use crate::words::Words;

/// How many reports are a shelf; of more there is a line a place.
const SHELF: usize = 8;

#[derive(Serialize)]
struct Library {
    page: PageView,
    description: String,
    /// Where all of them are searched.
    search: String,
    /// What the reports print of the same, side by side; empty where there is nothing.
    compared: Link,
    /// Whether there are too many for a shelf.
    many: bool,
    regions: Vec<Region>,
}

/// A province, the whole country, or what lies in none.
#[derive(Serialize)]
struct Region {
    id: String,
    /// Its name in the report's language; empty where the site's words say it.
    name: String,
    /// What of the country it is: `nation`, `elsewhere`, or empty.
    kind: &'static str,
    places: Vec<PlaceGroup>,
}

/// The reports of one kind of one place.
#[derive(Serialize)]
struct PlaceGroup {
    name: String,
    /// What it lies in and is, for whoever looks for it by that.
    lineage: String,
    /// Whether it is the province or the country itself.
    is_region: bool,
    /// What its reports are called, where they are not those of the government.
    called: String,
    /// Its key statistics over the years; empty where it has no such page.
    over_years: Link,
    reports: Vec<CardView>,
}

/// The reports by place, the newest first. A place is one whether its name is printed with what it lies in or without; the
/// places of the lists come in their order, others behind them by name, and last the reports of which nobody knows the place.
pub(super) fn page(
    reports: &[ReportSummary],
    compared: &ComparedPages<'_>,
    out: &PageWriter<'_>,
) -> anyhow::Result<()> {
    let here = Route::root();
    let settings = &out.site_info.settings;
    let words = &out.site_info.words;
    // A place is looked up once for each report.
    let mut sorted: Vec<PlacedReport> =
        reports.iter().map(|report| PlacedReport { seat: report.seat(), report }).collect();
    sorted.sort_by(|a, b| (a.order(), b.report.year, &a.report.id).cmp(&(b.order(), a.report.year, &b.report.id)));
    let regions: Vec<Region> =
        sorted.chunk_by(|a, b| a.province() == b.province()).map(|own| region(own, words, &here)).collect();
    let description = if settings.description.is_empty() {
        words.fill("library.description", &[("kinds", &kinds::said(&kinds::kinds(reports), words))])
    } else {
        settings.description.clone()
    };
    let many = reports.len() > SHELF;
    let page = simple_page(&settings.title, &description, &here, out.site_info);
    let shown_reports = regions.iter().flat_map(|region| &region.places).flat_map(|place| &place.reports);
    let figures = shown_reports.filter(|_| !many).flat_map(|report| &report.headline);
    let shown = ReportWords::default().block(figures.flat_map(|figure| [&figure.indicator, &figure.words.text]));
    let compared = compared.link(&here, out.site_info).unwrap_or_default();
    let search = here.link(&search_route(), "");
    out.report_page("library.html", &Library { page, description, search, compared, many, regions }, &here, &shown)
}

/// A report and the place that it is of.
struct PlacedReport<'s> {
    seat: Seat<'s>,
    report: &'s ReportSummary,
}

impl PlacedReport<'_> {
    /// Those of the government first.
    fn order(&self) -> (Seat<'_>, bool, ReportKind) {
        (self.seat, self.report.kind != ReportKind::Government, self.report.kind)
    }

    /// The province by the first two digits of the code, 0 for the country; `None` for what no list has.
    fn province(&self) -> Option<u32> {
        match self.seat {
            Seat::Listed(code) => Some(code / 10_000),
            Seat::Named(_) | Seat::Unknown => None,
        }
    }
}

/// The reports of one province, which stand together.
fn region(own: &[PlacedReport<'_>], words: &Words, here: &Route) -> Region {
    let province = own[0].province();
    let lineage = own[0].seat.lineage();
    let groups = own.chunk_by(|a, b| a.order() == b.order());
    Region {
        id: province.map_or("elsewhere".into(), |code| format!("in-{code:02}")),
        name: lineage.first().copied().unwrap_or_default().to_owned(),
        kind: match province {
            Some(0) => "nation",
            Some(_) => "",
            None => "elsewhere",
        },
        places: groups.map(|own| place(own, words, here)).collect(),
    }
}

/// The reports of one kind of one place, which stand together.
fn place(own: &[PlacedReport<'_>], words: &Words, here: &Route) -> PlaceGroup {
    let first = own[0].report;
    let lineage = own[0].seat.lineage();
    let link = |route: &Route| Link::away(words.get("library.over_years"), here.link(route, ""));
    PlaceGroup {
        name: first.place.clone(),
        is_region: own[0].province().is_some() && lineage.len() < 2,
        lineage: format!("{}{}", lineage.concat(), first.place),
        called: if first.kind == ReportKind::Government { String::new() } else { first.own_title.clone() },
        over_years: own.iter().find_map(|own| own.report.over_years.as_ref()).map(link).unwrap_or_default(),
        reports: cards(own.iter().map(|own| own.report), words, here),
    }
}
