//! What is set beside one another: a clause of the older report, and what the newer one says of its year. Holds no rules.

use crate::figures::pairs::Stated;

/// A clause in which the older report undertakes something for its year.
#[derive(Clone, Debug)]
pub struct Undertaking<'a> {
    /// Which words name what it is about, each a run of the report's own.
    pub object: &'a [String],
    /// Its numbers, those alone of which nothing is in doubt.
    pub targets: Vec<Stated<'a>>,
}

/// What the newer report says of the year before its own.
#[derive(Clone, Debug, Default)]
pub struct Account<'a> {
    /// The sentences that look back, in the order of the text.
    pub sentences: Vec<&'a str>,
    /// The results, those alone of which nothing is in doubt.
    pub results: Vec<Stated<'a>>,
}
