//! Shows diagnostics to people. Makes text, and knows neither the terminal nor what was checked.

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Message, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use unicode_width::UnicodeWidthChar;

use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::text::Span;

/// Renders diagnostics in the given order, one blank line apart, for a terminal of `width` columns.
///
/// Each has its code, its place as `file:line:column`, the line with the words in question marked by display width (a
/// Chinese character is two columns), its notes and its advice. A long line is cut round the mark. Control characters
/// of a text are shown, not sent to the terminal. Without `color` the text is plain.
pub fn render(diagnostics: &[Diagnostic], color: bool, width: usize) -> String {
    // Below this nothing legible is left of a line, and the renderer's own ellipses need room.
    let width = width.max(40);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let mut text = String::new();
    for diagnostic in diagnostics {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&renderer.render(&[group(diagnostic, width)]));
        text.push('\n');
    }
    text
}

/// How many there are of each severity: `3 errors, 1 warning`; `no errors` when the list is empty.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let of = |severity: Severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let severities = [Severity::Error, Severity::Warning, Severity::Note];
    let counts = severities.into_iter().map(|severity| (of(severity), severity.name()));
    let parts: Vec<String> = counts.filter(|(count, _)| *count > 0).map(|(count, name)| counted(count, name)).collect();
    if parts.is_empty() { counted(0, "error") } else { parts.join(", ") }
}

/// A number with its noun: `no files`, `1 file`, `2 files`. For nouns whose plural ends in s.
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

fn group(diagnostic: &Diagnostic, width: usize) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.as_str());
    let place = diagnostic.location.as_ref().map(|location| excerpt(location, width));
    let notes = diagnostic.notes.iter().map(|text| note(text));
    let help = diagnostic.help.iter().map(|text| Level::HELP.message(normalize_untrusted_str(text)));
    Group::with_title(title).elements(place).elements(notes).elements(help)
}

/// The line with its mark; the place alone when the line holds nothing to show.
fn excerpt(location: &Location, width: usize) -> Element<'_> {
    let Location { file, place, line, marked } = location;
    let whole_file = line.is_empty() && place.line == 1;
    if line.trim().is_empty() {
        let origin = Origin::path(normalize_untrusted_str(file));
        return if whole_file { origin } else { origin.line(place.line).char_column(place.column) }.into();
    }
    let marked = shortened(line, *marked, width / 2);
    let mark = AnnotationKind::Primary.span(marked.start..marked.end);
    Snippet::source(line).path(file).line_start(place.line).annotation(mark).into()
}

/// The start of a span, at most `columns` wide: a mark wider than the terminal would break over its lines.
fn shortened(line: &str, marked: Span, columns: usize) -> Span {
    let Some(words) = line.get(marked.start..marked.end) else { return Span::default() };
    let mut taken = 0;
    let fits = words.char_indices().find(|(_, letter)| {
        taken += letter.width().unwrap_or(1);
        taken > columns
    });
    fits.map_or(marked, |(at, _)| Span::new(marked.start, marked.start + at))
}

/// A note under its own name when it has one (`nearest: …`), else under `note`.
fn note(text: &str) -> Message<'_> {
    let named = text.split_once(": ").filter(|(name, _)| name.chars().all(|letter| letter.is_ascii_lowercase()));
    match named {
        Some((name, rest)) if !name.is_empty() => Level::NOTE.with_name(name).message(normalize_untrusted_str(rest)),
        _ => Level::NOTE.message(normalize_untrusted_str(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::text::Source;

    /// A diagnostic on the `words` of `text`.
    fn on(text: &str, words: &str) -> Diagnostic {
        let source = Source::new("content/zichuan-2023/figures.csv", text);
        let start = text.find(words).unwrap();
        Diagnostic::error(Code::NO_TITLE, "figure `gdp-2023` quotes words that this report does not contain")
            .at(&source, Span::new(start, start + words.len()))
    }

    fn check(diagnostics: &[Diagnostic], expect: &str) {
        let shown = render(diagnostics, false, 100);
        assert_eq!(shown, expect, "\n{shown}");
    }

    #[test]
    fn a_message_says_where_what_and_what_to_do() {
        let text = "id,quote\n".repeat(13) + "gdp-2023,地区生产总值增长6.6%左右,…\n";
        let fault = on(&text, "地区生产总值增长6.6%左右")
            .with_note("nearest: content/zichuan-2023/2.md:9 「地区生产总值增长6.5%左右」")
            .with_note("the report has 312 lines")
            .with_help("copy the words as the report has them, or remove the row");
        check(
            &[fault],
            "\
error[no-title]: figure `gdp-2023` quotes words that this report does not contain
  --> content/zichuan-2023/figures.csv:14:10
   |
14 | gdp-2023,地区生产总值增长6.6%左右,…
   |          ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = nearest: content/zichuan-2023/2.md:9 「地区生产总值增长6.5%左右」
   = note: the report has 312 lines
   = help: copy the words as the report has them, or remove the row
",
        );
    }

    #[test]
    fn a_long_paragraph_is_cut_round_the_mark() {
        let text = "过去一年全区上下".repeat(60) + "三区三线" + &"落实新发展理念".repeat(60);
        check(
            &[on(&text, "三区三线")],
            "\
error[no-title]: figure `gdp-2023` quotes words that this report does not contain
 --> content/zichuan-2023/figures.csv:1:481
  |
1 | ... 全区上下过去一年全区上下过去一年全区上下三区三线落实新发展理念落实新发展理念落实新发展理...
  |                                             ^^^^^^^^
",
        );
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        let text = "过去一年全区上下".repeat(60);
        for (words, width) in [(&*text, 100), (&text, 60), (&text, 0), ("全区", 80)] {
            let shown = render(&[on(&text, words)], false, width);
            let columns = |line: &str| line.chars().filter_map(UnicodeWidthChar::width).sum::<usize>();
            let lines = shown.lines().skip(2).map(columns);
            assert!(lines.max() <= Some(width.max(40) + 6), "{shown}");
        }
    }

    #[test]
    fn a_fault_of_a_whole_file_or_of_no_place_shows_no_line() {
        let warning = |words: &str| Diagnostic::warning(Code::NO_TITLE, words).with_help("h");
        check(
            &[warning("a").in_file("content/a.toml"), warning("b"), on("一\n\n二", "\n二")],
            "\
warning[no-title]: a
--> content/a.toml
 = help: h

warning[no-title]: b
 |
 = help: h

error[no-title]: figure `gdp-2023` quotes words that this report does not contain
--> content/zichuan-2023/figures.csv:2:1
",
        );
    }

    #[test]
    fn a_mark_of_no_width_is_one_caret() {
        let shown = render(&[on("一二三", "")], false, 100);
        assert!(shown.ends_with("1 | 一二三\n  | ^\n"), "{shown}");
    }

    #[test]
    fn a_text_cannot_send_commands_to_the_terminal() {
        let fault = Diagnostic::error(Code::NO_TITLE, "a\x1b[0m")
            .in_file("b\x1b[0m")
            .with_note("c\x1b[0m")
            .with_help("d\x1b[0m");
        let shown = render(&[fault, on("一\x1b[0m二", "二")], false, 100);
        assert!(!shown.contains('\x1b'), "{shown:?}");
        assert_eq!(shown.matches('␛').count(), 5);
        assert!(render(&[on("一", "一")], true, 100).contains('\x1b'), "colour does");
    }

    #[test]
    fn a_summary_has_the_right_plurals() {
        let error = || Diagnostic::error(Code::NO_TITLE, "");
        let warning = || Diagnostic::warning(Code::NO_TITLE, "");
        assert_eq!(summary(&[]), "no errors");
        assert_eq!(summary(&[warning(), error(), error(), error()]), "3 errors, 1 warning");
        assert_eq!(summary(&[warning(), warning(), Diagnostic::note(Code::NO_TITLE, "")]), "2 warnings, 1 note");
        assert_eq!(counted(1, "file"), "1 file");
    }
}
