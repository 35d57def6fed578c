//! Keeps the documents of charts true: every kind has its heading and an example, and the example is one.

use gongdu::content::CHART_KINDS;

use crate::desk::Desk;
use crate::docs::check_set;
use crate::document::{document, headings, in_both, section, sections};
use crate::site::SMALL;

/// The heading above the kinds of charts.
const KINDS: [&str; 2] = ["种类", "Kinds"];

#[test]
fn every_kind_of_chart_has_a_heading() {
    for (path, text) in in_both("charts") {
        let kinds = headings(&section(&text, KINDS), 3);
        check_set(&path, kinds, CHART_KINDS.iter().map(|(name, _)| (*name).to_owned()).collect());
    }
}

#[test]
fn every_example_of_a_chart_is_one() {
    // Those of the English document are the same: `both_languages` holds it.
    for (kind, words) in sections(&section(&document("docs/zh/charts.md"), KINDS), 3) {
        let example = words.split("```\n").nth(1).unwrap_or_else(|| panic!("{kind} has no example"));
        assert!(example.contains(&format!("kind = \"{kind}\"")), "{kind}: {example}");
        let desk = Desk::with_copy_of(SMALL);
        desk.write("content/qinghe-2024/charts/example.md", example);
        // Its figures are those of another report.
        let site = desk.build();
        let faults = site.built.diagnostics.iter().filter(|found| {
            found.location.as_ref().is_some_and(|at| at.file.ends_with("example.md"))
                && !matches!(found.code.as_str(), "unknown-figure" | "chart-row")
        });
        assert_eq!(faults.count(), 0, "{kind}: {:#?}", site.built.diagnostics);
    }
}
