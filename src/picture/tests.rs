//! What holds of a picture, in the fonts of this machine if it has any.

use super::*;
use crate::disk;

fn drawing(svg: &str) -> Drawing {
    Drawing { svg: svg.to_owned(), scale: 2.0 }
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"100.4\" viewBox=\"0 0 640 100.4\">\
    <rect width=\"640\" height=\"100.4\" fill=\"#fff\"/><text x=\"20\" y=\"50\" font-size=\"20\">地区生产总值</text></svg>";

fn key(words: &str) -> Key {
    Key(sha256_hex(words.as_bytes()))
}

/// Width, height, and how many points are not white.
fn look(png: &[u8]) -> (u32, u32, usize) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut points = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut points).unwrap();
    let inked = points[..info.buffer_size()].chunks_exact(3).filter(|point| **point != [255; 3]).count();
    (info.width, info.height, inked)
}

#[test]
fn a_picture_has_two_points_a_unit_and_its_words_in_it() {
    let wanted: Vec<&str> = FACES.iter().flat_map(|face| face.files).copied().collect();
    let found = disk::find_fonts(&disk::font_folders(), &wanted);
    let Some(face) = choose(|name| found.contains_key(name)) else { return };
    let files = face.files.iter().filter_map(|name| found.get(*name));
    let painter = Painter::new(face, files.map(|file| disk::read_font(&file.path).unwrap()).collect());
    let png = painter.paint(&drawing(SVG), &key("a")).unwrap();
    let (width, height, inked) = look(&png);
    assert_eq!((width, height), (1280, 201));
    assert!(inked > 1000, "{inked} points of ink are no six characters");
    assert!(png == painter.paint(&drawing(SVG), &key("a")).unwrap(), "twice the same");
    assert!(key("a").fits(&png) && !key("b").fits(&png));
    // Words whose font is not there are set in the one that is.
    let other = SVG.replace("font-size", "font-family=\"Nowhere\" font-size");
    assert!(look(&painter.paint(&drawing(&other), &key("a")).unwrap()).2 > 1000);
}

#[test]
fn without_a_font_a_drawing_has_no_words() {
    let painter = Painter::new(&FACES[0], Vec::new());
    assert_eq!(look(&painter.paint(&drawing(SVG), &key("a")).unwrap()).2, 0);
}

#[test]
fn the_best_font_that_is_there_is_chosen() {
    let check = |there: &[&str]| choose(|name| there.contains(&name)).map(|face| face.family);
    assert_eq!(check(&["simhei.ttf", "msyh.ttc", "notosanscjk-bold.ttc"]), Some("Microsoft YaHei"));
    assert_eq!(check(&["pingfang.ttc", "notosanscjk-regular.ttc"]), Some("Noto Sans CJK SC"));
    assert_eq!(check(&["dejavusans.ttf"]), None);
}

#[test]
fn what_is_no_picture_fits_nothing() {
    for bytes in [&b""[..], b"\x89PNG\r\n\x1a\n", b"text"] {
        assert!(!key("a").fits(bytes));
    }
}
