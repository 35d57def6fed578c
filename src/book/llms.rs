//! `llms.txt`, by which programs that read texts find those of a site (<https://llmstxt.org>): what the site is, and for each report
//! its text and its data.

use crate::site::{ReportSummary, Route, SiteInfo, data_file, llms_route, site_data_file};

pub(super) fn text(reports: &[ReportSummary], site_info: &SiteInfo) -> String {
    let (settings, words) = (&site_info.settings, &site_info.words);
    let here = llms_route();
    let link = |words: &str, route: &Route, note: &str| {
        let address = settings.base_url.as_ref().map_or_else(|| here.link(route, ""), |base| route.url(base));
        format!("- [{}]({address}): {note}\n", bracketed(words))
    };
    let about =
        if settings.description.is_empty() { words.get("language_models.about") } else { &settings.description };
    let mut out = format!("# {}\n\n> {}\n", settings.title, about.replace('\n', " "));
    if reports.is_empty() {
        return out;
    }
    let mut list = |title: &str, lines: Vec<String>| {
        out.push_str(&format!("\n## {title}\n\n{}", lines.concat()));
    };
    let texts = reports.iter().map(|own| {
        let note =
            if own.is_withdrawn() { words.get("language_models.withdrawn") } else { words.get("language_models.text") };
        link(&own.title, &data_file(&own.id, "report.md"), note)
    });
    list(words.get("language_models.texts"), texts.collect());
    let data = reports
        .iter()
        .map(|own| link(&own.title, &own.data_file("datapackage.json"), words.get("language_models.data")));
    let whole = link(&settings.title, &site_data_file("datapackage.json"), words.get("language_models.data_of_site"));
    list(words.get("language_models.tables"), std::iter::once(whole).chain(data).collect());
    out
}

/// Words within the brackets of a link.
fn bracketed(words: &str) -> String {
    words.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]").replace('\n', " ")
}
