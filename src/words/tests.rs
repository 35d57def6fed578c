//! Rows for catalogues, and that the two which come with the program match.

use super::lookup::embedded;
use super::*;
use crate::diagnostic::{Checked, Diagnostic};
use crate::text::Source;

#[test]
fn both_catalogues_are_without_fault_and_have_the_same_keys_and_places() {
    let keys = |language: Language| -> Vec<(String, Vec<String>)> {
        let mut faults: Vec<Diagnostic> = Vec::new();
        let groups = catalogue::read(&Source::new(language.file(), embedded(language)), &mut faults);
        assert_eq!(faults, [], "{language:?}");
        let key = |group: &str, name: &str| format!("{group}.{name}");
        let places = |phrase: &Phrase| phrase.places().into_iter().map(String::from).collect();
        let all =
            groups.iter().flat_map(|(group, names)| names.iter().map(move |(name, phrase)| (group, name, phrase)));
        all.map(|(group, name, phrase)| (key(group, name), places(phrase))).collect()
    };
    let [chinese, english] = Language::ALL.map(keys);
    assert!(chinese.len() > 250, "{}", chinese.len());
    for (one, other) in chinese.iter().zip(&english) {
        assert_eq!(one, other);
    }
    assert_eq!(chinese.len(), english.len());
}

#[test]
fn no_english_phrase_holds_chinese_but_an_example_and_none_is_empty() {
    for (group, names) in Words::of(Language::English).groups() {
        for (name, phrase) in names {
            let words = phrase.other();
            assert!(!words.trim().is_empty(), "{group}.{name}");
            let chinese = words.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
            // An example, and a name that readers know the code by.
            assert!(!chinese || ["value_means", "site_id"].contains(&name.as_str()), "{group}.{name}: {words}");
        }
    }
}

#[test]
fn places_are_filled_and_english_counts() {
    let check = |language, n: usize, expect: &str| {
        assert_eq!(Words::of(language).fill("figures.count", &[("n", &n)]), expect);
    };
    check(Language::Chinese, 1, "报告里的 1 个数字，每个连着原句。");
    check(Language::English, 1, "1 figure of the report, with its sentence.");
    check(Language::English, 0, "0 figures of the report, each with its sentence.");
    check(Language::English, 21, "21 figures of the report, each with its sentence.");
    assert_eq!(Words::of(Language::English).fill("no.such", &[]), "no.such");
}

#[test]
fn a_phrase_is_cut_at_its_places() {
    let check = |phrase: &str, expect: &[PhrasePart<'_>]| assert_eq!(parts(phrase), expect);
    check("", &[]);
    check("甲{n}乙", &[PhrasePart::Words("甲"), PhrasePart::Place("n"), PhrasePart::Words("乙")]);
    check("{a}{b}", &[PhrasePart::Place("a"), PhrasePart::Place("b")]);
    check("{ {N} {} {n", &[PhrasePart::Words("{ {N} {} {n")]);
    check("{{n}}", &[PhrasePart::Words("{"), PhrasePart::Place("n"), PhrasePart::Words("}")]);
}

/// Lays a catalogue over the Chinese one: what a key says then, and the messages.
#[track_caller]
fn check(over: &str, key: &str, expect: &str, messages: &[&str]) {
    let Checked { value: words, diagnostics: faults } =
        Words::of(Language::Chinese).overlaid(&Source::new("words/zh.toml", over));
    let said: Vec<&str> = faults.iter().map(|fault| fault.message.said_in(Language::English)).collect();
    assert_eq!((words.get(key), said.as_slice()), (expect, messages));
    assert!(faults.iter().all(|fault| fault.location.is_some() && fault.help.is_some()));
}

#[test]
fn a_theme_may_reword_a_phrase_and_add_a_table_of_its_own() {
    check("[contents]\nheading = \"篇目\"\n", "contents.heading", "篇目", &[]);
    check("[contents]\nminutes = \"片刻\"\n", "contents.minutes", "片刻", &[]);
    check("[colophon]\nset_in = \"用{face}排印\"\n", "colophon.set_in", "用{face}排印", &[]);
}

#[test]
fn slips_are_told_and_change_nothing() {
    check("[contents]\nheadin = \"篇目\"\n", "contents.heading", "目录", &["there is no key `headin` in [contents]"]);
    check("[content]\nheading = \"篇目\"\n", "contents.heading", "目录", &["there is no table [content]"]);
    check("[contents]\nminutes = \"{m} 分\"\n", "contents.minutes", "{n} 分钟", &["nobody fills {m} here"]);
    check("[contents]\nheading = 3\n", "contents.heading", "目录", &["`heading` takes words"]);
    check("[contents]\nheading = { one = \"a\" }\n", "contents.heading", "目录", &["`heading` takes words"]);
    check("contents = \"篇目\"\n", "contents.heading", "目录", &["`contents` takes a table"]);
}

#[test]
fn chinese_is_found_in_english() {
    let check = |words: &str, expect: &[&str]| {
        let runs: Vec<&str> = chinese_runs(words).into_iter().map(|run| run.of(words)).collect();
        assert_eq!(runs, expect);
    };
    check("plain words, 6.5%", &[]);
    check("淄川区2023年政府工作报告", &["淄川区2023年政府工作报告"]);
    check(
        "This chart shows 2023年主要预期目标: 地区生产总值 增长6.5%左右, 粮食.",
        &["2023年主要预期目标", "地区生产总值 增长6.5%左右", "粮食"],
    );
    check("The largest is 投资 (增长10%以上), the rest not.", &["投资", "增长10%以上"]);
    check("区长　冯炳涛 and “十四五”规划", &["区长　冯炳涛", "“十四五”规划"]);
}
