//! A sink that remembers which files a report is made of, so that the next build can tell whether they are all there still.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::file_set::FileSet;
use crate::artifact::{Artifact, Sink, after_head};
use crate::text::{Fingerprint, PiecesDigest, sha256_hex};

/// A sink, and what went through it.
pub(super) struct Recorder<'a> {
    sink: &'a dyn Sink,
    /// The digest of each file by its path.
    files: Mutex<BTreeMap<String, String>>,
    /// Whether a file came that was made of others which nobody has any more.
    is_unknown: AtomicBool,
}

impl<'a> Recorder<'a> {
    pub(super) fn new(sink: &'a dyn Sink) -> Recorder<'a> {
        Recorder { sink, files: Mutex::default(), is_unknown: AtomicBool::new(false) }
    }

    /// The digest of each file so far by its path.
    pub(super) fn digests(&self) -> BTreeMap<String, String> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn remember(&self, path: &str, digest: String) {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), digest);
    }

    /// The digest of a joined file, a part at a time: such files hold the whole library.
    fn joined_digest(&self, head: &[u8], parts: &[String]) -> anyhow::Result<Option<String>> {
        let mut digest = PiecesDigest::default();
        digest.add(head);
        for part in parts {
            let Some(bytes) = self.sink.taken(part)? else { return Ok(None) };
            digest.add(after_head(part, &bytes, head)?);
        }
        Ok(Some(digest.hex()))
    }

    /// The files that came; none when it is not known of one of them what it holds.
    pub(super) fn into_files(self) -> FileSet {
        let files = self.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        let mut print = Fingerprint::default();
        files.iter().for_each(|(path, digest)| print.add(path, digest.as_bytes()));
        let is_known = self.sink.keeps() && !self.is_unknown.into_inner();
        let all = FileSet { paths: files.into_keys().collect(), fingerprint: print.hex() };
        if is_known { all } else { FileSet::default() }
    }
}

impl Sink for Recorder<'_> {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        if self.keeps() {
            self.remember(&artifact.path, sha256_hex(&artifact.bytes));
        }
        self.sink.put(artifact)
    }

    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        self.sink.join(path, head, parts)?;
        match self.joined_digest(head, parts)? {
            Some(digest) => self.remember(path, digest),
            None => self.is_unknown.store(true, Ordering::Relaxed),
        }
        Ok(())
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
