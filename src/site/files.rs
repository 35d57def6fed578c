//! Where the files for machines stand, so that pages can link to them and outputs need not know one another.

use super::report_site::{ChartSite, PageSite, ReportSite};
use super::route::Route;

/// The files of a report that are called `report` and hold its words.
const OWN_ENDINGS: [&str; 4] = ["txt", "md", "epub", "html"];

/// The file `name` of the report `id` for machines.
pub fn data_file(id: &str, name: &str) -> Route {
    Route::file(format!("{id}/data/{name}"))
}

/// The file `name` for machines that is about all reports.
pub fn site_data_file(name: &str) -> Route {
    Route::file(format!("data/{name}"))
}

/// What programs that read texts look for first.
pub fn llms_route() -> Route {
    Route::file("llms.txt")
}

impl ReportSite<'_> {
    /// The words of the report as plain text.
    pub fn text_route(&self) -> Route {
        self.data_file("report.txt")
    }

    /// The same as Markdown.
    pub fn markdown_route(&self) -> Route {
        self.data_file("report.md")
    }

    /// The report as a book.
    pub fn epub_route(&self) -> Route {
        self.data_file("report.epub")
    }

    /// The report as a page that needs no other file.
    pub fn file_route(&self) -> Route {
        self.data_file("report.html")
    }

    /// The source as published; a source deep in the content folder goes by its last name, unless that is the name of a file of ours.
    pub fn source_route(&self) -> Route {
        let name = self.manuscript.title_page.source.rsplit('/').next().unwrap_or_default();
        // Some systems take two names that differ in case for one.
        let lower = name.to_lowercase();
        let is_ours = lower.strip_prefix("report.").is_some_and(|ending| OWN_ENDINGS.contains(&ending));
        if is_ours { self.data_file(&format!("source-{name}")) } else { self.data_file(name) }
    }

    /// The report's file `name` for machines.
    pub fn data_file(&self, name: &str) -> Route {
        data_file(&self.manuscript.id, name)
    }
}

impl PageSite<'_> {
    /// The page as Markdown, beside it; what stands on the overview has none of its own.
    pub fn markdown_route(&self) -> Route {
        self.route.child("index.md")
    }
}

impl ChartSite {
    /// The chart's data as a table.
    pub fn csv_route(&self) -> Route {
        self.file("data.csv")
    }

    /// The chart's data for programs.
    pub fn json_route(&self) -> Route {
        self.file("data.json")
    }

    /// The chart's picture as a file of its own.
    pub fn svg_route(&self) -> Route {
        self.file("chart.svg")
    }

    /// The same picture in points, for programs that know no SVG.
    pub fn png_route(&self) -> Route {
        self.file("chart.png")
    }

    fn file(&self, name: &str) -> Route {
        Route::file(self.route.path().replace("index.html", name))
    }
}
