//! The zip archive that a `.docx` is. Never unpacks more than a limit, whatever the archive says of itself.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;
use zip::result::ZipError;

use super::super::unreadable::{Unreadable, damaged, too_much};
use super::xml::{XmlEvent, XmlReader};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::message;

/// The most that is unpacked of one file, in bytes: a report of a hundred pages has two million.
const LIMIT: u64 = 48 << 20;
/// The most files that an archive may list.
const FILES: usize = 20_000;

pub(super) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The folder of the main part, with `/` at its end.
    folder: String,
    main: String,
    /// What may still be unpacked.
    left: u64,
}

impl<'a> Container<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Container<'a>, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > FILES {
            return Err(too_much(message!("this .docx holds very many files", "这个 .docx 里的文件太多")));
        }
        let mut container = Container { archive, folder: String::new(), main: String::new(), left: LIMIT };
        container.main = container.find_main()?;
        container.folder = container.main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        Ok(container)
    }

    /// The path of the main part, as the archive's own table says.
    fn find_main(&mut self) -> Result<String, Unreadable> {
        let table = self.file("_rels/.rels")?;
        if let Some(xml) = table {
            let mut reader = XmlReader::new(&xml);
            while let Some(event) = reader.next()? {
                if let XmlEvent::Start(element) = event
                    && element.name == "Relationship"
                    && element.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument"))
                    && let Some(target) = element.attribute("Target")
                {
                    return Ok(target.trim_start_matches('/').to_owned());
                }
            }
        }
        Ok("word/document.xml".to_owned())
    }

    pub fn main_part(&mut self) -> Result<String, Unreadable> {
        let path = self.main.clone();
        self.file(&path)?.filter(|_| path.contains("document")).ok_or_else(|| {
            let what = message!(
                "this is an archive or an office file, but no document of Word",
                "这是压缩包或别的办公文件，不是 Word 文档"
            );
            let fault = Diagnostic::error(Code::UNREADABLE_FORMAT, what);
            Box::new(fault.with_help(message!(
                "take the report out of the archive, or save it as .docx",
                "从压缩包里取出报告，或者另存为 .docx"
            )))
        })
    }

    /// A part beside the main one.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let path = format!("{}{name}", self.folder);
        self.file(&path)
    }

    fn file(&mut self, path: &str) -> Result<Option<String>, Unreadable> {
        let file = match self.archive.by_name(path) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error)),
        };
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(damaged)?;
        let length = bytes.len() as u64;
        if length > self.left {
            return Err(too_much(message!(
                "this .docx unpacks to more than any report holds",
                "这个 .docx 解压出来比任何报告都大"
            )));
        }
        self.left -= length;
        // Word writes UTF-8; the mark at its beginning is no part of the text.
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes));
        Ok(Some(text.into_owned()))
    }
}
