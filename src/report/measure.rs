//! Undoes lines that were broken at a fixed width (text copied from a PDF or a mail). Knows no headings' levels.

use super::layout::{ends_sentence, is_blank};
use super::lead::opens_topic;
use super::mark::{NumberStyle, number_mark};
use super::parts::Piece;
use crate::text::Source;

/// The rows of a source that is broken at a fixed width.
pub(super) struct Measure {
    /// The column that full rows end in.
    width: usize,
    /// Whether the first lines of paragraphs are set in.
    indents: bool,
    /// Whether they were, and have lost the blanks that they began with.
    were_set_in: bool,
    /// For each row, how it stands in the measure.
    rows: Vec<MeasuredRow>,
    /// Marks of headings that stand alone on rows that are not full, so that no body follows one on its line.
    alone: Vec<NumberStyle>,
}

/// How a row stands in the measure.
struct MeasuredRow {
    /// The columns that it takes, those of its indent included.
    columns: usize,
    /// The columns of what cannot be parted from its first character.
    first: usize,
    indented: bool,
}

impl Measure {
    /// The measure of `rows`, if so many of them are equally long and stop in the middle of a sentence that it cannot be chance.
    pub fn of(source: &Source, rows: &[Piece]) -> Option<Measure> {
        let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
        let measure = Measure::new(&texts, rows.iter().map(|row| MeasuredRow::of(source, row)).collect());
        let full = |row: &MeasuredRow| (measure.width.saturating_sub(4)..=measure.width + 2).contains(&row.columns);
        let midway = texts.iter().zip(&measure.rows).filter(|(text, row)| full(row) && !ends_sentence(text)).count();
        // Few rows may be alike by chance, unless they are long and none is longer.
        let longest = measure.rows.iter().map(|row| row.columns).max().unwrap_or_default();
        let sharp = measure.width >= 40 && longest <= measure.width + 2;
        let (fewest, share) = if sharp { (8, 25) } else { (20, 45) };
        let broken = rows.len() >= fewest && midway >= 5 && midway * 100 >= rows.len() * share;
        (broken && (24..=160).contains(&measure.width)).then_some(measure)
    }

    /// The measure of lines that are known to be broken; those that are set in begin with blanks.
    pub fn of_page<T: AsRef<str>>(lines: &[T]) -> Measure {
        let texts: Vec<&str> = lines.iter().map(|line| line.as_ref().trim_start_matches(is_blank)).collect();
        let rows =
            lines.iter().zip(&texts).map(|(line, text)| MeasuredRow::new(columns(line.as_ref()) - columns(text), text));
        Measure::new(&texts, rows.collect())
    }

    fn new(texts: &[&str], rows: Vec<MeasuredRow>) -> Measure {
        let near =
            |width: usize| rows.iter().filter(|row| (width.saturating_sub(2)..=width).contains(&row.columns)).count();
        let longest = rows.iter().map(|row| row.columns).max().unwrap_or_default();
        let widths = rows.iter().map(|row| row.columns).filter(|width| 2 * width >= longest);
        let width = widths.max_by_key(|width| (near(*width), *width)).unwrap_or_default();
        let indented = rows.iter().filter(|row| row.indented).count();
        let indents = indented * 50 >= rows.len() && indented * 2 < rows.len();
        let lost = |(text, row): (&&str, &MeasuredRow)| row.columns + 4 == width && !ends_sentence(text);
        let were_set_in = !indents && texts.iter().zip(&rows).filter(|row| lost(*row)).count() * 50 >= rows.len();
        let short = |row: &MeasuredRow| row.columns + 6 < width;
        let heads = |(text, row): (&&str, &MeasuredRow)| {
            number_mark(text).filter(|_| short(row) && !ends_sentence(text)).map(|mark| mark.style)
        };
        let runs_in = |text: &&str| number_mark(text).filter(|_| text.contains('。')).map(|mark| mark.style);
        let run_in: Vec<NumberStyle> = texts.iter().filter_map(runs_in).collect();
        let alone = texts.iter().zip(&rows).filter_map(heads).filter(|style| !run_in.contains(style)).collect();
        Measure { width, indents, were_set_in, rows, alone }
    }

    /// Whether the row at `at`, which holds `next`, goes on with the passage that ends in the row before it.
    pub fn goes_on(&self, passage: &str, at: usize, next: &str) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if self.indents {
            return self.is_full(before, 2) && !self.rows[at].indented;
        }
        if number_mark(next).is_some() || next.starts_with("各位代表") {
            return false;
        }
        if ends_sentence(passage) {
            // A paragraph seldom ends just where a line does. A row that neither is full nor ends a sentence is a heading.
            let goes_on = self.is_full(at, 2) || ends_sentence(next);
            return self.is_full(before, 0) && goes_on && !opens_topic(next);
        }
        let first = self.were_set_in && columns(passage) == self.rows[before].columns;
        let spare = if first { 6 } else { 2 };
        let heading = number_mark(passage).filter(|mark| self.alone.contains(&mark.style) && !passage.contains('。'));
        let rest = || !self.is_full(at, 2) && !next.contains('。');
        self.is_full(before, spare) && (heading.is_none() || rest())
    }

    /// Whether a row is so full that the beginning of the next had no room on it; `spare` columns may be left all the same.
    fn is_full(&self, at: usize, spare: usize) -> bool {
        let next = self.rows.get(at + 1).map_or(0, |row| row.first);
        self.rows[at].columns + next + spare > self.width
    }
}

impl MeasuredRow {
    fn of(source: &Source, row: &Piece) -> MeasuredRow {
        let line = source.line(row.line);
        let before = &source.text()[line.span.start..row.span.start];
        MeasuredRow::new(if before.chars().all(is_blank) { columns(before) } else { 0 }, &row.text)
    }

    fn new(indent: usize, text: &str) -> MeasuredRow {
        MeasuredRow { columns: indent + columns(text), first: columns(first_unit(text)), indented: indent > 0 }
    }
}

/// The columns that a text takes where a Chinese character takes two.
fn columns(text: &str) -> usize {
    let of = |c: char| match c {
        '\u{3000}' | '\u{2003}' => 2,
        '\t' => 4,
        ' '..='~' | '\u{a0}' | '\u{2002}' => 1,
        c if is_blank(c) => 0,
        _ => 2,
    };
    text.chars().map(of).sum()
}

/// What stands at the beginning of a text and cannot be broken: a word or a number, or a character, with the signs that may
/// not begin or end a line.
fn first_unit(text: &str) -> &str {
    let opens = |c: char| "“‘（《「『〔［(".contains(c);
    let closes = |c: char| "”’）》」』〕］)，。、；：！？,.;:%％".contains(c);
    let start = text.len() - text.trim_start_matches(opens).len();
    let word = text[start..].chars().take_while(char::is_ascii_alphanumeric).map(char::len_utf8).sum::<usize>();
    let word = if word == 0 { text[start..].chars().next().map_or(0, char::len_utf8) } else { word };
    let end = text.len() - text[start + word..].trim_start_matches(closes).len();
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_not_be_broken_is_one_unit() {
        for (text, unit) in
            [("全区", "全"), ("全，区", "全，"), ("“十四五”", "“十"), ("2023年", "2023"), ("6.5%左右", "6.")]
        {
            assert_eq!(first_unit(text), unit);
        }
        assert_eq!(columns("　　2023年"), 10);
    }
}
