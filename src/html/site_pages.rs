//! The pages of the whole site: the library of reports, about, how to use the data, not found, and the files for machines.

use serde::Serialize;

use super::frame::{Page, about_route, accessibility_route, data_route, frame, search_route};
use super::view::{Card as CardView, Frame, Headline as HeadlineView, Link};
use super::{Fault, Out, open_data, publisher, search};
use crate::content::{Notice, NoticeKind};
use crate::site::{Card, Headline, Route};
use crate::text::sha256_hex;
use crate::words::Words;

pub(super) fn pages(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    if out.shelf.reports != 1 {
        library(cards, out)?;
    }
    let words = &out.shelf.words;
    plain("about.html", [words.get("about.title"), words.get("about.description")], &about_route(), cards, out)?;
    open_data::page(cards, out)?;
    search::library(cards, out)?;
    accessibility(cards, out)?;
    let missing = [words.get("missing.title"), words.get("missing.description")];
    plain("404.html", missing, &Route::file("404.html"), cards, out)?;
    feed(cards, out)?;
    machines(cards, out)
}

#[derive(Serialize)]
struct Plain {
    page: Frame,
    reports: Vec<CardView>,
}

fn plain(
    template: &str,
    [title, description]: [&str; 2],
    route: &Route,
    cards: &[Card],
    out: &Out<'_>,
) -> Result<(), Fault> {
    let view =
        Plain { reports: views(cards, &out.shelf.words, route), page: simple_frame(title, description, route, out) };
    out.page(template, &view, route)
}

pub(super) fn simple_frame(title: &str, words: &str, route: &Route, out: &Out<'_>) -> Frame {
    let crumbs = if *route == Route::root() { Vec::new() } else { vec![(title.to_owned(), route.clone())] };
    let page = Page {
        route,
        title,
        description: words.to_owned(),
        crumbs,
        json_ld: None,
        charts: false,
        canonical: None,
        preview: Route::root().preview(),
        citation: String::new(),
    };
    frame(out.shelf, None, page)
}

#[derive(Serialize)]
struct Accessibility {
    page: Frame,
    /// The day of the latest report or notice; empty when none is known.
    latest: String,
    /// Whether the theme is another than the one that is tested.
    own_theme: bool,
}

/// The statement of accessibility. What it claims is what `tests/browser` checks.
fn accessibility(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = accessibility_route();
    let words = &out.shelf.words;
    let latest = cards.iter().filter_map(Card::latest).max();
    let view = Accessibility {
        page: simple_frame(words.get("accessibility.title"), words.get("accessibility.description"), &here, out),
        latest: latest.unwrap_or_default().to_owned(),
        own_theme: out.theme.is_own(),
    };
    out.page("accessibility.html", &view, &here)
}

fn views(cards: &[Card], words: &Words, here: &Route) -> Vec<CardView> {
    cards
        .iter()
        .map(|card| CardView {
            notice: card.gravest().map_or("", NoticeKind::name),
            notice_label: card.gravest().map_or(String::new(), |kind| publisher::label(kind, words).to_owned()),
            title: card.title.clone(),
            href: here.link(&card.route(), ""),
            place: card.place.clone(),
            year: card.year.map_or(String::new(), |year| year.to_string()),
            date: card.date.clone().unwrap_or_default(),
            occasion: card.occasion.clone(),
            headline: card.headline.iter().map(|figure| headline(figure, here)).collect(),
        })
        .collect()
}

fn headline(figure: &Headline, here: &Route) -> HeadlineView {
    let (page, id) = &figure.at;
    let words = Link::away(&figure.words, here.link(page, id));
    HeadlineView { indicator: figure.indicator.clone(), words }
}

#[derive(Serialize)]
struct Library {
    page: Frame,
    description: String,
    places: Vec<Place>,
}

#[derive(Serialize)]
struct Place {
    name: String,
    reports: Vec<CardView>,
}

/// The reports by place, the newest first.
fn library(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = Route::root();
    let settings = &out.shelf.settings;
    let mut sorted: Vec<&Card> = cards.iter().collect();
    sorted.sort_by(|a, b| (&a.place, b.year, &a.id).cmp(&(&b.place, a.year, &b.id)));
    let mut places: Vec<Place> = Vec::new();
    for card in sorted {
        let view = views(std::slice::from_ref(card), &out.shelf.words, &here);
        match places.last_mut() {
            Some(place) if place.name == card.place => place.reports.extend(view),
            _ => places.push(Place { name: card.place.clone(), reports: view }),
        }
    }
    let words = if settings.description.is_empty() {
        out.shelf.words.get("library.description")
    } else {
        &settings.description
    };
    let page = simple_frame(&settings.title, words, &here, out);
    out.page("library.html", &Library { page, description: words.to_owned(), places }, &here)
}

#[derive(Serialize)]
struct Feed {
    /// The language of the site's own words.
    lang: &'static str,
    title: String,
    id: String,
    updated: String,
    link: String,
    own: String,
    entries: Vec<FeedEntry>,
}

#[derive(Serialize)]
struct FeedEntry {
    title: String,
    id: String,
    updated: String,
    link: String,
    summary: String,
}

/// An Atom feed (RFC 4287). Ids do not depend on the address, so that a site that moves does not announce everything anew.
fn feed(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = Route::file("feed.xml");
    let settings = &out.shelf.settings;
    let link = |route: &Route| match &settings.base_url {
        Some(base) => route.url(base),
        None => here.link(route, ""),
    };
    let mut entries: Vec<FeedEntry> = cards
        .iter()
        .map(|card| FeedEntry {
            title: card.title.clone(),
            id: urn(&card.id),
            updated: moment(card.latest(), card.year),
            link: link(&card.route()),
            summary: summary(card, &out.shelf.words),
        })
        .collect();
    entries.sort_by(|a, b| (&b.updated, &a.title).cmp(&(&a.updated, &b.title)));
    let feed = Feed {
        lang: out.shelf.words.language().tag(),
        title: settings.title.clone(),
        id: urn(&settings.title),
        updated: entries.first().map_or_else(|| moment(None, None), |entry| entry.updated.clone()),
        link: link(&Route::root()),
        own: link(&here),
        entries,
    };
    out.page("feed.xml", &feed, &here)
}

/// A name-based UUID (RFC 9562, version 8) of a name of ours.
fn urn(name: &str) -> String {
    let hex = sha256_hex(format!("gongdu:{name}").as_bytes());
    format!("urn:uuid:{}-{}-8{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..32])
}

/// What became of the report, and where it was read out.
fn summary(card: &Card, words: &Words) -> String {
    let told = |notice: &Notice| {
        let label = publisher::label(notice.kind, words);
        words.fill("notice.told", &[("kind", &label), ("date", &notice.date), ("text", &notice.text)])
    };
    let notices = card.notices.iter().map(told);
    notices.chain([card.occasion.clone()]).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A day as RFC 3339 wants it. The clock is never asked: a report without a date has the first day of its year.
fn moment(date: Option<&str>, year: Option<u64>) -> String {
    match (date, year) {
        (Some(date), _) => format!("{date}T00:00:00+08:00"),
        (None, Some(year)) => format!("{year:04}-01-01T00:00:00+08:00"),
        (None, None) => "1970-01-01T00:00:00+08:00".into(),
    }
}

#[derive(Serialize)]
struct Sitemap {
    pages: Vec<SitemapEntry>,
}

#[derive(Serialize)]
struct SitemapEntry {
    url: String,
    date: String,
}

/// robots.txt and, when the site's address is known, sitemap.xml: the protocol allows absolute addresses only.
fn machines(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &out.shelf.settings.base_url {
        let entry = |route: &Route, date: &Option<String>| SitemapEntry {
            url: route.url(base),
            date: date.clone().unwrap_or_default(),
        };
        let mut pages = vec![entry(&Route::root(), &None)];
        for card in cards {
            let routes = card.routes.iter().filter(|route| cards.len() != 1 || **route != card.route());
            pages.extend(routes.map(|route| entry(route, &card.date)));
        }
        let own = [about_route(), data_route(), accessibility_route(), search_route()];
        pages.extend(own.iter().map(|route| entry(route, &None)));
        out.page("sitemap.xml", &Sitemap { pages }, &Route::file("sitemap.xml"))?;
        robots.push_str(&format!("\nSitemap: {}\n", Route::file("sitemap.xml").url(base)));
    }
    out.write(&Route::file("robots.txt"), robots)
}
