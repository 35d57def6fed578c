//! Where the files for machines stand, so that pages can link to them and outputs need not know one another.

use super::report_site::{ChartSite, ReportSite};
use super::route::Route;

/// The file `name` of the report `id` for machines.
pub fn data_file(id: &str, name: &str) -> Route {
    Route::file(format!("{id}/data/{name}"))
}

/// The file `name` for machines that is about all reports.
pub fn site_data_file(name: &str) -> Route {
    Route::file(format!("data/{name}"))
}

impl ReportSite<'_> {
    /// The source as published; a source deep in the content folder goes by its last name.
    pub fn source_route(&self) -> Route {
        self.data_file(self.manuscript.title_page.source.rsplit('/').next().unwrap_or_default())
    }

    /// The report's file `name` for machines.
    pub fn data_file(&self, name: &str) -> Route {
        data_file(&self.manuscript.id, name)
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
