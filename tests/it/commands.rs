//! The program as a person runs it: every command, what it says, and how it ends (0 good, 1 the text has faults, 2 the machine
//! or the usage).

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::desk::{Desk, Run, check};
use crate::site::{INCLUDED, SMALL};

fn source() -> Vec<u8> {
    std::fs::read("tests/fixtures/small/qinghe-2024/source.txt").unwrap()
}

/// A folder without content, with a report to import.
fn newcomer() -> Desk {
    let desk = Desk::empty();
    desk.write("report.txt", source());
    desk.write("报告.txt", source());
    desk
}

#[test]
fn without_a_command_content_is_built_into_public() {
    let desk = Desk::with_copy_of(SMALL);
    let run = check(
        &desk,
        &[],
        0,
        &["1 report: 27 pages, 5 terms in 6 mentions, 12 figures, 2 charts", "look at it: open public/index.html"],
    );
    assert_eq!(run.out, "", "what is said to a person goes to standard error");
    assert!(desk.path("public/qinghe-2024/2-1/index.html").is_file());
    check(&desk, &["build"], 0, &["0 written", "0 removed"]);
    check(&desk, &["build", "--output", "site"], 0, &["open site/index.html"]);
    assert!(desk.tree("site") == desk.tree("public"));
}

#[test]
fn the_report_that_comes_with_the_program_builds_without_a_word_of_doubt() {
    let desk = Desk::with_copy_of(INCLUDED);
    let run = check(&desk, &["build", "--quiet"], 0, &[]);
    // A machine without a Chinese font says that it draws no pictures.
    assert!(run.out.is_empty() && (run.err.is_empty() || run.err.starts_with("note[no-cjk-font]")), "{run:?}");
    check(&desk, &["check"], 0, &["nothing was written"]);
}

#[test]
fn every_command_has_help_with_an_example() {
    let desk = Desk::empty();
    let help = check(&desk, &["--help"], 0, &["Examples:", "Exit codes: 0 good, 1 the text has faults, 2"]);
    for command in ["build", "check", "import", "inspect", "serve", "new"] {
        assert!(help.out.contains(&format!("\n  {command} ")), "{command}");
        check(&desk, &[command, "--help"], 0, &["Usage: gongdu", &format!("\n  gongdu {command}")]);
    }
    assert!(check(&desk, &["--version"], 0, &[]).out.starts_with("gongdu "));
}

#[test]
fn what_is_asked_wrongly_ends_with_two() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("报告.txt", source());
    let rows: [(&[&str], &str); 10] = [
        (&["biuld"], "a similar subcommand exists: 'build'"),
        (&["build", "--nope"], "unexpected argument '--nope'"),
        (&["build", "--base-url", "ftp://x"], "is not the address of a site"),
        (&["check", "--base-url", "https://x/?a"], "is not the address of a site"),
        (&["import"], "<FILE>"),
        (&["import", "报告.txt", "--as", "A b"], "cannot be part of an address"),
        (&["import", "报告.txt", "--as", "about"], "is a page of the site itself"),
        (&["import", "报告.txt", "b.txt", "--as", "a"], "2 files were given"),
        (&["inspect"], "<FILE>"),
        (&["serve", "--port", "99999"], "99999"),
    ];
    let before = desk.tree("");
    for (arguments, says) in rows {
        check(&desk, arguments, 2, &[says]);
    }
    assert!(desk.tree("") == before, "nothing was written");
}

#[test]
fn what_the_machine_cannot_do_ends_with_two_and_names_the_path() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("file", "x");
    let rows: [(&[&str], &str); 8] = [
        (&["--content", "nix"], "there is no folder nix"),
        (&["check", "--content", "nix"], "there is no folder nix"),
        (&["--content", "file"], "there is no folder file"),
        (&["build", "--theme", "nix"], "cannot read nix"),
        (&["build", "--output", "file"], "cannot write in file: it is not a folder"),
        (&["import", "nix.txt"], "cannot read nix.txt"),
        (&["inspect", "nix.txt"], "cannot read nix.txt"),
        (&["inspect", "content"], "cannot read content: it is a folder"),
    ];
    for (arguments, says) in rows {
        let run = check(&desk, arguments, 2, &[says]);
        assert!(!run.err.contains("os error"), "{run:?}");
    }
}

#[test]
fn an_empty_content_says_all_that_it_lacks() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("content")).unwrap();
    check(&desk, &["check"], 1, &["error[missing-file]", "error[no-reports]", "gongdu import", "2 errors"]);
}

#[test]
fn faulty_content_leaves_the_published_folder_as_it_was() {
    let desk = Desk::with_copy_of(SMALL);
    check(&desk, &["build", "-q"], 0, &[]);
    let before = desk.tree("public");
    for (path, from, to, code) in [
        ("content/site.toml", "title", "titel", "unknown-key"),
        ("content/qinghe-2024/1.md", "+++\nnumber", "+++\n+++\nnumber", "missing-key"),
        ("content/qinghe-2024/1.md", "增长6.2%", "增长6.3%", "fidelity"),
        ("content/qinghe-2024/figures.csv", "36家,36,", "36家,a36,", "bad-value"),
        ("content/qinghe-2024/charts/jobs.md", "\"f5\"", "\"f55\"", "unknown-figure"),
    ] {
        let good = desk.read(path);
        desk.change(path, from, to);
        let run = check(&desk, &["build"], 1, &[&format!("error[{code}]"), "public is left as it was"]);
        assert!(run.err.contains(&format!("--> {path}")) || run.err.contains("source.txt"), "{run:?}");
        assert!(desk.tree("public") == before, "{path}");
        check(&desk, &["check"], 1, &[&format!("error[{code}]")]);
        desk.write(path, good);
    }
    desk.change("content/site.toml", "title", "titel");
    check(&desk, &["build", "--output", "new"], 1, &["new is left as it was"]);
    assert!(!desk.path("new").exists(), "a folder that was not there is not there");
}

/// A deed on the short report: a file, words of it, and what is put in their place.
type Change = (&'static str, &'static str, &'static str);

/// Does the deed, then builds and checks, which say the same and end alike.
#[track_caller]
fn proves(change: Change, deed: fn(&Desk), code: i32, says: &[&str]) {
    let desk = Desk::with_copy_of(SMALL);
    let (file, from, to) = change;
    desk.change(&format!("content/qinghe-2024/{file}"), from, to);
    deed(&desk);
    check(&desk, &["build"], code, says);
    check(&desk, &["check"], code, says);
    assert_eq!(desk.path("public").exists(), code == 0, "{change:?}");
}

const SOURCE_KEY: &str = "source = \"source.txt\"";

fn without_source(desk: &Desk) {
    std::fs::remove_file(desk.path("content/qinghe-2024/source.txt")).unwrap();
}

#[test]
fn the_proof_cannot_be_left_out_by_a_slip() {
    let at = "--> content/qinghe-2024/report.toml:11:10";
    let missing =
        ["error[missing-file]: there is no source `source.txt` here", at, "write no_source = \"why\" instead"];
    proves(("report.toml", "", ""), without_source, 1, &missing);
    let slip = ["error[missing-file]: there is no source `sorce.txt` here", at];
    proves(("report.toml", SOURCE_KEY, "source = \"sorce.txt\""), |_| (), 1, &slip);
    let none = ["error[missing-key]: the report names no source", "report.toml:11:10", "no_source ="];
    proves(("report.toml", SOURCE_KEY, "source = \"\""), |_| (), 1, &none);
    let nothing = ["error[missing-key]: the report names no source", "report.toml:1:1"];
    proves(("report.toml", SOURCE_KEY, ""), |_| (), 1, &nothing);
    let both =
        ["error[bad-value]: `no_source` says that there is no source, and `source` names one", "report.toml:12:13"];
    proves(("report.toml", SOURCE_KEY, "source = \"source.txt\"\nno_source = \"x\""), |_| (), 1, &both);
    let settings = ["error[missing-file]: there is no source `report.toml` here"];
    proves(("report.toml", SOURCE_KEY, "source = \"report.toml\""), |_| (), 1, &settings);
}

#[cfg(unix)]
#[test]
fn a_source_that_is_a_link_is_missing() {
    let link = |desk: &Desk| {
        without_source(desk);
        desk.write("elsewhere.txt", source());
        std::os::unix::fs::symlink(desk.path("elsewhere.txt"), desk.path("content/qinghe-2024/source.txt")).unwrap();
    };
    proves(("report.toml", "", ""), link, 1, &["warning[link-left-out]", "error[missing-file]", "no link to it"]);
}

#[test]
fn a_report_without_a_source_says_so_on_each_of_its_pages() {
    let desk = Desk::with_unproven();
    for (path, bytes) in Desk::with_copy_of(SMALL).tree("content/qinghe-2024") {
        desk.write(&format!("content/proven-2024/{path}"), bytes);
    }
    let warning = ["warning[no-source]", "--> content/qinghe-2024/report.toml:11:13"];
    check(&desk, &["check"], 0, &warning);
    check(&desk, &["build"], 0, &warning);
    let says = "这份报告没有附原文，网页上的字没有与公布的文本比对过：只有扫描件";
    let mut pages = 0;
    for (path, bytes) in desk.tree("public").iter().filter(|(path, _)| path.ends_with(".html")) {
        let unproven = path.starts_with("qinghe-2024/");
        assert_eq!(String::from_utf8_lossy(bytes).contains(says), unproven, "{path}");
        pages += usize::from(unproven);
    }
    assert!(pages > 10, "{pages}");
    let about = desk.read("public/about/index.html");
    for words in ["生成网站时，1 份报告逐字比对过原文", "1 份报告没有附原文，没有比对过"]
    {
        assert!(about.contains(words), "{words}: {about}");
    }
}

#[test]
fn what_the_source_does_not_have_stops_the_build_unless_it_is_an_editors_note() {
    const FALL: &str = "全区地区生产总值下降10%。";
    let added = "error[fidelity]: the source does not have these words: 「";
    let advice = "> 编者注（2024-01-05）：…";
    let rows: [(Change, &str); 11] = [
        (("1.md", "企业36家。", "企业36家。全区地区生产总值下降10%。"), "1.md:6:68"),
        (("1.md", "**经济", "全区地区生产总值下降10%。**经济"), "1.md:6:1"),
        (("1.md", "企业36家。", "企业36家。\n\n全区地区生产总值下降10%。"), "1.md:8:1"),
        (("1.md", "企业36家。", "企业36家。\n\n- 全区地区生产总值下降10%。"), "1.md:8:3"),
        (("1.md", "企业36家。", "企业36家。\n\n> 编者注：全区地区生产总值下降10%。"), "1.md:8:3"),
        (("1.md", "企业36家。", "企业36家。\n\n```\n全区地区生产总值下降10%。\n```"), "1.md:9:1"),
        (("1.md", "企业36家。", "企业36家。\n\n## 全区地区生产总值下降10%。"), "1.md:8:4"),
        (("2-1.md", "建强产业", "建强产业全区地区生产总值下降10%。"), "2-1.md:3:10"),
        (("glossary.md", "沿河科创走廊。", "沿河科创走廊。全区地区生产总值下降10%。"), "glossary.md:9:21"),
        (("glossary.md", "[\"附件\"", "[\"附件\", \"全区地区生产总值下降10%。\""), "glossary.md:2:19"),
        (("report.toml", "text = \"区长", "text = \"全区地区生产总值下降10%。区长"), "report.toml:35:9"),
    ];
    for (change, place) in rows {
        let at = format!("--> content/qinghe-2024/{place}");
        let known =
            if change.2.contains("编者注") { "「编者注：" } else { "「全区地区生产总值下降10%。" };
        proves(change, |_| (), 1, &[added, known, &at, advice]);
    }
    let paragraph = "完善“四好”农村路网，完成改造30公里。";
    let twice = "完善“四好”农村路网，完成改造30公里。\n\n完善“四好”农村路网，完成改造30公里。";
    let repeated = "error[fidelity]: these words stand here once more than in the source: 「完善“四好”";
    proves(("2-1.md", paragraph, twice), |_| (), 1, &[repeated, "--> content/qinghe-2024/2-1.md:10:1"]);
    let note = "企业36家。\n\n> 编者注（2024-01-09）：全区地区生产总值下降10%。";
    proves(("1.md", "企业36家。", note), |_| (), 0, &[]);
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/qinghe-2024/1.md", "企业36家。", note);
    check(&desk, &["build"], 0, &[]);
    let page = desk.read("public/qinghe-2024/1/index.html");
    assert!(page.contains("<div class=\"editor-note\" role=\"note\" data-ui>"), "{page}");
    let searched: Vec<Vec<u8>> = desk.tree("public/qinghe-2024/search").into_iter().map(|(_, bytes)| bytes).collect();
    assert!(searched.iter().any(|bytes| String::from_utf8_lossy(bytes).contains(&gongdu::text::packed("企业36家"))));
    assert!(page.contains(FALL) && searched.iter().all(|bytes| !String::from_utf8_lossy(bytes).contains(FALL)));
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_line() {
    let desk = Desk::with_copy_of(SMALL);
    let mut bytes = desk.read("content/qinghe-2024/2-1.md").into_bytes();
    bytes.extend(b"\xB0\xA1\xB0\xA1\n");
    desk.write("content/qinghe-2024/2-1.md", bytes);
    check(&desk, &["build"], 1, &["error[not-utf8]", "--> content/qinghe-2024/2-1.md:9:1", "save it again as UTF-8"]);
    desk.write("content/qinghe-2024/2-1.md", [0xff, 0xfe, 0x2b, 0x00]);
    check(&desk, &["build"], 1, &["error[not-utf8]", "--> content/qinghe-2024/2-1.md"]);
}

#[test]
fn a_folder_that_gongdu_did_not_make_is_never_written_into() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("theirs/letter.txt", "dear");
    let before = desk.tree("theirs");
    check(&desk, &["build", "--output", "theirs"], 2, &["error[foreign-output]", "`letter.txt`", "--output"]);
    assert!(desk.tree("theirs") == before);
    check(&desk, &["build"], 0, &[]);
    desk.write("public/about/index.html", "mine");
    std::fs::remove_file(desk.path("public/.gongdu")).unwrap();
    let before = desk.tree("public");
    check(&desk, &["build"], 2, &["error[foreign-output]"]);
    assert!(desk.tree("public") == before, "also one that lost its mark");
}

#[test]
fn a_file_that_a_person_put_into_the_output_is_kept() {
    let desk = Desk::with_copy_of(SMALL);
    check(&desk, &["build", "-q"], 0, &[]);
    desk.write("public/CNAME", "example.org\n");
    desk.write("public/mine/notes.txt", "mine");
    check(&desk, &["build", "-q"], 0, &[]);
    assert_eq!(
        (desk.read("public/CNAME"), desk.read("public/mine/notes.txt")),
        ("example.org\n".into(), "mine".into())
    );
    // In the way of a page to come.
    desk.write("public/new-2025/index.html", "mine");
    for (path, bytes) in desk.tree("content/qinghe-2024") {
        desk.write(&format!("content/new-2025/{path}"), bytes);
    }
    let before = desk.tree("public");
    check(&desk, &["build"], 2, &["error[hand-made-file]", "`new-2025/index.html`"]);
    assert!(desk.tree("public") == before);
}

#[test]
fn the_output_must_lie_apart_from_what_it_is_made_of() {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("theme/assets/style.css", "");
    let before = desk.tree("");
    for output in ["content", "content/site", ".", "content/../content/x", "theme/out"] {
        check(&desk, &["build", "--theme", "theme", "--output", output], 2, &["error[output-overlaps-input]"]);
    }
    assert!(desk.tree("") == before);
}

#[test]
fn pages_that_are_gone_from_the_content_are_gone_from_the_site() {
    let desk = Desk::with_copy_of(SMALL);
    check(&desk, &["build", "-q"], 0, &[]);
    std::fs::remove_file(desk.path("content/qinghe-2024/charts/jobs.md")).unwrap();
    let run = check(&desk, &["build"], 0, &["removed"]);
    assert!(!run.err.contains(" 0 removed"), "{run:?}");
    assert!(!desk.path("public/qinghe-2024/charts/jobs").exists());
}

#[test]
fn quiet_says_nothing_but_faults() {
    let desk = Desk::with_copy_of(SMALL);
    let run = check(&desk, &["check", "-q"], 0, &[]);
    assert!(run.err.contains("warning[term-unused]") && !run.err.contains("nothing was written"), "{run:?}");
    let desk = newcomer();
    let run = check(&desk, &["import", "report.txt", "--quiet"], 0, &[]);
    assert!(!run.err.contains("files in content"), "{run:?}");
}

#[test]
fn there_is_no_colour_where_no_terminal_is() {
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/site.toml", "title", "titel");
    let run =
        check(&desk, &["build"], 1, &["error[unknown-key]: there is no key `titel`", "= help: did you mean `title`?"]);
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
}

#[test]
fn a_text_that_is_imported_can_be_built_at_once() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &["made content/site.toml", "12 files in content/report/"]);
    assert_eq!(desk.read("content/report/source.txt").into_bytes(), source(), "byte for byte");
    check(&desk, &["build"], 0, &["1 report"]);
    check(&desk, &["import", "报告.txt", "--as", "another-2024"], 0, &["12 files in content/another-2024/"]);
    check(&desk, &["build"], 0, &["2 reports"]);
}

#[test]
fn a_text_in_an_older_encoding_is_imported_and_published_as_it_was() {
    for file in ["hailar-2014.gbk.txt", "state-council-2010.gbk.txt"] {
        let bytes = std::fs::read(format!("tests/encodings/{file}")).unwrap();
        assert!(std::str::from_utf8(&bytes).is_err());
        let desk = Desk::empty();
        desk.write("report.txt", &bytes);
        check(&desk, &["inspect", "report.txt"], 0, &["encoding  GBK", "政府工作报告"]);
        check(&desk, &["import", "report.txt"], 0, &[]);
        check(&desk, &["build"], 0, &["1 report"]);
        assert!(std::fs::read(desk.path("public/report/data/source.txt")).unwrap() == bytes, "byte for byte");
        assert!(desk.read("public/report/full/index.html").contains("各位代表"));
    }
}

#[test]
fn a_file_whose_name_is_no_id_gets_one_of_its_place_and_year() {
    let desk = Desk::empty();
    let text = String::from_utf8(source()).unwrap();
    let nameless = text.replace("在青禾区\n第三届", "在\n第三届").replace("政 府 工", "2024年政府工");
    desk.write("2024年青禾区政府工作报告.txt", source());
    desk.write("青合区.txt", text.replace("青禾区", "青合区"));
    desk.write(
        "报告.txt",
        "各位代表：\n现在，我代表县人民政府报告工作，请予审议。\n一、工作回顾\n经济发展加速，人民生活改善。\n",
    );
    desk.write("Corrected-1.txt", source());
    desk.write("Qingmiao-1.txt", text.replace("青禾区", "青苗区"));
    desk.write("无名.txt", nameless);
    for (arguments, code, says) in [
        (&["2024年青禾区政府工作报告.txt"][..], 0, "is `qinghe-2024` (--as gives it another id)"),
        (&["2024年青禾区政府工作报告.txt"], 0, "12 files in content/qinghe-2024/"),
        (&["青合区.txt"], 1, "the id `qinghe-2024` of 青合区.txt is another report's already"),
        (&["青合区.txt", "--as", "qinghe2-2024"], 0, "12 files in content/qinghe2-2024/"),
        (&["Corrected-1.txt"], 0, "Corrected-1.txt is `qinghe-2024` again"),
        (&["Qingmiao-1.txt"], 0, "12 files in content/qingmiao-1/"),
        (&["无名.txt"], 0, "is `report-2024`"),
        (&["报告.txt"], 1, "neither 报告.txt nor its name says of which place and year it is"),
    ] {
        check(&desk, &[&["import"], arguments].concat(), code, &[says]);
    }
}

#[test]
fn importing_again_keeps_what_a_person_changed_unless_told() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &[]);
    let made = desk.tree("content");
    check(&desk, &["import", "report.txt"], 0, &[]);
    assert!(desk.tree("content") == made, "the same source makes the same files");
    desk.change("content/report/1.md", "经济运行稳中向好。", "经济运行**稳中向好**。");
    desk.change("content/site.toml", "公读", "我们的网站");
    let changed = desk.tree("content");
    check(&desk, &["import", "report.txt"], 0, &["kept as it is: content/report/1.md", "--force writes over it"]);
    assert!(desk.tree("content") == changed);
    check(&desk, &["import", "report.txt", "--force"], 0, &[]);
    desk.change("content/site.toml", "我们的网站", "公读");
    assert!(desk.tree("content") == made);
}

/// The rows of the table of figures, without its head.
fn rows(desk: &Desk) -> Vec<String> {
    desk.read("content/report/figures.csv").lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn importing_again_merges_the_table_of_figures_row_by_row() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &[]);
    let made = rows(&desk);
    assert!(made.len() > 4 && made[0].starts_with("f1,"), "{made:?}");
    // A person corrects a name, deletes a row, adds one of their own; then the text is mended.
    let table = desk.read("content/report/figures.csv");
    let mine = made[3].replacen("f4,", "mine,", 1);
    let corrected = made[1].replacen(",2023,", ",2022,", 1);
    assert_ne!(corrected, made[1]);
    let touched = table.replace(&made[1], &corrected).replace(&format!("{}\r\n", made[2]), "").replace(&made[3], &mine);
    desk.write("content/report/figures.csv", &touched);
    desk.change("report.txt", "经济运行稳中向好。", "经济运行稳中向好。新建学校18所。");
    check(
        &desk,
        &["import", "report.txt"],
        0,
        &["rows of content/report/figures.csv", "2 kept as a person left them", "1 new"],
    );
    let merged = rows(&desk);
    assert!(merged.contains(&corrected), "what a person corrected stays: {merged:?}");
    assert!(!merged.iter().any(|row| row.starts_with("f3,")), "what a person deleted stays deleted");
    assert!(merged.contains(&mine) && !merged.contains(&made[3]), "a row under a new id is not proposed again");
    assert_eq!(merged[0], made[0], "an untouched row keeps its id");
    assert!(merged.last().is_some_and(|row| row.contains("新建学校18所")), "what is new comes last");
    check(&desk, &["check"], 0, &[]);
    let before = desk.tree("content");
    check(&desk, &["import", "report.txt"], 0, &[]);
    assert!(desk.tree("content") == before, "importing a third time changes nothing");
    check(&desk, &["import", "report.txt", "--force"], 0, &[]);
    assert_eq!(rows(&desk).len(), made.len() + 1, "--force makes the table anew");
}

#[test]
fn charts_are_proposed_from_the_table_as_a_person_left_it() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &[]);
    let charts = |desk: &Desk| -> Vec<String> {
        desk.tree("content/report/charts")
            .into_iter()
            .map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned())
            .collect()
    };
    let drawn = |desk: &Desk, id: &str| charts(desk).iter().any(|chart| chart.contains(&format!("\"{id}\"")));
    let row = rows(&desk).into_iter().find(|row| drawn(&desk, row.split(',').next().unwrap_or_default()));
    let row = row.expect("a chart is proposed");
    let id = row.split(',').next().unwrap_or_default();
    desk.change("content/report/figures.csv", &format!("{row}\r\n"), "");
    check(&desk, &["import", "report.txt"], 0, &[]);
    assert!(!drawn(&desk, id), "a figure that a person deleted is in no chart: {:?}", charts(&desk));
    check(&desk, &["check"], 0, &[]);
}

#[test]
fn a_table_of_figures_with_a_fault_is_kept_whole() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &[]);
    desk.change("content/report/figures.csv", "id,place", "no,place");
    let touched = desk.read("content/report/figures.csv");
    check(&desk, &["import", "report.txt"], 0, &["kept as it is: content/report/figures.csv"]);
    assert_eq!(desk.read("content/report/figures.csv"), touched);
}

#[test]
fn importing_a_mended_text_renews_what_nobody_changed_and_takes_away_what_is_gone() {
    let desk = newcomer();
    check(&desk, &["import", "report.txt"], 0, &[]);
    desk.change("content/report/2-2.md", "落实", "认真落实");
    desk.change("report.txt", "经济运行稳中向好。", "经济运行稳中有进。");
    desk.change("report.txt", "三、加强政府自身建设\n严控", "严控");
    check(
        &desk,
        &["import", "report.txt"],
        0,
        &["kept as it is: content/report/2-2.md", "removed: content/report/3.md"],
    );
    assert!(desk.read("content/report/1.md").contains("稳中有进"), "renewed");
    assert!(desk.read("content/report/2-2.md").contains("认真落实"), "a person's");
    assert!(!desk.path("content/report/3.md").exists(), "gone");
}

#[test]
fn a_text_that_is_no_report_is_not_imported() {
    let desk = newcomer();
    desk.write("note.txt", "你好\n");
    check(&desk, &["import", "note.txt"], 1, &["error[not-a-report]", "--> note.txt:1:1"]);
    assert!(!desk.path("content/note").exists());
    check(&desk, &["import", "note.txt", "report.txt"], 1, &["[1/2] note.txt", "[2/2] report.txt", "12 files"]);
    assert!(desk.path("content/report/1.md").is_file(), "the good one is");
}

#[test]
fn inspect_shows_what_would_be_made_and_writes_nothing() {
    let desk = newcomer();
    let before = desk.tree("");
    let run = check(&desk, &["inspect", "report.txt"], 0, &[]);
    for words in [
        "   place  青禾区",
        "一、2023年工作回顾",
        "4 of 5 linked; the lines where they are said (6 mentions)",
        " “三园一廊”",
        "terms that could not be linked",
        "figures  12",
        "done and planned",
        "set aside",
    ] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
    check(&desk, &["inspect", "report.txt", "--json"], 0, &[]);
    desk.write("note.txt", "你好\n");
    check(&desk, &["inspect", "note.txt"], 1, &["not-a-report"]);
    std::fs::remove_file(desk.path("note.txt")).unwrap();
    assert!(desk.tree("") == before);
}

#[test]
fn inspect_prints_json_of_the_shape_that_is_promised() {
    let desk = newcomer();
    let run = check(&desk, &["inspect", "report.txt", "--json"], 0, &[]);
    let value: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    for (path, expect) in [
        (
            "",
            &[
                "format",
                "encoding",
                "masthead",
                "outline",
                "glossary",
                "mentions",
                "phrases",
                "figures",
                "comparisons",
                "commitments",
                "aside",
                "attachments",
                "diagnostics",
            ][..],
        ),
        ("/masthead", &["title", "place", "year", "date", "meeting", "office", "speaker"]),
        ("/comparisons/0", &["done", "planned", "refused", "why"]),
        ("/commitments/0", &["line", "start", "end", "clause", "object", "kind", "measure", "deadline", "strength"]),
        ("/outline/0", &["line", "level", "heading", "kind"]),
        ("/glossary/0", &["number", "term", "aliases", "definition", "line"]),
        ("/mentions/0", &["number", "line", "start", "end", "text", "mark"]),
        (
            "/figures/0",
            &[
                "line",
                "start",
                "end",
                "span",
                "value",
                "high",
                "unit",
                "qualifier",
                "kind",
                "direction",
                "indicator",
                "period",
                "status",
            ],
        ),
        ("/aside/0", &["line", "text"]),
        ("/diagnostics/0", &["severity", "code", "line", "column", "message", "help"]),
    ] {
        let there = keys(value.pointer(path).unwrap());
        assert!(expect.iter().all(|key| there.iter().any(|own| own == key)), "{path}: {there:?}");
    }
    assert_eq!(value["masthead"]["year"], 2024);
    let lead = value["outline"].as_array().unwrap().iter().find(|item| item["kind"] == "lead").unwrap();
    assert!(lead["level"].is_null());
    // Columns count characters of the line.
    let text = String::from_utf8(source()).unwrap();
    let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    for (list, words) in [("mentions", "text"), ("figures", "span"), ("commitments", "clause")] {
        for item in value[list].as_array().unwrap() {
            let at = |key: &str| usize::try_from(item[key].as_u64().unwrap()).unwrap();
            let there: String = lines[at("line") - 1][at("start")..at("end")].iter().collect();
            assert_eq!(item[words], there.as_str());
        }
    }
}

#[test]
fn a_reader_that_stops_listening_is_no_fault() {
    let desk = Desk::with_copy_of(INCLUDED);
    let mut child = desk
        .command(&["inspect", "content/zichuan-2023/source.txt", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 100];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let run = Run::of(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{run:?}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_ends_with_two() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::with_copy_of(SMALL);
    let folder = desk.path("content/qinghe-2024/charts");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o000)).unwrap();
    // Whoever may read everything (root) cannot try this.
    if std::fs::read_dir(&folder).is_err() {
        check(&desk, &["build"], 2, &["cannot read content/qinghe-2024/charts: Permission denied"]);
        assert!(!desk.path("public").exists());
    }
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
}

/// A preview that is ended with the test, however that ends. A program without the preview server has none.
#[cfg_attr(not(feature = "serve"), allow(dead_code))]
struct Preview {
    child: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _code = self.child.wait();
    }
}

#[cfg_attr(not(feature = "serve"), allow(dead_code))]
impl Preview {
    fn start(desk: &Desk) -> Preview {
        let child = desk.command(&["serve", "--port", "0"]).stderr(Stdio::piped()).spawn().unwrap();
        let mut preview = Preview { child, address: String::new() };
        let mut told = Vec::new();
        for line in BufReader::new(preview.child.stderr.take().unwrap()).lines().map(|line| line.unwrap()) {
            if let Some((_, rest)) = line.split_once("http://") {
                preview.address = rest.split('/').next().unwrap().to_owned();
                return preview;
            }
            told.push(line);
        }
        panic!("the preview never said where to look: {told:?}");
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Makes a change and waits until the preview tells its pages of one that makes the answer as wanted, for two minutes at most.
    #[track_caller]
    fn until(&self, path: &str, change: impl FnOnce(), wanted: impl Fn(&str) -> bool) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        write!(stream, "GET /_tower-livereload/event-stream HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut told = BufReader::new(stream).lines().map(|line| line.unwrap());
        assert!(told.any(|line| line == "event: init"));
        change();
        // One change of ours may be several of the disk.
        while told.any(|line| line == "event: reload") {
            if wanted(&self.get(path)) {
                return;
            }
        }
        panic!("{path} was never as wanted: {}", self.get(path));
    }
}

#[cfg(feature = "serve")]
#[test]
fn the_preview_shows_a_change_and_a_fault() {
    let desk = Desk::with_copy_of(SMALL);
    let preview = Preview::start(&desk);
    assert!(preview.address.starts_with("127.0.0.1:"), "this machine only");
    let first = preview.get("/");
    assert!(first.starts_with("HTTP/1.1 200") && first.contains("政府工作报告"), "{first}");
    assert!(preview.get("/nothing/").starts_with("HTTP/1.1 404"));
    let edit = || desk.change("content/qinghe-2024/3.md", "下面是编者加的", "下面几段是编者加的");
    preview.until("/qinghe-2024/3/", edit, |answer| answer.contains("下面几段是编者加的"));
    let slip = || desk.change("content/site.toml", "title", "titel");
    preview.until("/", slip, |answer| answer.contains("there is no key `titel`"));
    let mend = || desk.change("content/site.toml", "titel", "title");
    preview.until("/", mend, |answer| !answer.contains("there is no key"));
    assert!(!desk.path("public").exists(), "nothing is written");
}

#[cfg(feature = "serve")]
#[test]
fn the_preview_shows_what_was_read_beside_the_source_and_no_build_has_it() {
    let desk = Desk::with_copy_of(SMALL);
    let table = "content/qinghe-2024/figures.csv";
    let unlinked = "\n## 99．没有说过的词：\n\n正文里没有它。\n";
    desk.write("content/qinghe-2024/glossary.md", desk.read("content/qinghe-2024/glossary.md") + unlinked);
    // The proof would ask for the source of a term of our own.
    desk.change("content/qinghe-2024/report.toml", "source = \"source.txt\"", "no_source = \"试\"");
    let preview = Preview::start(&desk);
    let list = preview.get("/_check/");
    assert!(list.starts_with("HTTP/1.1 200") && list.contains("<a href=\"qinghe-2024/index.html\">"), "{list}");
    let page = preview.get("/_check/qinghe-2024/");
    let row = desk.read(table).lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    for due in [
        "no-source".to_owned(),
        "没有说过的词".to_owned(),
        format!("<code>gongdu figures qinghe-2024/{row} --why</code>"),
        format!("<code>{table}:2</code>"),
        "<mark>".to_owned(),
    ] {
        assert!(page.contains(&due), "{due}: {page}");
    }
    let with_source =
        || desk.change("content/qinghe-2024/report.toml", "no_source = \"试\"", "source = \"source.txt\"");
    std::fs::write(
        desk.path("content/qinghe-2024/glossary.md"),
        desk.read("content/qinghe-2024/glossary.md").replace(unlinked, ""),
    )
    .unwrap();
    preview.until("/_check/qinghe-2024/", with_source, |page| {
        page.contains("<code>source.txt:") && !page.contains("没有说过的词")
    });
    let page = preview.get("/_check/qinghe-2024/");
    assert!(page.contains("<code>content/qinghe-2024/2-1.md:"), "a heading has its file: {page}");
    for arguments in [&["build"][..], &["build", "--drafts", "--output", "other"]] {
        check(&desk, arguments, 0, &[]);
    }
    for folder in ["public", "other"] {
        assert!(desk.tree(folder).iter().all(|(path, _)| !path.contains("_check")), "{folder}");
        assert!(
            desk.tree(folder).iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("_check")),
            "{folder}"
        );
    }
}

#[cfg(feature = "serve")]
#[test]
fn a_preview_without_content_ends_with_two() {
    check(&Desk::empty(), &["serve", "--port", "0"], 2, &["content"]);
}
