//! What can be downloaded from a page of a report: the source, the tables, the files of a chart.

use super::view::Download;
use crate::site::{ChartSite, ReportSite, Route, SiteInfo};
use crate::words::Words;

/// What can be downloaded of a report.
pub(super) fn of_report(report: &ReportSite<'_>, here: &Route, site_info: &SiteInfo) -> Vec<Download> {
    let words = report.words;
    let mut downloads = Vec::new();
    if report.manuscript.source.is_some() {
        downloads.push(download(
            words.get("files.source"),
            &report.source_route(),
            words.get("files.source_note"),
            here,
        ));
    }
    if site_info.has_one_file() {
        downloads.push(download(words.get("files.one"), &report.file_route(), words.get("files.one_note"), here));
    }
    if site_info.has_epub() {
        downloads.push(download(words.get("files.epub"), &report.epub_route(), words.get("files.epub_note"), here));
    }
    downloads.push(download(words.get("files.text"), &report.text_route(), words.get("files.text_note"), here));
    let markdown = report.markdown_route();
    downloads.push(download(words.get("files.markdown"), &markdown, words.get("files.markdown_note"), here));
    downloads.extend(of_figures(report, here));
    downloads.extend(of_commitments(report, here).into_iter().take(1));
    if !report.terms.is_empty() {
        let file = report.data_file("terms.csv");
        downloads.push(download(words.get("files.terms_csv"), &file, words.get("files.terms_note"), here));
    }
    downloads
}

/// The files of the figures.
pub(super) fn of_figures(report: &ReportSite<'_>, here: &Route) -> Vec<Download> {
    if report.figures.is_empty() {
        return Vec::new();
    }
    let words = report.words;
    let file = |text, name: &str, note| download(text, &report.data_file(name), note, here);
    vec![
        file(words.get("files.figures_csv"), "figures.csv", words.get("files.for_excel")),
        file(words.get("files.figures_json"), "figures.json", words.get("files.for_programs")),
        file(words.get("files.package"), "datapackage.json", words.get("files.package_note")),
    ]
}

/// The file of the topics.
pub(super) fn of_topics(report: &ReportSite<'_>, here: &Route) -> Download {
    let words = report.words;
    download(words.get("files.topics_json"), &report.data_file("topics.json"), words.get("files.for_programs"), here)
}

/// The files of the commitments.
pub(super) fn of_commitments(report: &ReportSite<'_>, here: &Route) -> Vec<Download> {
    if report.commitments.is_empty() {
        return Vec::new();
    }
    let words = report.words;
    let file = |text, name: &str, note| download(text, &report.data_file(name), note, here);
    vec![
        file(words.get("files.commitments_csv"), "commitments.csv", words.get("files.for_excel")),
        file(words.get("files.commitments_json"), "commitments.json", words.get("files.for_programs")),
    ]
}

/// The files of what is told of the year before.
pub(super) fn of_last_year(report: &ReportSite<'_>, here: &Route) -> Vec<Download> {
    let words = report.words;
    let file = |text, name: &str, note| download(text, &report.data_file(name), note, here);
    vec![
        file(words.get("files.years_csv"), "years.csv", words.get("files.for_excel")),
        file(words.get("files.years_json"), "years.json", words.get("files.for_programs")),
    ]
}

/// The files of a chart; `pictures` when it comes as a PNG too.
pub(super) fn of_chart(own: &ChartSite, words: &Words, here: &Route, pictures: bool) -> Vec<Download> {
    let file = |text, route: Route, note| download(text, &route, note, here);
    let mut files = vec![
        file(words.get("files.chart_csv"), own.csv_route(), words.get("files.for_excel")),
        file(words.get("files.chart_json"), own.json_route(), words.get("files.for_programs")),
        file(words.get("files.chart_svg"), own.svg_route(), words.get("files.chart_svg_note")),
    ];
    if pictures {
        files.push(file(words.get("files.chart_png"), own.png_route(), words.get("files.chart_png_note")));
    }
    files
}

fn download(text: &str, route: &Route, note: &str, here: &Route) -> Download {
    Download { text: text.into(), href: here.link(route, ""), note: note.into() }
}
