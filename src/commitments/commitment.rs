//! What a commitment is, and the names that its facts have in files. Knows no rules.

use crate::text::Span;

/// A clause in which a government undertakes something that a reader can check later. All spans are bytes of its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The clause, without the signs around it; several where they say one thing.
    pub span: Span,
    /// The sentence that it stands in.
    pub sentence: Span,
    /// Which words name what it is about, each a run of the report's own.
    pub object: Vec<String>,
    /// What kind of end it names.
    pub kind: CommitmentKind,
    /// Its numbers as printed, with their units.
    pub measures: Vec<Span>,
    /// By when, where the report prints it.
    pub deadline: Option<Span>,
    /// How firmly it is said.
    pub strength: Strength,
    /// The word that says so (确保, 力争).
    pub strength_word: Option<Span>,
}

/// What kind of end a commitment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommitmentKind {
    /// A number: 新增就业5700人.
    Figure,
    /// A thing finished, in use or made: 建成, 通车, 制定规划.
    Finish,
    /// A thing begun: 开工, 启动.
    Start,
    /// A status gained: 入选, 通过验收.
    Title,
    /// A completeness: 全覆盖, 全部.
    Coverage,
}

/// How firmly a commitment is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Nothing is said of it.
    Plain,
    /// 确保
    Ensure,
    /// 力争, 争取
    Strive,
}

impl CommitmentKind {
    /// All names, in the order of the kinds.
    pub const NAMES: &'static [&'static str] = &["figure", "finish", "start", "title", "coverage"];

    /// The name that files use.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}

impl Strength {
    /// All names, in the order of the strengths.
    pub const NAMES: &'static [&'static str] = &["plain", "ensure", "strive"];

    /// The name that files use.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize]
    }
}
