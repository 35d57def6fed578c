//! The words of the interface: every key is used and every used one exists, and a site in English is English all round the
//! words of the report.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::LazyLock;

use gongdu::build::Request;
use gongdu::diagnostic::{Diagnostic, Severity};
use gongdu::site::{COMMITMENTS, FIGURES, OUTLINE, REPORTS, STATISTICS, TERMS, YEARS};
use gongdu::words::{Language, Phrase, Words};

use crate::code;
use crate::desk::Desk;
use crate::page::{Element, Page};
use crate::site::{BASE, SMALL, Site, request};

/// The short report and a copy of it from another place, in English, at a known address.
fn english() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| {
        let desk = Desk::with_copy_of(SMALL);
        for (path, bytes) in desk.tree("content/qinghe-2024") {
            desk.write(&format!("content/nanping-2023/{path}"), bytes);
        }
        desk.change("content/nanping-2023/report.toml", "place = \"青禾区\"\n", "place = \"\"\n");
        desk.change(
            "content/site.toml",
            "title",
            "language = \"en\"\ndata_license = \"https://example.org/by\"\ntitle",
        );
        Site::good(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) })
    });
    &SITE
}

/// The one report alone, in English.
fn alone() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| {
        let desk = Desk::with_copy_of(SMALL);
        desk.change("content/site.toml", "title", "language = \"en\"\ntitle");
        Site::good(&request(desk.path("content")))
    });
    &SITE
}

/// Every key with its phrase.
fn keys() -> BTreeMap<String, Phrase> {
    let words = Words::of(Language::Chinese);
    let keys = words.groups().iter().flat_map(|(group, phrases)| {
        phrases.iter().map(move |(name, phrase)| (format!("{group}.{name}"), phrase.clone()))
    });
    keys.collect()
}

/// The keys that code, templates, script and tables use, each with what stands before it and after.
fn uses() -> Vec<(String, [String; 2])> {
    let mut uses = Vec::new();
    for file in code::files().iter().filter(|file| !file.is_test()) {
        let code = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap();
        for (at, _) in code.match_indices('"') {
            uses.extend(key_at(&code[at + 1..], '"').map(|key| (key, around(code, at))));
        }
    }
    for entry in fs::read_dir("themes/default/templates").unwrap() {
        let template = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (at, found) in template.match_indices("words.") {
            uses.extend(key_at(&template[at + found.len()..], ' ').map(|key| (key, around(&template, at))));
        }
    }
    let chinese = Words::of(Language::Chinese);
    for (path, script) in crate::theme::default_files("assets").into_iter().filter(|(path, _)| path.ends_with(".js")) {
        // What one script alone says stands in a group of its own.
        let own = format!("{}_script", path.trim_start_matches("assets/").trim_end_matches(".js"));
        for (at, found) in script.match_indices("WORDS.") {
            let name: String = script[at + found.len()..].chars().take_while(|c| is_letter(*c)).collect();
            let is_own = chinese.groups().get(&own).is_some_and(|phrases| phrases.contains_key(&name));
            let group = if is_own { &own } else { "reader" };
            uses.push((format!("{group}.{name}"), around(&script, at)));
        }
    }
    for table in [FIGURES, COMMITMENTS, YEARS, STATISTICS, TERMS, OUTLINE, REPORTS] {
        let named = |name: &str| (format!("{}_table.{name}", table.name), Default::default());
        uses.push(named("table"));
        uses.extend(table.columns.iter().flat_map(|own| [named(own.name), named(&format!("{}_means", own.name))]));
    }
    uses
}

/// The key that `rest` begins with, if it is one of a known group and no file's name.
fn key_at(rest: &str, end: char) -> Option<String> {
    let key: String = rest.chars().take_while(|c| is_letter(*c) || *c == '.').collect();
    // A template may ask for one wording of a phrase that counts.
    let key: String = key.split('.').take(2).collect::<Vec<_>>().join(".");
    let (group, name) = key.split_once('.')?;
    let known = Words::of(Language::Chinese).groups().contains_key(group);
    let file = ["csv", "json", "html", "xml", "md", "svg", "png"].contains(&name);
    let whole = end != '"' || rest[key.len()..].starts_with(end);
    (known && !file && whole && !name.is_empty()).then_some(key)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'
}

/// The word before a use, and the rest of its expression.
fn around(text: &str, at: usize) -> [String; 2] {
    let before = text[..at].trim_end();
    let word = before.rfind(|c: char| c.is_whitespace() || c == '.').map_or(0, |start| start + 1);
    let end = text[at..].find([';', '}']).map_or(text.len(), |end| at + end);
    [before[word..].to_owned(), text[at..end].to_owned()]
}

#[test]
fn every_key_is_used_and_every_used_key_exists() {
    let keys = keys();
    let uses = uses();
    let used: BTreeSet<&str> = uses.iter().map(|(key, _)| key.as_str()).collect();
    let strange: Vec<_> = used.iter().filter(|key| !keys.contains_key(**key)).collect();
    let idle: Vec<_> = keys.keys().filter(|key| !used.contains(key.as_str())).collect();
    assert!(strange.is_empty() && idle.is_empty(), "not in the catalogues: {strange:?}\nnot used: {idle:?}");
    assert!(uses.len() > 300, "{}", uses.len());
}

#[test]
fn every_use_of_a_phrase_fills_its_places() {
    let keys = keys();
    let mut faults = Vec::new();
    for (key, [before, call]) in uses() {
        // A key that is chosen first and filled later says at its filling what it lacks, while tests run.
        let chosen = call.starts_with('"') && !before.ends_with("fill(") && !before.ends_with("get(");
        // A template may hand a phrase to a script, which fills it later.
        let handed = before.starts_with("data-");
        let places = keys[&key].places();
        for place in places.iter().filter(|_| !chosen && !handed) {
            let told = [format!("(\"{place}\","), format!("{place}="), format!("{place}: ")];
            // A script that only counts fills the one place with a number.
            let counts = places.len() == 1 && *place == "n" && before.ends_with("fill(");
            if !counts && !told.iter().any(|told| call.contains(told)) {
                faults.push(format!("{key} wants {place}: {before}{call}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_word_of_the_interface_stands_in_code_or_template() {
    let mut faults = Vec::new();
    let mut check = |file: &str, text: &str| {
        let lines = text.lines().zip(1..).filter(|(line, _)| line.chars().any(is_ideograph));
        faults.extend(lines.map(|(line, number)| format!("{file}:{number}: {}", line.trim())));
    };
    for file in code::files().iter().filter(|file| !file.is_test()) {
        let code: Vec<&str> = file.text.split("#[cfg(test)]\nmod tests {").next().unwrap().lines().collect();
        let spoken = ["chart", "site", "body", "html", "data", "picture"].contains(&file.module());
        let bare = code.into_iter().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        check(&file.path, &without_messages(&bare.filter(|_| spoken).collect::<Vec<_>>().join("\n")));
    }
    for entry in fs::read_dir("themes/default/templates").unwrap() {
        let path = entry.unwrap().path();
        check(&path.display().to_string(), &fs::read_to_string(&path).unwrap());
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Code without what it tells the person who runs the program, in both languages; line ends stay.
fn without_messages(code: &str) -> String {
    let Some((before, call)) = code.split_once("message!(") else { return code.to_owned() };
    let (mut depth, mut quoted, mut escaped) = (1, false, false);
    let end = call.find(|c| {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let (message, rest) = call.split_at(end.unwrap_or(call.len()));
    format!("{before}{}{}", "\n".repeat(message.matches('\n').count()), without_messages(rest))
}

fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

fn is_chinese(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{3001}'..='\u{303F}'))
}

/// What is shown or spoken in the body of a page in another language than its elements say.
fn misspoken(page: &Page) -> Vec<String> {
    let english = Words::of(Language::English);
    let phrases: BTreeSet<&str> = english.groups().values().flat_map(BTreeMap::values).map(Phrase::other).collect();
    let mut faults = Vec::new();
    for (language, words) in page.spoken("body") {
        let words = words.trim();
        match language {
            "en" if is_chinese(words) => faults.push(format!("as English: {words}")),
            "zh-CN" if phrases.contains(words) => faults.push(format!("as Chinese: {words}")),
            _ => {}
        }
    }
    for element in &page.elements {
        // A name that holds the words of the report as well: no attribute can say so of a part of it.
        let mixed = |words: &str| words.starts_with("Chart: ") || words.ends_with(". See the sentence");
        for name in ["aria-label", "title", "alt"] {
            let Some(words) = element.get(name).filter(|_| element.name != "link") else { continue };
            let chinese = page.language(element) == "zh-CN";
            if is_chinese(words) != chinese && (chinese || !mixed(words)) {
                faults.push(format!("{name} of <{}>: {words}", element.name));
            }
        }
    }
    faults
}

#[test]
fn an_english_site_is_english_round_the_words_of_the_report() {
    let mut pages = 0;
    let mut faults = Vec::new();
    for (path, page) in [english(), alone()].into_iter().flat_map(Site::pages) {
        assert_eq!(page.all("html").next().and_then(|html| html.get("lang")), Some("en"), "{path}");
        assert_eq!(page.meta("og:locale"), Some("en_US"));
        faults.extend(misspoken(&page).into_iter().map(|fault| format!("{path}: {fault}")));
        pages += 1;
    }
    assert!(faults.is_empty() && pages > 30, "{pages} pages, {} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn an_english_site_says_what_it_should() {
    let check = |path: &str, words: &[&str]| {
        let page = english().page(path);
        let main = page.all("main").next().unwrap();
        for words in words {
            assert!(main.text.contains(words), "{path} does not say {words}: {}", main.text);
        }
    };
    check(
        "qinghe-2024/index.html",
        &["Contents", "1 min", "Read it all on one page, about", "Downloads", "政府工作报告"],
    );
    check("qinghe-2024/1/index.html", &["About 1 minute", "See this section in the full text"]);
    check("qinghe-2024/figures/index.html", &["figures of the report, each with its sentence", "2024 target"]);
    check("qinghe-2024/charts/goals/index.html", &["This chart shows", "Sentences"]);
    check("404.html", &["No such page"]);
    check("index.html", &["Other"]);
    let script = english().text("assets/reader.js");
    assert!(script.starts_with("const WORDS = {") && script.contains("\"Copy quote\""));
    let told: serde_json::Value = serde_json::from_str(english().text("qinghe-2024/data/datapackage.json")).unwrap();
    assert_eq!(told["title"], "青禾区2024年政府工作报告: data");
    let drawn = english().text("qinghe-2024/charts/goals/chart.svg");
    assert!(drawn.contains("Source: 青禾区2024年政府工作报告"), "{drawn}");
}

#[test]
fn the_same_report_has_the_same_words_and_addresses_in_both_languages() {
    let chinese = crate::site::small();
    // A digest of what a file holds stands in its name, and scripts hold words of the site.
    let is_digest = |part: &&str| part.len() == 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let named = |path: &String| path.split('.').filter(|part| !is_digest(part)).collect::<Vec<_>>().join(".");
    let paths = |site: &Site| site.files.keys().map(named).collect::<Vec<_>>();
    assert_eq!(paths(chinese), paths(alone()));
    let report = |site: &Site| {
        site.page("qinghe-2024/full/index.html")
            .words(|element: &Element| element.get("data-ui").is_some() || element.get("popover").is_some())
    };
    assert_eq!(report(chinese), report(alone()));
    for (path, page) in alone().pages() {
        assert_eq!(page.ids(), chinese.page(path).ids(), "{path}");
    }
}

#[test]
fn a_language_without_catalogue_is_told_with_advice() {
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/site.toml", "title", "language = \"fr\"\ntitle");
    let site = desk.build();
    assert_eq!(errors(&site).len(), 1);
    assert_eq!(errors(&site)[0].code.as_str(), "bad-value");
    let help = errors(&site)[0].help.as_ref().unwrap().said_in(Language::English);
    assert!(help.contains("\"zh-CN\" or \"en\""), "{help}");
}

fn errors(site: &Site) -> Vec<&Diagnostic> {
    site.built.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect()
}

/// Builds the short report with a theme of these files.
fn themed(files: &[(&str, &str)]) -> Site {
    let desk = Desk::with_copy_of(SMALL);
    for (path, text) in files {
        desk.write(&format!("theme/{path}"), text);
    }
    Site::of(&Request { theme: Some(desk.path("theme")), ..request(desk.path("content")) })
}

#[test]
fn a_theme_rewords_the_interface_and_brings_words_of_its_own() {
    let words = "[missing]\ntitle = \"查无此页\"\n[ours]\ngreeting = { one = \"一位\", other = \"诸位\" }\n";
    let site = themed(&[
        ("words/zh.toml", words),
        ("words/en.toml", "[ours]\ngreeting = \"Hello\"\n"),
        ("templates/404.html", "<main>{{ words.missing.title }}：{{ words.ours.greeting | fill(n=2) }}</main>\n"),
    ]);
    assert!(site.built.is_good(), "{:?}", site.built.diagnostics);
    assert_eq!(site.text("404.html"), "<main>查无此页：诸位</main>\n");
}

#[test]
fn slips_in_the_words_of_a_theme_are_told_at_their_place() {
    let check = |text: &str, expect: &str| {
        let site = themed(&[("words/zh.toml", text)]);
        let found: Vec<String> = errors(&site)
            .into_iter()
            .map(|fault| {
                let place = fault.location.as_ref().unwrap();
                let file = place.file.replace('\\', "/");
                format!("{} {}:{}", fault.code.as_str(), &file[file.find("theme/").unwrap()..], place.place)
            })
            .collect();
        assert_eq!(found, [expect]);
    };
    check("[missing]\ntitel = \"查无此页\"\n", "unknown-key theme/words/zh.toml:2:1");
    check("[mising]\ntitle = \"查无此页\"\n", "unknown-key theme/words/zh.toml:1:2");
    check("[contents]\nminutes = \"{m} 分\"\n", "bad-value theme/words/zh.toml:2:11");
    check("[contents]\nminutes = 3\n", "wrong-type theme/words/zh.toml:2:11");
    check("[contents\n", "toml-syntax theme/words/zh.toml:1:10");
}

#[test]
fn a_template_that_does_not_fill_a_place_is_told() {
    let site = themed(&[("templates/404.html", "<main>{{ words.contents.minutes | fill(m=2) }}</main>\n")]);
    let found = errors(&site);
    assert_eq!((found.len(), found[0].code.as_str()), (1, "template"));
    for (language, words) in
        [(Language::English, "not told n: write n=…"), (Language::Chinese, "没有告诉 `fill` n 是什么：写上 n=…")]
    {
        let said = found[0].message.said_in(language);
        assert!(said.ends_with(words), "{said}");
    }
}
