//! Terms on the finished site: all that the report uses are linked, look-alikes are not, each entry leads back.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use crate::desk::Desk;
use crate::site::{INCLUDED, Site, included, small};

/// A content as it is, but with this policy.
fn with_policy(desk: Desk, policy: &str) -> Site {
    desk.write("content/site.toml", format!("title = \"公读\"\n[terms]\nlink = \"{policy}\"\n"));
    let site = desk.build();
    assert!(site.built.is_good(), "{:?}", site.codes());
    site
}

/// The included report with every mention linked.
fn all_linked() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| with_policy(Desk::with_copy_of(INCLUDED), "all"));
    &SITE
}

/// The words of a page's text with each link to a term as `[number:words]`, other tags left out.
fn marked(html: &str) -> String {
    let mut out = String::new();
    let mut rest = html;
    let mut linked = false;
    while let Some(start) = rest.find('<') {
        out.push_str(&rest[..start]);
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        if let Some(term) = tag.split("data-term=\"t").nth(1) {
            out.push_str(&format!("[{}:", term.split('"').next().unwrap()));
            linked = true;
        } else if tag == "/a" && linked {
            out.push(']');
            linked = false;
        }
        rest = &rest[end + 1..];
    }
    out + rest
}

/// The terms of the included report: number, term, the lines of the source that use it.
fn labelled() -> Vec<(u32, String, BTreeSet<usize>)> {
    let text = fs::read_to_string("tests/fixtures/zichuan-2023.terms.txt").unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let row = |row: &str| {
        let cells: Vec<&str> = row.split(" | ").collect();
        let lines = cells[2].split(' ').map(|line| line.parse().unwrap()).collect();
        (cells[0].parse().unwrap(), cells[1].to_owned(), lines)
    };
    rows.map(row).collect()
}

#[test]
fn every_term_lists_every_sentence_that_uses_it() {
    let source = fs::read_to_string("content/zichuan-2023/source.txt").unwrap();
    let lines: Vec<String> = source.lines().map(|line| line.split_whitespace().collect()).collect();
    let glossary = included().page("zichuan-2023/glossary/index.html");
    let full = included().page("zichuan-2023/full/index.html");
    let labelled = labelled();
    assert_eq!(labelled.len(), 29);
    for (number, term, expected) in labelled {
        let entry = glossary.id(&format!("t{number}")).unwrap();
        assert!(entry.text.contains(&term), "{term}");
        let mut found = BTreeSet::new();
        for link in glossary.inside(entry).filter(|element| element.name == "a") {
            let Some((_, sentence)) = link.get("href").unwrap().split_once("/index.html#") else { continue };
            let words: String = full.id(sentence).unwrap().text.split_whitespace().collect();
            // The link's own words are the sentence; a chart's sign may stand behind it.
            let said: String = link.text.split_whitespace().collect();
            assert!(words.starts_with(&said) || said.starts_with(&words), "{term}: {said} / {words}");
            found.extend(lines.iter().position(|line| line.contains(&said)).map(|at| at + 1));
        }
        assert_eq!(found, expected, "{number} {term}");
    }
}

#[test]
fn every_term_is_linked_in_the_text() {
    for site in [included(), all_linked()] {
        let linked: BTreeSet<String> = site
            .pages()
            .iter()
            .flat_map(|(_, page)| {
                page.all("a").filter_map(|link| link.get("data-term")).map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(linked.len(), 29, "{linked:?}");
    }
}

#[test]
fn look_alikes_are_not_linked() {
    let text = marked(all_linked().text("zichuan-2023/full/index.html"));
    for words in [
        "全面践行“双碳”战略",
        "启动实施“百村示范集体收入倍增”工程",
        "和“双十字”产业空间布局",
        "争创全国“两山”理论实践创新基地",
        "实施退役军人“一网通办”",
    ] {
        assert!(text.contains(words), "{words}");
    }
    for words in [
        "刚性执行“[22:三线一单]”管控",
        "结合“[8:三区三线]”划定",
        "完善“[23:两山两河]”和",
        "构建[18:“双十字”高速路网]。",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

#[test]
fn a_longer_phrase_of_the_same_words_is_linked_as_far_as_it_means_the_term() {
    let text = marked(all_linked().text("zichuan-2023/full/index.html"));
    for words in [
        "[1:“431”现代产业体系]加速构建",
        "推动[1:“431”]现代产业提质",
        "聚焦[1:“431”]产业链",
        "巩固[3:“双减”]成果",
        "新改建[4:“四好”农村路]41公里",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// Where a term of the short report is linked: the id of the sentence, or of the cell of a table.
fn places(site: &Site, term: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in ["index", "1", "2", "2-1", "2-2", "3"] {
        let path =
            if name == "index" { "qinghe-2024/index.html".into() } else { format!("qinghe-2024/{name}/index.html") };
        let page = site.page(&path);
        for link in page.all("a").filter(|link| link.get("data-term") == Some(term)) {
            let place = link.above.iter().filter_map(|at| page.elements[*at].get("id")).next_back();
            found.push(place.unwrap().to_owned());
        }
    }
    found
}

#[test]
fn a_policy_says_how_often_a_term_is_linked() {
    let [first, each, all] =
        ["first", "first-per-section", "all"].map(|policy| with_policy(Desk::with_unproven(), policy));
    for (term, in_report, in_section, everywhere) in [
        ("t1", &["1p1s3"][..], &["1p1s3", "2-1p1s1"][..], &["1p1s3", "2-1p1s1"][..]),
        ("t2", &["1p2s2"], &["1p2s2", "2-1p2s1", "3p2s2"], &["1p2s2", "2-1p2s1", "3p2s2", "3c5"]),
        ("t3", &["2-2p1s1"], &["2-2p1s1"], &["2-2p1s1"]),
        ("t4", &["2-1p1s1"], &["2-1p1s1", "3p2s2"], &["2-1p1s1", "3p2s2", "3p3s1", "3c3"]),
        ("t5", &[], &[], &[]),
    ] {
        assert_eq!(places(&first, term), in_report, "first {term}");
        assert_eq!(places(&each, term), in_section, "first-per-section {term}");
        assert_eq!(places(&all, term), everywhere, "all {term}");
    }
}

#[test]
fn no_term_is_linked_in_a_heading_a_link_code_or_a_definition() {
    for (site, full) in [(&with_policy(Desk::with_unproven(), "all"), "qinghe-2024"), (all_linked(), "zichuan-2023")] {
        for (path, page) in site.pages() {
            for link in page.all("a").filter(|link| link.get("data-term").is_some()) {
                for name in ["h1", "h2", "h3", "h4", "a", "code", "pre", "th", "dl", "svg", "nav"] {
                    assert!(!page.is_in(link, name), "{path}: {} in {name}", link.text);
                }
            }
        }
        assert!(
            site.page(&format!("{full}/3/index.html")).all("a").any(|link| link.get("data-term").is_some()),
            "something is"
        );
    }
    let page = small().page("qinghe-2024/3/index.html");
    assert!(page.all("h2").any(|heading| heading.text.contains("专精特新")), "the heading has a term");
    assert!(page.all("code").any(|code| code.text.contains("专精特新")), "the code has a term");
}

#[test]
fn an_entry_shows_its_sentences_with_the_term_marked() {
    let page = Desk::with_unproven().build().page("qinghe-2024/glossary/index.html");
    let uses = |id: &str| -> Vec<(String, String)> {
        let entry = page.id(id).unwrap();
        let links = page
            .inside(entry)
            .filter(|element| element.name == "a" && element.get("href").unwrap().contains("index.html#"));
        links.map(|link| (link.get("href").unwrap().to_owned(), link.text.clone())).collect()
    };
    let own = |(href, words): (&str, &str)| (href.to_owned(), words.to_owned());
    assert_eq!(
        uses("t1"),
        [
            ("../1/index.html#1p1s3", "建成“三园一廊”产业空间，新增高新技术企业36家。"),
            ("../2-1/index.html#2-1p1s1", "做强“三园一廊”，推进专精特新企业倍增，新引进亿元以上项目20个。"),
        ]
        .map(own)
    );
    assert_eq!(uses("t2").last(), Some(&own(("../3/index.html#3c5", "“四好”农村路"))), "a cell has an address too");
    let marks: Vec<&str> =
        page.inside(page.id("t1").unwrap()).filter(|e| e.name == "mark").map(|e| e.text.as_str()).collect();
    assert_eq!(marks, ["“三园一廊”产业空间", "“三园一廊”"]);
    assert_eq!(uses("t5"), []);
    assert!(small().codes().contains(&"term-unused"));
}

#[test]
fn a_page_carries_the_definition_of_each_term_that_it_links() {
    for site in [included(), small()] {
        for (path, page) in site.pages() {
            for link in page.all("a").filter(|link| link.get("data-term").is_some()) {
                let term = link.get("data-term").unwrap();
                let definition = page.id(&format!("d-{term}")).unwrap_or_else(|| panic!("{path}: {term}"));
                assert!(definition.get("popover").is_some() && definition.text.chars().count() > 10, "{path}: {term}");
                assert!(!page.is_in(definition, "main"), "{path}: the definition is no word of the text");
                let leads = link.get("href").unwrap().ends_with(&format!("glossary/index.html#{term}"));
                assert!(leads, "{path}: without script the link leads to the entry");
            }
        }
    }
}

/// Builds a page of `text` with a glossary and expects its words with terms marked, every mention linked.
#[track_caller]
fn check(glossary: &str, text: &str, expect: &str) {
    let desk = Desk::with(&[
        ("content/site.toml", "title = \"甲\"\n[terms]\nlink = \"all\"\n"),
        ("content/r/report.toml", "title = \"报告\"\nno_source = \"试\"\n"),
        ("content/r/glossary.md", glossary),
        ("content/r/1.md", &format!("+++\ntitle = \"全文\"\n+++\n\n{text}\n")),
    ]);
    let site = desk.build();
    assert!(site.built.is_good(), "{:?}", site.codes());
    let page = marked(site.text("r/1/index.html"));
    let line = page.lines().find(|line| line.replace(['[', ']'], "").contains(&text[..3])).unwrap_or(&page);
    assert_eq!(line.trim(), expect);
}

const ROADS: &str = "## 1．“四好”农村路：\n\n- not: 四好农村路网\n\n定义。\n\n## 2．农村路：\n\n定义。\n\n## 3．ＡＩ+制造：\n\n- alias: 智造\n\n定义。\n";

#[test]
fn quotes_and_width_do_not_count() {
    check(ROADS, "建四好农村路。", "建[1:四好农村路]。");
    check(ROADS, "建“四好农村路”。", "建“[1:四好农村路]”。");
    check(ROADS, "推进AI＋制造。", "推进[3:AI＋制造]。");
}

#[test]
fn the_longest_term_wins_and_a_phrase_that_is_not_meant_hides_it() {
    check(ROADS, "建“四好”农村路和农村路。", "建[1:“四好”农村路]和[2:农村路]。");
    check(ROADS, "建四好农村路网。", "建四好农村路网。");
}

#[test]
fn an_alias_is_linked_like_its_term() {
    check(ROADS, "发展“智造”。", "发展“[3:智造]”。");
    check(ROADS, "乡村**农村路**和*AI+制造*。", "乡村[2:农村路]和[3:AI+制造]。");
}

#[test]
fn a_definition_leads_once_to_each_other_term_that_it_mentions() {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    let text = "青禾县2024年政府工作报告\n\n各位代表：\n\n一、2023年工作回顾\n\n推行“链长制”，建设“三园一廊”。\n\n二、2024年工作\n\n做强“三园一廊”。\n\n\
                名词解释\n1．“三园一廊”：智造园、物流园、创意园和科创走廊。\n2．“链长制”：由领导联系“三园一廊”的产业链，链长制每季调度，服务三园一廊企业。\n";
    desk.write("content/a/source.txt", text);
    let site = desk.build();
    let page = site.page("a/glossary/index.html");
    let entry = page.id("t2").unwrap();
    let links = page.inside(entry).filter(|own| own.get("class") == Some("term"));
    let found: Vec<_> = links.map(|own| (own.text.as_str(), own.get("href").unwrap())).collect();
    assert_eq!(found, [("“三园一廊”", "#t1")]);
    assert_eq!(page.inside(page.id("t1").unwrap()).filter(|own| own.get("class") == Some("term")).count(), 0);
}
