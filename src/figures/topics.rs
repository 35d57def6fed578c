//! The sections of a paragraph: one under its headings, and where it has none, those that numbered topic sentences begin. Knows no
//! quantities.

use super::setting::Setting;
use super::status::{self, Section};
use super::stream::Stream;
use super::{clause, current_years};
use crate::text::is_numeral;

/// The sections of a paragraph, each with the place where it begins. Under no heading, numbered topic sentences may stand for some
/// (`…。一、2023年工作回顾。全年…`).
pub(super) fn sections(stream: &Stream<'_>, setting: Setting<'_>) -> Vec<(usize, Section)> {
    // A paragraph that lays a plan before the assembly speaks of its years.
    let current = current_years::planned(stream).or(setting.current);
    let mut sections = vec![(0, status::section(Setting { current, ..setting }))];
    if !setting.headings.is_empty() {
        return sections;
    }
    let mut at = 0;
    while at < stream.len() && sections.len() < MOST {
        let sentence = clause::sentence(stream, at);
        let numbered = is_numeral(stream.at(sentence.start)) && stream.at(sentence.start + 1) == '、';
        if numbered && sentence.len() <= LONGEST_TOPIC {
            let text = stream.text(sentence.clone());
            let read = status::section(Setting { headings: &[&text], current: None, ..setting });
            let strong = read.heading.is_some_and(|heading| !heading.rule.is_weak());
            let topic = Some(stream.span(sentence.clone()));
            sections.extend(strong.then_some((sentence.start, Section { heading: None, topic, ..read })));
        }
        at = sentence.end.max(at) + 1;
    }
    sections
}

/// No report has more parts than this.
const MOST: usize = 20;

/// A topic sentence is no longer than this.
const LONGEST_TOPIC: usize = 40;
