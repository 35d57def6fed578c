//! The one door for a file of any format: says what it is by what it holds, and gives its text. Knows no reports.

mod detect;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html-import")]
mod html;
mod lines;
mod markdown;
mod opened;
mod pdf;
mod radicals;
#[cfg(feature = "html-import")]
mod tags;
#[cfg(all(test, feature = "docx", feature = "html-import"))]
mod tests;
mod unreadable;

pub use detect::{Format, detect};
pub use opened::Opened;

use std::collections::BTreeMap;

#[cfg(any(feature = "docx", feature = "html-import"))]
use lines::Lines;
use opened::{fit, made};
use unreadable::{doc_help, image_help, locked_help, pdf_help, refused, text_help, unknown_help};

use super::decode::decode;
use crate::diagnostic::Checked;
use crate::message::message;

/// Opens a file: `name` for messages, `bytes` as they lie on the disk.
///
/// The format is told by the bytes; a name that says otherwise is not believed. A file that cannot be read gives an empty
/// text and an error that says how to save it as one that can. A PDF needs help from outside: see [`open_pdf_text`].
/// Control characters are left out, with a warning at the first; a text past one of the [limits](crate::limits) is empty.
pub fn open(name: &str, bytes: &[u8]) -> Checked<Opened> {
    fit(read(name, bytes))
}

fn read(name: &str, bytes: &[u8]) -> Checked<Opened> {
    let format = detect(name, bytes);
    match format {
        Format::Text => {
            let Checked { value, diagnostics } = decode(name, bytes);
            let opened = Opened { source: value.source, format, encoding: value.encoding, headings: BTreeMap::new() };
            Checked { value: opened, diagnostics }
        }
        Format::Markdown => {
            let Checked { value, diagnostics } = decode(name, bytes);
            let lines = markdown::read(value.source.text());
            made(name, lines, format, value.encoding, diagnostics)
        }
        Format::Html => html(name, bytes),
        Format::Docx => docx(name, bytes),
        Format::Pdf => {
            refused(name, format, message!("gongdu cannot read a PDF by itself", "gongdu 自己读不了 PDF"), pdf_help())
        }
        Format::Doc => refused(
            name,
            format,
            message!("this is a file of Word 97–2003 (.doc)", "这是 Word 97–2003 的 .doc 文件"),
            doc_help(),
        ),
        Format::Rtf => refused(name, format, message!("this is an RTF file", "这是 RTF 文件"), doc_help()),
        Format::Locked => {
            refused(name, format, message!("this file is locked with a password", "这个文件加了密码"), locked_help())
        }
        Format::Image => {
            refused(name, format, message!("this is a picture, not a text", "这是图片，不是文本"), image_help())
        }
        Format::Unknown => refused(
            name,
            format,
            message!("this is no text, and no format that gongdu reads", "这不是文本，也不是 gongdu 能读的格式"),
            unknown_help(),
        ),
    }
}

/// Opens a PDF by what `pdftotext -layout -enc UTF-8` prints of it: lines joined to paragraphs again, page numbers left
/// out, the radicals that PDFs print in place of characters (`⽂` for `文`) folded.
pub fn open_pdf_text(name: &str, printed: &[u8]) -> Checked<Opened> {
    let Checked { value, diagnostics } = decode(name, printed);
    let lines = pdf::read(value.source.text());
    if lines.is_empty() {
        return refused(
            name,
            Format::Pdf,
            message!("this PDF holds pictures of pages and no text", "这个 PDF 里是一页页的图片，没有文字"),
            image_help(),
        );
    }
    fit(made(name, lines, Format::Pdf, value.encoding, diagnostics))
}

#[cfg(feature = "docx")]
fn docx(name: &str, bytes: &[u8]) -> Checked<Opened> {
    match docx::read(bytes) {
        Ok(lines) if lines.is_empty() => {
            refused(name, Format::Docx, message!("this document holds no text", "这份文档里没有文字"), image_help())
        }
        Ok(lines) => made(name, lines, Format::Docx, "UTF-8", Vec::new()),
        Err(fault) => made(name, Lines::default(), Format::Docx, "UTF-8", vec![(*fault).in_file(name)]),
    }
}

#[cfg(not(feature = "docx"))]
fn docx(name: &str, _: &[u8]) -> Checked<Opened> {
    refused(
        name,
        Format::Docx,
        message!("this gongdu was built without its reader of .docx", "这个 gongdu 编译时没有带上读 .docx 的部分"),
        text_help(),
    )
}

#[cfg(feature = "html-import")]
fn html(name: &str, bytes: &[u8]) -> Checked<Opened> {
    let Checked { value: page, diagnostics } = html::decode_page(name, bytes);
    match html::read(page.source.text()) {
        Ok(lines) if lines.is_empty() => {
            refused(name, Format::Html, message!("this page holds no text", "这个网页里没有文字"), text_help())
        }
        Ok(lines) => made(name, lines, Format::Html, page.encoding, diagnostics),
        Err(fault) => made(name, Lines::default(), Format::Html, page.encoding, vec![(*fault).in_file(name)]),
    }
}

#[cfg(not(feature = "html-import"))]
fn html(name: &str, _: &[u8]) -> Checked<Opened> {
    refused(
        name,
        Format::Html,
        message!("this gongdu was built without its reader of web pages", "这个 gongdu 编译时没有带上读网页的部分"),
        text_help(),
    )
}
