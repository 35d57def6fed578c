//! How much is read at most: every limit is in the document, far above every report, and refuses what is past it at its place.

use std::fs;

use gongdu::diagnostic::Diagnostic;
use gongdu::limits::{self, Limit};
use gongdu::message::Language;
use gongdu::{import, report};

use crate::desk::Desk;
use crate::document::in_both;

#[test]
fn the_document_lists_every_limit_of_the_code() {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split(" | ");
        Some((cells.next()?.trim_end_matches('`').to_owned(), cells.next()?.parse::<usize>().unwrap()))
    };
    let known: Vec<(String, usize)> =
        limits::ALL.iter().map(|(name, limit)| ((*name).to_owned(), limit.most)).collect();
    for (path, text) in in_both("limits") {
        assert_eq!(text.lines().filter_map(row).collect::<Vec<_>>(), known, "{path}");
    }
}

/// The numbers of a text that the limits count.
fn counts(text: &str, golden: &str) -> Vec<(Limit, usize)> {
    let facts = |kind: &str| golden.lines().filter(|line| line.split(' ').nth(1) == Some(kind)).count();
    vec![
        (limits::BYTES, text.len()),
        (limits::LINES, text.lines().count()),
        (limits::LINE, text.lines().map(str::len).max().unwrap_or(0)),
        (limits::HEADINGS, facts("heading")),
        (limits::PARAGRAPHS, facts("paragraph")),
        (limits::FIGURES, facts("figure")),
        (limits::TERMS, facts("entry").max(facts("term"))),
    ]
}

#[test]
fn every_limit_is_far_above_every_report_of_the_corpus() {
    let texts = fs::read_dir("tests/corpus/texts").unwrap().map(|entry| entry.unwrap().path());
    let mut seen = 0;
    for path in texts.filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let name = path.file_name().unwrap().to_owned();
        let golden = fs::read_to_string(std::path::Path::new("tests/corpus/golden").join(&name)).unwrap_or_default();
        for (limit, count) in counts(&fs::read_to_string(&path).unwrap_or_default(), &golden) {
            assert!(count * 6 <= limit.most, "{}: {count} of {limit:?}", path.display());
            seen += count;
        }
    }
    assert!(seen > 1_000_000, "the corpus was read: {seen}");
}

/// A speech of which these are the last lines.
fn speech(lines: &str) -> String {
    format!(
        "政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n一、工作回顾\n\
         过去一年，全区上下同心，办成了许多大事、难事和实事，发展质量稳步提高，群众生活不断改善。\n{lines}"
    )
}

fn imported(name: &str, text: &str) -> Vec<Diagnostic> {
    let opened = report::open(name, text.as_bytes());
    let imported = import::import_opened(&opened.value);
    opened.diagnostics.into_iter().chain(imported.diagnostics).collect()
}

/// What is said of content in which one file stands otherwise.
fn content(path: &str, text: &str) -> Vec<Diagnostic> {
    let desk = Desk::with(&[
        ("content/site.toml", "title = \"甲\"\n"),
        ("content/r/report.toml", "title = \"政府工作报告\"\nno_source = \"只有扫描件\"\n"),
        ("content/r/1.md", "+++\ntitle = \"正文\"\n+++\n\n各位代表：\n"),
        (path, text),
    ]);
    desk.build().built.diagnostics
}

/// The given diagnostics tell that this limit was passed.
#[track_caller]
fn check(limit: Limit, found: Vec<Diagnostic>) {
    let told = limit.fault().message;
    let past: Vec<&Diagnostic> = found.iter().filter(|one| one.code.as_str() == "past-limit").collect();
    assert!(past.iter().any(|one| one.message == told && one.location.is_some()), "{limit:?}: {found:?}");
}

fn page(text: &str) -> Vec<Diagnostic> {
    content("content/r/1.md", &format!("+++\ntitle = \"正文\"\n+++\n\n{text}\n"))
}

#[test]
fn what_is_past_its_limit_is_refused_at_its_place() {
    let many = |limit: Limit, one: &str| one.repeat(limit.most + 1);
    let numbered = |limit: Limit, one: &dyn Fn(usize) -> String| (1..=limit.most + 1).map(one).collect::<String>();
    check(limits::BYTES, imported("a.txt", &speech(&"发展经济，改善民生。\n".repeat(80_000))));
    check(limits::BYTES, content("content/r/2.md", &many(limits::BYTES, "a")));
    check(limits::LINES, imported("a.txt", &speech(&many(limits::LINES, "好。\n"))));
    check(limits::LINE, imported("a.txt", &speech(&many(limits::LINE, "a"))));
    let headed =
        |at: usize| format!("## 推进第{at}项工作\n\n全区完成第{at}项工作，投资{at}万元，成效明显，群众满意。\n\n");
    check(limits::HEADINGS, imported("a.md", &speech(&numbered(limits::HEADINGS, &headed))));
    check(
        limits::TERMS,
        imported(
            "a.txt",
            &speech(&format!(
                "谢谢大家！\n名词解释\n{}",
                numbered(limits::TERMS, &|at| format!("{at}．工程甲{at}：指工程。\n"))
            )),
        ),
    );
    check(limits::FIGURES, imported("a.txt", &speech(&numbered(limits::FIGURES, &|at| format!("建成学校{at}所。")))));
    for (limit, html) in [
        (limits::TAGS, many(limits::TAGS, "<p>")),
        (limits::NESTED_TAGS, many(limits::NESTED_TAGS, "<div>")),
        (limits::ATTRIBUTES, format!("<p {}>", many(limits::ATTRIBUTES, "a "))),
    ] {
        check(limit, imported("a.html", &format!("<html>{html}{}", speech(""))));
    }
    check(limits::DEPTH, page(&format!("{}甲", many(limits::DEPTH, ">"))));
    check(limits::DEPTH, page(&format!("{}甲", many(limits::DEPTH, "- "))));
    check(limits::DEPTH, page(&format!("{}甲{}", many(limits::DEPTH, "*甲 **乙 "), many(limits::DEPTH, "丁** 丙*"))));
    check(limits::MARKS, page(&many(limits::MARKS, "[甲](1.md)")));
    check(limits::MARKS, page(&many(limits::MARKS, "<b>")));
    check(limits::PARAGRAPHS, page(&many(limits::PARAGRAPHS, "甲\n\n")));
    check(
        limits::TERMS,
        content("content/r/glossary.md", &numbered(limits::TERMS, &|at| format!("## {at}．甲{at}：\n\n乙。\n\n"))),
    );
    let settings = |more: &str| content("content/r/report.toml", &format!("no_source = \"甲\"\n{more}"));
    check(limits::KEYS, settings(&numbered(limits::KEYS, &|at| format!("a{at} = 1\n"))));
    check(limits::VALUE, settings(&format!("title = \"{}\"\n", many(limits::VALUE, "字"))));
    let pages: Vec<(String, String)> = (1..=limits::PAGES.most + 1)
        .map(|at| (format!("content/r/{at}.md"), "+++\ntitle = \"甲\"\n+++\n".into()))
        .collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    check(limits::PAGES, Desk::with(&pages).build().built.diagnostics);
}

/// As many bytes of source as anything can make the program keep of one line: each fault of it has its own copy.
#[test]
fn a_fault_keeps_no_more_of_a_line_than_is_shown() {
    let text = speech(&"建成学校5所。".repeat(10_000));
    for found in imported("a.txt", &text) {
        let kept = found.location.map_or(0, |at| at.line.len());
        assert!(kept < 5_000, "{kept}: {}", found.message.said_in(Language::English));
    }
}

/// Inputs of the kinds that once took the square of their size, each below its limit: they are read, whatever is in them. Had
/// they still their old cost, this test would take hours.
#[test]
fn what_once_took_the_square_of_its_size_is_read() {
    let most = limits::LINE.most / 16;
    imported("a.txt", &speech(&"增长6.5%，".repeat(most)));
    imported("a.txt", &speech(&"增长6.5%".repeat(most)));
    imported("a.md", &speech(&"[*".repeat(most * 4)));
    imported("a.md", &speech(&"[a](".repeat(most * 4)));
    imported("a.html", &format!("<html>{}{}", "<div>".repeat(limits::NESTED_TAGS.most), speech("")));
}
