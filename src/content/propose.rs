//! Proposes charts for a new report: its headline targets, what was done beside what is planned, the largest groups of
//! like figures. Each is a Markdown file that a person may edit, add to or delete.

use std::fmt::Write as _;

use super::charts::KINDS;
use super::convert::NewFile;
use super::fields::quoted;
use super::quote::Found;
use crate::chart;
use crate::figures::pairs::{Stated, done_and_planned};
use crate::figures::{Kind, Status};

/// At most so many rows in a chart: more cannot be taken in at a glance.
const MOST_ROWS: usize = 8;

/// The chart files for these figures, below the report's folder.
pub(super) fn propose_charts(found: &[Found<'_>]) -> Vec<NewFile> {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    drafts.extend(targets(found));
    drafts.extend(pairs(found));
    drafts.extend(changes(found));
    drafts.extend(shares(found));
    drafts.iter().zip(1..).map(|(draft, order)| draft.file(order)).collect()
}

/// A chart on its way to a file.
struct Draft<'a> {
    name: String,
    kind: chart::Kind,
    subject: String,
    /// One figure a row; two in a row are set side by side.
    rows: Vec<Vec<&'a Found<'a>>>,
}

/// The headline targets: the percentages of the sentence that says 预期目标.
fn targets<'a>(found: &'a [Found<'a>]) -> Option<Draft<'a>> {
    let headline = |one: &&Found<'_>| {
        one.sentence().contains("预期目标") && one.figure.status == Status::Target && one.figure.unit == "%"
    };
    let first = found.iter().find(headline)?.sentence();
    let rows = found.iter().filter(headline).filter(|one| one.sentence() == first);
    let rows = distinct(rows.filter(|one| one.figure.kind == Kind::Change));
    (rows.len() >= 2).then(|| single("targets", chart::Kind::Targets, "主要预期目标", rows))
}

/// A chart with one figure a row.
fn single<'a>(name: &str, kind: chart::Kind, what: &str, rows: Vec<&'a Found<'a>>) -> Draft<'a> {
    let subject = subject(&rows, what);
    Draft { name: name.to_owned(), kind, subject, rows: rows.into_iter().map(|one| vec![one]).collect() }
}

/// What was done beside what is planned, where both measure the same thing; as many charts as it takes.
fn pairs<'a>(found: &'a [Found<'a>]) -> Vec<Draft<'a>> {
    let stated: Vec<Stated<'_>> =
        found.iter().map(|one| Stated { figure: &one.figure, paragraph: one.paragraph }).collect();
    let (mut pairs, _) = done_and_planned(&stated);
    // A longer bar for a worse place would mislead.
    pairs.retain(|pair| found[pair.done].figure.kind != Kind::Rank);
    let parts: Vec<_> = pairs.chunks(MOST_ROWS).collect();
    let several = parts.len() > 1;
    let drafts = parts.into_iter().zip(1..).map(|(part, number)| Draft {
        name: if several { format!("done-and-planned-{number}") } else { "done-and-planned".into() },
        kind: chart::Kind::Pairs,
        // Charts are told apart by words: a number here would be none of the report's.
        subject: match several {
            true => format!("上年完成与今年目标：{}等", found[part[0].planned].figure.indicator),
            false => "上年完成与今年目标".into(),
        },
        rows: part.iter().map(|pair| vec![&found[pair.done], &found[pair.planned]]).collect(),
    });
    drafts.collect()
}

/// The largest run of growth rates of what was done that one paragraph states.
fn changes<'a>(found: &'a [Found<'a>]) -> Option<Draft<'a>> {
    let like = |one: &Found<'_>| {
        one.figure.status == Status::Actual && one.figure.kind == Kind::Change && one.figure.unit == "%"
    };
    let rows = largest(found, like)?;
    Some(single("changes", chart::Kind::Change, "增减", rows))
}

/// The largest run of percentages of a whole.
fn shares<'a>(found: &'a [Found<'a>]) -> Option<Draft<'a>> {
    let like = |one: &Found<'_>| {
        one.figure.status == Status::Actual
            && one.figure.kind == Kind::Share
            && one.figure.unit == "%"
            && one.figure.value <= 100.0
    };
    let rows = largest(found, like)?;
    Some(single("shares", chart::Kind::Shares, "占比", rows))
}

/// The paragraph with the most figures of a kind, three at least; the earliest of those with equally many.
fn largest<'a>(found: &'a [Found<'a>], like: impl Fn(&Found<'_>) -> bool) -> Option<Vec<&'a Found<'a>>> {
    let mut best: Vec<&Found<'_>> = Vec::new();
    for group in found.chunk_by(|a, b| std::ptr::eq(a.paragraph, b.paragraph)) {
        let Some(first) = group.iter().find(|one| like(one)) else { continue };
        // One chart is about one time.
        let rows = group.iter().filter(|one| like(one) && one.figure.period == first.figure.period);
        let rows = distinct(rows);
        if rows.len() > best.len() {
            best = rows;
        }
    }
    (best.len() >= 3).then_some(best)
}

/// The first figure of each indicator, as many as a chart takes.
fn distinct<'a>(rows: impl Iterator<Item = &'a Found<'a>>) -> Vec<&'a Found<'a>> {
    let mut kept: Vec<&Found<'_>> = Vec::new();
    for one in rows {
        if !kept.iter().any(|other| other.figure.indicator == one.figure.indicator) && !one.figure.indicator.is_empty()
        {
            kept.push(one);
        }
    }
    kept.truncate(MOST_ROWS);
    kept
}

/// `2023年主要预期目标`.
fn subject(rows: &[&Found<'_>], what: &str) -> String {
    let period = rows.first().map_or("", |one| one.figure.period.as_str());
    if period.is_empty() { what.to_owned() } else { format!("{period}年{what}") }
}

impl Draft<'_> {
    fn file(&self, order: usize) -> NewFile {
        let kind = KINDS.iter().find(|(_, kind)| *kind == self.kind).map_or("bars", |(name, _)| name);
        let mut out = String::from("+++\n");
        let _ = writeln!(out, "title = {}", quoted(&self.title()));
        let _ = writeln!(out, "subject = {}\nkind = \"{kind}\"\norder = {order}\nfigures = [", quoted(&self.subject));
        for row in &self.rows {
            let ids: Vec<String> = row.iter().map(|one| format!("\"{}\"", one.id)).collect();
            let ids = if ids.len() == 1 { ids.concat() } else { format!("[{}]", ids.join(", ")) };
            let says: Vec<String> = row.iter().map(|one| says(one)).collect();
            let _ = writeln!(out, "    {ids}, # {}", says.join(" / "));
        }
        out.push_str("]\n+++\n");
        NewFile { path: format!("charts/{}.md", self.name), bytes: out.into_bytes() }
    }

    /// The message: the first row of the report's own list, and the largest figure where lengths may be compared.
    fn title(&self) -> String {
        let Some(first) = self.rows.first() else { return self.subject.clone() };
        if let [done, planned] = first[..] {
            return format!("{}上年{}，今年目标{}", done.figure.indicator, done.words(), planned.words());
        }
        let all = self.rows.iter().flatten().copied();
        let largest = all.reduce(|a, b| if b.figure.value > a.figure.value { b } else { a });
        let mut says: Vec<String> = first.iter().copied().chain(largest).map(says).collect();
        says.dedup();
        says.join("，")
    }
}

/// `地区生产总值增长6.5%左右`; a name that ends with a number does not run into its number (`PM10 18.2%`).
fn says(one: &Found<'_>) -> String {
    let (name, words) = (one.figure.indicator.as_str(), one.words());
    let run_in = name.ends_with(|c: char| c.is_ascii_alphanumeric()) && words.starts_with(|c: char| c.is_ascii_digit());
    format!("{name}{}{words}", if run_in { " " } else { "" })
}
