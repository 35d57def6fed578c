//! The hosts whose files a new project can begin with.

use crate::content::NewFile;
use crate::message::Language;

/// A host that takes the site from the project's folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// GitHub Pages, by a workflow that publishes `public/` as it was committed. The site is built where it is looked at: what
    /// is published is what a person saw.
    GithubPages,
}

impl Host {
    /// The names of the hosts.
    pub const NAMES: [&'static str; 1] = ["github-pages"];

    /// The host of this name.
    pub fn named(name: &str) -> Option<Host> {
        (name == Host::NAMES[0]).then_some(Host::GithubPages)
    }

    pub(super) fn file(self, language: Language) -> NewFile {
        let Host::GithubPages = self;
        let first = match language {
            Language::Chinese => {
                "# 每次推送，把已经提交的 public/ 发布到 GitHub Pages；public/ 由 `gongdu build` 做好。\n"
            }
            Language::English => {
                "# At each push, publishes the committed public/, which `gongdu build` made, on GitHub Pages.\n"
            }
        };
        let workflow = first.to_owned() + include_str!("github_pages.yml");
        NewFile { path: ".github/workflows/pages.yml".into(), bytes: workflow.into_bytes() }
    }

    /// What the project's README says of it.
    pub(super) fn readme(self, language: Language) -> &'static str {
        let Host::GithubPages = self;
        match language {
            Language::Chinese => include_str!("github_pages.zh.md"),
            Language::English => include_str!("github_pages.en.md"),
        }
    }

    /// What git must not convert besides the content.
    pub(super) fn attributes(self) -> &'static str {
        let Host::GithubPages = self;
        "public/** -text\n"
    }

    /// What git must not take besides what systems leave: all of `public/`, unless the host takes it from there.
    pub(super) fn ignored(self) -> &'static str {
        let Host::GithubPages = self;
        "/public/.gongdu-stage/\n"
    }
}
