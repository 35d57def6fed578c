//! `report.toml`: the masthead of a report, and where and when it was published.

use toml::Spanned;

use super::aliases::{self, PageAlias};
use super::fields::Fields;
use super::file::RawFile;
use super::notice::{Notice, NoticeKind};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::figures::Outlook;
use crate::import::{attached_outlook, outlook};
use crate::message::message;
use crate::report::{MastheadRole, ReportKind};
use crate::text::{Source, Span};

/// `report.toml`: the masthead and where the report was published.
#[derive(Clone, Debug, Default)]
pub struct TitlePage {
    /// Of which kind the report is.
    pub kind: ReportKind,
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
    /// Name of the source file; empty when there is none on purpose.
    pub source: String,
    /// Why there is no source; empty when there is one.
    pub no_source: String,
    /// Where the source was published; empty when not known.
    pub source_url: String,
    /// Who published it; empty when not known.
    pub publisher: String,
    /// When it was published, `YYYY-MM-DD` or `YYYY-MM-DD HH:MM`.
    pub published: Option<String>,
    /// What happened to it since, the latest first.
    pub notices: Vec<Notice>,
    /// Whether it is left out of a site that does not ask for drafts.
    pub draft: bool,
    /// Other addresses that lead to its overview.
    pub aliases: Vec<PageAlias>,
    /// The file, for messages.
    pub file: Source,
    /// Lines of the source that the site leaves out on purpose.
    pub set_aside: Vec<String>,
}

impl TitlePage {
    /// What the report speaks of where its words do not say.
    pub fn outlook(&self) -> Outlook {
        outlook(self.kind, &self.title)
    }

    /// What an attachment under this heading speaks of where its words do not say.
    pub fn attached_outlook(&self, heading: &str) -> Outlook {
        attached_outlook(self.outlook(), heading)
    }

    /// Whether the report is no longer in force.
    pub fn is_withdrawn(&self) -> bool {
        self.notices.iter().any(|notice| notice.kind == NoticeKind::Withdrawal)
    }

    /// The day on which it was last corrected or withdrawn, `YYYY-MM-DD`.
    pub fn last_notice(&self) -> Option<&str> {
        self.notices.iter().map(|notice| notice.date.as_str()).max()
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
        self.published.is_none().then(|| fault.in_file(self.file.name()).with_help(help))
    }

    /// Reads `report.toml`; what is wrong in it is reported, and what is missing is empty.
    pub fn read(file: RawFile<'_>) -> Checked<TitlePage> {
        let mut diagnostics = Vec::new();
        let source = file.source().drain_into(&mut diagnostics);
        let value = source.map_or_else(TitlePage::default, |source| TitlePage::of(&source, &mut diagnostics));
        Checked { value, diagnostics }
    }

    fn of(source: &Source, diagnostics: &mut Vec<Diagnostic>) -> TitlePage {
        let whole = Span::new(0, source.text().len());
        let mut fields = Fields::parse(source, whole, diagnostics);
        let mut words = |key, diagnostics: &mut Vec<Diagnostic>| {
            fields.words(key, diagnostics).map(Spanned::into_inner).unwrap_or_default()
        };
        let mut page = TitlePage {
            place: words("place", diagnostics),
            meeting: words("meeting", diagnostics),
            office: words("office", diagnostics),
            speaker: words("speaker", diagnostics),
            publisher: words("publisher", diagnostics),
            file: source.clone(),
            ..TitlePage::default()
        };
        page.read_source(&mut fields, diagnostics);
        page.source_url = fields.address("source_url", "https://example.org/report", diagnostics);
        page.kind = fields.choice("kind", &ReportKind::NAMES, diagnostics).unwrap_or_default();
        page.title = fields.required("title", diagnostics);
        page.year = fields.number("year", diagnostics);
        page.date = fields.date("date", diagnostics);
        page.published = fields.moment("published", diagnostics);
        page.draft = fields.flag("draft", diagnostics);
        page.aliases = aliases::read(&mut fields, source, diagnostics);
        page.set_aside = fields.list("set_aside", diagnostics).into_iter().map(Spanned::into_inner).collect();
        for mut line in fields.tables("masthead", diagnostics) {
            let role = line.choice("role", &ROLES, diagnostics);
            let text = line.required("text", diagnostics);
            line.finish(diagnostics);
            if let Some(role) = role {
                page.lines.push((role, text));
            }
        }
        for notice in fields.tables("notice", diagnostics) {
            page.notices.extend(Notice::read(notice, diagnostics));
        }
        page.notices.sort_by(|a, b| (&b.date, b.kind).cmp(&(&a.date, a.kind)));
        fields.finish(diagnostics);
        diagnostics.extend(page.lacks_place_or_year());
        page
    }

    /// What is doubtful about a report of which nobody knows where or for which year it was given: lists file it under no place.
    pub fn lacks_place_or_year(&self) -> Option<Diagnostic> {
        let lacks = match (self.place.is_empty(), self.year.is_none()) {
            (false, false) => return None,
            (true, false) => message!("place", "地方"),
            (false, true) => message!("year", "年份"),
            (true, true) => message!("place and year", "地方和年份"),
        };
        let fault = Diagnostic::warning(
            Code::NO_PLACE_OR_YEAR,
            message!("the report says nothing of its {lacks}", "报告没有写明{lacks}", lacks = lacks),
        );
        Some(fault.in_file(self.file.name()).with_help(message!(
            "write them: place = \"淄川区\", year = 2023; lists and the citation are without them until then",
            "补上：place = \"淄川区\"，year = 2023；没有它们，报告列表和引文里也没有"
        )))
    }

    /// Reads which file is the source, or why there is none: one of them, so that nobody leaves out the proof by a slip.
    fn read_source(&mut self, fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let none = Span::new(0, 0);
        let [source, reason] = ["source", "no_source"].map(|key| {
            let words = fields.words(key, diagnostics);
            words.map_or((none, String::new()), |words| (words.span().into(), words.into_inner().trim().to_owned()))
        });
        (self.source, self.no_source) = (source.1, reason.1);
        let (at, found) = match (self.source.is_empty(), self.no_source.is_empty()) {
            (false, true) => return,
            (true, true) => (
                source.0,
                Diagnostic::error(Code::MISSING_KEY, message!("the report names no source", "没有写明原文文件"))
                    .with_help(message!(
                        "lay the published text here and name it: source = \"source.txt\"; \
                         if there is none on purpose, say why: no_source = \"…\"",
                        "把公布的原文放进来，写上文件名：source = \"source.txt\"；确实没有原文，写明原因：no_source = \"…\""
                    )),
            ),
            (false, false) => (
                reason.0,
                Diagnostic::error(
                    Code::BAD_VALUE,
                    message!(
                        "`no_source` says that there is no source, and `source` names one",
                        "`no_source` 说没有原文，`source` 又写了原文文件"
                    ),
                )
                .with_help(message!("take one of them out", "删掉其中一项")),
            ),
            (true, false) => (
                reason.0,
                Diagnostic::warning(
                    Code::NO_SOURCE,
                    message!(
                        "nothing proves the words of this report: it has no source",
                        "这份报告没有原文，网站上的字无从核对"
                    ),
                )
                .with_help(message!(
                    "each of its pages says so; with the published text beside it, name that: source = \"source.txt\"",
                    "它的每一页都会写明；有了公布的原文，放进来并写上：source = \"source.txt\""
                )),
            ),
        };
        diagnostics.push(found.at(&self.file, at));
    }

    /// The fault that the file which `report.toml` names as the source is not there.
    pub(super) fn lacks_source(&self) -> Diagnostic {
        let text = self.file.text();
        let mut unread = Vec::new();
        let mut fields = Fields::parse(&self.file, Span::new(0, text.len()), &mut unread);
        let at = fields.words("source", &mut unread).map_or_else(Span::default, |words| words.span().into());
        Diagnostic::error(
            Code::MISSING_FILE,
            message!("there is no source `{name}` here", "这里没有原文 `{name}`", name = self.source),
        )
        .at(&self.file, at)
        .with_help(message!(
            "lay the file itself here, no link to it, or correct the name; \
             if there is no source on purpose, write no_source = \"why\" instead",
            "把文件本身（不是链接）放进来，或者改对名字；确实没有原文，改写成 no_source = \"原因\""
        ))
    }
}

/// The names of the masthead's roles in `report.toml`.
pub(super) const ROLES: [(&str, MastheadRole); 3] =
    [("title", MastheadRole::Title), ("session", MastheadRole::Session), ("speaker", MastheadRole::Speaker)];
