//! `inspect`: what gongdu makes of a text, for people or as JSON.

use std::fmt::Write as _;

use super::Outcome;
use super::args::Inspect;
use super::console::Console;
use crate::inspect::{self, Inspection};
use crate::{disk, import, report};

pub(super) fn inspect(console: &Console, options: &Inspect) -> anyhow::Result<Outcome> {
    let bytes = disk::read_file(&options.file)?;
    let shown = options.file.display().to_string();
    let mut diagnostics = Vec::new();
    let decoded = report::decode(&shown, &bytes).drain_into(&mut diagnostics);
    let mut imported = import::import(&decoded.source);
    diagnostics.append(&mut imported.diagnostics);
    imported.diagnostics = diagnostics;
    let inspection = inspect::inspect(&decoded.source, &imported);
    if options.json {
        console.print(&(serde_json::to_string_pretty(&inspection)? + "\n"))?;
    } else {
        console.print(&format!("encoding  {}\n{}", decoded.encoding, text(&inspection)))?;
    }
    Ok(Outcome::of(&imported.diagnostics))
}

/// The inspection for people.
fn text(inspection: &Inspection) -> String {
    let mut out = String::new();
    masthead(inspection, &mut out);
    let _ = writeln!(out, "\noutline");
    for item in &inspection.outline {
        let indent = "  ".repeat(usize::from(item.level.unwrap_or(4)));
        let mark = if item.level.is_none() { "· " } else { "" };
        let _ = writeln!(out, "{:>5} {indent}{mark}{}", item.line, item.heading);
    }
    if !inspection.glossary.is_empty() {
        let _ = writeln!(out, "\nglossary: {} entries", inspection.glossary.len());
    }
    for entry in &inspection.glossary {
        let uses: Vec<String> = inspection
            .mentions
            .iter()
            .filter(|mention| mention.number == entry.number)
            .map(|mention| mention.line.to_string())
            .collect();
        let uses = if uses.is_empty() { "never used".to_owned() } else { format!("lines {}", uses.join(", ")) };
        let aliases =
            if entry.aliases.is_empty() { String::new() } else { format!(" (also {})", entry.aliases.join("  ")) };
        let _ = writeln!(out, "{:>5} {}. {}{aliases}: {uses}", entry.line, entry.number, entry.term);
    }
    let _ = writeln!(out, "\nfigures: {}", inspection.figures.len());
    for figure in &inspection.figures {
        let _ = writeln!(
            out,
            "{:>5} {} {} [{} {}]",
            figure.line, figure.indicator, figure.span, figure.period, figure.status
        );
    }
    if !inspection.attachments.is_empty() {
        let _ = writeln!(out, "\nattachments");
        for attachment in &inspection.attachments {
            let _ = writeln!(out, "{:>5} {}", attachment.line, attachment.heading);
        }
    }
    if !inspection.aside.is_empty() {
        let _ = writeln!(out, "\nset aside");
        for line in &inspection.aside {
            let _ = writeln!(out, "{:>5} {}", line.line, line.text);
        }
    }
    if !inspection.diagnostics.is_empty() {
        let _ = writeln!(out, "\ndoubts");
    }
    for fault in &inspection.diagnostics {
        let _ = writeln!(out, "{:>5} {}[{}]: {}", fault.line.unwrap_or(0), fault.severity, fault.code, fault.message);
        if let Some(help) = &fault.help {
            let _ = writeln!(out, "      = help: {help}");
        }
    }
    out
}

fn masthead(inspection: &Inspection, out: &mut String) {
    let masthead = &inspection.masthead;
    let year = masthead.year.map(|year| year.to_string());
    for (name, value) in [
        ("title", &masthead.title),
        ("place", &masthead.place),
        ("year", &year),
        ("date", &masthead.date),
        ("meeting", &masthead.meeting),
        ("office", &masthead.office),
        ("speaker", &masthead.speaker),
    ] {
        let _ = writeln!(out, "{name:>8}  {}", value.as_deref().unwrap_or("—"));
    }
}
