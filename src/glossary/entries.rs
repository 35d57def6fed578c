//! Reads a glossary's entries by the number that is expected next, whatever its mark, or by colons where none is numbered.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::number::{EntryNumbering, any_mark, mark_of};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span};

/// The longest term, in characters.
const LONGEST: usize = 50;

/// Reads entries from the lines (number, bytes and text of each) that follow a glossary's heading.
///
/// A line begins an entry when it begins with the number that is expected next (`8.6个重大科技专项：` is entry 8) and has a
/// colon after its term; where the first line has no number, when a term and a colon begin it. Any other line belongs to the
/// definition before it. A number that is missing or doubled is kept as printed, with a warning.
pub fn read_entries(source: &Source, lines: &[(usize, Span, &str)]) -> Checked<Vec<Entry>> {
    let mut reader = EntryReader { source, entries: Vec::new(), diagnostics: Vec::new(), style: None };
    for &(number, span, text) in lines {
        reader.line(number, span, text);
    }
    reader.finish();
    Checked { value: reader.entries, diagnostics: reader.diagnostics }
}

struct EntryReader<'a> {
    source: &'a Source,
    entries: Vec<Entry>,
    diagnostics: Vec<Diagnostic>,
    /// How this glossary marks its entries; unknown before the first.
    style: Option<EntryNumbering>,
}

impl EntryReader<'_> {
    fn line(&mut self, line: usize, span: Span, text: &str) {
        if let Some((label, term)) = labelled(text, &["关键词", "名词", "词语"]) {
            let entry = Entry {
                number: self.expected(),
                mark: label.to_owned(),
                term: term.to_owned(),
                line,
                ..Entry::default()
            };
            self.style = Some(EntryNumbering::None);
            self.entries.push(entry);
            return;
        }
        let begun = self.begins(text);
        if begun.is_none_or(|(_, mark)| mark.is_empty()) && self.go_on_with_term(text) {
            return;
        }
        let Some((number, mark)) = begun else {
            match self.entries.last_mut() {
                Some(entry) => go_on(&mut entry.definition, text),
                None => self.stray(span),
            }
            return;
        };
        self.style.get_or_insert(EntryNumbering::of(mark));
        let expected = self.expected();
        if number != expected {
            let message = message!(
                "entry {number} stands where entry {expected} is expected",
                "这里应当是第 {expected} 条，写的是第 {number} 条"
            );
            let help = message!(
                "compare the numbers with the printed glossary; none was changed",
                "和印本对一下序号；程序照原样收，没有改"
            );
            self.diagnostics
                .push(Diagnostic::warning(Code::GLOSSARY_NUMBER, message).at(self.source, span).with_help(help));
        }
        let rest = &text[mark.len()..];
        let cells = || rest.split_once('\t').map(|(term, definition)| (term.trim(), "", definition.trim()));
        // The number says that a term stands here, however long it is.
        let long = || cut_within(rest, usize::MAX).filter(|_| !mark.is_empty());
        let parts = cells().or_else(|| cut(rest)).or_else(|| cut_without_colon(rest)).or_else(long);
        let (term, separator, definition) = parts.unwrap_or((rest, "", ""));
        // A number without a sign is parted from its term by a blank, or it would be read as a part of it.
        let blank = if EntryNumbering::of(mark) == EntryNumbering::Blank && !mark.ends_with(char::is_whitespace) {
            " "
        } else {
            ""
        };
        let (mark, term, separator) = (format!("{mark}{blank}"), term.to_owned(), separator.to_owned());
        let definition = if definition.is_empty() { Vec::new() } else { vec![definition.to_owned()] };
        self.entries.push(Entry { number, mark, term, separator, definition, line, ..Entry::default() });
    }

    fn expected(&self) -> u32 {
        self.entries.last().map_or(1, |entry| entry.number + 1)
    }

    /// The number and the mark of the entry that `text` begins, if it begins one.
    fn begins<'t>(&self, text: &'t str) -> Option<(u32, &'t str)> {
        let expected = self.expected();
        let titled = |mark: &str| cut(&text[mark.len()..]).is_some();
        // `3 个` begins with a number as well as a row of a table does.
        let sure = |mark: &str| {
            EntryNumbering::of(mark) != EntryNumbering::Blank || text.len() == mark.len() || text.contains('\t')
        };
        if self.style != Some(EntryNumbering::None) {
            // The expected number, a missing one, a doubled one: in this order, since `8.6个` is 8 and not 86.
            let near =
                [0, 1, 2, 3, 4, 5].map(|skipped| expected + skipped).into_iter().chain([expected.saturating_sub(1)]);
            let found = near.filter(|number| *number > 0).find_map(|number| Some((number, mark_of(text, number)?)));
            if let Some((number, mark)) = found
                && self.style.is_none_or(|style| style == EntryNumbering::of(mark))
                && (number == expected && sure(mark) || titled(mark))
            {
                return Some((number, mark));
            }
        }
        let unmarked = self.style == Some(EntryNumbering::None) || self.style.is_none() && any_mark(text).is_none();
        (unmarked && titled("")).then_some((expected, ""))
    }

    /// A term that its source broke over lines goes on until its colon, or until a line that is plainly a definition.
    fn go_on_with_term(&mut self, text: &str) -> bool {
        let open = |entry: &&mut Entry| entry.separator.is_empty() && entry.definition.is_empty();
        let Some(entry) = self.entries.last_mut().filter(open) else { return false };
        // The line may have ended just before the colon: `“两重”` / `：是指…`.
        if let Some(rest) = text.strip_prefix(['：', ':']).filter(|_| !entry.term.is_empty()) {
            let definition = rest.trim_start();
            entry.separator = text[..text.len() - definition.len()].trim_end().to_owned();
            entry.definition.extend((!definition.is_empty()).then(|| definition.to_owned()));
            return true;
        }
        let alone = self.style == Some(EntryNumbering::Blank) && !entry.term.is_empty();
        if alone || DEFINES.iter().any(|word| text.starts_with(word)) || text.ends_with('。') && cut(text).is_none() {
            entry.definition.push(text.to_owned());
            return true;
        }
        if let Some((label, definition)) = labelled(text, &["名词解释", "解释", "释义"]) {
            entry.separator = label.to_owned();
            entry.definition.push(definition.to_owned());
            return true;
        }
        match cut(text) {
            Some((term, separator, definition)) => {
                entry.term.push_str(term);
                entry.separator = separator.to_owned();
                entry.definition.extend((!definition.is_empty()).then(|| definition.to_owned()));
            }
            None => entry.term.push_str(text),
        }
        true
    }

    fn stray(&mut self, span: Span) {
        let help = message!(
            "it is printed under the glossary's heading; an entry begins with its number or its term, and a colon",
            "它印在名词解释的标题下面；每条以序号或名词开头，后面有冒号"
        );
        let message = message!("this line of the glossary belongs to no entry", "名词解释里的这一行不属于任何一条");
        self.diagnostics.push(Diagnostic::warning(Code::GLOSSARY_STRAY, message).at(self.source, span).with_help(help));
    }

    /// Hands what begins like an entry and explains nothing back to the entry before it; without one it belongs to the heading.
    fn hand_back(&mut self) {
        for entry in std::mem::take(&mut self.entries) {
            if !entry.definition.is_empty() {
                self.entries.push(entry);
                continue;
            }
            self.stray(self.source.line(entry.line).span);
            if let Some(before) = self.entries.last_mut() {
                before.definition.push(format!("{}{}{}", entry.mark, entry.term, entry.separator));
            }
        }
    }

    fn finish(&mut self) {
        self.hand_back();
        let mut known: BTreeMap<&str, &Entry> = BTreeMap::new();
        for entry in &self.entries {
            let first = *known.entry(&entry.term).or_insert(entry);
            if std::ptr::eq(first, entry) {
                continue;
            }
            let message = message!(
                "the term {term} is explained twice, as entry {first} and as entry {again}",
                "名词“{term}”解释了两次：第 {first} 条和第 {again} 条",
                term = entry.term,
                first = first.number,
                again = entry.number,
            );
            let span = self.source.line(entry.line).span;
            let help = message!("mentions are linked to the first", "正文里的链接都通到前一条");
            self.diagnostics
                .push(Diagnostic::warning(Code::DUPLICATE_TERM, message).at(self.source, span).with_help(help));
        }
    }
}

/// Adds a line to a definition: to its last paragraph when that breaks off, otherwise as a paragraph of its own.
fn go_on(definition: &mut Vec<String>, text: &str) {
    match definition.last_mut() {
        Some(last) if !last.ends_with(['。', '！', '？', '；', '：', '”', '）']) => last.push_str(text),
        _ => definition.push(text.to_owned()),
    }
}

/// `关键词：…`: the label with its colon, and what follows it.
fn labelled<'t>(text: &'t str, labels: &[&str]) -> Option<(&'t str, &'t str)> {
    let rest = labels.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(['：', ':']))?.trim_start();
    (!rest.is_empty()).then(|| (&text[..text.len() - rest.len()], rest))
}

/// Term, separator and definition of an entry without its mark; `None` when no colon follows a term.
fn cut(text: &str) -> Option<(&str, &str, &str)> {
    cut_within(text, LONGEST)
}

/// Cuts as [`cut`] does, where the term has no more characters than `longest`.
fn cut_within(text: &str, longest: usize) -> Option<(&str, &str, &str)> {
    let at = text.find(['：', ':'])?;
    let (term, rest) = text.split_at(at);
    let printed = term.trim();
    if printed.is_empty() || printed.chars().count() > longest || printed.contains(['。', '；']) {
        return None;
    }
    let colon = rest.chars().next().map_or(0, char::len_utf8);
    let definition = rest[colon..].trim_start();
    Some((printed, rest[..rest.len() - definition.len()].trim_end(), definition))
}

/// Words that definitions begin with.
const DEFINES: &[&str] = &["是指", "指的是", "——"];

/// Term and definition of an entry that has no colon: `两新是指更新和换新。`
fn cut_without_colon(text: &str) -> Option<(&str, &str, &str)> {
    let at = DEFINES.iter().filter_map(|word| text.find(word)).min()?;
    let term = text[..at].trim_end();
    let titled = !term.is_empty() && term.chars().count() <= LONGEST && !term.contains(['。', '，', '；']);
    titled.then(|| (term, "", &text[at..]))
}
