//! What the site calls its reports together: by the kinds that they are of.

use std::collections::BTreeSet;

use crate::report::ReportKind;
use crate::site::ReportSummary;
use crate::words::Words;

/// The kinds of some reports, each once; a site that has none yet is for those of governments.
pub(super) fn kinds(reports: &[ReportSummary]) -> BTreeSet<ReportKind> {
    let kinds: BTreeSet<ReportKind> = reports.iter().map(|report| report.kind).collect();
    if kinds.is_empty() { BTreeSet::from([ReportKind::Government]) } else { kinds }
}

/// The kinds as the site says them: `政府工作报告、统计公报`.
pub(super) fn said(kinds: &BTreeSet<ReportKind>, words: &Words) -> String {
    let named: Vec<&str> = kinds.iter().map(|kind| words.get(key(*kind))).collect();
    named.join(words.get("kinds.and"))
}

fn key(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Government => "kinds.government",
        ReportKind::Court => "kinds.court",
        ReportKind::Procuratorate => "kinds.procuratorate",
        ReportKind::Congress => "kinds.congress",
        ReportKind::Cppcc => "kinds.cppcc",
        ReportKind::Budget => "kinds.budget",
        ReportKind::Plan => "kinds.plan",
        ReportKind::Communique => "kinds.communique",
        ReportKind::Party => "kinds.party",
        ReportKind::PolicyAddress => "kinds.policy_address",
        ReportKind::FiveYearPlan => "kinds.five_year_plan",
        ReportKind::Other => "kinds.other",
    }
}
