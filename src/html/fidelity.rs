//! The proof that nothing of the report was lost and nothing added: every character of the source's masthead, speech,
//! glossary and attachments stands in the published text, in order, or in the list of lines set aside; and no others do. The
//! published text is read off the finished page, so that a fault of a template is found as well.

use super::additions::additions;
use super::source_lines::{find, is_word, parts, words};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::report::{self, Piece};
use crate::site::ReportSite;
use crate::text::{Source, Span};

/// Proves that the words of the finished full page are the whole source: each line of it that is missing or out of its
/// place, and all words that the source does not have. A report without a source has nothing to prove.
pub(super) fn faults(report: &ReportSite<'_>, published: &str) -> Vec<Diagnostic> {
    let Some(source) = &report.manuscript.source else { return Vec::new() };
    let read = report::read(source).value;
    let set_aside: Vec<String> = report.manuscript.title_page.set_aside.iter().map(|line| words(line)).collect();
    let mut faults = Vec::new();
    for piece in &read.aside {
        if !set_aside.contains(&words(&piece.text)) && !published.contains(&words(&piece.text)) {
            faults.push(missing(source, piece));
        }
    }
    for part in parts(&read) {
        let kept: Vec<&Piece> = part.into_iter().filter(|piece| !set_aside.contains(&words(&piece.text))).collect();
        let mut at = 0;
        for (index, piece) in kept.iter().enumerate() {
            let wanted = words(&piece.text);
            match find(published, at, &wanted, kept.get(index + 1).map(|next| words(&next.text)).as_deref()) {
                Some(found) => at = found + wanted.len(),
                None => faults.push(missing_words(source, piece, &published[at..])),
            }
        }
    }
    let is_whole = faults.is_empty();
    faults.extend(additions(report, source, &read, is_whole));
    faults
}

fn missing(source: &Source, piece: &Piece) -> Diagnostic {
    let shown: String = piece.text.trim().chars().take(20).collect();
    Diagnostic::error(
        Code::FIDELITY,
        message!(
            "「{shown}」 of the source is neither published nor listed as set aside",
            "原文的「{shown}」网站上没有，也没有列为不收的行"
        ),
    )
    .at(source, piece.span)
    .with_help(message!(
        "add the line to set_aside in report.toml if it does not belong to the report, else to the Markdown",
        "不属于报告，就写进 report.toml 的 set_aside；属于报告，就补到 Markdown 里"
    ))
}

/// Points at the first character of the line that the published text does not go on with.
fn missing_words(source: &Source, piece: &Piece, published: &str) -> Diagnostic {
    let (mut same, mut matched) = (0, 0);
    let mut rest = published.chars();
    for (at, c) in piece.text.char_indices() {
        if is_word(c) {
            if rest.next() != Some(c) {
                break;
            }
            matched += 1;
        }
        same = at + c.len_utf8();
    }
    // Only a line that begins as published is one with a change in it; any other is missing as a whole.
    let start = if matched >= 4 { same } else { 0 };
    let shown: String = piece.text[start..].chars().take(20).collect();
    let span = Span::new(piece.span.start + start.min(piece.span.len()), piece.span.end);
    let fault = Diagnostic::error(
        Code::FIDELITY,
        message!("the site lacks words of the source: 「{shown}」", "原文的这些话网站上没有：「{shown}」"),
    )
    .at(source, span);
    let near: String = published.chars().skip(matched).take(20).collect();
    let fault = if start > 0 {
        fault.with_note(message!("published: 「{near}」", "网站上：「{near}」"))
    } else {
        fault
    };
    fault.with_help(message!(
        "put the words back into the Markdown; if the source itself is wrong, correct it there as well",
        "把这些话补回 Markdown；原文本身印错了，连原文一起改"
    ))
}
