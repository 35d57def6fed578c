//! The rules that date a figure, and how each is told. Reads no text.

use crate::message::{Message, message};

/// What dated a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodRule {
    /// A time before the number, in its own clause.
    OwnClause,
    /// `由上年的13.7`
    YearBefore,
    /// A time that opens a clause of its sentence.
    Sentence,
    /// A time that opens the paragraph, or a topic sentence before.
    Paragraph,
    /// 年均: the years that the paragraph opens with, or that the heading names.
    YearlyAverage,
    /// The year that an earlier change of the paragraph began with.
    ChangeBegan,
    /// The year that an earlier change of the paragraph ended with.
    ChangeEnded,
    /// The year before the time looked back on, for what a change began with.
    ChangeStartOfTime,
    /// The end of the time looked back on, for what a change ended with.
    ChangeEndOfTime,
    /// 达到, 居第3位: a level reached, so of the last of the years spoken of.
    Reached,
    /// `比2010年提高86%`: a change since that year.
    Since,
    /// 累计, with a year by which it is to be reached: over the years that the heading names.
    Total,
    /// 连续三年: the years without a break.
    InARow,
    /// The members of a ratio are of one time.
    Ratio,
    /// The topic sentence that stands for a heading.
    Topic,
    /// A time that the heading names.
    Heading,
    /// Of the times that the heading names, the one that the paragraphs have turned to.
    Turned,
    /// The year of the report, or the one before: the heading says which.
    ReportYear,
    /// The years of the plan, since nothing else is said.
    Plan,
    /// Nothing dates it.
    Nothing,
}

impl PeriodRule {
    /// Whether the heading that decided belongs to the reason.
    pub fn by_heading(self) -> bool {
        matches!(
            self,
            PeriodRule::YearlyAverage
                | PeriodRule::Total
                | PeriodRule::Heading
                | PeriodRule::Turned
                | PeriodRule::ReportYear
        )
    }

    /// The rule as a sentence.
    pub fn sentence(self) -> Message {
        match self {
            PeriodRule::OwnClause => message!("the time in its own clause", "本分句里的时间"),
            PeriodRule::YearBefore => message!("the year before the one spoken of", "所说年份的上一年"),
            PeriodRule::Sentence => {
                message!("the time that opens a clause of its sentence", "本句里放在分句开头的时间")
            }
            PeriodRule::Paragraph => {
                message!("the time that opens the paragraph or a topic sentence", "段首或主题句开头的时间")
            }
            PeriodRule::YearlyAverage => {
                message!(
                    "a yearly average: over the years that the paragraph opens with, or else the heading names",
                    "年均：是段首所说的几年，没有说就是标题所说的"
                )
            }
            PeriodRule::ChangeBegan => {
                message!("the year that a change before it began with", "前面的变化开始的年份")
            }
            PeriodRule::ChangeEnded => {
                message!("the year that a change before it ended with", "前面的变化结束的年份")
            }
            PeriodRule::ChangeEndOfTime => {
                message!(
                    "a change that ended: at the end of the time looked back on",
                    "变化的终点：是回顾的时间的最后一年"
                )
            }
            PeriodRule::ChangeStartOfTime => {
                message!(
                    "a change that began: in the year before the time looked back on",
                    "变化的起点：是回顾的时间的前一年"
                )
            }
            PeriodRule::Reached => {
                message!("a level reached: of the last of the years spoken of", "到了这个水平：是所说几年的最后一年")
            }
            PeriodRule::Since => {
                message!("a change since the year it is compared with", "是和那一年比，从那时起的变化")
            }
            PeriodRule::Total => {
                message!("a total: over the years that the heading names", "累计：是标题所说的几年")
            }
            PeriodRule::InARow => message!("years without a break", "连续的几年"),
            PeriodRule::Ratio => {
                message!("of the same time as the number before it in the ratio", "和比例里前一个数同时")
            }
            PeriodRule::Topic => message!("the topic sentence before it", "前面的主题句"),
            PeriodRule::Heading => message!("the time that the heading names", "标题所说的时间"),
            PeriodRule::Turned => {
                message!(
                    "of the times that the heading names, the one that the text has turned to",
                    "标题说了几个时间，正文说到的是这一个"
                )
            }
            PeriodRule::ReportYear => {
                message!(
                    "no time is named: the report's year, or the one before",
                    "没有说时间：是报告所部署的一年，或上一年"
                )
            }
            PeriodRule::Plan => message!("no time is named: the years of the plan", "没有说时间：是规划的几年"),
            PeriodRule::Nothing => message!("nothing dates it", "没有说明时间"),
        }
    }
}
