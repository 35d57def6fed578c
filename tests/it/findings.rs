//! What programs are told: the findings of `build` and `check` as one JSON document, and what a code means.

use std::fs;

use gongdu::diagnostic::ALL_CODES;
use serde_json::{Value, json};

use crate::desk::{Desk, Run, check};
use crate::site::SMALL;

/// What `explain` prints from, in Chinese and in English.
const DOCUMENTS: [(&str, &str); 2] = [("zh", "docs/zh/diagnostics.md"), ("en", "docs/en/diagnostics.md")];

/// What a run printed: one document, and nothing else.
#[track_caller]
fn document(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"))
}

/// The diagnostics of a code.
fn of<'v>(document: &'v Value, code: &str) -> Vec<&'v Value> {
    document["diagnostics"].as_array().unwrap().iter().filter(|found| found["code"] == code).collect()
}

/// A report with a fault in its figures, one in its settings, and what is warned of.
fn faulty() -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/site.toml", "title = ", "titel = \"x\"\ntitle = ");
    desk.change("content/qinghe-2024/1.md", "企业36家。", "企业37家。");
    desk
}

#[test]
fn a_fault_is_told_with_its_place_and_in_both_languages_whatever_language_is_spoken() {
    let desk = faulty();
    let run = check(&desk, &["check", "--format", "json"], 1, &[]);
    let found = document(&run);
    assert_eq!((&found["good"], &found["failure"]), (&json!(false), &Value::Null));
    let key = of(&found, "unknown-key")[0];
    assert_eq!((&key["severity"], &key["file"]), (&json!("error"), &json!("content/site.toml")));
    let line = key["line"].as_u64().unwrap() as usize;
    let text = desk.read("content/site.toml");
    let text = text.lines().nth(line - 1).unwrap();
    let range = |of: &str| ["start", "end"].map(|end| key["span"][of][end].as_u64().unwrap() as usize);
    let ([start, end], [first, last]) = (range("bytes"), range("characters"));
    assert_eq!(&text[start..end], "titel");
    assert_eq!(text.chars().skip(first).take(last - first).collect::<String>(), "titel");
    assert_eq!(key["column"], first + 1);
    for (part, en, zh) in
        [("message", "there is no key `titel`", "`titel`"), ("help", "did you mean `title`?", "是不是想写 `title`？")]
    {
        let says = |language: &str, words: &str| key[part][language].as_str().is_some_and(|own| own.contains(words));
        assert!(says("en", en) && says("zh", zh), "{key:#}");
    }
    assert!(found["diagnostics"].as_array().unwrap().iter().all(|found| found["notes"].is_array()));
    let count = |severity: &str| {
        found["diagnostics"].as_array().unwrap().iter().filter(|found| found["severity"] == severity).count()
    };
    let counts = json!({"errors": count("error"), "warnings": count("warning"), "notes": count("note")});
    assert!(found["counts"] == counts && count("error") >= 2, "{:#}", found["counts"]);
    assert!(!run.err.contains("error["), "people are told nothing twice: {}", run.err);
    let chinese = check(&desk, &["check", "--format", "json", "--lang", "zh"], 1, &[]);
    assert_eq!(chinese.out, run.out);
}

#[test]
fn a_build_tells_what_a_check_tells_and_publishes_all_the_same() {
    let desk = Desk::with_copy_of(SMALL);
    let checked = check(&desk, &["check", "--format", "json"], 0, &[]);
    let built = check(&desk, &["build", "--format", "json", "--quiet"], 0, &[]);
    assert_eq!(built.out, checked.out);
    assert_eq!(built.err, "");
    assert!(desk.path("public/index.html").exists());
    let found = document(&built);
    assert_eq!((&found["good"], &found["counts"]["errors"]), (&json!(true), &json!(0)));
    assert!(!of(&found, "term-unused").is_empty(), "{found:#}");
    check(&desk, &["build", "--format", "text"], 0, &["warning[term-unused]"]);
    let faulty = faulty();
    let [checked, built] = ["check", "build"].map(|command| check(&faulty, &[command, "--format", "json"], 1, &[]).out);
    assert_eq!(built, checked);
    assert!(!faulty.path("public").exists());
}

#[test]
fn what_the_machine_refuses_is_told_too() {
    let desk = Desk::empty();
    for command in ["check", "build"] {
        let found = document(&check(&desk, &[command, "--format", "json"], 2, &["error: there is no folder content"]));
        let says = |language: &str, words: &str| found["failure"][language].as_str().unwrap().contains(words);
        assert!(says("en", "there is no folder content") && says("zh", "没有文件夹 content"), "{found:#}");
        assert_eq!((&found["good"], &found["diagnostics"]), (&json!(false), &json!([])));
    }
    let desk = Desk::with_copy_of(SMALL);
    desk.write("theirs/letter.txt", "dear");
    let run = check(&desk, &["build", "--output", "theirs", "--format", "json"], 2, &["error[foreign-output]"]);
    let found = document(&run);
    let refusal = of(&found, "foreign-output")[0];
    assert_eq!((&refusal["file"], &refusal["line"], &refusal["span"]), (&Value::Null, &Value::Null, &Value::Null));
    assert_eq!((&found["counts"]["errors"], &found["failure"]), (&json!(1), &Value::Null));
    check(&desk, &["build", "--format", "xml"], 2, &["[possible values: text, json]"]);
}

#[test]
fn a_fault_of_a_whole_file_has_no_line() {
    let desk = Desk::with_copy_of(SMALL);
    fs::remove_file(desk.path("content/site.toml")).unwrap();
    let found = document(&check(&desk, &["check", "--format", "json"], 1, &[]));
    let missing = of(&found, "missing-file")[0];
    assert_eq!((&missing["file"], &missing["line"]), (&json!("content/site.toml"), &Value::Null));
}

#[test]
fn the_documents_show_a_document_of_the_form_that_is_printed() {
    let printed = document(&check(&faulty(), &["check", "--format", "json"], 1, &[]));
    for (_, path) in DOCUMENTS {
        let text = fs::read_to_string(path).unwrap();
        let example = text.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let example: Value = serde_json::from_str(example).unwrap();
        let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&example), keys(&printed), "{path}");
        let [one, other] = [&example, &printed].map(|document| &document["diagnostics"][0]);
        assert_eq!(keys(one), keys(other), "{path}");
        assert_eq!(keys(&one["span"]), keys(&of(&printed, "unknown-key")[0]["span"]), "{path}");
    }
}

#[test]
fn every_code_is_explained_as_the_document_of_the_language_says_it() {
    let desk = Desk::empty();
    for (language, path) in DOCUMENTS {
        let text = fs::read_to_string(path).unwrap();
        let all = check(&desk, &["explain", "--lang", language], 0, &[]).out;
        for code in ALL_CODES {
            let code = code.as_str();
            let is_of_code = |line: &&str| line.trim_start().split(' ').next() == Some(code);
            let of_code: Vec<&str> = all.lines().filter(is_of_code).collect();
            let [line] = of_code[..] else { panic!("{code}: {of_code:?}") };
            let meaning = line.trim_start()[code.len()..].trim();
            assert!(text.contains(&format!("### {code}\n\n{meaning}")), "{line}");
            assert!(meaning.chars().count() > 3 && !meaning.contains('。') && !meaning.contains(". "), "{line}");
        }
    }
    for (language, advice, title) in
        [("zh", "怎么办：", "no-title\n\n开头没有标题行"), ("en", "What to do: ", "no-title\n\n")]
    {
        for (asked, says) in [("no-title", title), ("error[fidelity]", "fidelity\n\n")] {
            let run = check(&desk, &["explain", asked, "--lang", language], 0, &[advice]);
            assert!(run.out.starts_with(says) && !run.out.contains("\n### "), "{run:?}");
        }
    }
}

#[test]
fn of_a_code_that_there_is_not_the_nearest_are_told() {
    let desk = Desk::empty();
    for (asked, near) in [
        ("no-titel", "near it: no-title; "),
        ("quote-missing", "quote-not-found, quote-ambiguous"),
        ("figure", "unnamed-figure, "),
    ] {
        let run = check(&desk, &["explain", asked], 2, &[&format!("there is no code `{asked}`"), near]);
        assert!(run.out.is_empty() && run.err.contains("`gongdu explain` lists them all"), "{run:?}");
    }
    let run = check(
        &desk,
        &["explain", "zzzzzzzzzzzzzz", "--lang", "zh"],
        2,
        &["没有代码 `zzzzzzzzzzzzzz`；`gongdu explain` 列出"],
    );
    assert!(!run.err.contains("相近"), "{run:?}");
}
