//! Why a file cannot be opened, and what to do with it instead.

use super::detect::Format;
use super::lines::Lines;
use super::opened::{Opened, made};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::{Message, message};

/// Why a file cannot be opened; small, since it travels through every step of a reader.
#[cfg(any(feature = "docx", feature = "html-import"))]
pub(super) type Unreadable = Box<Diagnostic>;

/// A file that gives no text, with the fault that says so.
pub(super) fn refused(name: &str, format: Format, what: Message, help: Message) -> Checked<Opened> {
    let fault = Diagnostic::error(Code::UNREADABLE_FORMAT, what).in_file(name).with_help(help);
    made(name, Lines::default(), format, "", vec![fault])
}

pub(super) fn doc_help() -> Message {
    message!(
        "open it in Word or WPS and save it as .docx (Word: File, Save As, Word Document (*.docx); WPS: 文件 → 另存为 → \
         Microsoft Word 文件 (*.docx)), or run LibreOffice: soffice --headless --convert-to docx FILE.doc",
        "用 Word 打开，文件 → 另存为 → Word 文档（*.docx）；用 WPS 打开，文件 → 另存为 → Microsoft Word 文件（*.docx）；\
         装了 LibreOffice，可以运行 soffice --headless --convert-to docx 文件.doc"
    )
}

pub(super) fn pdf_help() -> Message {
    message!(
        "install pdftotext (package poppler-utils), or open the PDF in Word or WPS and save it as .docx",
        "装上 pdftotext（软件包 poppler-utils），或者用 Word、WPS 打开，另存为 .docx"
    )
}

pub(super) fn locked_help() -> Message {
    message!(
        "open it in Word or WPS with its password and save it without one, as .docx",
        "用 Word 或 WPS 输入密码打开，去掉密码，另存为 .docx"
    )
}

pub(super) fn image_help() -> Message {
    message!(
        "have its words recognised by a scanning program, read them over, and save them as .docx or .txt",
        "用文字识别软件认出文字，校对一遍，存成 .docx 或 .txt"
    )
}

pub(super) fn unknown_help() -> Message {
    message!(
        "open it in the program that made it and save it as .docx or as plain text (.txt)",
        "用原来的程序打开，另存为 .docx 或纯文本（.txt）"
    )
}

#[cfg(not(all(feature = "docx", feature = "html-import")))]
pub(super) fn text_help() -> Message {
    message!("save it as plain text (.txt, UTF-8)", "另存为纯文本（.txt，UTF-8）")
}

#[cfg(all(feature = "docx", feature = "html-import"))]
pub(super) fn text_help() -> Message {
    message!(
        "copy the report's words from the browser into a text file (.txt, UTF-8)",
        "从浏览器里把报告的文字复制到文本文件里（.txt，UTF-8）"
    )
}

/// The fault of a `.docx` whose parts do not fit together.
#[cfg(feature = "docx")]
pub(super) fn damaged(why: impl std::fmt::Display) -> Unreadable {
    let fault = Diagnostic::error(
        Code::DAMAGED_FILE,
        message!("this .docx is damaged: {why}", "这个 .docx 文件坏了：「{why}」"),
    );
    Box::new(fault.with_help(message!(
        "open it in Word or WPS, which mend many files, and save it again; or fetch it again",
        "重新下载；或用 Word、WPS 打开，它们能修好不少文件，再存一遍"
    )))
}

/// The fault of a `.docx` that holds more than a report can.
#[cfg(feature = "docx")]
pub(super) fn too_much(what: Message) -> Unreadable {
    let fault = Diagnostic::error(Code::TOO_MUCH_INSIDE, what);
    Box::new(fault.with_help(message!(
        "no report is like that; if it is one, copy its text into a text file",
        "报告不会这样；真是报告，就把文字复制到 .txt 里"
    )))
}
