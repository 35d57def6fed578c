//! Commitments against their labels; the guide is `COMMITMENTS.md`.

use gongdu::inspect::{CommitmentJson, Inspection};
use serde::Deserialize;

use super::Card;

/// A clause that a person found to be a commitment, or to be a weak one: neither right nor wrong when given.
#[derive(Deserialize)]
pub struct Label {
    line: usize,
    start: usize,
    end: usize,
    clause: String,
    kind: Option<String>,
    weak: bool,
    deadline: Option<String>,
    strength: String,
}

impl Label {
    /// Whether the two overlap by at least half of the shorter one.
    fn is_hit(&self, given: &CommitmentJson) -> bool {
        let both = self.end.min(given.end).saturating_sub(self.start.max(given.start));
        let shorter = (self.end - self.start).min(given.end - given.start);
        self.line == given.line && both * 2 >= shorter
    }
}

pub fn score(labels: &[Label], read: &Inspection, card: &mut Card<'_>) {
    let given = &read.commitments;
    let strong: Vec<&Label> = labels.iter().filter(|label| !label.weak).collect();
    let hits: Vec<(&Label, &CommitmentJson)> =
        given.iter().filter_map(|one| Some((*strong.iter().find(|label| label.is_hit(one))?, one))).collect();
    let free = |one: &&CommitmentJson| labels.iter().any(|label| label.is_hit(one));
    let wrong: Vec<&CommitmentJson> = given.iter().filter(|one| !free(one)).collect();
    let missed: Vec<&&Label> = strong.iter().filter(|label| !given.iter().any(|one| label.is_hit(one))).collect();
    card.score("commitments: precision", hits.len(), hits.len() + wrong.len());
    card.score("commitments: recall", strong.len() - missed.len(), strong.len());
    wrong.iter().for_each(|one| card.miss(&format!("commitment false: {} {}", one.line, one.clause)));
    missed.iter().for_each(|label| card.miss(&format!("commitment missed: {} {}", label.line, label.clause)));
    type Field = fn(&Label, &CommitmentJson) -> bool;
    let fields: [(&str, Field); 3] = [
        ("kind", |due, is| due.kind.as_deref() == Some(is.kind)),
        ("deadline", |due, is| due.deadline == is.deadline),
        ("strength", |due, is| due.strength == is.strength),
    ];
    for (name, is_right) in fields {
        let right = hits.iter().filter(|(due, is)| is_right(due, is)).count();
        card.score(&format!("commitments: {name}"), right, hits.len());
        for (due, is) in hits.iter().filter(|(due, is)| !is_right(due, is)) {
            card.miss(&format!("commitment {name}: {} {}: {is:?}", due.line, due.clause));
        }
    }
}
