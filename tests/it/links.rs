//! What holds of every page of a finished site: links that lead somewhere, ids that stand once, headings, names, weight, and
//! what machines read.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::GzEncoder;
use gongdu::build::Request;
use gongdu::text::sha256_base64;

use crate::desk::Desk;
use crate::page::{Element, Page};
use crate::site::{BASE, INCLUDED, SMALL, Site, included, request, small};

/// Three reports, one of them without glossary, figures and charts, at a known address.
fn library() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| {
        let desk = Desk::with_copy_of(SMALL);
        for (path, bytes) in desk.tree("content/qinghe-2024") {
            desk.write(&format!("content/nanping-2023/{path}"), bytes);
        }
        desk.change("content/nanping-2023/report.toml", "place = \"青禾区\"\n", "place = \"南坪县\"\n");
        desk.write("content/bare/report.toml", "title = \"<b>“政府”&工作报告\"\nno_source = \"<i>没有\"\n");
        desk.write("content/bare/1.md", "+++\ntitle = \"<i>全文\"\n+++\n各位代表：\n\n一句<script>话</script>。\n");
        Site::good(&gongdu::build::Request { base_url: Some(BASE.into()), ..request(desk.path("content")) })
    });
    &SITE
}

/// The included report at a known address.
fn published() -> &'static Site {
    static SITE: LazyLock<Site> =
        LazyLock::new(|| Site::good(&gongdu::build::Request { base_url: Some(BASE.into()), ..request(INCLUDED) }));
    &SITE
}

type Pages = Vec<(String, Page)>;

/// Every page of every site here, under a name that says which.
fn all_pages() -> &'static [(&'static str, &'static Site, Pages)] {
    static PAGES: LazyLock<Vec<(&'static str, &'static Site, Pages)>> = LazyLock::new(|| {
        let sites = [("included", included()), ("small", small()), ("library", library()), ("published", published())];
        let read = |site: &'static Site| site.pages().into_iter().map(|(path, page)| (path.to_owned(), page)).collect();
        sites.map(|(name, site)| (name, site, read(site))).into()
    });
    &PAGES
}

/// Looks at every page; what `faults` finds on any of them fails the test, all of it.
#[track_caller]
fn check(faults: impl Fn(&Site, &str, &Page) -> Vec<String>) {
    let mut found = Vec::new();
    for (name, site, pages) in all_pages() {
        for (path, page) in pages {
            found.extend(faults(site, path, page).into_iter().map(|fault| format!("{name}: {path}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
}

/// The path of the file that `href` leads to from the page `from`, and the fragment; `None` for another site.
fn target(from: &str, href: &str) -> Option<(String, String)> {
    if href.contains(':') || href.starts_with("//") {
        return None;
    }
    let (path, fragment) = href.split_once('#').unwrap_or((href, ""));
    if path.is_empty() {
        return Some((from.to_owned(), fragment.to_owned()));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop().unwrap_or_else(|| panic!("{from}: {href} climbs out of the site"))),
            "." => {}
            part => parts.push(part),
        }
    }
    Some((parts.join("/"), fragment.to_owned()))
}

/// Every address that an element names.
fn addresses(element: &Element) -> impl Iterator<Item = &str> {
    let plain = ["href", "src", "action", "poster", "data", "xlink:href"];
    let fetched_later = [
        "data-src",
        "data-margin",
        "data-share",
        "data-search",
        "data-otherwise",
        "data-everyday",
        "data-traditional",
        "data-holders",
    ];
    plain.into_iter().chain(fetched_later).filter_map(|name| element.get(name))
}

#[test]
fn no_link_leads_nowhere() {
    let ids: BTreeMap<(&str, &str), BTreeSet<&str>> = all_pages()
        .iter()
        .flat_map(|(name, _, pages)| pages.iter().map(move |(path, page)| ((*name, path.as_str()), page)))
        .map(|(key, page)| (key, page.ids().into_iter().collect()))
        .collect();
    let mut links = 0;
    for (name, site, pages) in all_pages() {
        for (path, page) in pages {
            for href in page.elements.iter().flat_map(addresses) {
                let Some((file, fragment)) = target(path, href) else { continue };
                links += 1;
                assert!(site.files.contains_key(&file), "{name}: {path} links to {href}, and there is no {file}");
                if !fragment.is_empty() {
                    let there = ids.get(&(name, &file)).is_some_and(|ids| ids.contains(&*fragment));
                    assert!(there, "{name}: {path} links to {href}, and {file} has no such id");
                }
            }
        }
    }
    assert!(links > 2000, "only {links} links were looked at");
}

#[test]
fn no_file_of_the_site_is_out_of_reach() {
    for (name, site, pages) in all_pages() {
        let mut reached: BTreeSet<String> =
            ["index.html", "404.html", "robots.txt", "sitemap.xml"].map(String::from).into();
        for (path, page) in pages {
            reached.extend(page.elements.iter().flat_map(addresses).filter_map(|href| Some(target(path, href)?.0)));
        }
        // The description of a folder's tables is found by its name, as CSV on the Web says.
        let is_described = |path: &str| path.ends_with("data/csv-metadata.json");
        // The search page knows the tables of characters by their folder, and those of a report are what they are made from.
        let is_key = |path: &str| path.contains("search/keys") && site.built.reports.len() > 1;
        // Where a report is alone nobody asks which reports hold the words.
        let is_of_many = |path: &str| path.contains("assets/holders.") && site.built.reports.len() == 1;
        let found = |path: &str| is_described(path) || is_key(path) || is_of_many(path);
        let lost: Vec<_> = site.files.keys().filter(|path| !reached.contains(*path) && !found(path)).collect();
        assert!(lost.is_empty(), "{name}: no page links to {lost:?}");
    }
}

#[test]
fn every_id_stands_once_and_is_short_ascii() {
    check(|_, _, page| {
        let mut seen = BTreeSet::new();
        let good = |id: &str| id.len() <= 40 && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let faulty = page.ids().into_iter().filter(|id| !seen.insert(id.to_owned()) || !good(id));
        faulty.map(|id| format!("id {id:?}")).collect()
    });
}

#[test]
fn what_an_attribute_names_is_on_the_page() {
    check(|_, _, page| {
        let mut faults = Vec::new();
        for element in &page.elements {
            for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget"] {
                let named = element.get(name).unwrap_or_default().split_whitespace();
                faults.extend(named.filter(|id| page.id(id).is_none()).map(|id| format!("{name}={id}")));
            }
        }
        faults
    });
}

#[test]
fn tags_match_and_attributes_stand_once() {
    check(|_, _, page| page.faults.clone());
}

#[test]
fn every_page_has_one_title_and_skips_no_heading() {
    check(|_, _, page| {
        let levels: Vec<u32> = page.elements.iter().filter_map(|e| e.name.strip_prefix('h')?.parse().ok()).collect();
        let mut faults = Vec::new();
        if levels.iter().filter(|level| **level == 1).count() != 1 || levels.first() != Some(&1) {
            faults.push(format!("headings {levels:?}"));
        }
        faults.extend(levels.windows(2).filter(|pair| pair[1] > pair[0] + 1).map(|pair| format!("skips {pair:?}")));
        faults
    });
}

#[test]
fn every_page_says_its_language_title_and_description() {
    check(|_, _, page| {
        let lang = page.all("html").next().and_then(|html| html.get("lang"));
        let titles: Vec<_> = page.all("title").filter(|title| page.is_in(title, "head")).collect();
        let description = page.meta("description").unwrap_or_default();
        let said = [
            ("lang", lang == Some("zh-CN")),
            ("title", titles.len() == 1 && !titles[0].text.trim().is_empty()),
            ("description", (5..=300).contains(&description.chars().count())),
            ("viewport", page.meta("viewport").is_some_and(|words| !words.contains("user-scalable"))),
            ("og:title", page.meta("og:title").is_some()),
            ("main", page.all("main").count() == 1),
            ("skip link", page.all("a").next().is_some_and(|first| first.get("href") == Some("#main"))),
        ];
        said.iter().filter(|(_, good)| !good).map(|(what, _)| (*what).to_owned()).collect()
    });
}

#[test]
fn pages_of_one_site_have_titles_of_their_own() {
    for (name, _, pages) in all_pages() {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (path, page) in pages {
            let title = page.all("title").next().unwrap().text.as_str();
            if let Some(other) = seen.insert(title, path) {
                // A single report is also the front page.
                let front = other == "index.html" || path == "index.html";
                assert!(front, "{name}: {other} and {path} are both called {title}");
            }
        }
    }
}

#[test]
fn every_picture_and_every_link_has_a_name() {
    check(|_, _, page| {
        let mut faults = Vec::new();
        for element in &page.elements {
            let labelled = ["aria-label", "aria-labelledby", "alt"]
                .iter()
                .any(|name| element.get(name).is_some_and(|words| !words.is_empty()));
            let hidden = element.get("aria-hidden") == Some("true")
                || element.above.iter().any(|at| page.elements[*at].get("aria-hidden") == Some("true"));
            let needs = match element.name.as_str() {
                "img" => true,
                // An inner drawing is part of the outer one.
                "svg" => !page.is_in(element, "svg"),
                "a" | "button" => element.text.trim().is_empty(),
                "nav" => true,
                _ => false,
            };
            if needs && !labelled && !hidden {
                faults.push(format!("{element:?}"));
            }
        }
        faults
    });
}

#[test]
fn no_link_stands_in_a_link() {
    check(|_, _, page| {
        let clickable = |element: &&Element| matches!(element.name.as_str(), "a" | "button");
        let nested =
            page.elements.iter().filter(clickable).filter(|own| page.is_in(own, "a") || page.is_in(own, "button"));
        nested.map(|element| format!("{element:?}")).collect()
    });
}

#[test]
fn nothing_is_inline_that_a_strict_policy_forbids() {
    check(|_, _, page| {
        let mut faults = Vec::new();
        for element in &page.elements {
            let names = element.attributes.keys().filter(|name| *name == "style" || name.starts_with("on"));
            faults.extend(names.map(|name| format!("<{} {name}>", element.name)));
            let href = addresses(element).any(|href| href.trim_start().to_ascii_lowercase().starts_with("javascript"));
            let code = element.name == "script" && element.get("src").is_none() && !is_data(element);
            // The page that stands at any address has a style of its own, and its policy says which.
            let known = format!("'sha256-{}'", sha256_base64(element.text.as_bytes()));
            let style = element.name == "style" && !policy(page).contains(&known);
            if href || code || style {
                faults.push(format!("{element:?}"));
            }
        }
        faults
    });
}

#[test]
fn every_page_says_that_it_loads_nothing_but_files_of_its_own_site() {
    check(|_, _, page| {
        let rules = policy(page);
        let mut faults = Vec::new();
        for due in ["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"] {
            let is_due = |rule: &str| {
                rule.strip_prefix(due).is_some_and(|more| more.is_empty() || more.starts_with(" 'sha256-"))
            };
            if !rules.split("; ").any(is_due) {
                faults.push(format!("the policy `{rules}` lacks {due}"));
            }
        }
        if rules.contains("unsafe") || rules.contains('*') {
            faults.push(format!("the policy `{rules}` is loose"));
        }
        faults
    });
}

fn policy(page: &Page) -> &str {
    let policy = page.elements.iter().find(|one| one.get("http-equiv") == Some("Content-Security-Policy"));
    policy.and_then(|one| one.get("content")).unwrap_or_default()
}

/// The page is shown at any address below the site's, where every relative link leads elsewhere.
#[test]
fn the_page_for_a_dead_link_needs_no_other_file_and_has_no_dead_link() {
    let preview = Site::good(&Request { preview: true, ..request(SMALL) });
    for (site, base) in [(small(), None), (published(), Some(BASE)), (library(), Some(BASE)), (&preview, Some("/"))] {
        let page = site.page("404.html");
        assert_eq!(page.all("style").count(), 1);
        assert!(page.all("style").next().unwrap().text.contains("prefers-color-scheme: dark"));
        let wanted = |element: &&Element| {
            element.get("src").is_some() || element.name == "link" && element.get("rel") != Some("canonical")
        };
        assert!(page.elements.iter().find(wanted).is_none());
        let links: Vec<&str> =
            page.all("a").filter_map(|link| link.get("href")).filter(|href| *href != "#main").collect();
        let Some(base) = base else {
            assert!(links.is_empty() && site.text("404.html").contains("改短"), "{links:?}");
            continue;
        };
        assert_eq!(links.len(), 1 + site.built.reports.len() + 3);
        for href in links {
            let file = format!("{}index.html", href.strip_prefix(base).unwrap());
            assert!(site.files.contains_key(&file), "{href}");
        }
    }
}

fn is_data(script: &Element) -> bool {
    script.get("type").is_some_and(|kind| kind.contains("json"))
}

#[test]
fn nothing_is_loaded_from_another_host() {
    check(|_, _, page| {
        let loads = |element: &&Element| match element.name.as_str() {
            "link" => !matches!(element.get("rel"), Some("canonical" | "cite-as" | "alternate")),
            "a" | "html" => false,
            _ => true,
        };
        let far = |href: &&str| href.contains("//") || href.contains(':');
        let found = page.elements.iter().filter(loads).flat_map(addresses).filter(far);
        found
            .map(str::to_owned)
            .chain(page.elements.iter().filter(|e| e.get("srcset").is_some()).map(|e| e.name.clone()))
            .collect()
    });
    for (path, bytes) in &included().files {
        if path.ends_with(".css") {
            let css = String::from_utf8_lossy(bytes);
            assert!(!css.contains("@import") && !css.contains("//"), "{path} loads from elsewhere");
        }
    }
}

#[test]
fn no_page_weighs_more_than_sixty_kilobytes() {
    let weigh = |bytes: &[u8]| {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
        gzip.write_all(bytes).unwrap();
        gzip.finish().unwrap().len()
    };
    let mut heaviest = (0, "");
    for (path, bytes) in &included().files {
        let (limit, bytes) = match path.rsplit('.').next() {
            // The whole report with its style and its charts, to be passed on.
            Some("html") if path.ends_with("/data/report.html") => (150_000, weigh(bytes)),
            Some("html") => (60_000, weigh(bytes)),
            Some("css") => (10_000, weigh(bytes)),
            // The sentences of a report, fetched when one searches.
            Some("js") if path.contains("/search/data.") => (30_000, weigh(bytes)),
            // What everyday words mean: fetched where nothing was found. All characters of the other script: where some are asked for.
            Some("js") if path.starts_with("search/everyday.") => (6_000, weigh(bytes)),
            Some("js") if path.starts_with("search/traditional.") => (14_000, weigh(bytes)),
            Some("js") if path.starts_with("assets/search.") => (4_000, weigh(bytes)),
            Some("js") => (8_000, weigh(bytes)),
            _ => continue,
        };
        assert!(bytes <= limit, "{path} has {bytes} bytes as sent");
        heaviest = heaviest.max((bytes, path));
    }
    assert!(heaviest.0 > 5_000, "the full text weighs something: {heaviest:?}");
}

#[test]
fn pages_have_canonical_addresses_when_the_base_is_known_and_none_otherwise() {
    check(|site, path, page| {
        let canonical =
            page.all("link").find(|link| link.get("rel") == Some("canonical")).and_then(|link| link.get("href"));
        let known = site.files.contains_key("sitemap.xml");
        if !known || path == "404.html" {
            let good = known || canonical.is_none() && page.meta("og:url").is_none();
            return if good { Vec::new() } else { vec![format!("{canonical:?}")] };
        }
        let stands = canonical.and_then(|url| url.strip_prefix(BASE)).is_some_and(|rest| {
            // The file that is passed on names the page of the full text.
            let page = path.replace("/data/report.html", "/full/index.html");
            let own = page.strip_suffix("index.html") == Some(rest);
            // The overview of a report that is alone stands at the root as well.
            let only = (site.built.reports.len() == 1).then(|| format!("{}/", site.built.reports[0].id));
            if path == "index.html" && only.is_some() { only.as_deref() == Some(rest) } else { own }
        });
        if stands && page.meta("og:url") == canonical { Vec::new() } else { vec![format!("{canonical:?}")] }
    });
}

#[test]
fn the_front_page_is_the_library_or_the_only_report() {
    let alone = small().page("index.html");
    let overview = small().page("qinghe-2024/index.html");
    assert_eq!(alone.all("h1").next().unwrap().text, "青禾区2024年政府工作报告");
    assert_eq!(alone.words(|_| false), overview.words(|_| false));
    let shelf = library().page("index.html");
    assert_eq!(shelf.all("h1").next().unwrap().text, "小样");
    for title in ["青禾区2024年政府工作报告", "南坪县2024年政府工作报告", "<b>“政府”&工作报告"]
    {
        let main = shelf.all("main").next().unwrap();
        assert!(shelf.inside(main).any(|element| element.name == "a" && element.text == title), "{title}");
    }
}

#[test]
fn a_sitemap_lists_every_page_and_only_where_the_address_is_known() {
    assert!(!included().files.contains_key("sitemap.xml") && !included().text("robots.txt").contains("Sitemap"));
    for site in [published(), library()] {
        let text = site.text("sitemap.xml");
        let document = roxmltree::Document::parse(text).unwrap();
        let locations: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.sitemaps.org/schemas/sitemap/0.9", "loc")))
            .filter_map(|node| node.text())
            .collect();
        let listed: BTreeSet<String> =
            locations.iter().map(|url| format!("{}index.html", url.strip_prefix(BASE).unwrap())).collect();
        assert_eq!(listed.len(), locations.len(), "none twice");
        let mut pages: BTreeSet<String> =
            site.files.keys().filter(|path| path.ends_with("index.html")).cloned().collect();
        if site.built.reports.len() == 1 {
            assert!(pages.remove("index.html"), "it goes by the address that stays when another report joins");
        }
        assert_eq!(listed, pages);
        assert!(site.text("robots.txt").contains(&format!("Sitemap: {BASE}sitemap.xml")));
    }
}

const ATOM: &str = "http://www.w3.org/2005/Atom";

#[test]
fn the_feed_is_atom() {
    for (name, site, _) in all_pages() {
        let text = site.text("feed.xml");
        let document = roxmltree::Document::parse(text).unwrap();
        let feed = document.root_element();
        assert!(feed.has_tag_name((ATOM, "feed")), "{name}");
        let entries: Vec<_> = feed.children().filter(|node| node.has_tag_name((ATOM, "entry"))).collect();
        assert_eq!(entries.len(), site.built.reports.len(), "{name}: an entry a report");
        let mut ids = BTreeSet::new();
        for node in entries.into_iter().chain([feed]) {
            let child = |tag: &str| node.children().find(|child| child.has_tag_name((ATOM, tag)));
            let words = |tag: &str| child(tag).and_then(|child| child.text()).unwrap_or_default();
            assert!(
                words("id").starts_with("urn:uuid:") && ids.insert(words("id").to_owned()),
                "{name}: {}",
                words("id")
            );
            assert!(!words("title").is_empty(), "{name}");
            assert!(words("updated").len() == "2023-01-05T00:00:00+08:00".len(), "{name}: {}", words("updated"));
            let href = child("link").and_then(|link| link.attribute("href")).unwrap();
            let file = match target("feed.xml", href) {
                Some((file, _)) => file,
                None => format!("{}index.html", href.strip_prefix(BASE).unwrap()),
            };
            assert!(site.files.contains_key(&file), "{name}: {href}");
        }
    }
}

#[test]
fn what_machines_are_told_is_json() {
    let mut told = 0;
    for (name, _, pages) in all_pages() {
        for (path, page) in pages {
            for script in page.all("script").filter(|script| is_data(script)) {
                let value: serde_json::Value =
                    serde_json::from_str(&script.text).unwrap_or_else(|e| panic!("{name}: {path}: {e}"));
                assert_eq!(value["@context"], "https://schema.org", "{name}: {path}");
                assert!(value["@type"].is_string(), "{name}: {path}");
                told += 1;
            }
        }
    }
    assert!(told > 20);
    let report = published().page("index.html");
    let script = report.all("script").find(|script| is_data(script)).unwrap();
    let value: serde_json::Value = serde_json::from_str(&script.text).unwrap();
    assert_eq!((&value["@type"], &value["name"]), (&"Report".into(), &"淄川区2023年政府工作报告".into()));
    assert_eq!((&value["datePublished"], &value["inLanguage"]), (&"2023-01-05".into(), &"zh-CN".into()));
}

#[test]
fn words_have_the_same_address_on_their_page_and_in_the_full_text() {
    for (name, site, pages) in all_pages() {
        for card in &site.built.reports {
            let full = site.page(&format!("{}/full/index.html", card.id));
            let mut sections = 0;
            for (path, page) in pages {
                let Some(section) =
                    path.strip_prefix(&format!("{}/", card.id)).and_then(|path| path.strip_suffix("index.html"))
                else {
                    continue;
                };
                let prefix =
                    if section.is_empty() { "0p".to_owned() } else { format!("{}p", section.trim_end_matches('/')) };
                let own: Vec<_> = places(page, &prefix);
                sections += usize::from(!own.is_empty());
                assert_eq!(own, places(&full, &prefix), "{name}: {path}");
            }
            assert!(sections > 0, "{name}: {} has pages with paragraphs", card.id);
        }
    }
}

/// Ids of paragraphs and sentences with the words that stand there.
fn places<'p>(page: &'p Page, prefix: &str) -> Vec<(&'p str, &'p str)> {
    let own = page.elements.iter().filter_map(|element| Some((element.get("id")?, element.text.as_str())));
    own.filter(|(id, _)| id.strip_prefix(prefix).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
        .collect()
}

#[test]
fn a_figure_cannot_take_the_id_of_another_place() {
    let shaped = |id: &str| id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let pages = small().pages();
    let taken: BTreeSet<&str> = pages.iter().flat_map(|(_, page)| page.ids()).filter(|id| shaped(id)).collect();
    assert!(taken.len() > 40, "{taken:?}");
    for id in taken.into_iter().filter(|id| !id.starts_with('f') || id.len() > 3) {
        let desk = Desk::with_copy_of(SMALL);
        let table = desk.read("content/qinghe-2024/figures.csv");
        let row = table.lines().nth(1).unwrap().replacen("f1,", &format!("{id},"), 1);
        desk.write("content/qinghe-2024/figures.csv", format!("{table}{row}\r\n"));
        let site = desk.build();
        if site.codes().contains(&"duplicate-id") {
            continue;
        }
        assert!(site.built.is_good(), "{id}: {:?}", site.codes());
        for (path, page) in site.pages() {
            let ids = page.ids();
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{path} has the id {id} twice");
        }
    }
}
