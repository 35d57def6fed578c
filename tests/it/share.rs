//! What passes a page on: its address, the QR code of that, its reference, its picture.

use std::sync::LazyLock;

use crate::desk::Desk;
use crate::page::{Element, Page};
use crate::site::{BASE, SMALL, Site, included, request, small};

/// The short report at a known address, its source published at another.
fn published() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| {
        let desk = Desk::with_copy_of(SMALL);
        let settings = desk.read("content/qinghe-2024/report.toml");
        let known = settings.replace("source_url = \"\"", "source_url = \"https://example.com/report.html\"");
        desk.write("content/qinghe-2024/report.toml", known);
        Site::good(&gongdu::build::Request { base_url: Some(BASE.into()), ..request(desk.path("content")) })
    });
    &SITE
}

/// The words of an element that has this class.
fn of_class<'p>(page: &'p Page, class: &str) -> Vec<&'p Element> {
    let has = |element: &&Element| {
        element.get("class").is_some_and(|classes| classes.split_whitespace().any(|own| own == class))
    };
    page.elements.iter().filter(has).collect()
}

/// What a reader of QR codes that knows nothing of the writer makes of a path of strokes.
fn scan(size: usize, path: &str) -> String {
    const POINTS: usize = 3;
    let mut dark = vec![false; size * size];
    for row in path.split('M').skip(1) {
        let (place, steps) = row.split_at(row.find(['m', 'h']).unwrap_or(row.len()));
        let (x, y) = place.split_once(' ').unwrap();
        let (mut x, y): (usize, f64) = (x.parse().unwrap(), y.parse().unwrap());
        let mut rest = steps;
        while let Some(kind) = rest.chars().next() {
            let end = rest[1..].find(['m', 'h']).map_or(rest.len(), |end| end + 1);
            let length: usize = rest[1..end].trim_end_matches(" 0").parse().unwrap();
            if kind == 'h' {
                dark[y as usize * size..][x..x + length].fill(true);
            }
            x += length;
            rest = &rest[end..];
        }
    }
    let side = size * POINTS;
    let shade = |x: usize, y: usize| if dark[y / POINTS * size + x / POINTS] { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_qr_code_of_a_page_reads_as_its_address_and_is_named_by_it() {
    let mut read = 0;
    for (path, page) in published().pages() {
        let canonical = page.all("link").find(|link| link.get("rel") == Some("canonical"));
        let canonical = canonical.and_then(|link| link.get("href")).unwrap();
        let codes = of_class(&page, "qr");
        // Neither the page for a dead link nor a file of the reader's own is passed on by its address.
        if path == "404.html" || path.ends_with("/data/report.html") {
            assert!(codes.is_empty());
            continue;
        }
        let [code] = codes[..] else { panic!("{path} has {} codes", codes.len()) };
        let size = code.get("viewbox").unwrap().rsplit(' ').next().unwrap().parse().unwrap();
        let strokes = page.inside(code).find(|element| element.name == "path").unwrap();
        assert_eq!(scan(size, strokes.get("d").unwrap()), canonical, "{path}");
        assert!(code.get("aria-label").unwrap().contains(canonical), "{path}");
        read += 1;
    }
    assert!(read > 20, "{read}");
}

#[test]
fn where_the_address_is_not_known_there_is_no_code_and_no_picture_for_messengers() {
    for (path, page) in included().pages().into_iter().chain(small().pages()) {
        assert!(of_class(&page, "qr").is_empty() && page.meta("og:image").is_none(), "{path}");
        assert_eq!(page.meta("twitter:card"), Some("summary"), "{path}");
    }
}

/// What one can cite of a page.
fn citations(site: &Site, path: &str) -> Vec<String> {
    let page = site.page(path);
    of_class(&page, "citation").iter().map(|own| own.text.clone()).collect()
}

#[test]
fn every_page_of_a_report_is_cited_by_the_standard() {
    let check = |path: &str, expect: &[&str]| assert_eq!(citations(published(), path), expect, "{path}");
    let whole = "林小禾. 青禾区2024年政府工作报告[R/OL]. (2024-01-08)[引用日期]. ";
    let source = format!("{whole}https://example.com/report.html.");
    check("qinghe-2024/index.html", &[&format!("{whole}{BASE}qinghe-2024/."), &source]);
    check("qinghe-2024/full/index.html", &[&format!("{whole}{BASE}qinghe-2024/full/."), &source]);
    let part = |part: &str, at: &str| {
        format!("林小禾. 青禾区2024年政府工作报告: {part}[R/OL]. (2024-01-08)[引用日期]. {BASE}qinghe-2024/{at}/.")
    };
    check("qinghe-2024/1/index.html", &[&part("一、2023年工作回顾", "1"), &source]);
    check("qinghe-2024/f6/index.html", &[&part("地区生产总值增长6%左右", "f6"), &source]);
    let derived = "测试组. 地区生产总值目标增长6%左右，一般公共预算收入增长5%以上: 据青禾区2024年政府工作报告[EB/OL]. [引用日期]. ";
    check("qinghe-2024/charts/goals/index.html", &[&format!("{derived}{BASE}qinghe-2024/charts/goals/."), &source]);
    check("about/index.html", &[]);
    let unknown = citations(small(), "qinghe-2024/1/index.html");
    assert_eq!(unknown, ["林小禾. 青禾区2024年政府工作报告: 一、2023年工作回顾[R/OL]. (2024-01-08)[引用日期]. 网址."]);
}

#[test]
fn every_page_that_can_be_shared_has_the_block_and_the_way_to_it() {
    for site in [included(), published()] {
        for (path, page) in site.pages() {
            let way = page.id("to-share").and_then(|link| link.get("href"));
            let block = page.id("share").is_some();
            let due = path != "404.html" && !path.ends_with("/data/report.html");
            assert_eq!((way.is_some(), block), (due, due), "{path}");
            assert!(way.is_none_or(|href| href == "#share"), "{path}");
        }
    }
}
