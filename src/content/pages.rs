//! Cuts the body of a report into pages and writes each as Markdown.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::fields::quoted;
use super::page_id::PageId;
use crate::figures::Figure;
use crate::import::Imported;
use crate::markdown::{escape, lead_paragraph};
use crate::report::{Block, Heading, Paragraph, ParagraphRole, cells, table_heads};

/// The title of the one page of a speech that has no headings: ours, since a page needs one.
pub const WHOLE_SPEECH: &str = "正文";

/// A page on its way to a file.
pub(super) struct PageDraft<'a> {
    /// The name of its file.
    pub id: PageId,
    number: String,
    title: String,
    /// Its blocks, each with its figures.
    pub blocks: Vec<(&'a Block, &'a [Figure])>,
    /// For each block that is a row of a table, the index of the table's head.
    heads: Vec<Option<usize>>,
    /// The level of the page's own heading; headings below it begin at `##`.
    level: u8,
}

/// Cuts the body into pages: a part, or a section where a part has sections of some length.
pub(super) fn drafts(imported: &Imported) -> Vec<PageDraft<'_>> {
    let report = &imported.report;
    let mut drafts = vec![PageDraft::new(PageId::of(0, None), 0, None)];
    let (mut part, mut section) = (0, 0);
    let mut paged = false;
    for (index, block) in report.body.iter().enumerate() {
        match block {
            Block::Heading(heading) if heading.level <= 1 => {
                (part, section) = (part + 1, 0);
                paged = has_long_sections(&report.body[index + 1..]);
                drafts.push(PageDraft::new(PageId::of(part, None), 1, Some(heading)));
            }
            Block::Heading(heading) if heading.level == 2 && paged => {
                section += 1;
                drafts.push(PageDraft::new(PageId::of(part, Some(section)), 2, Some(heading)));
            }
            block => {
                // A body without any heading is one page after the opening.
                if part == 0 && drafts.len() == 1 && drafts[0].blocks.len() >= 2 && !report.body.iter().any(is_heading)
                {
                    let mut whole = PageDraft::new(PageId::of(1, None), 1, None);
                    whole.title = WHOLE_SPEECH.into();
                    drafts.push(whole);
                }
                let figures = imported.figures.get(index).map_or(&[][..], Vec::as_slice);
                if let Some(draft) = drafts.last_mut() {
                    draft.blocks.push((block, figures));
                }
            }
        }
    }
    let mut figures = imported.figures.iter().skip(report.body.len()).map(Vec::as_slice);
    for (index, attachment) in report.attachments.iter().enumerate() {
        let mut draft = PageDraft::new(PageId::attachment(index as u32 + 1), 1, None);
        draft.title = attachment.title();
        draft.blocks = attachment.blocks.iter().map(|block| (block, figures.next().unwrap_or_default())).collect();
        drafts.push(draft);
    }
    drafts.retain(|draft| !(draft.id.is_opening() && draft.blocks.is_empty()));
    for draft in &mut drafts {
        draft.heads = table_heads(draft.blocks.iter().map(|(block, _)| *block));
    }
    drafts
}

fn is_heading(block: &Block) -> bool {
    matches!(block, Block::Heading(_))
}

/// Whether the part that begins here has sections worth a page each: headings on lines of their own, or opening
/// sentences of more than one paragraph each.
fn has_long_sections(after: &[Block]) -> bool {
    let part = after.iter().take_while(|block| !matches!(block, Block::Heading(heading) if heading.level <= 1));
    let (mut standing, mut run_in, mut paragraphs) = (0usize, 0usize, 0usize);
    for block in part {
        match block {
            Block::Heading(heading) if heading.level == 2 && heading.run_in => run_in += 1,
            Block::Heading(heading) if heading.level == 2 => standing += 1,
            Block::Paragraph(_) if run_in > 0 => paragraphs += 1,
            _ => {}
        }
    }
    standing > 0 || paragraphs > run_in + run_in / 2
}

impl<'a> PageDraft<'a> {
    fn new(id: PageId, level: u8, heading: Option<&Heading>) -> PageDraft<'a> {
        let (number, title) =
            heading.map_or_else(Default::default, |heading| (heading.number.clone(), heading.text.clone()));
        PageDraft { id, number, title, blocks: Vec::new(), heads: Vec::new(), level }
    }

    /// The file.
    pub fn markdown(&self) -> String {
        let mut out = String::from("+++\n");
        if !self.number.is_empty() {
            let _ = writeln!(out, "number = {}", quoted(&self.number));
        }
        if !self.title.is_empty() {
            let _ = writeln!(out, "title = {}", quoted(&self.title));
        }
        out.push_str("+++\n");
        let mut run_in: Option<&Heading> = None;
        for (at, (block, _)) in self.blocks.iter().enumerate() {
            match block {
                Block::Paragraph(paragraph) if self.heads[at].is_some() => {
                    flush(&mut run_in, &mut out);
                    table_row(&paragraph.text, self.heads[at] == Some(at), &mut out);
                }
                Block::Heading(heading) => {
                    flush(&mut run_in, &mut out);
                    if !self.stands_alone(heading) {
                        run_in = Some(heading);
                    } else {
                        let marks = "#".repeat(usize::from(heading.level.saturating_sub(self.level)).clamp(1, 5) + 1);
                        let _ = write!(out, "\n{marks} {}{}\n", escape(&heading.number), escape(&heading.text));
                    }
                }
                Block::Paragraph(paragraph) => {
                    if paragraph.role == ParagraphRole::Resuming {
                        out.push_str("\n---\n");
                    }
                    let (words, lead) = with_run_in(run_in.take(), paragraph);
                    let _ = write!(out, "\n{}\n", lead_paragraph(&words, lead));
                }
            }
        }
        flush(&mut run_in, &mut out);
        out
    }

    /// Whether a heading of the page is a line of its own: printed so, or beside one of its level that is.
    fn stands_alone(&self, heading: &Heading) -> bool {
        let stands =
            |block: &Block| matches!(block, Block::Heading(other) if !other.run_in && other.level == heading.level);
        !heading.run_in || self.blocks.iter().any(|(block, _)| stands(block))
    }

    /// The words of the page, a line for each paragraph and each cell of a table; a run-in heading stands on the line of the paragraph
    /// that it opens.
    pub fn words(&self) -> String {
        self.blocks
            .iter()
            .zip(&self.heads)
            .map(|((block, _), head)| match block {
                Block::Paragraph(paragraph) if head.is_some() => {
                    format!("{}\n", cells(&paragraph.text).collect::<Vec<_>>().join("\n"))
                }
                Block::Heading(heading) => {
                    format!("{}{}{}", heading.number, heading.text, if self.stands_alone(heading) { "\n" } else { "" })
                }
                Block::Paragraph(paragraph) => format!("{}\n", paragraph.text),
            })
            .collect()
    }
}

/// A row of a table as Markdown writes it; the head begins the table.
fn table_row(row: &str, is_head: bool, out: &mut String) {
    let words: Vec<_> = cells(row).map(escape).collect();
    if is_head {
        out.push('\n');
    }
    let _ = writeln!(out, "| {} |", words.join(" | "));
    if is_head {
        let _ = writeln!(out, "|{}", " --- |".repeat(words.len()));
    }
}

/// A run-in heading that no paragraph followed stands alone.
fn flush(run_in: &mut Option<&Heading>, out: &mut String) {
    if let Some(heading) = run_in.take() {
        let _ = write!(out, "\n**{}**\n", escape(&format!("{}{}", heading.number, heading.text)));
    }
}

/// A paragraph with the run-in heading that opens it as its lead.
fn with_run_in<'p>(run_in: Option<&Heading>, paragraph: &'p Paragraph) -> (Cow<'p, str>, Option<usize>) {
    match run_in {
        Some(heading) => {
            let lead = format!("{}{}", heading.number, heading.text);
            let length = lead.len();
            (Cow::Owned(lead + &paragraph.text), Some(length))
        }
        None => (Cow::Borrowed(&paragraph.text), paragraph.lead.map(|lead| lead.end)),
    }
}
