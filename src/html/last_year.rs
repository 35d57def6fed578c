//! The page of what a report tells of what the one of the year before undertook: the words of both, side by side. Rates nothing.

use std::collections::BTreeSet;

use serde::Serialize;

use super::heading::heading;
use super::page_view::{PageMeta, report_view};
use super::page_writer::PageWriter;
use super::promises::{ClausePiece, pieces};
use super::report_words::ReportWords;
use super::view::{Download, Link, PageView};
use super::{downloads, lists};
use crate::follow_up::Verdict;
use crate::site::{FigureIndex, LastYear, NumberAnswer, ReportSite, Route, UndertakingSite};

#[derive(Serialize)]
struct LastYearView {
    page: PageView,
    /// The report that undertook, and its year.
    older: Link,
    older_year: u64,
    newer_year: u64,
    is_withdrawn: bool,
    /// How many undertakings there are; of how many the same measure is printed, of how many something else is said, of how many nothing
    /// was found.
    count: usize,
    same: usize,
    spoken: usize,
    not_found: usize,
    sections: Vec<SectionUndertakings>,
    downloads: Vec<Download>,
}

/// The undertakings of a section of the older report, in its order.
#[derive(Serialize)]
struct SectionUndertakings {
    section: Link,
    /// Its title as HTML that says where a line may end.
    heading: String,
    undertakings: Vec<UndertakingView>,
}

/// An undertaking with what is said of it.
#[derive(Serialize)]
struct UndertakingView {
    /// What it is about, where that stands in an earlier clause of its sentence.
    about: String,
    /// The clause, cut where its numbers begin and end.
    pieces: Vec<ClausePiece>,
    href: String,
    /// What is said of it, in words of the interface: for the filter.
    told: String,
    /// Numbers beside numbers.
    pairs: Vec<PairView>,
    /// The sentences of the newer report; none where nothing was found.
    sentences: Vec<SaidView>,
}

/// A target and the results beside it.
#[derive(Serialize)]
struct PairView {
    target: AmountView,
    results: Vec<AmountView>,
}

/// A number with the name that its report gives it.
#[derive(Serialize)]
struct AmountView {
    indicator: String,
    words: String,
    href: String,
}

/// A sentence with its place.
#[derive(Serialize)]
struct SaidView {
    words: String,
    href: String,
}

/// How the newer report speaks of an undertaking: the nearest of its answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Same,
    Spoken,
    None,
}

impl Told {
    fn of(own: &UndertakingSite) -> Told {
        let says = |verdict: Verdict| own.answers.iter().any(|answer| answer.verdict == verdict);
        match () {
            () if says(Verdict::Same) => Told::Same,
            () if says(Verdict::Related) || says(Verdict::Words) => Told::Spoken,
            () => Told::None,
        }
    }
}

/// The way from `here` to the page that stands at `route`.
pub(super) fn link(told: &LastYear<'_>, route: &Route, here: &Route) -> Link {
    let (year, n) = (told.older.manuscript.title_page.year.unwrap_or_default(), told.undertakings.len());
    let text = told.newer.words.fill("overview.last_year", &[("year", &year), ("n", &n)]);
    Link::away(&text, here.link(route, ""))
}

/// Renders the page.
pub(super) fn page(told: &LastYear<'_>, out: &PageWriter<'_>) -> anyhow::Result<()> {
    let report = told.newer;
    let here = &report.last_year_route();
    let words = report.words;
    let title = words.get("last_year.title");
    let [older, newer] = [told.older, told.newer].map(|report| report.manuscript.title_page.full_title());
    let year_of = |report: &ReportSite<'_>| report.manuscript.title_page.year.unwrap_or_default();
    let count = |wanted: Told| told.undertakings.iter().filter(|own| Told::of(own) == wanted).count();
    let description = words.fill("last_year.description", &[("older", &older), ("newer", &newer)]);
    let view = LastYearView {
        older: Link::away(&older, here.link(&told.older.route, "")),
        older_year: year_of(told.older),
        newer_year: year_of(told.newer),
        is_withdrawn: told.older.manuscript.title_page.is_withdrawn(),
        count: told.undertakings.len(),
        same: count(Told::Same),
        spoken: count(Told::Spoken),
        not_found: count(Told::None),
        sections: sections(told, here),
        downloads: downloads::of_last_year(report, here),
        page: report_view(report, out, PageMeta::derived(report, (here, title), description, "DS", out)),
    };
    let shown = view.sections.iter().fold(ReportWords::default(), |shown, section| {
        let own = section.undertakings.iter().flat_map(UndertakingView::shown);
        shown.block(std::iter::once(section.section.text.clone()).chain(own))
    });
    out.report_page("last-year.html", &view, here, &shown)
}

fn sections(told: &LastYear<'_>, here: &Route) -> Vec<SectionUndertakings> {
    let older = told.older;
    let page_of = |own: &UndertakingSite| {
        let commitment = &older.commitments[own.commitment];
        older.under(commitment.page, commitment.leaf)
    };
    let groups = told.undertakings.chunk_by(|one, next| page_of(one) == page_of(next));
    let mut shown = BTreeSet::new();
    let section = |group: &[UndertakingSite]| {
        let own = &older.pages[page_of(&group[0])];
        let title = lists::title(own.page, older.words);
        SectionUndertakings {
            heading: heading("", &title, &older.binding),
            section: Link::away(title, here.link(&own.route, "")),
            undertakings: group.iter().map(|own| undertaking(told, own, here, &mut shown)).collect(),
        }
    };
    groups.map(section).collect()
}

/// An undertaking. A sentence that has a page full of numbers stands under the first of them; the others lead to it. `shown` are the
/// addresses of those that stand on the page already.
fn undertaking(
    told: &LastYear<'_>,
    own: &UndertakingSite,
    here: &Route,
    shown: &mut BTreeSet<String>,
) -> UndertakingView {
    let (older, commitment) = (told.older, &told.older.commitments[own.commitment]);
    let mut sentences: Vec<SaidView> = Vec::new();
    for answer in &own.answers {
        let Some(said) = said(told.newer, answer, here) else { continue };
        let again = sentences.iter().any(|known| known.href == said.href);
        let led_to = answer.verdict == Verdict::Same && shown.contains(&said.href);
        if !again && !led_to {
            shown.insert(said.href.clone());
            sentences.push(said);
        }
    }
    let pair = |answer: &NumberAnswer| {
        let target = answer.target.filter(|_| answer.verdict == Verdict::Same)?;
        let results = answer.results.iter().map(|index| amount(told.newer, *index, here)).collect();
        Some(PairView { target: amount(older, target, here), results })
    };
    UndertakingView {
        about: older.said_before(commitment).unwrap_or_default().to_owned(),
        pieces: pieces(older, commitment),
        href: here.link(&older.pages[commitment.page].route, &commitment.sentence),
        told: older
            .words
            .get(match Told::of(own) {
                Told::Same => "last_year.told_same",
                Told::Spoken => "last_year.told_spoken",
                Told::None => "last_year.told_none",
            })
            .to_owned(),
        pairs: own.answers.iter().filter_map(pair).collect(),
        sentences,
    }
}

fn amount(report: &ReportSite<'_>, index: FigureIndex, here: &Route) -> AmountView {
    let own = &report.figures[index.0];
    AmountView {
        indicator: own.row.indicator.clone(),
        words: own.said(),
        href: here.link(&report.pages[own.page].route, &own.row.id),
    }
}

/// The sentence of an answer; of a figure in a table its row has none.
fn said(report: &ReportSite<'_>, answer: &NumberAnswer, here: &Route) -> Option<SaidView> {
    let place = answer.sentence?;
    let href = here.link(&report.pages[place.page].route, report.sentence_id(place));
    Some(SaidView { words: report.sentence_words(place).to_owned(), href })
}

impl UndertakingView {
    /// The words of both reports, in the order of the page.
    fn shown(&self) -> Vec<String> {
        let clause = self.pieces.iter().map(|piece| piece.words.as_str()).collect();
        let amount = |own: &AmountView| [own.indicator.clone(), own.words.clone()];
        let pair =
            |pair: &PairView| std::iter::once(&pair.target).chain(&pair.results).flat_map(amount).collect::<Vec<_>>();
        let said = self.sentences.iter().map(|said| said.words.clone());
        [self.about.clone(), clause].into_iter().chain(self.pairs.iter().flat_map(pair)).chain(said).collect()
    }
}
