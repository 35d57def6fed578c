//! Where a text is best cut into lines: what each place costs, and how good some lines are by that.

use std::collections::BTreeMap;

/// What it costs to cut a text at each place.
pub struct Costs(BTreeMap<usize, f64>);

impl Costs {
    /// The cost for each byte at which a line may begin; 0 where a clause begins.
    pub(super) fn new(costs: BTreeMap<usize, f64>) -> Costs {
        Costs(costs)
    }

    /// The cost of a cut at a byte.
    pub fn at(&self, byte: usize) -> f64 {
        self.0.get(&byte).copied().unwrap_or(0.0)
    }

    /// What the worst of the cuts costs by which `text` became `lines`.
    pub fn worst(&self, text: &str, lines: &[String]) -> f64 {
        begins(text, lines).into_iter().map(|at| self.at(at)).fold(0.0, f64::max)
    }

    /// How many clauses of `text` end inside one of its `lines`.
    pub fn clauses_inside(&self, text: &str, lines: &[String]) -> usize {
        let begins = begins(text, lines);
        self.0.iter().filter(|(at, cost)| **cost == 0.0 && !begins.contains(at)).count()
    }
}

/// Where the lines of a text begin in it.
fn begins(text: &str, lines: &[String]) -> Vec<usize> {
    let mut end = 0;
    let begin = |line: &String| {
        let at = end + text[end..].find(line.as_str()).unwrap_or(0);
        end = at + line.len();
        at
    };
    lines.iter().map(begin).collect()
}
