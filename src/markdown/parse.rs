//! Markdown to a tree, by the events of pulldown-cmark.

use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use super::document::{Align, Document, Inline, MarkdownBlock, Style, StyledSpan};
use super::emphasis::shadow;
use super::note::quotation;
use crate::diagnostic::{Checked, Code, Diagnostic, Severity, control_character};
use crate::limits;
use crate::message::message;
use crate::text::{Source, Span, is_control};

/// Parses the bytes of `source` from `from` on (what stands before is front matter).
///
/// Raw HTML is kept as the words it is written with, never as markup, and reported; so are emphasis marks that mean
/// nothing, pictures, which the site cannot show, and what is past [`limits::DEPTH`] or [`limits::MARKS`].
pub fn parse(source: &Source, from: usize) -> Checked<Document> {
    let text = &source.text()[from..];
    let shadow = shadow(text);
    let open = vec![OpenBlock::default()];
    let mut builder = TreeBuilder { source, from, text, shadow: &shadow, open, diagnostics: Vec::new() };
    for (event, range) in Parser::new_ext(&shadow, Options::ENABLE_TABLES).into_offset_iter() {
        let at = range.start;
        builder.take(event, range);
        // A text within a text within a text: whoever walks the tree would run out of stack.
        if let Some(fault) = builder.past_limit() {
            let span = Span::new(at, at).shifted(from);
            return Checked { value: Document::default(), diagnostics: vec![fault.at(source, span)] };
        }
    }
    let blocks = builder.open.pop().map(|outermost| outermost.blocks).unwrap_or_default();
    Checked { value: Document { blocks }, diagnostics: builder.diagnostics }
}

/// What only the opening tag of a container says.
#[derive(Default)]
enum Opener {
    #[default]
    Plain,
    List(Option<u64>),
    Table(Vec<Align>),
    Code(String),
}

/// A container that is still open: what has been read into it so far.
#[derive(Default)]
struct OpenBlock {
    opener: Opener,
    blocks: Vec<MarkdownBlock>,
    items: Vec<Vec<MarkdownBlock>>,
    cells: Vec<Inline>,
    head: Vec<Inline>,
    rows: Vec<Vec<Inline>>,
    inline: Inline,
    styles: Vec<(Style, usize)>,
    /// How many tags of HTML.
    tags: usize,
}

/// Builds the tree out of the parser's events.
struct TreeBuilder<'a> {
    source: &'a Source,
    from: usize,
    text: &'a str,
    shadow: &'a str,
    open: Vec<OpenBlock>,
    diagnostics: Vec<Diagnostic>,
}

impl TreeBuilder<'_> {
    /// The fault of a text that is nested too deep here, or has too many marks.
    fn past_limit(&self) -> Option<Diagnostic> {
        let top = self.open.last()?;
        // The whole text is open too.
        let deep = limits::DEPTH.fault_of((self.open.len() - 1).max(top.styles.len()));
        deep.or_else(|| limits::MARKS.fault_of(top.inline.marks.len() + top.tags))
    }

    fn take(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => {
                // The words of the original, unless the parser made them (an entity).
                let own = self.shadow.get(range.clone()) == Some(&*words);
                let words = if own { &self.text[range.clone()] } else { &words };
                self.check_stray_emphasis(words, range.start);
                self.words(words, range.start);
            }
            Event::Code(_) => self.code(range),
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => self.words("\n", range.start),
            Event::Html(_) | Event::InlineHtml(_) => {
                let words = self.text[range.clone()].trim_end_matches('\n').to_owned();
                let span = Span::new(range.start, range.start + words.len()).shifted(self.from);
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::RAW_HTML,
                        message!("raw HTML is shown as the words it is written with", "HTML 照字面显示，不当作标记"),
                    )
                    .at(self.source, span)
                    .with_help(message!(
                        "write it as Markdown, or put a backslash before `<`",
                        "改用 Markdown 写，或者在 `<` 前加反斜杠"
                    )),
                );
                self.words(&words, range.start);
                self.top().tags += 1;
            }
            Event::Rule => self.block(MarkdownBlock::Rule),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let style = match tag {
            Tag::Strong => Style::Strong,
            Tag::Emphasis => Style::Emphasis,
            Tag::Link { dest_url, title, .. } => Style::Link {
                destination: dest_url.into_string(),
                title: title.into_string(),
                origin: Span::new(range.start, range.end).shifted(self.from),
            },
            Tag::Image { .. } => {
                self.diagnostics.push(
                    Diagnostic::error(Code::PICTURE, message!("pictures cannot be shown", "网站不放图片"))
                        .at(self.source, Span::new(range.start, range.end).shifted(self.from))
                        .with_help(message!(
                            "say it in words, or link to the picture: [words](address)",
                            "用文字说明，或写成链接：[文字](网址)"
                        )),
                );
                return;
            }
            other => {
                let opener = match other {
                    Tag::List(start) => Opener::List(start),
                    Tag::Table(align) => Opener::Table(align.into_iter().map(align_of).collect()),
                    Tag::CodeBlock(kind) => Opener::Code(language_of(&kind)),
                    _ => Opener::Plain,
                };
                return self.open.push(OpenBlock { opener, ..OpenBlock::default() });
            }
        };
        let open = self.top();
        let at = open.inline.text.len();
        open.styles.push((style, at));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => {
                let open = self.top();
                if let Some((style, start)) = open.styles.pop() {
                    let span = Span::new(start, open.inline.text.len());
                    open.inline.marks.push(StyledSpan { span, style });
                }
                return;
            }
            TagEnd::Image => return,
            _ => {}
        }
        let Some(mut done) = self.open.pop() else { return };
        // Marks come inner first; whoever renders wants the outer first.
        done.inline.marks.reverse();
        done.inline.marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock if done.inline.text.is_empty() => {}
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.block(MarkdownBlock::Paragraph(done.inline)),
            TagEnd::Heading(level) => self.block(MarkdownBlock::Heading { level: level as u8, text: done.inline }),
            TagEnd::BlockQuote(_) => self.block(quotation(done.blocks)),
            TagEnd::Item => {
                // A tight item holds its words without a paragraph.
                if !done.inline.text.is_empty() {
                    done.blocks.insert(0, MarkdownBlock::Paragraph(done.inline));
                }
                self.top().items.push(done.blocks);
            }
            TagEnd::TableCell => self.top().cells.push(done.inline),
            TagEnd::TableHead => self.top().head = done.cells,
            TagEnd::TableRow => self.top().rows.push(done.cells),
            _ => match done.opener {
                Opener::List(start) => self.block(MarkdownBlock::List { start, items: done.items }),
                Opener::Table(align) => self.block(MarkdownBlock::Table { align, head: done.head, rows: done.rows }),
                Opener::Code(language) => self.block(MarkdownBlock::Code { language, text: done.inline }),
                Opener::Plain => {}
            },
        }
    }

    fn top(&mut self) -> &mut OpenBlock {
        if self.open.is_empty() {
            self.open.push(OpenBlock::default());
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }

    fn block(&mut self, block: MarkdownBlock) {
        self.top().blocks.push(block);
    }

    fn words(&mut self, words: &str, at: usize) {
        // `&#27;` is one that the file itself does not hold.
        if words.contains(is_control) {
            let span = Span::new(at, at).shifted(self.from);
            self.diagnostics.push(control_character(Severity::Error).at(self.source, span));
        }
        let file = at + self.from;
        let inline = &mut self.top().inline;
        inline.origins.push((inline.text.len(), file));
        inline.text.push_str(words);
    }

    /// The words of a code span, read from the original between its back-ticks as CommonMark says: line ends are spaces,
    /// and one space at both ends goes when there is more than spaces.
    fn code(&mut self, range: Range<usize>) {
        let raw = self.text[range.clone()].trim_matches('`');
        let ticks = (range.len() - raw.len()) / 2;
        let mut words = raw.replace('\n', " ");
        let mut at = range.start + ticks;
        if words.starts_with(' ') && words.ends_with(' ') && words.trim() != "" {
            words = words[1..words.len() - 1].to_owned();
            at += 1;
        }
        let start = self.top().inline.text.len();
        self.words(&words, at);
        let inline = &mut self.top().inline;
        let span = Span::new(start, inline.text.len());
        inline.marks.push(StyledSpan { span, style: Style::Code });
    }

    /// A line end inside a paragraph is a space between Latin words and nothing beside Chinese.
    fn soft_break(&mut self, range: Range<usize>) {
        let before = self.top().inline.text.chars().next_back();
        let after = self.text[range.end..].trim_start().chars().next();
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii() && !c.is_ascii_whitespace());
        if latin(before) && latin(after) {
            self.words(" ", range.start);
        }
    }

    fn check_stray_emphasis(&mut self, words: &str, at: usize) {
        // A backslash before it says that it is meant.
        let meant = at > 0 && self.text.as_bytes()[at - 1] == b'\\';
        let in_code = matches!(self.top().opener, Opener::Code(_));
        if let Some(found) = words.find("**")
            && !meant
            && !in_code
        {
            let span = Span::new(at + found, at + found + 2).shifted(self.from);
            self.diagnostics.push(
                Diagnostic::warning(
                    Code::STRAY_EMPHASIS,
                    message!("`**` has no partner and is shown as it is", "`**` 没有配对，照字面显示"),
                )
                .at(self.source, span)
                .with_help(message!(
                    "close the emphasis, or write \\*\\* if the asterisks are meant",
                    "补上另一半；本来就是星号，写成 \\*\\*"
                )),
            );
        }
    }
}

fn align_of(alignment: Alignment) -> Align {
    match alignment {
        Alignment::None => Align::None,
        Alignment::Left => Align::Left,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::Right,
    }
}

/// The first word after the fence.
fn language_of(kind: &CodeBlockKind<'_>) -> String {
    match kind {
        CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default().to_owned(),
        CodeBlockKind::Indented => String::new(),
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
