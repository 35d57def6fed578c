//! What became of last year's targets against its labels; the guide is `TARGET-RESULT.md`.

use serde::Deserialize;

use super::{Card, plain};
use crate::last_year::Told;

/// A target of the older report and what a person found of it in the newer one.
#[derive(Deserialize)]
pub struct Label {
    pub to: String,
    target_line: usize,
    target: String,
    result_line: Option<usize>,
    result: Option<String>,
    verdict: Verdict,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
enum Verdict {
    Same,
    SameRenamed,
    Related,
    Words,
    None,
    FalseFriend,
}

impl Label {
    /// Whether this is what is told of the target.
    fn is_of(&self, told: &Told) -> bool {
        let due: Vec<String> = self.target.split_whitespace().map(plain).collect();
        told.target.as_ref().is_some_and(|own| {
            let words = plain(&own.words);
            let is = |part: &String| words.contains(part.as_str()) || part.contains(words.as_str());
            own.spot.0 == self.target_line && due.last().is_some_and(is)
        })
    }

    /// Whether the amount that is due stands beside it.
    fn is_paired(&self, told: &Told) -> bool {
        let due = self.result.as_deref().map(plain).unwrap_or_default();
        told.verdict == "same"
            && told.results.iter().any(|own| {
                let words = plain(&own.words);
                Some(own.spot.0) == self.result_line && (words.contains(&due) || due.contains(&words))
            })
    }
}

pub fn score(labels: &[&Label], told: &[Told], card: &mut Card<'_>) {
    let of = |verdicts: &[Verdict]| -> Vec<&&Label> {
        labels.iter().filter(|label| verdicts.contains(&label.verdict)).collect()
    };
    let all = |label: &Label| told.iter().filter(|told| label.is_of(told)).collect::<Vec<_>>();
    let mut count = |field: &str, due: Vec<&&Label>, is_right: &dyn Fn(&Label, &[&Told]) -> bool| {
        let wrong: Vec<&&&Label> = due.iter().filter(|label| !is_right(label, &all(label))).collect();
        card.score(field, due.len() - wrong.len(), due.len());
        for label in wrong {
            let is: Vec<String> = all(label).iter().map(|told| told.fact().to_string()).collect();
            card.miss(&format!("{field}: {} {} due {:?}: {is:?}", label.target_line, label.target, label.result));
        }
    };
    count("last year: same", of(&[Verdict::Same, Verdict::SameRenamed]), &|label, told| {
        told.iter().any(|told| label.is_paired(told))
    });
    count("last year: false friends kept apart", of(&[Verdict::FalseFriend]), &|_, told| {
        told.iter().all(|told| told.verdict != "same")
    });
    count("last year: none", of(&[Verdict::None]), &|_, told| told.iter().all(|told| told.verdict == "none"));
    count("last year: not a pair", of(&[Verdict::Related, Verdict::Words]), &|_, told| {
        told.iter().all(|told| told.verdict != "same")
    });
}
