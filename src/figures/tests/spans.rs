//! Figures of several years: a review or a plan of them, what was reached at their end, the years it turns to.

use super::super::{Outlook, Reader};
use super::years::check_years;

#[test]
fn under_a_heading_of_two_times_paragraphs_turn_from_one_to_the_other() {
    check_years(
        "一、2025年和“十四五”时期工作回顾",
        &[
            ("——经济平稳增长。新建学校30所。", &["30 2025 actual"]),
            ("各位代表！五年来，我们团结奋斗。", &[]),
            ("（一）改造老旧小区120个。2023年获评全国百强。", &["120 2021-2025 actual"]),
            ("过去一年，办理建议84件。", &["84 2025 actual"]),
        ],
    );
    check_years(
        "“十四五”时期发展成就和2025年工作回顾",
        &[
            ("——这五年综合实力大幅提升。新建学校30所。", &["30 2021-2025 actual"]),
            ("刚刚过去的2025年，改造老旧小区12个。", &["12 2025 actual"]),
        ],
    );
    check_years(
        "二、“十四五”发展成就和“十五五”时期主要目标",
        &[
            ("新建学校30所。", &["30 2021-2025 actual"]),
            ("“十五五”时期，改造老旧小区100个。", &["100 2026-2030 target"]),
        ],
    );
    // A time beside a number is of that number alone.
    check_years(
        "一、2025年和“十四五”时期工作回顾",
        &[
            ("森林覆盖率达到45%。五年来累计造林300万亩。", &["45 2025 actual", "300 2021-2025 actual"]),
            ("新建学校30所。", &["30 2025 actual"]),
        ],
    );
}

#[test]
fn years_that_were_worked_in_and_years_to_work_in() {
    check_years("一、2025年工作回顾", &[("五年内新建住宅790万平方米。", &["790 2021-2025 actual"])]);
    check_years("二、2026年工作安排", &[("五年内新建住宅790万平方米。", &["790 2026-2030 target"])]);
}

#[test]
fn a_level_reached_in_a_review_of_several_years_is_of_its_last() {
    check_years(
        "一、过去五年工作回顾",
        &[
            (
                "高新技术企业达到136家，累计投资50亿元。城镇化率提升到60%。人均生产总值6205美元，高于全省313美元。",
                &["136 2025 actual", "50 2021-2025 actual", "60 2025 actual", "6205 2025 actual", "313 2025 actual"],
            ),
            // What was done there, and the place of what was counted over the years, are of all of them.
            (
                "铁路里程新增1700公里、突破7000公里、居全国第3位。班列累计开行超2.6万列、占全国24%。新建学校30所。",
                &[
                    "1700 2021-2025 actual",
                    "7000 2025 actual",
                    "3 2025 actual",
                    "2.6 2021-2025 actual",
                    "24 2021-2025 actual",
                    "30 2021-2025 actual",
                ],
            ),
            (
                "五年共办理建议405件，办复率均达100%。空气优良天数率稳定在90%左右。14种农产品产量居全国第1位。",
                &[
                    "405 2021-2025 actual",
                    "100 2021-2025 actual",
                    "90 2021-2025 actual",
                    "14 2025 actual",
                    "1 2025 actual",
                ],
            ),
            ("财政扶贫资金达48亿元。", &["48 2021-2025 actual"]),
        ],
    );
    check_years("二、“十五五”时期奋斗目标", &[("高新技术企业达到136家。", &["136 2026-2030 target"])]);
}

#[test]
fn both_ends_of_a_change_in_a_review_of_several_years_are_dated() {
    check_years(
        "一、过去五年工作回顾",
        &[
            ("参保率从91%提高到95%。", &["91 2020 actual", "95 2025 actual"]),
            (
                "地区总部、研发中心分别从771家、481家增加到1076家、636家。",
                &["771 2020 actual", "481 2020 actual", "1076 2025 actual", "636 2025 actual"],
            ),
            ("由3家企业组建集团。", &["3 2021-2025 actual"]),
        ],
    );
    check_years("一、2025年工作回顾", &[("参保率从91%提高到95%。", &["91 2024 actual", "95 2025 actual"])]);
}

#[test]
fn years_without_a_break_are_of_what_went_on_in_them() {
    check_years(
        "一、2025年工作回顾",
        &[(
            "水利投资连续三年超100亿元。粮食连续三年丰收，产量达到20万吨。",
            &["100 2023-2025 actual", "20 2025 actual"],
        )],
    );
}

#[test]
fn spans_that_are_said_in_other_words() {
    check_years(
        "一、2025年工作回顾",
        &[("五年平均增长9%，五年共投资30亿元。", &["9 2021-2025 actual", "30 2021-2025 actual"])],
    );
    check_years("二、2026年工作安排", &[("今后五年乃至到2035年，投资30亿元。", &["30 2026-2035 target"])]);
    check_years(
        "二、“十五五”时期奋斗目标",
        &[("到2030年，累计投资30亿元，财政收入达到13亿元。", &["30 2026-2030 target", "13 2030 target"])],
    );
    check_years("二、2026年工作安排", &[("今年拟从去年超收收入中安排500亿元。", &["500 2026 target"])]);
}

#[test]
fn the_opening_of_a_plan_is_its_first_year() {
    let read = |year: u16, heading: &str| {
        let mut reader = Reader::new(Some(year), Outlook::Tasks);
        reader.heading(1, heading);
        let figures = reader.paragraph("全省生产总值24117.9亿元、增长8.7%。");
        figures.into_iter().map(|one| (one.period, one.status.name())).collect::<Vec<_>>()
    };
    let done = ("2016".to_owned(), "actual");
    assert_eq!(read(2017, "一、“十三五”实现良好开局"), [done.clone(), done]);
    let begun = ("2016".to_owned(), "target");
    assert_eq!(read(2016, "三、推动“十三五”开好局、起好步"), [begun.clone(), begun]);
    let planned = ("2016-2020".to_owned(), "target");
    assert_eq!(read(2016, "二、“十三五”主要目标"), [planned.clone(), planned]);
}

#[test]
fn what_stands_at_the_end_of_several_years_is_a_stock() {
    let manner = |heading: &str| {
        let mut reader = Reader::new(Some(2026), Outlook::Tasks);
        reader.heading(1, heading);
        reader.paragraph("建成绿色矿山165座。").iter().map(|figure| figure.manner.name()).collect::<Vec<_>>()
    };
    assert_eq!(manner("一、过去五年工作回顾"), ["stock"]);
    assert_eq!(manner("一、2025年工作回顾"), ["plain"]);
}

#[test]
fn a_year_that_leads_straight_on_dates_its_sentence_alone() {
    check_years(
        "“十四五”时期工作回顾",
        &[(
            "2025年主导产业占比较2020年提高14个百分点。旅游业提质升级，新增度假区2个。",
            &["14 2021-2025 actual", "2 2021-2025 actual"],
        )],
    );
}

#[test]
fn a_paragraph_that_lays_a_plan_before_the_assembly_is_of_its_years() {
    check_years(
        "“十四五”时期发展成就和“十五五”时期主要目标任务",
        &[
            ("过去五年，地区生产总值年均增长4.8%。", &["4.8 2021-2025 actual"]),
            (
                "我们编制了“十五五”规划纲要（草案），提交大会审查。提出地区生产总值年均增长5%左右。",
                &["5 2026-2030 target"],
            ),
        ],
    );
}

#[test]
fn both_ends_of_a_time_may_be_said() {
    check_years(
        "“十四五”时期工作回顾",
        &[
            ("2020年到2025年，工业投资占比从17.9%提升到35.5%。", &["17.9 2020 actual", "35.5 2025 actual"]),
            ("五年来，工业投资占比从17.9%提升到35.5%。", &["17.9 2020 actual", "35.5 2025 actual"]),
            (
                "绿电占比达45%、核电装机规模占全国25.8%，水土保持率提高到66.3%。",
                &["45 2025 actual", "25.8 2025 actual", "66.3 2025 actual"],
            ),
        ],
    );
    check_years(
        "二、2026年重点任务",
        &[(
            "设定了今后五年24个主要指标，包括地区生产总值年均增长5%左右，以及8个约束性指标。",
            &["24 2026-2030 target", "5 2026-2030 target", "8 2026-2030 target"],
        )],
    );
}

#[test]
fn what_has_grown_since_the_last_term_is_what_there_is_now() {
    check_years(
        "一、“十四五”时期工作回顾",
        &[
            ("特色产业基地240万亩，比“十三五”末增加25万亩。", &["240 2025 actual", "25 2021-2025 actual"]),
            ("参保人数增加1.4亿、覆盖10.5亿人。", &["1.4 2021-2025 actual", "10.5 2025 actual"]),
            ("近两年，又完善了方案。五年整理补充耕地152万公顷。", &["152 2021-2025 actual"]),
        ],
    );
}
