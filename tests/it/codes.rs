//! A text for every code of `diagnostic::ALL_CODES` that produces it, with its severity and place, and a heading for each in
//! `docs/zh/diagnostics.md` and `docs/en/diagnostics.md`.

use std::collections::BTreeSet;
use std::fs;

use gongdu::artifact::{Artifact, Sink as _};
use gongdu::build::Request;
use gongdu::diagnostic::{ALL_CODES, Diagnostic};
use gongdu::disk::{self, Publication};
use gongdu::message::Language;
use gongdu::{import, limits, report};

use crate::desk::Desk;
use crate::site::{Site, request};

/// What a fault is looked for in.
enum Given {
    /// Files laid over a content without fault, and a theme; built.
    Files(&'static [(&'static str, &'static str)]),
    /// A published text, to be imported.
    Text(String),
    /// What takes more words to lay out.
    Deed(fn(&Desk) -> Vec<Diagnostic>),
}

use Given::{Deed, Files, Text};

/// A content without fault.
const GOOD: [(&str, &str); 4] = [
    ("content/site.toml", "title = \"甲\"\n"),
    (
        "content/r/report.toml",
        "title = \"政府工作报告\"\nsource = \"source.txt\"\nplace = \"淄川区\"\nyear = 2024\n\n[[masthead]]\nrole = \"title\"\ntext = \"政府工作报告\"\n",
    ),
    ("content/r/source.txt", "政府工作报告\n各位代表：\n产值增长6.5%，税收增长7%，就业2.1万人。\n再增长6.5%。\n"),
    (
        "content/r/1.md",
        "+++\ntitle = \"正文\"\n+++\n\n各位代表：\n\n产值增长6.5%，税收增长7%，就业2.1万人。\n\n再增长6.5%。\n",
    ),
];

const HEAD: &str = "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\n";

macro_rules! figures {
    ($($row:literal),+) => {
        concat!("id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status\n", $($row, "\n"),+)
    };
}

const FIGURES: &str = figures!(
    "f1,1,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual",
    "f2,1,税收增长7%,增长7%,7,,%,eq,change,up,税收,2024,actual",
    "f3,1,就业2.1万人,2.1万人,2.1,,万人,eq,level,,就业,2025,target"
);

const PAIR: &str = figures!(
    "f1,1,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual",
    "f2,1,税收增长7%,增长7%,7,,%,eq,change,up,税收,2025,target"
);

/// A speech with enough words to be one, and these lines after it.
fn speech(after: &str) -> String {
    let paragraph = "过去一年，全区上下同心，办成了许多大事、难事和实事，发展质量稳步提高，群众生活不断改善。";
    format!(
        "政府工作报告\n各位代表：\n现在，我代表区人民政府向大会报告工作，请予审议。\n一、工作回顾\n{paragraph}\n{paragraph}\n二、工作安排\n{paragraph}\n谢谢大家，让我们一起努力，把明年的各项工作做得更好，不辜负全区人民的信任！\n{after}"
    )
}

/// Code, what produces it, and what it says: severity and place.
fn rows() -> Vec<(&'static str, Given, &'static str)> {
    let rows = rows_of_texts();
    #[cfg(feature = "external")]
    let rows = {
        let others = crate::external::rows().map(|(code, deed, expect)| (code, Deed(deed), expect));
        rows.into_iter().chain(others).collect()
    };
    rows
}

fn rows_of_texts() -> Vec<(&'static str, Given, &'static str)> {
    vec![
        (
            "not-utf8",
            Deed(|desk| {
                desk.write("content/r/1.md", b"+++\ntitle = \"x\"\n+++\n\n\xB0\xA1\n");
                check_content(desk)
            }),
            "error content/r/1.md:5:1",
        ),
        ("not-a-report", Text("你好\n".into()), "error 报告.txt:1:1"),
        (
            "no-place-or-year",
            Files(&[("content/r/report.toml", "title = \"政府工作报告\"\nsource = \"source.txt\"\n")]),
            "warning content/r/report.toml:1:1",
        ),
        ("no-title", Text(speech("").replace("政府工作报告\n", "")), "warning 报告.txt:1:1"),
        (
            "no-outline",
            Text(speech("").replace("一、工作回顾\n", "").replace("二、工作安排\n", "")),
            "warning 报告.txt:2:1",
        ),
        ("term-not-found", Text(speech("名词解释\n1．未说之词：即没有说到的词。\n")), "warning 报告.txt:11:1"),
        (
            "glossary-number",
            Text(speech("名词解释\n1．大事：即大的事。\n3．难事：即难的事。\n")),
            "warning 报告.txt:12:1",
        ),
        ("unnamed-figure", Text(speech("财政收入增长1.7%（同口径增长2.5%以上）。\n")), "warning 报告.txt:10:15"),
        (
            "unplaced-figure",
            Deed(|desk| {
                fs::remove_dir_all(desk.path("content/r")).unwrap();
                desk.write("content/r/source.txt", speech("产值增长5%。\n产值增长5%。\n"));
                check_content(desk)
            }),
            "warning content/r/source.txt:10:3",
        ),
        ("glossary-stray", Text(speech("名词解释\n99．大事：即大的事。\n")), "warning 报告.txt:11:1"),
        (
            "duplicate-term",
            Text(speech("名词解释\n1．大事：即大的事。\n2．大事：即大的事。\n")),
            "warning 报告.txt:12:1",
        ),
        (
            "duplicate-term",
            Files(&[("content/r/glossary.md", "## 1．产值：\n\n定义。\n\n## 2．产值：\n\n定义。\n")]),
            "error content/r/glossary.md:5:4",
        ),
        ("doubtful-aside", Text(format!("比上年多12家\n{}", speech(""))), "warning 报告.txt:1:1"),
        ("markup-left", Text(speech("").replace("一、工作回顾", "<p>一、工作回顾</p>")), "warning 报告.txt:4:1"),
        (
            "crowded-line",
            Text(format!("政府工作报告\n各位代表： {}", speech("").replace('\n', "    ").repeat(8))),
            "warning 报告.txt:2:1",
        ),
        ("radicals", Text(speech("").replace("工作", "⼯作")), "note 报告.txt:1:3"),
        ("repeated-text", Text(speech(&speech(""))), "warning 报告.txt:11:1"),
        (
            "broken-characters",
            Deed(|_| {
                let mut bytes = "各位代表".repeat(400).into_bytes();
                bytes.push(0xe4);
                report::decode("报告.txt", &bytes).diagnostics
            }),
            "warning 报告.txt:1:1601",
        ),
        ("unreadable-format", Deed(|_| report::open("报告.pdf", b"%PDF-1.7\n").diagnostics), "error 报告.pdf:1:1"),
        #[cfg(feature = "docx")]
        (
            "damaged-file",
            Deed(|_| report::open("报告.docx", b"PK\x03\x04 and nothing more").diagnostics),
            "error 报告.docx:1:1",
        ),
        #[cfg(feature = "html-import")]
        (
            "too-much-inside",
            Deed(|_| report::open("报告.html", format!("<html>{}", "x".repeat(17 << 20)).as_bytes()).diagnostics),
            "error 报告.html:1:1",
        ),
        #[cfg(feature = "html-import")]
        (
            "left-out",
            Deed(|_| {
                let article = format!("<div id=\"UCAP-CONTENT\"><p>{}</p></div>", speech("").repeat(4));
                let page = format!("<html><body><p>网站首页</p>{article}<p>版权所有</p></body></html>");
                report::open("报告.html", page.as_bytes()).diagnostics
            }),
            "note 报告.html:1:1",
        ),
        #[cfg(feature = "images")]
        (
            "no-cjk-font",
            Deed(|_| {
                use gongdu::{artifact::Memory, build::build_with_fonts};
                let request = request(crate::site::SMALL);
                build_with_fonts(&request, &[], &Memory::default(), &|_, _| ()).unwrap().diagnostics
            }),
            "note -",
        ),
        (
            "raw-html",
            Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n+++\n\n一<b>二</b>\n")]),
            "warning content/r/2.md:5:2",
        ),
        (
            "picture",
            Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n+++\n\n见![图](a.png)\n")]),
            "error content/r/2.md:5:2",
        ),
        (
            "stray-emphasis",
            Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n+++\n\n一 ** 二\n")]),
            "warning content/r/2.md:5:3",
        ),
        (
            "toml-syntax",
            Files(&[("content/site.toml", "title = \"甲\"\npublisher = 乙\n")]),
            "error content/site.toml:2:13",
        ),
        ("front-matter", Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n\n一。\n")]), "error content/r/2.md:1:1"),
        ("missing-key", Files(&[("content/site.toml", "publisher = \"乙\"\n")]), "error content/site.toml:1:1"),
        (
            "missing-key",
            Files(&[("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"bars\"\n+++\n")]),
            "error content/r/charts/a.md:2:1",
        ),
        (
            "unknown-key",
            Files(&[("content/site.toml", "title = \"甲\"\n[terms]\nlnk = \"all\"\n")]),
            "error content/site.toml:3:1",
        ),
        (
            "unknown-key",
            Files(&[(
                "content/r/figures.csv",
                "id,place,quot,words,value,high,unit,qualifier,kind,direction,indicator,period,status\n",
            )]),
            "note content/r/figures.csv:1:10",
        ),
        (
            "wrong-type",
            Files(&[("content/r/report.toml", "title = \"甲\"\nsource = \"source.txt\"\nyear = \"2024\"\n")]),
            "error content/r/report.toml:3:8",
        ),
        (
            "bad-value",
            Files(&[("content/site.toml", "title = \"甲\"\n[terms]\nlink = \"some\"\n")]),
            "error content/site.toml:3:8",
        ),
        (
            "bad-value",
            Files(&[("content/r/report.toml", "title = \"报告\"\nsource_url = \"javascript:alert(1)\"\n")]),
            "error content/r/report.toml:2:14",
        ),
        (
            "bad-value",
            Files(&[(
                "content/r/figures.csv",
                figures!("f1,1,产值增长6.5%,增长6.5%,很多,,%,eq,change,up,产值,2024,actual"),
            )]),
            "error content/r/figures.csv:2:22",
        ),
        ("missing-file", Files(&[("content/s/1.md", "+++\ntitle = \"正文\"\n+++\n一。\n")]), "error content/s/:1:1"),
        ("unknown-file", Files(&[("content/r/notes.md", "一。\n")]), "error content/r/notes.md:1:1"),
        ("unknown-file", Files(&[("content/r/notes.docx", "一。\n")]), "warning content/r/notes.docx:1:1"),
        ("unknown-file", Files(&[("theme/style.css", "")]), "warning theme/style.css:1:1"),
        ("static-file", Files(&[("content/static/index.html", "<p>x</p>\n")]), "error content/static/index.html:1:1"),
        (
            "no-reports",
            Deed(|desk| {
                fs::remove_dir_all(desk.path("content/r")).unwrap();
                check_content(desk)
            }),
            "error -",
        ),
        ("bad-id", Files(&[("content/R_1/1.md", "一。\n")]), "error content/R_1/:1:1"),
        ("bad-id", Files(&[("content/r/charts/图.md", "一。\n")]), "error content/r/charts/图.md:1:1"),
        (
            "duplicate-id",
            Files(&[(
                "content/r/figures.csv",
                figures!(
                    "f1,1,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual",
                    "f1,1,税收增长7%,增长7%,7,,%,eq,change,up,税收,2024,actual"
                ),
            )]),
            "error content/r/figures.csv:3:1",
        ),
        (
            "duplicate-id",
            Files(&[("content/r/glossary.md", "## 1．产值：\n\n定义。\n\n## 1．税收：\n\n定义。\n")]),
            "error content/r/glossary.md:5:4",
        ),
        (
            "duplicate-id",
            Files(&[(
                "content/r/figures.csv",
                figures!("main,1,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual"),
            )]),
            "error content/r/figures.csv:2:1",
        ),
        (
            "damaged-ledger",
            Files(&[("content/r/anchors.lock", "# gongdu anchors 1\n1\tpage\t1\n# end\n")]),
            "error content/r/anchors.lock:2:1",
        ),
        (
            "unsaved-ledger",
            Deed(|desk| {
                std::fs::create_dir(desk.path("content/r/anchors.lock")).unwrap();
                let built = Site::of(&request(desk.path("content"))).built;
                built.ledgers.iter().filter_map(gongdu::build::UnsavedLedger::save).collect()
            }),
            "warning content/r/anchors.lock:1:1",
        ),
        (
            "same-report",
            Deed(|desk| {
                for id in ["r", "s"] {
                    desk.write(
                        &format!("content/{id}/report.toml"),
                        "title = \"报告\"\nplace = \"甲县\"\nyear = 2024\nno_source = \"试\"\n",
                    );
                    desk.write(&format!("content/{id}/1.md"), "+++\ntitle = \"正文\"\n+++\n\n各位代表：\n");
                }
                fs::remove_file(desk.path("content/r/source.txt")).unwrap();
                check_content(desk)
            }),
            "warning content/:1:1",
        ),
        ("glossary-entry", Files(&[("content/r/glossary.md", "产值是什么。\n")]), "error content/r/glossary.md:1:1"),
        (
            "glossary-entry",
            Files(&[("content/r/glossary.md", "## 1．产值：\n\n- alias:\n\n定义。\n")]),
            "error content/r/glossary.md:3:3",
        ),
        (
            "glossary-entry",
            Files(&[("content/r/glossary.md", "## 1．产值：\n- 别名：总产值\n\n定义。\n")]),
            "error content/r/glossary.md:2:3",
        ),
        (
            "csv-syntax",
            Files(&[("content/r/figures.csv", figures!("f1,1,产值增长6.5%,增长6.5%"))]),
            "error content/r/figures.csv:2:1",
        ),
        (
            "excel-cell",
            Files(&[
                ("content/r/1-2.md", "+++\ntitle = \"甲\"\n+++\n"),
                (
                    "content/r/figures.csv",
                    figures!("f1,1月2日,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual"),
                ),
            ]),
            "note content/r/figures.csv:2:4",
        ),
        (
            "quote-not-found",
            Files(&[(
                "content/r/figures.csv",
                figures!("f1,1,产值增长6.6%,增长6.6%,6.6,,%,eq,change,up,产值,2024,actual"),
            )]),
            "error content/r/figures.csv:2:6",
        ),
        (
            "quote-ambiguous",
            Files(&[(
                "content/r/figures.csv",
                figures!("f1,1,增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual"),
            )]),
            "error content/r/figures.csv:2:6",
        ),
        (
            "misquoted-figure",
            Files(&[("content/r/figures.csv", figures!("f1,1,税收增长7%,增长7%,8,,%,eq,change,up,税收,2024,actual"))]),
            "error content/r/figures.csv:2:18",
        ),
        (
            "unknown-figure",
            Files(&[("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"bars\"\nfigures = [\"f9\"]\n+++\n")]),
            "error content/r/charts/a.md:4:12",
        ),
        (
            "chart-row",
            Files(&[
                ("content/r/figures.csv", FIGURES),
                ("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"pairs\"\nfigures = [\"f1\"]\n+++\n"),
            ]),
            "error content/r/charts/a.md:4:12",
        ),
        (
            "chart-row",
            Files(&[
                ("content/r/figures.csv", FIGURES),
                ("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"bars\"\nfigures = [\"f1\", \"f3\"]\n+++\n"),
            ]),
            "error content/r/charts/a.md:2:9",
        ),
        (
            "chart-row",
            Files(&[
                ("content/r/figures.csv", FIGURES),
                ("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"bars\"\nfigures = [\"f1\", []]\n+++\n"),
            ]),
            "error content/r/charts/a.md:2:9",
        ),
        (
            "doubted-figure",
            Files(&[
                (
                    "content/r/figures.csv",
                    "id,place,quote,words,value,high,unit,qualifier,kind,direction,indicator,period,status,doubt\n\
                     f1,1,税收增长7%,增长7%,7,,%,eq,change,up,税收,2024,actual,name\n",
                ),
                ("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"bars\"\nfigures = [\"f1\"]\n+++\n"),
            ]),
            "error content/r/charts/a.md:4:12",
        ),
        (
            "pair-refused",
            Files(&[
                ("content/r/figures.csv", PAIR),
                ("content/r/charts/a.md", "+++\ntitle = \"一\"\nkind = \"pairs\"\nfigures = [[\"f1\", \"f2\"]]\n+++\n"),
            ]),
            "error content/r/charts/a.md:4:13",
        ),
        (
            "chart-number",
            Files(&[
                ("content/r/figures.csv", FIGURES),
                (
                    "content/r/charts/a.md",
                    "+++\ntitle = \"增长8%\"\nkind = \"bars\"\nfigures = [\"f1\", \"f2\"]\n+++\n",
                ),
            ]),
            "error content/r/charts/a.md:2:9",
        ),
        (
            "dead-link",
            Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n+++\n\n见[别处](3.md)。\n")]),
            "error content/r/2.md:5:2",
        ),
        (
            "dead-link",
            Files(&[("content/r/2.md", "+++\ntitle = \"二\"\n+++\n\n见[别处](javascript:alert(1))。\n")]),
            "error content/r/2.md:5:2",
        ),
        (
            "term-unused",
            Files(&[("content/r/glossary.md", "## 1．没有的词：\n\n定义。\n")]),
            "warning content/r/glossary.md:1:4",
        ),
        (
            "template",
            Files(&[("theme/templates/404.html", "<main>\n{{ nope }}</main>\n")]),
            "error theme/templates/404.html:2:4",
        ),
        (
            "template",
            Files(&[("theme/templates/404.html", "<main>\n{% for %}</main>\n")]),
            "error theme/templates/404.html:2:8",
        ),
        (
            "fidelity",
            Files(&[(
                "content/r/1.md",
                "+++\ntitle = \"正文\"\n+++\n\n各位代表：\n\n产值增长6.5%，税收增长8%，就业2.1万人。\n\n再增长6.5%。\n",
            )]),
            "error content/r/source.txt:3:14",
        ),
        (
            "fidelity",
            Files(&[(
                "content/r/1.md",
                "+++\ntitle = \"正文\"\n+++\n\n各位代表：\n\n产值增长6.5%，税收增长7%，就业2.1万人。税收下降。\n\n再增长6.5%。\n",
            )]),
            "error content/r/1.md:7:25",
        ),
        (
            "no-source",
            Files(&[("content/r/report.toml", "title = \"政府工作报告\"\nno_source = \"只有扫描件\"\n")]),
            "warning content/r/report.toml:2:13",
        ),
        ("past-limit", Text("字".repeat(limits::LINE.most)), "error 报告.txt:1:1"),
        (
            "past-limit",
            Deed(|desk| {
                desk.write("content/r/1.md", format!("+++\ntitle = \"甲\"\n+++\n\n{}甲\n", ">".repeat(25_000)));
                check_content(desk)
            }),
            "error content/r/1.md:5:33",
        ),
        ("control-character", Text(speech("").replacen("过去", "过\0去", 1)), "warning 报告.txt:5:2"),
        (
            "control-character",
            Files(&[("content/r/1.md", "+++\ntitle = \"正文\"\n+++\n\n甲\u{1b}[31m乙\n")]),
            "error content/r/1.md:5:2",
        ),
        (
            "control-character",
            Files(&[("content/r/1.md", "+++\ntitle = \"正文\"\n+++\n\n甲&#27;[31m乙\n")]),
            "error content/r/1.md:5:2",
        ),
        (
            "control-character",
            Files(&[("content/r/report.toml", "title = \"政府\\u0007工作报告\"\nsource = \"source.txt\"\n")]),
            "error content/r/report.toml:1:9",
        ),
        (
            "file-too-large",
            Deed(|desk| {
                fs::File::create(desk.path("content/r/big.txt")).unwrap().set_len(disk::SIZE_LIMIT + 1).unwrap();
                check_content(desk)
            }),
            "error content/r/big.txt:1:1",
        ),
        #[cfg(target_os = "linux")]
        (
            "file-name",
            Deed(|desk| {
                use std::os::unix::ffi::OsStrExt as _;
                fs::write(desk.path("content/r").join(std::ffi::OsStr::from_bytes(b"\xB0\xA1.md")), "").unwrap();
                check_content(desk)
            }),
            "error content/r/\u{fffd}\u{fffd}.md:1:1",
        ),
        #[cfg(unix)]
        (
            "link-left-out",
            Deed(|desk| {
                std::os::unix::fs::symlink("/etc/hostname", desk.path("content/r/2.md")).unwrap();
                check_content(desk)
            }),
            "warning content/r/2.md:1:1",
        ),
        (
            "foreign-output",
            Deed(|desk| {
                desk.write("theirs/letter.txt", "dear");
                refused(Publication::open(&desk.path("theirs")).map(drop))
            }),
            "error -",
        ),
        (
            "hand-made-file",
            Deed(|desk| {
                publish(desk).unwrap();
                desk.write("public/b.txt", "mine");
                refused(publish(desk))
            }),
            "error -",
        ),
        (
            "output-overlaps-input",
            Deed(|desk| refused(disk::guard_output(&desk.path("content/site"), &[&desk.path("content")]))),
            "error -",
        ),
    ]
}

fn check_content(desk: &Desk) -> Vec<Diagnostic> {
    let theme = desk.path("theme");
    let theme = theme.is_dir().then_some(theme);
    Site::of(&Request { theme, ..request(desk.path("content")) }).built.diagnostics
}

/// Publishes `a.txt` the first time, and what is in the way of `b.txt` later.
fn publish(desk: &Desk) -> anyhow::Result<()> {
    let publication = Publication::open(&desk.path("public"))?;
    let name = if desk.path("public/a.txt").exists() { "b.txt" } else { "a.txt" };
    publication.put(Artifact::text(name, "ours"))?;
    publication.publish().map(drop)
}

fn refused(outcome: anyhow::Result<()>) -> Vec<Diagnostic> {
    vec![outcome.unwrap_err().downcast_ref::<disk::OutputRefusal>().unwrap().0.clone()]
}

fn found(given: &Given) -> (Desk, Vec<Diagnostic>) {
    let desk = Desk::with(&GOOD);
    let found = match given {
        Files(files) => {
            files.iter().for_each(|(path, text)| desk.write(path, text));
            check_content(&desk)
        }
        Text(text) => {
            let mut diagnostics = Vec::new();
            let opened = report::open("报告.txt", text.as_bytes()).drain_into(&mut diagnostics);
            import::import_opened(&opened).drain_into(&mut diagnostics);
            diagnostics
        }
        Deed(deed) => deed(&desk),
    };
    (desk, found)
}

/// Severity and place of a fault, its file as seen from the desk.
fn shown(desk: &Desk, found: &Diagnostic) -> String {
    let place = found.location.as_ref().map(|at| format!("{}:{}", seen_from(desk, &at.file), at.place));
    format!("{} {}", found.severity.name(), place.unwrap_or_else(|| "-".into()))
}

/// Words with the paths in them as seen from the desk.
fn seen_from(desk: &Desk, words: &str) -> String {
    words.replace(&format!("{}/", desk.path("").display()).replace("//", "/"), "")
}

/// Every code with a message that it may have, in a language, for the documents.
pub fn messages(language: Language) -> Vec<(&'static str, String)> {
    let mut messages = Vec::new();
    for (code, given, _) in rows() {
        let (desk, found) = found(&given);
        let own = found.iter().filter(|found| found.code.as_str() == code);
        messages.extend(own.map(|found| (code, seen_from(&desk, found.message.said_in(language)))));
    }
    messages
}

/// Every fault that is found in any of the texts.
pub fn all_found() -> Vec<Diagnostic> {
    rows().iter().flat_map(|(_, given, _)| found(given).1).collect()
}

#[test]
fn a_content_without_fault_has_none() {
    assert_eq!(found(&Files(&[])).1, []);
    assert_eq!(found(&Files(&[("content/r/figures.csv", FIGURES)])).1, []);
    assert_eq!(found(&Text(speech(""))).1, []);
    assert!(FIGURES.starts_with(HEAD));
}

#[test]
fn every_code_has_a_text_that_produces_it_at_its_place() {
    for (code, given, expect) in rows() {
        let (desk, found) = found(&given);
        let places: Vec<String> =
            found.iter().filter(|found| found.code.as_str() == code).map(|found| shown(&desk, found)).collect();
        let others: Vec<String> = found.iter().map(|found| format!("{} {}", found.code, shown(&desk, found))).collect();
        assert!(places.iter().any(|place| place == expect), "{code} is not found at {expect}, but {others:#?}");
    }
}

#[test]
fn every_fault_says_what_to_do() {
    for (code, given, _) in rows() {
        for found in found(&given).1 {
            let help = found.help.as_ref().map_or("", |help| help.said_in(Language::English));
            assert!(help.len() > 8, "{code}: {found:?}");
            let message = found.message.said_in(Language::English);
            assert!(!message.ends_with('.') && !message.is_empty(), "{code}: {found:?}");
        }
    }
}

/// Contents that only publishing would refuse.
const UNPUBLISHABLE: [&[(&str, &str)]; 3] = [
    &[
        ("content/site.toml", "title = \"甲\"\n[figures]\npages = \"all\"\n"),
        ("content/r/figures.csv", figures!("con,1,产值增长6.5%,增长6.5%,6.5,,%,eq,change,up,产值,2024,actual")),
    ],
    &[
        ("content/con/report.toml", "title = \"甲\"\nno_source = \"没有\"\n"),
        ("content/con/1.md", "+++\ntitle = \"乙\"\n+++\n\n丙。\n"),
    ],
    &[("theme/assets/Reader.js", "1;\n"), ("theme/assets/aux.png", "")],
];

#[test]
fn a_check_tells_what_a_build_tells() {
    let given =
        rows().into_iter().filter_map(|(_, given, _)| if let Files(files) = given { Some(files) } else { None });
    let mut tried = 0;
    for files in given.chain(UNPUBLISHABLE) {
        let desk = Desk::with(&GOOD);
        files.iter().for_each(|(path, text)| desk.write(path, text));
        let theme = Some(desk.path("theme")).filter(|theme| theme.is_dir());
        let of = |write_content, sink: &dyn gongdu::artifact::Sink| {
            let request = Request { theme: theme.clone(), write_content, ..request(desk.path("content")) };
            gongdu::build::build(&request, sink).unwrap().diagnostics
        };
        let checked = of(false, &gongdu::artifact::Nowhere::default());
        let publication = Publication::open(&desk.path("public")).unwrap();
        assert_eq!(of(true, &publication), checked, "{files:?}");
        let good = !gongdu::diagnostic::has_errors(&checked);
        assert!(!good || publication.publish().is_ok(), "{files:?}");
        assert!(!good || !UNPUBLISHABLE.contains(&files), "{files:?}");
        tried += 1;
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn no_code_is_without_such_a_text() {
    let tried: BTreeSet<&str> = rows().iter().map(|(code, ..)| *code).collect();
    let known: BTreeSet<&str> = ALL_CODES.iter().map(|code| code.as_str()).collect();
    assert_eq!(known.len(), ALL_CODES.len(), "no code stands twice");
    // What only some systems have, and some builds.
    let everywhere = cfg!(all(
        target_os = "linux",
        feature = "docx",
        feature = "external",
        feature = "html-import",
        feature = "images"
    ));
    let elsewhere = ["file-name", "link-left-out", "damaged-file", "too-much-inside", "left-out", "no-cjk-font"];
    let asked = ["link-gone", "link-unanswered", "link-moved", "link-local", "links-not-asked", "no-network"];
    let some_lack = |code: &&&str| [&elsewhere, &asked].iter().any(|codes| codes.contains(*code));
    let missing: Vec<_> = known.difference(&tried).filter(|code| everywhere || !some_lack(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(tried.is_subset(&known), "{:?}", tried.difference(&known));
}
