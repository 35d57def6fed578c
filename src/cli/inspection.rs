//! An inspection as text for people: masthead, outline as a tree, terms and where they are said, what is doubtful.

use std::fmt::Write as _;

use super::show::counted;
use super::table::{cut, padded};
use crate::inspect::{Inspection, Mention};
use unicode_width::UnicodeWidthStr as _;

/// The inspection for a terminal of `width` columns, in colour or plain.
pub(super) fn text(inspection: &Inspection, color: bool, width: usize) -> String {
    let mut paper = Paper { out: String::new(), color, width: width.max(60) };
    paper.masthead(inspection);
    paper.outline(inspection);
    paper.attachments(inspection);
    paper.terms(inspection);
    paper.figures(inspection);
    paper.comparisons(inspection);
    paper.aside(inspection);
    paper.doubts(inspection);
    paper.out
}

/// How words are painted.
#[derive(Clone, Copy)]
enum Paint {
    Bold,
    Faint,
    Red,
    Yellow,
}

struct Paper {
    out: String,
    color: bool,
    width: usize,
}

impl Paper {
    fn paint(&self, words: &str, paint: Paint) -> String {
        let code = match paint {
            Paint::Bold => "1",
            Paint::Faint => "2",
            Paint::Red => "1;31",
            Paint::Yellow => "1;33",
        };
        if self.color && !words.is_empty() { format!("\x1b[{code}m{words}\x1b[0m") } else { words.to_owned() }
    }

    /// A heading of a part of the inspection, with what is to be known at a glance.
    fn head(&mut self, name: &str, glance: &str) {
        let name = self.paint(name, Paint::Bold);
        let glance = if glance.is_empty() { String::new() } else { format!("  {}", self.paint(glance, Paint::Faint)) };
        let _ = writeln!(self.out, "\n{name}{glance}");
    }

    /// A row that belongs to a line of the source.
    fn row(&mut self, line: usize, words: &str, paint: Option<Paint>) {
        let number = self.paint(&format!("{line:>5}"), Paint::Faint);
        let words = cut(words, self.width - 7);
        let words = paint.map_or(words.clone(), |paint| self.paint(&words, paint));
        let _ = writeln!(self.out, "{number}  {words}");
    }

    fn masthead(&mut self, inspection: &Inspection) {
        let masthead = &inspection.masthead;
        let year = masthead.year.map(|year| year.to_string());
        for (name, value) in [
            ("format", Some(inspection.format)),
            ("encoding", Some(inspection.encoding).filter(|name| !name.is_empty())),
            ("title", masthead.title.as_deref()),
            ("place", masthead.place.as_deref()),
            ("year", year.as_deref()),
            ("date", masthead.date.as_deref()),
            ("meeting", masthead.meeting.as_deref()),
            ("office", masthead.office.as_deref()),
            ("speaker", masthead.speaker.as_deref()),
        ] {
            let name = self.paint(&format!("{name:>8}"), Paint::Faint);
            let _ = writeln!(self.out, "{name}  {}", cut(value.unwrap_or("—"), self.width - 10));
        }
    }

    fn outline(&mut self, inspection: &Inspection) {
        let of = |level: u8| inspection.outline.iter().filter(|item| item.level == Some(level)).count();
        let leads = inspection.outline.iter().filter(|item| item.level.is_none()).count();
        let deeper = inspection.outline.len() - of(1) - of(2) - leads;
        let mut glance = vec![counted(of(1), "part"), counted(of(2), "section")];
        glance.extend((deeper > 0).then(|| counted(deeper, "deeper heading")));
        glance.push(counted(leads, "topic sentence"));
        self.head("outline", &glance.join(", "));
        let mut depth = 0;
        for item in &inspection.outline {
            if let Some(level) = item.level {
                depth = usize::from(level);
            }
            let (indent, mark) = match (item.level, item.kind) {
                (None, _) => (depth, "· "),
                (Some(level), "run-in") => (usize::from(level) - 1, "▸ "),
                (Some(level), _) => (usize::from(level) - 1, "■ "),
            };
            let paint = if item.level.is_none() { Some(Paint::Faint) } else { None };
            let bold = (item.level == Some(1)).then_some(Paint::Bold);
            self.row(item.line, &format!("{}{mark}{}", "  ".repeat(indent), item.heading), bold.or(paint));
        }
    }

    fn terms(&mut self, inspection: &Inspection) {
        let glossary = &inspection.glossary;
        if glossary.is_empty() {
            return self.head("terms", "the report has no glossary");
        }
        let said = |number: u32| -> Vec<&Mention> {
            inspection.mentions.iter().filter(|mention| mention.number == number).collect()
        };
        let unsaid: Vec<_> = glossary.iter().filter(|entry| said(entry.number).is_empty()).collect();
        let linked = glossary.len() - unsaid.len();
        let glance = format!(
            "{linked} of {} linked; the lines where they are said ({})",
            glossary.len(),
            counted(inspection.mentions.len(), "mention")
        );
        self.head("terms", &glance);
        let widest = glossary.iter().map(|entry| entry.term.width()).max().unwrap_or_default().min(self.width / 2);
        for entry in glossary {
            let places: Vec<String> =
                said(entry.number).into_iter().map(|mention| place(mention, &entry.term)).collect();
            if !places.is_empty() {
                let term = padded(&entry.term, widest);
                self.row(entry.line, &format!("{:>3}. {term}  {}", entry.number, places.join(", ")), None);
            }
        }
        if !unsaid.is_empty() {
            self.head("terms that could not be linked", "add the report's own words to their aliases in glossary.md");
            for entry in unsaid {
                self.row(entry.line, &format!("{:>3}. {}", entry.number, entry.term), Some(Paint::Yellow));
            }
        }
    }

    fn figures(&mut self, inspection: &Inspection) {
        self.head("figures", &inspection.figures.len().to_string());
        for figure in &inspection.figures {
            let words = padded(&figure.span, 16);
            self.row(
                figure.line,
                &format!("{words}  {}  [{} {}]", figure.indicator, figure.period, figure.status),
                None,
            );
        }
    }

    fn comparisons(&mut self, inspection: &Inspection) {
        let (pairs, refused): (Vec<_>, Vec<_>) = inspection.comparisons.iter().partition(|one| one.refused.is_none());
        let figure = |at: usize| inspection.figures.get(at).map_or("", |figure| figure.span.as_str());
        let name = |at: usize| inspection.figures.get(at).map_or("", |figure| figure.indicator.as_str());
        let line = |at: usize| inspection.figures.get(at).map_or(0, |figure| figure.line);
        self.head("done and planned", &format!("{} measure the same thing", counted(pairs.len(), "pair")));
        for pair in pairs {
            let said = format!("{}  {} → {}", name(pair.planned), figure(pair.done), figure(pair.planned));
            self.row(line(pair.planned), &said, None);
        }
        if !refused.is_empty() {
            self.head("not set side by side", "they look alike, but would mislead");
        }
        for alike in refused.chunk_by(|a, b| a.planned == b.planned) {
            let planned = alike[0].planned;
            self.row(line(planned), &format!("{} {}", name(planned), figure(planned)), None);
            for one in alike {
                let done = format!("{} {} (line {})", name(one.done), figure(one.done), line(one.done));
                self.row(line(planned), &format!("    {done}: {}", one.why.unwrap_or_default()), Some(Paint::Faint));
            }
        }
    }

    fn attachments(&mut self, inspection: &Inspection) {
        if !inspection.attachments.is_empty() {
            self.head("attachments", "each becomes a page of its own");
        }
        for attachment in &inspection.attachments {
            self.row(attachment.line, &attachment.heading, None);
        }
    }

    fn aside(&mut self, inspection: &Inspection) {
        if inspection.aside.is_empty() {
            return self.head("set aside", "no line: the site has them all");
        }
        let count = counted(inspection.aside.len(), "piece");
        self.head("set aside", &format!("{count} that the site leaves out; report.toml lists them"));
        // Markup says the same hundreds of times.
        const SHOWN: usize = 40;
        for line in inspection.aside.iter().take(SHOWN) {
            self.row(line.line, &line.text, Some(Paint::Faint));
        }
        if let Some(more) = inspection.aside.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            let _ = writeln!(self.out, "       and {more} more; --json lists all");
        }
    }

    fn doubts(&mut self, inspection: &Inspection) {
        if inspection.diagnostics.is_empty() {
            return self.head("doubts", "none");
        }
        self.head("doubts", "");
        for fault in &inspection.diagnostics {
            let paint = if fault.severity == "error" { Paint::Red } else { Paint::Yellow };
            let kind = self.paint(&format!("{}[{}]", fault.severity, fault.code), paint);
            let line = self.paint(&format!("{:>5}", fault.line.unwrap_or(0)), Paint::Faint);
            let _ = writeln!(self.out, "{line}  {kind}: {}", fault.message);
            if let Some(help) = &fault.help {
                let _ = writeln!(self.out, "       help: {help}");
            }
        }
    }
}

/// Where a term is said: the line, the words where they are not the term's own, the reference mark.
fn place(mention: &Mention, term: &str) -> String {
    let words = if mention.text == term { String::new() } else { format!(" {}", mention.text) };
    let mark = mention.mark.as_ref().filter(|mark| **mark != mention.text);
    let mark = mark.map_or(String::new(), |mark| format!(" {mark}"));
    format!("{}{words}{mark}", mention.line)
}
