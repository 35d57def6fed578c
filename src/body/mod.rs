//! Markdown and resolved references to one well-formed HTML fragment. Knows no templates.

mod blocks;
mod fragment;
mod highlight;
mod inline;
mod medium;
mod pointers;
#[cfg(test)]
mod tests;

pub use blocks::{definition, page, text};
pub use fragment::{Fragment, RenderContext, report_language};
pub use highlight::highlight;
pub use medium::{Medium, chapter};
pub use pointers::pointers;
