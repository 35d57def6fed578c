//! What is told of addresses that a change of the text moves or takes away, and of the ledgers that are saved.

use super::console::Console;
use crate::build::UnsavedLedger;
use crate::diagnostic::Diagnostic;
use crate::ledger::AddressChanges;
use crate::message::{Message, message};

/// So many addresses of each kind are shown.
const SHOWN: usize = 10;

/// Tells what a changed text does to the addresses of a report; nothing of a report that never had one.
pub(super) fn told(console: &Console, ledger: &UnsavedLedger) {
    let AddressChanges { kept, new, moved, gone } = &ledger.changes;
    if ledger.is_first || *new == 0 && moved.is_empty() && gone.is_empty() {
        return;
    }
    console.say(&message!(
        "addresses of {report}: {kept} kept, {new} new, {moved} moved to another page, {gone} gone",
        "{report} 的地址：{kept} 个不变，{new} 个新增，{moved} 个移到别的页，{gone} 个没有了",
        report = ledger.report,
        kept = kept,
        new = new,
        moved = moved.len(),
        gone = gone.len(),
    ));
    let lines = gone.iter().map(|own| {
        let (id, words) = (&own.id, short(&own.words));
        message!("  gone: #{id} {words}", "  没有了：#{id} {words}")
    });
    listed(console, lines, gone.len());
    let lines = moved.iter().map(|own| {
        let (id, page, words) = (&own.address.id, &own.page, short(&own.address.words));
        message!("  moved: #{id} to {page} {words}", "  移走了：#{id} 到 {page} {words}")
    });
    listed(console, lines, moved.len());
}

/// Tells the first of so many lines, and how many more there are.
pub(super) fn listed(console: &Console, lines: impl Iterator<Item = Message>, count: usize) {
    lines.take(SHOWN).for_each(|line| console.say(&line));
    if let Some(more) = count.checked_sub(SHOWN + 1) {
        console.say(&message!("  and {more} more", "  还有 {more} 个", more = more + 1));
    }
}

fn short(words: &str) -> String {
    const MOST: usize = 30;
    let short: String = words.chars().take(MOST).collect();
    match short.len() {
        0 => short,
        length if length == words.len() => format!("「{short}」"),
        _ => format!("「{short}…」"),
    }
}

/// Saves a ledger and tells so; gives the fault of one that cannot be saved.
pub(super) fn save(console: &Console, ledger: &UnsavedLedger) -> Option<Diagnostic> {
    let file = &ledger.name;
    let fault = ledger.save();
    match &fault {
        Some(_) => {}
        None if ledger.is_first => console.say(&message!(
            "began {file}: the addresses of the report; keep it with the report, in git too",
            "建好 {file}：报告的地址簿，和报告放在一起，不要删，用 git 的一起提交"
        )),
        None => {
            console.say(&message!("renewed {file}: keep it with the report", "更新了 {file}：和报告放在一起，不要删"))
        }
    }
    fault
}
