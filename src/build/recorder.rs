//! A sink that remembers which files a report is made of, so that the next build can tell whether they are all there still.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::artifact::{Artifact, Sink};
use crate::text::{Fingerprint, sha256_hex};

/// A sink, and what went through it.
pub(super) struct Recorder<'a> {
    sink: &'a dyn Sink,
    /// The digest of each file by its path.
    files: Mutex<BTreeMap<String, String>>,
    /// Whether a file came that was made of others: nobody knows its bytes here.
    has_joined: AtomicBool,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Recorder<'a> {
        Recorder { sink, files: Mutex::default(), has_joined: AtomicBool::new(false) }
    }

    /// The digest of each file so far by its path.
    pub(super) fn digests(&self) -> BTreeMap<String, String> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The paths of the files, and the fingerprint of all of them; `None` when that is not known of one.
    pub(super) fn into_files(self) -> Option<(Vec<String>, String)> {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut print = Fingerprint::default();
        files.iter().for_each(|(path, digest)| print.add(path, digest.as_bytes()));
        let is_known = self.sink.keeps() && !self.has_joined.into_inner();
        is_known.then(|| (files.into_keys().collect(), print.hex()))
    }
}

/// Whether the last build's files at these paths are all there and have this fingerprint. They are read unless they look as they did when
/// they were read, or written, last.
pub(super) fn are_whole(sink: &dyn Sink, paths: &[String], fingerprint: &str) -> bool {
    // Looked at first: what is changed while it is read looks otherwise to the next build.
    let look = sink.look(paths);
    let is_known = look.as_ref().and_then(|look| sink.known(look)).is_some_and(|known| known == fingerprint);
    let is_whole = is_known || read_fingerprint(sink, paths).is_some_and(|read| read == fingerprint);
    if let Some(look) = look.filter(|_| is_whole) {
        sink.learn(look, fingerprint);
    }
    is_whole
}

/// The fingerprint of the last build's files at these paths, if they are all there.
fn read_fingerprint(sink: &dyn Sink, paths: &[String]) -> Option<String> {
    let mut print = Fingerprint::default();
    for path in paths {
        print.add(path, sha256_hex(&sink.held(path)?).as_bytes());
    }
    Some(print.hex())
}

impl Sink for Recorder<'_> {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        if self.keeps() {
            let digest = sha256_hex(&artifact.bytes);
            self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(artifact.path.clone(), digest);
        }
        self.sink.put(artifact)
    }

    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        self.has_joined.store(true, Ordering::Relaxed);
        self.sink.join(path, head, parts)
    }

    fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        self.sink.taken(path)
    }

    fn held(&self, path: &str) -> Option<Vec<u8>> {
        self.sink.held(path)
    }

    fn keeps(&self) -> bool {
        self.sink.keeps()
    }
}
