//! `-v`: what is read from where, what is decided and why, and how long it takes.

use crate::desk::{Desk, check};

#[test]
fn a_build_tells_why_it_makes_a_report_again() {
    let desk = Desk::with_one_page();
    let first = check(&desk, &["build", "-v"], 0, &["settings: content/site.toml", "theme: the built-in one"]);
    assert!(first.err.contains("qinghe-2024: made anew: the last build left nothing of it"), "{}", first.err);
    assert!(first.err.contains("the stages, over all threads"), "{}", first.err);
    check(&desk, &["build", "--verbose"], 0, &["qinghe-2024: nothing changed, taken over"]);
    desk.change("content/qinghe-2024/1.md", "2%", "3%");
    check(&desk, &["build", "-v", "--lang", "zh"], 0, &["qinghe-2024：重做：它的文件，或者前后年的文件"]);
    std::fs::remove_file(desk.path("public/qinghe-2024/1/index.html")).unwrap();
    check(&desk, &["build", "-v"], 0, &["qinghe-2024: made anew: its files in the site were changed or are gone"]);
    check(&desk, &["build", "-v", "--full"], 0, &["qinghe-2024: made anew, as --full asks"]);
    let silent = check(&desk, &["build"], 0, &[]);
    assert!(!silent.err.contains("settings:") && !silent.err.contains(" ms"), "{}", silent.err);
}

#[test]
fn what_lies_over_what_is_built_in_and_the_files_read_are_told() {
    let desk = Desk::with_one_page();
    desk.write("theme/words/zh.toml", "[overview]\nsearch = \"找一找\"\n");
    desk.write("content/static/robots.txt", "User-agent: *\n");
    desk.write("content/lexicon.txt", "试播|full-verb # 试播节目10个\n");
    check(
        &desk,
        &["check", "-v", "--theme", "theme"],
        0,
        &[
            "theme: 1 file of theme over the built-in one",
            "as they are: 1 file of content/static/",
            "words: content/lexicon.txt",
        ],
    );
    desk.write(
        "a.txt",
        "政府工作报告\n——2024年1月8日在青禾市人民代表大会上\n市长 林小禾\n各位代表：\n一、工作\n粮食增长2%。\n",
    );
    check(&desk, &["inspect", "a.txt", "-v"], 0, &["read a.txt: ", " bytes, text, 7 lines"]);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2025", "-v"], 0, &["read a.txt: "]);
    check(&desk, &["figures", "-v"], 0, &["read content/qinghe-2025/"]);
    check(&desk, &["build", "-v", "-q"], 2, &["--verbose"]);
}
