//! What a report says of what the one of the year before undertook: every commitment of that one with its answers. Rates nothing.

use super::as_found::{as_found, words_of};
use super::figure_site::{FigureIndex, FigureSite};
use super::report_site::ReportSite;
use super::spoken::dated;
use crate::figures::pairs::Stated;
use crate::figures::{Figure, Status};
use crate::follow_up::{Account, Undertaking, Verdict, answers};
use crate::text::Span;

/// Two reports of one place, a year apart, and what the newer one says of what the older one undertook.
#[derive(Debug)]
pub struct LastYear<'s> {
    /// The report that undertook.
    pub older: &'s ReportSite<'s>,
    /// The report that tells.
    pub newer: &'s ReportSite<'s>,
    /// The commitments of the older one that are for its year, in their order.
    pub undertakings: Vec<UndertakingSite>,
}

/// A commitment of the older report with what the newer one says of it.
#[derive(Debug)]
pub struct UndertakingSite {
    /// Index into [`ReportSite::commitments`] of the older one.
    pub commitment: usize,
    /// For each number that can be compared, else for the whole.
    pub answers: Vec<NumberAnswer>,
}

/// What the newer report says of one number, or of a commitment without.
#[derive(Debug)]
pub struct NumberAnswer {
    /// The target in the older report.
    pub target: Option<FigureIndex>,
    /// How it is spoken of.
    pub verdict: Verdict,
    /// The results in the newer report.
    pub results: Vec<FigureIndex>,
    /// The sentence of the newer report that says it.
    pub sentence: Option<SentencePlace>,
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentencePlace {
    /// Index into [`ReportSite::pages`].
    pub page: usize,
    /// Index into [`PageSite::leaves`](super::PageSite::leaves).
    pub leaf: usize,
    /// The sentence, in the leaf.
    pub span: Span,
}

/// A figure as the rules take it.
struct Taken {
    index: FigureIndex,
    figure: Figure,
}

/// What `newer` says of what `older` undertook; `None` unless both are of years that follow one another and there is something to tell.
pub fn last_year<'s>(older: &'s ReportSite<'s>, newer: &'s ReportSite<'s>) -> Option<LastYear<'s>> {
    let year = older.manuscript.title_page.year?;
    if newer.manuscript.title_page.year != Some(year + 1) || older.commitments.is_empty() {
        return None;
    }
    let (targets, results) = (taken(older, Status::Target, year), taken(newer, Status::Actual, year));
    let sentences = sentences_looking_back(newer, year);
    let account = Account {
        sentences: sentences.iter().map(|place| newer.sentence_words(*place)).collect(),
        results: results.iter().map(|own| stated(newer, own)).collect(),
    };
    let own_targets: Vec<Vec<&Taken>> =
        (0..older.commitments.len()).map(|at| targets_in(older, at, &targets)).collect();
    let undertakings: Vec<Undertaking<'_>> = (older.commitments.iter().zip(&own_targets))
        .map(|(own, targets)| Undertaking {
            object: &own.read.object,
            targets: targets.iter().map(|own| stated(older, own)).collect(),
        })
        .collect();
    let told = answers(&undertakings, &account).into_iter().zip(&own_targets).enumerate();
    let undertakings = told.map(|(commitment, (answers, targets))| {
        let answers = answers.into_iter().map(|answer| {
            let found: Vec<FigureIndex> = answer.results.iter().map(|at| results[*at].index).collect();
            let of_first = || found.first().and_then(|index| newer.sentence_of(*index));
            let sentence = answer.sentence.map(|at| sentences[at]).or_else(of_first);
            let target = answer.target.map(|at| targets[at].index);
            NumberAnswer { target, verdict: answer.verdict, results: found, sentence }
        });
        UndertakingSite { commitment, answers: answers.collect() }
    });
    Some(LastYear { older, newer, undertakings: undertakings.collect() })
}

impl ReportSite<'_> {
    /// The words of a sentence.
    pub fn sentence_words(&self, place: SentencePlace) -> &str {
        place.span.of(&self.pages[place.page].page.text.leaves()[place.leaf].text).trim()
    }

    /// The id of a sentence on its page.
    pub fn sentence_id(&self, place: SentencePlace) -> &str {
        self.pages[place.page].leaves[place.leaf].sentence_at(place.span.start)
    }

    /// The sentence that states a figure; `None` for one in a cell of a table.
    pub fn sentence_of(&self, index: FigureIndex) -> Option<SentencePlace> {
        let FigureSite { page, leaf, span, .. } = self.figures[index.0];
        let (sentence, _) = self.pages[page].leaves[leaf].sentence_over(span.start)?;
        Some(SentencePlace { page, leaf, span: *sentence })
    }
}

/// The figures of a report of this status and of no other year, of which nothing is in doubt.
fn taken(report: &ReportSite<'_>, status: Status, year: u64) -> Vec<Taken> {
    let period = year.to_string();
    let is = |(_, own): &(usize, &FigureSite)| {
        own.row.status == status && own.row.period == period && !own.row.is_in_doubt()
    };
    let figures = report.figures.iter().enumerate().filter(is);
    figures.map(|(at, own)| Taken { index: FigureIndex(at), figure: as_found(own, &report.pages) }).collect()
}

fn stated<'a>(report: &'a ReportSite<'_>, own: &'a Taken) -> Stated<'a> {
    Stated { figure: &own.figure, paragraph: words_of(&report.figures[own.index.0], &report.pages) }
}

/// The targets among the numbers of a commitment.
fn targets_in<'t>(report: &ReportSite<'_>, commitment: usize, targets: &'t [Taken]) -> Vec<&'t Taken> {
    let own = &report.commitments[commitment];
    let within = |target: &&Taken| {
        let figure = &report.figures[target.index.0];
        let measures =
            || own.read.measures.iter().any(|number| figure.span.start < number.end && number.start < figure.span.end);
        figure.page == own.page && figure.leaf == own.leaf && measures()
    };
    targets.iter().filter(within).collect()
}

/// The sentences of a report that tell of what was done in the year before, in the order of the text. What tells of several years
/// together tells of none of them.
fn sentences_looking_back(report: &ReportSite<'_>, year: u64) -> Vec<SentencePlace> {
    let spans_years = |place: &SentencePlace| {
        let within = |own: &&FigureSite| place.span.start <= own.span.start && own.span.start < place.span.end;
        let own = report.figures.iter().filter(|own| own.page == place.page && own.leaf == place.leaf);
        own.filter(within).any(|own| own.row.period.contains('-'))
    };
    let mut found = Vec::new();
    for own in dated(&report.manuscript.title_page, &report.pages) {
        let several = own.years.is_some_and(|(first, last)| first != last || u64::from(last) != year);
        if own.status == Status::Actual && !several {
            let sentences = report.pages[own.page].leaves[own.leaf].sentences.iter();
            let places = sentences.map(|(span, _)| SentencePlace { page: own.page, leaf: own.leaf, span: *span });
            found.extend(places.filter(|place| !spans_years(place)));
        }
    }
    found
}
