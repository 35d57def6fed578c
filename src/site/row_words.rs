//! Holds a row of `figures.csv` to the report's words: what it says of a figure must be what they say.

use crate::content::{FigureRow, FigureTable};
use crate::diagnostic::{Code, Diagnostic};
use crate::figures::{Direction, Kind, ReadFigure, holds_change};
use crate::message::message;
use crate::text::{Span, is_numeral, read_thousands};

/// A row beside the paragraph that states its figure.
pub(super) struct RowWords<'a> {
    pub row: &'a FigureRow,
    pub table: &'a FigureTable,
    /// The words of the paragraph.
    pub paragraph: &'a str,
    /// Bytes of the paragraph: the row's words.
    pub span: Span,
    /// What the paragraph states.
    pub stated: &'a [ReadFigure],
}

impl RowWords<'_> {
    /// The faults of all cells that say something else than the words, each at its cell. Words in which no figure can be read
    /// must at least hold the number.
    pub(super) fn faults(&self) -> Vec<Diagnostic> {
        let Some(stated) = self.own() else { return self.unread() };
        let row = self.row;
        let number = |number: Option<f64>| number.map_or(String::new(), |number| number.to_string());
        let mut faults = Vec::new();
        let mut hold = |is_said: bool, column: &str, words: &str, said: &str, given: &str| {
            if !is_said {
                faults.push(self.fault(column, words, said, given));
            }
        };
        let (value, high) = (number(Some(row.value)), number(row.high));
        hold(is_same(row.value, stated.value), "value", &row.words, &number(Some(stated.value)), &value);
        let same_high = match (row.high, stated.high) {
            (Some(row), Some(stated)) => is_same(row, stated),
            (row, stated) => row == stated,
        };
        hold(same_high, "high", &row.words, &number(stated.high), &high);
        hold(self.is_unit(stated), "unit", &row.words, &stated.unit, &row.unit);
        let qualifiers = (row.qualifier, stated.qualifier);
        hold(qualifiers.0 == qualifiers.1, "qualifier", &row.quote, qualifiers.1.name(), qualifiers.0.name());
        hold(is_kind(row.kind, stated), "kind", &row.quote, stated.kind.name(), row.kind.name());
        let way = |way: Option<Direction>| way.map_or("", |way| way.name());
        hold(self.is_direction(stated), "direction", &row.quote, way(stated.direction), way(row.direction));
        if let Some(status) = stated.status {
            hold(row.status == status, "status", &row.quote, status.name(), row.status.name());
        }
        faults
    }

    /// The figure of the paragraph that the row is about: the one in just its words, else the one whose number stands in them,
    /// of several the one with its value.
    fn own(&self) -> Option<&ReadFigure> {
        let exact: Vec<&ReadFigure> = self.stated.iter().filter(|stated| stated.span == self.span).collect();
        let inside = || self.stated.iter().filter(|stated| self.span.contains(stated.number)).collect();
        let candidates: Vec<&ReadFigure> = if exact.is_empty() { inside() } else { exact };
        let with_value = candidates.iter().find(|stated| is_same(stated.value, self.row.value));
        with_value.or(candidates.first()).copied()
    }

    /// The words' own unit, the same without its bracket (`万套` of `万套（间）`), or a longer one that is printed right after the number
    /// (`户次` where `户` was read).
    fn is_unit(&self, stated: &ReadFigure) -> bool {
        let unit = self.row.unit.as_str();
        let printed = self.paragraph[stated.number.end..].trim_start();
        let plain = stated.unit.split(['（', '(']).next();
        unit == stated.unit || plain == Some(unit) || unit.starts_with(&stated.unit) && printed.starts_with(unit)
    }

    /// The words' own direction; where none was read, one of which the quote has a word.
    fn is_direction(&self, stated: &ReadFigure) -> bool {
        let row = self.row;
        row.direction == stated.direction
            || stated.direction.is_none()
                && row.kind == Kind::Change
                && row.direction.is_some_and(|way| holds_change(&row.quote, way))
    }

    /// The faults of a row in whose words no figure can be read.
    fn unread(&self) -> Vec<Diagnostic> {
        let row = self.row;
        let numbers = [("value", Some(row.value)), ("high", row.high)];
        let absent = numbers.into_iter().filter_map(|(column, number)| Some((column, number?)));
        let absent = absent.filter(|(_, number)| !holds_number(&row.words, *number));
        absent
            .map(|(column, number)| {
                let message = message!(
                    "`{number}` does not stand in 「{words}」",
                    "「{words}」里没有 `{number}`",
                    number = number,
                    words = row.words
                );
                Diagnostic::error(Code::MISQUOTED_FIGURE, message)
                    .at(&self.table.file, row.cell(column))
                    .with_help(message!("write the number that the words have", "照这几个字里的数写"))
            })
            .collect()
    }

    fn fault(&self, column: &str, words: &str, said: &str, given: &str) -> Diagnostic {
        let message = match (said, given) {
            ("", given) => message!(
                "「{words}」 does not say `{given}`",
                "「{words}」没有说 `{given}`",
                words = words,
                given = given
            ),
            (said, "") => message!(
                "「{words}」 says `{said}`, and the cell `{column}` is empty",
                "「{words}」说的是 `{said}`，`{column}` 这一格却空着",
                words = words,
                said = said,
                column = column
            ),
            (said, given) => message!(
                "「{words}」 says `{said}`, not `{given}`",
                "「{words}」说的是 `{said}`，不是 `{given}`",
                words = words,
                said = said,
                given = given
            ),
        };
        let help = match said {
            "" => message!("leave the cell `{column}` empty", "`{column}` 这一格留空", column = column),
            said => message!(
                "write {said} in the column `{column}`, or quote the words that say what it says",
                "在 `{column}` 这一列写 {said}，或者改抄说了这个的原话",
                said = said,
                column = column
            ),
        };
        Diagnostic::error(Code::MISQUOTED_FIGURE, message).at(&self.table.file, self.row.cell(column)).with_help(help)
    }
}

/// Whether a person may call what the words state by this kind: a rank, a multiple, a growth are what they are; between the rest
/// the words leave a choice.
fn is_kind(kind: Kind, stated: &ReadFigure) -> bool {
    let free = |kind: Kind| matches!(kind, Kind::Level | Kind::Share | Kind::Change);
    let grows = stated.kind == Kind::Change;
    kind == stated.kind || !grows && free(kind) && free(stated.kind)
}

/// Whether two numbers are one, as they are written.
fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

/// Whether a number stands in the words, in digits or in Chinese numerals, and not as a part of a longer one.
fn holds_number(words: &str, number: f64) -> bool {
    let plain: String = words.chars().filter(|c| *c != ',').map(plain_digit).collect();
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let in_digits = plain.split(|c: char| !is_part(c)).filter_map(|run| run.trim_matches('.').parse::<f64>().ok());
    let numerals = plain.char_indices().filter(|(at, _)| !plain[..*at].ends_with(is_numeral));
    let numerals = numerals.filter_map(|(at, _)| read_thousands(&plain[at..]));
    #[allow(clippy::cast_precision_loss)] // below ten thousand
    let mut in_numerals = numerals.map(|(_, value)| value as f64);
    in_digits.into_iter().any(|run| is_same(run, number.abs())) || in_numerals.any(|value| is_same(value, number))
}

/// A digit of full width in its plain form.
fn plain_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        '．' => '.',
        c => c,
    }
}
