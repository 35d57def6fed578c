//! Undoes the marks of Markdown, so that a report written in it reads as the text it was made of. Reads line by line.

use super::lines::{Lines, mark};

/// The lines of a Markdown text without their marks; front matter and pictures are left out.
pub(super) fn read(text: &str) -> Lines {
    let mut lines = Lines::default();
    let mut rows = text.lines().peekable();
    if let Some(fence) = rows.next_if(|first| matches!(first.trim_end(), "+++" | "---")) {
        // Without its end it is no front matter.
        if rows.clone().any(|row| row.trim_end() == fence.trim_end()) {
            rows.by_ref().find(|row| row.trim_end() == fence.trim_end());
        }
    }
    let mut note: Option<(usize, String)> = None;
    for row in rows {
        if let Some((number, words)) = footnote(row) {
            flush(&mut note, &mut lines);
            note = Some((number, inline(words)));
            continue;
        }
        // A note goes on in lines that are set in.
        if let Some((_, words)) = &mut note {
            if row.starts_with("  ") || row.starts_with('\t') || row.trim().is_empty() {
                words.push('\n');
                words.push_str(&inline(row.trim()));
                continue;
            }
            flush(&mut note, &mut lines);
        }
        block(row, &mut lines);
    }
    flush(&mut note, &mut lines);
    lines
}

fn flush(note: &mut Option<(usize, String)>, lines: &mut Lines) {
    if let Some((number, words)) = note.take() {
        lines.push_note(number, &words);
    }
}

fn block(row: &str, lines: &mut Lines) {
    let mut rest = row.trim_start_matches([' ', '\t']);
    while let Some(quoted) = rest.strip_prefix('>') {
        rest = quoted.trim_start_matches(' ');
    }
    let fence = rest.starts_with("```") || rest.starts_with("~~~");
    let rule = rest.len() >= 3 && ["-", "*", "_", "="].iter().any(|sign| rest.trim().replace(*sign, "").is_empty());
    if fence || rule {
        return;
    }
    let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with([' ', '\t']) {
        let words = rest[hashes..].trim().trim_end_matches('#').trim_end();
        // `# ` is the title of the text, `## ` its first headings.
        lines.push(&inline(words), (hashes > 1).then_some(hashes as u8 - 1));
        return;
    }
    let item = ["- ", "* ", "+ "].iter().find_map(|bullet| rest.strip_prefix(bullet));
    lines.push(&inline(item.unwrap_or(rest)), None);
}

/// `[^3]: words`
fn footnote(row: &str) -> Option<(usize, &str)> {
    let (number, words) = row.strip_prefix("[^")?.split_once("]:")?;
    Some((number.parse().ok()?, words.trim()))
}

/// A line's words without the marks in it.
fn inline(row: &str) -> String {
    let mut out = String::with_capacity(row.len());
    let mut rest = row;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '\\' if after.starts_with(|next: char| next.is_ascii_punctuation()) => {
                out.push_str(&after[..1]);
                &after[1..]
            }
            '*' | '`' => after.trim_start_matches(c),
            '_' if after.starts_with('_') => after.trim_start_matches('_'),
            '!' if after.starts_with('[') => link(after).map_or(after, |(_, rest)| rest),
            '[' => match (reference(rest), link(rest)) {
                (Some((number, rest)), _) => {
                    out.push_str(&mark(number));
                    rest
                }
                (None, Some((words, rest))) => {
                    out.push_str(&inline(words));
                    rest
                }
                (None, None) => {
                    out.push('[');
                    after
                }
            },
            _ => {
                out.push(c);
                after
            }
        };
    }
    out
}

/// `[^3]`
fn reference(text: &str) -> Option<(usize, &str)> {
    let inner = text.strip_prefix("[^")?;
    let end = inner.find(|c: char| !c.is_ascii_digit())?;
    Some((inner[..end].parse().ok()?, inner[end..].strip_prefix(']')?))
}

/// The words of `[words](address)`, and what follows it.
fn link(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[')?;
    // Neither part holds a bracket: so nothing that follows is looked through in vain.
    let end = inner.find(['[', ']'])?;
    let address = inner[end..].strip_prefix("](")?;
    let rest = address[address.find([')', '[', ']'])?..].strip_prefix(')')?;
    Some((&inner[..end], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, expect: &str, headings: &[(usize, u8)]) {
        let (text, found) = read(markdown).finish();
        assert_eq!(text, expect);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), headings);
    }

    #[test]
    fn marks_are_undone_and_headings_remembered() {
        check(
            "+++\ntitle = \"a\"\n+++\n# 政府工作报告\n\n## 一、工作回顾\n\n**经济发展。**增长 5\\*3。\n> - 引文\n\n---\n1\\. 条",
            "政府工作报告\n一、工作回顾\n经济发展。增长 5*3。\n引文\n1. 条\n",
            &[(2, 1)],
        );
    }

    #[test]
    fn links_keep_their_words_and_notes_become_entries() {
        check(
            "落实[“双减”](https://a)[^1]。![图](a.png)\n\n[^1]: 双减：减负。\n    又一段。\n正文[1]",
            "落实“双减”［1］。\n正文[1]\n注释\n［1］双减：减负。\n又一段。\n",
            &[],
        );
    }

    #[test]
    fn a_front_matter_that_never_ends_is_text() {
        check("---\n报告", "报告\n", &[]);
    }
}
