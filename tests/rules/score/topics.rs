//! The sentences of the body by topic, and what everyday queries find, against their labels; the guide is `TOPICS.md`.

use std::collections::{BTreeMap, BTreeSet};

use gongdu::report::Block;
use gongdu::text::sentences;
use gongdu::topics::{TopicFinder, TopicTable};
use serde::Deserialize;

use super::Card;
use crate::reading::Reading;

/// A sentence that somebody who looks for a topic wants to see.
#[derive(Deserialize)]
pub struct Label {
    topic: String,
    line: usize,
    start: usize,
    /// Neither right nor wrong.
    maybe: bool,
}

/// What people type, and the sentences that answer.
#[derive(Deserialize)]
pub struct QueryLabel {
    query: String,
    answers: Answers,
    /// Right too.
    #[serde(default)]
    also: Vec<Answer>,
}

/// The best sentences, or `"none"`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answers {
    Some(Vec<Answer>),
    None(Nothing),
}

#[derive(Deserialize)]
enum Nothing {
    #[serde(rename = "none")]
    None,
}

#[derive(Deserialize)]
struct Answer {
    line: usize,
    start: usize,
}

/// Line and offset of the first character of a sentence.
type Spot = (usize, usize);

/// The sentences of the body by their places.
fn body(reading: &Reading) -> BTreeMap<Spot, String> {
    let mut found = BTreeMap::new();
    for block in &reading.imported.report.body {
        let Block::Paragraph(paragraph) = block else { continue };
        for span in sentences(&paragraph.text) {
            let Some(source) = paragraph.source_span(span) else { continue };
            let place = reading.opened.source.place(source.start);
            found.insert((place.line, place.column - 1), span.of(&paragraph.text).to_owned());
        }
    }
    found
}

/// Scores the topics that are labelled; the words of the others were read by eye.
pub fn score(labels: &[Label], reading: &Reading, card: &mut Card<'_>) {
    let table = TopicTable::embedded();
    let finder = TopicFinder::new(&table);
    let labelled: BTreeSet<&str> = labels.iter().map(|label| label.topic.as_str()).collect();
    let of = |maybe: bool| -> BTreeSet<(&str, Spot)> {
        let those = labels.iter().filter(|label| label.maybe == maybe);
        those.map(|label| (label.topic.as_str(), (label.line, label.start))).collect()
    };
    let (due, either) = (of(false), of(true));
    let sentences = body(reading);
    let mut given = BTreeSet::new();
    for (spot, sentence) in &sentences {
        let topics = finder.topics_of(sentence).into_iter().map(|(topic, _)| table.topics[topic].name.as_str());
        given.extend(topics.filter(|name| labelled.contains(name)).map(|name| (name, *spot)));
    }
    given.retain(|found| !either.contains(found));
    card.found("topics", given.intersection(&due).count(), given.len(), due.len());
    let words = |spot: &Spot| sentences.get(spot).map_or("", String::as_str);
    given.difference(&due).for_each(|(name, spot)| card.miss(&format!("topic wrong: {name} {spot:?} {}", words(spot))));
    due.difference(&given)
        .for_each(|(name, spot)| card.miss(&format!("topic missed: {name} {spot:?} {}", words(spot))));
}

/// Scores what queries find: the words themselves, else what the table says that reports write for them.
pub fn score_queries(labels: &[QueryLabel], reading: &Reading, card: &mut Card<'_>) {
    let table = TopicTable::embedded();
    let sentences = body(reading);
    let (mut answered, mut answerable, mut silent, mut unanswerable) = (0, 0, 0, 0);
    let (mut right, mut found_otherwise) = (0, 0);
    for label in labels {
        let wording = table.queries.iter().find(|query| query.name == label.query).map(|query| table.wording_of(query));
        let holding = |holds: &dyn Fn(&str) -> bool| -> BTreeSet<Spot> {
            sentences.iter().filter(|(_, sentence)| holds(sentence)).map(|(spot, _)| *spot).collect()
        };
        let literal = holding(&|sentence| sentence.contains(&label.query));
        let other = match &wording {
            Some(wording) if literal.is_empty() => holding(&|sentence| !wording.hits(sentence).is_empty()),
            _ => BTreeSet::new(),
        };
        let spots = |answers: &[Answer]| -> BTreeSet<Spot> {
            answers.iter().map(|answer| (answer.line, answer.start)).collect()
        };
        let also = spots(&label.also);
        let Answers::Some(best) = &label.answers else {
            unanswerable += 1;
            silent += usize::from(literal.union(&other).all(|spot| also.contains(spot)));
            continue;
        };
        let best = spots(best);
        answerable += 1;
        let is_answered = literal.union(&other).any(|spot| best.contains(spot));
        answered += usize::from(is_answered);
        if !is_answered {
            card.miss(&format!("query without answer: {}", label.query));
        }
        found_otherwise += other.len();
        for spot in &other {
            if best.contains(spot) || also.contains(spot) {
                right += 1;
            } else {
                card.miss(&format!("query wrong: {} {spot:?} {}", label.query, sentences[spot]));
            }
        }
    }
    card.score("queries: answered", answered, answerable);
    card.score("queries: nothing found where nothing answers", silent, unanswerable);
    card.score("queries: found in the report's words: precision", right, found_otherwise);
}
