//! Reads a plain text as a report: the order of the steps, and what is doubtful about the result.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::blocks;
use super::divide::divide;
use super::furniture::is_furniture;
use super::kind::ReportKind;
use super::layout::compact;
use super::mark::number_mark;
use super::open::Opened;
use super::parts::{Attachment, Block, Piece, Report};
use super::rows::{Rows, rows};
use super::speech::is_heading;
use super::tables::is_table_row;
use super::{contents, masthead, organ, refusal, script, year};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::text::{Source, Span, is_digit};

/// Reads a report of any format; what its styles call headings are such. Otherwise as [`read`].
pub fn read_opened(opened: &Opened) -> Checked<Report> {
    read_styled(&opened.source, &opened.headings)
}

/// Reads a report. A source that is no report gives an empty one and a diagnostic; never panics.
pub fn read(source: &Source) -> Checked<Report> {
    read_styled(source, &BTreeMap::new())
}

fn read_styled(source: &Source, styled: &BTreeMap<usize, u8>) -> Checked<Report> {
    let simplified = script::in_simplified(source);
    let text = simplified.as_ref().unwrap_or(source);
    let rows = rows(text);
    if refusal::is_glossary_alone(&rows.rows) {
        return glossary_alone(source, rows);
    }
    let division = divide(text, rows.rows);
    let repeated = division.repeated;
    let (masthead, front_aside) = masthead::read(division.front);
    let mut report = Report { masthead, glossary: division.glossary, aside: division.aside, ..Report::default() };
    report.aside.extend(front_aside);
    let markup = rows.tags.first().map(|tag| tag.span);
    report.aside.extend(rows.tags);
    report.aside.extend(rows.turns);
    let (body, aside) = blocks(text, division.body, styled);
    report.body = body;
    report.aside.extend(aside);
    for appended in division.attachments {
        let (blocks, aside) = blocks(text, appended.rows, styled);
        report.aside.extend(aside);
        report.attachments.push(Attachment { heading: appended.heading, blocks });
    }
    report.aside.sort_by_key(|piece| piece.span);
    let opening = opening(&report.body);
    report.masthead.kind = organ::kind(&report.masthead, &opening);
    if !organ::is_told(&report) {
        report.masthead.kind = ReportKind::Other;
        masthead::take_headline(&mut report);
    }
    report.masthead.place = masthead::place(&report.masthead, &opening, &report.aside);
    report.masthead.year = year::report_year(&report.masthead, &report.body);
    if simplified.is_some() {
        script::restore(&mut report, source);
    }
    let mut diagnostics = doubts(source, &report);
    diagnostics.extend(doubtful_asides(source, &report));
    diagnostics.extend(damage(source, markup, rows.crowded, repeated));
    Checked { value: report, diagnostics }
}

/// A glossary without its report: nothing is lost of it, and nothing is read.
fn glossary_alone(source: &Source, rows: Rows) -> Checked<Report> {
    let mut aside = [rows.rows, rows.tags, rows.turns].concat();
    aside.sort_by_key(|piece| piece.span);
    let start = aside.first().map_or(Span::default(), |piece| piece.span);
    let mut report = Report { aside, ..Report::default() };
    script::restore(&mut report, source);
    Checked { value: report, diagnostics: vec![refusal::refused(source, start, true)] }
}

/// The first paragraphs of the speech, where it says who reports.
fn opening(body: &[Block]) -> String {
    let texts = body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Heading(_) => None,
    });
    texts.take(3).collect()
}

fn doubts(source: &Source, report: &Report) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let start = report.pieces().first().map_or(Span::default(), |piece| piece.span);
    let paragraphs = report.body.iter().filter(|block| matches!(block, Block::Paragraph(_))).count();
    if paragraphs == 0 {
        found.push(refusal::refused(source, start, false));
        return found;
    }
    if report.masthead.title.is_none() {
        let help =
            message!("after the import, write it as title in report.toml", "导入以后，在 report.toml 里写好 title");
        found.push(
            Diagnostic::warning(Code::NO_TITLE, message!("the text has no line with a title", "文本里没有标题行"))
                .at(source, start)
                .with_help(help),
        );
    }
    if !report.body.iter().any(|block| matches!(block, Block::Heading(_))) {
        let first = report.body.first().and_then(|block| block.pieces().first()).map_or(start, |piece| piece.span);
        let help = message!("put each heading on a line of its own", "让每个标题单独占一行");
        found.push(
            Diagnostic::warning(Code::NO_OUTLINE, message!("the speech has no headings", "正文里没有标题"))
                .at(source, first)
                .with_help(help),
        );
    }
    found
}

/// Lines set aside that hold what reports hold, a figure or the number of a heading: they may belong to this one. A line of a list of
/// contents does not: the report has its heading.
fn doubtful_asides(source: &Source, report: &Report) -> Vec<Diagnostic> {
    let headed = |text: &str| number_mark(text).is_some_and(|mark| is_heading(mark.style));
    let headings: BTreeSet<String> = report.body.iter().filter_map(printed_heading).collect();
    let of_contents = |text: &str| headings.contains(&contents::entry(text));
    let doubt_of = |row: &&Piece| {
        let text = &row.text;
        !is_furniture(text) && !of_contents(text) && (headed(text) || counts(text) || is_table_row(text))
    };
    let doubtful = report.aside.iter().filter(doubt_of);
    let doubt = |row: &Piece| {
        let message = message!("a line that was set aside holds a figure or a heading", "不收的行里有数字或标题");
        let help = message!(
            "if it belongs to the report, put it before the report's last long paragraph, or end it with a full stop",
            "如果是报告里的话，就把它移到报告最后一个长段之前，或在句末补上句号"
        );
        Diagnostic::warning(Code::DOUBTFUL_ASIDE, message).at(source, row.span).with_help(help)
    };
    doubtful.map(doubt).collect()
}

/// A heading with its number, without blanks.
fn printed_heading(block: &Block) -> Option<String> {
    match block {
        Block::Heading(heading) => Some(compact(&format!("{}{}", heading.number, heading.text))),
        Block::Paragraph(_) => None,
    }
}

/// Whether a text counts something: digits, and a unit that is none of dates, hours and pages.
fn counts(text: &str) -> bool {
    let after = text.char_indices().filter(|(_, c)| is_digit(*c)).map(|(at, c)| &text[at + c.len_utf8()..]);
    after.into_iter().any(|rest| rest.starts_with(UNITS))
}

/// What figures are counted in most.
const UNITS: &[char] = &[
    '亿', '万', '元', '%', '％', '个', '家', '户', '人', '所', '亩', '吨', '项', '件', '倍', '套', '座', '处', '条',
    '公',
];

/// What was lost or left over before the text came here.
fn damage(source: &Source, markup: Option<Span>, crowded: Option<usize>, repeated: Option<Span>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if let Some(again) = repeated {
        let help =
            message!("what is printed once more is set aside; keep one copy", "第二次的放在一旁不收；文件里只留一份");
        found.push(
            Diagnostic::warning(
                Code::REPEATED_TEXT,
                message!("the speech begins a second time", "讲话在这里又从头开始"),
            )
            .at(source, again)
            .with_help(help),
        );
    }
    if let Some(tag) = markup {
        let help = message!(
            "the tags are set aside; compare the paragraphs with the page that the text was taken from",
            "标记没有收；和原网页对一遍分段"
        );
        found.push(
            Diagnostic::warning(
                Code::MARKUP_LEFT,
                message!("the text holds tags of a web page", "文本里夹着网页的标记"),
            )
            .at(source, tag)
            .with_help(help),
        );
    }
    if let Some(line) = crowded {
        let line = source.line(line).span;
        let message = message!("the text holds many paragraphs in one line", "许多段落挤在一行里");
        let help = message!(
            "they were cut where blanks stand; put each paragraph on a line of its own to be sure",
            "已按空格断开，不一定准；最好让每段单独占一行"
        );
        found.push(
            Diagnostic::warning(Code::CROWDED_LINE, message)
                .at(source, Span::new(line.start, line.start))
                .with_help(help),
        );
    }
    found
}
