//! Reports in the layouts that are met, each as its outline; and the law that no character is lost.

use proptest::prelude::*;

use super::*;
use crate::text::Source;

mod front;
mod lines;
mod tail;

/// A report as text: one line for each part, `#` for headings by level, `¶` for paragraphs with their topic in brackets.
fn drawn(report: &Report) -> Vec<String> {
    let mut lines: Vec<String> =
        report.masthead.lines.iter().map(|line| format!("{:?} {}", line.role, line.piece.text)).collect();
    lines.extend(report.body.iter().map(drawn_block));
    if let Some(glossary) = &report.glossary {
        lines.extend(glossary.heading.iter().map(|piece| format!("glossary {}", piece.text)));
        lines.extend(glossary.lines.iter().map(|piece| format!("entry {}", piece.text)));
    }
    for attachment in &report.attachments {
        lines.extend(attachment.heading.iter().map(|piece| format!("attachment {}", piece.text)));
        lines.extend(attachment.blocks.iter().map(drawn_block));
    }
    lines.extend(report.aside.iter().map(|piece| format!("aside {}", piece.text)));
    lines
}

fn drawn_block(block: &Block) -> String {
    match block {
        Block::Heading(heading) => {
            let run_in = if heading.run_in { " [run-in]" } else { "" };
            format!("{} {}|{}{run_in}", "#".repeat(heading.level.into()), heading.number, heading.text)
        }
        Block::Paragraph(paragraph) => {
            let (lead, rest) = paragraph.text.split_at(paragraph.lead.map_or(0, |lead| lead.end));
            let mark = if paragraph.role == ParagraphRole::Resuming { "↑" } else { "¶" };
            if lead.is_empty() { format!("{mark} {rest}") } else { format!("{mark} [{lead}] {rest}") }
        }
    }
}

/// Reads a report whose masthead and first paragraphs are given, so that a row shows only what it is about.
#[track_caller]
fn check(body: &str, expect: &[&str]) {
    let text = format!("政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作。\n{body}");
    let report = read(&Source::new("a.txt", &*text)).value;
    assert_faithful(&text, &report);
    assert_eq!(drawn(&report)[3..], *expect);
}

#[track_caller]
fn assert_faithful(text: &str, report: &Report) {
    let printed = |text: &str| text.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let pieces: String = report.pieces().iter().map(|piece| piece.text.as_str()).collect();
    assert_eq!(printed(&pieces), printed(text), "every character stands in exactly one part");
    for piece in report.pieces() {
        assert_eq!(piece.span.of(text), piece.text);
    }
    for block in &report.body {
        if let Block::Paragraph(paragraph) = block {
            assert_eq!(paragraph.pieces.iter().map(|piece| piece.text.as_str()).collect::<String>(), paragraph.text);
        }
    }
}

#[test]
fn bare_headings_stand_above_the_numbers_that_begin_under_them() {
    check(
        "2022年工作回顾\n一年来取得进展。\n2023年重点任务\n一、聚焦提升增长\n打造主引擎。推动产业。\n二、聚焦改革创新\n坚持创新引领。打好战役。\n加强政府自身建设\n努力奋斗。",
        &[
            "# |2022年工作回顾",
            "¶ 一年来取得进展。",
            "# |2023年重点任务",
            "## 一、|聚焦提升增长",
            "¶ [打造主引擎。] 推动产业。",
            "## 二、|聚焦改革创新",
            "¶ [坚持创新引领。] 打好战役。",
            "# |加强政府自身建设",
            "¶ 努力奋斗。",
        ],
    );
}

#[test]
fn numbers_alone_make_the_levels_where_no_heading_is_bare() {
    check(
        "一、工作回顾\n（一）稳增长。全市生产总值达到5.67万亿元。\n（二）促改革\n改革扎实推进。\n二、工作安排\n1.医疗方面。办好实事。\n2.教育方面。办好学校。",
        &[
            "# 一、|工作回顾",
            "## （一）|稳增长。 [run-in]",
            "¶ 全市生产总值达到5.67万亿元。",
            "## （二）|促改革",
            "¶ 改革扎实推进。",
            "# 二、|工作安排",
            "## 1.|医疗方面。 [run-in]",
            "¶ 办好实事。",
            "## 2.|教育方面。 [run-in]",
            "¶ 办好学校。",
        ],
    );
}

#[test]
fn a_bare_heading_in_a_running_series_stands_under_it_unless_it_heads_a_part() {
    check(
        "一、产业升级\n农业稳步发展\n粮食增产。\n二、城市更新\n城市更美。",
        &["# 一、|产业升级", "## |农业稳步发展", "¶ 粮食增产。", "# 二、|城市更新", "¶ 城市更美。"],
    );
    check(
        "一、2025年工作回顾\n成绩很大。\n“十五五”时期的\n主要目标\n目标明确。\n二、2026年工作安排\n抓好落实。",
        &[
            "# 一、|2025年工作回顾",
            "¶ 成绩很大。",
            "# |“十五五”时期的主要目标",
            "¶ 目标明确。",
            "# 二、|2026年工作安排",
            "¶ 抓好落实。",
        ],
    );
}

#[test]
fn bare_headings_of_two_levels_are_told_apart_by_the_numbers_around_them() {
    check(
        "2025年工作回顾\n一、产业升级\n农业稳步发展\n粮食增产。\n工业稳步发展\n产值增加。\n二、城市更新\n城市更美。\n2026年工作安排\n抓好落实。",
        &[
            "# |2025年工作回顾",
            "## 一、|产业升级",
            "### |农业稳步发展",
            "¶ 粮食增产。",
            "### |工业稳步发展",
            "¶ 产值增加。",
            "## 二、|城市更新",
            "¶ 城市更美。",
            "# |2026年工作安排",
            "¶ 抓好落实。",
        ],
    );
}

#[test]
fn items_of_a_spoken_list_on_lines_of_their_own_are_headings_under_what_is_open() {
    check(
        "2025年工作回顾\n一是聚焦转型，着力提升产业\n产值增加。\n二是聚焦民生，着力增进福祉\n收入增加。\n——这五年是跨越发展的五年\n2026年工作安排\n抓好落实。",
        &[
            "# |2025年工作回顾",
            "## |一是聚焦转型，着力提升产业",
            "¶ 产值增加。",
            "## |二是聚焦民生，着力增进福祉",
            "¶ 收入增加。",
            "## |——这五年是跨越发展的五年",
            "# |2026年工作安排",
            "¶ 抓好落实。",
        ],
    );
}

#[test]
fn a_numbered_sentence_is_a_heading_where_paragraphs_stand_under_it_and_an_item_where_none_does() {
    check(
        "2026年工作安排\n（一）聚焦产业升级。\n产值达到5亿元。\n（二）聚焦城市更新。\n城市更美。\n加强自身建设\n依法行政。",
        &[
            "# |2026年工作安排",
            "## （一）|聚焦产业升级。",
            "¶ 产值达到5亿元。",
            "## （二）|聚焦城市更新。",
            "¶ 城市更美。",
            "# |加强自身建设",
            "¶ 依法行政。",
        ],
    );
    check(
        "2026年工作安排\n办好三件实事。\n一、改造小区30个。\n二、新增停车位1200个。\n三、新增就业5000人。\n加强自身建设\n依法行政。",
        &[
            "# |2026年工作安排",
            "¶ 办好三件实事。",
            "¶ 一、改造小区30个。",
            "¶ 二、新增停车位1200个。",
            "¶ 三、新增就业5000人。",
            "# |加强自身建设",
            "¶ 依法行政。",
        ],
    );
}

#[test]
fn addresses_counts_and_lone_items_are_no_headings() {
    check(
        "各位代表！\n一、二、三产业增加值增长。\n1.只有一项\n好。",
        &["¶ 各位代表！", "¶ 一、二、三产业增加值增长。", "¶ 1.只有一项", "¶ 好。"],
    );
}

#[test]
fn faults_of_the_text_are_reported() {
    let codes =
        |text: &str| read(&Source::new("a.txt", text)).diagnostics.iter().map(|d| d.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes(""), ["not-a-report"]);
    assert_eq!(codes(&"今天天气很好，适合出门散步。".repeat(20)), ["not-a-report"]);
    assert_eq!(codes("各位代表：\n好。"), ["no-title", "no-outline"]);
    assert_eq!(codes("政府工作报告\n<p>各位代表：</p>\n一、工作回顾\n好。"), ["markup-left"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_character_is_lost_whatever_the_text(parts in prop::collection::vec(part(), 0..60)) {
        let text = parts.concat();
        let report = read(&Source::new("a.txt", &*text)).value;
        assert_faithful(&text, &report);
    }

    #[test]
    fn nothing_that_can_be_typed_is_a_panic(text in "\\PC{0,80}") {
        let report = read(&Source::new("a.txt", &*text)).value;
        assert_faithful(&text, &report);
    }
}

/// A scrap such as reports and web pages are made of.
fn part() -> impl Strategy<Value = String> {
    let scraps = [
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "\u{3000}\u{3000}",
        "\u{200b}",
        "\u{feff}",
        "政府工作报告",
        "政 府 工 作 报 告",
        "各位代表：",
        "各位代表！",
        "——2023年1月5日在淄川区",
        "第十九届人民代表大会第二次会议上",
        "区长  冯炳涛",
        "现在，我代表区人民政府报告工作。",
        "一、",
        "二、工作安排",
        "（一）",
        "（二）稳增长。",
        "1.",
        "2．",
        "（1）",
        "①",
        "第一部分",
        "一是",
        "——",
        "2022年工作回顾",
        "经济发展加速蝶变。",
        "推动“431”产业，",
        "增长5.5%左右；",
        "12",
        "- 3 -",
        "。",
        "！",
        "，",
        "”",
        "“",
        "（",
        "》",
        "名词解释",
        "附件1",
        "附件",
        "注释：",
        "［1］",
        "1．两新：更新换新。",
        "来源：日报",
        "相关报道：",
        "<p>",
        "</p>",
        "<",
        ">",
        "\"",
        "a",
        "２",
        "全面贯彻落实党的二十大精神",
    ];
    prop::sample::select(scraps.to_vec()).prop_map(str::to_owned)
}

#[test]
fn after_its_last_section_a_part_goes_on_where_the_words_say_so() {
    let text = "一、工作回顾\n（一）稳增长\n各位代表关心的事办好了。\n经济平稳。\n（二）促改革\n改革扎实推进。\n农村改革也在推进。\n各位代表，刚刚过去的2025年，收入增长5%。\n困难也不少。\n二、工作安排\n各位代表，任务很重。\n要办好实事。";
    check(
        text,
        &[
            "# 一、|工作回顾",
            "## （一）|稳增长",
            "¶ 各位代表关心的事办好了。",
            "¶ 经济平稳。",
            "## （二）|促改革",
            "¶ 改革扎实推进。",
            "¶ 农村改革也在推进。",
            "↑ 各位代表，刚刚过去的2025年，收入增长5%。",
            "¶ 困难也不少。",
            "# 二、|工作安排",
            "¶ 各位代表，任务很重。",
            "¶ 要办好实事。",
        ],
    );
}
