//! Links to words that were changed since: what stands at every address that a report ever had, and how its ledger is kept.

use std::collections::BTreeSet;

use gongdu::build::Request;
use gongdu::ledger::{AnchorKind, Ledger};
use gongdu::text::Source;

use crate::desk::{Desk, check};
use crate::site::{BASE, Site, request};

const LEDGER: &str = "content/qinghe-2024/anchors.lock";

/// A report that was published, with its ledger.
fn published() -> Desk {
    let desk = Desk::with_unproven();
    check(&desk, &["build"], 0, &["began content/qinghe-2024/anchors.lock"]);
    desk
}

fn ledger(desk: &Desk) -> Ledger {
    Ledger::read(&Source::new("anchors.lock", desk.read(LEDGER))).value
}

/// The file of a page of the report by its address.
fn file(page: &str) -> String {
    let folder = if page == "0" { String::new() } else { format!("{page}/") };
    format!("qinghe-2024/{folder}index.html")
}

/// Every id of every page of a site, as addresses.
fn addresses(site: &Site) -> BTreeSet<(String, String)> {
    let pages = site.pages().into_iter().filter(|(path, _)| path.starts_with("qinghe-2024/"));
    pages
        .flat_map(|(path, page)| {
            page.ids().into_iter().map(move |id| (path.to_owned(), id.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

#[track_caller]
fn note(site: &Site, page: &str, id: &str) -> String {
    let page = site.page(&file(page));
    page.id(id).unwrap_or_else(|| panic!("no #{id}")).text.clone()
}

/// What a person may do to a report in a year: figures withdrawn, a sentence deleted, a paragraph moved, a section put before others,
/// a term struck.
fn edit(desk: &Desk) {
    let path = |name: &str| format!("content/qinghe-2024/{name}");
    std::fs::remove_file(desk.path(&path("figures.csv"))).unwrap();
    std::fs::remove_dir_all(desk.path(&path("charts"))).unwrap();
    desk.change(&path("1.md"), "建成“三园一廊”产业空间，新增高新技术企业36家。", "");
    let moved = "**民生保障持续加强。**新改建“四好”农村路41公里，新增城镇就业4200人。\n\n";
    desk.change(&path("1.md"), moved, "");
    desk.write(&path("2-3.md"), format!("{}\n{moved}", desk.read(&path("2-2.md"))).replace("（二）", "（三）"));
    desk.write(&path("2-2.md"), desk.read(&path("2-1.md")).replace("（一）", "（二）"));
    desk.write(
        &path("2-1.md"),
        "+++\nnumber = \"（一）\"\ntitle = \"办好会务\"\n+++\n\n精简会议文件，把时间用在落实上。\n",
    );
    let glossary = desk.read(&path("glossary.md"));
    let (before, rest) = glossary.split_once("## 2．").unwrap();
    let (_, after) = rest.split_once("\n## ").unwrap();
    desk.write(&path("glossary.md"), format!("{before}## {after}"));
    let rest = desk.read(&path("3.md")).replace("2-1.md#2-1p2", "2-2.md#2-1p2");
    desk.write(&path("3.md"), rest);
}

#[test]
fn every_address_ever_published_answers() {
    let desk = published();
    let first = ledger(&desk);
    let before = addresses(&desk.build());
    let with_page = first.addresses().iter().filter(|own| own.kind == AnchorKind::Figure && own.had_own_page());
    let figures: Vec<String> = with_page.map(|own| own.id.clone()).collect();
    edit(&desk);
    check(&desk, &["check"], 0, &["moved to another page", "gone: #1p1s3 「建成", "moved: #1p2s2 to 2-2"]);
    check(&desk, &["build"], 0, &["renewed content/qinghe-2024/anchors.lock"]);
    let site = desk.build();
    assert!(site.built.is_good() && site.built.ledgers.is_empty(), "what the build saved is what the next one finds");
    let after = addresses(&site);
    let ids: BTreeSet<&str> = first.addresses().iter().map(|own| own.id.as_str()).collect();
    // The list of figures is no page any more where there are none; what it led to answers.
    // Nobody is given an address in the file that is passed on: it names that of the page.
    let has_none = ["qinghe-2024/figures/index.html", "qinghe-2024/data/report.html"];
    let due = before.iter().filter(|(path, id)| ids.contains(id.as_str()) && !has_none.contains(&path.as_str()));
    let silent: Vec<_> = due.filter(|address| !after.contains(address)).collect();
    assert!(silent.is_empty(), "{silent:?}");
    assert!(figures.len() > 3);
    for id in figures {
        assert!(site.text(&file(&id)).contains("最近的地方"), "{id}");
    }
    for (path, page) in site.pages() {
        let mut seen = BTreeSet::new();
        assert!(page.ids().into_iter().all(|id| seen.insert(id.to_owned())), "{path}: an id stands twice");
    }
}

#[test]
fn what_moved_leads_on_and_what_is_gone_says_so_in_its_words() {
    let desk = published();
    edit(&desk);
    check(&desk, &["build"], 0, &[]);
    let site = desk.build();
    let gone = note(&site, "1", "1p1s3");
    assert!(gone.contains("这里的文字已修改或删除") && gone.contains("建成“三园一廊”产业空间"), "{gone}");
    assert!(note(&site, "full", "1p1s3").contains("新增高新技术企业36家"));
    let moved = note(&site, "1", "1p2s2");
    assert!(moved.contains("移到了别处") && moved.contains("改善民生"), "{moved}");
    assert!(note(&site, "2-2", "1p2s2").starts_with("新改建"));
    assert!(site.text(&file("1")).contains("href=\"../2-2/index.html#1p2s2\""));
    // The sections behind a new one stay where they were, and the new one has an address that none ever had.
    assert!(note(&site, "2-1", "2-1").contains("建强产业") && note(&site, "2-1", "2-1p1s1").starts_with("做强"));
    let new = ledger(&desk).addresses().iter().find(|own| own.words == "办好会务").unwrap().id.clone();
    assert!(new.starts_with("2-1-") && note(&site, &new, &format!("{new}p1s1")).starts_with("精简会议文件"), "{new}");
    assert!(site.text(&file("3")).contains("href=\"../2-1/index.html#2-1p2\""), "a link of the content follows");
}

#[test]
fn a_page_that_became_part_of_another_leads_there() {
    let desk = published();
    let path = |name: &str| format!("content/qinghe-2024/{name}");
    let part = desk.read(&path("2-2.md"));
    let (_, text) = part.rsplit_once("+++\n").unwrap();
    desk.write(&path("2-1.md"), format!("{}\n## 改善民生\n{text}", desk.read(&path("2-1.md"))));
    std::fs::remove_file(desk.path(&path("2-2.md"))).unwrap();
    let table = desk.read(&path("figures.csv")).replace(",2-2.md,", ",2-1.md,");
    desk.write(&path("figures.csv"), table);
    check(&desk, &["build"], 0, &["moved: #2-2p1s1 to 2-1"]);
    let site = Site::good(&Request { base_url: Some(BASE.into()), ..request(desk.path("content")) });
    let old = site.text(&file("2-2"));
    assert!(old.contains("这一页并入了别的页") && old.contains("href=\"../2-1/index.html#"), "{old}");
    assert!(note(&site, "2-2", "2-2p1s1").contains("建强产业"));
    assert!(note(&site, "2-1", "2-2p1s1").starts_with("落实义务教育"));
    assert!(!site.text("sitemap.xml").contains("/2-2/"));
}

#[test]
fn what_is_written_again_has_its_old_address_again() {
    let desk = published();
    let page = "content/qinghe-2024/3.md";
    let whole = desk.read(page);
    desk.change(page, "谢谢大家！", "");
    check(&desk, &["build"], 0, &["gone: #3p1s2"]);
    assert_eq!(ledger(&desk).leads_to("3p1s2"), None);
    desk.write(page, whole);
    check(&desk, &["build"], 0, &["renewed"]);
    assert_eq!(ledger(&desk).leads_to("3p1s2").map(|own| own.words.as_str()), Some("谢谢大家！"));
}

#[test]
fn a_damaged_ledger_stops_the_build_and_is_left_as_it_is() {
    let desk = published();
    let whole = desk.read(LEDGER);
    let second = whole.lines().nth(4).unwrap();
    for (damaged, told) in [
        (String::new(), "this is no ledger of addresses"),
        (whole.replace("# end\n", ""), "the ledger stops here"),
        (whole.chars().take(whole.chars().count() / 2).collect(), "the ledger stops here"),
        (whole.replace("# end\n", &format!("{second}\n# end\n")), "in line 5 already"),
        (whole.replacen(second, &format!("<<<<<<< ours\n{second}"), 1), "two ledgers meet here"),
        (whole.replacen("\there", "\twhere", 1), "`where` cannot stand here"),
        (whole.replacen("\there", "\tin 9p9", 1), "no line is of `9p9`"),
    ] {
        desk.write(LEDGER, &damaged);
        for command in ["build", "check"] {
            check(&desk, &[command], 1, &["damaged-ledger", told, "git checkout"]);
        }
        assert_eq!(desk.read(LEDGER), damaged);
    }
}

#[test]
fn only_a_build_writes_the_ledger_and_one_that_cannot_publishes_all_the_same() {
    let desk = Desk::with_unproven();
    let before = desk.tree("content");
    check(&desk, &["check"], 0, &["nothing was written"]);
    assert!(desk.tree("content") == before);
    std::fs::create_dir(desk.path(LEDGER)).unwrap();
    check(&desk, &["build"], 0, &["unsaved-ledger", "1 report"]);
    assert!(desk.path("public/index.html").exists());
    std::fs::remove_dir(desk.path(LEDGER)).unwrap();
    check(&desk, &["build"], 0, &["began"]);
    let saved = desk.read(LEDGER);
    let again = check(&desk, &["build"], 0, &[]);
    assert!(!again.out.contains("anchors.lock") && desk.read(LEDGER) == saved, "{again:?}");
}

#[test]
fn the_ledgers_of_two_people_merge_by_lines() {
    let (mine, theirs) = (published(), published());
    let base = mine.read(LEDGER);
    mine.change("content/qinghe-2024/1.md", "同时，", "会议强调安全生产。同时，");
    theirs.change("content/qinghe-2024/2-2.md", "落实", "会议强调质量安全。落实");
    for desk in [&mine, &theirs] {
        check(desk, &["build"], 0, &["renewed"]);
    }
    let (mine, theirs) = (mine.read(LEDGER), theirs.read(LEDGER));
    // Each adds a line in another place, and its id is not the other's.
    let added = |own: &str| own.lines().filter(|line| !base.contains(line)).map(str::to_owned).collect::<Vec<_>>();
    let (of_mine, of_theirs) = (added(&mine), added(&theirs));
    assert_eq!((of_mine.len(), of_theirs.len()), (1, 1), "{of_mine:?} {of_theirs:?}");
    let (before, _) = theirs.split_once(&of_theirs[0]).unwrap();
    let line = before.lines().last().unwrap();
    let merged = mine.replacen(line, &format!("{line}\n{}", of_theirs[0]), 1);
    let read = Ledger::read(&Source::new("anchors.lock", merged.as_str()));
    assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
    assert_eq!(read.value.text(), merged);
}

#[test]
fn a_corrected_source_keeps_the_addresses_of_its_sentences() {
    let source = "政府工作报告\n——2024年1月8日在青禾市第三届人民代表大会第二次会议上\n市长  林小禾\n各位代表：\n\
        现在，我代表市人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n经济运行稳中向好，全年完成投资30亿元，完成税收12亿元。\n\
        新增企业320家，产值增长6.5%，利润增长7.2%，用工1.2万人。办成实事25件，建成学校3所，群众有了更多获得感。\n\
        二、2024年重点工作\n产值增长7%左右，投资增长8%左右，税收增长5%以上，奋力谱写现代化青禾建设新篇章！\n";
    let desk = Desk::empty();
    desk.write("content/site.toml", "title = \"公读\"\n");
    desk.write("a.txt", source);
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &["began content/qinghe-2024/anchors.lock"]);
    let before = ledger(&desk);
    let of = |words: &str| before.addresses().iter().find(|own| own.words.contains(words)).unwrap().id.clone();
    desk.write("a.txt", source.replace("增长6.5%", "增长6.8%").replace("新增企业", "我们坚持问题导向。新增企业"));
    check(&desk, &["import", "a.txt", "--as", "qinghe-2024"], 0, &["addresses of qinghe-2024", "renewed"]);
    let after = ledger(&desk);
    for (was, is) in [("产值增长6.5%", "产值增长6.8%"), ("办成实事", "办成实事"), ("税收增长5%", "税收增长5%")]
    {
        let now = after.leads_to(&of(was)).unwrap_or_else(|| panic!("{was} is lost"));
        assert!(now.words.contains(is), "{was} -> {}", now.words);
    }
    check(&desk, &["build"], 0, &["1 report"]);
}

#[test]
fn the_page_of_a_corrected_figure_says_what_it_was() {
    let desk = Desk::with_unproven();
    let notice = "\n[[notice]]\nkind = \"correction\"\ndate = 2024-02-01\ntext = \"增速有误。\"\nfigure = \"f1\"\nwas = \"增长6.5%左右\"\n";
    let path = "content/qinghe-2024/report.toml";
    let plain = desk.read(path);
    desk.write(path, format!("{plain}{notice}"));
    check(&desk, &["build"], 0, &[]);
    let was = "原为增长6.5%左右，已更正（2024-02-01）";
    assert!(desk.read("public/qinghe-2024/f1/index.html").contains(was));
    assert!(!desk.read("public/qinghe-2024/f2/index.html").contains(was));
    desk.write(path, format!("{plain}{}", notice.replace("\"f1\"", "\"f99\"")));
    check(&desk, &["build"], 1, &["there is no figure `f99`", "--> content/qinghe-2024/report.toml:"]);
    desk.write(path, format!("{plain}{}", notice.replace("was = \"增长6.5%左右\"\n", "")));
    check(&desk, &["build"], 1, &["`was` is missing"]);
}
