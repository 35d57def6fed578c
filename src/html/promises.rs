//! The page of what a report undertakes for its year: every commitment in the report's words, under its section. Judges nothing.

use serde::Serialize;

use super::heading::heading;
use super::page_view::{PageMeta, report_view};
use super::page_writer::PageWriter;
use super::report_words::ReportWords;
use super::view::{Download, Link, PageView};
use super::{downloads, lists};
use crate::commitments::CommitmentKind;
use crate::site::{CommitmentSite, ReportSite, Route};
use crate::text::Span;
use crate::words::Words;

#[derive(Serialize)]
struct Promises {
    page: PageView,
    /// How many there are, and how many of them have a number.
    count: usize,
    measured: usize,
    sections: Vec<SectionPromises>,
    /// What the report of the next year says of them; empty where there is none.
    next_year: Link,
    downloads: Vec<Download>,
}

/// The commitments of a section, in its order.
#[derive(Serialize)]
struct SectionPromises {
    href: String,
    title: String,
    /// The title as HTML that says where a line may end.
    heading: String,
    commitments: Vec<CommitmentView>,
}

/// A commitment in the report's words.
#[derive(Serialize)]
struct CommitmentView {
    /// What it is about, where that stands in an earlier clause of its sentence.
    about: String,
    /// The clause, cut where its numbers begin and end.
    pieces: Vec<ClausePiece>,
    /// Its sentence.
    href: String,
    /// What kind of end it names, in words.
    kind: String,
    /// By when and how firmly, as printed; may be empty.
    deadline: String,
    strength: String,
    /// Whether it has a number.
    measured: bool,
    /// Whether its kind is worth a word: a number says by itself that it is one.
    tells_kind: bool,
    /// The topics that its sentence belongs to, between bars.
    topics: String,
}

/// A run of a clause.
#[derive(Serialize)]
pub(super) struct ClausePiece {
    pub words: String,
    pub is_number: bool,
}

/// Renders the page, if there is a commitment.
pub(super) fn page(report: &ReportSite<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    if report.commitments.is_empty() {
        return Ok(());
    }
    let here = &report.promises_route();
    let words = report.words;
    let title = words.get("promises.title");
    let name = report.manuscript.title_page.full_title();
    let count = report.commitments.len();
    let description = words.fill("promises.description", &[("report", &name), ("n", &count)]);
    let view = Promises {
        count,
        measured: report.commitments.iter().filter(|own| !own.read.measures.is_empty()).count(),
        sections: sections(report, here),
        next_year: next_year(report, here, out),
        downloads: downloads::of_commitments(report, here),
        page: report_view(report, out, PageMeta::derived(report, (here, title), description, "DS", out)),
    };
    let mut shown = ReportWords::default();
    for section in &view.sections {
        let clauses = section.commitments.iter().flat_map(|own| {
            let clause: String = own.pieces.iter().map(|piece| piece.words.as_str()).collect();
            [own.about.clone(), clause, own.deadline.clone(), own.strength.clone()]
        });
        shown = shown.block(std::iter::once(section.title.clone()).chain(clauses));
    }
    out.report_page("promises.html", &view, here, &shown)
}

/// The page on which the report of the next year tells of these commitments.
fn next_year(report: &ReportSite<'_>, here: &Route, out: &PageWriter<'_>) -> Link {
    let newer = out.neighbours.newer.as_ref().and_then(|newer| Some((newer.year, newer.last_year.as_ref()?)));
    newer.map_or_else(Link::default, |(year, route)| {
        Link::away(report.words.fill("promises.next_year", &[("year", &year)]), here.link(route, ""))
    })
}

fn sections(report: &ReportSite<'_>, here: &Route) -> Vec<SectionPromises> {
    let under = |own: &CommitmentSite| report.under(own.page, own.leaf);
    let groups = report.commitments.chunk_by(|one, next| under(one) == under(next));
    let section = |group: &[CommitmentSite]| {
        let own = &report.pages[under(&group[0])];
        let title = lists::title(own.page, report.words);
        SectionPromises {
            href: here.link(&own.route, ""),
            heading: heading("", &title, &report.binding),
            title,
            commitments: group.iter().map(|own| commitment(report, own, here)).collect(),
        }
    };
    groups.map(section).collect()
}

fn commitment(report: &ReportSite<'_>, own: &CommitmentSite, here: &Route) -> CommitmentView {
    let printed =
        |span: Option<Span>| span.map(|span| report.commitment_words(own, span).to_owned()).unwrap_or_default();
    CommitmentView {
        about: report.said_before(own).unwrap_or_default().to_owned(),
        pieces: pieces(report, own),
        href: here.link(&report.pages[own.page].route, &own.sentence),
        kind: kind(own.read.kind, report.words).to_owned(),
        deadline: printed(own.read.deadline),
        strength: printed(own.read.strength_word),
        measured: !own.read.measures.is_empty(),
        tells_kind: own.read.kind != CommitmentKind::Figure,
        topics: report.topics_of(&own.sentence),
    }
}

/// By what one can see that it was reached.
fn kind(kind: CommitmentKind, words: &Words) -> &str {
    words.get(match kind {
        CommitmentKind::Figure => "promises.kind_figure",
        CommitmentKind::Finish => "promises.kind_finish",
        CommitmentKind::Start => "promises.kind_start",
        CommitmentKind::Title => "promises.kind_title",
        CommitmentKind::Coverage => "promises.kind_coverage",
    })
}

/// The clause with its numbers set apart.
pub(super) fn pieces(report: &ReportSite<'_>, own: &CommitmentSite) -> Vec<ClausePiece> {
    let mut at = own.read.span.start;
    let mut pieces = Vec::new();
    let mut add = |span: Span, is_number| {
        let words = report.commitment_words(own, span).to_owned();
        pieces.extend((!words.is_empty()).then_some(ClausePiece { words, is_number }));
    };
    for number in own.read.measures.iter().filter(|number| own.read.span.contains(**number)) {
        if at <= number.start {
            add(Span::new(at, number.start), false);
            add(*number, true);
            at = number.end;
        }
    }
    add(Span::new(at, own.read.span.end), false);
    pieces
}
