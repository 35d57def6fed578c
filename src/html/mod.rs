//! Pages: views of the resolved site, poured into the theme's templates. Writes no files; knows no other output.

mod assets;
mod charts;
mod dataset;
mod fidelity;
mod figures;
mod frame;
mod heading;
mod lists;
mod open_data;
mod phrases;
mod publisher;
mod report;
mod samples;
mod search;
mod share;
mod site_pages;
mod theme;
mod view;

pub use fidelity::{drift, words_of};
pub use theme::Theme;

use serde::Serialize;

use crate::artifact::{Artifact, Sink};
use crate::diagnostic::Diagnostic;
use crate::site::{Card, ReportSite, Route, Shelf};

/// Why a page could not be made.
#[derive(Debug)]
pub enum Fault {
    /// Something is wrong with the text or the theme.
    Text(Vec<Diagnostic>),
    /// Something is wrong with the machine.
    Machine(anyhow::Error),
}

/// Renders all pages of a report.
pub fn render_report(report: &ReportSite<'_>, shelf: &Shelf, theme: &Theme, sink: &dyn Sink) -> Result<(), Fault> {
    report::pages(report, &Out { shelf, theme, sink })
}

/// Renders the pages of the whole site: home (unless a single report is the home), about, data, 404, feed, sitemap, and the
/// theme's assets.
pub fn render_site(cards: &[Card], shelf: &Shelf, theme: &Theme, sink: &dyn Sink) -> Result<(), Fault> {
    let out = Out { shelf, theme, sink };
    for asset in theme.assets() {
        sink.put(asset).map_err(Fault::Machine)?;
    }
    site_pages::pages(cards, &out)
}

/// Where pages go, and what they are made with.
struct Out<'a> {
    shelf: &'a Shelf,
    theme: &'a Theme,
    sink: &'a dyn Sink,
}

impl Out<'_> {
    fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Fault> {
        self.theme.render(template, view).map_err(|fault| Fault::Text(vec![*fault]))
    }

    fn write(&self, route: &Route, text: String) -> Result<(), Fault> {
        self.sink.put(Artifact::text(route.path(), text)).map_err(Fault::Machine)
    }

    fn page(&self, template: &str, view: &impl Serialize, route: &Route) -> Result<(), Fault> {
        self.write(route, self.render(template, view)?)
    }
}
