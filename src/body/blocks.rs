//! Blocks of Markdown as HTML: paragraphs, headings, lists, tables.

use std::fmt::Write as _;

use super::fragment::{Fragment, RenderContext, own_language, report_language};
use super::medium::Medium;
use super::{highlight::highlight, inline, pointers};
use crate::markdown::{Align, Document, Inline, MarkdownBlock};
use crate::markup::attribute;
use crate::site::LeafBlock;

/// Renders the text of a page of the report with ids, terms, figures and chart links.
///
/// # Panics
/// When there is no page `index`.
pub fn page(context: RenderContext<'_>, index: usize) -> Fragment {
    let page = &context.site.pages[index];
    let mut writer = BlockWriter { context, leaves: page.leaves.iter(), out: Fragment::default() };
    writer.out.html = pointers::at_top(context, &page.id);
    for block in &page.page.text.blocks {
        let before = writer.leaves.as_slice();
        writer.block(block);
        // A note can stand between blocks, and not within all of them: in no row of a table.
        for leaf in &before[..before.len() - writer.leaves.as_slice().len()] {
            writer.out.html.push_str(&pointers::behind(context, &page.id, &leaf.id));
        }
    }
    writer.out
}

/// Renders a text that has no ids of its own: a definition, words under a chart.
pub fn text(context: RenderContext<'_>, text: &Document) -> String {
    let mut writer = BlockWriter { context, leaves: [].iter(), out: Fragment::default() };
    writer.blocks(&text.blocks);
    writer.out.html
}

/// Renders the definition of a term, with links to the other terms that it mentions. It has no ids of its own.
///
/// # Panics
/// When there is no term `term`.
pub fn definition(context: RenderContext<'_>, term: usize, text: &Document) -> String {
    let leaves = context.site.terms[term].definition.iter();
    let mut writer = BlockWriter { context, leaves, out: Fragment::default() };
    writer.blocks(&text.blocks);
    writer.out.html
}

struct BlockWriter<'a> {
    context: RenderContext<'a>,
    leaves: std::slice::Iter<'a, LeafBlock>,
    out: Fragment,
}

impl BlockWriter<'_> {
    fn blocks(&mut self, blocks: &[MarkdownBlock]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &MarkdownBlock) {
        match block {
            MarkdownBlock::Paragraph(text) => self.paragraph(text),
            MarkdownBlock::Heading { level, text } => {
                // `#` would be a second title of the page.
                let level = (self.context.under + (*level).max(2) - 1).min(6);
                let leaf = self.leaves.next();
                self.open(&format!("h{level}"), leaf.map_or("", |leaf| &leaf.id), "");
                self.inline(text, leaf);
                let _ = writeln!(self.out.html, "</h{level}>");
            }
            MarkdownBlock::List { start, items } => {
                let tag = if start.is_some() { "ol" } else { "ul" };
                let first =
                    start.filter(|start| *start != 1).map_or(String::new(), |start| format!(" start=\"{start}\""));
                let _ = writeln!(self.out.html, "<{tag}{first}>");
                for item in items {
                    self.out.html.push_str("<li>");
                    self.blocks(item);
                    self.out.html.push_str("</li>\n");
                }
                let _ = writeln!(self.out.html, "</{tag}>");
            }
            MarkdownBlock::Quote(inner) => {
                self.out.html.push_str("<blockquote>\n");
                self.blocks(inner);
                self.out.html.push_str("</blockquote>\n");
            }
            MarkdownBlock::EditorNote(inner) => {
                // Its words are none of the report's: they have no ids, and the proof passes them over.
                let leaves = std::mem::take(&mut self.leaves);
                self.out.html.push_str("<div class=\"editor-note\" role=\"note\" data-ui>\n");
                self.blocks(inner);
                self.out.html.push_str("</div>\n");
                self.leaves = leaves;
            }
            MarkdownBlock::Code { language, text } => {
                let code = highlight(language, &text.text);
                let _ = writeln!(self.out.html, "<pre class=\"code\" tabindex=\"0\"><code>{code}</code></pre>");
            }
            MarkdownBlock::Table { align, head, rows } => self.table(align, head, rows),
            MarkdownBlock::Rule => self.out.html.push_str("<hr>\n"),
        }
    }

    fn paragraph(&mut self, text: &Inline) {
        let leaf = self.leaves.next();
        let id = leaf.map_or("", |leaf| &leaf.id);
        // 各位代表： stands out of the text.
        let salutation = text.text.ends_with(['：', ':']) && text.text.chars().count() <= 12;
        self.open("p", id, if salutation { "salutation" } else { "" });
        self.inline(text, leaf);
        if !id.is_empty() && self.context.medium == Medium::Page {
            let words = self.context.site.words;
            let _ = write!(
                self.out.html,
                "<a class=\"anchor\" href=\"#{}\" aria-label=\"{}\"{} data-ui></a>",
                attribute(id),
                attribute(&words.fill("text.paragraph", &[("id", &id)])),
                own_language(words),
            );
        }
        self.out.html.push_str("</p>\n");
    }

    fn open(&mut self, tag: &str, id: &str, class: &str) {
        let _ = write!(self.out.html, "<{tag}");
        for (name, value) in [("id", id), ("class", class)] {
            if !value.is_empty() {
                let _ = write!(self.out.html, " {name}=\"{}\"", attribute(value));
            }
        }
        self.out.html.push('>');
        if !id.is_empty() {
            self.out.html.push_str(&pointers::ids_inside(self.context, id));
        }
    }

    fn inline(&mut self, text: &Inline, leaf: Option<&LeafBlock>) {
        inline::write(self.context, text, leaf, &mut self.out);
    }

    fn table(&mut self, align: &[Align], head: &[Inline], rows: &[Vec<Inline>]) {
        let words = self.context.site.words;
        let _ = write!(
            self.out.html,
            "<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"{}\"{}><table{}>\n<thead>",
            attribute(words.get("text.table")),
            own_language(words),
            report_language(words),
        );
        self.row(align, head, "th scope=\"col\"", "th");
        self.out.html.push_str("</thead>\n<tbody>\n");
        for row in rows {
            self.row(align, row, "td", "td");
        }
        self.out.html.push_str("</tbody>\n</table></div>\n");
    }

    fn row(&mut self, align: &[Align], cells: &[Inline], open: &str, close: &str) {
        self.out.html.push_str("<tr>");
        for (column, cell) in cells.iter().enumerate() {
            let class = match align.get(column) {
                Some(Align::Right) => "right",
                Some(Align::Centre) => "centre",
                _ => "",
            };
            let leaf = self.leaves.next();
            self.open(open, leaf.map_or("", |leaf| &leaf.id), class);
            self.inline(cell, leaf);
            let _ = write!(self.out.html, "</{close}>");
        }
        self.out.html.push_str("</tr>\n");
    }
}
