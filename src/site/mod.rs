//! The site with every reference resolved: addresses, anchors, mentions, figures, charts, links. Nothing dangles. Makes no
//! HTML and reads no file.

mod charts;
mod check;
mod citation;
mod files;
mod ids;
mod leaf;
mod links;
mod mentions;
mod preview;
mod quotes;
mod route;
mod shelf;
mod tables;

pub use charts::numbers;
pub use files::{data_file, site_data_file};
pub use leaf::{Leaf, LeafMention};
pub use links::{Destination, destination};
pub use preview::{Motto, Preview, site_preview};
pub use route::Route;
pub use shelf::{Card, Headline, Shelf};
pub use tables::{BETWEEN_WORDS, Column, FIGURES, Holds, OUTLINE, REPORTS, TERMS, Table};

use crate::chart::{Bound, Chart, Role};
use crate::content::{FigureRow, LinkTerms, Manuscript, Page, PageId};
use crate::diagnostic::{Checked, Diagnostic};
use crate::figures::Status;
use crate::text::{Binding, Span, sha256_hex};
use crate::words::Words;

/// One report, all its references resolved.
#[derive(Debug)]
pub struct ReportSite<'m> {
    /// What lies under `content/`.
    pub manuscript: &'m Manuscript,
    /// The SHA-256 of the source as published, in hexadecimal; `None` without a source.
    pub source_digest: Option<String>,
    /// What the site says round it.
    pub words: &'m Words,
    /// Its overview.
    pub route: Route,
    /// The pages of the text, in reading order.
    pub pages: Vec<PageSite<'m>>,
    /// The terms, in the order of the glossary's entries.
    pub terms: Vec<TermSite>,
    /// The figures whose words were found, in the order of `figures.csv`.
    pub figures: Vec<FigureSite>,
    /// The charts.
    pub charts: Vec<ChartSite>,
    /// What its text and definitions teach of its words.
    pub binding: Binding,
}

/// One page of the text.
#[derive(Debug)]
pub struct PageSite<'m> {
    /// The Markdown file.
    pub page: &'m Page,
    /// Where it stands on the site; the opening stands on the overview.
    pub route: Route,
    /// What is known of each leaf of its text.
    pub leaves: Vec<Leaf>,
}

/// One term of the glossary.
#[derive(Debug)]
pub struct TermSite {
    /// Its id on the glossary page: `t7`.
    pub id: String,
    /// Every sentence that uses it, in reading order.
    pub uses: Vec<Use>,
}

/// A sentence that uses a term.
#[derive(Debug)]
pub struct Use {
    /// Index into [`ReportSite::pages`].
    pub page: usize,
    /// Index into [`PageSite::leaves`].
    pub leaf: usize,
    /// The sentence's id.
    pub sentence: String,
    /// The term's words in the leaf.
    pub at: Span,
}

/// Index into [`ReportSite::figures`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureIndex(pub usize);

/// A figure whose words were found.
#[derive(Debug)]
pub struct FigureSite {
    /// The row of `figures.csv`.
    pub row: FigureRow,
    /// Index into [`ReportSite::pages`].
    pub page: usize,
    /// Index into [`PageSite::leaves`].
    pub leaf: usize,
    /// The figure's words in the leaf.
    pub span: Span,
    /// The id of the sentence that states it.
    pub sentence: String,
    /// Indices into [`ReportSite::charts`].
    pub charts: Vec<usize>,
    /// Whether the report prints the year that it is about; one that it does not print stands beside no number.
    pub is_year_printed: bool,
    /// How many figures before it are of the same in the same words.
    pub before: usize,
}

impl FigureSite {
    /// What its page is called: `地区生产总值：增长6.5%左右`, with a number behind it when others are called so too.
    pub fn title(&self) -> String {
        let again = if self.before > 0 { format!("（{}）", self.before + 1) } else { String::new() };
        format!("{}：{}{again}", self.row.indicator, self.row.words)
    }

    /// Whether a chart draws it.
    pub fn is_drawn(&self) -> bool {
        !self.charts.is_empty()
    }

    /// Year and status in words: `2023年目标`.
    pub fn dated(&self, words: &Words) -> String {
        let status = self.role().word(words);
        match self.row.period.as_str() {
            _ if !self.is_year_printed => status.to_owned(),
            period => words.fill("drawing.period", &[("period", &period), ("role", &status)]),
        }
    }

    /// What its qualifier says of the amount.
    pub fn bound(&self) -> Bound {
        charts::bound_of(self.row.qualifier)
    }

    /// Whether it was done or is planned.
    pub fn role(&self) -> Role {
        match self.row.status {
            Status::Actual => Role::Done,
            Status::Target => Role::Planned,
        }
    }

    /// Period and status in words: `2023 目标`.
    pub fn when(&self, words: &Words) -> String {
        format!("{} {}", self.row.period, self.role().word(words)).trim().to_owned()
    }
}

/// A chart that can be drawn.
#[derive(Debug)]
pub struct ChartSite {
    /// Index into [`Manuscript::charts`].
    pub page: usize,
    /// Where it stands.
    pub route: Route,
    /// What is drawn.
    pub chart: Chart,
    /// The figures of each row.
    pub rows: Vec<Vec<FigureIndex>>,
}

impl<'m> ReportSite<'m> {
    /// Resolves a report. What cannot be resolved is reported, all of it, and left out.
    pub fn resolve(manuscript: &'m Manuscript, policy: LinkTerms, words: &'m Words) -> Checked<ReportSite<'m>> {
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let id = manuscript.id.as_str();
        let mut pages: Vec<PageSite<'m>> = manuscript
            .pages
            .iter()
            .map(|page| PageSite {
                page,
                route: page_route(id, &page.id),
                leaves: leaf::leaves(&page.id.to_string(), &page.text),
            })
            .collect();
        let terms = match &manuscript.glossary {
            Some(glossary) => mentions::resolve(&mut pages, glossary, policy),
            None => Vec::new(),
        };
        let taken = ids::Taken::by(&pages, &terms);
        let mut figures = match &manuscript.figures {
            Some(table) => quotes::resolve(&mut pages, table, &taken, &mut diagnostics),
            None => Vec::new(),
        };
        let printed = charts::printed(manuscript);
        for figure in &mut figures {
            figure.is_year_printed = printed.has(&figure.row.period);
        }
        let charts = charts::resolve(manuscript, &pages, words, &printed, &mut figures, &mut diagnostics);
        let source_digest = manuscript.source.as_ref().map(|_| sha256_hex(&manuscript.source_bytes));
        let (route, binding) = (Route::page(&[id]), binding_of(manuscript));
        let site = ReportSite { manuscript, source_digest, words, route, pages, terms, figures, charts, binding };
        check::check(&site, &mut diagnostics);
        Checked { value: site, diagnostics }
    }

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

    /// The page of a figure.
    ///
    /// # Panics
    /// When there is no such figure.
    pub fn figure_route(&self, figure: FigureIndex) -> Route {
        Route::page(&[&self.manuscript.id, &self.figures[figure.0].row.id])
    }

    /// The page that searches this report.
    pub fn search_route(&self) -> Route {
        search_route(&self.manuscript.id)
    }

    /// The list of charts.
    pub fn charts_route(&self) -> Route {
        Route::page(&[&self.manuscript.id, "charts"])
    }
}

fn search_route(report: &str) -> Route {
    Route::page(&[report, "search"])
}

fn page_route(report: &str, page: &PageId) -> Route {
    if page.is_opening() { Route::page(&[report]) } else { Route::page(&[report, &page.to_string()]) }
}

fn binding_of(manuscript: &Manuscript) -> Binding {
    let pages = manuscript.pages.iter().map(|page| &page.text);
    let terms = manuscript.glossary.iter().flat_map(|glossary| &glossary.terms).map(|term| &term.definition);
    let mut binding = Binding::default();
    pages.chain(terms).flat_map(|text| text.leaves()).for_each(|leaf| binding.learn(&leaf.text));
    binding
}
