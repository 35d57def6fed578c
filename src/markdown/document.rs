//! A Markdown text as a tree of blocks, each leaf with its plain words and where in the file they stand.

use crate::text::Span;

/// A parsed Markdown text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The blocks in order.
    pub blocks: Vec<MarkdownBlock>,
}

/// One block.
#[derive(Clone, Debug, PartialEq)]
pub enum MarkdownBlock {
    /// A paragraph.
    Paragraph(Inline),
    /// A heading, level 1 to 6.
    Heading {
        /// 1 to 6, as written.
        level: u8,
        /// Its words.
        text: Inline,
    },
    /// A list; `start` is the first number of an ordered one.
    List {
        /// First number, `None` for bullets.
        start: Option<u64>,
        /// The items, each a run of blocks.
        items: Vec<Vec<MarkdownBlock>>,
    },
    /// A quotation.
    Quote(Vec<MarkdownBlock>),
    /// A quotation that says with day and reason that it is an editor's: none of its words are the text's.
    EditorNote(Vec<MarkdownBlock>),
    /// A fenced or indented code block.
    Code {
        /// The first word after the fence, empty when none.
        language: String,
        /// The code, with its last line end.
        text: Inline,
    },
    /// A table.
    Table {
        /// Alignment of each column.
        align: Vec<Align>,
        /// The head row.
        head: Vec<Inline>,
        /// The other rows.
        rows: Vec<Vec<Inline>>,
    },
    /// A thematic break.
    Rule,
}

/// Alignment of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Not said.
    None,
    /// Left.
    Left,
    /// Centre.
    Centre,
    /// Right.
    Right,
}

/// A run of words with their styles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inline {
    /// The plain words; a hard line break is `\n`.
    pub text: String,
    /// Styled parts, outer before inner; properly nested.
    pub marks: Vec<StyledSpan>,
    /// Where the words come from: (byte in `text`, byte in the file), ascending, each good up to the next.
    pub origins: Vec<(usize, usize)>,
}

/// A styled part of an [`Inline`].
#[derive(Clone, Debug, PartialEq)]
pub struct StyledSpan {
    /// Bytes of the plain words.
    pub span: Span,
    /// How they are set.
    pub style: Style,
}

/// How words are set.
#[derive(Clone, Debug, PartialEq)]
pub enum Style {
    /// `**…**`
    Strong,
    /// `*…*`
    Emphasis,
    /// `` `…` ``
    Code,
    /// `[…](destination "title")`
    Link {
        /// The address as written.
        destination: String,
        /// The title, often empty.
        title: String,
        /// Bytes of the whole link in the file, for messages.
        origin: Span,
    },
}

impl Inline {
    /// Words without any style that stand in no file.
    pub fn plain(text: impl Into<String>) -> Inline {
        Inline { text: text.into(), ..Inline::default() }
    }

    /// The byte in the file that the byte `at` of the plain words comes from.
    pub fn origin(&self, at: usize) -> usize {
        let after = self.origins.partition_point(|(text, _)| *text <= at);
        match after.checked_sub(1).map(|index| self.origins[index]) {
            Some((text, file)) => file + (at - text),
            None => 0,
        }
    }

    /// The bytes in the file that a span of the plain words comes from.
    pub fn origin_span(&self, span: Span) -> Span {
        let start = self.origin(span.start);
        let end = if span.is_empty() { start } else { self.origin(span.end - 1) + 1 };
        Span::new(start, end.max(start))
    }

    /// The strong words that open the paragraph, when something follows them: its lead sentence.
    pub fn lead(&self) -> Option<Span> {
        let first = self.marks.first()?;
        let opens = first.style == Style::Strong && first.span.start == 0;
        (opens && first.span.end < self.text.len()).then_some(first.span)
    }
}

impl Document {
    /// Every leaf with words (paragraphs, headings, table cells), in reading order; those of editor's notes are not of the
    /// text.
    pub fn leaves(&self) -> Vec<&Inline> {
        self.collect(LeafKinds { notes: false, code: false })
    }

    /// The leaves, and those of editor's notes.
    pub fn leaves_and_notes(&self) -> Vec<&Inline> {
        self.collect(LeafKinds { notes: true, code: false })
    }

    /// Everything that a reader takes for the words of the text: the leaves, and code.
    pub fn printed(&self) -> Vec<&Inline> {
        self.collect(LeafKinds { notes: false, code: true })
    }

    /// The index of the block behind the first thematic break, from which on a text takes up again what it is a part of.
    pub fn resumes_at(&self) -> Option<usize> {
        self.blocks.iter().position(|block| *block == MarkdownBlock::Rule).map(|rule| rule + 1)
    }

    /// How many leaves stand before that.
    pub fn leaves_before_resuming(&self) -> Option<usize> {
        let mut found = Vec::new();
        collect(&self.blocks[..self.resumes_at()?], LeafKinds { notes: false, code: false }, &mut found);
        Some(found.len())
    }

    fn collect(&self, wanted: LeafKinds) -> Vec<&Inline> {
        let mut found = Vec::new();
        collect(&self.blocks, wanted, &mut found);
        found
    }

    /// All words of the leaves in reading order, a line for each.
    pub fn words(&self) -> String {
        self.leaves().iter().map(|leaf| format!("{}\n", leaf.text)).collect()
    }
}

/// What is collected besides the leaves of the text.
#[derive(Clone, Copy)]
struct LeafKinds {
    notes: bool,
    code: bool,
}

fn collect<'a>(blocks: &'a [MarkdownBlock], wanted: LeafKinds, into: &mut Vec<&'a Inline>) {
    for block in blocks {
        match block {
            MarkdownBlock::Paragraph(text) | MarkdownBlock::Heading { text, .. } => into.push(text),
            MarkdownBlock::List { items, .. } => items.iter().for_each(|item| collect(item, wanted, into)),
            MarkdownBlock::Quote(inner) => collect(inner, wanted, into),
            MarkdownBlock::EditorNote(inner) if wanted.notes => collect(inner, wanted, into),
            MarkdownBlock::Code { text, .. } if wanted.code => into.push(text),
            MarkdownBlock::Table { head, rows, .. } => into.extend(head.iter().chain(rows.iter().flatten())),
            MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
        }
    }
}
