//! A report imported again: what a person did to its pages stays, and a corrected text is the same report.

use crate::desk::{Desk, check};

const SPEECH: &str = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
    现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n经济运行稳中向好，全年完成投资30亿元，完成税收12亿元。\n\
    （一）产业\n新增企业320家，产值增长6.5%，利润增长7.2%，出口增长8.1%，用工1.2万人。\n（二）民生\n办成实事25件，建成学校3所，群众有了更多获得感。\n\
    二、2024年重点工作\n产值增长7%左右，投资增长8%左右，税收增长5%以上，奋力谱写现代化青禾建设新篇章！\n";

fn imported() -> Desk {
    let desk = Desk::empty();
    desk.write("content/site.toml", "title = \"公读\"\n");
    desk.write("a.txt", SPEECH);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &[]);
    check(&desk, &["check"], 0, &[]);
    desk
}

/// Puts the words of the page `from` at the end of the page `to`, and removes `from`.
fn merge(desk: &Desk, from: &str, to: &str) {
    let (from, to) = (format!("content/qinghe-2024/{from}.md"), format!("content/qinghe-2024/{to}.md"));
    let text = desk.read(&from);
    let (front, body) = text.trim_start_matches("+++\n").split_once("+++\n").unwrap();
    let value = |key: &str| front.lines().find_map(|line| line.strip_prefix(&format!("{key} = \""))).unwrap_or("\"");
    let heading = format!("{}{}", value("number").trim_end_matches('"'), value("title").trim_end_matches('"'));
    desk.write(&to, format!("{}\n## {heading}\n{body}", desk.read(&to)));
    std::fs::remove_file(desk.path(&from)).unwrap();
}

#[test]
fn pages_that_a_person_merged_stay_merged_and_keep_their_figures() {
    let desk = imported();
    let before = desk.read("content/qinghe-2024/figures.csv");
    merge(&desk, "1-1", "1");
    merge(&desk, "1-2", "1");
    let left_out = ["left out: content/qinghe-2024/1-1.md", "left out: content/qinghe-2024/1-2.md", "kept as it is"];
    for _ in 0..2 {
        check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &left_out);
        assert!(!desk.path("content/qinghe-2024/1-1.md").exists());
        check(&desk, &["check"], 0, &["nothing was written"]);
    }
    let after = desk.read("content/qinghe-2024/figures.csv");
    assert_eq!(after.lines().count(), before.lines().count());
    let ids = |table: &str| table.lines().map(|row| row.split(',').next().unwrap().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(&after), ids(&before), "every figure keeps its address");
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024", "--force"], 0, &[]);
    assert!(desk.path("content/qinghe-2024/1-1.md").exists(), "--force brings it back");
}

#[test]
fn a_page_that_a_person_deleted_stays_deleted_and_the_build_says_what_is_missing() {
    let desk = imported();
    std::fs::remove_file(desk.path("content/qinghe-2024/1-2.md")).unwrap();
    let told = ["left out: content/qinghe-2024/1-2.md", "warning[unplaced-figure]", "「25件」"];
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &told);
    check(&desk, &["check"], 1, &["error[fidelity]", "民生"]);
    assert!(!desk.read("content/qinghe-2024/figures.csv").contains("25件"));
}

#[test]
fn a_chart_that_a_person_deleted_stays_deleted() {
    let desk = imported();
    let charts = || desk.tree("content/qinghe-2024/charts").into_iter().map(|(path, _)| path).collect::<Vec<_>>();
    let before = charts();
    assert!(!before.is_empty());
    std::fs::remove_file(desk.path(&format!("content/qinghe-2024/charts/{}", before[0]))).unwrap();
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &["left out: content/qinghe-2024/charts/"]);
    assert_eq!(charts(), before[1..]);
}

#[test]
fn a_corrected_text_is_the_same_report_whatever_its_file_is_called() {
    for name in ["政府工作报告（更正稿）.txt", "corrected.txt"] {
        let desk = imported();
        desk.write(name, SPEECH.replace("6.5%", "6.8%"));
        check(&desk, &["import", name], 0, &["is `qinghe-2024` again: same place, year and title"]);
        assert!(desk.read("content/qinghe-2024/1-1.md").contains("6.8%"));
        check(&desk, &["build"], 0, &["1 report"]);
    }
}

#[test]
fn a_report_of_another_day_year_or_title_is_another_report() {
    for (from, to) in [("1月8日", "3月8日"), ("2024", "2025"), ("政府工作报告", "财政工作报告"), ("青禾市", "青苗市")]
    {
        let desk = imported();
        desk.write("other.txt", SPEECH.replace(from, to));
        let run = check(&desk, &["import", "other.txt"], 0, &[]);
        assert!(!run.out.contains("again"), "{from}: {run:?}");
        check(&desk, &["build"], 0, &["2 reports"]);
    }
}

#[test]
fn a_corrected_number_keeps_its_id_also_where_everything_is_written_anew() {
    let desk = imported();
    let id_of = |words: &str| {
        let table = desk.read("content/qinghe-2024/figures.csv");
        let row = table.lines().find(|row| row.contains(words)).unwrap_or_else(|| panic!("no {words}: {table}"));
        row.split(',').next().unwrap().to_owned()
    };
    let (corrected, after) = (id_of("6.5%"), id_of("25件"));
    // A figure before both: counted anew, all ids behind it would move on.
    desk.write("a.txt", SPEECH.replace("产值增长6.5%", "产值增长6.8%").replace("完成投资", "新开工18个项目，完成投资"));
    for options in
        [&["import", "a.txt", "--as", "qinghe-2024"][..], &["import", "a.txt", "--as", "qinghe-2024", "--force"]]
    {
        check(&desk, options, 0, &[]);
        assert_eq!((id_of("6.8%"), id_of("25件")), (corrected.clone(), after.clone()), "{options:?}");
    }
    check(&desk, &["build"], 0, &["1 report"]);
}

#[test]
fn a_corrected_source_names_the_figures_that_are_new_gone_and_corrected() {
    let desk = imported();
    let text = SPEECH
        .replace("产值增长6.5%", "产值增长6.8%")
        .replace("，用工1.2万人", "")
        .replace("办成实事25件", "办成实事25件，修路48公里");
    desk.write("a.txt", text);
    let says = [
        "1 corrected, 1 new, 1 gone",
        "  corrected: f",
        ": 增长6.5%, now 增长6.8%",
        "  new: f",
        "48公里",
        "  gone: f",
        "1.2万人",
    ];
    let run = check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &says);
    for line in
        run.err.lines().filter(|line| ["  corrected", "  new", "  gone: f"].iter().any(|own| line.starts_with(own)))
    {
        assert!(line.contains("(1-1.md)") || line.contains("(1-2.md)"), "{line}");
    }
    let again =
        check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &["rows of content/qinghe-2024/figures.csv"]);
    assert!(!again.err.contains("corrected") && !again.err.contains("  new:"), "{}", again.err);
    let chinese = desk.run(&["import", "a.txt", "--as", "qinghe-2024", "--lang", "zh"]);
    assert!(!chinese.err.contains("改了数"), "{}", chinese.err);
}
