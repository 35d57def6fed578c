//! The small index of all reports: what the pages of the whole site must know of each.

use serde::{Deserialize, Serialize};

use super::alias_site::AliasSite;
use super::figure_site::FigureIndex;
use super::files::data_file;
use super::page_routes::search_route;
use super::printed_statistic::PrintedStatistic;
use super::report_site::{ChartSite, ReportSite};
use super::route::Route;
use super::series::InSeries;
use crate::chart;
use crate::content::{Notice, NoticeKind};
use crate::figures::key_statistics;
use crate::places;
use crate::report::ReportKind;

/// One report as the pages of the whole site see it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ReportSummary {
    /// The folder's name.
    pub id: String,
    /// Of which kind it is.
    pub kind: ReportKind,
    /// Place, year and title.
    pub title: String,
    /// The title alone, as it is printed.
    pub own_title: String,
    /// The place; empty when not known.
    pub place: String,
    /// The year.
    pub year: Option<u64>,
    /// The day of delivery, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// What happened to it since, the latest first.
    pub notices: Vec<Notice>,
    /// Session and speaker, for lists.
    pub occasion: String,
    /// What it is after first of all: the first of its headline targets, else of its first chart.
    pub headline: Vec<KeyFigure>,
    /// How many figures, commitments, terms and charts it has.
    pub figures: usize,
    #[allow(missing_docs)]
    pub commitments: usize,
    #[allow(missing_docs)]
    pub terms: usize,
    #[allow(missing_docs)]
    pub charts: usize,
    /// How many topics it says something of.
    pub topics: usize,
    /// What it prints of key statistics.
    pub statistics: Vec<PrintedStatistic>,
    /// The page of these over the years, where its place has it.
    pub over_years: Option<Route>,
    /// Whether it tells of what the report of the year before undertook.
    pub tells_of_last_year: bool,
    /// The first and the last year that its figures are about.
    pub years: Option<(u16, u16)>,
    /// Where the source was published; empty when not known.
    pub source_url: String,
    /// The digest of the source as published, when it lies beside.
    pub sha256: Option<String>,
    /// What is searched of it.
    pub searched: SearchedText,
    /// Its pages, the overview first.
    pub routes: Vec<Route>,
    /// Other addresses that lead to them.
    pub aliases: Vec<AliasSite>,
}

/// Where that which is searched of a report lies.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct SearchedText {
    /// The sentences, and how many bytes they are.
    pub data: Route,
    #[allow(missing_docs)]
    pub bytes: usize,
    /// The characters and pairs of characters in them; in a library.
    pub keys: Route,
    /// The traditional characters in them, each with its simplified form behind it.
    pub script: String,
}

/// A place as what tells reports of one place from those of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seat<'a> {
    /// A place of the published lists, by the code that it has today.
    Listed(u32),
    /// Another, by its name.
    Named(&'a str),
    /// None is known.
    Unknown,
}

impl<'a> Seat<'a> {
    /// One value for all names of a place: the code that it has today where the lists know it, else its name, and none where no place
    /// is known. They sort in this order.
    pub fn of(place: &'a str) -> Seat<'a> {
        match places::find(place) {
            Some(found) => Seat::Listed(found.today().code()),
            None if place.is_empty() => Seat::Unknown,
            None => Seat::Named(place),
        }
    }

    /// The names of what a listed place lies in, the province first and the place itself last; none for the whole country.
    pub fn lineage(self) -> Vec<&'static str> {
        let Seat::Listed(code) = self else { return Vec::new() };
        let own = places::divisions().iter().find(|place| place.code() == code && place.is_of_today());
        let mut names: Vec<&str> = std::iter::successors(own, |place| place.parent())
            .filter(|place| !place.is_nation())
            .map(places::Division::name)
            .collect();
        names.reverse();
        names
    }
}

/// A key figure of a report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeyFigure {
    /// What is measured.
    pub indicator: String,
    /// The report's own words.
    pub words: String,
    /// The page and the id of the words.
    pub at: (Route, String),
}

/// How many key figures a summary holds.
const HEADLINES: usize = 2;

impl ReportSummary {
    /// The summary of a report.
    pub fn of(site: &ReportSite<'_>, series: &InSeries<'_>, searched: SearchedText) -> ReportSummary {
        let page = &site.manuscript.title_page;
        let speaker = [page.office.as_str(), page.speaker.as_str()].join(" ");
        let occasion = [page.meeting.as_str(), speaker.trim()].join("　");
        ReportSummary {
            id: site.manuscript.id.clone(),
            kind: page.kind,
            title: page.full_title(),
            own_title: page.title.clone(),
            place: page.place.clone(),
            year: page.year,
            date: page.date.clone(),
            notices: page.notices.clone(),
            occasion: occasion.trim().to_owned(),
            headline: site.key_figures().into_iter().take(HEADLINES).map(|figure| site.headline(figure)).collect(),
            figures: site.figures.len(),
            commitments: site.commitments.len(),
            terms: site.terms.len(),
            charts: site.charts.len(),
            topics: site.by_topic.topics.len(),
            statistics: site.printed_statistics(),
            over_years: series.over_years.clone(),
            tells_of_last_year: series.last_year.is_some(),
            years: site.years(),
            source_url: page.source_url.clone(),
            sha256: site.source_digest.clone(),
            searched,
            routes: site.routes(series.last_year.is_some()),
            aliases: site.aliases(),
        }
    }

    /// The place whose report it is.
    pub fn seat(&self) -> Seat<'_> {
        Seat::of(&self.place)
    }

    /// The day of the report or of what was last said of it, `YYYY-MM-DD`.
    pub fn latest(&self) -> Option<&str> {
        let notices = self.notices.iter().map(|notice| notice.date.as_str());
        notices.chain(self.date.as_deref()).max()
    }

    /// Whether it is no longer in force.
    pub fn is_withdrawn(&self) -> bool {
        self.notices.iter().any(|notice| notice.kind == NoticeKind::Withdrawal)
    }

    /// The gravest thing that happened to it.
    pub fn gravest(&self) -> Option<NoticeKind> {
        self.notices.iter().map(|notice| notice.kind).max()
    }

    /// Whether its words were compared with a source: a site that fails the proof is never made.
    pub fn is_proven(&self) -> bool {
        self.sha256.is_some()
    }

    /// The report's overview.
    pub fn route(&self) -> Route {
        Route::page(&[&self.id])
    }

    /// The page that searches the report.
    pub fn search_route(&self) -> Route {
        search_route(&self.id)
    }

    /// The report's file `name` for machines.
    pub fn data_file(&self, name: &str) -> Route {
        data_file(&self.id, name)
    }
}

impl ReportSite<'_> {
    /// The chart that says what the report is after: its headline targets, else its first chart.
    pub fn key_chart(&self) -> Option<&ChartSite> {
        self.charts.iter().find(|chart| chart.chart.kind == chart::Kind::Targets).or(self.charts.first())
    }

    /// The figures of the key chart, in its order; of a row that sets what is planned beside what was done, what is planned. One whose
    /// words do not say that it is a change is none: off the chart nothing else says it.
    pub fn key_figures(&self) -> Vec<FigureIndex> {
        let Some(chart) = self.key_chart() else { return Vec::new() };
        let figures = chart.rows.iter().filter_map(|row| row.last().copied());
        let says_itself = |index: &FigureIndex| {
            let row = &self.figures[index.0].row;
            key_statistics::says_itself(row.kind, &row.said())
        };
        figures.filter(says_itself).collect()
    }

    fn headline(&self, index: FigureIndex) -> KeyFigure {
        let figure = &self.figures[index.0];
        KeyFigure {
            indicator: figure.row.indicator.clone(),
            words: figure.said(),
            at: (self.pages[figure.page].route.clone(), figure.row.id.clone()),
        }
    }

    /// The first and the last year that the figures are about.
    pub fn years(&self) -> Option<(u16, u16)> {
        let named = self.figures.iter().flat_map(|figure| figure.row.period.split('-'));
        let years = named.filter_map(|year| year.parse().ok()).filter(|year| (1000..=9999).contains(year));
        years.fold(None, |all, year: u16| {
            let (first, last) = all.unwrap_or((year, year));
            Some((first.min(year), last.max(year)))
        })
    }
}
