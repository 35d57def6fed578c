//! The labels that lie beside the corpus, and the scores of all that was read against them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::last_year::Told;
use crate::reading::Reading;
use crate::score::{Card, commitments, figures, glossary, key_statistics, last_year, pairs, structure, topics};
use crate::scores::Scores;

/// Everything that people said of the corpus.
pub struct Labels {
    folder: PathBuf,
    strict: BTreeMap<String, figures::Strict>,
    pairs: Vec<pairs::Label>,
    key_statistics: Vec<key_statistics::Label>,
    last_year: Vec<last_year::Label>,
}

impl Labels {
    pub fn read(folder: &Path) -> Labels {
        Labels {
            folder: folder.to_owned(),
            strict: whole(&folder.join("accept.json")).unwrap_or_default(),
            pairs: lines(&folder.join("pairs.jsonl")).unwrap_or_default(),
            key_statistics: lines(&folder.join("keystats.jsonl")).unwrap_or_default(),
            last_year: lines(&folder.join("target-result.jsonl")).unwrap_or_default(),
        }
    }

    /// Scores one report for everything that is labelled of it, and what it tells of the year before.
    pub fn score(&self, reading: &Reading, told: &[Told], scores: &mut Scores, misses: &mut Vec<String>) {
        let name = &reading.name;
        let file = |kind: &str| self.folder.join(format!("{name}.{kind}"));
        let read = &reading.inspection;
        let card = &mut Card::new(name, scores, misses);
        if let Some(labels) = whole(&file("structure.json")) {
            structure::score(&labels, read, card);
        }
        if let Some(labels) = whole::<Vec<glossary::Label>>(&file("glossary.json")) {
            glossary::score(&labels, read, card);
        }
        if let (Some(labels), Some(candidates)) = (lines(&file("gold.jsonl")), lines(&file("cand.jsonl"))) {
            figures::score(&labels, &candidates, self.strict.get(name), read, card);
        }
        if let Some(labels) = lines::<topics::Label>(&file("topics.jsonl")) {
            topics::score(&labels, reading, card);
        }
        if let Some(labels) = lines::<topics::QueryLabel>(&file("queries.jsonl")) {
            topics::score_queries(&labels, reading, card);
        }
        if let Some(labels) = lines::<commitments::Label>(&file("commitments.jsonl")) {
            commitments::score(&labels, read, card);
        }
        let of: Vec<_> = self.pairs.iter().filter(|label| label.doc == *name).collect();
        if !of.is_empty() {
            pairs::score(&of, read, card);
        }
        let of: Vec<_> = self.key_statistics.iter().filter(|label| label.doc == *name).collect();
        if !of.is_empty() {
            key_statistics::score(&of, reading, card);
        }
        let of: Vec<_> = self.last_year.iter().filter(|label| label.to == *name).collect();
        if !of.is_empty() {
            last_year::score(&of, told, card);
        }
    }
}

/// A file that is one JSON value, where there is one.
fn whole<T: DeserializeOwned>(path: &Path) -> Option<T> {
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display())))
}

/// A file of one JSON value a line, where there is one.
fn lines<T: DeserializeOwned>(path: &Path) -> Option<Vec<T>> {
    let text = fs::read_to_string(path).ok()?;
    let rows = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let row = |(number, line)| {
        serde_json::from_str(line).unwrap_or_else(|fault| panic!("{}:{}: {fault}", path.display(), number + 1))
    };
    Some(rows.map(row).collect())
}
