//! Rows for the Markdown we speak.

use super::super::{escape, lead_paragraph};
use super::*;
use proptest::prelude::*;

fn read(text: &str) -> (Document, Vec<Diagnostic>) {
    let Checked { value, diagnostics } = parse(&Source::new("t.md", text), 0);
    (value, diagnostics)
}

/// The document as one line a block, styles in brackets.
fn show(blocks: &[MarkdownBlock], indent: &str) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            MarkdownBlock::Paragraph(text) => out += &format!("{indent}p {}\n", styled(text)),
            MarkdownBlock::Heading { level, text } => out += &format!("{indent}h{level} {}\n", styled(text)),
            MarkdownBlock::List { start, items } => {
                for (index, item) in items.iter().enumerate() {
                    let mark = start.map_or("-".into(), |start| format!("{}.", start + index as u64));
                    out += &format!("{indent}{mark}\n{}", show(item, &format!("{indent}  ")));
                }
            }
            MarkdownBlock::Quote(inner) => out += &format!("{indent}>\n{}", show(inner, &format!("{indent}  "))),
            MarkdownBlock::EditorNote(inner) => {
                out += &format!("{indent}note\n{}", show(inner, &format!("{indent}  ")))
            }
            MarkdownBlock::Code { language, text } => out += &format!("{indent}code {language} {:?}\n", text.text),
            MarkdownBlock::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    out += &format!("{indent}| {}\n", row.iter().map(styled).collect::<Vec<_>>().join(" | "));
                }
            }
            MarkdownBlock::Rule => out += &format!("{indent}---\n"),
        }
    }
    out
}

fn styled(text: &Inline) -> String {
    let mut out = text.text.clone();
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for (order, mark) in text.marks.iter().enumerate() {
        let name = match &mark.style {
            Style::Strong => "b".to_owned(),
            Style::Emphasis => "i".to_owned(),
            Style::Code => "c".to_owned(),
            Style::Link { destination, .. } => format!("a={destination}"),
        };
        edits.push((mark.span.start, order, format!("<{name}>")));
        edits.push((mark.span.end, 1000 - order, "</>".into()));
    }
    edits.sort();
    for (at, _, tag) in edits.into_iter().rev() {
        out.insert_str(at, &tag);
    }
    out
}

#[track_caller]
fn check(text: &str, expect: &str) {
    assert_eq!(show(&read(text).0.blocks, "").trim_end(), expect);
}

#[test]
fn emphasis_beside_chinese_punctuation_is_emphasis() {
    check("推进**“431”现代产业体系**加速", "p 推进<b>“431”现代产业体系</>加速");
    check("**各位代表：**过去一年", "p <b>各位代表：</>过去一年");
    check("**“双减”**改革和**（好）**的", "p <b>“双减”</>改革和<b>（好）</>的");
    check("**真。**她说*“是”*吗", "p <b>真。</>她说<i>“是”</>吗");
    check("完成**10%**以上", "p 完成<b>10%</>以上");
    check("见**[链接](a.md)**加速", "p 见<b><a=a.md>链接</></>加速");
    check("**快速发展。**19条", "p <b>快速发展。</>19条");
    check("**好。**①补充，**“A”**B", "p <b>好。</>①补充，<b>“A”</>B");
    check("a**b**c", "p a<b>b</>c");
    check("𠮷**“古”**𠮷", "p 𠮷<b>“古”</>𠮷");
}

#[test]
fn asterisks_that_mean_nothing_stay_and_are_reported() {
    let (document, diagnostics) = read("三 ** 四");
    assert_eq!(show(&document.blocks, ""), "p 三 ** 四\n");
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].location.as_ref().map(|at| at.place.column), Some(3));
    assert!(read("三 \\*\\* 四").1.is_empty(), "a backslash says that they are meant");
    assert!(read("`进**“x`").1.is_empty());
}

#[test]
fn code_keeps_its_characters() {
    check("用`进**“x”**出`查", "p 用<c>进**“x”**出</>查");
    check("```toml\na = \"进**“”**\"\n```", "code toml \"a = \\\"进**“”**\\\"\\n\"");
}

#[test]
fn a_line_end_between_chinese_characters_is_no_space() {
    check("一行\n又一行", "p 一行又一行");
    check("one\ntwo", "p one two");
}

#[test]
fn html_is_words() {
    check("好<b>坏</b>", "p 好<b>坏</b>");
    let (_, diagnostics) = read("<script>alert(1)</script>\n");
    assert!(diagnostics.iter().all(|found| found.code == Code::RAW_HTML) && !diagnostics.is_empty());
}

#[test]
fn lists_tables_and_quotes() {
    check("1. 一\n2. 二\n", "1.\n  p 一\n2.\n  p 二");
    check("> 引\n", ">\n  p 引");
    check(
        "> 编者注（2024-01-05）：原文漏印。\n>\n> > 引\n",
        "note\n  p 编者注（2024-01-05）：原文漏印。\n  >\n    p 引",
    );
    check("> 编者注：没有日期。\n", ">\n  p 编者注：没有日期。");
    check("| 甲 | 乙 |\n|--|--:|\n| 1 | **2** |\n", "| 甲 | 乙\n| 1 | <b>2</>");
}

#[test]
fn words_know_where_they_come_from() {
    let (document, _) = read("甲**乙“丙”**丁");
    let text = document.leaves()[0].clone();
    let at = text.text.find('丁').unwrap();
    assert_eq!(text.origin(at), "甲**乙“丙”**".len());
    let span = Span::new(3, 6);
    assert_eq!(text.origin_span(span).of("甲**乙“丙”**丁"), "乙");
}

#[test]
fn lines_that_look_like_lists_are_escaped() {
    for words in ["2026. 年", "+ 一", "1) 二", "# 三", "- 四", "一*二*三_四_ [五](六) <七> & |", "===", "~~~", "```"]
    {
        check(&escape(words), &format!("p {words}"));
    }
    check(&lead_paragraph("经济*发展。体系“431”。", Some("经济*发展。".len())), "p <b>经济*发展。</>体系“431”。");
    check(&lead_paragraph("强。- 不是", Some("强。".len())), "p <b>强。</>- 不是");
}

proptest! {
    #[test]
    fn any_lead_survives_the_round_trip(lead in "[一二三“”（）A0-9]{1,8}[。！]", rest in "[一二三“”（）A-z0-9①％，。]{1,20}") {
        let words = format!("{lead}{rest}");
        let (document, diagnostics) = read(&lead_paragraph(&words, Some(lead.len())));
        prop_assert_eq!(document.words(), format!("{words}\n"));
        prop_assert_eq!(document.leaves()[0].lead(), Some(Span::new(0, lead.len())));
        prop_assert!(diagnostics.is_empty());
    }

    #[test]
    fn any_words_survive_the_round_trip(words in "[ -~一二三“”（）。，：、①⑴％\\u{3000}]{1,40}") {
        let words = words.trim();
        prop_assume!(!words.is_empty());
        let (document, diagnostics) = read(&escape(words));
        let read_back = document.words();
        prop_assert_eq!(read_back.trim_end_matches('\n'), words);
        prop_assert!(diagnostics.is_empty());
    }

    #[test]
    fn no_text_panics(words in "[*_`<>\\[\\]()#|\\n 一“。-]{0,60}") {
        read(&words);
    }
}

#[test]
fn a_thematic_break_parts_what_resumes() {
    let leaves = |text: &str| read(text).0.leaves_before_resuming();
    assert_eq!(leaves("甲。\n\n| 头 | 头 |\n|---|---|\n| 乙 | 丙 |\n\n---\n\n丁。\n\n---\n\n戊。\n"), Some(5));
    assert_eq!(leaves("甲。\n\n乙。\n"), None);
}
