//! `[[notice]]` of `report.toml`: the report was corrected or withdrawn, and readers must know.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::fields::Fields;
use crate::diagnostic::Diagnostic;
use crate::message::message;
use crate::text::Span;

/// What happened to a report after it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// What happened.
    pub kind: NoticeKind,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// What readers must know.
    pub text: String,
    /// Where it was announced; empty when not said.
    pub link: String,
    /// The figure that was put right; `None` when it is about another thing, or about more.
    pub figure: Option<CorrectedFigure>,
}

/// A figure that was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedFigure {
    /// Its id, and where the notice names it.
    pub id: String,
    #[allow(missing_docs)]
    pub place: Span,
    /// What was printed before.
    pub was: String,
}

/// The kinds of notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NoticeKind {
    /// Something in the report was put right.
    Correction,
    /// The report is no longer in force.
    Withdrawal,
}

impl NoticeKind {
    const NAMES: [(&'static str, NoticeKind); 2] =
        [("correction", NoticeKind::Correction), ("withdrawal", NoticeKind::Withdrawal)];

    /// The name in `report.toml`.
    pub fn name(self) -> &'static str {
        match self {
            NoticeKind::Correction => "correction",
            NoticeKind::Withdrawal => "withdrawal",
        }
    }
}

impl Notice {
    /// Reads one notice; one with a fault is reported and left out.
    pub(super) fn read(mut fields: Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<Notice> {
        let before = diagnostics.len();
        for (key, help) in [
            (
                "kind",
                message!(
                    "add the line: kind = \"correction\", or \"withdrawal\"",
                    "补上一行：kind = \"correction\"（更正）或 \"withdrawal\"（撤回）"
                ),
            ),
            ("date", message!("add the day of the notice: date = 2023-01-05", "补上通告的日期：date = 2023-01-05")),
        ] {
            if !fields.has(key) {
                let fault = fields.missing(message!("`{key}` is missing in [[notice]]", "[[notice]] 里缺少 `{key}`"));
                diagnostics.push(fault.with_help(help));
            }
        }
        let kind = fields.choice("kind", &NoticeKind::NAMES, diagnostics);
        let date = fields.date("date", diagnostics);
        let text = fields.required("text", diagnostics);
        let link = fields.address("link", "https://example.org/notice", diagnostics);
        let figure = CorrectedFigure::read(&mut fields, diagnostics);
        fields.finish(diagnostics);
        if diagnostics.len() > before {
            return None;
        }
        Some(Notice { kind: kind?, date: date?, text, link, figure })
    }
}

impl CorrectedFigure {
    /// Reads the figure that a notice is about, and what it was: both, or neither.
    fn read(fields: &mut Fields<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<CorrectedFigure> {
        let figure = fields.words("figure", diagnostics);
        let was = fields.words("was", diagnostics).map(Spanned::into_inner).filter(|was| !was.trim().is_empty());
        match (figure, was) {
            (Some(id), Some(was)) => Some(CorrectedFigure { place: id.span().into(), id: id.into_inner(), was }),
            (None, None) => None,
            (figure, _) => {
                let key = if figure.is_some() { "was" } else { "figure" };
                let fault = fields.missing(message!(
                    "`{key}` is missing in [[notice]]",
                    "[[notice]] 里缺少 `{key}`",
                    key = key
                ));
                diagnostics.push(fault.with_help(message!(
                    "say which figure was put right and what was printed: figure = \"f12\", was = \"6.5%左右\"",
                    "写明更正的是哪个数字、原来印的是多少：figure = \"f12\"，was = \"6.5%左右\""
                )));
                None
            }
        }
    }
}
