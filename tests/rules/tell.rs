//! Prints what a change of the rules did.

use std::collections::BTreeMap;

use crate::compare::Change;
use crate::scores::Scores;

/// Prints the changes group by group: how many, in how many reports, and three of each unless `all` are wanted.
pub fn changes(changes: &[Change], all: bool) {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    changes.iter().for_each(|change| groups.entry(&change.group).or_default().push(&change.says));
    for (group, says) in groups {
        let mut reports: Vec<&str> = says.iter().filter_map(|says| says.split(' ').next()).collect();
        reports.dedup();
        println!("\n{group}: {} in {} reports", says.len(), reports.len());
        let shown = if all { says.len() } else { says.len().min(3) };
        // Spread over the reports, so that three examples are not three of one paragraph.
        let step = (says.len() / shown.max(1)).max(1);
        says.iter().step_by(step).take(shown).for_each(|says| println!("    {says}"));
        if shown < says.len() {
            println!("    … and {} more (--all)", says.len() - shown);
        }
    }
}

/// One row for each field: all documents together, what it was before where it changed, and the worst document.
pub fn scores(now: &Scores, before: &Scores) {
    let earlier: BTreeMap<_, _> = before.by_field().into_iter().collect();
    println!("\n{:<40} {:>7} {:>13}  {:<8} worst", "score", "", "right of", "before");
    for (field, sum) in now.by_field() {
        let moved = earlier.get(&field).filter(|was| **was != sum);
        let moved = moved.map(|was| format!("{:.3}", was.ratio())).unwrap_or_default();
        let worst = now.worst(&field).map(|(name, score)| format!("{:.3} {name}", score.ratio())).unwrap_or_default();
        let of = format!("{} of {}", sum.right, sum.of);
        println!("{field:<40} {:>7.3} {of:>13}  {moved:<8} {worst}", sum.ratio());
    }
}
