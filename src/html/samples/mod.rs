//! Programs that read the data, for the page about it. Beside each program in `samples/` lies the same with its colours: the
//! highlighter would take longer to learn three languages than the rest of a build takes. A golden test holds the two equal.

use super::view::Sample;
use crate::markup::escape;
use crate::site::{ReportSummary, data_file, site_data_file};
use crate::words::Words;

/// Programs that run as they stand: from the web where the site's address is known, else on files that were downloaded.
pub(super) fn samples(reports: &[ReportSummary], words: &Words, base: Option<&str>) -> Vec<Sample> {
    let table = base.map_or_else(|| "figures.csv".to_owned(), |base| site_data_file("figures.csv").url(base));
    let first = reports.iter().find(|report| report.figures > 0).map_or("", |report| report.id.as_str());
    let one = base.map_or_else(|| "figures.json".to_owned(), |base| data_file(first, "figures.json").url(base));
    let python = match base {
        Some(_) => include_str!("web.py.html"),
        None => include_str!("file.py.html"),
    };
    vec![
        sample("Python", python, &table, words.get("data.sample_python")),
        sample("R", include_str!("table.R.html"), &table, words.get("data.sample_r")),
        sample("JavaScript", include_str!("figures.js.html"), &one, words.get("data.sample_javascript")),
    ]
}

/// A program with its places filled: where it reads from, and what it says that it does.
fn sample(name: &'static str, html: &str, source: &str, comment: &str) -> Sample {
    Sample { name, html: html.replace("SOURCE", &escape(source)).replace("COMMENT", &escape(comment)) }
}
