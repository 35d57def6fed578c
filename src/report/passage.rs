//! Joins the lines that a source broke: over pages, over links, at a fixed width. Knows no headings' levels.

use super::furniture::{is_furniture, turns};
use super::layout::{compact, ends_sentence, is_blank, width};
use super::mark::number_mark;
use super::measure::Measure;
use super::parts::Piece;
use super::title::is_title;
use crate::text::{Source, read_digits};

/// Words that belong together, joined from the lines that the source broke them over.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    /// The texts of the pieces in order.
    pub text: String,
    /// Where the words stand, one piece for each line.
    pub pieces: Vec<Piece>,
}

impl Passage {
    fn new(piece: Piece) -> Passage {
        Passage { text: piece.text.clone(), pieces: vec![piece] }
    }

    fn push(&mut self, piece: Piece) {
        self.text.push_str(&piece.text);
        self.pieces.push(piece);
    }
}

/// The passages of `rows`, and the rows that are page numbers or a page's furniture.
pub(super) fn passages(source: &Source, rows: Vec<Piece>) -> (Vec<Passage>, Vec<Piece>) {
    let (rows, aside) = without_furniture(rows);
    let (rows, turned): (Vec<Piece>, Vec<bool>) = rows.into_iter().unzip();
    let measure = Measure::of(source, &rows);
    let mut passages: Vec<Passage> = Vec::new();
    for (at, row) in rows.into_iter().enumerate() {
        let glued = |last: &Passage| last.pieces.last().is_some_and(|last| is_glued(source, last, &row));
        let row_of_table =
            |last: &Passage| row.text.contains('\t') || last.pieces.last().is_some_and(|last| last.text.contains('\t'));
        let full = |last: &str| measure.as_ref().is_some_and(|measure| measure.goes_on(last, at, &row.text));
        let paper =
            |last: &Passage| last.pieces.last().is_some_and(|last| !turns(between(source, last, &row)).is_empty());
        let on = |last: &Passage| goes_on(&last.text, &row.text, turned[at] || paper(last));
        match passages.last_mut() {
            Some(last) if !row_of_table(last) && (glued(last) || full(&last.text) || on(last)) => last.push(row),
            _ => passages.push(Passage::new(row)),
        }
    }
    (passages, aside)
}

/// Whether nothing but marks of type (`<b>`, `</span>`), and of where a newspaper goes on, stands between two runs of one line.
fn is_glued(source: &Source, before: &Piece, next: &Piece) -> bool {
    const TYPE: &[&str] = &["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"];
    let mut between = between(source, before, next);
    let some = !between.is_empty() && before.line == next.line;
    loop {
        let after_turn = turns(between).first().filter(|turn| turn.start == 0).map(|turn| &between[turn.end..]);
        let type_of = |tag: &str| {
            let name =
                tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
            TYPE.contains(&name.to_ascii_lowercase().as_str())
        };
        let tag = || between.strip_prefix('<').and_then(|tag| tag.split_once('>')).filter(|(tag, _)| type_of(tag));
        match after_turn.or_else(|| tag().map(|(_, rest)| rest)) {
            Some(rest) => between = rest,
            None => return some && between.is_empty(),
        }
    }
}

/// What the source prints between two rows.
fn between<'s>(source: &'s Source, before: &Piece, next: &Piece) -> &'s str {
    &source.text()[before.span.end..next.span.start.max(before.span.end)]
}

/// The rows that hold words, each with whether a page was turned before it, and the rows that hold a page's number or its
/// furniture.
fn without_furniture(rows: Vec<Piece>) -> (Vec<(Piece, bool)>, Vec<Piece>) {
    let pages = page_numbers(&rows);
    let mut kept = Vec::new();
    let mut aside = Vec::new();
    let mut turned = false;
    for (row, is_page) in rows.into_iter().zip(pages) {
        if is_page || is_furniture(&row.text) {
            turned = is_page;
            aside.push(row);
        } else {
            kept.push((row, turned));
            turned = false;
        }
    }
    (kept, aside)
}

/// Which rows hold a page number and nothing else. A number that is not the next one is a number of the text, unless it says that
/// it is of a page, or of as many pages as another row.
pub(super) fn page_numbers(rows: &[Piece]) -> Vec<bool> {
    let numbers: Vec<_> = rows.iter().map(|row| page_number(&row.text)).collect();
    let agrees = |total: Option<u32>| {
        total.is_some() && numbers.iter().flatten().filter(|other| other.total == total).count() > 1
    };
    let mut expected = None;
    let mut pages = vec![false; rows.len()];
    for (at, number) in numbers.iter().enumerate() {
        let Some(PageNumber { number, dressed, total }) = *number else { continue };
        let next = numbers[at + 1..].iter().flatten().next().map(|next| next.number);
        let in_order = expected == Some(number) || expected.is_none() && next == Some(number + 1);
        if dressed || agrees(total) || in_order {
            pages[at] = true;
            expected = Some(number + 1);
        }
    }
    pages
}

/// Whether a row says that it is the number of a page: `- 12 -`, `第12页`.
pub(super) fn is_page_mark(text: &str) -> bool {
    page_number(text).is_some_and(|number| number.dressed)
}

/// A row that may be the number of a page.
#[derive(Clone, Copy)]
struct PageNumber {
    number: u32,
    /// Whether it says that it is one: `- 12 -`, `第12页`.
    dressed: bool,
    /// How many pages it says there are: `第 1 页 共 30 页`, `1/30`.
    total: Option<u32>,
}

/// `12`, `- 12 -`, `第12页`, `政府工作报告 第 1 页 共 30 页`, `政府工作报告　12`, `1/30`.
fn page_number(text: &str) -> Option<PageNumber> {
    if let Some(number) = running_title(text) {
        return Some(PageNumber { number, dressed: true, total: None });
    }
    let text = compact(text);
    let bare = text.trim_matches(|c| matches!(c, '-' | '—' | '－' | '–' | '·'));
    let framed = bare.len() < text.len();
    if let Some((title, number, total)) = numbered_page(bare) {
        let running = width(title) <= 30 && !title.contains(['，', '。', '；', '：', '、']);
        return running.then_some(PageNumber { number, dressed: true, total });
    }
    let (number, rest) = read_digits(bare)?;
    if let Some(total) = rest.strip_prefix(['/', '／']).and_then(read_digits) {
        let whole = total.1.is_empty() && number <= total.0;
        return whole.then_some(PageNumber { number, dressed: framed, total: Some(total.0) });
    }
    rest.is_empty().then_some(PageNumber { number, dressed: framed, total: None })
}

/// The number that stands apart from a title on the row of both, before it or behind.
fn running_title(text: &str) -> Option<u32> {
    let (first, after) = text.trim().split_once(is_blank)?;
    let (before, last) = text.trim().rsplit_once(is_blank)?;
    let number = |words: &str| read_digits(words).filter(|(_, after)| after.is_empty()).map(|(number, _)| number);
    let title = |words: &str| is_title(&compact(words));
    number(last).filter(|_| title(before)).or_else(|| number(first).filter(|_| title(after)))
}

/// What stands before `第1页` or `第1页共30页` at the end of a row, the page and how many there are.
fn numbered_page(text: &str) -> Option<(&str, u32, Option<u32>)> {
    let (title, page) = text.rsplit_once('第')?;
    let (number, rest) = read_digits(page)?;
    let rest = rest.strip_prefix('页')?.trim_start_matches(['，', ',', '/', '／']);
    let total = rest.strip_prefix('共').and_then(|rest| read_digits(rest)).filter(|(_, rest)| *rest == "页");
    (rest.is_empty() || total.is_some()).then_some((title, number, total.map(|(total, _)| total)))
}

/// Whether `next` goes on with the sentence that `before` breaks off. `turned`: a page number stands between the two.
fn goes_on(before: &str, next: &str, turned: bool) -> bool {
    let only_mark = number_mark(before).is_some_and(|mark| mark.len == before.len());
    if opens_with_closing_sign(next) || stops_midway(before) || leaves_open(before) || only_mark {
        return true;
    }
    if ends_sentence(before) || before.ends_with(['：', ':']) || number_mark(next).is_some() {
        return false;
    }
    // Bold type in the middle of a sentence became a line of its own: `…的` / `主要目标` / `是：地区生产总值…`.
    if next.starts_with("是：") || next.starts_with("是:") {
        return true;
    }
    // A text that holds a whole sentence and breaks off in the next is no heading, so its line was broken.
    let broken = before.contains(['。', '！']) || width(before) > if number_mark(before).is_some() { 70 } else { 50 };
    broken || turned && before.contains(['，', '；']) && number_mark(before).is_none() || heading_goes_on(before, next)
}

/// `，等等`: no line of its own begins so.
fn opens_with_closing_sign(text: &str) -> bool {
    text.starts_with(['，', '。', '、', '；', '：', '！', '？', '）', '》', '”', '’', '」', '％', '%', ')', ','])
}

fn stops_midway(text: &str) -> bool {
    text.ends_with(['，', '、', '（', '《', '“', '‘', '「', '(', ','])
}

/// Whether the last sentence of `text` leaves a bracket or quote open.
fn leaves_open(text: &str) -> bool {
    let tail = text.rfind(['。', '！', '？']).map_or(text, |at| &text[at..]);
    [('（', '）'), ('《', '》'), ('“', '”')].iter().any(|(open, close)| match (tail.rfind(*open), tail.rfind(*close)) {
        (Some(open), close) => close.is_none_or(|close| close < open),
        (None, _) => false,
    })
}

/// A heading that its source broke: `“十五五”时期经济社会发展的` / `主要目标`.
fn heading_goes_on(before: &str, next: &str) -> bool {
    let hangs = before.ends_with(['的', '和', '与', '及']);
    hangs && width(before) <= 40 && width(next) <= 20 && !ends_sentence(next) && !next.contains('，')
}
