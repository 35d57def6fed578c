//! What makes a figure doubtful, and how each is told. Reads no text.

use crate::figures::figure::Doubt;
use crate::message::{Message, message};

/// What makes one of the facts of a figure doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DoubtRule {
    /// 投资, 总量: of what, nobody said.
    BareHead,
    /// One or two characters that are no measure: 高校.
    ShortName,
    /// `“十二五”时期`, `高于全省`: a time or a comparison in the place of a name.
    NoThing,
    /// `全国排名`: what is placed goes unsaid.
    ScopeOnly,
    /// `183人全部稳定脱贫`: what is counted goes on into what became of it.
    Predicate,
    /// `近4万居民的居住条件得到改善，完成投资`: the owner that was found is a sentence.
    OwnerIsClause,
    /// `制定、废止省政府规章6件`: the number may count the whole list.
    LastOfList,
    /// `新增示范镇3个，示范点5个`: the verb of the clause before may be its own too.
    VerbBefore,
    /// `9个村3.2万人的安全饮水`: what the things counted are there for stands behind the next number.
    CountedOn,
    /// `700万吨露天矿`: how large a work is, and not how much was done.
    SizeOfWork,
    /// `甲投资占44%`: of which whole goes unsaid.
    NoWhole,
    /// `10个国家大科学装置` of five years: those that came in them, or those that there are at their end.
    StockOrSum,
    /// `上半年增长6.7%`: of a part of a year, which no period says.
    PartOfYear,
    /// `新增项目15个、累计约700个`: the report gives another value under the same name.
    OtherValue,
    /// Nothing dates it.
    Undated,
    /// No heading says whether it looks back or ahead, and no word does.
    UnsaidStatus,
    /// `今年高校毕业生874万人，要促进就业`: what there is, under a heading that looks ahead.
    FactInPlan,
    /// An amount without a unit.
    NoUnit,
}

impl DoubtRule {
    /// Which fact is in doubt.
    pub fn doubt(self) -> Doubt {
        match self {
            DoubtRule::BareHead
            | DoubtRule::ShortName
            | DoubtRule::NoThing
            | DoubtRule::ScopeOnly
            | DoubtRule::Predicate
            | DoubtRule::OwnerIsClause
            | DoubtRule::LastOfList
            | DoubtRule::VerbBefore
            | DoubtRule::CountedOn
            | DoubtRule::SizeOfWork
            | DoubtRule::NoWhole
            | DoubtRule::OtherValue => Doubt::Name,
            DoubtRule::StockOrSum | DoubtRule::PartOfYear | DoubtRule::Undated => Doubt::Period,
            DoubtRule::UnsaidStatus | DoubtRule::FactInPlan => Doubt::Status,
            DoubtRule::NoUnit => Doubt::Value,
        }
    }

    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            DoubtRule::BareHead => message!("the name does not say of what", "名称没有说是什么的"),
            DoubtRule::ShortName => message!("the name is very short", "名称太短"),
            DoubtRule::NoThing => {
                message!("the name is a time or a comparison", "名称只是时间或比较")
            }
            DoubtRule::ScopeOnly => message!("what is placed goes unsaid", "没有说是什么的排名"),
            DoubtRule::Predicate => {
                message!("the name may go on into what became of it", "名称里可能带进了后面的话")
            }
            DoubtRule::OwnerIsClause => {
                message!("what it belongs to may be no name", "它所归属的，可能不是一个名称")
            }
            DoubtRule::VerbBefore => {
                message!("the verb of the clause before may be its own too", "前面一句的动词，可能也管着它")
            }
            DoubtRule::LastOfList => {
                message!("the number may be of the whole list before it", "这个数可能说的是前面一整串")
            }
            DoubtRule::CountedOn => {
                message!("what is said of them stands behind the next number", "它们怎么样，下一个数后面才说")
            }
            DoubtRule::SizeOfWork => message!(
                "the number may say how large the work is, not how much was done",
                "这个数可能说的是项目有多大，不是做了多少"
            ),
            DoubtRule::NoWhole => message!("of which whole it is a part goes unsaid", "没有说占什么的多少"),
            DoubtRule::StockOrSum => message!(
                "what there is at the end of several years, or what came in them",
                "是几年末的总数，还是几年里新增的，没有说"
            ),
            DoubtRule::PartOfYear => message!("it is of a part of a year", "说的只是一年里的一段"),
            DoubtRule::OtherValue => message!(
                "the report gives another value under this name for the same time",
                "同一名称、同一时间，报告里还有另一个数"
            ),
            DoubtRule::Undated => message!("nothing dates it", "没有说是哪一年"),
            DoubtRule::UnsaidStatus => {
                message!("neither a heading nor a word says whether it was done", "标题和句子都没有说完成了没有")
            }
            DoubtRule::FactInPlan => message!(
                "what must be done about it follows: it may be what there is already",
                "后面接着说要怎么办，它可能是现状"
            ),
            DoubtRule::NoUnit => message!("the amount has no unit", "数量没有单位"),
        }
    }
}
