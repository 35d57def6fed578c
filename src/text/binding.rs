//! How firmly neighbouring characters hold together, learnt from a text itself: Chinese puts no spaces between words, but
//! two characters of one word stand side by side far more often than chance would have it.

use std::collections::{BTreeMap, HashMap};

use super::numeral::is_numeral;

/// What a cut between two words costs, in the terms of [`super::compose`].
const LOOSE: f64 = 2.0;
/// What is added inside a word.
const WORD: f64 = 8.0;
/// What is added for each doubling of chance that two words or the characters of one hold together.
const FIRM: f64 = 1.25;
/// What is added for what grammar holds together, and inside quotation marks.
const GRAMMAR: f64 = 12.0;
/// How much better two characters are as one word than as two, in doublings of chance: most words have two.
const PAIR: f64 = 3.0;
/// A cut that costs more goes through a word.
pub const THROUGH_A_WORD: f64 = LOOSE + 5.0;

/// After these a clause begins.
const PAUSES: &str = "，。、；：！？”》）— ";
/// With these a clause begins that no mark divides from the one before: `新增就业上年1352万人`.
const YEARS: &[&str] = &["上年", "去年", "今年"];
/// Particles: they end what they belong to.
const PARTICLES: &str = "的了们";
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
    /// Learns from some text.
    pub fn learn(&mut self, text: &str) {
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

    /// What it costs to begin a line of `text` at each of its bytes at which a character begins: nothing after a comma or a
    /// particle, little between words, much inside one.
    pub fn costs(&self, text: &str) -> Costs {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let words = self.words(&chars);
        let mut quoted = false;
        let mut costs = BTreeMap::new();
        for (pair, begins) in chars.windows(2).zip(words.iter().skip(1)) {
            let ((_, before), (at, after)) = (pair[0], pair[1]);
            quoted = before == '“' || quoted && before != '”';
            let cost = if opens_clause(&text[at..]) { 0.0 } else { self.cost(before, after, *begins) };
            costs.insert(at, cost + if quoted { GRAMMAR } else { 0.0 });
        }
        Costs(costs)
    }

    fn cost(&self, before: char, after: char, begins: bool) -> f64 {
        let suffix = PARTICLES.contains(after) || SUFFIXES.contains(after);
        match (before, after) {
            _ if PAUSES.contains(before) || PARTICLES.contains(before) || "“《（".contains(after) => 0.0,
            // A number keeps its unit; a particle and a suffix belong to the word before them.
            _ if before.is_ascii_digit() || after.is_ascii_digit() || suffix => LOOSE + GRAMMAR,
            // Of an ordinal nothing is parted: 第十四届.
            ('第', _) => LOOSE + GRAMMAR,
            (_, '届' | '次') if is_numeral(before) => LOOSE + GRAMMAR,
            _ if is_numeral(before) && is_numeral(after) => LOOSE + GRAMMAR,
            _ => LOOSE + FIRM * self.firmness(before, after) + if begins { 0.0 } else { WORD },
        }
    }

    /// For each character whether a word begins with it, in the division into words of one and two characters that hold
    /// together best.
    fn words(&self, chars: &[(usize, char)]) -> Vec<bool> {
        let plain = |c: char| !c.is_ascii() && !PAUSES.contains(c) && !PARTICLES.contains(c) && !"“《（".contains(c);
        // For the characters up to each, how well they divide and how long the last word is.
        let mut best = vec![(0.0, 0)];
        for (end, (_, c)) in chars.iter().enumerate() {
            let single = best[end].0 + if SUFFIXES.contains(*c) { PAIR / 2.0 } else { 0.0 };
            let before = end.checked_sub(1).map(|before| chars[before].1).filter(|before| plain(*before) && plain(*c));
            let double = before.map(|before| best[end - 1].0 + PAIR + self.firmness(before, *c));
            best.push(match double {
                Some(double) if double > single => (double, 2),
                _ => (single, 1),
            });
        }
        let mut begins = vec![false; chars.len()];
        let mut end = chars.len();
        while end > 0 {
            end -= best[end].1;
            begins[end] = true;
        }
        begins
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

/// Whether words begin with the name of a year by which a title sets one number against another.
pub fn opens_clause(words: &str) -> bool {
    YEARS.iter().any(|year| words.starts_with(year))
}

/// What it costs to cut a text at each place.
pub struct Costs(BTreeMap<usize, f64>);

impl Costs {
    /// The cost of a cut at a byte.
    pub fn at(&self, byte: usize) -> f64 {
        self.0.get(&byte).copied().unwrap_or(0.0)
    }

    /// What the worst of the cuts costs by which `text` became `lines`.
    pub fn worst(&self, text: &str, lines: &[String]) -> f64 {
        let mut at = 0;
        let costs = lines.iter().map(|line| {
            at += text[at..].find(line.as_str()).unwrap_or(0);
            let cost = self.at(at);
            at += line.len();
            cost
        });
        costs.fold(0.0, f64::max)
    }
}
