//! What belongs to whom: measures, owners and modifiers that a sentence says once, and names that are not sure because it says them elsewhere.

use super::super::{Setting, explain};
use super::{DONE, PLANNED, check_names};

/// The names of a paragraph, those in doubt with `?`.
#[track_caller]
fn check(headings: &[&str], paragraph: &str, expect: &[&str]) {
    let reading = explain(paragraph, Setting { report_year: Some(2023), headings, ..Setting::default() });
    let doubted =
        |one: &super::super::Explained| one.doubts.iter().any(|doubt| doubt.rule.doubt() == super::super::Doubt::Name);
    let row =
        |one: &super::super::Explained| format!("{}{}", one.figure.indicator, if doubted(one) { "?" } else { "" });
    assert_eq!(reading.figures.iter().map(row).collect::<Vec<_>>(), expect, "{paragraph}");
}

#[test]
fn a_part_has_the_measure_of_the_whole() {
    check_names(
        "汽车保有量由2552万辆增至3230万辆，其中新能源汽车由45万辆增至356万辆",
        &["2552 汽车保有量", "3230 汽车保有量", "45 新能源汽车保有量", "356 新能源汽车保有量"],
    );
    check_names(
        "高新技术产品产量大幅增长，集成电路圆片增长19.2%，锂电池增长103.1%",
        &["19.2 集成电路圆片产量", "103.1 锂电池产量"],
    );
}

#[test]
fn a_list_says_its_whole_its_modifier_and_its_kind_once() {
    check_names(
        "农村卫生户厕覆盖率、污水治理率分别提高20.9、36.2个百分点",
        &["20.9 农村卫生户厕覆盖率", "36.2 农村污水治理率"],
    );
    check_names("开发区工业增加值、工业投资分别增长5.9%、6.7%", &["5.9 开发区工业增加值", "6.7 开发区工业投资"]);
    check_names("每千人托位、养老床位数分别达到4.7个、27.3张", &["4.7 每千人托位数", "27.3 每千人养老床位数"]);
    check_names(
        "工业、制造业、工业技改投资分别增长9.4%、13.3%、6.1%",
        &["9.4 工业投资", "13.3 制造业投资", "6.1 工业技改投资"],
    );
    check_names(
        "石化、医药、信息等产业增加值分别增长3%、4%、5%",
        &["3 石化产业增加值", "4 医药产业增加值", "5 信息产业增加值"],
    );
    check_names(
        "生产安全事故起数、死亡人数、受伤人数分别下降41%、38.8%、50.7%",
        &["41 生产安全事故起数", "38.8 生产安全事故死亡人数", "50.7 生产安全事故受伤人数"],
    );
    check_names("加快10个国家物流枢纽、5个物流基地建设", &["10 国家物流枢纽建设", "5 物流基地建设"]);
    check_names(
        "办理人大代表建议4249件、政协提案3542件，办结率100%",
        &["4249 办理人大代表建议", "3542 办理政协提案", "100 人大代表建议、政协提案办结率"],
    );
    check_names("钢铁、石化等产业先进产能占比超过40%", &["40 钢铁、石化等产业先进产能占比"]);
}

#[test]
fn a_further_deed_is_done_to_the_same() {
    check_names("续建安置房7550套，新开工1000套以上", &["7550 续建安置房", "1000 新开工安置房"]);
    check_names("产业营收快速增长，冰雪经济总产出增长13.2%", &["13.2 冰雪经济总产出"]);
}

#[test]
fn words_that_belong_to_a_name_stay() {
    check_names("推动国企高质量发展21项举措", &["21 国企高质量发展举措"]);
    check_names("支持科技创新的减税降费超300亿元", &["300 支持科技创新的减税降费"]);
    check_names(
        "新建提升柳林公园等13座城市公园，消除和苑等6处易积水点位",
        &["13 新建提升城市公园", "6 消除易积水点位"],
    );
    check_names("城市公园、“口袋公园”保有量分别达到1436个、883个", &["1436 城市公园保有量", "883 “口袋公园”保有量"]);
    check_names("学科进入前1‰，390万65岁以上老年人免费体检", &["390 65岁以上老年人免费体检"]);
}

#[test]
fn what_was_brought_about_is_by_one_thing_and_grows_by_itself() {
    check_names(
        "推进消费品以旧换新，带动消费791亿元，惠及消费者750多万人次",
        &["791 消费品以旧换新带动消费", "750 消费品以旧换新惠及消费者"],
    );
    check_names("招引重大项目30个，带动面上产业投资增长6.5%", &["30 招引重大项目", "6.5 面上产业投资"]);
    check(DONE, "用好补贴、扩大范围，带动消费超650亿元。", &["带动消费?"]);
}

#[test]
fn a_name_that_leaves_out_of_what_it_is_stands_in_doubt() {
    check(DONE, "临川集团改造实现产业重塑，高端产品占比提高到70%。", &["高端产品占比?"]);
    check(DONE, "省属企业完成产业投资553亿元、研发投入133.5亿元。", &["省属企业完成产业投资", "研发投入?"]);
    check(DONE, "临川新区全面提速，完成清表交地6073亩。", &["清表交地?"]);
    check(DONE, "临川新区全面提速，全市接待游客8万人次。", &["接待游客"]);
    check(DONE, "临川铁路发展远超预期，累计发送旅客超6400万人次。", &["累计发送旅客?"]);
    check(DONE, "制定出台20条具体举措。", &["制定出台具体举措?"]);
    check(DONE, "扣除房地产开发投资后，固定资产投资增长2.7%。", &["固定资产投资?"]);
    check(DONE, "剔除价格因素，固定资产投资增长2.7%。", &["固定资产投资"]);
    check(DONE, "排放强度约为全国平均的70%。", &["排放强度?"]);
    check(PLANNED, "煤层气发展方面，推动临川气田项目建设，力争产量突破200亿立方米。", &["临川气田项目建设产量?"]);
}

#[test]
fn a_name_beside_a_list_may_be_of_more() {
    check(PLANNED, "新建200个智能车间、智能工厂。", &["新建智能车间?"]);
    check(PLANNED, "建设10家中试平台、概念验证中心。", &["建设中试平台?"]);
    check(PLANNED, "建设10家中试平台、30公里农村道路。", &["建设中试平台", "建设农村道路"]);
    check(DONE, "花卉产量全国第一、优质鲜切花占比60%。", &["花卉产量全国第一、优质鲜切花占比?"]);
    check(DONE, "完成2100万千瓦火电机组、395台锅炉超低排放改造。", &["火电机组?", "锅炉超低排放改造"]);
    check(DONE, "3家高新区位列全国50强。", &["高新区位列全国50强", "高新区?"]);
    check(DONE, "企业100%使用绿色电力。", &["企业?"]);
    check(DONE, "全国财政支出70%以上用于民生。", &["全国财政支出用于民生"]);
}
