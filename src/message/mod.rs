//! What the program says, in English and in Chinese: each message is written once in each, side by side. Never prints.

mod failure;
mod language;
mod wording;

pub use failure::{Failure, reason};
pub use language::Language;
pub use wording::{Message, Say};
pub(crate) use wording::{both, message};
