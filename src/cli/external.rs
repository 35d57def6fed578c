//! `check --external`: whether the links to other sites still answer.

use std::path::Path;
use std::sync::Arc;

use super::console::Console;
use super::findings::FindingsFormat;
use super::show;
use crate::build::{self, Built};
use crate::diagnostic::Checked;
use crate::external::{self, AskLimits, AskedLinks, SystemNames};
use crate::message::{Message, message};

/// Asks the links of the site that was built from `content`, says how many answered, shows what is to be said of the others and adds
/// it to what the build found.
pub(super) fn ask(
    console: &Console,
    content: &Path,
    built: &mut Built,
    limits: &AskLimits,
    format: FindingsFormat,
) -> anyhow::Result<()> {
    let links = build::outside_links(content, built.reports.iter().map(|report| report.id.as_str()))?;
    let told = |done: usize, of: usize| {
        if console.shows_progress() {
            console.progress(&message!("{done} of {of} links", "{of} 个链接，问了 {done} 个"));
        }
    };
    let Checked { value: AskedLinks { asked, answered }, diagnostics } =
        external::ask(links, limits, Arc::new(SystemNames), &told);
    if console.shows_progress() {
        console.end_progress();
    }
    console.say(&message!(
        "asked {links} to other sites: {answered} answered",
        "问了 {links}（通到别的网站）：{answered} 个有回应",
        links = Message::counted(asked, "link", "个链接"),
        answered = answered
    ));
    format.show(console, &diagnostics);
    let is_more = !built.diagnostics.is_empty() && !diagnostics.is_empty();
    built.diagnostics.extend(diagnostics);
    if is_more {
        let summary = show::summary(&built.diagnostics);
        console.say(&message!("in all: {summary}", "一共：{summary}", summary = summary));
    }
    Ok(())
}
