//! Shapes that texts come in: broken lines, newspapers, old typesetting, numbers in words. What is printed is read whole.

use gongdu::import::import_opened;
use gongdu::inspect::{Inspection, inspect};
use gongdu::message::Language;
use gongdu::report;

use crate::desk::{Desk, check};

/// What is read of a report with these lines under the usual head.
fn read(lines: &str) -> Inspection {
    const HEAD: &str = "政府工作报告\n——2024年1月10日在临川县第十九届人民代表大会第三次会议上\n临川县人民政府县长　王小明\n\n各位代表：\n现在，我代表县人民政府向大会报告工作，请予审议。\n";
    read_text(&format!("{HEAD}{lines}"))
}

fn read_text(text: &str) -> Inspection {
    let opened = report::open("报告.txt", text.as_bytes());
    let mut diagnostics = opened.diagnostics;
    let imported = import_opened(&opened.value);
    diagnostics.extend(imported.diagnostics);
    inspect(&opened.value, &imported.value, &diagnostics, Language::Chinese)
}

fn headings(read: &Inspection) -> Vec<&str> {
    read.outline.iter().filter(|item| item.level.is_some()).map(|item| item.heading.as_str()).collect()
}

/// Name, value and unit of each figure.
fn figures(read: &Inspection) -> Vec<(&str, f64, &str)> {
    read.figures.iter().map(|figure| (figure.indicator.as_str(), figure.value, figure.unit.as_str())).collect()
}

fn aside(read: &Inspection) -> Vec<&str> {
    read.aside.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn a_sentence_goes_on_upon_the_next_page_of_a_newspaper() {
    let read = read(
        "一、2023年工作回顾\n城镇新增就业5210人，新建学校3所，新增学位\n（下转第四版）\n（上接第一版）\n1800个，改造老旧小区25个。\n二、2024年工作安排\n地区生产总值增长6%左右。（下转第2版）\n新建公园3个。",
    );
    assert_eq!(aside(&read), ["（下转第四版）", "（上接第一版）", "（下转第2版）"]);
    assert!(figures(&read).contains(&("新增学位", 1800.0, "个")), "{:?}", figures(&read));
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
}

#[test]
fn few_lines_that_were_broken_at_one_width_are_joined() {
    let wrapped = "　　一、2023年工作回顾\n　　全年地区生产总值254.5亿元，按可比价格计算，比上年增\n长5.2%，主要指标增速位居全市前列。固定资产投资增长9.1%，\n社会消费品零售总额增长3.1%。\n　　（一）坚持不懈推动产业转型升级，加快建设具有临川特色\n优势的现代化产业体系\n　　新建学校3所，新增学位1800个，改造老旧小区25个，惠及\n居民3200户。\n　　二、2024年工作安排\n　　今年的主要预期目标是：地区生产总值增长6%左右，一般公\n共预算收入增长5%，城镇新增就业5000人以上，居民收入与经济\n增长基本同步。\n";
    let without_indent = "一、2023年工作回顾\n全年地区生产总值254.5亿元，按可比价格计算，比上年增长5.2\n%，主要指标增速位居全市前列。固定资产投资增长9.1%，社会\n消费品零售总额增长3.1%。\n（一）坚持不懈推动产业转型升级，加快建设具有临川特色优势\n的现代化产业体系\n新建学校3所，新增学位1800个，改造老旧小区25个，惠及居民3\n200户。\n二、2024年工作安排\n今年的主要预期目标是：地区生产总值增长6%左右，一般公共预\n算收入增长5%，城镇新增就业5000人以上，居民收入与经济增长\n基本同步。";
    for text in [wrapped, without_indent] {
        let read = read(text);
        let section = "（一）坚持不懈推动产业转型升级，加快建设具有临川特色优势的现代化产业体系";
        assert_eq!(headings(&read), ["一、2023年工作回顾", section, "二、2024年工作安排"]);
        assert!(figures(&read).contains(&("一般公共预算收入", 5.0, "%")), "{:?}", figures(&read));
    }
}

#[test]
fn lines_of_an_old_mac_are_lines() {
    let text = "一、2023年工作回顾\n地区生产总值254.5亿元。\n二、2024年工作安排\n地区生产总值增长6%左右。";
    let old = read_text(&format!("政府工作报告\n各位代表：\n{text}").replace('\n', "\r"));
    assert_eq!(headings(&old), ["一、2023年工作回顾", "二、2024年工作安排"]);
}

#[test]
fn signs_of_old_typesetting_are_those_of_numbers() {
    let read = read(
        "一、2023年⼯作回顾\n三次产业比调整为11.8︰48.3︰39.9。居民消费价格上涨1·8%，粮食产量增长１．８％。利润总额−3.2亿元，同比-1.2%。“3·15”晚会举办3场。\n二、2024年工作安排\n地区生产总值增长6%左右。",
    );
    assert_eq!(headings(&read)[0], "一、2023年工作回顾");
    let values: Vec<f64> = read.figures.iter().map(|figure| figure.value).collect();
    assert_eq!(values, [11.8, 48.3, 39.9, 1.8, 1.8, -3.2, -1.2, 3.0, 6.0]);
}

#[test]
fn numbers_in_words_and_in_several_magnitudes_are_read_whole() {
    let read = read(
        "一、2023年工作回顾\n人均生产总值从三万九千八百元增加到八万一千元。粮食总产量达到一万三千六百五十亿斤。基本养老保险覆盖一亿四千万人。完成投资2亿3千万元。改造管网1万5千米。接待游客13万2千人次。国民收入增长百分之九点七，税收占比提高零点三个百分点。惠及1万6千多户。\n二、2024年工作安排\n地区生产总值增长6%左右。",
    );
    let read: Vec<(f64, &str)> = read.figures.iter().map(|figure| (figure.value, figure.unit.as_str())).collect();
    let due = [
        (39_800.0, "元"),
        (81_000.0, "元"),
        (13_650.0, "亿斤"),
        (1.4, "亿人"),
        (2.3, "亿元"),
        (1.5, "万米"),
        (13.2, "万人次"),
        (9.7, "%"),
        (0.3, "个百分点"),
        (1.6, "万户"),
        (6.0, "%"),
    ];
    assert_eq!(read, due);
}

#[test]
fn what_a_page_prints_under_a_glossary_is_no_part_of_its_last_entry() {
    let read = read(
        "一、2023年工作回顾\n推进“双向揭榜挂帅”和“揭榜挂帅”机制。\n二、2024年工作安排\n地区生产总值增长6%左右。\n各位代表！让我们为建设现代化临川而努力奋斗！\n名词解释\n1.揭榜挂帅：指科研经费投入体制。\n2.双向揭榜挂帅：指企业找技术。\n责任编辑：\n李莎莎\n相关链接>>\na81f0c9b2e7d4455:\n解读报告：在识变应变中向新向优发展\n关闭窗口\n各位代表：现在，我代表县人民政府，向大会报告工作，请予审议，并请县政协委员提出意见。",
    );
    assert_eq!(read.glossary.last().map(|entry| entry.definition.as_str()), Some("指企业找技术。"));
    assert_eq!(aside(&read).len(), 7, "{:?}", aside(&read));
}

#[test]
fn a_table_stays_a_table_and_its_cells_are_dated_by_its_heads() {
    let read = read(
        "一、2023年工作回顾\n主要指标完成情况如下。\n表1　2023年主要指标完成情况\n指标\t2023年完成\t2024年预期\n地区生产总值\t增长5.2%\t增长6%\n一般公共预算收入\t12.8亿元\t13.5亿元\n城镇新增就业（人）\t5210\t5000\n图1：2019—2023年地区生产总值\n二、2024年工作安排\n一般公共预算收入增长5%。",
    );
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
    let found: Vec<(&str, &str, &str, &str)> = read
        .figures
        .iter()
        .map(|figure| (figure.indicator.as_str(), figure.span.as_str(), figure.period.as_str(), figure.status))
        .collect();
    let due = [
        ("地区生产总值", "增长5.2%", "2023", "actual"),
        ("地区生产总值", "增长6%", "2024", "target"),
        ("一般公共预算收入", "12.8亿元", "2023", "actual"),
        ("一般公共预算收入", "13.5亿元", "2024", "target"),
        ("城镇新增就业", "5210", "2023", "actual"),
        ("城镇新增就业", "5000", "2024", "target"),
        ("一般公共预算收入", "增长5%", "2024", "target"),
    ];
    assert_eq!(found, due);
}

#[test]
fn other_assemblies_are_addressed_in_other_words() {
    for address in
        ["主任、各位副主任、各位委员：", "同志们：", "各位董事、各位股东：", "主席、各位議員：", "尊敬的各位来宾："]
    {
        let read = read_text(&format!(
            "临川县人民代表大会常务委员会工作报告\n\n{address}\n现作报告。\n一、2023年工作回顾\n召开会议8次。\n二、2024年工作安排\n听取报告20项。"
        ));
        assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"], "{address}");
        assert!(aside(&read).is_empty(), "{address}: {:?}", aside(&read));
    }
}

#[test]
fn short_paragraphs_without_an_address_begin_with_their_first_part() {
    let read = read_text("临川县2023年工作报告\n一、2023年工作回顾\n召开会议8次。\n二、2024年工作安排\n听取报告20项。");
    assert_eq!(headings(&read), ["一、2023年工作回顾", "二、2024年工作安排"]);
}

#[test]
fn a_table_reaches_its_page_with_its_heads() {
    let desk = Desk::empty();
    desk.write(
        "report.txt",
        "清河区2024年政府工作报告\n各位代表：\n现在，我代表清河区人民政府向大会报告工作，请予审议。\n一、2023年工作回顾\n主要指标如下。\n指标\t2023年完成\t2024年预期\n地区生产总值\t增长5.2%\t增长6%\n财政收入|税收\t12.8亿元\t13.5亿元\n二、2024年工作安排\n抓好落实。",
    );
    check(&desk, &["import", "report.txt", "--as", "r"], 0, &[]);
    check(&desk, &["build"], 0, &[]);
    let page = desk.read("public/r/1/index.html");
    for due in ["<th scope=\"col\" id=\"1c3\">2024年预期</th>", ">地区生产总值</td>", ">财政收入|税收</td>", "增长6%"]
    {
        assert!(page.contains(due), "{due}");
    }
    assert!(desk.read("content/r/figures.csv").contains(",增长6%,增长6%,6,,%,eq,change,up,地区生产总值,2024,target"));
}
