//! What a build does with the machine that it stands on.

use super::*;
use crate::artifact::{Memory, Nowhere};

fn included() -> Request {
    Request {
        content: "content".into(),
        theme: None,
        base_url: None,
        write_content: false,
        drafts: false,
        preview: false,
        full: false,
        shard: None,
    }
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
    if !PictureMaker::open(&folders).is_open() {
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

/// The content of a `<meta>` of a page.
#[cfg(feature = "images")]
fn meta<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!("\"{name}\" content=\""))?;
    rest.split('"').next()
}

#[cfg(feature = "images")]
#[test]
fn with_a_font_and_an_address_every_page_names_a_picture_of_its_own_kind() {
    let folders = disk::font_folders();
    if !PictureMaker::open(&folders).is_open() {
        return;
    }
    let base = "https://example.org/reports/";
    let content = "tests/fixtures/small".into();
    let request = Request { content, base_url: Some(base.into()), ..included() };
    let memory = Memory::default();
    build_with_fonts(&request, &folders, &memory, &|_, _| ()).unwrap();
    let files = memory.into_files();
    let mut named = std::collections::BTreeSet::new();
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = std::str::from_utf8(bytes).unwrap();
        let picture = meta(page, "og:image").and_then(|address| address.strip_prefix(base));
        let picture = picture.unwrap_or_else(|| panic!("{path} names no picture"));
        let png = files.get(picture).unwrap_or_else(|| panic!("{path} names {picture}, which is not there"));
        // The header of a PNG: eight bytes, then a chunk whose data begin with width and height.
        let size = [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
        assert_eq!(size, [1200, 630], "{picture}");
        let told = ["og:image:width", "og:image:height"].map(|name| meta(page, name).unwrap().parse::<u32>().unwrap());
        assert_eq!(told, size, "{path}");
        assert!(meta(page, "og:image:alt").is_some_and(|words| !words.is_empty()), "{path}");
        assert_eq!(meta(page, "twitter:card"), Some("summary_large_image"), "{path}");
        named.insert(picture.to_owned());
    }
    let is_drawn = |path: &&String| path.ends_with("preview.png") || path.starts_with("assets/topics/");
    let drawn = files.keys().filter(is_drawn).cloned().collect();
    assert_eq!(named, drawn, "what is drawn is named, and the other way round");
    for (page, picture) in [
        ("qinghe-2024/2-1/", "qinghe-2024/2-1/preview.png"),
        // The picture of the chart that draws it.
        ("qinghe-2024/f6/", "qinghe-2024/charts/goals/preview.png"),
        ("qinghe-2024/glossary/", "qinghe-2024/preview.png"),
        ("qinghe-2024/topics/work/", "assets/topics/work.png"),
        ("qinghe-2024/full/", "qinghe-2024/preview.png"),
        ("about/", "preview.png"),
        ("", "qinghe-2024/preview.png"),
    ] {
        let text = std::str::from_utf8(&files[&format!("{page}index.html")]).unwrap();
        assert_eq!(meta(text, "og:image"), Some(format!("{base}{picture}").as_str()), "{page}");
    }
}

#[test]
fn a_check_finds_what_a_build_finds() {
    let (_, codes) = site(&[]);
    let built = build_with_fonts(&included(), &[], &Nowhere::default(), &|_, _| ()).unwrap();
    assert_eq!(built.diagnostics.iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), codes);
}
