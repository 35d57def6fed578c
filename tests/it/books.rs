//! A report as one file to read elsewhere: plain text, Markdown, `llms.txt`. Their words are those of the report.

use std::fs;
use std::path::Path;

use gongdu::build::Request;

use crate::desk::Desk;
use crate::site::{BASE, INCLUDED, SMALL, Site, included, request, small};

/// The characters of a text that are seen.
pub fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// What a report's folder has as its source, without the lines that its `report.toml` sets aside.
pub fn source_of(folder: &str) -> String {
    let source = fs::read_to_string(Path::new(folder).join("source.txt")).unwrap();
    let settings: toml::Table = fs::read_to_string(Path::new(folder).join("report.toml")).unwrap().parse().unwrap();
    let aside = settings.get("set_aside").and_then(|value| value.as_array()).cloned().unwrap_or_default();
    let aside: Vec<String> = aside.iter().map(|line| solid(line.as_str().unwrap())).collect();
    source.lines().map(solid).filter(|line| !aside.contains(line)).collect()
}

/// Where two texts begin to differ, for a message that can be read.
#[track_caller]
pub fn same_words(made: &str, due: &str, what: &str) {
    let same = made.chars().zip(due.chars()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.chars().skip(same).take(30).collect::<String>();
    assert!(made == due, "{what}: after {same} characters it has 「{}」 and should have 「{}」", from(made), from(due));
}

#[test]
fn the_plain_text_is_the_source_word_for_word() {
    for (site, folder) in [(included(), "content/zichuan-2023"), (small(), "tests/fixtures/small/qinghe-2024")] {
        let id = folder.rsplit('/').next().unwrap();
        let text = site.text(&format!("{id}/data/report.txt"));
        same_words(&solid(text), &source_of(folder), id);
        assert!(text.ends_with('\n') && !text.contains("\n\n\n") && !text.contains('\r'), "{id}");
    }
}

#[test]
fn a_paragraph_of_the_text_is_a_line_with_a_blank_one_behind_it() {
    let text = small().text("qinghe-2024/data/report.txt");
    let first: Vec<&str> = text.split("\n\n").take(3).collect();
    assert!(first.iter().all(|block| !block.contains('\n')), "{first:?}");
    assert!(text.contains("\n\n一、"), "a heading has its number");
}

#[test]
fn the_markdown_has_the_same_words_with_headings_and_terms_as_a_list() {
    for (site, id) in [(included(), "zichuan-2023"), (small(), "qinghe-2024")] {
        let text = site.text(&format!("{id}/data/report.txt"));
        let markdown = site.text(&format!("{id}/data/report.md"));
        let plain = solid(&markdown.replace('\\', ""));
        let mut at = 0;
        for line in text.lines().filter(|line| !line.is_empty() && !line.contains('\t')) {
            let found = plain[at..].find(&solid(&line.replace('\\', ""))).unwrap_or_else(|| panic!("{id}: {line}"));
            at += found;
        }
        assert!(markdown.starts_with("# ") && markdown.matches("\n## ").count() > 2, "{id}");
        assert!(markdown.lines().filter(|line| line.starts_with("- ")).count() > 1, "{id}: terms");
    }
}

#[test]
fn the_markdown_says_where_the_report_was_published_and_where_it_stands() {
    let desk = Desk::with_copy_of(SMALL);
    desk.change(
        "content/qinghe-2024/report.toml",
        "source_url = \"\"",
        "source_url = \"https://example.com/report.html\"",
    );
    let site = Site::good(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) });
    let markdown = site.text("qinghe-2024/data/report.md");
    let head: Vec<&str> = markdown.lines().take(4).collect();
    assert_eq!(
        head[1..],
        ["", "- 原文：<https://example.com/report.html>", "- 网址：<https://example.org/reports/qinghe-2024/>"]
    );
    assert!(small().text("qinghe-2024/data/report.md").lines().nth(2).is_some_and(|line| !line.contains("http")));
}

#[test]
fn the_markdown_of_a_report_that_was_withdrawn_or_not_proven_says_so() {
    let desk = Desk::with_unproven();
    let settings = desk.read("content/qinghe-2024/report.toml");
    let notice = "\n[[notice]]\nkind = \"withdrawal\"\ndate = 2024-03-01\ntext = \"报告*收回*重报。\"\nlink = \"https://example.org/n\"\n";
    desk.write("content/qinghe-2024/report.toml", settings + notice);
    let site = desk.build();
    let markdown = site.text("qinghe-2024/data/report.md");
    let head: Vec<&str> = markdown.lines().take_while(|line| !line.starts_with("政")).collect();
    assert_eq!(head[2], "- 撤回（2024-03-01）：报告\\*收回\\*重报。<https://example.org/n>");
    assert!(head[3].contains("已经撤回") && head[4].contains("只有扫描件"), "{head:?}");
    assert!(site.text("llms.txt").contains("已撤回"));
}

#[test]
fn signs_that_mean_something_in_markdown_are_words() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write(
        "content/qinghe-2024/3.md",
        "+++\nnumber = \"三、\"\ntitle = \"甲*乙*\"\n+++\n\\# 不是标题，1\\. 也不是\\_号。\n\n| 甲 | 乙\\|丙 |\n| --- | --- |\n| 1 | 2 |\n\n\
         3. 第三\n4. 第四\n\n```\na ``` b\n```\n\n> 编者注（2024-01-05）：这是编者的话。\n",
    );
    let site = desk.build();
    let markdown = site.text("qinghe-2024/data/report.md");
    for due in
        ["## 三、甲\\*乙\\*\n", "\\# 不是标题", "不是\\_号", "| 甲 | 乙\\|丙 |\n| --- | --- |\n| 1 | 2 |", "3. 第三\n"]
    {
        assert!(markdown.contains(due), "{due} in {markdown}");
    }
    assert!(
        markdown.contains("> 编者注（2024-01-05）：这是编者的话。") && markdown.contains("\n````\na ``` b\n````\n")
    );
    let text = site.text("qinghe-2024/data/report.txt");
    assert!(text.contains("甲\t乙|丙\n1\t2\n\n3. 第三\n\n4. 第四\n\na ``` b\n") && !text.contains("编者"));
}

#[test]
fn a_source_with_the_name_of_one_of_these_files_is_still_handed_out() {
    let desk = Desk::with_copy_of(SMALL);
    let source = desk.read("content/qinghe-2024/source.txt");
    desk.write("content/qinghe-2024/Report.TXT", &source);
    fs::remove_file(desk.path("content/qinghe-2024/source.txt")).unwrap();
    desk.change("content/qinghe-2024/report.toml", "source = \"source.txt\"", "source = \"Report.TXT\"");
    let site = Site::good(&request(desk.path("content")));
    assert_eq!(site.text("qinghe-2024/data/source-Report.TXT"), source);
    assert_ne!(site.text("qinghe-2024/data/report.txt"), source);
}

#[test]
fn the_contents_for_language_models_name_each_report_with_its_text_and_its_data() {
    let plain = included().text("llms.txt");
    let lines: Vec<&str> = plain.lines().collect();
    assert!(lines[0].starts_with("# ") && lines[1].is_empty() && lines[2].starts_with("> "), "{plain}");
    let site = Site::good(&Request { base_url: Some(BASE.into()), ..request(INCLUDED) });
    for (text, base) in [(plain, ""), (site.text("llms.txt"), BASE)] {
        let links: Vec<&str> =
            text.lines().filter_map(|line| line.split_once("](")?.1.split_once("): ")).map(|(href, _)| href).collect();
        assert_eq!(links.len(), 3, "{text}");
        for href in links {
            let path = href.strip_prefix(base).unwrap();
            assert!(site.files.contains_key(path), "{path}");
        }
    }
}
