//! What is a number, and to where its unit goes: one row a figure.

use super::{PLANNED, check, check_in, check_names, check_none};

#[test]
fn ranges_have_two_ends() {
    check_in(
        PLANNED,
        "每条产业链确定2—3家链主企业，国内生产总值增长6.5%-7%",
        &[
            "2—3家 | 2..3 家 range level | 每条产业链链主企业 | 2023 target",
            "增长6.5%-7% | 6.5..7 % range change up | 国内生产总值 | 2023 target",
        ],
    );
}

#[test]
fn the_members_of_a_ratio_are_figures_and_its_base_is_not() {
    check(
        "三次产业比重由上年的２０∶４７．１∶３２．９调整为17：49.9：33.1，城乡居民收入比缩小至2.21∶1",
        &[
            "２０ | 20  eq share | 三次产业比重中第一产业 | 2021 actual",
            "４７．１ | 47.1  eq share | 三次产业比重中第二产业 | 2021 actual",
            "３２．９ | 32.9  eq share | 三次产业比重中第三产业 | 2021 actual",
            "17 | 17  eq share | 三次产业比重中第一产业 | 2022 actual",
            "49.9 | 49.9  eq share | 三次产业比重中第二产业 | 2022 actual",
            "33.1 | 33.1  eq share | 三次产业比重中第三产业 | 2022 actual",
            "缩小至2.21∶1 | 2.21  eq level | 城乡居民收入比 | 2022 actual",
        ],
    );
}

#[test]
fn multiples_are_neither_growth_nor_level() {
    check(
        "空港旅客吞吐量实现183万人次，是2010年的3倍，工业利润增长超过5倍，肉牛屠宰量实现翻番。",
        &[
            "183万人次 | 183 万人次 eq level | 空港旅客吞吐量 | 2022 actual",
            "3倍 | 3 倍 eq multiple | 空港旅客吞吐量 | 2022 actual",
            "增长超过5倍 | 5 倍 gt multiple | 工业利润 | 2022 actual",
            "番 | 1 番 eq multiple | 肉牛屠宰量 | 2022 actual",
        ],
    );
}

#[test]
fn compound_units_are_one_unit() {
    check(
        "PM2.5年均浓度为27微克／立方米、下降15.6%，外调绿电规模达450亿千瓦时，保障重大项目用能1302万吨标准煤，人口出生率14.33‰",
        &[
            "27微克／立方米 | 27 微克/立方米 eq level | PM2.5年均浓度 | 2022 actual",
            "下降15.6% | 15.6 % eq change down | PM2.5年均浓度 | 2022 actual",
            "450亿千瓦时 | 450 亿千瓦时 eq level | 外调绿电规模 | 2022 actual",
            "1302万吨标准煤 | 1302 万吨标准煤 eq level | 保障重大项目用能 | 2022 actual",
            "14.33‰ | 14.33 ‰ eq share | 人口出生率 | 2022 actual",
        ],
    );
}

#[test]
fn a_unit_is_read_to_its_end_with_its_bracket() {
    check(
        "改造城市危旧房3.1万套（间），PM2.5平均浓度降至28.5微克每立方米，牲畜存栏16.4万头（只）以上，发行5亿元（三年期）",
        &[
            "3.1万套（间） | 3.1 万套（间） eq level | 改造城市危旧房 | 2022 actual",
            "降至28.5微克每立方米 | 28.5 微克每立方米 eq level | PM2.5平均浓度 | 2022 actual",
            "16.4万头（只）以上 | 16.4 万头（只） ge level | 牲畜存栏 | 2022 actual",
            "5亿元 | 5 亿元 eq level | 发行 | 2022 actual",
        ],
    );
}

#[test]
fn full_width_digits_and_spaces_read_as_numbers() {
    check(
        "进出口总额增长３７．１％，达到８５１２亿美元，新增参保 10467 人，财政收入1,234.5亿元",
        &[
            "增长３７．１％ | 37.1 % eq change up | 进出口总额 | 2022 actual",
            "８５１２亿美元 | 8512 亿美元 eq level | 进出口总额 | 2022 actual",
            "10467 人 | 10467 人 eq level | 新增参保 | 2022 actual",
            "1,234.5亿元 | 1234.5 亿元 eq level | 财政收入 | 2022 actual",
        ],
    );
}

#[test]
fn clear_counts_in_chinese_numerals_are_read() {
    check(
        "引进企业十二家，行政审批压减三分之一以上，工业投资是“十五”期间的两倍，旅游收入突破千亿元，群众满意度提高两个百分点",
        &[
            "十二家 | 12 家 eq level | 引进企业 | 2022 actual",
            "压减三分之一以上 | 0.3333333333333333  ge change down | 行政审批 | 2022 actual",
            "两倍 | 2 倍 eq multiple | 工业投资 | 2022 actual",
            "突破千亿元 | 1000 亿元 gt level | 旅游收入 | 2022 actual",
            "提高两个百分点 | 2 个百分点 eq change up | 群众满意度 | 2022 actual",
        ],
    );
    check_none("实施三大行动，建设十个园区，推出二十条措施，跻身百强县，三分天下");
}

#[test]
fn names_dates_and_thresholds_are_no_quantities() {
    check_none("“431”现代产业体系加速构建，落实“八抓20条”，推进“5+N”和16+16园区共建、2×35万千瓦项目");
    check_none("编制完成《现代水网规划（2022—2035）》");
    check_none(
        "第十九届人民代表大会，第5次获得优秀，2022年1月5日，1、2号机组，18—22号泊位，C919、5G、3.0版、4A级景区、PM2.5",
    );
    check_none("60岁以上老年人，打造15分钟生活圈，世界500强，20万吨级航道，500千伏变电站，12345热线，成立75周年");
    check_none("44省道上松线改造完工，打通107国道");
    check_names(
        "为100所海拔1500米以上农村学校建设供暖设施，建成250个健身路径或3人制篮球场，推出18项制度创新成果",
        &["100 海拔1500米以上农村学校建设供暖设施", "250 建成健身路径或3人制篮球场", "18 推出制度创新成果"],
    );
    check_names("劳动年龄人口平均受教育年限达11年", &["11 劳动年龄人口平均受教育年限"]);
    check_names(
        "引进10亿元以上项目32个，产值超30亿元的工业企业达到3家",
        &["32 引进10亿元以上项目", "3 产值超30亿元的工业企业"],
    );
}

#[test]
fn a_unit_given_once_holds_for_the_list() {
    check(
        "工业技改投资、制造业技改投资增速分别高于全国12.7个、12个百分点",
        &[
            "高于全国12.7个 | 12.7 个百分点 eq change up | 工业技改投资增速 | 2022 actual",
            "12个百分点 | 12 个百分点 eq change up | 制造业技改投资增速 | 2022 actual",
        ],
    );
}

#[test]
fn more_may_stand_inside_a_number_of_several_magnitudes() {
    check(
        "出境旅游达到1亿3千多万人次，游客2亿5百余万人次。",
        &[
            "1亿3千多万人次 | 1.3 亿人次 gt level | 出境旅游 | 2022 actual",
            "2亿5百余万人次 | 2.05 亿人次 gt level | 游客 | 2022 actual",
        ],
    );
}

#[test]
fn a_limit_or_a_place_in_a_list_says_which_ones_are_meant() {
    check_names("关停10万千瓦及以下燃煤机组5台", &["5 关停10万千瓦及以下燃煤机组"]);
    check_names("布局一批50万千瓦以上风光基地，推广550大卡以上热值煤矸石", &[]);
    check_names("特殊教育学校覆盖20万人口以上的县", &[]);
    check_names("新增ESI全球前1‰学科1个", &["1 新增ESI全球前1‰学科"]);
    check_names("首次退出全国168个重点城市空气质量“后十位”", &[]);
    check_names("安全生产考核连续3次获评优秀", &[]);
    check_names("编制服务业扩大开放3.0方案", &[]);
    check_names("打造5条多式联运示范线路", &["5 多式联运示范线路"]);
}

#[test]
fn brackets_and_steps_belong_to_what_they_follow() {
    check(
        "创建幸福河湖35条（段），粮食产能迈上1000亿斤新台阶，耕地面积净增212万亩",
        &[
            "35条（段） | 35 条（段） eq level | 创建幸福河湖 | 2022 actual",
            "1000亿斤新台阶 | 1000 亿斤 ge level | 粮食产能 | 2022 actual",
            "增212万亩 | 212 万亩 eq change up | 耕地面积 | 2022 actual",
        ],
    );
    check_names(
        "建设100个冰雪运动训练室（场），万人发明专利拥有量（件）增长10%",
        &["100 建设冰雪运动训练室（场）", "10 万人发明专利拥有量"],
    );
}
