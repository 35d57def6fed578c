//! From a published text to a report: masthead, outline, paragraphs, glossary lines, what is set aside.
//! Knows no Markdown, no terms, no figures and no pages.

mod beneath;
mod blocks;
mod congress;
mod contents;
mod dates;
mod decode;
mod divide;
mod furniture;
mod glossary_rows;
mod kind;
mod layout;
mod lead;
mod levels;
mod mark;
mod masthead;
mod measure;
mod open;
mod organ;
mod outline;
mod parts;
mod passage;
mod place;
mod reader;
mod refusal;
mod resuming;
mod rows;
mod script;
mod shape;
mod speaker;
mod speech;
mod tables;
mod tail;
#[cfg(test)]
mod tests;
mod title;
mod torn;
mod words;
mod year;

pub use decode::{Decoded, decode};
pub use kind::ReportKind;
pub use layout::is_blank;
pub use masthead::{place_and_year, years_named};
pub use open::{Format, Opened, detect, open, open_pdf_text};
pub use parts::{
    Attachment, Block, GlossaryText, Heading, Masthead, MastheadLine, MastheadRole, Paragraph, ParagraphRole, Piece,
    Report,
};
pub use place::PLACE_KINDS;
pub use reader::{read, read_opened};
pub use tables::{cells, is_caption, table_heads};
