//! The words of a report in the order in which one reads them, as plain text and as Markdown: a paragraph a line, a blank line
//! between them. Of the text every word is printed in the report.

use super::origin::{self, OriginLine};
use crate::content::{Page, WHOLE_SPEECH};
use crate::markdown::{Document, Inline, MarkdownBlock, escape};
use crate::report::MastheadRole;
use crate::site::{PageSite, ReportSite, Route};

/// The report as plain text.
pub(super) fn text(report: &ReportSite<'_>) -> String {
    let mut writer = PlainWriter { form: PlainForm::Text, blocks: Vec::new() };
    let page = &report.manuscript.title_page;
    if !page.lines.iter().any(|(role, _)| *role == MastheadRole::Title) {
        writer.words(&page.full_title());
    }
    writer.report(report);
    writer.finished()
}

/// The report as Markdown: over it what it is called and what a reader must know of it; its own address is under `base`.
pub(super) fn markdown(report: &ReportSite<'_>, base: Option<&str>) -> String {
    let mut writer = PlainWriter::headed(report, &report.route, base);
    writer.report(report);
    writer.finished()
}

/// A page of the text as Markdown, under the same head; its own address is under `base`.
pub(super) fn page(report: &ReportSite<'_>, own: &PageSite<'_>, base: Option<&str>) -> String {
    let mut writer = PlainWriter::headed(report, &own.route, base);
    writer.page(own.page);
    writer.finished()
}

fn origin_line(line: &OriginLine) -> String {
    let address = if line.address.is_empty() { String::new() } else { format!("<{}>", line.address) };
    format!("- {}{address}", escape(&line.words))
}

#[derive(Clone, Copy, PartialEq)]
enum PlainForm {
    Text,
    /// Without styles within a line: `**` beside Chinese punctuation is read in one way by some programs and not by others.
    Markdown,
}

struct PlainWriter {
    form: PlainForm,
    blocks: Vec<String>,
}

/// What stands before the lines of a block: before its first, and before the others.
#[derive(Clone, Default)]
struct Margin {
    first: String,
    rest: String,
}

impl Margin {
    fn with(&self, first: &str, rest: &str) -> Margin {
        Margin { first: format!("{}{first}", self.first), rest: format!("{}{rest}", self.rest) }
    }
}

impl PlainWriter {
    /// Markdown that begins with what the report is called and what a reader must know of it; the words stand at `route`.
    fn headed(report: &ReportSite<'_>, route: &Route, base: Option<&str>) -> PlainWriter {
        let title = format!("# {}", escape(&report.manuscript.title_page.full_title()));
        let lines: Vec<String> = origin::lines(report, route, base).iter().map(origin_line).collect();
        let head = [title, lines.join("\n")].into_iter().filter(|block| !block.is_empty());
        PlainWriter { form: PlainForm::Markdown, blocks: head.collect() }
    }

    fn finished(self) -> String {
        self.blocks.join("\n\n") + "\n"
    }

    fn report(&mut self, report: &ReportSite<'_>) {
        let manuscript = report.manuscript;
        for (_, line) in &manuscript.title_page.lines {
            self.words(line);
        }
        let (attachments, speech): (Vec<&Page>, Vec<&Page>) =
            report.pages.iter().map(|own| own.page).partition(|page| page.id.is_attachment());
        speech.into_iter().for_each(|page| self.page(page));
        if let Some(glossary) = &manuscript.glossary {
            for line in &glossary.heading {
                self.heading(2, line);
            }
            for term in &glossary.terms {
                let entry = &term.entry;
                let head = self.spelled(&format!("{}{}{}", entry.mark, entry.term, entry.separator));
                let margin = match self.form {
                    PlainForm::Text => Margin { first: head, rest: String::new() },
                    PlainForm::Markdown => Margin { first: format!("- {head}"), rest: "  ".into() },
                };
                self.document(&term.definition, 2, margin);
            }
        }
        attachments.into_iter().for_each(|page| self.page(page));
    }

    fn page(&mut self, page: &Page) {
        let level = if page.id.is_section() { 3 } else { 2 };
        // A speech without headings is given one by us.
        let is_printed = !(page.number.is_empty() && page.title == WHOLE_SPEECH);
        if is_printed && !page.title.is_empty() {
            self.heading(level, &format!("{}{}", page.number, page.title));
        }
        self.document(&page.text, level, Margin::default());
    }

    fn heading(&mut self, level: usize, words: &str) {
        let marks = if self.form == PlainForm::Markdown { "#".repeat(level.min(6)) + " " } else { String::new() };
        let words = self.spelled(words);
        self.blocks.push(marks + &words);
    }

    fn words(&mut self, words: &str) {
        let words = self.spelled(words);
        self.blocks.push(words);
    }

    /// Words on one line, as the form has them.
    fn spelled(&self, words: &str) -> String {
        match self.form {
            PlainForm::Text => words.replace('\n', " "),
            PlainForm::Markdown => escape(words),
        }
    }

    fn put(&mut self, margin: &mut Margin, words: &str) {
        let before = |line: usize| if line == 0 { &margin.first } else { &margin.rest };
        let lines = words.lines().enumerate().map(|(at, line)| format!("{}{line}", before(at)));
        self.blocks.push(lines.collect::<Vec<_>>().join("\n"));
        margin.first.clone_from(&margin.rest);
    }

    fn document(&mut self, text: &Document, level: usize, mut margin: Margin) {
        self.all(&text.blocks, level, &mut margin);
    }

    fn all(&mut self, blocks: &[MarkdownBlock], level: usize, margin: &mut Margin) {
        for block in blocks {
            self.block(block, level, margin);
        }
    }

    fn block(&mut self, block: &MarkdownBlock, under: usize, margin: &mut Margin) {
        let is_markdown = self.form == PlainForm::Markdown;
        match block {
            MarkdownBlock::Paragraph(text) => self.put(margin, &self.spelled(&text.text)),
            MarkdownBlock::Heading { level, text } => {
                let level = (under + usize::from(*level).max(2) - 1).min(6);
                let marks = if is_markdown { "#".repeat(level) + " " } else { String::new() };
                self.put(margin, &(marks + &self.spelled(&text.text)));
            }
            MarkdownBlock::List { start, items } => self.list(*start, items, under, margin),
            MarkdownBlock::Quote(inner) if is_markdown => self.all(inner, under, &mut margin.with("> ", "> ")),
            MarkdownBlock::Quote(inner) => self.all(inner, under, margin),
            // Its words are none of the report's.
            MarkdownBlock::EditorNote(inner) if is_markdown => self.all(inner, under, &mut margin.with("> ", "> ")),
            MarkdownBlock::EditorNote(_) => {}
            MarkdownBlock::Code { language, text } if is_markdown => {
                let fence = fence_of(&text.text);
                self.put(margin, &format!("{fence}{language}\n{}\n{fence}", text.text.trim_end_matches('\n')));
            }
            MarkdownBlock::Code { text, .. } => self.put(margin, text.text.trim_end_matches('\n')),
            MarkdownBlock::Table { head, rows, .. } => self.table(head, rows, margin),
            MarkdownBlock::Rule if is_markdown => self.put(margin, "---"),
            MarkdownBlock::Rule => {}
        }
    }

    /// A number is printed; a point is not.
    fn list(&mut self, start: Option<u64>, items: &[Vec<MarkdownBlock>], under: usize, margin: &mut Margin) {
        for (item, number) in items.iter().zip(start.unwrap_or_default()..) {
            let mark = match (start, self.form) {
                (Some(_), _) => format!("{number}. "),
                (None, PlainForm::Markdown) => "- ".into(),
                (None, PlainForm::Text) => String::new(),
            };
            let rest = if self.form == PlainForm::Markdown { " ".repeat(mark.len()) } else { String::new() };
            self.all(item, under, &mut margin.with(&mark, &rest));
            margin.first.clone_from(&margin.rest);
        }
    }

    fn table(&mut self, head: &[Inline], rows: &[Vec<Inline>], margin: &mut Margin) {
        let cells = |row: &[Inline]| row.iter().map(|cell| self.spelled(&cell.text)).collect::<Vec<_>>();
        let line = |row: &[Inline]| match self.form {
            PlainForm::Text => cells(row).join("\t"),
            PlainForm::Markdown => format!("| {} |", cells(row).join(" | ")),
        };
        let mut lines = vec![line(head)];
        if self.form == PlainForm::Markdown {
            lines.push(format!("|{}", " --- |".repeat(head.len())));
        }
        lines.extend(rows.iter().map(|row| line(row)));
        self.put(margin, &lines.join("\n"));
    }
}

/// A fence that no line of the code ends.
fn fence_of(code: &str) -> String {
    let runs = code.split(|c| c != '`').map(str::len);
    "`".repeat(runs.max().unwrap_or_default().max(2) + 1)
}
