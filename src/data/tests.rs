//! What holds of the files for machines of whole sites: they can be read, name files that are there, and say of each column
//! what its cells hold.

use std::fs;
use std::sync::LazyLock;

use serde_json::Value;

use crate::artifact::{Files, Memory};
use crate::build::{self, Request};
use crate::content::FIGURE_COLUMNS;
use crate::site::{COMMITMENTS, ColumnType, FIGURES, OUTLINE, REPORTS, TERMS, TableSchema};
use crate::words::{Language, Words};

/// The included report, and one of a single sentence; `base` is the site's address.
fn library(base: Option<&str>) -> Files {
    let scratch = tempfile::tempdir().unwrap();
    let content = scratch.path().join("content");
    for folder in ["zichuan-2023/charts", "bare-2024"] {
        fs::create_dir_all(content.join(folder)).unwrap();
    }
    for entry in walkdir::WalkDir::new("content/zichuan-2023") {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            fs::copy(entry.path(), scratch.path().join(entry.path())).unwrap();
        }
    }
    let settings = "title = \"书架\"\npublisher = \"某某\"\ndata_license = \"https://example.org/licence\"\n";
    fs::write(content.join("site.toml"), settings).unwrap();
    fs::write(content.join("bare-2024/report.toml"), "title = \"政府工作报告\"\nno_source = \"试\"\n").unwrap();
    fs::write(content.join("bare-2024/1.md"), "+++\ntitle = \"正文\"\n+++\n各位代表：\n").unwrap();
    let base_url = base.map(str::to_owned);
    let request = Request {
        content,
        theme: None,
        base_url,
        write_content: false,
        drafts: false,
        preview: false,
        full: false,
        shard: None,
    };
    let memory = Memory::default();
    let built = build::build(&request, &memory).unwrap();
    assert!(built.is_good(), "{:?}", built.diagnostics.first());
    memory.into_files()
}

/// The library, its address not known.
fn nowhere() -> &'static Files {
    static FILES: LazyLock<Files> = LazyLock::new(|| library(None));
    &FILES
}

const BASE: &str = "https://example.org/reports/";

/// The library at an address.
fn published() -> &'static Files {
    static FILES: LazyLock<Files> = LazyLock::new(|| library(Some(BASE)));
    &FILES
}

fn json(files: &Files, path: &str) -> Value {
    let bytes = files.get(path).unwrap_or_else(|| panic!("the site has no {path}"));
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Heads and rows of a table.
fn csv(files: &Files, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = files.get(path).unwrap_or_else(|| panic!("the site has no {path}"));
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or_else(|| panic!("{path} has no byte order mark"));
    assert!(!text.windows(3).any(|bytes| bytes == b"\xEF\xBB\xBF"), "{path} has a second byte order mark");
    let mut reader = csv::Reader::from_reader(text);
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<String>>();
    let heads = cells(reader.headers().unwrap());
    (heads, reader.records().map(|record| cells(&record.unwrap())).collect())
}

/// The packages of the site: their folders and descriptors.
fn packages(files: &Files) -> Vec<(String, Value)> {
    let paths = files.keys().filter_map(|path| path.strip_suffix("datapackage.json"));
    paths.map(|folder| (folder.to_owned(), json(files, &format!("{folder}datapackage.json")))).collect()
}

fn names(fields: &Value) -> Vec<&str> {
    fields.as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect()
}

#[test]
fn every_json_file_can_be_read_and_every_table_has_its_descriptions() {
    let files = nowhere();
    for path in files.keys().filter(|path| path.ends_with(".json")) {
        json(files, path);
    }
    let packages = packages(files);
    let folders: Vec<&str> = packages.iter().map(|(folder, _)| folder.as_str()).collect();
    assert_eq!(folders, ["bare-2024/data/", "data/", "zichuan-2023/data/"]);
    for (folder, package) in &packages {
        let resources = package["resources"].as_array().unwrap();
        let told: Vec<String> =
            resources.iter().map(|own| format!("{folder}{}", own["path"].as_str().unwrap())).collect();
        let there =
            files.keys().filter(|path| path.strip_prefix(folder.as_str()).is_some_and(|name| name.ends_with(".csv")));
        assert_eq!(told, there.cloned().collect::<Vec<String>>(), "a package tells of its tables and no others");
        let metadata = json(files, &format!("{folder}csv-metadata.json"));
        let described = metadata["tables"].as_array().unwrap();
        assert_eq!(described.len(), resources.len(), "{folder}");
        for ((own, path), described) in resources.iter().zip(&told).zip(described) {
            let (heads, _) = csv(files, path);
            assert_eq!(names(&own["schema"]["fields"]), heads, "{path}");
            assert_eq!(names(&described["tableSchema"]["columns"]), heads, "{path}");
            assert_eq!(format!("{folder}{}", described["url"].as_str().unwrap()), *path);
            if let Some(bytes) = own["bytes"].as_u64() {
                assert_eq!(bytes, files[path].len() as u64, "{path}");
                assert_eq!(own["hash"], format!("sha256:{}", crate::text::sha256_hex(&files[path])), "{path}");
            }
        }
    }
}

/// Whether a cell holds what its column says, by the words of the standard.
fn conforms(field: &Value, cell: &str) -> bool {
    let constraints = &field["constraints"];
    if cell.is_empty() {
        return constraints["required"] != true;
    }
    let among = |names: &Value| names.as_array().is_none_or(|names| names.iter().any(|name| name == cell));
    let digits = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let typed = match field["type"].as_str().unwrap() {
        "string" => field["format"] != "uri" || cell.starts_with("https://"),
        "integer" => digits(cell),
        "number" => cell.parse::<f64>().is_ok_and(f64::is_finite),
        "year" => cell.len() == 4 && digits(cell),
        "date" => cell.len() == 10 && cell.split('-').count() == 3 && cell.split('-').all(digits),
        other => panic!("no such type: {other}"),
    };
    typed && among(&constraints["enum"])
}

#[test]
fn every_cell_holds_what_its_column_says() {
    for files in [nowhere(), published()] {
        for (folder, package) in packages(files) {
            for own in package["resources"].as_array().unwrap() {
                let path = format!("{folder}{}", own["path"].as_str().unwrap());
                let fields = own["schema"]["fields"].as_array().unwrap();
                let (_, rows) = csv(files, &path);
                assert!(!rows.is_empty(), "{path} has no rows");
                for (field, cell) in rows.iter().flat_map(|row| fields.iter().zip(row)) {
                    assert!(conforms(field, cell), "{path}: `{cell}` in {field}");
                }
            }
        }
    }
}

/// The values of some columns in each row.
fn values(files: &Files, path: &str, columns: &Value) -> Vec<Vec<String>> {
    let (heads, rows) = csv(files, path);
    let columns: Vec<&str> = columns.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let at: Vec<usize> = columns.iter().map(|name| heads.iter().position(|head| head == name).unwrap()).collect();
    rows.into_iter().map(|row| at.iter().map(|at| row[*at].clone()).collect()).collect()
}

#[test]
fn keys_name_one_row_and_references_lead_to_one() {
    let files = nowhere();
    for (folder, package) in packages(files) {
        for own in package["resources"].as_array().unwrap() {
            let path = format!("{folder}{}", own["path"].as_str().unwrap());
            let mut keys = values(files, &path, &own["schema"]["primaryKey"]);
            let count = keys.len();
            keys.sort();
            keys.dedup();
            assert_eq!(keys.len(), count, "{path}");
            for key in own["schema"]["foreignKeys"].as_array().into_iter().flatten() {
                let other = format!("{folder}{}.csv", key["reference"]["resource"].as_str().unwrap());
                let there = values(files, &other, &key["reference"]["fields"]);
                assert!(values(files, &path, &key["fields"]).iter().all(|row| there.contains(row)), "{path}: {key}");
            }
        }
    }
}

#[test]
fn the_tables_of_all_reports_are_those_of_each_one_after_another() {
    let files = nowhere();
    let rows = |path: &str| csv(files, path).1;
    assert_eq!(rows("data/figures.csv"), rows("zichuan-2023/data/figures.csv"));
    assert_eq!(
        rows("data/outline.csv"),
        [rows("bare-2024/data/outline.csv"), rows("zichuan-2023/data/outline.csv")].concat()
    );
    assert_eq!(rows("data/reports.csv").len(), 2);
}

#[test]
fn links_lead_to_pages_and_ids_that_are_there() {
    let files = nowhere();
    let lists = [
        (&FIGURES, "link"),
        (&COMMITMENTS, "link"),
        (&TERMS, "link"),
        (&TERMS, "uses"),
        (&OUTLINE, "link"),
        (&REPORTS, "link"),
    ];
    for (table, column) in lists {
        for cell in values(files, &format!("data/{}", table.file()), &serde_json::json!([column])).concat() {
            for link in cell.split_whitespace() {
                let (page, id) = link.split_once('#').unwrap_or((link, ""));
                let html = files.get(page).unwrap_or_else(|| panic!("the site has no {page}"));
                let html = std::str::from_utf8(html).unwrap();
                assert!(id.is_empty() || html.contains(&format!("id=\"{id}\"")), "{link}");
            }
        }
    }
}

#[test]
fn the_table_of_figures_has_the_columns_that_operators_know() {
    let expect: Vec<&str> = ["report"].into_iter().chain(FIGURE_COLUMNS).chain(["link"]).collect();
    assert_eq!(FIGURES.heads(), expect);
}

#[test]
fn columns_are_told_in_both_languages_and_keys_are_columns() {
    let catalogues = Language::ALL.map(Words::of);
    for table in [&FIGURES, &COMMITMENTS, &TERMS, &OUTLINE, &REPORTS] {
        let heads = table.heads();
        let of = |table: &TableSchema, names: &[&str]| names.iter().all(|name| table.heads().contains(name));
        assert!(of(table, table.key), "{}", table.name);
        assert!(table.foreign_keys.iter().all(|(own, _, _)| of(table, own)), "{}", table.name);
        for (column, words) in
            table.columns.iter().flat_map(|column| catalogues.iter().map(move |words| (column, words)))
        {
            let (title, means) = (table.column_title(column, words), table.column_words(column, words));
            let english = words.language() == Language::English;
            assert!(
                [title, means].iter().all(|text| !text.is_empty() && (english || !text.is_ascii())),
                "{}",
                column.name
            );
            // Every name that a cell can hold is explained.
            if let ColumnType::OneOf(names) = column.holds {
                assert!(names.iter().all(|name| means.contains(name)), "{}: {means}", column.name);
            }
        }
        assert_eq!(heads.len(), heads.iter().collect::<std::collections::BTreeSet<_>>().len());
    }
}

#[test]
fn a_chart_gives_each_number_with_its_sentence() {
    let files = nowhere();
    let chart = json(files, "zichuan-2023/charts/targets/data.json");
    let figures: Vec<&Value> =
        chart["rows"].as_array().unwrap().iter().flat_map(|row| row["figures"].as_array().unwrap()).collect();
    assert!(!figures.is_empty());
    for figure in figures {
        assert!(figure["quote"].as_str().unwrap().contains(figure["words"].as_str().unwrap()), "{figure}");
        assert!(figure["link"].as_str().unwrap().starts_with("zichuan-2023/2"), "{figure}");
    }
    assert_eq!(chart["chart"]["kind"], "targets");
}

/// The data sets that a page tells search engines of.
fn datasets(files: &Files, path: &str) -> Vec<Value> {
    let html = std::str::from_utf8(&files[path]).unwrap();
    let scripts = html.split("<script type=\"application/ld+json\">").skip(1);
    let blocks = scripts.map(|rest| serde_json::from_str(rest.split("</script>").next().unwrap()).unwrap());
    blocks.filter(|block: &Value| block["@type"] == "Dataset").collect()
}

#[test]
fn search_engines_are_told_of_the_data_and_where_it_lies() {
    let files = published();
    for path in ["zichuan-2023/figures/index.html", "data/index.html"] {
        let found = datasets(files, path);
        let [set] = &found[..] else { panic!("{path} tells of {} data sets", found.len()) };
        for key in
            ["name", "description", "isBasedOn", "creator", "temporalCoverage", "spatialCoverage", "distribution"]
        {
            assert!(!set[key].is_null(), "{path} does not tell {key}");
        }
        assert_eq!(set["license"], "https://example.org/licence");
        assert_eq!(set["creator"]["name"], "某某");
        let description = set["description"].as_str().unwrap().chars().count();
        assert!((50..=5000).contains(&description), "{path}: {description} characters");
        for file in set["distribution"].as_array().unwrap() {
            let url = file["contentUrl"].as_str().unwrap().strip_prefix(BASE).expect("an address in full");
            assert!(files.contains_key(url), "{url}");
            assert!(file["encodingFormat"].is_string());
        }
    }
    let [set] = &datasets(files, "zichuan-2023/figures/index.html")[..] else { panic!("one data set") };
    assert_eq!(set["citation"], "冯炳涛. 淄川区2023年政府工作报告[R/OL]. (2023-01-05)");
    assert!(set["variableMeasured"].as_array().unwrap().iter().any(|name| name == "地区生产总值"));
    assert_eq!(set["isBasedOn"]["@type"], "Report");
}
