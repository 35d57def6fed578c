//! `content/<id>/`: one report as Markdown, TOML and CSV, made once by import and mended by hand since.

use toml::Spanned;

use super::charts::{self, ChartPage};
use super::fields::{Fields, one_of};
use super::figures::{self, FigureTable};
use super::file::{RawFile, front_matter};
use super::glossary::{self, GlossaryPage};
use super::notice::{Notice, NoticeKind};
use crate::diagnostic::{Checked, Code, Diagnostic, Severity};
use crate::markdown::{self, Document};
use crate::message::{Message, message};
use crate::report::{self, MastheadRole, Opened};
use crate::text::{Source, Span};

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
    /// `charts/*.md`, in their order.
    pub charts: Vec<ChartPage>,
    /// The source it was made from, as published, when it lies beside.
    pub source: Option<Source>,
    /// The bytes of that source, for readers to download.
    pub source_bytes: Vec<u8>,
}

/// `report.toml`: the masthead and where the report was published.
#[derive(Clone, Debug, Default)]
pub struct TitlePage {
    /// The title without the spaces in it.
    pub title: String,
    /// The place.
    pub place: String,
    /// The year whose tasks the report sets.
    pub year: Option<u64>,
    /// The day of delivery, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The meeting.
    pub meeting: String,
    /// The speaker's office.
    pub office: String,
    /// The speaker.
    pub speaker: String,
    /// The masthead's lines as printed.
    pub lines: Vec<(MastheadRole, String)>,
    /// Name of the source file.
    pub source: String,
    /// Where the source was published; empty when not known.
    pub source_url: String,
    /// Who published it; empty when not known.
    pub publisher: String,
    /// When it was published, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`.
    pub published: Option<String>,
    /// What happened to it since, the latest first.
    pub notices: Vec<Notice>,
    /// The name of the file for messages.
    pub file: String,
    /// Lines of the source that the site leaves out on purpose.
    pub set_aside: Vec<String>,
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
    /// The file, for messages.
    pub file: Source,
    /// The text.
    pub text: Document,
}

/// The name of a page: `0` the opening, `2` a part, `2-1` a section of it, `a1` an attachment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PageId {
    /// Attachments stand after the text.
    attachment: bool,
    numbers: Vec<u32>,
}

impl PageId {
    /// Reads the name; `None` when it is not of this form. Numbers have no leading zeros, so that a page has one name.
    pub fn parse(name: &str) -> Option<PageId> {
        let (attachment, rest) = name.strip_prefix('a').map_or((false, name), |rest| (true, rest));
        let numbers = rest.split('-').map(number).collect::<Option<Vec<u32>>>()?;
        (numbers.len() <= 2).then_some(PageId { attachment, numbers })
    }

    /// The page of a part, or of a section of one.
    pub fn of(part: u32, section: Option<u32>) -> PageId {
        PageId { attachment: false, numbers: std::iter::once(part).chain(section).collect() }
    }

    /// The page of an attachment.
    pub fn attachment(number: u32) -> PageId {
        PageId { attachment: true, numbers: vec![number] }
    }

    /// Whether it is the opening before the first heading.
    pub fn is_opening(&self) -> bool {
        !self.attachment && self.numbers == [0]
    }

    /// Whether it is a section of a part.
    pub fn is_section(&self) -> bool {
        self.numbers.len() > 1
    }

    /// Whether it stands after the text.
    pub fn is_attachment(&self) -> bool {
        self.attachment
    }

    /// Whether `self` is a section of `part`.
    pub fn is_section_of(&self, part: &PageId) -> bool {
        self.is_section() && self.attachment == part.attachment && self.numbers[..1] == part.numbers[..]
    }
}

fn number(digits: &str) -> Option<u32> {
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    (plain && (digits == "0" || !digits.starts_with('0'))).then(|| digits.parse().ok()).flatten()
}

impl std::fmt::Display for PageId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let numbers: Vec<String> = self.numbers.iter().map(u32::to_string).collect();
        write!(f, "{}{}", if self.attachment { "a" } else { "" }, numbers.join("-"))
    }
}

impl Manuscript {
    /// Reads the files of one report's folder. Everything wrong with any of them is reported.
    ///
    /// `id` is the folder's name; paths of `files` are relative to that folder.
    pub fn read(id: &str, files: &[RawFile<'_>], diagnostics: &mut Vec<Diagnostic>) -> Manuscript {
        let mut made = Manuscript {
            id: id.to_owned(),
            title_page: TitlePage::default(),
            pages: Vec::new(),
            glossary: None,
            figures: None,
            charts: Vec::new(),
            source: None,
            source_bytes: Vec::new(),
        };
        let title_page = files.iter().find(|file| file.path == "report.toml");
        match title_page {
            Some(file) => made.title_page = TitlePage::read(*file, diagnostics),
            None => diagnostics.push(missing(id, message!("report.toml", " report.toml"), files)),
        }
        for file in files {
            made.take(*file, files, diagnostics);
        }
        if !made.pages.iter().any(|page| !page.id.is_attachment()) {
            diagnostics.push(missing(id, message!("the text (1.md, 2.md …)", "正文（1.md、2.md …）"), files));
        }
        made.charts.sort_by(|a, b| (a.order, &a.name).cmp(&(b.order, &b.name)));
        made.pages.sort_by(|a, b| a.id.cmp(&b.id));
        made
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
            ("glossary.md", _) => self.glossary = glossary::read(file, diagnostics),
            ("figures.csv", _) => self.figures = figures::read(file, diagnostics),
            (_, Some(stem)) if stem.starts_with("charts/") => {
                self.charts.extend(charts::read(&stem["charts/".len()..], file, diagnostics));
            }
            (_, Some(stem)) => match PageId::parse(stem) {
                Some(id) => self.pages.extend(Page::read(id, file, diagnostics)),
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

fn missing(id: &str, what: Message, files: &[RawFile<'_>]) -> Diagnostic {
    // The folder as messages name its files.
    let folder = files.first().and_then(|file| file.name.strip_suffix(file.path));
    let folder = folder.map_or_else(|| format!("content/{id}/"), str::to_owned);
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

impl TitlePage {
    /// Place, year and title in one line: 淄川区2023年政府工作报告.
    pub fn full_title(&self) -> String {
        let year = self.year_in_words();
        // Some titles name the place and the year themselves.
        let place = if self.title.contains(&self.place) { "" } else { self.place.as_str() };
        let year = if self.title.contains(&year) { "" } else { year.as_str() };
        format!("{place}{year}{}", self.title)
    }

    /// The year as a title has it: 2023年; empty when it is not known.
    pub fn year_in_words(&self) -> String {
        self.year.map_or(String::new(), |year| format!("{year}年"))
    }

    /// The government whose report it is: 淄川区人民政府.
    pub fn government(&self) -> String {
        if self.place == "国务院" { self.place.clone() } else { format!("{}人民政府", self.place) }
    }

    /// Whether the report is no longer in force.
    pub fn is_withdrawn(&self) -> bool {
        self.notices.iter().any(|notice| notice.kind == NoticeKind::Withdrawal)
    }

    /// What an official site must know of the report and is not told (PubDate of 政府网站发展指引).
    pub fn lacks_for_official(&self) -> Option<Diagnostic> {
        let fault = Diagnostic::error(
            Code::MISSING_KEY,
            message!(
                "an official site must say `published`: when the report was published",
                "政府网站必须写 `published`：报告是什么时候公布的"
            ),
        );
        let help =
            message!("add the line: published = 2023-01-05T09:30:00", "补上一行：published = 2023-01-05T09:30:00");
        self.published.is_none().then(|| fault.in_file(self.file.as_str()).with_help(help))
    }

    /// Reads `report.toml`; what is wrong in it is told in `diagnostics`.
    pub fn read(file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> TitlePage {
        let Some(source) = file.source(diagnostics) else { return TitlePage::default() };
        let whole = Span::new(0, source.text().len());
        let mut fields = Fields::parse(&source, whole, diagnostics);
        let mut words = |key, diagnostics: &mut Vec<Diagnostic>| {
            fields.words(key, diagnostics).map(Spanned::into_inner).unwrap_or_default()
        };
        let mut page = TitlePage {
            place: words("place", diagnostics),
            meeting: words("meeting", diagnostics),
            office: words("office", diagnostics),
            speaker: words("speaker", diagnostics),
            source: words("source", diagnostics),
            publisher: words("publisher", diagnostics),
            file: file.name.to_owned(),
            ..TitlePage::default()
        };
        page.source_url = fields.address("source_url", "https://example.org/report", diagnostics);
        page.title = fields.required("title", diagnostics);
        page.year = fields.number("year", diagnostics);
        page.date = fields.date("date", diagnostics);
        page.published = fields.moment("published", diagnostics);
        page.set_aside = fields.list("set_aside", diagnostics).into_iter().map(Spanned::into_inner).collect();
        for mut line in fields.tables("masthead", diagnostics) {
            let role = line.words("role", diagnostics);
            let text = line.required("text", diagnostics);
            line.finish(diagnostics);
            if let Some(role) = role.and_then(|role| role_of(&role, &source, diagnostics)) {
                page.lines.push((role, text));
            }
        }
        for notice in fields.tables("notice", diagnostics) {
            page.notices.extend(Notice::read(notice, &source, diagnostics));
        }
        page.notices.sort_by(|a, b| (&b.date, b.kind).cmp(&(&a.date, a.kind)));
        fields.finish(diagnostics);
        page
    }
}

/// The names of the masthead's roles in `report.toml`.
pub(super) const ROLES: [(&str, MastheadRole); 3] =
    [("title", MastheadRole::Title), ("session", MastheadRole::Session), ("speaker", MastheadRole::Speaker)];

fn role_of(name: &Spanned<String>, source: &Source, diagnostics: &mut Vec<Diagnostic>) -> Option<MastheadRole> {
    let found = ROLES.iter().find(|(known, _)| known == name.get_ref()).map(|(_, role)| *role);
    if found.is_none() {
        let span = Span::new(name.span().start, name.span().end);
        let fault = Diagnostic::error(
            Code::BAD_VALUE,
            message!("`role` cannot be \"{word}\"", "`role` 不能是 \"{word}\"", word = name.get_ref()),
        );
        diagnostics.push(fault.at(source, span).with_help(one_of(&ROLES.map(|(known, _)| known))));
    }
    found
}

impl Page {
    fn read(id: PageId, file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Page> {
        let source = file.source(diagnostics)?;
        let (toml, body) = front_matter(&source, diagnostics);
        let mut fields = Fields::parse(&source, toml, diagnostics);
        let title = if id.is_opening() {
            fields.words("title", diagnostics).map(Spanned::into_inner).unwrap_or_default()
        } else {
            fields.required("title", diagnostics)
        };
        let number = fields.words("number", diagnostics).map(Spanned::into_inner).unwrap_or_default();
        fields.finish(diagnostics);
        let text = markdown::parse(&source, body, diagnostics);
        Some(Page { id, number, title, file: source, text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_names_are_read_and_sort_in_reading_order() {
        let mut names: Vec<PageId> =
            ["a1", "2-10", "2-2", "3", "2", "0", "1"].iter().filter_map(|name| PageId::parse(name)).collect();
        names.sort();
        let names: Vec<String> = names.iter().map(PageId::to_string).collect();
        assert_eq!(names, ["0", "1", "2", "2-2", "2-10", "3", "a1"]);
    }

    #[test]
    fn other_names_are_no_pages() {
        for name in ["", "x", "01", "1-", "-1", "1-2-3", "a", "aa1", "1.1", "１", "99999999999"] {
            assert_eq!(PageId::parse(name), None, "{name}");
        }
    }
}
