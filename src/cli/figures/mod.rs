//! `figures`: the figures of the content, listed, filtered, or one of them explained.

mod entry;
mod filter;
mod reasons;
#[cfg(test)]
mod tests;

use std::path::Path;

use serde_json::Value;
use unicode_width::UnicodeWidthStr as _;

use super::console::Console;
use super::names;
use super::outcome::Outcome;
use super::reading_args::Figures;
use crate::build;
use crate::content::{FIGURE_COLUMNS, Settings, write_csv};
use crate::diagnostic::Diagnostic;
use crate::message::{Language, Message, message};
use crate::site::{FigureSite, ReportSite};
use crate::topics::TopicTable;
use crate::words::Words;
use entry::ListedFigure;
use filter::fits;

pub(super) fn figures(console: &Console, content: &Path, options: &Figures) -> anyhow::Result<Outcome> {
    let all = build::reports(content)?;
    let words = Words::of(Language::default());
    // No topic, no sorting: figures need none.
    let (topics, settings) = (TopicTable::default(), Settings::default());
    let wanted = Wanted::read(&all, options.what.as_deref())?;
    if options.why && wanted.figure.is_none() {
        return Err(message!(
            "--why explains one figure: gongdu figures zichuan-2023/f12 --why",
            "--why 只说明一个数字：gongdu figures zichuan-2023/f12 --why"
        )
        .into());
    }
    let mut faults = Vec::new();
    let mut found = Vec::new();
    for id in wanted.reports {
        let mut diagnostics = Vec::new();
        let folder = content.join(id);
        console.detail(&message!("read {folder}/", "读了 {folder}/", folder = folder.display()));
        let manuscript = build::manuscript(content, id)?.drain_into(&mut diagnostics);
        let site = ReportSite::resolve(&manuscript, &settings, &words, &topics).drain_into(&mut diagnostics);
        faults.extend(diagnostics.into_iter().filter(of_table));
        let chosen =
            |figure: &&FigureSite| wanted.figure.is_none_or(|one| figure.row.id == one) && fits(figure, options);
        found.extend(site.figures.iter().filter(chosen).map(|figure| ListedFigure::of(&site, figure)));
    }
    console.show(&faults);
    match wanted.figure {
        Some(one) if found.is_empty() => {
            return Err(message!(
                "there is no report and no figure `{one}`; `gongdu figures` lists them",
                "没有叫 `{one}` 的报告或数字；运行 `gongdu figures` 看有哪些"
            )
            .into());
        }
        Some(_) if options.why => {
            for entry in &found {
                console.print(&entry.explained(console.language()))?;
                console.print(&reasons::told(content, entry, console.language())?)?;
            }
        }
        _ => console.print(&printed(&found, wanted.figure.is_some(), options, console.language()))?,
    }
    if !options.csv && !options.json && wanted.figure.is_none() {
        console.say(&Message::counted(found.len(), "figure", "个数字"));
    }
    Ok(Outcome::of(&faults))
}

/// Whether a fault is one of the table of figures; the rest is for `check` to tell.
fn of_table(fault: &Diagnostic) -> bool {
    fault.location.as_ref().is_some_and(|location| location.file.ends_with("figures.csv"))
}

/// What the person named: which reports, and one figure or all.
struct Wanted<'a> {
    reports: Vec<&'a str>,
    figure: Option<&'a str>,
}

impl<'a> Wanted<'a> {
    fn read(all: &'a [String], what: Option<&'a str>) -> anyhow::Result<Wanted<'a>> {
        let every = || all.iter().map(String::as_str).collect();
        let known = |name: &str| all.iter().any(|id| id == name);
        match what {
            None => Ok(Wanted { reports: every(), figure: None }),
            Some(name) if known(name) => Ok(Wanted { reports: vec![name], figure: None }),
            Some(name) => match name.split_once('/') {
                Some((report, figure)) if known(report) => Ok(Wanted { reports: vec![report], figure: Some(figure) }),
                Some((report, _)) => Err(message!(
                    "there is no report `{report}`; there are: {all}",
                    "没有报告 `{report}`；有的是：{all}",
                    report = report,
                    all = Message::listed(all),
                )
                .into()),
                None => Ok(Wanted { reports: every(), figure: Some(name) }),
            },
        }
    }
}

/// What goes to standard output.
fn printed(found: &[ListedFigure], explain: bool, options: &Figures, language: Language) -> String {
    if options.json {
        let all: Vec<Value> = found.iter().map(ListedFigure::json).collect();
        // Values made of strings and numbers can always be written.
        return serde_json::to_string_pretty(&all).unwrap_or_default() + "\n";
    }
    if options.csv {
        let heads: Vec<&str> = ["report"].into_iter().chain(FIGURE_COLUMNS).collect();
        let rows = found.iter().map(|entry| std::iter::once(entry.report.clone()).chain(entry.row.texts()));
        return String::from_utf8(write_csv(&heads, rows)).unwrap_or_default();
    }
    if explain {
        return found.iter().map(|entry| entry.explained(language)).collect::<Vec<String>>().join("\n");
    }
    let rows: Vec<[String; 8]> = found
        .iter()
        .map(|ListedFigure { report, row, .. }| {
            [
                report.clone(),
                row.id.clone(),
                row.page.to_string(),
                row.period.clone(),
                names::status(row.status).said_in(language).to_owned(),
                names::kind(row.kind, None).said_in(language).to_owned(),
                row.words.clone(),
                row.indicator.clone(),
            ]
        })
        .collect();
    aligned(&rows)
}

/// Rows under one another, each column as wide as its widest cell: a Chinese character is two columns of a terminal.
fn aligned<const N: usize>(rows: &[[String; N]]) -> String {
    let widths: [usize; N] = std::array::from_fn(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or(0));
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            let space = " ".repeat(width - cell.width() + 2);
            line.push_str(cell);
            line.push_str(&space);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
