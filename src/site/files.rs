//! Where the files for machines stand, so that pages can link to them and outputs need not know one another.

use super::{ChartSite, ReportSite, Route};

impl ReportSite<'_> {
    /// The source as published; a source deep in the content folder goes by its last name.
    pub fn source_route(&self) -> Route {
        data_route(&self.manuscript.id, self.manuscript.title_page.source.rsplit('/').next().unwrap_or_default())
    }

    /// The figures as a table.
    pub fn figures_csv_route(&self) -> Route {
        figures_csv_route(&self.manuscript.id)
    }

    /// The figures for programs.
    pub fn figures_json_route(&self) -> Route {
        figures_json_route(&self.manuscript.id)
    }
}

/// The figures of the report `id` as a table.
pub fn figures_csv_route(id: &str) -> Route {
    data_route(id, "figures.csv")
}

/// The figures of the report `id` for programs.
pub fn figures_json_route(id: &str) -> Route {
    data_route(id, "figures.json")
}

fn data_route(id: &str, file: &str) -> Route {
    Route::file(format!("{id}/data/{file}"))
}

impl ChartSite {
    /// The chart's data as a table.
    pub fn csv_route(&self) -> Route {
        Route::file(self.route.path().replace("index.html", "data.csv"))
    }

    /// The chart's picture as a file of its own.
    pub fn svg_route(&self) -> Route {
        Route::file(self.route.path().replace("index.html", "chart.svg"))
    }
}
