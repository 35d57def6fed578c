//! Who publishes the site: what an official one must show and a civic one must not, notices, and the statement of
//! accessibility.

use std::fs;

use gongdu::build::Request;
use gongdu::message::Language;

use crate::desk::Desk;
use crate::page::Page;
use crate::site::{BASE, SMALL, Site, included, request, small};

/// The `[publisher]` of an official site, every key in a line of its own.
const OFFICIAL: [&str; 12] = [
    "kind = \"official\"",
    "name = \"青禾区人民政府办公室\"",
    "contact = \"0533-1234567\"",
    "site_name = \"青禾区人民政府\"",
    "site_domain = \"www.qinghe.gov.cn\"",
    "site_id = \"3703020001\"",
    "icp = \"鲁ICP备05012345号-1\"",
    "police = \"鲁公网安备 37030202000123号\"",
    "column_name = \"政府工作报告\"",
    "column_description = \"历年政府工作报告\"",
    "column_keywords = \"报告,目标\"",
    "column_type = \"政府信息公开\"",
];

const TAGS: [&str; 10] = [
    "SiteName",
    "SiteDomain",
    "SiteIDCode",
    "ColumnName",
    "ColumnDescription",
    "ColumnKeywords",
    "ColumnType",
    "ArticleTitle",
    "PubDate",
    "ContentSource",
];

/// The short report under a publisher of these lines, in a library of two when `two`.
fn published(lines: &[&str], two: bool) -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/qinghe-2024/report.toml", "year = 2024", "published = 2024-01-09T08:05:00\nyear = 2024");
    if two {
        for (path, bytes) in desk.tree("content/qinghe-2024") {
            desk.write(&format!("content/nanping-2023/{path}"), bytes);
        }
        desk.change("content/nanping-2023/report.toml", "place = \"青禾区\"", "place = \"南坪县\"");
    }
    let table = lines.join("\n");
    desk.write("content/site.toml", format!("title = \"小样\"\n[publisher]\n{table}\n"));
    desk
}

fn tags(page: &Page) -> Vec<(&str, &str)> {
    TAGS.iter().filter_map(|tag| Some((*tag, page.meta(tag)?))).collect()
}

#[test]
fn an_official_site_has_three_tags_at_home_seven_on_lists_and_ten_on_what_is_published() {
    let site = Site::good(&request(published(&OFFICIAL, true).path("content")));
    let mut counts = [0; 3];
    for (path, page) in site.pages() {
        let list = path == "404.html"
            || path.starts_with("years/")
            || path.matches('/').count() == 1 && !path.contains("2024/") && !path.contains("2023/")
            || ["charts/index.html", "figures/index.html", "glossary/index.html", "search/index.html"]
                .iter()
                .any(|end| path.ends_with(end));
        let expect = match path {
            "index.html" => 3,
            _ if list => 7,
            _ => 10,
        };
        let found = tags(&page);
        let names: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, TAGS[..expect], "{path}");
        assert!(found.iter().all(|(_, words)| !words.trim().is_empty()), "{path}: {found:?}");
        counts[(expect - 3) / 3] += 1;
    }
    assert!(counts[0] == 1 && counts[1] > 5 && counts[2] > 8, "{counts:?}");
    let page = site.page("qinghe-2024/1/index.html");
    assert_eq!(
        tags(&page),
        [
            ("SiteName", "青禾区人民政府"),
            ("SiteDomain", "www.qinghe.gov.cn"),
            ("SiteIDCode", "3703020001"),
            ("ColumnName", "政府工作报告"),
            ("ColumnDescription", "历年政府工作报告"),
            ("ColumnKeywords", "报告,目标"),
            ("ColumnType", "政府信息公开"),
            ("ArticleTitle", "一、2023年工作回顾 · 青禾区2024年政府工作报告"),
            ("PubDate", "2024-01-09 08:05"),
            ("ContentSource", "青禾区人民政府办公室"),
        ]
    );
}

#[test]
fn the_foot_of_an_official_site_names_host_code_and_records_on_every_page() {
    let site = Site::good(&request(published(&OFFICIAL, false).path("content")));
    for (path, page) in site.pages() {
        let foot = page.all("footer").next().unwrap();
        for words in
            ["青禾区人民政府办公室", "0533-1234567", "3703020001", "鲁ICP备05012345号-1", "鲁公网安备 37030202000123号"]
        {
            assert!(foot.text.contains(words), "{path} lacks {words}");
        }
        assert!(!page.all("body").next().unwrap().text.contains("非政府网站"), "{path}");
        let links: Vec<&str> = page.inside(foot).filter_map(|link| link.get("href")).collect();
        for address in [
            "https://beian.miit.gov.cn/",
            "https://beian.mps.gov.cn/#/query/webSearch?code=37030202000123",
            "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=3703020001",
        ] {
            assert!(links.contains(&address), "{path} lacks {address}");
        }
    }
}

/// Codes and lines of what is wrong, and the key that each message names.
fn faults(site: &Site) -> Vec<String> {
    let faults = site.built.diagnostics.iter().filter(|found| found.severity.name() == "error");
    let told = |found: &gongdu::diagnostic::Diagnostic| {
        let place = found.location.as_ref().unwrap();
        let file = place.file.replace('\\', "/");
        let key = found.message.said_in(Language::English).split('`').nth(1).unwrap_or_default();
        assert!(found.help.is_some(), "{}", found.message.said_in(Language::English));
        format!("{} {} {}:{}", found.code, key, file.rsplit('/').next().unwrap(), place.place.line)
    };
    faults.map(told).collect()
}

#[test]
fn everything_that_an_official_site_lacks_is_told_at_once() {
    let desk = published(&OFFICIAL[..1], false);
    desk.change("content/qinghe-2024/report.toml", "published = 2024-01-09T08:05:00\n", "");
    let keys = OFFICIAL[1..].iter().map(|line| line.split(' ').next().unwrap());
    let mut expect: Vec<String> = keys.map(|key| format!("missing-key {key} site.toml:2")).collect();
    expect.push("missing-key published report.toml:1".into());
    assert_eq!(faults(&desk.build()), expect);
}

#[test]
fn each_key_that_an_official_site_lacks_is_told() {
    for left_out in &OFFICIAL[1..] {
        let lines: Vec<&str> = OFFICIAL.into_iter().filter(|line| line != left_out).collect();
        let key = left_out.split(' ').next().unwrap();
        assert_eq!(faults(&published(&lines, false).build()), [format!("missing-key {key} site.toml:2")]);
    }
}

#[test]
fn a_mark_in_a_wrong_form_is_told_at_its_line() {
    let check = |at: usize, line: &str| {
        let mut lines = OFFICIAL.to_vec();
        lines[at] = line;
        assert_eq!(faults(&published(&lines, false).build()), [format!("bad-value  site.toml:{}", at + 3)]);
    };
    check(4, "site_domain = \"qinghe.example.org\"");
    check(5, "site_id = \"123\"");
    check(6, "icp = \"05012345\"");
    check(7, "police = \"鲁公网安备 1号\"");
}

#[test]
fn a_publisher_is_official_or_civic() {
    assert_eq!(faults(&published(&["kind = \"offical\""], false).build()), ["bad-value kind site.toml:3"]);
}

/// What would make a reader take a page for one of a government.
fn marks_on(page: &Page) -> Vec<String> {
    let mut marks: Vec<String> = tags(page).into_iter().map(|(name, _)| name.to_owned()).collect();
    let foot = page.all("footer").next().unwrap();
    marks.extend(
        ["备案", "标识码", "主办单位", "找错"].iter().filter(|mark| foot.text.contains(**mark)).map(|m| (*m).into()),
    );
    let pictures = page.elements.iter().filter(|element| matches!(element.name.as_str(), "img" | "picture" | "object"));
    marks.extend(pictures.map(|picture| picture.name.clone()));
    marks
}

#[test]
fn no_official_mark_stands_on_any_page_of_a_civic_site() {
    let named = Site::good(&request(published(&["kind = \"civic\"", "name = \"读报组\""], true).path("content")));
    for site in [&named, small(), included()] {
        for (path, page) in site.pages() {
            assert_eq!(marks_on(&page), Vec::<String>::new(), "{path}");
            assert!(
                page.all("footer").next().unwrap().text.contains("非政府网站"),
                "{path} does not say that it is civic"
            );
        }
    }
    let overview = named.page("qinghe-2024/index.html");
    assert!(overview.all("header").next().unwrap().text.contains("非政府网站"));
}

#[test]
fn official_keys_on_a_civic_site_are_faults_and_show_nowhere() {
    let lines: Vec<&str> = ["kind = \"civic\""].into_iter().chain(OFFICIAL[3..].iter().copied()).collect();
    let site = published(&lines, false).build();
    let keys: Vec<&str> = OFFICIAL[3..].iter().map(|line| line.split(' ').next().unwrap()).collect();
    let expect: Vec<String> =
        keys.iter().zip(4..).map(|(key, line)| format!("bad-value {key} site.toml:{line}")).collect();
    assert_eq!(faults(&site), expect);
    assert!(site.pages().iter().all(|(_, page)| marks_on(page).is_empty()));
    // Empty words say nothing and do no harm.
    assert_eq!(faults(&published(&["icp = \"\""], false).build()), Vec::<String>::new());
}

#[test]
fn a_civic_site_links_the_source_on_every_page_of_its_report() {
    let desk = published(&["name = \"读报组\""], false);
    desk.change(
        "content/qinghe-2024/report.toml",
        "source_url = \"\"",
        "source_url = \"https://www.qinghe.gov.cn/1.html\"",
    );
    let site = Site::good(&request(desk.path("content")));
    for (path, page) in site.pages().iter().filter(|(path, _)| path.starts_with("qinghe-2024/")) {
        let foot = page.all("footer").next().unwrap();
        let links = page.inside(foot).any(|link| link.get("href") == Some("https://www.qinghe.gov.cn/1.html"));
        assert!(links && foot.text.contains("原文：www.qinghe.gov.cn"), "{path}");
    }
}

#[test]
fn a_publisher_in_one_word_is_a_civic_one() {
    let foot = small().page("index.html");
    assert!(foot.all("footer").next().unwrap().text.contains("制作：测试组。"));
}

/// The short report in a library of two, with these notices.
fn noticed(notices: &str) -> Site {
    let desk = published(&["name = \"读报组\""], true);
    let report = desk.read("content/qinghe-2024/report.toml");
    desk.write("content/qinghe-2024/report.toml", format!("{report}\n{notices}"));
    Site::of(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) })
}

const NOTICES: &str = "[[notice]]\nkind = \"correction\"\ndate = 2024-02-01\ntext = \"第二页的<数>有误。\"\n\
                       link = \"https://example.org/c\"\n\
                       [[notice]]\nkind = \"withdrawal\"\ndate = 2024-03-01\ntext = \"报告收回重报。\"\n";

#[test]
fn notices_stand_at_the_top_of_every_page_of_their_report_and_of_no_other() {
    let site = noticed(NOTICES);
    assert_eq!(faults(&site), Vec::<String>::new());
    for (path, page) in site.pages() {
        let shown = page.elements.iter().find(|element| element.get("class") == Some("notices"));
        assert_eq!(shown.is_some(), path.starts_with("qinghe-2024/"), "{path}");
        let Some(shown) = shown else { continue };
        let text: String = shown.text.split_whitespace().collect();
        assert_eq!(
            text,
            "撤回2024-03-01报告收回重报。这份报告已经撤回，以下内容仅供查考，请勿引用。更正2024-02-01第二页的<数>有误。查看公告",
            "{path}"
        );
        let main = page.all("main").next().unwrap();
        assert!(std::ptr::eq(page.inside(main).next().unwrap(), shown), "{path}: something stands above");
        assert!(shown.get("aria-label").is_some() && shown.get("data-ui").is_some());
    }
}

#[test]
fn notices_are_told_in_the_library_the_feed_and_to_machines() {
    let site = noticed(NOTICES);
    let home = site.page("index.html");
    let marks: Vec<&str> = home.all("strong").map(|mark| mark.text.as_str()).collect();
    assert_eq!(marks, ["撤回"]);
    let feed = site.text("feed.xml");
    assert!(feed.contains("撤回（2024-03-01）：报告收回重报。") && feed.contains("<updated>2024-03-01T"), "{feed}");
    let page = site.page("qinghe-2024/1/index.html");
    for name in ["description", "og:description"] {
        assert!(page.meta(name).unwrap().starts_with("（已撤回）"), "{name}");
    }
    let data = page.all("script").find(|script| script.text.contains("Chapter")).unwrap();
    let told: serde_json::Value = serde_json::from_str(&data.text).unwrap();
    assert_eq!(told["creativeWorkStatus"], "Withdrawn");
    assert_eq!(told["correction"][1]["text"], "第二页的<数>有误。");
    assert_eq!(told["correction"][1]["url"], "https://example.org/c");
    assert_eq!(told["datePublished"], "2024-01-09T08:05");
    let only = noticed(&NOTICES[..NOTICES.find("[[notice]]\nkind = \"withdrawal\"").unwrap()]);
    let page = only.page("qinghe-2024/index.html");
    assert!(!page.all("main").next().unwrap().text.contains("请勿引用"));
    assert!(!page.meta("description").unwrap().contains("撤回"));
    assert_eq!(only.page("index.html").all("strong").next().unwrap().text, "更正");
}

#[test]
fn a_notice_with_a_fault_is_told_all_of_it() {
    let line = |lines: usize| SMALL_LINES + lines;
    let check = |notice: &str, expect: &[String]| assert_eq!(faults(&noticed(notice)), expect, "{notice}");
    check("[[notice]]\n", &["kind", "date", "text"].map(|key| format!("missing-key {key} report.toml:{}", line(1))));
    check(
        "[[notice]]\nkind = \"corection\"\ndate = \"2024\"\ntext = \"\"\nlink = \"here\"\nnote = 1\n",
        &[
            format!("bad-value kind report.toml:{}", line(2)),
            format!("wrong-type date report.toml:{}", line(3)),
            format!("missing-key text report.toml:{}", line(4)),
            format!("bad-value  report.toml:{}", line(5)),
            format!("unknown-key note report.toml:{}", line(6)),
        ],
    );
}

/// Lines of the short report's `report.toml` before a notice that is added to it.
const SMALL_LINES: usize = 37;

#[test]
fn every_page_leads_to_the_statement_of_accessibility() {
    for (path, page) in small().pages() {
        let foot = page.all("footer").next().unwrap();
        let found = page
            .inside(foot)
            .filter_map(|link| link.get("href"))
            .any(|href| href.ends_with("accessibility/index.html"));
        // At an address that nobody knows, the page for a dead link leads nowhere.
        let leads_nowhere = ["accessibility/index.html", "404.html"].contains(&path);
        // What leaves the site as one file leads back to it, where its address is known.
        assert!(found || leads_nowhere || path.ends_with("data/report.html"), "{path}");
    }
    let site = Site::good(&request(published(&["contact = \"a@example.org\""], false).path("content")));
    let page = site.page("accessibility/index.html");
    assert!(page.all("a").any(|link| link.get("href") == Some("mailto:a@example.org")));
    assert!(page.all("main").next().unwrap().text.contains("截至 2024-01-08"));
    let untold = small().page("accessibility/index.html");
    assert!(untold.all("main").next().unwrap().text.contains("请告知网站的制作者"));
}

#[test]
fn a_site_in_a_theme_of_its_own_says_that_it_was_not_checked() {
    let says = |site: &Site| site.text("accessibility/index.html").contains("改动了程序的默认主题");
    assert!(!says(small()));
    let desk = Desk::with_copy_of(SMALL);
    desk.write("theme/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    assert!(says(&Site::good(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) })));
}

/// What the statement claims, the check that holds it, and a word of that check.
const CLAIMS: [(&str, &str, &str); 10] = [
    (
        "check_rules",
        "tests/browser/access.test.mjs",
        "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'",
    ),
    ("check_contrast", "tests/browser/access.test.mjs", "'color-contrast'"),
    ("check_keyboard", "tests/browser/keyboard.test.mjs", "tab stops follow the text, are in view, and show the focus"),
    ("check_dialogs", "tests/browser/terms.test.mjs", "Enter opens the definition, Tab goes into it, Escape closes it"),
    ("check_reflow", "tests/browser/layout.test.mjs", "[320, 390, 768, 1280, 1920]"),
    (
        "check_targets",
        "tests/browser/layout.test.mjs",
        "targets are at least 44 px high in the main flow of a phone, and 24 px everywhere",
    ),
    ("check_script", "tests/browser/noscript.test.mjs", "no word of any kind of page needs script"),
    ("check_charts", "tests/browser/charts.test.mjs", "every mark is a link that lands on its words"),
    ("check_html", "tests/browser/valid.test.mjs", "html-validate finds nothing on any page"),
    ("check_language", "tests/it/words.rs", "an_english_site_is_english_round_the_words_of_the_report"),
];

#[test]
fn the_statement_of_accessibility_claims_only_what_is_checked() {
    let template = fs::read_to_string("themes/default/templates/accessibility.html").unwrap();
    let claimed: Vec<&str> =
        template.split("words.accessibility.check_").skip(1).map(|rest| rest.split(' ').next().unwrap()).collect();
    let held: Vec<&str> = CLAIMS.iter().map(|(claim, ..)| claim.strip_prefix("check_").unwrap()).collect();
    assert_eq!(claimed, held);
    for (claim, file, words) in CLAIMS {
        assert!(fs::read_to_string(file).unwrap().contains(words), "{claim}: {file} does not check it any more");
    }
}
