//! Where the text uses the terms of the glossary, and which of these mentions the site links.

use std::collections::BTreeSet;

use super::anchors::{LeafBlock, TermMention};
use super::report_site::{PageSite, TermSite, Use};
use crate::content::{GlossaryPage, LinkTerms};
use crate::glossary::{Entry, Matcher};
use crate::markdown::{Document, Inline, MarkdownBlock, Style};
use crate::text::Span;

/// Finds every mention on every page, marks those that become links by `policy`, and gives each term its uses.
///
/// A mention in a heading, a link, code or an emphasised part of a word is never linked; one in a heading or code is no use.
///
/// `ids` are those of the entries, in their order.
pub(super) fn resolve(
    pages: &mut [PageSite<'_>],
    glossary: &GlossaryPage,
    ids: Vec<String>,
    policy: LinkTerms,
) -> Vec<TermSite> {
    let entries: Vec<Entry> = glossary.terms.iter().map(|term| term.entry.clone()).collect();
    let matcher = Matcher::new(&entries);
    let index_of = |number: u32| entries.iter().position(|entry| entry.number == number);
    let in_definition = |term: usize| nested(&glossary.terms[term].definition, &matcher, term, &index_of);
    let mut terms: Vec<TermSite> = ids
        .into_iter()
        .enumerate()
        .map(|(at, id)| TermSite { id, uses: Vec::new(), definition: in_definition(at) })
        .collect();
    let mut seen = vec![false; terms.len()];
    for (page_index, page) in pages.iter_mut().enumerate() {
        if policy == LinkTerms::FirstPerSection {
            seen.fill(false);
        }
        let headings = heading_flags(&page.page.text);
        for ((leaf_index, leaf), (inline, is_heading)) in
            page.leaves.iter_mut().enumerate().zip(page.page.text.leaves().into_iter().zip(headings))
        {
            if is_heading {
                continue;
            }
            for mention in matcher.mentions(&inline.text) {
                let Some(term) = index_of(mention.number) else { continue };
                let place = placing(inline, mention.span);
                if place == Placing::Code {
                    continue;
                }
                let linked = place == Placing::Plain && (policy == LinkTerms::All || !seen[term]);
                seen[term] |= linked;
                let mark = mention.mark.filter(|mark| placing(inline, *mark) == Placing::Plain);
                leaf.mentions.push(TermMention { span: mention.span, term, linked, mark });
                let sentence = leaf.sentence_at(mention.span.start).to_owned();
                let uses = &mut terms[term].uses;
                if uses.last().is_none_or(|last| last.sentence != sentence || last.page != page_index) {
                    uses.push(Use { page: page_index, leaf: leaf_index, sentence, at: mention.span });
                }
            }
        }
    }
    terms
}

/// The leaves of the definition of `term` with their mentions of other terms, each linked once.
fn nested(
    definition: &Document,
    matcher: &Matcher,
    term: usize,
    index_of: &dyn Fn(u32) -> Option<usize>,
) -> Vec<LeafBlock> {
    let mut seen = BTreeSet::from([term]);
    let mut leaf = |inline: &Inline| {
        let mentions = matcher.mentions(&inline.text).into_iter().filter_map(|mention| {
            let other = index_of(mention.number)?;
            let linked = placing(inline, mention.span) == Placing::Plain && seen.insert(other);
            linked.then_some(TermMention { span: mention.span, term: other, linked, mark: None })
        });
        LeafBlock { mentions: mentions.collect(), ..LeafBlock::default() }
    };
    definition.leaves().into_iter().map(&mut leaf).collect()
}

#[derive(PartialEq)]
enum Placing {
    Plain,
    Link,
    Code,
}

/// What kind of words a mention stands in. A mention that only partly lies in a styled run counts as inside it.
fn placing(inline: &Inline, span: Span) -> Placing {
    let mut placing = Placing::Plain;
    for mark in inline.marks.iter().filter(|mark| mark.span.overlaps(span)) {
        match mark.style {
            Style::Code => return Placing::Code,
            Style::Link { .. } => placing = Placing::Link,
            Style::Strong | Style::Emphasis => {}
        }
    }
    placing
}

/// For each leaf of the text, whether it is a heading.
fn heading_flags(text: &Document) -> Vec<bool> {
    fn walk(blocks: &[MarkdownBlock], into: &mut Vec<bool>) {
        for block in blocks {
            match block {
                MarkdownBlock::Paragraph(_) => into.push(false),
                MarkdownBlock::Heading { .. } => into.push(true),
                MarkdownBlock::List { items, .. } => items.iter().for_each(|item| walk(item, into)),
                MarkdownBlock::Quote(inner) => walk(inner, into),
                MarkdownBlock::Table { head, rows, .. } => {
                    into.extend(head.iter().map(|_| true));
                    into.extend(rows.iter().flatten().map(|_| false));
                }
                MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
            }
        }
    }
    let mut flags = Vec::new();
    walk(&text.blocks, &mut flags);
    flags
}
