//! Terms: reading the glossary's entries, finding where each is mentioned. Knows no reports and no pages.

mod aliases;
mod changes;
mod elided;
mod entries;
mod entry;
mod fold;
mod heading;
mod marks;
mod matcher;
mod number;
mod phrases;
mod quotation;
#[cfg(test)]
mod tests;

pub use aliases::{propose_aliases, unsaid};
pub use changes::{EntryChanges, entry_changes};
pub use entries::read_entries;
pub use entry::{Entry, Mention};
pub use heading::split_heading;
pub use matcher::Matcher;
pub use phrases::{QuotedPhrase, unexplained};
