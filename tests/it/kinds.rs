//! Official reports of every kind keep their own name, and every report says its place and year once.

use std::fs;

use gongdu::content::{self, Earlier, RawFile, TitlePage};
use gongdu::import::{Imported, import_opened};
use gongdu::places;
use gongdu::report::{self, ReportKind};

use crate::desk::{Desk, check};

fn imported(path: &str) -> Imported {
    let bytes = fs::read(path).unwrap();
    import_opened(&report::open(path, &bytes).value).value
}

/// The title page that importing a text writes.
fn title_page(path: &str) -> TitlePage {
    let files = content::convert(&imported(path), "source.txt", &Earlier::default()).files;
    let file = files.iter().find(|file| file.path == "report.toml").unwrap();
    TitlePage::read(RawFile { path: "report.toml", name: "report.toml", bytes: &file.bytes }).value
}

/// A case of `tests/cases`: its kind, full title, place, year, speaker, and whose it is.
#[track_caller]
fn case(name: &str, kind: ReportKind, full_title: &str, who: [&str; 4]) {
    let page = title_page(&format!("tests/cases/{name}.txt"));
    let year = page.year.map_or(String::new(), |year| year.to_string());
    let found = [page.place.as_str(), &year, &page.speaker, &page.organ()].map(str::to_owned);
    assert_eq!(
        (page.kind, page.full_title().as_str(), found.each_ref().map(String::as_str)),
        (kind, full_title, who),
        "{name}"
    );
}

#[test]
fn every_kind_of_official_report_keeps_its_title_place_year_and_speaker() {
    let plan = "关于淄川区2023年国民经济和社会发展计划执行情况与2024年国民经济和社会发展计划草案的报告";
    let budget = "关于临川县2023年财政预算执行情况和2024年财政预算草案的报告";
    let cppcc = "中国人民政治协商会议第十二届淄川区委员会常务委员会";
    let five = "淄川区国民经济和社会发展第十四个五年规划和2035年远景目标纲要";
    let party = "坚定信心　真抓实干　奋力谱写现代化淄川建设新篇章——在中国共产党淄川区第十四次代表大会上的报告";
    case("kind-court", ReportKind::Court, "2024年淄川区人民法院工作报告", ["淄川区", "2024", "李四", "淄川区人民法院"]);
    case("kind-untitled-court", ReportKind::Court, "淄川区2024年人民法院工作报告", ["淄川区", "2024", "", "人民法院"]);
    case(
        "21-other-report-as-state-council",
        ReportKind::Procuratorate,
        "2012年最高人民檢察院工作報告",
        ["最高人民檢察院", "2012", "王小明", "最高人民檢察院"],
    );
    case(
        "kind-congress",
        ReportKind::Congress,
        "2024年淄川区人民代表大会常务委员会工作报告",
        ["淄川区", "2024", "李四", "淄川区人民代表大会常务委员会"],
    );
    case("kind-cppcc", ReportKind::Cppcc, &format!("2024年{cppcc}工作报告"), ["淄川区", "2024", "李四", cppcc]);
    case("kind-budget", ReportKind::Budget, budget, ["临川县", "2024", "李四", "临川县人民政府"]);
    case(
        "kind-final-accounts",
        ReportKind::Budget,
        "临川县2022年县级决算草案的报告",
        ["临川县", "2022", "李四", "临川县人民政府"],
    );
    case("kind-press-release", ReportKind::Other, "上半年临川县经济运行总体平稳、稳中有进", ["", "", "", ""]);
    case("kind-plan", ReportKind::Plan, plan, ["淄川区", "2024", "李四", "淄川区人民政府"]);
    case(
        "kind-communique",
        ReportKind::Communique,
        "临川县2022年国民经济和社会发展统计公报",
        ["临川县", "2022", "", ""],
    );
    case("kind-party", ReportKind::Party, party, ["淄川区", "2021", "李四", ""]);
    case("kind-policy-address-hk", ReportKind::PolicyAddress, "行政長官2024年施政報告", ["", "2024", "李四", ""]);
    case(
        "kind-policy-address-macau",
        ReportKind::PolicyAddress,
        "澳門特別行政區二○二四年財政年度施政報告",
        ["澳門特別行政區", "2024", "李四", ""],
    );
    case("kind-five-year-plan", ReportKind::FiveYearPlan, five, ["淄川区", "2021", "", ""]);
    let five = "临川县国民经济和社会发展第十五个五年规划纲要";
    case("kind-volumes", ReportKind::FiveYearPlan, five, ["临川县", "2026", "", ""]);
    let notes = "临川县2025年国民经济和社会发展统计公报";
    case("kind-communique-notes", ReportKind::Communique, notes, ["临川县", "2025", "", ""]);
    let taiwan = "2025年立法院第11屆第5會期行政院施政報告";
    case("kind-policy-address-taiwan", ReportKind::PolicyAddress, taiwan, ["", "2025", "王大明", ""]);
    case("kind-budget-speech", ReportKind::Budget, "2025至26財政年度政府財政預算案", ["", "2025", "", ""]);
    case("kind-policy-address-counted", ReportKind::PolicyAddress, "行政長官2025年施政報告", ["", "2025", "李四", ""]);
    case("kind-white-paper", ReportKind::Other, "携手构建网络空间命运共同体", ["", "2022", "", ""]);
    let bulletin = "中国共产党第二十届中央委员会第四次全体会议公报";
    case("kind-bulletin", ReportKind::Other, bulletin, ["", "2025", "", ""]);
    let proposal = "中共临川县委关于制定国民经济和社会发展第十五个五年规划的建议";
    case("kind-proposal", ReportKind::Other, proposal, ["临川县", "2026", "", ""]);
    case("old-numerals", ReportKind::Government, "国务院1957年政府工作报告", ["国务院", "1957", "周某某", "国务院"]);
}

/// The lines that reading a case sets aside, and its headings with their levels.
fn read(name: &str) -> (Vec<String>, Vec<String>) {
    let report = imported(&format!("tests/cases/{name}.txt")).report;
    let heading = |block: &report::Block| match block {
        report::Block::Heading(heading) => Some(format!("{} {}{}", heading.level, heading.number, heading.text)),
        report::Block::Paragraph(_) => None,
    };
    let aside = report.aside.iter().map(|row| row.text.clone());
    (aside.collect(), report.body.iter().filter_map(heading).collect())
}

#[test]
fn nothing_of_a_report_of_any_kind_is_set_aside_but_its_list_of_contents() {
    for name in [
        "kind-budget-tables",
        "kind-plan-of-office",
        "kind-communique-notes",
        "kind-policy-address-taiwan",
        "kind-budget-speech",
        "kind-bulletin",
        "old-numerals",
    ] {
        assert_eq!(read(name).0, [""; 0], "{name}");
    }
    let communique = imported("tests/cases/kind-communique-notes.txt");
    let attached: Vec<String> = communique.report.attachments.iter().map(report::Attachment::title).collect();
    assert_eq!((attached.as_slice(), communique.entries.len()), (["资料来源：".to_owned()].as_slice(), 1));
    let volumes = read("kind-volumes").0;
    assert_eq!((volumes.len(), volumes[1].as_str()), (7, "第一篇　开启全面建设社会主义现代化新征程……1"));
    assert_eq!(read("kind-policy-address-counted").0, ["目錄", "一、引言\t1-5", "二、發展經濟\t6-12"]);
    let white = read("kind-white-paper").0;
    assert_eq!((white.len(), white[0].as_str(), white[5].as_str()), (6, "目录", "结束语"));
}

#[test]
fn volumes_chapters_and_articles_nest_and_counted_paragraphs_head_nothing() {
    let volumes = [
        "1 第一篇　开启全面建设社会主义现代化新征程",
        "2 第一章　发展环境",
        "3 第一节　发展基础",
        "3 第二节　面临形势",
        "2 第二章　总体要求",
        "3 第一节　指导思想",
        "3 第二节　主要目标",
        "1 第二篇　建设现代化产业体系",
        "2 第三章　推动制造业高质量发展",
        "3 第一节　改造提升传统产业",
        "3 第二节　培育壮大新兴产业",
        "2 第四章　推进乡村全面振兴",
    ];
    assert_eq!(read("kind-volumes").1, volumes);
    let counted =
        ["1 一、引言", "1 二、發展經濟", "2 （一）加快北部都會區發展", "2 （二）扶持中小企", "1 三、改善民生"];
    assert_eq!(read("kind-policy-address-counted").1, counted);
    let speech = read("kind-budget-speech").1;
    assert_eq!((speech[0].as_str(), speech.last().unwrap().as_str()), ("1 前言", "1 結語"));
    let white = [
        "1 前言",
        "1 一、构建网络空间命运共同体是信息时代的必然选择",
        "1 二、中国的互联网发展治理实践",
        "2 （一）数字经济蓬勃发展",
        "1 结束语",
    ];
    assert_eq!(read("kind-white-paper").1, white);
    let formal = read("kind-policy-address-taiwan").1;
    assert_eq!(
        (formal[1].as_str(), formal[4].as_str(), formal[7].as_str()),
        ("1 貳、經濟發展", "1 參、社會福利", "1 肆、結語")
    );
}

#[test]
fn a_report_of_any_kind_is_imported_and_built() {
    let names = fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> =
        names.filter(|name| name.starts_with("kind-") && name != "kind-glossary-alone.txt").collect();
    let paths: Vec<String> = names.iter().map(|name| format!("tests/cases/{name}")).collect();
    let files: Vec<(&str, &str)> =
        paths.iter().zip(&names).map(|(path, name)| (path.as_str(), name.as_str())).collect();
    let desk = desk(&files);
    let files: Vec<&str> = names.iter().map(String::as_str).collect();
    check(&desk, &[&["import"], files.as_slice()].concat(), 0, &[]);
    check(&desk, &["build"], 0, &[&format!("{} reports", names.len())]);
    // A page is called by its heading: the blank behind its number stays, the full stop of a sentence does not.
    let volume = desk.read("public/kind-volumes/1/index.html");
    assert!(volume.contains("<title>第一篇　开启全面建设社会主义现代化新征程 · "), "{volume}");
    let section = desk.read("public/kind-plan-of-office/1-1/index.html");
    assert!(section.contains("<title>（一）综合实力稳步提升 · "), "{section}");
}

#[test]
fn the_year_comes_from_what_is_looked_back_on_and_from_the_first_sentences() {
    case(
        "year-first-heading",
        ReportKind::Government,
        "上海市2021年政府工作报告",
        ["上海市", "2021", "", "上海市人民政府"],
    );
    case(
        "year-first-sentence",
        ReportKind::Government,
        "临川县2009年政府工作报告",
        ["临川县", "2009", "", "临川县人民政府"],
    );
}

#[test]
fn no_report_of_the_corpus_says_its_place_or_its_year_twice() {
    let mut seen = 0;
    for entry in fs::read_dir("tests/corpus/texts").unwrap() {
        let path = entry.unwrap().path().display().to_string();
        let page = title_page(&path);
        let full = page.full_title();
        assert_eq!(page.kind, ReportKind::Government, "{path}");
        let place = places::find(&page.place).map_or(page.place.as_str(), places::Division::short_name);
        if !place.is_empty() {
            assert_eq!(full.matches(place).count(), 1, "{path}: {full}");
        }
        let year = page.year.unwrap().to_string();
        assert_eq!(full.matches(&year).count(), 1, "{path}: {full}");
        seen += 1;
    }
    assert!(seen >= 40);
}

/// A desk with an empty site, and texts of the repository under names of their own.
fn desk(files: &[(&str, &str)]) -> Desk {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    for (path, name) in files {
        desk.write(name, fs::read(path).unwrap());
    }
    desk
}

const NOWHERE: &str = "tests/corpus/texts/city-黄山市-2016.txt";

#[test]
fn place_and_year_of_a_file_s_name_fill_the_title_page_and_a_report_without_is_told() {
    let desk = desk(&[(NOWHERE, "黄山市-2016.txt"), (NOWHERE, "nowhere.txt")]);
    let run = check(&desk, &["import", "黄山市-2016.txt"], 0, &["is `huangshan-2016`"]);
    assert!(!run.err.contains("no-place-or-year"), "{run:?}");
    let page = desk.read("content/huangshan-2016/report.toml");
    assert!(page.contains("place = \"黄山市\"\n") && page.contains("year = 2016\n"), "{page}");
    let told = "warning[no-place-or-year]";
    check(&desk, &["import", "nowhere.txt"], 0, &[told]);
    check(&desk, &["check"], 0, &[told, "content/nowhere/report.toml"]);
    check(&desk, &["build"], 0, &[told]);
    // What a person writes holds at the next import, for the figures too.
    desk.change("content/nowhere/report.toml", "place = \"\"\n", "place = \"休宁县\"\n");
    desk.change("content/nowhere/report.toml", "year = 2016\n", "year = 2017\n");
    for _ in 0..2 {
        let run = check(&desk, &["import", "nowhere.txt"], 0, &["kept as it is"]);
        assert!(!run.err.contains("no-place-or-year"), "{run:?}");
    }
    let page = desk.read("content/nowhere/report.toml");
    assert!(page.contains("place = \"休宁县\"\n") && page.contains("year = 2017\n"), "{page}");
}

#[test]
fn a_place_is_one_whether_what_it_lies_in_is_printed_or_not() {
    let text = "tests/corpus/texts/district-海拉尔区-2014.txt";
    let desk = desk(&[("tests/corpus/texts/province-云南省-2025.txt", "yunnan.txt")]);
    let hailar = fs::read_to_string(text).unwrap();
    desk.write("a.txt", &hailar);
    desk.write("b.txt", hailar.replace("海拉尔区第十四届", "呼伦贝尔市海拉尔区第十四届"));
    desk.write("c.txt", fs::read("tests/corpus/texts/district-海拉尔区-2013.txt").unwrap());
    check(&desk, &["import", "a.txt", "--as", "hailaer-2014"], 0, &[]);
    check(&desk, &["import", "b.txt"], 0, &["is `hailaer-2014` again"]);
    check(&desk, &["import", "c.txt", "yunnan.txt"], 0, &[]);
    desk.change("content/c/report.toml", "place = \"海拉尔区\"", "place = \"呼伦贝尔市海拉尔区\"");
    check(&desk, &["build"], 0, &["3 reports"]);
    let home = desk.read("public/index.html");
    assert_eq!(home.matches("<section class=\"block\">").count(), 2, "{home}");
    let (inner, yunnan) = (home.find("海拉尔区").unwrap(), home.find("云南省").unwrap());
    assert!(inner < yunnan, "by the codes of the places");
}

#[test]
fn the_site_never_calls_another_report_one_of_a_government() {
    let desk =
        desk(&[("tests/cases/kind-court.txt", "court.txt"), ("tests/cases/kind-communique.txt", "communique.txt")]);
    check(&desk, &["import", "court.txt", "communique.txt"], 0, &[]);
    check(&desk, &["build"], 0, &["2 reports"]);
    for (path, bytes) in desk.tree("public") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!text.contains("政府工作报告"), "{path}");
    }
    let home = desk.read("public/index.html");
    assert!(home.contains("法院工作报告、统计公报，逐段可读"), "{home}");
    let court = desk.read("public/court/index.html");
    assert!(court.contains("李四. 2024年淄川区人民法院工作报告[R/OL]. (2024-01-10)"), "{court}");
}

#[test]
fn an_organ_s_report_lies_beside_the_government_s_of_the_same_congress() {
    let desk =
        desk(&[("tests/cases/kind-court.txt", "法院报告.txt"), ("tests/cases/kind-congress.txt", "人大报告.txt")]);
    check(&desk, &["import", "法院报告.txt", "人大报告.txt"], 0, &["`zichuan-court-2024`", "`zichuan-congress-2024`"]);
}

#[test]
fn a_kind_that_is_none_is_told_and_inspect_names_the_kind() {
    let desk = desk(&[("tests/cases/kind-court.txt", "court.txt")]);
    check(&desk, &["inspect", "court.txt", "--json"], 0, &["\"kind\": \"court\""]);
    check(&desk, &["import", "court.txt"], 0, &[]);
    desk.change("content/court/report.toml", "kind = \"court\"", "kind = \"cuort\"");
    check(&desk, &["check"], 1, &["error[bad-value]", "did you mean \"court\"?"]);
}

#[test]
fn a_glossary_alone_is_refused_and_told_how_to_join_it() {
    let desk = desk(&[("tests/cases/kind-glossary-alone.txt", "glossary.txt")]);
    check(&desk, &["import", "glossary.txt"], 1, &["this is a glossary without its report", "join it to its report"]);
    assert!(!desk.path("content/glossary").exists());
}

#[test]
fn ids_that_windows_cannot_hold_are_refused_at_import() {
    let desk = desk(&[("tests/cases/kind-court.txt", "a.txt")]);
    for id in ["con", "aux", "nul", "prn", "com1", "lpt9"] {
        check(&desk, &["import", "a.txt", "--as", id], 2, &["a device of Windows"]);
        assert!(!desk.path(&format!("content/{id}")).exists());
    }
}

#[test]
fn final_accounts_are_done_and_a_press_release_promises_nothing() {
    let statuses = |name: &str| {
        let figures = imported(&format!("tests/cases/{name}.txt")).figures.concat();
        figures.iter().map(|one| (one.period.clone(), one.status.name(), one.doubts.len())).collect::<Vec<_>>()
    };
    let accounts = statuses("kind-final-accounts");
    assert!(accounts.len() == 4 && accounts.iter().all(|one| *one == ("2022".to_owned(), "actual", 0)), "{accounts:?}");
    let account = statuses("kind-yearly-account");
    assert!(account.len() == 2 && account.iter().all(|one| *one == ("2021".to_owned(), "actual", 0)), "{account:?}");
    let release = statuses("kind-press-release");
    assert!(release.len() == 6 && release.iter().all(|(.., doubts)| *doubts > 0), "{release:?}");
}
