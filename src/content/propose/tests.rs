//! Which charts a text gets: one row a chart, its kind, its title and the names in it.

use crate::content;
use crate::import::import;
use crate::text::Source;

/// The charts of a report that looks back on 2022 in `review` and ahead to 2023 in `plan`.
fn charts(review: &str, plan: &str) -> Vec<String> {
    let text = format!(
        "政府工作报告\n——2023年1月5日在青禾区第一届人民代表大会第二次会议上\n区长 林一\n各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n\
         一、2022年工作回顾\n{review}\n二、2023年主要任务\n{plan}\n"
    );
    let imported = import(&Source::new("source.txt", &text)).value;
    let files = content::convert(&imported, "source.txt", &content::Earlier::default()).files;
    let charts = files.iter().filter(|file| file.path.starts_with("charts/"));
    charts.map(|file| row(&String::from_utf8_lossy(&file.bytes))).collect()
}

fn row(chart: &str) -> String {
    let value = |key: &str| {
        let line = chart.lines().find_map(|line| line.strip_prefix(&format!("{key} = ")));
        line.unwrap_or_default().trim_matches('"').to_owned()
    };
    let rows: Vec<&str> = chart.lines().filter_map(|line| Some(line.split_once("# ")?.1)).collect();
    format!("{} | {} | {} | {}", value("kind"), value("subject"), value("title"), rows.join("；"))
}

#[track_caller]
fn check(review: &str, plan: &str, expect: &[&str]) {
    assert_eq!(charts(review, plan), expect, "{review} {plan}");
}

#[test]
fn the_headline_sentence_gives_growth_on_one_scale_and_the_rest_apart() {
    check(
        "经济平稳。",
        "主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%以上，城镇新增就业2万人，城镇登记失业率控制在4%以内。",
        &[
            "targets | 2023年主要预期目标 | 地区生产总值增长6%左右，固定资产投资增长8%以上 | 地区生产总值增长6%左右；固定资产投资增长8%以上",
            "multiples | 2023年其他主要预期目标 | 城镇新增就业2万人，城镇登记失业率控制在4%以内 | 城镇新增就业2万人；城镇登记失业率控制在4%以内",
        ],
    );
}

#[test]
fn amounts_of_one_unit_and_one_sort_share_a_scale() {
    check(
        "粮食产量296.9万吨，肉蛋奶产量100万吨，蔬菜产量830万吨，完成投资90万吨标准煤。",
        "抓好农业。",
        &[
            "bars | 2022年粮食产量等 | 粮食产量296.9万吨，蔬菜产量830万吨 | 粮食产量296.9万吨；肉蛋奶产量100万吨；蔬菜产量830万吨",
        ],
    );
    // One unit is not enough: they are things of several sorts.
    check("建成道路3公里，改造管网5公里，治理河道9公里。", "抓好建设。", &[]);
}

#[test]
fn growth_is_drawn_of_one_year_only() {
    check(
        "地区生产总值增长6%，固定资产投资增长9%，出口下降3%。",
        "抓好增长。",
        &[
            "change | 2022年地区生产总值等的增减 | 地区生产总值增长6%，固定资产投资增长9% | 地区生产总值增长6%；固定资产投资增长9%；出口下降3%",
        ],
    );
    check("五年来，地区生产总值增长6%，固定资产投资增长9%，出口下降3%。", "抓好增长。", &[]);
}

#[test]
fn a_part_of_the_year_is_not_drawn_beside_the_whole() {
    check(
        "地区生产总值增长6%，固定资产投资增长9%，三季度增长4.6%，四季度增长5.6%，上半年产值增长7%，出口下降3%。",
        "抓好增长。",
        &[
            "change | 2022年地区生产总值等的增减 | 地区生产总值增长6%，固定资产投资增长9% | 地区生产总值增长6%；固定资产投资增长9%；出口下降3%",
        ],
    );
}

#[test]
fn places_are_drawn_in_one_field_and_the_value_left_behind_is_no_share() {
    check(
        "进出口总额居全省第4位，财政收入居全省第3位，工业产值居全省第2位，旅游收入居全国第9位。",
        "抓好工业。",
        &[
            "rank | 2022年全省位次 | 进出口总额全省第4位，工业产值全省第2位 | 进出口总额全省第4位；财政收入全省第3位；工业产值全省第2位",
        ],
    );
    check(
        "绿化覆盖率从40%提高到45%，供水普及率98%，污水处理率达到96%。",
        "抓好绿化。",
        &[
            "shares | 2022年绿化覆盖率等 | 绿化覆盖率提高到45%，供水普及率98% | 绿化覆盖率提高到45%；供水普及率98%；污水处理率96%",
        ],
    );
}

#[test]
fn what_is_said_for_two_years_is_a_series() {
    check(
        "人均预期寿命从2020年的75.2岁提升至2022年的76.8岁，城镇化率从2020年的52%提高到2022年的58%。",
        "抓好卫生。",
        &[
            "series | 几项指标前后两年的变化 | 人均预期寿命2020年75.2岁，2022年76.8岁 | 人均预期寿命75.2岁 / 人均预期寿命76.8岁；城镇化率52% / 城镇化率58%",
        ],
    );
}

#[test]
fn a_title_says_of_a_number_that_it_is_a_growth() {
    check(
        "接待游客人次、旅游收入、住宿收入分别增长12%、13.8%、15.2%。",
        "抓好旅游。",
        &[
            "change | 2022年接待游客人次等的增减 | 接待游客人次增长12%，住宿收入增长15.2% | 接待游客人次增长12%；旅游收入增长13.8%；住宿收入增长15.2%",
        ],
    );
}

#[test]
fn a_pair_that_the_report_says_twice_is_drawn_once() {
    check(
        "固定资产投资121.6亿元，接待游客640万人次。\n狠抓项目，固定资产投资121.6亿元。",
        "固定资产投资150亿元，接待游客680万人次。\n狠抓项目，固定资产投资150亿元。",
        &[
            "pairs | 上年完成与今年目标 | 固定资产投资上年121.6亿元，今年目标150亿元 | 固定资产投资121.6亿元 / 固定资产投资150亿元；接待游客640万人次 / 接待游客680万人次",
        ],
    );
}

#[test]
fn what_is_only_foreseen_is_told_as_foreseen() {
    // At the beginning of a sentence the word is said of all of it, in a bracket with 下同 of all that follows.
    check(
        "预计，地区生产总值增长6%；固定资产投资增长9%；社会消费品零售总额增长5%。",
        "抓好发展。",
        &[
            "change | 2022年主要指标增减 | 地区生产总值预计增长6%，固定资产投资预计增长9% | 地区生产总值预计增长6%；固定资产投资预计增长9%；社会消费品零售总额预计增长5%",
        ],
    );
    check(
        "地区生产总值增长6%（预计数，下同）。固定资产投资增长9%。社会消费品零售总额增长5%。",
        "抓好发展。",
        &[
            "change | 2022年主要指标增减 | 地区生产总值预计增长6%，固定资产投资预计增长9% | 地区生产总值预计增长6%；固定资产投资预计增长9%；社会消费品零售总额预计增长5%",
        ],
    );
    // Within a sentence it is said up to the semicolon.
    check(
        "预期目标顺利完成，地区生产总值增长6%；预计固定资产投资增长9%；社会消费品零售总额增长5%。",
        "抓好发展。",
        &[
            "change | 2022年主要指标增减 | 地区生产总值增长6%，固定资产投资预计增长9% | 地区生产总值增长6%；固定资产投资预计增长9%；社会消费品零售总额增长5%",
        ],
    );
}

#[test]
fn two_measures_of_one_statistic_are_not_drawn_side_by_side() {
    check(
        "财政总收入增长24.4%，地方财政收入增长25.2%，工业利润增长24.8%，高新技术产业产值增长14.7%。",
        "抓好发展。",
        &[
            "change | 2022年财政总收入等的增减 | 财政总收入增长24.4%，工业利润增长24.8% | 财政总收入增长24.4%；工业利润增长24.8%；高新技术产业产值增长14.7%",
        ],
    );
}

#[test]
fn the_key_statistics_stand_on_charts_of_their_own() {
    check(
        "地区生产总值235.2亿元，增长6%；固定资产投资110亿元，增长9%；社会消费品零售总额80亿元，增长5%；预计进出口总额增长30%。\n民营经济增加值增长7%。",
        "抓好增长。",
        &[
            "change | 2022年主要指标增减 | 地区生产总值增长6%，进出口总额预计增长30% | 地区生产总值增长6%；固定资产投资增长9%；社会消费品零售总额增长5%；进出口总额预计增长30%",
            "multiples | 2022年主要指标 | 地区生产总值235.2亿元，固定资产投资110亿元 | 地区生产总值235.2亿元；固定资产投资110亿元；社会消费品零售总额80亿元",
        ],
    );
}

#[test]
fn key_statistics_of_several_units_have_a_chart_of_their_own() {
    check(
        "地区生产总值320亿元，进出口总额6.25亿美元，常住人口城镇化率达到51.8%。",
        "经济社会发展主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%以上。全年城镇新增就业4000人，细颗粒物平均浓度控制在30微克/立方米以内。",
        &[
            "targets | 2023年主要预期目标 | 地区生产总值增长6%左右，固定资产投资增长8%以上 | 地区生产总值增长6%左右；固定资产投资增长8%以上",
            "multiples | 2023年其他主要目标 | 城镇新增就业4000人，细颗粒物平均浓度控制在30微克/立方米以内 | 城镇新增就业4000人；细颗粒物平均浓度控制在30微克/立方米以内",
            "multiples | 2022年主要指标 | 地区生产总值320亿元，进出口总额6.25亿美元 | 地区生产总值320亿元；进出口总额6.25亿美元；常住人口城镇化率51.8%",
        ],
    );
    // One alone is no chart.
    check("地区生产总值320亿元。", "抓好增长。", &[]);
    // What is said of a statistic in two ways is said once, and rows of one unit stand together.
    check(
        "地区生产总值320亿元，进出口总额6.25亿美元，一般公共预算收入30亿元。综合实力增强，地区生产总值迈上3万亿台阶。",
        "抓好增长。",
        &[
            "multiples | 2022年主要指标 | 地区生产总值320亿元，一般公共预算收入30亿元 | 地区生产总值320亿元；一般公共预算收入30亿元；进出口总额6.25亿美元",
        ],
    );
}

#[test]
fn a_target_that_another_sentence_sets_stands_with_the_headline_and_takes_its_name() {
    check(
        "经济平稳。",
        "主要预期目标是：地区生产总值增长6%左右，其中一二三产增加值分别增长3%、6%、5%。固定资产投资增长8%以上；城乡居民人均可支配收入分别增长4%、6%左右。城镇调查失业率控制在5.5%以内。",
        &[
            "targets | 2023年主要目标 | 地区生产总值增长6%左右，固定资产投资增长8%以上 | 地区生产总值增长6%左右；一产增加值增长3%；二产增加值增长6%；三产增加值增长5%；固定资产投资增长8%以上；城镇居民人均可支配收入增长4%；农村居民人均可支配收入增长6%左右",
        ],
    );
}

#[test]
fn both_incomes_of_a_list_are_drawn_though_it_says_once_that_they_grew() {
    check(
        "地区生产总值增长5%，固定资产投资增长4%，城乡居民人均可支配收入分别增长8.7%和8.6%。",
        "抓好增收。",
        &[
            "change | 2022年主要指标增减 | 地区生产总值增长5%，城镇居民人均可支配收入增长8.7% | 地区生产总值增长5%；固定资产投资增长4%；城镇居民人均可支配收入增长8.7%；农村居民人均可支配收入增长8.6%",
        ],
    );
}

#[test]
fn what_may_be_of_a_park_is_no_key_statistic() {
    check(
        "地区生产总值增长5%，固定资产投资增长4%。实施园区提升计划，规模以上工业增加值增长12%，社会消费品零售总额增长3%。",
        "抓好园区。",
        &[],
    );
}

#[test]
fn more_targets_than_one_look_takes_stand_on_charts_of_equal_length() {
    let kinds = ["工业", "农业", "林业", "渔业", "旅游", "建材", "机械", "纺织", "食品", "医药"];
    let plan: Vec<String> = kinds.iter().map(|kind| format!("{kind}产值增长6%")).collect();
    let drawn = charts("经济平稳。", &format!("主要预期目标是：{}。", plan.join("，")));
    let rows: Vec<usize> = drawn.iter().map(|row| row.matches('；').count() + 1).collect();
    assert_eq!(rows, [5, 5]);
    assert!(drawn[0].contains("2023年主要预期目标：工业产值等") && drawn[1].contains("2023年主要预期目标：建材产值等"));
}

#[test]
fn the_numbers_of_a_ratio_are_no_pairs_to_draw() {
    check("三次产业比例调整为12.1：57.4：30.5。", "三次产业比例调整为10.2：60.6：29.2。", &[]);
}

#[test]
fn shares_of_several_sentences_are_of_several_wholes() {
    check("绿化覆盖率达到45%。供水普及率98%。污水处理率达到96%。", "抓好绿化。", &[]);
    // How many have no work, and what is not said to be a share.
    check("城镇登记失业率3.5%，供水普及率98%，污水处理率96%，公园开放89.4%。", "抓好绿化。", &[]);
}

#[test]
fn bars_too_short_to_see_beside_the_longest_are_not_drawn() {
    check("新增工业企业2家，新增服务企业24家，新增小微企业5930家。", "抓好企业。", &[]);
}

#[test]
fn a_place_won_by_what_came_new_is_no_place_of_all_there_are() {
    check(
        "新增单项冠军企业22家、居全省第6位，进出口总额居全省第4位，财政收入居全省第3位，园区跻身全省50强。",
        "抓好企业。",
        &[],
    );
}
