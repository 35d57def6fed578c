//! Finds the year whose tasks a report sets. Knows no paragraphs.

use super::dates::year;
use super::kind::ReportKind;
use super::parts::{Block, Heading, Masthead};
use crate::text::{han_digit, is_digit, read_below_hundred};

/// The year that the report is for. Each of these names one: the title, the headings that plan, the headings that look back
/// (theirs is the year before), other headings, the day of delivery (a report read in December is for the next year). The year
/// that most of them name is taken; where two are named as often, the one that is named first in this order. Where none names
/// one, the headings below them do, then the terms of five years in the headings, and last the first sentences.
pub(super) fn report_year(masthead: &Masthead, body: &[Block]) -> Option<u16> {
    let headings: Vec<(u8, &str)> = body
        .iter()
        .filter_map(|block| match block {
            Block::Heading(Heading { level, text, .. }) => Some((*level, text.as_str())),
            Block::Paragraph(_) => None,
        })
        .collect();
    let top: Vec<&str> = headings.iter().filter(|(level, _)| *level == 1).map(|(_, text)| *text).collect();
    let all: Vec<&str> = headings.iter().map(|(_, text)| *text).collect();
    voted(masthead, &top)
        .or_else(|| voted(masthead, &all))
        .or_else(|| all.iter().find_map(|heading| of_term(heading)))
        .or_else(|| told(masthead.kind, body))
}

/// The year that the most of title, headings and date name. None of them can be later than the report was given: a plan for 2035
/// is no plan of the year. Where no date is printed, none is further away than the next five-year plan.
fn voted(masthead: &Masthead, headings: &[&str]) -> Option<u16> {
    let date = masthead.date.as_deref();
    let reviewed =
        || headings.iter().filter(|text| purpose(text) == Purpose::Review).flat_map(|text| years(text)).max();
    let last = date.and_then(last_possible).or_else(|| reviewed().map(|year| year + 5)).unwrap_or(u16::MAX);
    let latest = |wanted: Purpose| {
        let own = headings.iter().filter(|text| purpose(text) == wanted && !text.contains("远景"));
        own.flat_map(|text| years(text)).filter(|year| *year <= last).max()
    };
    let said = [
        masthead.title.as_deref().and_then(|title| of_title(masthead.kind, title)),
        latest(Purpose::Plan),
        latest(Purpose::Review).map(|year| year + 1),
        // `2025年主要工作` looks back in a report of 2026.
        latest(Purpose::Other).filter(|year| date.and_then(year_of).is_none_or(|given| *year >= given)),
        date.and_then(|date| delivered_for(masthead.kind, date)),
    ];
    let said = said.map(|said| said.filter(|year| *year <= last));
    let votes = |year: u16| said.iter().filter(|said| **said == Some(year)).count();
    said.iter().flatten().copied().rev().max_by_key(|year| votes(*year))
}

/// The year that a title is for: a budget's is the later of its two, a five-year plan's the first of its term.
fn of_title(kind: ReportKind, title: &str) -> Option<u16> {
    match kind {
        ReportKind::Budget | ReportKind::Plan => years(title).into_iter().max(),
        ReportKind::FiveYearPlan => term(title).map(|(first, _)| first),
        _ => years(title).into_iter().next(),
    }
}

/// The year of a heading that names a term of five years: the first of one that is planned, the one behind one that is over.
fn of_term(heading: &str) -> Option<u16> {
    let (first, last) = term(heading)?;
    match purpose(heading) {
        Purpose::Review => Some(last + 1),
        Purpose::Plan => Some(first),
        Purpose::Other => None,
    }
}

/// The first and the last year of the term that a text names: `“十三五”时期`, `第十四个五年规划`. The first term began in 1953,
/// the third in 1966; since then they follow one another.
fn term(text: &str) -> Option<(u16, u16)> {
    let ends = ["个五年", "五”", "五」", "五\"", "五时期", "五规划"];
    let (before, ordinal) = ends.iter().find_map(|end| {
        let before = &text[..text.find(end)?];
        let start = before
            .rfind(|c| han_digit(c).is_none() && c != '十')
            .map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        Some((&before[..start], &before[start..]))
    })?;
    let (count, rest) = read_below_hundred(ordinal)?;
    // Campaigns of teaching the law are counted in fives too.
    let framed = !text.contains("普法")
        && (before.ends_with(['第', '“', '「', '"']) || text.contains("五时期") || text.contains("五规划"));
    let count = u16::try_from(count).ok().filter(|count| (3..=20).contains(count) && rest.is_empty() && framed)?;
    let first = 1951 + 5 * count;
    Some((first, first + 4))
}

/// The year that the text tells of, where no heading names any: by a heading that stands in a line with other words
/// (`2020年工作回顾`), else by the first sentences: `初步核算，2008年…`, `2008年，全区…`. A report is given in the year after;
/// a communiqué is of the year itself.
fn told(kind: ReportKind, body: &[Block]) -> Option<u16> {
    const OPENS: &[&str] = &["初步核算", "初步统计", "快报统计", "预计", "过去的", "回顾"];
    let paragraphs = body.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Heading(_) => None,
    });
    let of = |text: &str| {
        let opens = OPENS.iter().filter_map(|words| text.split_once(words)).map(|(_, after)| after);
        let starts = opens.chain([text]).map(|text| text.trim_start_matches(['，', ',']));
        // `2018年至2022年` names a span, and which year the report is for is not said.
        let span = |rest: &str| rest.starts_with(['至', '到', '—', '－', '-', '～', '~']);
        starts.filter_map(year).filter(|(_, rest)| !span(rest)).map(|(year, _)| year).next()
    };
    let year = paragraphs.clone().find_map(looked_back).or_else(|| paragraphs.take(12).find_map(of))?;
    Some(if kind == ReportKind::Communique { year } else { year + 1 })
}

/// The year that some words before `工作回顾` name.
fn looked_back(text: &str) -> Option<u16> {
    let before = text.match_indices("工作回顾").map(|(at, _)| &text[..at]);
    before.into_iter().find_map(|before| {
        let start = before.char_indices().rev().nth(YEAR_AND_TERM - 1).map_or(0, |(at, _)| at);
        years(&before[start..]).pop()
    })
}

/// How many characters a year and a term take before `工作回顾`: `2020年和“十三五”时期`.
const YEAR_AND_TERM: usize = 14;

/// What a heading does with the year that it names.
#[derive(PartialEq, Eq)]
enum Purpose {
    Plan,
    Review,
    Other,
}

fn purpose(heading: &str) -> Purpose {
    const REVIEWS: &[&str] = &["回顾", "总结", "完成", "成就", "情况"];
    const PLANS: &[&str] = &["安排", "任务", "目标", "要求", "重点", "部署", "建议", "打算", "计划"];
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(REVIEWS) {
        Purpose::Review
    } else if has(PLANS) {
        Purpose::Plan
    } else {
        Purpose::Other
    }
}

/// The year that a report of this day is for: in December the next, but for a congress, which is held once in five years.
fn delivered_for(kind: ReportKind, date: &str) -> Option<u16> {
    let year = year_of(date)?;
    let is_next = date.get(5..7) == Some("12") && kind != ReportKind::Party;
    Some(if is_next { year + 1 } else { year })
}

fn year_of(date: &str) -> Option<u16> {
    date.get(..4)?.parse().ok()
}

/// The last year that a report of this day can be for: in the autumn the next one's is given in some places.
fn last_possible(date: &str) -> Option<u16> {
    let year = year_of(date)?;
    let is_late = date.get(5..7).is_some_and(|month| month >= "10");
    Some(if is_late { year + 1 } else { year })
}

/// The years (`2023年`) that a text names.
pub(super) fn years(text: &str) -> Vec<u16> {
    let mut before = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if !before.is_some_and(is_digit)
            && let Some((year, _)) = year(&text[at..])
        {
            found.push(year);
        }
        before = Some(c);
    }
    // `2016政府工作报告`
    if found.is_empty() {
        found.extend(
            text.get(..4).and_then(|first| first.parse::<u16>().ok()).filter(|year| (1900..2100).contains(year)),
        );
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::read;
    use crate::text::Source;

    #[track_caller]
    fn check(text: &str, expect: Option<u16>) {
        let text = format!("各位代表：\n现在，我代表上海市人民政府，向大会报告工作，请予审议。\n{text}");
        assert_eq!(read(&Source::new("a.txt", text.as_str())).value.masthead.year, expect, "{text}");
    }

    const LONG: &str = "全市上下团结一心，办成了许多大事、难事和实事，发展质量稳步提高，群众生活不断改善。";

    #[test]
    fn the_year_is_that_behind_the_one_looked_back_on_and_never_2035() {
        check(
            &format!(
                "一、2020年工作回顾\n{LONG}\n二、“十四五”规划和2035年远景目标\n到2035年，{LONG}\n三、今年主要任务\n{LONG}"
            ),
            Some(2021),
        );
        check(&format!("一、工作回顾\n{LONG}\n二、2035年远景目标\n{LONG}"), None);
    }

    #[test]
    fn a_heading_that_only_names_the_year_before_the_day_looks_back() {
        let text = format!(
            "淄川区人民检察院工作报告\n——2026年1月15日在区人民代表大会会议上\n各位代表：\n{LONG}\n2025年主要工作\n{LONG}"
        );
        assert_eq!(read(&Source::new("a.txt", text.as_str())).value.masthead.year, Some(2026));
    }

    #[test]
    fn the_first_sentences_date_a_report_whose_headings_do_not() {
        check(
            &format!("一、过去一年工作回顾\n初步核算，2008年全市生产总值增长9%。{LONG}\n二、今年工作\n{LONG}"),
            Some(2009),
        );
        check(&format!("一、工作回顾\n2008年，{LONG}\n二、今后工作\n{LONG}"), Some(2009));
    }

    #[test]
    fn a_term_of_five_years_dates_the_report_behind_it() {
        assert_eq!(term("“十三五”时期工作回顾"), Some((2016, 2020)));
        assert_eq!(term("国民经济和社会发展第十四个五年规划和2035年远景目标纲要"), Some((2021, 2025)));
        assert_eq!(term("“十五”时期"), Some((2001, 2005)));
        assert_eq!(term("“五五”普法"), None);
        assert_eq!(term("二十五家企业"), None);
        check(&format!("一、“十二五”时期工作回顾\n{LONG}\n二、“十三五”时期主要目标\n{LONG}"), Some(2016));
    }
}
