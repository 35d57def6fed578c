//! The one door for a file of any format: says what it is by what it holds, and gives its text. Knows no reports.

mod detect;
#[cfg(feature = "docx")]
mod docx;
#[cfg(feature = "html-import")]
mod html;
mod lines;
mod markdown;
mod pdf;
mod radicals;
#[cfg(all(test, feature = "docx", feature = "html-import"))]
mod tests;

pub use detect::{Format, detect};

use std::collections::BTreeMap;

use super::decode;
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::{Message, message};
use crate::text::Source;
use lines::Lines;

/// Why a file cannot be opened; small, since it travels through every step of a reader.
#[cfg(any(feature = "docx", feature = "html-import"))]
type Fault = Box<Diagnostic>;

/// A file opened: its text, and what its format knew that no text can say.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The text. For a format that is no text this is the text that was made of it: the same file always gives the same.
    pub source: Source,
    /// What the file is.
    pub format: Format,
    /// The encoding's name as browsers know it; that of the text made, where the format is no text.
    pub encoding: &'static str,
    /// Lines that the format's own styles call headings, by line number, with the style's level from 1.
    pub headings: BTreeMap<usize, u8>,
}

/// Opens a file: `name` for messages, `bytes` as they lie on the disk.
///
/// The format is told by the bytes; a name that says otherwise is not believed. A file that cannot be read gives an empty
/// text and an error that says how to save it as one that can. A PDF needs help from outside: see [`open_pdf_text`].
pub fn open(name: &str, bytes: &[u8]) -> Checked<Opened> {
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
    made(name, lines, Format::Pdf, value.encoding, diagnostics)
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
    let mut diagnostics = Vec::new();
    let (source, encoding) = html::decode_page(name, bytes, &mut diagnostics);
    match html::read(source.text()) {
        Ok(lines) if lines.is_empty() => {
            refused(name, Format::Html, message!("this page holds no text", "这个网页里没有文字"), text_help())
        }
        Ok(lines) => made(name, lines, Format::Html, encoding, diagnostics),
        Err(fault) => made(name, Lines::default(), Format::Html, encoding, vec![(*fault).in_file(name)]),
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

fn made(
    name: &str,
    lines: Lines,
    format: Format,
    encoding: &'static str,
    mut diagnostics: Vec<Diagnostic>,
) -> Checked<Opened> {
    diagnostics.extend(lines.left_out(name));
    let (text, headings) = lines.finish();
    Checked { value: Opened { source: Source::new(name, text), format, encoding, headings }, diagnostics }
}

fn refused(name: &str, format: Format, what: Message, help: Message) -> Checked<Opened> {
    let fault = Diagnostic::error(Code::UNREADABLE_FORMAT, what).in_file(name).with_help(help);
    made(name, Lines::default(), format, "", vec![fault])
}

fn doc_help() -> Message {
    message!(
        "open it in Word or WPS and save it as .docx (Word: File, Save As, Word Document (*.docx); WPS: 文件 → 另存为 → \
         Microsoft Word 文件 (*.docx)), or run LibreOffice: soffice --headless --convert-to docx FILE.doc",
        "用 Word 打开，文件 → 另存为 → Word 文档（*.docx）；用 WPS 打开，文件 → 另存为 → Microsoft Word 文件（*.docx）；\
         装了 LibreOffice，可以运行 soffice --headless --convert-to docx 文件.doc"
    )
}

fn pdf_help() -> Message {
    message!(
        "install pdftotext (package poppler-utils), or open the PDF in Word or WPS and save it as .docx",
        "装上 pdftotext（软件包 poppler-utils），或者用 Word、WPS 打开，另存为 .docx"
    )
}

fn locked_help() -> Message {
    message!(
        "open it in Word or WPS with its password and save it without one, as .docx",
        "用 Word 或 WPS 输入密码打开，去掉密码，另存为 .docx"
    )
}

fn image_help() -> Message {
    message!(
        "have its words recognised by a scanning program, read them over, and save them as .docx or .txt",
        "用文字识别软件认出文字，校对一遍，存成 .docx 或 .txt"
    )
}

fn unknown_help() -> Message {
    message!(
        "open it in the program that made it and save it as .docx or as plain text (.txt)",
        "用原来的程序打开，另存为 .docx 或纯文本（.txt）"
    )
}

#[cfg(not(all(feature = "docx", feature = "html-import")))]
fn text_help() -> Message {
    message!("save it as plain text (.txt, UTF-8)", "另存为纯文本（.txt，UTF-8）")
}

#[cfg(all(feature = "docx", feature = "html-import"))]
fn text_help() -> Message {
    message!(
        "copy the report's words from the browser into a text file (.txt, UTF-8)",
        "从浏览器里把报告的文字复制到文本文件里（.txt，UTF-8）"
    )
}
