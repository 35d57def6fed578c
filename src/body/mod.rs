//! Markdown and resolved references to one well-formed HTML fragment. Knows no templates.

mod escape;
mod highlight;
mod inline;

pub use escape::{attribute, escape};
pub use highlight::highlight;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::markdown::{Align, Document, Inline, MarkdownBlock};
use crate::site::{Leaf, ReportSite, Route};
use crate::words::{Language, Words};

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// Well-formed HTML.
    pub html: String,
    /// Indices of the terms that are linked in it; the page must carry their definitions.
    pub terms: BTreeSet<usize>,
}

/// Where a fragment will stand and what it refers to.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The report.
    pub site: &'a ReportSite<'a>,
    /// The page that the fragment is for; links are relative to it.
    pub here: &'a Route,
    /// The level of the heading that stands over the fragment (1 on a page of its own).
    pub under: u8,
}

/// Renders the text of a page of the report with ids, terms, figures and chart links.
///
/// # Panics
/// When there is no page `index`.
pub fn page(setting: Setting<'_>, index: usize) -> Fragment {
    let page = &setting.site.pages[index];
    render(setting, &page.page.text, &page.leaves)
}

/// Renders a text that has no ids of its own: a definition, words under a chart.
pub fn text(setting: Setting<'_>, text: &Document) -> String {
    render(setting, text, &[]).html
}

fn render(setting: Setting<'_>, text: &Document, leaves: &[Leaf]) -> Fragment {
    let mut writer = Writer { setting, leaves: leaves.iter(), out: Fragment::default() };
    writer.blocks(&text.blocks);
    writer.out
}

struct Writer<'a> {
    setting: Setting<'a>,
    leaves: std::slice::Iter<'a, Leaf>,
    out: Fragment,
}

impl Writer<'_> {
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
                let level = (self.setting.under + (*level).max(2) - 1).min(6);
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
            MarkdownBlock::Code { language, text } => {
                let code = highlight(language, text);
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
        if !id.is_empty() {
            let words = self.setting.site.words;
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
    }

    fn inline(&mut self, text: &Inline, leaf: Option<&Leaf>) {
        inline::write(self.setting, text, leaf, &mut self.out);
    }

    fn table(&mut self, align: &[Align], head: &[Inline], rows: &[Vec<Inline>]) {
        let words = self.setting.site.words;
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

/// The attribute of what the site says amid the words of the report, where that is not in Chinese.
fn own_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", words.language().tag()) } else { String::new() }
}

/// The attribute of words of the report amid those of the site, where these are not in Chinese.
pub fn report_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", Language::REPORT) } else { String::new() }
}

#[cfg(test)]
mod tests;
