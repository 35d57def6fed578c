//! Reports of one place and one kind, year by year: from a page of one to the same page of the year before and after. Holds no words.

use std::collections::{BTreeMap, BTreeSet};

use super::last_year::{LastYear, last_year};
use super::over_years::over_years;
use super::printed_statistic::PrintedStatistic;
use super::report_site::ReportSite;
use super::route::Route;
use super::site_routes::years_route;
use super::term_changes::{TermChanges, term_changes};

/// A report's place in the series of its place and kind.
#[derive(Debug, Default)]
pub struct InSeries<'s> {
    /// The reports next to it.
    pub neighbours: Neighbours,
    /// What it tells of what the one of the year before undertook.
    pub last_year: Option<LastYear<'s>>,
    /// What became of the terms of the one of the year before.
    pub terms: Option<TermChanges<'s>>,
    /// The page of the key statistics of all of them, where there is one.
    pub over_years: Option<Route>,
}

/// The reports of the series that stand next to one.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    /// The last one before it.
    pub older: Option<Neighbour>,
    /// The first one after it.
    pub newer: Option<Neighbour>,
}

/// Another report of the series, as the pages of its neighbours see it.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// Whose tasks it sets.
    pub year: u64,
    /// Whether it is no longer in force.
    pub is_withdrawn: bool,
    /// Its page of what the year before it undertook, where it has one.
    pub last_year: Option<Route>,
    /// Its overview.
    route: Route,
    /// The paths of its pages below the overview.
    pages: BTreeSet<String>,
    /// The headings of its pages, those alone that it has once, with their paths.
    sections: BTreeMap<String, String>,
}

/// The reports of one place and kind, each with its neighbours, in the order given. A report without a year stands in no series, and of
/// two of one year nobody can say which is meant: neither does. Not all of a series need be there, but the neighbours of those that
/// are asked for; so the page of the key statistics of all, `over_years`, is for the caller to know ([`over_years_route`]).
pub fn series<'s>(reports: &[&'s ReportSite<'s>], over_years: Option<&Route>) -> Vec<InSeries<'s>> {
    let year_of = |report: &ReportSite<'_>| report.manuscript.title_page.year;
    let mut by_year: BTreeMap<u64, Vec<&'s ReportSite<'s>>> = BTreeMap::new();
    for report in reports {
        if let Some(year) = year_of(report) {
            by_year.entry(year).or_default().push(report);
        }
    }
    by_year.retain(|_, reports| reports.len() == 1);
    let mut told: BTreeMap<u64, LastYear<'s>> = BTreeMap::new();
    for (year, own) in &by_year {
        let older = year.checked_sub(1).and_then(|before| by_year.get(&before));
        told.extend(older.and_then(|older| Some((*year, last_year(older[0], own[0])?))));
    }
    let of = |year: &u64| Neighbour::of(*year, by_year[year][0], told.contains_key(year));
    let next_to = |year: u64| Neighbours {
        older: by_year.range(..year).next_back().map(|(year, _)| of(year)),
        newer: by_year.range(year + 1..).next().map(|(year, _)| of(year)),
    };
    let in_series = |report: &&ReportSite<'_>| year_of(report).filter(|year| by_year.contains_key(year));
    let neighbours: Vec<Neighbours> =
        reports.iter().map(|report| in_series(report).map(next_to).unwrap_or_default()).collect();
    let last = reports.iter().map(|report| in_series(report).and_then(|year| told.remove(&year)));
    let over_years = reports.iter().map(|report| in_series(report).and_then(|_| over_years.cloned()));
    let before = |report: &&'s ReportSite<'s>| by_year.get(&in_series(report)?.checked_sub(1)?).map(|own| own[0]);
    let terms = reports.iter().map(|report| term_changes(before(report)?, report));
    let all = neighbours.into_iter().zip(last).zip(over_years).zip(terms);
    let in_series =
        all.map(|(((neighbours, last_year), over_years), terms)| InSeries { neighbours, last_year, terms, over_years });
    in_series.collect()
}

/// One report of a series: its year, its id, what it prints of key statistics.
pub type PrintedInYear<'s> = (u64, &'s str, &'s [PrintedStatistic]);

/// The page of the key statistics of all reports of a series, which come in the order of their years, where they print the same for two
/// years at least. It is called as their folders are, without the year (`zichuan` of `zichuan-2023`), else as the first of them.
pub fn over_years_route(reports: &[PrintedInYear<'_>]) -> Option<Route> {
    if over_years(&reports.iter().map(|(_, _, printed)| *printed).collect::<Vec<_>>()).is_empty() {
        return None;
    }
    let (year, first, _) = *reports.first()?;
    let stem = |year: u64, id: &str| id.strip_suffix(&format!("-{year}")).map(str::to_owned);
    let own = stem(year, first).filter(|name| {
        let is_year = name.bytes().all(|b| b.is_ascii_digit());
        !is_year && reports.iter().all(|(year, id, _)| stem(*year, id).as_ref() == Some(name))
    });
    Some(years_route().child(&format!("{}/", own.unwrap_or_else(|| first.to_owned()))))
}

impl Neighbour {
    fn of(year: u64, report: &ReportSite<'_>, tells: bool) -> Neighbour {
        let path = |route: &Route| route.below(&report.route).unwrap_or_default().to_owned();
        Neighbour {
            year,
            is_withdrawn: report.manuscript.title_page.is_withdrawn(),
            last_year: tells.then(|| report.last_year_route()),
            route: report.route.clone(),
            pages: report.routes(tells).iter().map(path).collect(),
            sections: headings(report).into_iter().map(|(heading, route)| (heading, path(route))).collect(),
        }
    }

    /// The page of this report that is the same as `here` of `report`, and the place on it: the same topic, the section of the same
    /// heading. Where it has none, the list that such pages stand in, and else its contents.
    pub fn same_page(&self, report: &ReportSite<'_>, here: &Route) -> (Route, &'static str) {
        let Some(path) = here.below(&report.route) else { return (self.route.clone(), "") };
        let list = |route: &Route| route.below(&report.route).unwrap_or_default().to_owned();
        let is_figure = report.figures.iter().any(|own| own.row.id == path.trim_end_matches('/'));
        let wanted = if report.pages.iter().any(|own| own.route == *here && !own.page.id.is_opening()) {
            let heading = headings(report).into_iter().find(|(_, route)| *route == here);
            heading.and_then(|(heading, _)| self.sections.get(&heading).cloned()).into_iter().collect()
        } else if report.charts.iter().any(|own| own.route == *here) {
            // Two charts of one id may draw different things.
            vec![list(&report.charts_route())]
        } else if is_figure {
            vec![list(&report.figures_route())]
        } else if report.by_topic.topics.iter().any(|own| own.route == *here) {
            vec![path.to_owned(), list(&report.topics_route())]
        } else {
            vec![path.to_owned()]
        };
        let found = wanted.into_iter().find(|path| self.pages.contains(path));
        found.map_or_else(|| (self.route.clone(), "contents"), |path| (self.route.child(&path), ""))
    }
}

/// The headings of the pages of a report without the numbers in them, which are years most often; those alone that it has once.
fn headings<'r>(report: &'r ReportSite<'_>) -> BTreeMap<String, &'r Route> {
    let mut found: BTreeMap<String, Vec<&Route>> = BTreeMap::new();
    for own in report.pages.iter().filter(|own| !own.page.id.is_opening()) {
        let heading = own.page.title.chars().filter(|c| !c.is_ascii_digit()).collect();
        found.entry(heading).or_default().push(&own.route);
    }
    found.into_iter().filter(|(_, routes)| routes.len() == 1).map(|(heading, routes)| (heading, routes[0])).collect()
}
