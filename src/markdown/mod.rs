//! The one place that says which Markdown we speak: CommonMark with tables, emphasis that knows Chinese punctuation, no
//! raw HTML. Knows no links, terms or sites.

mod document;
mod emphasis;
mod note;
mod parse;
mod write;

pub use document::{Align, Document, Inline, MarkdownBlock, Style, StyledSpan};
pub use parse::parse;
pub use write::{escape, lead_paragraph};
