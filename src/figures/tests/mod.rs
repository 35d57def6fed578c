//! What the finder makes of the common phrasings: one row a figure.

mod bodies;
mod doubts;
mod names;
mod outlooks;
mod owners;
mod quantities;
mod said_once;
mod spans;
mod whole_lists;
mod why;
mod works;
mod years;

use proptest::prelude::*;

use super::{Doubt, Explained, Figure, Setting, explain, find};

const DONE: &[&str] = &["2022年工作回顾"];
const PLANNED: &[&str] = &["2023年发展目标和重点任务", "一、聚焦提升增长"];

/// `增长6.5%左右 | 6.5 % approx change up | 地区生产总值 | 2023 target`
fn row(paragraph: &str, figure: &Figure) -> String {
    let high = figure.high.map_or_else(String::new, |high| format!("..{high}"));
    let direction = figure.direction.map_or_else(String::new, |way| format!(" {}", way.name()));
    let (qualifier, kind, status) = (figure.qualifier.name(), figure.kind.name(), figure.status.name());
    let (span, value, unit) = (figure.span.of(paragraph), figure.value, &figure.unit);
    let (indicator, period) = (&figure.indicator, &figure.period);
    format!("{span} | {value}{high} {unit} {qualifier} {kind}{direction} | {indicator} | {period} {status}")
}

#[track_caller]
fn check_in(headings: &[&str], paragraph: &str, expect: &[&str]) {
    let setting = Setting { report_year: Some(2023), headings, ..Setting::default() };
    let rows: Vec<String> = find(paragraph, setting).iter().map(|figure| row(paragraph, figure)).collect();
    assert_eq!(rows, expect, "{paragraph}");
}

/// The rows of a paragraph that looks back on 2022.
#[track_caller]
fn check(paragraph: &str, expect: &[&str]) {
    check_in(DONE, paragraph, expect);
}

/// Value, unit and indicator only.
#[track_caller]
fn check_names(paragraph: &str, expect: &[&str]) {
    let setting = Setting { report_year: Some(2023), headings: DONE, ..Setting::default() };
    let figures = find(paragraph, setting);
    let names: Vec<String> =
        figures.iter().map(|figure| format!("{} {}", figure.number.of(paragraph), figure.indicator)).collect();
    assert_eq!(names, expect, "{paragraph}");
}

/// The names of a paragraph, those in doubt with `?`.
#[track_caller]
fn check_doubts_of_names(headings: &[&str], paragraph: &str, expect: &[&str]) {
    let reading = explain(paragraph, Setting { report_year: Some(2023), headings, ..Setting::default() });
    let doubted = |one: &Explained| one.figure.doubts.contains(&Doubt::Name);
    let row = |one: &Explained| format!("{}{}", one.figure.indicator, if doubted(one) { "?" } else { "" });
    assert_eq!(reading.figures.iter().map(row).collect::<Vec<_>>(), expect, "{paragraph}");
}

#[track_caller]
fn check_none(paragraph: &str) {
    check(paragraph, &[]);
}

#[test]
fn an_amount_and_its_growth_share_the_subject() {
    check(
        "全年地区生产总值完成235.2亿元，同比增长18.5%；地方财政总收入完成20.67亿元。",
        &[
            "235.2亿元 | 235.2 亿元 eq level | 地区生产总值 | 2022 actual",
            "增长18.5% | 18.5 % eq change up | 地区生产总值 | 2022 actual",
            "20.67亿元 | 20.67 亿元 eq level | 地方财政总收入 | 2022 actual",
        ],
    );
}

#[test]
fn a_remark_in_brackets_cuts_no_clause() {
    check(
        "生产总值完成243.8亿元（初步统计，下同），增长22.6%",
        &[
            "243.8亿元 | 243.8 亿元 eq level | 生产总值 | 2022 actual",
            "增长22.6% | 22.6 % eq change up | 生产总值 | 2022 actual",
        ],
    );
}

#[test]
fn words_around_the_number_qualify_it() {
    check_in(
        PLANNED,
        "地区生产总值增长6.5%左右；年内新增上市企业不少于1家，力争外贸进出口额突破100亿元，年内不良贷款率控制在1.5%以内。",
        &[
            "增长6.5%左右 | 6.5 % approx change up | 地区生产总值 | 2023 target",
            "不少于1家 | 1 家 ge level | 新增上市企业 | 2023 target",
            "突破100亿元 | 100 亿元 gt level | 外贸进出口额 | 2023 target",
            "控制在1.5%以内 | 1.5 % le share | 不良贷款率 | 2023 target",
        ],
    );
    check(
        "2万多名医务工作者向险而行，拉动消费近390亿元，节约资金约3亿元。",
        &[
            "2万多名 | 2 万名 gt level | 医务工作者向险而行 | 2022 actual",
            "近390亿元 | 390 亿元 near level | 拉动消费 | 2022 actual",
            "约3亿元 | 3 亿元 approx level | 节约资金 | 2022 actual",
        ],
    );
}

#[test]
fn a_qualifier_after_the_last_of_a_list_holds_for_all() {
    check(
        "确保养老保险和基本医疗保险参保率保持在90%和98%以上",
        &[
            "90% | 90 % ge share | 养老保险参保率 | 2022 actual",
            "98%以上 | 98 % ge share | 基本医疗保险参保率 | 2022 actual",
        ],
    );
}

#[test]
fn a_list_that_goes_on_keeps_its_order() {
    check(
        "城乡低保平均标准分别从2017年的645元/月、4318元/年提高到2022年的801元/月、7226元/年",
        &[
            "645元/月 | 645 元/月 eq level | 城镇低保平均标准 | 2017 actual",
            "4318元/年 | 4318 元/年 eq level | 农村低保平均标准 | 2017 actual",
            "801元/月 | 801 元/月 eq level | 城镇低保平均标准 | 2022 actual",
            "7226元/年 | 7226 元/年 eq level | 农村低保平均标准 | 2022 actual",
        ],
    );
    check_names(
        "城镇居民人均可支配收入17175元，农村居民人均纯收入5153元，实际增长9.8%和8.5%",
        &[
            "17175 城镇居民人均可支配收入",
            "5153 农村居民人均纯收入",
            "9.8 城镇居民人均可支配收入",
            "8.5 农村居民人均纯收入",
        ],
    );
    check_names(
        "财政总收入187.4亿元，增长24.4%，其中地方财政收入再创历史新高，达101.97亿元",
        &["187.4 财政总收入", "24.4 财政总收入", "101.97 地方财政收入"],
    );
    check_in(
        &["“十三五”时期工作回顾"],
        "一般公共预算收入、税收收入年均分别增长4.5%、3%",
        &[
            "增长4.5% | 4.5 % eq change up | 一般公共预算收入 | 2016-2020 actual",
            "3% | 3 % eq change up | 税收收入 | 2016-2020 actual",
        ],
    );
}

#[test]
fn from_and_to_are_two_values_of_one_thing() {
    check(
        "经营主体从689万户增至951万户，社会物流总费用与GDP的比率从14.7%降至13%左右、优于全国约1个百分点",
        &[
            "689万户 | 689 万户 eq level | 经营主体 | 2021 actual",
            "增至951万户 | 951 万户 eq level | 经营主体 | 2022 actual",
            "14.7% | 14.7 % eq share | 社会物流总费用与GDP的比率 | 2021 actual",
            "降至13%左右 | 13 % approx share | 社会物流总费用与GDP的比率 | 2022 actual",
            "优于全国约1个百分点 | 1 个百分点 approx change up | 社会物流总费用与GDP的比率 | 2022 actual",
        ],
    );
}

#[test]
fn ranks_keep_their_scope_out_of_the_name() {
    check(
        "水环境质量指数排名全省第十四、全市第二，科技型中小企业数从全国第13位升至第5位",
        &[
            "第十四 | 14 位 eq rank | 水环境质量指数 | 2022 actual",
            "第二 | 2 位 eq rank | 水环境质量指数 | 2022 actual",
            "第13位 | 13 位 eq rank | 科技型中小企业数 | 2021 actual",
            "第5位 | 5 位 eq rank | 科技型中小企业数 | 2022 actual",
        ],
    );
    check_in(
        PLANNED,
        "锚定“挺进全省前45名、跻身全国百强区”目标定位，综合实力排名进入全省开发区前20%",
        &["前45名 | 45 名 le rank | 全省排名 | 2023 target", "前20% | 20 % le rank | 综合实力 | 2023 target"],
    );
}

#[test]
fn orders_to_cut_are_declines() {
    check(
        "年平均减少燃烧损失383万吨、减少二氧化碳排放985万吨，压减煤炭总量6.5万吨，重污染天气减少38天",
        &[
            "年平均减少燃烧损失383万吨 | 383 万吨 eq change down | 燃烧损失 | 2022 actual",
            "减少二氧化碳排放985万吨 | 985 万吨 eq change down | 二氧化碳排放 | 2022 actual",
            "压减煤炭总量6.5万吨 | 6.5 万吨 eq change down | 煤炭总量 | 2022 actual",
            "减少38天 | 38 天 eq change down | 重污染天气 | 2022 actual",
        ],
    );
}

#[test]
fn a_text_in_traditional_characters_is_read_and_keeps_its_script() {
    check(
        "新增造林面積1.6萬畝，森林覆蓋率達21.4%、提高2.3個百分點；糧食總產量65.9萬噸，累計動遷4430戶，財政收入突破千億元",
        &[
            "1.6萬畝 | 1.6 萬畝 eq level | 新增造林面積 | 2022 actual",
            "21.4% | 21.4 % eq share | 森林覆蓋率 | 2022 actual",
            "提高2.3個百分點 | 2.3 個百分點 eq change up | 森林覆蓋率 | 2022 actual",
            "65.9萬噸 | 65.9 萬噸 eq level | 糧食總產量 | 2022 actual",
            "4430戶 | 4430 戶 eq level | 累計動遷 | 2022 actual",
            "突破千億元 | 1000 億元 gt level | 財政收入 | 2022 actual",
        ],
    );
}

#[test]
fn a_place_that_was_won_or_moved_is_a_rank() {
    check(
        "跻身全国县域旅游50强，综合实力由39位提升到31位，专家由39位增加到51位，投资环境位次前移3位",
        &[
            "50强 | 50 强 le rank | 全国县域旅游排名 | 2022 actual",
            "39位 | 39 位 eq rank | 综合实力 | 2021 actual",
            "31位 | 31 位 eq rank | 综合实力 | 2022 actual",
            "39位 | 39 位 eq level | 专家 | 2021 actual",
            "增加到51位 | 51 位 eq level | 专家 | 2022 actual",
            "前移3位 | 3 位 eq change up | 投资环境位次 | 2022 actual",
        ],
    );
    check("引进世界500强企业，进入全国100强的企业达3家", &["3家 | 3 家 eq level | 进入全国100强的企业 | 2022 actual"]);
}

#[test]
fn a_floor_and_a_stretch_are_two_targets() {
    check_in(
        PLANNED,
        "生产总值增长7%以上、力争达到8%",
        &["增长7%以上 | 7 % ge change up | 生产总值 | 2023 target", "8% | 8 % eq change up | 生产总值 | 2023 target"],
    );
}

#[test]
fn a_bound_before_the_first_of_a_list_holds_for_all() {
    check(
        "城镇和农村居民收入分别超过8万元、4.5万元，城乡低保标准提高到不低于740元/月和485元/月",
        &[
            "超过8万元 | 8 万元 gt level | 城镇居民收入 | 2022 actual",
            "4.5万元 | 4.5 万元 gt level | 农村居民收入 | 2022 actual",
            "提高到不低于740元/月 | 740 元/月 ge level | 城镇低保标准 | 2022 actual",
            "485元/月 | 485 元/月 ge level | 农村低保标准 | 2022 actual",
        ],
    );
}

#[test]
fn a_minus_is_a_decline() {
    check(
        "工业增加值、固定资产投资、社会消费品零售总额分别增长4.2%、7.6%、-1.2%",
        &[
            "增长4.2% | 4.2 % eq change up | 工业增加值 | 2022 actual",
            "7.6% | 7.6 % eq change up | 固定资产投资 | 2022 actual",
            "-1.2% | -1.2 % eq change down | 社会消费品零售总额 | 2022 actual",
        ],
    );
}

#[test]
fn relief_for_someone_is_a_decline() {
    check(
        "全年为企业减少地方税费180亿元，平均压减时间58%、材料52%",
        &[
            "减少地方税费180亿元 | 180 亿元 eq change down | 企业减少地方税费 | 2022 actual",
            "压减时间58% | 58 % eq change down | 时间 | 2022 actual",
            "52% | 52 % eq change down | 材料 | 2022 actual",
        ],
    );
}

proptest! {
    /// Any text is read without a panic, and what is found stands in it, in order.
    #[test]
    fn figures_stand_in_the_text_they_were_found_in(
        text in "[0-9０-９%％.．,，、。；：:（）《》“”—\\-~/百千万亿元个家户人%增长下降达到超近约分别和从由至第前年月日倍番成是的等了为以上内左右a-zA-Z \u{3000}\u{4e00}-\u{4e20}]{0,80}",
        year in proptest::option::of(0u16..=u16::MAX),
    ) {
        let figures = find(&text, Setting { report_year: year, headings: &["过去五年工作回顾"], ..Setting::default() });
        for figure in &figures {
            prop_assert!(figure.span.contains(figure.number));
            prop_assert!(!figure.number.of(&text).is_empty());
        }
        prop_assert!(figures.windows(2).all(|pair| pair[0].number.start < pair[1].number.start));
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text in "\\PC{0,60}", heading in "\\PC{0,12}") {
        find(&text, Setting { report_year: None, headings: &[&heading], ..Setting::default() });
    }
}
