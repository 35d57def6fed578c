//! Addresses of pages and files, and the relative links between them. Links are relative and name `index.html`, so that
//! the folder works under any path of any host and from a disk.

/// A page or file of the site by its path from the root: `zichuan-2023/2-1/` for a page, `assets/style.css` for a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
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
        if self.0.is_empty() || self.0.ends_with('/') { format!("{}index.html", self.0) } else { self.0.clone() }
    }

    /// The address under `base`, which ends with a slash.
    pub fn url(&self, base: &str) -> String {
        format!("{base}{}", self.0)
    }

    /// The link from this page to `other`; an empty `fragment` means its top.
    pub fn link(&self, other: &Route, fragment: &str) -> String {
        let hash = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
        if self == other && !hash.is_empty() {
            return hash;
        }
        let (from, to) = (self.path(), other.path());
        let from: Vec<&str> = from.split('/').collect();
        let to: Vec<&str> = to.split('/').collect();
        let depth = from.len() - 1;
        let shared = from[..depth].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
        format!("{}{}{hash}", "../".repeat(depth - shared), to[shared..].join("/"))
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
    }
}
