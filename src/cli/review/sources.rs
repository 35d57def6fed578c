//! What is read of the source of each report: kept until the source, or the year on the title page, is another.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::Manuscript;
use crate::diagnostic::{Checked, Diagnostic};
use crate::inspect::{self, Inspection};
use crate::intake;
use crate::message::Language;
use crate::text::sha256_hex;

/// What was read of a source.
pub(super) struct SourceReading {
    pub inspection: Inspection,
    pub found: Vec<Diagnostic>,
}

/// What was read, with that of which it was read.
#[derive(Default)]
pub(super) struct Sources(BTreeMap<String, ((String, Option<u64>), SourceReading)>);

impl Sources {
    /// What is read of the source of a report; `None` where it has none.
    pub fn read(
        &mut self,
        manuscript: &Manuscript,
        folder: &Path,
        language: Language,
    ) -> anyhow::Result<Option<&SourceReading>> {
        if manuscript.source.is_none() {
            return Ok(None);
        }
        let title_page = &manuscript.title_page;
        let state = (sha256_hex(&manuscript.source_bytes), title_page.year);
        if self.0.get(&manuscript.id).is_none_or(|(known, _)| *known != state) {
            let path = folder.join(&title_page.source);
            let name = path.display().to_string();
            let Checked { value, diagnostics: found } = intake::read(&name, &path, &manuscript.source_bytes)?;
            let read = value.as_titled(title_page);
            let inspection = inspect::inspect(&read.opened, &read.imported, &found, language);
            self.0.insert(manuscript.id.clone(), (state, SourceReading { inspection, found }));
        }
        Ok(self.0.get(&manuscript.id).map(|(_, reading)| reading))
    }
}
