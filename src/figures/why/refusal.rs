//! Why a number states no quantity, in both languages. Reads no text.

use crate::message::{Message, message};

/// Why a number is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoFigure {
    /// `《规划（2022—2035）》`
    InTitle,
    /// `“431”现代产业体系`
    InQuote,
    /// `09:20`
    Clock,
    /// `第3届`, `每5年`
    Ordinal,
    /// `4小时内`
    Limit,
    /// `3人制`
    Format,
    /// `5级`, `3号`, `3个方面`
    Label,
    /// A number without a unit that is no ratio and no index.
    NoUnit,
    /// `2022年`, `3年`
    Year,
    /// A speed or a voltage: `时速350公里的铁路`, `500千伏`.
    Class,
    /// `3日`, `5个月`
    Duration,
    /// `15分钟生活圈`
    TimeInName,
    /// `60岁以上`
    Age,
    /// Weights and degrees that nothing leads up to.
    LooseMeasure,
    /// `10亿元以上项目`: which ones are meant.
    Threshold,
}

impl NoFigure {
    /// The reason as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            NoFigure::InTitle => message!("it stands in a title", "在书名号里"),
            NoFigure::InQuote => message!("it belongs to a quoted name", "是引号里的名称的一部分"),
            NoFigure::Clock => message!("it is a time of day", "是钟点"),
            NoFigure::Ordinal => message!("it says which one, or how often", "说的是第几个，或每多少"),
            NoFigure::Limit => message!("it is a limit (…内), no measure", "是限度（……内），不是数量"),
            NoFigure::Format => message!("it is the rule of a game or a school (…制)", "是赛制、学制一类"),
            NoFigure::Label => {
                message!("it is a label: a grade, a number, so many aspects", "是级别、编号、几个方面一类的标签")
            }
            NoFigure::NoUnit => message!("it has no unit, and is no ratio and no index", "没有单位，也不是比例或指数"),
            NoFigure::Year => message!("it is a year or a number of years", "是年份或年数"),
            NoFigure::Class => message!("it names a class of things", "说的是哪一类"),
            NoFigure::Duration => message!("it is a date, or a time that passes", "是日期，或经过的时间"),
            NoFigure::TimeInName => {
                message!("it is a time in a name, and nothing leads up to it", "是名称里的时间，前面没有动词引出")
            }
            NoFigure::Age => message!("it is an age", "是年龄"),
            NoFigure::LooseMeasure => {
                message!(
                    "its measure word is often part of a name, and nothing leads up to it",
                    "这个量词常在名称里，前面也没有动词引出"
                )
            }
            NoFigure::Threshold => {
                message!("it says which projects or firms are meant", "是门槛，说的是哪些项目、企业")
            }
        }
    }
}
