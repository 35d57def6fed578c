//! `build` and `check`.

use std::path::Path;

use super::Outcome;
use super::args::{Build, Check};
use super::console::Console;
use super::show::counted;
use crate::artifact::Nowhere;
use crate::build::{self, Built, Request};
use crate::disk::{self, Publication};

pub(super) fn build(console: &Console, content: &Path, options: Build) -> anyhow::Result<Outcome> {
    let Build { output, base_url, theme } = options;
    let inputs: Vec<&Path> = std::iter::once(content).chain(theme.as_deref()).collect();
    disk::guard_output(&output, &inputs)?;
    let publication = Publication::open(&output)?;
    let request = Request {
        content: content.to_owned(),
        theme: theme.clone(),
        base_url,
        write_content: true,
        compare_source: false,
    };
    let built = build::build_watched(&request, &publication, &|done, of| console.progress(done, of, "reports"))?;
    for file in &built.converted {
        console.say(&format!("made {file} from the source"));
    }
    console.show(&built.diagnostics);
    if !built.is_good() {
        // Dropping the publication leaves the folder as it was.
        console.say(&format!("{} is left as it was", output.display()));
        return Ok(Outcome::Faulty);
    }
    let published = publication.publish()?;
    let output = output.display();
    console.say(&format!(
        "{}; {} in {output}/ ({} KB): {} written, {} unchanged, {} removed",
        made(&built),
        counted(published.files, "file"),
        published.bytes.div_ceil(1000),
        published.written,
        published.unchanged,
        published.removed,
    ));
    console.say(&format!("look at it: open {output}/index.html in a browser, or run `gongdu serve`"));
    Ok(Outcome::Good)
}

pub(super) fn check(console: &Console, content: &Path, options: Check) -> anyhow::Result<Outcome> {
    let Check { base_url, theme } = options;
    let request = Request { content: content.to_owned(), theme, base_url, write_content: false, compare_source: true };
    let built = build::build_watched(&request, &Nowhere::default(), &|done, of| console.progress(done, of, "reports"))?;
    console.show(&built.diagnostics);
    if built.is_good() {
        console.say(&format!("{}; nothing was written", made(&built)));
    }
    Ok(Outcome::of(&built.diagnostics))
}

/// What the build made, in one line.
fn made(built: &Built) -> String {
    let counts = &built.counts;
    format!(
        "{}: {}, {} in {}, {}, {}",
        counted(built.cards.len(), "report"),
        counted(counts.pages, "page"),
        counted(counts.terms, "term"),
        counted(counts.mentions, "mention"),
        counted(counts.figures, "figure"),
        counted(counts.charts, "chart"),
    )
}
