//! Figures together with what decided each of their facts, and the numbers of a paragraph that are none. Knows no rules.

use super::figure::Figure;
use super::why::{
    Because, DirectionRule, DoubtRule, HeadingReason, KindRule, MannerRule, NameRule, NoFigure, PeriodRule,
    QualifierRule, StatusRule,
};
use crate::text::Span;

/// What was found in a paragraph, with the reasons.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The figures, in order.
    pub figures: Vec<Explained>,
    /// The numbers that state no quantity, in order.
    pub refused: Vec<Refused>,
}

/// A number that states no quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Bytes of the paragraph.
    pub number: Span,
    /// Why it is no figure.
    pub why: NoFigure,
}

/// A figure, and for each of its facts the rule that decided and the words it decided on. Spans are bytes of the paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The figure.
    pub figure: Figure,
    /// The rules that made its name, in order.
    pub name: Vec<NameRule>,
    /// The words that its name was taken from, in the order of the name.
    pub name_words: Vec<Span>,
    /// What dated it.
    pub period: Because<PeriodRule>,
    /// A time in its clause that dates only what it is compared with (`比2020年`); empty where there is none.
    pub base: Span,
    /// What made it done or planned.
    pub status: Because<StatusRule>,
    /// The heading that says whether its section looks back or ahead.
    pub heading: Option<HeadingReason>,
    /// What decided how exact it is.
    pub qualifier: Because<QualifierRule>,
    /// What decided its kind.
    pub kind: Because<KindRule>,
    /// What decided which way it goes.
    pub direction: Because<DirectionRule>,
    /// What decided how it stands to what it measures.
    pub manner: Because<MannerRule>,
    /// What makes its facts doubtful.
    pub doubts: Vec<Because<DoubtRule>>,
}
