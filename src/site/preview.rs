//! What stands on the pictures that messengers show beside a link, and where these pictures lie.

use super::{FigureIndex, ReportSite, Route, Shelf};

/// The picture that a messenger shows beside a link to a page: the page's own title in large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Where it lies.
    pub route: Route,
    /// What the page is part of, above; may be empty.
    pub over: String,
    /// What is seen first.
    pub motto: Motto,
    /// What is good to know besides, below, a line each; may be empty.
    pub under: Vec<String>,
    /// The name of the site, at the foot.
    pub site: String,
}

/// The words in the middle of a [`Preview`], which are seen first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Motto {
    /// The title of a document, as on a title page.
    Masthead(String),
    /// The title of a page, as printed.
    Title {
        /// `一、`; may be empty.
        number: String,
        /// The words after it.
        title: String,
    },
    /// A figure.
    Figure {
        /// What is measured.
        indicator: String,
        /// The report's own characters: `增长6.5%左右`.
        words: String,
    },
}

impl Route {
    /// The picture of this page, if it has one.
    pub fn preview(&self) -> Route {
        let path = self.path();
        Route::file(format!("{}preview.png", path.strip_suffix("index.html").unwrap_or_default()))
    }
}

/// The picture of the site itself, for the pages that belong to no report.
pub fn site_preview(shelf: &Shelf) -> Preview {
    let settings = &shelf.settings;
    Preview {
        route: Route::root().preview(),
        over: String::new(),
        motto: Motto::Masthead(settings.title.clone()),
        under: not_empty([&settings.description]),
        site: settings.publisher.name.clone(),
    }
}

impl ReportSite<'_> {
    /// The picture for the page of a figure: its own when a chart draws the figure, else that of the page that states it.
    /// A report has hundreds of figures; those on charts are the ones that are passed on.
    pub fn figure_preview(&self, figure: FigureIndex) -> Route {
        let own = &self.figures[figure.0];
        if own.is_drawn() { self.figure_route(figure).preview() } else { self.pages[own.page].route.preview() }
    }

    /// The pictures of the report's pages. The full text has none: it is the report, and so is the overview.
    pub fn previews(&self, shelf: &Shelf) -> Vec<Preview> {
        let of = |route: &Route, motto: Motto, under: &[String]| Preview {
            route: route.preview(),
            over: self.manuscript.title_page.full_title(),
            motto,
            under: not_empty(under),
            site: shelf.settings.title.clone(),
        };
        let titled = |title: &str| Motto::Title { number: String::new(), title: title.to_owned() };
        let plain = |key: &str| titled(self.words.get(key));
        let count = |key: &str, n: usize| self.words.fill(key, &[("n", &n)]);
        let mut previews = vec![self.overview(shelf)];
        for own in self.pages.iter().filter(|own| !own.page.id.is_opening()) {
            let part = self.pages.iter().find(|page| own.page.id.is_section_of(&page.page.id));
            let part = part.map_or(String::new(), |part| format!("{}{}", part.page.number, part.page.title));
            let title = Motto::Title { number: own.page.number.clone(), title: own.page.title.clone() };
            previews.push(of(&own.route, title, &[part]));
        }
        if !self.terms.is_empty() {
            previews.push(of(
                &self.glossary_route(),
                plain("glossary.title"),
                &[count("preview.terms", self.terms.len())],
            ));
        }
        if !self.charts.is_empty() {
            previews.push(of(
                &self.charts_route(),
                plain("charts.title"),
                &[count("preview.charts", self.charts.len())],
            ));
        }
        for own in &self.charts {
            previews.push(of(&own.route, titled(&own.chart.title), std::slice::from_ref(&own.chart.subject)));
        }
        if !self.figures.is_empty() {
            previews.push(of(
                &self.figures_route(),
                plain("figures.title"),
                &[count("preview.figures", self.figures.len())],
            ));
        }
        for (at, own) in self.figures.iter().enumerate().filter(|(_, own)| own.is_drawn()) {
            let motto = Motto::Figure { indicator: own.row.indicator.clone(), words: own.row.words.clone() };
            previews.push(of(&self.figure_route(FigureIndex(at)), motto, &[own.dated(self.words)]));
        }
        previews
    }

    fn overview(&self, shelf: &Shelf) -> Preview {
        let page = &self.manuscript.title_page;
        let year = page.year_in_words();
        // Some titles name the place and the year themselves.
        let new = |words: &&String| !page.title.contains(words.as_str());
        let over = not_empty([&page.place, &year].into_iter().filter(new));
        let speaker = format!("{} {}", page.office, page.speaker);
        Preview {
            route: self.route.preview(),
            over: over.join(" "),
            motto: Motto::Masthead(page.title.clone()),
            under: not_empty([page.meeting.as_str(), speaker.trim()]),
            site: shelf.settings.title.clone(),
        }
    }
}

fn not_empty(words: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    words.into_iter().map(|words| words.as_ref().to_owned()).filter(|words| !words.is_empty()).collect()
}
