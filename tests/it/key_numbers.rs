//! The key numbers of the overview: what is planned and what was done, each statistic once, with its level and its growth.

use gongdu::build::Request;

use crate::desk::Desk;
use crate::site::{Site, request};

/// The key numbers that a report of 2023 gets on its overview: a line a statistic, its name and its figures.
fn key_numbers(review: &str, plan: &str) -> Vec<String> {
    let text = format!(
        "政府工作报告\n——2023年1月5日在青禾区第一届人民代表大会第二次会议上\n区长 林一\n各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n\
         一、2022年工作回顾\n{review}\n二、2023年主要任务\n{plan}\n"
    );
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n"), ("content/r/source.txt", &text)]);
    let site = Site::of(&Request { write_content: true, ..request(desk.path("content")) });
    let page = site.page("index.html");
    let lists = page.all("dl").filter(|list| list.get("class").is_some_and(|class| class.contains("key-figures")));
    let rows = lists.flat_map(|list| page.inside(list)).filter(|element| element.name == "div");
    rows.map(|row| {
        let words = page.inside(row).filter(|own| matches!(own.name.as_str(), "dt" | "dd"));
        words.map(|own| own.text.chars().filter(|c| *c != '\u{200b}').collect()).collect::<Vec<String>>().join(" ")
    })
    .collect()
}

#[test]
fn a_planned_growth_has_its_level_beside_it() {
    assert_eq!(
        key_numbers("经济平稳。", "主要预期目标是：地区生产总值达450亿元、增长8%，固定资产投资增长9%。"),
        ["地区生产总值 增长8% 450亿元", "固定资产投资 增长9%"]
    );
}

#[test]
fn both_incomes_of_a_list_are_key_numbers_and_what_may_be_of_a_park_is_none() {
    assert_eq!(
        key_numbers(
            "城乡居民人均可支配收入分别增长8.7%和8.6%。实施园区提升计划，规模以上工业增加值增长12%。",
            "抓好增收。"
        ),
        ["城镇居民人均可支配收入 增长8.7%", "农村居民人均可支配收入 增长8.6%"]
    );
}
