//! Proposes the id of a report from the place and the year that it names: `zichuan-2023`.

use pinyin::ToPinyin as _;

use crate::report::{self, Masthead};

/// The id of a report that its masthead or, where that names no place, its file's name gives: the place in Latin letters
/// and the year. `report-2023` where neither names a place, `None` where nothing is known at all.
pub fn propose_id(masthead: &Masthead, stem: &str) -> Option<String> {
    let (named, dated) = report::place_and_year(stem);
    let place = masthead.place.clone().or(named).and_then(|place| latin(&place));
    let year = masthead.year.or(dated);
    match (place, year) {
        (Some(place), Some(year)) => Some(format!("{place}-{year}")),
        (None, Some(year)) => Some(format!("report-{year}")),
        (place, None) => place,
    }
}

/// A place's name in Latin letters, without what kind of place it is where two characters or more remain. Syllables stand
/// together (GB/T 28039 writes names so); ü is written v, as the addresses of governments do (吕梁 is lvliang.gov.cn).
fn latin(place: &str) -> Option<String> {
    let name = bare(smallest(place));
    if let Some((_, latin)) = WORDS.iter().find(|(word, _)| *word == name) {
        return Some((*latin).to_owned());
    }
    let syllable = |c: char| match c {
        'a'..='z' | '0'..='9' => Some(c.to_string()),
        'A'..='Z' => Some(c.to_ascii_lowercase().to_string()),
        c => read_in_names(c).or_else(|| Some(c.to_pinyin()?.plain())).map(|read| read.replace('ü', "v")),
    };
    name.chars().map(syllable).collect::<Option<String>>().filter(|name| !name.is_empty())
}

/// The smallest place of `山东省淄博市淄川区`.
fn smallest(place: &str) -> &str {
    let inner = |(at, kind): &(usize, &str)| {
        let (before, after) = (&place[..*at], &place[at + kind.len()..]);
        before.chars().count() >= 2 && after.chars().count() >= 2
    };
    let cuts = ["省", "市", "州", "盟"].iter().flat_map(|kind| place.match_indices(kind)).filter(inner);
    cuts.map(|(at, kind)| at + kind.len()).max().map_or(place, |at| &place[at..])
}

/// A name without the kind of place and the peoples of an autonomous one, where two characters remain.
fn bare(place: &str) -> &str {
    let bare = KINDS.iter().filter_map(|kind| place.strip_suffix(kind)).find(|name| is_name(name)).unwrap_or(place);
    if place.contains("自治") { without_peoples(bare) } else { bare }
}

/// `双江拉祜族佤族布朗族傣族` is 双江; 东乡族 is all there is of a name. In Xinjiang the peoples stand without 族.
fn without_peoples(name: &str) -> &str {
    let plain = name.strip_suffix('族').unwrap_or(name);
    let called = |people: &&&str| plain.len() < name.len() || is_name(people);
    let before = PEOPLES.iter().filter(called).filter_map(|people| plain.strip_suffix(people));
    match before.min_by_key(|before| before.len()).filter(|before| is_name(before)) {
        Some(before) => without_peoples(before),
        None => plain,
    }
}

fn is_name(text: &str) -> bool {
    text.chars().nth(1).is_some()
}

/// Kinds of places, the longest first.
const KINDS: &[&str] = &[
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "新区",
    "省",
    "市",
    "区",
    "县",
    "州",
    "旗",
    "盟",
    "镇",
    "乡",
];

/// The peoples of GB/T 3304 that autonomous places are named after.
const PEOPLES: &[&str] = &[
    "蒙古",
    "回",
    "藏",
    "维吾尔",
    "苗",
    "彝",
    "壮",
    "布依",
    "朝鲜",
    "满",
    "侗",
    "瑶",
    "白",
    "土家",
    "哈尼",
    "哈萨克",
    "傣",
    "黎",
    "傈僳",
    "佤",
    "畲",
    "拉祜",
    "水",
    "东乡",
    "纳西",
    "景颇",
    "柯尔克孜",
    "土",
    "达斡尔",
    "仫佬",
    "羌",
    "布朗",
    "撒拉",
    "毛南",
    "仡佬",
    "锡伯",
    "普米",
    "塔吉克",
    "怒",
    "鄂温克",
    "保安",
    "裕固",
    "独龙",
    "鄂伦春",
    "各",
];

/// Characters that the table of readings reads as common words do, and names of places otherwise.
fn read_in_names(c: char) -> Option<&'static str> {
    Some(match c {
        '重' => "chong",
        '长' => "chang",
        '都' => "du",
        '厦' => "xia",
        '藏' => "zang",
        '单' => "shan",
        '勒' => "le",
        '曾' => "zeng",
        '陂' => "pi",
        '坻' => "di",
        '番' => "pan",
        _ => return None,
    })
}

/// Names that no reading of single characters gives (the readings are those of the Ministry of Civil Affairs' lists), two
/// provinces that would else be one, and the government of the whole country.
const WORDS: &[(&str, &str)] = &[
    ("国务院", "national"),
    ("陕西", "shaanxi"),
    ("吐鲁番", "tulufan"),
    ("六安", "luan"),
    ("六合", "luhe"),
    ("蚌埠", "bengbu"),
    ("乐清", "yueqing"),
    ("乐亭", "laoting"),
    ("长子", "zhangzi"),
    ("洪洞", "hongtong"),
    ("浚县", "xunxian"),
    ("东阿", "donge"),
    ("涡阳", "guoyang"),
    ("枞阳", "zongyang"),
    ("铅山", "yanshan"),
    ("犍为", "qianwei"),
    ("筠连", "junlian"),
    ("荥经", "yingjing"),
    ("尉犁", "yuli"),
    ("中牟", "zhongmu"),
    ("牟平", "muping"),
    ("繁峙", "fanshi"),
    ("蔚县", "yuxian"),
    ("大城", "daicheng"),
    ("大埔", "dabu"),
    ("吴堡", "wubu"),
    ("什邡", "shifang"),
    ("泌阳", "biyang"),
];

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
    fn every_province_has_an_id_of_its_own() {
        for (place, id) in [
            ("北京市", "beijing"),
            ("天津市", "tianjin"),
            ("河北省", "hebei"),
            ("山西省", "shanxi"),
            ("辽宁省", "liaoning"),
            ("吉林省", "jilin"),
            ("黑龙江省", "heilongjiang"),
            ("上海市", "shanghai"),
            ("江苏省", "jiangsu"),
            ("浙江省", "zhejiang"),
            ("安徽省", "anhui"),
            ("福建省", "fujian"),
            ("江西省", "jiangxi"),
            ("山东省", "shandong"),
            ("河南省", "henan"),
            ("湖北省", "hubei"),
            ("湖南省", "hunan"),
            ("广东省", "guangdong"),
            ("海南省", "hainan"),
            ("重庆市", "chongqing"),
            ("四川省", "sichuan"),
            ("贵州省", "guizhou"),
            ("云南省", "yunnan"),
            ("西藏自治区", "xizang"),
            ("陕西省", "shaanxi"),
            ("甘肃省", "gansu"),
            ("青海省", "qinghai"),
            ("宁夏回族自治区", "ningxia"),
        ] {
            check(place, id);
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
        ] {
            check(place, id);
        }
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
    }
}
