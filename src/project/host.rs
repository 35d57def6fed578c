//! The hosts whose files a new project can begin with.

use crate::content::NewFile;
use crate::message::{Language, Message, message};

/// A host that takes the site from the project's folder, `public/` as it was committed. The site is built where it is looked at:
/// what is published is what a person saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Host {
    GithubPages,
    GitlabPages,
    CloudflarePages,
    Netlify,
    Vercel,
}

use Host::{CloudflarePages, GithubPages, GitlabPages, Netlify, Vercel};

impl Host {
    /// The hosts by name.
    const ALL: [(&'static str, Host); 5] = [
        ("github-pages", GithubPages),
        ("gitlab-pages", GitlabPages),
        ("cloudflare-pages", CloudflarePages),
        ("netlify", Netlify),
        ("vercel", Vercel),
    ];

    /// The names of the hosts.
    pub fn names() -> [&'static str; 5] {
        Host::ALL.map(|(name, _)| name)
    }

    /// All hosts.
    pub fn all() -> impl Iterator<Item = Host> {
        Host::ALL.into_iter().map(|(_, host)| host)
    }

    /// The name by which commands know it.
    pub fn name(self) -> &'static str {
        Host::ALL.into_iter().find(|(_, host)| *host == self).map_or("", |(name, _)| name)
    }

    /// The name that it gives itself.
    pub fn title(self) -> &'static str {
        match self {
            GithubPages => "GitHub Pages",
            GitlabPages => "GitLab Pages",
            CloudflarePages => "Cloudflare Pages",
            Netlify => "Netlify",
            Vercel => "Vercel",
        }
    }

    /// The host of this name.
    pub fn named(name: &str) -> Option<Host> {
        Host::ALL.into_iter().find(|(own, _)| *own == name).map(|(_, host)| host)
    }

    /// The file that tells the host what to publish. It says first what it is for, where its form has a place for that.
    pub(super) fn file(self, language: Language) -> NewFile {
        let (path, text) = match self {
            GithubPages => (".github/workflows/pages.yml", include_str!("github_pages.yml")),
            GitlabPages => (".gitlab-ci.yml", include_str!("gitlab_pages.yml")),
            CloudflarePages => ("content/static/_headers", include_str!("cloudflare_headers")),
            Netlify => ("netlify.toml", include_str!("netlify.toml")),
            Vercel => ("vercel.json", include_str!("vercel.json")),
        };
        let first = match self {
            Vercel => String::new(),
            _ => format!("# {}\n", self.purpose().said_in(language)),
        };
        NewFile { path: path.into(), bytes: (first + text).into_bytes() }
    }

    fn purpose(self) -> Message {
        match self {
            CloudflarePages => message!(
                "What a page cannot say in itself: no other site may show it in a frame.",
                "写在网页里不起作用的一条：不许别的网站把本站嵌在框里。"
            ),
            GithubPages | GitlabPages | Netlify | Vercel => message!(
                "At each push, publishes the committed public/, which `gongdu build` made.",
                "每次推送，发布已经提交的 public/；public/ 由 `gongdu build` 做好。"
            ),
        }
    }

    /// What is to be done there once.
    pub fn once(self) -> Message {
        match self {
            GithubPages => message!(
                "in the repository's Settings → Pages on GitHub, choose GitHub Actions as the source",
                "在 GitHub 仓库的 Settings → Pages 里把 Source 选成 GitHub Actions"
            ),
            GitlabPages => message!(
                "push the folder to a project on GitLab; its address stands under Deploy → Pages",
                "把文件夹推送到 GitLab 的项目；网址在 Deploy → Pages 里"
            ),
            CloudflarePages => message!(
                "connect the repository under Workers & Pages on Cloudflare, no build command, output directory `public`",
                "在 Cloudflare 的 Workers & Pages 里连上仓库，“Build command” 空着，“Build output directory” 写 `public`"
            ),
            Netlify => message!("connect the repository on Netlify", "在 Netlify 里连上仓库"),
            Vercel => message!("import the repository on Vercel", "在 Vercel 里导入仓库"),
        }
    }

    /// What the project's README says of it.
    pub(super) fn readme(self, language: Language) -> String {
        let once = self.once();
        let line = message!(
            "5. Publish it: {once}; from then on run `gongdu build`, commit and push to `main`.\n",
            "5. 发布：{once}；以后每次 `gongdu build` 之后提交、推送到 `main`，就是新的一版。\n",
            once = once
        );
        line.said_in(language).to_owned()
    }

    /// What git must not convert besides the content.
    pub(super) fn attributes() -> &'static str {
        "public/** -text\n"
    }

    /// What git must not take besides what systems leave: all of `public/`, unless a host takes it from there.
    pub(super) fn ignored() -> &'static str {
        "/public/.gongdu-stage/\n"
    }
}
