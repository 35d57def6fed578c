//! Which results and targets stand side by side, and which are refused: one row a pair.

use super::{Reached, Reason, Stated, compare, done_and_planned, reached};
use crate::figures::{Figure, Setting, find};

/// The figure of `paragraph` whose number is `number`.
fn figure(paragraph: &str, number: &str, headings: &[&str]) -> Figure {
    let figures = find(paragraph, Setting { report_year: Some(2023), headings, ..Setting::default() });
    let found = figures.into_iter().find(|figure| figure.number.of(paragraph) == number);
    found.unwrap_or_else(|| panic!("no figure {number} in {paragraph}"))
}

/// `done` and `planned` mark the number with brackets: `新增就业[4000]人`.
#[track_caller]
fn check(done: &str, planned: &str, expect: Result<(), Reason>) {
    let read = |marked: &str, heading: &str| {
        let number = marked.split(['[', ']']).nth(1).unwrap_or_default().to_string();
        let paragraph = marked.replace(['[', ']'], "");
        (figure(&paragraph, &number, &[heading]), paragraph)
    };
    let (a, here) = read(done, "2022年工作回顾");
    let (b, there) = read(planned, "2023年重点任务");
    let stated = |figure, paragraph| Stated { figure, paragraph };
    let found = compare(stated(&a, &here), stated(&b, &there));
    assert_eq!(found, expect, "{} <> {}", a.indicator, b.indicator);
}

#[test]
fn the_same_thing_in_the_same_unit_is_a_pair() {
    check("省外到位资金[60.3]亿元", "力争完成省外到位资金[65]亿元", Ok(()));
    check("新引进过亿元项目[50]个", "新引进过亿元项目[55]个", Ok(()));
    check("实际利用外资[5750]万美元", "力争实现实际利用外资[9500]万美元", Ok(()));
    check("全市生产总值增长[5.5]%", "地区生产总值增长[6]%左右", Ok(()));
}

#[test]
fn another_verb_or_measure_word_for_the_same_deed_is_a_pair() {
    check("新改建“四好”农村路[41]公里", "完成“四好”农村路建设[20]公里", Ok(()));
    check("新建[9]处中心村卫生室", "新建中心村卫生室[9]家", Ok(()));
    check("首批组建教育集团[7]家", "新成立教育集团[2]个", Ok(()));
    // That two names mean one thing is a person's to say (`comparable` of the chart).
    check("首批组建教育集团[7]家", "新成立办学集团[2]个", Err(Reason::Thing));
    check("完成[18]个老旧小区改造、惠及群众3395户", "抓好洪山、钟楼2个片区[10]个老旧小区改造", Ok(()));
}

#[test]
fn that_a_thing_came_about_or_is_a_task_is_no_part_of_its_name() {
    check("畜牧业实现产值增长[9.8]%", "畜牧业产值增长[10]%以上", Ok(()));
    check("建成水浇地[11]万亩", "完成[10]万亩水浇地建设任务", Ok(()));
    check("国内生产总值增长[23.6]%", "ＧＤＰ增长[31.4]%", Ok(()));
}

#[test]
fn what_a_name_leaves_out_the_sentence_may_say() {
    check("完成[39]个农村生活污水和2处黑臭水体治理", "完成农村生活污水治理村庄[25]个以上", Ok(()));
    check("新增城镇就业[4779]人", "新增就业[4000]人", Ok(()));
    check("实施6条道路雨污分流工程，新建改造管网[40]公里", "新建改造雨污管网[25.3]公里", Ok(()));
    check("新建改造管网[40]公里", "新建改造雨污管网[25.3]公里", Err(Reason::Qualified));
    // What is measured behind by the two words together is another thing.
    check("发电装机[1.6]亿千瓦，可再生能源装机占比超过55%", "可再生能源发电装机突破[1]亿千瓦", Err(Reason::Qualified));
}

#[test]
fn a_stock_is_never_set_against_an_increment() {
    check("高新技术企业达到[136]家", "力争新增高新技术企业[30]家以上", Err(Reason::StockAgainstIncrement));
}

#[test]
fn what_was_built_is_not_set_against_what_is_to_be_made_better() {
    check("新建省级医疗中心[14]个", "建强[22]个省级医疗中心", Err(Reason::StockAgainstIncrement));
    check("新建省级医疗中心[14]个", "建设省级医疗中心[22]个", Ok(()));
}

#[test]
fn grades_and_scopes_must_agree() {
    check("实施区级重点项目[141]个", "抓好[159]个省市区重点项目", Err(Reason::Scope));
    check("实施区级重点项目141个、总投资[712]亿元", "总投资[1200]亿元的159个省市区重点项目", Err(Reason::Scope));
    check("水环境质量指数排名全省第[十四]", "水环境质量指数进入全省前[十]", Ok(()));
    check("水环境质量指数排名全市第[二]", "水环境质量指数进入全省前[十]", Err(Reason::Scope));
}

#[test]
fn numbers_of_a_ratio_go_with_those_at_their_place() {
    check("三次产业比例调整为12.1：[57.4]：30.5", "三次产业比例为10.2：[60.6]：29.2", Ok(()));
    check("三次产业比例调整为[12.1]：57.4：30.5", "三次产业比例为10.2：60.6：[29.2]", Err(Reason::Thing));
}

#[test]
fn a_pooled_number_is_not_set_against_one_of_its_parts() {
    check("新增“瞪羚”企业[8]家", "新增专精特新、瞪羚、单项冠军企业[8]家", Err(Reason::PooledAgainstSplit));
    check(
        "新增国家级专精特新、“小巨人”企业[5]家",
        "新增专精特新、瞪羚、单项冠军企业[8]家",
        Err(Reason::PooledAgainstSplit),
    );
}

#[test]
fn different_stages_are_different_things() {
    check("首批[13]个民生服务综合体投用", "完成民生服务综合体建设[26]处", Err(Reason::Stage));
    check("组建教育集团[7]家", "推动[7]个教育集团扩容提质", Err(Reason::Stage));
}

#[test]
fn shared_words_do_not_make_one_thing() {
    check("新增省级以上创新平台[14]家", "新增省级以上研发平台[5]家", Err(Reason::Thing));
    check("新改扩建[5]个乡镇商贸服务综合体", "完成民生服务综合体建设[26]处", Err(Reason::Thing));
    check("完成荒山绿化提升改造[8400]亩", "新增绿化造林[6000]亩", Err(Reason::Thing));
    check("各类支持金额达到[529]亿元", "力争贷款投放[450]亿元以上", Err(Reason::Thing));
    check("建成长者食堂71处，惠及群众[10755]人", "完成民生服务综合体建设26处，惠及群众[5000]人", Err(Reason::Thing));
}

#[test]
fn neighbours_in_the_same_field_are_no_pairs() {
    check("推行“三变三联两个共同体”改革试点[17]个", "年内再组织试点村[70]个", Err(Reason::Thing));
    check("佳能科技、广通新材[3]家企业进入上市辅导", "年内新增上市企业不少于[1]家", Err(Reason::Thing));
    check("佳能科技、广通新材[3]家企业进入上市辅导", "为[33]家市级上市后备企业制定辅导计划", Err(Reason::Thing));
    check("完成荒山绿化提升改造[8400]亩", "完成关闭矿山生态修复[2600]亩", Err(Reason::Thing));
    check("[9]人入选省级以上重点人才工程", "新增市级以上高层次人才[5]名", Err(Reason::Thing));
    check("开工全域公园城市项目[40]个", "建设湿地公园等[17]个城市公园", Err(Reason::Thing));
    check("新增市场主体[9991]户", "实现[400]家新型市场主体发展创业", Err(Reason::Thing));
    check("打造国家级、省级名医工作室[17]个", "打造名中医工作团队[7]支", Err(Reason::Thing));
    check("完成重点项目[38]个", "提出了13个方面[23]项民生实事候选项目", Err(Reason::Thing));
    check("村集体增收346.5万元，惠及群众[3.2]万人", "完成民生服务综合体建设26处，惠及群众[5000]人", Err(Reason::Thing));
    check("完成投资[3700]万元", "完成投资[2.5]亿元", Err(Reason::Thing));
}

#[test]
fn kinds_and_years_must_agree() {
    check("旅游收入增长[10]%", "旅游收入达到[46]亿元", Err(Reason::Kind));
    check("五年来，改造老旧小区[120]个", "改造老旧小区[10]个", Err(Reason::Period));
    check("改造老旧小区[120]个", "到2025年改造老旧小区[10]个", Err(Reason::Period));
}

#[test]
fn each_figure_stands_in_one_pair_and_look_alikes_are_told() {
    let review = "旅游收入达到38亿元，高新技术企业达到136家";
    let plan = "旅游收入达到46亿元，新增高新技术企业30家";
    let done = find(review, Setting { report_year: Some(2023), headings: &["2022年工作回顾"], ..Setting::default() });
    let planned = find(plan, Setting { report_year: Some(2023), headings: &["2023年重点任务"], ..Setting::default() });
    let stated: Vec<Stated<'_>> = (done.iter().map(|figure| Stated { figure, paragraph: review }))
        .chain(planned.iter().map(|figure| Stated { figure, paragraph: plan }))
        .collect();
    let (pairs, refusals) = done_and_planned(&stated);
    let pairs: Vec<_> = pairs.iter().map(|pair| (pair.done, pair.planned)).collect();
    let refusals: Vec<_> =
        refusals.iter().map(|refusal| (refusal.done, refusal.planned, refusal.reason.name())).collect();
    assert_eq!(pairs, [(0, 2)]);
    assert_eq!(refusals, [(1, 3, "stock-against-increment")]);
}

#[test]
fn look_alikes_are_told_by_rare_words_and_rare_units() {
    let review =
        "新建重点项目12个，竣工重点项目8个，投产项目5个，开工项目9个，荒山绿化提升改造8400亩，打造名医工作室17个";
    let plan = "改造商场20座，绿化造林6000亩，打造名中医工作团队7支";
    let done = find(review, Setting { report_year: Some(2023), headings: &["2022年工作回顾"], ..Setting::default() });
    let planned = find(plan, Setting { report_year: Some(2023), headings: &["2023年重点任务"], ..Setting::default() });
    let stated: Vec<Stated<'_>> = (done.iter().map(|figure| Stated { figure, paragraph: review }))
        .chain(planned.iter().map(|figure| Stated { figure, paragraph: plan }))
        .collect();
    let (_, refusals) = done_and_planned(&stated);
    let told: Vec<_> = refusals
        .iter()
        .map(|refusal| [refusal.done, refusal.planned].map(|index| stated[index].figure.indicator.as_str()))
        .collect();
    assert_eq!(told, [["荒山绿化提升改造", "绿化造林"], ["名医工作室", "名中医工作团队"]]);
}

/// What is told of the target marked in `planned`, the one set for 2022 by the report of that year, by the amount marked in `done`.
fn told(planned: &str, done: &str) -> Reached {
    let read = |marked: &str, year: u16, heading: &str| {
        let number = marked.split(['[', ']']).nth(1).unwrap_or_default().to_string();
        let paragraph = marked.replace(['[', ']'], "");
        let figures = find(&paragraph, Setting { report_year: Some(year), headings: &[heading], ..Setting::default() });
        (figures.into_iter().find(|figure| figure.number.of(&paragraph) == number).unwrap(), paragraph)
    };
    let (planned, there) = read(planned, 2022, "2022年重点任务");
    let (done, here) = read(done, 2023, "2022年工作回顾");
    // Among the others of its report, without which no word would be rarer than another.
    const AROUND: &str =
        "新建学校5所，改造道路12公里，粮食总产量达到45万吨，新增就业4000人，引进企业31家，栽植树木90万株。";
    let around = find(AROUND, Setting { report_year: Some(2023), headings: &["2022年工作回顾"], ..Setting::default() });
    let mut results = vec![Stated { figure: &done, paragraph: &here }];
    results.extend(around.iter().map(|figure| Stated { figure, paragraph: AROUND }));
    reached(&[Stated { figure: &planned, paragraph: &there }], &results).remove(0)
}

#[test]
fn the_very_amount_that_was_set_under_nearly_the_same_name_tells_of_it() {
    let amount = Reached::Amounts(vec![0]);
    assert_eq!(told("实施[320]个年度共建项目", "实施共建重点项目[320]个"), amount);
    assert_eq!(told("先行试点建设[50]个智能化康复中心", "建成基层智能化康复中心[50]个"), amount);
    // Another amount, and a round number under a short name.
    assert_ne!(told("实施[320]个年度共建项目", "实施共建重点项目[321]个"), amount);
    assert_ne!(told("实施[300]个年度共建项目", "实施共建重点项目[300]个"), amount);
}
