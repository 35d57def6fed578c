//! What a report of a kind speaks of where neither its headings nor its words say. Knows no rules of sentences.

use super::time::{Years, plan_at, plan_years};
use crate::text::{read_numeral, simplified};

/// Whether a report looks back or ahead where nothing in it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outlook {
    /// It reviews a year and sets the tasks of the next: what no heading says is a task.
    #[default]
    Tasks,
    /// It reviews a year under headings of every kind, and sets tasks from the first on that looks ahead: the work report of a court or
    /// of a congress.
    ReviewFirst,
    /// It tells of one year that is over, and of nothing else: a statistical communiqué.
    Review,
    /// It plans these years, the first and the last: a five-year plan.
    Plan(Years),
    /// It may look either way in any sentence, as an address does; its year dates nothing by itself.
    Open,
    /// As open, and given once in five years: 过去五年 end with its own year, 今后五年 begin with the next.
    Congress,
}

impl Outlook {
    /// Whether the year of the report dates nothing by itself.
    pub(super) fn is_open(self) -> bool {
        matches!(self, Outlook::Open | Outlook::Congress)
    }

    /// That of a five-year plan, by its title: 第十四个五年规划, “十四五”规划. A plan that names no years is open.
    pub fn of_plan(title: &str) -> Outlook {
        let title: String = title.chars().map(simplified).collect();
        let counted = title.match_indices('第').find_map(|(at, sign)| {
            let number = &title[at + sign.len()..];
            let (length, value) = read_numeral(number)?;
            number[length..].starts_with("个五年").then(|| plan_years(u16::try_from(value).ok()?)).flatten()
        });
        let named = || plan_at(|name| title.contains(name)).map(|(_, years)| years);
        counted.or_else(named).map_or(Outlook::Open, Outlook::Plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_a_plan_stand_in_its_title() {
        for (title, outlook) in [
            ("临川县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", Outlook::Plan((2021, 2025))),
            ("关于国民经济和社会发展第七个五年计划的报告", Outlook::Plan((1986, 1990))),
            ("临川县“十五五”规划纲要", Outlook::Plan((2026, 2030))),
            ("临川县五年规划纲要", Outlook::Open),
        ] {
            assert_eq!(Outlook::of_plan(title), outlook, "{title}");
        }
    }
}
