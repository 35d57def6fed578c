//! For each number and each clause of the older report what the newer one says of it. Judges nothing.

use super::account::{Account, Undertaking};
use super::mention::Mentions;
use crate::figures::pairs::{Reached, Stated, reached};

/// What the newer report says of one number of an undertaking, or of the whole where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Index into [`Undertaking::targets`]; `None` where the clause has no number that can be compared.
    pub target: Option<usize>,
    /// What is said.
    pub verdict: Verdict,
}

/// How the newer report speaks of what was undertaken. Indices are into [`Account`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It prints the amount of the same measure for the same year: these results.
    Same(Vec<usize>),
    /// It prints an amount about the same work that does not measure the same: this result.
    Related(usize),
    /// It speaks of it without such an amount: this sentence.
    Words(usize),
    /// Nothing was found.
    None,
}

impl Verdict {
    /// All names, in the order of the verdicts.
    pub const NAMES: &'static [&'static str] = &["same", "related", "words", "none"];

    /// The name that files use.
    pub fn name(&self) -> &'static str {
        Self::NAMES[match self {
            Verdict::Same(_) => 0,
            Verdict::Related(_) => 1,
            Verdict::Words(_) => 2,
            Verdict::None => 3,
        }]
    }
}

/// What the newer report says of each undertaking, in their order: an answer for each number, one for a clause without.
pub fn answers(undertakings: &[Undertaking<'_>], account: &Account<'_>) -> Vec<Vec<Answer>> {
    let targets: Vec<Stated<'_>> = undertakings.iter().flat_map(|own| own.targets.iter().copied()).collect();
    let mut amounts = reached(&targets, &account.results).into_iter();
    let mentions = Mentions::of(&account.sentences);
    let of = |own: &Undertaking<'_>| {
        let words = mentions.of_object(own.object).map_or(Verdict::None, Verdict::Words);
        if own.targets.is_empty() {
            return vec![Answer { target: None, verdict: words }];
        }
        let told = amounts.by_ref().take(own.targets.len()).enumerate();
        let answer = |(at, told)| {
            let verdict = match told {
                Reached::Amounts(results) => Verdict::Same(results),
                Reached::Related(result, _) => Verdict::Related(result),
                Reached::NotTold => words.clone(),
            };
            Answer { target: Some(at), verdict }
        };
        told.map(answer).collect()
    };
    undertakings.iter().map(of).collect()
}
