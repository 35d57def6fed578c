//! The rules that say how exact a figure is, what kind it is, which way it goes and how it stands to what it measures. Reads no text.

use crate::message::{Message, message};

/// What decided how exact a number claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum QualifierRule {
    /// No word says more.
    Unsaid,
    /// `2—3家`
    Range,
    /// `5%以上`
    After,
    /// `2万多名`
    InUnit,
    /// `超过5%`
    Before,
    /// `控制在3%`
    Ceiling,
    /// `前45名`
    BestOf,
    /// The last member of the list says it: `90%和98%以上`.
    ListLast,
    /// The first member of the list says it: `超过8万元、4.5万元`.
    ListFirst,
}

/// What decided the kind of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KindRule {
    /// The unit: 倍, 个百分点, %, or any other.
    Unit,
    /// A fraction or a ratio needs no unit.
    Form,
    /// A word of growth or decline.
    Change,
    /// `第3位`, `前45名`
    Place,
    /// The list goes on with the change that its first member says.
    List,
}

/// What decided which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DirectionRule {
    /// It has none.
    None,
    /// 增长, 下降
    Word,
    /// `高于全国`, `比上年多`
    Comparison,
    /// `压减煤炭总量6.5万吨`
    Order,
    /// `增长-1.2%`
    Negative,
    /// The first member of the list says it.
    List,
}

/// What decided how a number stands to what it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MannerRule {
    /// No word says.
    Unsaid,
    /// 从, 由 leads up to it.
    Leaves,
    /// It is compared with others.
    Compared,
    /// Its name says 新增, 新建 and the like.
    NewInName,
    /// A verb such as 达到 leads up to it.
    Reached,
    /// A level at the end of several years that are looked back on.
    AtEnd,
    /// Its name is that of a stock: 总数, 余额.
    StockInName,
}

impl QualifierRule {
    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            QualifierRule::Unsaid => message!("no word says that it is more or less", "没有词说多于或少于"),
            QualifierRule::Range => message!("two numbers with a dash between", "两个数，中间是连接号"),
            QualifierRule::After => message!("the word after the number", "数字后面的词"),
            QualifierRule::InUnit => message!("多 or 余 in the unit", "单位里的“多”“余”"),
            QualifierRule::Before => message!("the word before the number", "数字前面的词"),
            QualifierRule::Ceiling => message!("控制在 before the number is a ceiling", "数字前的“控制在”是上限"),
            QualifierRule::BestOf => message!("前 before a place: this one or a better", "名次前的“前”：这一位或更前"),
            QualifierRule::ListLast => message!("the last number of the list says it", "这一串里最后一个数说了"),
            QualifierRule::ListFirst => message!("the first number of the list says it", "这一串里第一个数说了"),
        }
    }
}

impl KindRule {
    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            KindRule::Unit => message!("by its unit", "看单位"),
            KindRule::Form => message!("a fraction or a ratio", "是分数或比例"),
            KindRule::Change => message!("a word of growth, decline or comparison", "有增减或比较的词"),
            KindRule::Place => message!("a place in an order", "是名次"),
            KindRule::List => message!("the first number of the list is a change", "这一串里第一个数是增减"),
        }
    }
}

impl DirectionRule {
    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            DirectionRule::None => message!("no change", "不是增减"),
            DirectionRule::Word => message!("the word that leads up to the number", "引出数字的词"),
            DirectionRule::Comparison => message!("the comparison that leads up to the number", "引出数字的比较"),
            DirectionRule::Order => message!("the order to bring it down that opens the phrase", "开头的压减一类的词"),
            DirectionRule::Negative => message!("the number is below zero", "是负数"),
            DirectionRule::List => message!("the first number of the list says it", "这一串里第一个数说了"),
        }
    }
}

impl MannerRule {
    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            MannerRule::Unsaid => message!("no word says", "没有词说"),
            MannerRule::Leaves => {
                message!("从 or 由 leads up to it: what a change began with", "前面有“从”“由”：是变化的起点")
            }
            MannerRule::Compared => message!("compared with others: a distance", "和别处相比：是差距"),
            MannerRule::NewInName => message!("its name begins with what came new", "名称说的是新来的"),
            MannerRule::Reached => {
                message!("a verb such as 达到 leads up to it: what there is", "前面有“达到”一类的词：是现有的")
            }
            MannerRule::AtEnd => {
                message!(
                    "a level at the end of the years looked back on: what there is",
                    "是回顾的几年最后的水平：是现有的"
                )
            }
            MannerRule::StockInName => message!("its name is that of what there is", "名称说的是现有总数"),
        }
    }
}
