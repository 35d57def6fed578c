//! What must hold of any files below a report's folder, whatever is in them.

use gongdu::body::{self, RenderContext};
use gongdu::content::{LinkTerms, Manuscript, RawFile, Settings};
use gongdu::site::ReportSite;
use gongdu::topics::TopicTable;
use gongdu::words::{Language, Words};

/// Files that lie beside those under test, so that there is something to refer to.
const BESIDE: [(&str, &str); 5] = [
    ("report.toml", "title = \"政府工作报告\"\nno_source = \"只有扫描件\"\n"),
    ("1.md", "+++\ntitle = \"正文\"\n+++\n\n产值增长6.5%，推进“双减”。\n"),
    ("glossary.md", "## 1．双减：\n\n减负。\n"),
    (
        "figures.csv",
        "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\nf1,1.md,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual\n",
    ),
    ("charts/a.md", "+++\ntitle = \"产值增长6.5%\"\nkind = \"bars\"\nfigures = [\"f1\"]\n+++\n"),
];

/// Reads a folder in which these files stand in place of ordinary ones, and renders each page: no panic, no control character
/// on a page, and every fault marks words of the line that it shows.
pub fn hold(files: &[(&str, &[u8])]) {
    let given = |path: &str| files.iter().find(|(own, _)| *own == path).map(|(_, bytes)| *bytes);
    let raw = BESIDE.map(|(path, text)| RawFile { path, name: path, bytes: given(path).unwrap_or(text.as_bytes()) });
    let manuscript = Manuscript::read("r", &raw);
    let words = Words::of(Language::Chinese);
    let topics = TopicTable::embedded();
    let settings = Settings { link_terms: LinkTerms::All, ..Settings::default() };
    let site = ReportSite::resolve(&manuscript.value, &settings, &words, &topics);
    for (index, page) in site.value.pages.iter().enumerate() {
        let html = body::page(RenderContext::page(&site.value, &page.route, 1), index).html;
        assert!(!html.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r')), "{html:?}");
    }
    for place in manuscript.diagnostics.iter().chain(&site.diagnostics).filter_map(|found| found.location.as_ref()) {
        assert!(place.line.get(place.marked.start..place.marked.end).is_some(), "{place:?}");
    }
}
