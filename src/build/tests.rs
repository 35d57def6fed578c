//! What a build does with the machine that it stands on.

use super::*;
use crate::artifact::{Memory, Nowhere};

fn included() -> Request {
    Request { content: "content".into(), theme: None, base_url: None, write_content: false, compare_source: false }
}

/// The site made with the fonts below `folders`: its files, and the codes of what was found.
fn site(folders: &[PathBuf]) -> (crate::artifact::Files, Vec<&'static str>) {
    let memory = Memory::default();
    let built = build_with_fonts(&included(), folders, &memory, &|_, _| ()).unwrap();
    let codes = built.diagnostics.iter().map(|found| found.code.as_str()).collect();
    (memory.into_files(), codes)
}

#[test]
fn without_a_font_there_are_no_pictures_no_links_to_them_and_one_note() {
    let (files, codes) = site(&[]);
    assert!(!files.keys().any(|path| path.ends_with(".png")));
    let page = std::str::from_utf8(&files["zichuan-2023/charts/targets/index.html"]).unwrap();
    assert!(!page.contains("PNG") && page.contains("chart.svg"));
    let notes = codes.iter().filter(|code| **code == "no-cjk-font").count();
    assert_eq!(notes, usize::from(cfg!(feature = "images")));
}

#[cfg(feature = "images")]
#[test]
fn with_a_font_each_chart_has_its_picture_twice_the_same_and_offered_for_download() {
    let folders = disk::font_folders();
    if !Studio::open(&folders).is_open() {
        // A machine without a Chinese font has nothing to show here.
        return;
    }
    let (files, codes) = site(&folders);
    assert!(!codes.contains(&"no-cjk-font"));
    for path in files.keys().filter(|path| path.ends_with("chart.svg")) {
        assert!(files.contains_key(&path.replace(".svg", ".png")), "{path}");
        let page = std::str::from_utf8(&files[&path.replace("chart.svg", "index.html")]).unwrap();
        assert!(page.contains("<a href=\"chart.png\" download>"), "{path}");
    }
    let (again, _) = site(&folders);
    assert!(files == again, "two builds differ");
    // A build that knows the pictures of the last one takes them over.
    let mut marked = files.clone();
    let path = "zichuan-2023/charts/targets/chart.png";
    marked.insert(path.into(), [&files[path], &b"kept"[..]].concat().into());
    let memory = Memory::after(marked);
    build_with_fonts(&included(), &folders, &memory, &|_, _| ()).unwrap();
    assert!(memory.into_files()[path].ends_with(b"kept"));
}

#[test]
fn a_check_finds_what_a_build_finds() {
    let (_, codes) = site(&[]);
    let built = build_with_fonts(&included(), &[], &Nowhere::default(), &|_, _| ()).unwrap();
    assert_eq!(built.diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), codes);
}
