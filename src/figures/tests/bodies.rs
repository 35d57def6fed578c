//! Names made of general words: whose they are the sentence or the paragraph has said before, or nobody has; words that point back.

use super::super::{Doubt, Setting, explain};
use super::{DONE, PLANNED, check_doubts_of_names as check, check_names};

#[test]
fn a_general_name_is_of_the_body_that_its_sentence_begins_with() {
    check(DONE, "成功举办消费品展销会，商品交易额突破7300万元。", &["消费品展销会商品交易额"]);
    check(DONE, "建立了社会救助基金，已积累资金1242亿元。", &["社会救助基金积累资金"]);
    check(DONE, "临川国际枢纽建设加快推进，83项重点任务全面实施。", &["临川国际枢纽重点任务全面实施"]);
}

#[test]
fn a_general_name_of_which_no_body_was_understood_is_in_doubt() {
    check(DONE, "同时充实全国社保基金，储备规模达到1.8万亿元。", &["储备规模?"]);
    check(
        DONE,
        "拓展“一网通办”，接入服务事项3458项，建立“帮办”制度，实名用户数超6195万。",
        &["接入服务事项?", "实名用户数?"],
    );
    check(DONE, "全市接入服务事项3458项。", &["接入服务事项"]);
    check(DONE, "持之以恒扩大有效投资，实施重点项目181项。", &["重点项目"]);
    check(DONE, "企业数量超过5200万户。", &["企业数量"]);
}

#[test]
fn what_a_paragraph_about_one_area_tells_of_is_of_it() {
    check(PLANNED, "全面加快东山组团建设。新建5条主干道路、2台热水锅炉。", &["新建主干道路?", "新建热水锅炉?"]);
    check(PLANNED, "全面加快东山组团建设。全市新建5条主干道路。", &["新建主干道路"]);
    check(PLANNED, "加快推进城市建设。新建5条主干道路。", &["新建主干道路"]);
}

#[test]
fn words_that_point_back_or_compare_are_no_name() {
    check(DONE, "健全国家奖学金制度，中央财政此项支出达到98亿元。", &["中央财政此项支出?"]);
    check(DONE, "对沿线国家货物进出口额增长13.4%。", &["沿线国家货物进出口额?"]);
    check(DONE, "审批更加高效，实际办结时间比承诺时间提速11.4个百分点。", &["实际办结时间比承诺时间?"]);
    check(DONE, "小麦每50公斤提高3元。", &["小麦每50公斤?"]);
    check(DONE, "城乡居民收入比缩小到1.9。", &["城乡居民收入比"]);
}

#[test]
fn what_a_list_says_once_is_dealt_out() {
    check_names("新增国家级高新技术企业7家、省级13家", &["7 新增国家级高新技术企业", "13 新增省级高新技术企业"]);
    check_names(
        "国家安排资金改造和新建1.8万所乡镇卫生院、786所县医院",
        &["1.8 改造和新建乡镇卫生院", "786 改造和新建县医院"],
    );
    check_names("新建和改造农村公路38万公里、农村电网26万公里", &["38 新建和改造农村公路", "26 新建和改造农村电网"]);
    check_names("开辟调整22条市区公交线路", &["22 开辟调整市区公交线路"]);
    check_names("改造农村危旧房3677户，其中残疾人危旧房750户", &["3677 改造农村危旧房", "750 改造残疾人危旧房"]);
    check_names(
        "平均每年城镇新增就业1000万人、农村劳动力转移就业800万人",
        &["1000 平均每年城镇新增就业", "800 平均每年农村劳动力转移就业"],
    );
    check_names(
        "完成村庄整治2463个，占全市行政村总数的51%和全省示范村总数的1/4",
        &["2463 村庄整治", "51 村庄整治占全市行政村总数", "1/4 村庄整治占全省示范村总数"],
    );
    check_names("建成高标准农田8.9万亩、累计达到120.5万亩", &["8.9 建成高标准农田", "120.5 累计建成高标准农田"]);
}

#[test]
fn a_verb_of_the_clause_before_may_be_the_own_one_too() {
    check(DONE, "新增国家级示范企业5家，省级示范企业24家。", &["新增国家级示范企业", "省级示范企业?"]);
    check(DONE, "新增国家级示范企业5家，撤销专业20个。", &["新增国家级示范企业", "撤销专业"]);
}

#[test]
fn a_body_alone_is_no_measure_and_a_number_of_a_name_no_figure() {
    check(DONE, "港口货物吞吐量完成6380万吨，临川集团完成4500万吨。", &["港口货物吞吐量", "临川集团?"]);
    check(DONE, "做好2.2平方公里文化区等项目的征收，实施5万只养鸡场等项目。", &["文化区?", "养鸡场?"]);
    check(DONE, "参加20国集团峰会，完成1%人口抽样调查，举办50人论坛。", &[]);
    check(DONE, "成为全省首个经济总量突破5万亿元的城市。", &["城市成为全省首个经济总量?"]);
}

#[test]
fn what_a_part_is_used_for_and_a_sum_of_all_years_stay_in_the_name() {
    check(DONE, "财政新增支出的90%以上投入民生。", &["财政新增支出投入民生"]);
    check(DONE, "累计完成村庄整治2463个。", &["累计完成村庄整治"]);
}

#[test]
fn what_is_torn_or_told_of_several_is_in_doubt() {
    check(DONE, "社会保障工程新安排740万套。", &["社会保障工程新?"]);
    check(DONE, "科技创新740项。", &["科技创新"]);
    check(
        DONE,
        "新增特色产业集群7个，单项冠军企业达72个，均居中部第1位。",
        &["新增特色产业集群", "单项冠军企业", "单项冠军企业?"],
    );
    check(PLANNED, "加快推进3大标志性工程。", &["标志性工程?"]);
}

#[test]
fn adverbs_at_the_end_go_and_what_is_told_of_each_is_in_doubt() {
    check(DONE, "社区干部补贴标准逐年提高，平均达到2000元。", &["社区干部补贴标准"]);
    check(DONE, "办理建议405件，办复率均达100%。", &["办理建议", "建议办复率?"]);
    check(DONE, "人均可支配收入占比达100%。", &["人均可支配收入占比"]);
}

#[test]
fn what_there_is_may_stand_in_a_plan() {
    let status = |paragraph: &str| {
        let reading = explain(paragraph, Setting { report_year: Some(2023), headings: PLANNED, ..Setting::default() });
        reading.figures.iter().map(|one| one.figure.doubts.contains(&Doubt::Status)).collect::<Vec<bool>>()
    };
    assert_eq!(status("今年高校毕业生874万人，要促进市场化就业。"), [true]);
    assert_eq!(status("培训高校毕业生874万人，提高就业能力。"), [false]);
}

#[test]
fn a_part_behind_a_colon_shares_the_verb() {
    check_names(
        "引进3600名高层次人才，其中：青年教师1550名、青年医师1000名",
        &["3600 引进高层次人才", "1550 引进青年教师", "1000 引进青年医师"],
    );
}

#[test]
fn those_to_whom_it_was_given_are_not_all_of_them() {
    check(DONE, "为1467位80岁以上老年人发放津贴176万元。", &["80岁以上老年人?", "发放津贴"]);
}
