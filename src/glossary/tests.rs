//! Entries in the forms that are met, the aliases that reports suggest, and what is linked and what is not.

use proptest::prelude::*;

use super::*;
use crate::text::Source;

fn read(text: &str) -> (Vec<Entry>, Vec<&'static str>) {
    let source = Source::new("a.txt", text);
    let lines: Vec<_> = source
        .lines()
        .filter(|line| !line.text.trim().is_empty())
        .map(|line| (line.number, line.span, line.text.trim()))
        .collect();
    let checked = read_entries(&source, &lines);
    (checked.value, checked.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect())
}

/// Each entry as `number mark|term|separator|definition`, the paragraphs of the definition joined by `/`.
#[track_caller]
fn check(text: &str, expect: &[&str], codes: &[&str]) {
    let (entries, found) = read(text);
    let drawn: Vec<_> = entries
        .iter()
        .map(|Entry { number, mark, term, separator, definition, .. }| {
            format!("{number} {mark}|{term}|{separator}|{}", definition.join("/"))
        })
        .collect();
    assert_eq!(drawn, expect);
    assert_eq!(found, codes);
}

/// The aliases that `paragraphs` suggest for `terms`, and what is then linked in them, as `number:words`.
#[track_caller]
fn check_said(terms: &[&str], paragraphs: &[&str], aliases: &[&[&str]], linked: &[&str]) {
    let mut entries: Vec<_> = terms
        .iter()
        .zip(1..)
        .map(|(term, number)| Entry { number, term: (*term).into(), ..Entry::default() })
        .collect();
    propose_aliases(&mut entries, paragraphs);
    let proposed: Vec<_> =
        entries.iter().map(|entry| entry.aliases.iter().map(String::as_str).collect::<Vec<_>>()).collect();
    assert_eq!(proposed, aliases);
    let matcher = Matcher::new(&entries);
    let found: Vec<_> = paragraphs
        .iter()
        .flat_map(|text| {
            matcher.mentions(text).into_iter().map(|mention| format!("{}:{}", mention.number, mention.span.of(text)))
        })
        .collect();
    assert_eq!(found, linked);
}

#[test]
fn entries_are_read_by_the_number_that_is_expected_next() {
    check("1．专精特新：即企业。\n2.双减:减负。", &["1 1．|专精特新|：|即企业。", "2 2.|双减|:|减负。"], &[]);
    check("１、物联网：互联。\n２、碳汇：吸收。", &["1 １、|物联网|：|互联。", "2 ２、|碳汇|：|吸收。"], &[]);
    check(
        "1. 甲：一。\n2.6个专项：二。\n3.2025年10件实事：三。",
        &["1 1. |甲|：|一。", "2 2.|6个专项|：|二。", "3 3.|2025年10件实事|：|三。"],
        &[],
    );
    check("一、甲：一。\n二、三资：二。", &["1 一、|甲|：|一。", "2 二、|三资|：|二。"], &[]);
    check("（一）甲：一。\n（二）乙：二。", &["1 （一）|甲|：|一。", "2 （二）|乙|：|二。"], &[]);
    check("①甲：一。\n②乙：二。", &["1 ①|甲|：|一。", "2 ②|乙|：|二。"], &[]);
    check("［1］四库：水库。\n［2］1+5+N：体系。", &["1 ［1］|四库|：|水库。", "2 ［2］|1+5+N|：|体系。"], &[]);
}

#[test]
fn a_definition_may_stand_on_the_next_line_or_on_several() {
    check(
        "1.“四上”企业：\n现阶段统计。\n2.两新：更新。\n（1）设备更新。\n其中包括。",
        &["1 1.|“四上”企业|：|现阶段统计。", "2 2.|两新|：|更新。/（1）设备更新。/其中包括。"],
        &[],
    );
}

#[test]
fn the_rows_of_a_table_are_entries() {
    check("1\t甲\t是指一。\n2\t10种金属\t二：三。", &["1 1\t|甲||是指一。", "2 2\t|10种金属||二：三。"], &[]);
    check("1\n甲\n一：二\n2\n乙\n三。\n3 个。", &["1 1 |甲||一：二", "2 2 |乙||三。/3 个。"], &[]);
}

#[test]
fn a_list_in_a_definition_is_no_entry() {
    check(
        "1.甲：一。\n（1）子：甲。\n（2）丑：乙。\n2.乙：二。",
        &["1 1.|甲|：|一。/（1）子：甲。/（2）丑：乙。", "2 2.|乙|：|二。"],
        &[],
    );
}

#[test]
fn a_term_broken_by_links_is_joined() {
    check(
        "1.“两重”\n：是指重大战略实施\n和安全能力建设。\n2.两新\n：指更新。",
        &["1 1.|“两重”|：|是指重大战略实施和安全能力建设。", "2 2.|两新|：|指更新。"],
        &[],
    );
    check("1.“双向\n揭榜\n挂帅”：机制。\n2.乙：二。", &["1 1.|“双向揭榜挂帅”|：|机制。", "2 2.|乙|：|二。"], &[]);
}

#[test]
fn an_entry_without_a_colon_is_cut_where_its_definition_begins() {
    check(
        "1.两新是指更新换新。\n2.碳汇\n指的是吸收。\n3.丙：三。",
        &["1 1.|两新||是指更新换新。", "2 2.|碳汇||指的是吸收。", "3 3.|丙|：|三。"],
        &[],
    );
}

#[test]
fn entries_without_numbers_are_told_by_their_colons() {
    check(
        "双减：减负。\n双碳：达峰：中和。\n并且如此。",
        &["1 |双减|：|减负。", "2 |双碳|：|达峰：中和。/并且如此。"],
        &[],
    );
    check(
        "关键词：双减\n名词解释：减负。\n关键词：双碳\n名词解释：达峰。",
        &["1 关键词：|双减|名词解释：|减负。", "2 关键词：|双碳|名词解释：|达峰。"],
        &[],
    );
}

#[test]
fn leaps_doubles_and_strays_are_reported_and_kept() {
    check("1.甲：一。\n3.丙：三。", &["1 1.|甲|：|一。", "3 3.|丙|：|三。"], &["glossary-number"]);
    check("1.甲：一。\n1.乙：二。", &["1 1.|甲|：|一。", "1 1.|乙|：|二。"], &["glossary-number"]);
    check("1.甲：一。\n2.甲：二。", &["1 1.|甲|：|一。", "2 2.|甲|：|二。"], &["duplicate-term"]);
    check("按出现先后排列。\n1.甲：一。", &["1 1.|甲|：|一。"], &["glossary-stray"]);
}

#[test]
fn quotes_widths_and_cases_do_not_count() {
    check_said(
        &["专精特新", "“四好”农村路", "GEP核算"],
        &["“专精特新”企业、四好农村路、ｇｅｐ核算。"],
        &[&[], &[], &[]],
        &["1:专精特新", "2:四好农村路", "3:ｇｅｐ核算"],
    );
    check_said(&["“三高四新”战略"], &["实施“三高四新”［1］战略。"], &[&[]], &["1:“三高四新”［1］战略"]);
}

#[test]
fn the_quoted_core_is_an_alias_where_every_place_can_mean_the_term() {
    check_said(
        &["“431”现代产业体系"],
        &["推动“431”现代产业体系。", "聚焦“431”产业链。"],
        &[&["“431”"]],
        &["1:“431”现代产业体系", "1:“431”"],
    );
    check_said(
        &["义务教育“双减”"],
        &["义务教育“双减”改革。巩固“双减”成果，双减不停。"],
        &[&["“双减”"]],
        &["1:义务教育“双减”", "1:“双减”"],
    );
    check_said(
        &["“334”联农带农模式", "“622”联农带农模式"],
        &["推广“334”“622”等联农带农模式。"],
        &[&["“334”"], &["“622”"]],
        &["1:“334”", "2:“622”"],
    );
    check_said(&["“智改数转”行动"], &["抓好“智改数转”和更新。"], &[&["“智改数转”"]], &["1:“智改数转”"]);
}

#[test]
fn a_core_that_means_something_else_is_no_alias() {
    check_said(
        &["“双十字”高速路网"],
        &["完善“双十字”产业空间布局，构建“双十字”高速路网。"],
        &[&[]],
        &["1:“双十字”高速路网"],
    );
    check_said(&["工作“1+8”方案", "改革“1+8”任务"], &["落实“1+8”。"], &[&[], &[]], &[]);
    check_said(&["“431”产业体系"], &["“431”产业链和“431”干部。"], &[&["“431”产业"]], &["1:“431”产业"]);
}

#[test]
fn parts_years_and_lost_beginnings_are_aliases() {
    check_said(
        &["“两重”、“两新”"],
        &["推进“两重”建设和“两新”工作。"],
        &[&["“两新”", "“两重”"]],
        &["1:“两重”", "1:“两新”"],
    );
    check_said(&["一单制、一箱制"], &["拓展“一单制”“一箱制”。"], &[&["一单制", "一箱制"]], &["1:一单制", "1:一箱制"]);
    check_said(&["2025年10件民生实事"], &["办好10件民生实事。"], &[&["10件民生实事"]], &["1:10件民生实事"]);
    check_said(
        &["稳增长“18”条", "稳增长“21条”"],
        &["出台“21条”“18条”等政策，压减“18项”。"],
        &[&["“18条”"], &["“21条”"]],
        &["2:“21条”", "1:“18条”"],
    );
    check_said(&["“厅局长坐诊接诉”"], &["推动厅局长坐诊、巡诊。"], &[&["厅局长坐诊"]], &["1:厅局长坐诊"]);
    check_said(&["“天府森林四库”"], &["建设“森林四库”。"], &[&["“森林四库”"]], &["1:“森林四库”"]);
}

#[test]
fn short_terms_need_something_that_sets_them_off() {
    check_said(&["两新"], &["支持“两新”，两新组织，抓两新、促增长。"], &[&[]], &["1:两新"]);
}

#[test]
fn numbers_and_latin_words_are_not_cut() {
    check_said(&["10种有色金属", "ESI"], &["110种有色金属；RESIN；ESI学科。"], &[&[], &[]], &["2:ESI"]);
}

#[test]
fn the_longest_term_at_the_leftmost_place_is_linked_and_what_is_not_the_term_is_not() {
    check_said(
        &["产业集群", "国家产业集群"],
        &["国家产业集群和产业集群。"],
        &[&[], &[]],
        &["2:国家产业集群", "1:产业集群"],
    );
    let entry = Entry { number: 1, term: "两山".into(), not: vec!["“两山”理论".into()], ..Entry::default() };
    let text = "“两山”理论，“两山”。";
    let found = Matcher::new(&[entry]).mentions(text);
    assert_eq!(found.iter().map(|mention| mention.span.start).collect::<Vec<_>>(), [text.rfind('两').unwrap()]);
}

proptest! {
    #[test]
    fn no_character_of_a_glossary_is_lost(parts in prop::collection::vec(part(), 0..40)) {
        let text = format!("1.甲：一。\n{}", parts.concat());
        let printed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let (entries, _) = read(&text);
        let kept: String = entries.iter().map(|e| format!("{}{}{}{}", e.mark, e.term, e.separator, e.definition.concat())).collect();
        prop_assert_eq!(printed(&kept), printed(&text));
    }

    #[test]
    fn mentions_are_ordered_and_apart(terms in prop::collection::vec(part(), 0..6), parts in prop::collection::vec(part(), 0..40)) {
        let text = parts.concat();
        let mut entries: Vec<_> = terms.iter().zip(1..).map(|(term, number)| Entry { number, term: term.trim().into(), ..Entry::default() }).collect();
        propose_aliases(&mut entries, &[&text]);
        let found = Matcher::new(&entries).mentions(&text);
        prop_assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        prop_assert!(found.iter().all(|mention| !mention.span.of(&text).is_empty()));
    }
}

fn part() -> impl Strategy<Value = String> {
    let scraps = [
        "\n",
        "\n2.",
        "\n3．",
        "\n［2］",
        "\n关键词：",
        "\n名词解释：",
        "：",
        ":",
        "。",
        "；",
        "“",
        "”",
        "‘",
        "’",
        "、",
        " ",
        "8.6个",
        "2025年",
        "两新",
        "产业",
        "“431”",
        "体系",
        "［1］",
        "a",
        "Ａ",
        "10",
    ];
    prop::sample::select(scraps.to_vec()).prop_map(str::to_owned)
}
