//! Golden pictures of every kind, and laws that hold for any chart.
//!
//! A row is `name | mark | mark` or, where some share a scale, `name @scale | mark`; a mark is `series number label`. The number carries its bound (`>=`, `>`, `<=`, `<`, `~`
//! about, `^` near, `5..6` range) and its direction (`+`, `-`) in front; a series that ends with 目标 is planned.
//! `INSTA_UPDATE=always cargo test chart` renews the pictures in `snapshots/`.

use std::sync::LazyLock;

use proptest::prelude::*;
use roxmltree::{Document, Node};

use super::svg_writer::EM;
use super::*;
use crate::text::Binding;
use crate::words::Language;

/// The words of the charts here.
pub(super) fn chinese() -> &'static Words {
    static WORDS: LazyLock<Words> = LazyLock::new(|| Words::of(Language::Chinese));
    &WORDS
}

/// Reads the notation above.
pub(super) fn chart(kind: Kind, rows: &str) -> Chart {
    let row = |line: &str| {
        let mut parts = line.split(" | ").map(str::trim);
        let (label, scale) = parts.next().map_or(("", ""), |name| name.split_once(" @").unwrap_or((name, "")));
        let marks = parts.map(|part| mark(kind, label, part)).collect();
        Row { label: label.to_owned(), marks, scale: scale.to_owned() }
    };
    let rows = rows.lines().map(str::trim).filter(|line| !line.is_empty()).map(row).collect();
    Chart { kind, id: "t".into(), title: "图".into(), rows, ..Chart::default() }
}

fn mark(kind: Kind, name: &str, part: &str) -> Mark {
    let [series, number, label] = part.splitn(3, ' ').collect::<Vec<_>>()[..] else { panic!("not a mark: {part}") };
    let signs = [('+', Direction::Up), ('-', Direction::Down)];
    let direction = signs.iter().find(|(sign, _)| number.starts_with(*sign)).map(|(_, direction)| *direction);
    let number = number.trim_start_matches(['+', '-']);
    let bounds = [
        (">=", Bound::AtLeast),
        (">", Bound::MoreThan),
        ("<=", Bound::AtMost),
        ("<", Bound::LessThan),
        ("~", Bound::About),
        ("^", Bound::Near),
    ];
    let found = bounds.iter().find_map(|(sign, bound)| number.strip_prefix(sign).map(|rest| (rest, *bound)));
    let (number, bound) = found.unwrap_or((number, Bound::Exact));
    let (low, high) = number.split_once("..").map_or((number, None), |(low, high)| (low, high.parse().ok()));
    let bound = if high.is_some() && kind != Kind::Rank { Bound::Range } else { bound };
    Mark {
        value: low.parse().expect("a number"),
        high,
        label: label.into(),
        bound,
        direction,
        role: if series.ends_with("目标") { Role::Planned } else { Role::Done },
        series: Some(series.to_owned()).filter(|series| !matches!(series.as_str(), "完成" | "目标")),
        href: "#s".into(),
        spoken: format!("{name}{label}"),
    }
}

/// Compares the standalone picture with the golden one and holds the laws for both drawings.
#[track_caller]
fn check(name: &str, kind: Kind, rows: &str) {
    let chart = chart(kind, rows);
    obeys_the_laws(&chart);
    insta::with_settings!({prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_binary_snapshot!(&format!("{name}.svg"), draw_standalone(&chart, chinese(), &Binding::default()).into_bytes());
    });
}

/// What must be true of every drawing.
#[track_caller]
fn obeys_the_laws(chart: &Chart) {
    for svg in [
        draw(chart, chinese(), &Binding::default(), TypeSize::Usual),
        draw_standalone(chart, chinese(), &Binding::default()),
    ] {
        let document = Document::parse(&svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
        for node in document.descendants().filter(Node::is_element) {
            assert!(node.attribute("style").is_none(), "a strict policy forbids style attributes");
            let id = node.attribute("id").unwrap_or("t-");
            assert!(id.starts_with("t-"), "{id} is not this chart's");
            let fill = node.attribute("fill").unwrap_or("url(#t-hatch)");
            assert_eq!(fill, "url(#t-hatch)", "colours belong to the stylesheet");
        }
        no_number_but_the_labels(chart, &document);
    }
    let svg = draw(chart, chinese(), &Binding::default(), TypeSize::Usual);
    let document = Document::parse(&svg).expect("parsed before");
    every_mark_is_a_link(chart, &document);
    texts_keep_apart(&document);
}

#[track_caller]
fn no_number_but_the_labels(chart: &Chart, document: &Document<'_>) {
    let mut given = vec![chart.title.clone(), chart.subject.clone(), chart.source.clone()];
    for row in &chart.rows {
        given.push(row.label.clone());
        given.extend(row.marks.iter().flat_map(|mark| [mark.label.clone(), mark.series.clone().unwrap_or_default()]));
    }
    let texts = document.descendants().filter(|node| node.is_text() && !within(*node, "style", 1));
    for text in texts.filter_map(|node| node.text()) {
        for number in text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|number| !number.is_empty()) {
            assert!(given.iter().any(|given| given.contains(number)), "{number} is nobody's label");
        }
    }
}

/// Whether a node lies inside that many elements of a name, or more.
fn within(node: Node<'_, '_>, name: &str, deep: usize) -> bool {
    node.ancestors().filter(|node| node.tag_name().name() == name).count() >= deep
}

#[track_caller]
fn every_mark_is_a_link(chart: &Chart, document: &Document<'_>) {
    let marks: Vec<_> = chart.rows.iter().flat_map(|row| &row.marks).filter(|mark| !mark.href.is_empty()).collect();
    let links: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == "a").collect();
    assert_eq!(links.len(), marks.len());
    for link in &links {
        assert!(link.ancestors().any(|node| node.attribute("role") == Some("listitem")));
        assert!(link.attribute("aria-label").is_some());
        let hit = link.children().find(|node| node.attribute("class") == Some("c-hit")).expect("a place to tap");
        let height: f64 = em(hit, "height");
        assert!(height * EM >= 44.0, "{height} em are too low for a finger");
    }
}

/// Texts on one line of a page of 18 em, left-aligned and right-aligned, leave each other room.
#[track_caller]
fn texts_keep_apart(document: &Document<'_>) {
    let mut boxes: Vec<(f64, f64, f64, String)> = Vec::new();
    let lines = document.descendants().filter(|node| matches!(node.tag_name().name(), "text" | "tspan"));
    for line in lines.filter(|node| !within(*node, "svg", 2)) {
        let Some(text) = line.first_child().filter(Node::is_text).and_then(|child| child.text()) else { continue };
        let width = crate::text::width(text);
        let x = line.attribute("x").unwrap_or("0").trim_end_matches('%').parse::<f64>().expect("a place") * 0.18;
        let x = x + em(line, "dx");
        let ends = line.ancestors().any(|node| node.attribute("text-anchor").is_some());
        let left = if ends { x - width } else { x };
        boxes.push((em(line, "y"), left, left + width, text.to_owned()));
    }
    for (at, (y, left, right, text)) in boxes.iter().enumerate() {
        let alone = crate::text::wrap(text, 0.0).len() == 1;
        assert!(alone || (*left > -0.001 && *right < 18.001), "{text} does not fit: {left} to {right}");
        for (_, other_left, other_right, other) in boxes[at + 1..].iter().filter(|other| (other.0 - y).abs() < 1.0) {
            assert!(alone || right <= other_left || other_right <= left, "{text} runs into {other}");
        }
    }
}

fn em(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or("0").trim_end_matches("em").parse().expect("a length in em")
}

#[test]
fn targets_are_drawn_as_what_they_claim() {
    check(
        "targets",
        Kind::Targets,
        "地区生产总值 | 目标 +~6.5 增长6.5%左右
         一般公共预算收入 | 目标 +>=5 增长5%以上
         固定资产投资 | 目标 +>=10 增长10%以上
         城镇登记失业率 | 目标 <=1.5 控制在1.5%以内
         居民消费价格涨幅 | 目标 <3 低于3%
         工业增加值 | 目标 +5..6 增长5%—6%
         外贸进出口 | 目标 +>7 增长超过7%
         财政收入 | 目标 +4.5 增长4.5%",
    );
}

#[test]
fn results_are_solid() {
    check(
        "bars",
        Kind::Bars,
        "高新技术产业产值占规模以上工业总产值的比重 | 完成 24.6 24.6%
         技术改造投资 | 完成 >28.2 超过28.2%
         工业用电量 | 完成 ^12 近12%
         外贸进出口 | 完成 ~8 约8%",
    );
}

#[test]
fn decline_goes_left_and_growth_right() {
    check(
        "change",
        Kind::Change,
        "规模以上工业增加值 | 完成 +8.2 增长8.2%
         固定资产投资 | 完成 -15.5 下降15.5%
         万元地区生产总值能耗 | 目标 ->=3.2 下降3.2%以上
         进出口总额 | 完成 -~4 下降4%左右",
    );
}

#[test]
fn done_and_planned_stand_under_one_another_on_a_scale_of_their_own() {
    check(
        "pairs",
        Kind::Pairs,
        "省外到位资金 | 2022年完成 60.3 60.3亿元 | 2023年目标 65 65亿元
         实际利用外资 | 2022年完成 5750 5750万美元 | 2023年目标 9500 9500万美元
         农村生活污水治理 | 2022年完成 39 39个 | 2023年目标 >=25 25个以上",
    );
}

#[test]
fn words_too_long_to_stand_beside_a_bar_stand_above_it() {
    check(
        "pairs-long",
        Kind::Pairs,
        "城乡居民人均可支配收入增速 | 2022年完成 +5.1 同比增长5.1%左右 | 2023年目标 +>=6 与经济增长同步达到6%以上",
    );
}

#[test]
fn a_share_lies_on_the_whole() {
    check(
        "shares",
        Kind::Shares,
        "民生支出占一般公共预算支出 | 完成 82.5 82.5%
         城乡居民基本医疗保险参保率 | 目标 >=95 稳定在95%以上
         农村自来水普及率 | 完成 ^98 近98%",
    );
}

#[test]
fn the_first_place_is_at_the_left() {
    check(
        "rank",
        Kind::Rank,
        "高质量发展综合考核 | 完成 14 全省第十四
         固定资产投资增速 | 完成 2 全市第二
         进出口增速 | 完成 1..8 全市第一",
    );
}

#[test]
fn numbers_of_different_units_have_no_length() {
    check(
        "multiples",
        Kind::Multiples,
        "国内生产总值 | 目标 +~5 增长5%左右
         城镇新增就业 | 目标 >=1200 1200万人以上
         赤字率 | 目标 <=4 4%以内",
    );
}

#[test]
fn a_number_alone_in_its_unit_is_said_and_not_drawn() {
    let shapes = |number: &str| {
        let drawn = draw(
            &chart(Kind::Multiples, &format!("城镇化率 | 完成 {number}")),
            chinese(),
            &Binding::default(),
            TypeSize::Usual,
        );
        drawn.matches("<rect").count() - drawn.matches("c-hit").count()
    };
    assert_eq!(shapes("63 63%"), 0);
    assert_eq!(shapes(">=63 63%以上"), 0, "a short bar would be read as a small number");
}

#[test]
fn numbers_of_one_unit_have_bars_among_others_that_have_none() {
    check(
        "multiples-bars",
        Kind::Multiples,
        "生产总值 @亿元 | 完成 415.9 415.9亿元
         财政总收入 @亿元 | 完成 162 162亿元
         城镇居民人均可支配收入 @元 | 完成 9526 9526元
         农民人均纯收入 @元 | 完成 >3534 超过3534元
         外贸进出口总额 @亿美元 | 完成 1.6 1.6亿美元
         城镇登记失业率 | 完成 <=2.7 控制在2.7%以内",
    );
}

#[test]
fn a_row_is_compared_with_those_of_its_own_scale_only() {
    let chart =
        chart(Kind::Multiples, "甲 @元 | 完成 5 5元\n乙 @元 | 完成 10 10元\n丙 @人 | 完成 90 90人\n丁 | 完成 3 3%");
    let on_one_scale = |row: &Row| chart.on_one_scale(row).len();
    assert_eq!(chart.rows.iter().map(on_one_scale).collect::<Vec<_>>(), [2, 2, 1, 1]);
    let drawn = draw(&chart, chinese(), &Binding::default(), TypeSize::Usual);
    assert_eq!(drawn.matches("c-bar").count(), 2);
    let said = chinese().get("drawing.one_unit");
    assert!(!said.is_empty() && description(&chart, chinese()).contains(said));
}

#[test]
fn periods_stand_under_one_another() {
    check(
        "series",
        Kind::Series,
        "粮食总产量 | 2022年 13695 13695亿斤 | 2023年 13908 13908亿斤 | 2025年目标 ~14000 1.4万亿斤左右",
    );
}

#[test]
fn a_page_gets_links_and_the_measures_of_its_column() {
    let chart = chart(Kind::Targets, "地区生产总值 | 目标 +~6.5 增长6.5%左右");
    insta::assert_snapshot!(draw(&chart, chinese(), &Binding::default(), TypeSize::Usual));
}

#[test]
fn a_chart_of_nothing_is_well_formed() {
    for kind in KINDS {
        obeys_the_laws(&chart(kind, ""));
        obeys_the_laws(&chart(kind, "名"));
    }
}

#[test]
fn a_mark_without_an_address_is_no_link() {
    let mut chart = chart(Kind::Bars, "甲 | 完成 1 1个");
    chart.rows[0].marks[0].href.clear();
    assert!(!draw(&chart, chinese(), &Binding::default(), TypeSize::Usual).contains("<a "));
}

const KINDS: [Kind; 8] =
    [Kind::Bars, Kind::Targets, Kind::Change, Kind::Pairs, Kind::Shares, Kind::Rank, Kind::Multiples, Kind::Series];

const BOUNDS: [Bound; 8] = [
    Bound::Exact,
    Bound::AtLeast,
    Bound::MoreThan,
    Bound::AtMost,
    Bound::LessThan,
    Bound::About,
    Bound::Near,
    Bound::Range,
];

prop_compose! {
    fn any_mark()(
        value in any::<f64>(),
        high in any::<Option<f64>>(),
        label in "\\PC{0,40}",
        bound in prop::sample::select(&BOUNDS[..]),
        down in any::<Option<bool>>(),
        series in prop::option::of("\\PC{0,12}"),
        planned in any::<bool>(),
    ) -> Mark {
        let direction = down.map(|down| if down { Direction::Down } else { Direction::Up });
        let role = if planned { Role::Planned } else { Role::Done };
        Mark { value, high, spoken: label.clone(), label, bound, direction, series, role, href: "#s".into() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_and_no_number_breaks_a_law(
        kind in prop::sample::select(&KINDS[..]),
        rows in prop::collection::vec(("\\PC{0,40}", prop::collection::vec(any_mark(), 0..4)), 0..5),
    ) {
        let rows = rows.into_iter().map(|(label, marks)| Row { label, marks, ..Row::default() }).collect();
        let chart = Chart { kind, id: "t".into(), rows, ..Chart::default() };
        obeys_the_laws(&chart);
        table(&chart, chinese());
        csv(&chart, chinese());
    }
}
