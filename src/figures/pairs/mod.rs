//! Sets this year's results beside next year's targets, and last year's targets beside this year's results, where, and only where, both
//! measure the same thing. Knows no pages.
//!
//! A pair records; it never rates. What is alike only in words is refused with the reason, so that a reader can see that it was
//! looked at.

mod compare;
mod pairing;
mod parts;
mod reached;
mod reason;
mod similarity;
mod stage;
mod units;

#[cfg(test)]
mod tests;

pub use compare::{Stated, compare};
pub use pairing::{Pair, Refusal, done_and_planned, is_compared};
pub use reached::{Reached, reached};
pub use reason::Reason;
pub use units::{magnitude, same_unit};
