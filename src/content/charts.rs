//! `charts/<name>.md`: which figures a chart draws, and how.

use toml::Spanned;

use super::aliases::{self, PageAlias};
use super::fields::{Fields, one_of};
use super::file::{RawFile, front_matter};
use crate::chart::Kind;
use crate::diagnostic::{Code, Diagnostic};
use crate::markdown::{self, Document};
use crate::message::message;
use crate::text::{Source, Span};

/// The names of the kinds in front matter.
pub const KINDS: [(&str, Kind); 8] = [
    ("bars", Kind::Bars),
    ("targets", Kind::Targets),
    ("change", Kind::Change),
    ("pairs", Kind::Pairs),
    ("shares", Kind::Shares),
    ("rank", Kind::Rank),
    ("multiples", Kind::Multiples),
    ("series", Kind::Series),
];

/// The place of a chart that says none: after those that do.
const DEFAULT_ORDER: u64 = 100;

/// The id of a figure, with its place in the file.
pub type PlacedId = Spanned<String>;

/// One chart page.
#[derive(Debug)]
pub struct ChartPage {
    /// The file's name without `.md`; the last part of the address.
    pub name: String,
    /// What the chart says, as a sentence.
    pub title: String,
    /// What the chart is of, in a few words, for lists; the title when not given.
    pub subject: String,
    /// Charts with a smaller number come first; those with the same go by name.
    pub order: u64,
    /// How it is drawn; `None` after a fault, which is reported.
    pub kind: Option<Kind>,
    /// Ids of figures, a row each; two in a row are set side by side.
    pub rows: Vec<Vec<PlacedId>>,
    /// Why figures may stand side by side that the law of pairs refuses, as the page says it.
    pub comparable: Option<String>,
    /// Other addresses that lead here.
    pub aliases: Vec<PageAlias>,
    /// Words under the chart.
    pub text: Document,
    /// The file, for messages.
    pub file: Source,
    /// The place of the title, for messages.
    pub title_place: Span,
}

/// Reads one chart page. Faults are reported.
pub(super) fn read(name: &str, file: RawFile<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<ChartPage> {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if name.is_empty() || !name.bytes().all(good) {
        diagnostics.push(
            Diagnostic::error(
                Code::BAD_ID,
                message!("`{name}` cannot be part of an address", "`{name}` 不能用在网址里"),
            )
            .in_file(file.name)
            .with_help(message!(
                "name the file with lower-case letters, digits and hyphens: charts/targets.md",
                "文件名只用小写字母、数字和连字符：charts/targets.md"
            )),
        );
        return None;
    }
    let source = file.source().drain_into(diagnostics)?;
    let (toml, body) = front_matter(&source, diagnostics);
    let mut fields = Fields::parse(&source, toml, diagnostics);
    let title = fields.words("title", diagnostics);
    let title_place = title.as_ref().map_or(toml, |title| title.span().into());
    let title = title.map(Spanned::into_inner).unwrap_or_default();
    if title.trim().is_empty() {
        diagnostics.push(
            Diagnostic::error(Code::MISSING_KEY, message!("`title` is missing", "缺少 `title`"))
                .at(&source, Span::new(toml.start, toml.start))
                .with_help(message!(
                    "say what the chart shows: title = \"五项主要预期目标\"",
                    "说出图里有什么：title = \"五项主要预期目标\""
                )),
        );
    }
    let subject = fields.words("subject", diagnostics).map_or(title.clone(), Spanned::into_inner);
    let order = fields.number("order", diagnostics).unwrap_or(DEFAULT_ORDER);
    if !fields.has("kind") {
        let fault = fields.missing(message!("`kind` is missing", "缺少 `kind`"));
        diagnostics.push(fault.with_help(one_of(&KINDS.map(|(name, _)| name))));
    }
    let kind = fields.choice("kind", &KINDS, diagnostics);
    let comparable = fields.words("comparable", diagnostics).map(Spanned::into_inner);
    let comparable = comparable.filter(|words| !words.trim().is_empty());
    let rows = fields.groups("figures", diagnostics);
    if rows.is_empty() {
        diagnostics.push(
            Diagnostic::error(
                Code::MISSING_KEY,
                message!("`figures` names nothing to draw", "`figures` 里没有要画的数字"),
            )
            .at(&source, Span::new(toml.start, toml.start))
            .with_help(message!(
                "list ids of figures.csv: figures = [\"f1\", \"f2\"]",
                "列出 figures.csv 里的编号：figures = [\"f1\", \"f2\"]"
            )),
        );
    }
    let aliases = aliases::read(&mut fields, &source, diagnostics);
    fields.finish(diagnostics);
    let text = markdown::parse(&source, body).drain_into(diagnostics);
    Some(ChartPage {
        name: name.to_owned(),
        title,
        subject,
        order,
        kind,
        rows,
        comparable,
        aliases,
        text,
        file: source,
        title_place,
    })
}
