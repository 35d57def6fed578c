//! What the report of the next year says of what a report undertook: number beside number where both measure the same, the sentence
//! that only speaks of it, or nothing. Knows no pages, and says nothing of whether a promise was kept.
//!
//! In the order of the data: an `undertaking` is a clause of the older report with its targets, an `account` what the newer one says of
//! the year before; `figures::pairs` sets amounts beside amounts, `mention` finds the sentence that names the same thing, and `answer`
//! puts the two together.

mod account;
mod answer;
mod mention;

#[cfg(test)]
mod tests;

pub use account::{Account, Undertaking};
pub use answer::{Answer, Verdict, answers};
