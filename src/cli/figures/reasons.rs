//! Why one figure of a report is what its row says: the report's source read again, and where a person changed the row.

use std::path::Path;

use super::super::why;
use super::entry::ListedFigure;
use crate::inspect::{Reasoned, Reasons};
use crate::intake;
use crate::message::{Language, Message, message};

/// What decided the figure of an entry, with what its row and its reading do not agree on.
pub(super) fn told(content: &Path, entry: &ListedFigure, language: Language) -> anyhow::Result<String> {
    let folder = content.join(&entry.report);
    let name = folder.display().to_string();
    let Some(read) = intake::read_again(&folder, &name)? else {
        let none = message!(
            "\n{name} has no source, so that nothing can be read again; lay the published text there and name it in report.toml (source = \"source.txt\")",
            "\n{name} 里没有原文，无从重读；把公布的原文放进去，在 report.toml 里写明（source = \"source.txt\"）"
        );
        return Ok(none.said_in(language).to_owned() + "\n");
    };
    let reasons = Reasons::of(&read.opened, &read.imported.report);
    let found = reasons.quoted(&entry.row.quote, &entry.row.words);
    let Some(figure) = nearest(&found, entry) else {
        let none = message!(
            "\nthe reading of the source has no figure with these words: a person added the row, or changed its quote or its words",
            "\n程序在原文里没有认出这个数字：这一行是人加的，或者引文、数字有人改过"
        );
        return Ok(none.said_in(language).to_owned() + "\n");
    };
    let changed = why::changed(&entry.row, &figure.explained().figure);
    let heads = if changed.is_empty() {
        vec![message!("as the source is read", "原文是这样认的")]
    } else {
        let head = message!(
            "a person changed the row, or the rules changed since the import",
            "这一行有人改过，或者导入以后规则变了"
        );
        std::iter::once(head).chain(changed).collect()
    };
    let heads: Vec<&str> = heads.iter().map(|head: &Message| head.said_in(language)).collect();
    Ok(format!("\n{}\n{}", heads.join("\n"), why::told(figure, language)))
}

/// Of figures with the same words in the same quote on several pages the one whose row says most of the same, the first of equals.
fn nearest<'a>(found: &[Reasoned<'a>], entry: &ListedFigure) -> Option<Reasoned<'a>> {
    found.iter().copied().min_by_key(|figure| why::changed(&entry.row, &figure.explained().figure).len())
}
