//! When figures hold: from the words, the headings, and the paragraphs before.

use super::super::{Outlook, Reader};
use super::{PLANNED, check, check_in};

/// `2021-2025 actual` for each figure of some paragraphs under one heading, read one after another.
#[track_caller]
pub(super) fn check_years(heading: &str, paragraphs: &[(&str, &[&str])]) {
    let mut reader = Reader::new(Some(2026), Outlook::Tasks);
    reader.heading(1, heading);
    for (paragraph, expect) in paragraphs {
        let figures = reader.paragraph(paragraph);
        let years: Vec<String> = figures
            .iter()
            .map(|figure| format!("{} {} {}", figure.number.of(paragraph), figure.period, figure.status.name()))
            .collect();
        assert_eq!(years, *expect, "{heading}: {paragraph}");
    }
}

#[test]
fn the_words_set_the_year_and_else_the_section() {
    check(
        "五年来，改造老旧小区120个。2020年建成学校3所。",
        &["120个 | 120 个 eq level | 改造老旧小区 | 2018-2022 actual", "3所 | 3 所 eq level | 建成学校 | 2020 actual"],
    );
    check_in(
        PLANNED,
        "到2025年森林覆盖率达到45%。去年粮食产量20万吨。力争2—3年工业产值翻一番。",
        &[
            "45% | 45 % eq share | 森林覆盖率 | 2025 target",
            "20万吨 | 20 万吨 eq level | 粮食产量 | 2022 actual",
            "一番 | 1 番 eq multiple | 工业产值 | 2023-2025 target",
        ],
    );
    check(
        "“十三五”前四年累计单位能耗下降14.38%，化学需氧量排放量下降9.66%。力争“十四五”期末汽摩配产业产值突破1000亿元。",
        &[
            "下降14.38% | 14.38 % eq change down | 单位能耗 | 2016-2019 actual",
            "下降9.66% | 9.66 % eq change down | 化学需氧量排放量 | 2016-2019 actual",
            "突破1000亿元 | 1000 亿元 gt level | 汽摩配产业产值 | 2025 target",
        ],
    );
    check(
        "地区生产总值达到13697.5亿元，较“十三五”末的9323.1亿元增加4374.4亿元，重点项目完成投资2929亿元、超年度计划28%",
        &[
            "13697.5亿元 | 13697.5 亿元 eq level | 地区生产总值 | 2022 actual",
            "9323.1亿元 | 9323.1 亿元 eq level | 地区生产总值 | 2020 actual",
            "增加4374.4亿元 | 4374.4 亿元 eq change up | 地区生产总值 | 2020-2022 actual",
            "2929亿元 | 2929 亿元 eq level | 重点项目完成投资 | 2022 actual",
            "超年度计划28% | 28 % eq change up | 重点项目完成投资 | 2022 actual",
        ],
    );
    check_in(&["“十四五”时期工作回顾"], "新建学校30所。", &["30所 | 30 所 eq level | 新建学校 | 2021-2025 actual"]);
}

#[test]
fn a_change_leaves_its_years_unsaid_when_an_earlier_one_has_said_them() {
    check_years(
        "一、过去五年工作回顾",
        &[(
            "财政收入从2020年的86亿元增加到2025年的189亿元；外汇储备从13亿美元增加到28亿美元。新建学校30所。",
            &["86 2020 actual", "189 2025 actual", "13 2020 actual", "28 2025 actual", "30 2021-2025 actual"],
        )],
    );
    check_years(
        "一、过去五年工作回顾",
        &[(
            "研发经费从2020年12亿元增加到2025年的36亿元，占生产总值比重从1.07%提高到1.49%。",
            &["12 2020 actual", "36 2025 actual", "1.07 2020 actual", "1.49 2025 actual"],
        )],
    );
}

#[test]
fn a_year_before_its_value_dates_that_value_alone() {
    check_years(
        "二、“十五五”时期奋斗目标",
        &[(
            "全市生产总值年均增长8%左右，2030年达到1500亿元以上；脱贫11.2万人。",
            &["8 2026-2030 target", "1500 2030 target", "11.2 2026-2030 target"],
        )],
    );
    check_years(
        "一、2025年工作回顾",
        &[("旅游收入92.3亿元，恢复到2019年同期的1.2倍。", &["92.3 2025 actual", "1.2 2025 actual"])],
    );
}

#[test]
fn a_goal_that_was_reached_is_looked_back_on() {
    check_years(
        "一、“十五”计划主要目标提前实现",
        &[(
            "三次产业比例由“九五”末的20.8:43.6:35.6调整到2005年的13.7:55:31.3。",
            &[
                "20.8 2000 actual",
                "43.6 2000 actual",
                "35.6 2000 actual",
                "13.7 2005 actual",
                "55 2005 actual",
                "31.3 2005 actual",
            ],
        )],
    );
}

#[test]
fn the_year_of_a_base_holds_for_the_later_bases_of_its_sentence() {
    check_years(
        "一、2025年工作回顾",
        &[(
            "2025年，高等学校由2020年的108所增至110所，在校学生由105.5万人增至125.9万人。",
            &["108 2020 actual", "110 2025 actual", "105.5 2020 actual", "125.9 2025 actual"],
        )],
    );
}

#[test]
fn a_change_from_a_year_ends_with_the_time_that_is_looked_back_on() {
    check_years(
        "一、过去五年工作回顾",
        &[(
            "城镇、农村居民人均可支配收入从2020年的26681元、7821元增加到34812元、11024元。新建学校30所。",
            &["26681 2020 actual", "7821 2020 actual", "34812 2025 actual", "11024 2025 actual", "30 2021-2025 actual"],
        )],
    );
}

#[test]
fn a_change_since_an_earlier_year_is_no_growth_of_the_last() {
    check_years(
        "一、2025年工作回顾",
        &[
            ("粮食产量比2020年增长8%。", &["8 2020-2025 actual"]),
            ("粮食产量比2024年增长8%，是2020年的1.2倍。", &["8 2025 actual", "1.2 2025 actual"]),
            (
                "生产总值达到13697亿元，较“十三五”末的9323亿元增加4374亿元。",
                &["13697 2025 actual", "9323 2020 actual", "4374 2020-2025 actual"],
            ),
        ],
    );
    // Since the year before the time looked back on is over that time.
    check_years("一、过去五年工作回顾", &[("粮食产量比2020年增长8%。", &["8 2021-2025 actual"])]);
}

#[test]
fn an_address_before_the_time_that_a_paragraph_turns_to_is_passed_over() {
    check_years(
        "一、\"十四五\"时期工作回顾",
        &[
            ("新建学校30所。", &["30 2021-2025 actual"]),
            ("各位代表，刚刚过去的2025年，我们奋力攻坚。新建学校3所。", &["3 2025 actual"]),
            ("新建医院2所。", &["2 2025 actual"]),
            ("“十四五”时期，我们始终为民。", &[]),
            ("新建道路20公里。", &["20 2021-2025 actual"]),
            // A year that is not the last, or not said to be just over, is of its own paragraph.
            ("2022年，我们抗击疫情。新建学校5所。", &["5 2022 actual"]),
            ("新建公园4个。", &["4 2021-2025 actual"]),
        ],
    );
}

#[test]
fn words_of_the_sentence_weigh_more_than_a_hint_of_the_heading() {
    check_years(
        "一、农业",
        &[
            (
                "全年粮食产量20万吨，比上年增长2%。其中，夏粮10万吨。",
                &["20 2025 actual", "2 2025 actual", "10 2025 actual"],
            ),
            ("今年粮食产量比上年增长2%。", &["2 2026 target"]),
        ],
    );
    check_years("一、坚持民生为本，群众生活持续改善", &[("新建学校3所。", &["3 2025 actual"])]);
    check_years("一、坚持民生为本，推动群众生活持续改善", &[("新建学校3所。", &["3 2026 target"])]);
    check_years("二、当前面临的形势", &[("人均水平只有全国的86%。", &["86 2025 actual"])]);
    // Who sets the tasks counts them, and a task that was met is a result.
    check_years(
        "一、2025年工作回顾",
        &[(
            "财政收入任务12亿元，完成13亿元。争取建设任务162项。完成年度任务120%。",
            &["12 2025 target", "13 2025 actual", "162 2025 actual", "120 2025 actual"],
        )],
    );
}

#[test]
fn the_rate_of_a_change_is_since_the_year_of_the_change() {
    let mut reader = Reader::new(Some(2007), Outlook::Tasks);
    reader.heading(1, "一、几年来工作回顾");
    let figures = reader.paragraph("劳务创收达1348万元，比2003年增加425万元，增长40%。");
    let periods: Vec<&str> = figures.iter().map(|one| one.period.as_str()).collect();
    assert_eq!(periods, ["2006", "2003-2006", "2003-2006"]);
}

#[test]
fn a_yearly_average_is_of_the_years_since_the_one_compared_with() {
    let periods = |heading: &str, text: &str| {
        let mut reader = Reader::new(Some(2012), Outlook::Tasks);
        reader.heading(1, heading);
        reader.paragraph(text).into_iter().map(|one| one.period).collect::<Vec<_>>()
    };
    let since = "2011年，生产总值218亿元，为2007年的1.7倍，年均增长13.5%。";
    assert_eq!(periods("本届政府工作回顾", since), ["2011", "2011", "2008-2011"]);
    let since = "2011年，生产总值218亿元，是2007年的1.7倍，年均增长13.5%。";
    assert_eq!(periods("本届政府工作回顾", since), ["2011", "2011", "2008-2011"]);
    let four = "2011年生产总值26.8亿元，较上年增长12%，年均增长11%。";
    assert_eq!(periods("过去四年工作回顾", four), ["2011", "2011", "2008-2011"]);
    let with = "与“十五”末相比，2010年农民人均纯收入达到5287元，增长58.9%。";
    assert_eq!(periods("“十一五”时期工作回顾", with), ["2010", "2006-2010"]);
    let level =
        "四年来，企业发展壮大。规模以上工业完成增加值53.9亿元，是2007年的2.1倍；累计完成投资300亿元，是2007年的3倍。";
    assert_eq!(periods("本届政府工作回顾", level), ["2011", "2011", "2008-2011", "2011"]);
}

#[test]
fn without_a_known_year_nothing_is_a_target_unless_words_say_so() {
    let mut reader = Reader::new(None, Outlook::Tasks);
    reader.heading(1, "一、认真履行职责，服务大局");
    let figures = reader.paragraph("起诉240人，挽回损失1.2亿元。");
    assert!(figures.iter().all(|figure| figure.status.name() == "actual" && figure.period.is_empty()));
    // The first heading that tells the year tells it for the rest.
    reader.heading(1, "一、２０２５年工作回顾");
    reader.paragraph("我们团结奋斗。");
    reader.heading(1, "二、下一步工作安排");
    let planned = &reader.paragraph("新建学校3所。")[0];
    assert_eq!((planned.period.as_str(), planned.status.name()), ("2026", "target"));
}

#[test]
fn numbered_topic_sentences_stand_for_the_headings_of_a_text_without_any() {
    let text = "现在报告工作。一、2025年工作回顾。全年生产总值95亿元。二、2026年工作安排。生产总值增长8%。";
    let figures = Reader::new(None, Outlook::Tasks).paragraph(text);
    let read: Vec<(&str, &str)> = figures.iter().map(|one| (one.period.as_str(), one.status.name())).collect();
    assert_eq!(read, [("2025", "actual"), ("2026", "target")]);
}

#[test]
fn what_a_change_of_one_year_began_with_is_of_the_year_before() {
    check_years("2025年工作回顾", &[("常住人口由729万人增加到732万人。", &["729 2024 actual", "732 2025 actual"])]);
    check_years("2026年重点工作", &[("补助标准从380元提高至1000元。", &["380 2025 actual", "1000 2026 target"])]);
}

#[test]
fn years_in_chinese_digits_and_of_the_republican_calendar_are_years() {
    check_years(
        "一、工作回顾",
        &[
            (
                "二〇二五年粮食产量达到三千六百五十亿斤，比二〇二四年增长百分之十二。",
                &["三千六百五十 2025 actual", "百分之十二 2025 actual"],
            ),
            ("民國一一三年使用者達55.8萬人。", &["55.8 2024 actual"]),
            ("民國一百一十四年名額達9萬個，至民國115年再增加8千個。", &["9 2025 actual", "8 2026 actual"]),
        ],
    );
}
