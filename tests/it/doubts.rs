//! A figure in doubt stands in the table and in the text; never in a title, a key number, a pair, a chart, a picture, until a
//! person has looked at it.

use crate::desk::{Desk, check};

const SPEECH: &str = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
    现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n公共服务水平显著提高，累计完成投入33.4亿元。\n\
    工业产值增长6.5%，企业利润增长7.2%，外贸出口增长8.1%，固定资产投资增长9.3%，税收收入增长5.5%，高校增长3.1%。\n\
    二、2024年重点工作\n工业产值增长7%左右，企业利润增长8%左右，税收收入增长5%以上，奋力谱写现代化青禾建设新篇章！\n";

const TABLE: &str = "content/qinghe-2024/figures.csv";

fn imported() -> Desk {
    let desk = Desk::empty();
    desk.write("content/site.toml", "title = \"公读\"\n[figures]\npages = \"all\"\n");
    desk.write("a.txt", SPEECH);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &[]);
    desk
}

/// The row of the table with these words.
fn row(desk: &Desk, words: &str) -> String {
    let table = desk.read(TABLE);
    let row = table.lines().find(|row| row.contains(words));
    row.unwrap_or_else(|| panic!("no row with {words}:\n{table}")).trim_end().to_owned()
}

#[test]
fn it_stands_in_the_table_and_on_no_chart_and_in_no_title() {
    let desk = imported();
    let doubted = row(&desk, "33.4亿元");
    assert!(doubted.ends_with(",name"), "{doubted}");
    let id = doubted.split(',').next().unwrap();
    for (path, bytes) in desk.tree("content/qinghe-2024/charts") {
        let chart = String::from_utf8(bytes).unwrap();
        assert!(!chart.contains(&format!("\"{id}\"")) && !chart.contains("高校"), "{path}: {chart}");
    }
    check(&desk, &["build", "--output", "public"], 0, &[]);
    let page = desk.read(&format!("public/qinghe-2024/{id}/index.html"));
    let title = page.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    assert!(title.starts_with("累计完成投入33.4亿元"), "{title}");
    assert!(page.contains("名称存疑"));
    assert!(desk.read("public/qinghe-2024/figures/index.html").contains("名称存疑"));
    assert!(!desk.read("public/qinghe-2024/index.html").contains("33.4"));
    assert!(desk.read("public/qinghe-2024/data/figures.csv").contains(",name,"));
}

#[test]
fn a_doubt_that_a_person_cleared_stays_cleared_and_the_figure_may_be_drawn() {
    let desk = imported();
    let doubted = row(&desk, "33.4亿元");
    let id = doubted.split(',').next().unwrap();
    let chart = format!("+++\ntitle = \"公共服务累计投入\"\nkind = \"bars\"\nfigures = [\"{id}\"]\n+++\n");
    desk.write("content/qinghe-2024/charts/mine.md", chart);
    check(&desk, &["check"], 1, &["error[doubted-figure]"]);
    desk.change(TABLE, &doubted, doubted.trim_end_matches("name"));
    check(&desk, &["check"], 0, &[]);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &["1 kept as a person left them"]);
    assert!(row(&desk, "33.4亿元").ends_with(','), "importing again does not bring the doubt back");
    check(&desk, &["check"], 0, &[]);
}

#[test]
fn a_pair_that_the_rules_refuse_stands_only_with_a_reason_that_the_page_shows() {
    let desk = imported();
    let id = |words: &str| row(&desk, words).split(',').next().unwrap().to_owned();
    let pair = format!("figures = [[\"{}\", \"{}\"]]", id(",企业利润增长7.2%,"), id(",税收收入增长5%以上,"));
    let chart = |reason: &str| format!("+++\ntitle = \"利润和税收\"\nkind = \"pairs\"\n{reason}{pair}\n+++\n");
    desk.write("content/qinghe-2024/charts/mine.md", chart(""));
    check(&desk, &["check"], 1, &["error[pair-refused]"]);
    desk.write("content/qinghe-2024/charts/mine.md", chart("comparable = \"两项口径相同\"\n"));
    check(&desk, &["build", "--output", "public"], 0, &[]);
    assert!(desk.read("public/qinghe-2024/charts/mine/index.html").contains("两项口径相同"));
}
