//! Sorts the sentences of the body by topic: which belong to which, and whether they tell of what was done or what is planned.

use super::report_site::{PageSite, ReportSite};
use super::spoken::dated;
use super::topic_site::{SentencesByTopic, TopicSentence, TopicSite, topic_route};
use crate::content::Manuscript;
use crate::figures::Status;
use crate::topics::{Topic, TopicFinder, TopicTable};

impl ReportSite<'_> {
    /// The names of the topics that a sentence belongs to, between bars.
    pub fn topics_of(&self, sentence: &str) -> String {
        let topics = self.by_topic.topics.iter();
        let own = topics.filter(|topic| topic.sentences.iter().any(|one| one.id == sentence));
        own.map(|topic| topic.title(self.words)).collect::<Vec<_>>().join("|")
    }

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

/// Sorts the sentences of the speech and of its attachments. Headings and cells of tables are no sentences; what stands before the
/// first heading is none of them, nor is an attachment that does not say whether it looks back or ahead.
pub(super) fn sorted<'m>(
    manuscript: &Manuscript,
    pages: &[PageSite<'_>],
    table: &'m TopicTable,
) -> SentencesByTopic<'m> {
    let route = |topic: &Topic| topic_route(&manuscript.id, topic);
    let topics = table.topics.iter();
    let mut found = SentencesByTopic {
        topics: topics.map(|topic| TopicSite { topic, route: route(topic), sentences: Vec::new() }).collect(),
        ..SentencesByTopic::default()
    };
    let finder = TopicFinder::new(table);
    for own in dated(&manuscript.title_page, pages) {
        found.add(&finder, &pages[own.page], (own.page, own.leaf), own.status);
    }
    found.topics.retain(|topic| !topic.sentences.is_empty());
    found
}

impl SentencesByTopic<'_> {
    /// Adds the sentences of a paragraph, at its page and leaf, to their topics.
    fn add(&mut self, finder: &TopicFinder<'_>, own: &PageSite<'_>, (page, leaf): (usize, usize), status: Status) {
        let inline = own.page.text.leaves()[leaf];
        let lead = inline.lead();
        for (span, id) in &own.leaves[leaf].sentences {
            self.sentences += 1;
            let topics = finder.topics_of(span.of(&inline.text));
            self.with_topic += usize::from(!topics.is_empty());
            for (topic, hits) in topics {
                let marks = hits.iter().map(|hit| hit.shifted(span.start)).collect();
                let is_lead = lead.is_some_and(|lead| span.end <= lead.end);
                let sentence = TopicSentence { page, leaf, id: id.clone(), span: *span, marks, is_lead, status };
                self.topics[topic].sentences.push(sentence);
            }
        }
    }
}
