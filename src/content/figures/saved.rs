//! What a table looks like after Excel opened it and saved it again: another encoding, another sign between the cells, cells
//! that it took for dates and percentages. All of it is read as it was before.

use super::super::file::{RawFile, sound};
use super::super::page_id::PageId;
use crate::diagnostic::{Checked, has_errors};
use crate::report;
use crate::text::{Source, is_digit};

/// The table as text, in whatever encoding it was saved (Chinese Excel saves GBK). Bytes that no encoding explains are
/// reported as those of any file.
pub(super) fn decoded(file: RawFile<'_>) -> Checked<Option<Source>> {
    let as_it_is = file.source();
    if as_it_is.value.is_some() || std::str::from_utf8(file.bytes).is_ok() {
        return as_it_is;
    }
    let found = report::decode(file.name, file.bytes);
    let is_sure = found.diagnostics.is_empty() && found.value.source.text().contains(',');
    let holds_sign = || found.value.source.text().contains([';', '\t']);
    if is_sure || found.diagnostics.is_empty() && holds_sign() {
        let text = sound(found.value.source);
        debug_assert!(text.value.is_some() || has_errors(&text.diagnostics), "what is not read is told");
        return text;
    }
    as_it_is
}

/// A place as the table has it, and whether Excel had taken it for a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SavedPlace {
    pub page: PageId,
    pub is_date: bool,
}

/// Reads a place: the name of the page's file (`2-1.md`), which no spreadsheet takes for anything else; without its ending,
/// as tables had it before; and what Excel makes of that (`2月1日`, `2024/2/1`).
pub(super) fn place(cell: &str) -> Option<SavedPlace> {
    if let Some(page) = PageId::parse(cell.strip_suffix(".md").unwrap_or(cell)) {
        return Some(SavedPlace { page, is_date: false });
    }
    let day = cell.strip_suffix('日').unwrap_or(cell);
    let parts: Vec<u32> = day.split(['年', '月', '/', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let (month, day) = match parts[..] {
        [month, day] => (month, day),
        [year, month, day] if year > 1899 => (month, day),
        _ => return None,
    };
    let is_date = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_date.then(|| SavedPlace { page: PageId::of(month, Some(day)), is_date })
}

/// The words of the quote that Excel shows as `cell`: `6.5%` for `6.50%`, `3.0` for `3`. `None` when there are none, or several.
pub(super) fn printed<'q>(quote: &'q str, cell: &str) -> Option<&'q str> {
    let is_part = |c: char| is_digit(c) || matches!(c, '.' | ',' | '%' | '/' | '-' | ':');
    let runs = quote.split(|c| !is_part(c)).map(|run| run.trim_matches(['.', ',', '/', '-', ':']));
    let mut alike = runs.filter(|run| !run.is_empty() && is_shown_as(run, cell));
    let first = alike.next()?;
    alike.all(|other| other == first).then_some(first)
}

/// Whether Excel shows the number or date that it takes `printed` for as `cell`.
fn is_shown_as(printed: &str, cell: &str) -> bool {
    let number = |words: &str| words.replace(',', "").parse::<f64>().ok();
    let same = |a: &str, b: &str, most: f64| number(a).zip(number(b)).is_some_and(|(a, b)| (a - b).abs() <= most);
    if let Some((printed, cell)) = printed.strip_suffix('%').zip(cell.strip_suffix('%')) {
        // Two decimals are shown.
        return same(printed, cell, 0.005_001);
    }
    let day = || printed.split_once(['/', '-']).map(|(month, day)| format!("{month}月{day}日"));
    same(printed, cell, 0.0) || day().is_some_and(|day| day == cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_in_every_form_that_tables_have_had() {
        for (cell, page, is_date) in [
            ("2-1.md", "2-1", false),
            ("2.md", "2", false),
            ("a1.md", "a1", false),
            ("2-1", "2-1", false),
            ("0", "0", false),
            ("2月1日", "2-1", true),
            ("2月13日", "2-13", true),
            ("2024/2/1", "2-1", true),
            ("2024年2月1日", "2-1", true),
            ("2024-02-01", "2-1", true),
        ] {
            let found = place(cell).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((found.page.to_string().as_str(), found.is_date), (page, is_date), "{cell}");
        }
        for cell in ["", "x", "2-1.txt", "13月1日", "2月32日", "1-2-3", "月", "2月1日1"] {
            assert_eq!(place(cell), None, "{cell}");
        }
    }

    #[test]
    fn words_that_excel_shows_otherwise_are_found_in_the_quote() {
        for (quote, cell, expect) in [
            ("占比达到6.5%", "6.50%", Some("6.5%")),
            ("占比达到38.125%", "38.13%", Some("38.125%")),
            ("达到3.0", "3", Some("3.0")),
            ("完成1/3", "1月3日", Some("1/3")),
            ("占6.5%、6.50%", "6.500%", None),
            ("占6.5%和6.5%", "6.50%", Some("6.5%")),
            ("占比达到6.5%", "7.50%", None),
            ("没有数", "6.50%", None),
        ] {
            assert_eq!(printed(quote, cell), expect, "{quote}");
        }
    }
}
