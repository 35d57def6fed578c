//! The other half of the proof: what the report's pages print stands in the source, as many times as there. An editor's note
//! is no part of what is compared.

use std::borrow::Cow;

use super::source_lines::{find, is_word, parts, words};
use crate::content::{Page, TitlePage, WHOLE_SPEECH};
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::Inline;
use crate::message::message;
use crate::report::{Block, Report};
use crate::site::ReportSite;
use crate::text::{Source, Span};

/// Every run of words that the content has over the source's, at its place in the content. When `is_whole` is not set, the
/// other half of the proof has told what is missing; a changed line is one fault and is not told again here.
pub(super) fn additions(report: &ReportSite<'_>, source: &Source, read: &Report, is_whole: bool) -> Vec<Diagnostic> {
    let printed = Printed::of(report, read);
    let compared = Compared::of(&printed.words, &report.manuscript.title_page, read);
    let missing = if is_whole { &[][..] } else { &compared.missing };
    let there = words(source.text());
    let mut found = Vec::new();
    for (start, end) in compared.gaps {
        for (run, own) in printed.runs_over(start, end) {
            let added = own.of(&run.text);
            let solid = words(added);
            if !missing.iter().any(|line| are_versions(line, &solid)) {
                found.push(addition(run, own, added, there.contains(&solid)));
            }
        }
    }
    found
}

fn addition(run: &TextRun<'_>, own: Span, added: &str, repeated: bool) -> Diagnostic {
    let shown: String = added.trim().chars().take(20).collect();
    let message = if repeated {
        message!(
            "these words stand here once more than in the source: 「{shown}」",
            "这些话比原文多印了一遍：「{shown}」"
        )
    } else {
        message!("the source does not have these words: 「{shown}」", "这些话原文里没有：「{shown}」")
    };
    Diagnostic::error(Code::FIDELITY, message).at(run.file, run.place(own)).with_help(message!(
        "take them out; an editor's words are put on record as a note, with day and reason: > 编者注（2024-01-05）：…",
        "删掉；编者要说的话写成编者注，带日期和缘由：> 编者注（2024-01-05）：…"
    ))
}

/// Words on their way to a page.
struct TextRun<'a> {
    /// Where they begin in the words of all pages.
    start: usize,
    text: Cow<'a, str>,
    file: &'a Source,
    /// The leaf that they are, or the place of a heading or a line of the masthead.
    origin: Result<&'a Inline, Span>,
}

impl TextRun<'_> {
    /// The place in the file of the bytes `own` of the text.
    fn place(&self, own: Span) -> Span {
        self.origin.map_or_else(|place| place, |leaf| leaf.origin_span(own))
    }

    /// The bytes of the text whose words are those from `start` to `end`, counted in bytes of words.
    fn bytes(&self, start: usize, end: usize) -> Span {
        let mut at = 0;
        let mut own: Option<Span> = None;
        for (byte, c) in self.text.char_indices().filter(|(_, c)| is_word(*c)) {
            if start <= at && at < end {
                own = Some(Span::new(own.map_or(byte, |own| own.start), byte + c.len_utf8()));
            }
            at += c.len_utf8();
        }
        own.unwrap_or_default()
    }
}

/// Everything that the pages print of the report, in reading order, and only the characters that count.
#[derive(Default)]
struct Printed<'a> {
    words: String,
    runs: Vec<TextRun<'a>>,
}

impl<'a> Printed<'a> {
    fn of(report: &ReportSite<'a>, read: &Report) -> Printed<'a> {
        let manuscript = report.manuscript;
        let mut all = Printed::default();
        for (_, line) in &manuscript.title_page.lines {
            all.line(&manuscript.title_page.file, line);
        }
        // A speech without headings gets a page with a title of ours.
        let untitled = !read.body.iter().any(|block| matches!(block, Block::Heading(_)));
        let (attachments, body): (Vec<&Page>, Vec<&Page>) =
            manuscript.pages.iter().partition(|page| page.id.is_attachment());
        body.into_iter().for_each(|page| all.page(page, untitled));
        if let Some(glossary) = &manuscript.glossary {
            glossary.heading.iter().for_each(|line| all.line(&glossary.file, line));
            for term in &glossary.terms {
                let entry = &term.entry;
                let heading = format!("{}{}{}", entry.mark, entry.term, entry.separator);
                all.run(heading.into(), &glossary.file, Err(term.place));
                term.definition.printed().into_iter().for_each(|leaf| all.leaf(&glossary.file, leaf));
            }
        }
        attachments.into_iter().for_each(|page| all.page(page, false));
        all
    }

    fn page(&mut self, page: &'a Page, untitled: bool) {
        self.line(&page.file, &page.number);
        if !(untitled && page.title == WHOLE_SPEECH) {
            self.line(&page.file, &page.title);
        }
        page.text.printed().into_iter().for_each(|leaf| self.leaf(&page.file, leaf));
    }

    fn leaf(&mut self, file: &'a Source, leaf: &'a Inline) {
        self.run(leaf.text.as_str().into(), file, Ok(leaf));
    }

    /// A line of settings: its place is where the file first has it.
    fn line(&mut self, file: &'a Source, line: &'a str) {
        let at = file.text().find(line).map_or_else(Span::default, |at| Span::new(at, at + line.len()));
        self.run(line.into(), file, Err(at));
    }

    fn run(&mut self, text: Cow<'a, str>, file: &'a Source, origin: Result<&'a Inline, Span>) {
        let start = self.words.len();
        self.words.extend(text.chars().filter(|c| is_word(*c)));
        self.runs.push(TextRun { start, text, file, origin });
    }

    /// The runs that have words from `start` to `end`, each with the bytes of its text that those are.
    fn runs_over(&self, start: usize, end: usize) -> impl Iterator<Item = (&TextRun<'a>, Span)> {
        let first = self.runs.partition_point(|run| run.start <= start).saturating_sub(1);
        let over = self.runs[first..].iter().take_while(move |run| run.start < end);
        over.map(move |run| (run, run.bytes(start.saturating_sub(run.start), end - run.start)))
            .filter(|(_, own)| !own.is_empty())
    }
}

/// How the printed words and the lines of the source go together.
#[derive(Default)]
struct Compared {
    /// From where to where no line of the source accounts for the printed words.
    gaps: Vec<(usize, usize)>,
    /// The lines of the source that were not found.
    missing: Vec<String>,
}

impl Compared {
    fn of(printed: &str, title_page: &TitlePage, read: &Report) -> Compared {
        let set_aside: Vec<String> = title_page.set_aside.iter().map(|line| words(line)).collect();
        // What is set aside may be printed all the same: it is the source's.
        let mut allowed: Vec<String> = read.aside.iter().map(|piece| words(&piece.text)).collect();
        let (mut covered, mut missing) = (Vec::<(usize, usize)>::new(), Vec::new());
        let mut at = 0;
        for part in parts(read) {
            let lines = part.iter().map(|piece| words(&piece.text));
            let (aside, kept): (Vec<String>, Vec<String>) = lines.partition(|line| set_aside.contains(line));
            allowed.extend(aside);
            for (index, line) in kept.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
                let next = kept.get(index + 1).map(String::as_str);
                // The glossary and the attachments may stand in another order than in the source.
                let found = find(printed, at, line, next)
                    .or_else(|| if index == 0 { find(printed, 0, line, next) } else { None });
                match found {
                    Some(found) => {
                        at = found + line.len();
                        covered.push((found, at));
                    }
                    None => missing.push(line.clone()),
                }
            }
        }
        allowed.retain(|line| !line.is_empty());
        covered.sort_unstable();
        covered.push((printed.len(), printed.len()));
        let mut gaps = Vec::new();
        let mut end = 0;
        for (from, to) in covered {
            if end < from {
                let start = from - without(&printed[end..from], &mut allowed).len();
                gaps.extend((start < from).then_some((start, from)));
            }
            end = end.max(to);
        }
        Compared { gaps, missing }
    }
}

/// `gap` without the lines of `allowed` that it begins with, each of them once.
fn without<'g>(mut gap: &'g str, allowed: &mut Vec<String>) -> &'g str {
    while let Some(index) = allowed.iter().position(|line| gap.starts_with(line.as_str())) {
        gap = &gap[allowed.swap_remove(index).len()..];
    }
    gap
}

/// Whether one of two lines is the other with a change in it: half of the shorter is the same from its ends inwards.
fn are_versions(one: &str, other: &str) -> bool {
    let same = |pairs: &mut dyn Iterator<Item = (char, char)>| pairs.take_while(|(a, b)| a == b).count();
    let before = same(&mut one.chars().zip(other.chars()));
    let after = same(&mut one.chars().rev().zip(other.chars().rev()));
    2 * (before + after) >= one.chars().count().min(other.chars().count())
}
