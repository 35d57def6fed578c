//! Works and lists of works: how large one is, what is done with all of them, who pays for them; sums of all years.

use super::{DONE, check_doubts_of_names, check_names};

#[test]
fn the_size_of_a_work_is_in_doubt_and_an_amount_is_not() {
    check_doubts_of_names(DONE, "大唐700万吨露天矿完成核准。", &["大唐露天矿完成核准?"]);
    check_doubts_of_names(DONE, "5万吨粗铜项目建成投产。", &["粗铜项目建成投产?"]);
    check_doubts_of_names(DONE, "完成储备粮1.2万吨。", &["储备粮"]);
    check_doubts_of_names(DONE, "生产蔬菜9万吨。", &["生产蔬菜"]);
}

#[test]
fn what_is_done_with_all_things_of_a_list_is_missed_in_the_first() {
    check_doubts_of_names(
        DONE,
        "10个主要交通节点和10个重要干线景观提升工程有序推进。",
        &["主要交通节点?", "重要干线景观提升工程"],
    );
    check_doubts_of_names(DONE, "23个乡镇卫生院、55个村卫生室改扩建进展顺利。", &["乡镇卫生院?", "村卫生室改扩建"]);
    check_doubts_of_names(DONE, "新建10所小学、20所幼儿园。", &["新建小学", "新建幼儿园"]);
}

#[test]
fn how_well_it_goes_is_no_part_of_a_name() {
    check_doubts_of_names(DONE, "120个行政村的试点工作取得初步成效。", &["行政村的试点工作"]);
    check_doubts_of_names(DONE, "总投资5.2亿元的商业广场项目主体封顶。", &["商业广场项目总投资"]);
}

#[test]
fn what_was_built_is_told_from_what_stands() {
    check_names("建成蔬菜大棚300个、仓储库2万平方米", &["300 建成蔬菜大棚", "2 建成仓储库"]);
    check_doubts_of_names(DONE, "累计建成5G基站5.4万个。", &["累计建成5G基站"]);
    check_names("五年累计建成公路200公里", &["200 建成公路"]);
}

#[test]
fn a_payer_alone_is_no_name() {
    check_doubts_of_names(DONE, "中央财政拟安排补贴资金1335亿元。", &["中央财政拟安排补贴资金?"]);
    check_doubts_of_names(DONE, "中央财政安排教育补助资金20亿元。", &["中央财政安排教育补助资金"]);
}

#[test]
fn a_part_of_an_unsaid_whole_is_in_doubt() {
    check_doubts_of_names(
        DONE,
        "其中，农村民生工程投资占44%，技术改造投资占16%。",
        &["农村民生工程投资?", "技术改造投资?"],
    );
    check_doubts_of_names(DONE, "民营经济增加值占地区生产总值的58%。", &["民营经济增加值占地区生产总值"]);
}

#[test]
fn kinds_and_measures_of_a_list_are_completed() {
    check_doubts_of_names(
        DONE,
        "安排重点项目105个，其中，工业类3个、农业类21个。",
        &["重点项目", "工业类重点项目", "农业类重点项目"],
    );
    check_doubts_of_names(
        DONE,
        "新增养老保险参保人数7.6万人、失业保险5.9万人。",
        &["新增养老保险参保人数", "新增失业保险参保人数"],
    );
    check_doubts_of_names(
        DONE,
        "地方财政对教育投入增长23%、文化投入增长45.8%。",
        &["地方财政对教育投入", "地方财政对文化投入"],
    );
}

#[test]
fn a_number_of_another_place_or_of_a_topic_is_in_doubt() {
    check_doubts_of_names(DONE, "上思县资源产业取得新突破，固定资产投资增长37%。", &["固定资产投资?"]);
    check_doubts_of_names(DONE, "养老保险工作全面开展，参保人数达到8000人。", &["参保人数?"]);
    check_doubts_of_names(DONE, "根据市委全会的部署，地区生产总值增长12%。", &["地区生产总值"]);
}

#[test]
fn what_is_taken_in_hand_is_the_subject() {
    check_doubts_of_names(DONE, "用两年时间将基本医疗筹资标准提高到100元。", &["基本医疗筹资标准"]);
    check_doubts_of_names(DONE, "中央财政将安排科技支出1134亿元。", &["中央财政将安排科技支出"]);
    check_doubts_of_names(DONE, "全社会研究与实验发展经费明显增加，达到3664亿元。", &["全社会研究与实验发展经费"]);
}
