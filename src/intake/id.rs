//! Proposes the id of a report from the place and the year that it names: `zichuan-2023`.

use pinyin::ToPinyin as _;

use super::file_name::place_and_year;
use crate::places;
use crate::report::{Masthead, ReportKind};
use crate::text;

/// The id of a report that its masthead or, where that names no place, its file's name gives: the place in Latin letters
/// and the year, with the kind between them where it is no government's: `zichuan-court-2023`. `report-2023` where neither
/// names a place, `None` where nothing is known at all.
pub fn propose_id(masthead: &Masthead, stem: &str) -> Option<String> {
    let (named, dated) = place_and_year(stem);
    let kind = Some(masthead.kind).filter(|kind| *kind != ReportKind::Government).map(ReportKind::name);
    let place = masthead.place.clone().or(named).and_then(|place| seat(&place));
    let year = masthead.year.or(dated);
    if place.is_none() && year.is_none() {
        return None;
    }
    let place = place.or_else(|| kind.is_none().then(|| "report".to_owned()));
    let parts = [place, kind.map(str::to_owned), year.map(|year| year.to_string())];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("-"))
}

/// A place in Latin letters, that of the nation for its courts and standing committees.
fn seat(place: &str) -> Option<String> {
    let simple: String = place.chars().map(text::simplified).collect();
    if ["最高", "全国"].iter().any(|word| simple.contains(word)) {
        Some("national".to_owned())
    } else {
        latin(place)
    }
}

/// A place's name in Latin letters, as the table of places reads it. A place that is not in the table loses its kind where two
/// characters or more remain, and its characters are read as they are in the names of the table.
fn latin(place: &str) -> Option<String> {
    if let Some(reading) = places::reading(place) {
        return Some(reading);
    }
    let syllable = |c: char| match c {
        'a'..='z' | '0'..='9' => Some(c.to_string()),
        'A'..='Z' => Some(c.to_ascii_lowercase().to_string()),
        c => Some(places::syllable(c).or_else(|| Some(c.to_pinyin()?.plain()))?.replace('ü', "v")),
    };
    let name = bare(smallest(place));
    name.chars().map(syllable).collect::<Option<String>>().filter(|name| !name.is_empty())
}

/// The smallest place of `山东省淄博市高新区`.
fn smallest(place: &str) -> &str {
    let inner = |(at, kind): &(usize, &str)| {
        let (before, after) = (&place[..*at], &place[at + kind.len()..]);
        before.chars().count() >= 2 && after.chars().count() >= 2
    };
    let cuts = ["省", "市", "州", "盟"].iter().flat_map(|kind| place.match_indices(kind)).filter(inner);
    cuts.map(|(at, kind)| at + kind.len()).max().map_or(place, |at| &place[at..])
}

/// A name without the kind of place, where two characters remain: a kind of the table, or one below a county.
fn bare(place: &str) -> &str {
    let below =
        ["镇", "乡"].iter().filter_map(|kind| place.strip_suffix(kind)).find(|name| name.chars().nth(1).is_some());
    below.unwrap_or_else(|| places::without_kind(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: &str, expect: &str) {
        let masthead = Masthead { place: Some(place.to_owned()), year: Some(2023), ..Masthead::default() };
        assert_eq!(propose_id(&masthead, "x").as_deref(), Some(format!("{expect}-2023").as_str()), "{place}");
    }

    #[test]
    fn a_place_loses_its_kind_where_a_name_remains() {
        check("淄川区", "zichuan");
        check("单县", "shanxian");
        check("叶县", "yexian");
        check("浦东新区", "pudong");
        check("黔东南州", "qiandongnan");
        check("杭州", "hangzhou");
        check("杭州市", "hangzhou");
        check("沙市区", "shashi");
        check("山东省淄博市淄川区", "zichuan");
        check("国务院", "national");
    }

    #[test]
    fn an_autonomous_place_loses_its_peoples() {
        check("内蒙古自治区", "neimenggu");
        check("新疆维吾尔自治区", "xinjiang");
        check("广西壮族自治区", "guangxi");
        check("恩施土家族苗族自治州", "enshi");
        check("巴音郭楞蒙古自治州", "bayinguoleng");
        check("双江拉祜族佤族布朗族傣族自治县", "shuangjiang");
        check("东乡族自治县", "dongxiang");
        check("鄂温克族自治旗", "ewenke");
        check("香港特别行政区", "xianggang");
    }

    #[test]
    fn every_place_has_the_id_of_its_published_reading() {
        for place in places::divisions() {
            let above = [place.parent().and_then(|parent| parent.parent()), place.parent()];
            let above = above.into_iter().flatten().filter(|above| above.code() != 0).map(|above| above.name());
            let words: String = above.chain([place.name()]).collect();
            assert_eq!(latin(&words), Some(place.reading()), "{words}");
        }
    }

    #[test]
    fn names_are_read_as_their_people_read_them() {
        for (place, id) in [
            ("厦门市", "xiamen"),
            ("六安市", "luan"),
            ("蚌埠市", "bengbu"),
            ("乐清市", "yueqing"),
            ("乐山市", "leshan"),
            ("朝阳区", "chaoyang"),
            ("成都市", "chengdu"),
            ("都匀市", "duyun"),
            ("长沙市", "changsha"),
            ("长治市", "changzhi"),
            ("番禺区", "panyu"),
            ("吐鲁番市", "tulufan"),
            ("阿勒泰地区", "aletai"),
            ("黄陂区", "huangpi"),
            ("宝坻区", "baodi"),
            ("蔚县", "yuxian"),
            ("吕梁市", "lvliang"),
            ("齐齐哈尔市", "qiqihaer"),
            ("西安市", "xian"),
            ("曾都区", "zengdu"),
            ("陕西省", "shaanxi"),
            ("乌什县", "wushi"),
            ("康巴什区", "kangbashi"),
            ("闵行区", "minhang"),
            ("穆棱市", "muling"),
            ("乐陵市", "laoling"),
            ("覃塘区", "qintang"),
            ("六枝特区", "liuzhi"),
            ("佛山市", "foshan"),
            ("神农架林区", "shennongjia"),
            ("万柏林区", "wanbolin"),
            ("管城回族区", "guancheng"),
            ("长春市朝阳区", "chaoyang"),
            ("吉林省", "jilin"),
            ("吉林市", "jilinshi"),
            ("长沙县", "changshaxian"),
            ("襄樊市", "xiangfan"),
        ] {
            check(place, id);
        }
    }

    #[test]
    fn a_place_that_no_list_has_is_read_by_its_characters() {
        check("长安镇", "changan");
        check("成都市天府新区", "tianfu");
        check("某某州吕村乡", "lvcun");
        check("成都市高新区", "gaoxin");
    }

    #[test]
    fn the_file_s_name_helps_where_the_text_names_no_place() {
        let check = |place: Option<&str>, year, stem: &str, expect: Option<&str>| {
            let masthead = Masthead { place: place.map(str::to_owned), year, ..Masthead::default() };
            assert_eq!(propose_id(&masthead, stem).as_deref(), expect, "{stem}");
        };
        check(None, None, "2023年淄川区政府工作报告", Some("zichuan-2023"));
        check(None, Some(2024), "2023年淄川区政府工作报告", Some("zichuan-2024"));
        check(Some("张店区"), Some(2024), "2023年淄川区政府工作报告", Some("zhangdian-2024"));
        check(None, Some(2023), "报告", Some("report-2023"));
        check(Some("淄川区"), None, "报告", Some("zichuan"));
        check(None, None, "报告", None);
        let court = |place: &str| {
            let masthead = Masthead {
                kind: ReportKind::Court,
                place: Some(place.to_owned()),
                year: Some(2023),
                ..Masthead::default()
            };
            propose_id(&masthead, "报告")
        };
        assert_eq!(court("淄川区").as_deref(), Some("zichuan-court-2023"));
        assert_eq!(court("最高人民法院").as_deref(), Some("national-court-2023"));
    }
}
