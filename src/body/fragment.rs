//! What rendering takes and gives, and how languages are marked where they meet.

use std::collections::BTreeSet;

use super::medium::{Medium, chapter};
use crate::site::{ReportSite, Route};
use crate::words::{Language, Words};

/// A piece of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fragment {
    /// Well-formed HTML.
    pub html: String,
    /// Indices of the terms that are linked in it; the page must carry their definitions.
    pub terms: BTreeSet<usize>,
}

/// Where a fragment will stand and what it refers to.
#[derive(Clone, Copy, Debug)]
pub struct RenderContext<'a> {
    /// The report.
    pub site: &'a ReportSite<'a>,
    /// The page that the fragment is for; links are relative to it.
    pub here: &'a Route,
    /// The level of the heading that stands over the fragment (1 on a page of its own).
    pub under: u8,
    /// What it will be part of.
    pub medium: Medium,
}

impl<'a> RenderContext<'a> {
    /// For the page `here` of the site.
    pub fn page(site: &'a ReportSite<'a>, here: &'a Route, under: u8) -> RenderContext<'a> {
        RenderContext { site, here, under, medium: Medium::Page }
    }

    /// For the file of a book that has what the site has at `here`.
    pub fn in_book(site: &'a ReportSite<'a>, here: &'a Route, under: u8) -> RenderContext<'a> {
        RenderContext { site, here, under, medium: Medium::Book }
    }

    /// The link to the place `fragment` of the page at `route` (its top when empty), as the medium has it; `None` when it has no such
    /// place.
    pub fn link(self, route: &Route, fragment: &str) -> Option<String> {
        if self.medium == Medium::Page {
            return Some(self.here.link(route, fragment));
        }
        let (file, top) = chapter(self.site, route)?;
        let id = if fragment.is_empty() { &top } else { fragment };
        let is_here = self.medium == Medium::File || chapter(self.site, self.here).is_some_and(|(own, _)| own == file);
        Some(if is_here { format!("#{id}") } else { format!("{file}#{id}") })
    }

    /// Whether a term is a note here: in the text of a book, whose glossary has entries.
    pub(super) fn has_notes(self) -> bool {
        self.medium == Medium::Book && *self.here != self.site.glossary_route()
    }
}

/// The attribute of what the site says amid the words of the report, where that is not in Chinese.
pub(super) fn own_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", words.language().tag()) } else { String::new() }
}

/// The attribute of words of the report amid those of the site, where these are not in Chinese.
pub fn report_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", Language::REPORT) } else { String::new() }
}
