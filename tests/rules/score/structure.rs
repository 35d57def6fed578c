//! Masthead, outline and lines set aside against their labels.

use std::collections::BTreeMap;

use gongdu::inspect::{Inspection, OutlineJson};
use serde::Deserialize;

use super::{Card, plain};

/// The labels of one report; the guide is `STRUCTURE.md`.
#[derive(Deserialize)]
pub struct Labels {
    title: Option<String>,
    place: Option<String>,
    report_year: Option<u16>,
    date: Option<String>,
    meeting: Option<String>,
    office: Option<String>,
    speaker: Option<String>,
    chrome_lines: Vec<usize>,
    outline: Vec<Item>,
    glossary_entries: usize,
}

#[derive(Deserialize)]
struct Item {
    line: usize,
    level: Option<u8>,
    heading: String,
    kind: String,
}

/// Headings by line and words, with their levels.
type Headings = BTreeMap<(usize, String), Option<u8>>;

pub fn score(labels: &Labels, read: &Inspection, card: &mut Card<'_>) {
    masthead(labels, read, card);
    let due = |lead: bool| -> Headings {
        let items = labels.outline.iter().filter(|item| (item.kind == "lead") == lead);
        items.map(|item| ((item.line, plain(&item.heading)), item.level)).collect()
    };
    let given = |lead: bool| -> Headings {
        let items = read.outline.iter().filter(|item: &&OutlineJson| (item.kind == "lead") == lead);
        items.map(|item| ((item.line, plain(&item.heading)), item.level)).collect()
    };
    let levels = outline("headings", &due(false), &given(false), card);
    card.score("level of headings", levels.0, levels.1);
    outline("topic sentences", &due(true), &given(true), card);
    let aside: Vec<usize> = read.aside.iter().map(|aside| aside.line).collect();
    let right = labels.chrome_lines.iter().filter(|line| aside.contains(line)).count();
    card.found("lines set aside", right, aside.len(), labels.chrome_lines.len());
    for line in labels.chrome_lines.iter().filter(|line| !aside.contains(line)) {
        card.miss(&format!("line {line} is not set aside"));
    }
    for line in aside.iter().filter(|line| !labels.chrome_lines.contains(line)) {
        card.miss(&format!("line {line} is set aside"));
    }
    let entries = read.glossary.len();
    card.score("glossary: entries", entries.min(labels.glossary_entries), entries.max(labels.glossary_entries));
}

fn masthead(labels: &Labels, read: &Inspection, card: &mut Card<'_>) {
    let year = |year: Option<u16>| year.map(|year| year.to_string());
    let masthead = read.masthead.clone();
    let fields = [
        ("title", labels.title.clone(), masthead.title),
        ("place", labels.place.clone(), masthead.place),
        ("year", year(labels.report_year), year(masthead.year)),
        ("date", labels.date.clone(), masthead.date),
        ("meeting", labels.meeting.clone(), masthead.meeting),
        ("office", labels.office.clone(), masthead.office),
        ("speaker", labels.speaker.clone(), masthead.speaker),
    ];
    let wrong: Vec<_> =
        fields.iter().filter(|(_, due, is)| due.as_deref().map(plain) != is.as_deref().map(plain)).collect();
    card.score("masthead", fields.len() - wrong.len(), fields.len());
    wrong.iter().for_each(|(name, due, is)| card.miss(&format!("masthead {name}: {is:?}, due {due:?}")));
}

/// Scores headings of one sort; how many of those found have the level due.
fn outline(field: &str, due: &Headings, given: &Headings, card: &mut Card<'_>) -> (usize, usize) {
    let both: Vec<_> = due.iter().filter_map(|(key, level)| Some((level, given.get(key)?))).collect();
    card.found(field, both.len(), given.len(), due.len());
    due.keys().filter(|key| !given.contains_key(*key)).for_each(|key| card.miss(&format!("{field}: missed {key:?}")));
    given.keys().filter(|key| !due.contains_key(*key)).for_each(|key| card.miss(&format!("{field}: wrong {key:?}")));
    (both.iter().filter(|(due, given)| due == given).count(), both.len())
}
