//! What was read against what people labelled.

pub mod commitments;
pub mod figures;
pub mod glossary;
pub mod key_statistics;
pub mod last_year;
pub mod pairs;
pub mod structure;
pub mod topics;

pub use super::scores::Card;

use unicode_normalization::UnicodeNormalization as _;

/// Words as labels are compared: compatibility forms folded, blanks and punctuation left out.
pub fn plain(words: &str) -> String {
    const LEFT_OUT: &str = "“”\"'‘’《》「」（）()、，,。；;：:·.-—–";
    words.nfkc().filter(|c| !c.is_whitespace() && !LEFT_OUT.contains(*c)).collect()
}
