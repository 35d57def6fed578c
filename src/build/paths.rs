//! Every sink of a build, behind what any system asks of paths: so a check tells what publishing would refuse. A file whose
//! path cannot be is told and left out.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::artifact::{Artifact, Sink};
use crate::diagnostic::{Code, Diagnostic};
use crate::disk;
use crate::message::{Message, message};

/// A sink whose files have paths that any system can hold.
pub(super) struct CheckedPaths<'a> {
    sink: &'a dyn Sink,
    /// Whether nothing is taken over from the last build.
    anew: bool,
    taken: Mutex<BTreeSet<String>>,
    /// The folder of a path that cannot be, and why; a folder is told once.
    refused: Mutex<Vec<(String, Diagnostic)>>,
}

impl<'a> CheckedPaths<'a> {
    pub fn new(sink: &'a dyn Sink, anew: bool) -> CheckedPaths<'a> {
        CheckedPaths { sink, anew, taken: Mutex::default(), refused: Mutex::default() }
    }

    /// What is wrong with the paths, by path.
    pub fn faults(self) -> Vec<Diagnostic> {
        let taken = self.taken.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut refused = self.refused.into_inner().unwrap_or_else(PoisonError::into_inner);
        refused.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut faults: Vec<Diagnostic> = refused.into_iter().map(|(_, fault)| fault).collect();
        faults.extend(disk::check_together(taken.iter()).err().map(fault));
        faults
    }

    /// The paths of the files taken so far.
    pub fn paths(&self) -> BTreeSet<String> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether a file may have this path; if not, it is noted.
    fn allows(&self, path: &str) -> bool {
        let Err(why) = disk::check_path(path) else {
            self.taken.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
            return true;
        };
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        if refused.iter().all(|(told, _)| *told != folder) {
            let words = message!(
                "no file of the site can have the path `{path}`: {why}",
                "网站的文件不能用路径 `{path}`：{why}",
                path = path,
                why = why
            );
            refused.push((folder, fault(words)));
        }
        false
    }
}

fn fault(message: Message) -> Diagnostic {
    Diagnostic::error(Code::BAD_ID, message).with_help(message!(
        "rename what this path is made of: the id of a figure, the file of a chart, the folder of a report, a file of the theme or of static/",
        "给这个路径的来历换个名字：数字的编号、图表的文件名、报告的文件夹名，或者主题、static/ 里的文件名"
    ))
}

impl Sink for CheckedPaths<'_> {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        if self.allows(&artifact.path) { self.sink.put(artifact) } else { Ok(()) }
    }

    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        if !self.allows(path) {
            return Ok(());
        }
        let refused = |part: &String| disk::check_path(part).is_err();
        let parts: Vec<String> = parts.iter().filter(|part| !refused(part)).cloned().collect();
        self.sink.join(path, head, &parts)
    }

    fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        self.sink.taken(path)
    }

    fn held(&self, path: &str) -> Option<Vec<u8>> {
        if self.anew { None } else { self.sink.held(path) }
    }

    fn keep(&self, path: &str) -> anyhow::Result<bool> {
        if self.allows(path) { self.sink.keep(path) } else { Ok(false) }
    }

    fn is_exposed(&self) -> bool {
        self.sink.is_exposed()
    }

    fn look(&self, paths: &[String]) -> Option<String> {
        self.sink.look(paths)
    }

    fn known(&self, look: &str) -> Option<String> {
        if self.anew { None } else { self.sink.known(look) }
    }

    fn learn(&self, look: String, fingerprint: &str) {
        self.sink.learn(look, fingerprint);
    }

    fn group(&self, paths: &[String], fingerprint: &str) {
        self.sink.group(paths, fingerprint);
    }

    fn noted(&self) -> &str {
        if self.anew { "" } else { self.sink.noted() }
    }

    fn note(&self, lines: String) {
        self.sink.note(lines);
    }

    fn keeps(&self) -> bool {
        self.sink.keeps()
    }
}
