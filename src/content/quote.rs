//! Figures on their way from the text to `figures.csv`: each with words round it that stand on its page once, so that the
//! build can find them again.

use std::borrow::Cow;

use super::figures;
use super::page_id::PageId;
use crate::figures::{Figure, Status, key_statistics};
use crate::text::{Span, sentences};

/// A figure with its place in the text.
pub(super) struct QuotedFigure<'a> {
    /// `f12`.
    pub id: String,
    /// The page that will state it.
    pub page: PageId,
    /// The words of its paragraph.
    pub paragraph: &'a str,
    /// Bytes of the paragraph that stand on the page once.
    pub quote: Span,
    /// What was found, as a person corrected it.
    pub figure: Cow<'a, Figure>,
}

impl<'a> QuotedFigure<'a> {
    /// The figure's own words: `增长6.5%左右`.
    pub fn words(&self) -> &'a str {
        self.figure.span.of(self.paragraph)
    }

    /// Its words as they are understood alone.
    pub fn said(&self) -> String {
        let before = &self.paragraph[..self.figure.span.start];
        figures::said(self.words(), &self.figure.unit, self.figure.direction, before)
    }

    /// The same, and that it is foreseen.
    pub fn told(&self) -> String {
        if self.is_foreseen() { key_statistics::foreseen(&self.said()) } else { self.said() }
    }

    /// The sentence that states it.
    pub fn sentence(&self) -> &'a str {
        sentence_of(self.paragraph, self.figure.span).of(self.paragraph)
    }

    /// The words of its sentence before it.
    pub fn before(&self) -> &'a str {
        let start = sentence_of(self.paragraph, self.figure.span).start;
        &self.paragraph[start.min(self.figure.span.start)..self.figure.span.start]
    }

    /// Whether it is told as done while it is only foreseen (预计).
    pub fn is_foreseen(&self) -> bool {
        self.figure.status == Status::Actual && key_statistics::is_foreseen(self.paragraph, self.figure.span.end)
    }

    /// The cells of its row, in the order of [`figures::COLUMNS`].
    pub fn cells(&self) -> [Cow<'_, str>; figures::WIDTH] {
        let value = |value: f64| Cow::Owned(value.to_string());
        [
            Cow::Borrowed(&*self.id),
            Cow::Owned(self.page.file()),
            Cow::Borrowed(self.quote.of(self.paragraph)),
            Cow::Borrowed(self.words()),
            value(self.figure.value),
            self.figure.high.map_or(Cow::Borrowed(""), value),
            Cow::Owned(self.figure.unit.clone()),
            Cow::Borrowed(self.figure.qualifier.name()),
            Cow::Borrowed(self.figure.kind.name()),
            Cow::Borrowed(self.figure.direction.map_or("", |direction| direction.name())),
            Cow::Owned(self.figure.indicator.clone()),
            Cow::Owned(self.figure.period.clone()),
            Cow::Borrowed(self.figure.status.name()),
            Cow::Borrowed(figures::manner_cell(self.figure.manner)),
            Cow::Borrowed(&*self.figure.scope),
            Cow::Owned(figures::doubt_cell(&self.figure.doubts)),
        ]
    }
}

fn sentence_of(paragraph: &str, words: Span) -> Span {
    sentences(paragraph).into_iter().find(|sentence| sentence.contains(words)).unwrap_or(words)
}

/// The shortest run of clauses round `words` that stands once on the page and in which the words stand once. It keeps to
/// the words' own sentence and to whole clauses where that will do. `None` where the page says the same twice over.
pub(super) fn unique_quote(page: &str, paragraph: &str, words: Span) -> Option<Span> {
    let sentence = sentence_of(paragraph, words);
    let edges = |within: Span, marks: &'static [char]| {
        within
            .of(paragraph)
            .char_indices()
            .filter(move |(_, c)| marks.contains(c))
            .map(move |(at, c)| (within.start + at, c))
    };
    let good = |quote: &Span| finds(page, quote.of(paragraph), words.of(paragraph));
    let whole = Span::new(0, paragraph.len());
    for (within, marks) in [(sentence, CLAUSE), (sentence, ITEM), (whole, CLAUSE)] {
        let starts = edges(within, marks).map(|(at, c)| at + c.len_utf8()).chain([within.start]);
        let starts: Vec<usize> = starts.filter(|at| *at <= words.start).collect();
        let ends = edges(within, ITEM).map(|(at, _)| at).chain([within.end]);
        let ends: Vec<usize> = ends.filter(|at| *at >= words.end).collect();
        let mut quotes: Vec<Span> =
            starts.iter().flat_map(|start| ends.iter().map(|end| Span::new(*start, *end))).collect();
        quotes.sort_by_key(|quote| (quote.len(), quote.start));
        if let Some(quote) = quotes.into_iter().find(&good) {
            return Some(quote);
        }
    }
    few_characters(paragraph, words, good)
}

/// Whether the build finds `words` by `quote` on a page: both stand once.
pub(super) fn finds(page: &str, quote: &str, words: &str) -> bool {
    let mut places = page.match_indices(quote);
    places.next().is_some() && places.next().is_none() && figures::words_in_quote(quote, words).is_some()
}

/// Where no run of clauses will do (`10个交通节点和10个重要干线`): the fewest characters to both sides that will.
fn few_characters(paragraph: &str, words: Span, good: impl Fn(&Span) -> bool) -> Option<Span> {
    let starts: Vec<usize> = paragraph[..words.start].char_indices().rev().map(|(at, _)| at).take(40).collect();
    let ends: Vec<usize> =
        paragraph[words.end..].char_indices().map(|(at, c)| words.end + at + c.len_utf8()).take(40).collect();
    let starts: Vec<usize> = std::iter::once(words.start).chain(starts).collect();
    let ends: Vec<usize> = std::iter::once(words.end).chain(ends).collect();
    for reach in 0..starts.len() + ends.len() {
        for before in 0..=reach {
            let (Some(start), Some(end)) = (starts.get(before), ends.get(reach - before)) else { continue };
            let quote = Span::new(*start, *end);
            if good(&quote) {
                return Some(quote);
            }
        }
    }
    None
}

/// What ends a clause.
const CLAUSE: &[char] = &['，', '；', '：', '。', '！', '？'];
/// What ends an item of a list as well.
const ITEM: &[char] = &['，', '；', '：', '。', '！', '？', '、'];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, words: &str, nth: usize, expect: &str) {
        let at = page.match_indices(words).nth(nth).map_or(0, |(at, _)| at);
        let quote = unique_quote(page, page, Span::new(at, at + words.len()));
        assert_eq!(quote.map(|quote| quote.of(page)), Some(expect));
    }

    #[test]
    fn a_quote_is_the_clause_where_that_will_do() {
        check("完成重点项目38个，新建9处中心村卫生室、40公里管网。", "9处", 0, "新建9处中心村卫生室");
        check("完成重点项目38个，新建9处中心村卫生室、40公里管网。", "40公里", 0, "新建9处中心村卫生室、40公里管网");
    }

    #[test]
    fn a_quote_grows_until_it_stands_once() {
        check("甲增长5%，乙增长6%，丙下降5%。", "5%", 0, "甲增长5%");
        check("城镇增长5%。农村，增长5%。", "增长5%", 1, "农村，增长5%");
        check("分别增长5%、5%、7%。", "5%", 1, "5%、7%");
    }

    #[test]
    fn words_twice_in_one_clause_get_a_quote_of_their_own() {
        check("10个主要节点和10个重要干线。", "10个", 1, "10个重");
    }

    #[test]
    fn what_a_page_says_twice_over_has_no_quote() {
        let (paragraph, at) = ("产值增长5%。", "产值增长".len());
        assert_eq!(unique_quote("产值增长5%。\n产值增长5%。\n", paragraph, Span::new(at, at + 2)), None);
    }
}
