//! Which sentence of the newer report names the thing that a clause of the older one is about. Knows no numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::is_han;

/// Two characters in a row.
type Bigram = (char, char);

/// The sentences of a report by the bigrams in them; one says the more the fewer sentences have it.
pub(super) struct Mentions<'a> {
    sentences: Vec<(&'a str, BTreeSet<Bigram>)>,
    spread: BTreeMap<Bigram, u32>,
}

impl<'a> Mentions<'a> {
    /// Of the sentences given.
    pub fn of(sentences: &[&'a str]) -> Mentions<'a> {
        let sentences: Vec<(&str, BTreeSet<Bigram>)> = sentences.iter().map(|text| (*text, bigrams(text))).collect();
        let mut spread = BTreeMap::new();
        for bigram in sentences.iter().flat_map(|(_, bigrams)| bigrams) {
            *spread.entry(*bigram).or_default() += 1;
        }
        Mentions { sentences, spread }
    }

    /// The sentence that names what these words name: most of their weight, and a run of them that tells it from others.
    pub fn of_object(&self, object: &[String]) -> Option<usize> {
        let own: BTreeSet<Bigram> = object.iter().flat_map(|words| bigrams(words)).collect();
        let whole: f64 = own.iter().map(|bigram| self.weight(bigram)).sum();
        let mut best: Option<(f64, usize)> = None;
        for (at, (text, bigrams)) in self.sentences.iter().enumerate() {
            let shared: f64 = own.intersection(bigrams).map(|bigram| self.weight(bigram)).sum();
            let share = shared / whole.max(f64::MIN_POSITIVE);
            let named = || object.iter().any(|words| self.weight_of(longest_run(words, text)) >= LEAST_WEIGHT);
            if share >= LEAST_SHARE && best.is_none_or(|(most, _)| share > most) && named() {
                best = Some((share, at));
            }
        }
        best.map(|(_, at)| at)
    }

    /// The weight of a run of words.
    fn weight_of(&self, run: &str) -> f64 {
        bigrams(run).iter().map(|bigram| self.weight(bigram)).sum()
    }

    /// Between 0 (in every sentence) and 1 (in one of them, or in none), as the inverse document frequency is.
    fn weight(&self, bigram: &Bigram) -> f64 {
        let all = f64::from(u32::try_from(self.sentences.len()).unwrap_or(u32::MAX)).max(2.0);
        let spread = f64::from(self.spread.get(bigram).copied().unwrap_or(1));
        (all / spread).ln() / all.ln()
    }
}

/// The bigrams of a text, its signs and figures left out.
fn bigrams(text: &str) -> BTreeSet<Bigram> {
    let runs = text.split(|c: char| !is_han(c) && !c.is_alphabetic());
    let in_run = |run: &str| {
        let chars: Vec<char> = run.chars().collect();
        chars.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    };
    runs.flat_map(in_run).collect()
}

/// The longest run of `words` that stands in `text`.
fn longest_run<'w>(words: &'w str, text: &str) -> &'w str {
    let starts: Vec<usize> = words.char_indices().map(|(at, _)| at).collect();
    let mut longest = "";
    for (number, start) in starts.iter().enumerate() {
        for end in starts[number + 1..].iter().copied().chain([words.len()]) {
            let run = &words[*start..end];
            if run.len() > longest.len() {
                if !text.contains(run) {
                    break;
                }
                longest = run;
            }
        }
    }
    longest
}

/// How much of the weight of the words that name a thing a sentence must have.
const LEAST_SHARE: f64 = 0.6;
/// How much weight a run of them must have that stands there word for word: as much as three pairs that few sentences have. Words that
/// every other sentence has name nothing.
const LEAST_WEIGHT: f64 = 2.2;
