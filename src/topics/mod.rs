//! Which sentences belong to which topic, and what everyday words mean in a report: a table of words. Knows no report and no page.

mod finder;
mod read;
mod table;
#[cfg(test)]
mod tests;
mod wording;

pub use finder::TopicFinder;
pub use table::{EverydayQuery, Topic, TopicTable};
pub use wording::Wording;
