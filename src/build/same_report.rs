//! Reports that say that they are of one place, year and title: most often one text imported twice.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;
use crate::site::{ReportSummary, Seat};

/// A doubt for each set of reports that have the same place, year and title; messages call the folder of all reports `name`.
pub(super) fn told(reports: &[ReportSummary], name: &str) -> Vec<Diagnostic> {
    let mut same: BTreeMap<(Seat<'_>, u64, &str), Vec<&ReportSummary>> = BTreeMap::new();
    for report in reports.iter().filter(|report| report.seat() != Seat::Unknown) {
        if let Some(year) = report.year {
            same.entry((report.seat(), year, &report.own_title)).or_default().push(report);
        }
    }
    let twice = same.into_values().filter(|reports| reports.len() > 1);
    twice
        .map(|reports| {
            let ids: Vec<&str> = reports.iter().map(|report| report.id.as_str()).collect();
            doubt(&reports[0].title, &ids, name)
        })
        .collect()
}

fn doubt(title: &str, ids: &[&str], name: &str) -> Diagnostic {
    let ids = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>();
    Diagnostic::warning(
        Code::SAME_REPORT,
        message!("{ids} are all “{title}”", "{ids} 都是《{title}》", ids = ids.join(", "), title = title),
    )
    .in_file(format!("{name}/"))
    .with_help(message!(
        "remove the folder of the one that is not to be read, or tell them apart in report.toml (title)",
        "只留一份，删去另一份的文件夹；两份都要，就在 report.toml 的 title 里写明区别"
    ))
}
