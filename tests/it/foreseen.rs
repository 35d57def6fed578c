//! A figure that the report says is foreseen (预计) is never told as one that was reached.

use crate::desk::{Desk, check};

const SPEECH: &str = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
    现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n预计，全市地区生产总值增长6.5%；固定资产投资增长7.2%；\
    社会消费品零售总额增长8.1%。\n粮食产量增长2%。\n二、2024年重点工作\n今年主要预期目标是：地区生产总值增长7%左右，固定资产投资增长8%左右。\n";

#[test]
fn what_is_foreseen_says_so_in_titles_on_charts_and_on_the_overview() {
    let desk = Desk::empty();
    desk.write("content/site.toml", "title = \"公读\"\n");
    desk.write("a.txt", SPEECH);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &[]);
    check(&desk, &["build", "--output", "public"], 0, &[]);
    let page = |path: &str| desk.read(&format!("public/qinghe-2024/{path}index.html"));
    let changes = page("charts/key-changes/");
    for words in ["预计增长6.5%", "预计增长7.2%", "预计增长8.1%"] {
        assert!(changes.contains(&format!(">{words}</text>")), "{words}: {changes}");
    }
    // What the sentence does not say it of is told as it was.
    assert!(changes.contains(">增长2%</text>"), "{changes}");
    let pairs = desk.read("content/qinghe-2024/charts/done-and-planned.md");
    assert!(pairs.contains("title = \"地区生产总值上年预计增长6.5%，今年目标增长7%左右\""), "{pairs}");
    assert!(page("").replace("<wbr>", "").contains("预计增长"), "{}", page(""));
    // Neither the subject nor a series, a column or a description of the pairs calls it done.
    assert!(pairs.contains("subject = \"上年预计与今年目标\""), "{pairs}");
    let pairs = page("charts/done-and-planned/");
    assert!(pairs.contains("2023年预计") && pairs.contains("浅色条表示预计"), "{pairs}");
    assert!(!pairs.contains("2023年完成") && !pairs.contains("预计预计"), "{pairs}");
    assert!(pairs.contains("c-bar c-foreseen") && !pairs.contains("c-bar c-done"), "{pairs}");
    // Growth that is foreseen and growth that was reached stand under one heading that says both.
    assert!(page("").contains("<h2 id=\"done\">2023 年完成和预计</h2>"), "{}", page(""));
    // The table for programs has the words as they are printed.
    assert!(desk.read("public/qinghe-2024/data/figures.csv").contains(",增长6.5%,6.5,"));
}
