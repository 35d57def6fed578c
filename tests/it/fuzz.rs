//! What the fuzz targets hold of any bytes, held of their seeds and of made-up texts: `cargo test` needs no fuzzer.

use std::fs;
use std::path::Path;

use gongdu::report;
use proptest::prelude::*;

#[path = "../../fuzz/targets/content_laws.rs"]
mod content_laws;
#[path = "../../fuzz/targets/laws.rs"]
mod laws;
#[path = "../../fuzz/targets/table_laws.rs"]
mod table_laws;

/// The seeds of a target.
fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new("fuzz/seeds").join(target);
    fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect()
}

fn page(bytes: &[u8]) {
    content_laws::hold(&[("1.md", &["+++\ntitle = \"甲\"\n+++\n".as_bytes(), bytes].concat())]);
}

fn content(bytes: &[u8]) {
    let parts = bytes.split(|byte| *byte == 1);
    let files: Vec<(&str, &[u8])> =
        ["report.toml", "1.md", "glossary.md", "charts/a.md"].into_iter().zip(parts).collect();
    content_laws::hold(&files);
}

fn figures(bytes: &[u8]) {
    content_laws::hold(&[("figures.csv", bytes)]);
    table_laws::hold(bytes);
}

/// What is held of the bytes given to a target.
type Law<'a> = &'a dyn Fn(&[u8]);

#[test]
fn the_laws_hold_of_every_seed() {
    let open = |name: &'static str| move |bytes: &[u8]| laws::hold(&report::open(name, bytes).value);
    let targets: [(&str, Law<'_>); 6] = [
        ("page", &page),
        ("content", &content),
        ("figures", &figures),
        ("html", &open("a.html")),
        ("markdown", &open("a.md")),
        ("text", &open("a.txt")),
    ];
    for (target, hold) in targets {
        let seeds = seeds(target);
        assert!(!seeds.is_empty(), "{target}");
        seeds.iter().for_each(|seed| hold(seed));
    }
    let mut folders: Vec<_> = fs::read_dir("fuzz/seeds").unwrap().map(|entry| entry.unwrap().file_name()).collect();
    folders.sort();
    let mut known = targets.map(|(target, _)| target);
    known.sort();
    assert_eq!(folders, known, "every folder of seeds is that of a target");
}

/// Texts that are put together of these pieces.
fn pieces(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

const MARKDOWN: &[&str] = &[
    "甲",
    "产值增长6.5%",
    "“双减”",
    "。",
    "\n",
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```",
    "[",
    "](1.md)",
    "](",
    "]",
    "!",
    "|",
    "\n|--|\n",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "&#27;",
    "&amp;",
    "\\",
    "+++\n",
    "---\n",
    "\0",
    "\u{1b}[31m",
    "［1］",
    "alias: ",
    "## 1．甲：\n",
    "title = \"甲\"\n",
    "figures = [[\"f1\"]]\n",
    "kind = \"bars\"\n",
    "\u{1}",
    "编者注（2024-01-05）：",
];

const TABLE: &[&str] = &[
    "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\n",
    "f1",
    "1.md",
    "1",
    "2月1日",
    "产值增长6.5%",
    "增长6.5%",
    "6.50%",
    "6.5",
    "%",
    "eq",
    "level",
    "up",
    "2024",
    "actual",
    ",",
    ",,",
    ";",
    "\t",
    "\n",
    "\r\n",
    "\"",
    "\"\"",
    "'",
    "=",
    "-",
    "＝",
    " ",
    "\u{feff}",
    "id",
    "quote",
    "words",
];

/// What reports are made of: words of rules before, between and behind numbers, marks of headings, cells.
const REPORT: &[&str] = &[
    "各位代表：\n",
    "一、",
    "（一）",
    "第一章",
    "壹、",
    "1．",
    "①",
    "——",
    "一是",
    "附件\n",
    "名词解释\n",
    "表1 ",
    "单位：亿元\n",
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\u{3000}",
    " ",
    "。",
    "，",
    "、",
    "；",
    "：",
    "！",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "－",
    "—",
    "·",
    "％",
    "%",
    "/",
    "‰",
    "&nbsp;",
    "<td>",
    "2023年",
    "年",
    "上年",
    "去年",
    "今年",
    "五年来",
    "“十四五”",
    "到",
    "从",
    "由",
    "比",
    "较",
    "同比",
    "其中",
    "分别",
    "均",
    "累计",
    "力争",
    "预计",
    "以上",
    "左右",
    "超",
    "近",
    "不低于",
    "增长",
    "下降",
    "提高到",
    "增至",
    "达到",
    "完成",
    "新建",
    "新增",
    "改造",
    "投资",
    "建成",
    "位居",
    "第3位",
    "12.5",
    "6",
    "３",
    "1,234",
    "0",
    "一",
    "两千",
    "百分之",
    "点五",
    "一亿四千万",
    "亿元",
    "万",
    "亿",
    "个",
    "家",
    "公里",
    "个百分点",
    "倍",
    "元",
    "人",
    "平方米",
    "微克/立方米",
    "甲",
    "产值",
    "生产总值",
    "居民",
    "城乡",
    "收入",
    "城镇",
    "就业",
    "项目",
    "老旧小区",
    "工业",
    "全市",
    "全国",
    "经济",
    "比重",
    "率",
    "目标",
    "任务",
    "预算",
    "完成数",
    "指标",
    "名称",
    "产量（万吨）",
    "比上年增长（%）",
    "元年",
    "编者注",
    "責任",
    "億元",
    "萬",
    "𠮷",
    "\u{301}",
    "😀",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_report_is_read(pieces in prop::collection::vec(prop::sample::select(REPORT), 0..160)) {
        laws::hold(&report::open("a.txt", pieces.concat().as_bytes()).value);
    }

    #[test]
    fn any_page_is_read_and_rendered(text in pieces(MARKDOWN)) {
        page(text.as_bytes());
    }

    #[test]
    fn any_files_of_a_report_are_read_and_rendered(text in pieces(MARKDOWN)) {
        content(text.as_bytes());
    }

    #[test]
    fn any_table_is_read_and_comes_back_as_it_was_written(rows in pieces(TABLE), headed in any::<bool>()) {
        let text = format!("{}{rows}", if headed { TABLE[0] } else { "" });
        figures(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_a_table(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        figures(&bytes);
    }
}
