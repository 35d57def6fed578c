//! The sentences of a report by topic, for programs.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::figures::head;
use crate::site::{ReportSite, TopicSentence, TopicSite};

/// The topics with the report they are from, and how many sentences of the body belong to some.
pub(super) fn json(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let topics: Vec<Value> = report.by_topic.topics.iter().map(|own| topic(report, own, addresses)).collect();
    json!({
        "report": head(report, addresses),
        "sentences": report.by_topic.sentences, "with_topic": report.by_topic.with_topic,
        "topics": topics,
    })
}

fn topic(report: &ReportSite<'_>, own: &TopicSite<'_>, addresses: Addresses<'_>) -> Value {
    let sentences: Vec<Value> = own.sentences.iter().map(|one| sentence(report, one, addresses)).collect();
    json!({ "name": own.topic.name, "link": addresses.to(&own.route, ""), "sentences": sentences })
}

fn sentence(report: &ReportSite<'_>, own: &TopicSentence, addresses: Addresses<'_>) -> Value {
    let page = &report.pages[own.page];
    let text = &page.page.text.leaves()[own.leaf].text;
    let words: Vec<&str> = own.marks.iter().map(|mark| mark.of(text)).collect();
    json!({
        "id": own.id, "text": own.span.of(text).trim(), "words": words, "status": own.status.name(),
        "place": page.page.id.to_string(), "link": addresses.to(&page.route, &own.id),
    })
}
