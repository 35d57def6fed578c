//! Makes the table of traditional and simplified characters from OpenCC's.

use std::collections::BTreeMap;

use super::{rows, source};

/// Pairs on a line.
const A_LINE: usize = 20;

/// Each traditional character with its simplified one, in the order of code points, twenty pairs on a line.
pub fn table() -> String {
    let (simplified, traditional) = (choices("opencc/TSCharacters.txt"), choices("opencc/STCharacters.txt"));
    let pairs: Vec<String> = simplified
        .iter()
        .filter(|(from, to)| is_told_apart(**from, to, &traditional))
        .map(|(from, to)| format!("{from}{}", to[0]))
        .collect();
    pairs.chunks(A_LINE).map(|line| line.join(" ") + "\n").collect()
}

/// What OpenCC has for each character, its first choice first.
fn choices(name: &str) -> BTreeMap<char, Vec<char>> {
    let text = source(name);
    let letter = |word: &str| word.chars().next().unwrap();
    rows(&text).map(|row| (letter(row[0]), row[1].split(' ').map(letter).collect())).collect()
}

/// Whether a text may be read with `to` for `from`. Both take three bytes, so that words keep their places. A character that
/// simplified text has too (乾县, 哪吒, 像) is left as it is, but for one that OpenCC, asked the other way round, takes before
/// all others: 於 is hardly ever met in the one script and in every line of the other.
fn is_told_apart(from: char, to: &[char], traditional: &BTreeMap<char, Vec<char>>) -> bool {
    let first = to[0];
    let is_usual = || traditional.get(&first).is_some_and(|all| all.len() > 1 && all[0] == from);
    from != first && from.len_utf8() == 3 && first.len_utf8() == 3 && (!to.contains(&from) || is_usual())
}
