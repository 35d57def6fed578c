//! Reads `.docx` as Word and WPS write it: the words that a reader of the document sees, in their order.

mod body;
mod container;
mod numbering;
mod styles;
mod symbols;
mod xml;

use std::collections::BTreeMap;

use self::container::Container;
use super::lines::Lines;
use super::unreadable::Unreadable;

/// The lines of a document, its footnotes and endnotes behind them.
///
/// # Errors
/// A file that is no document of Word, is damaged, or holds more than any report does.
pub(super) fn read(bytes: &[u8]) -> Result<Lines, Unreadable> {
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
