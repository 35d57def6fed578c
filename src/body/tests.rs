//! Rows for rendered text.

use super::*;
use crate::content::{Manuscript, RawFile, Settings};
use crate::site::ReportSite;
use crate::topics::TopicTable;
use crate::words::{Language, Words};

/// Renders page 1 of a report of these files and gives its HTML without line ends.
fn render(files: &[(&str, &str)]) -> String {
    let raw: Vec<RawFile<'_>> =
        files.iter().map(|(path, text)| RawFile { path, name: path, bytes: text.as_bytes() }).collect();
    let manuscript = Manuscript::read("r", &raw).value;
    let words = Words::of(Language::Chinese);
    let topics = TopicTable::default();
    let site = ReportSite::resolve(&manuscript, &Settings::default(), &words, &topics);
    let index = site.value.pages.iter().position(|page| page.page.id.to_string() == "1").unwrap();
    let here = site.value.pages[index].route.clone();
    page(RenderContext::page(&site.value, &here, 1), index).html.replace('\n', "")
}

#[track_caller]
fn check(markdown: &str, expect: &str) {
    let text = format!("+++\ntitle = \"甲\"\n+++\n{markdown}");
    let html = render(&[("1.md", &text)]);
    let anchor = html.find("<a class=\"anchor\"").unwrap_or(html.len());
    assert_eq!(&html[..anchor], expect);
}

#[test]
fn sentences_and_leads_have_addresses() {
    check(
        "**强。**一。二。",
        "<p id=\"1p1\"><span class=\"s\" id=\"1p1s1\"><strong class=\"lead\">强。</strong></span>\
         <span class=\"s\" id=\"1p1s2\">一。</span><span class=\"s\" id=\"1p1s3\">二。</span>",
    );
}

#[test]
fn a_style_over_two_sentences_is_cut_at_their_border() {
    check(
        "一**甲。乙**二。",
        "<p id=\"1p1\"><span class=\"s\" id=\"1p1s1\">一<strong>甲。</strong></span>\
         <span class=\"s\" id=\"1p1s2\"><strong>乙</strong>二。</span>",
    );
}

#[test]
fn html_in_the_content_never_becomes_markup() {
    check(
        "甲<img src=x onerror=alert(1)>乙",
        "<p id=\"1p1\"><span class=\"s\" id=\"1p1s1\">甲&lt;img src=x onerror=alert(1)&gt;乙</span>",
    );
    let html = render(&[(
        "1.md",
        "+++\ntitle=\"x\"\n+++\n<script>alert(1)</script>\n\n[a](javascript:alert(1)) [b](data:text/html,x)\n",
    )]);
    assert!(
        !html.contains("<script") && !html.contains("href=\"javascript") && !html.contains("href=\"data"),
        "{html}"
    );
}

#[test]
fn headings_stand_below_the_title_of_the_page() {
    check("## 乙\n", "<h2 id=\"1h1\">乙</h2>");
    check("# 乙\n", "<h2 id=\"1h1\">乙</h2>");
}

#[test]
fn code_is_coloured_by_class_and_escaped() {
    let html = highlight("python", "x = \"<b>\"  # 注\n");
    assert!(html.contains("<span class=\"hl-string\">\"&lt;b&gt;\""), "{html}");
    assert!(html.contains("<span class=\"hl-comment\"># 注"), "{html}");
    assert_eq!(highlight("no-such-language", "a < b"), "a &lt; b");
    assert_eq!(highlight("", "a & b"), "a &amp; b");
}
