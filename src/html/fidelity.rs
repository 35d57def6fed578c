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

/// The words of a finished page's `<main>`, without white space and without the controls that the site adds
/// (elements with the attribute `data-ui`, definitions that pop up, scripts).
fn words_of(html: &str) -> String {
    let main = html.find("<main").map_or(html, |start| &html[start..]);
    let main = main.find("</main>").map_or(main, |end| &main[..end]);
    let mut words = String::with_capacity(main.len() / 2);
    let mut rest = main;
    // How deep inside controls we are, counted in elements.
    let mut inside = 0usize;
    while let Some(start) = rest.find('<') {
        if inside == 0 {
            push_text(&rest[..start], &mut words);
        }
        let Some(end) = rest[start..].find('>') else { break };
        let tag = &rest[start + 1..start + end];
        let void = tag.ends_with('/') || ["br", "hr", "img", "input", "meta", "link", "wbr"].contains(&name_of(tag));
        if tag.starts_with('/') {
            inside = inside.saturating_sub(1);
        } else if !void && !tag.starts_with('!') && (inside > 0 || is_control(tag)) {
            inside += 1;
        }
        rest = &rest[start + end + 1..];
    }
    if inside == 0 {
        push_text(rest, &mut words);
    }
    words
}

fn name_of(tag: &str) -> &str {
    tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default()
}

fn is_control(tag: &str) -> bool {
    matches!(name_of(tag), "script" | "style" | "svg" | "template")
        || tag.contains(" data-ui")
        || tag.contains(" popover")
}

fn push_text(text: &str, words: &mut String) {
    let plain = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    let plain = plain.replace("&#x27;", "'").replace("&#x2F;", "/").replace("&amp;", "&");
    words.extend(plain.chars().filter(|c| is_word(*c)));
}

/// Proves that the finished full page holds the whole source; a report without a source has nothing to prove.
///
/// # Errors
/// Each line of the source that is missing or out of its place, and all words that the source does not have.
pub(super) fn prove(report: &ReportSite<'_>, html: &str) -> Result<(), Vec<Diagnostic>> {
    let Some(source) = &report.manuscript.source else { return Ok(()) };
    let published = words_of(html);
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
            match find(&published, at, &wanted, kept.get(index + 1).map(|next| words(&next.text)).as_deref()) {
                Some(found) => at = found + wanted.len(),
                None => faults.push(missing_words(source, piece, &published[at..])),
            }
        }
    }
    let is_whole = faults.is_empty();
    faults.extend(additions(report, source, &read, is_whole));
    if faults.is_empty() { Ok(()) } else { Err(faults) }
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

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn the_words_of_a_page_are_those_of_its_main_without_controls() {
        let html = "<body><nav>导航</nav><main id=\"main\"><h1>政 府</h1><p>甲<a data-ui href=\"#\">链<b>接</b></a>乙&amp;<br>丙</p>\
                    <div popover id=\"d\"><p>定义</p></div><svg><text>9</text></svg>丁</main><footer>尾</footer></body>";
        assert_eq!(words_of(html), "政府甲乙&丙丁");
    }
}
