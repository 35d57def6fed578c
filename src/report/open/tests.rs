//! Documents of Word, pages and refusals, each as the text that is made of it.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::report;
use crate::text::Source;

/// A `.docx` of a body and further parts, packed as Word packs it.
fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let spaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    let document = format!("<?xml version=\"1.0\"?><w:document {spaces}><w:body>{body}</w:body></w:document>");
    for (name, xml) in [("word/document.xml", document.as_str())].iter().chain(parts) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(xml.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A paragraph of one run.
fn p(words: &str) -> String {
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[track_caller]
fn check(body: &str, parts: &[(&str, &str)], expect: &str) -> Opened {
    let Checked { value, diagnostics } = open("a.docx", &docx(body, parts));
    assert_eq!(value.source.text(), expect, "{diagnostics:?}");
    value
}

#[track_caller]
fn check_refused(name: &str, bytes: &[u8], code: &str) {
    let Checked { value, diagnostics } = open(name, bytes);
    assert_eq!(diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), [code], "{diagnostics:?}");
    assert_eq!(value.source.text(), "");
    assert!(diagnostics[0].help.is_some());
}

#[test]
fn runs_breaks_tabs_and_tables_become_lines() {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2023年</w:t></w:r></w:p></w:tc></w:tr>\
                 <w:tr><w:tc><w:p><w:r><w:t>一段</w:t></w:r></w:p><w:p><w:r><w:t>又一段</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    check(
        &format!(
            "<w:p><w:r><w:t>各位</w:t></w:r><w:r><w:t xml:space=\"preserve\">代表：</w:t><w:br/><w:t>甲&amp;乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p><w:p/>{table}"
        ),
        &[],
        "各位代表：\n甲&乙\t丙\n指标\t2023年\n一段\n又一段\n",
    );
}

#[test]
fn changes_are_taken_as_accepted_and_nothing_hidden_is_read() {
    check(
        "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>5%</w:delText></w:r></w:del><w:ins><w:r><w:t>6%</w:t></w:r></w:ins>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>。</w:t></w:r></w:p>\
         <w:moveFrom><w:p><w:r><w:t>移走</w:t></w:r></w:p></w:moveFrom>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>上半句，</w:t></w:r></w:p><w:p><w:r><w:t>下半句。</w:t></w:r></w:p>\
         <w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGEREF x</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>第3页</w:t></w:r></w:p>",
        &[],
        "增长6%。\n上半句，下半句。\n第3页\n",
    );
}

#[test]
fn deleted_and_hidden_words_are_told_and_signs_of_symbol_fonts_are_characters() {
    let body = "<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>百分之五</w:delText></w:r></w:del>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>密件</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>";
    let Checked { value, diagnostics } = open("a.docx", &docx(body, &[]));
    assert_eq!(value.source.text(), "增长✓\n");
    let notes: Vec<String> = diagnostics.iter().map(|found| format!("{found:?}")).collect();
    assert!(notes.len() == 1 && notes[0].contains("百分之五") && notes[0].contains("密件"), "{notes:?}");
}

#[test]
fn words_in_text_boxes_stand_behind_their_paragraph_and_once() {
    check(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><AlternateContent><Choice><txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></txbxContent></Choice>\
         <Fallback><txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></txbxContent></Fallback></AlternateContent></w:r><w:r><w:t>继续。</w:t></w:r></w:p>",
        &[],
        "正文继续。\n框中\n",
    );
}

#[test]
fn raised_numbers_keep_their_sign_and_lowered_ones_are_plain() {
    let raised =
        |words: &str| format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{words}</w:t></w:r>");
    check(
        &format!(
            "<w:p><w:r><w:t>10</w:t></w:r>{}{}<w:r><w:t>次，“双减”</w:t></w:r>{}{}{}<w:r><w:t>，PM</w:t></w:r>\
             <w:r><w:rPr><w:vertAlign w:val=\"subscript\"/></w:rPr><w:t>2.5</w:t></w:r></w:p>",
            raised("1"),
            raised("8"),
            raised("["),
            raised("3"),
            raised("]"),
        ),
        &[],
        "10¹⁸次，“双减”[3]，PM2.5\n",
    );
}

const STYLES: &str = "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"22\"><w:name w:val=\"标题二\"/><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"toc 1\"/><w:basedOn w:val=\"t\"/></w:style></w:styles>";

const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"5\">\
    <w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>\
    <w:lvl w:ilvl=\"2\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%3.\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>\
    <w:num w:numId=\"2\"><w:abstractNumId w:val=\"5\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";

#[test]
fn numbers_that_word_generates_become_text() {
    let item = |list: u8, level: u8, words: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
        )
    };
    let body = [
        item(1, 0, "回顾"),
        item(1, 1, "经济"),
        item(1, 1, "民生"),
        item(1, 0, "安排"),
        item(1, 1, "改革"),
        item(1, 2, "5亿元项目"),
        item(2, 0, "重新开始"),
        item(0, 0, "无编号"),
        item(9, 0, "没有的编号"),
    ];
    check(
        &body.concat(),
        &[("word/numbering.xml", NUMBERING)],
        "一、回顾\n（一）经济\n（二）民生\n二、安排\n（一）改革\n1. 5亿元项目\n一、重新开始\n无编号\n没有的编号\n",
    );
}

#[test]
fn headings_are_known_by_style_and_outline_level_and_tables_of_contents_left_out() {
    let styled = |style: &str, words: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    let outlined = "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>工作安排</w:t></w:r></w:p>";
    let body =
        [styled("t", "工作回顾 3"), styled("1", "工作回顾"), styled("22", "经济"), p("增长。"), outlined.to_owned()];
    let opened = check(&body.concat(), &[("word/styles.xml", STYLES)], "工作回顾\n经济\n增长。\n工作安排\n");
    assert_eq!(opened.headings.into_iter().collect::<Vec<_>>(), [(1, 1), (2, 2), (4, 1)]);
}

#[test]
fn headings_by_style_stand_in_the_outline_at_the_style_s_level() {
    let mut opened = open(
        "a.txt",
        "政府工作报告\n各位代表：\n我代表区政府报告工作。\n走过的路\n成绩很大。\n产业升级，动能转换，质量提升\n增长。\n要走的路\n任务很重，要求很高，责任很大，时间很紧，必须振奋精神、开拓进取，把各项工作抓实抓细抓到位，以钉钉子精神一件一件落到实处，不辜负全区人民的期望。".as_bytes(),
    )
    .value;
    opened.headings = [(4, 1), (6, 2), (8, 1), (9, 1)].into();
    let report = report::read_opened(&opened).value;
    let headings = report.body.iter().filter_map(|block| match block {
        report::Block::Heading(heading) => Some((heading.level, heading.text.as_str())),
        report::Block::Paragraph(_) => None,
    });
    let headings: Vec<_> = headings.collect();
    assert_eq!(headings, [(1, "走过的路"), (2, "产业升级，动能转换，质量提升"), (1, "要走的路")]);
}

#[test]
fn footnotes_become_a_glossary_with_marks_in_the_text() {
    let note = |id: u8| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
    let notes = "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote>\
        <w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> 碳汇：吸收。</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id=\"2\"><w:p><w:r><w:t>双减：减负。</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let body = format!(
        "{}<w:p><w:r><w:t>落实“双减”</w:t></w:r>{}<w:r><w:t>，发展碳汇</w:t></w:r>{}<w:r><w:t>。</w:t></w:r></w:p>",
        p("各位代表："),
        note(2),
        note(7)
    );
    let opened = check(
        &body,
        &[("word/footnotes.xml", notes)],
        "各位代表：\n落实“双减”［1］，发展碳汇［2］。\n注释\n［1］双减：减负。\n［2］碳汇：吸收。\n",
    );
    let imported = crate::import::import_opened(&opened).value;
    let terms: Vec<_> = imported.entries.iter().map(|entry| (entry.number, entry.term.as_str())).collect();
    assert_eq!(terms, [(1, "双减"), (2, "碳汇")]);
}

#[test]
fn a_document_and_its_text_have_the_same_structure() {
    let text = include_str!("../../../content/zichuan-2023/source.txt");
    let body: String = text.lines().map(|line| p(&crate::markup::escape(line))).collect();
    let opened = open("a.docx", &docx(&body, &[])).value;
    let of = |report: report::Report| {
        report
            .body
            .iter()
            .map(|block| match block {
                report::Block::Heading(heading) => format!("{} {}{}", heading.level, heading.number, heading.text),
                report::Block::Paragraph(paragraph) => format!("{:?} {}", paragraph.lead, paragraph.text),
            })
            .collect::<Vec<_>>()
    };
    let from_docx = of(report::read_opened(&opened).value);
    let from_text = of(report::read(&Source::new("a.txt", text)).value);
    assert_eq!(from_docx, from_text);
    assert!(from_text.len() > 40);
}

#[test]
fn bombs_and_broken_files_are_refused_in_words() {
    let blanks = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(60 << 20));
    check_refused("a.docx", &docx(&blanks, &[]), "too-much-inside");
    let deep = format!("{}{}", "<w:p>".repeat(400), "</w:p>".repeat(400));
    check_refused("a.docx", &docx(&deep, &[]), "too-much-inside");
    let good = docx(&p("各位代表："), &[]);
    check_refused("a.docx", &good[..good.len() / 2], "damaged-file");
    check_refused("a.docx", &docx("<!--", &[]), "damaged-file");
    check_refused("a.docx", &docx("", &[]), "unreadable-format");
    let laughs = "<!DOCTYPE x [<!ENTITY a \"哈哈\"><!ENTITY b \"&a;&a;\">]>";
    let opened = open("a.docx", &docx(&format!("{laughs}{}", p("各位&b;代表")), &[]));
    assert_eq!(opened.value.source.text(), "各位代表\n", "no entity is expanded");
}

#[test]
fn what_cannot_be_read_says_how_to_save_it() {
    check_refused("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "unreadable-format");
    check_refused("a.pdf", b"%PDF-1.7", "unreadable-format");
    check_refused("a.jpg", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "unreadable-format");
    check_refused("a.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "unreadable-format");
    check_refused("a.html", b"<html><body><script>x</script></body></html>", "unreadable-format");
}

/// A page with an article long enough to be one.
fn page(head: &str, article: &str) -> String {
    let long = "全区上下坚持稳中求进，各项工作取得新的进展。".repeat(30);
    format!(
        "<!DOCTYPE html><html><head>{head}<script>var x = '各位代表';</script></head><body><ul><li><a href=\"/\">首页</a></li></ul>\
         <button>打印</button>{article}<p>{long}</p></div><div>责任编辑：甲</div></body></html>"
    )
}

#[track_caller]
fn check_page(html: &[u8], encoding: &str, begins: &str) {
    let Checked { value, diagnostics } = open("a.html", html);
    assert_eq!(value.encoding, encoding);
    let text = value.source.text();
    assert!(text.starts_with(begins), "{text}");
    assert!(!text.contains("责任编辑") && !text.contains("首页") && !text.contains("打印"), "{text}");
    assert_eq!(diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["left-out"]);
}

#[test]
fn the_article_of_a_page_is_read_without_the_page() {
    let article = "<div id=\"UCAP-CONTENT\"><h2>一、回顾</h2><p>　　增长<b>5</b>%，\n  达到10<sup>18</sup>次。<br/>又&nbsp;一&mdash;行</p>\
                   <table><tr><td>甲</td><td>乙</td></tr></table>";
    let lines = "政府工作报告\n一、回顾\n　　增长5%，达到10¹⁸次。\n又\u{a0}一—行\n甲\t乙\n";
    let named = "<meta name=\"ArticleTitle\" content=\"政府工作报告\">";
    check_page(page(named, article).as_bytes(), "UTF-8", lines);
    let windows = page("<meta charset=gb2312><title>政府工作报告_某区人民政府</title>", &article.replace("¹⁸", ""));
    check_page(&encoding_rs::GBK.encode(&windows).0, "GBK", lines);
}

#[test]
fn where_no_article_is_named_the_part_with_the_words_is_taken() {
    check_page(page("", "<div><div class=\"x\"><p>各位代表：</p>").as_bytes(), "UTF-8", "各位代表：\n");
}
