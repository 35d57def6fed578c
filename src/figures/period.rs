//! The year or years that a quantity is about, from the words before it or else from its section. Knows no indicators.

use std::collections::BTreeSet;

use super::figure::{Kind, Status};
use super::quantity::Quantity;
use super::setting::Setting;
use super::status::{self, Section};
use super::stream::Stream;
use super::time::{self, Dated, Scope, Time, Years};
use super::why::{Because, HeadingReason, PeriodRule, StatusRule};
use super::{clause, lists, manner};
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
    let section = status::section(setting);
    let times = time::all(stream, section.report_year, section.status == Some(Status::Target));
    let mut floor = 0;
    let runs = lists::runs(stream, quantities);
    let mut tenses: Vec<Tense> = Vec::with_capacity(quantities.len());
    let mut endpoints = Endpoints::default();
    let begins: BTreeSet<usize> = runs.iter().map(|run| run.start).collect();
    for (index, quantity) in quantities.iter().enumerate() {
        // What is said before the first member of a list holds for all (`从2020年的645元、4318元`).
        if begins.contains(&index) {
            floor = index.checked_sub(1).map_or(0, |before| quantities[before].body.end);
        }
        let own = own(stream, &times, quantity, floor).or_else(|| year_before(stream, quantity, floor, section.years?));
        let opening = opening(stream, &times, quantity);
        // A yearly average is over more than the year that the sentence names.
        let one = opening.is_none_or(|Dated { years: (first, last), .. }| first == last);
        let yearly = yearly(stream, quantity, floor, &section).filter(|_| one);
        let said = own.or(yearly).or(opening);
        let long = said.map(|dated| dated.years).or(section.years).filter(|(first, last)| first < last);
        let said = endpoints.ellipsis(stream, quantity, own, long).or(said);
        // The members of a ratio are of one time.
        let again = index.checked_sub(1).filter(|before| quantity.ratio && joined(&quantities[*before], quantity));
        if let Some(before) = again {
            tenses.push(tenses[before].of_ratio());
            continue;
        }
        let base = base(stream, &times, quantity, floor);
        tenses.push(tense(said, base, status::of(stream, quantity, &section, said), &section));
    }
    tenses
}

/// The tense of a quantity of which the words have `said` the time, or else its section does.
fn tense(said: Option<Dated>, base: Span, status: (Status, Because<StatusRule>), section: &Section) -> Tense {
    let (status, status_why) = status;
    let undated = |years: Years, rule: PeriodRule| Dated { years, why: Because::unsaid(rule) };
    let unsaid = || section.report_year.map(|year| undated(status::one_year(year, status), PeriodRule::ReportYear));
    let of_section = || section.years.map(|years| undated(years, section.years_by));
    let dated = said.or_else(of_section).or_else(unsaid);
    Tense {
        period: dated.map_or_else(String::new, |dated| written(dated.years)),
        period_why: dated.map_or(Because::unsaid(PeriodRule::Nothing), |dated| dated.why),
        base,
        status,
        status_why,
        heading: section.heading,
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
    let own = before.clone().find(|time| time.at.start >= clause.start.max(floor) && time.scope != Scope::Base);
    own.map(|time| dated(stream, time, PeriodRule::OwnClause))
}

/// A time of the same stretch that says only what the quantity is compared with (`比2020年增长8%`).
fn base(stream: &Stream<'_>, times: &[Time], quantity: &Quantity, floor: usize) -> Span {
    let number = quantity.number.start;
    let start = clause::around(stream, number).start.max(floor);
    let compared = |time: &&Time| time.at.start >= start && time.at.end <= number && time.scope == Scope::Base;
    times.iter().rev().find(compared).map_or_else(Span::default, |time| stream.span(time.at.clone()))
}

fn dated(stream: &Stream<'_>, time: &Time, rule: PeriodRule) -> Dated {
    Dated { years: time.years, why: Because::said(rule, stream.span(time.at.clone())) }
}

/// The year before the one that the section speaks of, when the words give its value (`由上年的13.7：58.3：28调为`).
fn year_before(stream: &Stream<'_>, quantity: &Quantity, floor: usize, (first, last): Years) -> Option<Dated> {
    let number = quantity.number.start;
    let at = stream.find(floor.max(clause::around(stream, number).start)..number, "上年的")?;
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
        Scope::Here | Scope::Base => false,
    });
    opening.map(|time| {
        let sentence = time.scope == Scope::Sentence;
        dated(stream, time, if sentence { PeriodRule::Sentence } else { PeriodRule::Paragraph })
    })
}

/// The two years of a change from one value to another, which later changes of the paragraph leave unsaid:
/// `收入从1997年的8651亿元增加到2002年的18914亿元；储备从1399亿美元增加到2864亿美元`.
#[derive(Debug, Default)]
struct Endpoints {
    from: Option<Dated>,
    /// Where the number stands that said the year.
    since: usize,
    to: Option<Dated>,
    /// The quantity before was one that a change began with: whether it said its own year, and where it ends.
    begun: Option<(bool, usize)>,
    /// Where the quantity before ends, when it was one that a change ended with.
    ended: Option<usize>,
}

impl Endpoints {
    /// The years that a quantity without years of its own takes from an earlier change, if it is an end of one and the words speak
    /// of a `long` time.
    fn ellipsis(
        &mut self,
        stream: &Stream<'_>,
        quantity: &Quantity,
        own: Option<Dated>,
        long: Option<Years>,
    ) -> Option<Dated> {
        if manner::left_behind(stream, quantity) {
            self.begun = Some((own.is_some(), quantity.body.end));
            let same = clause::sentence(stream, quantity.number.start).contains(&self.since);
            if own.is_some() {
                self.from = own.map(|own| own.by(PeriodRule::ChangeBegan));
                self.since = quantity.number.start;
            }
            // A year that the sentence names beside dates the other end.
            return self.from.filter(|_| own.is_none() && (same || long.is_some() && self.to.is_some()));
        }
        let further = |end: usize| lists::joins(stream, end..quantity.number.start.max(end));
        let Some((said, end)) = self.begun.take() else {
            self.ended = self.ended.filter(|end| further(*end)).map(|_| quantity.body.end);
            return self.to.filter(|_| self.ended.is_some() && own.is_none() && long.is_some());
        };
        if further(end) {
            self.begun = Some((said, quantity.body.end));
            return None;
        }
        let between = stream.text(end..quantity.number.start);
        let arrives = between.contains(['到', '至', '为']) && !between.contains('，');
        if said && arrives {
            // `由2005年的31.8%提高到37.5%`: at the end of the time that is looked back on.
            let end = |(_, last)| Dated { years: (last, last), why: Because::unsaid(PeriodRule::ChangeEndOfTime) };
            self.to = own.map(|own| own.by(PeriodRule::ChangeEnded)).or(long.map(end));
        }
        self.ended = arrives.then_some(quantity.body.end);
        self.to.filter(|_| arrives && own.is_none() && long.is_some())
    }
}

/// The span of years that a yearly average covers (`年均增长5.2%`), when the heading names one.
fn yearly(stream: &Stream<'_>, quantity: &Quantity, floor: usize, section: &Section) -> Option<Dated> {
    let average = ["年均", "年均实际", "年均名义", "平均每年", "五年累计"];
    let said = average.iter().any(|word| stream.ends(0, quantity.subject_end, word));
    // `年均分别增长4.5%、3%`
    let clause = clause::around(stream, quantity.number.start);
    let grew =
        quantity.kind == Kind::Change && stream.find(floor.max(clause.start)..quantity.number.start, "年均").is_some();
    let years = section.span.filter(|_| said || grew)?;
    Some(Dated { years, why: Because::unsaid(PeriodRule::YearlyAverage) })
}
