//! CSV with the place of each cell, which the csv crate does not tell: a fault in a table is shown where it stands.

use std::borrow::Cow;

use crate::text::{Source, Span};

/// The place of a cell in the file and what it says.
pub(super) type PlacedCell<'a> = (Span, Cow<'a, str>);

/// Cuts a text into records and cells by RFC 4180, but for the sign between cells: the one of `,`, `;` and the tab that the
/// first line has most of.
pub(super) fn records(source: &Source) -> Vec<Vec<PlacedCell<'_>>> {
    let text = source.text();
    let first = source.line(1).text;
    let separator = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| first.matches(*sign).count()).unwrap_or(',');
    let mut records = Vec::new();
    let mut record: Vec<PlacedCell<'_>> = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        let (length, cell) = match rest.strip_prefix('"') {
            Some(inner) => quoted_cell(inner),
            None => {
                let length = rest.find([separator, '\n']).unwrap_or(rest.len());
                (length, Cow::Borrowed(rest[..length].trim_end_matches('\r')))
            }
        };
        record.push((Span::new(at, at + length), cell));
        at += length;
        match text[at..].chars().next() {
            Some(sign) if sign == separator => at += 1,
            Some(_) => {
                // A line end; after a quoted cell also stray characters, which belong to it.
                at += text[at..].find('\n').map_or(text.len() - at, |end| end + 1);
                records.push(std::mem::take(&mut record));
            }
            None => {}
        }
        if at >= text.len() {
            if !record.is_empty() {
                records.push(record);
            }
            return records;
        }
    }
}

/// A cell in quotation marks: how many bytes it takes with both of them, and what it says.
fn quoted_cell(inner: &str) -> (usize, Cow<'_, str>) {
    let mut end = 0;
    let mut doubled = false;
    while let Some(quote) = inner[end..].find('"') {
        end += quote;
        if !inner[end + 1..].starts_with('"') {
            let cell = &inner[..end];
            let cell = if doubled { Cow::Owned(cell.replace("\"\"", "\"")) } else { Cow::Borrowed(cell) };
            return (end + 2, cell);
        }
        doubled = true;
        end += 2;
    }
    (inner.len() + 1, Cow::Borrowed(inner))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&[(&str, &str)]]) {
        let source = Source::new("a.csv", text);
        let read: Vec<Vec<(&str, String)>> = records(&source)
            .into_iter()
            .map(|record| record.into_iter().map(|(span, cell)| (span.of(text), cell.into_owned())).collect())
            .collect();
        let expect: Vec<Vec<(&str, String)>> = expect
            .iter()
            .map(|record| record.iter().map(|(place, cell)| (*place, (*cell).to_owned())).collect())
            .collect();
        assert_eq!(read, expect, "{text:?}");
    }

    /// Each cell: where it stands in the text, and what it says.
    #[test]
    fn cells_are_cut_as_rfc_4180_says() {
        check("a,甲\r\nb,乙", &[&[("a", "a"), ("甲\r", "甲")], &[("b", "b"), ("乙", "乙")]]);
        check("\"a,\"\"b\"\"\",c\n", &[&[("\"a,\"\"b\"\"\"", "a,\"b\""), ("c", "c")]]);
        check("\"a\nb\"\n", &[&[("\"a\nb\"", "a\nb")]]);
        check("\"open", &[&[("\"open", "open")]]);
        check("a,\n", &[&[("a", "a"), ("", "")]]);
    }

    #[test]
    fn cells_may_be_parted_by_semicolons_or_tabs() {
        check(
            "a;b,c;d\n1,2;3;4",
            &[&[("a", "a"), ("b,c", "b,c"), ("d", "d")], &[("1,2", "1,2"), ("3", "3"), ("4", "4")]],
        );
        check("a\tb\n1\t2", &[&[("a", "a"), ("b", "b")], &[("1", "1"), ("2", "2")]]);
    }
}
