//! An operator's rows of the lexicon, `content/lexicon.txt`: what is read by them, and what is said of a row that is wrong.

use crate::desk::{Desk, check};

const SPEECH: &str = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
    现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n工业产值增长6.5%，企业利润增长7.2%。落子工业项目12个。\n\
    二、2024年重点工作\n工业产值增长7%左右，奋力谱写现代化青禾建设新篇章！\n";

fn desk(lexicon: &str) -> Desk {
    let desk = Desk::empty();
    desk.write("content/site.toml", "title = \"公读\"\n");
    desk.write("a.txt", SPEECH);
    desk.write("content/lexicon.txt", lexicon);
    desk
}

/// The name of the twelve projects in the table.
fn name(desk: &Desk) -> String {
    check(desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &[]);
    let table = desk.read("content/qinghe-2024/figures.csv");
    let row = table.lines().find(|row| row.contains("12个")).unwrap_or_else(|| panic!("{table}"));
    let names = ["落子工业项目", "工业项目"].into_iter().find(|name| row.contains(&format!(",{name},")));
    names.unwrap_or_else(|| panic!("{row}")).to_owned()
}

#[test]
fn a_row_gives_a_word_its_tags_and_takes_them() {
    assert_eq!(name(&desk("# 没有词\n")), "落子工业项目");
    assert_eq!(name(&desk("落子|empty-verb # 落子工业项目12个\n")), "工业项目");
    // Whatever the program knows of a word, the row is all that is left.
    assert!(name(&desk("项目|\n")).ends_with("工业项目"));
}

#[test]
fn all_wrong_rows_are_told_with_their_places_and_nothing_is_read() {
    let wrong = desk("落子|emty-verb\n工业\n");
    for command in [&["import", "a.txt", "--as", "qinghe-2024"][..], &["inspect", "a.txt"]] {
        check(
            &wrong,
            command,
            1,
            &["lexicon.txt:1:", "did you mean `empty-verb`?", "lexicon.txt:2:", "a word, a bar and its tags"],
        );
    }
    assert!(!wrong.path("content/qinghe-2024").exists());
}

#[test]
fn it_is_no_page_and_a_changed_row_makes_the_pages_anew() {
    let desk = desk("落子|empty-verb\n");
    name(&desk);
    check(&desk, &["build", "--output", "public"], 0, &[]);
    assert!(desk.tree("public").iter().all(|(path, _)| !path.ends_with("lexicon.txt")));
    // What the pages were made from is remembered beside them.
    let remembered = || {
        check(&desk, &["build", "--output", "public"], 0, &[]);
        let notes = desk.tree("public").into_iter().filter(|(path, _)| path.contains(".gongdu"));
        notes.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect::<String>()
    };
    let first = remembered();
    assert!(first.contains("qinghe-2024") && first == remembered());
    desk.write("content/lexicon.txt", "落子|empty-verb\n落成|empty-verb\n");
    assert_ne!(first, remembered());
}

#[test]
fn every_tag_is_explained_in_both_languages() {
    let tags = gongdu::figures::lexicon_tags();
    assert!(tags.len() > 30);
    for page in ["docs/zh/recognition.md", "docs/en/recognition.md"] {
        let text = std::fs::read_to_string(page).unwrap();
        let missing: Vec<&str> = tags.iter().copied().filter(|tag| !text.contains(&format!("`{tag}`"))).collect();
        assert_eq!(missing, [""; 0], "{page}");
    }
}
