//! What is not sure of a figure, and why: one row a figure.

use super::super::{Doubt, Setting, doubt_contradictions, explain};
use super::{DONE, PLANNED};

/// `投资 BareHead`: the name and the doubts of each figure.
#[track_caller]
fn check(headings: &[&str], paragraph: &str, expect: &[&str]) {
    let reading = explain(paragraph, Setting { report_year: Some(2023), headings, ..Setting::default() });
    let row = |found: &super::super::Explained| {
        let rules: Vec<String> = found.doubts.iter().map(|doubt| format!("{:?}", doubt.rule)).collect();
        let facts: Vec<Doubt> = found.doubts.iter().map(|doubt| doubt.rule.doubt()).collect();
        assert_eq!(found.figure.doubts, facts);
        format!("{} {}", found.figure.indicator, rules.join(" ")).trim_end().to_owned()
    };
    let rows: Vec<String> = reading.figures.iter().map(row).collect();
    assert_eq!(rows, expect, "{paragraph}");
}

#[test]
fn a_name_that_says_all_is_sure() {
    check(DONE, "地区生产总值增长6.5%，城镇新增就业4779人，出口增长8%。", &["地区生产总值", "城镇新增就业", "出口"]);
    check(PLANNED, "新建农村公路30公里。", &["新建农村公路"]);
}

#[test]
fn a_name_that_does_not_say_of_what_is_not() {
    check(DONE, "公共服务水平显著提高，累计完成投入33.4亿元。", &["投入 BareHead"]);
    check(DONE, "年度投资33.4亿元。", &["年度投资 BareHead"]);
    check(DONE, "打好攻坚战，交付31.7万套。", &["交付 BareHead"]);
    check(DONE, "8所高校。", &["高校 ShortName"]);
    check(DONE, "新建6000公里。", &["新建 BareHead"]);
    check(DONE, "今年先发行1万亿元。", &["先发行 BareHead"]);
    // Who pays, and which part of what was spoken of.
    check(DONE, "中央财政将安排832亿元，比上年增加167亿元。", &["中央财政 BareHead", "中央财政 BareHead"]);
    check(DONE, "增加全国教育支出，其中中央财政支出1981亿元。", &["中央财政支出 BareHead"]);
    check(DONE, "中央财政支出1981亿元。", &["中央财政支出"]);
    check(DONE, "财政总收入200亿元，其中地方财政收入101亿元。", &["财政总收入", "地方财政收入"]);
    check(DONE, "经济总量连续跨过3个万亿元大关。", &["经济总量 CountedOn"]);
    check(DONE, "新增造林8000亩。", &["新增造林"]);
    // 全省 says whose it is.
    check(DONE, "全省贷款余额13万亿元。", &["贷款余额"]);
    check(DONE, "贷款余额13万亿元。", &["贷款余额 BareHead"]);
    // The subject stands further to the left.
    check(DONE, "政府债务余额86.5亿元，控制在省核定限额89.2亿元以内。", &["政府债务余额", "控制在省核定限额 NoThing"]);
    check(PLANNED, "一般公共预算收入预期19.6亿元。", &["一般公共预算收入"]);
    // Examples, and a kind that is too wide for them.
    check(DONE, "张官等17条高速公路，梅山等3座大型水库。", &["高速公路 ShortName", "大型水库 ShortName"]);
    check(DONE, "建成张官等17条高速公路。", &["建成高速公路"]);
}

#[test]
fn a_name_that_goes_on_into_what_became_of_it_is_not() {
    check(DONE, "近8万市民直接受益。", &["市民直接受益 Predicate"]);
    check(DONE, "各类健身活动年均吸引4000余万人次参与。", &["各类健身活动年均吸引参与"]);
    check(DONE, "运动员在奥运会上斩获8金。", &["运动员在奥运会上斩获 Predicate"]);
    check(DONE, "8家企业获评国家领航级、卓越级智能工厂。", &["企业获评国家领航级、卓越级智能工厂"]);
    check(DONE, "8家企业获评国家领航级智能工厂。", &["企业获评国家领航级智能工厂"]);
    check(DONE, "7%左右的速度可以实现充分就业。", &["速度可以实现充分就业 Predicate"]);
    check(DONE, "17个重点传统制造业增加值增长5.3%。", &["重点传统制造业增加值 CountedOn", "重点传统制造业增加值"]);
    check(DONE, "本科高校实现全覆盖、学生净增2.49万人。", &["本科高校实现全覆盖、学生净增 Predicate"]);
    check(DONE, "116个国家和地区近4000名运动员参赛。", &["国家和地区 CountedOn", "国家和地区运动员参赛 Predicate"]);
}

#[test]
fn what_goes_on_has_the_doubt_of_the_name_it_takes() {
    check(DONE, "服务水平显著提高，累计完成投入33.4亿元，增长8%。", &["投入 BareHead", "投入 BareHead"]);
    check(DONE, "克服增速回落影响，全年增长4.8%。", &["克服增速回落影响 Predicate"]);
    check(DONE, "财政支出每4元就有1元用在教育。", &["财政支出每4元 NoThing"]);
    check(DONE, "大病保险制度基本建立、已有1700多万人次受益。", &["大病保险制度基本建立 Predicate"]);
    check(DONE, "城镇登记失业率1.89%，低于2.5%的控制目标。", &["城镇登记失业率", "控制目标 NoThing"]);
    check(DONE, "园区累计建成面积48平方公里。", &["园区累计建成面积"]);
    check(DONE, "产值比重上升为348亿元。", &["产值比重 NoThing"]);
    check(DONE, "研究与试验开发经费，增长8%。", &["研究与试验开发经费"]);
    check(DONE, "企业34家，其中投资500万元以上的4家。", &["企业 ShortName", "投资500万元以上 NoThing"]);
}

#[test]
fn a_part_of_a_year_is_no_year() {
    let part = ["生产总值", "生产总值 PartOfYear"];
    check(DONE, "全年生产总值增长6%，四季度增长6.7%。", &part);
    check(DONE, "上半年生产总值下降2%，全年生产总值增长6%。", &["生产总值 PartOfYear", "生产总值"]);
    check(DONE, "生产总值增速比一季度加快1个百分点。", &["生产总值增速"]);
    check(DONE, "生产总值增速连续19个季度高于全国1个百分点。", &["生产总值增速"]);
    check(PLANNED, "力争上半年开工学校3所。", &["开工学校"]);
}

#[test]
fn two_values_of_one_name_contradict_one_another() {
    let rows = |texts: &[&str]| {
        let setting = Setting { report_year: Some(2023), headings: DONE, ..Setting::default() };
        let mut readings: Vec<_> = texts.iter().map(|text| explain(text, setting)).collect();
        doubt_contradictions(&mut readings);
        let figures = readings.iter().flat_map(|reading| &reading.figures);
        figures.map(|one| one.figure.doubts.contains(&Doubt::Name)).collect::<Vec<_>>()
    };
    assert_eq!(rows(&["培训农民30人。", "培训农民3.2万人。"]), [true, true]);
    assert_eq!(rows(&["培训农民30人。", "培训农民30人。"]), [false, false]);
    assert_eq!(rows(&["培训农民超3万人。", "培训农民3.2万人。"]), [false, false]);
    // Another unit counts another thing.
    assert_eq!(rows(&["培训农民30户。", "培训农民3.2万人。"]), [false, false]);
    // The sentence that gives most key statistics speaks of the whole place.
    let key = ["生产总值200亿元，增长6%，财政收入20亿元。", "财政收入3亿元。"];
    assert_eq!(rows(&key), [false, false, false, true]);
}

#[test]
fn the_last_of_a_list_may_be_the_whole_list() {
    check(DONE, "修好水渠、新建大棚6座。", &["新建大棚 LastOfList"]);
    check(DONE, "新建公园5个、改造管网30公里。", &["新建公园", "改造管网"]);
}

#[test]
fn a_count_of_several_years_may_be_of_their_end() {
    let five = ["“十四五”时期工作回顾"];
    check(&five, "10个国家大科学装置布局建设。", &["国家大科学装置布局建设 StockOrSum"]);
    check(&five, "新建公园5个。", &["新建公园"]);
    check(&five, "在川两院院士70位。", &["在川两院院士 StockOrSum"]);
    check(&five, "国内外航线累计达到60条。", &["国内外航线"]);
    // What was done in those years.
    check(&five, "开展3轮专项行动，累计创建5个创新中心。", &["专项行动", "创建创新中心"]);
    check(&five, "40条高速公路相继开通。", &["高速公路相继开通"]);
}

#[test]
fn what_nothing_dates_is_not_sure() {
    let setting = Setting { report_year: None, headings: &[], ..Setting::default() };
    let reading = explain("地区生产总值增长6.5%。", setting);
    assert_eq!(reading.figures[0].figure.doubts, [Doubt::Period, Doubt::Status]);
}

#[test]
fn a_yearly_average_of_one_year_is_of_unknown_years() {
    check(PLANNED, "地区生产总值年均增长5%左右。", &["地区生产总值 Undated"]);
}

#[test]
fn a_size_or_a_limit_of_each_thing_is_no_amount_of_all() {
    check(DONE, "2座35万千瓦光热发电项目分别在两地开工。", &["光热发电项目", "光热发电项目 CountedOn"]);
    check(DONE, "191家工业企业营业收入超百亿元。", &["工业企业营业收入 CountedOn", "工业企业营业收入 CountedOn"]);
    check(DONE, "2000个重点项目完成投资超800亿元。", &["重点项目", "重点项目完成投资"]);
    check(DONE, "为390万65岁以上老年人免费体检。", &["65岁以上老年人免费体检"]);
}

#[test]
fn what_came_about_says_when_and_of_what() {
    check(&["过去五年工作回顾"], "16个案例入选全国典型。", &["案例入选全国典型"]);
    check(DONE, "82项获国家层面认可。", &["获国家层面认可 Predicate"]);
    check(DONE, "新能源汽车渗透率全国第一，保有量突破50万辆。", &["新能源汽车渗透率", "保有量 BareHead"]);
}
