//! Entries of the glossary and the lines that mention them, against their labels.

use std::collections::{BTreeMap, BTreeSet};

use gongdu::inspect::Inspection;
use serde::Deserialize;

use super::{Card, plain};

/// The label of one entry.
#[derive(Deserialize)]
pub struct Label {
    n: u32,
    term: String,
    definition_start: String,
    body_lines: Vec<usize>,
    /// Words that look like the term and are not.
    #[serde(default)]
    not: Vec<String>,
}

pub fn score(labels: &[Label], read: &Inspection, card: &mut Card<'_>) {
    let given: BTreeMap<u32, _> = read.glossary.iter().map(|entry| (entry.number, entry)).collect();
    let is_right = |label: &Label| {
        let start: String = plain(&label.definition_start).chars().take(10).collect();
        given.get(&label.n).is_some_and(|entry| {
            plain(&entry.term) == plain(&label.term) && plain(&entry.definition).starts_with(&start)
        })
    };
    let right = labels.iter().filter(|label| is_right(label)).count();
    card.found("glossary: term and definition", right, given.len(), labels.len());
    for label in labels.iter().filter(|label| !is_right(label)) {
        card.miss(&format!("glossary: entry {} {}", label.n, label.term));
    }
    let due: BTreeSet<(u32, usize)> =
        labels.iter().flat_map(|label| label.body_lines.iter().map(|line| (label.n, *line))).collect();
    let found: BTreeSet<(u32, usize)> = read.mentions.iter().map(|mention| (mention.number, mention.line)).collect();
    card.found("glossary: mentions", due.intersection(&found).count(), found.len(), due.len());
    due.difference(&found).for_each(|key| card.miss(&format!("mention missed {key:?}")));
    found.difference(&due).for_each(|key| card.miss(&format!("mention wrong {key:?}")));
    let fooled = |mention: &&gongdu::inspect::MentionJson| {
        let not = labels.iter().filter(|label| label.n == mention.number).flat_map(|label| &label.not);
        not.into_iter().any(|words| plain(words) == plain(&mention.text))
    };
    let fooled = read.mentions.iter().filter(fooled).count();
    card.score("glossary: no look-alike linked", read.mentions.len() - fooled, read.mentions.len());
}
