//! What stands on the pictures that messengers show beside a link, and where these pictures lie.

use std::collections::BTreeSet;

use super::figure_site::FigureIndex;
use super::report_site::ReportSite;
use super::route::Route;
use super::site_info::SiteInfo;
use super::summary::ReportSummary;
use super::topic_site::{topic_route, topic_title};
use crate::topics::Topic;

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
}

impl Route {
    /// The picture of this page, if it has one.
    pub fn share_image(&self) -> Route {
        let path = self.path();
        Route::file(format!("{}preview.png", path.strip_suffix("index.html").unwrap_or_default()))
    }
}

/// The pictures that belong to no report: that of the site itself, and one for each topic that some of `reports` have a page of. Its words
/// are the same in all of them, so it is one for all.
pub fn site_share_images(reports: &[ReportSummary], site_info: &SiteInfo) -> Vec<ShareImage> {
    let settings = &site_info.settings;
    let own = ShareImage {
        route: Route::root().share_image(),
        over: String::new(),
        headline: Headline::Masthead(settings.title.clone()),
        under: not_empty([&settings.description]),
        site: settings.publisher.name.clone(),
    };
    let pages: BTreeSet<&Route> = reports.iter().flat_map(|report| &report.routes).collect();
    let is_told = |topic: &&Topic| reports.iter().any(|report| pages.contains(&topic_route(&report.id, topic)));
    let of_topic = |topic: &Topic| ShareImage {
        route: topic_share_image(topic),
        over: String::new(),
        headline: Headline::Title { number: String::new(), title: topic_title(topic, &site_info.words).to_owned() },
        under: Vec::new(),
        site: settings.title.clone(),
    };
    std::iter::once(own).chain(site_info.topics.topics.iter().filter(is_told).map(of_topic)).collect()
}

/// The picture for the pages of a topic, whichever report they are of.
pub fn topic_share_image(topic: &Topic) -> Route {
    Route::file(format!("assets/topics/{}.png", topic.slug))
}

impl ReportSite<'_> {
    /// The picture for the page of a figure: that of the first chart that draws it, else that of the page that states it.
    pub fn figure_share_image(&self, figure: FigureIndex) -> Route {
        let own = &self.figures[figure.0];
        let chart = own.charts.first().map(|chart| &self.charts[*chart].route);
        chart.unwrap_or(&self.pages[own.page].route).share_image()
    }

    /// The pictures of the report's pages: of the overview, of each part and section, of each chart. The other pages have one of these, or
    /// that of their topic: what stands on a picture stands on no other.
    pub fn share_images(&self, site_info: &SiteInfo) -> Vec<ShareImage> {
        let of = |route: &Route, headline: Headline, under: String| ShareImage {
            route: route.share_image(),
            over: self.manuscript.title_page.full_title(),
            headline,
            under: not_empty([under]),
            site: site_info.settings.title.clone(),
        };
        let mut share_images = vec![self.overview(site_info)];
        for own in self.pages.iter().filter(|own| !own.page.id.is_opening()) {
            let part = self.pages.iter().find(|page| own.page.id.is_section_of(&page.page.id));
            let part = part.map_or(String::new(), |part| part.page.name());
            let title =
                Headline::Title { number: own.page.number.clone(), title: own.page.title_in_lists().to_owned() };
            share_images.push(of(&own.route, title, part));
        }
        for own in &self.charts {
            let title = Headline::Title { number: String::new(), title: own.chart.title.clone() };
            share_images.push(of(&own.route, title, own.chart.subject.clone()));
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
