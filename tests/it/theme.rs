//! The default theme: its parts are joined in a fixed order, a folder changes a part, adds one or replaces the whole, and a
//! style sheet loses no rule in a browser that does not know the newest selectors.

use std::collections::BTreeSet;
use std::fs;

use gongdu::build::Request;
use gongdu::text::sha256_hex;
use walkdir::WalkDir;

use crate::desk::Desk;
use crate::document::{code_spans, in_both};
use crate::site::{SMALL, Site, request, small, without_digest};

/// The files below a folder of the default theme: the path from `themes/default/` and the text, in order of their paths.
pub fn default_files(folder: &str) -> Vec<(String, String)> {
    let files = WalkDir::new(format!("themes/default/{folder}")).sort_by_file_name().into_iter().map(Result::unwrap);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix("themes/default").unwrap();
            (path.to_str().unwrap().replace('\\', "/"), fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

/// The parts of a file, joined, without remarks and what stands for no reader: empty lines of a script, all blanks of a style sheet.
fn joined(whole: &str) -> String {
    // This one is only there where the operator wants the site kept.
    let parts = default_files(whole).into_iter().filter(|(path, _)| !path.ends_with("80-offline.js"));
    let parts: Vec<_> = parts.map(|(_, text)| text).collect();
    bare(&parts.concat(), whole.ends_with(".js"))
}

fn bare(text: &str, script: bool) -> String {
    let remark = |line: &&str| line.trim().is_empty() || line.trim_start().starts_with("//");
    let pieces = text.split("/*").map(|piece| piece.split_once("*/").map_or(piece, |(_, after)| after));
    if !script {
        let signs: String = pieces.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        return signs.replace(";}", "}");
    }
    text.lines().filter(|line| !remark(line)).flat_map(|line| [line.trim(), "\n"]).collect()
}

/// Builds the short report with these assets.
fn with_assets(files: &[(&str, &str)]) -> Site {
    let desk = Desk::with_copy_of(SMALL);
    for (path, text) in files {
        desk.write(&format!("theme/assets/{path}"), text);
    }
    Site::good(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) })
}

#[test]
fn every_part_of_an_asset_is_on_the_site_in_the_order_of_the_names() {
    assert_eq!(bare(small().text("assets/style.css"), false), joined("assets/style.css"));
    let (words, script) = small().text("assets/reader.js").split_once('\n').unwrap();
    assert!(words.starts_with("const WORDS = {"), "{words}");
    assert_eq!(bare(script, true), joined("assets/reader.js"));
    assert_eq!(bare(small().text("assets/reading.js"), true), joined("assets/reading.js"));
    assert!(small().files.keys().all(|path| !path.contains(".js/") && !path.contains(".css/")));
}

#[test]
fn a_theme_changes_a_part_adds_one_or_replaces_the_whole() {
    let site = with_assets(&[
        ("style.css/95-print.css", "\u{feff}a { color: red; }"),
        ("style.css/99-ours.css", "b { color: blue; }\n"),
        ("reading.js/70-resume.js", ""),
        ("ours/lib.js", "// ours\n1;\n"),
    ]);
    let style = site.text("assets/style.css");
    assert!(style.ends_with("}a{color: red}b{color: blue}") && !style.contains("@media print"));
    assert!(style.contains("--paper"));
    assert!(!site.text("assets/reading.js").contains("WORDS.last_read"));
    assert_eq!(site.text("assets/ours/lib.js"), "1;\n");

    let site = with_assets(&[("style.css", "a {}"), ("reader.js", "own();\n")]);
    assert_eq!(site.text("assets/style.css"), "a{}");
    let script = site.text("assets/reader.js");
    assert!(script.starts_with("const WORDS = {") && script.ends_with("};\nown();\n"), "{script}");
}

#[test]
fn what_pages_ask_for_has_its_digest_in_its_name_and_what_is_not_changed_keeps_it() {
    let site = with_assets(&[("style.css/99-ours.css", "b { color: blue; }\n"), ("ours/mark.svg", "<svg/>")]);
    let name = |site: &Site, plain: &str| without_digest(site.files.keys(), plain).cloned().unwrap_or_default();
    for (plain, changed) in [("style.css", true), ("chart.css", false), ("reader.js", false), ("icon.svg", false)] {
        let [before, now] = [small(), &site].map(|site| name(site, &format!("assets/{plain}")));
        assert!(!now.is_empty() && (now != before) == changed, "{before} {now}");
        assert!(now.contains(&sha256_hex(&site.files[&now])[..8]), "{now}");
    }
    let style = name(&site, "assets/style.css");
    assert!(
        site.pages()
            .iter()
            .filter(|(path, _)| *path == "index.html")
            .all(|(_, page)| { page.all("link").any(|link| link.get("href") == Some(style.as_str())) })
    );
    assert!(site.files.contains_key("assets/ours/mark.svg"), "what a style sheet names keeps its name");
    // The data that the documents promise an address for have none.
    assert!(["qinghe-2024/data/figures.csv", "data/reports.csv"].iter().all(|path| site.files.contains_key(*path)));
}

#[test]
fn every_part_is_named_in_the_documents_and_no_other() {
    let of_a_part = |name: &&str| name.starts_with(|c: char| c.is_ascii_digit()) && !name.ends_with(".html");
    let parts: Vec<String> = ["assets/style.css", "assets/reader.js", "assets/reading.js"]
        .into_iter()
        .flat_map(default_files)
        .map(|(path, _)| path.rsplit('/').next().unwrap().to_owned())
        .collect();
    for (path, text) in in_both("theme") {
        let named: BTreeSet<&str> = code_spans(&text).filter(of_a_part).collect();
        assert_eq!(named, parts.iter().map(String::as_str).collect(), "{path}");
    }
}

#[test]
fn the_browser_is_told_the_paper_of_the_style_sheet() {
    let tokens = fs::read_to_string("themes/default/assets/style.css/10-tokens.css").unwrap();
    let papers: Vec<&str> = tokens.split("--paper: ").skip(1).map(|rest| rest.split(';').next().unwrap()).collect();
    let base = fs::read_to_string("themes/default/templates/base.html").unwrap();
    let told: Vec<&str> = base
        .split(r#"<meta name="theme-color" content=""#)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(told, papers[..2], "light and dark");
}

/// A browser that does not know one selector of a list loses the whole rule, and all of `@layer` if it does not know that.
#[test]
fn what_an_old_browser_does_not_know_takes_no_other_rule_with_it() {
    const NEW: [&str; 6] = [":has(", ":is(", ":where(", ":popover-open", "::details-content", "::backdrop"];
    let mut rules = 0;
    for (path, text) in default_files("assets").into_iter().filter(|(path, _)| path.contains(".css")) {
        assert!(!text.contains("@layer") && !text.contains("@container"), "{path}");
        for line in text.lines().filter(|line| !line.trim_start().starts_with('@')) {
            let Some((selectors, _)) = line.split_once('{') else { continue };
            rules += 1;
            let is_new = |selector: &str| NEW.iter().any(|new| selector.contains(new));
            let all: Vec<&str> = selectors.split(", ").collect();
            assert!(all.iter().all(|one| is_new(one)) || !all.iter().any(|one| is_new(one)), "{path}: {selectors}");
        }
    }
    assert!(rules > 300, "{rules}");
}
