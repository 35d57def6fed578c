//! Links never die: two hundred random edits of a report, in its Markdown and by importing a corrected source, and what becomes of
//! the address of every sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gongdu::content::{Earlier, Manuscript, RawFile, convert};
use gongdu::ledger::{AnchorKind, Followed, Ledger};
use gongdu::{import, report, site};

use crate::edits::{Dice, Draft, KINDS, Outcome, Paragraph, Section};

/// How a draft becomes the text that is read.
type Writer = fn(&Draft) -> Vec<(String, String)>;

fn plain(words: &str) -> String {
    words.split_whitespace().collect()
}

fn read(files: &[(String, String)], ledger: Option<Ledger>) -> Followed {
    let raw: Vec<RawFile<'_>> =
        files.iter().map(|(path, text)| RawFile { path, name: path, bytes: text.as_bytes() }).collect();
    let mut manuscript = Manuscript::read("r", &raw).value;
    manuscript.ledger = ledger;
    site::follow(&manuscript)
}

/// The files that import makes of a source.
fn imported(source: &str) -> Vec<(String, String)> {
    let opened = report::open("source.txt", source.as_bytes()).value;
    let converted = convert(&import::import_opened(&opened).value, "source.txt", &Earlier::default());
    let files = converted.files.into_iter().filter(|file| !file.path.starts_with("charts/"));
    files.map(|file| (file.path, String::from_utf8(file.bytes).unwrap())).collect()
}

fn source_of(name: &str) -> String {
    fs::read_to_string(format!("tests/corpus/texts/{name}.txt")).unwrap()
}

/// The pages of the text among the files of a report, as they are.
fn pages(files: &[(String, String)]) -> Vec<(&str, &str)> {
    let is_page = |path: &str| path.ends_with(".md") && path.starts_with(|c: char| c.is_ascii_digit());
    files.iter().filter(|(path, _)| is_page(path)).map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

/// The Markdown of a report as a draft: a section for each page, whose head is what stands above its text.
fn markdown_draft(source: &str) -> Draft {
    let files = imported(source);
    let section = |(path, text): (&str, &str)| {
        let (front, body) = text.strip_prefix("+++\n").unwrap().split_once("+++\n").unwrap();
        let blocks = body.split("\n\n").map(str::trim).filter(|block| !block.is_empty());
        let is_fixed = |block: &str| block.starts_with(['#', '|', '-', '>']) || block.contains(['\n', '\\', '`', '[']);
        // Without emphasis a sentence can be moved about as it is.
        let paragraph = |block: &str| Paragraph::of(&block.replace("**", ""), is_fixed(block));
        let title = front.lines().find_map(|line| line.strip_prefix("title = \"")).unwrap_or("\"");
        Section {
            head: title.trim_end_matches('"').to_owned(),
            is_movable: path.contains('-'),
            paragraphs: blocks.map(paragraph).collect(),
        }
    };
    Draft { sections: pages(&files).into_iter().map(section).collect() }
}

/// A draft as Markdown: parts and sections are numbered in the order in which they stand.
fn markdown(draft: &Draft) -> Vec<(String, String)> {
    let mut files = vec![("report.toml".to_owned(), "title = \"政府工作报告\"\nno_source = \"试验\"\n".to_owned())];
    let (mut part, mut section) = (0, 0);
    for own in &draft.sections {
        let name = match own {
            Section { head, .. } if head.is_empty() => "0".to_owned(),
            Section { is_movable: true, .. } => {
                section += 1;
                format!("{part}-{section}")
            }
            _ => {
                (part, section) = (part + 1, 0);
                part.to_string()
            }
        };
        let title = if own.head.is_empty() { String::new() } else { format!("title = \"{}\"\n", own.head) };
        let paragraphs: Vec<String> = own.paragraphs.iter().map(Paragraph::text).collect();
        files.push((format!("{name}.md"), format!("+++\n{title}+++\n\n{}\n", paragraphs.join("\n\n"))));
    }
    files
}

/// The source of a report as a draft: a section from each line that became the heading of a page.
fn source_draft(source: &str) -> Draft {
    let files = imported(source);
    let texts: Vec<&str> = pages(&files).into_iter().map(|(_, text)| text).collect();
    let value = |text: &str, key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        line.map_or(String::new(), |line| plain(line.trim_end_matches('"')))
    };
    let headings: BTreeSet<String> =
        texts.iter().map(|text| value(text, "number") + &value(text, "title")).filter(|own| !own.is_empty()).collect();
    let speech: BTreeSet<String> =
        texts.iter().flat_map(|text| text.lines()).map(|line| plain(&line.replace(['*', '\\'], ""))).collect();
    let mut sections = vec![Section { head: String::new(), is_movable: false, paragraphs: Vec::new() }];
    for line in source.lines().filter(|line| !line.trim().is_empty()) {
        if headings.contains(&plain(line)) {
            let is_movable = line.trim_start().starts_with(['（', '(']);
            sections.push(Section { head: line.to_owned(), is_movable, paragraphs: Vec::new() });
            continue;
        }
        let is_text = speech.contains(&plain(line)) && plain(line).ends_with(['。', '！', '；']);
        sections.last_mut().unwrap().paragraphs.push(Paragraph::of(line.trim(), !is_text));
    }
    Draft { sections }
}

/// A draft as the files that import makes of it.
fn reimported(draft: &Draft) -> Vec<(String, String)> {
    let mut source = String::new();
    for own in &draft.sections {
        let lines = std::iter::once(own.head.clone()).chain(own.paragraphs.iter().map(Paragraph::text));
        lines.filter(|line| !line.is_empty()).for_each(|line| source += &format!("{line}\n"));
    }
    imported(&source)
}

/// What became of the addresses of sentences, over all edits.
#[derive(Debug, Default)]
struct Tally {
    edits: usize,
    surviving: usize,
    kept: usize,
    lost: Vec<String>,
    wrong: Vec<String>,
}

impl Tally {
    /// Looks where each address of a sentence leads after an edit.
    fn take(&mut self, kind: &str, before: &Ledger, after: &Followed, outcome: &Outcome) {
        self.edits += 1;
        let outcome: BTreeMap<String, Vec<String>> =
            outcome.iter().map(|(was, is)| (plain(was), is.iter().map(|own| plain(own)).collect())).collect();
        let here = || before.addresses().iter().filter(|own| own.kind == AnchorKind::Sentence && own.is_here());
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        here().for_each(|own| *times.entry(plain(&own.words)).or_default() += 1);
        // Of sentences that a report says twice nobody can tell which is meant.
        for own in here().filter(|own| times[&plain(&own.words)] == 1) {
            let was = plain(&own.words);
            let due = outcome.get(&was).cloned().unwrap_or_else(|| vec![was.clone()]);
            let now = after.ledger.leads_to(&own.id).map(|now| plain(&now.words));
            let told = |now: &str| format!("{kind}: {} {was} -> {now}", own.id);
            self.surviving += usize::from(!due.is_empty());
            match now {
                Some(now) if due.iter().any(|due| due.contains(&now) || now.contains(due)) => self.kept += 1,
                Some(now) => self.wrong.push(told(&now)),
                None if due.is_empty() => {}
                None => self.lost.push(told("")),
            }
        }
    }
}

/// What two edits did, one after the other.
fn then(mut first: Outcome, second: &Outcome) -> Outcome {
    for words in first.values_mut() {
        *words = words.iter().flat_map(|own| second.get(own).cloned().unwrap_or_else(|| vec![own.clone()])).collect();
    }
    for (was, is) in second {
        first.entry(was.clone()).or_insert_with(|| is.clone());
    }
    first
}

/// Edits a draft `count` times, every ten from the beginning again, and follows each text from the one before; the tenth also from
/// the beginning, as when a source is imported again that was corrected in ten places.
fn edited(draft: &Draft, write: Writer, fresh: &[String], count: usize, dice: &mut Dice) -> Tally {
    let mut tally = Tally::default();
    let first = read(&write(draft), None);
    let beginning = || (draft.clone(), first.ledger.clone(), fresh.to_vec(), Outcome::new());
    let (mut now, mut ledger, mut fresh_now, mut all) = beginning();
    while tally.edits < count {
        if tally.edits % 10 == 0 {
            (now, ledger, fresh_now, all) = beginning();
        }
        let kind = KINDS[dice.below(KINDS.len())];
        let mut next = now.clone();
        let Some(outcome) = next.edit(kind, dice, &mut fresh_now) else { continue };
        let followed = read(&write(&next), Some(ledger.clone()));
        tally.take(kind, &ledger, &followed, &outcome);
        all = then(all, &outcome);
        if tally.edits % 10 == 0 {
            tally.edits -= 1;
            tally.take("ten edits", &first.ledger, &read(&write(&next), Some(first.ledger.clone())), &all);
        }
        let used: BTreeSet<&str> = ledger.addresses().iter().map(|own| own.id.as_str()).collect();
        let there: BTreeSet<&str> = followed.ledger.addresses().iter().map(|own| own.id.as_str()).collect();
        assert!(used.is_subset(&there), "{kind}: an address left the ledger");
        assert_eq!(there.len(), followed.ledger.addresses().len(), "{kind}: an id stands twice");
        (now, ledger) = (next, followed.ledger);
    }
    tally
}

/// Sentences of another report, which no edited report has.
fn fresh() -> Vec<String> {
    let draft = markdown_draft(&source_of("city-青岛市-2018"));
    let paragraphs = draft.sections.into_iter().flat_map(|own| own.paragraphs).filter(|own| !own.is_fixed);
    paragraphs.flat_map(|own| own.sentences).filter(|own| own.chars().count() > 12 && own.ends_with('。')).collect()
}

fn check(name: &str, count: usize) {
    let source = source_of(name);
    let mut dice = Dice(2023);
    let mut tallies = vec![("in Markdown", edited(&markdown_draft(&source), markdown, &fresh(), count, &mut dice))];
    tallies.push(("by import", edited(&source_draft(&source), reimported, &fresh(), count, &mut dice)));
    for (how, tally) in tallies {
        let Tally { edits, surviving, kept, lost, wrong } = &tally;
        assert!(wrong.is_empty(), "{name} {how}: an address leads to another sentence\n{}", wrong.join("\n"));
        assert!(
            kept * 100 >= surviving * 99,
            "{name} {how}: {edits} edits led {kept} of {surviving}\n{}",
            lost.join("\n")
        );
    }
}

#[test]
fn two_hundred_edits_of_the_included_report_break_no_link() {
    check("zichuan-2023", 100);
}

#[test]
fn edits_of_other_reports_break_no_link() {
    for name in ["city-韶关市-2019", "national-国务院-2024", "district-海拉尔区-2015"] {
        check(name, 10);
    }
}
