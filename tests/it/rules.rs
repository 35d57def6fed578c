//! The bench for the rules itself: a fact reads back from its line, a change is told for what it is, a score that falls is seen.

#[path = "../rules/compare.rs"]
mod compare;
#[path = "../rules/fact.rs"]
mod fact;
#[path = "../rules/likeness.rs"]
mod likeness;
#[path = "../rules/scores.rs"]
mod scores;

use compare::changes;
use fact::Fact;
use scores::{Card, Scores};

/// The facts of a golden text.
fn facts(lines: &[&str]) -> Vec<Fact> {
    lines.iter().map(|line| Fact::parse(line).unwrap_or_else(|| panic!("no fact: {line}"))).collect()
}

#[test]
fn a_fact_reads_back_from_its_line() {
    for line in [
        "17:44 figure 增长24.6% | kind=change | name=省外到位资金 | unit=%",
        "- masthead year | is=2026",
        "- masthead speaker",
        "91:1 paragraph | characters=46",
    ] {
        assert_eq!(facts(&[line])[0].to_string(), line);
    }
    let odd = Fact::new(Some((1, 2)), "aside", " a | b\nc ").with("empty", "").with("name", "x|y");
    assert_eq!(odd.to_string(), "1:2 aside a ¦ b⏎c | name=x¦y");
}

#[test]
fn a_change_is_told_for_what_it_is() {
    let before = facts(&[
        "3:5 figure 增长6% | name=生产总值 | period=2025",
        "3:20 figure 12家 | name=企业",
        "9:1 heading 一、回顾 | level=1",
        "9:4 pair 7% with 3:5 6% | names=a / b",
    ]);
    let now = facts(&[
        "3:5 figure 增长6% | name=地区生产总值 | period=2024",
        "4:20 figure 12家 | name=企业",
        "9:1 heading 一、工作回顾 | level=1",
        "9:4 pair 7% with 3:5 6% | names=a / b | refused=scope",
    ]);
    let found: Vec<(String, String)> =
        changes("甲", &before, &now).into_iter().map(|change| (change.group, change.says)).collect();
    let expect = [
        ("figure name", "甲 3:5 增长6%: 生产总值 → 地区生产总值"),
        ("figure period", "甲 3:5 增长6%: 2025 → 2024"),
        ("figure lost", "甲 3:20 figure 12家 | name=企业"),
        ("figure gained", "甲 4:20 figure 12家 | name=企业"),
        ("heading words", "甲 9:1 一、回顾 → 一、工作回顾"),
        ("pair refused", "甲 9:4 7% with 3:5 6%: (none) → scope"),
    ];
    assert_eq!(found, expect.map(|(group, says)| (group.to_owned(), says.to_owned())));
    assert!(changes("甲", &now, &now).is_empty());
}

#[test]
fn likeness_is_that_of_common_runs() {
    for (one, other, expect) in
        [("", "", 1.0), ("甲乙", "丙", 0.0), ("新增市场主体", "市场主体", 0.8), ("abcd", "bcde", 0.75)]
    {
        let is = likeness::likeness(one, other);
        assert!((is - expect).abs() < 1e-9, "{one} {other}: {is}");
    }
}

#[test]
fn a_score_that_falls_is_told_and_one_that_rises_is_not() {
    let read = |rows: [(&str, usize, usize); 2]| {
        let (mut scores, mut misses) = (Scores::default(), Vec::new());
        let mut card = Card::new("甲", &mut scores, &mut misses);
        rows.iter().for_each(|(field, right, of)| card.score(field, *right, *of));
        card.miss("a row");
        assert_eq!(misses, ["甲 a row"]);
        scores
    };
    let before = read([("period", 8, 10), ("name", 9, 10)]);
    assert_eq!(Scores::parse(&before.text()), before);
    let now = read([("period", 15, 20), ("name", 10, 10)]);
    assert_eq!(now.fallen(&before), ["period | 甲: 8 of 10 → 15 of 20"]);
    assert_eq!(now.worst("period").map(|(document, score)| (document, score.ratio())), Some(("甲", 0.75)));
    assert_eq!(now.worst("name"), None);
    assert_eq!(now.without_documents(&["甲".to_owned()]).fallen(&before).len(), 2, "what is gone fell");
    let mut both = now.of_documents(&["甲".to_owned()]);
    let (mut others, mut misses) = (Scores::default(), Vec::new());
    Card::new("乙", &mut others, &mut misses).found("heading", 3, 4, 5);
    both.extend(others);
    assert_eq!(both.by_field()[1], ("heading: recall".to_owned(), scores::Score::of(3, 5)));
    assert_eq!(
        both.text(),
        "heading: precision | 乙 | 3 of 4\nheading: recall | 乙 | 3 of 5\nname | 甲 | 10 of 10\nperiod | 甲 | 15 of 20\n"
    );
    assert!(before.of_documents(&["甲".to_owned()]).fallen(&before).is_empty());
}

#[test]
fn every_text_has_its_golden_text_and_no_golden_text_is_left_over() {
    let names = |folder: &str| {
        let files = std::fs::read_dir(format!("tests/corpus/{folder}")).unwrap();
        let mut names: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        names
    };
    assert_eq!(names("texts"), names("golden"));
    assert!(names("texts").len() >= 40);
}
