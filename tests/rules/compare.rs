//! What a change of the rules did: facts gained, lost and read otherwise, grouped by kind of change.

use std::collections::BTreeMap;

use super::fact::Fact;

/// What happened to one fact of one report.
pub struct Change {
    /// `figure gained`, `figure name` …
    pub group: String,
    /// Report, place, words, before and after.
    pub says: String,
}

/// The changes of one report from its golden facts to those read now.
pub fn changes(report: &str, before: &[Fact], now: &[Fact]) -> Vec<Change> {
    let mut by_identity: BTreeMap<_, (Vec<&Fact>, Vec<&Fact>)> = BTreeMap::new();
    before.iter().for_each(|fact| by_identity.entry(fact.identity()).or_default().0.push(fact));
    now.iter().for_each(|fact| by_identity.entry(fact.identity()).or_default().1.push(fact));
    let mut found = Vec::new();
    for (before, now) in by_identity.into_values() {
        for index in 0..before.len().max(now.len()) {
            match (before.get(index), now.get(index)) {
                (Some(before), Some(now)) => found.extend(otherwise(report, before, now)),
                (Some(lost), None) => found.push(change(report, lost, "lost", &lost.to_string())),
                (None, Some(gained)) => found.push(change(report, gained, "gained", &gained.to_string())),
                (None, None) => {}
            }
        }
    }
    found
}

/// One change for each field that is read otherwise.
fn otherwise(report: &str, before: &Fact, now: &Fact) -> Vec<Change> {
    let mut found = Vec::new();
    let place = now.spot.map(|(line, column)| format!("{line}:{column} ")).unwrap_or_default();
    if before.words != now.words {
        found.push(change(report, now, "words", &format!("{place}{} → {}", before.words, now.words)));
    }
    let mut names: Vec<&String> = before.fields.keys().chain(now.fields.keys()).collect();
    names.sort();
    names.dedup();
    for name in names {
        let (was, is) = (before.fields.get(name), now.fields.get(name));
        if was != is {
            let value = |value: Option<&String>| value.map_or("(none)", String::as_str).to_owned();
            found.push(change(report, now, name, &format!("{place}{}: {} → {}", now.words, value(was), value(is))));
        }
    }
    found
}

fn change(report: &str, fact: &Fact, what: &str, says: &str) -> Change {
    Change { group: format!("{} {what}", fact.kind), says: format!("{report} {says}") }
}
