//! How firmly neighbouring characters hold together, learnt from the report itself: Chinese puts no spaces between words, but
//! two characters of one word stand side by side far more often than chance would have it.

use std::collections::HashMap;

use crate::site::ReportSite;

/// What a break inside a clause costs at least, in the terms of [`crate::text::compose`].
const LOOSE: f64 = 2.0;
/// What each doubling of chance adds to that.
const FIRM: f64 = 1.5;
/// A cut that costs more goes through a word.
pub const WORD: f64 = LOOSE + 5.0;
/// What is added inside a foot of two characters.
const FOOT: f64 = 8.0;
/// What is added for what grammar holds together.
const GRAMMAR: f64 = 12.0;
/// After these a clause begins.
const PAUSES: &str = "，。、；：！？”》）— ";
/// Particles: one ends with them what it belongs to.
const PARTICLES: &str = "的地得了着们";
/// Suffixes that make nouns. Some begin words as well, which then stand whole.
const SUFFIXES: &str = "者性化率度力量额数物员";

/// Counts of characters and of pairs of them.
#[derive(Clone, Debug, Default)]
pub struct Binding {
    characters: HashMap<char, f64>,
    pairs: HashMap<(char, char), f64>,
    all: f64,
}

impl Binding {
    /// Learns from the text of a report.
    pub fn of(report: &ReportSite<'_>) -> Binding {
        let mut binding = Binding::default();
        for page in &report.pages {
            page.page.text.leaves().into_iter().for_each(|leaf| binding.learn(&leaf.text));
        }
        for term in report.manuscript.glossary.iter().flat_map(|glossary| &glossary.terms) {
            term.definition.leaves().into_iter().for_each(|leaf| binding.learn(&leaf.text));
        }
        binding
    }

    fn learn(&mut self, text: &str) {
        let mut before = None;
        for c in text.chars() {
            *self.characters.entry(c).or_default() += 1.0;
            self.all += 1.0;
            if let Some(before) = before {
                *self.pairs.entry((before, c)).or_default() += 1.0;
            }
            before = Some(c);
        }
    }

    /// What it costs to begin a line of `text` at the byte `at`: nothing after a comma or a particle; within a phrase the
    /// more, the firmer the two characters hold together, and more again inside a foot of two, the measure of Chinese prose.
    pub fn cost(&self, text: &str, at: usize) -> f64 {
        let (Some(before), Some(after)) = (text[..at].chars().last(), text[at..].chars().next()) else { return 0.0 };
        if PAUSES.contains(before) || PARTICLES.contains(before) || "“《（".contains(after) {
            return 0.0;
        }
        // A number keeps its unit; a particle and a suffix belong to the word before them.
        if before.is_ascii_digit() || after.is_ascii_digit() || PARTICLES.contains(after) || SUFFIXES.contains(after) {
            return LOOSE + GRAMMAR;
        }
        let phrase = text[..at].rfind(|c: char| PAUSES.contains(c) || PARTICLES.contains(c) || c.is_ascii());
        // How long the unit after a number is, and where feet begin again, nobody knows.
        let after_number = phrase.is_some_and(|at| text[at..].starts_with(|c: char| c.is_ascii()));
        let length = text[phrase.unwrap_or(0)..at].chars().count() - usize::from(phrase.is_some());
        let inside_foot = !after_number && length % 2 == 1;
        LOOSE + FIRM * self.firmness(before, after) + if inside_foot { FOOT } else { 0.0 }
    }

    /// What the worst of the cuts costs by which `text` became `lines`.
    pub fn worst(&self, text: &str, lines: &[String]) -> f64 {
        let mut at = 0;
        let costs = lines.iter().map(|line| {
            at += text[at..].find(line.as_str()).unwrap_or(0);
            let cost = if at == 0 { 0.0 } else { self.cost(text, at) };
            at += line.len();
            cost
        });
        costs.fold(0.0, f64::max)
    }

    /// How often two characters stand together, in doublings of what chance would have.
    fn firmness(&self, before: char, after: char) -> f64 {
        let count = |c| self.characters.get(&c).copied().unwrap_or(1.0);
        let pair = self.pairs.get(&(before, after)).copied().unwrap_or(0.0);
        let chance = count(before) * count(after) / self.all.max(1.0);
        // Two rare characters that meet once look firmer than any word.
        ((pair - 1.0).max(0.0) / chance).log2().max(0.0)
    }
}
