//! Reads forty real reports by the rules as they are now and tells what a change of a rule did: facts gained, lost and read
//! otherwise against the golden texts, and scores against the labels.

#![allow(clippy::print_stdout, reason = "it is a command: what it finds is for whoever runs it")]

mod compare;
mod fact;
mod labels;
mod last_year;
mod likeness;
mod reading;
mod score;
mod scores;
mod tell;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::prelude::*;

use compare::{Change, changes};
use fact::Fact;
use labels::Labels;
use reading::Reading;
use scores::Scores;

const CORPUS: &str = "tests/corpus";

const HELP: &str = "\
Reads every report of tests/corpus/texts, prints what is read otherwise than in tests/corpus/golden, and the scores against
tests/corpus/labels. Fails when a golden text differs or a score changed.

usage: cargo test --test rules -- [NAME…] [--all] [--misses] [--accept] [--accept-fallen]

  NAME             only reports whose file name holds NAME
  --all            every change, not three of each kind
  --misses         what the labels say is wrong, row by row
  --accept         renews the golden texts and the scores; a score that fell stays as it was, and the run fails
  --accept-fallen  renews them all the same: say in the commit why that is right
";

/// What the command line asks for.
#[derive(Default)]
struct Asked {
    names: Vec<String>,
    all: bool,
    misses: bool,
    accept: bool,
    accept_fallen: bool,
}

impl Asked {
    fn of(arguments: impl Iterator<Item = String>) -> Asked {
        let mut asked = Asked::default();
        for argument in arguments {
            match &*argument {
                "--all" => asked.all = true,
                "--misses" => asked.misses = true,
                "--accept" => asked.accept = true,
                "--accept-fallen" => (asked.accept, asked.accept_fallen) = (true, true),
                // What `cargo test` hands to every test program is not for this one.
                flag if flag.starts_with('-') => {}
                name => asked.names.push(name.to_owned()),
            }
        }
        asked
    }

    fn wants(&self, name: &str) -> bool {
        self.names.is_empty() || self.names.iter().any(|wanted| name.contains(wanted.as_str()))
    }
}

/// What one report gave.
struct Outcome {
    golden: PathBuf,
    text: String,
    changes: Vec<Change>,
    scores: Scores,
    misses: Vec<String>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--help") {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    }
    if arguments.iter().any(|argument| argument == "--list") {
        println!("rules: test");
        return ExitCode::SUCCESS;
    }
    run(&Asked::of(arguments.into_iter()))
}

fn run(asked: &Asked) -> ExitCode {
    let names: Vec<String> = texts().into_iter().filter(|name| asked.wants(name)).collect();
    if names.is_empty() {
        println!("no report of {CORPUS}/texts has a name like {:?}\n\n0 passed, 0 failed", asked.names);
        return ExitCode::SUCCESS;
    }
    let labels = Labels::read(&Path::new(CORPUS).join("labels"));
    let outcomes: Vec<Outcome> = names.par_iter().map(|name| read(name, &labels)).collect();
    let mut scores = Scores::default();
    let (mut changed, mut misses, mut all) = (0, Vec::new(), Vec::new());
    for outcome in outcomes {
        if !outcome.changes.is_empty() {
            changed += 1;
            if asked.accept {
                fs::write(&outcome.golden, &outcome.text).unwrap();
            }
        }
        scores.extend(outcome.scores);
        misses.extend(outcome.misses);
        all.extend(outcome.changes);
    }
    tell::changes(&all, asked.all);
    if asked.misses {
        misses.iter().for_each(|miss| println!("{miss}"));
    }
    let scored = settle(asked, &names, scores);
    let failed = if asked.accept { 0 } else { changed } + usize::from(!scored);
    println!("\n{} reports read, {changed} of them otherwise than their golden texts", names.len());
    if failed > 0 && !asked.accept {
        println!("is it meant? read the list (--all, --misses), then: cargo test --test rules -- --accept");
    }
    println!("{} passed, {failed} failed", names.len() + 1 - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Compares the scores with those of the file and renews it where that is asked; whether they are as they should be.
fn settle(asked: &Asked, names: &[String], scores: Scores) -> bool {
    let path = Path::new(CORPUS).join("scores.txt");
    let before = Scores::parse(&fs::read_to_string(&path).unwrap_or_default());
    let before_here = before.of_documents(names);
    tell::scores(&scores, &before_here);
    let fallen = scores.fallen(&before_here);
    fallen.iter().for_each(|fell| println!("FELL {fell}"));
    if asked.accept && (fallen.is_empty() || asked.accept_fallen) {
        let mut renewed = before.without_documents(names);
        renewed.extend(scores);
        fs::write(&path, renewed.text()).unwrap();
        return true;
    }
    fallen.is_empty() && scores == before_here
}

/// The names of the texts, sorted.
fn texts() -> Vec<String> {
    let files = fs::read_dir(Path::new(CORPUS).join("texts")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter_map(|name| Some(name.strip_suffix(".txt")?.to_owned())).collect();
    names.sort();
    names
}

/// The report of the year before of the same place, where it is in the corpus.
fn older(name: &str) -> Option<Reading> {
    let (place, year) = name.rsplit_once('-')?;
    let older = format!("{place}-{}", year.parse::<u16>().ok()? - 1);
    let bytes = fs::read(Path::new(CORPUS).join("texts").join(format!("{older}.txt"))).ok()?;
    Some(Reading::of(&older, &bytes))
}

fn read(name: &str, labels: &Labels) -> Outcome {
    let bytes = fs::read(Path::new(CORPUS).join("texts").join(format!("{name}.txt"))).unwrap();
    let reading = Reading::of(name, &bytes);
    reading.assert_faithful();
    reading.assert_resolves();
    let golden = Path::new(CORPUS).join("golden").join(format!("{name}.txt"));
    let mut facts = reading.facts();
    let older = older(name);
    let told = older.as_ref().map(|older| last_year::told(older, &reading)).unwrap_or_default();
    facts.extend(told.iter().map(last_year::Told::fact));
    facts.sort();
    let text: String = facts.iter().map(|fact| format!("{fact}\n")).collect();
    let was = fs::read_to_string(&golden).unwrap_or_default();
    let mut found: Vec<Change> = Vec::new();
    if was != text {
        let before: Vec<Fact> = was.lines().filter_map(Fact::parse).collect();
        found = changes(name, &before, &facts);
        if found.is_empty() {
            found.push(Change { group: "golden text written otherwise".into(), says: name.to_owned() });
        }
    }
    let (mut scores, mut misses) = (Scores::default(), Vec::new());
    labels.score(&reading, &told, &mut scores, &mut misses);
    Outcome { golden, text, changes: found, scores, misses }
}
