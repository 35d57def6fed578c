//! Who is told how far a build is: how many reports are done, and what is worked on, so that it can be timed. No clock is here.

use crate::message::Message;

/// What a build does, in the order in which it is done for a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BuildStage {
    /// Settings, theme and fonts are looked for and read.
    Prepare,
    /// Files of reports are read.
    Read,
    /// What the last build made is looked at and taken over.
    Keep,
    /// References are resolved.
    Resolve,
    /// Pages are made and proven.
    Pages,
    /// Files for machines.
    Data,
    /// Files to read elsewhere.
    Books,
    /// Charts and share images are painted.
    Pictures,
    /// Pages and files of the whole site.
    WholeSite,
    /// Texts are compressed beside themselves.
    Precompress,
    /// The site is packed into one file.
    Zip,
    /// The site takes the place of the one before.
    Publish,
}

impl BuildStage {
    /// How programs call it.
    pub fn name(self) -> &'static str {
        match self {
            BuildStage::Prepare => "prepare",
            BuildStage::Read => "read",
            BuildStage::Keep => "keep",
            BuildStage::Resolve => "resolve",
            BuildStage::Pages => "pages",
            BuildStage::Data => "data",
            BuildStage::Books => "books",
            BuildStage::Pictures => "pictures",
            BuildStage::WholeSite => "whole-site",
            BuildStage::Precompress => "precompress",
            BuildStage::Zip => "zip",
            BuildStage::Publish => "publish",
        }
    }
}

/// Is told of a build on its way, from several threads.
pub trait Watcher: Sync {
    /// So many of so many reports are done.
    fn done(&self, done: usize, of: usize);

    /// This thread begins something; what it did before waits until that ends.
    fn begin(&self, _stage: BuildStage) {}

    /// This thread is done with what it began last.
    fn end(&self) {}

    /// Something was read, or it was decided whether a report is made again, for who wants to know it exactly.
    fn learned(&self, _what: Message) {}
}

impl<F: Fn(usize, usize) + Sync> Watcher for F {
    fn done(&self, done: usize, of: usize) {
        self(done, of);
    }
}

/// Does some work and tells of it.
pub fn watched<T>(watcher: &dyn Watcher, stage: BuildStage, work: impl FnOnce() -> T) -> T {
    watcher.begin(stage);
    let result = work();
    watcher.end();
    result
}
