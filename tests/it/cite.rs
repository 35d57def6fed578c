//! The reference to a report in the formats of programs that keep references, and where they are offered.

use crate::desk::Desk;
use crate::site::{BASE, SMALL, Site, included, request, small};

/// The short report with these lines of `report.toml` changed, at a known address or not.
fn changed(lines: &[(&str, &str)], base: Option<&str>) -> Site {
    let desk = Desk::with_copy_of(SMALL);
    for (from, to) in lines {
        desk.change("content/qinghe-2024/report.toml", from, to);
    }
    Site::of(&gongdu::build::Request { base_url: base.map(str::to_owned), ..request(desk.path("content")) })
}

#[test]
fn bibtex_says_what_the_report_prints() {
    let site = changed(&[], Some(BASE));
    assert_eq!(
        site.text("qinghe-2024/data/cite.bib"),
        "@techreport{qinghe-2024,\n  author = {{林小禾}},\n  title = {{青禾区2024年政府工作报告}},\n  institution = {{青禾区人民政府}},\n  \
         year = {2024},\n  date = {2024-01-08},\n  url = {https://example.org/reports/qinghe-2024/},\n}\n"
    );
    let odd = changed(&[("speaker = \"林小禾\"", "speaker = \"a{b}%&$#_~^\\\\\"")], None);
    let bib = odd.text("qinghe-2024/data/cite.bib");
    let due = "author = {{a\\{b\\}\\%\\&\\$\\#\\_\\textasciitilde{}\\textasciicircum{}\\textbackslash{}}},";
    assert!(bib.contains(due) && !bib.contains("url ="), "{bib}");
}

#[test]
fn ris_says_the_same_line_by_line() {
    assert_eq!(
        changed(&[("source_url = \"\"", "source_url = \"https://example.com/r.html\"")], None)
            .text("qinghe-2024/data/cite.ris"),
        "TY  - RPRT\r\nAU  - 林小禾\r\nTI  - 青禾区2024年政府工作报告\r\nPB  - 青禾区人民政府\r\nPY  - 2024\r\nDA  - 2024/01/08\r\n\
         UR  - https://example.com/r.html\r\nLA  - zh-CN\r\nER  - \r\n"
    );
}

#[test]
fn csl_json_has_what_citation_processors_ask_for() {
    let value: serde_json::Value = serde_json::from_str(small().text("qinghe-2024/data/cite.json")).unwrap();
    assert_eq!(
        value,
        serde_json::json!([{
            "id": "qinghe-2024", "type": "report", "title": "青禾区2024年政府工作报告", "language": "zh-CN",
            "author": [{ "literal": "林小禾" }], "publisher": "青禾区人民政府", "issued": { "date-parts": [[2024, 1, 8]] },
        }])
    );
}

#[test]
fn what_is_not_known_is_not_said() {
    let desk = Desk::with(&[
        ("content/site.toml", "title = \"公读\"\n"),
        ("content/r/report.toml", "title = \"报告\"\nno_source = \"试\"\n"),
        ("content/r/1.md", "+++\ntitle = \"总论\"\n+++\n一句话。\n"),
    ]);
    desk.change("content/r/report.toml", "title = \"报告\"", "title = \"报告\"\nkind = \"other\"");
    let site = desk.build();
    assert_eq!(site.text("r/data/cite.bib"), "@misc{r,\n  title = {{报告}},\n}\n");
    assert_eq!(site.text("r/data/cite.ris"), "TY  - RPRT\r\nTI  - 报告\r\nLA  - zh-CN\r\nER  - \r\n");
}

#[test]
fn the_files_are_offered_where_the_citation_is() {
    for (path, page) in included().pages() {
        let offered =
            page.all("a").filter(|link| link.get("href").is_some_and(|href| href.contains("data/cite."))).count();
        let cited = page.elements.iter().any(|element| element.get("class") == Some("citation"));
        let of_report = path.starts_with("zichuan-2023/") || path == "index.html";
        assert_eq!(offered, if cited && of_report { 3 } else { 0 }, "{path}");
    }
}
