//! The words of the site's interface, in the language that `site.toml` asks for. The report's own words are not among them.

mod catalogue;
mod chinese;
mod lookup;
mod phrase;
mod tags;
#[cfg(test)]
mod tests;

pub use chinese::chinese_runs;
pub use lookup::Words;
pub use phrase::{Phrase, PhrasePart, parts};

pub use crate::message::Language;
