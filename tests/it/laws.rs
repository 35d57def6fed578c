//! What holds whatever the report: nothing lost, nothing made up, the same bytes each time, nobody's work written over.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use gongdu::build::{self, Request};
use gongdu::content::{self, Manuscript, NewFile, RawFile};
use gongdu::diagnostic::Severity;
use gongdu::import::{Imported, import};
use gongdu::message::Language;
use gongdu::report::{Block, Piece};
use gongdu::text::{Source, unpacked};
use proptest::prelude::*;

use crate::desk::Desk;
use crate::page::{Element, Page};
use crate::site::{INCLUDED, SMALL, Site, included, request, small};

/// Published texts of several kinds: with glossary and without, with attachments, in other line ends, full of signs that
/// mean something in Markdown.
const SOURCES: [&str; 5] = [
    "content/zichuan-2023/source.txt",
    "tests/fixtures/small/qinghe-2024/source.txt",
    "tests/fixtures/sources/marks.txt",
    "tests/fixtures/sources/appended.txt",
    "tests/fixtures/sources/unmarked.txt",
];

/// A folder with nothing but a source.
fn with_source(bytes: &[u8]) -> Desk {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    desk.write("content/r/source.txt", bytes);
    desk
}

/// Builds, and writes the Markdown of a report that has none.
fn convert_and_build(desk: &Desk) -> Site {
    Site::of(&Request { write_content: true, ..request(desk.path("content")) })
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

/// What the site itself puts between the report's words.
fn furniture(element: &Element) -> bool {
    matches!(element.name.as_str(), "script" | "svg" | "template")
        || ["data-ui", "popover"].iter().any(|name| element.get(name).is_some())
}

/// The lines of `source` that the page does not have in their order. The glossary and each attachment may stand elsewhere
/// than in the source.
fn lost<'s>(source: &'s str, set_aside: &[String], page: &Page) -> Vec<&'s str> {
    let published = page.words(furniture);
    let mut at = 0;
    let mut lost = Vec::new();
    for line in source.lines() {
        let mut wanted = solid(line);
        if set_aside.contains(&wanted) {
            continue;
        }
        // Tags of a web page are set aside out of the midst of a line.
        for tag in set_aside.iter().filter(|piece| piece.starts_with('<')) {
            wanted = wanted.replace(tag, "");
        }
        if wanted.starts_with('附') || wanted.ends_with("名词解释") {
            at = 0;
        }
        match published[at..].find(&wanted) {
            Some(found) => at += found + wanted.len(),
            None => lost.push(line),
        }
    }
    lost
}

fn set_aside(report_toml: &str) -> Vec<String> {
    let table: toml::Table = report_toml.parse().unwrap();
    let lines = table.get("set_aside").and_then(|lines| lines.as_array()).cloned().unwrap_or_default();
    lines.iter().map(|line| solid(line.as_str().unwrap())).collect()
}

#[test]
fn every_character_of_the_source_is_published_in_order_or_set_aside() {
    for path in SOURCES {
        let bytes = fs::read(path).unwrap();
        let desk = with_source(&bytes);
        let site = convert_and_build(&desk);
        assert!(
            site.built.is_good(),
            "{path}: {}",
            gongdu::cli::show::render(&site.built.diagnostics, Language::English, false, 100)
        );
        let aside = set_aside(&desk.read("content/r/report.toml"));
        let source = String::from_utf8(bytes).unwrap();
        assert_eq!(lost(&source, &aside, &site.page("r/full/index.html")), Vec::<&str>::new(), "{path}");
        let asides: usize = aside.iter().map(|line| line.chars().count()).sum();
        assert!(asides * 5 < solid(&source).chars().count(), "{path}: a fifth of it is set aside");
    }
}

#[test]
fn what_comes_with_the_program_is_whole() {
    for (site, folder) in [(included(), "content/zichuan-2023"), (small(), "tests/fixtures/small/qinghe-2024")] {
        let source = fs::read_to_string(format!("{folder}/source.txt")).unwrap();
        let aside = set_aside(&fs::read_to_string(format!("{folder}/report.toml")).unwrap());
        let id = folder.rsplit('/').next().unwrap();
        assert_eq!(lost(&source, &aside, &site.page(&format!("{id}/full/index.html"))), Vec::<&str>::new());
        assert_eq!(site.files[&format!("{id}/data/source.txt")][..], *source.as_bytes(), "byte for byte");
    }
}

/// The places that fidelity faults point at.
fn fidelity_faults(site: &Site) -> Vec<(String, usize)> {
    let faults = site.built.diagnostics.iter().filter(|found| found.code.as_str() == "fidelity");
    faults.map(|found| found.location.as_ref().unwrap()).map(|at| (at.file.clone(), at.place.line)).collect()
}

#[test]
fn a_single_character_that_is_lost_anywhere_stops_the_build_at_its_line() {
    let source = fs::read_to_string("tests/fixtures/small/qinghe-2024/source.txt").unwrap();
    let mut tried = 0;
    for file in ["0.md", "1.md", "2.md", "2-1.md", "2-2.md", "3.md", "glossary.md", "report.toml"] {
        let text = fs::read_to_string(format!("tests/fixtures/small/qinghe-2024/{file}")).unwrap();
        for line in text.lines() {
            let own = line.trim_start_matches("text = \"").trim_end_matches('"').replace("**", "");
            let own = own.trim_start_matches("## ");
            let Some(number) = source.lines().position(|line| !own.is_empty() && line.contains(own)) else { continue };
            let letters: Vec<char> = line.chars().collect();
            let ideograph = letters.iter().rposition(|c| ('\u{4e00}'..'\u{9fff}').contains(c));
            let Some(middle) = ideograph else { continue };
            let cut: String = letters.iter().enumerate().filter(|(at, _)| *at != middle).map(|(_, c)| *c).collect();
            let desk = Desk::with_copy_of(SMALL);
            desk.write(&format!("content/qinghe-2024/{file}"), text.replacen(line, &cut, 1));
            let faults = fidelity_faults(&desk.build());
            assert!(
                faults.iter().any(|(_, at)| *at == number + 1),
                "{file}: {cut}: {faults:?} but line {}",
                number + 1
            );
            tried += 1;
        }
    }
    assert!(tried > 20, "{tried} lines were tried");
}

#[test]
fn a_line_that_stands_once_too_often_anywhere_stops_the_build_at_its_place() {
    let mut tried = 0;
    for file in ["0.md", "1.md", "2.md", "2-1.md", "2-2.md", "3.md", "glossary.md"] {
        let text = fs::read_to_string(format!("tests/fixtures/small/qinghe-2024/{file}")).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| line.ends_with(['。', '！', '：'])) {
            if line.starts_with(['>', '#', '-']) {
                continue;
            }
            let desk = Desk::with_copy_of(SMALL);
            let path = format!("content/qinghe-2024/{file}");
            desk.write(&path, text.replacen(line, &format!("{line}\n\n{line}"), 1));
            let faults = fidelity_faults(&desk.build());
            assert!(
                matches!(&faults[..], [(at, row)] if at.ends_with(&path) && (number + 1..=number + 3).contains(row)),
                "{file}: {line}: {faults:?}"
            );
            tried += 1;
        }
    }
    assert!(tried >= 15, "{tried} lines were tried");
}

#[test]
fn words_in_another_order_stop_the_build() {
    let desk = Desk::with_copy_of(SMALL);
    let path = "content/qinghe-2024/2-1.md";
    let text = desk.read(path);
    let (first, second) =
        ("做强“三园一廊”，推进专精特新企业倍增，新引进亿元以上项目20个。", "完善“四好”农村路网，完成改造30公里。");
    desk.write(path, text.replace(first, "@").replace(second, first).replace('@', second));
    assert!(!fidelity_faults(&desk.build()).is_empty());
}

#[test]
fn a_theme_that_swallows_words_stops_the_build() {
    for (from, to) in
        [("{% include \"masthead.html\" %}", ""), ("{{ part.html | safe }}", ""), ("{{ term.separator }}", "")]
    {
        let desk = Desk::with_copy_of(SMALL);
        let whole = fs::read_to_string("themes/default/templates/whole.html").unwrap();
        assert!(whole.contains(from), "{from}");
        desk.write("theme/templates/whole.html", whole.replace(from, to));
        let site = Site::of(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) });
        assert!(site.codes().contains(&"fidelity"), "{from}: {:?}", site.codes());
    }
}

/// The short report under a theme of these files.
fn themed(files: &[(&str, String)]) -> Site {
    let desk = Desk::with_copy_of(SMALL);
    for (path, text) in files {
        desk.write(&format!("theme/{path}"), text);
    }
    Site::of(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) })
}

/// What is told of words that a theme does not show, in one text; every error must be of that kind.
fn told(site: &Site) -> String {
    let errors = site.built.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors: Vec<_> = errors.cloned().collect();
    assert!(errors.iter().all(|fault| fault.code.as_str() == "fidelity"), "{errors:?}");
    gongdu::cli::show::render(&errors, Language::English, false, 200)
}

#[test]
fn a_theme_that_drops_changes_or_hides_words_on_any_page_stops_the_build_and_is_named() {
    for (template, from, to, page) in [
        ("section.html", "{{ html | safe }}", "{{ html | truncate(length=80) | safe }}", "2-1/index.html"),
        ("section.html", "{{ html | safe }}", "{{ html | replace(from=\"2\", to=\"3\") | safe }}", "1/index.html"),
        (
            "section.html",
            "{{ html | safe }}",
            "{{ html | replace(from=\"</p>\", to=\"（约）</p>\") | safe }}",
            "1/index.html",
        ),
        ("section.html", "{{ html | safe }}", "<!-- {{ html | safe }} -->", "1/index.html"),
        ("section.html", "<article>", "<article hidden>", "2-2/index.html"),
        ("section.html", "<article>", "<article style=\"opacity:0\">", "2-2/index.html"),
        ("section.html", "<h1 id=\"{{ id }}\"{{ lang_zh }}>{{ heading | safe }}</h1>", "", "3/index.html"),
        ("terms.html", "{{ definition.html | safe }}", "", "2-1/index.html"),
        (
            "glossary.html",
            "{{ term.html | safe }}",
            "{{ term.html | replace(from=\"即\", to=\"非\") | safe }}",
            "glossary/index.html",
        ),
        ("glossary.html", "{{ use.words }}", "", "glossary/index.html"),
        ("full.html", "<article>", "<template><article>", "full/index.html"),
        ("whole.html", "{{ term.separator }}", "", "full/index.html"),
        ("full-file.html", "{% include \"whole.html\" %}", "", "data/report.html"),
        ("full-file.html", "<article>", "<article hidden>", "data/report.html"),
        ("figure.html", "{{ sentence[2] }}", "", "f1/index.html"),
        ("figure.html", "{{ figure.words }}", "{{ figure.words | replace(from=\"5\", to=\"6\") }}", "index.html"),
        ("figures.html", "{{ figure.words }}", "{{ figure.words | truncate(length=1) }}", "figures/index.html"),
        ("chart.html", "{{ quote.sentence }}", "{{ quote.sentence | truncate(length=6) }}", "charts/jobs/index.html"),
        ("search.html", "{{ term.text }}", "{{ term.text | truncate(length=1) }}", "search/index.html"),
        ("topic.html", "<mark>{{ piece.words }}</mark>", "", "topics/work/index.html"),
        ("overview.html", "{{ opening | safe }}", "", "qinghe-2024/index.html"),
    ] {
        let path = format!("templates/{template}");
        let text = fs::read_to_string(format!("themes/default/{path}")).unwrap();
        assert!(text.contains(from), "{from}");
        let told = told(&themed(&[(&path, text.replace(from, to))]));
        let names = match template {
            "terms.html" => "`section.html`",
            "whole.html" => "`full.html`",
            own => &format!("`{own}`"),
        };
        assert!(told.contains(names) && told.contains(page), "{template}: {to}: {told}");
        assert!(told.contains("words of the report: 「"), "{told}");
    }
}

#[test]
fn a_style_sheet_that_hides_words_or_prints_some_stops_the_build_at_its_rule() {
    let rows = [
        (".text p { display: none }", true),
        ("@media (max-width: 40rem) { .text > p:nth-child(2) { visibility: hidden } }", true),
        (".text p::before { content: \"约\" }", true),
        (".f-sentence mark { font-size: 0 }", true),
        (".quotes blockquote { display: -webkit-box; -webkit-line-clamp: 2 }", true),
        ("[id=\"2-1p1\"] { opacity: 0 }", true),
        (".text p::before { content: \"\" } .text { color: #222 } .bar { display: none }", false),
        (".quiet { display: none } h1::before { content: \"◆\" }", false),
    ];
    for (rule, wrong) in rows {
        let site = themed(&[("assets/style.css/99-ours.css", format!("/* ours */\n{rule}\n"))]);
        let told = told(&site);
        assert_eq!(!told.is_empty(), wrong, "{rule}: {told}");
        let at_its_rule = told.contains("99-ours.css:2") || rule.contains("content");
        assert!(!wrong || at_its_rule, "{rule}: {told}");
    }
}

#[test]
fn what_is_searched_are_the_words_of_the_report() {
    for site in [small(), included()] {
        for report in &site.built.reports {
            let data = site.text(&report.searched.data.path());
            let json = data.split_once(", ").unwrap().1.strip_suffix(");\n").unwrap();
            type Pages = Vec<(String, String, Vec<Vec<String>>)>;
            type Initials = std::collections::BTreeMap<String, String>;
            let (pages, _script, _initials, _targets): (String, String, Initials, Vec<String>) =
                serde_json::from_str(&format!("[{json}]")).unwrap();
            let pages: Pages = serde_json::from_str(&unpacked(&pages).unwrap()).unwrap();
            let leaves = pages.iter().flat_map(|(_, _, leaves)| leaves);
            let leaves: Vec<String> = leaves.map(|leaf| solid(&leaf[1..].concat())).collect();
            let full = site.page(&format!("{}/full/index.html", report.id)).words(furniture);
            for leaf in &leaves {
                assert!(full.contains(leaf.as_str()), "{leaf}");
            }
            let folder = if report.id == "qinghe-2024" { SMALL } else { INCLUDED };
            let manuscript = build::manuscript(std::path::Path::new(folder), &report.id).unwrap().value;
            for leaf in manuscript.pages.iter().flat_map(|page| page.text.leaves()) {
                assert!(leaves.contains(&solid(&leaf.text)), "{}", leaf.text);
            }
        }
    }
}

#[test]
fn the_same_content_gives_the_same_bytes_in_any_folder_at_any_number_of_threads() {
    let mut sites = Vec::new();
    for threads in ["1", "2", "7"] {
        let desk = Desk::with_copy_of(INCLUDED);
        for (path, bytes) in Desk::with_copy_of(SMALL).tree("content/qinghe-2024") {
            desk.write(&format!("content/qinghe-2024/{path}"), &bytes);
            desk.write(&format!("content/another/{path}"), bytes);
        }
        let run =
            desk.command(&["build", "--quiet", "--output", "out"]).env("RAYON_NUM_THREADS", threads).output().unwrap();
        assert!(run.status.success(), "{run:?}");
        sites.push(desk.tree("out"));
    }
    assert!(sites[0].len() > 60);
    for other in &sites[1..] {
        let differ: Vec<_> = sites[0].iter().zip(other).filter(|(a, b)| a != b).map(|(a, _)| &a.0).collect();
        assert!(differ.is_empty() && sites[0].len() == other.len(), "{differ:?}");
    }
}

fn read(text: &str) -> (Imported, Vec<NewFile>) {
    let imported = import(&Source::new("source.txt", text)).value;
    let files = content::convert(&imported, "source.txt", &content::Earlier::default()).files;
    (imported, files)
}

#[test]
fn a_longer_glossary_changes_no_other_file() {
    let short = fs::read_to_string("tests/fixtures/small/qinghe-2024/source.txt").unwrap();
    let last = "5．首席质量官：即企业里主管质量的人。\n";
    let long = short.replace(last, &format!("{last}6．高新技术企业：即有证的企业。\n7．幼儿园：即学校。\n"));
    let (short, long) = (read(&short).1, read(&long).1);
    assert_eq!(short.len(), long.len());
    let differ: Vec<_> = short.iter().zip(&long).filter(|(a, b)| a != b).map(|(a, _)| a.path.as_str()).collect();
    assert_eq!(differ, ["glossary.md"]);
}

/// The words of what was read from the source, in four parts: masthead, speech, glossary, attachments.
fn words_read(imported: &Imported) -> [String; 4] {
    let report = &imported.report;
    let all =
        |pieces: &mut dyn Iterator<Item = &Piece>| solid(&pieces.map(|piece| piece.text.as_str()).collect::<String>());
    let titled = report.body.iter().any(|block| matches!(block, Block::Heading(_)));
    let made_up = if titled { "" } else { "正文" };
    let body = all(&mut report.body.iter().flat_map(Block::pieces));
    let glossary = report.glossary.iter().flat_map(|glossary| glossary.heading.iter().chain(&glossary.lines));
    let attachments = report
        .attachments
        .iter()
        .flat_map(|attachment| attachment.heading.iter().chain(attachment.blocks.iter().flat_map(Block::pieces)));
    [
        all(&mut report.masthead.lines.iter().map(|line| &line.piece)),
        body.replace(made_up, ""),
        all(&mut { glossary }),
        all(&mut { attachments }),
    ]
}

/// The words of the files that were made of it, read back, in the same parts.
fn words_back(files: &[NewFile]) -> [String; 4] {
    let raw: Vec<RawFile<'_>> =
        files.iter().map(|file| RawFile { path: &file.path, name: &file.path, bytes: &file.bytes }).collect();
    let manuscript = Manuscript::read("r", &raw).value;
    let mut parts: [String; 4] = Default::default();
    parts[0] = manuscript.title_page.lines.iter().map(|(_, text)| text.as_str()).collect();
    for page in &manuscript.pages {
        let part = if page.id.is_attachment() { &mut parts[3] } else { &mut parts[1] };
        let title = if page.title == "正文" { "" } else { &page.title };
        *part += &format!("{}{title}{}", page.number, page.text.words());
    }
    if let Some(glossary) = &manuscript.glossary {
        parts[2] += &glossary.heading.concat();
        for term in &glossary.terms {
            let entry = &term.entry;
            parts[2] += &format!("{}{}{}{}", entry.mark, entry.term, entry.separator, term.definition.words());
        }
    }
    parts.map(|part| solid(&part))
}

#[test]
fn what_is_converted_reads_back_as_the_same_words() {
    for path in SOURCES {
        let (imported, files) = read(&fs::read_to_string(path).unwrap());
        assert_eq!(words_back(&files), words_read(&imported), "{path}");
    }
}

#[test]
fn a_paragraph_of_signs_is_neither_list_nor_heading_nor_link() {
    let (_, files) = read(&fs::read_to_string("tests/fixtures/sources/marks.txt").unwrap());
    let mut raw: Vec<RawFile<'_>> =
        files.iter().map(|file| RawFile { path: &file.path, name: &file.path, bytes: &file.bytes }).collect();
    raw.push(RawFile { path: "source.txt", name: "source.txt", bytes: b"" });
    let read = Manuscript::read("r", &raw);
    assert_eq!(read.diagnostics, []);
    let manuscript = read.value;
    let mut breaks = 0;
    for page in &manuscript.pages {
        for block in &page.text.blocks {
            // One is ours: before 各位代表！ the last part is taken up again.
            breaks += usize::from(*block == gongdu::markdown::MarkdownBlock::Rule);
            if breaks == 1 && *block == gongdu::markdown::MarkdownBlock::Rule {
                continue;
            }
            let gongdu::markdown::MarkdownBlock::Paragraph(text) = block else { panic!("{}: {block:?}", page.id) };
            let lead =
                text.marks.iter().all(|mark| mark.style == gongdu::markdown::Style::Strong && mark.span.start == 0);
            assert!(lead, "{text:?}");
        }
    }
    assert_eq!(breaks, 1);
}

/// Lines as careless scans and web pages have them.
fn line() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "`",
        "#",
        "# ",
        "+ ",
        "- ",
        "> ",
        "1. ",
        "1) ",
        "2025. ",
        "|",
        "[",
        "](x)",
        "<b>",
        "<",
        ">",
        "&",
        "&amp;",
        "\\",
        "~",
        "~~",
        "$",
        "=",
        "===",
        "---",
        "!",
        "![",
        "http://a.b",
        "　",
        " ",
        "  ",
        "\t",
        ":",
        "：",
        "、",
        "“",
        "”",
        "（",
        "）",
        "+++",
        "^",
        "\"",
        "'",
        "：",
        "。",
        "，",
        "；",
        "！",
        "？",
        "—",
        "…",
        "%",
        "３",
        "５",
        "①",
        "𠀀",
    ]);
    let words = prop::sample::select(vec![
        "增长",
        "项目",
        "我们",
        "建设",
        "12",
        "6.5%",
        "2025年",
        "全市",
        "abc",
        "一、",
        "（二）",
        "第一部分",
        "附件",
    ]);
    prop::collection::vec(prop_oneof![signs, words], 1..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_at_all_read_back_as_the_same_words(lines in prop::collection::vec(line(), 1..8), glossary in prop::collection::vec(line(), 0..4)) {
        let mut text = format!("政府工作报告\n各位代表：\n我代表政府向大会报告工作，请予审议。\n{}\n谢谢大家！\n", lines.join("\n"));
        if !glossary.is_empty() {
            text += &format!("名词解释\n1．甲乙：定义。\n{}\n", glossary.join("\n"));
        }
        let (imported, files) = read(&text);
        prop_assert_eq!(words_back(&files), words_read(&imported), "{}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_lines_at_all_are_published_whole(lines in prop::collection::vec(line(), 1..8)) {
        published_whole(&lines)?;
    }
}

#[test]
fn a_number_alone_is_no_heading_and_is_published() -> Result<(), TestCaseError> {
    published_whole(&["一、".to_owned(), "*\t*".to_owned()])?;
    published_whole(&["第一部分".to_owned(), "二、\t甲".to_owned(), "三、".to_owned()])
}

/// Whether a speech of these lines shows every word of them, on pages without a fault.
fn published_whole(lines: &[String]) -> Result<(), TestCaseError> {
    let text =
        format!("政府工作报告\n各位代表：\n我代表政府向大会报告工作，请予审议。\n{}\n谢谢大家！\n", lines.join("\n"));
    let site = convert_and_build(&with_source(text.as_bytes()));
    let told = gongdu::cli::show::render(&site.built.diagnostics, Language::English, false, 100);
    prop_assert!(fidelity_faults(&site).is_empty(), "{}\n{}", text, told);
    for (path, page) in site.pages() {
        prop_assert_eq!(&page.faults, &Vec::<String>::new(), "{}\n{}", path, text);
    }
    Ok(())
}

/// The numbers in some words, `6.5` as one.
fn numbers(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in words.chars() {
        let joined = before.is_ascii_digit() || before == '.' && found.last().is_some_and(|last| last.ends_with('.'));
        match c {
            '0'..='9' if joined => found.last_mut().unwrap().push(c),
            '0'..='9' => found.push(c.into()),
            '.' if before.is_ascii_digit() => found.last_mut().unwrap().push(c),
            _ => {}
        }
        before = c;
    }
    found.into_iter().map(|number| number.trim_end_matches('.').to_owned()).collect()
}

/// What a chart page prints of its chart: picture, spoken names, caption, title, table.
fn printed(page: &Page) -> Vec<String> {
    let mut printed: Vec<String> = page
        .all("main")
        .flat_map(|main| {
            page.inside(main)
                .filter(|e| matches!(e.name.as_str(), "text" | "title" | "desc" | "figcaption" | "h1" | "th" | "td"))
                .map(|e| e.text.clone())
                .collect::<Vec<_>>()
        })
        .collect();
    printed.extend(
        page.elements.iter().filter(|e| page.is_in(e, "svg")).filter_map(|e| e.get("aria-label")).map(str::to_owned),
    );
    printed.extend(page.meta("description").map(str::to_owned));
    printed.extend(page.all("title").map(|title| title.text.clone()));
    printed
}

/// Real reports, imported and built without a hand's touch, each with its source.
fn imported() -> &'static [(Site, String)] {
    static SITES: LazyLock<Vec<(Site, String)>> = LazyLock::new(|| {
        let names = ["city-防城港市-2012", "district-海拉尔区-2013", "city-韶关市-2019", "province-云南省-2025"];
        let built = names.iter().map(|name| {
            let source = fs::read_to_string(format!("tests/corpus/texts/{name}.txt")).unwrap();
            (convert_and_build(&with_source(source.as_bytes())), source)
        });
        built.collect()
    });
    &SITES
}

/// The text with digits and points in their plain form.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '０'..='９' | '．' => char::from_u32(u32::from(c) - 0xFEE0).unwrap(),
        c => c,
    };
    text.chars().map(plain).collect()
}

/// The words of a chart's JSON, without its values, which repeat them, and its addresses.
fn said_in_json(text: &str) -> Vec<String> {
    fn walk(value: &serde_json::Value, said: &mut Vec<String>) {
        const SAID: [&str; 7] = ["title", "subject", "description", "label", "words", "quote", "indicator"];
        for (key, value) in value.as_object().into_iter().flatten() {
            said.extend(value.as_str().filter(|_| SAID.contains(&key.as_str())).map(str::to_owned));
            walk(value, said);
        }
        value.as_array().into_iter().flatten().for_each(|value| walk(value, said));
    }
    let mut said = Vec::new();
    walk(&serde_json::from_str(text).unwrap(), &mut said);
    said
}

#[test]
fn every_number_on_a_chart_is_one_of_the_report() {
    let made = [(included(), "content/zichuan-2023"), (small(), "tests/fixtures/small/qinghe-2024")];
    let made: Vec<(&Site, String)> = made
        .into_iter()
        .map(|(site, folder)| (site, fs::read_to_string(format!("{folder}/source.txt")).unwrap()))
        .collect();
    for (site, source) in made.into_iter().chain(imported().iter().map(|(site, source)| (site, source.clone()))) {
        let printed_in_source: BTreeSet<String> = numbers(&plain(&source)).into_iter().collect();
        let years: BTreeSet<&String> = printed_in_source.iter().filter(|number| number.len() == 4).collect();
        let mut looked_at = 0;
        for (path, page) in site.pages().iter().filter(|(path, _)| path.contains("/charts/")) {
            // The sentences that the page quotes, each with a link to its place.
            let quoted: Vec<&str> = page.all("blockquote").map(|quote| quote.text.as_str()).collect();
            let quoted: BTreeSet<String> = quoted.iter().flat_map(|quote| numbers(&plain(quote))).collect();
            for number in printed(page).iter().flat_map(|words| numbers(&plain(words))) {
                // The list of all charts quotes none.
                let list = path.ends_with("/charts/index.html");
                let said = list || quoted.contains(&number) || years.contains(&number);
                assert!(said, "{path} prints {number}, which no sentence that it quotes does");
                assert!(printed_in_source.contains(&number), "{path} prints {number}, which the report does not");
                looked_at += 1;
            }
        }
        for (path, bytes) in site.files.iter().filter(|(path, _)| path.contains("/charts/")) {
            let text = || std::str::from_utf8(bytes).unwrap();
            let words: Vec<String> = match path.rsplit('.').next() {
                Some("csv") => text().lines().skip(1).map(|line| line.split(',').nth(4).unwrap().to_owned()).collect(),
                Some("json") => said_in_json(text()),
                Some("svg") => printed(&Page::read(&format!("<main>{}</main>", text()))),
                _ => continue,
            };
            for number in words.iter().flat_map(|words| numbers(&plain(words))) {
                assert!(printed_in_source.contains(&number), "{path} says {number}, which the report does not");
                looked_at += 1;
            }
        }
        assert!(looked_at > 50, "{looked_at} numbers were looked at");
    }
}

#[test]
fn every_mark_and_every_cell_leads_to_the_words_that_it_shows() {
    for site in [included(), small()].into_iter().chain(imported().iter().map(|(site, _)| site)) {
        let id = &site.built.reports[0].id;
        let full = site.page(&format!("{id}/full/index.html"));
        let mut marks = 0;
        for (path, page) in site.pages().iter().filter(|(path, _)| path.contains("/charts/")) {
            let svg = page
                .all("a")
                .filter(|link| page.is_in(link, "svg"))
                .map(|link| (link, link.get("aria-label").unwrap()));
            let cells = page.all("a").filter(|link| page.is_in(link, "td")).map(|link| (link, link.text.as_str()));
            for (link, shown) in svg.chain(cells) {
                let (_, figure) = link.get("href").unwrap().split_once('#').unwrap();
                let words = &full.id(figure).unwrap_or_else(|| panic!("{path}: {figure}")).text;
                assert!(shown.contains(words.as_str()), "{path}: {shown} leads to {words}");
                marks += 1;
            }
        }
        assert!(marks > 8, "{marks}");
    }
}

#[test]
fn every_row_of_the_figures_stands_in_the_text_as_it_is() {
    for (site, folder) in [(included(), "content/zichuan-2023"), (small(), "tests/fixtures/small/qinghe-2024")] {
        let full = site.page(&format!("{}/full/index.html", site.built.reports[0].id));
        let table = site.page(&format!("{}/figures/index.html", site.built.reports[0].id));
        let rows = fs::read_to_string(format!("{folder}/figures.csv")).unwrap();
        let mut reader = csv::Reader::from_reader(rows.trim_start_matches('\u{feff}').as_bytes());
        let mut count = 0;
        for row in reader.records().map(|row| row.unwrap()) {
            assert_eq!(full.id(&row[0]).map(|figure| figure.text.as_str()), Some(&row[3]), "{}", &row[0]);
            assert!(table.id(&row[0]).is_some_and(|line| line.text.contains(&row[3])), "{}", &row[0]);
            count += 1;
        }
        assert_eq!(count, site.built.counts.figures);
    }
}

#[test]
fn a_build_converts_a_source_once_and_never_writes_over_content() {
    let desk = with_source(&fs::read(SOURCES[1]).unwrap());
    let site = convert_and_build(&desk);
    assert_eq!(site.built.converted.len(), 11, "{:?}", site.built.converted);
    let made = desk.tree("content");
    assert_eq!(made.len(), 15, "source, settings, the two records of what was written, and what was converted");
    desk.change("content/r/1.md", "经济运行稳中向好。", "经济运行稳中向好。\n\n编者按。\n\n");
    let changed = desk.tree("content");
    let again = convert_and_build(&desk);
    assert!(again.built.converted.is_empty());
    assert!(desk.tree("content") == changed, "the person's change stays");
    std::fs::remove_file(desk.path("content/r/2-1.md")).unwrap();
    let lacking = desk.tree("content");
    assert!(!convert_and_build(&desk).built.is_good(), "words of the source are missing now");
    assert!(desk.tree("content") == lacking, "a page that a person took away does not come back by itself");
}

#[test]
fn a_check_writes_nothing() {
    let desk = with_source(&fs::read(SOURCES[0]).unwrap());
    let before = desk.tree("");
    assert!(desk.build().built.is_good(), "it is converted in memory");
    assert!(desk.tree("") == before);
}

#[test]
fn all_faults_of_all_files_are_told_in_one_run() {
    let desk = Desk::with_copy_of(SMALL);
    for (path, from, to) in [
        ("content/site.toml", "publisher", "publsher"),
        ("content/qinghe-2024/report.toml", "year = 2024", "year = \"2024\""),
        ("content/qinghe-2024/1.md", "title = \"2023年工作回顾\"", "titel = \"2023年工作回顾\""),
        ("content/qinghe-2024/figures.csv", "f2,1.md,规上", "f2,1.md,规下"),
        ("content/qinghe-2024/glossary.md", "## 2．", "## 1．"),
        ("content/qinghe-2024/charts/goals.md", "\"targets\"", "\"target\""),
        ("content/qinghe-2024/3.md", "(2-1.md#2-1p2)", "(2-1.md#2-1p9)"),
    ] {
        desk.change(path, from, to);
    }
    let site = desk.build();
    let codes: BTreeSet<&str> = site.codes().into_iter().collect();
    for code in
        ["unknown-key", "wrong-type", "missing-key", "quote-not-found", "duplicate-id", "bad-value", "dead-link"]
    {
        assert!(codes.contains(code), "{code}: {codes:?}");
    }
}

#[test]
fn one_fault_hides_no_other_and_its_consequences_are_no_faults() {
    let utf16: Vec<u8> = "id,place\n".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let told = |change: &dyn Fn(&Desk)| {
        let desk = Desk::with_copy_of(SMALL);
        change(&desk);
        let errors: Vec<String> = desk
            .build()
            .built
            .diagnostics
            .into_iter()
            .filter(|found| {
                found.severity == Severity::Error || found.message.said_in(Language::English).contains("专精特新")
            })
            .map(|found| found.code.as_str().to_owned())
            .collect();
        errors
    };
    let chart = "content/qinghe-2024/charts/jobs.md";
    let kind = |desk: &Desk| {
        desk.change(chart, "\"pairs\"", "\"pear\"");
        desk.change(chart, "\"f12\"", "\"f99\"");
    };
    assert_eq!(told(&kind), ["bad-value", "unknown-figure"]);
    let glossary = "content/qinghe-2024/glossary.md";
    let term = |desk: &Desk| desk.change(glossary, "## 5．首席质量官：\n", "## 5．专精特新：\n\n- alias:\n");
    let found = told(&term);
    assert!(found.contains(&"duplicate-term".into()) && found.contains(&"glossary-entry".into()), "{found:?}");
    assert!(!found.contains(&"term-unused".into()), "{found:?}");
    let table =
        |desk: &Desk| desk.write("content/qinghe-2024/figures.csv", [&[0xFF, 0xFE, 0x00, 0xD8][..], &utf16].concat());
    assert_eq!(told(&table).iter().filter(|code| *code == "unknown-figure").count(), 0);
    let row = |desk: &Desk| desk.change("content/qinghe-2024/figures.csv", "f5,", "f5,x");
    assert!(!told(&row).is_empty() && !told(&row).contains(&"unknown-figure".into()), "{:?}", told(&row));
    let page = |desk: &Desk| desk.write("content/qinghe-2024/1.md", b"+++\ntitle = \"\xD2\xBB\"\n+++\n\n\xB0\xA1\n");
    assert_eq!(told(&page), ["not-utf8"]);
}

#[test]
fn the_order_of_what_is_told_does_not_change() {
    let desk = Desk::with_copy_of(SMALL);
    // Each line of the editor's note becomes a fault.
    let quoted = desk.read("content/qinghe-2024/3.md");
    desk.write("content/qinghe-2024/3.md", quoted.replace("\n> ", "\n"));
    for (path, bytes) in desk.tree("content/qinghe-2024") {
        desk.write(&format!("content/b/{path}"), &bytes);
        desk.write(&format!("content/c/{path}"), bytes);
    }
    let told = || {
        let memory = gongdu::artifact::Memory::default();
        let request = Request { ..request(desk.path("content")) };
        build::build(&request, &memory).unwrap().diagnostics
    };
    let first = told();
    assert!(first.len() > 20);
    (0..3).for_each(|_| assert_eq!(told(), first));
}
