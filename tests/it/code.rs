//! Reads Rust source just well enough to say which paths it names. Knows nothing of this program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One file below `src/`.
pub struct CodeFile {
    /// With `/`: `src/html/theme.rs`.
    pub path: String,
    /// As it stands.
    pub text: String,
    /// Without comments, literals and what is compiled for tests only.
    code: String,
}

/// Every Rust file below `src/`, sorted by path.
pub fn files() -> Vec<CodeFile> {
    let mut found = Vec::new();
    collect(Path::new("src"), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, into: &mut Vec<CodeFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.to_string_lossy().replace('\\', "/");
            into.push(CodeFile::new(&name, &fs::read_to_string(&path).unwrap()));
        }
    }
}

impl CodeFile {
    /// A file of this path and text.
    pub fn new(path: &str, text: &str) -> CodeFile {
        CodeFile { path: path.into(), text: text.into(), code: without_tests(&bare(text)) }
    }

    /// The path below `src/` without `.rs` and `/mod`: `html/theme`, `html`.
    pub fn place(&self) -> &str {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        path.strip_suffix("/mod").unwrap_or(path)
    }

    /// The module at the top that the file belongs to.
    pub fn module(&self) -> &str {
        self.place().split('/').next().unwrap_or_default()
    }

    /// The names that the file imports, each with its path in full.
    pub fn imports(&self) -> Vec<(String, String)> {
        uses(&self.code).0
    }

    /// The paths that the code names, without those that it only passes on (`pub use`).
    pub fn own_paths(&self) -> Vec<String> {
        CodeFile { path: self.path.clone(), text: String::new(), code: without_passed_on(&self.code) }.paths()
    }

    /// The names of the types that the file defines: `struct`, `enum`, `trait` and `type` at the beginning of a line.
    pub fn types(&self) -> Vec<&str> {
        self.items()
            .filter(|(kind, _)| matches!(*kind, "struct" | "enum" | "trait" | "type"))
            .map(|(_, name)| name)
            .collect()
    }

    /// Whether the file defines an item of this name, and does not only pass it on.
    pub fn defines(&self, name: &str) -> bool {
        self.items().any(|(_, own)| own == name)
    }

    /// Kind and name of each item outside blocks.
    fn items(&self) -> impl Iterator<Item = (&str, &str)> {
        const KINDS: [&str; 7] = ["struct", "enum", "trait", "type", "fn", "const", "static"];
        let begins = |line: &&str| line.starts_with(|c: char| c.is_ascii_lowercase());
        self.code.lines().filter(begins).filter_map(|line| {
            let words = line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
            let mut from = words.skip_while(|word| !KINDS.contains(word));
            let (kind, name) = (from.next()?, from.next()?);
            // `const fn` is a function.
            if kind == "const" && name == "fn" { Some(("fn", from.next()?)) } else { Some((kind, name)) }
        })
    }

    /// Whether the file itself holds nothing but tests.
    pub fn is_test(&self) -> bool {
        self.place().split('/').any(|part| part == "tests")
    }

    /// Every path that the code names, those behind a `use` in full; a macro is a path that ends with `!`.
    pub fn paths(&self) -> Vec<String> {
        let (mut found, rest) = uses(&self.code);
        let names: BTreeMap<String, String> = found
            .iter()
            .map(|(path, name)| (name.clone(), path.trim_end_matches("::self").to_owned()))
            .filter(|(name, path)| name != path)
            .collect();
        for path in inline(&rest) {
            let root = path.split("::").next().unwrap_or_default();
            let full = names.get(root).map(|full| format!("{full}{}", &path[root.len()..]));
            found.push((full.unwrap_or(path), String::new()));
        }
        found.into_iter().map(|(path, _)| path).collect()
    }
}

/// The text with comments and literals turned into a blank; line ends stay.
fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let glued = out.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let length = comment(rest).or_else(|| raw_string(rest).filter(|_| !glued)).or_else(|| literal(rest));
        match length {
            Some(length) => {
                out.push(' ');
                out.extend(rest[..length].chars().filter(|c| *c == '\n'));
                rest = &rest[length..];
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

fn comment(rest: &str) -> Option<usize> {
    let end = |mark: &str, width| rest.find(mark).map_or(rest.len(), |at| at + width);
    match rest {
        _ if rest.starts_with("//") => Some(end("\n", 0)),
        _ if rest.starts_with("/*") => Some(end("*/", 2)),
        _ => None,
    }
}

fn raw_string(rest: &str) -> Option<usize> {
    let prefix = ["br", "r"].into_iter().find(|prefix| rest.starts_with(prefix))?;
    let hashes = rest[prefix.len()..].bytes().take_while(|byte| *byte == b'#').count();
    let inner = rest[prefix.len() + hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(rest.len() - inner.len() + inner.find(&end)? + end.len())
}

/// A string, or a character (which a lifetime is not).
fn literal(rest: &str) -> Option<usize> {
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut chars = rest.char_indices().skip(1);
    if quote == '\'' {
        let (_, first) = chars.next()?;
        if first != '\\' {
            return chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1);
        }
        chars.next();
    }
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

/// The code without the items under `#[cfg(test)]`.
fn without_tests(code: &str) -> String {
    const MARK: &str = "#[cfg(test)]";
    let Some(start) = code.find(MARK) else { return code.to_owned() };
    let item = &code[start + MARK.len()..];
    let end = match item.find([';', '{']) {
        Some(at) if item[at..].starts_with('{') => at + block(&item[at..]),
        Some(at) => at + 1,
        None => item.len(),
    };
    format!("{}{}", &code[..start], without_tests(&item[end..]))
}

/// How many bytes the block takes that begins here.
fn block(code: &str) -> usize {
    let mut depth = 0usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

/// The code without what it imports only for others.
fn without_passed_on(code: &str) -> String {
    let passed_on = |line: &str| line.starts_with("pub") && line.contains(" use ") || line.starts_with("pub use ");
    let mut out = String::new();
    let mut lines = code.lines();
    while let Some(line) = lines.next() {
        if !passed_on(line) {
            out.push_str(line);
            out.push('\n');
        } else if !line.contains(';') {
            lines.by_ref().find(|line| line.contains(';'));
        }
    }
    out
}

/// The paths behind each `use` with the name each has afterwards, and the code without them.
fn uses(code: &str) -> (Vec<(String, String)>, String) {
    let mut found = Vec::new();
    let mut other = String::new();
    let mut rest = code;
    while let Some(at) = rest.find("use ") {
        let (before, item) = rest.split_at(at);
        other.push_str(before);
        if before.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            other.push_str("use ");
            rest = &item[4..];
            continue;
        }
        let end = item.find(';').unwrap_or(item.len());
        expand(&item[4..end], "", &mut found);
        rest = &item[end..];
    }
    other.push_str(rest);
    (found, other)
}

fn expand(tree: &str, prefix: &str, into: &mut Vec<(String, String)>) {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").unwrap_or((tree, ""));
        let full = format!("{prefix}{}", path.trim());
        let last = full.trim_end_matches("::self").rsplit("::").next().unwrap_or_default().to_owned();
        let name = if name.is_empty() { last } else { name.trim().to_owned() };
        if !tree.is_empty() {
            into.push((full, name));
        }
        return;
    };
    let prefix = format!("{prefix}{}", head.trim());
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let (mut depth, mut start) = (0, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&inner[start..at], &prefix, into);
                start = at + 1;
            }
            _ => {}
        }
    }
    expand(&inner[start..], &prefix, into);
}

/// Paths of two names or more, and macros, outside `use`.
fn inline(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut path = String::new();
    let mut chars = code.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let joined = c == ':' && chars.peek() == Some(&':') && !path.is_empty();
        if c.is_alphanumeric() || c == '_' {
            path.push(c);
        } else if joined {
            chars.next();
            path.push_str("::");
        } else {
            if c == '!' && chars.peek() != Some(&'=') {
                path.push('!');
            }
            // `.name` is a method, `::<` ends a path.
            let path = std::mem::take(&mut path);
            let path = path.trim_end_matches("::");
            if before != '.' && (path.contains("::") || path.len() > 1 && path.ends_with('!')) {
                found.push(path.to_owned());
            }
            before = c;
        }
    }
    found
}

/// Reads a piece of code and expects the paths in it.
#[track_caller]
fn check(code: &str, expect: &[&str]) {
    assert_eq!(CodeFile::new("src/a.rs", code).paths(), expect);
}

#[test]
fn paths_behind_use_are_told_in_full() {
    check("use crate::text::Span;", &["crate::text::Span"]);
    check("pub use crate::{a::{B, c::D}, e};", &["crate::a::B", "crate::a::c::D", "crate::e"]);
    check("use std::fs::{self, File};\nfs::read(x)", &["std::fs::self", "std::fs::File", "std::fs::read"]);
    check("use std::io as sio; sio::stdout().lock()", &["std::io", "std::io::stdout"]);
}

#[test]
fn paths_in_the_code_itself_are_seen() {
    check("fn f(a: &tera::Error) -> crate::site::Use { reuse(a) }", &["tera::Error", "crate::site::Use"]);
    check("println!(x); if a != b {}", &["println!"]);
    check("x.collect::<Vec<_>>()", &[]);
}

#[test]
fn comments_literals_and_tests_name_nothing() {
    check("// crate::html::x\n/* std::fs::x */ /// [`crate::x::Y`]\n", &[]);
    check(
        "let a = \"crate::x \\\" std::fs::y\"; let b = r#\"tera::\"x\"#; let c = '\"'; f::<'a>(std::env::args)",
        &["std::env::args"],
    );
    check("#[cfg(test)]\nmod tests { use crate::html::X; fn f() {} }\nuse crate::text::Y;", &["crate::text::Y"]);
    check("#[cfg(test)]\nmod tests;\nuse crate::text::Y;", &["crate::text::Y"]);
}

#[test]
fn items_are_known_by_their_names() {
    let file = CodeFile::new(
        "src/a.rs",
        "pub(super) struct A<'a> {\n    type B;\n}\npub const fn c() {}\nimpl D for A {}\n#[cfg(test)]\nmod t { struct E; }",
    );
    assert_eq!(
        (file.types(), file.defines("c"), file.defines("D"), file.defines("B")),
        (vec!["A"], true, false, false)
    );
}

#[test]
fn what_is_only_passed_on_is_no_import() {
    let file = CodeFile::new("src/a.rs", "pub use b::{\n    C,\n    D,\n};\nuse e::F;\npub(super) use g::H;\n");
    assert_eq!(file.own_paths(), ["e::F"]);
    assert_eq!(file.imports().len(), 4);
}
