//! The parts of a report as its source prints them: plain values, made by the reader and changed by nobody after.

use super::kind::ReportKind;
use crate::text::Span;

/// A report as its source prints it. Every character of the source that is not white space stands in exactly one of its
/// parts, in the order: masthead, body, glossary, attachments (whichever order those two have), with `aside` anywhere.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Title, session and speaker.
    pub masthead: Masthead,
    /// The speech, from the salutation to its last paragraph.
    pub body: Vec<Block>,
    /// The glossary's heading and lines, when the source has one.
    pub glossary: Option<GlossaryText>,
    /// Lists and other matter appended to the speech.
    pub attachments: Vec<Attachment>,
    /// Lines that belong to none of these: website buttons, page numbers, repeated titles.
    pub aside: Vec<Piece>,
}

/// A run of one source line: which line, which bytes of the whole text, and the characters themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Line number, from 1.
    pub line: usize,
    /// Bytes in the source text.
    pub span: Span,
    /// The characters of the span.
    pub text: String,
}

/// What the report says of itself before it begins. Each field is `None` where the source prints none.
#[derive(Clone, Debug, Default)]
pub struct Masthead {
    /// Of which kind the report is.
    pub kind: ReportKind,
    /// The title with the spaces between its characters removed (政府工作报告).
    pub title: Option<String>,
    /// The place as the text names it (淄川区, 四川省, 国务院).
    pub place: Option<String>,
    /// The year whose tasks the report sets.
    pub year: Option<u16>,
    /// The day it was delivered, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The full name of the meeting.
    pub meeting: Option<String>,
    /// The office as printed before the name (区长, 四川省人民政府省长).
    pub office: Option<String>,
    /// The name without inner spaces.
    pub speaker: Option<String>,
    /// The lines that the masthead is printed in, in order, with the role of each.
    pub lines: Vec<MastheadLine>,
}

/// One printed line of the masthead.
#[derive(Clone, Debug)]
pub struct MastheadLine {
    /// What it says.
    pub role: MastheadRole,
    /// The line as printed, without the white space around it.
    pub piece: Piece,
}

/// What a line of the masthead says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MastheadRole {
    /// 政 府 工 作 报 告
    Title,
    /// ——2023年1月5日在淄川区 / 第十九届人民代表大会第二次会议上
    Session,
    /// 区长 冯炳涛
    Speaker,
}

/// A heading or a paragraph of the speech or of an attachment.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading on a line (or lines) of its own, or the numbered sentence that opens a paragraph.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
}

/// A heading of the outline.
#[derive(Clone, Debug)]
pub struct Heading {
    /// 1 for the topmost headings of this document.
    pub level: u8,
    /// The printed number with its mark (`一、`, `（一）`), empty for a bare heading.
    pub number: String,
    /// The heading after its number. A heading broken over two lines is joined.
    pub text: String,
    /// Whether the heading opens a paragraph; the paragraph that follows in the body is then the rest of that line.
    pub run_in: bool,
    /// Where it stands, one piece for each line.
    pub pieces: Vec<Piece>,
}

/// A paragraph, joined from the lines that the source broke it over (usually one).
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The words.
    pub text: String,
    /// Where they stand, one piece for each line; their texts in order are `text`.
    pub pieces: Vec<Piece>,
    /// The topic sentence that opens it, as bytes of `text`, when it has one.
    pub lead: Option<Span>,
    /// What the paragraph is to the speech.
    pub role: ParagraphRole,
}

/// What a paragraph is to the speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphRole {
    /// 各位代表：
    Salutation,
    /// Takes up the whole part again after its last section: it and what follows stand under the part's heading alone.
    Resuming,
    /// Anything else.
    Plain,
}

/// The glossary before its entries are read.
#[derive(Clone, Debug)]
pub struct GlossaryText {
    /// The heading lines (`附件2`, `名 词 解 释`).
    pub heading: Vec<Piece>,
    /// The lines of the entries that are not empty, in order.
    pub lines: Vec<Piece>,
}

/// Matter appended to the speech, other than the glossary.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// The heading lines.
    pub heading: Vec<Piece>,
    /// What follows.
    pub blocks: Vec<Block>,
}

impl Report {
    /// The headings and paragraphs of the speech, then those of each attachment.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.body.iter().chain(self.attachments.iter().flat_map(|attachment| &attachment.blocks))
    }

    /// Every piece of the report in the order of the source. Blanks apart, their texts in a row are the source.
    pub fn pieces(&self) -> Vec<&Piece> {
        let mut pieces: Vec<&Piece> = self.masthead.lines.iter().map(|line| &line.piece).collect();
        pieces.extend(self.body.iter().flat_map(Block::pieces));
        if let Some(glossary) = &self.glossary {
            pieces.extend(glossary.heading.iter().chain(&glossary.lines));
        }
        for attachment in &self.attachments {
            pieces.extend(attachment.heading.iter().chain(attachment.blocks.iter().flat_map(Block::pieces)));
        }
        pieces.extend(&self.aside);
        pieces.sort_by_key(|piece| piece.span);
        pieces
    }
}

impl Attachment {
    /// Its heading in one line.
    pub fn title(&self) -> String {
        self.heading.iter().map(|piece| piece.text.trim()).collect::<Vec<_>>().join(" ")
    }
}

impl Block {
    /// Where the block stands in the source.
    pub fn pieces(&self) -> &[Piece] {
        match self {
            Block::Heading(heading) => &heading.pieces,
            Block::Paragraph(paragraph) => &paragraph.pieces,
        }
    }
}

impl Paragraph {
    /// The span in the source of `span` of the words; one that runs over several lines is cut at the end of its first.
    /// `None` when the span is not of these words.
    pub fn source_span(&self, span: Span) -> Option<Span> {
        let mut before = 0;
        for piece in &self.pieces {
            let after = before + piece.text.len();
            if span.start < after {
                let end = span.end.min(after) - before;
                return Some(Span::new(span.start - before, end).shifted(piece.span.start));
            }
            before = after;
        }
        None
    }
}
