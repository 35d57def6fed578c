//! The rules that say whether a figure is done or planned, and how each is told. Reads no text.

use crate::message::{Message, message};

/// What decided whether a figure is done or planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusRule {
    /// The heading says: see [`HeadingReason`].
    Heading,
    /// The topic sentence that stands for a heading.
    Topic,
    /// The heading looks both ways; the time that the text speaks of is over, or not.
    TimeOfHeading,
    /// Under a heading that looks ahead, its year is before the report's.
    YearIsOver,
    /// Under a heading that looks back, its year is after the report's.
    YearToCome,
    /// 力争, 确保
    Wish,
    /// No heading says, and its year is the report's or a later one.
    LateYear,
    /// Nothing speaks of a plan.
    NoPlan,
    /// 初步核算, 全年…比上年: a count that was made, under a heading that only hints.
    Counted,
    /// 已达, 现有: it is there already, under a heading that looks ahead.
    Already,
    /// No heading says; reports of this kind tell of what is over, or do so first.
    Kind,
    /// The head of the column, in a table: 2024年预期.
    Column,
    /// `任务12亿元`, in a review.
    Task,
    /// `今年拟安排`, in a review.
    Intent,
    /// The members of a ratio are of one time.
    Ratio,
}

/// The heading that decided, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingReason {
    /// Its place among the headings above the paragraph, the topmost first.
    pub heading: usize,
    /// What in it decided.
    pub rule: HeadingRule,
}

/// What in a heading says that it looks back or ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingRule {
    /// This word looks back: 回顾.
    Back(&'static str),
    /// A goal was reached: 提前实现.
    Reached,
    /// This word looks ahead: 任务.
    Ahead(&'static str),
    /// The year it names is over.
    YearIsOver,
    /// The year it names is the report's or a later one.
    YearToCome,
    /// It begins with a verb of intent: 聚焦.
    Order(&'static str),
    /// This word tells of the state of things: 现状.
    Now(&'static str),
    /// This word tells what came about: 凸显.
    Achieved(&'static str),
    /// Nothing does; what is left looks ahead.
    Unsaid,
}

impl StatusRule {
    /// Whether the heading that decided belongs to the reason.
    pub fn by_heading(self) -> bool {
        matches!(self, StatusRule::Heading | StatusRule::TimeOfHeading | StatusRule::Ratio)
    }

    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            StatusRule::Topic => message!("the topic sentence before it says", "看前面的主题句"),
            StatusRule::Heading => message!("the heading says", "看标题"),
            StatusRule::TimeOfHeading => {
                message!("the heading looks both ways; the time spoken of decides", "标题两头都说，看说的是哪个时间")
            }
            StatusRule::YearIsOver => {
                message!(
                    "its year is before the report's, whatever the heading says",
                    "它的年份早于报告所部署的一年，不看标题"
                )
            }
            StatusRule::YearToCome => {
                message!(
                    "its year is after the report's, whatever the heading says",
                    "它的年份晚于报告所部署的一年，不看标题"
                )
            }
            StatusRule::Wish => {
                message!("no heading says, but a word of intent does", "没有标题说明，句中有打算一类的词")
            }
            StatusRule::LateYear => {
                message!("no heading says, and its year is not yet over", "没有标题说明，它的年份还没有过完")
            }
            StatusRule::NoPlan => {
                message!("no heading says, and nothing speaks of a plan", "没有标题说明，也没有打算一类的词")
            }
            StatusRule::Already => {
                message!("a word says that it is there already", "有词说明已经有了")
            }
            StatusRule::Counted => {
                message!(
                    "a count that was made, and the heading is only a hint",
                    "说的是核算、统计出来的结果，标题没有明说"
                )
            }
            StatusRule::Kind => message!(
                "no heading says otherwise, and a report of this kind tells first, or only, of what is over",
                "标题没有另说，而这一种报告先说、或只说过去的一年"
            ),
            StatusRule::Column => message!("the head of its column says", "看所在一栏的栏头"),
            StatusRule::Task => message!("it was set as a task, though in a review", "是下达的任务，虽然在回顾里"),
            StatusRule::Intent => {
                message!("a word of intent, though in a review", "句中有打算一类的词，虽然在回顾里")
            }
            StatusRule::Ratio => message!("as the number before it in the ratio", "和比例里前一个数一样"),
        }
    }
}

impl HeadingRule {
    /// Whether it is no more than a hint, which words of the sentence outweigh.
    pub fn is_weak(self) -> bool {
        matches!(self, HeadingRule::Order(_) | HeadingRule::Unsaid)
    }

    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            HeadingRule::Back(word) => message!("it looks back ({word})", "是回顾（{word}）"),
            HeadingRule::Reached => message!("it tells of a goal reached", "说的是目标已经实现"),
            HeadingRule::Ahead(word) => message!("it looks ahead ({word})", "是打算（{word}）"),
            HeadingRule::Now(word) => message!("it tells how things stand ({word})", "说的是现状（{word}）"),
            HeadingRule::YearIsOver => message!("its year is over", "它说的年份已经过完"),
            HeadingRule::YearToCome => message!("its year is not yet over", "它说的年份还没有过完"),
            HeadingRule::Order(verb) => {
                message!("it begins with a verb of intent ({verb})", "开头是部署工作的动词（{verb}）")
            }
            HeadingRule::Achieved(word) => {
                message!("it tells what came about ({word})", "说的是有了什么变化（{word}）")
            }
            HeadingRule::Unsaid => {
                message!(
                    "it does not say; a review of a known year would say that it is one",
                    "没有说明；知道年份的回顾总会说明是回顾"
                )
            }
        }
    }
}
