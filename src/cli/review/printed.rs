//! Which line of a text holds words: lines end anywhere in a source, so white space does not count.

use crate::text::Source;

/// A text without its white space.
pub(super) struct PrintedText {
    solid: String,
    /// Where each line begins in `solid`, with its number.
    lines: Vec<(usize, usize)>,
}

impl PrintedText {
    pub fn of(source: &Source) -> PrintedText {
        let (mut solid, mut lines) = (String::new(), Vec::new());
        for number in 1..=source.line_count() {
            lines.push((solid.len(), number));
            solid.extend(source.line(number).text.chars().filter(|c| !c.is_whitespace()));
        }
        PrintedText { solid, lines }
    }

    /// The line where words begin, from the place `from` on if they stand there, and the place where they do.
    pub fn line_of(&self, words: &str, from: usize) -> Option<(usize, usize)> {
        let words: String = words.chars().filter(|c| !c.is_whitespace()).collect();
        let further = || self.solid[from..].find(&words).map(|at| from + at);
        let at = further().or_else(|| self.solid.find(&words)).filter(|_| !words.is_empty())?;
        let line = self.lines.partition_point(|(start, _)| *start <= at);
        Some((self.lines[line - 1].1, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_over_the_ends_of_lines_and_again_further_on() {
        let text = PrintedText::of(&Source::new("a.txt", "标题\n\n新增学校\n  3所。\n再 新增学校3所。"));
        let first = text.line_of("新增学校3所", 0).unwrap();
        assert_eq!(first.0, 3);
        assert_eq!(text.line_of("新增学校3所", first.1), Some(first), "the same words may be asked for again");
        let last = text.line_of("再新增", first.1).unwrap();
        assert_eq!(text.line_of("新增学校3所", last.1).unwrap().0, 5);
        assert_eq!(text.line_of("标题", last.1).unwrap().0, 1, "what stands before is found too");
        assert_eq!(text.line_of("没有", 0), None);
        assert_eq!(text.line_of(" ", 0), None);
    }
}
