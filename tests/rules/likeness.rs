//! How alike two texts are, as Ratcliff and Obershelp measure it ("Pattern Matching: the Gestalt Approach", Dr. Dobb's Journal,
//! July 1988): twice the characters that stand in common runs, of all characters of both.

/// From 0 for nothing in common to 1 for the same.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let all = one.len() + other.len();
    if all == 0 { 1.0 } else { 2.0 * common(&one, &other) as f64 / all as f64 }
}

/// Characters in the longest common run, and in those left and right of it.
fn common(one: &[char], other: &[char]) -> usize {
    let (a, b, length) = longest(one, other);
    if length == 0 {
        return 0;
    }
    common(&one[..a], &other[..b]) + length + common(&one[a + length..], &other[b + length..])
}

/// The longest common run, the first of several: where it begins in each, and its length.
fn longest(one: &[char], other: &[char]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut above = vec![0; other.len() + 1];
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![0; other.len() + 1];
        for (j, b) in other.iter().enumerate() {
            if a == b {
                row[j + 1] = above[j] + 1;
                if row[j + 1] > best.2 {
                    best = (i + 1 - row[j + 1], j + 1 - row[j + 1], row[j + 1]);
                }
            }
        }
        above = row;
    }
    best
}
