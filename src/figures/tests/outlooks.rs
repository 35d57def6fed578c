//! What a report of each kind speaks of where nothing in it says.

use super::super::{Outlook, Reader};

/// The figures of paragraphs under one heading: words, period, status, and whether the time or the status is in doubt.
#[track_caller]
fn check(year: u16, outlook: Outlook, heading: &str, paragraphs: &[&str], expect: &[&str]) {
    let mut reader = Reader::new(Some(year), outlook);
    reader.heading(1, heading);
    let mut rows = Vec::new();
    for text in paragraphs {
        rows.extend(reader.paragraph(text).iter().map(|figure| {
            let doubt = if figure.doubts.is_empty() { "" } else { " ?" };
            format!("{} {} {}{doubt}", figure.span.of(text), figure.period, figure.status.name())
        }));
    }
    assert_eq!(rows, expect, "{heading}");
}

#[test]
fn a_communique_tells_of_its_own_year_whatever_its_headings_are() {
    check(
        2023,
        Outlook::Review,
        "四、人民生活",
        &["全年居民人均可支配收入31256元，增长6.2%。年末常住人口43.98万人。", "2022年粮食产量18万吨。"],
        &["31256元 2023 actual", "增长6.2% 2023 actual", "43.98万人 2023 actual", "18万吨 2022 actual"],
    );
}

#[test]
fn a_five_year_plan_plans_its_five_years() {
    check(
        2021,
        Outlook::Plan((2021, 2025)),
        "第三章 做强工业",
        &[
            "到2025年规模以上工业企业达到200家。",
            "新建高标准农田10万亩，粮食产量稳定在18万吨以上。",
            "“十三五”时期，全县综合实力跃上新台阶。2020年地区生产总值达到210亿元，年均增长6.5%。",
        ],
        &[
            "200家 2025 target",
            "10万亩 2021-2025 target",
            "18万吨以上 2021-2025 target ?",
            "210亿元 2020 actual",
            "年均增长6.5% 2016-2020 actual",
        ],
    );
}

#[test]
fn an_address_dates_and_promises_nothing_that_it_does_not_say() {
    check(
        2023,
        Outlook::Open,
        "二、经济动能",
        &["今年上半年本地生产总值增长2.2%。", "公务员编制约19万个。", "未来五年力争新增公屋3万个。"],
        &["增长2.2% 2023 actual ?", "约19万个  actual ?", "3万个 2023-2027 target"],
    );
}

#[test]
fn a_congress_counts_the_years_of_its_terms_from_its_own_year() {
    check(
        2021,
        Outlook::Congress,
        "一、过去五年的工作",
        &["过去五年，建成学校30所。", "今年新建学校3所。", "五年来，新建公路86公里。"],
        &["30所 2017-2021 actual", "3所 2021 actual", "86公里 2017-2021 actual"],
    );
    check(
        2021,
        Outlook::Congress,
        "二、今后五年的奋斗目标",
        &["今后五年，地区生产总值年均增长6%左右。"],
        &["年均增长6%左右 2022-2026 target"],
    );
}

#[test]
fn a_court_reviews_under_headings_of_every_kind_until_one_looks_ahead() {
    let mut reader = Reader::new(Some(2024), Outlook::ReviewFirst);
    let mut rows = Vec::new();
    for (heading, text) in [
        ("一、坚持服务大局，护航高质量发展", "审结刑事案件426件。"),
        ("二、践行司法为民", "诉前调解成功率76.4%。"),
        ("三、2024年工作安排", "力争诉前调解成功率达到80%以上。"),
        ("四、加强队伍建设", "培训干警200人次。"),
    ] {
        reader.heading(1, heading);
        rows.extend(reader.paragraph(text).iter().map(|one| format!("{} {}", one.period, one.status.name())));
    }
    assert_eq!(rows, ["2023 actual", "2023 actual", "2024 target", "2024 target"]);
}
