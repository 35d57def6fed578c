//! Paragraphs and what is due of them.

use super::{TextBlock, read};
use crate::figures::Outlook;
use crate::text::Span;

/// Each commitment of a paragraph of the task part in one line: clause, kind, object, measures, deadline, strength.
#[track_caller]
fn check(paragraph: &str, expect: &[&str]) {
    let blocks = [TextBlock::Heading(1, "二、2023年工作任务"), TextBlock::Paragraph(paragraph)];
    let found = read(Some(2023), Outlook::Tasks, &blocks);
    let words = |span: Span| span.of(paragraph).to_owned();
    let lines = found[1].iter().map(|own| {
        let measures: Vec<String> = own.measures.iter().copied().map(words).collect();
        let deadline = own.deadline.map(words).unwrap_or_default();
        let said = [own.object.join("、"), measures.join(";"), deadline, own.strength.name().to_owned()];
        format!("{} {} | {}", words(own.span), own.kind.name(), said.join(" | "))
    });
    assert_eq!(lines.collect::<Vec<_>>(), expect);
}

#[test]
fn a_number_to_reach() {
    check(
        "主要预期目标是：地区生产总值增长7.5%，达到326亿元；城镇登记失业率控制在4%以内。",
        &[
            "地区生产总值增长7.5%，达到326亿元 figure | 地区生产总值 | 7.5%;326亿元 |  | plain",
            "城镇登记失业率控制在4%以内 figure | 城镇登记失业率 | 4%以内 |  | plain",
        ],
    );
    check("改造提升四个城市出入口。", &["改造提升四个城市出入口 figure | 城市出入口 | 四个 |  | plain"]);
    check("着力打造三个中心、两大品牌。", &[]);
}

#[test]
fn money_is_spent_on_what_the_next_clause_says() {
    check(
        "投资2.5亿元，实施俄罗斯风情街项目。",
        &["投资2.5亿元，实施俄罗斯风情街项目 figure | 俄罗斯风情街项目 | 2.5亿元 |  | plain"],
    );
    check("推进总投资103.7亿元的棚户区改造工程。", &[]);
    check(
        "确保投资4800万元的广场改造工程如期完工。",
        &["确保投资4800万元的广场改造工程如期完工 finish | 广场改造工程 | 4800万元 | 如期 | ensure"],
    );
}

#[test]
fn a_thing_finished_or_begun() {
    check(
        "完成冬运会主场馆一期工程建设，确保2024年投入使用。",
        &[
            "完成冬运会主场馆一期工程建设 finish | 冬运会主场馆一期 |  |  | plain",
            "确保2024年投入使用 finish | 冬运会主场馆一期 |  | 2024年 | ensure",
        ],
    );
    check("争取商贸综合体项目开工建设。", &["争取商贸综合体项目开工建设 start | 商贸综合体项目 |  |  | strive"]);
    check(
        "启动1.5万亩“菜篮子”工程项目。",
        &["启动1.5万亩“菜篮子”工程项目 start | 1.5万亩“菜篮子”工程项目 | 1.5万亩 |  | plain"],
    );
    check("推动各项政策加快落地，加快商贸综合体建设，完善长效机制。", &[]);
    check(
        "建立健全长效机制，建立清单动态调整机制。",
        &["建立清单动态调整机制 finish | 清单动态调整机制 |  |  | plain"],
    );
}

#[test]
fn a_status_gained_and_a_completeness() {
    check("力争入选国家4A级景区名录。", &["力争入选国家4A级景区名录 title | 国家4A级景区名录 |  |  | strive"]);
    check(
        "实现小区物业管理全覆盖，健全部门协调机制。",
        &["实现小区物业管理全覆盖 coverage | 小区物业管理 |  |  | plain"],
    );
    check("基本消除城市黑臭水体。", &["基本消除城市黑臭水体 coverage | 基本消除城市黑臭水体 |  |  | plain"]);
    check("深入实施“十个全覆盖”工程，全覆盖开展平安创建。", &[]);
}

#[test]
fn a_time_that_opens_a_clause_holds_up_to_the_next_semicolon() {
    check(
        "年内完成335座保暖房装修，全部达到入住标准；实施村屯绿化2738亩。",
        &[
            "年内完成335座保暖房装修 figure | 保暖房装修 | 335座 | 年内 | plain",
            "全部达到入住标准 coverage | 全部达到入住标准 |  | 年内 | plain",
            "实施村屯绿化2738亩 figure | 村屯绿化 | 2738亩 |  | plain",
        ],
    );
    check("力争6月底前，完成投资2亿元。", &["力争6月底前，完成投资2亿元 figure | 完成投资 | 2亿元 | 6月底前 | strive"]);
}

#[test]
fn traditional_characters_are_printed_as_they_are() {
    check("確保年內建成區醫院新樓。", &["確保年內建成區醫院新樓 finish | 區醫院新樓 |  | 年內 | ensure"]);
}

#[test]
fn only_what_sets_the_tasks_of_the_year_is_read() {
    let task = "建成区医院新楼。";
    let blocks = [
        TextBlock::Heading(1, "一、2022年工作回顾"),
        TextBlock::Paragraph(task),
        TextBlock::Heading(1, "二、今后五年的目标"),
        TextBlock::Paragraph(task),
        TextBlock::Heading(1, "三、2023年工作任务"),
        TextBlock::Paragraph(task),
        TextBlock::Other,
        TextBlock::Paragraph("各位代表！让我们一起建成区医院新楼。"),
        TextBlock::Paragraph(task),
    ];
    let counts: Vec<usize> = read(Some(2023), Outlook::Tasks, &blocks).iter().map(Vec::len).collect();
    assert_eq!(counts, [0, 0, 0, 0, 0, 1, 0, 0, 0]);
}
