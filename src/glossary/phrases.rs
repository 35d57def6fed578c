//! Lists the phrases in quotes that a report uses like terms and no entry explains (“智改数转”): for who writes a glossary.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::fold::fold;
use super::matcher::Matcher;
use crate::text::Span;

/// A phrase in quotes that no entry explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedPhrase {
    /// The phrase without its quotes, as it is first printed.
    pub words: String,
    /// How often it stands in quotes.
    pub count: usize,
    /// Where it first stands: which of the texts, and its bytes there.
    pub first: (usize, Span),
}

/// The phrases in quotes in `texts` that no entry explains, the most frequent first, then in the order of the text. A quotation
/// with a mark in it, or longer than a name, is somebody's words and no phrase; what stands within a mention is explained.
pub fn unexplained(entries: &[Entry], texts: &[&str]) -> Vec<QuotedPhrase> {
    let matcher = Matcher::new(entries);
    let mut found: BTreeMap<String, QuotedPhrase> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let mentions = matcher.mentions(text);
        for span in quotations(text).into_iter().filter(|span| is_name(span.of(text))) {
            if mentions.iter().any(|mention| mention.span.overlaps(span)) {
                continue;
            }
            let words = span.of(text).to_owned();
            let phrase = QuotedPhrase { words: words.clone(), count: 0, first: (at, span) };
            found.entry(fold(&words).text).or_insert(phrase).count += 1;
        }
    }
    let mut found: Vec<QuotedPhrase> = found.into_values().collect();
    found.sort_by_key(|phrase| (std::cmp::Reverse(phrase.count), phrase.first.0, phrase.first.1));
    found
}

/// Whether words are as long as a name and one run of characters.
fn is_name(words: &str) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 2..=16;
    let mark = |c: char| matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '“' | '”');
    LENGTHS.contains(&words.chars().count()) && !words.contains(mark)
}

/// What stands between curved quotes, in order.
fn quotations(text: &str) -> Vec<Span> {
    let opens = text.match_indices('“').map(|(at, sign)| at + sign.len());
    opens.filter_map(|start| Some(Span::new(start, start + text[start..].find('”')?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_counted_and_explained_ones_left_out() {
        let entries = [Entry { number: 1, term: "“431”现代产业体系".into(), ..Entry::default() }];
        let texts =
            ["打造“431”现代产业体系，推进“智改数转”。", "“六稳”“六保”与“智改数转”，他说：“我们要努力，再努力。”"];
        let found: Vec<(String, usize)> =
            unexplained(&entries, &texts).into_iter().map(|phrase| (phrase.words, phrase.count)).collect();
        let due = [("智改数转", 2), ("六稳", 1), ("六保", 1)].map(|(words, count)| (words.to_owned(), count));
        assert_eq!(found, due);
    }
}
