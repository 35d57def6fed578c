//! A file that some stage wants written. Knows no disk.

use std::sync::Arc;

use crate::message::message;

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

    /// Takes a file that is made of files taken before: `head` once, then what stands after the same `head` in each of
    /// `parts`, in their order. So a table of all reports is made without holding any.
    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()>;

    /// What the file at `path` holds that was taken before; `None` where files are let go.
    fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>>;

    /// What the file at `path` held after the last build, if that is known: what was costly to make need not be made again.
    fn held(&self, _path: &str) -> Option<Vec<u8>> {
        None
    }

    /// Takes the file at `path` as the last build left it; whether there is one.
    fn keep(&self, _path: &str) -> anyhow::Result<bool> {
        Ok(false)
    }

    /// Whether others may have changed what the last build made: then it is looked at before it is kept.
    fn is_exposed(&self) -> bool {
        true
    }

    /// How the last build's files at these paths look together without reading them; `None` where nobody can say whether they were
    /// changed.
    fn look(&self, _paths: &[String]) -> Option<String> {
        None
    }

    /// The fingerprint of what looked so when an earlier build read it.
    fn known(&self, _look: &str) -> Option<String> {
        None
    }

    /// Lets the next build know that what looks so has this fingerprint.
    fn learn(&self, _look: String, _fingerprint: &str) {}

    /// Says that these files, which were taken, have this fingerprint together.
    fn group(&self, _paths: &[String], _fingerprint: &str) {}

    /// What the last build noted for this one, in lines; empty when there is nothing.
    fn noted(&self) -> &str {
        ""
    }

    /// Keeps these lines for the next build. Only a site that is kept is worth them.
    fn note(&self, _lines: String) {}

    /// Whether anyone will see the files. If not, what is costly and cannot be at fault need not be made.
    fn keeps(&self) -> bool {
        true
    }
}

/// Takes artifacts and lets them go, for checks: remembers only their paths, each of which may come once.
#[derive(Default)]
pub struct Nowhere(std::sync::Mutex<std::collections::BTreeSet<String>>);

impl Sink for Nowhere {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        let mut paths = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if paths.contains(&artifact.path) {
            return Err(twice(&artifact.path));
        }
        paths.insert(artifact.path);
        Ok(())
    }

    fn join(&self, path: &str, _head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        let paths = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(missing) = parts.iter().find(|part| !paths.contains(*part)) {
            return Err(no_part(missing));
        }
        drop(paths);
        self.put(Artifact::text(path, ""))
    }

    fn taken(&self, _path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn keeps(&self) -> bool {
        false
    }
}

/// What stands in a part of a joined file after the head that all of them have.
pub fn after_head<'p>(path: &str, part: &'p [u8], head: &[u8]) -> anyhow::Result<&'p [u8]> {
    let other = || {
        message!(
            "{path} does not begin as the file that it shall become a part of",
            "{path} 的开头和要并进去的文件不一样"
        )
    };
    part.strip_prefix(head).ok_or_else(|| other().into())
}

/// The fault of a second file at a path.
pub fn twice(path: &str) -> anyhow::Error {
    message!("two files of the site have the path {path}", "网站有两个文件用了同一个路径 {path}").into()
}

/// The fault of a file that is made of one that nobody made.
pub fn no_part(path: &str) -> anyhow::Error {
    message!("the site has no file {path} to join", "要合并的文件 {path} 网站里没有").into()
}

/// Keeps artifacts in memory, sorted by path; for the preview and tests.
#[derive(Default)]
pub struct Memory {
    files: std::sync::Mutex<Files>,
    notes: std::sync::Mutex<String>,
    looks: std::sync::Mutex<KnownLooks>,
    before: LastBuild,
}

/// The files of a site by path.
pub type Files = std::collections::BTreeMap<String, Arc<[u8]>>;

/// The fingerprints of what has these looks.
pub type KnownLooks = std::collections::BTreeMap<String, String>;

/// What a build leaves for the next one.
#[derive(Clone, Debug, Default)]
pub struct LastBuild {
    /// What it made.
    pub files: Files,
    /// What it noted.
    pub notes: String,
    /// What it saw.
    pub looks: KnownLooks,
}

impl Memory {
    /// An empty one that remembers what the last build made.
    pub fn after(before: Files) -> Memory {
        Memory::going_on(LastBuild { files: before, ..LastBuild::default() })
    }

    /// An empty one that remembers all of the last build.
    pub fn going_on(before: LastBuild) -> Memory {
        Memory { before, ..Memory::default() }
    }

    /// The files by path.
    pub fn into_files(self) -> Files {
        self.into_build().files
    }

    /// What it leaves for the next build.
    pub fn into_build(self) -> LastBuild {
        let files = self.files.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let notes = self.notes.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let looks = self.looks.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        LastBuild { files, notes, looks }
    }
}

impl Sink for Memory {
    fn put(&self, artifact: Artifact) -> anyhow::Result<()> {
        let mut files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if files.insert(artifact.path.clone(), artifact.bytes).is_some() {
            return Err(twice(&artifact.path));
        }
        Ok(())
    }

    fn join(&self, path: &str, head: &[u8], parts: &[String]) -> anyhow::Result<()> {
        let mut joined = head.to_vec();
        {
            let files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            for part in parts {
                let bytes = files.get(part).ok_or_else(|| no_part(part))?;
                joined.extend(after_head(part, bytes, head)?);
            }
        }
        self.put(Artifact { path: path.to_owned(), bytes: joined.into() })
    }

    fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        let files = self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Ok(files.get(path).map(|bytes| bytes.to_vec()))
    }

    fn held(&self, path: &str) -> Option<Vec<u8>> {
        self.before.files.get(path).map(|bytes| bytes.to_vec())
    }

    fn keep(&self, path: &str) -> anyhow::Result<bool> {
        let Some(bytes) = self.before.files.get(path) else { return Ok(false) };
        self.put(Artifact { path: path.to_owned(), bytes: bytes.clone() })?;
        Ok(true)
    }

    fn is_exposed(&self) -> bool {
        false
    }

    fn known(&self, look: &str) -> Option<String> {
        self.before.looks.get(look).cloned()
    }

    fn learn(&self, look: String, fingerprint: &str) {
        self.looks.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(look, fingerprint.to_owned());
    }

    fn noted(&self) -> &str {
        &self.before.notes
    }

    fn note(&self, lines: String) {
        *self.notes.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = lines;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_one_head_are_joined_under_it() {
        let memory = Memory::default();
        memory.put(Artifact::text("b", "head\n3\n")).unwrap();
        memory.put(Artifact::text("a", "head\n1\n2\n")).unwrap();
        memory.join("all", b"head\n", &["a".into(), "b".into()]).unwrap();
        assert!(memory.join("other", b"tail\n", &["a".into()]).is_err(), "it begins otherwise");
        assert!(memory.join("none", b"head\n", &["c".into()]).is_err(), "there is no such file");
        assert_eq!(&*memory.into_files()["all"], b"head\n1\n2\n3\n");
    }
}
