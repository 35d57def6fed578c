//! The words that put a sentence under a row of the table, and where they stand in it.

use crate::text::Span;

/// The words of a row, and the phrases in which they mean something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// Any of these is enough.
    pub words: Vec<String>,
    /// Phrases that are taken out first: `水平安全` holds no `平安`.
    pub not: Vec<String>,
}

impl Wording {
    /// Where the words stand in `sentence`, which is in simplified characters: in order, none over another, of two that begin at one
    /// place the longer.
    pub fn hits(&self, sentence: &str) -> Vec<Span> {
        let left = without(sentence, &self.not);
        let mut found: Vec<Span> = self.words.iter().flat_map(|word| places(&left, word)).collect();
        found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        let mut hits: Vec<Span> = Vec::new();
        for span in found {
            if hits.last().is_none_or(|last| last.end <= span.start) {
                hits.push(span);
            }
        }
        hits
    }
}

/// The same text with as many signs that no word has in place of each phrase, so that no new word comes about and no place moves.
fn without(sentence: &str, phrases: &[String]) -> String {
    let mut gone: Vec<Span> = phrases.iter().flat_map(|phrase| places(sentence, phrase)).collect();
    gone.sort_by_key(|span| span.start);
    let (mut left, mut at) = (String::with_capacity(sentence.len()), 0);
    for span in gone {
        let start = span.start.max(at);
        left.push_str(&sentence[at..start]);
        left.extend(std::iter::repeat_n('\0', span.end.saturating_sub(start)));
        at = span.end.max(at);
    }
    left.push_str(&sentence[at..]);
    left
}

fn places(text: &str, word: &str) -> Vec<Span> {
    text.match_indices(word).map(|(at, _)| Span::new(at, at + word.len())).collect()
}
