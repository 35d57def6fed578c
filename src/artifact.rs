//! A file that some stage wants written. Knows no disk.

use std::sync::Arc;

/// A file of the site: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    /// Path from the root of the site, with `/`, never beginning with one, never holding `..`.
    pub path: String,
    /// The file's content. Shared, because the same small file may be wanted in many reports.
    pub bytes: Arc<[u8]>,
}

impl Artifact {
    /// A file of text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Artifact {
        Artifact { path: path.into(), bytes: text.into().into_bytes().into() }
    }
}

/// Takes artifacts as they are made, from any thread, in any order.
pub trait Sink: Sync {
    /// Takes one file. The error is a fault of the machine and names the deed and the path.
    fn put(&self, artifact: Artifact) -> anyhow::Result<()>;
}

/// Keeps artifacts in memory, sorted by path; for checks and tests.
#[derive(Default)]
pub struct Memory(std::sync::Mutex<std::collections::BTreeMap<String, Arc<[u8]>>>);

impl Memory {
    /// The files by path.
    pub fn into_files(self) -> std::collections::BTreeMap<String, Arc<[u8]>> {
        self.0.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Sink for Memory {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        let mut files = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if files.insert(artifact.path.clone(), artifact.bytes).is_some() {
            anyhow::bail!("two files of the site have the path {}", artifact.path);
        }
        Ok(())
    }
}
