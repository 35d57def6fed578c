//! Files that were made together: whether the last build's are all there still, and how they are taken over.

use serde::{Deserialize, Serialize};

use crate::artifact::Sink;
use crate::message::message;
use crate::text::{Fingerprint, sha256_hex};

/// Files that were made together.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct FileSet {
    /// Where they are.
    pub paths: Vec<String>,
    /// The fingerprint of all of them.
    pub fingerprint: String,
}

impl FileSet {
    /// Whether the last build's files at these paths are all there and have this fingerprint. They are read unless they look as they did
    /// when they were read, or written, last.
    pub(super) fn is_whole(&self, sink: &dyn Sink) -> bool {
        // Looked at first: what is changed while it is read looks otherwise to the next build.
        let look = sink.look(&self.paths);
        let is_known = look.as_ref().and_then(|look| sink.known(look)).is_some_and(|known| known == self.fingerprint);
        let is_whole = is_known || self.read(sink).is_some_and(|read| read == self.fingerprint);
        if let Some(look) = look.filter(|_| is_whole) {
            sink.learn(look, &self.fingerprint);
        }
        is_whole
    }

    /// The fingerprint of the last build's files at these paths, if they are all there.
    fn read(&self, sink: &dyn Sink) -> Option<String> {
        let mut print = Fingerprint::default();
        for path in &self.paths {
            print.add(path, sha256_hex(&sink.held(path)?).as_bytes());
        }
        Some(print.hex())
    }

    /// Takes the files into the site.
    ///
    /// # Errors
    /// One that was there a moment ago is gone.
    pub(super) fn keep(&self, sink: &dyn Sink) -> anyhow::Result<()> {
        for path in &self.paths {
            if !sink.keep(path)? {
                return Err(message!(
                    "{path} was changed by somebody while the site was built; build again",
                    "生成网站的时候，{path} 被人改了；请再生成一次"
                )
                .into());
            }
        }
        sink.group(&self.paths, &self.fingerprint);
        Ok(())
    }
}
