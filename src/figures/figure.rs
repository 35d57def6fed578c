//! What a figure is: the types that the finder hands on, and the names they have in files. Knows no rules.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A quantity that a report states, with the words that state it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Bytes of the paragraph: number with unit and qualifier, and the change word before it if any (`增长6.5%左右`).
    pub span: Span,
    /// Bytes of the paragraph of the number itself (`6.5`, `2—3`).
    pub number: Span,
    /// The number as written (712 for 712亿元).
    pub value: f64,
    /// The high end of a range (2—3家: value 2, high 3).
    pub high: Option<f64>,
    /// The unit as written, with its magnitude: 亿元, 万美元, %, 个百分点; empty where there is none.
    pub unit: String,
    /// 左右, 以上 and the like.
    pub qualifier: Qualifier,
    /// What kind of quantity it is.
    pub kind: Kind,
    /// For changes: up or down.
    pub direction: Option<Direction>,
    /// What is measured, in the report's words where possible.
    pub indicator: String,
    /// The year or years it is about: `2022`, `2018-2022`.
    pub period: String,
    /// Done, or planned.
    pub status: Status,
    /// What there is, what came new, what a change began with.
    pub manner: Manner,
    /// For ranks and comparisons, the field in which they hold (`全省` of `排名全省第十四`); else empty.
    pub scope: String,
    /// Bytes of the paragraph of the sentence, which may say what the indicator leaves out.
    pub sentence: Span,
    /// Its facts that are not sure, in order, each once.
    pub doubts: Vec<Doubt>,
}

impl Figure {
    /// Whether the words say what is measured. A figure without a name is no row of a table: nobody could tell what it is of.
    pub fn is_named(&self) -> bool {
        !self.indicator.trim().is_empty()
    }
}

/// A fact of a figure that is not sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Doubt {
    /// What is measured.
    Name,
    /// The year or years.
    Period,
    /// Done or planned.
    Status,
    /// The amount or its unit.
    Value,
}

/// How exact the number claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Qualifier {
    /// Just the number.
    Eq,
    /// 以上, 不少于, 至少
    Ge,
    /// 超, 突破, 多, 余
    Gt,
    /// 以内, 不超过
    Le,
    /// 低于, 不足
    Lt,
    /// 左右, 约
    Approx,
    /// 近, 接近
    Near,
    /// 2—3
    Range,
}

/// What kind of quantity a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// An amount or a count.
    Level,
    /// Growth, decline, difference.
    Change,
    /// A percentage that is a level.
    Share,
    /// A place in an order.
    Rank,
    /// So many times.
    Multiple,
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Direction {
    /// Growth; for words such as 改善, the better.
    Up,
    /// Decline.
    Down,
}

/// How a number stands to what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Manner {
    /// Nothing is said: `实施重点项目32个`.
    Plain,
    /// What there is: `高新技术企业达到136家`.
    Stock,
    /// What came in the period: `新增高新技术企业30家`.
    New,
    /// What a change began with: `从689万户增至951万户`.
    Start,
    /// The distance from others: `高于全国0.7个百分点`.
    Against,
}

/// Whether a number is of what was done or of what is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// What happened or stands.
    Actual,
    /// A plan, a goal.
    Target,
}

macro_rules! names {
    ($($type:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {$(
        impl $type {
            /// The name that `figures.csv` and `inspect --json` use.
            pub fn name(self) -> &'static str {
                match self { $($type::$variant => $name),+ }
            }
            /// The value of a name.
            pub fn from_name(name: &str) -> Option<$type> {
                match name { $($name => Some($type::$variant),)+ _ => None }
            }
            /// All names, for messages.
            pub const NAMES: &'static [&'static str] = &[$($name),+];
        }
    )+};
}

names! {
    Qualifier { Eq = "eq", Ge = "ge", Gt = "gt", Le = "le", Lt = "lt", Approx = "approx", Near = "near", Range = "range" }
    Kind { Level = "level", Change = "change", Share = "share", Rank = "rank", Multiple = "multiple" }
    Direction { Up = "up", Down = "down" }
    Status { Actual = "actual", Target = "target" }
    Doubt { Name = "name", Period = "period", Status = "status", Value = "value" }
    Manner { Plain = "plain", Stock = "stock", New = "new", Start = "start", Against = "against" }
}
