//! `content/<id>/`: one report as Markdown, TOML and CSV, made once by import and mended by hand since.

use toml::Spanned;

use super::aliases::{self, PageAlias};
use super::charts::{self, ChartPage};
use super::fields::Fields;
use super::figures::{self, FigureTable};
use super::file::{RawFile, front_matter};
use super::glossary::{self, GlossaryPage};
use super::merge::FIGURES;
use super::page_id::PageId;
use super::title_page::TitlePage;
use crate::diagnostic::{Checked, Code, Diagnostic, Severity};
use crate::ledger::Ledger;
use crate::limits;
use crate::markdown::{self, Document};
use crate::message::{Message, message};
use crate::report::{self, Opened};
use crate::text::{Source, is_han};

/// One report as it lies under `content/`.
#[derive(Debug)]
pub struct Manuscript {
    /// The folder's name; every address of the report begins with it.
    pub id: String,
    /// `report.toml`.
    pub title_page: TitlePage,
    /// The text, in reading order: opening, parts and sections, attachments.
    pub pages: Vec<Page>,
    /// `glossary.md`.
    pub glossary: Option<GlossaryPage>,
    /// `figures.csv`.
    pub figures: Option<FigureTable>,
    /// Whether a file of the text could not be read; why is reported.
    pub has_lost_text: bool,
    /// Whether there is a `figures.csv` that could not be read; why is reported.
    pub has_lost_figures: bool,
    /// `charts/*.md`, in their order.
    pub charts: Vec<ChartPage>,
    /// `anchors.lock`: the addresses that were published; `None` for a report that has had none.
    pub ledger: Option<Ledger>,
    /// The source it was made from, as published, when it lies beside.
    pub source: Option<Source>,
    /// The bytes of that source, for readers to download.
    pub source_bytes: Vec<u8>,
}

/// One Markdown file of the text.
#[derive(Debug)]
pub struct Page {
    /// The file's name without `.md`; also the address and the prefix of the ids in it.
    pub id: PageId,
    /// The heading's number as printed (`一、`).
    pub number: String,
    /// The heading as printed, without its number; empty for the opening.
    pub title: String,
    /// Other addresses that lead here.
    pub aliases: Vec<PageAlias>,
    /// The file, for messages.
    pub file: Source,
    /// The text.
    pub text: Document,
}

impl Page {
    /// What the page is called where its heading is not printed but named: its title without the full stop of one that is a sentence, and
    /// without the dash of one that is counted.
    pub fn title_in_lists(&self) -> &str {
        self.title.strip_suffix('。').unwrap_or(&self.title).trim_start_matches('—')
    }

    /// Number and title, as [`Page::title_in_lists`].
    pub fn name(&self) -> String {
        numbered(&self.number, self.title_in_lists())
    }
}

/// A number and a title in one line: a blank parts a number that ends in a word (`第一部分`) from the title, also where the source breaks
/// the line between the two.
pub fn numbered(number: &str, title: &str) -> String {
    let blank = if number.ends_with(is_han) && !title.is_empty() { "\u{3000}" } else { "" };
    format!("{number}{blank}{title}")
}

impl Manuscript {
    /// Reads the files of one report's folder. Everything wrong with any of them is reported.
    ///
    /// `id` is the folder's name; paths of `files` are relative to that folder.
    pub fn read(id: &str, files: &[RawFile<'_>]) -> Checked<Manuscript> {
        let mut diagnostics = Vec::new();
        let mut made = Manuscript {
            id: id.to_owned(),
            title_page: TitlePage::default(),
            pages: Vec::new(),
            glossary: None,
            figures: None,
            has_lost_text: false,
            has_lost_figures: false,
            charts: Vec::new(),
            ledger: None,
            source: None,
            source_bytes: Vec::new(),
        };
        if let Some(fault) = past_limit(id, files) {
            return Checked { value: made, diagnostics: vec![fault] };
        }
        let title_page = files.iter().find(|file| file.path == "report.toml");
        match title_page {
            Some(file) => made.title_page = TitlePage::read(*file).drain_into(&mut diagnostics),
            None => diagnostics.push(missing(id, message!("report.toml", " report.toml"), files)),
        }
        for file in files {
            made.take(*file, files, &mut diagnostics);
        }
        if made.source.is_none() && !made.title_page.source.is_empty() {
            diagnostics.push(made.title_page.lacks_source());
        }
        if !made.pages.iter().any(|page| !page.id.is_attachment()) {
            diagnostics.push(missing(id, message!("the text (1.md, 2.md …)", "正文（1.md、2.md …）"), files));
        }
        let paragraphs = made.pages.iter().map(|page| page.text.printed().len()).sum();
        let fault = limits::PARAGRAPHS.fault_of(paragraphs);
        diagnostics.extend(fault.map(|fault| fault.in_file(folder(id, files))));
        made.charts.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        made.pages.sort_by(|a, b| a.id.cmp(&b.id));
        Checked { value: made, diagnostics }
    }

    fn take(&mut self, file: RawFile<'_>, files: &[RawFile<'_>], diagnostics: &mut Vec<Diagnostic>) {
        let stem = file.path.strip_suffix(".md");
        match (file.path, stem) {
            ("report.toml", _) => {}
            (path, _) if path == self.title_page.source => {
                self.source_bytes = file.bytes.to_vec();
                let opened = open_source(file, files);
                // What a format left out was said at import.
                let grave = opened.diagnostics.into_iter().filter(|found| found.severity != Severity::Note);
                diagnostics.extend(grave);
                self.source = Some(opened.value.source);
            }
            (path, _) if path == text_beside(&self.title_page.source) => {}
            ("glossary.md", _) => {
                self.glossary = glossary::read(file, diagnostics);
                self.has_lost_text |= self.glossary.is_none();
            }
            ("figures.csv", _) => {
                self.figures = figures::read(file, diagnostics);
                self.has_lost_figures = self.figures.is_none();
            }
            (Ledger::FILE, _) => {
                let read = file.source().drain_into(diagnostics).map(|source| Ledger::read(&source));
                self.ledger = read.map(|read| read.drain_into(diagnostics));
            }
            (_, Some(stem)) if stem.starts_with("charts/") => {
                self.charts.extend(charts::read(&stem["charts/".len()..], file, diagnostics));
            }
            (_, Some(stem)) => match PageId::parse(stem) {
                Some(id) => match Page::read(id, file, diagnostics) {
                    Some(page) => self.pages.push(page),
                    None => self.has_lost_text = true,
                },
                None => diagnostics.push(no_page(file)),
            },
            _ => diagnostics.push(unused(file)),
        }
    }
}

fn no_page(file: RawFile<'_>) -> Diagnostic {
    let message = message!("`{path}` is not the name of a page", "`{path}` 不是页的名字", path = file.path);
    Diagnostic::error(Code::UNKNOWN_FILE, message).in_file(file.name).with_help(message!(
        "pages are called 0.md (opening), 1.md, 2-1.md, a1.md (attachment), \
         glossary.md or charts/<name>.md",
        "页的名字是 0.md（开头）、1.md、2-1.md、a1.md（附件）、glossary.md 或 charts/<名字>.md"
    ))
}

fn unused(file: RawFile<'_>) -> Diagnostic {
    let message = message!("`{path}` is not used by the site", "网站没有用到 `{path}`", path = file.path);
    Diagnostic::warning(Code::UNKNOWN_FILE, message).in_file(file.name).with_help(message!(
        "name the source in report.toml (source = \"…\"), or move the file away",
        "是原文，就写进 report.toml（source = \"…\"）；不是，就移走"
    ))
}

/// The name of the text of a source that is no text and that not every machine can read: `source.pdf.txt`.
pub fn text_beside(source: &str) -> String {
    format!("{source}.txt")
}

/// Opens a report's source; its text is what lies beside it as text, when there is such a file.
pub fn open_source(source: RawFile<'_>, files: &[RawFile<'_>]) -> Checked<Opened> {
    let beside = text_beside(source.path);
    let Some(text) = files.iter().find(|file| file.path == beside) else {
        return report::open(source.name, source.bytes);
    };
    let opened = report::open(text.name, text.bytes);
    let format = report::detect(source.name, source.bytes);
    Checked { value: Opened { format, ..opened.value }, diagnostics: opened.diagnostics }
}

/// The fault of a folder that holds more than a report can: pages, or texts in all. The source is another's, and has limits of
/// its own.
fn past_limit(id: &str, files: &[RawFile<'_>]) -> Option<Diagnostic> {
    let texts = || files.iter().filter(|file| file.path.ends_with(".md") || file.path == FIGURES);
    let pages = texts().filter(|file| !file.path.contains('/')).count();
    let fault = limits::PAGES.fault_of(pages);
    let fault = fault.or_else(|| limits::BYTES.fault_of(texts().map(|file| file.bytes.len()).sum()));
    fault.map(|fault| fault.in_file(folder(id, files)))
}

/// A report's folder as messages name its files.
fn folder(id: &str, files: &[RawFile<'_>]) -> String {
    let folder = files.first().and_then(|file| file.name.strip_suffix(file.path));
    folder.map_or_else(|| format!("content/{id}/"), str::to_owned)
}

fn missing(id: &str, what: Message, files: &[RawFile<'_>]) -> Diagnostic {
    let folder = folder(id, files);
    let help = if files.iter().any(|file| file.path.starts_with("source.")) {
        message!(
            "delete the Markdown files of {folder} to have them made again from the source, or add it by hand",
            "删掉 {folder} 里的 Markdown 文件，程序会从原文重新做出来；或者自己补上"
        )
    } else {
        message!(
            "run `gongdu import FILE --as {id}` to make it from the published text",
            "运行 `gongdu import 文件 --as {id}`，从原文做出来"
        )
    };
    Diagnostic::error(
        Code::MISSING_FILE,
        message!("{folder} lacks {what}", "{folder} 里缺少{what}", folder = folder, what = what),
    )
    .in_file(folder)
    .with_help(help)
}

impl Page {
    pub(super) fn read(id: PageId, file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Page> {
        let source = file.source().drain_into(diagnostics)?;
        let (toml, body) = front_matter(&source, diagnostics);
        let mut fields = Fields::parse(&source, toml, diagnostics);
        let title = if id.is_opening() {
            fields.words("title", diagnostics).map(Spanned::into_inner).unwrap_or_default()
        } else {
            fields.required("title", diagnostics)
        };
        let number = fields.words("number", diagnostics).map(Spanned::into_inner).unwrap_or_default();
        let aliases = aliases::read(&mut fields, &source, diagnostics);
        fields.finish(diagnostics);
        let text = markdown::parse(&source, body).drain_into(diagnostics);
        Some(Page { id, number, title, aliases, file: source, text })
    }
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn a_number_that_ends_in_a_word_stands_apart_from_the_title() {
        assert_eq!(numbered("第一部分", "2025年工作回顾"), "第一部分　2025年工作回顾");
        assert_eq!(numbered("第一篇　", "开启新征程"), "第一篇　开启新征程");
        assert_eq!(numbered("一、", "工作回顾"), "一、工作回顾");
    }
}
