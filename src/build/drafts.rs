//! Which reports are drafts: they are left out of a build that does not ask for them.

use std::path::Path;

use super::request::Request;
use crate::content::{RawFile, TitlePage};
use crate::diagnostic::{Code, Diagnostic};
use crate::disk;
use crate::message::message;

/// Those of the reports `ids` that say `draft = true`. What is wrong with a title page is told when its report is made.
pub(super) fn drafts(request: &Request, ids: &[String]) -> Vec<String> {
    are_drafts(&request.content, ids)
}

/// The same of the reports in a folder.
pub(super) fn are_drafts(content: &Path, ids: &[String]) -> Vec<String> {
    ids.iter().filter(|id| is_draft(&content.join(id).join("report.toml"))).cloned().collect()
}

fn is_draft(title_page: &Path) -> bool {
    let read = |bytes: Vec<u8>| TitlePage::read(RawFile { path: "report.toml", name: "", bytes: &bytes }).value.draft;
    disk::exists(title_page) && disk::read_file(title_page).is_ok_and(read)
}

/// The fault of a site of which every report is left out.
pub(super) fn nothing_else(name: &str) -> Diagnostic {
    let fault =
        Diagnostic::error(Code::NO_REPORTS, message!("every report in {name}/ is a draft", "{name}/ 里的报告都是草稿"));
    fault.with_help(message!(
        "take the line `draft = true` out of the report.toml of one, or add --drafts",
        "把要发布的那份 report.toml 里的 `draft = true` 删掉，或加上 --drafts"
    ))
}
