//! How fast figures are found and a site is built, each beside a plain task of the same run: a ratio means the same on a
//! slow machine and on a fast one. `cargo bench`.

// A benchmark prints, and reads what it measures.
#![allow(clippy::print_stdout, clippy::expect_used)]

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use gongdu::artifact::Memory;
use gongdu::build::{self, Request};
use gongdu::{report, text};

/// The report that comes with the program.
const CONTENT: &str = "content";
const SOURCE: &str = "content/zichuan-2023/source.txt";

fn main() {
    let bytes = std::fs::read(SOURCE).expect("run it from the root of the repository");
    println!("{SOURCE}: {} KB", bytes.len() / 1000);
    let digest = fastest(|| text::sha256_hex(&bytes));
    line("SHA-256 of the text, the measure", digest, digest, bytes.len());
    extraction(&bytes, digest);
    site(digest, bytes.len());
}

/// Everything from the bytes of a source to its figures, and the figures alone.
fn extraction(bytes: &[u8], measure: Duration) {
    let source = report::decode(SOURCE, bytes).value.source;
    line("the text read in all its layers", fastest(|| gongdu::import::import(&source)), measure, bytes.len());
    let paragraphs: Vec<&str> = source.text().lines().collect();
    let length = paragraphs.iter().map(|paragraph| paragraph.len()).sum();
    let setting = gongdu::figures::Setting { report_year: Some(2023), ..Default::default() };
    let find = || paragraphs.iter().map(|paragraph| gongdu::figures::find(paragraph, setting).len()).sum::<usize>();
    line(&format!("{} figures found", find()), fastest(find), measure, length);
}

/// The whole site in memory: without pictures, with all of them painted, and with those of the last build taken over.
fn site(measure: Duration, length: usize) {
    let build = |request: &Request, fonts: &[std::path::PathBuf], memory: Memory| {
        let built =
            build::build_with_fonts(request, fonts, &memory, &|_, _| ()).expect("the included report can be built");
        assert!(built.is_good());
        memory.into_files()
    };
    let request = Request {
        content: Path::new(CONTENT).to_owned(),
        theme: None,
        base_url: None,
        write_content: false,
        drafts: false,
        preview: false,
        full: false,
        shard: None,
    };
    let fonts = gongdu::disk::font_folders();
    line("the site built", fastest(|| build(&request, &[], Memory::default())), measure, length);
    let before = build(&request, &fonts, Memory::default());
    let pictures = before.keys().filter(|path| path.ends_with(".png")).count();
    let painted = fastest(|| build(&request, &fonts, Memory::default()));
    line(&format!("with {pictures} pictures painted"), painted, measure, length);
    let taken = fastest(|| build(&request, &fonts, Memory::after(before.clone())));
    line("with the pictures of the last build", taken, measure, length);
}

/// The shortest of many runs, at least three of them and for about a second: what disturbs a run only makes it longer.
fn fastest<T>(mut task: impl FnMut() -> T) -> Duration {
    let begin = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || begin.elapsed() < Duration::from_secs(1) {
        let start = Instant::now();
        black_box(task());
        best = best.min(start.elapsed());
        runs += 1;
    }
    best
}

/// One line: what, how long, how much of the text in a second, how many times the measure.
fn line(what: &str, took: Duration, measure: Duration, bytes: usize) {
    let seconds = took.as_secs_f64();
    let speed = bytes as f64 / seconds / 1e6;
    let ratio = seconds / measure.as_secs_f64();
    println!("{what:<42} {:>10.3} ms {speed:>9.2} MB/s {ratio:>9.1} x", seconds * 1e3);
}
