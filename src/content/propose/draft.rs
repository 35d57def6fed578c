//! A proposed chart: its words, and how it becomes a file.

use std::fmt::Write as _;

use super::super::charts::KINDS;
use super::super::fields::quoted;
use super::super::file::NewFile;
use super::super::quote::QuotedFigure;
use crate::chart;
use crate::figures::{self, Qualifier, key_statistics};
use crate::text::{PrintedYears, numbers};

/// At most so many rows in a chart: more cannot be taken in at a glance.
pub(super) const MOST_ROWS: usize = 8;

/// At most so many in a table of numbers, which is read row by row.
pub(super) const MOST_NUMBERS: usize = 12;

/// A chart on its way to a file.
pub(super) struct ChartDraft<'a> {
    pub name: String,
    pub kind: chart::Kind,
    /// The time that all rows are about, where they share one.
    pub period: String,
    pub subject: String,
    /// One figure a row; two in a row are set side by side.
    pub rows: Vec<Vec<&'a QuotedFigure<'a>>>,
}

/// A chart with one figure a row.
pub(super) fn single<'a>(name: &str, kind: chart::Kind, what: &str, rows: Vec<&'a QuotedFigure<'a>>) -> ChartDraft<'a> {
    let period = rows.first().map_or_else(String::new, |one| one.figure.period.clone());
    let rows = rows.into_iter().map(|one| vec![one]).collect();
    ChartDraft { name: name.to_owned(), kind, period, subject: what.to_owned(), rows }
}

/// As many charts as it takes, of equally many rows, one figure a row. Of several each is called by its first row too: a number would be
/// none of the report's.
pub(super) fn several<'a>(
    name: &str,
    kind: chart::Kind,
    what: &str,
    rows: Vec<&'a QuotedFigure<'a>>,
    most: usize,
) -> Vec<ChartDraft<'a>> {
    let parts = equal_parts(&rows, most);
    let is_one = parts.len() == 1;
    let draft = |(part, number): (&[&'a QuotedFigure<'a>], usize)| match is_one {
        true => single(name, kind, what, part.to_vec()),
        false => {
            let what = named_after(part, &format!("{what}："), "", what);
            single(&format!("{name}-{number}"), kind, &what, part.to_vec())
        }
    };
    parts.into_iter().zip(1..).map(draft).collect()
}

/// What rows of no common name are called: after the first of them whose name holds no number, which might stand in
/// no quote.
pub(super) fn named_after(rows: &[&QuotedFigure<'_>], before: &str, behind: &str, otherwise: &str) -> String {
    let mut names = rows.iter().map(|row| row.figure.indicator.as_str());
    match names.find(|name| numbers(name).is_empty()) {
        Some(name) => format!("{before}{name}等{behind}"),
        None => otherwise.to_owned(),
    }
}

/// A table of numbers, two at least, those of one unit under one another: only their lengths are compared.
pub(super) fn table_of<'a>(
    name: &str,
    what: &str,
    rows: Vec<&'a QuotedFigure<'a>>,
    most: usize,
) -> Vec<ChartDraft<'a>> {
    if rows.len() < 2 {
        return Vec::new();
    }
    let mut by_unit: Vec<&QuotedFigure<'_>> = Vec::new();
    let is_alike = |a: &QuotedFigure<'_>, b: &QuotedFigure<'_>| {
        a.figure.unit == b.figure.unit && a.figure.kind == b.figure.kind && a.figure.kind != figures::Kind::Share
    };
    for one in rows {
        let last = by_unit.iter().rposition(|other| is_alike(other, one));
        by_unit.insert(last.map_or(by_unit.len(), |last| last + 1), one);
    }
    several(name, chart::Kind::Multiples, what, by_unit, most)
}

/// A list in as few parts of equal length as keep to `most`; the first are longer by one where it does not come out even.
pub(super) fn equal_parts<T>(list: &[T], most: usize) -> Vec<&[T]> {
    let count = list.len().div_ceil(most);
    let (mut parts, mut rest) = (Vec::new(), list);
    for left in (1..=count).rev() {
        let (part, others) = rest.split_at(rest.len().div_ceil(left));
        parts.push(part);
        rest = others;
    }
    parts
}

impl ChartDraft<'_> {
    /// The file, at the place `order` in the list of charts; no year stands in it that the report does not print.
    pub(super) fn file(&self, order: usize, printed: &PrintedYears) -> NewFile {
        let kind = KINDS.iter().find(|(_, kind)| *kind == self.kind).map_or("bars", |(name, _)| name);
        let mut out = String::from("+++\n");
        let _ = writeln!(out, "title = {}", quoted(&self.title(printed)));
        let subject = self.subject(printed);
        let _ = writeln!(out, "subject = {}\nkind = \"{kind}\"\norder = {order}\nfigures = [", quoted(&subject));
        for row in &self.rows {
            let ids: Vec<String> = row.iter().map(|one| format!("\"{}\"", one.id)).collect();
            let ids = if ids.len() == 1 { ids.concat() } else { format!("[{}]", ids.join(", ")) };
            let says: Vec<String> = row.iter().map(|one| says(one)).collect();
            let _ = writeln!(out, "    {ids}, # {}", says.join(" / "));
        }
        out.push_str("]\n+++\n");
        NewFile { path: format!("charts/{}.md", self.name), bytes: out.into_bytes() }
    }

    /// `2023年主要预期目标`.
    fn subject(&self, printed: &PrintedYears) -> String {
        let time = if printed.has(&self.period) { format!("{}年", self.period) } else { String::new() };
        time + &self.subject
    }

    /// The message, where each number in it stands in the words of a figure of the chart or is a year; else what the chart is about.
    fn title(&self, printed: &PrintedYears) -> String {
        let message = self.message();
        let figures = || self.rows.iter().flatten();
        let stands = |number: &str| {
            let quoted = |one: &QuotedFigure<'_>| numbers(one.quote.of(one.paragraph)).contains(&number);
            let dated = |one: &QuotedFigure<'_>| numbers(&one.figure.period).contains(&number) && printed.has(number);
            figures().any(|one| quoted(one) || dated(one))
        };
        if numbers(&message).into_iter().all(stands) { message } else { self.subject(printed) }
    }

    /// The message: the first row of the report's own list, and the largest figure where lengths may be compared. Rows whose
    /// words leave unsaid that they are a growth, or how exact they are, do not stand in a title, where nothing else says it.
    fn message(&self) -> String {
        let speaks = |row: &&Vec<&QuotedFigure<'_>>| {
            row.iter().all(|one| key_statistics::says_itself(one.figure.kind, &one.said()) && says_how_exact(one))
        };
        let Some(first) = self.rows.iter().find(speaks) else { return self.subject.clone() };
        if let (chart::Kind::Series, [start, end]) = (self.kind, &first[..]) {
            let year = |one: &QuotedFigure<'_>| format!("{}年{}", one.figure.period, one.told());
            return format!("{}{}，{}", start.figure.indicator, year(start), year(end));
        }
        if let [done, planned] = first[..] {
            return format!("{}上年{}，今年目标{}", done.figure.indicator, done.told(), planned.said());
        }
        let all = self.rows.iter().filter(speaks).flatten().copied();
        let higher = |a: f64, b: f64| if self.kind == chart::Kind::Rank { a < b } else { a > b };
        // Of several units none is the largest.
        let most = if self.kind.shares_scale() {
            all.reduce(|a, b| if higher(b.figure.value, a.figure.value) { b } else { a })
        } else {
            self.rows.get(1).filter(speaks).and_then(|row| row.first()).copied()
        };
        let mut says: Vec<String> = first.iter().copied().chain(most).map(says).collect();
        says.dedup();
        says.join("，")
    }
}

/// Whether the words of a figure say how exact they are: of `分别增长10%和12%以上` the first do not.
fn says_how_exact(one: &QuotedFigure<'_>) -> bool {
    one.figure.qualifier == Qualifier::Eq
        || figures::stated(&one.said(), None).first().is_some_and(|read| read.qualifier == one.figure.qualifier)
}

/// `地区生产总值增长6.5%左右`; a name that ends with a number does not run into its number (`PM10 18.2%`).
fn says(one: &QuotedFigure<'_>) -> String {
    // A place says nothing without its field.
    if one.figure.kind == figures::Kind::Rank {
        return format!("{}{}{}", one.figure.indicator, one.figure.scope, one.told());
    }
    let (name, words) = (one.figure.indicator.as_str(), one.told());
    let run_in = name.ends_with(|c: char| c.is_ascii_alphanumeric()) && words.starts_with(|c: char| c.is_ascii_digit());
    // 经济增长 names what grows with the word that the figure says again.
    let again = ["增长", "下降"].into_iter().find(|word| name.ends_with(word) && words.starts_with(word));
    let name = again.and_then(|word| name.strip_suffix(word)).filter(|name| !name.is_empty()).unwrap_or(name);
    format!("{name}{}{words}", if run_in { " " } else { "" })
}
