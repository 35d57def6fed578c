//! The site as it is served: the last good one, and what is wrong with the content since. Knows no HTTP.

use std::sync::Arc;

use crate::artifact::Files;
use crate::message::{Language, Message, message};

/// What stands behind the addresses.
pub(super) struct Site {
    files: Files,
    language: Language,
    /// What is wrong, safe inside HTML; `None` when `files` is the content as it is now.
    fault: Option<String>,
}

/// What an address leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target<'a> {
    /// The file with this path.
    File(&'a str, &'a Arc<[u8]>),
    /// A folder whose address wants a slash at its end, so that relative links in its page work.
    Folder,
    /// The page that the site shows when there is none.
    Missing(Option<&'a Arc<[u8]>>),
}

impl Site {
    /// No site yet; what the preview itself says in pages, it says in `language`.
    pub(super) fn new(language: Language) -> Site {
        Site { files: Files::new(), language, fault: None }
    }

    /// Takes what a build gave: a new site, or a fault to show over the last good one.
    pub(super) fn renew(&mut self, built: Result<Files, String>) {
        match built {
            Ok(files) => *self = Site { files, fault: None, language: self.language },
            Err(fault) => self.fault = Some(fault),
        }
    }

    /// What an address leads to, given as its path with `%` escapes.
    pub(super) fn find(&self, address: &str) -> Target<'_> {
        let path = decoded(address);
        let path = path.as_deref().and_then(|path| path.strip_prefix('/'));
        path.and_then(|path| self.find_path(path)).unwrap_or_else(|| Target::Missing(self.files.get("404.html")))
    }

    fn find_path(&self, path: &str) -> Option<Target<'_>> {
        let folder = path.is_empty() || path.ends_with('/');
        let index = format!("{path}index.html");
        let key = if folder { index.as_str() } else { path };
        if let Some((key, bytes)) = self.files.get_key_value(key) {
            return Some(Target::File(key, bytes));
        }
        (!folder && self.files.contains_key(&format!("{path}/index.html"))).then_some(Target::Folder)
    }

    /// The language of what the preview itself says.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Whether the content is faulty now.
    pub(super) fn is_faulty(&self) -> bool {
        self.fault.is_some()
    }

    /// A page with the fault laid over it if there is one.
    ///
    /// The policy that a page declares for its scripts is taken out, or it would keep the reloading script out.
    pub(super) fn page(&self, html: &[u8]) -> Vec<u8> {
        const POLICY: &str = "http-equiv=\"Content-Security-Policy\"";
        let mut page = String::from_utf8_lossy(html).replace(POLICY, "data-policy-not-in-preview");
        if let Some(fault) = &self.fault {
            let end = page.rfind("</body>").unwrap_or(page.len());
            let last_good =
                message!("The content is faulty; this is the last good page", "内容有错；这是上一次做好的页面");
            page.insert_str(end, &self.filled(include_str!("fault_over_page.html"), &last_good, fault));
        }
        page.into_bytes()
    }

    /// A page of our own, for when the site has none to show.
    pub(super) fn own_page(&self) -> Vec<u8> {
        match &self.fault {
            Some(fault) => {
                let title = message!("The site cannot be built", "网站生成不了");
                let mended = message!(
                    "This page goes away by itself when the content is mended.",
                    "改好以后，这一页自己就没有了。"
                );
                let page = include_str!("fault.html").replace("{words}", mended.said_in(self.language));
                self.filled(&page, &title, fault).into_bytes()
            }
            None => {
                let title = message!("No such page", "没有这一页");
                let words = message!(
                    "The site has nothing at this address, and no page <code>404.html</code> to say so.",
                    "网站在这个网址什么也没有，也没有 <code>404.html</code> 来说明。",
                );
                self.filled(include_str!("missing.html"), &title, words.said_in(self.language)).into_bytes()
            }
        }
    }

    /// A page of our own with its language, its title and what it says.
    fn filled(&self, page: &str, title: &Message, says: &str) -> String {
        let language = self.language.tag();
        page.replace("{language}", language).replace("{title}", title.said_in(self.language)).replace("{says}", says)
    }
}

/// The address with its `%E5%85%AC` read as bytes; `None` when that gives no UTF-8.
fn decoded(address: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(address.len());
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(paths: &[&str]) -> Site {
        let mut site = Site::new(Language::English);
        site.renew(Ok(paths.iter().map(|path| (path.to_string(), path.as_bytes().into())).collect()));
        site
    }

    /// Looks up `address` in a small site and expects the path of a file, `folder`, or `missing`.
    fn check(address: &str, expect: &str) {
        let site = site(&["index.html", "404.html", "a/index.html", "a/公读.csv", "style.css"]);
        let found = match site.find(address) {
            Target::File(path, _) => path,
            Target::Folder => "folder",
            Target::Missing(page) => page.map_or("missing without a page", |_| "missing"),
        };
        assert_eq!(found, expect, "{address}");
    }

    #[test]
    fn an_address_leads_to_its_file_and_nowhere_else() {
        check("/", "index.html");
        check("/a/", "a/index.html");
        check("/a", "folder");
        check("/a/index.html", "a/index.html");
        check("/a/%E5%85%AC%E8%AF%BB.csv", "a/公读.csv");
        check("/style.css/", "missing");
        for address in
            ["", "*", "//", "/b", "/../Cargo.toml", "/%2e%2e/x", "/a/../index.html", "/%", "/%zz", "/%ff", "/a%00"]
        {
            check(address, "missing");
        }
    }

    #[test]
    fn a_fault_lies_over_the_last_good_page_until_it_is_mended() {
        let mut faulty = site(&["index.html"]);
        faulty.renew(Err("line 3 &lt; 4".into()));
        let page = String::from_utf8(faulty.page(b"<body><p>good</p></body>")).unwrap();
        assert!(page.starts_with("<body><p>good</p><") && page.ends_with("</body>"), "{page}");
        assert!(page.contains("line 3 &lt; 4") && faulty.is_faulty());
        assert!(matches!(faulty.find("/"), Target::File(..)), "the last good site stays");
        faulty.renew(Ok(Files::new()));
        assert!(!faulty.is_faulty());
        assert_eq!(faulty.page(b"<p>good"), b"<p>good");
    }

    #[test]
    fn a_script_policy_does_not_keep_the_reloading_script_out() {
        let page = site(&[]).page(br#"<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"#);
        assert_eq!(page, br#"<meta data-policy-not-in-preview content="default-src 'self'">"#);
    }
}
