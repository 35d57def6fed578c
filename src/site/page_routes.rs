//! Where the pages of a report stand.

use super::figure_site::FigureIndex;
use super::report_site::ReportSite;
use super::route::Route;

impl ReportSite<'_> {
    /// The page that holds the whole text.
    pub fn full_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "full"])
    }

    /// The glossary page.
    pub fn glossary_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "glossary"])
    }

    /// The page of all figures.
    pub fn figures_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "figures"])
    }

    /// The page of a figure, where it has one.
    ///
    /// # Panics
    /// When there is no such figure.
    pub fn figure_page(&self, figure: FigureIndex) -> Option<Route> {
        let own = &self.figures[figure.0];
        own.has_page.then(|| Route::page(&[&self.manuscript.id, &own.row.id]))
    }

    /// The link from `here` to what is told of a figure: its page, else its row in the table of all.
    ///
    /// # Panics
    /// When there is no such figure.
    pub fn figure_link(&self, here: &Route, figure: FigureIndex) -> String {
        match self.figure_page(figure) {
            Some(own) => here.link(&own, ""),
            None => here.link(&self.figures_route(), &self.figures[figure.0].row.id),
        }
    }

    /// The page of what the report undertakes for its year.
    pub fn promises_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "promises"])
    }

    /// The page of what it tells of what the report of the year before undertook.
    pub fn last_year_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "last-year"])
    }

    /// The page that searches this report.
    pub fn search_route(&self) -> Route {
        search_route(&self.manuscript.id)
    }

    /// The list of topics; the page of each is in its [`super::TopicSite`].
    pub fn topics_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "topics"])
    }

    /// The list of charts.
    pub fn charts_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "charts"])
    }

    /// Every page of the report, the overview first, in the order in which one reads; with the one of last year where it has it.
    pub fn routes(&self, tells_of_last_year: bool) -> Vec<Route> {
        let mut routes = vec![self.route.clone()];
        routes.extend(self.pages.iter().filter(|page| !page.page.id.is_opening()).map(|page| page.route.clone()));
        routes.push(self.full_route());
        if self.manuscript.glossary.is_some() {
            routes.push(self.glossary_route());
        }
        if !self.by_topic.topics.is_empty() {
            routes.push(self.topics_route());
            routes.extend(self.by_topic.topics.iter().map(|topic| topic.route.clone()));
        }
        if !self.charts.is_empty() {
            routes.push(self.charts_route());
            routes.extend(self.charts.iter().map(|chart| chart.route.clone()));
        }
        if !self.figures.is_empty() {
            routes.push(self.figures_route());
            routes.extend((0..self.figures.len()).filter_map(|at| self.figure_page(FigureIndex(at))));
        }
        if !self.commitments.is_empty() {
            routes.push(self.promises_route());
        }
        routes.extend(tells_of_last_year.then(|| self.last_year_route()));
        routes.push(self.search_route());
        routes
    }
}

/// The page that searches the report `report`.
pub(super) fn search_route(report: &str) -> Route {
    Route::page(&[report, "search"])
}

/// The page of the text with the address `page`; the opening stands on the overview.
pub(super) fn address_route(report: &str, page: &str) -> Route {
    if page == OPENING { Route::page(&[report]) } else { Route::page(&[report, page]) }
}

/// The address of the opening, as [`PageId::is_opening`](crate::content::PageId::is_opening) knows it.
const OPENING: &str = "0";
