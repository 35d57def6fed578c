//! The known word that an unknown one is most likely a slip of.

/// The word of `among` that `word` is most likely a slip of: at most a third of its letters differ.
pub fn nearest<'w>(word: &str, among: &[&'w str]) -> Option<&'w str> {
    let (best, distance) =
        among.iter().map(|known| (*known, edits(word, known))).min_by_key(|(_, distance)| *distance)?;
    (distance <= 1 + word.chars().count().max(best.chars().count()) / 3).then_some(best)
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_told_from_another_word() {
        assert_eq!(nearest("tilte", &["title", "place"]), Some("title"));
        assert_eq!(nearest("colophon", &["title", "place"]), None);
    }
}
