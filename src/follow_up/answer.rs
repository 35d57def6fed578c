//! For each number and each clause of the older report what the newer one says of it. Judges nothing.

use super::account::{Account, Undertaking};
use super::mention::Mentions;
use crate::figures::pairs::{Reached, Stated, reached};

/// What the newer report says of one number of an undertaking, or of the whole where it has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Index into [`Undertaking::targets`]; `None` where the clause has no number that can be compared.
    pub target: Option<usize>,
    /// How it is spoken of.
    pub verdict: Verdict,
    /// Indices into [`Account::results`]: the amounts that are printed.
    pub results: Vec<usize>,
    /// Index into [`Account::sentences`]: where no amount is printed, the sentence that speaks of it.
    pub sentence: Option<usize>,
}

/// How the newer report speaks of what was undertaken. None of these rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It prints the amount of the same measure for the same year.
    Same,
    /// It prints an amount about the same work that does not measure the same.
    Related,
    /// It speaks of it without such an amount.
    Words,
    /// Nothing was found.
    None,
}

impl Verdict {
    /// All names, in the order of the verdicts.
    pub const NAMES: &'static [&'static str] = &["same", "related", "words", "none"];

    /// The name that files use.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

/// What the newer report says of each undertaking, in their order: an answer for each number, one for a clause without.
pub fn answers(undertakings: &[Undertaking<'_>], account: &Account<'_>) -> Vec<Vec<Answer>> {
    let targets: Vec<Stated<'_>> = undertakings.iter().flat_map(|own| own.targets.iter().copied()).collect();
    let mut amounts = reached(&targets, &account.results).into_iter();
    let mentions = Mentions::of(&account.sentences);
    let of = |own: &Undertaking<'_>| {
        let spoken_of = mentions.of_object(own.object);
        if own.targets.is_empty() {
            return vec![Answer::in_words(None, spoken_of)];
        }
        let told = amounts.by_ref().take(own.targets.len()).enumerate();
        let answer = |(at, told)| {
            let amounts = |verdict, results| Answer { target: Some(at), verdict, results, sentence: None };
            match told {
                Reached::Amounts(results) => amounts(Verdict::Same, results),
                Reached::Related(result, _) => amounts(Verdict::Related, vec![result]),
                Reached::NotTold => Answer::in_words(Some(at), spoken_of),
            }
        };
        told.map(answer).collect()
    };
    undertakings.iter().map(of).collect()
}

impl Answer {
    /// That it is spoken of in a sentence, or in none.
    fn in_words(target: Option<usize>, sentence: Option<usize>) -> Answer {
        let verdict = if sentence.is_some() { Verdict::Words } else { Verdict::None };
        Answer { target, verdict, results: Vec::new(), sentence }
    }
}
