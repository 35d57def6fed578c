//! The places of the country: their codes, what they lie in, their names in Latin letters. Knows no reports.

mod division;
mod lineage;
mod search;
mod table;
#[cfg(test)]
mod tests;

pub use division::Division;
pub use search::{find, is_full_name, reading, same_place};
pub use table::{divisions, syllable, without_kind};
