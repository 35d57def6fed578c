//! What holds of a picture, in the fonts of this machine if it has any.

use proptest::prelude::*;

use super::*;
use crate::disk;
use crate::site::{Headline, Route};

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

/// The lines of a share image with this headline, larger than `least` units, the words of `text` known.
fn lines(headline: Headline, text: &str, least: f64) -> Vec<String> {
    let mut binding = Binding::default();
    binding.learn(text);
    let share_image = ShareImage {
        route: Route::root(),
        over: "淄川区2023年政府工作报告".into(),
        headline,
        under: vec!["2023年发展目标和重点任务".into()],
        site: "公读".into(),
    };
    let svg = share_image::draw(&share_image, &binding);
    let document = roxmltree::Document::parse(&svg).unwrap();
    let number = |node: roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let mut lines = Vec::new();
    for node in document.descendants().filter(|node| node.has_tag_name("text")) {
        let runs: Vec<_> =
            node.children().map(|run| (run.text().unwrap_or_default(), number(run, "font-size"))).collect();
        let wide: f64 = runs.iter().map(|(run, size)| crate::text::width(run) * size).sum();
        let line: String = runs.iter().map(|(run, _)| *run).collect();
        // All of it stands in the middle square of 630, to which some messengers cut a picture.
        let [left, right] = [-0.5, 0.5].map(|side| number(node, "x") + side * wide);
        assert!(left >= 285.0 && right <= 915.0, "{line} stands from {left} to {right}");
        assert!((40.0..=610.0).contains(&number(node, "y")), "{line}");
        if runs.iter().any(|(_, size)| *size > least) {
            lines.push(line);
        }
    }
    lines
}

fn title(words: &str) -> Headline {
    Headline::Title { number: "一、".into(), title: words.into() }
}

#[test]
fn a_title_is_cut_where_its_clauses_and_words_end() {
    let check = |words: &str, expect: &[&str]| assert_eq!(lines(title(words), "", 44.0), expect);
    check("聚焦提升增长，厚植更加强劲的发展动能", &["聚焦提升增长，", "厚植更加强劲的", "发展动能"]);
    check("聚焦绿色低碳，保护更可持续的生态环境", &["聚焦绿色低碳，", "保护更可持续的", "生态环境"]);
    check("加强政府自身建设", &["加强政府", "自身建设"]);
    check("2023年工作", &["2023年工作"]);
    // The mark at the end pushes the line to the right.
    let _in_the_square = lines(title("a？“增0：！"), "", 44.0);
}

#[test]
fn what_the_report_says_often_is_not_cut() {
    let check = |text: &str, expect: &[&str]| assert_eq!(lines(title("推进全市高新区建设提质"), text, 44.0), expect);
    check("", &["推进全市高新", "区建设提质"]);
    let rest = "城乡居民看病、上学、养老都有着落，山水林田湖草一体保护。".repeat(12);
    check(&format!("高新区建设学校，高新区建设道路，高新区建设水渠。{rest}"), &["推进全市", "高新区建设提质"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_picture_of_a_few_colours_is_read_back_point_by_point(
        width in 1..9_u32, rows in prop::collection::vec((prop::collection::vec(0..16_u8, 8), 1..4_usize), 1..6),
    ) {
        // Rows stand once or several times in a row.
        let rows: Vec<&[u8]> =
            rows.iter().flat_map(|(row, times)| std::iter::repeat_n(&row[..width as usize], *times)).collect();
        let colour = |number: &u8| [number * 13, 255 - number, number * 7];
        let colours: Vec<[u8; 3]> = rows.iter().copied().flatten().map(colour).collect();
        let mut points = tiny_skia::Pixmap::new(width, rows.len() as u32).unwrap();
        for (point, [red, green, blue]) in points.data_mut().chunks_exact_mut(4).zip(&colours) {
            point.copy_from_slice(&[*red, *green, *blue, 255]);
        }
        let png = encode::encode(points.as_ref(), KEYWORD, "a").unwrap();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut read = vec![0; reader.output_buffer_size().unwrap()];
        let length = reader.next_frame(&mut read).unwrap().buffer_size();
        prop_assert_eq!(&read[..length], colours.concat());
    }

    #[test]
    fn any_title_stands_in_the_middle_square_and_no_line_begins_or_ends_with_what_may_not(
        words in "[增长建设，、。；：！？“”《》（）0-9a-z% 的]{0,60}", number in "(一、|（十二）|)",
    ) {
        let headline = Headline::Title { number, title: words.clone() };
        let lines = lines(headline, "", 33.0);
        for line in &lines[..] {
            let first = line.chars().next().unwrap_or('甲');
            prop_assert!(!"，。、；：！？”》）".contains(first) || words.trim_start().starts_with(first), "{:?}", lines);
        }
        for line in &lines[..lines.len().saturating_sub(1)] {
            prop_assert!(!line.ends_with(['“', '《', '（']), "{:?}", lines);
        }
    }
}
