//! What a build remembers for the next: a line of notes for each report, and one for the pages of the whole site. Whatever is not as it
//! was written is forgotten.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::file_set::FileSet;
use super::request::Counts;
use crate::artifact::Sink;
use crate::diagnostic::{Diagnostic, has_errors};
use crate::message::{Message, message};
use crate::site::ReportSummary;
use crate::text::sha256_hex;

/// What the first line begins with; the number is the form's. The digest of all that follows comes behind it.
const HEADING: &str = "memory 1 ";

/// What a build can remember, and the next take over with its files.
pub(super) trait Remember: Serialize + DeserializeOwned {
    /// Its files; none where nobody can say which they are.
    fn files(&self) -> &FileSet;

    /// What was found while it was made.
    fn diagnostics(&self) -> &[Diagnostic];

    /// The line of what is called `id` and was made from what has this fingerprint; `None` when it is not worth one: it has no files, or
    /// faults, or does not read back as it is.
    fn line(&self, id: &str, made_from: &str) -> Option<String> {
        if self.files().paths.is_empty() || has_errors(self.diagnostics()) {
            return None;
        }
        let json = serde_json::to_string(self).ok()?;
        let back: Self = serde_json::from_str(&json).ok()?;
        (serde_json::to_string(&back).ok()? == json).then(|| format!("{id} {made_from} {json}"))
    }
}

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
    pub files: FileSet,
}

/// Something that is as the last build made it.
pub(super) struct Kept<'n, T> {
    /// What is known of it.
    pub made: T,
    /// Its line, for the next build.
    pub line: &'n str,
}

/// The lines of the last build by what they are of: `ID FINGERPRINT JSON`.
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

    /// Why what is called `id` is made again.
    pub(super) fn why_anew(&self, id: &str, made_from: &str) -> Message {
        let made = self.0.get(id).and_then(|line| line.strip_prefix(id)?.strip_prefix(' '));
        match made {
            None => message!("the last build left nothing of it", "上一次没有留下它的"),
            Some(rest) if !rest.starts_with(made_from) => message!(
                "its files, those of the years beside it, or the settings, theme, font or program changed",
                "它的文件，或者前后年的文件、设置、主题、字体、程序，有变动"
            ),
            Some(_) => message!("its files in the site were changed or are gone", "网站里它的文件被改过或者不在了"),
        }
    }

    /// What is called `id`, if it was made from what has this fingerprint, and all its files are in the sink still.
    pub(super) fn find<T: Remember>(&self, id: &str, made_from: &str, sink: &dyn Sink) -> Option<Kept<'n, T>> {
        let line = self.0.get(id)?;
        let json = line.strip_prefix(id)?.strip_prefix(' ')?.strip_prefix(made_from)?.strip_prefix(' ')?;
        let made: T = serde_json::from_str(json).ok()?;
        let is_whole = !sink.is_exposed() || made.files().is_whole(sink);
        is_whole.then_some(Kept { made, line })
    }
}

/// The notes of several builds as those of one; of what several know, the first counts. What is damaged is left out.
pub fn joined_notes<'n>(notes: impl IntoIterator<Item = &'n str>) -> String {
    let mut lines: BTreeMap<&str, &str> = BTreeMap::new();
    for own in notes {
        for (id, line) in BuildMemory::read(own).0 {
            lines.entry(id).or_insert(line);
        }
    }
    self::notes(lines.into_values().map(str::to_owned).collect())
}

/// The notes with these lines, each of [`Remember::line`].
pub(super) fn notes(mut lines: Vec<String>) -> String {
    lines.sort();
    let body: String = lines.into_iter().map(|line| line + "\n").collect();
    format!("{HEADING}{}\n{body}", sha256_hex(body.as_bytes()))
}

impl Remember for Remembered {
    fn files(&self) -> &FileSet {
        &self.files
    }

    fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
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
