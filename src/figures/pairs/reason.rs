//! Why two figures that look alike are not set side by side, in both languages. Knows no figures.

use crate::message::{Message, message};

/// Why a result and a target are not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// An amount against a growth, a share against a rank.
    Kind,
    /// 亿元 against 家.
    Unit,
    /// A total of five years against one year, or years that do not follow one another.
    Period,
    /// 区级 against 省市区, 全省 against 全市.
    Scope,
    /// 达到136家 against 新增30家.
    StockAgainstIncrement,
    /// One number for several things against a number for each.
    PooledAgainstSplit,
    /// 投用 against 建设, 组建 against 扩容提质.
    Stage,
    /// The same noun with a clause or a word that narrows it on one side only.
    Qualified,
    /// Different things that share words.
    Thing,
    /// A fact of one of them is not sure.
    Doubt,
}

impl Reason {
    /// The name that files use.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Kind => "kind",
            Reason::Unit => "unit",
            Reason::Period => "period",
            Reason::Scope => "scope",
            Reason::StockAgainstIncrement => "stock-against-increment",
            Reason::PooledAgainstSplit => "pooled-against-split",
            Reason::Stage => "stage",
            Reason::Qualified => "qualified",
            Reason::Thing => "thing",
            Reason::Doubt => "doubt",
        }
    }

    /// The reason as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            Reason::Kind => message!(
                "One is an amount, the other a change, a share or a rank.",
                "一个是数量，一个是增减、占比或位次，不能并列。"
            ),
            Reason::Unit => message!("The units differ.", "计量单位不同。"),
            Reason::Period => message!(
                "The years do not follow one another, or one covers several years.",
                "所指年份不相衔接，或一个是多年累计，一个是一年。"
            ),
            Reason::Scope => message!("The scope or the grade differs.", "范围或级别不同。"),
            Reason::StockAgainstIncrement => {
                message!("One is what there is, the other what is newly added.", "一个是现有总数，一个是新增数。")
            }
            Reason::PooledAgainstSplit => message!(
                "One counts several kinds together, the other counts them apart.",
                "一个是几类合计，一个是分类数。"
            ),
            Reason::Stage => message!(
                "They are at different stages, such as being built and being in use.",
                "所处阶段或动作不同，例如建设与投用。"
            ),
            Reason::Qualified => {
                message!("One of them is narrowed by words that the other lacks.", "其中一个另有限定，所指范围更窄。")
            }
            Reason::Doubt => message!("One of them is in doubt.", "其中一个存疑，还没有人核对。"),
            Reason::Thing => {
                message!("The names share words but mean different things.", "名称相近，所指不是同一事项。")
            }
        }
    }
}
