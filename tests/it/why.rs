//! `--why`: how the facts of a figure were reached, told in both languages.

use crate::desk::{Desk, check};
use crate::site::SMALL;

/// The small report, and its source beside its content.
fn desk() -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("report.txt", desk.read("content/qinghe-2024/source.txt"));
    desk
}

#[test]
fn figures_tells_why_one_figure_is_what_it_is() {
    let desk = desk();
    check(
        &desk,
        &["figures", "qinghe-2024/f1", "--why"],
        0,
        &[
            "as the source is read",
            "the subject on the left of the number: 「地区生产总值」 11:12",
            "heading 「2023年工作回顾」: it looks back (回顾)",
            "a word of growth, decline or comparison: 「增长」 11:18",
            "地区生产总值 增长6%左右 (line 16)",
        ],
    );
    check(
        &desk,
        &["figures", "f1", "--why", "--lang", "zh"],
        0,
        &[
            "原文是这样认的",
            "数字左边的主语：「地区生产总值」11:12",
            "标题「2023年工作回顾」：是回顾（回顾）",
            "说的是同一件事",
        ],
    );
}

#[test]
fn figures_tells_what_a_person_changed_and_what_cannot_be_read_again() {
    let desk = desk();
    let row = "eq,change,up,地区生产总值,2023,actual";
    desk.change("content/qinghe-2024/figures.csv", row, "eq,change,up,生产总值,2022,actual");
    check(
        &desk,
        &["figures", "f1", "--why"],
        0,
        &[
            "name: the table says 「生产总值」, the reading says 「地区生产总值」",
            "period: the table says 「2022」, the reading says 「2023」",
        ],
    );
    check(
        &desk,
        &["figures", "f1", "--why", "--lang", "zh"],
        0,
        &["名称：表里是「生产总值」，程序读出来是「地区生产总值」"],
    );
    desk.change("content/qinghe-2024/figures.csv", "增长6.2%,6.2,", "6.2%,6.2,");
    check(&desk, &["figures", "f1", "--why"], 0, &["a person added the row, or changed its quote or its words"]);
    desk.change("content/qinghe-2024/report.toml", "source = \"source.txt\"", "source = \"\"");
    check(&desk, &["figures", "f1", "--why"], 0, &["content/qinghe-2024 has no source", "name it in report.toml"]);
    check(&desk, &["figures", "f1", "--why", "--lang", "zh"], 0, &["content/qinghe-2024 里没有原文"]);
}

#[test]
fn why_is_of_one_figure_and_for_people() {
    let desk = desk();
    check(&desk, &["figures", "--why"], 2, &["--why explains one figure"]);
    check(&desk, &["figures", "f1", "--why", "--json"], 2, &["cannot be used with"]);
    check(&desk, &["inspect", "report.txt", "--why", "11", "--json"], 2, &["cannot be used with"]);
    check(&desk, &["inspect", "report.txt", "--why", "999"], 2, &["there is no line 999; the text has"]);
    check(&desk, &["inspect", "report.txt", "--why", "0", "--lang", "zh"], 2, &["没有第 0 行"]);
}

#[test]
fn inspect_tells_why_the_figures_of_a_line_are_what_they_are() {
    let desk = desk();
    let before = desk.tree("");
    check(
        &desk,
        &["inspect", "report.txt", "--why", "11"],
        0,
        &[
            "增长6.2%  地区生产总值  11:18",
            "增长8.5%  规上工业增加值",
            "the word that leads up to the number: 「增长」 11:18",
        ],
    );
    check(&desk, &["inspect", "report.txt", "--why", "11", "--lang", "zh"], 0, &["引出数字的词：「增长」11:18"]);
    check(&desk, &["inspect", "report.txt", "--why", "1"], 0, &["line 1 is not part of the speech"]);
    assert!(desk.tree("") == before, "inspect writes nothing");
    // Numbers that are no figures are told with the reason.
    let text =
        desk.read("report.txt").replacen("全区地区生产总值增长6.2%", "印发《规划（2022—2035）》，2023年起施行", 1);
    desk.write("report.txt", text);
    check(
        &desk,
        &["inspect", "report.txt", "--why", "11"],
        0,
        &[
            "no figure: 2022—2035 (11:",
            "it stands in a title",
            "no figure: 2023 (11:",
            "it is a year or a number of years",
        ],
    );
    check(&desk, &["inspect", "report.txt", "--why", "11", "--lang", "zh"], 0, &["在书名号里", "是年份或年数"]);
}
