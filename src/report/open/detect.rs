//! Tells a file's format by its first bytes, and by its name only among the kinds of text.

use crate::message::Message;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Text with the marks of Markdown.
    Markdown,
    /// A web page.
    Html,
    /// Word or WPS, 2007 and later.
    Docx,
    /// Portable Document Format.
    Pdf,
    /// Word or WPS before 2007.
    Doc,
    /// Rich Text Format, whatever its name says.
    Rtf,
    /// A document of Word or WPS that a password locks.
    Locked,
    /// A picture.
    Image,
    /// Something else that is no text.
    Unknown,
}

impl Format {
    /// The name that people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
            Format::Docx => "Word",
            Format::Pdf => "PDF",
            Format::Doc => "Word 97",
            Format::Rtf => "RTF",
            Format::Locked => "locked",
            Format::Image => "picture",
            Format::Unknown => "unknown",
        }
    }

    /// What people call it.
    pub fn word(self) -> Message {
        let chinese = match self {
            Format::Text => "文本",
            Format::Html => "网页",
            Format::Locked => "加了密码的文件",
            Format::Image => "图片",
            Format::Unknown => "不明",
            Format::Markdown | Format::Docx | Format::Pdf | Format::Doc | Format::Rtf => self.name(),
        };
        Message::new(self.name(), chinese)
    }

    /// The ending that the source gets beside the report's other files.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "txt",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Doc | Format::Locked => "doc",
            Format::Rtf => "rtf",
            Format::Image | Format::Unknown => "bin",
        }
    }
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const PICTURES: &[&[u8]] = &[b"\x89PNG\r\n", b"\xFF\xD8\xFF", b"II*\0", b"MM\0*"];
/// Marks of pictures that a text could begin with as well.
const LETTERS: &[&[u8]] = &[b"GIF8", b"BM", b"RIFF"];
/// How much of a file is looked at for the signs of a web page.
const LOOK: usize = 2048;

/// The format of a file with this name and these bytes.
pub fn detect(name: &str, bytes: &[u8]) -> Format {
    let ends = |endings: &[&str]| {
        let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        extension.is_some_and(|extension| endings.contains(&extension.as_str()))
    };
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Format::Docx;
    }
    if bytes.starts_with(OLE) {
        let locked = holds_utf16(bytes, "EncryptedPackage");
        return if locked { Format::Locked } else { Format::Doc };
    }
    // A few bytes may stand before the mark.
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Format::Pdf;
    }
    if bytes.starts_with(b"{\\rtf") {
        return Format::Rtf;
    }
    let marked = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    if marked(PICTURES) || marked(LETTERS) && !is_text(bytes) {
        return Format::Image;
    }
    if is_page(bytes) || ends(&["html", "htm", "shtml", "xhtml"]) && is_text(bytes) {
        return Format::Html;
    }
    if !is_text(bytes) {
        return Format::Unknown;
    }
    if ends(&["md", "markdown"]) { Format::Markdown } else { Format::Text }
}

/// Whether the bytes say of themselves that they are a web page. Scraps of one are text with tags.
fn is_page(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(LOOK)].to_ascii_lowercase();
    let holds = |mark: &str| head.windows(mark.len()).any(|window| window == mark.as_bytes());
    let first = head.iter().position(|byte| !byte.is_ascii_whitespace() && !matches!(byte, 0xEF | 0xBB | 0xBF));
    let tag = first.is_some_and(|at| head[at] == b'<');
    tag && ["<!doctype html", "<html", "<head", "<body"].iter().any(|mark| holds(mark))
}

/// Whether bytes can be a text in some encoding: those of one byte have no control characters, UTF-16 has a NUL in most
/// pairs of Latin letters and line ends and nearly none elsewhere.
fn is_text(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    let look = &bytes[..bytes.len().min(64 << 10)];
    let control = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A | 0x1B);
    if look.contains(&0) {
        // UTF-16 without its mark: units that are controls are rare.
        let units = |swap: bool| {
            look.chunks_exact(2).filter(move |pair| {
                let unit = u16::from_le_bytes([pair[usize::from(swap)], pair[usize::from(!swap)]]);
                unit < 0x20 && !matches!(unit, 9 | 10 | 13)
            })
        };
        let few = |count: usize| count * 200 <= look.len();
        return few(units(false).count()) || few(units(true).count());
    }
    look.iter().filter(control).count() * 100 <= look.len()
}

fn holds_utf16(bytes: &[u8], words: &str) -> bool {
    let wanted: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expect: Format) {
        assert_eq!(detect(name, bytes), expect, "{name}");
    }

    #[test]
    fn a_format_is_told_by_the_bytes_and_not_by_the_name() {
        check("a.txt", b"PK\x03\x04", Format::Docx);
        check("a.docx", "各位代表：".as_bytes(), Format::Text);
        check("a.docx", OLE, Format::Doc);
        check("a.txt", b"%PDF-1.7", Format::Pdf);
        check("a.txt", b"<!DOCTYPE html><html>", Format::Html);
        check("a.txt", b"\xEF\xBB\xBF \n<html><body>", Format::Html);
        check("a.doc", b"{\\rtf1", Format::Rtf);
        check("a.docx", b"\x89PNG\r\n\x1a\n\0\0\0", Format::Image);
        check("a.txt", b"\x7fELF\x01\x01\0\0\0\0\x03\x04\x05\x06\x07", Format::Unknown);
    }

    #[test]
    fn kinds_of_text_are_told_by_the_name() {
        check("a.md", "# 报告".as_bytes(), Format::Markdown);
        check("a.htm", "<p>各位代表：</p>".as_bytes(), Format::Html);
        check("a.txt", "<p>各位代表：</p>".as_bytes(), Format::Text);
        check("a", b"", Format::Text);
    }

    #[test]
    fn text_is_text_in_every_encoding() {
        let utf16: Vec<u8> = "政府工作报告\r\n2023年".encode_utf16().flat_map(u16::to_le_bytes).collect();
        check("a.txt", &utf16, Format::Text);
        check("a.txt", b"\xD5\xFE\xB8\xAE\xB9\xA4\xD7\xF7", Format::Text);
    }

    #[test]
    fn a_locked_document_is_known_by_its_package() {
        let mut bytes = OLE.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        check("a.docx", &bytes, Format::Locked);
    }
}
