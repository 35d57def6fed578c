//! What templates see: plain values, made for one page, never the model.

use serde::Serialize;

use super::share::{Picture, Share};

/// What every page has.
#[derive(Serialize)]
pub(super) struct PageView {
    /// BCP 47 tag of the interface.
    pub lang: &'static str,
    /// The same for the Open Graph protocol: `zh_CN`.
    pub locale: &'static str,
    /// What the page may load, as a content security policy; empty in the preview.
    pub policy: String,
    /// The text of `<title>`.
    pub title: String,
    /// One or two sentences for search engines and messengers.
    pub description: String,
    /// The page's own absolute address; empty without a base address.
    pub canonical: String,
    /// The address by which it is to be cited, which it keeps; empty without a base address and on a page that nobody cites.
    pub cite_as: String,
    /// The same words as Markdown; empty where there are none.
    pub markdown: String,
    /// `website` or `article`.
    pub og_type: &'static str,
    /// The picture that messengers show.
    pub picture: Option<Picture>,
    /// How the page is passed on; `None` on one that nobody passes on.
    pub share: Option<Share>,
    /// JSON-LD, safe inside a script element.
    pub json_ld: Vec<String>,
    /// Whether search engines may list the page.
    pub listed: bool,
    /// Whether the report is a draft: readers must see that nobody published it yet.
    pub draft: bool,
    pub css: String,
    pub chart_css: Option<String>,
    pub script: String,
    /// The script that reads aloud; fetched when it is asked for.
    pub aloud: String,
    /// The script of the pages that are read.
    pub reading: String,
    /// The script of sharing; fetched when something is shared.
    pub sharing: String,
    /// The script of the margin of wide windows; fetched where there is one.
    pub margin: String,
    /// The script that filters lists.
    pub sift: String,
    pub icon: String,
    /// What a browser must know to keep the site; empty where it does not.
    pub manifest: String,
    pub feed: String,
    pub site: Link,
    /// The report that the page belongs to.
    pub report: Option<Link>,
    /// The pages of the report, for the top of the page.
    pub nav: Vec<Link>,
    /// The same page of the reports of the year before and after.
    pub years: Vec<Link>,
    /// Where to search: the report, or the whole site on its own pages.
    pub search: Link,
    /// The contents of the report; empty on pages of the whole site.
    pub contents: String,
    /// The way from the home page to here, this page last.
    pub crumbs: Vec<Link>,
    /// Pages of the whole site, for the foot.
    pub foot: Vec<Link>,
    /// Who publishes the site; empty when not said.
    pub publisher: String,
    /// Where to report a fault.
    pub contact: Option<Link>,
    /// What only a government body says, for the foot.
    pub official: Option<OfficialFoot>,
    /// The page tags of an official site.
    pub tags: Vec<Tag>,
    /// Where the source of the report was published.
    pub source: Option<Link>,
    /// What happened to the report since, the latest first.
    pub notices: Vec<NoticeView>,
    /// Why the report was not compared with a source; empty when it was.
    pub no_source: String,
}

impl PageView {
    /// The page whose words are Markdown at `markdown` too.
    pub fn with_markdown(self, markdown: String) -> PageView {
        PageView { markdown, ..self }
    }
}

/// A `<meta>` of an official site.
#[derive(Serialize)]
pub(super) struct Tag {
    pub name: &'static str,
    pub content: String,
}

/// What the foot of an official site shows.
#[derive(Serialize)]
pub(super) struct OfficialFoot {
    /// 政府网站标识码.
    pub site_id: String,
    /// ICP 备案编号.
    pub icp: Link,
    /// 公安备案 number.
    pub police: Link,
    /// Address of 我为政府网站找错.
    pub fault: String,
}

/// A correction or withdrawal.
#[derive(Serialize)]
pub(super) struct NoticeView {
    /// `correction` or `withdrawal`.
    pub kind: &'static str,
    /// The same in words.
    pub label: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    pub text: String,
    /// Where it was announced; empty when not said.
    pub link: String,
}

/// A link with its words.
#[derive(Clone, Default, Serialize)]
pub(super) struct Link {
    pub text: String,
    pub href: String,
    /// Whether it leads to the page that it stands on.
    pub current: bool,
}

impl Link {
    /// A link that leads away from the page that it stands on.
    pub fn away(text: impl Into<String>, href: impl Into<String>) -> Link {
        Link { text: text.into(), href: href.into(), current: false }
    }
}

/// An entry of the contents.
#[derive(Serialize)]
pub(super) struct ContentsEntry {
    pub number: String,
    pub title: String,
    /// Both as HTML that says where a line may end.
    pub heading: String,
    pub href: String,
    pub current: bool,
    /// Reading time in whole minutes, at least 1.
    pub minutes: usize,
    /// Its topic sentences, on the overview.
    pub leads: Vec<String>,
    pub sections: Vec<ContentsEntry>,
}

/// The masthead as printed.
#[derive(Serialize)]
pub(super) struct MastheadView {
    pub lines: Vec<MastheadLineView>,
    /// Place and year as far as the printed title says neither: the site's own words before it.
    pub beside_title: String,
}

#[derive(Serialize)]
pub(super) struct MastheadLineView {
    /// `title`, `session` or `speaker`.
    pub role: &'static str,
    pub text: String,
    /// The same with the places marked where a line may end.
    pub html: String,
}

/// A term's definition for a page that links it.
#[derive(Serialize)]
pub(super) struct Definition {
    pub id: String,
    pub term: String,
    pub html: String,
    pub href: String,
}

/// An entry of the glossary.
#[derive(Serialize)]
pub(super) struct TermView {
    pub id: String,
    pub mark: String,
    pub term: String,
    pub separator: String,
    pub html: String,
    pub uses: Vec<UseView>,
}

/// A sentence that uses a term.
#[derive(Serialize)]
pub(super) struct UseView {
    pub href: String,
    /// Where: number and title of the page.
    pub place: String,
    /// The sentence in three parts: before the term, the term, after it.
    pub before: String,
    pub words: String,
    pub after: String,
}

/// A figure in a list.
#[derive(Serialize)]
pub(super) struct FigureView {
    /// What is not sure of it, in words; empty when nothing is.
    pub doubt: String,
    pub id: String,
    pub indicator: String,
    pub words: String,
    /// Period and status: `2023 目标`.
    pub when: String,
    pub unit: String,
    /// The number with a point, for sorting.
    pub value: String,
    /// The words of the report round it.
    pub quote: String,
    /// The sentence it comes from.
    pub sentence: String,
    pub href: String,
    /// Its own page; empty where it has none.
    pub own: String,
    pub place: String,
    pub charts: Vec<Link>,
}

/// A chart in a list or on its page.
#[derive(Serialize)]
pub(super) struct ChartView {
    pub title: String,
    /// The same as HTML that says where a line may end.
    pub heading: String,
    pub subject: String,
    pub href: String,
    pub svg: String,
    /// The same laid out for large type on a phone.
    pub large_svg: String,
    pub description: String,
}

/// A sentence with the figures of a chart that it states.
#[derive(Serialize)]
pub(super) struct QuoteView {
    pub sentence: String,
    pub href: String,
    pub place: String,
    pub figures: Vec<FigureView>,
}

/// A cell of a chart's table.
#[derive(Serialize)]
pub(super) struct CellView {
    pub text: String,
    pub href: Option<String>,
}

/// A report in the library.
#[derive(Serialize)]
pub(super) struct CardView {
    pub title: String,
    /// The title as HTML that says where a line may end.
    pub heading: String,
    pub href: String,
    pub place: String,
    pub year: String,
    pub date: String,
    pub occasion: String,
    /// `withdrawal`, `correction`, or empty.
    pub notice: &'static str,
    /// The same in words.
    pub notice_label: String,
    /// Its key figures: what is measured, and the words with the link to them.
    pub headline: Vec<KeyFigureView>,
}

/// A key figure on a report.
#[derive(Serialize)]
pub(super) struct KeyFigureView {
    pub indicator: String,
    pub words: Link,
}

/// A part or section of the text on a page.
#[derive(Serialize)]
pub(super) struct Part {
    pub id: String,
    pub level: u8,
    pub number: String,
    pub title: String,
    /// Both as HTML that says where a line may end.
    pub heading: String,
    pub html: String,
}

/// A file to download.
#[derive(Serialize)]
pub(super) struct Download {
    pub text: String,
    pub href: String,
    pub note: String,
}

/// A sample of code.
#[derive(Serialize)]
pub(super) struct Sample {
    pub name: &'static str,
    pub html: String,
}
