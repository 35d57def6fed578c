//! Pages at addresses where a page was: they say what became of it and lead on, without a script and from a disk too.

use serde::Serialize;

use super::lists;
use super::page_view::{PageMeta, report_view, simple_page};
use super::page_writer::PageWriter;
use super::view::{Link, PageView};
use crate::body::{self, RenderContext};
use crate::site::{AliasSite, OldPage, ReportSite};

#[derive(Serialize)]
struct MovedPage {
    page: PageView,
    /// What became of it.
    title: String,
    /// What its heading was, or the words of the figure that it was of.
    was: String,
    /// Where its words are, or the nearest place.
    to: Link,
    /// Notes at the ids that it had.
    places: String,
    /// Whether it leads on by itself: of what is gone a reader must know first.
    at_once: bool,
}

/// A page at an address that a person named.
pub(super) fn alias(own: &AliasSite, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let title = out.site_info.words.get("pointer.page_elsewhere");
    let mut page = simple_page(title, title, &own.route, out.site_info);
    if let Some(base) = &out.site_info.settings.base_url {
        page.canonical = own.to.url(base);
    }
    page.share = None;
    page.json_ld.clear();
    let view = MovedPage {
        page,
        title: title.to_owned(),
        was: String::new(),
        to: Link::away(&own.title, own.route.link(&own.to, "")),
        places: String::new(),
        at_once: true,
    };
    out.page("moved.html", &view, &own.route)
}

pub(super) fn pages(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    report.old_pages().iter().filter(|old| old.was_page).try_for_each(|old| page(report, old, out))
}

fn page(report: &ReportSite<'_>, old: &OldPage, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = &report.address_route(&old.id);
    // The opening stands on the overview, which is always there and has its notes.
    if *here == report.route {
        return Ok(());
    }
    let words = report.words;
    // Of a figure that stands where it stood, only the page is gone.
    let stands = old.stands();
    let title = words.get(match old.is_gone {
        true => "pointer.page_gone",
        false if stands => "pointer.page_elsewhere",
        false => "pointer.page_moved",
    });
    let (page, id) = &old.to;
    let route = report.address_route(page);
    let target = report.pages.iter().find(|own| own.route == route);
    let mut own = report_view(
        report,
        out,
        PageMeta {
            route: here,
            title,
            description: title.to_owned(),
            crumbs: vec![(title.to_owned(), here.clone())],
            json_ld: None,
            charts: false,
            share_image: route.share_image(),
            canonical: Some(route.clone()),
            citation: String::new(),
        },
    );
    // Nobody passes on what is gone.
    own.share = None;
    let view = MovedPage {
        page: own,
        title: title.to_owned(),
        was: old.title.clone(),
        to: Link::away(
            target.map_or_else(|| report.manuscript.title_page.full_title(), |own| lists::title(own.page, words)),
            here.link(&route, id),
        ),
        places: body::pointers(RenderContext::page(report, here, 1), &old.places),
        at_once: stands,
    };
    out.page("moved.html", &view, here)
}
