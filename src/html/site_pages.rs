//! The pages of the whole site: the library of reports, about, how to use the data, not found, and the files for machines.

use serde::Serialize;
use serde_json::json;

use super::cards::cards;
use super::compared::ComparedPages;
use super::page_view::{
    about_route, accessibility_route, data_route, manifest_route, policy_with_style, search_route, simple_page,
};
use super::page_writer::PageWriter;
use super::view::{CardView, PageView};
use super::{kinds, library, open_data, publisher, search};
use crate::content::Notice;
use crate::report::ReportKind;
use crate::site::{ReportSummary, Route, SiteInfo, urn};
use crate::words::Words;

pub(super) fn pages(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let compared = ComparedPages::of(reports);
    if out.site_info.reports != 1 {
        library::page(reports, &compared, out)?;
    }
    compared.pages(out)?;
    about(reports, out)?;
    open_data::page(reports, out)?;
    search::library(reports, out)?;
    accessibility(reports, out)?;
    missing(reports, out)?;
    feed(reports, out)?;
    if out.site_info.is_offline() {
        offline(out)?;
    }
    machines(reports, &compared, out)
}

#[derive(Serialize)]
struct About {
    page: PageView,
    /// What the site is, by the kinds of its reports.
    what: String,
    reports: Vec<CardView>,
    /// How many reports were compared with their source, and how many have none.
    proven: usize,
    unproven: usize,
}

/// What the site is. It claims the proof of those reports that were proven.
fn about(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = about_route();
    let words = &out.site_info.words;
    let kinds = kinds::kinds(reports);
    let what = if kinds.iter().all(|kind| *kind == ReportKind::Government) {
        words.get("about.what").to_owned()
    } else {
        words.fill("about.what_official", &[("kinds", &kinds::said(&kinds, words))])
    };
    let proven = reports.iter().filter(|report| report.is_proven()).count();
    let view = About {
        page: simple_page(words.get("about.title"), words.get("about.description"), &here, out.site_info),
        what,
        reports: cards(reports, words, &here),
        proven,
        unproven: reports.len() - proven,
    };
    out.page("about.html", &view, &here)
}

#[derive(Serialize)]
struct Missing {
    page: PageView,
    /// What the page looks like: the files of the site may be out of its reach.
    style: String,
    /// The address of the home page; empty when nobody knows it.
    home: String,
    reports: Vec<CardView>,
}

/// What stands where there is no page. It is shown at any address below the site's, so a relative link in it would lead
/// somewhere else each time: it has absolute links, or none where the address of the site is not known.
fn missing(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = Route::file("404.html");
    let SiteInfo { words, settings, preview, .. } = out.site_info;
    // The preview stands at the root of its host.
    let base = if *preview { Some("/") } else { settings.base_url.as_deref() };
    let at = |route: &Route| base.map_or(String::new(), |base| route.url(base));
    let mut page = simple_page(words.get("missing.title"), words.get("missing.description"), &here, out.site_info);
    let style = out.theme.missing_style().to_owned();
    if !page.policy.is_empty() {
        page.policy = policy_with_style(&style);
    }
    for (link, route) in page.foot.iter_mut().zip([about_route(), data_route(), accessibility_route()]) {
        link.href = at(&route);
    }
    page.foot.retain(|link| !link.href.is_empty());
    let mut shown = cards(reports, words, &here);
    for (card, report) in shown.iter_mut().zip(reports) {
        card.href = at(&report.route());
        card.headline.clear();
    }
    out.page("404.html", &Missing { page, style, home: at(&Route::root()), reports: shown }, &here)
}

#[derive(Serialize)]
struct Accessibility {
    page: PageView,
    /// The day of the latest report or notice; empty when none is known.
    latest: String,
    /// Whether the theme is another than the one that is tested.
    own_theme: bool,
}

/// The statement of accessibility. What it claims is what `tests/browser` checks.
fn accessibility(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = accessibility_route();
    let words = &out.site_info.words;
    let latest = reports.iter().filter_map(ReportSummary::latest).max();
    let view = Accessibility {
        page: simple_page(
            words.get("accessibility.title"),
            words.get("accessibility.description"),
            &here,
            out.site_info,
        ),
        latest: latest.unwrap_or_default().to_owned(),
        own_theme: out.theme.is_own(),
    };
    out.page("accessibility.html", &view, &here)
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
fn feed(reports: &[ReportSummary], out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = Route::file("feed.xml");
    let settings = &out.site_info.settings;
    let link = |route: &Route| match &settings.base_url {
        Some(base) => route.url(base),
        None => here.link(route, ""),
    };
    let mut entries: Vec<FeedEntry> = reports
        .iter()
        .map(|report| FeedEntry {
            title: report.title.clone(),
            id: urn(&report.id),
            updated: moment(report.latest(), report.year),
            link: link(&report.route()),
            summary: summary(report, &out.site_info.words),
        })
        .collect();
    entries.sort_by(|a, b| (&b.updated, &a.title).cmp(&(&a.updated, &b.title)));
    let feed = Feed {
        lang: out.site_info.words.language().tag(),
        title: settings.title.clone(),
        id: urn(&settings.title),
        updated: entries.first().map_or_else(|| moment(None, None), |entry| entry.updated.clone()),
        link: link(&Route::root()),
        own: link(&here),
        entries,
    };
    out.page("feed.xml", &feed, &here)
}

/// What became of the report, and where it was read out.
fn summary(report: &ReportSummary, words: &Words) -> String {
    let told = |notice: &Notice| {
        let label = publisher::label(notice.kind, words);
        words.fill("notice.told", &[("kind", &label), ("date", &notice.date), ("text", &notice.text)])
    };
    let notices = report.notices.iter().map(told);
    notices.chain([report.occasion.clone()]).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A day as RFC 3339 wants it. The clock is never asked: a report without a date has the first day of its year.
fn moment(date: Option<&str>, year: Option<u64>) -> String {
    match (date, year) {
        (Some(date), _) => format!("{date}T00:00:00+08:00"),
        (None, Some(year)) => format!("{year:04}-01-01T00:00:00+08:00"),
        (None, None) => "1970-01-01T00:00:00+08:00".into(),
    }
}

/// What a browser must know to keep the site: its name and looks, and the script that does it.
fn offline(out: &PageWriter<'_>) -> anyhow::Result<()> {
    let here = manifest_route();
    let SiteInfo { words, settings, .. } = out.site_info;
    let icon = here.link(&out.site_info.asset("assets/icon.svg"), "");
    let manifest = json!({
        "name": settings.title, "short_name": settings.title, "lang": words.language().tag(), "start_url": "./index.html",
        "scope": "./", "display": "minimal-ui", "background_color": "#faf8f3", "theme_color": "#faf8f3",
        "icons": [{"src": icon, "sizes": "any", "type": "image/svg+xml"}],
    });
    out.write(&here, format!("{manifest:#}\n"))?;
    out.write(&Route::file("sw.js"), out.theme.worker().to_owned())
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

/// robots.txt, unless the site has one of its own, and, when the site's address is known, sitemap.xml: the protocol allows absolute addresses only.
fn machines(reports: &[ReportSummary], compared: &ComparedPages<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    if let Some(base) = &out.site_info.settings.base_url {
        let entry = |route: &Route, date: Option<&str>| SitemapEntry {
            url: route.url(base),
            date: date.unwrap_or_default().to_owned(),
        };
        // The first page lists the reports; where it is the only one itself, it goes by that one's address.
        let latest = reports.iter().filter_map(ReportSummary::latest).max();
        let home = (reports.len() != 1).then(|| entry(&Route::root(), latest));
        let mut pages = Vec::from_iter(home);
        for report in reports {
            pages.extend(report.routes.iter().map(|route| entry(route, report.latest())));
        }
        let own = [about_route(), data_route(), accessibility_route(), search_route()];
        pages.extend(compared.routes().iter().chain(&own).map(|route| entry(route, None)));
        out.page("sitemap.xml", &Sitemap { pages }, &Route::file("sitemap.xml"))?;
        robots.push_str(&format!("\nSitemap: {}\n", Route::file("sitemap.xml").url(base)));
    }
    if out.site_info.has_robots { Ok(()) } else { out.write(&Route::file("robots.txt"), robots) }
}
