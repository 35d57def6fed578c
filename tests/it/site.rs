//! A site built in memory, and the contents that tests build.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use gongdu::artifact::Memory;
use gongdu::build::{self, Built, Request};
use gongdu::diagnostic::Code;
use gongdu::message::Language;

use crate::page::Page;

/// A content folder that all tests may read and none may change: the report that comes with the program.
pub const INCLUDED: &str = "content";
/// A short report with something of everything.
pub const SMALL: &str = "tests/fixtures/small";
/// The same address as in the tests' expectations.
pub const BASE: &str = "https://example.org/reports/";

/// A built site.
pub struct Site {
    pub files: BTreeMap<String, Arc<[u8]>>,
    pub built: Built,
}

/// What to build, nothing written.
pub fn request(content: impl AsRef<Path>) -> Request {
    Request {
        content: PathBuf::from(content.as_ref()),
        theme: None,
        base_url: None,
        write_content: false,
        drafts: false,
        preview: false,
        full: false,
        shard: None,
    }
}

/// The path of the file whose name without its digest is `plain`.
pub fn without_digest<'p>(paths: impl IntoIterator<Item = &'p String>, plain: &str) -> Option<&'p String> {
    let (name, ending) = plain.rsplit_once('.')?;
    let digest = |path: &'p String| path.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(ending)?.strip_suffix('.');
    paths
        .into_iter()
        .find(|path| digest(path).is_some_and(|own| own.len() == 8 && own.bytes().all(|b| b.is_ascii_hexdigit())))
}

impl Site {
    /// Builds without the fonts of this machine, so that the site is the same on every one: without pictures of charts.
    pub fn of(request: &Request) -> Site {
        let memory = Memory::default();
        let mut built = build::build_with_fonts(request, &[], &memory, &|_, _| ()).unwrap();
        built.diagnostics.retain(|found| found.code != Code::NO_CJK_FONT);
        Site { files: memory.into_files(), built }
    }

    /// Builds a content that must be without fault.
    #[track_caller]
    pub fn good(request: &Request) -> Site {
        let site = Site::of(request);
        assert!(
            site.built.is_good(),
            "{}",
            gongdu::cli::show::render(&site.built.diagnostics, Language::English, false, 100)
        );
        site
    }

    /// The codes of what was found, in order.
    pub fn codes(&self) -> Vec<&str> {
        self.built.diagnostics.iter().map(|found| found.code.as_str()).collect()
    }

    /// A file as text; an asset by the name that it has without its digest.
    #[track_caller]
    pub fn text(&self, path: &str) -> &str {
        let named = self.files.get(path).or_else(|| self.files.get(without_digest(self.files.keys(), path)?));
        let bytes = named.unwrap_or_else(|| panic!("the site has no {path}: {:?}", self.files.keys()));
        std::str::from_utf8(bytes).unwrap()
    }

    #[track_caller]
    pub fn page(&self, path: &str) -> Page {
        Page::read(self.text(path))
    }

    /// Every page with its path.
    pub fn pages(&self) -> Vec<(&str, Page)> {
        let pages = self.files.keys().filter(|path| path.ends_with(".html"));
        pages.map(|path| (path.as_str(), self.page(path))).collect()
    }
}

/// The included report, its address not known.
pub fn included() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| Site::good(&request(INCLUDED)));
    &SITE
}

/// The short report, its address not known.
pub fn small() -> &'static Site {
    static SITE: LazyLock<Site> = LazyLock::new(|| Site::good(&request(SMALL)));
    &SITE
}
