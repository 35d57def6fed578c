//! Shows diagnostics to people. Makes text, and knows neither the terminal nor what was checked.

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Message as Fact, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use unicode_width::UnicodeWidthChar;

use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::message::{Language, Message, message};
use crate::text::Span;

/// Renders diagnostics in the given order, one blank line apart, for a terminal of `width` columns.
///
/// Each has its code, its place as `file:line:column`, the line with the words in question marked by display width (a
/// Chinese character is two columns), its notes and its advice. A long line is cut round the mark. Control characters
/// of a text are shown, not sent to the terminal. Without `color` the text is plain.
pub fn render(diagnostics: &[Diagnostic], language: Language, color: bool, width: usize) -> String {
    // Below this nothing legible is left of a line, and the renderer's own ellipses need room.
    let width = width.max(40);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let mut text = String::new();
    for diagnostic in diagnostics {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&renderer.render(&[group(diagnostic, language, width)]));
        text.push('\n');
    }
    text
}

/// Words of others (a file's name, a report's) as a terminal can show them: a control character becomes its picture.
pub fn harmless(words: &str) -> String {
    words.lines().map(normalize_untrusted_str).collect::<Vec<_>>().join("\n")
}

/// How many there are of each severity: `3 errors, 1 warning`; `no errors` when the list is empty.
pub fn summary(diagnostics: &[Diagnostic]) -> Message {
    let of = |severity: Severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    let errors = || Message::counted(of(Severity::Error), "error", "处错误");
    let counts = [
        (of(Severity::Error), errors()),
        (of(Severity::Warning), Message::counted(of(Severity::Warning), "warning", "处提醒")),
        (of(Severity::Note), Message::counted(of(Severity::Note), "note", "处说明")),
    ];
    let parts: Vec<Message> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, told)| told).collect();
    if parts.is_empty() { errors() } else { Message::joined(parts, ", ", "，") }
}

fn group(diagnostic: &Diagnostic, language: Language, width: usize) -> Group<'_> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(diagnostic.severity.word().said_in(language).to_owned());
    let title = level.primary_title(diagnostic.message.said_in(language)).id(diagnostic.code.as_str());
    let place = diagnostic.location.as_ref().map(|location| excerpt(location, width));
    let notes = diagnostic.notes.iter().map(move |text| note(text.said_in(language), language));
    let help = diagnostic.help.iter().map(move |text| {
        let name = message!("help", "办法").said_in(language).to_owned();
        Level::HELP.with_name(name).message(normalize_untrusted_str(text.said_in(language)))
    });
    Group::with_title(title).elements(place).elements(notes).elements(help)
}

/// The line with its mark; the place alone when the line holds nothing to show.
fn excerpt(location: &Location, width: usize) -> Element<'_> {
    let Location { file, place, line, left_out, marked, .. } = location;
    if line.trim().is_empty() {
        let origin = Origin::path(normalize_untrusted_str(file));
        return if location.is_whole_file() { origin } else { origin.line(place.line).char_column(place.column) }
            .into();
    }
    // The renderer counts columns from where the line begins that it is given.
    let marked = shortened(line, *marked, width / 2).shifted(*left_out);
    let mark = AnnotationKind::Primary.span(marked.start..marked.end);
    let line = ".".repeat(*left_out) + line;
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

/// A note under its own name when it has one (`nearest: …`, `最像的：…`), else under that of notes.
fn note(text: &str, language: Language) -> Fact<'_> {
    let named = match language {
        Language::English => text.split_once(": "),
        Language::Chinese => text.split_once('：'),
    };
    match named.filter(|(name, _)| !name.is_empty() && name.chars().all(|letter| is_of_name(letter, language))) {
        Some((name, rest)) => Level::NOTE.with_name(name).message(normalize_untrusted_str(rest)),
        None => {
            let name = Severity::Note.word().said_in(language).to_owned();
            Level::NOTE.with_name(name).message(normalize_untrusted_str(text))
        }
    }
}

fn is_of_name(letter: char, language: Language) -> bool {
    match language {
        Language::English => letter.is_ascii_lowercase(),
        Language::Chinese => letter.is_alphabetic() && !letter.is_ascii(),
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
        let message = message!(
            "figure `gdp-2023` quotes words that this report does not contain",
            "数字 `gdp-2023` 的引文，这份报告里没有",
        );
        Diagnostic::error(Code::NO_TITLE, message).at(&source, Span::new(start, start + words.len()))
    }

    fn check(diagnostics: &[Diagnostic], expect: &str) {
        let shown = plain(diagnostics, 100);
        assert_eq!(shown, expect, "\n{shown}");
    }

    fn plain(diagnostics: &[Diagnostic], width: usize) -> String {
        render(diagnostics, Language::English, false, width)
    }

    #[test]
    fn a_message_says_where_what_and_what_to_do() {
        let text = "id,quote\n".repeat(13) + "gdp-2023,地区生产总值增长6.6%左右,…\n";
        let near = "content/zichuan-2023/2.md:9 「地区生产总值增长6.5%左右」";
        let fault = on(&text, "地区生产总值增长6.6%左右")
            .with_note(message!("nearest: {near}", "最像的：{near}"))
            .with_note(message!("the report has 312 lines", "报告有 312 行：不多"))
            .with_help(message!(
                "copy the words as the report has them, or remove the row",
                "照报告的原话抄，或者删掉这一行",
            ));
        let shown = render(std::slice::from_ref(&fault), Language::Chinese, false, 100);
        assert_eq!(
            shown,
            "\
错误[no-title]: 数字 `gdp-2023` 的引文，这份报告里没有
  --> content/zichuan-2023/figures.csv:14:10
   |
14 | gdp-2023,地区生产总值增长6.6%左右,…
   |          ^^^^^^^^^^^^^^^^^^^^^^^^
   |
   = 最像的: content/zichuan-2023/2.md:9 「地区生产总值增长6.5%左右」
   = 说明: 报告有 312 行：不多
   = 办法: 照报告的原话抄，或者删掉这一行
",
            "\n{shown}"
        );
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
    fn a_place_in_a_line_of_which_only_a_part_was_kept_is_that_in_the_whole_line() {
        let text = "过去一年全区上下".repeat(6000) + "三区三线" + &"落实新发展理念".repeat(6000);
        check(
            &[on(&text, "三区三线")],
            "\
error[no-title]: figure `gdp-2023` quotes words that this report does not contain
 --> content/zichuan-2023/figures.csv:1:48001
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
            let shown = plain(&[on(&text, words)], width);
            let columns = |line: &str| line.chars().filter_map(UnicodeWidthChar::width).sum::<usize>();
            let lines = shown.lines().skip(2).map(columns);
            assert!(lines.max() <= Some(width.max(40) + 6), "{shown}");
        }
    }

    #[test]
    fn a_fault_of_a_whole_file_or_of_no_place_shows_no_line() {
        let warning =
            |words: &str| Diagnostic::warning(Code::NO_TITLE, Message::plain(words)).with_help(Message::plain("h"));
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
        let shown = plain(&[on("一二三", "")], 100);
        assert!(shown.ends_with("1 | 一二三\n  | ^\n"), "{shown}");
    }

    #[test]
    fn a_text_cannot_send_commands_to_the_terminal() {
        let fault = Diagnostic::error(Code::NO_TITLE, Message::plain("a\x1b[0m"))
            .in_file("b\x1b[0m")
            .with_note(Message::plain("c\x1b[0m"))
            .with_help(Message::plain("d\x1b[0m"));
        let shown = plain(&[fault, on("一\x1b[0m二", "二")], 100);
        assert!(!shown.contains('\x1b'), "{shown:?}");
        assert_eq!(shown.matches('␛').count(), 5);
        assert!(render(&[on("一", "一")], Language::English, true, 100).contains('\x1b'), "colour does");
    }

    #[test]
    fn a_summary_has_the_right_plurals() {
        let error = || Diagnostic::error(Code::NO_TITLE, Message::default());
        let warning = || Diagnostic::warning(Code::NO_TITLE, Message::default());
        let note = || Diagnostic::note(Code::NO_TITLE, Message::default());
        for (found, english, chinese) in [
            (vec![], "no errors", "0 处错误"),
            (vec![warning(), error(), error(), error()], "3 errors, 1 warning", "3 处错误，1 处提醒"),
            (vec![warning(), warning(), note()], "2 warnings, 1 note", "2 处提醒，1 处说明"),
        ] {
            let told = summary(&found);
            assert_eq!((told.said_in(Language::English), told.said_in(Language::Chinese)), (english, chinese));
        }
    }
}
