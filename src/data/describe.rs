//! What programs must know of a table before they read it, in the two standards there are: Frictionless Data Package (v2)
//! and CSV on the Web (W3C).

use serde_json::{Map, Value, json};

use super::addresses::Addresses;
use crate::content::Settings;
use crate::site::{BETWEEN_WORDS, Card, Column, Holds, ReportSite, Table};
use crate::text::sha256_hex;
use crate::words::Words;

/// A table with its file, when that is at hand.
pub(super) struct Resource {
    pub(super) table: &'static Table,
    pub(super) bytes: Option<Vec<u8>>,
}

/// What the tables are of, and who gives them under which terms.
pub(super) struct About<'a> {
    /// Short ASCII name.
    name: String,
    title: String,
    description: String,
    /// Address of the page that they belong to, when known in full.
    homepage: Option<String>,
    /// What they are made from: name, and address where known.
    sources: Vec<(String, String)>,
    creator: &'a str,
    licence: Option<&'a str>,
    words: &'a Words,
    /// Whether addresses in the tables are absolute.
    absolute: bool,
}

/// More sources than this are named by the table of reports alone.
const MOST_SOURCES: usize = 100;

impl<'a> About<'a> {
    pub(super) fn report(report: &ReportSite<'a>, settings: &'a Settings, addresses: Addresses<'_>) -> About<'a> {
        let words = report.words;
        let page = &report.manuscript.title_page;
        let title = page.full_title();
        About {
            name: report.manuscript.id.clone(),
            title: words.fill("package.title", &[("name", &title)]),
            description: words.fill("package.report_description", &[("report", &title)]),
            homepage: addresses.absolute(&report.route),
            sources: vec![(title, page.source_url.clone())],
            creator: creator(settings),
            licence: settings.data_license.as_deref(),
            words,
            absolute: settings.base_url.is_some(),
        }
    }

    pub(super) fn site(
        cards: &[Card],
        settings: &'a Settings,
        words: &'a Words,
        addresses: Addresses<'_>,
    ) -> About<'a> {
        let named = cards.iter().take(MOST_SOURCES);
        About {
            name: "reports".into(),
            title: words.fill("package.title", &[("name", &settings.title)]),
            description: words.fill("package.site_description", &[("n", &cards.len())]),
            homepage: addresses.absolute(&crate::site::Route::root()),
            sources: named.map(|card| (card.title.clone(), card.source_url.clone())).collect(),
            creator: creator(settings),
            licence: settings.data_license.as_deref(),
            words,
            absolute: settings.base_url.is_some(),
        }
    }
}

/// Who gives the data: the publisher, or else the site.
fn creator(settings: &Settings) -> &str {
    if settings.publisher.name.is_empty() { &settings.title } else { &settings.publisher.name }
}

/// The descriptor of a data package (<https://datapackage.org/standard/data-package/>).
pub(super) fn package(about: &About<'_>, resources: &[Resource]) -> Value {
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "contributors": [{ "title": about.creator, "roles": ["creator"] }],
    });
    if let Some(homepage) = &about.homepage {
        package["homepage"] = json!(homepage);
    }
    if let Some(licence) = about.licence {
        package["licenses"] = json!([{ "path": licence }]);
    }
    let source = |(title, path): &(String, String)| match path.as_str() {
        "" => json!({ "title": title }),
        path => json!({ "title": title, "path": path }),
    };
    if !about.sources.is_empty() {
        package["sources"] = about.sources.iter().map(source).collect();
    }
    package["resources"] = resources.iter().map(|own| resource(about, own, resources)).collect();
    package
}

fn resource(about: &About<'_>, own: &Resource, all: &[Resource]) -> Value {
    let table = own.table;
    let mut value = json!({
        "name": table.name,
        "type": "table",
        "path": table.file(),
        "title": table.title(about.words),
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(about, table, all),
    });
    if let Some(bytes) = &own.bytes {
        value["bytes"] = json!(bytes.len());
        value["hash"] = json!(format!("sha256:{}", sha256_hex(bytes)));
    }
    value
}

/// The table schema (<https://datapackage.org/standard/table-schema/>).
fn schema(about: &About<'_>, table: &Table, all: &[Resource]) -> Value {
    let here = |name: &str| all.iter().any(|resource| resource.table.name == name);
    let keys = table.refers.iter().filter(|(_, other, _)| here(other));
    let keys: Vec<Value> = keys
        .map(|(own, other, theirs)| json!({ "fields": own, "reference": { "resource": other, "fields": theirs } }))
        .collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": table.columns.iter().map(|column| field(about, table, column)).collect::<Vec<Value>>(),
        "missingValues": [""],
        "primaryKey": table.key,
    });
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn field(about: &About<'_>, table: &Table, column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), json!(true));
    }
    let mut field = json!({
        "name": column.name,
        "title": table.column_title(column, about.words),
        "description": table.column_words(column, about.words),
    });
    field["type"] = json!(match column.holds {
        Holds::Words | Holds::WordList | Holds::Address | Holds::Addresses | Holds::OneOf(_) => "string",
        Holds::Count => "integer",
        Holds::Number => "number",
        Holds::Year => "year",
        Holds::Day => "date",
    });
    match column.holds {
        Holds::OneOf(names) => drop(constraints.insert("enum".into(), json!(names))),
        Holds::Count => drop(constraints.insert("minimum".into(), json!(0))),
        Holds::Address if about.absolute => field["format"] = json!("uri"),
        _ => {}
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

/// The metadata of a table for CSV on the Web (<https://www.w3.org/TR/tabular-metadata/>), which programs look for beside
/// the file.
pub(super) fn metadata(about: &About<'_>, table: &Table) -> Value {
    let words = about.words;
    // The primary subtag alone: the names of the columns are the same in all of China.
    let language = words.language().tag().split('-').next();
    let mut value = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": language }],
        "url": table.file(),
        "dc:title": words.fill("package.table", &[("data", &about.title), ("table", &table.title(words))]),
        "dc:description": about.description,
        "dc:creator": about.creator,
        "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"] },
        "tableSchema": {
            "columns": table.columns.iter().map(|own| column(table, own, words)).collect::<Vec<Value>>(),
            "primaryKey": table.key,
        },
    });
    if let Some(licence) = about.licence {
        value["dc:license"] = json!({ "@id": licence });
    }
    if let [(_, source)] = &about.sources[..]
        && !source.is_empty()
    {
        value["dc:source"] = json!({ "@id": source });
    }
    value
}

fn column(table: &Table, column: &Column, words: &Words) -> Value {
    let mut value = json!({
        "name": column.name,
        // The first is the head of the column in the file, by which a program knows it.
        "titles": [column.name, table.column_title(column, words)],
        "dc:description": table.column_words(column, words),
        "required": column.required,
    });
    value["datatype"] = match column.holds {
        Holds::Words | Holds::WordList => json!("string"),
        Holds::Count => json!({ "base": "integer", "minimum": 0 }),
        Holds::Number => json!("number"),
        Holds::Year => json!("gYear"),
        Holds::Day => json!("date"),
        Holds::OneOf(names) => json!({ "base": "string", "format": names.join("|") }),
        Holds::Address | Holds::Addresses => json!("anyURI"),
    };
    match column.holds {
        Holds::WordList => value["separator"] = json!(BETWEEN_WORDS),
        Holds::Addresses => value["separator"] = json!(" "),
        _ => {}
    }
    value
}
