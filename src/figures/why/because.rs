//! A rule together with the words that it decided on. Knows no rules.

use crate::text::Span;

/// The rule that decided a fact, and the words it decided on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Because<R> {
    /// The rule.
    pub rule: R,
    /// Bytes of the paragraph; empty where no words of it decided.
    pub words: Span,
}

impl<R> Because<R> {
    /// A rule that decided on these words.
    pub fn said(rule: R, words: Span) -> Because<R> {
        Because { rule, words }
    }

    /// A rule that needed no words of the paragraph.
    pub fn unsaid(rule: R) -> Because<R> {
        Because { rule, words: Span::default() }
    }
}
