//! How a site is handed on: as one zip, and with its texts compressed beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _};

use zip::{CompressionMethod, ZipArchive};

use crate::desk::{Desk, check};
use crate::document::{code_spans, in_both};
use crate::site::{SMALL, without_digest};

/// The short report, with files of the operator's own.
fn desk() -> Desk {
    let desk = Desk::with_copy_of(SMALL);
    desk.write("content/static/附件.txt", "附件\n".repeat(100));
    desk.write("content/static/.htaccess", "Options -Indexes\n".repeat(100));
    desk.write("content/static/noise.bin", [0xff; 1000]);
    desk
}

/// The files of the site, without the list that gongdu keeps of them.
fn published(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    desk.tree("public").into_iter().filter(|(path, _)| path != ".gongdu").collect()
}

/// What a zip holds, and in which order.
fn unpacked(desk: &Desk, path: &str) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(fs::read(desk.path(path)).unwrap())).unwrap();
    let count = zip.len();
    let file = |at: usize| {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        assert_eq!(file.last_modified().unwrap().to_string(), "1980-01-01 00:00:00", "{name}");
        assert_eq!((file.compression(), file.unix_mode()), (CompressionMethod::Deflated, Some(0o100_644)));
        assert_eq!(file.name_raw(), name.as_bytes(), "names are UTF-8");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    (0..count).map(file).collect()
}

#[test]
fn a_zip_holds_the_site_and_nothing_else_in_the_same_bytes_each_time() {
    let (one, other) = (desk(), desk());
    check(&one, &["build", "--zip", "out/site.zip"], 0, &["the same site in out/site.zip ("]);
    check(&other, &["build", "--zip", "b.ZIP", "--lang", "zh"], 0, &["同一个网站也在 b.ZIP 里"]);
    let files = unpacked(&one, "out/site.zip");
    assert!(files.is_sorted() && files.iter().any(|(path, _)| path == "附件.txt"));
    assert!(files.into_iter().collect::<BTreeMap<_, _>>() == published(&one));
    assert!(fs::read(one.path("out/site.zip")).unwrap() == fs::read(other.path("b.ZIP")).unwrap());
    assert_eq!(one.tree("out").len(), 1, "nothing is left beside it");
    // What a person put into the folder is no part of the site, and what did not change is not touched.
    one.write("public/CNAME", "example.org\n");
    let written = || fs::metadata(one.path("out/site.zip")).unwrap().modified().unwrap();
    let before = written();
    check(&one, &["build", "--zip", "out/site.zip"], 0, &[]);
    assert_eq!(written(), before);
    one.change("content/qinghe-2024/1.md", "企业36家。", "企业36家。\n\n> 编者注（2024-01-09）：另见附件。");
    check(&one, &["build", "--zip", "out/site.zip"], 0, &[]);
    let files: BTreeMap<_, _> = unpacked(&one, "out/site.zip").into_iter().collect();
    assert!(
        !files.contains_key("CNAME")
            && files["qinghe-2024/1/index.html"] == published(&one)["qinghe-2024/1/index.html"]
    );
}

#[test]
fn the_document_names_every_kind_of_file_that_a_system_must_take() {
    let desk = Desk::with_copy_of(SMALL);
    desk.change("content/site.toml", "title = ", "offline = true\ntitle = ");
    check(&desk, &["build", "--quiet"], 0, &[]);
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    kinds.extend(published(&desk).keys().filter_map(|path| path.rsplit_once('.')).map(|(_, kind)| kind.to_owned()));
    assert!(kinds.len() > 9, "{kinds:?}");
    for (path, text) in in_both("publishing") {
        let line = text.lines().find(|line| line.contains("`html`、`css`") || line.contains("`html`, `css`"));
        let named: BTreeSet<&str> = code_spans(line.unwrap_or_else(|| panic!("{path}"))).collect();
        let lacks: Vec<&String> = kinds.iter().filter(|kind| !named.contains(kind.as_str())).collect();
        assert!(lacks.is_empty(), "{path}: {lacks:?}");
    }
}

#[test]
fn a_zip_is_refused_that_would_be_published_or_read_or_stand_in_the_place_of_another_file() {
    let desk = desk();
    check(&desk, &["build", "--quiet", "--zip", "ours.zip"], 0, &[]);
    desk.write("theirs.zip", "PK, written by somebody else");
    desk.write("short.zip", "PK");
    desk.write("theme/assets/more.css", "");
    fs::create_dir(desk.path("folder.zip")).unwrap();
    let before = desk.tree("");
    for (zip, says) in [
        ("public/site.zip", ["error[output-overlaps-input]", "would lie in the folder `public`"]),
        ("content/site.zip", ["`content`", "`--zip site.zip`"]),
        ("content/../content/static/site.zip", ["error[output-overlaps-input]", "`content`"]),
        ("theme/site.zip", ["error[output-overlaps-input]", "`theme`"]),
        ("theirs.zip", ["error[foreign-output]: `theirs.zip` was not made by gongdu", "another name with --zip"]),
        ("short.zip", ["error[foreign-output]", "move that file away"]),
        ("folder.zip", ["cannot read folder.zip", "it is a folder"]),
        ("site", ["cannot write site", "does not end with .zip; write for example --zip site.zip"]),
        ("content/qinghe-2024/source.txt", ["cannot write", "does not end with .zip"]),
    ] {
        check(&desk, &["build", "--theme", "theme", "--zip", zip], 2, &says);
    }
    check(
        &desk,
        &["build", "--zip", "public/site.zip", "--lang", "zh"],
        2,
        &["不能放在文件夹 `public` 里", "放在它外面"],
    );
    // What is wrong with the text leaves the zip as it was, too.
    desk.change("content/qinghe-2024/1.md", "企业36家。", "企业37家。");
    check(&desk, &["build", "--zip", "ours.zip"], 1, &["error[fidelity]"]);
    desk.change("content/qinghe-2024/1.md", "企业37家。", "企业36家。");
    assert!(desk.tree("") == before);
}

#[test]
fn texts_have_a_smaller_copy_beside_them_while_it_is_asked_for() {
    let (one, other) = (desk(), desk());
    one.write("content/static/own.txt", "己".repeat(1000));
    one.write("content/static/own.txt.gz", "the operator's own");
    check(&one, &["build", "--quiet"], 0, &[]);
    let plain = published(&one);
    check(&one, &["build", "--precompress", "--zip", "site.zip"], 0, &["; ", " files in public/"]);
    let with = published(&one);
    assert!(unpacked(&one, "site.zip").into_iter().collect::<BTreeMap<_, _>>() == with, "a zip holds them as well");
    let mut pairs = 0;
    for (path, bytes) in &with {
        let Some(text) = path.strip_suffix(".gz").filter(|text| *text != "own.txt") else {
            assert_eq!(plain.get(path), Some(bytes), "{path}");
            continue;
        };
        let mut back = Vec::new();
        flate2::read::GzDecoder::new(&**bytes).read_to_end(&mut back).unwrap();
        assert!(back == with[text] && bytes.len() < back.len(), "{path}");
        pairs += 1;
    }
    assert!(pairs > 20, "{pairs} texts");
    let style = without_digest(with.keys(), "assets/style.css").unwrap();
    for text in ["index.html", "404.html", style.as_str(), "qinghe-2024/data/figures.csv", "附件.txt"] {
        assert!(with.contains_key(&format!("{text}.gz")), "{text} of {:?}", with.keys());
    }
    for other in ["noise.bin.gz", ".htaccess.gz", "own.txt.gz.gz"] {
        assert!(!with.contains_key(other), "{other}");
    }
    assert_eq!(with["own.txt.gz"], b"the operator's own");
    check(&other, &["build", "--quiet", "--precompress"], 0, &[]);
    assert!(
        published(&other).iter().all(|(path, bytes)| with.get(path) == Some(bytes)),
        "the same bytes in any folder"
    );
    check(&one, &["build"], 0, &[&format!("{pairs} removed")]);
    assert!(published(&one) == plain);
}
