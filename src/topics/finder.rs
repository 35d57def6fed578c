//! Finds the topics of sentences: looks once through a sentence for the words of all topics, and then for those of the topics alone that
//! have one in it.

use aho_corasick::AhoCorasick;

use super::table::TopicTable;
use crate::text::{Span, simplified};

/// The topics of a table, ready to be found in any number of sentences.
pub struct TopicFinder<'t> {
    table: &'t TopicTable,
    /// The words of [`TopicTable::left_out`], then those of each topic; `None` where there are none, or too many for a search.
    words: Option<AhoCorasick>,
    /// For each word the place of its topic; `None` for one of a sentence that belongs to none.
    topics: Vec<Option<usize>>,
}

impl<'t> TopicFinder<'t> {
    /// Made ready for the topics of `table`.
    pub fn new(table: &'t TopicTable) -> TopicFinder<'t> {
        let left_out = table.left_out.iter().map(|word| (None, word));
        let of_topics = table.topics.iter().enumerate();
        let of_topics = of_topics.flat_map(|(at, topic)| topic.wording.words.iter().map(move |word| (Some(at), word)));
        let (topics, words): (Vec<_>, Vec<_>) = left_out.chain(of_topics).unzip();
        TopicFinder { table, words: AhoCorasick::new(words).ok(), topics }
    }

    /// The topics of a sentence by their places in [`TopicTable::topics`], each with the words that put it there. Traditional
    /// characters are read as simplified ones.
    pub fn topics_of(&self, sentence: &str) -> Vec<(usize, Vec<Span>)> {
        let sentence: String = sentence.chars().map(simplified).collect();
        let mut has = vec![false; self.table.topics.len()];
        for hit in self.words.iter().flat_map(|words| words.find_overlapping_iter(&sentence)) {
            match self.topics[hit.pattern().as_usize()] {
                Some(topic) => has[topic] = true,
                None => return Vec::new(),
            }
        }
        let topics = self.table.topics.iter().enumerate().filter(|(at, _)| has[*at]);
        // Words may be a part of a phrase that means something else.
        let topics = topics.map(|(at, topic)| (at, topic.wording.hits(&sentence)));
        topics.filter(|(_, hits)| !hits.is_empty()).collect()
    }
}
