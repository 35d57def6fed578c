//! What becomes of addresses, in texts of a few lines.

use gongdu::ledger::{Anchor, AnchorKind, Lead, Ledger};
use gongdu::text::{Source, sentences};

/// The anchors of a text: `# 2-1 标题` begins a page, `## 标题` is a heading, `f7 引文` a figure of the sentence before it, any other
/// line a paragraph.
fn anchors(text: &str) -> Vec<Anchor> {
    let anchor = |kind, words: &str, counted: String| Anchor { kind, words: words.into(), counted };
    let (mut paragraphs, mut headings) = (0, 0);
    let mut found = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(page) = line.strip_prefix("# ") {
            (paragraphs, headings) = (0, 0);
            let (name, title) = page.split_once(' ').unwrap_or((page, ""));
            found.push(anchor(AnchorKind::Page, title, name.to_owned()));
        } else if let Some(heading) = line.strip_prefix("## ") {
            headings += 1;
            found.push(anchor(AnchorKind::Heading, heading, format!("h{headings}")));
        } else if let Some((id, quote)) = line.strip_prefix('f').and_then(|line| line.split_once(' ')) {
            found.push(anchor(AnchorKind::Figure, quote, format!("f{id}")));
        } else {
            paragraphs += 1;
            found.push(anchor(AnchorKind::Paragraph, "", format!("p{paragraphs}")));
            let spans = sentences(line).into_iter().zip(1..);
            found.extend(
                spans.map(|(span, n)| anchor(AnchorKind::Sentence, span.of(line), format!("p{paragraphs}s{n}"))),
            );
        }
    }
    found
}

fn begun(text: &str) -> Ledger {
    Ledger::default().follow(&anchors(text)).ledger
}

/// Follows a text to another and looks where addresses lead: `1p1s2 甲乙丙`, `1p1s2 -` for one that is gone.
#[track_caller]
fn check(old: &str, new: &str, expect: &[&str]) -> Ledger {
    let followed = begun(old).follow(&anchors(new));
    for line in expect {
        let (id, words) = line.split_once(' ').unwrap();
        let now = followed.ledger.leads_to(id).map_or("-", |own| own.words.as_str());
        assert_eq!(now, words, "{id}\n{}", followed.ledger.text());
    }
    let again = followed.ledger.follow(&anchors(new));
    assert_eq!(again.ledger, followed.ledger, "followed twice it is the same");
    let read = Ledger::read(&Source::new("anchors.lock", followed.ledger.text()));
    assert!(read.diagnostics.is_empty() && read.value == followed.ledger, "{:?}", read.diagnostics);
    followed.ledger
}

const OLD: &str = "# 1 过去一年的工作\n经济运行稳中向好。全年完成投资30亿元。新增高新技术企业36家。\n民生保障持续加强。新建改建农村公路41公里。\n\
    # 2 今年的打算\n严控一般性支出，把每一分钱都用在刀刃上。谢谢大家！";

/// The ledgers that people have name the document where it stood once.
#[test]
fn what_the_file_tells_people_is_not_read() {
    let text = begun(OLD).text();
    let told = text.lines().nth(1).unwrap();
    assert!(told.starts_with("# ") && told.ends_with("docs/zh/addresses.md"), "{told}");
    for other in [told.replace("docs/zh/", "docs/"), String::new()] {
        let read = Ledger::read(&Source::new("anchors.lock", text.replace(told, &other)));
        assert!(read.diagnostics.is_empty() && read.value == begun(OLD), "{other:?}: {:?}", read.diagnostics);
    }
}

#[test]
fn a_report_without_a_ledger_has_counted_ids() {
    let ids: Vec<String> = begun(OLD).addresses().iter().map(|own| own.id.clone()).collect();
    assert_eq!(ids, ["1", "1p1", "1p1s1", "1p1s2", "1p1s3", "1p2", "1p2s1", "1p2s2", "2", "2p1", "2p1s1", "2p1s2"]);
}

#[test]
fn what_stands_before_changes_no_address() {
    let new = OLD.replacen("经济运行", "会议强调安全第一。经济运行", 1);
    let ledger = check(OLD, &new, &["1p1s1 经济运行稳中向好。", "1p1s2 全年完成投资30亿元。", "2p1s2 谢谢大家！"]);
    let new = ledger.addresses().iter().find(|own| own.words.starts_with("会议强调")).unwrap();
    assert!(new.id.starts_with("1s-") && new.id.len() == 9, "{}", new.id);
}

#[test]
fn a_sentence_keeps_its_address_retyped_moved_cut_and_put_together() {
    for (from, to, expect) in [
        ("30亿元", "45亿元", &["1p1s2 全年完成投资45亿元。"][..]),
        ("新增高新技术企业36家", "全年新增高新技术企业38家", &["1p1s3 全年新增高新技术企业38家。"]),
        (
            "30亿元。新增",
            "30亿元，新增",
            &["1p1s2 全年完成投资30亿元，新增高新技术企业36家。", "1p1s3 全年完成投资30亿元，新增高新技术企业36家。"],
        ),
        ("支出，把", "支出。把", &["2p1s1 把每一分钱都用在刀刃上。"]),
        ("新增高新技术企业36家。", "", &["1p1s3 -", "1p2s1 民生保障持续加强。"]),
    ] {
        check(OLD, &OLD.replacen(from, to, 1), expect);
    }
    let moved = format!("{}新增高新技术企业36家。", OLD.replacen("新增高新技术企业36家。", "", 1));
    let ledger = check(OLD, &moved, &["1p1s3 新增高新技术企业36家。"]);
    let pointer = ledger.pointers().into_iter().find(|pointer| pointer.id == "1p1s3").unwrap();
    assert_eq!((pointer.page.as_str(), pointer.lead), ("1", Lead::Moved { page: "2".into() }));
}

#[test]
fn where_it_is_not_sure_an_address_is_gone_and_no_others() {
    // Another sentence in its place.
    check(OLD, &OLD.replacen("新增高新技术企业36家", "会议强调安全第一", 1), &["1p1s3 -"]);
    // Names and numbers both differ.
    let list = "# 1 各区\n甲区增长5.1%。丙区增长7%。";
    check(list, &list.replacen("丙区增长7%", "丁区增长8%", 1), &["1p1s1 甲区增长5.1%。", "1p1s2 -"]);
    // Two that could be it.
    let one = "# 1 目标\n粮食产量稳定在三十万吨左右。\n# 2 措施\n其余不变。";
    let two = "# 1 目标\n今年没有目标。\n# 2 措施\n其余不变。粮食产量稳定在四十万吨左右。另有安排。粮食产量稳定在五十万吨左右。";
    check(one, two, &["1p1s1 -"]);
}

#[test]
fn a_page_is_known_by_what_stands_on_it() {
    let new = "# 1 过去一年的工作\n经济运行稳中向好。全年完成投资30亿元。新增高新技术企业36家。\n民生保障持续加强。新建改建农村公路41公里。\n\
        # 2 会务\n精简会议。\n# 3 今年的打算\n严控一般性支出，把每一分钱都用在刀刃上。谢谢大家！";
    let ledger = check(OLD, new, &["2 今年的打算", "2p1s2 谢谢大家！"]);
    let new = ledger.addresses().iter().find(|own| own.words == "会务").unwrap();
    assert!(new.id.starts_with("2-"), "no used id is given again: {}", new.id);
}

#[test]
fn a_figure_that_is_gone_leads_to_its_sentence() {
    let old = OLD.replacen("新增高新", "\nf7 投资30亿元\n新增高新", 1);
    let ledger = check(&old, OLD, &["f7 全年完成投资30亿元。"]);
    assert!(
        ledger
            .pointers()
            .iter()
            .any(|pointer| pointer.id == "f7" && pointer.lead == Lead::Inside { id: "1p1s2".into() })
    );
}

#[test]
fn what_is_gone_stays_behind_what_it_stood_behind() {
    let once = check(OLD, &OLD.replacen("全年完成投资30亿元。", "", 1), &["1p1s2 -"]);
    let ids = |ledger: &Ledger| ledger.addresses().iter().map(|own| own.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&once)[..5], ["1", "1p1", "1p1s1", "1p1s2", "1p1s3"]);
    let pointer = &once.pointers()[0];
    assert_eq!(
        (pointer.words.as_str(), &pointer.lead),
        ("全年完成投资30亿元。", &Lead::Gone { page: "1".into(), id: "1p1".into() })
    );
    // Words that stand there again have their address again.
    let back = once.follow(&anchors(OLD)).ledger;
    assert_eq!(back, begun(OLD));
}
