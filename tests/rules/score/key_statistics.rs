//! The key statistics that a report prints: read rightly, shown on the overview, drawn on a chart.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use gongdu::artifact::{Files, Memory};
use gongdu::build::{self, Request};
use gongdu::inspect::FigureJson;
use serde::Deserialize;

use super::Card;
use super::pairs::Number;
use crate::reading::Reading;

/// One printed key statistic.
#[derive(Deserialize)]
pub struct Label {
    pub doc: String,
    /// `gdp`, `revenue` …
    stat: String,
    name: String,
    status: String,
    period: String,
    words: String,
    line: usize,
    #[serde(default)]
    also: Vec<usize>,
    at: Option<usize>,
    value: f64,
    unit: String,
    /// Printed without a digit: counts neither way.
    #[serde(default)]
    soft: bool,
}

/// Words one of which stands in any good name of each statistic.
const NAMES: [(&str, &[&str]); 17] = [
    ("gdp", &["生产总值", "GDP"]),
    ("revenue", &["预算收入", "财政收入", "财政总收入"]),
    ("investment", &["投资"]),
    ("retail", &["零售"]),
    ("trade", &["进出口"]),
    ("industry", &["工业"]),
    ("income", &["收入"]),
    ("income_urban", &["城"]),
    ("income_rural", &["农", "乡"]),
    ("jobs", &["就业"]),
    ("unemployment", &["失业率"]),
    ("cpi", &["消费价格", "物价", "CPI"]),
    ("grain", &["粮"]),
    ("energy", &["能耗"]),
    ("air", &["优良", "PM", "细颗粒"]),
    ("population", &["人口"]),
    ("urbanisation", &["城镇化"]),
];

impl Label {
    fn number(&self) -> Number<'_> {
        Number { line: self.line, also: &self.also, at: None, value: self.value, unit: &self.unit }
    }

    fn stands_at(&self, figure: &FigureJson) -> bool {
        figure.line == self.line && self.at.is_some_and(|at| (figure.start..figure.end).contains(&at))
    }

    /// The figures that may be this number, by index: those at its place where the line has several like it.
    fn candidates(&self, figures: &[FigureJson]) -> Vec<usize> {
        let all: Vec<usize> = (0..figures.len()).filter(|index| self.number().is(&figures[*index])).collect();
        let here = |index: &&usize| self.stands_at(&figures[**index]);
        if all.len() < 2 || !all.iter().any(|index| here(&index)) {
            return all;
        }
        let elsewhere = all.iter().filter(|index| figures[**index].line != self.line);
        all.iter().filter(here).chain(elsewhere).copied().collect()
    }

    /// Status, period, name, and no loss told as growth.
    fn is_right(&self, figure: &FigureJson) -> [bool; 4] {
        let names = NAMES.iter().find(|(stat, _)| *stat == self.stat).map_or(&[][..], |(_, names)| names);
        [
            figure.status == self.status,
            figure.period == self.period,
            names.iter().any(|name| figure.indicator.contains(name)),
            self.value >= 0.0 || figure.direction == Some("down"),
        ]
    }
}

/// Scores one report; it is imported and built for that, as an operator would who changes nothing.
pub fn score(labels: &[&Label], reading: &Reading, card: &mut Card<'_>) {
    let labels: Vec<&&Label> = labels.iter().filter(|label| !label.soft).collect();
    let site = built(reading);
    card.score("key statistics: the import builds", usize::from(site.is_some()), 1);
    let (overview, charts) = site.as_ref().map(shown).unwrap_or_default();
    let figures = &reading.inspection.figures;
    let ids = ids(reading);
    let mut right = BTreeMap::from([("status", 0), ("period", 0), ("name", 0), ("all of it", 0)]);
    let mut places = BTreeMap::from([("overview", [0, 0]), ("chart", [0, 0])]);
    let mut due = [0, 0];
    for label in &labels {
        let side = usize::from(label.status == "target");
        due[side] += 1;
        let candidates = label.candidates(figures);
        let quality = |index: &usize| (label.stands_at(&figures[*index]), label.is_right(&figures[*index]));
        let Some(best) = candidates.iter().copied().rev().max_by_key(quality) else {
            card.miss(&format!("key statistic missed: {} {} {}", label.line, label.name, label.words));
            continue;
        };
        // The same figure printed a second time and read rightly there is as good.
        let good = |index: &usize| label.is_right(&figures[*index]).iter().all(|one| *one);
        let again = candidates.iter().copied().find(|index| good(index) && figures[*index].line != label.line);
        let best = if good(&best) { best } else { again.unwrap_or(best) };
        let [status, period, name, sign] = label.is_right(&figures[best]);
        let all = status && period && name && sign;
        for (field, is) in [("status", status), ("period", period), ("name", name), ("all of it", all)] {
            *right.get_mut(field).unwrap() += usize::from(is);
        }
        let figure = &figures[best];
        if !all {
            card.miss(&format!(
                "key statistic: {} {} {}: {} {} {}",
                label.line, label.name, label.words, figure.indicator, figure.period, figure.status
            ));
        }
        let same = candidates.iter().filter(|index| **index == best || figures[**index].line != label.line);
        let named: Vec<&String> = same.filter_map(|index| ids.get(index)).collect();
        for (place, shown) in [("overview", &overview), ("chart", &charts)] {
            let is = named.iter().any(|id| shown.contains(*id));
            places.get_mut(place).unwrap()[side] += usize::from(is);
            if !is {
                card.miss(&format!("key statistic not on {place}: {} {} {}", label.line, label.name, label.words));
            }
        }
    }
    for (field, count) in right {
        card.score(&format!("key statistics: {field}"), count, labels.len());
    }
    for (place, [done, planned]) in places {
        card.score(&format!("key statistics: done on {place}"), done, due[0]);
        card.score(&format!("key statistics: planned on {place}"), planned, due[1]);
    }
}

/// The ids of `figures.csv` by the index of the figure.
fn ids(reading: &Reading) -> BTreeMap<usize, String> {
    let all = reading.figures();
    let by_id = reading.figures_by_id();
    let mut found = BTreeMap::new();
    for (id, stated) in by_id {
        if let Some(index) = all.iter().position(|one| std::ptr::eq(one.figure, stated.figure)) {
            found.insert(index, id);
        }
    }
    found
}

/// The site of this report alone; `None` when it does not build.
fn built(reading: &Reading) -> Option<Files> {
    let folder = tempfile::tempdir().unwrap();
    for file in &reading.files {
        let path = folder.path().join("report").join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.bytes).unwrap();
    }
    fs::write(folder.path().join("site.toml"), "title = \"公读\"\n").unwrap();
    fs::write(folder.path().join("report/source.txt"), reading.opened.source.text()).unwrap();
    let request = Request {
        content: folder.path().to_owned(),
        theme: None,
        base_url: None,
        write_content: false,
        drafts: false,
        preview: false,
        full: false,
        shard: None,
    };
    let memory = Memory::default();
    let built = build::build_with_fonts(&request, &[], &memory, &|_, _| ()).unwrap();
    built.is_good().then(|| memory.into_files())
}

/// The ids of figures that the overview links to, and those that charts do.
fn shown(site: &Files) -> (BTreeSet<String>, BTreeSet<String>) {
    let links = |is_page: &dyn Fn(&str) -> bool| -> BTreeSet<String> {
        let pages = site.iter().filter(|(path, _)| is_page(path));
        pages.flat_map(|(_, bytes)| linked(&String::from_utf8_lossy(bytes))).collect()
    };
    (
        links(&|path| path == "report/index.html"),
        links(&|path| path.starts_with("report/charts/") && path.ends_with("index.html")),
    )
}

/// The ids of figures in the links of a page: `f12` of `href="../figures/#f12"`.
fn linked(page: &str) -> Vec<String> {
    let ends = page.split("#f").skip(1).filter_map(|rest| rest.split(['"', '\'']).next());
    let ids =
        ends.filter(|end| !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    ids.map(|end| format!("f{end}")).collect()
}
