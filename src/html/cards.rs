//! Reports as the lists of the site show them: title, place, year, what became of them, what they are after first of all.

use super::heading::heading;
use super::publisher;
use super::view::{CardView, KeyFigureView, Link};
use crate::content::NoticeKind;
use crate::site::{KeyFigure, ReportSummary, Route};
use crate::text::Binding;
use crate::words::Words;

pub(super) fn cards<'s>(
    reports: impl IntoIterator<Item = &'s ReportSummary>,
    words: &Words,
    here: &Route,
) -> Vec<CardView> {
    reports.into_iter().map(|report| card(report, words, here)).collect()
}

fn card(report: &ReportSummary, words: &Words, here: &Route) -> CardView {
    let mut binding = Binding::default();
    binding.know_names([report.place.as_str()]);
    CardView {
        notice: report.gravest().map_or("", NoticeKind::name),
        notice_label: report.gravest().map_or(String::new(), |kind| publisher::label(kind, words).to_owned()),
        title: report.title.clone(),
        heading: heading("", &report.title, &binding),
        href: here.link(&report.route(), ""),
        place: report.place.clone(),
        year: report.year.map_or(String::new(), |year| year.to_string()),
        date: report.date.clone().unwrap_or_default(),
        occasion: report.occasion.clone(),
        headline: report.headline.iter().map(|figure| headline(figure, here)).collect(),
    }
}

fn headline(figure: &KeyFigure, here: &Route) -> KeyFigureView {
    let (page, id) = &figure.at;
    let words = Link::away(&figure.words, here.link(page, id));
    KeyFigureView { indicator: figure.indicator.clone(), words }
}
