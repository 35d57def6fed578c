//! `report.toml`: the masthead of a report, and where and when it was published.

use toml::Spanned;

use super::fields::Fields;
use super::file::RawFile;
use super::notice::{Notice, NoticeKind};
use crate::diagnostic::{Checked, Code, Diagnostic};
use crate::message::message;
use crate::report::MastheadRole;
use crate::text::{Source, Span};

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
            source: words("source", diagnostics),
            publisher: words("publisher", diagnostics),
            file: source.name().to_owned(),
            ..TitlePage::default()
        };
        page.source_url = fields.address("source_url", "https://example.org/report", diagnostics);
        page.title = fields.required("title", diagnostics);
        page.year = fields.number("year", diagnostics);
        page.date = fields.date("date", diagnostics);
        page.published = fields.moment("published", diagnostics);
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
        page
    }
}

/// The names of the masthead's roles in `report.toml`.
pub(super) const ROLES: [(&str, MastheadRole); 3] =
    [("title", MastheadRole::Title), ("session", MastheadRole::Session), ("speaker", MastheadRole::Speaker)];
