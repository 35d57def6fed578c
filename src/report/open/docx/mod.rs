//! Reads `.docx` as Word and WPS write it: the words that a reader of the document sees, in their order.

mod body;
mod container;
mod numbering;
mod styles;
mod xml;

use std::collections::BTreeMap;

use self::container::Container;
use super::Fault;
use super::lines::Lines;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Message, message};

/// The lines of a document, its footnotes and endnotes behind them.
///
/// # Errors
/// A file that is no document of Word, is damaged, or holds more than any report does.
pub(super) fn read(bytes: &[u8]) -> Result<Lines, Fault> {
    let mut container = Container::open(bytes)?;
    let main = container.main_part()?;
    let styles = container.part("styles.xml")?.map_or_else(|| Ok(Default::default()), |xml| styles::read(&xml))?;
    let numbering =
        container.part("numbering.xml")?.map_or_else(|| Ok(Default::default()), |xml| numbering::read(&xml))?;
    let mut notes = BTreeMap::new();
    for (kind, part) in [(body::NoteKind::Foot, "footnotes.xml"), (body::NoteKind::End, "endnotes.xml")] {
        if let Some(xml) = container.part(part)? {
            notes.extend(body::read_notes(&xml, kind, &styles)?);
        }
    }
    body::read(&main, &styles, numbering, &notes)
}

fn damaged(why: impl std::fmt::Display) -> Fault {
    let fault = Diagnostic::error(
        Code::DAMAGED_FILE,
        message!("this .docx is damaged: {why}", "这个 .docx 文件坏了：「{why}」"),
    );
    Box::new(fault.with_help(message!(
        "open it in Word or WPS, which mend many files, and save it again; or fetch it again",
        "重新下载；或用 Word、WPS 打开，它们能修好不少文件，再存一遍"
    )))
}

fn too_much(what: Message) -> Fault {
    let fault = Diagnostic::error(Code::TOO_MUCH_INSIDE, what);
    Box::new(fault.with_help(message!(
        "no report is like that; if it is one, copy its text into a text file",
        "报告不会这样；真是报告，就把文字复制到 .txt 里"
    )))
}
