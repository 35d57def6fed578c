//! `build` and `check`.

use std::path::{Path, PathBuf};

use super::args::DEFAULT_CONTENT;
use super::build_args::{Build, Check};
use super::console::Console;
#[cfg(feature = "external")]
use super::external;
use super::findings::FindingsFormat;
use super::ledgers;
use super::outcome::Outcome;
use super::site_args::{AddressArgs, DraftArgs, FormatArgs, ThemeArgs};
use super::timings::Stopwatch;
use crate::artifact::{Nowhere, Sink};
use crate::build::{self, BuildStage, Built, Request};
use crate::diagnostic::Diagnostic;
use crate::disk::{self, Publication, Published, SitePart};
use crate::message::{Message, message};

pub(super) fn build(console: &Console, content: &Path, options: Build) -> anyhow::Result<Outcome> {
    let stopwatch = Stopwatch::start(console);
    let Build { output, zip, precompress, full, shard, join, timings, address, over, which, told } = options;
    let FormatArgs { format } = told;
    let (AddressArgs { base_url }, ThemeArgs { theme }, DraftArgs { drafts }) = (address, over, which);
    let inputs: Vec<&Path> =
        std::iter::once(content).chain(theme.as_deref()).chain(join.iter().map(PathBuf::as_path)).collect();
    disk::guard_output(&output, &inputs)?;
    if let Some(zip) = &zip {
        disk::guard_zip(zip, &output, &inputs)?;
    }
    let mut publication = Publication::open(&output)?;
    if !join.is_empty() {
        let parts: Vec<SitePart> = join.iter().map(|folder| SitePart::open(folder)).collect::<anyhow::Result<_>>()?;
        let notes = build::joined_notes(parts.iter().map(SitePart::notes).chain([publication.last_notes()]));
        publication.take_over_from(parts, notes);
    }
    let content_of = content.to_owned();
    let request =
        Request { content: content_of, theme, base_url, write_content: true, drafts, preview: false, full, shard };
    let mut built = tell(console, &request, &publication, format, &stopwatch)?;
    let tell_timings = |built: &Built| {
        let wanted = timings || console.is_detailed() && format == FindingsFormat::Text;
        format.print(console, &built.diagnostics, wanted.then(|| stopwatch.timings()))
    };
    if !built.is_good() {
        // Dropping the publication leaves the folder as it was.
        console.say(&message!("{output} is left as it was", "{output} 保持原样", output = output.display()));
        tell_timings(&built)?;
        return Ok(Outcome::Faulty);
    }
    if precompress {
        stopwatch.time(BuildStage::Precompress, || publication.precompress())?;
    }
    // It waits beside its place: it is there when the site is, and not before.
    let waiting =
        zip.as_deref().map(|zip| stopwatch.time(BuildStage::Zip, || publication.zip_beside(zip))).transpose()?;
    // First the ledger: what is published is in it, also when the machine stops between the two.
    let unsaved: Vec<Diagnostic> = built.ledgers.iter().filter_map(|ledger| ledgers::save(console, ledger)).collect();
    format.show(console, &unsaved);
    built.diagnostics.extend(unsaved);
    let published = stopwatch.time(BuildStage::Publish, || publication.publish())?;
    console.say(&done(&built, &published, &output));
    if let (Some(zip), Some(waiting)) = (&zip, waiting) {
        let kb = waiting.place()?.div_ceil(1000);
        console.say(&message!(
            "the same site in {zip} ({kb} KB)",
            "同一个网站也在 {zip} 里（{kb} KB）",
            zip = zip.display(),
            kb = kb
        ));
    }
    if shard.is_none() {
        console.say(&look(content, &output));
    }
    tell_timings(&built)?;
    Ok(Outcome::Good)
}

/// What was published where.
fn done(built: &Built, published: &Published, output: &Path) -> Message {
    message!(
        "{made}; {files} in {output}/ ({kb} KB): {written} written, {unchanged} unchanged, {removed} removed",
        "{made}；{output}/ 里有 {files}（{kb} KB）：写入 {written} 个，未变 {unchanged} 个，删去 {removed} 个",
        made = made(built),
        files = Message::counted(published.files, "file", "个文件"),
        output = output.display(),
        kb = published.bytes.div_ceil(1000),
        written = published.written,
        unchanged = published.unchanged,
        removed = published.removed,
    )
}

/// How the site is looked at.
fn look(content: &Path, output: &Path) -> Message {
    let content = content.display();
    let serve = match content.to_string() == DEFAULT_CONTENT {
        true => message!("`gongdu serve`", "`gongdu serve`"),
        false => message!("`gongdu serve --content \"{content}\"`", "`gongdu serve --content \"{content}\"`"),
    };
    message!(
        "look at it: open {output}/index.html in a browser, or run {serve}",
        "看一看：用浏览器打开 {output}/index.html，或运行 {serve}",
        output = output.display(),
        serve = serve,
    )
}

pub(super) fn check(console: &Console, content: &Path, options: Check) -> anyhow::Result<Outcome> {
    let Check { address, over, which, told: FormatArgs { format }, .. } = options;
    let (AddressArgs { base_url }, ThemeArgs { theme }, DraftArgs { drafts }) = (address, over, which);
    let content = content.to_owned();
    let request =
        Request { content, theme, base_url, write_content: false, drafts, preview: false, full: false, shard: None };
    #[cfg_attr(not(feature = "external"), allow(unused_mut))]
    let mut built = tell(console, &request, &Nowhere::default(), format, &Stopwatch::start(console))?;
    if built.is_good() {
        console.say(&message!("{made}; nothing was written", "{made}；什么也没写", made = made(&built)));
    }
    #[cfg(feature = "external")]
    if let Some(limits) = options.external.limits() {
        external::ask(console, &request.content, &mut built, &limits, format)?;
    }
    format.print(console, &built.diagnostics, None)?;
    Ok(Outcome::of(&built.diagnostics))
}

/// Builds into a sink and shows all faults: what `build` and `check` have in common, so that each tells what the other does.
fn tell(
    console: &Console,
    request: &Request,
    sink: &dyn Sink,
    format: FindingsFormat,
    stopwatch: &Stopwatch<'_>,
) -> anyhow::Result<Built> {
    let built = build::build_watched(request, sink, stopwatch);
    stopwatch.clear();
    let built = built?;
    for file in &built.converted {
        console.say(&message!("made {file} from the source", "从原文做出 {file}"));
    }
    if !built.drafts.is_empty() {
        console.say(&drafts(&built, request.drafts));
    }
    built.ledgers.iter().for_each(|ledger| ledgers::told(console, ledger));
    format.show(console, &built.diagnostics);
    Ok(built)
}

/// Which reports are drafts, and what that means for the site.
pub(super) fn drafts(built: &Built, are_in: bool) -> Message {
    let ids = Message::listed(&built.drafts);
    match are_in {
        true => message!("drafts, in the site all the same: {ids}", "草稿，也在网站里：{ids}", ids = ids),
        false => message!(
            "left out as drafts: {ids} (--drafts builds them too)",
            "草稿，没有放进网站：{ids}（要放进去，用 --drafts）",
            ids = ids
        ),
    }
}

/// What the build made, in one line.
fn made(built: &Built) -> Message {
    let counts = &built.counts;
    message!(
        "{reports}: {pages}, {terms} in {mentions}, {figures}, {charts}",
        "{reports}：{pages}，{terms}用了 {mentions}，{figures}，{charts}",
        reports = Message::counted(built.reports.len(), "report", "份报告"),
        pages = Message::counted(counts.pages, "page", "页"),
        terms = Message::counted(counts.terms, "term", "条名词"),
        mentions = Message::counted(counts.mentions, "mention", "处"),
        figures = Message::counted(counts.figures, "figure", "个数字"),
        charts = Message::counted(counts.charts, "chart", "张图表"),
    )
}
