//! What is not changed is not made again: a build after another gives the very site, and tells the very faults, that a build from
//! nothing does, whatever was changed between the two.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use gongdu::artifact::{LastBuild, Memory, Sink};
use gongdu::build::{self, BuildStage, Built, Request, Watcher};
use gongdu::diagnostic::Code;
use gongdu::disk::Publication;
use gongdu::text::sha256_hex;

use crate::desk::{Desk, check};
use crate::edits::Dice;
use crate::site::{BASE, Site, request};

/// Counts the reports whose pages were made.
#[derive(Default)]
struct Counting(AtomicUsize);

impl Watcher for Counting {
    fn done(&self, _done: usize, _of: usize) {}

    fn begin(&self, stage: BuildStage) {
        self.0.fetch_add(usize::from(stage == BuildStage::Pages), Ordering::Relaxed);
    }
}

/// Three years of one county and one of another, converted and without their sources: their words may be changed.
pub(crate) fn library() -> Desk {
    let desk = Desk::with(&[("content/site.toml", "title = \"公读\"\n")]);
    for (id, place, year, done, planned) in [
        ("mengyin-2021", "蒙阴县", 2021, "地区生产总值201亿元，增长5.4%，财政总收入13亿元", "地区生产总值增长6.5%左右"),
        ("mengyin-2022", "蒙阴县", 2022, "地区生产总值215亿元，增长6.6%，财政总收入14亿元", "地区生产总值增长5.5%"),
        ("mengyin-2023", "蒙阴县", 2023, "地区生产总值226亿元，增长5.1%，财政总收入15亿元", "地区生产总值增长5%"),
        ("gaoqing-2022", "高青县", 2022, "地区生产总值188亿元，增长7.7%，城镇新增就业3000人", "地区生产总值增长6%"),
    ] {
        let before = year - 1;
        desk.write(
            &format!("content/{id}/source.txt"),
            format!(
                "{place}{year}年政府工作报告\n县长 王明\n\n各位代表：\n\n现在，我向大会报告工作。\n\n一、{before}年工作回顾\n\n\
                 {before}年，{done}。\n\n二、{year}年重点工作\n\n今年的主要预期目标是：{planned}。开工建设产业园。\n"
            ),
        );
    }
    let built = Site::of(&Request { write_content: true, ..request(desk.path("content")) }).built;
    assert!(built.is_good());
    for id in IDS {
        fs::remove_file(desk.path(&format!("content/{id}/source.txt"))).unwrap();
        desk.change(&format!("content/{id}/report.toml"), "source = \"source.txt\"", "no_source = \"只有扫描件\"");
    }
    desk
}

const IDS: [&str; 4] = ["gaoqing-2022", "mengyin-2021", "mengyin-2022", "mengyin-2023"];

/// Builds into `public` as `build` does; gives what was found, and of how many reports pages were made.
fn publish(desk: &Desk, asked: &Request) -> (Built, usize) {
    let publication = Publication::open(&desk.path("public")).unwrap();
    let (mut built, made) = built(asked, &publication);
    if built.is_good() {
        for ledger in std::mem::take(&mut built.ledgers) {
            assert!(ledger.save().is_none());
        }
        publication.publish().unwrap();
    }
    (built, made)
}

fn built(asked: &Request, sink: &dyn Sink) -> (Built, usize) {
    let counting = Counting::default();
    let mut built = build::build_with_fonts(asked, &[], sink, &counting).unwrap();
    built.diagnostics.retain(|found| found.code != Code::NO_CJK_FONT);
    (built, counting.0.into_inner())
}

/// Of how many reports pages are made when the content of the desk is built into `public`.
#[track_caller]
pub(crate) fn check_made(desk: &Desk, asked: &Request, what: &str, expect: usize) {
    let from_nothing = Site::good(asked);
    let (_, made) = publish(desk, asked);
    assert_eq!(made, expect, "{what}");
    assert_same(desk, &from_nothing, &BTreeSet::new(), what);
}

/// Whether `public` holds the site, and beside it nothing but the list of its files and what is `foreign`.
#[track_caller]
fn assert_same(desk: &Desk, site: &Site, foreign: &BTreeSet<String>, what: &str) {
    let mut public: BTreeMap<String, Vec<u8>> = desk.tree("public").into_iter().collect();
    public.retain(|path, _| path != ".gongdu" && !foreign.contains(path));
    let differ: Vec<&String> = site
        .files
        .iter()
        .filter(|(path, bytes)| public.get(*path).is_none_or(|own| **own != ***bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(differ.is_empty(), "{what}: {differ:?} are not as a build from nothing makes them");
    let more: Vec<&String> = public.keys().filter(|path| !site.files.contains_key(*path)).collect();
    assert!(more.is_empty(), "{what}: {more:?} are left over");
}

#[test]
fn only_what_depends_on_a_change_is_made_again() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "at first", 4);
    check_made(&desk, &asked, "nothing is changed", 0);
    let add = |id: &str| {
        let page = format!("content/{id}/2.md");
        desk.write(&page, desk.read(&page) + "\n各项工作正在推进。\n");
    };
    add("gaoqing-2022");
    check_made(&desk, &asked, "a paragraph of a report that stands alone", 1);
    check_made(&desk, &asked, "its ledger was saved by the same build", 0);
    add("mengyin-2023");
    check_made(&desk, &asked, "the newest and the one that leads to it", 2);
    add("mengyin-2021");
    check_made(&desk, &asked, "the oldest, the next, and the one that leads to what the next tells of it", 3);
    desk.write("content/static/a.txt", "a");
    check_made(&desk, &asked, "a file of the operator's own", 0);
    desk.write("content/mengyin-2021/.hidden", "a");
    check_made(&desk, &asked, "a file that no build reads", 0);
    for (path, bytes) in desk.tree("content/gaoqing-2022") {
        desk.write(&format!("content/gaoqing-2024/{path}"), bytes);
    }
    desk.change("content/gaoqing-2024/report.toml", "year = 2022", "year = 2024");
    check_made(&desk, &asked, "a new report, and the one that now has a neighbour", 2);
    fs::remove_dir_all(desk.path("content/gaoqing-2024")).unwrap();
    check_made(&desk, &asked, "it is gone", 1);
    fs::write(desk.path("public/mengyin-2022/1/index.html"), "other words").unwrap();
    check_made(&desk, &asked, "somebody changed a page of the site", 1);
    fs::remove_file(desk.path("public/mengyin-2022/figures.csv"))
        .or_else(|_| fs::remove_file(desk.path("public/mengyin-2022/data/figures.csv")))
        .unwrap();
    check_made(&desk, &asked, "somebody took a file of the site", 1);
    fs::write(desk.path("public/data/figures.csv"), "other words").unwrap();
    check_made(&desk, &asked, "somebody changed a file that spans the reports", 0);
    check_made(&desk, &Request { full: true, ..asked.clone() }, "all is asked for anew", 4);
    check_made(&desk, &asked, "what was made anew is remembered", 0);
    let elsewhere = Request { base_url: Some(BASE.into()), ..asked.clone() };
    check_made(&desk, &elsewhere, "another address", 4);
    check_made(&desk, &asked, "the first one again", 4);
    desk.change("content/site.toml", "公读", "公开读报告");
    check_made(&desk, &asked, "the name of the site", 4);
    desk.write("content/site.toml", desk.read("content/site.toml") + "# nothing\n");
    check_made(&desk, &asked, "a remark in the settings", 0);
    desk.write("theme/assets/own.css", "a { color: red; }\n");
    let asked = Request { theme: Some(desk.path("theme")), ..asked };
    check_made(&desk, &asked, "a theme", 4);
    desk.write("theme/words/zh.toml", "[glossary]\ntitle = \"名词\"\n");
    check_made(&desk, &asked, "a word of the interface", 4);
    check_made(&desk, &asked, "the theme as it was", 0);
}

#[test]
fn what_spans_the_reports_is_made_again_when_one_of_them_is() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "its ledgers are saved", 4);
    let made = |before: &LastBuild| {
        let sink = Memory::going_on(before.clone());
        assert!(built(&asked, &sink).0.is_good());
        sink.into_build()
    };
    let first = made(&LastBuild::default());
    let second = made(&first);
    // What is taken over are the very bytes.
    let is_kept = |path: &str, later: &LastBuild| Arc::ptr_eq(&first.files[path], &later.files[path]);
    let made_anew: Vec<_> = first.files.keys().filter(|path| !is_kept(path, &second)).collect();
    assert!(first.files.len() > 180 && made_anew.is_empty(), "{} {made_anew:?}", first.files.len());
    let page = "content/gaoqing-2022/2.md";
    desk.write(page, desk.read(page) + "\n各项工作正在推进。\n");
    let third = made(&second);
    for (path, expect) in [("mengyin-2022/index.html", true), ("index.html", false), ("data/outline.csv", false)] {
        assert_eq!(is_kept(path, &third), expect, "{path}");
    }
}

#[test]
fn the_page_of_all_years_comes_and_goes_for_every_report_that_leads_to_it() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "at first", 4);
    // Far away from the first one, and of another name: the page of all years is called otherwise.
    for (path, bytes) in desk.tree("content/gaoqing-2022") {
        desk.write(&format!("content/county/{path}"), bytes);
    }
    desk.change("content/county/report.toml", "year = 2022", "year = 2035");
    desk.change("content/county/report.toml", "place = \"高青县\"", "place = \"蒙阴县\"");
    check_made(&desk, &asked, "all years of one county", 4);
    fs::remove_dir_all(desk.path("content/county")).unwrap();
    check_made(&desk, &asked, "and back", 3);
}

#[test]
fn what_another_program_noted_or_somebody_damaged_is_worth_nothing() {
    let desk = library();
    let asked = request(desk.path("content"));
    check_made(&desk, &asked, "at first", 4);
    let manifest = desk.read("public/.gongdu");
    let lines: Vec<&str> = manifest.lines().collect();
    let (head, notes): (Vec<&str>, Vec<&str>) = lines.iter().partition(|line| !line.starts_with(": "));
    let with = |notes: &[String]| {
        head.iter()
            .map(|line| format!("{line}\n"))
            .chain(notes.iter().map(|note| format!(": {note}\n")))
            .collect::<String>()
    };
    let notes: Vec<String> = notes.iter().map(|note| note[2..].to_owned()).collect();
    assert!(with(&notes) == manifest && notes.len() == 6);
    // Sealed as it should be, but made from something else: so does another version of the program.
    let sealed = |notes: &[String]| {
        let body: String = notes.iter().map(|note| format!("{note}\n")).collect();
        let seal = format!("memory 1 {}", sha256_hex(body.as_bytes()));
        with(&[&[seal], notes].concat())
    };
    let of_another = |note: &String| {
        let mut parts: Vec<String> = note.splitn(3, ' ').map(str::to_owned).collect();
        parts[1] = sha256_hex(parts[1].as_bytes());
        parts.join(" ")
    };
    assert!(sealed(&notes[1..]) == manifest);
    for (what, manifest, expect) in [
        ("another program", sealed(&notes[1..].iter().map(of_another).collect::<Vec<_>>()), 4),
        ("no JSON", sealed(&notes[1..].iter().map(|note| note.replace("{\"summary\"", "{")).collect::<Vec<_>>()), 4),
        ("another form", manifest.replace("memory 1", "memory 2"), 4),
        ("a digit", manifest.replacen("\"figures\":4", "\"figures\":5", 1), 4),
        ("a note is gone", with(&notes[..4]), 4),
        ("no notes", with(&[]), 4),
        ("what spans the reports is not known", sealed(&notes[2..]), 0),
        ("one report is not known", sealed(&[&notes[1..2], &notes[3..]].concat()), 1),
        ("not a path and no note", manifest.replacen("gongdu 1\n", "gongdu 1\n../x\n|?\n", 1), 0),
    ] {
        desk.write("public/.gongdu", manifest);
        check_made(&desk, &asked, what, expect);
    }
}

#[test]
fn what_is_taken_over_is_in_the_zip_and_compressed_too() {
    let desk = library();
    let build = ["build", "--quiet", "--precompress", "--zip", "site.zip"];
    check(&desk, &build, 0, &[]);
    let before = (desk.tree("public"), desk.tree("site.zip"), fs::read(desk.path("site.zip")).unwrap());
    check(&desk, &build, 0, &[]);
    let after = (desk.tree("public"), desk.tree("site.zip"), fs::read(desk.path("site.zip")).unwrap());
    assert!(before == after);
    check(&desk, &["build", "--full", "--quiet", "--precompress", "--zip", "site.zip"], 0, &[]);
    assert!(before.2 == fs::read(desk.path("site.zip")).unwrap() && before.0 == desk.tree("public"));
}

#[test]
fn the_time_that_stages_take_is_told_to_people_and_to_programs_and_is_not_in_the_site() {
    let desk = library();
    let run = check(
        &desk,
        &["build", "--timings"],
        0,
        &[" ms in all; the stages, over all threads:", " ms  pages (4)", "publishing (1)"],
    );
    assert!(!run.err.contains('\r'), "nobody sees a line that is written over: {}", run.err);
    let site = desk.tree("public");
    check(&desk, &["build", "--timings", "--lang", "zh"], 0, &["一共 ", " 毫秒  沿用（"]);
    assert!(!check(&desk, &["build", "--timings", "--quiet"], 0, &[]).err.contains(" ms"));
    let json = |arguments: &[&str]| -> serde_json::Value {
        serde_json::from_str(&check(&desk, arguments, 0, &[]).out).unwrap()
    };
    let told = json(&["build", "--full", "--timings", "--format", "json"]);
    let stages = told["timings"]["stages"].as_array().unwrap();
    let names: Vec<&str> = stages.iter().map(|own| own["stage"].as_str().unwrap()).collect();
    for name in ["prepare", "read", "resolve", "pages", "data", "books", "whole-site", "publish"] {
        assert!(names.contains(&name), "{name}: {names:?}");
    }
    assert!(
        stages.iter().all(|own| own["milliseconds"].as_f64().unwrap() >= 0.0 && own["times"].as_u64().unwrap() > 0)
    );
    assert!(told["timings"]["milliseconds"].as_f64().unwrap() > 0.0);
    assert!(json(&["build", "--format", "json"]).get("timings").is_none());
    assert!(site == desk.tree("public"), "the clock is in nothing that is built, not even in the notes");
}

/// A desk on its way through random changes.
struct Trip {
    desk: Desk,
    asked: Request,
    dice: Dice,
    /// Files in `public` that are nobody's but a person's.
    foreign: BTreeSet<String>,
    step: usize,
}

/// The files of a folder by their paths.
type Tree = Vec<(String, Vec<u8>)>;

/// What is done to content, theme, settings or the site itself.
type Change = fn(&mut Trip);

/// Everything that a build reads: folders with their files, and what is asked.
struct State {
    files: Vec<(&'static str, Tree)>,
    asked: Request,
}

/// Every kind of change.
const CHANGES: [(&str, Change); 20] = [
    ("nothing", |_| ()),
    ("a paragraph", |trip| trip.edit_page(|text, step| format!("{text}\n第{step}批工作正在推进。\n"))),
    ("a sentence", |trip| {
        trip.edit_page(|text, step| text.replacen("。", &format!("，抓紧进行。另有{step}件事在做。"), 1))
    }),
    ("a note", |trip| trip.edit_page(|text, step| format!("{text}\n> 编者注（2024-01-09）：另见附件{step}。\n"))),
    ("a word less", |trip| trip.edit_page(|text, _| text.replacen("正在推进", "推进", 1).replacen("抓紧", "", 1))),
    ("a heading", |trip| trip.edit_page(|text, step| text.replacen("重点工作", &format!("重点工作{step}"), 1))),
    ("a speaker", |trip| trip.toggle("report.toml", "speaker = \"王明\"", "speaker = \"李红\"")),
    ("a remark", |trip| trip.toggle("report.toml", "year", "# 核对过\nyear")),
    ("a draft", |trip| trip.toggle("report.toml", "title = ", "draft = true\ntitle = ")),
    ("a row", |trip| trip.toggle("figures.csv", "地区生产总值,20", "生产总值,20")),
    ("a chart", |trip| trip.toggle("charts/done-and-planned.md", "order = 1", "order = 7")),
    ("a year", |trip| {
        let years = [("year = 2023", "year = 2025"), ("year = 2021", "year = 2022")];
        let (from, to) = years[trip.dice.below(2)];
        trip.toggle("report.toml", from, to);
    }),
    ("a place", |trip| trip.toggle("report.toml", "place = \"高青县\"", "place = \"蒙阴县\"")),
    ("a ledger", |trip| {
        let id = trip.id();
        drop(fs::remove_file(trip.desk.path(&format!("content/{id}/anchors.lock"))));
    }),
    ("a report", |trip| {
        let year = 2018 + trip.dice.below(3);
        let folder = format!("content/mengyin-{year}");
        if fs::remove_dir_all(trip.desk.path(&folder)).is_err() {
            for (path, bytes) in trip.desk.tree("content/mengyin-2022") {
                trip.desk.write(&format!("{folder}/{path}"), bytes);
            }
            let title = format!("{folder}/report.toml");
            trip.desk.write(&title, trip.desk.read(&title).replace("year = 2022", &format!("year = {year}")));
        }
    }),
    ("the settings", |trip| {
        let settings =
            ["", "language = \"en\"\n", "epub = false\n", "one_file = false\nlink_terms = \"all\"\n", "# 核对过\n"];
        let chosen = settings[trip.dice.below(settings.len())];
        let title = ["公读", "公开读报告"][trip.dice.below(2)];
        trip.desk.write("content/site.toml", format!("title = \"{title}\"\n{chosen}"));
    }),
    ("the theme", |trip| {
        let step = trip.step;
        match trip.dice.below(3) {
            0 => trip.desk.write("theme/words/zh.toml", format!("[missing]\ntitle = \"没有这一页{step}\"\n")),
            1 => trip.desk.write("theme/assets/style.css/95-own.css", format!("a {{ outline-width: {step}px; }}\n")),
            _ => {
                let chart = fs::read_to_string("themes/default/templates/glossary.html").unwrap();
                let added = format!("<h1 data-step=\"{step}\">");
                trip.desk.write("theme/templates/glossary.html", chart.replacen("<h1>", &added, 1));
            }
        }
    }),
    ("a file as it is", |trip| {
        let names = ["robots.txt", "a/photo.jpg", "mengyin-2022/more.txt"];
        let path = format!("content/static/{}", names[trip.dice.below(names.len())]);
        if fs::remove_file(trip.desk.path(&path)).is_err() {
            trip.desk.write(&path, format!("User-agent: {}\n", trip.step));
        }
    }),
    ("the command line", |trip| match trip.dice.below(3) {
        0 => trip.asked.base_url = trip.asked.base_url.take().xor(Some(BASE.into())),
        1 => trip.asked.drafts = !trip.asked.drafts,
        _ => trip.asked.theme = trip.asked.theme.take().xor(Some(trip.desk.path("theme"))),
    }),
    ("the site itself", |trip| trip.meddle()),
];

impl Trip {
    /// One of the reports that are never removed.
    fn id(&mut self) -> &'static str {
        IDS[self.dice.below(IDS.len())]
    }

    fn edit_page(&mut self, edit: fn(&str, usize) -> String) {
        let path = format!("content/{}/{}.md", self.id(), self.dice.below(3));
        let text = edit(&self.desk.read(&path), self.step);
        self.desk.write(&path, text);
    }

    /// Puts words in a file of a report in place of others, or takes them back.
    fn toggle(&mut self, file: &str, from: &str, to: &str) {
        let path = format!("content/{}/{file}", self.id());
        let text = self.desk.read(&path);
        let changed = if text.contains(to) { text.replacen(to, from, 1) } else { text.replacen(from, to, 1) };
        self.desk.write(&path, changed);
    }

    /// Somebody changes, takes or adds files of the site.
    fn meddle(&mut self) {
        let public = self.desk.tree("public");
        let at = self.dice.below(public.len());
        let (path, bytes) = &public[at];
        match self.dice.below(4) {
            0 if path != ".gongdu" => fs::remove_file(self.desk.path(&format!("public/{path}"))).unwrap(),
            1 => {
                let mine = format!("mengyin-2022/mine-{}.html", self.step);
                self.desk.write(&format!("public/{mine}"), "mine");
                self.foreign.insert(mine);
            }
            2 => {
                let text = self.desk.read("public/.gongdu");
                let note = text.rfind("\"terms\":").unwrap_or(text.len() - 1);
                self.desk.write("public/.gongdu", text[..note].to_owned() + "x" + &text[note..]);
            }
            _ if path != ".gongdu" => self.desk.write(&format!("public/{path}"), [bytes.as_slice(), b"x"].concat()),
            _ => {}
        }
    }

    /// Everything that a build reads.
    fn state(&self) -> State {
        let files = ["content", "theme"].map(|folder| (folder, self.desk.tree(folder))).into();
        State { files, asked: self.asked.clone() }
    }

    fn go_back(&mut self, state: State) {
        for (folder, files) in state.files {
            fs::remove_dir_all(self.desk.path(folder)).unwrap();
            fs::create_dir(self.desk.path(folder)).unwrap();
            for (path, bytes) in files {
                self.desk.write(&format!("{folder}/{path}"), bytes);
            }
        }
        self.asked = state.asked;
    }
}

#[test]
fn a_hundred_random_changes_give_what_a_build_from_nothing_gives() {
    let desk = library();
    let asked = request(desk.path("content"));
    fs::create_dir(desk.path("theme")).unwrap();
    let mut trip = Trip { desk, asked, dice: Dice(17), foreign: BTreeSet::new(), step: 0 };
    let mut last = LastBuild::default();
    let (mut made_in_all, mut of, mut bad, mut seen) = (0, 0, 0, BTreeSet::new());
    for step in 0..100 {
        let before = trip.state();
        trip.step = step;
        // Every kind in turn at first, so that none is left out.
        let (name, change) = CHANGES[if step < CHANGES.len() { step } else { trip.dice.below(CHANGES.len()) }];
        change(&mut trip);
        let what = format!("step {step}, {name}");
        let from_nothing = Site::of(&trip.asked);
        let memory = Memory::going_on(last.clone());
        let (served, _) = built(&trip.asked, &memory);
        let (published, made) = publish(&trip.desk, &trip.asked);
        for built in [&served, &published] {
            let expect = &from_nothing.built;
            assert_eq!(built.diagnostics, expect.diagnostics, "{what}");
            assert_eq!(built.counts, expect.counts, "{what}");
            assert_eq!((&built.drafts, &built.converted), (&expect.drafts, &expect.converted), "{what}");
            assert_eq!(format!("{:?}", built.reports), format!("{:?}", expect.reports), "{what}");
        }
        let ledgers =
            |built: &Built| built.ledgers.iter().map(|own| (own.report.clone(), own.ledger.text())).collect::<Vec<_>>();
        assert_eq!(ledgers(&served), ledgers(&from_nothing.built), "{what}");
        if from_nothing.built.is_good() {
            last = memory.into_build();
            assert!(last.files == from_nothing.files, "{what}: the preview shows another site");
            assert_same(&trip.desk, &from_nothing, &trip.foreign, &what);
            made_in_all += made;
            of += from_nothing.built.reports.len();
            seen.insert(name);
        } else {
            bad += 1;
            trip.go_back(before);
        }
    }
    assert!(bad < 25, "{bad} of the changes give no site");
    assert!(seen.len() >= CHANGES.len() - 2, "{seen:?}");
    assert!(made_in_all * 2 < of, "pages were made of {made_in_all} reports of {of}");
}
