//! The ids of reports: the names of their folders, and what their addresses begin with.

use std::path::Path;

use crate::content::STATIC;
use crate::diagnostic::{Code, Diagnostic};
use crate::disk;
use crate::message::message;

/// Names of the site's own pages, which no report may have.
const TAKEN: [&str; 6] = ["about", "accessibility", "data", "assets", "search", "years"];

/// Whether a report may have this id: it becomes the beginning of its addresses.
pub fn check_id(id: &str) -> Result<(), Box<Diagnostic>> {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let plain = !id.is_empty() && id.len() <= 64 && id.bytes().all(good) && !id.starts_with('-') && !id.ends_with('-');
    let held = disk::check_path(id);
    if !plain || TAKEN.contains(&id) || id == STATIC || held.is_err() {
        let why = match held {
            _ if TAKEN.contains(&id) => message!("`{id}` is a page of the site itself", "`{id}` 是网站自己的页面"),
            _ if id == STATIC => message!(
                "`{id}` is the folder of files that go into the site as they are",
                "`{id}` 文件夹放的是原样放进网站的文件"
            ),
            Err(why) if plain => {
                message!("no folder can be called `{id}`: {why}", "文件夹不能叫 `{id}`：{why}", id = id, why = why)
            }
            _ => message!("`{id}` cannot be part of an address", "`{id}` 不能用在网址里"),
        };
        let fault = Diagnostic::error(Code::BAD_ID, why);
        return Err(Box::new(fault.with_help(message!(
            "name the report with lower-case letters, digits and hyphens: zichuan-2023",
            "报告的编号只用小写字母、数字和连字符：zichuan-2023"
        ))));
    }
    Ok(())
}

/// The ids of the reports below the folder `content`, which messages call `name`; that there is none is a fault, and so is a
/// folder that cannot be one.
pub(super) fn found(content: &Path, name: &str, diagnostics: &mut Vec<Diagnostic>) -> anyhow::Result<Vec<String>> {
    let mut folders = disk::subfolders(content)?;
    folders.retain(|folder| folder != STATIC);
    if folders.is_empty() {
        diagnostics.push(
            Diagnostic::error(Code::NO_REPORTS, message!("there is no report in {name}/", "{name}/ 里一份报告也没有"))
                .with_help(message!("add one: gongdu import REPORT.docx", "导入一份：`gongdu import 报告.docx`")),
        );
    }
    let mut ids = Vec::new();
    for id in folders {
        match check_id(&id) {
            Ok(()) => ids.push(id),
            Err(fault) => diagnostics.push(fault.in_file(format!("{name}/{id}/"))),
        }
    }
    Ok(ids)
}

/// The ids of the reports below the folder `content`, sorted; folders that are none are passed over.
///
/// # Errors
/// A fault of the machine.
pub fn reports(content: &Path) -> anyhow::Result<Vec<String>> {
    Ok(disk::subfolders(content)?.into_iter().filter(|id| check_id(id).is_ok()).collect())
}
