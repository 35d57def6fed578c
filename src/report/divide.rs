//! Divides the lines of a source into what stands before the speech, the speech, the glossary, attachments and the rest.

use super::furniture::is_furniture;
use super::layout::{compact, ends_sentence, width};
use super::mark::{NumberMark, NumberStyle, number_mark};
use super::measure::Measure;
use super::parts::{GlossaryText, Piece};
use super::passage::{is_page_mark, page_numbers};
use super::speech::{is_heading, is_report, repetition, speech_start};
use super::tables::is_table_row;
use super::title::is_title;
use crate::text::{Source, Span, is_digit, is_han, read_digits};

/// The lines of a source by the part of the report that they belong to, each part in the order of the source.
#[derive(Default)]
pub(super) struct DividedRows {
    pub front: Vec<Piece>,
    pub body: Vec<Piece>,
    pub glossary: Option<GlossaryText>,
    pub attachments: Vec<Appended>,
    pub aside: Vec<Piece>,
    /// Where the source begins to print the speech once more; all from there on is in `aside`.
    pub repeated: Option<Span>,
}

/// An attachment before its paragraphs are read.
pub(super) struct Appended {
    pub heading: Vec<Piece>,
    pub rows: Vec<Piece>,
}

/// Divides `rows` (lines that are not empty). A source without a speech gives an empty body.
pub(super) fn divide(source: &Source, rows: Vec<Piece>) -> DividedRows {
    let start = speech_start(&rows).filter(|_| is_report(&rows)).unwrap_or(rows.len());
    let mut division = DividedRows::default();
    let (front, rest) = rows.split_at(start);
    division.front = front.to_vec();
    let (mut rest, again) = rest.split_at(repetition(rest).unwrap_or(rest.len()));
    division.repeated = again.first().map(|row| row.span);
    division.aside = again.to_vec();
    let mut at = next_tail(rest, 1).unwrap_or(rest.len());
    division.body = rest[..at].to_vec();
    let last = at == rest.len();
    let broken = Measure::of(source, &division.body).is_some();
    division.aside.extend(if broken {
        drop_after_broken(&mut division.body)
    } else {
        drop_after_speech(&mut division.body, last)
    });
    // A page may be turned between the lines of a heading.
    let (marks, tail): (Vec<_>, Vec<_>) = rest[at..].iter().cloned().partition(|row| is_page_mark(&row.text));
    division.aside.extend(marks);
    (at, rest) = (0, &tail);
    while at < rest.len() {
        let end = next_tail(rest, at + heading_rows(rest, at)).unwrap_or(rest.len());
        let (heading, rows) = rest[at..end].split_at(heading_rows(rest, at).min(end - at));
        let (heading, mut rows) = (heading.to_vec(), rows.to_vec());
        let glossary = glossary_at(rest, at).is_some() && division.glossary.is_none();
        if end == rest.len() {
            division.aside.extend(drop_after_list(&mut rows, glossary));
        }
        if glossary {
            division.aside.extend(drop_pages(&mut rows));
            division.glossary = Some(GlossaryText { heading, lines: rows });
        } else if rows.is_empty() {
            // The source names an attachment and prints none.
            division.aside.extend(heading);
        } else {
            division.attachments.push(Appended { heading, rows });
        }
        at = end;
    }
    division
}

/// The first row from `from` on that heads the glossary or an attachment.
fn next_tail(rows: &[Piece], from: usize) -> Option<usize> {
    (from..rows.len()).find(|at| glossary_at(rows, *at).is_some() || is_attachment(&rows[*at]))
}

/// How many rows the heading at `at` takes: `附件2` / `名词解释`, or `附件1` / `2025年省十件民生实事`.
fn heading_rows(rows: &[Piece], at: usize) -> usize {
    if let Some(count) = glossary_at(rows, at) {
        return count;
    }
    let alone = width(&rows[at].text) <= 5;
    let titled = rows
        .get(at + 1)
        .is_some_and(|row| width(&row.text) <= 40 && number_mark(&row.text).is_none() && !ends_sentence(&row.text));
    if alone && titled { 2 } else { 1 }
}

/// The number of heading rows, if a glossary's heading begins at `at`: its title, with `附件` before it or without. The first
/// entry stands next to it, or after one line of explanation.
fn glossary_at(rows: &[Piece], at: usize) -> Option<usize> {
    let titled = |at: usize| {
        let title = rows.get(at).is_some_and(|row| is_glossary_title(&row.text));
        title && (1..=2).any(|next| rows.get(at + next).is_some_and(|row| is_entry(&row.text)))
    };
    if titled(at) {
        return Some(1);
    }
    let label = is_attachment(&rows[at]) && width(&rows[at].text) <= 5;
    let of_report = rows.get(at + 1).is_some_and(|row| is_title(&compact(&row.text)));
    match label {
        true if titled(at + 1) => Some(2),
        true if of_report && titled(at + 2) => Some(3),
        _ => None,
    }
}

/// Whether a line may begin an entry of a glossary: it is numbered, or has a colon after a few words.
pub(super) fn is_entry(text: &str) -> bool {
    let numbered = number_mark(text)
        .is_some_and(|mark| matches!(mark.style, NumberStyle::Digit | NumberStyle::DigitBracket | NumberStyle::Circle));
    let colon =
        text.find(['：', ':']).is_some_and(|at| at > 0 && width(&text[..at]) <= 40 && !text[..at].contains('。'));
    let (number, rest) = text.split_at(text.len() - text.trim_start_matches(is_digit).len());
    let in_a_table = !number.is_empty() && (rest.is_empty() || rest.starts_with(char::is_whitespace));
    numbered || colon || in_a_table || text.starts_with(['［', '[', '〔', '【'])
}

/// `名词解释`, `附件2名词解释`, `《政府工作报告》有关内容名词注释`, `有关用语说明`, `注释：`.
pub(super) fn is_glossary_title(text: &str) -> bool {
    const EXPLAINED: &[&str] = &["解释", "注释", "说明", "释义", "注解", "解读", "解析"];
    const WORDS: &[&str] = &["名词", "词语", "术语", "用语", "词条", "词汇", "关键词", "概念", "缩略语"];
    // The head of a table: `序号　名词　解释`.
    if text.contains('\t') {
        return false;
    }
    let text = compact(text);
    let text = text.trim_end_matches(['：', ':']);
    let framed = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    let text = framed.unwrap_or(text);
    let text = text
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(text, |(before, _)| before);
    let text = text.trim_end_matches(['】', '》', '）', ')']).trim_start_matches(['（', '(', '【']);
    let label = |before: &str| before.is_empty() || before.starts_with('附') && width(before) <= 4;
    let explains = |before: &str| label(before) || WORDS.iter().any(|word| before.contains(word));
    let explained = EXPLAINED.iter().any(|word| text.strip_suffix(word).is_some_and(explains));
    width(text) <= 30 && (explained || matches!(text, "附注" | "注")) && !text.contains(['，', '。'])
}

/// `附件`, `附件1`, `附件：2025年十件民生实事`, `附表1：…`, `附：…`.
fn is_attachment(row: &Piece) -> bool {
    let text = compact(&row.text);
    let labels = ["附件", "附录", "附表", "附"];
    let Some(rest) = labels.iter().find_map(|label| text.strip_prefix(label)) else { return false };
    let labelled = rest.is_empty() && !text.ends_with('附')
        || rest.starts_with(|c: char| c.is_numeric() || "：:一二三四五六七八九十".contains(c));
    labelled && width(&text) <= 40 && !ends_sentence(&text)
}

/// Takes off what follows the speech's last paragraph. That paragraph ends with the last long row that ends a sentence, or, in
/// a text that was cut short, with the last row that is as long as a paragraph; short rows that still are sentences stay too.
fn drop_after_speech(body: &mut Vec<Piece>, last: bool) -> Vec<Piece> {
    let long = body.iter().rposition(|row| width(&row.text) >= 30 && ends_sentence(&row.text));
    let cut = body.iter().rposition(|row| width(&row.text) >= 80);
    let Some(end) = long.max(cut) else { return Vec::new() };
    let end = through_numbering(body, end);
    if !last && body.len() - end > 4 {
        return Vec::new();
    }
    let tail = &body[end + 1..];
    // Scraps of a page hold few sentences; a text of short paragraphs holds one in every second row.
    let sentences = tail.iter().filter(|row| ends_sentence(&row.text) && width(&row.text) >= 4).count();
    let flows = |row: &&Piece| 3 * sentences > tail.len() || ends_sentence(&row.text) || width(&row.text) >= 15;
    let flowing = tail.iter().take_while(|row| flows(row) && !is_furniture(&row.text)).count();
    // A text that was cut short ends in the middle of a sentence, behind a whole one.
    let spoken = |row: &Piece| ends_sentence(&row.text) || row.text.contains('。') && width(&row.text) >= 15;
    let kept = tail[..flowing].iter().rposition(spoken).map_or(0, |at| at + 1);
    body.split_off(end + 1 + kept)
}

/// The last row behind `end` that goes on with the numbering of the speech, with the rows of a list under it, or holds cells of a
/// table; `end` where none does. Whatever a page prints below a speech, it does not go on counting the speech's own parts.
fn through_numbering(body: &[Piece], end: usize) -> usize {
    let mut numbering = SpokenNumbers::default();
    body[..=end].iter().filter_map(|row| number_mark(&row.text)).for_each(|mark| numbering.take(mark));
    let mut reached = end;
    for (at, row) in body.iter().enumerate().skip(end + 1).take_while(|(_, row)| !is_furniture(&row.text)) {
        let before = &body[at - 1].text;
        // Under a heading or a colon a list begins; under a heading without words of its own all rows are its own.
        let headed = before.ends_with(['：', ':']) || reached == at - 1 && opens_part(before);
        let follows = number_mark(&row.text).is_some_and(|mark| {
            let follows = numbering.goes_on_with(mark) || mark.number == 1 && headed;
            if follows {
                numbering.take(mark);
            }
            follows
        });
        let in_part = reached > end && reached == at - 1 && (headed || number_mark(before).is_none());
        if follows || in_part || is_table_row(&row.text) {
            reached = at;
        }
    }
    reached
}

/// Whether a row is the heading of a part or section and no sentence.
fn opens_part(text: &str) -> bool {
    number_mark(text).is_some_and(|mark| is_heading(mark.style)) && !ends_sentence(text)
}

/// The last number that was met of each style.
#[derive(Default)]
struct SpokenNumbers([Option<u32>; NumberStyle::COUNT]);

impl SpokenNumbers {
    /// A number of a higher style begins those below it anew.
    fn take(&mut self, mark: NumberMark) {
        self.0[mark.style as usize] = Some(mark.number);
        self.0[mark.style as usize + 1..].fill(None);
    }

    fn goes_on_with(&self, mark: NumberMark) -> bool {
        self.0[mark.style as usize].is_some_and(|last| mark.number == last + 1)
    }
}

/// Takes off what follows a speech whose lines are broken at a fixed width, where no row shows how long its paragraph is:
/// furniture, and rows that go on with no sentence and end none.
fn drop_after_broken(body: &mut Vec<Piece>) -> Vec<Piece> {
    let whole = |at: usize| body[..at].last().is_none_or(|before| ends_sentence(&before.text));
    let strange = |at: &usize| is_furniture(&body[*at].text) || !ends_sentence(&body[*at].text) && whole(*at);
    let kept = body.len() - (0..body.len()).rev().take_while(strange).count();
    body.split_off(kept)
}

/// Takes off what follows a list that ends the source: short rows at the end that are no sentence and no item.
fn drop_after_list(rows: &mut Vec<Piece>, glossary: bool) -> Vec<Piece> {
    let numbered = |text: &str| number_mark(text).is_some() || text.starts_with(['［', '[', '〔', '【']);
    // Where items are numbered, a line with a colon and no number begins none.
    let by_number = rows.first().is_some_and(|row| numbered(&row.text));
    let item = |text: &str| numbered(text) || !by_number && is_entry(text);
    let strange = |at: &usize| {
        let text = rows[*at].text.as_str();
        let foreign = !text.chars().any(is_han);
        let whole = rows[..*at].last().is_some_and(|before| ends_sentence(&before.text));
        is_furniture(text) || glossary && !item(text) && !ends_sentence(text) && (width(text) < 30 || foreign || whole)
    };
    let kept = rows.len() - (0..rows.len()).rev().take_while(strange).count();
    // Behind the last item a page's furniture ends the list, whatever the page prints after it.
    let last = rows.iter().rposition(|row| item(&row.text)).filter(|_| by_number);
    let foot = last.and_then(|last| {
        let behind = rows.iter().enumerate().skip(last + 1);
        behind.map(|(at, _)| at).find(|at| is_furniture(&rows[*at].text) && ends_sentence(&rows[*at - 1].text))
    });
    rows.split_off(foot.map_or(kept, |foot| foot.min(kept)))
}

/// Takes the pages' numbers out of a glossary, unless its entries have their numbers on rows of their own.
fn drop_pages(rows: &mut Vec<Piece>) -> Vec<Piece> {
    let first = |row: &Piece| read_digits(&row.text).is_some_and(|(number, rest)| number == 1 && rest.is_empty());
    if rows.iter().take(3).any(first) {
        return Vec::new();
    }
    let pages = page_numbers(rows);
    let (pages, kept): (Vec<_>, Vec<_>) = std::mem::take(rows).into_iter().zip(pages).partition(|(_, page)| *page);
    *rows = kept.into_iter().map(|(row, _)| row).collect();
    pages.into_iter().map(|(row, _)| row).collect()
}
