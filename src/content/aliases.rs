//! `aliases`: addresses that lead to a page because a person says so: those that it had on another site, or in print.

use super::fields::Fields;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits;
use crate::message::message;
use crate::text::{Source, Span};

/// An address from the root of the site that leads to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageAlias {
    /// The path without slashes at its ends: `2023/report`, `old/2023.html`.
    pub path: String,
    /// The fault when something else stands there; only who sees the whole site knows.
    pub taken: Diagnostic,
}

/// Reads the list; an address that cannot be one is reported and left out.
pub(super) fn read(fields: &mut Fields<'_>, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Vec<PageAlias> {
    let named = fields.list("aliases", diagnostics);
    if let Some(fault) = limits::ALIASES.fault_of(named.len()) {
        diagnostics.push(fault.in_file(source.name()));
        return Vec::new();
    }
    let mut aliases = Vec::new();
    for words in named {
        let at = Span::from(words.span());
        match path_of(words.get_ref()) {
            Some(path) => aliases.push(PageAlias { path: path.to_owned(), taken: taken(path).at(source, at) }),
            None => diagnostics.push(no_path(words.get_ref()).at(source, at)),
        }
    }
    aliases
}

/// The path that words name: segments that every host and every disk can hold.
fn path_of(words: &str) -> Option<&str> {
    let path = words.strip_prefix('/').unwrap_or(words);
    let path = path.strip_suffix('/').unwrap_or(path);
    let is_sign = |c: char| c.is_whitespace() || c.is_control() || "\\?#%:*\"<>|".contains(c);
    let is_segment = |segment: &str| !segment.is_empty() && !segment.ends_with('.') && !segment.starts_with('.');
    (!path.contains(is_sign) && path.split('/').all(is_segment)).then_some(path)
}

fn no_path(words: &str) -> Diagnostic {
    let message =
        message!("\"{words}\" cannot be an address of this site", "\"{words}\" 不能是这个网站的网址", words = words);
    Diagnostic::error(Code::BAD_VALUE, message).with_help(message!(
        "write what comes behind the address of the site, the characters themselves: aliases = [\"/2023/report/\"], or \"/old/2023.html\"",
        "写网站网址后面的部分，汉字就写汉字：aliases = [\"/2023/report/\"]，或 \"/old/2023.html\""
    ))
}

fn taken(path: &str) -> Diagnostic {
    let message = message!(
        "the address `/{path}` is that of another page or file of the site already",
        "网址 `/{path}` 已经是网站上别的网页或文件的"
    );
    Diagnostic::error(Code::DUPLICATE_ID, message).with_help(message!(
        "take it out of `aliases`: an address leads to one page",
        "从 `aliases` 里去掉它：一个网址只能通到一页"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_is_a_path_below_the_root_and_nothing_else() {
        let rows = [
            ("/2023/report/", Some("2023/report")),
            ("2023/report", Some("2023/report")),
            ("/old/2023.html", Some("old/2023.html")),
            ("/报告/一", Some("报告/一")),
            ("", None),
            ("/", None),
            ("//example.org/a", None),
            ("https://example.org/a", None),
            ("/a//b", None),
            ("/a/../b", None),
            ("/.git/config", None),
            ("/a?b=1", None),
            ("/a#b", None),
            ("/%E6%8A%A5", None),
            ("a\\b", None),
            ("/a b", None),
        ];
        for (words, due) in rows {
            assert_eq!(path_of(words), due, "{words}");
        }
    }
}
