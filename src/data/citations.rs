//! How a report is cited, for programs that keep references: BibTeX, RIS, CSL-JSON. Nothing is in them that the report does not
//! print, but for its address and the name of its body.

use serde_json::{Value, json};

use super::addresses::Addresses;
use crate::content::TitlePage;
use crate::site::ReportSite;
use crate::words::Language;

/// What is known of a report that is cited; what is not known is empty.
struct Reference<'r> {
    id: &'r str,
    author: String,
    title: String,
    organ: String,
    /// Year, month and day, as far as known.
    date: Vec<String>,
    address: String,
}

impl Reference<'_> {
    fn of<'r>(report: &'r ReportSite<'_>, addresses: Addresses<'_>) -> Reference<'r> {
        let page = &report.manuscript.title_page;
        let own = addresses.absolute(&report.route).unwrap_or_else(|| page.source_url.clone());
        Reference {
            id: &report.manuscript.id,
            author: page.author(),
            title: page.full_title(),
            organ: page.organ(),
            date: date(page),
            address: own,
        }
    }
}

fn date(page: &TitlePage) -> Vec<String> {
    match (&page.date, page.year) {
        (Some(date), _) => date.split('-').map(str::to_owned).collect(),
        (None, Some(year)) => vec![year.to_string()],
        (None, None) => Vec::new(),
    }
}

/// `cite.bib`; the day stands in `date` too, for BibLaTeX.
pub(super) fn bibtex(report: &ReportSite<'_>, addresses: Addresses<'_>) -> String {
    let own = Reference::of(report, addresses);
    // Two pairs of braces: a name or a title in Chinese is one word.
    let whole = |words: &str| if words.is_empty() { String::new() } else { format!("{{{}}}", braced(words)) };
    let kind = if own.organ.is_empty() { "misc" } else { "techreport" };
    let fields = [
        ("author", whole(&own.author)),
        ("title", whole(&own.title)),
        ("institution", whole(&own.organ)),
        ("year", own.date.first().cloned().unwrap_or_default()),
        ("date", own.date.join("-")),
        ("url", own.address),
    ];
    let lines = fields.iter().filter(|(_, words)| !words.is_empty());
    let lines: String = lines.map(|(name, words)| format!("  {name} = {{{words}}},\n")).collect();
    format!("@{kind}{{{},\n{lines}}}\n", own.id)
}

/// Words between braces: what means something to TeX is spelled.
fn braced(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => out.extend(['\\', c]),
            '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// `cite.ris`.
pub(super) fn ris(report: &ReportSite<'_>, addresses: Addresses<'_>) -> String {
    let own = Reference::of(report, addresses);
    let fields = [
        ("TY", "RPRT".to_owned()),
        ("AU", own.author),
        ("TI", own.title),
        ("PB", own.organ),
        ("PY", own.date.first().cloned().unwrap_or_default()),
        ("DA", own.date.join("/")),
        ("UR", own.address),
        ("LA", Language::REPORT.to_owned()),
    ];
    let lines = fields.into_iter().filter(|(_, words)| !words.is_empty());
    let lines: String = lines.map(|(tag, words)| format!("{tag}  - {}\r\n", words.replace('\n', " "))).collect();
    lines + "ER  - \r\n"
}

/// `cite.json`, as citation processors read it (CSL-JSON).
pub(super) fn csl(report: &ReportSite<'_>, addresses: Addresses<'_>) -> Value {
    let own = Reference::of(report, addresses);
    let mut value = json!({ "id": own.id, "type": "report", "title": own.title, "language": Language::REPORT });
    let mut say = |key: &str, is_known: bool, words: Value| {
        if is_known {
            value[key] = words;
        }
    };
    say("author", !own.author.is_empty(), json!([{ "literal": own.author }]));
    say("publisher", !own.organ.is_empty(), json!(own.organ));
    let date: Vec<u64> = own.date.iter().filter_map(|part| part.parse().ok()).collect();
    say("issued", !date.is_empty(), json!({ "date-parts": [date] }));
    say("URL", !own.address.is_empty(), json!(own.address));
    json!([value])
}
