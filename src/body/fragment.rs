//! What rendering takes and gives, and how languages are marked where they meet.

use std::collections::BTreeSet;

use super::medium::Medium;
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
}

/// The attribute of what the site says amid the words of the report, where that is not in Chinese.
pub(super) fn own_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", words.language().tag()) } else { String::new() }
}

/// The attribute of words of the report amid those of the site, where these are not in Chinese.
pub fn report_language(words: &Words) -> String {
    if words.are_foreign() { format!(" lang=\"{}\"", Language::REPORT) } else { String::new() }
}
