//! What every page has round its content: titles, addresses, social and machine-readable descriptions, ways on.

use serde_json::{Value, json};

use super::page_writer::PageWriter;
use super::publisher;
use super::share::{picture, share};
use super::view::{Link, PageView};
use crate::content::Notice;
use crate::site::{Neighbour, ReportSite, Route, SiteInfo};
use crate::text::sha256_base64;
use crate::words::Language;

/// A page on its way to its page_view.
pub(super) struct PageMeta<'a> {
    pub route: &'a Route,
    /// What the page is, without the names of report and site.
    pub title: &'a str,
    pub description: String,
    /// The way here below the report, the page itself last; empty on an overview.
    pub crumbs: Vec<(String, Route)>,
    /// The page's description for machines; the page_view adds the way here.
    pub json_ld: Option<Value>,
    pub charts: bool,
    /// The page that stands for this one when the same text has two addresses.
    pub canonical: Option<Route>,
    /// The picture that messengers show beside a link to it.
    pub share_image: Route,
    /// How it is cited, up to the day on which it was seen; empty when nobody cites it.
    pub citation: String,
}

impl<'a> PageMeta<'a> {
    /// A page at `route` that is made from a report's words: below the overview, with the picture of the report and a citation of its own, in which it is
    /// a document of this `kind` (a code of GB/T 7714: `EB` for a page, `DS` for data).
    pub fn derived(
        report: &ReportSite<'_>,
        (route, title): (&'a Route, &'a str),
        description: String,
        kind: &str,
        out: &PageWriter<'_>,
    ) -> PageMeta<'a> {
        PageMeta {
            route,
            title,
            description,
            crumbs: vec![(title.to_owned(), route.clone())],
            json_ld: None,
            charts: false,
            canonical: None,
            share_image: report.route.share_image(),
            citation: report.citation_of_derived(title, kind, out.site_info),
        }
    }
}

/// What a page may load: files of its own site and the picture that its own script has just drawn (`blob:`), nothing written into the page itself
/// (<https://www.w3.org/TR/CSP3/>). It stands in the page, since many hosts let nobody set a header.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'self'";

/// The policy of a page; one of a preview has none.
fn policy(site_info: &SiteInfo) -> String {
    match (site_info.preview, site_info.is_offline()) {
        (true, _) => String::new(),
        (false, true) => format!("{POLICY}; manifest-src 'self'"),
        (false, false) => POLICY.to_owned(),
    }
}

/// The policy of a page that holds a style of its own.
pub(super) fn policy_with_style(style: &str) -> String {
    POLICY.replace("style-src 'self'", &format!("style-src 'self' 'sha256-{}'", sha256_base64(style.as_bytes())))
}

/// The route of what a browser must know to keep the site.
pub(super) fn manifest_route() -> Route {
    Route::file("site.webmanifest")
}

/// The route of the page that tells what the site is.
pub(super) fn about_route() -> Route {
    Route::page(&["about"])
}

/// The route of the page that tells how to use the data.
pub(super) fn data_route() -> Route {
    Route::page(&["data"])
}

/// The route of the page that says how the site can be used by everyone.
pub(super) fn accessibility_route() -> Route {
    Route::page(&["accessibility"])
}

/// The route of the page that searches the whole site.
pub(super) fn search_route() -> Route {
    Route::page(&["search"])
}

/// The page_view of a page of a report, with ways to the same page of the year before and after.
pub(super) fn report_view(report: &ReportSite<'_>, out: &PageWriter<'_>, page: PageMeta<'_>) -> PageView {
    let here = page.route.clone();
    let mut view = page_view(out.site_info, Some(report), page);
    let years = [&out.neighbours.older, &out.neighbours.newer];
    view.years = years.into_iter().flatten().map(|other| year_link(other, report, &here)).collect();
    view
}

fn year_link(other: &Neighbour, report: &ReportSite<'_>, here: &Route) -> Link {
    let phrase = if other.is_withdrawn { "ways.year_withdrawn" } else { "ways.year" };
    let (page, fragment) = other.same_page(report, here);
    Link { text: report.words.fill(phrase, &[("year", &other.year)]), href: here.link(&page, fragment), current: false }
}

/// The page_view of a page; `report` when it belongs to one.
pub(super) fn page_view(site_info: &SiteInfo, report: Option<&ReportSite<'_>>, page: PageMeta<'_>) -> PageView {
    let here = page.route;
    let settings = &site_info.settings;
    let words = &site_info.words;
    let base = settings.base_url.as_deref();
    let report_title = report.map(|report| report.manuscript.title_page.full_title());
    // The overview of a single report is the home page as well.
    let is_home = |route: &Route| {
        site_info.reports == 1 && *here == Route::root() && report.is_some_and(|report| report.route == *route)
    };
    let link = |text: &str, route: &Route| Link {
        text: text.into(),
        href: here.link(route, ""),
        current: route == here || is_home(route),
    };
    let crumbs = crumbs(site_info, report, &page, here);
    let description = match report {
        Some(report) if report.manuscript.title_page.is_withdrawn() => {
            words.fill("notice.description", &[("description", &page.description)])
        }
        _ => page.description,
    };
    let own = page.json_ld.unwrap_or_else(|| web_page(site_info, page.title, &description, here));
    let mut json_ld: Vec<Value> = vec![own];
    if let Some(base) = base
        && crumbs.len() > 1
    {
        json_ld.push(breadcrumb_list(&crumbs, base));
    }
    let asset = |path: &str| here.link(&site_info.asset(path), "");
    let canonical = page.canonical.as_ref().unwrap_or(here);
    let listed = here.path() != "404.html";
    let address = base.map_or(String::new(), |base| canonical.url(base));
    let cite_as = cite_as(report, here, base.filter(|_| listed && !page.citation.is_empty()));
    let shared = listed.then(|| share(report, here, &address, page.citation, &page.share_image, site_info));
    let title_page = report.map(|report| &report.manuscript.title_page);
    let is_draft = title_page.is_some_and(|own| own.draft);
    PageView {
        lang: words.language().tag(),
        locale: words.language().locale(),
        policy: policy(site_info),
        title: full_title([page.title, report_title.as_deref().unwrap_or_default(), &settings.title]),
        description,
        canonical: address,
        cite_as,
        markdown: String::new(),
        og_type: if report.is_some() { "article" } else { "website" },
        json_ld: json_ld.iter().map(script_safe).collect(),
        listed: listed && !is_draft,
        draft: is_draft,
        picture: picture(
            &page.share_image,
            &full_title([page.title, report_title.as_deref().unwrap_or(&settings.title), ""]),
            site_info,
        ),
        share: shared,
        css: asset("assets/style.css"),
        chart_css: page.charts.then(|| asset("assets/chart.css")),
        script: asset("assets/reader.js"),
        aloud: asset("assets/aloud.js"),
        reading: asset("assets/reading.js"),
        sharing: asset("assets/share.js"),
        margin: asset("assets/margin.js"),
        sift: asset("assets/sift.js"),
        manifest: if site_info.is_offline() { here.link(&manifest_route(), "") } else { String::new() },
        icon: asset("assets/icon.svg"),
        feed: here.link(&Route::file("feed.xml"), ""),
        site: link(&settings.title, &Route::root()),
        report: report.zip(report_title.as_deref()).map(|(report, title)| link(title, &report.route)),
        nav: report
            .map_or_else(Vec::new, |report| ways(report).into_iter().map(|(text, route)| link(text, &route)).collect()),
        years: Vec::new(),
        search: link(words.get("search.title"), &report.map_or_else(search_route, ReportSite::search_route)),
        contents: report.map_or(String::new(), |report| here.link(&report.route, "contents")),
        crumbs: crumbs.iter().map(|(text, route)| link(text, route)).collect(),
        foot: vec![
            link(words.get("about.title"), &about_route()),
            link(words.get("data.title"), &data_route()),
            link(words.get("accessibility.title"), &accessibility_route()),
        ],
        publisher: settings.publisher.name.clone(),
        contact: publisher::contact(&settings.publisher),
        official: publisher::foot(&settings.publisher),
        tags: publisher::tags(&settings.publisher, report, here, page.title),
        source: title_page.and_then(publisher::source),
        notices: title_page.map_or_else(Vec::new, |own| publisher::notices(own, words)),
        no_source: title_page.map_or_else(String::new, |own| own.no_source.clone()),
    }
}

/// A page of the whole site that needs no more than a title and a sentence.
pub(super) fn simple_page(title: &str, words: &str, route: &Route, site_info: &SiteInfo) -> PageView {
    let crumbs = if *route == Route::root() { Vec::new() } else { vec![(title.to_owned(), route.clone())] };
    let page = PageMeta {
        route,
        title,
        description: words.to_owned(),
        crumbs,
        json_ld: None,
        charts: false,
        canonical: None,
        share_image: Route::root().share_image(),
        citation: String::new(),
    };
    page_view(site_info, None, page)
}

/// What stands in the tab: the page, the report, the site, each as far as there is one.
fn full_title(names: [&str; 3]) -> String {
    let mut names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    names.dedup();
    names.join(" · ")
}

/// The ways through a report.
fn ways<'r>(report: &ReportSite<'r>) -> Vec<(&'r str, Route)> {
    let words = report.words;
    let mut ways =
        vec![(words.get("ways.overview"), report.route.clone()), (words.get("ways.full"), report.full_route())];
    if report.manuscript.glossary.is_some() {
        ways.push((words.get("ways.glossary"), report.glossary_route()));
    }
    if !report.charts.is_empty() {
        ways.push((words.get("ways.charts"), report.charts_route()));
    }
    if !report.figures.is_empty() {
        ways.push((words.get("ways.figures"), report.figures_route()));
    }
    if !report.commitments.is_empty() {
        ways.push((words.get("ways.promises"), report.promises_route()));
    }
    ways
}

fn crumbs(
    site_info: &SiteInfo,
    report: Option<&ReportSite<'_>>,
    page: &PageMeta<'_>,
    here: &Route,
) -> Vec<(String, Route)> {
    let mut crumbs = Vec::new();
    if *here == Route::root() {
        return crumbs;
    }
    // A single report is the home page itself.
    if site_info.reports != 1 || report.is_none() {
        crumbs.push((site_info.words.get("frame.home").to_owned(), Route::root()));
    }
    if let Some(report) = report {
        crumbs.push((report.manuscript.title_page.full_title(), report.route.clone()));
    }
    crumbs.extend(page.crumbs.iter().cloned());
    crumbs
}

/// The address by which a page is cited (RFC 8574). That of a report stays when others join it, and the root is theirs too then.
fn cite_as(report: Option<&ReportSite<'_>>, here: &Route, base: Option<&str>) -> String {
    let own = report.map(|report| &report.route).filter(|_| *here == Route::root());
    base.map_or(String::new(), |base| own.unwrap_or(here).url(base))
}

/// What any page is, for machines.
fn web_page(site_info: &SiteInfo, title: &str, description: &str, here: &Route) -> Value {
    let settings = &site_info.settings;
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": if title.is_empty() { &settings.title } else { title },
        "description": description,
        "inLanguage": site_info.words.language().tag(),
        "isPartOf": {"@type": "WebSite", "name": settings.title},
    });
    if let Some(base) = &settings.base_url {
        value["url"] = json!(here.url(base));
    }
    value
}

fn breadcrumb_list(crumbs: &[(String, Route)], base: &str) -> Value {
    let items: Vec<Value> = crumbs
        .iter()
        .zip(1..)
        .map(|((name, route), position)| json!({"@type": "ListItem", "position": position, "name": name, "item": route.url(base)}))
        .collect();
    json!({"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items})
}

/// JSON that cannot end the script element it stands in.
fn script_safe(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A notice as schema.org has it.
fn correction(notice: &Notice) -> Value {
    let mut value = json!({"@type": "CorrectionComment", "datePublished": notice.date, "text": notice.text});
    if !notice.link.is_empty() {
        value["url"] = json!(notice.link);
    }
    value
}

/// The report as schema.org describes reports; with addresses when the base is known.
pub(super) fn report_json_ld(report: &ReportSite<'_>, site_info: &SiteInfo) -> Value {
    let page = &report.manuscript.title_page;
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Report",
        "name": page.full_title(),
        "inLanguage": Language::REPORT,
    });
    let mut set = |key: &str, words: Value| value[key] = words;
    if let Some(date) = page.published.as_ref().or(page.date.as_ref()) {
        set("datePublished", json!(date.replace(' ', "T")));
    }
    if !page.organ().is_empty() {
        set("author", json!({"@type": "GovernmentOrganization", "name": page.organ()}));
    }
    if !page.place.is_empty() {
        set("spatialCoverage", json!(page.place));
    }
    if !page.source_url.is_empty() {
        set("isBasedOn", json!(page.source_url));
    }
    if let Some(base) = &site_info.settings.base_url {
        set("@id", json!(report.route.url(base)));
        set("url", json!(report.route.url(base)));
    }
    if let Some(day) = page.last_notice() {
        set("dateModified", json!(day));
    }
    if page.is_withdrawn() {
        set("creativeWorkStatus", json!("Withdrawn"));
    }
    if !page.notices.is_empty() {
        set("correction", page.notices.iter().map(correction).collect());
    }
    value
}
