//! The year or years that a quantity is about, from the words before it or else from its section. Knows no indicators.

use std::collections::BTreeSet;

use super::ends::{self, End, Endpoints};
use super::figure::{Kind, Status};
use super::quantity::Quantity;
use super::setting::Setting;
use super::status::{self, Section};
use super::stream::Stream;
use super::time::{self, Dated, Scope, Time, Years};
use super::why::{Because, HeadingReason, PeriodRule, StatusRule};
use super::{clause, durations, evidence, lists, reached, topics};
use crate::text::Span;

/// When a quantity holds, and whether it is done or planned.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tense {
    pub period: String,
    pub period_why: Because<PeriodRule>,
    /// A time in its clause that only says what it is compared with; empty where there is none.
    pub base: Span,
    pub status: Status,
    pub status_why: Because<StatusRule>,
    /// The heading that decided.
    pub heading: Option<HeadingReason>,
}

/// The tense of every quantity of a stream.
pub(super) fn of_all(stream: &Stream<'_>, quantities: &[Quantity], setting: Setting<'_>) -> Vec<Tense> {
    let sections = topics::sections(stream, setting);
    let times_of = |section: &Section| {
        let times = time::all(stream, section.reckoning(), section.status == Some(Status::Target));
        let years = section.years.is_some_and(|(first, last)| first < last);
        if years { time::within_years(stream, times) } else { times }
    };
    let mut timed = sections.into_iter().map(|(start, section)| (start, times_of(&section), section)).peekable();
    let Some((_, mut times, mut section)) = timed.next() else { return Vec::new() };
    let mut floor = 0;
    let runs = lists::runs(stream, quantities);
    let mut tenses: Vec<Tense> = Vec::with_capacity(quantities.len());
    let mut endpoints = Endpoints::default();
    let begins: BTreeSet<usize> = runs.iter().map(|run| run.start).collect();
    let ends = ends::all(stream, quantities, &runs);
    let mut levels = reached::all(stream, quantities, &times).into_iter();
    for (index, quantity) in quantities.iter().enumerate() {
        // What is said before the first member of a list holds for all (`从2020年的645元、4318元`).
        if begins.contains(&index) {
            floor = index.checked_sub(1).map_or(0, |before| quantities[before].body.end);
        }
        while let Some(next) = timed.next_if(|(start, ..)| *start <= quantity.number.start) {
            (_, times, section) = next;
        }
        let level = levels.next().flatten();
        // The members of a ratio are of one time.
        let again = index.checked_sub(1).filter(|before| quantity.ratio && joined(&quantities[*before], quantity));
        let own = own(stream, &times, quantity, floor).or_else(|| year_before(stream, quantity, floor, section.years?));
        let opening = opening(stream, &times, quantity);
        // A yearly average is over more than the year that the sentence names.
        let one = opening.is_none_or(|Dated { years: (first, last), .. }| first == last);
        let yearly = yearly(stream, &times, quantity, floor, &section).filter(|_| one);
        let total = total(stream, quantity, floor, &section, opening);
        let said = own.or(yearly).or(total).or(opening);
        let long = said.map(|dated| dated.years).or(section.years).filter(|(first, last)| first < last);
        let both = said.is_some_and(|dated| says_both_ends(stream.source(dated.why.words)));
        let end = ends[index].filter(|_| own.is_none()).zip(long).and_then(|(end, long)| End::of(long, end, both));
        let left = ends[index] == Some(End::From) && own.is_none() && long.is_none();
        let end = end.or_else(|| End::of(section.years?, End::From, false).filter(|_| left));
        let said = endpoints.ellipsis(stream, quantity, own, long).or(end).or(said);
        if let Some(before) = again {
            tenses.push(tenses[before].of_ratio());
            continue;
        }
        let status = evidence::of(stream, quantity, &section, said);
        let before = index.checked_sub(1).map(|before| &quantities[before]);
        let base = base(stream, &times, quantity, floor).or_else(|| base_with_value(stream, &times, quantity, before?));
        let dated = when(said, status, &section).map(|dated| match base {
            Some(base) if since(stream, quantity, base) => changed_since(stream, dated, base, section.span),
            _ => level.filter(|_| status.0 == Status::Actual).map_or(dated, |words| dated.at_last(words)),
        });
        // `比2003年增加425万元，增长40%`: both are since then.
        let goes_on = before.filter(|before| own.is_none() && same_change(stream, before, quantity));
        let last = tenses.last().filter(|last| goes_on.is_some() && last.period_why.rule == PeriodRule::Since);
        if let Some(last) = last.cloned() {
            tenses.push(last);
            continue;
        }
        let since = dated.is_some_and(|dated| dated.why.rule == PeriodRule::Since);
        let base = base.filter(|_| !since).map_or_else(Span::default, |time| stream.span(time.at.clone()));
        tenses.push(tense(dated, base, status, section.heading));
    }
    tenses
}

/// Whether words name the two years between which something changed (`2020年到2025年`).
fn says_both_ends(words: &str) -> bool {
    let begins = words.starts_with(|sign: char| sign.is_ascii_digit());
    begins && ["年到", "年至"].iter().any(|link| words.contains(link))
}

/// When a quantity holds of which the words have `said` the time, or else its section does.
fn when(said: Option<Dated>, (status, why): (Status, Because<StatusRule>), section: &Section) -> Option<Dated> {
    let undated = |years: Years, rule| Dated { years, why: section.because(rule, PeriodRule::Topic) };
    let year = section.report_year.filter(|_| !section.outlook.is_open());
    let unsaid = || year.map(|year| undated(status::one_year(year, status), PeriodRule::ReportYear));
    // Where the words outweigh the heading, its year is not theirs.
    let of_section = section.years.filter(|_| !matches!(why.rule, StatusRule::Counted | StatusRule::Already));
    said.or_else(|| of_section.map(|years| undated(years, section.years_by))).or_else(unsaid)
}

fn tense(
    dated: Option<Dated>,
    base: Span,
    (status, status_why): (Status, Because<StatusRule>),
    heading: Option<HeadingReason>,
) -> Tense {
    Tense {
        period: dated.map_or_else(String::new, |dated| written(dated.years)),
        period_why: dated.map_or(Because::unsaid(PeriodRule::Nothing), |dated| dated.why),
        base,
        status,
        status_why,
        heading,
    }
}

impl Tense {
    /// The tense of the next member of a ratio.
    fn of_ratio(&self) -> Tense {
        Tense {
            period_why: Because::said(PeriodRule::Ratio, self.period_why.words),
            status_why: Because::said(StatusRule::Ratio, self.status_why.words),
            ..self.clone()
        }
    }
}

/// Whether the second quantity is the rate of the change that the first one states.
fn same_change(stream: &Stream<'_>, amount: &Quantity, rate: &Quantity) -> bool {
    let gap = stream.text(amount.body.end..rate.words.start.max(amount.body.end));
    let changes = amount.kind == Kind::Change && rate.kind == Kind::Change;
    changes && amount.unit != "%" && rate.unit == "%" && matches!(gap.as_str(), "，" | "、")
}

/// Whether two quantities are members of one ratio (`6.2∶44.8`).
fn joined(one: &Quantity, other: &Quantity) -> bool {
    one.ratio && other.ratio && one.number.end + 1 == other.number.start
}

fn written((first, last): Years) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// The years that stand between a quantity and the one before, in its own clause.
fn own(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, floor: usize) -> Option<Dated> {
    let number = quantity.number.start;
    let clause = clause::around(stream, number);
    let before = times.iter().rev().filter(|time| time.at.end <= number);
    let within = |time: &&Time| time.at.start >= clause.start.max(floor) && time.scope != Scope::Base;
    // `连续三年增产、达到200万吨`: only what goes on is of all the years.
    let in_a_row = |time: &Time| durations::in_a_row(stream, time.at.start);
    let goes_on = |time: &&Time| !in_a_row(time) || stream.find(time.at.end..number, "、").is_none();
    let own = before.clone().filter(goes_on).find(within);
    own.map(|time| dated(stream, time, if in_a_row(time) { PeriodRule::InARow } else { PeriodRule::OwnClause }))
}

/// A time of the same stretch that says only what the quantity is compared with (`比2020年增长8%`).
fn base<'a>(stream: &Stream<'_>, times: &'a [Time], quantity: &Quantity, floor: usize) -> Option<&'a Time> {
    let number = quantity.number.start;
    let start = clause::around(stream, number).start.max(floor);
    let compared = |time: &&Time| time.at.start >= start && time.at.end <= number && time.scope == Scope::Base;
    let with = |time: &&Time| {
        let sentence = clause::sentence(stream, number);
        let before = sentence.start <= time.at.start && time.at.end <= number;
        before && quantity.kind == Kind::Change && is_compared_with(stream, time)
    };
    times.iter().rev().find(compared).or_else(|| times.iter().rev().find(with))
}

/// Whether all that a sentence says is compared with a time (`与“十五”末相比`).
fn is_compared_with(stream: &Stream<'_>, time: &Time) -> bool {
    time.scope == Scope::Base && stream.has(time.at.end, "相比")
}

/// The time of the value that a change right behind it is measured from (`较“十三五”末的9323.1亿元增加4374.4亿元`).
fn base_with_value<'a>(
    stream: &Stream<'_>,
    times: &'a [Time],
    quantity: &Quantity,
    before: &Quantity,
) -> Option<&'a Time> {
    let behind = before.body.end == quantity.words.start && quantity.kind == Kind::Change;
    let of_value = |time: &&Time| time.at.end <= before.number.start && before.number.start <= time.at.end + 1;
    let time = times.iter().rev().find(of_value).filter(|_| behind)?;
    matches!(stream.before(time.at.start), '比' | '较').then_some(time)
}

/// Whether a quantity is a change since the year that it is compared with.
fn since(stream: &Stream<'_>, quantity: &Quantity, base: &Time) -> bool {
    let than = base.at.start.saturating_sub(2)..base.at.start;
    let compared = stream.text(than).contains(['比', '较']) || is_compared_with(stream, base);
    matches!(quantity.kind, Kind::Change | Kind::Multiple) && base.years.0 == base.years.1 && compared
}

/// A change since an earlier year than the last: over the `span` that the section speaks of, when that began then, or else from the year
/// it is compared with.
fn changed_since(stream: &Stream<'_>, dated: Dated, base: &Time, span: Option<Years>) -> Dated {
    let (from, last) = (base.years.1, dated.years.1);
    if from + 1 >= last {
        return dated;
    }
    let whole = span.filter(|span| *span == (from + 1, last));
    let why = Because::said(PeriodRule::Since, stream.span(base.at.clone()));
    Dated { years: whole.unwrap_or((from, last)), why }
}

/// The years of a total to be reached by the year that the sentence names (`到2020年，…累计完成投资3000亿元`).
fn total(
    stream: &Stream<'_>,
    quantity: &Quantity,
    floor: usize,
    section: &Section,
    opening: Option<Dated>,
) -> Option<Dated> {
    let number = quantity.number.start;
    let start = clause::around(stream, number).start.max(floor);
    stream.find(start..number, "累计")?;
    let last = opening?.years;
    let years = section.span.filter(|span| last == (span.1, span.1))?;
    Some(Dated { years, why: Because::unsaid(PeriodRule::Total) })
}

fn dated(stream: &Stream<'_>, time: &Time, rule: PeriodRule) -> Dated {
    Dated { years: time.years, why: Because::said(rule, stream.span(time.at.clone())) }
}

/// The year before the one that the section speaks of, when the words give its value (`由上年的13.7：58.3：28调为`).
fn year_before(stream: &Stream<'_>, quantity: &Quantity, floor: usize, (first, last): Years) -> Option<Dated> {
    let number = quantity.number.start;
    let before = floor.max(clause::around(stream, number).start)..number;
    let at = ["上年的", "去年的"].iter().find_map(|year| stream.find(before.clone(), year))?;
    let value = stream.at(at + 3).is_ascii_digit() && first == last;
    let year = first.checked_sub(1).filter(|_| value)?;
    let words = stream.span(at.."上年".chars().count() + at);
    Some(Dated { years: (year, year), why: Because::said(PeriodRule::YearBefore, words) })
}

/// The years that open a clause of the quantity's sentence, or else its paragraph.
fn opening(stream: &Stream<'_>, times: &[Time], quantity: &Quantity) -> Option<Dated> {
    let sentence = clause::sentence(stream, quantity.number.start);
    let mut before = times.iter().rev().filter(|time| time.at.end <= quantity.number.start);
    let opening = before.find(|time| match time.scope {
        Scope::Sentence => time.at.start >= sentence.start,
        Scope::Paragraph => true,
        Scope::Here => goes_on(stream, time, quantity, sentence.start),
        Scope::Base => false,
    });
    opening.map(|time| {
        let sentence = time.scope == Scope::Sentence;
        dated(stream, time, if sentence { PeriodRule::Sentence } else { PeriodRule::Paragraph })
    })
}

/// Whether a quantity is one of those that a number with years of its own stands for
/// (`设定了今后五年24个主要指标，包括地区生产总值年均增长5%左右`).
fn goes_on(stream: &Stream<'_>, time: &Time, quantity: &Quantity, sentence: usize) -> bool {
    let long = time.years.0 < time.years.1 && time.at.start >= sentence;
    long && stream.find(time.at.end..quantity.number.start, "包括").is_some()
}

/// The span of years that a yearly average covers (`年均增长5.2%`), when the paragraph opens with one or the heading names one.
fn yearly(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, floor: usize, section: &Section) -> Option<Dated> {
    let average = ["年均", "年均实际", "年均名义", "平均每年", "五年累计"];
    let said = average.iter().any(|word| stream.ends(0, quantity.subject_end, word));
    // `年均分别增长4.5%、3%`
    let clause = clause::around(stream, quantity.number.start);
    let grew =
        quantity.kind == Kind::Change && stream.find(floor.max(clause.start)..quantity.number.start, "年均").is_some();
    // `“十三五”时期，…。2020年地区生产总值达到210亿元，年均增长6.5%`
    let opens = |time: &&Time| time.scope == Scope::Paragraph && time.years.0 < time.years.1;
    let opened = times.iter().rfind(|time| time.at.end <= quantity.number.start && opens(time));
    let opened = opened.map(|time| dated(stream, time, PeriodRule::YearlyAverage));
    let of_section = section.span.map(|years| Dated { years, why: Because::unsaid(PeriodRule::YearlyAverage) });
    let since = || average_since(stream, times, quantity, section);
    opened.or(of_section).or_else(since).filter(|_| said || grew)
}

/// The years since the one that the sentence compared with before (`2011年…218亿元，是2007年的1.7倍，年均增长13.5%`).
fn average_since(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, section: &Section) -> Option<Dated> {
    let sentence = clause::sentence(stream, quantity.number.start);
    let last = opening(stream, times, quantity).map(|opening| opening.years).or(section.years)?.1;
    let compared = |time: &&Time| {
        let within = sentence.start <= time.at.start && time.at.end <= quantity.number.start;
        within && time.scope == Scope::Base && time.years.0 == time.years.1 && time.years.1 + 1 < last
    };
    let base = times.iter().rev().find(compared)?;
    let why = Because::said(PeriodRule::YearlyAverage, stream.span(base.at.clone()));
    Some(Dated { years: (base.years.1 + 1, last), why })
}
