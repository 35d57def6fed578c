//! Columns that line up on a terminal, where a Chinese character is two cells wide.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Rows under a head; the same number of cells in each.
pub(super) struct TextTable<const N: usize> {
    rows: Vec<[String; N]>,
}

/// The widest that a cell is drawn.
const WIDEST: usize = 36;
/// Blanks between columns.
const GAP: usize = 2;

impl<const N: usize> TextTable<N> {
    pub fn new(head: [&str; N]) -> TextTable<N> {
        TextTable { rows: vec![head.map(str::to_owned)] }
    }

    pub fn row(&mut self, cells: [&str; N]) {
        self.rows.push(cells.map(str::to_owned));
    }

    /// The table with a line for each row; cells are cut to what fits `width`, the widest columns first.
    pub fn draw(&self, width: usize) -> String {
        let widest = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0).min(WIDEST);
        let mut columns: [usize; N] = std::array::from_fn(widest);
        while columns.iter().sum::<usize>() + GAP * (N - 1) > width {
            // The last column stays: nothing stands behind it.
            match columns[..N - 1].iter_mut().max().filter(|column| **column > 8) {
                Some(column) => *column -= 1,
                None => break,
            }
        }
        let mut out = String::new();
        for row in &self.rows {
            let cells = row.iter().zip(columns).map(|(cell, column)| padded(cell, column));
            let line = cells.collect::<Vec<_>>().join(&" ".repeat(GAP));
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

/// `text` in `columns` cells: cut with an ellipsis, or filled with blanks.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let text = cut(text, columns);
    let blanks = columns.saturating_sub(text.width());
    text + &" ".repeat(blanks)
}

/// `text` at the end of `columns` cells; longer text stays whole.
pub(super) fn flush_right(text: &str, columns: usize) -> String {
    " ".repeat(columns.saturating_sub(text.width())) + text
}

/// As much of `text` as fits `columns` cells; control characters are not sent to a terminal.
pub(super) fn cut(text: &str, columns: usize) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if plain.width() <= columns {
        return plain;
    }
    let mut taken = 0;
    let fits = plain.chars().take_while(|c| {
        taken += c.width().unwrap_or(0);
        taken < columns
    });
    fits.collect::<String>() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_by_the_width_of_characters() {
        let mut table = TextTable::new(["file", "title"]);
        table.row(["a.txt", "政府工作报告"]);
        table.row(["报告.txt", "x"]);
        assert_eq!(table.draw(80), "file      title\na.txt     政府工作报告\n报告.txt  x\n");
        // The last column stays whole, the others are cut to make room for it.
        assert_eq!(table.draw(18), "file      title\na.txt     政府工作报告\n报告.txt  x\n");
    }

    #[test]
    fn text_stands_at_the_end_of_its_cells() {
        assert_eq!((flush_right("题头", 8), flush_right("title", 8)), ("    题头".to_owned(), "   title".to_owned()));
        assert_eq!(flush_right("一二三", 4), "一二三");
    }

    #[test]
    fn a_cell_sends_no_commands_to_a_terminal() {
        assert_eq!(cut("a\x1b[0m", 10), "a [0m");
    }
}
