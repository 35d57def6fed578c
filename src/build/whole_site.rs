//! What spans the reports of a site: its pages and search, the files for machines, its share image, addresses made by hand. Taken over
//! where every report is as the last build had it.

use serde::{Deserialize, Serialize};

use super::aliases;
use super::file_set::FileSet;
use super::memory::{Kept, Remember};
use super::offline;
use super::paths::CheckedPaths;
use super::recorder::Recorder;
use super::render::RenderTools;
use super::report::BuildContext;
use crate::artifact::Sink;
use crate::book;
use crate::data;
use crate::diagnostic::Diagnostic;
use crate::html;
use crate::site::ReportSummary;
use crate::text::Fingerprint;

/// What its line is called: no folder of a report can have this name.
const ID: &str = "/";

/// What the last build made for the whole site.
#[derive(Serialize, Deserialize)]
struct RememberedSite {
    diagnostics: Vec<Diagnostic>,
    files: FileSet,
}

impl Remember for RememberedSite {
    fn files(&self) -> &FileSet {
        &self.files
    }

    fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }
}

/// Puts what spans these reports, whose lines are `notes`, into `sink`, which has all of theirs. Gives what was found, and the line for
/// the next build, where there is one.
///
/// # Errors
/// A fault of the machine.
pub(super) fn make(
    reports: &[ReportSummary],
    notes: &[String],
    context: BuildContext<'_>,
    sink: &CheckedPaths<'_>,
) -> anyhow::Result<(Vec<Diagnostic>, Option<String>)> {
    // A line tells all that is known of its report. One without has faults, or files that nobody can name.
    let is_known = context.tools.theme.is_some() && notes.len() == reports.len();
    let made_from = is_known.then(|| made_from(context.surroundings, notes));
    let kept = made_from.as_ref().and_then(|print| context.memory.find(ID, print, sink));
    if let Some(Kept::<RememberedSite> { made, line }) = kept {
        made.files.keep(sink)?;
        return Ok((made.diagnostics, Some(line.to_owned())));
    }
    let recorder = Recorder::new(sink);
    let diagnostics = render(reports, context.tools, &recorder, sink)?;
    let made = RememberedSite { diagnostics, files: recorder.into_files() };
    sink.group(&made.files.paths, &made.files.fingerprint);
    let line = made_from.and_then(|print| made.line(ID, &print));
    Ok((made.diagnostics, line))
}

/// The fingerprint of all that these files are made from.
fn made_from(surroundings: &Fingerprint, notes: &[String]) -> String {
    let mut notes: Vec<&String> = notes.iter().collect();
    notes.sort();
    let mut print = surroundings.clone();
    notes.into_iter().for_each(|note| print.add("report", note.as_bytes()));
    print.hex()
}

fn render(
    reports: &[ReportSummary],
    tools: RenderTools<'_>,
    recorder: &Recorder<'_>,
    sink: &CheckedPaths<'_>,
) -> anyhow::Result<Vec<Diagnostic>> {
    let RenderTools { site_info, theme, pictures, .. } = tools;
    let mut diagnostics = Vec::new();
    if let Some(theme) = theme {
        html::render_site(reports, site_info, theme, recorder)?.drain_into(&mut diagnostics);
        if site_info.is_offline() {
            let only = Some(reports).filter(|reports| reports.len() == 1).map(|reports| reports[0].id.as_str());
            recorder.put(offline::of_site(&recorder.digests(), only, sink)?)?;
        }
    }
    data::site_files(reports, site_info, recorder)?;
    book::site_files(reports, site_info).into_iter().try_for_each(|file| recorder.put(file))?;
    pictures.draw_site(reports, site_info, recorder)?;
    if let Some(theme) = theme {
        diagnostics.extend(aliases::put(reports, site_info, theme, sink.paths(), recorder)?);
    }
    Ok(diagnostics)
}
