//! What a build remembers of each report for the next: a line of notes a report. Whatever is not as it was written is forgotten.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::recorder::are_whole;
use super::request::Counts;
use crate::artifact::Sink;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::message::message;
use crate::site::ReportSummary;
use crate::text::sha256_hex;

/// What the first line begins with; the number is the form's. The digest of all that follows comes behind it.
const HEADING: &str = "memory 1 ";

/// A report as the last build made it.
#[derive(Serialize, Deserialize)]
pub(super) struct Remembered {
    /// What the pages of the whole site know of it.
    pub summary: ReportSummary,
    /// How many it has of each thing.
    pub counts: Counts,
    /// What was found in its text and its pages.
    pub diagnostics: Vec<Diagnostic>,
    /// Its files.
    pub files: Vec<String>,
    /// The fingerprint of these.
    pub fingerprint: String,
}

/// A report that is as the last build made it.
pub(super) struct KeptReport<'n> {
    /// What is known of it.
    pub report: Remembered,
    /// Its line, for the next build.
    pub line: &'n str,
}

/// The lines of the last build by the ids of their reports: `ID FINGERPRINT JSON`.
#[derive(Default)]
pub(super) struct BuildMemory<'n>(BTreeMap<&'n str, &'n str>);

impl<'n> BuildMemory<'n> {
    /// Reads the notes of the last build; a damaged line makes all of them worthless.
    pub(super) fn read(notes: &'n str) -> BuildMemory<'n> {
        let body = notes.split_once('\n').and_then(|(first, body)| {
            let digest = first.strip_prefix(HEADING)?;
            (sha256_hex(body.as_bytes()) == digest).then_some(body)
        });
        let line = |line: &'n str| Some((line.split_once(' ')?.0, line));
        BuildMemory(body.into_iter().flat_map(str::lines).filter_map(line).collect())
    }

    /// The report `id`, if its pages were made from what has this fingerprint, and all of them are in the sink still.
    pub(super) fn find(&self, id: &str, made_from: &str, sink: &dyn Sink) -> Option<KeptReport<'n>> {
        let line = self.0.get(id)?;
        let json = line.strip_prefix(id)?.strip_prefix(' ')?.strip_prefix(made_from)?.strip_prefix(' ')?;
        let report: Remembered = serde_json::from_str(json).ok()?;
        let is_whole = !sink.is_exposed() || are_whole(sink, &report.files, &report.fingerprint);
        is_whole.then_some(KeptReport { report, line })
    }
}

/// The notes of several builds as those of one; of a report that several know, the first counts. What is damaged is left out.
pub fn joined_notes<'n>(notes: impl IntoIterator<Item = &'n str>) -> String {
    let mut lines: BTreeMap<&str, &str> = BTreeMap::new();
    for own in notes {
        for (id, line) in BuildMemory::read(own).0 {
            lines.entry(id).or_insert(line);
        }
    }
    self::notes(lines.into_values().map(str::to_owned).collect())
}

/// The notes of these reports, each a line of [`Remembered::line`].
pub(super) fn notes(mut lines: Vec<String>) -> String {
    lines.sort();
    let body: String = lines.into_iter().map(|line| line + "\n").collect();
    format!("{HEADING}{}\n{body}", sha256_hex(body.as_bytes()))
}

impl Remembered {
    /// The line of a report whose pages were made from what has this fingerprint; `None` when it is not worth one: it has no files, or
    /// faults, or does not read back as it is.
    pub(super) fn line(&self, made_from: &str) -> Option<String> {
        if self.files.is_empty() || has_errors(&self.diagnostics) {
            return None;
        }
        let json = serde_json::to_string(self).ok()?;
        let back: Remembered = serde_json::from_str(&json).ok()?;
        (serde_json::to_string(&back).ok()? == json).then(|| format!("{} {made_from} {json}", self.summary.id))
    }

    /// Takes its files into the site.
    ///
    /// # Errors
    /// One that was there a moment ago is gone.
    pub(super) fn keep(&self, sink: &dyn Sink) -> anyhow::Result<()> {
        for path in &self.files {
            if !sink.keep(path)? {
                return Err(message!(
                    "{path} was changed by somebody while the site was built; build again",
                    "生成网站的时候，{path} 被人改了；请再生成一次"
                )
                .into());
            }
        }
        sink.group(&self.files, &self.fingerprint);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_back_and_forgotten_when_a_sign_of_them_is_another() {
        let text = notes(vec!["b 2 {}".into(), "a 1 {\"x\": 1}".into()]);
        let read = BuildMemory::read(&text);
        assert_eq!(read.0.into_iter().collect::<Vec<_>>(), [("a", "a 1 {\"x\": 1}"), ("b", "b 2 {}")]);
        for damaged in [
            text.replace("memory 1", "memory 2"),
            text.replace("b 2", "b 3"),
            text.replace("b 2 {}\n", ""),
            text.replacen("a 1", "a  1", 1),
            text.trim_end().to_owned(),
            text.lines().skip(1).map(|line| format!("{line}\n")).collect(),
            "memory 1".to_owned(),
            String::new(),
        ] {
            assert!(BuildMemory::read(&damaged).0.is_empty(), "{damaged}");
        }
    }
}
