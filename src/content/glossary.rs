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

use toml::Spanned;

use super::fields::Fields;
use super::file::{RawFile, front_matter};
use crate::diagnostic::{Code, Diagnostic};
use crate::glossary::{Entry, split_heading};
use crate::markdown::{self, Block, Document};
use crate::text::{Source, Span};

/// The glossary of a report.
#[derive(Debug)]
pub struct GlossaryPage {
    /// The heading lines as printed (`名 词 解 释`).
    pub heading: Vec<String>,
    /// The entries in the order of the file.
    pub terms: Vec<Term>,
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
    let source = file.source(diagnostics)?;
    let (toml, body) = front_matter(&source, diagnostics);
    let mut fields = Fields::parse(&source, toml, diagnostics);
    let heading = fields.list("heading", diagnostics).into_iter().map(Spanned::into_inner).collect();
    fields.finish(diagnostics);
    let text = markdown::parse(&source, body, diagnostics);
    let mut terms: Vec<Term> = Vec::new();
    for block in text.blocks {
        match block {
            Block::Heading { text, .. } => {
                let place = text.origin_span(Span::new(0, text.text.len()));
                let expected = terms.last().map_or(1, |term| term.entry.number + 1);
                let mut entry = split_heading(&text.text, expected);
                entry.line = source.place(place.start).line;
                terms.push(Term { entry, definition: Document::default(), place });
            }
            block => match terms.last_mut() {
                Some(term) => take(term, block, &source, diagnostics),
                None => diagnostics.push(
                    Diagnostic::error(Code::GLOSSARY_ENTRY, "words stand before the first entry")
                        .at(&source, first_place(&block, body))
                        .with_help("begin an entry with a heading: ## 1．术语："),
                ),
            },
        }
    }
    check(&mut terms, &source, diagnostics);
    Some(GlossaryPage { heading, terms, file: source })
}

/// Takes a block into an entry: a list of `alias:` and `not:` right under the heading, else a part of the definition.
fn take(term: &mut Term, block: Block, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    let first = term.definition.blocks.is_empty();
    if let Block::List { start: None, items } = &block
        && first
        && items.iter().all(|item| matches!(&item[..], [Block::Paragraph(text)] if key_of(&text.text).is_some()))
    {
        for item in items {
            let [Block::Paragraph(text)] = &item[..] else { continue };
            let Some((key, words)) = key_of(&text.text) else { continue };
            match key {
                "alias" if !words.is_empty() => term.entry.aliases.push(words.to_owned()),
                "not" if !words.is_empty() => term.entry.not.push(words.to_owned()),
                _ => diagnostics.push(
                    Diagnostic::error(Code::GLOSSARY_ENTRY, format!("`{key}:` names nothing"))
                        .at(source, text.origin_span(Span::new(0, text.text.len())))
                        .with_help("write the words after the colon, or take the line out"),
                ),
            }
        }
        return;
    }
    if let Block::Paragraph(text) = &block {
        term.entry.definition.push(text.text.clone());
    }
    term.definition.blocks.push(block);
}

fn key_of(item: &str) -> Option<(&'static str, &str)> {
    ["alias", "not"].into_iter().find_map(|key| {
        let rest = item.strip_prefix(key)?.trim_start();
        let rest = rest.strip_prefix(':').or_else(|| rest.strip_prefix('：'))?;
        Some((key, rest.trim()))
    })
}

fn first_place(block: &Block, fallback: usize) -> Span {
    let document = Document { blocks: vec![block.clone()] };
    let leaf = document.leaves().first().map(|leaf| leaf.origin_span(Span::new(0, leaf.text.len())));
    leaf.unwrap_or(Span::new(fallback, fallback))
}

/// Every entry has a term and a definition, no number and no term stands twice.
fn check(terms: &mut Vec<Term>, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
    for (index, term) in terms.iter().enumerate() {
        let fault = |code, message: String| Diagnostic::error(code, message).at(source, term.place);
        if term.entry.term.is_empty() {
            let fault = fault(Code::GLOSSARY_ENTRY, "the heading names no term".into());
            diagnostics.push(fault.with_help("write it as ## 1．术语："));
        }
        if term.definition.leaves().is_empty() {
            let fault = fault(Code::GLOSSARY_ENTRY, format!("`{}` has no definition", term.entry.term));
            diagnostics.push(fault.with_help("write it below the heading, or take the entry out"));
        }
        for earlier in &terms[..index] {
            let line = earlier.entry.line;
            if earlier.entry.number == term.entry.number {
                let fault = fault(Code::DUPLICATE_ID, format!("number {} stands twice", term.entry.number));
                diagnostics.push(
                    fault.with_note(format!("first: line {line}")).with_help("give each entry a number of its own"),
                );
            }
            if earlier.entry.term == term.entry.term {
                let fault = fault(Code::DUPLICATE_TERM, format!("`{}` is defined twice", term.entry.term));
                diagnostics.push(
                    fault.with_note(format!("first: line {line}")).with_help("make them one entry, or name them apart"),
                );
            }
        }
    }
    terms.retain(|term| !term.entry.term.is_empty());
}
