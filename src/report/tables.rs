//! Finds the tables of a text: lines whose cells stand apart by tabs, as Word, web pages and spreadsheets give them; and captions.

use super::layout::{compact, width};
use super::mark::number_mark;
use super::parts::Block;
use crate::text::is_digit;

/// For each block, the index of the block that is the head of its table; that of the head itself is its own. `None` for what is no
/// row of a table: two rows at least, one after another, with as many cells each.
pub fn table_heads<'b>(blocks: impl IntoIterator<Item = &'b Block>) -> Vec<Option<usize>> {
    let counts: Vec<usize> = blocks.into_iter().map(cell_count).collect();
    let mut heads = vec![None; counts.len()];
    let mut at = 0;
    while at < counts.len() {
        let run = counts[at..].iter().take_while(|count| **count == counts[at]).count();
        if counts[at] > 1 && run > 1 {
            heads[at..at + run].fill(Some(at));
        }
        at += run;
    }
    heads
}

/// The cells of a row of a table.
pub fn cells(row: &str) -> impl Iterator<Item = &str> {
    row.split('\t').map(str::trim)
}

/// Whether a row holds cells of a table, and a number in one of them.
pub(super) fn is_table_row(row: &str) -> bool {
    row.trim().contains('\t') && row.contains(is_digit)
}

/// How many cells a block has; one for what can be no row. An item of a list has a tab behind its number.
fn cell_count(block: &Block) -> usize {
    let Block::Paragraph(paragraph) = block else { return 1 };
    let text = paragraph.text.as_str();
    let item = number_mark(text).is_some_and(|mark| text[mark.len..].starts_with(char::is_whitespace));
    if item { 1 } else { cells(text).count() }
}

/// Whether a line names a picture, a table or a box (`图1：2019—2023年地区生产总值`, `表 2　主要指标`, `专栏3　重点工程`): it states nothing
/// itself.
pub fn is_caption(text: &str) -> bool {
    let text = compact(text);
    let Some(number) = ["图表", "附图", "附表", "图", "表", "专栏"].iter().find_map(|kind| text.strip_prefix(kind))
    else {
        return false;
    };
    number.starts_with(is_digit) && width(&text) <= 50 && !text.contains(['。', '；'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Paragraph, ParagraphRole};

    fn blocks(lines: &[&str]) -> Vec<Block> {
        let paragraph = |text: &&str| {
            Block::Paragraph(Paragraph {
                text: (*text).to_owned(),
                pieces: Vec::new(),
                lead: None,
                role: ParagraphRole::Plain,
            })
        };
        lines.iter().map(paragraph).collect()
    }

    #[test]
    fn rows_of_as_many_cells_are_a_table() {
        let found =
            table_heads(&blocks(&["指标\t2023年", "产值\t5亿元", "正文。", "甲\t乙", "1.\t新建学校", "2.\t改造"]));
        assert_eq!(found, [Some(0), Some(0), None, None, None, None]);
    }

    #[test]
    fn captions_begin_with_what_they_name() {
        assert!(is_caption("图1：2019—2023年地区生产总值") && is_caption("表 2　主要指标"));
        assert!(is_caption("专栏3　重点工程") && !is_caption("专栏报道5篇"));
        assert!(!is_caption("图书馆3个") && !is_caption("表彰5人") && !is_caption("表1说明，增长5%。"));
    }
}
