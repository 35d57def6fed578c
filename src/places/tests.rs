//! What the table of places holds, and what is found in it by which name.

use std::collections::BTreeMap;

use super::*;

#[track_caller]
fn check(words: &str, expect: Option<(u32, &str)>) {
    let found = find(words);
    assert_eq!(found.map(|place| (place.code(), place.name())), expect, "{words}");
}

#[test]
fn every_name_has_a_syllable_for_each_of_its_characters() {
    assert!(divisions().len() > 3500 && divisions().is_sorted_by_key(Division::code));
    for place in divisions().iter().filter(|place| place.code() != 0) {
        let (syllables, characters) = (place.syllables().count(), place.short_name().chars().count());
        assert!(characters >= 2 && (characters..=characters + 1).contains(&syllables), "{place:?}");
        assert!(place.reading().chars().all(|c| c.is_ascii_lowercase()), "{place:?}");
    }
}

#[test]
fn no_two_counties_of_a_prefecture_share_a_reading_and_none_has_that_of_the_place_it_lies_in() {
    let mut seen = BTreeMap::new();
    for place in divisions().iter().filter(|place| place.is_of_today() && place.code() != 0) {
        let parent = place.parent().unwrap();
        assert_ne!(place.reading(), parent.reading(), "{place:?}");
        let other = seen.insert((parent.code(), place.reading()), place);
        assert_eq!(other, None, "{place:?}");
    }
}

#[test]
fn a_place_is_found_by_its_name_in_full_or_short_alone_or_after_what_it_lies_in() {
    let zichuan = Some((370_302, "淄川区"));
    for words in ["淄川区", "淄川", "淄博市淄川区", "山东省淄博市淄川区", "山东淄川", "山东省淄川区"]
    {
        check(words, zichuan);
    }
    check("四川", Some((510_000, "四川省")));
    check("香港特別行政區", Some((810_000, "香港特别行政区")));
    check("国务院", Some((0, "国务院")));
    check("延边州", Some((222_400, "延边朝鲜族自治州")));
    check("三都县", Some((522_732, "三都水族自治县")));
    check("济源市", Some((419_001, "济源市")));
    check("定州市", Some((130_682, "定州市")));
    check("海淀区淄川区", None);
    check("某省淄川区", None);
    check("山东省", Some((370_000, "山东省")));
    check("", None);
}

#[test]
fn places_that_share_a_name_are_told_apart_by_what_they_lie_in() {
    check("朝阳区", None);
    check("北京市朝阳区", Some((110_105, "朝阳区")));
    check("吉林省长春市朝阳区", Some((220_104, "朝阳区")));
    check("鼓楼区", None);
    check("徐州市鼓楼区", Some((320_302, "鼓楼区")));
    check("桥东区", None);
    check("张家口市桥东区", Some((130_702, "桥东区")));
    // A name alone is that of the larger place.
    check("吉林", Some((220_000, "吉林省")));
    check("长沙", Some((430_100, "长沙市")));
    check("毕节市", Some((520_500, "毕节市")));
    assert_eq!(reading("朝阳区").as_deref(), Some("chaoyang"));
}

#[test]
fn a_place_is_the_same_under_an_earlier_name_and_after_what_it_lies_in() {
    for (one, other, same) in [
        ("呼伦贝尔市海拉尔区", "海拉尔区", true),
        ("密云县", "密云区", true),
        ("襄樊市", "湖北省襄阳市", true),
        ("吕梁地区", "吕梁市", true),
        ("离石市", "吕梁市离石区", true),
        ("海南省", "海南州", false),
        ("长沙县", "长沙市", false),
        ("伊宁县", "伊宁市", false),
        ("北京市朝阳区", "长春市朝阳区", false),
        ("石家庄市桥东区", "张家口市桥东区", false),
        ("北京市朝阳区", "朝阳区", false),
        ("某开发区", "某开发区", true),
        ("某开发区", "另一开发区", false),
    ] {
        assert_eq!(same_place(one, other), same, "{one} {other}");
    }
}

#[test]
fn characters_are_read_as_names_of_places_read_them() {
    for (c, read) in [
        ('长', Some("chang")),
        ('都', Some("du")),
        ('厦', Some("xia")),
        ('什', Some("shi")),
        ('牟', None),
        ('吗', None),
    ] {
        assert_eq!(syllable(c), read, "{c}");
    }
    for (name, bare) in [("高新区", "高新"), ("天府新区", "天府"), ("新化回族自治县", "新化"), ("叶县", "叶县")]
    {
        assert_eq!(without_kind(name), bare);
    }
}
