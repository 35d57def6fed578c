//! What a report tells of what the one of the year before undertook: on a page of its own, from the pages that lead there, and as files.

use crate::desk::{Desk, check};
use crate::page::Page;
use crate::site::Site;

/// Two reports of one place, a year apart.
const BEFORE: &str = "\
青禾县2023年政府工作报告
——2023年1月10日在青禾县第十届人民代表大会第二次会议上
县长 王明

各位代表：

现在，我向大会报告工作。

一、2022年工作回顾

2022年，地区生产总值增长6.1%。

二、2023年重点工作

今年的主要预期目标是：地区生产总值增长6%，城镇新增就业3000人以上，城镇、农村居民人均可支配收入均增长7%。

新建农村公路80公里，改造老旧小区12个。建成县博物馆新馆。开工建设青禾河大桥。完成3个产业园区规划编制。
";

const AFTER: &str = "\
青禾县2024年政府工作报告
——2024年1月12日在青禾县第十届人民代表大会第三次会议上
县长 王明

各位代表：

现在，我向大会报告工作。

一、2023年工作回顾

2023年，地区生产总值增长5.4%，城镇新增就业3260人，城镇居民人均可支配收入增长5.8%，农村居民人均可支配收入增长7.2%。

新建农村公路95公里。新增改造老旧小区供热管网12公里。县博物馆新馆对公众开放。

五年来，累计建成产业园区9个，开工建设青禾河大桥等36座桥梁。

二、2024年重点工作

今年的主要预期目标是：地区生产总值增长5.5%，城镇新增就业3000人以上。
";

/// The two reports as they were published.
fn two_years() -> Desk {
    Desk::with(&[
        ("content/site.toml", "title = \"公读\"\n"),
        ("content/qinghe-2023/source.txt", BEFORE),
        ("content/qinghe-2024/source.txt", AFTER),
    ])
}

const PAGE: &str = "qinghe-2024/last-year/index.html";

/// The undertakings of the page: the clause, the amounts beside one another, how it is told of, and the sentence.
fn undertakings(page: &Page) -> Vec<String> {
    let items = page.all("li").filter(|item| item.get("data-told").is_some());
    let item = |item| {
        let inside: Vec<_> = page.inside(item).collect();
        let clause = inside.iter().filter(|own| own.get("class") == Some("undertaken"));
        let amounts = inside.iter().filter(|own| own.name == "dd");
        let said = inside.iter().filter(|own| own.get("class").is_some_and(|class| class.starts_with("said")));
        let parts: Vec<&str> = clause.chain(amounts).chain(said).map(|own| own.text.trim()).collect();
        parts.join(" | ")
    };
    items.map(item).collect()
}

#[test]
fn a_number_stands_beside_a_number_only_where_both_measure_the_same_in_the_same_year() {
    let site = two_years().build();
    let nothing = "2024 年报告里没有找到对应的话";
    assert_eq!(
        undertakings(&site.page(PAGE)),
        [
            "地区生产总值增长6% | 地区生产总值 增长6% | 地区生产总值 增长5.4% | 2024 年报告： \
             2023年，地区生产总值增长5.4%，城镇新增就业3260人，城镇居民人均可支配收入增长5.8%，农村居民人均可支配收入增长7.2%。",
            // The sentence stands above already; the amounts lead to it.
            "城镇新增就业3000人以上 | 城镇新增就业 3000人以上 | 城镇新增就业 3260人",
            // One rate for two things is one for each.
            "城镇、农村居民人均可支配收入均增长7% | 城镇、农村居民人均可支配收入 增长7% | 城镇居民人均可支配收入 增长5.8% | \
             农村居民人均可支配收入 增长7.2%",
            "新建农村公路80公里 | 新建农村公路 80公里 | 新建农村公路 95公里 | 2024 年报告： 新建农村公路95公里。",
            // So many kilometres of pipes are no number of quarters.
            "改造老旧小区12个 | 2024 年报告： 新增改造老旧小区供热管网12公里。",
            "建成县博物馆新馆 | 2024 年报告： 县博物馆新馆对公众开放。",
            // What is told of five years is not told of the year.
            &format!("开工建设青禾河大桥 | {nothing}"),
            &format!("完成3个产业园区规划编制 | {nothing}"),
        ]
    );
}

/// Links of a page that lead to `PAGE`.
fn ways(site: &Site, from: &str) -> usize {
    let page = site.page(from);
    page.all("a").filter(|link| link.get("href").is_some_and(|href| href.ends_with("last-year/index.html"))).count()
}

#[test]
fn the_overview_and_the_commitments_of_the_year_before_lead_there() {
    let site = two_years().build();
    assert_eq!(ways(&site, "qinghe-2024/index.html"), 1);
    assert_eq!(ways(&site, "qinghe-2023/promises/index.html"), 1);
    assert_eq!(ways(&site, "qinghe-2023/index.html") + ways(&site, "qinghe-2024/promises/index.html"), 0);
    assert!(site.text("data/index.html").contains("qinghe-2024/data/years.csv"));
}

#[test]
fn a_report_that_stands_alone_or_after_a_gap_tells_of_no_year_before() {
    let alone = Desk::with(&[("content/site.toml", "title = \"公读\"\n"), ("content/a/source.txt", AFTER)]);
    let gap = two_years();
    gap.write("content/qinghe-2023/source.txt", BEFORE.replace("2023年", "2021年").replace("2022年", "2020年"));
    let other_place = two_years();
    other_place.write("content/qinghe-2023/source.txt", BEFORE.replace("青禾县", "白杨县"));
    for desk in [alone, gap, other_place] {
        let site = desk.build();
        let found: Vec<&str> =
            site.files.keys().map(String::as_str).filter(|path| path.contains("last-year")).collect();
        assert!(found.is_empty() && !site.files.contains_key("data/years.csv"), "{found:?}");
    }
}

#[test]
fn the_files_say_the_same_as_the_page() {
    let site = two_years().build();
    let json: serde_json::Value = serde_json::from_str(site.text("qinghe-2024/data/years.json")).unwrap();
    assert_eq!((&json["of"]["id"], &json["report"]["id"]), (&"qinghe-2023".into(), &"qinghe-2024".into()));
    let rows = json["rows"].as_array().unwrap();
    let says = |row: &serde_json::Value| {
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        format!("{} | {} | {}", text(&row["from"]["words"]), text(&row["verdict"]), text(&row["to"]["words"]))
    };
    let same = [
        "增长6% | same | 增长5.4%",
        "3000人以上 | same | 3260人",
        "增长7% | same | 增长5.8%",
        "增长7% | same | 增长7.2%",
    ];
    let rest = ["80公里 | same | 95公里", "12个 | related | 12公里", " | words | ", " | none | ", "3个 | none | "];
    assert_eq!(rows.iter().map(says).collect::<Vec<_>>(), [same.as_slice(), &rest].concat());
    let mut table = csv::Reader::from_reader(site.text("data/years.csv").trim_start_matches('\u{feff}').as_bytes());
    let verdict = table.headers().unwrap().iter().position(|head| head == "verdict").unwrap();
    let verdicts: Vec<String> = table.records().map(|row| row.unwrap()[verdict].to_owned()).collect();
    assert_eq!(verdicts, rows.iter().map(|row| row["verdict"].as_str().unwrap().to_owned()).collect::<Vec<_>>());
    let places =
        rows.iter().flat_map(|row| [&row["from"]["link"], &row["to"]["link"]]).filter_map(|link| link.as_str());
    for place in places {
        let (path, id) = place.split_once('#').unwrap();
        assert!(site.page(path).id(id).is_some(), "{place}");
    }
}

#[test]
fn that_the_report_of_the_year_before_is_withdrawn_is_told() {
    let desk = two_years();
    assert!(!desk.build().text(PAGE).contains("（已撤回）"));
    check(&desk, &["import", "content/qinghe-2023/source.txt", "--as", "qinghe-2023"], 0, &[]);
    let page = desk.read("content/qinghe-2023/report.toml");
    let notice = "\n[[notice]]\nkind = \"withdrawal\"\ndate = 2024-02-01\ntext = \"已撤回，以重新印发的为准。\"\n";
    desk.write("content/qinghe-2023/report.toml", page + notice);
    assert!(desk.build().text(PAGE).contains("（已撤回）"));
}
