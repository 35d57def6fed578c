//! The words of a figure within the words that quote it. Knows no table.

/// The byte of `quote` at which `words` begin, when they stand there exactly once. Words inside a longer number do not
/// count: `6.3%、3%` holds `3%` once.
pub fn words_in_quote(quote: &str, words: &str) -> Option<usize> {
    let digit = |c: char| c.is_ascii_digit();
    let inside_number = |at: usize| {
        let rest = &quote[at + words.len()..];
        let goes_on = rest.starts_with(digit) || rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(digit));
        let came_before = quote[..at].ends_with(|c: char| digit(c) || c == '.');
        words.starts_with(digit) && came_before || words.ends_with(digit) && goes_on
    };
    let mut places = quote.match_indices(words).map(|(at, _)| at).filter(|at| !inside_number(*at));
    let first = places.next()?;
    places.next().is_none().then_some(first)
}
