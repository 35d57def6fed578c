//! Makes paragraphs of the lines that a PDF prints: the pages' numbers go, the lines that a page's width broke are joined.

use unicode_width::UnicodeWidthStr as _;

use super::super::layout::{ends_sentence, is_blank};
use super::super::measure::Measure;
use super::lines::Lines;
use super::radicals::folded;

/// The lines of what `pdftotext -layout` prints.
pub(super) fn read(printed: &str) -> Lines {
    let printed = folded(printed);
    let mut lines = Lines::default();
    let mut pages: Vec<Vec<PrintedLine>> = printed.split('\u{c}').map(page).collect();
    drop_running_lines(&mut pages, &mut lines);
    pages.iter_mut().for_each(|page| set_in(page));
    let rows: Vec<PrintedLine> = pages.into_iter().flatten().collect();
    for paragraph in paragraphs(&rows) {
        lines.push(&paragraph, None);
    }
    lines
}

/// The rows joined to paragraphs, where they run on: not past a blank line behind a whole sentence.
fn paragraphs(rows: &[PrintedLine]) -> Vec<String> {
    let texts: Vec<String> =
        rows.iter().map(|row| format!("{}{}", if row.set_in { "\u{3000}\u{3000}" } else { "" }, row.text)).collect();
    let measure = Measure::of_page(&texts);
    let mut paragraphs: Vec<String> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(last) if !(row.apart && ends_sentence(last)) && measure.goes_on(last, at, row.text) => {
                // Latin words need the blank that the line's end stood for.
                let latin = last.ends_with(|c: char| c.is_ascii_alphabetic())
                    && row.text.starts_with(|c: char| c.is_ascii_alphabetic());
                last.push_str(if latin { " " } else { "" });
                last.push_str(row.text);
            }
            _ => paragraphs.push(row.text.to_owned()),
        }
    }
    paragraphs
}

/// A printed line: in which column it begins, and whether a blank line stands before it.
struct PrintedLine<'t> {
    text: &'t str,
    start: usize,
    apart: bool,
    /// Whether it begins further in than most lines of its page.
    set_in: bool,
}

/// The rows of a page.
fn page(text: &str) -> Vec<PrintedLine<'_>> {
    let mut rows: Vec<PrintedLine> = Vec::new();
    let mut apart = false;
    for line in text.lines() {
        let words = line.trim_matches(is_blank);
        if words.is_empty() {
            apart = true;
            continue;
        }
        let start = line[..line.len() - line.trim_start_matches(is_blank).len()].width();
        rows.push(PrintedLine { text: words, start, apart: apart && !rows.is_empty(), set_in: false });
        apart = false;
    }
    rows
}

/// Marks the rows of a page that are set in. Each page is measured by itself: `pdftotext` draws each with a margin of its own.
/// The margin is the leftmost column that several rows begin in, since on a page of short paragraphs most are set in.
fn set_in(page: &mut [PrintedLine]) {
    let near = |start: usize| page.iter().filter(|row| (start..=start + 1).contains(&row.start)).count();
    let several = (page.len() / 10).max(2);
    let starts = || page.iter().map(|row| row.start);
    let left = starts().filter(|start| near(*start) >= several).min().or(starts().min());
    for row in page {
        row.set_in = left.is_some_and(|left| row.start >= left + 2);
    }
}

/// Takes off what pages print above and below their text: numbers, and words that stand at the same edge of most pages.
fn drop_running_lines(pages: &mut [Vec<PrintedLine<'_>>], lines: &mut Lines) {
    for edge in [Edge::Top, Edge::Bottom] {
        // A page may print two lines at an edge: its number, and the name of the file.
        for _ in 0..2 {
            let signs: Vec<Option<String>> = pages.iter().map(|page| edge.of(page).map(|row| sign(row.text))).collect();
            let printed = signs.iter().flatten().count();
            let often = |sign: &String| {
                let same = signs.iter().flatten().filter(|other| *other == sign).count();
                printed >= 3 && same * 10 >= printed * 6
            };
            for (at, page) in pages.iter_mut().enumerate() {
                let Some(row) = edge.of(page) else { continue };
                // The first page may print as its title what the others print above their text.
                let running = signs[at].as_ref().is_some_and(often) && (at > 0 || row.text.contains(is_digit));
                if is_page_number(row.text) || running {
                    lines.leave_out(edge.take(page).text);
                }
            }
        }
    }
}

/// The upper or the lower end of a page.
#[derive(Clone, Copy)]
enum Edge {
    Top,
    Bottom,
}

impl Edge {
    fn of<'p, 't>(self, page: &'p [PrintedLine<'t>]) -> Option<&'p PrintedLine<'t>> {
        match self {
            Edge::Top => page.first(),
            Edge::Bottom => page.last(),
        }
    }

    /// Takes the row off a page that has one.
    fn take<'t>(self, page: &mut Vec<PrintedLine<'t>>) -> PrintedLine<'t> {
        page.remove(match self {
            Edge::Top => 0,
            Edge::Bottom => page.len() - 1,
        })
    }
}

/// A line without what changes from page to page.
fn sign(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c) && !is_digit(*c)).collect()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// `12`, `- 12 -`, `第 12 页`, `第12页 共30页`, `12 / 30`.
fn is_page_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let dressed = |c: char| c.is_ascii_digit() || is_blank(c) || "-—－–·/第页共".contains(c);
    (1..=6).contains(&digits) && text.chars().all(dressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, expect: &str) {
        assert_eq!(read(printed).finish().0, expect);
    }

    #[test]
    fn lines_that_a_page_broke_are_joined_over_pages() {
        check(
            "            政府工作报告\n\n    现在，我代表区人民政府向大会报告工\n作，请予审议。预计全年实现增长，其中港\n口货物吞吐量超过一亿吨。\n    二是增长。其中港口货物吞吐量预计增\n              - 1 -\n\u{c}⼈⺠群众。\n    又一段。\n      第 2 页\n",
            "政府工作报告\n现在，我代表区人民政府向大会报告工作，请予审议。预计全年实现增长，其中港口货物吞吐量超过一亿吨。\n二是增长。其中港口货物吞吐量预计增人民群众。\n又一段。\n",
        );
    }

    #[test]
    fn words_at_the_edge_of_most_pages_are_left_out_and_a_title_stays() {
        check(
            "淄川区文件\n  政府工作报告正文第一行写到这里为止\n 1 / 3\n\u{c}淄川区文件\n第二页的正文一直写到这里为止。\n 2 / 3\n\u{c}淄川区文件\n  第三页。\n 3 / 3\n",
            "淄川区文件\n政府工作报告正文第一行写到这里为止第二页的正文一直写到这里为止。\n第三页。\n",
        );
    }

    #[test]
    fn a_pdf_of_pictures_gives_nothing() {
        assert!(read("\n \u{c}\n1\n\u{c}").is_empty());
    }
}
