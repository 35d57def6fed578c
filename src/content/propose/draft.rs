//! A proposed chart: its words, and how it becomes a file.

use std::fmt::Write as _;

use super::super::charts::KINDS;
use super::super::fields::quoted;
use super::super::file::NewFile;
use super::super::quote::QuotedFigure;
use crate::chart;
use crate::figures::{self, key_statistics};
use crate::text::{PrintedYears, numbers};

/// At most so many rows in a chart: more cannot be taken in at a glance.
pub(super) const MOST_ROWS: usize = 8;

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
    /// words leave unsaid that they are a growth do not stand in a title, where nothing else says it.
    fn message(&self) -> String {
        let speaks = |row: &&Vec<&QuotedFigure<'_>>| {
            row.iter().all(|one| key_statistics::says_itself(one.figure.kind, one.words()))
        };
        let Some(first) = self.rows.iter().find(speaks) else { return self.subject.clone() };
        if let (chart::Kind::Series, [start, end]) = (self.kind, &first[..]) {
            let year = |one: &QuotedFigure<'_>| format!("{}年{}", one.figure.period, one.said());
            return format!("{}{}，{}", start.figure.indicator, year(start), year(end));
        }
        if let [done, planned] = first[..] {
            return format!("{}上年{}，今年目标{}", done.figure.indicator, done.said(), planned.said());
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

/// `地区生产总值增长6.5%左右`; a name that ends with a number does not run into its number (`PM10 18.2%`).
fn says(one: &QuotedFigure<'_>) -> String {
    // A place says nothing without its field.
    if one.figure.kind == figures::Kind::Rank {
        return format!("{}{}{}", one.figure.indicator, one.figure.scope, one.said());
    }
    let (name, words) = (one.figure.indicator.as_str(), one.said());
    let run_in = name.ends_with(|c: char| c.is_ascii_alphanumeric()) && words.starts_with(|c: char| c.is_ascii_digit());
    // 经济增长 names what grows with the word that the figure says again.
    let again = ["增长", "下降"].into_iter().find(|word| name.ends_with(word) && words.starts_with(word));
    let name = again.and_then(|word| name.strip_suffix(word)).filter(|name| !name.is_empty()).unwrap_or(name);
    format!("{name}{}{words}", if run_in { " " } else { "" })
}
