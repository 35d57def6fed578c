//! Why a figure is what it is: one row a figure, the rules that decided and the words they decided on.

use super::super::{Because, Reading, Setting, explain};
use super::{DONE, PLANNED};
use crate::text::Span;

fn read(headings: &[&str], paragraph: &str) -> Reading {
    explain(paragraph, Setting { report_year: Some(2023), headings, ..Setting::default() })
}

/// `Subject 地区生产总值`: a rule and the words it decided on.
fn told<R: std::fmt::Debug + Copy>(paragraph: &str, because: Because<R>) -> String {
    format!("{:?} {}", because.rule, because.words.of(paragraph)).trim_end().to_owned()
}

/// `235.2 | Subject 地区生产总值 | ReportYear | Heading`: number, name, period, status.
#[track_caller]
fn check(headings: &[&str], paragraph: &str, expect: &[&str]) {
    let row = |figure: &super::super::Explained| {
        let rules: Vec<String> = figure.name.iter().map(|rule| format!("{rule:?}")).collect();
        let words: Vec<&str> = figure.name_words.iter().map(|span| span.of(paragraph)).collect();
        let base =
            if figure.base == Span::default() { String::new() } else { format!(" not {}", figure.base.of(paragraph)) };
        let number = figure.figure.number.of(paragraph);
        let name = format!("{} {}", rules.join("+"), words.join("+"));
        let (period, status) = (told(paragraph, figure.period), told(paragraph, figure.status));
        format!("{number} | {} | {period}{base} | {status}", name.trim_end())
    };
    let rows: Vec<String> = read(headings, paragraph).figures.iter().map(row).collect();
    assert_eq!(rows, expect, "{paragraph}");
}

#[test]
fn the_rule_that_named_a_figure_is_told_with_its_words() {
    #[track_caller]
    fn named(paragraph: &str, expect: &[&str]) {
        let rows: Vec<String> = expect.iter().map(|row| format!("{row} | Heading | Heading")).collect();
        check(DONE, paragraph, &rows.iter().map(String::as_str).collect::<Vec<&str>>());
    }
    named(
        "全年地区生产总值完成235.2亿元，同比增长18.5%。",
        &["235.2 | Subject 地区生产总值", "18.5 | Inherited 地区生产总值"],
    );
    named("新建3所学校、2所幼儿园。", &["3 | Counted+VerbBefore 新建+学校", "2 | Counted+VerbOfList 新建+幼儿园"]);
    named("新建城市书房2个、阅读吧5个", &["2 | Subject 新建城市书房", "5 | Subject+VerbOfList 新建+阅读吧"]);
    named(
        "城乡居民人均可支配收入分别增长4.7%和6.6%",
        &["4.7 | Compound 居民人均可支配收入", "6.6 | Compound 居民人均可支配收入"],
    );
    named(
        "新引进过亿元项目50个、省外到位资金60.3亿元，分别增长28.2%、24.6%",
        &[
            "50 | Subject 新引进过亿元项目",
            "60.3 | Subject 省外到位资金",
            "28.2 | RespectiveBefore 新引进过亿元项目",
            "24.6 | RespectiveBefore 省外到位资金",
        ],
    );
    named("完成总投资3500万元的供水管网改造", &["3500 | Owner 供水管网改造+总投资"]);
    named("实施重点项目38个，总投资712亿元", &["38 | Subject 重点项目", "712 | OwnerBefore 重点项目+总投资"]);
    named("投资3600万元，完成背街巷道改造", &["3600 | Purpose 背街巷道改造+投资"]);
    named("3800户、58万平方米棚户区改造", &["3800 | Counted+OneThing 棚户区改造", "58 | Counted 棚户区改造"]);
    named(
        "完成39个农村生活污水和2处黑臭水体治理",
        &["39 | Counted+WorkShared 农村生活污水+治理", "2 | Counted 黑臭水体治理"],
    );
    named("亿元以上项目80个，其中10亿元以上15个", &["80 | Subject 亿元以上项目", "15 | NounOfLimit 10亿元以上+项目"]);
    named("位列全国服务外包示范城市前10强", &["10 | Field 全国服务外包示范城市"]);
}

#[test]
fn what_dated_a_figure_is_told_with_its_words() {
    check(
        DONE,
        "五年来，改造老旧小区120个。2020年建成学校3所。",
        &[
            "120 | Subject 改造老旧小区 | Paragraph 五年来 | Heading",
            "3 | Subject 建成学校 | OwnClause 2020年 | Heading",
        ],
    );
    check(DONE, "粮食产量比2020年增长8%", &["8 | Subject 粮食产量 | Since 2020年 | Heading"]);
    check(DONE, "粮食产量比2021年增长8%", &["8 | Subject 粮食产量 | Heading not 2021年 | Heading"]);
    check(
        &["过去五年工作回顾"],
        "城镇化率达到60%，居全省第3位。用户从80户增至95户。水利投资连续三年超5亿元。",
        &[
            "60 | Subject 城镇化率 | Reached 达到 | Heading",
            "3 | Inherited 城镇化率 | Reached 第3位 | Heading",
            "80 | Subject 用户 | ChangeStartOfTime | Heading",
            "95 | Inherited 用户 | ChangeEndOfTime | Heading",
            "5 | Subject 水利投资 | InARow 三年 | Heading",
        ],
    );
    check(PLANNED, "“十五五”时期，累计投资30亿元。", &["30 | Subject 投资 | Paragraph “十五五”时期 | Heading"]);
    check(
        &[],
        "各位代表。一、2022年工作回顾。新建学校3所。",
        &["3 | Subject 新建学校 | Topic 一、2022年工作回顾 | Topic 一、2022年工作回顾"],
    );
    check(
        DONE,
        "收入任务12亿元，完成13亿元。今年拟新增企业5家。",
        &[
            "12 | Subject 收入 | Heading | Task 任务",
            "13 | Inherited 收入 | Heading | Heading",
            "5 | Subject 新增企业 | OwnClause 今年 | Intent 拟",
        ],
    );
    check(&["一、综合"], "初步核算，新增企业5家。", &["5 | Subject 新增企业 | ReportYear | Counted 初步核算"]);
    check(
        PLANNED,
        "到2025年森林覆盖率达到45%。去年粮食产量20万吨。",
        &[
            "45 | Subject 森林覆盖率 | OwnClause 2025年 | Heading",
            "20 | Subject 粮食产量 | OwnClause 去年 | YearIsOver 去年",
        ],
    );
    check(
        &["过去五年工作回顾"],
        "财政收入年均增长8%。收入由2018年的50亿元增加到80亿元。",
        &[
            "8 | Subject 财政收入 | YearlyAverage | Heading",
            "50 | Subject 收入 | OwnClause 2018年 | Heading",
            "80 | Inherited 收入 | ChangeEndOfTime | Heading",
        ],
    );
    check(
        &[],
        "力争新增企业5家。去年新增企业3家。",
        &["5 | Subject 新增企业 | ReportYear | Wish 力争", "3 | Subject 新增企业 | OwnClause 去年 | NoPlan"],
    );
}

#[test]
fn the_heading_that_decided_is_told_with_its_word() {
    let rule = |heading: &str| {
        let headings = [heading];
        let found = read(&headings, "新增企业5家");
        format!("{:?} {:?}", found.figures[0].heading.map(|reason| reason.rule), found.figures[0].figure.status)
    };
    for (heading, expect) in [
        ("2022年工作回顾", "Some(Back(\"回顾\")) Actual"),
        ("2023年重点任务", "Some(Ahead(\"任务\")) Target"),
        ("“十三五”主要目标提前实现", "Some(Reached) Actual"),
        ("三、聚焦创新驱动", "Some(Order(\"聚焦\")) Target"),
        ("园区面貌凸显", "Some(Achieved(\"凸显\")) Actual"),
        ("2021年", "Some(YearIsOver) Actual"),
        ("民生", "Some(Unsaid) Target"),
    ] {
        assert_eq!(rule(heading), expect, "{heading}");
    }
}

#[test]
fn the_words_that_decide_kind_qualifier_and_manner_are_told() {
    #[track_caller]
    fn check(paragraph: &str, expect: &str) {
        let reading = read(DONE, paragraph);
        let figure = &reading.figures[0];
        let all = [
            told(paragraph, figure.qualifier),
            told(paragraph, figure.kind),
            told(paragraph, figure.direction),
            told(paragraph, figure.manner),
        ];
        assert_eq!(all.join(" | "), expect, "{paragraph}");
    }
    check("产值增长5%以上", "After 以上 | Change 增长 | Word 增长 | Unsaid");
    check("失业率控制在3%", "Ceiling 控制在 | Unit % | None | Unsaid");
    check("2万多名学生", "InUnit 万多名 | Unit 万多名 | None | Unsaid");
    check("收入增速高于全国0.7个百分点", "Unsaid | Unit 个百分点 | Comparison 高于全国 | Compared 高于全国");
    check("压减煤炭总量6.5万吨", "Unsaid | Change 压减 | Order 压减 | Unsaid");
    check("高新技术企业达到136家", "Unsaid | Unit 家 | None | Reached 达到");
    check("综合实力进入全省前45名", "BestOf 前45名 | Place 前45名 | None | Unsaid");
    check("利润增长-1.2%", "Unsaid | Change 增长 | Negative -1.2 | Unsaid");
    check("企业从689万户增至951万户", "Unsaid | Unit 万户 | None | Leaves 从");
}

#[test]
fn a_number_that_is_no_figure_is_told_with_the_reason() {
    #[track_caller]
    fn check(paragraph: &str, expect: &[&str]) {
        let refused = read(DONE, paragraph).refused;
        let told: Vec<String> =
            refused.iter().map(|refused| format!("{} {:?}", refused.number.of(paragraph), refused.why)).collect();
        assert_eq!(told, expect, "{paragraph}");
    }
    check("《规划（2022—2035）》印发", &["2022—2035 InTitle"]);
    check("推进“431”现代产业体系", &["431 InQuote"]);
    check("第3届大会2022年召开，会期5天", &["3 Ordinal", "2022 Year"]);
    check("4小时内办结，打造15分钟生活圈", &["4 Limit", "15 TimeInName"]);
    check("10亿元以上项目、500千伏线路、60岁以上老人", &["10 Threshold", "500 Class", "60 Age"]);
}
