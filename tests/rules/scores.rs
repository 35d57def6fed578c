//! So many right of so many, for each field and document, and what a change did to that.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// So many right of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    pub right: usize,
    pub of: usize,
}

impl Score {
    pub fn of(right: usize, of: usize) -> Score {
        Score { right, of }
    }

    /// 1 where there was nothing to get wrong.
    pub fn ratio(self) -> f64 {
        if self.of == 0 { 1.0 } else { self.right as f64 / self.of as f64 }
    }

    fn fell_from(self, before: Score) -> bool {
        self.right * before.of < before.right * self.of
    }
}

/// Scores by field and document.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Scores(BTreeMap<(String, String), Score>);

/// What a document was scored for, and what was wrong in it.
pub struct Card<'a> {
    document: &'a str,
    scores: &'a mut Scores,
    misses: &'a mut Vec<String>,
}

impl<'a> Card<'a> {
    pub fn new(document: &'a str, scores: &'a mut Scores, misses: &'a mut Vec<String>) -> Card<'a> {
        Card { document, scores, misses }
    }

    pub fn score(&mut self, field: &str, right: usize, of: usize) {
        self.scores.0.insert((field.to_owned(), self.document.to_owned()), Score::of(right, of));
    }

    /// Right ones among those given, and among those due.
    pub fn found(&mut self, field: &str, right: usize, given: usize, due: usize) {
        self.score(&format!("{field}: precision"), right, given);
        self.score(&format!("{field}: recall"), right, due);
    }

    /// Keeps something that is wrong, for `--misses`.
    pub fn miss(&mut self, says: &str) {
        self.misses.push(format!("{} {says}", self.document));
    }
}

impl Scores {
    pub fn extend(&mut self, others: Scores) {
        self.0.extend(others.0);
    }

    /// Those of these documents.
    pub fn of_documents(&self, names: &[String]) -> Scores {
        let of = self.0.iter().filter(|((_, document), _)| names.contains(document));
        Scores(of.map(|(key, score)| (key.clone(), *score)).collect())
    }

    /// Those of all other documents.
    pub fn without_documents(&self, names: &[String]) -> Scores {
        let of = self.0.iter().filter(|((_, document), _)| !names.contains(document));
        Scores(of.map(|(key, score)| (key.clone(), *score)).collect())
    }

    /// The scores from their file.
    pub fn parse(text: &str) -> Scores {
        let row = |line: &str| {
            let (field, rest) = line.split_once(" | ")?;
            let (document, score) = rest.split_once(" | ")?;
            let (right, of) = score.split_once(" of ")?;
            Some(((field.to_owned(), document.to_owned()), Score::of(right.parse().ok()?, of.parse().ok()?)))
        };
        Scores(text.lines().filter_map(row).collect())
    }

    /// As they stand in the file.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for ((field, document), score) in &self.0 {
            let _ = writeln!(out, "{field} | {document} | {} of {}", score.right, score.of);
        }
        out
    }

    /// Those that fell, as `field | document: before → now`.
    pub fn fallen(&self, before: &Scores) -> Vec<String> {
        let fell = |(key, score): (&(String, String), &Score)| {
            let now = self.0.get(key).copied().unwrap_or_default();
            let gone = !self.0.contains_key(key);
            (gone || now.fell_from(*score)).then(|| {
                format!("{} | {}: {} of {} → {} of {}", key.0, key.1, score.right, score.of, now.right, now.of)
            })
        };
        before.0.iter().filter_map(fell).collect()
    }

    /// One row for each field: all documents together.
    pub fn by_field(&self) -> Vec<(String, Score)> {
        let mut sums: BTreeMap<&str, Score> = BTreeMap::new();
        for ((field, _), score) in &self.0 {
            let sum = sums.entry(field).or_default();
            *sum = Score::of(sum.right + score.right, sum.of + score.of);
        }
        sums.into_iter().map(|(field, sum)| (field.to_owned(), sum)).collect()
    }

    /// The document that has the lowest score of a field, unless it is without fault.
    pub fn worst(&self, field: &str) -> Option<(&str, Score)> {
        let of = self.0.iter().filter(|((name, _), _)| name == field);
        let worst = of.min_by(|a, b| a.1.ratio().total_cmp(&b.1.ratio()));
        worst.map(|((_, document), score)| (document.as_str(), *score)).filter(|(_, score)| score.ratio() < 1.0)
    }
}
