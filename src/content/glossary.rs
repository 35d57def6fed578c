//! `glossary.md`: a heading for each entry as the report prints it, aliases and look-alikes as a list, the definition.
//!
//! ```text
//! ## 3．义务教育“双减”：
//!
//! - alias: “双减”
//! - not: “双碳”
//!
//! 即减轻义务教育阶段学生过重作业负担和校外培训负担。
//! ```

use std::collections::BTreeMap;

use toml::Spanned;

use super::aliases::{self, PageAlias};
use super::fields::Fields;
use super::file::{RawFile, front_matter};
use crate::diagnostic::{Code, Diagnostic};
use crate::glossary::{Entry, split_heading};
use crate::limits;
use crate::markdown::{self, Document, MarkdownBlock};
use crate::message::{Message, message};
use crate::text::{Source, Span};

/// The glossary of a report.
#[derive(Debug)]
pub struct GlossaryPage {
    /// The heading lines as printed (`名 词 解 释`).
    pub heading: Vec<String>,
    /// The entries in the order of the file.
    pub terms: Vec<Term>,
    /// Other addresses that lead to its page.
    pub aliases: Vec<PageAlias>,
    /// The file, for messages.
    pub file: Source,
}

/// One entry.
#[derive(Debug)]
pub struct Term {
    /// Number, term, aliases; `definition` holds the plain words of each paragraph, `line` the heading's line in the file.
    pub entry: Entry,
    /// The definition as Markdown.
    pub definition: Document,
    /// The heading in the file.
    pub place: Span,
}

/// Reads the file. An entry that cannot be understood is reported and left out.
pub(super) fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<GlossaryPage> {
    let source = file.source().drain_into(diagnostics)?;
    let (toml, body) = front_matter(&source, diagnostics);
    let mut fields = Fields::parse(&source, toml, diagnostics);
    let heading = fields.list("heading", diagnostics).into_iter().map(Spanned::into_inner).collect();
    let aliases = aliases::read(&mut fields, &source, diagnostics);
    fields.finish(diagnostics);
    let text = markdown::parse(&source, body).drain_into(diagnostics);
    let mut terms: Vec<Term> = Vec::new();
    for block in text.blocks {
        match block {
            MarkdownBlock::Heading { text, .. } => {
                let place = text.origin_span(Span::new(0, text.text.len()));
                let expected = terms.last().map_or(1, |term| term.entry.number + 1);
                let mut entry = split_heading(&text.text, expected);
                entry.line = source.place(place.start).line;
                terms.push(Term { entry, definition: Document::default(), place });
            }
            block => match terms.last_mut() {
                Some(term) => take(term, block, &source, diagnostics),
                None => diagnostics.push(
                    Diagnostic::error(
                        Code::GLOSSARY_ENTRY,
                        message!("words stand before the first entry", "第一条名词之前有别的话"),
                    )
                    .at(&source, first_place(&block, body))
                    .with_help(message!(
                        "begin an entry with a heading: ## 1．术语：",
                        "每条名词以标题开头：## 1．术语："
                    )),
                ),
            },
        }
    }
    if let Some(fault) = limits::TERMS.fault_of(terms.len()) {
        diagnostics.push(fault.in_file(source.name()));
        return None;
    }
    check(&mut terms, &source, diagnostics);
    Some(GlossaryPage { heading, terms, aliases, file: source })
}

/// Takes a block into an entry: a list of `alias:` and `not:` right under the heading, else a part of the definition.
fn take(term: &mut Term, block: MarkdownBlock, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let first = term.definition.blocks.is_empty();
    if let MarkdownBlock::List { start: None, items } = &block
        && first
        && items
            .iter()
            .all(|item| matches!(&item[..], [MarkdownBlock::Paragraph(text)] if key_of(&text.text).is_some()))
    {
        for item in items {
            let [MarkdownBlock::Paragraph(text)] = &item[..] else { continue };
            let Some((key, words)) = key_of(&text.text) else { continue };
            match key {
                MEANT => {
                    term.entry.aliases.push(words.to_owned());
                    let message = message!("`{key}` is no key of an entry", "名词的条目里没有 `{key}` 这一项");
                    diagnostics.push(
                        Diagnostic::error(Code::GLOSSARY_ENTRY, message)
                            .at(source, text.origin_span(Span::new(0, text.text.len())))
                            .with_help(message!("write: - alias: {words}", "写成：- alias: {words}")),
                    );
                }
                "alias" if !words.is_empty() => term.entry.aliases.push(words.to_owned()),
                "not" if !words.is_empty() => term.entry.not.push(words.to_owned()),
                _ => diagnostics.push(
                    Diagnostic::error(Code::GLOSSARY_ENTRY, message!("`{key}:` names nothing", "`{key}:` 后面是空的"))
                        .at(source, text.origin_span(Span::new(0, text.text.len())))
                        .with_help(message!(
                            "write the words after the colon, or take the line out",
                            "在冒号后面写上词，或者删掉这一行"
                        )),
                ),
            }
        }
        return;
    }
    if let MarkdownBlock::Paragraph(text) = &block {
        term.entry.definition.push(text.text.clone());
    }
    term.definition.blocks.push(block);
}

/// What people write who mean `alias`; taken as words of the definition it would be told as a fault of fidelity.
const MEANT: &str = "别名";

fn key_of(item: &str) -> Option<(&'static str, &str)> {
    ["alias", "not", MEANT].into_iter().find_map(|key| {
        let rest = item.strip_prefix(key)?.trim_start();
        let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix('：'))?;
        Some((key, rest.trim()))
    })
}

fn first_place(block: &MarkdownBlock, fallback: usize) -> Span {
    let document = Document { blocks: vec![block.clone()] };
    let leaf = document.leaves().first().map(|leaf| leaf.origin_span(Span::new(0, leaf.text.len())));
    leaf.unwrap_or(Span::new(fallback, fallback))
}

/// Every entry has a term and a definition, no number and no term stands twice.
fn check(terms: &mut Vec<Term>, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    // Which entry has a number or a name first.
    let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, term) in terms.iter().enumerate() {
        let fault = |code, message: Message| Diagnostic::error(code, message).at(source, term.place);
        if term.entry.term.is_empty() {
            let fault = fault(Code::GLOSSARY_ENTRY, message!("the heading names no term", "标题里没有名词"));
            diagnostics.push(fault.with_help(message!("write it as ## 1．术语：", "写成 ## 1．术语：")));
        }
        if term.definition.leaves().is_empty() {
            let fault = fault(
                Code::GLOSSARY_ENTRY,
                message!("`{term}` has no definition", "`{term}` 没有解释", term = term.entry.term),
            );
            diagnostics.push(fault.with_help(message!(
                "write it below the heading, or take the entry out",
                "写在标题下面，或者删掉这一条"
            )));
        }
        let line = |earlier: usize| terms[earlier].entry.line;
        let first = |line: usize| message!("first: line {line}", "第一次：第 {line} 行");
        let number = *numbers.entry(term.entry.number).or_insert(index);
        if number != index {
            let fault = fault(
                Code::DUPLICATE_ID,
                message!("number {number} stands twice", "序号 {number} 用了两次", number = term.entry.number),
            );
            diagnostics.push(
                fault
                    .with_note(first(line(number)))
                    .with_help(message!("give each entry a number of its own", "给后来的换一个序号")),
            );
        }
        let same = *names.entry(&term.entry.term).or_insert(index);
        if same != index {
            let fault = fault(
                Code::DUPLICATE_TERM,
                message!("`{term}` is defined twice", "`{term}` 解释了两次", term = term.entry.term),
            );
            diagnostics.push(
                fault.with_note(first(line(same))).with_help(message!(
                    "make them one entry, or name them apart",
                    "合成一条，或者把两个名词写得不一样"
                )),
            );
        }
    }
    terms.retain(|term| !term.entry.term.is_empty());
}
