//! The pages of the whole site: the library of reports, about, how to use the data, not found, and the files for machines.

use serde::Serialize;

use super::frame::{Page, about_route, data_route, frame};
use super::view::{Card as CardView, Frame, Sample};
use super::{Fault, Out};
use crate::body::highlight;
use crate::site::{self, Card, Route};
use crate::text::sha256_hex;

pub(super) fn pages(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    if out.shelf.reports != 1 {
        library(cards, out)?;
    }
    plain("about.html", "关于本站", "这个网站是什么，怎样由公开的报告做成，怎样核对。", &about_route(), cards, out)?;
    data(cards, out)?;
    plain("404.html", "没有这一页", "这个地址上没有内容。", &Route::file("404.html"), cards, out)?;
    feed(cards, out)?;
    machines(cards, out)
}

#[derive(Serialize)]
struct Plain {
    page: Frame,
    reports: Vec<CardView>,
}

fn plain(template: &str, title: &str, words: &str, route: &Route, cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let view = Plain { reports: views(cards, route), page: simple_frame(title, words, route, out) };
    out.page(template, &view, route)
}

fn simple_frame(title: &str, words: &str, route: &Route, out: &Out<'_>) -> Frame {
    let crumbs = if *route == Route::root() { Vec::new() } else { vec![(title.to_owned(), route.clone())] };
    let page =
        Page { route, title, description: words.to_owned(), crumbs, json_ld: None, charts: false, canonical: None };
    frame(out.shelf, None, page)
}

fn views(cards: &[Card], here: &Route) -> Vec<CardView> {
    cards
        .iter()
        .map(|card| CardView {
            title: card.title.clone(),
            href: here.link(&card.route(), ""),
            place: card.place.clone(),
            year: card.year.map_or(String::new(), |year| year.to_string()),
            date: card.date.clone().unwrap_or_default(),
            occasion: card.occasion.clone(),
        })
        .collect()
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
        let view = views(std::slice::from_ref(card), &here);
        match places.last_mut() {
            Some(place) if place.name == card.place => place.reports.extend(view),
            _ => places.push(Place { name: card.place.clone(), reports: view }),
        }
    }
    let words = if settings.description.is_empty() {
        "政府工作报告，逐段可读、可查、可引。"
    } else {
        &settings.description
    };
    let page = simple_frame(&settings.title, words, &here, out);
    out.page("library.html", &Library { page, description: words.to_owned(), places }, &here)
}

#[derive(Serialize)]
struct Data {
    page: Frame,
    reports: Vec<DataFiles>,
    columns: Vec<Column>,
    samples: Vec<Sample>,
}

#[derive(Serialize)]
struct DataFiles {
    title: String,
    csv: String,
    json: String,
}

#[derive(Serialize)]
struct Column {
    name: &'static str,
    words: &'static str,
}

/// What each column of `figures.csv` holds.
const COLUMN_WORDS: [(&str, &str); 13] = [
    ("id", "数字的编号，也是它在网页上的地址（#f12）"),
    ("place", "所在的页（2-1 是第二部分第一节）"),
    ("quote", "报告中说出这个数的原话"),
    ("words", "数字本身的原文，连同“左右”“以上”等限定"),
    ("value", "数值，按原文单位（712亿元写作 712）"),
    ("high", "区间的上限"),
    ("unit", "单位"),
    ("qualifier", "eq 等于，ge 不低于，gt 超过，le 不超过，lt 低于，approx 左右，near 接近，range 区间"),
    ("kind", "level 数量，change 增减，share 占比，rank 位次，multiple 倍数"),
    ("direction", "增减的方向：up 升，down 降"),
    ("indicator", "指标"),
    ("period", "年份"),
    ("status", "actual 已完成，target 目标"),
];

fn data(cards: &[Card], out: &Out<'_>) -> Result<(), Fault> {
    let here = data_route();
    let reports: Vec<DataFiles> = cards
        .iter()
        .filter(|card| card.routes.contains(&Route::page(&[&card.id, "figures"])))
        .map(|card| DataFiles {
            title: card.title.clone(),
            csv: here.link(&site::figures_csv_route(&card.id), ""),
            json: here.link(&site::figures_json_route(&card.id), ""),
        })
        .collect();
    let first = cards.first().map_or("", |card| card.id.as_str());
    let base = out.shelf.settings.base_url.as_deref().unwrap_or("");
    let address = |file: &str| format!("{base}{first}/data/{file}");
    let samples = vec![
        sample(
            "Python",
            "python",
            &format!(
                "import csv\n\n# 下载 {csv} 后\nwith open(\"figures.csv\", encoding=\"utf-8-sig\") as file:\n    for row in csv.DictReader(file):\n        if row[\"status\"] == \"target\":\n            print(row[\"indicator\"], row[\"words\"], sep=\"：\")\n",
                csv = address("figures.csv")
            ),
        ),
        sample(
            "R",
            "r",
            &format!(
                "# 下载 {csv} 后\nfigures <- read.csv(\"figures.csv\", fileEncoding = \"UTF-8-BOM\")\ntargets <- subset(figures, status == \"target\" & unit == \"%\")\nprint(targets[, c(\"indicator\", \"value\", \"qualifier\")])\n",
                csv = address("figures.csv")
            ),
        ),
        sample(
            "JavaScript",
            "js",
            &format!(
                "const reply = await fetch(\"{json}\");\nconst {{ report, figures }} = await reply.json();\nfor (const figure of figures.filter((one) => one.kind === \"change\")) {{\n  console.log(`${{figure.indicator}}：${{figure.words}}（${{report.title}}）`);\n}}\n",
                json = address("figures.json")
            ),
        ),
    ];
    let page =
        simple_frame("开放数据", "报告里的数字可以下载为表格，每个数都附原句。这里说明各列的意思和用法。", &here, out);
    out.page(
        "data.html",
        &Data { page, reports, columns: COLUMN_WORDS.map(|(name, words)| Column { name, words }).into(), samples },
        &here,
    )
}

fn sample(name: &'static str, language: &str, code: &str) -> Sample {
    Sample { name, html: highlight(language, code) }
}

#[derive(Serialize)]
struct Feed {
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
            updated: moment(card.date.as_deref(), card.year),
            link: link(&card.route()),
            summary: card.occasion.clone(),
        })
        .collect();
    entries.sort_by(|a, b| (&b.updated, &a.title).cmp(&(&a.updated, &b.title)));
    let feed = Feed {
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
        pages.extend([about_route(), data_route()].iter().map(|route| entry(route, &None)));
        out.page("sitemap.xml", &Sitemap { pages }, &Route::file("sitemap.xml"))?;
        robots.push_str(&format!("\nSitemap: {}\n", Route::file("sitemap.xml").url(base)));
    }
    out.write(&Route::file("robots.txt"), robots)
}
