//! A topic with its sentences, and what is known of each.

use super::route::Route;
use crate::figures::Status;
use crate::text::Span;
use crate::topics::Topic;
use crate::words::Words;

/// The sentences of a report by topic.
#[derive(Debug, Default)]
pub struct SentencesByTopic<'m> {
    /// The topics that the report says something of, in the order of the table.
    pub topics: Vec<TopicSite<'m>>,
    /// How many sentences the body has between its first heading and the attachments.
    pub sentences: usize,
    /// How many of them belong to some topic.
    pub with_topic: usize,
}

/// A topic with its sentences.
#[derive(Debug)]
pub struct TopicSite<'m> {
    /// The row of the table.
    pub topic: &'m Topic,
    /// Its page.
    pub route: Route,
    /// In reading order.
    pub sentences: Vec<TopicSentence>,
}

/// A sentence that belongs to a topic.
#[derive(Clone, Debug)]
pub struct TopicSentence {
    /// Index into the pages of the report.
    pub page: usize,
    /// Index into the leaves of the page.
    pub leaf: usize,
    /// Its id.
    pub id: String,
    /// Where it stands in the leaf.
    pub span: Span,
    /// The words that put it there, in the leaf.
    pub marks: Vec<Span>,
    /// Whether it is the topic sentence that opens its paragraph as a heading would.
    pub is_lead: bool,
    /// Done or planned.
    pub status: Status,
}

impl TopicSite<'_> {
    /// The name of the topic in the language of the interface.
    pub fn title(&self, words: &Words) -> &str {
        topic_title(self.topic, words)
    }
}

/// The name of a topic in the language of the interface.
pub(super) fn topic_title<'t>(topic: &'t Topic, words: &Words) -> &'t str {
    let english = Some(topic.english.as_str()).filter(|name| words.are_foreign() && !name.is_empty());
    english.unwrap_or(&topic.name)
}

/// The page of a topic in a report.
pub(super) fn topic_route(report: &str, topic: &Topic) -> Route {
    Route::page(&[report, "topics", &topic.slug])
}

impl TopicSentence {
    /// Whether it tells of what is planned; if not, of what was done.
    pub fn is_planned(&self) -> bool {
        self.status == Status::Target
    }
}
