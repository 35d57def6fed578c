//! `diff`: which files an upload has to carry.

use serde::Serialize;

use super::console::Console;
use super::outcome::Outcome;
use super::shell_args::Diff;
use crate::disk::Difference;
use crate::message::message;

pub(super) fn diff(console: &Console, options: &Diff) -> anyhow::Result<Outcome> {
    let difference = Difference::between(&options.old, &options.new)?;
    if options.json {
        console.print(&json(&difference)?)?;
    } else if options.upload {
        console.print(&lines("", to_upload(&difference)))?;
    } else if options.delete {
        console.print(&lines("", difference.removed))?;
    } else {
        console.say(&message!(
            "{upload} to upload ({kilobytes} KB), {delete} to delete",
            "要传 {upload} 个文件（{kilobytes} KB），要删 {delete} 个",
            upload = difference.added.len() + difference.changed.len(),
            kilobytes = difference.bytes.div_ceil(1000),
            delete = difference.removed.len(),
        ));
        console.print(
            &(lines("+ ", difference.added) + &lines("~ ", difference.changed) + &lines("- ", difference.removed)),
        )?;
    }
    Ok(Outcome::Good)
}

/// New and changed files, in the order of their paths.
fn to_upload(difference: &Difference) -> Vec<String> {
    let mut paths = [&difference.added[..], &difference.changed[..]].concat();
    paths.sort();
    paths
}

fn lines(sign: &str, paths: Vec<String>) -> String {
    paths.iter().map(|path| format!("{sign}{path}\n")).collect()
}

#[derive(Serialize)]
struct DifferenceJson<'a> {
    added: &'a [String],
    changed: &'a [String],
    removed: &'a [String],
    /// Of the files that are added or changed.
    bytes: u64,
}

fn json(difference: &Difference) -> anyhow::Result<String> {
    let Difference { added, changed, removed, bytes } = difference;
    let printed = serde_json::to_string_pretty(&DifferenceJson { added, changed, removed, bytes: *bytes })?;
    Ok(printed + "\n")
}
