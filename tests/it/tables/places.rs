//! Makes the table of places: of the published lists of divisions, each name with its reading, its kind set apart.

use std::collections::{BTreeMap, BTreeSet};

use super::{rows, source};

/// The government of the whole country, whose reports name it where others name a place.
const NATION: &str = "000000\t国务院\tnational\n";

struct Row {
    code: String,
    /// The code of the place that it lies in.
    parent: Option<String>,
    name: String,
    /// The name without the kind of place.
    bare: String,
    /// A syllable for each character of `name`.
    syllables: Vec<String>,
    /// The last list that has the name, where today's has not.
    list: Option<String>,
}

pub fn table() -> String {
    let rows = divisions();
    let mut sounds: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in &rows {
        sounds.entry(row.spoken().concat()).or_default().push(row);
    }
    let is_mistaken = |row: &&Row| sounds[&row.spoken().concat()].iter().any(|other| row.is_mistaken_for(other));
    // One name has one reading, whichever list has it.
    let mistaken: BTreeSet<_> = rows.iter().filter(is_mistaken).map(Row::called).collect();
    let lines = rows.iter().map(|row| row.line(mistaken.contains(&row.called())));
    NATION.to_owned() + &lines.collect::<String>()
}

fn divisions() -> Vec<Row> {
    let (text, readings) = (source("divisions.tsv"), readings());
    let codes: BTreeSet<&str> = rows(&text).map(|cells| cells[0]).collect();
    let parent = |code: &str| {
        let above = [4, 2].map(|digits| format!("{:0<6}", &code[..digits]));
        above.into_iter().find(|above| above != code && codes.contains(above.as_str()))
    };
    let row = |cells: Vec<&str>| Row {
        code: cells[0].to_owned(),
        parent: parent(cells[0]),
        name: cells[1].to_owned(),
        bare: bare(cells[1]).to_owned(),
        syllables: readings[cells[1]].clone(),
        list: cells.get(2).map(|list| (*list).to_owned()),
    };
    rows(&text).map(row).collect()
}

/// The reading of each name: the dictionary's, and for some the one that was decided on.
fn readings() -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for name in ["readings.tsv", "decided.tsv"] {
        for row in rows(&source(name)) {
            let syllables: Vec<String> = row[1].split(' ').map(str::to_owned).collect();
            assert_eq!(syllables.len(), row[0].chars().count(), "{row:?}");
            let known = found.insert(row[0].to_owned(), syllables).is_some();
            assert_eq!(known, name == "decided.tsv", "{row:?}");
        }
    }
    found
}

impl Row {
    /// The row as it stands in the table. A name that would be `mistaken` without its kind is read with its last character.
    fn line(&self, mistaken: bool) -> String {
        let mut syllables = self.spoken().to_vec();
        syllables.extend(self.syllables.last().filter(|_| mistaken).cloned());
        let kind = &self.name[self.bare.len()..];
        let bar = if kind.is_empty() { "" } else { "|" };
        let list = self.list.as_ref().map(|list| format!("\t{list}")).unwrap_or_default();
        format!("{}\t{}{bar}{kind}\t{}{list}\n", self.code, self.bare, syllables.join(" "))
    }

    fn spoken(&self) -> &[String] {
        &self.syllables[..self.bare.chars().count()]
    }

    /// Its name, and whether it is a county, a prefecture or a province.
    fn called(&self) -> (&str, usize) {
        (&self.name, self.code.trim_end_matches("00").len())
    }

    /// Whether a place of the same sound is the one that this lies in (吉林市, 长沙县), or stands beside it today.
    fn is_mistaken_for(&self, other: &Self) -> bool {
        let of_today = self.list.is_none() && other.list.is_none();
        let beside = self.parent == other.parent && self.code != other.code;
        self.parent.as_ref() == Some(&other.code) || beside && of_today
    }
}

/// A name without the kind of place and the peoples of an autonomous one, where two characters remain.
fn bare(name: &str) -> &str {
    // 神农架林区, but 万柏林区.
    let is_kind = |kind: &&&str| **kind != "林区" || name.chars().count() > 4;
    let kinds = KINDS.iter().filter(is_kind);
    let bare = kinds.filter_map(|kind| name.strip_suffix(kind)).find(|name| is_name(name)).unwrap_or(name);
    if name.contains("自治") || name.ends_with("族区") { without_peoples(bare) } else { bare }
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
#[rustfmt::skip]
const KINDS: &[&str] = &[
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "新区", "特区", "林区", "矿区",
    "省", "市", "区", "县", "旗", "盟",
];

/// The peoples of GB/T 3304 that autonomous places are named after.
#[rustfmt::skip]
const PEOPLES: &[&str] = &[
    "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎",
    "傈僳", "佤", "畲", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南",
    "仡佬", "锡伯", "普米", "塔吉克", "怒", "鄂温克", "保安", "裕固", "独龙", "鄂伦春", "各",
];
