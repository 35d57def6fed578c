//! Reports in the layouts that are met, each as its outline; and the law that no character is lost.

use proptest::prelude::*;

use super::*;
use crate::text::Source;

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
            if lead.is_empty() { format!("¶ {rest}") } else { format!("¶ [{lead}] {rest}") }
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

/// Reads what stands before a speech.
#[track_caller]
fn check_front(front: &str, expect: &[&str]) {
    let text = format!("{front}\n各位代表：\n现在，我代表人民政府报告工作。\n一、2022年工作回顾\n去年的工作。");
    let report = read(&Source::new("a.txt", &*text)).value;
    assert_faithful(&text, &report);
    let Masthead { title, place, year, date, meeting, office, speaker, .. } = report.masthead;
    let year = year.map(|year| year.to_string());
    let found = [title, place, year, date, meeting, office, speaker].map(Option::unwrap_or_default);
    assert_eq!(found, expect);
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
fn addresses_counts_and_lone_items_are_no_headings() {
    check(
        "各位代表！\n一、二、三产业增加值增长。\n1.只有一项\n好。",
        &["¶ 各位代表！", "¶ 一、二、三产业增加值增长。", "¶ 1.只有一项", "¶ 好。"],
    );
}

#[test]
fn a_page_number_in_a_sentence_is_set_aside_and_the_sentence_joined() {
    check(
        "一、工作回顾\n吞吐量超过1亿吨，其中：港口\n1\n货物吞吐量9024万吨。\n投资到位。\n- 2 -\n二、工作安排\n抓好落实。",
        &[
            "# 一、|工作回顾",
            "¶ 吞吐量超过1亿吨，其中：港口货物吞吐量9024万吨。",
            "¶ 投资到位。",
            "# 二、|工作安排",
            "¶ 抓好落实。",
            "aside 1",
            "aside - 2 -",
        ],
    );
}

#[test]
fn words_broken_by_links_are_joined() {
    check(
        "细颗粒物（PM\n2.5\n）浓度下降。广义货币M\n2\n增速相匹配。\n推动“双向\n揭榜\n挂帅”。",
        &["¶ 细颗粒物（PM2.5）浓度下降。广义货币M2增速相匹配。", "¶ 推动“双向揭榜挂帅”。"],
    );
}

#[test]
fn lines_of_a_fixed_width_are_joined_by_their_indents() {
    let line = "全区上下坚持稳中求进工作总基调推动高质量发展迈出坚实步伐";
    let paragraph = format!("\u{3000}\u{3000}{}\n{line}，\n{line}\n再创佳绩。\n", &line[6..]);
    let text = format!("一、工作回顾\n{}", paragraph.repeat(8));
    let joined = format!("¶ {}{line}，{line}再创佳绩。", &line[6..]);
    let mut expect = vec!["# 一、|工作回顾"];
    expect.resize(9, &joined);
    check(&text, &expect);
}

#[test]
fn lines_of_a_fixed_width_without_indents_are_joined_where_the_next_word_had_no_room() {
    let line = "全区上下坚持稳中求进工作总基调推动高质量发展迈出坚实步伐";
    let numerals = "一二三四五六七八".chars();
    let printed = |c| format!("{c}、聚焦提升增长\n打造主引擎。{}\n{line}，\n{line}\n再创佳绩。\n", &line[18..]);
    let read =
        |c| [format!("# {c}、|聚焦提升增长"), format!("¶ [打造主引擎。] {}{line}，{line}再创佳绩。", &line[18..])];
    let expect: Vec<String> = numerals.clone().flat_map(read).collect();
    check(&numerals.map(printed).collect::<String>(), &expect.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn topics_torn_off_by_a_web_page_are_joined_again() {
    let long = "全面贯彻落实决策部署，推动各项工作落到实处，取得了扎扎实实的明显成效。".repeat(2);
    let topics = ["产业加快升级。", "城乡更加协调。", "改革纵深推进。", "民生持续改善。", "安全形势稳定。"];
    let text: String = topics.iter().map(|topic| format!("{topic}\n{long}\n")).collect();
    let expect: Vec<_> = topics.iter().map(|topic| format!("¶ [{topic}] {long}")).collect();
    check(&text, &expect.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn glossaries_and_attachments_stand_behind_the_speech_in_either_order() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!(
            "{end}\n附件1\n十件民生实事\n一、健康服务。提高水平。\n附件2 名词解释\n1.两新：更新换新。\n相关报道：\n"
        ),
        &[
            &speech,
            "glossary 附件2 名词解释",
            "entry 1.两新：更新换新。",
            "attachment 附件1",
            "attachment 十件民生实事",
            "# 一、|健康服务。 [run-in]",
            "¶ 提高水平。",
            "aside 相关报道：",
        ],
    );
    check(
        &format!("{end}\n附件\n《政府工作报告》有关内容名词注释\n［1］两新：\n更新换新。\n扫一扫在手机打开当前页"),
        &[
            &speech,
            "glossary 附件",
            "glossary 《政府工作报告》有关内容名词注释",
            "entry ［1］两新：",
            "entry 更新换新。",
            "aside 扫一扫在手机打开当前页",
        ],
    );
    check(
        &format!("{end}\n注释：\n１、物联网：是指互联。"),
        &[&speech, "glossary 注释：", "entry １、物联网：是指互联。"],
    );
}

#[test]
fn a_glossary_may_be_a_table_and_an_attachment_that_is_only_named_is_set_aside() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!("{end}\n名词解释\n序号\t名词\t解释\n1\t两新\t更新换新。\n附件1"),
        &[&speech, "glossary 名词解释", "entry 序号\t名词\t解释", "entry 1\t两新\t更新换新。", "aside 附件1"],
    );
}

#[test]
fn a_glossary_loses_its_pages_numbers_and_the_website_s_foot() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    let speech = format!("¶ {end}");
    check(
        &format!(
            "{end}\n附件\n政府工作报告\n（名词解释）\n1.两新：更新\n- 12 -\n换新。\n2.三公：因公出国\n相关链接\n一图读懂\n联系我们：鲁ICP备1号"
        ),
        &[
            &speech,
            "glossary 附件",
            "glossary 政府工作报告",
            "glossary （名词解释）",
            "entry 1.两新：更新",
            "entry 换新。",
            "entry 2.三公：因公出国",
            "aside - 12 -",
            "aside 相关链接",
            "aside 一图读懂",
            "aside 联系我们：鲁ICP备1号",
        ],
    );
}

#[test]
fn what_follows_the_last_paragraph_is_set_aside() {
    let end = "让我们更加紧密地团结起来，为建设现代化强区而努力奋斗，谱写更加精彩的新篇章！";
    check(
        &format!("{end}\n谢谢大家！\n本作品是\n法律\n。"),
        &[&format!("¶ {end}"), "¶ 谢谢大家！", "aside 本作品是", "aside 法律", "aside 。"],
    );
}

#[test]
fn a_speech_printed_twice_is_read_once() {
    let copy = "各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议，请提出意见。\n一、工作回顾\n成绩很大。\n";
    let checked = read(&Source::new("a.txt", format!("{copy}{copy}")));
    assert_eq!(checked.value.body.len(), 4);
    assert_faithful(&copy.repeat(2), &checked.value);
    assert!(checked.diagnostics.iter().any(|diagnostic| diagnostic.code.as_str() == "repeated-text"));
}

#[test]
fn mastheads_are_read_in_their_many_forms() {
    let plain =
        ["政府工作报告", "淄川区", "2023", "2023-01-05", "淄川区第十九届人民代表大会第二次会议", "区长", "冯炳涛"];
    check_front(
        "政 府 工 作 报 告\n\n——2023年1月5日在淄川区\n\n第十九届人民代表大会第二次会议上\n\n区长  冯炳涛",
        &plain,
    );
    check_front("政府工作报告（2023年1月5日在淄川区第十九届人民代表大会第二次会议上）\n区长：冯炳涛", &plain);
    check_front(
        "政府工作报告\n在淄川区第十九届人民代表大会第二次会议上\n（二〇二三年一月五日）\n区长\n冯 炳 涛",
        &plain,
    );
    check_front(
        "政府工作报告\n２０２３年１月５日在淄川区第十九届人民代表大会第二次会议上区长冯炳涛作政府工作报告。",
        &plain,
    );
    check_front("政府工作报告\n2023年1月5日冯炳涛区长在淄川区第十九届人民代表大会第二次会议的报告", &plain);
}

#[test]
fn a_masthead_is_told_from_the_page_around_it() {
    let plain =
        ["政府工作报告", "淄川区", "2023", "2023-01-05", "淄川区第十九届人民代表大会第二次会议", "区长", "冯炳涛"];
    let session = "——2023年1月5日在淄川区第十九届人民代表大会第二次会议上";
    check_front(&format!("区长信箱\n网站首页\n政府工作报告\n{session}\n区长 冯炳涛"), &plain);
    check_front(&format!("一图读懂政府工作报告\n政府工作报告\n发布日期：2023年1月9日\n{session}\n区长 冯炳涛"), &plain);
    check_front("政府工作报告\n——2023年元月5日\n在淄川区第十九届人民代表大会第二次会议\n上\n（区长　冯炳涛）", &plain);
    check_front(&format!("政府工作报告\n{session}　区长\n冯炳涛"), &plain);
    let two_lines = ["2023年淄川区政府工作报告", "淄川区", "2023", "", "", "旗长", "额尔敦巴特尔"];
    check_front("2023年淄川区\n政府工作报告\n旗长　额尔敦巴特尔", &two_lines);
}

#[test]
fn traditional_script_is_read_by_the_same_words_and_given_back_as_printed() {
    check_front(
        "政府工作報告\n——2023年1月5日在淄川區第十九屆人民代表大會第二次會議上\n區長　馮炳濤",
        &["政府工作報告", "淄川區", "2023", "2023-01-05", "淄川區第十九屆人民代表大會第二次會議", "區長", "馮炳濤"],
    );
    let end = "讓我們更加緊密地團結起來，為建設現代化強區而努力奮鬥，譜寫更加精彩的新篇章！";
    check(
        &format!("一、2022年工作回顧\n經濟發展加速。增長。\n{end}\n名詞解釋\n1.兩新：更新換新。\n責任編輯：張三"),
        &[
            "# 一、|2022年工作回顧",
            "¶ [經濟發展加速。] 增長。",
            &format!("¶ {end}"),
            "glossary 名詞解釋",
            "entry 1.兩新：更新換新。",
            "aside 責任編輯：張三",
        ],
    );
}

#[test]
fn the_place_and_the_year_come_from_the_surest_evidence() {
    let nation =
        ["政府工作报告", "国务院", "2023", "2023-03-05", "第十四届全国人民代表大会第一次会议", "国务院总理", "李强"];
    check_front("政府工作报告\n——2023年3月5日在第十四届全国人民代表大会第一次会议上\n国务院总理　\n李　强", &nation);
    let province =
        ["2023年甘肃省政府工作报告", "甘肃省", "2023", "", "甘肃省十四届人大四次会议", "自治区主席", "艾尔肯·吐尼亚孜"];
    check_front(
        "2023年甘肃省政府工作报告\n来源：日报\n在甘肃省十四届人大四次会议上\n自治区主席 艾尔肯·吐尼亚孜",
        &province,
    );
    let december = ["政府工作报告", "", "2023", "2022-12-28", "", "", ""];
    check_front("政府工作报告\n——2022年12月28日在", &december);
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
