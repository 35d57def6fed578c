//! How much of a thing is read at most, all in one place: far above any report, and low enough that reading and building
//! stay quick. `docs/en/limits.md` lists the same.

use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Message, message};

/// The most that is read of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The largest count that is still read.
    pub most: usize,
    /// What is counted, and of what, after a number.
    english: &'static str,
    chinese: &'static str,
}

/// Bytes of a source's text, of a file below `content/`, and of all texts of one report together.
pub const BYTES: Limit = limit(2 << 20, "bytes of text", "字节的文字");
/// Lines of a source's text.
pub const LINES: Limit = limit(20_000, "lines", "行");
/// Bytes of one line of a source's text.
pub const LINE: Limit = limit(400_000, "bytes in one line", "字节在一行里");
/// Headings of a report, those of its attachments among them: each may begin a page.
pub const HEADINGS: Limit = limit(500, "headings", "个标题");
/// Pages of a report: files of its text.
pub const PAGES: Limit = limit(600, "pages in one report", "页（一份报告）");
/// Paragraphs, headings and cells of one report's pages.
pub const PARAGRAPHS: Limit = limit(20_000, "paragraphs in one report", "段（一份报告）");
/// Entries of a glossary.
pub const TERMS: Limit = limit(2_000, "entries in one glossary", "条名词解释");
/// Figures of a report: rows of its table.
pub const FIGURES: Limit = limit(5_000, "figures in one report", "个数字（一份报告）");
/// Keys of one table of settings.
pub const KEYS: Limit = limit(500, "keys in one table", "项设置（一张表）");
/// Characters of one value of the settings; a heading becomes one.
pub const VALUE: Limit = limit(1_000, "characters in one setting", "字（一项设置）");
/// Other addresses of one page.
pub const ALIASES: Limit = limit(200, "other addresses of one page", "个别的网址（一页）");
/// How deep quotations, lists and marks of Markdown stand in one another.
pub const DEPTH: Limit = limit(32, "levels, one within the other", "层（一层套一层）");
/// Marks (bold, links, code, tags of HTML) in one paragraph of Markdown.
pub const MARKS: Limit = limit(2_000, "marks in one paragraph", "个记号（一段）");
/// Tags of a web page.
pub const TAGS: Limit = limit(200_000, "tags in one web page", "个标记（一个网页）");
/// How deep tags of a web page stand in one another.
pub const NESTED_TAGS: Limit = limit(500, "tags, one within the other", "层标记（一层套一层）");
/// Attributes of one tag of a web page.
pub const ATTRIBUTES: Limit = limit(500, "attributes in one tag", "个属性（一个标记）");

/// Every limit with the name that `docs/en/limits.md` gives it.
pub const ALL: &[(&str, Limit)] = &[
    ("bytes", BYTES),
    ("lines", LINES),
    ("line", LINE),
    ("headings", HEADINGS),
    ("pages", PAGES),
    ("paragraphs", PARAGRAPHS),
    ("terms", TERMS),
    ("figures", FIGURES),
    ("keys", KEYS),
    ("value", VALUE),
    ("aliases", ALIASES),
    ("depth", DEPTH),
    ("marks", MARKS),
    ("tags", TAGS),
    ("nested-tags", NESTED_TAGS),
    ("attributes", ATTRIBUTES),
];

const fn limit(most: usize, english: &'static str, chinese: &'static str) -> Limit {
    Limit { most, english, chinese }
}

impl Limit {
    /// The fault when `count` is past the limit; its place is still to be added.
    pub fn fault_of(&self, count: usize) -> Option<Diagnostic> {
        (count > self.most).then(|| self.fault())
    }

    /// The fault that the limit was passed; its place is still to be added.
    pub fn fault(&self) -> Diagnostic {
        let counted = Message::new(self.english, self.chinese);
        let message = message!(
            "this has more than {most} {counted}",
            "这里超过 {most} {counted}",
            most = self.most,
            counted = counted
        );
        Diagnostic::error(Code::PAST_LIMIT, message).with_help(message!(
            "no report is like that: take out what is not the report's, or divide it",
            "没有报告是这样的：去掉不属于报告的，或者分成几份"
        ))
    }
}
