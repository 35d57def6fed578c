//! Pours views into templates and hands the pages over.

use serde::Serialize;

use super::theme::Theme;
use crate::artifact::{Artifact, Sink};
use crate::diagnostic::Diagnostic;
use crate::site::{Route, SiteInfo};

/// Why a page could not be made.
#[derive(Debug)]
pub enum RenderError {
    /// Something is wrong with the text or the theme.
    Text(Vec<Diagnostic>),
    /// Something is wrong with the machine.
    Machine(anyhow::Error),
}

/// Where pages go, and what they are made with.
pub(super) struct PageWriter<'a> {
    pub site_info: &'a SiteInfo,
    pub theme: &'a Theme,
    pub sink: &'a dyn Sink,
}

impl PageWriter<'_> {
    pub fn render(&self, template: &str, view: &impl Serialize) -> Result<String, RenderError> {
        self.theme.render(template, view).map_err(|fault| RenderError::Text(vec![*fault]))
    }

    pub fn write(&self, route: &Route, text: String) -> Result<(), RenderError> {
        self.sink.put(Artifact::text(route.path(), text)).map_err(RenderError::Machine)
    }

    pub fn page(&self, template: &str, view: &impl Serialize, route: &Route) -> Result<(), RenderError> {
        self.write(route, self.render(template, view)?)
    }
}
