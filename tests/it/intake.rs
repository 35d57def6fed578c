//! Files of every format on their way to a site: what is kept, what is renewed, what a person is told.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::desk::{Desk, check};

const SPEECH: &str = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
    现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n经济运行稳中向好。落实“双减”政策［1］，推进碳达峰［2］行动，全年完成投资30亿元。\n\
    （一）产业\n扎实推进“双减”政策。\n（二）民生\n办成一批实事，群众有了更多获得感。\n二、2024年重点工作\n抓好“稳增长”一揽子政策［3］，奋力谱写现代化青禾建设新篇章！\n\
    名词解释\n［1］“双减”政策：减轻负担。\n［2］碳达峰：排放不再增长。\n［3］稳增长18条：政策措施。\n";

/// A document of Word with a paragraph for each line.
pub fn docx(text: &str) -> Vec<u8> {
    let paragraphs: String = text.lines().map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>")).collect();
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{paragraphs}</w:body></w:document>");
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(document.as_bytes()).unwrap();
    zip.finish().unwrap().into_inner()
}

fn page(text: &str) -> String {
    let paragraphs: String = text.lines().map(|line| format!("<p>{line}</p>\n")).collect();
    let menu = "<li><a href=\"/\">栏目</a></li>".repeat(9);
    format!("<!DOCTYPE html><html><body><ul>{menu}</ul><div id=\"zoom\">{paragraphs}</div></body></html>")
}

#[test]
fn what_import_writes_builds_and_what_it_leaves_out_is_told() {
    for (name, told) in [("province-湖南省-2026", &["「增长2.5%以上」", "「12项」"][..]), ("city-玉溪市-2007", &[])]
    {
        let desk = Desk::empty();
        let text = std::fs::read(format!("tests/corpus/texts/{name}.txt")).unwrap();
        desk.write("a.txt", text);
        let run = check(&desk, &["import", "a.txt"], 0, told);
        assert_eq!(run.err.matches("warning[unnamed-figure]").count(), told.len(), "{run:?}");
        check(&desk, &["check"], 0, &["nothing was written"]);
    }
}

#[test]
fn a_figure_that_a_person_named_stays_when_the_text_is_imported_again() {
    let desk = Desk::empty();
    desk.write("a.txt", SPEECH.replace("30亿元", "30亿元，税收增长1.7%（同口径增长2.5%以上）"));
    check(&desk, &["import", "a.txt"], 0, &["warning[unnamed-figure]", "a.txt:7:"]);
    let table = desk.read("content/a/figures.csv");
    assert!(!table.contains("增长2.5%以上,2.5"), "{table}");
    let row = "mine,1,同口径增长2.5%以上,增长2.5%以上,2.5,,%,ge,change,up,税收同口径,2023,actual\r\n";
    desk.write("content/a/figures.csv", format!("{table}{row}"));
    check(&desk, &["import", "a.txt"], 0, &["1 kept"]);
    let renewed = row.replace("mine,1,", "mine,1.md,").replace("actual\r\n", "actual,,,\r\n");
    assert!(desk.read("content/a/figures.csv").ends_with(&renewed), "a place is the name of a file");
    check(&desk, &["check"], 0, &[]);
}

#[test]
fn a_report_makes_the_same_pages_whatever_format_it_comes_in() {
    let desk = Desk::empty();
    desk.write("text.txt", SPEECH);
    desk.write("word.docx", docx(SPEECH));
    desk.write("page.html", page(SPEECH));
    desk.write("mark.md", SPEECH.replace("一、2023", "## 一、2023").replace("政府工作报告\n", "# 政府工作报告\n"));
    let files = ["text.txt", "word.docx", "page.html", "mark.md"];
    let same =
        ["duplicate-id", "word.docx and text.txt are of the same place", "UTF-8", "3/3", "1 of 4 files imported"];
    check(&desk, &[&["import"], &files[..]].concat(), 1, &same);
    for file in &files[1..] {
        check(&desk, &["import", file, "--as", file.split('.').next().unwrap()], 0, &[]);
    }
    for id in ["word", "page", "mark"] {
        for file in ["1.md", "1-1.md", "2.md", "glossary.md", "figures.csv"] {
            assert_eq!(desk.read(&format!("content/{id}/{file}")), desk.read(&format!("content/text/{file}")), "{id}");
        }
    }
    let source = std::fs::read(desk.path("content/word/source.docx")).unwrap();
    assert!(source == docx(SPEECH), "byte for byte");
    check(&desk, &["build"], 0, &["4 reports", "warning[same-report]", "`mark`, `page`, `text`, `word` are all"]);
    assert!(std::fs::read(desk.path("public/word/data/source.docx")).unwrap() == source);
    check(&desk, &["check"], 0, &["nothing was written"]);
}

#[test]
fn a_word_that_the_site_lacks_is_found_whatever_the_format_of_the_source() {
    for (name, bytes) in [("a.docx", docx(SPEECH)), ("a.html", page(SPEECH).into_bytes())] {
        let desk = Desk::empty();
        desk.write(name, bytes);
        check(&desk, &["import", name], 0, &[]);
        desk.change("content/a/1.md", "全年完成投资", "完成投资");
        check(&desk, &["build"], 1, &["error[fidelity]"]);
    }
}

#[test]
fn a_source_that_is_only_put_there_is_converted_at_the_next_build() {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    desk.write("content/r/source.docx", docx(SPEECH));
    check(&desk, &["build"], 0, &["1 report"]);
    assert!(desk.path("content/r/1.md").is_file());
    check(&desk, &["build"], 0, &["0 written"]);
}

#[test]
fn marks_in_the_text_lead_to_their_entries_and_back() {
    let desk = Desk::empty();
    desk.write("a.txt", SPEECH);
    check(&desk, &["import", "a.txt"], 0, &[]);
    check(&desk, &["build"], 0, &["3 terms in 4 mentions"]);
    let text = desk.read("public/a/full/index.html");
    for (mark, term) in [("［1］", "t1"), ("［2］", "t2")] {
        let link = format!("#{term}\">{mark}</a></sup>");
        assert!(text.contains(&link), "{link} in {text}");
    }
    assert!(
        text.contains("data-term=\"t3\">［3］</a>"),
        "where other words stand before it the mark is the mention: {text}"
    );
    let glossary = desk.read("public/a/glossary/index.html");
    assert!(glossary.contains("2/index.html#2p1s1"), "{glossary}");
}

#[test]
fn files_that_nobody_changed_are_renewed_and_others_kept_and_named() {
    let desk = Desk::empty();
    desk.write("a.txt", SPEECH);
    check(&desk, &["import", "a.txt"], 0, &[]);
    desk.change("content/a/2.md", "抓好", "**抓好**");
    let ours = desk.read("content/a/2.md");
    // The office publishes a corrected text, with another figure and without the second section.
    let corrected = SPEECH.replace("30亿元", "31亿元").replace("抓好", "狠抓");
    let corrected = corrected.replace("（二）民生\n", "");
    desk.write("a.txt", corrected.as_bytes());
    let run = check(&desk, &["import", "a.txt"], 0, &["kept as it is: content/a/2.md", "removed: content/a/1-2.md"]);
    assert!(!run.err.contains("1.md (a person"), "{run:?}");
    assert!(desk.read("content/a/1.md").contains("31亿元"));
    assert!(desk.read("content/a/source.txt") == corrected);
    assert!(desk.read("content/a/2.md") == ours);
    assert!(!desk.path("content/a/1-2.md").exists());
    check(&desk, &["import", "a.txt"], 0, &["kept as it is: content/a/2.md"]);
    check(&desk, &["import", "a.txt", "--force"], 0, &[]);
    assert!(desk.read("content/a/2.md").contains("狠抓"));
}

#[test]
fn one_bad_file_stops_no_other_and_says_what_to_do() {
    let desk = Desk::empty();
    desk.write("good.txt", SPEECH);
    desk.write("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    desk.write("scan.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0");
    desk.write("half.docx", &docx(SPEECH)[..200]);
    check(
        &desk,
        &["import", "old.doc", "scan.jpg", "half.docx", "good.txt"],
        1,
        &[
            "error[unreadable-format]: this is a file of Word 97–2003 (.doc)",
            "另存为",
            "error[unreadable-format]: this is a picture, not a text",
            "error[damaged-file]",
            "not imported: half.docx (damaged-file)",
            "1 of 4 files imported",
        ],
    );
    assert!(desk.path("content/good/1.md").is_file() && !desk.path("content/old").exists());
    check(&desk, &["import", "good.txt", "nowhere.txt"], 2, &["cannot read nowhere.txt", "not read", "1 of 2"]);
    check(&desk, &["inspect", "old.doc"], 1, &["unreadable-format"]);
}

#[test]
fn what_was_read_goes_to_a_file_that_is_not_there_yet() {
    let desk = Desk::with(&[("报告.txt", SPEECH)]);
    let printed = check(&desk, &["inspect", "报告.txt", "--json"], 0, &[]).out;
    assert_eq!(check(&desk, &["inspect", "报告.txt", "--json", "--output", "out/读.json"], 0, &[]).out, "");
    assert_eq!(desk.read("out/读.json"), printed);
    check(&desk, &["inspect", "报告.txt", "-o", "报告.txt"], 2, &["报告.txt is there already"]);
    assert_eq!(desk.read("报告.txt"), SPEECH, "the text itself is never written over");
}
