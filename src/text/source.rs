//! A text with the name it is known by and an index of its lines.

use super::place::{Place, Span};

/// A decoded text and the name (usually a path) that messages call it by.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    /// Byte offset of the first character of each line.
    starts: Vec<usize>,
}

/// One line of a [`Source`], without its line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Line number, from 1, when the text is split on `\n`.
    pub number: usize,
    /// Bytes of the line in the text, without `\n` or a trailing `\r`.
    pub span: Span,
    /// The characters of the line.
    pub text: &'a str,
}

impl Default for Source {
    /// No text, of no name.
    fn default() -> Source {
        Source::new("", "")
    }
}

impl Source {
    /// Takes a name for messages and the decoded text. A byte order mark is the decoder's business, not ours.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Source {
        let text = text.into();
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Source { name: name.into(), text, starts }
    }

    /// The name that messages use.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many lines the text has when split on `\n` (at least one).
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// Line `number`, counted from 1.
    ///
    /// # Panics
    /// When there is no such line.
    pub fn line(&self, number: usize) -> Line<'_> {
        let start = self.starts[number - 1];
        let next = self.starts.get(number).map_or(self.text.len(), |next| next - 1);
        let text = &self.text[start..next];
        let text = text.strip_suffix('\r').unwrap_or(text);
        Line { number, span: Span::new(start, start + text.len()), text }
    }

    /// All lines in order.
    pub fn lines(&self) -> impl DoubleEndedIterator<Item = Line<'_>> {
        (1..=self.line_count()).map(|number| self.line(number))
    }

    /// The line and column of a byte offset; an offset past the end gives the end.
    pub fn place(&self, offset: usize) -> Place {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset);
        let column = self.text[self.starts[line - 1]..offset].chars().count() + 1;
        Place { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_count_from_one_and_lose_their_carriage_return() {
        let source = Source::new("a.txt", "一\r\n\n二");
        let lines: Vec<_> = source.lines().map(|line| (line.number, line.text)).collect();
        assert_eq!(lines, [(1, "一"), (2, ""), (3, "二")]);
    }

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a.txt", "一二三\n四五");
        assert_eq!(source.place(6), Place { line: 1, column: 3 });
        assert_eq!(source.place(10), Place { line: 2, column: 1 });
        assert_eq!(source.place(11), Place { line: 2, column: 1 }, "inside a character: its start");
        assert_eq!(source.place(999), Place { line: 2, column: 3 });
    }
}
