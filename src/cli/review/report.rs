//! What was read of one report: doubts, the worst first, the outline, lines set aside, terms without a link.

use super::printed::PrintedText;
use super::sheet::Sheet;
use super::sources::SourceReading;
use crate::content::{FigureRow, FigureTable, Manuscript, Page};
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Language, message};
use crate::text::Source;

/// What harms a reader most comes first: words that are not the report's, then numbers that say something else, then what is missing.
const HARM: [Code; 12] = [
    Code::FIDELITY,
    Code::NO_SOURCE,
    Code::REPEATED_TEXT,
    Code::DOUBTFUL_ASIDE,
    Code::MISQUOTED_FIGURE,
    Code::PAIR_REFUSED,
    Code::DOUBTED_FIGURE,
    Code::UNNAMED_FIGURE,
    Code::UNPLACED_FIGURE,
    Code::NO_TITLE,
    Code::NO_PLACE_OR_YEAR,
    Code::NO_OUTLINE,
];

pub(super) struct ReportReview<'r> {
    pub manuscript: &'r Manuscript,
    /// Its folder as messages name it.
    pub folder: String,
    pub read: Option<&'r SourceReading>,
}

/// What a build told of the files of a folder.
pub(super) fn of_folder<'d>(folder: &str, built: &'d [Diagnostic]) -> impl Iterator<Item = &'d Diagnostic> {
    let below = format!("{folder}/");
    built.iter().filter(move |found| found.location.as_ref().is_some_and(|at| at.file.starts_with(&below)))
}

impl<'r> ReportReview<'r> {
    /// What is wrong or doubtful about it, the worst first: of its files by the build, of its source by reading it.
    pub fn found(&self, built: &'r [Diagnostic]) -> Vec<&'r Diagnostic> {
        let mut found: Vec<&Diagnostic> = of_folder(&self.folder, built).collect();
        // Of terms, place and year the build tells what holds now; the source is as it was before anything was mended.
        let is_told = |found: &&Diagnostic| [Code::TERM_NOT_FOUND, Code::NO_PLACE_OR_YEAR].contains(&found.code);
        for of_source in self.read.iter().flat_map(|read| &read.found).filter(|found| !is_told(found)) {
            if found.iter().all(|known| known.message != of_source.message) {
                found.push(of_source);
            }
        }
        let harm = |found: &&Diagnostic| HARM.iter().position(|code| *code == found.code).unwrap_or(HARM.len());
        found.sort_by_key(|found| (found.severity, harm(found)));
        found
    }

    /// How many of its figures are in doubt.
    pub fn doubted(&self) -> usize {
        self.rows().filter(|row| row.is_in_doubt()).count()
    }

    pub fn page(&self, found: &[&Diagnostic], language: Language) -> String {
        let mut sheet = Sheet::new(language);
        let (unlinked, found): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
            found.iter().partition(|found| found.code == Code::TERM_UNUSED);
        self.doubts(&found, &mut sheet);
        self.figures(true, &mut sheet);
        self.unlinked(&unlinked, &mut sheet);
        self.aside(&mut sheet);
        self.outline(&mut sheet);
        self.figures(false, &mut sheet);
        let title = self.manuscript.title_page.full_title();
        sheet.page(
            &message!("{title}: what was read", "{title}：程序读出了什么"),
            &message!(
                "Lines are those of the source and of the files below {folder}; change the files, and this page renews itself.",
                "行号是原文的，和 {folder} 下各个文件的；改了文件，这一页自己刷新。",
                folder = self.folder
            ),
        )
    }

    fn doubts(&self, found: &[&Diagnostic], sheet: &mut Sheet) {
        sheet.part(
            "doubts",
            &message!("Faults and doubts, the worst first", "错误和提醒，要紧的在前"),
            found.len(),
            &message!("What a code means: `gongdu explain CODE`.", "代码的意思：`gongdu explain 代码`。"),
        );
        let rows = found.iter().map(|found| {
            let [place, words] = place_and_words(found);
            let kind = format!("{} {}", sheet.said(&found.severity.word()), Sheet::code(found.code.as_str()));
            let help = found.help.as_ref().map(|help| sheet.said(help));
            vec![kind, sheet.said(&found.message), place, words, help.unwrap_or_default()]
        });
        let rows = rows.collect();
        let head = [
            message!("kind", "种类"),
            message!("what", "什么"),
            message!("where", "在哪里"),
            message!("the line", "那一行"),
            message!("what to do", "怎么办"),
        ];
        sheet.table(&head, rows);
    }

    fn unlinked(&self, found: &[&Diagnostic], sheet: &mut Sheet) {
        sheet.part(
            "unlinked",
            &message!("Terms without a link", "没有链接上的名词"),
            found.len(),
            &message!(
                "The text says them otherwise: write its words below the heading of the term, as a line `- alias: …`.",
                "正文里说法不同：在名词的标题下面加一行 `- alias: 正文里的说法`。"
            ),
        );
        let rows = found.iter().map(|found| {
            let [place, words] = place_and_words(found);
            vec![words, place]
        });
        let rows = rows.collect();
        sheet.table(&[message!("term", "名词"), message!("where", "在哪里")], rows);
    }

    fn aside(&self, sheet: &mut Sheet) {
        let aside = self.read.map_or(&[][..], |read| &read.inspection.aside);
        sheet.part(
            "aside",
            &message!("Lines set aside", "不收的行"),
            aside.len(),
            &message!(
                "The site leaves them out. One that is the report's: write it into the page where it belongs, and take it out of \
                 `set_aside` in `report.toml`.",
                "网站上没有它们。是报告的话，就写进它那一页，再从 `report.toml` 的 `set_aside` 里删去。"
            ),
        );
        let title_page = &self.manuscript.title_page.file;
        let listed = PrintedText::of(title_page);
        let rows = aside.iter().map(|own| {
            let line = listed.line_of(&own.text, 0).map(|(line, _)| format!("{}:{line}", title_page.name()));
            let place = line.map(|line| Sheet::code(&line)).unwrap_or_default();
            vec![self.source_line(own.line), Sheet::shown(&own.text), place]
        });
        let rows = rows.collect();
        sheet.table(&[message!("source", "原文"), message!("words", "内容"), message!("listed in", "列在")], rows);
    }

    fn outline(&self, sheet: &mut Sheet) {
        let outline = self.read.map_or(&[][..], |read| &read.inspection.outline);
        sheet.part(
            "outline",
            &message!("Outline", "大纲"),
            outline.len(),
            &message!(
                "A heading that is missing: write it on a line of its own, `## 标题`, or make it a page of its own with `title` between \
                 the lines `+++`. One that is none: take the `##` away, of a topic sentence the two `**`, or move the words of its page into the \
                 page before and delete the file.",
                "少了的标题：另起一行写 `## 标题`，或另建一页，在 `+++` 之间写 `title`。不是标题的：去掉 `##`，是段首主题句的去掉两边的 `**`，\
                 或把那一页的话移到前一页，删去文件。"
            ),
        );
        let mut from = PageCursor { pages: &self.manuscript.pages, page: 0 };
        let rows = outline.iter().map(|own| {
            let found = from.place_of(&own.heading);
            let level = match (&found, own.level) {
                (Some((_, false)), _) => sheet.said(&message!("text now", "已改成正文")),
                (_, Some(level)) => level.to_string(),
                (_, None) => sheet.said(&message!("topic sentence", "段首主题句")),
            };
            let place = found.map(|(place, _)| Sheet::code(&place)).unwrap_or_default();
            vec![self.source_line(own.line), level, Sheet::shown(&own.heading), place]
        });
        let rows = rows.collect();
        let head = [
            message!("source", "原文"),
            message!("level", "层级"),
            message!("heading", "标题"),
            message!("stands in", "在文件"),
        ];
        sheet.table(&head, rows);
    }

    pub(super) fn table(&self) -> Option<&'r FigureTable> {
        self.manuscript.figures.as_ref()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = &'r FigureRow> {
        self.table().into_iter().flat_map(|table| &table.rows)
    }

    pub(super) fn source_line(&self, line: usize) -> String {
        Sheet::code(&format!("{}:{line}", self.manuscript.title_page.source))
    }
}

/// Finds headings in the pages of the text, in the order in which both have them.
struct PageCursor<'r> {
    pages: &'r [Page],
    page: usize,
}

impl PageCursor<'_> {
    /// The file and the line where a heading stands, from the page of the one before on, and whether it is one there still.
    fn place_of(&mut self, heading: &str) -> Option<(String, bool)> {
        let found = (self.page..self.pages.len()).find_map(|at| Some((at, line_in(&self.pages[at], heading)?)));
        let (page, line) = found?;
        self.page = page;
        let file = &self.pages[page].file;
        let is_heading = ["title", "#", "**"].iter().any(|sign| file.line(line).text.starts_with(sign));
        Some((format!("{}:{line}", file.name()), is_heading))
    }
}

/// The line of a page's file that has a heading: that of its title, or one of its text, where bold signs do not count.
fn line_in(page: &Page, heading: &str) -> Option<usize> {
    let is_line = |line: &usize| page.file.line(*line).text.starts_with("title");
    if format!("{}{}", page.number, page.title) == heading {
        return (1..=page.file.line_count()).find(is_line);
    }
    PrintedText::of(&plain(&page.file)).line_of(heading, 0).map(|(line, _)| line)
}

/// A file without the signs that Markdown puts round and into words.
fn plain(file: &Source) -> Source {
    Source::new(file.name(), file.text().replace(['*', '\\'], ""))
}

/// Where something was found, and the line that stands there; both empty where nothing says it.
fn place_and_words(found: &Diagnostic) -> [String; 2] {
    let at = found.location.as_ref();
    at.map_or_else(Default::default, |at| {
        [Sheet::code(&format!("{}:{}", at.file, at.place.line)), Sheet::shown(&at.line)]
    })
}
