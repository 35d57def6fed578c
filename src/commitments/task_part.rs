//! Walks through the blocks of a report and reads the commitments of the paragraphs that set the tasks of its year. Holds no rules of
//! clauses.

use super::commitment::Commitment;
use super::paragraph;
use crate::figures::{Outlook, Reader, Status};
use crate::text::simplified;

/// A block of the speech, as far as commitments are read from it.
#[derive(Clone, Copy, Debug)]
pub enum TextBlock<'a> {
    /// A heading and its level, from 1.
    Heading(u8, &'a str),
    /// A paragraph.
    Paragraph(&'a str),
    /// Where the text takes up its part again after the last section of it: what follows stands under the part's own heading.
    Resuming,
    /// Anything that is neither, such as a row of a table: no commitment is read from it.
    Other,
}

/// The commitments of each block of a speech. A report whose year is not known, and a part under no heading, give none.
pub fn read(report_year: Option<u16>, outlook: Outlook, blocks: &[TextBlock<'_>]) -> Vec<Vec<Commitment>> {
    let mut reader = Reader::new(report_year, outlook);
    let closing = closing(blocks);
    let commitments = blocks.iter().enumerate().map(|(at, block)| match block {
        TextBlock::Heading(level, text) => {
            reader.heading(*level, text);
            Vec::new()
        }
        TextBlock::Resuming => {
            reader.resume();
            Vec::new()
        }
        TextBlock::Paragraph(text) => {
            let (ahead, years) = (reader.status() == Some(Status::Target), reader.years());
            let year = report_year.or(years.map(|(_, last)| last));
            match year {
                Some(year) if ahead && years.is_none_or(|years| years == (year, year)) && at < closing => {
                    let simplified: String = text.chars().map(simplified).collect();
                    paragraph::commitments(&simplified, text, &reader.paragraph(text), year)
                }
                _ => {
                    reader.pass(text);
                    Vec::new()
                }
            }
        }
        TextBlock::Other => Vec::new(),
    });
    commitments.collect()
}

/// Where the closing begins: the last paragraph that addresses the deputies, if no heading follows it.
fn closing(blocks: &[TextBlock<'_>]) -> usize {
    let heading = blocks.iter().rposition(|block| matches!(block, TextBlock::Heading(..))).unwrap_or(0);
    let addressed = blocks.iter().rposition(|block| match block {
        TextBlock::Paragraph(text) => text.trim_start().chars().map(simplified).take(4).eq("各位代表".chars()),
        _ => false,
    });
    addressed.filter(|at| *at > heading).unwrap_or(blocks.len())
}
