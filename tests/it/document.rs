//! The documents of the project as a person reads them: headings, what stands below each, links, commands. Knows nothing of what
//! they say.

use std::fs;

/// Every document in its two languages stands in these folders.
const FOLDERS: [&str; 2] = ["docs/zh", "docs/en"];

/// The text of a document.
pub fn document(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Path and text of a document, Chinese and English: `content` for `docs/zh/content.md` and its twin.
pub fn in_both(name: &str) -> [(String, String); 2] {
    FOLDERS.map(|folder| format!("{folder}/{name}.md")).map(|path| (path.clone(), document(&path)))
}

/// Every Markdown document of the project itself.
pub fn documents() -> Vec<String> {
    let found: Vec<String> = [".", "docs"].into_iter().chain(FOLDERS).flat_map(markdown_in).collect();
    assert!(found.len() >= 25, "{found:?}");
    found
}

/// The Markdown files of a folder.
pub fn markdown_in(folder: &str) -> Vec<String> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let documents = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    documents.map(|path| path.to_string_lossy().replace('\\', "/")).collect()
}

/// A heading of a document with what stands below it, up to the next heading of any level.
#[derive(Debug, Default)]
pub struct Passage {
    /// 1 for `#`; 0 before the first heading.
    pub level: usize,
    pub heading: String,
    /// The lines that are no code.
    pub prose: Vec<String>,
    /// The blocks of code, each with its opening line.
    pub blocks: Vec<Vec<String>>,
}

/// The document cut at its headings.
pub fn passages(text: &str) -> Vec<Passage> {
    let mut found = vec![Passage::default()];
    let mut code = false;
    for line in text.lines() {
        let level = line.len() - line.trim_start_matches('#').len();
        let last = found.last_mut().unwrap();
        if line.starts_with("```") {
            code = !code;
            last.blocks.extend(code.then(|| vec![line.to_owned()]));
        } else if code {
            last.blocks.last_mut().unwrap().push(line.to_owned());
        } else if level > 0 {
            found.push(Passage { level, heading: line[level..].trim().to_owned(), ..Passage::default() });
        } else {
            last.prose.push(line.to_owned());
        }
    }
    found
}

/// The headings of a level in a document with what stands below each, up to the next of its level or a higher one.
pub fn sections(text: &str, level: usize) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut open = false;
    let mut code = false;
    for line in text.lines() {
        code ^= line.starts_with("```");
        let marks = line.len() - line.trim_start_matches('#').len();
        if !code && (1..=level).contains(&marks) {
            open = marks == level;
            if open {
                found.push((line[marks..].trim().to_owned(), String::new()));
            }
        } else if let Some((_, words)) = found.last_mut().filter(|_| open) {
            *words += &format!("{line}\n");
        }
    }
    found
}

/// What stands below the heading of level two that has one of these names: the Chinese one or the English.
#[track_caller]
pub fn section(text: &str, names: [&str; 2]) -> String {
    let found = sections(text, 2).into_iter().find(|(heading, _)| names.contains(&heading.as_str()));
    found.unwrap_or_else(|| panic!("no heading is one of {names:?}")).1
}

/// The headings of a level.
pub fn headings(text: &str, level: usize) -> Vec<String> {
    sections(text, level).into_iter().map(|(heading, _)| heading).collect()
}

/// What stands between backticks.
pub fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The addresses that a document links to, pictures as well; code does not count.
pub fn links(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in passages(text).into_iter().flat_map(|passage| passage.prose) {
        let plain: String = line.split('`').step_by(2).collect();
        found.extend(plain.split("](").skip(1).filter_map(|rest| rest.split(')').next()).map(str::to_owned));
    }
    found
}

/// The lines that a person types into a shell, from blocks whose opening line names it.
pub fn typed<'a>(blocks: impl IntoIterator<Item = &'a Vec<String>>, shells: &[&str]) -> Vec<String> {
    let named = |block: &&Vec<String>| shells.contains(&block[0].trim_start_matches('`').trim());
    let lines = blocks.into_iter().filter(named).flat_map(|block| &block[1..]);
    let commands = lines.map(|line| line.split(" #").next().unwrap_or_default().trim());
    commands.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}
