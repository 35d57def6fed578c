//! Several reports side by side: the key statistics of one place over its years, those of one year over its places, and the same as files.

use crate::desk::Desk;
use crate::page::Page;
use crate::site::Site;

/// A report of `place` for `year` with these sentences of the year before and of its own.
fn report(place: &str, year: u64, done: &str, planned: &str) -> String {
    let before = year - 1;
    format!(
        "{place}{year}年政府工作报告\n县长 王明\n\n各位代表：\n\n现在，我向大会报告工作。\n\n一、{before}年工作回顾\n\n{before}年，{done}。\n\n\
         二、{year}年重点工作\n\n今年的主要预期目标是：{planned}。\n"
    )
}

/// Four years of one county, one year missing, and two years of another.
fn library() -> Desk {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    for (id, place, year, done, planned) in [
        ("mengyin-2020", "蒙阴县", 2020, "地区生产总值190亿元，增长6.1%，地方财政收入12亿元", "地区生产总值增长6%"),
        ("mengyin-2021", "蒙阴县", 2021, "地区生产总值201亿元，增长5.4%，财政总收入13亿元", "地区生产总值增长6.5%左右"),
        ("mengyin-2022", "蒙阴县", 2022, "地区生产总值215亿元，增长6.6%，财政总收入14亿元", "地区生产总值增长5.5%"),
        ("mengyin-2024", "蒙阴县", 2024, "地区生产总值2400000万元，下降1.2%，财政总收入15亿元", "地区生产总值增长5%"),
        ("gaoqing-2021", "高青县", 2021, "地区生产总值180亿元，增长5.0%", "地区生产总值增长7%以上"),
        ("gaoqing-2022", "高青县", 2022, "地区生产总值188亿元，增长7.7%，城镇新增就业3000人", "地区生产总值增长6%"),
    ] {
        desk.write(&format!("content/{id}/source.txt"), report(place, year, done, planned));
    }
    desk
}

const PLACE: &str = "years/mengyin/index.html";

/// The rows of the table under the heading of a statistic, a cell after the other.
fn rows(page: &Page, statistic: &str) -> Vec<String> {
    let heading = page.all("h2").find(|own| own.text.trim() == statistic).unwrap_or_else(|| panic!("no {statistic}"));
    let label = heading.get("id");
    let table = page.all("div").find(|own| own.get("aria-labelledby") == label).unwrap();
    let row = |row| {
        let cells = page.inside(row).filter(|own| own.name == "td" || own.name == "th");
        cells.map(|own| own.text.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(" | ")
    };
    page.inside(table).filter(|own| own.name == "tr").map(row).collect()
}

/// The paths that only sites with something to compare have.
fn compared(site: &Site) -> Vec<&str> {
    let is = |path: &&str| path.starts_with("years/") || path.contains("statistics.");
    site.files.keys().map(String::as_str).filter(is).collect()
}

#[test]
fn a_place_has_its_numbers_year_by_year_and_what_is_measured_otherwise_is_told() {
    let site = library().build();
    let page = site.page(PLACE);
    assert_eq!(
        rows(&page, "地区生产总值"),
        [
            "年份 | 完成 | 比上年 | 目标：比上年",
            "2019年 | 190亿元 | 增长6.1% | ",
            "2020年 | 201亿元 | 增长5.4% | 增长6%",
            "2021年 | 215亿元 | 增长6.6% | 增长6.5%左右",
            "2022年 |  |  | 增长5.5%",
            "2023年 | 2400000万元 | 下降1.2% | ",
            "2024年 |  |  | 增长5%",
        ]
    );
    let breaks = "口径或单位和前面的数不同，不能直接相比";
    assert_eq!(
        rows(&page, "财政总收入"),
        [
            "年份 | 完成".to_owned(),
            "2019年 | 12亿元地方财政收入".to_owned(),
            format!("2020年 | 13亿元{breaks}"),
            "2021年 | 14亿元".to_owned(),
            "2023年 | 15亿元".to_owned(),
        ]
    );
}

#[test]
fn a_chart_draws_years_that_are_measured_alike_on_one_scale_with_what_was_planned_beside() {
    let site = library().build();
    let page = site.page(PLACE);
    let titles: Vec<&str> = page.all("title").map(|own| own.text.trim()).skip(1).collect();
    assert_eq!(
        titles.iter().filter(|title| title.contains("年至")).collect::<std::collections::BTreeSet<_>>(),
        [
            &"地区生产总值，2019 年至 2023 年",
            &"地区生产总值的变化，2019 年至 2023 年",
            &"财政总收入，2020 年至 2023 年"
        ]
        .into()
    );
    let spoken: Vec<&str> = page.all("a").filter_map(|link| link.get("aria-label")).collect();
    for words in ["地区生产总值：增长6.5%左右，2021年目标。看原句", "地区生产总值：2400000万元，2023年完成。看原句"]
    {
        assert!(spoken.contains(&words), "{spoken:?}");
    }
    // 2400000万元 is longer than 215亿元 by a ninth and not ten thousand times.
    let bars = page.all("rect").filter(|own| own.get("class") == Some("c-bar c-done"));
    let lengths: Vec<f64> =
        bars.filter_map(|own| own.get("width")?.trim_end_matches('%').parse().ok()).take(4).collect();
    assert!((lengths[3] / lengths[2] - 240.0 / 215.0).abs() < 0.01, "{lengths:?}");
}

#[test]
fn a_year_has_its_places_in_the_order_of_their_codes() {
    let site = library().build();
    let page = site.page("years/2021/index.html");
    // 高青县 370322, 蒙阴县 371328.
    assert_eq!(
        rows(&page, "地区生产总值"),
        [
            "地方 | 完成 | 比上年 | 目标：比上年",
            "高青县 | 188亿元 | 增长7.7% | 增长7%以上",
            "蒙阴县 | 215亿元 | 增长6.6% | 增长6.5%左右",
        ]
    );
    assert!(!page.all("h2").any(|own| own.text.contains("就业")), "one place alone is not compared");
    let sorts = |own: &&crate::page::Element| own.get("data-sorts").is_some();
    assert_eq!(page.all("th").filter(sorts).count(), 3);
    assert!(!site.files.contains_key("years/2019/index.html") && !site.files.contains_key("years/2023/index.html"));
}

#[test]
fn the_pages_lead_to_one_another_and_are_led_to() {
    let site = library().build();
    let leads = |from: &str, to: &str| {
        let page = site.page(from);
        page.all("a").any(|link| link.get("href").is_some_and(|href| href.ends_with(to)))
    };
    for (from, to) in [
        ("index.html", "years/index.html"),
        ("index.html", "years/mengyin/index.html"),
        ("mengyin-2021/index.html", "years/mengyin/index.html"),
        ("years/index.html", "gaoqing/index.html"),
        ("years/index.html", "2021/index.html"),
        (PLACE, "2021/index.html"),
        ("years/2021/index.html", "mengyin/index.html"),
        (PLACE, "mengyin-2022/index.html"),
        ("data/index.html", "statistics.csv"),
        ("data/index.html", "statistics.json"),
    ] {
        assert!(leads(from, to), "{from} does not lead to {to}");
    }
}

#[test]
fn one_report_alone_is_compared_with_nothing() {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    desk.write("content/a/source.txt", report("蒙阴县", 2021, "地区生产总值201亿元，增长5.4%", "地区生产总值增长6%"));
    assert_eq!(compared(&desk.build()), [""; 0]);
    // Nor is one of another kind, or one of the same year again: nobody can tell which is meant.
    desk.write("content/b/source.txt", report("蒙阴县", 2021, "地区生产总值202亿元", "地区生产总值增长7%"));
    assert_eq!(compared(&desk.build()), [""; 0]);
}

#[test]
fn what_is_in_doubt_or_not_settled_is_compared_nowhere() {
    let desk = library();
    let open = report("蒙阴县", 2021, "预计地区生产总值201亿元", "地区生产总值增长6.5%左右");
    desk.write("content/mengyin-2021/source.txt", open);
    let site = desk.build();
    assert!(!site.text(PLACE).contains("201亿元") && !site.text("data/statistics.csv").contains("201亿元"));
    assert!(site.text("mengyin-2021/figures/index.html").contains("201亿元"), "the table of the report has it");
}

#[test]
fn a_withdrawn_report_is_told_as_withdrawn() {
    let desk = library();
    assert_eq!(desk.run(&["build"]).code, 0);
    let notice = "\n[[notice]]\nkind = \"withdrawal\"\ndate = \"2024-05-01\"\ntext = \"报告已撤回。\"\n";
    let own = desk.read("content/gaoqing-2022/report.toml");
    desk.write("content/gaoqing-2022/report.toml", own + notice);
    let site = desk.build();
    let rows = rows(&site.page("years/2021/index.html"), "地区生产总值");
    assert!(rows[1].starts_with("高青县报告已撤回 | "), "{rows:?}");
    assert!(site.text("years/gaoqing/index.html").contains("2022 年报告（已撤回）"));
}

#[test]
fn the_files_hold_what_the_pages_show_with_one_name_for_one_measure() {
    let site = library().build();
    let csv = site.text("data/statistics.csv");
    let json: serde_json::Value = serde_json::from_str(site.text("data/statistics.json")).unwrap();
    let rows = json["statistics"].as_array().unwrap();
    assert_eq!(csv.lines().count(), rows.len() + 1);
    let find = |words: &str| rows.iter().find(|row| row["words"] == words).unwrap();
    let revenue = find("12亿元");
    assert_eq!((&revenue["measure"], &revenue["indicator"]), (&"地方财政收入".into(), &"地方财政收入".into()));
    let decline = find("下降1.2%");
    assert_eq!(
        (&decline["year"], &decline["status"], &decline["direction"], &decline["code"]),
        (&2023.into(), &"actual".into(), &"down".into(), &"371328".into())
    );
    let link = decline["link"].as_str().unwrap();
    let (path, id) = link.split_once('#').unwrap();
    assert!(site.page(path).id(id).is_some(), "{link}");
}
