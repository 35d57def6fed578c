//! Results set beside targets, against the pairs and the false friends that a reader named.

use std::collections::BTreeSet;

use gongdu::figures::pairs::magnitude;
use gongdu::inspect::{FigureJson, Inspection};
use serde::Deserialize;

use super::Card;

/// A pair, a pair that may or may not be shown, a pair that must not, or the word that a report has none.
#[derive(Deserialize)]
pub struct Label {
    pub doc: String,
    verdict: Verdict,
    #[serde(default)]
    name: String,
    #[serde(default)]
    done_line: usize,
    /// Further lines that print the same.
    #[serde(default)]
    done_also: Vec<usize>,
    /// Its column, where the line has several like it.
    done_at: Option<usize>,
    #[serde(default)]
    done_value: f64,
    #[serde(default)]
    done_unit: String,
    #[serde(default)]
    done_words: String,
    #[serde(default)]
    planned_line: usize,
    #[serde(default)]
    planned_also: Vec<usize>,
    planned_at: Option<usize>,
    #[serde(default)]
    planned_value: f64,
    #[serde(default)]
    planned_unit: String,
    #[serde(default)]
    planned_words: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Pair,
    Soft,
    FalseFriend,
    None,
}

/// A number that a label names.
pub struct Number<'a> {
    pub line: usize,
    pub also: &'a [usize],
    pub at: Option<usize>,
    pub value: f64,
    pub unit: &'a str,
}

impl Number<'_> {
    /// Whether `figure` is this number.
    pub fn is(&self, figure: &FigureJson) -> bool {
        let line = figure.line == self.line || self.also.contains(&figure.line);
        let at = self.at.is_none_or(|at| figure.line != self.line || (figure.start..figure.end).contains(&at));
        line && at && self.has_value_of(figure)
    }

    /// Whether the values are the same, their magnitudes aside: 1.2万亿元 and 12000亿元.
    pub fn has_value_of(&self, figure: &FigureJson) -> bool {
        let ((factor, base), (other, other_base)) = (magnitude(self.unit), magnitude(&figure.unit));
        let (due, is) = (self.value.abs() * factor, figure.value.abs() * other);
        let alike = |sign: &str| base.contains(sign) == other_base.contains(sign);
        (due - is).abs() <= 1e-6 * due.max(is).max(1.0) && alike("%") && alike("百分点")
    }
}

impl Label {
    fn done(&self) -> Number<'_> {
        let Label { done_line: line, done_also: also, done_at: at, done_value: value, done_unit: unit, .. } = self;
        Number { line: *line, also, at: *at, value: *value, unit }
    }

    fn planned(&self) -> Number<'_> {
        let Label { planned_line, planned_also: also, planned_at: at, planned_value, planned_unit: unit, .. } = self;
        Number { line: *planned_line, also, at: *at, value: *planned_value, unit }
    }

    fn names(&self, (done, planned): (&FigureJson, &FigureJson)) -> bool {
        self.done().is(done) && self.planned().is(planned)
    }
}

/// Scores one report; every pair shown that no label names counts as false.
pub fn score(labels: &[&Label], read: &Inspection, card: &mut Card<'_>) {
    let figures = |done: usize, planned: usize| (&read.figures[done], &read.figures[planned]);
    let shown = read.comparisons.iter().filter(|one| one.refused.is_none());
    let shown: Vec<(&FigureJson, &FigureJson)> = shown.map(|one| figures(one.done, one.planned)).collect();
    let (mut hit, mut right, mut wrong, mut fooled) = (BTreeSet::new(), 0, 0, 0);
    for pair in &shown {
        let of = |verdict: Verdict| {
            labels.iter().enumerate().filter(move |(_, label)| label.verdict == verdict && label.names(*pair))
        };
        let found: Vec<usize> = of(Verdict::Pair).map(|(index, _)| index).collect();
        if !found.is_empty() {
            right += 1;
            hit.extend(found);
        } else if of(Verdict::Soft).next().is_none() {
            wrong += 1;
            let friend = of(Verdict::FalseFriend).next().is_some();
            fooled += usize::from(friend);
            let (done, planned) = pair;
            card.miss(&format!(
                "pair false: {} {} {} with {} {} {}",
                done.line, done.indicator, done.span, planned.line, planned.indicator, planned.span
            ));
        }
    }
    let due: Vec<(usize, &&Label)> =
        labels.iter().enumerate().filter(|(_, label)| label.verdict == Verdict::Pair).collect();
    for (_, label) in due.iter().filter(|(index, _)| !hit.contains(index)) {
        card.miss(&format!("pair missed: {}: {} with {}", label.name, label.done_words, label.planned_words));
    }
    let friends = labels.iter().filter(|label| label.verdict == Verdict::FalseFriend).count();
    card.score("pairs: recall", hit.len(), due.len());
    card.score("pairs: precision", right, right + wrong);
    card.score("pairs: false friends kept apart", friends - fooled, friends);
}
