//! The rows of a source: its lines, and where markup or lost line ends hide several in one, the parts of a line.

use super::dates::year;
use super::furniture::turns;
use super::layout::{is_blank, piece, width};
use super::mark::number_mark;
use super::parts::Piece;
use crate::text::{Line, Source, Span};

/// What the lines of a source hold.
#[derive(Default)]
pub(super) struct Rows {
    /// Runs of text, none of them empty.
    pub rows: Vec<Piece>,
    /// Tags and comments of a markup language that were left in the text.
    pub tags: Vec<Piece>,
    /// What a newspaper prints where a text goes on upon another page: `（下转第四版）`.
    pub turns: Vec<Piece>,
    /// The first line that holds several paragraphs.
    pub crowded: Option<usize>,
}

/// A line that is longer than this, in characters, in a text of few lines has lost its paragraphs' ends.
const CROWDED: usize = 1500;

/// How the markup of web pages writes a blank.
const BLANKS: &[&str] = &["&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#12288;", "&#xa0;", "&#x3000;"];

/// The rows of `source`.
pub(super) fn rows(source: &Source) -> Rows {
    let few = source.lines().filter(|line| !line.text.trim().is_empty()).count() <= 12;
    let mut found = Rows::default();
    for line in source.lines() {
        let mut start = 0;
        let mut texts = Vec::new();
        let (tags, turns) = (tags(line.text), turns(line.text));
        let mut cuts: Vec<Span> = tags.iter().chain(&turns).copied().collect();
        cuts.sort_unstable_by_key(|cut| cut.start);
        for cut in cuts {
            texts.push(Span::new(start, cut.start.max(start)));
            start = cut.end.max(start);
        }
        let printed = |spans: Vec<Span>| {
            spans
                .into_iter()
                .filter_map(|span| piece(source, line.number, span.shifted(line.span.start)))
                .collect::<Vec<_>>()
        };
        found.tags.extend(printed(tags));
        found.turns.extend(printed(turns));
        texts.push(Span::new(start, line.text.len()));
        let crowded = few && width(line.text) > CROWDED;
        if crowded {
            found.crowded.get_or_insert(line.number);
        }
        for text in texts {
            let parts = if crowded { paragraphs(line, text) } else { vec![text] };
            found
                .rows
                .extend(parts.into_iter().filter_map(|part| piece(source, line.number, part.shifted(line.span.start))));
        }
    }
    found
}

/// The tags, comments and escapes (`<U+00A0>`, `&nbsp;`) in a line.
fn tags(line: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, sign) in line.match_indices(['<', '&']) {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let rest = &line[at..];
        let length = match sign {
            "<" => rest.find('>').filter(|end| is_tag(&rest[1..*end])).map(|end| end + 1),
            _ => BLANKS.iter().find(|blank| rest.starts_with(**blank)).map(|blank| blank.len()),
        };
        found.extend(length.map(|length| Span::new(at, at + length)));
    }
    found
}

/// Whether what stands between `<` and `>` is a tag, a comment or an escape: a name, and behind it nothing but attributes. In
/// `a<b,c>d` and `x<y且z>1` less is compared with more.
fn is_tag(inner: &str) -> bool {
    if inner.starts_with("!--") || inner.starts_with("U+") {
        return true;
    }
    let inner = inner.trim_start_matches(['/', '!']).trim_end_matches('/');
    let name =
        inner.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | ':' | '_')).next().unwrap_or_default();
    let attributes = &inner[name.len()..];
    let attributed = attributes.contains('=') || attributes.trim().chars().all(|c| c.is_ascii_alphabetic());
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && attributed
}

/// Cuts a crowded line where two blanks or more stand, and at single ones between paragraphs.
fn paragraphs(line: Line<'_>, within: Span) -> Vec<Span> {
    let text = line.text;
    let mut parts = Vec::new();
    let mut start = within.start;
    let mut blanks: Option<(usize, usize)> = None;
    for (at, c) in within.of(text).char_indices().map(|(at, c)| (at + within.start, c)) {
        if is_blank(c) {
            blanks = Some(blanks.map_or((at, 1), |(from, count)| (from, count + 1)));
        } else if let Some((from, count)) = blanks.take()
            && (count > 1 || parts_paragraphs(&text[start..from], &text[at..within.end]))
        {
            parts.push(Span::new(start, from));
            start = at;
        }
    }
    parts.push(Span::new(start, within.end));
    parts
}

/// Whether a single blank between two texts was the end of a line: it is none in `龚 正` or `2024 年`.
fn parts_paragraphs(before: &str, after: &str) -> bool {
    let ended = before.ends_with(['。', '！', '？', '：', '”']);
    let number = after.starts_with(|c: char| c.is_ascii_alphanumeric()) && year(after).is_none();
    let latin = before.ends_with(|c: char| c.is_ascii()) || number;
    let apart = width(before) >= 4 && after.chars().take(4).filter(|c| !is_blank(*c)).count() == 4 && !latin;
    ended || apart || number_mark(after).is_some() || after.starts_with("各位代表")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str], tags: &[&str]) {
        let found = rows(&Source::new("a.txt", text));
        let texts = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&found.rows), expect);
        assert_eq!(texts(&found.tags), tags);
    }

    #[test]
    fn rows_lose_the_blanks_around_them_and_keep_those_within() {
        check("\u{feff}\u{3000}政 府\u{200b}\r\n \u{a0}\n\t报告 ", &["政 府", "报告"], &[]);
    }

    #[test]
    fn markup_stands_apart_from_the_words() {
        check("<p>各位代表：</p><p>增长<5%</p>", &["各位代表：", "增长<5%"], &["<p>", "</p>", "<p>", "</p>"]);
        check("<p>&nbsp;&nbsp;各位代表：&emsp;</p>", &["各位代表："], &["<p>", "&nbsp;", "&nbsp;", "&emsp;", "</p>"]);
        check(
            "<divclass=\"title\"><h2>报告</h2><!-- a -->",
            &["报告"],
            &["<divclass=\"title\">", "<h2>", "</h2>", "<!-- a -->"],
        );
    }

    #[test]
    fn what_is_less_and_what_is_more_is_no_markup() {
        for text in ["当a<b,c>d时，x<5且y>3", "完成率<100%的项目，a<b且c>d"] {
            check(text, &[text], &[]);
        }
    }

    #[test]
    fn where_a_newspaper_goes_on_is_cut_out() {
        let found =
            rows(&Source::new("a.txt", "新增学位（下转第四版）\n(上接第1版)1800个（下转第2版）。\n（见第三版图）"));
        let texts = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&found.rows), ["新增学位", "1800个", "。", "（见第三版图）"]);
        assert_eq!(texts(&found.turns), ["（下转第四版）", "(上接第1版)", "（下转第2版）"]);
    }

    #[test]
    fn a_report_in_one_line_is_cut_where_its_paragraphs_ended() {
        let long = "稳".repeat(CROWDED);
        check(
            &format!("龚 正  各位代表：    现在，报告。 一、工作回顾    {long}。再说。"),
            &["龚 正", "各位代表：", "现在，报告。", "一、工作回顾", &format!("{long}。再说。")],
            &[],
        );
    }
}
