//! What stands on the pictures that messengers show beside a link, and where these pictures lie.

use super::figure_site::FigureIndex;
use super::report_site::ReportSite;
use super::route::Route;
use super::series::InSeries;
use super::site_info::SiteInfo;

/// The picture that a messenger shows beside a link to a page: the page's own title in large letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareImage {
    /// Where it lies.
    pub route: Route,
    /// What the page is part of, above; may be empty.
    pub over: String,
    /// What is seen first.
    pub headline: Headline,
    /// What is good to know besides, below, a line each; may be empty.
    pub under: Vec<String>,
    /// The name of the site, at the foot.
    pub site: String,
}

/// The words in the middle of a [`ShareImage`], which are seen first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Headline {
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
    pub fn share_image(&self) -> Route {
        let path = self.path();
        Route::file(format!("{}preview.png", path.strip_suffix("index.html").unwrap_or_default()))
    }
}

/// The picture of the site itself, for the pages that belong to no report.
pub fn site_share_image(site_info: &SiteInfo) -> ShareImage {
    let settings = &site_info.settings;
    ShareImage {
        route: Route::root().share_image(),
        over: String::new(),
        headline: Headline::Masthead(settings.title.clone()),
        under: not_empty([&settings.description]),
        site: settings.publisher.name.clone(),
    }
}

impl ReportSite<'_> {
    /// The picture for the page of a figure: its own when a chart draws the figure, else that of the page that states it.
    /// A report has hundreds of figures; those on charts are the ones that are passed on.
    pub fn figure_share_image(&self, figure: FigureIndex) -> Route {
        let own = &self.figures[figure.0];
        if own.is_drawn() { self.figure_route(figure).share_image() } else { self.pages[own.page].route.share_image() }
    }

    /// The pictures of the report's pages. The full text has none: it is the report, and so is the overview.
    pub fn share_images(&self, series: &InSeries<'_>, site_info: &SiteInfo) -> Vec<ShareImage> {
        let of = |route: &Route, headline: Headline, under: &[String]| ShareImage {
            route: route.share_image(),
            over: self.manuscript.title_page.full_title(),
            headline,
            under: not_empty(under),
            site: site_info.settings.title.clone(),
        };
        let titled = |title: &str| Headline::Title { number: String::new(), title: title.to_owned() };
        let plain = |key: &str| titled(self.words.get(key));
        let count = |key: &str, n: usize| self.words.fill(key, &[("n", &n)]);
        let mut share_images = vec![self.overview(site_info)];
        for own in self.pages.iter().filter(|own| !own.page.id.is_opening()) {
            let part = self.pages.iter().find(|page| own.page.id.is_section_of(&page.page.id));
            let part = part.map_or(String::new(), |part| format!("{}{}", part.page.number, part.page.title));
            let title = Headline::Title { number: own.page.number.clone(), title: own.page.title.clone() };
            share_images.push(of(&own.route, title, &[part]));
        }
        if !self.terms.is_empty() {
            share_images.push(of(
                &self.glossary_route(),
                plain("glossary.title"),
                &[count("share_image.terms", self.terms.len())],
            ));
        }
        if !self.by_topic.topics.is_empty() {
            let under = count("share_image.topics", self.by_topic.topics.len());
            share_images.push(of(&self.topics_route(), plain("topics.title"), &[under]));
        }
        for own in &self.by_topic.topics {
            let under = count("share_image.sentences", own.sentences.len());
            share_images.push(of(&own.route, titled(own.title(self.words)), &[under]));
        }
        if !self.charts.is_empty() {
            share_images.push(of(
                &self.charts_route(),
                plain("charts.title"),
                &[count("share_image.charts", self.charts.len())],
            ));
        }
        for own in &self.charts {
            share_images.push(of(&own.route, titled(&own.chart.title), std::slice::from_ref(&own.chart.subject)));
        }
        if !self.figures.is_empty() {
            share_images.push(of(
                &self.figures_route(),
                plain("figures.title"),
                &[count("share_image.figures", self.figures.len())],
            ));
        }
        if !self.commitments.is_empty() {
            share_images.push(of(
                &self.promises_route(),
                plain("promises.title"),
                &[count("share_image.promises", self.commitments.len())],
            ));
        }
        if let Some(last) = &series.last_year {
            let under = count("share_image.promises", last.undertakings.len());
            share_images.push(of(&self.last_year_route(), plain("last_year.title"), &[under]));
        }
        for (at, own) in self.figures.iter().enumerate().filter(|(_, own)| own.is_drawn()) {
            let headline = Headline::Figure { indicator: own.row.indicator.clone(), words: own.row.said() };
            share_images.push(of(&self.figure_route(FigureIndex(at)), headline, &[own.dated(self.words)]));
        }
        share_images
    }

    fn overview(&self, site_info: &SiteInfo) -> ShareImage {
        let page = &self.manuscript.title_page;
        let over = not_empty([page.place_beside_title(), &page.year_beside_title()]);
        let speaker = format!("{} {}", page.office, page.speaker);
        ShareImage {
            route: self.route.share_image(),
            over: over.join(" "),
            headline: Headline::Masthead(page.title.clone()),
            under: not_empty([page.meeting.as_str(), speaker.trim()]),
            site: site_info.settings.title.clone(),
        }
    }
}

fn not_empty(words: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<String> {
    words.into_iter().map(|words| words.as_ref().to_owned()).filter(|words| !words.is_empty()).collect()
}
