//! What a report tells of what the one of the year before undertook, as a table and for programs. Rates nothing.

use serde_json::{Value, json};

use super::addresses::Addresses;
use super::figures::head;
use crate::site::{FigureIndex, LastYear, NumberAnswer, ReportSite};

/// One row: what was undertaken, and one thing that is said of it.
struct YearsRow {
    from: Side,
    verdict: &'static str,
    to: Option<Side>,
}

/// A figure or a sentence of one of the two reports.
struct Side {
    /// The id of the figure, or of the sentence where it has none that can be compared.
    id: String,
    indicator: String,
    /// The words of the figure.
    words: String,
    /// The clause of the older report, the sentence of the newer one.
    said: String,
    link: String,
}

/// The rows of the table `years`, in the order of the older report.
pub(super) fn rows(told: &LastYear<'_>, addresses: Addresses<'_>) -> Vec<[String; 14]> {
    let row = |(row, number): (YearsRow, usize)| {
        let to = row.to.unwrap_or_else(Side::none);
        [
            told.newer.manuscript.id.clone(),
            number.to_string(),
            told.older.manuscript.id.clone(),
            row.from.id,
            row.from.said,
            row.from.indicator,
            row.from.words,
            row.verdict.to_owned(),
            to.id,
            to.indicator,
            to.words,
            to.said,
            row.from.link,
            to.link,
        ]
    };
    all(told, addresses).into_iter().zip(1..).map(row).collect()
}

/// The same with the two reports.
pub(super) fn json(told: &LastYear<'_>, addresses: Addresses<'_>) -> Value {
    let side = |report: &ReportSite<'_>, side: &Side| {
        json!({
            "report": report.manuscript.id, "id": side.id, "indicator": side.indicator, "words": side.words,
            "said": side.said, "link": side.link,
        })
    };
    let row = |row: YearsRow| {
        json!({
            "from": side(told.older, &row.from), "verdict": row.verdict,
            "to": row.to.map(|to| side(told.newer, &to)),
        })
    };
    let rows: Vec<Value> = all(told, addresses).into_iter().map(row).collect();
    json!({ "report": head(told.newer, addresses), "of": head(told.older, addresses), "rows": rows })
}

fn all(told: &LastYear<'_>, addresses: Addresses<'_>) -> Vec<YearsRow> {
    let mut rows = Vec::new();
    for own in &told.undertakings {
        for answer in &own.answers {
            let from = || from(told, own.commitment, answer, addresses);
            let mut to = to(told, answer, addresses).into_iter();
            let first = to.next();
            rows.push(YearsRow { from: from(), verdict: answer.verdict.name(), to: first });
            rows.extend(to.map(|to| YearsRow { from: from(), verdict: answer.verdict.name(), to: Some(to) }));
        }
    }
    rows
}

fn from(told: &LastYear<'_>, commitment: usize, answer: &NumberAnswer, addresses: Addresses<'_>) -> Side {
    let own = &told.older.commitments[commitment];
    let said = told.older.commitment_words(own, own.read.span).to_owned();
    match answer.target {
        Some(index) => Side::figure(told.older, index, said, addresses),
        None => Side {
            id: own.sentence.clone(),
            said,
            link: addresses.to(&told.older.pages[own.page].route, &own.sentence),
            ..Side::none()
        },
    }
}

fn to(told: &LastYear<'_>, answer: &NumberAnswer, addresses: Addresses<'_>) -> Vec<Side> {
    let report = told.newer;
    let said = answer.sentence.map(|place| report.sentence_words(place).to_owned()).unwrap_or_default();
    match (&answer.results[..], answer.sentence) {
        ([], Some(place)) => {
            let id = report.sentence_id(place).to_owned();
            let link = addresses.to(&report.pages[place.page].route, &id);
            vec![Side { id, said, link, ..Side::none() }]
        }
        (results, _) => results.iter().map(|index| Side::figure(report, *index, said.clone(), addresses)).collect(),
    }
}

impl Side {
    fn none() -> Side {
        let empty = String::new;
        Side { id: empty(), indicator: empty(), words: empty(), said: empty(), link: empty() }
    }

    fn figure(report: &ReportSite<'_>, index: FigureIndex, said: String, addresses: Addresses<'_>) -> Side {
        let own = &report.figures[index.0];
        Side {
            id: own.row.id.clone(),
            indicator: own.row.indicator.clone(),
            words: own.row.words.clone(),
            said,
            link: addresses.to(&report.pages[own.page].route, &own.row.id),
        }
    }
}
