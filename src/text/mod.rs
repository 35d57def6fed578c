//! Ground layer: texts, places in them, sentences. Knows nothing of reports, pages or Markdown.

mod binding;
mod costs;
mod digest;
mod digits;
mod formula;
mod kept;
mod lines;
mod nearest;
mod numeral;
mod packed;
mod place;
mod script;
mod searched;
mod sentence;
mod signs;
mod source;
mod vocabulary;
mod word_lists;
mod years;

pub use binding::{Binding, DATE_SIGNS, THROUGH_A_WORD, opens_clause};
pub use costs::Costs;
pub use digest::{Fingerprint, PiecesDigest, sha256_base64, sha256_hex};
pub use digits::{digit, is_bare_number, is_digit, numbers, read_digits, unsigned};
pub use formula::{guard_formula, unguard_formula};
pub use kept::kept;
pub use lines::{compose, width, wrap};
pub use nearest::nearest;
pub use numeral::{circled, han_digit, is_numeral, numeral, read_below_hundred, read_numeral, read_thousands};
pub use packed::{packed, unpacked};
pub use place::{Place, Span};
pub use script::{all_script_pairs, is_traditional, script_pairs, simplified};
pub use searched::{SearchKeys, folded};
pub use sentence::sentences;
pub use signs::{is_control, is_dash, is_han, is_ideograph};
pub use source::{Line, Source};
#[cfg(test)]
pub use word_lists::heads;
pub(crate) use word_lists::word_lists;
pub use word_lists::{begins, ends, holds, word_list};
pub use years::PrintedYears;
