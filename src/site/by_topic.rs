//! Sorts the sentences of the body by topic: which belong to which, and whether they tell of what was done or what is planned.

use super::anchors::LeafBlock;
use super::report_site::{PageSite, ReportSite};
use super::route::Route;
use super::topic_site::{SentencesByTopic, TopicSentence, TopicSite};
use crate::content::Manuscript;
use crate::figures::Reader;
use crate::markdown::{Inline, MarkdownBlock};
use crate::text::Span;
use crate::topics::{Topic, TopicTable};

impl ReportSite<'_> {
    /// The words that put sentences under a topic, each once, those of most sentences first.
    pub fn words_found(&self, topic: &TopicSite<'_>) -> Vec<&str> {
        let mut counted: Vec<(&str, usize)> = Vec::new();
        for sentence in &topic.sentences {
            let text = &self.pages[sentence.page].page.text.leaves()[sentence.leaf].text;
            for word in sentence.marks.iter().map(|mark| mark.of(text)) {
                match counted.iter_mut().find(|(known, _)| *known == word) {
                    Some((_, count)) => *count += 1,
                    None => counted.push((word, 1)),
                }
            }
        }
        counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counted.into_iter().map(|(word, _)| word).collect()
    }
}

/// Sorts the sentences of the body. Headings and cells of tables are no sentences; what stands before the first heading or in an
/// attachment is not of the body.
pub(super) fn sorted<'m>(
    manuscript: &Manuscript,
    pages: &[PageSite<'_>],
    table: &'m TopicTable,
) -> SentencesByTopic<'m> {
    let year = manuscript.title_page.year.and_then(|year| u16::try_from(year).ok());
    let route = |topic: &Topic| Route::page(&[&manuscript.id, "topics", &topic.slug]);
    let topics = table.topics.iter();
    let mut found = SentencesByTopic {
        topics: topics.map(|topic| TopicSite { topic, route: route(topic), sentences: Vec::new() }).collect(),
        ..SentencesByTopic::default()
    };
    let mut walk = Walk { table, reader: Reader::new(year), page: 0, leaf: 0, found: &mut found };
    for (index, own) in pages.iter().enumerate().filter(|(_, own)| !own.page.id.is_attachment()) {
        let level = if own.page.id.is_section() { 2 } else { 1 };
        if !own.page.id.is_opening() {
            walk.reader.heading(level, &own.page.title);
        }
        (walk.page, walk.leaf) = (index, 0);
        walk.blocks(&own.page.text.blocks, &own.leaves, level);
    }
    found.topics.retain(|topic| !topic.sentences.is_empty());
    found
}

struct Walk<'a, 'm> {
    table: &'m TopicTable,
    reader: Reader,
    page: usize,
    leaf: usize,
    found: &'a mut SentencesByTopic<'m>,
}

impl Walk<'_, '_> {
    /// Goes through blocks as [`super::anchors::leaves`] counts their leaves; headings in the text lie below `level`.
    fn blocks(&mut self, blocks: &[MarkdownBlock], leaves: &[LeafBlock], level: u8) {
        for block in blocks {
            match block {
                MarkdownBlock::Paragraph(text) => {
                    self.paragraph(text, &leaves[self.leaf]);
                    self.leaf += 1;
                }
                MarkdownBlock::Heading { level: own, text } => {
                    self.reader.heading(level + own, &text.text);
                    self.leaf += 1;
                }
                MarkdownBlock::List { items, .. } => {
                    items.iter().for_each(|item| self.blocks(item, leaves, level));
                }
                MarkdownBlock::Quote(inner) => self.blocks(inner, leaves, level),
                MarkdownBlock::Table { head, rows, .. } => {
                    self.leaf += head.len() + rows.iter().map(Vec::len).sum::<usize>();
                }
                MarkdownBlock::EditorNote(_) | MarkdownBlock::Code { .. } | MarkdownBlock::Rule => {}
            }
        }
    }

    fn paragraph(&mut self, text: &Inline, leaf: &LeafBlock) {
        let status = self.reader.status();
        // What the paragraph says of the time holds for the next.
        self.reader.paragraph(&text.text);
        let Some(status) = status else { return };
        let lead = text.lead();
        for (span, id) in &leaf.sentences {
            self.found.sentences += 1;
            let topics = self.table.topics_of(span.of(&text.text));
            self.found.with_topic += usize::from(!topics.is_empty());
            for (topic, hits) in topics {
                let marks = hits.iter().map(|hit| Span::new(span.start + hit.start, span.start + hit.end)).collect();
                self.found.topics[topic].sentences.push(TopicSentence {
                    page: self.page,
                    leaf: self.leaf,
                    id: id.clone(),
                    span: *span,
                    marks,
                    is_lead: lead.is_some_and(|lead| span.end <= lead.end),
                    status,
                });
            }
        }
    }
}
