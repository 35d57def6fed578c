//! What is publicly known of growth targets is what was read: those of the nation in its work reports, and of provinces for 2025.

use std::collections::BTreeSet;
use std::fs;

use gongdu::figures::key_statistics::{OwnPlace, number_of};

/// The targets for the growth of GDP as the reports announced them (国务院 and 各省 2025 年《政府工作报告》); in 2020 the nation set none.
const KNOWN: &[(&str, &str, &str)] = &[
    ("national-国务院-2003", "2003", "7"),
    ("national-国务院-2008", "2008", "8"),
    ("national-国务院-2010", "2010", "8"),
    ("national-国务院-2015", "2015", "7"),
    ("national-国务院-2019", "2019", "6 to 6.5"),
    ("national-国务院-2020", "2020", ""),
    ("national-国务院-2023", "2023", "5"),
    ("national-国务院-2024", "2024", "5"),
    ("national-国务院-2025", "2025", "5"),
    ("province-北京市-2025", "2025", "5"),
    ("province-上海市-2025", "2025", "5"),
    ("province-山东省-2025", "2025", "5"),
    ("province-湖南省-2025", "2025", "5.5"),
    ("province-广东省-2025", "2025", "5"),
    ("province-福建省-2025", "2025", "5 to 5.5"),
    ("province-四川省-2025", "2025", "5.5"),
    ("province-云南省-2025", "2025", "5"),
    ("province-新疆维吾尔自治区-2025", "2025", "6"),
];

/// The targets for the growth of GDP in one year that a golden text of the corpus holds without a doubt.
fn targets(name: &str, year: &str) -> BTreeSet<String> {
    let golden = fs::read_to_string(format!("tests/corpus/golden/{name}.txt")).unwrap();
    let place = OwnPlace { name: "国务院", is_nation: true };
    let target = |line: &str| {
        let field = |wanted: &str| line.split(" | ").find_map(|field| field.strip_prefix(wanted)?.strip_prefix('='));
        let is = field("kind") == Some("change") && field("status") == Some("target") && field("period") == Some(year);
        let is_growth = is && field("doubt").is_none() && number_of(field("name")?, place) == Some(0);
        let value = field("value")?.to_owned();
        is_growth.then(|| field("high").map_or(value.clone(), |high| format!("{value} to {high}")))
    };
    golden.lines().filter(|line| line.contains(" figure ")).filter_map(target).collect()
}

#[test]
fn growth_targets_are_those_that_are_publicly_known() {
    for (name, year, known) in KNOWN {
        let known: BTreeSet<String> =
            Some(*known).filter(|known| !known.is_empty()).map(str::to_owned).into_iter().collect();
        assert_eq!(targets(name, year), known, "{name}");
    }
}
