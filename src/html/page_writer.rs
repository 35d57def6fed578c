//! Pours views into templates, proves the words of the report on what comes out, and hands the pages over.

use std::cell::RefCell;

use serde::Serialize;

use super::report_words::ReportWords;
use super::shown::{ShownWords, shown};
use super::theme::Theme;
use crate::artifact::{Artifact, Sink};
use crate::diagnostic::Diagnostic;
use crate::site::{Neighbours, Route, SiteInfo};

/// Where pages go, and what they are made with.
pub(super) struct PageWriter<'a> {
    pub site_info: &'a SiteInfo,
    pub theme: &'a Theme,
    /// The reports before and after the one whose pages are written.
    pub neighbours: Neighbours,
    sink: &'a dyn Sink,
    faults: RefCell<Vec<Diagnostic>>,
}

impl<'a> PageWriter<'a> {
    pub fn new(site_info: &'a SiteInfo, theme: &'a Theme, sink: &'a dyn Sink) -> PageWriter<'a> {
        PageWriter { site_info, theme, neighbours: Neighbours::default(), sink, faults: RefCell::default() }
    }

    /// For the pages of a report that stands between `neighbours`.
    pub fn between(self, neighbours: &Neighbours) -> PageWriter<'a> {
        PageWriter { neighbours: neighbours.clone(), ..self }
    }

    /// Writes a page that holds no words of a report.
    ///
    /// # Errors
    /// A fault of the machine; one of the theme is kept, and the page left out.
    pub fn page(&self, template: &str, view: &impl Serialize, route: &Route) -> anyhow::Result<()> {
        self.proven(template, view, route, &ReportWords::default(), |_| Vec::new())
    }

    /// Writes a page that must show words of a report.
    ///
    /// # Errors
    /// As for [`page`](PageWriter::page).
    pub fn report_page(
        &self,
        template: &str,
        view: &impl Serialize,
        route: &Route,
        words: &ReportWords,
    ) -> anyhow::Result<()> {
        self.proven(template, view, route, words, |_| Vec::new())
    }

    /// Writes a page that must show words of a report, and whose shown words have another proof to pass. That one is
    /// asked when the theme is not at fault.
    ///
    /// # Errors
    /// As for [`page`](PageWriter::page).
    pub fn proven(
        &self,
        template: &str,
        view: &impl Serialize,
        route: &Route,
        words: &ReportWords,
        proof: impl FnOnce(&ShownWords) -> Vec<Diagnostic>,
    ) -> anyhow::Result<()> {
        let html = match self.theme.render(template, view) {
            Ok(html) => html,
            Err(fault) => {
                self.faults.borrow_mut().push(*fault);
                return Ok(());
            }
        };
        if !words.is_empty() {
            let shown = shown(&html, self.theme.style_rules());
            let mut faults = words.faults(&shown, self.theme, template, &route.path());
            if faults.is_empty() {
                faults = proof(&shown);
            }
            self.faults.borrow_mut().extend(faults);
        }
        self.write(route, html)
    }

    pub fn write(&self, route: &Route, text: String) -> anyhow::Result<()> {
        self.put(Artifact::text(route.path(), text))
    }

    pub fn put(&self, file: Artifact) -> anyhow::Result<()> {
        self.sink.put(file)
    }

    /// The bytes of a file of this build, where they are kept.
    pub fn taken(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        self.sink.taken(path)
    }

    /// What was wrong with the theme and the texts.
    pub fn into_faults(self) -> Vec<Diagnostic> {
        self.faults.into_inner()
    }
}
