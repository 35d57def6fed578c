//! Addresses of pages and files, and the relative links between them. Links are relative and name `index.html`, so that
//! the folder works under any path of any host and from a disk.

use serde::{Deserialize, Serialize};

/// A page or file of the site by its path from the root: `zichuan-2023/2-1/` for a page, `assets/style.css` for a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Route(String);

impl Route {
    /// The page at the root.
    pub fn root() -> Route {
        Route(String::new())
    }

    /// The page of these path segments.
    pub fn page(segments: &[&str]) -> Route {
        Route(segments.iter().map(|segment| format!("{segment}/")).collect())
    }

    /// A file by its path from the root.
    pub fn file(path: impl Into<String>) -> Route {
        Route(path.into())
    }

    /// The path of the file that holds it.
    pub fn path(&self) -> String {
        format!("{}{}", self.0, self.file_name())
    }

    /// What a page's file is called below its folder; the name of a file is in its path already.
    fn file_name(&self) -> &'static str {
        if self.0.is_empty() || self.0.ends_with('/') { "index.html" } else { "" }
    }

    /// The folder that the file lies in, with a slash at the end; empty at the root.
    fn folder(&self) -> &str {
        &self.0[..self.0.rfind('/').map_or(0, |slash| slash + 1)]
    }

    /// What comes behind `other` in the path of this one, when it stands below it or is it.
    pub fn below(&self, other: &Route) -> Option<&str> {
        self.0.strip_prefix(other.0.as_str())
    }

    /// The page or file at `path` below this page.
    pub fn child(&self, path: &str) -> Route {
        Route(format!("{}{path}", self.0))
    }

    /// The address under `base`, which ends with a slash.
    pub fn url(&self, base: &str) -> String {
        format!("{base}{}", self.0)
    }

    /// The link from this page to `other`; an empty `fragment` means its top.
    pub fn link(&self, other: &Route, fragment: &str) -> String {
        let hash = if fragment.is_empty() { "" } else { "#" };
        if self == other && !fragment.is_empty() {
            return format!("#{fragment}");
        }
        let steps = self.folder().split_inclusive('/').zip(other.folder().split_inclusive('/'));
        let shared: usize = steps.take_while(|(a, b)| a == b).map(|(step, _)| step.len()).sum();
        let up = "../".repeat(self.folder()[shared..].matches('/').count());
        format!("{up}{}{}{hash}{fragment}", &other.0[shared..], other.file_name())
    }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[track_caller]
    fn check(from: &str, to: &str, fragment: &str, expect: &str) {
        assert_eq!(Route::file(from).link(&Route::file(to), fragment), expect);
    }

    #[test]
    fn links_are_relative_and_name_the_file() {
        check("a/2-1/", "a/2-2/", "", "../2-2/index.html");
        check("a/2-1/", "a/2-1/", "2-1p3", "#2-1p3");
        check("a/2-1/", "a/2-1/", "", "index.html");
        check("a/2-1/", "assets/style.css", "", "../../assets/style.css");
        check("", "a/2-1/", "p", "a/2-1/index.html#p");
        check("a/charts/x/", "", "", "../../../index.html");
        check("404.html", "a/", "", "a/index.html");
        check("a/b/", "ab/", "", "../../ab/index.html");
    }
}
