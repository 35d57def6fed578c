//! Lines that a source broke: over pages, over links, at a fixed width, behind a topic.

use super::*;

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
fn what_follows_a_heading_that_is_its_topic_sentence_has_no_other() {
    let body = "旅游业提质升级。全年接待游客100万人次。";
    let other = "农业稳产增效。粮食产量30万吨。";
    let read = |printed: &str, expect: &[&str]| {
        check(&format!("一、去年工作回顾\n{printed}"), &[&["# 一、|去年工作回顾"], expect].concat())
    };
    let plain = format!("¶ {body}");
    read(&format!("（一）产业转型加快。{body}\n"), &["## （一）|产业转型加快。 [run-in]", &plain]);
    read(&format!("（一）产业转型加快。\n{body}\n"), &["## （一）|产业转型加快。", &plain]);
    // A heading that is none, or that stands over several paragraphs, leaves them theirs.
    let led = "¶ [旅游业提质升级。] 全年接待游客100万人次。";
    read(&format!("（一）产业转型\n{body}\n"), &["## （一）|产业转型", led]);
    let second = "¶ [农业稳产增效。] 粮食产量30万吨。";
    read(&format!("（一）产业转型加快。\n{body}\n{other}\n"), &["## （一）|产业转型加快。", led, second]);
}

#[test]
fn a_sentence_whose_bold_words_became_a_line_is_joined() {
    let rest = "是：地区生产总值年均增长5%左右，高质量发展取得显著成效。";
    check(
        &format!("“十五五”时期经济社会发展的\n主要目标\n{rest}\n今年的主要预期目标\n{rest}\n"),
        &[&format!("¶ “十五五”时期经济社会发展的主要目标{rest}"), &format!("¶ 今年的主要预期目标{rest}")],
    );
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
fn counted_sentences_above_several_topics_are_headings() {
    check(
        "一、去年工作回顾\n——扎实抓好三项任务，发展底盘夯实。\n经济运行稳中有进。产值增长。\n就业总体向好。岗位增加。\n——改革动力强劲。\n改革释放新动能。投资放开。\n上述成绩的取得，靠的是全区人民团结奋斗。",
        &[
            "# 一、|去年工作回顾",
            "## |——扎实抓好三项任务，发展底盘夯实。",
            "¶ [经济运行稳中有进。] 产值增长。",
            "¶ [就业总体向好。] 岗位增加。",
            "## |——改革动力强劲。",
            "¶ [改革释放新动能。] 投资放开。",
            "↑ 上述成绩的取得，靠的是全区人民团结奋斗。",
        ],
    );
}

#[test]
fn the_first_topic_of_a_section_may_stand_on_the_line_that_opens_it() {
    let torn = |topic: &str| format!("{topic}\n{topic}的各项指标继续向好，全年办成许多大事。群众满意。\n");
    let topics =
        ["产业结构持续优化。", "产业集群快速壮大。", "改革开放全面推进。", "风险防控扎实有效。", "乡村振兴深入推进。"];
    let opener = "五年来，我们坚定不移贯彻新发展理念，在推动高质量发展中实现综合实力新的跨越。";
    let text: String = topics.iter().map(|topic| torn(topic)).collect();
    let joined = |topic: &&str| format!("¶ [{topic}] {topic}的各项指标继续向好，全年办成许多大事。群众满意。");
    let mut expect = vec![format!("¶ {opener}"), joined(&"经济实力显著提升。")];
    expect.extend(topics.iter().map(joined));
    let first = torn("经济实力显著提升。");
    check(&format!("{opener}{first}{text}"), &expect.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn a_title_that_runs_over_every_page_is_no_heading() {
    check(
        "一、工作回顾\n粮食丰收。\n政府工作报告　　3\n产业兴旺。\n4 政府工作报告\n二、工作安排\n抓好落实。",
        &[
            "# 一、|工作回顾",
            "¶ 粮食丰收。",
            "¶ 产业兴旺。",
            "# 二、|工作安排",
            "¶ 抓好落实。",
            "aside 政府工作报告　　3",
            "aside 4 政府工作报告",
        ],
    );
}
