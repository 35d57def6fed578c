//! What programs must know of a table before they read it, in the two standards there are: Frictionless Data Package (v2)
//! and CSV on the Web (W3C).

use serde_json::{Map, Value, json};

use super::addresses::Addresses;
use crate::content::Settings;
use crate::site::{BETWEEN_WORDS, Column, ColumnType, ReportSite, ReportSummary, TableSchema};
use crate::text::sha256_hex;
use crate::words::Words;

/// A table with its file, when that is at hand.
pub(super) struct Resource {
    pub(super) table: &'static TableSchema,
    pub(super) bytes: Option<Vec<u8>>,
}

/// What the tables are of, and who gives them under which terms.
pub(super) struct DatasetInfo<'a> {
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

impl<'a> DatasetInfo<'a> {
    pub(super) fn report(report: &ReportSite<'a>, settings: &'a Settings, addresses: Addresses<'_>) -> DatasetInfo<'a> {
        let words = report.words;
        let page = &report.manuscript.title_page;
        let title = page.full_title();
        DatasetInfo {
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
        reports: &[ReportSummary],
        settings: &'a Settings,
        words: &'a Words,
        addresses: Addresses<'_>,
    ) -> DatasetInfo<'a> {
        let named = reports.iter().take(MOST_SOURCES);
        DatasetInfo {
            name: "reports".into(),
            title: words.fill("package.title", &[("name", &settings.title)]),
            description: words.fill("package.site_description", &[("n", &reports.len())]),
            homepage: addresses.absolute(&crate::site::Route::root()),
            sources: named.map(|report| (report.title.clone(), report.source_url.clone())).collect(),
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
pub(super) fn package(dataset: &DatasetInfo<'_>, resources: &[Resource]) -> Value {
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset.name,
        "title": dataset.title,
        "description": dataset.description,
        "contributors": [{ "title": dataset.creator, "roles": ["creator"] }],
    });
    if let Some(homepage) = &dataset.homepage {
        package["homepage"] = json!(homepage);
    }
    if let Some(licence) = dataset.licence {
        package["licenses"] = json!([{ "path": licence }]);
    }
    let source = |(title, path): &(String, String)| match path.as_str() {
        "" => json!({ "title": title }),
        path => json!({ "title": title, "path": path }),
    };
    if !dataset.sources.is_empty() {
        package["sources"] = dataset.sources.iter().map(source).collect();
    }
    package["resources"] = resources.iter().map(|own| resource(dataset, own, resources)).collect();
    package
}

fn resource(dataset: &DatasetInfo<'_>, own: &Resource, all: &[Resource]) -> Value {
    let table = own.table;
    let mut value = json!({
        "name": table.name,
        "type": "table",
        "path": table.file(),
        "title": table.title(dataset.words),
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(dataset, table, all),
    });
    if let Some(bytes) = &own.bytes {
        value["bytes"] = json!(bytes.len());
        value["hash"] = json!(format!("sha256:{}", sha256_hex(bytes)));
    }
    value
}

/// The table schema (<https://datapackage.org/standard/table-schema/>).
fn schema(dataset: &DatasetInfo<'_>, table: &TableSchema, all: &[Resource]) -> Value {
    let here = |name: &str| all.iter().any(|resource| resource.table.name == name);
    let keys = table.foreign_keys.iter().filter(|(_, other, _)| here(other));
    let keys: Vec<Value> = keys
        .map(|(own, other, theirs)| json!({ "fields": own, "reference": { "resource": other, "fields": theirs } }))
        .collect();
    let mut schema = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": table.columns.iter().map(|column| field(dataset, table, column)).collect::<Vec<Value>>(),
        "missingValues": [""],
        "primaryKey": table.key,
    });
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    schema
}

fn field(dataset: &DatasetInfo<'_>, table: &TableSchema, column: &Column) -> Value {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".into(), json!(true));
    }
    let mut field = json!({
        "name": column.name,
        "title": table.column_title(column, dataset.words),
        "description": table.column_words(column, dataset.words),
    });
    field["type"] = json!(match column.holds {
        ColumnType::Words
        | ColumnType::WordList
        | ColumnType::Address
        | ColumnType::Addresses
        | ColumnType::OneOf(_) => "string",
        ColumnType::Count => "integer",
        ColumnType::Number => "number",
        ColumnType::Year => "year",
        ColumnType::Day => "date",
    });
    match column.holds {
        ColumnType::OneOf(names) => drop(constraints.insert("enum".into(), json!(names))),
        ColumnType::Count => drop(constraints.insert("minimum".into(), json!(0))),
        ColumnType::Address if dataset.absolute => field["format"] = json!("uri"),
        _ => {}
    }
    if !constraints.is_empty() {
        field["constraints"] = Value::Object(constraints);
    }
    field
}

/// The metadata of the tables of a folder for CSV on the Web (<https://www.w3.org/TR/tabular-metadata/>): one group, in the file that
/// programs look for in the folder of a table (<https://www.w3.org/TR/tabular-data-model/#site-wide-location-configuration>).
pub(super) fn metadata(dataset: &DatasetInfo<'_>, resources: &[Resource]) -> Value {
    let words = dataset.words;
    // The primary subtag alone: the names of the columns are the same in all of China.
    let language = words.language().tag().split('-').next();
    let mut value = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": language }],
        "dc:title": dataset.title,
        "dc:description": dataset.description,
        "dc:creator": dataset.creator,
        "dialect": { "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"] },
        "tables": resources.iter().map(|own| described(dataset, own.table)).collect::<Vec<Value>>(),
    });
    if let Some(licence) = dataset.licence {
        value["dc:license"] = json!({ "@id": licence });
    }
    if let [(_, source)] = &dataset.sources[..]
        && !source.is_empty()
    {
        value["dc:source"] = json!({ "@id": source });
    }
    value
}

/// A table of the group.
fn described(dataset: &DatasetInfo<'_>, table: &TableSchema) -> Value {
    let words = dataset.words;
    json!({
        "url": table.file(),
        "dc:title": words.fill("package.table", &[("data", &dataset.title), ("table", &table.title(words))]),
        "tableSchema": {
            "columns": table.columns.iter().map(|own| column(table, own, words)).collect::<Vec<Value>>(),
            "primaryKey": table.key,
        },
    })
}

fn column(table: &TableSchema, column: &Column, words: &Words) -> Value {
    let mut value = json!({
        "name": column.name,
        // The first is the head of the column in the file, by which a program knows it.
        "titles": [column.name, table.column_title(column, words)],
        "dc:description": table.column_words(column, words),
        "required": column.required,
    });
    value["datatype"] = match column.holds {
        ColumnType::Words | ColumnType::WordList => json!("string"),
        ColumnType::Count => json!({ "base": "integer", "minimum": 0 }),
        ColumnType::Number => json!("number"),
        ColumnType::Year => json!("gYear"),
        ColumnType::Day => json!("date"),
        ColumnType::OneOf(names) => json!({ "base": "string", "format": names.join("|") }),
        ColumnType::Address | ColumnType::Addresses => json!("anyURI"),
    };
    match column.holds {
        ColumnType::WordList => value["separator"] = json!(BETWEEN_WORDS),
        ColumnType::Addresses => value["separator"] = json!(" "),
        _ => {}
    }
    value
}
