//! What the name of a file says of a report that says less itself: `黄山市-2016.txt`, `2016年黄山市政府工作报告.docx`.

use std::path::Path;

use crate::places;
use crate::report::{self, Masthead};
use crate::text::{is_digit, is_han};

/// Fills the place and the year of a masthead that prints none with those that the file's name says.
pub(super) fn complete(masthead: &mut Masthead, file: &Path) {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let (place, year) = place_and_year(stem);
    masthead.place = masthead.place.take().or(place);
    masthead.year = masthead.year.or(year);
}

/// The place and the year in the name of a file without its ending, as far as it names them.
pub(super) fn place_and_year(stem: &str) -> (Option<String>, Option<u16>) {
    let (place, printed) = report::place_and_year(stem);
    // `二〇二三年`; where there are digits, years among them may be the ends of a term.
    let printed = printed.filter(|_| !stem.contains(is_digit));
    let words = || stem.split(|c: char| !is_han(c)).filter(|words| !words.is_empty());
    let place = place.or_else(|| words().find_map(|words| report::place_and_year(words).0));
    let place = place.or_else(|| words().find_map(place_in));
    (place, year_in(stem).or(printed))
}

/// The place that a run of Chinese characters is, or begins with before what the file holds: `黄山市`, `黄山`, `黄山市报告`.
/// What the lists know by a short name alone is told by its full one.
fn place_in(words: &str) -> Option<String> {
    let words = words.trim_start_matches(['年', '度']);
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let whole = ends.filter(|end| places::is_full_name(&words[..*end])).max();
    let short = || places::find(words).map(|place| place.name().to_owned());
    whole.map(|end| words[..end].to_owned()).or_else(short)
}

/// The one year that stands in a name as four digits and no more.
fn year_in(stem: &str) -> Option<u16> {
    let numbers = stem.split(|c: char| !is_digit(c)).filter(|number| number.len() == 4);
    let mut years = numbers.filter_map(|number| number.parse().ok()).filter(|year| (1949..2100).contains(year));
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_s_name_tells_place_and_year() {
        for (stem, place, year) in [
            ("黄山市-2016", Some("黄山市"), Some(2016)),
            ("2016年黄山市政府工作报告", Some("黄山市"), Some(2016)),
            ("province-四川省-2026", Some("四川省"), Some(2026)),
            ("黄山2016", Some("黄山市"), Some(2016)),
            ("2016年黄山市报告（终稿）", Some("黄山市"), Some(2016)),
            ("山东省淄博市淄川区_2023", Some("山东省淄博市淄川区"), Some(2023)),
            ("北京市朝阳区2023", Some("北京市朝阳区"), Some(2023)),
            ("朝阳区2023", Some("朝阳区"), Some(2023)),
            ("national-国务院-2010", Some("国务院"), Some(2010)),
            ("2023年淄川区人民法院工作报告", Some("淄川区"), Some(2023)),
            ("zichuan-2023", None, Some(2023)),
            ("2022-2023", None, None),
            ("P020230105", None, None),
            ("政府工作报告全文", None, None),
            ("报告", None, None),
        ] {
            assert_eq!(place_and_year(stem), (place.map(str::to_owned), year), "{stem}");
        }
    }
}
